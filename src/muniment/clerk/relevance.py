"""Which profiles a page is about: the facts of the others are not the record's business."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.profiles import LoadedProfile
from muniment.registers.values import names
from muniment.terms import Claim, Page, Reading

__all__ = ["relevant"]

_ENOUGH = 2
"""Claims of one page that have to name an organisation or its bodies: a page about one names it again and again, a
guest is named once (judgement, 2026-11)."""

_SLOTS = (
    "bodies",
    "organization",
    "by",
    "conferred_by",
    "given_by",
    "actor",
    "assessed_by",
    "object",
    "parent",
    "publisher",
)
"""Slots that hold names of organisations and their bodies."""


def relevant(profiles: tuple[LoadedProfile, ...], page: Page, reading: Reading) -> list[LoadedProfile]:
    """Return the profiles of those organisations that a page is about.

    It is about an organisation on whose site it stands, and about the one that its claims name most often.
    """
    named = [set(_named(claim)) for claim in reading.claims]
    counts = [_count(loaded, named) for loaded in profiles]
    most = max(_ENOUGH, *counts) if counts else 0
    return [
        loaded for loaded, count in zip(profiles, counts, strict=True) if count == most or _on_its_site(loaded, page)
    ]


def _on_its_site(loaded: LoadedProfile, page: Page) -> bool:
    addresses = (page.source + "/", page.meta.url + "/")
    return any(
        f"//{www}{host}/" in address for host in loaded.profile.hosts for address in addresses for www in ("", "www.")
    )


def _count(loaded: LoadedProfile, named: list[set[str]]) -> int:
    """Return how many claims name an organisation or one of its bodies."""
    profile = loaded.profile
    own = {profile.name, profile.abbreviation, *profile.aliases, *(body.name for body in profile.bodies)} - {""}
    return sum(not own.isdisjoint(found) for found in named)


def _named(claim: Claim) -> Iterator[str]:
    for slot in _SLOTS:
        yield from names(claim.slots.get(slot))
