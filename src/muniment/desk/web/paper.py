"""A dossier as PDF: one page of A4, the same bytes for the same record, with letters of its own.

ReportLab draws it (BSD licence). Measured on 2026-11-23: it brings 26 MB and is imported in 0.3 s; fpdf2 (LGPL) brings
45 MB and 0.7 s; WeasyPrint 61 MB and system libraries. Its letters are DejaVu Sans 2.37, in `fonts/` with the licence:
Latin, Greek, Cyrillic, Armenian and Georgian.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from muniment.desk.web.catalogue import SPOKEN, say
from muniment.desk.web.dossiers import Line, Sheet, Source, unmarked
from muniment.desk.web.faults import wrong
from muniment.desk.web.words import date

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

__all__ = ["pdf"]

_FEWER = (12, 9, 7, 5, 4, 3, 2)
"""Quotations tried, until the dossier fits on one page; the last is taken as it is."""

_PLAIN, _BOLD = "DejaVu", "DejaVu-Bold"
_MARGIN = 40.0
_LABEL = 92.0
"""Width of the margins and of the column of labels, in points of 1/72 inch."""

_GREY = "#444444"


def pdf(make: Callable[[int], Sheet]) -> bytes:
    """Return a dossier as PDF, on one page where that can be.

    Args:
        make: gives the dossier with so many quotations at most.

    Raises:
        UsageError: the package that draws it is missing.
    """
    try:
        import reportlab  # noqa: F401 - whether it is there
    except ImportError as error:
        raise wrong("no-printer", "pdf", code="extra-missing") from error
    content = b""
    for most in _FEWER:
        content, pages = _drawn(make(most))
        if pages == 1:
            break
    return content


@cache
def _letters() -> None:
    """Make the letters known to ReportLab, once."""
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in ((_PLAIN, "DejaVuSansCondensed.ttf"), (_BOLD, "DejaVuSansCondensed-Bold.ttf")):
        with as_file(files("muniment.desk.web") / "fonts" / file) as path:
            registerFont(TTFont(name, str(path)))
    registerFontFamily(_PLAIN, normal=_PLAIN, bold=_BOLD, italic=_PLAIN, boldItalic=_BOLD)


def _drawn(sheet: Sheet) -> tuple[bytes, int]:
    """Return a dossier as PDF, and how many pages it takes."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import SimpleDocTemplate

    _letters()
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=34, bottomMargin=34, invariant=1,
        title=say("dossiers.title", title=sheet.title), author=say("frame.product"), lang=SPOKEN.get(),
    )  # fmt: skip
    document.build(_flow(sheet, A4[0] - 2 * _MARGIN - 12))
    return out.getvalue(), int(document.page)


def _flow(sheet: Sheet, width: float) -> list[Flowable]:
    """Return what stands on the page, from the top."""
    lead = say("dossiers.lead", kind=sheet.kind.capitalize(), day=date(sheet.day))
    marks = "; ".join(mark.text for mark in sheet.marks)
    found = [
        _text(sheet.title, size=14, bold=True, after=2),
        _text(lead, color=_GREY),
        _text(f"<b>{_safe(sheet.status)}</b>{' — ' + _safe(marks) if marks else ''}", size=10, before=5, raw=True),
    ]
    missing = sheet.missing or [Line("", say("dossiers.nothing_missing"))]
    for name, lines in (("why", sheet.why), ("missing", missing), ("told", sheet.told)):
        if lines:
            found += [_heading(say(f"dossiers.{name}")), _lines(lines, width)]
    if sheet.sources:
        found.append(_heading(say("dossiers.sources")))
        found += [_source(one) for one in sheet.sources]
    if sheet.left_out:
        found.append(_text(say("dossiers.left_out", count=sheet.left_out), color=_GREY, before=3))
    seals = [(say(f"dossiers.{name}"), str(getattr(sheet, name))) for name in ("address", "content", "head")]
    found.append(_text("<br/>".join(f"{_safe(label)}: {_safe(value)}" for label, value in seals), size=6, before=6,
                       color=_GREY, raw=True))  # fmt: skip
    found.append(_text(sheet.covered, size=6, before=2, color=_GREY))
    return found


def _safe(text: Any) -> str:
    return escape(" ".join(unmarked(text).split()))


def _text(  # noqa: PLR0913 - how words are set, each by its name
    text: str, *, size: float = 7.5, bold: bool = False, before: float = 0, after: float = 0, color: str = "#000000",
    raw: bool = False, indent: float = 0,
) -> Flowable:  # fmt: skip
    """Return words as a paragraph; `raw` where they are set in ReportLab's own markup already."""
    from reportlab.lib.colors import HexColor
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle(
        "text", fontName=_BOLD if bold else _PLAIN, fontSize=size, leading=size * 1.28, spaceBefore=before,
        spaceAfter=after, textColor=HexColor(color), leftIndent=indent, wordWrap=None, splitLongWords=1,
    )  # fmt: skip
    return Paragraph(text if raw else _safe(text), style)


def _heading(text: str) -> Flowable:
    return _text(text, size=8.5, bold=True, before=6, after=2)


def _lines(lines: Sequence[Line], width: float) -> Flowable:
    """Return lines as a table of labels and what is told, with the numbers of the words they rest on."""
    from reportlab.platypus import Table, TableStyle

    cells, last = [], ""
    for line in lines:
        numbers = f' <super size="6">{", ".join(map(str, line.sources))}</super>' if line.sources else ""
        label = line.label if line.label != last else ""
        cells.append([_text(label, color=_GREY), _text(_safe(line.text) + numbers, raw=True)])
        last = line.label
    none = [("TOPPADDING", (0, 0), (-1, -1), 0.6), ("BOTTOMPADDING", (0, 0), (-1, -1), 0.6),
            ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 4),
            ("VALIGN", (0, 0), (-1, -1), "TOP")]  # fmt: skip
    return Table(cells, colWidths=[_LABEL, width - _LABEL], style=TableStyle(none), hAlign="LEFT")


def _source(one: Source) -> Flowable:
    """Return the words that lines rest on, with their address, the moment of capture and the hash of the page."""
    words = say("dossiers.quote", quote=one.quote) if one.quote else say("dossiers.no_quote", source=one.source)
    said = f" ({_safe(say('dossiers.told_by', names=one.said_by))})" if one.said_by else ""
    where = ""
    if one.document:
        seen = say("dossiers.captured", day=one.captured.replace("T", " ").replace("Z", " UTC"))
        digest = say("dossiers.bytes", digest=one.document)
        where = f'<br/><font size="6" color="{_GREY}">{_safe(one.source)}, {_safe(seen)}, {_safe(digest)}</font>'
    return _text(f"<b>{one.number}</b> {_safe(words)}{said}{where}", raw=True, after=1.6, indent=0)
