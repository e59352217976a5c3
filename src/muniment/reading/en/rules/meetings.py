"""Meetings: sessions of bodies, talks of people, ceremonies and briefings, held or to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules import agenda, convening, encounters, encounters_visit, meetings_heard, participants
from muniment.reading.en.rules.circumstances import Stretch, about, status, written
from muniment.reading.en.rules.convening import around, on_day, status_by_date
from muniment.reading.en.rules.gathering import (
    HEAD,
    Gathering,
    body_name,
    gathering,
    joined,
    kind_of_body,
    small_body,
    spelled_count,
)
from muniment.reading.en.rules.merging import merged
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Body, Group
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

REGISTER = "meetings"

_SIDE_KINDS = frozenset({"briefing", "ceremony", "debate"})
_EVENTS = frozenset({"summit", "conference", "forum", "congress"})
_SITTINGS = frozenset({"session", "meeting", "sitting", "plenary"})
_ARTICLE = regex.compile(r"an? ")
_SITS = regex.compile(r"\b(?:Council|Assembly|Committee|Parliament)\b")
_GENERIC = frozenset({
    "regular", "ordinary", "the", "a", "an", "its", "their", "this", "that", "plenary", "joint", "next", "previous",
    "last", "first", "final", "working", "current", "new", "another", "one", "our"
})  # fmt: skip
_ANOTHER = regex.compile(
    expand(
        rf"\b{HEAD} (?:of|by) (?:the )?{{B}}|, (?:after|following|before|and|while|but) [^,]{{0,60}}$|,? and (?:also )?"
        r"(?:spoke|addressed|attended|took part|participated|visited|delivered|met|held)\b"
    )
)
_NOT_TOLD = regex.compile(
    expand(
        r"(?:{A}|{Y}|{O}|\b[Cc]hair\w*|\b[Pp]resident|\b[Pp]residency) of $"
        r"|(?:{B}|{Y})[^.;{A}{B}{N}]{0,30} (?:met|meeting|convened|gathered) in $"
    )
)
_CALLED = regex.compile(expand(r"^ in (?:the|a) (?:(?P<q>{Q})|(?P<x>[“\"]?\d\+\d[”\"]?|[A-Z]\w+))[- ]format\b"))
_WITH_PEOPLE = regex.compile(expand(r"^(?:(?! with\b)[^.;{A}{N}]){0,60} with (?:the )?[^.;{A}{N}]{0,60}{A}"))
_PRECEDED = regex.compile(r"\b(?:preceded by|prior to|succeeded)\b[^;]{0,20}$")
_HOLDER = regex.compile(
    expand(
        r"(?P<b>{B})(?: \({B}\))?[^.;{A}{B}{N}]{0,40} (?:held|holds?|to hold|gathers?|gathered|convened|wound up|"
        r"opened|closed|begins|began|concluded|ended)\b"
    )
)
_SUBJECT = regex.compile(
    expand(
        r"(?P<b>{B})(?: \({B}\))?(?:, whose(?: \w+){0,2}|[^.;{A}{B}{N}{C}]{0,45}? (?:held|holds|hold|is holding|"
        r"held [^;{B}]{0,30},|at|had|opened|began|concluded|concludes|wound up|closed|gathered for|convened for|"
        r"in|convened|finished|completed|ended)(?: {D},?| on {D},?)?)(?: an?| one)? $"
    )
)
_SMALL_SUBJECT = regex.compile(
    r"\b[Tt]he ((?:[a-z][\w-]* ){0,2}(?:council|committee|commission|group|board|assembly|bureau|presidium))\b"
)
_ON_TOPIC = frozenset({"conference", "forum", "seminar", "symposium", "workshop", "round table", "roundtable"})
_TOPIC = regex.compile(
    r" (?:on|for) (?:(?!(?:which|that|was|were|will|is|are|has|held|in|due|the margins) )[\w’'-]+ ?){1,8}(?<! )"
)
_DATE_BEHIND = regex.compile(expand(r"[^.;{A}{B}]{0,60}{D}"))


class Telling(msgspec.Struct):
    """One mention of a meeting by a noun phrase, while it is read.

    Attributes:
        phrase: the noun phrase.
        stretch: the part of the sentence that may tell of it.
        told: the status the words tell; empty where they do not.
        slots: what is read so far.
        notes: what merging needs to know.
    """

    phrase: Gathering
    stretch: Stretch
    told: str
    slots: dict[str, Any]
    notes: dict[str, Any]

    @property
    def anchored(self) -> bool:
        """Whether it has a date or a place."""
        return bool(self.slots["start"] or self.slots["place"])


def _stretch(sentence: Masked, found: Gathering) -> Stretch:
    """Return the part of a sentence that may tell of a meeting: to the next semicolon or the next meeting."""
    text = sentence.text
    low = text.rfind("; ", 0, found.start) + 1
    high = text.find("; ", found.end)
    high = high if high >= 0 else len(text)
    another = _ANOTHER.search(text, found.end, high)
    return Stretch(sentence, low, found.start, found.end, another.start() if another else high)


def named(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read a meeting by its noun phrase and what stands around it."""
    sentence = found.sentence
    phrase = gathering(sentence, found.match.start("head"), found.match.end("many"), scene)
    if phrase is None or _second_of_joint(sentence, phrase):
        return
    stretch = _stretch(sentence, phrase)
    if (_WITH_PEOPLE.match(stretch.after) and not phrase.bodies) or _NOT_TOLD.search(stretch.before):
        return
    telling = _telling(phrase, stretch, scene)
    if telling is None:
        return
    draft = _more(telling) if _points_back(telling) else _meeting(telling, scene)
    if draft is not None:
        draft.spans = [(sentence.start, sentence.end, found.rule)]
        yield draft


def _telling(phrase: Gathering, stretch: Stretch, scene: Scene) -> Telling | None:
    """Return what the words around a phrase tell; None where they deny the meeting or only think it possible."""
    sentence = stretch.sentence
    only_topic = about(stretch)
    told, moved = status(stretch, phrase.next, phrase.past)
    if told == "none":
        return None
    slots = around(stretch, scene, told, only_topic)
    if moved >= 0:
        slots["start"], slots["end"] = on_day(sentence, moved, scene)
    if phrase.dates and not slots["start"]:
        slots["start"], slots["end"] = on_day(sentence, phrase.dates[-1], scene)
    if phrase.cities and not slots["place"]:
        slots["place"] = written(sentence, phrase.cities[-1])
    called = _CALLED.match(stretch.after)
    if called and phrase.definite and not phrase.bodies:
        phrase.bodies = [sentence.value(phrase.end + called.start("q")) if called["q"] else called["x"]]
    past = phrase.past or _PRECEDED.search(stretch.before) is not None
    notes = {"strength": 2 if told else 1, "about": only_topic, "next": phrase.next, "past": past}
    return Telling(phrase, stretch, told, slots, notes)


def _points_back(telling: Telling) -> bool:
    """Whether "the meeting" is the one told of before; not if it has its own date, to come or called off."""
    phrase, told = telling.phrase, telling.told
    if not phrase.bare or phrase.kind() in _SIDE_KINDS:
        return False
    if told in ("postponed", "cancelled"):
        return not telling.slots["start"] and _DATE_BEHIND.match(telling.stretch.after) is None
    dated = _DATE_BEHIND.match(telling.stretch.after) is not None
    return not (phrase.head in _EVENTS and told == "announced" and dated)


def _second_of_joint(sentence: Masked, phrase: Gathering) -> bool:
    """Whether the phrase is the second of two bodies' sessions told as one, which the first has taken up."""
    before = sentence.text[max(0, phrase.start - 12) : phrase.start]
    if not before.rstrip().endswith("and"):
        return False
    places = [at for at in sentence.places(0, phrase.start) if sentence.kind(at) == "B"]
    return bool(places) and isinstance(sentence.value(places[-1]), Body) and joined(sentence, places[-1]) >= 0


def _more(telling: Telling) -> Draft | None:
    """Return what a sentence about "the meeting" adds to the one told of before."""
    keep = ("place", "mode", "chair", "participants") + (("start", "end") if telling.told == "held" else ())
    kept = {name: telling.slots[name] for name in keep if telling.slots.get(name)}
    if telling.told in ("postponed", "cancelled"):
        kept["status"] = telling.told
    notes = {**telling.notes, "detail": True, "ahead": telling.told == "announced"}
    return Draft(REGISTER, kept, [], notes=notes) if kept else None


def _meeting(telling: Telling, scene: Scene) -> Draft | None:
    """Return the draft of a meeting; None where too little tells it from meetings in general."""
    phrase, slots, notes = telling.phrase, telling.slots, telling.notes
    if phrase.plural and not _several(telling):
        return None
    kind = phrase.kind()
    bodies = _who_meets(telling, scene)
    if bodies is None or (_vague(telling) and not telling.anchored):
        return None
    slots["bodies"] = bodies
    slots["kind"] = kind_of_body(bodies[0]) if bodies and kind in ("session", "") else kind or "session"
    slots["ordinal"] = phrase.ordinal or None
    slots["extraordinary"] = phrase.extraordinary
    slots["format"] = phrase.format
    slots["status"] = telling.told or status_by_date(slots["start"], scene, phrase)
    if slots["status"] == "announced" and _long_past(slots["start"], scene):
        slots["status"] = "held"
    return Draft(REGISTER, slots, [], notes=notes)


def _long_past(day: str, scene: Scene) -> bool:
    """Whether a day or month lies in a year before the page's, or months before its day."""
    if scene.anchor is None or len(scene.anchor.iso) < len("2000-01") or len(day) < len("2000-01"):
        return False
    months = [int(iso[:4]) * 12 + int(iso[5:7]) for iso in (day, scene.anchor.iso)]
    return months[1] - months[0] > 1


def _vague(telling: Telling) -> bool:
    """Whether a "next" meeting, or one that is only a topic, is not told of as such."""
    phrase = telling.phrase
    if not phrase.next and (not telling.notes["about"] or phrase.ordinal):
        return False
    return telling.told != "announced" or (phrase.next and not phrase.ordinal)


def _who_meets(telling: Telling, scene: Scene) -> list[str] | None:
    """Return the bodies that meet; None where the mention is not to be recorded."""
    phrase, notes = telling.phrase, telling.notes
    if phrase.kind() in _SIDE_KINDS:
        notes["side"] = True
        told = telling.anchored or (telling.told and phrase.words[:1] != ["the"])
        bodies = _sitting(phrase, telling.stretch.sentence, scene)
        return bodies if told else None
    bodies = list(phrase.bodies) or _of_whom(phrase, telling.stretch.sentence, scene)
    if bodies:
        vague = (phrase.anaphor or notes["about"]) and not (telling.told or telling.anchored or phrase.ordinal)
        return None if vague else bodies
    if phrase.head == "summit" and scene.home and (phrase.bare or (phrase.cities and telling.anchored)):
        notes["bare"] = phrase.bare
        return [_summit(scene)]
    words = [w for w in phrase.words if w not in _GENERIC and w[:1].isalpha()]
    if not _told_enough(telling, bool(words)):
        return None
    bodies = _descriptive(phrase, telling.stretch.sentence, words)
    notes["inherit"] = not bodies
    return bodies


def _summit(scene: Scene) -> str:
    """Return the summit that "the summit" points to: the one told of before, else the organisation's own."""
    names = (name for d in reversed(scene.drafts) if d.register == REGISTER for name in d.slots.get("bodies") or ())
    return next((name for name in names if "summit" in name.lower()), f"{scene.home} summit")


def _several(telling: Telling) -> bool:
    """Whether several meetings spoken of as one are to be recorded: by their number, or where and when they were."""
    phrase = telling.phrase
    count = spelled_count(phrase.words)
    if count > 1:
        telling.slots["count"] = count
    if telling.anchored:
        return phrase.head not in ("talk", "negotiation")
    return count > 1 and bool(phrase.bodies)


def _of_whom(phrase: Gathering, sentence: Masked, scene: Scene) -> list[str]:
    """Return the body whose own meeting it is ("the Council ... its 5th session"), or the group that meets."""
    if phrase.group:
        return [phrase.group]
    if phrase.own:
        return _owner(phrase, sentence, scene)
    if phrase.definite or phrase.head not in _SITTINGS:
        return []
    return _holder(phrase, sentence, scene)


def _holder(phrase: Gathering, sentence: Masked, scene: Scene) -> list[str]:
    """Return the body that stands as the holder of a meeting: "the Council held a meeting"."""
    article = _ARTICLE.match(sentence.text, phrase.start)
    subject = _SUBJECT.search(sentence.text, 0, article.end() if article else phrase.start)
    return [body_name(scene, sentence.value(subject.start("b")))] if subject else []


def _sitting(phrase: Gathering, sentence: Masked, scene: Scene) -> list[str]:
    """Return the body that holds a briefing or debate ("the Council held a debate"), if it is one that sits."""
    if phrase.kind() == "ceremony" or phrase.definite:
        return []
    return [name for name in _holder(phrase, sentence, scene) if _SITS.search(name)]


def _owner(phrase: Gathering, sentence: Masked, scene: Scene) -> list[str]:
    """Return whose "its session" is: the body that holds it, the last one named, or the one told of before."""
    holder = list(_HOLDER.finditer(sentence.text, 0, phrase.start))
    if holder:
        return [body_name(scene, sentence.value(holder[-1].start("b")))]
    for at in reversed(sentence.places(0, phrase.start)):
        value = sentence.value(at)
        if isinstance(value, (Body, Group)):
            return [body_name(scene, value) if isinstance(value, Body) else value.text]
    small = _SMALL_SUBJECT.search(sentence.text[: phrase.start])
    if small:
        return [small_body(scene, small[1])]
    if scene.number and phrase.ordinal == 1:
        before = scene.sentences[scene.number - 1]
        places = [before.value(at) for at in before.places() if before.kind(at) == "B"]
        return [body_name(scene, places[0])] if places else []
    return []


def _told_enough(telling: Telling, descriptive: bool) -> bool:
    """Whether a meeting of nobody named is told well enough to be recorded."""
    phrase, told = telling.phrase, telling.told
    if phrase.head in ("talk", "negotiation", "conversation", "consultation"):
        return told == "announced" and telling.anchored
    if told in ("postponed", "cancelled"):
        return descriptive or telling.anchored
    if phrase.ordinal or phrase.next or phrase.past:
        return telling.anchored
    if phrase.head in _EVENTS and telling.anchored and (descriptive or phrase.cities):
        return True
    return bool(told) and telling.anchored and (descriptive or not phrase.definite)


def _descriptive(phrase: Gathering, sentence: Masked, words: list[str]) -> list[str]:
    """Return what a meeting without a body is called, as the name it goes by."""
    on = phrase.head in _ON_TOPIC and _TOPIC.match(sentence.text[phrase.end :])
    if not (words or on) or phrase.ordinal or phrase.next or phrase.past or phrase.head in ("session", "sitting"):
        return []
    topic = _TOPIC.match(sentence.text[phrase.end :]) if phrase.head in _ON_TOPIC else None
    first, last = sentence.span(phrase.start, phrase.end + (topic.end() if topic else 0))
    text = " ".join(sentence.page_text[first:last].split())
    return [regex.sub(r"^(?:the|an?|its|their|this|regular|joint) ", "", text, flags=regex.I)]


_TITLED = regex.compile(HEAD)
_BARE_TITLE = regex.compile(
    (
        r"^(?P<lead>[^,]{0,40}session, )?(?P<ordinal>\d{1,5})(?:st|nd|rd|th|ST|ND|RD|TH) (?:meeting|session)(?: "
        r"\([AP]M\))?\W*$"
    ),
    regex.I,
)


def headed(scene: Scene) -> Iterator[Draft]:
    """Return drafts of the meetings that the page's titles name."""
    for number, sentence in enumerate(scene.sentences):
        if scene.kinds[number] not in ("title", "dateline"):
            continue
        scene.number = number
        text = sentence.page_text[sentence.start : sentence.end]
        bare = _BARE_TITLE.match(" ".join(text.split()))
        if bare:
            slots: dict[str, Any] = {
                "kind": "session",
                "ordinal": int(bare["ordinal"]),
                "status": "held",
                "bodies": _acting(scene),
            }
            yield Draft(
                REGISTER,
                slots,
                [(sentence.start, sentence.end, "meetings.title")],
                notes={"strength": 2, "title": True},
                sentence=number,
            )
            continue
        for match in _TITLED.finditer(sentence.text):
            for draft in named(Found(match, sentence, "meetings.title"), scene):
                draft.sentence = number
                draft.notes["title"] = True
                yield draft


def _acting(scene: Scene) -> list[str]:
    """Return the body that the page's first paragraph begins with, as who acts at a meeting told by its number only."""
    for number, kind in enumerate(scene.kinds):
        if kind == "paragraph":
            sentence = scene.sentences[number]
            at = next(iter(sentence.places()), -1)
            if at >= 0 and sentence.kind(at) == "B" and at < 6:
                scene.number = number
                return [body_name(scene, sentence.value(at))]
            return []
    return []


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each meeting the page tells of; its titles count where the text does not tell otherwise."""
    number = scene.number
    titles = [d for d in headed(scene) if not d.notes.get("detail")]
    scene.number = number
    drafts = meetings_heard.hearings(drafts, scene)
    told = [d for d in drafts if not d.notes.get("detail")]
    if any(d.notes.get("strength") == 2 and not d.notes.get("side") for d in told):
        titles = [d for d in titles if d.slots.get("ordinal") and d.slots.get("status") == "held"]
    return merged([*titles, *drafts], scene)


_TRIGGERS = (
    "session",
    "meeting",
    "summit",
    "conference",
    "forum",
    "congress",
    "sitting",
    "plenary",
    "seminar",
    "symposium",
    "round table",
    "workshop",
    "briefing",
    "ceremon",
    "debate",
    "consultation",
    "talks",
    "negotiation",
)

RULES = (
    Rule(
        name="meetings.session",
        triggers=_TRIGGERS,
        pattern=rf"(?<![\w-]){HEAD}(?! (?:with|between|hall|room|place|minutes|agenda)\b)",
        build=named,
        reads=(
            "On 5 May 2024 the fourth session of the Council of Ports was held in Paris.",
            "The Council of Ports held its 4th regular session in Paris on 5 May.",
            "A briefing was held in Oslo on 5 May.",
        ),
        refuses=(
            "No session of the Council of Ports was held.",
            "The Council of Ports proposed to hold a conference in Paris.",
            "Meetings are useful.",
        ),
        every=True,
    ),
    *convening.RULES,
    *participants.RULES,
    *agenda.RULES,
    *encounters.RULES,
    *encounters_visit.RULES,
    *meetings_heard.RULES,
)
"""All rules of meetings."""
