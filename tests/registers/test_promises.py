import datetime

from tests.registers.shelf import Ledger

from muniment.registers.promises import promises

AS_OF = datetime.date(2032, 1, 1)
MADE = {"kind": "mandate", "actor": ["QRF Secretariat"], "made_on": "2031-01-10"}


def ledger_with(text, due="2031-06-30", **more):
    """A record in which one page of 10 January 2031 tells of one commitment, and pages go on to December."""
    ledger = Ledger()
    page(ledger, "promise.html", "2031-01-10")
    ledger.claim("commitments", {**MADE, "text": text, **({"due": due} if due else {}), **more}, "promise.html")
    page(ledger, "last.html", "2031-12-20")
    return ledger


def page(ledger, source, day, language="en"):
    ledger.claim(
        "documents", {"title": source, "published": day, "language": language}, source, document=f"sha-{source}"
    )


def text_told(ledger, title, action, day="", source="later.html", attributed_to="", **more):
    page(ledger, source, "2031-07-20")
    act = {"action": action, **({"date": day} if day else {}), **more}
    told = {"kind": "plan", "title": title, "actions": [act]}
    ledger.claim("instruments", told, source, attributed_to=attributed_to)


def only(ledger, as_of=AS_OF, **more):
    (one,) = promises(ledger.rows, as_of, **more)
    return one


def test_a_promise_is_fulfilled_by_a_later_page_that_tells_of_the_act_under_the_same_name():
    ledger = ledger_with("adopt the Plan of lock inspections by the end of June")
    text_told(ledger, "Plan of lock inspections", "adopt", "2031-06-12")
    one = only(ledger)
    assert (one.status, [found.text for found in one.proofs]) == ("fulfilled", ["Plan of lock inspections: adopted"])
    assert one.proofs[0].claims
    assert one.proofs[0].exact


def test_a_promise_done_after_its_day_is_late_by_so_many_days():
    ledger = ledger_with("adopt the Plan of lock inspections by the end of June")
    text_told(ledger, "Plan of lock inspections", "adopt", "2031-07-05")
    assert (only(ledger).status, only(ledger).days) == ("late", 5)


def test_what_follows_the_act_shows_it_was_done_but_not_that_it_was_late():
    ledger = ledger_with("submit the Plan of lock inspections by the end of June")
    text_told(ledger, "Plan of lock inspections", "adopt", "2031-07-05")
    assert only(ledger).status == "undated"


def test_an_act_before_the_promise_or_of_another_text_of_the_row_fulfils_nothing():
    ledger = ledger_with("adopt the Plan of lock inspections for 2032")
    text_told(ledger, "Plan of lock inspections for 2032", "adopt", "2030-06-12")
    assert only(ledger).status == "overdue"
    ledger = ledger_with("adopt the Plan of lock inspections for 2032")
    text_told(ledger, "Plan of lock inspections for 2031", "adopt", "2031-06-12")
    one = only(ledger)
    assert (one.status, one.perhaps) == ("overdue", ())


def test_the_protocol_to_an_agreement_is_not_the_agreement():
    ledger = ledger_with("sign the Protocol amending the Agreement on ferry tolls")
    text_told(ledger, "Agreement on ferry tolls", "sign", "2031-05-04")
    assert only(ledger).status == "overdue"


def test_what_only_a_speaker_tells_is_a_proposal_and_names_the_speaker():
    ledger = ledger_with("adopt the Plan of lock inspections")
    text_told(ledger, "Plan of lock inspections", "adopt", "2031-05-04", attributed_to="Ana Dol")
    one = only(ledger)
    assert (one.status, one.proofs) == ("overdue", ())
    assert [(found.doubt, found.speakers) for found in one.perhaps] == [("told by Ana Dol", ("Ana Dol",))]


def test_a_person_makes_a_proposal_sure_or_sets_it_aside():
    ledger = ledger_with("adopt the Plan of lock inspections")
    text_told(ledger, "Plan of lock inspections", "adopt", "2031-05-04", attributed_to="Ana Dol")
    one = only(ledger)
    about = (one.row, "instruments", one.perhaps[0].row)
    assert only(ledger, verdicts={about: True}).status == "fulfilled"
    refused = only(ledger, verdicts={about: False})
    assert (refused.status, refused.perhaps) == ("overdue", ())


def test_a_plan_to_do_it_is_not_the_doing():
    ledger = ledger_with("adopt the Plan of lock inspections")
    text_told(ledger, "Plan of lock inspections", "adopt", "2031-05-04", planned=True)
    assert only(ledger).status == "overdue"


def test_everybody_who_was_to_ratify_has_to_have_ratified():
    ledger = ledger_with("ratify the Agreement on ferry tolls", actor=["Ardil", "Bessar"])
    text_told(ledger, "Agreement on ferry tolls", "ratify", "2031-05-04", by=["Ardil"])
    assert only(ledger).status == "overdue"
    text_told(
        ledger, "Agreement on ferry tolls", "ratify", "2031-06-04", source="two.html", by=["Parliament of Bessar"]
    )
    assert only(ledger).status == "fulfilled"


def test_both_parts_of_a_promise_have_to_be_done():
    ledger = ledger_with("prepare and sign the Plan of lock inspections")
    text_told(ledger, "Plan of lock inspections", "draft", "2031-02-04")
    assert only(ledger).status == "overdue"
    text_told(ledger, "Plan of lock inspections", "sign", "2031-05-04", source="two.html")
    assert only(ledger).status == "fulfilled"


def test_a_meeting_promised_was_held_where_its_number_or_its_body_and_time_say_so():
    ledger = ledger_with("hold its ninth meeting", actor=["QRF Lock Council"])
    held = {"kind": "session", "bodies": ["QRF Lock Council"], "status": "held"}
    ledger.claim("meetings", {**held, "start": "2031-05-04", "ordinal": 8}, "m8.html")
    assert only(ledger).status == "overdue"
    ledger.claim("meetings", {**held, "start": "2031-06-04", "ordinal": 9}, "m9.html")
    assert only(ledger).status == "fulfilled"


def test_a_meeting_on_another_subject_is_only_perhaps_the_one_promised():
    ledger = ledger_with("hold a meeting on flood gauges and dredging", actor=["QRF Lock Council"])
    held = {"kind": "session", "bodies": ["QRF Lock Council"], "status": "held", "agenda": ["On the budget"]}
    ledger.claim("meetings", {**held, "start": "2031-05-04"}, "m.html")
    one = only(ledger)
    assert (one.status, len(one.perhaps)) == ("overdue", 1)


def test_a_later_day_for_the_same_promise_changes_it_and_the_same_day_repeats_it():
    ledger = ledger_with("open the river gauge station by the end of June")
    again = {**MADE, "text": "open the river gauge station", "made_on": "2031-04-10"}
    ledger.claim("commitments", {**again, "due": "2031-06-30"}, "again.html")
    first = promises(ledger.rows, AS_OF)[0]
    assert (first.status, len(first.again)) == ("overdue", 1)
    ledger.claim("commitments", {**again, "due": "2031-09-30", "made_on": "2031-05-10"}, "changed.html")
    first = promises(ledger.rows, AS_OF)[0]
    assert (first.status, first.changes[0].date) == ("changed", "2031-05-10")


def test_the_pages_looked_at_are_counted_and_those_in_a_language_not_read_apart():
    ledger = ledger_with("dredge the channel")
    page(ledger, "fr.html", "2031-03-03", "fr")
    page(ledger, "before.html", "2030-03-03")
    one = only(ledger, not_read={"fr"})
    assert (one.pages, one.pages_not_read, one.pages_until) == (1, 1, "2031-12-20")


def test_on_an_earlier_day_later_pages_are_left_out():
    ledger = ledger_with("adopt the Plan of lock inspections")
    page(ledger, "spring.html", "2031-05-01")
    text_told(ledger, "Plan of lock inspections", "adopt", "2031-05-04")
    assert promises(ledger.rows, datetime.date(2030, 1, 1)) == []
    assert only(ledger, datetime.date(2031, 6, 1)).status == "open"
    assert only(ledger, datetime.date(2031, 8, 1)).status == "fulfilled"


def test_the_same_words_about_another_place_or_years_later_change_nothing():
    again = {**MADE, "due": "2031-09-30", "made_on": "2031-05-10"}
    for text in ("prepare proposals on river gauges near Aldport", "prepare proposals on river gauges near Merrow"):
        ledger = ledger_with("prepare proposals on river gauges near Aldport")
        ledger.claim("commitments", {**again, "text": text}, "again.html")
        first = promises(ledger.rows, AS_OF)[0]
        assert (first.status == "changed") == text.endswith("Aldport"), text
        assert first.perhaps == ()
    ledger = ledger_with("prepare proposals on river gauges", due="2029-06-30")
    ledger.claim("commitments", {**again, "text": "prepare proposals on river gauges"}, "again.html")
    assert promises(ledger.rows, AS_OF)[0].changes == ()


def test_a_meeting_of_the_same_page_without_a_day_due_fulfils_nothing():
    ledger = ledger_with("hold consultations with the pilots", due="")
    talks = {"kind": "bilateral", "participants": [{"name": "Ana Dol"}], "start": "2031-03-04", "status": "held"}
    ledger.claim("meetings", talks, "promise.html")
    one = only(ledger)
    assert (one.status, one.proofs, one.perhaps) == ("open", (), ())


def test_a_year_and_one_word_in_common_with_a_title_name_no_text():
    ledger = ledger_with("prepare proposals on sustainable consultations in 2031")
    text_told(ledger, "Plan of consultations for 2031", "sign", "2031-05-04")
    assert only(ledger).perhaps == ()


def told(ledger, register, slots, source="later.html", day="2031-05-20", attributed_to=""):
    page(ledger, source, day)
    ledger.claim(register, slots, source, attributed_to=attributed_to)


def test_an_office_is_filled_by_an_appointment_to_it_and_to_no_other():
    for office, organization, status in (
        ("Director", "Flood Centre", "fulfilled"),
        ("Deputy Director", "Flood Centre", "overdue"),
        ("Director", "Ice Centre", "overdue"),
    ):
        ledger = ledger_with("appoint a Director of the Flood Centre")
        slots = {"person": "Ada Brandt", "office": office, "organization": organization, "basis": "appointed"}
        told(ledger, "tenures", {**slots, "start": "2031-05-19"})
        assert only(ledger).status == status


def test_an_office_that_may_be_that_of_others_or_is_held_for_a_time_is_a_proposal():
    ledger = ledger_with("appoint a Secretary General")
    slots = {"person": "Ada Brandt", "office": "Secretary General", "basis": "appointed", "start": "2031-05-19"}
    told(ledger, "tenures", {**slots, "organization": "Ports Union"})
    assert [one.doubt for one in only(ledger).perhaps] == ["the office may be that of others"]
    ledger = ledger_with("appoint a Director of the Flood Centre")
    told(ledger, "tenures", {**slots, "office": "Director", "organization": "Flood Centre", "acting": True})
    assert [one.doubt for one in only(ledger).perhaps] == ["in an acting capacity"]


def test_a_standing_is_given_by_a_relation_of_that_kind():
    for kind, status in (("observer", "fulfilled"), ("partner", "overdue")):
        ledger = ledger_with("grant observer status to Corvia", actor=["QRF"])
        slots = {"subject": "Corvia", "object": "QRF", "kind": kind, "state": "granted", "date": "2031-05-19"}
        told(ledger, "relations", slots)
        assert only(ledger).status == status


def test_what_stood_on_the_agenda_of_a_meeting_held_was_considered():
    for status, became in (("held", "fulfilled"), ("announced", "overdue")):
        ledger = ledger_with("consider the report on lock keepers", actor=["QRF Council"])
        slots = {"kind": "session", "bodies": ["QRF Council"], "start": "2031-05-19", "status": status}
        told(ledger, "meetings", {**slots, "agenda": ["report on lock keepers"]})
        assert only(ledger).status == became


def test_a_title_in_quotation_marks_names_the_text_of_that_title_and_kind_alone():
    for title, kind, status in (
        ("On Pilots", "model_law", "fulfilled"),
        ("On Pilots of Ferries", "model_law", "overdue"),
        ("On Pilots", "decision", "overdue"),
    ):
        ledger = ledger_with("adopt the model law “On Pilots”")
        acts = [{"action": "adopt", "date": "2031-05-19"}]
        told(ledger, "instruments", {"kind": kind, "title": title, "actions": acts})
        assert only(ledger).status == status


def test_an_act_of_others_or_to_others_is_a_proposal():
    for more, doubt in (
        ({"by": ["Ostland"]}, "it is told of others than those who were to do it"),
        ({"by": ["QRF Secretariat"], "to": ["River Assembly"]}, "it is told to have gone to others"),
    ):
        ledger = ledger_with("submit the Plan of lock inspections to the Council")
        text_told(ledger, "Plan of lock inspections", "submit", "2031-06-12", **more)
        assert (only(ledger).status, [one.doubt for one in only(ledger).perhaps][:1]) == ("overdue", [doubt])
    ledger = ledger_with("submit the Plan of lock inspections to the Council")
    text_told(ledger, "Plan of lock inspections", "submit", "2031-06-12", by=["Secretariat"], to=["QRF Council"])
    assert only(ledger).status == "fulfilled"


def test_a_text_that_was_not_agreed_to_changes_the_promise_to_adopt_it():
    ledger = ledger_with("adopt the Plan of lock inspections")
    text_told(ledger, "Plan of lock inspections", "not_adopt", "2031-06-12")
    assert only(ledger).status == "changed"


def test_a_meeting_in_another_place_of_another_subject_or_out_of_turn_is_a_proposal():
    met = {"kind": "session", "bodies": ["QRF Council"], "start": "2031-05-19", "status": "held"}
    for text, more in (
        ("hold a session in Sundale", {"place": "Northport"}),
        ("hold a special session on floods", {"agenda": ["lock keepers"]}),
        ("hold a session", {"extraordinary": True}),
        ("hold a seminar", {}),
    ):
        ledger = ledger_with(text, actor=["QRF Council"])
        told(ledger, "meetings", {**met, **more})
        one = only(ledger)
        assert (one.status, len(one.perhaps)) == ("overdue", 1), text


def test_an_exercise_is_held_under_its_name_and_not_in_another_country():
    for country, status in (("Ostland", "fulfilled"), ("Westland", "overdue")):
        ledger = ledger_with("The exercise “Long Rope 2031” will take place in Ostland", actor=["QRF Staff"])
        slots = {"name": "Long Rope 2031", "kind": "exercise", "status": "completed", "end": "2031-05-19"}
        told(ledger, "operations", {**slots, "country": country})
        assert only(ledger).status == status


def test_a_later_page_that_gives_the_same_promise_more_time_changes_it():
    ledger = ledger_with("submit the Plan of lock inspections")
    told(ledger, "commitments", {"text": "submit the Plan of lock inspections", "actor": ["QRF Secretariat"],
                                 "kind": "mandate", "due": "2031-12-31"})  # fmt: skip
    assert [one.status for one in promises(ledger.rows, AS_OF)] == ["changed"]
