"""Meetings of people told by a noun: "a meeting was held in C between A and A", "a meeting of A with A took place"."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.reading.draft import Draft
from muniment.reading.en.rules.encounters import encounter
from muniment.reading.en.rules.participants import people
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_TWO = 2
_NOUN = r"(?:meeting|conversation|call|[Tt]alks|[Nn]egotiations|[Cc]onsultations)"
_HELD = (
    r"(?:(?:was|were|is being|has been|have been|will be|is to be) (?:also )?(?:held|conducted|organi[sz]ed)|"
    r"t(?:ook|akes) place|(?:is|are) taking place|will take place)"
)
_APPOSITION = r"(?:the |its )?(?:[^.;{A}{B}{N}{S}{Y}]{0,60}?, )?"
"""An office that is not known, before its holder's name: "the head of the lamps department, A"."""


def between(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "a meeting was held in C between A and A, A", "a meeting of A with A was held on D": those who met."""
    who = people(found.sentence, *found.match.span("with"), scene)
    if len(who) < _TWO:
        return
    groups = found.mentions("with", "Y")
    draft = encounter(found, scene, who, "other" if groups else "bilateral")
    if draft is not None:
        yield draft


RULES = (
    Rule(
        name="meetings.held-between",
        triggers=("between", "meeting of", "conversation of", "talks of", "negotiations of"),
        pattern=(
            rf"\b{_NOUN}(?: {_HELD}[^.;{{A}}{{N}}]{{0,90}}?,? between| between(?=[^.;]* {_HELD})|"
            rf" of(?=[^.;]*{{A}}[^.;{{A}}]{{0,30}} {_HELD})|"
            rf"(?<=\b(?:hosted|hosts|held|organi[sz]ed) (?:an?|the) (?:[a-z-]+ )?{_NOUN}) (?:of|between)|"
            rf"(?<=\b(?:[Aa]t|[Dd]uring|[Aa]fter|[Ff]ollowing) (?:the|an?) (?:[a-z-]+ )?{_NOUN}) of) "
            rf"(?P<with>{_APPOSITION}{{A}}(?:,[^.;,{{A}}]{{3,60}})?(?: \({{S}}\))?,? (?:and|with) {_APPOSITION}{{AY}}"
            rf"(?:(?:,| and|, and|, as well as) {_APPOSITION}{{AY}}(?! (?:said|noted|stated|told|discussed|agreed)))*)"
        ),
        build=between,
        reads=(
            "A meeting was held in Oslo between Secretary General Ana Dol and Foreign Minister Ivo Marr.",
            "On 5 May, a meeting took place at the harbour house between Ambassador Ana Dol and Minister Ivo Marr.",
            "A meeting of Secretary General Ana Dol with Foreign Minister Ivo Marr was held in Oslo on 5 May.",
            "The Secretariat hosted a working meeting of Secretary General Ana Dol and Foreign Minister Ivo Marr.",
            "At the meeting of Secretary General Ana Dol with Foreign Minister Ivo Marr, a protocol was signed.",
        ),
        refuses=(
            "No meeting was held between Secretary General Ana Dol and Foreign Minister Ivo Marr.",
            "A meeting between Secretary General Ana Dol and Foreign Minister Ivo Marr could be held in Oslo.",
            "A meeting of Secretary General Ana Dol with the press was held in Oslo.",
        ),
        needs=r"{A}.*(?:and|with) .*{AY}",
    ),
)
"""Rules for meetings of people with people that their noun tells."""
