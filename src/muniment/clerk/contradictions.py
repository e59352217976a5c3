"""Contradictions: where pages, or versions of one page, tell one thing otherwise, with the words of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from muniment.clerk.ports import Stores
from muniment.clerk.show import claim_records
from muniment.errors import Unknown
from muniment.registers import REGISTERS
from muniment.registers.agreement import Agreement, changed_since, contradictions, may_be_two
from muniment.registers.row import FiledClaim, Row
from muniment.registers.values import cell
from muniment.rules.contradictions import RELIABILITY

__all__ = ["Contradiction", "Quoted", "QuotedSaying", "contradictions_in"]

_QUOTED = 3
"""Claims of one value that are quoted; the row lists all (judgement)."""

_WORD = re.compile(r"\w+")


class Quoted(msgspec.Struct, frozen=True):
    """The words of a page that tell a value.

    Attributes:
        claim: id of the claim.
        source: where the page was seen.
        document: SHA-256 of its bytes; `profile:NAME` or `decision:POSITION` where no page tells it.
        stated: the date the page gives itself, ISO 8601; empty where it gives none.
        language: of the page, ISO 639-1; empty where it could not be told.
        attributed_to: the speaker, where only somebody's words tell of it.
        start: code points, 0-based, into the document's archived text.
        end: half-open.
        quote: the words; of what no page tells, the basis or the profile's line.
        rule: what read them.
        place: which of the claim's quotations it is, from 0.
    """

    claim: str
    source: str
    document: str
    stated: str
    language: str
    attributed_to: str
    start: int
    end: int
    quote: str
    rule: str
    place: int


class QuotedSaying(msgspec.Struct, frozen=True):
    """One value of a slot with the words that tell it; `pages` is how many pages do."""

    value: Any
    text: str
    pages: int
    claims: tuple[str, ...]
    quotes: list[Quoted]


class Contradiction(msgspec.Struct, frozen=True):
    """A slot on which pages disagree.

    Attributes:
        register: the row's register.
        row: its id.
        caption: its title.
        slot: the slot.
        label: what people call it.
        what: of an action or a number, which of them; else empty.
        outcome: `majority`, `conflict`, or `changed` between two versions of one page.
        sayings: the values told, the one the row shows first.
        may_be_two: so much of the row is disputed that it may be two.
        rule_source: the standard that asks for it to be told.
    """

    register: str
    row: str
    caption: str
    slot: str
    label: str
    what: str
    outcome: str
    sayings: list[QuotedSaying]
    may_be_two: bool
    rule_source: str = RELIABILITY


def contradictions_in(stores: Stores, registers: Sequence[str]) -> Iterator[Contradiction]:
    """Yield what pages disagree on, register by register and row by row in the order they were begun.

    What only one speaker's words tell against a page's own telling is told too, under the speaker's name. A row that is
    told in one way alone, and was so in every version of its pages, is not looked at: nothing of it can be disputed.
    """
    for name in registers:
        dropped: dict[str, list[FiledClaim]] = {}
        for claim in stores.rows.dropped(name):
            dropped.setdefault(claim.row, []).append(claim)
        for row in stores.rows.retold(name, dropped.keys()):
            if row.withdrawn or row.merged_into:
                continue
            disputed = contradictions(row)
            found = [*disputed, *changed_since(row, dropped.get(row.id, ()))]
            if found:
                yield from (_quoted(stores, row, one, may_be_two(disputed)) for one in found)


def _quoted(stores: Stores, row: Row, one: Agreement, two: bool) -> Contradiction:
    register = REGISTERS[row.register]
    label = next((field.label for field in register.fields if field.name == one.slot), one.slot)
    sayings = []
    for saying in one.sayings:
        claims = [claim for name in saying.claims[:_QUOTED] if (claim := stores.rows.claim(name)) is not None]
        text = cell(saying.value).replace("_", " ")
        records = zip(claims, claim_records(stores, claims), strict=True)
        quotes = [_words(stores, claim, record, text) for claim, record in records]
        sayings.append(QuotedSaying(saying.value, text, saying.pages, saying.claims, quotes))
    caption = register.caption(row.slots)
    return Contradiction(
        row.register, row.id, caption, one.slot, label, one.what, one.outcome, sayings, two and one.outcome != "changed"
    )


def _words(stores: Stores, claim: FiledClaim, record: Mapping[str, Any], value: str) -> Quoted:
    """Return the quotation of a claim that tells a value: the one that has most of its words in it."""
    evidence = list(record["evidence"])
    wanted = set(_WORD.findall(value.casefold()))
    places = sorted(
        range(len(evidence)),
        key=lambda place: (-len(wanted & set(_WORD.findall(evidence[place]["quote"].casefold()))), place),
    )
    if not places:
        basis = str(record.get("basis") or claim.source.partition("#")[2])
        return Quoted(claim.id, claim.source, claim.document, "", "", "", 0, 0, basis, "", 0)
    best = evidence[places[0]]
    return Quoted(
        claim.id, claim.source, best["document"], claim.stated_on, _language(stores, best["document"]),
        claim.attributed_to, best["start"], best["end"], best["quote"], best["rule"], places[0],
    )  # fmt: skip


def _language(stores: Stores, document: str) -> str:
    try:
        return stores.archive.page(document).language
    except Unknown:
        return ""
