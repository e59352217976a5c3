import datetime

from tests.registers.shelf import Ledger

from muniment.registers.duties import duties
from muniment.registers.offices_held import offices
from muniment.registers.promises import promises
from muniment.registers.states import Known, state_page, stood

DAY = datetime.date.fromisoformat
THREE = ("Ardil", "Bessar", "Corvia")


def story():
    ledger = Ledger()
    facts = [
        {"register": "relations", "where": name,
         "slots": {"subject": name, "object": "Quiet River Federation", "kind": "membership", "state": "in_force",
                   "date": "1994-04-20"}}
        for name in THREE
    ]  # fmt: skip
    council = {"name": "QRF Council", "parent": "Quiet River Federation", "kind": "council", "status": "active"}
    facts.append({"register": "bodies", "where": "council", "slots": council})
    ledger.file("profile.filed/1", name="qrf", hash="1", facts=facts)
    ledger.claim("documents", {"title": "last", "published": "2031-05-30"}, "last.html", document="sha-last.html")
    signed = {"action": "sign", "date": "2030-03-01", "by": list(THREE)}
    bessar = {"action": "ratify", "date": "2031-02-01", "by": ["Parliament of Bessar"]}
    corvia = {"action": "deposit", "date": "2031-03-01", "by": ["Corvia"]}
    ledger.claim(
        "instruments", {"kind": "agreement", "title": "Ferry Tolls Agreement", "actions": [signed, bessar, corvia]}
    )
    return ledger


def page(ledger, name="Ardil", as_of="2031-06-01", since="2031-01-01"):
    rows, day = ledger.rows, DAY(as_of)
    relations = list(rows("relations"))
    texts = list(stood(rows("instruments"), relations, rows("tenures"), day))
    known = Known(
        relations, list(rows("bodies")), texts, promises(rows, day), offices(rows, day), duties(rows, day),
        rows("meetings"),
    )  # fmt: skip
    return state_page(known, name, day, DAY(since))


def test_the_texts_that_wait_for_a_state_say_which_step_and_how_many_took_it():
    found = [(one.missing, one.others, one.members) for name in THREE for one in page(story(), name).backlog]
    assert found == [("ratify", 2, 3), ("deposit", 1, 3)]


def test_what_others_did_since_a_day_is_told_the_latest_first_and_ones_own_acts_are_not():
    found = [(one.member, one.date) for one in page(story()).others]
    assert found == [("Corvia", "2031-03-01"), ("Bessar", "2031-02-01")]
    assert [one.member for one in page(story(), since="2031-02-10").others] == ["Corvia"]
    assert [one.member for one in page(story(), "Corvia").others] == ["Bessar"]


def test_requests_reach_a_state_by_name_as_one_of_the_members_or_through_its_bodies():
    ledger = story()
    for number, actor in enumerate(
        ("Ardil", "member states", "Parliament of Ardil", "parliaments of Ardil and Bessar", "Bessar")
    ):
        text = f"send comment number {number}"
        slots = {"text": text, "actor": [actor], "kind": "request", "made_on": "2031-05-01"}
        ledger.claim("commitments", slots, f"{number}.html")
    asked = sorted(page(ledger).asked, key=lambda one: one.promise.text)
    assert [one.how for one in asked] == ["named", "member", "body", "named"]
    assert page(ledger, "Dunmark").asked == ()


def test_promises_and_requests_stand_apart_each_with_what_became_of_it():
    ledger = story()
    promise = {"text": "dredge the channel", "actor": ["Ardil"], "kind": "commitment", "due": "2031-05-04",
               "made_on": "2031-01-01"}  # fmt: skip
    ledger.claim("commitments", promise, "p.html")
    told = page(ledger)
    assert [(one.promise.status, one.promise.days) for one in told.promised] == [("overdue", 28)]
    assert told.asked == ()
    assert [one.status for one in told.duties] == ["overdue"]


def test_meetings_to_come_are_those_of_the_bodies_it_sits_in_or_that_name_it():
    ledger = story()
    coming = {"kind": "session", "status": "announced", "start": "2031-07-01"}
    ledger.claim("meetings", {**coming, "bodies": ["QRF Council"]}, "a.html")
    ledger.claim("meetings", {**coming, "bodies": ["Ice Union Council"]}, "b.html")
    ledger.claim("meetings", {**coming, "start": "2031-01-05", "bodies": ["QRF Council"]}, "c.html")
    assert [(one.start, one.how) for one in page(ledger).coming] == [("2031-07-01", "member")]
