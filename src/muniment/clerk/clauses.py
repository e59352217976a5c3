"""The clause of a treaty of the record: as somebody filed it, or as the treaty's own text among the pages has it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from muniment.reading.en.force import final_clauses
from muniment.registers.participation import ClauseFound
from muniment.registers.row import Row
from muniment.terms.treaty import ForceClause

__all__ = ["clause_in", "clause_of", "clause_words", "is_text_of"]

_ARTICLE = re.compile(r"(?:^|\n|[.;]\s)\s*(?:ARTICLE|Article)\s+(?:\d{1,3}|[IVXLC]+)\b")
_ARTICLES = 3
"""Headings of articles that make a page a treaty's text, and not a report of it (judgement)."""

_QUOTES = str.maketrans("", "", "\"“”«»'‘’")
_RULE = "This Treaty shall enter into force "


def clause_in(words: str) -> ForceClause | None:
    """Return the clause in a treaty's text or in one sentence of it; None where there is none."""
    return next(iter(final_clauses(words)), None)


def clause_words(text: str, clause: ForceClause) -> str:
    """Return the fewest words of a treaty's text that, read alone, give its clause; empty where only all of it does.

    They are the sentence, the rest of its article, or that from where provisional application is told.

    Args:
        text: the treaty's, in English.
        clause: one that was found in it.
    """
    following = _ARTICLE.search(text, clause.end)
    article_end = following.start() if following is not None else len(text)
    heading = _ARTICLE.match(text[clause.start : clause.end])
    start = clause.start + (heading.end() if heading is not None else 0)
    earliest = min(clause.start, clause.provisional.start if clause.provisional is not None else clause.start)
    for first, last in ((start, clause.end), (start, article_end), (earliest, article_end)):
        words = " ".join(text[first:last].split())
        alone = clause_in(words)
        if alone is not None and _meaning(alone) == _meaning(clause):
            return words
    return ""


def _meaning(clause: ForceClause) -> ForceClause:
    """Return a clause without where it stands and how its words are set."""
    parts = [replace(one, start=0, end=0, quote="") for one in clause.alternatives]
    way = clause.provisional and replace(clause.provisional, start=0, end=0, quote="")
    return replace(clause, start=0, end=0, quote="", article="", alternatives=tuple(parts), provisional=way)


def is_text_of(title: str, page_title: str, text: str) -> bool:
    """Whether a page holds a treaty's own text: it bears the treaty's title, and is made of articles."""
    wanted, given = (" ".join(each.translate(_QUOTES).casefold().split()) for each in (title, page_title))
    return bool(wanted) and given.endswith(wanted) and len(_ARTICLE.findall(text)) >= _ARTICLES


def clause_of(row: Row, pages: Iterable[tuple[str, str, str]]) -> ClauseFound | None:
    """Return the clause by which a treaty of the record enters into force; None where the record holds none.

    A sentence filed with the treaty goes before the pages. Words that are no clause are told as not understood; a
    report about the treaty is not asked.

    Args:
        row: an instrument.
        pages: pages that may hold its text: document, title, text.
    """
    filed = " ".join(str(row.slots.get("force_clause") or "").split())
    if filed:
        clause = clause_in(filed) or clause_in(_RULE + filed) or ForceClause(0, len(filed), filed, unread=filed)
        return ClauseFound(clause, "slot", next(iter(row.given_by.get("force_clause", [])), ""))
    title = str(row.slots.get("title") or "")
    for document, page_title, text in pages:
        if is_text_of(title, page_title, text):
            own = clause_in(text)
            if own is not None:
                return ClauseFound(own, "page", document)
    return None
