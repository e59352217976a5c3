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
    """Return the profiles of those organisations that a page is about: it stands on their site, or they act in it."""
    named = [set(_named(claim)) for claim in reading.claims]
    return [loaded for loaded in profiles if _on_its_site(loaded, page) or _acts(loaded, named)]


def _on_its_site(loaded: LoadedProfile, page: Page) -> bool:
    addresses = (page.source + "/", page.meta.url + "/")
    return any(
        f"//{www}{host}/" in address for host in loaded.profile.hosts for address in addresses for www in ("", "www.")
    )


def _acts(loaded: LoadedProfile, named: list[set[str]]) -> bool:
    profile = loaded.profile
    own = {profile.name, profile.abbreviation, *profile.aliases, *(body.name for body in profile.bodies)} - {""}
    return sum(not own.isdisjoint(found) for found in named) >= _ENOUGH


def _named(claim: Claim) -> Iterator[str]:
    for slot in _SLOTS:
        yield from names(claim.slots.get(slot))
