"""Words, marks and blanks of English text, one after the other, and what each is by its shape."""

from __future__ import annotations

import itertools
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence

import regex

__all__ = ["BLANK", "DOTTED", "END", "HIT", "JOIN", "WORD", "Cuts", "Kinds", "mark_class", "words_of"]

_INITIAL = r"(?:\p{Lu}|[SZKCTPG]h|Y[aeou]|Ts|Dzh|St|H\.E)\."
_COURTESY = (
    r"(?:His|Her|Your|Their) (?:Excellenc(?:y|ies)|Majest(?:y|ies)|(?:Royal |Serene )?Highness(?:es)?|Eminence|Holiness"
    r"|Grace|Honou?r)\b|(?:(?:Rt\.?|Right|Most) )?Hon(?:ou?rable\b|\.?(?= \p{Lu}))"
    r"|HE(?= (?:Mrs?|Ms|Drs?|Prof|Amb|the|\p{Lu}\p{Ll}))|HRH(?= \p{Lu})"
    r"|(?:General of the Army|(?:Grand )?Admiral of the Fleet|Marshal of the (?:Royal )?Air Force)\b"
    r"|HR/VP\b|(?:H\.\s?E|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Amb|Sen|Hon|Rev|Capt|Adm)\."
)
WORD = regex.compile(
    rf"(?P<T>{_COURTESY})|(?P<I>(?:{_INITIAL}[ -]?)*{_INITIAL}(?=[ -]?\p{{Lu}}))|(?P<Z>(?:\p{{Lu}}\.){{2,}})"
    r"|(?P<W>\p{L}[\p{L}\p{M}]*(?:[-‑–][\p{L}\p{M}]+|['’`](?!s\b)\p{L}[\p{L}\p{M}]*)*)"
    r"|(?P<s>['’]s\b|['’](?=\s))|(?P<n>\d[\d.,/:-]*\d|\d+)|(?P<m>[^\s\p{L}\d])",
)
"""One token: courtesy title, initials, dotted abbreviation, word (with inner hyphens and apostrophes), possessive,
number, mark."""

_ANY = regex.compile(r"\s+|" + regex.sub(r"\?P<\w>", "?:", WORD.pattern))


def _latin(*categories: str) -> str:
    """Return the letters below U+0250 of some Unicode categories, for a set in a pattern."""
    return "".join(re.escape(c) for c in map(chr, range(0x250)) if unicodedata.category(c) in categories)


_UPPER, _LOWER, _LETTER = _latin("Lu"), _latin("Ll"), _latin("Lu", "Ll", "Lt", "Lm", "Lo")
_MORE = f"[-‑–][{_LETTER}]|['’`](?!s\\b)[{_LETTER}]"
_INNER = f"(?:(?:{_MORE})[{_LETTER}]*+)*(?!{_MORE})"
"""The rest of a word behind its first letters, all of it. Not written as a possessive group: the standard library's
engine loses its place in one before Python 3.11.5 (python/cpython 106052)."""


def _in_latin(pattern: str) -> str:
    """Return a pattern for text in Latin script, as the standard library's engine reads it."""
    return (
        re.sub(r"\?P<\w>", "?:", pattern)
        .replace(r"[\p{L}\p{M}]", f"[{_LETTER}]")
        .replace(r"\p{Lu}", f"[{_UPPER}]")
        .replace(r"\p{Ll}", f"[{_LOWER}]")
        .replace(r"[^\s\p{L}\d]", f"[^\\s{_LETTER}\\d]")
        .replace(r"\p{L}", f"[{_LETTER}]")
    )


_LATIN_TOKEN = re.compile(
    rf"\s+|[{_LOWER}][{_LETTER}]*+{_INNER}|(?=[HYTRMGA]){_in_latin(f'(?:{_COURTESY})')}"
    rf"|[{_UPPER}][{_LETTER}]*+{_INNER}(?!\.)|[^\s\w.'’]|{_in_latin(WORD.pattern)}"
)
"""The same tokens as `WORD` for text in Latin script, commonest first: the standard library's engine cuts three times
as many words a second here as `regex` does (measured 2026-11)."""
_LATIN_ONLY = re.compile("[\x00-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2116\u2022]*")

HIT = "\ue000\ue001"
"""What was found beforehand, when words are cut: one of these for each of its characters, in turn where two touch."""
END, JOIN, BLANK, DOTTED = "\ue002", "\ue003", "\x00", "\x01"
"""The end of a sentence and a blank not to be cut at, in what is cut; and the classes of blanks that no word stands
before, and of a dotted abbreviation ("U.N.") while it is told from a word in capitals."""
_HITS = re.compile(f"({HIT[0]}+|{HIT[1]}+)")
_PLAIN = re.compile(
    rf"([\"“(]?)(?:([a-z]++(?:-[A-Za-z]++)*(?!-[A-Za-z])|[A-Z][A-Za-z]{{4,}}+|[A-Z][A-Za-z]{{,3}}+(?!\.))"
    rf"|([0-9](?:[0-9.,/:-]*[0-9])?))([,.;:)”\"]*)({END}?)"
)
"""A word of plain letters or a number, marks around it; a short word before a full stop may be "Mr." or an initial."""
_TITLED = frozenset({"HE", "HRH", "Hon", "HR/VP"})
"""Words that are a courtesy title or not, by what follows."""
Cut = tuple[str, tuple[str, ...], tuple[int, ...]]
"""Classes of tokens, the tokens, and how far each begins from the next; in code points."""

_MARKS = {"–": "-", "—": "-", "−": "-", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": '"', "’": '"', "&": "&",
          "[": "(", "]": ")", "!": ".", "?": ".", "…": "."}  # fmt: skip


def words_of(text: str, start: int, end: int) -> list[str]:
    """Return the words, marks and blanks of a stretch, one after the other; joined they are the stretch."""
    if _LATIN_ONLY.fullmatch(text, start, end):
        return _LATIN_TOKEN.findall(text, start, end)
    return _ANY.findall(text, start, end)


def mark_class(mark: str) -> str:
    """Return the class of a punctuation mark: itself, the plain mark it is a form of, or w."""
    return _MARKS.get(mark, mark if mark in ",;:.()-\"'/" else "w")


def _classes(marks: str) -> str:
    """Return the classes of marks."""
    return "".join(map(mark_class, marks))


def told_apart(text: str, end: int, kinds: str, places: Sequence[int]) -> str:
    """Return classes in which initials, courtesy titles, dotted abbreviations and apostrophes are told apart.

    Args:
        text: what was cut.
        end: where it ends; what follows decides, and nothing behind this is looked at.
        kinds: class of each word, mark and run of blanks; ? for those to be told apart.
        places: where each begins.
    """
    out = list(kinds)
    for index, kind in enumerate(kinds):
        if kind == "?":
            match = WORD.match(text, places[index], end)
            found = match.lastgroup if match is not None else "w"
            out[index] = mark_class(text[places[index]]) if found == "m" else DOTTED if found == "Z" else found or "w"
    return "".join(out)


class Kinds(dict[str, str]):
    """Token -> class, told once for each; a blank for blanks, ? where what follows decides.

    Emptied at 200,000 tokens so that memory stays bounded whatever is read.
    """

    def __init__(self, classify: Callable[[str], str]) -> None:
        super().__init__()
        self.classify = classify

    def __missing__(self, token: str) -> str:
        """Tell a token's class and keep it."""
        if len(self) > 200_000:
            self.clear()
        self[token] = kind = self._tell(token)
        return kind

    def _tell(self, token: str) -> str:
        first = token[0]
        if first.isspace():
            return " "
        if first in "'’" or (first.isalpha() and ("." in token or " " in token or token in _TITLED)):
            return "?"
        if first.isalpha():
            return self.classify(token)
        return "n" if first.isdecimal() else mark_class(first)


class Cuts(dict[str, Cut]):
    """What stands between two blanks -> its tokens, cut once for each.

    What blanks stand around decides nothing about a token, but for courtesy titles and initials, which run over them:
    `JOIN` stands for the blanks of a stretch that must be cut as one. `END` behind the last word says that no blank
    follows; `END` with a number behind it is the end of the sentence and how far it is from there to the next one.
    Emptied at 100,000 so that memory stays bounded whatever is read; what is alike in many is kept once.
    """

    def __init__(self, kinds: Kinds) -> None:
        super().__init__()
        self._kinds = kinds
        self._steps: dict[tuple[int, ...], tuple[int, ...]] = {}

    def __missing__(self, piece: str) -> Cut:
        """Cut a piece and keep what it is cut into."""
        if len(self) > 100_000:
            self.clear()
            self._steps.clear()
        if piece[:1] == END:
            cut: Cut = ("\n", ("",), (int(piece[1:]),))
        else:
            plain = _PLAIN.fullmatch(piece)
            if plain is None or plain[2] in _TITLED:
                kinds, words, steps = self._cut(piece)
            else:
                kinds, words, steps = self._plain(piece, plain)
            if JOIN in piece:
                return kinds, words, steps
            cut = (sys.intern(kinds), words, self._steps.setdefault(steps, steps))
        self[piece] = cut
        return cut

    def _plain(self, piece: str, plain: re.Match[str]) -> Cut:
        """Return what a word or a number with marks around it is cut into."""
        opened, word, number, marks, ended = plain.groups("")
        kind = self._kinds.classify(word) if word else "n"
        core, blank = word or number, 0 if ended else 1
        if not opened and not marks:
            return kind, (core if ended else piece,), (len(core) + blank,)
        words = (*opened, core, *marks)
        steps = (*map(len, words[:-1]), len(words[-1]) + blank)
        return f"{_classes(opened)}{kind}{_classes(marks)}", words, steps

    def _cut(self, piece: str) -> Cut:
        """Return what any piece is cut into."""
        ended = piece.endswith(END)
        classes: list[str] = []
        words: list[str] = []
        steps: list[int] = []
        parts = _HITS.split(piece.removesuffix(END).replace(JOIN, " ") + ("" if ended else " "))
        for part in parts:
            if part[:1] in HIT:
                found, kinds = [part] if part else [], HIT[0] if part else ""
            else:
                found = words_of(part, 0, len(part))
                kinds = "".join(map(self._kinds.__getitem__, found))
                if "?" in kinds:
                    kinds = told_apart(part, len(part), kinds, list(itertools.accumulate(map(len, found), initial=0)))
            for word, kind in zip(found, kinds, strict=True):
                if kind != " ":
                    classes.append(kind)
                    words.append(word)
                    steps.append(len(word))
                elif steps:
                    steps[-1] += len(word)
                else:
                    classes.append(BLANK)
                    words.append("")
                    steps.append(len(word))
        return "".join(classes), tuple(words), tuple(steps)
