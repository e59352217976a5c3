"""How values are worded and set on a page: dates, choices, names, actions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from muniment.registers import Field, Register
from muniment.registers.values import cell, names, shortened
from muniment.terms import PartialDate

__all__ = ["ACTIONS", "CLOSED_TYPES", "UNSORTED", "acted", "date", "plain", "set_cell", "set_value"]

ACTIONS: dict[str, tuple[str, str]] = {
    "propose": ("Proposed", "To be proposed"),
    "draft": ("Drafted", "To be drafted"),
    "consider": ("Considered", "To be considered"),
    "agree": ("Agreed", "To be agreed"),
    "submit": ("Submitted", "To be submitted"),
    "adopt": ("Adopted", "To be adopted"),
    "approve": ("Approved", "To be approved"),
    "not_adopt": ("Not adopted", "Not to be adopted"),
    "reject": ("Rejected", "To be rejected"),
    "return": ("Returned", "To be returned"),
    "defer": ("Deferred", "To be deferred"),
    "amend": ("Amended", "To be amended"),
    "sign": ("Signed", "To be signed"),
    "ratify": ("Ratified", "To be ratified"),
    "accept": ("Accepted", "To be accepted"),
    "accede": ("Acceded to", "To be acceded to"),
    "deposit": ("Instrument deposited", "Instrument to be deposited"),
    "register": ("Registered", "To be registered"),
    "enter_into_force": ("Entered into force", "To enter into force"),
    "extend": ("Extended", "To be extended"),
    "suspend": ("Suspended", "To be suspended"),
    "terminate": ("Terminated", "To be terminated"),
    "withdraw": ("Withdrawn", "To be withdrawn"),
    "denounce": ("Denounced", "To be denounced"),
    "implement": ("Implemented", "To be implemented"),
    "call_for_ratification": ("Ratification called for", "Ratification to be called for"),
}
"""Action of the record format -> what is written where it was done, and where it is planned."""

CLOSED_TYPES = frozenset({"choice", "flag", "whole"})
"""Types of field whose values are short and need no wrapping."""

UNSORTED = frozenset({"prose", "blocks", "texts", "numbers"})
"""Types of field that no list is narrowed or sorted by: long or many-parted values."""

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
    first = known.first_day()
    if known.month is None:
        return f"{known.year}"
    return f"{first:%B} {known.year}" if known.day is None else f"{known.day} {first:%B} {known.year}"


def plain(value: Any) -> str:
    """Return a closed value as words: "under consideration" for `under_consideration`."""
    return "yes" if value is True else str(value).replace("_", " ")


def acted(action: Mapping[str, Any]) -> str:
    """Return what was done or is planned, in words; an action outside the list is written as it stands."""
    name = str(action.get("action") or "")
    done, planned = ACTIONS.get(name, (plain(name).capitalize(), f"Planned: {plain(name)}"))
    return planned if action.get("planned") else done


def _time(iso: Any) -> Markup:
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
        return _time(value)
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
        return _time(value)
    if field.type == "actions":
        return _latest(value)
    if field.type in CLOSED_TYPES:
        return escape(plain(value))
    if isinstance(value, list | tuple):
        told = names(value) or [cell(item) for item in value]
        more = Markup(' <span class="muted">and {} more</span>').format(len(told) - _SHOWN)
        return Markup("{}{}").format("; ".join(told[:_SHOWN]), more if len(told) > _SHOWN else "")
    return escape(shortened(str(value), _LONGEST))


def _latest(actions: Any) -> Markup:
    """Return the last thing done, or else planned, of a list of actions, and how many there are."""
    known = [action for action in actions if isinstance(action, dict)]
    if not known:
        return Markup("")
    done = [action for action in known if not action.get("planned")] or known
    last = max(done, key=lambda action: str(action.get("date") or ""))
    by = ", ".join(names(last.get("by"))[:1])
    text = Markup("{}{}{}").format(
        acted(last), f" by {by}" if by else "", Markup(", {}").format(_time(last["date"])) if last.get("date") else ""
    )
    more = Markup(' <span class="muted">of {}</span>').format(f"{len(known)} actions")
    return Markup("{}{}").format(text, more if len(known) > 1 else "")
