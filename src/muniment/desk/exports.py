"""Exports: every register written to a folder, with a manifest that says what it is a picture of.

The same record gives the same files, byte for byte. JSON Lines hold everything; CSV is for reading in a spreadsheet.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from muniment.errors import Conflict, UsageError
from muniment.facade import topics_as_skos
from muniment.registers import REGISTERS, Register
from muniment.registers.attribution import told_only_by
from muniment.registers.tables import as_of_record, csv_header, csv_line
from muniment.terms.vocabulary import FORMAT_VERSION

if TYPE_CHECKING:
    from muniment.facade import Record
    from muniment.registers.row import Row

__all__ = ["FORMS", "Export", "File", "claims_in_batches", "csv_text", "export", "row_record"]

FORMS = ("jsonl", "csv")
"""What a register can be exported as."""

_BATCH = 200
"""Claims of one row fetched at a time."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection, 2020)."""


class File(msgspec.Struct, frozen=True):
    """A file of an export: its name, how many lines of data it holds, its size in bytes, its SHA-256."""

    name: str
    lines: int
    bytes: int
    sha256: str


class Export(msgspec.Struct, frozen=True):
    """An export that was written: the folder, the ledger's head it is a picture of, the files without the manifest."""

    folder: Path
    head: str
    files: list[File]


def csv_text(rows: Iterable[Sequence[Any]]) -> str:
    """Return rows as CSV (RFC 4180, lines ended by a line feed).

    A cell that a spreadsheet would run as a formula gets an apostrophe in front, for the text comes from web pages.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        cells = ("" if cell is None else str(cell) for cell in row)
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return out.getvalue()


def claims_in_batches(record: Record, row: Row) -> Iterator[dict[str, Any]]:
    """Yield all the live claims of a row as records, in ledger order."""
    offset = 0
    while batch := record.claims_of(row, _BATCH, offset):
        yield from batch
        if len(batch) < _BATCH:
            return
        offset += _BATCH


def row_record(record: Record, row: Row, claims: Iterable[Mapping[str, Any]] | None = None) -> dict[str, Any]:
    """Return a row as one object of the record format, with the evidence of its claims.

    `told_by` names the speakers of slots and acts (`actions[N]`) that only speakers' own words give. Each piece of
    evidence carries the claim it bears out, that claim's source and, where it has one, its speaker.
    """
    told = claims_in_batches(record, row) if claims is None else claims
    evidence = []
    for claim in told:
        said = {"attributed_to": claim["attributed_to"]} if claim.get("attributed_to") else {}
        evidence += [{"claim": claim["id"], "source": claim["source"], **said, **one} for one in claim["evidence"]]
    told_by = told_only_by(row)
    return {**row.record(), **({"told_by": told_by} if told_by else {}), "evidence": evidence}


def export(record: Record, folder: str | Path, form: str = "jsonl", as_of: str = "") -> Export:
    """Return what was written: a file for each register, `claims.jsonl`, `topics.ttl`, and `manifest.json`.

    Each file appears whole or not at all, the manifest, which names them all, last; what else the folder holds is left
    alone. `topics.ttl` is the scheme of topics as SKOS.

    Args:
        record: what to export.
        folder: where to; made if it is not there.
        form: one of `FORMS`, for the registers' files.
        as_of: ISO 8601 date; only what was so on that day, of the registers that are asked as of one, and no claims.

    Raises:
        UsageError: no such form, no day, or the folder cannot be written.
        Conflict: somebody filed something while the export was being written; the files of an older export stand.
    """
    if form not in FORMS:
        raise UsageError(
            f"nothing is exported as {form!r}", code="unknown-format", hint=f"There are: {', '.join(FORMS)}."
        )
    where = Path(folder)
    head = record.head()
    written: list[tuple[Path, Path]] = []
    try:
        where.mkdir(parents=True, exist_ok=True)
        files = [_written(where, name, lines, written) for name, lines in _files(record, form, as_of)]
        if record.head() != head:
            raise Conflict(
                "the record grew while it was being exported", code="grew", where=str(where),
                hint="Export again when the build has finished.",
            )  # fmt: skip
        manifest = _manifest(record, form, head, files, as_of)
        _written(where, "manifest.json", [manifest], written)
        for part, whole in written:
            os.replace(part, whole)
    except OSError as error:
        raise UsageError(
            f"the export cannot be written: {error.strerror or error}", code="folder-not-writable", where=str(where),
            hint="Give a folder that you may write to, on a disk with room.",
        ) from error  # fmt: skip
    finally:
        _clear(written)
    return Export(where, head, files)


def _clear(written: list[tuple[Path, Path]]) -> None:
    """Take away parts that did not become files."""
    for part, _ in written:
        part.unlink(missing_ok=True)


def _files(record: Record, form: str, as_of: str) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Yield each file's name and its lines of data."""
    if as_of:
        lasting = [register for register in REGISTERS.values() if register.lasting is not None]
        yield from ((f"{one.name}.{form}", _lines_as_of(record, one, form, as_of)) for one in lasting)
        return
    lines: Callable[[Record, Register], Iterator[bytes]] = _csv_lines if form == "csv" else _jsonl_lines
    for name, register in REGISTERS.items():
        yield f"{name}.{form}", lines(record, register)
    yield "claims.jsonl", (msgspec.json.encode(claim) + b"\n" for claim in record.claims())
    yield "topics.ttl", topics_as_skos().encode().splitlines(keepends=True)


def _lines_as_of(record: Record, register: Register, form: str, day: str) -> Iterator[bytes]:
    page = record.rows_as_of(register.name, day)
    if form == "csv":
        yield csv_text([csv_header(register, as_of=True)]).encode()
    for row in page.rows:
        doubt = page.doubts.get(row.id, "")
        if form == "csv":
            yield csv_text([csv_line(register, row, page.as_of, doubt)]).encode()
        else:
            yield msgspec.json.encode(row_record(record, row) | as_of_record(page.as_of, doubt)) + b"\n"


def _jsonl_lines(record: Record, register: Register) -> Iterator[bytes]:
    for row in record.all_rows(register.name):
        yield msgspec.json.encode(row_record(record, record.full(row))) + b"\n"


def _csv_lines(record: Record, register: Register) -> Iterator[bytes]:
    yield csv_text([csv_header(register)]).encode()
    for row in record.all_rows(register.name):
        yield csv_text([csv_line(register, record.full(row))]).encode()


def _written(folder: Path, name: str, lines: Iterable[bytes], written: list[tuple[Path, Path]]) -> File:
    """Return a file that was written under a passing name beside its own; both are added to `written`."""
    part = folder / f".{name}.part"
    written.append((part, folder / name))
    digest, size, count = hashlib.sha256(), 0, 0
    with part.open("wb") as file:
        for line in lines:
            file.write(line)
            digest.update(line)
            size, count = size + len(line), count + 1
        file.flush()
        os.fsync(file.fileno())
    return File(name, count - name.endswith(".csv"), size, digest.hexdigest())


def _manifest(record: Record, form: str, head: str, files: list[File], as_of: str) -> bytes:
    coverage = record.status()
    body: dict[str, Any] = {
        "format_version": FORMAT_VERSION, "format": form, "head": head, "coverage": coverage.line(),
        "status": msgspec.to_builtins(coverage), "files": msgspec.to_builtins(files),
    }  # fmt: skip
    if as_of:
        rules = {name: register.lasting.rule for name, register in REGISTERS.items() if register.lasting is not None}
        body |= {"as_of": as_of, "as_of_rules": rules}
    return msgspec.json.format(msgspec.json.encode(body), indent=2) + b"\n"
