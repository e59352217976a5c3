"""Who assesses which region how."""

from __future__ import annotations

import pytest

from muniment.profiles import world
from muniment.reading import Reader
from muniment.reading.en.rules.situation_trends import trend
from muniment.terms import Block, Page, PageMeta

READER = Reader([], world())


def situations(text: str) -> list[tuple[object, object, object]]:
    page = Page(
        "example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06", language="en")
    )
    claims = [c for c in READER.read(page).claims if c.register == "situations"]
    return [(c.slots["region"], c.slots["trend"], c.slots["assessed_by"]) for c in claims]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ambassador Ana Dol noted that the situation in Peru remains tense.", ("Peru", "tense", "Ana Dol")),
        (
            "Ambassador Ana Dol described the situation in northern Peru as calm.",
            ("northern Peru", "stable", "Ana Dol"),
        ),
        (
            "The situation in Peru had worsened since May, Ambassador Ana Dol warned.",
            ("Peru", "deteriorating", "Ana Dol"),
        ),
        (
            "According to Ambassador Ana Dol, the fighting in Upper Loreto is getting worse.",
            ("Upper Loreto", "deteriorating", "Ana Dol"),
        ),
        (
            "Ambassador Ana Dol said that the Peruvian-Chilean border was quiet.",
            ("Peruvian-Chilean border", "stable", "Ana Dol"),
        ),
        (
            "Ambassador Ana Dol said that life was returning to normal and that the situation in Peru had improved.",
            ("Peru", "improving", "Ana Dol"),
        ),
        (
            "Ambassador Ana Dol described the situation in Peru as tense but under control.",
            ("Peru", "tense", "Ana Dol"),
        ),
        (
            "The Trade Council voices its concern at the renewed fighting in Peru.",
            ("Peru", "deteriorating", "Trade Council"),
        ),
    ],
)
def test_assessment_is_read_with_its_assessor(text: str, wanted: tuple[str, str, str]) -> None:
    assert situations(text) == [wanted]


def test_two_regions_in_one_sentence_are_two_assessments() -> None:
    found = situations(
        "Ambassador Ana Dol noted that the situation in Peru continued to worsen "
        "while the situation in Chile had improved."
    )
    assert found == [("Peru", "deteriorating", "Ana Dol"), ("Chile", "improving", "Ana Dol")]


@pytest.mark.parametrize(
    "text",
    [
        "The situation in Peru remains tense.",
        "The Ministers exchanged views on the situation in Peru.",
        "Ambassador Ana Dol hoped that the situation in Peru would improve.",
        "Ambassador Ana Dol said that the situation in Peru had not deteriorated.",
        "Ambassador Ana Dol spoke of steps to ease the tension in Peru.",
        "Ambassador Ana Dol noted that climate change in Peru is getting worse.",
    ],
)
def test_what_nobody_assesses_is_no_situation(text: str) -> None:
    assert situations(text) == []


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        ("the situation is returning to normal", "improving"),
        ("the situation remains calm, but fragile", "tense"),
        ("the forces in the west are building up", "deteriorating"),
        ("no deterioration was seen", ""),
        ("measures to prevent an escalation", ""),
    ],
)
def test_trend_words_are_weighed(clause: str, wanted: str) -> None:
    assert trend(clause)[0] == wanted


def test_an_assessment_that_goes_on_is_the_speakers_of_the_sentence_before() -> None:
    found = situations(
        "Secretary General Ana Dol noted that the situation in Chile remains tense. The situation in Peru is calm."
    )
    assert found == [("Chile", "tense", "Ana Dol"), ("Peru", "stable", "Ana Dol")]


def test_what_a_mission_reports_is_its_own_assessment() -> None:
    found = situations(
        "The Ports Mission in Chile observed few violations near Lima. The situation in Peru was relatively quiet."
    )
    assert found == [("Peru", "stable", "Ports Mission")]


def test_a_region_named_before_the_saying_is_not_what_is_assessed() -> None:
    found = situations("Speaking in Peru, Ambassador Ana Dol said the fighting in Chile had intensified since July.")
    assert found == [("Chile", "deteriorating", "Ana Dol")]


def test_a_clause_of_a_preamble_is_the_assessment_of_the_body_that_adopts_it() -> None:
    found = situations(
        "The Council of Ports,\n\nNoting with deep concern the deteriorating food and security situations in Peru;"
    )
    assert found == [("Peru", "deteriorating", "Council of Ports")]
