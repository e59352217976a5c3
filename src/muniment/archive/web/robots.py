"""What a site asks of robots: the Robots Exclusion Protocol (RFC 9309), with the `Crawl-delay` many sites add."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from urllib.parse import quote, unquote_to_bytes

import msgspec

__all__ = ["MOST_BYTES", "Robots"]

MOST_BYTES = 500 << 10
"""Bytes of a robots.txt that are read (RFC 9309, section 2.5: at least 500 KiB)."""

_LONGEST_DELAY = 60.0
"""Longest `Crawl-delay` kept to, seconds: with more, a site of a thousand pages takes more than a day (judgement)."""

_LINE = re.compile(r"^[ \t]*([A-Za-z-]+)[ \t]*:[ \t]*(.*?)[ \t]*(?:#.*)?$")
_TOKEN = re.compile(r"[A-Za-z_-]+")
_RESERVED = re.compile(r"%(2[0-9A-Ca-cFf]|3[A-Fa-f]|40|5[BDbd])")


class _Rule(msgspec.Struct, frozen=True):
    """One line that allows or forbids.

    Attributes:
        allows: whether it allows.
        pieces: what its pattern is made of between the `*`.
        ended: whether the path must end where the pattern does.
        weight: octets of the pattern.
    """

    allows: bool
    pieces: tuple[str, ...]
    ended: bool
    weight: int

    def matches(self, path: str) -> bool:
        """Whether a path begins as the pattern says; time grows with the path's length alone."""
        first, *others = self.pieces
        if not path.startswith(first):
            return False
        if self.ended and not others:
            return path == first
        at = len(first)
        for piece in others[:-1] if self.ended else others:
            at = path.find(piece, at)
            if at < 0:
                return False
            at += len(piece)
        return not self.ended or (len(path) - len(others[-1]) >= at and path.endswith(others[-1]))


class _Group(msgspec.Struct):
    """The rules for some robots."""

    agents: list[str]
    rules: list[_Rule] = []
    delay: float | None = None


class Robots:
    """What one site asks of robots.

    Args:
        text: the content of its robots.txt; what is no line of it is passed over.
    """

    def __init__(self, text: str) -> None:
        """Keep the text; it is read when it is first asked about."""
        self._text = text

    @classmethod
    def of(cls, content: bytes) -> Robots:
        """Return what the bytes of a robots.txt ask."""
        return cls(content[:MOST_BYTES].decode("utf-8-sig", "replace"))

    @classmethod
    def all_allowed(cls) -> Robots:
        """Return what a site without a robots.txt asks: nothing."""
        return cls("")

    @classmethod
    def all_forbidden(cls) -> Robots:
        """Return what is to be taken as asked where a robots.txt cannot be had (RFC 9309, section 2.3.1.4)."""
        return cls("User-agent: *\nDisallow: /")

    def allows(self, agent: str, path: str) -> bool:
        """Whether a robot may ask for a path (with its query).

        The longest matching pattern decides, an allowing one where two are as long; nothing matching allows.

        Args:
            agent: the robot's product token.
            path: as in a request line.
        """
        if path == "/robots.txt":
            return True
        found = _plain(path)
        best: tuple[int, bool] = (-1, True)
        for rule in self._for(agent).rules:
            if rule.matches(found):
                best = max(best, (rule.weight, rule.allows))
        return best[1]

    def delay(self, agent: str) -> float:
        """Return the seconds a robot is asked to leave between two requests; 0 where nothing is asked."""
        return min(self._for(agent).delay or 0.0, _LONGEST_DELAY)

    def _for(self, agent: str) -> _Group:
        """Return all groups for a robot as one: those that name it, else those for `*`."""
        token = agent.lower()
        for name in (token, "*"):
            groups = [group for group in self._groups if name in group.agents]
            if groups:
                delays = [group.delay for group in groups if group.delay is not None]
                return _Group([name], [rule for group in groups for rule in group.rules], max(delays, default=None))
        return _Group([])

    @cached_property
    def _groups(self) -> list[_Group]:
        groups: list[_Group] = []
        open_for_agents = False
        for name, value in self._lines():
            if name == "user-agent":
                if not open_for_agents:
                    groups.append(_Group([], []))
                token = _TOKEN.match(value)
                groups[-1].agents.append("*" if value.startswith("*") else token.group().lower() if token else "")
                open_for_agents = True
                continue
            if not groups or name not in ("allow", "disallow", "crawl-delay"):
                continue  # sitemaps and unknown lines end no group (RFC 9309, section 2.2.4)
            open_for_agents = False
            if name == "crawl-delay":
                groups[-1].delay = _seconds(value)
            elif value:
                groups[-1].rules.append(_rule(name == "allow", value))
        return groups

    def _lines(self) -> Iterator[tuple[str, str]]:
        for line in re.split(r"\r\n|\r|\n", self._text):
            found = _LINE.match(line)
            if found is not None:
                yield found.group(1).lower(), found.group(2).strip()


def _rule(allows: bool, value: str) -> _Rule:
    """Return the rule a path pattern makes: `*` is any run of characters, `$` at the end the path's end."""
    ended = value.endswith("$")
    pieces = tuple(_plain(piece) for piece in (value[:-1] if ended else value).split("*"))
    return _Rule(allows, pieces, ended, len(_plain(value).encode()))


def _plain(path: str) -> str:
    """Return a path in one spelling: all encoded but what stands for itself, and reserved signs left as they came.

    `/%7ejoe` and `/~joe` are one path, `/a%2Fb` and `/a/b` two (RFC 9309, section 2.2.2).
    """
    kept = _RESERVED.sub(lambda sign: f"%25{sign.group(1).upper()}", path)
    return quote(unquote_to_bytes(kept), "/%*?$&=+,;:@!'()~-._")


def _seconds(value: str) -> float | None:
    try:
        found = float(value)
    except ValueError:
        return None
    return found if 0 <= found < float("inf") else None
