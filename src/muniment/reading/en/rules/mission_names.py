"""Missions and forces that a page names as bodies: how they are called in full, where they work, whether they go on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import msgspec
import regex

from muniment.profiles import world
from muniment.profiles.schema import MANDATES
from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, modality
from muniment.reading.en.rules.operation_facts import country, days, grounds, kind_of, numbers, participants, purpose_of
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Instrument, State
from muniment.reading.pattern import pattern
from muniment.reading.scene import Scene

__all__ = ["group_state", "is_mission", "missions_named", "state_in", "states_by_name"]

REGISTER = "operations"

_MISSION = regex.compile(
    r"\bMissions?\b|\b(?:Interim|Stabili[sz]ation|Protection|Multinational|Observer|Hybrid|Peacekeeping|Regional"
    r"|Task) (?:\p{L}+ )?(?:Force|Operation)\b(?! (?:on|for|against) )"
)
_NO_MISSION = regex.compile(
    r"\b(?:Permanent|Diplomatic|Resident|Trade|Consular) (?:\p{L}+ )?Mission|Special Mission\b|(?<!Observation )"
    r"(?<!Observer )(?<!Monitoring )\bMissions? of\b|\bMissions? to the (?:UN|United Nations|EU|European Union|OSCE"
    r"|NATO|African Union|AU)\b|\bMissions$"
)
_ARMED = regex.compile(
    r"\b(?:peacekeep\w+|troops|soldiers|servicemen|blue helmets|military contingents?|military personnel|uniformed "
    r"personnel|battalions?|troop[- ]contribut\w+|military (?:and police|component|observers)|police and military)\b"
)
_AID = regex.compile(
    r"[^.;]{0,40}?\b(?:distribut|deliver|hand(?:ed|s) "
    r"out|suppl)\w*\b[^.;]{0,60}?\b(?:food|relief|humanitarian|medic\w+|aid|tents|"
    r"blankets)\b"
)
_ENDED_BEFORE = regex.compile(
    expand(
        r"(?<!\bto )(?<!will )\b(?:replac\w+|succeed(?:ed|s|ing)|terminat\w+|closure of|ended|former|liquidation of|"
        r"took over from|predecessor|"
        r"wound up|closed)(?: (?:its|the|a|political|peacekeeping|military|civilian|mission|mandate|work|of|in|"
        r"{S}))*,? ?(?:the )?$"
    )
)
_ENDED_AFTER = regex.compile(
    expand(
        r"[^.;{B}]{0,24}?(?:whose mandate (?:expired|ended)|, which (?:ended|closed|completed|expired)|,? was "
        r"(?:closed|terminated|replaced|succeeded|wound up|withdrawn)|(?:has |had )?\b"
        r"(?:ended|closed|ceased|completed its)\b|and its transition to|[’']s (?:closure|termination))"
    )
)
_VOTE = regex.compile(
    expand(
        r",? (?!in the (?:framework|context) )(?:at|to(?: observe| monitor)?|for|during|in) (?:the "
        r")?(?:[^.;,]{0,90}?\b)?(?:elections?|referendum)\b"
        r"(?: (?:of|in|to) (?:the )?(?:[{S}{Y}{B}{C}{R}]|(?-i:\p{Lu})\p{L}+)"
        r"(?: of (?:the )?(?:[{S}{B}]|(?-i:\p{Lu})\p{L}+)){0,2})?"
    ),
    regex.IGNORECASE,
)
_TITLED = regex.compile(r"\b(?:Mission|Force|Operation)\b")
_IN_TITLE = regex.compile(
    r"\b(?:mandate of|reauthori[sz]ing|authori[sz]ing|establishing) (?:the )?(?P<name>\p{Lu}[\p{L} "
    r"’'-]{3,80}?\b(?:Mission|Force|Operation)\b(?: (?:in|to|for) (?:the )?"
    r"(?:Republic of )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)?)(?P<bracket> \([^()]{2,30}\))?"
)
_TAIL = regex.compile(
    r"\b(?:in|to|for|Mission) (?:the )?(?P<place>(?:(?:Republic|Kingdom|State) of (?:the )?)?\p{Lu}[\p{L}’'-]+"
    r"(?: (?:of |the )*\p{Lu}[\p{L}’'-]+){0,4})$"
)
_FURTHER = regex.compile(
    expand(
        r"(?: Mission| Force| Operation)?(?: (?:in|to|for|on|at) (?:the )?(?:(?:north|south|east|west) of (?:the "
        r")?)?(?:[{S}{R}{C}{A}](?: \p{Lu}[\p{L}’'-]+){0,3}"
        r"|(?P<there>(?:that|this|the) country)|(?<! at | at the )(?:\p{Lu}[\p{L}’'-]+ ?){1,4}(?<! )(?=[ ,.;()]|$))"
        r"| (?:to|in) support(?: of)? (?:the )?(?:{N}|{S}|(?:\p{Lu}[\p{L}’'-]+ ?){1,4}(?<! )(?=[ ,.;()]|$)))?"
    )
)
"""What belongs to a mission's name behind what was found as a body: where it is, what it supports."""
_BRACKET = regex.compile(
    expand(r" \((?:the )?(?P<short>(?:{BU}|\p{Lu}[\p{L}-]{1,12})(?:[ -](?:{BSRC}|\p{Lu}[\p{L}-]+)){0,2})\)")
)
_APPOSED = regex.compile(expand(r"(?P<short>{B}), the $"))
"""An abbreviation that the full name explains: "SAMIM, the ... Mission in S"."""
_TOO_PLAIN = regex.compile(
    r"(?:the )?(?:\p{Lu}[\p{L}’'-]+ ){0,4}?(?:Mission|Force|Operation|Transition Mission|Assistance Mission)"
)
_SPECIFIC = regex.compile(
    r"\b(?:Monitoring|Verification|Stabili[sz]ation|Observ\w+|Police|Training|Advisory|Partnership|Interim|Border|Rule|"
    r"Capacity|Peacekeeping|Protection|Referendum|Support|Election|Multinational|Hybrid|Security|Kosovo|\p{Lu}{4,})\b"
)


_BEFORE_NAME = regex.compile(r"^(?:[Tt]he |[Ii]ts |[Tt]heir |\p{Lu}+['’]s |\p{Lu}+-led )")
_PLACED = regex.compile(r" (?:in|to|for) ")
_BEHIND_BRACKET = regex.compile(r" \(.*")
_IN_BRACKETS = regex.compile(r"\(([^()]+)\)")
_TWO_CAPITALS = regex.compile(r"\p{Lu}\S* (?:\S+ )*\S*\p{Lu}|\p{Lu}\S*\p{Lu}")
_ARTICLE = regex.compile(r"^[Tt]he ")
_ORGAN_OF = regex.compile(
    r".*\b(?:Group|Office|Section|Unit|Component|Division|Department|Team|Service|Branch|Bureau) of (?:the )?"
    r"(?P<mission>\p{Lu}.*\b(?:Mission|Force|Operation)\b.*)"
)
"""A mission named only as what an organ belongs to."""
_ITS_OFFICE = regex.compile(r"^Headquarters|\b(?:Headquarters|Secretariat|Command|Commander|Staff|Cell|Fund)$")
"""What belongs to a force and is none."""
_AS_SUCH = regex.compile(r"(?<!known )\bas (?:the )?$")
_OPERATION_BEHIND = regex.compile(r"(?: \p{Lu}+)? Operation ")
_FORCE = regex.compile(r"\bForce\b")
_OBSERVERS = regex.compile(r"(?i)(?:observation|observers?['’]?) mission")
_COUNTS = regex.compile(r"\b(?:numbers|counts|has|keeps|employs|comprises|consists of)\b")
_STATE_AT_END = regex.compile(r" of (?:the )?(?P<state>(?:Republic of )?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)$")


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


_THE_MISSION = pattern(r"\b[Tt]he (?:Mission|mission)\b(?! (?:of|to|in|for)\b)")
"""A page that goes on about "the mission" is about the one that its title names."""


class _Naming(msgspec.Struct):
    """One place where a mission is named.

    Attributes:
        key: its canonical name.
        name: its name as written, with place and abbreviation.
        start: where the body stands; a position of the masked text.
        end: where the name ends; a position of the masked text.
        country: the state its name tells.
        names: every form told here.
        office: whether it is only where somebody serves.
        mandate: what a profile says that it is sent to do; empty where none says.
    """

    key: str
    name: str
    start: int
    end: int
    country: str = ""
    names: set[str] = msgspec.field(default_factory=set)
    office: bool = False
    mandate: str = ""


def _the_mission(sentence: Masked) -> bool:
    return sentence.search(_THE_MISSION, sentence.text) is not None


def missions_named(scene: Scene) -> list[Draft]:
    """Return a draft for each sentence that names a mission or force, with what it tells of it."""
    told = [n for n, kind in enumerate(scene.kinds) if kind != "title"]
    out = _drafts(scene, told)
    titles = [n for n, kind in enumerate(scene.kinds) if kind == "title"]
    if not out and any(_the_mission(scene.sentences[number]) for number in told):
        out = _drafts(scene, titles)
    elif out and titles:
        out += _spelt_out(_drafts(scene, titles), out)
    return _without_bare(out)


def _spelt_out(titled: list[Draft], drafts: list[Draft]) -> list[Draft]:
    """Return those drafts of the title that name in full a mission which the text only abbreviates."""
    known = {name for draft in drafts for name in draft.notes["names"]}
    out = [draft for draft in titled if draft.notes["names"] & known]
    for draft in out:
        draft.slots = {slot: draft.slots[slot] for slot in ("name", "country") if draft.slots.get(slot)}
    return out


def _drafts(scene: Scene, numbers: list[int]) -> list[Draft]:
    """Return the drafts of some sentences, in order: an abbreviation that one explains is known in the next."""
    out: list[Draft] = []
    shorts: dict[str, str] = {}
    for number in numbers:
        for naming in _namings(scene, scene.sentences[number], shorts):
            shorts |= dict.fromkeys(naming.names, naming.key)
            draft = _draft(scene, number, naming)
            if draft is not None:
                out.append(draft)
    return out


def _without_bare(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those that only say "the B Mission", unless another names it in full."""
    known = {name for draft in drafts if not draft.notes["plain"] for name in draft.notes["names"]}
    return [draft for draft in drafts if not draft.notes["plain"] or draft.notes["names"] & known]


def _namings(scene: Scene, sentence: Masked, shorts: dict[str, str]) -> Iterator[_Naming]:
    """Yield the missions a sentence names; `shorts` are the names told before, each with its canonical one."""
    done = -1
    for at in sentence.places(kinds="ABN"):
        if at < done:
            continue
        found = _mission_at(sentence, at)
        if found is None and shorts and sentence.kind(at) == "B" and (short := _written(sentence, at)) in shorts:
            found = (shorts[short], short, False)
        if found is None:
            continue
        naming = _naming(scene, sentence, at, found)
        if naming is not None:
            done = naming.end
            yield naming


def _naming(scene: Scene, sentence: Masked, at: int, found: tuple[str, str, bool]) -> _Naming | None:
    """Return one naming with its place and abbreviation; None where it is no mission's name.

    Args:
        scene: the page.
        sentence: the sentence.
        at: where the body stands.
        found: what `_mission_at` gave.
    """
    key, written, office = found
    if _OPERATION_BEHIND.match(sentence.text, at + 1):
        return None
    name = _BEFORE_NAME.sub("", " ".join(written.split()))
    end, state, there = at + 1, "", ""
    further = None
    if not office and not _PLACED.search(name):
        further = _FURTHER.match(sentence.text, at + 1)
    if further is not None and further.end() > at + 1 and _VOTE.match(sentence.text, at + 1) is None:
        end = further.end()
        start, stop = sentence.span(at + 1, end)
        name += " " + " ".join(sentence.page_text[start:stop].split())
        state = _state_of(sentence, at + 1, end)
        if further["there"]:
            there = _last_state(sentence, at) or _in_sight(scene)
            name = name.replace(further["there"], there) if there else name
            state = there
    names = {_BEHIND_BRACKET.sub("", name)}
    if end == at + 1 or office or _known(sentence, at):
        names |= {key, written}
    bracket = _BRACKET.match(sentence.text, end) if "(" not in name else None
    if bracket is not None:
        start, stop = sentence.span(*bracket.span("short"))
        short = " ".join(sentence.page_text[start:stop].split())
        name += f" ({short})"
        names |= {short, *_canonical(sentence, *bracket.span("short"))}
        state = state or _state_of(sentence, *bracket.span("short"))
        end = bracket.end()
    else:
        names |= set(_IN_BRACKETS.findall(name))
    apposed = _APPOSED.search(sentence.text[:at]) if "(" not in name else None
    if apposed is not None:
        start, stop = sentence.span(*apposed.span("short"))
        name += f" ({sentence.page_text[start:stop]})"
        names.add(sentence.page_text[start:stop])
    if not _TWO_CAPITALS.search(name) or _ITS_OFFICE.search(name):
        return None
    if _NO_MISSION.search(_BEHIND_BRACKET.sub("", name)):
        return None
    state = state or state_in(_BEHIND_BRACKET.sub("", name)) or state_in(key)
    body = sentence.value(at)
    mandate = body.kind if isinstance(body, Body) and body.kind in MANDATES else ""
    return _Naming(key, name, at, end, state, names, office, mandate)


def _written(sentence: Masked, at: int) -> str:
    start, end = sentence.span(at, at + 1)
    return _ARTICLE.sub("", " ".join(sentence.page_text[start:end].split()))


def _known(sentence: Masked, at: int) -> bool:
    value = sentence.value(at)
    return isinstance(value, Body) and value.known


def _canonical(sentence: Masked, start: int, end: int) -> set[str]:
    """Return the canonical name of an abbreviation that is one known body."""
    value = sentence.value(start) if end - start == 1 and sentence.kind(start) in ("B", "U") else None
    return {value.name} if isinstance(value, Body) else set()


def _state_of(sentence: Masked, start: int, end: int) -> str:
    """Return the state, or that of the city, in a stretch of the masked text."""
    for at in sentence.places(start, end):
        if sentence.kind(at) == "S":
            return str(sentence.value(at).name)
        if sentence.kind(at) == "C":
            return str(getattr(sentence.value(at), "detail", ""))
    return ""


def _last_state(sentence: Masked, before: int) -> str:
    """Return the state named last before a position."""
    states = [sentence.value(at) for at in sentence.places(0, before, kinds="S")]
    return str(states[-1].name) if states and isinstance(states[-1], State) else ""


def _in_sight(scene: Scene) -> str:
    """Return the state that the page's title names."""
    for number, sentence in enumerate(scene.sentences):
        if scene.kinds[number] == "title":
            states = [sentence.value(at).name for at in sentence.places(kinds="S")]
            if len(states) == 1:
                return str(states[0])
    return ""


def is_mission(body: Body) -> bool:
    """Whether a body is a mission, a force or an operation: a profile says so, or its name."""
    return not body.anaphor and (
        body.kind in ("mission", "operation", *MANDATES) or (not body.known and _is_mission(body.name))
    )


def _mission_at(sentence: Masked, at: int) -> tuple[str, str, bool] | None:
    """Return a mission's canonical name, the name as written and whether it stands only in somebody's office."""
    value = sentence.value(at)
    if isinstance(value, Body):
        if not is_mission(value):
            return None
        start, end = sentence.span(at, at + 1)
        organ = _ORGAN_OF.match(value.name)
        if organ is not None:
            return organ["mission"], organ["mission"], True
        return value.name, sentence.page_text[start:end], False
    if isinstance(value, Instrument):
        match = _IN_TITLE.search(value.title) if _TITLED.search(value.title) else None
        return (match["name"], match["name"] + (match["bracket"] or ""), False) if match is not None else None
    if isinstance(value, Actor):
        for office in value.offices:
            if office.organization and _is_mission(office.organization) and " of " in office.text:
                return office.organization, office.text.partition(" of ")[2], True
    return None


@lru_cache(maxsize=1 << 10)
def _is_mission(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return (_MISSION.search(name) is not None and "Commission" not in name) or (
        rest == "Force" and first in states_by_name()
    )


_GOES_ON = regex.compile(r"(?:The|This) (?:\p{L}+ )?(?:mission|Mission|force|Force|operation|Operation)\b|It\b|Its\b")
"""A sentence that goes on about the mission named in the one before."""


def _armed(scene: Scene, number: int) -> bool:
    """Whether a sentence that names a mission, or the one that goes on from it, tells of its soldiers."""
    here, *behind = scene.sentences[number : number + 2]
    if _ARMED.search(here.text):
        return True
    return any(_GOES_ON.match(s.page_text, s.start, s.end) and _ARMED.search(s.text) for s in behind)


def _draft(scene: Scene, number: int, naming: _Naming) -> Draft | None:
    """Return what one mention of a mission tells; None where it is denied or only one of many."""
    sentence = scene.sentences[number]
    before = sentence.text[: naming.start]
    if not naming.office and _AS_SUCH.search(before):
        return None
    if modality(sentence.text) == DENIED:
        return None
    first, last = sentence.span(naming.start, naming.end)
    vote = _VOTE.match(sentence.text, naming.end)
    key, name = naming.key, naming.name
    kind = naming.mandate or ("peacekeeping" if _FORCE.search(key) else kind_of(f"{name} {key}"))
    if kind == "exercise":  # a training mission
        kind = "operation"
    notes: dict[str, Any] = {"names": naming.names, "plain": False}
    if vote is not None:
        start, end = sentence.span(naming.end, vote.end())
        slots: dict[str, Any] = {"name": f"{name} {' '.join(sentence.page_text[start:end].split())}"}
        voted = _when(scene, sentence, vote.end())
        notes["vote"] = "start" in voted
        slots.update(voted, kind="monitoring_mission")
        slots["country"] = country(scene, sentence, naming.start) or group_state(sentence, naming.start, vote.end())
        span = (first, end, "operations.mission-named")
        return Draft(REGISTER, slots, [span], sentence=number, notes=notes)
    if _OBSERVERS.search(f"{name} {key}"):
        return None
    if kind == "operation" and _armed(scene, number):
        kind = "peacekeeping"
    elif kind == "operation" and _AID.match(sentence.text, naming.end):
        kind = "humanitarian"
    slots = {"name": name, "country": naming.country, **_told(scene, sentence, naming)}
    if kind != "operation":
        slots["kind"] = kind
    bare = _BEHIND_BRACKET.sub("", name)
    notes["plain"] = bool(_TOO_PLAIN.fullmatch(bare) and not _SPECIFIC.search(bare) and "(" not in name)
    return Draft(REGISTER, slots, [(first, last, "operations.mission-named")], sentence=number, notes=notes)


_SUBJECT = regex.compile(
    r"^(?:[“\"(]|[Tt]he |[Ii]n (?:its|the) [^,]{3,40}, |[^,;]{0,20}?\b(?:mandates?|work) of (?:the )?)*$"
)
_EXTENDED = regex.compile(
    r"\b(?:extend|renew|prolong)\w*\b[^.;]*\b(?:mandate|mission|authori[sz]ation|presence)|\bmandate (?:was|is) "
    r"extended|\b(?:mandate|mission) of [^.;]{1,60}? (?:was|is|has been) (?:extended|renewed|prolonged)"
)
_EXPIRES = regex.compile(expand(r"[^.;,{B}{A}]{0,40}?\b(?:expires?|will expire|expired|ends|will end|runs until)\b"))
_WITHDRAWN = regex.compile(r"\b[Ww]ithdrawal of (?:the )?$")
_WAS_COMPLETED = regex.compile(r"[^.;]{0,40}? (?:was|has been) completed\b")
_SET_UP = regex.compile(r"\b(?:established|launched|created|set up|deployed|authori[sz]ed) (?:the |an? )?$")
_TO_DO = regex.compile(r",? (?:to \p{Ll}|a further\b|another\b)")
"""Behind a mission that was allowed to do something: "authorized the Mission to use force" set up none."""
_TO_LAUNCH = regex.compile(
    r"\b(?:decided|agreed|plans?|planned|ready) to (?:launch|establish|deploy|set up|create) (?:the |an? )?$"
)
_LAUNCHED = regex.compile(
    expand(
        r"[^.;{S}]{0,40}?\b(?:was|were|is|has been|had been) (?:first )?(?:launched|established|set "
        r"up|created|deployed|"
        r"mandated)\b[^.;{D}]{0,20}{D}(?: (?:to "
        r"(?:assist|support|provide|help|monitor|observe|train|strengthen|contribute)|following"
        r" [^.;]{3,60}? to (?=assist|support|help|provide))(?P<what>[^.;]+))?"
    )
)


def _told(scene: Scene, sentence: Masked, naming: _Naming) -> dict[str, Any]:
    """Return what a sentence tells of a mission it names: all of it where the mission is what it is about."""
    text = sentence.text
    out: dict[str, Any] = {}
    ended = _ENDED_BEFORE.search(text[: naming.start]) or _ENDED_AFTER.match(text, naming.end)
    before = text[: naming.start]
    withdrawn = _WITHDRAWN.search(before) is not None and _WAS_COMPLETED.match(text, naming.end) is not None
    out["status"] = "planned" if _TO_LAUNCH.search(before) else "completed" if ended or withdrawn else "ongoing"
    if withdrawn or (ended and _SUBJECT.match(before) is not None) or _EXPIRES.match(text, naming.end) is not None:
        told = days(scene, sentence, "completed")
        out["end"] = told.get("end", "") or told.get("start", "")
    elif _SET_UP.search(before) and not _TO_DO.match(text, naming.end):
        out["start"] = days(scene, sentence, "ongoing").get("start", "")
    out["purpose"] = purpose_of(sentence, naming.end)
    extended = _EXTENDED.search(text)
    if extended is not None:
        told = days(scene, sentence, "ongoing")
        out.update(end=told.get("end", ""), legal_basis=grounds(sentence), numbers=numbers(sentence))
    if _SUBJECT.match(text[: naming.start]) is not None:
        launched = _LAUNCHED.match(text, naming.end)
        told = days(scene, sentence, "ongoing") if launched is not None else {}
        out["start"] = told.get("start", "")
        out["legal_basis"] = grounds(sentence)
        if _COUNTS.search(text[naming.end :]):
            out.update(numbers=numbers(sentence), participants=participants(scene, sentence))
    return {slot: value for slot, value in out.items() if value}


def group_state(sentence: Masked, start: int, end: int) -> str:
    """Return the state that ends the name of whom an election is of ("deputies of the Parliament of Peru")."""
    for at in sentence.places(start, end):
        if sentence.kind(at) in ("Y", "B"):
            first, last = sentence.span(at, at + 1)
            tail = _STATE_AT_END.search(" ".join(sentence.page_text[first:last].split()))  # fmt: skip
            if tail is not None and tail["state"] in states_by_name():
                return states_by_name()[tail["state"]]
    return ""


def _when(scene: Scene, sentence: Masked, after: int) -> dict[str, str]:
    """Return whether an election is still to come or over, by its date against the page's."""
    for at in sentence.places(after):
        resolved = scene.date(sentence.value(at)) if sentence.kind(at) == "D" else None
        if resolved is not None and scene.anchor is not None:
            later = resolved.begin > scene.anchor.iso[: len(resolved.begin)]
            return {"status": "planned" if later else "completed", "start": resolved.begin}
    return {}
