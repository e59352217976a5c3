"""PDF documents (ISO 32000) with a text layer, by PDFium.

PDFium gives runs of text with their boxes in the order of the content. Runs on one baseline make a line, lines set
close make a paragraph, a run higher up than the one before begins a new column. What stands at the head or foot of many
sheets is furniture: running titles, page numbers.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator
from statistics import median

import msgspec
import pypdfium2 as pdfium

from muniment.archive.formats.extract import Extract, Paragraph, damaged, joined
from muniment.errors import CaptureError
from muniment.terms.page import PageMeta

__all__ = ["MOST_SHEETS", "read"]

MOST_SHEETS = 5000
"""Sheets of a document that is read; the longest verbatim records and yearbooks have some 2,000 (judgement)."""

_CLOSE = 1.35
"""Largest distance of two baselines of one paragraph, as a share of the document's usual one."""

_LEADING = 3.0
"""Largest distance of two baselines that is counted for the usual one, in heights of the letters."""

_SAME_BASE = 0.5
"""Share of the letters' height by which runs on one line may stand apart (raised figures, small capitals)."""

_WIDE_GAP = 3.0
"""Blank between two runs of one line that parts the cells of a table, in heights of the letters."""

_INDENT = 1.0
"""How far right a first line is set in, in heights of the letters, for it to begin a paragraph."""

_SHORT = 0.75
"""Share of the widest line under which a line that ends a sentence ends its paragraph."""

_EDGE_ROWS = 2
"""Rows at the head and the foot of a sheet that may be running titles."""

_APART = 1.7
"""Least distance of a running title's baseline from the next row's, in heights of its letters, if they are as large."""

_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\W*(?:page\s+|p\.\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
_HYPHEN = re.compile(r"(\w+)[-\xad]$")
_BROKEN = "\x02"
"""What PDFium gives for a hyphen at a line's end and the break after it."""

_ENDED = frozenset('.!?:;"”»)…')
_ITEM = re.compile(r"(?:[•–—*▪·-]|\(?(?:\d{1,3}|[a-z]{1,4})[.)])\s")


_Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points (1/72 inch) from the sheet's lower left corner."""


class _Line(msgspec.Struct):
    """A line of a sheet; lengths in points (1/72 inch), upward from the sheet's lower left corner."""

    text: str
    left: float
    base: float
    right: float
    height: float
    sheet: int
    cell: bool = False
    running: bool = False


def read(content: bytes, source: str) -> Extract:
    """Return the text of a PDF document in the order of its content.

    Raises:
        CaptureError: it is damaged, locked by a password, has more than `MOST_SHEETS`, or has pictures of text only.
    """
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise CaptureError("locked by a password", code="locked", where=source, hint="Save it open.") from error
        raise damaged(source, "PDF document", error) from error
    try:
        if len(document) > MOST_SHEETS:
            raise CaptureError(
                f"{len(document):,} sheets are too many (limit {MOST_SHEETS:,})", code="too-large", where=source,
                hint="Split it into its documents.",
            )  # fmt: skip
        sheets = [list(_lines(document, number)) for number in range(len(document))]
        meta = _meta(document)
    except pdfium.PdfiumError as error:
        raise damaged(source, "PDF document", error) from error
    finally:
        document.close()
    if not any(sheets):
        raise CaptureError(
            "a PDF document of pictures, without a text layer", code="no-text", where=source,
            hint="Recognise its text first (OCR), for example with ocrmypdf.",
        )  # fmt: skip
    _mark_running(sheets)
    return joined(_paragraphs([line for sheet in sheets for line in sheet]), meta)


def _lines(document: pdfium.PdfDocument, number: int) -> Iterator[_Line]:
    """Yield the lines of a sheet in the order of its content."""
    sheet = document[number]
    layer = sheet.get_textpage()
    try:
        line: _Line | None = None
        for text, (left, base, right, top) in _words(layer):
            height = top - base
            if height <= 0:
                continue
            if line is not None and abs(base - line.base) <= _SAME_BASE * max(height, line.height):
                gap = left - line.right
                if -height < gap <= _WIDE_GAP * line.height:
                    line.text += f" {text}"
                    line.right, line.height = right, max(height, line.height)
                    continue
                line.cell = gap > 0
            beside = line is not None and line.cell and abs(base - line.base) <= _SAME_BASE * height
            if line is not None:
                yield line
            line = _Line(text, left, base, right, height, number, beside)
        if line is not None:
            yield line
    finally:
        layer.close()
        sheet.close()


def _words(layer: pdfium.PdfTextPage) -> Iterator[tuple[str, _Box]]:
    """Yield what stands between two blanks of a sheet with its box, in the order of its content.

    The box is that of the font, not of the letters, so that all words of a line have one height.
    """
    letters: list[str] = []
    first = 0
    for index in range(layer.count_chars() + 1):
        code = pdfium.raw.FPDFText_GetUnicode(layer.raw, index) if index < layer.count_chars() else 0x20
        letter = chr(code)
        broken = letter == _BROKEN and bool(letters)
        if code and not letter.isspace() and letter != _BROKEN:
            first = first if letters else index
            letters.append(letter)
        elif letters:
            left, base, _, top = layer.get_charbox(first, loose=True)
            right = layer.get_charbox(index - 1, loose=True)[2]
            yield "".join(letters) + "-" * broken, (left, base, right, top)
            letters = []


def _mark_running(sheets: list[list[_Line]]) -> None:
    """Mark the rows at the edges of sheets that recur there, whatever their numbers, and page numbers alone."""
    edges = [_edge_rows(sheet) + _edge_rows(sheet[::-1], upward=True) for sheet in sheets]
    seen = Counter(key for rows in edges for key in {_key(row) for row in rows})
    for rows in edges:
        for row in rows:
            number = len(row) == 1 and _PAGE_NUMBER.fullmatch(row[0].text) is not None
            if number or seen[_key(row)] * 2 > len(sheets) > 1:
                for line in row:
                    line.running = True


def _key(row: list[_Line]) -> str:
    return _NUMBER.sub("#", " ".join(line.text for line in row))


def _edge_rows(sheet: list[_Line], *, upward: bool = False) -> list[list[_Line]]:
    """Return the outermost rows of a sheet that stand apart from what is next to them, from its head or its foot."""
    rows: list[list[_Line]] = []
    for line in sorted(sheet, key=lambda line: line.base if upward else -line.base):
        if rows and abs(line.base - rows[-1][0].base) <= _SAME_BASE * line.height:
            rows[-1].append(line)
        elif len(rows) <= _EDGE_ROWS:
            rows.append([line])
        else:
            break
    apart = 0
    for outer, inner in itertools.pairwise(rows):
        if abs(outer[0].base - inner[0].base) < _APART * outer[0].height and _alike(outer[0], inner[0]):
            break
        apart += 1
    return rows[:apart]


def _alike(one: _Line, other: _Line) -> bool:
    return abs(one.height - other.height) <= 0.1 * one.height


def _paragraphs(lines: list[_Line]) -> Iterator[Paragraph]:
    """Yield the paragraphs that lines make; one that a sheet's end breaks off goes on over it."""
    body = [line for line in lines if not line.running]
    if not body:
        body = lines
    letters = median(line.height for line in body)
    width = max((line.right - line.left for line in body if not line.cell), default=0.0)
    whole = " ".join(line.text for line in body)
    for line in lines:
        if line.running and body is not lines:
            yield Paragraph(line.text, "p", "footer")
    steps = [(above.base - line.base) / above.height for above, line in itertools.pairwise(body)]
    leading = median([step for step in steps if 0 < step < _LEADING] or [1.0])
    held: list[_Line] = []
    for line in body:
        if held and _begins(held, line, width, leading):
            yield _paragraph(held, letters, whole)
            held = []
        held.append(line)
    if held:
        yield _paragraph(held, letters, whole)


def _begins(held: list[_Line], line: _Line, width: float, leading: float) -> bool:
    """Whether a line begins a paragraph of its own after the lines of one.

    Args:
        held: the lines of the paragraph so far.
        line: the next one.
        width: of the widest line, points.
        leading: the usual distance of two baselines, in heights of the letters.
    """
    above = held[-1]
    if line.cell or above.cell or abs(line.height - above.height) > 0.25 * above.height:
        return True
    if _ITEM.match(line.text):
        return True
    ended = above.text[-1] in _ENDED
    if line.sheet != above.sheet or line.base > above.base:  # another sheet or column
        return ended or not line.text[0].islower()
    if above.base - line.base > _CLOSE * leading * above.height:
        return True
    if ended and above.right - above.left < _SHORT * width:
        return True
    first = held[0].left if len(held) == 1 else above.left
    return ended and line.left - first > _INDENT * line.height


def _paragraph(lines: list[_Line], letters: float, whole: str) -> Paragraph:
    """Return lines as one paragraph, words that the line broke put together again."""
    text = lines[0].text
    for line in lines[1:]:
        broken = _HYPHEN.search(text)
        if broken is None:
            text = f"{text} {line.text}"
        elif line.text[0].islower() and f"{broken.group(1)}-{line.text.split()[0]}" not in whole:
            text = text[: broken.end(1)] + line.text
        else:
            text = f"{text[: broken.end(1)]}-{line.text}"
    if lines[0].cell:
        return Paragraph(text, "td")
    if _ITEM.match(text):
        return Paragraph(text, "li")
    large = lines[0].height > 1.15 * letters and len(text) < 300
    return Paragraph(text, "h2" if large else "p")


def _meta(document: pdfium.PdfDocument) -> PageMeta:
    """Return what the document's properties say; the day it was written is no date of publication.

    A title that is the name of a file is what a program put there, and left out.
    """
    told = document.get_metadata_dict(skip_empty=True)
    title = " ".join(told.get("Title", "").split())
    if re.search(r"\.(?:docx?|pdf|indd|qxd|odt|rtf)$|^Microsoft Word|^untitled", title, re.IGNORECASE):
        title = ""
    values = {"title": title, "author": told.get("Author", "").strip()}
    return PageMeta(**values, origin={field: f"pdf:info/{field}" for field, value in values.items() if value})
