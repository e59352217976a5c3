"""Explanations: what they say is what the reading did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.reading.conftest import paragraphs

from muniment import samples
from muniment.archive import Intake, pages
from muniment.profiles import load, world
from muniment.reading import Reader
from muniment.reading.en import rules
from muniment.reading.en.explaining import steps
from muniment.reading.en.grammar import Grammar
from muniment.reading.en.rules import RULES
from muniment.reading.mask import KINDS
from muniment.reading.trace import Trace
from muniment.terms import Explanation, Page, Step
from muniment.terms.explanation import ENTITY_KINDS, REFUSALS

READER = Reader([], world())
RULE = {rule.name: rule for rule in RULES}


def explained(text: str) -> list[Step]:
    return list(READER.explain(paragraphs(text)).steps)


def only(text: str) -> Step:
    (step,) = explained(text)
    return step


@pytest.fixture(scope="module")
def sample_explanations() -> list[tuple[Page, Explanation]]:
    reader = Reader([load(samples.profile_path())], world())
    found = [page for page in pages(Intake([samples.pages_folder()], None)) if isinstance(page, Page)]
    assert len(found) > 20
    return [(page, reader.explain(page)) for page in found]


def test_an_explanation_holds_the_very_reading_that_is_given_without_one(sample_explanations) -> None:
    reader = Reader([load(samples.profile_path())], world())
    for page, explanation in sample_explanations:
        assert explanation.reading == reader.read(page)


def test_every_sentence_of_a_reading_is_explained_once_in_order(sample_explanations) -> None:
    for page, explanation in sample_explanations:
        assert [step.sentence for step in explanation.steps] == list(explanation.reading.sentences)
        assert [step.number for step in explanation.steps] == list(range(1, len(explanation.steps) + 1))
        assert all(step.text == page.text[step.sentence.start : step.sentence.end] for step in explanation.steps)


def test_the_rules_said_to_have_fired_are_those_that_the_account_names(sample_explanations) -> None:
    for _, explanation in sample_explanations:
        own = next(c.id for c in explanation.reading.claims if c.register == "documents" and not c.slots.get("stub"))
        for step in explanation.steps:
            fired = {one.rule for one in step.fired if one.claims != (own,)}
            if step.sentence.status == "read":
                assert set(step.sentence.rules) <= fired
            elif (
                step.sentence.reason != "furniture"
            ):  # a teaser is kept as a stub, and a quotation may run past a caption
                assert not fired


def test_every_claim_but_the_pages_own_rests_on_a_sentence_whose_explanation_names_it(sample_explanations) -> None:
    for _, explanation in sample_explanations:
        named = {claim for step in explanation.steps for claim in step.claims}
        told = {claim.id for claim in explanation.reading.claims if claim.register != "documents"}
        assert told <= named


def test_a_rule_refused_for_its_construction_does_not_match_and_a_built_one_does() -> None:
    page = paragraphs(
        "The Council of Ministers of the Harbour Union met in Vienna on 5 May 2024.\n\n"
        "The ministers did not adopt the plan, and the agreement would be signed if all agreed."
    )
    grammar, trace = Grammar([], world()), Trace()
    scene = grammar.read(page, trace=trace)
    told = list(steps(page, scene, trace, grammar, READER.read(page)))
    built = {match.found.rule for match in trace.matches}
    checked = set()
    for step, sentence in zip(told, scene.sentences, strict=True):
        for one in step.refused:
            rule = RULE[one.rule]
            assert any(trigger in sentence.lowered for trigger in rule.triggers)
            if one.reason in ("needs", "start", "pattern"):
                places = rule.starts(sentence) if rule.starts else None
                found = one.rule in built or list(rule.matches(rule.compiled(), sentence.text, places))
                assert one.reason == "needs" or one.rule in built or not found
                assert (one.start, one.end) == (-1, -1)
            else:
                assert step.sentence.start <= one.start < one.end <= step.sentence.end
            checked.add(one.reason)
    assert {"pattern", "needs"} <= checked


def test_every_reason_and_kind_is_of_its_closed_list(sample_explanations) -> None:
    steps_of_all = [step for _, explanation in sample_explanations for step in explanation.steps]
    reasons = {one.reason for step in steps_of_all for one in step.refused}
    kinds = {one.kind for step in steps_of_all for one in step.entities}
    assert reasons <= REFUSALS.keys()
    assert {"pattern", "needs", "nothing", "settled"} <= reasons
    assert kinds <= ENTITY_KINDS.keys()
    assert list(ENTITY_KINDS.values()) == list(KINDS.values())


def test_entities_are_named_in_full_with_their_place_in_the_text() -> None:
    text = (
        "The Harbour Union's Secretary General Ana Dol spoke in Vienna on 5 May 2024.\n\nDol left for Prague on 7 May."
    )
    first, second = explained(text)
    person = next(one for one in first.entities if one.kind == "person")
    assert (person.name, person.of) == ("Ana Dol", "Secretary General of Harbour Union")
    for step in (first, second):
        assert all(" ".join(text[one.start : one.end].split()) == one.text for one in step.entities)
    assert next(one.name for one in second.entities if one.kind == "person") == "Ana Dol"
    acting = only("The Harbour Union's Acting Secretary General Ivo Ram spoke in Vienna on 5 May 2024.")
    assert next(one.of for one in acting.entities if one.kind == "person") == (
        "acting Secretary General of Harbour Union"
    )
    assert {(one.kind, one.name) for one in second.entities} >= {("city", "Prague"), ("date", "2024-05-07")}


def test_a_date_says_what_supplied_its_year_and_one_that_means_nothing_says_so() -> None:
    step = only("The Council met on 7 May and will meet again in due time, in the coming period.")
    dates = {one.text: one for one in step.entities if one.kind == "date"}
    assert dates["7 May"].name == "2024-05-07"
    assert dates["7 May"].how not in ("", "as written")
    assert all(one.how == "cannot be resolved" for one in dates.values() if not one.name)


def test_a_denied_and_a_conditional_clause_say_that_they_are() -> None:
    denied = only("The Committee was not established by the Council of the Harbour Union.")
    assert "denied" in {one.reason for one in denied.refused}
    possible = only("The Lamp Committee may be established by the Council of the Harbour Union.")
    assert "possible" in {one.reason for one in possible.refused}


def test_a_telling_left_out_when_the_page_is_put_together_is_refused_as_settled(sample_explanations) -> None:
    settled = [
        one for _, e in sample_explanations for step in e.steps for one in step.refused if one.reason == "settled"
    ]
    assert settled
    assert all(one.slots and one.start >= 0 for one in settled)


def test_a_sentence_inside_somebodys_words_names_the_speaker_and_the_next_whom_he_is() -> None:
    step = explained("“The border is calm,” Secretary General Ana Dol said.\n\nHe left for Vienna.")[-1]
    assert step.pronoun == "Ana Dol"


def test_a_title_is_not_tried_and_furniture_names_its_rule(sample_explanations) -> None:
    found: set[str] = set()
    for step in all_steps(sample_explanations):
        if step.block in ("title", "dateline"):
            assert not [one for one in step.refused if one.reason != "settled"]
            found.add("heading")
        if step.sentence.reason == "furniture":
            assert not step.entities
            assert step.sentence.rules == (f"furniture.{step.block}",)
            found.add("furniture")
    assert found == {"heading", "furniture"}


def all_steps(found: list[tuple[Page, Explanation]]) -> Iterator[Step]:
    for _, explanation in found:
        yield from explanation.steps


def test_a_page_in_a_language_that_is_not_read_is_explained_by_that(sample_explanations) -> None:
    unread = [e for _, e in sample_explanations if not e.reading.reader]
    assert unread
    for explanation in unread:
        assert (explanation.date, explanation.home) == ("", "")
        assert {step.sentence.reason for step in explanation.steps} == {"language"}
        assert not any(step.entities or step.refused for step in explanation.steps)


def test_a_builder_that_says_why_it_gives_nothing_is_believed() -> None:
    step = only("The situation in the valley is calm.")
    assert ("situations.assessed", "unnamed") in {(one.rule, one.reason) for one in step.refused}
    assert all(one.start >= 0 for one in step.refused if one.reason == "unnamed")
    other = only("The lamps are growing dim and the quay is tense with people.")
    said = [one for one in other.refused if one.rule == "situations.assessed"]
    assert {(one.reason, one.start, one.end) for one in said} == {("pattern", -1, -1)}


def test_every_reason_that_a_builder_gives_is_of_the_closed_list() -> None:
    given = set()
    for path in sorted(Path(rules.__file__).parent.glob("*.py")):
        given |= set(re.findall(r"""found\.refuse\(\s*["'](\w+)["']""", path.read_text("utf-8")))
        assert path.read_text("utf-8").count("found.refuse(") == len(
            re.findall(r"""found\.refuse\(\s*["']\w+["']\)""", path.read_text("utf-8"))
        ), path.name
    assert given <= REFUSALS.keys()
    assert "unnamed" in given


def test_a_rule_that_only_finds_names_is_refused_for_the_construction_that_its_builder_looks_for() -> None:
    step = only("The Council of Ministers of the Harbour Union invited the crews to the quay.")
    (said,) = [one for one in step.refused if one.rule == "meetings.takes-place"]
    assert RULE[said.rule].pattern == "(?P<what>{B})"
    assert (said.reason, said.start) == ("pattern", -1)
    worded = only("Ana Dol was not elected Secretary General of the Harbour Union.")
    assert ("tenures.was-chosen", "denied") in {(one.rule, one.reason) for one in worded.refused}
