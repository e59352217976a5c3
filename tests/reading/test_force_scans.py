"""Final clauses as scanners and converters leave them, and the states that a preamble names."""

import pytest

from muniment.reading.en.force import final_clauses, states_of_preamble
from muniment.reading.en.force.scanning import mended, unmarked
from muniment.terms.treaty import Lag

CLEAN = (
    "This Convention shall enter into force on the ninetieth day after the date of deposit of the fifteenth"
    " instrument of"
    " ratification, acceptance, approval or accession."
)


def asked(text):
    (clause,) = final_clauses(text)
    assert not clause.unread
    return [(one.kind, one.number) for one in clause.conditions], clause.lag


@pytest.mark.parametrize(
    ("whole", "marred"),
    [
        ("fifteenth", "fif-\nteenth"),
        ("fifteenth", "fif teenth"),
        ("instrument", "in strument"),
        ("instrument", "instrurnent"),
        ("ratification", "ratificatlon"),
        ("Convention", "Convention1"),
        ("approval", "approval[3]"),
        ("approval", "<i>approval</i><sup>2</sup>"),
        ("ninetieth day", "ninetieth&nbsp;day"),
        ("date", "date\u00b9"),
    ],
)
def test_a_marred_scan_is_read_as_the_treaty_has_it(whole, marred):
    text = CLEAN.replace(whole, marred, 1)
    assert asked(text) == asked(CLEAN) == ([("count", 15)], Lag(90))
    (clause,) = final_clauses(text)
    assert clause.quote == text[clause.start : clause.end]


@pytest.mark.parametrize(
    "text",
    [
        "ARTICLE 14entry into forcethis convention shall enter into force on the third deposit of an instrument.",
        "in this convention. ARTICLE xiithis convention shall enter into force on the third deposit under article"
        " 15.(2) for each state ratifying later it shall enter into force on its deposit.",
        "in this convention ARTICLE 9as soon as three states have ratified it, this convention shall come into force.",
        "this convention shall enter into force on the date on which:.1 at least three states have ratified it; and.2"
        " the reefs have been counted.",
        "this convention shall enter into force on the date on which the following conditions are fulfilled:(a)"
        " at least"
        " three states have ratified it; and(b) the reefs have been counted.",
        "this convention shall enter into force on the third deposit under article iv.b. the depositary shall"
        " inform the"
        " states of it.",
        "This Convention shall:\nA. Enter into force on the third deposit of an instrument;",
    ],
)
def test_what_ran_together_is_taken_apart(text):
    clause = final_clauses(text)[0]
    assert (clause.conditions[0].number, clause.unread) == (3, "")


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("twenty- second state", "twenty- second state"),
        ("on ce in to force", "once in to force"),
        ("the lake of Ratis", "the lake of Ratis"),
        ("the Secretary- General", "the Secretary- General"),
    ],
)
def test_only_words_of_clauses_are_mended(told, meant):
    assert mended(told) == meant


def test_marks_leave_every_other_place_as_it_was():
    text = "deposit<sup>1</sup> [12] of"
    assert len(unmarked(text)) == len(text)
    assert unmarked(text).split() == ["deposit", "of"]


def test_a_preamble_names_the_states_that_make_the_treaty():
    text = (
        "Reef Convention. The Governments of the Kingdom of Norway, the Republic of Chile and the Union of Soviet"
        " Socialist Republics, considering the reefs off Peru, have agreed as follows: ARTICLE 1 reefs of Japan."
    )
    assert states_of_preamble(text) == ("Norway", "Chile", "Russia")
    sent = (
        "Convention. Considering the reefs, they have designated as their Plenipotentiaries: The King of Norway: Mr. A;"
        " The President of the Republic of Chile: Ms. B, who, having shown their powers, have agreed as follows:"
    )
    assert states_of_preamble(sent) == ("Norway", "Chile")


@pytest.mark.parametrize(
    "text",
    [
        "The Contracting Parties, recalling the Treaty of Chile and Norway, have agreed as follows: Article 1",
        "The Governments of Norway and Chile and the European Economic Community, desiring reefs, have agreed"
        " as follows",
        "Norway and Chile met.",
    ],
)
def test_a_preamble_that_does_not_name_them_all_names_none(text):
    assert states_of_preamble(text) == ()
