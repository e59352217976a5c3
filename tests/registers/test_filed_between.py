"""What pages tell between a merge and its undoing lies, afterwards, where it would lie had nobody merged."""

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings
from tests.registers.shelf import Ledger, Shelf
from tests.registers.test_judgements_undone import FILED, everything

from muniment.registers.projector import apply

TOLD = {name: list(FILED[name]()) for name in ("crowd", "said twice", "people")}
PAIRED = ("decision.same/1", "decision.distinct/1")

numbers = st.integers(0, 40)
steps = st.lists(
    st.one_of(
        *[st.tuples(st.just("file"), numbers, numbers)] * 3,
        *[st.tuples(st.just("same"), numbers, numbers)] * 2,
        st.tuples(st.sampled_from(["distinct", "corrected", "drop", "undo"]), numbers, numbers),
    ),
    min_size=4,
    max_size=18,
)


class Script:
    """Files pages, judgements on claims that count, corrections, and claims dropped.

    Attributes:
        ledger: what was filed, followed.
        undone: entries that judged which rows are one and were taken back, and those that took them back.
    """

    def __init__(self, name):
        self.ledger, self.undone, self._told, self._claims = Ledger(), set(), TOLD[name], []

    def follow(self, kind, one, two):
        if kind == "file" or not self._claims:
            register, slots, page = self._told[one % len(self._told)]
            self._claims.append((register, self.ledger.claim(register, slots, page)))
        elif kind == "undo":
            self.undo(one)
        else:
            register, claim = self._claims[one % len(self._claims)]
            others = [other for of, other in self._claims if of == register and self._counts(other)]
            if claim in others:
                self._judge(kind, register, claim, others[two % len(others)], two)

    def undo(self, pick):
        judged = [one.position for one in self.ledger.entries if one.kind in PAIRED and one.position not in self.undone]
        if judged:
            entry = judged[pick % len(judged)]
            self.undone |= {entry, self.ledger.file("decision.undone/1", entry=entry, basis="mistaken")}

    def _counts(self, claim):
        return not self.ledger.shelf.claims[claim].dropped

    def _judge(self, kind, register, claim, other, day):
        if kind == "drop":
            self.ledger.file("claim.dropped/1", claim=claim, because="b")
        elif kind == "corrected":
            slots = {"start": f"2031-11-{1 + day % 3:02}", "place": "Sundale"}
            self.ledger.file("decision.corrected/1", register=register, claim=claim, basis="b", slots=slots)
        else:
            self.ledger.file(f"decision.{kind}/1", register=register, a=claim, b=other, basis="b")


def without(entries, left_out):
    """Follow entries, some of them left out, and return the shelf; positions stay those of the ledger."""
    shelf = Shelf()
    for entry in entries:
        if entry.position not in left_out:
            apply(shelf, entry)
    return shelf


def shown(shelf):
    """Rows that stand, their keys, and where each claim lies that still counts."""
    live = [claim for claim in shelf.claims.values() if not claim.dropped]
    rows, keys, _ = everything(shelf)
    return rows, keys, sorted((claim.id, claim.row, claim.content) for claim in live)


def followed(name, script):
    written = Script(name)
    for step in script:
        written.follow(*step)
    return written


@pytest.mark.parametrize("name", TOLD)
@settings(max_examples=60, deadline=None)
@given(script=steps)
def test_a_merge_undone_leaves_what_was_filed_meanwhile_as_if_it_had_never_been(name, script):
    written = followed(name, script)
    assert shown(written.ledger.shelf) == shown(without(written.ledger.entries, written.undone))


@pytest.mark.parametrize("name", TOLD)
@settings(max_examples=30, deadline=None)
@given(script=steps, order=st.randoms(use_true_random=False))
def test_every_merge_undone_leaves_what_pages_and_corrections_make(name, script, order):
    written = followed(name, script)
    while len(written.undone) < 2 * sum(entry.kind in PAIRED for entry in written.ledger.entries):
        written.undo(order.randrange(40))
    ledger = written.ledger
    assert shown(ledger.shelf) == shown(without(ledger.entries, written.undone))
    assert shown(ledger.shelf) == shown(without(ledger.entries, set()))


def meeting(day, *people, **more):
    return {"kind": "session", "bodies": ["QRF Council"], "start": day, "participants": list(people), **more}


def test_a_page_that_would_fit_either_of_two_rows_goes_with_them_while_they_are_one_and_stands_alone_again():
    ledger = Ledger()
    one, two = (
        ledger.claim("tenures", {"person": name, "office": "Chair", "organization": "QRF"}, f"{name}.html")
        for name in ("Stanislav Marr", "Viktor Marr")
    )
    judged = ledger.file("decision.same/1", register="tenures", a=one, b=two, basis="one man, two papers")
    later = ledger.claim("tenures", {"person": "Marr", "office": "Chair", "organization": "QRF"}, "later.html")
    assert ledger.row("tenures").claims == (one, two, later)
    ledger.file("decision.undone/1", entry=judged, basis="mistaken")
    assert [row.claims for row in ledger.rows("tenures")] == [(one,), (two,), (later,)]


def test_what_a_page_shows_to_be_one_while_a_person_holds_it_to_be_two_is_one_when_that_is_undone():
    ledger = Ledger()
    one = ledger.claim("meetings", meeting("2031-11-23"), "a.html")
    two = ledger.claim("meetings", meeting("2031-11-23", "Ada Brandt"), "b.html")
    judged = ledger.file("decision.distinct/1", register="meetings", a=one, b=two, basis="two rooms")
    later = ledger.claim("meetings", meeting("2031-11-23", "Ada Brandt", place="Sundale"), "c.html")
    assert [row.claims for row in ledger.rows("meetings")] == [(one,), (two,), (later,)]
    ledger.file("decision.undone/1", entry=judged, basis="one room")
    assert ledger.row("meetings").claims == (one, two, later)
