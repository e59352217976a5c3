"""Every date rule reads its own examples and refuses its counter-examples."""

from __future__ import annotations

import pytest

from muniment.reading.en.dates import find
from muniment.reading.en.dates.finding import RULES
from muniment.reading.en.dates.mention import KINDS, Rule

READS = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.reads]
REFUSES = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.refuses]


@pytest.mark.parametrize(("rule", "text"), READS)
def test_rule_reads_its_example(rule: Rule, text: str) -> None:
    mentions = find(text)
    assert rule.name in {mention.rule for mention in mentions}
    assert {mention.kind for mention in mentions} <= KINDS


@pytest.mark.parametrize(("rule", "text"), REFUSES)
def test_rule_refuses_its_counter_example(rule: Rule, text: str) -> None:
    assert rule.name not in {mention.rule for mention in find(text)}


def test_every_rule_has_both_kinds_of_example_and_a_name_of_its_own() -> None:
    assert all(rule.reads and rule.refuses for rule in RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
