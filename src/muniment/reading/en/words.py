"""The first layer: a page's sentences as tokens, with known names, dates and quoted titles folded into one each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from muniment.reading.en.lexicon import WORD, Lexicon
from muniment.reading.gazetteer import Entity
from muniment.reading.tokens import Tokens

__all__ = ["Hit", "keep_apart", "tokenise"]

_SHOUTED_NAME = re.compile(r"Z{2,4}(?=\([SB]\))")
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


def _pieces(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[str, int, int, Any]]:
    word_class = lexicon.word
    shouted = end - start > 20 and _in_capitals(text[start:end])  # there no word is an abbreviation
    for match in WORD.finditer(text, start, end):
        first, last = match.span()
        kind = match.lastgroup
        if kind == "W":
            found = word_class(text[first:last])
            yield ("X" if shouted and found == "Z" else found), first, last, None
        elif kind == "m":
            yield lexicon.mark(text[first]), first, last, None
        elif kind == "I":
            yield "I", first, last, None
        else:
            yield kind or "w", first, last, None


def _in_capitals(text: str) -> bool:
    """Whether a stretch is written in capitals, but for a few letters ("THE 14th SESSION")."""
    upper = sum(map(str.isupper, text))
    return upper > 12 and upper > 4 * sum(map(str.islower, text))


def tokenise(text: str, sentences: Sequence[tuple[int, int]], hits: Sequence[Hit], lexicon: Lexicon) -> Tokens:
    """Return the tokens of the sentences, a newline token after each.

    Args:
        text: the page's archived text.
        sentences: spans in order.
        hits: what was found beforehand, in order and without overlap.
        lexicon: word classes.
    """
    parts: list[tuple[str, int, int, Any]] = []
    number = 0
    for start, end in sentences:
        position = start
        while number < len(hits) and hits[number][0] < start:
            number += 1
        while number < len(hits) and hits[number][1] <= end:
            first, last, kind, value = hits[number]
            parts += _pieces(text, position, first, lexicon)
            parts.append((kind, first, last, value))
            position = last
            number += 1
        parts += _pieces(text, position, end, lexicon)
        parts.append(("\n", end, end, None))
    tokens = Tokens.of(text, parts)
    # two words in capitals before a bracketed state are a speaker's name, as in records of meetings
    tokens.classes = _SHOUTED_NAME.sub(lambda m: "X" * len(m.group()), tokens.classes)
    return tokens


def entity_class(entities: Sequence[Entity]) -> str:
    """Return the token class of a name that may stand for several things: states before cities before bodies."""
    kinds = {entity.kind for entity in entities}
    return next(kind for kind in "SJBURNCP" if kind in kinds)
