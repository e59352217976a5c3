"""How the instruments of one page become its claims: one for each text, with its actions and its standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from muniment.reading.draft import Draft
from muniment.reading.en.rules.actions import STATUS
from muniment.reading.en.rules.drafting import AT_MEETING, REGISTER
from muniment.reading.en.rules.naming import content, named, same_text, slots_of, titled
from muniment.reading.mask import Masked
from muniment.reading.mention import Instrument
from muniment.reading.scene import Scene

__all__ = ["settle"]

_RANK = {"draft": 1, "under_consideration": 2, "agreed": 3, "submitted": 4, "adopted": 5, "signed": 6, "in_force": 7}
"""Standings in the order of a text's life; what is not here (returned, deferred ...) stands where it was told last."""
_FINAL = frozenset({"adopt", "sign", "enter_into_force", "ratify"})
_EACH = frozenset({"ratify", "sign", "deposit", "accede", "accept", "propose", "call_for_ratification"})
"""Actions that several states or people take each for themselves."""
_TREATIES = frozenset({"treaty", "agreement", "convention", "protocol", "charter"})
"""Kinds that a state withdraws from; others are withdrawn by who put them forward."""
_READ = ("paragraph", "quote")


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each instrument of the page: what was told of it, its standing, and mere mentions."""
    kept: list[Draft] = []
    for draft in sorted(
        drafts + _named(scene), key=lambda d: (d.sentence, d.notes.get("mention", False), d.spans[0][1])
    ):
        same = _match(kept, draft)
        if same is None:
            draft.slots["actions"] = _each(draft.slots.get("actions", []))
            kept.append(draft)
        else:
            _join(same, draft)
    for draft in kept:
        for action in draft.slots["actions"]:
            if action.pop(AT_MEETING, False) and not action.get("date"):
                _date(action, scene)
        _finish(draft)
    return [d for d in kept if d.slots["title"]]


def _named(scene: Scene) -> list[Draft]:
    """Return a draft without actions for each titled instrument that the page's sentences name."""
    out: list[Draft] = []
    number, kept = scene.number, scene.speech
    for index, sentence in enumerate(scene.sentences):
        if scene.kinds[index] not in _READ or not sentence.places(kinds="N"):
            continue
        for at, value in _titles(sentence):
            if titled(value) or (value.draft and not value.plural and named(value)):
                scene.number = index
                scene.enter(sentence)
                span = (*sentence.span(at, at + 1), "instruments.named")
                out.append(
                    Draft(
                        REGISTER,
                        slots_of(value) | {"actions": []},
                        [span],
                        scene.speech,
                        index,
                        notes={"mention": True},
                    )
                )
    scene.number, scene.speech = number, kept
    return out


def _titles(sentence: Masked) -> Iterator[tuple[int, Instrument]]:
    """Yield each instrument a sentence names and where; quoted titles in a row are of the kind of the first."""
    group: Instrument | None = None
    before = 0
    for at in sentence.places():
        kind, value = sentence.kind(at), sentence.value(at)
        if kind == "N":
            yield at, value
            group = value if value.plural and value.quoted else None
        elif kind == "Q" and group is not None and _IN_A_ROW.fullmatch(sentence.text, before + 1, at):
            yield at, msgspec.structs.replace(group, title=str(value))
        else:
            group = None
        before = at


_IN_A_ROW = re.compile(r"[,;]? (?:and )?|[,;] (?:and )?(?:[Oo]n )?")


def _match(kept: list[Draft], draft: Draft) -> Draft | None:
    """Return the draft of the same instrument with the most words in common; None where there is none."""
    fits = [k for k in kept if same_text(k.slots, draft.slots)]
    mine = content(draft.slots["title"])
    return max(
        fits,
        key=lambda k: (len(content(k.slots["title"]) & mine), k.slots["kind"] == draft.slots["kind"]),
        default=None,
    )


def _join(kept: Draft, draft: Draft) -> None:
    """Put what one more sentence tells of an instrument to what is known of it."""
    actions = kept.slots["actions"]
    for action in _each(draft.slots.get("actions", [])):
        same = next((a for a in actions if _same_action(a, action)), None)
        if same is None:
            actions.append(action)
        else:
            _fill(same, action)
    if draft.slots["kind"] != "other" and kept.slots["kind"] == "other":
        kept.slots["kind"] = draft.slots["kind"]
    if len(draft.slots["title"]) > len(kept.slots["title"]) and content(kept.slots["title"]) <= content(
        draft.slots["title"]
    ):
        kept.slots["title"] = draft.slots["title"]
    kept.slots["draft"] = bool(kept.slots.get("draft")) or bool(draft.slots.get("draft"))
    for name in ("amends", "package_with", "reason", "count"):
        if draft.slots.get(name) and not kept.slots.get(name):
            kept.slots[name] = draft.slots[name]
    kept.spans += [span for span in draft.spans if span not in kept.spans]
    if not draft.speaker:
        kept.speaker = ""


def _each(actions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the actions with a ratification or deposit by several as one for each."""
    out: list[dict[str, Any]] = []
    for action in actions:
        if action["action"] in ("ratify", "deposit") and len(action.get("by", ())) > 1:
            out += [{**action, "by": [name]} for name in action["by"]]
        else:
            out.append(dict(action))
    return out


def _same_action(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two tellings may be of one act: same action, dates that fit, not two who act each for themselves."""
    if one["action"] != other["action"]:
        return False
    mine, theirs = one.get("date", ""), other.get("date", "")
    if mine and theirs and not (mine.startswith(theirs) or theirs.startswith(mine)):
        return False
    if one["action"] in _EACH and bool(one.get("by")) != bool(other.get("by")):
        nameless = theirs if one.get("by") else mine
        return not nameless or mine == theirs
    if one["action"] in _EACH and one.get("by") and other.get("by"):
        return any(a in b or b in a for a in one["by"] for b in other["by"])
    return bool(one.get("planned")) == bool(other.get("planned")) or not mine or not theirs or mine == theirs


def _fill(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Put together two tellings of one act: the more precise date, every actor, done rather than planned."""
    if len(other.get("date", "")) > len(one.get("date", "")):
        one["date"] = other["date"]
    for name in ("by", "to"):
        if other.get(name):
            one[name] = one.get(name, []) + [value for value in other[name] if value not in one.get(name, [])]
    if other.get("place") and not one.get("place"):
        one["place"] = other["place"]
    if one.get("planned") and not other.get("planned"):
        del one["planned"]


def _date(action: dict[str, Any], scene: Scene) -> None:
    """Date an action by the meeting of those who act, or the one meeting held that the page dates, told of later."""
    held = [d.slots for d in scene.drafts if d.register == "meetings" and d.slots.get("status", "held") == "held"]
    dated = [slots for slots in held if slots.get("start")]
    own = [slots for slots in dated if set(action.get("by", ())) & set(slots.get("bodies") or ())]
    days = {str(slots["start"]) for slots in own or dated}
    ahead = scene.anchor is not None and any(day[: len(scene.anchor.iso)] > scene.anchor.iso for day in days)
    if len(days) == 1 and not ahead:
        action["date"] = days.pop()


def _finish(draft: Draft) -> None:
    """Set the standing that the done actions leave an instrument in, and whether it is still a draft."""
    status = ""
    done = [a for a in draft.slots["actions"] if not a.get("planned") and not a.pop("amendments", False)]
    for action in done:
        after = STATUS.get(action["action"], "")
        if action["action"] == "withdraw" and draft.slots["kind"] in _TREATIES and not draft.slots.get("draft"):
            after = ""
        if action["action"] == "approve" and draft.slots.get("draft"):
            after = "agreed"
        if after and (after not in _RANK or _RANK.get(status, 0) <= _RANK[after] or status not in _RANK):
            status = after
    draft.slots["status"] = status
    if any(a["action"] in _FINAL for a in done):
        draft.slots["draft"] = False
    draft.slots.pop("by", None)
