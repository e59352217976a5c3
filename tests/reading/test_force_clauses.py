"""Final clauses as treaties of many kinds write them: what has to come together, and how long after."""

import datetime

import pytest

from muniment.reading.en.force import final_clauses
from muniment.terms.treaty import Lag

D = datetime.date


def only(text):
    (clause,) = final_clauses(text)
    return clause


def asked(clause):
    return [(one.kind, one.number or one.share or one.states or None) for one in clause.conditions]


READ = [
    (
        "This Convention shall enter into force on the thirtieth day after the deposit of the twelfth "
        "instrument of ratification.",
        [("count", 12)],
        Lag(30),
    ),
    (
        "The present Treaty shall come into force ninety (90) days after the date of receipt by the "
        "Depositary of the sixth instrument of acceptance.",
        [("count", 6)],
        Lag(90),
    ),
    (
        "This Agreement shall enter into force six months after the date on which ten States have deposited "
        "their instruments of ratification or approval.",
        [("count", 10)],
        Lag(0, 6),
    ),
    (
        "The Protocol opens for signature. This Protocol shall enter into force on the first day of the month"
        " following the expiration of a period of three months after the date on which five States have "
        "expressed their consent to be bound by the Protocol.",
        [("count", 5)],
        Lag(0, 3, True),
    ),
    (
        "This Statute shall enter into force on the first day of the month after the 60th day following the "
        "date of the deposit of the 40th instrument of ratification.",
        [("count", 40)],
        Lag(60, 0, True),
    ),
    (
        "This Agreement shall enter into force on the first day of the second month following the deposit of "
        "the third instrument of approval.",
        [("count", 3)],
        Lag(0, 1, True),
    ),
    (
        "Upon the deposit of the fourth instrument of ratification with the Depositary, this Charter shall "
        "enter into force.",
        [("count", 4)],
        Lag(),
    ),
    (
        "As soon as nine Governments have ratified it, the present Convention shall come into force.",
        [("count", 9)],
        Lag(),
    ),
    (
        "This Agreement shall enter into force upon signature by three States.",
        [("count", 3)],
        Lag(),
    ),
    (
        "This Agreement shall enter into force on the date of its signature.",
        [("signing", None)],
        Lag(),
    ),
    (
        "This Convention shall enter into force upon ratification by two-thirds of the member States.",
        [("share", (2, 3))],
        Lag(),
    ),
    (
        "This Treaty shall enter into force on the date of receipt of the last written notification that the "
        "Parties have completed their internal procedures.",
        [("all", None)],
        Lag(),
    ),
    (
        "This Protocol shall enter into force when all the signatory States have deposited their instruments "
        "of ratification.",
        [("all", None)],
        Lag(),
    ),
    (
        "This Agreement shall enter into force one year after its ratification by Norway, Iceland and Denmark.",
        [("named", ("Norway", "Iceland", "Denmark"))],
        Lag(0, 12),
    ),
    (
        "This Convention shall enter into force on the thirtieth day following the date on which at least "
        "four signatory States, including Chile and Peru, have deposited their instruments of ratification.",
        [("count", 4), ("named", ("Chile", "Peru"))],
        Lag(30),
    ),
    (
        "This Convention shall enter into force twelve months after the date on which not less than fifteen "
        "States, the combined fleets of which constitute not less than fifty per cent of the world's tonnage,"
        " have become parties to it.",
        [("count", 15), ("weight", (50, 100))],
        Lag(0, 12),
    ),
    (
        "This Agreement shall enter into force thirty days after the deposit of the eighth instrument of "
        "ratification, provided that at least three of them have been deposited by riparian States.",
        [("count", 8), ("class", 3)],
        Lag(30),
    ),
    (
        "This Protocol shall enter into force on the ninetieth day after the deposit of the sixteenth "
        "instrument of accession, provided that the Protocol shall not enter into force before the Convention"
        " has entered into force.",
        [("count", 16), ("event", None)],
        Lag(90),
    ),
    (
        "The present Agreement is subject to ratification and shall enter into force two weeks following the "
        "fifth signature.",
        [("signatures", 5)],
        Lag(14),
    ),
    (
        "This Convention shall enter into force on the day following the deposit of the second instrument of "
        "ratification.",
        [("count", 2)],
        Lag(1),
    ),
]


@pytest.mark.parametrize(("text", "conditions", "lag"), READ)
def test_a_clause_gives_its_conditions_and_the_time_after_them(text, conditions, lag):
    clause = only(text)
    assert (asked(clause), clause.lag, clause.unread) == (conditions, lag, "")
    assert text[clause.start : clause.end] == clause.quote


@pytest.mark.parametrize(
    "text",
    [
        "Any amendment to this Convention shall enter into force on the thirtieth day after its acceptance by"
        " all Parties.",
        "The Depositary shall inform the States of the date on which this Convention shall enter into force.",
        "Annex II of this Agreement shall come into force one year after the tenth ratification.",
        "A denunciation of this Treaty shall take effect twelve months after its receipt.",
        "Such agreements shall enter into force not later than two years after negotiations began.",
        "At any time after this Convention has entered into force, any State may accede to it.",
        "Declarations under article 4 of this Protocol shall take effect thirty days after their receipt.",
        "For each State acceding to this Convention, it shall enter into force thirty days after the deposit of"
        " its instrument.",
    ],
)
def test_what_is_not_the_treatys_own_entry_into_force_gives_no_clause(text):
    assert final_clauses("This Convention is made between States. " + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "This Convention shall enter into force as the reefs recover, after the deposit of all ratifications.",
        "This Agreement shall enter into force at the latest within a year from the exchange of the papers.",
        "This Agreement shall enter into force on a date to be agreed by the Parties.",
        "This Agreement shall enter into force ninety days after the conditions of its third part have ripened.",
    ],
)
def test_a_clause_that_is_not_understood_says_which_words_were_not(text):
    clause = only(text)
    assert clause.unread
    assert clause.unread in " ".join(text.split())


def test_the_time_for_a_later_party_is_read_from_the_same_sentence_or_the_next():
    same = only(
        "This Convention shall come into force three months after the deposit of the fifth instrument of"
        " ratification and,"
        " in respect of each State ratifying it thereafter, two months after the deposit of its instrument."
    )
    assert (same.lag, same.party_lag, asked(same)) == (Lag(0, 3), Lag(0, 2), [("count", 5)])
    following = only(
        "1. This Convention shall enter into force on the date of deposit of the seventh instrument of ratification."
        " 2. For each State depositing its instrument after that, the Convention shall enter into force thirty"
        " days later"
        " than such deposit, that is thirty days after it."
    )
    assert (following.lag, following.party_lag) == (Lag(), Lag(30))


def test_a_named_day_waits_for_its_conditions_and_a_later_one_counts_from_them():
    clause = only(
        "This Protocol shall enter into force on 1 March 2031, provided that at least eleven instruments of"
        " ratification"
        " have been deposited. In the event that this condition has not been fulfilled by that date, this"
        " Protocol shall"
        " enter into force on the ninetieth day following the date on which the condition has been fulfilled."
    )
    assert (clause.date, clause.late_lag, asked(clause)) == (D(2031, 3, 1), Lag(90), [("count", 11)])


def test_an_earliest_day_and_another_way_are_kept_with_the_clause():
    clause = only(
        "1. This Convention shall enter into force upon the deposit of instruments of ratification by eight States."
        " 2. This Convention shall not enter into force before 1 January 2030."
    )
    assert clause.not_before == D(2030, 1, 1)
    other = only(
        "This Convention shall enter into force upon the deposit of instruments of ratification by eight"
        " States. If, however,"
        " this condition is not fulfilled by 1 January 2030, those which have deposited may agree on the date"
        " on which the"
        " Convention shall enter into force."
    )
    assert other.fallback.startswith("If, however")


def test_a_scan_without_capitals_or_blanks_is_read_and_its_article_named():
    text = (
        "ARTICLE 10accessionthis convention is open.ARTICLE 11entry into force1. this convention shall come"
        " into force on the"
        " thirtieth day following the date of deposit of the twenty-second instrument of ratification.2. for"
        " each state"
        " ratifying after that deposit, the convention shall enter into force on the thirtieth day after its"
        " own deposit"
    )
    clause = only(text)
    assert (clause.article, asked(clause), clause.lag, clause.party_lag) == (
        "Article 11",
        [("count", 22)],
        Lag(30),
        Lag(30),
    )


def test_the_depositaries_a_treaty_designates_are_the_states_that_it_asks_for():
    clause = only(
        "Instruments shall be deposited with the Governments of Norway, Japan and the Soviet Union, which are"
        " hereby designated"
        " the Depositary Governments. This Treaty shall enter into force after its ratification by the States,"
        " the Governments"
        " of which are designated Depositaries of the Treaty, and twenty other States."
    )
    assert asked(clause) == [("named", ("Norway", "Japan", "Russia")), ("count", 20)]
    assert clause.conditions[1].others


def test_the_acts_that_count_are_those_the_clause_names():
    clause = only(
        "This Convention shall enter into force when five States have either signed it without reservation as"
        " to ratification or"
        " have deposited instruments of acceptance."
    )
    assert clause.consents == ("ratification", "acceptance", "definitive_signature")
