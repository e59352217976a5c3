"""A register's list: narrowed, searched, sorted and paged, for people; the same list as CSV and JSON for programs."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web import spoken, words
from muniment.desk.web.asking import ListAsk, form_of, list_ask, named, require_known, require_page
from muniment.desk.web.catalogue import say
from muniment.desk.web.marks import Mark, marks_of
from muniment.desk.web.room import Room, room_of
from muniment.desk.web.searching import Asked, slots_asked
from muniment.facade import RowPage
from muniment.registers import Field, Register
from muniment.registers import register as register_named
from muniment.registers.row import Row
from muniment.registers.schema import claim_schema, row_schema
from muniment.registers.spec import UNSORTED
from muniment.registers.tables import as_of_record, csv_header, csv_line, list_columns, page_count

__all__ = ["Filter", "Line", "columns_of", "lines_of", "listing", "schema", "sorts_of", "title_of"]

_VALUES = 60
"""Values of a slot that a filter offers, most frequent first."""

_LATEST = 10_000
"""Rows with the words that a list is narrowed by, of all registers, that are looked through: those filed last. More is
nobody's list to read, and takes longer than a visitor waits (judgement; 100 ms, measured 2026-11-23)."""


class Filter(msgspec.Struct, frozen=True):
    """A slot that the list can be narrowed by: its field, the value chosen, the values there are with their counts."""

    field: Field
    chosen: str
    values: list[tuple[str, str, int]]


class Line(msgspec.Struct, frozen=True):
    """A row in a list: its title, its marks, its cells by the columns' order, the pages it rests on.

    As of a day, `doubt` says why it is uncertain whether it was so; empty where it is not.
    """

    row: Row
    title: str
    marks: list[Mark]
    cells: list[Any]
    pages: int
    doubt: str = ""


def sorts_of(register: Register) -> list[tuple[str, str]]:
    """Return what a register's list can be sorted by, as order and label, the date first."""
    slots = [field for field in list_columns(register) if field.type not in UNSORTED and field.type != "actions"]
    dated = [("-date", say("list.newest_first")), ("date", say("list.oldest_first"))] if register.dates else []
    return [*dated, ("caption", say("list.by_title")), *((field.name, field.label.lower()) for field in slots)]


@functools.lru_cache
def _probe(name: str) -> str:
    """Return the title of a row whose every slot holds its own name, so that it shows which slots a title tells."""
    register = register_named(name)
    listed = {"names", "texts", "topics", "people"}
    return register.caption({f.name: [f"<{f.name}>"] if f.type in listed else f"<{f.name}>" for f in register.fields})


def columns_of(register: Register) -> list[Field]:
    """Return the columns a list shows beside the title: those the title does not tell already, and every date."""
    title = _probe(register.name).casefold()
    return [
        field
        for field in list_columns(register)
        if field.type in ("date", "actions") or (f"<{field.name}>" not in title and field.type != "prose")
    ]


def title_of(register: Register, row: Row, shown: list[Field]) -> str:
    """Return a row's title without the dates that stand in columns beside it."""
    dates = {field.name for field in shown if field.type == "date"}
    return register.caption({name: value for name, value in row.slots.items() if name not in dates})


def lines_of(register: Register, rows: list[Row], doubts: Mapping[str, str] | None = None) -> list[Line]:
    """Return rows as the lines of a list; `doubts` says of which it is uncertain whether they were so, and why."""
    doubts = doubts or {}
    shown = columns_of(register)
    return [
        Line(
            row, title_of(register, row, shown), marks_of(row),
            [words.set_cell(field, row.slots.get(field.name)) for field in shown],
            page_count(row), doubts.get(row.id, ""),
        )
        for row in rows
    ]  # fmt: skip


def _filters(room: Room, register: Register, ask: ListAsk) -> list[Filter]:
    found = []
    for name in register.filters:
        field = register.field(name)
        if field.type in UNSORTED:
            continue
        values = room.record.values(register.name, name, _VALUES)
        chosen = ask.where.get(name, "")
        if chosen and chosen not in [value for value, _ in values]:
            values = [*values, (chosen, 0)]
        if len(values) > 1 or chosen or (values and field.type == "flag"):
            found.append(Filter(field, chosen, [(value, _label(field, value), count) for value, count in values]))
    return found


def _more(room: Room, register: Register) -> list[Asked]:
    """Return the other slots that the list can be narrowed by, with values that more than one row has."""
    return [one for one in slots_asked(room, register, 2) if one.field.name not in register.filters]


def _label(field: Field, value: str) -> str:
    if field.type == "flag":
        return say("list.yes" if value == "true" else "list.no")
    return words.plain(value) if field.type in words.CLOSED_TYPES else value


def listing(request: Request) -> Response:
    """Return a register's list in the form asked for."""
    room = room_of(request)
    name, suffix = named(request.path_params["register"])
    register = spoken.register(name)
    own = next((field.values for field in register.fields if field.name == "format"), ())
    form = form_of(request, suffix, own)
    ask = list_ask(request, form)
    found = room.record.rows(
        name, where=ask.where, words=ask.words, sort=ask.sort, descending=ask.descending, limit=ask.limit,
        offset=ask.offset, as_of=ask.as_of, latest=_LATEST if form == "html" else 0,
    )  # fmt: skip
    if form != "html":
        return _for_programs(room, register, ask, form, found)
    pages = max(1, -(-found.total // ask.limit))
    require_page(found.total, ask.offset, register.label.lower())
    return room.page(
        "list.html", request, title=register.label, active=name, register=register, ask=ask, total=found.total,
        columns=columns_of(register), lines=lines_of(register, found.rows, found.doubts),
        filters=_filters(room, register, ask), more=_more(room, register), sorts=sorts_of(register), pages=pages,
        page=ask.offset // ask.limit + 1, chips=_chips(register, ask),
        sortable={order for order, _ in sorts_of(register)}, latest=found.latest,
    )  # fmt: skip


def schema(request: Request) -> Response:
    """Return the JSON Schema of a register's rows; with `of=claim`, of its claims."""
    require_known(request, "of")
    register = register_named(request.path_params["register"])
    of_claim = request.query_params.get("of", "row") == "claim"
    return room_of(request).data("json", claim_schema(register) if of_claim else row_schema(register))


def _chips(register: Register, ask: ListAsk) -> list[tuple[str, str]]:
    """Return what the list is narrowed by, as words and the query of the list without it."""
    found = []
    for name, value in ask.where.items():
        if name in ("since", "until"):
            found.append((say(f"list.{name}", day=words.date(value)), ask.query(**{name: None})))
        else:
            field = register.field(name)
            found.append((f"{field.label}: {_label(field, value)}", ask.query(**{name: None})))
    if ask.as_of:
        found.append((say("list.as_of", day=words.date(ask.as_of)), ask.query(as_of=None)))
    if ask.words:
        found.append((f"“{ask.words}”", ask.query(words=None)))
    return found


def _for_programs(room: Room, register: Register, ask: ListAsk, form: str, found: RowPage) -> Response:
    rows, total, day = found.rows, found.total, found.as_of
    records = [row.record() | (as_of_record(day, found.doubts.get(row.id, "")) if day else {}) for row in rows]
    if form == "csv":
        lines = [csv_line(register, row, day, found.doubts.get(row.id, "")) for row in rows]
        answer = room.data(form, [], (csv_header(register, as_of=bool(day)), lines))
    elif form == "jsonl":
        answer = room.data(form, records)
    else:
        coverage = room.coverage()
        answer = room.data(form, {
            "register": register.name, "total": total, "offset": ask.offset, "limit": ask.limit,
            "head": coverage.head, "coverage": coverage.line(), "rows": records,
        })  # fmt: skip
    answer.headers["Muniment-Total"] = str(total)
    after = ask.offset + len(rows)
    if rows and after < total:
        query = ask.query(offset=after, limit=ask.limit)
        answer.headers["Link"] = f'</{register.name}.{form}?{query}>; rel="next"'
    return answer
