"""Dates of entry into force of well-known treaties, from the deposit that met the clause."""

import datetime

import hypothesis.strategies as st
import pytest
from hypothesis import given

from muniment.rules.force import (
    Clause,
    Deposit,
    Lag,
    after_months,
    entry_into_force,
    force_for,
    in_force_after,
    met_on,
)

D = datetime.date
STATES = tuple(f"State {at}" for at in range(1, 70))


def deposits(last, count, states=STATES):
    """Deposits one a day, of which the last of so many falls on a day."""
    return [Deposit(states[at], last - datetime.timedelta(days=count - 1 - at)) for at in range(count)]


@pytest.mark.parametrize(
    ("treaty", "trigger", "clause", "count", "in_force"),
    [
        ("Law of Treaties", D(1979, 12, 28), Clause(count=35, lag=Lag(days=30)), 35, D(1980, 1, 27)),
        ("CEDAW", D(1981, 8, 4), Clause(count=20, lag=Lag(days=30)), 20, D(1981, 9, 3)),
        ("Biological Diversity", D(1993, 9, 30), Clause(count=30, lag=Lag(days=90)), 30, D(1993, 12, 29)),
        ("Law of the Sea", D(1993, 11, 16), Clause(count=60, lag=Lag(months=12)), 60, D(1994, 11, 16)),
        ("Rome Statute", D(2002, 4, 11), Clause(count=60, lag=Lag(days=60, first_of_month=True)), 60, D(2002, 7, 1)),
        (
            "Cybercrime",
            D(2004, 3, 18),
            Clause(count=5, among=(3, STATES[2:10]), lag=Lag(months=3, first_of_month=True)),
            5,
            D(2004, 7, 1),
        ),
    ],
)
def test_a_counted_clause_gives_the_day_the_treaty_entered_into_force(treaty, trigger, clause, count, in_force):
    assert met_on(clause, deposits(trigger, count)) == trigger, treaty
    assert entry_into_force([clause], deposits(trigger, count)) == in_force
    assert entry_into_force([clause], deposits(trigger, count)[:-1]) is None


@pytest.mark.parametrize(
    ("trigger", "days", "in_force"), [(D(2004, 11, 18), 90, D(2005, 2, 16)), (D(2016, 10, 5), 30, D(2016, 11, 4))]
)
def test_a_clause_of_number_and_weight_waits_for_both(trigger, days, in_force):
    weights = dict.fromkeys(STATES[:54], 1.0) | {STATES[54]: 60.0, STATES[55]: 40.0}
    clause = Clause(count=55, weight=(0.55, weights), lag=Lag(days=days))
    light = deposits(trigger - datetime.timedelta(days=1), 54)
    assert entry_into_force([clause], light) is None
    assert entry_into_force([clause], [*light, Deposit(STATES[54], trigger)]) == in_force
    number_only = [*light, Deposit("a state without weight", trigger)]
    assert entry_into_force([clause], number_only) is None


def test_one_year_after_adoption_is_an_alternative_to_all_members_deposits():
    members = STATES[:10]
    clauses = [Clause(everyone=True), Clause(event=D(1993, 1, 22), lag=Lag(months=12))]
    assert entry_into_force(clauses, deposits(D(1993, 9, 1), 7), members) == D(1994, 1, 22)
    assert entry_into_force(clauses, deposits(D(1993, 9, 1), 10), members) == D(1993, 9, 1)


@pytest.mark.parametrize(
    ("date", "months", "expected"),
    [
        (D(2031, 1, 31), 1, D(2031, 2, 28)),
        (D(2032, 1, 31), 1, D(2032, 2, 29)),
        (D(2031, 1, 31), 3, D(2031, 4, 30)),
        (D(2031, 11, 30), 3, D(2032, 2, 29)),
        (D(2031, 12, 31), 12, D(2032, 12, 31)),
    ],
)
def test_a_period_of_months_ends_on_the_same_number_or_the_months_last_day(date, months, expected):
    assert after_months(date, months) == expected


def test_the_first_day_of_the_month_after_a_period_is_strictly_after_it():
    lag = Lag(months=3, first_of_month=True)
    assert in_force_after(D(2031, 1, 31), lag) == D(2031, 5, 1)
    assert in_force_after(D(2031, 3, 1), lag) == D(2031, 7, 1)
    assert in_force_after(D(2031, 9, 15), lag) == D(2032, 1, 1)


def test_all_members_means_every_one_of_them_and_no_one_else():
    clause = Clause(everyone=True)
    assert met_on(clause, deposits(D(2031, 5, 4), 5), STATES[:6]) is None
    assert met_on(clause, deposits(D(2031, 5, 4), 6), STATES[:6]) == D(2031, 5, 4)
    assert met_on(clause, [Deposit("Elsewhere", D(2031, 5, 4))], ()) is None


def test_an_instrument_taken_back_before_the_trigger_does_not_count_and_after_it_does():
    clause = Clause(count=2)
    early = [Deposit("A", D(2031, 1, 1), withdrawn=D(2031, 2, 1)), Deposit("B", D(2031, 3, 1))]
    assert met_on(clause, early) is None
    late = [Deposit("A", D(2031, 1, 1), withdrawn=D(2031, 4, 1)), Deposit("B", D(2031, 3, 1))]
    assert met_on(clause, late) == D(2031, 3, 1)


def test_a_treaty_does_not_enter_into_force_before_its_floor():
    clause = Clause(count=1, not_before=D(2033, 1, 1))
    assert entry_into_force([clause], deposits(D(2031, 5, 4), 1)) == D(2033, 1, 1)


def test_a_clause_that_asks_for_nothing_is_never_met():
    assert met_on(Clause(), deposits(D(2031, 5, 4), 3)) is None


def test_a_later_party_is_bound_after_its_own_lag_and_an_earlier_one_with_the_treaty():
    general, lag = D(2031, 6, 1), Lag(days=30)
    assert force_for(general, D(2031, 1, 1), lag) == general
    assert force_for(general, D(2031, 8, 1), lag) == D(2031, 8, 31)
    assert force_for(None, D(2031, 8, 1), lag) is None


@given(st.dates(D(1900, 1, 1), D(2100, 1, 1)), st.integers(0, 240), st.integers(0, 400))
def test_force_never_comes_before_its_trigger_and_more_time_never_brings_it_forward(date, months, days):
    plain = in_force_after(date, Lag(days=days, months=months))
    assert plain >= date
    first = in_force_after(date, Lag(days=days, months=months, first_of_month=True))
    assert (first.day, first > plain, (first - plain).days <= 31) == (1, True, True)
    assert in_force_after(date, Lag(days=days, months=months + 1)) > plain
