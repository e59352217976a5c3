"""The way back from the text of an HTML page to its source.

The source is cut into its character data (no tags, comments, scripts), entities are resolved, and the letters of each
block are looked up in that stream from where the block before it ended. White space is left out on both sides, since
the reader collapses it, and so is what nobody sees. Nothing of this is done until a byte span is asked for.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right

__all__ = ["INVISIBLE", "Alignment"]

_SOURCE = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|svg|iframe|textarea|head|object|canvas|math)\b[^>]*>.*?(?:</\1\s*>|\Z)"
    r"|</?[A-Za-z!?](?:[^>\"']|\"[^\"]*\"|'[^']*'){0,2000}>|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?)",
    re.DOTALL | re.IGNORECASE,
)
INVISIBLE = re.compile("[\xad\u200b\ufeff]")
"""Characters of a page that nobody sees and that stand inside words: soft hyphen, zero width space, byte order mark."""

_WORDS = re.compile("[^ \t\n\r\f\xad\u200b\ufeff]+")
_SPACE = re.compile("[ \t\n\r\f\xad\u200b\ufeff]+")


class Alignment:
    """The places of a page's blocks in its source: `Alignment(source, text, blocks).source_span(start, end)`.

    Args:
        source: the HTML as decoded.
        text: the archived text.
        blocks: spans of the blocks in the text, in order.
    """

    def __init__(self, source: str, text: str, blocks: list[tuple[int, int]]) -> None:
        """Place every block; see the class."""
        self._letters, self._starts, self._offsets, self._widths = _stream(source)
        self._text = text
        self._source_length = len(source)
        self._blocks: list[tuple[int, int, int]] = []  # start and end in the text, first letter in the stream
        cursor = 0
        for start, end in blocks:
            cursor = self._place(start, end, cursor)
        self._block_starts = [block[0] for block in self._blocks]

    def _place(self, start: int, end: int, cursor: int) -> int:
        """Place one block, or its words one by one where it is not found whole; return where the next is looked for."""
        letters = _SPACE.sub("", self._text[start:end])
        at = self._letters.find(letters, cursor)
        if at >= 0:
            self._blocks.append((start, end, at))
            return at + len(letters)
        for word in _WORDS.finditer(self._text[start:end]):
            at = self._letters.find(word.group(), cursor)
            if at >= 0:
                self._blocks.append((start + word.start(), start + word.end(), at))
                cursor = at + len(word.group())
        return cursor

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the archived text stands in the source, code points, 0-based, half-open."""
        first = self._source_of(start)
        if end == start:
            return first[0], first[0]
        last = self._source_of(end - 1)
        return min(first[0], last[0]), max(first[1], last[1])

    def _source_of(self, offset: int) -> tuple[int, int]:
        """Return where one code point of the text stands in the source; white space goes with the letter before it."""
        index = bisect_right(self._block_starts, offset) - 1
        if index < 0:
            return 0, 0
        start, end, at = self._blocks[index]
        count = len(_SPACE.sub("", self._text[start : min(offset, end)]))
        inside = offset < end and self._text[offset] not in " \t\n\r\f"
        return self._letter(at + count if inside else at + max(count - 1, 0))

    def _letter(self, index: int) -> tuple[int, int]:
        """Return where one letter of the stream stands in the source."""
        piece = bisect_right(self._starts, index) - 1
        offset, width = self._offsets[piece], self._widths[piece]
        if width:  # an entity, whatever number of code points it stands for
            return offset, offset + width
        return offset + index - self._starts[piece], offset + index - self._starts[piece] + 1


def _stream(source: str) -> tuple[str, list[int], list[int], list[int]]:
    """Return a source's letters, and for each unbroken piece its start in them, its start in the source, its width.

    The width is that of an entity, code points of the source; 0 for plain letters.
    """
    stream = _Stream()
    position = 0
    for match in _SOURCE.finditer(source):
        stream.add_words(source, position, match.start())
        entity = match.group("entity")
        if entity:
            resolved = html.unescape(entity)
            if resolved == entity:
                stream.add_words(source, match.start(), match.end())
            else:
                stream.add(_SPACE.sub("", resolved), match.start(), match.end() - match.start())
        position = match.end()
    stream.add_words(source, position, len(source))
    return "".join(stream.letters), stream.starts, stream.offsets, stream.widths


class _Stream:
    """The letters of a source as they are gathered, piece by piece."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.starts: list[int] = []
        self.offsets: list[int] = []
        self.widths: list[int] = []
        self._length = 0

    def add(self, letters: str, offset: int, width: int) -> None:
        """Add one piece; nothing where it has no letters."""
        if letters:
            self.letters.append(letters)
            self.starts.append(self._length)
            self.offsets.append(offset)
            self.widths.append(width)
            self._length += len(letters)

    def add_words(self, source: str, start: int, end: int) -> None:
        """Add the words of a stretch of character data."""
        for word in _WORDS.finditer(source, start, end):
            self.add(word.group(), word.start(), 0)
