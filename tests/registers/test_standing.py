import datetime

from tests.registers.shelf import SIX, compact

from muniment.registers.standing import standing

DAY = datetime.date(2032, 1, 1)


def asked(ledger, offices=()):
    relations = [row for at, row in ledger.shelf.rows.items() if at[0] == "relations"]
    found = standing(ledger.row("instruments"), relations, lambda person: offices, DAY)
    return found and {one.member: one for one in found.members}


def test_ratified_is_not_deposited():
    signed = {"action": "sign", "date": "2030-03-01", "by": ["heads of state of the member states"]}
    ratified = {"action": "ratify", "date": "2031-05-04", "by": ["Ardil", "Bessar"]}
    deposited = {"action": "deposit", "date": "2031-06-01", "by": ["Bessar"]}
    found = asked(compact(signed, ratified, deposited))
    assert list(found) == SIX
    assert [told.date for told in found["Fallow"].signed] == ["2030-03-01"]
    assert [told.date for told in found["Ardil"].ratified] == ["2031-05-04"]
    assert found["Ardil"].deposited == ()
    assert [(told.date, told.claims) for told in found["Bessar"].deposited] == [("2031-06-01", ("c4",))]
    assert found["Corvia"].ratified == found["Corvia"].deposited == ()


def test_a_parliament_and_an_envoy_act_for_their_state():
    voted = {"action": "ratify", "date": "2031-05-04", "by": ["National Assembly of Ardil"]}
    handed = {"action": "deposit", "date": "2031-06-01", "by": ["Ines Dovar"]}
    ledger = compact(voted, handed)
    ledger.claim(
        "tenures", {"person": "Ines Dovar", "office": "Permanent Representative", "organization": "Bessar"}, "z"
    )
    found = asked(ledger, [ledger.row("tenures")])
    assert [told.by for told in found["Ardil"].ratified] == [("National Assembly of Ardil",)]
    assert [told.date for told in found["Bessar"].deposited] == ["2031-06-01"]


def test_who_signed_is_told_only_of_those_it_is_told_of():
    found = asked(compact({"action": "sign", "date": "2030-03-01", "by": ["Ardil", "Bessar"]}))
    assert [name for name, one in found.items() if one.signed] == ["Ardil", "Bessar"]


def test_a_text_of_nobodys_members_and_one_that_asks_no_consent_have_no_standing():
    assert asked(compact({"action": "ratify", "by": ["Westland"]})) is None
    assert asked(compact({"action": "ratify", "by": ["Ardil", "Bessar"], "planned": True})) is None
    assert asked(compact({"action": "sign", "by": ["Ardil", "Bessar"]}, kind="statement")) is None
