"""What an HTML page says of itself: `<meta>`, `<title>`, JSON-LD, `<time>`, `lang`, canonical address."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from muniment.archive.signs import find_date
from muniment.terms.page import PageMeta

__all__ = ["addressed_date", "read_metadata", "stated_date"]

_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')
_META = re.compile(r"<meta\b([^>]*)>")
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.DOTALL)
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_LANG = re.compile(r'<html\b[^>]*?\s(?:xml:)?lang="([A-Za-z]{2,3})\b')
_CANONICAL = re.compile(r'<link\b(?=[^>]*rel="canonical")[^>]*href="([^"]+)"')
_ALTERNATE = re.compile(r'<link\b(?=[^>]*rel="alternate")(?=[^>]*hreflang="([A-Za-z]{2})\b)[^>]*href="([^"]+)"')
"""A page's versions in other languages (RFC 8288; of the BCP 47 tag, its language)."""

_JSON_LD = re.compile(r"<script\b[^>]*application/ld\+json[^>]*>(.*?)</script>", re.DOTALL)
_JSON_LD_KEYS = (
    ("title", "headline"),
    ("published", "datePublished"),
    ("modified", "dateModified"),
    ("section", "articleSection"),
    ("publisher", "publisher"),
    ("author", "author"),
    ("language", "inLanguage"),
)
_TIME = re.compile(r'<time\b[^>]*datetime="([^"]+)"')
_MICRODATA = re.compile(
    r"<\w+\b(?=[^>]*\sitemprop=\"datePublished\")[^>]*\s(?:content|datetime|title)=\"([^\"]+)\""
    r"|<abbr\b(?=[^>]*\sclass=\"[^\"]*\bpublished\b)[^>]*\stitle=\"([^\"]+)\""
)
"""A date in an element's attribute: microdata (schema.org) and the microformat hAtom."""

_ADDRESSED = re.compile(r"/((?:19|20)\d\d)/(\d\d)/(\d\d)/")
"""The day in an address, as sites file their news under it: `/2024/05/07/title`."""

_ISO_DATE = re.compile(r"((?:19|20)\d\d)(?:-?(\d\d)(?:-?(\d\d))?)?(?![\d/.])")
_SITE_NAME = re.compile(r"\s+(?:[|–—»·:-]|--)\s+")
_TAG = re.compile(r"<[^>]*>")

_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title"),
    "published": ("article:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
                  "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "pubdate",
                  "publishdate", "publish_date", "publish-date", "published_date", "published-date", "date_published",
                  "publication_date", "published_time", "article:published", "article_date_original",
                  "parsely-pub-date", "release_date", "sailthru.date", "date", "citation_publication_date",
                  "citation_date", "date_created", "creation_date"),
    "modified": ("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified",
                 "dcterms.modified", "dc.date.modified", "last-modified", "modified", "lastmod", "revised"),
    "section": ("article:section", "og:article:section", "section"),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator"),
    "language": ("content-language", "dc.language", "dcterms.language", "language", "og:locale"),
    "url": ("og:url",),
}  # fmt: skip
"""Field -> names of `<meta>` that state it, the surest first (Open Graph protocol, Dublin Core, schema.org)."""


def read_metadata(head: str, body: str) -> PageMeta:
    """Return what a page says of itself, and where it says so.

    Args:
        head: the page up to its `<body>`, well formed.
        body: the rest, well formed.
    """
    stated = _stated_in_meta(head)
    found: dict[str, Any] = {}
    origin: dict[str, str] = {}
    declared = _LANG.search(head)
    if declared is not None and len(declared.group(1)) == 2:
        found["language"], origin["language"] = declared.group(1).lower(), "html:html[lang]"
    for field, names in _FIELDS.items():
        for name in names if field not in found else ():
            value = _clean(field, stated.get(name, ""))
            if value:
                found[field], origin[field] = value, f"html:meta[{name}]"
                break
    for field, value, where in itertools.chain(
        _from_json_ld(head), _from_json_ld(body), _from_elements(head, body, found)
    ):
        cleaned = _clean(field, value)
        if cleaned and field not in found:
            found[field], origin[field] = cleaned, where
    found["title"] = _without_site_name(found.get("title", ""), found.get("publisher", ""))
    alternates: dict[str, str] = {}
    for language, address in _ALTERNATE.findall(head):
        alternates.setdefault(language.lower(), html.unescape(address).strip())
    return PageMeta(**found, alternates=alternates, origin=origin)


def _stated_in_meta(head: str) -> dict[str, str]:
    stated: dict[str, str] = {}
    for attributes in _META.findall(head):
        values = dict(_ATTRIBUTE.findall(attributes))
        name = values.get("property") or values.get("name") or values.get("itemprop") or values.get("http-equiv")
        if name and values.get("content"):
            stated.setdefault(name.lower(), values["content"])
    return stated


def _from_elements(head: str, body: str, found: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield (field, value, where) that elements state, the surest first, of fields that are not found by then."""
    for field, pattern, where, place, sign in (
        ("url", _CANONICAL, "html:link[canonical]", head, "canonical"),
        ("title", _HEADING, "html:h1", body, "<h1"),
        ("title", _TITLE, "html:title", head, "<title"),
        ("published", _MICRODATA, "html:datePublished", body, "ublished"),
        ("published", _TIME, "html:time", body, "<time"),
    ):
        match = pattern.search(place) if field not in found and sign in place else None
        if match is not None:
            yield field, match[1] or match[match.lastindex or 1], where


def _from_json_ld(page: str) -> Iterator[tuple[str, str, str]]:
    """Yield (field, value, where) from the JSON-LD in a page (schema.org Article and its kin)."""
    for script in _JSON_LD.findall(page) if "ld+json" in page else ():
        try:
            data = msgspec.json.decode(script.strip())
        except (msgspec.DecodeError, UnicodeError, RecursionError):
            continue
        for item in _items(data):
            for field, key in _JSON_LD_KEYS:
                value = item.get(key)
                if isinstance(value, list):
                    value = value[0] if value else None
                if isinstance(value, dict):
                    value = value.get("name")
                if isinstance(value, str):
                    yield field, value, f"json-ld:{key}"


def _items(data: Any) -> list[dict[str, Any]]:
    """Return the articles among the things a JSON-LD script describes."""
    if isinstance(data, dict):
        data = data.get("@graph", [data])
    items = [item for item in data if isinstance(item, dict)] if isinstance(data, list) else []
    return [item for item in items if "headline" in item or "datePublished" in item]


def addressed_date(address: str) -> str:
    """Return the day an address files a page under, ISO 8601; empty where it has none (`/2024/05/07/` in it)."""
    match = _ADDRESSED.search(address)
    return find_date("-".join(match.groups()))[2] if match else ""


def stated_date(value: str) -> str:
    """Return the date a value states, ISO 8601; empty where it states none."""
    return _clean("published", value)


def _clean(field: str, value: str) -> str:
    value = " ".join(html.unescape(_TAG.sub("", value)).split())
    if field == "language":
        return value[:2].lower() if re.match(r"[A-Za-z]{2}(?:[-_]|$)", value) else ""
    if field in {"published", "modified"}:
        match = _ISO_DATE.match(value)
        return "-".join(filter(None, match.groups())) if match else find_date(value)[2]
    if field == "author" and value.startswith(("http:", "https:")):
        return ""
    return value


def _without_site_name(title: str, publisher: str) -> str:
    """Return a `<title>` without the site's name at its end or start."""
    pieces = _SITE_NAME.split(title)
    if len(pieces) == 1:
        return title
    if publisher and publisher.casefold() in (pieces[-1].casefold(), pieces[0].casefold()):
        return (
            title[: title.rindex(pieces[-1])].rstrip(" |–—»·:-")
            if pieces[-1].casefold() == publisher.casefold()
            else (title[len(pieces[0]) :].lstrip(" |–—»·:-"))
        )
    return title
