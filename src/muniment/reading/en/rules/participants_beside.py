"""Who takes part in a meeting by the words beside its phrase: "A took part in the session", "attended by A"."""

from __future__ import annotations

import regex

from muniment.reading.en.rules.circumstances import Stretch
from muniment.reading.en.rules.participants import people
from muniment.reading.mask import expand
from muniment.reading.pattern import pattern
from muniment.reading.scene import Scene

__all__ = ["beside"]

_TAKES = pattern(
    r"(?P<who>{AY}(?:[^;{A}{Y}{B}{N}]{0,12}(?:,|and) {AY})*)[^;{A}]{0,60}?\b(?:took part|taken part|"
    r"takes part|take part|taking part|participat\w+|attend\w*|address(?:ed|es|ing)?|"
    r"spoke|speaks|speak|speaking|took the floor|represented|reported|delivered [^;{A}]{0,40}|was "
    r"present|were present)\b(?:(?!\bthat\b)[^;{A}]){0,70}$"
)
_SAID_AT = pattern(
    r"(?P<who>{A})[^;]{0,220}?\b(?:said|told|noted|stated|declared|announced|stressed|reported|emphasi[sz]ed|"
    r"explained|recalled|spoke|presented|handed|signed|deposited|awarded)\b[^;{A}]{0,120}?\b(?:at|during|on "
    r"the occasion of|before) (?:the |a |an |its |this )?$|\b(?:said|stated|noted|told|stressed|"
    r"added)\b[^;{A}]{0,24}(?P<who>{A})[^;{A}]{0,40},? (?:at|during) (?:the |a |an |its )?$"
)
_HANDED_AT = pattern(
    r"\b(?:handed over|deposited|exchanged|signed)\b[^;]*\b(?:at|during|on the occasion of) (?:the |a )?$"
)
_WELCOMED = pattern(
    r"{A}[^.;]{0,40}\b(?:welcomed|hosted|received|invited)\b[^.;]*{A}[^.;]{0,20} (?:for|to) (?:an?|the) ?$"
)
"""Somebody who welcomed others for a meeting: all of them take part."""
_WITH_PART = pattern(
    r"\b(?:with the participation of|attended by|with the attendance of|in the presence of|brought together|"
    r"bringing together|gathered together|saw the (?:participation|attendance|presence) of)\b"
)
_AT_WHICH = pattern(r",? (?:during|at|in) which (?:the )?(?P<who>{A})(?! (?:will not|did not|was not))")
_BRIEFS = regex.compile(r"\b(?:[Bb]riefing|[Pp]ress [Cc]onference|[Nn]ews [Cc]onference)$")
_GAVE = pattern(
    r"(?P<who>{A}),? (?:has |had |also |today |on {D},? |{D},? )*(?:held|gave|given|conducted|delivered)"
    r"(?: an?)?(?: [a-z-]+)? ?$"
)
_TOLD = pattern(r"(?P<who>{A}) (?:told|informed|said at) an? ?$")
_GIVEN_BY = pattern(r"[^.;{A}{N}]{0,80}? by (?:the )?(?P<who>{A}(?:,? and {A})?)")
_TEXT_OR_THAT = regex.compile(expand(r"{N}|\bthat\b"))
_LEAVES = pattern(r"[;:](?! (?:and )?{AY})|\b(?:who|which|where|to discuss|discussed|considered|in order to)\b")
_GOES_ON = pattern(
    r" (?:will (?:be|take)|(?:is|are) (?:to|scheduled|planned|due)|takes place|took place|was held|were held|is "
    r"being held)\b"
)
"""The verb of a meeting, behind which others than those who take part are named: "A said as he met B"."""
_STATES_TAKE = pattern(
    r"[\s\"“]*(?P<who>{S}(?:(?:,| and|, and| as well as) (?:the )?{S})+) (?:(?:have|had|will|also) )*"
    r"(?:took part|taken part|take part|participat\w+|attend\w*) (?:in )?(?:the )?(?:[a-z-]+ )*$"
)
"""States that took part in a meeting named right behind."""


def beside(stretch: Stretch, scene: Scene) -> list[dict[str, str]]:
    """Return who takes part in a meeting by the words before and behind its phrase."""
    sentence, out = stretch.sentence, []
    match = sentence.search(_TAKES, stretch.before)
    handed = sentence.search(_HANDED_AT, stretch.before)
    if handed is not None:
        out += people(sentence, stretch.low, stretch.start, scene)
    elif match is None:
        match = sentence.search(_SAID_AT, stretch.before)
    if sentence.search(_WELCOMED, stretch.before):
        out += people(sentence, stretch.low, stretch.start, scene)
    elif match is not None:
        low, high = match.span("who")
        out += people(sentence, stretch.low + low, stretch.low + high, scene)
    states = sentence.match(_STATES_TAKE, stretch.before)
    if states is not None:
        out += [{"name": sentence.value(at).name} for at in sentence.places(*_at(stretch, states, "who"), kinds="S")]
    part = sentence.search(_WITH_PART, stretch.after)
    listed_below = sentence.text.rstrip().endswith(":")
    if part is not None and not listed_below and not _TEXT_OR_THAT.search(stretch.after[: part.start()]):
        first = stretch.end + part.end()
        leave = sentence.search(_LEAVES, sentence.text, first, stretch.high) or _GOES_ON.search(
            sentence.text, first, stretch.high
        )
        out += [p for p in people(sentence, first, leave.start() if leave else stretch.high, scene) if p not in out]
    out += [p for p in _who_spoke(stretch, scene) if p not in out]
    return out


def _at(stretch: Stretch, match: regex.Match[str], group: str) -> tuple[int, int]:
    """Return where a group of a match in the words before a meeting stands in the masked text."""
    low, high = match.span(group)
    return stretch.low + low, stretch.low + high


def _who_spoke(stretch: Stretch, scene: Scene) -> list[dict[str, str]]:
    """Return who did something at a meeting told of with it ("during which A reported"), and who gave a briefing."""
    sentence, spans = stretch.sentence, []
    spans += [(stretch.end, found.span("who")) for found in sentence.finditer(_AT_WHICH, stretch.after)]
    if _BRIEFS.search(sentence.text, stretch.start, stretch.end):
        gave = sentence.search(_GAVE, stretch.before) or sentence.search(_TOLD, stretch.before)
        given = sentence.match(_GIVEN_BY, stretch.after)
        spans += [(stretch.low, gave.span("who"))] if gave is not None else []
        spans += [(stretch.end, given.span("who"))] if given is not None else []
    return [p for base, (low, high) in spans for p in people(sentence, base + low, base + high, scene)]
