"""Who met whom: pairs at meetings that were held, each once for each meeting."""

from __future__ import annotations

from muniment.registers.network import network
from muniment.registers.row import Row


def meeting(number: int, *names: str, **slots: object) -> Row:
    people = [{"name": name} for name in names]
    return Row("meetings", f"{number:016x}", {"participants": people, "start": f"2031-01-0{number}", **slots})


MEETINGS = [
    meeting(1, "Ana Dol", "Bo Rek", "Cy Lun", status="held"),
    meeting(2, "Ana Dol", "Bo Rek"),
    meeting(3, "Ana Dol", "Dee Moss", status="announced"),
    meeting(4, "Bo Rek", "Eve Tarn", status="held"),
]


def test_pairs_are_counted_over_meetings_that_were_held():
    found = network(MEETINGS)
    first = found.ties[0]
    assert (first.one, first.other, first.times) == ("Ana Dol", "Bo Rek", 2)
    assert "Dee Moss" not in found.names
    assert found.meetings == 3
    assert found.names == {"Ana Dol": 2, "Bo Rek": 3, "Cy Lun": 1, "Eve Tarn": 1}


def test_a_tie_leads_to_the_last_meeting_of_the_two():
    tie = network(MEETINGS).ties[0]
    assert (tie.last, tie.row) == ("2031-01-02", f"{2:016x}")
    assert network(list(reversed(MEETINGS))).ties[0] == tie


def test_around_a_name_are_those_it_met_and_the_ties_among_them():
    found = network(MEETINGS).around("Ana Dol")
    assert set(found.names) == {"Ana Dol", "Bo Rek", "Cy Lun"}
    assert ("Bo Rek", "Cy Lun") in {(tie.one, tie.other) for tie in found.ties}
    assert network(MEETINGS).around("Nobody").ties == []


def test_one_who_is_named_twice_at_a_meeting_met_nobody_twice():
    found = network([meeting(1, "Ana Dol", "Ana Dol", "Bo Rek", chair={"name": "Ana Dol"})])
    assert [(tie.one, tie.other, tie.times) for tie in found.ties] == [("Ana Dol", "Bo Rek", 1)]


def test_a_name_spelt_in_two_ways_is_one_and_is_found_by_either():
    told = [
        meeting(1, "Iskander Zaynurin", "Bo Rek", status="held"),
        meeting(2, "Iskander Zainurin", "Bo Rek", status="held"),
        meeting(3, "Iskander Zaynurin", "Cy Lun", status="held"),
        meeting(4, "I. Zaynurin", "Cy Lun", status="held"),
    ]
    found = network(told)
    assert found.names["Iskander Zaynurin"] == 3
    assert found.spelt == {"Iskander Zainurin": "Iskander Zaynurin"}
    assert "I. Zaynurin" in found.names, "an initial alone does not tell who it is"
    assert found.around("Iskander Zainurin").names == found.around("Iskander Zaynurin").names
