"""What the clerk works with: the stores of a record, and a reader of pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from typing import Any, Protocol

from muniment.ledger.intake import IntakeStore
from muniment.ledger.ports import ArchiveStore, LedgerStore
from muniment.registers.ports import RowStore
from muniment.registers.row import FiledClaim, Row
from muniment.terms import Page, Reading

__all__ = ["AUTHOR", "PROFILES", "Clock", "PageReader", "Progress", "RowShelf", "Stores"]

AUTHOR = "muniment"
"""Author of what no person decided."""

PROFILES = "profiles"
"""Name of the note that lists the profiles whose facts are filed, one a line."""

Clock = Callable[[], str]
"""Gives the time, UTC, ISO 8601 to the second."""

Progress = Callable[[str, int, int | None], None]
"""Told what is being done (`capture`, `file`, `again`), how many pages are done and of how many, if that is known."""


class RowShelf(RowStore, Protocol):
    """A `RowStore` that can be walked and emptied."""

    def all(self, register: str) -> Iterator[Row]:
        """Yield every row of a register, withdrawn and merged ones too."""
        ...

    def retold(self, register: str, ids: Collection[str] = ()) -> Iterator[Row]:
        """Yield the rows of a register told in several ways or in conflict, and those of some ids, ordered as `all`."""
        ...

    def rows_of_claims(self, claims: Collection[str]) -> dict[str, tuple[str, str]]:
        """Return the register and the row that hold each claim, dropped or not: claim -> the two."""
        ...

    def begun(self, register: str, rows: Collection[str]) -> dict[str, tuple[int, bool]]:
        """Return the entry that began each row, and whether it is shown: neither withdrawn nor merged into another."""
        ...

    def claims_of(self, register: str, row: str, limit: int, offset: int) -> list[FiledClaim]:
        """Return the live claims of a row, by position, then id."""
        ...

    def dropped(self, register: str) -> Iterator[FiledClaim]:
        """Yield the claims of a register that pages told and that are dropped, by position, then id."""
        ...

    def ids(self, register: str, beginning: str) -> list[str]:
        """Return the ids of at most five rows that begin so, in order."""
        ...

    def clear(self) -> None:
        """Forget everything."""
        ...


class Stores(Protocol):
    """The stores of one record, which one transaction covers."""

    @property
    def where(self) -> str:
        """What messages call the record: its file."""
        ...

    @property
    def ledger(self) -> LedgerStore:
        """The entries."""
        ...

    @property
    def archive(self) -> ArchiveStore:
        """Bytes, pages and sources."""
        ...

    @property
    def rows(self) -> RowShelf:
        """The registers."""
        ...

    @property
    def intake(self) -> IntakeStore:
        """What was fetched from the web."""
        ...

    def transaction(self) -> AbstractContextManager[None]:
        """Return a context that keeps all that is written in it, or, where anything fails, nothing."""
        ...

    def faults(self) -> Iterator[str]:
        """Yield what is wrong with the place the record is kept in, in words."""
        ...

    def snapshot(self) -> AbstractContextManager[None]:
        """Return a context in which nothing that others write meanwhile is seen."""
        ...

    def differences(self, fresh: Any) -> Iterator[str]:
        """Yield, in words that name table and key, where this record is not what stores of the same kind hold afresh.

        What is only in one of them by nature is left out: entries, bytes, notes, and pages waiting to be filed.
        """
        ...


class PageReader(Protocol):
    """Reads pages; `muniment.reading.Reader` is one."""

    def read(self, page: Page) -> Reading:
        """Return the reading of a page."""
        ...
