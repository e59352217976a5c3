"""The ways organisations tell of their meetings, each with what a record says of it."""

import pytest
from tests.reading.meeting_pages import names, read


@pytest.mark.parametrize(
    ("sentence", "present"),
    [
        (
            "Taking part in it were Minister of Transport Ivo Marr and Secretary General Ana Dol.",
            ["Ivo Marr", "Ana Dol"],
        ),
        (
            "Also in attendance were Minister of Transport Ivo Marr and Secretary General Ana Dol.",
            ["Ivo Marr", "Ana Dol"],
        ),
        ("Norway was represented by Minister of Transport Ivo Marr.", ["Ivo Marr"]),
        ("The heads of delegations took part in it: Minister Ivo Marr (Norway) and President Ana Dol.", ["Ana Dol"]),
        ("Other members in attendance were Prime Minister Ivo Marr and President Ana Dol.", ["Ivo Marr", "Ana Dol"]),
    ],
)
def test_lists_of_those_present_go_to_the_meeting_told_of(sentence: str, present: list[str]) -> None:
    (meeting,) = read("On 3 May 2024, the Council of Harbour Ministers met in Oslo.", sentence)
    assert [n for n in names(meeting) if n in present] == present


def test_people_listed_line_by_line_take_part() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Harbour Ministers met in Oslo.",
        "The meeting was attended by the ministers of the member states:",
        "Minister of Transport of Norway Ivo Marr",
        "Minister of Transport of Sweden Eva Lind",
    )
    assert names(meeting) == ["Ivo Marr", "Eva Lind"]


def test_a_meeting_moved_to_another_day_has_the_new_one() -> None:
    (meeting,) = read(
        "The deputies agreed to postpone the 5th session of the Council of Ports from 15 May to 4 June 2024."
    )
    assert (meeting["status"], meeting["start"], meeting.get("end")) == ("announced", "2024-06-04", None)


def test_who_leads_a_delegation_does_not_chair_the_session_it_came_to() -> None:
    (meeting,) = read(
        "Norway's delegation headed by Minister of Transport Ivo Marr took part in the session of the Council of Ports."
    )
    assert not meeting.get("chair")


def test_who_speaks_at_a_meeting_of_the_page_was_not_at_one_of_last_year() -> None:
    first, second = read(
        "The Council of Harbour Ministers met in Oslo.",
        "On 15 October 2023, during the 7th session of the Assembly of Ports, the plan was approved.",
        "In his speech, Minister of Transport Ivo Marr said that the port grows.",
    )
    assert (names(first), names(second)) == (["Ivo Marr"], [])


def test_two_numbered_meetings_told_together_are_two() -> None:
    first, second = read(
        "The plan was adopted by the Council of Ports at its 4th and 6th meetings held on 2 May 2023 and 3 June 2023."
    )
    assert [(m["ordinal"], m["start"]) for m in (first, second)] == [(4, "2023-05-02"), (6, "2023-06-03")]


def test_a_council_and_its_ministers_on_one_day_in_one_place_are_one_meeting() -> None:
    (meeting,) = read(
        "The harbour ministers of the member states will meet in Oslo on 4 June 2024.",
        "A meeting of the Council of Ports will take place on 4 June 2024 in Oslo.",
    )
    assert meeting["bodies"] == ["Council of Ports"]


def test_a_relative_clause_announces_a_meeting() -> None:
    (meeting,) = read("The draft goes to the Council of Ports, which will meet in Oslo on 4 June 2024.")
    assert (meeting["status"], meeting["place"], meeting["bodies"]) == ("announced", "Oslo", ["Council of Ports"])


@pytest.mark.parametrize(
    ("sentence", "slot", "value"),
    [
        ("The Council of Ports met at the Riverside Palace, Oslo, on 3 May 2024.", "place", "Oslo"),
        ("The Council of Ports met in Djibouti on 3 May 2024.", "place", "Djibouti"),
        ("The Council of Ports held an offline session in Oslo on 3 May 2024.", "mode", "in_person"),
        (
            "The 5th session of the Council of Ports was held on 3 May with Ivo Marr, in the Chair.",
            "start",
            "2024-05-03",
        ),
        ("The meeting of the expert group on pilots and tides was held in Oslo on 3 May.", "kind", "working_group"),
    ],
)
def test_circumstances_are_told_in_more_than_one_way(sentence: str, slot: str, value: str) -> None:
    (meeting,) = read(sentence)
    assert meeting[slot] == value


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway chairs the current session of the Council of Ports.",
        "The Council of Ports received a briefing from the chairperson on 3 May 2024.",
        "It is not ruled out that Secretary General Ana Dol will meet with Minister of Transport Ivo Marr.",
        "The session will be held via video conference.",
        "The Summit Records and Conference Documents were published.",
    ],
)
def test_what_only_sounds_like_a_meeting_is_none(sentence: str) -> None:
    assert not any(m.get("start") or m.get("participants") or m.get("bodies") for m in read(sentence))


def test_each_officer_of_another_organisation_is_met_apart() -> None:
    first, second = read(
        "On 3 May 2024, Secretary General Ana Dol had talks with Minister of Transport of Norway Ivo Marr and "
        "Minister of Transport of Sweden Eva Lind."
    )
    assert [names(m)[1] for m in (first, second)] == ["Ivo Marr", "Eva Lind"]


def test_what_two_people_spoke_about_does_not_date_their_meeting() -> None:
    (meeting,) = read(
        "Secretary General Ana Dol met with Minister of Transport Ivo Marr in Oslo on 3 May 2024.",
        "In their talks, Secretary General Ana Dol and Minister of Transport Ivo Marr discussed the fair in July.",
    )
    assert meeting["start"] == "2024-05-03"


def test_credentials_are_received_from_who_met_the_officer() -> None:
    (meeting,) = read("On 3 May 2024, Secretary General Ana Dol received the credentials of Ambassador Ivo Marr.")
    assert (meeting["kind"], names(meeting)) == ("ceremony", ["Ana Dol", "Ivo Marr"])


def test_an_act_of_years_ago_is_no_session_of_the_news() -> None:
    assert read("The plan was approved on 3 May 1999 by the Council of Ports.") == []
    (meeting,) = read("The plan was approved on 3 May 2024 by the Council of Ports.")
    assert (meeting["bodies"], meeting["start"]) == (["Council of Ports"], "2024-05-03")


def test_a_title_and_the_text_that_name_a_numbered_session_differently_leave_one_body() -> None:
    (meeting,) = read(
        "The 56th session of the Authority of Harbour Masters opened in Oslo on 3 May 2024.",
        title="Fifty-sixth session of the Council of Tides opens in Oslo",
    )
    assert meeting["bodies"] == ["Authority of Harbour Masters"]


def test_the_day_of_a_dateline_is_not_that_of_a_meeting_to_come() -> None:
    (meeting,) = read("OSLO, 6 May 2024 – The next session of the Council of Ports is to be held in Paris in June.")
    assert (meeting["start"], meeting["place"]) == ("2024-06", "Paris")
    (meeting,) = read("OSLO, 6 May 2024 – The session of the Council of Ports planned in Paris was cancelled.")
    assert (meeting["status"], meeting.get("start", "")) == ("cancelled", "")


def test_a_weekday_behind_a_verb_dates_the_meeting() -> None:
    (meeting,) = read("OSLO, 6 May 2024 – The Council of Ports met here Friday to discuss pilotage.")
    assert meeting["start"] == "2024-05-03"


def test_an_agency_that_tells_of_talks_is_no_part_of_them() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Harbour Ministers met in Oslo.",
        "The ministers discussed the upkeep of dams, the Herald has learnt in the press service.",
    )
    assert meeting["agenda"] == ["the upkeep of dams"]


def test_a_meeting_that_another_one_discussed_gets_none_of_its_agenda() -> None:
    meetings = read(
        "On 3 May 2024, the Council of Harbour Ministers met in Oslo.",
        "The ministers discussed the agenda of the 5th session of the Assembly of Ports, to be held in Rome on 4 June.",
    )
    assert [bool(m.get("agenda")) for m in meetings] == [True, False]


def test_who_attended_a_ceremony_of_its_own_did_not_take_part_in_the_summit() -> None:
    (meeting,) = read(
        "The fund was founded at the Oslo summit of the Council of Ports in May 2003.",
        "The ministers of Norway and Sweden attended the opening ceremony of the fund.",
    )
    assert "participants" not in meeting


def test_what_was_discussed_at_a_session_is_no_agenda_of_when_it_was_discussed() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Ports met in Oslo.",
        "The Council's budget and prospects were discussed during narrow and expanded sessions.",
    )
    assert "agenda" not in meeting


def test_who_presides_over_a_union_does_not_chair_the_summit() -> None:
    (meeting,) = read(
        "The summit of the League of Ports will be held in Oslo in May 2025.",
        "President Ivo Marr thanked Norway, which had presided over the league.",
    )
    assert "chair" not in meeting


def test_those_named_behind_the_verb_of_a_meeting_do_not_take_part_in_it() -> None:
    meetings = read(
        "The session of the Council of Ports with the participation of prime ministers of the League will be held in "
        "Oslo on 5 June 2024, Prime Minister Ivo Marr said as he met with Secretary General Ana Dol in Rome."
    )
    assert names(meetings[0]) == ["prime ministers of the League"]


def test_the_year_of_an_office_is_not_the_day_of_its_meeting() -> None:
    (meeting,) = read(
        "In the morning of 8 October 2023, Ivo Marr, Minister of Transport, and Chair of the League for 2024, chaired "
        "the Transport Ministers’ Meeting in Oslo."
    )
    assert meeting["start"] == "2023-10-08"


def test_what_was_done_at_a_meeting_is_not_told_by_the_clause_before() -> None:
    (meeting,) = read(
        "Ten papers to be sent to the heads of state of the League have been drafted, and others were signed at a "
        "joint meeting of the Council of Ports and the Committee of Pilots in Oslo."
    )
    assert (meeting["status"], meeting.get("participants")) == ("held", None)


def test_a_title_names_the_meeting_that_the_text_only_points_to() -> None:
    meetings = read(
        "On 8 March 2024, the meeting participants discussed current plans.",
        "Minister of Transport Ivo Marr presided over the meeting.",
        "He spoke about the outcome of the November (2023) session of the Assembly of Rivers.",
        title="Meeting of the Committee of Pilots Held Via Videoconference",
    )
    assert (meetings[0]["bodies"], meetings[0]["chair"]) == (["Committee of Pilots"], "Ivo Marr")


def test_the_coming_summit_is_the_one_announced() -> None:
    (meeting,) = read(
        "The 5th session of the Council of Ports will be held on 5 June 2024.",
        "The delegates came to Rome to go through the agenda for the upcoming meeting of the Council of Ports.",
    )
    assert meeting["start"] == "2024-06-05"


def test_what_is_said_of_an_item_is_none_itself() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Ports met in Oslo.",
        "The ministers discussed the upkeep of dams, which will be dear, and the price of sand.",
    )
    assert meeting["agenda"] == ["the upkeep of dams", "the price of sand"]


def test_who_tells_of_the_talks_is_no_item_of_theirs() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Ports met in Oslo.",
        "The ministers discussed the upkeep of dams, the head of the harbour told reporters.",
    )
    assert meeting["agenda"] == ["the upkeep of dams"]


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        (
            "The session of the Council of Ports, originally scheduled for 7 June, will take place on 7 July.",
            "2024-07-07",
        ),
        ("The session of the Council of Ports, which had been due on 7 June, will be held on 7 July.", "2024-07-07"),
        ("The session of the Council of Ports was to be held on 7 June but was moved to 7 July.", "2024-07-07"),
        ("The session of the Council of Ports planned for 7 June has been put off.", "2024-06-07"),
    ],
)
def test_a_day_first_planned_is_not_the_day_of_a_meeting_moved(sentence: str, start: str) -> None:
    assert [meeting["start"] for meeting in read(sentence)] == [start]


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("In November the Council of Ports met in Oslo.", "2023-11"),
        ("The session of the Council of Ports was held in Oslo in December.", "2023-12"),
        ("On 12 December the Council of Ports held a session in Oslo.", "2023-12-12"),
        ("The session of the Council of Ports will be held in Oslo in November.", "2024-11"),
        ("The Council of Ports met in Oslo last week.", "2024"),
        ("The Council of Ports met in Oslo on May, 3.", "2024-05-03"),
    ],
)
def test_a_day_without_its_year_is_past_or_to_come_as_the_sentence_tells(sentence: str, start: str) -> None:
    assert [meeting["start"] for meeting in read(sentence)] == [start]


def test_who_is_listed_in_attendance_took_part_and_not_whom_they_stood_in_for() -> None:
    (meeting,) = read(
        "On 3 May 2024, the Council of Harbour Ministers met in Oslo.",
        "Heads of delegations and other officials in attendance included:",
        "- Honourable Ivo Marr, Minister of Transport of Norway;",
        "- Eva Lind, Minister of Labour, Sweden (representing the Prime Minister of Sweden, Dr. Nils Holm); and",
        "- Olga Tarn, Minister of Transport of Poland.",
    )
    assert names(meeting) == ["Ivo Marr", "Eva Lind", "Olga Tarn"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Participants: Minister of Transport of Norway Ivo Marr, Minister of Transport of Peru Ana Dol.",
        "Present: Ivo Marr, Minister of Transport of Norway; Ana Dol, Minister of Transport of Peru.",
        "Invited guests included Minister of Transport of Norway Ivo Marr and Minister of Transport of Peru Ana Dol.",
        "Joining the delegates were Minister of Trade of Norway Ivo Marr and Minister of Transport of Peru Ana Dol.",
        "It was opened by Minister of Transport of Norway Ivo Marr and by Minister of Transport of Peru Ana Dol.",
        "Welcoming remarks were made by Minister of Trade of Norway Ivo Marr and Minister of Trade of Peru Ana Dol.",
    ],
)
def test_those_told_to_be_there_in_passing_took_part(sentence: str) -> None:
    (meeting,) = read("On 3 May 2024 the Council of Harbour Ministers met in Oslo.", sentence)
    assert names(meeting) == ["Ivo Marr", "Ana Dol"]


def test_who_took_the_chair_is_the_chair() -> None:
    (meeting,) = read(
        "On 3 May 2024 the Council of Harbour Ministers met in Oslo.",
        "The chair was taken by Minister of Transport of Norway Ivo Marr.",
    )
    assert meeting["chair"] == "Ivo Marr"


def test_a_meeting_to_come_is_not_of_the_year_in_which_its_body_was_set_up() -> None:
    (meeting,) = read("The Working Group on Tides, established in 2005, will meet in Oslo on 14 June.")
    assert meeting["start"] == "2024-06-14"


def test_the_year_in_which_a_plan_was_begun_dates_no_meeting_of_an_undated_page() -> None:
    told = (
        "The Plan of Tides, initiated in 2013, was long.",
        "A meeting of the Council of Ports in Oslo on June 3 ended.",
    )
    (meeting,) = read(*told, published="")
    assert "start" not in meeting


@pytest.mark.parametrize(
    ("sentence", "agenda"),
    [
        (
            "The ministers discussed a wide range of issues, including tides, tolls and pilots, etc.",
            ["tides", "tolls", "pilots"],
        ),
        (
            "The ministers discussed the work of the pilots within the League and in the wider world.",
            ["the work of the pilots within the League and in the wider world"],
        ),
        (
            "The ministers will discuss the trade in ports and determine the place of their next meeting.",
            ["the trade in ports"],
        ),
        (
            "The ministers discussed the price of charts, the depth of harbours, among a total of 23 items on the "
            "agenda, reported the Board of Tides.",
            ["the price of charts", "the depth of harbours"],
        ),
        (
            "The ministers exchanged views on the tolls at sea, the price of charts at the plenary session.",
            ["the tolls at sea", "the price of charts"],
        ),
        (
            "The ministers exchanged views on the situation in the north and on the rivers.",
            ["the situation in the north and on the rivers"],
        ),
        ("The ministers discussed the emphasized issue in their speeches.", []),
    ],
)
def test_an_agenda_in_prose_is_what_was_talked_over_and_no_more(sentence: str, agenda: list[str]) -> None:
    (meeting,) = read("On 3 May 2024, the Council of Harbour Ministers met in Oslo.", sentence)
    assert meeting.get("agenda", []) == agenda


@pytest.mark.parametrize(
    "words",
    [
        "“The work goes on,” said Ivo Marr, a spokesman for the League of Ports.",
        "The League Union reiterated that the work goes on.",
        "The number of member states has grown after Norway joined as a full member.",
    ],
)
def test_who_only_tells_of_a_meeting_takes_no_part_in_it(words: str) -> None:
    (meeting,) = read("On 3 May 2024, the Council of Harbour Ministers of the League Union met in Oslo.", words)
    assert names(meeting) == []


def test_who_says_what_was_done_at_a_meeting_was_not_therefore_there() -> None:
    (meeting,) = read(
        "Some drafts were approved at the session of the Council of Ports held in Oslo on 3 May, Director General Ivo "
        "Marr said.",
        "“There are nine of them,” Ivo Marr added.",
    )
    assert (meeting["start"], names(meeting)) == ("2024-05-03", [])


def test_words_in_capitals_of_a_headline_are_no_place() -> None:
    title = "Communique - Summit of the Council of Ports on the Security Situation in The Region"
    assert all(not meeting.get("place") for meeting in read("Tides rise.", title=title))


def test_the_place_of_the_next_meeting_in_a_headline_is_not_that_of_the_last() -> None:
    held = read(
        "Nine drafts were under consideration at the meeting of the Council of Ports, which took place today.",
        title="Next meeting of the Council of Ports set to take place in Oslo this fall",
    )[-1]
    assert (held["status"], held.get("place")) == ("held", None)


def test_the_body_of_a_session_within_a_plan_s_name_ends_before_what_else_the_plan_is_for() -> None:
    (meeting,) = read(
        "They took up the Action Plan for the implementation of the decisions of the November (2022) session of the "
        "Council of Ports and the priorities of the League."
    )
    assert meeting["bodies"] == ["Council of Ports"]


def test_talks_on_what_is_scheduled_were_held_and_not_on_its_day() -> None:
    (meeting,) = read(
        "The first staff talks on the drills of the League of Ports scheduled for 2025 took place in Oslo on 3 "
        "May 2024."
    )
    assert (meeting["status"], meeting["start"]) == ("held", "2024-05-03")


def test_a_sitting_of_a_meeting_is_no_meeting_and_gives_it_no_number() -> None:
    (meeting,) = read(
        "The 13th session of the Council of Ports will be held in Oslo on 5 June 2024.",
        "The Chairman is to start the first plenary session, with the second plenary session following after a break.",
    )
    assert (meeting["ordinal"], meeting.get("format")) == (13, None)


def test_who_is_there_now_is_not_put_to_the_next_meeting() -> None:
    coming, now = read(
        "The next meeting of the Council of Ports will be held in Oslo in March 2025.",
        "The Council of Ports met in Lima on 5 May 2024.",
        "Chile is represented at the meeting by Foreign Minister Ivo Marr.",
    )
    assert (names(coming), names(now)) == ([], ["Ivo Marr"])


def test_words_of_a_speaker_are_no_item_of_an_agenda() -> None:
    (meeting,) = read(
        "He added that roughly 14 issues will be discussed during a Council of Ports meeting in Lima today."
    )
    assert "agenda" not in meeting


def test_a_meeting_between_two_is_none_where_only_one_of_them_is_known() -> None:
    told = read("Recent events include a meeting between Chile's envoy to Lima and the minister of the day in Lima.")
    assert not any(meeting["kind"] == "bilateral" for meeting in told)


def test_a_session_to_come_told_of_three_times_is_one() -> None:
    (meeting,) = read(
        "The next session of the Council of Ports will be held on November 28 in Oslo.",
        "The leaders will discuss the safety of harbours at the next session of the Council of Ports in Oslo.",
        "He added that President of Chile Luis Rey will also take part in the next session of the Council of "
        "Ports in Oslo.",
        published="",
    )
    assert (meeting["place"], names(meeting)) == ("Oslo", ["Luis Rey"])


def test_what_a_body_is_to_debate_is_no_debate_of_its_own() -> None:
    (meeting,) = read("The Council of Ports will meet in Oslo on May 30 to debate 23 draft documents on trade.")
    assert (meeting["kind"], meeting["start"]) == ("session", "2024-05-30")


def test_meetings_that_are_only_listed_are_not_told_to_have_been_held() -> None:
    assert not read("The related meetings include the Meeting of the Fishing Commission and the 12th Forum of Ports.")


def test_who_did_something_at_a_meeting_with_another_was_there_too() -> None:
    (meeting,) = read(
        "OSLO - Minister Ivo Marr has praised the port at a meeting with Ambassador Eva Sol in Oslo on May 2."
    )
    assert sorted(names(meeting)) == ["Eva Sol", "Ivo Marr"]


def test_a_session_to_come_is_in_the_capital_told_beside_it_and_not_where_the_last_one_was() -> None:
    told = read(
        "The next session of the Council of Ports will take place in Norway's capital of Oslo on June 14, 2024, "
        "Ana Dol "
        "said, summing up the results of the session of the Council held in Lima, Peru on April 14."
    )
    assert [(m["start"], m["place"]) for m in told] == [("2024-06-14", "Oslo"), ("2024-04-14", "Lima")]


def test_how_many_issues_there_were_is_no_item_of_an_agenda() -> None:
    (meeting,) = read(
        "The summit of the Council of Ports ended in Oslo on 3 May 2024.",
        "The agenda of the summit featured more than a dozen issues.",
    )
    assert "agenda" not in meeting


def test_a_meeting_with_one_person_named_again_within_a_series_is_none_of_its_own() -> None:
    (meeting,) = read(
        "Secretary General Ana Dol will hold a series of meetings in the Government, including a meeting with Foreign "
        "Minister of Norway Ivo Marr."
    )
    assert sorted(names(meeting)) == ["Ana Dol", "Ivo Marr"]


def test_who_will_attend_consultations_of_others_is_not_put_to_the_session_of_the_day() -> None:
    (meeting,) = read(
        "Secretary General Ana Dol will attend ministerial consultations on trade.",
        "A session of the Council of Ports will be held in Oslo on 6 May 2024.",
    )
    assert names(meeting) == []
