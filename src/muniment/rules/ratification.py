"""Who has ratified and who has deposited, member by member.

Four clocks run for each member: the vote in parliament, the signed instrument, its deposit, the entry into force. Press
calls each of them "ratified"; only the deposit (or exchange, or notification) binds, so the two are counted apart:
Vienna Convention on the Law of Treaties, articles 2(1)(b), 14 and 16.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from muniment.rules.gap import Gap, RowView, SameName, acts, first_day, listed, names

__all__ = [
    "BINDING_KINDS", "CONSENT", "REGISTRATION", "Consent", "consent", "home_of", "members_at", "not_registered",
    "organizations", "unratified",
]  # fmt: skip

CONSENT = "Vienna Convention on the Law of Treaties (1969), art. 14 and 16: the deposit establishes consent"
REGISTRATION = "Charter of the United Nations, art. 102: every treaty is to be registered as soon as possible"

BINDING_KINDS = frozenset({"treaty", "agreement", "convention", "charter", "protocol"})
"""Kinds of text that states consent to be bound by."""

_RATIFY = ("ratify", "accept")
"""Ratification and acceptance are equal in effect (art. 14); approval is left out, for organs approve texts too."""

_DEPOSIT = ("deposit", "accede")
"""Accession is done by depositing an instrument of it (art. 15 and 16)."""


_FAIR_PART = 0.25
"""The part of an organisation's members that make an unnamed text theirs by acting on it (judgement)."""


class Consent(msgspec.Struct, frozen=True):
    """How far the members have consented to a text; names as the members are called.

    Attributes:
        members: those who could.
        ratified: of them, those told to have ratified, accepted or deposited.
        deposited: of them, those told to have deposited or acceded.
        signed_on: the day it was signed, or None.
    """

    members: tuple[str, ...]
    ratified: tuple[str, ...]
    deposited: tuple[str, ...]
    signed_on: datetime.date | None

    @property
    def not_ratified(self) -> tuple[str, ...]:
        """Members not told to have ratified."""
        return tuple(member for member in self.members if member not in self.ratified)


def members_at(relations: Iterable[RowView], organization: str, at: datetime.date, same: SameName) -> list[str]:
    """Return the members of an organisation on a day, as the relations register has them, in order of name.

    A member is one until its membership ends; suspension ends none (as the Charter of the United Nations, art. 5 and
    6, keeps suspension and expulsion apart).
    """
    begun: dict[str, datetime.date] = {}
    ended: dict[str, datetime.date] = {}
    for row in relations:
        if row.slots.get("kind") != "membership" or not same(str(row.slots.get("object") or ""), organization):
            continue
        subject = str(row.slots.get("subject") or "")
        subject = next((name for name in (*begun, *ended) if same(name, subject)), subject)
        date = first_day(row.slots.get("date"))
        if row.slots.get("state") == "ended" and date is not None and date <= at:
            ended[subject] = max(date, ended.get(subject, date))
        elif row.slots.get("state", "in_force") in ("in_force", "suspended") and (date is None or date <= at):
            begun[subject] = max(date or datetime.date.min, begun.get(subject, datetime.date.min))
    return sorted(name for name, since in begun.items() if name and (name not in ended or ended[name] < since))


def organizations(relations: Iterable[RowView], same: SameName) -> list[str]:
    """Return the organisations that have members in the relations register, each once, in order of first row."""
    found: list[str] = []
    for row in relations:
        name = str(row.slots.get("object") or "")
        if row.slots.get("kind") == "membership" and name and not any(same(name, other) for other in found):
            found.append(name)
    return found


def _done_by(row: RowView, actions: Sequence[str], as_of: datetime.date) -> list[str]:
    """Return who did any of the actions by a day; an undated action counts as done."""
    return [
        name
        for act in acts(row, *actions)
        if (done := first_day(act.get("date"))) is None or done <= as_of
        for name in names(act.get("by"))
    ]


def consent(row: RowView, members: Sequence[str], as_of: datetime.date, same: SameName) -> Consent:
    """Return how far the members have consented to a text by a day."""
    deposits, ratifications = _done_by(row, _DEPOSIT, as_of), _done_by(row, _RATIFY, as_of)
    deposited = tuple(member for member in members if any(same(member, name) for name in deposits))
    ratified = tuple(m for m in members if m in deposited or any(same(m, name) for name in ratifications))
    signed = [date for act in acts(row, "sign") if (date := first_day(act.get("date"))) is not None and date <= as_of]
    return Consent(tuple(members), ratified, deposited, min(signed, default=None))


def home_of(row: RowView, members: Mapping[str, Sequence[str]], same: SameName) -> str:
    """Return the organisation whose members' text this is: named in it, or with a fair part of its members acting.

    Empty where there is none. Of two, the one with more members acting, then the smaller: states that consent to a
    regional text are members of the United Nations too.

    Args:
        row: an instrument.
        members: organisation -> its members.
        same: whether two names are one's.
    """
    title = str(row.slots.get("title") or "").casefold()
    actors = {name for act in acts(row) for name in names(act.get("by"))} | set(names(row.slots.get("by")))
    every = set(chain.from_iterable(members.values()))
    acted = {state for actor in actors for state in every if same(state, actor)}
    best: tuple[float, int, str] = (0, 0, "")
    for organization, states in members.items():
        acting = len(acted.intersection(states))
        named = organization.casefold() in title or any(same(organization, actor) for actor in actors)
        if states and (named or acting >= _FAIR_PART * len(states)):
            best = max(best, (acting + len(states) * named, -len(states), organization))
    return best[2]


def _pending(row: RowView) -> bool:
    """Whether a text waits for consent: binding, signed or being ratified, and not in force."""
    if row.slots.get("kind") not in BINDING_KINDS or row.slots.get("status") in ("in_force", "terminated", "withdrawn"):
        return False
    return bool(acts(row, "sign", "ratify", "accept", "deposit", "call_for_ratification"))


def unratified(
    instruments: Iterable[RowView], relations: Sequence[RowView], as_of: datetime.date, same: SameName
) -> Iterator[Gap]:
    """Yield the texts that members have yet to ratify, or have ratified without a deposit being told."""
    members = {name: members_at(relations, name, as_of, same) for name in organizations(relations, same)}
    for row in instruments:
        home = home_of(row, members, same) if _pending(row) else ""
        if not home:
            continue
        found = consent(row, members[home], as_of, same)
        title, count = str(row.slots.get("title") or "A text"), len(found.members)
        since = found.signed_on.isoformat() if found.signed_on else ""
        if found.not_ratified:
            text = (
                f"{title}: {len(found.ratified)} of {count} members of {home} are told to have ratified it; "
                f"of {listed(list(found.not_ratified))} no page tells that."
            )
            if not found.ratified:
                text = f"{title}: of none of the {count} members of {home} a page tells that it ratified."
            yield Gap("ratification-missing", row.register, row.id, text, since, CONSENT)
        waiting = [member for member in found.ratified if member not in found.deposited]
        if waiting:
            text = (
                f"{title}: {len(found.deposited)} of {count} members of {home} are told to have deposited; "
                f"{listed(waiting)} ratified, which is no deposit."
            )
            yield Gap("deposit-missing", row.register, row.id, text, since, CONSENT)


def not_registered(instruments: Iterable[RowView], as_of: datetime.date) -> Iterator[Gap]:
    """Yield the treaties told to be in force before a day of which no registration with the United Nations is told."""
    for row in instruments:
        if row.slots.get("kind") not in BINDING_KINDS or acts(row, "register"):
            continue
        dates = [first_day(act.get("date")) for act in acts(row, "enter_into_force")]
        known = [date for date in dates if date is not None and date < as_of]
        if known:
            text = f"{row.slots.get('title', 'A treaty')} is in force; no page tells of its registration."
            yield Gap("not-registered", row.register, row.id, text, min(known).isoformat(), REGISTRATION)
