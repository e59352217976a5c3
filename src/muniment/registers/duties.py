"""Duties derived from the rows: what is to be done, by whom, by which day, on what basis, and what it follows from."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.acts_told import acts_told
from muniment.registers.identity.offices import same_organization
from muniment.registers.offices_held import Office, offices
from muniment.registers.participation import Asked, members_by_organization, treaty_standing
from muniment.registers.promises import Promise, promises
from muniment.registers.row import Row, standing
from muniment.registers.values import names
from muniment.rules.duties import duty_kinds
from muniment.rules.gap import first_day, last_day
from muniment.rules.participation import CONSENTING
from muniment.rules.ratification import BINDING_KINDS
from muniment.terms import digest

__all__ = ["Duty", "duties"]

_SILENCE = re.compile(r"\b(?:silence (?:procedure|period)|objections?)\b", re.IGNORECASE)
_REPORT = re.compile(r"^(?:to )?(?:report|inform|brief|submit (?:a|an|its|the) \w*\s?report)\b", re.IGNORECASE)
_FORCE_AFTER_YEARS = 2
"""Years after which a duty to inform of a deposit or of entry into force is no task any more (judgement)."""


class Duty(msgspec.Struct, frozen=True):
    """Something to be done.

    Attributes:
        id: 16 hexadecimal digits; the same while it follows from the same row.
        kind: a kind of `rules/duties.toml`.
        text: what is to be done.
        who: who is bound.
        since: the day it began, ISO 8601, as told; empty where that is not told.
        due: its last day; empty where it is due as soon as possible.
        status: `open`, or `overdue` where the day has passed and no page tells that it was done.
        days: days overdue; None otherwise.
        basis: the article, decision or practice it follows from.
        register: the register of the row it follows from.
        row: that row's id.
        speakers: who tells of it, where only speakers' own words do.
    """

    id: str
    kind: str
    text: str
    who: tuple[str, ...]
    since: str
    due: str
    status: str
    days: int | None
    basis: str
    register: str
    row: str
    speakers: str = ""


def duties(
    rows: Callable[[str], Iterable[Row]],
    as_of: datetime.date,
    not_read: Collection[str] = (),
    made: Sequence[Promise] | None = None,
    held: Sequence[Office] | None = None,
) -> list[Duty]:
    """Return what is to be done on a day, by the last day it is due; what has none comes last.

    Args:
        rows: gives a register's rows in a settled order; those withdrawn are passed over. Of texts, those of kinds by
            which states consent to be bound are enough.
        as_of: the day it is asked on.
        not_read: codes of the languages that are not read.
        made: what `promises` gives for that day, where it is known already.
        held: what `offices` gives for that day, where it is known already.
    """
    found = [
        *_of_texts(standing(rows, "instruments"), as_of),
        *_of_deposits(rows, as_of),
        *_of_operations(standing(rows, "operations"), as_of),
        *_of_commitments(rows, promises(rows, as_of, not_read) if made is None else made, as_of),
        *_of_meetings(standing(rows, "meetings"), as_of),
        *_of_offices(rows, offices(rows, as_of) if held is None else held, as_of),
    ]
    return sorted(found, key=lambda one: (one.due or "9999", one.since, one.id))


def _duty(  # noqa: PLR0913 - what a duty is made of, each by its name
    kind: str, row: Row, *, title: str = "", who: Iterable[str] = (), since: str = "", due: str = "",
    as_of: datetime.date, late: int | None = None,
) -> Duty:  # fmt: skip
    made = duty_kinds()[kind]
    bound = tuple(who)
    title = title or REGISTERS[row.register].caption(row.slots)
    text = made.text.format(title=title, who=", ".join(bound), day=due)
    days = late if late else None
    return Duty(
        id=digest(["duty", kind, row.register, row.id, *(bound if kind == "notify_deposit" else ())])[:16], kind=kind,
        text=text[:1].upper() + text[1:], who=(made.who,) if made.who else bound, since=since, due=due,
        status="overdue" if days else "open", days=days, basis=made.basis, register=row.register, row=row.id,
        speakers=row.attributed_to,
    )  # fmt: skip


def _of_texts(instruments: Iterable[Row], as_of: datetime.date) -> Iterator[Duty]:
    """Yield what entry into force and deposits ask for: registration and notice."""
    for row in instruments:
        if row.slots.get("kind") not in BINDING_KINDS or not any(one.origin != "profile" for one in row.tellings):
            continue
        title = f"“{row.slots.get('title', '')}”"
        acts = [act for act in acts_told(row) if not act.planned]
        force = [act.date for act in acts if act.action == "enter_into_force" and act.date]
        if force and not any(act.action == "register" for act in acts) and not _after(force[0], as_of):
            yield _duty("register", row, title=title, since=force[0], as_of=as_of)
        if force and _recent(force[0], as_of):
            yield _duty("notify_force", row, title=title, since=force[0], as_of=as_of)


def _of_deposits(rows: Callable[[str], Iterable[Row]], as_of: datetime.date) -> Iterator[Duty]:
    """Yield the duty to tell of each member's deposit, whoever is told to have handed the instrument over."""
    relations = standing(rows, "relations")
    tenures: dict[str, list[Row]] = {}
    for row in rows("tenures"):
        tenures.setdefault(str(row.slots.get("person") or ""), []).append(row)
    members = members_by_organization(relations, as_of)
    asked = Asked(as_of, relations, lambda person: tenures.get(person, []), members)
    for row in rows("instruments"):
        if row.withdrawn or not any(act.action in CONSENTING for act in acts_told(row)):
            continue
        found = treaty_standing(row, asked)
        for member in found.members if found is not None else ():
            for told in member.told("deposited")[:1]:
                if _recent(told.date, as_of):
                    title, who = f"“{row.slots.get('title', '')}”", [member.member]
                    yield _duty("notify_deposit", row, title=title, who=who, since=told.date, as_of=as_of)


def _after(date: str, as_of: datetime.date) -> bool:
    day = first_day(date)
    return day is None or day > as_of


def _recent(date: str, as_of: datetime.date) -> bool:
    day = first_day(date)
    return day is not None and day <= as_of < day.replace(year=day.year + _FORCE_AFTER_YEARS, day=min(day.day, 28))


def _of_operations(operations: Iterable[Row], as_of: datetime.date) -> Iterator[Duty]:
    """Yield the duty to keep the Security Council informed, while peacekeeping is under way."""
    for row in operations:
        start, end = str(row.slots.get("start") or ""), last_day(row.slots.get("end"))
        running = row.slots.get("status") in ("planned", "ongoing") and (end is None or end >= as_of)
        if row.slots.get("kind") == "peacekeeping" and running:
            yield _duty("inform_council", row, title=str(row.slots.get("name") or ""), since=start, as_of=as_of)


def _of_commitments(
    rows: Callable[[str], Iterable[Row]], made: Iterable[Promise], as_of: datetime.date
) -> Iterator[Duty]:
    """Yield what somebody is held to and no page tells or may tell to have been done."""
    by_id = {row.id: row for row in rows("commitments") if not row.withdrawn}
    for one in made:
        if one.kind not in ("mandate", "commitment") or one.status not in ("open", "unknown", "overdue") or one.perhaps:
            continue
        if not one.due or one.again:
            continue
        kind = "silence" if _SILENCE.search(one.text) else "report" if _REPORT.search(one.text) else "carry_out"
        row = by_id[one.row]
        yield _duty(
            kind, row, title=one.text, who=one.actor, since=one.made_on, due=_day(one.due), as_of=as_of,
            late=one.days if one.status == "overdue" else None,
        )  # fmt: skip


def _day(date: str) -> str:
    day = last_day(date)
    return day.isoformat() if day is not None else ""


def _of_meetings(meetings: Iterable[Row], as_of: datetime.date) -> Iterator[Duty]:
    for row in meetings:
        end = last_day(row.slots.get("end")) or last_day(row.slots.get("start"))
        if row.slots.get("status") == "announced" and end is not None and end >= as_of:
            bodies = names(row.slots.get("bodies"))
            yield _duty("hold", row, who=bodies, since=row.first_stated, due=end.isoformat(), as_of=as_of)


def _of_offices(
    rows: Callable[[str], Iterable[Row]], held_offices: Iterable[Office], as_of: datetime.date
) -> Iterator[Duty]:
    by_id = {row.id: row for row in rows("tenures") if not row.withdrawn}
    for office in held_offices:
        for held, _ in office.holders:
            if held.term_ends >= as_of.isoformat() and held.row in by_id:
                title = f"{office.title}, {office.organization}; the term of {held.holder} ends"
                who = [] if same_organization(office.organization, held.holder) else [office.organization]
                yield _duty(
                    "fill", by_id[held.row], title=title, who=who, since=held.start, due=held.term_ends, as_of=as_of
                )
