"""What a rule makes of a sentence, before the drafts of one page are merged into claims."""

from __future__ import annotations

from typing import Any

import msgspec

from muniment.errors import EvidenceError
from muniment.terms import Claim, Evidence, Page
from muniment.terms.vocabulary import CLOSED, SLOTS

__all__ = ["Draft"]

_UNTOLD: tuple[Any, ...] = (None, "", [], False)
"""Values of a slot that say nothing."""
_KNOWN = {register: frozenset(names) for register, names in SLOTS.items()}
_CLOSED = {register: [(name, CLOSED[register, name]) for name in SLOTS[register] if (register, name) in CLOSED]
           for register in SLOTS}  # fmt: skip
"""Register -> its slots with closed values, and the values."""


class Draft(msgspec.Struct):
    """A claim in the making.

    Attributes:
        register: which register it is for.
        slots: what is claimed so far.
        spans: (start, end, rule) of what bears it out; code points, half-open, into the page's text.
        speaker: who tells of it, where only a speaker does; empty where the page does.
        sentence: number of the sentence it came from.
        source: source to file it under, where that is not the page's (a stub); empty for the page's.
        notes: what rules of one register leave for each other; never filed.
    """

    register: str
    slots: dict[str, Any]
    spans: list[tuple[int, int, str]]
    speaker: str = ""
    sentence: int = -1
    source: str = ""
    notes: dict[str, Any] = {}

    def claim(self, page: Page) -> Claim:
        """Return the claim, its evidence cut from the page.

        Raises:
            EvidenceError: a span lies outside the page, or a slot or value is none of the record format.
        """
        register, given = self.register, self.slots
        slots = {
            name: value
            for name in SLOTS[register]
            if (value := given.get(name)) or (value is not None and value not in _UNTOLD)
        }
        for name, allowed in _CLOSED[register]:
            value = slots.get(name)
            if isinstance(value, str) and value not in allowed:
                raise EvidenceError(f"{value!r} is no {name} of {register}", code="closed-value", where=page.source)
        if not given.keys() <= _KNOWN[register]:
            unknown = given.keys() - _KNOWN[register]
            raise EvidenceError(f"{register} has no slot {sorted(unknown)}", code="unknown-slot", where=page.source)
        spans = sorted(set(self.spans)) if len(self.spans) > 1 else self.spans
        evidence = tuple([Evidence.cut(page, start, end, rule) for start, end, rule in spans])
        return Claim(register, self.source or page.source, slots, evidence, self.speaker)

    def absorb(self, other: Draft) -> None:
        """Take over what another draft of the same act states and this one does not, and its evidence."""
        for name, value in other.slots.items():
            mine = self.slots.get(name)
            if mine in (None, "", []):
                self.slots[name] = value
            elif isinstance(mine, list) and isinstance(value, list):
                self.slots[name] = mine + [item for item in value if item not in mine]
        self.spans += [span for span in other.spans if span not in self.spans]
        for key, value in other.notes.items():
            self.notes.setdefault(key, value)
