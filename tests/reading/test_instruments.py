"""What is done with instruments, in every voice, and what becomes of them over a page."""

from typing import Any

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta
from muniment.terms.vocabulary import CLOSED

GRAMMAR = Grammar([], world())


def read(*paragraphs: str) -> dict[str, dict[str, Any]]:
    """Return the slots of each instrument of a page, by title."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    page = Page("example", "0" * 64, text, tuple(blocks), PageMeta(published="2024-05-06"))
    drafts = [d for d in GRAMMAR.read(page).drafts if d.register == "instruments"]
    return {d.slots["title"]: d.slots for d in drafts}


def acts(slots: dict[str, Any]) -> list[tuple[str, bool]]:
    return [(a["action"], bool(a.get("planned"))) for a in slots["actions"]]


@pytest.mark.parametrize(
    ("sentence", "title", "expected"),
    [
        ("The Plan of Dredging was adopted.", "Plan of Dredging", [("adopt", False)]),
        ("The ministers adopted the Plan of Dredging.", "Plan of Dredging", [("adopt", False)]),
        ("The summit ended with the adoption of the Plan of Dredging.", "Plan of Dredging", [("adopt", False)]),
        ("The Plan of Dredging will be adopted in June.", "Plan of Dredging", [("adopt", True)]),
        (
            "It is planned to consider and approve the Plan of Dredging.",
            "Plan of Dredging",
            [("consider", True), ("approve", True)],
        ),
        ("The draft Plan of Dredging was not adopted.", "Plan of Dredging", [("not_adopt", False)]),
        ("It was not possible to adopt the Plan of Dredging.", "Plan of Dredging", [("not_adopt", False)]),
        ("No consensus was reached on the draft Plan of Dredging.", "Plan of Dredging", [("not_adopt", False)]),
        ("The Plan of Dredging was voted down.", "Plan of Dredging", [("reject", False)]),
        ("Consideration of the Plan of Dredging was put off.", "Plan of Dredging", [("defer", False)]),
        ("The experts agreed upon the Plan of Dredging.", "Plan of Dredging", [("agree", False)]),
        ("The draft Plan of Dredging was prepared.", "Plan of Dredging", [("draft", False)]),
        ("The Convention on Ports was ratified by Norway.", "Convention on Ports", [("ratify", False)]),
        ("Norway acceded to the Convention on Ports.", "Convention on Ports", [("accede", False)]),
        ("Norway denounced the Convention on Ports.", "Convention on Ports", [("denounce", False)]),
        ("Norway withdrew from the Convention on Ports.", "Convention on Ports", [("withdraw", False)]),
        ("The Convention on Ports was extended for five years.", "Convention on Ports", [("extend", False)]),
        ("The operation of the Convention on Ports was suspended.", "Convention on Ports", [("suspend", False)]),
        ("The Convention on Ports was terminated.", "Convention on Ports", [("terminate", False)]),
        ("The Convention on Ports was amended in 2011.", "Convention on Ports", [("amend", False)]),
        (
            "The Convention on Ports was registered with the Ministry of Justice.",
            "Convention on Ports",
            [("register", False)],
        ),
        ("The Convention on Ports entered into force.", "Convention on Ports", [("enter_into_force", False)]),
        (
            "The Convention on Ports will enter into force on 1 June 2025.",
            "Convention on Ports",
            [("enter_into_force", True)],
        ),
        ("The Board authorised the signing of the Convention on Ports.", "Convention on Ports", [("sign", True)]),
    ],
)
def test_action_is_read_in_every_voice(sentence: str, title: str, expected: list[tuple[str, bool]]) -> None:
    assert acts(read(sentence)[title]) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The Plan of Dredging could be adopted.",
        "If the Plan of Dredging is adopted, all will be well.",
        "We hope that the Plan of Dredging will be adopted.",
        "They met to adopt the Plan of Dredging.",
        "They spoke about the need to adopt the Plan of Dredging.",
        "Norway has not signed the Plan of Dredging.",
        "The Convention on Ports has not yet entered into force.",
        "The members of the Convention on Ports were invited.",
    ],
)
def test_what_is_denied_wished_or_possible_is_no_action(sentence: str) -> None:
    assert all(not slots["actions"] for slots in read(sentence).values())


@pytest.mark.parametrize(
    "sentence",
    ["The statements were read out.", "The plans were adopted.", "A decision is needed.", "Documents were signed."],
)
def test_generic_mentions_give_nothing(sentence: str) -> None:
    assert read(sentence) == {}


def test_who_when_where_and_to_whom_are_read() -> None:
    slots = read("On 3 May 2024, Norway and Iceland signed the Treaty on Ice in Oslo.")["Treaty on Ice"]
    assert slots["actions"] == [{"action": "sign", "date": "2024-05-03", "by": ["Norway", "Iceland"], "place": "Oslo"}]
    assert slots["status"] == "signed"


def test_chain_of_verbs_gives_each_its_receiver() -> None:
    slots = read("The draft Rules of Mooring were agreed and sent for consideration to the Council of Ports.")[
        "Rules of Mooring"
    ]
    assert acts(slots) == [("agree", False), ("submit", False)]
    assert slots["actions"][1]["to"] == ["Council of Ports"]
    assert (slots["draft"], slots["status"]) == (True, "submitted")


def test_later_sentences_join_the_same_record() -> None:
    page = read(
        "The draft decision “On Cranes” was discussed at length.",
        "Due to the objections of two states, it was not possible to adopt this draft.",
        "The document was returned to the Legal Committee for revision.",
    )
    assert list(page) == ["On Cranes"]
    assert acts(page["On Cranes"]) == [("consider", False), ("not_adopt", False), ("return", False)]
    assert page["On Cranes"]["reason"] == "objections of two states"
    assert page["On Cranes"]["status"] == "returned"


def test_items_of_a_list_are_each_their_own_instrument() -> None:
    page = read(
        "During the May meetings in Oslo statements on such topics were adopted:",
        "- safe berths;",
        "- clean water, and others.",
    )
    assert list(page) == ["safe berths", "clean water"]
    assert {s["kind"] for s in page.values()} == {"statement"}
    assert page["safe berths"]["actions"] == [{"action": "adopt", "date": "2024-05", "place": "Oslo"}]


def test_verbs_of_list_items_are_done_by_whom_the_list_is_about() -> None:
    page = read("The Council of Ports:", "a) adopted the Plan of Dredging;", "b) deferred the draft Rules of Mooring.")
    assert page["Plan of Dredging"]["actions"][0]["by"] == ["Council of Ports"]
    assert page["Rules of Mooring"]["status"] == "deferred"


def test_group_is_told_by_kind_and_count() -> None:
    page = read("The leaders signed 22 documents: a joint statement, 19 decisions and two protocols.")
    assert {(s["kind"], s.get("count")) for s in page.values()} == {
        ("statement", None),
        ("decision", 19),
        ("protocol", 2),
    }


def test_package_ties_its_parts() -> None:
    page = read(
        "They aim at a “package” adoption of two documents: the Decision on Aid to Fishers and the"
        " Statement on Calm Seas."
    )
    assert page["Statement on Calm Seas"]["package_with"] == "Decision on Aid to Fishers"
    assert page["Decision on Aid to Fishers"]["package_with"] == "Statement on Calm Seas"
    assert not page["Decision on Aid to Fishers"]["actions"]


def test_protocol_tells_what_it_amends() -> None:
    assert (
        read("The Protocol amending the Treaty on Ice was signed.")["Protocol amending the Treaty on Ice"]["amends"]
        == "Treaty on Ice"
    )
    assert (
        read("They hailed the Protocol on Snow, which amends the Treaty on Ice.")["Protocol on Snow"]["amends"]
        == "Treaty on Ice"
    )


def test_decision_without_title_is_told_by_its_content() -> None:
    page = read("The Council of Ports decided to build a lighthouse on the cape.")
    assert page["build a lighthouse on the cape"]["kind"] == "decision"
    assert acts(page["build a lighthouse on the cape"]) == [("adopt", False)]


def test_ratification_at_home_is_not_a_deposit() -> None:
    slots = read(
        "The parliament of Norway ratified the Treaty on Ice on 3 April 2024.",
        "On 3 May 2024 Norway deposited with the Secretariat its instrument of ratification of the Treaty on Ice.",
    )["Treaty on Ice"]
    assert [(a["action"], a["date"]) for a in slots["actions"]] == [("ratify", "2024-04-03"), ("deposit", "2024-05-03")]


def test_each_state_ratifies_for_itself() -> None:
    slots = read("The Treaty on Ice has been ratified by Norway, Iceland and Denmark.")["Treaty on Ice"]
    assert [a["by"] for a in slots["actions"]] == [["Norway"], ["Iceland"], ["Denmark"]]


def test_call_reaches_back_over_the_list_above() -> None:
    page = read(
        "The following two treaties matter most:",
        "- Agreement on Ropes;",
        "- Protocol on Amendments to the Charter of Ports.",
        "The Secretary General Ana Dol asked for assistance in completing the ratification procedures for"
        " all the instruments listed above.",
    )
    assert acts(page["Agreement on Ropes"]) == [("call_for_ratification", False)]
    assert acts(page["Protocol on Amendments to the Charter of Ports"]) == [("call_for_ratification", False)]
    assert page["Agreement on Ropes"]["actions"][0]["by"] == ["Ana Dol"]


def test_text_named_as_context_only_has_no_actions() -> None:
    page = read("The exercise is held in accordance with the Treaty on Ice.")
    assert page["Treaty on Ice"]["actions"] == []
    assert not page["Treaty on Ice"]["status"]


def test_plan_told_again_as_done_is_done() -> None:
    slots = read("The ministers will sign the Treaty on Ice.", "The Treaty on Ice was signed.")["Treaty on Ice"]
    assert acts(slots) == [("sign", False)]


def test_years_keep_two_plans_apart() -> None:
    page = read("The Plan of Work for 2024 was discussed. The Plan of Work for 2025 was adopted.")
    assert set(page) == {"Plan of Work for 2024", "Plan of Work for 2025"}


def test_only_actions_of_the_record_format_are_told() -> None:
    from muniment.reading.en.rules.actions import _VERBS, STATUS

    assert {action for action, _, _ in _VERBS} | set(STATUS) <= CLOSED["instruments", "actions"]
    assert set(STATUS.values()) <= CLOSED["instruments", "status"]


@pytest.mark.parametrize(
    ("sentence", "title", "expected"),
    [
        (
            "Unanimously adopting resolution 12 (2024), the Council of Ports called on Norway to dredge.",
            "resolution 12 (2024)",
            [("adopt", False)],
        ),
        ("At the end of the meeting a Protocol was signed.", "Protocol", [("sign", False)]),
        ("The Convention on Ports is so far ratified only by Norway.", "Convention on Ports", [("ratify", False)]),
        ("The draft Plan of Dredging was vetoed by Norway.", "Plan of Dredging", [("reject", False)]),
        ("The draft Plan of Dredging failed to win a majority.", "Plan of Dredging", [("reject", False)]),
        ("No joint statement on fishing was issued.", "joint statement on fishing", [("not_adopt", False)]),
        (
            "The Council of Ports has not adopted a declaration on rivers this year.",
            "declaration on rivers",
            [("not_adopt", False)],
        ),
        (
            "A decision was made to build a new pier in the harbour.",
            "decision to build a new pier in the harbour",
            [("adopt", False)],
        ),
        (
            "The documents signed at the session include an agreement on lighthouses.",
            "agreement on lighthouses",
            [("sign", False)],
        ),
        ("They agreed the Plan of Dredging and passed it to the ministers for signature.", "Plan of Dredging",
         [("agree", False), ("submit", False)]),
    ],
)  # fmt: skip
def test_outcome_is_read_in_a_clause_of_its_own(sentence: str, title: str, expected: list[tuple[str, bool]]) -> None:
    assert acts(read(sentence)[title]) == expected


def test_nothing_is_adopted_that_has_not_yet_been() -> None:
    assert acts(read("The Council of Ports has not yet adopted the Plan of Dredging.")["Plan of Dredging"]) == []


def test_a_series_of_new_decisions_points_back_to_none_told_before() -> None:
    told = read(
        "The Council of Ports has not adopted a declaration on rivers.",
        "The session ended with the adoption of a series of declarations.",
    )
    assert acts(told["declaration on rivers"]) == [("not_adopt", False)]


def test_a_text_in_brackets_behind_a_title_is_not_acted_on() -> None:
    told = read("The Council of Ports adopted the Plan of Dredging (see the Convention on Ports).")
    assert acts(told["Convention on Ports"]) == []


def test_the_former_is_the_first_of_two_texts_named_before() -> None:
    told = read("The Plan of Dredging and the Rules of Mooring were considered. The former was approved.")
    assert acts(told["Plan of Dredging"]) == [("consider", False), ("approve", False)]
    assert acts(told["Rules of Mooring"]) == [("consider", False)]


def test_an_item_of_a_list_is_a_title_as_a_whole() -> None:
    told = read(
        "The following decisions were adopted:",
        "- Decision on an addendum to the 2004 Plan of Dredging of the Union;",
        "- Decision on mooring.",
    )
    assert "Decision on an addendum to the 2004 Plan of Dredging of the Union" in told


def test_a_day_on_which_something_is_still_to_be_done_is_not_the_day_of_the_act() -> None:
    told = read("The Council of Ports has approved a list of barriers to be lifted in 2027.")
    assert "date" not in told["list of barriers to be lifted"]["actions"][0]


def test_states_counted_as_signatories_are_kept_with_their_number() -> None:
    told = read("The Convention on Ports has been signed by 45 countries and Norway.")
    assert told["Convention on Ports"]["actions"] == [{"action": "sign", "by": ["45 countries", "Norway"]}]


@pytest.mark.parametrize(
    ("sentence", "title", "expected"),
    [
        (
            "As a result, a “Joint Declaration of the Ministers on Melting Ice” was adopted.",
            "Joint Declaration of the Ministers on Melting Ice",
            [("adopt", False)],
        ),
        (
            "The Council of Ports approved by acclamation the Plan of Dredging.",
            "Plan of Dredging",
            [("approve", False)],
        ),
        (
            "The Council of Ports also approved, at the urging of Norway, the Plan of Dredging.",
            "Plan of Dredging",
            [("approve", False)],
        ),
        (
            "The Board approved the submission to the Council of Ports of the draft Plan of Dredging.",
            "Plan of Dredging",
            [("submit", True)],
        ),
        (
            "Since the signing of the Declaration on Tides in March 2010, trade has grown.",
            "Declaration on Tides",
            [("sign", False)],
        ),
    ],
)
def test_act_is_read_where_official_pages_put_it(sentence: str, title: str, expected: list[tuple[str, bool]]) -> None:
    assert acts(read(sentence)[title]) == expected


def test_a_participle_said_of_the_amending_text_is_none_of_the_amended_one() -> None:
    told = read("The Charter of Ports was amended by the Protocol of Oslo, signed in 1967.")
    assert acts(told["Charter of Ports"]) == [("amend", False)]
    assert acts(told["Protocol of Oslo"]) == [("sign", False)]
    assert told["Protocol of Oslo"]["amends"] == "Charter of Ports"


def test_a_text_is_adopted_that_stands_above_the_line_which_says_so() -> None:
    told = read("Resolution 12 (2024)", "Adopted by the Council of Ports at its 40th meeting, on 3 May 2024")
    assert told["Resolution 12 (2024)"]["actions"] == [
        {"action": "adopt", "date": "2024-05-03", "by": ["Council of Ports"]}
    ]


@pytest.mark.parametrize(
    ("sentence", "title", "expected"),
    [
        (
            "The Treaty on Ice was brokered by Norway and signed by 44 of its 55 member states in Oslo.",
            "Treaty on Ice",
            [{"action": "sign", "by": ["44 of its 55 member states"], "place": "Oslo"}],
        ),
        (
            "So far 31 of the 55 member states have ratified the Treaty on Ice.",
            "Treaty on Ice",
            [{"action": "ratify", "by": ["31 member states"]}],
        ),
        (
            "On 11 June 2015 the Council deposited, on behalf of Norway, the instrument of approval of the Treaty on"
            " Ice.",
            "Treaty on Ice",
            [{"action": "deposit", "date": "2015-06-11", "by": ["Council"]}],
        ),
        (
            "A road map for the support of small ports has also been adopted.",
            "road map for the support of small ports",
            [{"action": "adopt"}],
        ),
    ],
)
def test_numbers_and_asides_do_not_hide_an_act(sentence: str, title: str, expected: list[dict[str, object]]) -> None:
    assert read(sentence)[title]["actions"] == expected


def test_a_treaty_that_counts_only_once_it_is_ratified_has_not_been() -> None:
    told = read("The Agency will begin its work after the Treaty on Ice has been ratified by fifteen states.")
    assert acts(told["Treaty on Ice"]) == []


def test_a_group_with_its_number_is_kept_beside_the_text_it_includes() -> None:
    told = read("The ministers signed 14 documents, including the Plan of Dredging.")
    assert told["14 documents"]["count"] == 14
    assert acts(told["Plan of Dredging"]) == [("sign", False)]


@pytest.mark.parametrize(
    ("sentence", "title", "expected"),
    [
        (
            "Further resolutions were adopted on the mooring of ships and on drifting ice.",
            "Further resolutions on the mooring of ships and on drifting ice",
            [("adopt", False)],
        ),
        ("There was also adopted the Declaration on Ice.", "Declaration on Ice", [("adopt", False)]),
        (
            "The resolution on ice, which called for patrols, pilots and tugs, was vetoed by Norway.",
            "resolution on ice",
            [("reject", False)],
        ),
        (
            "The Council of Ports failed to adopt a draft resolution introduced by Norway on drifting ice.",
            "draft resolution introduced by Norway on drifting ice",
            [("not_adopt", False)],
        ),
        (
            "The Convention on Ports comes into effect on 1 June 2024.",
            "Convention on Ports",
            [("enter_into_force", True)],
        ),
        ("The Plan of Dredging was however adopted by the Council of Ports.", "Plan of Dredging", [("adopt", False)]),
    ],
)
def test_subject_of_a_text_is_found_on_either_side_of_its_verb(
    sentence: str, title: str, expected: list[tuple[str, bool]]
) -> None:
    assert acts(read(sentence)[title]) == expected


def test_a_note_of_adoption_belongs_to_the_number_at_the_head_of_the_page() -> None:
    told = read(
        "Recommendation 224 (2024)",
        "Council of Ports",
        "Debate on 25 January 2024 (6th sitting).",
        "Text adopted by the Council of Ports on 25 January 2024 (6th sitting).",
    )
    assert acts(told["Recommendation 224 (2024)"]) == [("adopt", False)]


@pytest.mark.parametrize(
    ("sentence", "title", "expected"),
    [
        (
            "The ministers adopted a Statement in connection with the anniversary of the lighthouse.",
            "Statement in connection with the anniversary of the lighthouse",
            [("adopt", False)],
        ),
        (
            "The Target Programme to strengthen the sea wall was approved.",
            "Target Programme to strengthen the sea wall",
            [("approve", False)],
        ),
        (
            "The ministers approved several legal instruments, such as the accord that amends the protocol on tides.",
            "accord that amends the protocol on tides",
            [("approve", False)],
        ),
        ("The meeting passed Annex 13 on channels.", "Annex 13 on channels", [("adopt", False)]),
        ("The ministers approved of a statement on drifting ice.", "statement on drifting ice", [("approve", False)]),
        ("The session's agenda included the draft Plan of Dredging.", "Plan of Dredging", [("consider", False)]),
    ],
)  # fmt: skip
def test_text_is_named_by_its_occasion_purpose_or_what_it_amends(
    sentence: str, title: str, expected: list[tuple[str, bool]]
) -> None:
    assert acts(read(sentence)[title]) == expected


def test_years_that_a_title_speaks_of_do_not_date_its_adoption() -> None:
    told = read("The ministers adopted a Statement in connection with the victory in the Great War 1914–1918.")
    assert all("date" not in action for slots in told.values() for action in slots["actions"])


def test_a_quoted_treaty_is_not_taken_for_the_one_told_of_before() -> None:
    told = read(
        "The Council of Ports issued the Final Communique of the Summit.",
        "It welcomed the signing of the “Lima Declaration” of the islands.",
    )
    assert "sign" not in [action for action, _ in acts(told["Final Communique of the Summit"])]


def test_a_formal_title_without_a_subject_is_a_text_of_its_own_where_none_was_told_of() -> None:
    told = read("The ministers of Norway and Iceland signed the Joint Declaration.")
    assert acts(told["Joint Declaration"]) == [("sign", False)]
    told = read("They adopted the Joint Declaration on Drifting Ice. The ministers then signed the Joint Declaration.")
    assert "Joint Declaration" not in told


def test_items_of_a_resolution_are_no_decisions_beside_it() -> None:
    told = read("The Council of Ports,", "1. Decides to review the list of berths;", "2. Decides to meet in May.")
    assert all(slots["kind"] != "decision" for slots in told.values())


def test_two_quoted_titles_of_one_body_are_two_texts() -> None:
    told = read(
        "They adopted the new “Rules of Procedure of the Harbour Union” and endorsed the “Harbour Union Strategy for"
        " 2022-2026”."
    )
    assert {slots["kind"] for slots in told.values()} == {"regulation", "strategy"}


def test_a_body_written_small_may_follow_a_fronted_adoption() -> None:
    told = read("Unanimously adopting resolution 2569, the 15-member council also asked for a report.")
    assert acts(told["resolution 2569"]) == [("adopt", False)]


def test_what_is_told_as_well_is_no_reason_of_a_rejection() -> None:
    told = read("The resolution on ice, which called for patrols, as well as for tugs, was vetoed by Norway.")
    assert "reason" not in told["resolution on ice"]


def test_a_state_behind_its_city_does_not_act() -> None:
    told = read("The Council of Ports, meeting in Oslo, Norway, has adopted the Plan of Dredging.")
    assert told["Plan of Dredging"]["actions"][0].get("by") != ["Norway"]


def test_members_of_a_group_that_was_adopted_were_adopted_too() -> None:
    told = read(
        "Eleven documents were adopted at the summit in Oslo on 3 May 2024, including the Lima Declaration, the"
        " Convention on Ice, and seven decisions."
    )
    assert acts(told["Lima Declaration"]) == acts(told["Convention on Ice"]) == [("adopt", False)]
    assert told["seven decisions"]["count"] == 7
    assert told["Convention on Ice"]["actions"][0]["date"] == "2024-05-03"


def test_a_treaty_about_another_is_a_text_of_its_own() -> None:
    told = read(
        "On 3 May 2014 Norway signed the Treaty on the Harbour Union.",
        "The Treaty on the Accession of Iceland to the Treaty on the Harbour Union was signed on 7 June 2014.",
    )
    assert told["Treaty on the Harbour Union"]["actions"][0]["date"] == "2014-05-03"
    accession = told["Treaty on the Accession of Iceland to the Treaty on the Harbour Union"]
    assert [action["date"] for action in accession["actions"]] == ["2014-06-07"]


def test_members_of_a_council_act_as_the_council() -> None:
    told = read(
        "A session of the Council of Ports was held on 3 May 2024.", "The Council members adopted the Ice Pact."
    )
    assert told["Ice Pact"]["actions"][0]["by"] == ["Council of Ports"]


def test_a_council_written_small_acts_as_the_one_told_of() -> None:
    told = read("The Council of Ports met on 3 May 2024.", "The council also finalised the draft decision on pilots.")
    assert told["decision on pilots"]["actions"][0]["by"] == ["Council of Ports"]


def test_the_year_of_another_clause_does_not_date_what_was_done() -> None:
    told = read(
        "The Council of Ports met on 3 May 2024.",
        "The council adopted the Plan of Dredging and asked the Secretariat to report by March 2026.",
    )
    assert told["Plan of Dredging"]["actions"][0]["date"] == "2024-05-03"


def test_a_report_of_a_meeting_in_the_perfect_has_its_day() -> None:
    told = read("The Council of Ports met on 3 May 2024.", "The draft Decision on Pilots has been agreed upon.")
    assert told["Decision on Pilots"]["actions"][0]["date"] == "2024-05-03"
    told = read("The Council of Ports met on 3 May 2024.", "The draft Decision on Pilots has already been agreed upon.")
    assert "date" not in told["Decision on Pilots"]["actions"][0]


def test_a_text_that_begins_a_passive_clause_is_none_of_what_was_approved_before() -> None:
    told = read(
        "The Board approved the Plan of Dredging, and the draft Ice Pact was sent back to the Council of Ports."
    )
    assert acts(told["Plan of Dredging"]) == [("approve", False)]
    assert acts(told["Ice Pact"]) == [("return", False)]


def test_texts_counted_up_behind_a_group_were_sent_where_it_was() -> None:
    told = read(
        "Fourteen documents have already been submitted to the ministers.",
        "Among them are the draft Ice Pact and the draft Plan of Dredging.",
    )
    assert told["Ice Pact"]["actions"] == [{"action": "submit", "to": ["ministers"]}]


def test_a_title_may_stand_behind_a_word_for_it() -> None:
    told = read("The Assembly adopted a resolution titled “Safe Harbours for the Pilots of the North”.")
    assert told["Safe Harbours for the Pilots of the North"]["kind"] == "resolution"
