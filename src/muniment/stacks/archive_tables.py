"""The archive in SQL tables: bytes, sources and their versions, pages as read, and what a build notes for the next."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import BindParameter, bindparam, case, delete, func, insert, select, update

from muniment.errors import Broken, Unknown
from muniment.ledger.ports import Failure, KeptBytes, KeptPage, ReadState, Seen, Tally, Unread, Version
from muniment.stacks import schema, search
from muniment.stacks.database import Database
from muniment.stacks.marks import packed, unpacked
from muniment.terms import Page

__all__ = ["ArchiveTables"]

_CHUNK = 500
"""Rows fetched at a time where a caller walks a whole table."""

_B, _S, _V, _P = schema.blobs.c, schema.seen.c, schema.versions.c, schema.pages.c
_T, _N, _U = schema.standing.c, schema.sentence_counts.c, schema.unread.c

_document: BindParameter[str] = bindparam("of_document")
_source: BindParameter[str] = bindparam("of_source")

_PUT_BLOB = insert(schema.blobs)
_GET_BLOB = select(_B.content).where(_B.document == _document)
_KEPT = select(_B.number, _B.document, _B.media_type, _B.size)
_KEPT_ONE = _KEPT.where(_B.document == _document)
_KEPT_AFTER = _KEPT.where(_B.number > bindparam("after")).order_by(_B.number).limit(_CHUNK)
_PUT_PARAGRAPH = insert(schema.paragraphs)
_DROP_PARAGRAPHS = delete(schema.paragraphs)
_WITH_PARAGRAPH = (
    select(_B.document)
    .join_from(schema.paragraphs, schema.blobs, schema.paragraphs.c.number == _B.number)
    .where(schema.paragraphs.c.key == bindparam("of_key"), schema.paragraphs.c.number <= bindparam("until"))
    .order_by(_B.number)
)
_PUT_SEEN = insert(schema.seen)
_TAKE_SEEN = delete(schema.seen).where(_S.source == _source)
_SEEN_AFTER = select(schema.seen).where(_S.number > bindparam("after")).order_by(_S.number).limit(_CHUNK)
_PUT_VERSION = insert(schema.versions)
_PAST_VERSIONS = update(schema.versions).where(_V.source == _source, _V.current == 1).values(current=0)
_VERSION = select(_V.source, _V.number, _V.document, _V.seen_at, _V.position)
_CURRENT = _VERSION.where(_V.source == _source).order_by(_V.number.desc()).limit(1)
_VERSIONS = _VERSION.where(_V.source == _source).order_by(_V.number)
_SOURCES_NOW = select(_V.source).where(_V.document == _document, _V.current == 1).order_by(_V.source)
_SOURCES_EVER = select(_V.source).distinct().where(_V.document == _document).order_by(_V.source)
_PAGE = select(schema.pages).where(_P.document == _document)
_PAGE_TEXT = select(_P.number, _P.text).where(_P.document == _document)
_PUT_PAGE = insert(schema.pages)
_CHANGE_PAGE = update(schema.pages).where(_P.document == _document)
_PUT_STATE = insert(schema.standing)
_STATE = select(schema.standing).where(_T.document == _document)
_STATES_AFTER = select(schema.standing).where(_T.document > bindparam("after")).order_by(_T.document).limit(_CHUNK)
_DROP_STATE = delete(schema.standing).where(_T.document == _document)
_PUT_COUNT = insert(schema.sentence_counts)
_DROP_COUNTS = delete(schema.sentence_counts).where(_N.document == _document)
_PUT_UNREAD = insert(schema.unread)
_DROP_UNREAD = delete(schema.unread).where(
    _U.number.in_(select(_P.number).where(_P.document == _document).scalar_subquery())
)
_UNREAD = (
    select(_P.source, _P.document, _U.start, _U.end, func.substr(_P.text, _U.start + 1, _U.end - _U.start))
    .join_from(schema.unread, schema.pages, _U.number == _P.number)
    .join(schema.standing, _T.document == _P.document)
    .order_by(_U.number, _U.start)
    .limit(bindparam("most"))
    .offset(bindparam("skip"))
)
_PUT_FAILURE = insert(schema.failures)
_DROP_FAILURE = delete(schema.failures).where(schema.failures.c.source == _source)
_FAILURE = select(schema.failures).where(schema.failures.c.source == _source)
_FAILURES = select(schema.failures).order_by(schema.failures.c.source)
_NOTE = select(schema.notes.c.content).where(schema.notes.c.name == bindparam("of_name"))
_PUT_NOTE = insert(schema.notes)
_DROP_NOTE = delete(schema.notes).where(schema.notes.c.name == bindparam("of_name"))

_COUNT_SOURCES = select(func.count()).select_from(schema.versions).where(_V.current == 1)
_COUNT_SEEN = select(func.count()).select_from(schema.seen)
_COUNT_PAGES = (
    select(
        _P.language, _P.reader == "", func.count(), func.sum(case((_P.published == "", 1), else_=0)),
        func.min(func.nullif(_P.published, "")), func.max(_P.published),
    )
    .join_from(schema.standing, schema.pages, _T.document == _P.document)
    .group_by(_P.language, _P.reader == "")
)  # fmt: skip
_COUNT_SENTENCES = select(_N.outcome, func.sum(_N.sentences)).group_by(_N.outcome)
_COUNT_SENTENCES_LEFT = (
    select(_N.outcome, func.sum(_N.sentences))
    .where(_N.document.in_(select(_P.document).except_(select(_T.document))))
    .group_by(_N.outcome)
)
"""Of pages that stand no more, which are few: what is left is counted sooner than every page is looked up."""


class ArchiveTables:
    """The `ArchiveStore` of a SQL database."""

    def __init__(self, database: Database) -> None:
        """Take the archive of a database."""
        self._database = database

    def put(self, document: str, content: bytes, media_type: str) -> bool:
        """Keep bytes under their SHA-256; return whether they are new."""
        if self.kept_as(document) is not None:
            return False
        row = {"document": document, "media_type": media_type, "size": len(content), "content": zlib.compress(content)}
        self._database.run(_PUT_BLOB, {"number": None, **row})
        return True

    def get(self, document: str) -> bytes:
        """Return the bytes of a document.

        Raises:
            Unknown: there are none.
            Broken: what is stored cannot be unpacked.
        """
        row = self._database.first(_GET_BLOB, {"of_document": document})
        if row is None:
            raise Unknown("no such document is kept", code="unknown-document", where=document)
        try:
            return zlib.decompress(row[0])
        except (zlib.error, TypeError) as error:
            raise Broken("the archived bytes were changed", code="bytes-changed", where=document) from error

    def kept(self, after: int = 0) -> Iterator[KeptBytes]:
        """Return what bytes there are, in order of arrival, after a number."""
        while rows := self._database.all(_KEPT_AFTER, {"after": after}):
            yield from (KeptBytes(*row) for row in rows)
            after = rows[-1][0]

    def kept_as(self, document: str) -> KeptBytes | None:
        """Return what is known of a document's bytes, None where there are none."""
        row = self._database.first(_KEPT_ONE, {"of_document": document})
        return None if row is None else KeptBytes(*row)

    def put_paragraphs(self, document: str, keys: Sequence[bytes]) -> None:
        """Keep which paragraphs a kept document has, by the 8-byte keys of their words."""
        kept = self.kept_as(document)
        if kept is not None:
            rows = [{"key": _signed(key), "number": kept.number} for key in sorted(set(keys))]
            self._database.many(_PUT_PARAGRAPH, rows)

    def drop_paragraphs(self) -> None:
        """Forget which paragraphs every document has, so that they can be put anew."""
        self._database.run(_DROP_PARAGRAPHS)

    def with_paragraph(self, key: bytes, until: int) -> list[str]:
        """Return the documents with a paragraph, of those that arrived up to a number, in order of arrival."""
        found = self._database.all(_WITH_PARAGRAPH, {"of_key": _signed(key), "until": until})
        return [document for (document,) in found]

    def put_seen(self, source: str, document: str, media_type: str, seen_at: str) -> None:
        """Put a page on the list of those to be read and filed; it replaces the same source's earlier place there."""
        self.take_seen(source)
        row = {"source": source, "document": document, "media_type": media_type, "seen_at": seen_at}
        self._database.run(_PUT_SEEN, {"number": None, **row})

    def seen(self, after: int = 0) -> Iterator[Seen]:
        """Return the pages to be read and filed, in order of arrival, after a number."""
        while rows := self._database.all(_SEEN_AFTER, {"after": after}):
            yield from (Seen(*row) for row in rows)
            after = rows[-1][0]

    def take_seen(self, source: str) -> None:
        """Take a source off the list of pages to be read and filed."""
        self._database.run(_TAKE_SEEN, {"of_source": source})

    def put_version(self, source: str, document: str, seen_at: str, position: int) -> None:
        """Make a document the current version of a source."""
        last = self.current(source)
        self._database.run(_PAST_VERSIONS, {"of_source": source, "current": 0})
        row = {"source": source, "number": last.number + 1 if last else 1, "document": document, "seen_at": seen_at}
        self._database.run(_PUT_VERSION, {**row, "position": position, "current": 1})

    def current(self, source: str) -> Version | None:
        """Return the current version of a source, None where there is none."""
        row = self._database.first(_CURRENT, {"of_source": source})
        return None if row is None else Version(*row)

    def versions(self, source: str) -> list[Version]:
        """Return every version of a source, oldest first."""
        return [Version(*row) for row in self._database.all(_VERSIONS, {"of_source": source})]

    def sources_of(self, document: str) -> list[str]:
        """Return the sources whose current version a document is, in alphabetical order."""
        return [row[0] for row in self._database.all(_SOURCES_NOW, {"of_document": document})]

    def ever_at(self, document: str) -> list[str]:
        """Return the sources that a document was ever a version of, in alphabetical order."""
        return [row[0] for row in self._database.all(_SOURCES_EVER, {"of_document": document})]

    def put_page(self, page: KeptPage) -> None:
        """Keep a page as read; it replaces an earlier reading of the same document."""
        document = page.page.document
        meta = page.page.meta
        row = {
            "document": document, "source": page.page.source, "language": page.language, "reader": page.reader,
            "published": meta.published, "title": meta.title, "text": page.page.text, "marks": packed(page),
        }  # fmt: skip
        old = self._database.first(_PAGE_TEXT, {"of_document": document})
        if old is None:
            self._database.run(_PUT_PAGE, {"number": None, **row})
        else:
            self._database.run(_CHANGE_PAGE, {"of_document": document, "number": old[0], **row})
        number, text = self._database.first(_PAGE_TEXT, {"of_document": document}) or (0, "")
        if old is None or old[1] != text:
            search.index_page(self._database, number, text, old[1] if old else None)
        self._count(document, number, page)

    def _count(self, document: str, number: int, page: KeptPage) -> None:
        """Count the sentences by what became of them, and list the unread ones."""
        self._database.run(_DROP_UNREAD, {"of_document": document})
        counts: dict[str, int] = defaultdict(int)
        for sentence in page.sentences:
            counts[sentence.reason or sentence.status] += 1
        self.put_counts(document, counts)
        left = [{"number": number, "start": s.start, "end": s.end} for s in page.sentences if s.status == "unread"]
        self._database.many(_PUT_UNREAD, left)

    def put_counts(self, document: str, counts: Mapping[str, int]) -> None:
        """Count the sentences of a kept page otherwise than they are kept."""
        self._database.run(_DROP_COUNTS, {"of_document": document})
        rows = [{"document": document, "outcome": name, "sentences": count} for name, count in counts.items()]
        self._database.many(_PUT_COUNT, rows)

    def page(self, document: str) -> KeptPage:
        """Return a page as it was last read.

        Raises:
            Unknown: the document was never read.
        """
        row = self._database.first(_PAGE, {"of_document": document})
        if row is None:
            raise Unknown("no such document was read", code="unknown-document", where=document)
        _, _, source, language, reader, _, _, text, marks = row
        if not isinstance(text, str):
            raise Broken("was changed by hand", code="table-changed", where=f"table pages, {document}")
        return unpacked(marks, Page(document=document, source=source, text=text, blocks=()), language, reader)

    def put_state(self, state: ReadState) -> None:
        """Record how a document stands as read."""
        self._database.run(_DROP_STATE, {"of_document": state.document})
        row = msgspec.structs.asdict(state)
        self._database.run(_PUT_STATE, {**row, "claims": msgspec.json.encode(state.claims).decode()})

    def state(self, document: str) -> ReadState | None:
        """Return how a document stands as read, None where it does not stand."""
        row = self._database.first(_STATE, {"of_document": document})
        return None if row is None else _state(row)

    def states(self, after: str = "") -> Iterator[ReadState]:
        """Return how every standing document stands, in the order of their hashes, after a hash."""
        while rows := self._database.all(_STATES_AFTER, {"after": after}):
            yield from map(_state, rows)
            after = rows[-1][0]

    def drop_state(self, document: str) -> None:
        """Record that a document stands no more; its bytes and its text are kept."""
        self._database.run(_DROP_STATE, {"of_document": document})

    def unread(self, limit: int, offset: int) -> list[Unread]:
        """Return unread sentences of standing documents, in order of arrival and of the text."""
        return [Unread(*row) for row in self._database.all(_UNREAD, {"most": limit, "skip": offset})]

    def put_failure(self, failure: Failure) -> None:
        """Record that a source gave no page; it replaces an earlier failure of the same source."""
        self.drop_failure(failure.source)
        error = msgspec.json.encode(failure.error, order="sorted").decode()
        self._database.run(_PUT_FAILURE, {"source": failure.source, "seen_at": failure.seen_at, "error": error})

    def drop_failure(self, source: str) -> None:
        """Record that a source gave a page again."""
        self._database.run(_DROP_FAILURE, {"of_source": source})

    def failure(self, source: str) -> Failure | None:
        """Return how a source failed when it was last asked, None where it did not."""
        row = self._database.first(_FAILURE, {"of_source": source})
        return None if row is None else _failure(row)

    def failures(self) -> list[Failure]:
        """Return the sources that gave no page, in alphabetical order."""
        return [_failure(row) for row in self._database.all(_FAILURES)]

    def tally(self) -> Tally:
        """Return what the standing documents hold, counted."""
        languages: dict[str, int] = defaultdict(int)
        not_read: dict[str, int] = defaultdict(int)
        groups = self._database.all(_COUNT_PAGES)
        for language, left, pages, *_ in groups:
            languages[language] += pages
            if left:
                not_read[language] += pages
        sentences = dict(self._database.all(_COUNT_SENTENCES))
        for outcome, left in self._database.all(_COUNT_SENTENCES_LEFT):
            sentences[outcome] -= left
        sentences = {outcome: count for outcome, count in sentences.items() if count}
        ((sources,),) = self._database.all(_COUNT_SOURCES)
        return Tally(
            sources=sources, pages=sum(languages.values()), waiting=self.waiting(),
            first=min((group[4] for group in groups if group[4]), default=""),
            last=max((group[5] for group in groups if group[5]), default=""),
            undated=sum(group[3] for group in groups),
            languages=dict(sorted(languages.items())), not_read=dict(sorted(not_read.items())),
            read=sentences.pop("read", 0), unread=sentences.pop("unread", 0),
            set_aside=dict(sorted(sentences.items())),
        )  # fmt: skip

    def waiting(self) -> int:
        """Return how many pages are captured and not yet read."""
        ((waiting,),) = self._database.all(_COUNT_SEEN)
        return int(waiting)

    def note(self, name: str) -> bytes:
        """Return what was put down under a name; empty where nothing was."""
        row = self._database.first(_NOTE, {"of_name": name})
        content = b"" if row is None else row[0]
        return content.encode() if isinstance(content, str) else bytes(content)

    def put_note(self, name: str, content: bytes) -> None:
        """Put something down under a name, in place of what was there."""
        self._database.run(_DROP_NOTE, {"of_name": name})
        self._database.run(_PUT_NOTE, {"name": name, "content": content})


def _signed(key: bytes) -> int:
    return int.from_bytes(key, "big", signed=True)


def _failure(row: tuple[Any, ...]) -> Failure:
    source, seen_at, error = row
    try:
        return Failure(source, seen_at, msgspec.json.decode(error, type=dict[str, str]))
    except (msgspec.DecodeError, TypeError) as fault:
        raise Broken("was changed by hand", code="table-changed", where=f"table failures, {source}") from fault


def _state(row: tuple[Any, ...]) -> ReadState:
    document, key, blocks, claims = row
    try:
        return ReadState(document, key, blocks, tuple(msgspec.json.decode(claims, type=list[str])))
    except (msgspec.DecodeError, TypeError) as error:
        raise Broken("was changed by hand", code="table-changed", where=f"table standing, {document}") from error
