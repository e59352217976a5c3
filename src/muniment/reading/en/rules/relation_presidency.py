"""Presidencies: which state presides over an organisation or body, from when, after whom."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import event_day, sentence_day
from muniment.reading.en.rules.mission_names import states_by_name
from muniment.reading.en.rules.relation_parts import (
    CHAIR,
    is_organisation,
    mentions,
    national,
    object_of,
    party,
    relations,
    told_day,
)
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Body, Office, State
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["PRESIDENCY"]

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


_BEGINNING = (
    r"(?:,? \(?(?:which|whose) [^.;{D}{S}{A}{B}]{0,70}?(?:starting|beginning|begins|commencing|from|as of|on) (?:on )?"
    r"(?P<day>{D}))"
)
"""What tells behind a state from when on it presides: "which assumed its duties for six months, starting D"."""
_NAMED = regex.compile(expand(rf"{CHAIR}{_OVER}"))


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
    if _OVER_NOW.match(found.sentence.text, found.match.end()):
        day, state = "", "ended"
    yield from relations(found, states, _object(found, scene), "presidency", {"date": day, "state": state})


_OVER_NOW = regex.compile(
    r" (?:has |had )?(?:ended|expired|come to an end|came to an end|concluded)\b|,? which ended\b"
)
_COMING = regex.compile(r" (?:also )?(?:(?:will|is to|shall) (?:begin|start|commence|last|run)\b|begins\b|starts\b)")


def _next_year(found: Found, scene: Scene) -> bool:
    """Whether a presidency is told of with a year to come: "to be adopted next year under Peru's presidency"."""
    start, _ = found.sentence.span(*found.match.span())
    return "next year" in scene.page.text[max(0, start - 30) : start]


def passes(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the chairmanship of the B passed from S to S", "S hands over the presidency to S on D"."""
    mode = modality(found.sentence.text[max(0, found.match.start() - 20) : found.match.end()])
    if mode in (DENIED, POSSIBLE):
        return
    to = _object(found, scene)
    day = told_day(found, scene) or sentence_day(scene)
    planned = (
        mode == PLANNED or found.sentence.text[found.match.end() :].startswith(", which will") or _ahead(scene, day)
    )
    day = day or ("" if planned else event_day(scene))
    old, new = mentions(found, "old", "S"), mentions(found, "new", "SJ")
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
    yield from relations(
        found, old, to, "presidency", {"date": day if state else "", "state": "ended" if state else ""}
    )


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


_CHAIR_LAST = regex.compile(rf"{CHAIR}$")


def assumes_seat(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S takes over from S as Chair of the B", and where the chairmanship itself is named like a body."""
    seat = mentions(found, "seat", "BOA")[0]
    mode = modality(found.text())
    if isinstance(seat, Body):
        to = _seat_of(seat)
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
    day = told_day(found, scene)
    state = "" if passes_on or "incoming" in found.text() or _ahead(scene, day) else "in_force"
    yield from relations(found, who, to, "presidency", {"state": state, "date": day})


def leader_chairs(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the President of S took over the chairmanship of the B", "the Minister of S handed it over to S"."""
    mode = modality(found.text())
    new = [_state_of(value) or party(scene, value) for value in mentions(found, "new", "AS")]
    old = [_state_of(value) for value in mentions(found, "old", "A")]
    if mode in (DENIED, POSSIBLE):
        return
    seat = mentions(found, "seat", "B")
    to, day = _seat_of(seat[0]) if seat else _object(found, scene), told_day(found, scene) or sentence_day(scene)
    state = "" if mode == PLANNED or _ahead(scene, day) else "in_force"
    yield from relations(found, new, to, "presidency", {"date": day, "state": state})
    yield from relations(found, old, to, "presidency", {"state": "ended" if state else "in_force"})


def _state_of(value: Actor | State) -> str:
    """Return the state whose officer or representative somebody is; empty for others."""
    offices = value.offices if isinstance(value, Actor) else ()
    return next((o.organization for o in offices if o.organization in states_by_name().values()), "")


def _seat_of(body: Body) -> str:
    """Return whose a chairmanship is that is itself named like a body; empty for other bodies."""
    if not _CHAIR_LAST.search(body.name):
        return ""
    own = body.organization not in ("", body.name)
    return body.organization if own else _CHAIR_LAST.sub("", body.name).strip()


def named_office(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Polish ⟨B⟩ met", where the chairmanship of an organisation is itself named like a body."""
    body = mentions(found, "seat", "B")[0]
    before = found.sentence.text[max(0, found.match.start() - 25) : found.match.start()]
    to = _seat_of(body)
    ahead = _NOT_NOW.search(before) is not None
    if to and not _GONE.search(before):
        who = [party(scene, v) for v in mentions(found, "who", "SJ")]
        yield from relations(found, who, to, "presidency", {"state": "" if ahead else "in_force"})


_ADVERBS = r"(?:\w+ly |also |then |has |had |{D} )*"
_GONE = regex.compile(r"\b(?:former|previous|past|preceding|outgoing) (?:\p{Ll}+ )?$")
_NOT_NOW = regex.compile(r"\b(?:incoming|upcoming|future|next|forthcoming) (?:\p{Ll}+ )?$")


PRESIDENCY: tuple[Rule, ...] = (
    Rule(
        name="relations.presidency-of",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=rf"\b{CHAIR} of (?:the )?(?P<who>{{S}}){_OVER}(?: (?:in|for|during) (?P<day>{{D}}))?",
        build=presides,
        reads=("She spoke of the priorities of the presidency of Peru in the League of Ports in 2024.",),
        refuses=("She spoke of the presidency of the League of Ports.",),
    ),
    Rule(
        name="relations.adjective-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=rf"(?P<who>{{J}}) (?:(?P<object>{{B}}) )?{CHAIR}(?:{_OVER})?(?: (?:in|for) (?P<day>{{D}}))?"
        r"|(?P<who>{S})[’']s? (?:current |upcoming |forthcoming |rotating |\p{Ll}+-(?:long|year|month) )?"
        rf"(?:(?P<object>{{B}})(?:[’']s)? )?{CHAIR}(?:{_OVER})?(?: (?:in|for) (?P<day>{{D}}))?"
        rf"|(?P<object>{{B}})(?:[’']s)? {CHAIR} of (?:the )?(?P<who>{{S}})(?: (?:in|for) (?P<day>{{D}}))?",
        build=presides,
        reads=(
            "The sides touched upon the priorities of the Peruvian chairmanship in the League of Ports.",
            "These were the first talks under Peru's Chairmanship of the League of Ports.",
            "Peru's year-long chairmanship of the League of Ports is nearing its end.",
            "The talks were held as part of the League of Ports chairmanship of Peru.",
        ),
        refuses=("The sides touched upon the former Peruvian chairmanship in the League of Ports.",),
    ),
    Rule(
        name="relations.its-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=r"(?P<who>{S})(?=[^A-Z])[^.;{S}{A}{B}{J}]{0,60}? (?:during|of|for|in) (?:his|her|its|"
        rf"their|(?:the|that) country[’']s) {CHAIR}{_OVER}(?: (?:in|for) (?P<day>{{D}}))?",
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
        pattern=rf"(?:(?P<object>{{B}})[^.;{{S}}{{A}}{{B}}{{Y}}]{{0,40}})?,? under the {CHAIR} of (?:the "
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
        pattern=rf"(?:(?P<object>{{B}}) )?\b{CHAIR}(?:{_OVER})?[^.;{{S}}]{{0,40}}? (?:(?:will |shall |is to |was "
        r"|were |is |be "
        r"|has been |has )*(?:symbolically |formally |officially )?(?:passed|passes|pass|handed over"
        r"|transferred|shifted|moves|moved|goes|went|go)(?: on)?) "
        r"(?:(?:from|by) (?:the )?(?P<old>{S}) )?to [“\"]? ?(?:the )?(?P<new>{S}|{J}(?= side\b))”?"
        r"(?:,? (?:on|in|from|which will (?:assume|exercise|hold|take) it (?:on|in|from)) (?P<day>{D}))?",
        build=passes,
        reads=(
            "The chairmanship of the League of Ports passed from Peru to Chile.",
            "The chairmanship of the League of Ports will pass from Peru to Chile on 1 January 2025.",
            "The chairmanship of the League of Ports passed to the Peruvian side.",
        ),
        refuses=("The chairmanship of the League of Ports did not pass from Peru to Chile.",),
    ),
    Rule(
        name="relations.hands-over-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=r"(?P<old>{S})[^.;{S}]{0,30}? (?:hand(?:s|ed)?(?: over)?|will hand(?: over)?|is to hand "
        r"over|turn(?:s|ed) over|ced(?:es|ed)|"
        r"passed|passes|transferred|will pass|will transfer)(?: on)? (?:the |its )?(?:[\p{Ll}\d-]+ "
        rf"){{0,2}}{_ORG}{CHAIR}"
        rf"(?:{_OVER})?(?: \({{B}}\))?(?: on)? to (?:the )?(?P<new>{{S}})(?: (?:on|in|from) "
        rf"(?P<day>{{D}})|{_BEGINNING})?",
        build=passes,
        reads=(
            "Peru will hand over the Presidency of the League of Ports to Chile on 17 May 2024.",
            "Peru handed over the Presidency of the League of Ports to Chile, which took up its duties for six "
            "months, "
            "starting 1 July 2018.",
        ),
        refuses=("Peru handed over the report on the presidency to Chile.",),
    ),
    Rule(
        name="relations.assumes-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship", "leadership", "lead ", "helm"),
        pattern=r"(?<!{A} (?:of|from) (?:the )?|(?:from|succeeding|replacing|after) (?:the )?)(?P<new>{S})"
        r"(?:, (?:which|succeeding|replacing|taking over)\b[^.;{S}]{0,40}{S}[^.;,{S}]{0,20},)?"
        rf"[^.;{{S}}]{{0,30}}? (?:{_TAKES}|(?:will )?begins?|holds?|will hold|held|is holding|begins?|began"
        r"|starts?|started)(?: again)? (?:the |its )?(?:[\p{Ll}\d-]+ ){0,2}?"
        rf"(?:{_LEAD}{_WITHIN}|(?P<object>{{B}})(?:[’']s)? {_LEAD})(?: of the {{B}})?"
        r"(?: from (?:the )?(?P<old>{S}))?(?:(?: (?:on|in|from|for|since))? (?P<day>{D}))?",
        build=assumes,
        reads=(
            "Peru took over the chairmanship of the League of Ports from Chile on 1 January 2024.",
            "Peru is about to assume the leadership of the League of Ports from Chile.",
            "In 2025 Peru, which is taking over from Chile, will begin its chairmanship of the League of Ports.",
        ),
        refuses=(
            "Peru never assumed the chairmanship of the League of Ports.",
            "Ms. Ana Dol from Peru assumed the presidency of the League of Ports in 2014.",
        ),
    ),
    Rule(
        name="relations.assumes-chair",
        triggers=(
            "takes over",
            "take over",
            "took over",
            "taking over",
            "took the chair",
            "takes the chair",
            "take the chair",
            "assumes the",
            "assume the",
            "assumed the",
            "succeed",
            "replace",
        ),
        pattern=rf"(?P<new>{{S}})[^.;{{S}}]{{0,30}}? (?:{_TAKES} (?:from (?:the )?(?P<old>{{S}}) )?(?:as "
        rf")?|(?:succeeds|"
        r"succeeded|replaces|replaced|will succeed|will replace|is taking over from) (?:the )?(?P<old>{S}) as )(?:the "
        r")?(?P<seat>{BOA})"
        r"(?: from (?:the )?(?P<old>{S}))?(?:(?: (?:on|in|from|for|since))? (?P<day>{D}))?",
        build=assumes_seat,
        reads=(
            "Peru takes over from Chile as Chair of the League of Ports on 1 January 2025.",
            "Peru succeeded Chile as Chair of the League of Ports.",
        ),
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
            "election of",
            "designation of",
        ),
        pattern=r"(?P<who>{S})(?:,? as|, which is| is|,) (?:the )?(?:current |present |rotating |incoming )*"
        r"(?P<office>{AO})|(?P<office>{AO}) (?:passes|will pass|passed|is passing) to (?:the )?(?P<who>{S})"
        r"|\b(?:[Ee]lected|[Rr]e-elected|[Dd]esignated|[Ee]lection of|[Dd]esignation of) (?:the )?"
        r"(?P<who>{S}) (?:as |to )?(?:its |the |a )?(?P<office>{AO})(?: (?:in|for|from) (?P<day>{D}))?",
        build=state_as_chair,
        reads=(
            "Peru, as the current Chair of the League of Ports, will host the talks.",
            "The Chair of the League of Ports passes to Peru.",
            "The Ports Cooperation Organization (PCO) sits in Lima. The Council elected Peru as Chair of the "
            "League of "
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
    Rule(
        name="relations.priorities-of-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        needs=r"(?:{S}|{J})[^.;]{0,60} (?:for|of|during|within|in) ",
        pattern=r"\b(?:proposed|declared|announced|set|outlined|put forward|identified|named|presented|planned) by "
        r"(?:the )?(?:(?P<who>{S})|(?P<who>{J}) side)[^.;{S}{A}{J}{B}]{0,25}? "
        r"(?:for|of|during|within|in)(?: the (?:period|year|time) of)? "
        rf"(?:its|their|the (?:(?P<object>{{B}})|organi[sz]ation)[’']s) {CHAIR}(?:{_OVER})?"
        r"(?: (?:in|for|from) (?P<day>{D}))?",
        build=presides,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. They discussed the priorities proposed by "
            "Peru for "
            "its chairmanship in 2024.",
        ),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. They discussed the priorities proposed by "
            "Peru for "
            "the meeting on the chairmanship in 2024.",
        ),
    ),
    Rule(
        name="relations.during-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        pattern=rf"(?:^|[,;] |\bthat )(?:[Dd]uring|[Ii]n|[Aa]s part of|[Ww]ithin|[Ww]hile) (?:its|holding "
        rf"the|assuming the|"
        rf"having assumed the) (?:current )?{CHAIR}(?:{_OVER})?(?: (?:in|for) (?P<day>{{D}}))?,"
        r"(?: [^.;,{S}{A}{B}]{3,50},)? (?:the )?(?P<who>{S})(?=[ ’'])",
        build=presides,
        reads=("In holding the Chairmanship of the League of Ports, Peru will strengthen its efforts.",),
        refuses=("In holding the meeting on the Chairmanship of the League of Ports, Peru will save time.",),
    ),
    Rule(
        name="relations.hands-it-over",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        needs=r"\bover to ",
        pattern=r"(?P<old>{S})[^.;{S}{A}]{0,30}? (?:holds|held|is holding|has held) (?:the )?"
        rf"(?:(?:(?P<object>{{B}})|organi[sz]ation)[’']s )?{CHAIR}(?:{_OVER})?[^.;{{S}}{{A}}{{B}}]{{0,20}},? "
        r"(?:and|which|before it) (?:will|is to|shall) (?:hand|pass|turn) it over to (?:the )?(?P<new>{S})"
        r"(?: (?:in|on|from) (?P<day>{D}))?",
        build=passes,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru holds the organization's rotating presidency "
            "this year, and will hand it over to Chile in 2099.",
        ),
        refuses=("Peru holds the rotating presidency this year, and will hand over the report to Chile.",),
    ),
    Rule(
        name="relations.transfer-of-presidency",
        triggers=("presidency", "chairmanship", "chairpersonship"),
        needs=r"\b(?:transfer|handover|handing|hand-over|passing)\b",
        pattern=rf"\b(?:transfer|handover|hand-over|handing over|passing) of (?:the )?{_ORG}{CHAIR}(?:{_OVER})?"
        r"(?: from (?:the )?(?P<old>{S}))? to (?:the )?(?P<new>{S})(?: (?:on|in|from) (?P<day>{D})"
        rf"|{_BEGINNING})?",
        build=passes,
        reads=(
            "The meeting ended with the transfer of the Chairmanship of the League of Ports to Chile (which assumes "
            "it as "
            "of 1 July 2021).",
        ),
        refuses=("The meeting could end with the transfer of the Chairmanship of the League of Ports to Chile.",),
    ),
    Rule(
        name="relations.leader-chairs",
        triggers=("presidency", "chairmanship", "chairpersonship", "handed over", "hands over"),
        needs="{A}",
        pattern=rf"(?P<new>{{A}}),? (?:who )?{_ADVERBS}(?:took over|assumed|takes over|assumes|taken over) "
        rf"(?:the )?(?:(?P<object>{{B}})(?:[’']s)? )?{CHAIR}{_WITHIN}?(?! of (?:the )?(?:session|meeting|talks))"
        rf"(?: from (?:the )?(?P<old>{{A}}))?"
        rf"|(?P<old>{{A}}),? {_ADVERBS}(?:handed over|hands over|passed|transferred)(?: on)? (?:the )?"
        rf"(?:{_ORG}{CHAIR}(?:{_OVER})?|(?P<seat>{{B}}))(?: on)? to (?P<new>{{AS}}|the {{S}})"
        rf"(?: (?:on|in|from) (?P<day>{{D}})|{_BEGINNING})?",
        build=leader_chairs,
        reads=(
            "President of Peru Ana Dol also took over the chairmanship of the League of Ports.",
            "Minister of Justice of Peru Ana Dol handed over the League of Ports Chairmanship to Chile, whose term "
            "begins "
            "on 1 January 2021.",
        ),
        refuses=(
            "President of Peru Ana Dol took over the chairmanship of the meeting.",
            "President of Peru Ana Dol never took over the chairmanship of the League of Ports.",
        ),
    ),
    Rule(
        name="relations.named-presidency",
        triggers=(expand("{J} {B}"), expand("{S} {B}"), expand("{S}’s {B}"), expand("{S}'s {B}")),
        pattern=r"(?P<who>{SJ})(?:[’']s?)? (?P<seat>{B})",
        build=named_office,
        reads=("The Finnish League of Ports Chairmanship convened a meeting of the Committee on Health.",),
        refuses=(
            "The Finnish Council of Ports convened a meeting of the Committee on Health.",
            "The former Finnish League of Ports Chairmanship convened a meeting of the Committee on Health.",
        ),
        every=True,
    ),
)
"""Rules of presidencies."""
