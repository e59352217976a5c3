"""Meetings told by their noun: between whom, of which group, by whom a briefing was given, on which day."""

import pytest
from tests.reading.meeting_pages import names, read


def test_a_meeting_held_between_people_is_theirs() -> None:
    (meeting,) = read(
        "A meeting was held in Oslo between the head of the lamps department, Colonel Ivo Marr, and Secretary General "
        "Ana Dol."
    )
    assert (meeting["kind"], meeting["place"], names(meeting)) == ("bilateral", "Oslo", ["Ivo Marr", "Ana Dol"])


def test_a_meeting_of_one_with_another_has_its_day() -> None:
    (meeting,) = read(
        "A meeting of Minister of Transport of Norway Ivo Marr with Secretary General Ana Dol "
        "was held on 3 May on the sidelines of the regatta in Oslo."
    )
    assert (meeting["start"], meeting["place"], names(meeting)) == ("2024-05-03", "Oslo", ["Ivo Marr", "Ana Dol"])


def test_no_meeting_is_read_where_none_was_held() -> None:
    assert not read("No meeting was held in Oslo between Minister Ivo Marr and Secretary General Ana Dol on 3 May.")


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        (
            "On 3 May, the League of Ports hosted a working meeting of the heads of harbour lighting bodies of the "
            "member states.",
            "heads of harbour lighting bodies of the member states",
        ),
        (
            "On 3 May 2024, the 2nd meeting of the Coordination Council of authorised bodies of the member states "
            "was held in Oslo.",
            "Coordination Council of authorised bodies of the member states",
        ),
        (
            "On 3 May 2024, in Oslo, the 13th meeting of representatives of interested ministries of Norway was held.",
            "representatives of interested ministries of Norway",
        ),
        (
            "On 3 May 2024, the 4th meeting of the Council of Ministers for Countering the Illegal Trade was held.",
            "Council of Ministers for Countering the Illegal Trade",
        ),
    ],
)
def test_a_group_that_met_has_its_whole_name(sentence: str, body: str) -> None:
    (meeting,) = read(sentence)
    assert meeting["bodies"] == [body]


def test_delegations_of_the_member_states_are_not_the_organisation() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Harbour Ministers met in Oslo.",
        "The meeting was attended by delegations of the Organization's member states and by Minister Ivo Marr.",
    )
    assert names(meeting) == ["delegations of the Organization's member states", "Ivo Marr"]


def test_whoever_gave_a_briefing_took_part_in_it() -> None:
    (meeting,) = read("On 3 May, Minister of Transport Ivo Marr held a briefing on the lamps.")
    assert (meeting["kind"], names(meeting)) == ("briefing", ["Ivo Marr"])


def test_who_reported_at_a_meeting_told_with_it_took_part() -> None:
    (meeting,) = read(
        "On 3 May 2024, a meeting of the Council of Ports was held in Oslo, during which Secretary General Ana Dol "
        "reported on the lamps."
    )
    assert names(meeting) == ["Ana Dol"]


def test_a_training_session_and_a_second_word_in_brackets_are_no_meetings() -> None:
    assert not read("On 3 May 2024, a joint training session was held in Oslo between the shifts.")
    assert len(read("On 3 May 2024, the League of Ports hosted a seminar (working session) on lamps in Oslo.")) == 1


def test_a_year_spoken_of_is_not_the_day_of_a_meeting_that_the_sentence_begins_with() -> None:
    (meeting,) = read(
        "On 3 and 4 May, the League of Ports hosted consultations of the harbour ministers on the regattas in 2026."
    )
    assert (meeting["start"], meeting["end"]) == ("2024-05-03", "2024-05-04")


def test_the_holder_of_several_offices_chairs_by_name() -> None:
    (meeting,) = read(
        "On 3 May 2024, a meeting of the Council of Ports was held in Oslo under the chairmanship of the Chairman of "
        "the Council of Ports, President of Norway Olga Tarn."
    )
    assert meeting["chair"] == "Olga Tarn"


def test_what_was_noted_when_a_text_was_adopted_was_said_at_its_own_meeting() -> None:
    own, recalled = read(
        "Adopted by the Council of Ports at its 87th meeting held on 3 May 2024:",
        "Recalling its 76th meeting held on 4 April 2024;",
        "Noting the opening remarks of Minister Ivo Marr, Chairperson of the Council of Ports;",
    )
    assert (own["ordinal"], own["chair"], recalled.get("chair")) == (87, "Ivo Marr", None)


def test_somebody_glad_to_speak_at_a_meeting_is_at_it() -> None:
    (meeting,) = read("I am glad to have the opportunity to take part in the 9th meeting of the Council of Ports.")
    assert meeting["status"] == "held"


def test_adjectives_in_a_row_are_one_item_of_an_agenda() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Harbour Ministers met in Oslo.",
        "The parties discussed work in the economic, cultural and technical fields, and the next regatta, planned for "
        "June.",
    )
    assert meeting["agenda"] == [
        "work in the economic, cultural and technical fields", "the next regatta, planned for June",
    ]  # fmt: skip


def test_the_holder_of_an_office_may_be_named_behind_its_place() -> None:
    (meeting,) = read(
        "On 3 May 2024 Secretary General Ana Dol received the Consul General of Norway in Lima, Mr. Ivo Marr."
    )
    assert names(meeting) == ["Ana Dol", "Ivo Marr"]


def test_states_that_sent_people_are_named_one_by_one() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Harbour Ministers met in Oslo.",
        "The meeting was attended by authorised representatives of the Republic of Peru, Chile and Norway.",
    )
    assert names(meeting) == ["Republic of Peru", "Chile", "Norway"]


def test_a_committee_of_two_sides_has_both_in_its_name() -> None:
    (meeting,) = read(
        "The Fifth Meeting of the NATO-Norway Joint Harbour Committee was convened in Oslo on 3 May 2024."
    )
    assert (meeting["bodies"], meeting["ordinal"]) == (["NATO-Norway Joint Harbour Committee"], 5)


def test_what_prepared_a_session_says_nothing_of_where_that_will_be() -> None:
    meetings = read(
        "The Senior Officials Meeting preparatory to the 9th session of the Council of Ports ended in Oslo on 3 May."
    )
    assert [m.get("place") for m in meetings if m.get("ordinal") == 9] in ([], [None])


def test_a_body_that_is_only_where_somebody_sits_has_not_met() -> None:
    (meeting,) = read("The Council of Envoys of Peru to the statutory bodies of the League gathered today in Oslo.")
    assert meeting["bodies"] == ["Council of Envoys of Peru"]


def test_talks_counted_by_a_number_are_told_when_they_ended() -> None:
    (meeting,) = read("The second staff negotiations on preparing the regatta ended in Oslo on 3 May.")
    assert (meeting["ordinal"], meeting["place"], meeting["start"]) == (2, "Oslo", "2024-05-03")


def test_items_of_a_list_answer_what_the_meeting_considered() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Harbour Ministers met in Oslo.",
        "The meeting considered the following issues:",
        "- on the plan of work for the autumn;",
        "- on the lamps of the harbour.",
    )
    assert meeting["agenda"] == ["plan of work for the autumn", "lamps of the harbour"]


def test_the_session_whose_decisions_a_plan_carries_out_is_recorded() -> None:
    (meeting,) = read(
        "They agreed on the draft Action Plan for the implementation of the decisions of the March (2024) session of "
        "the Council of Ports, which was held in Oslo."
    )
    assert (meeting["bodies"], meeting["start"], meeting["place"]) == (["Council of Ports"], "2024-03", "Oslo")


def test_a_speech_in_the_title_was_held_at_the_debate_of_the_pages_day() -> None:
    (meeting,) = read(
        "The port grows.",
        title="Statement by Secretary General Ana Dol at the UN Security Council debate on harbours",
    )
    assert (meeting["kind"], meeting["start"], names(meeting)) == ("debate", "2024-05-06", ["Ana Dol"])


def test_the_weekday_of_what_the_first_sentence_tells_is_the_meetings_day() -> None:
    (meeting,) = read(
        "Delegates of the League approved on Saturday the plan of the harbour.",
        "The extraordinary meeting of the Council of Ports was held at the harbour house in Oslo.",
    )
    assert meeting["start"] == "2024-05-04"


def test_negotiations_to_be_opened_and_an_order_received_are_no_meetings() -> None:
    assert not read("It approved the opening of negotiations with Norway on the lamps.")
    assert not read("Captain Ivo Marr received in January the Grand Cross of the Harbour from President Olga Tarn.")


def test_leaders_of_the_member_states_are_named_as_such() -> None:
    (meeting,) = read("Leaders of the League of Ports member states gathered in Oslo on 3 May.")
    assert meeting["bodies"] == ["Leaders of the League of Ports member states"]


def test_presidents_named_before_their_states_take_part() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Harbour Ministers met in Oslo.",
        "The meeting was attended by presidents Olga Tarn of Norway, Ivo Marr of Peru and Ana Dol of Chile.",
    )
    assert names(meeting) == ["Olga Tarn", "Ivo Marr", "Ana Dol"]


def test_the_head_of_a_delegation_does_not_chair_the_assembly_it_came_to() -> None:
    meetings = read(
        "The delegation of the Secretariat of the League of Ports, headed by Captain Ivo Marr, was in Oslo from 24 to "
        "27 April in connection with the events of the 74th session of the Assembly of Ports."
    )
    assert all(not m.get("chair") and not m.get("start") for m in meetings)


def test_a_photo_ceremony_is_no_meeting() -> None:
    assert not read("The leaders arrived in Oslo on 3 May after attending a photo ceremony.")


def test_the_city_of_the_title_is_where_the_meeting_was() -> None:
    (meeting,) = read(
        "Minister of Transport Ivo Marr took part in the meeting of the Council of Ports on 3 May.",
        title="Ivo Marr attends Council of Ports meeting in Oslo",
    )
    assert meeting["place"] == "Oslo"


def test_a_briefing_in_the_title_is_the_one_that_the_text_tells_of() -> None:
    (meeting,) = read(
        "On 3 May, the harbour house hosted a briefing by Captain Ivo Marr on the lamps.",
        title="Briefing by Captain Ivo Marr took place",
    )
    assert (meeting["start"], names(meeting)) == ("2024-05-03", ["Ivo Marr"])


def test_bodies_that_meet_on_their_own_days_have_meetings_of_their_own() -> None:
    first, second = read(
        "The agendas of the Council of Ports and the Committee of Pilots, meetings of which will take place in Oslo on "
        "June 9 and June 17 respectively, were agreed upon."
    )
    assert (first["bodies"], first["start"], first["place"]) == (["Council of Ports"], "2024-06-09", "Oslo")
    assert (second["bodies"], second["start"], second["place"]) == (["Committee of Pilots"], "2024-06-17", "Oslo")
