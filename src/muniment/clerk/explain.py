"""Explain: how a page of the record is read, with what its reading was made with. Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from muniment.archive import draft, marked_as
from muniment.archive.selectors import BY_SELECTOR
from muniment.clerk.capture import kept_capture
from muniment.clerk.choosing import SHIPPED, chosen_profiles
from muniment.clerk.ports import Stores
from muniment.clerk.read import grammar_hash
from muniment.clerk.reports import PageExplained
from muniment.errors import CaptureError, ProfileError, Unknown
from muniment.ledger import KINDS
from muniment.ledger.kinds import ReadingFiled
from muniment.ledger.ports import KeptPage
from muniment.profiles import LoadedProfile, load, shipped, world
from muniment.reading import Reader
from muniment.terms import Page, Sentence, digest

__all__ = ["explain_document"]


def explain_document(stores: Stores, name: str) -> PageExplained:
    """Return how a document is read: by its SHA-256, or the current version of a source.

    Raises:
        Unknown: there is no such document or source, or it was never read.
    """
    version = stores.archive.current(name)
    document = version.document if version else name
    filed = _filed(stores, document)
    if filed is None:
        raise Unknown(
            "there is no such document or source", code="unknown-document", where=name,
            hint="Give a source as it was given to `muniment build`, or the SHA-256 of its bytes.",
        )  # fmt: skip
    kept = stores.archive.page(document)
    reader, changed = _reader(tuple(filed.profiles), tuple(chosen_profiles(stores)))
    page, decoded_as_then = _page(stores, kept)
    if filed.read_with != digest([grammar_hash(), list(filed.profiles)]):
        changed = ("the grammar is another now", *changed)
    if not decoded_as_then:
        changed = ("its bytes are decoded otherwise now", *changed)
    explanation = reader.explain(page)
    return PageExplained(
        explanation, filed.reader, tuple(filed.profiles), changed,
        _otherwise(explanation.reading.sentences, kept.sentences),
    )  # fmt: skip


def _filed(stores: Stores, document: str) -> ReadingFiled | None:
    """Return what was put down of the last reading of a document; None where it was never read."""
    readings = [entry for entry in stores.ledger.about([document]) if entry.kind.startswith("reading.filed/")]
    return msgspec.convert(KINDS.lift(readings[-1]).body, ReadingFiled) if readings else None


def _page(stores: Stores, kept: KeptPage) -> tuple[Page, bool]:
    """Return a page as its last reading had it, and whether its bytes still decode to the text that was read."""
    bytes_kept = stores.archive.kept_as(kept.page.document)
    try:
        drafted = draft(kept_capture(stores, bytes_kept, kept.page.source)) if bytes_kept else None
    except CaptureError:
        drafted = None
    if drafted is None or drafted.text != kept.page.text:
        return kept.page, False
    page = marked_as(drafted, kept.page.blocks)
    told = kept.page.meta
    fields = [name for name, where in told.origin.items() if where.startswith(BY_SELECTOR) and hasattr(told, name)]
    if not fields:
        return page, True
    chosen = {name: getattr(told, name) for name in fields}
    origin = {**page.meta.origin, **{name: told.origin[name] for name in fields}}
    return msgspec.structs.replace(page, meta=msgspec.structs.replace(page.meta, **chosen, origin=origin)), True


@lru_cache(maxsize=2)
def _reader(wanted: tuple[str, ...], chosen: tuple[str, ...]) -> tuple[Reader, tuple[str, ...]]:
    """Return a reader with the profiles of a reading, and which of them are other ones now or gone, in words.

    Args:
        wanted: `name@hash` of the profiles.
        chosen: names and files that the record is built with, where they are looked for first.
    """
    found = {profile.id: profile for profile in _candidates([name.partition("@")[0] for name in wanted], chosen)}
    by_name = {profile.profile.slug: profile for profile in reversed(found.values())}
    profiles: list[LoadedProfile] = []
    changed: list[str] = []
    for one in wanted:
        name = one.partition("@")[0]
        profile = found.get(one) or by_name.get(name)
        if profile is None:
            changed.append(f"the profile {name} is not found any more")
        else:
            profiles.append(profile)
            changed += [] if profile.id == one else [f"the profile {name} is another now"]
    return Reader(profiles, world()), tuple(changed)


def _candidates(names: Sequence[str], chosen: Sequence[str]) -> list[LoadedProfile]:
    """Return the profiles that may be those of some names: the record's own first, then the shipped ones."""
    known = shipped(samples=True)
    found: list[LoadedProfile] = []
    for place in [*(one for one in chosen if one not in (SHIPPED, "none")), *(n for n in names if n in known)]:
        try:
            found.append(load(place))
        except ProfileError:
            continue  # told as not found
    return found


def _otherwise(now: Sequence[Sentence], then: Sequence[Sentence]) -> tuple[int, ...]:
    """Return the numbers, from 1, of the sentences that had another outcome then."""
    before = set(then)
    return tuple(number for number, sentence in enumerate(now, 1) if sentence not in before)
