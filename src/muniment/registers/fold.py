"""The fold: a row from its tellings and the decisions in force on it. Pure, and the same for the same tellings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec

from muniment.registers import REGISTERS, dates
from muniment.registers.actions import merged_actions
from muniment.registers.identity.offices import same_organization
from muniment.registers.merge import ALSO, Merged, Told, merged
from muniment.registers.row import CLAIMS_KEPT, Judgement, Row, Telling
from muniment.registers.spec import Field
from muniment.registers.stages import ORDERS, furthest, instrument_stage, meeting_stage

__all__ = ["fold"]

_FINAL = frozenset({"adopted", "signed", "in_force", "suspended", "terminated"})
"""Statuses in which a text is no draft any more."""


def fold(name: str, row: str, tellings: Sequence[Telling], judgements: Sequence[Judgement]) -> Row:
    """Return the row that tellings (at least one) and the decisions in force on it make.

    Args:
        name: the register.
        row: the row's id.
        tellings: all of them, ghosts too, in ledger order.
        judgements: decisions in force, in ledger order.
    """
    live = [telling for telling in tellings if telling.count] or list(tellings)
    told_of = _comparable(name, [telling for telling in live if not telling.only_counted] or live)
    slots = _told_once(name, told_of[0]) if len(told_of) == 1 else _merged_slots(name, told_of)
    corrected = _corrections(judgements)
    values = {slot: one.value for slot, one in slots.items() if one.value not in (None, "", [])}
    given = {slot: slots[slot].claims for slot in values}
    for slot, (value, position) in corrected.items():
        values.pop(slot, None)
        given[slot] = [f"decision:{position}"]
        if value not in (None, "", []):
            values[slot] = value
    stated = sorted(date for one in live for date in (one.first_stated, one.last_stated) if date)
    told = any(telling.count for telling in tellings)
    return Row(
        register=name,
        id=row,
        slots=_ordered(name, values),
        claims=_listed(live, "claims") if told else (),
        sources=_listed(live, "sources") if told else (),
        given_by=given,
        corrected=tuple(corrected),
        conflicts={slot: one.conflicts for slot, one in slots.items() if one.conflicts and slot not in corrected},
        also={slot: one.also for slot, one in slots.items() if one.also},
        attributed_to=_speaker(live),
        evidence_count=sum(telling.evidence for telling in tellings),
        claim_count=sum(telling.count for telling in tellings),
        first_stated=stated[0] if stated else "",
        last_stated=stated[-1] if stated else "",
        withdrawn=not told or any(one.kind == "withdrawn" and one.whole for one in judgements),
        position=min(telling.position for telling in tellings),
        judged=tuple(one.position for one in judgements),
        tellings=tuple(tellings),
    )


_AS_TOLD = frozenset({"status", "date", "value", "latest"})
"""Ways to bring tellings together that leave a single one as it is."""


@cache
def _fields(name: str) -> dict[str, Field]:
    """Return a register's fields by slot, in its order."""
    return {field.name: field for field in REGISTERS[name].fields}


def _ordered(name: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return slots in the register's order, those it does not know last, as they came."""
    known = [slot for slot in _fields(name) if slot in values]
    if len(known) == len(values):
        return {slot: values[slot] for slot in known}
    return {slot: values[slot] for slot in dict.fromkeys([*known, *values])}


def _listed(tellings: Sequence[Telling], what: str) -> tuple[str, ...]:
    if len(tellings) == 1:
        return tuple(getattr(tellings[0], what)[:CLAIMS_KEPT])
    return tuple(dict.fromkeys(item for telling in tellings for item in getattr(telling, what)[:CLAIMS_KEPT]))


def _speaker(tellings: Sequence[Telling]) -> str:
    speakers = [telling.attributed_to for telling in tellings]
    return "; ".join(dict.fromkeys(speakers)) if all(speakers) else ""


def _corrections(judgements: Sequence[Judgement]) -> dict[str, tuple[Any, int]]:
    """Return the slots people set, each with its value and the entry that set it; the last decision holds."""
    found: dict[str, tuple[Any, int]] = {}
    for judgement in judgements:
        if judgement.kind == "corrected":
            found |= {slot: (value, judgement.position) for slot, value in judgement.slots.items()}
    return dict(sorted(found.items()))


def _merged_slots(name: str, tellings: Sequence[Telling]) -> dict[str, Merged]:
    """Return every slot that any telling gives, brought together."""
    fields = REGISTERS[name].fields
    told: dict[str, list[Told]] = {field.name: [] for field in fields}
    for one in tellings:
        for slot, value in one.slots.items():
            if slot in told and value not in (None, "", []):
                told[slot].append(Told(one, value))
    found: dict[str, Merged] = {}
    acts: list[tuple[dict[str, Any], list[str]]] = []
    if told.get("actions"):
        found["actions"], acts = merged_actions(told["actions"])
    for field in fields:
        if field.merge == "status" and (told[field.name] or (name == "instruments" and acts)):
            found[field.name] = _stage(name, field, told[field.name], acts)
        elif field.merge != "status" and field.name != "actions" and told[field.name]:
            made = merged(field, told[field.name])
            told_apart = field.merge == "fullest" and field.name in REGISTERS[name].key
            found[field.name] = _agreed(made) if told_apart else made
    if name == "instruments" and "status" in found and found["status"].value in _FINAL:
        found.pop("draft", None)
    if name == "meetings" and "start" in found and found["start"].conflicts:
        found["start"] = _moved(told["start"], found["start"])
    found.update(_free_slots(name, tellings))
    return found


def _told_once(name: str, telling: Telling) -> dict[str, Merged]:
    """Return every slot of an act told in one way: most rows are, and there is nothing to bring together but lists."""
    found: dict[str, Merged] = {}
    acts: list[tuple[dict[str, Any], list[str]]] = []
    slots, claims = telling.slots, list(telling.claims)
    for slot, field in _fields(name).items():
        value = slots.get(slot)
        if value is None or value == "" or value == []:
            continue
        if slot == "actions":
            found[slot], acts = merged_actions([Told(telling, value)])
        elif field.merge in _AS_TOLD or isinstance(value, str):
            found[slot] = Merged(value, claims, [], [])
        else:
            found[slot] = merged(field, [Told(telling, value)])
    if name == "instruments":
        status = telling.slots.get("status")
        stage = _stage(name, REGISTERS[name].field("status"), [Told(telling, status)] if status else [], acts)
        found |= {"status": stage} if stage.value else {}
        if stage.value in _FINAL:
            found.pop("draft", None)
    found.update(_free_slots(name, [telling]))
    return found


def _comparable(name: str, tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Return the tellings that can be laid side by side: no stub beside the page, relations told from one side."""
    if name == "relations":
        return _one_way(tellings)
    if name == "documents":
        return [telling for telling in tellings if not telling.slots.get("stub")] or tellings
    return tellings


def _agreed(one: Merged) -> Merged:
    """Return a slot that tells rows apart: its forms were found to agree when the row was put together."""
    others = [other["value"] for other in one.conflicts[1:]]
    return one._replace(also=[*one.also, *others][:ALSO], conflicts=[])


def _one_way(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings of a relation all from the side the first tells it from: cooperation goes both ways."""
    first = tellings[0].slots
    turned = []
    for one in tellings:
        if same_organization(str(one.slots.get("subject")), str(first.get("object"))):
            slots = {**one.slots, "subject": one.slots.get("object"), "object": one.slots.get("subject")}
            one = msgspec.structs.replace(one, slots=slots)
        turned.append(one)
    return turned


def _stage(name: str, field: Field, told: Sequence[Told], acts: Sequence[tuple[dict[str, Any], list[str]]]) -> Merged:
    if name == "meetings":
        return meeting_stage(told)
    if name == "instruments":
        return instrument_stage(told, acts)
    return furthest(ORDERS[name, field.name], told)


def _moved(told: Sequence[Told], start: Merged) -> Merged:
    """Return a meeting's day where pages differ: the day it was held; else the day announced last.

    A day announced for a meeting that was held on another, or announced again for another, was moved and contradicts
    nothing; two days on which it is said to have been held do, and so do two announcements of one day or of none.
    """
    held = [one for one in told if one.telling.slots.get("status") == "held" and one.telling.origin != "person"]
    plans = [one for one in told if one.telling.slots.get("status") != "held"]
    by_day: dict[str, list[Told]] = {}
    for one in held or plans:
        by_day.setdefault(one.telling.last_stated, []).append(one)
    last = held or by_day[max(by_day)]
    if any(one.telling.origin == "person" for one in told):
        return start
    field = next(field for field in REGISTERS["meetings"].fields if field.name == "start")
    settled = merged(field, last)
    others = [one.value for one in told if not dates.agree(one.value, settled.value)]
    return settled._replace(also=list(dict.fromkeys([*settled.also, *others]))[:ALSO])


def _free_slots(name: str, tellings: Sequence[Telling]) -> dict[str, Merged]:
    """Return slots beyond the record format, which a record may carry, as first told."""
    known = _fields(name)
    found: dict[str, Merged] = {}
    for telling in tellings:
        if known.keys() >= telling.slots.keys():
            continue
        for slot, value in telling.slots.items():
            if slot not in known and slot not in found and value not in (None, "", []):
                found[slot] = Merged(value, list(telling.claims), [], [])
    return found
