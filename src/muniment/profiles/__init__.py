"""Profiles of organisations and the world table: names and dated facts as data. No organisation is named in code."""

from muniment.profiles.loader import LoadedProfile, load, shipped
from muniment.profiles.schema import (
    Body,
    Holder,
    Instrument,
    Member,
    Office,
    OwnState,
    Profile,
    Region,
    Unit,
)  # fmt: skip
from muniment.profiles.world import City, State, World, world

__all__ = [
    "Body",
    "City",
    "Holder",
    "Instrument",
    "LoadedProfile",
    "Member",
    "Office",
    "OwnState",
    "Profile",
    "Region",
    "State",
    "Unit",
    "World",
    "load",
    "shipped",
    "world",
]
