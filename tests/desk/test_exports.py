"""Exports: whole, the same every time, named by a manifest, and never half there."""

from __future__ import annotations

import csv
import errno
import hashlib
import json
import os

import pytest
from click.testing import CliRunner

from muniment.desk.cli.exporting import export as command
from muniment.desk.exports import csv_text, export
from muniment.errors import Conflict, UsageError
from muniment.facade import Record
from muniment.registers import REGISTERS
from muniment.registers.tables import csv_header
from muniment.terms.vocabulary import FORMAT_VERSION


@pytest.fixture
def record(told_record):
    with Record.open(told_record) as opened:
        yield opened


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_the_manifest_names_every_file_as_it_is(record, tmp_path, form):
    done = export(record, tmp_path / "out", form)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["head"] == done.head == record.head()
    assert manifest["format_version"] == FORMAT_VERSION
    assert manifest["coverage"] == record.status().line()
    named = {one["name"]: one for one in manifest["files"]}
    found = contents(tmp_path / "out")
    assert (
        set(found)
        == {*named, "manifest.json"}
        == {*(f"{n}.{form}" for n in REGISTERS), "claims.jsonl", "topics.ttl", "manifest.json"}
    )
    for name, one in named.items():
        assert one["sha256"] == hashlib.sha256(found[name]).hexdigest()
        assert one["bytes"] == len(found[name])
    for name, count in record.status().rows.items():
        assert named[f"{name}.{form}"]["lines"] == count


def test_rows_carry_claims_evidence_and_speakers(record, tmp_path):
    export(record, tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "awards.jsonl").read_text(encoding="utf-8").splitlines()]
    assert rows[0]["attributed_to"] == "Ana Dol"
    assert rows[0]["evidence"][0]["attributed_to"] == "Ana Dol"
    assert rows[0]["evidence"][0]["claim"] == rows[0]["claims"][0]
    documents = [json.loads(line) for line in (tmp_path / "documents.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {one["evidence"][0]["document"]: one["archived_text"] for one in documents}
    claims = [json.loads(line) for line in (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(claims) == len({claim["id"] for claim in claims}) == sum(1 for _ in record.claims())
    for claim in claims:
        for one in claim["evidence"]:
            assert texts[one["document"]][one["start"] : one["end"]] == one["quote"]


def test_csv_has_a_line_for_every_row(record, tmp_path):
    export(record, tmp_path, "csv")
    for name, register in REGISTERS.items():
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            lines = list(csv.reader(file))
        assert lines[0] == csv_header(register)
        assert [line[0] for line in lines[1:]] == [row.id for row in record.all_rows(name)]


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_the_same_record_gives_the_same_bytes(record, tmp_path, form):
    export(record, tmp_path / "a", form)
    export(record, tmp_path / "b", form)
    export(record, tmp_path / "b", form)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_other_files_of_the_folder_are_left_alone(record, tmp_path):
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    export(record, tmp_path)
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "kept"
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".part")]


def test_a_formula_is_no_formula_in_a_spreadsheet():
    assert csv_text([["=1+1", "+x", "-y", "@z", "plain", None, 3]]) == "'=1+1,'+x,'-y,'@z,plain,,3\n"


def test_an_unknown_form_is_refused(record, tmp_path):
    with pytest.raises(UsageError, match="xml"):
        export(record, tmp_path, "xml")


def test_a_folder_that_is_a_file_is_refused(record, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        export(record, tmp_path / "file")
    assert caught.value.code == "folder-not-writable"
    assert caught.value.hint


def test_a_full_disk_leaves_the_older_export_whole(record, tmp_path, monkeypatch):
    export(record, tmp_path)
    before = contents(tmp_path)
    real, calls = os.fsync, []

    def full(descriptor):
        calls.append(descriptor)
        if len(calls) > 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left"):
        export(record, tmp_path)
    assert contents(tmp_path) == before


def test_a_record_that_grows_meanwhile_is_told(told_record, tmp_path, monkeypatch):
    with Record.open(told_record) as record:
        heads = iter(["1:aa", "2:bb"])
        monkeypatch.setattr(record, "head", lambda: next(heads))
        with pytest.raises(Conflict):
            export(record, tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_the_command_prints_the_head(told_record, tmp_path):
    done = CliRunner().invoke(command, [str(tmp_path / "out"), "--record", str(told_record), "--format", "csv"])
    assert done.exit_code == 0, done.output
    with Record.open(told_record) as record:
        assert f"Head: {record.head()}" in done.output
    assert (tmp_path / "out" / "meetings.csv").exists()
