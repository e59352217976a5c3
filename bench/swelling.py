"""A record made several times as large: its rows and pages copied under other names, to ask questions of.

Reading a hundred thousand pages takes an hour and more, and to work out what follows from them half an hour; copying
takes minutes. What is copied bears other names (the letters of rare words are exchanged), days (each copy's later by
some weeks) and ids, so that a copy's rows are rows of their own. Names that very many rows have, as those of states and
organisations, stay: they have as many times more rows, as they have in a larger record. The ledger is not copied, so
such a record is for asking and not for keeping.
"""

from __future__ import annotations

import datetime
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

from muniment.facade.kept import rules_of_today
from muniment.stacks import sqlite
from muniment.stacks.row_counts import RowCounts

__all__ = ["swell", "swell_answers"]

_COMMON = 40
"""Rows of ten thousand pages whose titles have a word above which it is kept: names of states, bodies, subjects."""

_WEEKS = 3
"""Weeks by which each copy's days are later than those of the copy before."""

_WORD = re.compile(r"\b[A-Z][a-zß-ÿĀ-ſ]{3,}\b")
_ID = re.compile(r"[0-9a-f]{16,}")
_DAY = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_HEX, _VOWELS, _CONSONANTS = "0123456789abcdef", "aeiou", "bcdfghklmnprstv"

_STAYS = ("relations", "bodies")
"""Registers of which only rows under names that are exchanged are copied: further pages tell of the same ones."""

_ONE_OF_EACH = frozenset({"offices", "states", "members", "places", "quiet", "trends", "tally", "coming"})
"""Answers whose things do not come to be more with the pages, but only have more in them."""

Change = Callable[[str], str]

_PAGES = """SELECT number, document, source, language, reader, published, title, text, marks
    FROM pages WHERE number <= ?"""
_VERSIONS = """SELECT source, number, document, seen_at, position, current
    FROM versions WHERE source NOT LIKE '% (copy %'"""
_STANDING = """SELECT document, key, blocks, claims
    FROM standing WHERE document IN (SELECT document FROM pages WHERE number <= ?)"""
_SENTENCES = """SELECT document, outcome, sentences
    FROM sentence_counts WHERE document IN (SELECT document FROM pages WHERE number <= ?)"""
_ROWS = """SELECT number, register, id, position, dated, caption, shown, words, body
    FROM rows WHERE number BETWEEN ? AND ?"""
_CLAIMS = """SELECT id, register, row, content, source, document, slots, evidence, position, origin, attributed_to,
    stated_on, dropped FROM claims WHERE source NOT LIKE '% (copy %' AND origin = 'page'"""
_AT_ONCE = 20_000
"""Rows read at a time."""


def swell(path: Path, times: int) -> int:
    """Return how many rows a record shows once its rows, its pages and the answers beside it stand there so many times.

    Writes: the record's file, by the way of no door: its ledger does not tell of the copies; the file of its answers.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as record:
        if (beside := path.with_name(path.name + "-answers")).exists():
            swell_answers(beside, times, _common(record))
        record.execute("PRAGMA synchronous = OFF")
        ((last_row,),) = record.execute("SELECT max(number) FROM rows")
        ((last_page,),) = record.execute("SELECT max(number) FROM pages")
        kept = _common(record)
        for turn in range(1, times):
            record.execute("BEGIN")
            _copy_rows(record, turn, last_row, kept)
            _copy_pages(record, turn, last_page, kept)
            record.execute("COMMIT")
    with sqlite.open_for_writing(path, wait_seconds=5) as stores:
        with stores.transaction():
            RowCounts(stores.database).count_afresh()
        return sum(stores.rows.counts().values())


def swell_answers(path: Path, times: int, kept: frozenset[str]) -> None:
    """Copy the things of the answers beside a record as its rows are copied, as if today's code had given them."""
    with closing(sqlite3.connect(path, isolation_level=None)) as answers:
        answers.execute("BEGIN")
        for number, name, counts in answers.execute("SELECT number, name, counts FROM answers").fetchall():
            parts = json.loads(counts)
            if name not in _ONE_OF_EACH:
                parts = _copy_things(answers, number, parts, [_changes(turn, kept) for turn in range(1, times)])
            line = (json.dumps(parts), rules_of_today(), number)
            answers.execute("UPDATE answers SET counts = ?, rules = ? WHERE number = ?", line)
        answers.execute("COMMIT")


def _copy_things(
    answers: sqlite3.Connection, number: int, counts: dict[str, int], changes: Iterable[tuple[Change, Change]]
) -> dict[str, int]:
    """Return how many things each part of an answer has, once they are copied; what has no other name is not."""
    things = answers.execute(
        "SELECT part, place, about, body FROM items WHERE answer = ? ORDER BY turn", (number,)
    ).fetchall()
    tags = answers.execute("SELECT part, place, tag FROM tags WHERE answer = ?", (number,)).fetchall()
    counts, last = dict(counts), sum(counts.values())
    for words, other in changes:
        places: dict[tuple[str, int], int] = {}
        for part, place, about, body in things:
            copy = other(body.decode())
            if copy != body.decode():
                places[part, place] = counts[part]
                line = (number, part, counts[part], last, other(about), copy.encode())
                answers.execute("INSERT INTO items VALUES (?, ?, ?, ?, ?, ?)", line)
                counts[part], last = counts[part] + 1, last + 1
        lines = (
            (number, words(tag), part, places[part, place]) for part, place, tag in tags if (part, place) in places
        )
        answers.executemany("INSERT OR IGNORE INTO tags VALUES (?, ?, ?, ?)", lines)
    return counts


def _common(record: sqlite3.Connection) -> frozenset[str]:
    """Return the words that very many rows have in their titles."""
    words: Counter[str] = Counter()
    for (caption,) in record.execute("SELECT caption FROM rows"):
        words.update(set(_WORD.findall(caption)))
    return frozenset(word for word, rows in words.items() if rows >= _COMMON)


def _changes(turn: int, kept: frozenset[str]) -> tuple[Change, Change]:
    """Return what makes a copy of a text: one for words alone, one for words, days and ids."""
    ids = str.maketrans(_HEX, _turned(_HEX, turn))
    letters = str.maketrans(_VOWELS + _CONSONANTS, _turned(_VOWELS, turn) + _turned(_CONSONANTS, turn // len(_VOWELS)))
    later = datetime.timedelta(weeks=_WEEKS * turn)

    def other_word(found: re.Match[str]) -> str:
        word = found[0]
        return word if word in kept else word[0] + word[1:].translate(letters)

    @lru_cache(maxsize=50_000)
    def other_day(day: str) -> str:
        try:
            return (datetime.date.fromisoformat(day) + later).isoformat()
        except ValueError:  # digits that are no day
            return day

    def words(text: str) -> str:
        return _WORD.sub(other_word, text)

    def everything(text: str) -> str:
        text = _ID.sub(lambda found: found[0].translate(ids), words(text))
        return _DAY.sub(lambda found: other_day(found[0]), text)

    return words, everything


def _turned(letters: str, by: int) -> str:
    return letters[by % len(letters) :] + letters[: by % len(letters)]


def _copy_rows(record: sqlite3.Connection, turn: int, last: int, kept: frozenset[str]) -> None:
    words, other = _changes(turn, kept)
    copied: list[int] = []
    before = turn * last
    add = "INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    for first in range(1, last + 1, _AT_ONCE):
        found = record.execute(_ROWS, (first, min(last, first + _AT_ONCE - 1))).fetchall()
        for number, register, row, position, dated, caption, shown, searched, body in found:
            named = words(caption)
            if '"origin":"page"' not in body or (register in _STAYS and named == caption):
                continue
            copied.append(number)
            body = _sourced(other(body), turn)
            line = (before + number, register, other(row), position, other(dated), named, shown, words(searched), body)
            record.execute(add, line)
    record.execute("INSERT INTO row_words(rowid, words) SELECT number, words FROM rows WHERE number > ?", (before,))
    record.execute("CREATE TEMP TABLE IF NOT EXISTS copied (number INTEGER PRIMARY KEY)")
    record.execute("DELETE FROM copied")
    record.executemany("INSERT INTO copied VALUES (?)", ((number,) for number in copied))
    values = record.execute("SELECT number, slot, value FROM row_values JOIN copied USING (number)").fetchall()
    lines = ((before + number, slot, other(value)) for number, slot, value in values)
    record.executemany("INSERT INTO row_values VALUES (?, ?, ?)", lines)
    spells = record.execute("SELECT spells.* FROM spells JOIN copied USING (number)").fetchall()
    lasted = (
        (before + number, register, *(part if isinstance(part, int) else other(part) for part in parts))
        for number, register, *parts in spells
    )
    record.executemany("INSERT INTO spells VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", lasted)
    keys = record.execute("SELECT register, key, number FROM row_keys JOIN copied USING (number)").fetchall()
    titled = ((register, other(key.title()).lower(), before + number) for register, key, number in keys)
    record.executemany("INSERT OR IGNORE INTO row_keys VALUES (?, ?, ?)", titled)
    record.executemany(
        "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _claims(record, turn, other)
    )


def _claims(record: sqlite3.Connection, turn: int, other: Change) -> Iterator[tuple[object, ...]]:
    for claim in record.execute(_CLAIMS).fetchall():
        id, register, row, content, source, document, slots, evidence, position, origin, said, stated, dropped = claim
        yield (
            other(id), register, other(row), other(content), f"{source} (copy {turn})", other(document), other(slots),
            evidence, position, origin, said, other(stated), dropped,
        )  # fmt: skip


def _sourced(body: str, turn: int) -> str:
    """Return a row's JSON with the sources that its copy has."""
    return re.sub(r'("sources":\[)([^\]]*)\]', lambda found: found[1] + _numbered(found[2], turn) + "]", body)


def _numbered(sources: str, turn: int) -> str:
    return re.sub(r'"((?:[^"\\]|\\.)+)"', rf'"\1 (copy {turn})"', sources)


def _copy_pages(record: sqlite3.Connection, turn: int, last: int, kept: frozenset[str]) -> None:
    words, other = _changes(turn, kept)
    before = turn * last
    for page in record.execute(_PAGES, (last,)).fetchall():
        number, document, source, language, reader, published, title, text, marks = page
        line = (
            before + number, other(document), f"{source} (copy {turn})", language, reader, other(published),
            words(title), words(text), marks,
        )  # fmt: skip
        record.execute("INSERT INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", line)
    record.execute("INSERT INTO page_words(rowid, text) SELECT number, text FROM pages WHERE number > ?", (before,))
    for source, number, document, *rest in record.execute(_VERSIONS).fetchall():
        line = (f"{source} (copy {turn})", number, other(document), *rest)
        record.execute("INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?)", line)
    for document, key, blocks, claims in record.execute(_STANDING, (last,)).fetchall():
        record.execute("INSERT INTO standing VALUES (?, ?, ?, ?)", (other(document), key, blocks, other(claims)))
    for document, outcome, sentences in record.execute(_SENTENCES, (last,)).fetchall():
        record.execute("INSERT INTO sentence_counts VALUES (?, ?, ?)", (other(document), outcome, sentences))
    record.execute("INSERT INTO unread SELECT number + ?, start, end FROM unread WHERE number <= ?", (before, last))
    for document, media_type, size, content in record.execute(
        "SELECT document, media_type, size, content FROM blobs WHERE number <= ?", (last,)
    ).fetchall():
        record.execute("INSERT INTO blobs VALUES (NULL, ?, ?, ?, ?)", (other(document), media_type, size, content))
