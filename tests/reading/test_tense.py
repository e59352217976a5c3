"""The tense in which a date without a year is told."""

import pytest

from muniment.reading.en.modality import is_planned
from muniment.reading.en.tense import tense_at


@pytest.mark.parametrize(
    ("sentence", "tense"),
    [
        ("The Council will meet in # in Tolmar.", "future"),
        ("The plan was agreed in #.", "past"),
        ("The ministers, who met in #, are pleased.", "past"),
        ("In # the ministers met in Tolmar.", "past"),
        ("Back in # the treaty was signed.", "past"),
        ("The session was to be held in #.", ""),
        ("The draft was agreed in # and will be signed soon.", "past"),
        ("The session, which was due to be held in #, was put off.", ""),
        ("The text is to be signed in #.", "future"),
        ("The Council welcomes the report of #.", ""),
        ("The ministers met, and the plan will be signed in #.", "future"),
    ],
)
def test_the_words_around_a_date_tell_its_tense(sentence: str, tense: str) -> None:
    assert tense_at(sentence, sentence.index("#"), is_planned(sentence)) == tense
