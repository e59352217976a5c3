"""The file a record is in, opened and closed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING

import msgspec

from muniment.errors import LedgerError
from muniment.facade.web import Web

if TYPE_CHECKING:
    from typing import Self

    from muniment.stacks.sqlite import SqliteStack

__all__ = ["OpenRecord", "Settings", "scratch_folder"]


class Settings(msgspec.Struct, frozen=True):
    """What a record is used with; made once, never read from the surroundings.

    Attributes:
        wait_seconds: how long to wait for somebody else who is writing to the record.
        verify_rows: whether `verify` also makes every table afresh and compares it.
        web: how pages are fetched from the web.
    """

    wait_seconds: float = 5.0
    verify_rows: bool = True
    web: Web = Web()


class OpenRecord:
    """What every question to a record needs: its file, opened when it is first asked, and closed at the end."""

    def __init__(self, path: str | Path, settings: Settings | None = None) -> None:
        """Take a record's file; `create` and `open` are the ways to get one."""
        self.path = Path(path)
        self.settings = settings or Settings()
        self._reading: SqliteStack | None = None
        self._current = False

    @property
    def known_at(self) -> str:
        """Which earlier state this is, in words; empty for what is known now."""
        return ""

    @classmethod
    def create(cls, path: str | Path, settings: Settings | None = None) -> Self:
        """Return a new, empty record.

        Raises:
            LedgerError: something is there already, or nothing can be written there.
            Conflict: somebody else is writing there.
        """
        from muniment.stacks import sqlite

        record = cls(path, settings)
        sqlite.create(record.path, wait_seconds=record.settings.wait_seconds)
        return record

    @classmethod
    def open(cls, path: str | Path, settings: Settings | None = None) -> Self:
        """Return the record in a file.

        Raises:
            LedgerError: there is no such file, or it is no record of ours.
            TooNew: a later version wrote it.
        """
        record = cls(path, settings)
        record._stores()
        return record

    def close(self) -> None:
        """Close the file."""
        if self._reading is not None:
            self._reading.close()
            self._reading = None

    def __enter__(self) -> Self:
        """Return the record itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the record."""
        self.close()

    def _stores(self) -> SqliteStack:
        """Return the stores, opened for reading."""
        from muniment.stacks import sqlite

        if self._reading is None:
            self._reading = sqlite.open_for_reading(self.path, wait_seconds=self.settings.wait_seconds)
        return self._reading

    def _rows(self) -> SqliteStack:
        """Return the stores, once it is sure that the registers follow the ledger.

        Raises:
            Stale: they do not.
        """
        from muniment.clerk.project import require_projected

        stores = self._stores()
        if not self._current:
            require_projected(stores)
            self._current = True
        return stores

    def _writing(self) -> AbstractContextManager[SqliteStack]:
        """Return the stores opened for writing, the record's lock taken until they are closed."""
        from muniment.stacks import sqlite

        return sqlite.open_for_writing(self.path, wait_seconds=self.settings.wait_seconds)


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """Make a folder that is removed afterwards.

    Raises:
        LedgerError: there is no place for one.
    """
    try:
        folder = TemporaryDirectory(prefix="muniment-")
    except OSError as error:
        raise LedgerError(
            f"no place for a scratch copy of the registers ({error.strerror})", code="no-scratch",
            hint="Free some space where temporary files go (TMPDIR).",
        ) from error  # fmt: skip
    with folder as name:
        yield Path(name)
