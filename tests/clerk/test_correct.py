"""Corrections: entries with author, basis and time, never overwritten by a reading, undone by another entry."""

from __future__ import annotations

import pytest

from muniment.clerk.correct import Correction
from muniment.errors import DecisionError, Unknown
from muniment.ledger import verify


@pytest.fixture
def person(room, text):
    room.write("a.txt", text(1))
    room.write("b.txt", text(2))
    room.build()
    return Correction(room.stores, "Ann Archivist", "note verbale 12", room.clock)


def first(room):
    return min(room.rows(), key=lambda row: row.position)


def test_a_person_gives_topics_by_any_label_and_in_words_of_their_own(room, person):
    row = first(room)
    entry = person.correct("meetings", row.id, {"topics": ["Counter-Terrorism", "harbour dues"]})
    assert entry.body["slots"] == {"topics": ["terrorism", "harbour dues"]}
    assert first(room).slots["topics"] == ["terrorism", "harbour dues"]


def test_a_correction_is_an_entry_and_beats_every_reading(room, person, text):
    row = first(room)
    entry = person.correct("meetings", row.id, {"place": "Cara", "participants": ["Bo Beam"], "ordinal": "7"})
    assert (entry.kind, entry.author, entry.body["basis"]) == (
        "decision.corrected/1",
        "Ann Archivist",
        "note verbale 12",
    )
    assert entry.body["slots"] == {"place": "Cara", "participants": [{"name": "Bo Beam"}], "ordinal": 7}
    assert entry.filed_at.endswith("Z")
    assert first(room).slots["place"] == "Cara"
    room.write("a.txt", text(1, extra="Something else."))
    assert room.build().changed == 1
    corrected = room.stores.rows.get("meetings", row.id)
    assert (corrected.slots["place"], corrected.slots["ordinal"]) == ("Cara", 7)
    assert "place" in corrected.corrected
    assert verify(room.stores.ledger.read()) == room.stores.ledger.head()


def test_a_correction_is_undone_by_another_entry(room, person):
    row = first(room)
    entry = person.correct("meetings", row.id, {"place": "Cara"})
    undone = person.undo(entry.position)
    assert undone.body["entry"] == entry.position
    assert first(room).slots["place"] == "Alba"
    with pytest.raises(DecisionError, match=f"entry {undone.position}"):
        person.undo(entry.position)


def test_a_value_is_taken_away_with_none(room, person):
    row = first(room)
    person.correct("meetings", row.id, {"place": None})
    assert "place" not in room.stores.rows.get("meetings", row.id).slots


def test_a_row_is_withdrawn_and_brought_back(room, person):
    row = first(room)
    entry = person.withdraw("meetings", row.id)
    assert row.id not in {one.id for one in room.rows()}
    with pytest.raises(DecisionError):
        person.withdraw("meetings", row.id)
    person.undo(entry.position)
    assert row.id in {one.id for one in room.rows()}


def test_what_no_page_told_is_added(room, person):
    slots = {"kind": "treaty", "title": "Harbour Dues Treaty", "actions": [{"action": "deposit", "date": "2025-05-01"}]}
    entry = person.add("instruments", slots)
    (row,) = room.rows("instruments")
    assert row.slots["title"] == "Harbour Dues Treaty"
    assert row.claims == (entry.body["claim"],)
    again = person.add("instruments", slots)
    assert again.body["claim"] != entry.body["claim"]


def test_two_rows_are_judged_one_and_two_again(room, person):
    a, b = sorted(row.id for row in room.rows())
    entry = person.same_as("meetings", a, b)
    assert len(room.rows()) == 1
    gone = next(row for row in room.stores.rows.all("meetings") if row.merged_into)
    with pytest.raises(DecisionError, match="merged into"):
        person.correct("meetings", gone.id, {"place": "X"})
    person.undo(entry.position)
    assert len(room.rows()) == 2
    person.not_same_as("meetings", a, b)
    assert len(room.rows()) == 2


@pytest.mark.parametrize(
    ("slots", "hint"),
    [
        ({"plaice": "X"}, "'place'"),
        ({"archived_text": "X"}, "There are"),
        ({"kind": "sesion"}, "'session'"),
        ({"status": 3}, "announced"),
        ({"start": "May 2022"}, "2022-11-23"),
        ({"start": "2022-02-30"}, "date"),
        ({"ordinal": "many"}, "whole number"),
        ({"ordinal": True}, "whole number"),
        ({"extraordinary": "perhaps"}, "true or false"),
        ({"bodies": [""]}, "words"),
        ({"bodies": [{"name": "X"}]}, "words"),
        ({"place": ["X"]}, "words"),
        ({"participants": [{"nome": "X"}]}, "'name'"),
        ({"participants": 7}, "item"),
        ({}, "slot"),
    ],
)
def test_nonsense_is_refused_with_what_would_do(room, person, slots, hint):
    before = room.stores.ledger.head()
    with pytest.raises(DecisionError) as caught:
        person.correct("meetings", first(room).id, slots)
    assert hint in str(caught.value)
    assert room.stores.ledger.head() == before


def test_actions_are_of_the_closed_list(person):
    with pytest.raises(DecisionError, match="'ratify'"):
        person.add("instruments", {"title": "T", "actions": [{"action": "ratifi"}]})
    with pytest.raises(DecisionError, match="2022-11-23"):
        person.add("instruments", {"title": "T", "actions": [{"action": "ratify", "date": "soon"}]})


def test_unknown_rows_are_refused_with_the_likely_one(room, person):
    row = first(room).id
    wrong = row[:-1] + ("0" if row[-1] != "0" else "1")
    with pytest.raises(DecisionError, match=row):
        person.withdraw("meetings", wrong)
    with pytest.raises(DecisionError, match="muniment show"):
        person.correct("meetings", "zzzz", {"place": "X"})
    with pytest.raises(Unknown, match="meetings"):
        person.correct("meeting", row, {"place": "X"})
    with pytest.raises(DecisionError):
        person.same_as("meetings", row, row)


def test_too_little_to_tell_a_row_by_is_refused(person):
    with pytest.raises(DecisionError, match="needs"):
        person.add("meetings", {"kind": "session"})
    with pytest.raises(DecisionError):
        person.add("meetings", {"place": None})


@pytest.mark.parametrize("position", [0, -1, 1, 999])
def test_only_decisions_are_undone(person, position):
    with pytest.raises(DecisionError):
        person.undo(position)


def test_undoing_is_not_undone(room, person):
    entry = person.withdraw("meetings", first(room).id)
    undone = person.undo(entry.position)
    with pytest.raises(DecisionError):
        person.undo(undone.position)


@pytest.mark.parametrize(("author", "basis"), [("", "b"), ("Ann", " ")])
def test_a_decision_needs_its_author_and_basis(room, person, author, basis):
    nobody = Correction(room.stores, author, basis, room.clock)
    with pytest.raises(DecisionError):
        nobody.withdraw("meetings", first(room).id)
