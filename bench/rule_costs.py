"""What each reading rule takes: how often it is tried, how often it matches, and how long that lasts.

For whoever writes rules: a rule that is tried on many sentences and matches on few wants rarer trigger words; one whose
tries are slow wants a pattern that begins with something rare.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import regex

from muniment.profiles import load, shipped, world
from muniment.reading.draft import Draft
from muniment.reading.en.grammar import Grammar
from muniment.reading.rule import Found
from muniment.reading.scene import Scene
from muniment.terms import Page

__all__ = ["RuleCost", "rule_costs"]


class RuleCost(msgspec.Struct):
    """What one rule took over some pages.

    Attributes:
        rule: its name.
        tried: sentences it was tried on; places, where the rule says where it may begin.
        matches: matches of its pattern.
        drafts: drafts made of them.
        matching: seconds spent on the pattern.
        building: seconds spent on making drafts.
    """

    rule: str
    tried: int = 0
    matches: int = 0
    drafts: int = 0
    matching: float = 0.0
    building: float = 0.0

    @property
    def seconds(self) -> float:
        """Seconds in all."""
        return self.matching + self.building


class _Watched:
    """A rule's pattern that keeps account of its use."""

    def __init__(self, pattern: regex.Pattern[str], cost: RuleCost) -> None:
        self._pattern = pattern
        self._cost = cost

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def search(self, text: str) -> regex.Match[str] | None:
        started = time.process_time()
        match = self._pattern.search(text)
        self._cost.matching += time.process_time() - started
        self._cost.tried += 1
        self._cost.matches += match is not None
        return match

    def match(self, text: str, at: int) -> regex.Match[str] | None:
        started = time.process_time()
        match = self._pattern.match(text, at)
        self._cost.matching += time.process_time() - started
        self._cost.tried += 1
        self._cost.matches += match is not None
        return match

    def finditer(self, text: str) -> Iterator[regex.Match[str]]:
        started = time.process_time()
        matches = list(self._pattern.finditer(text))
        self._cost.matching += time.process_time() - started
        self._cost.tried += 1
        self._cost.matches += len(matches)
        return iter(matches)


def _watched_build(build: Any, cost: RuleCost) -> Any:
    def watched(found: Found, scene: Scene) -> Iterator[Draft]:
        started = time.process_time()
        for draft in build(found, scene):
            cost.building += time.process_time() - started
            cost.drafts += 1
            yield draft
            started = time.process_time()
        cost.building += time.process_time() - started

    return watched


class _Watch:
    """A grammar whose rules are watched while it lasts."""

    def __init__(self, grammar: Grammar) -> None:
        self.costs: list[RuleCost] = []
        patterns: dict[str, Any] = grammar._patterns
        for number, rule in enumerate(grammar._rules):
            cost = RuleCost(rule.name)
            self.costs.append(cost)
            # a remark, so that rules that share a pattern are told apart
            written = f"{rule.pattern}(?#{rule.name})"
            patterns[written] = _Watched(rule.compiled(), cost)
            build = _watched_build(rule.build, cost)
            grammar._rules[number] = msgspec.structs.replace(rule, build=build, pattern=written)


def rule_costs(pages: Iterable[Page], passes: int = 3) -> tuple[list[RuleCost], float]:
    """Return what each rule took over the pages, the dearest first, and the seconds the grammar took in all.

    Args:
        pages: what is read; in English.
        passes: how often all pages are read; counts and seconds are of one pass.
    """
    grammar = Grammar([load(name) for name in shipped()], world())
    kept: Sequence[Page] = list(pages)
    for page in kept:
        grammar.read(page)  # caches of words warm, as they are in a long run
    watch = _Watch(grammar)
    started = time.process_time()
    for _ in range(passes):
        for page in kept:
            grammar.read(page)
    seconds = (time.process_time() - started) / passes
    for cost in watch.costs:
        cost.tried, cost.matches, cost.drafts = cost.tried // passes, cost.matches // passes, cost.drafts // passes
        cost.matching, cost.building = cost.matching / passes, cost.building / passes
    return sorted(watch.costs, key=lambda cost: -cost.seconds), seconds
