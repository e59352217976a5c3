"""What is read on pages, beside the speed: claims, and what of an article was taken for furniture.

A cache that only sees old sentences, or a furniture finder that throws the article away, would make Muniment fast. It
would show here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from bench.story import Story
from muniment.archive import Intake, pages
from muniment.reading import Reader
from muniment.terms import Page, Reading
from muniment.terms.page import BODY_KINDS

__all__ = ["Shares", "Yield", "furniture_shares", "of_folder", "of_readings"]

_FURNITURE = frozenset({"navigation", "teaser", "contact", "caption"})


class Yield(msgspec.Struct, frozen=True):
    """What was read on some pages.

    Attributes:
        name: which pages.
        pages: how many.
        words: words of their archived texts.
        claims: claims read.
    """

    name: str
    pages: int
    words: int
    claims: int


class Shares(msgspec.Struct, frozen=True):
    """How well furniture was told from articles, as shares of words, 0 to 1.

    Attributes:
        body_set_aside: words of articles that were marked as furniture, of all words of articles.
        furniture_read: words of furniture that were read as an article, of all words read as articles.
        set_aside: words marked as furniture, of all words.
    """

    body_set_aside: float
    furniture_read: float
    set_aside: float


def of_readings(name: str, found: Iterable[tuple[Page, Reading]]) -> Yield:
    """Return what some readings came to."""
    count = words = claims = 0
    for page, reading in found:
        count += 1
        words += len(page.text.split())
        claims += len(reading.claims)
    return Yield(name, count, words, claims)


def of_folder(folder: Path, reader: Reader) -> Yield:
    """Return what a folder of pages gives."""
    found = (page for page in pages(Intake([folder])) if isinstance(page, Page))
    return of_readings(str(folder), ((page, reader.read(page)) for page in found))


def _count(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def furniture_shares(stories: Sequence[Story], marked: Sequence[Page]) -> Shares:
    """Return how well the furniture of generated pages was told from their articles.

    Args:
        stories: the articles, in the order of the pages.
        marked: the pages they were made into.
    """
    body = lost = read = foreign = aside = words = 0
    for story, page in zip(stories, marked, strict=True):
        spans = _spans(story, page.text)
        words += len(page.text.split())
        for block in page.blocks:
            size = _count(page.text, block.start, block.end)
            inside = sum(
                _count(page.text, max(start, block.start), min(end, block.end))
                for start, end in spans
                if start < block.end and block.start < end
            )
            body += inside
            if block.kind in _FURNITURE:
                aside += size
                lost += inside
            elif block.kind in BODY_KINDS:
                read += size
                foreign += size - inside
    return Shares(lost / body, foreign / max(read, 1), aside / words)


def _spans(story: Story, text: str) -> list[tuple[int, int]]:
    """Return where the paragraphs of an article stand in a page's text, those it has."""
    spans, position = [], 0
    for paragraph in (part for whole in story.paragraphs for part in whole.split("\n\n")):
        start = text.find(paragraph, position)
        if start >= 0:
            position = start + len(paragraph)
            spans.append((start, position))
    return spans
