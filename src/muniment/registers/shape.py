"""Slots in the shape that their register declares, whatever shape a reading gave them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from muniment.registers import REGISTERS
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
    if isinstance(value, str):
        return value
    if isinstance(value, list | tuple | dict):
        found = names(value)
        return found[0] if found else None
    return str(value)


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


@cache
def _shapes(register: str) -> dict[str, Callable[[Any], Any]]:
    """Return by slot what brings a value into the shape that a register declares."""
    return {field.name: _SHAPES.get(field.type, _single) for field in REGISTERS[register].fields}


def shaped(register: str, slots: Mapping[str, Any]) -> dict[str, Any]:
    """Return slots as their register declares them, unstated ones left out.

    A lone name becomes a list where a list is due, a list its first item where one value is due. Slots that the
    register does not know stay as they are.
    """
    shapes = _shapes(register)
    found = {}
    for name, value in slots.items():
        if value in (None, "", [], {}):
            continue
        shape = shapes.get(name)
        value = value if shape is None else shape(value)
        if value not in (None, "", []):
            found[name] = value
    return found
