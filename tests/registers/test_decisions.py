from tests.registers.shelf import Ledger

DAY = "2031-11-23"
COUNCIL = {"kind": "session", "bodies": ["QRF Council"], "start": DAY}
DOVAR = {"person": "Ines Dovar", "office": "Chair", "organization": "River Assembly"}


def correct(ledger, row, **slots):
    return ledger.file("decision.corrected/1", register=row.register, row=row.id, slots=slots, basis="note verbale")


def pair(ledger, kind, a, b):
    return ledger.file(f"decision.{kind}/1", register=a.register, a=a.id, b=b.id, basis="known")


def undo(ledger, entry):
    return ledger.file("decision.undone/1", entry=entry, basis="mistaken")


def test_a_correction_beats_readings_filed_before_and_after_it():
    ledger = Ledger()
    ledger.claim("meetings", {**COUNCIL, "place": "Greyport"}, "a.html")
    entry = correct(ledger, ledger.row("meetings"), place="Sundale")
    ledger.claim("meetings", {**COUNCIL, "place": "Greyport", "status": "held"}, "b.html")
    row = ledger.row("meetings")
    assert (row.slots["place"], row.corrected, row.given_by["place"]) == ("Sundale", ("place",), [f"decision:{entry}"])
    assert row.slots["status"] == "held"


def test_a_page_that_repeats_a_corrected_day_still_belongs_to_the_row():
    ledger = Ledger()
    ledger.claim("meetings", {**COUNCIL, "status": "announced"}, "a.html")
    correct(ledger, ledger.row("meetings"), start="2031-11-24")
    ledger.claim("meetings", {**COUNCIL, "status": "held"}, "b.html")
    row = ledger.row("meetings")
    assert (row.slots["start"], row.slots["status"], row.claim_count) == ("2031-11-24", "held", 2)


def test_a_correction_to_nothing_empties_the_slot():
    ledger = Ledger()
    ledger.claim("meetings", {**COUNCIL, "place": "Greyport"})
    correct(ledger, ledger.row("meetings"), place=None)
    assert "place" not in ledger.row("meetings").slots


def test_an_undone_correction_shows_what_pages_tell_and_undoing_that_brings_it_back():
    ledger = Ledger()
    ledger.claim("meetings", {**COUNCIL, "place": "Greyport"})
    before = ledger.row("meetings")
    entry = correct(ledger, before, place="Sundale")
    undoing = undo(ledger, entry)
    assert ledger.row("meetings") == before
    undo(ledger, undoing)
    assert ledger.row("meetings").slots["place"] == "Sundale"


def test_a_correction_finds_its_row_when_the_page_comes_back_changed():
    ledger = Ledger()
    claim = ledger.claim("meetings", {**COUNCIL, "place": "Greyport"}, "a.html")
    number = ledger.row("meetings").id
    correct(ledger, ledger.row("meetings"), place="Sundale")
    ledger.file("claim.dropped/1", claim=claim, because="page changed")
    assert ledger.rows("meetings") == []
    kept = ledger.rows("meetings", withdrawn=True)[0]
    assert (kept.id, kept.slots["place"], kept.claims) == (number, "Sundale", ())
    ledger.claim("meetings", {**COUNCIL, "place": "Greyport", "mode": "in_person"}, "a.html", document="sha-2")
    row = ledger.row("meetings")
    assert (row.id, row.slots["place"], row.slots["mode"]) == (number, "Sundale", "in_person")


def test_a_withdrawn_row_stays_withdrawn_when_other_pages_tell_of_it_and_comes_back_when_that_is_undone():
    ledger = Ledger()
    ledger.claim("meetings", COUNCIL, "a.html")
    row = ledger.row("meetings")
    entry = ledger.file("decision.withdrawn/1", register="meetings", row=row.id, basis="never took place")
    ledger.claim("meetings", COUNCIL, "b.html")
    assert ledger.rows("meetings") == []
    undo(ledger, entry)
    assert ledger.row("meetings").claim_count == 2


def test_a_withdrawn_claim_gives_no_values_and_gives_them_again_when_that_is_undone():
    ledger = Ledger()
    ledger.claim("meetings", COUNCIL, "a.html")
    misread = ledger.claim("meetings", {**COUNCIL, "place": "Greyport"}, "b.html")
    entry = ledger.file("decision.withdrawn/1", register="meetings", claim=misread, basis="misread")
    row = ledger.row("meetings")
    assert ("place" in row.slots, row.claim_count) == (False, 1)
    ledger.claim("meetings", {**COUNCIL, "place": "Greyport"}, "b.html", claim=misread)
    assert "place" not in ledger.row("meetings").slots
    undo(ledger, entry)
    assert ledger.row("meetings").slots["place"] == "Greyport"


def test_a_claim_that_its_page_dropped_does_not_come_back_when_its_withdrawal_is_undone():
    ledger = Ledger()
    ledger.claim("meetings", COUNCIL, "a.html")
    misread = ledger.claim("meetings", {**COUNCIL, "place": "Greyport"}, "b.html")
    entry = ledger.file("decision.withdrawn/1", register="meetings", claim=misread, basis="misread")
    ledger.file("claim.dropped/1", claim=misread, because="page changed")
    undo(ledger, entry)
    assert "place" not in ledger.row("meetings").slots


def test_what_a_person_adds_is_a_row_or_part_of_one_and_outweighs_pages():
    ledger = Ledger()
    title = {"kind": "agreement", "title": "Ferry Tolls Agreement"}
    ledger.claim("instruments", {**title, "actions": [{"action": "sign", "date": "2031-03-01"}]})
    deposit = {**title, "actions": [{"action": "deposit", "by": ["Ostland"], "date": "2031-06-01"}]}
    entry = ledger.file("decision.added/1", claim="added", register="instruments", slots=deposit, basis="note verbale")
    row = ledger.row("instruments")
    assert [act["action"] for act in row.slots["actions"]] == ["sign", "deposit"]
    assert f"decision:{entry}" in row.sources
    undo(ledger, entry)
    assert [act["action"] for act in ledger.row("instruments").slots["actions"]] == ["sign"]


def test_rows_held_to_be_one_are_one_and_the_other_number_leads_there():
    ledger = Ledger()
    ledger.claim("tenures", DOVAR, "a.html")
    ledger.claim("tenures", {**DOVAR, "person": "Ines Tamm"}, "b.html")
    one, two = ledger.rows("tenures")
    entry = pair(ledger, "same", one, two)
    row = ledger.row("tenures")
    assert (row.id, row.claim_count) == (one.id, 2)
    gone = ledger.shelf.get("tenures", two.id)
    assert (gone.withdrawn, gone.merged_into) == (True, one.id)
    ledger.claim("tenures", {**DOVAR, "person": "Ines Tamm"}, "c.html")
    assert ledger.row("tenures").claim_count == 3
    undo(ledger, entry)
    apart = ledger.rows("tenures")
    assert [(row.id, row.claim_count) for row in apart] == [(one.id, 1), (two.id, 2)]


def test_rows_held_to_be_two_come_apart_by_their_claims_and_later_ones_do_not_join_them_again():
    ledger = Ledger()
    one = ledger.claim("tenures", DOVAR, "a.html")
    two = ledger.claim("tenures", {**DOVAR, "person": "I. Dovar"}, "b.html")
    entry = ledger.file("decision.distinct/1", register="tenures", a=one, b=two, basis="mother and daughter")
    assert [row.claims for row in ledger.rows("tenures")] == [(one,), (two,)]
    ledger.claim("tenures", {**DOVAR, "person": "Ines Dovar"}, "c.html")
    assert [row.claim_count for row in ledger.rows("tenures")] == [2, 1]
    undo(ledger, entry)
    assert ledger.row("tenures").claim_count == 3


def test_the_latest_of_two_opposite_decisions_holds():
    ledger = Ledger()
    ledger.claim("tenures", DOVAR, "a.html")
    ledger.claim("tenures", {**DOVAR, "person": "Ines Tamm"}, "b.html")
    one, two = ledger.rows("tenures")
    pair(ledger, "distinct", one, two)
    last = pair(ledger, "same", one, two)
    assert len(ledger.rows("tenures")) == 1
    undo(ledger, last)
    assert len(ledger.rows("tenures")) == 2


def test_a_decision_on_a_number_that_was_merged_away_reaches_the_row_it_leads_to():
    ledger = Ledger()
    ledger.claim("tenures", DOVAR, "a.html")
    ledger.claim("tenures", {**DOVAR, "person": "Ines Tamm"}, "b.html")
    one, two = ledger.rows("tenures")
    pair(ledger, "same", one, two)
    correct(ledger, two, rank="captain")
    assert ledger.row("tenures").slots["rank"] == "captain"


def test_a_judgement_of_sameness_outlives_a_new_version_of_the_page():
    ledger = Ledger()
    ledger.claim("tenures", DOVAR, "a.html")
    second = ledger.claim("tenures", {**DOVAR, "person": "Ines Tamm"}, "b.html")
    one, two = ledger.rows("tenures")
    pair(ledger, "same", one, two)
    ledger.file("claim.dropped/1", claim=second, because="page changed")
    assert ledger.row("tenures").claim_count == 1
    ledger.claim("tenures", {**DOVAR, "person": "Ines Tamm", "rank": "captain"}, "b.html", document="sha-2")
    assert ledger.row("tenures").slots["rank"] == "captain"


def test_a_decision_about_nothing_that_is_there_changes_nothing():
    ledger = Ledger()
    ledger.claim("tenures", DOVAR)
    ledger.file("decision.withdrawn/1", register="tenures", row="none", basis="?")
    assert ledger.changed == []
    ledger.file("decision.same/1", register="tenures", a=ledger.row("tenures").id, b="none", basis="?")
    ledger.file("decision.undone/1", entry=99, basis="?")
    assert ledger.row("tenures").claim_count == 1


def test_a_correction_outlives_a_better_reading_that_is_filed_before_the_old_one_is_dropped():
    ledger = Ledger()
    words = "the ferry between the two banks will carry every pilgrim without a toll for as long as the flood lasts"
    said = {"speaker": "Ines Dovar", "text": words}
    old = ledger.claim("statements", said, "a.html")
    number = ledger.row("statements").id
    correct(ledger, ledger.row("statements"), venue="Sundale")
    ledger.claim("statements", {**said, "mode": "reported"}, "a.html")
    ledger.file("claim.dropped/1", claim=old, because="read again")
    row = ledger.row("statements")
    assert (row.id, row.slots["venue"], row.slots["mode"]) == (number, "Sundale", "reported")


def test_a_correction_of_a_statement_outlives_a_better_reading_of_the_same_document():
    ledger = Ledger()
    words = "the ferry between the two banks will carry every pilgrim without a toll for as long as the flood lasts"
    said = {"speaker": "Ines Dovar", "text": words}
    old = ledger.claim("statements", said, "a.html")
    correct(ledger, ledger.row("statements"), venue="Sundale")
    ledger.file("claim.dropped/1", claim=old, because="read again")
    ledger.claim("statements", {**said, "mode": "reported"}, "a.html")
    row = ledger.row("statements")
    assert (row.slots["venue"], row.slots["mode"]) == ("Sundale", "reported")
