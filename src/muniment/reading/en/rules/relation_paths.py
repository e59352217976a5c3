"""Ways into an organisation and out of it: taking part as observer, admission under way, admitted, shut out."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import event_day, sentence_day
from muniment.reading.en.rules.relation_parts import (
    LIST,
    MANY,
    WHOLE,
    is_organisation,
    mentions,
    object_of,
    party,
    relations,
    status_kind,
    told_day,
)
from muniment.reading.mask import expand
from muniment.reading.mention import Group
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["PATHS"]

_MEMBERS = r"(?:[Aa]ssociate |[Ff]ull |[Nn]ew |[Pp]ermanent )*(?:[Mm]embers?(?: [Ss]tates?)?)"
_OBSERVERS = r"(?:[Pp]ermanent )?[Oo]bservers?(?: [Ss]tates?| [Mm]embers?)?"
_PARTNERS = r"(?:[Ss]ectoral |[Ss]trategic )?(?:[Dd]ialogue |[Dd]evelopment )?[Pp]artners?(?: [Ss]tates?)?"
_STANDING = regex.compile(rf"(?:{_MEMBERS}|{_OBSERVERS}|{_PARTNERS})\b")
_WHERE = rf"(?:(?:the )?(?P<object>{{B}})|{WHOLE})"
_DAY = r"(?: (?:in|on|since) (?P<day>{D}))?"
_TO = r"(?: (?:of|in|to|at|into|with) (?:the )?(?P<object>{B}))?"


def _who(found: Found, scene: Scene) -> list[str]:
    return [party(scene, v) for v in mentions(found, "who", "SB")]


def present_as(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S and S took part as observers", "A represented S as an observer state"."""
    if modality(found.text()) not in (DENIED, POSSIBLE):
        to = object_of(scene, mentions(found, "object", "B"))
        kind = status_kind(found.match["st"])
        yield from relations(found, _who(found, scene), to, kind, {"state": "in_force"})


def under_way(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the procedure of S's admission to the B", "S made progress on the roadmap for its membership in the B"."""
    bodies = mentions(found, "object", "B")
    if modality(found.text()) != DENIED and not (bodies and not is_organisation(scene, bodies[0])):
        yield from relations(found, _who(found, scene), object_of(scene, bodies), "membership", {"state": "sought"})


def admitted(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "approved S and S as Associate Members of the B": a standing granted."""
    before = found.sentence.text[max(0, found.match.start() - 40) : found.match.start()]
    if modality(before + found.text()) in (DENIED, POSSIBLE) or before.endswith(" to "):
        return
    groups = [g for g in mentions(found, "st", "Y") if g.organization]
    to = groups[0].organization if groups else object_of(scene, mentions(found, "object", "B"))
    if groups and not _STANDING.match(groups[0].text):
        return
    more = {"state": "granted", "date": sentence_day(scene) or event_day(scene)}
    yield from relations(found, _who(found, scene), to, status_kind(found.text("st")), more)


_SHUT = {
    "suspen": "suspended",
    "froz": "suspended",
    "lift": "in_force",
    "readmit": "granted",
    "re-admit": "granted",
    "reinstat": "granted",
    "reintegrat": "granted",
}
"""Beginnings of verbs -> the state of membership they leave; others end it."""


def shut_out(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "suspended S from all B institutions", "the B readmitted S": membership suspended, ended, given back."""
    verb = found.match["verb"].lower()
    around = found.sentence.text[max(0, found.match.start() - 30) : found.match.end()]
    around = around.replace("admitted to ", "admitted ").replace("reinstated to ", "reinstated ")
    bodies = mentions(found, "object", "B")
    if modality(around) in (DENIED, POSSIBLE, PLANNED) or (bodies and bodies[0].state):
        return
    state = next((told for stem, told in _SHUT.items() if verb.startswith(stem)), "ended")
    who = [party(scene, v) for v in mentions(found, "who", "SJ")] or [
        str(getattr(city, "detail", "")) for city in mentions(found, "seat", "C")
    ]
    day = told_day(found, scene) or ("" if _UPHEAVAL.search(found.sentence.text) else sentence_day(scene))
    to = bodies[0].organization if bodies and not is_organisation(scene, bodies[0]) else ""
    for draft in relations(found, who, to or object_of(scene, bodies), "membership", {"state": state, "date": day}):
        draft.notes = {"lifted": state in ("in_force", "granted")}
        yield draft


_UPHEAVAL = regex.compile(
    expand(
        r"\b(?:coup|putsch|power|elections?|attack|overthrow|takeover|mutiny|protests)\b[^.;,{D}]{0,20} (?:on|in|of) "
        r"{D}|{D} coup"
    )
)
"""A day of the sentence that is that of a coup or a vote, not that of the suspension it led to."""


def let_in(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the ministers approved S's return to the B", "agreed to reinstate S's membership"."""
    bodies = mentions(found, "object", "B")
    around = found.sentence.text[max(0, found.match.start() - 30) : found.match.end()]
    if modality(around) in (DENIED, POSSIBLE, PLANNED) or (bodies and not is_organisation(scene, bodies[0])):
        return
    groups = [
        g.organization for at in found.sentence.places() if (g := found.sentence.value(at)) and isinstance(g, Group)
    ]
    to = object_of(scene, bodies) if bodies else next((g for g in groups if g), "") or object_of(scene, [])
    who = [party(scene, v) for v in mentions(found, "who", "S")]
    more = {"state": "granted", "date": told_day(found, scene) or sentence_day(scene)}
    yield from relations(found, who, to, "membership", more)


def welcomed_in(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A welcomed S's official accession to the B on D"."""
    body = mentions(found, "object", "B")[0]
    around = found.sentence.text[max(0, found.match.start() - 30) : found.match.end()]
    if modality(around) in (DENIED, POSSIBLE, PLANNED) or not is_organisation(scene, body):
        return
    who = [party(scene, v) for v in mentions(found, "who", "S")]
    yield from relations(
        found, who, party(scene, body), "membership", {"state": "in_force", "date": sentence_day(scene)}
    )


PATHS: tuple[Rule, ...] = (
    Rule(
        name="relations.present-as",
        triggers=("as an observer", "as observer", "as the observer", "as partner", "as a partner", "as dialogue "),
        pattern=r"(?P<who>{S}(?:(?:, and| and|,) (?:the )?{S})*)(?:,? and (?:the )?{A},? represented (?:the )?"
        r"(?P<who>{S}))?,? (?:(?:also |all )?(?:took part|takes? part|participate[ds]?|attend(?:ed|s)?|was "
        r"present|were present|was "
        rf"represented|were represented|sat)[^.;{{A}}{{S}}]{{0,40}}? )?as (?:an? |the |its )?(?P<st>{_OBSERVERS}|"
        rf"{_PARTNERS})\b(?! of (?:the )?(?:election|vote|poll)){_TO}"
        r"|represented (?:the )?(?P<who>{S})[^.;{S}]{0,60}? represented (?:the )?(?P<who>{S}),? as (?:the "
        rf")?(?P<st>{_OBSERVERS}){_TO}",
        build=present_as,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The meeting was also attended by Peru as an "
            "Observer.",
        ),
        refuses=("Peru did not take part as an observer.",),
    ),
    Rule(
        name="relations.admission-under-way",
        triggers=("admission", "accession", "admitting", "membership"),
        pattern=r"\b(?:[Pp]rocedures?|[Pp]rocess|[Qq]uestion|[Ii]ssue|[Rr]equest|[Rr]oad ?map|[Nn]egotiations|"
        r"[Pp]rospects?|[Pp]rogress)\b[^.;{S}{N}]{0,40}? (?:of|for|on|to|towards?|in) (?:the )?(?:(?P<who>"
        r"{S})[’']s? (?:[Ff]ull )?(?:admission|accession|[Mm]embership)|(?:admission|accession|admitting|"
        rf"membership) (?:of )?(?:the )?(?P<who>{{S}}))(?: as an? [\w ]{{3,20}})?{_TO}"
        rf"|(?P<who>{{S}})[^.;{{S}}{{B}}]{{0,80}}? (?:for|towards?) its (?:[Ff]ull )?[Mm]embership{_TO}",
        build=under_way,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. She told him of the procedure of Peru's "
            "admission to the Organization.",
        ),
        refuses=("She told him of the procedure of Peru's accession to the Convention on Ports.",),
    ),
    Rule(
        name="relations.admitted-as",
        triggers=(
            "as associate",
            "as full",
            "as new",
            "as member",
            "as observer",
            "as a member",
            "as an observer",
            "as a full",
            expand("as {Y}"),
            "as an associate",
            "as a new",
            "as dialogue",
            "as a dialogue",
            "as partner",
        ),
        pattern=r"\b(?:approved|admitted|accepted|admit|accept|admitting|admission of|acceptance of|accepting) "
        rf"(?:the )?(?P<who>{LIST}) as (?:an? |the |its )?(?:new )?"
        rf"(?P<st>(?:{_MEMBERS}|{_OBSERVERS}|{_PARTNERS})\b|{{Y}}){_TO}",
        build=admitted,
        reads=("The League of Ports approved Peru and Chile as Associate Members of the League of Ports.",),
        refuses=("The League of Ports did not admit Peru as a member of the League of Ports.",),
    ),
    Rule(
        name="relations.shut-out",
        triggers=(
            "suspen",
            "expelled",
            "expulsion",
            "excluded",
            "ousted",
            "barred",
            "readmit",
            "re-admit",
            "reinstat",
            "reintegrat",
        ),
        pattern=r"\b(?P<verb>[Ss]uspended|[Ss]uspends|[Ee]xpelled|[Ee]xcluded|[Oo]usted) (?:the )?(?P<who>{S})"
        r"(?:,[^.;{S}]{3,60},)? from (?:all |the "
        r"|any )?(?:(?:activities|organs|institutions|membership|bodies|meetings|work) (?:of|in) (?:the )?)?"
        r"(?P<object>{B})"
        r"|(?:(?P<object>{B})(?: \({B}\))?|\b[Tt]he (?:regional )?"
        r"(?:bloc|group|grouping|organi[sz]ation)) (?:also |then )?(?:has |have |had )?"
        r"(?P<verb>suspended|readmitted|re-admitted|reinstated|expelled|ousted) "
        r"(?:(?P<who>{SJ})(?:[’']s?)? (?:membership|participation)|(?P<who>{S})(?! from))"
        r"(?: in (?:the )?{B})?(?: (?:\w+ )?(?:in|on) (?P<day>{D}))?"
        r"|(?:(?P<who>{SJ})|(?P<seat>{C}))(?:[’']s?)? (?:membership|participation) (?:in|of) (?:the )?"
        r"(?:(?P<object>{B})|league|bloc|group) (?:was|has been) "
        r"(?P<verb>suspended|frozen|reinstated)(?: (?:in|on) (?P<day>{D}))?"
        r"|(?P<object>{B})(?: \({B}\))?(?: (?:said|announced)[^.;{B}{S}]{0,40}? it)?"
        r"(?: on {D})? (?:has |had |have )?(?P<verb>suspended) "
        r"(?P<who>{S})(?:,[^.;{S}]{3,60},)?(?: from (?:all )?(?:of )?its (?:activities|institutions"
        r"|organs|work)| from (?:its )?membership|[’']s membership|(?= until\b))"
        r"|(?P<object>{B})(?: \({B}\))? (?:has |have )?(?P<verb>lifted) (?:the )?"
        r"(?:(?P<who>{S})[’']s suspension|suspension of (?:the )?(?P<who>{S}))"
        r"|(?P<object>{B})(?: \({B}\))? (?:has |have )?(?:voted|decided|agreed) to "
        r"(?P<verb>suspend|readmit|re-admit|expel|oust) (?P<who>{S})(?! from)"
        r"|(?P<object>{B}) (?:approved|adopted|took|imposed)[^.;{S}{B}]{0,60}? (?P<verb>suspending) "
        r"(?P<who>{S})[’']s? membership"
        r"|\b(?:decide[sd]?|agree[sd]?) to (?P<verb>suspend|terminate) (?:the )?(?P<who>{SJ})"
        r"(?:[’']s?)? membership (?:in|of) (?:the )?(?P<object>{B})"
        r"|(?P<who>{S}) (?:was|has been) (?P<verb>expelled|ousted|excluded) from (?:the )?"
        r"(?P<object>{B})(?: (?:in|on) (?P<day>{D}))?"
        rf"|(?P<who>{MANY}) (?:was|were|has been|have been) (?:\w+ly |also |then )?"
        rf"(?P<verb>readmitted|re-admitted|reinstated) (?:to|into|in) {_WHERE}{_DAY}"
        rf"|(?P<who>{MANY}) (?:was|were|has been|have been) (?:\w+ly |also |then )?"
        rf"(?P<verb>suspended|expelled|readmitted) by (?:the )?(?P<object>{{B}}){_DAY}"
        r"|(?P<object>{B})(?: \({B}\))? (?:has |have |had )?(?P<verb>suspended|expelled|ousted|barred) "
        rf"(?P<who>{MANY}) from {WHOLE}{_DAY}"
        rf"|(?P<who>{{S}})[’']s? (?P<verb>suspension|expulsion) from (?:the )?(?P<object>{{B}}){_DAY}"
        r"|(?P<who>{S})(?:,[^.;,{S}{A}{B}]{3,40},)? (?:faced|faces|incurred|is under) "
        r"(?P<verb>suspension|expulsion) from (?:the )?(?P<object>{B})"
        r"|(?P<object>{B})(?: \({B}\))? (?:has |have )?(?:agreed|decided|voted) to "
        r"(?:(?:lift|remove|end)[^.;{S}{B}]{3,40} (?:on|against) (?P<who>{S}) and )?"
        r"(?P<verb>reintegrate|reinstate|readmit) (?:it|(?P<who>{S}))(?:[’']s membership)?"
        rf"(?: (?:into|to|in) {WHOLE})?",
        build=shut_out,
        reads=(
            "In May the Summit suspended Peru from all activities of the League of Ports.",
            "The League of Ports suspended Peru's membership in 2012 after the quarrel.",
            "The League of Ports has readmitted Peru on 7 May 2023.",
            "Peru's membership in the League of Ports was suspended in 2012.",
            "Peru was ousted from the League of Ports in 2011.",
            "The League of Ports has suspended Peru from all its activities.",
            "The League of Ports said on 3 May 2024 that it had suspended Peru's membership.",
            "The League of Ports has lifted Peru's suspension.",
            "The League of Ports has voted to readmit Peru.",
            "The conference decides to suspend Peru's membership in the League of Ports.",
            "The League of Ports approved a series of measures, including suspending Peru's membership.",
            "Peru was readmitted to the League of Ports in 2011.",
            "The League of Ports suspended Peru from the organisation in 2011.",
            "Peru and Chile have been suspended by the League of Ports.",
            "Peru, an old port state, faced suspension from the League of Ports.",
            "The League of Ports agreed to lift the sanctions imposed on Peru and reintegrate it into the bloc.",
            "The Ports Cooperation Organization (PCO) sits in Lima. The bloc had suspended Peru's membership.",
        ),
        refuses=(
            "In May the Summit never suspended Peru from the League of Ports.",
            "The League of Ports could have readmitted Peru on 7 May 2023.",
        ),
        every=True,
    ),
    Rule(
        name="relations.let-in",
        triggers=("readmission", "return to", "reinstate", "restore", "accession", "admission", "reinstatement"),
        pattern=r"\b(?:approved|backed|endorsed|agreed on|agreed to|decided to|decision to"
        r"(?: lift [^.;{S}{B}]{3,40} and)?) (?:the )?(?:"
        r"(?:(?P<who>{S})[’']s? (?:readmission|return|admission|reinstatement)"
        r"|(?:readmission|return|admission|reinstatement) of (?:the )?(?P<who>{S}))"
        r"(?: (?:to|into|in) (?:the )?(?:"
        r"(?P<object>{B})|organi[sz]ation|bloc))|(?:reinstate|restore) (?:the )?(?P<who>{S})"
        r"(?:[’']s? membership)?(?: (?:to|in) (?:the )?(?P<object>{B}))?)",
        build=let_in,
        reads=(
            "The Council of Ports approved Peru's return to the League of Ports on Sunday, 7 May 2023.",
            "The League of Ports has met. On 7 May 2023 its ministers agreed to reinstate Peru's membership.",
        ),
        refuses=("The Council of Ports would have approved Peru's return to the League of Ports.",),
    ),
    Rule(
        name="relations.welcomed-in",
        triggers=("welcomed", "celebrat", "marked"),
        pattern=r"\b(?:welcomed|celebrated|marked) (?P<who>{S})[’']s? (?:official |formal |full "
        r")?(?:accession|admission|entry) (?:to|into|in) "
        r"(?:the )?(?P<object>{B})",
        build=welcomed_in,
        reads=("Minister of Justice of Chile Ana Dol welcomed Peru's official accession to the League of Ports.",),
        refuses=("Minister of Justice of Chile Ana Dol welcomed Peru's accession to the Convention on Ports.",),
    ),
)
"""Rules for ways into an organisation and out of it."""
