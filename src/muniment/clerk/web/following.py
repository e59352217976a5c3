"""Following: which sources a record follows, and how each stands.

Sources are stated by the record's profiles, or were given on the command line; those are remembered with the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from muniment.archive.web import normal
from muniment.clerk.ports import Stores
from muniment.clerk.web.moments import later
from muniment.errors import UsageError
from muniment.profiles import LoadedProfile
from muniment.profiles.schema import RHYTHMS, SOURCE_KINDS, Source
from muniment.terms.ids import digest

__all__ = ["BY_HAND", "Fared", "Followed", "Poll", "by_hand", "followed", "next_at", "polls", "put_poll"]

BY_HAND = ""
"""Origin of a source that was given on the command line."""


class Followed(msgspec.Struct, frozen=True):
    """A source with where it comes from.

    Attributes:
        source: the source, its address in its one form.
        origin: slug of the profile that states it; `BY_HAND` for one given on the command line.
    """

    source: Source
    origin: str = BY_HAND

    @property
    def rhythm(self) -> int:
        """Seconds after which it usually has something new."""
        return RHYTHMS[self.source.rhythm or "daily"]

    @property
    def settings(self) -> str:
        """One hash of all that decides what it names."""
        stated: dict[str, Any] = msgspec.to_builtins(self.source)
        return digest({key: value for key, value in stated.items() if key != "source"})


class Fared(msgspec.Struct):
    """How something that is looked for on the pages of a source fared: what a selector finds, or claims.

    Attributes:
        matched: pages on which it was found.
        missed: pages on which it was not.
        in_a_row: of these, those since it was last found.
        matched_at: when it was last found, UTC.
        missed_on: the last page on which it was not.
    """

    matched: int = 0
    missed: int = 0
    in_a_row: int = 0
    matched_at: str = ""
    missed_on: str = ""

    def note(self, found: bool, source: str, seen_at: str) -> None:
        """Count one page more, by its address and when it was captured."""
        if found:
            self.matched += 1
            self.in_a_row = 0
            self.matched_at = seen_at
        else:
            self.missed += 1
            self.in_a_row += 1
            self.missed_on = source


class Poll(msgspec.Struct):
    """How a source stands.

    Attributes:
        source: the source, as it was when last asked.
        origin: as in `Followed`.
        settings: its hash.
        first_at: when it was first asked, UTC.
        begun_at: when it was last set out to ask it.
        polled_at: when it last answered as it should; empty where it never did.
        new_at: when it last gave a page that was new or had changed; empty where it never did.
        error: why it did not answer as it should, as `MunimentError.record()`; empty where it did.
        selectors: how each of its selectors fared.
        reading: how its pages fared that were read for the first time: whether they gave claims.
        days: the newest days on which it had something new, ISO 8601, in order.
    """

    source: Source
    origin: str = BY_HAND
    settings: str = ""
    first_at: str = ""
    begun_at: str = ""
    polled_at: str = ""
    new_at: str = ""
    error: dict[str, str] = {}
    selectors: dict[str, Fared] = {}
    reading: Fared = msgspec.field(default_factory=Fared)
    days: list[str] = []


def by_hand(address: str, kind: str = "page", rhythm: str = "") -> Followed:
    """Return the source that somebody gives on the command line.

    Raises:
        UsageError: there is no such kind or rhythm.
        CaptureError: the address is none.
    """
    for value, known, name in ((kind, SOURCE_KINDS, "kind"), (rhythm or "daily", RHYTHMS, "rhythm")):
        if value not in known:
            raise UsageError(
                f"{value!r} is no {name} of a source", code="unknown-choice", where=address,
                hint=f"It is one of {', '.join(sorted(known))}.",
            )  # fmt: skip
    return Followed(Source(address=normal(address), kind=kind, rhythm=rhythm))


def followed(stores: Stores, profiles: Iterable[LoadedProfile], others: Iterable[LoadedProfile] = ()) -> list[Followed]:
    """Return the sources a record follows: those its profiles state, then those given by hand, each address once.

    Args:
        stores: the record.
        profiles: whose sources it follows.
        others: of whose sources it follows those alone that it has asked before.

    Raises:
        CaptureError: a profile states an address that is none.
    """
    found: dict[str, Followed] = {}
    asked = polls(stores)
    for one in _stated(profiles):
        found.setdefault(one.source.address, one)
    for one in _stated(others):
        if one.source.address in asked:
            found.setdefault(one.source.address, one)
    for address, poll in asked.items():
        if poll.origin == BY_HAND:
            found.setdefault(address, Followed(poll.source))
    return list(found.values())


def _stated(profiles: Iterable[LoadedProfile]) -> Iterator[Followed]:
    for loaded in profiles:
        for stated in loaded.profile.sources:
            yield Followed(msgspec.structs.replace(stated, address=normal(stated.address)), loaded.profile.slug)


def polls(stores: Stores) -> dict[str, Poll]:
    """Return how each source stands that was ever asked, by address."""
    return {name: msgspec.convert(state, Poll) for name, state in stores.intake.polls().items()}


def put_poll(stores: Stores, poll: Poll) -> None:
    """Put down how a source stands."""
    state: dict[str, Any] = msgspec.to_builtins(poll)
    stores.intake.put_poll(poll.source.address, state)


def next_at(one: Followed, poll: Poll | None) -> str:
    """Return when a source is to be asked next, UTC; empty for at once."""
    return later(poll.begun_at, one.rhythm) if poll is not None and poll.begun_at else ""
