"""The addresses of the registers: rows, one row, its claims, its history; made from the registers' specs."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from fastapi import FastAPI, Path, Query, Request, Response

from muniment.desk.answers import HEAD_HEADER
from muniment.desk.api.shapes import listed, one_of, reference
from muniment.desk.exports import claims_in_batches, row_record
from muniment.desk.limits import client_of
from muniment.facade import Record
from muniment.registers import REGISTERS, Field, Register
from muniment.registers.schema import claim_schema, row_schema
from muniment.registers.tables import as_of_record

__all__ = ["KnownAt", "Limit", "add_registers", "answer", "record_of"]

MOST = 1000
"""Rows of one answer at most; `offset` leads on."""

_DAY = r"^\d{4}-\d{2}-\d{2}$"
_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"

Limit = Annotated[int, Query(ge=1, le=1000, description="At most so many.")]
"""The parameter that says how much is answered at once."""
KnownAt = Annotated[
    str, Query(description="The record as it was known then: a position of the ledger, a head, or a time (ISO 8601).")
]
"""The parameter that asks for an earlier state of the record."""


def record_of(request: Request, known_at: str = "") -> Record:
    """Return the record that is asked, as it was known then where that is asked.

    Raises:
        UsageError: `known_at` names no state of the record.
        TooMany: the visitor asks too often for states that have to be made again.
        Unknown: the ledger has another hash at that position.
    """
    record = request.app.state.record
    assert isinstance(record, Record)  # noqa: S101 - set where the application is made
    if not known_at:
        return record
    if not record.keeps(known_at):
        request.app.state.gate.admit_replay(client_of(request))
    return record.at(known_at)


def answer(record: Record, body: Any) -> Response:
    """Return a body as JSON under the head it is a picture of."""
    return Response(msgspec.json.encode(body), headers={HEAD_HEADER: record.head()}, media_type="application/json")


def add_registers(app: FastAPI, base: str) -> None:
    """Add the addresses of every register below a base."""
    app.get(f"{base}/registers", tags=["registers"], responses=one_of({"type": "array"}, "The registers."))(_registers)
    for name, register in REGISTERS.items():
        rows = listed(
            reference(name), f"Some {register.label.lower()}, and how many there are.", "rows",
            register={"const": name}, total={"type": "integer"}, offset={"type": "integer"},
        )  # fmt: skip
        about = one_of(reference(name), f"One {register.singular}, with the evidence of its claims.")
        claims = listed(reference(f"{name}-claim"), "Its live claims, in the ledger's order.", "claims")
        proof = one_of(reference("Proof"), "Each value with its rule and the words of its claims.")
        history = listed(reference("Entry"), "The entries that made it what it is, in order.", "entries")
        for path, asked, made, tells in (
            ("", _rows(register), rows, f"List {register.label.lower()}"),
            ("/{row}", _row(register), about, f"One {register.singular}"),
            ("/{row}/claims", _claims(register), claims, f"The claims of one {register.singular}"),
            ("/{row}/history", _history(register), history, f"The history of one {register.singular}"),
            ("/{row}/proof", _proof(register), proof, f"The proof of one {register.singular}"),
        ):
            operation = f"{name}{path.replace('/{row}', '_row').replace('/', '_')}"
            app.get(f"{base}/{name}{path}", tags=[name], responses=made, summary=tells, operation_id=operation)(asked)
        schema = one_of({"type": "object"}, "JSON Schema, draft 2020-12.")
        app.get(f"{base}/schemas/{name}", tags=["schemas"], responses=schema)(_schema(register))


def _registers(request: Request, known_at: KnownAt = "") -> Response:
    """The registers: what each holds, and how many rows."""
    record = record_of(request, known_at)
    counts = record.status().rows
    found = [{"register": name, "label": one.label, "about": one.about, "rows": counts.get(name, 0)}
             for name, one in REGISTERS.items()]  # fmt: skip
    return answer(record, found)


def _rows(register: Register) -> Callable[..., Response]:
    """Return the function that answers a register's list, its parameters those of the register's spec."""

    def rows(request: Request, **asked: Any) -> Response:
        record = record_of(request, asked.pop("known_at"))
        plain = {name: asked.pop(name) for name in ("words", "sort", "descending", "limit", "offset")}
        as_of = asked.pop("as_of", "")
        where = {name: value for name, value in asked.items() if value}
        page = record.rows(register.name, where=where, as_of=as_of, **plain)
        found = []
        for row in page.rows:
            doubt = as_of_record(page.as_of, page.doubts.get(row.id, "")) if as_of else {}
            found.append({**record.full(row).record(), **doubt})
        body = {"register": register.name, "total": page.total, "offset": plain["offset"], "rows": found}
        return answer(record, {**body, "head": record.head(), "coverage": record.status().line()})

    parameters = [inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)]
    for name, kind, default, query in _parameters(register):
        parameters.append(
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, query])
        )
    rows.__signature__ = inspect.Signature(parameters, return_annotation=Response)  # type: ignore[attr-defined]
    rows.__doc__ = register.about
    return rows


def _parameters(register: Register) -> list[tuple[str, Any, Any, Any]]:
    """Return the parameters of a register's list: name, type, default, description."""
    found: list[tuple[str, Any, Any, Any]] = []
    for name in register.filters:
        field = register.field(name)
        found.append((name, str, "", Query(description=_filter_help(field))))
    if register.dates:
        found += [(name, str, "", Query(pattern=_DATE + "|^$", description=f"Only rows {told} this date (ISO 8601)."))
                  for name, told in (("since", "from"), ("until", "up to"))]  # fmt: skip
    if register.lasting is not None:
        found.append(("as_of", str, "", Query(pattern=_DAY + "|^$", description=register.lasting.rule)))
    return [
        *found,
        ("words", str, "", Query(description="Only rows with all these words; the last may be a beginning.")),
        ("sort", str, "date", Query(description="`date`, `caption` or a slot.")),
        ("descending", bool, True, Query(description="Last first.")),
        ("limit", int, 50, Query(ge=1, le=MOST, description="At most so many rows.")),
        ("offset", int, 0, Query(ge=0, le=10**9, description="So many rows are passed over first.")),
        ("known_at", str, "", Query(description="The record as it was known then: a position, a head, or a time.")),
    ]


def _filter_help(field: Field) -> str:
    values = (
        f" One of: {', '.join(field.values)}." if field.values else " true or false." if field.type == "flag" else ""
    )
    return f"Only rows with this value. {field.help}{values}"


_ROW_ID = Path(description="Its id, or a beginning that no other has.")


_AS_OF = Query(pattern=_DAY + "|^$", description="The row as it was on a day, in registers that are asked as of one.")


def _row(register: Register) -> Callable[..., Response]:
    def row(
        request: Request, row: Annotated[str, _ROW_ID], as_of: Annotated[str, _AS_OF] = "", known_at: KnownAt = ""
    ) -> Response:
        record = record_of(request, known_at)
        found, then = record.row(register.name, row), {}
        if as_of:
            page = record.row_as_of(found, as_of)
            found, then = page.rows[0], as_of_record(page.as_of, page.doubts.get(found.id, ""))
        return answer(record, row_record(record, found) | then)

    return row


def _claims(register: Register) -> Callable[..., Response]:
    def claims(request: Request, row: Annotated[str, _ROW_ID], known_at: KnownAt = "") -> Response:
        record = record_of(request, known_at)
        found = list(claims_in_batches(record, record.row(register.name, row)))
        return answer(record, {"claims": found, "head": record.head(), "coverage": record.status().line()})

    return claims


def _history(register: Register) -> Callable[..., Response]:
    def history(request: Request, row: Annotated[str, _ROW_ID], known_at: KnownAt = "") -> Response:
        record = record_of(request, known_at)
        found = record.history(record.row(register.name, row))
        return answer(record, {"entries": found, "head": record.head(), "coverage": record.status().line()})

    return history


def _proof(register: Register) -> Callable[..., Response]:
    def proof(
        request: Request, row: Annotated[str, _ROW_ID], as_of: Annotated[str, _AS_OF] = "", known_at: KnownAt = ""
    ) -> Response:
        record = record_of(request, known_at)
        return answer(record, record.proof(record.row(register.name, row), as_of or None))

    return proof


def _schema(register: Register) -> Callable[..., Response]:
    def schema(request: Request, of: Annotated[str, Query(pattern="^(row|claim)$")] = "row") -> Response:
        made = claim_schema(register) if of == "claim" else row_schema(register)
        return answer(record_of(request), made)

    return schema
