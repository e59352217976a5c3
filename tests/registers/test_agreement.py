"""Agreement: what pages confirm, and what they contradict one another on, without false alarms."""

from __future__ import annotations

import pytest
from tests.registers.shelf import Ledger, row_of

from muniment.registers.agreement import agreements, changed_since, contradictions, may_be_two


def outcomes(row):
    return {one.slot: one.outcome for one in agreements(row)}


def disputed(row):
    return [(one.slot, one.what, one.outcome, [saying.value for saying in one.sayings]) for one in contradictions(row)]


MEETING = {"kind": "session", "bodies": ["River Assembly"], "ordinal": 8, "status": "held", "start": "2031-11-23"}


def test_each_slot_is_confirmed_unique_or_missing():
    row = row_of("meetings", (MEETING, "2031-11-24"), ({**MEETING, "place": "Sundale"}, "2031-11-25"))
    found = outcomes(row)
    assert (found["start"], found["place"], found["participants"]) == ("confirmed", "unique", "missing")
    assert "mode" not in found
    assert disputed(row) == []


def test_a_page_that_says_a_thing_twice_confirms_nothing():
    ledger = Ledger()
    ledger.claim("meetings", MEETING, "0.html")
    ledger.claim("meetings", {**MEETING, "place": "Sundale"}, "0.html")
    assert outcomes(ledger.row("meetings"))["start"] == "unique"


def test_days_that_differ_conflict_until_most_pages_tell_one():
    other = {**MEETING, "start": "2031-11-24"}
    two = row_of("meetings", (MEETING, "2031-11-25"), (other, "2031-11-25"))
    assert [(slot, outcome) for slot, _, outcome, _ in disputed(two)] == [("start", "conflict")]
    three = row_of(
        "meetings", (MEETING, "2031-11-25"), (other, "2031-11-25"), ({**MEETING, "place": "X"}, "2031-11-26")
    )
    ((slot, _, outcome, values),) = disputed(three)
    assert (slot, outcome, values) == ("start", "majority", ["2031-11-23", "2031-11-24"])
    assert [saying.pages for saying in contradictions(three)[0].sayings] == [2, 1]


@pytest.mark.parametrize(
    ("register", "one", "two"),
    [
        ("meetings", MEETING, {**MEETING, "start": "2031-11"}),
        ("meetings", {**MEETING, "chair": "Olvar Zaitemov"}, {**MEETING, "chair": "O. Zaytemov"}),
        ("meetings", {**MEETING, "agenda_size": 9, "status": "announced"}, {**MEETING, "agenda_size": 11}),
        ("tenures", {"person": "Viktor Marr", "office": "Chair", "start": "2031"},
         {"person": "V. Marr", "office": "Chair", "start": "2031-05-01"}),
    ],
)  # fmt: skip
def test_what_agrees_or_was_only_planned_otherwise_is_no_contradiction(register, one, two):
    assert disputed(row_of(register, (one, "2031-11-20"), (two, "2031-11-25"))) == []


def counted(value, comparator="", end="2031-06-09", **more):
    number = {"of": "servicemen", "value": value, **({"comparator": comparator} if comparator else {})}
    return {"name": "Steady Lamp", "kind": "exercise", "start": "2031-06-01", "end": end, "numbers": [number], **more}


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (counted(3612), counted(3612), True),
        (counted(3600, ">"), counted(3612), True),
        (counted(3600, "~"), counted(3700), True),
        (counted(4000, "<="), counted(3612), True),
        (counted(3600), counted(2600), False),
        (counted(3600, ">"), counted(2600), False),
        (counted(3600, "~"), counted(2600), False),
    ],
)
def test_numbers_contradict_only_where_both_cannot_be_right(one, two, agree):
    row = row_of("operations", (one, "2031-06-12"), (two, "2031-06-13"))
    found = disputed(row)
    assert (found == []) is agree
    if not agree:
        assert found[0][:3] == ("numbers", "servicemen", "conflict")


def test_numbers_of_what_was_still_under_way_are_not_compared():
    assert disputed(row_of("operations", (counted(3600), "2031-06-02"), (counted(2600), "2031-06-13"))) == []
    assert disputed(row_of("operations", (counted(3600, end=None), ""), (counted(2600, end=None), ""))) == []


def test_two_numbers_of_one_thing_on_one_page_are_of_two_parts_of_it():
    both = counted(3600)
    both["numbers"] = [*both["numbers"], {"of": "servicemen", "value": 400}]
    assert disputed(row_of("operations", (both, "2031-06-12"), (counted(400), "2031-06-13"))) == []


def signed(*by, date="2031-06-07"):
    return {
        "title": "Protocol on Tolls", "kind": "protocol", "actions": [{"action": "sign", "date": date, "by": list(by)}]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two", "agree"),
    [
        (("Ostland", "Westland", "Norland"), ("Ostland", "Westland", "Sudland"), False),
        (("Ostland", "Westland", "Norland"), ("Norland", "Ostland", "Westland"), True),
        (("Ostland", "Westland", "Norland"), ("Ostland", "Westland"), True),
        (("Ostland", "Westland"), ("Ostland", "Norland"), True),
    ],
)
def test_lists_of_signatories_contradict_where_one_of_as_many_is_another(one, two, agree):
    row = row_of("instruments", (signed(*one), "2031-06-08"), (signed(*two), "2031-06-09"))
    assert (disputed(row) == []) is agree


def test_an_outcome_told_in_two_ways_is_a_contradiction():
    def told(action):
        act = {"action": action, "date": "2031-06-07", "by": ["River Assembly"]}
        return {"title": "On Tolls for Barges", "kind": "decision", "actions": [act]}

    row = row_of("instruments", (told("adopt"), "2031-06-08"), (told("not_adopt"), "2031-06-09"))
    ((slot, what, outcome, values),) = disputed(row)
    assert (slot, what, outcome) == ("actions", "adopt", "conflict")
    assert {value["action"] for value in values} == {"adopt", "not_adopt"}


def test_what_a_person_decided_is_disputed_no_more():
    ledger = Ledger()
    for page, start in (("a.html", "2031-11-23"), ("b.html", "2031-11-24")):
        ledger.claim("meetings", {**MEETING, "start": start}, page)
    row = ledger.row("meetings")
    assert contradictions(row)
    ledger.file("decision.corrected/1", register="meetings", row=row.id, slots={"start": "2031-11-23"}, basis="b")
    assert contradictions(ledger.row("meetings")) == []


def test_a_row_of_which_much_is_disputed_may_be_two():
    one = {**MEETING, "place": "Sundale", "chair": "Olvar Zaitemov"}
    two = {**MEETING, "start": "2031-11-24", "place": "Lipovar", "chair": "Viktor Marr"}
    found = contradictions(row_of("meetings", (one, "2031-11-25"), (two, "2031-11-26")))
    assert {dispute.slot for dispute in found} == {"start", "place", "chair"}
    assert may_be_two(found)
    assert not may_be_two(found[:2])


def test_what_a_later_version_tells_otherwise_has_changed():
    ledger = Ledger()
    before = {**MEETING, "status": "announced"}
    first = ledger.claim("meetings", before, "a.html", document="sha-1")
    ledger.claim("meetings", {**before, "start": "2031-11-24", "agenda_size": 9}, "a.html", document="sha-2")
    ledger.file("claim.dropped/1", claim=first, because="the page changed")
    row = ledger.row("meetings")
    (found,) = changed_since(row, [ledger.shelf.claims[first]])
    assert (found.slot, found.outcome) == ("start", "changed")
    assert [saying.value for saying in found.sayings] == ["2031-11-24", "2031-11-23"]
