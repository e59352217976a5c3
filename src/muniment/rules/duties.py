"""Duties that follow from what pages tell: their words, who is bound and by what, from the pack `duties.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import msgspec

__all__ = ["Kind", "duty_kinds"]


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of duty.

    Attributes:
        kind: short stable name, `snake_case`.
        text: what is to be done; `{title}`, `{who}` and `{day}` are filled in.
        who: who is bound, where the row it follows from does not say.
        basis: the article, decision or practice it follows from.
    """

    kind: str
    text: str
    who: str
    basis: str


class _Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    duties: tuple[Kind, ...]


@cache
def duty_kinds() -> dict[str, Kind]:
    """Return the kinds of duty by name, in the order of the pack."""
    text = (resources.files(__package__ or __name__) / "duties.toml").read_text("utf-8")
    return {one.kind: one for one in msgspec.convert(tomllib.loads(text), _Pack, strict=False).duties}
