"""A page's text in pieces: who cites each piece, what became of its sentence, and which part of the page it is.

Spans of evidence overlap freely, so the text is cut at every place where anything begins or ends; each piece then
carries all the notes that cite it. Offsets are code points, 0-based, half-open, into the archived text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from muniment.terms import Block, Sentence
from muniment.terms.page import BODY_KINDS

__all__ = ["Cited", "Part", "Piece", "parts"]

_FURNITURE = frozenset({"caption", "contact", "teaser", "navigation"})
"""Kinds of block that are not of the article."""


class Cited(msgspec.Struct, frozen=True, order=True):
    """A stretch of text that a note cites; `anchor` is its address on the page."""

    start: int
    end: int
    note: int
    anchor: str


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text in which nothing begins or ends.

    Attributes:
        text: the characters.
        notes: numbers of the notes that cite it, that of the shortest span first.
        anchors: addresses of spans that begin here.
        closing: numbers of notes with a span that ends here.
        status: what became of its sentence: `read`, `set_aside`, `unread`; empty between sentences.
        reason: why it was set aside.
        unread: address of the unread sentence that begins here; else empty.
    """

    text: str
    notes: tuple[int, ...] = ()
    anchors: tuple[str, ...] = ()
    closing: tuple[int, ...] = ()
    status: str = ""
    reason: str = ""
    unread: str = ""


class Part(msgspec.Struct, frozen=True):
    """A block of the page: its kind, why it is that kind, whether it is furniture or body, and its pieces."""

    kind: str
    reason: str
    furniture: bool
    body: bool
    pieces: tuple[Piece, ...]


def parts(text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], cited: Iterable[Cited]) -> list[Part]:
    """Return the blocks of a page in pieces; blocks of white space are left out, and white space around a block."""
    spans = sorted(cited)
    cuts = sorted(
        {place for span in spans for place in (span.start, span.end)}
        | {place for one in sentences for place in (one.start, one.end)}
    )
    found: list[Part] = []
    spoken: list[Cited] = []
    waiting, unread_to = 0, 0
    for block in blocks:
        start, end = _trimmed(text, block.start, block.end)
        places = [start, *_between(cuts, start, end), end]
        pieces = []
        for left, right in pairwise(places):
            if left == right:
                continue
            begun = waiting
            while waiting < len(spans) and spans[waiting].start <= left:
                waiting += 1
            spoken = [span for span in [*spoken, *spans[begun:waiting]] if span.end > left]
            sentence = _sentence(sentences, left)
            unread = sentence is not None and sentence.status == "unread" and sentence.start >= unread_to
            unread_to = sentence.end if sentence and unread else unread_to
            pieces.append(
                Piece(
                    text=text[left:right],
                    notes=_notes(spoken),
                    anchors=tuple(span.anchor for span in spans[begun:waiting]),
                    closing=_closing(spoken, block.end if right == end else right),
                    status=sentence.status if sentence else "",
                    reason=sentence.reason if sentence else "",
                    unread=f"u{sentence.start}" if sentence and unread else "",
                )
            )
        if pieces:
            found.append(Part(block.kind, block.reason, block.kind in _FURNITURE, block.kind in BODY_KINDS,
                              tuple(pieces)))  # fmt: skip
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without the white space at either end; the empty span at its end where it is all white."""
    inside = text[start:end]
    if not inside.strip():
        return end, end
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _between(places: list[int], start: int, end: int) -> list[int]:
    """Return the places after `start` and before `end`; `places` are in order."""
    return places[bisect_left(places, start + 1) : bisect_left(places, end)]


def _sentence(sentences: Sequence[Sentence], place: int) -> Sentence | None:
    """Return the sentence that holds a place; None between sentences."""
    index = bisect_left(sentences, place + 1, key=lambda one: one.start) - 1
    return sentences[index] if index >= 0 and place < sentences[index].end else None


def _notes(spoken: Sequence[Cited]) -> tuple[int, ...]:
    """Return the notes that cite a piece, that of the shortest span first."""
    inner = sorted(spoken, key=lambda span: (span.end - span.start, span.note))
    return tuple(dict.fromkeys(span.note for span in inner))


def _closing(spoken: Sequence[Cited], place: int) -> tuple[int, ...]:
    """Return the notes with a span that ends by a place."""
    return tuple(sorted({span.note for span in spoken if span.end <= place}))
