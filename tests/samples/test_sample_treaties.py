"""The demonstration's treaties: each clause is understood, and each day follows from it and the consents."""

import json

import pytest

from muniment.facade.treaties import check_treaties
from muniment.profiles import world
from muniment.samples import pages_folder, treaties_folder

LIST = treaties_folder() / "treaties.jsonl"
CHECKED = {one.id: one for one in check_treaties(LIST)}
LINES = [json.loads(line) for line in LIST.read_text("utf-8").splitlines()]


def test_the_days_of_the_treaties_in_force_follow_from_their_texts():
    days = {name: (str(one.computed.date), one.computed.certainty, one.agrees) for name, one in CHECKED.items()}
    assert days["compact"] == ("1999-08-12", "exact", True)
    assert days["charter"] == ("2003-03-01", "exact", True)
    assert str(CHECKED["compact"].computed.provisional) == "1998-06-04"


def test_the_agreement_waits_for_the_deposits_that_the_pages_tell_of():
    waiting = CHECKED["marine-casualties"]
    assert (waiting.computed.date, waiting.computed.missing) == (None, "3 more of “fourth instrument”")
    page = next(pages_folder().glob("2024-03-05-*")).read_text("utf-8")
    assert "On 5 March 2024" in page
    assert [each["consents"] for each in LINES if each["id"] == "marine-casualties"] == [
        [{"state": "Ilmarra", "date": "2024-03-05", "kind": "ratification"}]
    ]


def test_a_clause_is_quoted_from_its_first_word():
    assert all(one.clause.quote.lstrip("123. \n").startswith("This ") for one in CHECKED.values())


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["id"])
def test_no_real_state_consents(line):
    assert not [each["state"] for each in line["consents"] if world().state(each["state"]) is not None]
