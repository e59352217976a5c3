"""Treaties by their own texts: when they enter into force and why, without a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from muniment.errors import UsageError

if TYPE_CHECKING:
    from muniment.clerk.treaties import CheckedTreaty, Outlook
    from muniment.facade import Record
    from muniment.ledger import Entry
    from muniment.terms.treaty import ForceClause

__all__ = ["check_treaties", "file_clause", "force_clauses", "treaty_outlook"]


def force_clauses(path: str | Path) -> list[ForceClause]:
    """Return the clauses by which the treaty in a text file enters into force, in order; none where it has none.

    Raises:
        UsageError: a file that cannot be read as UTF-8 text.
    """
    from muniment.clerk.treaties import clauses_of_file

    return clauses_of_file(Path(path))


def check_treaties(path: str | Path) -> Iterator[CheckedTreaty | UsageError]:
    """Yield each treaty of a file of JSON Lines with the day computed from its text and consents, or its error.

    The form of a line is in docs/treaties.md.

    Raises:
        UsageError: a file that cannot be read.
    """
    from muniment.clerk.treaties import checked_file
    from muniment.profiles import world

    return checked_file(Path(path), world())


def treaty_outlook(record: Record, row: str, text: str | Path | None = None, deposits: Iterable[str] = ()) -> Outlook:
    """Return how far a treaty of a record is from entering into force, by its own clause.

    Args:
        record: an open record.
        row: id, or the beginning of one, in the register of instruments.
        text: a file with the treaty's text in English; without one, the clause that the record holds.
        deposits: deposits that are supposed, each as `Norway=2031-03-01`.

    Raises:
        Unknown: there is no such row.
        UsageError: the text cannot be read, a deposit is no member's, or the row asks no member's consent.
    """
    from muniment.clerk.treaties import clause_of_file, deposits_named, outlook

    given = clause_of_file(Path(text)) if text is not None else None
    return outlook(record.treaty_if(record.row("instruments", row), deposits_named(deposits), given))


def file_clause(record: Record, row: str, text: str | Path, author: str, basis: str) -> Entry:
    """Return the entry that files with a treaty the words of its text by which it enters into force.

    Args:
        record: an open record.
        row: id, or the beginning of one, in the register of instruments.
        text: a file with the treaty's text in English.
        author: who files them.
        basis: what they are known from.

    Raises:
        UsageError: the text cannot be read, has no clause, or one that cannot be told apart from the rest of it.
        Unknown: there is no such row.
        Conflict: somebody else is writing.
    """
    from muniment.clerk.treaties import clause_words_of_file

    found = record.row("instruments", row)
    return record.correct("instruments", found.id, {"force_clause": clause_words_of_file(Path(text))}, author, basis)
