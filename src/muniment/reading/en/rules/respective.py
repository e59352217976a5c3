"""Meetings of several bodies told in one sentence, each on its own day: "on D and D respectively"."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.reading.draft import Draft
from muniment.reading.en.rules.gathering import body_name, kind_of_body
from muniment.reading.en.rules.places import written
from muniment.reading.mask import Masked
from muniment.reading.mention import Body
from muniment.reading.pattern import pattern
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES", "told_apart"]

_EACH = (
    r"(?P<bodies>{B}(?: \({B}\))?(?:(?:,|,? and)(?: of)?(?: the)? {B})+)[^.;{A}{B}{N}]{0,40}?,? "
    r"(?P<verb>will (?:be held|take place|meet)|(?:(?:is|are|were) )?(?:scheduled|planned|due|held|to be held))\b"
    r"(?P<rest>[^.;{A}{B}{N}]*?{D}[^.;{A}{B}{N}]*?),? respectively\b(?P<after>[^.;{A}{B}{N}]*)"
)
_PATTERN = pattern(_EACH)


def told_apart(sentence: Masked, at: int) -> bool:
    """Whether a place of a sentence is among bodies of which each has its own day: they met apart."""
    match = sentence.search(_PATTERN, sentence.text) if "respectively" in sentence.text else None
    return match is not None and at < match.end()


def each_its_day(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the B and the B, meetings of which will take place in C on D and D respectively": one meeting for each."""
    sentence = found.sentence
    bodies = [b for b in found.mentions("bodies", "B") if isinstance(b, Body)]
    dates = [scene.date(d) for d in found.mentions("rest", "D")]
    days = [day.iso for d in dates if d is not None for day in (d.start, d.end) if day is not None]
    if len(days) != len(bodies):
        return
    low, high = found.match.start("rest"), found.match.end("after")
    city = next((written(sentence, at) for at in sentence.places(low, high, kinds="C")), "")
    for body, day in zip(bodies, days, strict=True):
        name = body_name(scene, body)
        told = "held" if found.text("verb") in ("were held", "held") else "announced"
        slots = {"kind": kind_of_body(name), "bodies": [name], "status": told, "start": day, "place": city}
        span = (sentence.start, sentence.end, found.rule)
        yield Draft("meetings", slots, [span], notes={"strength": 2, "side": True, "next": told == "announced"})


RULES = (
    Rule(
        name="meetings.respectively",
        triggers=("respectively",),
        pattern=_EACH,
        build=each_its_day,
        reads=(
            "They agreed on the agendas of the Council of Ports and the Committee of Pilots, meetings of which will "
            "take place in Oslo on June 9 and June 17 respectively.",
            "The next meetings of the Council of Ports and the Committee of Pilots are scheduled for October 10 "
            "and 11, respectively, in Oslo.",
        ),
        refuses=("The Council of Ports and the Committee of Pilots met in Oslo and Lima respectively.",),
    ),
)
"""Rules for several meetings told at once."""
