"""OpenDocument text documents (ISO/IEC 26300), read from their XML."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from muniment.archive.formats.extract import Extract, Paragraph, damaged, joined
from muniment.archive.formats.office import members
from muniment.errors import CaptureError
from muniment.terms.page import PageMeta

__all__ = ["read"]

_WHAT = "ODT document"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_UNSEEN = frozenset({f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note"})
"""Elements whose text is no part of the paragraph they stand in: deleted text, remarks, and notes (told last)."""


def read(content: bytes, source: str) -> Extract:
    """Return the text of an ODT document: body, tables, headers and footers as furniture, notes last.

    Raises:
        CaptureError: it is damaged, locked by a password, or unpacks to too much.
    """
    archive = members(content, _WHAT, source)
    if b"encryption-data" in _member(archive, "META-INF/manifest.xml"):
        raise CaptureError("locked by a password", code="locked", where=source, hint="Save it without one.")
    try:
        body = _tree(archive.read("content.xml"))
        styles = _tree(_member(archive, "styles.xml") or b"<none/>")
        meta = _meta(_tree(_member(archive, "meta.xml") or b"<none/>"))
    except (etree.LxmlError, KeyError, zipfile.BadZipFile) as error:
        raise damaged(source, _WHAT, error) from error
    notes = [paragraph for note in body.iter(f"{_TEXT}note-body") for paragraph in _paragraphs(note)]
    return joined([*_edges(styles), *_paragraphs(body), *notes], meta)


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name) if name in archive.namelist() else b""


def _tree(xml: bytes) -> etree._Element:
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))


def _paragraphs(root: etree._Element) -> Iterator[Paragraph]:
    """Yield the paragraphs below an element, in order, but for those in elements that are not seen there."""
    for line in root.iter(f"{_TEXT}p", f"{_TEXT}h"):
        above = list(line.iterancestors())
        inside = above[: above.index(root)] if root in above else above
        if any(one.tag in _UNSEEN for one in inside):
            continue
        yield Paragraph(_words(line).strip(), _tag(line, inside))


def _tag(line: etree._Element, inside: list[etree._Element]) -> str:
    if line.tag == f"{_TEXT}h":
        return f"h{min(int(line.get(f'{_TEXT}outline-level', '1')), 6)}"
    kinds = {one.tag for one in inside}
    return "td" if f"{_TABLE}table-cell" in kinds else "li" if f"{_TEXT}list-item" in kinds else "p"


def _words(element: etree._Element) -> str:
    """Return the text of an element, tabs and repeated blanks as one blank, line breaks as they are."""
    words = [" ".join((element.text or "").split("\n"))]
    for child in element:
        if child.tag == f"{_TEXT}line-break":
            words.append("\n")
        elif child.tag in (f"{_TEXT}s", f"{_TEXT}tab"):
            words.append(" ")
        elif child.tag not in _UNSEEN and isinstance(child.tag, str):
            words.append(_words(child))
        words.append(" ".join((child.tail or "").split("\n")))
    return "".join(words)


def _edges(styles: etree._Element) -> Iterator[Paragraph]:
    for name, zone in (("header", "nav"), ("footer", "footer")):
        for edge in styles.iter(f"{_STYLE}{name}"):
            yield from (Paragraph(line.text, "p", zone) for line in _paragraphs(edge))


def _meta(root: etree._Element) -> PageMeta:
    """Return what the document says of itself; the day it was saved is no date of publication."""
    told: dict[str, Any] = {}
    for field, name in (("title", "title"), ("author", "creator"), ("language", "language")):
        found = root.find(f".//{_DC}{name}")
        value = (found.text or "").strip() if found is not None else ""
        told[field] = value[:2].lower() if field == "language" else value
    return PageMeta(**told, origin={field: f"odt:dc:{field}" for field, value in told.items() if value})
