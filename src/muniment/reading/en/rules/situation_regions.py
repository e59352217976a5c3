"""Regions a clause speaks of: borders, areas, parts of states, valleys and zones, by the page's words."""

from __future__ import annotations

import regex

from muniment.reading.mask import Masked, expand
from muniment.reading.mention import State
from muniment.reading.pattern import compiled
from muniment.reading.scene import Scene

__all__ = ["REGION", "regions"]

_SIDE = (
    r"(?:(?:[Nn]orth|[Ss]outh)(?:[- ]?(?:[Ee]ast|[Ww]est)(?:ern)?|ern)?|(?:[Ee]ast|[Ww]est)(?:ern)?|[Cc]entral|"
    r"[Uu]pper|[Ll]ower|[Gg]reater)"
)
_NAME = r"[A-Z][\w’'-]*(?: (?:of |de |el |al-)?[A-Z][\w’'-]*){0,3}"
_AREA = (
    r"(?:region|Region|Zone|zone|province|Province|provinces|Peninsula|peninsula|border|Strip|"
    r"Valley|valley|Basin|basin|"
    r"area|Area|district|Gorge|Corridor|corridor|Strait|Straits|Sea|Shoals|Islands?)"
)
REGION = compiled(
    r"(?:{SJ}[-–]{SJ} (?:state |inter-state )?(?:border|frontier|line of contact)(?: (?:area|region))?"
    r"|(?:external |western |southern |eastern |northern )?borders? (?:of|between|with) "
    r"(?:the )?{SBY}(?: (?:and (?:the )?{S}|{Y}))?"
    r"|{J} (?:province|region|district|county|governorate|oblast|department|territory) of [A-Z][\w’'-]+"
    r"|(?:region|province|district|county|governorate|oblast|department|valley|territory) of [A-Z][\w’'-]+"
    r"|{J} (?:border|frontier|territory)|{SBY}(?:['’]s?)? (?:external |western |southern |"
    r"eastern |northern )borders?"
    r"|{BJ} (?:region|area of responsibility|direction|zone of responsibility|area)(?: of {R})?"
    r"|(?:{B}(?:['’]s?)? )?(?:collective security regions?|regions? of collective security|(?:area|zone|region) of "
    r"responsibility)(?: of (?:the )?{B})?|(?:{B}['’]s? )(?:regions?|space)|(?:all |the )*regions of (?:the )?{B}"
    rf"|{_SIDE} (?:flank|borders?|frontiers?)(?: of (?:the )?(?:region|country|{{SBY}}))?|{_SIDE} of (?:the|that|this) "
    r"(?:country|region)"
    r"|{S}['’]s {R}(?: (?:region|border|area|province|state))?"
    rf"|{{R}} of (?:the )?(?:{{SRC}}|[A-Z][\w’'-]+)"
    r"|(?:[Rr]iver [A-Z][\w’'-]+|[A-Z][\w’'-]+ [Rr]iver)|{R} river"
    r"|(?:outer |external |southern |northern |eastern |western )?(?:perimeter|borders|frontiers|contour) of the "
    r"(?:region|area of responsibility|zone of responsibility|{B}|member [Ss]tates)"
    rf"|{_SIDE} (?:constituencies|districts|provinces|regions|governorates|counties)\b(?! of)"
    rf"|{_SIDE} (?:(?:parts?|districts?|provinces?|regions?|areas?|governorates|states|suburbs|"
    r"sectors?) )?(?:of )?(?:the )?{SRC}|(?:northern|southern|eastern|western|central) [A-Z][\w’'-]+|{R}(?: "
    r"(?:region|border|area|valley|basin))?|"
    r"world\b(?! (?:food|energy|oil|gas|grain|market|econom|trade|financ))|{C}(?! on\b)(?: "
    r"(?:region|area|district))?|{S}"
    rf"|(?:[A-Z][\w’'-]+ ){{1,3}}{_AREA})"
)
"""A region as press pages name it; capitalised words count only with a word for an area behind them."""

_AFTER_SITUATION = regex.compile(
    r"\b(?:situations?|environment|fighting|violence|tensions?|calm|clashes|hostilities|ceasefire|"
    r"climate|crisis|unrest|developments|escalation|instability|insecurity|deterioration)\s(?:prevailing |now |"
    r"currently )*(?:in|on|around|along|at|near|"
    r"across|throughout) (?:and around )?(?:the )?(?:whole |entire )?"
    r"(?:(?:front ?lines?|contact line|line of contact|borders?|outskirts) (?:in|of|near|around) (?:the "
    rf")?)?(?P<name>{_NAME})"
)
_SUBJECT_FIRST = regex.compile(
    rf"(?:while |whereas |and |but )?(?P<name>{_NAME}) (?:remain(?:s|ed)|stayed|has remained|had remained) "
    r"(?:\w+ly )?(?:calm|quiet|stable|tense|peaceful|volatile)\b|[^,;.]{0,60}?\bthat (?P<name>"
    rf"{_NAME}) (?:is|was|stands|stood|remains|had been) (?:again )?on the (?:brink|verge|edge) of\b|"
    r"[^,;.]{0,60}\bit (?:continue[sd]? to |has |had )?"
    rf"(?:deteriorat|worsen|improv)\w* (?:further )?in (?P<name>{_NAME})"
)
"""A place by its bare name that a clause says remained calm, or in which "it" got worse."""
_PLACED = (
    " in",
    " on",
    " at",
    " along",
    " around",
    " across",
    " throughout",
    " near",
    " regards",
    " direction",
    " for",
    " about",
    " over",
    "In",
    "On",
    "At",
    "Along",
    "Across",
    "Near",
    "Around",
)
_SITUATION = regex.compile(
    (
        r"\b(?:situations?|trends|environment|fighting|violence|tensions?|calm|clashes|hostilities|climate|"
        r"conditions|threats|unrest|instability|stability|deterioration|escalation|aggravation)\b[^,;.]{0,24}$"
    ),
    regex.IGNORECASE,
)
_BETWEEN = regex.compile(expand(r"\bbetween (?:the )?(?:[{S}{B}{Y}] and (?:the )?)?$"))
_FOR_WHOM = regex.compile(r"\bsources? of [^,;.]{0,40}\b(?:for|to) (?:the )?$")
"""Before whom a region is a source of threats for: the region is what is assessed."""
_GO_ON = regex.compile(expand(r"(?:,| and|, and) (?:(?:in|on|around) )?(?:the )?$"))
_NOT_A_REGION = frozenset({"the", "however", "council", "assembly", "first", "second"})


_AND_IN = regex.compile(r" and (?:in )?(?:the )?")
_CLAUSE_BEGINS = regex.compile(r"\b(?:that|while|whereas|but|and)$")


def regions(scene: Scene, sentence: Masked, start: int, end: int) -> list[str]:
    """Return the regions a clause of the masked sentence speaks of, by the page's words; coordinated ones each."""
    text = sentence.text
    named = _AFTER_SITUATION.search(text, start, end) or _SUBJECT_FIRST.match(text, start, end)
    best: list[tuple[int, int]] = []
    rank = 0
    for match in REGION.finditer(text, start, end):
        if (
            best
            and rank >= 1
            and _GO_ON.fullmatch(text[best[-1][1] : match.start()])
            and _alike(sentence, best[-1], match.span())
        ):
            best.append(match.span())
            continue
        if _BETWEEN.search(text, start, match.start()):
            continue  # "tensions between Peru and Chile" tells of no one of them
        if _FOR_WHOM.search(text, start, match.start()):
            continue
        found = _rank(text[start : match.start()])
        if found > rank:
            best, rank = [match.span()], found
    if named is not None and rank < 3:
        best = [named.span("name"), *_following(sentence, named.end(), end)]
    names = [_raw(scene, sentence, *span) for span in best]
    return [name for name in dict.fromkeys(names) if name.lower() not in _NOT_A_REGION]


def _following(sentence: Masked, at: int, end: int) -> list[tuple[int, int]]:
    """Return a region that goes on a capitalised one: "in Upper Loreto and Peru"."""
    go_on = _AND_IN.match(sentence.text, at, end)
    match = REGION.match(sentence.text, go_on.end(), end) if go_on is not None else None
    return [match.span()] if match is not None else []


def _alike(sentence: Masked, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two regions in a row are of one sort: both states or both named regions."""
    return (sentence.kind(one[0]) or "R") == (sentence.kind(other[0]) or "R")


_WHOSE = regex.compile(r"(?:\b[Tt]he|\bour|\bits|\btheir|\bhis|\bher)$")


def _rank(before: str) -> int:
    """Return how surely a region behind these words is what is assessed, 0 to 4.

    4 behind "situation in", 3 behind a preposition of place, 2 first in the clause, 1 behind "threats of".
    """
    head = _WHOSE.sub("", before.rstrip()).rstrip(' -–—"“«')
    if head.endswith(_PLACED):
        return 4 if _SITUATION.search(head) else 3
    if not head or _CLAUSE_BEGINS.search(head):
        return 2
    return 1 if head.endswith((" of", " for")) and _SITUATION.search(head) else 0


def _raw(scene: Scene, sentence: Masked, start: int, end: int) -> str:
    if end - start == 1 and isinstance(sentence.value(start), State):
        return scene.name(sentence.value(start))
    first, last = sentence.span(start, end)
    return " ".join(scene.page.text[first:last].split()).removeprefix("the ").removeprefix("The ").strip(" ,;")
