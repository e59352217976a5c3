"""Quotation marks: what is a title, what is speech, and what goes on over paragraphs."""

from __future__ import annotations

import pytest

from muniment.reading.en.quotes import find_quotes


def kinds(text: str) -> list[tuple[str, str]]:
    blocks, start = [], 0
    for part in text.split("\n\n"):
        blocks.append((start, start + len(part)))
        start += len(part) + 2
    return [(quote.kind, text[quote.start : quote.end]) for quote in find_quotes(text, blocks)]


ONE = [
    ("They held the exercise “Calm Delta-2024” in May.", "title", "Calm Delta-2024"),
    ('The law "On Ferries" was read.', "title", "On Ferries"),
    ("“The river is calm,” he said.", "speech", "The river is calm,"),
    ("«The river is calm and we are ready», Ana Dol observed.", "speech", "The river is calm and we are ready"),
    ("She called it “a good day for the whole delta”.", "partial", "a good day for the whole delta"),
    ("The topic of the briefing was “Results of the spring floods and tasks for the year”.", "title",
     "Results of the spring floods and tasks for the year"),
    ("They spoke on the subject: “Main tasks of the ferries and of the ports in the coming winter”.", "title",
     "Main tasks of the ferries and of the ports in the coming winter"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "words"), ONE)
def test_tells_titles_from_speech(text: str, kind: str, words: str) -> None:
    assert kinds(text) == [(kind, words)]


def test_apostrophes_open_nothing() -> None:
    assert kinds("The minister's ship and the sailors' hut don't float.") == []


def test_speech_goes_on_over_paragraphs_until_it_is_closed() -> None:
    text = "He said: “The river is calm.\n\n“The dam will hold.”\n\nHe left."
    blocks = [(0, 28), (30, 50), (52, 60)]
    found = find_quotes(text, blocks)
    assert (found[0].open, found[0].opened) == (True, False)
    assert found[-1].end < 52


def test_unbalanced_marks_end_with_their_block() -> None:
    text = "He said: “The river is calm and the dam will hold.\n\nThe ferries left."
    assert all(quote.end <= 50 for quote in find_quotes(text, [(0, 50), (52, 69)]))
