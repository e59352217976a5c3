"""What the fold asks of a store of rows. A stack implements it; nothing here knows how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, Protocol

from muniment.registers.row import FiledClaim, Judgement, Row, Telling

__all__ = ["SCANNED", "RowStore", "Sought"]

SCANNED = 256
"""Rows looked at for one key, those begun last: a key that very many rows have ("Joint statement") tells little, and
what a page tells again was mostly told not long before (judgement)."""


class Sought(NamedTuple):
    """What is going to be asked for.

    Attributes:
        claims: ids of claims.
        rows: ids of rows, by register.
        keys: keys that rows are found by, by register.
    """

    claims: Sequence[str]
    rows: Mapping[str, AbstractSet[str]]
    keys: Mapping[str, AbstractSet[str]]


class RowStore(Protocol):
    """Rows with their blocking keys, claims, and people's decisions. Every method sees what was put before it.

    Orders are part of the contract, because the fold of the same entries must give the same rows in every store.
    """

    def foresee(self, sought: Sought) -> None:
        """Be told what is going to be asked for, so that it can be looked up in one go; no answer depends on it."""

    def find(self, register: str, keys: Sequence[str], limit: int) -> list[Row]:
        """Return the register's rows that were put with any of the keys, at most `limit`.

        Of each key only the `SCANNED` rows begun last count; a row is begun when it is put and was not there. Those
        that share the most different keys come first, then those begun later.
        """

    def get(self, register: str, row: str) -> Row | None:
        """Return the row of that id, withdrawn and merged ones too, or None."""

    def put(self, row: Row, keys: Sequence[str]) -> None:
        """Keep the row under its id, with these keys in place of all it had before."""

    def drop(self, register: str, row: str) -> None:
        """Forget the row and its keys, if there is one."""

    def claim(self, claim: str) -> FiledClaim | None:
        """Return the claim of that id, dropped or not, or None."""

    def keep(self, claim: FiledClaim) -> None:
        """Keep the claim under its id, in place of what was kept there before."""

    def tell(self, register: str, row: str, content: str) -> Telling | None:
        """Return the live claims of the row with that content as one telling, or None where there are none.

        The telling's `slots`, `origin` and `attributed_to` are those of the claim filed first (lowest `position`, then
        lowest `id`: the order of claims everywhere), `count` and `evidence` are sums over all, `claims`, `sources` and
        `documents` come from the first `CLAIMS_KEPT` in that order, and the stated dates are the least and the
        greatest of the non-empty `stated_on`, compared as text.
        """

    def move(self, register: str, row: str, content: str, to: str, renamed: str) -> None:
        """Set `row` and `content` of every claim of that row with that content, dropped ones too, to others."""

    def of_document(self, document: str) -> Iterator[FiledClaim]:
        """Yield the live claims of a document (or of `profile:NAME`), by position, then id."""

    def stated(self, document: str) -> str:
        """Return the `stated_on` of the first live claim of a document, by position, then id; empty without any."""

    def judge(self, judgement: Judgement) -> None:
        """Keep the decision under its position, in place of what was kept there before."""

    def judgement(self, position: int) -> Judgement | None:
        """Return the decision filed as that entry, or None."""
