"""The clause of a treaty of the record: filed with it, or in its own text; never from a report about it."""

import pytest

from muniment.clerk.clauses import clause_in, clause_of, clause_words, is_text_of
from muniment.registers.row import Row

RULE = "This Convention shall enter into force upon the deposit of the third instrument of ratification."
TEXT = f"Reef Convention\nArticle 1\nReefs are reefs.\nArticle 2\nFish are fish.\nArticle 3\n{RULE}\n"


def treaty(**slots):
    return Row("instruments", "1", {"title": "Reef Convention", "kind": "convention", **slots})


def test_the_sentence_filed_with_a_treaty_decides():
    found = clause_of(treaty(force_clause=RULE.replace("third", "ninth")), [("d", "Reef Convention", TEXT)])
    assert (found.source, found.clause.conditions[0].number) == ("slot", 9)


def test_words_filed_without_a_subject_are_read_as_the_treatys_own():
    found = clause_of(treaty(force_clause="thirty days after the third deposit of an instrument"), [])
    assert found.source == "slot"
    found = clause_of(treaty(force_clause="on the deposit of the third instrument of ratification"), [])
    assert found.clause.conditions[0].number == 3


def test_words_filed_that_are_no_clause_are_told_as_not_understood():
    assert clause_of(treaty(force_clause="when the reefs recover"), []).clause.unread


def test_else_its_own_text_among_the_pages_decides():
    found = clause_of(
        treaty(), [("a", "Halvenia ratified the Reef Convention", RULE), ("b", "“Reef Convention”", TEXT)]
    )
    assert (found.source, found.where, found.clause.conditions[0].number) == ("page", "b", 3)


def test_a_report_about_a_treaty_is_not_asked():
    assert clause_of(treaty(), [("a", "Halvenia ratified the Reef Convention", f"It was said: {RULE}")]) is None


@pytest.mark.parametrize(
    ("title", "page", "text", "is_text"),
    [
        ("Reef Convention", "Text of the Reef Convention", TEXT, True),
        ("Reef Convention", "Lake Convention", TEXT, False),
        ("Reef Convention", "Reef Convention", "Article 1\nReefs.", False),
        ("", "Reef Convention", TEXT, False),
    ],
)
def test_a_page_is_a_treatys_text_by_its_title_and_its_articles(title, page, text, is_text):
    assert is_text_of(title, page, text) is is_text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"{TEXT}Article 4\nDone once.", RULE),
        (
            "Article 9\n1. This Pact shall enter into force on the deposit of the third instrument of ratification.\n"
            "2. For each State that deposits thereafter, it shall enter into force thirty days after that deposit.\n"
            "Article 10\nAny Party may leave.",
            "This Pact shall enter into force on the deposit of the third instrument of ratification. 2. For each State"
            " that deposits thereafter, it shall enter into force thirty days after that deposit.",
        ),
    ],
)
def test_the_words_filed_of_a_text_are_the_fewest_that_say_the_same(text, words):
    assert clause_words(text, clause_in(text)).rstrip(".") == words.rstrip(".")


def test_a_clause_that_needs_words_before_its_article_takes_them_along():
    text = (
        "Article 4\nPending its entry into force, this Pact shall be applied provisionally from the date of its"
        " signature.\n"
        "Article 5\nThis Pact shall enter into force on the deposit of the third instrument of ratification.\n"
    )
    clause = clause_in(text)
    assert clause.provisional is not None
    assert clause_in(clause_words(text, clause)).provisional is not None
