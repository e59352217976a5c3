"""Parts of one content in two languages stand beside each other by their length and their numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.rules.parallel import aligned

LONG = "The ministers of the member states considered the state of the lighthouses and agreed to mend them. "
LONG_FR = "Les ministres des États membres ont examiné l'état des phares et sont convenus de les réparer. "


def test_parts_of_like_length_stand_beside_each_other_in_order():
    assert aligned([LONG, "It was so.", LONG * 3], [LONG_FR, "Ce fut ainsi.", LONG_FR * 3]) == [
        ((0,), (0,)), ((1,), (1,)), ((2,), (2,)),
    ]  # fmt: skip


def test_a_part_that_the_other_text_has_in_two_stands_beside_both():
    assert aligned([LONG * 2, LONG * 4], [LONG_FR, LONG_FR, LONG_FR * 4]) == [((0,), (0, 1)), ((1,), (2,))]


def test_a_part_that_the_other_text_leaves_out_stands_alone():
    one = [LONG + "On 5 May 2031.", LONG * 5, LONG + "There were 48 lamps, 1907 and 22."]
    other = [LONG_FR + "Le 5 mai 2031.", LONG_FR + "Il y avait 48 lampes, 1907 et 22."]
    assert aligned(one, other) == [((0,), (0,)), ((1,), ()), ((2,), (1,))]


@pytest.mark.parametrize(("one", "other"), [([], []), (["a"], []), ([], ["a", "b"])])
def test_a_text_without_parts_leaves_the_others_alone(one, other):
    assert [pair for pair in aligned(one, other) if pair[0] and pair[1]] == []
    assert [place for pair in aligned(one, other) for place in pair[1]] == list(range(len(other)))


@given(st.lists(st.text(max_size=60), max_size=14), st.lists(st.text(max_size=60), max_size=14))
def test_every_part_is_in_one_pair_and_in_order(one, other):
    pairs = aligned(one, other)
    assert [place for pair in pairs for place in pair[0]] == list(range(len(one)))
    assert [place for pair in pairs for place in pair[1]] == list(range(len(other)))
