"""Exercises named with their year and no quotation marks: known by a profile, and read as if marks set them apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from muniment.profiles import load, world
from muniment.reading.en.grammar import Grammar
from muniment.reading.en.series import of_a_year
from muniment.terms import Block, Page, PageMeta

PROFILE = """
slug = "ports"
name = "League of Ports"
kind = "intergovernmental organisation"
abbreviation = "LOP"

[[units]]
name = "Lantern"
aliases = ["Fanar"]
kind = "exercise"

[[units]]
name = "Long Rope"
kind = "exercise"
"""


@pytest.fixture(scope="module")
def grammar(tmp_path_factory: pytest.TempPathFactory) -> Grammar:
    path = Path(tmp_path_factory.mktemp("profile")) / "ports.toml"
    path.write_text(PROFILE, "utf-8")
    return Grammar([load(path)], world())


def operations(grammar: Grammar, text: str) -> list[dict[str, Any]]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return [draft.slots for draft in grammar.read(page).drafts if draft.register == "operations"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Lantern 2024 exercise will be held in Chile.", ["Lantern 2024"]),
        ("The Fanar-2024 [Lantern] exercise will be held in Chile.", ["Fanar-2024"]),
        ("In June the drills Lantern-2024 and Long Rope-2024 will be held in Chile.",
         ["Lantern-2024", "Long Rope-2024"]),
        (
            "Three exercises are planned. These are Lantern 2024 [Fanar] in Chile, Long Rope 2024 in Peru.",
            ["Lantern 2024", "Long Rope 2024"],
        ),
        ("Lantern-2024 will serve as a staff exercise; Long Rope-2024 will focus on supplies.",
         ["Lantern-2024", "Long Rope-2024"]),
        (
            "Special exercises will be held for scouts (Lantern 2024) and for the crews of tugs (Long Rope 2024).",
            ["Lantern 2024", "Long Rope 2024"],
        ),
        ("During the Lantern-2024 exercise, attention will be given to the tugs.", ["Lantern-2024"]),
    ],
)  # fmt: skip
def test_an_exercise_named_with_its_year_needs_no_quotation_marks(
    grammar: Grammar, text: str, names: list[str]
) -> None:
    assert sorted(slots["name"] for slots in operations(grammar, text)) == sorted(names)


@pytest.mark.parametrize(
    "text",
    [
        "A Lantern lit the harbour in 2024.",
        "The report Lanterns 2024 was read at the exercise of the right.",
        "The Lantern 2024 exercise will not be held in Chile.",
    ],
)
def test_a_word_that_is_also_an_exercise_names_none_elsewhere(grammar: Grammar, text: str) -> None:
    assert operations(grammar, text) == []


def test_a_name_is_found_only_whole() -> None:
    assert list(of_a_year("Searchlantern 2024, Long Rope 2024", ("Long Rope", "lantern"))) == [
        (20, 34, "Q", "Long Rope 2024")
    ]
