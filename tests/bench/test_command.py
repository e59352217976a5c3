"""The command's tables; how fast anything is, is not tested."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from bench.__main__ import main
from bench.clock import least, timed


def test_a_stage_is_reported_with_its_yields_as_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--pages", "3", "--stage", "blocks", "--stage", "json", "--json"])
    report = msgspec.json.decode(capsys.readouterr().out)
    assert [row["stage"] for row in report["rows"]] == ["decode and blocks", "JSON encoding"]
    assert report["yields"][0]["pages"] == 3
    assert report["yields"][0]["claims"] > 10
    assert not report["memory"]


def test_filing_counts_the_entries_of_the_ledger(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--pages", "2", "--stage", "filing", "--json"])
    report = msgspec.json.decode(capsys.readouterr().out)
    assert report["rows"][0]["records"] > report["yields"][0]["claims"] / 2


def test_rules_are_told_apart_by_how_often_they_are_tried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = "Session held\n\n5 May 2024\n\nThe CSTO Permanent Council held its 12th session in Moscow on 5 May 2024.\n"
    (tmp_path / "page.txt").write_text(page)
    main(["--rules", str(tmp_path), "--json"])
    costs = {cost["rule"]: cost for cost in msgspec.json.decode(capsys.readouterr().out)}
    assert costs["meetings.session"]["tried"] == 1
    assert costs["meetings.session"]["matches"] == 1
    assert costs["meetings.session"]["drafts"] == 1
    assert costs["instruments.passive"]["tried"] == 0


def test_pages_are_written_where_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--pages", "4", "--write", str(tmp_path)])
    assert "4 pages" in capsys.readouterr().out
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 4


def test_timing_keeps_the_best_round_and_counts_words_and_pages() -> None:
    seen: list[int] = []
    timing = timed(["one two", "three"], lambda: 1, seen.append)
    assert (timing.words, timing.documents) == (3, 2)
    assert len(seen) >= 2
    assert timing.ratio > 0


def test_least_times_every_call_for_every_item() -> None:
    seen: list[tuple[str, int]] = []
    found = least([1, 2], [lambda item: seen.append(("a", item)), lambda item: seen.append(("b", item))])
    assert len(found) == 2
    assert seen[:4] == [("a", 1), ("b", 1), ("a", 2), ("b", 2)]
