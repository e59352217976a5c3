"""Rules are tried only where they may match: never so seldom that a match is lost, never so often that one is dear.

What is counted are tries, which are the same on every machine.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import regex

import muniment.samples
from muniment.archive import Intake, pages
from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.reading.en.rules import RULES
from muniment.reading.mask import Masked, expand
from muniment.reading.pattern import PATTERNS, compiled
from muniment.reading.rule import Rule
from muniment.reading.sieve import bits
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())
SAMPLES = Path(muniment.samples.__file__).parent / "pages"

DEAR = 0.25
"""Share of sentences on which a rule may be tried in vain; the dearest is at 0.20 (2026-11)."""
DEAR_IN_ALL = 4.0
"""Rules that may be tried on a sentence in vain, on average; there are 3.1 with 270 rules (2026-11)."""


@cache
def sentences() -> tuple[Masked, ...]:
    """Return the paragraphs' sentences of the sample pages."""
    scenes = [GRAMMAR.scene(page) for page in pages(Intake([SAMPLES])) if isinstance(page, Page)]
    return tuple(s for scene in scenes for s, k in zip(scene.sentences, scene.kinds, strict=True) if k == "paragraph")


def example(text: str) -> Masked:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return GRAMMAR.scene(page).sentences[-1]


@cache
def tries() -> tuple[Counter[str], Counter[str]]:
    """Return on how many sentences each rule is tried, and on how many of them it matches."""
    tried: Counter[str] = Counter()
    matched: Counter[str] = Counter()
    for sentence in sentences():
        passed, called = GRAMMAR._sifted(sentence)
        for number in bits(passed & called):
            rule = RULES[number]
            places = rule.starts(sentence) if rule.starts is not None else None
            if (rule.needs and regex.search(expand(rule.needs), sentence.text) is None) or places == []:
                continue
            tried[rule.name] += 1
            matched[rule.name] += bool(list(rule.matches(rule.compiled(), sentence.text, places)))
    return tried, matched


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.starts is not None], ids=lambda rule: rule.name)
def test_a_rule_that_says_where_it_may_begin_loses_no_match(rule: Rule) -> None:
    pattern = rule.compiled()
    assert rule.starts is not None
    for sentence in (*sentences(), *map(example, rule.reads)):
        anywhere = [match.span() for match in rule.matches(pattern, sentence.text, None)]
        there = [match.span() for match in rule.matches(pattern, sentence.text, rule.starts(sentence))]
        assert there == anywhere, sentence.shown()


def test_no_pattern_matches_in_a_sentence_that_the_sieve_keeps_from_it() -> None:
    rules = [(number, rule.name, rule.compiled()) for number, rule in enumerate(RULES)]
    for sentence in sentences():
        passed, _ = GRAMMAR._sifted(sentence)
        for number, name, pattern in rules:
            assert passed >> number & 1 or pattern.search(sentence.text) is None, (name, sentence.shown())
        for each in PATTERNS:
            assert sentence.live & each.bit or each.search(sentence.text) is None, (each.text, sentence.shown())


def test_both_engines_find_the_same() -> None:
    written = [rule.compiled() for rule in RULES] + [compiled(each.text) for each in PATTERNS]
    ours = [pattern for pattern in written if isinstance(pattern, re.Pattern)]
    assert len(ours) > len(written) / 2
    for pattern, other in [(pattern, regex.compile(pattern.pattern)) for pattern in ours]:
        for sentence in sentences():
            one, two = pattern.search(sentence.text), other.search(sentence.text)
            found = [match and (match.span(), match.groups()) for match in (one, two)]
            assert found[0] == found[1], (pattern.pattern, sentence.shown())


def test_no_rule_is_tried_in_vain_on_many_sentences() -> None:
    tried, matched = tries()
    shares = {name: (count - matched[name]) / len(sentences()) for name, count in tried.items()}
    assert {name: round(share, 3) for name, share in shares.items() if share > DEAR} == {}


def test_few_rules_are_tried_on_a_sentence_in_vain() -> None:
    tried, matched = tries()
    assert (tried.total() - matched.total()) / len(sentences()) <= DEAR_IN_ALL
