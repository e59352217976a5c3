"""One draft for each operation of a page: namings of one are put together, with what later sentences tell of it."""

from __future__ import annotations

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.mission_names import missions_named
from muniment.reading.en.rules.observers import observers_named
from muniment.reading.en.rules.operation_facts import country, kind_of
from muniment.reading.mention import Instrument
from muniment.reading.scene import Scene

__all__ = ["STATUS_GIVEN", "settle"]

REGISTER = "operations"

_REACH = 8
"""How many sentences behind its naming "the operation" still means it; from pages of 12 organisations (2026-11)."""

_NEAR = 4
"""How many sentences from a named exercise "the joint drills" are the same; judged on 12 agency reports (2026-11)."""

_BESIDE = 2
"""Sentences from an exercise within which those held "at the same time" are told of with it."""
_TELLING = 2
"""More words than these make a mission's name one of its own: "Partnership Mission Moldova"."""

STATUS_GIVEN = regex.compile(
    r"[“\"«„](?P<name>[^”\"»“]{2,60})[”\"»“] (?:the )?status of an?"
    r" (?P<words>[\p{L} -]*?(?:operation|exercise|mission))"
)
_ELECTION = regex.compile(r"(?i)\b(?:elections?|referendum)\b")
_DESCRIBED = regex.compile(
    r"(?:(?:UN|U\.N\.|United Nations) )?(?:peacekeeping|peace support|stabili[sz]ation) "
    r"(?:operation|mission|force) in [^(]+$"
)
_DAY_SLOTS = ("country", "start", "end")


_MOVED = regex.compile(r"(?i)\b(?:HQ|headquarters|moves?|moving|transfers?|relocat\w+)\b")
_WORD = regex.compile(r"[\p{L}\d]+")


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each operation, with what later sentences tell of it; what tells of none is left out."""
    kept: list[Draft] = []
    last: Draft | None = None
    told = [*missions_named(scene), *observers_named(scene), *_given_status(scene), *drafts]
    unnamed = [draft for draft in told if "unnamed" in draft.notes]
    named = [draft for draft in told if "unnamed" not in draft.notes]
    for draft in sorted(named, key=lambda d: (d.sentence, "more" in d.notes)):
        if "more" in draft.notes:
            _tell_more(draft, kept, last)
            continue
        same = next((k for k in kept if _one(k, draft)), None)
        if same is None:
            if "beside" in draft.notes and last is not None:
                _stand_beside(draft, last)
            draft.notes.update(at=draft.sentence, own={draft.sentence})
            kept.append(draft)
        else:
            _merge(same, draft)
        if "beside" not in draft.notes or last is None:
            last = same or draft
    kept = _with_unnamed(_with_described(_with_observers(kept)), unnamed)
    for draft in kept:
        _finish(draft, scene)
    return kept


def _finish(draft: Draft, scene: Scene) -> None:
    """Give an operation the state of the page's title, and its kind and status where no sentence tells them."""
    if not draft.slots.get("country"):
        draft.slots["country"] = _in_title(draft, scene)
    if not draft.slots.get("kind"):
        draft.slots["kind"] = "operation"
    if str(draft.slots.get("start") or "") > str(draft.slots.get("end") or "~"):
        del draft.slots["end"]
    dated = _by_days(draft, scene) if draft.slots["kind"] in ("exercise", "operation") else ""
    if dated and not draft.slots.get("status"):
        draft.slots["status"] = dated


def _by_days(draft: Draft, scene: Scene) -> str:
    """Return the status that an exercise's days tell against the page's; empty where they do not."""
    first, last = str(draft.slots.get("start") or ""), str(draft.slots.get("end") or draft.slots.get("start") or "")
    if scene.anchor is None or len(scene.anchor.iso) != len("2000-01-01") or not first:
        return ""
    if first > scene.anchor.iso and not scene.anchor.iso.startswith(first):
        return "planned"
    return "completed" if len(last) == len("2000-01-01") and last < scene.anchor.iso and draft.slots.get("end") else ""


def _tell_more(draft: Draft, kept: list[Draft], last: Draft | None) -> None:
    """Add what a sentence tells of "the exercise" to the one told of last, or of "the exercises" to all of them."""
    if "all" in draft.notes:
        told = {last.sentence, last.notes["at"]} if last is not None and "these" not in draft.notes else None
        for other in kept:
            beside = "beside" in other.notes and last is not None and 0 <= other.sentence - last.sentence <= _BESIDE
            if other.slots.get("kind") == "exercise" and (told is None or beside or told & other.notes["own"]):
                other.absorb(draft)
    elif last is not None:
        last = _main_of(kept, last, draft)
        reach = 1 if "it" in draft.notes else _REACH
        near = draft.sentence - int(last.notes["at"]) <= reach
        if near and draft.sentence not in last.notes["own"]:
            if last.notes.get("vote") and draft.slots.get("start") and draft.slots.get("end"):
                last.slots["start"] = draft.slots["start"]  # its own days, not the election's
            last.absorb(draft)
            last.notes["at"] = draft.sentence


def _main_of(kept: list[Draft], last: Draft, more: Draft) -> Draft:
    """Return the exercise that a count of all who take part is told of: not the last of several told beside the first.

    "The manoeuvre X goes on. The drills Y and Z are held beside it. In total, 900 sailors take part."
    """
    beside = [k for k in kept if k.sentence == last.sentence]
    first = kept[0]
    main = first.slots.get("kind") == "exercise" and first not in beside
    return first if main and len(beside) > 1 and more.slots.get("numbers") else last


def _merge(same: Draft, draft: Draft) -> None:
    """Add what another naming of one operation tells; a mission is called by its longest name."""
    mine, theirs = same.slots["name"], draft.slots["name"]
    longer = len(theirs) > len(mine)
    if "names" in draft.notes:
        same.notes["names"] = same.notes.get("names", set()) | draft.notes["names"]
    both = "names" in same.notes and "names" in draft.notes
    if longer and (draft.slots.get("kind") == "monitoring_mission" or (both and ("(" in theirs or mine in theirs))):
        same.slots["name"] = theirs
    same.absorb(draft)
    same.notes["at"] = draft.sentence
    same.notes.setdefault("own", set()).add(draft.sentence)


def _with_observers(kept: list[Draft]) -> list[Draft]:
    """Return the drafts with the observers that one organisation sends put together, named and described."""
    observers = [draft for draft in kept if "observers" in draft.notes]
    if len(observers) != 1:
        return kept
    own = observers[0]
    for draft in kept:
        if draft is own or draft.slots.get("kind") != "monitoring_mission":
            continue
        places = {str(d.slots["country"]) for d in (own, draft) if d.slots.get("country")}
        if len(places) > 1 or (
            _ELECTION.search(draft.slots["name"]) is None and "observ" not in draft.slots["name"].lower()
        ):
            continue
        name = draft.slots["name"] if _ELECTION.search(draft.slots["name"]) else own.slots["name"]
        draft.absorb(own)
        draft.slots["name"] = name
        return [k for k in kept if k is not own]
    return kept


def _with_described(kept: list[Draft]) -> list[Draft]:
    """Return the drafts without "a peacekeeping mission in S" where the page names the one it has there."""
    out = list(kept)
    for draft in kept:
        if not _DESCRIBED.match(draft.slots["name"]):
            continue
        kind, place = draft.slots.get("kind"), draft.slots.get("country")
        named = [
            k
            for k in out
            if "names" in k.notes
            and (k.slots.get("kind"), k.slots.get("country")) == (kind, place)
            and not k.slots["name"][:1].islower()
            and k is not draft
        ]
        if place and len(named) == 1:
            if draft.slots.get("status") != "planned":  # else it is a step of the mission that lies ahead
                named[0].absorb(draft)
            out.remove(draft)
    return out


def _with_unnamed(kept: list[Draft], unnamed: list[Draft]) -> list[Draft]:
    """Return the drafts with each exercise that has no name of its own: part of a named one nearby, else by itself."""
    for draft in unnamed:
        near = [
            k
            for k in kept
            if k.slots.get("kind") == "exercise"
            and any(abs(own - draft.sentence) <= _NEAR for own in k.notes.get("own", ()))
        ]
        if near:
            _tell_together(draft, near)
        elif "part" not in draft.notes and not any(k.slots.get("kind") == "exercise" for k in kept):
            draft.notes.update(at=draft.sentence, own={draft.sentence})
            kept = [*kept, draft]
    return kept


def _tell_together(draft: Draft, near: list[Draft]) -> None:
    """Add what is told of exercises without a name to the one named nearby, where and when to all named with it."""
    first = min(near[0].notes["own"])
    if draft.sentence < first:  # what opens the page says where and whether it goes on
        near[0].slots.update({k: v for k, v in draft.slots.items() if v and k in ("status", "country")})
    near[0].absorb(draft)
    for other in near[1:]:
        if min(other.notes["own"]) == first:
            _stand_beside(other, near[0])
            if not other.slots.get("status") or draft.sentence < first:
                other.slots["status"] = near[0].slots.get("status")


def _given_status(scene: Scene) -> list[Draft]:
    """Return the operations that decisions named on the page give a status."""
    out: list[Draft] = []
    if "status" not in scene.page.text:
        return out
    for number, sentence in enumerate(scene.sentences):
        for at, value in sentence.mentions:
            if isinstance(value, Instrument) and "status of" in value.title:
                start, end = sentence.span(at, at + 1)
                match = STATUS_GIVEN.search(sentence.page_text, start, end)
                if match is not None:
                    slots = {"name": match["name"], "kind": kind_of(match["words"])}
                    out.append(Draft(REGISTER, slots, [(start, end, "operations.given-status")], sentence=number))
    return out


def _stand_beside(draft: Draft, other: Draft) -> None:
    """Give an exercise held "at the same time" the place and the days of the other, where its own are not told."""
    for name in _DAY_SLOTS:
        if not draft.slots.get(name) and other.slots.get(name):
            draft.slots[name] = other.slots[name]


def _in_title(draft: Draft, scene: Scene) -> str | list[str]:
    """Return where the page's title, which names an operation too, says that it is held."""
    wanted = {w for w in _words(draft.slots["name"]) if not w.isdigit()}
    for number, sentence in enumerate(scene.sentences):
        text = sentence.page_text[sentence.start : sentence.end]
        if scene.kinds[number] == "title" and not _MOVED.search(text) and wanted <= _words(text):
            return country(scene, sentence, 0)
    return ""


_SAME = {
    "observers": "observ",
    "observer": "observ",
    "observation": "observ",
    "drills": "exercise",
    "elections": "election",
}
_EMPTY = frozenset({"the", "of", "in", "operation", "relief", "exercise", "republic"})


def _words(name: str) -> frozenset[str]:
    return frozenset(_SAME.get(word, word) for word in _WORD.findall(name.lower())) - _EMPTY


def _one(one: Draft, other: Draft) -> bool:
    """Whether two drafts name one operation."""
    if one.notes.get("names", set()) & other.notes.get("names", set()):
        return True
    mine, theirs = _words(one.slots["name"]), _words(other.slots["name"])
    if "names" in one.notes and "names" in other.notes and min(len(mine), len(theirs)) > _TELLING:
        return (mine <= theirs or theirs <= mine) and one.slots.get("country") == other.slots.get("country")
    if one.slots.get("kind") == other.slots.get("kind") == "monitoring_mission" and min(len(mine), len(theirs)) > 1:
        return mine <= theirs or theirs <= mine
    return bool(mine) and mine == theirs
