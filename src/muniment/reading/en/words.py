"""The first layer: a page's sentences as tokens, with known names, dates and quoted titles folded into one each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

from muniment.reading.en.cutting import WORD, mark_class, words_of
from muniment.reading.en.lexicon import Lexicon
from muniment.reading.gazetteer import Entity
from muniment.reading.tokens import Tokens

__all__ = ["Hit", "keep_apart", "tokenise"]

_SHOUTED_NAME = re.compile(r"Z{2,4}(?=\([SB]\))|(?<=a)H(?=X)|(?<=[Hh]o[Ff]&)[Kk]")
_DOTTED = "\x00"
"""A dotted abbreviation ("U.N.") while it is told from a word in capitals."""
_Lists = tuple[list[str], list[int], list[int], list[Any]]
"""Classes, starts, ends and values of the tokens so far."""
Hit = tuple[int, int, str, Any]
"""(start, end, class, value) of something found beforehand; code points, half-open."""


def keep_apart(hits: Sequence[Hit]) -> list[Hit]:
    """Return hits without overlap, in order: of two that overlap, the earlier, then the longer one stays."""
    kept: list[Hit] = []
    end = -1
    for hit in sorted(hits, key=lambda h: (h[0], -h[1])):
        if hit[0] >= end:
            kept.append(hit)
            end = hit[1]
    return kept


def _pieces(text: str, start: int, end: int, out: _Lists, lexicon: Lexicon) -> None:
    """Append the tokens of a stretch without known names: their classes looked up all at once, not one by one."""
    words = words_of(text, start, end)
    kinds = "".join(map(lexicon.kinds.__getitem__, words))
    places = list(itertools.accumulate(map(len, words), initial=start))
    if "?" in kinds:  # initials, dotted abbreviations and apostrophes are told apart by what follows
        kinds = _told_apart(text, end, kinds, places)
    if "Z" in kinds and end - start > 20 and _in_capitals(text[start:end]):
        kinds = kinds.replace("Z", "X")  # in a line of capitals no word is an abbreviation
    kinds = kinds.replace(_DOTTED, "Z")
    kept = [kind != " " for kind in kinds]
    classes, starts, ends, values = out
    kinds = kinds.replace(" ", "")
    classes.append(kinds)
    starts += itertools.compress(places, kept)
    ends += itertools.compress(itertools.islice(places, 1, None), kept)
    values += [None] * len(kinds)


def _told_apart(text: str, end: int, kinds: str, places: list[int]) -> str:
    """Return classes in which initials, courtesy titles, dotted abbreviations and apostrophes are told apart."""
    out = list(kinds)
    for index, kind in enumerate(kinds):
        if kind == "?":
            match = WORD.match(text, places[index], end)
            found = match.lastgroup if match is not None else "w"
            out[index] = mark_class(text[places[index]]) if found == "m" else _DOTTED if found == "Z" else found or "w"
    return "".join(out)


def _in_capitals(text: str) -> bool:
    """Whether a stretch is written in capitals, but for a few letters ("THE 14th SESSION")."""
    raw = text.encode()
    if (len(raw) - len(raw.translate(None, b"abcdefghijklmnopqrstuvwxyz"))) * 4 >= len(raw):
        return False
    upper = sum(map(str.isupper, text))
    return upper > 12 and upper > 4 * sum(map(str.islower, text))


def _retagged(match: re.Match[str]) -> str:
    """Return the classes of words that their neighbours make a name, or "heads of state and government"."""
    found = match.group()
    return {"K": "F", "k": "f"}.get(found, "X" * len(found))


def tokenise(text: str, sentences: Sequence[tuple[int, int]], hits: Sequence[Hit], lexicon: Lexicon) -> Tokens:
    """Return the tokens of the sentences, a newline token after each.

    Args:
        text: the page's archived text.
        sentences: spans in order.
        hits: what was found beforehand, in order and without overlap.
        lexicon: word classes.
    """
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Any] = []
    out = (classes, starts, ends, values)
    number = 0
    for start, end in sentences:
        position = start
        while number < len(hits) and hits[number][0] < start:
            number += 1
        while number < len(hits) and hits[number][1] <= end:
            first, last, kind, value = hits[number]
            if first > position:
                _pieces(text, position, first, out, lexicon)
            classes.append(kind)
            starts.append(first)
            ends.append(last)
            values.append(value)
            position = last
            number += 1
        if position < end:
            _pieces(text, position, end, out, lexicon)
        classes.append("\n")
        starts.append(end)
        ends.append(end)
        values.append(None)
    # two words in capitals before a bracketed state are a speaker's name, as in records of meetings; so is bin Sultan N
    joined = _SHOUTED_NAME.sub(_retagged, "".join(classes))
    return Tokens(text, joined, starts, ends, values)


def entity_class(entities: Sequence[Entity]) -> str:
    """Return the token class of a name that may stand for several things: states before cities before bodies."""
    kinds = {entity.kind for entity in entities}
    return next(kind for kind in "SJBURNCP" if kind in kinds)
