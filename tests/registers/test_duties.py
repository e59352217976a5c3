import datetime

from tests.registers.shelf import Ledger

from muniment.registers.duties import duties
from muniment.rules.duties import duty_kinds

DAY = datetime.date.fromisoformat


def page(ledger, source, day):
    ledger.claim("documents", {"title": source, "published": day}, source, document=f"sha-{source}")


def found(ledger, day="2031-06-01"):
    return [(one.kind, one.due, one.status) for one in duties(ledger.rows, DAY(day))]


def text(ledger, *acts, kind="agreement"):
    ledger.claim("instruments", {"kind": kind, "title": "Ferry Tolls Agreement", "actions": list(acts)}, "a.html")


def test_a_treaty_in_force_is_to_be_registered_until_a_page_tells_that_it_was():
    ledger = Ledger()
    text(ledger, {"action": "enter_into_force", "date": "2025-05-04"})
    (one,) = duties(ledger.rows, DAY("2031-06-01"))
    assert (one.kind, one.since, one.due) == ("register", "2025-05-04", "")
    assert "art. 102" in one.basis
    assert found(ledger, "2025-01-01") == []
    text(ledger, {"action": "register", "date": "2025-09-04"})
    assert found(ledger) == []


def test_a_decision_of_an_organ_is_not_registered():
    ledger = Ledger()
    text(ledger, {"action": "enter_into_force", "date": "2025-05-04"}, kind="decision")
    assert found(ledger) == []


def test_entry_into_force_and_each_members_deposit_are_to_be_told_of():
    ledger = Ledger()
    facts = [
        {"register": "relations", "where": name,
         "slots": {"subject": name, "object": "QRF", "kind": "membership", "state": "in_force", "date": "1994"}}
        for name in ("Ardil", "Bessar")
    ]  # fmt: skip
    ledger.file("profile.filed/1", name="qrf", hash="1", facts=facts)
    text(ledger, {"action": "sign", "date": "2030-05-04", "by": ["Ardil", "Bessar"]},
         {"action": "deposit", "date": "2031-05-04", "by": ["Ardil"], "to": ["QRF Secretariat"]},
         {"action": "enter_into_force", "date": "2031-05-10"})  # fmt: skip
    told = [one for one in duties(ledger.rows, DAY("2031-06-01")) if one.kind.startswith("notify")]
    assert [(one.kind, one.since) for one in told] == [("notify_deposit", "2031-05-04"), ("notify_force", "2031-05-10")]
    assert "by Ardil" in told[0].text
    assert [kind for kind, _, _ in found(ledger, "2034-01-01")] == ["register"]


def promise(ledger, text, due, **more):
    page(ledger, "p.html", "2031-01-10")
    slots = {"kind": "mandate", "actor": ["QRF Secretariat"], "made_on": "2031-01-10", "text": text, "due": due, **more}
    ledger.claim("commitments", slots, "p.html")
    page(ledger, "last.html", "2031-05-20")


def test_what_somebody_is_held_to_is_a_duty_open_or_overdue_and_what_was_done_is_none():
    ledger = Ledger()
    promise(ledger, "dredge the channel", "2031-03-31")
    promise(ledger, "report on the locks", "2031-09-30")
    promise(ledger, "raise objections under the silence procedure", "2031-07-01")
    promise(ledger, "mend the beacons", "2031-08-01", kind="intention")
    assert found(ledger) == [
        ("carry_out", "2031-03-31", "overdue"), ("silence", "2031-07-01", "open"), ("report", "2031-09-30", "open"),
    ]  # fmt: skip
    (late, *_) = duties(ledger.rows, DAY("2031-06-01"))
    assert (late.who, late.days) == (("QRF Secretariat",), 62)
    ledger = Ledger()
    promise(ledger, "adopt the Plan of lock inspections", "2031-03-31")
    ledger.claim(
        "instruments",
        {"kind": "plan", "title": "Plan of lock inspections", "actions": [{"action": "adopt", "date": "2031-03-04"}]},
        "b.html",
    )
    assert found(ledger) == []


def test_a_meeting_to_come_is_to_be_held_and_a_term_that_ends_to_be_filled():
    ledger = Ledger()
    page(ledger, "a.html", "2031-05-01")
    council = {"kind": "session", "bodies": ["QRF Council"], "start": "2031-07", "status": "announced"}
    ledger.claim("meetings", council, "a.html")
    chair = {"person": "Ana Dol", "office": "Chair", "organization": "QRF Council", "start": "2030-01-01",
             "term_years": 2, "basis": "elected"}  # fmt: skip
    ledger.claim("tenures", chair, "a.html")
    assert found(ledger) == [("hold", "2031-07-31", "open"), ("fill", "2031-12-31", "open")]
    assert found(ledger, "2031-08-01") == [("fill", "2031-12-31", "open")]


def test_peacekeeping_under_way_asks_for_word_to_the_security_council_and_an_exercise_does_not():
    ledger = Ledger()
    for kind in ("peacekeeping", "exercise"):
        slots = {"name": f"Calm Water {kind}", "kind": kind, "status": "ongoing", "start": "2031-05-04"}
        ledger.claim("operations", slots, f"{kind}.html")
    assert found(ledger) == [("inform_council", "", "open")]


def test_the_id_of_a_duty_stays_and_every_kind_says_its_basis():
    ledger = Ledger()
    promise(ledger, "dredge the channel", "2031-09-30")
    (one,), (later,) = duties(ledger.rows, DAY("2031-06-01")), duties(ledger.rows, DAY("2031-06-09"))
    assert one.id == later.id
    assert all(kind.basis and kind.text for kind in duty_kinds().values())
