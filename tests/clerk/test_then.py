"""What a record knew then is what it knew then."""

from __future__ import annotations

import copy

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.registers.test_projector_replay import entries_of, steps

from muniment.clerk.then import known_at, replay
from muniment.errors import Unknown, UsageError
from muniment.ledger import START, Filing, seal
from muniment.registers.projector import apply
from muniment.stacks.memory import MemoryStack

KEPT = ("_rows", "_facets", "_keys", "_claims", "_judgements")


def held(stack: MemoryStack) -> dict[str, object]:
    return {name: copy.copy(getattr(stack.rows, name)) for name in KEPT}


def written(filings: list[Filing], times: list[str]) -> MemoryStack:
    stack = MemoryStack()
    for filing, time in zip(filings, times, strict=True):
        stack.ledger.append(seal(stack.ledger.head(), [filing], time), stack.ledger.head())
    return stack


@settings(max_examples=40)
@given(steps, st.data())
def test_the_registers_made_again_at_any_point_are_those_there_were(script, data):
    entries, _ = entries_of(script)
    stack, snapshots = MemoryStack(), []
    for entry in entries:
        filing = Filing(entry.kind, entry.author, entry.body)
        (sealed,) = seal(stack.ledger.head(), [filing], entry.filed_at)
        stack.ledger.append([sealed], stack.ledger.head())
        apply(stack.rows, sealed)
        snapshots.append(held(stack))
    position = data.draw(st.integers(0, len(entries)))
    fresh = MemoryStack()
    replay(stack, fresh, position)
    assert held(fresh) == (snapshots[position - 1] if position else held(MemoryStack()))


def dropped(claim: str) -> Filing:
    return Filing("claim.dropped/1", "Ann", {"claim": claim, "because": "the page changed"})


TIMES = ["2026-05-04T09:00:00Z", "2026-05-04T23:59:59Z", "2026-06-01T00:00:00Z", "2026-05-30T00:00:00Z"]


@pytest.mark.parametrize(
    ("asked", "position"),
    [
        ("0", 0), ("3", 3), (" 4 ", 4), ("2026-05-03", 0), ("2026-05-04", 2), ("2026-05-04T09:00:00Z", 1),
        ("2026-05", 2), ("2026-05-31T00:00:00Z", 2), ("2026-06-01", 4), ("2030-01", 4),
    ],
)  # fmt: skip
def test_a_state_is_named_by_position_day_or_time(asked, position):
    stack = written([dropped(name) for name in "abcd"], TIMES)
    found = known_at(stack, asked)
    assert found.head.position == position
    assert found.head == (next(iter(stack.ledger.read(position - 1, 1))) and found.head if position else START)
    assert found.filed_at == (TIMES[position - 1] if position else "")


def test_a_state_is_named_by_a_head_that_has_to_be_in_the_ledger():
    stack = written([dropped(name) for name in "ab"], TIMES[:2])
    head = next(iter(stack.ledger.read()))
    assert known_at(stack, f"1:{head.hash}").head.hash == known_at(stack, f"1:{head.hash[:12]}").head.hash == head.hash
    with pytest.raises(Unknown, match="rewritten"):
        known_at(stack, "1:" + "0" * 64)


@pytest.mark.parametrize("asked", ["yesterday", "", "3", "-1", "1:xyz", "2026-13", "9" * 30, "2026-05-04T09:00"])
def test_what_names_no_state_is_refused(asked):
    with pytest.raises(UsageError) as caught:
        known_at(written([dropped(name) for name in "ab"], TIMES[:2]), asked)
    assert caught.value.hint


def test_an_earlier_state_says_which_it_is():
    stack = written([dropped("a")], TIMES[:1])
    assert known_at(stack, "1").line() == "As known at entry 1, filed 2026-05-04 09:00:00 UTC"
    assert known_at(stack, "0").line() == "As known before anything was filed"
    assert msgspec.json.encode(known_at(stack, "1"))
