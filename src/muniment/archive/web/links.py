"""What lists name: the addresses in feeds (RSS, Atom), sitemaps and listing pages.

XML is read without entities of its own: a list that declares any is refused (they are what bombs and look-ups of files
are made of), one that is broken gives what stands before the break.
"""

from __future__ import annotations

import datetime
import html.entities
import re
from collections.abc import Iterator, Sequence
from email.utils import parsedate_to_datetime
from xml.parsers import expat

import msgspec
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from muniment.archive.decoding import decode
from muniment.archive.web.address import joined, normal, origin_of, path_of
from muniment.archive.web.robots import Robots
from muniment.archive.web.unpacking import ungzipped
from muniment.errors import CaptureError

__all__ = ["Link", "Listed", "feed", "listing", "only", "sitemap"]

_MOST_BYTES = 64 << 20
"""Largest list, unpacked: the sitemap protocol allows 50 MB (sitemaps.org, 2026)."""

_DEEPEST = 100
"""Elements within elements; feeds and sitemaps have less than ten."""

_NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|ico|css|js|mp[34]|avi|mov|zip|rar|gz|doc|xlsx?|pptx?|rss|xml|ics|json)$", re.I
)
"""Ends of addresses that are no pages of text."""


_ROBOTS_LINE = re.compile(rb"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.I | re.M)
"""A line of `robots.txt` that names a sitemap."""


class Link(msgspec.Struct, frozen=True):
    """An address that a list names.

    Attributes:
        address: the address, in its one form.
        changed: when the list says it was last changed, UTC, ISO 8601 to the second; empty where it does not.
    """

    address: str
    changed: str = ""


class Listed(msgspec.Struct, frozen=True):
    """What a list names.

    Attributes:
        pages: addresses of pages, each once, in order.
        lists: addresses of further lists.
        fault: what was wrong with the list, in words; empty where nothing was.
    """

    pages: tuple[Link, ...]
    lists: tuple[Link, ...] = ()
    fault: str = ""


class _Item(msgspec.Struct):
    """An element that names an address: what its direct children say, `(name, attributes, text)`."""

    name: str
    children: list[tuple[str, dict[str, str], str]]

    def first(self, *names: str) -> str:
        """Return the text of the first child of these names that has any, in the order of the names."""
        return next((t for wanted in names for name, _, t in self.children if name == wanted and t), "")


def feed(content: bytes, address: str) -> Listed:
    """Return what an RSS (0.9 to 2.0) or Atom feed names.

    Raises:
        CaptureError: it is no feed.
    """
    items, fault = _items(content, address, frozenset({"item", "entry"}), frozenset({"rss", "rdf", "feed", "channel"}))
    links = []
    for item in items:
        plain = item.first("link")
        linked = [a.get("href", "") for name, a, _ in item.children if name == "link"
                  and a.get("href") and a.get("rel", "alternate") == "alternate"]  # fmt: skip
        known = next((t for name, a, t in item.children if name == "guid" and a.get("isPermaLink") != "false"), "")
        found = plain or next(iter(linked), "") or (known if known.startswith(("http://", "https://")) else "")
        links.append((found, item.first("updated", "modified", "pubdate", "date", "published", "issued")))
    return Listed(_links(links, address), fault=fault)


def sitemap(content: bytes, address: str) -> Listed:
    """Return what a sitemap or an index of sitemaps names (sitemaps.org 0.9, with Google's news dates).

    Packed ones are unpacked; one that is plain text has an address a line. A site's `robots.txt` is an index of the
    sitemaps that its lines name (RFC 9309, section 2.2.4; sitemaps.org).

    Raises:
        CaptureError: it is no sitemap, or unpacks to too much.
    """
    if content.startswith(b"\x1f\x8b"):
        content = ungzipped(content, _MOST_BYTES, address)
    lines = content.split()
    if lines and all(line.startswith((b"http://", b"https://")) for line in lines):
        return Listed(_links([(line.decode("utf-8", "replace"), "") for line in lines], address))
    if path_of(address) == "/robots.txt":
        return Listed(
            (), _links([(line.decode("utf-8", "replace"), "") for line in _ROBOTS_LINE.findall(content)], address)
        )
    items, fault = _items(content, address, frozenset({"url", "sitemap"}), frozenset({"urlset", "sitemapindex"}))
    made = {
        kind: _links(
            [(one.first("loc"), one.first("lastmod", "publication_date")) for one in items if one.name == kind], address
        )
        for kind in ("url", "sitemap")
    }
    return Listed(made["url"], made["sitemap"], fault)


def listing(content: bytes, address: str, media_type: str, links: str = "", onward: str = "") -> Listed:
    """Return what a page of a list names: its links, and the next page of the list.

    Args:
        content: the page.
        address: where it was found.
        media_type: of the page, `text/html` with the charset where the server named one.
        links: selector of the links, or of what holds them; without it, the links of the same site to what lies below
            the list's own address.
        onward: selector of the link to the list's next page; without it, what is marked as `rel="next"`.

    Raises:
        CaptureError: it is no text, or a selector is none.
    """
    page = LexborHTMLParser(decode(content, media_type).text)
    base = page.css_first("base[href]")
    base_address = address
    if base is not None:
        base_address = _joined(address, base.attributes.get("href") or "") or address
    try:
        nodes = page.css(links or "a[href]")
        further = page.css(onward or 'a[rel~="next"], link[rel~="next"]')
    except (SelectolaxError, ValueError) as error:
        raise CaptureError(f"{links or onward!r} is no selector", code="bad-selector", where=address) from error
    anchors = [inner for node in nodes for inner in ([node] if node.tag == "a" else node.css("a[href]"))]
    found = [(anchor.attributes.get("href") or "", "") for anchor in anchors]
    below = path_of(address).partition("?")[0].rpartition("/")[0] + "/"
    named = [
        link for link in _links(found, base_address)
        if link.address != address and not _NO_PAGE.search(path_of(link.address).partition("?")[0])
        and (links or (origin_of(link.address) == origin_of(address) and path_of(link.address).startswith(below)))
    ]  # fmt: skip
    hrefs = [(node.attributes.get("href") or "", "") for node in further]
    pages = tuple(one for one in _links(hrefs, base_address) if one.address != address)[:1]
    onwards = {one.address for one in pages}
    return Listed(tuple(link for link in named if link.address not in onwards), pages)


def only(found: Sequence[Link], patterns: Sequence[str]) -> tuple[Link, ...]:
    """Return those links whose path one of the patterns fits, written as in robots.txt; all where there is none."""
    if not patterns:
        return tuple(found)
    rules = Robots("User-agent: *\nDisallow: /\n" + "".join(f"Allow: {pattern}\n" for pattern in patterns))
    return tuple(link for link in found if rules.allows("*", path_of(link.address)))


def _links(found: Sequence[tuple[str, str]], base: str) -> tuple[Link, ...]:
    """Return addresses with what is said of their change, each once, in order; what is none is left out."""
    made: dict[str, Link] = {}
    for href, changed in found:
        address = _joined(base, href)
        if address and address not in made:
            made[address] = Link(address, _moment(changed))
    return tuple(made.values())


def _joined(base: str, href: str) -> str:
    if not href.strip() or href.strip().startswith("#"):
        return ""
    try:
        return normal(joined(base, href))
    except CaptureError:
        return ""


def _moment(text: str) -> str:
    """Return a date of a feed (RFC 5322 or ISO 8601) in UTC; empty where it is none."""
    text = text.strip()
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError:
        try:
            found = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return ""
    found = found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
    try:
        return found.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return ""


def _items(content: bytes, address: str, wanted: frozenset[str], roots: frozenset[str]) -> tuple[list[_Item], str]:
    """Return the elements of some names, and what was wrong with the XML.

    Raises:
        CaptureError: it is not the kind of list that was expected, or declares entities.
    """
    text = decode(content, "text/html").text
    walk = _Walk(wanted)
    fault = walk.run(text)
    if fault:
        again = _Walk(wanted)
        if not again.run("".join(_mended(text))):
            walk, fault = again, ""
    if walk.refused:
        raise CaptureError(
            "declares entities of its own: refused", code="entities", where=address, hint="Look at it by hand."
        )
    if walk.root not in roots:
        what = f"its first element is {walk.root!r}" if walk.root else "it is no XML"
        raise CaptureError(
            f"no list of this kind: {what}", code="not-a-list", where=address,
            hint=f"Expected is {' or '.join(sorted(roots))}; check the source's kind and address.",
        )  # fmt: skip
    return walk.items, f"broken XML: {fault}" if fault else ""


class _Walk:
    """One walk over an XML text."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self.items: list[_Item] = []
        self.root = ""
        self.refused = False
        self._wanted = wanted
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self._item_at = 0

    def run(self, text: str) -> str:
        """Walk; return what stopped it, in words."""
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._declared
        try:
            parser.Parse(re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1).lstrip().encode("utf-8", "replace"), True)
        except (expat.ExpatError, _StopError) as error:
            return str(error)
        return ""

    def _declared(self, *_: object) -> None:
        self.refused = True
        raise _StopError("declares entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        self.root = self.root or name
        if len(self._open) == _DEEPEST:
            raise _StopError(f"more than {_DEEPEST} elements within each other")
        self._open.append((name, {_plain(key): value for key, value in attributes.items()}, []))
        if name in self._wanted and not self._item_at and len(self._open) > 1:
            self._item_at = len(self._open)
            self.items.append(_Item(name, []))

    def _text(self, text: str) -> None:
        if self._item_at and self._open:
            self._open[-1][2].append(text)

    def _end(self, name: str) -> None:
        name, attributes, text = self._open.pop()
        depth = len(self._open) + 1
        if self._item_at == depth:
            self._item_at = 0
        elif self._item_at and depth <= self._item_at + 2:
            self.items[-1].children.append((name, attributes, "".join(text).strip()))


class _StopError(Exception):
    """The walk goes no further."""


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _plain(name: str) -> str:
    return name.rpartition(":")[2]


_LOOSE = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30})?(;)?|[\x00-\x08\x0b\x0c\x0e-\x1f]")


def _mended(text: str) -> Iterator[str]:
    """Yield a text with what feeds most often have wrong put right: bare ampersands, HTML's entities, controls."""
    position = 0
    for match in _LOOSE.finditer(text):
        yield text[position : match.start()]
        position = match.end()
        name = match.group(1) or ""
        if not match.group().startswith("&"):
            continue
        if match.group(2) and (name.startswith("#") or name in ("amp", "lt", "gt", "quot", "apos")):
            yield match.group()
        elif match.group(2) and f"{name};" in html.entities.html5:
            yield html.entities.html5[f"{name};"].replace("&", "&amp;").replace("<", "&lt;")
        else:
            yield f"&amp;{match.group()[1:]}"
    yield text[position:]
