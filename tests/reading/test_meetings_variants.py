"""Who took part in a meeting, how and where they met, in the turns of different press offices."""

from typing import Any

import pytest
from tests.reading.meeting_pages import names, read

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())
HELD = "The meeting of the Council of Ports was held in Lima on 5 May 2024. "


def meetings(text: str) -> list[dict[str, Any]]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "meetings"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Delegations of Chile, Brazil and Ecuador took part in the meeting.", ["Chile", "Brazil", "Ecuador"]),
        ("Taking part are delegations of all member states.", ["delegations of all member states"]),
        (
            "It was attended by delegations of the competent authorities of Chile and Brazil.",
            ["delegations of the competent authorities of Chile and Brazil"],
        ),
        (
            "The floor was taken by Foreign Minister of Chile Ivo Ram and Foreign Minister of Brazil Pia Sol.",
            ["Ivo Ram", "Pia Sol"],
        ),
        ("Foreign Minister of Chile Ivo Ram also spoke.", ["Ivo Ram"]),
        ("Reports were delivered by Foreign Minister of Chile Ivo Ram.", ["Ivo Ram"]),
    ],
)
def test_those_who_took_part_are_read_whatever_tells_of_them(sentence: str, names: list[str]) -> None:
    (slots,) = meetings(HELD + sentence)
    assert [each["name"] for each in slots["participants"]] == names


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister of Peru Ana Dol met with her Chilean counterpart, Ivo Ram, in Lima on 3 May 2024.",
        "Foreign Minister of Peru Ana Dol and her Chilean counterpart Ivo Ram met in Lima on 3 May 2024.",
        "Foreign Minister of Peru Ana Dol met on the sidelines of the session with her Chilean counterpart Ivo Ram.",
    ],
)
def test_a_counterpart_is_met(text: str) -> None:
    assert [each["name"] for each in meetings(text)[0]["participants"]] == ["Ana Dol", "Ivo Ram"]


def test_states_that_took_part_are_read_before_the_meeting() -> None:
    (slots,) = meetings("Chile, Brazil and Ecuador took part in the meeting of the Council of Ports in Lima.")
    assert [each["name"] for each in slots["participants"]] == ["Chile", "Brazil", "Ecuador"]


def test_who_attended_is_told_apart_from_who_chaired() -> None:
    (slots,) = meetings(
        "The 12th session of the Council of Ports was chaired by Foreign Minister of Peru Ana Dol and attended by "
        "Foreign Minister of Chile Ivo Ram."
    )
    assert (slots["chair"], [each["name"] for each in slots["participants"]]) == ("Ana Dol", ["Ivo Ram"])


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        (
            "A telephone conversation was held between Secretary General Ana Dol and President of Chile Ivo Ram.",
            "mode",
            "telephone",
        ),
        (
            "Secretary General Ana Dol and Foreign Minister of Chile Ivo Ram discussed trade at a meeting in Lima on "
            "3 May 2024.",
            "place",
            "Lima",
        ),
        (
            "Foreign Minister of Chile Ivo Ram visited Lima on 3 May 2024 and met Secretary General Ana Dol.",
            "place",
            "Lima",
        ),
        (
            "The Secretariat hosted an international conference on port safety on 2-3 May 2024.",
            "bodies",
            ["international conference on port safety"],
        ),
        (
            "Experts of the member states met in Lima from 2 to 3 May 2024.",
            "bodies",
            ["Experts of the member states"],
        ),
    ],
)
def test_how_and_where_people_met_is_read(text: str, slot: str, value: object) -> None:
    (slots,) = meetings(text)
    assert slots[slot] == value


def test_a_retreat_is_a_meeting() -> None:
    (slots,) = meetings("On 5 May 2024, Chile hosted the 2nd Ports Council Ministers' Retreat in Santiago.")
    assert (slots["kind"], slots["ordinal"], slots["place"]) == ("session", 2, "Santiago")


def test_who_reports_that_a_meeting_will_be_held_does_not_take_part_in_it() -> None:
    (slots,) = meetings("Ambassador Ana Dol reported that the session of the Council of Ports would be held in Lima.")
    assert "participants" not in slots


def test_people_who_met_on_the_sidelines_of_a_long_name_are_read() -> None:
    found = meetings(
        "On 3 May 2024, in Lima, President of Chile Ivo Ram, on the sidelines of the Conference on Safe Ports and Deep "
        "Harbours for All Coasts, met with Secretary General Ana Dol."
    )
    people = [[each["name"] for each in slots.get("participants", [])] for slots in found]
    assert ["Ivo Ram", "Ana Dol"] in people


def test_those_taking_part_are_read_behind_who_chaired() -> None:
    (slots,) = meetings(
        HELD + "Taking part in the meeting chaired by Ana Dol, were President of Chile Ivo Ram and Pia Sol."
    )
    assert "Ivo Ram" in [each["name"] for each in slots["participants"]]


def test_the_summit_told_again_without_its_day_is_no_second_meeting() -> None:
    (slots,) = meetings(HELD + "Ambassador Ivo Ram was invited to attend the Harbour Union summit.")
    assert slots["bodies"] == ["Council of Ports"]


def test_a_meeting_that_follows_another_has_not_its_place() -> None:
    found = meetings(
        "Monday's seventh ministerial meeting follows talks between Chile and Peru held in Lima last year."
    )
    assert not any(slots.get("ordinal") and slots.get("place") for slots in found)


def test_a_meeting_on_whose_sidelines_people_met_has_neither_their_day_nor_their_names() -> None:
    found = meetings(
        "On 3 May 2024, Secretary General Ana Dol met with Foreign Minister of Chile Ivo Ram on the sidelines of the "
        "general debate of the 72nd session of the Council of Ports in Lima."
    )
    session = next(slots for slots in found if slots["kind"] == "session")
    assert not session.get("start")
    assert not session.get("participants")


def test_what_a_session_is_convened_for_is_no_second_meeting() -> None:
    (slots,) = meetings(
        "On 7 May, the Council of Ports will convene its 12th session for an updated briefing on ports."
    )
    assert slots["kind"] == "session"


def test_those_who_take_part_belong_to_the_meeting_told_of_and_not_to_one_it_prepares() -> None:
    found = meetings(
        "On 19 May, Lima will host the 17th meeting of the Council of Ports. The event is a preparatory stage for the "
        "Ports Summit to be held in Santiago. Foreign Minister of Chile Ivo Ram will participate in the meeting."
    )
    with_people = [slots["bodies"] for slots in found if slots.get("participants")]
    assert with_people == [["Council of Ports"]]


def test_what_two_people_spoke_of_on_the_sidelines_is_not_on_the_agenda_of_the_session() -> None:
    found = meetings(
        "On 3 May 2024, in Lima, President of Chile Ivo Ram met with Secretary General Ana Dol on the sidelines of the "
        "5th Conference on Port Safety. During the meeting, the parties discussed trade and the safety of tugs."
    )
    assert not any(slots.get("agenda") for slots in found if slots["kind"] == "conference")


@pytest.mark.parametrize(
    "sentence",
    [
        "Secretary General Ana Dol took part in the forum in Oslo on 3 May 2024 and met with Foreign Minister "
        "Ivo Marr.",
        "On 3 May 2024 Secretary General Ana Dol attended the opening of the port and held talks with Foreign Minister "
        "Ivo Marr.",
        "Foreign Minister Ivo Marr was hosted by Secretary General Ana Dol in Oslo on 3 May 2024.",
        "On 3 May 2024 the Secretariat hosted a meeting of its Secretary General Ana Dol with Foreign Minister "
        "Ivo Marr.",
        "On 3 May 2024 the Secretariat hosted a working meeting between Secretary General Ana Dol and Foreign Minister "
        "Ivo Marr.",
    ],
)
def test_people_who_met_are_read_whatever_else_the_sentence_tells_of_them(sentence: str) -> None:
    (meeting,) = [m for m in read(sentence) if m["kind"] == "bilateral"]
    assert meeting["start"] == "2024-05-03"
    assert sorted(names(meeting)) == ["Ana Dol", "Ivo Marr"]


def test_heads_of_ministries_that_a_visitor_met_were_each_met_apart() -> None:
    told = read(
        "On 3 May 2024 Secretary General Ana Dol met with Foreign Minister Ivo Marr, Defence Minister Eva Lind and the "
        "Secretary of the Security Council Tor Vik."
    )
    assert [names(meeting) for meeting in told] == [["Ana Dol", name] for name in ("Ivo Marr", "Eva Lind", "Tor Vik")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Special attention was paid to the safety of harbours.",
        "The main emphasis was placed on the safety of harbours.",
        "Discussions chiefly revolved around the safety of harbours.",
        "The safety of harbours was among the topics discussed.",
        "The safety of harbours was also on the meeting agenda.",
        "The meeting focused on discussing the safety of harbours.",
        "By the agenda of the session, the safety of harbours was discussed.",
        "At the meeting, the safety of harbours was considered in detail.",
    ],
)
def test_what_was_talked_over_is_read_whoever_is_said_to_do_it(sentence: str) -> None:
    (meeting,) = read("On 3 May 2024, the Council of Harbour Ministers met in Oslo.", sentence)
    assert meeting["agenda"] == ["the safety of harbours"]


def test_a_session_that_starts_with_somebody_s_opening_remarks_has_them_there() -> None:
    (meeting,) = read(
        "The session of the Council of Ports on 3 May 2024 began with opening remarks by Minister Ivo Marr."
    )
    assert names(meeting) == ["Ivo Marr"]


def test_a_meeting_with_the_participation_of_somebody_is_one() -> None:
    (meeting,) = read(
        "A Council of Ports meeting with the participation of the heads of state of the League is to take place "
        "on June "
        "24-25 in Oslo, Ivo Marr, official spokesperson of the League, said."
    )
    assert (meeting["start"], meeting["end"], meeting["status"]) == ("2024-06-24", "2024-06-25", "announced")
    assert "Ivo Marr" not in names(meeting)


def test_a_meeting_that_was_held_to_prepare_another_is_of_the_week_before() -> None:
    held, coming = read(
        "The consulate in Lima hosted a meeting on Wednesday to discuss preparations for the upcoming Council of Ports "
        "summit in Oslo."
    )
    assert (held["status"], held["start"], coming["status"]) == ("held", "2024-05-01", "announced")


def test_representatives_of_member_states_told_one_by_one_are_each_state_s() -> None:
    (meeting,) = read(
        "The Council of Ports met in Oslo on 3 May 2024.",
        "Representatives from League of Ports member states Chile, Peru and Brazil were also present.",
    )
    assert names(meeting) == ["Chile", "Peru", "Brazil"]


def test_who_joined_the_talks_from_afar_was_there() -> None:
    (meeting,) = read(
        "The Council of Ports met in Oslo on 3 May 2024.",
        "The talks in the expanded format were joined, via videoconference, by Foreign Minister Ivo Marr.",
    )
    assert names(meeting) == ["Ivo Marr"]


def test_matters_on_a_body_s_agenda_are_the_meeting_s() -> None:
    (meeting,) = read(
        "The Council of Ports met in Oslo on 3 May 2024.",
        "The meeting participants considered issues on the Council's agenda concerning tides, tolls and pilots.",
    )
    assert meeting["agenda"] == ["tides", "tolls", "pilots"]


def test_who_was_congratulated_was_not_at_a_summit_only_named_beside_it() -> None:
    told = read(
        "Minister Ivo Marr met with Ana Dol, the new Secretary General, on 3 May 2024.",
        "Ivo Marr congratulated Ana Dol on her post and spoke of the outcomes of the Council of Ports summit in Oslo.",
    )
    assert all(meeting["kind"] == "bilateral" or not names(meeting) for meeting in told)


@pytest.mark.parametrize(
    "sentence",
    [
        "At the end of the session, for merits in the League's work, Deputy Minister Ivo Marr was handed the medal.",
        "At the close of the meeting, the Certificate of Honour was presented to Minister Ivo Marr.",
        "The Council received a report from the Executive Director of the Harbour Fund, Ivo Marr.",
        "Ambassador Ivo Marr represented the Norwegian side.",
    ],
)
def test_who_was_honoured_heard_or_stood_for_a_side_was_there(sentence: str) -> None:
    (meeting,) = read("The Council of Harbour Ministers met in Oslo on 3 May 2024.", sentence)
    assert names(meeting) == ["Ivo Marr"]


@pytest.mark.parametrize(
    "sentence",
    [
        "It was chaired on behalf of the Kingdom of Norway by Deputy Minister Ivo Marr.",
        "General Ivo Marr, Chairman of the Council, led the two-day meeting together with the commanders.",
    ],
)
def test_who_led_a_meeting_chaired_it(sentence: str) -> None:
    (meeting,) = read("The Council of Harbour Ministers met in Oslo on 3 May 2024.", sentence)
    assert meeting["chair"] == "Ivo Marr"


def test_delegations_of_the_bodies_of_all_member_states_are_named_whole_and_once() -> None:
    (meeting,) = read(
        "The Council of Ports met in Oslo on 3 May 2024.",
        "The delegations of the Security Councils of all the member states of the League and Minister Ivo Marr "
        "took part "
        "in the session.",
    )
    assert sorted(names(meeting)) == [
        "Ivo Marr",
        "delegations of the Security Councils of all the member states of the League",
    ]


def test_who_is_heard_by_a_session_is_not_put_to_an_earlier_one_told_beside_it() -> None:
    told = read(
        "The Council of Ports held its 22nd session in Oslo on 24 May 2024.",
        "As a follow up to its decision of 3 May 2023 of its 21st session, the Council received a briefing from "
        "Minister "
        "Ivo Marr.",
    )
    assert [(m["ordinal"], names(m)) for m in told if names(m)] == [(22, ["Ivo Marr"])]
