"""The same page: versions of one source, and the stub that another page's teaser left of it."""

from __future__ import annotations

from typing import Any

from muniment.registers.dates import agree
from muniment.registers.identity.rule import APART, REFUSED, Identity, Mention, given
from muniment.registers.identity.words import overlap, run, same_telling, sketch

__all__ = ["IDENTITY"]

_TEASER = "#teaser-"


def _stub(mention: Mention) -> bool:
    return bool(mention.slots.get("stub"))


def _title(mention: Mention) -> str:
    return str(mention.slots.get("title") or "")


def _teased(mention: Mention) -> frozenset[str]:
    """Return the pages whose teasers these are; a page does not advertise itself."""
    return frozenset(source.partition(_TEASER)[0] for source in mention.sources)


def compare(a: Mention, b: Mention) -> int:
    """Return how strongly two documents are one page."""
    if set(a.sources) & set(b.sources):
        return 5
    if not (_stub(a) or _stub(b)) or _teased(a) & _teased(b):
        return REFUSED
    if not agree(a.slots.get("published"), b.slots.get("published")):
        return REFUSED
    title, title_too = run(_title(a)), run(_title(b))
    if len(title) > 2 and title == title_too:
        return 3
    smaller, union = overlap(frozenset(title), frozenset(title_too))
    if min(len(title), len(title_too)) > 4 and smaller == 1 and union >= 0.5:
        return 2
    one, two = given(a, "text"), given(b, "text")
    return 2 if min(len(run(one)), len(run(two))) > 7 and same_telling(one[: len(two)], two[: len(one)]) else APART


def keys(mention: Mention) -> list[str]:
    """Return the sources, and parts of the title and of the first words of the text, a stub's apart from a page's."""
    return [*_sources(mention), *_words("stub" if _stub(mention) else "page", mention)]


def seeks(mention: Mention) -> list[str]:
    """Return the keys of its like: of a page's own sources and of stubs, for two pages are never one."""
    found = [*_sources(mention), *_words("stub", mention)]
    return [*found, *_words("page", mention)] if _stub(mention) else found


def _sources(mention: Mention) -> list[str]:
    return [f"source {source}" for source in mention.sources[:16]]


def _words(what: str, mention: Mention) -> list[str]:
    opening = " ".join(given(mention, "text")[:240].split()[:16])
    found = [f"{what} title {value}" for value in sketch(_title(mention), 8)]
    return found + [f"{what} text {value}" for value in sketch(opening, 4)]


def _page(source: str, title: str, **more: Any) -> dict[str, Any]:
    return {"source": source, "title": title, **more}


IDENTITY = Identity(
    keys=keys,
    seeks=seeks,
    compare=compare,
    same=(
        (_page("news/1.html", "Ferry tolls halved"), _page("news/1.html", "Ferry tolls halved from May")),
        (
            _page("news/2.html#teaser-1", "Council meets in Sundale on Friday", stub=True),
            _page("news/1.html", "Council meets in Sundale on Friday"),
        ),
    ),
    refused=(
        (_page("news/1.html", "Council meets in Sundale"), _page("news/3.html", "Council meets in Sundale")),
        (
            _page("news/1.html#teaser-1", "Council meets in Sundale on Friday", stub=True),
            _page("news/1.html", "Council meets in Sundale on Friday"),
        ),
        (
            _page("news/2.html#teaser-1", "Council meets in Sundale on Friday", stub=True, published="2031-05-04"),
            _page("news/1.html", "Council meets in Sundale on Friday", published="2032-05-04"),
        ),
    ),
)
"""How documents are told apart; in the examples alone, `source` stands among the slots."""
