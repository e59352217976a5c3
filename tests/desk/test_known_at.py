"""What was known then, on the command line and on the web."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.commands import run

from muniment.facade import Record


@pytest.fixture(scope="module")
def early(sample_record: Path) -> tuple[str, dict[str, int]]:
    """A position early in the record, and how many rows each register showed then."""
    with Record.open(sample_record) as record:
        position = next(e.position for e in record.entries(100) if e.kind.startswith("page.filed/")) - 1
        return str(position), record.at(str(position)).status().rows


def test_lists_gaps_and_status_are_asked_of_an_earlier_state(sample_record, early):
    position, rows = early
    at = ("--known-at", position)
    listed = run(sample_record, "show", "meetings", *at)
    assert f" of {rows['meetings']} meetings. As known at entry {position}, filed " in listed
    assert f"As known at entry {position}" in run(sample_record, "gaps", *at)
    assert f"As known at entry {position}" in run(sample_record, "search", "council", *at)
    status = json.loads(run(sample_record, "status", "--format", "json", *at))
    assert status[0]["rows"] == rows
    assert status[0]["known_at"].startswith("As known at entry")
    assert f"As known at entry {position}" in run(sample_record, "status", *at)
    assert "As known at" not in run(sample_record, "status")


def test_one_row_and_its_history_are_asked_of_an_earlier_state(sample_record, early):
    with Record.open(sample_record) as record:
        row = record.at(early[0]).rows("meetings", limit=1).rows[0].id
    assert run(sample_record, "show", "meetings", row, "--known-at", early[0]).startswith("As known at entry")
    entries = run(sample_record, "history", "meetings", row, "--known-at", early[0], "--format", "jsonl").splitlines()
    assert all(json.loads(line)["position"] <= int(early[0]) for line in entries)


def test_an_export_of_an_earlier_state_names_its_head(sample_record, early, tmp_path):
    told = run(sample_record, "export", str(tmp_path / "then"), "--known-at", early[0])
    assert f"As known at entry {early[0]}" in told
    manifest = json.loads((tmp_path / "then" / "manifest.json").read_text())
    assert manifest["head"].startswith(f"{early[0]}:")
    assert manifest["coverage"].startswith("As known at entry")
    assert manifest["status"]["known_at"]


def test_every_page_of_the_site_shows_the_state_it_is_of_and_its_links_stay_there(samples_web: TestClient, early):
    position, rows = early
    for address in ("/", "/meetings", "/gaps?as_of=2026-01-01", "/status", "/search?words=council", "/about"):
        page = samples_web.get(f"{address}{'&' if '?' in address else '?'}known_at={position}")
        assert page.status_code == 200
        assert f"As known at entry {position}" in page.text
        assert page.headers["Muniment-Head"].startswith(f"{position}:")
        body = page.text.partition("<body>")[2]
        own = [link for link in re.findall(r'(?<!data-now )href="([^"]*)"', body) if link[:1] in "/?"]
        assert own
        assert all(f"known_at={position}" in link for link in own), own
        assert body.count('name="known_at" value=') == body.count("<form") - body.count("<form data-now")
        assert f'data-now href="{address.replace("&", "&amp;")}"' in body
    assert f"{rows['meetings']} meetings" in samples_web.get(f"/meetings?known_at={position}").text


def test_a_list_for_programs_is_asked_of_an_earlier_state(samples_web: TestClient, early):
    position, rows = early
    told = samples_web.get(f"/meetings.json?known_at={position}&limit=1")
    assert told.json()["total"] == rows["meetings"]
    assert f"known_at={position}" in told.headers["Link"]
    assert samples_web.get(f"/gaps.csv?known_at={position}").status_code == 200


def test_a_row_that_came_later_is_not_there_yet(samples_web: TestClient, sample_record, early):
    with Record.open(sample_record) as record:
        row = next(row for row in record.all_rows("meetings") if row.position > int(early[0]))
    assert samples_web.get(f"/meetings/{row.id}").status_code == 200
    assert samples_web.get(f"/meetings/{row.id}?known_at={early[0]}").status_code == 404


def test_what_names_no_state_is_refused_in_words(samples_web: TestClient):
    refused = samples_web.get("/meetings?known_at=yesterday")
    assert refused.status_code == 400
    assert "position of the ledger" in refused.text
    assert samples_web.get("/meetings.json?known_at=999999").json()["error"] == "no-such-entry"


def test_a_record_as_it_is_known_now_has_no_banner(samples_web: TestClient):
    page = samples_web.get("/meetings").text
    assert "As known at" not in page
    assert "known_at" not in page
