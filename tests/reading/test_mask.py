"""Masked sentences lead back to the page, whatever blanks stand in it."""

from hypothesis import given
from hypothesis import strategies as st

from muniment.reading.mask import expand, masked
from muniment.reading.tokens import Tokens


def sentence(text: str) -> Tokens:
    start = text.index("ANA")
    return Tokens.of(text, [("w", 0, start, None), ("A", start, start + 3, "Ana"), ("w", start + 3, len(text), None)])


def test_runs_of_blanks_become_one_and_offsets_lead_back() -> None:
    text = "The  minister\u00a0ANA \n spoke."
    found = masked(sentence(text), 0, 3)
    assert found.shown() == "The minister ⟨A⟩ spoke."
    at = found.text.index("spoke")
    assert text[slice(*found.span(at, at + 5))] == "spoke"
    assert text[slice(*found.span(0, 12))] == "The  minister"
    assert found.value(found.places()[0]) == "Ana"


@given(st.text(alphabet="ab \n\u00a0.,", max_size=30), st.text(alphabet="ab \n\u00a0.,", max_size=30))
def test_every_stretch_of_the_mask_is_a_stretch_of_the_page(before: str, after: str) -> None:
    text = f"x{before}ANA{after}y"
    found = masked(sentence(text), 0, 3)
    for start in range(len(found.text)):
        first, last = found.span(start, start + 1)
        assert 0 <= first < last <= len(text)
        if not found.kind(start):
            assert text[first:last].split() == found.text[start].split()
    assert found.span(0, len(found.text)) == (0, len(text))


def test_the_page_s_own_private_use_characters_are_no_placeholders() -> None:
    text = "\ue041 said  ANA \ue042 spoke"
    found = masked(sentence(text), 0, 3)
    assert found.shown() == "\ufffd said ⟨A⟩ \ufffd spoke"
    assert [found.value(at) for at in found.places()] == ["Ana"]


def test_placeholders_are_expanded_in_patterns_and_nothing_else_is() -> None:
    assert expand("{A}") == chr(0xE000 + ord("A"))
    assert expand("{AB}").startswith("[")
    assert expand(r"x{2,3}") == "x{2,3}"
