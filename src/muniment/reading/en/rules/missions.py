"""Missions and forces that a page names as bodies: where they work, whether they go on; election observers sent."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
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

__all__ = ["MISSION_RULES", "missions_named", "state_in"]

REGISTER = "operations"

_MISSION = regex.compile(r"\bMissions?\b|\b(?:Interim|Stabili[sz]ation|Protection|Multinational|Observer) (?:\p{L}+ )?Force\b")
_NO_MISSION = regex.compile(r"\b(?:Permanent|Diplomatic|Resident|Trade|Special) (?:\p{L}+ )?Mission|\bMissions? of\b")
_ARMED = regex.compile(r"\b(?:peacekeep\w+|troops|soldiers|servicemen|blue helmets|military contingents?)\b")
_ENDED = regex.compile(r"\b(?:terminat\w+|clos(?:ed|ure)|end(?:ed|ing)? of|ceased|wound up|former|withdr[ae]w\w*)\b")
_VOTE = regex.compile(
    expand(r",? (?:at|to|for|during|in) (?:the )?(?:[^.;,]{0,90}?\b)?(?:elections?|referendum)\b(?: (?:of|in) [^.;,{D}]{3,60})?")
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
def _states() -> dict[str, str]:
    """Return every name of a state with the one that the world table gives it."""
    return {
        name: state.name for state in world().states for name in (state.name, state.official, *state.aliases) if name
    }


def state_in(name: str) -> str:
    """Return the state at the end of a mission's name ("Monitoring Mission in Moldova"); empty where there is none."""
    match = _TAIL.search(name)
    return _states().get(match["place"] if match is not None else name.partition(" ")[0], "")


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
        match = _IN_TITLE.search(value.title)
        return (match["name"], match["name"] + (match["bracket"] or "")) if match is not None else None
    if isinstance(value, Actor):
        for office in value.offices:
            if office.organization and _is_mission(office.organization) and " of " in office.text:
                return office.organization, office.text.partition(" of ")[2]
    return None


def _is_mission(name: str) -> bool:
    return _MISSION.search(name) is not None and "Commission" not in name


def _draft(scene: Scene, number: int, at: int, key: str, written: str) -> Draft | None:
    """Return what one mention of a mission tells; None where it is denied or only one of many."""
    sentence = scene.sentences[number]
    name = regex.sub(r"^(?:[Tt]he|[Ii]ts) ", "", " ".join(written.split()))
    if name.endswith("Missions") or not regex.search(r"\p{Lu}\S* (?:\S+ )*\S*\p{Lu}|\p{Lu}\S*\p{Lu}", name):
        return None
    if regex.search(r"\bas (?:the )?$", sentence.text[:at]) or name.startswith("Headquarters") or modality(sentence.text) == DENIED:
        return None
    span = sentence.span(at, at + 1)
    bracket = regex.match(expand(r" \((?:{B}|\p{Lu}[\p{L}-]{1,12})\)"), sentence.text, pos=at + 1)
    if bracket is not None and "(" not in name:
        span = sentence.span(at, bracket.end())
        start, end = sentence.span(at + 1, bracket.end())
        name += sentence.page_text[start:end]
    vote = _VOTE.match(sentence.text, at + 1)
    kind = kind_of(f"{name} {key}")
    slots: dict[str, Any] = {"name": name}
    if vote is not None:
        start, end = sentence.span(at + 1, vote.end())
        slots.update(name=f"{name} {' '.join(sentence.page_text[start:end].split())}", kind="monitoring_mission")
        slots.update(_when(scene, sentence, vote.end()), country=country(scene, sentence, at))
        slots["country"] = slots["country"] or _group_state(sentence, at, vote.end())
        return Draft(REGISTER, slots, [(span[0], end, "operations.mission-named")], sentence=number, notes={"names": {key, name}})
    if kind == "operation" and _ARMED.search(sentence.text):
        kind = "peacekeeping"
    if kind != "operation":
        slots["kind"] = kind
    if regex.search(r"(?i)election|observer", name):
        return None
    slots["country"] = _beside(sentence, at) or state_in(regex.sub(r" \(.*", "", name)) or state_in(key)
    names = {key, name, *regex.findall(r"\(([^()]+)\)", name), regex.sub(r" \(.*", "", name)}
    if not _ENDED.search(sentence.text):
        slots["status"] = "ongoing"
    return Draft(REGISTER, slots, [(*span, "operations.mission-named")], sentence=number, notes={"names": names})


def _beside(sentence: Masked, at: int) -> str:
    """Return the state of "the mission in S"."""
    match = regex.match(expand(r" in (?:the )?(?:north of |south of |east of |west of )?(?P<state>{S})"), sentence.text, pos=at + 1)
    return str(sentence.value(match.start("state")).name) if match is not None else ""


def _group_state(sentence: Masked, start: int, end: int) -> str:
    """Return the state that ends the name of whom an election is of ("deputies of the Parliament of Peru")."""
    for at in sentence.places(start, end):
        if sentence.kind(at) in ("Y", "B"):
            first, last = sentence.span(at, at + 1)
            tail = regex.search(r" of (?:the )?(?P<state>(?:Republic of )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)$",
                                " ".join(sentence.page_text[first:last].split()))  # fmt: skip
            if tail is not None and tail["state"] in _states():
                return _states()[tail["state"]]
    return ""


def _when(scene: Scene, sentence: Masked, after: int) -> dict[str, str]:
    """Return whether an election is still to come or over, by its date against the page's."""
    for at in sentence.places(after):
        resolved = scene.date(sentence.value(at)) if sentence.kind(at) == "D" else None
        if resolved is not None and scene.anchor is not None:
            later = resolved.start.iso > scene.anchor.iso[: len(resolved.start.iso)]
            return {"status": "planned" if later else "completed", "start": resolved.start.iso}
    return {}


_GROUP = r"(?:mission|team|group|contingent|delegation)"
_SENDS = (
    r"(?:send|sends|sent|sending|deploy|deploys|deployed|deploying|dispatch|dispatches|dispatched|dispatching|open|opens|"
    r"opened|launch|launches|launched)"
)
_TASK = (
    r"(?:(?:election |international |regional |joint |short-term |long-term |technical |needs )*"
    r"(?:observation|observer|monitoring|assistance|assessment|fact-finding|verification|relief|rescue|medical|"
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
    ahead = regex.search(r"\b(?:will|would|to|shall|plans?|intends?|may) (?:\w+ ){0,1}$", sentence.text[: found.match.start("verb")])
    name = regex.sub(r"^(?:an?|the|its|their) ", "", found.text("name"))
    slots: dict[str, Any] = {"name": name, "kind": kind_of(name), "status": "planned" if ahead else "ongoing"}
    if verb.endswith("s") or verb.endswith("ing"):
        slots["status"] = "ongoing"
    slots["country"] = _place_of(found) or country(scene, sentence, found.match.end("verb"))
    out = facts(scene, sentence, found.match.end("verb"))
    slots.update({k: v for k, v in out.items() if k in ("legal_basis", "numbers", "start")})
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


def _place_of(found: Found) -> str:
    states = found.mentions("name", "SJ")
    groups = [g.organization for g in found.mentions("name", "Y") if g.organization in _states()]
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
        "participants": [{k: v for k, v in {"name": scene.full_name(head.name) if head.name else "", "office": title}.items() if v}],
        "legal_basis": facts(scene, found.sentence, 0).get("legal_basis"),
    }
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


MISSION_RULES: tuple[Rule, ...] = (
    Rule(
        name="operations.sent",
        triggers=("mission", " team", " contingent", " group of", "observers"),
        needs=rf"\b{_SENDS}\b",
        pattern=rf"\b(?P<verb>{_SENDS}) (?:\w+ly )?(?P<name>(?:an? |the |its |their )?(?:{_TASK}{_GROUP}(?: of [^.;,]{{3,50}}?)?|"
        rf"(?:\p{{Ll}}+ )?{_GROUP} of (?:\d+|\p{{Ll}}+) [\p{{Ll}} -]{{3,40}}?) (?:to|for|in|at) [^.;,]{{1,150}}?)"
        rf"(?=[.;,]|$| (?:at the request|on the basis|in accordance|in line|as part|following|under|at the invitation) )",
        build=sent,
        reads=(
            "The League of Ports will send a mission of 30 observers to Chile's presidential election in May.",
            "The Office opened an election observation mission for the 5 May general elections in Chile.",
            "Leaders decided to send a regional assistance team of 12 pilots to Chile for the regatta.",
        ),
        refuses=(
            "The League of Ports will not send a mission of 30 observers to Chile's presidential election.",
            "He sent a letter to the mission in Lima.",
        ),
    ),
    Rule(
        name="operations.formed",
        triggers=("headed by", "led by"),
        needs="{A}",
        pattern=r"\b(?P<words>(?:(?!an?\b|the\b)[\p{L}-]+ )?(?:monitoring|observer|observation|fact-finding|assessment|verification) "
        r"(?:group|team|mission))(?: of (?:the )?{B})?,? (?:headed|led) by (?:the )?(?P<who>{A}),? (?:has been|have been|"
        r"was|were|is being|will be) (?:formed|set up|established|created)",
        build=formed,
        reads=("A monitoring group headed by Minister of Justice of Chile Jon Arr has been formed.",),
        refuses=("A working group headed by Minister of Justice of Chile Jon Arr has been formed.",),
    ),
)
