"""Two texts side by side: which parts are the same, and in those that are not, which words came and went."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

import msgspec
from markupsafe import Markup

__all__ = ["Pair", "Run", "pairs", "runs"]

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")

_ALIKE = 0.3
"""Share of words in common (`SequenceMatcher.ratio`) from which two parts are one part that changed (judgement)."""

_KEPT = 1
"""Unchanged parts shown on either side of a change; the others between are folded."""


class Pair(msgspec.Struct, frozen=True):
    """A part of the earlier text beside its part of the later one; empty where it has none.

    Attributes:
        what: `same`, `changed`, `gone` or `new`.
        before: the earlier part, what went marked with `del`.
        after: the later part, what came marked with `ins`.
    """

    what: str
    before: Markup
    after: Markup


class Run(msgspec.Struct, frozen=True):
    """Pairs one after another; `folded` where all are the same and none stands beside a change."""

    folded: bool
    pairs: list[Pair]


def pairs(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Return two texts, given part by part, side by side."""
    found = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            found += [Pair("same", _escaped(one), _escaped(one)) for one in before[a:b]]
            continue
        for old, new in _partners(before[a:b], after[c:d]):
            found.append(_pair(old, new))
    return found


def _partners(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, str]]:
    """Return the parts of a stretch that changed, those that are alike beside each other."""
    if len(before) == len(after):
        return list(zip(before, after, strict=True))
    found: list[tuple[str, str]] = []
    waiting = list(after)
    for old in before:
        place = next((number for number, new in enumerate(waiting) if _likeness(old, new) >= _ALIKE), None)
        if place is None:
            found.append((old, ""))
            continue
        found += [("", new) for new in waiting[:place]]
        found.append((old, waiting[place]))
        waiting = waiting[place + 1 :]
    return found + [("", new) for new in waiting]


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def _pair(old: str, new: str) -> Pair:
    if not old or not new:
        lost, found = Markup("<del>{}</del>").format(old), Markup("<ins>{}</ins>").format(new)
        return Pair("gone", lost, Markup("")) if old else Pair("new", Markup(""), found)
    if _likeness(old, new) < _ALIKE:
        return Pair("changed", Markup("<del>{}</del>").format(old), Markup("<ins>{}</ins>").format(new))
    left, right = _WORDS.findall(old), _WORDS.findall(new)
    before: list[Markup] = []
    after: list[Markup] = []
    for what, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        went, came = "".join(left[a:b]), "".join(right[c:d])
        if what == "equal":
            before.append(_escaped(went))
            after.append(_escaped(came))
        elif went:
            before.append(Markup("<del>{}</del>").format(went))
        if what != "equal" and came:
            after.append(Markup("<ins>{}</ins>").format(came))
    return Pair("changed", Markup("").join(before), Markup("").join(after))


def _escaped(text: str) -> Markup:
    return Markup("{}").format(text)


def runs(told: Sequence[Pair]) -> list[Run]:
    """Return pairs in runs: those around a change, and those between, which are folded."""
    near = {
        place + by
        for place, one in enumerate(told)
        if one.what != "same"
        for by in range(-_KEPT, _KEPT + 1)
    }  # fmt: skip
    found: list[Run] = []
    for place, one in enumerate(told):
        folded = place not in near
        if not found or found[-1].folded != folded:
            found.append(Run(folded, []))
        found[-1].pairs.append(one)
    return found
