"""What an identity rule is: blocking keys, a comparison, and pairs that it must join or keep apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from muniment.registers.values import names

__all__ = ["APART", "REFUSED", "Identity", "Mention", "given", "same_document", "same_source", "texts"]

REFUSED = -1
"""The two are not the same: something they state clashes."""
APART = 0
"""Nothing shows that the two are the same."""


class Mention(msgspec.Struct, frozen=True, gc=False):
    """What is known of an act when it is compared: a new claim's slots, or a row's.

    Attributes:
        slots: slots of the record format.
        also: other forms of the values, by slot, that the row's pages use.
        sources: where it is told.
        documents: by which documents; versions of one page are one source and several documents.
    """

    slots: Mapping[str, Any]
    also: Mapping[str, list[Any]] = {}
    sources: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


class Identity(msgspec.Struct, frozen=True):
    """How a register tells the same from the other.

    Attributes:
        keys: blocking keys of a mention; two mentions that share none are never compared.
        seeks: keys that a mention looks for instead, where its like are kept under others than its own; else None.
        compare: `REFUSED`, `APART`, or how strongly the two are shown to be the same, from 1.
        same: pairs of slots that must be joined.
        refused: pairs of slots that must stay apart.
    """

    keys: Callable[[Mention], list[str]]
    compare: Callable[[Mention, Mention], int]
    same: tuple[tuple[dict[str, Any], dict[str, Any]], ...]
    refused: tuple[tuple[dict[str, Any], dict[str, Any]], ...]
    seeks: Callable[[Mention], list[str]] | None = None


def texts(mention: Mention, slot: str) -> list[str]:
    """Return every form in which a mention gives a slot, the shown one first."""
    return names(mention.slots.get(slot)) + names(mention.also.get(slot))


def same_source(a: Mention, b: Mention) -> bool:
    """Whether the two are told by versions of one page; what nothing else identifies is one only there."""
    return bool(set(a.sources) & set(b.sources)) and not same_document(a, b)


def given(mention: Mention, slot: str) -> str:
    """Return what an act is told to have in a slot that holds one text; empty where nothing is told."""
    return str(mention.slots.get(slot) or "")


def same_document(a: Mention, b: Mention) -> bool:
    """Whether one document tells of both; its reading has already brought together what is one there."""
    return bool(set(a.documents) & set(b.documents))
