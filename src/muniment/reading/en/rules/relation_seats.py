"""Seats that states hold: member, observer, partner or chair, whatever the words around them say of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import event_day, sentence_day
from muniment.reading.en.rules.mission_names import states_by_name
from muniment.reading.en.rules.relation_parts import (
    MANY,
    OBJECT,
    SUBJECT,
    UNDER_WAY,
    is_organisation,
    is_whole,
    mentions,
    national,
    object_of,
    party,
    relations,
    status_kind,
    told_day,
)
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Body, Group, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["SEATS"]

_WHO = rf"(?P<who>{MANY})"
_LEAD = (
    r"(?:(?:an?|the|its|their|one of the|one of its|\d+(?:st|nd|rd|th)|\p{Ll}+th|very first|first|second|third"
    r"|newest|latest|new|only|current|present|rotating|incoming|next|founding|original|full|fully[- ]fledged"
    r"|full-fledged|active|long-standing|permanent|non-permanent|associate|associated|special|sectoral|strategic|key"
    r"|official|committed|\d+|two|three|four|five) )*"
)
_WORDS = (
    r"(?P<st>(?:dialogue |development |associated |strategic )?(?:members?|observers?|partners?)(?: (?:states?|"
    r"countr(?:y|ies)"
    r"|nations?|in dialogue))?)"
)
_SEAT = rf"{_LEAD}(?:(?P<seat>{{AOY}})|{_WORDS} (?:of|in|to|at|with|for) {OBJECT})"
_LOOSE = rf"{_LEAD}(?:(?P<seat>{{AOY}})|{_WORDS}(?: (?:of|in|to|at|with|for) {OBJECT})?)"
"""A seat, of the giver where nothing else is named."""
_DAY = r"(?:,? (?:on|in|since|as of|from|as early as|for|back in) (?P<day>{D}))?"
_NOW = r"(?:(?:also|still|currently|now|already|itself|officially|both|all|not|no longer) )*"
_TITLES = (
    (
        regex.compile(r"(?i)(?:[\p{L}-]+ ){0,3}?(?:members?|member[- ](?:states?|countr(?:y|ies)))(?: of\b.*)?$"),
        "membership",
    ),
    (regex.compile(r"(?i)(?:[\p{L}-]+ ){0,3}?observers?(?: states?)?(?: (?:of|in|to|at)\b.*)?$"), "observer"),
    (regex.compile(r"(?i)(?:[\p{L}-]+ ){0,3}?partners?(?: (?:of|in)\b.*)?$"), "partner"),
    (
        regex.compile(
            r"(?i)(?:current |rotating |pro tempore )?(?:chair(?:man|person|manship)?(?:-in-office)?|"
            r"presiden(?:t|cy))$"
        ),
        "presidency",
    ),
)
"""What an office of a state's is called -> the kind of relation."""


def _seat(found: Found, scene: Scene, giver: Any = None, organs: bool = False) -> tuple[str, str]:
    """Return the kind of a seat and what it is held in; empty where it is none in an organisation, or in `organs`."""
    if not found.has("seat"):
        bodies = mentions(found, "object", "B")
        if bodies and not (is_organisation(scene, bodies[0]) or _is_known(bodies[0])):
            return "", ""
        return status_kind(found.text("st")), object_of(scene, bodies or ([giver] if giver else []))
    value = mentions(found, "seat", "AOY")[0]
    if isinstance(value, Actor):
        value = value.offices[-1] if value.offices and not value.name else None
    if isinstance(value, Group):
        title, to = value.text, value.organization
    elif isinstance(value, Office):
        title, to = value.title, value.organization
    else:
        return "", ""
    kind = next((kind for pattern, kind in _TITLES if pattern.match(title)), "")
    to = party(scene, Body(to, anaphor=" " not in to and to[1:].islower())) or to
    if to in states_by_name().values():
        return "", ""
    if kind != "presidency" and not organs and not is_whole(scene, to) and not _CAPITALS.fullmatch(to):
        return "", ""
    return kind, to


_CAPITALS = regex.compile(r"[\p{Lu}+]{3,}")


def _is_known(body: Body) -> bool:
    return body.known and not body.state and body.kind in ("organisation", "forum")


def _said(found: Found) -> str:
    """Return how the match is meant, with the few words right before it."""
    before = found.sentence.text[max(0, found.match.start() - 25) : found.match.start()]
    return modality(before.rpartition(",")[2] + found.match.group())


def _names(found: Found, scene: Scene) -> list[str]:
    return [party(scene, v) for v in mentions(found, "who", "SJ")] or [
        name for v in mentions(found, "officer", "A") if (name := national(v))
    ]


_OF_OFFICER = regex.compile(r"^(?:[’']s?|[’']) ")


def holds(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S is a member of the B", "S, an observer in the B since D, ...", "As chair of the B, S ..."."""
    kind, to = _seat(found, scene)
    words = found.match.group()
    if not kind or _said(found) in (DENIED, POSSIBLE, PLANNED) or "no longer" in words or " not " in words:
        return
    if _OF_OFFICER.match(found.sentence.text[found.match.end("who") :]):
        return
    if kind == "presidency" and "incoming" in words:
        yield from relations(found, _names(found, scene), to, kind, {"date": told_day(found, scene)})
        return
    day = told_day(found, scene) if found.has("day") else ""
    yield from relations(found, _names(found, scene), to, kind, {"state": "in_force", "date": day})


def held(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S was a member of the B until D": a seat given up."""
    kind, to = _seat(found, scene)
    if kind and _said(found) not in (DENIED, POSSIBLE):
        day = scene.iso(mentions(found, "day", "D")[0])
        yield from relations(found, _names(found, scene), to, kind, {"state": "ended", "date": day})


def takes(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S became the 31st member of the B", "S was admitted as a member of the B on D", "S was elected chair"."""
    kind, to = _seat(found, scene, organs=" elected" in found.match.group())
    said = _said(found)
    if not kind or said in (DENIED, POSSIBLE) or (said == PLANNED and kind != "presidency"):
        return
    day = told_day(found, scene) or sentence_day(scene)
    given = found.has("given")
    state = "granted" if given else "in_force"
    if kind == "presidency":
        state = "" if day or said == PLANNED or "next" in found.match.group() else "in_force"
    yield from relations(found, _names(found, scene), to, kind, {"state": state, "date": day})


def gives(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the B admitted S as its tenth member", "welcomed S as the newest member of the B"."""
    giver = mentions(found, "giver", "B")
    kind, to = _seat(found, scene, giver[0] if giver else None)
    if not kind or kind == "presidency" or _said(found) in (DENIED, POSSIBLE, PLANNED):
        return
    before = found.sentence.text[: found.match.start("verb")]
    if _STEPS.search(before):
        yield from relations(found, _names(found, scene), to, kind, {"state": "sought"})
        return
    if found.match["verb"] in ("admit", "accept", "admitting", "accepting") and not _AGREED.search(before):
        return
    there = found.match["verb"].startswith(("welcom", "greet", "congrat"))
    day = told_day(found, scene) or sentence_day(scene) or event_day(scene)
    more = {"state": "in_force" if there else "granted", "date": "" if there else day}
    yield from relations(found, _names(found, scene), to, kind, more)


_AGREED = regex.compile(r"\b(?:decided|agreed|agreement|decision|consensus)\b[^.;]{0,20}$")
"""Before "to admit S": that it was decided."""
_STEPS = regex.compile(r"\b(?:procedures?|process|question|issue)\b[^.;]{0,20}$")
_NO_WISH = regex.compile(r"\bno (?:plans?|intention|desire|wish|interest)\b")


def granting(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the procedure of granting S the status of a member of the B", "decided to grant S full membership"."""
    if found.has("seat"):
        kind, to = _seat(found, scene)
    else:
        bodies = mentions(found, "object", "B")
        if bodies and not (is_organisation(scene, bodies[0]) or _is_known(bodies[0])):
            return
        kind, to = status_kind(found.text("st")), object_of(scene, bodies)
    around = found.sentence.text[max(0, found.match.start() - 40) : found.match.end()]
    if not kind or kind == "presidency" or modality(around) in (DENIED, POSSIBLE):
        return
    if UNDER_WAY.search(around):
        yield from relations(found, _names(found, scene), to, kind, {"state": "sought"})
    elif modality(around) != PLANNED:
        day = told_day(found, scene) or sentence_day(scene) or event_day(scene)
        yield from relations(found, _names(found, scene), to, kind, {"state": "granted", "date": day})


def breaking_off(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S and S announced that they had quit their membership of the B", "said it would be leaving the B"."""
    bodies = mentions(found, "object", "B")
    if _HYPOTHETIC.search(found.match.group()) or (bodies and not is_organisation(scene, bodies[0])):
        return
    state = "suspended" if found.match["verb"].startswith(("suspend", "fr")) else "ended"
    told = {"state": state, "date": told_day(found, scene) or sentence_day(scene)}
    yield from relations(found, _names(found, scene), object_of(scene, bodies), "membership", told)


_HYPOTHETIC = regex.compile(r"\b(?:could|may|might|not|never|no|if|whether|consider\w*)\b")


def wants(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S wishes to join the B", "S expressed its desire to become a member of the B", "A told of it"."""
    words = found.match.group()
    if _said(found) in (DENIED, POSSIBLE) or _NO_WISH.search(words):
        return
    if found.has("joined"):
        bodies = mentions(found, "object", "B")
        if bodies and not (is_organisation(scene, bodies[0]) or _is_known(bodies[0])):
            return
        kind, to = status_kind(found.text("sought")) if found.has("sought") else "membership", object_of(scene, bodies)
    else:
        kind, to = _seat(found, scene)
    if kind and kind != "presidency":
        yield from relations(found, _names(found, scene), to, kind, {"state": "sought", "date": told_day(found, scene)})


_BY_LIST = r"(?:(?P<officer>{A}),?|" + SUBJECT + ")"
_JOINS = rf"(?P<joined>(?:join|accede to|enter|joining|acceding to|entering) {OBJECT})"
_WISH = (
    r"(?:desire|interest|intention|wish|readiness|willingness|intent|aspiration|ambition|bid|plans?|application"
    r"|request|determination|commitment|efforts?|candidacy)"
)
_AIM = (
    r"(?:(?:\w+ly |also |has |have |had )*(?:wish(?:es|ed)?|wants?|wanted|intends?|intended|seeks?|sought|aims?"
    r"|plans?|planned"
    r"|hopes?|hoped|aspires?|asked|requested|applied|appl(?:y|ies)|applying|is seeking|are seeking|is applying)"
    r"|(?:is|are) (?:\w+ly |also )*interested in"
    r"|(?:\w+ly |also |has |have |had )*(?:expressed|announced|declared|confirmed|reaffirmed|stated|reiterated"
    r"|submitted|filed|voiced|lodged|sent|made|showed|shown)(?: an?| the| its| their| (?:his|her) country[’']s"
    rf"| {{J}})?(?: (?:strong|official|formal|firm|keen|great|\p{{Ll}}+))? {_WISH})"
)

SEATS: tuple[Rule, ...] = (
    Rule(
        name="relations.holds-seat",
        triggers=(
            "member",
            "observer",
            "partner",
            expand("is {A}"),
            expand("are {Y}"),
            expand("been {A}"),
            expand(" {A}"),
            expand("{Y}"),
        ),
        needs=r"(?:{S}[^.;]* (?:is|are|remains?|been) )",
        pattern=rf"{_WHO} (?:is|are|remains?|has been|have been|is considered) {_NOW}{_SEAT}{_DAY}",
        build=holds,
        reads=(
            "Peru is a member of the League of Ports.",
            "Peru and Chile have been members of the League of Ports since 1994.",
            "Peru is currently a non-permanent observer in the League of Ports.",
        ),
        refuses=(
            "Peru is not a member of the League of Ports.",
            "Peru is a member of the Committee on Health.",
            "Peru is no longer a member of the League of Ports.",
        ),
    ),
    Rule(
        name="relations.seat-beside",
        triggers=(
            "member",
            "observer",
            "partner",
            expand("{S}, {A}"),
            expand("{S}, {Y}"),
            expand("as {A}"),
            expand("{A}"),
        ),
        needs=r"{S}, |[Aa]s ",
        pattern=rf"(?P<who>{{S}}), (?:which is |as |itself |also |currently )*{_SEAT}{_DAY},"
        rf"|(?:^|, |\b(?:and|that|but) )(?:[Aa]s|[Ii]n (?:its|their) capacity as) {_SEAT}{_DAY},(?: "
        rf"[^.;,{{S}}{{A}}{{B}}]{{3,50}},)? "
        r"(?P<who>(?:the )?{S})(?= )",
        build=holds,
        reads=(
            "Peru, a founding member of the League of Ports, voted in favour.",
            "As a member of the League of Ports, Peru supports free passage.",
            "In its capacity as Chair of the League of Ports, Peru hosted the talks.",
        ),
        refuses=(
            "As a member of the Committee on Health, Peru supports free passage.",
            "As a member of the League of Ports, the Peruvian minister spoke.",
        ),
    ),
    Rule(
        name="relations.held-seat",
        triggers=("until",),
        pattern=rf"{_WHO} (?:was|were|had been) {_SEAT}(?: (?:from|since) {{D}})? until (?P<day>{{D}})",
        build=held,
        reads=("Peru was a member of the League of Ports until 2012.",),
        refuses=("Peru was not a member of the League of Ports until 2012.",),
    ),
    Rule(
        name="relations.takes-seat",
        triggers=(
            "became",
            "become",
            "becoming",
            "admitted",
            "accepted",
            "recogni",
            "elected",
            "chosen",
            "designated",
            "joined",
        ),
        needs=r"{S}",
        pattern=rf"{SUBJECT} (?:which )?(?:(?:\w+ly |also |then |later |finally |has |have |had )*(?:became|become|"
        rf"joined as|(?:will|"
        rf"is to|are to) (?:\w+ly )?become)|(?P<given>(?:was|were|has been|have been|had been)(?: \w+ly| also| then)? "
        rf"(?:admitted|accepted"
        rf"|recogni[sz]ed|elected|re-elected|chosen|designated|approved)(?: as| to be)?)) {_SEAT}{_DAY}"
        rf"|(?P<who>{{S}})(?=[^A-Z])[^.;{{S}}{{A}}]{{0,110}}, (?:thus |thereby )?becoming {_SEAT}",
        build=takes,
        reads=(
            "Peru officially became the 31st member of the League of Ports on 4 April 2023.",
            "Peru was admitted as the tenth member of the League of Ports on 3 May 2011.",
            "Peru was elected chair of the League of Ports for 2025.",
            "Peru deposited its paper on 3 May 2024, becoming the tenth member of the League of Ports.",
        ),
        refuses=(
            "Peru became a member of the Committee on Health.",
            "Peru will become a member of the League of Ports.",
            "Peru could become a full member of the League of Ports.",
        ),
    ),
    Rule(
        name="relations.gives-seat",
        triggers=("admitted", "accepted", "welcom", "recogni", "admit", "admitting"),
        needs=r" as ",
        pattern=rf"(?:(?P<giver>{{B}})(?: \({{B}}\))? (?:has |have |also |\w+ly )*)?\b(?P<verb>admitted|accepted|"
        rf"welcomed|welcomes|"
        rf"welcoming|recogni[sz]ed|admitting|accepting|admit|accept) {_WHO}(?: in {{D}})? as {_LOOSE}{_DAY}",
        build=gives,
        reads=(
            "The League of Ports admitted Peru as its tenth member on 3 May 2011.",
            "The ministers welcomed Peru as the newest member of the League of Ports.",
        ),
        refuses=(
            "The League of Ports would have admitted Peru as its tenth member.",
            "The Committee on Health admitted Peru as a member of the Committee on Health.",
        ),
    ),
    Rule(
        name="relations.granting",
        triggers=("grant", "giving", "conferring", "according"),
        needs=r"member|observer|partner|status of",
        pattern=rf"\b(?:grant(?:ed|ing|s)?|giving|conferring|according) {_WHO} (?:the )?(?:status of {_SEAT}|"
        rf"(?:(?:full|permanent|special) )*(?:(?P<object>{{B}}) )?"
        rf"(?:(?P<st>(?:dialogue )?(?:member(?:ship)?|observer|partner)) status|(?P<st>membership))(?: (?:of|in|at) "
        rf"{OBJECT})?)",
        build=granting,
        reads=(
            "They started the procedure of granting Peru the status of a full member of the League of Ports.",
            "The Ports Cooperation Organization (PCO) sits in Lima. They agreed to grant Peru full membership of the "
            "group.",
        ),
        refuses=(
            "The ministers did not grant Peru the status of a full member of the League of Ports.",
            "The ministers granted Peru membership of the Committee on Health.",
        ),
    ),
    Rule(
        name="relations.breaking-off",
        triggers=("announc", "said", "declar", "notif", "decided to", "resolved to"),
        needs=r"\b(?:quit|left|leav|withdr|suspend)",
        pattern=rf"{SUBJECT} (?:\w+ly |has |have |had )*(?:announced|said|declared)(?:,? (?:on )?(?:{{D}}|\w+day),?)?"
        r"(?: that)? (?:it|they) (?:had|have|has|would be|will be|were|was|are|is) "
        r"(?:immediately |officially )?(?P<verb>quit(?:ting)?|left|leaving|withdrawn|withdrawing|suspended"
        rf"|suspending) (?:(?:its|their) (?:membership|participation) (?:of|in|from) |from )?{OBJECT}"
        rf"|{SUBJECT} (?:\w+ly |has |have |had )*(?:decided|resolved) to (?P<verb>withdraw from|leave|quit"
        rf"|pull out of) {OBJECT}(?: (?:in|on) (?P<day>{{D}}))?",
        build=breaking_off,
        reads=(
            "Peru and Chile announced, on 3 May 2024, that they had quit their membership of the League of Ports.",
            "Peru announced that it would be leaving the League of Ports.",
            "Peru has decided to withdraw from the League of Ports.",
        ),
        refuses=(
            "Peru announced that it would be leaving the Committee on Health.",
            "Peru never said that it had left the League of Ports.",
        ),
    ),
    Rule(
        name="relations.wants-seat",
        triggers=("join", "acced", "enter", "become", "becoming", "obtain", "membership", "status"),
        needs=rf"(?:wish|want|inten|seek|sought|aim|plan|hope|aspir|ask|request|appl|{_WISH})",
        pattern=rf"{_BY_LIST} (?:who )?{_AIM} (?:(?:to|of|in|for|on) )?(?:{_JOINS}|"
        rf"(?:become|becoming) {_SEAT}"
        rf"|(?P<joined>(?:for |obtaining |to obtain )?(?:full |permanent )?membership(?: (?:of|in|to|at) {OBJECT})?)|"
        rf"(?P<joined>(?:obtain|get|receive?|gain|acquire?|be granted)(?:ing)? (?:an? |the "
        rf")?(?:status of (?:an? |the "
        rf")?(?P<sought>(?:dialogue )?(?:observer|partner))|(?P<sought>(?:dialogue |permanent )*(?:observer|partner)) "
        rf"status)(?: (?:of|in|to|at|with) {OBJECT})?)){_DAY}",
        build=wants,
        reads=(
            "Peru wishes to join the League of Ports.",
            "Peru expressed its desire to become a full member of the League of Ports.",
            "The President of Peru announced his country's intention to join the League of Ports.",
            "Peru submitted its application to join the League of Ports on 3 May 2020.",
        ),
        refuses=(
            "Peru does not wish to join the League of Ports.",
            "Peru has no plans to join the League of Ports.",
            "Peru wishes to join the Committee on Health.",
        ),
    ),
)
"""Rules for seats held, taken, given and wanted."""
