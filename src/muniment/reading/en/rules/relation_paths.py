"""Ways into an organisation and out of it: taking part as observer, admission under way, admitted, shut out."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import event_day, sentence_day
from muniment.reading.en.rules.relation_parts import (
    LIST,
    is_organisation,
    mentions,
    object_of,
    party,
    relations,
    status_kind,
)
from muniment.reading.mask import expand
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["PATHS"]

_MEMBERS = r"(?:[Aa]ssociate |[Ff]ull |[Nn]ew |[Pp]ermanent )*(?:[Mm]embers?(?: [Ss]tates?)?)"
_OBSERVERS = r"(?:[Pp]ermanent )?[Oo]bservers?(?: [Ss]tates?| [Mm]embers?)?"
_PARTNERS = r"(?:[Ss]ectoral |[Ss]trategic )?(?:[Dd]ialogue |[Dd]evelopment )?[Pp]artners?(?: [Ss]tates?)?"
_STANDING = regex.compile(rf"(?:{_MEMBERS}|{_OBSERVERS}|{_PARTNERS})\b")
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


def shut_out(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "suspended S from all B institutions": membership suspended or ended."""
    verb = found.match["verb"].lower()
    if modality(found.sentence.text[max(0, found.match.start() - 30) : found.match.end()]) not in (DENIED, POSSIBLE):
        state = "suspended" if verb.startswith("suspend") else "ended"
        to = object_of(scene, mentions(found, "object", "B"))
        yield from relations(found, _who(found, scene), to, "membership", {"state": state, "date": sentence_day(scene)})


PATHS: tuple[Rule, ...] = (
    Rule(
        name="relations.present-as",
        triggers=("as an observer", "as observer", "as the observer", "as partner", "as a partner", "as dialogue "),
        pattern=r"(?P<who>{S}(?:(?:, and| and|,) (?:the )?{S})*)(?:,? and (?:the )?{A},? represented (?:the )?"
        r"(?P<who>{S}))?,? (?:(?:also |all )?(?:took part|participated|attended|was present|were present|was "
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
        pattern=r"\b(?:approved|admitted|accepted|admit|accept|admitting|admission of|accepting) (?:the )?(?P<who>"
        rf"{LIST}) as (?:an? |the |its )?(?P<st>(?:{_MEMBERS}|{_OBSERVERS}|{_PARTNERS})\b|{{Y}}){_TO}",
        build=admitted,
        reads=("The League of Ports approved Peru and Chile as Associate Members of the League of Ports.",),
        refuses=("The League of Ports did not admit Peru as a member of the League of Ports.",),
    ),
    Rule(
        name="relations.shut-out",
        triggers=("suspended", "expelled", "suspends", "excluded"),
        pattern=r"\b(?P<verb>[Ss]uspended|[Ss]uspends|[Ee]xpelled|[Ee]xcluded) (?:the )?(?P<who>{S}) from (?:all |the "
        r"|any )?(?:(?:activities|organs|institutions|membership|bodies|meetings|work) (?:of|in) (?:the )?)?"
        r"(?P<object>{B})",
        build=shut_out,
        reads=("In May the Summit suspended Peru from all activities of the League of Ports.",),
        refuses=("In May the Summit never suspended Peru from the League of Ports.",),
    ),
)
"""Rules for ways into an organisation and out of it."""
