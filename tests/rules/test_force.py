"""The arithmetic of entry into force: months, days, first days, and a state that consents later."""

import datetime

import hypothesis.strategies as st
import pytest
from hypothesis import given

from muniment.rules.force import after_months, force_for, in_force_after
from muniment.terms.treaty import Lag

D = datetime.date


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


def test_the_next_such_day_of_a_year_is_strictly_after_the_trigger():
    lag = Lag(next_day=(1, 1))
    assert in_force_after(D(2031, 5, 4), lag) == D(2032, 1, 1)
    assert in_force_after(D(2031, 1, 1), lag) == D(2032, 1, 1)
    assert in_force_after(D(2031, 5, 4), Lag(next_day=(7, 22))) == D(2031, 7, 22)


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
