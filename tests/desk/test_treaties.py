"""`muniment treaty`: clauses read, days computed, outlooks of a record's treaty, and what bad input is told."""

import json

import pytest
from click.testing import CliRunner

from muniment.desk.cli import cli
from muniment.facade import Record
from muniment.samples import pages_folder, profile_path

TEXT = (
    "Article 14\n1. This Agreement shall enter into force on the thirtieth day after the deposit of the fourth"
    " instrument of"
    " ratification."
)


@pytest.fixture(scope="module")
def room(tmp_path_factory):
    folder = tmp_path_factory.mktemp("treaties")
    with Record.create(folder / "record.db") as record:
        record.build([pages_folder()], profiles=[str(profile_path())])
        (row,) = record.rows("instruments", words="marine casualties").rows
    (folder / "agreement.txt").write_text(TEXT, "utf-8")
    return folder, row.id


def ran(*words):
    return CliRunner().invoke(cli, ["treaty", *map(str, words)])


def outlook(room, *words):
    folder, row = room
    return ran(*words[:1], row, "--text", folder / "agreement.txt", "--record", folder / "record.db", *words[1:])


def test_a_clause_is_printed_in_plain_words_with_its_article_and_quotation(room):
    told = ran("clause", room[0] / "agreement.txt").output
    assert "agreement.txt: Article 14" in told
    assert "30 days after 4 consents (“fourth instrument”)" in told
    assert "“1. This Agreement" in told or "“This Agreement" in told


def test_the_status_says_who_deposited_who_did_not_and_what_is_missing(room):
    told = outlook(room, "status").output
    assert "Deposited:               Ilmarra 2024-03-05" in told
    assert "3 more of “fourth instrument”" in told
    assert "Bashtul, Doravia, Halvenia, Namberu, Quessara" in told


def test_supposed_deposits_give_a_day_and_file_nothing(room):
    deposits = [f"--deposit={who}=2031-03-0{day}" for day, who in enumerate(("Bashtul", "Doravia", "Halvenia"), 1)]
    found = outlook(room, "whatif", *deposits, "--format", "jsonl")
    assert json.loads(found.output)["computed"]["date"] == "2031-04-02"
    assert "not yet" in outlook(room, "status").output


@pytest.mark.parametrize(
    ("deposit", "what"),
    [("Norway=2031-03-01", "The members are Bashtul"), ("Bashtul=soon", "no day"), ("Bashtul", "Norway=2031-03-01")],
)
def test_a_deposit_that_cannot_be_is_told_what_to_write(room, deposit, what):
    assert what in str(outlook(room, "whatif", "--deposit", deposit).exception)


def test_a_row_that_no_member_consents_to_is_told_so(room):
    folder, _ = room
    with Record.open(folder / "record.db") as record:
        row = next(r for r in record.all_rows("instruments") if r.slots.get("kind") == "decision")
    found = ran("status", row.id, "--text", folder / "agreement.txt", "--record", folder / "record.db")
    assert "no organisation's member" in str(found.exception)


def test_a_list_is_checked_and_the_days_that_agree_are_counted(room):
    line = {
        "id": "reefs",
        "text": "agreement.txt",
        "consents": [{"state": s, "date": "2030-01-05"} for s in ("NOR", "CHL", "PER", "JPN")],
    }
    path = room[0] / "list.jsonl"
    path.write_text("\n".join(json.dumps(line | {"in_force": day}) for day in ("2030-02-04", "2030-02-05")), "utf-8")
    told = ran("check", path).output
    assert "1 of 2 days agree." in told
    assert json.loads(ran("check", path, "--format", "jsonl").output.splitlines()[0])["agrees"] is True


def test_the_clause_of_a_text_is_filed_with_its_treaty_and_then_decides(room, tmp_path):
    folder, row = room
    record = tmp_path / "record.db"
    with Record.create(record) as held:
        held.build([pages_folder()], profiles=[str(profile_path())])
    who = ("--author", "registry", "--basis", "certified copy", "--record", record)
    told = ran("file", row, folder / "agreement.txt", *who).output
    assert "decision.corrected" in told
    assert "by registry" in told
    told = ran("status", row, "--record", record).output
    assert "Taken from:              the sentence filed with the treaty" in told
    assert "3 more of “fourth instrument”" in told


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Article 1\nThe Parties meet yearly.", "has no clause on its entry into force"),
        (None, "cannot be read"),
    ],
)
def test_a_text_that_gives_no_clause_files_nothing(room, tmp_path, text, what):
    folder, row = room
    if text is not None:
        (tmp_path / "text.txt").write_text(text, "utf-8")
    who = ("--author", "registry", "--basis", "x", "--record", folder / "record.db")
    answer = ran("file", row, tmp_path / "text.txt", *who)
    assert what in str(answer.exception)
    with Record.open(folder / "record.db") as record:
        assert "force_clause" not in record.row("instruments", row).slots


def test_the_demonstration_files_the_clause_of_its_treaty_once(tmp_path):
    for _ in range(2):
        assert CliRunner().invoke(cli, ["demo", "--folder", str(tmp_path), "--no-serve"]).exit_code == 0
    with Record.open(tmp_path / "record.db") as record:
        (row,) = record.rows("instruments", words="marine casualties").rows
        assert row.slots["force_clause"].startswith("This Agreement shall enter into force on the thirtieth day")
        assert [entry.kind for entry in record.history(row)].count("decision.corrected/1") == 1
        assert record.treaty(row).any_of == 3
