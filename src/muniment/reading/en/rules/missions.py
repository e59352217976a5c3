"""Missions told of without a name of their own: observers sent to an election, relief sent, groups formed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.rules.mission_names import group_state, states_by_name
from muniment.reading.en.rules.observers import election_state
from muniment.reading.en.rules.operation_facts import country, facts, kind_of, led_by, numbers, status
from muniment.reading.mention import Actor
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["MISSION_RULES"]

REGISTER = "operations"

_GROUP = r"(?:[Mm]ission|team|group|contingent|delegation)"
_SENDS = (
    r"(?:send|sends|sent|sending|deploy|deploys|deployed|deploying|dispatch|dispatches|dispatched|dispatching|open"
    r"|opens|opened|launch|launches|launched|lead|leads|led)"
)
_TASK = (
    r"(?:(?:\d+-member |{B} |{J} |special |limited |full-scale |long-standing |elect(?:ion|oral) |international "
    r"|regional |[Jj]oint |[Pp]re-election |short-term |"
    r"long-term |technical |needs |\p{Ll}+(?:th|rd|nd|st) )*(?:[Ee]lection"
    r" )?(?:[Oo]bservation|[Oo]bserver|[Mm]onitoring|assistance|"
    r"assessment|[Ff]act-finding|verification|relief|rescue|medical|"
    r"support|advisory|peacekeeping|expert|police|training|civilian|naval|maritime|stabili[sz]ation) )"
)


_AHEAD = regex.compile(r"\b(?:will|would|to|shall|plans?|intends?|may) (?:\w+ ){0,1}$")
_ARTICLE = regex.compile(r"(?i)^(?:an?|the|its|their|some|about|around) ")


def sent(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "B will send a mission of 20 observers to S's election", "opened an election observation mission in S"."""
    sentence = found.sentence
    before = sentence.text[max(0, found.match.start() - 60) : found.match.start("name")]
    told = modality(before)
    if told == DENIED:
        return
    verb = found.text("verb")
    ahead = _AHEAD.search(sentence.text[: found.match.start("verb")])
    name = _ARTICLE.sub("", found.text("name"))
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


_OBSERVES = regex.compile(r"(?:Observ|Monitor).* ?Mission")


def observing(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Observer Mission of B has begun monitoring the elections in S"."""
    sentence = found.sentence
    values = found.mentions("name", "B")
    literal = "ission" in sentence.text[slice(*found.match.span("name"))]
    if not literal and not _OBSERVES.search(values[0].name):
        return
    if modality(sentence.text[: found.match.end("verb")]) == DENIED:
        return
    verb = found.text("verb")
    told = "planned" if verb.startswith("will") else "completed" if verb in ("monitored", "observed") else "ongoing"
    slots: dict[str, Any] = {"name": found.text("name"), "kind": "monitoring_mission", "status": told}
    place = country(scene, sentence, found.match.end("verb"))
    groups = [group_state(sentence, at, at + 1) for at in sentence.places(found.match.end("verb"))]
    slots["country"] = next((g for g in groups if g), "") or place
    slots["legal_basis"] = facts(scene, sentence, 0).get("legal_basis")
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


def mission_headed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the monitoring mission headed by A and A worked in S"."""
    place = country(scene, found.sentence, found.match.end("noun"))
    state = place if isinstance(place, str) else ""
    where = f" in {state}" if state else ""
    words = f"{found.text('adj')} {found.text('noun')}".strip()
    heads = led_by(scene, found.mentions("who", "A")) if found.has("who") else []
    slots: dict[str, Any] = {"name": f"{words}{where}", "kind": kind_of(words),
                             "country": place, "status": status(found.sentence, found.match.end("noun")),
                             "participants": heads}  # fmt: skip
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


_PEOPLE = r"(?:observers|monitors|inspectors|rescuers|police officers|medics)"
_COUNT = (
    r"(?:(?:some|about|over|around|nearly|more than|up to|a total of|at least) )?(?:[\d,]+|two|three|four|five|"
    r"ten|dozens of)"
)
_SORTS = r"(?:(?:short-term|long-term|international|parliamentary|election|electoral|independent|accredited|{B}|{J}) )*"
_SENDERS = r" (?:of|from) (?:the )?(?:{BS}|\d+ (?:states|countries))(?: and (?:the )?{BS})?"
_WENT = (
    r"(?:sent|deployed|dispatched|arrived|observed?|observing|monitor(?:ed|ing)?|follow(?:ed|ing)?|cover(?:ed|"
    r"ing)?|work(?:ed|ing)?)"
)
_TRAINS = regex.compile(r"(?i)\b(?:exercis\w+|drills?|manoeuvres?|maneuvers?|meeting|session|conference|summit)\b")
_VOTES = regex.compile(r"(?i)\b(?:elections?|referendum|polls?|vote|voting|ballot)\b")
_FINISHED = regex.compile(r"(?:observed|monitored|followed|covered|worked)$")


def people_sent(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "a mission of 20 observers headed by A will be deployed to S", "20 observers of B followed the vote"."""
    sentence = found.sentence
    before = sentence.text[max(0, found.match.start() - 40) : found.match.end("verb")]
    if modality(before) in (DENIED, POSSIBLE) or _TRAINS.search(sentence.text[found.match.start() :]):
        return
    verb, words = found.text("verb"), found.text("name")
    voting = _VOTES.search(sentence.text) is not None
    if not voting and (_FINISHED.search(verb) or verb.endswith("ing") or "observe" in verb):
        return
    place = country(scene, sentence, found.match.end("verb"))
    groups = [group_state(sentence, at, at + 1) for at in sentence.places(found.match.end("verb"))]
    place = next((g for g in groups if g), "") or place or (election_state(scene) if voting else "")
    if not place:
        return
    ahead = _LATER.search(found.text("link") + " ") is not None
    done = bool(_FINISHED.search(verb)) and "been" not in found.text("link")
    name = _ARTICLE.sub("", words)
    slots: dict[str, Any] = {
        "name": f"{name} {found.text('goal')}" if found.has("goal") else name,
        "kind": "humanitarian" if "rescuers" in name or "medics" in name else kind_of(name),
        "status": "planned" if ahead else "completed" if done else "ongoing",
        "country": place,
        "numbers": [count for count in numbers(sentence) if count["of"].split()[-1] in words],
    }
    yield Draft(REGISTER, {k: v for k, v in slots.items() if v}, [(*found.span(), found.rule)])


_LATER = regex.compile(r"\b(?:will|to|shall)\b")

MISSION_RULES: tuple[Rule, ...] = (
    Rule(
        name="operations.people-sent",
        triggers=("observers", "monitors", "rescuers", "inspectors", "medics"),
        needs=_WENT,
        pattern=rf"(?P<name>(?:(?:\b[Aa]n? |\b[Tt]he |\b[Ii]ts )?\b{_SORTS}{_GROUP} of (?:the )?(?:{_COUNT} )?{_SORTS}"
        rf"{_PEOPLE}(?:{_SENDERS})?|\b(?i:{_COUNT}) {_SORTS}{_PEOPLE}{_SENDERS}))"
        rf"(?:,? (?:headed|led|composed|comprising|consisting|made up)[^.;]{{3,80}}?,?)? "
        rf"(?P<link>(?:(?:will|have|has|had|are|were|was|is|be|been|being|to|also) )*)(?P<verb>{_WENT})\b"
        rf"(?: (?P<goal>to (?:the )?[^.;,]{{0,60}}?\b(?:elections?|referendum)\b|to (?:the )?{{S}}))?",
        build=people_sent,
        reads=(
            "A mission of 60 short-term observers headed by Minister of Justice of Peru Ana Dol will be deployed to "
            "Chile.",
            "Some 120 observers from 14 states followed the elections in Chile.",
            "A group of 30 rescuers has been sent to Chile.",
        ),
        refuses=(
            "A mission of 60 observers could be deployed to Chile.",
            "A group of 30 observers followed the exercise in Chile.",
            "Some 20 observers worked in Chile.",
        ),
    ),
    Rule(
        name="operations.mission-worked",
        triggers=(" mission",),
        pattern=r"(?P<adj>monitoring|observer|observation|fact-finding|assessment|verification) "
        r"(?P<noun>mission)(?: of (?:the )?{B})?(?:,? (?:headed|led) by (?:the )?(?P<who>{A}(?:(?: and|,| "
        r"and the|, the) {A})*),?)? (?:worked|works|is working|has worked|will work|arrived|visited|was "
        r"deployed|will be deployed|has been deployed)[^.;]{0,60}",
        build=mission_headed,
        reads=(
            "By order of the presidents the monitoring mission headed by Minister of Justice of Peru Ana Dol worked "
            "in Chile.",
        ),
        refuses=("The monitoring of the mission worked in Chile.",),
    ),
    Rule(
        name="operations.sent",
        triggers=("mission", " team", " contingent", " group of", "observers"),
        needs=rf"\b{_SENDS}\b",
        pattern=rf"\b(?P<verb>{_SENDS})(?:,? (?:on )?{{D}}(?: in {{C}})?,)? (?:\w+ly )?(?P<name>(?:an? |the |its "
        rf"|their )?(?:mission(?= to (?:the )?{{S}} to (?:observe|monitor)\b)|{_TASK}{_GROUP}"
        r"(?: of [^.;,]{3,50}?)?"
        rf"|(?:\p{{Ll}}+ )?{_GROUP} of (?:\d+|\p{{Ll}}+) [\p{{Ll}} -]{{3,40}}?|(?:{_COUNT} ){_SORTS}observers"
        r"(?= (?:to|at)\b))(?: \((?:{B}|\p{Lu}[\p{L}-]+)\))? (?:to|for|in|at) [^.;,]{1,150}?"
        rf"|(?:an? )?{_TASK}{_GROUP} of [^.;,]{{1,90}}?{{Y}}[^.;,]{{0,60}}?)"
        r"(?=[.;,]|$| (?:at the request|on the basis|in accordance|in line|as part|following|under"
        r"|at the invitation|in support of|in the framework of) )",
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
        pattern=r"\b(?:sending|sent|send|deliver(?:ed|y|ing|s)?|dispatch(?:ed|ing)?|render(?:ed|ing|s)?|continu"
        r"(?:ing|ed|ation)|provision|provid(?:ing|ed))(?: of)? (?:the |its |their )?"
        r"(?P<name>(?:humanitarian (?:assistance|aid|relief)|relief aid) (?:to|for|through) [^.;,]{1,90}?)"
        r"(?=[.;,]|$|, in which| in accordance| and (?:to|that|the)\b)",
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
        pattern=r"\b(?P<words>(?:(?!an?\b|the\b)[\p{L}-]+ )?(?:monitoring|observer|observation|fact-finding"
        r"|assessment|verification) (?:group|team|mission))(?: of (?:the )?{B})?,? (?:headed|led) by "
        r"(?:the )?(?P<who>{A}),? (?:has been|have been|was|were|is being|will be) "
        r"(?:formed|set up|established|created)",
        build=formed,
        reads=("A monitoring group headed by Minister of Justice of Chile Jon Arr has been formed.",),
        refuses=("A working group headed by Minister of Justice of Chile Jon Arr has been formed.",),
    ),
)
