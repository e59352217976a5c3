"""Selectors: where on a site's pages title, date, text and rubric stand, as CSS selectors that a profile states.

What a selector finds goes before what the page shows by itself; where it finds nothing, the page is read as any other,
and says so. Like everything that marks furniture, this deletes and moves nothing.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from muniment.archive.draft import Draft, draft
from muniment.archive.markup import read_markup
from muniment.archive.metadata import stated_date
from muniment.archive.page_bytes import Capture
from muniment.archive.web.address import host_of, is_address, path_of
from muniment.archive.web.links import Link, only
from muniment.errors import CaptureError
from muniment.profiles.schema import SELECTORS

if TYPE_CHECKING:
    from muniment.profiles import LoadedProfile
    from muniment.profiles.schema import Source

__all__ = ["BY_SELECTOR", "Chosen", "SiteSelectors", "chosen_by", "matched"]

_META = {"title": "title", "date": "published", "section": "section"}
"""Selector -> what of a page's own account it gives."""

BY_SELECTOR = "profile's selector"
"""How the origin of what a selector gave begins."""

_ENOUGH = 0.6
"""Share of a selected body's paragraphs that must be found again among the page's for the selector to count: the rest
may be broken otherwise by the parser (judgement)."""


class SiteSelectors:
    """The selectors that profiles state, by the pages that they are for.

    A source's selectors are for the pages of its host, narrowed by its `only`; those of a single page are for that page
    alone.

    Args:
        profiles: the profiles, the first that states any for a page goes before the others.
    """

    def __init__(self, profiles: Iterable[LoadedProfile] = ()) -> None:
        """Take the sources that state any selector."""
        stated = [source for loaded in profiles for source in loaded.profile.sources]
        self._sources = [source for source in stated if any(getattr(source, name) for name in SELECTORS)]

    def of(self, address: str) -> dict[str, str]:
        """Return the selectors for a page by name; none where no source states any, or it is no web page."""
        if not self._sources or not is_address(address):
            return {}
        for source in self._sources:
            if _is_for(source, address):
                return {name: getattr(source, name) for name in SELECTORS if getattr(source, name)}
        return {}


def _is_for(source: Source, address: str) -> bool:
    if source.kind == "page":
        return source.address == address
    same = host_of(address).removeprefix("www.") == host_of(source.address).removeprefix("www.")
    return same and (bool(only([Link(address)], source.only)) if path_of(address) else False)


class Chosen(msgspec.Struct, frozen=True):
    """What selectors found on a page.

    Attributes:
        meta: title, date of publication and rubric, by the names the page's account has for them.
        body: numbers of the parts that are its text; None where no selector names any, or it found nothing.
        title: numbers of the parts that are its headline; empty where no selector names it, or it is no text of its
            own.
        missed: names of the selectors that found nothing.
    """

    meta: dict[str, str] = {}
    body: frozenset[int] | None = None
    title: tuple[int, ...] = ()
    missed: tuple[str, ...] = ()


def chosen_by(drafted: Draft, selectors: Mapping[str, str]) -> tuple[Draft, Chosen]:
    """Return a draft that says of itself what selectors found, and what that was.

    Args:
        drafted: the draft.
        selectors: by name, a name of `profiles.schema.SELECTORS` each.
    """
    source = drafted.markup
    if not selectors or source is None:
        return drafted, Chosen(missed=tuple(selectors))
    parser = LexborHTMLParser(source)
    meta: dict[str, str] = {}
    missed: list[str] = []
    body: frozenset[int] | None = None
    title: tuple[int, ...] = ()
    for name, selector in selectors.items():
        nodes = _nodes(parser, selector)
        if name == "body":
            body = _parts_of(drafted, nodes)
            found = body is not None
        else:
            said = _said(name, nodes)
            found = bool(said)
            if found:
                meta[_META[name]] = said
            if name == "title":
                title = tuple(sorted(_parts_of(drafted, nodes[:1]) or ()))
        if not found:
            missed.append(name)
    return _told(drafted, selectors, meta, missed), Chosen(meta, body, title, tuple(missed))


def _told(drafted: Draft, selectors: Mapping[str, str], meta: dict[str, str], missed: Sequence[str]) -> Draft:
    """Return the draft with what was found in its account, and where each came from."""
    made = copy.copy(drafted)
    made.topic = drafted.topic  # by the page's own account, as the count over pages knows it
    origin = dict(drafted.meta.origin)
    for name, selector in selectors.items():
        field = _META.get(name, name)
        if name not in missed:
            origin[field] = f"{BY_SELECTOR} {selector}"
        elif name == "body":
            origin[field] = f"the page itself, the profile's selector {selector} found nothing"
        elif field in origin:
            origin[field] = f"{origin[field]}, the profile's selector {selector} found nothing"
    made.meta = msgspec.structs.replace(drafted.meta, **meta, origin=origin)
    return made


def _nodes(parser: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """Return the elements that a selector finds and that say something."""
    try:
        found = parser.css(selector)
    except (SelectolaxError, ValueError):
        return []
    return [node for node in found if node.text(strip=True) or _stated(node)]


def _stated(node: LexborNode) -> str:
    """Return what an element states in an attribute: `<time datetime>`, `<meta content>`."""
    return node.attributes.get("datetime") or node.attributes.get("content") or ""


def _said(name: str, nodes: Sequence[LexborNode]) -> str:
    """Return what the first element says that says what is asked for: a date, else words."""
    for node in nodes:
        words = " ".join(node.text(separator=" ").split())
        if name != "date":
            return words or " ".join(_stated(node).split())
        for said in (_stated(node), words):
            date = stated_date(said) if said else ""
            if date:
                return date
    return ""


def _parts_of(drafted: Draft, nodes: Sequence[LexborNode]) -> frozenset[int] | None:
    """Return the parts of a page that stand in some elements; None where too few of theirs are found among them."""
    texts = [drafted.text[part.start : part.end] for part in drafted.parts]
    found: set[int] = set()
    wanted = 0
    for node in nodes:
        inner, parts, _ = read_markup(f"<html><body>{node.html or ''}</body></html>")
        own = [inner[part.start : part.end] for part in parts]
        wanted += len(own)
        found.update(_placed(texts, own))
    return frozenset(found) if wanted and len(found) >= _ENOUGH * wanted else None


def _placed(texts: Sequence[str], own: Sequence[str]) -> Iterable[int]:
    """Return where paragraphs stand among a page's: all in a row, else those that stand there only once."""
    for start in range(len(texts) - len(own) + 1) if own else ():
        if texts[start] == own[0] and list(texts[start : start + len(own)]) == list(own):
            return range(start, start + len(own))
    wanted = set(own)
    places: dict[str, list[int]] = {}
    for index, words in enumerate(texts):
        if words in wanted:
            places.setdefault(words, []).append(index)
    return [indexes[0] for indexes in places.values() if len(indexes) == 1]


def matched(page: Capture, selectors: Mapping[str, str]) -> dict[str, bool]:
    """Return for each selector, by name, whether it finds on a page what it is for.

    Raises:
        CaptureError: the page is no text.
    """
    try:
        _, found = chosen_by(draft(page), selectors)
    except CaptureError:
        return dict.fromkeys(selectors, False)
    return {name: name not in found.missed for name in selectors}
