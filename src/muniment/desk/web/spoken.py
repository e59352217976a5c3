"""The registers in the language of the page: what they, their slots and their closed values are called in it."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from msgspec.structs import replace

from muniment.desk.web.catalogue import FIRST, SPOKEN, keys, table
from muniment.registers import REGISTERS, Field, Register
from muniment.registers import register as register_named

__all__ = ["refusals", "register", "registers", "set_aside", "value"]


def registers() -> Mapping[str, Register]:
    """Return every register by name, in words of the page's language."""
    return _in(SPOKEN.get())


def register(name: str) -> Register:
    """Return the register of that name, in words of the page's language.

    Raises:
        Unknown: there is none.
    """
    return registers()[register_named(name).name]


def value(name: str) -> str:
    """Return a closed value in words of the page's language; one of no closed list with blanks for its underscores."""
    return _words(SPOKEN.get(), f"registers.values.{name}") or name.replace("_", " ")


def set_aside() -> Mapping[str, str]:
    """Return the reasons to set a sentence aside, each with what it means."""
    return table("registers.set_aside")


def refusals() -> Mapping[str, str]:
    """Return the reasons why a rule gave nothing of a sentence, each with what it means."""
    return table("registers.refused")


@functools.cache
def _in(language: str) -> Mapping[str, Register]:
    if language == FIRST:
        return REGISTERS
    return {name: _said(one, language) for name, one in REGISTERS.items()}


def _said(one: Register, language: str) -> Register:
    own = f"registers.{one.name}"
    lasting = one.lasting and replace(one.lasting, rule=_words(language, f"{own}.rule"))
    return replace(
        one, label=_words(language, f"{own}.label"), singular=_words(language, f"{own}.singular"),
        about=_words(language, f"{own}.about"), lasting=lasting,
        fields=tuple(_slot(field, f"{own}.slots.{field.name}", language) for field in one.fields),
    )  # fmt: skip


def _slot(field: Field, own: str, language: str) -> Field:
    return replace(field, label=_words(language, f"{own}.label"), help=_words(language, f"{own}.help"))


def _words(language: str, key: str) -> str:
    """Return the words of a key else those of the first language; empty where there are none."""
    return str(keys(language).get(key) or keys().get(key, ""))
