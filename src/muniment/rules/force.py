"""The arithmetic of entry into force: from the day that the conditions were met to the day that counts.

Counting follows the European Convention on the Calculation of Time-Limits (ETS 76, 1972): the day of the event is not
counted (art. 3), a period of months ends on the day of the same number, or on the last day of a month that has none
(art. 4(2)). What has to come together is in `rules.treaty`.
"""

from __future__ import annotations

import calendar
import datetime

from muniment.terms.treaty import Lag

__all__ = ["after_months", "force_for", "in_force_after"]


def after_months(date: datetime.date, months: int) -> datetime.date:
    """Return the day a number of months on: of the same number, or the month's last (ETS 76, art. 4(2))."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def in_force_after(trigger: datetime.date, lag: Lag) -> datetime.date:
    """Return the day of entry into force after a trigger.

    "The first day of the month following the expiry of three months" is the first of a month strictly after the last
    day of the period: a trigger on 1 March leads to 1 July. So is "the first of January following".
    """
    date = after_months(trigger, lag.months) + datetime.timedelta(days=lag.days)
    if lag.first_of_month:
        date = after_months(date.replace(day=1), 1)
    if lag.next_day is not None:
        this_year = datetime.date(date.year, *lag.next_day)
        date = this_year if this_year > date else datetime.date(date.year + 1, *lag.next_day)
    return date


def force_for(general: datetime.date | None, deposit: datetime.date, lag: Lag) -> datetime.date | None:
    """Return the day a treaty enters into force for one state: with it, or its own lag after a later deposit.

    Source: Vienna Convention on the Law of Treaties (1969), art. 24(3).
    """
    if general is None:
        return None
    return max(general, in_force_after(deposit, lag)) if deposit > general else general
