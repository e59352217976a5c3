"""The tables of a record, declared once for every SQL database.

The declarations hold to integers, texts and blobs, so that SQLite and PostgreSQL can share them. JSON is stored as
text, to the letter: a database that rearranged it would break the hashes. What only one database has (triggers,
full-text search) is that database's own module's business.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text

__all__ = [
    "METADATA",
    "SCHEMA_VERSION",
    "asked",
    "blobs",
    "claims",
    "due",
    "entries",
    "exchanges",
    "failures",
    "judgements",
    "notes",
    "pages",
    "paragraphs",
    "polls",
    "row_keys",
    "row_values",
    "rows",
    "seen",
    "sentence_counts",
    "spells",
    "standing",
    "subjects",
    "unread",
    "value_counts",
    "versions",
]

SCHEMA_VERSION = 5
"""Version of the tables; a record of a later one is refused, one of an earlier one is brought up on opening.

Version 2 added `exchanges`, `asked`, `due` and `polls`; version 3 `value_counts`, `rows_in_time` in place of an
index that did not hold a list's whole order, and two indexes to count by; version 4 counts in every slot but days;
version 5 has `spells` in a table of their own."""

METADATA = MetaData()


def _text(name: str, *, primary_key: bool = False, unique: bool = False) -> Column[str]:
    return Column(name, Text, nullable=False, primary_key=primary_key, unique=unique or None)


def _number(name: str, *, primary_key: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=False, primary_key=primary_key, autoincrement=False)


def _key(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=True)


entries = Table(
    "entries", METADATA,
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("kind"), _text("filed_at"), _text("author"), _text("body"), _text("previous"), _text("hash"),
)  # fmt: skip
"""The ledger. Without any other index: one costs more than the hash chain (measured, 2026-12)."""

subjects = Table(
    "subjects", METADATA,
    _text("subject", primary_key=True), _number("position", primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Which entries are about what."""

blobs = Table(
    "blobs", METADATA,
    _key("number"), _text("document", unique=True), _text("media_type"), _number("size"),
    Column("content", LargeBinary, nullable=False),
)  # fmt: skip
"""Bytes by their SHA-256, compressed with zlib; `size` is that of the bytes themselves."""

paragraphs = Table(
    "paragraphs", METADATA,
    Column("key", BigInteger, primary_key=True, autoincrement=False), _number("number", primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Which kept bytes have which paragraph: the key of its words as a signed number, and the number of the bytes."""

seen = Table(
    "seen", METADATA,
    _key("number"), _text("source", unique=True), _text("document"), _text("media_type"), _text("seen_at"),
)  # fmt: skip
"""Pages captured and not yet filed."""

versions = Table(
    "versions", METADATA,
    _text("source", primary_key=True), _number("number", primary_key=True), _text("document"), _text("seen_at"),
    _number("position"), _number("current"),
    Index("versions_by_document", "document"), Index("versions_by_current", "current"),
)  # fmt: skip
"""Every document a source ever showed; `current` is 1 for the last, else 0."""

pages = Table(
    "pages", METADATA,
    _key("number"), _text("document", unique=True), _text("source"), _text("language"), _text("reader"),
    _text("published"), _text("title"), _text("text"), Column("marks", LargeBinary, nullable=False),
    Index("pages_counted", "document", "language", "reader", "published"),
)  # fmt: skip
"""Pages as last read; `marks` is the zlib-compressed JSON of blocks, meta and sentences."""

standing = Table(
    "standing", METADATA,
    _text("document", primary_key=True), _text("key"), _text("blocks"), _text("claims"),
)  # fmt: skip
"""Documents whose claims stand: what they were read with, and the ids of the claims as a JSON list."""

sentence_counts = Table(
    "sentence_counts", METADATA,
    _text("document", primary_key=True), _text("outcome", primary_key=True), _number("sentences"),
)  # fmt: skip
"""Sentences of each page by what became of them: `read`, `unread` or a reason to set aside."""

unread = Table(
    "unread", METADATA,
    _number("number", primary_key=True), _number("start", primary_key=True), _number("end"),
)  # fmt: skip
"""Unread sentences; `number` is the page's, offsets are code points into its text."""

failures = Table(
    "failures", METADATA, _text("source", primary_key=True), _text("seen_at"), _text("error"),
)  # fmt: skip
"""Sources that gave no page when last asked."""

notes = Table(
    "notes", METADATA, _text("name", primary_key=True), Column("content", LargeBinary, nullable=False),
)  # fmt: skip
"""What a build has to remember for the next one: the furniture counts, how far the registers follow the ledger."""

exchanges = Table(
    "exchanges", METADATA,
    _key("number"), _text("id", unique=True), _text("address"), _text("seen_at"), _text("remote"), _number("status"),
    _text("document"), Column("request", LargeBinary, nullable=False), Column("response", LargeBinary, nullable=False),
)  # fmt: skip
"""Requests and answers by their SHA-256; `response` is compressed with zlib."""

asked = Table(
    "asked", METADATA,
    _text("address", primary_key=True), _text("seen_at"), _number("status"), _text("final"), _text("etag"),
    _text("last_modified"), _text("document"), _text("source"),
    Index("asked_by_source", "source", "seen_at"),
)  # fmt: skip
"""How each address answered when it was last asked."""

due = Table(
    "due", METADATA,
    _key("number"), _text("address"), _text("role"), _text("source"), _number("depth"), _number("tries"),
    _text("not_before"),
    Index("due_by_address", "address", "role", unique=True),
)  # fmt: skip
"""Addresses that are to be asked."""

polls = Table("polls", METADATA, _text("source", primary_key=True), _text("state"))
"""How far each source is followed; `state` is JSON."""

rows = Table(
    "rows", METADATA,
    _key("number"), _text("register"), _text("id"), _number("position"), _text("dated"), _text("caption"),
    _number("shown"), _text("words"), _text("body"),
    Index("rows_by_id", "register", "id", unique=True),
    Index("rows_in_time", "register", "shown", "dated", "position", "id"),
)  # fmt: skip
"""The registers' rows; `body` is the row as JSON, `shown` is 0 for rows withdrawn or merged into another."""

row_keys = Table(
    "row_keys", METADATA,
    _text("register", primary_key=True), _text("key", primary_key=True), _number("number", primary_key=True),
    Index("row_keys_by_row", "number"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Blocking keys: rows that share one may be the same."""

row_values = Table(
    "row_values", METADATA,
    _number("number", primary_key=True), _text("slot", primary_key=True), _text("value", primary_key=True),
    Index("row_values_by_value", "slot", "value", "number"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""What a list can be narrowed and sorted by: one line for each value of each indexed slot of each row."""

spells = Table(
    "spells", METADATA,
    _number("number", primary_key=True), _text("register"), _text("dated"), _number("position"), _text("id"),
    _text("may_begin"), _text("begun"), _text("sure_until"), _text("may_last"), _text("thing"), _text("state"),
    _text("ended_by"),
    Index(
        "spells_in_time", "register", "dated", "position", "id", "begun", "sure_until", "may_begin", "may_last",
        "ended_by",
    ),
)  # fmt: skip
"""When each shown row was so (`lasting.Spell`); where rows follow one another, what thing it is a state of and which;
where later states end earlier ones, the first day by which another had begun. The other columns are those of `rows`."""
Index(
    "spells_by_thing", spells.c.register, spells.c.thing, spells.c.begun, spells.c.state,
    sqlite_where=spells.c.thing != "", postgresql_where=spells.c.thing != "",
)  # fmt: skip

value_counts = Table(
    "value_counts", METADATA,
    _text("register", primary_key=True), _text("slot", primary_key=True), _text("value", primary_key=True),
    _number("rows"),
    sqlite_with_rowid=False,
)  # fmt: skip
"""How many shown rows have each value of the slots that lists are narrowed by; under no slot, how many there are."""
Index(
    "value_counts_by_rows", value_counts.c.register, value_counts.c.slot, value_counts.c.rows.desc(),
    value_counts.c.value,
)  # fmt: skip

claims = Table(
    "claims", METADATA,
    _text("id", primary_key=True), _text("register"), _text("row"), _text("content"), _text("source"),
    _text("document"), _text("slots"), _number("evidence"), _number("position"), _text("origin"),
    _text("attributed_to"), _text("stated_on"), _number("dropped"),
    Index("claims_by_telling", "register", "row", "content", "dropped", "position", "id"),
    Index("claims_by_document", "document", "position", "id"),
)  # fmt: skip
"""Claims as the registers keep them; the columns are those of `FiledClaim`."""

judgements = Table(
    "judgements", METADATA, Column("position", Integer, primary_key=True, autoincrement=False), _text("body"),
)  # fmt: skip
"""People's decisions as the registers keep them, as JSON."""
