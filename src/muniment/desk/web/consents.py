"""What became of a text: its actions in order, done and planned, and which members consented to be bound by it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from muniment.desk.web.words import acted
from muniment.facade import Record
from muniment.registers.acts_told import acts_told
from muniment.registers.identity.offices import same_organization
from muniment.registers.row import Row
from muniment.registers.values import names
from muniment.rules.ratification import BINDING_KINDS, CONSENT, consent, members_at, organizations

__all__ = ["Consents", "Member", "Step", "consents_of", "steps_of"]

_CONSENTING = ("sign", "ratify", "accept", "accede", "deposit")


class Step(msgspec.Struct, frozen=True):
    """One thing done with a text, or planned.

    Attributes:
        what: in words: "Signed", "To be submitted".
        date: ISO 8601; empty where no page gives it.
        by: who acts.
        to: who receives.
        place: where.
        planned: still to come when it was told.
        claims: numbers of the claims on the page that tell of it.
        told_by: the speakers, where only speakers' own words tell of it.
        disputed: pages disagree on it.
    """

    what: str
    date: str
    by: list[str]
    to: list[str]
    place: str
    planned: bool
    claims: list[int]
    told_by: list[str]
    disputed: bool


class Member(msgspec.Struct, frozen=True):
    """What is told of one member: the dates it ratified and deposited on; an empty text is a date no page gives.

    `told_by` are the speakers, where only speakers' own words tell of all of it.
    """

    name: str
    ratified: list[str]
    deposited: list[str]
    bound: bool
    told_by: list[str]


class Consents(msgspec.Struct, frozen=True):
    """How far an organisation's members have consented to a text, and the rule it is counted by."""

    organization: str
    members: list[Member]
    ratified: int
    deposited: int
    rule: str


def steps_of(row: Row, claims: Sequence[Mapping[str, Any]]) -> list[Step]:
    """Return the actions on a text, those done by date, then those planned; `claims` as the page numbers them."""
    disputed = [told["value"] for told in row.conflicts.get("actions", [])]
    steps = [_step(action, claims, action in disputed) for action in _acts(row.slots)]
    return sorted(steps, key=lambda step: (step.planned, not step.date, step.date))


def _acts(slots: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    told = slots.get("actions")
    return [act for act in told if isinstance(act, dict)] if isinstance(told, list) else []


def _step(action: Mapping[str, Any], claims: Sequence[Mapping[str, Any]], disputed: bool) -> Step:
    telling = _telling(action, claims, sure=True) or _telling(action, claims, sure=False)
    speakers = [str(claims[number - 1].get("attributed_to") or "") for number in telling]
    return Step(
        what=acted(action), date=str(action.get("date") or ""), by=names(action.get("by")), to=names(action.get("to")),
        place=str(action.get("place") or ""), planned=bool(action.get("planned")), claims=telling,
        told_by=list(dict.fromkeys(speakers)) if speakers and all(speakers) else [], disputed=disputed,
    )  # fmt: skip


def _telling(action: Mapping[str, Any], claims: Sequence[Mapping[str, Any]], *, sure: bool) -> list[int]:
    """Return the numbers of the claims that tell of an action."""
    return [
        number for number, claim in enumerate(claims, 1) if any(_tells(told, action, sure) for told in _acts(claim))
    ]


def _tells(told: Mapping[str, Any], action: Mapping[str, Any], sure: bool) -> bool:
    """Whether a claim's action is the row's: the same act and stage, and no date or actor against it.

    With `sure`, a date or an actor in common is asked for as well, where either states any.
    """
    if told.get("action") != action.get("action") or bool(told.get("planned")) != bool(action.get("planned")):
        return False
    a, b = str(told.get("date") or ""), str(action.get("date") or "")
    by, of = set(names(told.get("by"))), set(names(action.get("by")))
    dated, shared = bool(a and b and (a.startswith(b) or b.startswith(a))), bool(by & of)
    if (a and b and not dated) or (by and of and not shared):
        return False
    return not sure or dated or shared or not (a or b or by or of)


def consents_of(record: Record, row: Row) -> Consents | None:
    """Return how far members have consented to a text; None where it asks no consent or is nobody's members' text.

    Everything told counts, whatever its date; what is only planned does not.
    """
    acts = [act for act in _acts(row.slots) if act.get("action") in _CONSENTING and not act.get("planned")]
    if row.slots.get("kind") not in BINDING_KINDS or not acts:
        return None
    relations = list(record.all_rows("relations"))
    actors = {name for act in acts for name in names(act.get("by"))}
    best: tuple[int, int, str, list[str]] | None = None
    for organization in organizations(relations, same_organization):
        members = members_at(relations, organization, datetime.date.max, same_organization)
        acting = sum(any(same_organization(member, actor) for actor in actors) for member in members)
        if acting and (best is None or (acting, -len(members)) > best[:2]):
            best = (acting, -len(members), organization, members)
    return _counted(row, best[2], best[3]) if best else None


def _counted(row: Row, organization: str, members: list[str]) -> Consents:
    told = consent(row, members, datetime.date.max, same_organization)
    lines = [
        Member(name, _dates(row, ("ratify", "accept"), name), _dates(row, ("deposit", "accede"), name),
               name in told.deposited, _speakers(row, name))
        for name in told.members
    ]  # fmt: skip
    return Consents(organization, lines, len(told.ratified), len(told.deposited), CONSENT)


def _speakers(row: Row, member: str) -> list[str]:
    """Return who tells of a member's consent, where only speakers' own words do."""
    acts = [act for act in acts_told(row) if act.action in _CONSENTING and act.action != "sign" and not act.planned]
    own = [act for act in acts if any(same_organization(member, name) for name in act.by)]
    return sorted({name for act in own for name in act.speakers}) if all(act.speakers for act in own) else []


def _dates(row: Row, actions: Iterable[str], member: str) -> list[str]:
    """Return the dates on which a member is told to have done any of the actions, in order, each once."""
    wanted = frozenset(actions)
    found = {
        str(act.get("date") or "")
        for act in _acts(row.slots)
        if act.get("action") in wanted
        and not act.get("planned")
        and any(same_organization(member, name) for name in names(act.get("by")))
    }
    return sorted(found)
