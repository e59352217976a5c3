import datetime

import pytest

from muniment.rules.rotation import Rule, add_months, next_turns

DAY = datetime.date.fromisoformat
SIX = ["Fallow", "Ardil", "Corvia", "Bessar"]


def states(rule, holder=None, on="2031-05-04", count=3):
    return [turn.state for turn in next_turns(rule, SIX, holder, DAY(on), count)]


def test_a_list_goes_on_from_the_holder_and_ends_unless_it_begins_anew():
    rule = Rule("QRF", "listed", ("Ardil", "Fallow", "Corvia"), session_of="QRF Council")
    assert states(rule, ("Ardil", "2030-01-01")) == ["Fallow", "Corvia"]
    again = Rule("QRF", "listed", ("Ardil", "Fallow", "Corvia"), again=True)
    assert states(again, ("Corvia", "")) == ["Ardil", "Fallow", "Corvia"]


def test_terms_of_the_calendar_need_no_holder_and_give_their_days():
    rule = Rule("QRF", "listed", ("Ardil", "Fallow", "Corvia", "Bessar"), months=6, begins="2031-01-01")
    turns = next_turns(rule, SIX, None, DAY("2031-06-30"))
    assert [(turn.state, turn.start) for turn in turns] == [
        ("Fallow", "2031-07-01"), ("Corvia", "2032-01-01"), ("Bessar", "2032-07-01"),
    ]  # fmt: skip
    assert states(rule, on="2031-07-01") == ["Corvia", "Bessar"]


def test_by_names_the_members_follow_each_other_and_terms_count_from_the_holders_own():
    rule = Rule("QRF", "alphabetical", months=12)
    turns = next_turns(rule, SIX, ("Corvia", "2031-01-01"), DAY("2031-05-04"))
    assert [(turn.state, turn.start) for turn in turns] == [
        ("Fallow", "2032-01-01"), ("Ardil", "2033-01-01"), ("Bessar", "2034-01-01"),
    ]  # fmt: skip


def test_without_a_holder_or_with_one_outside_the_order_nothing_is_told():
    rule = Rule("QRF", "listed", ("Ardil", "Fallow"))
    assert states(rule) == states(rule, ("Westland", "")) == []
    assert states(Rule("QRF", "host"), ("Ardil", "")) == []


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2031-01-31", 1, "2031-02-28"), ("2031-11-30", 3, "2032-02-29"), ("2031-05-04", 12, "2032-05-04")],
)
def test_months_are_counted_to_the_same_day_or_the_last_of_the_month(day, months, later):
    assert add_months(DAY(day), months) == DAY(later)
