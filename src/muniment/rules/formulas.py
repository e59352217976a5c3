"""Standing sentences of a body's communiqués: which were kept, reworded, weakened, strengthened, dropped or are new.

Two sentences are compared by the words they share in order (the ratio of J. W. Ratcliff and J. A. Obershelp, 1988, over
words). Whether a change of words weakens is told by the ladders of `formulas.toml` alone.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources

import msgspec

__all__ = ["REWORDED", "Change", "compared", "likeness"]

REWORDED = 0.55
"""Likeness from which two sentences are one formula in other words (judgement: below it, half the words are others)."""

_SHORTEST = 5
"""Words of a sentence that can be a formula; shorter ones are headings and greetings (judgement)."""


class Change(msgspec.Struct, frozen=True):
    """What became of a sentence.

    Attributes:
        kind: `kept`, `reworded`, `weakened`, `strengthened`, `dropped` or `new`.
        before: the sentence in the earlier text; empty where it is new.
        after: the sentence in the later text; empty where it was dropped.
        ladder: the ladder it went down or up, with both expressions: "condemnation: condemn → regret"; else empty.
        likeness: 0 to 1, how alike the two are.
    """

    kind: str
    before: str
    after: str
    ladder: str = ""
    likeness: float = 0.0


class _Ladder(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    words: tuple[str, ...]


class _Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ladders: tuple[_Ladder, ...]


@cache
def _ladders() -> tuple[_Ladder, ...]:
    text = (resources.files(__package__ or __name__) / "formulas.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _Pack, strict=False).ladders


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def likeness(one: str, two: str) -> float:
    """Return how alike two sentences are, 0 to 1, by the words they share in order."""
    return difflib.SequenceMatcher(None, _words(one), _words(two), autojunk=False).ratio()


def compared(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Return what became of the sentences of an earlier text in a later one, in the order of the earlier, then the new.

    Each sentence has one counterpart at most: the most alike pairs are taken first.
    """
    old = [text for text in before if len(_words(text)) >= _SHORTEST]
    new = [text for text in after if len(_words(text)) >= _SHORTEST]
    pairs = sorted(
        ((likeness(one, two), i, j) for i, one in enumerate(old) for j, two in enumerate(new)),
        key=lambda p: (-p[0], p[1:]),
    )
    match: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for alike, i, j in pairs:
        if alike >= REWORDED and i not in match and j not in taken:
            match[i] = (j, alike)
            taken.add(j)
    changes = [_change(one, new[match[i][0]], match[i][1]) if i in match else Change("dropped", one, "")
               for i, one in enumerate(old)]  # fmt: skip
    return changes + [Change("new", "", two) for j, two in enumerate(new) if j not in taken]


def _change(one: str, two: str, alike: float) -> Change:
    if _words(one) == _words(two):
        return Change("kept", one, two, likeness=1.0)
    for ladder in _ladders():
        rung, rung_too = _rung(one, ladder), _rung(two, ladder)
        if rung is not None and rung_too is not None and rung != rung_too:
            told = f"{ladder.name}: {ladder.words[rung]} → {ladder.words[rung_too]}"
            return Change("weakened" if rung < rung_too else "strengthened", one, two, told, alike)
    return Change("reworded", one, two, likeness=alike)


def _rung(text: str, ladder: _Ladder) -> int | None:
    """Return the highest rung of a ladder that a sentence's words stand on, 0 the strongest; None for none."""
    for place, words in enumerate(ladder.words):
        if re.search(rf"\b{' +'.join(map(_in_any_form, words.split()))}\b", text, re.IGNORECASE):
            return place
    return None


def _in_any_form(word: str) -> str:
    """Return a pattern for a word as verbs and nouns end: condemn, condemns, condemned, condemning; regretted."""
    if word.endswith("e"):
        return rf"{word[:-1]}(?:e|es|ed|ing)"
    return rf"{word}(?:s|es|(?:{word[-1]})?(?:ed|ing))?"
