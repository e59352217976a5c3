"""Election observers: the mission that an organisation sends, gathered from all that a page tells of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, modality
from muniment.reading.en.rules.mission_names import group_state, states_by_name
from muniment.reading.en.rules.operation_facts import grounds
from muniment.reading.en.rules.operation_facts import numbers as counted
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Office
from muniment.reading.scene import Scene

__all__ = ["election_state", "observers_named"]

REGISTER = "operations"

_MISSION = regex.compile(
    expand(
        r"(?P<org>{B})(?:/{B})?(?:['’]s)? (?P<words>(?:(?:[Ee]lection|[Ee]lectoral|[Ii]nternational"
        r"|[Pp]arliamentary) )*(?:[Oo]bserv(?:er|ers['’]?|ation)|[Mm]onitoring) [Mm]ission)\b(?! of)"
        r"|(?P<org>{B})(?: \({B}\))? (?P<words>mission) (?:sent )?"
        r"(?=(?:to|for) (?:observe|observing|monitor|the observation))"
        r"|(?P<known>{B})"
    )
)
_BRACKET = regex.compile(expand(r" \((?:{B}|\p{Lu}[\p{L}-]*)(?:(?:[ /-]| – )(?:{B}|\p{Lu}[\p{L}-]*))?\)"))
_FROM = regex.compile(expand(r" (?:from|of) (?:the )?(?P<org>{B})"))
_SENDER = regex.compile(expand(r"(?P<org>{B})(?: \({B}\))? $"))
_OBSERVING = regex.compile(r"(?i)\b(?:observ\w+|monitoring) mission(?: of .+)?$|^mission of observers")
_VOTE = r"(?i:elections?|referendums?|polls?|voting|vote)"
_STATE = regex.compile(
    expand(
        rf"\b{_VOTE}\b[^.;{{S}}{{J}}]{{0,60}}? (?:in|of) (?:the )?(?P<s>{{S}})"
        rf"|(?P<s>{{J}}) (?:\p{{Ll}}+ ){{0,3}}(?:presidential|parliamentary|general|early|local|{_VOTE})\b"
        rf"|(?P<s>{{S}})(?:['’]s?)? (?:\p{{Ll}}+ ){{0,3}}(?:presidential|parliamentary|general|early|local|{_VOTE})\b"
        rf"|\b{_VOTE} of (?:the )?(?P<o>[{{A}}{{O}}])|(?P<o>[{{A}}{{O}}]) (?:{_VOTE})"
    )
)
_AT_VOTE = regex.compile(
    expand(
        r" (?:to|for|at) (?:the )?(?:{D} |upcoming |early |snap )?(?:\p{Ll}+ (?:and )?){0,3}(?:elections?|referendum)"
        r"(?: (?:in|of) (?:the )?{S})?"
    )
)
_AHEAD = regex.compile(
    r"^[^.;]{0,60}?\b(?:will(?! (?:complete|present|continue|publish|issue|release|remain|deploy|express))|is to|shall|"
    r"is going to|plans to)\b"
)
_DONE = regex.compile(r" (?:has )?(?:observed|monitored|completed its|concluded its)\b")
_PAST = regex.compile(r"\bresults of (?:the )?(?:work of )?(?:the )?$")
_BASIS = regex.compile(r"\b(?:guided by|in accordance with|based on|pursuant to|in line with|on the basis of)\b")
_OBSERVERS = regex.compile(r"\b(?:observers|experts)\b")
_PEOPLE = regex.compile(
    r"\b(?:observers?|experts?|members?|people|persons|officials|officers|staff|parliamentarians)\b"
)
_ITS_WORK = regex.compile(
    r"\b(?:[Tt]he|[Ii]ts|this) (?:\d+ )?(?:observ\w+ |monitoring )?(?:mission|observers|observation|activities"
    r"|deployment)\b"
    r"|\bobservers\b|\b[Mm]ission['’]s work|\b[Ee]lections?\b"
)


_SERVING = regex.compile(r"\b(?:[Hh]ead|[Mm]embers?|[Cc]oordinator|[Cc]hief|staff) of (?:the )?$")
_ELECTION = regex.compile(r"(?i)\belection")


def _observers(text: str) -> bool:
    return "observers" in text and _OBSERVERS.search(text) is not None


def observers_named(scene: Scene) -> list[Draft]:
    """Return a draft for each sentence that names an organisation's observers, and one for what grounds them."""
    body = [n for n, kind in enumerate(scene.kinds) if kind != "title"]
    out = _drafts(scene, body)
    if not out and any(_observers(scene.sentences[number].text) for number in body):
        out = _drafts(scene, [n for n, kind in enumerate(scene.kinds) if kind == "title"])
    return out + list(_grounds(scene, out))


def _drafts(scene: Scene, numbers: list[int]) -> list[Draft]:
    out: list[Draft] = []
    place = ""
    if "ission" not in scene.page.text:
        return out
    for number in numbers:
        sentence = scene.sentences[number]
        if "ission" not in sentence.page_text[sentence.start : sentence.end] or modality(sentence.text) == DENIED:
            continue
        for owner, name, start, end in _namings(scene, sentence):
            place = place or election_state(scene) or _only_state(sentence, end)
            slots: dict[str, Any] = {"name": name, "kind": "monitoring_mission", "country": place}
            slots["status"] = _status(sentence, start, end)
            if _BASIS.search(sentence.text):
                slots["legal_basis"] = grounds(sentence)
            if _OBSERVERS.search(sentence.text):
                slots["numbers"] = [count for count in counted(sentence) if _PEOPLE.search(count["of"])]
            span = (*sentence.span(start, end), "operations.observers-named")
            notes = {"names": {f"{owner} observers", name}, "plain": False, "observers": True}
            out.append(Draft(REGISTER, slots, [span], sentence=number, notes=notes))
    return out


def _only_state(sentence: Masked, after: int) -> str:
    """Return the one state that a sentence names behind a mission."""
    states = {sentence.value(at).name for at in sentence.places(after, kinds="S")}
    return str(states.pop()) if len(states) == 1 else ""


def _namings(scene: Scene, sentence: Masked) -> Iterator[tuple[str, str, int, int]]:
    """Yield whose observers are named, how, and where in the masked text."""
    for match in _MISSION.finditer(sentence.text):
        known = sentence.value(match.start("known")) if match["known"] else None
        if known is not None:
            if not (isinstance(known, Body) and _OBSERVING.search(known.name)) or known.anaphor:
                continue
            owner = known.organization or known.name
            start, end = match.span("known")
            bracket = _BRACKET.match(sentence.text, end)
            end = bracket.end() if bracket is not None else end
            sender = _FROM.match(sentence.text, end) or _SENDER.search(sentence.text[:start])
            if sender is not None and not known.organization:
                body = sentence.value(sender.start("org"))
                owner = body.organization or body.name
                start, end = min(start, sender.start()), max(end, sender.end())
        else:
            body = sentence.value(match.start("org"))
            if not isinstance(body, Body) or body.state or body.anaphor:
                continue
            owner, (start, end) = body.organization or body.name, match.span()
        if owner != scene.home and _SERVING.search(sentence.text[:start]):
            continue
        if match["known"] is None:
            end = match.end("words")
        vote = _AT_VOTE.match(sentence.text, end)
        first, last = sentence.span(start, vote.end() if vote is not None else end)
        name = " ".join(sentence.page_text[first:last].split())
        yield owner, name, start, end


_TO_LEAD = regex.compile(r"\bwill (?:also )?(?:head|lead|send|deploy|dispatch|coordinate|join)\b[^.;]{0,60}$")
"""Before observers who are still to come: "A will head the League's observer mission"."""


def _status(sentence: Masked, start: int, end: int) -> str:
    if _DONE.match(sentence.text, end):
        return "completed"
    if _PAST.search(sentence.text[:start]):
        return ""
    ahead = _AHEAD.match(sentence.text[end:]) or _TO_LEAD.search(sentence.text[:start])
    return "planned" if ahead else "ongoing"


def _grounds(scene: Scene, named: list[Draft]) -> Iterator[Draft]:
    """Yield what later sentences say the observers' work is based on, where only one organisation's are named."""
    owners = {name for draft in named for name in draft.notes["names"] if name.endswith(" observers")}
    if len(owners) != 1:
        return
    for number in range(len(scene.sentences)):
        sentence = scene.sentences[number]
        if _BASIS.search(sentence.text) and _ITS_WORK.search(sentence.text) and (told := grounds(sentence)):
            slots = {"name": named[0].slots["name"], "kind": "monitoring_mission", "legal_basis": told}
            span = (sentence.start, sentence.end, "operations.observers-named")
            yield Draft(REGISTER, slots, [span], sentence=number, notes={**named[0].notes, "names": owners})


def election_state(scene: Scene) -> str:
    """Return the state whose election a page tells of: the one it names most often beside the word."""
    found: Counter[str] = Counter()
    for sentence in scene.sentences:
        for match in _STATE.finditer(sentence.text):
            if match["s"]:
                found[sentence.value(match.start("s")).name] += 1
                continue
            value = sentence.value(match.start("o"))
            offices: tuple[Office, ...] = value.offices if isinstance(value, Actor) else (value,)
            found.update(o.organization for o in offices if o.organization in states_by_name().values())
        if not found and _ELECTION.search(sentence.text) and (state := group_state(sentence, 0, len(sentence.text))):
            found[state] += 1
    best = found.most_common(2)
    if not best:
        found.update(_reached(scene))
        best = found.most_common(2)
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else ""


_REACHED = regex.compile(expand(r"\b(?:arriv\w+|deploy\w*|stationed)(?:,? (?:on {D} )?(?:in|at|to))? (?P<city>{C})"))


def _reached(scene: Scene) -> Counter[str]:
    """Return the states of the cities that observers arrived in."""
    out: Counter[str] = Counter()
    for sentence in scene.sentences:
        for match in _REACHED.finditer(sentence.text):
            state = str(getattr(sentence.value(match.start("city")), "detail", ""))
            out.update([state] if state else [])
    return out
