"""Who holds an office at a date, by the profiles."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from muniment.profiles import LoadedProfile
from muniment.reading.mention import Actor
from muniment.reading.scene import office_words
from muniment.terms import PartialDate

__all__ = ["Holders"]


class Holders:
    """The profiles' dated holders of offices."""

    def __init__(self, profiles: Sequence[LoadedProfile]) -> None:
        self._held: dict[tuple[frozenset[str], str], list[tuple[str, str, str]]] = {}
        self._by_person: dict[str, list[tuple[frozenset[str], bool, str, str]]] = {}
        for loaded in profiles:
            for holder in loaded.profile.holders:
                owner = holder.organization or loaded.profile.name
                key = (office_words(holder.office), owner)
                self._held.setdefault(key, []).append((holder.since, holder.until, holder.person))
                for name in (holder.person, *holder.aliases):
                    held = self._by_person.setdefault(name, [])
                    held.append((key[0], holder.acting, holder.since, holder.until))

    def fits(self, actors: Sequence[Actor], day: datetime.date) -> bool:
        """Whether everyone on a page whose office the profiles date held it on a day."""
        iso = day.isoformat()
        for actor in actors:
            for office in actor.offices:
                words = office_words(office.title)
                held = [h for h in self._by_person.get(actor.name, ()) if h[0] == words and h[1] == office.acting]
                if held and not any((not s or s <= iso) and (not u or iso <= u) for _, _, s, u in held):
                    return False
        return True

    def called(self, title: str, organization: str, name: str) -> str:
        """Return the full name of the one holder of an office, at any time, that goes by a name; empty for none or two.

        Args:
            title: the office, without "acting".
            organization: canonical name.
            name: family or first name.
        """
        held = self._held.get((office_words(title), organization), ())
        names = {person for _, _, person in held if name in person.split() and name != person}
        return names.pop() if len(names) == 1 else ""

    def at(self, title: str, organization: str, date: PartialDate | None) -> str:
        """Return who holds an office of an organisation at a date; empty where the profiles do not say or disagree.

        Args:
            title: the office, without "acting".
            organization: canonical name.
            date: as precise as known; None gives no holder.
        """
        if date is None:
            return ""
        day = date.iso
        held = self._held.get((office_words(title), organization), ())
        names = {name for since, until, name in held if (not since or since <= day) and (not until or day <= until)}
        return names.pop() if len(names) == 1 else ""
