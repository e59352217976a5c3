"""Full-text search in SQLite's FTS5: page texts and rows.

PostgreSQL will have its own module in place of this one; everything else is shared. Words are folded by Unicode 6.1
case and stripped of diacritics (`unicode61 remove_diacritics 2`), so that "Chisinau" finds "Chișinău".
"""

from __future__ import annotations

import re

from sqlalchemy import TextClause, text

from muniment.stacks.database import Database

__all__ = ["PAGE_WORDS", "ROW_WORDS", "forget_rows", "index_page", "index_row", "pages_with", "query_of", "rows_with"]

PAGE_WORDS = """CREATE VIRTUAL TABLE page_words USING fts5(
    text, content='pages', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"""
"""The index of page texts; it reads the text itself from `pages`."""

ROW_WORDS = """CREATE VIRTUAL TABLE row_words USING fts5(
    words, content='rows', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"""
"""The index of rows; it reads the words themselves from `rows`."""

_WORD = re.compile(r"\w+")

_FORGET_PAGE = "INSERT INTO page_words(page_words, rowid, text) VALUES ('delete', :number, :text)"
_INDEX_PAGE = "INSERT INTO page_words(rowid, text) VALUES (:number, :text)"
_FORGET_ROW = "INSERT INTO row_words(row_words, rowid, words) VALUES ('delete', :number, :words)"
_INDEX_ROW = "INSERT INTO row_words(rowid, words) VALUES (:number, :words)"
_PAGES_WITH = """SELECT pages.document, pages.source, pages.title,
        snippet(page_words, 0, '', '', ' … ', 24)
    FROM page_words JOIN pages ON pages.number = page_words.rowid
    WHERE page_words MATCH :query AND pages.document IN (SELECT document FROM standing)
    ORDER BY page_words.rank, pages.number LIMIT :most"""


def query_of(words: str) -> str:
    """Return what people type as an FTS5 query: every word must occur, the last may be only a beginning.

    Empty where there is no word in it.
    """
    found = _WORD.findall(words)
    return " ".join(f'"{word}"' for word in found) + "*" if found else ""


def rows_with(words: str) -> TextClause:
    """Return a subquery of the numbers of rows with all the words; without a word in them, of no row."""
    query = query_of(words)
    if not query:
        return text("SELECT 0 WHERE 0")
    return text("SELECT rowid FROM row_words WHERE row_words MATCH :of_words").bindparams(of_words=query)


def index_page(database: Database, number: int, words: str, before: str | None) -> None:
    """Index a page's text in place of what was indexed before under its number."""
    if before is not None:
        database.execute(_FORGET_PAGE, {"number": number, "text": before})
    database.execute(_INDEX_PAGE, {"number": number, "text": words})


def index_row(database: Database, number: int, words: str, before: str) -> None:
    """Index a row's words in place of what was indexed before under its number; empty words are not indexed."""
    if words == before:
        return
    if before:
        database.execute(_FORGET_ROW, {"number": number, "words": before})
    if words:
        database.execute(_INDEX_ROW, {"number": number, "words": words})


def forget_rows(database: Database) -> None:
    """Empty the index of rows."""
    database.execute("INSERT INTO row_words(row_words) VALUES ('delete-all')", {})


def pages_with(database: Database, words: str, limit: int) -> list[tuple[str, str, str, str]]:
    """Return document, source, title and a snippet of the standing pages with all the words, best first."""
    query = query_of(words)
    if not query:
        return []
    return [(row[0], row[1], row[2], row[3]) for row in database.query(_PAGES_WITH, {"query": query, "most": limit})]
