"""How surely promises are matched with the pages that report them, held to pinned floors."""

import json

import pytest
from tests.eval.promises import BEGIN, END, HALVES, PAGE, STATUS, figures, floors, pairs, table

from muniment.registers import REGISTERS


@pytest.mark.parametrize(("name", "floor"), sorted(floors().items()))
def test_promises_are_matched_no_worse_than_the_floor(name, floor):
    assert dict(figures())[name] >= floor


def test_every_figure_has_a_floor():
    assert set(dict(figures())) == set(floors())


def test_half_of_a_hundred_pairs_are_about_the_promise_and_half_are_held_back():
    found = pairs()
    about = sum(pair.label in STATUS for pair in found)
    others = sum(pair.label == "not" for pair in found)
    assert len({pair.pair for pair in found}) == len(found) >= 100
    assert about + others + sum(pair.label == "unsure" for pair in found) == len(found)
    assert min(about, others) >= 50
    assert all(abs(2 * sum(pair.half == half for pair in found) - len(found)) <= 3 for half in HALVES)


def test_every_pair_tells_a_promise_and_what_came_later_in_slots_that_there_are():
    for pair in pairs():
        assert [claim["register"] for claim in pair.said.claims] == ["commitments"], pair.pair
        assert pair.said.published < pair.later.published
        assert pair.why
        assert pair.said.words
        assert pair.later.words
        for claim in (*pair.said.claims, *pair.later.claims):
            known = {field.name for field in REGISTERS[claim["register"]].fields}
            assert set(claim) - {"register"} <= known, pair.pair


def test_no_pair_is_labelled_twice():
    seen = [json.dumps([pair.said.claims, pair.later.claims], sort_keys=True) for pair in pairs()]
    assert len(set(seen)) == len(seen)


def test_the_documentation_shows_todays_figures():
    assert PAGE.read_text("utf-8").partition(BEGIN)[2].partition(END)[0].strip() == table().strip()
