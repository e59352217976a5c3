"""What later sentences tell of an award named before: who handed it over, on which day, and who else has it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DONE, modality
from muniment.reading.en.rules.act_days import sentence_day
from muniment.reading.mention import Actor
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["AFTERWARDS", "REGISTER"]

REGISTER = "awards"
_NEAR = 2
"""How many sentences behind an award "the medal" still means it."""
_NEAR_ROLL = 12
"""How many sentences behind the head of a roll of honour "the awards" still means it (judgement: a list's length)."""
_SEVERAL = regex.compile(r"\b[Tt](?:he|hese) (?:\p{Ll}+ )?(?:award|medal|decoration|prize|badge|certificate)s\b")


def handed_over(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The award was presented to A by A on D", "A handed the medal to A", behind the sentence that names it."""
    near = _NEAR_ROLL if _SEVERAL.search(found.text()) else _NEAR
    told = [d for d in scene.drafts if d.register == REGISTER and scene.number - d.sentence <= near]
    by = _mentions(found, "by")
    giver = scene.name(by[0]) if by else ""
    to = _mentions(found, "to")
    names = [scene.full_name(actor.name) for actor in to if isinstance(actor, Actor) and actor.name]
    if modality(found.text()) != DONE or giver in names:
        return
    for draft in told:
        if (not names or draft.slots["recipient"] in names) and draft.slots.get("conferred_by") in ("", None, giver):
            slots = {**draft.slots, "conferred_by": giver, "date": draft.slots.get("date") or sentence_day(scene)}
            yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


def received_too(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A received the award in D", behind a sentence that names it: the same award to another."""
    told = [d for d in scene.drafts if d.register == REGISTER and scene.number - d.sentence <= _NEAR]
    (actor,) = _mentions(found, "to")
    if told and isinstance(actor, Actor) and actor.name and modality(found.text()) == DONE:
        slots = {"award": told[-1].slots["award"], "recipient": scene.full_name(actor.name)}
        day = scene.iso(_mentions(found, "day")[0])
        yield Draft(REGISTER, {**slots, "date": day}, [(*found.span(), found.rule)])


def _mentions(found: Found, group: str) -> list[Any]:
    """Return what stands in a group of the match; nothing where the group has no part in it."""
    return found.mentions(group, "ABD") if found.has(group) else []


_SUCH = r"(?:award|prize|medal|order|decoration|certificate|badge|honou?r|diploma|insignia|title)s?"
_ASIDE = r"(?:,[^.;{A}{Q}]{3,120},)?"


AFTERWARDS: tuple[Rule, ...] = (
    Rule(
        name="awards.handed-over",
        triggers=("presented", "handed", "awarded", "conferred", "bestowed"),
        needs=rf"\b[Tt](?:he|his|hese) (?:high |state )?{_SUCH}\b",
        pattern=rf"\b[Tt](?:he|his|hese) (?:high |state |prestigious )*{_SUCH} (?:was|were|has been|have been) "
        r"(?:also |\w+ly |{D} )*(?:presented|handed(?: over)?|awarded|conferred|bestowed)"
        rf"(?: (?:to|on|upon) (?:him|her|them|(?P<to>{{A}})))?[^.;,{{A}}]{{0,60}}?{_ASIDE} by (?:the )?"
        r"(?P<by>{AB})"
        rf"|(?P<by>{{A}})[^.;{{A}}]{{0,30}}? (?:presented|handed(?: over)?) the(?:se)? {_SUCH}"
        r"(?! (?:of|for|{Q}))(?:,[^.;,{A}]{3,60},)?"
        r"(?: to (?:him|her|them|the (?:laureate|winner|recipient)s?"
        r"|(?P<to>{A}(?:(?:,| and|, and) {A})*)))?(?=[ .,;]|$)",
        build=handed_over,
        reads=(
            'Mr. Jon Arr was awarded the medal "For Calm Seas". The medal was presented to Mr. Jon Arr during a '
            "ceremony, which many attended, by Minister of Justice of Peru Ana Dol.",
            "Mr. Jon Arr was awarded the Harbour Prize. Minister of Justice of Peru Ana Dol presented the prize, a "
            "brass "
            "anchor, to Mr. Jon Arr on 3 May 2024.",
        ),
        refuses=(
            'Mr. Jon Arr was awarded the medal "For Calm Seas". The medal will be presented to Mr. Jon Arr by '
            "Minister "
            "of Justice of Peru Ana Dol.",
            "Mr. Jon Arr came. Minister of Justice of Peru Ana Dol presented the prize to Mr. Jon Arr.",
        ),
    ),
    Rule(
        name="awards.received-too",
        triggers=("received the",),
        needs=rf"{{A}}[^.;]* received the {_SUCH} (?:in|on) {{D}}",
        pattern=rf"(?P<to>{{A}})(?: \([^()]{{3,80}}\))? (?:also |has )?received the {_SUCH} (?:in|on) (?P<day>{{D}})",
        build=received_too,
        reads=(
            "Mr. Jon Arr was awarded the Harbour Prize. Ms. Ana Dol (Head of the Harbour Mission) received the award "
            "in "
            "1992.",
        ),
        refuses=("Mr. Jon Arr spoke. Ms. Ana Dol received the award in 1992.",),
        every=True,
    ),
)
"""Rules for what is told of an award behind the sentence that names it."""
