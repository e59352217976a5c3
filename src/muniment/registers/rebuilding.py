"""Rows put together anew from the claims kept now, and from what people hold to be one or two.

Pages alone make groups: each claim belongs with the row that it was filed into. A person's judgement changes no group.
It divides a group, or joins groups, and the rows are what the judgements in force make of the groups; so undoing
judgements, in any order, gives back the rows that were there before, to the letter. What lies in another row than that
of its group says in its content where it came from (`contents.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from muniment.registers.contents import Content, anchor_of, told_of
from muniment.registers.grouping import barred, regroup
from muniment.registers.keeping import Changed, gather, merged_away, new_id, put_row, rows_from, settle
from muniment.registers.ports import RowStore
from muniment.registers.row import Judgement, Row, Telling

__all__ = ["rebuild"]


class _Part(msgspec.Struct):
    """Tellings that stay together: a group, or what a person's decision leaves of one.

    Attributes:
        origin: id of the row that pages put them in.
        lies: id of the row that their claims lie in while rows are put together.
        was: id of the row that the first of them lay in before.
        leads: whether they begin their group, and so keep its id.
        tellings: in ledger order, with contents as they are in the group's own row.
    """

    origin: str
    lies: str
    was: str
    leads: bool
    tellings: list[Telling]


def rebuild(store: RowStore, rows: Sequence[Row], changed: Changed, more: Sequence[Judgement] = ()) -> None:
    """Put rows together from the claims kept now: they may stay, go, join or come apart.

    Args:
        store: where rows are kept.
        rows: rows of one register, as they were put last.
        changed: the rows changed so far; added to.
        more: decisions just made or undone, which the rows do not know of yet.
    """
    rows = _concerned(store, rows)
    changed.update((row.register, row.id) for row in rows)
    told: list[tuple[Row, list[Telling]]] = []
    found: dict[int, Judgement] = {}
    for row in rows:
        tellings, judgements = gather(store, row, more)
        told.append((row, tellings))
        found |= {one.position: one for one in judgements}
    ruled = [found[position] for position in sorted(found)]
    fresh: set[str] = set()
    parts = _parts(store, told, ruled, fresh)
    made = _named(store, rows[0].register, _united(parts, ruled))
    kept = [_put(store, rows[0].register, name, together, ruled) for name, together in made.items()]
    changed.update((row.register, row.id) for row in kept)
    _lead_on(store, rows, made, changed)
    for row in kept:
        standing = store.get(row.register, row.id)
        dead = not any(_stands(telling, ruled) for telling in row.tellings)
        if standing is not None and not standing.merged_into and (dead or row.id in fresh):
            settle(store, standing, changed)


def _concerned(store: RowStore, rows: Sequence[Row]) -> list[Row]:
    """Return rows with those that hold parts of the same groups, or are judged with them to be one or two.

    A row that no decision refers to, and that holds only what pages put there, stands for itself.
    """
    found: dict[str, Row] = {}
    asked = list(rows)
    while asked:
        row = asked.pop(0)
        if row.id in found or row.merged_into:
            continue
        found[row.id] = row
        origins = {Content.parse(one.content).origin for one in row.tellings} - {""}
        if origins or row.judged or len(rows) > 1:
            names = sorted({*origins, *_judged_with(store, row)})
            asked += [other for name in names if (other := store.get(row.register, name)) is not None]
            asked += rows_from(store, row.register, sorted({row.id, *origins}))
    return list(found.values())


def _judged_with(store: RowStore, row: Row) -> Iterator[str]:
    """Yield the ids of the rows that a row is judged with to be one or two."""
    for position in row.judged:
        judgement = store.judgement(position)
        if judgement is not None and judgement.kind in ("same", "distinct"):
            yield from (claim.row for claim in map(store.claim, judgement.claims) if claim is not None)


def _parts(
    store: RowStore, told: Sequence[tuple[Row, list[Telling]]], judgements: Sequence[Judgement], fresh: set[str]
) -> list[_Part]:
    """Return what pages and people's divisions put together, the claims of each group laid in its own row.

    A group that lost something comes apart as its tellings would if they were filed now; what comes apart from it is a
    group of its own, whose new id is added to `fresh`. What a person divides or withdraws leaves the group as it is.
    """
    register = told[0][0].register
    before = {(_origin(row, one), told_of(one.content)) for row, _ in told for one in row.tellings if one.count}
    standing = [(row, one) for row, tellings in told for one in tellings if _stands(one, judgements)]
    now = {(_origin(row, one), told_of(one.content)) for row, one in standing}
    lost = {origin for origin, _ in before - now}
    parts = []
    for origin, (tellings, was) in _groups(store, told).items():
        for at, group in enumerate(regroup(register, tellings, ()) if origin in lost else [tellings]):
            name = origin
            if at:
                first = group[0]
                name = new_id(store, register, first.slots, first.sources[0] if first.sources else "", fresh)
                fresh.add(name)
            divided = regroup(register, group, judgements) if _divided(group, judgements) else [group]
            for place, part in enumerate(divided):
                parts.append(_Part(name, origin, was[part[0].content], not place, part))
    return parts


def _stands(telling: Telling, judgements: Sequence[Judgement]) -> bool:
    """Whether pages still tell it, also where a person withdrew the claim that does."""
    anchor = anchor_of(telling.content)
    return bool(telling.count) or any(
        one.kind == "withdrawn" and not one.whole and anchor in one.claims for one in judgements
    )


def _origin(row: Row, telling: Telling) -> str:
    return Content.parse(telling.content).origin or row.id


def _groups(
    store: RowStore, told: Sequence[tuple[Row, list[Telling]]]
) -> dict[str, tuple[list[Telling], dict[str, str]]]:
    """Lay claims in the rows that pages put them in; return the groups by id: tellings, and in which row each lay."""
    groups: dict[str, dict[str, Telling]] = {}
    was: dict[str, dict[str, str]] = {}
    for row, tellings in told:
        for one in tellings:
            origin, content = _origin(row, one), Content.parse(one.content)._replace(origin="").written()
            if (row.id, one.content) != (origin, content):
                store.move(row.register, row.id, one.content, origin, content)
            was.setdefault(origin, {}).setdefault(content, row.id)
            groups.setdefault(origin, {})[content] = msgspec.structs.replace(one, content=content)
    register = told[0][0].register
    found = {}
    for origin, group in groups.items():
        tellings = [store.tell(register, origin, content) or one for content, one in group.items()]
        found[origin] = sorted(tellings, key=lambda one: (one.position, one.content)), was[origin]
    return found


def _divided(group: Sequence[Telling], judgements: Sequence[Judgement]) -> bool:
    """Whether a decision in force holds two tellings of a group apart."""
    anchored = {anchor_of(one.content): one for one in group}
    return any(
        judgement.kind == "distinct"
        and len(judgement.claims) == 2
        and anchored.keys() >= set(judgement.claims)
        and barred([anchored[judgement.claims[0]]], [anchored[judgement.claims[1]]], judgements) is True
        for judgement in judgements
    )


def _united(parts: Sequence[_Part], judgements: Sequence[Judgement]) -> list[list[_Part]]:
    """Return parts together with those that decisions hold them to be one with, decision by decision."""
    groups = [[part] for part in parts]
    for judgement in judgements:
        if judgement.kind != "same" or judgement.undone:
            continue
        sides = [group for group in groups if {anchor_of(one.content) for one in _all(group)} & set(judgement.claims)]
        if len(sides) == 2 and barred(_all(sides[0]), _all(sides[1]), judgements) is False:
            groups = [group for group in groups if group not in sides]
            groups.append([*sides[0], *sides[1]])
    for group in groups:
        group.sort(key=lambda part: (part.tellings[0].position, part.origin))
    return sorted(groups, key=lambda group: (group[0].tellings[0].position, group[0].origin))


def _all(parts: Sequence[_Part]) -> list[Telling]:
    return [telling for part in parts for telling in part.tellings]


def _named(store: RowStore, register: str, groups: Sequence[list[_Part]]) -> dict[str, list[_Part]]:
    """Return the rows to be, by id: that of the group begun first; of what a decision divided off, the one it had."""
    origins = {part.origin for group in groups for part in group}
    made: dict[str, list[_Part]] = {}
    for group in groups:
        lead = group[0]
        if lead.leads:
            name = lead.origin
        elif lead.was not in origins and lead.was not in made:
            name = lead.was
        else:
            first = lead.tellings[0]
            source = first.sources[0] if first.sources else ""
            name = new_id(store, register, first.slots, source, {*origins, *made})
        made[name] = group
    return made


def _put(store: RowStore, register: str, name: str, parts: Sequence[_Part], judgements: Sequence[Judgement]) -> Row:
    """Lay the claims of parts in their row, and keep it."""
    tellings = []
    for part in parts:
        for one in part.tellings:
            origin = "" if part.origin == name else part.origin
            content = Content.parse(one.content)._replace(origin=origin).written()
            if (part.lies, one.content) != (name, content):
                store.move(register, part.lies, one.content, name, content)
            tellings.append(msgspec.structs.replace(one, content=content))
    return put_row(store, name, tellings, judgements, register)


def _lead_on(store: RowStore, rows: Sequence[Row], made: dict[str, list[_Part]], changed: Changed) -> None:
    """Have the id of what is no row any more lead to where it went; forget what holds nothing."""
    went = {
        name: (into, part)
        for into, parts in reversed(made.items())
        for part in reversed(parts)
        for name in (part.was, part.origin)
    }
    for name, (into, part) in went.items():
        if name not in made:
            position = part.tellings[0].position
            changed |= merged_away(store, rows[0].register, name, into, position)
    for row in rows:
        if row.id not in made and row.id not in went:
            store.drop(row.register, row.id)
