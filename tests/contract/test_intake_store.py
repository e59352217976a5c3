"""What every intake store promises."""

from __future__ import annotations

import contextlib

import pytest

from muniment.ledger.intake import Asked, Due, KeptExchange, exchange_id

DAY = "2026-03-04T05:06:07Z"


def kept(address: str, response: bytes = b"HTTP/1.1 200 OK\r\n\r\n\x00\xff", document: str = "") -> KeptExchange:
    bare = KeptExchange(0, "", address, DAY, "192.0.2.1", 200, document, b"GET / HTTP/1.1\r\n\r\n", response)
    return KeptExchange(**{name: getattr(bare, name) for name in bare.__struct_fields__} | {"id": exchange_id(bare)})


def test_exchanges_come_back_exactly_once_each_and_in_order(stack):
    one, two = kept("https://a.example/", bytes(range(256)) * 99), kept("https://b.example/")
    with stack.transaction():
        assert stack.intake.put_exchange(one) is True
        assert stack.intake.put_exchange(two) is True
        assert stack.intake.put_exchange(one) is False
    found = list(stack.intake.exchanges())
    assert [(x.number, x.id, x.response) for x in found] == [(1, one.id, one.response), (2, two.id, two.response)]
    assert [x.id for x in stack.intake.exchanges(1)] == [two.id]
    assert all(exchange_id(x) == x.id for x in found)
    assert stack.intake.exchange(two.id).address == "https://b.example/"
    assert stack.intake.exchange("none") is None


@pytest.mark.parametrize("field", ["address", "seen_at", "remote", "status", "document", "request", "response"])
def test_the_id_of_an_exchange_covers_all_that_is_in_it(field):
    one = kept("https://a.example/")
    value = getattr(one, field)
    other = 404 if field == "status" else value + (b"x" if isinstance(value, bytes) else "x")
    values = {name: getattr(one, name) for name in one.__struct_fields__}
    assert exchange_id(KeptExchange(**{**values, field: other})) != one.id


def test_how_an_address_answered_last_is_known(stack):
    assert stack.intake.asked("https://a.example/") is None
    stack.intake.put_asked(Asked("https://a.example/", DAY, 200, "https://a.example/x", '"e"', "Mon", "doc", "s"))
    stack.intake.put_asked(Asked("https://a.example/", DAY, 404))
    assert stack.intake.asked("https://a.example/") == Asked("https://a.example/", DAY, 404)


def test_addresses_of_a_source_not_asked_for_long_are_found(stack):
    for day in (3, 1, 2):
        stack.intake.put_asked(Asked(f"https://a.example/{day}", f"2026-03-0{day}T00:00:00Z", 200, source="s"))
    stack.intake.put_asked(Asked("https://a.example/o", "2026-03-01T00:00:00Z", 200, source="other"))
    found = stack.intake.asked_before("s", "2026-03-03T00:00:00Z", 10)
    assert [one.address[-1] for one in found] == ["1", "2"]
    assert len(stack.intake.asked_before("s", "2026-03-03T00:00:00Z", 1)) == 1


def test_the_worklist_keeps_each_address_once_in_order(stack):
    stack.intake.put_due([Due(0, "a", "page", "s"), Due(0, "b", "page", "s"), Due(0, "a", "list", "s", 2)])
    stack.intake.put_due([Due(0, "a", "page", "t"), Due(0, "c", "page", "s")])
    found = stack.intake.due()
    assert [(one.address, one.role, one.source, one.depth) for one in found] == [
        ("a", "page", "s", 0), ("b", "page", "s", 0), ("a", "list", "s", 2), ("c", "page", "s", 0)
    ]  # fmt: skip
    stack.intake.put_off(found[1].number, 2, DAY)
    stack.intake.take_due(found[0].number)
    left = stack.intake.due()
    assert [(one.address, one.tries, one.not_before) for one in left] == [("b", 2, DAY), ("a", 0, ""), ("c", 0, "")]
    assert [one.address for one in stack.intake.due(left[0].number, 1)] == ["a"]


def test_how_a_source_stands_is_kept_as_it_was_put_down(stack):
    state = {"kind": "feed", "nested": {"a": [1, 2]}, "empty": ""}
    stack.intake.put_poll("https://b.example/", {})
    stack.intake.put_poll("https://a.example/", state)
    state["nested"]["a"].append(3)
    stack.intake.put_poll("https://b.example/", {"x": 1})
    assert stack.intake.polls() == {
        "https://a.example/": {"kind": "feed", "nested": {"a": [1, 2]}, "empty": ""}, "https://b.example/": {"x": 1}
    }  # fmt: skip


def test_a_transaction_that_fails_leaves_nothing_of_a_fetch(stack):
    class TakenBackError(Exception):
        pass

    stack.intake.put_due([Due(0, "a", "page", "s")])
    with contextlib.suppress(TakenBackError), stack.transaction():
        stack.intake.put_exchange(kept("https://a.example/"))
        stack.intake.put_asked(Asked("a", DAY))
        stack.intake.take_due(stack.intake.due()[0].number)
        raise TakenBackError
    assert [one.address for one in stack.intake.due()] == ["a"]
    assert (stack.intake.asked("a"), list(stack.intake.exchanges())) == (None, [])
