"""What happens while a page is read, written down for whoever asks why; a reading without a trace pays nothing for it.

The trace watches the reading itself: what it holds is what the rules did, not what another grammar would do.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from muniment.reading.draft import Draft
from muniment.reading.rule import Found

if TYPE_CHECKING:
    from muniment.reading.scene import Scene

__all__ = ["Entered", "Given", "Match", "Trace"]


class Given(msgspec.Struct):
    """A draft as a rule gave it.

    Attributes:
        draft: the draft itself, which may become another while the page's drafts are put together.
        slots: what it claimed when it was given.
        speaker: who told of it.
        spans: (start, end, rule) of what bore it out; code points, half-open, into the page's text.
    """

    draft: Draft
    slots: dict[str, Any]
    speaker: str
    spans: tuple[tuple[int, int, str], ...]


class Match(msgspec.Struct):
    """A match of a rule's pattern in a sentence, and what its builder made of it; nothing where it refused."""

    sentence: int
    found: Found
    given: list[Given]


class Entered(msgspec.Struct):
    """What was known as a sentence began.

    Attributes:
        speaker: in whose quoted words it stands.
        pronoun: whom "he" or "she" means.
        names: position of each placeholder in the masked sentence -> what it stands for, in words.
    """

    speaker: str
    pronoun: str
    names: dict[int, str]


class Trace:
    """What happened while one page was read.

    Attributes:
        entered: number of a sentence -> what was known as it began.
        matches: every match of a rule's pattern, in the order they were built.
        attested: number of a sentence -> drafts that no pattern gave: people named with their offices.
    """

    def __init__(self) -> None:
        self.entered: dict[int, Entered] = {}
        self.matches: list[Match] = []
        self.attested: dict[int, list[Given]] = {}
        self._building: Match | None = None

    def enter(self, scene: Scene) -> None:
        """Write down what is known as a sentence begins."""
        sentence = scene.sentences[scene.number]
        names = {at: _name(scene, sentence.value(at)) for at in sentence.places() if sentence.kind(at) != "D"}
        self.entered[scene.number] = Entered(scene.speech, scene.last_actor, names)

    def watch(self, found: Found, scene: Scene, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """Yield what a builder makes of a match, and write down that it was asked."""
        match = Match(scene.number, found, [])
        self.matches.append(match)
        for draft in drafts:
            self._building = match
            yield draft
            self._building = None

    def take(self, draft: Draft) -> None:
        """Write down a draft as the reading takes it: that of the match being built, else of the sentence."""
        given = Given(draft, copy.deepcopy(draft.slots), draft.speaker, tuple(draft.spans))
        into = self._building.given if self._building else self.attested.setdefault(draft.sentence, [])
        into.append(given)


def _name(scene: Scene, value: Any) -> str:
    """Return what a placeholder stands for; of a name that several things have, the first."""
    return scene.name(value[0] if isinstance(value, list) else value)
