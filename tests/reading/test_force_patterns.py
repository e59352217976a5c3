"""Each pattern of entry into force that treaties know, in words of our own: what is asked, when, and for whom."""

import datetime

import pytest

from muniment.reading.en.force import final_clauses
from muniment.terms.treaty import Lag

D = datetime.date


def only(text):
    (clause,) = final_clauses(text)
    assert not clause.unread
    return clause


def asked(clause):
    return [(one.kind, one.number or one.share or one.states or one.whose or None) for one in clause.conditions]


def test_force_on_signature():
    assert asked(only("This Agreement shall enter into force on the day of its signature.")) == [("signing", None)]
    assert only("This Agreement shall enter into force 90 days after the signature thereof.").lag == Lag(90)


def test_force_with_a_deposit_or_so_long_after_it():
    text = "This Charter shall enter into force from the date of deposit with the depositary of the fourth instrument."
    assert (asked(only(text)), only(text).lag) == ([("count", 4)], Lag())
    text = (
        "It is a pact of lakes. This Pact shall enter into force six months after the deposit of the tenth instrument."
    )
    assert (asked(only(text)), only(text).lag) == ([("count", 10)], Lag(0, 6))


def test_a_number_of_which_some_are_of_a_class():
    clause = only(
        "This Convention shall enter into force on the first day of the month following the expiry of a period of three"
        " months after the date on which six States, including at least four member States of the Reef Council, have"
        " expressed their consent to be bound by it."
    )
    assert (asked(clause), clause.lag) == ([("count", 6), ("class", 4)], Lag(0, 3, True))
    assert "ratification" in clause.consents
    assert "definitive_signature" in clause.consents


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("ten States which took part in the Harbour Conference have deposited their instruments", 10),
        ("three States situated north of the Long Reef have ratified it", 3),
        ("four Contracting Parties whose currency is the cowrie have deposited their instruments", 4),
        ("four member States of the Reef Council have ratified it", 4),
        ("12 States with a minimum of fifty lighthouses have ratified it", 12),
    ],
)
def test_words_that_say_which_states_count_make_a_class(words, number):
    assert asked(only(f"This Convention shall enter into force thirty days after {words}.")) == [("class", number)]


def test_a_class_told_by_names_asks_for_some_of_them():
    clause = only(
        "This Statute shall come into force when nine States have deposited instruments of ratification, provided that"
        " these shall include at least two of the following States: Norway, Chile and Japan."
    )
    assert asked(clause) == [("count", 9), ("class", 2)]
    assert clause.conditions[1].states == ("Norway", "Chile", "Japan")


@pytest.mark.parametrize(
    ("words", "whose"),
    [
        ("all signatory States", "signatories"),
        ("all the Member States", "members"),
        ("all the founding States", "negotiating"),
        ("all States listed in Annex 2", "listed"),
        ("all signatory States bordering the lake", "listed"),
        ("all Contracting Parties to the Reef Convention", "parties"),
        ("the signatory States", "signatories"),
    ],
)
def test_all_says_of_whom(words, whose):
    text = f"This Protocol shall enter into force upon the deposit of the instruments of ratification by {words}."
    assert asked(only(text)) == [("all", whose)]


@pytest.mark.parametrize(
    "words",
    [
        "the last written notification of the completion by the Parties of the internal procedures necessary for it",
        "the later note by which the Parties notify each other that their internal requirements are completed",
        "the last of these notifications",
    ],
)
def test_the_last_notification_is_everybodys(words):
    clause = only(f"This Agreement shall enter into force on the date of receipt by the depositary of {words}.")
    assert asked(clause) == [("all", "signatories")]
    assert clause.consents == ("notification",)


def test_a_floor_counts_from_the_opening_for_signature_or_is_a_day():
    clause = only(
        "This Treaty shall enter into force 180 days after the deposit of the instruments of ratification by all States"
        " listed in Annex 1 to this Treaty, but in no case earlier than two years after its opening for signature."
    )
    assert (clause.floor, clause.lag) == (Lag(0, 24), Lag(180))
    clause = only(
        "This Treaty shall enter into force on the deposit of the fifth instrument, but not before 1 March 2031."
    )
    assert clause.not_before == D(2031, 3, 1)


@pytest.mark.parametrize(
    ("words", "share"),
    [
        (
            "the combined merchant fleets of which constitute not less than thirty-five per cent of the tonnage of",
            (35, 100),
        ),
        ("accounting in total for at least an estimated 55 per cent of the total emissions of", (55, 100)),
        ("whose contributions amount to two-thirds of the total contributions to", (2, 3)),
    ],
)
def test_a_number_and_a_weight(words, share):
    clause = only(
        "This Convention shall enter into force twelve months after the date on which not less than thirty States,"
        f" {words} the world, have deposited their instruments of ratification."
    )
    assert asked(clause) == [("count", 30), ("weight", share)]


def test_a_list_of_conditions_asks_for_all_of_them_and_keeps_in_words_what_is_no_known_form():
    clause = only(
        "This Protocol shall enter into force eighteen months after the date on which the following conditions are"
        " fulfilled: (a) at least twelve States have expressed their consent to be bound by it; and (b) the harbour"
        " master has received the lists that article 20, paragraphs 4 and 6, asks for."
    )
    assert [one.kind for one in clause.conditions] == ["count", "event"]
    assert clause.conditions[1].text.startswith("the harbour master has received the lists")
    assert clause.lag == Lag(0, 18)


def test_a_majority_and_more_than_a_share_ask_for_more_than_the_share():
    majority = only(
        "This Charter shall come into force on the deposit of ratifications by a simple majority of the members."
    )
    more = only("This Treaty shall enter into force when more than two-thirds of the Member States have ratified it.")
    plain = only(
        "This Treaty shall enter into force upon ratification by two-thirds of the States listed in the Preamble."
    )
    assert [(one.conditions[0].share, one.conditions[0].more) for one in (majority, more, plain)] == [
        ((1, 2), True), ((2, 3), True), ((2, 3), False)
    ]  # fmt: skip
    assert plain.conditions[0].whose == "listed"


def test_named_states_and_a_part_of_the_others():
    clause = only(
        "The present Charter shall come into force upon the deposit of ratifications by Norway, the Republic of"
        " Chile and"
        " Japan, and by a majority of the other signatory states."
    )
    assert asked(clause) == [("named", ("Norway", "Chile", "Japan")), ("share", (1, 2))]
    assert clause.conditions[1].others


def test_either_all_founders_or_one_year_after_adoption_for_those_that_have_deposited():
    clause = only(
        "This Charter shall enter into force for all founding States from the moment of deposit of the instruments of"
        " ratification by all founding States, or for the founding States that deposited their instruments one year"
        " after the adoption of this Charter."
    )
    (other,) = clause.alternatives
    assert asked(clause) == [("all", "negotiating")]
    assert (asked(other), other.lag) == ([("adoption", None), ("count", 2)], Lag(0, 12))


def test_another_way_in_after_some_years_is_read_as_one():
    clause = only(
        "1. This Convention shall enter into force 30 days after the deposit of instruments of ratification by"
        " three States"
        " situated north of the reef. 2. If, within three years of its adoption, this Convention has not been"
        " ratified by"
        " three of those States, this Convention shall enter into force six months after the deposit of the thirteenth"
        " instrument of ratification or in accordance with paragraph 1, whichever is the earlier."
    )
    (other,) = clause.alternatives
    assert (asked(other), other.lag, other.floor) == ([("count", 13)], Lag(0, 6), Lag(0, 36))


def test_a_fixed_day_or_failing_that_the_first_of_the_month_after_the_last_deposit():
    clause = only(
        "This Treaty shall enter into force on 1 January 2031, provided that all the instruments of"
        " ratification have been"
        " deposited, or, failing that, on the first day of the month following the deposit of the last instrument."
    )
    assert (clause.date, clause.late_lag, asked(clause)) == (D(2031, 1, 1), Lag(0, 0, True), [("all", "signatories")])


def test_tacit_acceptance_counts_from_the_opening_unless_somebody_objects():
    clause = only(
        "1. This Protocol shall enter into force on the first day of the month following the date on which the"
        " last of the"
        " Parties has deposited its instrument. 2. However, this Protocol shall enter into force on the expiry"
        " of two years"
        " from the date on which it has been opened for acceptance, unless one of the Parties has objected to it."
    )
    (other,) = clause.alternatives
    assert (asked(other), other.lag) == ([("adoption", None), ("objections", 1)], Lag(0, 24))


@pytest.mark.parametrize(
    "text",
    [
        "An annex adopted under article 9 shall enter into force for all Parties six months after it was"
        " circulated, except"
        " for those that have objected.",
        "Amendments to this Convention may be proposed by any Party. They shall enter into force for all"
        " Parties when two"
        " thirds of them have accepted.",
        "An amendment shall be sent to all Parties. It shall enter into force ninety days after the third acceptance.",
        "Any Party may withdraw from this Convention. It shall take effect one year after its receipt.",
        "Licences issued pursuant to this Convention shall not take effect until the fee is paid.",
        "Acceptance of this Convention by a State shall take effect on receipt of its instrument.",
    ],
)
def test_what_else_enters_into_force_is_not_the_treatys_own_entry(text):
    assert final_clauses(f"This Convention is made between States. {text}") == []


@pytest.mark.parametrize(
    "words",
    [
        "Subject to the entry into force of the Reef Covenant, this Protocol shall enter into force on the"
        " deposit of the"
        " tenth instrument.",
        "This Protocol shall enter into force on the deposit of the tenth instrument, except that it shall not"
        " enter into"
        " force before the entry into force of the Reef Covenant.",
        "This Protocol shall enter into force on the deposit of the tenth instrument. This Protocol shall not"
        " enter into"
        " force before the Reef Covenant has entered into force.",
    ],
)
def test_a_protocol_waits_for_its_parent(words):
    assert [kind for kind, _ in asked(only(words))] == ["count", "event"]


def test_provisional_application_is_read_beside_the_entry_into_force():
    clause = only(
        "This Protocol shall be applied provisionally 60 days after the date of signature and shall enter into force on"
        " the deposit of the third instrument."
    )
    assert (asked(clause), asked(clause.provisional), clause.provisional.lag) == (
        [("count", 3)], [("signing", None)], Lag(60)
    )  # fmt: skip


def test_a_state_that_may_apply_it_provisionally_is_no_provisional_application():
    text = (
        "This Treaty shall enter into force on the deposit of the third instrument. Any State may declare that it will"
        " apply provisionally article 1 of this Treaty."
    )
    assert only(text).provisional is None


@pytest.mark.parametrize(
    ("later", "lag"),
    [
        ("It shall enter into force for each other State three months after the deposit of its instrument.", Lag(0, 3)),
        ("Thereafter it shall enter into force for any Member on the date of its ratification.", Lag()),
        ("For a Party that is done later, it shall enter into force 30 days after its notice.", Lag(30)),
        ("Any instrument of ratification deposited after that date shall take effect two months after its"
        " deposit.", Lag(0, 2)),
    ],
)  # fmt: skip
def test_a_later_party_has_its_own_time(later, lag):
    clause = only(f"This Convention shall enter into force on the deposit of the ninth instrument. {later}")
    assert (asked(clause), clause.party_lag) == ([("count", 9)], lag)


def test_force_for_each_state_by_itself_is_told_as_that():
    clause = only("This Agreement shall enter into force for each signatory country on the day of its ratification.")
    assert clause.for_each


def test_an_organisations_instrument_is_not_counted_where_the_text_says_so():
    text = (
        "This Protocol shall enter into force on the deposit of the ninth instrument. An instrument deposited"
        " by a regional"
        " organization shall not be counted as additional to those of its members."
    )
    assert not only(text).organizations
    assert only(text.partition(". ")[0] + ".").organizations


@pytest.mark.parametrize(
    ("words", "day"), [("upon the first day of January", (1, 1)), ("on the 22 July next", (7, 22))]
)
def test_a_day_of_the_year_that_follows(words, day):
    text = f"This Convention shall enter into force {words} following the deposit of ratifications by six Signatories."
    assert (only(text).lag, asked(only(text))) == (Lag(next_day=day), [("count", 6)])


@pytest.mark.parametrize(
    "text",
    [
        "This Treaty shall enter into force on 1 January 2031, provided that twelve Parties have ratified it, or on the"
        " first of the month following the twelfth deposit, whichever is the earlier.",
        "This Agreement shall enter into force on the date determined by the Ministers.",
        "This Convention shall enter into force thirty days after the third deposit as the reefs recover.",
        "This Convention shall enter into force: (a) upon ratification by five States; or (b) upon signature by"
        " nine States.",
        "This Protocol shall enter into force in accordance with the procedure of Article 28 of the Reef Covenant,"
        " once ratified.",
        "This Convention shall enter into force on the third deposit. If within two years this Convention has not been"
        " ratified by five States, this Convention shall enter into force at the spring tide.",
        "Unless the Council has met, this Convention shall enter into force upon the third deposit.",
    ],
)
def test_words_that_could_change_the_day_leave_the_clause_not_understood(text):
    found = final_clauses(text)
    assert found
    assert found[0].unread
