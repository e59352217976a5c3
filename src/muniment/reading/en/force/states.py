"""Names of states in a clause, in any writing of capitals: scanned treaties often have none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from muniment.profiles import World, world

__all__ = ["StateNames", "state_names"]

_FORMER = {
    "union of soviet socialist republics": "Russia", "soviet union": "Russia", "ussr": "Russia",
    "united kingdom of great britain and northern ireland": "United Kingdom", "great britain": "United Kingdom",
    "german democratic republic": "German Democratic Republic", "yugoslavia": "Yugoslavia",
    "czechoslovakia": "Czechoslovakia", "czechoslovak socialist republic": "Czechoslovakia",
    "polish people's republic": "Poland", "hungarian people's republic": "Hungary",
}  # fmt: skip
"""Former and formal names of treaties' time -> the state that continues them: UN Secretariat note of 24 December 1991
on the Russian Federation's continuation of the membership."""


class StateNames:
    """Every English name of a state, longest first, as one pattern."""

    def __init__(self, table: World) -> None:
        """Take the names of members and observers of the United Nations; one of four letters or fewer is none."""
        forms = {
            form.lower(): state.name
            for state in table.states
            if state.standing != "other"
            for form in (*state.aliases, state.official, state.name)
            if len(form) > 3
        }
        self._forms = forms | _FORMER
        longest = sorted(self._forms, key=len, reverse=True)
        words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)
        self._pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)

    def spans(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield each state named: its short name, and where the name stands; code points, half-open."""
        for match in self._pattern.finditer(text):
            yield self._forms[" ".join(match[0].lower().split())], match.start(), match.end()

    def find(self, text: str) -> tuple[str, ...]:
        """Return the short names of the states that a text names, each once, in order."""
        return tuple(dict.fromkeys(name for name, _, _ in self.spans(text)))


@cache
def state_names() -> StateNames:
    """Return the names of the world's states."""
    return StateNames(world())
