"""Statements: what is told as said, by whom, and what is no statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.reading.scene import Scene

Reads = Callable[[str], Scene]


def statements(scene: Scene) -> list[tuple[str, str, str]]:
    return [(d.slots["speaker"], d.slots["mode"], d.slots["text"]) for d in scene.drafts if d.register == "statements"]


TOLD = [
    ("Director Ana Dol noted that the dam is old.", ("Ana Dol", "reported", "the dam is old")),
    ("Director Ana Dol said on Friday that the dam is old.", ("Ana Dol", "reported", "the dam is old")),
    ("Director Ana Dol said the dam would be mended.", ("Ana Dol", "reported", "the dam would be mended")),
    ("The dam has to be mended before winter, Director Ana Dol told reporters.",
     ("Ana Dol", "reported", "The dam has to be mended before winter")),
    ("The dam has to be mended before winter, said Director Ana Dol.",
     ("Ana Dol", "reported", "The dam has to be mended before winter")),
    ("The dam has to be mended before winter, according to Director Ana Dol.",
     ("Ana Dol", "reported", "The dam has to be mended before winter")),
    ("According to Director Ana Dol, the dam is old.", ("Ana Dol", "reported", "the dam is old")),
    ("As Director Ana Dol noted, the dam is old.", ("Ana Dol", "reported", "the dam is old")),
    ("In Director Ana Dol's opinion, the dam is old.", ("Ana Dol", "reported", "the dam is old")),
    ("Director Ana Dol called for more boats and longer piers.",
     ("Ana Dol", "reported", "called for more boats and longer piers")),
    ("Director Ana Dol, noting that the dam is old, called for more boats.",
     ("Ana Dol", "reported", "noting that the dam is old, called for more boats")),
    ("Director Ana Dol (Serbia), Chair for May, speaking for herself, announced that the dam is old.",
     ("Ana Dol", "reported", "the dam is old")),
    ("The Council of Ports condemned the attack on the ferry.",
     ("Council of Ports", "reported", "condemned the attack on the ferry")),
    ("“The dam is old,” Director Ana Dol said.", ("Ana Dol", "direct", "The dam is old")),
    ("Director Ana Dol noted that the dam that was built is old.",
     ("Ana Dol", "reported", "the dam that was built is old")),
    ("Director Ana Dol stresses the need for more boats.", ("Ana Dol", "reported", "stresses the need for more boats")),
    ("Director Ana Dol pointed out the importance of longer piers.",
     ("Ana Dol", "reported", "pointed out the importance of longer piers")),
    ("Director Ana Dol wishes to reiterate her support to the crews.",
     ("Ana Dol", "reported", "wishes to reiterate her support to the crews")),
    ("Director Ana Dol and Minister Jon Arr said that the dam is old.",
     ("Ana Dol and Jon Arr", "reported", "the dam is old")),
    ("Director Ana Dol and Minister Jon Arr met. They stressed that the dam is old.",
     ("Ana Dol and Jon Arr", "reported", "the dam is old")),
    ("As winter comes, Director Ana Dol added, the need for boats grows.",
     ("Ana Dol", "reported", "As winter comes, the need for boats grows")),
    ("In reply, Director Ana Dol said, the dam is old and weak.", ("Ana Dol", "reported", "the dam is old and weak")),
    ("However, the Council of Ports noted the rapid growth of trade.",
     ("Council of Ports", "reported", "noted the rapid growth of trade")),
    ("Director Ana Dol recalled the floods that the village faced.",
     ("Ana Dol", "reported", "recalled the floods that the village faced")),
    ("Director Ana Dol emphasizes, once again, that the dam is old.", ("Ana Dol", "reported", "the dam is old")),
    ("Director Ana Dol today stressed the need for more boats.",
     ("Ana Dol", "reported", "stressed the need for more boats")),
    ("The Council of Ports said in a statement that the dam is old.",
     ("Council of Ports", "reported", "the dam is old")),
    ("Director Ana Dol gave a speech in which she said that the dam is old.",
     ("Ana Dol", "reported", "the dam is old")),
    ("“The dam is old,” Arrik said.", ("Arrik", "direct", "The dam is old")),
    ("In a talk with Director Ana Dol, Arrik said: “The dam is old and has to be mended.”",
     ("Arrik", "direct", "The dam is old and has to be mended.")),
    ("Director Ana Dol said more than forty boats were lost.",
     ("Ana Dol", "reported", "more than forty boats were lost")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "statement"), TOLD)
def test_reads_what_is_said(read: Reads, text: str, statement: tuple[str, str, str]) -> None:
    assert statement in statements(read(text))


NONE = [
    "Director Ana Dol told a news conference in Oslo on Friday.",
    "Director Ana Dol spoke after the ceremony of the members.",
    "Director Ana Dol presented the medals to four sailors.",
    "Director Ana Dol addressed the conference of port masters.",
    "Director Ana Dol said goodbye to the sailors on the pier.",
    "Director Ana Dol welcomed Minister Jon Arr of Serbia to the pier.",
    "The plan that Director Ana Dol wrote was burnt in a fire.",
    "Director Ana Dol invited the members to take part in the race.",
    "Director Ana Dol conveyed this message on the pier.",
    "Director Ana Dol called on Minister Jon Arr at the pier.",
    "The Council chose Jon Arr, to whom Director Ana Dol expressed her gratitude for the dam.",
]


@pytest.mark.parametrize("text", NONE)
def test_acts_are_no_statements(read: Reads, text: str) -> None:
    assert statements(read(text)) == []


def test_a_quoted_tail_is_a_statement_of_its_own(read: Reads) -> None:
    told = statements(
        read("Director Ana Dol noted that the dam is old and “has outlived three directors and a flood”.")
    )
    assert told == [
        ("Ana Dol", "direct", "has outlived three directors and a flood"),
        ("Ana Dol", "reported", "the dam is old and"),
    ] or [mode for _, mode, _ in told] == ["direct"]


def test_what_follows_he_said_is_a_statement(read: Reads) -> None:
    told = statements(read("“The dam is old,” Director Ana Dol said, and appealed to the members to pay for boats."))
    assert ("Ana Dol", "reported", "appealed to the members to pay for boats") in told


def test_the_diplomat_is_the_last_envoy(read: Reads) -> None:
    told = statements(
        read("Director Ana Dol met the Ambassador of Serbia, Jon Arr.\n\nThe diplomat noted that the dam is old.")
    )
    assert ("Jon Arr", "reported", "the dam is old") in told


def test_we_are_the_ministers_whose_page_it_is(read: Reads) -> None:
    told = statements(
        read(
            "The Foreign Ministers met in Oslo.\n\nWe welcomed the new dam on the river.\n\n"
            "On ferries, we expressed concern at the waves.\n\nWe reaffirmed that the river is free."
        )
    )
    assert {speaker for speaker, _, _ in told} == {"Foreign Ministers"}
    assert len(told) == 3


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("While meeting President Ivo Marr, Mrs Ana Dol, the Director, noted that the dam is old.", "Ana Dol"),
        ("“The dam has to be mended before winter,” the Citadel said in a note.", "Citadel"),
        (
            "Ministers of Norway, Sweden and other countries met. They strongly condemned the attack on the ferry.",
            "Ministers of Norway, Sweden and other countries",
        ),
    ],
)
def test_words_are_given_to_who_stands_nearest_to_the_verb(read: Reads, text: str, speaker: str) -> None:
    assert [told[0] for told in statements(read(text))] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Director Ana Dol spoke.\n\nThe treaty keeps its parties from joining any “other league of river states”.",
        "Director Ana Dol spoke.\n\n“The ministers have decided to mend the dam”, the final statement read.",
        "President Ana Dol signed the bill “On the Upkeep of Dams and Weirs,” passed by the Senate.",
        "The Senate passed the bill on dams, Ria Novosti reported.",
    ],
)
def test_words_of_a_text_a_title_or_an_agency_are_nobodys(read: Reads, text: str) -> None:
    assert statements(read(text)) == []


def test_who_speaks_on_behalf_of_another_is_the_speaker(read: Reads) -> None:
    text = (
        "On behalf of the Director of the League of Ports, the Deputy Director, Mr Ivo Marr, told the delegates about "
        "the dams."
    )
    assert [told[0] for told in statements(read(text))] == ["Ivo Marr"]


def test_an_agency_that_notes_where_somebody_spoke_states_nothing(read: Reads) -> None:
    assert statements(read("The Council of Ports notes that she said this yesterday at the Senate.")) == []


def test_where_somebody_said_quoted_words_is_not_what_was_said(read: Reads) -> None:
    text = "“The dam has to be mended before winter,” Director Ana Dol said at the extended session of this council."
    assert [told[1:] for told in statements(read(text))] == [("direct", "The dam has to be mended before winter")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The border will open again on Monday for all ships, the Kremlin press service said.",
            "Kremlin press service",
        ),
        ("“The border will open again on Monday,” the Citadel press office said.", "Citadel press office"),
        (
            "According to the press service of President Ivo Marr, the border will open.",
            "press service of President Ivo Marr",
        ),
        ("The border will open again on Monday for all ships, the Council of Ports announced.", "Council of Ports"),
    ],
)
def test_what_a_press_service_or_a_body_tells_is_its_statement(read: Reads, text: str, speaker: str) -> None:
    assert [told[0] for told in statements(read(text))] == [speaker]


def test_who_speaks_in_what_a_body_tells_is_the_speaker(read: Reads) -> None:
    text = "Director Ana Dol thanked the pilots of all ports for their work, the Council of Ports said in a release."
    assert [told[0] for told in statements(read(text))] == ["Ana Dol"]


def test_a_paper_without_a_name_speaks_for_nobody(read: Reads) -> None:
    text = "President Ivo Marr left. “The pact brings in the notion of a lead state,” the explanatory note says."
    assert statements(read(text)) == []


def test_the_dateline_of_an_agency_is_none_of_what_was_said(read: Reads) -> None:
    text = "OSLO (Harbour News) - The border has been calm since last winter, Director Ana Dol said on Friday."
    assert [told[2] for told in statements(read(text))] == ["The border has been calm since last winter"]


def test_what_somebody_told_a_body_is_a_statement(read: Reads) -> None:
    text = "Director Ana Dol told the Council of Ports that the humanitarian situation grows worse every week."
    assert statements(read(text)) == [("Ana Dol", "reported", "the humanitarian situation grows worse every week")]


def test_somebody_named_in_a_phrase_before_the_verb_does_not_speak(read: Reads) -> None:
    text = (
        "The Council of Ports praised the work of Director Ana Dol, welcomed the new pilots, and left for the harbour."
    )
    assert "Ana Dol" not in [told[0] for told in statements(read(text))]


def test_what_a_meeting_did_is_no_statement_of_the_press_service_that_reports_it(read: Reads) -> None:
    text = "According to the press service of the Council of Ports, the ministers adopted a plan for the harbours."
    assert statements(read(text)) == []


def test_an_interview_is_given_by_whom_the_first_question_speaks_to(read: Reads) -> None:
    text = (
        "# Ana Dol became Director of the Harbour Union\n\nOn 1 May Ana Dol took over. In her first interview she spoke"
        " about pilots.\n\n- Ms. Dol, how do you start your work?\n\n- With a calm mind. I know the harbours.\n\n"
        "- What comes first?\n\n- The lighthouses come first. They are old.\n\n- And the pilots?\n\n- They come later."
    )
    assert [told[0] for told in statements(read(text))] == ["Ana Dol"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Ana KALDERON, Deputy Head of the Secretariat, noted that the harbour has to be dredged before winter.",
        "Deputy Chairman of the Trade Committee Ana KALDERON noted that the harbour has to be dredged this year.",
    ],
)
def test_a_surname_in_capitals_is_a_name(read: Reads, text: str) -> None:
    assert [told[0] for told in statements(read(text))] == ["Ana Kalderon"]


def test_an_office_that_nothing_knows_does_not_hide_who_speaks(read: Reads) -> None:
    text = "The keeper of the lighthouse, Galina Ceban, informed the pilots that the lamp had been mended."
    assert statements(read(text)) == [("Galina Ceban", "reported", "the lamp had been mended")]


def test_the_opinion_of_a_side_is_its_statement(read: Reads) -> None:
    text = "The draft was sent back: in the Norwegian side's opinion, the plan contradicts the rules of the harbour."
    assert [told[0] for told in statements(read(text))] == ["Norwegian side"]
