"""Entry into force computed from a treaty's own clause: the trigger, the lag, the floor. Rules are data.

Counting follows the European Convention on the Calculation of Time-Limits (ETS 76, 1972): the day of the event is not
counted (art. 3), a period of months ends on the day of the same number, or on the last day of a month that has none
(art. 4(2)). Where a treaty says nothing, it is in force when all negotiating states have consented: Vienna Convention
on the Law of Treaties (1969), art. 24(2).
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from muniment.terms.treaty import Lag

__all__ = ["Clause", "Deposit", "Lag", "after_months", "entry_into_force", "force_for", "in_force_after", "met_on"]


class Deposit(msgspec.Struct, frozen=True):
    """One state's consent.

    Attributes:
        state: who consented.
        on: the day of the deposit, in the depositary's time zone.
        withdrawn: the day it was taken back, or None; before the trigger it then counts no more.
    """

    state: str
    on: datetime.date
    withdrawn: datetime.date | None = None


class Clause(msgspec.Struct, frozen=True):
    """What has to come together, all of it, and how long after.

    Attributes:
        count: how many states have to consent; None where no number is asked.
        everyone: all of the population have to.
        among: how many of a class of states have to, as `(number, states)`; None where no class is asked.
        weight: the share of a total, as `(share, {state: weight})`, share from 0 to 1; None where none is asked.
        event: a day that triggers by itself (signature, adoption, another treaty's entry into force), or None.
        lag: the time from the trigger on.
        not_before: the earliest day, or None.
    """

    count: int | None = None
    everyone: bool = False
    among: tuple[int, tuple[str, ...]] | None = None
    weight: tuple[float, dict[str, float]] | None = None
    event: datetime.date | None = None
    lag: Lag = Lag()
    not_before: datetime.date | None = None


def after_months(date: datetime.date, months: int) -> datetime.date:
    """Return the day a number of months on: of the same number, or the month's last (ETS 76, art. 4(2))."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def in_force_after(trigger: datetime.date, lag: Lag) -> datetime.date:
    """Return the day of entry into force after a trigger.

    "The first day of the month following the expiry of three months" is the first of a month strictly after the last
    day of the period: a trigger on 1 March leads to 1 July.
    """
    date = after_months(trigger, lag.months) + datetime.timedelta(days=lag.days)
    if not lag.first_of_month:
        return date
    return after_months(date.replace(day=1), 1)


def _met(clause: Clause, consenting: set[str], population: Sequence[str]) -> bool:
    """Whether the states that consent by now suffice."""
    asked = [clause.count is not None, clause.everyone, clause.among is not None, clause.weight is not None]
    if not any(asked):
        return False
    if clause.count is not None and len(consenting) < clause.count:
        return False
    if clause.everyone and not (population and set(population) <= consenting):
        return False
    if clause.among is not None and len(consenting & set(clause.among[1])) < clause.among[0]:
        return False
    return clause.weight is None or _share(clause.weight[1], consenting) >= clause.weight[0]


def _share(weights: Mapping[str, float], states: set[str]) -> float:
    total = sum(weights.values())
    return sum(weight for state, weight in weights.items() if state in states) / total if total else 0.0


def met_on(clause: Clause, deposits: Iterable[Deposit], population: Sequence[str] = ()) -> datetime.date | None:
    """Return the day on which the trigger was met, or None where it has not been.

    Args:
        clause: what has to come together.
        deposits: every consent; of one withdrawn, both days count.
        population: the states that "all" means: members, or signatories, at the day the clause names.
    """
    if clause.event is not None:
        return clause.event
    told = list(deposits)
    for date in sorted({deposit.on for deposit in told}):
        held = {one.state for one in told if one.on <= date and (one.withdrawn is None or one.withdrawn > date)}
        if _met(clause, held, population):
            return date
    return None


def entry_into_force(
    clauses: Sequence[Clause], deposits: Sequence[Deposit], population: Sequence[str] = ()
) -> datetime.date | None:
    """Return the day a treaty enters into force by the first of its alternative clauses, or None where by none yet."""
    days = []
    for clause in clauses:
        trigger = met_on(clause, deposits, population)
        if trigger is not None:
            date = in_force_after(trigger, clause.lag)
            days.append(max(date, clause.not_before) if clause.not_before is not None else date)
    return min(days, default=None)


def force_for(general: datetime.date | None, deposit: datetime.date, lag: Lag) -> datetime.date | None:
    """Return the day a treaty enters into force for one state: with it, or its own lag after a later deposit.

    Source: Vienna Convention on the Law of Treaties (1969), art. 24(3).
    """
    if general is None:
        return None
    return max(general, in_force_after(deposit, lag)) if deposit > general else general
