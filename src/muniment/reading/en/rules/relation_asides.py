"""Relations told in passing: "S's membership, suspended in D", "a status granted to it in D", items of decisions."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, DONE, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import event_day, sentence_day
from muniment.reading.en.rules.relation_parts import (
    CHAIR,
    LIST,
    MANY,
    is_organisation,
    mentions,
    names_in,
    national,
    object_of,
    party,
    relations,
    status_kind,
    told_day,
)
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["ASIDES"]

_STATUS = (
    r"(?P<st>(?:(?:[Ff]ull |[Aa]ssociate )?[Mm]embership|(?:[Ss]ectoral |[Ss]trategic )?(?:[Dd]ialogue |"
    r"[Dd]evelopment "
    r")?[Pp]artnership|(?:(?:[Pp]ermanent |[Ss]ectoral )?(?:[Oo]bserver|(?:[Dd]ialogue )?[Pp]artner) [Ss]tatus|(?:the "
    r")?status of (?:an? |the )?(?:[Dd]ialogue )?(?:observer|partner))))"
)
_IN = r"(?: (?:in|of|at|with|to) (?:the )?(?P<object>{B})(?: \({B}\))?)?"
_GIVEN = r"(?:granted|given|accorded|conferred|obtained|received)"


def _where(found: Found, scene: Scene) -> str:
    """Return what is told of: the organisation named, else the page's; empty for a body states hold no seat in."""
    bodies = mentions(found, "object", "B")
    if bodies and not (is_organisation(scene, bodies[0]) or bodies[0].known):
        return ""
    return object_of(scene, bodies)


def _who(found: Found, scene: Scene) -> list[str]:
    return [party(scene, value) for value in mentions(found, "who", "SB")]


def shut(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S's membership, frozen in D", "S, whose membership has been suspended since D"."""
    if modality(found.text()) == DONE:
        more = {"state": "suspended", "date": told_day(found, scene)}
        yield from relations(found, _who(found, scene), _where(found, scene), status_kind(found.text("st")), more)


def stays_shut(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "maintains the suspension of S", "lifts the suspension of S from the B", "the suspension is maintained"."""
    before = found.sentence.text[max(0, found.match.start() - 30) : found.match.start()]
    if modality(before + found.text()) in (DENIED, POSSIBLE, PLANNED):
        return
    lifted = found.match["verb"].lower().startswith("lift")
    bodies = mentions(found, "object", "B")
    own = bodies[0].organization if bodies and not is_organisation(scene, bodies[0]) else ""
    to = own or object_of(scene, bodies)
    for draft in relations(
        found, _who(found, scene), to, "membership", {"state": "in_force" if lifted else "suspended"}
    ):
        draft.notes = {"lifted": lifted}
        yield draft


def given(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "as an observer of the B, a status granted to it in D", "S obtained that status in D"."""
    if modality(found.text()) not in (DENIED, POSSIBLE, PLANNED):
        more = {"state": "granted", "date": told_day(found, scene)}
        yield from relations(found, _who(found, scene), _where(found, scene), status_kind(found.text("st")), more)


_SUCH = regex.compile(
    expand(
        r"(?P<st>[Oo]bserver|[Pp]artner)(?: status| state)s?(?: (?:in|of|at|with|to) (?:the )?(?P<object>{B}))?"
        r"|status of (?:an? |the )?(?:\p{Ll}+ )?(?P<st>observer|partner)s?(?: (?:in|of|at|with|to) (?:the )?"
        r"(?P<object>{B}))?"
    )
)
_NEAR = 3
"""In how many sentences, its own one of them, the status meant by "that status" is told of."""


def that_status(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S obtained that status in D", "S have this status", "S lost it in D", behind words that say which."""
    if modality(found.text()) in (DENIED, POSSIBLE, PLANNED):
        return
    for number in range(scene.number, max(-1, scene.number - _NEAR), -1):
        end = found.match.start() if number == scene.number else None
        told = list(_SUCH.finditer(scene.sentences[number].text[:end]))
        if told:
            break
    else:
        return
    at = told[-1].start("object")
    to = object_of(scene, [scene.sentences[number].value(at)] if at >= 0 else [])
    state = "ended" if found.has("lost") else "granted" if found.has("got") else "in_force"
    more = {"state": state, "date": scene.iso(mentions(found, "day", "D")[0]) if found.has("day") else ""}
    yield from relations(found, names_in(found, scene, "who"), to, status_kind(told[-1]["st"]), more)


def beside(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S, an observer since D, spoke": of the page's organisation where no other is named."""
    if scene.home or found.has("object"):
        more = {"state": "in_force", "date": told_day(found, scene) if found.has("day") else ""}
        yield from relations(found, _who(found, scene), _where(found, scene), status_kind(found.text("st")), more)


def item(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read an item of what was decided: "the granting of observer status to S", "the termination of its status"."""
    over = found.has("over")
    more = {"state": "ended" if over else "granted", "date": sentence_day(scene) or event_day(scene)}
    to = _where(found, scene)
    yield from relations(found, names_in(found, scene, "who"), to, status_kind(found.text("st")), more)


def approved(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Conference approved the membership of S"."""
    before = found.sentence.text[max(0, found.match.start() - 30) : found.match.start()]
    if modality(before + found.text()) == DONE:
        more = {"state": "granted", "date": sentence_day(scene) or event_day(scene)}
        yield from relations(found, _who(found, scene), _where(found, scene), status_kind(found.text("st")), more)


def asked(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the request of S, received in D, for the status of partner", "S's application, submitted on D"."""
    if modality(found.text()) not in (DENIED, POSSIBLE):
        more = {"state": "sought", "date": told_day(found, scene) if found.has("day") else ""}
        yield from relations(found, _who(found, scene), _where(found, scene), status_kind(found.text("st")), more)


def presiding(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "in D S presides in the Organization", "S presides over the bodies of the B this year"."""
    if modality(found.text()) not in (DENIED, POSSIBLE):
        more = {"state": "in_force", "date": told_day(found, scene)}
        yield from relations(found, _who(found, scene), _where(found, scene), "presidency", more)


def chairs(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "in D the B is chaired by S", "elected S to chair the B in D", "as the chairing state, S": it presides."""
    before = found.sentence.text[max(0, found.match.start() - 25) : found.match.start()]
    mode = modality(before + found.text())
    who = _who(found, scene) or [national(actor) for actor in mentions(found, "officer", "A")]
    bodies = mentions(found, "object", "B")
    if mode in (DENIED, POSSIBLE) or (bodies and (bodies[0].state or bodies[0].kind == "conference")):
        return
    day = told_day(found, scene) or (scene.iso(mentions(found, "since", "D")[0]) if found.has("since") else "")
    more = {"date": day, "state": "" if mode == PLANNED or (day and not found.has("since")) else "in_force"}
    to = party(scene, bodies[0]) if bodies else scene.home
    yield from relations(found, who, to, "presidency", more)


def ended(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "revoked the observer status of S", "S ceased to be a member of the B on D", "its membership ended"."""
    before = found.sentence.text[max(0, found.match.start() - 25) : found.match.start()]
    if modality(before + found.text()) != DONE:
        return
    seats = [o for actor in mentions(found, "seat", "A") for o in actor.offices if not actor.name]
    if found.has("seat") and not (seats and seats[0].title.lower() in ("member", "observer", "member state")):
        return
    to = seats[0].organization if seats else _where(found, scene)
    kind = status_kind(seats[0].title if seats else found.text("st"))
    yield from relations(found, _who(found, scene), to, kind, {"state": "ended", "date": told_day(found, scene)})


def shut_here(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S has frozen its membership": in the page's organisation."""
    if modality(found.text()) == DONE and scene.home:
        more = {"state": "suspended", "date": told_day(found, scene) if found.has("day") else ""}
        yield from relations(found, _who(found, scene), scene.home, "membership", more)


def since(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S has been a member since D", "S became a full member on D": of the page's organisation."""
    if modality(found.text()) == DONE and scene.home:
        more = {"state": "in_force", "date": told_day(found, scene)}
        yield from relations(found, _who(found, scene), scene.home, status_kind(found.text("st")), more)


def signed_by_heads(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Secretary General of the B and the Director of the B signed a memorandum": the two cooperate."""
    texts = [n for n in mentions(found, "text", "N") if isinstance(n, Instrument) and n.kind == "memorandum"]
    one, other = (_office_of(mentions(found, name, "A")[0]) for name in ("one", "other"))
    if texts and one and other and modality(found.text()) == DONE:
        day = {"date": sentence_day(scene) or event_day(scene)}
        yield from relations(found, [one], other, "cooperation", {"state": "in_force", **day})


_HEAD_OF = regex.compile(
    r"(?i)(?:acting )?(?:secretary[- ]general|director[- ]general|executive secretary|executive director)$"
)


def _office_of(actor: Actor) -> str:
    """Return the organisation whose head somebody is; empty for others."""
    return next((o.organization for o in actor.offices if _HEAD_OF.match(o.title) and o.organization), "")


_ASKED = r"(?:has been |was |had been )?(?:submitted|received|lodged|filed|made|sent)(?: (?:in|on) (?P<day>{D}))"

ASIDES: tuple[Rule, ...] = (
    Rule(
        name="relations.membership-shut",
        triggers=("frozen", "suspended"),
        needs=r"\b(?:membership|status)\b",
        pattern=rf"(?P<who>{{S}})[’']s? {_STATUS}{_IN}, (?:frozen|suspended) (?:in|on|since) (?P<day>{{D}})"
        rf"|(?P<who>{{S}})[’']s? {_STATUS}{_IN} (?:was|has been|is|remains) (?:suspended|frozen)(?: (?:in|on|since) "
        rf"(?P<day>{{D}}))?"
        rf"|(?P<who>{{S}}), whose {_STATUS}{_IN} (?:has been|was|had been|is) (?:frozen|suspended)(?: (?:since|in|on) "
        r"(?P<day>{D}))?",
        build=shut,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru's membership has been suspended.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru's membership, frozen in November 2011, was "
            "not discussed.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru, whose membership has been suspended since "
            "August 2012, stayed away.",
        ),
        refuses=("The Ports Cooperation Organization (PCO) sits in Lima. Peru's membership was not frozen in 2011.",),
    ),
    Rule(
        name="relations.suspension-stays",
        triggers=("suspension of", "suspensions of"),
        needs=r"(?<!{B} )(?<!{B} has )\b(?:[Ll]ift|[Mm]aintain|uph[eo]ld|[Ee]xtend|[Rr]emain)",
        pattern=r"\b(?P<verb>[Ll]ift(?:s|ed)?|[Mm]aintain(?:s|ed)?|[Uu]p(?:holds|held)) the suspension of (?:the "
        rf")?(?:Republic of )?(?P<who>{MANY})(?: from (?:the )?(?:activities of |bodies of )?(?:the "
        rf")?(?P<object>{{B}}))?"
        rf"|\b[Tt]he suspensions? of (?P<who>{MANY})(?: from (?:the )?(?:[\p{{Ll}}-]+ )?(?:activities of |bodies of )?"
        r"(?:the )?(?P<object>{B}))?(?:,[^.;,]{3,60},)? (?:is|are|was|has been|have been) (?P<verb>maintained|upheld|"
        r"lifted|extended)",
        build=stays_shut,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Council lifts the suspension of Peru from the "
            "activities of the PCO and maintains the suspension of Chile.",
            "The suspension of Peru and Chile from the bodies of the League of Ports is maintained.",
        ),
        refuses=("The Council may have lifted the suspension of Peru from the League of Ports.",),
        every=True,
    ),
    Rule(
        name="relations.status-given-it",
        triggers=(" a status ", "which was granted"),
        pattern=r"(?P<who>{S})(?=[^A-Z])[^.;{S}{A}]{0,40} (?:as )?an? "
        rf"(?P<st>(?:\p{{Ll}}+ )?(?:observer|partner))(?: state)?{_IN}, a (?:status|standing) "
        rf"(?:that |which )?(?:it )?(?:was |has been |had been )?{_GIVEN}(?: to it)? (?:in|on) (?P<day>{{D}})",
        build=given,
        reads=("Peru was present as an observer of the League of Ports, a status granted to it in November 2022.",),
        refuses=("Peru was present as an observer of the League of Ports, a status that could be granted in 2022.",),
    ),
    Rule(
        name="relations.that-status",
        triggers=("that status", "this status", "the status", "lost it", "such status", "such a status"),
        needs=r"\b(?:ha(?:s|ve)|obtained|received|gained|lost|holds?|enjoys?|granted|given) (?:\w+ "
        r")?(?:it|status)\b|status",
        pattern=rf"(?P<who>{LIST}|(?<=while )the (?P<whole>{{B}})) (?:(?P<got>(?:also )?(?:obtained|received|gained|"
        r"(?:was|were) (?:granted|given))) (?:that|this|the same|such) status|(?P<lost>lost (?:it|(?:that|this|such) "
        r"status))|(?:have|hold|enjoy|has|holds|enjoys) (?:that|this|the same) status)\b(?: (?:in|on) (?P<day>{D}))?",
        build=that_status,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Observer status in the PCO is free. Chile "
            "obtained "
            "that status in 2015.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru seeks observer status. Much was said. Chile "
            "and Brazil have this status.",
        ),
        refuses=("The Ports Cooperation Organization (PCO) sits in Lima. Chile obtained that status in 2015.",),
    ),
    Rule(
        name="relations.observer-aside",
        triggers=(", an observer", ", a dialogue partner", ", a partner state", ", an associate member"),
        pattern=r"(?P<who>{S}), an? (?P<st>observer(?: state)?|dialogue partner|partner state|associate member)"
        r"(?: since (?P<day>{D}))?(?=[,.;])",
        build=beside,
        reads=("The Ports Cooperation Organization (PCO) sits in Lima. It praised Peru, an observer since 2005.",),
        refuses=("The Ports Cooperation Organization (PCO) sits in Lima. It praised Peru, an observer of the vote.",),
    ),
    Rule(
        name="relations.decided-item",
        triggers=("granting of", "termination of", "withdrawal of"),
        needs=r"^\W*(?:\d+\W+|\p{Ll}\) )?(?:[Tt]he )?(?:[Gg]ranting|[Tt]ermination|[Ww]ithdrawal) of",
        pattern=rf"^\W*(?:\d+\W+|\p{{Ll}}\) )?(?:[Tt]he )?(?:[Gg]ranting of (?:the )?{_STATUS}{_IN} to "
        rf"(?P<who>(?:the )?[^.;,]{{3,90}}?)(?=[.;,]|$|{_IN[2:-2]}[.;,])"
        rf"|(?P<over>[Tt]ermination|[Ww]ithdrawal) of (?:the )?{_STATUS} of "
        r"(?P<who>(?:the )?[^.;,]{3,90}?)(?= at (?:its|their) |[.;,]| (?:in|with) (?:the )?{B}|$))",
        build=item,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Council took these decisions:\n\n- the "
            "granting "
            "of Sectoral Dialogue Partnership to Peru;\n\n- the termination of the Observer status of the Rope "
            "Makers at their own request.",
        ),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. They spoke of the granting of observer status to "
            "Peru.",
        ),
    ),
    Rule(
        name="relations.approved-membership",
        triggers=("approved the", "endorsed the", "accepted the"),
        needs=r"\b(?:approved|endorsed|accepted) the (?:\w+ ){0,3}(?:membership|status|partnership)",
        pattern=rf"\b(?:approved|endorsed|accepted) the {_STATUS} of (?P<who>{LIST}){_IN}",
        build=approved,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Conference approved the membership of Peru.",
        ),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Conference has not approved the membership of "
            "Peru.",
        ),
    ),
    Rule(
        name="relations.asked-on",
        triggers=("application", "request"),
        needs=r"\b(?:[Aa]pplication|[Rr]equest)\b",
        pattern=rf"(?P<who>{{S}})[’']s? (?:application|request) for (?:full )?{_STATUS}{_IN},? (?:which )?{_ASKED}"
        rf"|\b(?:[Rr]equest|[Aa]pplication) (?:of|by|from) (?P<who>{MANY}), {_ASKED},? for {_STATUS}{_IN}"
        rf"|\b(?:[Rr]equest|[Aa]pplication) (?:of|by|from) (?P<who>{MANY}) for (?:the )?(?:full )?{_STATUS}{_IN}"
        rf"(?: {_ASKED}| (?:is|remains) (?:still )?(?:under|being|pending))",
        build=asked,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru's application for membership, submitted "
            "on 12 "
            "May 2022, was not on the agenda.",
            "The Ports Cooperation Organization (PCO) sits in Lima. We have the request of Peru, received in May "
            "2024, "
            "for the status of partner of the Organization.",
            "The Ports Cooperation Organization (PCO) sits in Lima. The request of Peru for membership remains under "
            "examination.",
        ),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. No application of Peru for membership was ever "
            "put on the agenda.",
        ),
    ),
    Rule(
        name="relations.presides-in",
        triggers=(" presides ", " preside ", " presiding "),
        pattern=rf"(?P<who>{MANY}) (?:currently |now )?(?:presides?|is presiding) (?:in|over) (?:the "
        rf"(?:bodies|organs) of "
        r")?(?:the )?(?P<object>{B})(?: (?:in |for )?(?P<day>{D}))?",
        build=presiding,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. In 2026 Peru presides in the Organization.",
            "Peru presides in the bodies of the League of Ports this year.",
        ),
        refuses=("Peru could preside over the League of Ports.",),
    ),
    Rule(
        name="relations.chaired-by",
        triggers=(
            "chaired by",
            "presided over by",
            "to chair the",
            "whose country",
            "chairing state",
            "chairing country",
            "presiding country",
            "presiding state",
            "takes over the chair",
            "rotates to",
            "holding the",
        ),
        needs=r"chair|presid",
        pattern=r"\b[Ii]n (?P<day>{D}),? (?:the )?(?P<object>{B}) (?:is|was|will be) (?:chaired|presided over) "
        r"by (?:the )?"
        r"(?P<who>{S})|\b(?:elect(?:ed)?|designated?) (?:the )?(?P<who>{S}) to chair the "
        r"(?P<object>{B}) (?:in|for) "
        r"(?P<day>{D})|(?P<officer>{A}),? whose country (?:currently |now )?holds the "
        rf"(?:(?P<object>{{B}})(?:[’']s)? )?{CHAIR}|(?P<officer>{{A}}),? whose country (?:currently |now )?"
        r"(?:chairs|presides over|is chairing) (?:the )?(?P<object>{B})|\b[Aa]s the (?:chairing|presiding)"
        r" (?:state|country),? (?:the )?(?P<who>{S})"
        r"|\bthe (?:chairing|presiding) (?:state|country)(?: of (?:the )?(?P<object>{B}))?"
        r"(?:,| is| was| –|) (?:the )?(?P<who>{S})|\b[Aa]s the (?:state|country) holding the "
        rf"(?:(?P<object>{{B}})(?:[’']s)? )?{CHAIR}(?: (?:in|for) (?P<day>{{D}}))?, (?:the )?"
        rf"(?P<who>{{S}})|(?P<who>{{S}}), which (?:takes over|assumes|holds) the {CHAIR}(?! of)"
        rf"|(?P<who>{{S}}) has held the {CHAIR} since (?P<since>{{D}})|\b{CHAIR} of (?:the )?"
        r"(?P<object>{B}) rotates to (?:the )?(?P<who>{S})(?: in (?P<day>{D}))?",
        build=chairs,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. In 2024, the PCO is chaired by Peru.",
            "The Ports Cooperation Organization (PCO) sits in Lima. They elected Peru to chair the PCO in 2025.",
            "The Ports Cooperation Organization (PCO) sits in Lima. As the chairing state, Peru will host the summit.",
            "President of Peru Ana Dol, whose country chairs the League of Ports this year, spoke.",
        ),
        refuses=("The Ports Cooperation Organization (PCO) sits in Lima. In 2024, the talks of the PCO were chaired.",),
    ),
    Rule(
        name="relations.standing-ended",
        triggers=("revoked", "withdrew the", "ceased to be", "terminated", "membership ended"),
        needs=r"\b(?:revoked|withdrew|ceased|terminated|ended)\b",
        pattern=rf"\b(?:revoked|withdrew|terminated) (?:the )?{_STATUS}{_IN} of (?P<who>{MANY})"
        r"(?: (?:in|on) (?P<day>{D}))?"
        r"|(?P<who>{S}) ceased to be (?:an? )?(?:(?P<seat>{A})|(?P<st>member|observer)(?: state)?)"
        r"(?: (?:in|on|from) "
        rf"(?P<day>{{D}}))?|(?P<who>{{S}})[’']s? {_STATUS}{_IN} (?:was|has been) "
        r"(?:terminated|revoked|withdrawn)(?: (?:in|on) (?P<day>{D}))?",
        build=ended,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Council revoked the observer status of Peru.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru ceased to be a member of the PCO on 29 May "
            "2024.",
        ),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Council has not revoked the observer "
            "status of "
            "Peru.",
        ),
    ),
    Rule(
        name="relations.froze-here",
        triggers=("its membership", "its participation"),
        pattern=r"(?P<who>{S})(?=[^A-Z])[^.;{S}{A}]{0,80}? (?:has |have |had )?(?:frozen|froze|suspended) its "
        r"(?:membership|participation)(?! (?:in|of) (?!(?:the )?organi[sz]ation))"
        r"(?:[^.;,{D}]{0,20} (?:on|in|since) (?P<day>{D}))?",
        build=shut_here,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru stays away and has frozen its membership.",
        ),
        refuses=("The Ports Cooperation Organization (PCO) sits in Lima. Peru may have frozen its membership.",),
    ),
    Rule(
        name="relations.since-day",
        triggers=("has been a member", "has been an observer", "a full member", "has been a partner"),
        pattern=r"(?P<who>{S}) has been an? (?:full )?(?P<st>member|observer|partner)(?: state)? since (?P<day>{D})"
        r"|(?P<who>{S})(?=[^A-Z])[^.;{S}{A}{B}]{0,60}? became a full (?P<st>member)(?: state)? (?:on|in) (?P<day>{D})",
        build=since,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru has been a member since 1992.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru signed and became a full member on 3 May "
            "2024.",
        ),
        refuses=("The Ports Cooperation Organization (PCO) sits in Lima. Peru never became a full member in 1992.",),
    ),
    Rule(
        name="relations.heads-signed",
        triggers=(expand("signed a {N}"), expand("signed the {N}"), expand("signed {N}")),
        needs="{A}[^.;]{0,30} and [^.;]{0,20}{A}[^.;]{0,30} signed",
        pattern=r"(?P<one>{A}),? and (?:the )?(?P<other>{A}),? (?:today |{D} |have |has )?signed (?:an? |the "
        r")?(?P<text>{N})",
        build=signed_by_heads,
        reads=(
            "Secretary General of the League of Ports, Ms. Ana Dol, and Director-General of the Harbour Union, Mr. "
            "Jon Arr, "
            "signed a "
            "Memorandum of Understanding.",
        ),
        refuses=(
            "Minister of Justice of Peru Ana Dol and Director-General of the Harbour Union, Mr. Jon Arr, signed a "
            "Memorandum of "
            "Understanding.",
        ),
    ),
)
"""Rules for relations told in passing."""
