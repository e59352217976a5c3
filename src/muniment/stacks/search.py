"""Full-text search in SQLite's FTS5: page texts and rows.

PostgreSQL will have its own module in place of this one; everything else is shared. Words are folded by Unicode 6.1
case and stripped of diacritics (`unicode61 remove_diacritics 2`), so that "Chisinau" finds "Chișinău".
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import TextClause, text

from muniment.stacks.database import Database

__all__ = [
    "PAGE_WORDS", "ROW_WORDS", "counts_with", "forget_rows", "hits_with", "index_page", "index_rows", "more_than",
    "newest_with", "pages_with", "query_of", "rows_with", "values_with",
]  # fmt: skip

PAGE_WORDS = """CREATE VIRTUAL TABLE page_words USING fts5(
    text, content='pages', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"""
"""The index of page texts; it reads the text itself from `pages`."""

ROW_WORDS = """CREATE VIRTUAL TABLE row_words USING fts5(
    words, content='rows', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"""
"""The index of rows; it reads the words themselves from `rows`."""

_WORD = re.compile(r"\w+")

_FORGET_PAGE = "INSERT INTO page_words(page_words, rowid, text) VALUES ('delete', :number, :text)"
_INDEX_PAGE = "INSERT INTO page_words(rowid, text) VALUES (:number, :text)"
_FORGET_ROW = "INSERT INTO row_words(row_words, rowid, words) VALUES ('delete', ?, ?)"
_INDEX_ROW = "INSERT INTO row_words(rowid, words) VALUES (?, ?)"

_LOOKED_THROUGH = 5_000
"""Rows or pages with the words that are ranked, and counted by register: those filed last. Nobody looks through so
many, and a word that more have tells little (judgement; 15 ms, measured 2026-11-23)."""

_IN_ONE = 4 * _LOOKED_THROUGH
"""The same where only one register is asked, whose rows stand among those of all."""

_AT_ONCE = 200
"""Rows looked up at a time, from the best on, until a list is full."""

_FLOOR = "SELECT rowid FROM {index} WHERE {index} MATCH :query ORDER BY rowid DESC LIMIT 1 OFFSET :most"
_RANKED = """SELECT rowid FROM {index} WHERE {index} MATCH :query AND rowid >= :floor
    ORDER BY rank, rowid LIMIT :most OFFSET :skip"""
_RANKED_IN = """SELECT rows.number FROM row_words JOIN rows ON rows.number = row_words.rowid
    WHERE row_words MATCH :query AND row_words.rowid >= :floor AND rows.register = :of_register AND rows.shown = 1
    ORDER BY rank, row_words.rowid LIMIT :most"""
_SNIPPETS = """SELECT rowid, snippet({index}, 0, '', '', ' … ', 24) FROM {index}
    WHERE {index} MATCH :query AND rowid >= :floor AND +rowid IN (SELECT value FROM json_each(:numbers))"""
_COUNTED = """SELECT rows.register, count(*) FROM row_words JOIN rows ON rows.number = row_words.rowid
    WHERE row_words MATCH :query AND row_words.rowid >= :floor AND rows.shown = 1 GROUP BY rows.register"""
_LAST = """SELECT rows.number FROM row_words JOIN rows ON rows.number = row_words.rowid
    WHERE row_words MATCH :query AND rows.register = :of_register AND rows.shown = 1
    ORDER BY row_words.rowid DESC LIMIT :most"""
_NEWEST = """SELECT number FROM (
    SELECT rows.number, rows.register, row_number() OVER (
        PARTITION BY rows.register ORDER BY rows.dated = '', rows.dated DESC, rows.position, rows.id) AS turn
    FROM row_words JOIN rows ON rows.number = row_words.rowid WHERE row_words MATCH :query AND rows.shown = 1)
    WHERE turn <= :most ORDER BY register, turn"""
_VALUES = """SELECT slot, value, count(*) FROM row_values
    WHERE number IN (SELECT value FROM json_each(:numbers)) GROUP BY slot, value ORDER BY slot, count(*) DESC, value"""
_SHOWN = """SELECT number, register, id, caption FROM rows
    WHERE number IN (SELECT value FROM json_each(:numbers)) AND shown = 1 AND :of_register IN ('', register)"""
_STANDING = """SELECT number, document, source, title FROM pages
    WHERE number IN (SELECT value FROM json_each(:numbers)) AND document IN (SELECT document FROM standing)"""


Values = dict[str, list[tuple[str, int]]]
"""Slot -> its values, most frequent first, each with the number of rows that have it."""


def query_of(words: str) -> str:
    """Return what people type as an FTS5 query: every word must occur, the last may be only a beginning.

    Empty where there is no word in it.
    """
    found = _WORD.findall(words)
    return " ".join(f'"{word}"' for word in found) + "*" if found else ""


def rows_with(words: str, latest: int = 0) -> TextClause:
    """Return a subquery of the numbers of rows with all the words; without a word in them, of no row.

    Args:
        words: what people type.
        latest: only so many, those filed last; 0 for all.
    """
    query = query_of(words)
    if not query:
        return text("SELECT 0 WHERE 0")
    sql = "SELECT rowid FROM row_words WHERE row_words MATCH :of_words"
    if not latest:
        return text(sql).bindparams(of_words=query)
    return text(f"{sql} ORDER BY rowid DESC LIMIT :latest").bindparams(of_words=query, latest=latest)


def more_than(database: Database, words: str, most: int) -> bool:
    """Return whether more rows than so many have all the words."""
    query = query_of(words)
    return bool(query) and _floor(database, "row_words", query, most) > 0


def index_page(database: Database, number: int, words: str, before: str | None) -> None:
    """Index a page's text in place of what was indexed before under its number."""
    if before is not None:
        database.execute(_FORGET_PAGE, {"number": number, "text": before})
    database.execute(_INDEX_PAGE, {"number": number, "text": words})


def index_rows(database: Database, rows: Sequence[tuple[int, str, str]]) -> None:
    """Index rows, each given by its number, its words, and the words it was indexed by before.

    Empty words are not indexed.
    """
    changed = [(number, words, before) for number, words, before in rows if words != before]
    database.execute_many(_FORGET_ROW, [(number, before) for number, _, before in changed if before])
    database.execute_many(_INDEX_ROW, [(number, words) for number, words, _ in changed if words])


def forget_rows(database: Database) -> None:
    """Empty the index of rows."""
    database.execute("INSERT INTO row_words(row_words) VALUES ('delete-all')", {})


def _floor(database: Database, index: str, query: str, most: int) -> int:
    """Return the number from which on so many lines of an index have the words; 0 where not more have them at all."""
    found = database.query(_FLOOR.format(index=index), {"query": query, "most": most})
    return found[0][0] if found else 0


def _best(
    database: Database, index: str, query: str, of: tuple[str, Mapping[str, str]], limits: tuple[int, int]
) -> list[tuple[Any, ...]]:
    """Return lines with the words, best first, each with a snippet as its last value.

    Args:
        database: where the index is.
        index: the index.
        query: the words, as FTS5 has them.
        of: the statement that looks lines up by their numbers, with further values for it; the number comes first.
        limits: how many lines with the words are ranked, and how many are returned.
    """
    (looked_up, values), (most, limit) = of, limits
    floor = _floor(database, index, query, most)
    found: list[tuple[Any, ...]] = []
    register = values.get("of_register", "")
    asked = {"query": query, "floor": floor}
    for numbers in _ranked_in(database, asked, register, limit) if register else _ranked(database, index, asked):
        lines = {line[0]: line for line in database.query(looked_up, {**values, "numbers": json.dumps(numbers)})}
        found += [lines[number] for number in numbers if number in lines]
        if len(found) >= limit:
            break
    wanted = json.dumps([line[0] for line in found[:limit]])
    snippets = dict(database.query(_SNIPPETS.format(index=index), {**asked, "numbers": wanted}))
    return [(*line[1:], snippets[line[0]]) for line in found[:limit]]


def _ranked_in(database: Database, asked: Mapping[str, Any], register: str, limit: int) -> list[list[int]]:
    """Return the numbers of the best rows of a register with the words, in one list."""
    found = database.query(_RANKED_IN, {**asked, "of_register": register, "most": limit})
    return [[number for (number,) in found]]


def _ranked(database: Database, index: str, asked: Mapping[str, Any]) -> Iterator[list[int]]:
    """Yield the numbers of lines with the words, best first, some at a time; mostly the first of them are enough."""
    sql = _RANKED.format(index=index)
    first = [number for (number,) in database.query(sql, {**asked, "most": _AT_ONCE, "skip": 0})]
    yield first
    if len(first) == _AT_ONCE:
        rest = [number for (number,) in database.query(sql, {**asked, "most": -1, "skip": _AT_ONCE})]
        for start in range(0, len(rest), _AT_ONCE):
            yield rest[start : start + _AT_ONCE]


def hits_with(database: Database, words: str, register: str, limit: int) -> list[tuple[Any, ...]]:
    """Return register, id, caption and a snippet of the shown rows with all the words, best first.

    Args:
        database: where the rows are.
        words: what people type.
        register: only this one's; of all, where it is empty.
        limit: at most so many.
    """
    query = query_of(words)
    if not query:
        return []
    most = _IN_ONE if register else _LOOKED_THROUGH
    return _best(database, "row_words", query, (_SHOWN, {"of_register": register}), (most, limit))


def counts_with(database: Database, words: str) -> tuple[dict[str, int], int]:
    """Return how many shown rows of each register have all the words; and how many were counted, where not all were."""
    query = query_of(words)
    if not query:
        return {}, 0
    floor = _floor(database, "row_words", query, _LOOKED_THROUGH)
    counts = dict(database.query(_COUNTED, {"query": query, "floor": floor}))
    return counts, _LOOKED_THROUGH if floor else 0


def values_with(
    database: Database, words: str, register: str, most: int
) -> tuple[dict[str, list[tuple[str, int]]], int]:
    """Return the values of slots of shown rows with all the words, most frequent first, and of how many rows.

    Args:
        database: where the rows are.
        words: what people type.
        register: whose rows.
        most: at most so many rows are counted, those filed last.
    """
    query = query_of(words)
    if not query:
        return {}, 0
    numbers = [line[0] for line in database.query(_LAST, {"query": query, "of_register": register, "most": most})]
    found: Values = {}
    for slot, value, count in database.query(_VALUES, {"numbers": json.dumps(numbers)}):
        found.setdefault(slot, []).append((value, count))
    return found, len(numbers)


def newest_with(database: Database, words: str, most: int) -> list[int]:
    """Return the numbers of shown rows with all the words, register by register, in each at most so many, newest first.

    Those without a date are the oldest. All registers are looked through in one go.
    """
    query = query_of(words)
    found = database.query(_NEWEST, {"query": query, "most": most}) if query else []
    return [number for (number,) in found]


def pages_with(database: Database, words: str, limit: int) -> list[tuple[Any, ...]]:
    """Return document, source, title and a snippet of the standing pages with all the words, best first."""
    query = query_of(words)
    if not query:
        return []
    return _best(database, "page_words", query, (_STANDING, {}), (_LOOKED_THROUGH, limit))
