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


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ministers set up an open-ended working group, chaired by Peru.", {"open-ended working group": "forming"}),
        (
            "It was agreed that a joint group of experts would be formed by the end of June.",
            {"joint group of experts": "forming"},
        ),
        ("A Centre for Tides is planned to be established in Peru.", {"Centre for Tides": "forming"}),
        ("A Committee on Tides under the Council of Ports was created.", {"Committee on Tides": "forming"}),
        ("The Committee on Tides was renamed the Committee on Seas in 2003.", {"Committee on Seas": "active"}),
    ],
)
def test_a_body_is_formed_however_it_is_told(sentence: str, expected: dict[str, str]) -> None:
    found = read(sentence)
    assert {name: found.get(name) for name in expected} == expected


def test_the_body_above_is_no_body_formed() -> None:
    assert "Council of Ports" not in read("A Committee on Tides under the Council of Ports was created.")


def test_a_working_group_of_a_council_belongs_to_the_council() -> None:
    text = "The Working Group on Tides of the Council of Ports held its third meeting."
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    (slots,) = [d.slots for d in GRAMMAR.read(page).drafts if d.register == "bodies"]
    assert slots["parent"] == "Council of Ports"
