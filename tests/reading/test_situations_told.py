"""Assessments of a region as different press offices tell of them: the same trend in many turns of phrase."""

from typing import Any

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def situations(text: str) -> list[tuple[Any, ...]]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    drafts = [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "situations"]
    return [(slots["region"], slots["trend"], slots["assessed_by"]) for slots in drafts]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Secretary General Ana Dol voices serious concern in connection with the shelling on the Chilean-Peruvian "
            "border.",
            ("Chilean-Peruvian border", "tense", "Ana Dol"),
        ),
        (
            "As Secretary of the Security Council Ivo Ram noted, the number of armed clashes in the Peruvian province "
            "of Loreto has grown since spring.",
            ("Peruvian province of Loreto", "deteriorating", "Ivo Ram"),
        ),
        (
            "Secretary General Ana Dol said that along the Tigre river the situation is deteriorating.",
            ("Tigre river", "deteriorating", "Ana Dol"),
        ),
        (
            "Secretary General Ana Dol said that the situation in the Gulf of Chile was calm.",
            ("Gulf of Chile", "stable", "Ana Dol"),
        ),
        (
            "The participants arrived at the opinion that the situation on the outer perimeter of the region is being "
            "aggravated.",
            ("outer perimeter of the region", "deteriorating", "participants"),
        ),
        (
            "The Council took note of the deterioration of the situation in Loreto.",
            ("Loreto", "deteriorating", "Council"),
        ),
        (
            "Secretary General Ana Dol warned that Loreto was on the brink of a catastrophe.",
            ("Loreto", "deteriorating", "Ana Dol"),
        ),
        (
            "Secretary General Ana Dol noted that the level of the terrorist threat in Peru remains high.",
            ("Peru", "tense", "Ana Dol"),
        ),
        (
            "The ministers assessed the situation in Peru and noted that it remains difficult to predict.",
            ("Peru", "tense", "ministers"),
        ),
    ],
)
def test_an_assessment_is_read_whatever_words_tell_of_it(text: str, told: tuple[str, str, str]) -> None:
    assert situations(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The exercise aims to achieve stable peace and reliable security in Peru, Secretary General Ana Dol said.",
        "Ambassador Ana Dol spoke of Peru. She stressed the need for ships in light of global instability, adding that "
        "it is crucial for all.",
        "Foreign Minister Ivo Ram said tensions between Peru and Chile were at their highest in years.",
    ],
)
def test_an_aim_or_a_ground_is_no_assessment(text: str) -> None:
    assert situations(text) == []


def test_a_background_that_nobody_speaks_of_is_no_assessment() -> None:
    assert (
        situations("Ambassador Ana Dol spoke. In the context of the unstable situation in Peru, ports are built.") == []
    )


def test_what_improves_must_be_the_situation() -> None:
    assert situations("Ambassador Ana Dol noted the improvement of the infrastructure near the borders of Peru.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“The year 2024 is characterized by a deterioration of the situation in all regions of the League of "
            "Ports,” "
            "Secretary General Ana Dol said.",
            ("all regions of the League of Ports", "deteriorating", "Ana Dol"),
        ),
        (
            "Secretary General Ana Dol said that a buildup of forces is under way near the western borders of "
            "the region.",
            ("western borders of the region", "deteriorating", "Ana Dol"),
        ),
        ("Minister Ivo Ram noted that Chile remained stable.", ("Chile", "stable", "Ivo Ram")),
        (
            "There had been an upsurge in violence in Loreto Province, Special Representative Ivo Ram told the "
            "Council.",
            ("Loreto Province", "deteriorating", "Ivo Ram"),
        ),
        (
            "The Council of Ports is following with alarm the developments in Loreto.",
            ("Loreto", "tense", "Council of Ports"),
        ),
        (
            "The situation in the region of Loreto leaves much to be desired, Minister Ivo Ram told reporters.",
            ("region of Loreto", "tense", "Ivo Ram"),
        ),
        (
            "“The Loreto valley remains a source of threats for Chile,” Secretary General Ana Dol said.",
            ("Loreto valley", "tense", "Ana Dol"),
        ),
        (
            "Minister Ivo Ram noted that the situation along our eastern border is getting more complicated.",
            ("eastern border", "deteriorating", "Ivo Ram"),
        ),
        (
            "Minister Ivo Ram described the situation in the Loreto valley as increasingly tense.",
            ("Loreto valley", "deteriorating", "Ivo Ram"),
        ),
        (
            "Minister Ivo Ram said that in the Loreto valley no significant changes have been noted.",
            ("Loreto valley", "stable", "Ivo Ram"),
        ),
        (
            "The parties stated that the situation in the Loreto valley does not tend to improve.",
            ("Loreto valley", "deteriorating", "parties"),
        ),
        (
            "Minister Ivo Ram voiced concern at the tensions in the north-east of the country.",
            ("north-east of the country", "tense", "Ivo Ram"),
        ),
    ],
)
def test_what_an_assessment_is_told_by_may_be_any_of_many_words(text: str, told: tuple[str, ...]) -> None:
    assert situations(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Ivo Ram said that the weather worsens the food insecurity in the Loreto valley.",
        "Minister Ivo Ram said that no changes to the rules in the Loreto valley are planned.",
    ],
)
def test_hunger_and_rules_are_no_situation(text: str) -> None:
    assert situations(text) == []


def test_what_is_said_before_a_meeting_is_not_of_the_meeting_s_day() -> None:
    text = (
        "The Council of Ports will meet in Oslo on 28 May 2024. Minister Ivo Ram said that the situation in the Loreto "
        "valley is tense."
    )
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    (slots,) = [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "situations"]
    assert slots["date"] == "2024-05-06"


@pytest.mark.parametrize(
    "words", ["under the Agreement on Tides of August 2015", "and that it has been so since March"]
)
def test_a_day_on_which_nothing_was_said_is_not_that_of_an_assessment(words: str) -> None:
    text = f"Minister Ivo Ram said that the situation in the Loreto valley is tense {words}."
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    (slots,) = [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "situations"]
    assert slots["date"] == "2024-05-06"
