"""Every gap that the rules find in the registers' rows on a day."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.agreement import contradictions
from muniment.registers.identity.offices import office_keys, same_office, same_organization
from muniment.registers.promises import Promise, promises
from muniment.registers.row import Row
from muniment.rules import Gap
from muniment.rules.contradictions import contradiction
from muniment.rules.due import outcome_unknown, overdue
from muniment.rules.gap import last_day
from muniment.rules.meetings import never_reported
from muniment.rules.offices import gaps_in_office, overlaps
from muniment.rules.ratification import not_registered, unratified

__all__ = ["Near", "gaps"]


class Near(msgspec.Struct, frozen=True):
    """Ways to those rows that some rules look at, where not all have to be read for them.

    Attributes:
        retold: gives the rows of a register that are told in several ways or in conflict.
        binding: gives the texts of kinds by which states consent to be bound.
    """

    retold: Callable[[str], Iterable[Row]]
    binding: Callable[[], Iterable[Row]]


def gaps(
    rows: Callable[[str], Iterable[Row]],
    as_of: datetime.date,
    made: Sequence[Promise] | None = None,
    near: Near | None = None,
) -> Iterator[Gap]:
    """Yield what the record leaves open on a day, rule by rule, each with the speaker of what only a speaker tells.

    Only what a page or a person told is asked after: a profile states what it knows of an organisation and leaves much
    out. Nothing that was to happen after the last page of the record is missing from it.

    Args:
        rows: gives a register's rows in a settled order; those withdrawn are passed over.
        as_of: the day it is asked on.
        made: what became of every commitment by that day, where it is known already.
        near: shorter ways to some of the rows, in the same order; None where there are none.
    """
    said: dict[tuple[str, str], str] = {}

    def kept_in_mind(shown: Iterable[Row]) -> Iterator[Row]:
        for row in shown:
            if row.attributed_to:
                said[row.register, row.id] = row.attributed_to
            yield row

    ways = near or Near(rows, lambda: rows("instruments"))
    found = (
        _by_rules(lambda name: kept_in_mind(rows(name)), lambda: kept_in_mind(ways.binding()), as_of, made),
        _disputed(lambda name: kept_in_mind(ways.retold(name))),
    )
    for gap in chain.from_iterable(found):
        speaker = said.get((gap.register, gap.row), "")
        yield msgspec.structs.replace(gap, told_by=speaker) if speaker else gap


def _by_rules(
    rows: Callable[[str], Iterable[Row]],
    binding: Callable[[], Iterable[Row]],
    as_of: datetime.date,
    made: Sequence[Promise] | None,
) -> Iterator[Gap]:
    """Yield what each rule finds open but what pages tell otherwise than others."""

    def shown(register: str) -> Iterator[Row]:
        return (row for row in rows(register) if not row.withdrawn)

    def told(register: str) -> Iterator[Row]:
        return filter(_is_told, shown(register))

    def treaties() -> Iterator[Row]:
        return (row for row in binding() if not row.withdrawn and _is_told(row))

    until = min(as_of, _last_page(shown("documents")) or as_of)
    known = promises(rows, as_of) if made is None else made
    kept = {one.row for one in known if one.status not in ("overdue", "unknown") or one.perhaps}
    yield from overdue(told("commitments"), as_of, until, lambda row: row.id in kept)
    yield from never_reported(told("meetings"), until)
    yield from outcome_unknown(told("instruments"), until)
    consented = (row for row in treaties() if _told_acts(row) & _CONSENTING)
    yield from unratified(consented, list(shown("relations")), as_of, same_organization)
    yield from not_registered((row for row in treaties() if "enter_into_force" in _told_acts(row)), as_of)
    yield from _in_offices(shown("tenures"))


def _in_offices(tenures: Iterable[Row]) -> Iterator[Gap]:
    """Yield the offices that two held at once or nobody held, where a page or a person tells of the later tenure."""
    dated: list[Row] = []
    news: set[str] = set()
    for row in tenures:
        if row.slots.get("start") or row.slots.get("acting"):
            dated.append(row)
            news.update([row.id] if _is_told(row) else [])
    posts = [*overlaps(dated, same_office, office_keys), *gaps_in_office(dated, same_office, office_keys)]
    yield from (gap for gap in posts if gap.row in news)


def _disputed(rows: Callable[[str], Iterable[Row]]) -> Iterator[Gap]:
    """Yield what pages tell otherwise than others, register by register."""
    for name, register in REGISTERS.items():
        for row in rows(name):
            for one in contradictions(row) if _is_told(row) and not row.withdrawn else ():
                values = [saying.value for saying in one.sayings]
                yield contradiction(row, register.caption(row.slots), one.slot, values)


def _is_told(row: Row) -> bool:
    """Whether a page or a person tells of a row, and not a profile alone."""
    return any(one.origin != "profile" for one in row.tellings)


_CONSENTING = frozenset({"sign", "ratify", "accept", "accede", "deposit", "call_for_ratification"})


def _told_acts(row: Row) -> set[str]:
    """Return what pages or people tell to have been done with a text."""
    acts = (act for one in row.tellings if one.origin != "profile" for act in one.slots.get("actions") or ())
    return {str(act["action"]) for act in acts if isinstance(act, dict) and not act.get("planned")}


def _last_page(documents: Iterable[Row]) -> datetime.date | None:
    """Return the last day that a page gives itself, None where none gives any."""
    return max((day for row in documents if (day := last_day(row.slots.get("published")))), default=None)
