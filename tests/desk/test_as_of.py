"""What was so on a day, in the Python API, on the command line, in exports and on the web."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.desk.commands import run

from muniment.desk.cli import cli
from muniment.errors import UsageError
from muniment.registers import REGISTERS

DAY = "2024-06-15"


def test_a_list_as_of_a_day_has_what_was_so_certain_first(record):
    for name, register in REGISTERS.items():
        if register.lasting is None:
            with pytest.raises(UsageError, match="since and until"):
                record.rows(name, as_of=DAY)
            continue
        page = record.rows(name, as_of=DAY, limit=500)
        assert page.as_of == DAY
        assert page.total == len(page.rows) <= record.rows(name).total
        assert page.doubts.keys() <= {row.id for row in page.rows}
    holders = record.rows("tenures", as_of="2023-06-08", where={"office": "Secretary General"})
    assert [row.slots["person"] for row in holders.rows if row.id not in holders.doubts] == ["Torben Haldemar"]
    with pytest.raises(UsageError, match="no day"):
        record.rows("tenures", as_of="June")


def test_texts_are_narrowed_by_the_stage_of_the_day_and_not_of_today(record):
    row = next(row for row in record.all_rows("instruments") if row.slots.get("status") == "not_adopted")
    before = record.rows("instruments", as_of="2023-06-08", where={"status": "not_adopted"})
    assert row.id not in {one.id for one in before.rows}
    stages = {
        one.slots.get("status") for one in record.rows("instruments", as_of=DAY, where={"status": "adopted"}).rows
    }
    assert stages == {"adopted"}
    with pytest.raises(UsageError):
        record.rows("instruments", as_of=DAY, where={"status": "adoptd"})


def test_what_was_known_then_of_what_was_so_is_asked_in_one(record):
    position = record.head().partition(":")[0]
    assert record.at(position).rows("relations", as_of=DAY).rows == record.rows("relations", as_of=DAY).rows


def test_the_command_says_for_each_row_whether_it_is_certain_and_by_what_rule(sample_record):
    told = run(sample_record, "show", "tenures", "--as-of", DAY)
    assert f"on {DAY}" in told
    assert "Uncertain:" in told
    assert f"As of {DAY}: from `start`" in told
    lines = [
        json.loads(line)
        for line in run(sample_record, "show", "tenures", "--as-of", DAY, "--format", "jsonl").splitlines()
    ]
    assert {line["as_of"]["certain"] for line in lines} == {True, False}
    assert all(("doubt" in line["as_of"]) is not line["as_of"]["certain"] for line in lines)
    rows = list(csv.DictReader(io.StringIO(run(sample_record, "show", "tenures", "--as-of", DAY, "--format", "csv"))))
    assert [(row["as_of"], row["certain"] == "no") for row in rows] == [(DAY, bool(row["doubt"])) for row in rows]
    refused = CliRunner().invoke(cli, ["show", "statements", "--as-of", DAY, "--record", str(sample_record)])
    assert isinstance(refused.exception, UsageError)


def test_an_export_as_of_a_day_holds_only_what_lasts_and_says_the_rules(sample_record, record, tmp_path):
    assert f"As of {DAY}" in run(sample_record, "export", str(tmp_path / "then"), "--as-of", DAY)
    names = {path.stem for path in (tmp_path / "then").iterdir()}
    assert names == {"manifest", *(name for name, register in REGISTERS.items() if register.lasting)}
    manifest = json.loads((tmp_path / "then" / "manifest.json").read_text())
    assert manifest["as_of"] == DAY
    assert manifest["as_of_rules"].keys() == names - {"manifest"}
    lines = [json.loads(line) for line in (tmp_path / "then" / "tenures.jsonl").read_text().splitlines()]
    assert len(lines) == record.rows("tenures", as_of=DAY).total
    assert all(line["as_of"]["day"] == DAY and line["evidence"] is not None for line in lines)
    run(sample_record, "export", str(tmp_path / "csv"), "--as-of", DAY, "--format", "csv")
    assert (tmp_path / "csv" / "tenures.csv").read_text().splitlines()[0].endswith("as_of,certain,doubt")


def test_the_web_marks_what_is_uncertain_and_says_why(samples_web: TestClient, record):
    page = samples_web.get(f"/tenures?as_of={DAY}").text
    assert "As of 15 June 2024" in page
    found = record.rows("tenures", as_of=DAY)
    assert page.count('class="mark unsure"') == len(found.doubts) > 0
    assert f"{found.total} tenures" in page
    told = samples_web.get(f"/tenures.json?as_of={DAY}&limit=3").json()
    assert told["total"] == found.total
    assert told["rows"][0]["as_of"]["day"] == DAY
    assert f"as_of={DAY}" in samples_web.get(f"/tenures.json?as_of={DAY}&limit=3").headers["Link"]
    assert samples_web.get(f"/tenures.csv?as_of={DAY}").text.splitlines()[0].endswith("as_of,certain,doubt")
    assert samples_web.get("/tenures?as_of=June").status_code == 400
    assert samples_web.get(f"/statements?as_of={DAY}").status_code == 400
