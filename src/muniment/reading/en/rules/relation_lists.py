"""Lists of who belongs: "the League has nine members: S, S and S", "with S and S as observers"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, DONE, POSSIBLE, modality
from muniment.reading.en.rules.relation_parts import (
    WHOLE,
    is_organisation,
    is_whole,
    mentions,
    object_of,
    party,
    relations,
    status_kind,
)
from muniment.reading.mask import expand
from muniment.reading.mention import Group, State
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["LISTS"]

_AND = r"(?:, and| and|,|;|,? as well as|,? along with|, plus)"
_STATES = rf"(?<!Northern )(?:the )?{{S}}(?:{_AND} (?:the )?{{SJ}})+"
_MANY = rf"(?<!Northern )(?:the )?{{S}}(?:{_AND} (?:the )?{{SJ}})*"
_COUNT = r"(?:(?:\d+|[\p{L}-]+) ){0,4}"
_NATIONS = r"(?:countries|states|nations|republics|members?(?:[ -](?:states|countries|nations))?|{Y})"
_OF_REGION = r"(?: of (?:the )?{R}(?: (?:of|and) (?:the )?{R})*)?"
_HEAD = rf"(?: (?:{_COUNT}{_NATIONS}{_OF_REGION}|\d+|(?:the )?following))?"
_TURN = r"(?:,? (?:including|namely|which are|that is|i\.e\.),?|:|,| ?[-–—]{1,2}| of| ?\()? ?"
_HAS = (
    r"(?:(?:currently|today|now|presently|also) )*(?:includes?|comprises?|consists? of|unites?|lists?|has|counts?"
    r"|groups|brings together|gathers|numbers|is (?:composed|comprised|formed|made up) (?:of|by)"
    r"|(?:comprising|including|consisting of|uniting|grouping|bringing together|made up of|composed of))"
)
_STANDING = (
    r"(?:(?:permanent |special )?observers?(?: (?:states?|countries|nations|members?))?|"
    r"(?:sectoral |strategic )?(?:dialog(?:ue)?|development) partners?(?: states| countries)?|partner "
    r"(?:states|countries|nations)|"
    r"partners?(?: in dialogue)?|"
    r"associate(?:d)? (?:members?(?: states?)?|states)|(?:full |permanent |new )?members?(?: states?)?)"
)
_VOTE = (
    r"(?! (?:of|at|to|for|in|during|from)? ?(?:the )?(?:{D} )?(?:\p{L}+ ){0,3}(?:elections?|vote|polls?|referendum))"
)
_LISTED = (
    r"(?i:(?:permanent |special )?observers?(?: (?:states?|countries|nations|members?)| {Y})?|(?:sectoral "
    r")?(?:dialog(?:ue)?|"
    r"development) partners?(?: states| countries)?|partner (?:states|countries|nations))"
)
_TO = r"(?: (?:of|in|to|at|with) (?:the )?(?P<object>{B}))?"
_SHUT = regex.compile(r"\b(?:suspended|expelled|ousted) (?:\p{Ll}+ )?(?:of )?(?:its|the|their) $")
_MEMBERLY = regex.compile(r"(?:[\p{L}-]+ ){0,9}?(?:members?\b|member-states|states? members)")
_GOVERNS = regex.compile(
    r"\b(?:will|would|could|may|might|not|never|if|whether|wants?|plans?|hopes?|seeks?) (?:\w+ ){0,2}$"
)


def _members(found: Found, scene: Scene) -> bool:
    """Whether a group of states that a list explains are members of an organisation itself."""
    return all(
        _MEMBERLY.match(group.text.lower()) and (not group.organization or is_whole(scene, group.organization))
        for group in found.mentions(0, "Y")
        if isinstance(group, Group)
    )


def _object(found: Found, scene: Scene) -> str:
    """Return what the listed belong to: the body named, else the one a group belongs to, else the home organisation."""
    bodies = mentions(found, "object", "B")
    groups = [group.organization for group in found.mentions(0, "Y") if isinstance(group, Group) and group.organization]
    if not groups or bodies:
        return object_of(scene, bodies)
    return scene.home if scene.home and scene.home in groups[0] else groups[0]


def _who(found: Found, scene: Scene) -> list[str]:
    return [party(scene, value) for value in mentions(found, "who", "SJ") if isinstance(value, State)]


def listed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the B has six members: S, S and S", "It unites S and S": each a member."""
    bodies = mentions(found, "object", "B")
    words = found.text()
    before = found.sentence.text[max(0, found.match.start() - 30) : found.match.start()]
    if (bodies and not is_organisation(scene, bodies[0])) or not _members(found, scene):
        return
    if modality(words) != DONE or _GOVERNS.search(before):
        return
    if _SHUT.search(before):
        shut = {"state": "suspended" if "uspend" in before else "ended"}
        yield from relations(found, _who(found, scene), _object(found, scene), "membership", shut)
        return
    day = scene.iso(mentions(found, "day", "D")[0]) if found.has("day") else ""
    yield from relations(
        found, _who(found, scene), _object(found, scene), "membership", {"state": "in_force", "date": day}
    )


def founded(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the B was founded on D by S, S and S", "by the leaders of S, S and S": each a member from then on."""
    bodies = mentions(found, "object", "B")
    if bodies and not is_organisation(scene, bodies[0]):
        return
    groups = [group.organization for group in mentions(found, "led", "Y")]
    day = scene.iso(mentions(found, "day", "D")[0]) if found.has("day") else ""
    more = {"state": "in_force", "date": day}
    yield from relations(found, groups + _who(found, scene), object_of(scene, bodies), "membership", more)


def standing(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "with S and S as observers", "dialogue partners are S and S", "observer states – S, S and S"."""
    before = found.sentence.text[max(0, found.match.start() - 30) : found.match.start()]
    if modality(found.text()) in (DENIED, POSSIBLE) or _GOVERNS.search(before):
        return
    bodies = mentions(found, "object", "B")
    if bodies and not (is_organisation(scene, bodies[0]) or bodies[0].known):
        return
    kind = status_kind(found.text("st"))
    yield from relations(found, _who(found, scene), object_of(scene, bodies), kind, {"state": "in_force"})


_BE = r"(?:is|are|remains?|was|were|has been|have been|had been)"

LISTS: tuple[Rule, ...] = (
    Rule(
        name="relations.members-listed",
        triggers=(
            "includ",
            "compris",
            "consist",
            "unit",
            "lists ",
            "has ",
            "counts ",
            "groups ",
            "grouping ",
            "brings together",
            "bringing together",
            "numbers ",
            "made up of",
            "composed of",
        ),
        needs=r"{S}(?:, and| and|,|;|,? as well as) (?:the )?{SJ}",
        pattern=r"(?:(?P<object>{B})(?: \({B}\))?(?:, (?:founded|formed|established|created|set up|launched)"
        r"[^.;,{S}{B}]{0,90},|, which (?!includ|compris|consist|unit)[^.;,{S}{B}]{3,90},)?"
        r"(?:,?(?: is|[-–— ]+which is)? an? [^.;{B}{Y}{A}]{3,120}?"
        rf"(?: that| which|,? and|(?= (?:group|unit|compris|bring|consist)ing)))?|{WHOLE}|\bIt),? "
        rf"{_HAS}{_HEAD}{_TURN}(?P<who>{_STATES})"
        r"(?! (?:experts|troops|officials|representatives))",
        build=listed,
        reads=(
            "The League of Ports includes: Peru, Chile, and Brazil.",
            "The Ports Cooperation Organization (PCO) sits in Lima. The organization consists of 9 members, including"
            " Peru, Chile, and Brazil.",
            "The League of Ports currently comprises three member states - Peru, Chile and Brazil.",
            "The League of Ports is a regional body that sits in Spain, and includes the countries of the Sahel, "
            "namely, "
            "Peru, Chile and Brazil.",
            "The League of Ports is a regional body. It unites three countries: Peru, Chile and Brazil.",
            "The League of Ports, formed in 1992, consists of three members, namely, Peru, Chile and Brazil.",
            "The League of Ports, which grew out of a treaty of 1992, comprises two members -- Peru and Chile.",
            "The League of Ports is an alliance grouping the three former island states of Peru, Chile and Brazil.",
        ),
        refuses=(
            "The Committee on Health consists of Peru, Chile and Brazil.",
            "The League of Ports will include Peru, Chile and Brazil.",
            "The League of Ports comprises troops from Peru, Chile and Brazil.",
        ),
    ),
    Rule(
        name="relations.members-named",
        triggers=("member", "members", expand("{Y}")),
        needs=r"{S}(?:, and| and|,|;|,? as well as) (?:the )?{SJ}",
        pattern=r"(?:\b[Mm]ember[ -](?:[Ss]tates|countries|nations)|(?<!other )\b[Mm]embers|(?P<group>{Y}))"
        r"(?: of (?:the )?"
        r"(?P<object>{B}))?(?: \({B}\))?(?: (?:are|include|now include|being)|,? namely| ?[–—-]|:| ?\()"
        rf" ?(?P<who>{_STATES})",
        build=listed,
        reads=(
            "The members of the League of Ports are Peru, Chile and Brazil.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Its members are Peru, Chile and Brazil.",
            "The League of Ports is a bloc of three member states – Peru, Chile and Brazil.",
        ),
        refuses=(
            "The members of the Committee on Health are Peru, Chile and Brazil.",
            "Its members are to be Peru, Chile and Brazil.",
            "The League of Ports set up a working group. The other members are Peru, Chile and Brazil.",
        ),
    ),
    Rule(
        name="relations.are-members",
        triggers=(
            "members of",
            "member states of",
            expand("are {Y}"),
            "permanent members",
            "full members",
            " are its ",
            " form ",
            " make up ",
            " belong to ",
            " are part of ",
            " of two ",
            " of three ",
            " of four ",
            " of five ",
            " of six ",
            " of seven ",
            " of eight ",
            " of nine ",
            " of ten ",
        ),
        pattern=rf"(?P<who>{_STATES}) (?:are|remain) (?:(?:all|now|the|also) )*(?:(?:full|permanent|founding) "
        r")*(?:members(?: "
        r"states)? of (?:the )?(?P<object>{B})|(?P<group>{Y}))"
        rf"|(?P<who>{_STATES}) (?:form|make up|belong to|are part of) (?:the )?(?P<object>{{B}})(?=[.,;]|$)"
        rf"|\b(?:\p{{L}}+|\d+) (?:countries|states|nations|republics) (?:form|make up|belong to|are part of) (?:the "
        rf")?(?P<object>{{B}})(?:,? namely| ?[-–—]|:| ?\(|,) ?(?P<who>{_STATES})"
        rf"|(?P<object>{{B}})(?: \({{B}}\))? is an? [^.;{{S}}{{B}}{{A}}{{Y}}]{{3,80}}? of (?:\p{{L}}+ |\d+ "
        rf"){{0,3}}(?:states|"
        rf"countries|nations|{{Y}})(?: ?\(|: ?| ?[-–—] ?|,? namely )(?P<who>{_STATES})"
        rf"|(?P<who>{_STATES}) (?:are|remain) its (?:full(?:[ -]fledged)? |permanent |founding )*members?(?: "
        r"states)?\b(?! of)",
        build=listed,
        reads=(
            "Peru, Chile and Brazil are members of the League of Ports.",
            "Peru, Chile and Brazil are permanent members of the League of Ports.",
            "Three states form the League of Ports: Peru, Chile and Brazil.",
            "The League of Ports is an alliance of three states (Peru, Chile and Brazil).",
            "The League of Ports sits in Lima. Peru, Chile and Brazil are its full-fledged members.",
        ),
        refuses=("Peru, Chile and Brazil are not members of the League of Ports.",),
    ),
    Rule(
        name="relations.founded-by",
        triggers=("founded", "established", "created", "set up"),
        needs=r"\bby\b",
        pattern=rf"(?:(?P<object>{{B}})(?: \({{B}}\))?|{WHOLE}) (?:was|were|is)(?: an? "
        rf"[^.;{{S}}{{Y}}{{A}}{{B}}]{{3,80}}?)? (?:officially "
        r")?(?:founded|established|created|"
        r"set up)[^.;{S}{Y}{A}]{0,40}?(?: (?:in|on) (?P<day>{D}))?[^.;{S}{Y}{A}]{0,30}? by (?:the )?"
        r"(?:(?:presidents|leaders|heads of (?:state|government)|governments|foreign ministers) of (?:the "
        rf")?|(?P<led>{{Y}}){_AND}"
        rf" )?(?P<who>{_STATES})",
        build=founded,
        reads=(
            "The League of Ports was founded in 1996 by Peru, Chile and Brazil.",
            "The League of Ports was founded on 3 May 1996 by the leaders of Peru, Chile and Brazil.",
            "The League of Ports is a body of coastal states founded in 1996 by the leaders of Peru, Chile and Brazil.",
        ),
        refuses=("The Committee on Health was founded by Peru, Chile and Brazil.",),
    ),
    Rule(
        name="relations.listed-as",
        triggers=(
            "as observer",
            "as dialog",
            "as partner",
            "as associate",
            "as permanent observer",
            "as sectoral",
            "(observer",
            "(dialog",
            "(member",
            "(partner",
            "(associate",
        ),
        pattern=rf"(?P<who>{_STATES}) (?:also )?as (?:its |the )?(?P<st>{_STANDING})\b{_VOTE}{_TO}"
        rf"|(?P<who>{_STATES}) \((?:the )?(?:\d+ )?(?P<st>{_STANDING}|member countries|member states)\)",
        build=standing,
        reads=(
            "The Ports Cooperation Organization (PCO) has six members, with Peru and Chile as observers, and "
            "Brazil and"
            " Spain as dialogue partners.",
            "The Ports Cooperation Organization (PCO) met with Peru and Chile (member countries) and with Spain and "
            "Brazil (dialogue partners).",
        ),
        refuses=("The Organization sent Peru and Chile as observers to the election.",),
        every=True,
    ),
    Rule(
        name="relations.standing-listed",
        triggers=("observer", "partner"),
        needs=r"(?:[Oo]bserver|[Pp]artner)[^.;]{0,40} {S}",
        pattern=rf"(?:(?P<object>{{B}})(?:[’']s?)? )?\b(?P<st>{_LISTED})"
        r"(?: (?:of|in|to|with) (?:the )?(?P<object>{B}))?(?: (?:are|include)(?: currently)?| currently "
        rf"(?:are|include)| too)?(?: ?[-–—]{{1,2}}|:| ?\(|,? namely|,? including)? ?(?P<who>{_STATES})",
        build=standing,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. There are dialogue partners too - Peru, Chile and "
            "Brazil.",
            "The League of Ports observer states are Peru and Chile.",
        ),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The dialogue partners are not Peru and Chile.",
        ),
        every=True,
    ),
    Rule(
        name="relations.observer-beside",
        triggers=(" observer", " partner"),
        pattern=r"(?P<who>{S}), an? (?P<st>(?:special |permanent )?observer|(?:sectoral )?(?:dialogue|development) "
        r"partner)(?: state)? (?:in|of|to|at|with) (?:the )?(?P<object>{B}),",
        build=standing,
        reads=("Peru, a special observer in the League of Ports, is also a signatory.",),
        refuses=("Peru, a special observer in the Committee on Health, spoke.",),
    ),
    Rule(
        name="relations.are-observers",
        triggers=("observer", "partner"),
        pattern=rf"(?P<who>{_MANY})\)?,? (?:also |both |all )?(?:(?:{_BE}|hold|have|holds|enjoy|enjoys"
        r"|currently holding|holding|having) (?:also |currently )?(?:(?:the )?status of (?:an? )?|an? |its "
        rf"|the |two |three |four |five |six )?(?P<st>{_STANDING})(?: status)?)"
        r"(?! (?:of|to|in|for|with) (?!(?:the )?(?:organi[sz]ation|bloc)\b)(?:the )?(?:\p{Ll}|{S}|{J})"
        rf"|[’'])\b{_VOTE}(?: (?:of|in|to|at|with) (?:the )?(?:(?P<object>{{B}})|organi[sz]ation|bloc))?"
        r"(?=[.,;)]| and\b| since\b|$)",
        build=standing,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru and Chile are observer states.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru and Chile also have observer status.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Two states (Peru and Chile) have observer status.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru and Chile, currently holding observer status "
            "in"
            " the organization, wrote.",
        ),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru and Chile are partners of the port.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru and Chile are not observers.",
        ),
        every=True,
        needs=r"\b(?:observer|partner)",
    ),
)
"""Rules for lists of members, observers and partners."""
