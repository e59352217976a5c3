"""What the tests of meetings share: a page made of some paragraphs, and the meetings read from it without profiles."""

from typing import Any

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def read(*paragraphs: str, title: str = "", published: str = "2024-05-06", signature: str = "") -> list[dict[str, Any]]:
    """Return the slots of the meetings of a page made of some paragraphs."""
    text, blocks = "", []
    for kind, part in (("title", title), *(("paragraph", p) for p in paragraphs), ("signature", signature)):
        if part:
            blocks.append(Block(kind, len(text), len(text) + len(part)))
            text += part + "\n\n"
    page = Page("example", "0" * 64, text, tuple(blocks), PageMeta(published=published))
    return [d.slots for d in GRAMMAR.read(page).drafts if d.register == "meetings"]


def names(meeting: dict[str, Any]) -> list[str]:
    """Return the names of a meeting's participants."""
    return [p["name"] for p in meeting.get("participants", [])]
