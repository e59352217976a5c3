"""How an office is taken up: the basis, from when to when, for how many years, on whose proposal, how unanimously."""

from __future__ import annotations

from typing import Any

import regex

from muniment.reading.en.numbers import cardinal_value
from muniment.reading.en.rules.act_days import event_day
from muniment.reading.mask import expand
from muniment.reading.mention import State
from muniment.reading.rule import Found
from muniment.reading.scene import Scene

__all__ = ["ONLY_ASKED", "basis", "chosen", "proposer", "term", "told_dates", "unanimous"]

_AGAIN = regex.compile(
    r"\bfor (?:another|a second|a third|the second|the next|a further|one more|a consecutive|a second consecutive|a "
    r"renewed) (?:\S+ )?(?:term|period|mandate)\b"
    r"|\bnew term\b.{0,20}\bagain\b|\bagain\b.{0,10}\belected\b"
)
_UNANIMOUS = regex.compile(r"\bunanimous(?:ly)?\b|\bby acclamation\b|\bby consensus\b")
_YEARS = regex.compile(
    r"\b(?:for|of) (?:a |an |the )?(?:further |second |third |new |next |full |single |renewable )?"
    r"(?:(?:term|period|mandate|tenure)(?: of office)?,? of )?(?P<n>[a-z0-9-]+?)[- ]years?\b"
)
_BEGINS = regex.compile(
    expand(
        r"(?:\b(?:from|since|as of|as from|starting(?: from| on| in)?|beginning(?: from| on| in)?|effective(?: from|"
        r" on)?|with effect from|take (?:up )?"
        r"(?:office|his duties|her duties|up duties) (?:on|in|from)) )(?P<day>{D})"
    )
)
_ENDS = regex.compile(
    expand(r"\b(?:until|till|through|up to|to|ending(?: on| in)?|expiring(?: on| in)?) (?:the end of )?(?P<day>{D})")
)
_YEAR = regex.compile(r"\b(?:19|20)\d\d\b")
_PERIOD = regex.compile(expand(r"\bfor (?:the )?(?:same )?(?:term |period |years )?(?:of )?(?P<day>{D})"))
"""The years an office is held for: "as Director for 2019-2021"."""
_PROPOSED = regex.compile(
    expand(
        r"\b[OoAaUu](?:n|t|pon) (?:the )?(?:proposal|nomination|recommendation|initiative|suggestion|motion|"
        r"submission) (?:of|by|from) (?:the )?[^{A}.;]{0,30}(?P<who>{A})"
        r"|(?P<who>{A})['’]s? (?:proposal|nomination|recommendation|suggestion|motion)"
        r"|(?:candidacy|candidature|nomination|name)(?: \w+){0,4} (?:put forward|proposed|nominated|submitted|"
        r"presented|tabled) by (?:the )?(?P<who>{A})"
        r"|\b(?:proposed|nominated|put forward) by (?:the )?(?P<who>[{A}{S}])"
    )
)
_BASIS = {
    "elect": "elected", "chos": "elected", "appoint": "appointed", "approv": "appointed", "confirm": "appointed",
    "nam": "appointed",
    "designat": "designated", "install": "appointed", "nominat": "designated",
}  # fmt: skip

ONLY_ASKED = regex.compile(
    r"\b(?:call(?:ed|s|ing)? (?:on|upon)|urg(?:ed|es|ing)|ask(?:ed|s|ing)|challeng(?:ed|es|ing)|invit(?:ed|es|ing)|"
    r"demand(?:ed|s|ing)|appeal(?:ed|s|ing) to|request(?:ed|s|ing)|pressed|want(?:s|ed)?|lobb(?:ied|ying))\b"
    r"[^.;,]{1,80}?(?:\bto\b[^.;,]{0,40}\band|\bto) $"
)
"""Before "appoint A": somebody is only asked to."""


def basis(verb: str, words: str) -> str:
    """Return the basis a verb of choosing tells of; `re-elected` also where it is for another term.

    >>> basis("elected", "elected Chair for a second term")
    're-elected'
    """
    plain = verb.lower().replace("-", "")
    again = plain.startswith("re")
    found = next((value for stem, value in _BASIS.items() if plain.removeprefix("re").startswith(stem)), "attested")
    if found == "elected" and (again or _AGAIN.search(words)):
        return "re-elected"
    return found


def unanimous(found: Found, scene: Scene) -> bool:
    """Whether the sentence, or a short one after it, says that nobody was against."""
    following = scene.sentences[scene.number + 1] if scene.number + 1 < len(scene.sentences) else None
    after = following.page_text[following.start : following.end] if following is not None else ""
    told = "decision" in after[:40] or "vote" in after[:40] or "election" in after[:40]
    return bool(_UNANIMOUS.search(found.sentence.text) or (told and len(after) < 90 and _UNANIMOUS.search(after)))


def proposer(found: Found, scene: Scene) -> str:
    """Return who proposed the person chosen; empty where the sentence and the next do not say."""
    for sentence in (found.sentence, *scene.sentences[scene.number + 1 : scene.number + 2]):
        match = _PROPOSED.search(sentence.text)
        if match:
            value = sentence.value(match.start("who"))
            return str(value.name) if isinstance(value, State) else scene.person(value)
    return ""


def told_dates(found: Found, scene: Scene, start: int = 0) -> tuple[str, str, str]:
    """Return the day the office begins, the day it ends, and the day of the act; each may be empty.

    Args:
        found: the match.
        scene: the page.
        start: where in the masked sentence the terms of office begin; what stands before tells the day of the act.
    """
    begin = end = act = ""
    sentence = found.sentence
    text = sentence.text
    used: set[int] = set()
    other = _ANOTHERS.search(text, start)
    stop = other.start() if other is not None else len(text)
    for pattern, begins in ((_BEGINS, True), (_ENDS, False)):
        for match in pattern.finditer(text, start, stop):
            at = match.start("day")
            resolved = scene.date(sentence.value(at)) if at not in used else None
            if resolved is None:
                continue
            used.add(at)
            if begins:
                begin = begin or resolved.begin
                end = end or (resolved.end.iso if resolved.end is not None else "")
            else:
                end = end or (resolved.end or resolved.start).iso
    for match in _PERIOD.finditer(text, start, stop):
        at = match.start("day")
        resolved = scene.date(sentence.value(at)) if at not in used else None
        written = sentence.page_text[slice(*sentence.span(at, at + 1))]
        if resolved is not None and resolved.end is not None and not begin and _YEAR.search(written):
            used.add(at)
            begin, end = resolved.begin, end or resolved.end.iso
    for at in sentence.places():
        beside = _BESIDE.search(text, found.match.end(), at) is None if at > found.match.end() else True
        if sentence.kind(at) == "D" and at not in used and beside and _acting_day(text, at):
            act = act or scene.iso(sentence.value(at))
    return begin, end, act


_ANOTHERS = regex.compile(
    r"\b(?:replacing|succeeding|taking over from|in place of|instead of) [^.;]{0,80}?, (?:who|whose)\b"
)
"""What begins a clause about who held the office before: the days in it are theirs."""
_BESIDE = regex.compile(
    r",? (?:established|set up|created|founded|adopted|mandated|who|which|whose|where|that|to whom)\b"
)
"""What begins a clause about something else than the choice: a date in it is not the day of the choice."""
_DAY_LEAD = regex.compile(r"(?:^|\b[Oo]n |, |\b[Ii]n |^\W*)(?:the )?$|\bheld .{0,20}$|^\W*.: ?$")


def _acting_day(text: str, at: int) -> bool:
    """Whether a date stands as the day something was done: "On D, ..." or "... on D"."""
    return bool(_DAY_LEAD.search(text[max(0, at - 24) : at]))


def term(found: Found) -> int | None:
    """Return the years of the term the sentence names; None where it names none."""
    match = _YEARS.search(found.sentence.text)
    return cardinal_value(match["n"]) if match else None


def chosen(found: Found, scene: Scene, verb: str, after: int) -> dict[str, Any]:
    """Return what a sentence tells of a choice besides who and what: basis, dates, term, proposer, unanimity."""
    words = found.sentence.text[max(0, found.match.start() - 40) :]
    begin, end, act = told_dates(found, scene, after)
    return {
        "basis": basis(verb, words),
        "start": begin or act or _session_day(scene, found),
        "end": end,
        "term_years": term(found),
        "proposed_by": proposer(found, scene),
        "unanimous": unanimous(found, scene),
    }


def _session_day(scene: Scene, found: Found) -> str:
    """Return the day of the session a choice was made at."""
    before = found.sentence.places(0, found.match.start() + 1)
    bodies = [found.sentence.value(at) for at in before if found.sentence.kind(at) == "B"]
    return event_day(scene, scene.body(bodies[0]) if bodies else "")
