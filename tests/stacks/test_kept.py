import contextlib
import sqlite3
from pathlib import Path

import pytest

from muniment.stacks.kept import AnswerKey, Item, KeptAnswers

KEY = AnswerKey("gaps", "7:ab", "2031-05-30", "rules")


def items(*bodies: str, part: str = "a") -> list[Item]:
    return [Item(part, turn, f"row-{body}", (body[0], "all"), body.encode()) for turn, body in enumerate(bodies)]


def test_an_answer_is_read_part_by_part_in_the_order_it_was_kept_in():
    kept = KeptAnswers(None)
    kept.keep(KEY, [*items("x1", "x2", "x3"), Item("b", 3, "row-y", (), b"y")], b'{"of": 4}')
    found = kept.find(KEY)
    assert found is not None
    assert (found.counts, found.more) == ({"a": 3, "b": 1}, b'{"of": 4}')
    assert found.some("a", 1, 5) == [b"x2", b"x3"]
    assert (found.some("b", 0, 5), found.some("none", 0, 5)) == ([b"y"], [])
    assert [body for _, body in found.in_turn(2, 9)] == [b"x3", b"y"]
    assert [body for _, body in found.about("row-x2")] == [b"x2"]
    assert found.subjects("row-x") == ["row-x1", "row-x2", "row-x3"]
    assert found.tags() == [("all", 3), ("x", 3)]
    assert [body for _, body in found.tagged(["x", "none"])] == [b"x1", b"x2", b"x3"]


def test_an_answer_is_found_for_its_own_head_day_and_rules_alone():
    kept = KeptAnswers(None)
    kept.keep(KEY, items("x"))
    for other in (
        AnswerKey("duties", KEY.head, KEY.day, KEY.rules), AnswerKey(KEY.name, "8:cd", KEY.day, KEY.rules),
        AnswerKey(KEY.name, KEY.head, "2031-05-31", KEY.rules), AnswerKey(KEY.name, KEY.head, KEY.day, "others"),
    ):  # fmt: skip
        assert kept.find(other) is None


def test_an_answer_takes_the_place_of_that_of_an_earlier_head_with_all_that_belongs_to_it(tmp_path: Path):
    kept = KeptAnswers(tmp_path / "answers")
    kept.keep(KEY, items("x", "y"))
    later, last = (AnswerKey(KEY.name, head, KEY.day, KEY.rules) for head in ("8:cd", "9:ef"))
    kept.keep(AnswerKey("duties", "8:cd", KEY.day, "others"), items("w"))
    assert kept.find(KEY) is None, "worked out by other rules"
    kept.keep(KEY, items("x", "y"))
    kept.keep(AnswerKey("duties", "8:cd", KEY.day, KEY.rules), [])
    assert kept.find(KEY) is not None, "another question's answer takes nobody's place"
    kept.keep(later, items("y"))
    assert kept.find(KEY) is not None, "somebody may be reading it"
    kept.keep(last, items("z"))
    assert kept.find(KEY) is None
    kept.keep(AnswerKey(KEY.name, "10:gh", KEY.day, KEY.rules), [])
    assert [line[0] for line in kept.query("SELECT body FROM items")] == [b"z"]
    assert len(kept.query("SELECT 1 FROM tags")) == 2


def test_of_the_days_somebody_asked_for_only_the_last_few_are_kept():
    kept = KeptAnswers(None)
    days = [AnswerKey("gaps", "7:ab", f"2031-05-{day}", "rules") for day in range(10, 16)]
    for day in days:
        kept.keep(day, items(day.day))
    assert [kept.find(day) is not None for day in days] == [False, False, True, True, True, True]


def test_another_process_finds_what_was_kept_in_the_file(tmp_path: Path):
    one, two = KeptAnswers(tmp_path / "answers"), KeptAnswers(tmp_path / "answers")
    one.keep(KEY, items("x"))
    found = two.find(KEY)
    assert found is not None
    assert found.some("a", 0, 1) == [b"x"]
    one.close()
    two.close()


def test_a_damaged_file_is_made_anew(tmp_path: Path):
    path = tmp_path / "answers"
    path.write_bytes(b"no database at all, and longer than a header of one would be" * 40)
    kept = KeptAnswers(path)
    assert kept.find(KEY) is None
    kept.keep(KEY, items("x"))
    kept.close()
    assert KeptAnswers(path).find(KEY) is not None


def test_a_file_that_another_process_holds_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("muniment.stacks.kept._BUSY_SECONDS", 0.05)
    path = tmp_path / "record.db-answers"
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        other.execute("CREATE TABLE held (one)")
        shelf = KeptAnswers(path)
        shelf.keep(KEY, items("x"))
        assert shelf.find(KEY) is not None, "it is kept in memory"
        other.execute("COMMIT")
        assert other.execute("SELECT count(*) FROM held").fetchone() == (0,)
        assert path.exists()
    shelf.close()


def test_where_nothing_can_be_written_answers_are_kept_in_memory(tmp_path: Path):
    kept = KeptAnswers(tmp_path / "no such folder" / "answers")
    kept.keep(KEY, items("x"))
    assert kept.find(KEY) is not None
    assert list(tmp_path.iterdir()) == []


def test_an_answer_that_fails_half_way_is_not_kept(tmp_path: Path):
    kept = KeptAnswers(tmp_path / "answers")

    def broken():
        yield from items("x")
        raise sqlite3.OperationalError("interrupted")

    with contextlib.suppress(sqlite3.OperationalError):
        kept.keep(KEY, broken())
    assert kept.find(KEY) is None
    assert kept.query("SELECT 1 FROM items") == []


def test_what_is_about_something_is_looked_up_and_not_looked_for_among_all():
    kept = KeptAnswers(None)
    found = kept.keep(KEY, items("x", "y"))
    asked = []
    kept.query = lambda sql, values: asked.append((sql, values)) or []  # type: ignore[method-assign]
    found.about("row-x")
    found.tagged(["x"])
    plans = [KeptAnswers.query(kept, f"EXPLAIN QUERY PLAN {sql}", values) for sql, values in asked]
    assert "items_about (answer=? AND about=?)" in str(plans[0])
    assert "items USING PRIMARY KEY (answer=? AND part=? AND place=?)" in str(plans[1])
