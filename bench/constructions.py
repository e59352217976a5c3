"""The constructions that press offices use, from `constructions.toml`, by the kind of page they stand on."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

import msgspec

__all__ = ["COMMON", "GENRES", "Genre"]


class Genre(msgspec.Struct, frozen=True):
    """A kind of page.

    Attributes:
        name: what it is called in tables.
        titles: headlines.
        leads: first paragraphs.
        bodies: paragraphs of its own, from which some are taken.
        share: how much of the page is its own rather than common paragraphs, 0 to 1.
        weight: how often it comes.
    """

    name: str
    titles: tuple[str, ...]
    leads: tuple[str, ...]
    bodies: tuple[str, ...]
    share: float
    weight: int


def _genre(data: dict[str, Any], pools: dict[str, list[str]]) -> Genre:
    own = (*data["bodies"], *(construction for name in data["pools"] for construction in pools[name]))
    return Genre(data["name"], tuple(data["titles"]), tuple(data["leads"]), own, data["share"], data["weight"])


_DATA = tomllib.loads((resources.files("bench") / "constructions.toml").read_text("utf-8"))

COMMON: tuple[tuple[str, ...], ...] = tuple(tuple(_DATA["pools"][name]) for name in _DATA["common"])
"""What any page may tell, by what it is about; some pools stand twice and come twice as often."""

GENRES: tuple[Genre, ...] = tuple(_genre(data, _DATA["pools"]) for data in _DATA["genres"])
"""The kinds of page, with what is said only on them."""
