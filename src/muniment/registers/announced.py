"""What pages announced of texts, meetings and operations, as promises: what became of each is told of the same row.

A page that says "the Protocol will be signed in May" tells of the Protocol and undertakes nothing in words of its own;
the record format keeps it as a planned act, an announced meeting, a planned operation. The later page that tells of the
act is of the same row already, by the rules of identity, so nothing has to be matched by words. Nobody is bound by an
announcement: where its day passes and no page tells of the act, it lapsed and is not overdue.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.acts_told import acts_told
from muniment.registers.bearing import Found, long_after, runs_in
from muniment.registers.dates import agree, parsed
from muniment.registers.fulfilment import shown_by
from muniment.registers.promises import Pages, Promise, promise_of
from muniment.registers.row import Row, Telling, standing
from muniment.registers.values import names
from muniment.rules.promises import pack, parts_named

__all__ = ["announced"]

_AHEAD = {"meetings": ("announced",), "operations": ("planned",)}
"""Stages of what is still to come."""

_CALLED_OFF = ("postponed", "cancelled")
_BEGUN = ("held", "ongoing", "completed")


def announced(
    rows: Callable[[str], Iterable[Row]],
    as_of: datetime.date,
    not_read: Collection[str] = (),
) -> list[Promise]:
    """Return what pages announced by a day with what became of it, by the day it is due.

    What the same page also tells as a commitment is left to the promises (`registers/promises.py`).

    Args:
        rows: gives a register's rows in a settled order; those withdrawn are passed over.
        as_of: the day it is asked on; what pages tell later is left out.
        not_read: codes of the languages that are not read.
    """
    pages = Pages(standing(rows, "documents"), not_read)
    said: dict[str, list[Telling]] = {}
    for row in standing(rows, "commitments"):
        for one in row.tellings:
            for document in one.documents:
                said.setdefault(document, []).append(one)
    found = []
    for row in standing(rows, "instruments"):
        found += [each for each in _of_text(row, pages, as_of) if not _undertaken(each, row, said)]
    for register in _AHEAD:
        for row in standing(rows, register):
            found += [each for each in _of_event(row, pages, as_of) if not _undertaken(each, row, said)]
    return sorted((one for one, _ in found), key=lambda one: (one.due or "9999", one.made_on, one.row))


_Announced = tuple[Promise, tuple[str, ...]]
"""An announcement, and the documents that made it."""


def _undertaken(one: _Announced, row: Row, said: dict[str, list[Telling]]) -> bool:
    """Whether a page that announced something tells the same as a commitment."""
    promise, documents = one
    name = str(row.slots.get("title") or row.slots.get("name") or "")
    for telling in (each for document in documents for each in said.get(document, ())):
        text = str(telling.slots.get("text") or "")
        if row.register == "meetings":
            acts = {act.of for part in parts_named(text).values() for act in part}
            if "meetings" in acts and agree(telling.slots.get("due"), promise.due):
                return True
        elif not name or runs_in(name, text):
            return True
    return False


def _of_text(row: Row, pages: Pages, as_of: datetime.date) -> Iterator[_Announced]:
    """Yield the acts that pages planned with a text, each as it was planned first."""
    known = {act.name: act for act in pack() if act.of == "instruments"}
    acts = [told for told in acts_told(row) if not told.planned]
    begun: set[str] = set()
    for one in sorted(row.tellings, key=lambda one: (one.first_stated, one.position)):
        if not (one.count and one.origin == "page" and one.first_stated) or one.attributed_to:
            continue
        for plan in one.slots.get("actions") or ():
            act = known.get(str(plan.get("action")))
            if not plan.get("planned") or act is None or act.name in begun or one.first_stated > as_of.isoformat():
                continue
            begun.add(act.name)
            text = f"{act.name.replace('_', ' ')} {row.slots.get('title') or row.slots.get('kind') or ''}"
            asked = _as_commitment(row, text, names(plan.get("by")), str(plan.get("date") or ""), one)
            day = parsed(plan.get("date"))
            found = list(shown_by(asked, row, acts, one.first_stated, act.name, act, ""))
            found = [each for each in found if day is None or not long_after(each.date, day)]
            yield promise_of(asked, found, pages, as_of, (act.name,)), one.documents


def _of_event(row: Row, pages: Pages, as_of: datetime.date) -> Iterator[_Announced]:
    """Yield a meeting or an operation as it was announced first, if a page told of it before it was to be."""
    ahead = [
        one for one in row.tellings
        if one.count and one.first_stated and one.slots.get("status") in _AHEAD[row.register] and one.origin == "page"
        and not one.attributed_to
    ]  # fmt: skip
    first = min(ahead, key=lambda one: (one.first_stated, one.position), default=None)
    if first is None or first.first_stated > as_of.isoformat():
        return
    due = str(first.slots.get("end") or first.slots.get("start") or "")
    actors = names(first.slots.get("bodies") or first.slots.get("participants"))
    text = REGISTERS[row.register].caption(first.slots)
    asked = _as_commitment(row, text, actors, due, first)
    found = [each for each in (_told_later(row, first, one) for one in row.tellings) if each is not None]
    yield promise_of(asked, found, pages, as_of, ("held",)), first.documents


def _told_later(row: Row, first: Telling, later: Telling) -> Found | None:
    """Return what a later page tells of an announced meeting or operation: held, called off, or moved."""
    status, start = str(later.slots.get("status") or ""), str(later.slots.get("start") or later.slots.get("end") or "")
    if not later.count or later.first_stated <= first.first_stated or set(later.documents) & set(first.documents):
        return None
    planned = first.slots.get("start")
    moved = bool(start and planned) and not agree(start, planned)
    if status in _BEGUN:
        sign = "fulfils"
    elif status in _CALLED_OFF or (moved and status in _AHEAD[row.register]):
        sign = "changes"
    else:
        return None
    due, day = parsed(planned), start or (later.first_stated if sign == "changes" else "")
    if not day or (due is not None and long_after(day, due)) or day <= first.first_stated[: len(day)]:
        return None
    told = f"{REGISTERS[row.register].caption(later.slots)}: {status}"
    doubt = f"told by {later.attributed_to}" if later.attributed_to else ""
    if row.register == "meetings" and not _the_same(first, later):
        doubt = "whether it was the meeting announced is not told"
    return Found(
        sign, "held" if sign == "fulfils" else "", row.register, row.id, told, day, True, later.first_stated,
        later.claims[:3], (later.attributed_to,) if later.attributed_to else (), not doubt, doubt,
    )  # fmt: skip


def _the_same(first: Telling, later: Telling) -> bool:
    """Whether a meeting is told of by more than its body and month: a body may meet every week."""
    day = parsed(first.slots.get("start"))
    to_the_day = day is not None and day.first_day() == day.last_day() and agree(day.iso, later.slots.get("start"))
    return to_the_day or any(
        first.slots.get(slot) and first.slots.get(slot) == later.slots.get(slot) for slot in ("ordinal", "place")
    )


def _as_commitment(row: Row, text: str, actors: Iterable[str], due: str, told: Telling) -> Row:
    """Return an announcement as a commitment would be kept, under the id of the row it is about."""
    day = parsed(due)
    slots = {
        "text": text, "kind": "announced", "actor": list(actors), "made_on": told.first_stated,
        "due": day.last_day().isoformat() if day is not None else "",
    }  # fmt: skip
    return msgspec.structs.replace(row, slots=slots, tellings=(told,), claims=told.claims, attributed_to="")
