"""What an act is about: topics whose words stand in its own title, agenda or text, never in a name beside it."""

from __future__ import annotations

import bisect
import functools
import operator
import re
from collections.abc import Sequence

import ahocorasick_rs

from muniment.profiles.topics import Scheme
from muniment.reading.draft import Draft
from muniment.reading.en.discussed import is_event, leads
from muniment.reading.mask import Masked
from muniment.reading.scene import Scene

__all__ = ["Topics"]

_start = operator.attrgetter("start")

_STAR = re.escape("*")


class Topics:
    """Finds the topics of a text by the words of a scheme; built once, used for any number of texts."""

    def __init__(self, scheme: Scheme, language: str) -> None:
        """Prepare the words of a language.

        Args:
            scheme: the topics.
            language: ISO 639-1 code of the words.
        """
        self._order = {topic.label: number for number, topic in enumerate(scheme.topics.values())}
        self._gives: list[tuple[str, ...]] = []
        self._words: list[str] = []
        self._label: list[str] = []
        self._refuses: list[bool] = []
        begins: list[str] = []
        for name, topic in scheme.topics.items():
            above = tuple(wider.label for wider in scheme.above(name))
            for refuses, words in ((False, topic.words.get(language, ())), (True, topic.unless.get(language, ()))):
                for word in words:
                    begins.append(word.partition("*")[0])
                    self._words.append(word)
                    self._gives.append((*above, topic.label))
                    self._label.append(topic.label)
                    self._refuses.append(refuses)
        self._finder = ahocorasick_rs.AhoCorasick(begins, implementation=ahocorasick_rs.Implementation.DFA)

    def of(self, text: str) -> list[str]:
        """Return the topics of a text, in the scheme's order: each with those that it belongs to."""
        return self._ordered(self._found(_plain(text)))

    def tell(self, scene: Scene) -> None:
        """Give the meetings, instruments and statements of a page their topics."""
        masked: dict[int, list[tuple[int, int, int]]] = {}
        for draft in scene.drafts:
            if draft.register == "instruments":
                told = self._found(_plain(draft.slots.get("title")))
            elif draft.register == "statements":
                told = self._found(_plain(draft.slots.get("text")))
                if told:
                    own = self._outside_names(draft, scene, masked)
                    told = [hit for hit in told if self._label[hit[2]] in own]
            elif draft.register == "meetings":
                told = self._found(_plain(" | ".join(draft.slots.get("agenda") or ())))
                told += self._named(draft.slots.get("bodies") or ())
                told += self._led_to(draft, scene, masked)
            else:
                continue
            if told:
                draft.slots["topics"] = self._ordered(told)

    def _found(self, text: str) -> list[tuple[int, int, int]]:
        """Return start, end and number of each word that gives a topic in a text of small letters."""
        found: list[tuple[int, int, int]] = []
        refused: list[tuple[int, int, str]] = []
        for number, start, _ in self._finder.find_matches_as_indexes(text, overlapping=True):
            if start and text[start - 1].isalnum():
                continue
            match = _pattern(self._words[number]).match(text, start)
            if match is None:
                continue
            if self._refuses[number]:
                refused.append((start, match.end(), self._label[number]))
            else:
                found.append((start, match.end(), number))
        if not refused:
            return found
        return [
            hit
            for hit in found
            if not any(s <= hit[0] and hit[1] <= e and label == self._label[hit[2]] for s, e, label in refused)
        ]

    def _ordered(self, found: Sequence[tuple[int, int, int]]) -> list[str]:
        labels = {label for _, _, number in found for label in self._gives[number]}
        return sorted(labels, key=self._order.__getitem__)

    def _named(self, names: Sequence[str]) -> list[tuple[int, int, int]]:
        """Return the words that give a topic in names of events, which are titles of their own; not of bodies."""
        titles = [name for name in map(_plain, names) if is_event(name)]
        return [hit for title in titles for hit in self._found(title)]

    def _outside_names(self, draft: Draft, scene: Scene, masked: dict[int, list[tuple[int, int, int]]]) -> set[str]:
        """Return the topics that the sentences of a draft give where every name is left out."""
        return {
            self._label[number]
            for at, sentence in _sentences(draft, scene)
            for _, _, number in self._in_sentence(at, sentence, masked)
        }

    def _led_to(
        self, draft: Draft, scene: Scene, masked: dict[int, list[tuple[int, int, int]]]
    ) -> list[tuple[int, int, int]]:
        """Return the words that a meeting's sentences say it was about, names left out."""
        return [
            hit
            for at, sentence in _sentences(draft, scene)
            for hit in self._in_sentence(at, sentence, masked)
            if leads(sentence.lowered, hit[0])
        ]

    def _in_sentence(
        self, at: int, sentence: Masked, masked: dict[int, list[tuple[int, int, int]]]
    ) -> list[tuple[int, int, int]]:
        if at not in masked:
            masked[at] = self._found(_unhyphened(sentence.lowered))
        return masked[at]


@functools.cache
def _pattern(word: str) -> re.Pattern[str]:
    """Return a word or phrase compiled; when it is first met, since few pages need them all."""
    return re.compile(re.escape(word).replace(_STAR, r"\w*") + r"\b")


def _plain(text: object) -> str:
    """Return a slot's text as phrases are looked for in it: small letters, single blanks, no hyphens."""
    return " ".join(_unhyphened(str(text or "").lower()).split())


def _unhyphened(text: str) -> str:
    """Return a text of the same length with a blank for every hyphen."""
    return text.replace("-", " ").replace("‑", " ")


def _sentences(draft: Draft, scene: Scene) -> list[tuple[int, Masked]]:
    """Return the sentences that a draft's evidence stands in, with their numbers."""
    numbers: set[int] = set()
    for start, end, _ in draft.spans:
        at = bisect.bisect_left(scene.sentences, end, key=_start) - 1
        while at >= 0 and scene.sentences[at].end > start:
            numbers.add(at)
            at -= 1
    return [(at, scene.sentences[at]) for at in sorted(numbers)]
