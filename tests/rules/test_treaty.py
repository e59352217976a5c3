"""Entry into force from a clause and the consents known: the day, how sure it is, why another is recorded."""

import datetime

import pytest

from muniment.rules.consents import Facts, TreatyConsent, counted
from muniment.rules.statehood import partner
from muniment.rules.treaty import NO_CLAUSE, compute, differences
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
    majority = clause(Condition("share", "a majority of the members", share=(1, 2), more=True))
    assert compute(two_thirds, consents(*days), Facts(population=population)).date == days[2]
    assert compute(majority, consents(*days), Facts(population=population)).date == days[2]


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
    assert why.startswith("the recorded day needs 3 consents by 2030-03-02; those given hold 2 by then")


def test_a_recorded_day_that_is_later_names_the_condition_that_was_not_checked():
    heavy = clause(THIRD, Condition("weight", "half of the tonnage"))
    given = consents(*[D(2030, 1, 1)] * 3)
    (why,) = differences(heavy, compute(heavy, given), given, D(2031, 1, 1))
    assert why == "the numbers were met on 2030-01-01, other conditions later: not checked: “half of the tonnage”"
    assert differences(heavy, compute(heavy, given), given, D(2030, 1, 1)) == ()


def test_an_instrument_taken_back_before_the_trigger_does_not_count_and_after_it_does():
    two = clause(Condition("count", "second instrument", number=2))
    later = TreatyConsent("Chile", D(2030, 3, 1))
    early = [TreatyConsent("Norway", D(2030, 1, 1), withdrawn=D(2030, 2, 1)), later]
    assert compute(two, early).date is None
    assert compute(two, [TreatyConsent("Norway", D(2030, 1, 1), withdrawn=D(2030, 4, 1)), later]).date == D(2030, 3, 1)


def test_all_signatories_means_every_one_of_them_and_no_one_else():
    everybody = clause(Condition("all", "all the signatory States", whose="signatories"))
    known = Facts(populations={"signatories": ("Norway", "Chile"), "members": ("Norway",)})
    assert compute(everybody, consents(D(2030, 1, 1)), known).missing == "consent of Chile"
    assert compute(everybody, consents(D(2030, 1, 1), D(2030, 2, 1)), known).date == D(2030, 2, 1)


def test_a_floor_counts_from_the_opening_for_signature():
    floored = clause(THIRD, lag=Lag(180), floor=Lag(months=24))
    days = [D(2030, 1, 1)] * 3
    assert compute(floored, consents(*days), Facts(signed=D(2029, 9, 24))).date == D(2031, 9, 24)
    assert compute(floored, consents(*days), Facts(signed=D(2020, 1, 1))).date == D(2030, 6, 30)
    assert compute(floored, consents(*days)).certainty == "earliest"


def test_tacit_acceptance_ends_where_enough_object():
    quiet = clause(
        Condition("adoption", "opened for acceptance"), Condition("objections", "unless a Party objects", number=1),
        lag=Lag(months=24),
    )  # fmt: skip
    opened = D(2030, 1, 1)
    assert compute(quiet, [], Facts(signed=opened)).missing.startswith("objections are not given")
    assert compute(quiet, [], Facts(signed=opened, objections=())).date == D(2032, 1, 1)
    against = (("Norway", D(2031, 1, 1)),)
    assert compute(quiet, [], Facts(signed=opened, objections=against)).date is None
    assert compute(quiet, [], Facts(signed=opened, objections=(("Norway", D(2033, 1, 1)),))).date == D(2032, 1, 1)


def test_a_way_that_cannot_be_computed_leaves_the_other_as_the_latest():
    weighed = clause(Condition("weight", "half of the tonnage", share=(1, 2)))
    found = compute(clause(THIRD, alternatives=(weighed,)), consents(*[D(2030, 1, 1)] * 3))
    assert (found.date, found.certainty) == (D(2030, 1, 1), "latest")
    assert found.notes[-1].startswith("another way in is not computed: it cannot be checked")


def test_nothing_is_computed_where_no_condition_can_be_checked():
    found = compute(
        clause(Condition("event", "the lake has frozen")), consents(D(2030, 1, 1)), Facts(signed=D(2029, 1, 1))
    )
    assert (found.date, found.missing) == (None, "it cannot be checked: “the lake has frozen”")
    known = Facts(events={"lake has frozen": D(2030, 2, 2)})
    assert compute(clause(Condition("event", "the lake has frozen")), [], known).date == D(2030, 2, 2)


def test_signatures_are_not_before_the_day_the_text_was_signed():
    eighth = clause(Condition("signatures", "eighth signature", number=8), lag=Lag(30))
    found = compute(eighth, [], Facts(signed=D(2030, 1, 1)))
    assert (found.date, found.certainty) == (D(2030, 1, 31), "earliest")


def test_a_clause_for_each_state_by_itself_gives_no_day_for_the_whole():
    each = ForceClause(0, 1, "x", for_each=True, party_lag=Lag())
    assert compute(each, consents(D(2030, 1, 1), D(2030, 2, 1))).missing.startswith(
        "it enters into force for each state"
    )


def test_an_organisations_instrument_is_not_counted_beside_its_members_where_the_text_says_so():
    union = TreatyConsent("Reef Union", D(2030, 1, 1), organization=True)
    instruments = Condition("count", "third instrument", number=3)
    given = [union, *consents(D(2030, 1, 1), D(2030, 1, 1))]
    assert compute(clause(instruments), given).date == D(2030, 1, 1)
    assert compute(clause(instruments, organizations=False), given).date is None


def test_without_a_clause_all_negotiating_states_have_to_consent():
    known = Facts(populations={"negotiating": ("Norway", "Chile")})
    assert compute(NO_CLAUSE, consents(D(2030, 1, 1), D(2030, 2, 1)), known).date == D(2030, 2, 1)
    assert compute(NO_CLAUSE, consents(D(2030, 1, 1)), known).missing == "consent of Chile"


def test_provisional_application_has_its_own_day():
    applied = clause(Condition("signing", "the date of signature"), lag=Lag(60))
    found = compute(clause(THIRD, provisional=applied), consents(D(2030, 5, 1)), Facts(signed=D(2030, 1, 1)))
    assert (found.date, found.provisional) == (None, D(2030, 3, 2))


CONVENTION = Condition("event", "the Reef Convention has entered into force", earliest=True)


def test_a_treaty_not_before_another_does_not_put_off_its_own_time():
    third = clause(THIRD, CONVENTION, lag=Lag(30))
    given = consents(*[D(2030, 1, 1)] * 3)
    assert compute(third, given, Facts(events={"Reef Convention": D(2030, 1, 10)})).date == D(2030, 1, 31)
    assert compute(third, given, Facts(events={"Reef Convention": D(2030, 6, 1)})).date == D(2030, 6, 1)
    assert compute(third, given).certainty == "earliest"


def test_an_event_that_is_the_trigger_is_counted_from():
    event = Condition("event", "the Reef Convention has entered into force")
    known = Facts(events={"Reef Convention": D(2030, 6, 1)})
    assert compute(clause(THIRD, event, lag=Lag(30)), consents(*[D(2030, 1, 1)] * 3), known).date == D(2030, 7, 1)


def test_a_recorded_day_that_is_later_names_the_consent_that_it_fits():
    heavy = clause(THIRD, Condition("weight", "half of the tonnage"), lag=Lag(30))
    given = consents(D(2030, 1, 1), D(2030, 1, 1), D(2030, 1, 1), D(2030, 5, 2))
    (why,) = differences(heavy, compute(heavy, given), given, D(2030, 6, 1))
    assert "the recorded day counting from 2030-05-02" in why
    assert "by then 4 consents" in why
    (why,) = differences(heavy, compute(heavy, given), given, D(2030, 6, 9))
    assert "counting from" not in why


def test_a_month_without_the_day_says_how_the_source_counts():
    months = clause(THIRD, lag=Lag(0, 6))
    given = consents(*[D(2030, 10, 31)] * 3)
    (why,) = differences(months, compute(months, given), given, D(2031, 5, 1))
    assert why.startswith("counted from 2030-10-31, the months end on 2031-04-30")


def test_consents_whose_day_is_not_known_may_have_met_it_earlier():
    given = consents(*[D(2030, 5, 1)] * 3)
    found = compute(clause(THIRD), given, Facts(undated=(("Fiji", D(2030, 3, 1)),)))
    assert (found.date, found.certainty) == (D(2030, 5, 1), "latest")
    assert "Fiji" in found.notes[-1]
    (why,) = differences(clause(THIRD), found, given, D(2030, 3, 9))
    assert why.startswith("consents whose days are not known met it earlier")
    assert compute(clause(THIRD), given, Facts(undated=(("Fiji", D(2031, 1, 1)),))).certainty == "exact"


def test_the_states_of_the_preamble_stand_for_the_signatories_where_nothing_else_tells_them():
    everybody = clause(Condition("all", "all the signatory States", whose="signatories"))
    known = Facts(named_first=("Norway", "Chile"))
    found = compute(everybody, consents(D(2030, 1, 1), D(2030, 2, 1)), known)
    assert (found.date, found.certainty) == (D(2030, 2, 1), "earliest")
    assert "those that the preamble names: Norway, Chile" in found.notes[-1]
    told = Facts(named_first=("Norway",), populations={"signatories": ("Norway", "Chile")})
    assert compute(everybody, consents(D(2030, 1, 1), D(2030, 2, 1)), told).certainty == "exact"
    members = clause(Condition("all", "all the members", whose="members"))
    assert compute(members, consents(D(2030, 1, 1)), known).date is None


def test_several_depositaries_are_a_reason_why_consents_are_wanting():
    named = Condition("named", "the Governments designated Depositaries", states=("Norway",))
    both = clause(named, THIRD)
    given = consents(D(2030, 1, 1), D(2030, 2, 1), D(2030, 9, 1))
    (why,) = differences(both, compute(both, given), given, D(2030, 4, 1))
    assert why.endswith("the data may hold the deposits with one of them only")


def test_a_succession_counts_whatever_acts_the_clause_names():
    two = clause(Condition("count", "second instrument", number=2), consents=("ratification", "accession"))
    given = [
        TreatyConsent("Norway", D(1961, 1, 1), "ratification"),
        TreatyConsent("Nigeria", D(1961, 6, 26), "succession"),
    ]
    assert compute(two, given).date == D(1961, 6, 26)


def test_an_extension_to_a_territory_is_no_consent_of_its_own():
    two = clause(Condition("count", "second instrument", number=2))
    given = [TreatyConsent("Denmark", D(1990, 1, 1)), TreatyConsent("Faroe Islands", D(1990, 2, 1))]
    found = compute(two, given)
    assert (found.date, found.notes[0].split(":")[0]) == (None, "Faroe Islands")


def test_one_in_whose_name_the_treaty_is_made_is_counted_before_its_independence():
    two = clause(Condition("count", "second instrument", number=2))
    given = [TreatyConsent("Kenya", D(1962, 1, 1)), TreatyConsent("Ethiopia", D(1962, 2, 1))]
    assert compute(two, given).date is None
    assert compute(two, given, Facts(named_first=("Ethiopia", "Kenya"))).date == D(1962, 2, 1)


def test_where_only_everybodys_signature_is_asked_the_day_of_signature_is_the_earliest():
    signed = clause(Condition("all", "both Parties", whose="signatories"), consents=("definitive_signature",))
    later = consents(D(2031, 1, 1), D(2031, 2, 1))
    found = compute(signed, later, Facts(signed=D(2030, 1, 1), named_first=("Norway", "Chile")))
    assert (found.date, found.certainty) == (D(2030, 1, 1), "open")
    definitive = consents(D(2030, 3, 1), D(2030, 4, 1), kind="definitive_signature")
    both = Facts(signed=D(2030, 1, 1), populations={"signatories": ("Norway", "Chile")})
    assert compute(signed, definitive, both).date == D(2030, 4, 1)


def test_a_recorded_day_that_is_earlier_names_the_predecessor_whose_successors_are_given():
    given = [*consents(D(1961, 1, 1), D(1963, 1, 1)), TreatyConsent("Czechia", D(1993, 2, 22))]
    two = clause(Condition("count", "second instrument", number=2))
    (why,) = differences(two, compute(two, given), given, D(1961, 9, 1))
    assert why.endswith("Czechoslovakia, whose successors are given, may have consented before it ended")


def test_governments_of_both_sides_of_a_trade_are_not_the_same_ones():
    sides = clause(
        Condition("class", "two Governments of producing countries", number=2),
        Condition("class", "two Governments of consuming countries", number=2),
    )
    given = consents(D(2030, 1, 1), D(2030, 2, 1), D(2030, 3, 1), D(2030, 4, 1))
    assert compute(sides, given).date == D(2030, 4, 1)
    known = Facts(populations={"producing": ("Norway", "Chile"), "consuming": ("Chile", "Peru")})
    assert compute(sides, given, known).date == D(2030, 3, 1)


def test_a_recorded_day_may_be_that_of_provisional_application():
    applied = clause(Condition("signing", "the date of signature"), lag=Lag(60))
    both, given = clause(THIRD, provisional=applied), consents(*[D(2031, 1, 1)] * 3)
    known = Facts(signed=D(2030, 1, 1))
    (why,) = differences(both, compute(both, given, known), given, D(2030, 3, 2), known)
    assert why.endswith("provisionally")
    (why,) = differences(both, compute(both, given, known), given, D(2030, 4, 2), known)
    assert why.endswith("or applied, provisionally")


def test_a_recorded_day_that_is_one_off_tells_how_the_source_counts():
    month = clause(THIRD, lag=Lag(30))
    given = consents(*[D(2030, 1, 1)] * 3)
    (why,) = differences(month, compute(month, given), given, D(2030, 2, 1))
    assert why.startswith("the source is a day later than the time from 2030-01-01")
    (why,) = differences(month, compute(month, given), given, D(2030, 1, 30))
    assert "counts that day too" in why
