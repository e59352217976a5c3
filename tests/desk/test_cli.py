"""The command line as people and programs use it."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from muniment import samples
from muniment.desk.cli import COMMANDS, cli
from muniment.errors import UsageError

BARE_HELP = """
import sys
import muniment.desk.cli as desk
try:
    desk.cli(["--help"])
except SystemExit:
    pass
heavy = ("regex", "sqlalchemy", "rich", "trafilatura", "selectolax", "starlette")
print([name for name in heavy if name in sys.modules])
"""


def run(*arguments: str, text: str | None = None) -> str:
    result = CliRunner().invoke(cli, arguments, input=text, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("record") / "record.db")
    run("build", str(samples.pages_folder()), "--record", path, "--profile", str(samples.profile_path()))
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str) -> None:
    help_text = run(command, "--help")
    assert "Example" in help_text
    assert f"muniment {command}" in help_text


def test_bare_help_imports_nothing_heavy() -> None:
    told = subprocess.run(
        [sys.executable, "-c", BARE_HELP],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert told.stdout.rstrip().endswith("[]")


def test_read_prints_records_and_is_the_same_twice() -> None:
    page = str(samples.pages_folder())
    arguments = ("read", page, "--profile", str(samples.profile_path()))
    first = run(*arguments)
    assert first == run(*arguments)
    claims = [json.loads(line) for line in first.splitlines()]
    assert {c["register"] for c in claims} >= {"documents", "meetings", "instruments", "tenures", "statements"}
    for claim in claims:
        assert claim["evidence"]
        assert claim["source"]


def test_read_takes_standard_input() -> None:
    text = (
        "On 5 May 2024, the Council of Ministers of the Harbour Union met in Vienna under the chairmanship of Ana Dol."
    )
    claims = [json.loads(line) for line in run("read", "-", "--profile", "none", text=text).splitlines()]
    assert [c["start"] for c in claims if c["register"] == "meetings"] == ["2024-05-05"]


def test_a_failing_page_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("The Council of Ministers of the Harbour Union met in Vienna on 5 May 2024.")
    result = CliRunner().invoke(cli, ["read", str(tmp_path)])
    assert result.exit_code == 0
    assert "a.txt" in result.stderr
    assert "1 of 2 pages" in result.stderr
    assert '"meetings"' in result.stdout
    assert CliRunner().invoke(cli, ["read", str(tmp_path), "--strict"]).exit_code == 4


def test_building_again_changes_nothing(record: str) -> None:
    before = run("status", "--record", record, "--format", "json")
    again = run(
        "build", str(samples.pages_folder()), "--record", record, "--profile", str(samples.profile_path()),
        "--format", "json",
    )  # fmt: skip
    assert json.loads(again)[0]["claims_filed"] == 0
    assert run("status", "--record", record, "--format", "json") == before


def test_building_says_which_profiles_it_used_and_gives_the_head_on_one_line(record: str) -> None:
    head = json.loads(run("status", "--record", record, "--format", "json"))[0]["head"]
    told = run("build", str(samples.pages_folder()), "--record", record)
    assert f"\nHead: {head}\n" in told
    assert "Profiles: samples (the record's own" in told
    assert "24   0     0         24" in told
    named = run("build", "--record", record, "--profile", str(samples.profile_path()))
    assert "Profiles: samples\n" in named


def test_show_lists_and_shows_one_with_its_evidence(record: str) -> None:
    rows = json.loads(run("show", "meetings", "--record", record, "--format", "json"))
    one = run("show", "meetings", rows[0]["id"], "--record", record)
    assert rows[0]["id"] in one
    assert "evidence" in one
    assert "pages from" in run("show", "meetings", "--record", record)
    assert run("show", "tenures", "--record", record, "--format", "csv").startswith("id,caption,person,")


def test_a_correction_stands_and_is_undone(record: str) -> None:
    row = json.loads(run("show", "awards", "--record", record, "--format", "json"))[0]
    who = ("--record", record, "--author", "registry", "--basis", "letter of 3 May")
    told = run("correct", "awards", row["id"], "date=2024-01-02", *who)
    shown = json.loads(run("show", "awards", row["id"], "--record", record, "--format", "json"))[0]
    assert shown["date"] == "2024-01-02"
    assert "date" in shown["corrected"]
    entry = told.split("entry ")[1].split(" ")[0]
    run("undo", entry, *who)
    assert (
        json.loads(run("show", "awards", row["id"], "--record", record, "--format", "json"))[0].get("date")
        == row["date"]
    )


def test_verify_holds_and_finds_an_older_head(record: str) -> None:
    head = json.loads(run("status", "--record", record, "--format", "json"))[0]["head"]
    assert "Holds" in run("verify", "--record", record, "--expect", head)


def test_search_gaps_unread_history_and_profiles_answer(record: str) -> None:
    assert "found" in run("search", "flood", "--record", record)
    assert "overdue" in run("gaps", "--record", record, "--as-of", "2025-07-01")
    assert "unread sentences" in run("unread", "--record", record)
    assert "csto" in run("profiles")
    row = json.loads(run("show", "awards", "--record", record, "--format", "json"))[0]
    assert "claim.filed" in run("history", "awards", row["id"], "--record", record)


def test_copies_tells_the_page_that_a_text_is_first_known_from(tmp_path: Path) -> None:
    text = "The Council of the League met in Portmark on 5 May 2024 and heard a report of its eldest member.\n" * 2
    (tmp_path / "agency.txt").write_text(f"6 May 2024\n\n{text}")
    (tmp_path / "league.txt").write_text(f"5 May 2024\n\n{text}")
    record = str(tmp_path / "record.db")
    run("build", str(tmp_path), "--record", record, "--profile", "none")
    assert "1 text stands on several pages." in run("copies", "--record", record)
    (other,) = json.loads(run("copies", str(tmp_path / "league.txt"), "--record", record, "--format", "json"))
    assert (other["sources"], other["kind"]) == ([str(tmp_path / "agency.txt")], "copy")


def test_evaluate_prints_figures_and_losses() -> None:
    told = run(
        "evaluate", str(samples.gold_folder()), str(samples.pages_folder()), "--profile", str(samples.profile_path()),
        "--losses",
    )  # fmt: skip
    assert "total" in told
    assert "gold:" in told


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("show", "meetngs"), "Did you mean 'meetings'?"),
        (("show", "meetings", "--where", "kind"), "SLOT=VALUE"),
        (("evaluate", "nowhere"), "--claims"),
    ],
)
def test_a_wrong_call_says_what_next(record: str, arguments: tuple[str, ...], what: str) -> None:
    more = ("--record", record) if arguments[0] == "show" else ()
    result = CliRunner().invoke(cli, [*arguments, *more])
    assert result.exit_code != 0
    assert what in str(result.exception)


def test_building_from_nothing_makes_no_record(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    for paths in ((), (str(tmp_path / "nowhere"),)):
        result = CliRunner().invoke(cli, ["build", *paths, "--record", str(record)])
        assert isinstance(result.exception, UsageError)
        assert not record.exists()


def test_a_taken_port_is_told_before_anything_is_shown(record: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(cli, ["serve", "--record", record, "--port", port])
    assert isinstance(result.exception, UsageError)
    assert "--port" in str(result.exception)
    assert "Showing" not in result.stdout


def test_errors_leave_by_their_branch_with_one_line(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "muniment", "show", "meetings", "--record", str(tmp_path / "none.db")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 6
    assert told.stderr.startswith("muniment: ")
    assert len(told.stderr.splitlines()) == 1
    assert UsageError.exit_code == 2


def test_a_correction_that_cannot_be_is_refused(record: str) -> None:
    meeting = json.loads(run("show", "meetings", "--record", record, "--format", "json", "--where", "status=held"))[0]
    who = ("--record", record, "--author", "registry", "--basis", "letter")
    for slots, told in (
        (["agenda_size=-4"], "from 0 up"),
        (['participants=[{"name":'], "JSON"),
        (["start=2023-03-22", "end=2023-03-01"], "before it starts"),
    ):
        result = CliRunner().invoke(cli, ["correct", "meetings", meeting["id"], *slots, *who])
        assert result.exit_code != 0
        assert told in str(result.exception)
    award = json.loads(run("show", "awards", "--record", record, "--format", "json"))[0]
    result = CliRunner().invoke(cli, ["correct", "awards", award["id"], "award=null", "recipient=null", *who])
    assert "an award needs" in str(result.exception)


def test_what_a_person_filed_is_shown_with_its_basis_and_counts_as_no_page(record: str, tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    own.write_bytes(Path(record).read_bytes())
    who = ("--record", str(own), "--author", "registry")
    run("add", "tenures", "person=Ana Dol", "office=Envoy", *who, "--basis", "decision 4/2024")
    found = ("tenures", "--record", str(own), "--words", "Ana Dol")
    (row,) = json.loads(run("show", *found, "--format", "json"))
    assert run("show", *found).splitlines()[2].rstrip().endswith("0")
    assert "decision 4/2024" in run("show", "tenures", row["id"], "--record", str(own))
    run("withdraw", "tenures", row["id"], *who, "--basis", "filed by mistake")
    told = run("show", "tenures", row["id"], "--record", str(own))
    assert "Withdrawn by registry" in told
    assert "filed by mistake" in told
    assert run("show", "tenures", row["id"], "--record", str(own), "--format", "csv").startswith("id,caption,person,")


def test_a_value_that_a_slot_never_has_is_told_from_one_that_no_row_has(record: str) -> None:
    result = CliRunner().invoke(cli, ["show", "meetings", "--record", record, "--where", "status=hled"])
    assert "Did you mean 'held'?" in str(result.exception)
    assert "0 of 0" in run(
        "show", "meetings", "--record", record, "--where", "status=cancelled", "--where", "until=1900"
    )
    assert CliRunner().invoke(cli, ["show", "meetings", "--record", record, "--limit", "-5"]).exit_code == 2


def test_a_list_is_narrowed_by_a_topic_under_any_of_its_labels(record: str) -> None:
    arguments = ("show", "instruments", "--record", record, "--format", "jsonl", "--where")
    by_label = run(*arguments, "topics=water resources")
    assert by_label == run(*arguments, "topics=Transboundary Waters")
    found = [json.loads(line) for line in by_label.splitlines()]
    assert found
    assert all("water resources" in row["topics"] for row in found)


def test_the_scheme_of_topics_is_printed_and_asked_for_without_a_register() -> None:
    assert 'skos:prefLabel "terrorism"@en' in run("schema", "--topics")
    for wrong in (("schema",), ("schema", "meetings", "--topics")):
        assert isinstance(CliRunner().invoke(cli, wrong).exception, UsageError)


def test_a_register_s_schema_is_printed(record: str) -> None:
    for row in run("show", "awards", "--record", record, "--format", "jsonl").splitlines():
        assert set(json.loads(row)) <= {*json.loads(run("schema", "awards"))["properties"], "register", "id"}
    assert json.loads(run("schema", "awards", "--claim"))["properties"]["evidence"]
