"""Meetings named within the name of a text, and those at which a speech that a page's title names was held."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.gathering import body_name, kind_of_body
from muniment.reading.en.rules.places import written
from muniment.reading.mention import Body, Instrument
from muniment.reading.pattern import pattern
from muniment.reading.scene import Scene

__all__ = ["spoken_at", "within_titles"]

REGISTER = "meetings"

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_SESSION = regex.compile(
    rf"\b(?:decisions?|results?|outcomes?|instructions?|agreements) (?:of|adopted at|reached at|given at) the "
    rf"(?:last )?(?P<month>{'|'.join(_MONTHS)}) \(?(?P<year>(?:19|20)\d\d)\)? (?:session|meeting|summit) of the "
    r"(?P<body>\p{Lu}.+?)(?=,? and (?:the |on |of )?\p{Ll}|,|$)"
)
_HELD = pattern(r",? (?:(?:which|that) was )?held (?:in|at) (?P<city>{C})")


def within_titles(scene: Scene) -> Iterator[Draft]:
    """Yield the session within "the Plan to carry out the decisions of the May (2024) session of the B, held in C"."""
    if "(" not in scene.page.text and " session of " not in scene.page.text:
        return
    for number, sentence in enumerate(scene.sentences):
        for at, value in sentence.mentions:
            session = _SESSION.search(value.title) if isinstance(value, Instrument) else None
            if session is None or scene.kinds[number] != "paragraph":
                continue
            slots: dict[str, Any] = {
                "kind": kind_of_body(session["body"]),
                "bodies": [session["body"]],
                "status": "held",
                "start": f"{session['year']}-{_MONTHS[session['month']]:02}",
            }
            held = sentence.match(_HELD, sentence.text, at + 1)
            if held is not None:
                slots["place"] = written(sentence, held.start("city"))
            span = (*sentence.span(at, at + 1), "meetings.within-title")
            yield Draft(REGISTER, slots, [span], notes={"strength": 1, "about": True}, sentence=number)


_SPEECH = pattern(
    r"^(?:{N}|(?:[A-Z][a-z]+ )?(?:Statement|Speech|Address|Remarks|"
    r"Intervention)\b)[^;{A}]{0,40}(?P<who>{A})[^;]{0,20}? "
    r"(?:at|to|before|during) (?:the |an? )?(?:[\w-]+ ){0,3}?(?P<body>{B}) (?:open |high-level )?(?P<head>debate|"
    r"briefing)\b"
)


def spoken_at(scene: Scene) -> Iterator[Draft]:
    """Yield the debate at which the speech that a title names was held, on the page's day."""
    if scene.anchor is None or scene.anchor.day is None:
        return
    for number, (sentence, kind) in enumerate(zip(scene.sentences, scene.kinds, strict=True)):
        match = sentence.search(_SPEECH, sentence.text) if kind == "title" else None
        body = sentence.value(match.start("body")) if match is not None else None
        if match is None or not isinstance(body, Body):
            continue
        slots = {
            "kind": match["head"],
            "bodies": [body_name(scene, body)],
            "status": "held",
            "start": scene.anchor.iso,
            "participants": [{"name": scene.person(sentence.value(match.start("who")))}],
        }
        span = (sentence.start, sentence.end, "meetings.title")
        yield Draft(REGISTER, slots, [span], notes={"strength": 2, "side": True}, sentence=number)
