"""Every rule reads what it says it reads and refuses what it says it refuses."""

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.reading.en.rules import RULES
from muniment.reading.en.rules.setaside import SET_ASIDE
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def page(text: str) -> Page:
    return Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))


def fired(text: str) -> set[str]:
    scene = GRAMMAR.read(page(text), settle=False)
    return {rule for draft in scene.drafts for _, _, rule in draft.spans}


@pytest.mark.parametrize(("name", "sentence"), [(r.name, s) for r in RULES for s in r.reads])
def test_rule_reads_its_example(name: str, sentence: str) -> None:
    assert name in fired(sentence)


@pytest.mark.parametrize(("name", "sentence"), [(r.name, s) for r in RULES for s in r.refuses])
def test_rule_refuses_its_example(name: str, sentence: str) -> None:
    assert name not in fired(sentence)


def test_rules_have_examples_and_unique_names() -> None:
    assert all(r.reads and r.refuses and r.triggers for r in RULES)
    assert len({r.name for r in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", SET_ASIDE, ids=lambda rule: rule[0])
def test_sentence_is_set_aside_under_its_reason(rule: tuple[str, str, str, str, str]) -> None:
    name, reason, _, aside, kept = rule
    assert (name, reason) in GRAMMAR.read(page(aside)).set_aside.values()
    assert name not in {found for found, _ in GRAMMAR.read(page(kept)).set_aside.values()}
