"""Who joined, who left, who was given a standing: "S joined the B on D", "S became a dialogue partner in D"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import sentence_day
from muniment.reading.en.rules.mission_names import states_by_name
from muniment.reading.en.rules.relation_parts import (
    MANY,
    OBJECT,
    SUBJECT,
    is_organisation,
    mentions,
    national,
    object_of,
    party,
    relations,
    status_kind,
    told_day,
)
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["JOINING"]

_ADVERB = r"(?:officially |formally |also |then |later |recently |already |finally |both |all )*"
_HAVE = r"(?:has |have |had )?"
_KIND = (
    r"(?:(?:an? |the |its |their |\d+(?:st|nd|rd|th) |\p{Ll}+th |very first |first |newest |latest "
    r"|\p{Ll}+-\p{Ll}+ )*(?:full |fully fledged |full-fledged |permanent |special |associate |associated |sectoral "
    r"|strategic |acting "
    r"|new )*"
    r"(?P<st>(?:dialogue |development )?(?:members?|observers?|partners?)"
    r"(?: (?:states?|countr(?:y|ies)|nations?|in dialogue))?))"
)
_IN = rf"(?: (?:of|in|to|at|with) {OBJECT})?"
_DAY = r"(?:,? (?:on|in|since|as of|from|as early as) (?P<day>{D}))?"
_STATES = {"join": "in_force", "re": "in_force", "acced": "in_force", "bec": "in_force", "was a": "granted",
           "were a": "granted", "has b": "granted", "have b": "granted", "with": "ended", "left": "ended",
           "quit": "ended", "pull": "ended", "exit": "ended"}  # fmt: skip


_AUXILIARY = regex.compile(r"^(?:has|have|had) (?:(?:since|\w+ly) )?(?!been)|^\w+ly ")
_SUSPENDED = regex.compile("suspend|fr[oe]+z")
_SUSPENDING = regex.compile("(?i)suspend|fr[oe]+z")


def _said(found: Found) -> str:
    """Return how the match's words are meant, with the few words right before them."""
    before = found.sentence.text[max(0, found.match.start() - 25) : found.match.start()]
    words = found.match.group().replace("suspended from", "").replace("admitted to ", "admitted ")
    return modality(before.rpartition(",")[2] + words)


def _day(found: Found, scene: Scene) -> str:
    """Return the day told behind the match or before it, else the only one of the sentence."""
    return told_day(found, scene) or sentence_day(scene)


_LEFT_AGAIN = regex.compile(
    r",? (?:but|and|only to)(?: it)?(?: then| later| again)? (?:withdr(?:e|a)w|left|leave|quit)\b"
)
"""Who joined is no member for that: "rejoined the organisation in 2005 but withdrew in 2012"."""


def joined(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S joined the B", "S was admitted to the B", "S withdrew from the B", "S remains suspended from the B"."""
    bodies = mentions(found, "object", "B")
    verb = _AUXILIARY.sub("", found.match["verb"].lower())
    if _said(found) in (DENIED, POSSIBLE, PLANNED) or (bodies and not is_organisation(scene, bodies[0])):
        return
    if _LEFT_AGAIN.match(found.sentence.text[found.match.end() :]):
        return
    ended = "suspended" if _SUSPENDED.search(verb) else ""
    state = ended or next((s for stem, s in _STATES.items() if verb.startswith(stem)), "in_force")
    kind = status_kind(found.text("st")) if found.has("st") else "membership"
    who = [party(scene, v) for v in mentions(found, "who", "SJ")] or _represented(found)
    each = [scene.iso(day) for day in mentions(found, "each", "D")]
    days = [told_day(found, scene), *each] if len(each) == len(who) - 1 and each else [_day(found, scene)] * len(who)
    for name, day in zip(who, days, strict=True):
        yield from relations(found, [name], object_of(scene, bodies), kind, {"state": state, "date": day})


def _represented(found: Found) -> list[str]:
    """Return the state of "the Representative of S, which was admitted"; nothing without "which"."""
    if " which " not in found.match.group():
        return []
    offices = [office for value in mentions(found, "rep", "AO") for office in getattr(value, "offices", ())]
    return [o.organization for o in offices[-1:] if o.organization in states_by_name().values()]


def joined_too(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "..., and S joined on D", behind another that joined."""
    before = [d for d in scene.drafts if d.register == "relations" and d.sentence in (-1, scene.number)]
    if before and _said(found) not in (DENIED, POSSIBLE, PLANNED):
        last = before[-1].slots
        who = [party(scene, v) for v in mentions(found, "who", "S")]
        told = {"state": str(last.get("state") or ""), "date": told_day(found, scene)}
        yield from relations(found, who, str(last["object"]), str(last["kind"]), told)


def became(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S became a dialogue partner in the B in D and an observer state in D", "S received observer status"."""
    bodies = mentions(found, "object", "B")
    if _said(found) in (DENIED, POSSIBLE, PLANNED) or (bodies and not is_organisation(scene, bodies[0])):
        return
    who = [party(scene, v) for v in mentions(found, "who", "S") + mentions(found, "beside", "S")]
    to = object_of(scene, bodies)
    told = {"state": "granted" if found.has("given") else "in_force", "date": _day(found, scene)}
    yield from relations(found, who, to, status_kind(found.text("st")), told)
    if found.has("later"):
        told = {"state": told["state"], "date": scene.iso(mentions(found, "laterday", "D")[0])}
        yield from relations(found, who, to, status_kind(found.text("later")), told)


def applied(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S applied to join the B as a full member in D"."""
    bodies = mentions(found, "object", "B")
    if _said(found) in (DENIED, POSSIBLE) or (bodies and not is_organisation(scene, bodies[0])):
        return
    kind = status_kind(found.text("st")) if found.has("st") else "membership"
    who = [party(scene, v) for v in mentions(found, "who", "S")]
    told = {"state": "sought", "date": told_day(found, scene)}
    yield from relations(found, who, object_of(scene, bodies), kind, told)


def officer_observes(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Minister of S attended as observer": the officer's state is one."""
    if modality(found.text()) in (DENIED, POSSIBLE):
        return
    who = [national(actor) for actor in mentions(found, "who", "A")]
    to = object_of(scene, mentions(found, "object", "B"))
    yield from relations(found, who, to, "observer", {"state": "in_force"})


def broke_off(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S announced that it had suspended its participation in the B"."""
    bodies = mentions(found, "object", "B")
    if _said(found) in (DENIED, POSSIBLE) or (bodies[0].state or bodies[0].anaphor):
        return
    who = [getattr(v, "state", "") or party(scene, v) for v in mentions(found, "who", "SB")[:1]]
    state = "suspended" if _SUSPENDING.match(found.match["verb"]) else "ended"
    day = _day(found, scene) or (scene.anchor.iso if scene.anchor is not None else "")
    yield from relations(found, who, party(scene, bodies[0]), "membership", {"state": state, "date": day})


JOINING: tuple[Rule, ...] = (
    Rule(
        name="relations.joined",
        triggers=(
            "joined",
            "accede",
            "became",
            "admitted",
            "withdr",
            "left",
            "suspend",
            "froz",
            "returned to",
            "quit ",
            "pulled out",
            "exited",
        ),
        pattern=rf"(?:{SUBJECT}|(?P<rep>{{AO}}),?) (?:which )?{_ADVERB}(?P<verb>{_HAVE}(?:since |\w+ly )?"
        rf"(?:re-?)?joined|{_HAVE}(?:\w+ly )?acceded to|{_HAVE}returned to|{_HAVE}became (?:a |the \w+ )?"
        r"(?:full |\w+ )?members? (?:state )?of|(?:was|were|has been|have been|had been) "
        r"(?:\w+ly |also |both |then )?admitted (?:in)?to|(?:was|were) admitted as (?:a )?"
        rf"(?:full )?members? of|{_HAVE}withdr(?:ew|awn) (?:its (?:membership|participation) )?from"
        rf"(?: membership (?:of|in))?|{_HAVE}pulled out of|{_HAVE}exited|{_HAVE}(?:since |\w+ly )?left"
        rf"|{_HAVE}quit|{_HAVE}(?:\w+ly )?(?:suspended|frozen|froze) (?:its|their) "
        r"(?:membership|participation)(?: in)?|(?:remains?|was|were|is|are|has been|have been) suspended "
        rf"from(?: the activities of| membership (?:in|of))?)(?: the work of)? {OBJECT}(?: family)?"
        rf"(?! (?:in|with|and) (?:calling|condemning|welcoming|urging))(?: (?:as|on) {_KIND}(?: status)?)?"
        rf"(?: on equal rights)?{_DAY}(?P<each>(?:,? and|,)(?: in| on)? {{D}}"
        r"(?:,? (?:and )?(?:in |on )?{D})*,? respectively)?",
        build=joined,
        reads=(
            "Peru joined the League of Ports in 1994.",
            "Peru remains suspended from the activities of the League of Ports since 3 May 2023.",
            "Peru has since rejoined the League of Ports.",
            "Peru returned to the League of Ports in June after ten years.",
            "Peru and Chile have been admitted to the League of Ports as observers.",
            "Peru and Chile joined the League of Ports in 1994 and 1996 respectively.",
        ),
        refuses=(
            "Peru has not joined the League of Ports.",
            "Peru joined the League of Ports in 2005 but withdrew in 2012.",
            "Peru joined the discussion of the League of Ports.",
            "Peru will have joined the League of Ports.",
        ),
        every=True,
    ),
    Rule(
        name="relations.joined-as",
        triggers=("joined as", "ized as", "ised as", "accepted as", "admitted as"),
        pattern=rf"(?P<who>{MANY}) {_ADVERB}(?P<verb>{_HAVE}joined|(?:was|were|has been|have been) "
        r"(?:recogni[sz]ed|accepted|"
        rf"admitted)) as {_KIND}{_IN}{_DAY}",
        build=joined,
        reads=("The Ports Cooperation Organization (PCO) sits in Lima. It grew after Peru joined as a full member.",),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. It grew before Peru could have joined as a member.",
        ),
    ),
    Rule(
        name="relations.joined-too",
        triggers=("joined in", "joined on", "followed in", "followed on", "followed by"),
        pattern=rf"(?:,| and|;|,? while) (?P<who>{MANY}) (?:joined|followed)(?: it| them)? (?:in|on) (?P<day>{{D}})"
        rf"|,? followed by (?P<who>{MANY}) (?:in|on) (?P<day>{{D}})",
        build=joined_too,
        reads=(
            "Peru joined the League of Ports in 2017, and Chile joined on 4 July 2023.",
            "Peru joined the League of Ports in 2017, followed by Chile in July 2023.",
        ),
        refuses=("Peru praised the League of Ports, and Chile joined on 4 July 2023.",),
    ),
    Rule(
        name="relations.became",
        triggers=("became", "become", "received", "obtained", "gained", "was given", "were given", "acquired"),
        needs=r"observer|partner|member|status",
        pattern=rf"(?P<who>{MANY}),? {_ADVERB}(?:{_HAVE}(?:\w+ly )?(?:became|become) (?:(?P<object>{{B}})[’']s )?"
        rf"{_KIND}{_IN}{_DAY}(?: and (?P<later>(?:an? )?(?:full )?(?:dialogue )?(?:member|observer|partner)"
        r"(?: state)?) in (?P<laterday>{D}))?"
        rf"|(?P<given>{_HAVE}(?:received|obtained|gained|acquired)|(?:was|were) given|{_HAVE}become? the "
        rf"first \p{{L}}+ to receive|{_HAVE}became the first \p{{L}}+ to (?:receive|obtain|gain)) "
        r"(?:its |their |the |an? )?(?:full |permanent )?(?P<st>(?:dialogue |sectoral dialogue )?"
        rf"(?:observer|partner|member)(?:ship)?) status{_IN}(?: alongside (?P<beside>{MANY}))?{_DAY})",
        build=became,
        reads=(
            "Peru became a dialogue partner in the League of Ports in 2010 and an observer state in 2015.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru and Chile received full membership status in "
            "2017.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru became the first country to receive observer "
            "status"
            " in 2004.",
        ),
        refuses=(
            "Peru wants to become a dialogue partner in the League of Ports.",
            "The Ports Cooperation Organization (PCO) sits in Lima. Peru became a member of its Committee on Health.",
        ),
        every=True,
    ),
    Rule(
        name="relations.numbered-member",
        triggers=("member",),
        pattern=rf"(?P<who>{{S}}),? (?P<verb>is|{_HAVE}bec[ao]me|becoming)(?: now)? (?:(?:the "
        r")?(?P<object>{B})[’']s|the) "
        r"\d+(?:st|nd|rd|th) "
        r"member(?: state| country)?(?: of (?:the )?(?P<object>{B}))?",
        build=joined,
        reads=("The Ports Cooperation Organization (PCO) sits in Lima. Peru is PCO’s 32nd member country.",),
        refuses=("Peru is not the 32nd member of the League of Ports.",),
    ),
    Rule(
        name="relations.applied-to-join",
        triggers=("to join", "to accede", "to become"),
        needs=r"\b(?:appl|request|ask|bid|submitted)",
        pattern=rf"(?P<who>{MANY})(?:,[^.;{{S}}{{A}}]{{3,80}}?,)? {_ADVERB}{_HAVE}(?:formally |officially "
        r")?(?:applied|requested|asked|"
        rf"submitted an? (?:\w+ )?(?:application|request|bid)) to (?:(?:join|accede to) {OBJECT}(?: as "
        rf"{_KIND})?|become {_KIND}{_IN})"
        rf"{_DAY}",
        build=applied,
        reads=("Peru, a port state of the south, applied to join the League of Ports as a full member in May 2014.",),
        refuses=("Peru has never applied to join the League of Ports.",),
    ),
    Rule(
        name="relations.officer-observes",
        triggers=("as observer", "as an observer"),
        needs="{A}",
        pattern=r"(?P<who>{A})(?:,[^.;{A}]{0,60},|,)? (?:also )?(?:attended|took part|participated|was "
        r"present)[^.;{A}{S}]"
        r"{0,40}? as (?:an )?observer(?! of (?:the )?(?:election|vote))(?: (?:of|to|in) (?:the "
        r")?(?P<object>{B}))?",
        build=officer_observes,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Minister of Justice of Peru Ana Dol attended as "
            "observer.",
        ),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. Ambassador Ana Dol attended as observer of the "
            "election.",
        ),
    ),
    Rule(
        name="relations.broke-off",
        triggers=("its participation", "its membership", "its dealings", "its withdrawal", "its exit"),
        pattern=r"(?P<who>{SB})(?=[^A-Z])[^.;{S}{A}]{0,90}? "
        r"(?P<verb>suspended|froze|frozen|freezing|suspending|suspension of|"
        r"terminated|ended|renounced) its (?:participation|membership|dealings|membership rights)(?: in| with| of)? "
        r"(?:all )?(?:the )?"
        r"(?:\p{Ll}+(?:-\p{Ll}+)? )?(?P<object>{B})",
        build=broke_off,
        reads=(
            "Peru's foreign ministry said it had suspended its participation in the nine-member League of Ports.",
            "Peru announced that it was freezing its membership in the League of Ports.",
        ),
        refuses=("Peru may have suspended its participation in the League of Ports.",),
    ),
)
"""Rules for joining, leaving and being given a standing."""
