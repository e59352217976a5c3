"""What pages tell of meetings becomes one draft for each meeting."""

import pytest
from tests.reading.meeting_pages import names, read


def test_sentences_about_one_session_are_one_meeting() -> None:
    (meeting,) = read(
        "On 3 May 2024, the 12th session of the Council of Harbour Ministers was held in Oslo.",
        "It was chaired by the Minister of Transport of Norway, Ivo Marr.",
        "Secretary General Ana Dol took part in the session.",
        "There were 6 questions on the agenda.",
    )
    assert meeting["bodies"] == ["Council of Harbour Ministers"]
    assert (meeting["ordinal"], meeting["start"], meeting["place"]) == (12, "2024-05-03", "Oslo")
    assert (meeting["status"], meeting["chair"], meeting["agenda_size"]) == ("held", "Ivo Marr", 6)
    assert names(meeting) == ["Ana Dol"]


def test_next_meeting_is_another_one_of_the_same_body() -> None:
    held, announced = read(
        "On 3 May 2024, the Council of Harbour Ministers held its 12th session in Oslo.",
        "The next meeting will be held in Paris on 4 June 2024.",
    )
    assert (held["status"], announced["status"]) == ("held", "announced")
    assert announced["bodies"] == held["bodies"]
    assert (announced["start"], announced["place"]) == ("2024-06-04", "Paris")


@pytest.mark.parametrize(
    ("told", "status", "start"),
    [
        ("will be held on 4 June 2024.", "announced", "2024-06-04"),
        (", planned for 4 May, has been postponed.", "postponed", "2024-05-04"),
        ("has been postponed until 9 June 2024.", "announced", "2024-06-09"),
        (", planned for 4 May, was cancelled.", "cancelled", "2024-05-04"),
    ],
)
def test_status_follows_the_verb(told: str, status: str, start: str) -> None:
    (meeting,) = read(f"The session of the Council of Harbour Ministers {told}".replace(" ,", ","))
    assert (meeting["status"], meeting.get("start")) == (status, start)


@pytest.mark.parametrize(
    "sentence",
    [
        "The session of the Council of Harbour Ministers was not held on 4 May 2024.",
        "The Secretary General proposed to hold a session of the Council of Harbour Ministers in Oslo.",
        "The Council of Harbour Ministers may be convened in June.",
        "Meetings of the Council of Harbour Ministers are useful.",
        "No session of the Council of Harbour Ministers took place.",
        "A conference on pilots could be held in Oslo next year.",
    ],
)
def test_denied_possible_and_general_meetings_are_no_record(sentence: str) -> None:
    assert read(sentence) == []


def test_elided_complement_gives_both_bodies() -> None:
    (meeting,) = read(
        "On 3 May 2024, the joint meeting of the Council and the fifth plenary session of the "
        "Baltic Parliamentary Assembly was held in Oslo."
    )
    assert meeting["bodies"] == ["Council of the Baltic Parliamentary Assembly", "Baltic Parliamentary Assembly"]
    assert meeting["ordinal"] == 5


def test_each_counterpart_met_apart_is_a_meeting() -> None:
    meetings = read(
        "On 3 May 2024 Secretary General Ana Dol met President Olga Tarn and, separately, Foreign Minister Ivo Marr."
    )
    assert [names(m) for m in meetings] == [["Ana Dol", "Olga Tarn"], ["Ana Dol", "Ivo Marr"]]
    assert {m["kind"] for m in meetings} == {"bilateral"}


def test_telephone_call_on_the_day_of_a_meeting_is_apart() -> None:
    meeting, call = read(
        "On 3 May 2024 Secretary General Ana Dol held talks with Foreign Minister Ivo Marr.",
        "On the same day Ana Dol had a telephone conversation with President Olga Tarn.",
    )
    assert (meeting["start"], call["start"]) == ("2024-05-03", "2024-05-03")
    assert call["mode"] == "telephone"
    assert names(call) == ["Ana Dol", "Olga Tarn"]


def test_chair_is_not_repeated_among_participants() -> None:
    (meeting,) = read(
        "On 3 May 2024, the session of the Council of Harbour Ministers was held in Oslo "
        "under the chairmanship of Minister of Transport Ivo Marr.",
        "Minister of Transport Ivo Marr noted that the harbour is ready.",
    )
    assert meeting["chair"] == "Ivo Marr"
    assert "Ivo Marr" not in names(meeting)


def test_listed_agenda_is_read_with_its_size() -> None:
    (meeting,) = read(
        "The session of the Council of Harbour Ministers will be held in Oslo on 3 June 2024.",
        "The agenda consists of two questions:",
        "1. On the budget of the harbour fund",
        "2. On the date of the next session",
    )
    assert meeting["agenda"] == ["On the budget of the harbour fund", "On the date of the next session"]
    assert meeting["agenda_size"] == 2


def test_the_signature_under_a_listed_agenda_is_no_item_of_it() -> None:
    (meeting,) = read(
        "The session of the Council of Harbour Ministers will be held in Oslo on 3 June 2024.",
        "The agenda consists of two questions:",
        "1. On the budget of the harbour fund",
        "2. On the date of the next session",
        signature="Press Secretary Ivo Marr",
    )
    assert meeting["agenda"] == ["On the budget of the harbour fund", "On the date of the next session"]


def test_one_who_joins_by_video_makes_the_meeting_hybrid() -> None:
    (meeting,) = read(
        "On 3 May 2024, the session of the Council of Harbour Ministers was held in Oslo.",
        "Foreign Minister of Norway Ivo Marr joined via videoconference.",
    )
    assert meeting["mode"] == "hybrid"


def test_several_meetings_told_as_one_keep_their_number() -> None:
    (meeting,) = read(
        "This was discussed three times at the extraordinary meetings of the Council of Harbour Ministers."
    )
    assert (meeting["count"], meeting["extraordinary"]) == (3, True)


def test_ordinal_may_have_thousands() -> None:
    (meeting,) = read("The 1,400th meeting of the Council of Harbour Ministers took place in Oslo on 3 May 2024.")
    assert meeting["ordinal"] == 1400


def test_ministers_of_several_states_are_all_named() -> None:
    (meeting,) = read(
        "On 3 May 2024, a meeting of the Ministers of Transport of Norway, Sweden and Finland was held in Oslo."
    )
    assert meeting["bodies"] == ["Ministers of Transport of Norway, Sweden and Finland"]


def test_he_then_met_is_the_one_who_met_before() -> None:
    first, second = read(
        "On 3 May 2024 Secretary General Ana Dol met with President Olga Tarn.",
        "She then held talks with Foreign Minister Ivo Marr.",
    )
    assert names(first) == ["Ana Dol", "Olga Tarn"]
    assert names(second) == ["Ana Dol", "Ivo Marr"]
