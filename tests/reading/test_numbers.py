"""Ordinals, cardinals and quantities in words, figures and Roman numerals."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.reading.en import numbers

ORDINALS = [
    ("fourteenth", 14), ("15th", 15), ("XV", 15), ("twenty-second", 22), ("Seventy-seventh", 77), ("1st", 1),
    ("fortieth", 40), ("ninetieth", 90), ("one hundred and fifth", 105), ("hundredth", 100), ("IX", 9),
]  # fmt: skip


@pytest.mark.parametrize(("word", "value"), ORDINALS)
def test_ordinals_have_their_value(word: str, value: int) -> None:
    assert numbers.ordinal_value(word) == value


@pytest.mark.parametrize("word", ["fourteen", "15", "IIII", "MIX", "tenthly", "", "st", "VX", "the"])
def test_other_words_are_no_ordinals(word: str) -> None:
    assert numbers.ordinal_value(word) is None


CARDINALS = [
    ("nineteen", 19), ("twenty-two", 22), ("3,600", 3600), ("one hundred", 100), ("a hundred", 100), ("12", 12),
    ("two hundred and five", 205), ("three thousand", 3000), ("a dozen", 12), ("two dozen", 24), ("1 234", None),
    ("and", None), ("a", None), ("some", None), ("3.5", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("word", "value"), CARDINALS)
def test_cardinals_have_their_value_and_other_words_none(word: str, value: int | None) -> None:
    assert numbers.cardinal_value(word) == value


QUANTITIES = [
    ("over 3,600 troops", (">", 3600, "")),
    ("more than twenty aircraft", (">", 20, "")),
    ("at least 12 people", (">=", 12, "")),
    ("no fewer than five states", (">=", 5, "")),
    ("up to 40 per cent", ("<=", 40, "%")),
    ("nearly 3.5 million", ("<~", 3_500_000, "")),
    ("about one hundred and ten", ("~", 110, "")),
    ("around 200", ("~", 200, "")),
    ("some two thousand men", ("~", 2000, "")),
    ("less than 5%", ("<", 5, "%")),
    ("22 documents", ("", 22, "")),
    ("2.5 tonnes", ("", 2.5, "")),
]


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_quantities_have_comparator_value_and_unit(text: str, expected: tuple[str, int | float, str]) -> None:
    found = numbers.find_quantities(text)
    assert [(q.comparator, q.value, q.unit) for q in found] == [expected]
    assert text[found[0].start : found[0].end] == text[: found[0].end]
    assert text[found[0].number_start].isalnum()


@pytest.mark.parametrize("text", ["20.01.2022", "10:30", "No. 12/2023", "COVID-19", "the 15th", "someone", "K-9"])
def test_other_figures_are_no_quantities(text: str) -> None:
    assert numbers.find_quantities(text) == []


def test_numbers_in_spans_kept_apart_are_left_out() -> None:
    text = "On 5 May 12 ships came."
    assert [q.value for q in numbers.find_quantities(text, apart=[(3, 8)])] == [12]


def test_ordinals_are_found_with_their_places() -> None:
    text = "The fourteenth plenary session, the XV session, the 77th one; I met the Second Summit in XII."
    assert [(text[o.start : o.end], o.value) for o in numbers.find_ordinals(text)] == [
        ("fourteenth", 14),
        ("XV", 15),
        ("77th", 77),
        ("Second", 2),
    ]


@given(st.integers(1, 399))
def test_roman_numerals_read_as_they_are_written(value: int) -> None:
    rest, written = value, ""
    for worth, letters in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        written += letters * (rest // worth)
        rest %= worth
    assert numbers.roman_value(written) == value


def test_printed_examples_hold() -> None:
    assert doctest.testmod(numbers).failed == 0
