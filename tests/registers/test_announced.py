import datetime

from tests.registers.shelf import Ledger
from tests.registers.test_promises import page

from muniment.registers.announced import announced

AS_OF = datetime.date(2032, 1, 1)
COUNCIL = {"kind": "session", "bodies": ["QRF Council"]}


def ledger_with(register, slots, **more):
    """A record in which a page of 10 January 2031 announces something, and pages go on to December."""
    ledger = Ledger()
    page(ledger, "first.html", "2031-01-10")
    ledger.claim(register, slots, "first.html", **more)
    page(ledger, "last.html", "2031-12-20")
    return ledger


def later(ledger, register, slots, day="2031-06-20", **more):
    page(ledger, f"{day}.html", day)
    ledger.claim(register, slots, f"{day}.html", **more)


def text(action, **more):
    return {"kind": "protocol", "title": "Protocol on Weirs", "actions": [{"action": action, **more}]}


def only(ledger, as_of=AS_OF):
    (one,) = announced(ledger.rows, as_of)
    return one


def test_a_planned_signature_is_fulfilled_by_the_page_that_tells_of_it_and_late_after_its_day():
    ledger = ledger_with("instruments", text("sign", date="2031-05", planned=True))
    assert (only(ledger).status, only(ledger).kind, only(ledger).due) == ("lapsed", "announced", "2031-05-31")
    later(ledger, "instruments", text("sign", date="2031-06-19"))
    one = only(ledger)
    assert (one.status, one.days, one.register, one.text) == ("late", 19, "instruments", "sign Protocol on Weirs")
    assert one.claims
    assert one.proofs[0].claims


def test_a_text_planned_to_be_adopted_and_not_adopted_was_changed():
    ledger = ledger_with("instruments", text("adopt", date="2031-06", planned=True))
    later(ledger, "instruments", text("not_adopt", date="2031-06-19"))
    assert only(ledger).status == "changed"


def test_a_plan_told_again_an_act_of_others_and_a_step_before_fulfil_nothing():
    ledger = ledger_with("instruments", text("sign", by=["Ostland"], planned=True))
    later(ledger, "instruments", text("sign", by=["Ostland"], planned=True), "2031-03-01")
    later(ledger, "instruments", text("consider", date="2031-04-01"), "2031-04-02")
    assert only(ledger).status == "open"
    later(ledger, "instruments", text("sign", by=["Westland"], date="2031-04-05"), "2031-04-06")
    assert (only(ledger).status, [found.doubt for found in only(ledger).perhaps]) == (
        "open", ["it is told of others than those who were to do it"],
    )  # fmt: skip


def test_an_announced_meeting_is_held_on_its_day_or_called_off():
    ledger = ledger_with("meetings", {**COUNCIL, "start": "2031-06-19", "status": "announced"})
    assert only(ledger, datetime.date(2031, 6, 1)).status == "open"
    later(ledger, "meetings", {**COUNCIL, "start": "2031-06-19", "status": "held"})
    assert (only(ledger).status, only(ledger).actor) == ("fulfilled", ("QRF Council",))
    called_off = ledger_with("meetings", {**COUNCIL, "start": "2031-06-19", "status": "announced"})
    later(called_off, "meetings", {**COUNCIL, "start": "2031-06-19", "status": "cancelled"}, "2031-06-02")
    assert only(called_off).status == "changed"


def test_a_meeting_announced_for_a_month_is_only_perhaps_the_one_a_body_held_in_it():
    ledger = ledger_with("meetings", {**COUNCIL, "start": "2031-06", "status": "announced"})
    later(ledger, "meetings", {**COUNCIL, "start": "2031-06-19", "status": "held"})
    one = only(ledger)
    assert (one.status, [found.doubt for found in one.perhaps]) == (
        "lapsed", ["whether it was the meeting announced is not told"],
    )  # fmt: skip


def test_a_meeting_announced_by_number_or_with_its_place_is_the_one_told_so():
    for more in ({"ordinal": 9}, {"place": "Sundale"}):
        ledger = ledger_with("meetings", {**COUNCIL, **more, "start": "2031-06", "status": "announced"})
        later(ledger, "meetings", {**COUNCIL, **more, "start": "2031-06-19", "status": "held"})
        assert only(ledger).status == "fulfilled"


def test_a_planned_exercise_is_fulfilled_where_it_is_told_to_run():
    exercise = {"name": "Long Rope 2031", "kind": "exercise"}
    ledger = ledger_with("operations", {**exercise, "status": "planned", "start": "2031-06"})
    later(ledger, "operations", {**exercise, "status": "completed", "end": "2031-06-18"})
    assert only(ledger).status == "fulfilled"


def test_what_the_page_also_tells_as_a_commitment_is_listed_once():
    ledger = ledger_with("instruments", text("sign", date="2031-05", planned=True))
    words = {"text": "sign the Protocol on Weirs by the end of May", "kind": "commitment", "due": "2031-05-31"}
    ledger.claim("commitments", words, "first.html")
    assert announced(ledger.rows, AS_OF) == []


def test_what_a_speaker_announced_is_not_announced_by_the_page():
    ledger = ledger_with("instruments", text("sign", planned=True), attributed_to="Ines Dovar")
    assert announced(ledger.rows, AS_OF) == []


def test_what_was_announced_after_the_day_asked_about_is_left_out():
    ledger = ledger_with("meetings", {**COUNCIL, "start": "2031-06-19", "status": "announced"})
    assert announced(ledger.rows, datetime.date(2031, 1, 9)) == []
