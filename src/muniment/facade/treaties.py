"""Treaties by their own texts: when they enter into force and why, without a record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from muniment.errors import UsageError

if TYPE_CHECKING:
    from muniment.clerk.treaties import CheckedTreaty
    from muniment.terms.treaty import ForceClause

__all__ = ["check_treaties", "force_clauses"]


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
