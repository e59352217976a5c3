"""SQL asked by those who know it: the views and nothing else, for a short time, nothing written."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest
from tests.desk import told

from muniment.errors import UsageError
from muniment.registers import REGISTERS
from muniment.stacks import expert
from muniment.stacks.expert import ask, views


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return told.build(tmp_path_factory.mktemp("expert"))


def test_every_view_answers_every_column_it_is_documented_with(path):
    assert {view.name for view in views()} >= set(REGISTERS)
    for view in views():
        columns = ", ".join(f'"{name}"' for name, about in view.columns if about)
        found = ask(path, f'SELECT {columns} FROM "{view.name}" LIMIT 3')  # noqa: S608 - our own names
        assert found.columns == [name for name, _ in view.columns], view.name
        assert ask(path, f"SELECT * FROM {view.name}").columns == found.columns  # noqa: S608
        assert ask(path, f"SELECT count(*) FROM {view.name}").rows[0][0] >= len(found.rows)  # noqa: S608


def test_rows_and_their_lists_are_joined(path):
    found = ask(
        path,
        "SELECT m.id, b.value, p.title FROM meetings m, json_each(m.bodies) b JOIN told t ON t.row_id = m.id "
        "JOIN pages p USING (document) WHERE m.place = 'Aldport' ORDER BY p.title",
    )
    assert {row[1] for row in found.rows} == {"Council of the League"}
    assert len(found.rows) == 3
    assert ask(path, "WITH n AS (SELECT count(*) c FROM slot_values) SELECT c > 5 FROM n").rows == [[1]]


@pytest.mark.parametrize(
    "question",
    [
        "SELECT body FROM rows", "SELECT * FROM main.entries", "SELECT * FROM sqlite_master",
        "SELECT * FROM temp.sqlite_master", "SELECT name FROM sqlite_temp_schema", "SELECT content FROM blobs",
        "WITH meetings AS (SELECT body FROM main.rows) SELECT * FROM meetings",
        "WITH pages AS (SELECT content FROM main.blobs) SELECT * FROM pages",
        "SELECT * FROM (SELECT * FROM main.notes) AS meetings",
        "SELECT id FROM meetings WHERE id IN (SELECT hash FROM main.entries)",
        "SELECT (SELECT content FROM main.blobs LIMIT 1) FROM meetings",
        "SELECT * FROM meetings UNION SELECT * FROM main.rows",
        "SELECT * FROM pragma_table_info('rows')", "SELECT * FROM dbstat", "SELECT * FROM row_words",
        "SELECT load_extension('x')", "SELECT readfile('/etc/passwd')", "SELECT randomblob(9)", "SELECT zeroblob(9)",
        "SELECT writefile('x', 'y')", "SELECT sqlite_compileoption_get(1)", "SELECT fts5(1)",
    ],
)  # fmt: skip
def test_nothing_but_the_views_is_read(path, question):
    with pytest.raises(UsageError) as refused:
        ask(path, question)
    assert refused.value.code in ("sql-refused", "sql-wrong")


@pytest.mark.parametrize(
    "question",
    [
        "DELETE FROM entries", "INSERT INTO rows VALUES (1)", "UPDATE rows SET body = ''", "DROP TABLE rows",
        "CREATE TABLE x (y)", "PRAGMA query_only = OFF", "ATTACH 'other.db' AS other", "VACUUM INTO 'copy.db'",
        "EXPLAIN SELECT 1", "BEGIN", "/* */ DELETE FROM entries", "",
    ],
)  # fmt: skip
def test_only_a_select_is_answered(path, question):
    with pytest.raises(UsageError) as refused:
        ask(path, question)
    assert refused.value.code == "not-a-select"


def test_a_statement_behind_a_select_is_not_run(path):
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    for question in ("SELECT 1; DELETE FROM entries", "WITH x AS (SELECT 1) DELETE FROM rows",
                     "WITH x AS (SELECT 1) INSERT INTO meetings SELECT * FROM x"):  # fmt: skip
        with pytest.raises(UsageError):
            ask(path, question)
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_what_takes_long_is_stopped(path):
    endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c"
    with pytest.raises(UsageError) as refused:
        ask(path, endless, seconds=0.2)
    assert refused.value.code == "sql-too-slow"
    with pytest.raises(UsageError):
        ask(path, "SELECT count(*) FROM slot_values, slot_values b, slot_values c, slot_values d, slot_values e",
            seconds=0.2)  # fmt: skip


def test_more_rows_than_asked_for_are_told_and_a_large_answer_is_cut(path, monkeypatch):
    counting = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 50) SELECT x FROM c"
    found = ask(path, counting, limit=10)
    assert (len(found.rows), found.more) == (10, True)
    assert ask(path, counting, limit=50).more is False
    monkeypatch.setattr(expert, "_LARGEST", 100)
    assert ask(path, "SELECT 'thirty letters and a few more..' FROM slot_values").more is True


def test_a_value_cannot_be_made_larger_than_is_let_through(path):
    with pytest.raises(UsageError):
        ask(path, "SELECT length(replace(replace(hex('0123456789'), '3', hex(hex(hex(hex('0123456789'))))), '3', "
                  "hex(hex(hex(hex(hex(hex(hex(hex(hex(hex(hex(hex('0123456789'))))))))))))))")  # fmt: skip
    with pytest.raises(UsageError):
        ask(path, "SELECT " + "1 + " * 6_000 + "1")


def test_a_fault_is_told_without_the_names_that_were_drawn(path):
    for question in ("SELECT nothing FROM meetings", "SELEC", "SELECT * FROM nowhere", "SELECT * FROM meetings m, m.x"):
        with pytest.raises(UsageError) as refused:
            ask(path, question)
        assert "v0" not in str(refused.value)
    assert all(isinstance(cell, str) for cell in ask(path, "SELECT CAST('a' AS BLOB)").rows[0])


def test_the_file_is_opened_for_reading_alone(path, monkeypatch):
    opened = []
    original = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *told, **how: opened.append(told[0]) or original(*told, **how))
    ask(path, "SELECT 1")
    assert all("mode=ro" in address for address in opened)
    assert len(opened) == 1
