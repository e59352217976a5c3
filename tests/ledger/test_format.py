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

FIXTURE = Path(__file__).parent / "fixtures" / "format-1.jsonl"
HEAD = "13:868db6415d09b7b07f9b09670aee473fb643732e797e56ec45dadb57a08cccea"
DOC = Path(__file__).parents[2] / "docs" / "ledger.md"

plain_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
numbers = st.integers(-(2**60), 2**60) | st.floats(0.0001, 1e14) | st.just(0.0) | st.floats(-1e14, -0.0001)
values = st.recursive(
    st.none() | st.booleans() | numbers | plain_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(plain_text, inner, max_size=4),
    max_leaves=10,
)


def entries() -> list[Entry]:
    return [msgspec.json.decode(line, type=Entry) for line in FIXTURE.read_bytes().splitlines()]


def documented_recipe() -> Any:
    """The function that the documentation prints, as it prints it."""
    (code,) = re.findall(r"```python\n(.*?)```", DOC.read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(code, str(DOC), "exec"), names)
    return names["entry_hash"]


def test_entries_of_format_1_load_and_verify():
    assert str(verify(entries())) == HEAD
    assert {KINDS.lift(entry).kind.partition("/")[0] for entry in entries()} == {
        kind.partition("/")[0] for kind in KINDS
    }


def test_entries_of_format_1_are_of_a_shape_that_is_still_filed_or_lifted():
    for entry in entries():
        lifted = KINDS.lift(entry)
        KINDS.check(Filing(lifted.kind, lifted.author, lifted.body))


def test_entries_of_format_1_are_appended_to_today():
    stack = MemoryStack()
    stack.ledger.append(entries(), START)
    head = stack.ledger.head()
    more = seal(head, [Filing("claim.dropped/1", "Ann", {"claim": "a", "because": "b"})], "2026-03-04T05:06:07Z")
    stack.ledger.append(more, head)
    assert verify(stack.ledger.read()) == Head(head.position + 1, more[0].hash)


def test_the_documented_recipe_recomputes_the_fixture():
    recipe = documented_recipe()
    previous = GENESIS
    for number, line in enumerate(FIXTURE.read_text(encoding="utf-8").strip().split("\n"), 1):
        entry = json.loads(line)
        assert (entry["position"], entry["previous"]) == (number, previous)
        assert recipe(entry) == entry["hash"]
        previous = entry["hash"]
    assert f"{number}:{previous}" == HEAD


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
