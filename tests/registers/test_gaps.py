import datetime

from tests.registers.shelf import Ledger

from muniment.registers.gaps import gaps
from muniment.registers.row import TELLINGS_KEPT

SIX = ["Ardil", "Bessar", "Corvia", "Dunmark", "Estren", "Fallow"]


def story():
    """A federation of six: a session nobody reported, a treaty two have not ratified, pages at odds, a late promise."""
    ledger = Ledger()
    facts = [
        {"register": "relations", "where": f"members[{at}]",
         "slots": {"subject": name, "object": "Quiet River Federation", "kind": "membership", "state": "in_force",
                   "date": "1994-04-20"}}
        for at, name in enumerate(SIX)
    ]  # fmt: skip
    ledger.file("profile.filed/1", name="qrf", hash="1", facts=facts)
    council = {"kind": "session", "bodies": ["QRF Council"]}
    ledger.claim("meetings", {**council, "start": "2031-05-04", "status": "announced"}, "a.html")
    ledger.claim("meetings", {**council, "ordinal": 9, "start": "2031-11-23", "status": "held"}, "b.html")
    ledger.claim("meetings", {**council, "ordinal": 9, "start": "2031-11-24", "status": "held"}, "c.html")
    signed = {"action": "sign", "date": "2030-03-01", "by": SIX}
    ratified = {"action": "ratify", "by": [f"Republic of {name}" for name in SIX[:4]]}
    toll = {"kind": "agreement", "title": "Ferry Tolls Agreement"}
    ledger.claim("instruments", {**toll, "actions": [signed]}, "d.html")
    ledger.claim("instruments", {**toll, "actions": [ratified]}, "e.html")
    ledger.claim("commitments", {"text": "dredge the channel", "actor": ["Ardil"], "due": "2031-06-30"}, "f.html")
    return ledger


def test_the_gaps_of_a_record_are_what_its_pages_leave_open():
    ledger = story()
    found = list(gaps(ledger.rows, datetime.date(2032, 1, 1)))
    assert [gap.kind for gap in found] == [
        "overdue", "announced-never-reported", "ratification-missing", "deposit-missing", "contradiction",
    ]  # fmt: skip
    assert "4 of 6 members of Quiet River Federation" in found[2].text
    assert "Estren and Fallow" in found[2].text
    assert found[4].text == (
        "9th session of QRF Council (2031-11-23): pages disagree on start: “2031-11-23” and “2031-11-24”."
    )
    assert all(gap.rule_source for gap in found)


def test_a_withdrawn_row_leaves_no_gap_and_on_an_early_day_nothing_is_late():
    ledger = story()
    (late,) = ledger.rows("commitments")
    ledger.file("decision.withdrawn/1", register="commitments", row=late.id, basis="misread")
    kinds = {gap.kind for gap in gaps(lambda name: ledger.rows(name, withdrawn=True), datetime.date(2032, 1, 1))}
    assert "overdue" not in kinds
    early = {gap.kind for gap in gaps(ledger.rows, datetime.date(2031, 5, 1))}
    assert early == {"ratification-missing", "deposit-missing", "contradiction"}


def test_a_row_told_in_very_many_ways_takes_in_what_is_new_and_counts_the_rest():
    ledger = Ledger()
    treaty = {"kind": "treaty", "title": "Quiet River Treaty"}
    many = TELLINGS_KEPT + 5
    for at in range(many):
        ledger.claim("instruments", {**treaty, "note": f"variant {at}"}, f"{at}.html")
    row = ledger.row("instruments")
    assert (row.claim_count, len(row.tellings), row.tellings[-1].count) == (many, TELLINGS_KEPT + 1, 5)
    ledger.claim("instruments", {**treaty, "actions": [{"action": "terminate", "date": "2031-05-04"}]}, "end.html")
    row = ledger.row("instruments")
    assert (row.slots["status"], row.claim_count) == ("terminated", many + 1)
    assert ledger.shelf.claims[f"c{many}"].content == "rest"
    ledger.file("claim.dropped/1", claim=f"c{many}", because="page changed")
    assert ledger.row("instruments").claim_count == many
