"""The scheme of topics: what ships holds, what does not hold is refused with the topic's name, and SKOS says it all."""

from __future__ import annotations

import re

import pytest

from muniment.errors import ProfileError
from muniment.profiles.topics import read_scheme, topics
from muniment.profiles.topics.turtle import SPACE, turtle
from muniment.reading.topics import Topics

SCHEME = topics()
FINDER = Topics(SCHEME, "en")
TOPICS = [topic for topic in SCHEME.topics.values() if not topic.group]

TIDES = """
[sea]
label = "the sea"
group = true

[tides]
label = "tides"
broader = "sea"
words.en = ["tide*"]
gives = ["The tides are high."]
leaves = ["The sea is calm."]
"""


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_a_topic_is_given_by_its_examples_and_not_by_those_that_leave_it(topic) -> None:
    for sentence in topic.gives:
        assert topic.label in FINDER.of(sentence), sentence
    for sentence in topic.leaves:
        assert topic.label not in FINDER.of(sentence), sentence


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_every_phrase_of_a_topic_is_found_where_nothing_else_stands(topic) -> None:
    unless = {phrase for other in topic.unless.get("en", ()) for phrase in [other.replace("*", "")]}
    for word in topic.words["en"]:
        phrase = word.replace("*", "")
        if not any(phrase in other for other in unless):
            assert topic.label in FINDER.of(phrase), word


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("label = \"tides\"", "label = \"tides\"\nlabels = []"), "labels"),
        (("broader = \"sea\"", "broader = \"sky\""), "'sky' is no topic"),
        (("broader = \"sea\"", "broader = \"tides\""), "belongs to itself"),
        (("label = \"tides\"", "label = \"The Sea\""), "is one of sea too"),
        (("label = \"tides\"", "label = \"tides\"\nalso = [\"Tides\"]"), "stands there twice"),
        (("label = \"tides\"", ""), "label"),
        (("words.en = [\"tide*\"]", ""), "it has no words"),
        (("words.en = [\"tide*\"]", "words.en = [\"ti*\"]"), "'ti*' is no phrase"),
        (("words.en = [\"tide*\"]", "words.en = [\"Tide\"]"), "'Tide' is no phrase"),
        (("words.en = [\"tide*\"]", "words.xx = [\"tide*\"]"), "not read in 'xx'"),
        (("words.en = [\"tide*\"]", "words.en = [\"tide*\", \"tide*\"]"), "a word stands there twice"),
        (("leaves = [\"The sea is calm.\"]", ""), "needs a sentence"),
        (("[tides]", "[Tides]"), "an id is of small letters"),
        (("group = true", "group = true\nwords.en = [\"sea*\"]"), "a group stands at the top"),
        (("gives =", "exact = [\"4452\"]\ngives ="), "'4452' is no address"),
        (("group = true", "group ="), "not TOML"),
    ],
)  # fmt: skip
def test_a_scheme_that_does_not_hold_is_refused_and_says_why(change: tuple[str, str], told: str) -> None:
    content = TIDES.replace(*change)
    assert content != TIDES
    with pytest.raises(ProfileError, match=re.escape(told)) as refused:
        read_scheme(content.encode(), "mine.toml")
    assert refused.value.where.startswith("mine.toml")


def test_a_ring_of_topics_is_refused() -> None:
    ring = TIDES + TIDES.partition("[tides]")[2].join(["\n[ebb]", ""]).replace('"tides"', '"ebb"').replace(
        "sea", "tides"
    )
    with pytest.raises(ProfileError, match="belongs to itself"):
        read_scheme(ring.replace('broader = "sea"', 'broader = "ebb"').encode(), "mine.toml")


def test_a_scheme_that_holds_gives_its_topics_in_order_and_finds_them_by_any_label() -> None:
    scheme = read_scheme(TIDES.replace('label = "tides"', 'label = "tides"\nalso = ["ebb and flow"]').encode(), "x")
    assert list(scheme.topics) == ["sea", "tides"]
    assert [scheme.label(name) for name in ("Tides", "Ebb  and flow", "tides", "the sea", "moon")] == [
        "tides", "tides", "tides", "", "",
    ]  # fmt: skip


def test_every_topic_lies_within_a_group_and_two_steps() -> None:
    for topic in TOPICS:
        above = SCHEME.above(topic.id)
        assert len(above) <= 1, topic.id


def test_turtle_states_every_topic_its_labels_and_its_place_once() -> None:
    text = turtle(SCHEME)
    assert text.count("a skos:Concept ;") == len(SCHEME.topics)
    for topic in SCHEME.topics.values():
        (stated,) = re.findall(rf"^t:{topic.id} a skos:Concept ;\n(?:    .*\n)+", text, re.MULTILINE)
        assert f'skos:prefLabel "{topic.label}"@en' in stated
        assert stated.count("skos:altLabel") == len(topic.also)
        assert (f"skos:broader t:{topic.broader} " in stated) is not topic.group
        assert stated.endswith(" .\n")
    assert f"@prefix t: <{SPACE}> ." in text


def test_turtle_keeps_quotation_marks_in_labels() -> None:
    scheme = read_scheme(TIDES.replace('label = "tides"', "label = 'the \"tides\"'").encode(), "x")
    assert r'skos:prefLabel "the \"tides\""@en' in turtle(scheme)
