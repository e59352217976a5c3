"""Whatever is done to them, memory and SQLite give the same."""

from __future__ import annotations

import tempfile
from pathlib import Path
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.ledger import Filing, seal
from muniment.registers.row import FiledClaim, Row
from muniment.stacks import sqlite
from muniment.stacks.listing import Listing
from muniment.stacks.memory import MemoryStack

NAMES = st.sampled_from(["a", "b", "c", "Ä", "z"])
DATES = st.sampled_from(["", "2020", "2020-05", "2020-05-06", "2021-01-01"])
KEYS = st.lists(st.sampled_from("pqrs"), max_size=3)

rows = st.builds(
    lambda name, person, start, acting, position, hidden: Row(
        "tenures", name, {"person": person, "start": start, "acting": acting}, position=position, withdrawn=hidden
    ),
    NAMES, NAMES, DATES, st.booleans(), st.integers(1, 4), st.booleans(),
)  # fmt: skip
claims = st.builds(
    lambda name, row, content, dates, position, dropped: FiledClaim(
        name, "tenures", row, content, f"{name}.txt", "d" + row, {"n": position}, position, position,
        stated_on=dates, dropped=dropped,
    ),
    st.text("abcdef", min_size=1, max_size=1), NAMES, st.sampled_from("tu"), DATES, st.integers(1, 5), st.booleans(),
)  # fmt: skip
steps = st.lists(
    st.one_of(
        st.tuples(st.just("put"), rows, KEYS),
        st.tuples(st.just("drop"), NAMES),
        st.tuples(st.just("keep"), claims),
        st.tuples(st.just("move"), NAMES, st.sampled_from("tu"), NAMES, st.sampled_from("tu")),
        st.tuples(st.just("file"), NAMES),
        st.tuples(st.just("fail"), NAMES),
    ),
    max_size=25,
)


def take(stack, step) -> None:
    what, *values = step
    if what == "put":
        stack.rows.put(*values)
    elif what == "drop":
        stack.rows.drop("tenures", values[0])
    elif what == "keep":
        stack.rows.keep(values[0])
    elif what == "move":
        stack.rows.move("tenures", *values)
    else:
        filing = Filing("claim.dropped/1", "Ann", {"claim": values[0], "because": "x"})
        head = stack.ledger.head()
        try:
            with stack.transaction():
                stack.ledger.append(seal(head, [filing], "2026-01-01T00:00:00Z"), head)
                stack.rows.drop("tenures", values[0])
                if what == "fail":
                    raise InterruptedError
        except InterruptedError:
            pass


def everything(stack) -> list[object]:
    listings = [
        Listing("tenures", sort=sort, descending=down, where=where, limit=limit, offset=offset)
        for sort in ("", "caption", "person", "acting")
        for down in (False, True)
        for where in (
            {}, {"acting": "true"}, {"since": "2020-05-03"}, {"until": "2020-05"},
            {"acting": "true", "since": "2020-05"},
            {"acting": "true", "person": "a"},
        )
        for limit, offset in ((9, 0), (2, 1), (0, 0))
    ]  # fmt: skip
    return [
        [stack.rows.listed(listing) for listing in listings],
        [stack.rows.find("tenures", list(keys), 3) for keys in ("pq", "qrs", "p")],
        [stack.rows.tell("tenures", row, content) for row in ("a", "b", "c", "Ä", "z") for content in "tu"],
        [list(stack.rows.of_document("d" + row)) for row in "abc"],
        [stack.rows.stated("d" + row) for row in "abcz"],
        [stack.rows.claims_of("tenures", row, 2, 1) for row in "abc"],
        [stack.rows.counts(), stack.rows.values("tenures", "person", 9), stack.rows.ids("tenures", "a")],
        [{hit.id for hit in stack.rows.search(word, "", 9)} for word in "abcz"],
        [list(stack.ledger.read()), stack.ledger.about(["a", "b"]), stack.ledger.head()],
    ]


@settings(max_examples=30)
@given(steps)
def test_memory_and_sqlite_are_told_apart_by_nothing(done):
    memory = MemoryStack()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        sqlite.create(path, wait_seconds=1)
        with sqlite.open_for_writing(path, wait_seconds=1) as stored:
            for step in done:
                take(memory, step)
                take(stored, step)
            assert everything(memory) == everything(stored)
            with mock.patch("muniment.stacks.row_lists._FEW", -1):  # every list is read along the index of its dates
                assert everything(memory) == everything(stored)
