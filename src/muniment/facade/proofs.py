"""Proofs: a row with everything it rests on, and the check of one without the record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from muniment.errors import UsageError
from muniment.facade.gaps import GapsOnDay

if TYPE_CHECKING:
    from muniment.clerk.proof import CheckedProof, Proof
    from muniment.registers.row import Row

__all__ = ["Proofs", "check_proof"]


class Proofs(GapsOnDay):
    """What rows rest on."""

    def find(self, row: str) -> Row:
        """Return the row of an id, or of a beginning that no other has, whatever register it is in.

        Raises:
            Unknown: there is none, or more than one.
        """
        from muniment.clerk.rows import find_any

        return self.full(find_any(self._rows().rows, row))

    def proof(self, row: Row, as_of: str | None = None) -> Proof:
        """Return a row with everything it rests on: rules, claims, quotations, hashes, decisions and entries.

        Args:
            row: the row.
            as_of: ISO 8601 date to look from for what the row leaves open; today where none is given.

        Raises:
            UsageError: `as_of` is no day.
        """
        from muniment.clerk.clock import now
        from muniment.clerk.proof import proof_of

        day = (as_of or now())[:10]
        stores = self._rows()
        return proof_of(stores, stores.rows.get(row.register, row.id) or row, self.kept_gaps(day).about(row.id), day)


def check_proof(path: str | Path, pages: Sequence[str | Path] = (), record: Proofs | None = None) -> CheckedProof:
    """Return what of a proof in a file holds, and what does not.

    Args:
        path: a proof as JSON.
        pages: files and folders of the pages as they were captured, whose bytes are compared.
        record: a record whose entries and bytes are compared; without it the proof is checked by its own hashes.

    Raises:
        UsageError: the file holds no proof, or cannot be read.
    """
    from muniment.archive import Capture, Intake
    from muniment.clerk.proof import check_proof as check
    from muniment.clerk.proof import load_proof

    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", code="no-proof", where=str(path)) from error
    proof = load_proof(content, str(path))
    captures = {one.document: one for one in Intake(pages)() if isinstance(one, Capture)} if pages else {}
    return check(proof, captures, record._rows() if record is not None else None)
