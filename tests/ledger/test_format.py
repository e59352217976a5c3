"""The format is a promise: old entries load for ever, and the documented recipe recomputes every hash."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.ledger import KINDS, START, Entry, Filing, Head, seal, verify
from muniment.ledger.entry import GENESIS
from muniment.stacks.memory import MemoryStack

FIXTURES = Path(__file__).parent / "fixtures"
HEADS = {
    "format-1.jsonl": "13:868db6415d09b7b07f9b09670aee473fb643732e797e56ec45dadb57a08cccea",
    "format-2.jsonl": "4:dbd67ba3e178bd52ef6df7744919fe28bca9796ea0169cb28bb7d82e5a788678",
    "format-3.jsonl": "5:190f2a424d0c1c254a4101a9d18124315731cdb86fb9e072f5312251961c0633",
    "format-4.jsonl": "4:7a4097ba8edd61755303c04524b555800d2e3fe2d41b77204bbd9e16ed000963",
    "format-5.jsonl": "1:4541e5fab37a3f27102450201e187fea089477055cbe3c51a5af7209a442bae8",
}
"""Ledgers as they were once written, never to be changed: file -> its head. Each has what came after the one before."""
DOC = Path(__file__).parents[2] / "docs" / "ledger.md"

plain_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
numbers = st.integers(-(2**60), 2**60) | st.floats(0.0001, 1e14) | st.just(0.0) | st.floats(-1e14, -0.0001)
values = st.recursive(
    st.none() | st.booleans() | numbers | plain_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(plain_text, inner, max_size=4),
    max_leaves=10,
)


def entries(name: str) -> list[Entry]:
    return [msgspec.json.decode(line, type=Entry) for line in (FIXTURES / name).read_bytes().splitlines()]


@pytest.fixture(params=HEADS)
def fixture(request: pytest.FixtureRequest) -> str:
    return request.param


def documented_recipe() -> Any:
    """The function that the documentation prints, as it prints it."""
    (code,) = re.findall(r"```python\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(code, str(DOC), "exec"), names)
    return names["entry_hash"]


def test_old_entries_load_and_verify(fixture):
    assert str(verify(entries(fixture))) == HEADS[fixture]


def test_there_is_an_old_entry_of_every_kind_and_version():
    filed = {entry.kind for name in HEADS for entry in entries(name)}
    assert filed >= set(KINDS)
    assert "reading.filed/1" in filed


def test_old_entries_are_of_a_shape_that_is_still_filed_or_lifted(fixture):
    for entry in entries(fixture):
        lifted = KINDS.lift(entry)
        KINDS.check(Filing(lifted.kind, lifted.author, lifted.body))


def test_old_entries_are_appended_to_today(fixture):
    stack = MemoryStack()
    stack.ledger.append(entries(fixture), START)
    head = stack.ledger.head()
    more = seal(head, [Filing("claim.dropped/1", "Ann", {"claim": "a", "because": "b"})], "2026-03-04T05:06:07Z")
    stack.ledger.append(more, head)
    assert verify(stack.ledger.read()) == Head(head.position + 1, more[0].hash)


def test_the_documented_recipe_recomputes_old_entries(fixture):
    recipe = documented_recipe()
    previous = GENESIS
    for number, line in enumerate((FIXTURES / fixture).read_text(encoding="utf-8").strip().split("\n"), 1):
        entry = json.loads(line)
        assert (entry["position"], entry["previous"]) == (number, previous)
        assert recipe(entry) == entry["hash"]
        previous = entry["hash"]
    assert f"{number}:{previous}" == HEADS[fixture]


@given(st.dictionaries(plain_text, values, max_size=4), plain_text)
def test_the_documented_recipe_recomputes_any_entry(slots, author):
    body = {"claim": "c", "register": "r", "source": "s", "slots": slots, "evidence": []}
    (entry,) = seal(START, [Filing("claim.filed/1", author, body)], "2026-03-04T05:06:07Z")
    assert documented_recipe()(msgspec.structs.asdict(entry)) == entry.hash


def test_every_kind_and_field_is_documented():
    text = DOC.read_text(encoding="utf-8")
    for kind in KINDS:
        (line,) = [line for line in text.splitlines() if line.startswith(f"| `{kind}` |")]
        for field in KINDS.fields(kind):
            assert f"`{field}`" in line, (kind, field)


@pytest.mark.parametrize("name", Entry.__struct_fields__)
def test_every_field_of_an_entry_is_documented(name):
    assert f"| `{name}` |" in DOC.read_text(encoding="utf-8")
