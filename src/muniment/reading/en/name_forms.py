"""How a person's name is written: in capitals, with particles and accents, whole or cut short."""

from __future__ import annotations

import functools
import unicodedata

from muniment.reading.en.lexicon import listed

__all__ = ["cased", "compatible", "plain"]


@functools.lru_cache(4096)
def cased(name: str) -> str:
    """Return a name without words in capitals: "Ana VAN DOL-VIK" is Ana van Dol-Vik; initials stay."""
    first, *others = name.split() or [""]
    return " ".join((_word(first), *(_PARTICLES.get(word) or _word(word) for word in others)))


_PARTICLES = {
    word.upper(): word for word in listed("de la del della der den van von da dos das du di bin ibn bint al el le ter")
}


def _word(word: str) -> str:
    """Return one word of a name, not in capitals: "DOL" is Dol, "O'DOL" O'Dol, "McDOL" McDol."""
    if word.startswith("Mc") and word[2:].isupper():
        return f"Mc{word[2:].title()}"
    return word.title() if len(word) > 2 and word.isupper() and "." not in word else word


@functools.lru_cache(4096)
def plain(name: str) -> str:
    """Return a name in small letters but for the first of each word, without accents, as pages also write it."""
    if name.isascii():
        return cased(name)
    bare = unicodedata.normalize("NFKD", cased(name).replace("đ", "d").replace("Đ", "D").replace("ł", "l"))
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def compatible(one: str, other: str) -> bool:
    """Whether two names with one surname may be one person: a first name and its initial, or two spellings of it."""
    first, second = one.split()[0], other.split()[0]
    letters = 1 if "." in first or "." in second or min(len(first), len(second)) < 2 else 2
    return first[:letters] == second[:letters] or " " not in one or " " not in other
