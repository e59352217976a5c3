"""`muniment evaluate`: figures, losses by sentence, and two runs compared, on the real command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from muniment import samples
from muniment.desk.cli import cli
from muniment.errors import UsageError

GOLD, PAGES, PROFILE = str(samples.gold_folder()), str(samples.pages_folder()), str(samples.profile_path())
TEXT = "The Lamp Committee of the Harbour Union met in Vienna on 5 May 2024.\n\nIvo Ram thanked the crews.\n"
MEETING = {"doc": "page.txt", "register": "meetings", "kind": "session", "start": "2024-05-05", "place": "Prague",
           "bodies": ["Lamp Committee of the Harbour Union"]}  # fmt: skip
TENURE = {"doc": "page.txt", "register": "tenures", "person": "Ivo Ram", "office": "Harbour Master"}


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["evaluate", *arguments])


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, ["evaluate", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A page, gold records of it in two files, and the claims of two runs."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "page.txt").write_text(TEXT)
    (tmp_path / "meetings.jsonl").write_text(json.dumps(MEETING) + "\n")
    (tmp_path / "tenures.jsonl").write_text(json.dumps(TENURE) + "\n")
    whole = {"source": "page.txt", "register": "documents", "archived_text": TEXT}
    old = {**MEETING, "source": "page.txt", "place": "Vienna", "kind": "other"}
    new = {**MEETING, "source": "page.txt", "start": "2023", "place": "Vienna"}
    wrong = {"source": "page.txt", "register": "awards", "award": "Order of the Quay"}
    (tmp_path / "old.jsonl").write_text("\n".join(json.dumps(one) for one in (whole, old)))
    (tmp_path / "new.jsonl").write_text("\n".join(json.dumps(one) for one in (whole, new, wrong)))
    return tmp_path


def test_the_figures_of_the_samples_are_those_of_the_docs() -> None:
    rows = {row["register"]: row for row in json.loads(run(GOLD, PAGES, "--profile", PROFILE, "--format", "json"))}
    assert rows["total"]["values"] > 1000
    docs = (Path(__file__).parents[2] / "docs" / "quality.md").read_text("utf-8")
    assert f"| {float(rows['meetings']['f1']):.2f} ({rows['meetings']['values']}) |" in docs


def test_several_gold_files_are_scored_together(files: Path) -> None:
    both = run(str(files / "meetings.jsonl"), str(files / "tenures.jsonl"), str(files / "pages"), "--format", "json")
    assert [row["register"] for row in json.loads(both) if row["values"]] == ["meetings", "tenures", "total"]


def test_losses_stand_under_the_sentence_they_are_about(files: Path) -> None:
    told = run(str(files / "meetings.jsonl"), str(files / "tenures.jsonl"), str(files / "pages"), "--losses")
    losses = told.partition("\npage.txt\n")[2]
    meeting, _, tenure = losses.partition("70-96  Ivo Ram thanked the crews.")
    assert "0-68  The Lamp Committee of the Harbour Union met in Vienna on 5 May 2024." in meeting
    assert "read in part: meetings, place: Prague; read: Vienna" in meeting
    assert 'missed: tenures, {"person":"Ivo Ram","office":"Harbour Master"}' in tenure


def test_losses_for_programs_carry_their_sentence_and_no_page(files: Path) -> None:
    gold, pages = (str(files / name) for name in ("meetings.jsonl", "pages"))
    lines = [json.loads(line) for line in run(gold, pages, "--losses", "--format", "jsonl").splitlines()]
    (part,) = [one for one in lines if one.get("loss") == "partly"]
    assert TEXT[part["start"] : part["end"]] == part["sentence"]
    assert part["lost"] == [{"slot": "place", "wanted": "Prague", "got": ["Vienna"]}]
    assert part["claim"]["evidence"]
    assert not any("archived_text" in one.get("claim", {}) for one in lines)
    assert json.loads(run(gold, pages, "--losses", "--format", "json")) == lines


def test_two_runs_are_compared_by_register_and_by_value(files: Path) -> None:
    gold, new, old = (str(files / name) for name in ("meetings.jsonl", "new.jsonl", "old.jsonl"))
    told = run(gold, "--claims", new, "--compare", old)
    assert "won    page.txt meetings kind: session" in told
    assert "lost   page.txt meetings start: 2024-05-05" in told
    assert 'worse  page.txt awards, wrongly claimed now: {"award":"Order of the Quay"}' in told
    back = run(gold, "--claims", old, "--compare", new)
    assert "better page.txt awards, not wrongly claimed any more" in back
    lines = [
        json.loads(line) for line in run(gold, "--claims", new, "--compare", old, "--format", "jsonl").splitlines()
    ]
    meetings = next(one for one in lines if one.get("register") == "meetings" and "f1" in one)
    assert (meetings["change"], meetings["won"], meetings["lost"]) == ("+0.000", 1, 1)
    assert {
        "change": "won",
        "document": "page.txt",
        "register": "meetings",
        "slot": "kind",
        "value": "session",
    } in lines
    assert run(gold, "--claims", new, "--compare", new).count("page.txt") == 0


def test_a_run_compared_with_itself_has_won_and_lost_nothing(files: Path) -> None:
    gold, new = str(files / "meetings.jsonl"), str(files / "new.jsonl")
    rows = json.loads(run(gold, "--claims", new, "--compare", new, "--format", "json"))
    assert {(row["change"], row["won"], row["lost"]) for row in rows} == {("+0.000", 0, 0)}


@pytest.mark.parametrize(
    ("arguments", "next_step"),
    [
        (("meetings.jsonl",), "muniment evaluate gold/ pages/"),
        (("meetings.jsonl", "pages", "--claims", "new.jsonl"), "muniment evaluate gold/ pages/"),
        (("meetings.jsonl", "--claims", "new.jsonl", "--losses", "--format", "csv"), "Ask for jsonl"),
        (("meetings.jsonl", "--claims", "nowhere.jsonl"), "Give a file that `muniment read` printed"),
        (("meetings.jsonl", "--claims", "new.jsonl", "--compare", "pages/page.txt"), "`muniment read` printed"),
        (("meetings.jsonl", "--claims", "bare.jsonl"), "bare.jsonl: claim 1"),
        (("pages", "--claims", "new.jsonl"), "Give a .jsonl file or a folder of them"),
    ],
)
def test_what_cannot_be_scored_is_refused_with_what_to_do(
    files: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], next_step: str
) -> None:
    monkeypatch.chdir(files)
    Path("bare.jsonl").write_text('{"register": "meetings"}\n')
    error = invoke(*arguments).exception
    assert isinstance(error, UsageError)
    assert next_step in str(error)
