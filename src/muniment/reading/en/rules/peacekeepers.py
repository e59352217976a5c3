"""Peacekeepers, observers and relief told of without a mission's name: who sent them, and where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.rules.mission_names import states_by_name
from muniment.reading.en.rules.operation_facts import country, days, numbers
from muniment.reading.mention import Body
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["PEACEKEEPERS"]

REGISTER = "operations"

_FORCES = (
    r"(?:(?:[Cc]ollective|[Jj]oint) )?(?:[Pp]eacekeepers|[Pp]eacekeeping (?:[Ff]orces?|contingents?|troops|units|"
    r"mission|operation))"
)
_WHOSE = rf"(?P<name>{_FORCES} (?:of|from) (?:the )?(?P<body>{{B}})|(?P<body>{{B}})(?:['’]s)? {_FORCES})"
_PLACE = r"(?: [^.;,{S}]{0,30}?)? (?:in|to|from|into) (?:the )?(?P<where>{S}|{C})"
_OVER = regex.compile(r"complet|withdr[ae]w|left|returned|ended|finished|pulled")
_GOING = regex.compile(r"\bwill\b|\bto be\b|\bdecided to\b|\bagreed to\b|\bplans? to\b")
_LEAVES = regex.compile(r"\b(?:[Ww]ithdraw\w*|leave|leaving|pull(?:ed)? out|return)\b")
"""Who is to leave a place is there as yet."""
_BEGAN = regex.compile(r" (?:\w+ )?(?:began|begins|started|starts)\b")
_VOTE = r"(?:[Ee]lections?|[Rr]eferendum|[Vv]ot(?:e|ing)|[Pp]olls?)"
_COMPLETED = regex.compile(r"\b(?:completed|ended|concluded|finished|has completed|summed up|presented its final)\b")
_HOLDS = regex.compile(r"\b(?:Ministry|Committee|Council|Parliament)\b")


def _where(found: Found) -> str:
    """Return the state that a place is or lies in."""
    for value in found.mentions("where", "SC"):
        return str(getattr(value, "detail", "") or value.name)
    return ""


def _sender(found: Found) -> bool:
    bodies = found.mentions("body", "B")
    return bool(bodies) and isinstance(bodies[0], Body) and not bodies[0].state and not _HOLDS.search(bodies[0].name)


def deployed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "peacekeepers of B were deployed to S", "the withdrawal of B peacekeepers from S"."""
    sentence, text = found.sentence, found.match.group()
    if modality(sentence.text[max(0, found.match.start() - 30) : found.match.end()]) in (
        DENIED,
        POSSIBLE,
    ) or not _sender(found):
        return
    verb = found.match["verb"]
    behind = sentence.text[found.match.end() : found.match.end() + 40]
    leaving = _LEAVES.search(text) is not None
    coming = _GOING.search(text) or (leaving and _GOING.search(behind))
    status = ("ongoing" if leaving else "planned") if coming else "completed" if _OVER.search(verb) else "ongoing"
    told = days(scene, sentence, status)
    body = found.text("body").removeprefix("the ")
    name = found.text("name") if found.has("name") else f"peacekeepers of the {body}"
    slots: dict[str, Any] = {"name": name, "kind": "peacekeeping", "country": _where(found), "status": status}
    if not (leaving and (_BEGAN.match(behind) or "leav" in verb)):  # the day on which the leaving began is neither
        slots.update({day: told[day] for day in ("start", "end") if told.get(day)})
    slots["numbers"] = numbers(sentence)
    yield Draft(REGISTER, {k: v for k, v in slots.items() if v}, [(*found.span(), found.rule)])


def observing(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "observers of B will monitor the elections in S on D", "B's observer mission at the elections in S"."""
    sentence = found.sentence
    words = sentence.text[max(0, found.match.start() - 30) : found.match.end()]
    if modality(words) in (DENIED, POSSIBLE) or not _sender(found):
        return
    after = sentence.text[found.match.end() :]
    status = (
        "planned"
        if _GOING.search(words) or _GOING.search(after[:30])
        else "completed"
        if _COMPLETED.search(after[:60])
        else "ongoing"
    )
    place = _where(found) or country(scene, sentence, found.match.start())
    slots: dict[str, Any] = {
        "name": found.text("name"),
        "kind": "monitoring_mission",
        "status": status,
        "country": place,
    }
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


def aid(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "B delivered 50 tonnes of humanitarian aid to S", "a humanitarian convoy of B arrived in S"."""
    sentence = found.sentence
    if modality(sentence.text[max(0, found.match.start() - 30) : found.match.end()]) in (
        DENIED,
        POSSIBLE,
    ) or not _sender(found):
        return
    where = _where(found)
    if where not in states_by_name().values():
        return
    slots: dict[str, Any] = {
        "name": found.text("name"),
        "kind": "humanitarian",
        "country": where,
        "numbers": numbers(sentence),
    }
    yield Draft(REGISTER, {k: v for k, v in slots.items() if v}, [(*found.span(), found.rule)])


PEACEKEEPERS: tuple[Rule, ...] = (
    Rule(
        name="operations.peacekeepers",
        triggers=("peacekeep",),
        needs="{S}|{C}",
        pattern=rf"{_WHOSE}[^.;,{{S}}{{B}}]{{0,20}}? (?P<verb>(?:(?:was|were|are|is|have been|has been|will be|to be) "
        rf"(?:\w+ly )?(?:deployed|"
        rf"sent|stationed|dispatched|withdrawn|brought)|(?:has |have )?(?:arrived|deployed|completed (?:its|their) "
        rf"(?:mission|tasks?|work)|"
        rf"left|withdrew|returned|began (?:its|their) (?:mission|withdrawal|work)|will (?:begin|start) "
        rf"withdrawing))){_PLACE}"
        rf"|{_WHOSE} will (?:begin|start) (?P<verb>to leave|leaving) (?:the )?(?P<where>{{S}})"
        rf"|{_WHOSE}['’]s? (?P<verb>withdrawal|deployment){_PLACE}"
        rf"|(?P<body>{{B}})(?: \({{B}}\))? (?:(?:will|has|have|decided to|agreed to|also|\w+ly) "
        rf")*(?P<verb>deploy(?:ed|s)?|sen[dt]s?|dispatch(?:ed|es)?|"
        rf"withdr[ae]wn?|withdraws) (?:its |the |about |some |over |more than |up to )?(?:[\d,.]+ (?:of its "
        rf")?)?{_FORCES}{_PLACE}"
        rf"|\b(?P<verb>[Ww]ithdrawal|[Dd]eployment) of (?:the )?{_WHOSE}{_PLACE}",
        build=deployed,
        reads=(
            "Peacekeepers of the Harbour Union were deployed to Peru in January 2022.",
            "The Harbour Union deployed 2,000 peacekeepers to Peru.",
            "The withdrawal of the peacekeeping contingent of the Harbour Union from Peru began on 13 January 2022.",
        ),
        refuses=(
            "Peacekeepers of the Harbour Union were not deployed to Peru.",
            "The Harbour Union could deploy 2,000 peacekeepers to Peru.",
        ),
    ),
    Rule(
        name="operations.observers-at",
        triggers=("observer", "observation mission", "monitoring mission"),
        needs=rf"\b{_VOTE}\b",
        pattern=rf"(?P<name>[Oo]bservers (?:of|from) (?:the )?(?P<body>{{B}})|(?P<body>{{B}})(?:['’]s)? observers) "
        rf"(?:(?:will|have|has|are|were|to|also|\w+ly) )*"
        rf"(?:monitor|observe|follow|attend|watch)(?:ed|ing|s)? (?:the "
        rf")?[^.;]{{0,60}}?{_VOTE}\b(?:[^.;{{S}}]{{0,40}}? (?:in|of) (?:the )?(?P<where>{{S}}))?"
        rf"|(?P<name>(?:[Ee]lection )?(?:[Oo]bserver|[Oo]bservation|[Mm]onitoring) [Mm]ission (?:of|from) (?:the "
        rf")?(?P<body>{{B}})(?: \({{B}}\))? (?:at|to|for|during) "
        rf"(?:the )?[^.;,{{B}}]{{0,60}}?{_VOTE}\b(?:[^.;{{S}}]{{0,40}}? (?:in|of) (?:the )?(?P<where>{{S}}))?)",
        build=observing,
        reads=(
            "Observers of the Harbour Union will monitor the parliamentary elections in Peru on 3 June 2024.",
            "The observer mission of the Harbour Union at the elections in Peru is headed by Ana Dol.",
        ),
        refuses=("Observers of the Harbour Union will not monitor the elections in Peru.",),
    ),
    Rule(
        name="operations.aid",
        triggers=("humanitarian", "relief"),
        needs="{S}|{C}",
        pattern=r"(?P<body>{B})(?: \({B}\))? (?:(?:has|have|also|\w+ly|{D}) )*(?:delivered|sent|dispatched|provided|"
        r"airlifted|handed over) (?P<name>"
        r"(?:(?:over |more than |about |some |nearly )?[\d,.]+ (?:metric )?(?:tonnes|tons|trucks?|packages|kits) of |"
        r"an? (?:\w+ )?(?:batch|consignment|convoy|"
        r"shipment|cargo) of )?(?:humanitarian (?:aid|assistance|relief|cargo|supplies)|relief (?:supplies|items|"
        r"aid)))[^.;,{S}]{0,30}? (?:to|in|for) (?:the )?"
        r"(?:people of (?:the )?)?(?P<where>{S}|{C})"
        r"|(?P<name>(?:humanitarian|relief) (?:convoy|cargo|flight|shipment|team|mission) (?:of|from) (?:the "
        r")?(?P<body>{B}))[^.;,{S}]{0,20}? (?:has )?(?:arrived|"
        r"was (?:delivered|sent)|left|set off) (?:in|at|to|for) (?:the )?(?P<where>{S}|{C})",
        build=aid,
        reads=(
            "The Harbour Union delivered 50 tonnes of humanitarian aid to Peru.",
            "A humanitarian convoy of the Harbour Union arrived in Peru.",
        ),
        refuses=("The Harbour Union could have delivered 50 tonnes of humanitarian aid to Peru.",),
    ),
)
"""Rules for those sent without a mission's name."""
