"""What became of an undertaking: which acts show that it was done, and what its day makes of it.

What counts as doing what was undertaken is the pack `promises.toml`. A status is never a score: whether somebody kept
their word is for people to judge, by a guideline written first (G7 Research Group, Compliance Coding Manual, 2020).
"""

from __future__ import annotations

import datetime
import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

import msgspec

from muniment.rules.due import BINDING, TIME_LIMITS

__all__ = ["STATUSES", "Act", "Settled", "pack", "parts_named", "settled"]

STATUSES: dict[str, str] = {
    "overdue": "Its day has passed; no page tells that it was done.",
    "late": "Done after its day.",
    "changed": "Somebody gave it a new day, put it off, or did not agree to it, before it was done.",
    "open": "Its day has not come, or none was named.",
    "unknown": "Its day is after the last page of the record, so no page could tell.",
    "lapsed": "Its day has passed and no page tells that it was done; nobody was bound to it.",
    "fulfilled": "Done by its day, or done where no day was named.",
    "undated": "Done; whether by its day, no page tells.",
    "unverifiable": "It names neither a day nor an act that a page could tell of.",
}
"""Status of an undertaking -> what it means, in the order people look for them."""


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of act that somebody undertakes.

    Attributes:
        name: short name.
        words: words an undertaking of it opens with.
        of: the register whose rows show that it was done.
        done: actions (of texts) or stages (of meetings and operations) that are the act itself.
        follows: actions that can only follow it.
        source: the article or practice this rests on.
        each: everybody who is to act must have acted.
        puts_off: actions that tell that it was not done, or not yet.
        objects: beginnings of words of which one must stand in the undertaking, where the verb alone says too little.
    """

    name: str
    words: tuple[str, ...]
    of: str
    done: tuple[str, ...]
    follows: tuple[str, ...]
    source: str
    each: bool = False
    puts_off: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()


class _Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    acts: tuple[Act, ...]


@cache
def pack() -> tuple[Act, ...]:
    """Return the acts of `promises.toml`, whose head says where the distinctions come from."""
    text = (resources.files(__package__ or __name__) / "promises.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _Pack, strict=False).acts


_OPENS = r"(?:^(?:to )?|\b(?:and(?: to)?|will|would|shall|must|should|to be|is|are) (?:be )?)"
"""Where the verb of an undertaking stands: at its head, beside another such verb, or after "will" and "is to be".

A verb after a bare "to" tells what for: who is to hold a meeting to discuss a draft undertook the meeting.
"""


@cache
def _opening(act: Act) -> re.Pattern[str]:
    return re.compile(rf"{_OPENS}(?P<verb>{'|'.join(map(re.escape, act.words))})\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def parts_named(text: str) -> dict[str, tuple[Act, ...]]:
    """Return the parts of an undertaking, each with the acts that its verb may mean; of none, it cannot be checked.

    "prepare and submit the draft" has two parts, and both are to be done; "hold" may be a meeting or an exercise.
    """
    by_verb: dict[str, list[Act]] = {}
    for act in pack():
        if act.objects and not re.search(rf"\b(?:{'|'.join(act.objects)})", text, re.IGNORECASE):
            continue
        for match in _opening(act).finditer(text):
            by_verb.setdefault(match.group("verb").lower(), []).append(act)
    parts = {"/".join(dict.fromkeys(act.name for act in acts)): acts for acts in by_verb.values()}
    return {name: tuple({act.name: act for act in acts}.values()) for name, acts in parts.items()}


class Settled(msgspec.Struct, frozen=True):
    """What became of an undertaking: one of `STATUSES`, the days it is or was late, the rule, a sentence for people."""

    status: str
    days: int | None
    because: str
    rule_source: str = TIME_LIMITS


def settled(  # noqa: PLR0913 - what decides, each by its name
    *,
    kind: str,
    due: datetime.date | None,
    as_of: datetime.date,
    until: datetime.date,
    done: datetime.date | None,
    exact: bool,
    changed: bool,
    checkable: bool,
) -> Settled:
    """Return what became of an undertaking on a day.

    Args:
        kind: of the record format's commitments; who was only asked, or only intended, is never late.
        due: its last day.
        as_of: the day it is asked on.
        until: the last day that pages tell of.
        done: the day it was done; where only what follows the act is told, the day it was done by at the latest.
        exact: the day is that of the act itself.
        changed: it was put off, or given a new day.
        checkable: it names an act that pages tell of.
    """
    if done is not None:
        if due is None or done <= due:
            return Settled("fulfilled", None, "A later page tells that it was done.")
        if exact:
            late = (done - due).days
            return Settled("late", late, f"It was done {_days(late)} after its last day.")
        return Settled("undated", None, "A later page tells what can only follow it; when it was done is not told.")
    if changed:
        return Settled(
            "changed", None, "A later page gives it another day, puts it off or tells that it was not agreed to."
        )
    if due is None:
        if checkable:
            return Settled("open", None, "It names no day; no page tells that it was done.")
        return Settled("unverifiable", None, STATUSES["unverifiable"])
    if due >= as_of:
        return Settled("open", None, "Its day has not come.")
    if due >= until:
        return Settled("unknown", None, STATUSES["unknown"])
    if kind not in BINDING:
        return Settled("lapsed", None, STATUSES["lapsed"])
    late = (as_of - due).days
    return Settled("overdue", late, f"{_days(late)} past its last day; no page tells that it was done.")


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"
