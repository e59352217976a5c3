"""Office Open XML text documents (ISO/IEC 29500), by python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph as Written
from lxml.etree import LxmlError

from muniment.archive.formats.extract import Extract, Paragraph, damaged, joined
from muniment.archive.formats.office import members
from muniment.terms.page import PageMeta

__all__ = ["read"]

_WHAT = "DOCX document"
_HEADING = re.compile(r"heading ([1-6])\b", re.IGNORECASE)


def read(content: bytes, source: str) -> Extract:
    """Return the text of a DOCX document: body, tables cell by cell, headers and footers as furniture, notes last.

    Raises:
        CaptureError: it is damaged, locked by a password, or unpacks to too much.
    """
    archive = members(content, _WHAT, source)
    try:
        document = Document(io.BytesIO(content))
        notes = _notes(archive)
        return joined([*_edges(document), *_body(document), *notes], _meta(document))
    except (PackageNotFoundError, LxmlError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise damaged(source, _WHAT, error) from error


def _body(document: Opened) -> Iterator[Paragraph]:
    """Yield the body's paragraphs and the cells of its tables, in order; a merged cell once."""
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _cells(block)
        else:
            yield Paragraph(block.text, _tag(block))


def _cells(table: Table) -> Iterator[Paragraph]:
    seen: set[int] = set()
    for row in table.rows:
        for cell in row.cells:
            if id(cell._tc) not in seen:  # python-docx gives a merged cell once for each place it covers
                seen.add(id(cell._tc))
                yield from (Paragraph(line.text, "td") for line in cell.paragraphs)


def _tag(paragraph: Written) -> str:
    """Return the HTML element a paragraph is alike, by its style (built-in names are English in files)."""
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if style == "Title":
        return "h1"
    heading = _HEADING.match(style)
    if heading:
        return f"h{heading.group(1)}"
    return "li" if style.startswith("List") else "p"


def _edges(document: Opened) -> Iterator[Paragraph]:
    """Yield what stands at the head and foot of the sheets, once each."""
    told: set[str] = set()
    for section in document.sections:
        for edge, zone in ((section.header, "nav"), (section.footer, "footer")):
            for line in edge.paragraphs if not edge.is_linked_to_previous else ():
                if line.text.strip() and line.text not in told:
                    told.add(line.text)
                    yield Paragraph(line.text, "p", zone)


def _notes(archive: zipfile.ZipFile) -> list[Paragraph]:
    """Return the footnotes and endnotes, which python-docx leaves out."""
    from lxml import etree

    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    found = []
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        if name in archive.namelist():
            root = etree.fromstring(archive.read(name), parser)
            for line in root.iter(f"{word}p"):
                found.append(Paragraph("".join(run.text or "" for run in line.iter(f"{word}t"))))
    return found


def _meta(document: Opened) -> PageMeta:
    """Return what the document's properties say; the day it was saved is no date of publication."""
    core = document.core_properties
    told: dict[str, Any] = {
        "title": core.title or "",
        "author": core.author or "",
        "language": (core.language or "")[:2].lower(),
    }
    return PageMeta(**told, origin={field: f"docx:core/{field}" for field, value in told.items() if value})
