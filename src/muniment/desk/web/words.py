"""How values are worded and set on a page: dates, choices, names, actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from muniment.desk.web import spoken
from muniment.desk.web.catalogue import say, table
from muniment.registers import Field, Register
from muniment.registers.spec import UNSORTED
from muniment.registers.values import cell, names, shortened
from muniment.terms import PartialDate

__all__ = ["CLOSED_TYPES", "acted", "covered", "date", "plain", "set_cell", "set_value", "time"]

CLOSED_TYPES = frozenset({"choice", "flag", "whole"})
"""Types of field whose values are short and need no wrapping."""

_SHOWN = 3
"""Names of one list that a table cell shows; the row's own page shows all."""

_LONGEST = 160
"""Code points of a text that a table cell shows."""


def date(iso: Any) -> str:
    """Return an ISO 8601 date as people read it, no more precise than it is: "7 June 2023", "June 2023", "2023"."""
    try:
        known = PartialDate.parse(str(iso))
    except ValueError:
        return str(iso)
    if known.month is None:
        return f"{known.year}"
    month = say(f"values.date.{known.month}")
    if known.day is None:
        return say("values.date.month", month=month, year=str(known.year))
    return say("values.date.day", day=known.day, month=month, year=str(known.year))


def plain(value: Any) -> str:
    """Return a closed value as words: "under consideration" for `under_consideration`."""
    return say("values.yes") if value is True else spoken.value(str(value))


def acted(action: Mapping[str, Any]) -> str:
    """Return what was done or is planned, in words; an action outside the list is written as it stands."""
    name = str(action.get("action") or "")
    if action.get("planned"):
        return table("values.planned").get(name) or say("values.action_planned", action=plain(name))
    return table("values.done").get(name, plain(name).capitalize())


def covered(coverage: Any) -> str:
    """Return what a record covers, a `Coverage`, as the one line that stands on every page."""
    pages = say("frame.coverage.pages", count=coverage.pages)
    parts = [say("frame.coverage.from", pages=pages, sources=say("frame.coverage.sources", count=coverage.sources))]
    if coverage.first:
        parts = [say("frame.coverage.period", told=parts[0], first=coverage.first, last=coverage.last)]
    if coverage.sentences:
        sentences = say("frame.counted.sentence", count=coverage.sentences)
        aside = sum(coverage.set_aside.values())
        parts.append(
            say("frame.coverage.account", sentences=sentences, read=coverage.read, aside=aside, unread=coverage.unread)
        )
    for name, number in (
        ("not_read", sum(coverage.not_read.values())), ("waiting", coverage.waiting),
        ("failed", len(coverage.failed)), ("alarms", len(coverage.alarms)),
    ):  # fmt: skip
        if number:
            parts.append(say(f"frame.coverage.{name}", count=number))
    told = "; ".join(parts) + "."
    return f"{coverage.known_at}: {told}" if coverage.known_at else told


def time(iso: Any) -> Markup:
    """Return a date as people read it, marked up as one."""
    return Markup('<time datetime="{}">{}</time>').format(iso, date(iso))


def _linked(register: Register, field: Field, name: str) -> Markup:
    """Return a value as a link to the list of rows that share it, where lists can be narrowed by it."""
    if field.name not in register.filters or field.type in UNSORTED:
        return escape(name)
    return Markup('<a href="/{}?{}">{}</a>').format(register.name, urlencode({field.name: name}), _worded(field, name))


def _worded(field: Field, value: Any) -> str:
    return plain(value) if field.type in CLOSED_TYPES else str(value)


def _listed(items: Iterable[Markup]) -> Markup:
    return Markup('<ul class="plain">{}</ul>').format(Markup("").join(Markup("<li>{}</li>").format(i) for i in items))


def _person(register: Register, field: Field, item: Any) -> Markup:
    if not isinstance(item, dict):
        return _linked(register, field, str(item))
    name, office = item.get("name"), item.get("office")
    if name and office:
        return Markup('{} <span class="muted">{}</span>').format(name, office)
    return escape(str(name or office or cell(item)))


def _number(item: Any) -> Markup:
    return escape(cell(item))


def set_value(register: Register, field: Field, value: Any) -> Markup:
    """Return a slot's value for a row's own page, nothing cut."""
    if field.type == "date":
        return time(value)
    if field.type == "prose":
        paragraphs = [" ".join(part.split()) for part in str(value).split("\n\n")]
        return Markup("").join(Markup("<p>{}</p>").format(part) for part in paragraphs if part)
    items = value if isinstance(value, list | tuple) else None
    if items is None:
        return _linked(register, field, _filter_value(value))
    shown: Callable[[Any], Markup] = _number if field.type == "numbers" else lambda i: _person(register, field, i)
    made = [shown(item) for item in items]
    return made[0] if len(made) == 1 else _listed(made)


def _filter_value(value: Any) -> str:
    return "true" if value is True else str(value)


def set_cell(field: Field, value: Any) -> Markup:
    """Return a slot's value for one cell of a list, long values cut."""
    if value in (None, "", [], False):
        return Markup("")
    if field.type == "date":
        return time(value)
    if field.type == "actions":
        return _latest(value)
    if field.type in CLOSED_TYPES:
        return escape(plain(value))
    if isinstance(value, list | tuple):
        told = names(value) or [cell(item) for item in value]
        more = Markup(' <span class="muted">{}</span>').format(say("values.more", count=len(told) - _SHOWN))
        return Markup("{}{}").format("; ".join(told[:_SHOWN]), more if len(told) > _SHOWN else "")
    return escape(shortened(str(value), _LONGEST))


def _latest(actions: Any) -> Markup:
    """Return the last thing done, or else planned, of a list of actions, and how many there are."""
    known = [action for action in actions if isinstance(action, dict)]
    if not known:
        return Markup("")
    done = [action for action in known if not action.get("planned")] or known
    last = max(done, key=lambda action: str(action.get("date") or ""))
    by = names(last.get("by"))[:1]
    whose = say("values.by", name=by[0]) if by else ""
    when = Markup(", {}").format(time(last["date"])) if last.get("date") else ""
    text = Markup("{}{}{}").format(acted(last), whose, when)
    more = Markup(' <span class="muted">{}</span>').format(say("values.of_actions", count=len(known)))
    return Markup("{}{}").format(text, more if len(known) > 1 else "")
