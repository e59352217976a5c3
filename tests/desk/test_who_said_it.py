"""What stands only in a speaker's words carries the speaker wherever it is shown, in every register."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from muniment.clerk.clock import now
from muniment.clerk.project import enter
from muniment.desk.cli import cli
from muniment.desk.exports import export
from muniment.desk.web import application
from muniment.facade import Record
from muniment.ledger import Filing
from muniment.registers import REGISTERS
from muniment.registers.identity import IDENTITIES
from muniment.terms import digest

SPEAKER = "Ana Dol"
SAID = [name for name in REGISTERS if name not in ("documents", "statements")]


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A record in which one speaker alone tells of a thing of every register."""
    path = tmp_path_factory.mktemp("said") / "record.db"
    with Record.create(path) as record, record._writing() as stores:
        filings = []
        for name in SAID:
            slots = IDENTITIES[name].same[0][0]
            body = {"claim": digest([name]), "register": name, "source": "speech.html", "slots": slots, "evidence": [],
                    "attributed_to": SPEAKER}  # fmt: skip
            filings.append(Filing("claim.filed/1", "tester", body))
        enter(stores, filings, now)
    return path


@pytest.fixture(scope="module")
def web(told):
    with TestClient(application(told)) as client:
        yield client


@pytest.mark.parametrize("name", SAID)
def test_lists_pages_and_data_name_the_speaker(web, name):
    rows = web.get(f"/{name}.json").json()["rows"]
    assert {row["attributed_to"] for row in rows} == {SPEAKER}
    assert f"told by {SPEAKER}" in web.get(f"/{name}").text
    assert f"told by {SPEAKER}" in web.get(f"/{name}/{rows[0]['id']}").text
    lines = list(csv.DictReader(io.StringIO(web.get(f"/{name}.csv").text)))
    assert {line["attributed_to"] for line in lines} == {SPEAKER}
    assert all(SPEAKER in line["told_by"] for line in lines)


@pytest.mark.parametrize("name", SAID)
def test_commands_and_exports_name_the_speaker(told, name, tmp_path):
    run = CliRunner().invoke
    assert SPEAKER in run(cli, ["show", name, "--record", str(told)]).output
    with Record.open(told) as record:
        (row,) = record.all_rows(name)
        assert f"Told only by {SPEAKER}." in run(cli, ["show", name, row.id, "--record", str(told)]).output
        export(record, tmp_path)
    (line,) = (tmp_path / f"{name}.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["attributed_to"] == SPEAKER


def test_what_is_only_partly_a_speakers_is_marked_slot_by_slot(sample_record):
    with Record.open(sample_record) as record:
        (row,) = [row for row in record.all_rows("operations") if "Open Sluice" in row.slots["name"]]
    assert not row.attributed_to
    shown = CliRunner().invoke(cli, ["show", "operations", row.id, "--record", str(sample_record)]).output
    assert "told by Iskander Zaynurin" in shown
    with TestClient(application(sample_record)) as client:
        record = client.get(f"/operations/{row.id}.json").json()
        assert record["told_by"]["end"] == ["Iskander Zaynurin"]
        assert "start" not in record["told_by"]
        assert "partly told by Iskander Zaynurin" in client.get("/operations").text


def test_an_open_promise_that_only_a_speaker_made_says_so_among_what_is_open(sample_record):
    with Record.open(sample_record) as record:
        said = {gap.told_by for gap in record.gaps("2025-07-01") if gap.kind == "overdue"}
    assert "Iskander Zaynurin" in said
    told = CliRunner().invoke(cli, ["gaps", "--record", str(sample_record), "--as-of", "2025-07-01"]).output
    assert "told only by" in told
