"""Rules of the register of situations."""

from __future__ import annotations

from muniment.reading.draft import Draft
from muniment.reading.rule import Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

REGISTER = "situations"

RULES: tuple[Rule, ...] = ()


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts of one page merged: one for each act."""
    return drafts
