"""Slots in the shape that their register declares, whatever shape a reading gave them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from muniment.registers import REGISTERS
from muniment.registers.spec import Field
from muniment.registers.values import names

__all__ = ["shaped"]


def _listed(value: Any) -> list[Any]:
    items = value if isinstance(value, list | tuple) else [value]
    return [item for item in items if item not in (None, "", [], {})]


def _whole(value: Any) -> Any:
    if isinstance(value, bool):
        return None
    text = str(value).strip()
    return int(text) if text.isdecimal() else value


def _single(value: Any) -> Any:
    if isinstance(value, list | tuple | dict):
        found = names(value)
        return found[0] if found else None
    return value if isinstance(value, str) else str(value)


_SHAPES: dict[str, Callable[[Any], Any]] = {
    "flag": lambda value: True if value is True or str(value).casefold() == "true" else None,
    "whole": _whole,
    "names": lambda value: names(_listed(value)),
    "topics": lambda value: names(_listed(value)),
    "texts": lambda value: names(_listed(value)),
    "people": _listed,
    "actions": lambda value: [item for item in _listed(value) if isinstance(item, dict) and item.get("action")],
    "numbers": lambda value: [item for item in _listed(value) if isinstance(item, dict)],
    "blocks": _listed,
}


def _shape(field: Field, value: Any) -> Any:
    return _SHAPES.get(field.type, _single)(value)


def shaped(register: str, slots: Mapping[str, Any]) -> dict[str, Any]:
    """Return slots as their register declares them, unstated ones left out.

    A lone name becomes a list where a list is due, a list its first item where one value is due. Slots that the
    register does not know stay as they are.
    """
    fields = {field.name: field for field in REGISTERS[register].fields}
    found = {}
    for name, value in slots.items():
        if value in (None, "", [], {}):
            continue
        value = _shape(fields[name], value) if name in fields else value
        if value not in (None, "", []):
            found[name] = value
    return found
