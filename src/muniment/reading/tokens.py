"""A page's words as one string of classes, so that noun phrases are read by short patterns over it.

Every token has one class character. Names and dates that were found beforehand are one token each. Patterns over
`Tokens.classes` find longer phrases, which `Tokens.collapse` folds into one token again, layer upon layer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["Tokens"]

Fold = tuple[int, int, str, Any]
"""First token, token after the last, class of the token they become, its value."""


class Tokens:
    """Tokens of one page, in order.

    Attributes:
        text: the page's archived text.
        classes: one character a token; its index is the token's index.
        starts: start of each token; code points, 0-based, into `text`.
        ends: end of each token; code points, half-open.
        values: what a collapsed token stands for, else None.
    """

    __slots__ = ("classes", "ends", "starts", "text", "values")

    def __init__(self, text: str, classes: str, starts: list[int], ends: list[int], values: list[Any]) -> None:
        self.text = text
        self.classes = classes
        self.starts = starts
        self.ends = ends
        self.values = values

    def span_text(self, first: int, last: int) -> str:
        """Return the text from the first token to the one before `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def collapse(self, folds: Sequence[Fold]) -> Tokens:
        """Return tokens in which each fold, in order and without overlap, is one token."""
        if not folds:
            return self
        classes: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        values: list[Any] = []
        position = 0
        for first, last, kind, value in folds:
            if first < position:
                continue
            classes.append(self.classes[position:first])
            starts += self.starts[position:first]
            ends += self.ends[position:first]
            values += self.values[position:first]
            classes.append(kind)
            starts.append(self.starts[first])
            ends.append(self.ends[last - 1])
            values.append(value)
            position = last
        classes.append(self.classes[position:])
        starts += self.starts[position:]
        ends += self.ends[position:]
        values += self.values[position:]
        return Tokens(self.text, "".join(classes), starts, ends, values)

    @classmethod
    def of(cls, text: str, parts: Iterable[tuple[str, int, int, Any]]) -> Tokens:
        """Return the tokens of a text given as (class, start, end, value) in order."""
        classes, starts, ends, values = [], [], [], []
        for kind, start, end, value in parts:
            classes.append(kind)
            starts.append(start)
            ends.append(end)
            values.append(value)
        return cls(text, "".join(classes), starts, ends, values)
