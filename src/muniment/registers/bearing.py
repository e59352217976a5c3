"""What a row tells of a commitment, and how undertakings are compared with what rows tell."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeVar

import msgspec

from muniment.registers.dates import parsed
from muniment.registers.identity.words import content, listed, run
from muniment.terms import PartialDate

__all__ = ["ABOUT", "CALENDAR", "Found", "indexed", "long_after", "runs_in", "undated"]

CALENDAR = listed(
    "january february march april may june july august september october november december year month quarter half "
    "spring summer autumn winter end beginning before until not later than will would shall next date "
    "monday tuesday wednesday thursday friday saturday sunday"
)
STILL_ABOUT = 366
"""Days after its last day in which an undertaking is still spoken of as the same (judgement: a year)."""

ABOUT = datetime.timedelta(days=STILL_ABOUT)

T = TypeVar("T")


class Found(msgspec.Struct, frozen=True):
    """What a row tells of a commitment.

    Attributes:
        sign: `fulfils`, `changes` or `repeats`.
        part: the part of the commitment it is about, where it fulfils one.
        register: the row's register.
        row: its id.
        text: what it tells, in words: "Plan of Lock Inspections: adopted".
        date: when, ISO 8601, as told; of what is not dated, the day of the page that tells of it.
        exact: the date is that of the act undertaken; otherwise it was done by then at the latest.
        told_on: the earliest day of a page that tells of it; empty where none has one.
        claims: ids of the claims that tell of it.
        speakers: who tells of it, where only speakers' own words do.
        sure: it is shown; otherwise it may be, and `doubt` says why.
        doubt: why it is only perhaps so; empty where it is sure.
    """

    sign: str
    part: str
    register: str
    row: str
    text: str
    date: str
    exact: bool
    told_on: str
    claims: tuple[str, ...]
    speakers: tuple[str, ...] = ()
    sure: bool = True
    doubt: str = ""


def indexed(many: Iterable[tuple[frozenset[str], T]]) -> dict[str, list[tuple[frozenset[str], T]]]:
    """Return things under the longest word of their names, where those have two at least."""
    found: dict[str, list[tuple[frozenset[str], T]]] = {}
    for words, one in many:
        if len(words) > 1:
            found.setdefault(max(words, key=lambda word: (len(word), word)), []).append((words, one))
    return found


def long_after(date: str, due: PartialDate) -> bool:
    """Whether something was told or done so long after a day that it is hardly about what was due on it."""
    day = parsed(date)
    return day is not None and (day.first_day() - due.last_day()).days > STILL_ABOUT


@lru_cache(maxsize=16384)
def undated(text: str) -> frozenset[str]:
    """Return the words of an undertaking that carry meaning, without numbers and words of time."""
    return frozenset(word for word in content(text) if not word.isdigit() and word not in CALENDAR)


def runs_in(name: str, text: str) -> bool:
    """Whether a name stands in a text word for word, little words apart."""
    one, two = run(name), run(text)
    return len(one) > 1 and any(two[at : at + len(one)] == one for at in range(len(two) - len(one) + 1))
