"""Who met whom, worked out once for all meetings and then read name by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from muniment.facade.kept import Question
from muniment.facade.looking import EVERY, Looking

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from muniment.facade.kept import Kept
    from muniment.registers.network import Met, Network, Tie

__all__ = ["KeptNetwork", "Ties"]

_NAMES, _TIES = "names", "ties"
"""Parts of the answer: every name, and every pair of names that met."""

_CORE = 40
"""Names with the most ties, whose ties among themselves are kept together: a picture's, which take longest to find."""


class KeptNetwork:
    """Who met whom over all meetings, of which any part can be read.

    Attributes:
        names: how many names were at those meetings.
        meetings: how many meetings were counted.
    """

    def __init__(self, kept: Kept[Met | Tie]) -> None:
        """Take the answer."""
        from muniment.registers.network import Tie

        self._kept = kept
        self.names: int = kept.counts.get(_NAMES, 0)
        self.meetings, self._core = kept.more(tuple[int, list[Tie]])

    def __len__(self) -> int:
        """Return how many pairs met."""
        return self._kept.counts.get(_TIES, 0)

    def ties(self, offset: int, limit: int) -> list[Tie]:
        """Return some pairs: those that met most often first, then those that met last."""
        return _ties(self._kept.some(offset, limit, _TIES))

    def largest(self, most: int) -> list[str]:
        """Return the names with the most ties, at most so many, those with more first."""
        return [one.name for one in _names(self._kept.some(0, most, _NAMES)) if one.ties]

    def own(self, name: str) -> str:
        """Return the spelling under which a name is counted; the name itself where nobody has it."""
        found = _names(self._kept.about(name)) or _names(self._kept.tagged([name]))
        return found[0].name if found else name

    def around(self, name: str) -> Network:
        """Return the network of a name, in any spelling: those that it met, and the ties among all of them."""
        name = self.own(name)
        near = {one.other if one.one == name else one.one for one in _ties(self._kept.tagged([name]))}
        return self.of({name, *near})

    def of(self, names: Collection[str]) -> Network:
        """Return the network of some names alone, in the spelling under which they are counted."""
        met = [one for name in sorted(names) for one in _names(self._kept.about(name))]
        if set(names) <= set(self.largest(_CORE)):
            return self._network(met, [one for one in self._core if one.one in names and one.other in names])
        return self._network(met, _ties(self._kept.tagged(names, least=2)))

    def whole(self) -> Network:
        """Return all of it."""
        met = sorted(_names(self._kept.some(0, self.names, _NAMES)), key=lambda one: one.name)
        return self._network(met, self.ties(0, len(self)))

    def _network(self, met: list[Met], ties: list[Tie]) -> Network:
        from muniment.registers.network import Network

        spelt = sorted((other, one.name) for one in met for other in one.spellings)
        return Network({one.name: one.times for one in met}, ties, self.meetings, dict(spelt))


def _names(told: Iterable[Met | Tie]) -> list[Met]:
    from muniment.registers.network import Met

    return [one for one in told if isinstance(one, Met)]


def _ties(told: Iterable[Met | Tie]) -> list[Tie]:
    from muniment.registers.network import Tie

    return [one for one in told if isinstance(one, Tie)]


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
        """Return who met whom over all meetings, to be read in part: names with the most ties first, then pairs."""
        from muniment.registers.network import Met, Tie, network

        question = Question(
            "network", {_NAMES: Met, _TIES: Tie}, part=lambda one: _NAMES if isinstance(one, Met) else _TIES,
            about=lambda one: one.name if isinstance(one, Met) else "",
            tags=lambda one: one.spellings if isinstance(one, Met) else (one.one, one.other),
        )  # fmt: skip

        def work_out() -> tuple[list[Met | Tie], tuple[int, list[Tie]]]:
            found = network(self.all_rows("meetings"))
            return [*found.met(), *found.ties], (found.meetings, found.of(found.largest(_CORE)).ties)

        return KeptNetwork(self.kept(question, "", work_out))
