"""The chain of a deployment, link by link: the pack `crisis.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import msgspec

__all__ = ["DEPLOYED", "Link", "links"]

DEPLOYED = frozenset({"operation", "peacekeeping", "humanitarian", "monitoring_mission"})
"""Kinds of operation that deploy forces in earnest; an exercise is none."""


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A link of the chain.

    Attributes:
        name: short stable name, `snake_case`.
        asks: what is looked for, in words.
        words: words that tell of it in titles and texts, small letters.
        kinds: kinds of instrument that are it.
        source: the article or practice that asks for it.
        unless: words of a deployment's name for which it is not asked.
    """

    name: str
    asks: str
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    source: str
    unless: tuple[str, ...] = ()


class _Pack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    links: tuple[Link, ...]


@cache
def links() -> tuple[Link, ...]:
    """Return the links in their order."""
    text = (resources.files(__package__ or __name__) / "crisis.toml").read_text("utf-8")
    return msgspec.convert(tomllib.loads(text), _Pack, strict=False).links
