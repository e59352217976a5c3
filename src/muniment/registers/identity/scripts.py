"""Words of other scripts in Latin letters, so that a name is one name however a page writes it.

Cyrillic after BGN/PCGN 1947 with the further letters of its other languages, Armenian after BGN/PCGN 1981, Georgian
after the national system of 2002, Greek after ELOT 743, each without marks; Latin letters that no mark makes as their
languages write them out. Scripts that spell no sounds, or no vowels, are left as they stand.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

__all__ = ["latin"]

_PAIRS = {
    "cyrillic": (
        "а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh "
        "щ shch ъ _ ы y ь _ э e ю yu я ya і i ї yi є ye ґ g ў u ә a ғ gh қ k ң n ө o ұ u ү u һ h ӣ i ӯ u ҳ h ҷ j "
        "ђ dj ј j љ lj њ nj ћ c џ dzh"
    ),
    "armenian": (
        "ա a բ b գ g դ d ե e զ z է e ը y թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch "
        "պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev"
    ),
    "georgian": (
        "ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch "
        "ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h"
    ),
    "greek": "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ h ψ ps ω o",
    "latin": "ł l ø o đ d ð d þ th æ ae œ oe ı i ə a ħ h",
}


def _table() -> dict[int, str]:
    table = {}
    for pairs in _PAIRS.values():
        letters = pairs.replace("_", "").split(" ")
        for letter, sound in zip(letters[::2], letters[1::2], strict=True):
            table[ord(letter)] = sound
            if len(letter.upper()) == 1 and letter.upper() != letter:
                table[ord(letter.upper())] = sound.capitalize()
    return table


_LETTERS = _table()


@lru_cache(maxsize=16384)
def latin(text: str) -> str:
    """Return a text in Latin letters without marks, its case kept: "Станислав Зась" becomes "Stanislav Zas"."""
    if text.isascii():
        return text
    spelt = unicodedata.normalize("NFC", text).replace("ու", "u").replace("Ու", "U").translate(_LETTERS)
    return "".join(ch for ch in unicodedata.normalize("NFKD", spelt) if not unicodedata.combining(ch))
