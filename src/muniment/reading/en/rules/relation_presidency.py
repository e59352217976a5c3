"""Presidencies: which state presides over an organisation or body, from when, after whom."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import event_day, sentence_day
from muniment.reading.en.rules.relation_parts import (
    is_organisation,
    mentions,
    national,
    object_of,
    party,
    relations,
    told_day,
)
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Body, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["PRESIDENCY"]

_CHAIR = r"(?:[Cc]hairmanship|[Pp]residency|[Cc]hairpersonship|[Cc]hairmanship-in-[Oo]ffice|[Rr]otating [Pp]residency)"
_LEAD = (
    r"(?:[Cc]hairmanship|[Pp]residency|[Cc]hairpersonship|[Rr]otating [Pp]residency|[Ll]eadership|[Ll]ead(?: role)?|"
    r"[Hh]elm)"
)
"""What passes from one state to another."""
_ORG = r"(?:(?P<object>{B})(?:[’']s)? )?"
_OVER = r"(?: (?:in|of|over|at) (?:the )?(?:\d+\w\w session of (?:the )?|current session of (?:the )?)?(?P<object>{B}))"


_TAKES = (
    r"(?:assumes?|assumed|takes? over|took over|has (?:assumed|taken over)|takes?|took|(?:will|is (?:about|set|due|"
    r"expected) to|is"
    r" to) (?:again )?(?:assume|take over|take))"
)
_WITHIN = (
    r"(?: (?:in|of|over|at) (?:(?:the )?(?:\d+\w\w session of (?:the )?|current session of (?:the )?)?(?P<object>{B})|"
    r"the (?:\p{Ll}+ )?(?:organi[sz]ation|bloc|group)))"
)


_NAMED = regex.compile(expand(rf"{_CHAIR}{_OVER}"))


def _object(found: Found, scene: Scene) -> str:
    """Return what is presided over: the body named, else the one other organisation of the sentence, else the home."""
    bodies = mentions(found, "object", "B")
    if bodies:
        gathering = bodies[0].kind == "conference" and "Meeting" in bodies[0].name
        return bodies[0].organization if gathering and bodies[0].organization else object_of(scene, bodies)
    before = _told_of(scene)
    if before:
        return before
    bodies = [v for at in found.sentence.places() if isinstance(v := found.sentence.value(at), Body)]
    others = {v.name for v in bodies if is_organisation(scene, v) and not v.anaphor}
    others.discard(scene.home)
    return others.pop() if len(others) == 1 else scene.home


def _told_of(scene: Scene) -> str:
    """Return what "the chairmanship" of one of the two sentences before is of; empty where none tells."""
    for number in range(scene.number - 1, max(-1, scene.number - 3), -1):
        sentence = scene.sentences[number]
        match = _NAMED.search(sentence.text)
        if match is not None:
            return object_of(scene, [sentence.value(match.start("object"))])
    return ""


def _ahead(scene: Scene, day: str) -> bool:
    """Whether a day lies behind the page's own: what is told of it is still to come."""
    return bool(day) and scene.anchor is not None and day > scene.anchor.iso[: len(day)]


def presides(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the presidency of S in the B in D", "the Finnish chairmanship", "under the chairmanship of S"."""
    states = [party(scene, v) for v in mentions(found, "who", "SJ")]
    day = told_day(found, scene)
    words = found.sentence.text[max(0, found.match.start() - 30) : found.match.end()]
    mode = modality(words)
    if mode in (DENIED, POSSIBLE) or any(w in words for w in ("former ", "previous ", "past ")):
        return
    ahead = (
        mode == PLANNED
        or "upcoming" in words
        or "future" in words
        or _next_year(found, scene)
        or _COMING.match(found.sentence.text[found.match.end() :])
    )
    state = "" if day or ahead else "in_force"
    yield from relations(found, states, _object(found, scene), "presidency", {"date": day, "state": state})


_COMING = regex.compile(r" (?:also )?(?:(?:will|is to|shall) (?:begin|start|commence|last|run)\b|begins\b|starts\b)")


def _next_year(found: Found, scene: Scene) -> bool:
    """Whether a presidency is told of with a year to come: "to be adopted next year under Peru's presidency"."""
    start, _ = found.sentence.span(*found.match.span())
    return "next year" in scene.page.text[max(0, start - 30) : start]


def passes(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the chairmanship of the B passed from S to S", "S hands over the presidency to S on D"."""
    mode = modality(found.text())
    if mode in (DENIED, POSSIBLE):
        return
    to = _object(found, scene)
    day = told_day(found, scene) or sentence_day(scene)
    planned = (
        mode == PLANNED or found.sentence.text[found.match.end() :].startswith(", which will") or _ahead(scene, day)
    )
    day = day or ("" if planned else event_day(scene))
    old, new = mentions(found, "old", "S"), mentions(found, "new", "S")
    yield from relations(
        found, [party(scene, v) for v in new], to, "presidency", {"date": day, "state": "" if planned else "in_force"}
    )
    ended = {"date": day, "state": "ended"} if not planned else {"state": "in_force"}
    yield from relations(found, [party(scene, v) for v in old], to, "presidency", ended)


def assumes(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S took over the chairmanship of the B from S on D", "S, which will assume it on D"."""
    mode = modality(found.text())
    if mode in (DENIED, POSSIBLE):
        return
    to, day = _object(found, scene), told_day(found, scene)
    state = "" if mode == PLANNED or _ahead(scene, day) else "in_force"
    yield from relations(
        found, [party(scene, v) for v in mentions(found, "new", "S")], to, "presidency", {"date": day, "state": state}
    )
    old = [party(scene, v) for v in mentions(found, "old", "S")]
    yield from relations(found, old, to, "presidency", {"state": "ended" if state else ""})


def leader_takes_over(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the President of S took over as Chairperson of the Union for D from the President of S"."""
    seat = mentions(found, "office", "AO")[0]
    office = seat.offices[-1] if isinstance(seat, Actor) and seat.offices else seat
    new, old = national(mentions(found, "new", "A")[0]), [national(a) for a in mentions(found, "old", "A")]
    if not isinstance(office, Office) or not office.organization or modality(found.text()) in (DENIED, POSSIBLE):
        return
    to = party(scene, Body(office.organization, anaphor=" " not in office.organization)) or scene.home
    yield from relations(found, [new], to, "presidency", {"date": told_day(found, scene), "state": "in_force"})
    yield from relations(found, old, to, "presidency", {"state": "ended"})


_CHAIRS = regex.compile(
    r"(?:Current |Rotating )?(?:Chair(?:man|person|manship)?(?:-in-Office)?|Presiden(?:t|cy))$", regex.I
)


_CHAIR_LAST = regex.compile(rf"{_CHAIR}$")


def assumes_seat(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S takes over from S as Chair of the B", and where the chairmanship itself is named like a body."""
    seat = mentions(found, "seat", "BOA")[0]
    mode = modality(found.text())
    if isinstance(seat, Body):
        to = seat.organization if _CHAIR_LAST.search(seat.name) and seat.organization != seat.name else ""
    else:
        office = seat.offices[-1] if isinstance(seat, Actor) and seat.offices and not seat.name else seat
        named = isinstance(office, Office) and office.organization and _CHAIRS.match(office.title)
        to = party(scene, Body(office.organization, anaphor=" " not in office.organization)) if named else ""
    if not to or mode in (DENIED, POSSIBLE):
        return
    day = told_day(found, scene)
    state = "" if mode == PLANNED or _ahead(scene, day) else "in_force"
    new, old = mentions(found, "new", "S"), mentions(found, "old", "S")
    told = {"date": day, "state": state}
    yield from relations(found, [party(scene, v) for v in new], to, "presidency", told)
    told = {"state": "ended" if state else "", "date": day if state else ""}
    yield from relations(found, [party(scene, v) for v in old], to, "presidency", told)


def state_as_chair(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S, as the current Chair of the B, ..." and "the Chair of the B passes to S"."""
    seat = mentions(found, "office", "AO")[0]
    office = seat.offices[-1] if isinstance(seat, Actor) and seat.offices and not seat.name else seat
    chosen = found.match[0][:1].lower() in "erd"
    if not isinstance(office, Office) or not (office.organization or chosen) or not _CHAIRS.match(office.title):
        return
    passes_on = found.match.start("office") < found.match.start("who")
    named = Body(office.organization, anaphor=" " not in office.organization)
    to = (party(scene, named) if office.organization else object_of(scene, [])) or scene.home
    who = [party(scene, v) for v in mentions(found, "who", "S")]
    state = "" if passes_on or "incoming" in found.text() else "in_force"
    yield from relations(found, who, to, "presidency", {"state": state, "date": told_day(found, scene)})


PRESIDENCY: tuple[Rule, ...] = (
    Rule(
        name="relations.presidency-of",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=rf"\b{_CHAIR} of (?:the )?(?P<who>{{S}}){_OVER}(?: (?:in|for|during) (?P<day>{{D}}))?",
        build=presides,
        reads=("She spoke of the priorities of the presidency of Peru in the League of Ports in 2024.",),
        refuses=("She spoke of the presidency of the League of Ports.",),
    ),
    Rule(
        name="relations.adjective-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=rf"(?P<who>{{J}}) (?:(?P<object>{{B}}) )?{_CHAIR}(?:{_OVER})?(?: (?:in|for) (?P<day>{{D}}))?"
        r"|(?P<who>{S})[’']s? (?:current |upcoming |forthcoming |rotating )?(?:(?P<object>{B})(?:[’']s)? )?"
        rf"{_CHAIR}(?:{_OVER})?(?: (?:in|for) (?P<day>{{D}}))?",
        build=presides,
        reads=(
            "The sides touched upon the priorities of the Peruvian chairmanship in the League of Ports.",
            "These were the first talks under Peru's Chairmanship of the League of Ports.",
        ),
        refuses=("The sides touched upon the former Peruvian chairmanship in the League of Ports.",),
    ),
    Rule(
        name="relations.its-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=r"(?P<who>{S})(?=[^A-Z])[^.;{S}{A}{B}{J}]{0,60}? (?:during|of|for|in) (?:his|her|its|"
        rf"their) {_CHAIR}{_OVER}(?: (?:in|for) (?P<day>{{D}}))?",
        build=presides,
        reads=(
            "Minister of Justice of Chile Ana Dol named the priorities of Peru during its presidency in the League "
            "of Ports.",
        ),
        refuses=(
            "Minister of Justice of Chile Ana Dol named the priorities of Peru and of the presidency in the League "
            "of Ports.",
        ),
    ),
    Rule(
        name="relations.under-chairmanship",
        triggers=("under the chairmanship", "under the presidency", "under the chairpersonship"),
        pattern=rf"(?:(?P<object>{{B}})[^.;{{S}}{{A}}{{B}}{{Y}}]{{0,40}})?,? under the {_CHAIR} of (?:the "
        r")?(?P<who>{S})",
        build=presides,
        reads=("The meeting of the League of Ports was held under the chairmanship of Peru.",),
        refuses=(
            "The meeting of the League of Ports was held under the chairmanship of Minister of Justice of Peru Ana "
            "Dol.",
        ),
    ),
    Rule(
        name="relations.presidency-passes",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=rf"(?:(?P<object>{{B}}) )?\b{_CHAIR}(?:{_OVER})?[^.;{{S}}]{{0,40}}? (?:(?:will |shall |is to |was "
        r"|were |is |be "
        r"|has been |has )*(?:symbolically |formally |officially )?(?:passed|passes|pass|handed "
        r"over|transferred|shifted|"
        r"moves|moved|goes|went|go)(?: on)?) (?:from (?:the )?(?P<old>{S}) )?to [“\"]? ?(?:the "
        r")?(?P<new>{S})”?(?:,? "
        r"(?:on|in|from|which will assume it (?:on|in|from)) (?P<day>{D}))?",
        build=passes,
        reads=(
            "The chairmanship of the League of Ports passed from Peru to Chile.",
            "The chairmanship of the League of Ports will pass from Peru to Chile on 1 January 2025.",
        ),
        refuses=("The chairmanship of the League of Ports did not pass from Peru to Chile.",),
    ),
    Rule(
        name="relations.hands-over-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=r"(?P<old>{S})[^.;{S}]{0,30}? (?:hands? over|handed over|will hand over|is to hand over|"
        r"passed|passes|transferred|will pass|will transfer)(?: on)? (?:the |its )?(?:[\p{Ll}\d-]+ "
        rf"){{0,2}}{_ORG}{_CHAIR}"
        rf"(?:{_OVER})?(?: \({{B}}\))?(?: on)? to (?:the )?(?P<new>{{S}})(?: (?:on|in|from) (?P<day>{{D}}))?",
        build=passes,
        reads=("Peru will hand over the Presidency of the League of Ports to Chile on 17 May 2024.",),
        refuses=("Peru handed over the report on the presidency to Chile.",),
    ),
    Rule(
        name="relations.assumes-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship", "leadership", "lead ", "helm"),
        pattern=rf"(?P<new>{{S}})[^.;{{S}}]{{0,30}}? (?:{_TAKES}|holds?|will hold|held|is holding|begins?|began|"
        rf"starts?|started)"
        rf"(?: again)? (?:the |its )?(?:[\p{{Ll}}\d-]+ ){{0,2}}?(?:{_LEAD}{_WITHIN}|(?P<object>{{B}})(?:[’']s)? "
        rf"{_LEAD})"
        r"(?: of the {B})?(?: from (?:the )?(?P<old>{S}))?(?:(?: (?:on|in|from|for|since))? (?P<day>{D}))?",
        build=assumes,
        reads=(
            "Peru took over the chairmanship of the League of Ports from Chile on 1 January 2024.",
            "Peru is about to assume the leadership of the League of Ports from Chile.",
        ),
        refuses=("Peru never assumed the chairmanship of the League of Ports.",),
    ),
    Rule(
        name="relations.assumes-chair",
        triggers=("takes over", "take over", "took over", "assumes the", "assume the", "assumed the"),
        pattern=rf"(?P<new>{{S}})[^.;{{S}}]{{0,30}}? {_TAKES} (?:from (?:the )?(?P<old>{{S}}) )?(?:as )?(?:the "
        rf")?(?P<seat>{{BOA}})"
        r"(?: from (?:the )?(?P<old>{S}))?(?:(?: (?:on|in|from|for|since))? (?P<day>{D}))?",
        build=assumes_seat,
        reads=("Peru takes over from Chile as Chair of the League of Ports on 1 January 2025.",),
        refuses=("Peru takes over from Chile as Director of the League of Ports on 1 January 2025.",),
    ),
    Rule(
        name="relations.state-as-chair",
        triggers=(
            expand("{S}, as "),
            expand("{S} as the "),
            expand("{S}, the current"),
            "passes to",
            "pass to",
            "passed to",
            expand("{S} is the "),
            "elected",
            "designated",
        ),
        pattern=r"(?P<who>{S})(?:,? as|, which is| is|,) (?:the )?(?:current |present |rotating |incoming )*"
        r"(?P<office>{AO})|(?P<office>{AO}) (?:passes|will pass|passed|is passing) to (?:the )?(?P<who>{S})"
        r"|\b(?:[Ee]lected|[Rr]e-elected|[Dd]esignated) (?:the )?(?P<who>{S}) (?:as |to )?(?:its |the |a )?"
        r"(?P<office>{AO})",
        build=state_as_chair,
        reads=(
            "Peru, as the current Chair of the League of Ports, will host the talks.",
            "The Chair of the League of Ports passes to Peru.",
            "The Ports Cooperation Organization (PCO) sits in Lima. The Council elected Peru as Chair of the League of "
            "Ports for 2025.",
        ),
        refuses=("Peru, as the Director of the League of Ports said, will host the talks.",),
    ),
    Rule(
        name="relations.leader-takes-over",
        triggers=("took over as", "takes over as", "assumed the office of", "assumed the chair"),
        pattern=r"(?P<new>{A})(?:,? who)?[^.;{A}]{0,60}? (?:took over as|takes over as|assumed the (?:office|post|"
        r"position) of) (?:the )?(?P<office>{AO})(?: for (?P<day>{D}))?(?: from (?:the )?(?P<old>{A}))?",
        build=leader_takes_over,
        reads=(
            "President of Peru Ana Dol took over as Chairperson of the League of Ports for 2024 from President of "
            "Chile Jon Arr.",
        ),
        refuses=("President of Peru Ana Dol took over the files of the Chairperson of the League of Ports.",),
    ),
)
