"""Missions and forces that a page names as bodies: where they work, whether they go on; election observers sent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import regex

from muniment.profiles import world
from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, modality
from muniment.reading.en.rules.operation_facts import country, facts, kind_of
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["MISSION_RULES", "missions_named", "state_in", "states_by_name"]

REGISTER = "operations"

_MISSION = regex.compile(
    r"\bMissions?\b|\b(?:Interim|Stabili[sz]ation|Protection|Multinational|Observer) (?:\p{L}+ )?Force\b"
)
_NO_MISSION = regex.compile(r"\b(?:Permanent|Diplomatic|Resident|Trade|Special) (?:\p{L}+ )?Mission|\bMissions? of\b")
_ARMED = regex.compile(r"\b(?:peacekeep\w+|troops|soldiers|servicemen|blue helmets|military contingents?)\b")
_ENDED = regex.compile(r"\b(?:terminat\w+|clos(?:ed|ure)|end(?:ed|ing)? of|ceased|wound up|former|withdr[ae]w\w*)\b")
_VOTE = regex.compile(
    expand(
        r",? (?:at|to|for|during|in) (?:the )?(?:[^.;,]{0,90}?\b)?(?:elections?|referendum)\b"
        r"(?: (?:of|in) (?:the )?[{S}{Y}{B}{C}{R}](?: of (?:the )?[{S}{B}])?)?"
    ),
    regex.IGNORECASE,
)
_IN_TITLE = regex.compile(
    r"\bmandate of (?:the )?(?P<name>\p{Lu}[\p{L} ’'-]{3,80}?\b(?:Mission|Force|Operation)\b(?: (?:in|to|for) (?:the )?"
    r"(?:Republic of )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)?)(?P<bracket> \([^()]{2,30}\))?"
)
_TAIL = regex.compile(
    r"\b(?:in|to|for|Mission) (?:the )?(?P<place>(?:(?:Republic|Kingdom|State) of (?:the )?)?\p{Lu}[\p{L}’'-]+"
    r"(?: (?:of |the )*\p{Lu}[\p{L}’'-]+){0,4})$"
)


@cache
def states_by_name() -> dict[str, str]:
    """Return every name of a state with the one that the world table gives it."""
    return {
        name: state.name for state in world().states for name in (state.name, state.official, *state.aliases) if name
    }


def state_in(name: str) -> str:
    """Return the state at the end of a mission's name ("Monitoring Mission in Moldova"); empty where there is none."""
    match = _TAIL.search(name)
    return states_by_name().get(match["place"] if match is not None else name.partition(" ")[0], "")


def missions_named(scene: Scene) -> list[Draft]:
    """Return a draft for each mission or force that the page names as a body, with the place its name or words tell."""
    found: dict[str, Draft] = {}
    for number, sentence in enumerate(scene.sentences):
        if scene.kinds[number] == "title":
            continue
        for at in sentence.places():
            named = _mission_at(sentence, at)
            if named is None or _NO_MISSION.search(named[1]):
                continue
            key, written = named
            draft = _draft(scene, number, at, key, written)
            if draft is None:
                continue
            old = found.get(key)
            if old is None:
                found[key] = draft
            else:
                if len(draft.slots["name"]) > len(old.slots["name"]):
                    old.slots["name"] = draft.slots["name"]
                old.notes["names"] |= draft.notes["names"]
                old.absorb(draft)
    return list(found.values())


def _mission_at(sentence: Masked, at: int) -> tuple[str, str] | None:
    """Return a mission's canonical name and the name as written, of a body or of the office of somebody in it."""
    value = sentence.value(at)
    if isinstance(value, Body):
        if value.anaphor or not (value.kind == "mission" or (not value.known and _is_mission(value.name))):
            return None
        start, end = sentence.span(at, at + 1)
        return value.name, sentence.page_text[start:end]
    if isinstance(value, Instrument):
        match = _IN_TITLE.search(value.title) if "mandate of" in value.title else None
        return (match["name"], match["name"] + (match["bracket"] or "")) if match is not None else None
    if isinstance(value, Actor):
        for office in value.offices:
            if office.organization and _is_mission(office.organization) and " of " in office.text:
                return office.organization, office.text.partition(" of ")[2]
    return None


@lru_cache(maxsize=1 << 10)
def _is_mission(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return (_MISSION.search(name) is not None and "Commission" not in name) or (
        rest == "Force" and first in states_by_name()
    )


def _draft(scene: Scene, number: int, at: int, key: str, written: str) -> Draft | None:
    """Return what one mention of a mission tells; None where it is denied or only one of many."""
    sentence = scene.sentences[number]
    name = regex.sub(r"^(?:[Tt]he|[Ii]ts) ", "", " ".join(written.split()))
    if name.endswith("Missions") or not regex.search(r"\p{Lu}\S* (?:\S+ )*\S*\p{Lu}|\p{Lu}\S*\p{Lu}", name):
        return None
    former = sentence.kind(at) == "B" and regex.search(r"\bas (?:the )?$", sentence.text[:at])
    if former or name.startswith("Headquarters") or modality(sentence.text) == DENIED:
        return None
    span = sentence.span(at, at + 1)
    bracket = regex.match(expand(r" \((?:{B}(?:-\p{Lu}+)?|\p{Lu}[\p{L}-]{1,12})\)"), sentence.text, pos=at + 1)
    if bracket is not None and "(" not in name:
        span = sentence.span(at, bracket.end())
        start, end = sentence.span(at + 1, bracket.end())
        name += sentence.page_text[start:end]
    vote = _VOTE.match(sentence.text, bracket.end() if bracket is not None else at + 1)
    kind = "peacekeeping" if regex.search(r"\bForce\b", key) else kind_of(f"{name} {key}")
    slots: dict[str, Any] = {"name": name}
    if vote is not None:
        start, end = sentence.span(at + 1, vote.end())
        slots.update(name=f"{name} {' '.join(sentence.page_text[start:end].split())}", kind="monitoring_mission")
        slots.update(_when(scene, sentence, vote.end()), country=country(scene, sentence, at))
        slots["country"] = slots["country"] or _group_state(sentence, at, vote.end())
        return Draft(
            REGISTER, slots, [(span[0], end, "operations.mission-named")], sentence=number, notes={"names": {key, name}}
        )
    if kind == "operation" and _ARMED.search(sentence.text):
        kind = "peacekeeping"
    if kind != "operation":
        slots["kind"] = kind
    if regex.search(r"(?i)observation|observer mission", name):
        return None
    slots["country"] = _beside(sentence, at) or state_in(regex.sub(r" \(.*", "", name)) or state_in(key)
    names = {key, name, *regex.findall(r"\(([^()]+)\)", name), regex.sub(r" \(.*", "", name)}
    if not _ENDED.search(sentence.text):
        slots["status"] = "ongoing"
    return Draft(REGISTER, slots, [(*span, "operations.mission-named")], sentence=number, notes={"names": names})


def _beside(sentence: Masked, at: int) -> str:
    """Return the state of "the mission in S"."""
    match = regex.match(
        expand(r"(?: in| to) (?:the )?(?:north of |south of |east of |west of )?(?P<state>{S})"),
        sentence.text,
        pos=at + 1,
    )
    return str(sentence.value(match.start("state")).name) if match is not None else ""


def _group_state(sentence: Masked, start: int, end: int) -> str:
    """Return the state that ends the name of whom an election is of ("deputies of the Parliament of Peru")."""
    for at in sentence.places(start, end):
        if sentence.kind(at) in ("Y", "B"):
            first, last = sentence.span(at, at + 1)
            tail = regex.search(r" of (?:the )?(?P<state>(?:Republic of )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)$",
                                " ".join(sentence.page_text[first:last].split()))  # fmt: skip
            if tail is not None and tail["state"] in states_by_name():
                return states_by_name()[tail["state"]]
    return ""


def _when(scene: Scene, sentence: Masked, after: int) -> dict[str, str]:
    """Return whether an election is still to come or over, by its date against the page's."""
    for at in sentence.places(after):
        resolved = scene.date(sentence.value(at)) if sentence.kind(at) == "D" else None
        if resolved is not None and scene.anchor is not None:
            later = resolved.start.iso > scene.anchor.iso[: len(resolved.start.iso)]
            return {"status": "planned" if later else "completed", "start": resolved.start.iso}
    return {}


_GROUP = r"(?:[Mm]ission|team|group|contingent|delegation)"
_SENDS = (
    r"(?:send|sends|sent|sending|deploy|deploys|deployed|deploying|dispatch|dispatches|dispatched|dispatching|open|"
    r"opens|"
    r"opened|launch|launches|launched|lead|leads|led)"
)
_TASK = (
    r"(?:(?:\d+-member |{B} |{J} |elect(?:ion|oral) |international |regional |[Jj]oint |[Pp]re-election |short-term |"
    r"long-term |technical |needs |\p{Ll}+(?:th|rd|nd|st) )*(?:[Ee]lection"
    r" )?(?:[Oo]bservation|[Oo]bserver|[Mm]onitoring|assistance|"
    r"assessment|[Ff]act-finding|verification|relief|rescue|medical|"
    r"support|advisory|peacekeeping|expert|police|training) )"
)


def sent(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "B will send a mission of 20 observers to S's election", "opened an election observation mission in S"."""
    sentence = found.sentence
    before = sentence.text[max(0, found.match.start() - 60) : found.match.start("name")]
    told = modality(before)
    if told == DENIED:
        return
    verb = found.text("verb")
    ahead = regex.search(
        r"\b(?:will|would|to|shall|plans?|intends?|may) (?:\w+ ){0,1}$", sentence.text[: found.match.start("verb")]
    )
    name = regex.sub(r"^(?:an?|the|its|their) ", "", found.text("name"))
    slots: dict[str, Any] = {"name": name, "kind": kind_of(name), "status": "planned" if ahead else "ongoing"}
    if verb.endswith(("s", "ing")):
        slots["status"] = "ongoing"
    slots["country"] = _place_of(found) or country(scene, sentence, found.match.end("verb"))
    out = facts(scene, sentence, found.match.end("verb"))
    slots.update({k: v for k, v in out.items() if k in ("legal_basis", "numbers", "start")})
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


def relief(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the sending of humanitarian assistance through B"."""
    sentence = found.sentence
    if modality(sentence.text[: found.match.end()]) == DENIED:
        return
    slots: dict[str, Any] = {"name": found.text("name"), "kind": "humanitarian"}
    slots["country"] = _place_of(found) or country(scene, sentence, found.match.end())
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


def _place_of(found: Found) -> str:
    states = found.mentions("name", "SJ")
    groups = [g.organization for g in found.mentions("name", "Y") if g.organization in states_by_name()]
    return str(states[-1].name) if states else (groups[0] if groups else "")


def formed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "a monitoring group headed by A has been formed"."""
    values = found.mentions("who", "A")
    head = values[0] if values else None
    if not isinstance(head, Actor):
        return
    title = head.offices[0].title if head.offices else ""
    words = found.text("words")
    slots: dict[str, Any] = {
        "name": f"{words} headed by the {title}" if title else words,
        "kind": kind_of(words),
        "status": "planned",
        "participants": [
            {k: v for k, v in {"name": scene.full_name(head.name) if head.name else "", "office": title}.items() if v}
        ],
        "legal_basis": facts(scene, found.sentence, 0).get("legal_basis"),
    }
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


_BEGUN = (
    r"(?:has |have |had |is |are |will )?(?:officially |formally"
    r" )?(?:begun|began|begins|start(?:s|ed|ing)?|arriv(?:ed|es)|"
    r"opened|opens|monitor(?:s|ed|ing)?|observ(?:es?|ed|ing)|deployed)"
)


def observing(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Observer Mission of B has begun monitoring the elections in S"."""
    sentence = found.sentence
    values = found.mentions("name", "B")
    literal = "ission" in sentence.text[slice(*found.match.span("name"))]
    if not literal and not regex.search(r"(?:Observ|Monitor).* ?Mission", values[0].name):
        return
    if modality(sentence.text[: found.match.end("verb")]) == DENIED:
        return
    verb = found.text("verb")
    told = "planned" if verb.startswith("will") else "completed" if verb in ("monitored", "observed") else "ongoing"
    slots: dict[str, Any] = {"name": found.text("name"), "kind": "monitoring_mission", "status": told}
    place = country(scene, sentence, found.match.end("verb"))
    groups = [_group_state(sentence, at, at + 1) for at in sentence.places(found.match.end("verb"))]
    slots["country"] = next((g for g in groups if g), "") or place
    slots["legal_basis"] = facts(scene, sentence, 0).get("legal_basis")
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


MISSION_RULES: tuple[Rule, ...] = (
    Rule(
        name="operations.sent",
        triggers=("mission", " team", " contingent", " group of", "observers"),
        needs=rf"\b{_SENDS}\b",
        pattern=rf"\b(?P<verb>{_SENDS}) (?:\w+ly )?(?P<name>(?:an? |the |its |their )?"
        rf"(?:{_TASK}{_GROUP}(?: of [^.;,]{{3,50}}?)?"
        rf"|(?:\p{{Ll}}+ )?{_GROUP} of (?:\d+|\p{{Ll}}+) [\p{{Ll}} -]{{3,40}}?)(?: \((?:{{B}}|\p{{Lu}}[\p{{L}}-]+)\))? "
        rf"(?:to|for|in|at) [^.;,]{{1,150}}?|(?:an? )?{_TASK}{_GROUP} of [^.;,]{{1,90}}?{{Y}}[^.;,]{{0,60}}?)"
        r"(?=[.;,]|$| (?:at the request|on the basis|in accordance|in line|as part|following|under|at the"
        r" invitation) )",
        build=sent,
        reads=(
            "The League of Ports will send a mission of 30 observers to Chile's presidential election in May.",
            "The Office opened an election observation mission for the 5 May general elections in Chile.",
            "The League of Ports is deploying an electoral observation mission of 90 officials for the elections in"
            " Chile.",
            "The League will send a 25-member election observation team to Chile for the general elections.",
            "Leaders decided to send a regional assistance team of 12 pilots to Chile for the regatta.",
        ),
        refuses=(
            "The League of Ports will not send a mission of 30 observers to Chile's presidential election.",
            "He sent a letter to the mission in Lima.",
        ),
    ),
    Rule(
        name="operations.relief",
        triggers=("humanitarian a", "humanitarian relief", "relief aid"),
        needs=r"\b(?:send|sent|deliver|dispatch|render|continu|provision of|provid)",
        pattern=r"\b(?:sending|sent|send|deliver(?:ed|y|ing|s)?|dispatch(?:ed|ing)?|render(?:ed|ing|s)?|continu(?:ing|"
        r"ed|ation)|"
        r"provision|provid(?:ing|ed))(?: of)? (?:the |its |their )?(?P<name>(?:humanitarian"
        r" (?:assistance|aid|relief)|relief aid) "
        r"(?:to|for|through) [^.;,]{1,90}?)(?=[.;,]|$|, in which| in accordance| and (?:to|that|the)\b)",
        build=relief,
        reads=("They supported the sending of humanitarian assistance through the Relief Centre, which has 20 tugs.",),
        refuses=("They do not intend to continue. Humanitarian assistance to Chile was not sent.",),
    ),
    Rule(
        name="operations.observing",
        triggers=("observer", "observ", "monitor"),
        needs=r"[Ee]lection|[Rr]eferendum|[Vv]ot(?:e|ing)\b|[Pp]olls?\b",
        pattern=r"(?P<name>(?:{B} )?(?:[Ee]lection )?(?:[Oo]bserver|[Oo]bservation|[Mm]onitoring) [Mm]ission"
        r"(?: (?:of|from) (?:the )?{B})?|{B}),?"
        rf" (?P<verb>{_BEGUN})\b[^.;]{{0,160}}?\b(?:[Ee]lections?|[Rr]eferendum|[Vv]ote|polls?)\b",
        build=observing,
        reads=(
            "The observation mission of the League of Ports has begun monitoring the early elections in Chile.",
            "The League of Ports observer mission has arrived in Chile to monitor the referendum.",
        ),
        refuses=("The Council of Ports began the election of its chairman.",),
    ),
    Rule(
        name="operations.formed",
        triggers=("headed by", "led by"),
        needs="{A}",
        pattern=r"\b(?P<words>(?:(?!an?\b|the\b)[\p{L}-]+ )?(?:monitoring|observer|observation|"
        r"fact-finding|assessment|verification) "
        r"(?:group|team|mission))(?: of (?:the )?{B})?,? (?:headed|led) by (?:the )?(?P<who>{A}),? (?:has been|have"
        r" been|"
        r"was|were|is being|will be) (?:formed|set up|established|created)",
        build=formed,
        reads=("A monitoring group headed by Minister of Justice of Chile Jon Arr has been formed.",),
        refuses=("A working group headed by Minister of Justice of Chile Jon Arr has been formed.",),
    ),
)
