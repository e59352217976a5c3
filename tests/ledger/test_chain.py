"""The chain finds every change."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.errors import Broken, LedgerError
from muniment.ledger import GENESIS, START, Entry, Filing, Head, entry_hash, seal, verify
from muniment.terms.ids import canonical, digest

NOW = "2026-03-04T05:06:07Z"

plain_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
numbers = st.integers(-(10**12), 10**12) | st.floats(0.001, 1e9)
values = st.recursive(
    st.none() | st.booleans() | numbers | plain_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain_text, inner, max_size=3),
    max_leaves=8,
)
filings = st.builds(
    lambda claim, slots, author: Filing(
        "claim.filed/1", author, {"claim": claim, "register": "r", "source": "s", "slots": slots, "evidence": []}
    ),
    plain_text,
    st.dictionaries(plain_text, values, max_size=3),
    plain_text,
)
ledgers = st.lists(filings, min_size=1, max_size=5).map(lambda found: seal(START, found, NOW))


def test_sealed_entries_are_chained_from_the_genesis():
    first, second = seal(START, [Filing("claim.dropped/1", "Ann", {"claim": "a", "because": "b"})] * 2, NOW)
    assert (first.position, first.previous) == (1, GENESIS)
    assert (second.position, second.previous) == (2, first.hash)
    assert verify([first, second]) == Head(2, second.hash)
    assert verify([second], Head(1, first.hash)) == Head(2, second.hash)


@given(ledgers)
def test_an_untouched_ledger_verifies(entries):
    assert verify(entries) == Head(len(entries), entries[-1].hash)


@given(ledgers, st.data())
def test_any_change_of_any_entry_is_found(entries, data):
    place = data.draw(st.integers(0, len(entries) - 1))
    name = data.draw(st.sampled_from(Entry.__struct_fields__))
    old = getattr(entries[place], name)
    new = data.draw(
        st.integers(0, 9)
        if name == "position"
        else st.dictionaries(plain_text, values)
        if name == "body"
        else plain_text
    )
    if canonical(new) == canonical(old):
        return
    changed = list(entries)
    changed[place] = msgspec.structs.replace(entries[place], **{name: new})
    with pytest.raises(Broken):
        verify(changed)


@given(ledgers, st.data())
def test_taking_away_doubling_or_swapping_entries_is_found(entries, data):
    place = data.draw(st.integers(0, len(entries) - 1))
    tampered = data.draw(
        st.sampled_from(
            [
                [*entries[:place], entries[place], *entries[place:]],
                *([[*entries[:place], *entries[place + 1 :]]] if place + 1 < len(entries) else []),
                *([list(reversed(entries))] if len(entries) > 1 else []),
            ]
        )
    )
    with pytest.raises(Broken):
        verify(tampered)


def test_a_rewritten_ledger_has_another_head():
    one, two = (seal(START, [Filing("claim.dropped/1", "Ann", {"claim": "a", "because": b})], NOW) for b in "xy")
    assert verify(one) != verify(two)


@given(values, values)
def test_different_values_have_different_ids(one, other):
    if _same(one, other):
        assert digest(one) == digest(other)
    else:
        assert digest(one) != digest(other)


def _same(one: object, other: object) -> bool:
    """Equality that tells True from 1 and 1.0 from 1, as JSON does."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other


def test_joined_words_do_not_meet():
    assert digest(["ab", "c"]) != digest(["a", "bc"])


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300, 1e-9, b"\xff", "\ud800", {1: 2}, object()])
def test_what_json_would_change_is_refused(value):
    body = {"claim": "a", "register": "r", "source": "s", "slots": {"x": [value]}, "evidence": []}
    with pytest.raises(LedgerError):
        seal(START, [Filing("claim.filed/1", "Ann", body)], NOW)


def test_the_hash_does_not_cover_itself():
    (entry,) = seal(START, [Filing("claim.dropped/1", "Ann", {"claim": "a", "because": "b"})], NOW)
    assert entry_hash(msgspec.structs.replace(entry, hash="")) == entry.hash
