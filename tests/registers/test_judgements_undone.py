"""Merging and un-merging: whatever people judge and take back, the rows are those that there were before."""

import json
from functools import cache

import hypothesis.strategies as st
import msgspec
import pytest
from hypothesis import given, settings
from tests.eval.scoring import SAMPLES
from tests.registers.shelf import Ledger, Shelf

from muniment.registers.projector import apply

JUDGED = ("same", "same", "same", "distinct", "distinct", "unsure", "withdrawn", "corrected")

SAID = "the ferry between the two banks will carry every pilgrim without a toll for as long as the flood lasts"


def everything(shelf):
    """All that a shelf holds of what stands: rows, their keys, claims; not where a merged row went."""
    standing = {at: row for at, row in shelf.rows.items() if not row.merged_into}
    return [
        msgspec.json.encode({str(at): row for at, row in standing.items()}, order="sorted"),
        sorted((str(at), sorted(shelf.keys[at])) for at in standing),
        msgspec.json.encode(sorted(shelf.claims.values(), key=lambda claim: claim.id), order="sorted"),
    ]


def replayed(entries):
    shelf = Shelf()
    for entry in entries:
        apply(shelf, entry)
    return shelf


def standing(ledger):
    found = [row for row in ledger.shelf.rows.values() if not row.merged_into and not row.withdrawn]
    return sorted(found, key=lambda row: (row.register, row.position, row.id))


def judge(ledger, kind, first, second, claims_too):
    """File a judgement on two rows of one register, or on two claims of theirs, and return its entry."""
    rows = standing(ledger)
    one = rows[first % len(rows)]
    if kind in ("withdrawn", "corrected"):
        where = {"claim": one.claims[second % len(one.claims)]} if claims_too else {"row": one.id}
        more = {"slots": {"start": "2031-11-25"}} if kind == "corrected" else {}
        return ledger.file(f"decision.{kind}/1", register=one.register, basis="b", **where, **more)
    others = [row for row in rows if row.register == one.register]
    two = others[second % len(others)]
    a, b = (one.claims[-1], two.claims[0]) if claims_too else (one.id, two.id)
    return ledger.file(f"decision.{kind}/1", register=one.register, a=a, b=b, basis="b")


def undo(ledger, entry):
    return ledger.file("decision.undone/1", entry=entry, basis="mistaken")


def crowd():
    """Meetings of few bodies on few days, each told on a page of its own: many may be one, and some can not."""
    for number in range(18):
        slots = {"kind": ("session", "bilateral")[number % 2], "start": f"2031-11-{1 + number % 3:02}"}
        if number % 4:
            slots["bodies"] = [("QRF Council", "Council of the Quiet River Federation")[number % 2]]
        if number % 3:
            slots["participants"] = ["Ada Brandt", "A. Brandt", "Bo Corvin"][: 1 + number % 3]
        if number % 5 == 0:
            slots["ordinal"] = 8 + number % 2
        yield "meetings", slots, f"{number}.html"


def said_twice():
    """Statements, commitments and situations that one page tells twice in the same words, and others tell again."""
    for page in ("a.html", "a.html", "b.html", "c.html", "c.html"):
        yield "statements", {"speaker": "Ines Dovar", "text": SAID}, page
        yield "commitments", {"text": SAID, "actor": ["Ostland"]}, page
        yield "situations", {"region": "upper Mirren valley", "assessed_by": "Ines Dovar", "text": SAID}, page
        yield "statements", {"speaker": "I. Dovar", "text": SAID + ", and not a day less"}, page


def people():
    """Names of which one agrees with several that are not one another's."""
    for number, name in enumerate(("Stanislav Marr", "S. Marr", "Viktor Marr", "Marr", "Olvar Zaitemov", "V. Marr")):
        for office in ("Chair", "Secretary General"):
            yield "tenures", {"person": name, "office": office, "organization": "QRF"}, f"{number}.html"


def samples():
    """What the gold records of the demonstration tell, page after page."""
    for file in sorted((SAMPLES / "gold").glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            record = json.loads(line)
            slots = {
                slot: value for slot, value in record.items() if slot not in ("doc", "register", "none", "optional")
            }
            yield record["register"], slots, record["doc"]


FILED = {"crowd": crowd, "said twice": said_twice, "people": people, "samples": samples}


@cache
def filed(name):
    ledger = Ledger()
    for register, slots, page in FILED[name]():
        ledger.claim(register, slots, page)
    return ledger


def again(name):
    """A ledger with the claims of that name filed, to be judged."""
    ledger, kept = Ledger(), filed(name)
    ledger.entries = list(kept.entries)
    ledger.shelf.rows, ledger.shelf.keys = dict(kept.shelf.rows), dict(kept.shelf.keys)
    ledger.shelf.claims, ledger.shelf.judgements = dict(kept.shelf.claims), {}
    return ledger


judgements = st.lists(
    st.tuples(st.sampled_from(JUDGED), st.integers(0, 60), st.integers(0, 60), st.booleans()), min_size=1, max_size=8
)


@pytest.mark.parametrize("name", FILED)
@settings(max_examples=60)
@given(chain=judgements, order=st.randoms(use_true_random=False))
def test_judgements_undone_in_any_order_leave_every_row_as_it_was_to_the_byte(name, chain, order):
    ledger = again(name)
    before = everything(ledger.shelf)
    made = [judge(ledger, *one) for one in chain]
    order.shuffle(made)
    for entry in made:
        undo(ledger, entry)
    assert everything(ledger.shelf) == before


@pytest.mark.parametrize("name", FILED)
@settings(max_examples=15)
@given(chain=judgements, order=st.randoms(use_true_random=False))
def test_what_is_judged_and_taken_back_in_turns_is_what_the_judgements_left_make(name, chain, order):
    """Undoing some of several judgements leaves what was there before, with only the others judged on it."""
    ledger, kept = again(name), []
    for one in chain:
        entry = judge(ledger, *one)
        if order.random() < 0.5:
            undo(ledger, entry)
        else:
            kept.append(entry)
    assert everything(replayed(ledger.entries)) == everything(ledger.shelf)
    for entry in kept:
        undo(ledger, entry)
    assert everything(ledger.shelf) == everything(filed(name).shelf)


def test_what_is_told_while_two_rows_are_one_goes_back_with_the_row_it_tells_of():
    def held(person):
        return {"person": person, "office": "Chair", "organization": "QRF"}

    ledger = Ledger()
    one, two = (ledger.claim("tenures", held(name), f"{name}.html") for name in ("Ada Brandt", "Bo Corvin"))
    judged = ledger.file("decision.same/1", register="tenures", a=one, b=two, basis="b")
    later = [ledger.claim("tenures", held(name), f"later {name}.html") for name in ("B. Corvin", "Ada Brandt")]
    assert len(ledger.rows("tenures")) == 1
    undo(ledger, judged)
    assert [row.claims for row in ledger.rows("tenures")] == [(one, later[1]), (two, later[0])]


def test_the_same_words_told_twice_on_a_page_are_two_again_when_a_join_is_undone():
    ledger = Ledger()
    told = {"speaker": "Ines Dovar", "text": SAID}
    claims = [ledger.claim("statements", told, page) for page in ("a.html", "a.html", "b.html")]
    before = everything(ledger.shelf)
    judged = ledger.file("decision.same/1", register="statements", a=claims[0], b=claims[1], basis="b")
    assert len(ledger.rows("statements")) == 1
    undo(ledger, judged)
    assert len(ledger.rows("statements")) == 2
    assert everything(ledger.shelf) == before
