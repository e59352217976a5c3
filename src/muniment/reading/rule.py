"""A reading rule: a pattern over masked sentences, what it makes of a match, and examples beside it.

A rule fires on a sentence only where one of its trigger words stands, so that most rules cost nothing on most
sentences. Each has at least one sentence it must read and one it must refuse; a test runs them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
import regex

from muniment.reading.draft import Draft
from muniment.reading.mask import Masked
from muniment.reading.pattern import compiled

if TYPE_CHECKING:
    from muniment.reading.scene import Scene

__all__ = ["Found", "Rule"]


class Found:
    """A match of a rule's pattern in a sentence, with its mentions at hand.

    Attributes:
        match: the match.
        sentence: the sentence.
        rule: the rule's name.
        why: why the builder gives nothing, a key of `terms.explanation.REFUSALS`; empty where it does not say.
    """

    __slots__ = ("match", "rule", "sentence", "why")

    def __init__(self, match: regex.Match[str], sentence: Masked, rule: str) -> None:
        self.match = match
        self.sentence = sentence
        self.rule = rule
        self.why = ""

    def refuse(self, why: str) -> None:
        """Say why a builder that gives nothing gives nothing: a key of `terms.explanation.REFUSALS`; the last counts.

        For whoever asks how a page was read; a builder that does not say is told by the words of its clause.
        """
        self.why = why

    def has(self, group: str) -> bool:
        """Whether a named group took part in the match and is not empty."""
        return group in self.match.re.groupindex and bool(self.match.group(group))

    def text(self, group: str | int = 0) -> str:
        """Return the page's words that a group stands for, blanks folded; empty where it did not match."""
        start, end = self.match.span(group)
        if start < 0:
            return ""
        first, last = self.sentence.span(start, end)
        return " ".join(self.sentence.page_text[first:last].split())

    def span(self, group: str | int = 0) -> tuple[int, int]:
        """Return where a group stands in the page's text; code points, half-open."""
        return self.sentence.span(*self.match.span(group))

    def mentions(self, group: str | int, kinds: str) -> list[Any]:
        """Return what the placeholders of some kinds inside a group stand for, in order."""
        start, end = self.match.span(group)
        if start < 0:
            return []
        return [self.sentence.value(at) for at in self.sentence.places(start, end, kinds)]


class Rule(msgspec.Struct, frozen=True):
    """A rule of one register.

    Attributes:
        name: `register.what`, unique; stands in the evidence of what it reads.
        triggers: lower-case words or stems; one of them must stand in the sentence.
        pattern: over the masked sentence; {A}, {B}... are placeholders of `mask.KINDS`.
        build: makes drafts of a match; yields nothing to refuse it.
        reads: sentences it must read.
        refuses: sentences it must refuse.
        every: whether it is tried at every place it matches, else at the first only.
        needs: a cheap pattern without which the rule is not tried; one that several rules share is searched once a
            sentence. Empty for none.
        starts: the only places of a masked sentence where a match may begin, in order; asked once a sentence by all
            rules that share it. None for anywhere.
    """

    name: str
    triggers: tuple[str, ...]
    pattern: str
    build: Callable[[Found, Scene], Iterable[Draft]]
    reads: tuple[str, ...]
    refuses: tuple[str, ...]
    every: bool = False
    needs: str = ""
    starts: Callable[[Masked], Sequence[int]] | None = None

    def compiled(self) -> regex.Pattern[str]:
        """Return the compiled pattern."""
        return compiled(self.pattern)

    def matches(
        self, pattern: regex.Pattern[str], text: str, places: Iterable[int] | None
    ) -> Iterable[regex.Match[str]]:
        """Return the matches of the rule's compiled pattern in a masked sentence: the first, or `every` one.

        Args:
            pattern: what `compiled` gave.
            text: the masked sentence.
            places: the only positions where a match may begin, in order; None for anywhere.
        """
        if places is not None:
            return self._matches_at(pattern, text, places)
        if self.every:
            return pattern.finditer(text)
        match = pattern.search(text)
        return (match,) if match is not None else ()

    def _matches_at(self, pattern: regex.Pattern[str], text: str, places: Iterable[int]) -> list[regex.Match[str]]:
        found: list[regex.Match[str]] = []
        done = 0
        for at in places:
            match = pattern.match(text, at) if at >= done else None
            if match is not None:
                found.append(match)
                if not self.every:
                    break
                done = match.end()
        return found
