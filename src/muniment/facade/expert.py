"""SQL for those who know it: read only, of documented views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.facade.opened import OpenRecord

if TYPE_CHECKING:
    from muniment.stacks.expert import Answered, View

__all__ = ["Expert"]


class Expert(OpenRecord):
    """What can be asked in SQL."""

    def sql(self, question: str, limit: int = 1_000) -> Answered:
        """Return the answer to a SELECT over the views: columns, rows, and whether there were more.

        Args:
            question: one statement of SQLite's SQL.
            limit: rows at most; 10,000 at the highest.

        Raises:
            UsageError: it is no SELECT, asks for more than the views, is wrong, or takes longer than three seconds.
            LedgerError: the record cannot be read.
        """
        from muniment.stacks.expert import ask

        self._rows()  # what lags behind the ledger is told, not shown
        return ask(self.path, question, limit=limit)

    def sql_views(self) -> list[View]:
        """Return the views that can be asked, each with its columns and what they hold."""
        from muniment.stacks.expert import views

        return views()
