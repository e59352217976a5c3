"""The language of a text, told by its script and by the small words that every sentence of a language needs."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["LANGUAGES", "SAMPLE", "detect"]

SAMPLE = 3000
"""Code points looked at: the beginning, the middle and the end, a third each, so that a mixed page goes by majority."""

_FEWEST = 2
"""Marks (small words or tell-tale letters) below which a text in Latin or Cyrillic script stays untold."""

_SCRIPTS = {
    "latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
    "cyrillic": "\u0400-\u052f",
    "armenian": "\u0531-\u058f",
    "georgian": "\u10a0-\u10ff\u1c90-\u1cbf",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "kana": "\u3040-\u30ff",
    "han": "\u4e00-\u9fff",
    "hangul": "\uac00-\ud7af\u1100-\u11ff",
    "thai": "\u0e01-\u0e5b",
    "hebrew": "\u05d0-\u05ea",
    "greek": "\u0370-\u03ff",
    "devanagari": "\u0900-\u097f",
}
_COUNTERS = {script: re.compile(f"[{letters}]+") for script, letters in _SCRIPTS.items()}
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
_WORD = re.compile(r"[^\W\d_]+(?:[‘ʻ][^\W\d_]+)?")

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
            for letter in letters:
                table[letter] = (*table.get(letter, ()), language)
    return table


_WORDS = {"latin": _by_word(True), "cyrillic": _by_word(False)}
_TELLING = {"latin": _by_letter(True), "cyrillic": _by_letter(False)}


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language most of a text is in, or an empty string where it cannot be told.

    Args:
        text: a page's body; at most `SAMPLE` code points of it are looked at.
    """
    sample = _sample(text)
    if sample.isascii():
        return _by_small_words(sample, "latin")
    counts = {script: sum(map(len, pattern.findall(sample))) for script, pattern in _COUNTERS.items()}
    if counts["kana"] and counts["kana"] * 4 > counts["han"]:
        counts["kana"] += counts["han"]
    script = max(counts, key=lambda name: counts[name])
    if not counts[script]:
        return ""
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    if script == "han":
        return "zh"
    if script == "arabic":
        return "fa" if len(_PERSIAN.findall(sample)) > len(_ARABIC_ONLY.findall(sample)) else "ar"
    return _by_small_words(sample, script)


def _sample(text: str) -> str:
    """Return what of a text is looked at."""
    if len(text) <= SAMPLE:
        return text
    third = SAMPLE // 3
    middle = (len(text) - third) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


def _by_small_words(sample: str, script: str) -> str:
    """Return the language whose small words and letters a text in Latin or Cyrillic script has most of."""
    table, telling = _WORDS[script], _TELLING[script]
    scores: Counter[str] = Counter()
    lowered = sample.lower()
    for word in _WORD.findall(lowered):
        for language in table.get(word, ()):
            scores[language] += 2
    if not sample.isascii():
        for letter in lowered:
            for language in telling.get(letter, ()):
                scores[language] += 1
    best = scores.most_common(2)
    if not best or best[0][1] < 2 * _FEWEST:
        return ""
    if len(best) == 2 and best[0][1] == best[1][1] and {best[0][0], best[1][0]} != {"id", "ms"}:
        return ""
    return best[0][0]
