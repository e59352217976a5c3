"""Groups: what pages alone put together, where a person's judgement has rows hold more, or less, than a group.

A new claim is compared with groups and never with what people made of them, so that it lies, once a judgement is
undone, where it would lie had nobody judged. Corrections and withdrawals belong to the groups: they say what a row is
about and not which rows are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from muniment.registers.contents import ORIGIN, Content, anchor_of
from muniment.registers.fold import fold
from muniment.registers.grouping import CANDIDATES, bare, choose, row_keys, sought_keys
from muniment.registers.keeping import Changed, judgements_on, merged_away, put_row, rows_from
from muniment.registers.ports import RowStore
from muniment.registers.row import Judgement, Row, Telling

__all__ = [
    "attach", "forsaken", "found_by", "groups_of", "judged_together", "origin_of", "pages_alone", "paired_on",
    "put_keys", "reconsider", "rows_of", "taken_over",
]  # fmt: skip

_PAIRING = frozenset({"same", "distinct"})
"""Judgements that say which rows are one: they change no group."""


def judged_together(store: RowStore, row: Row) -> bool:
    """Whether a person's judgement on what is one may have the row hold more, or less, than a group."""
    divided_off = bool(row.tellings) and ORIGIN in row.tellings[0].content
    return divided_off or bool(paired_on(store, row))


def paired_on(store: RowStore, row: Row) -> list[int]:
    """Return the entries of the judgements in force that hold what is in a row to be one or two, in ledger order."""
    return [one.position for one in judgements_on(store, [row]) if one.kind in _PAIRING] if row.judged else []


def origin_of(row: Row, telling: Telling) -> str:
    """Return the id of the group that a telling in a row is of."""
    return Content.parse(telling.content).origin or row.id


def rows_of(store: RowStore, register: str, group: str) -> list[Row]:
    """Return the rows that hold what is of a group, its own first."""
    own = store.get(register, group)
    held = rows_from(store, register, [group])
    return held if own is None or own.merged_into else [own, *(row for row in held if row.id != group)]


def pages_alone(tellings: Iterable[Telling], judgements: Sequence[Judgement]) -> list[Telling]:
    """Return the tellings of one group as they were had nobody judged what is one.

    What only a judgement kept a place for is left out, and what one set apart is told again with its like.
    """
    kept = {claim for one in judgements if one.kind not in _PAIRING and not one.undone for claim in one.claims}
    found: dict[str, Telling] = {}
    for one in tellings:
        content, anchor = Content.parse(one.content)._replace(origin=""), anchor_of(one.content)
        if anchor not in kept:
            if not one.count:
                continue
            content = content._replace(anchor="")
        name = content.written()
        one = msgspec.structs.replace(one, content=name)
        found[name] = _together(found[name], one) if name in found else one
    return sorted(found.values(), key=lambda one: (one.position, one.content))


def _together(one: Telling, two: Telling) -> Telling:
    """Return two tellings of the same as one."""
    one, two = sorted((one, two), key=lambda telling: telling.position)
    return msgspec.structs.replace(
        one, count=one.count + two.count, evidence=one.evidence + two.evidence,
        claims=tuple(dict.fromkeys((*one.claims, *two.claims))),
        sources=tuple(dict.fromkeys((*one.sources, *two.sources))),
        documents=tuple(dict.fromkeys((*one.documents, *two.documents))),
    )  # fmt: skip


def groups_of(store: RowStore, rows: Sequence[Row]) -> list[Row]:
    """Return the groups that rows hold parts of, each as the row it would be had nobody judged what is one."""
    found: dict[str, Row] = {}
    for row in rows:
        if not judged_together(store, row) and not rows_from(store, row.register, [row.id]):
            found.setdefault(row.id, row)
            continue
        for name in dict.fromkeys(origin_of(row, one) for one in row.tellings):
            if name not in found:
                group = _group(store, row.register, name)
                if group is not None:
                    found[name] = group
    return list(found.values())


def forsaken(store: RowStore, rows: Iterable[Row]) -> set[str]:
    """Return the ids in use among rows that are no group's: judgements alone keep a place for what they name."""
    judged = [row for row in rows if judged_together(store, row)]
    names = {
        (row.register, name) for row in judged for name in (row.id, *(origin_of(row, one) for one in row.tellings))
    }
    return {name for register, name in names if _group(store, register, name) is None}


def found_by(keys: Iterable[str], groups: Iterable[Row]) -> list[Row]:
    """Return the groups that share one of the keys: a row is also found by those of what else it holds."""
    sought = set(keys)
    return [group for group in groups if not sought.isdisjoint(row_keys(group))]


def _group(store: RowStore, register: str, name: str) -> Row | None:
    """Return one group as a row, or None where only judgements keep a place for it."""
    rows = rows_of(store, register, name)
    judgements = [one for one in judgements_on(store, rows) if one.kind not in _PAIRING]
    tellings = pages_alone((one for row in rows for one in row.tellings if origin_of(row, one) == name), judgements)
    return fold(register, name, tellings, _anchored(tellings, judgements)) if tellings else None


def _anchored(tellings: Iterable[Telling], judgements: Sequence[Judgement]) -> list[Judgement]:
    anchors = {anchor_of(one.content) for one in tellings}
    return [one for one in judgements if anchors & set(one.claims)]


def put_keys(store: RowStore, row: Row) -> None:
    """Have a row found by the keys of every group it holds something of."""
    keys = [*row_keys(row), *(key for group in groups_of(store, [row]) for key in row_keys(group))]
    store.put(row, list(dict.fromkeys(keys)))


def taken_over(store: RowStore, rows: Sequence[Row], groups: Iterable[str], home: str) -> list[Row]:
    """Return rows with what they hold of some groups told as of another, which pages show to be one with them."""
    names, found = set(groups), []
    for row in rows:
        tellings: dict[str, Telling] = {}
        for one in row.tellings:
            content = one.content
            if origin_of(row, one) in names:
                content = Content.parse(content)._replace(origin="" if row.id == home else home).written()
                store.move(row.register, row.id, one.content, row.id, content)
            tellings[content] = msgspec.structs.replace(one, content=content)
        found.append(msgspec.structs.replace(row, tellings=tuple(tellings.values())))
    return found


def attach(store: RowStore, row: Row, changed: Changed) -> None:
    """Lay a group that stands alone in the row that people's judgements made, if it was told after them of that row.

    Pages alone do not show it to be one with any group: two that a person holds to be one may both be what it tells
    of, or a judgement keeps the place of what no page tells any more. It is compared with what there was when it was
    begun, so that nothing filed later moves it.
    """
    first = row.tellings[0]
    new = bare(row.register, first)
    near = [one for one in store.find(row.register, sought_keys(new), CANDIDATES) if not one.merged_into]
    near = [one for one in near if one.id != row.id]
    if judged_together(store, row) or not any(judged_together(store, one) for one in near):
        return
    ruled = judgements_on(store, [row, *near])
    earlier = [one for one in ruled if one.position < first.position]
    cores = [(core, one) for one in near for core in _cores(store, one, first.position, earlier, ruled)]
    chosen = choose(new, [core for core, _ in cores], earlier)
    home = next((one for core, one in cores if chosen and core is chosen[0]), None)
    paired = [one for one in earlier if one.kind in _PAIRING]
    if home is None or not _anchored(chosen[0].tellings, paired):
        return
    moved = []
    for one in row.tellings:
        content = Content.parse(one.content)._replace(origin=row.id).written()
        store.move(row.register, row.id, one.content, home.id, content)
        moved.append(msgspec.structs.replace(one, content=content))
    put = put_row(store, home.id, [*home.tellings, *moved], ruled, row.register)
    changed |= {(row.register, home.id), *merged_away(store, row.register, row.id, home.id, row.position)}
    put_keys(store, put)


def _cores(
    store: RowStore, row: Row, before: int, earlier: Sequence[Judgement], ruled: Sequence[Judgement]
) -> list[Row]:
    """Return what a row held before an entry, in the parts that the judgements made by then connect."""
    tellings = [one for one in row.tellings if one.position < before]
    if len(tellings) == len(row.tellings) and not judged_together(store, row):
        return [row]
    parts: dict[str, list[Telling]] = {}
    for one in tellings:
        parts.setdefault(origin_of(row, one), []).append(one)
    paired = [one for one in ruled if one.kind in _PAIRING]
    groups = [part for name, part in parts.items() if name == row.id or _anchored(part, paired)]
    for judgement in earlier:
        if judgement.kind == "same":
            joined = [part for part in groups if {anchor_of(one.content) for one in part} & set(judgement.claims)]
            groups = [part for part in groups if part not in joined]
            groups += [[one for part in joined for one in part]] if joined else []
    made = []
    for part in groups:
        part = sorted(part, key=lambda one: (one.position, one.content))
        made.append(fold(row.register, row.id, part, _anchored(part, earlier)))
    return made


def reconsider(store: RowStore, rows: Iterable[Row], since: int, changed: Changed) -> None:
    """Lay anew what was begun after an entry near rows: a judgement on them, or what it keeps a place for, changed."""
    near = {
        one.id: one
        for row in rows
        for one in store.find(row.register, row_keys(row), CANDIDATES)
        if one.position > since and not one.merged_into
    }
    for one in sorted(near.values(), key=lambda row: (row.position, row.id)):
        standing = store.get(one.register, one.id)
        if standing is not None and not standing.merged_into:
            attach(store, standing, changed)
