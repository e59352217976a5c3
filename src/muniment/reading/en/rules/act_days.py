"""The day of an act: told in its sentence, else that of the session or event the page tells of."""

from __future__ import annotations

import datetime

import regex

from muniment.reading.mask import expand
from muniment.reading.rule import Found
from muniment.reading.scene import Scene

__all__ = ["event_day", "sentence_day", "years_ago"]

_NEWS_DAYS = 10
"""A page tells of an event of at most so many days before; counted on 24 pages of twelve organisations (2026-11)."""

_SHORT = 30
"""A sentence of fewer characters is a dateline or a heading."""


def sentence_day(scene: Scene, start: int = 0, end: int | None = None) -> str:
    """Return the first day told in a stretch of the sentence's masked text, ISO 8601; empty where none is."""
    sentence = scene.sentences[scene.number]
    for at in sentence.places(start, end):
        if sentence.kind(at) != "D":
            continue
        resolved = scene.date(sentence.value(at))
        lead = sentence.value(at).lead
        if resolved is not None and lead in ("", "on", "in", "at", "during") and len(resolved.begin) == 10:
            return str(resolved.begin)
    return ""


def event_day(scene: Scene, body: str = "") -> str:
    """Return the last day of the meeting at which something was done; else the first day the page tells, if it is news.

    Args:
        scene: the page.
        body: who did it; its own meeting counts before the first one told of.
    """
    held = [
        d for d in scene.drafts if d.register == "meetings" and d.slots.get("status") == "held" and d.slots.get("start")
    ]
    own = [d for d in held if body and body in (d.slots.get("bodies") or ())]
    for meeting in (own[-1:] or held)[:1]:
        return str(meeting.slots.get("end") or meeting.slots["start"])
    if scene.anchor is None or len(scene.anchor.iso) != 10:
        return ""
    anchor = datetime.date.fromisoformat(scene.anchor.iso)
    for number, sentence in enumerate(scene.sentences[: scene.number]):
        if scene.kinds[number] not in ("paragraph", "quote") or len(sentence.text) < _SHORT:
            continue
        for at in sentence.places():
            resolved = scene.date(sentence.value(at)) if sentence.kind(at) == "D" else None
            if resolved is None or len(resolved.begin) != 10:
                continue
            day = (
                datetime.date.fromisoformat((resolved.end or resolved.start).iso[:10])
                if resolved.end is None or len(resolved.end.iso) == 10
                else None
            )
            if day is not None and 0 <= (anchor - day).days <= _NEWS_DAYS:
                return day.isoformat()
    return ""


_IN_YEAR = regex.compile(expand(r"\b(?:[Ii]n|[Bb]ack in) (?P<year>{D}),?[^.;{D}]{0,60}$"))
"""The year in which something was agreed, before the verb."""


def years_ago(found: Found, scene: Scene) -> bool:
    """Whether the page tells of a promise as history: "in 2002 the six agreed to ..." on a page of another year."""
    match = _IN_YEAR.search(found.sentence.text, 0, found.match.start("verb"))
    year = scene.iso(found.sentence.value(match.start("year"))) if match is not None else ""
    return bool(year) and scene.anchor is not None and int(year[:4]) + 1 < int(scene.anchor.iso[:4])
