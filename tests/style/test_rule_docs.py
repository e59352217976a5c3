"""docs/rules.md says what the reader does."""

from pathlib import Path

from muniment.reading.mask import KINDS
from muniment.terms.reading import SET_ASIDE_REASONS

TEXT = (Path(__file__).parents[2] / "docs" / "rules.md").read_text("utf-8")


def test_every_placeholder_is_explained() -> None:
    for kind, what in KINDS.items():
        assert f"| `{{{kind}}}` | {what} |" in TEXT


def test_every_reason_to_set_a_sentence_aside_is_explained() -> None:
    for reason, what in SET_ASIDE_REASONS.items():
        assert f"| `{reason}` | {what} |" in TEXT


def test_the_rule_shown_works() -> None:
    from muniment.reading.draft import Draft
    from muniment.reading.mask import masked
    from muniment.reading.rule import Found, Rule
    from muniment.reading.tokens import Tokens

    source = TEXT.split("```python\n")[1].split("```")[0]
    rule = eval(source, {"Rule": Rule, "handed": lambda found, scene: [Draft("awards", {}, [])]})
    text = rule.reads[0]
    giver, taker = "Secretary General Ana Dol", "Captain Ivo Ram"
    tokens = Tokens.of(
        text,
        [
            ("A", 0, len(giver), giver),
            ("w", len(giver) + 1, text.index(taker) - 1, None),
            ("A", text.index(taker), text.index(taker) + len(taker), taker),
            ("w", text.index(taker) + len(taker) + 1, len(text), None),
        ],
    )
    sentence = masked(tokens, 0, 4)
    match = rule.compiled().search(sentence.text)
    assert match is not None
    assert Found(match, sentence, rule.name).text("award") == "Harbour"
