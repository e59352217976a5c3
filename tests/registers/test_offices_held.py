import datetime

from tests.registers.shelf import Ledger

from muniment.registers.offices_held import CHAIR, matching, offices

DAY = datetime.date.fromisoformat
POST = {"office": "Secretary General", "organization": "Quiet River Federation"}


def page(ledger, source, day):
    ledger.claim("documents", {"title": source, "published": day}, source, document=f"sha-{source}")


def at(ledger, day, title="Secretary General"):
    (one,) = [one for one in offices(ledger.rows, DAY(day)) if one.title == title]
    return one


def holders(one):
    return [(held.holder, how) for held, how in one.holders]


def told(ledger, person, source="a.html", **more):
    ledger.claim("tenures", {**POST, "person": person, **more}, source)


def test_an_office_names_its_holder_on_each_day_and_nobody_in_a_gap():
    ledger = Ledger()
    told(ledger, "Ana Dol", start="2030-01-01", end="2030-12-31")
    told(ledger, "Ivo Marr", start="2031-03-01")
    assert holders(at(ledger, "2030-05-04")) == [("Ana Dol", "dated")]
    assert holders(at(ledger, "2031-02-01")) == []
    assert holders(at(ledger, "2031-05-04")) == [("Ivo Marr", "dated")]
    assert "between 31 December 2030 and 1 March 2031" in at(ledger, "2031-05-04").questions[0]


def test_one_named_on_two_days_held_the_office_between_them_and_no_longer():
    ledger = Ledger()
    for source, day in (("a.html", "2031-05-04"), ("b.html", "2031-07-04")):
        page(ledger, source, day)
        told(ledger, "Ana Dol", source)
    assert holders(at(ledger, "2031-06-01")) == [("Ana Dol", "named")]
    later = at(ledger, "2031-08-01")
    assert (later.holders, later.last_known.holder, later.last_known.last_named) == ((), "Ana Dol", "2031-07-04")
    assert at(ledger, "2031-05-01").last_known is None


def test_who_stood_in_is_told_as_acting_and_gives_way_to_the_elected():
    ledger = Ledger()
    told(ledger, "Ana Dol", start="2031-01-01", acting=True, basis="appointed")
    told(ledger, "Ana Dol", start="2031-07-01", basis="elected", term_years=3)
    acting = at(ledger, "2031-05-04")
    assert [held.acting for held, _ in acting.holders] == [True]
    elected = at(ledger, "2031-08-01")
    assert [(held.acting, held.term_ends) for held, _ in elected.holders] == [(False, "2034-06-30")]


def test_a_term_that_ran_out_without_a_successor_is_an_open_question():
    ledger = Ledger()
    told(ledger, "Ana Dol", start="2028-03-01", basis="elected", term_years=2)
    assert at(ledger, "2030-02-01").questions == ()
    assert "ran out on 28 February 2030" in at(ledger, "2030-05-04").questions[0]


def chair(ledger):
    rotation = {"of": "Quiet River Federation", "by": "listed", "order": ["Ardil", "Bessar", "Corvia"],
                "again": True, "session_of": "QRF Council", "source": "Charter, Article 6"}  # fmt: skip
    facts = [{"register": "bodies", "where": "rotations[0]", "slots": {"name": "QRF Council", "rotation": rotation}}]
    ledger.file("profile.filed/1", name="qrf", hash="1", facts=facts)
    relation = {"object": "Quiet River Federation", "kind": "presidency"}
    ledger.claim("relations", {**relation, "subject": "Ardil", "state": "in_force", "date": "2030-05-04"}, "a.html")
    ledger.claim("relations", {**relation, "subject": "Bessar", "state": "in_force", "date": "2031-05-04"}, "b.html")
    return ledger, relation


def test_a_state_holds_a_chair_until_the_next_and_the_rule_tells_who_follows():
    ledger, _ = chair(Ledger())
    assert holders(at(ledger, "2031-01-01", CHAIR)) == [("Ardil", "dated")]
    one = at(ledger, "2031-06-01", CHAIR)
    assert holders(one) == [("Bessar", "dated")]
    assert [turn.state for turn in one.next] == ["Corvia", "Ardil", "Bessar"]
    assert one.rule.source == "Charter, Article 6"


def test_an_announcement_against_the_rule_is_an_open_question():
    ledger, relation = chair(Ledger())
    ledger.claim("relations", {**relation, "subject": "Dunmark"}, "c.html")
    one = at(ledger, "2031-06-01", CHAIR)
    assert one.attested_next == ("Dunmark",)
    assert one.questions == ("By the rule Corvia follows; pages announce Dunmark.",)


def test_an_office_is_found_by_words_of_its_title_organisation_or_holder():
    ledger = Ledger()
    told(ledger, "Ana Dol", start="2031-01-01")
    found = offices(ledger.rows, DAY("2031-05-04"))
    assert [one.title for one in matching(found, "secretary quiet river")] == ["Secretary General"]
    assert matching(found, "dol") == found
    assert matching(found, "harbour master") == []
