"""`muniment read --explain` and `muniment unread`: how sentences were read, for people and for programs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from muniment import samples
from muniment.desk.cli import cli
from muniment.errors import UsageError
from muniment.terms.explanation import EXPLANATION_VERSION, REFUSALS
from muniment.terms.reading import SET_ASIDE_REASONS

PAGE = (
    "On 5 May 2024, the Council of Ministers of the Harbour Union met in Vienna under the chairmanship of Foreign "
    "Minister Ana Dol.\n\nThe Lamp Committee may be established by the Council of the Harbour Union. "
    "She praised it.\n\nTrust between neighbours is of great importance.\n"
)
PAGES, PROFILE = str(samples.pages_folder()), str(samples.profile_path())


def invoke(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=text)


def run(*arguments: str, text: str | None = None) -> str:
    result = CliRunner().invoke(cli, arguments, input=text, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def explain(*arguments: str, text: str = PAGE) -> str:
    return run("read", "-", "--profile", "none", "--explain", *arguments, text=text)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("record") / "record.db")
    run("build", PAGES, "--record", path, "--profile", PROFILE)
    return path


def test_an_explanation_is_a_text_of_what_was_found_what_fired_what_was_refused_and_what_was_set_aside() -> None:
    told = explain()
    assert "language en, read by en/1; speaks on 2024-05-05; for Harbour Union" in told
    assert "4 sentences: 1 read, 1 set aside, 2 unread" in told
    assert "date: 5 May 2024 = 2024-05-05 (as written)" in told
    assert "meetings.body-met: meeting, Session of Council of Ministers of the Harbour Union (2024-05-05)" in told
    assert "possible: bodies.was-formed at “Lamp Committee may be established”" in told
    assert "set aside as wish by wish.importance" in told
    assert "he, she  Ana Dol" in told
    assert f"possible  {REFUSALS['possible']}" in told
    assert f"settled   {REFUSALS['settled']}" not in told


def test_a_text_explanation_stays_within_its_columns() -> None:
    assert max(len(line) for line in explain().splitlines()) <= 110


def test_an_explanation_for_programs_is_one_object_a_sentence_of_a_shape_that_names_its_version() -> None:
    lines = [json.loads(line) for line in explain("--format", "jsonl").splitlines()]
    assert [one["number"] for one in lines] == [1, 2, 3, 4]
    assert {tuple(one) for one in lines} == {(
        "version", "source", "document", "language", "reader", "date", "home", "number", "block", "start", "end",
        "text", "status", "reason", "rules", "speaker", "pronoun", "entities", "fired", "refused",
    )}  # fmt: skip
    assert {one["version"] for one in lines} == {EXPLANATION_VERSION}
    first, second, _, last = lines
    assert PAGE[first["start"] : first["end"]] == first["text"]
    assert {"kind": "date", "start": 3, "end": 13, "text": "5 May 2024", "name": "2024-05-05", "how": "as written"} in (
        first["entities"]
    )
    meeting = next(one for one in first["fired"] if one["register"] == "meetings")
    assert (meeting["rule"], meeting["slots"]["place"]) == ("meetings.body-met", "Vienna")
    refused = next(one for one in second["refused"] if one["rule"] == "bodies.was-formed")
    assert PAGE[refused["start"] : refused["end"]] == "Lamp Committee may be established"
    assert (last["status"], last["reason"], last["rules"]) == ("set_aside", "wish", ["wish.importance"])
    assert json.loads(explain("--format", "json")) == lines


def test_the_documented_shape_is_the_shape() -> None:
    text = (Path(__file__).parents[2] / "docs" / "explaining.md").read_text("utf-8")
    first = json.loads(explain("--format", "jsonl").splitlines()[0])
    for name in first:
        assert f"| `{name}`" in text or f", `{name}`" in text, name
    for reason, meaning in REFUSALS.items():
        assert f"| `{reason}` | {meaning} |" in text
    for reason, meaning in SET_ASIDE_REASONS.items():
        assert f"| `{reason}` | {meaning} |" in text


def test_claims_of_an_explanation_are_those_that_reading_prints() -> None:
    claims = [json.loads(line) for line in run("read", "-", "--profile", "none", text=PAGE).splitlines()]
    fired = [f for line in explain("--format", "jsonl").splitlines() for f in json.loads(line)["fired"]]
    assert {c["register"] for c in claims if c["register"] != "documents"} == {f["register"] for f in fired}


def test_several_processes_explain_as_one_does() -> None:
    arguments = ("read", PAGES, "--profile", PROFILE, "--explain", "--format", "jsonl")
    assert run(*arguments, "--jobs", "2") == run(*arguments)


def test_a_summary_counts_every_sentence_once_with_its_share() -> None:
    rows = json.loads(run("read", PAGES, "--profile", PROFILE, "--explain", "--summary", "--format", "json"))
    lines = run("read", PAGES, "--profile", PROFILE, "--explain", "--format", "jsonl").splitlines()
    assert sum(row["count"] for row in rows) == len(lines)
    assert [row["outcome"] for row in rows] == [
        "read", *(f"set aside: {reason}" for reason in SET_ASIDE_REASONS), "unread",
    ]  # fmt: skip
    assert sum(float(row["share"].removesuffix(" %")) for row in rows) == pytest.approx(100, abs=0.5)
    told = run("read", PAGES, "--profile", PROFILE, "--explain", "--summary")
    assert f"{len(lines)} sentences of 24 pages." in told
    assert run("read", PAGES, "--profile", PROFILE, "--explain", "--summary", "--format", "csv").startswith("outcome,")


def test_a_page_that_fails_is_told_and_the_others_are_explained(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(PAGE)
    result = invoke("read", str(tmp_path), "--explain")
    assert result.exit_code == 0
    assert "a.txt" in result.stderr
    assert "body-met" in result.stdout
    assert invoke("read", str(tmp_path), "--explain", "--strict").exit_code == 4


@pytest.mark.parametrize(
    ("arguments", "next_step"),
    [
        (("read", "-", "--summary"), "Add --explain"),
        (("read", "-", "--explain", "--format", "csv"), "with --summary"),
        (("unread", "--seed", "3"), "Add --sample"),
        (("unread", "--reason", "wish"), "Add --set-aside"),
        (("unread", "--sample", "3", "--limit", "3"), "Leave --limit and --offset out"),
        (("unread", "--set-aside", "--sample", "3", "--offset", "3"), "Leave --limit and --offset out"),
    ],
)
def test_options_that_do_not_go_together_are_refused_with_what_to_do(
    arguments: tuple[str, ...], next_step: str
) -> None:
    error = invoke(*arguments, text=PAGE).exception
    assert isinstance(error, UsageError)
    assert next_step in str(error)


def test_a_reason_that_is_none_is_refused_with_the_list() -> None:
    result = invoke("unread", "--set-aside", "--reason", "boring")
    assert result.exit_code == 2
    assert "'furniture'" in result.output


def test_status_prints_the_share_of_each_reason(record: str) -> None:
    told = run("status", "--record", record)
    status = json.loads(run("status", "--record", record, "--format", "json"))[0]
    whole = status["read"] + sum(status["set_aside"].values()) + status["unread"]
    part = status["set_aside"]["heading"]
    assert f"{part} ({100 * part / whole:.1f} %)" in told
    assert "set aside: wish             0 (0.0 %)" in told


def test_a_sample_is_the_same_under_one_seed_and_another_under_another(record: str) -> None:
    def drawn(*more: str) -> list[dict[str, object]]:
        lines = run("unread", "--record", record, "--set-aside", "--format", "jsonl", *more).splitlines()
        return [json.loads(line) for line in lines]

    first = drawn("--sample", "40", "--seed", "4")
    assert len(first) == 40
    assert first == drawn("--sample", "40", "--seed", "4")
    other = drawn("--sample", "40", "--seed", "5")
    assert other != first
    assert drawn("--sample", "40") == drawn("--sample", "40", "--seed", "0")
    places = {(one["document"], one["start"]) for one in first}
    assert len(places) == 40
    assert {one["reason"] for one in first} <= SET_ASIDE_REASONS.keys()
    assert all(one["rule"] and one["text"] and one["block"] for one in first)
    only = drawn("--sample", "500", "--reason", "heading")
    assert {one["reason"] for one in only} == {"heading"}
    listed = drawn("--reason", "heading", "--limit", "500")
    assert {(one["document"], one["start"]) for one in only} == {(one["document"], one["start"]) for one in listed}
    assert listed[3:5] == drawn("--reason", "heading", "--limit", "2", "--offset", "3")


def test_a_sample_says_of_how_many_it_was_drawn(record: str) -> None:
    status = json.loads(run("status", "--record", record, "--format", "json"))[0]
    aside = sum(status["set_aside"].values())
    told = run("unread", "--record", record, "--set-aside", "--sample", "7", "--seed", "2")
    assert f"7 of {aside} sentences set aside, drawn with seed 2;" in told
    assert run("unread", "--record", record, "--set-aside", "--sample", "7", "--format", "csv").startswith(
        "page,span,reason,rule,sentence"
    )
    unread = run("unread", "--record", record, "--sample", "3")
    assert f"3 of {status['unread']} unread sentences, drawn with seed 0;" in unread
