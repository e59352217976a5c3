"""Lists as of a day: what a store finds is what the rules find row by row."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.contract.conftest import open_stack
from tests.registers.test_projector_replay import entries_of, steps

from muniment.registers.lasting import so_on, spell_of
from muniment.registers.projector import apply
from muniment.stacks.listing import Listing

REGISTERS = ("meetings", "tenures", "relations", "instruments")
DAYS = ["2030-12-31", "2031-01-01", "2031-11-15", "2031-11-23", "2031-12-31", "2032-02-01", "2040-01-01"]


@settings(max_examples=25)
@given(steps, st.sampled_from(DAYS))
def test_every_store_lists_what_was_so_on_a_day(tmp_path_factory, script, day):
    entries, _ = entries_of(script)
    lists = []
    for name in ("memory", "sqlite"):
        with open_stack(name, tmp_path_factory.mktemp("as_of")) as stack:
            with stack.transaction():
                for entry in entries:
                    apply(stack.rows, entry)
            found = {}
            for register in REGISTERS:
                rows, total = stack.rows.listed(Listing(register, as_of=day, limit=1000))
                every = [row for row in stack.rows.all(register) if not (row.withdrawn or row.merged_into)]
                wanted = {row.id for row in every if so_on(row, day, every) is not None}
                assert {row.id for row in rows} == wanted
                assert total == len(wanted)
                certain = [spell_of(row).is_sure(day) for row in rows]
                assert certain == sorted(certain, reverse=True)
                found[register] = [row.id for row in rows]
            lists.append(found)
    assert lists[0] == lists[1]
