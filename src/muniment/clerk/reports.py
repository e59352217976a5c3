"""What the clerk reports: builds, checks, coverage, and documents as people look at them."""

from __future__ import annotations

from typing import Any

import msgspec

from muniment.ledger.ports import Failure, Tally, Version
from muniment.terms import Block, Explanation, PageMeta, Sentence

__all__ = [
    "Accounted",
    "Alarm",
    "BuildReport",
    "Coverage",
    "DocumentView",
    "PageExplained",
    "SourceStanding",
    "VerifyReport",
]


class BuildReport(msgspec.Struct, frozen=True):
    """What a build came to.

    Attributes:
        pages: pages given.
        new: sources seen for the first time.
        changed: sources that showed other bytes than before.
        unchanged: sources that showed what was filed already.
        again: pages of earlier builds that were read again, because other pages or another reader or profile show
            them in another light.
        failed: the errors of pages that gave nothing, as `MunimentError.record()`.
        claims_filed: claims filed.
        claims_dropped: claims dropped.
        head: the ledger's head after it, `<position>:<hash>`.
        profiles: names of the profiles it was built with; `shipped` alone for all shipped ones.
    """

    pages: int
    new: int
    changed: int
    unchanged: int
    again: int
    failed: list[dict[str, str]]
    claims_filed: int
    claims_dropped: int
    head: str
    profiles: list[str] = []


class VerifyReport(msgspec.Struct, frozen=True):
    """What was checked, and held.

    Attributes:
        head: the ledger's head, `<position>:<hash>`.
        expected: the older head that was found in it; empty where none was asked for.
        entries: entries whose hashes were recomputed.
        documents: documents whose bytes were hashed.
        quotes: pieces of evidence compared with the archived text.
        rows: rows compared with a fresh fold of the ledger; 0 where that was not asked for.
    """

    head: str
    expected: str
    entries: int
    documents: int
    quotes: int
    rows: int


class Alarm(msgspec.Struct, frozen=True):
    """What is wrong with a source that is followed.

    Attributes:
        source: its address.
        code: short stable name of the fault: `quiet`, `not-asked`, `selector`, or the code of the error it gave.
        what: what is wrong and what next, in words.
    """

    source: str
    code: str
    what: str


class SourceStanding(msgspec.Struct, frozen=True):
    """How a source stands that is followed.

    Attributes:
        source: its address.
        kind: feed, sitemap, listing or page.
        rhythm: how often it usually has something new.
        origin: slug of the profile that states it; empty for one given on the command line.
        polled_at: when it last answered as it should, UTC; empty where it never did.
        new_at: when it last gave a page that was new or had changed.
        next_at: when it is to be asked next; empty for at once.
        waiting: addresses that it named and that were not asked yet.
        alarms: what is wrong with it.
    """

    source: str
    kind: str
    rhythm: str
    origin: str
    polled_at: str
    new_at: str
    next_at: str
    waiting: int
    alarms: list[Alarm]


class Coverage(Tally, frozen=True, kw_only=True):
    """What a record covers, so that "none found" never looks like "did not happen".

    Attributes, beside those of `Tally`:
        head: the ledger's head, `<position>:<hash>`.
        failed: sources that gave no page when last asked.
        rows: rows shown, by register.
        profiles: profiles whose facts are filed.
        known_at: which earlier state of the record this is, in words; empty for what is known now.
        alarms: what is wrong with the sources that are followed on the web.
    """

    head: str
    failed: list[Failure]
    rows: dict[str, int]
    profiles: list[str]
    known_at: str = ""
    alarms: tuple[Alarm, ...] = ()

    @property
    def sentences(self) -> int:
        """All sentences of the pages that stand."""
        return self.read + sum(self.set_aside.values()) + self.unread

    def line(self) -> str:
        """Return the coverage as the one line that stands under every list."""
        period = f", {self.first} to {self.last}" if self.first else ""
        parts = [f"{_counted(self.pages, 'page')} from {_counted(self.sources, 'source')}{period}"]
        if self.sentences:
            aside = sum(self.set_aside.values())
            outcomes = f"{self.read:,} read, {aside:,} set aside, {self.unread:,} unread"
            parts.append(f"{_counted(self.sentences, 'sentence')}: {outcomes}")
        for number, name, words in (
            (sum(self.not_read.values()), "page", "in a language that is not read"),
            (self.waiting, "page", "waiting to be read"),
            (len(self.failed), "source", "that gave no page"),
            (len(self.alarms), "alarm", "about sources"),
        ):
            if number:
                parts.append(f"{_counted(number, name)} {words}")
        told = "; ".join(parts) + "."
        return f"{self.known_at}: {told}" if self.known_at else told


def _counted(number: int, name: str) -> str:
    return f"{number:,} {name}" if number == 1 else f"{number:,} {name}s"


class DocumentView(msgspec.Struct, frozen=True):
    """A document as people look at it.

    Attributes:
        document: SHA-256 of its bytes.
        source: the source that it was first read under.
        sources: the sources that show it now; empty for an older version.
        versions: every version of its source, oldest first.
        media_type: as captured.
        size: of its bytes.
        standing: whether its claims stand.
        language: ISO 639-1 code; empty where it could not be told.
        reader: name and version of the grammar that read it; empty where the language is not read.
        meta: what it says of itself.
        text: its archived text; every offset points into it.
        blocks: its block map.
        sentences: what became of every sentence.
        claims: its live claims as records, each with `id` and `row`.
    """

    document: str
    source: str
    sources: list[str]
    versions: list[Version]
    media_type: str
    size: int
    standing: bool
    language: str
    reader: str
    meta: PageMeta
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    claims: list[dict[str, Any]]


class PageExplained(msgspec.Struct, frozen=True):
    """A page of the record with how it is read, told by reading the archived page again under its own block map.

    Attributes:
        explanation: how it is read now.
        reader: name and version of the grammar that the record's reading was made with.
        profiles: `name@hash` of the profiles that the record's reading was made with.
        changed: what is other now than it was then, in words; empty where the page is explained with just what read it.
        otherwise: numbers of the sentences of which the record says something else.
    """

    explanation: Explanation
    reader: str
    profiles: tuple[str, ...]
    changed: tuple[str, ...]
    otherwise: tuple[int, ...]


class Accounted(msgspec.Struct, frozen=True):
    """A sentence of the record with what became of it.

    Attributes:
        source: the source that its page was first read under.
        document: SHA-256 of the page's bytes.
        start: code points, 0-based, into the page's archived text.
        end: code points, half-open.
        block: kind of block it stands in.
        reason: why it was set aside, a key of `SET_ASIDE_REASONS`; empty for an unread sentence.
        rule: name of the rule that set it aside; empty for an unread sentence.
        text: the sentence, to the letter.
    """

    source: str
    document: str
    start: int
    end: int
    block: str
    reason: str
    rule: str
    text: str
