"""What is set aside, under a closed reason; a sentence with an act never is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from muniment.reading.en.rules.setaside import SET_ASIDE
from muniment.reading.scene import Scene
from muniment.terms.reading import SET_ASIDE_REASONS

Reads = Callable[[str], Scene]


def test_every_rule_has_a_closed_reason_and_a_name_of_its_own() -> None:
    assert {reason for _, reason, _, _, _ in SET_ASIDE} <= SET_ASIDE_REASONS.keys()
    assert len({name for name, *_ in SET_ASIDE}) == len(SET_ASIDE)


ASIDE = [
    ("OSTRAVA, 4 May.", "fragment"),
    ("Regional and other matters", "fragment"),
    ("How do you judge the waves?", "heading"),
    ("The Council, inter alia:", "heading"),
    ("It has 40 civilian staff.", "description"),
    ("The talks passed in a friendly atmosphere.", "wish"),
]


@pytest.mark.parametrize(("text", "reason"), ASIDE)
def test_sets_aside(read: Reads, text: str, reason: str) -> None:
    assert [found for _, found in read(text).set_aside.values()] == [reason]


ACTS = [
    "It has 40 members, and on Friday it elected a forty-first.",
    "We hope that the treaty signed in May will last.",
    "The talks ended and a treaty was signed in a friendly atmosphere.",
    "The Council decided:",
    "Serbia joins the league of ports in May.",
    "The ferry sank at dawn and the crew swam ashore to the light.",
]


@pytest.mark.parametrize("text", ACTS)
def test_a_sentence_with_an_act_stays_unread(read: Reads, text: str) -> None:
    assert read(text).set_aside == {}
