from tests.registers.shelf import Ledger

COUNCIL = {"kind": "session", "bodies": ["QRF Council"]}
CHIEF = {"person": "Stanislav Marr", "office": "Secretary General", "organization": "Quiet River Federation"}


def test_a_meeting_announced_on_one_page_and_reported_on_another_is_one_row_that_was_held():
    ledger = Ledger()
    one = ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23", "status": "announced"}, "soon.html")
    two = ledger.claim(
        "meetings", {**COUNCIL, "start": "2031-11-23", "status": "held", "place": "Sundale"}, "done.html"
    )
    row = ledger.row("meetings")
    assert row.slots["status"] == "held"
    assert row.claims == (one, two)
    assert row.sources == ("soon.html", "done.html")
    assert row.given_by["status"] == [two]
    assert row.conflicts == {}


def test_a_session_named_by_its_month_is_the_session_of_that_month():
    ledger = Ledger()
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11"}, "speech.html")
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23", "place": "Sundale"}, "report.html")
    assert ledger.row("meetings").slots["start"] == "2031-11-23"


def test_a_session_named_by_a_month_with_two_sessions_joins_neither():
    ledger = Ledger()
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-05"}, "a.html")
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23"}, "b.html")
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11"}, "c.html")
    assert [row.slots["start"] for row in ledger.rows("meetings")] == ["2031-11-05", "2031-11-23", "2031-11"]


def test_two_pages_that_give_one_numbered_session_two_days_show_as_a_conflict():
    ledger = Ledger()
    one = ledger.claim("meetings", {**COUNCIL, "ordinal": 9, "start": "2031-11-23", "status": "held"}, "a.html")
    two = ledger.claim("meetings", {**COUNCIL, "ordinal": 9, "start": "2031-11-24", "status": "held"}, "b.html")
    row = ledger.row("meetings")
    assert row.conflicts["start"] == [
        {"value": "2031-11-23", "claims": [one]},
        {"value": "2031-11-24", "claims": [two]},
    ]


def test_a_session_moved_before_it_was_held_is_no_conflict():
    ledger = Ledger()
    for page, published, start, status in (
        ("a.html", "2031-10-01", "2031-11-23", "announced"),
        ("b.html", "2031-11-01", "2031-11-30", "announced"),
        ("c.html", "2031-12-01", "2031-11-30", "held"),
    ):
        ledger.claim("documents", {"title": page, "published": published}, page)
        ledger.claim("meetings", {**COUNCIL, "ordinal": 9, "start": start, "status": status}, page)
    row = ledger.row("meetings")
    assert row.slots["start"] == "2031-11-30"
    assert row.conflicts == {}
    assert row.also["start"] == ["2031-11-23"]


def test_a_later_page_cancels_a_meeting_whichever_page_is_filed_first():
    for pages in ((0, 1), (1, 0)):
        ledger = Ledger()
        told = [("2031-10-01", "announced"), ("2031-11-20", "cancelled")]
        for at in pages:
            published, status = told[at]
            ledger.claim("documents", {"title": f"page {at}", "published": published}, f"{at}.html")
            ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23", "status": status}, f"{at}.html")
        assert ledger.row("meetings").slots["status"] == "cancelled"


def test_a_page_dated_by_a_claim_filed_after_its_meeting_still_decides_by_its_date():
    ledger = Ledger()
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23", "status": "cancelled"}, "late.html")
    ledger.claim("documents", {"title": "Session called off", "published": "2031-11-20"}, "late.html")
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23", "status": "announced"}, "early.html")
    ledger.claim("documents", {"title": "Session in November", "published": "2031-10-01"}, "early.html")
    row = ledger.row("meetings")
    assert row.slots["status"] == "cancelled"
    assert (row.first_stated, row.last_stated) == ("2031-10-01", "2031-11-20")


def test_a_cancellation_after_the_meeting_was_reported_held_contradicts_it():
    ledger = Ledger()
    ledger.claim("documents", {"title": "x", "published": "2031-11-23"}, "a.html")
    held = ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23", "status": "held"}, "a.html")
    ledger.claim("documents", {"title": "y", "published": "2031-11-24"}, "b.html")
    off = ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23", "status": "cancelled"}, "b.html")
    conflict = ledger.row("meetings").conflicts["status"]
    assert [(one["value"], one["claims"]) for one in conflict] == [("held", [held]), ("cancelled", [off])]


def test_a_person_keeps_one_row_under_every_spelling_and_the_fullest_is_shown():
    ledger = Ledger()
    for at, name in enumerate(["S. Marr", "Marr", "Stanislav Marr", "Stanislaw Marr"]):
        ledger.claim("tenures", {**CHIEF, "person": name}, f"{at}.html")
    row = ledger.row("tenures")
    assert row.slots["person"] in ("Stanislav Marr", "Stanislaw Marr")
    assert "S. Marr" in row.also["person"]
    assert row.conflicts == {}


def test_two_people_of_one_surname_in_one_office_are_two_rows_and_a_bare_surname_joins_neither():
    ledger = Ledger()
    ledger.claim("tenures", CHIEF, "a.html")
    ledger.claim("tenures", {**CHIEF, "person": "Viktor Marr"}, "b.html")
    ledger.claim("tenures", {**CHIEF, "person": "Marr"}, "c.html")
    assert [row.slots["person"] for row in ledger.rows("tenures")] == ["Stanislav Marr", "Viktor Marr", "Marr"]


def test_an_office_attested_on_many_pages_keeps_a_row_of_bounded_size():
    ledger = Ledger()
    for page in range(60):
        ledger.claim("tenures", CHIEF, f"{page}.html")
    row = ledger.row("tenures")
    assert (row.claim_count, row.evidence_count, len(row.tellings)) == (60, 60, 1)
    assert len(row.claims) == 25


def test_a_draft_and_the_adopted_text_are_one_row_that_is_no_draft_any_more():
    ledger = Ledger()
    plan = [{"action": "adopt", "date": "2031-11-23", "planned": True}]
    done = [{"action": "adopt", "date": "2031-11-23", "by": ["QRF Council"]}]
    ledger.claim(
        "instruments", {"kind": "decision", "title": "draft decision on tolls", "draft": True, "actions": plan}
    )
    ledger.claim("instruments", {"kind": "decision", "title": "On tolls", "actions": done}, "b.html")
    row = ledger.row("instruments")
    assert row.slots["actions"] == done
    assert row.slots["status"] == "adopted"
    assert "draft" not in row.slots


def test_a_draft_that_found_no_consensus_stays_a_draft_and_its_plan_is_settled():
    ledger = Ledger()
    title = "On shared dredging costs"
    plan = [{"action": "adopt", "date": "2031-11-23", "planned": True}]
    failed = [{"action": "not_adopt", "date": "2031-11-23"}]
    ledger.claim("instruments", {"kind": "decision", "title": title, "draft": True, "actions": plan})
    ledger.claim("instruments", {"kind": "decision", "title": title, "draft": True, "actions": failed}, "b.html")
    row = ledger.row("instruments")
    assert (row.slots["status"], row.slots["draft"], row.slots["actions"]) == ("not_adopted", True, failed)


def test_a_text_adopted_after_it_had_failed_is_adopted():
    ledger = Ledger()
    for day, action in (("2032-05-01", "adopt"), ("2031-11-23", "not_adopt")):
        acts = [{"action": action, "date": day}]
        ledger.claim("instruments", {"kind": "treaty", "title": "Dredging Treaty", "actions": acts}, day)
    assert ledger.row("instruments").slots["status"] == "adopted"


def test_two_pages_that_date_one_adoption_apart_show_as_a_conflict():
    ledger = Ledger()
    for day in ("2031-11-23", "2031-11-24"):
        acts = [{"action": "adopt", "date": day}]
        ledger.claim("instruments", {"kind": "decision", "title": "On shared dredging costs", "actions": acts}, day)
    row = ledger.row("instruments")
    assert [one["value"]["date"] for one in row.conflicts["actions"]] == ["2031-11-23", "2031-11-24"]


def test_adopted_on_one_page_and_not_adopted_on_another_show_as_a_conflict():
    ledger = Ledger()
    for action in ("adopt", "not_adopt"):
        acts = [{"action": action, "date": "2031-11-23"}]
        ledger.claim("instruments", {"kind": "decision", "title": "On shared dredging costs", "actions": acts}, action)
    conflict = ledger.row("instruments").conflicts["actions"]
    assert {one["value"]["action"] for one in conflict} == {"adopt", "not_adopt"}


def test_ratifications_are_kept_member_by_member_with_the_finer_date():
    ledger = Ledger()
    title = {"kind": "agreement", "title": "Ferry Tolls Agreement"}
    both = [{"action": "ratify", "by": ["Ostland", "Westland"]}]
    one = [{"action": "ratify", "by": ["Republic of Ostland"], "date": "2031-03-04"}]
    ledger.claim("instruments", {**title, "actions": both}, "a.html")
    ledger.claim("instruments", {**title, "actions": one}, "b.html")
    acts = ledger.row("instruments").slots["actions"]
    assert acts == [
        {"action": "ratify", "by": ["Ostland"], "date": "2031-03-04"},
        {"action": "ratify", "by": ["Westland"]},
    ]


def test_the_third_protocol_and_the_fourth_stay_apart_whatever_is_told_of_an_unnumbered_one():
    ledger = Ledger()
    titles = [f"{number}Protocol on Amendments to the Basin Charter" for number in ("Third ", "", "Fourth ")]
    for title in titles:
        ledger.claim("instruments", {"kind": "protocol", "title": title}, title)
    assert [row.slots["title"] for row in ledger.rows("instruments")] == titles


def test_a_stub_becomes_the_page_it_advertises():
    ledger = Ledger()
    title = "Council meets in Sundale on Friday"
    ledger.claim("documents", {"title": title, "stub": True}, "b.html#teaser-1", document="sha-b.html")
    ledger.claim("documents", {"title": title, "published": "2031-05-04", "text": "The Council met."}, "a.html")
    row = ledger.row("documents")
    assert "stub" not in row.slots
    assert row.sources == ("b.html#teaser-1", "a.html")


def test_a_date_on_a_stub_does_not_date_the_page_that_carries_it():
    ledger = Ledger()
    stub = {"title": "Council meets in Sundale on Friday", "stub": True, "published": "2030-01-01"}
    ledger.claim("documents", stub, "b.html#teaser-1", document="sha-b.html")
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23"}, "b.html", document="sha-b.html")
    assert ledger.row("meetings").last_stated == ""


def test_what_only_a_speaker_tells_gives_way_to_what_a_page_tells():
    ledger = Ledger()
    said = {**COUNCIL, "start": "2031-11-23", "mode": "videoconference"}
    ledger.claim("meetings", said, "speech.html", attributed_to="Ines Dovar")
    assert ledger.row("meetings").attributed_to == "Ines Dovar"
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23", "mode": "in_person"}, "report.html")
    row = ledger.row("meetings")
    assert row.attributed_to == ""
    assert row.slots["mode"] == "in_person"
    assert [one["value"] for one in row.conflicts["mode"]] == ["in_person", "videoconference"]


def test_a_profiles_facts_are_filed_once_and_go_when_the_profile_drops_them():
    ledger = Ledger()
    joined = {"subject": "Ostland", "object": "QRF", "kind": "membership", "state": "in_force", "date": "1994-04-20"}
    left = {**joined, "subject": "Westland"}
    facts = [
        {"register": "relations", "slots": slots, "where": f"members[{at}]"} for at, slots in enumerate((joined, left))
    ]
    ledger.file("profile.filed/1", name="qrf", hash="1", facts=facts)
    ledger.claim("relations", {"subject": "Republic of Ostland", "object": "QRF", "kind": "membership"}, "a.html")
    assert len(ledger.rows("relations")) == 2
    ledger.file("profile.filed/1", name="qrf", hash="2", facts=facts[:1])
    row = ledger.row("relations")
    assert (row.slots["date"], row.claim_count) == ("1994-04-20", 2)
    assert row.sources == ("profile:qrf#members[0]", "a.html")


def test_a_claim_in_an_odd_shape_is_brought_into_the_registers_shape():
    ledger = Ledger()
    odd = {"kind": "session", "bodies": "QRF Council", "ordinal": "9", "start": "2031-11-23", "chair": ["Ines Dovar"],
           "place": None, "agenda": [], "extraordinary": False}  # fmt: skip
    ledger.claim("meetings", odd)
    assert ledger.row("meetings").slots == {
        "kind": "session", "bodies": ["QRF Council"], "ordinal": 9, "start": "2031-11-23", "chair": "Ines Dovar",
    }  # fmt: skip


def test_claims_with_nothing_to_tell_them_by_are_kept_each_for_itself():
    ledger = Ledger()
    for at, register in enumerate(["meetings", "instruments", "tenures", "statements", "situations", "operations"] * 2):
        ledger.claim(
            register, {"topics": ["tolls"]} if register == "meetings" else {"start": "not a date"}, f"{at}.html"
        )
    assert all(len(ledger.rows(register)) >= 1 for register in ("meetings", "instruments", "tenures", "operations"))


def test_filing_a_live_claim_again_changes_nothing():
    ledger = Ledger()
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23"}, claim="one")
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23"}, claim="one")
    assert ledger.changed == []
    assert ledger.row("meetings").claim_count == 1


def test_a_dropped_claim_takes_its_values_and_the_bridge_it_made_with_it():
    ledger = Ledger()
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23"}, "a.html")
    ledger.claim("meetings", {**COUNCIL, "ordinal": 9}, "b.html")
    assert len(ledger.rows("meetings")) == 2
    bridge = ledger.claim("meetings", {**COUNCIL, "ordinal": 9, "start": "2031-11-23", "place": "Sundale"}, "c.html")
    assert ledger.row("meetings").slots["ordinal"] == 9
    ledger.file("claim.dropped/1", claim=bridge, because="page changed")
    assert [row.slots for row in ledger.rows("meetings")] == [
        {**COUNCIL, "start": "2031-11-23"},
        {**COUNCIL, "ordinal": 9},
    ]


def test_a_row_whose_last_claim_is_dropped_goes_and_comes_back_under_its_number():
    ledger = Ledger()
    claim = ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23"}, "a.html")
    number = ledger.row("meetings").id
    ledger.file("claim.dropped/1", claim=claim, because="page changed")
    assert ledger.rows("meetings", withdrawn=True) == []
    ledger.claim("meetings", {**COUNCIL, "start": "2031-11-23"}, "a.html", document="sha-2")
    assert ledger.row("meetings").id == number


def test_a_plan_to_consider_a_text_is_settled_by_what_came_of_it():
    ledger = Ledger()
    plan = [{"action": "consider", "date": "2031-11-23", "planned": True}]
    done = [{"action": "agree", "date": "2031-11-23"}]
    ledger.claim("instruments", {"kind": "decision", "title": "On shared dredging costs", "actions": plan}, "a.html")
    ledger.claim("instruments", {"kind": "decision", "title": "On shared dredging costs", "actions": done}, "b.html")
    assert ledger.row("instruments").slots["actions"] == done


def test_cooperation_told_from_either_side_is_one_relation_without_contradiction():
    ledger = Ledger()
    ledger.claim("relations", {"subject": "QRF", "object": "Salt League", "kind": "cooperation"}, "a.html")
    ledger.claim("relations", {"subject": "Salt League", "object": "QRF", "kind": "cooperation"}, "b.html")
    row = ledger.row("relations")
    assert (row.slots["subject"], row.conflicts) == ("QRF", {})


def test_two_statements_of_one_page_stay_two_and_the_same_words_on_another_page_join_the_first():
    ledger = Ledger()
    words = "the ferry between the two banks will carry every pilgrim without a toll for as long as the flood lasts"
    said = {"speaker": "Ines Dovar", "text": words}
    ledger.claim("statements", {**said, "mode": "reported"}, "a.html")
    ledger.claim("statements", {**said, "text": words + " and no longer", "mode": "direct"}, "a.html")
    assert len(ledger.rows("statements")) == 2
    ledger.claim("statements", {**said, "mode": "direct"}, "b.html")
    first = ledger.rows("statements")[0]
    assert (first.claim_count, first.slots["mode"], first.conflicts) == (2, "direct", {})


def test_a_person_of_an_office_two_terms_apart_holds_it_twice():
    ledger = Ledger()
    for start, end in (("2020-01-01", "2022-12-31"), ("2026-01-01", "2028-12-31")):
        ledger.claim("tenures", {**CHIEF, "start": start, "end": end}, start)
    ledger.claim("tenures", CHIEF, "a.html")
    ledger.claim("tenures", CHIEF, "b.html")
    assert [(row.slots.get("start"), row.claim_count) for row in ledger.rows("tenures")] == [
        ("2020-01-01", 1), ("2026-01-01", 1), (None, 2),
    ]  # fmt: skip
