"""Text is cut into the same tokens whichever way is the faster one for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.reading.en.cutting import DOTTED, WORD, Kinds, told_apart, words_of
from muniment.reading.en.lexicon import lexicon
from muniment.reading.en.words import tokenise

LETTERS = "aZé’'.,- 5(“A.BŁ中ж\n"
PIECES = [*LETTERS, "  ", "His ", "Excellency", "Mr. ", "HE ", "Hon. ", "K. ", "Yu. ", "U.S. ", "the ", "Union", "’s ",
          "General of the Army ", "co-chair", "\u00a0", "\ue000", "H.E. ", "and", " Grace", ")", "”", '"',
          "9,502", "12. ", " Tolmar", "Al-Said", "al-Dol ", ";"]  # fmt: skip


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


def cut_whole(text: str) -> list[tuple[str, str, int]]:
    """Return class, word and start of each token of a stretch that is cut as one."""
    words = words_of(text, 0, len(text))
    starts = [sum(map(len, words[:number])) for number in range(len(words))]
    kinds = told_apart(text, len(text), "".join(map(lexicon().kinds.__getitem__, words)), starts).replace(DOTTED, "Z")
    return [token for token in zip(kinds, words, starts, strict=True) if token[0] != " "]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_words_looked_up_between_blanks_are_those_of_the_stretch_cut_as_one(pieces: list[str]) -> None:
    text = "x" + "".join(pieces) + "y"
    tokens = tokenise(text, [(0, len(text))], [], lexicon())
    plain = text.replace("\ue000", "\ufffd")
    found = list(zip(tokens.classes, tokens.words, tokens.starts, strict=True))
    whole = cut_whole(plain)
    # abbreviations may be made a name's by their neighbours, which is done after the words are cut
    if all(kind != "Z" for kind, _, _ in whole) and "\n" not in text:
        assert found == [*whole, ("\n", "", len(text))]
    assert [tokens.text[at : at + len(word)].replace("\ue000", "\ufffd") for _, word, at in found] == [
        w for _, w, _ in found
    ]


@given(st.lists(st.sampled_from(PIECES), max_size=6), st.lists(st.sampled_from(PIECES), max_size=6))
def test_what_was_found_beforehand_is_one_token_and_words_beside_it_are_cut_on_their_own(
    before: list[str], behind: list[str]
) -> None:
    left, right = "x" + "".join(before), "".join(behind) + "y"
    text = f"{left}Tolmar5 May{right}"
    at = len(left)
    hits = [(at, at + 6, "S", "Tolmar"), (at + 6, at + 11, "D", 5)]
    tokens = tokenise(text, [(0, len(text))], hits, lexicon())
    index = tokens.starts.index(at)
    assert tokens.words[index : index + 2] == ["Tolmar", "5 May"]
    assert tokens.values[index : index + 2] == ["Tolmar", 5]
    assert tokens.words[:index] == [word for _, word, _ in cut_whole(left.replace("\ue000", "\ufffd"))]
    assert tokens.words[index + 2 : -1] == [word for _, word, _ in cut_whole(right.replace("\ue000", "\ufffd"))]
