"""A page on which a rule fails is told as an error and the rest goes on; sentences in any order make no rule fail."""

import random
import re

import pytest

from muniment.errors import EvidenceError
from muniment.facade import read
from muniment.reading.en.grammar import Grammar
from muniment.samples import gold_folder, pages_folder

ROOT = gold_folder().parents[3]
TEXTS = [path.read_text("utf-8") for path in sorted(pages_folder().glob("*.txt"))]
TEXTS += [path.read_text("utf-8") for path in sorted((ROOT / "tests" / "corpus" / "open" / "pages").glob("*.txt"))]
SENTENCES = [sentence for text in TEXTS for sentence in re.split(r"(?<=[.!?])\s+", text) if sentence.strip()]


def test_a_page_on_which_a_rule_fails_is_told_and_the_rest_is_read(tmp_path, monkeypatch):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(
            f"Page {name}\n\nOn 3 May 2024 the Council of Harbour Ministers met.\n", "utf-8"
        )
    sound = Grammar.read

    def failing(self, page, settle=True, trace=None):
        if page.source.endswith("a.txt"):
            return {}["person"]
        return sound(self, page, settle, trace)

    monkeypatch.setattr(Grammar, "read", failing)
    first, second = read([tmp_path], ["none"])
    assert isinstance(first, EvidenceError)
    assert first.where.endswith("a.txt")
    assert "KeyError" in str(first)
    assert second.claims


@pytest.mark.parametrize("seed", range(4))
def test_sentences_of_many_pages_in_any_order_make_no_rule_fail(seed, tmp_path):
    chance = random.Random(seed)
    for number in range(40):
        paragraphs = [" ".join(chance.sample(SENTENCES, 4)) for _ in range(8)]
        text = "\n\n".join(paragraphs)
        text = re.sub(r"\b(?:He|She|The Council)\b", "I", text) if number % 4 == 0 else text
        (tmp_path / f"{number}.txt").write_text(f"Page {number}\n\n{text}\n", "utf-8")
    failed = [str(one) for one in read([tmp_path]) if isinstance(one, EvidenceError)]
    assert failed == []
