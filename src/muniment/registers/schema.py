"""Registers as JSON Schema (draft 2020-12): of a claim, and of a row."""

from __future__ import annotations

from typing import Any

from muniment.registers.spec import Field, Register
from muniment.terms.vocabulary import FORMAT_VERSION

__all__ = ["claim_schema", "row_schema"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATE = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_HASH = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
_COUNT = {"type": "integer", "minimum": 0}


def _person() -> dict[str, Any]:
    named = {"type": "object", "properties": {"name": _TEXT, "office": _TEXT}, "anyOf": _any("name", "office")}
    return {"anyOf": [_TEXT, named]}


def _any(*names: str) -> list[dict[str, Any]]:
    return [{"required": [name]} for name in names]


def _action(field: Field) -> dict[str, Any]:
    properties = {
        "action": {"enum": list(field.values)}, "date": _DATE, "by": _TEXTS, "to": _TEXTS, "place": _TEXT,
        "planned": {"const": True},
    }  # fmt: skip
    return {"type": "object", "properties": properties, "required": ["action"]}


_NUMBER = {
    "type": "object",
    "properties": {"of": _TEXT, "comparator": _TEXT, "value": {"type": ["number", "string"]}, "unit": _TEXT},
    "required": ["value"],
}
_BLOCK = {
    "type": "object",
    "properties": {"kind": _TEXT, "start": _COUNT, "end": _COUNT},
    "required": ["kind", "start", "end"],
}
_TYPES: dict[str, dict[str, Any]] = {
    "date": _DATE,
    "whole": {"type": "integer"},
    "flag": {"type": "boolean"},
    "names": _TEXTS,
    "texts": _TEXTS,
    "topics": _TEXTS,
    "people": {"type": "array", "items": _person()},
    "numbers": {"type": "array", "items": _NUMBER},
    "blocks": {"type": "array", "items": _BLOCK},
}


def _slot(field: Field) -> dict[str, Any]:
    """Return the schema of one slot; null is a slot that is not stated."""
    if field.type == "choice":
        schema: dict[str, Any] = {"enum": [*field.values, None]}
    elif field.type == "actions":
        schema = {"anyOf": [{"type": "array", "items": _action(field)}, {"type": "null"}]}
    else:
        schema = {"anyOf": [_TYPES.get(field.type, _TEXT), {"type": "null"}]}
    return {"title": field.label, "description": field.help, **schema}


def _object(register: Register, what: str, more: dict[str, Any], required: list[str]) -> dict[str, Any]:
    slots = {field.name: _slot(field) for field in register.fields}
    return {
        "$schema": _DIALECT,
        "title": f"{register.label}: {what}",
        "description": register.about,
        "$comment": f"record format {FORMAT_VERSION}",
        "type": "object",
        "properties": {"register": {"const": register.name}, **slots, **more},
        "required": ["register", *required],
    }


def claim_schema(register: Register) -> dict[str, Any]:
    """Return the JSON Schema of one of the register's claims; what else a claim carries is free."""
    quote = {
        "type": "object",
        "properties": {"document": _HASH, "start": _COUNT, "end": _COUNT, "quote": _TEXT, "rule": _TEXT},
        "required": ["document", "start", "end", "quote", "rule"],
    }
    more = {"source": _TEXT, "attributed_to": _TEXT, "evidence": {"type": "array", "minItems": 1, "items": quote}}
    schema = _object(register, "a claim", more, ["source", "evidence"])
    schema["allOf"] = [{"anyOf": _any(*group)} for group in register.required]
    return schema


def row_schema(register: Register) -> dict[str, Any]:
    """Return the JSON Schema of one of the register's rows."""
    other = {"type": "object", "properties": {"claims": _TEXTS}, "required": ["value", "claims"]}
    more = {
        "id": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
        "claims": _TEXTS,
        "sources": _TEXTS,
        "given_by": {"type": "object", "additionalProperties": _TEXTS},
        "corrected": _TEXTS,
        "conflicts": {"type": "object", "additionalProperties": {"type": "array", "items": other}},
        "also": {"type": "object", "additionalProperties": {"type": "array"}},
        "attributed_to": _TEXT,
        "first_stated": _DATE,
        "last_stated": _DATE,
        "withdrawn": {"type": "boolean"},
        "evidence_count": _COUNT,
        "claim_count": _COUNT,
    }
    return _object(register, "a row", more, ["id", "claims", "sources", "given_by", "evidence_count", "claim_count"])
