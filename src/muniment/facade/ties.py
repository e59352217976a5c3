"""Who met whom, worked out once for all meetings and then read name by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.facade.kept import Question
from muniment.facade.looking import EVERY, Looking

if TYPE_CHECKING:
    from collections.abc import Collection

    from muniment.facade.kept import Kept
    from muniment.registers.network import Met, Network, Tie

__all__ = ["KeptNetwork", "Ties"]


class KeptNetwork:
    """Who met whom over all meetings, of which any part can be read.

    Attributes:
        names: those that met somebody or were alone, those with the most ties first.
        ties: pairs, those that met most often first, then those that met last.
        meetings: how many meetings were counted.
    """

    def __init__(self, names: Kept[Met], ties: Kept[Tie]) -> None:
        """Take the two answers it consists of."""
        self.names = names
        self.ties = ties
        self.meetings: int = names.more(int)

    def largest(self, most: int) -> list[str]:
        """Return the names with the most ties, at most so many, those with more first."""
        return [one.name for one in self.names.in_turn(0, most) if one.ties]

    def own(self, name: str) -> str:
        """Return the spelling under which a name is counted; the name itself where nobody has it."""
        found = [*self.names.about(name), *self.names.tagged([name])]
        return found[0].name if found else name

    def around(self, name: str) -> Network:
        """Return the network of a name, in any spelling: those that it met, and the ties among all of them."""
        name = self.own(name)
        near = {one.other if one.one == name else one.one for one in self.ties.tagged([name])}
        return self.of({name, *near})

    def of(self, names: Collection[str]) -> Network:
        """Return the network of some names alone, in the spelling under which they are counted."""
        met = sorted((one for name in names for one in self.names.about(name)), key=lambda one: one.name)
        return self._network(met, self.ties.tagged(names, least=2))

    def whole(self) -> Network:
        """Return all of it."""
        return self._network(sorted(self.names, key=lambda one: one.name), list(self.ties))

    def _network(self, met: list[Met], ties: list[Tie]) -> Network:
        from muniment.registers.network import Network

        spelt = sorted((other, one.name) for one in met for other in one.spellings)
        return Network({one.name: one.times for one in met}, ties, self.meetings, dict(spelt))


class Ties(Looking):
    """Who met whom."""

    def network(self, around: str = "", since: str = "", until: str = "") -> Network:
        """Return who met whom, counted over meetings that were held.

        Args:
            around: only this name, those it met, and the ties among them; everybody where empty.
            since: ISO 8601 date before which no meeting counted began.
            until: ISO 8601 date after which none began.
        """
        from muniment.registers.network import network

        if not since and not until:
            kept = self.kept_network()
            return kept.around(around) if around else kept.whole()
        where = {name: day for name, day in (("since", since or "0001"), ("until", until)) if day}
        found = network(self.rows("meetings", where=where, sort="date", limit=EVERY).rows)
        return found.around(around) if around else found

    def kept_network(self) -> KeptNetwork:
        """Return who met whom over all meetings, to be read in part."""
        from muniment.registers.network import Met, Tie, network

        def counted() -> tuple[list[Tie], tuple[int, list[Met]]]:
            found = network(self.all_rows("meetings"))
            return found.ties, (found.meetings, found.met())

        ties = self.kept(Question("ties", Tie, tags=lambda one: (one.one, one.other)), "", counted)

        def met() -> tuple[list[Met], int]:
            meetings, names = ties.more(tuple[int, list[Met]])
            return names, meetings

        names = Question("names that met", Met, about=lambda one: one.name, tags=lambda one: one.spellings)
        return KeptNetwork(self.kept(names, "", met), ties)
