"""What awards are called, and who decided on one, and when."""

from __future__ import annotations

import regex

from muniment.reading.en.rules.act_days import event_day, sentence_day
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Instrument
from muniment.reading.rule import Found
from muniment.reading.scene import Scene

__all__ = [
    "ARTICLE",
    "AWARD",
    "AWARDS",
    "GIVEN_TO",
    "THE",
    "WORD",
    "awards_in",
    "day_of",
    "deciding",
    "of_one",
    "owner",
    "told_day",
]

WORD = r"\p{Lu}[\p{L}’'.-]*\b(?! (?:[Dd]egree|[Cc]lass)\b)\.?"
_HEAD = (
    r"(?:[Oo]rders?|[Mm]edals?|[Bb]adges?|[Cc]ertificates?|[Dd]iplomas?|[Pp]rizes?|[Cc]ommendations?|"
    r"[Cc]itations?|[Mm]edallions?|[Tt]roph(?:y|ies)|[Tt]hank-you [Ll]etters?|"
    r"[Ll]etters? of (?:[Tt]hanks|[Gg]ratitude|[Cc]ommendation|[Aa]ppreciation|[Rr]ecognition)|(?<!\p{Ll} "
    r")Shield|(?<=\b[Tt]he )Shield(?= of )|[Hh]onorary "
    r"(?:[Dd]octorate|[Dd]egree|[Cc]itizenship|[Pp]rofessorship)s?|[Tt]itle "
    r"(?=\p{Lu}\p{Ll})\p{L}+|[Hh]onorary "
    r"[Tt]itles?|[Tt]itles?|[Aa]wards?|[Ss]tar|[Cc]ross|[Ii]nsignia|"
    r"[Dd]ecorations?|[Pp]laques?|[Bb]reastplates?|Legion|(?:[Hh]onorary|[Cc]ommemorative) (?:[Ss]igns?|[Ss]hields?|"
    r"[Oo]bjects?|[Cc]oins?))"
    r"(?: of (?:distinction|honou?r|merit|appreciation|gratitude|thanks|excellence)\b)?"
)
_TAIL = (
    rf"(?: (?:of|for) (?:the |an? )?(?:{WORD}|\d+(?:st|nd|rd|th)|{{BQSU}})(?: (?:(?:of|and|for|in|the|to|at) "
    rf"){{0,2}}(?:{WORD}|{{BCQSU}}))*)"
)
_CLASS = (
    r"(?:,? (?:\((?:First|Second|Third|Fourth|[IVX]+|Gold|Silver)[^()]{0,12}\)|(?:(?:of )?the )?(?:(?i:first|second|"
    r"third|fourth)|[IVX]+|1st|2nd|3rd) (?:[Cc]lass|[Dd]egree)| ?\(posthumously\)))"
)
_BEHIND = r"(?:{Q} (?:[Mm]edal|[Bb]adge|[Aa]ward|[Oo]rder|[Pp]rize|[Tt]itle))"
_QUOTED = r"(?: (?:{Q}|[“\"«„][^”\"»“]{3,90}[”\"»“]))"
_FRONT = (
    rf"(?:(?:{{BASJUR}}(?:['’]s?)?|{WORD}(?: (?:van|der|de|von|of(?: the)?))*|state|departmental|memorial|"
    rf"memorable|honorary|commemorative|jubilee|"
    rf"anniversary|highest|gold|silver|prestigious|annual|biannual|inaugural|coveted|national|international|regional|"
    rf"\d{{4}}|{{D}}) ){{0,6}}"
)
AWARD = expand(
    rf"{_FRONT}(?:{_BEHIND}|{_HEAD})(?:{_TAIL})?{_QUOTED}?{_CLASS}?(?: (?:for )?(?:\d{{4}}|{{D}}))?(?: of (?:the "
    rf")?{{AB}}{_CLASS}?)?"
)
"""What is conferred: owner, head word, "of ...", a quoted name, a class."""


GIVEN_TO = (
    r"awarded|granted|presented|decorated|given|conferred|honou?red|bestowed|handed(?: over)?|encouraged|rewarded|"
    r"recogni[sz]ed"
)
"""What is done to whoever is given an award, as participles."""
THE = r"(?:the |an? |his |her |its |their )?"
AWARDS = (
    rf"[«“\"‘']?{THE}(?:(?:{{B}}['’]s )?{{Q}}|{AWARD})[»”\"’']?(?:(?:, | and |, and |, as well as | as well "
    rf"as |; ){THE}{AWARD})*"
)

ARTICLE = regex.compile(r"^(?:(?:the|an?|its|his|her|The|An?) )?(?:(?:prestigious|coveted) )?")
_RANKED_ONLY = regex.compile(r"(?:[Hh]?ighest|[Tt]?op) (?:order|award|honou?r|decoration|distinction)\b")
_CALLED = regex.compile(rf"\b{_HEAD}\b")
_OWNED = regex.compile(expand(r"(?:[Tt]he )?{B}['’]s"))
_NAMED = regex.compile(
    expand(
        rf"{{QB}}|[Tt]hank-you|[Hh]onorary "
        rf"(?:doctorate|degree|citizenship|professorship)|[“\"«„]|\p{{Lu}}|{_TAIL}|\bof "
        rf"(?:honou?r|merit|appreciation|gratitude|thanks|"
        rf"excellence)\b"
    )
)
_AWARD = regex.compile(AWARD)
_OWNER = regex.compile(r"^.{2,60}?['’]s ")


def awards_in(sentence: Masked, start: int, end: int) -> list[str]:
    """Return the awards in a stretch of a sentence, each as written without its article; what is not named is none."""
    out = []
    for match in _AWARD.finditer(sentence.text[start:end]):
        first, last = sentence.span(start + match.start(), start + match.end())
        text = " ".join(sentence.page_text[first:last].split()).rstrip(".")
        body = ARTICLE.sub("", text)
        if _OWNED.match(match.group()) and " of " in body:
            body = _OWNER.sub("", body)
        told = ARTICLE.sub("", match.group())
        told = told[1:] if body[:1].isupper() and told[:1] == body[:1] else told
        if _RANKED_ONLY.match(told):
            continue  # "the highest order of the League", in apposition to its name
        if _NAMED.search(told) or _OWNED.match(match.group()):
            out.append(body)
    titles = [sentence.value(at) for at in sentence.places(start, end, "Q")]
    return out or [ARTICLE.sub("", title) for title in titles if _CALLED.search(title)]


_DECREE = regex.compile(
    expand(
        r"\b(?:[Bb]y|[Aa]ccording to|[Ii]n accordance with|[Pp]ursuant to|[Uu]nder) (?:an? |the )?(?:\p{Ll}+ "
        r")?(?:decree|decision|order|"
        r"resolution)(?: {N})? of (?:the )?(?P<by>{AB})(?: (?:of|dated|from) (?P<day>{D}))?"
    )
)
_YEAR = regex.compile(expand(r",? in (?P<day>{D})"))
_OPENS = regex.compile(expand(r"(?:^|; |\b[Tt]hen )(?:In|in) (?P<day>{D}),? (?:{A},? |[Hh]e |[Ss]he |the )(?:also )?$"))


_MANY = regex.compile(r"(?P<one>\b(?:[Oo]rder|[Mm]edal|[Bb]adge|[Cc]ertificate|[Dd]iploma|[Pp]rize|[Ll]etter))s\b")


def of_one(award: str) -> str:
    """Return an award that several were given each, as one of them has it.

    >>> of_one('medals "For Calm Seas"')
    'medal "For Calm Seas"'
    """
    return _MANY.sub(r"\g<one>", award, count=1)


_TEXT = regex.compile(expand(r"\b(?:[Bb]y|[Aa]ccording to|[Ii]n accordance with|[Pp]ursuant to) (?:an? |the )?{N}"))
_DECIDES = regex.compile(
    r"(?i:decree|decision|order|resolution)(?: No\.? ?\S+)? of (?:the )?(?P<by>\p{Lu}.+?)"
    r"(?: (?:of|dated|from) \d.*| on .*)?$"
)


def _by_text(found: Found, scene: Scene) -> str:
    """Return whose the decision is by which an award is given, as its title says: "By Decision of the Council"."""
    match = _TEXT.search(found.sentence.text)
    text = found.sentence.value(match.end() - 1) if match is not None else None
    told = _DECIDES.match(text.title) if isinstance(text, Instrument) else None
    by = str(told["by"]) if told is not None else ""
    own = scene.body(Body(by, anaphor=True)) if by and " " not in by else by  # "by a decision of the Council"
    return own if " " in own else ""


def deciding(found: Found, scene: Scene) -> str:
    """Return who decided on an award ("By decree of the President of S, A was awarded"); empty where none is told."""
    match = _DECREE.search(found.sentence.text)
    if match is None:
        return _by_text(found, scene)
    value = found.sentence.value(match.start("by"))
    if found.has("to") and match.start("by") == found.match.start("to") and isinstance(value, Actor):
        office = value.offices[0] if value.offices else None  # two people in one: the president who decreed, the other
        return f"{office.title} of {office.organization}" if office is not None and office.organization else ""
    return scene.name(value)


def day_of(found: Found, scene: Scene) -> str:
    """Return the day of an award: that of the decree on it, its own, the event's, or the page's where it is news."""
    decree = _DECREE.search(found.sentence.text)
    decreed = scene.iso(found.sentence.value(decree.start("day"))) if decree is not None and decree["day"] else ""
    return decreed or told_day(found, scene) or sentence_day(scene) or event_day(scene) or _news_day(found, scene)


def told_day(found: Found, scene: Scene) -> str:
    """Return the year or month told right behind an award: "was awarded the Order of Merit in 2020"."""
    text = found.sentence.text
    before = f"{text[: found.match.start('verb')].rstrip()} "
    match = (_YEAR.match(text, found.match.end("award")) if found.has("award") else None) or _OPENS.search(before)
    if match is None and found.has("when"):
        return scene.iso(found.mentions("when", "D")[0])
    return scene.iso(found.sentence.value(match.start("day"))) if match is not None else ""


def _news_day(found: Found, scene: Scene) -> str:
    """Return the page's own day for an award told as news, where the sentence and the page tell no other."""
    dated = any(sentence.places(kinds="D") for n, sentence in enumerate(scene.sentences) if scene.kinds[n] in _BODY)
    own = scene.anchor.iso if scene.anchor is not None else ""
    return (
        own if not dated and len(own) == len("2024-05-06") and scene.sentences[scene.number] is found.sentence else ""
    )


_BODY = ("paragraph", "quote")


def owner(found: Found, scene: Scene) -> str:
    """Return the body whose award it is ("the Mission's certificate"); empty where none is named so."""
    match = _OWNED.match(found.sentence.text, found.match.start("award"))
    return scene.name(found.sentence.value(match.end() - 3)) if match is not None else ""
