"""Rows put together anew from the claims kept now, and from what people hold to be one or two.

Pages alone make groups: each claim belongs with the row that it was filed into. A person's judgement changes no group.
It divides a group, or joins groups, and the rows are what the judgements in force make of the groups; so undoing
judgements, in any order, gives back the rows that were there before, to the letter. What lies in another row than that
of its group says in its content where it came from (`contents.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from muniment.registers.contents import Content, anchor_of, told_of
from muniment.registers.grouping import CANDIDATES, barred, choose, regroup, sought_keys
from muniment.registers.keeping import Changed, gather, ids_of, merged_away, new_id, put_row, rows_from, settle
from muniment.registers.page_groups import (
    attach,
    found_by,
    groups_of,
    judged_together,
    origin_of,
    pages_alone,
    put_keys,
    rows_of,
    taken_over,
)
from muniment.registers.ports import RowStore
from muniment.registers.row import Judgement, Row, Telling
from muniment.terms import digest

__all__ = ["bring_together", "rebuild"]


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
        if judged_together(store, row):
            put_keys(store, row)
    alive = {part.origin for part in parts if any(_stands(telling, ruled) for telling in part.tellings)}
    for name, together in made.items():
        for part in together:
            if part.leads and (part.origin in fresh or part.origin not in alive):
                _settle(store, rows[0].register, part.origin, changed)
            elif part.leads and name == part.origin and (more or part.was != name):
                _attach(store, rows[0].register, name, changed)


def _attach(store: RowStore, register: str, name: str, changed: Changed) -> None:
    row = store.get(register, name)
    if row is not None and not row.merged_into:
        attach(store, row, changed)


def _settle(store: RowStore, register: str, name: str, changed: Changed) -> None:
    """Join a group to those that pages strongly show it to be one with, whatever people made of them."""
    held = rows_of(store, register, name)
    group = next((group for group in groups_of(store, held) if group.id == name), None)
    if group is None:
        return
    keys = sought_keys(group)
    near = [one for one in store.find(register, keys, CANDIDATES) if not one.merged_into]
    if not any(judged_together(store, one) for one in (*held, *near)):
        settle(store, held[0], changed)
        return
    others = [other for other in groups_of(store, near) if other.id != name]
    joined = choose(group, found_by(keys, others), ())
    if joined:
        bring_together(store, [group, *joined], changed)
    else:
        _attach(store, register, name, changed)


def bring_together(store: RowStore, groups: Sequence[Row], changed: Changed) -> Row:
    """Make one of groups that pages show to be one, under the id of the one begun first; return it as it was."""
    home = min(groups, key=lambda group: (group.position, group.id))
    others = [group for group in groups if group.id != home.id]
    if others:
        rows = {row.id: row for group in groups for row in rows_of(store, group.register, group.id)}
        taken = taken_over(store, list(rows.values()), [group.id for group in others], home.id)
        rebuild(store, taken, changed)
    for group in others:
        there = store.get(group.register, group.id)
        if there is None or there.merged_into:
            changed |= merged_away(store, group.register, group.id, home.id, group.position)
    return home


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
    before = {(origin_of(row, one), told_of(one.content)) for row, _ in told for one in row.tellings if one.count}
    standing = [(row, one) for row, tellings in told for one in tellings if _stands(one, judgements)]
    now = {(origin_of(row, one), told_of(one.content)) for row, one in standing}
    lost = {origin for origin, _ in before - now}
    parts = []
    for origin, (tellings, was) in _groups(store, told).items():
        for at, group in enumerate(_apart(register, tellings, judgements) if origin in lost else [tellings]):
            name = origin
            if at:
                name = new_id(store, register, group[0], fresh)
                fresh.add(name)
            divided = regroup(register, group, judgements) if _divided(group, judgements) else [group]
            for place, part in enumerate(divided):
                parts.append(_Part(name, origin, was[part[0].content], not place, part))
    return parts


def _apart(register: str, tellings: Sequence[Telling], judgements: Sequence[Judgement]) -> list[list[Telling]]:
    """Return the tellings of a group that lost some, as they come apart; a place that is kept goes with its like."""
    groups = regroup(register, pages_alone(tellings, judgements), ())
    places = {told_of(one.content): at for at, group in reversed([*enumerate(groups)]) for one in group}
    exact = {one.content: at for at, group in enumerate(groups) for one in group}
    found: list[list[Telling]] = [[] for _ in groups] or [[]]
    for one in tellings:
        found[exact.get(one.content, places.get(told_of(one.content), 0))].append(one)
    return found


def _stands(telling: Telling, judgements: Sequence[Judgement]) -> bool:
    """Whether pages still tell it, also where a person withdrew the claim that does."""
    anchor = anchor_of(telling.content)
    return bool(telling.count) or any(
        one.kind == "withdrawn" and not one.whole and anchor in one.claims for one in judgements
    )


def _groups(
    store: RowStore, told: Sequence[tuple[Row, list[Telling]]]
) -> dict[str, tuple[list[Telling], dict[str, str]]]:
    """Lay claims in the rows that pages put them in; return the groups by id: tellings, and in which row each lay."""
    groups: dict[str, dict[str, Telling]] = {}
    was: dict[str, dict[str, str]] = {}
    for row, tellings in told:
        for one in tellings:
            origin, content = origin_of(row, one), Content.parse(one.content)._replace(origin="").written()
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
    """Return the rows to be, by id: that of the group begun first; of what a decision divided off, one of its own.

    What began a row, which pages have made one with another since, has the id of that row again.
    """
    origins = {part.origin for group in groups for part in group}
    made: dict[str, list[_Part]] = {}
    for group in groups:
        lead = group[0]
        name = lead.origin
        if not lead.leads:
            name = digest([register, "divided off", lead.tellings[0].claims[0]])[:16]  # takes no page's row its id
            for begun in islice(ids_of(register, lead.tellings[0]), 3):
                there = store.get(register, begun)
                gone = there is not None and there.merged_into and not rows_from(store, register, [begun])
                if begun not in origins and begun not in made and (gone or lead.was == begun):
                    name = begun
                    break
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
