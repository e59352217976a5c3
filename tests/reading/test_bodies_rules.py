"""What pages tell of organs being formed, at work or dissolved."""

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def read(text: str) -> dict[str, str]:
    """Return name -> status of the bodies a paragraph tells of."""
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return {d.slots["name"]: d.slots["status"] for d in GRAMMAR.read(page).drafts if d.register == "bodies"}


@pytest.mark.parametrize(
    ("sentence", "name", "status"),
    [
        ("It was decided to establish the Harbour Research Centre.", "Harbour Research Centre", "forming"),
        ("The Advisory Committee on Ports will be set up in June.", "Advisory Committee on Ports", "forming"),
        ("The Committee on Fisheries was dissolved in May.", "Committee on Fisheries", "dissolved"),
        ("The Committee on Fisheries was established in 2005.", "Committee on Fisheries", "active"),
        ("The text was written by the Working Group on Pilots.", "Working Group on Pilots", "active"),
    ],
)
def test_status_follows_what_is_told(sentence: str, name: str, status: str) -> None:
    assert read(sentence).get(name) == status


def test_forming_stands_over_at_work() -> None:
    told = read("The Working Group on Pilots met in Oslo. It was decided to create the Working Group on Pilots.")
    assert told == {"Working Group on Pilots": "forming"}


@pytest.mark.parametrize(
    "sentence",
    ["The Council did not establish the Harbour Research Centre.", "The Committee on Fisheries may be dissolved."],
)
def test_denied_and_possible_are_no_record(sentence: str) -> None:
    assert read(sentence) == {}
