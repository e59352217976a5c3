"""Evaluate: how well claims agree with what a careful archivist recorded of the same pages.

Within one document and one register, gold records and claims are paired so that the pairs share the most values. Only
slots that the gold record states are compared, so a claim may say more without loss. A claim that pairs with nothing
costs two wrong values; an `optional` gold record may be matched and is never required; `none` names slots that have to
stay empty. This is the method the project's figures are given by.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from muniment.clerk.likeness import Likeness
from muniment.errors import UsageError
from muniment.terms.evaluation import Evaluation, Figures, Loss, Lost, Value
from muniment.terms.vocabulary import SLOTS

__all__ = ["best_pairs", "document_of", "evaluate", "gold_lines"]

UNPAIRED = 2
"""Wrong values that a claim costs which pairs with no gold record: about what an archivist's check of it costs."""

RECALL_ONLY = frozenset({"bodies"})
"""Registers in which a claim that pairs with nothing costs nothing: gold lists only the bodies worth a record."""

_ANY: dict[str, tuple[str, ...]] = {
    "meetings": ("bodies", "start", "participants", "place", "chair", "ordinal"),
    "instruments": ("title",),
    "tenures": ("person",),
    "statements": ("text", "text_start"),
    "situations": ("region",),
    "operations": ("name",),
    "commitments": ("text",),
    "awards": ("award",),
    "bodies": ("name",),
}
"""Register -> slots of which a pair has to agree in one."""

_ALL: dict[str, tuple[str, ...]] = {"relations": ("subject", "object", "kind")}
"""Register -> slots in all of which a pair has to agree."""

_FLAGS = frozenset({"acting", "draft", "extraordinary"})
"""Slots that count as false where they are unsaid."""


def evaluate(gold: Iterable[Mapping[str, Any]], claims: Iterable[Mapping[str, Any]], likeness: Likeness) -> Evaluation:
    """Return how well claims agree with gold.

    Args:
        gold: gold records; `doc` names the document's file.
        claims: claims as records; `source` is a path or address that ends in the file's name.
        likeness: how values are compared.
    """
    wanted: dict[tuple[str, str], list[Mapping[str, Any]]] = collections.defaultdict(list)
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = collections.defaultdict(list)
    documents = set()
    for record in gold:
        document = str(record["doc"]).rstrip("/").rsplit("/", 1)[-1]
        documents.add(document)
        wanted[document, record["register"]].append(record)
    for claim in claims:
        found[document_of(claim), claim["register"]].append(claim)
    result = Evaluation({register: Figures() for register in SLOTS}, [])
    for document in sorted(documents):
        for register in SLOTS:
            page = _Page(document, register, wanted[document, register], found[document, register])
            _score(page, likeness, result)
    return result


def document_of(claim: Mapping[str, Any]) -> str:
    """Return the file name of the page that a claim is of."""
    return str(claim["source"]).rstrip("/").replace("\\", "/").rsplit("/", 1)[-1]


def gold_lines(paths: Iterable[str | Path]) -> list[dict[str, Any]]:
    """Return the gold records of files, or of folders of files, in order.

    Raises:
        UsageError: a path that is not there, or a line that is no gold record.
    """
    out: list[dict[str, Any]] = []
    for given in map(Path, paths):
        files = sorted(given.glob("*.jsonl")) if given.is_dir() else [given]
        if not files or not files[0].exists():
            raise UsageError(
                "there are no gold lines.",
                code="no-gold",
                where=str(given),
                hint="Give a .jsonl file or a folder of them.",
            )
        for file in files:
            for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1):
                if line.strip():
                    out.append(_gold_line(line, f"{file}:{number}"))
    return out


def _gold_line(line: str, where: str) -> dict[str, Any]:
    try:
        record = msgspec.json.decode(line, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise UsageError(f"not a JSON object: {error}.", code="not-gold", where=where) from error
    if not record.get("doc") or record.get("register") not in SLOTS:
        raise UsageError(
            "a gold line needs doc and register.", code="not-gold", where=where, hint="See the record format."
        )
    return record


class _Page(msgspec.Struct):
    document: str
    register: str
    gold: list[Mapping[str, Any]]
    claims: list[Mapping[str, Any]]


def _score(page: _Page, likeness: Likeness, result: Evaluation) -> None:
    """Pair the gold records and claims of one page and register, and add what they come to."""
    figures = result.registers[page.register]
    cells = [[_compare(page.register, g, c, likeness) for c in page.claims] for g in page.gold]
    weights = [
        [cell.right and (2 * cell.right if g.get("optional") else 3 * cell.right + 1) for cell in row]
        for g, row in zip(page.gold, cells, strict=True)
    ]
    pairs = best_pairs(weights)
    for i, wanted in enumerate(page.gold):
        record = dict(wanted)
        if record.get("optional"):
            continue
        claim = dict(page.claims[pairs[i]]) if i in pairs else {}
        values = _values_met(page, i, claim, likeness)
        result.values += values
        if i not in pairs:
            figures.stated += len(values)
            result.losses.append(Loss("missed", page.document, page.register, record, {}))
            continue
        cell = cells[i][pairs[i]]
        figures.right += cell.right
        figures.stated += cell.stated
        figures.claimed += cell.claimed
        lost = tuple(Lost(v.slot, v.value, _values(_shown(v.slot), claim)) for v in values if not v.found)
        if lost:
            result.losses.append(Loss("partly", page.document, page.register, record, claim, lost))
    if page.register in RECALL_ONLY:
        return
    taken = set(pairs.values())
    for j, unpaired in enumerate(page.claims):
        if j not in taken:
            figures.claimed += UNPAIRED
            result.losses.append(Loss("wrong", page.document, page.register, {}, dict(unpaired)))


def _values_met(page: _Page, number: int, claim: Mapping[str, Any], likeness: Likeness) -> list[Value]:
    """Return each value that a gold record states, and whether the claim that it pairs with gives it."""
    gold, out = page.gold[number], []
    for slot in likeness.slots(page.register):
        want = _values(slot, gold)
        met = likeness.met(page.register, slot, want, _values(_shown(slot), claim), (gold, claim)) if claim else []
        for place, value in enumerate(want):
            found = bool(met and met[place])
            out.append(Value(page.document, page.register, number, slot, value, found))
    return out


def _shown(slot: str) -> str:
    """Return the slot of a claim that a slot of gold is compared with."""
    return "text" if slot in ("text_start", "text_end", "body_start", "body_end") else slot


def _values(slot: str, record: Mapping[str, Any]) -> list[Any]:
    """Return the values of a slot as a list; of people their names, of actions the actions themselves."""
    value = record.get(slot)
    if value in (None, "", []):
        return []
    items = value if isinstance(value, list) else [value]
    if slot == "actions":
        return [item for item in items if isinstance(item, dict) and item.get("action")]
    keys = ("name", "title", "office")
    return [next((i[k] for k in keys if i.get(k)), None) if isinstance(i, dict) else i for i in items]


def _compare(register: str, gold: Mapping[str, Any], claim: Mapping[str, Any], likeness: Likeness) -> Figures:
    """Return what a gold record and a claim have in common; nothing right where they may not pair."""
    out = Figures()
    agreed: set[str] = set()
    for slot in likeness.slots(register):
        shown = _shown(slot)
        want, got = _values(slot, gold), _values(shown, claim)
        if not want:
            closed = slot in gold.get("none", ()) or (slot in _FLAGS and claim.get(slot) is True)
            out.claimed += len(got) if closed else 0
            continue
        out.stated += len(want)
        out.claimed += 1 if shown != slot and got else len(got)
        hits = sum(likeness.met(register, slot, want, got, (gold, claim)))
        out.right += hits
        if hits:
            agreed.add(slot)
    one_of = [slot for slot in _ANY.get(register, ()) if _values(slot, gold)]
    if (one_of and not agreed & set(one_of)) or not set(_ALL.get(register, ())) <= agreed:
        out.right = 0
    return out


def best_pairs(weights: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return row -> column of the pairing with the greatest sum of weights; pairs of weight 0 are left out.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(n^3) in the larger side.
    """
    if not weights or not weights[0]:
        return {}
    rows, columns = len(weights), len(weights[0])
    size = max(rows, columns)
    highest = max(max(row) for row in weights)

    def cost(row: int, column: int) -> int:
        return highest - (weights[row][column] if row < rows and column < columns else 0)

    of_row, of_column, owner = [0.0] * size, [0.0] * (size + 1), [-1] * (size + 1)
    for row in range(size):
        _augment(row, size, cost, (of_row, of_column, owner))
    return {
        owner[column]: column
        for column in range(columns)
        if 0 <= owner[column] < rows and weights[owner[column]][column] > 0
    }


def _augment(row: int, size: int, cost: Any, state: tuple[list[float], list[float], list[int]]) -> None:
    """Give one more row a column, moving others along the cheapest alternating path."""
    of_row, of_column, owner = state
    current = size  # a column that stands for the row to be placed
    owner[current] = row
    slack = [float("inf")] * size
    came_from = [size] * size
    done = [False] * (size + 1)
    while owner[current] >= 0:
        done[current] = True
        at, step, following = owner[current], float("inf"), -1
        for column in range(size):
            if done[column]:
                continue
            reduced = cost(at, column) - of_row[at] - of_column[column]
            if reduced < slack[column]:
                slack[column], came_from[column] = reduced, current
            if slack[column] < step:
                step, following = slack[column], column
        for column in range(size + 1):
            if done[column]:
                of_row[owner[column]] += step
                of_column[column] -= step
            elif column < size:
                slack[column] -= step
        current = following
    while current != size:
        owner[current] = owner[came_from[current]]
        current = came_from[current]
    owner[size] = -1
