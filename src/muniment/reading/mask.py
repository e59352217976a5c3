"""A sentence in which every mention is one placeholder character, so that clause rules stay short and general.

"On 5 May, the Secretary General Ana Dol met with ..." becomes "On D, A met with ...", where D and A are private-use
characters. A pattern writes them as {D} and {A}; offsets lead back to the page.
"""

from __future__ import annotations

import bisect
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import regex

from muniment.reading.tokens import Tokens

if TYPE_CHECKING:
    from muniment.reading.pattern import Pattern

__all__ = ["KINDS", "Masked", "expand", "masked"]

KINDS = {
    "A": "a person, named or by their office",
    "B": "an organisation or body",
    "C": "a city",
    "D": "a date",
    "J": "the adjective of a state",
    "N": "an instrument",
    "O": "an office without its holder",
    "Q": "a quoted title",
    "R": "a region",
    "S": "a state",
    "U": "a named force or centre",
    "Y": "a group of people or states",
}
"""Every placeholder, with what it stands for."""

_BASE = 0xE000
_CODES = {kind: chr(_BASE + ord(kind)) for kind in KINDS}
_PLACED = re.compile(f"[{''.join(KINDS)}]")
_PLACE_OR_BRACKET = re.compile(rf"\\.|[\[\]]|\{{[{''.join(KINDS)}]+\}}")
"""An escaped character, a bracket, or a placeholder as patterns write it."""
_OWN = re.compile(f"[{''.join(_CODES.values())}]")
_LONG_BLANK = re.compile(r"[^\S ]\s*| \s+")
Place = tuple[int, int, int, Any]
"""Where something stands in a masked sentence, where it begins and ends in the page, and what it stands for."""
_KIND_OF = {code: kind for kind, code in _CODES.items()}


class _Sets(dict[str, str]):
    """Letters of some kinds -> their placeholders."""

    def __missing__(self, kinds: str) -> str:
        self[kinds] = codes = "".join(_CODES[kind] for kind in kinds)
        return codes


_SETS = _Sets()


def expand(pattern: str) -> str:
    """Return a pattern with {A}, {B}... replaced by placeholders and {AB} by a set of them, also inside a set.

    >>> expand("{A}") == chr(0xE041), expand("[^{A}]") == "[^" + chr(0xE041) + "]"
    (True, True)
    """
    out: list[str] = []
    position, inside = 0, False
    for match in _PLACE_OR_BRACKET.finditer(pattern):
        out.append(pattern[position : match.start()])
        position = match.end()
        found = match.group()
        if found in ("[", "]"):
            inside = found == "["
        elif found[0] == "{":
            codes = "".join(_CODES[name] for name in found[1:-1])
            found = codes if inside or len(codes) == 1 else f"[{codes}]"
        out.append(found)
    out.append(pattern[position:])
    return "".join(out)


class Masked:
    """One sentence with placeholders.

    Attributes:
        text: the sentence with one placeholder character for each mention.
        start: start of the sentence; code points, 0-based, into the page's text.
        end: end of the sentence; code points, half-open.
        page_text: the page's text.
        lowered: `text` in lower case, but for the letters whose lower case is longer: a position is the same in both.
        live: a number whose bits are set for the patterns that may match in it; all are, until the sieve has told.
    """

    __slots__ = ("_at", "_mentions", "_places", "_values", "end", "live", "lowered", "page_text", "start", "text")

    def __init__(self, text: str, page_text: str, start: int, end: int, places: list[Place]) -> None:
        self.text = text
        lowered = text.lower()
        self.lowered = lowered if len(lowered) == len(text) else "".join(map(_lower, text))
        self.page_text = page_text
        self.start = start
        self.end = end
        self.live = -1
        self._places = places
        self._values = {place[0]: place[3] for place in places}
        self._at = list(self._values)
        self._mentions = [at for at, value in self._values.items() if value is not None]

    def search(self, pattern: Pattern, words: str, start: int = 0, end: int = sys.maxsize) -> regex.Match[str] | None:
        """Return a pattern's first match in some words of this sentence; not tried where it cannot match here."""
        return pattern.search(words, start, end) if self.live & pattern.bit else None

    def match(self, pattern: Pattern, words: str, start: int = 0, end: int = sys.maxsize) -> regex.Match[str] | None:
        """Return a pattern's match where some words of this sentence begin; not tried where it cannot match here."""
        return pattern.match(words, start, end) if self.live & pattern.bit else None

    def finditer(
        self, pattern: Pattern, words: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterable[regex.Match[str]]:
        """Return a pattern's matches in some words of this sentence, in order; none where it cannot match here."""
        return pattern.finditer(words, start, end) if self.live & pattern.bit else ()

    def value(self, position: int) -> Any:
        """Return what the placeholder at a position of the masked text stands for; the next one's from elsewhere."""
        try:
            return self._values[position]
        except KeyError:
            return self._values[self._at[bisect.bisect_left(self._at, position)]]

    @property
    def mentions(self) -> list[tuple[int, Any]]:
        """The position of each placeholder in the masked text with what it stands for, in order."""
        values = self._values
        return [(at, values[at]) for at in self._mentions]

    def kind(self, position: int) -> str:
        """Return the kind of placeholder at a position of the masked text; empty for other characters."""
        return _KIND_OF.get(self.text[position], "")

    def places(self, start: int = 0, end: int | None = None, kinds: str = "") -> list[int]:
        """Return the positions of the placeholders in a stretch of the masked text, of all kinds or of some."""
        found = self._mentions
        if start > 0 or end is not None:
            first = bisect.bisect_left(found, start) if start > 0 else 0
            found = found[first : None if end is None else bisect.bisect_left(found, end)]
        if kinds and found:
            text, codes = self.text, _SETS[kinds]
            if len(codes) == 1 and codes not in text:
                return []
            return [at for at in found if text[at] in codes]
        return found

    def origin(self, position: int) -> int:
        """Return where a position of the masked text lies in the page's text; inside a mention, its start."""
        index = bisect.bisect_left(self._at, position)
        if index < len(self._at) and self._at[index] == position:
            return self._places[index][1]
        if index == 0:
            return self.start + position
        return self._places[index - 1][2] + (position - self._at[index - 1] - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the page's text that a stretch of the masked text stands for."""
        if end <= start:
            return self.origin(start), self.origin(start)
        index = bisect.bisect_left(self._at, end - 1)
        if index < len(self._at) and self._at[index] == end - 1:
            return self.origin(start), self._places[index][2]
        return self.origin(start), self.origin(end - 1) + 1

    def shown(self) -> str:
        """Return the masked text with placeholders written out, for people: "On ⟨D⟩, ⟨A⟩ met"."""
        return "".join(f"⟨{_KIND_OF[c]}⟩" if c in _KIND_OF else c for c in self.text)


def _lower(letter: str) -> str:
    """Return a letter in lower case if that is one letter, else itself (the dotted capital I of Turkish)."""
    lowered = letter.lower()
    return lowered if len(lowered) == 1 else letter


def masked(tokens: Tokens, first: int, last: int) -> Masked:
    """Return the masked sentence of the tokens from `first` to the newline token at `last`."""
    text, starts, words, values = tokens.text, tokens.starts, tokens.words, tokens.values
    start = starts[first]
    end = tokens.end(last - 1)
    piece = text[start:end]
    even = piece.isprintable() and "  " not in piece  # among what can be printed, the only blank is the plain one
    out: list[str] = []
    places: list[Place] = []
    length, position = 0, start
    for match in _PLACED.finditer(tokens.classes, first, last):
        index = match.start()
        value = values[index]
        if value is None:
            continue
        begin, stop = starts[index], starts[index] + len(words[index])
        gap = text[position:begin] if even else _folded(text, position, begin, length, places)
        out += (gap, _CODES[match.group()])
        length += len(gap)
        places.append((length, begin, stop, value))
        length += 1
        position = stop
    out.append(text[position:end] if even else _folded(text, position, end, length, places))
    return Masked("".join(out), text, start, end, places)


def _folded(text: str, start: int, end: int, length: int, places: list[Place]) -> str:
    """Return a stretch with each run of blanks made one, and append where in the mask that is done to `places`.

    A page's own private-use characters (the icons of its fonts) must not be taken for placeholders.
    """
    out: list[str] = []
    position = start
    for match in _LONG_BLANK.finditer(text, start, end):
        out += (_OWN.sub("\ufffd", text[position : match.start()]), " ")
        length += match.start() - position + 1
        places.append((length - 1, *match.span(), None))
        position = match.end()
    out.append(_OWN.sub("\ufffd", text[position:end]))
    return "".join(out)
