"""The proof of a row on the command line and on the web."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from muniment import samples
from muniment.desk.cli import cli
from muniment.errors import Broken, UsageError
from muniment.facade import Record


@pytest.fixture(scope="module")
def row(sample_record: Path) -> str:
    with Record.open(sample_record) as record:
        return next(r.id for r in record.all_rows("instruments") if "Marine Casualties" in r.slots["title"])


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_row_is_explained_with_rules_words_and_hashes(sample_record, row):
    told = run("explain", row, "--record", str(sample_record), "--as-of", "2026-01-01")
    assert told == run("explain", "instruments", row[:8], "--record", str(sample_record), "--as-of", "2026-01-01")
    for words in ("by stage.instrument", "Vienna Convention", "“signed the Agreement on Mutual", "entry ", "Standing",
                  "ratification-missing", "Head: "):  # fmt: skip
        assert words in told


def test_a_proof_is_written_and_checked_without_the_record(sample_record, row, tmp_path, monkeypatch):
    proof = tmp_path / "proof.json"
    proof.write_text(run("explain", row, "--record", str(sample_record), "--format", "json"))
    monkeypatch.chdir(tmp_path)
    assert "by the ids of their claims." in run("explain", "--check", str(proof))
    assert "by the archived text." in run("explain", "--check", str(proof), "--pages", str(samples.pages_folder()))
    assert "every entry in" in run("explain", "--check", str(proof), "--record", str(sample_record))
    changed = json.loads(proof.read_text())
    changed["values"][0]["value"] = "treaty"
    proof.write_text(json.dumps(changed))
    refused = CliRunner().invoke(cli, ["explain", "--check", str(proof)])
    assert isinstance(refused.exception, Broken)
    assert "kind: is not what the claims" in refused.stderr
    assert isinstance(CliRunner().invoke(cli, ["explain"]).exception, UsageError)


def test_an_earlier_state_is_proved_too(sample_record, row):
    with Record.open(sample_record) as record:
        head = record.head().partition(":")[0]
    told = run("explain", row, "--record", str(sample_record), "--known-at", str(int(head) // 2))
    assert f"As known at entry {int(head) // 2}" in told


def test_the_page_of_a_row_leads_to_its_proof(samples_web: TestClient, row):
    assert f'href="/instruments/{row}/proof"' in samples_web.get(f"/instruments/{row}").text
    page = samples_web.get(f"/instruments/{row}/proof?as_of=2026-01-01")
    assert page.status_code == 200
    for words in (
        "Proof: Agreement on Mutual Assistance",
        "stage.instrument",
        "Vienna Convention",
        "Standing",
        "SHA-256",
    ):
        assert words in page.text
    told = samples_web.get(f"/instruments/{row}/proof.json").json()
    assert told["format"] == "muniment.proof/1"
    assert {f'id="claim-{claim["id"][:16]}"' in page.text for claim in told["claims"]} == {True}
    assert samples_web.get(f"/instruments/{row}/proof.csv").status_code == 400
    assert samples_web.get("/instruments/nothing/proof").status_code == 404


def test_every_register_s_rows_have_a_page_of_proof(samples_web: TestClient, sample_record):
    with Record.open(sample_record) as record:
        rows = [(name, record.rows(name, limit=1).rows[0].id) for name in record.status().rows]
    for name, row in rows:
        assert samples_web.get(f"/{name}/{row}/proof").status_code == 200
