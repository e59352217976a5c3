"""A record in memory: for tests, for trying things out, and for checking the registers against a fresh fold.

It passes the same suite as every other stack.
"""

from __future__ import annotations

import contextlib
import copy
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType

import msgspec

from muniment.errors import Conflict, LedgerError, Unknown
from muniment.ledger import START, Entry, Head
from muniment.ledger.kinds import subjects
from muniment.ledger.ports import Failure, KeptBytes, KeptPage, ReadState, Seen, Tally, Unread, Version
from muniment.stacks.memory_intake import MemoryIntake
from muniment.stacks.memory_rows import MemoryRows

__all__ = ["MemoryArchive", "MemoryLedger", "MemoryStack"]


class MemoryLedger:
    """The `LedgerStore` in memory."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._entries: list[Entry] = []
        self._about: dict[str, list[int]] = defaultdict(list)

    def head(self) -> Head:
        """Return the last entry's position and hash; `START` where nothing was filed."""
        return Head(self._entries[-1].position, self._entries[-1].hash) if self._entries else START

    def append(self, entries: Sequence[Entry], expected: Head) -> None:
        """Add sealed entries after the head they were sealed on.

        Raises:
            Conflict: the head is another by now; nothing was added.
            LedgerError: an entry that does not follow the last.
        """
        if self.head() != expected:
            raise Conflict(
                "somebody else filed first; nothing was filed", code="head-moved", hint="Run the same command again."
            )
        head = expected
        for entry in entries:
            if (entry.position, entry.previous) != (head.position + 1, head.hash):
                raise LedgerError("the ledger and the archive are only ever added to", code="append-only")
            head = Head(entry.position, entry.hash)
        for entry in entries:
            self._entries.append(msgspec.structs.replace(entry, body=copy.deepcopy(entry.body)))
        self.index(entries)

    def index(self, entries: Sequence[Entry]) -> None:
        """Note what entries are about, without keeping them."""
        for entry in entries:
            for name in subjects(entry):
                self._about[name].append(entry.position)

    def read(self, after: int = 0, limit: int | None = None) -> Iterator[Entry]:
        """Yield the entries after a position, in order; all of them where there is no limit."""
        end = None if limit is None else after + limit
        yield from self._entries[after:end]

    def about(self, subjects: Sequence[str]) -> list[Entry]:
        """Return the entries about any of the subjects, in order."""
        positions = {position for name in subjects for position in self._about.get(name, ())}
        return [self._entries[position - 1] for position in sorted(positions)]

    def until(self, time: str) -> int:
        """Return how many entries come before the first that was filed after a time."""
        later = (entry.position for entry in self._entries if entry.filed_at > time)
        return next(later, len(self._entries) + 1) - 1


class MemoryArchive:
    """The `ArchiveStore` in memory."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._bytes: dict[str, bytes] = {}
        self._kept: dict[str, KeptBytes] = {}
        self._paragraphs: dict[bytes, list[KeptBytes]] = {}
        self._seen: dict[str, Seen] = {}
        self._arrivals = 0
        self._versions: dict[str, list[Version]] = {}
        self._pages: dict[str, KeptPage] = {}
        self._states: dict[str, ReadState] = {}
        self._failures: dict[str, Failure] = {}
        self._counts: dict[str, dict[str, int]] = {}
        self._notes: dict[str, bytes] = {}

    def put(self, document: str, content: bytes, media_type: str) -> bool:
        """Keep bytes under their SHA-256; return whether they are new."""
        if document in self._bytes:
            return False
        self._bytes[document] = content
        self._kept[document] = KeptBytes(len(self._kept) + 1, document, media_type, len(content))
        return True

    def get(self, document: str) -> bytes:
        """Return the bytes of a document.

        Raises:
            Unknown: there are none.
        """
        if document not in self._bytes:
            raise Unknown("no such document is kept", code="unknown-document", where=document)
        return self._bytes[document]

    def kept(self, after: int = 0) -> Iterator[KeptBytes]:
        """Yield what bytes there are, in order of arrival, after a number."""
        yield from [kept for kept in self._kept.values() if kept.number > after]

    def kept_as(self, document: str) -> KeptBytes | None:
        """Return what is known of a document's bytes, None where there are none."""
        return self._kept.get(document)

    def put_paragraphs(self, document: str, keys: Sequence[bytes]) -> None:
        """Keep which paragraphs a kept document has, by the 8-byte keys of their words."""
        if document in self._kept:
            for key in set(keys):
                self._paragraphs.setdefault(key, []).append(self._kept[document])

    def drop_paragraphs(self) -> None:
        """Forget which paragraphs every document has, so that they can be put anew."""
        self._paragraphs.clear()

    def with_paragraph(self, key: bytes, until: int) -> list[str]:
        """Return the documents with a paragraph, of those that arrived up to a number, in order of arrival."""
        return [kept.document for kept in self._paragraphs.get(key, ()) if kept.number <= until]

    def put_seen(self, source: str, document: str, media_type: str, seen_at: str) -> None:
        """Put a page on the list of those to be read and filed; it replaces the same source's earlier place there."""
        self._seen.pop(source, None)
        self._arrivals += 1
        self._seen[source] = Seen(self._arrivals, source, document, media_type, seen_at)

    def seen(self, after: int = 0) -> Iterator[Seen]:
        """Yield the pages to be read and filed, in order of arrival, after a number."""
        yield from [seen for seen in self._seen.values() if seen.number > after]

    def take_seen(self, source: str) -> None:
        """Take a source off the list of pages to be read and filed."""
        self._seen.pop(source, None)

    def put_version(self, source: str, document: str, seen_at: str, position: int) -> None:
        """Make a document the current version of a source."""
        versions = self._versions.setdefault(source, [])
        versions.append(Version(source, len(versions) + 1, document, seen_at, position))

    def current(self, source: str) -> Version | None:
        """Return the current version of a source, None where there is none."""
        versions = self._versions.get(source)
        return versions[-1] if versions else None

    def versions(self, source: str) -> list[Version]:
        """Return every version of a source, oldest first."""
        return list(self._versions.get(source, ()))

    def sources_of(self, document: str) -> list[str]:
        """Return the sources whose current version a document is, in alphabetical order."""
        return sorted(source for source, found in self._versions.items() if found[-1].document == document)

    def ever_at(self, document: str) -> list[str]:
        """Return the sources that a document was ever a version of, in alphabetical order."""
        return sorted(
            source for source, found in self._versions.items() if any(one.document == document for one in found)
        )

    def put_page(self, page: KeptPage) -> None:
        """Keep a page as read; it replaces an earlier reading of the same document."""
        self._pages[page.page.document] = page
        self._counts.pop(page.page.document, None)

    def put_counts(self, document: str, counts: Mapping[str, int]) -> None:
        """Count the sentences of a kept page otherwise than they are kept."""
        self._counts[document] = dict(counts)

    def page(self, document: str) -> KeptPage:
        """Return a page as it was last read.

        Raises:
            Unknown: the document was never read.
        """
        if document not in self._pages:
            raise Unknown("no such document was read", code="unknown-document", where=document)
        return self._pages[document]

    def put_state(self, state: ReadState) -> None:
        """Record how a document stands as read."""
        self._states[state.document] = state

    def state(self, document: str) -> ReadState | None:
        """Return how a document stands as read, None where it does not stand."""
        return self._states.get(document)

    def states(self, after: str = "") -> Iterator[ReadState]:
        """Yield how every standing document stands, in the order of their hashes, after a hash."""
        for document in sorted(self._states):
            if document > after and document in self._states:
                yield self._states[document]

    def drop_state(self, document: str) -> None:
        """Record that a document stands no more; its bytes and its text are kept."""
        self._states.pop(document, None)

    def _standing(self) -> list[KeptPage]:
        return [page for document, page in self._pages.items() if document in self._states]

    def unread(self, limit: int, offset: int) -> list[Unread]:
        """Return unread sentences of standing documents, in order of arrival and of the text."""
        found = [
            Unread(kept.page.source, kept.page.document, s.start, s.end, kept.page.text[s.start : s.end])
            for kept in self._standing()
            for s in kept.sentences
            if s.status == "unread"
        ]
        return found[offset : offset + limit]

    def put_failure(self, failure: Failure) -> None:
        """Record that a source gave no page; it replaces an earlier failure of the same source."""
        self._failures[failure.source] = failure

    def drop_failure(self, source: str) -> None:
        """Record that a source gave a page again."""
        self._failures.pop(source, None)

    def failure(self, source: str) -> Failure | None:
        """Return how a source failed when it was last asked, None where it did not."""
        return self._failures.get(source)

    def failures(self) -> list[Failure]:
        """Return the sources that gave no page, in alphabetical order."""
        return [self._failures[source] for source in sorted(self._failures)]

    def tally(self) -> Tally:
        """Return what the standing documents hold, counted."""
        standing = self._standing()
        dates = [kept.page.meta.published for kept in standing if kept.page.meta.published]
        outcomes: Counter[str] = Counter()
        for kept in standing:
            told = (sentence.reason or sentence.status for sentence in kept.sentences)
            outcomes.update(self._counts.get(kept.page.document) or told)
        read, unread = outcomes.pop("read", 0), outcomes.pop("unread", 0)
        languages = Counter(kept.language for kept in standing)
        not_read = Counter(kept.language for kept in standing if not kept.reader)
        return Tally(
            sources=len(self._versions), pages=len(standing), waiting=self.waiting(),
            first=min(dates, default=""), last=max(dates, default=""), undated=len(standing) - len(dates),
            languages=dict(sorted(languages.items())), not_read=dict(sorted(not_read.items())),
            read=read, set_aside=dict(sorted(outcomes.items())), unread=unread,
        )  # fmt: skip

    def waiting(self) -> int:
        """Return how many pages are captured and not yet read."""
        return len(self._seen)

    def note(self, name: str) -> bytes:
        """Return what was put down under a name; empty where nothing was."""
        return self._notes.get(name, b"")

    def put_note(self, name: str, content: bytes) -> None:
        """Put something down under a name, in place of what was there."""
        self._notes[name] = content


_COMPARED = {
    "ledger": ("_about",),
    "archive": ("_versions", "_pages", "_states", "_failures"),
    "rows": ("_rows", "_facets", "_keys", "_claims", "_judgements"),
}
"""Store -> what of it follows from the ledger and the archived bytes."""


class MemoryStack:
    """The stores of one record, in memory.

    Attributes:
        ledger: the entries.
        archive: bytes, pages and sources.
        rows: the registers.
        intake: what was fetched from the web.
        where: what messages call it.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self.where = "memory"
        self.ledger = MemoryLedger()
        self.archive = MemoryArchive()
        self.rows = MemoryRows(self.archive)
        self.intake = MemoryIntake()
        self._inside = False

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is written inside, or, where anything fails, nothing. Inside another it is part of that one."""
        if self._inside:
            yield
            return
        stores = (self.ledger, self.archive, self.rows, self.intake)
        before = [{name: _copied(value) for name, value in vars(store).items()} for store in stores]
        self._inside = True
        try:
            yield
        except BaseException:
            for store, kept in zip(stores, before, strict=True):
                vars(store).update(kept)
            raise
        finally:
            self._inside = False

    def faults(self) -> Iterator[str]:
        """Yield nothing: there is no file that could be damaged."""
        yield from ()

    def snapshot(self) -> contextlib.AbstractContextManager[None]:
        """Return a context that does nothing: nobody else writes meanwhile."""
        return contextlib.nullcontext()

    def differences(self, fresh: MemoryStack) -> Iterator[str]:
        """Yield, in words that name store and key, where this record is not what a fresh one holds."""
        for name, parts in _COMPARED.items():
            for part in parts:
                found, wanted = (getattr(getattr(stack, name), part) for stack in (self, fresh))
                for key in sorted(found.keys() | wanted.keys(), key=str):
                    if found.get(key) != wanted.get(key):
                        yield f"table {part.strip('_')}, {key}: is not what the ledger makes it"

    def close(self) -> None:
        """Do nothing: there is nothing to close."""

    def __enter__(self) -> MemoryStack:
        """Return the stack itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the stack."""


def _copied(value: object) -> object:
    """Return a container with its inner containers copied; what they hold is frozen."""
    if isinstance(value, dict):
        made = copy.copy(value)
        for key, inner in value.items():
            if isinstance(inner, list | set | dict):
                made[key] = copy.copy(inner)
        return made
    return copy.copy(value) if isinstance(value, list) else value
