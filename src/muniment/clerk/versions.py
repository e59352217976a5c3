"""Two versions of one source: the text of each, and which claims came, went or changed between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from muniment.clerk.ports import Stores
from muniment.errors import Unknown, UsageError
from muniment.ledger import KINDS
from muniment.ledger.ports import Version
from muniment.terms import Page, PageMeta
from muniment.terms.page import BODY_KINDS

__all__ = ["ClaimChange", "PageVersion", "VersionsCompared", "body_of", "compare_versions"]


class PageVersion(msgspec.Struct, frozen=True):
    """A version of a source: its place among the versions, what it says of itself, and its body, part by part."""

    version: Version
    meta: PageMeta
    body: tuple[str, ...]


class ClaimChange(msgspec.Struct, frozen=True):
    """What became of what one version tells of a row.

    Attributes:
        register: the register.
        row: the row that holds it.
        what: `new`, `gone`, `changed`, or `same`.
        before: what the earlier version tells; empty where it tells nothing of the row.
        after: what the later version tells; empty where it tells nothing of the row.
        slots: the slots that differ.
    """

    register: str
    row: str
    what: str
    before: dict[str, Any]
    after: dict[str, Any]
    slots: tuple[str, ...]


class VersionsCompared(msgspec.Struct, frozen=True):
    """Two versions of a source side by side, the earlier first, and what became of their claims."""

    source: str
    before: PageVersion
    after: PageVersion
    claims: list[ClaimChange]


def compare_versions(stores: Stores, document: str, other: int | None = None) -> VersionsCompared:
    """Return a version of a source beside another: by its number, or else the one before (of the first, the next).

    Raises:
        Unknown: there is no such document, or no such version.
        UsageError: there is only one version.
    """
    kept = stores.archive.kept_as(document)
    if kept is None:
        raise Unknown(
            "there is no such document", code="unknown-document", where=document,
            hint="Give the SHA-256 of its bytes; the page of a document lists its versions.",
        )  # fmt: skip
    source = stores.archive.page(document).page.source
    versions = stores.archive.versions(source)
    if len(versions) < 2:
        raise UsageError(
            "there is one version of this page only", code="one-version", where=source,
            hint="A page that is taken in again after it changed has another.",
        )  # fmt: skip
    own = next((one for one in reversed(versions) if one.document == document), versions[-1])
    number = other or (own.number - 1 if own.number > 1 else own.number + 1)
    with_it = next((one for one in versions if one.number == number and number != own.number), None)
    if with_it is None:
        raise Unknown(
            f"there is no other version {number} of this page", code="unknown-version", where=source,
            hint=f"There are versions 1 to {len(versions)}.",
        )  # fmt: skip
    first, second = sorted((own, with_it), key=lambda one: one.number)
    claims = _changes(_told(stores, first, versions), _told(stores, second, versions))
    return VersionsCompared(source, _version(stores, first), _version(stores, second), claims)


def _version(stores: Stores, version: Version) -> PageVersion:
    page = stores.archive.page(version.document).page
    return PageVersion(version, page.meta, body_of(page))


def body_of(page: Page) -> tuple[str, ...]:
    """Return the parts of a page that are compared, in order."""
    body = (page.text[block.start : block.end].strip() for block in page.blocks if block.kind in _SHOWN)
    return tuple(part for part in body if part)


_SHOWN = BODY_KINDS | {"title", "dateline", "signature"}
"""Kinds of block that are compared: the article with its head and foot, without the furniture around it."""


def _told(stores: Stores, version: Version, versions: list[Version]) -> list[tuple[str, str, dict[str, Any]]]:
    """Return what a version tells, as register, row and slots: the claims that stood when it was replaced.

    The page's own record is left out; its text and what it says of itself are compared as such.
    """
    after = min((one.position for one in versions if one.position > version.position), default=None)
    standing: dict[str, tuple[str, str, dict[str, Any]]] = {}
    for kind, body in _entries(stores, version, after):
        if kind == "claim.dropped":
            standing.pop(body["claim"], None)
            continue
        claim = stores.rows.claim(body["claim"])
        if claim is not None and (claim.register != "documents" or claim.slots.get("stub")):
            slots = dict(body["slots"])
            if body.get("attributed_to"):
                slots["attributed_to"] = body["attributed_to"]
            standing[claim.id] = (claim.register, claim.row, slots)
    return list(standing.values())


def _entries(stores: Stores, version: Version, after: int | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the entries on claims of a version, up to the one that replaced it."""
    limit = None if after is None else after - version.position
    for entry in stores.ledger.read(version.position - 1, limit):
        kind = entry.kind.partition("/")[0]
        if kind not in ("claim.filed", "claim.dropped"):
            continue
        body = KINDS.lift(entry).body
        if kind == "claim.dropped" or any(one["document"] == version.document for one in body["evidence"]):
            yield kind, body


def _changes(
    before: list[tuple[str, str, dict[str, Any]]], after: list[tuple[str, str, dict[str, Any]]]
) -> list[ClaimChange]:
    """Return what became of each telling: those of one row are compared in their order."""
    waiting: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for register, row, slots in before:
        waiting.setdefault((register, row), []).append(slots)
    found = []
    for register, row, slots in after:
        earlier = waiting.get((register, row)) or []
        same = next((one for one in earlier if one == slots), None)
        old = same if same is not None else (earlier[0] if earlier else None)
        if old is None:
            found.append(ClaimChange(register, row, "new", {}, slots, ()))
            continue
        earlier.remove(old)
        differ = tuple(name for name in dict.fromkeys((*old, *slots)) if old.get(name) != slots.get(name))
        found.append(ClaimChange(register, row, "changed" if differ else "same", old, slots, differ))
    gone = [
        ClaimChange(register, row, "gone", slots, {}, ()) for (register, row), left in waiting.items() for slots in left
    ]
    return [*found, *gone]
