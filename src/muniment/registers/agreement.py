"""Agreement: for every slot of a row, whether the pages that tell it confirm or contradict one another.

Pages are compared, not claims: a page that says a thing three times says it once. What agrees by the slot's own merge
rule is no contradiction: a date that lies in the other's month, a shorter form of a name, "over 3,600" beside 3,612.
Nor is what may have changed between two pages: the numbers of an operation that was still under way, or what was
announced of a meeting that was held otherwise.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from muniment.registers import REGISTERS, dates
from muniment.registers.identity import people
from muniment.registers.merge import weight
from muniment.registers.row import FiledClaim, Row, Telling
from muniment.registers.spec import Field
from muniment.registers.values import names, plain_name

__all__ = ["OUTCOMES", "Agreement", "Saying", "agreements", "changed_since", "contradictions", "may_be_two"]

OUTCOMES = {
    "confirmed": "two or more pages tell it, and agree",
    "unique": "one page tells it",
    "majority": "pages disagree, and more of them tell one value than all others together",
    "conflict": "pages disagree, and none of the values has most pages behind it",
    "planned": "it was announced otherwise than it is told to have been",
    "changed": "a later version of the page tells it otherwise",
    "missing": "no page tells it, though it tells rows of this register apart",
}
"""How far pages agree on a slot -> what that means."""

_ABOUT = 0.1
"""How far "about" a number may be from it, as a share of it (judgement)."""

_LEAST = 3
"""Actors that a list has at least to be compared as a whole list (judgement)."""


class Saying(msgspec.Struct, frozen=True):
    """One value of a slot as pages tell it.

    Attributes:
        value: the value.
        claims: the claims that tell it.
        pages: how many pages, profiles and people tell it.
    """

    value: Any
    claims: tuple[str, ...]
    pages: int


class Agreement(msgspec.Struct, frozen=True):
    """How far the pages behind a row agree on one slot.

    Attributes:
        register: the row's register.
        row: its id.
        slot: the slot.
        what: of an action or a number, which of them; else empty.
        outcome: a key of `OUTCOMES`.
        sayings: the values told, the one the row shows first.
    """

    register: str
    row: str
    slot: str
    what: str
    outcome: str
    sayings: tuple[Saying, ...]


_TELLINGS = 2
"""Ways in which a row has to be told before one of them can be told otherwise than another."""


def _live(row: Row) -> list[Telling]:
    return [one for one in row.tellings if one.count and not one.only_counted]


def _pages(tellings: Iterable[Telling]) -> int:
    return len({document for one in tellings for document in one.documents})


def _saying(row: Row, value: Any, claims: Sequence[str]) -> Saying:
    telling = [one for one in _live(row) if set(one.claims) & set(claims)]
    return Saying(value, tuple(claims), _pages(telling))


def _outcome(sayings: Sequence[Saying]) -> str:
    if len(sayings) == 1:
        return "confirmed" if sayings[0].pages > 1 else "unique"
    most = sorted((one.pages for one in sayings), reverse=True)
    return "majority" if most[0] > sum(most[1:]) else "conflict"


def _made(row: Row, slot: str, what: str, sayings: Sequence[Saying]) -> Agreement:
    return Agreement(row.register, row.id, slot, what, _outcome(sayings), tuple(sayings))


def agreements(row: Row) -> list[Agreement]:
    """Return how far pages agree on every slot that is told, and on those missing that tell rows apart."""
    register = REGISTERS[row.register]
    found = []
    for field in register.fields:
        telling = [one for one in _live(row) if one.slots.get(field.name) not in (None, "", [])]
        if not telling:
            if field.name in register.key and field.name not in row.slots:
                found.append(Agreement(row.register, row.id, field.name, "", "missing", ()))
        elif field.type == "actions":
            found += _acts(row, telling)
        elif field.type == "numbers":
            found += _numbers(row, telling)
        elif field.name in row.conflicts:
            sayings = [_saying(row, one["value"], one["claims"]) for one in row.conflicts[field.name]]
            made = _made(row, field.name, "", sayings)
            found.append(msgspec.structs.replace(made, outcome="planned") if _only_planned(row, sayings) else made)
        else:
            claims = list(dict.fromkeys(claim for one in telling for claim in one.claims))
            found.append(
                _made(row, field.name, "", [Saying(row.slots.get(field.name), tuple(claims), _pages(telling))])
            )
    return found


def _only_planned(row: Row, sayings: Sequence[Saying]) -> bool:
    """Whether only announcements tell a meeting otherwise than the pages that report it."""
    if row.register != "meetings" or row.slots.get("status") != "held":
        return False
    reported = {claim for one in _live(row) if one.slots.get("status") == "held" for claim in one.claims}
    return sum(bool(reported & set(one.claims)) for one in sayings) == 1


def contradictions(row: Row) -> list[Agreement]:
    """Return the slots on which the pages behind a row disagree, without what a person has decided."""
    if not row.conflicts and len(_live(row)) < _TELLINGS:
        return []
    return [one for one in agreements(row) if one.outcome in ("majority", "conflict") and one.slot not in row.corrected]


def may_be_two(found: Sequence[Agreement]) -> bool:
    """Whether so much of a row is disputed that its pages may tell of two different things."""
    return len({one.slot for one in found}) > 2


# Actions


def _acts(row: Row, telling: Sequence[Telling]) -> Iterator[Agreement]:
    """Yield how far pages agree on the actions: those disputed by kind of act, lists of actors, else all together."""
    disputed: dict[str, list[Mapping[str, Any]]] = {}
    for one in row.conflicts.get("actions", []):
        kind = str(one["value"].get("action"))
        disputed.setdefault("adopt" if kind == "not_adopt" else kind, []).append(one)
    for kind, told in disputed.items():
        yield _made(row, "actions", kind, [_saying(row, one["value"], one["claims"]) for one in told])
    lists = _lists(row, telling)
    yield from lists
    if not disputed and not lists:
        claims = tuple(dict.fromkeys(claim for one in telling for claim in one.claims))
        yield _made(row, "actions", "", [Saying(row.slots.get("actions"), claims, _pages(telling))])


def _lists(row: Row, telling: Sequence[Telling]) -> list[Agreement]:
    """Return the signatures whose signatories two pages list otherwise: as many, all but one the same."""
    signed: list[tuple[Mapping[str, Any], Telling]] = []
    for one in telling:
        for act in one.slots.get("actions") or ():
            whole = isinstance(act, dict) and act.get("action") == "sign" and not act.get("planned")
            if whole and len(names(act.get("by"))) >= _LEAST:
                signed.append((act, one))
    for place, (act, one) in enumerate(signed):
        for other, two in signed[place + 1 :]:
            if set(one.documents) != set(two.documents) and _one_differs(act, other):
                return [_made(row, "actions", "sign", [_saying(row, act, one.claims), _saying(row, other, two.claims)])]
    return []


def _one_differs(act: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    mine, theirs = names(act.get("by")), names(other.get("by"))
    if len(mine) != len(theirs) or not dates.agree(act.get("date"), other.get("date")):
        return False
    alone = [name for name in mine if not _is_in(name, theirs)]
    return len(alone) == len([name for name in theirs if not _is_in(name, mine)]) == 1


def _is_in(name: str, others: Sequence[str]) -> bool:
    return any(people.agree(name, other) > people.DIFFERENT for other in others)


# Numbers


def _numbers(row: Row, telling: Sequence[Telling]) -> Iterator[Agreement]:
    """Yield how far pages agree on each thing counted."""
    counted: dict[str, list[tuple[Mapping[str, Any], Telling]]] = {}
    for one in telling:
        of: dict[str, list[Mapping[str, Any]]] = {}
        for item in one.slots.get("numbers") or ():
            if isinstance(item, dict) and isinstance(item.get("value"), int | float):
                of.setdefault(plain_name(f"{item.get('of') or ''} {item.get('unit') or ''}".strip()), []).append(item)
        for what, items in of.items():
            if what and len(items) == 1:  # two numbers of one thing on one page are of two parts of it
                counted.setdefault(what, []).append((items[0], one))
    for what, told in counted.items():
        groups: list[list[tuple[Mapping[str, Any], Telling]]] = []
        for item, one in told:
            home = next((g for g in groups if all(_may_be_one(row, item, one, *other) for other in g)), None)
            if home is None:
                groups.append([(item, one)])
            else:
                home.append((item, one))
        groups.sort(key=lambda group: weight([one for _, one in group]), reverse=True)
        yield _made(
            row, "numbers", what,
            [
                Saying(group[0][0], tuple(c for _, one in group for c in one.claims), _pages(one for _, one in group))
                for group in groups
            ],
        )  # fmt: skip


def _may_be_one(row: Row, item: Mapping[str, Any], one: Telling, other: Mapping[str, Any], two: Telling) -> bool:
    """Whether two numbers of one thing can both be right: they overlap, or may have been counted at different times."""
    low, high = _bounds(item)
    other_low, other_high = _bounds(other)
    return (low <= other_high and other_low <= high) or not _comparable(row, one, two)


def _comparable(row: Row, one: Telling, two: Telling) -> bool:
    """Whether two pages count at one time: they are of one day, or both of a time when the thing was over."""
    if not (one.last_stated and two.last_stated):
        return False
    if one.last_stated == two.last_stated:
        return True
    over = dates.parsed(row.slots.get("end"))
    stated = [dates.parsed(day) for day in (one.first_stated, two.first_stated)]
    return over is not None and all(day is not None and day.first_day() > over.last_day() for day in stated)


def _bounds(item: Mapping[str, Any]) -> tuple[float, float]:
    """Return the least and the greatest number that words like "over 3,600" leave open."""
    number, comparator = float(item["value"]), str(item.get("comparator") or "")
    if "~" in comparator:
        return number * (1 - _ABOUT), number * (1 + _ABOUT)
    if ">" in comparator:
        return number, math.inf
    if "<" in comparator:
        return -math.inf, number
    return number, number


# Versions


def changed_since(row: Row, dropped: Iterable[FiledClaim]) -> list[Agreement]:
    """Return the slots that an earlier version of a page told otherwise than the version that stands.

    Args:
        row: the row.
        dropped: claims of earlier versions that were part of it.
    """
    found = []
    for claim in dropped:
        later = [one for one in _live(row) if claim.source in one.sources and claim.document not in one.documents]
        for field in REGISTERS[row.register].fields:
            before = claim.slots.get(field.name)
            after = [one for one in later if one.slots.get(field.name) not in (None, "", [])]
            told = [one.slots[field.name] for one in after]
            if before in (None, "", []) or not after or not _told_otherwise(field, before, told):
                continue
            sayings = (Saying(told[-1], after[-1].claims, 1), Saying(before, (claim.id,), 1))
            found.append(Agreement(row.register, row.id, field.name, "", "changed", sayings))
    return found


def _told_otherwise(field: Field, before: Any, now: Sequence[Any]) -> bool:
    """Whether a slot that has one value at a time has another in the later version; a stage only moves on."""
    if field.type == "date":
        return not any(dates.agree(before, value) for value in now)
    return field.type in ("whole", "choice") and field.merge != "status" and before not in now
