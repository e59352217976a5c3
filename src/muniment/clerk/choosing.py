"""Choosing: which profiles a record is built with, put down as an entry, so that nobody has to name them again."""

from __future__ import annotations

from collections.abc import Sequence

from muniment.clerk.ports import AUTHOR, Clock, Stores
from muniment.clerk.project import enter
from muniment.errors import ProfileError
from muniment.ledger import KINDS, Filing
from muniment.ledger.kinds import PROFILES_CHOSEN
from muniment.profiles import LoadedProfile, load, shipped

__all__ = [
    "SHIPPED",
    "choose_profiles",
    "chosen_profiles",
    "lasting_names",
    "load_named",
    "named_one_by_one",
    "same_profiles",
]

SHIPPED = "shipped"
"""Stands for all shipped profiles of real organisations where profiles are named."""

_NONE = "none"


def load_named(names: Sequence[str]) -> tuple[LoadedProfile, ...]:
    """Return the profiles of some names or files; `shipped` stands for all shipped ones, `none` for none.

    Raises:
        ProfileError: a profile that is not there or does not hold.
    """
    every = [one for name in names if name != _NONE for one in (shipped() if name == SHIPPED else [name])]
    return tuple(load(name) for name in dict.fromkeys(every))


def named_one_by_one(names: Sequence[str]) -> list[str]:
    """Return those names that stand for one profile: `shipped` names none whose sources anybody meant to ask."""
    return [name for name in names if name != SHIPPED]


def chosen_profiles(stores: Stores) -> list[str]:
    """Return the names or files of the profiles that the record is built with; `shipped` where nobody chose any."""
    chosen = stores.ledger.about([PROFILES_CHOSEN])
    return list(KINDS.lift(chosen[-1]).body["names"]) if chosen else [SHIPPED]


def choose_profiles(stores: Stores, names: Sequence[str], clock: Clock) -> None:
    """Put down which profiles the record is built with from now on; without names, nothing.

    Writes: a `profiles.chosen` entry.
    """
    if names:
        enter(stores, [Filing("profiles.chosen/1", AUTHOR, {"names": list(names)})], clock)


def same_profiles(names: Sequence[str], loaded: tuple[LoadedProfile, ...]) -> bool:
    """Whether some names stand for just these profiles, byte for byte."""
    try:
        return [one.id for one in load_named(names)] == [one.id for one in loaded]
    except ProfileError:
        return False


def lasting_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return the names of profiles so that the next build finds them from wherever it is run: files by whole paths."""
    known = {_NONE, SHIPPED, *shipped(samples=True)}
    return tuple(name if name in known else str(load(name).path.resolve()) for name in names)
