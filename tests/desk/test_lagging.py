"""Pages that show the last answer while it is worked out anew say so; programs are never given such an answer."""

from __future__ import annotations

import shutil

import pytest
from starlette.testclient import TestClient

from muniment.desk.web import application
from muniment.facade import Record, kept

PAGE = {"Accept": "text/html"}


@pytest.fixture
def after_filing(told_record, tmp_path, monkeypatch):
    """A visitor of a record in which a row was withdrawn after its gaps were worked out and kept, and that gap."""
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    path = tmp_path / "record.db"
    shutil.copy(told_record, path)
    with Record.open(path) as record:
        gap = record.gaps()[0]
        record.withdraw(gap.register, gap.row, "Ana Dol", "it was never told")
    app = application(path)
    with TestClient(app) as client:
        yield client, gap
        app.state.room.record._renewals.wait()


def test_a_page_says_that_what_it_shows_is_of_an_earlier_entry(after_filing):
    client, gap = after_filing
    page = client.get("/gaps", headers=PAGE).text
    assert "is being worked out anew" in page
    assert gap.row in page
    client.app.state.room.record._renewals.wait()
    page = client.get("/gaps", headers=PAGE).text
    assert "is being worked out anew" not in page
    assert gap.row not in page


def test_the_first_page_does_not_keep_what_lags(after_filing):
    client, _ = after_filing
    assert "is being worked out anew" in client.get("/", headers=PAGE).text
    client.app.state.room.record._renewals.wait()
    assert "is being worked out anew" not in client.get("/", headers=PAGE).text


@pytest.mark.parametrize("address", ["/gaps.json", "/gaps?format=json", "/gaps.csv"])
def test_a_program_is_answered_as_of_the_last_entry(after_filing, address):
    client, gap = after_filing
    assert gap.row not in client.get(address, headers=PAGE).text


def test_a_program_that_asks_by_what_it_accepts_is_answered_as_of_the_last_entry(after_filing):
    client, gap = after_filing
    assert gap.row not in client.get("/gaps", headers={"Accept": "application/json"}).text
