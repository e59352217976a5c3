"""Dates of entry into force of well-known treaties, from the deposit that met each one's own clause."""

import datetime

import pytest

from muniment.rules.consents import Facts, TreatyConsent
from muniment.rules.treaty import compute
from muniment.terms.treaty import Condition, ForceClause, Lag

D = datetime.date
STATES = tuple(f"State {at}" for at in range(1, 70))
FULL_AND_FIRST = Lag(days=60, first_of_month=True)
MEMBERS = Condition("class", "at least three member States of the Council", number=3)


def clause(*conditions, **more):
    return ForceClause(0, 1, "x", conditions=conditions, **more)


def counting(number, **lag):
    return clause(Condition("count", f"instrument {number}", number=number), lag=Lag(**lag))


def deposits(last, count, states=STATES):
    """Deposits one a day, of which the last of so many falls on a day."""
    return [TreatyConsent(states[at], last - datetime.timedelta(days=count - 1 - at)) for at in range(count)]


@pytest.mark.parametrize(
    ("treaty", "trigger", "read", "count", "in_force"),
    [
        ("Law of Treaties", D(1979, 12, 28), counting(35, days=30), 35, D(1980, 1, 27)),
        ("CEDAW", D(1981, 8, 4), counting(20, days=30), 20, D(1981, 9, 3)),
        ("Biological Diversity", D(1993, 9, 30), counting(30, days=90), 30, D(1993, 12, 29)),
        ("Law of the Sea", D(1993, 11, 16), counting(60, months=12), 60, D(1994, 11, 16)),
        ("Rome Statute", D(2002, 4, 11), counting(60, days=60, first_of_month=True), 60, D(2002, 7, 1)),
    ],
)
def test_a_counted_clause_gives_the_day_the_treaty_entered_into_force(treaty, trigger, read, count, in_force):
    found = compute(read, deposits(trigger, count))
    assert (found.met_on, found.date, found.certainty, found.last) == (
        trigger, in_force, "exact", (STATES[count - 1],)
    ), treaty  # fmt: skip
    assert compute(read, deposits(trigger, count)[:-1]).date is None


def test_a_clause_that_counts_members_apart_waits_for_them():
    read = clause(Condition("count", "five States", number=5), MEMBERS, lag=Lag(months=3, first_of_month=True))
    known = Facts(populations={"member States": STATES[2:10]})
    found = compute(read, deposits(D(2004, 3, 18), 5), known)
    assert (found.date, found.certainty) == (D(2004, 7, 1), "exact")
    strangers = Facts(populations={"member States": STATES[3:10]})
    assert compute(read, deposits(D(2004, 3, 18), 5), strangers).date is None
    assert compute(read, deposits(D(2004, 3, 18), 5)).certainty == "earliest"


@pytest.mark.parametrize(
    ("trigger", "days", "in_force"), [(D(2004, 11, 18), 90, D(2005, 2, 16)), (D(2016, 10, 5), 30, D(2016, 11, 4))]
)
def test_a_clause_of_number_and_weight_waits_for_both(trigger, days, in_force):
    weights = dict.fromkeys(STATES[:54], 1.0) | {STATES[54]: 60.0, STATES[55]: 40.0}
    heavy = Condition("weight", "at least 55 per cent of the emissions", share=(55, 100))
    read = clause(Condition("count", "55 Parties", number=55), heavy, lag=Lag(days=days))
    known = Facts(weights={"emissions": weights})
    light = deposits(trigger - datetime.timedelta(days=1), 54)
    assert compute(read, light, known).date is None
    found = compute(read, [*light, TreatyConsent(STATES[54], trigger)], known)
    assert (found.date, found.certainty) == (in_force, "exact")
    number_only = [*light, TreatyConsent("a state without weight", trigger)]
    assert compute(read, number_only, known).missing == "“at least 55 per cent of the emissions”"


def test_one_year_after_adoption_is_another_way_in_for_those_that_have_deposited():
    founders = STATES[:10]
    one_year = clause(
        Condition("adoption", "one year after the adoption"), Condition("count", "those that deposited", number=2),
        lag=Lag(months=12),
    )  # fmt: skip
    read = clause(Condition("all", "all founding States", whose="negotiating"), alternatives=(one_year,))
    known = Facts(adopted=D(1993, 1, 22), populations={"negotiating": founders})
    assert compute(read, deposits(D(1993, 9, 1), 7), known).date == D(1994, 1, 22)
    assert compute(read, deposits(D(1993, 9, 1), 10), known).date == D(1993, 9, 1)
    assert compute(read, deposits(D(1993, 9, 1), 1), known).date is None
