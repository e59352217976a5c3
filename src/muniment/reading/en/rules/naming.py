"""Which instrument a phrase means: one with its own title, one told of before, several, or none in particular."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import regex

from muniment.reading.en.kinds import HEADS, kind_of
from muniment.reading.en.lexicon import listed
from muniment.reading.en.lists import bare, items_before
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Instrument
from muniment.reading.scene import Scene

__all__ = [
    "ITEM",
    "ITEMS",
    "THING",
    "amended",
    "content",
    "formal",
    "item_places",
    "mentions",
    "named",
    "referents",
    "same_text",
    "single",
    "slots_of",
    "thing_places",
    "things",
]


_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_TITLE_SIGN = re.compile(
    r"\b[Nn]o\. ?\d|\d{3,} \(\d{4}\)|Vision \d{4}|Code of Conduct|Terms of Reference|[A-Z]\w+ Framework$"
)
_TELLS_MEMBERS = re.compile(r"including|such as|:|in particular|namely")
_DRAFT = re.compile(r"\bdraft\b")


_DETERMINER = (
    r"(?:(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir|[Bb]oth(?: the)?|[Aa]ll(?: of)?(?: the)?"
    r"|[Aa]nother|[Ss]uch|[Ss]everal|"
    r"(?:[Tt]he |[Aa] )?(?:number|series|package|set|text|texts|version|draft|drafts) of(?: the| other)?"
    r"|[Tt]he following"
    r"|more than|nearly|almost|a"
    r" new|[Tt]he new|[Tt]he present|[Tt]he attached|[Tt]he said|[Tt]he above)\s+)?"
)
_BEGINS = r"(?<!\w)(?=[{N}{Q}TtAaIiBbSs])"
"""Where an instrument's phrase can begin: tried before the longer alternatives, for speed."""
ITEM = (
    rf"{_BEGINS}{_DETERMINER}['‘]?{{NQ}}(?: (?:titled|entitled|called|headed) {{Q}})?"
    rf"(?:['’](?!s\b))?(?: \([^()]{{1,40}}\)| in \d+ [a-z]+(?: [a-z]+)?)?"
)
"""One instrument with its determiner; for patterns over masked sentences."""
ITEMS = (
    rf"{ITEM}(?:(?: (?:in|for|through|until) {{D}}(?=,| and)|, (?:introduced|submitted|tabled|proposed"
    rf"|sponsored|prepared|drafted) by [^,;{{N}}{{Q}}]{{1,90}}(?=, and))?"
    rf"(?:, and |, | and |, as well as | as well as |,? but also |,? along with |,? together with |, including "
    rf"|,? such as |: |; (?:and )?(?:\d{{1,2}}\)"
    rf" )?){ITEM}){{0,9}}"
)
"""One or several instruments in a row."""

_PLAIN = listed(
    "a an the of on for to and in at by with its their his her our this that these those draft drafts new final "
    "text texts document documents instrument instruments paper papers international such above said following "
    "main next two three four five further other similar separate council assembly multilateral bilateral juridical"
    " legal important various numerous several"
    " respective relevant present"
)
_HEADS = HEADS | {"law", "laws", "act", "acts", "instrument", "instruments", "document", "documents", "model"}
_ANY_KIND = frozenset(
    {"document", "documents", "text", "texts", "instrument", "instruments", "draft", "paper", "papers", "drafts"}
)
_FORMED = frozenset(
    {
        "joint",
        "special",
        "final",
        "common",
        "separate",
        "framework",
        "additional",
        "presidential",
        "joined",
        "concluding",
        "unified",
    }
)
_NUMBERED = re.compile(r"\d")
_AMENDS = re.compile(
    r"\b(?:amending|that amends?|on (?:the )?(?:[Aa]mendments?|[Cc]hanges|[Ii]ntroduc\w+ (?:of )?(?:[Aa]mendments"
    r"|[Cc]hanges))(?: and [Aa]dditions)? (?:to|in|into)|to amend) (?:the )?(.+)$"
)
_SPLIT = re.compile(r"^(?P<head>.*?)\b(?P<one>on [^,]+?) and (?P<two>on .+)$")
_NEW = regex.compile(expand(r"\b(?:[Aa]n?|[Aa]nother|[Nn]ew) (?:[a-z]+ )?{N}(?: in [^,;]+)?$"))
_REACH = 30
"""Sentences looked back over for what "the document" means; pages of press offices keep within it."""


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" else word


def _words(title: str) -> list[str]:
    return [_singular(w) for w in _WORD.findall(title.lower().replace("organisation", "organization"))]


_NO_CONTENT = frozenset(map(_singular, _HEADS | _PLAIN)) | _HEADS | _PLAIN
"""Words of a title that tell no instrument from another: its instrument words, articles and "draft"."""


@functools.lru_cache(maxsize=4096)
def content(title: str) -> frozenset[str]:
    """Return the words that tell a title from others of its kind: without articles, instrument words and "draft"."""
    return frozenset(_words(title)) - _NO_CONTENT


def named(instrument: Instrument) -> bool:
    """Whether a mention has its own name: a known or quoted title, a number, or words beside the instrument word."""
    if instrument.known or instrument.quoted:
        return True
    return bool(content(instrument.title) - _FORMED or _NUMBERED.search(instrument.title))


_FORMAL = re.compile(r"(?:Joint|Final|Political|Presidential) [A-Z][a-zé]+")


def formal(instrument: Instrument) -> bool:
    """Whether a text without a subject is a title by its capitals ("the Joint Declaration"), where none was told of."""
    return not instrument.plural and _FORMAL.fullmatch(instrument.title) is not None


def titled(instrument: Instrument) -> bool:
    """Whether a mention is a title by its form: known, quoted, or with a capitalised instrument word and a subject."""
    if instrument.known or instrument.quoted:
        return True
    if instrument.plural or instrument.count or not named(instrument):
        return False
    words = _LETTERS.findall(instrument.title)
    return any(w.lower() in _HEADS and w[0].isupper() for w in words) or bool(_TITLE_SIGN.search(instrument.title))


def single(title: str) -> bool:
    """Whether a title is an instrument word alone ("the Agreement", "this document")."""
    return not content(title) and not _NUMBERED.search(title)


def same_text(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two drafts mean one instrument: kinds agree and the words of the shorter title are in the longer.

    >>> same_text({"kind": "plan", "title": "Action Plan"}, {"kind": "plan", "title": "Maritime Action Plan"})
    True
    >>> same_text({"kind": "treaty", "title": "Pact of Ice"}, {"kind": "treaty", "title": "Treaty on the Pact of Ice"})
    False
    >>> same_text({"kind": "plan", "title": "Plan for 2024"}, {"kind": "plan", "title": "Plan for 2025"})
    False
    """
    kinds = {one.get("kind"), other.get("kind")}
    if len(kinds) > 1 and "other" not in kinds:
        return False
    if (one.get("count") or 0) != (other.get("count") or 0):
        return False
    mine, theirs = content(one["title"]), content(other["title"])
    if not mine or not theirs:
        return " ".join(_words(one["title"])) == " ".join(_words(other["title"]))
    if "other" in kinds and len(kinds) > 1 and mine != theirs and min(len(mine), len(theirs)) < 3:
        return False
    if (
        {w for w in mine if w.isdigit()} ^ {w for w in theirs if w.isdigit()}
        and any(w.isdigit() for w in mine)
        and any(w.isdigit() for w in theirs)
    ):
        return False
    if all(w.isdigit() for w in mine) or all(w.isdigit() for w in theirs):
        return mine == theirs and " ".join(_words(one["title"])) == " ".join(_words(other["title"]))
    return (mine <= theirs or theirs <= mine) and not (
        _within(one["title"], other["title"]) or _within(other["title"], one["title"])
    )


def _within(title: str, longer: str) -> bool:
    """Whether a longer title is about the text that a shorter one names: "Treaty on Accession to the Treaty on Ice"."""
    at = longer.find(title) if title != longer else -1
    return at > 0 and title.split(" ")[0].lower() in HEADS and any(w in HEADS for w in longer[:at].lower().split())


@functools.lru_cache(maxsize=4096)
def amended(title: str) -> str:
    """Return what a title says it amends; empty where it amends nothing.

    >>> amended("Protocol on Amendments to the Charter of the League")
    'Charter of the League'
    """
    match = _AMENDS.search(title)
    return match.group(1).strip() if match is not None else ""


def slots_of(instrument: Instrument) -> dict[str, Any]:
    """Return the slots that a mention itself gives."""
    slots: dict[str, Any] = {"kind": instrument.kind or "other", "title": instrument.title, "draft": instrument.draft}
    if instrument.count:
        slots["count"] = instrument.count
    slots["amends"] = amended(instrument.title)
    return slots


_OWN_KIND = re.compile(
    r"(?:[A-Z]\w+ ){0,2}(?:Agreement|Treaty|Convention|Protocol|Declaration|Statement|Memorandum|Communiqu[eé]"
    r"|Resolution"
    r"|Decision|Charter|Programme|Program|Plan|Strategy|Concept|Appeal|Roadmap)\b"
    r"(?: (?:of|on|for|between|amending) )"
    r"|[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?(?:Agreement|Treaty|Convention|Protocol|Declaration|Statement|Memorandum"
    r"|Charter)$"
)
"""What a quoted title begins with that names its own kind: “Joint Declaration of the Ministers on Tides”."""


_CONSENTS = regex.compile(r"On (?:the )?(?:[Rr]atification|[Aa]ccession|[Aa]cceptance|[Aa]pproval|[Dd]enunciation)\b")
"""What a law is about that consents to another text: it is none of that text's kind."""


def mentions(sentence: Masked, start: int = 0, end: int | None = None) -> list[Instrument]:
    """Return the instruments a stretch names, in order; a quoted title with the kind of the group before it."""
    out: list[Instrument] = []
    group: Instrument | None = None
    before = start
    for at in sentence.places(start, end):
        kind, value = sentence.kind(at), sentence.value(at)
        if out and kind in "NQ" and sentence.text.rfind("(", start, at) > sentence.text.rfind(")", start, at):
            continue  # where a title stands in brackets behind another, it only says more of that one
        if kind == "N" and isinstance(value, Instrument):
            out.append(value)
            group = value if value.plural else None
        elif kind == "Q" and out and _TITLED.fullmatch(sentence.text, before, at):
            out[-1] = msgspec.structs.replace(out[-1], title=str(value), quoted=True)
        elif kind == "Q" and group is not None:
            if out and out[-1] is group and not group.quoted:
                out.pop()
            out.append(msgspec.structs.replace(group, title=str(value), quoted=True, plural=False, count=0))
        elif kind == "Q" and _OWN_KIND.match(str(value)):
            out.append(Instrument(str(value), kind_of(str(value)), quoted=True))
        else:
            group = None
        before = at + 1
    return out


_TITLED = regex.compile(r" (?:titled|entitled|called|headed) ")


def things(scene: Scene, start: int, end: int) -> list[Instrument]:
    """Return what a stretch of the sentence being read names or points back to, in order.

    A group told by its members ("two documents: X and Y") stands aside for them; a plural with two subjects is split.
    """
    sentence = scene.sentences[scene.number]
    out: list[Instrument] = []
    stretch = sentence.text[start:end]
    found = mentions(sentence, start, end)
    if len(found) == 1 and not found[0].plural and _NEW.search(sentence.text[:end].rstrip("() ")):
        return found
    grouped = len(found) > 1 and found[0].plural and single_group(found[0]) and bool(_TELLS_MEMBERS.search(stretch))
    if grouped and found[0].count and "including" in stretch:
        return [found[0], *(m for m in found[1:] if named(m) or m.count)]
    if grouped:
        return [m for m in found[1:] if not m.plural or m.count or named(m)]
    for instrument in found:
        if instrument.plural and not instrument.count and not named(instrument) and not _DEFINITE.search(stretch):
            continue  # "a series of decisions" points back to none
        out += list(_meant(instrument, scene, start))
    quoted = [str(sentence.value(at)) for at in sentence.places(start, end, kinds="Q")]
    if not found and quoted and not _DECIDED.search(sentence.text, max(0, start - _NEAR), end + _NEAR):
        return []
    if not found and quoted and _DECIDED.search(sentence.text, max(0, start - _NEAR), end + _NEAR):
        return [
            Instrument(title.rstrip(" ,"), "other" if _CONSENTS.match(title) else kind_of(title), quoted=True)
            for title in quoted
            if len(title.split()) >= _TITLE_WORDS
        ]
    if not found:
        out += referents(stretch, scene, start)
    return out


_DECIDED = re.compile(r"\b(?:[Aa]dopted|[Aa]pproved|[Ss]igned|[Rr]ejected|[Ee]ndorsed)\b")
_NEAR = 60
"""Characters beside a quotation in which a verb of deciding shows that it is a title."""
_TITLE_WORDS = 4
"""Words of the shortest quotation that is taken for a title where nothing else says so."""
_DEFINITE = re.compile(
    r"\b(?:[Tt]he(?! (?:following|new)\b)|[Tt]hese|[Tt]hose|[Aa]ll|[Bb]oth|[Ii]ts|[Tt]heir|[Ss]aid)\b"
)


def single_group(instrument: Instrument) -> bool:
    """Whether a plural says no more than how many texts of which kind there are."""
    return instrument.plural and not instrument.quoted


def _meant(instrument: Instrument, scene: Scene, at: int) -> Iterator[Instrument]:
    """Return the instruments that one mention means."""
    if instrument.count:
        yield instrument
        return
    if named(instrument) or instrument.quoted:
        match = _SPLIT.match(instrument.title) if instrument.plural and not instrument.quoted else None
        if match is None:
            yield instrument
        else:
            for part in ("one", "two"):
                yield msgspec.structs.replace(instrument, title=match.group(part), plural=False)
        return
    meant = referents(instrument.title, scene, at, instrument)
    if not meant and formal(instrument):
        meant = [instrument]
    yield from meant


def referents(words: str, scene: Scene, at: int, instrument: Instrument | None = None) -> list[Instrument]:
    """Return what "it", "this draft", "the Agreement" or "these documents" at a place of the sentence means."""
    lowered = words.lower().strip()
    if (instrument is not None and instrument.plural) or lowered in ("they", "both", "these"):
        return _several(scene, at, instrument)
    if lowered in ("the former", "the latter"):
        return _one_of_two(lowered, scene, at)
    if lowered == "it" and not _may_mean(scene, at):
        return []
    draft_only = bool(_DRAFT.search(lowered)) and instrument is None
    kind = "" if instrument is None or content_kindless(instrument) else instrument.kind
    pronoun = lowered in ("it", "which")
    for number in range(scene.number, max(-1, scene.number - (3 if pronoun else _REACH)), -1):
        sentence = scene.sentences[number]
        found = [
            m
            for m in mentions(sentence, 0, at if number == scene.number else None)
            if named(m) and not m.plural and not m.count
        ]
        fits = [m for m in found if (not kind or m.kind == kind) and (not draft_only or m.draft)]
        if not kind and not pronoun:
            fits = [m for m in fits if titled(m)] or (fits if number > scene.number - 2 else [])
        if fits:
            return [fits[0] if pronoun and number < scene.number else fits[-1]]
    return []


def _one_of_two(words: str, scene: Scene, at: int) -> list[Instrument]:
    """Return what "the former" or "the latter" means: one of the two texts that its sentence or the last one names."""
    for number in (scene.number, scene.number - 1):
        sentence = scene.sentences[max(0, number)]
        found = [m for m in mentions(sentence, 0, at if number == scene.number else None) if named(m)]
        if len(found) == 2:
            return [found[0] if words == "the former" else found[1]]
        if found:
            break
    return []


def _may_mean(scene: Scene, at: int) -> bool:
    """Whether "it" may be an instrument: one is named before it in its sentence, or is what the last is about."""
    sentence = scene.sentences[scene.number]
    if any(sentence.kind(place) in "NQ" for place in sentence.places(0, at)):
        return True
    if scene.number == 0 or bare(sentence.text):
        return False
    before = scene.sentences[scene.number - 1]
    return any(before.kind(place) == "N" and place < 40 for place in before.places())


def content_kindless(instrument: Instrument) -> bool:
    """Whether a mention may stand for a text of any kind ("the document")."""
    return bool(set(instrument.title.lower().split()) & _ANY_KIND) and not set(instrument.title.lower().split()) & HEADS


_RULES = re.compile(r"(?:[a-z]+ )?(?:Rules|Regulations|Guidelines|Provisions|Terms)\b")
"""How the title of one text begins that is spoken of in the plural."""


def _several(scene: Scene, at: int, instrument: Instrument | None) -> list[Instrument]:
    """Return the instruments told of together right before: the list above, or the last sentence that names several."""
    kind = "" if instrument is None or content_kindless(instrument) else instrument.kind
    here = [m for m in mentions(scene.sentences[scene.number], 0, at) if named(m) or m.count]
    if here and instrument is not None:
        return [m for m in here if not kind or m.kind == kind]
    listed = [
        m for n in items_before(scene.sentences, scene.number) for m in mentions(scene.sentences[n])[:1] if named(m)
    ]
    if listed:
        return listed
    for number in range(scene.number - 1, max(-1, scene.number - 4), -1):
        found = [m for m in mentions(scene.sentences[number]) if named(m) or m.count]
        fits = [m for m in found if not kind or m.kind == kind]
        if len(fits) > 1 or (fits and (fits[0].plural or _RULES.match(fits[0].title))):
            return fits
    return []


THING = expand(
    rf"{_BEGINS}(?:{ITEMS}|"
    r"(?<![\w-])(?:[Ii]t|[Tt]hey|[Bb]oth|[Tt]his (?:text|draft)|[Tt]he (?:text|draft|former|latter)|[Tt]hese)(?![\w-])"
    r"(?! (?!(?:to|and|for|with|in|by|at|as|on|or|until|before|after|again|which|that|was|were|is|are|has"
    r"|have|had|did|could|can|will|would|shall|may|failed|passed|of|also|then|without|unanimously|not|enter"
    r"|entered)\b)[A-Za-z]))"
)
"""One or several instruments, or a word that points back to some."""
_WORD_BEGINS = re.compile(r"\b[TtAaIiBbSs]")
_POINTING = re.compile(
    r"[IiBbTt](?:(?<=[Ii])t|(?<=[Bb])oth|(?<=[Tt])h(?:ey|ese|is (?:text|draft)|e (?:text|draft|former|latter)))"
)
_DETERMINER_REACH = 24
"""Characters of the longest determiner before an instrument ("the package of the"), and a few more."""


_DETERMINED = regex.compile(_DETERMINER)


@functools.lru_cache(maxsize=4096)
def _determines(words: str) -> bool:
    """Whether words before an instrument are a determiner and no more."""
    return _DETERMINED.fullmatch(words) is not None


@functools.lru_cache(maxsize=1)
def item_places(sentence: Masked) -> tuple[int, ...]:
    """Return where `ITEM` and `ITEMS` may begin, in order: for `Rule.starts`."""
    text = sentence.text
    out = set()
    for at in sentence.places():
        if sentence.kind(at) in "NQ":
            out.add(at)
            for match in _WORD_BEGINS.finditer(text, max(0, at - _DETERMINER_REACH), at):
                if _determines(text[match.start() : at]):
                    out.add(match.start())
    return tuple(sorted(out))


@functools.lru_cache(maxsize=1)
def thing_places(sentence: Masked) -> tuple[int, ...]:
    """Return where `THING` may begin, in order: for `Rule.starts`."""
    return tuple(sorted({*item_places(sentence), *[match.start() for match in _POINTING.finditer(sentence.text)]}))
