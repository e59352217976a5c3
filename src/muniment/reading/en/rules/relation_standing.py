"""Members, observers and partners; and cooperation taken up or broken off."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, DONE, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import event_day, sentence_day
from muniment.reading.en.rules.relation_parts import (
    LIST,
    MANY,
    UNDER_WAY,
    WHOLE,
    mentions,
    names_in,
    national,
    object_of,
    organisation_named,
    party,
    relations,
    status_kind,
    told_day,
)
from muniment.reading.mask import expand
from muniment.reading.mention import Body, Group, Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["STANDING"]

_NAME = (
    r"(?:(?:[Ss]ectoral |[Ss]trategic |[Ff]ull |[Pp]ermanent |[Aa]ssociate )?(?:[Dd]ialogue |[Dd]evelopment |"
    r"[Aa]ssociated? )?(?:[Oo]bservers?|[Pp]artners?|[Mm]embers?)(?: "
    r"(?:[Ss]tates?|countr(?:y|ies)|organi[sz]ations?))?(?: for [A-Z]\w+)?|{Q})"
)
_STATUS = (
    rf"(?:the |an? )?(?:(?:status|rank) of (?:an? |the )?(?:(?P<object>{{B}}) )?(?P<st>{_NAME})|(?P<st>{_NAME}) "
    r"status)"
)
_IN = (
    r"(?: (?:in|of|at|with|to|under|within) (?:(?:the )?(?:activities of the |work of the |framework of the "
    rf")?(?P<object>{{B}})|{WHOLE}))?"
)
_GRANT = r"(?:granted|conferred|gave|given|accorded|grant|confer|accord|give|granting(?: of)?|conferring|giving)"


_GRANTS = regex.compile(
    r"(?:granting|conferring|giving|to (?:grant|confer|give)) (?:the )?(?!\p{Lu}{2,} (?:\p{L}+ ){1,3}status "
    r"(?:to|on|upon) )"
    r"(?P<who>\p{Lu}[\p{L} ’'-]+?) "
    r"(?:(?:the |an? )?(?P<st>(?!the\b)[a-z ]{3,30}) status|"
    r"the status of (?:an? |the )?(?P<st>(?:[A-Z]{3,8} )?(?i:[a-z ]*(?:observer|partner|member))))"
    r"(?: (?:in|of|to|at)\b.*)?$"
    r"|(?:granting|conferring|accord\w*|to (?:grant|confer|give)) (?:the )?(?:status of "
    r"(?P<st>[^,;]{3,40}?)|(?P<st>[\w ]{3,30}) status) "
    r"(?:to|on|upon) (?:the )?(?P<who>\p{Lu}.+)$"
)
_ADMITS = regex.compile(r"\badmission of (?:the )?(?P<who>\p{Lu}[\p{L} ’']+)$")
_BETWEEN = regex.compile(
    r"\b(?:[Cc]o-?operation|[Uu]nderstanding) between (?:the )?(?P<one>\p{Lu}.+?) and (?:the )?(?P<other>\p{Lu}.+)$"
)
_APPROVED = regex.compile(r"\b(?:approved|granted|accepted) (?:the )?$")
"""Before an application: it has been granted."""
_GOVERNMENT = regex.compile(r"\b(?:Government|Ministry|Cabinet|Department)\b")
"""What a state's own organs are called: a memorandum with one makes no two organisations partners."""
_RESUMED = regex.compile(r"(?:resum|restor|establish|launch)")
_IS_STATUS = regex.compile(r"(?i)observer|partner|member")
_WILL = regex.compile(r"\bwill\b")


def _kind(found: Found) -> str:
    words = found.text("st")
    return status_kind(words) if _IS_STATUS.search(words) else ""


def _clause(found: Found, before: int = 40) -> str:
    return found.sentence.text[max(0, found.match.start() - before) : found.match.end()]


def _today(scene: Scene) -> str:
    return sentence_day(scene) or event_day(scene)


_STANDING_TOLD = regex.compile(
    r"(?i)(?:observer|(?:dialogue |sectoral )?partner)(?= status| state)|(?<=status of an? )(?:observer|partner)"
)
_WHEN = regex.compile(expand(r",? (?:back )?(?:in|on) (?P<day>{D})"))


def _day_behind(found: Found, scene: Scene) -> str:
    """Return the day, month or year told right behind a match."""
    match = _WHEN.match(found.sentence.text, found.match.end())
    return scene.iso(found.sentence.value(match.start("day"))) if match is not None else ""


def granted(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "granted observer status in the B to S" and "granted S the status of dialogue partner of the B"."""
    kind = _kind(found)
    if not kind or modality(_clause(found)) in (DENIED, POSSIBLE) or _WILL.search(_clause(found)):
        return
    giver = mentions(found, "giver", "B")
    to = object_of(scene, mentions(found, "object", "B"), giver[0] if giver else _subject(found))
    who = [party(scene, v) for v in mentions(found, "who", "SB")]
    if UNDER_WAY.search(_clause(found)):
        yield from relations(found, who, to, kind, {"state": "sought"})
        return
    day = told_day(found, scene) or _day_behind(found, scene) or ("" if "had been" in found.match[0] else _today(scene))
    yield from relations(found, who, to, kind, {"state": "granted", "date": day})
    if found.has("later"):
        then = {"state": "granted", "date": scene.iso(mentions(found, "laterday", "D")[0])}
        yield from relations(found, who, to, status_kind(found.text("later")), then)
    if found.has("also"):
        also = [party(scene, v) for v in mentions(found, "also", "SB")]
        yield from relations(
            found, also, to, status_kind(found.match["also"]), {"state": "granted", "date": _today(scene)}
        )


def _subject(found: Found) -> object:
    """Return the body named first in the sentence: who grants."""
    bodies = [
        found.sentence.value(at)
        for at in found.sentence.places(0, found.match.start())
        if found.sentence.kind(at) == "B"
    ]
    return bodies[0] if bodies else None


def sought(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the application of S for observer status", "S applied for membership in the B"."""
    words = found.match.groupdict().get("st") or "member"
    kind = _kind(found) if found.match.groupdict().get("st") else status_kind(words)
    if not kind or modality(_clause(found)) in (DENIED, POSSIBLE):
        return
    to = object_of(scene, mentions(found, "object", "B"))
    who = [party(scene, v) for v in mentions(found, "who", "SB")]
    day = _day_behind(found, scene) or sentence_day(scene)
    if found.has("got"):
        told = {"state": "granted", "date": scene.iso(mentions(found, "got", "D")[0])}
        yield from relations(found, who, to, kind, told)
        return
    approved = _APPROVED.search(found.sentence.text, 0, found.match.start())
    yield from relations(found, who, to, kind, {"state": "granted" if approved else "sought", "date": day})


def holds(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "observer status is held by S and B", "S, an observer to the B"."""
    kind = _kind(found)
    if not kind or modality(_clause(found, 0)) != DONE:
        return
    to = object_of(scene, mentions(found, "object", "B"))
    more = {"state": "in_force", "date": told_day(found, scene)}
    yield from relations(found, names_in(found, scene, "who"), to, kind, more)


_PARTNER = regex.compile(r"(?i)partner")
_OBSERVER = regex.compile(r"(?i)observer|membership")


def pending(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The request of S is under examination", after a sentence on the status that others were granted."""
    told = _before(scene)
    status = _PARTNER.search(told) or _OBSERVER.search(told)
    if status:
        to = _told_object(scene) or scene.home
        who = [party(scene, v) for v in mentions(found, "who", "SB")]
        yield from relations(found, who, to, status_kind(status.group()), {"state": "sought"})


def such(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S has such a status", after a sentence that says which."""
    told = _before(scene)
    status = _STANDING_TOLD.search(told)
    if status is not None:
        who = [party(scene, v) for v in mentions(found, "who", "S")]
        yield from relations(found, who, scene.home, status_kind(status.group()), {"state": "in_force"})


def _before(scene: Scene) -> str:
    """Return the page's words of the sentence before."""
    if scene.number == 0:
        return ""
    sentence = scene.sentences[scene.number - 1]
    return sentence.page_text[sentence.start : sentence.end]


def _told_object(scene: Scene) -> str:
    """Return what the status told of in the sentence before is held in."""
    drafts = (d for d in reversed(scene.drafts) if d.register == "relations" and d.sentence == scene.number - 1)
    return next((str(d.slots["object"]) for d in drafts), "")


def from_observer_states(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "From the observer states, the Prime Minister of S came": the state of each officer named."""
    who = [national(a) for a in mentions(found, "who", "A")]
    yield from relations(found, who, scene.home, status_kind(found.match["st"]), {"state": "in_force"})


_FROM = regex.compile(r"\bfrom (.)")
_MEMBERS = regex.compile(r"\bmembers? of\b")


def elected_member(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "elected S as a member of the B from D": a seat in a body of elected states."""
    seat = mentions(found, "seat", "ABOY")[0]
    if isinstance(seat, Body):
        name = party(scene, seat)
    else:
        name = seat.offices[0].organization if getattr(seat, "offices", ()) else getattr(seat, "organization", "")
    if modality(_clause(found)) in (DENIED, POSSIBLE, PLANNED) or (
        isinstance(seat, Group) and not _MEMBERS.search(seat.text)
    ):
        return
    begins = _FROM.search(found.sentence.text[found.match.end("seat") :])
    day = ""
    if begins:
        at = found.match.end("seat") + begins.start(1)
        day = scene.iso(found.sentence.value(at)) if found.sentence.kind(at) == "D" else ""
    who = [party(scene, v) for v in mentions(found, "who", "S")]
    yield from relations(found, who, name, "membership", {"date": day, "state": "granted"})


def _of_status(status: str, scene: Scene) -> str:
    """Return the organisation that a status is called by ("PCO dialogue partner"), else that of the page."""
    name = next((word for word in status.split() if word.isupper() and len(word) > 2), "")
    return organisation_named(scene, name) or scene.home


def by_title(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read a signed text whose title grants a status or sets up cooperation ("Memorandum on granting ...")."""
    for value in found.mentions(0, "N"):
        if not isinstance(value, Instrument) or value.draft:
            continue
        status = _GRANTS.search(value.title)
        admission = _ADMITS.search(value.title)
        pair = _BETWEEN.search(value.title)
        if not (status or admission or pair) or modality(_clause(found, 0)) in (DENIED, POSSIBLE, PLANNED):
            continue
        day = {"date": _today(scene)}
        if status:
            yield from relations(
                found,
                [status["who"]],
                _of_status(status["st"], scene),
                status_kind(status["st"]),
                {"state": "granted", **day},
            )
        elif admission:
            yield from relations(found, [admission["who"]], scene.home, "membership", {"state": "granted", **day})
        elif pair and value.kind == "memorandum" and not _GOVERNMENT.search(f"{pair['one']} {pair['other']}"):
            yield from relations(found, [pair["one"]], pair["other"], "cooperation", {"state": "in_force", **day})


def cooperation(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "cooperation with the B has been suspended", "cooperation between B and B was resumed"."""
    bodies = [party(scene, v) for v in mentions(found, "who", "BS")]
    verb = found.match["verb"]
    if modality(_clause(found, 20)) in (DENIED, POSSIBLE, PLANNED) or not bodies:
        return
    state = "in_force" if _RESUMED.match(verb) else "suspended" if verb.startswith("suspend") else "ended"
    one, other = (scene.home, bodies[0]) if len(bodies) == 1 else (bodies[0], bodies[1])
    yield from relations(found, [one], other, "cooperation", {"state": state, "date": sentence_day(scene)})


def partnership(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "suspended the partnership with B": the other is a partner no longer."""
    state = "suspended" if "uspend" in found.match["verb"] else "ended"
    who = [party(scene, v) for v in mentions(found, "who", "BS")]
    kind = "partner" if found.match["what"] == "partnership" else "cooperation"
    if modality(_clause(found, 30)) == DONE:
        pairs = (who, scene.home) if kind == "partner" else ([scene.home], who[0])
        day = _day_behind(found, scene) or _today(scene)
        yield from relations(found, pairs[0], pairs[1], kind, {"state": state, "date": day})


def following(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the following states have been granted observer status: S, S and the B": each in the list behind it."""
    kind = status_kind(found.text("st"))
    if modality(found.match[0].partition(":")[0]) not in (DENIED, POSSIBLE, PLANNED):
        to = object_of(scene, mentions(found, "object", "B"))
        state = "granted" if "granted" in found.match[0] else "in_force"
        yield from relations(found, names_in(found, scene, "who"), to, kind, {"state": state})


STANDING: tuple[Rule, ...] = (
    Rule(
        name="relations.the-following",
        triggers=("the following",),
        needs=r"[Oo]bserver|[Pp]artner",
        pattern=r"\b[Tt]he following (?:countries|states|[Ss]tates|organi[sz]ations|nations)"
        r"[^.;:{S}{B}]{0,60}? (?:(?:have been|were|are) (?:granted|given|accorded)|have|hold|enjoy) "
        rf"{_STATUS}{_IN}: (?P<who>[^.;]+)",
        build=following,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The following states and organisations have been "
            "granted observer status: Peru, Chile and the Bank of Harbours.",
        ),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The following states have not been granted "
            "observer "
            "status: Peru and Chile.",
        ),
    ),
    Rule(
        name="relations.granted-status-to",
        triggers=("status",),
        pattern=rf"(?:(?P<giver>{{B}}) (?:also |unanimously |today )?)?\b{_GRANT} {_STATUS}{_IN} (?:to|on|upon) "
        rf"(?P<who>{LIST})(?:,? and (?P<also>that of (?:an? )?{_NAME} (?:to|on|upon) {LIST}))?",
        build=granted,
        reads=(
            "The Parliamentary Assembly granted observer status to the Senate of Chile.",
            "We agreed to grant the status of Sectoral Dialogue Partner of the Ports Cooperation Organization to "
            "Peru, and that of Development Partner to Chile.",
        ),
        refuses=(
            "The Parliamentary Assembly did not grant observer status to the Senate of Chile.",
            "The Parliamentary Assembly could grant observer status to the Senate of Chile.",
        ),
    ),
    Rule(
        name="relations.granted-party-status",
        triggers=("status",),
        pattern=r"(?:(?P<giver>{B}) (?:also |unanimously |today )?)?\b(?:granted|gave|accorded|grant|given|give) "
        rf"(?P<who>{LIST}) {_STATUS}{_IN}",
        build=granted,
        reads=(
            "The Council of the League of Ports granted Peru observer status in the League of Ports.",
            "The Council of the League of Ports decided to give Peru a status of observer within the League of Ports.",
        ),
        refuses=("The Council of the League of Ports would have granted Peru observer status.",),
    ),
    Rule(
        name="relations.was-granted-status",
        triggers=("status",),
        pattern=rf"(?<!\b(?:of|of the|State of|and|and the) )(?P<who>{LIST}),? (?:(?:which )?(?:was|were|(?:has|have|"
        r"had) (?:also |now )?been) (?:also |first |then )?(?:"
        rf"granted|given|accorded)|obtained|gained)(?: (?:in|on) (?P<day>{{D}}))? {_STATUS}{_IN}(?: (?:in|on) "
        r"(?P<day>{D})(?:,? and (?:later |then )?became an? (?:full )?(?P<later>member|observer)[^.;{S}{B}]{0,15}? "
        r"(?:in|on) (?P<laterday>{D}))?)?|"
        rf"{_STATUS}{_IN} (?:was|has been) (?:first |also |officially )?(?:granted|given|accorded) to (?P<who>{LIST})",
        build=granted,
        reads=(
            "On 3 May 2024, Peru was granted the status of observer in the League of Ports.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru was first granted observer status within the "
            "organisation on 3 May 1995 and became a member on 1 June 1998.",
        ),
        refuses=(
            "Peru was not granted the status of observer in the League of Ports.",
            "The Senates of the Union State of Peru and Chile were granted observer status in the League of Ports.",
        ),
        needs=r"\b(?:granted|given|accorded|obtained|gained)\b",
    ),
    Rule(
        name="relations.application",
        triggers=("applic", "request", "initiative", "bid ", "desire", "intention", "wish"),
        pattern=r"\b(?:[Aa]pplication|[Rr]equest|[Bb]id|[Ii]nitiative|[Dd]esire|[Ii]ntention|[Ww]ish)(?:s)? "
        rf"(?:(?:of|by|from) (?P<who>{LIST}) )(?:for|for obtaining|to obtain|to receive|to be granted|on "
        rf"obtaining|for the granting of|to acquire|to gain|to get) {_STATUS}{_IN}"
        rf"|\b[Aa]pplications? (?:of|by|from) (?P<who>{LIST}) (?:to become (?:an? |the )?(?P<st>{_NAME})|(?:for|to "
        rf"obtain) (?:full )?(?P<st>membership)){_IN}"
        rf"|\b[Aa]pplications? (?:for|to obtain) {_STATUS}{_IN} (?:from|by|of) (?P<who>{LIST})",
        build=sought,
        reads=(
            "The ministers took note of the application of Peru for observer status in the League of Ports.",
            "The League of Ports had received an application for observer status in the League of Ports from Peru.",
        ),
        refuses=("The ministers did not see the application of Peru for observer status in the League of Ports.",),
    ),
    Rule(
        name="relations.applied",
        triggers=("applied", "asked for", "seeks", "sought", "requested", "applies", "seeking"),
        pattern=rf"(?P<who>{LIST})(?:, which [^.;{{S}}]{{3,60}},|,)? (?:has |have |had |also |officially |formally )*"
        r"(?:applied for|applies for|asked for|seeks|sought|requested|is seeking) "
        rf"(?:(?:to obtain |obtaining )?{_STATUS}|(?:full |the )*(?:(?P<object>{{B}}) )?membership){_IN}"
        r"(?:(?: (?:in|on) (?P<day>{D}))?,? (?:which|and) (?:it )?(?:received|obtained|gained|got"
        r"|was (?:granted|given))(?: it)? (?:in|on) (?P<got>{D}))?",
        build=sought,
        reads=(
            "Peru applied for observer status in the League of Ports last year.",
            "Peru has applied for membership in the League of Ports.",
            "Peru applied for League of Ports membership on 5 May 2022.",
            "Peru applied for observer status in the League of Ports in 2012, which it received in 2015.",
        ),
        refuses=("Peru has not applied for observer status in the League of Ports.",),
    ),
    Rule(
        name="relations.holds-status",
        triggers=("status", "observer", "partner"),
        pattern=rf"{_STATUS}{_IN} (?:is|are) (?:also |currently )?(?:held|enjoyed) by (?:the )?(?P<who>[^.;]+)|"
        rf"(?P<who>{LIST}) (?:holds?|has|have|(?:has|have) (?:had|held|enjoyed|received)|enjoys?|received) "
        rf"{_STATUS}{_IN}(?:[^.;{{D}}]{{0,25}}(?: in| since) (?P<day>{{D}}))?"
        r"|(?P<who>{SB})(?:,| is| are|, which is| has been) an? "
        r"(?P<st>(?:sectoral |strategic |permanent )?(?:dialogue |development )?(?:observer|partner)"
        r"(?: state| country| organi[sz]ation)?) (?:to|of|in|at|with) (?:the )?(?P<object>{B})"
        r"(?: since (?P<day>{D}))?",
        build=holds,
        reads=(
            "Observer status in the League of Ports is held by Peru, Chile and the Bank of Harbours.",
            "Peru, an observer to the League of Ports, signed as well.",
            "Peru received observer status in the League of Ports first, back in 2004.",
        ),
        refuses=("Peru is not an observer to the League of Ports.",),
        needs=r"status|\ban? (?:\w+ ){0,2}(?:observer|partner)",
    ),
    Rule(
        name="relations.such-a-status",
        triggers=("such a status", "such status", "this status"),
        pattern=rf"(?P<who>{LIST}) (?:already |currently )?(?:has|have|holds|hold|enjoys|enjoy) (?:such a|such|this) "
        r"status\b",
        build=such,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The status of an observer in it is free. At the "
            "moment, Peru"
            " has such a status.",
        ),
        refuses=("The Ports Cooperation Organization (PCO) sits in Lima. At the moment, Peru has such a status.",),
    ),
    Rule(
        name="relations.extended-status",
        triggers=("status of", "status to", "partnership of"),
        needs=r"\b(?:[Ee]xten|[Pp]rolong|[Rr]enew)",
        pattern=r"\b(?:(?:[Ee]xtended|[Pp]rolonged|[Rr]enewed)(?:, [^;.]{3,60}?,)?|(?:[Ee]xtension|[Pp]rolongation|"
        r"[Rr]enewal) of) (?:the )?(?:(?P<st>[Oo]bserver|(?:[Dd]ialogue |[Dd]evelopment )?[Pp]artner) [Ss]tatus|"
        r"(?P<st>(?:[Ss]ectoral )?(?:[Dd]ialogue |[Dd]evelopment )?[Pp]artnership)) of (?:the )?(?P<who>[^.;]+)",
        build=holds,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Parliamentary Assembly extended, for two "
            "years from 1 July 2025, the observer status of Peru and of the League of Ports.",
            "The Ports Cooperation Organization (PCO) sits in Lima. The decisions include the renewal of the Sectoral "
            "Dialogue Partnership of Peru.",
        ),
        refuses=("The Council never extended the observer status of Peru.",),
    ),
    Rule(
        name="relations.request-pending",
        triggers=("request", "application"),
        pattern=r"^\W*(?:The|An?) (?:request|application) (?:of|from|by) (?:the )?(?P<who>{SB}) (?:is|remains|will "
        r"be) (?:still )?(?:under (?:examination|consideration|review)|being (?:examined|considered)|"
        r"pending|before|examined|considered)",
        build=pending,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Assembly granted the status of observer to "
            "Chile. The request of Peru is under examination.",
        ),
        refuses=("The Assembly met in Lima. The request of Peru is under examination.",),
    ),
    Rule(
        name="relations.takes-part-as-observer",
        triggers=("as an observer", "as observer"),
        pattern=r"participation of (?:the )?(?P<who>{SB}) in (?:the )?(?:activities|work|events) of (?:the "
        r")?(?P<object>{B}) as (?:an )?(?P<st>observer)"
        r"|(?P<who>{S})[’']s? (?:participation|position|status|engagement|work)(?: (?:in|within|at) (?:the )?"
        r"(?P<object>{B}))? as an (?P<st>observer)\b(?! of (?:the )?(?:election|vote))",
        build=holds,
        reads=(
            "The talk dealt with the participation of Peru in the work of the League of Ports as an observer.",
            "The talk dealt with Peru's participation in the League of Ports as an observer state.",
        ),
        refuses=("The talk dealt with the participation of Peru in the works of the harbour as an observer.",),
    ),
    Rule(
        name="relations.from-observer-states",
        triggers=("observer state", "observer countr", "partner state", "partner countr"),
        pattern=r"(?:(?:[Ff]rom|[Oo]n behalf of|[Rr]epresenting) the (?P<st>observer|partner) (?:states|countries|"
        r"nations)[,:]? (?P<who>[^.;]+)|(?P<who>{A})[^.;{A}]{0,30} as (?:the )?(?:head|representative|"
        r"leader) of an (?P<st>observer) (?:state|country))",
        build=from_observer_states,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. From the observer states, Minister of Justice "
            "of Peru Ana Dol came to the enlarged session.",
        ),
        refuses=("The observer states, Minister of Justice of Peru Ana Dol recalled, came later.",),
    ),
    Rule(
        name="relations.elected-member",
        triggers=("elected",),
        pattern=rf"\belected (?P<who>{MANY}) as (?:an? |the )?(?:non-permanent "
        r")?(?:members? of (?:the )?)?(?P<seat>{ABOY})"
        rf"|(?<!of )(?P<who>{MANY}),? (?:were|was|has been|have been) (?:also |\p{{L}}+day )?(?:re-?)?elected to "
        rf"(?:serve on )?(?:the )?(?P<seat>{{B}})",
        build=elected_member,
        reads=(
            "The Assembly also elected Peru as a member of the Economic and Social Council from 1 January 2025.",
            "Peru and Chile were also elected to the Economic and Social Council for a two-year term.",
        ),
        refuses=(
            "The Assembly also thanked Peru as a member of the Economic and Social Council.",
            "Peru and Chile were not elected to the Economic and Social Council.",
        ),
    ),
    Rule(
        name="relations.by-title",
        triggers=("signed", "adopted", "approved", "concluded", "took a", "took the", "taken", " made "),
        pattern=r"(?:{N}(?: \([^()]{1,60}\))? (?:was|were|has been) (?:also "
        r")?(?:signed|adopted|approved|concluded|taken|made)|"
        r"\b(?:signed|adopted|approved|concluded|took|made) (?:the |an? )?{N})",
        build=by_title,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Memorandum on granting the status of "
            "dialogue partner to Peru was signed.",
        ),
        refuses=("The Memorandum on granting the status of dialogue partner to Peru was not signed.",),
        every=True,
    ),
    Rule(
        name="relations.cooperation",
        triggers=("cooperation", "co-operation"),
        pattern=r"\b[Cc]o-?operation (?:with (?:the )?(?P<who>{BS})|between (?:the )?(?P<who>{BS} and (?:the "
        r")?{BS}))[^.;,{B}{S}]{0,30}? (?:has been|was|is|have been) (?:also |temporarily |fully "
        r")?(?P<verb>suspended|frozen|broken off|discontinued|terminated|resumed|restored|established|"
        r"launched)",
        build=cooperation,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Because of the quarrel, co-operation with the "
            "League of Ports has been suspended.",
            "Cooperation between the Council of Ports and the League of Ports was resumed after three years.",
        ),
        refuses=("Cooperation with the League of Ports has never been suspended.",),
    ),
    Rule(
        name="relations.suspended-partnership",
        triggers=("partnership", "cooperation", "co-operation"),
        pattern=r"\b(?P<verb>[Ss]uspended|[Ee]nded|[Tt]erminated|[Bb]roke off) (?:its |the |all "
        r")?(?P<what>partnership|co-?operation) with (?:the )?(?:so-called )?(?P<who>{BS})",
        build=partnership,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Council of the League of Ports suspended "
            "the partnership with the Institute for Maps.",
        ),
        refuses=("The Council may have suspended the partnership with the Institute for Maps.",),
    ),
)
