"""The review queue: open to one person on this machine, every act an entry under their name, by keyboard alone."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.desk.browsing import NEEDS_BROWSER, serving, visiting

from muniment.desk.cli import cli
from muniment.desk.web import application
from muniment.desk.web.review import read_value, shown_value
from muniment.errors import UsageError
from muniment.facade import Record
from muniment.registers import REGISTERS

HERE = "http://127.0.0.1:8765"


@pytest.fixture
def record_file(sample_record, tmp_path) -> Path:
    """A record of its own, to be written to."""
    copy = tmp_path / "record.db"
    shutil.copy(sample_record, copy)
    return copy


@pytest.fixture
def app(record_file):
    return application(record_file, "Ana Dol")


@pytest.fixture
def desk(app) -> Iterator[TestClient]:
    """The reviewer, at the desk."""
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        answer = client.get(app.state.review.address)
        assert (answer.status_code, answer.headers["location"]) == (303, "/review")
        yield client


def form(desk: TestClient, path: str = "/review") -> dict[str, str]:
    """What every form of the page sends."""
    page = desk.get(path).text
    return {name: re.search(rf'name="{name}" value="([^"]+)"', page)[1] for name in ("token", "claim")}


def last(path: Path):
    with Record.open(path) as record:
        *_, entry = record.entries()
        return entry


def test_the_queue_is_shown_to_nobody_without_the_address(app, web):
    assert web.get("/review").status_code == 404, "a site without a reviewer has no queue"
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        assert client.get("/review").status_code == 403
        assert client.post("/review/accept", content="token=x").status_code == 403
        assert client.get("/review/open?key=guessed").status_code == 403
        assert "set-cookie" not in client.get("/review/open").headers


def test_the_address_opens_the_desk_once(app, desk):
    assert desk.get("/review").status_code == 200
    with TestClient(app, base_url=HERE, follow_redirects=False) as other:
        assert other.get(f"/review/open?key={app.state.review.key}").status_code == 403
        assert other.get("/review/open?key=").status_code == 403


def test_the_cookie_is_read_by_no_script_and_sent_by_no_other_site(app):
    with TestClient(app, base_url=HERE, follow_redirects=False) as client:
        cookie = client.get(app.state.review.address).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_another_name_for_this_machine_is_refused(app, desk):
    assert desk.get("/review", headers={"host": "rebound.example:8765"}).status_code == 403


def test_a_form_of_another_site_or_another_visit_does_nothing(desk, record_file):
    sent, before = form(desk), last(record_file).position
    assert desk.post("/review/accept", data={**sent, "token": "x"}).status_code == 403
    foreign = {"origin": "https://elsewhere.example"}
    assert desk.post("/review/accept", data=sent, headers=foreign).status_code == 403
    assert desk.get("/review/accept").status_code in (404, 405)
    assert last(record_file).position == before


def test_the_queue_stands_in_the_navigation_of_the_reviewer_alone(app, desk):
    assert '<a href="/review">Review</a>' in desk.get("/meetings").text
    with TestClient(app, base_url=HERE) as other:
        assert "/review" not in other.get("/meetings").text


def test_the_queue_is_not_opened_to_other_machines(record_file):
    asked = ["serve", "--record", str(record_file), "--review", "Ana Dol", "--host", "0.0.0.0"]
    result = CliRunner().invoke(cli, asked)
    assert isinstance(result.exception, UsageError)
    assert "Showing" not in result.stdout


def test_the_queue_and_what_came_of_it_are_printed(record_file):
    listed = CliRunner().invoke(cli, ["review", "meetings", "--limit", "2", "--record", str(record_file)])
    assert listed.exit_code == 0
    assert "disputed" in listed.stdout
    with Record.open(record_file) as record:
        (first,) = record.review_queue("meetings", limit=1)
        record.accept_claim(first.claim["id"], "Ana Dol", "the page")
    report = CliRunner().invoke(cli, ["review", "--report", "--record", str(record_file)])
    assert report.stdout.endswith("1 reviewed, 1 of them right.\n")
    told = CliRunner().invoke(cli, ["review", "--report", "--format", "json", "--record", str(record_file)])
    figures = {(one["register"], one["rule"]): one for one in json.loads(told.stdout)}
    assert figures["meetings", first.claim["evidence"][0]["rule"]]["accepted"] == 1


def test_accepting_is_an_entry_under_the_reviewers_name_and_the_next_claim_follows(desk, record_file):
    sent = form(desk)
    answer = desk.post("/review/accept", data=sent, headers={"origin": HERE})
    entry = last(record_file)
    assert (entry.kind, entry.author, entry.body["claim"]) == ("decision.accepted/1", "Ana Dol", sent["claim"])
    assert answer.headers["location"] == f"/review?did={entry.position}&what=accept"
    page = desk.get(answer.headers["location"]).text
    assert f"Done: accepted, entry {entry.position}." in page
    assert form(desk)["claim"] != sent["claim"]
    undone = desk.post("/review/undo", data={**sent, "entry": str(entry.position)})
    assert undone.status_code == 303
    assert form(desk)["claim"] == sent["claim"], "what is undone is to be reviewed again"


def test_a_rejected_claim_leaves_its_row_and_the_row_the_register_if_nothing_else_tells_of_it(desk, record_file):
    sent = form(desk, "/review?register=awards")
    with Record.open(record_file) as record:
        row = record.claim(sent["claim"])["row"]
        assert record.row("awards", row).claim_count == 1
    assert "rests on this claim alone" in desk.get("/review?register=awards").text
    assert desk.post("/review/reject", data={**sent, "register": "awards"}).status_code == 303
    with Record.open(record_file) as record:
        assert record.row("awards", row).withdrawn
        assert record.claim(sent["claim"])["dropped"]


def test_a_corrected_slot_is_set_and_survives_that_the_pages_are_read_anew(desk, record_file, sample_record):
    sent = form(desk, "/review?register=meetings")
    with Record.open(record_file) as record:
        claim = record.claim(sent["claim"])
    fields = {f"slot-{field.name}": shown_value(field, claim.get(field.name)) for field in REGISTERS["meetings"].fields}
    answer = desk.post("/review/correct", data={**sent, **fields, "slot-place": "Old Quay"})
    assert answer.status_code == 303, answer.text
    entry = last(record_file)
    assert entry.body["slots"] == {"place": "Old Quay"}, "only what was changed is corrected"
    with Record.open(record_file) as record:
        report = record.build([sample_record.parent / "pages"], ["none"])
        assert min(report.claims_filed, report.claims_dropped) > 10, "without a profile, much is read otherwise"
        kept = [row for row in record.all_rows("meetings") if "place" in row.corrected]
        assert [row.slots["place"] for row in kept] == ["Old Quay"]


def test_a_correction_that_cannot_stand_is_told_and_not_filed(desk, record_file):
    sent, before = form(desk, "/review?register=meetings"), last(record_file).position
    wrong = desk.post("/review/correct", data={**sent, "slot-start": "soon"})
    assert wrong.status_code == 409
    assert desk.post("/review/correct", data=sent).status_code == 409, "nothing was changed"
    assert desk.post("/review/note", data={**sent, "note": " "}).status_code == 409
    assert desk.post("/review/burn", data=sent).status_code == 400
    assert last(record_file).position == before


def test_two_rows_are_joined_and_a_note_changes_nothing(desk, record_file):
    sent = form(desk, "/review?register=meetings")
    with Record.open(record_file) as record:
        row = record.claim(sent["claim"])["row"]
        other = next(one.id for one in record.rows("meetings").rows if one.id != row)
        before = record.row("meetings", row)
    desk.post("/review/note", data={**sent, "note": "ask the archive"})
    entry = last(record_file)
    assert (entry.kind, entry.body["note"]) == ("decision.noted/1", "ask the archive")
    with Record.open(record_file) as record:
        assert record.row("meetings", row) == before
        assert entry.position in [one.position for one in record.history(before)]
    desk.post("/review/merge", data={**sent, "row": other})
    assert last(record_file).kind == "decision.same/1"


def test_doubtful_claims_come_first_and_every_one_says_why(record_file):
    with Record.open(record_file) as record:
        queued = record.review_queue(limit=500)
        assert [one.weight for one in queued] == sorted((one.weight for one in queued), reverse=True)
        assert "disputed" in [doubt.reason for doubt in queued[0].doubts]
        assert not any(one.claim["register"] == "documents" for one in queued)
        (first,) = record.review_queue(limit=1, offset=1)
        assert first.claim["id"] == queued[1].claim["id"]


def test_figures_tell_what_came_of_each_rule_and_a_rule_found_wrong_raises_doubt(record_file):
    with Record.open(record_file) as record:
        awards = record.review_queue("awards")
        record.reject_claim(awards[0].claim["id"], "Ana Dol", "the page")
        record.accept_claim(awards[1].claim["id"], "Ana Dol", "the page")
        rule = awards[0].claim["evidence"][0]["rule"]
        told = {(one.register, one.rule): one for one in record.review_figures()}["awards", rule]
        assert (told.rejected, told.accepted + told.rejected) == (1, told.reviewed)
        left = [one for one in record.review_queue("awards") if one.claim["evidence"][0]["rule"] == rule]
        assert all("rule" in [doubt.reason for doubt in one.doubts] for one in left)


def test_values_go_to_the_form_and_back():
    meetings = REGISTERS["meetings"]
    people = [{"name": "Ana Dol", "office": "Chair of the board"}, {"name": "Rudolf Rass"}]
    for slot, value, text in (
        ("participants", people, "Ana Dol | Chair of the board\nRudolf Rass"),
        ("bodies", ["Tide Board", "Gauge Panel"], "Tide Board\nGauge Panel"),
        ("place", "Aldport", "Aldport"),
        ("extraordinary", True, "true"),
    ):
        field = meetings.field(slot)
        assert shown_value(field, value) == text
        assert read_value(field, text) == (value if slot != "extraordinary" else "true")
    assert read_value(meetings.field("place"), "  ") is None
    with pytest.raises(UsageError):
        read_value(REGISTERS["instruments"].field("actions"), "[{")


@NEEDS_BROWSER
def test_a_claim_is_accepted_with_one_key_corrected_and_undone_without_a_mouse(browser, record_file):
    app = application(record_file, "Ana Dol")
    with serving(app) as address, visiting(browser, address) as tab:
        tab.goto(app.state.review.address)
        tab.keyboard.press("a")
        tab.wait_for_selector(".did")
        accepted = last(record_file)
        assert accepted.kind == "decision.accepted/1"
        tab.keyboard.press("u")
        tab.wait_for_url("**what=undo**")
        assert last(record_file).body["entry"] == accepted.position
        tab.goto("/review?register=meetings")
        field = tab.locator("#s-place")
        tab.keyboard.press(field.get_attribute("data-key"))
        tab.keyboard.type("Old Quay")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**what=correct**")
        assert last(record_file).body["slots"] == {"place": "Old Quay"}
        tab.keyboard.press("n")
        tab.keyboard.type("axe and all")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**what=note**")
        assert last(record_file).body["note"] == "axe and all"
        tab.keyboard.press("x")
        tab.wait_for_url("**what=reject**")
        assert last(record_file).kind == "decision.withdrawn/1"
        assert tab.faults == []
