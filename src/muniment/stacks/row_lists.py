"""Lists of rows in SQL: which rows, in what order, and how many.

A list of many rows is read along the index of its order and stops when a page is full; a list of few is begun with
the rows that have the rarest value asked for. Which it is, the kept counts tell: SQLite itself does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.sql import ColumnElement

from muniment.stacks import schema, search
from muniment.stacks.database import Database
from muniment.stacks.listing import Listing, counted
from muniment.stacks.row_counts import RowCounts
from muniment.stacks.spell_table import SpellTable, certain, so_on

__all__ = ["months_of", "numbers_of", "values_of"]

_R, _V = schema.rows.c, schema.row_values.c

_FEW = 2_000
"""Rows that are rather found one by one and sorted than looked for along the whole register (judgement: 10 ms)."""


def numbers_of(database: Database, counts: RowCounts, listing: Listing) -> tuple[list[int], int]:
    """Return the numbers of a list's rows in order, and how many there are without limit and offset.

    Args:
        database: where the rows are.
        counts: how many rows have each value.
        listing: what is asked for, checked.
    """
    if listing.as_of and not listing.words and not listing.where and listing.sort == "date":
        return SpellTable(database).page(listing)
    if listing.as_of:
        asked = _sorted(_as_of(_narrowed(listing), listing), listing)
        numbers = [number for number, *_ in database.built(asked)]
        return numbers[listing.offset : listing.offset + listing.limit], len(numbers)
    few = _is_few(counts, listing)
    total = _total(database, counts, listing, few) if listing.total or not listing.bounded else None
    if total == 0 or not listing.limit:
        return [], total or 0
    if listing.sort != "date" or few:
        chosen = _sorted(_narrowed(listing), listing)
        page = chosen.limit(listing.limit).offset(listing.offset)
        numbers = [number for (number,) in database.built(page)]
    else:
        numbers = _in_time(database, listing, total or 0)
    return numbers, len(numbers) if total is None else total


def _slots(listing: Listing) -> list[tuple[str, str]]:
    """Return the slots that a list is narrowed by, each with its value."""
    return [(slot, value) for slot, value in sorted(listing.where.items()) if slot not in ("since", "until")]


def _is_few(counts: RowCounts, listing: Listing) -> bool:
    """Whether a list is begun with the rows that have a value or the words; what is not counted has few rows each."""
    known = counted(listing.register)
    return bool(listing.words) or any(
        slot not in known or counts.having(listing.register, slot, value) <= _FEW for slot, value in _slots(listing)
    )


def _total(database: Database, counts: RowCounts, listing: Listing, few: bool) -> int:
    """Return how many rows a list has: from the kept counts where they tell it, else counted."""
    if not listing.words and not listing.where:
        return counts.total(listing.register)
    if not listing.words and len(listing.where) == 1 and listing.where.keys() <= counted(listing.register):
        return counts.having(listing.register, *_slots(listing)[0])
    chosen = _narrowed(listing) if few else _walked(listing)
    ((total,),) = database.built(select(func.count()).select_from(chosen.subquery()))
    return int(total)


def _in_time(database: Database, listing: Listing, total: int) -> list[int]:
    """Return the numbers of a page of a list by date, read along the index; rows without a date come last."""
    dated, undated = _R.dated > "", _R.dated == ""
    order = _R.dated.desc() if listing.descending else _R.dated.asc()
    first = _walked(listing).where(dated).order_by(order, _R.position, _R.id)
    found = [number for (number,) in database.built(first.limit(listing.limit).offset(listing.offset))]
    if listing.bounded or len(found) == listing.limit or listing.offset + len(found) >= total:
        return found
    begun = listing.offset
    if not found:
        ((begun,),) = database.built(select(func.count()).select_from(_walked(listing).where(dated).subquery()))
    rest = _walked(listing).where(undated).order_by(_R.position, _R.id)
    rest = rest.limit(listing.limit - len(found)).offset(max(0, listing.offset - begun))
    return found + [number for (number,) in database.built(rest)]


def _walked(listing: Listing) -> Select[Any]:
    """Return the numbers of a list's rows so that they are looked for along the index of their dates."""
    chosen = select(_R.number).where(_R.register == listing.register, _R.shown == 1, *_between(listing))
    for slot, value in _slots(listing):
        has = select(_V.number).where(_V.number == _R.number, _V.slot == slot, _V.value == value)
        chosen = chosen.where(has.correlate(schema.rows).exists())
    return chosen


def _between(listing: Listing) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions on a row's date."""
    if since := listing.where.get("since"):
        within = func.substr(since, 1, func.length(_R.dated)) == _R.dated
        yield _R.dated > ""
        yield _R.dated >= since[:4]
        yield or_(_R.dated >= since, within)
    if listing.until:
        yield _R.dated > ""
        yield _R.dated <= listing.until


def _narrowed(listing: Listing) -> Select[Any]:
    """Return the rows of a list so that those with a value, or with the words, are looked up one by one."""
    register: ColumnElement[str] = _R.register
    if listing.words or _slots(listing):
        register = register.concat("")  # keeps SQLite from walking the register's index instead
    chosen = select(_R.number).where(register == listing.register, _R.shown == 1, *_between(listing))
    for slot, value in _slots(listing):
        chosen = chosen.where(_R.number.in_(select(_V.number).where(_V.slot == slot, _V.value == value)))
    if listing.words:
        chosen = chosen.where(_R.number.in_(search.rows_with(listing.words, listing.latest)))
    return chosen


def months_of(database: Database, register: str) -> list[tuple[str, int]]:
    """Return the months, or years where no month is told, of a register's shown rows, each with how many it has."""
    month = func.substr(_R.dated, 1, len("2031-11")).label("month")
    dated = (_R.register == register, _R.shown == 1, _R.dated > "")
    found = select(month, func.count()).where(*dated).group_by(month).order_by(month)
    return [(name, count) for name, count in database.built(found)]


def values_of(database: Database, register: str, slot: str, limit: int) -> list[tuple[str, int]]:
    """Return the values that a slot has in shown rows and how many rows have each, counted one by one."""
    number = func.count()
    found = (
        select(_V.value, number)
        .join_from(schema.row_values, schema.rows, _V.number == _R.number)
        .where(_V.slot == slot, _R.register == register, _R.shown == 1)
        .group_by(_V.value).order_by(number.desc(), _V.value).limit(limit)
    )  # fmt: skip
    return [(value, count) for value, count in database.built(found)]


_SPELL = schema.spells.c


def _as_of(chosen: Select[Any], listing: Listing) -> Select[Any]:
    """Return the numbers of the rows that were or may have been so on a day."""
    spells = chosen.with_only_columns(_R.number).join_from(schema.rows, schema.spells, _SPELL.number == _R.number)
    return spells.where(*so_on(listing.as_of))


def _sorted(chosen: Select[Any], listing: Listing) -> Select[Any]:
    """Return the rows in the order asked for; those without a value come last, ties in the order of the ledger.

    As of a day, those come first that were so for certain.
    """
    if listing.as_of:
        chosen = chosen.order_by(~certain(listing.as_of))
    if listing.sort == "date":
        value: Any = func.nullif(_R.dated, "")
    elif listing.sort == "caption":
        value = _R.caption
    else:
        value = select(func.min(_V.value)).where(_V.number == _R.number, _V.slot == listing.sort).scalar_subquery()
    order = value.desc() if listing.descending else value.asc()
    return chosen.order_by(value.is_(None), order, _R.position, _R.id)
