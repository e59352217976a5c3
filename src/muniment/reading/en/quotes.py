"""Quotation marks paired up: titles, speech, speech over several paragraphs, and words merely marked.

Pages mix styles ("outside”), leave quotations open at the end of a paragraph, or open each paragraph of a long one
anew. Marks are paired by which way they face; what stays open is speech that goes on in the next block.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

import msgspec

__all__ = ["Quote", "find_quotes"]

_MARK = re.compile(r"“|”|\"|„|«|»|‟|‘(?<![\w’']‘)(?=\w)|’(?<=[\w.,!?]’)(?=[\s.,;:)]|$)|''")
"""Every alternative begins with its mark: the engine then looks at these characters only."""
_LOOSE_MARK = re.compile("[“”\"„«»‟‘’'](?:(?<!')|')")
"""A quotation mark, or two apostrophes for one; written so that the engine skips to the next of them."""
"""Whatever may be a mark of quotation: where none stands, `_MARK` finds nothing."""
_OPENING = frozenset("“„«‘‟")
_CLOSING = frozenset("”»’")
_SAYING_BEFORE = re.compile(
    r"(?:\b(?:said|says|that|added|noted|stressed|stated|told|asked|quoted|replied|as|is|was|explained"
    r"|concluded|continued)|:)[,:]?\s*$"
)
_SENTENCE_INSIDE = re.compile(r"[.!?…]\s+[A-ZА-Я]")
_VERB_INSIDE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|must|should|cannot|can|may|do|does|did|we|I|our|they|it)\b"
)
_SAYING_AFTER = re.compile(
    r"[\s,.–—-]{0,4}(?:(?:[A-Z][\w.’'-]*|the|of|he|she|they|it|also|then|has|for|his|her|part)\s){0,9}?"
    r"(?:said|says|added|noted|stressed|stated|told|explained|concluded|emphasi[sz]ed|recalled|remarked"
    r"|commented|underlined|"
    r"underscored|declared|pointed out|asserted|warned|replied|continued|observed|summed (?:it )?up|put it)\b"
)
_NAMED_INSIDE = re.compile(r"(?:the|a|an) (?:[A-Z][\w-]+ ){2}")
"""A title with its article inside the marks: “the Unified List of Lighthouses”."""
_TITLE_BEFORE = re.compile(
    r"\b(?:on|of|for|with|titled|entitled|named|called|codenamed|topic|theme|subject|title|headline|heading"
    r"|motto|slogan|[Dd]ecisions?|[Rr]esolutions?|[Ss]tatements?|"
    r"[Pp]lans?|[Pp]rogram(?:me)?s?|[Pp]rotocols?|[Aa]greements?|[Tt]reat(?:y|ies)|[Cc]onventions?"
    r"|[Dd]eclarations?|[Ll]aws?|[Bb]ills?|[Aa]cts?|[Dd]ecrees?|[Cc]oncept|[Ss]trategy|"
    r"[Mm]edals?|[Oo]rder|[Cc]ertificates?|[Bb]adges?|[Oo]perations?|[Ee]xercises?|[Mm]easures|the|and)\s*:?\s*$"
)


_TOPIC_IS = re.compile(
    r"\b(?:topics?|themes?|subject|motto|slogan|title)\b[^.,“\"]{0,30} (?:was|is|were|are|as|-|–)\s*$"
)


class Quote(msgspec.Struct, frozen=True):
    """A stretch in quotation marks; offsets are code points, 0-based, half-open, into the page's text.

    Attributes:
        start: of the words inside the marks.
        end: of the words inside the marks.
        outer_start: of the opening mark.
        outer_end: behind the closing mark.
        kind: `title` (a name or title), `name` (one with its article, read as if it had no marks), `speech` (somebody's
            sentence), `partial` (words of somebody's sentence).
        opened: whether it began in an earlier block.
        open: whether it goes on in a later block.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    kind: str
    opened: bool = False
    open: bool = False


def _faces_in(text: str, position: int, start: int, mark: str, inside: bool = False) -> bool:
    """Whether a mark at a position opens a quotation: by its shape, or for straight marks by the blanks around it."""
    if mark in _OPENING:
        return not (
            mark == "“"
            and position > start
            and text[position - 1] not in " \t\n\u00a0(—–-[:"
            and not text[position + 1 : position + 2].isalnum()
        )
    if mark in _CLOSING:
        return (
            mark == "”"
            and (position == start or text[position - 1] in " \t\n\u00a0(")
            and text[position + 1 : position + 2].isalnum()
        )
    before = text[position - 1] if position > start else " "
    after = text[position + len(mark) : position + len(mark) + 1]
    if before == "," and not inside:
        return after.isalnum()  # noted,"and the rest
    return (before.isspace() or before in '([—–-:“"') and bool(after) and not after.isspace()


def _kind(text: str, start: int, end: int, outer: tuple[int, int]) -> str:
    """Return what a closed quotation is: a title, speech, or part of somebody's sentence."""
    outer_start, outer_end = outer
    inside = text[start:end]
    words = inside.count(" ") + 1
    before = text[max(0, outer_start - 40) : outer_start]
    ends_like_speech = inside[-1:] in ",.!?…"
    if words > 45 or _SENTENCE_INSIDE.search(inside):
        return "speech"
    if inside[-1:] == "," and inside[:1].isupper() and _TITLE_BEFORE.search(before) and not _VERB_INSIDE.search(inside):
        return "title"  # the comma of the sentence, put inside as American pages do: the bill "On Ports," passed by
    if ends_like_speech and words > 3 and (inside[-1] != "." or _VERB_INSIDE.search(inside)):
        return "speech"
    if (words > 3 or inside[-1:] in ",!?") and _SAYING_AFTER.match(text, outer_end):
        return "speech" if inside[:1].isupper() else "partial"
    if _TOPIC_IS.search(before):
        return "title"
    if _TITLE_BEFORE.search(before) and (inside[:1].isupper() or inside[:1].isdigit() or words <= 3):
        return "title"
    if _SAYING_BEFORE.search(before) and words > 3:
        return "speech" if inside[:1].isupper() and _VERB_INSIDE.search(inside) else "partial"
    if inside[:1].isupper() and not (words > 6 and _VERB_INSIDE.search(inside)):
        return "title"
    if inside[:1].isupper():
        return "speech"
    return "name" if _NAMED_INSIDE.match(inside) and not _VERB_INSIDE.search(inside) else "partial"


def find_quotes(text: str, blocks: Sequence[tuple[int, int]]) -> list[Quote]:
    """Return the quotations of consecutive body blocks, outermost only where speech holds a title, in order.

    Args:
        text: the page's archived text.
        blocks: (start, end) of each body block.
    """
    found: list[Quote] = []
    running = False
    last_closed: int | None = None
    marks = [match.start() for match in _LOOSE_MARK.finditer(text)]
    for number, (start, end) in enumerate(blocks):
        if not running and bisect.bisect_left(marks, start) == bisect.bisect_left(marks, end):
            continue
        quotes, left, closed = _paired(text, start, end, running)
        found += quotes
        if left is not None:
            outer, first = left
            speech = outer == start or _SAYING_BEFORE.search(text[max(start, outer - 40) : outer]) is not None
            if speech and (end - first) > 12:
                if last_closed is None:
                    last_closed = max((n for n, block in enumerate(blocks) if _closes(text, *block)), default=-1)
                goes_on = number < last_closed
                found.append(Quote(first, end, outer, end, "speech", open=goes_on, opened=running and not closed))
                running = goes_on
            elif closed:
                running = False
        elif closed:
            running = False
        elif running:
            found.append(Quote(start, end, start, end, "speech", opened=True, open=True))
    return sorted(found, key=lambda q: (q.outer_start, -q.outer_end))


def _paired(text: str, start: int, end: int, running: bool) -> tuple[list[Quote], tuple[int, int] | None, bool]:
    """Return a block's closed quotations, the first mark left open, and whether one that ran into it was closed."""
    stack: list[tuple[int, int]] = []
    out: list[Quote] = []
    closed = False
    for match in _MARK.finditer(text, start, end):
        at, after = match.span()
        if running and not closed and at == start and _faces_in(text, at, start, match.group()):
            continue  # each paragraph of a long quotation is opened anew
        if _faces_in(text, at, start, match.group(), bool(stack)):
            stack.append((at, after))
        elif stack:
            if match.group() == "’" and text[stack[-1][0]] in "“«„" and text[at - 1 : at] == "s":
                continue  # the apostrophe of "in two days’ time"
            if match.group() not in "’'":  # a single mark left open inside does not keep the double one open
                while len(stack) > 1 and text[stack[-1][0]] == "‘":
                    stack.pop()
            outer, first = stack.pop()
            if at > first:
                out.append(Quote(first, at, outer, after, _kind(text, first, at, (outer, after))))
        elif running and not closed:
            out.append(Quote(start, at, start, after, "speech", opened=True))
            closed = True
    return out, stack[0] if stack else None, closed


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a block closes a quotation that it has not opened: one that began in an earlier block."""
    depth = 0
    for match in _MARK.finditer(text, start, end):
        if match.start() == start and _faces_in(text, start, start, match.group()):
            continue
        if _faces_in(text, match.start(), start, match.group(), bool(depth)):
            depth += 1
        elif depth:
            depth -= 1
        else:
            return True
    return False
