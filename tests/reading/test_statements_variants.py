"""One saying, told as different press offices tell it."""

from collections.abc import Callable

import pytest

from muniment.reading.scene import Scene

_BEFORE = "Secretary General Ana Dol opened the forum in Vienna on 5 May 2024."

Reader = Callable[[str], Scene]


def said(scene: Scene) -> list[tuple[str, str]]:
    """Return who says what, of each statement."""
    return [(d.slots["speaker"], d.slots["text"]) for d in scene.drafts if d.register == "statements"]


@pytest.mark.parametrize(
    "sentence",
    [
        "In her remarks she announced that the lamps will burn until the spring.",
        "She began by noting that the lamps will burn until the spring.",
        "She opened the forum by saying that the lamps will burn until the spring.",
        "Ana Dol let it be known that the lamps will burn until the spring.",
        "Ana Dol takes the view that the lamps will burn until the spring.",
        "The Secretary General made it plain that the lamps will burn until the spring.",
        "The Secretary General was quoted as saying that the lamps will burn until the spring.",
        "Ana Dol voiced the opinion that the lamps will burn until the spring.",
        "Ana Dol expressed her firm belief that the lamps will burn until the spring.",
        "In her assessment, the lamps will burn until the spring.",
        "To her mind, the lamps will burn until the spring.",
        "The lamps will burn until the spring, in Ana Dol's opinion.",
        "The lamps will burn until the spring, in her view.",
    ],
)
def test_what_is_said_is_told_without_its_verb(read: Reader, sentence: str) -> None:
    ((speaker, text),) = said(read(f"{_BEFORE} {sentence}"))
    assert (speaker, text[0].lower() + text[1:]) == ("Ana Dol", "the lamps will burn until the spring")


def test_an_opinion_told_in_the_middle_is_one_statement(read: Reader) -> None:
    told = said(read(f"{_BEFORE} The lamps, in the opinion of Ana Dol, will burn until the spring."))
    assert told == [("Ana Dol", "The lamps, will burn until the spring")]


@pytest.mark.parametrize(
    "words",
    [
        "made a report on the state of the lamps",
        "delivered a detailed presentation on the state of the lamps",
        "provided the participants with information on the state of the lamps",
        "mentioned the drill with the lamps in the autumn",
        "paid special attention to the state of the lamps",
        "dwelt in detail on the state of the lamps",
        "reviewed the developments in the harbours of the north",
        "put forward several proposals on the upkeep of the lamps",
    ],
)
def test_an_account_is_told_with_its_verb(read: Reader, words: str) -> None:
    assert said(read(f"{_BEFORE} Ana Dol {words}.")) == [("Ana Dol", words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers agreed that a fund for lamps would be set up by the end of June.",
        "Ana Dol presented a thank-you letter to Ivo Ram for his work on the lamps.",
        "During the session “the Unified List of Lamps” and “the Joint Plan of Harbours” were signed.",
    ],
)
def test_decisions_gifts_and_names_are_no_statements(read: Reader, sentence: str) -> None:
    assert said(read(f"{_BEFORE} {sentence}")) == []


def test_an_act_told_behind_a_position_is_none_of_its_words(read: Reader) -> None:
    told = said(read("The Council of Ports expressed grave concern at the storm, and agreed to send three ships."))
    assert told == [("Council of Ports", "expressed grave concern at the storm")]


def test_he_is_not_whom_he_praised(read: Reader) -> None:
    told = said(
        read(
            f"{_BEFORE} She also paid tribute to Captain Ivo Ram. “The captain has been a lamp to all of us”, she said."
        )
    )
    assert told[0] == ("Ana Dol", "The captain has been a lamp to all of us")


def test_a_country_spoken_of_does_not_speak(read: Reader) -> None:
    told = said(read(f"{_BEFORE} On Norway, she said, matters “stand still, neither war nor peace”."))
    assert told == [("Ana Dol", "stand still, neither war nor peace")]


def test_where_somebody_spoke_is_no_saying(read: Reader) -> None:
    told = said(
        read("The fleet will sail in May, Secretary General Ana Dol said at a news briefing on 5 May, Nord learned.")
    )
    assert [text for _, text in told if text.startswith("news")] == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("described the fleet as “fit for a whole winter at sea”", []),
        ("said that the old fleet “burns more oil than it brings home”", []),
        ("rejected the words of the owners as “unworthy of this hall of ours”", ["rejected the words of the owners"]),
    ],
)
def test_words_that_a_quotation_completes_are_no_saying_of_their_own(
    read: Reader, words: str, expected: list[str]
) -> None:
    scene = read(f"{_BEFORE} Ana Dol {words}.")
    reported = [d for d in scene.drafts if d.register == "statements" and d.slots["mode"] == "reported"]
    assert [draft.slots["text"] for draft in reported] == expected


def test_a_statement_speaks_for_those_who_adopted_it(read: Reader) -> None:
    told = said(read("The Council of Ports adopted a statement on ice. The statement notes that the ice is drifting."))
    assert told == [("Council of Ports", "the ice is drifting")]


def test_what_was_stressed_by_somebody_is_theirs(read: Reader) -> None:
    told = said(read("It was also stressed by Secretary General Ana Dol that the lamps must burn."))
    assert told == [("Ana Dol", "the lamps must burn")]


def test_what_a_document_reads_is_not_said_by_who_was_told_of_last(read: Reader) -> None:
    assert said(read(f"{_BEFORE} “We are ready for the winter at sea,” reads the document.")) == []
