"""List items know the sentence that introduces them."""

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.reading.en.lists import bare, items_before, list_item
from muniment.reading.mask import Masked
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def sentences(*paragraphs: str) -> list[Masked]:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    return list(GRAMMAR.scene(Page("example", "0" * 64, text, tuple(blocks), PageMeta())).sentences)


def test_items_with_dashes_follow_their_introduction() -> None:
    told = sentences("The board did the following:", "- it met;", "- it ate.", "It went home.")
    items = [list_item(told, number) for number in range(4)]
    assert [item and (item.introduction, item.place) for item in items] == [None, (0, 1), (0, 2), None]


def test_items_without_bullets_end_with_semicolons() -> None:
    told = sentences("They spoke of such things:", "the sea;", "the weather;", "and boats.")
    assert [list_item(told, number) is not None for number in range(4)] == [False, True, True, True]


def test_sentence_after_a_colon_is_no_item_by_itself() -> None:
    told = sentences("He said one thing:", "The sea is calm today.")
    assert list_item(told, 1) is None


def test_items_right_before_a_sentence_are_found() -> None:
    told = sentences("They count three things:", "- the sea;", "- boats;", "- ropes.", "All are needed.")
    assert items_before(told, 4) == [1, 2, 3]
    assert items_before(told, 1) == []


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("– ropes", 2),
        ("• ropes", 2),
        ("3. ropes", 3),
        ("(c) ropes", 4),
        ("iv. ropes", 4),
        ("ropes", 0),
        ("2024 was calm", 0),
    ],
)
def test_bullet_is_told_from_the_words(text: str, begins: int) -> None:
    assert bare(text) == begins
