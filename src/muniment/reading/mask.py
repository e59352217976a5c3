"""A sentence in which every mention is one placeholder character, so that clause rules stay short and general.

"On 5 May, the Secretary General Ana Dol met with ..." becomes "On D, A met with ...", where D and A are private-use
characters. A pattern writes them as {D} and {A}; offsets lead back to the page.
"""

from __future__ import annotations

import bisect
import re
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
_LONG_BLANK = re.compile(r"[^\S ]\s*| \s+")
_KIND_OF = {code: kind for kind, code in _CODES.items()}


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

    __slots__ = ("_at", "_mentions", "_spans", "_values", "end", "live", "lowered", "page_text", "start", "text")

    def __init__(
        self, text: str, page_text: str, start: int, end: int, places: list[tuple[int, int, int, Any]]
    ) -> None:
        self.text = text
        lowered = text.lower()
        self.lowered = lowered if len(lowered) == len(text) else "".join(map(_lower, text))
        self.page_text = page_text
        self.start = start
        self.end = end
        self.live = -1
        self._at = [place[0] for place in places]
        self._spans = [(place[1], place[2]) for place in places]
        self._values = {place[0]: place[3] for place in places}
        self._mentions = [place[0] for place in places if text[place[0]] in _KIND_OF]

    def search(
        self, pattern: Pattern, words: str, start: int | None = None, end: int | None = None
    ) -> regex.Match[str] | None:
        """Return a pattern's first match in some words of this sentence; not tried where it cannot match here."""
        return pattern.search(words, start, end) if self.live & pattern.bit else None

    def match(
        self, pattern: Pattern, words: str, start: int | None = None, end: int | None = None
    ) -> regex.Match[str] | None:
        """Return a pattern's match where some words of this sentence begin; not tried where it cannot match here."""
        return pattern.match(words, start, end) if self.live & pattern.bit else None

    def value(self, position: int) -> Any:
        """Return what the placeholder at a position of the masked text stands for; the next one's from elsewhere."""
        if position in self._values:
            return self._values[position]
        return self._values[self._at[bisect.bisect_left(self._at, position)]]

    def kind(self, position: int) -> str:
        """Return the kind of placeholder at a position of the masked text; empty for other characters."""
        return _KIND_OF.get(self.text[position], "")

    def places(self, start: int = 0, end: int | None = None) -> list[int]:
        """Return the positions of all placeholders in a stretch of the masked text."""
        found = self._mentions
        first = bisect.bisect_left(found, start) if start > 0 else 0
        return found[first : None if end is None else bisect.bisect_left(found, end)]

    def origin(self, position: int) -> int:
        """Return where a position of the masked text lies in the page's text; inside a mention, its start."""
        index = bisect.bisect_left(self._at, position)
        if index < len(self._at) and self._at[index] == position:
            return self._spans[index][0]
        if index == 0:
            return self.start + position
        return self._spans[index - 1][1] + (position - self._at[index - 1] - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the page's text that a stretch of the masked text stands for."""
        if end <= start:
            return self.origin(start), self.origin(start)
        index = bisect.bisect_left(self._at, end - 1)
        if index < len(self._at) and self._at[index] == end - 1:
            return self.origin(start), self._spans[index][1]
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
    text = tokens.text
    start = tokens.starts[first] if first < last else tokens.starts[last]
    end = tokens.end(last - 1) if first < last else start
    out: list[str] = []
    places: list[tuple[int, int, int, Any]] = []
    length, position = 0, start
    for index in (*(m.start() for m in _PLACED.finditer(tokens.classes, first, last)), -1):
        value = tokens.values[index] if index >= 0 else None
        code = _CODES.get(tokens.classes[index]) if value is not None else None
        if code is None and index >= 0:
            continue
        gap, blanks = _folded(text[position : tokens.starts[index] if index >= 0 else end])
        places += [(length + at, position + begin, position + stop, None) for at, begin, stop in blanks]
        out.append(gap)
        length += len(gap)
        if code is not None:
            out.append(code)
            places.append((length, tokens.starts[index], tokens.end(index), value))
            length += 1
            position = tokens.end(index)
    return Masked("".join(out), text, start, end, places)


def _folded(gap: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Return a stretch of text with each run of blanks made one, and (position, start, end) of each run made so."""
    if _LONG_BLANK.search(gap) is None:
        return gap, []
    out: list[str] = []
    runs: list[tuple[int, int, int]] = []
    length, position = 0, 0
    for match in _LONG_BLANK.finditer(gap):
        out += (gap[position : match.start()], " ")
        length += match.start() - position + 1
        runs.append((length - 1, *match.span()))
        position = match.end()
    out.append(gap[position:])
    return "".join(out), runs
