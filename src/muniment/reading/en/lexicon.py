"""The English lexicon: word -> class, loaded once and checked.

Classes, one character each (upper case where the word is capitalised and part of a name):
H office head · M office modifier · K body head · F portfolio · T courtesy title · E instrument head · a name particle ·
X other capitalised word · I initials · Z all capitals · n number · o "of" · t article · q for, on, against · p other
preposition · & "and" · G states, countries · L general · j preposition of circumstance · d draft ·
c connective ("amending") · v word that ends a noun phrase · s possessive 's · w other word · and the marks
, ; : . ( ) - " themselves. The lower-case twins h k f e m stand for the same words written small.
"""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

import regex

from muniment.reading.en.cutting import Cuts, Kinds

__all__ = ["Lexicon", "lexicon", "listed"]

_CLASS_OF = {
    "office_head": "H",
    "office_modifier": "M",
    "body_head": "K",
    "portfolio": "F",
    "honorific": "T",
    "instrument_head": "E",
    "particle": "a",
    "of": "o",
    "article": "t",
    "preposition": "p",
    "conjunction": "&",
    "subject_preposition": "q",
    "state_noun": "G",
    "general": "L",
    "circumstance": "j",
    "draft": "d",
    "connective": "c",
    "clause_word": "v",
}
_FIRST = ("office_head", "instrument_head", "body_head", "office_modifier", "honorific", "portfolio", "particle",
          "conjunction", "of", "article", "preposition", "subject_preposition", "state_noun",
          "general", "circumstance", "draft", "connective", "clause_word")  # fmt: skip
"""Order in which the lists are read: a word keeps the last class it is given."""

_RANKS = frozenset(
    [
        *("colonel", "lieutenant", "admiral", "captain", "marshal", "professor"),
        *("colonel-general", "lieutenant-general", "major-general", "lieutenant-colonel", "vice-admiral"),
    ]
)
"""Ranks that press pages also write small before a name."""
_ROMAN = regex.compile(r"[IVXLC]+")


def listed(words: str) -> frozenset[str]:
    """Return the words of a list written with blanks between them."""
    return frozenset(words.split())


_OPERATIVE = listed(
    "invites requests encourages instructs tasks mandates notes stresses underlines recalls reaffirms "
    "reiterates emphasises emphasizes commends condemns acknowledges recognises recognizes expresses "
    "affirms highlights considers endorses adopts approves reaffirming recalling noting stressing "
)
"""Verbs that begin a paragraph of conclusions or of a resolution, there in capitals: no abbreviations."""


class Lexicon:
    """Word classes of the language."""

    def __init__(self, data: dict[str, dict[str, str]]) -> None:
        self._words: dict[str, str] = {}
        for name in _FIRST:
            for word in data["classes"][name].split():
                self._words[word] = _CLASS_OF[name]
        self.common = frozenset(self._words)
        self.regions = tuple(name.strip() for name in data["names"]["region"].split("|"))
        self.group = frozenset(data["plural"]["group"].split())
        self.kinds = Kinds(self._classify)
        self.cuts = Cuts(self.kinds)

    def word(self, word: str) -> str:
        """Return the class of a word."""
        return self.kinds[word]

    def _classify(self, word: str) -> str:
        word = word.replace("\u2011", "-")  # the hyphen that does not break a line
        lower = word.lower()
        kind = self._words.get(lower)
        if kind is None and "-" in word:
            first, _, last = lower.partition("-")
            tail = self._words.get(last.rsplit("-", 1)[-1]) or (self._words.get(first) if len(last) == 1 else None)
            former = first == "ex" and tail in ("H", "M")
            kind = tail if former or (tail in ("H", "K", "F") and word[0].isupper()) else None
        if kind is not None and kind in "otpq&ajcv":
            return kind if word[0].islower() or kind in "tpqojcv" else "X"
        if kind == "d":
            return kind
        if word[0].islower():
            if "-" in word and self._words.get(lower.partition("-")[0]) == "a" and word.partition("-")[2][:1].isupper():
                return "X"  # al-Obaidi
            if kind == "T":
                return "T" if lower in _RANKS else "w"
            return kind.lower() if kind else "w"
        if kind is None and _ROMAN.fullmatch(word):
            return "n"
        if kind is None and lower in _OPERATIVE and word.isupper():
            return "v"
        if kind is None:
            return "Z" if len(word) > 1 and word.isupper() else "X"
        return kind


@functools.cache
def lexicon() -> Lexicon:
    """Return the English lexicon, read once from the file beside this module."""
    return Lexicon(tomllib.loads(resources.files(__package__).joinpath("lexicon.toml").read_text("utf-8")))
