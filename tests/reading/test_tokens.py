"""Tokens are folded in place, and phrases are found where they are looked for as if they were looked for everywhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.reading.en import bodies, offices, people, titles
from muniment.reading.tokens import Phrase, Tokens

PHRASES = {
    f"{module.__name__.rsplit('.')[-1]}.{name}": phrase
    for module in (bodies, offices, people, titles)
    for name, phrase in vars(module).items()
    if isinstance(phrase, Phrase)
}
CLASSES = (
    "".join(sorted(set("".join(phrase.lead for phrase in PHRASES.values())))) + 'oot(vwwpqjkeEGgQDPYAhOHKzXXX\n:,c"a'
)


@pytest.mark.parametrize("name", sorted(PHRASES))
@given(classes=st.text(alphabet=CLASSES, max_size=30))
def test_a_phrase_is_found_as_if_its_pattern_were_tried_everywhere(name: str, classes: str) -> None:
    phrase = PHRASES[name]
    assert [m.span() for m in phrase.finditer(classes)] == [m.span() for m in phrase.pattern.finditer(classes)]


def test_a_fold_makes_one_token_with_its_words_and_leaves_the_others_where_they_were() -> None:
    text = "Ana Dol met Ivo Ram."
    tokens = Tokens.of(text, [("X", 0, 3, None), ("X", 4, 7, None), ("w", 8, 11, None), ("X", 12, 15, None),
                              ("X", 16, 19, None), (".", 19, 20, None)])  # fmt: skip
    tokens.collapse([(0, 2, "P", "Ana"), (1, 3, "P", "overlaps"), (3, 5, "P", "Ivo")])
    assert tokens.classes == "PwP."
    assert tokens.words == ["Ana Dol", "met", "Ivo Ram", "."]
    assert tokens.starts == [0, 8, 12, 19]
    assert tokens.values == ["Ana", None, "Ivo", None]
    assert [tokens.end(index) for index in range(4)] == [7, 11, 19, 20]
