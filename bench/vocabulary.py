"""The organisations that pages are written about: those of the shipped profiles, their bodies, offices and members."""

from __future__ import annotations

from functools import cache

import msgspec

from muniment.profiles import Profile, State, load, shipped, world

__all__ = ["Institution", "cities", "institutions", "outsiders"]

_SESSION_KINDS = frozenset({"council", "committee", "commission", "assembly", "group", "conference", "board"})
"""Kinds of body that meet."""


class Institution(msgspec.Struct, frozen=True):
    """One organisation as pages name it.

    Attributes:
        name: full name.
        short: abbreviation; the full name where there is none.
        bodies: (name or alias, plural office of its members or "") of the bodies that meet.
        offices: (title, body or organisation it is an office of).
        members: its member states.
        units: named forces, centres and funds.
        regions: regions it speaks of.
        treaties: titles of its founding instruments.
        seat: city.
    """

    name: str
    short: str
    bodies: tuple[tuple[str, str], ...]
    offices: tuple[tuple[str, str], ...]
    members: tuple[State, ...]
    units: tuple[str, ...]
    regions: tuple[str, ...]
    treaties: tuple[str, ...]
    seat: str


def _institution(profile: Profile) -> Institution:
    states = world()
    bodies = [
        (name, body.composed_of)
        for body in profile.bodies
        if body.kind in _SESSION_KINDS and not body.until
        for name in (body.name, *(alias for alias in body.aliases if " " in alias and alias.isascii()))
    ]
    members = dict.fromkeys(m.state for m in profile.members if m.status == "member" and not m.until)
    found = [state for state in map(states.state, members) if state is not None]
    return Institution(
        name=profile.name,
        short=profile.abbreviation or profile.name,
        bodies=tuple(bodies),
        offices=tuple((office.title, office.organization or profile.name) for office in profile.offices),
        members=tuple(found[:40]),
        units=tuple(unit.name for unit in profile.units) or (f"{profile.name} Training Centre",),
        regions=tuple(region.name for region in profile.regions),
        treaties=tuple(each.title for each in profile.instruments) or (f"Charter of the {profile.name}",),
        seat=profile.seat,
    )


@cache
def institutions() -> tuple[Institution, ...]:
    """Return the organisations of the shipped profiles that have bodies and members, by slug."""
    found = (_institution(load(name).profile) for name in shipped())
    return tuple(each for each in found if len(each.bodies) > 2 and len(each.members) > 3 and each.offices)


@cache
def outsiders() -> tuple[State, ...]:
    """Return the states that are members of the United Nations and have a capital and an adjective, by code."""
    return tuple(s for s in world().states if s.standing == "member" and s.capital and s.demonyms)


@cache
def cities() -> tuple[str, ...]:
    """Return cities where organisations meet, in the world's order."""
    return tuple(dict.fromkeys(city.name for city in world().cities))
