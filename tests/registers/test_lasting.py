"""What was so on a day: certain, uncertain, or not."""

from __future__ import annotations

import pytest
from tests.registers.shelf import Ledger, row_of

from muniment.registers import REGISTERS
from muniment.registers.lasting import Spell, so_on, spell_of


def certainty(row, day, others=()):
    found = so_on(row, day, others)
    return "no" if found is None else "uncertain" if found.doubt else "yes"


CHAIR = {"person": "Olvar Zaitemov", "office": "Chair", "organization": "River Assembly"}


@pytest.mark.parametrize(
    ("slots", "stated", "days"),
    [
        ({"start": "2031-03-05", "end": "2033-04-06"}, "2033-05-01",
         {"2031-03-04": "no", "2031-03-05": "yes", "2033-04-06": "yes", "2033-04-07": "no"}),
        ({"start": "2031-03", "end": "2033"}, "2034-01-01",
         {"2031-02-28": "no", "2031-03-01": "uncertain", "2031-03-30": "uncertain", "2031-03-31": "yes",
          "2033-01-01": "yes", "2033-01-02": "uncertain", "2033-12-31": "uncertain", "2034-01-01": "no"}),
        ({}, "2032-06-01", {"2031-01-01": "uncertain", "2032-06-01": "yes", "2032-06-02": "uncertain"}),
        ({"start": "2031-03-05"}, "2031-03-06", {"2031-03-06": "yes", "2031-03-07": "uncertain"}),
        ({"start": "2031-03-05", "term_years": 3}, "2031-03-06", {"2034-03-04": "yes", "2034-03-05": "uncertain"}),
        ({"end": "2031-03-05"}, "2031-03-06", {"2031-03-05": "yes", "2031-03-04": "uncertain", "2031-03-06": "no"}),
    ],
)  # fmt: skip
def test_a_tenure_is_certain_only_as_far_as_pages_tell(slots, stated, days):
    row = row_of("tenures", ({**CHAIR, **slots}, stated))
    assert {day: certainty(row, day) for day in days} == days


def test_a_tenure_told_of_by_two_pages_is_certain_between_them():
    row = row_of("tenures", (CHAIR, "2031-01-10"), ({**CHAIR, "rank": "General"}, "2032-01-10"))
    assert [certainty(row, day) for day in ("2031-01-09", "2031-07-01", "2032-01-11")] == [
        "uncertain",
        "yes",
        "uncertain",
    ]


def test_a_successor_in_an_office_for_one_leaves_the_one_before_uncertain():
    first = row_of("tenures", ({**CHAIR, "start": "2031-01-01", "term_years": 9}, "2031-01-02"))
    second = row_of("tenures", ({**CHAIR, "person": "Viktor Marr", "start": "2033-05-01"}, "2033-05-02"))
    assert certainty(first, "2033-04-30", [second]) == "yes"
    found = so_on(first, "2033-05-01", [first, second])
    assert "Viktor Marr" in found.doubt
    assert "1 May 2033" in found.doubt
    member = {**CHAIR, "office": "Member", "start": "2031-01-01", "term_years": 9}
    other = row_of("tenures", ({**member, "person": "Viktor Marr", "start": "2033-05-01"}, "2033-05-02"))
    assert certainty(row_of("tenures", (member, "2031-01-02")), "2033-05-01", [other]) == "yes"


RELATION = {"subject": "Ostland", "object": "River Assembly", "kind": "membership"}


def test_a_state_of_a_relation_lasts_until_the_next_begins():
    granted = row_of("relations", ({**RELATION, "state": "granted", "date": "2031-02-01"}, "2031-02-02"))
    suspended = row_of("relations", ({**RELATION, "state": "suspended", "date": "2033"}, "2033-12-02"))
    both = [granted, suspended]
    assert [certainty(granted, day, both) for day in ("2031-01-31", "2032-12-31", "2033-06-01", "2034-01-01")] == [
        "no", "yes", "uncertain", "no",
    ]  # fmt: skip
    assert [certainty(suspended, day, both) for day in ("2032-12-31", "2033-06-01", "2034-01-01")] == [
        "no", "uncertain", "yes",
    ]  # fmt: skip


def test_another_kind_of_relation_or_another_member_ends_nothing():
    granted = row_of("relations", ({**RELATION, "state": "granted", "date": "2031-02-01"}, "2031-02-02"))
    others = [
        row_of("relations", ({**RELATION, **other, "date": "2032-01-01"}, "2032-01-02"))
        for other in ({"kind": "observer", "state": "ended"}, {"subject": "Westland", "state": "ended"})
    ]
    assert certainty(granted, "2033-01-01", others) == "yes"


def test_a_presidency_lasts_until_another_member_takes_it():
    presidency = {**RELATION, "kind": "presidency", "state": "in_force"}
    first = row_of("relations", ({**presidency, "date": "2031-01-01"}, "2031-01-02"))
    second = row_of("relations", ({**presidency, "subject": "Westland", "date": "2032-01-01"}, "2032-01-02"))
    assert [certainty(first, day, [second]) for day in ("2031-12-31", "2032-01-01")] == ["yes", "no"]


@pytest.mark.parametrize(
    ("slots", "days"),
    [
        ({"start": "2031-06-08", "status": "held"}, {"2031-06-07": "no", "2031-06-08": "yes", "2031-06-09": "no"}),
        ({"start": "2031-06-08", "end": "2031-06-10", "status": "held"}, {"2031-06-10": "yes", "2031-06-11": "no"}),
        ({"start": "2031-06", "status": "held"}, {"2031-06-15": "uncertain", "2031-07-01": "no"}),
        ({"start": "2031-06-08", "status": "announced"}, {"2031-06-08": "uncertain", "2031-06-09": "no"}),
        ({"start": "2031-06-08", "status": "cancelled"}, {"2031-06-08": "no"}),
        ({"status": "held"}, {"2031-06-20": "uncertain", "2031-06-21": "no"}),
    ],
)
def test_a_meeting_is_on_from_its_first_day_to_its_last(slots, days):
    row = row_of("meetings", ({"kind": "session", "bodies": ["River Assembly"], **slots}, "2031-06-20"))
    assert {day: certainty(row, day) for day in days} == days


def test_an_operation_that_is_over_without_a_last_day_was_over_by_the_page_that_tells_so():
    row = row_of("operations", (
        {"name": "Steady Lamp", "kind": "exercise", "start": "2031-06-01", "status": "completed"}, "2031-06-09"
    ))  # fmt: skip
    days = {"2031-06-01": "yes", "2031-06-05": "uncertain", "2031-06-09": "uncertain", "2031-06-10": "no"}
    assert {day: certainty(row, day) for day in days} == days


def test_a_commitment_stands_from_when_it_was_made_to_the_last_day_allowed():
    slots = {"text": "submit a report on tolls", "actor": ["Secretariat"], "due": "2031-12-01"}
    row = row_of("commitments", ({**slots, "made_on": "2031-06-07"}, "2031-06-08"))
    assert [certainty(row, day) for day in ("2031-06-06", "2031-06-07", "2031-12-01", "2031-12-02")] == [
        "no", "yes", "yes", "no",
    ]  # fmt: skip


def acted(action, date="", **more):
    return {"action": action, **({"date": date} if date else {}), **more}


def text(*tellings):
    slots = {"title": "Protocol on Tolls", "kind": "protocol"}
    return row_of("instruments", *(({**slots, **told}, stated) for told, stated in tellings))


def test_a_text_is_at_the_stage_of_the_day_and_has_the_acts_done_by_then():
    row = text(
        ({"actions": [acted("submit", "2031-02-01")]}, "2031-02-02"),
        ({"actions": [acted("sign", "2031-06-07")], "status": "signed"}, "2031-06-08"),
        ({"actions": [acted("enter_into_force", "2032-01-01")], "status": "in_force"}, "2032-01-02"),
    )
    stages = {}
    for day in ("2031-01-31", "2031-02-01", "2031-06-07", "2031-12-31", "2032-01-01"):
        then = so_on(row, day)
        stages[day] = then and (then.row.slots.get("status"), len(then.row.slots["actions"]), then.doubt)
    assert stages == {
        "2031-01-31": None, "2031-02-01": ("submitted", 1, ""), "2031-06-07": ("signed", 2, ""),
        "2031-12-31": ("signed", 2, ""), "2032-01-01": ("in_force", 3, ""),
    }  # fmt: skip


def test_the_stage_of_a_text_is_uncertain_while_an_act_may_have_been_done():
    row = text(
        ({"actions": [acted("submit", "2031-02-01")]}, "2031-02-02"),
        ({"actions": [acted("adopt", "2031-06")]}, "2031-07-08"),
    )  # fmt: skip
    then = so_on(row, "2031-06-15")
    assert (then.row.slots["status"], then.may_be) == ("submitted", "adopted")
    assert "adopted" in then.doubt
    assert so_on(row, "2031-06-30").row.slots["status"] == "adopted"
    undated = text(({"actions": [acted("adopt")]}, "2031-07-08"))
    assert so_on(undated, "2031-07-07").doubt
    assert so_on(undated, "2031-07-08").doubt == ""


def test_what_is_only_planned_is_not_done_on_a_later_day():
    row = text(({"actions": [acted("sign", "2031-06-07", planned=True)], "status": "agreed"}, "2031-05-01"))
    then = so_on(row, "2031-07-01")
    assert then.row.slots["status"] == "agreed"
    assert then.row.slots["actions"] == [acted("sign", "2031-06-07", planned=True)]


def test_a_person_s_word_on_the_stage_holds_on_every_day():
    ledger = Ledger()
    ledger.claim("documents", {"title": "Page", "published": "2031-06-08"})
    ledger.claim("instruments", {
        "title": "Protocol on Tolls", "kind": "protocol", "actions": [acted("sign", "2031-06-07")]
    })  # fmt: skip
    row = ledger.row("instruments")
    ledger.file("decision.corrected/1", register="instruments", row=row.id, slots={"status": "terminated"}, basis="b")
    assert so_on(ledger.row("instruments"), "2031-06-08").row.slots["status"] == "terminated"


def test_registers_of_what_happened_have_no_spell():
    row = row_of(
        "awards", ({"award": "Order of the Lamp", "recipient": "Viktor Marr", "date": "2031-06-08"}, "2031-06-09")
    )
    assert spell_of(row) is None
    assert so_on(row, "2031-06-08") is None


def test_a_spell_is_written_and_read_back():
    spell = Spell("2031-01-01", "2031-01-31", "2032-01-01", "9999-12-31")
    assert len(spell.text()) == 40
    assert Spell.parse(spell.text()) == spell


@pytest.mark.parametrize("spec", [one for one in REGISTERS.values() if one.lasting], ids=lambda spec: spec.name)
def test_the_rule_of_a_register_is_declared_with_its_own_slots(spec):
    known, lasting = {field.name for field in spec.fields}, spec.lasting
    pairs = (*lasting.never, *lasting.unsure, *lasting.over)
    assert {lasting.start, *filter(None, (lasting.end, lasting.term)), *(slot for slot, _ in pairs)} <= known
    for slot, value in pairs:
        assert value in spec.field(slot).values
    assert f"`{lasting.start}`" in lasting.rule
    assert lasting.rule.endswith(".")
