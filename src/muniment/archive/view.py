"""A draft seen against the other pages.

For each part its words, its sign, and how many pages about something else carry it: all that marking asks of a part.
"""

from __future__ import annotations

import re

from muniment.archive.counts import KEPT_TOPICS, FurnitureCount
from muniment.archive.draft import Draft
from muniment.archive.signs import SHORT, is_prose, looks_like_headline, role, signs_off, verbless

__all__ = ["View", "told_share"]

_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
_ENOUGH_WORDS = 6
_MASTHEAD = 4
"""Lines at the head of a page among which its publisher's motto stands (judgement)."""

_MOTTO = 60
"""Longest motto, code points (judgement)."""

_ITEM = re.compile(r"(?:[-–—•*·]|\(?\w{1,3}[.)])\s")


class View:
    """The parts of one draft with all that marking asks of them; lists run parallel to `draft.parts`.

    Attributes:
        texts: the words of each part.
        roles: the sign each short part carries (see `signs.role`); empty for none.
        prose: whether each part reads as sentences and carries no sign.
        others: on how many pages about something else each part stands, 0 to `KEPT_TOPICS`.
    """

    def __init__(self, draft: Draft, counts: FurnitureCount) -> None:
        """Look at every part of a draft once."""
        self.draft = draft
        self.parts = draft.parts
        text = draft.text
        self.texts = [text[part.start : part.end] for part in draft.parts]
        self.roles = [role(words) if len(words) <= SHORT else "" for words in self.texts]
        self.prose = [not sign and is_prose(words) for sign, words in zip(self.roles, self.texts, strict=True)]
        topic = draft.topic
        self.others = [counts.others(key, topic) for key in draft.keys] if counts.pages > 1 else [0] * len(self.texts)

    def __len__(self) -> int:
        """Number of parts."""
        return len(self.texts)

    def headline_like(self, index: int) -> bool:
        """Whether a part may be a headline by its own looks."""
        return not self.roles[index] and not self.prose[index] and looks_like_headline(self.texts[index])

    def words(self, index: int) -> int:
        """Return the number of words of a part."""
        return self.texts[index].count(" ") + 1

    def is_motto(self, index: int) -> bool:
        """Whether a part is one of the first lines and a short saying without a verb, as stands under a name."""
        words = self.texts[index]
        return index < _MASTHEAD and len(words) <= _MOTTO and self.parts[index].gap == 0 and verbless(words)

    def names_speaker(self, index: int) -> bool:
        """Whether a part is an office and a name over the salutation that opens that person's speech."""
        below, words = index + 1, self.texts[index]
        return below < len(self) and self.texts[below].rstrip()[-1:] == "," and ":" not in words and signs_off(words)

    def recurs(self, index: int) -> str:
        """Return in words that a part stands on other pages too; empty where it does not."""
        count = self.others[index]
        if not count:
            return ""
        if count >= KEPT_TOPICS:
            return f"stands on {KEPT_TOPICS} or more pages about something else"
        return f"stands on {count} other page{'s' * (count > 1)} about something else"

    def is_item(self, index: int) -> bool:
        """Whether a part is an entry of a list, what leads one in, or a salutation, as bodies have them."""
        return self.texts[index].rstrip()[-1:] in ",;:" or _ITEM.match(self.texts[index]) is not None


def told_share(headline: str, paragraphs: list[str]) -> float:
    """Return how far paragraphs tell a headline again, 0 to 1.

    It is the share of the headline's words of four letters and more that the paragraphs use too. A line with fewer than
    six such words counts for less, with fewer than four for nothing: the name of an organisation over a text is always
    told in it.
    """
    words = set(_CONTENT_WORD.findall(headline.casefold()))
    if len(words) < 4:
        return 0.0
    told = set(_CONTENT_WORD.findall(" ".join(paragraphs).casefold()))
    return len(words & told) / max(len(words), _ENOUGH_WORDS)
