"""Errors of the site, in the words of its catalogue: what is wrong, and what to do next."""

from __future__ import annotations

from typing import Any

from muniment.desk.web.catalogue import keys, say
from muniment.errors import Unknown, UsageError

__all__ = ["missing", "wrong"]


def _words(fault: str, hint: str, values: dict[str, Any]) -> tuple[str, str]:
    key = f"errors.{fault}.{hint}"
    return str(say(f"errors.{fault}.what", **values)), str(say(key, **values)) if key in keys() else ""


def wrong(fault: str, where: str = "", *, code: str = "", hint: str = "hint", **values: Any) -> UsageError:
    """Return the error that what is asked for cannot be.

    Args:
        fault: its name in `catalogue/en/errors.toml`.
        where: what it is about: a parameter, an address.
        code: stable name of the fault for programs; that in the catalogue where empty.
        hint: which of its hints is told.
        values: set into its words.
    """
    what, next_step = _words(fault, hint, values)
    return UsageError(what, code=code or fault, where=where, hint=next_step)


def missing(fault: str, where: str = "", **values: Any) -> Unknown:
    """Return the error that there is no such thing; the arguments are those of `wrong`."""
    what, next_step = _words(fault, "hint", values)
    return Unknown(what, code=fault, where=where, hint=next_step)
