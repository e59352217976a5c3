"""Relations told in other turns: the next chair, the baton passed on, the first to join, memoranda with many."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, DONE, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import sentence_day
from muniment.reading.en.rules.relation_parts import (
    BODIES,
    CHAIR,
    MANY,
    OBJECT,
    is_organisation,
    mentions,
    object_of,
    party,
    relations,
    status_kind,
    told_day,
)
from muniment.reading.mention import Actor, Body, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["TURNS"]

_DAY = r"(?:,? (?:on|in|from|for|since|as of) (?P<day>{D}))?"
_OF = r"(?: (?:of|in|over|at) (?:the )?(?P<object>{B}))"
_ITS_CHAIR = rf"(?:(?P<object>{{B}})(?:[’']s)? )?{CHAIR}{_OF}?"


def _where(found: Found, scene: Scene) -> str:
    """Return the organisation told of, else the page's own; empty for an organ that states do not belong to."""
    bodies = mentions(found, "object", "B")
    return "" if bodies and not (is_organisation(scene, bodies[0]) or bodies[0].known) else object_of(scene, bodies)


def _names(found: Found, scene: Scene, group: str) -> list[str]:
    return [party(scene, value) for value in mentions(found, group, "S")]


def handed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S was handed the chairmanship by S", "S passed the baton to S", "S succeeds S at the helm of the B"."""
    before = found.sentence.text[max(0, found.match.start() - 25) : found.match.start()]
    mode = modality(before.rpartition(",")[2] + found.text())
    to = _where(found, scene)
    if mode in (DENIED, POSSIBLE) or not to:
        return
    day = told_day(found, scene) or sentence_day(scene)
    ahead = mode == PLANNED or (scene.anchor is not None and bool(day) and day > scene.anchor.iso[: len(day)])
    told = {"date": day, "state": "" if ahead else "in_force"}
    yield from relations(found, _names(found, scene, "new"), to, "presidency", told)
    told = {"state": "in_force"} if ahead else {"date": day, "state": "ended"}
    yield from relations(found, _names(found, scene, "old"), to, "presidency", told)


_CHAIRS = regex.compile(r"(?i)(?:rotating )?(?:chair(?:man|person|manship)?(?:-in-office)?|presiden(?:t|cy))$")


def next_chair(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the next Chair of the B will be S", "S will be the next chairing country of the B": still to come."""
    seat = mentions(found, "seat", "AO")
    if seat:
        value = seat[0]
        office = value.offices[-1] if isinstance(value, Actor) and value.offices and not value.name else value
        if not isinstance(office, Office) or not _CHAIRS.match(office.title):
            return
        named = Body(office.organization, anaphor=" " not in office.organization)
        to = (party(scene, named) if office.organization else "") or scene.home
    else:
        to = _where(found, scene)
    if to and modality(found.text()) not in (DENIED, POSSIBLE):
        day = told_day(found, scene)
        yield from relations(found, _names(found, scene, "who"), to, "presidency", {"date": day})


_LEAVES = regex.compile(r"leave|quit|withdraw|exit")


def first_to(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S became the first country to leave the B", "the latest state to receive observer status was S"."""
    to = _where(found, scene)
    if not to or modality(found.text().replace("was the", "")) in (DENIED, POSSIBLE):
        return
    if found.has("leads"):
        kind, state = "presidency", ""
    elif found.has("st"):
        kind, state = status_kind(found.text("st")), "granted"
    else:
        kind, state = "membership", "ended" if _LEAVES.match(found.match["verb"]) else "in_force"
    told = {"state": state, "date": told_day(found, scene)}
    yield from relations(found, _names(found, scene, "who"), to, kind, told)


def memoranda(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the B has signed memoranda of understanding with the B, the B and the B": it cooperates with each."""
    one = mentions(found, "one", "B")[0]
    if one.state or modality(found.text()) != DONE:
        return
    for body in mentions(found, "other", "B"):
        if is_organisation(scene, body):
            yield from relations(found, [party(scene, one)], party(scene, body), "cooperation", {"state": "in_force"})


_FIRST = (
    r"(?:(?:very |most )?(?:first|second|third|fourth|fifth|last|latest|recent|newest|next|only|\d+(?:st|nd|rd|th)|"
    r"\p{Ll}+th)) (?:\p{L}+ )?(?:country|state|nation|member(?: state)?|republic)"
)
_DID = (
    rf"(?:(?P<verb>join|accede to|enter|leave|quit|withdraw from|exit) {OBJECT}"
    rf"|(?:receive|obtain|gain|get|be granted) (?:an? |the )?(?P<st>(?:full )?(?:observer|dialogue partner|partner|"
    rf"member)) status(?: (?:of|in|at|with|within) {OBJECT})?"
    rf"|(?P<leads>chair|preside over|lead) {OBJECT}|(?:hold|assume|take over) the (?P<leads>{CHAIR}) of {OBJECT})"
)


def acceding(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S signed a memorandum concerning its accession to the B as a dialogue partner": it is one."""
    to = _where(found, scene)
    if to and modality(found.text()) == DONE:
        told = {"state": "granted", "date": sentence_day(scene)}
        yield from relations(found, _names(found, scene, "who"), to, status_kind(found.text("st")), told)


TURNS: tuple[Rule, ...] = (
    Rule(
        name="relations.acceding-as",
        triggers=("its accession", "its admission"),
        pattern=r"(?P<who>{S}) (?:has |have )?(?:signed|inked)[^.;{S}{A}{B}]{0,80}? "
        r"(?:concerning|on|regarding|for) its "
        r"(?:accession|admission) to (?:the )?(?P<object>{B})(?: \({B}\))? as (?:an? |the )?(?P<st>(?:[Ss]ectoral )?"
        r"(?:[Dd]ialogue )?(?:[Pp]artner|[Oo]bserver|[Mm]ember))\b",
        build=acceding,
        reads=("Peru signed a paper concerning its accession to the League of Ports as a Dialogue Partner.",),
        refuses=("Peru may have signed a paper on its accession to the League of Ports as a Dialogue Partner.",),
    ),
    Rule(
        name="relations.chair-handed",
        triggers=("presidency", "chairmanship", "chairpersonship", "helm", "baton", "gavel", "in the chair"),
        pattern=r"(?P<new>{S}) (?:was|has been|will be|is to be) (?:\w+ly )?(?:handed(?: over)?|given|entrusted with|"
        rf"elected to|passed) (?:the )?{_ITS_CHAIR}(?: by (?:the )?(?P<old>{{S}}))?{_DAY}"
        r"|(?P<old>{S}),? (?:\w+ly |has |also )*(?:passed|passes|will pass|handed|hands|will hand)(?: on| over)? the "
        rf"(?:symbolic )?(?:baton|gavel)(?: of (?:the )?{_ITS_CHAIR})?(?: on| over)? to (?:the )?(?P<new>{{S}}){_DAY}"
        r"|(?P<new>{S})(?: has|,? which)? (?:succeeds|succeeded|will succeed|replaces|replaced|will replace|takes over "
        r"from|took over from|is taking over from|will take over from) (?:the )?(?P<old>{S}) (?:at the helm|in the "
        rf"chair|in (?:holding )?the {CHAIR}){_OF}?{_DAY}"
        r"|(?P<new>{S}),? holding the (?:rotating |annual )*(?:(?P<object>{B})(?:[’']s)? )?"
        rf"{CHAIR}(?:{_OF}|(?! (?:of|in|over|at) )){_DAY}"
        rf"|\b[Cc]ongratulated (?P<new>{{S}}) (?:on|upon|for) (?:assuming|taking (?:over|up)|(?:the|its) "
        rf"assumption of) "
        rf"(?:the )?{_ITS_CHAIR}"
        rf"|(?P<new>{{S}}) (?:holds|will hold|is to hold|is holding) the (?:rotating |annual )*{CHAIR} "
        r"(?:in|for|from|since) (?P<day>{D})",
        build=handed,
        reads=(
            "Peru was handed the chairmanship of the League of Ports by Chile.",
            "Chile passed the baton of the League of Ports chairmanship to Peru on 1 January 2024.",
            "Peru succeeds Chile at the helm of the League of Ports.",
            "The ministers congratulated Peru on assuming the chairmanship of the League of Ports.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru, holding the rotating presidency, hosted it.",
        ),
        refuses=(
            "Peru was not handed the chairmanship of the League of Ports.",
            "Peru was handed the report on the chairmanship by Chile.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru, holding the presidency of the court, left.",
        ),
    ),
    Rule(
        name="relations.next-chair",
        triggers=(" next ",),
        pattern=r"\b[Tt]he next (?:(?P<seat>{AO})|(?:(?P<object>{B})(?:[’']s)? )?(?:chairing|presiding) "
        rf"(?:country|state|nation){_OF}?|{_ITS_CHAIR})(?: (?:for|in) (?P<day>{{D}}))? (?:will be|is|is to be|goes to|"
        r"will go to)(?: held by| assumed by)? (?:the )?(?P<who>{S})"
        r"|(?P<who>{S}) (?:will be|is|is to be) the next (?:(?P<seat>{AO})|(?:(?P<object>{B})(?:[’']s)? )?(?:chairing|"
        rf"presiding) (?:country|state|nation){_OF}?){_DAY}",
        build=next_chair,
        reads=(
            "The next Chair of the League of Ports will be Peru.",
            "Peru will be the next chair of the League of Ports from 1 January 2025.",
        ),
        refuses=(
            "The next Chair of the League of Ports could be Peru.",
            "The next Secretary General of the League of Ports will be Peru's choice.",
        ),
    ),
    Rule(
        name="relations.first-to",
        triggers=(" country to ", " state to ", " nation to ", " member to ", " republic to "),
        pattern=rf"(?P<who>{MANY})(?: has|,? which)? (?:became|become|was|is|were|are) (?:thus |also |then )?the "
        rf"{_FIRST} to {_DID}{_DAY}"
        rf"|\b[Tt]he {_FIRST} to {_DID}{_DAY} (?:was|is|has been) (?P<who>{{S}})",
        build=first_to,
        reads=(
            "Peru became the first country to leave the League of Ports in 2019.",
            "The most recent country to receive observer status in the League of Ports was Peru.",
            "Peru was the first state to chair the League of Ports in 2001.",
        ),
        refuses=(
            "Peru could become the first country to leave the League of Ports.",
            "Peru became the first country to join the Committee on Health.",
            "Peru is the first country to leave.",
        ),
    ),
    Rule(
        name="relations.memoranda",
        triggers=("memoranda", "memorandums", "agreements", "protocols", "arrangements"),
        needs=r"\bwith\b",
        pattern=r"(?P<one>{B})(?: \({B}\))? (?:has |have |had )?(?:also |already )?(?:signed|concluded|inked|has|had) "
        r"(?:(?!no\b)\w+ ){0,2}?(?:memoranda|memorandums|agreements|protocols|arrangements) (?:of|on) (?:mutual )?"
        rf"(?:understanding|co-?operation|partnership) with (?:the )?(?P<other>{BODIES})",
        build=memoranda,
        reads=("The League of Ports has memoranda of understanding with the Harbour Union and the League of Nets.",),
        refuses=("The League of Ports has no memoranda of understanding with the Harbour Union.",),
    ),
)
"""Rules for relations told in other turns."""
