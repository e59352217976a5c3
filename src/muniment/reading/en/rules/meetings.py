"""Meetings: sessions of bodies, talks of people, ceremonies and briefings, held or to come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules import (
    agenda,
    convening,
    encounters,
    encounters_between,
    encounters_visit,
    meetings_heard,
    participants,
    respective,
    titled_meetings,
)
from muniment.reading.en.rules.circumstances import Stretch, about, status
from muniment.reading.en.rules.convening import on_day, status_by_date, when_and_where, who_and_how
from muniment.reading.en.rules.gathering import (
    HEAD,
    Gathering,
    body_name,
    gathering,
    joined,
    kind_of_body,
    spelled_count,
)
from muniment.reading.en.rules.merging import alike, merged
from muniment.reading.en.rules.places import written
from muniment.reading.en.rules.whose_meeting import EVENTS, descriptive, of_whom, sitting, summit
from muniment.reading.mask import Masked
from muniment.reading.mention import Body
from muniment.reading.pattern import pattern
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

REGISTER = "meetings"

_SIDE_KINDS = frozenset({"briefing", "ceremony", "debate"})
_GENERIC = frozenset({
    "regular", "ordinary", "the", "a", "an", "its", "their", "this", "that", "plenary", "joint", "next", "previous",
    "last", "first", "final", "working", "current", "new", "another", "one", "our", "extraordinary", "emergency",
    "urgent", "special", "virtual", "online", "offline", "successful", "productive", "open-ended", "unscheduled",
    "present", "ongoing", "today's", "today’s", "yesterday's", "yesterday’s", "closed-door", "face-to-face",
    "in-person", "traditional", "educational", "methodological", "training", "international", "practical", "one-day",
    "two-day",
    "three-day", "expanded", "narrow",
})  # fmt: skip
_ANOTHER = pattern(
    rf"\b{HEAD} (?:of|by) (?:the )?{{B}}| (?:will be |was |were |is |to be )?(?:followed|preceded) by\b"
    r"| (?:follows|followed|comes after|came after) (?!by\b)|, (?:after|following|before|and|while|but) "
    r"[^,]{0,60}$|,? and (?:also )?(?:spoke|addressed|attended(?! by (?!invitation|video))|took part|participated"
    r"|visited|delivered|met|held)\b"
    r"|, (?:the )?{BY}(?: \({B}\))? (?:held|will hold|met|convened|gathered|adopted|approved|discussed|decided"
    r"|appointed|considered)\b"
)
_NOT_TOLD = pattern(
    r"(?V0)(?:{A}|{Y}|{O}|\b[Cc]hair\w*|\b[Pp]resident|\b[Pp]residency) of $|{A} $"
    r"|(?:{B}|{Y})[^.;{A}{B}{N}]{0,30} (?:met|meeting|convened|gathered) in $"
)
_CALLED = pattern(r"^ in (?:the|a) (?:(?P<q>{Q})|(?P<x>[“\"]?\d\+\d[”\"]?|[A-Z]\w+))[- ]format\b")
_WITH_PEOPLE = pattern(
    r"^(?:(?! with\b)[^.;{A}{N}]){0,60} with (?:the )?[^.;{A}{N}]{0,60}{A}"
    r"|^(?: (?:was|were) held| took place)?[^.;{A}{N}{S}]{0,90} between (?:the )?{A}|"
    r"^[^.;{A}{B}{N}{S}]{0,90} between (?:the )?[^.;{A}{B}{N}{S}]{0,60}{A}| of (?:the )?{A}(?: \({S}\))?,? with "
    r"|^ (?:was|were) held with (?:the )?{Y}"
)
_PRECEDED = pattern(r"\b(?:preceded by|prior to|succeeded)\b[^;]{0,20}$")
_FIRST_OF_TWO = regex.compile(r"\b(\d{1,4})(?:st|nd|rd|th) and $")
_TWO_DAYS = pattern(r"(?P<one>{D}) and (?:on )?(?P<two>{D})")
_DONE_AT = regex.compile(
    r", and (?P<clause>[^,;]{2,60}? (?:was|were|has been|have been) [a-z]+(?:ed|en|t) (?:at|during) (?:the |an? )?)$"
)
"""A second clause that tells what was done at a meeting: what stands before it is not told of that meeting."""
_NEXT_CLAUSE = pattern(r"; (?!and (?:was|were|has been) |(?:and )?{A})")
"""A semicolon behind which a new clause begins, not one between the people of a list."""
_TELLS_THERE = pattern(
    r"(?:, | {A} |, {A} )(?:[^;{A}]{0,40} )?(?:said|told|noted|stated|announced|informed|"
    r"recalled)\b[^;{B}{C}{D}]{0,40}"
    r"\b(?:at|during)(?: (?:a|an|the|its))?(?: [\w-]+){0,2} ?$"
)
"""What is said at a meeting is not told of the meeting: "the summit will be held on D, A said at the B's meeting"."""
_GIVEN_BY = pattern(r" (?:made |given |delivered |provided |presented )?(?:by|from|of) (?:the )?{A}")
_GIVEN = pattern(r"\b(?:receiv\w+|heard|hear|listen\w* to|noting|noted|welcom\w+)(?: [a-z]+){0,2} $")
"""A briefing that somebody was given is what a meeting heard, not a meeting."""
_MEETING_OF = pattern(r"\b(?:[Mm]eeting|[Ss]ession|[Ss]itting)s? of (?:the )?$")
"""What stands before the name of who meets, where that is an event's too ("the meeting of the League conference")."""
_IN_BRACKETS = regex.compile(rf"{HEAD} \((?:[a-z-]+ )*{HEAD}$".replace("(?P<head>", "(?:").replace("(?P<many>", "(?:"))
"""A second word for a meeting, behind the first: "a seminar (working session)"."""
_HOPED = pattern(r"\b(?:hopes?|expects?|intends?|plans?|will|shall) [^;]*$")
_PREPARES = pattern(
    rf" (?:for|ahead of|on the eve of|in preparation for|prior to) (?:the |its )[^.;,{{D}}]{{0,40}}?{HEAD}"
)
"""The later meeting that one prepares: what follows is told of that one."""
_GOING_ON = pattern(r"[^;.{A}]{0,60}\b(?:takes place|is taking place|is being held|is under ?way)\b")
_PREPARED = pattern(r"\bpreparatory (?:to|for) (?:the |its )?$")
"""Before the later meeting that one prepares: the verb behind is the first one's."""
_NOW = frozenset({"current", "present", "ongoing"})
_DATE_BEHIND = pattern(r"[^.;{A}{B}]{0,60}{D}")


class Telling(msgspec.Struct):
    """One mention of a meeting by a noun phrase, while it is read.

    Attributes:
        phrase: the noun phrase.
        stretch: the part of the sentence that may tell of it.
        clause: the part of that whose words are of the meeting.
        told: the status the words tell; empty where they do not.
        slots: what is read so far.
        notes: what merging needs to know.
    """

    phrase: Gathering
    stretch: Stretch
    clause: Stretch
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
    own = _DONE_AT.search(text, 0, found.start)
    low = own.start("clause") if own is not None else text.rfind("; ", 0, found.start) + 1
    leaves = sentence.search(_NEXT_CLAUSE, text, found.end)
    high = leaves.start() if leaves else len(text)
    if sentence.match(_PREPARES, text, found.end) or sentence.search(_PREPARED, text, 0, found.start):
        high = found.end
    another = sentence.search(_ANOTHER, text, found.end, high)
    return Stretch(sentence, low, found.start, found.end, another.start() if another else high)


def named(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read a meeting by its noun phrase and what stands around it."""
    sentence = found.sentence
    phrase = gathering(sentence, found.match.start("head"), found.match.end("many"), scene)
    if (
        phrase is None
        or _is_part(phrase)
        or _second_of_joint(sentence, phrase)
        or _IN_BRACKETS.search(sentence.text, 0, phrase.end)
        or respective.told_apart(sentence, phrase.start)
        or sentence.search(_MEETING_OF, sentence.text, 0, phrase.start)
    ):
        return
    stretch = _stretch(sentence, phrase)
    if (sentence.match(_WITH_PEOPLE, stretch.after) and not phrase.bodies) or sentence.search(
        _NOT_TOLD, stretch.before
    ):
        return
    telling = _telling(phrase, stretch, scene)
    if telling is None or (not (telling.told or telling.anchored) and sentence.search(_AMONG, stretch.before)):
        return
    first_told = bool(telling.slots["start"] and telling.slots["place"]) and scene.last(REGISTER) is None
    draft = _more(telling, scene) if _points_back(telling) and not first_told else _meeting(telling, scene)
    if draft is not None:
        draft.spans = [(sentence.start, sentence.end, found.rule)]
        yield from _of_two(draft, phrase, stretch, scene)
        yield draft


_AMONG = pattern(r"\b(?:meetings|events) (?:will )?(?:also )?(?:include|comprise|are|were)\b[^;]*$")
"""Before one of several meetings that are only listed, of which it is not told whether they were held."""
_PARTS = frozenset({"plenary", "panel", "thematic", "working", "morning", "afternoon", "parallel", "breakout"})
"""Words for the sittings that one meeting is made up of: "the second plenary session"."""
_LAST_PART = 9
"""A sitting of one meeting has no higher number (judgement)."""


def _is_part(phrase: Gathering) -> bool:
    """Whether a phrase tells only of one of the sittings that a meeting is made up of."""
    counted = 0 < phrase.ordinal <= _LAST_PART
    return counted and not phrase.bodies and not phrase.group and bool(_PARTS.intersection(phrase.words))


def _of_two(draft: Draft, phrase: Gathering, stretch: Stretch, scene: Scene) -> Iterator[Draft]:
    """Yield the first of two meetings told together ("its 4th and 6th meetings held on D and D"); date the second."""
    text = stretch.sentence.text
    first = _FIRST_OF_TWO.search(text, 0, phrase.start) if phrase.plural and phrase.ordinal else None
    if first is None or draft.notes.get("detail"):
        return
    days = stretch.sentence.search(_TWO_DAYS, text, phrase.end, stretch.high)
    other = Draft(REGISTER, dict(draft.slots), list(draft.spans), notes=dict(draft.notes))
    other.slots["ordinal"] = int(first[1])
    if days is not None:
        for told, group in ((other, "one"), (draft, "two")):
            told.slots["start"], told.slots["end"] = on_day(stretch.sentence, days.start(group), scene)
    yield other


def _telling(phrase: Gathering, stretch: Stretch, scene: Scene) -> Telling | None:
    """Return what the words around a phrase tell; None where they deny the meeting or only think it possible."""
    sentence = stretch.sentence
    only_topic = about(stretch)
    teller = sentence.search(_TELLS_THERE, stretch.before)
    clause = Stretch(sentence, stretch.low + teller.start(), *_ends(stretch)) if teller else stretch
    told, moved = status(clause, phrase.next, phrase.past)
    if told == "none":
        return None
    slots = when_and_where(clause, scene, told, only_topic)
    if moved >= 0:
        first, last = on_day(sentence, moved, scene)
        one = last and sentence.text[:moved].endswith("from ")
        slots["start"], slots["end"] = (last, "") if one else (first, last)
    if phrase.dates and not slots["start"]:
        slots["start"], slots["end"] = on_day(sentence, phrase.dates[-1], scene)
    if phrase.cities and not slots["place"]:
        slots["place"] = written(sentence, phrase.cities[-1])
    called = sentence.match(_CALLED, stretch.after)
    if called and phrase.definite and not phrase.bodies:
        phrase.bodies = [sentence.value(phrase.end + called.start("q")) if called["q"] else called["x"]]
    past = phrase.past or sentence.search(_PRECEDED, stretch.before) is not None
    notes = {
        "strength": 2 if told or sentence.match(_GOING_ON, stretch.after) else 1,
        "about": only_topic,
        "next": phrase.next,
        "past": past,
        "at": phrase.start,
    }
    notes["ours"] = phrase.words[:1] in (["our"], ["my"])
    notes["coming"] = bool({"upcoming", "forthcoming"}.intersection(phrase.words))
    return Telling(phrase, stretch, clause, told, slots, notes)


def _ends(stretch: Stretch) -> tuple[int, int, int]:
    return stretch.start, stretch.end, stretch.high


def _points_back(telling: Telling) -> bool:
    """Whether "the meeting" is the one told of before; not if it has its own date, to come or called off."""
    phrase, told = telling.phrase, telling.told
    if not phrase.bare or phrase.kind() in _SIDE_KINDS:
        return False
    if told in ("postponed", "cancelled"):
        return (
            not telling.slots["start"] and telling.stretch.sentence.match(_DATE_BEHIND, telling.stretch.after) is None
        )
    dated = telling.stretch.sentence.match(_DATE_BEHIND, telling.stretch.after) is not None
    return not (phrase.head in EVENTS and told == "announced" and dated)


def _second_of_joint(sentence: Masked, phrase: Gathering) -> bool:
    """Whether the phrase is the second of two bodies' sessions told as one, which the first has taken up."""
    before = sentence.text[max(0, phrase.start - 12) : phrase.start]
    if not before.rstrip().endswith("and"):
        return False
    places = sentence.places(0, phrase.start, kinds="B")
    return bool(places) and isinstance(sentence.value(places[-1]), Body) and joined(sentence, places[-1]) >= 0


def _more(telling: Telling, scene: Scene) -> Draft | None:
    """Return what a sentence about "the meeting" adds to the one told of before."""
    telling.slots |= who_and_how(telling.clause, scene, telling.notes["about"])
    keep = ("place", "mode", "chair", "participants") + (("start", "end") if telling.told else ())
    kept = {name: telling.slots[name] for name in keep if telling.slots.get(name)}
    if telling.told in ("postponed", "cancelled"):
        kept["status"] = telling.told
    hoped = telling.stretch.sentence.search(_HOPED, telling.stretch.before) is not None
    notes = {**telling.notes, "detail": True, "ahead": telling.told == "announced" or hoped}
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
    if phrase.group and not phrase.bodies and not (telling.told or telling.anchored or phrase.ordinal):
        return None  # "the rules on the session of the member states"
    slots |= who_and_how(telling.clause, scene, notes["about"])
    slots["bodies"] = bodies
    slots["kind"] = kind_of_body(bodies[0]) if bodies and kind in ("session", "") else kind or "session"
    if phrase.head in ("talk", "negotiation") and phrase.ordinal:
        slots["kind"] = "consultation"
    slots["ordinal"] = phrase.ordinal or None
    slots["extraordinary"] = phrase.extraordinary
    slots["format"] = phrase.format
    slots["status"] = telling.told or status_by_date(slots["start"], scene, phrase)
    if slots["status"] == "announced" and _long_past(slots["start"], scene):
        slots["status"] = "held"
    return Draft(REGISTER, slots, [], notes=notes)


def _long_past(day: str, scene: Scene) -> bool:
    """Whether a day or month lies months before the page's day, or in a year before the page's."""
    if scene.anchor is None or not day:
        return False
    if len(scene.anchor.iso) < len("2000-01") or len(day) < len("2000-01"):
        return day[:4] < scene.anchor.iso[:4]
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
        if telling.stretch.sentence.search(_GIVEN, telling.stretch.before) or (
            phrase.definite and telling.stretch.sentence.match(_GIVEN_BY, telling.stretch.after)
        ):
            return None
        told = (telling.anchored and not (phrase.plural and not telling.told)) or (
            telling.told and phrase.words[:1] != ["the"]
        )
        bodies = sitting(phrase, telling.stretch.sentence, scene)
        return bodies if told else None
    bodies = list(phrase.bodies) or of_whom(phrase, telling.stretch.sentence, scene)
    if bodies:
        vague = (phrase.anaphor or notes["about"] or _NOW.intersection(phrase.words)) and not (
            telling.told or telling.anchored or phrase.ordinal
        )
        return None if vague else bodies
    coming = telling.notes["coming"] and telling.anchored and phrase.definite
    if phrase.head == "summit" and scene.home and (phrase.bare or coming or (phrase.cities and telling.anchored)):
        notes["bare"] = phrase.bare
        return [summit(scene)]
    words = [w for w in phrase.words if w not in _GENERIC and w[:1].isalpha() and not w.endswith("-format")]
    if not _told_enough(telling, bool(words)):
        return None
    bodies = descriptive(phrase, telling.stretch.sentence, words)
    notes["inherit"] = not bodies
    return bodies


def _several(telling: Telling) -> bool:
    """Whether several meetings spoken of as one are to be recorded: by their number, or where and when they were."""
    phrase = telling.phrase
    count = spelled_count(phrase.words)
    if count > 1:
        telling.slots["count"] = count
    if telling.anchored:
        return phrase.head not in ("talk", "negotiation") or bool(phrase.ordinal)
    return count > 1 and bool(phrase.bodies)


def _told_enough(telling: Telling, descriptive: bool) -> bool:
    """Whether a meeting of nobody named is told well enough to be recorded."""
    phrase, told = telling.phrase, telling.told
    if phrase.head in ("talk", "negotiation", "conversation", "consultation"):
        return telling.anchored and (told == "announced" or (told == "held" and bool(phrase.ordinal)))
    if told in ("postponed", "cancelled"):
        return descriptive or telling.anchored
    if phrase.ordinal or phrase.next or phrase.past:
        return telling.anchored
    if phrase.head in EVENTS and telling.anchored and (descriptive or phrase.cities):
        return True
    return bool(told) and telling.anchored and (descriptive or not phrase.definite)


_PHRASE = (
    rf"(?<![\w-]){HEAD}(?! (?:with(?! (?:the )?(?:participation|attendance|presence|involvement)\b)|between|hall|"
    rf"room|place|minutes|agenda|[Rr]ecords?|[Dd]ocuments?|[Cc]overage|"
    r"[Cc]ent(?:re|er)|[Hh]all|[Rr]oom)\b)"
)
_TITLED = pattern(_PHRASE)
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
        for match in sentence.finditer(_TITLED, sentence.text):
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


def _alone(title: Draft, told: list[Draft]) -> bool:
    """Whether a title names the meeting of a body whose meetings the text speaks of nowhere."""
    names = [name for draft in told for name in draft.slots.get("bodies") or ()]
    own = title.slots.get("bodies") or []
    encounter = any(draft.notes.get("encounter") for draft in told)
    event = any(name.endswith(" summit") for name in own)
    spoken_of = any(alike(mine, name) or mine in name or name in mine for mine in own for name in names)
    return bool(own) and not encounter and not event and not spoken_of


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each meeting the page tells of; its titles count where the text does not tell otherwise."""
    number = scene.number
    titles = headlines = [d for d in headed(scene) if not d.notes.get("detail")]
    scene.number = number
    drafts = meetings_heard.hearings(drafts, scene)
    drafts = [*titled_meetings.spoken_at(scene), *drafts, *titled_meetings.within_titles(scene)]
    told = [d for d in drafts if not d.notes.get("detail")]
    aside = {d.slots.get("kind") for d in told} & _SIDE_KINDS
    titles = [d for d in titles if d.slots.get("kind") not in aside]
    if any(d.notes.get("strength") == 2 and not d.notes.get("side") for d in told):
        alone = [d for d in titles if d.slots.get("status") == "held" and _alone(d, told)]
        titles = [d for d in titles if (d.slots.get("ordinal") and d.slots.get("status") == "held") or d in alone]
        for draft in alone:
            draft.notes["strength"] = 2
    return _placed_by_title(merged([*titles, *drafts], scene), headlines)


def _placed_by_title(found: list[Draft], headlines: list[Draft]) -> list[Draft]:
    """Return the meetings, one that is held where no sentence says placed in the city that the title names for it."""
    for draft in found:
        if draft.slots.get("status") != "held":
            continue
        _dated_by_title(draft, headlines)
        if draft.slots.get("place") or draft.slots.get("mode"):
            continue
        for title in headlines:
            if title.slots.get("status") == "announced" or title.notes.get("next"):
                continue
            names = [(mine, other) for mine in draft.slots.get("bodies") or () for other in title.slots["bodies"]]
            dated = [d.slots.get(slot) for d in (draft, title) for slot in ("ordinal", "start") if d.slots.get(slot)]
            if title.slots.get("place") and len(set(map(str, dated))) < 2 and any(alike(*pair) for pair in names):
                draft.slots["place"] = title.slots["place"]
                draft.spans = [*draft.spans, *title.spans]
                break
    return found


def _dated_by_title(draft: Draft, headlines: list[Draft]) -> None:
    """Give a meeting whose month the text tells the day that the title names for it."""
    month = str(draft.slots.get("start") or "")
    if len(month) != len("2000-01") or draft.slots.get("end"):
        return
    for title in headlines:
        day = str(title.slots.get("start") or "")
        names = [(mine, other) for mine in draft.slots.get("bodies") or () for other in title.slots["bodies"]]
        if len(day) == len("2000-01-01") and day.startswith(month) and any(alike(*pair) for pair in names):
            draft.slots["start"] = day
            draft.spans = [*draft.spans, *title.spans]
            return


_TRIGGERS = (
    "session",
    "meeting",
    "summit",
    "retreat",
    "colloqui",
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
        pattern=_PHRASE,
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
    *encounters_between.RULES,
    *encounters_visit.RULES,
    *meetings_heard.RULES,
    *respective.RULES,
)
"""All rules of meetings."""
