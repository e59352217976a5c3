"""The measuring of main text, on two pages of our own."""

import subprocess
import sys

import pytest
from tests.eval.main_text import Figures, compared, expected, half_of, phrases, stated

FIRST = "The Secretary-General of the River Bureau received the ambassador of Namber in Arlen on Monday."
SECOND = "The two sides spoke about the winter passage of ships and agreed to meet again before the ice sets in."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "visit.html").write_text(
        "<html><head><title>Visit to Arlen</title><meta name=date content=2024-05-03></head><body>"
        f"<nav><a href=/>All our pilots</a></nav><h1>Visit to Arlen</h1><p>{FIRST}</p><p>{SECOND}</p></body></html>"
    )
    (tmp_path / "bare.html").write_text(f"<p>{FIRST}</p><p>{SECOND}</p>")
    (tmp_path / "evaldata.py").write_text(
        "EVAL_PAGES = {'https://a.example/1': {'file': 'visit.html',\n"
        "  'with': ['received the\\n ambassador', 'unsaid'],\n"
        "  'without': ['our pilots', 'winter passage'], 'title': 'visit to Arlen', 'date': '2024-05-04'},\n"
        " 'https://a.example/2': {'file': 'bare.html', 'with': ['the ice']},\n"
        " 'https://a.example/3': {'file': 'not-there.html', 'with': ['x']}}\n"
    )
    return tmp_path


def test_expected_phrases_are_read_for_the_pages_that_are_there(folder):
    bare, visit = expected(folder)
    assert (bare.path, bare.inside, bare.outside) == (folder / "bare.html", ("the ice",), ())
    assert (visit.path.parent.name, visit.title, visit.date) == ("cache", "visit to Arlen", "2024-05-04")


def test_phrases_are_compared_with_white_space_as_one_blank(folder):
    assert [held for _, _, held in phrases(expected(folder)[1], f"{FIRST}\n\nwinter\npassage")] == [
        True, False, False, True,
    ]  # fmt: skip


def test_an_extractor_is_counted_by_the_phrases_it_keeps_and_drops(folder):
    losses: list[str] = []
    found = compared("muniment", expected(folder), losses)
    assert (found.kept, found.lost, found.unwanted, found.dropped) == (2, 1, 1, 1)
    assert losses == ["visit.html: lost: unsaid", "visit.html: unwanted: winter passage"]
    assert (round(found.precision, 3), round(found.recall, 3), found.accuracy) == (0.667, 0.667, 0.6)
    assert round(found.f1, 3) == 0.667
    assert Figures().f1 == Figures().accuracy == 0


def test_titles_and_dates_are_right_wrong_or_untold(folder):
    those = expected(folder)
    assert stated(those, lambda path: ("Visit to  Arlen", "2024-05-03"), []) == [1, 0, 0, 0, 1, 0]
    assert stated(those, lambda path: ("", ""), []) == [0, 0, 1, 0, 0, 1]


def test_chance_halves_are_the_same_whenever_they_are_asked_for(tmp_path):
    names = [tmp_path / f"{number}.html" for number in range(100)]
    halves = [half_of(name) for name in names]
    assert halves == [half_of(tmp_path.parent / name.name) for name in names]
    assert 35 < halves.count(1) < 65


def test_the_command_prints_a_table_and_names_what_is_missing(folder):
    done = subprocess.run(
        [sys.executable, "-m", "tests.eval.main_text", str(folder), "--losses"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "2 pages" in done.stdout
    assert "unwanted: winter passage" in done.stdout
    empty = subprocess.run(
        [sys.executable, "-m", "tests.eval.main_text", str(folder / "cache")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (empty.returncode, "no evaldata.py" in empty.stderr) == (1, True)
