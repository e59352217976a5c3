"""SQL on the web and on the command line: questions, answers, faults, and what can be asked."""

from __future__ import annotations

import csv
import io
import json

import pytest
from click.testing import CliRunner

from muniment.desk.cli import cli
from muniment.desk.web.sql import EXAMPLES
from muniment.facade import Record


def test_every_example_is_answered(samples_web):
    for one in EXAMPLES:
        page = samples_web.get("/sql", params={"q": one})
        assert page.status_code == 200
        assert "<tbody>" in page.text, one


def test_an_answer_is_given_in_every_form(samples_web):
    question = "SELECT place, count(*) AS n FROM meetings WHERE place > '' GROUP BY 1 ORDER BY 2 DESC, 1"
    told = samples_web.get("/sql.json", params={"q": question}).json()
    assert told["columns"] == ["place", "n"]
    assert told["more"] is False
    rows = list(csv.reader(io.StringIO(samples_web.get("/sql.csv", params={"q": question}).text.lstrip("\ufeff"))))
    assert rows[0] == ["place", "n"]
    assert [[name, int(number)] for name, number in rows[1:]] == told["rows"]
    lines = samples_web.get("/sql.jsonl", params={"q": question}).text.splitlines()
    assert json.loads(lines[0]) == {"place": told["rows"][0][0], "n": told["rows"][0][1]}
    assert samples_web.get("/sql.json").status_code == 400


@pytest.mark.parametrize("question", ["DELETE FROM entries", "SELECT nothing FROM meetings", "SELECT body FROM rows"])
def test_a_question_that_is_not_answered_stays_in_the_form_with_what_is_wrong(samples_web, question):
    page = samples_web.get("/sql", params={"q": question})
    assert page.status_code == 400
    assert f">{question}</textarea>" in page.text
    assert 'role="alert"' in page.text
    assert samples_web.get("/sql.json", params={"q": question}).status_code == 400


def test_what_a_page_told_is_escaped_in_an_answer(web):
    page = web.get("/sql", params={"q": "SELECT text FROM commitments"}).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_the_page_names_every_view_with_its_columns(samples_web, sample_record):
    page = samples_web.get("/sql").text
    with Record.open(sample_record) as record:
        for view in record.sql_views():
            assert f"<code>{view.name}</code>" in page
            assert all(f"<code>{name}</code>" in page for name, _ in view.columns)


def test_only_the_record_as_known_now_is_asked(samples_web):
    assert samples_web.get("/sql", params={"q": "SELECT 1", "known_at": "5"}).status_code == 400


def test_a_page_shows_so_many_rows_and_says_that_there_are_more(samples_web):
    page = samples_web.get("/sql", params={"q": "SELECT * FROM slot_values"}).text
    assert page.count("<tr>") == 201
    assert "There are more" in page


def test_a_record_is_asked_from_the_command_line(sample_record):
    def run(*told: str) -> str:
        result = CliRunner().invoke(cli, ["sql", *told, "--record", str(sample_record)], catch_exceptions=False)
        assert result.exit_code == 0
        return result.output

    assert json.loads(run("SELECT count(*) AS n FROM meetings", "--format", "json"))[0]["n"] > 5
    assert "meetings" in run("--views")
    assert "--limit" in run("SELECT * FROM told", "--limit", "2")
    for wrong in ([], ["SELECT 1", "--views"], ["DROP TABLE rows"]):
        result = CliRunner().invoke(cli, ["sql", *wrong, "--record", str(sample_record)])
        assert result.exit_code != 0
