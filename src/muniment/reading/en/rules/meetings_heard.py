"""Meetings told by what a body did at them: it was briefed, heard somebody, adopted or elected in a city on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.act_days import sentence_day
from muniment.reading.en.rules.gathering import body_name, kind_of_body
from muniment.reading.en.rules.merging import alike
from muniment.reading.en.rules.participants import detail, people
from muniment.reading.en.rules.places import written
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Body
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES", "hearings"]

_SITS = regex.compile(r"\b(?:Council|Assembly|Committee|Parliament|Conference|Summit|Congress|Senate|Chamber)\b")
_NOT_SITTING = regex.compile(r"^Council of Europe$|\bUnion$|\bOrgani[sz]ation\b[^,]*$")
_NOT_SO = regex.compile(r"\b(?:not|never|may|might|could|would|should|if|will|to be)\b")
_OPENING_BY = regex.compile(
    expand(
        r"\b(?:opening|introductory) (?:remarks|statement)(?: (?:made|delivered))? (?:of|by|from) (?:the )?(?P<who>{A})"
    )
)
_CHAIRS = regex.compile(r"\b(?:[Cc]hair(?:person|man|woman)?|President)\b")
_DID = (
    r"(?:discussed|considered|adopted|approved|reviewed|examined|decided|endorsed|agreed|elected|heard|appointed|"
    r"exchanged views|took note|signed)"
)
_MONTHS = 120
"""Days within which an act that a page tells of by its day is news of a session, not history."""
_RESOLVED = (
    r"(?:adopted|decided|elected|renewed|extended|authori[sz]ed|approved|endorsed|failed to adopt|rejected|voted|"
    r"unanimously adopted|re-elected|appointed)"
)
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
    ahead = found.has("ahead")
    slots: dict[str, Any] = {
        "kind": "briefing",
        "bodies": [name],
        "status": "announced" if ahead else "held",
        "participants": who,
        "start": sentence_day(scene),
    }
    spans = [(found.sentence.start, found.sentence.end, found.rule)]
    if ahead:
        if slots["start"]:
            yield Draft("meetings", slots, spans, notes={"side": True, "strength": 2})
        return
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
        if not draft.slots["start"] and _is_news(draft, body, scene) and scene.anchor is not None:
            draft.slots["start"] = scene.anchor.iso
        held.append(draft)
        out.append(draft)
    return out


def _is_news(draft: Draft, body: str, scene: Scene) -> bool:
    """Whether a page tells of a briefing as of that day: at its head, or further on where its head names the body."""
    last = _paragraph(scene)
    if draft.sentence <= last:
        return True
    first = (s.value(at) for s in scene.sentences[: last + 1] for at in s.places())
    return any(isinstance(v, Body) and not v.anaphor and alike(v.name, body) for v in first)


def _paragraph(scene: Scene) -> int:
    """Return the number of the sentence that ends a page's news: what happened that day."""
    body = [number for number, kind in enumerate(scene.kinds) if kind == "paragraph"]
    return body[min(_NEWS, len(body)) - 1] if body else -1


def at_its_meeting(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The B discussed X at the meeting in C on D": the session at which it did."""
    name, sentence = _body(found, scene), found.sentence
    if not name or _NOT_SO.search(found.match[0]):
        return
    slots: dict[str, Any] = {"kind": kind_of_body(name), "bodies": [name], "status": "held"}
    if found.has("day"):
        slots["start"] = scene.iso(found.mentions("day", "D")[0])
    if found.has("city"):
        slots["place"] = written(sentence, found.match.start("city"))
    yield Draft("meetings", slots, [(sentence.start, sentence.end, found.rule)], notes={"strength": 2})


def acted_today(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The B today adopted ...", "The B decided today to ...": the session at which it did."""
    name, sentence = _body(found, scene), found.sentence
    day = scene.iso(found.mentions("day", "D")[0])
    if not name or len(day) != len("2000-01-01") or scene.anchor is None or day > scene.anchor.iso:
        return
    slots = {"kind": kind_of_body(name), "bodies": [name], "status": "held", "start": day}
    yield Draft("meetings", slots, [(sentence.start, sentence.end, found.rule)], notes={"strength": 1})


def clocked(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Council met at 10:05 a.m.": the session of the page's day."""
    name, sentence = _body(found, scene), found.sentence
    if name and scene.anchor is not None and scene.anchor.day is not None:
        slots = {"kind": kind_of_body(name), "bodies": [name], "status": "held", "start": scene.anchor.iso}
        yield Draft("meetings", slots, [(sentence.start, sentence.end, found.rule)], notes={"strength": 2})


def _recent(day: str, scene: Scene) -> bool:
    """Whether a full day lies within some months before the page's: no background of years ago."""
    if len(day) != len("2000-01-01") or scene.anchor is None or scene.anchor.day is None:
        return False
    past = (datetime.date.fromisoformat(scene.anchor.iso) - datetime.date.fromisoformat(day)).days
    return 0 <= past <= _MONTHS


def dealt_with(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The plan was approved on D by the B", "will be considered by the B in D": the session at which it is."""
    name, sentence = _body(found, scene), found.sentence
    mention = found.mentions("day", "D")[0]
    day, ahead = scene.iso(mention), found.has("ahead")
    if not name or not day or mention.kind not in ("day", "month") or not (ahead or _recent(day, scene)):
        return
    slots = {"kind": kind_of_body(name), "bodies": [name], "status": "announced" if ahead else "held", "start": day}
    if found.has("city"):
        slots["place"] = written(sentence, found.match.start("city"))
    spans = [(sentence.start, sentence.end, found.rule)]
    yield Draft("meetings", slots, spans, notes={"strength": 1, "side": True, "next": ahead})


def remarked(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Noting the opening remarks of A, Chairperson of B, and the briefing by A": who chaired, who spoke."""
    sentence = found.sentence
    who = people(sentence, *found.match.span("who"), scene)
    named = [at for at in sentence.places() if isinstance(v := sentence.value(at), Actor) and v.name]
    slots: dict[str, Any] = {"participants": [p for p in who if "office" in p or len(named) == 0] or who}
    opening = _OPENING_BY.search(sentence.text)
    if opening is not None and named:
        stretch = sentence.text[opening.start("who") : named[0] + 1]
        told = " ".join(sentence.page_text[slice(*sentence.span(opening.start("who"), named[0] + 1))].split())
        if ";" not in stretch and _CHAIRS.search(told):
            slots["chair"] = scene.person(sentence.value(named[0]))
    if who:
        yield detail(found, slots, present=True, own=True)


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
            "will brief",
            "to brief",
            "will address",
            "to address",
            "briefed",
            "updated",
            "addressed",
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
            r"(?P<who>{A}),? (?P<ahead>(?:will|is to|is due to|is scheduled to) (?:also )?(?:brief|address|update)) "
            r"(?:the )?(?:members of (?:the )?)?(?P<body>{B})(?=[,.]| on | about | {D}| in )|"
            r"(?P<who>{A})(?: of {S}| \([^()]{1,40}\))?,? (?:also |today |on {D} |then )?(?:briefed|updated|"
            r"addressed|told) (?:the )?(?:members of (?:the )?)?(?P<body>{B})(?=[,.]| on | about | that | {D}| in )"
            r"|\b(?:[Bb]riefing|[Aa]ddressing|[Uu]pdating) (?:the )?(?:members of (?:the )?)?(?P<body>{B})"
            r"[^.;{A}]{0,60}?, (?:the )?(?P<who>{A})"
            r"|(?P<body>{B})(?: members)? (?:also |then |today )*(?:heard|received|was given|listened to) "
            r"(?:(?:an? |the )?"
            r"(?:[a-z]+ )?(?:briefings?|updates?|presentations?|statements?)[^.;{A}]{0,30}? )?(?:from|by) (?:the )?"
            r"(?P<who>{A}(?:(?:;|,| and|, and) {A})*)"
            r"|(?P<body>{B})(?: members)? (?:was|were|has been|had been) (?:also |then )?(?:briefed|updated|addressed)"
            r"(?: [^.;{A}{B}]{3,40})?,? by (?:the )?(?P<who>{A}(?:(?:;|,| and|, and) {A})*)"
        ),
        build=briefed,
        reads=(
            "Special Envoy Ana Dol briefed the Council of Ports on 5 May 2024.",
            "Briefing the Council of Ports, Special Envoy Ana Dol warned of storms.",
            "The Council of Ports also heard from Special Envoy Ana Dol.",
            "The Council of Ports was briefed in an open meeting by Special Envoy Ana Dol.",
        ),
        refuses=(
            "Special Envoy Ana Dol may brief the Council of Ports on 5 May 2024.",
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
    Rule(
        name="meetings.at-its-meeting",
        triggers=("meeting", "session", "sitting"),
        pattern=(
            rf"^[^.;{{B}}{{A}}]{{0,40}}?(?P<body>{{B}})[^.;{{A}}{{B}}{{N}}]{{0,30}}? {_DID}\b[^.;]{{0,250}}? "
            r"(?:at|during|in) (?:the|a|an|its|their|today’s|today's) (?:[\w-]+ ){0,2}(?:meeting|session|sitting)"
            r"(?:,? (?:which was |that was )?(?:held )?(?:(?:on )?(?P<day>{D})|in (?P<city>{C}))){1,2}"
        ),
        build=at_its_meeting,
        reads=("The Council of Ports discussed the state of trade at the meeting in Oslo on 5 May 2024.",),
        refuses=(
            "The Council of Ports will discuss the state of trade at the meeting in Oslo.",
            "The Council of Ports discussed the state of trade at length.",
        ),
        needs=rf"{{B}}.* {_DID}\b.* (?:meeting|session|sitting)",
    ),
    Rule(
        name="meetings.acted-today",
        triggers=(
            "adopted",
            "decided",
            "elected",
            "renewed",
            "extended",
            "authori",
            "approved",
            "endorsed",
            "failed to",
            "rejected",
            "voted",
            "appointed",
        ),
        pattern=(
            rf"^(?:[^.;{{A}}{{B}}{{N}}]{{0,80}}, )?(?:[Tt]he )?(?P<body>{{B}})(?: (?P<day>{{D}}),?(?: [a-z][^.;{{A}}]"
            rf"{{3,80}},)? (?:also )?{_RESOLVED}\b| (?:unanimously )?{_RESOLVED} (?P<day>{{D}})(?! [a-z]+ed\b))"
        ),
        build=acted_today,
        reads=(
            "The Council of Ports today adopted the plan.",
            "The Council of Ports decided today to close the port.",
        ),
        refuses=(
            "The Council of Ports adopted the plan.",
            "The League today adopted the plan.",
        ),
        needs="{B} (?:[a-z ]+)?{D}",
    ),
    Rule(
        name="meetings.dealt-with",
        triggers=(
            "approved",
            "adopted",
            "considered",
            "endorsed",
            "consider",
            "submitted",
            "discuss",
            "decided",
            "elected",
            "settled",
            "dealt with",
            "taken up",
            "reviewed",
        ),
        pattern=(
            r"^(?:On|In) (?P<day>{D}), (?:the )?(?:{B}[’']s )?(?P<body>{B}) (?:has |have )?(?:also )?"
            rf"(?:{_RESOLVED}|{_DID})\b|\b(?:was|were) (?:[a-z]+ly )?(?:approved|adopted|considered|endorsed) on "
            r"(?P<day>{D}) by (?:the )?(?P<body>{B})"
            r"|\b(?P<ahead>(?:will|is to|are to|is due to|are due to) (?:then |now |also )?be "
            r"(?:considered|discussed|approved|settled|decided|dealt with|taken up|reviewed|adopted|submitted"
            r"|presented|examined))(?: for (?:approval|consideration|adoption|signing|signature))? (?:by|to|at) "
            r"(?:the )?(?P<body>{B})(?: in (?P<city>{C}))? (?:in|on) (?P<day>{D})"
            r"|(?P<body>{B}), which (?P<ahead>(?:will|is to|is due to|is expected to) (?:consider|discuss|examine"
            r"|vote on|debate|take up|adopt|approve)) (?:it|them|the [^.;,{A}{B}]{3,40}) (?:in|on) "
            r"(?P<day>{D})"
        ),
        build=dealt_with,
        reads=(
            "The plan was approved on 5 May 2024 by the Council of Ports.",
            "The plan will be considered by the Council of Ports in June 2024.",
            "The plan goes to the Council of Ports, which is to consider it on 5 June 2024.",
            "On 5 May 2024, the Council of Ports approved the plan.",
        ),
        refuses=(
            "The plan was approved by the Council of Ports.",
            "The plan was signed on 5 May 2024 by the Council of Ports.",
            "On 5 May 2024, the Council of Ports thanked the crew.",
        ),
    ),
    Rule(
        name="meetings.clocked",
        triggers=("met at", "meeting began at", "meeting started at"),
        pattern=r"^(?:The )?(?P<body>{B}) met at \d{1,2}(?:[:.]\d{2})? ?[ap]\.?m\b",
        build=clocked,
        reads=("The Council of Ports met at 10:05 a.m. and adjourned at noon.",),
        refuses=("The Council of Ports met at length.",),
    ),
    Rule(
        name="meetings.remarks-noted",
        triggers=(
            "opening remarks",
            "opening statement",
            "introductory remarks",
            "noting the statement",
            "noting the briefing",
            "noting the presentation",
        ),
        pattern=(
            r"^(?:And |and )?(?:[Aa]lso |[Ff]urther )?(?:[Nn]ot(?:ing|ed|es)|[Tt](?:aking|ook|akes) note of|"
            r"[Hh]aving heard) (?:with \w+ )?(?:the )?(?:(?:opening|introductory) (?:remarks|statement)|"
            r"(?:briefings?|presentations?|statements?|{N}) (?:made |delivered |given )?(?:by|of|from)\b)(?P<who>.*)$"
        ),
        build=remarked,
        reads=(
            "Noting the opening remarks of Ana Dol, Chairperson of the Council of Ports, and the briefing by Ivo Marr;",
        ),
        refuses=("Noting the remarks on trade;",),
    ),
)
"""Rules for meetings told by what was done at them."""
