"""Texts put off or taken up again: "its discussion was postponed", "agreed to resume consideration of the draft"."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.reading.draft import Draft
from muniment.reading.en.rules.actions import ADVERB
from muniment.reading.en.rules.decisions import reason
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import ITEMS, mentions, named, things
from muniment.reading.en.rules.parties import subject, when
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_NOUN = (
    r"(?:adoption|consideration|discussion|signing|signature|approval|examination|review|ratification|finali[sz]ation)"
)
_PUT_OFF = rf"(?:was|were|is|are|has been|have been|had to be) (?:{ADVERB} )?(?:deferred|postponed|adjourned|put off)"
_BACK = 2
"""Sentences back in which the text was told of that "its discussion" speaks of."""


def _last_told(scene: Scene, at: int) -> list[Instrument]:
    """Return the text told of last before a place of the sentence being read."""
    for number in range(scene.number, max(-1, scene.number - _BACK), -1):
        found = mentions(scene.sentences[number], 0, at if number == scene.number else None)
        fits = [m for m in found if named(m) and not m.plural]
        if fits:
            return fits[-1:]
    return []


def put_off(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the draft Statute, whose adoption was postponed", "its discussion was deferred at the request of S"."""
    start = found.match.start("verb")
    step = act("defer", date=when(scene, start, start))
    at = found.match.start()
    if found.match.group().startswith("whose") and found.sentence.kind(at - len(", ") - 1) not in tuple("NQ"):
        return  # "takes note of the report, whose discussion is adjourned"
    told = _last_told(scene, at)
    yield from drafts_of(found, told, [step], reason=reason(found, scene))


def resumed_later(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "agreed to resume consideration of the draft on 13 December": it is to be considered."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    start, end = found.match.end("what"), len(found.sentence.text)
    date = when(scene, start, end, planned=True, meeting=False)
    by = subject(scene, found.match.start("verb"))
    yield from drafts_of(found, instruments, [act("consider", date=date, by=by, planned=True)])


RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.put-off",
        triggers=("deferred", "postponed", "adjourned", "put off"),
        pattern=rf"\b(?:[Ii]ts|whose) {_NOUN} (?P<verb>{_PUT_OFF})\b",
        build=put_off,
        reads=(
            "The Board considered the draft Charter of Pilots; its adoption was deferred.",
            "As regards the draft Rules of Mooring, its discussion was postponed to the next meeting.",
        ),
        refuses=(
            "The ministers met; its signing ceremony was postponed.",
            "The Board adopts the Rules of Mooring and takes note of a report on tides, whose discussion is adjourned.",
        ),
    ),
    Rule(
        name="instruments.resumed-later",
        triggers=("to resume", "to continue", "to return to"),
        pattern=rf"\b(?P<verb>agreed|decided|will|plans?|(?:is|are|was|were) to) (?:to )?(?:resume|continue|return to) "
        rf"(?:the |its |their )?(?:consideration|discussion|examination|work|negotiations) (?:of|on) (?P<what>{ITEMS})",
        build=resumed_later,
        reads=("The Board agreed to resume consideration of the draft Charter of Pilots on 3 December 2025.",),
        refuses=("The Board agreed to resume consideration of the weather on 3 December 2025.",),
    ),
)
"""Rules for texts put off or taken up again."""
