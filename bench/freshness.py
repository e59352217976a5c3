"""Whether the generated articles say anything twice: counted over every body sentence of a run."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from hashlib import blake2b

from bench.documents import SEED, stories
from bench.story import Story
from muniment.reading.en.sentences import split

__all__ = ["repeated", "sentences"]


def sentences(story: Story) -> Iterator[str]:
    """Yield the sentences of an article's body, as the reader takes it apart."""
    for paragraph in story.paragraphs:
        for start, end in split(paragraph, 0, len(paragraph)):
            yield paragraph[start:end]


def repeated(pages: int, seed: int = SEED) -> tuple[int, int]:
    """Return how many body sentences a run of pages has, and how many of them were said before.

    Keeps 8 bytes a sentence (BLAKE2b): at ten million sentences two different ones share a key in 1 run of 370,000.
    """
    keys = array("Q")
    for story in stories(pages, seed):
        for sentence in sentences(story):
            keys.append(int.from_bytes(blake2b(sentence.encode(), digest_size=8).digest(), "big"))
    return len(keys), len(keys) - len(set(keys))
