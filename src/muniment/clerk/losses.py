"""Losses: which sentence each is about, and what two runs of one gold differ in."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from muniment.clerk.evaluate import document_of
from muniment.clerk.likeness import Likeness
from muniment.reading.en.sentences import split
from muniment.terms import canonical
from muniment.terms.evaluation import Changes, Evaluation, Loss, Place
from muniment.terms.vocabulary import CLOSED

__all__ = ["changes", "located"]

_ENOUGH = 0.34
"""Share of a gold record's words, by weight, that its sentence holds at least: a third of what it says."""

_UNTOLD = frozenset(
    {"doc", "register", "source", "none", "optional", "language", "evidence", "archived_text", "blocks"}
)
"""Fields of a record that are not words of its page."""


def changes(new: Evaluation, other: Evaluation) -> Changes:
    """Return what two runs over the same gold differ in, value by value."""
    pairs = list(zip(new.values, other.values, strict=True))
    wrong, before = _wrong(new), _wrong(other)
    return Changes(
        [one for one, was in pairs if one.found and not was.found],
        [one for one, was in pairs if was.found and not one.found],
        [loss for key, loss in wrong.items() if key not in before],
        [loss for key, loss in before.items() if key not in wrong],
    )


def _wrong(run: Evaluation) -> dict[tuple[str, str, bytes], Loss]:
    """Return the claims of a run that are not in gold, by what they say."""
    return {
        (loss.document, loss.register, canonical(_said(loss.claim))): loss
        for loss in run.losses
        if loss.kind == "wrong"
    }


def _said(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in _UNTOLD}


def located(losses: Iterable[Loss], claims: Iterable[Mapping[str, Any]], likeness: Likeness) -> list[Loss]:
    """Return losses with the sentence each is about, in the order of the pages and of their text.

    A claim's sentence is that of its first evidence. A gold record's is the one with the most of its words, those that
    are rare on the page counting more; where none has enough of them, it stays untold.

    Args:
        losses: the losses.
        claims: the claims that were scored; the pages' archived texts are taken from them.
        likeness: how words are told alike.
    """
    pages = {
        document_of(claim): _Text(claim, likeness)
        for claim in claims
        if claim["register"] == "documents" and claim.get("archived_text")
    }
    found = [msgspec.structs.replace(loss, place=_place(loss, pages.get(loss.document))) for loss in losses]
    return sorted(found, key=lambda loss: (loss.document, loss.place is None, loss.place.start if loss.place else 0))


def _place(loss: Loss, page: _Text | None) -> Place | None:
    evidence = loss.claim.get("evidence") or ()
    if evidence:
        first = min(evidence, key=lambda one: (one["start"], one["end"]))
        place = page.at(first["start"]) if page is not None else None
        return place or Place(first["start"], first["end"], first["quote"])
    return page.like(loss.gold) if page is not None and loss.gold else None


class _Text:
    """A page's sentences, and which words stand in each."""

    def __init__(self, claim: Mapping[str, Any], likeness: Likeness) -> None:
        text = str(claim["archived_text"])
        self._likeness = likeness
        blocks: Sequence[Mapping[str, Any]] = claim.get("blocks") or [{"start": 0, "end": len(text)}]
        spans = [span for block in blocks for span in split(text, block["start"], min(block["end"], len(text)))]
        self._places = [Place(start, end, text[start:end]) for start, end in spans]
        self._starts = [place.start for place in self._places]
        self._words = [frozenset(likeness.words(place.text)) for place in self._places]
        self._in = Counter(word for words in self._words for word in words)

    def at(self, position: int) -> Place | None:
        """Return the sentence that holds a position; None between sentences."""
        index = bisect_right(self._starts, position) - 1
        return self._places[index] if index >= 0 and position < self._places[index].end else None

    def like(self, record: Mapping[str, Any]) -> Place | None:
        """Return the sentence that has most of a record's words; None where none has enough."""
        wanted = frozenset(word for text in _texts(record) for word in self._likeness.words(text))
        weights = {word: math.log(1 + len(self._places) / (self._in[word] or 1)) for word in wanted}
        scores = [sum(weights[word] for word in wanted & words) for words in self._words]
        best = max(scores, default=0.0)
        if not best or best < _ENOUGH * sum(weights.values()):
            return None
        return self._places[scores.index(best)]


def _texts(record: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a record says in words of its page: names and texts, no choices of closed lists and no dates."""
    register = str(record.get("register"))
    for name, value in _said(record).items():
        if (register, name) not in CLOSED or name == "actions":
            yield from _strings(value)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if not value[:4].isdigit():
            yield value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            if name != "action":
                yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)
