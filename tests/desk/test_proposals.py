"""Rows that may be one: shown to a person, decided, set aside, and shown again when that is undone."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.desk.browsing import NEEDS_BROWSER, serving, visiting
from tests.desk.test_browser import CHECKS, CONTRAST

from muniment.desk import api
from muniment.desk.cli import cli
from muniment.desk.web import application
from muniment.errors import DecisionError, Unknown
from muniment.facade import Record

WHO = ("registry", "asked the secretariat")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Record.create(tmp_path / "record.db") as record:
        for person in ("Marat Ostrin", "Murat Ostrin", "Ines Dovar"):
            record.add("tenures", {"person": person, "office": "Secretary", "organization": "QRF"}, *WHO)
    return tmp_path / "record.db"


def run(path: Path, *arguments: str) -> str:
    result = CliRunner().invoke(cli, [*arguments, "--record", str(path)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_doubt_is_proposed_with_its_reason_and_both_rows(path):
    with Record.open(path) as record:
        (one,) = record.proposals()
        assert record.proposals("tenures") == [one]
        assert record.proposals("meetings") == []
        assert (one.register, one.reason, one.why) == ("tenures", "spelling", "the names are a letter apart")
        assert "Marat Ostrin" in one.a.caption
        assert "Murat Ostrin" in one.b.caption
        assert one.a.sources[0].startswith("decision:")
        with pytest.raises(Unknown):
            record.proposals("people")


@pytest.mark.parametrize("verb", ["same_as", "not_same_as", "unsure_of"])
def test_a_decided_pair_is_proposed_no_more_until_the_decision_is_undone(path, verb):
    with Record.open(path) as record:
        (one,) = record.proposals()
        rows = list(record.all_rows("tenures"))
        entry = getattr(record, verb)("tenures", one.a.row, one.b.row, *WHO)
        assert record.proposals() == []
        record.undo(entry.position, *WHO)
        assert record.proposals() == [one]
        assert list(record.all_rows("tenures")) == rows


def test_what_nobody_can_tell_changes_no_row_and_needs_two(path):
    with Record.open(path) as record:
        (one,) = record.proposals()
        rows = list(record.all_rows("tenures"))
        entry = record.unsure_of("tenures", one.a.row, one.b.row, *WHO)
        assert entry.kind == "decision.unsure/1"
        assert list(record.all_rows("tenures")) == rows
        with pytest.raises(DecisionError, match="itself"):
            record.unsure_of("tenures", one.a.row, one.a.row, *WHO)


def test_the_commands_list_the_pairs_and_set_one_aside(path):
    told = run(path, "proposals")
    assert "the names are a letter apart" in told
    assert "1 for a person to say." in told
    (one,) = json.loads(run(path, "proposals", "tenures", "--format", "json"))
    who = ("--author", WHO[0], "--basis", WHO[1])
    assert "decision.unsure/1" in run(path, "unsure", "tenures", one["a"]["row"], one["b"]["row"], *who)
    assert "0 for a person to say." in run(path, "proposals")


def test_the_pairs_are_listed_as_they_were_known_at_an_earlier_entry(path):
    with Record.open(path) as record:
        position = record.head().partition(":")[0]
        (one,) = record.proposals()
        record.unsure_of("tenures", one.a.row, one.b.row, *WHO)
        assert record.at(position).proposals() == [one]
    assert "1 for a person to say. As known at entry" in run(path, "proposals", "--known-at", position)
    with TestClient(application(path)) as web:
        assert web.get("/proposals.json").json() == []
        assert [two["reason"] for two in web.get(f"/proposals.json?known_at={position}").json()] == ["spelling"]


def test_the_page_sets_both_rows_side_by_side_and_marks_what_differs(path):
    with Record.open(path) as record, TestClient(application(path)) as web:
        (one,) = record.proposals()
        page = web.get("/proposals").text
        for side in (one.a, one.b):
            assert f'href="/tenures/{side.row}"' in page
        assert "The names are a letter apart." in page
        assert page.count(">differs<") == 2, "the names alone"
        assert web.get("/proposals.json?register=tenures").json()[0]["a"]["row"] == one.a.row
        (line,) = csv.DictReader(io.StringIO(web.get("/proposals.csv").text))
        assert (line["a"], line["b"], line["reason"]) == (one.a.row, one.b.row, "spelling")
        assert "no doubt here" in web.get("/proposals?register=meetings").text
        assert web.get("/proposals?register=people").status_code == 404
        assert web.get("/proposals?offset=5").status_code == 404
        record.not_same_as("tenures", one.a.row, one.b.row, *WHO)
        assert "no doubt here" in web.get("/proposals").text


def test_the_api_gives_the_pairs(path):
    with TestClient(api.application(path)) as web:
        told = web.get("/v1/proposals?register=tenures").json()
        assert [one["reason"] for one in told["items"]] == ["spelling"]
        assert web.get("/v1/proposals?offset=1").json()["items"] == []
        assert web.get("/v1/proposals?register=people").status_code == 404


ACTS = {"same": "decision.same/1", "distinct": "decision.distinct/1", "unsure": "decision.unsure/1"}


@pytest.mark.parametrize("act", ACTS)
def test_the_reviewer_decides_a_pair_and_takes_it_back(path, act):
    app = application(path, "Ana Dol")
    with TestClient(app, base_url="http://127.0.0.1:8765", follow_redirects=False) as desk:
        assert desk.get("/review/pairs").status_code == 403
        desk.get(app.state.review.address)
        assert "1 pair of rows may be one." in desk.get("/review").text
        page = desk.get("/review/pairs").text
        sent = {
            name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "pairs", "of", "a", "b")
        }
        answer = desk.post(f"/review/{act}", data=sent)
        with Record.open(path) as record:
            *_, entry = record.entries()
        assert (entry.kind, entry.author) == (ACTS[act], "Ana Dol")
        assert answer.headers["location"] == f"/review/pairs?did={entry.position}&what={act}"
        assert "No pair of rows waits" in desk.get(answer.headers["location"]).text
        undone = desk.post("/review/undo", data={**sent, "entry": str(entry.position)})
        assert undone.headers["location"].startswith("/review/pairs?")
        assert 'name="a"' in desk.get("/review/pairs").text, "what is undone is to be decided again"


@NEEDS_BROWSER
def test_one_key_decides_a_pair_and_the_pages_are_open_to_all(browser, path):
    app = application(path, "Ana Dol")
    with serving(app) as address, visiting(browser, address) as tab:
        tab.goto(app.state.review.address)
        tab.keyboard.press("p")
        tab.wait_for_url("**/review/pairs")
        for key, act in (("m", "same"), ("d", "distinct"), ("c", "unsure")):
            tab.keyboard.press(key)
            tab.wait_for_url(f"**what={act}**")
            tab.keyboard.press("u")
            tab.wait_for_url("**what=undo**")
        for place in ("/review/pairs", "/proposals"):
            for width in (390, 1280):
                tab.set_viewport_size({"width": width, "height": 844})
                tab.goto(place)
                assert tab.evaluate(CHECKS) == [], place
                assert tab.evaluate(CONTRAST) == [], place
                assert tab.evaluate("document.documentElement.scrollWidth") <= width, place
        assert tab.faults == []
