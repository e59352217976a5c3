"""Which texts a clause acts on: those it names, those it points back to, and those it brings into being."""

from __future__ import annotations

import msgspec
import regex

from muniment.reading.en.rules.actions import action_of
from muniment.reading.en.rules.naming import formal, named, single
from muniment.reading.mask import expand
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found

__all__ = ["NEW_KINDS", "about", "identified", "made_now", "new_text"]

NEW_KINDS = frozenset(
    {"resolution", "declaration", "statement", "communique", "memorandum", "protocol", "agreement", "appeal"}
)
"""Kinds whose texts are made by the act that is told of: "adopted a resolution", "a Protocol was signed"."""


def about(found: Found) -> list[Instrument]:
    """Return a nameless text told by its subject behind its maker: "a draft submitted by Norway on fisheries"."""
    if not (found.has("maker") or found.has("authored")):
        return []
    values = [
        found.sentence.value(at)
        for at in found.sentence.places(*found.match.span("what"))
        if found.sentence.kind(at) == "N"
    ]
    if len(values) != 1 or not single(values[0].title):
        return []
    return [
        msgspec.structs.replace(
            values[0], title=f"{values[0].title} {found.text('about') or found.text('authored') or found.text('maker')}"
        )
    ]


def made_now(found: Found) -> list[Instrument]:
    """Return a nameless text that is told to have come into being: "a Protocol was signed"."""
    if action_of(found.match.group("verb")) not in ("adopt", "sign") or not _ONE.match(found.match.group("what")):
        return []
    values = found.mentions("what", "N")
    between = found.match.string[found.match.end("what") : found.match.start("aux")].strip()
    if len(values) != 1 or not single(values[0].title) or values[0].kind not in NEW_KINDS or between:
        return []
    return values


_ONE = regex.compile(r"[Aa]n? \S$|[Aa]n? (?:joint|final|new) \S$")


def identified(instruments: list[Instrument], found: Found) -> list[Instrument]:
    """Return the instruments that are told apart from others: named, counted, or newly made ("a special statement")."""
    out = []
    for instrument in instruments:
        if single(instrument.title) and (instrument.draft or _FAILED.search(found.match.string[: found.match.start()])):
            out += _told_by_maker(instrument, found)
        elif named(instrument) or formal(instrument) or instrument.count > 1 or _fresh(instrument, found):
            out.append(instrument)
    return out


def _told_by_maker(instrument: Instrument, found: Found) -> list[Instrument]:
    """Return a nameless draft titled by its maker and subject: "a draft resolution introduced by Norway on ice"."""
    match = _MAKER.match(found.match.string, found.match.end("what"))
    if match is None or found.match.start("verb") > found.match.start("what"):
        return []
    first, last = found.sentence.span(found.match.end("what"), match.end())
    told = " ".join(found.sentence.page_text[first:last].split())
    lead = "draft " if instrument.draft else ""
    return [msgspec.structs.replace(instrument, title=f"{lead}{instrument.title} {told}", draft=True)]


_FAILED = regex.compile(r"\b(?:failed|fails) to $")
_MAKER = regex.compile(
    r" (?:introduced|put forward|put forth|proposed|drafted|submitted|tabled|sponsored|presented) by"
    r" (?:the )?[^,;.]{1,60}? "
    r"(?:on|concerning|regarding|calling|demanding|condemning|to(?= [a-z])) [^,;.]{3,120}?(?= (?:was|were|has|have|had"
    r"|is|are|failed|did)\b|[,;.]|$)"
)


def _fresh(instrument: Instrument, found: Found) -> bool:
    """Whether a nameless text is one that the clause itself brings into being: "adopted a final communique"."""
    return not instrument.plural and not single(instrument.title) and instrument.kind != "other"


def new_text(found: Found) -> list[Instrument]:
    """Return nameless texts that the clause says were adopted or signed ("adopted a resolution")."""
    if action_of(found.match.group("verb")) not in ("adopt", "sign", "approve"):
        return []
    out = []
    start = found.match.start("what")
    for match in _NEW.finditer(found.match.group("what")):
        value = found.sentence.value(start + match.start("text"))
        if value.kind in NEW_KINDS and not value.plural:
            last_word = start + match.end()
            purpose = _PURPOSE.match(found.match.string, last_word)
            first, last = found.sentence.span(start + match.start("text"), last_word)
            if purpose is not None:
                told = found.sentence.page_text[slice(*found.sentence.span(*purpose.span("to")))]
                out.append(msgspec.structs.replace(value, title=" ".join(f"{value.title} {told}".split())))
                continue
            out.append(msgspec.structs.replace(value, title=" ".join(found.sentence.page_text[first:last].split())))
    return out


_PURPOSE = regex.compile(expand(r"(?: (?:on |last )?{D}),? (?P<to>to [a-z]+ [^,;.:]{5,140})"))
"""What a new text is for, behind its day: "adopted a resolution on 5 May to extend the mandate"."""
_NEW = regex.compile(
    expand(r"\b(?:[Aa]n?|the following|its|their) (?:[a-z]+ )?(?P<text>{N}(?: in \d+ [a-z]+(?: [a-z]+)?)?)")
)
