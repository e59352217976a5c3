"""Who met whom: every pair of names that were at a meeting together, counted over meetings that were held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.dossier import present
from muniment.registers.identity.people import FULL, compare, is_name, surname_keys
from muniment.registers.row import Row

__all__ = ["Met", "Network", "Tie", "network"]

_HELD = (None, "held")
"""Status of a meeting that is counted: told to be held, or told of without a status."""


class Tie(msgspec.Struct, frozen=True):
    """Two names that met.

    Attributes:
        one: the name that comes first in the alphabet.
        other: the other.
        times: at how many meetings both were.
        last: the day of the last of them, ISO 8601; empty where none has a date.
        row: the row of that meeting.
    """

    one: str
    other: str
    times: int
    last: str
    row: str


class Met(msgspec.Struct, frozen=True):
    """A name at meetings that were held.

    Attributes:
        name: the commonest spelling of it.
        times: at how many meetings it was.
        ties: how often others were there with it, each of them counted.
        spellings: its other spellings.
    """

    name: str
    times: int
    ties: int
    spellings: tuple[str, ...] = ()


class Network(msgspec.Struct, frozen=True):
    """Who met whom.

    Attributes:
        names: every name at those meetings -> at how many of them it was.
        ties: pairs, those that met most often first, then those that met last.
        meetings: how many meetings were counted.
        spelt: other spellings of a person's name -> the commonest one, under which they are counted.
    """

    names: dict[str, int]
    ties: list[Tie]
    meetings: int
    spelt: dict[str, str] = {}

    def own(self, name: str) -> str:
        """Return the spelling under which a name is counted."""
        return self.spelt.get(name, name)

    def around(self, name: str) -> Network:
        """Return the network of a name, in any spelling: those that it met, and the ties among all of them."""
        name = self.own(name)
        near = {one.other if one.one == name else one.one for one in self.ties if name in (one.one, one.other)}
        return self.of({name, *near})

    def of(self, names: Iterable[str]) -> Network:
        """Return the network of some names alone, in any spelling."""
        kept = {self.own(name) for name in names}
        ties = [one for one in self.ties if one.one in kept and one.other in kept]
        names = {name: times for name, times in self.names.items() if name in kept}
        spelt = {other: name for other, name in self.spelt.items() if name in kept}
        return Network(names, ties, self.meetings, spelt)

    def largest(self, most: int) -> list[str]:
        """Return the names with the most ties, at most so many, those with more first."""
        return [one.name for one in self.met()[:most] if one.ties]

    def met(self) -> list[Met]:
        """Return every name with what is counted of it, those with the most ties first."""
        counted: Counter[str] = Counter()
        for one in self.ties:
            counted.update({one.one: one.times, one.other: one.times})
        spellings: dict[str, list[str]] = {}
        for other, name in self.spelt.items():
            spellings.setdefault(name, []).append(other)
        found = [Met(name, times, counted[name], tuple(spellings.get(name, ()))) for name, times in self.names.items()]
        return sorted(found, key=lambda one: (-one.ties, one.name))


def network(meetings: Iterable[Row]) -> Network:
    """Return who met whom at meetings that were held; those told to be to come, postponed or cancelled are left out.

    A person whose name is spelt in several ways, told to be one by the rules of identity, is one.
    """
    held = [row for row in meetings if row.slots.get("status") in _HELD]
    chosen = _spelt(Counter(name for row in held for name in set(present(row.slots))))
    names: Counter[str] = Counter()
    found: dict[tuple[str, str], tuple[int, str, str]] = {}
    start = REGISTERS["meetings"].date
    for row in held:
        there = sorted({chosen[name] for name in present(row.slots)})
        names.update(there)
        date = start(row.slots)
        for pair in combinations(there, 2):
            times, last, place = found.get(pair, (0, "", row.id))
            found[pair] = (times + 1, *((date, row.id) if date >= last else (last, place)))
    ties = [Tie(one, other, *what) for (one, other), what in sorted(found.items())]
    ties.sort(key=lambda one: one.last, reverse=True)
    spelt = {name: other for name, other in sorted(chosen.items()) if name != other}
    return Network(dict(sorted(names.items())), sorted(ties, key=lambda one: -one.times), len(held), spelt)


def _spelt(names: Mapping[str, int]) -> dict[str, str]:
    """Return each name -> the commonest spelling of it among some that are counted."""
    chosen: dict[str, str] = {}
    known: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-names[name], name)):
        keys = surname_keys(name) if is_name(name) else []
        others = (other for key in keys for other in known.get(key, ()) if compare(name, other) == FULL)
        chosen[name] = next(others, name)
        if chosen[name] == name:
            for key in keys:
                known.setdefault(key, []).append(name)
    return chosen
