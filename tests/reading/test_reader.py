"""The reader: what it says of pages before any rule has read them."""

import gc
import weakref

from muniment.profiles import world
from muniment.reading import Reader
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page

READER = Reader([], world())


def test_a_teaser_is_titled_by_its_words_and_not_by_the_date_above_them() -> None:
    text = "26.07.2024\nThe Council of Ports opens its doors to visitors.\n"
    page = Page("page.txt", "0" * 64, text, (Block("teaser", 0, len(text)),))
    stub = next(c for c in READER.read(page).claims if c.slots.get("stub"))
    assert stub.source == "page.txt#teaser-1"
    assert stub.slots["title"] == "The Council of Ports opens its doors to visitors."


def test_a_page_in_a_language_that_is_not_read_says_so_and_accounts_for_its_sentences() -> None:
    text = "Генеральный секретарь организации принял посла республики и обсудил с ним планы на будущий год."
    reading = READER.read(Page("page.txt", "0" * 64, text, (Block("paragraph", 0, len(text)),)))
    assert (reading.language, reading.reader) == ("ru", "")
    assert [c.register for c in reading.claims] == ["documents"]
    assert {s.reason for s in reading.sentences} == {"language"}


def test_a_page_that_is_read_is_let_go_without_a_look_for_cycles() -> None:
    text = "On 5 May 2024, the Council of Ports met in Oslo. “We will meet again,” Secretary General Ana Dol said."
    grammar = Grammar([], world())
    gc.disable()
    try:
        scene = weakref.ref(grammar.read(Page("page.txt", "0" * 64, text, (Block("paragraph", 0, len(text)),))))
        assert scene() is None
    finally:
        gc.enable()
