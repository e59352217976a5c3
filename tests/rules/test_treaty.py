"""Entry into force from a clause and the consents known: the day, how sure it is, why another is recorded."""

import datetime

import pytest

from muniment.rules.statehood import partner
from muniment.rules.treaty import TreatyConsent, compute, counted, differences
from muniment.terms.treaty import Condition, ForceClause, Lag

D = datetime.date
THIRD = Condition("count", "third instrument", number=3)


def clause(*conditions, **more):
    return ForceClause(0, 1, "x", conditions=conditions, **more)


def consents(*days, kind="", names=("Norway", "Chile", "Peru", "Japan", "Kenya")):
    return [TreatyConsent(name, day, kind) for name, day in zip(names, days, strict=False)]


def test_the_day_counts_from_the_consent_that_made_the_number_full():
    found = compute(clause(THIRD, lag=Lag(30)), consents(D(2030, 5, 1), D(2030, 2, 1), D(2030, 1, 1)))
    assert (found.date, found.met_on, found.certainty) == (D(2030, 5, 31), D(2030, 5, 1), "exact")


def test_what_is_missing_is_said_where_the_number_is_not_full():
    named = Condition("named", "including Chile", states=("Chile",))
    found = compute(clause(THIRD, named), consents(D(2030, 1, 1), names=("Norway",)))
    assert (found.date, found.missing) == (None, "2 more of “third instrument”; consent of Chile")


def test_a_class_that_only_the_text_describes_gives_the_earliest_day_and_says_so():
    found = compute(clause(THIRD, Condition("class", "two riparian States", number=2)), consents(*[D(2030, 1, 1)] * 3))
    assert (found.date, found.certainty) == (D(2030, 1, 1), "earliest")
    assert found.notes == ("not checked: “two riparian States”",)


def test_consents_of_unknown_kind_give_the_earliest_day_where_accessions_do_not_count():
    only = clause(THIRD, consents=("ratification",))
    days = [D(2030, 1, 1), D(2030, 2, 1), D(2030, 3, 1)]
    assert compute(only, consents(*days)).certainty == "earliest"
    assert compute(only, consents(*days, kind="ratification")).certainty == "exact"
    assert compute(only, consents(*days, kind="accession")).date is None


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        (Condition("all", "all signatories"), "it is not known who they are: “all signatories”"),
        (
            Condition("signatures", "fifth signature", number=5),
            "the days of signature are not given: “fifth signature”",
        ),
        (Condition("signing", "upon signature"), "the day of signature is not given"),
    ],
)
def test_nothing_is_computed_from_what_is_not_known(condition, why):
    found = compute(clause(condition), consents(D(2030, 1, 1)))
    assert (found.date, found.certainty, found.missing) == (None, "none", why)


def test_nothing_is_computed_from_a_clause_that_is_not_understood():
    assert compute(clause(THIRD, unread="when the moon is full"), []).missing.endswith("“when the moon is full”")


def test_a_share_of_a_known_population_rounds_up_and_a_majority_is_more_than_half():
    population = ("Norway", "Chile", "Peru", "Japan")
    days = [D(2030, 1, 1), D(2030, 2, 1), D(2030, 3, 1)]
    two_thirds = clause(Condition("share", "two-thirds of the members", share=(2, 3)))
    majority = clause(Condition("share", "a majority of the members", share=(1, 2)))
    assert compute(two_thirds, consents(*days), population=population).date == days[2]
    assert compute(majority, consents(*days), population=population).date == days[2]


@pytest.mark.parametrize(("met", "date"), [(D(2030, 1, 1), D(2030, 6, 1)), (D(2030, 7, 1), D(2030, 9, 29))])
def test_a_named_day_holds_unless_the_conditions_are_met_after_it(met, date):
    waits = clause(THIRD, date=D(2030, 6, 1), late_lag=Lag(90))
    assert compute(waits, consents(met, met, met)).date == date


def test_it_is_never_before_the_earliest_day_told():
    assert compute(clause(THIRD, not_before=D(2031, 1, 1)), consents(*[D(2030, 1, 1)] * 3)).date == D(2031, 1, 1)


def test_named_states_are_not_among_the_others_that_are_counted():
    named = Condition("named", "the depositaries", states=("Norway",))
    others = Condition("count", "two other States", number=2, others=True)
    days = [D(2030, 1, 1), D(2030, 2, 1), D(2030, 3, 1)]
    assert compute(clause(named, others), consents(*days)).date == days[2]


def test_successors_of_one_state_are_counted_once_and_a_part_of_another_not_apart():
    day = D(1970, 1, 1)
    held, notes = counted(
        clause(THIRD), [TreatyConsent(name, day) for name in ("Czechia", "Slovakia", "United Kingdom", "Fiji")]
    )
    assert [one.state for one in held] == ["Czechoslovakia", "United Kingdom"]
    assert notes == [
        "Fiji: part of another state on that day, not counted apart",
        "Slovakia: Czechoslovakia is counted once",
    ]


def test_a_consent_dated_before_the_text_was_adopted_is_none():
    held, notes = counted(clause(THIRD), consents(D(2029, 1, 1)), since=D(2030, 1, 1))
    assert (held, notes) == ([], ["Norway: dated before the text was adopted, not counted"])


@pytest.mark.parametrize(
    ("state", "on", "who"),
    [
        ("Montenegro", D(1970, 1, 1), "Yugoslavia"),
        ("Montenegro", D(2000, 1, 1), "Serbia and Montenegro"),
        ("Montenegro", D(2010, 1, 1), "Montenegro"),
        ("Kazakhstan", D(1980, 1, 1), None),
        ("Norway", D(1950, 1, 1), "Norway"),
    ],
)
def test_a_state_is_a_partner_of_its_own_from_the_day_it_came_into_being(state, on, who):
    assert partner(state, on) == who


def test_a_recorded_day_that_is_earlier_says_how_many_consents_are_missing():
    third = clause(THIRD, lag=Lag(30))
    given = consents(D(2030, 1, 1), D(2030, 2, 1), D(2030, 9, 1))
    (why,) = differences(third, compute(third, given), given, D(2030, 4, 1))
    assert why.startswith("the recorded day needs 3 consents in time for it; those given hold 2")


def test_a_recorded_day_that_is_later_names_the_condition_that_was_not_checked():
    heavy = clause(THIRD, Condition("weight", "half of the tonnage"))
    given = consents(*[D(2030, 1, 1)] * 3)
    (why,) = differences(heavy, compute(heavy, given), given, D(2031, 1, 1))
    assert why == "the numbers were met on 2030-01-01, other conditions later: not checked: “half of the tonnage”"
    assert differences(heavy, compute(heavy, given), given, D(2030, 1, 1)) == ()
