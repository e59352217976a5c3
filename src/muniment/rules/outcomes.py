"""What came of an item of an agenda, in the words of practice: the pack `outcomes.toml`, non-decisions included."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import msgspec

__all__ = ["Outcome", "outcome_of", "outcomes"]


class Outcome(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What came of an item.

    Attributes:
        action: what is told to have been done with its text, as the record format names it.
        says: what that is called: "deferred".
        decided: it was decided on; what was put off, sent back or only heard was not.
        source: the rule or practice it rests on.
    """

    action: str
    says: str
    decided: bool
    source: str


class _Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    outcomes: tuple[Outcome, ...]


@cache
def outcomes() -> tuple[Outcome, ...]:
    """Return the outcomes of `outcomes.toml`, the one that tells most first."""
    text = (resources.files(__package__ or __name__) / "outcomes.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _Pack, strict=False).outcomes


def outcome_of(actions: set[str]) -> Outcome | None:
    """Return what came of an item with whose text all these actions were done; None where none is an outcome."""
    return next((one for one in outcomes() if one.action in actions), None)
