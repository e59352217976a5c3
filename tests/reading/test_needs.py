"""What a pattern needs stands wherever it matches, so that the sieve stops nothing that a rule would read."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.archive import Intake, pages
from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.reading.en.rules import RULES
from muniment.reading.mask import Masked
from muniment.reading.needs import needs
from muniment.reading.pattern import PATTERNS
from muniment.reading.sieve import Sieve, bits
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())
SAMPLES = Path(__file__).parents[2] / "src" / "muniment" / "samples" / "pages"


def sentences() -> list[Masked]:
    """Return the masked sentences of the sample pages and of all rules' examples."""
    out = [s for page in pages(Intake([SAMPLES])) if isinstance(page, Page) for s in GRAMMAR.scene(page).sentences]
    for text in {text for rule in RULES for text in (*rule.reads, *rule.refuses)}:
        page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta())
        out += GRAMMAR.scene(page).sentences
    return out


def test_no_rule_is_stopped_where_its_pattern_matches() -> None:
    sieve = Sieve([needs(rule.compiled().pattern) for rule in RULES])
    patterns = [rule.compiled() for rule in RULES]
    for sentence in sentences():
        stopped = set(range(len(RULES))) - set(bits(sieve.passed(sentence.lowered)))
        assert not [RULES[n].name for n in stopped if patterns[n].search(sentence.text)]


def test_no_pattern_of_a_builder_is_stopped_where_it_matches() -> None:
    sieve = Sieve([needs(pattern.text) for pattern in PATTERNS])
    for sentence in sentences():
        sentence.live = sieve.passed(sentence.lowered)
        found = [pattern for pattern in PATTERNS if pattern.search(sentence.text)]
        assert all(sentence.search(pattern, sentence.text) for pattern in found)


def test_patterns_of_builders_are_sifted_when_a_page_is_read() -> None:
    text = "The session was held in Oslo by videoconference.\n\nIt rained."
    blocks = (Block("paragraph", 0, 48), Block("paragraph", 50, 60))
    told, untold = GRAMMAR.read(Page("example", "0" * 64, text, blocks, PageMeta())).sentences
    assert told.live & ~untold.live
    assert not told.live >> len(PATTERNS)


def test_most_rules_need_something() -> None:
    assert sum(not needs(rule.compiled().pattern) for rule in RULES) <= len(RULES) // 20


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (r"\b(?:will|shall) (?:\w+ )?meet(?:ing)?\b", [["meet"], ["shall ", "will "]]),
        (r"agree[ds]?|(?:sign|adopt)ed", [["adopted", "agree", "signed"]]),
        (r"(?i)The Council(?!s)", [["the council"]]),
        (r"(?V0)met(?: again)? in", [["met again in", "met in"]]),
        (r"met(?= in Oslo)", [[" in oslo"], ["met"]]),
        (r"(?<=never )met", [["met"], ["never "]]),
        (r"[tT]alks? (?:ended|[^;]*)", [["talk ", "talks "]]),
        (r"ab{2,}c|d{0,3}e", [["c", "e"]]),
        (r"(?:one|two|)", []),
        (r"\w+|\p{Lu}\d", []),
        (r"a(?P=b)", []),
        (r"(?:held){e<=1} in", []),
        (r"\pLsent", [["sent"]]),
        (r"(?:held )?", []),
    ],
)
def test_needs_of_a_pattern(pattern: str, told: list[list[str]]) -> None:
    assert sorted(map(sorted, needs(pattern))) == told


PARTS = st.sampled_from(
    ["met", "Adopt", "will ", "s?", "(?:ed|ing)", "[ab]", "[a-f]", ".", r"\b", r"\w+", "x{2}", "y*"]
)
MADE_UP = st.recursive(
    PARTS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=4).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["?", "+", "*", "{1,2}", "{0,2}", "+?"])).map(lambda p: f"(?:{p[0]}){p[1]}"),
        inner.map(lambda part: f"(?i:{part})"),
        inner.map(lambda part: f"(?!{part})"),
    ),
    max_leaves=8,
)


@settings(max_examples=300)
@given(MADE_UP, st.data())
def test_what_a_pattern_needs_stands_in_all_it_matches(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(pattern))
    match = regex.search(pattern, text)
    if match is not None:
        assert all(any(string in text.lower() for string in strings) for strings in needs(pattern))
        assert Sieve([needs(pattern)]).passed(text.lower()) == 1
