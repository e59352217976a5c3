"""What several sentences of a page tell of meetings, put together: one draft for each meeting."""

from __future__ import annotations

import datetime
import functools
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.own_meeting import at_dateline, complete, on_tour, one_person, people_once
from muniment.reading.scene import Scene

__all__ = ["alike", "days_before", "merged"]

_SIDE_KINDS = frozenset({"briefing", "ceremony", "debate"})
_HEADS = frozenset({
    "council", "committee", "commission", "group", "board", "bureau", "assembly", "secretariat", "working",
    "standing", "deputy", "deputie", "parliamentary", "minister", "leader", "head", "speaker", "expert", "official"
})  # fmt: skip
_PEOPLE = regex.compile(
    r"\b(?:[Mm]inisters|[Ll]eaders|[Hh]eads of [Ss]tate|[Hh]eads of [Gg]overnment|[Pp]residents|[Ss]ecretaries|"
    r"[Ss]peakers|[Aa]mbassadors|[Rr]epresentatives|[Cc]oordinators|[Oo]fficials)\b"
)
_ORGAN = regex.compile(
    r"\b(?:Council|Committee|Commission|Assembly|Summit|Conference|Meeting|Group|Board|Forum|Authority)\b"
)
_DAY = 10
"""Characters of a full date."""
_NEAR = 2
"""Sentences within which a body and its people are taken for one meeting's."""
_TELLING = 9
"""An ordinal above it tells a meeting apart within a page, whoever is said to meet."""
_SMALL = frozenset({"of", "the", "a", "an", "and", "on", "for", "in", "to", "at", "its", "by"})


def days_before(day: str, days: int) -> str:
    """Return the day some days before another, both ISO 8601."""
    return (datetime.date.fromisoformat(day) - datetime.timedelta(days=days)).isoformat()


def merged(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each meeting, with what later sentences tell of it put in."""
    kept: list[Draft] = []
    waiting: list[Draft] = []
    talks = {d.sentence for d in drafts if d.notes.get("encounter")}
    for draft in sorted(drafts, key=lambda d: d.sentence):
        alone = not any(k.sentence == draft.sentence and not k.notes.get("encounter") for k in kept)
        if draft.notes.get("prose") and draft.sentence in talks and alone:
            continue  # what two people met to discuss
        if draft.notes.get("detail"):
            focus = _focus(draft, kept)
            if focus is None:
                waiting.append(draft)
            elif not _of_talks(draft, focus, kept):
                _add_detail(focus, draft)
            continue
        _place_in_time(draft, kept)
        _inherit(draft, kept)
        if not _the_summit(draft, kept):
            _keep(draft, kept)
    main = main_meeting(kept)
    if main is None:
        main = next((k for k in kept if k.slots.get("kind") == "ceremony"), None)
    if main is not None:
        for draft in waiting:
            _add_detail(main, draft)
        complete(main, kept, scene)
    else:
        on_tour(kept, scene)
    at_dateline(kept, scene)
    return [_tidied(d) for d in kept if _tells(d)]


def _keep(draft: Draft, kept: list[Draft]) -> None:
    """Put a telling to the meeting told of before that it tells of too, or to the meetings as a new one."""
    same = next((k for k in reversed(kept) if _same(k, draft)), None)
    if same is None:
        kept.append(draft)
    else:
        _join(same, draft)


def _of_talks(detail: Draft, focus: Draft, kept: list[Draft]) -> bool:
    """Whether what was discussed is what two people talked of, who met on the sidelines of the session."""
    last = kept[-1]
    beside = bool(last.notes.get("encounter")) and last.sentence == focus.sentence and bool(last.notes.get("margin"))
    return bool(detail.slots.get("agenda")) and beside and detail.sentence > last.sentence


def _the_summit(draft: Draft, kept: list[Draft]) -> bool:
    """Whether "the League summit", told without its day, is the only dated session of a council before it."""
    names = draft.slots.get("bodies") or []
    if len(names) != 1 or not names[0].endswith(" summit") or draft.slots.get("status") != "held":
        return False
    if any(draft.slots.get(slot) for slot in ("start", "place", "ordinal", "chair")):
        return False
    dated = [k for k in kept if k.slots.get("kind") == "session" and k.slots.get("start")]
    return len(dated) == 1 and dated[0].slots.get("status") == "held" and "Council" in str(dated[0].slots.get("bodies"))


def main_meeting(kept: list[Draft]) -> Draft | None:
    """Return the meeting that a page is about: the first told as held or to come; None where there is none."""
    told = [
        d
        for d in kept
        if not d.notes.get("side")
        and not d.notes.get("past")
        and not d.notes.get("about")
        and not d.notes.get("next")
        and not d.speaker
    ]
    strong = [d for d in told if d.notes.get("strength") == 2 or d.slots.get("ordinal")]
    return next(iter(strong or told), None)


def _focus(detail: Draft, kept: list[Draft]) -> Draft | None:
    """Return the meeting that a sentence about "the meeting" adds to; None where none has been told of yet."""
    here = [
        k
        for k in kept
        if detail.sentence in (k.sentence, k.notes.get("told")) and k.slots.get("kind") not in _SIDE_KINDS
    ]
    if detail.notes.get("inside"):
        here = [k for k in here if not _is_topic(k, detail)]
        kept = [k for k in kept if not _is_topic(k, detail)]
    if here:
        main = main_meeting(kept) if detail.notes.get("present") else None
        return main if main is not None and main.sentence < detail.sentence else here[-1]
    told = [
        k
        for k in kept
        if k.notes.get("strength") == 2 and not k.notes.get("past") and k.slots.get("kind") not in _SIDE_KINDS
    ]
    told = told or [k for k in kept if not k.notes.get("about") and k.slots.get("kind") not in _SIDE_KINDS]
    told = [k for k in told if not k.notes.get("about")] or told
    if detail.notes.get("own"):
        return main_meeting(kept)
    if detail.notes.get("span"):
        return None
    if not detail.notes.get("ahead"):
        told = [k for k in told if not k.notes.get("next")] or told
        told = [k for k in told if k.slots.get("status") in ("held", "", None)] or told
    return max(told, key=lambda k: k.notes.get("told", k.sentence), default=None)


def _is_topic(meeting: Draft, detail: Draft) -> bool:
    """Whether a meeting is named only within what another one discussed."""
    return meeting.sentence == detail.sentence and meeting.notes.get("at", -1) >= detail.notes.get("inside", 0) > 0


def _add_detail(focus: Draft, detail: Draft) -> None:
    elsewhere = _differ(focus.slots.get("place"), detail.slots.get("place"))
    if elsewhere or not _belongs(focus, detail) or _is_topic(focus, detail):
        return
    _set_days(focus, detail)
    if detail.slots.get("agenda") and focus.notes.get("prose") and not detail.notes.get("prose"):
        focus.slots["agenda"] = []
    if detail.slots.get("status") and focus.slots.get("status") != "held":
        focus.slots["status"] = detail.slots["status"]
    if detail.notes.get("prose"):
        focus.notes["prose"] = True
    if detail.notes.get("video") and not focus.slots.get("mode"):
        focus.notes["video"] = True
    if not detail.notes.get("video"):
        focus.notes["told"] = detail.sentence
    _absorb(focus, detail)


def _set_days(focus: Draft, detail: Draft) -> None:
    """Take over the days of talks that went on; leave those of a meeting to come out of one that was held."""
    for name in ("start", "end", "place"):
        if detail.notes.get("ahead") and focus.slots.get("status") != "announced":
            detail.slots.pop(name, None)
        elif detail.notes.get("span") and name != "place":
            focus.slots[name] = detail.slots[name]


def _belongs(focus: Draft, detail: Draft) -> bool:
    """Whether what a sentence tells of "the meeting" can be told of this one."""
    encounter = focus.notes.get("encounter") or focus.slots.get("kind") == "bilateral"
    if detail.notes.get("present") and (
        focus.notes.get("encounter") or focus.notes.get("about") or focus.slots.get("status") != "held"
    ):
        return False
    return not (detail.notes.get("prose") and (focus.slots.get("agenda") or encounter))


def _place_in_time(draft: Draft, kept: list[Draft]) -> None:
    """Date an encounter by the meeting on whose margins or on whose day it was."""
    if draft.slots.get("start") or not (draft.notes.get("margin") or draft.notes.get("same")):
        return
    dated = [
        k
        for k in kept
        if len(k.slots.get("start") or "") == 10
        and k.slots.get("status") == "held"
        and not (k.notes.get("past") or k.notes.get("event"))
    ]
    main = main_meeting(kept)
    day = main if main in dated and not draft.notes.get("same") else next(iter(dated[::-1]), None)
    if day is not None and not day.slots.get("end"):
        draft.slots["start"] = day.slots["start"]


def _inherit(draft: Draft, kept: list[Draft]) -> None:
    """Give "the next meeting" the body, or the people, of the one told of before."""
    theirs = bool(draft.speaker) and draft.notes.get("ours")  # "our next meeting", said by one who met another
    if not draft.notes.get("inherit") or theirs or draft.slots.get("kind") in (_SIDE_KINDS | {"conference"}):
        return
    counted = draft.slots.get("ordinal") or draft.notes.get("next") or draft.notes.get("past")
    known = [
        k
        for k in kept
        if k.notes.get("strength") == 2 and k.slots.get("kind") not in _SIDE_KINDS and not k.notes.get("visit")
    ]
    if not counted or not known:
        return
    held = [
        k
        for k in known
        if k.slots.get("kind") != "conference" and k.slots.get("status") == "held" and not k.notes.get("past")
    ]
    main = main_meeting(kept)
    sessions = [k for k in held if k.slots.get("bodies") and not k.notes.get("about")]
    near = [k for k in sessions if draft.sentence - k.notes.get("told", k.sentence) <= 1]
    whose = (
        main
        if main is not None and main.slots.get("bodies") and not (near and not draft.slots.get("ordinal"))
        else None
    )
    last = whose or (sessions or held or known)[-1]
    if last.slots.get("bodies"):
        draft.slots["bodies"] = list(last.slots["bodies"])
        draft.slots["kind"] = last.slots["kind"]
    elif last.notes.get("encounter"):
        draft.slots["kind"] = last.slots["kind"]
        draft.slots["participants"] = list(last.slots.get("participants") or ())
        draft.notes["encounter"] = True


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts tell of one meeting."""
    a, b = one.slots, other.slots
    if bool(one.notes.get("encounter")) != bool(other.notes.get("encounter")) or not _compatible(one, other):
        return False
    if one.notes.get("encounter"):
        return _same_people(one, other)
    dated = bool(a.get("start")) and bool(b.get("start"))
    if not dated and _apart(one, other):
        return False
    if a.get("ordinal") and a.get("ordinal") == b.get("ordinal") and a["ordinal"] > _TELLING:
        return True
    first, second = a.get("bodies") or [], b.get("bodies") or []
    if first and second:
        return any(alike(x, y) for x in first for y in second) or _members_meet(one, other)
    return dated and a.get("kind") == b.get("kind")


def _members_meet(one: Draft, other: Draft) -> bool:
    """Whether one names a body and the other only the people it is made of, on one day, in one place.

    "The ministers will meet in Oslo on 5 May" is the meeting of the Council that is told beside it.
    """
    groups = [all(_PEOPLE.search(n) and not _ORGAN.search(n) for n in d.slots["bodies"]) for d in (one, other)]
    if not any(groups):
        return False
    a, b = one.slots, other.slots
    same_day = len(a.get("start") or "") == _DAY and a.get("start") == b.get("start")
    if (
        same_day
        and a.get("place") == b.get("place")
        and (a.get("place") or (a.get("end") and a["end"] == b.get("end")))
    ):
        return a.get("kind") == b.get("kind")
    body, group = (b, a) if groups[0] else (a, b)
    told = any(body.get(name) for name in ("start", "place", "ordinal", "chair"))
    near = abs(one.sentence - other.sentence) <= _NEAR
    return groups.count(True) == 1 and not told and bool(group.get("start")) and near and not body.get("count")


def _compatible(one: Draft, other: Draft) -> bool:
    """Whether nothing told of one contradicts the other: number, ordinal, dates, teller, kind."""
    a, b = one.slots, other.slots
    if bool(a.get("count")) != bool(b.get("count")) or _differ(a.get("ordinal"), b.get("ordinal")):
        return False
    if not _dates_agree(a, b) or (one.speaker and other.speaker and one.speaker != other.speaker):
        return False
    kinds = {a.get("kind"), b.get("kind")}
    return len(kinds) == 1 or not kinds & _SIDE_KINDS


def _apart(one: Draft, other: Draft) -> bool:
    """Whether two mentions, not both dated, are of two meetings: the next one, one to come and one past, two cities."""
    a, b = one.slots, other.slots
    numbered = a.get("ordinal") and a.get("ordinal") == b.get("ordinal")
    if _both_ahead(one, other):
        return False
    if (other.notes.get("next") or one.notes.get("next")) and not numbered:
        return not (
            other.notes.get("coming") and a.get("status") == b.get("status") == "announced" and not b.get("start")
        )
    if _other_stage(one, other) or _differ(a.get("place"), b.get("place")):
        return True
    return bool(a.get("ordinal")) != bool(b.get("ordinal")) and _only_counted(one, other)


def _both_ahead(one: Draft, other: Draft) -> bool:
    """Whether one is called the next and the other is to come too, in the same city: they are one meeting."""
    a, b = one.slots, other.slots
    ahead = a.get("status") == b.get("status") == "announced"
    one_body = len(a.get("bodies") or ()) == len(b.get("bodies") or ()) == 1
    return ahead and one_body and bool(a.get("place")) and a.get("place") == b.get("place")


def _other_stage(one: Draft, other: Draft) -> bool:
    """Whether one is to come and the other past, both told as such."""
    stages = {one.slots.get("status"), other.slots.get("status")}
    return (
        len(stages) == 2
        and bool(stages & {"announced"})
        and one.notes.get("strength") == 2 == other.notes.get("strength")
    )


def _only_counted(one: Draft, other: Draft) -> bool:
    """Whether the one with an ordinal is only mentioned by it ("at its 79th session"), not in a title."""
    counted, rest = (one, other) if one.slots.get("ordinal") else (other, one)
    return (
        not (counted.notes.get("title") or rest.notes.get("bare"))
        and bool(rest.slots.get("start"))
        and (counted.notes.get("strength") == 1 or counted.slots.get("status") == "announced")
        and one.sentence != other.sentence
    )


def _differ(one: Any, other: Any) -> bool:
    return bool(one) and bool(other) and one != other


def _dates_agree(a: dict[str, Any], b: dict[str, Any]) -> bool:
    one, other = a.get("start") or "", b.get("start") or ""
    if not one or not other or one.startswith(other) or other.startswith(one):
        return True
    for slots, day in ((a, other), (b, one)):
        if slots.get("end") and len(day) == 10 and slots["start"] <= day <= slots["end"]:
            return True
    return False


_WORD = regex.compile(r"\w+")


@functools.lru_cache(4096)
def _words(name: str) -> frozenset[str]:
    """Return the words a body's name is told apart by: small letters, singular, without articles and the like."""
    return frozenset(word.removesuffix("s") for word in _WORD.findall(name.lower())) - _SMALL


def alike(one: str, other: str) -> bool:
    """Whether two names are one body's: the same words, or all of the shorter in the longer and little more.

    >>> alike("Council of Ports", "Ports Council"), alike("Council of Ports", "Council of Mayors")
    (True, False)
    """
    a, b = _words(one), _words(other)
    if a == b:
        return True
    less, more = sorted((a, b), key=len)
    return less < more and len(less) > 1 and len(more) - len(less) <= 2 and not (more - less) & _HEADS


def _same_people(one: Draft, other: Draft) -> bool:
    if one.notes.get("visit") or other.notes.get("visit"):
        return one.slots.get("place") == other.slots.get("place") and one.slots.get("status") == other.slots.get(
            "status"
        )
    modes = [d.slots.get("mode") for d in (one, other)]
    if modes.count("telephone") == 1:
        return False
    a, b = ({p["name"] for p in d.slots.get("participants") or ()} for d in (one, other))
    return (a <= b or b <= a) and one.slots.get("status") == other.slots.get("status")


def _join(kept: Draft, draft: Draft) -> None:
    """Put a second telling of a meeting to the first: what is told outright wins over what is only mentioned."""
    strong, weak = kept.notes.get("strength", 1), draft.notes.get("strength", 1)
    if weak > strong or draft.slots.get("status") in ("postponed", "cancelled"):
        kept.slots["status"] = draft.slots.get("status") or kept.slots.get("status")
        kept.notes["strength"] = max(weak, strong)
        for note in ("about", "past"):
            kept.notes[note] = draft.notes.get(note)
    kept.speaker = kept.speaker if draft.speaker else ""
    kept.notes["told"] = draft.sentence
    _one_body(kept, draft)
    _absorb(kept, draft)


def _one_body(kept: Draft, draft: Draft) -> None:
    """Where a title and the text name one body of one numbered meeting in two ways, leave the text's."""
    names = [d.slots.get("bodies") or [] for d in (kept, draft)]
    if kept.notes.get("title") and [len(n) for n in names] == [1, 1] and not alike(names[0][0], names[1][0]):
        kept.slots["bodies"] = []


def _absorb(kept: Draft, draft: Draft) -> None:
    bodies = list(kept.slots.get("bodies") or ())
    if bodies and draft.slots.get("bodies") and not any(alike(b, k) for k in bodies for b in draft.slots["bodies"]):
        organs = [b for b in (*bodies, *draft.slots["bodies"]) if _ORGAN.search(b) or not _PEOPLE.search(b)]
        if organs and not draft.slots.get("ordinal"):
            bodies, draft.slots["bodies"] = organs, []
    bodies += [b for b in draft.slots.get("bodies") or () if not any(alike(b, k) for k in bodies)]
    who = people_once(list(kept.slots.get("participants") or ()) + list(draft.slots.get("participants") or ()))
    start = _finer(kept.slots.get("start") or "", draft.slots.get("start") or "")
    notes = dict(kept.notes)
    kept.absorb(draft)
    kept.slots["extraordinary"] = bool(kept.slots.get("extraordinary") or draft.slots.get("extraordinary"))
    kept.notes = notes
    kept.slots["bodies"], kept.slots["participants"], kept.slots["start"] = bodies, who, start


def _finer(one: str, other: str) -> str:
    return other if other.startswith(one) else one


def _tells(draft: Draft) -> bool:
    return any(draft.slots.get(name) for name in ("bodies", "start", "participants", "place", "chair", "ordinal"))


def _tidied(draft: Draft) -> Draft:
    """Return a draft whose chair is not among its participants, and without empty slots."""
    head = draft.slots.get("chair")
    if head:
        draft.slots["participants"] = [
            p for p in draft.slots.get("participants") or () if not one_person(p["name"], head)
        ]
    if draft.slots.get("end") and draft.slots["end"] == draft.slots.get("start"):
        draft.slots["end"] = ""
    draft.slots = {name: value for name, value in draft.slots.items() if value not in (None, "", [], False, 0)}
    return draft
