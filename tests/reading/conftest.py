"""What the reading tests share: pages made of a few sentences, and their scenes and claims without any profile."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.reading.scene import Scene
from muniment.terms import Block, Page, PageMeta


@pytest.fixture(scope="session")
def grammar() -> Grammar:
    return Grammar([], world())


def paragraphs(text: str) -> Page:
    """Return a page whose paragraphs are the stretches between blank lines; one that begins with # is its title."""
    blocks, start = [], 0
    for part in text.split("\n\n"):
        kind = "title" if part.startswith("#") else "paragraph"
        blocks.append(Block(kind, start, start + len(part)))
        start += len(part) + 2
    return Page("example", "0" * 64, text, tuple(blocks), PageMeta(published="2024-05-06"))


@pytest.fixture(scope="session")
def scene_of(grammar: Grammar) -> Callable[[str], Scene]:
    return lambda text: grammar.scene(paragraphs(text))


@pytest.fixture(scope="session")
def read(grammar: Grammar) -> Callable[[str], Scene]:
    return lambda text: grammar.read(paragraphs(text))
