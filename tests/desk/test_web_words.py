"""How values are worded: dates no more precise than known, closed values as words, every action both ways."""

from __future__ import annotations

import pytest

from muniment.desk.web.catalogue import table
from muniment.desk.web.marks import marks_of_claim
from muniment.desk.web.room import linkable, sourced
from muniment.desk.web.steps import steps_of
from muniment.desk.web.words import acted, date, set_cell, set_value
from muniment.registers import REGISTERS
from muniment.registers.row import Row
from muniment.terms.vocabulary import CLOSED


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2023-06-07", "7 June 2023"), ("2023-06", "June 2023"), ("2023", "2023"), ("soon", "soon"), ("", "")],
)
def test_dates_are_as_precise_as_known(iso, words):
    assert date(iso) == words


def test_every_action_is_worded_done_and_planned():
    assert set(table("values.done")) == set(table("values.planned")) == CLOSED["instruments", "actions"]
    for name in table("values.done"):
        assert acted({"action": name}) != acted({"action": name, "planned": True})
    assert acted({"action": "burn_up"}) == "Burn up"
    assert acted({"action": "burn_up", "planned": True}) == "Planned: burn up"


def test_values_are_escaped_and_linked_where_lists_are_narrowed_by_them():
    meetings = REGISTERS["meetings"]
    shown = set_value(meetings, meetings.field("place"), "<b>Aldport</b> & co")
    assert shown == '<a href="/meetings?place=%3Cb%3EAldport%3C%2Fb%3E+%26+co">&lt;b&gt;Aldport&lt;/b&gt; &amp; co</a>'
    assert set_cell(meetings.field("agenda"), ["<i>", "b", "c", "d"]).startswith("&lt;i&gt;; b; c")
    assert "and 1 more" in set_cell(meetings.field("agenda"), ["a", "b", "c", "d"])
    assert set_cell(meetings.field("place"), None) == ""


def test_every_field_of_every_register_can_be_shown():
    samples = {
        "date": "2024-01", "whole": 3, "flag": True, "names": ["A", "B"], "texts": ["A"],
        "numbers": [{"value": 3, "of": "men"}],        "people": [{"name": "A", "office": "B"}, "C"],
        "actions": [{"action": "sign", "date": "2024", "by": ["A"]}, "odd"],
    }  # fmt: skip
    for register in REGISTERS.values():
        for field in register.fields:
            value = samples.get(field.type, field.values[0] if field.values else "some words")
            if field.type != "blocks":
                assert set_cell(field, value)
            if field.type not in ("blocks", "actions"):
                assert set_value(register, field, value)


@pytest.mark.parametrize(
    ("claim", "kinds"),
    [
        ({"register": "meetings", "status": "held"}, []),
        ({"register": "meetings", "status": "announced", "attributed_to": "A"}, ["said", "planned"]),
        ({"register": "operations", "status": "planned"}, ["planned"]),
        ({"register": "relations", "state": "sought"}, ["planned"]),
        ({"register": "commitments", "kind": "request"}, ["planned"]),
        ({"register": "instruments", "draft": True}, ["draft"]),
        ({"register": "instruments", "actions": [{"action": "sign", "planned": True}]}, ["planned"]),
        ({"register": "instruments", "actions": [{"action": "sign"}, {"action": "ratify", "planned": True}]}, []),
        (
            {
                "register": "instruments",
                "actions": [
                    {"action": "agree", "date": "2024"},
                    {"action": "adopt", "date": "2025-07", "planned": True},
                ],
            },
            ["planned"],
        ),
        ({"register": "statements", "speaker": "A"}, ["said"]),
        ({"register": "situations"}, ["said"]),
        ({"register": "documents", "stub": True}, ["stub"]),
    ],
)
def test_marks_tell_what_is_no_fact(claim, kinds):
    assert [mark.kind for mark in marks_of_claim(claim)] == kinds


@pytest.mark.parametrize(
    ("source", "there"),
    [("https://a.example/x", True), ("http://a.example", True), ("javascript:alert(1)", False), ("pages/x.txt", False),
     ("http://[bad", False), ("https://", False), ("//a.example", False), ("data:text/html,x", False)],
)  # fmt: skip
def test_only_addresses_of_the_web_are_linked(source, there):
    assert linkable(source) is there


def test_sources_are_told_for_people():
    assert sourced({"source": "profile:samples#members[0]: Charter"}) == "profile samples, members[0]: Charter"
    assert sourced({"source": "decision:12"}) == "ledger entry 12"
    assert sourced({"source": "pages/a.txt"}) == "pages/a.txt"


def test_an_action_is_told_by_the_claims_that_share_its_date_or_its_actor():
    done = {"action": "ratify", "date": "2024-05", "by": ["A"]}
    claims = [
        {"actions": [{"action": "ratify", "date": "2024-05-03", "by": ["A"]}]},
        {"actions": [{"action": "ratify", "date": "2024-05-03", "by": ["B"]}]},
        {"actions": [{"action": "ratify", "date": "2024-06"}]},
        {"actions": [{"action": "ratify"}]},
        {"actions": [{"action": "ratify", "by": ["A"], "planned": True}]},
        {"actions": [{"action": "ratify", "by": ["A"]}], "attributed_to": "C"},
    ]
    row = Row("instruments", "0" * 16, {"actions": [done, {"action": "sign", "planned": True}]})
    ratified, signed = steps_of(row, claims)
    assert ratified.claims == [1, 6]
    assert ratified.told_by == []
    assert steps_of(row, claims[5:])[0].told_by == ["C"]
    assert steps_of(row, claims[3:4])[0].claims == [1]
    assert (signed.what, signed.claims) == ("To be signed", [])
