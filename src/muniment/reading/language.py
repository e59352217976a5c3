"""The language of a text, told by its script and by the small words that every sentence of a language needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

__all__ = ["LANGUAGES", "SAMPLE", "detect"]

SAMPLE = 1800
"""Code points looked at: the beginning, the middle and the end, a third each, so that a mixed page goes by majority."""

_FEWEST = 2
"""Marks (small words or tell-tale letters) below which a text in Latin or Cyrillic script stays untold."""

_SCRIPTS = {
    "latin": ((0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF)),
    "cyrillic": ((0x400, 0x52F),),
    "armenian": ((0x531, 0x58F),),
    "georgian": ((0x10A0, 0x10FF), (0x1C90, 0x1CBF)),
    "arabic": ((0x600, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE)),
    "kana": ((0x3040, 0x30FF),),
    "han": ((0x4E00, 0x9FFF),),
    "hangul": ((0xAC00, 0xD7AF), (0x1100, 0x11FF)),
    "thai": ((0xE01, 0xE5B),),
    "hebrew": ((0x5D0, 0x5EA),),
    "greek": ((0x370, 0x3FF),),
    "devanagari": ((0x900, 0x97F),),
}
"""Script -> the blocks of Unicode 15 its letters stand in, first and last code point."""

_ONE_LANGUAGE = {"armenian": "hy", "georgian": "ka", "hangul": "ko", "thai": "th", "hebrew": "he", "greek": "el",
                 "devanagari": "hi", "kana": "ja"}  # fmt: skip

_SMALL_WORDS = {
    "en": "the of and to in on at for with by from that is are was were this which has have be been its an as it",
    "fr": "le la les des du et est une dans pour sur avec par que qui aux au ce cette il ont sont été son leur ainsi",
    "es": "el la los las de del y en que con por para una se su es al como más fue sus este esta ha entre han lo",
    "pt": "o os as do da dos das em que com por para uma no na nos nas ao à é são foi não sua mais pela pelo de e",
    "de": "der die das und den dem des ein eine einer mit von zu im für auf ist sich auch werden wurde nicht als bei",
    "it": "il lo gli della del dei delle di che è per con una nel nella sono dal alla alle degli si anche tra le un",
    "nl": "de het een van en in op met voor zijn dat is te aan door bij ook naar om niet wordt werd hun tussen uit",
    "pl": "i w z na do się że nie jest oraz przez dla od po jak to są o za został które który także ich w tym",
    "tr": "ve bir bu ile için olarak da de olan daha çok gibi sonra kadar ise en her olduğu tarafından arasında",
    "az": "və bir bu ilə üçün olan da də daha sonra hər kimi edən olaraq arasında tərəfindən ki o öz isə",
    "id": "dan yang di untuk dengan dari pada dalam ini itu adalah tidak akan oleh telah sebagai karena bahwa para",
    "ms": "dan yang di untuk dengan dari pada dalam ini itu ialah tidak akan oleh telah sebagai kerana bahawa para ke",
    "vi": "và của là các có trong được cho với đã này những không để đến về tại người từ do vào hội nghị",
    "ro": "și de la în din cu pentru care este sunt au fost prin al ale a pe ca mai această între unui unei sau",
    "uz": "va bilan uchun bu bir ham da edi bo‘lgan hamda qilish boʻyicha oʻrtasida haqida esa uning barcha kerak",
    "ru": "и в на по с что для о от из не к это как был года его также при между был были или за об их со",
    "uk": "і та в у на з що для до про від не це як за його року також між були або їх цього щодо під є й",
    "be": "і ў на з што для да пра ад не гэта як за яго года таксама паміж былі або іх гэтага аб па у якія",
    "kk": "және мен бен үшін бойынша туралы бұл осы деп болып де да арасында оның үшін екі бір жылы бар пен",
    "ky": "жана менен үчүн боюнча бул деп болуп да де ортосунда анын эки бир жылы бар тууралуу катары ошол",
    "tg": "ва дар аз ба бо барои ки ин он аст буд шуд дигар байни оид тавассути мебошад ҳам ё то соли",
    "bg": "и на в за от се да с по не са е което които при между като към беше това ще със",
    "sr": "и у на је за од се да са су по који које из као између није али то била било",
    "mn": "ба нь энэ юм болон бүх дээр байна хийх оны тухай хамтын улсын байгаа гэж",
}  # fmt: skip
"""Function words, from the first hundred of each language's frequency lists; common knowledge, no list copied."""

_LETTERS = {
    "de": "ßäöü", "es": "ñ¿¡", "pt": "ãõ", "pl": "łżśćźńęą", "tr": "ğışöüç", "az": "əğışöüç", "ro": "țșă", "fr": "œêè",
    "vi": "đơưạảấầậắặếềệốồộớờợứừự", "uk": "іїєґщ", "be": "іўыэ", "kk": "іұқғәһңөүыэ", "ky": "ңөүыэ", "mn": "өүыэ",
    "tg": "ғқӣӯҳҷэъ", "ru": "ыэъщ", "bg": "ъщ", "sr": "ћђљњџј",
}  # fmt: skip
"""Letters by which a language stands out among those of its script; each counts as half a small word."""

_CYRILLIC = frozenset({"ru", "uk", "be", "kk", "ky", "tg", "bg", "sr", "mn"})
_PERSIAN = re.compile("[پچژگکی]")
_ARABIC_ONLY = re.compile("[ةيكىإأ]")

LANGUAGES = frozenset(_SMALL_WORDS) | frozenset(_ONE_LANGUAGE.values()) | {"ar", "fa", "zh"}
"""Every code that `detect` may give."""


def _by_word(latin: bool) -> dict[str, tuple[str, ...]]:
    """Return small word -> the languages of a script that use it."""
    table: dict[str, tuple[str, ...]] = {}
    for language, words in _SMALL_WORDS.items():
        if (language not in _CYRILLIC) == latin:
            for word in set(words.split()):
                table[word] = (*table.get(word, ()), language)
    return table


def _by_letter(latin: bool) -> dict[str, tuple[str, ...]]:
    """Return letter -> the languages of a script that stand out by it."""
    table: dict[str, tuple[str, ...]] = {}
    for language, letters in _LETTERS.items():
        if (language not in _CYRILLIC) == latin:
            for letter in sorted(set(letters + letters.upper())):
                if letter.isascii():
                    continue
                table[letter] = (*table.get(letter, ()), language)
    return table


_WORDS = {"latin": _by_word(True), "cyrillic": _by_word(False)}
_TELLING = {"latin": _by_letter(True), "cyrillic": _by_letter(False)}


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_LETTERS = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language most of a text is in, or an empty string where it cannot be told.

    Args:
        text: a page's body; at most `SAMPLE` code points of it are looked at.
    """
    sample = _sample(text)
    if sample.isascii():
        return _by_small_words(sample, {}, "latin")
    others = _NOT_ASCII.findall(sample)
    plain = sample.encode("ascii", "ignore")
    if len(plain) - len(plain.translate(None, _ASCII_LETTERS)) > len(others):
        return _by_small_words(sample, Counter(others), "latin")  # no other script can have more letters
    letters = Counter(sample)
    counts = _by_script(letters)
    if counts["kana"] and counts["kana"] * 4 > counts["han"]:
        counts["kana"] += counts["han"]
    script = max(_SCRIPTS, key=lambda name: counts[name])
    if not counts[script]:
        return ""
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    if script == "han":
        return "zh"
    if script == "arabic":
        return "fa" if len(_PERSIAN.findall(sample)) > len(_ARABIC_ONLY.findall(sample)) else "ar"
    return _by_small_words(sample, letters, script)


def _by_script(letters: Mapping[str, int]) -> Counter[str]:
    """Return how many letters of a text stand in each script."""
    counts: Counter[str] = Counter()
    for letter, times in letters.items():
        code = ord(letter)
        for script, blocks in _SCRIPTS.items():
            if any(first <= code <= last for first, last in blocks):
                counts[script] += times
                break
    return counts


def _sample(text: str) -> str:
    """Return what of a text is looked at."""
    if len(text) <= SAMPLE:
        return text
    third = SAMPLE // 3
    middle = (len(text) - third) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


def _by_small_words(sample: str, letters: Mapping[str, int], script: str) -> str:
    """Return the language whose small words and letters a text in Latin or Cyrillic script has most of."""
    table, telling = _WORDS[script], _TELLING[script]
    scores: Counter[str] = Counter()
    words = Counter(filter(table.__contains__, sample.lower().split()))
    for word, times in words.items():
        for language in table[word]:
            scores[language] += 2 * times
    for letter, times in letters.items():
        for language in telling.get(letter, ()):
            scores[language] += times
    best = scores.most_common(2)
    if not best or best[0][1] < 2 * _FEWEST:
        return ""
    if len(best) == 2 and best[0][1] == best[1][1] and {best[0][0], best[1][0]} != {"id", "ms"}:
        return ""
    return best[0][0]
