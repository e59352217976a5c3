"""More forms of final clauses: two conditions, two days, two treaties, and who only receives the instruments."""

import datetime

import pytest

from muniment.reading.en.force import final_clauses
from muniment.terms.treaty import Lag

D = datetime.date


def only(text):
    (clause,) = final_clauses(text)
    return clause


def asked(clause):
    return [(one.kind, one.number or one.share or one.states or one.whose or None) for one in clause.conditions]


@pytest.mark.parametrize(
    ("words", "conditions"),
    [
        (
            "when it has been ratified by a majority of the States which have drawn it up, and on condition that their"
            " contributions amount to at least 60 % of the total",
            [("share", (1, 2)), ("weight", (60, 100))],
        ),
        (
            "30 days after the deposit of instruments by at least six States Party to the Reef Convention and four"
            " States Party to the Lagoon Convention",
            [("class", 6), ("class", 4)],
        ),
        (
            "on the deposit of the ninth instrument, provided that the depositing States include at least four of the"
            " States listed in Annex 1 and that at least two of those States are island States",
            [("count", 9), ("class", 4), ("class", 2)],
        ),
        (
            "30 days after the ninth deposit of an instrument, which shall include the instruments of: (a) at least two"
            " coastal States; and (b) at least three States whose vessels have fished on the Long Bank",
            [("class", 2), ("class", 3)],
        ),
        (
            "on the date of the deposit of the fourth instrument on condition that the weight of the shells caught by"
            " the countries having deposited it was at least 900 tons",
            [("count", 4), ("weight", None)],
        ),
        (
            "upon the deposit of instruments by five States, provided that the foregoing requirements have been"
            " fulfilled by 1 May 2031",
            [("count", 5), ("event", None)],
        ),
        ("upon signature by eight Member States and Associate Members of the Reef Council", [("class", 8)]),
        ("on the deposit of the instruments by five coastal States of the Lagoon Area", [("class", 5)]),
        ("when five States included in the list contained in Annex A have ratified it", [("class", 5)]),
        (
            "after the signatory States have informed the depositary that they have ratified it",
            [("all", "signatories")],
        ),
        ("on the day on which the instruments of ratification are exchanged", [("all", "signatories")]),
        ("six months after the date of the last signature hereto", [("signatures", None)]),
    ],
)
def test_what_has_to_come_together_is_told_apart(words, conditions):
    clause = only(f"This Agreement is one of reefs. This Agreement shall enter into force {words}.")
    found = asked(clause)
    assert (found[-len(conditions) :], clause.unread) == (conditions, "")


@pytest.mark.parametrize(
    "words",
    [
        "upon receipt by the Government of Chile of the fourth instrument of ratification",
        "when instruments of ratification have been received by the Government of Chile from four States",
        "three months after the Government of Chile has been notified that four States have ratified it",
        "on the deposit of not less than four ratifications with the Pan Reef Union",
    ],
)
def test_who_receives_the_instruments_has_not_to_consent(words):
    clause = only(f"This Treaty shall come into force {words}.")
    assert (asked(clause), clause.unread) == ([("count", 4)], "")


def test_the_later_of_two_days_is_the_other_treaty_s_or_that_of_the_deposits():
    clause = only(
        "This Protocol shall enter into force on the date of entry into force of the Convention, or on the tenth day"
        " after the deposit of the fifth instrument, whichever is later."
    )
    assert (asked(clause), clause.lag) == ([("count", 5), ("event", None)], Lag(10))
    assert clause.conditions[1].earliest
    swapped = only(
        "This Protocol shall enter into force on the tenth day after the deposit of the fifth instrument or on the date"
        " on which the Convention enters into force, whichever is the later."
    )
    assert (asked(swapped), swapped.lag) == ([("count", 5), ("event", None)], Lag(10))


def test_a_day_may_wait_for_its_conditions_and_come_with_them():
    clause = only(
        "This Agreement shall enter into force definitively on 1 March 2031 or on any date thereafter, if 12"
        " Governments"
        " of producers holding at least 55 per cent of the total votes have ratified it."
    )
    assert (clause.date, clause.late_lag) == (D(2031, 3, 1), Lag())
    assert asked(clause) == [("class", 12), ("weight", (55, 100))]


def test_a_day_with_a_number_counts_later_from_that_number():
    text = (
        "This Convention shall come into force on the first of June 2031 as between the Governments which have"
        " deposited their ratifications by that date and provided that at least five ratifications have been deposited."
        " Should five ratifications not have been deposited by that date, this Convention shall come into force three"
        " months after the date on which the fifth ratification is deposited. Ratifications deposited after this"
        " Convention has come into force shall take effect two months after their deposit."
    )
    clause = only(text)
    assert (clause.date, clause.late_lag, clause.party_lag) == (D(2031, 6, 1), Lag(0, 3), Lag(0, 2))
    assert (asked(clause), clause.unread) == ([("count", 5)], "")


def test_conditions_met_before_a_day_bring_it_into_force_on_that_day():
    clause = only(
        "This Agreement shall enter into force 30 days after 40 States have consented to be bound by it. If these"
        " conditions are fulfilled before 16 May 2031, this Agreement shall enter into force on 16 May 2031."
    )
    assert (asked(clause), clause.not_before, clause.unread) == ([("count", 40)], D(2031, 5, 16), "")


@pytest.mark.parametrize(
    "again",
    [
        "If this condition is not fulfilled, the Agreement shall enter into force 90 days after the deposit of the"
        " instrument whereby the said condition is satisfied.",
        "Should nine instruments be deposited before those of two island States, this Agreement shall enter into force"
        " 90 days after the deposit of the instrument of the second island State.",
        "If this Agreement has not entered into force within three years, it shall not enter into force.",
    ],
)
def test_a_sentence_that_only_says_it_again_changes_nothing(again):
    clause = only(
        "This Agreement shall enter into force 90 days after the deposit of the ninth instrument, provided that two of"
        f" them are of island States. {again}"
    )
    assert (asked(clause), clause.lag, clause.unread) == ([("count", 9), ("class", 2)], Lag(90), "")
    assert clause.fallback


@pytest.mark.parametrize(
    "otherwise",
    [
        "Should nine instruments be deposited in one year, this Agreement shall enter into force at once.",
        "If the reefs recover, this Agreement shall enter into force 30 days after the deposit of the third"
        " instrument.",
    ],
)
def test_a_sentence_that_opens_another_day_is_not_passed_over(otherwise):
    clause = only(
        f"This Agreement shall enter into force 90 days after the deposit of the ninth instrument. {otherwise}"
    )
    assert clause.unread


def test_a_treaty_may_enter_into_force_with_its_protocol_by_the_next_paragraph():
    clause = only(
        "1. This Convention and the first protocol thereto shall enter into force on the same date, in accordance with"
        " the following paragraph. 2. The Convention and any protocol shall enter into force on the sixtieth day after"
        " the deposit of at least the sixth instrument of ratification."
    )
    assert (asked(clause), clause.lag, clause.unread) == ([("count", 6)], Lag(60), "")


def test_an_amendment_is_a_treaty_of_its_own_where_the_text_is_one():
    text = (
        "Except as noted in paragraph 2, this Amendment shall enter into force on 1 January 2031, provided that"
        " at least"
        " twenty instruments of ratification of the Amendment have been deposited. 2. This Amendment shall not"
        " enter into"
        " force before the Reef Amendment has entered into force."
    )
    clause = only(text)
    assert (clause.date, asked(clause), clause.unread) == (D(2031, 1, 1), [("count", 20), ("event", None)], "")


def test_for_whom_it_enters_into_force_may_stand_before_the_day_of_all():
    clause = only(
        "This Amendment shall enter into force for all Parties that have approved it on the thirtieth day after the day"
        " on which two thirds of the Parties have lodged their instruments of approval."
    )
    assert (asked(clause), clause.lag) == ([("share", (2, 3))], Lag(30))
    text = (
        "This Treaty shall enter into force on the third deposit of an instrument. This Treaty shall enter into"
        " force for"
        " each State acceding after ten States have ratified it, on the deposit of its instrument."
    )
    assert asked(only(text)) == [("count", 3)]


def test_a_treaty_can_enter_into_force_provisionally_first():
    clause = only(
        "This Convention shall come into force provisionally upon signature and definitively upon ratification by two"
        " thirds of the Member States."
    )
    assert (asked(clause), asked(clause.provisional)) == ([("share", (2, 3))], [("signing", None)])


def test_a_day_left_to_an_agreement_is_kept_in_its_words():
    clause = only(
        "This Convention shall come into force two months after its ratification by all the signatory Governments, or"
        " upon such earlier date as may be agreed between them."
    )
    assert (asked(clause), clause.lag, clause.unread) == ([("all", "signatories")], Lag(0, 2), "")
    assert clause.fallback.startswith("or upon such earlier date")


def test_it_waits_for_another_treaty_immediately_before_it():
    clause = only(
        "This Agreement shall enter into force on 1 January 2031, immediately after the entry into force of the Lagoon"
        " Treaty, on an exchange of written notifications."
    )
    assert (clause.date, clause.unread) == (D(2031, 1, 1), "")
    assert [(one.kind, one.earliest) for one in clause.conditions] == [("all", False), ("event", True)]


@pytest.mark.parametrize(
    "words",
    [
        "when it has been signed by all Parties or, in the case of signature subject to approval, two months after the"
        " last approval",
        "on 1 July 2031 if by 30 June 2031 instruments have been deposited by the Governments listed in part A",
        "upon receipt of instruments from 6 States in category I and 24 States in category II, blessed by the moon",
        "within thirty days of the deposit of the fourth instrument",
    ],
)
def test_more_words_that_could_change_the_day_leave_the_clause_not_understood(words):
    assert only(f"This Agreement shall enter into force {words}.").unread


def test_money_and_days_are_no_number_of_states():
    clause = only(
        "This Agreement shall enter into force on the deposit of the fifth instrument, provided that the contributions"
        " of those States amount to at least 750 million United States dollars."
    )
    assert asked(clause) == [("count", 5), ("weight", None)]


def test_a_roman_number_ends_a_sentence():
    clause = only(
        "This Agreement shall come into force on the deposit of the fifth instrument referred to in Article V. As"
        " regards those Governments, deposit is consent to the assessments."
    )
    assert (asked(clause), clause.unread) == ([("count", 5)], "")


def test_force_for_each_country_by_itself_is_told_with_its_time():
    text = "The present Convention shall come into force for each country thirty days after the deposit of its"
    " ratification."
    assert (only(text).for_each, only(text).party_lag) == (True, Lag(30))


TENTH = "This Convention shall enter into force upon the deposit of the tenth instrument of ratification."


@pytest.mark.parametrize(
    "floor",
    [
        "In no event shall this Convention enter into force before September 15, 2031.",
        "It shall under no circumstances enter into force earlier than 15 September 2031.",
        "Nor shall it enter into force before 15 September 2031.",
        "It cannot, however, enter into force prior to 15 September 2031.",
        "The entry into force of this Convention shall not take place before 15 September 2031.",
        "In any event, this Convention shall enter into force not earlier than 15 September 2031.",
    ],
)
def test_a_sentence_that_holds_the_entry_into_force_back_is_read(floor):
    assert only(f"{TENTH} {floor}").not_before == D(2031, 9, 15)


def test_a_sentence_that_holds_it_back_may_come_first():
    clause = only(f"In no event shall this Convention enter into force before 15 September 2031. {TENTH}")
    assert (clause.not_before, asked(clause), clause.unread) == (D(2031, 9, 15), [("count", 10)], "")


@pytest.mark.parametrize(
    "other",
    [
        "An amendment needs two thirds. In no case shall it enter into force before 15 September 2031.",
        "In no case shall an amendment enter into force before 15 September 2031.",
        "It shall not enter into force for any State before 15 September 2031.",
        "No denunciation shall take effect before 15 September 2031.",
    ],
)
def test_what_holds_something_else_back_does_not_hold_the_treaty_back(other):
    assert only(f"{TENTH} {other}").not_before is None


def test_a_floor_in_a_proviso_is_read():
    clause = only(f"{TENTH[:-1]}, provided always that entry into force shall not be before 1 January 2031.")
    assert (clause.not_before, clause.unread) == (D(2031, 1, 1), "")


def test_a_proviso_that_sets_another_day_is_not_understood():
    words = f"{TENTH[:-1]}, provided that it shall take effect on the first day of the next year."
    assert only(words).unread


def test_numbers_beside_shares_are_asked_for_too():
    clause = only(
        "This Agreement shall enter into force when 20 Governments accounting for at least 30 per cent of exports and"
        " 10 Governments accounting for at least 65 per cent of imports have deposited their instruments."
    )
    assert asked(clause) == [("count", 20), ("weight", (30, 100)), ("class", 10), ("weight", (65, 100))]


def test_a_day_or_any_later_one_waits_for_the_number():
    clause = only(
        "This Agreement shall enter into force on 1 July 2031, or any time thereafter, if by such date 10 Governments"
        " have deposited their instruments."
    )
    assert (clause.date, asked(clause), clause.late_lag, clause.unread) == (D(2031, 7, 1), [("count", 10)], Lag(), "")


def test_statutes_call_themselves_these():
    assert asked(only("These Statutes shall enter into force on the deposit of the fifth instrument.")) == [
        ("count", 5)
    ]


def test_a_last_day_for_deposits_right_before_the_day_says_nothing_more():
    words = (
        "This Agreement shall enter into force on 1 July 2031 if, not later than {} 2031, ten States have ratified it."
    )
    clause = only(words.format("30 June"))
    assert (clause.date, asked(clause), clause.unread) == (D(2031, 7, 1), [("count", 10)], "")
    assert only(words.format("30 April")).unread


def test_to_enter_into_force_definitively_is_no_definitive_signature():
    text = "This Agreement shall enter into force definitively when five States have deposited their ratification."
    assert only(text).consents == ("ratification",)
    signed = "This Agreement shall enter into force when five States have signed it definitively or have ratified it."
    assert only(signed).consents == ("ratification", "definitive_signature")


def test_a_realm_named_for_a_part_of_it_is_named():
    clause = only(
        "This Agreement shall enter into force upon the deposit of instruments by Iceland, the Kingdom of Denmark in"
        " respect of the Faroe Islands and Greenland, and the Kingdom of Norway."
    )
    assert (asked(clause), clause.unread) == ([("named", ("Iceland", "Denmark", "Norway"))], "")


def test_it_is_known_over_a_semicolon():
    clause = only(
        "This Convention shall be ratified; the instruments shall be exchanged at Port Lagoon as soon as possible. It"
        " shall enter into force thirty days after the exchange of the instruments of ratification."
    )
    assert ([one.kind for one in clause.conditions], clause.lag) == (["all"], Lag(30))


@pytest.mark.parametrize("own", ["The present Framework", "These Articles"])
def test_other_names_that_treaties_give_themselves(own):
    assert asked(only(f"{own} shall enter into force on the deposit of the sixth instrument.")) == [("count", 6)]


@pytest.mark.parametrize(
    ("words", "conditions"),
    [
        (
            "ratified by three Governments, of which that of Iceland shall be one",
            [("count", 3), ("named", ("Iceland",))],
        ),
        ("ratified by three States, one of which shall be Iceland", [("count", 3), ("named", ("Iceland",))]),
        ("ratified by two of the following countries: Chile, Peru and Iceland", [("class", 2)]),
        ("ratified by two of the Governments of Chile, Peru and the Kingdom of Norway", [("class", 2)]),
        ("ratified by Chile, Peru and two other States", [("named", ("Chile", "Peru")), ("count", 2)]),
    ],
)
def test_so_many_of_some_named_are_not_all_of_them(words, conditions):
    clause = only(f"This Agreement shall enter into force as soon as it has been {words}.")
    assert (sorted(asked(clause)), clause.unread) == (sorted(conditions), "")
    apart = [one.others for one in clause.conditions if one.kind == "count"]
    assert apart == [words.endswith("other States")] * len(apart)
    some = [one.states for one in clause.conditions if one.kind == "class"]
    assert all(len(states) == 3 for states in some)


def test_states_eligible_to_become_parties_have_not_become_it_by_any_act():
    clause = only(
        "This Convention shall enter into force four months after at least six Governments eligible to become"
        " Members have deposited their instruments of ratification."
    )
    assert clause.consents == ("ratification",)
