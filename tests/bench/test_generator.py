"""What the generated pages must be for the figures measured on them to mean anything."""

from __future__ import annotations

import itertools
import random

from bench.documents import captures, stories
from bench.freshness import repeated, sentences
from bench.names import CULTURES, person_name
from bench.site import site_of
from bench.yields import furniture_shares

from muniment.archive import pages
from muniment.reading.language import detect
from muniment.terms import Page

_SEED = 7


def test_no_body_sentence_is_said_twice() -> None:
    said, again = repeated(1500, _SEED)
    assert said > 25_000
    assert again == 0


def test_a_sentence_said_twice_is_counted(monkeypatch) -> None:
    story = next(iter(stories(1, _SEED)))
    monkeypatch.setattr("bench.freshness.stories", lambda pages, seed: [story] * pages)
    each = len(list(sentences(story)))
    assert repeated(3, _SEED) == (3 * each, 2 * each)


def test_the_same_seed_gives_the_same_pages_and_another_seed_others() -> None:
    make = captures(12, _SEED)
    first = [capture.document for capture in make()]
    assert first == [capture.document for capture in make()]
    assert not set(first) & {capture.document for capture in captures(12, _SEED + 1)()}


def test_a_page_does_not_depend_on_how_many_are_made() -> None:
    few = [capture.content for capture in captures(5, _SEED)()]
    assert few == [capture.content for capture in itertools.islice(captures(100_000, _SEED)(), 5)]


def test_bodies_have_the_length_of_real_pages() -> None:
    sizes = sorted(sum(len(text.split()) for text in story.paragraphs) for story in stories(300, _SEED))
    assert sizes[15] >= 300
    assert sizes[-16] <= 760
    assert 420 <= sum(sizes) / len(sizes) <= 580


def test_every_slot_of_every_construction_is_filled() -> None:
    for story in stories(400, _SEED):
        text = "\n".join((story.title, *story.paragraphs))
        assert not set("{}[]|") & set(text), text
        assert ",," not in text
        assert ",." not in text


def test_pages_come_as_plain_text_and_html_on_many_sites() -> None:
    found = list(captures(300, _SEED)())
    html = sum(capture.media_type == "text/html" for capture in found)
    assert 60 < html < 200
    assert len({site_of(story, _SEED).host for story in stories(300, _SEED)}) > 20


def test_names_are_drawn_from_many_and_in_every_manner() -> None:
    rng = random.Random(_SEED)
    names = [person_name(rng)[0] for _ in range(20_000)]
    assert len(set(names)) > 19_900
    assert len(CULTURES) >= 12


def test_furniture_is_what_stands_around_the_article_and_teasers_tell_of_pages_that_are_there() -> None:
    told = list(stories(150, _SEED))
    marked = [page for page in pages(captures(150, _SEED)) if isinstance(page, Page)]
    assert len(marked) == 150
    shares = furniture_shares(told, marked)
    assert 0.08 < shares.set_aside < 0.3
    assert shares.body_set_aside < 0.02
    leads = {story.paragraphs[0] for story in told}
    teasers = {
        page.text[block.start : block.end].strip() for page in marked for block in page.blocks if block.kind == "teaser"
    }
    assert sum(any(lead in text for lead in leads) for text in teasers) > len(teasers) * 0.5


def test_the_language_of_a_page_is_told() -> None:
    assert {detect(" ".join(story.paragraphs)) for story in stories(60, _SEED)} == {"en"}
