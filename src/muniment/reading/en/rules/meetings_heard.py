"""Meetings told by what a body did at them: it was briefed, heard somebody, adopted or elected in a city on a day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.act_days import sentence_day
from muniment.reading.en.rules.circumstances import written
from muniment.reading.en.rules.gathering import body_name, kind_of_body
from muniment.reading.en.rules.merging import alike
from muniment.reading.en.rules.participants import people
from muniment.reading.mention import Body
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES", "hearings"]

_SITS = regex.compile(r"\b(?:Council|Assembly|Committee|Parliament|Conference|Summit|Congress|Senate|Chamber)\b")
_NOT_SITTING = regex.compile(r"^Council of Europe$|\bUnion$|\bOrgani[sz]ation\b[^,]*$")
_NEWS = 3
"""Paragraphs at the head of a page that tell what happened that day."""


def _body(found: Found, scene: Scene) -> str:
    value = found.mentions("body", "B")[0]
    name = body_name(scene, value) if isinstance(value, Body) else ""
    sits = _SITS.search(name) is not None and not _NOT_SITTING.search(name)
    return name if sits and not (isinstance(value, Body) and value.state) else ""


def briefed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A briefed the Council", "Briefing the Council, A", "the Council heard from A": who spoke before a body."""
    name, who = _body(found, scene), people(found.sentence, *found.match.span("who"), scene)
    if not name or not who:
        return
    slots: dict[str, Any] = {
        "kind": "briefing",
        "bodies": [name],
        "status": "held",
        "participants": who,
        "start": sentence_day(scene),
    }
    spans = [(found.sentence.start, found.sentence.end, found.rule)]
    yield Draft("meetings", slots, spans, notes={"hearing": True, "side": True, "strength": 2})


def hearings(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return drafts where who briefed a body takes part in its session, if one is told of; else in a briefing."""
    out = [d for d in drafts if not d.notes.get("hearing")]
    held = [
        d
        for d in out
        if d.slots.get("bodies")
        and d.slots.get("status") in ("held", "")
        and not d.notes.get("detail")
        and not (d.notes.get("past") or d.notes.get("about"))
    ]
    for draft in (d for d in drafts if d.notes.get("hearing")):
        body = draft.slots["bodies"][0]
        session = next((d for d in held if any(alike(body, str(name)) for name in d.slots["bodies"])), None)
        if session is not None:
            session.absorb(Draft("meetings", {"participants": draft.slots["participants"]}, draft.spans))
            continue
        if not draft.slots["start"] and draft.sentence <= _paragraph(scene) and scene.anchor is not None:
            draft.slots["start"] = scene.anchor.iso
        held.append(draft)
        out.append(draft)
    return out


def _paragraph(scene: Scene) -> int:
    """Return the number of the sentence that ends a page's news: what happened that day."""
    body = [number for number, kind in enumerate(scene.kinds) if kind == "paragraph"]
    return body[min(_NEWS, len(body)) - 1] if body else -1


def acted(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "On D in C, the B adopted ...": the session at which it did."""
    name = _body(found, scene)
    sentence = found.sentence
    day = scene.iso(found.mentions("day", "D")[0])
    if name and len(day) == len("2000-01-01"):
        slots = {
            "kind": kind_of_body(name),
            "bodies": [name],
            "status": "held",
            "start": day,
            "place": written(sentence, found.match.start("city")),
        }
        yield Draft("meetings", slots, [(sentence.start, sentence.end, found.rule)], notes={"strength": 1})


RULES = (
    Rule(
        name="meetings.briefed",
        triggers=(
            "briefed",
            "briefing the",
            "heard from",
            "heard a ",
            "heard brief",
            "was updated by",
            "addressed the",
            "told the",
            "addressing the",
        ),
        pattern=(
            r"(?P<who>{A})(?: of {S}| \([^()]{1,40}\))?,? (?:also |today |on {D} |then )?(?:briefed|updated|"
            r"addressed|told) (?:the )?(?:members of (?:the )?)?(?P<body>{B})(?=[,.]| on | about | that | {D}| in )"
            r"|\b(?:[Bb]riefing|[Aa]ddressing|[Uu]pdating) (?:the )?(?:members of (?:the )?)?(?P<body>{B})"
            r"[^.;{A}]{0,60}?, (?:the )?(?P<who>{A})"
            r"|(?P<body>{B})(?: members)? (?:also |then |today )*(?:heard|received|was given|listened to) "
            r"(?:(?:an? |the )?"
            r"(?:[a-z]+ )?(?:briefings?|updates?|presentations?|statements?)[^.;{A}]{0,30}? )?(?:from|by) (?:the )?"
            r"(?P<who>{A}(?:(?:;|,| and|, and) {A})*)"
        ),
        build=briefed,
        reads=(
            "Special Envoy Ana Dol briefed the Council of Ports on 5 May 2024.",
            "Briefing the Council of Ports, Special Envoy Ana Dol warned of storms.",
            "The Council of Ports also heard from Special Envoy Ana Dol.",
        ),
        refuses=(
            "Special Envoy Ana Dol briefed the press on 5 May 2024.",
            "The Council of Ports heard of Special Envoy Ana Dol.",
        ),
        every=True,
    ),
    Rule(
        name="meetings.acted-in-city",
        triggers=("adopted", "approved", "elected", "decided", "endorsed", "signed", "appointed"),
        pattern=(
            r"^(?:(?:On )?(?P<day>{D}),? (?:in|at) (?P<city>{C}),?|(?P<city>{C}),? (?:\()?(?P<day>{D})\)?\W{1,4}|"
            r"(?:In|At) (?P<city>{C}),? on (?P<day>{D}),?) ?[Tt]he (?P<body>{B})(?: \([A-Z]+\))? (?:{D} |today |also |"
            r"unanimously )*(?:adopted|approved|elected|decided|endorsed|appointed|signed)\b"
        ),
        build=acted,
        reads=("On 5 May 2024 in Paris, the Council of Ports adopted the plan.",),
        refuses=("On 5 May 2024 the Council of Ports adopted the plan.",),
        needs="^.{0,4}(?:{C}|{D})",
    ),
)
"""Rules for meetings told by what was done at them."""
