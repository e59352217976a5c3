"""States and cities of the world: names in many languages, adjectives, capitals, and where they are.

Made by `tools/make_world.py`; where they are by `tools/make_map.py`.
"""

from __future__ import annotations

import functools
from importlib import resources

import msgspec

__all__ = ["City", "Points", "State", "World", "plain", "points", "world"]


class State(msgspec.Struct, frozen=True):
    """A state, or a territory that CLDR names.

    Attributes:
        code: ISO 3166-1 alpha-2 (`XK` as CLDR has it).
        alpha3: ISO 3166-1 alpha-3; empty where CLDR has none.
        name: short English name.
        official: formal English name without the article, "Republic of Armenia"; the short name where there is none.
        standing: to the United Nations: "member", "observer" or "other" (territories and disputed places).
        capital: city; empty where the tables give none.
        aliases: other English names.
        demonyms: adjectives, "Armenian"; a few belong to two states.
        stems: what combines with a hyphen, "Sino"; mostly empty.
        names: ISO 639-1 code -> short name in that language.
    """

    code: str
    alpha3: str
    name: str
    official: str
    standing: str
    capital: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    stems: tuple[str, ...]
    names: dict[str, str]


class City(msgspec.Struct, frozen=True):
    """A capital, a seat of an international organisation or a city where they meet.

    Attributes:
        name: English name.
        state: ISO 3166-1 alpha-2 code.
        capital: whether it is the state's capital.
        aliases: other spellings and former names.
    """

    name: str
    state: str
    capital: bool
    aliases: tuple[str, ...]


class World(msgspec.Struct, frozen=True):
    """Every state and city, with look-up by any English name.

    Attributes:
        states: sorted by code.
        cities: sorted by state, the capital first.
        ambiguous: English names that several states can claim -> their codes ("Congo"); no alias of any of them.
        by_name: every unambiguous English name, in the form of `plain` -> state.
        by_code: ISO 3166-1 alpha-2 -> state.
        by_alpha3: ISO 3166-1 alpha-3 -> state.
        by_city: every name of a city, in the form of `plain` -> cities, capitals first.
    """

    states: tuple[State, ...]
    cities: tuple[City, ...]
    ambiguous: dict[str, tuple[str, ...]]
    by_name: dict[str, State]
    by_code: dict[str, State]
    by_alpha3: dict[str, State]
    by_city: dict[str, tuple[City, ...]]

    def state(self, name: str) -> State | None:
        """The state of this English name or ISO code; None where no state or more than one bears it."""
        return self.by_name.get(plain(name)) or self.by_code.get(name) or self.by_alpha3.get(name)

    def city(self, name: str) -> City | None:
        """The city of this name, the capital where several bear it; None where none does."""
        return next(iter(self.by_city.get(plain(name), ())), None)


class Points(msgspec.Struct, frozen=True):
    """Where states and cities are: degrees north and east, to a tenth.

    Attributes:
        states: ISO 3166-1 alpha-2 code -> the middle of the state's largest piece of land.
        cities: "code/name" -> the city, for the cities that a time zone is named for.
    """

    states: dict[str, tuple[float, float]]
    cities: dict[str, tuple[float, float]]


class _States(msgspec.Struct):
    states: tuple[State, ...]
    ambiguous: dict[str, tuple[str, ...]]


class _Cities(msgspec.Struct):
    cities: tuple[City, ...]


def plain(name: str) -> str:
    """Return a name with one kind of apostrophe and blank, and no leading "the"."""
    text = " ".join(name.replace("’", "'").replace("\xa0", " ").split())
    return text[4:] if text[:4] in ("the ", "The ") else text


@functools.cache
def points() -> Points:
    """Return where states and cities are; read once."""
    content = (resources.files(__package__ or __name__) / "points.json").read_bytes()
    return msgspec.json.decode(content, type=Points)


@functools.cache
def world() -> World:
    """Return the world; read once, about 10 ms."""
    folder = resources.files(__package__ or __name__)
    read = msgspec.json.decode((folder / "states.json").read_bytes(), type=_States)
    cities = msgspec.json.decode((folder / "cities.json").read_bytes(), type=_Cities).cities
    by_name = {plain(name): state for state in read.states for name in (state.name, state.official, *state.aliases)}
    by_city: dict[str, tuple[City, ...]] = {}
    for city in sorted(cities, key=lambda each: not each.capital):
        for name in dict.fromkeys(map(plain, (city.name, *city.aliases))):
            by_city[name] = (*by_city.get(name, ()), city)
    by_code = {state.code: state for state in read.states}
    by_alpha3 = {state.alpha3: state for state in read.states if state.alpha3}
    return World(read.states, cities, read.ambiguous, by_name, by_code, by_alpha3, by_city)
