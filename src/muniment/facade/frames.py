"""Rows and answers as data frames, for those who count and plot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from muniment.errors import UsageError
from muniment.facade.looking import Looking

if TYPE_CHECKING:
    import pandas as pd

    from muniment.registers.row import Row

__all__ = ["Frames", "frame_of"]


_ALL = 10**9
"""More rows than any register has."""


class Frames(Looking):
    """Rows of a register as a data frame."""

    def frame(self, register: str, *, where: Mapping[str, str] | None = None, as_of: str = "") -> pd.DataFrame:
        """Return the rows of a register as a data frame: its index the rows' ids, a column for every slot.

        Dates stay as pages state them, ISO 8601 as far as they go (`2024-05`), for a date without its day is no day;
        lists stay lists. Behind the slots stand `attributed_to` (whoever alone tells it), `conflicts` (the slots on
        which pages disagree), `sources` and `claims` (how many), and as of a day `doubt` (why it is uncertain).

        Args:
            register: its name.
            where: as for `rows`.
            as_of: as for `rows`.

        Raises:
            Unknown: there is no such register.
            UsageError: pandas is not installed, or what `rows` refuses.
        """
        from muniment.registers import register as register_named

        spec = register_named(register)
        page = self.rows(register, where=where, as_of=as_of, limit=_ALL)
        slots = [field.name for field in spec.fields if field.type not in ("prose", "blocks")]
        more = ["attributed_to", "conflicts", "sources", "claims", *(["doubt"] if as_of else [])]
        lines = [[*(row.slots.get(name) for name in slots), *_more(row)] for row in page.rows]
        if as_of:
            lines = [[*line, page.doubts.get(row.id, "")] for line, row in zip(lines, page.rows, strict=True)]
        ids = [row.id for row in page.rows]
        return _pandas().DataFrame(lines, index=_pandas().Index(ids, name="id"), columns=[*slots, *more])


def _more(row: Row) -> list[Any]:
    return [row.attributed_to or None, sorted(row.conflicts), len(row.sources), row.claim_count]


def frame_of(answers: Iterable[msgspec.Struct | str] | msgspec.Struct) -> pd.DataFrame:
    """Return answers of a record (gaps, promises, offices, one state's page) as a data frame, a column for each field.

    Names alone, as `states` gives them, stand in a column `name`; one answer is a frame of one line.

    Raises:
        UsageError: pandas is not installed.
    """
    many = [answers] if isinstance(answers, msgspec.Struct) else answers
    return _pandas().DataFrame([{"name": one} if isinstance(one, str) else msgspec.to_builtins(one) for one in many])


def _pandas() -> Any:
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError(
            "data frames need the package pandas", code="extra-missing", hint="pip install 'muniment[frames]'."
        ) from error
    return pd
