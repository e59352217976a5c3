"""Rows that may be one: shown to a person, decided, set aside, and shown again when that is undone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from muniment.desk.cli import cli
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
