import datetime

from tests.rules.rowview import row, same

from muniment.rules.ratification import consent, members_at, not_registered, organizations, unratified

D = datetime.date
SIX = ["Ardil", "Bessar", "Corvia", "Dunmark", "Estren", "Fallow"]


def member(subject, state="in_force", date="1994-04-20", organization="QRF"):
    return row("relations", subject=subject, object=organization, kind="membership", state=state, date=date)


def treaty(*acts, **slots):
    signed = {"action": "sign", "date": "2030-03-01", "by": SIX}
    return row("instruments", kind="agreement", title="QRF Ferry Tolls Agreement", actions=[signed, *acts], **slots)


def test_members_on_a_day_are_those_who_joined_and_have_not_left():
    relations = [
        *(member(name) for name in SIX[:3]),
        member("Dunmark", date="2006-01-01"),
        member("Republic of Estren"),
        member("Estren", "ended", "1999-04-02"),
        member("Estren", "in_force", "2006-06-23"),
        member("Fallow", "suspended", "2010"),
        member("Elsewhere", organization="Salt League"),
        row("relations", subject="Guest", object="QRF", kind="observer", state="in_force"),
    ]
    assert members_at(relations, "QRF", D(1998, 1, 1), same) == ["Ardil", "Bessar", "Corvia", "Republic of Estren"]
    assert members_at(relations, "QRF", D(2000, 1, 1), same) == ["Ardil", "Bessar", "Corvia"]
    assert members_at(relations, "QRF", D(2012, 1, 1), same) == [
        "Ardil", "Bessar", "Corvia", "Dunmark", "Fallow", "Republic of Estren",
    ]  # fmt: skip
    assert organizations(relations, same) == ["QRF", "Salt League"]


def test_ratified_is_not_deposited_and_a_deposit_implies_ratification():
    text = treaty(
        {"action": "ratify", "by": ["Ardil"], "date": "2031-01-01"},
        {"action": "ratify", "by": ["Republic of Bessar"]},
        {"action": "deposit", "by": ["Corvia"], "date": "2031-02-01"},
        {"action": "ratify", "by": ["Dunmark"], "date": "2033-01-01"},
        {"action": "ratify", "by": ["Estren"], "date": "2031-01-01", "planned": True},
    )
    found = consent(text, SIX, D(2032, 1, 1), same)
    assert found.ratified == ("Ardil", "Bessar", "Corvia")
    assert found.deposited == ("Corvia",)
    assert found.not_ratified == ("Dunmark", "Estren", "Fallow")
    assert found.signed_on == D(2030, 3, 1)


def test_a_treaty_that_four_of_six_ratified_names_the_two_and_those_without_a_deposit():
    acts = [{"action": "ratify", "by": [name], "date": "2031-01-01"} for name in SIX[:4]]
    acts.append({"action": "deposit", "by": ["Ardil"], "date": "2031-05-01"})
    relations = [member(name) for name in SIX] + [member("Elsewhere", organization="Salt League")]
    missing, waiting = unratified([treaty(*acts)], relations, D(2032, 1, 1), same)
    assert (missing.kind, missing.since) == ("ratification-missing", "2030-03-01")
    assert missing.text == (
        "QRF Ferry Tolls Agreement: 4 of 6 members of QRF are told to have ratified it; "
        "of Estren and Fallow no page tells that."
    )
    assert "1 of 6 members of QRF are told to have deposited; Bessar, Corvia and Dunmark ratified" in waiting.text


def test_texts_that_need_no_ratification_or_are_in_force_or_nobodys_leave_no_gap():
    relations = [member(name) for name in SIX]
    texts = [
        treaty(status="in_force"),
        row("instruments", kind="decision", title="QRF decision", actions=[{"action": "sign", "by": SIX}]),
        row(
            "instruments", kind="treaty", title="Treaty of strangers", actions=[{"action": "sign", "by": ["Elsewhere"]}]
        ),
        row("instruments", kind="agreement", title="QRF agreement only named"),
    ]
    assert list(unratified(texts, relations, D(2032, 1, 1), same)) == []


def test_a_treaty_in_force_without_a_registration_is_shown_from_that_day():
    force = {"action": "enter_into_force", "date": "2031-09-01"}
    (gap,) = not_registered([treaty(force)], D(2032, 1, 1))
    assert (gap.since, "art. 102" in gap.rule_source) == ("2031-09-01", True)
    assert list(not_registered([treaty(force)], D(2031, 9, 1))) == []
    assert list(not_registered([treaty(force, {"action": "register", "to": ["UN"]})], D(2032, 1, 1))) == []
