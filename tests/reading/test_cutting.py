"""Text is cut into the same tokens whichever way is the faster one for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.reading.en.cutting import WORD, Kinds, words_of

LETTERS = "aZé’'.,- 5(“A.BŁ中ж\n"


@given(st.text(alphabet=LETTERS, max_size=40))
def test_both_ways_cut_the_same_tokens_and_lose_nothing(text: str) -> None:
    pieces = words_of(text, 0, len(text))
    assert "".join(pieces) == text
    assert [p for p in pieces if not p.isspace()] == [m.group() for m in WORD.finditer(text)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("His Excellency Mr. K.-J. Orel", ["His Excellency", "Mr.", "K.-J.", "Orel"]),
        ("the Union’s co-chair", ["the", "Union", "’s", "co-chair"]),
        ("22-23 May", ["22-23", "May"]),
    ],
)
def test_titles_initials_and_hyphens_stay_whole(text: str, tokens: list[str]) -> None:
    assert [p for p in words_of(text, 0, len(text)) if not p.isspace()] == tokens


def test_the_class_of_a_token_is_told_once_and_memory_stays_bounded() -> None:
    told: list[str] = []
    kinds = Kinds(lambda word: told.append(word) or "X")  # type: ignore[func-returns-value]
    assert [kinds["word"], kinds["word"], kinds[" "], kinds["7"], kinds["K."]] == ["X", "X", " ", "n", "?"]
    assert told == ["word"]
