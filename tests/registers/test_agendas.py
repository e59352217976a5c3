import datetime

from hypothesis import given
from hypothesis import strategies as st
from tests.registers.shelf import Ledger

from muniment.registers.agendas import Agendas
from muniment.registers.row import Row, Telling

AS_OF = datetime.date(2032, 1, 1)
COUNCIL = {"kind": "session", "bodies": ["QRF Council"]}
AGENDA = ["On the Plan of lock inspections", "On the budget", "On the Rules of towage", "On the harbour lights"]


def page(ledger, source, day, language="en"):
    ledger.claim(
        "documents", {"title": source, "published": day, "language": language}, source, document=f"sha-{source}"
    )


def session():
    """A session announced with four questions, held a month later, of which three outcomes are told."""
    ledger = Ledger()
    page(ledger, "before.html", "2031-04-20")
    page(ledger, "after.html", "2031-05-05")
    announced = {**COUNCIL, "start": "2031-05-04", "status": "announced", "agenda": AGENDA, "agenda_size": 4}
    ledger.claim("meetings", announced, "before.html")
    ledger.claim("meetings", {**COUNCIL, "start": "2031-05-04", "status": "held", "agenda_size": 3}, "after.html")
    told(ledger, "Plan of lock inspections", "adopt")
    told(ledger, "Rules of towage", "defer")
    told(ledger, "Charter of pilots", "not_adopt", reason="no consensus was reached")
    return ledger


def told(ledger, title, action, source="after.html", day="2031-05-04", attributed_to="", reason="", **more):
    act = {"action": action, "date": day, **more}
    slots = {"kind": "plan", "title": title, "actions": [act], **({"reason": reason} if reason else {})}
    ledger.claim("instruments", slots, source, attributed_to=attributed_to)


def courses(ledger, as_of=AS_OF, not_read=()):
    return list(Agendas(ledger.rows, as_of, not_read).courses())


def test_every_item_of_an_agenda_has_its_outcome_or_is_said_to_have_none():
    (course,) = courses(session())
    assert [(item.title, item.announced, item.outcome, item.decided) for item in course.items] == [
        ("On the Plan of lock inspections", True, "adopted", True),
        ("On the budget", True, "", None),
        ("On the Rules of towage", True, "deferred", False),
        ("On the harbour lights", True, "", None),
        ("Charter of pilots", False, "not adopted", True),
    ]
    assert course.items[-1].reason == "no consensus was reached"
    assert all(item.claims for item in course.items if item.outcome)


def test_the_numbers_of_questions_are_laid_beside_the_outcomes_known():
    (course,) = courses(session())
    assert (course.announced_size, course.considered_size) == ((4,), (3,))
    assert course.questions == (
        "4 questions were announced, 3 considered.",
        "On the agenda, and no page tells what came of it: On the budget and On the harbour lights.",
    )


def test_what_only_a_speaker_tells_of_an_item_carries_the_speaker():
    ledger = session()
    told(ledger, "Statute of ferrymen", "adopt", attributed_to="Ana Dol")
    (course,) = courses(ledger)
    assert [item.speakers for item in course.items if item.title == "Statute of ferrymen"] == [("Ana Dol",)]


def test_what_was_done_on_another_day_or_is_only_planned_is_no_outcome():
    ledger = session()
    told(ledger, "Statute of ferrymen", "adopt", day="2031-04-01")
    told(ledger, "Order of buoys", "adopt", planned=True)
    (course,) = courses(ledger)
    assert not {"Statute of ferrymen", "Order of buoys"} & {item.title for item in course.items}


def test_of_two_meetings_of_one_day_on_one_page_talks_on_the_margins_take_no_acts():
    ledger = session()
    talks = {"kind": "bilateral", "participants": [{"name": "Ana Dol"}, {"name": "Ivo Marr"}]}
    ledger.claim("meetings", {**talks, "start": "2031-05-04", "status": "held"}, "after.html")
    full, margins = courses(ledger)
    assert len(full.items) == 5
    assert margins.items == ()


def test_a_meeting_never_reported_says_how_many_later_pages_were_read_and_how_many_tell_of_its_body():
    ledger = Ledger()
    page(ledger, "before.html", "2031-04-20")
    ledger.claim("meetings", {**COUNCIL, "start": "2031-05-04", "status": "announced"}, "before.html")
    page(ledger, "june.html", "2031-06-10")
    ledger.claim("commitments", {"text": "dredge", "actor": ["QRF Council"]}, "june.html")
    page(ledger, "july.html", "2031-07-10")
    page(ledger, "fr.html", "2031-07-11", "fr")
    (course,) = courses(ledger, not_read={"fr"})
    assert (course.state, course.pages, course.pages_not_read, course.pages_of_body) == ("never_reported", 2, 1, 1)
    assert "2 later pages were read (1 more in a language that is not read), 1 of which tells" in course.questions[0]
    (early,) = courses(ledger, datetime.date(2031, 5, 10))
    assert early.state == "announced"


def test_a_meeting_moved_keeps_every_day_it_was_announced_for_and_a_postponed_one_asks_for_a_new():
    ledger = Ledger()
    ninth = {**COUNCIL, "ordinal": 9}
    for day, source, told_on in (("2031-05-04", "a.html", "2031-04-01"), ("2031-05-11", "b.html", "2031-04-20")):
        page(ledger, source, told_on)
        ledger.claim("meetings", {**ninth, "start": day, "status": "announced", "place": "Aldport"}, source)
    tenth = {**COUNCIL, "ordinal": 10, "start": "2031-09-04", "status": "postponed"}
    ledger.claim("meetings", tenth, "b.html")
    moved, postponed = courses(ledger)
    assert moved.announced_for == ("2031-05-04, Aldport", "2031-05-11, Aldport")
    assert postponed.state == "postponed"
    assert "no page gives a new day" in postponed.questions[0]


def test_meetings_of_a_body_are_chained_by_number_and_else_by_day():
    ledger = Ledger()
    for number, day in ((8, "2031-01-04"), (9, "2031-05-04"), (11, "2031-11-04")):
        ledger.claim("meetings", {**COUNCIL, "ordinal": number, "start": day, "status": "held"}, f"{number}.html")
    eighth, ninth, eleventh = courses(ledger)
    assert eighth.previous is None
    assert (ninth.previous.row, ninth.previous.sure) == (eighth.row, True)
    assert (eleventh.previous.row, eleventh.previous.sure) == (ninth.row, False)
    assert "No page tells of the 10th meeting in this row." in eleventh.questions
    assert eighth.questions == ()


def test_elections_and_admissions_at_a_meeting_are_among_its_outcomes():
    ledger = session()
    observer = {"subject": "Ardil", "object": "QRF", "kind": "observer", "state": "granted", "date": "2031-05-04"}
    ledger.claim("relations", observer, "after.html")
    ledger.claim(
        "tenures", {"person": "Ana Dol", "office": "Chair", "organization": "QRF", "basis": "elected"}, "after.html"
    )
    (course,) = courses(ledger)
    assert {(item.register, item.outcome) for item in course.items[-2:]} == {
        ("tenures", "elected"), ("relations", "granted"),
    }  # fmt: skip


def of_bodies(number: int, told: tuple[frozenset[str], int | None, int]) -> Row:
    bodies, ordinal, day = told
    slots = {"bodies": sorted(bodies), "start": f"2031-01-{day:02}", "status": "held"}
    slots |= {"ordinal": ordinal} if ordinal else {}
    telling = Telling("t", {}, "page", "", 1, 1, 1, (), (), ())
    return Row("meetings", f"{number:016x}", slots, tellings=(telling,))


def beside(rows: list[Row], row: Row) -> tuple[str, str]:
    """Return the meetings before and after one, looked for among all the others of its bodies."""
    of = [one for body in row.slots["bodies"] for one in rows if body in one.slots["bodies"] and one is not row]
    others = list(dict.fromkeys(one.id for one in of))
    by_id = {one.id: one.slots for one in of}
    own, day = row.slots.get("ordinal"), row.slots["start"]
    numbered = [one for one in others if by_id[one].get("ordinal")]
    before = [one for one in numbered if own and by_id[one]["ordinal"] == own - 1]
    after = [one for one in numbered if by_id[one]["ordinal"] == (own + 1 if own else 1)]
    days = sorted(others, key=lambda one: by_id[one]["start"])
    earlier = [one for one in days if by_id[one]["start"] < day]
    later = [one for one in days if by_id[one]["start"] > day]
    return (before or earlier[-1:] or [""])[0], (after or later or [""])[0]


BODIES = st.sets(st.sampled_from("ABC"), min_size=1).map(frozenset)
TOLD = st.tuples(BODIES, st.none() | st.integers(1, 4), st.integers(1, 5))


@given(st.lists(TOLD, min_size=1, max_size=9))
def test_the_meetings_beside_one_are_those_found_among_all_of_its_bodies(told):
    rows = [of_bodies(number, one) for number, one in enumerate(told)]
    agendas = Agendas(lambda name: rows if name == "meetings" else [], datetime.date(2032, 1, 1))
    for row in rows:
        course = agendas.course(row)
        found = tuple(one.row if one else "" for one in (course.previous, course.next))
        assert found == beside(rows, row)
