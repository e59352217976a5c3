"""What is looked for only where it may stand is found as if it were looked for everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.profiles import world
from muniment.reading.en.dates import find
from muniment.reading.en.dates.finding import find_within
from muniment.reading.en.definitions import find_definitions
from muniment.reading.en.lexicon import lexicon
from muniment.reading.en.modality import is_planned, modality
from muniment.reading.gazetteer import Gazetteer
from muniment.reading.mask import masked
from muniment.reading.tokens import Tokens

CLAUSES = st.lists(
    st.sampled_from(
        [
            "will",
            "not",
            "if",
            "is",
            "was",
            "are",
            "to",
            "be",
            "planned",
            "upcoming",
            "the",
            "session",
            "could",
            "never",
            "in",
        ]
    ),
    max_size=9,
).map(" ".join)


@given(CLAUSES)
def test_a_clause_is_planned_where_its_modality_says_so(clause: str) -> None:
    assert is_planned(clause) == (modality(clause) == "planned")


def test_dates_beside_the_stretches_that_are_read_are_left_out() -> None:
    text = "Read also: 3 May 2021\nThe council met on 5 June 2022 and will meet in July.\nNext: 7 August 2023"
    first, last = text.index("The"), text.index("Next")
    found = find_within(text, [(first, last)])
    assert [text[m.start : m.end] for m in found] == ["5 June 2022", "July"]
    assert found == [m for m in find(text) if first <= m.start < last]
    assert find_within(text, []) == []


@pytest.mark.parametrize("joint", ["\n", " ", ""])
def test_names_are_found_alike_whether_stretches_touch_or_not(joint: str) -> None:
    gazetteer = Gazetteer([], world())
    text = f"Serbia spoke.{joint}Then Kenya-born Serbians left for Nairobi."
    middle = text.index("Then")
    apart = [hit for start, end in ((0, middle), (middle, len(text))) for hit in gazetteer.find(text, [(start, end)])]
    assert gazetteer.find(text, [(0, middle), (middle, len(text))]) == apart
    assert [form for _, _, form in apart] == ["Serbia", "Nairobi"]


def test_placeholders_of_one_kind_are_told_from_others_and_from_the_page_s_own_characters() -> None:
    text = "\ue044 Ana met Ivo on Monday"
    places = [("A", 2, 5, "Ana"), ("w", 6, 9, None), ("A", 10, 13, "Ivo"), ("w", 14, 16, None), ("D", 17, 23, 1)]
    sentence = masked(Tokens.of(text, [("w", 0, 1, None), *places]), 0, 6)
    assert [sentence.value(at) for at in sentence.places(kinds="A")] == ["Ana", "Ivo"]
    assert [sentence.value(at) for at in sentence.places(kinds="D")] == [1]
    assert sentence.places(kinds="B") == []


@pytest.mark.parametrize(
    ("text", "defined"),
    [
        ("The delta (ORB (Organization of River Banks)) is wide.", {"ORB": "Organization of River Banks"}),
        (
            "The XORB2 (Organization of River Banks) met.",
            {"Organization of River Banks": "Organization of River Banks"},
        ),
        ("The Delta Union met. The Delta Union and its DUA spoke of a ReUnion.", {"Delta Union": "Delta Union"}),
    ],
)
def test_abbreviations_are_whole_words_beside_their_full_form(text: str, defined: dict[str, str]) -> None:
    assert find_definitions(text, Gazetteer([], world()), lexicon()) == defined
