"""A page's words as one string of classes, so that noun phrases are read by short patterns over it.

Every token has one class character. Names and dates that were found beforehand are one token each. Patterns over
`Tokens.classes` find longer phrases, which `Tokens.collapse` folds into one token again, layer upon layer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

__all__ = ["Fold", "Phrase", "Tokens"]

Fold = tuple[int, int, str, Any]
"""First token, token after the last, class of the token they become, its value."""


class Phrase(msgspec.Struct, frozen=True):
    """A pattern over classes that is tried only where one of its matches can begin.

    Attributes:
        pattern: the pattern.
        core: a quick pattern; something it finds stands in every match.
        lead: every class that may stand in a match before the first core.
        free: how many tokens right before the core may be of another class.
    """

    pattern: re.Pattern[str]
    core: re.Pattern[str]
    lead: str
    free: int = 0

    def search(self, classes: str, position: int = 0) -> re.Match[str] | None:
        """Return the pattern's first match from a position on; None where there is none."""
        core = self.core.search(classes, position)
        if core is None:
            return None
        before = classes[position : max(position, core.start() - self.free)]
        return self.pattern.search(classes, position + len(before.rstrip(self.lead)))

    def finditer(self, classes: str) -> Iterator[re.Match[str]]:
        """Yield the pattern's matches, in order and without overlap."""
        match = self.search(classes)
        while match is not None:
            yield match
            match = self.search(classes, match.end())


class Tokens:
    """Tokens of one page, in order.

    Attributes:
        text: the page's archived text.
        classes: one character a token; its index is the token's index.
        starts: start of each token; code points, 0-based, into `text`.
        words: what each token is in the text; empty for the end of a sentence.
        values: what a collapsed token stands for, else None.
    """

    __slots__ = ("classes", "starts", "text", "values", "words")

    def __init__(self, text: str, classes: str, starts: list[int], words: list[str], values: list[Any]) -> None:
        self.text = text
        self.classes = classes
        self.starts = starts
        self.words = words
        self.values = values

    def end(self, index: int) -> int:
        """Return where a token ends; code points, half-open."""
        return self.starts[index] + len(self.words[index])

    def span_text(self, first: int, last: int) -> str:
        """Return the text from the first token to the one before `last`; of one token, `words` has it at hand."""
        return self.text[self.starts[first] : self.starts[last - 1] + len(self.words[last - 1])]

    def collapse(self, folds: Sequence[Fold]) -> None:
        """Make each fold one token; they stand in order, and one that overlaps another before it is left out."""
        apart: list[Fold] = []
        classes: list[str] = []
        position = 0
        for fold in folds:
            if fold[0] >= position:
                classes += (self.classes[position : fold[0]], fold[2])
                apart.append(fold)
                position = fold[1]
        for first, last, _, value in reversed(apart):  # from the end, so that the places before stay what they are
            self.values[first] = value
            if last - first > 1:
                self.words[first] = self.span_text(first, last)
                del self.starts[first + 1 : last], self.words[first + 1 : last], self.values[first + 1 : last]
        self.classes = "".join((*classes, self.classes[position:]))

    def between(self, first: int, last: int) -> Tokens:
        """Return the tokens of one sentence, to be folded apart from the page's.

        Args:
            first: the sentence's first token.
            last: the newline token behind it.
        """
        part = slice(first, last + 1)
        return Tokens(self.text, self.classes[part], self.starts[part], self.words[part], self.values[part])

    @classmethod
    def of(cls, text: str, parts: Iterable[tuple[str, int, int, Any]]) -> Tokens:
        """Return the tokens of a text given as (class, start, end, value) in order."""
        classes, starts, words, values = [], [], [], []
        for kind, start, end, value in parts:
            classes.append(kind)
            starts.append(start)
            words.append(text[start:end])
            values.append(value)
        return cls(text, "".join(classes), starts, words, values)
