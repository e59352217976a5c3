"""Standing sentences of a body's communiqués, and what became of them from one to the next."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from muniment.facade.looking import Looking
from muniment.rules.formulas import Change

if TYPE_CHECKING:
    from muniment.registers.row import Row

__all__ = ["Drift", "Formulas"]

_STANDING = re.compile(r"\b(?:communiqu|declaration|joint statement|conclusions|statement of the)", re.IGNORECASE)
"""Words of titles of texts whose sentences stand from one to the next."""

_BODY = frozenset({"paragraph", "quote"})


class Drift(msgspec.Struct, frozen=True):
    """What became of the sentences of one text of a body in its next.

    Attributes:
        body: whose texts they are.
        before: title, day and document (SHA-256) of the earlier.
        after: title, day and document of the later.
        changes: sentence by sentence.
    """

    body: str
    before: tuple[str, str, str]
    after: tuple[str, str, str]
    changes: list[Change]


class Formulas(Looking):
    """Standing sentences of a body's communiqués."""

    def formulas(self, body: str) -> list[Drift]:
        """Return what became of the sentences of a body's communiqués and statements, from each to the next by date.

        A text is the body's where its title names the body, or its page reports a meeting of it. The texts stay in the
        archive; what is returned quotes sentences.

        Args:
            body: its name.
        """
        from muniment.rules.formulas import compared

        texts = self._standing_texts(body)
        found = []
        for one, two in pairwise(texts):
            changes = compared(self._sentences(one[2]), self._sentences(two[2]))
            found.append(Drift(body, one, two, changes))
        return found

    def _standing_texts(self, body: str) -> list[tuple[str, str, str]]:
        from muniment.registers.identity.offices import same_organization
        from muniment.registers.identity.words import content
        from muniment.registers.values import names

        meetings = {
            source
            for row in self.all_rows("meetings")
            if any(same_organization(name, body) for name in names(row.slots.get("bodies")))
            for source in row.sources
        }
        named = content(body)

        def is_its(row: Row) -> bool:
            title = str(row.slots.get("title") or "")
            own = bool(meetings & set(row.sources)) or (bool(named) and named <= content(title))
            return own and bool(_STANDING.search(title)) and not row.slots.get("stub")

        found = [
            (str(row.slots.get("title") or ""), str(row.slots.get("published") or ""), row.tellings[-1].documents[-1])
            for row in self.all_rows("documents")
            if is_its(row) and row.slots.get("published") and row.tellings and row.tellings[-1].documents
        ]
        return sorted(found, key=lambda one: one[1:])

    def _sentences(self, document: str) -> list[str]:
        view = self.document(document)
        spans = [(block.start, block.end) for block in view.blocks if block.kind in _BODY]
        return [
            " ".join(view.text[one.start : one.end].split())
            for one in view.sentences
            if any(start <= one.start < end for start, end in spans)
        ]
