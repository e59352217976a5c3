"""The command's tables; how fast anything is, is not tested."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from bench.__main__ import main
from bench.clock import Timing, least, timed
from bench.others import INSTALL, OTHERS, Missing, Other, Side, beside
from bench.stages import Bench


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


def test_taking_pages_in_is_timed_step_by_step(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one.html").write_text("<html><body><p>The council met in Vienna on 5 May 2024.</p></body></html>")
    (tmp_path / "two.txt").write_text("The council met in Vienna on 6 May 2024.")
    (tmp_path / "none.txt").write_text("")
    main(["--intake", str(tmp_path), "--json"])
    steps = msgspec.json.decode(capsys.readouterr().out)
    assert [step["what"] for step in steps] == ["captures", "blocks", "pages with furniture marked"]
    assert [step["pages"] for step in steps] == [2, 2, 2]
    assert all(step["seconds"] > 0 for step in steps)
    main(["--intake", str(tmp_path)])
    assert "to captures" in capsys.readouterr().out


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


def test_a_tool_that_is_not_installed_is_named_with_how_to_install_it_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    timing = Timing(2.0, 0.5, 100, 1)
    side = Side("tool 1.0", "everything", timing, "a part", Timing(1.0, 0.5, 100, 1))
    kept = (Other("no_such_tool", lambda bench: iter(())), Other("json", lambda bench: iter([side])))
    monkeypatch.setattr("bench.others.OTHERS", kept)
    main(["--pages", "1", "--others"])
    told = capsys.readouterr().out.splitlines()
    assert told[1] == f"no_such_tool: not installed; {INSTALL}"
    assert told[2].split()[-4:] == ["100", "50", "4.0", "2.0"]
    assert told[3].split()[-3:] == ["100", "100", "2.0"]


def test_trafilatura_and_ours_are_timed_on_the_same_pages() -> None:
    bench = Bench(4, 7)
    try:
        sides = list(beside(bench, [other for other in OTHERS if other.package == "trafilatura"]))
    finally:
        bench.close()
    assert len(sides) == 2
    for side in sides:
        assert isinstance(side, Side)
        assert (side.timing.words, side.timing.documents) == (side.our_timing.words, side.our_timing.documents)
        assert side.times > 0


def test_the_dates_of_as_many_pages_are_timed_as_the_other_tool_has_patience_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bench.others._PATIENCE", 0.0)
    bench = Bench(3, 7)
    try:
        (side,) = beside(bench, [other for other in OTHERS if other.package == "dateparser"])
    finally:
        bench.close()
    assert isinstance(side, Side)
    assert side.timing.documents == side.our_timing.documents == 1


def test_the_pipeline_has_the_small_model_s_parts_and_classes() -> None:
    pytest.importorskip("spacy")
    from bench.others import small_english

    nlp = small_english()
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "ner"]
    assert len(nlp.get_pipe("ner").labels) == 18
    assert len(nlp.get_pipe("tagger").labels) > 40
    assert nlp("The Council met in Vienna.")[1].tag_


def test_others_are_either_compared_or_missing() -> None:
    assert isinstance(next(beside(None, [Other("no_such_tool", lambda bench: iter(()))])), Missing)
