"""The shapes of answers as JSON Schema, from the registers' specs and the types of the answers."""

from __future__ import annotations

from typing import Any

import msgspec

from muniment.facade import answer_shapes
from muniment.registers import REGISTERS
from muniment.registers.schema import claim_schema, row_schema

__all__ = ["components", "listed", "one_of", "reference"]

_TEXT = {"type": "string"}
_ERROR = {
    "type": "object",
    "description": "What went wrong, where, and what to do next.",
    "properties": {
        "error": {**_TEXT, "description": "Its code."}, "what": _TEXT, "where": _TEXT, "hint": _TEXT,
    },
    "required": ["error", "what"],
}  # fmt: skip


def components() -> dict[str, Any]:
    """Return every shape that the description refers to, by name."""
    found: dict[str, Any] = {"Error": _ERROR}
    for name, register in REGISTERS.items():
        found[name] = _without_dialect(row_schema(register))
        found[f"{name}-claim"] = _filed(_without_dialect(claim_schema(register)))
    shapes = list(answer_shapes().values())
    _, made = msgspec.json.schema_components(shapes, ref_template="#/components/schemas/{name}")
    return {**found, **made}


def _without_dialect(schema: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in schema.items() if name != "$schema"}


def _filed(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a claim's shape as the record holds it: what a profile states or a person decides has no quotation."""
    evidence = {name: value for name, value in schema["properties"]["evidence"].items() if name != "minItems"}
    evidence["description"] = "Empty where a profile's line or a person's decision stands behind it."
    return {**schema, "properties": {**schema["properties"], "evidence": evidence}}


def reference(name: str) -> dict[str, str]:
    """Return a reference to a shape by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def one_of(schema: dict[str, Any], about: str) -> dict[int | str, dict[str, Any]]:
    """Return the answers of an address that gives one thing."""
    return {200: _content(schema, about), **_errors()}


def listed(items: dict[str, Any], about: str, name: str = "items", **more: Any) -> dict[int | str, dict[str, Any]]:
    """Return the answers of an address that gives a list with the record's head and what it covers."""
    properties = {
        **more, "head": {**_TEXT, "description": "The ledger this is a picture of: position and hash."},
        "coverage": {**_TEXT, "description": "What the record covers, in one line."},
        name: {"type": "array", "items": items},
    }  # fmt: skip
    schema = {"type": "object", "properties": properties, "required": sorted(properties)}
    return {200: _content(schema, about), **_errors()}


def _content(schema: dict[str, Any], about: str) -> dict[str, Any]:
    return {"description": about, "content": {"application/json": {"schema": schema}}}


def _errors() -> dict[int | str, dict[str, Any]]:
    told = {400: "A parameter that is not known or not valid.", 404: "There is no such thing.",
            503: "The record is being written; ask again."}  # fmt: skip
    return {status: _content(reference("Error"), about) for status, about in told.items()}
