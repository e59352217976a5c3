"""Values that people give to slots, checked against the register's declaration."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from muniment.errors import DecisionError
from muniment.profiles.topics import topics
from muniment.registers import Field, Register
from muniment.terms import PartialDate

__all__ = ["check_span", "checked_slots", "with_article"]

_PARTS = {
    "people": frozenset({"name", "office"}),
    "actions": frozenset({"action", "date", "by", "to", "place", "planned", "number", "text", "effect"}),
    "numbers": frozenset({"of", "comparator", "value", "unit"}),
}
"""What the items of a list may say, by the type of field (record format)."""


def checked_slots(known: Register, slots: Mapping[str, Any], *, clearing: bool) -> dict[str, Any]:
    """Return slots with their values in the register's types; texts are read as what the slot takes.

    Args:
        known: the register.
        slots: slot -> value; a text may stand for a number, a flag, or a list with one item.
        clearing: whether None (or an empty text) may take a value away.

    Raises:
        DecisionError: no such slot, or a value that it cannot have; with the likely one.
    """
    return {name: _checked(known, _field(known, name), value, clearing) for name, value in slots.items()}


def check_span(known: Register, slots: Mapping[str, Any]) -> None:
    """Check that what has a start and an end does not end before it starts; dates compare as far as both are known.

    Raises:
        DecisionError: it does.
    """
    start, end = (str(slots.get(name) or "") for name in ("start", "end"))
    shared = min(len(start), len(end))
    if end[:shared] < start[:shared]:
        raise DecisionError(
            f"ends on {end}, before it starts on {start}", code="ends-before-start", where=f"{known.name}.end",
            hint="Give the right one of the two, or both.",
        )  # fmt: skip


def with_article(noun: str) -> str:
    """Return a register's noun with "a" or "an"."""
    return f"an {noun}" if noun[:1] in "aeiou" else f"a {noun}"


def _field(known: Register, name: str) -> Field:
    for field in known.fields:
        if field.name == name and name not in ("archived_text", "blocks"):
            return field
    names = [field.name for field in known.fields]
    raise DecisionError(
        f"{with_article(known.singular)} has no slot {name!r}", code="unknown-slot", where=f"{known.name}.{name}",
        hint=_did_you_mean(name, names),
    )  # fmt: skip


def _did_you_mean(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, 1)
    return f"Did you mean {near[0]!r}?" if near else f"There are: {', '.join(known)}."


def _checked(known: Register, field: Field, value: Any, clearing: bool) -> Any:
    where = f"{known.name}.{field.name}"
    if value is None or value == "":
        if clearing:
            return None
        raise DecisionError("no value given", code="no-value", where=where, hint="Leave the slot out instead.")
    check: Callable[[Field, Any, str], Any] = _CHECKS.get(field.type, _words)
    return check(field, value, where)


def _words(field: Field, value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(where, value, "words")
    return value.strip()


def _whole(field: Field, value: Any, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise _wrong(where, value, "a whole number")
    try:
        number = int(value)
    except ValueError as error:
        raise _wrong(where, value, "a whole number") from error
    if number < 0:
        raise _wrong(where, value, "a whole number from 0 up")
    return number


def _flag(field: Field, value: Any, where: str) -> bool:
    found = {"true": True, "yes": True, "false": False, "no": False}.get(str(value).strip().casefold())
    if found is None:
        raise _wrong(where, value, "true or false")
    return found


def _date(field: Field, value: Any, where: str) -> str:
    try:
        return PartialDate.parse(str(value).strip()).iso
    except ValueError as error:
        raise _wrong(where, value, "a date (2022, 2022-11 or 2022-11-23)") from error


def _choice(field: Field, value: Any, where: str) -> str:
    if value not in field.values:
        raise DecisionError(
            f"{value!r} is not one of its values", code="not-in-list", where=where,
            hint=_did_you_mean(str(value), field.values),
        )  # fmt: skip
    return str(value)


def _names(field: Field, value: Any, where: str) -> list[str]:
    items = value if isinstance(value, list | tuple) else [value]
    return [_words(field, item, where) for item in items]


def _topics(field: Field, value: Any, where: str) -> list[str]:
    """Return topics by their labels in the scheme, and what it does not know as it was given."""
    scheme = topics()
    return [scheme.label(name) or name for name in _names(field, value, where)]


def _items(field: Field, value: Any, where: str) -> list[dict[str, Any]]:
    items = value if isinstance(value, list | tuple) else [value]
    if field.type == "people":
        items = [{"name": item} if isinstance(item, str) else item for item in items]
    return [_item(field, item, where) for item in items]


def _item(field: Field, item: Any, where: str) -> dict[str, Any]:
    parts = _PARTS[field.type]
    if not isinstance(item, dict) or not item:
        raise _wrong(where, item, f"an item with {', '.join(sorted(parts))}")
    for name in item:
        if name not in parts:
            raise DecisionError(
                f"an item has no part {name!r}", code="unknown-part", where=where,
                hint=_did_you_mean(str(name), sorted(parts)),
            )  # fmt: skip
    if field.type == "actions":
        _choice(field, item.get("action"), where)
        return {**item, **{name: _date(field, item[name], where) for name in ("date", "effect") if item.get(name)}}
    return dict(item)


def _wrong(where: str, value: Any, wanted: str) -> DecisionError:
    return DecisionError(f"{value!r} is no value for it", code="wrong-value", where=where, hint=f"It takes {wanted}.")


_CHECKS: dict[str, Callable[[Field, Any, str], Any]] = {
    "whole": _whole,
    "flag": _flag,
    "date": _date,
    "choice": _choice,
    "names": _names,
    "texts": _names,
    "topics": _topics,
    "people": _items,
    "actions": _items,
    "numbers": _items,
}
"""Type of field -> what checks a value given to it; any other takes words."""
