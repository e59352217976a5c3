"""What every ledger store promises."""

from __future__ import annotations

import contextlib

import pytest

from muniment.errors import Conflict, LedgerError
from muniment.ledger import START, Filing, Head, entry_hash, seal, verify

NOW = "2026-03-04T05:06:07Z"


def dropped(claim: str) -> Filing:
    return Filing("claim.dropped/1", "Ann", {"claim": claim, "because": "the page changed"})


def test_an_empty_ledger_has_the_starting_head(stack):
    assert stack.ledger.head() == START
    assert list(stack.ledger.read()) == []


def test_appended_entries_are_read_back_as_they_were_sealed(stack):
    entries = seal(START, [dropped("a"), dropped("é\u2028\U0001f600")], NOW)
    stack.ledger.append(entries, START)
    assert list(stack.ledger.read()) == entries
    assert stack.ledger.head() == Head(2, entries[1].hash)
    assert verify(stack.ledger.read()) == stack.ledger.head()


def test_reading_starts_after_a_position_and_stops_at_a_limit(stack):
    stack.ledger.append(seal(START, [dropped(str(n)) for n in range(2500)], NOW), START)
    assert [entry.position for entry in stack.ledger.read(7, 3)] == [8, 9, 10]
    assert [entry.position for entry in stack.ledger.read(2498)] == [2499, 2500]
    assert [entry.position for entry in stack.ledger.read(0, 1500)] == list(range(1, 1501))
    assert sum(1 for _ in stack.ledger.read()) == 2500


def test_appending_on_an_older_head_is_a_conflict_and_adds_nothing(stack):
    first = seal(START, [dropped("a")], NOW)
    stack.ledger.append(first, START)
    with pytest.raises(Conflict) as caught:
        stack.ledger.append(seal(START, [dropped("b")], NOW), START)
    assert caught.value.hint
    assert list(stack.ledger.read()) == first


def test_entries_that_do_not_follow_the_head_are_refused(stack):
    first, second = seal(START, [dropped("a"), dropped("b")], NOW)
    with pytest.raises(LedgerError):
        stack.ledger.append([second], START)
    assert stack.ledger.head() == START
    stack.ledger.append([first], START)
    assert stack.ledger.head().position == 1


def test_entries_are_found_by_what_they_are_about(stack):
    filings = [
        dropped("a"),
        Filing("decision.same/1", "Ann", {"register": "tenures", "a": "r1", "b": "r2", "basis": "met her"}),
        Filing("decision.undone/1", "Ann", {"entry": 2, "basis": "no"}),
        dropped("c"),
    ]
    stack.ledger.append(seal(START, filings, NOW), START)
    assert [entry.position for entry in stack.ledger.about(["r2", "a"])] == [1, 2]
    assert [entry.position for entry in stack.ledger.about(["entry:2"])] == [3]
    assert stack.ledger.about(["nobody"]) == []
    assert stack.ledger.about([]) == []


def test_a_failed_transaction_leaves_nothing_behind(stack):
    with contextlib.suppress(ZeroDivisionError), stack.transaction():
        stack.ledger.append(seal(START, [dropped("a")], NOW), START)
        stack.archive.put("d" * 64, b"bytes", "text/plain")
        stack.archive.put_note("n", b"1")
        raise ZeroDivisionError
    assert stack.ledger.head() == START
    assert stack.archive.kept_as("d" * 64) is None
    assert stack.archive.note("n") == b""
    assert stack.ledger.about(["a"]) == []


def test_a_transaction_inside_another_is_part_of_it(stack):
    with contextlib.suppress(ZeroDivisionError), stack.transaction():
        with stack.transaction():
            stack.archive.put_note("n", b"1")
        raise ZeroDivisionError
    assert stack.archive.note("n") == b""


def test_what_was_filed_does_not_change_with_the_filer_s_own_copy(stack):
    body = {"claim": "a", "because": "x"}
    stack.ledger.append(seal(START, [Filing("claim.dropped/1", "Ann", body)], NOW), START)
    body["because"] = "forged"
    (entry,) = stack.ledger.read()
    assert entry_hash(entry) == entry.hash


def test_entries_are_indexed_without_being_kept(stack):
    (entry,) = seal(START, [Filing("claim.dropped/1", "Ann", {"claim": "c", "because": "b"})], "2026-03-04T05:06:07Z")
    stack.ledger.index([entry])
    assert stack.ledger.head() == START
    assert list(stack.ledger.read()) == []


def test_entries_are_counted_up_to_a_time_and_not_beyond_the_first_that_is_later(stack):
    assert stack.ledger.until(NOW) == 0
    for time in ("2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-02-01T00:00:00Z"):
        stack.ledger.append(seal(stack.ledger.head(), [dropped(time)], time), stack.ledger.head())
    found = [stack.ledger.until(time) for time in ("2025", "2026-01-01T00:00:00Z", "2026-02-15T00:00:00Z", NOW)]
    assert found == [0, 1, 1, 3]
