"""List items under the sentence that introduces them: "The Council:" followed by "- adopted ...;", "- approved ..."."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import regex

from muniment.reading.mask import Masked

__all__ = ["Item", "bare", "items_before", "list_item"]

_BULLET = regex.compile(
    r"^\s*(?:[-–—•●▪■*·]\s*|\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\p{L})|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]\)?\s+|\d{1,2}\s?[-–]\s?(?=\p{L}|[^\x00-\x7f]))"
)
_NUMBERED = regex.compile(r"^\s*\(?(\d{1,2})[.)]\s")
_GOES_ON = regex.compile(r"[;,]\s*(?:and|or)?\s*$")
_REACH = 40
"""Items looked back over for the introducing sentence; the agendas of press pages are shorter."""


class Item(msgspec.Struct, frozen=True):
    """Where a list item stands.

    Attributes:
        introduction: number of the sentence that introduces the list.
        number: number of the item's own sentence.
        begins: where the item's words begin behind its bullet; position in the masked sentence.
        place: which item of its list it is, from 1.
    """

    introduction: int
    number: int
    begins: int
    place: int


def bare(text: str) -> int:
    """Return where the words of a sentence begin behind a bullet or an item's number; 0 where it has none.

    >>> bare("- adopted the plan;")
    2
    >>> bare("(b) decided to meet")
    4
    >>> bare("The plan was adopted.")
    0
    """
    if text[:1].isupper():  # neither a bullet nor an item's letter
        return 0
    match = _BULLET.match(text)
    return match.end() if match is not None else 0


def _goes_on(text: str) -> bool:
    """Whether a sentence ends like an item that another follows: ";", ",", "; and"."""
    return text.rstrip()[-1:] in ";,dr" and _GOES_ON.search(text) is not None


def list_item(sentences: Sequence[Masked], number: int) -> Item | None:
    """Return the list item a sentence is; None where it is none.

    An item has a bullet, or ends with a semicolon, or follows a sentence that ends so; some sentence before it ends
    with a colon, with nothing but items between.
    """
    begins = bare(sentences[number].text)
    place = 1
    for before in range(number - 1, max(-1, number - _REACH), -1):
        text = sentences[before].text
        if text.rstrip().endswith(":") and not _counted_on(text, sentences[number].text):
            listed = begins or _goes_on(sentences[number].text) or (place > 1 and _goes_on(sentences[number - 1].text))
            return Item(before, number, begins, place) if listed else None
        if not bare(text) and not _goes_on(text):
            return None
        place += 1
    return None


def _counted_on(earlier: str, item: str) -> bool:
    """Whether an item that introduces a list of its own is counted on by another: "2. Decision on:" and "3. ..."."""
    first, second = _NUMBERED.match(earlier), _NUMBERED.match(item)
    return first is not None and second is not None and int(first.group(1)) < int(second.group(1))


def items_before(sentences: Sequence[Masked], number: int) -> list[int]:
    """Return the numbers of the items of the list that ends right before a sentence; empty where none does."""
    out: list[int] = []
    for before in range(number - 1, max(-1, number - _REACH), -1):
        if list_item(sentences, before) is None:
            break
        out.append(before)
    return out[::-1]
