import datetime

import pytest
from tests.registers.shelf import SIX, compact

from muniment.reading.en.force import final_clauses
from muniment.registers.participation import Asked, ClauseFound, backlog, matrix, treaty_standing

DAY = datetime.date(2032, 1, 1)


def stands(ledger, offices=(), clause="", at=DAY, supposed=None):
    relations = [row for at, row in ledger.shelf.rows.items() if at[0] == "relations"]
    found = ClauseFound(final_clauses(clause)[0], "slot") if clause else None
    return treaty_standing(ledger.row("instruments"), Asked(at, relations, lambda person: offices), found, supposed)


def asked(ledger, offices=()):
    found = stands(ledger, offices)
    return found and {one.member: one for one in found.members}


def clock(one, name):
    return next(each.acts for each in one.clocks if each.name == name)


SIGNED = {"action": "sign", "date": "2030-03-01", "by": ["heads of state of the member states"]}


def deposits(*members, date="2031-06-01"):
    return [{"action": "deposit", "date": date, "by": [name]} for name in members]


def test_ratified_is_not_deposited():
    ratified = {"action": "ratify", "date": "2031-05-04", "by": ["Ardil", "Bessar"]}
    deposited = {"action": "deposit", "date": "2031-06-01", "by": ["Bessar"]}
    found = asked(compact(SIGNED, ratified, deposited))
    assert list(found) == SIX
    assert [told.date for told in clock(found["Fallow"], "signed")] == ["2030-03-01"]
    assert [told.date for told in clock(found["Ardil"], "passed")] == ["2031-05-04"]
    assert (found["Ardil"].status, found["Bessar"].status, found["Corvia"].status) == (
        "law_passed",
        "deposited",
        "signed",
    )
    assert [(told.date, told.claims) for told in clock(found["Bessar"], "deposited")] == [("2031-06-01", ("c4",))]


def test_a_parliament_and_an_envoy_act_for_their_state():
    voted = {"action": "ratify", "date": "2031-05-04", "by": ["National Assembly of Ardil"]}
    handed = {"action": "deposit", "date": "2031-06-01", "by": ["Ines Dovar"]}
    ledger = compact(voted, handed)
    ledger.claim(
        "tenures", {"person": "Ines Dovar", "office": "Permanent Representative", "organization": "Bessar"}, "z"
    )
    found = asked(ledger, [ledger.row("tenures")])
    assert [told.by for told in clock(found["Ardil"], "passed")] == [("National Assembly of Ardil",)]
    assert [told.date for told in clock(found["Bessar"], "deposited")] == ["2031-06-01"]


def test_a_house_of_estates_is_not_all_states_together():
    found = asked(compact({"action": "sign", "date": "2030-03-01", "by": ["House of Estates of Ardil", "Bessar"]}))
    assert [name for name, one in found.items() if one.status == "signed"] == ["Ardil", "Bessar"]


def test_who_signed_is_told_only_of_those_it_is_told_of():
    found = asked(compact({"action": "sign", "date": "2030-03-01", "by": ["Ardil", "Bessar"]}))
    assert [name for name, one in found.items() if one.status == "signed"] == ["Ardil", "Bessar"]


def test_a_text_of_nobodys_members_and_one_that_asks_no_consent_have_no_standing():
    assert asked(compact({"action": "ratify", "by": ["Westland"]})) is None
    assert asked(compact({"action": "ratify", "by": ["Ardil", "Bessar"], "planned": True})) is None
    assert asked(compact({"action": "sign", "by": ["Ardil", "Bessar"]}, kind="statement")) is None


FOURTH = "This Treaty shall enter into force thirty days after the deposit of the fourth instrument of ratification."
ALL = (
    "This Treaty shall enter into force on the deposit of the instruments of ratification by all the signatory States."
)


def test_the_day_follows_from_the_clause_and_the_deposits_told():
    found = stands(compact(SIGNED, *deposits("Ardil", "Bessar", "Corvia", "Dunmark")), clause=FOURTH)
    assert (found.in_force, found.registration) == (datetime.date(2031, 7, 1), "open")
    assert [one.status for one in found.members] == ["party"] * 4 + ["signed"] * 2


def test_so_many_of_those_left_would_do_where_the_clause_counts():
    ratified = {"action": "ratify", "date": "2031-05-04", "by": ["Fallow"]}
    found = stands(compact(SIGNED, ratified, *deposits("Ardil", "Bessar")), clause=FOURTH)
    assert (found.waiting_for, found.any_of, found.candidates[0]) == ((), 2, "Fallow")
    nobody = stands(compact(SIGNED, *deposits("Ardil", "Bessar")))
    assert (nobody.any_of, nobody.computed, nobody.registration) == (0, None, "")


def test_the_last_is_named_where_nobody_elses_consent_is_wanting():
    ledger = compact(SIGNED, *deposits("Ardil", "Bessar", "Corvia", "Dunmark", "Estren"))
    found = stands(ledger, clause=ALL)
    assert found.waiting_for == ("Fallow",)
    relations = [row for at, row in ledger.shelf.rows.items() if at[0] == "relations"]
    matrices = matrix([ledger.row("instruments")], Asked(DAY, relations, lambda person: ()), lambda row: found.found)
    (owed,) = backlog(matrices, "Fallow").owed
    assert (owed.last, owed.days, owed.own.status) == (True, 671, "signed")
    assert backlog(matrices, "Ardil").owed == ()
    assert backlog(matrices, "Westland") is None


def test_a_supposed_deposit_stands_for_this_question_only():
    ledger = compact(SIGNED, *deposits("Ardil", "Bessar", "Corvia"))
    later = datetime.date(2032, 3, 1)
    assert stands(ledger, clause=FOURTH, supposed={"Fallow": later}).in_force == datetime.date(2032, 3, 31)
    assert stands(ledger, clause=FOURTH).in_force is None


def test_a_signatorys_deposit_counts_by_whatever_consent_the_clause_names():
    for kind in ("ratification", "acceptance", "approval"):
        text = f"This Treaty shall enter into force upon the deposit of the second instrument of {kind}."
        assert stands(compact(SIGNED, *deposits("Ardil", "Bessar")), clause=text).in_force == datetime.date(2031, 6, 1)


def test_an_accession_does_not_count_where_the_clause_names_ratification():
    acceded = {"action": "accede", "date": "2031-06-01", "by": ["Ardil", "Bessar"]}
    text = "This Treaty shall enter into force upon the deposit of the second instrument of ratification."
    found = stands(compact(acceded), clause=text)
    assert found.in_force is None
    assert any("accession" in note for note in found.computed.notes)


def test_the_day_told_goes_before_the_day_computed():
    force = {"action": "enter_into_force", "date": "2031-08-01"}
    found = stands(compact(SIGNED, force, *deposits(*SIX)), clause=FOURTH)
    assert (found.in_force, found.computed.date) == (datetime.date(2031, 8, 1), datetime.date(2031, 7, 1))


@pytest.mark.parametrize(
    ("register", "told"),
    [([], "open"), ([{"action": "register"}], "told"), ([{"action": "register", "number": "I-31139"}], "I-31139")],
)
def test_the_duty_to_register_is_open_until_a_number_is_told(register, told):
    acts = [{**act, "date": "2031-09-01", "to": ["United Nations Secretariat"]} for act in register]
    assert stands(compact(SIGNED, *deposits(*SIX), *acts), clause=FOURTH).registration == told


def test_what_is_done_after_the_day_asked_for_is_left_out():
    ledger = compact(SIGNED, *deposits(*SIX))
    early = stands(ledger, clause=FOURTH, at=datetime.date(2031, 5, 1))
    assert {one.status for one in early.members} == {"signed"}
    between = stands(ledger, clause=FOURTH, at=datetime.date(2031, 6, 15))
    assert {one.status for one in between.members} == {"deposited"}
    assert between.registration == ""
