"""Whatever words stand together: every mention lies inside its sentence, and the mask leads back to the page."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())

_WORDS = (
    "the The of and , , . ; : ( ) “ ” ' 's - – in on with by said noted that President Minister Foreign Affairs "
    "Deputy Secretary General Council Committee Working Group Serbia Serbian Oslo Ana Dol Jon Arr A. H.E. Mr. Dr. "
    "Colonel bin al-Dom LRS League Rivers 5 May 2024 12th draft Agreement adopted met will he she We CHAIR ORDER "
    "former acting"
)
WORDS = st.sampled_from(sorted(_WORDS.split()))


@settings(max_examples=150)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_mentions_lie_inside_their_sentence(words: list[str]) -> None:
    text = " ".join(words)
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    end = 0
    for sentence in GRAMMAR.scene(page).sentences:
        assert end <= sentence.start <= sentence.end <= len(text)
        for at in sentence.places():
            first, last = sentence.span(at, at + 1)
            assert max(end, sentence.start) <= first < last <= sentence.end
            assert text[first:last].strip() == text[first:last] != ""
            end = last
        assert sentence.span(0, len(sentence.text)) == (sentence.start, sentence.end) or not sentence.text
        end = sentence.end
