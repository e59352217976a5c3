"""A record as it was known then: the same questions, answered from what had been filed by an earlier head."""

from __future__ import annotations

import contextlib
import weakref
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from muniment.errors import Unknown, UsageError
from muniment.facade.opened import Settings, scratch_folder
from muniment.facade.record import Record

if TYPE_CHECKING:
    from muniment.clerk.reports import PageExplained, SourceStanding, VerifyReport
    from muniment.clerk.then import KnownAt
    from muniment.clerk.web.archiving import Archived
    from muniment.stacks.expert import Answered
    from muniment.stacks.sqlite import SqliteStack
    from muniment.stacks.then import StackThen

__all__ = ["RecordThen"]


class RecordThen(Record):
    """A record at an earlier head; `Record.at` makes one, and closes it with itself.

    One that `Record.at` keeps no longer goes on for whoever still asks it, and is removed after its last question.
    """

    def __init__(self, path: Path, settings: Settings, record: SqliteStack, state: KnownAt) -> None:
        """Make the earlier state again in a scratch file.

        Raises:
            LedgerError: there is no place for one.
        """
        from muniment.clerk.then import replay
        from muniment.stacks import sqlite
        from muniment.stacks.then import StackThen

        super().__init__(path, settings)
        self._state = state
        self._held = contextlib.ExitStack()
        self._let_go = weakref.finalize(self, self._held.close)
        try:
            scratch = self._held.enter_context(scratch_folder()) / "then.db"
            sqlite.create(scratch, wait_seconds=0)
            with sqlite.open_for_writing(scratch, wait_seconds=0) as fresh:
                replay(record, fresh, state.head.position)
            self._then: StackThen = StackThen(scratch, record, state.head)
            self._held.callback(self._then.close)
        except BaseException:
            self._held.close()
            raise

    @property
    def known_at(self) -> str:
        """Which earlier state this is, in words."""
        return self._state.line()

    def close(self) -> None:
        """Close and remove the scratch file."""
        super().close()
        self._let_go()

    def _stores(self) -> SqliteStack:
        return self._then

    def _writing(self) -> AbstractContextManager[SqliteStack]:
        raise UsageError(
            "what was known then is only looked at", code="earlier-state", where=self.known_at,
            hint="File it in the record as it is known now.",
        )  # fmt: skip

    def verify(self, expect: str | None = None) -> VerifyReport:
        """Refuse: an earlier state is made from the ledger, so there is nothing to compare it with.

        Raises:
            UsageError: always.
        """
        raise UsageError(
            "an earlier state is made from the ledger itself", code="earlier-state", where=self.known_at,
            hint=f"`muniment verify --expect {self._state.head}` checks that the ledger still begins with it.",
        )  # fmt: skip

    def sql(self, question: str, limit: int = 1_000) -> Answered:
        """Refuse: SQL is asked of the record as it is known now.

        Raises:
            UsageError: always.
        """
        raise self._of_now("SQL")

    def sources(self, profiles: Sequence[str] | None = None, as_of: str | None = None) -> list[SourceStanding]:
        """Refuse: how sources stand on the web is asked of the record as it is known now.

        Raises:
            UsageError: always.
        """
        raise self._of_now("how sources stand on the web")

    def export_archive(self, path: str | Path) -> Archived:
        """Refuse: a web archive is written of the record as it is known now.

        Raises:
            UsageError: always.
        """
        raise self._of_now("a web archive")

    def verify_archive(self) -> Archived:
        """Refuse: a web archive is checked in the record as it is known now.

        Raises:
            UsageError: always.
        """
        raise self._of_now("a web archive")

    def _of_now(self, what: str) -> UsageError:
        return UsageError(
            f"{what} is no part of an earlier state", code="earlier-state", where=self.known_at,
            hint="Ask the record as it is known now.",
        )  # fmt: skip

    def explain(self, name: str) -> PageExplained:
        """Return how a document is read, where its reading of then is the last.

        Raises:
            Unknown: there is no such document or source, or it was read otherwise since.
        """
        view = self.document(name)
        if view.text and not view.blocks:
            raise Unknown(
                "the page was read otherwise since, and how it was read then is not kept", code="read-otherwise",
                where=name, hint="Ask without known-at how it is read now.",
            )  # fmt: skip
        return super().explain(name)
