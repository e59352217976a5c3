"""Claims: what one document tells of one act, with the evidence for it."""

from __future__ import annotations

from typing import Any

import msgspec

from muniment.errors import EvidenceError
from muniment.terms.ids import digest
from muniment.terms.page import Page

__all__ = ["Claim", "Evidence"]


class Evidence(msgspec.Struct, frozen=True):
    """A quotation of the archived text that bears a claim out.

    Attributes:
        document: SHA-256 of the archived bytes.
        start: code points, 0-based, into the document's archived text.
        end: code points, half-open, into the document's archived text.
        quote: the text at that span, to the letter.
        rule: name of what read it.
    """

    document: str
    start: int
    end: int
    quote: str
    rule: str

    @classmethod
    def cut(cls, page: Page, start: int, end: int, rule: str) -> Evidence:
        """Return the evidence that a span of a page is.

        Raises:
            EvidenceError: the span is empty or lies outside the page's text.
        """
        if not 0 <= start < end <= len(page.text):
            raise EvidenceError(
                f"rule {rule} cited code points {start} to {end} of a text of {len(page.text)}",
                code="span-outside-text", where=page.source,
            )  # fmt: skip
        return cls(page.document, start, end, page.text[start:end], rule)


class Claim(msgspec.Struct, frozen=True):
    """What one document tells of one act.

    Attributes:
        register: which register it belongs to.
        source: path or address of the document, as given.
        slots: what is claimed, by slot name of the record format; unstated slots are absent.
        evidence: quotations that bear it out; at least one.
        attributed_to: the speaker, where the page tells of it only inside somebody's words; else empty.
    """

    register: str
    source: str
    slots: dict[str, Any]
    evidence: tuple[Evidence, ...]
    attributed_to: str = ""

    @property
    def id(self) -> str:
        """The claim's id: the same claim with the same evidence from the same document has the same id."""
        return digest([self.register, self.slots, [[e.document, e.start, e.end] for e in self.evidence]])

    def record(self) -> dict[str, Any]:
        """The claim as one object of the record format."""
        record: dict[str, Any] = {"register": self.register, "source": self.source, **self.slots}
        if self.attributed_to:
            record["attributed_to"] = self.attributed_to
        record["evidence"] = [msgspec.structs.asdict(e) for e in self.evidence]
        return record
