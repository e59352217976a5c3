"""Counting: other pages about something else, merging, keeping, and bounded memory."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.archive import Capture, FurnitureCount, draft
from muniment.errors import Broken


def _draft(name: str, *paragraphs: str):
    return draft(Capture.of(name, "\n\n".join(paragraphs).encode()))


def _page(number: int, *shared: str):
    return _draft(
        f"{number}.txt", f"Headline of page number {number}", *shared, f"Body sentence number {number}, long enough."
    )


TEASER = "Another page tells that the fair has opened its gates in Arlen."


def test_a_paragraph_on_other_pages_is_counted_for_each_of_them():
    counts = FurnitureCount()
    drafts = [_page(n, TEASER) for n in range(4)]
    for one in drafts:
        counts.add(one)
    assert [counts.others(key, drafts[0].topic) for key in drafts[0].keys] == [0, 3, 0]


def test_the_same_article_captured_twice_counts_once():
    counts = FurnitureCount()
    for name in ("a.txt", "b.txt"):
        counts.add(
            _draft(
                name,
                "One and the same headline here",
                TEASER,
                "The one body sentence it has, and it is longest of all.",
            )
        )
    twice = _draft(
        "c.txt", "One and the same headline here", TEASER, "The one body sentence it has, and it is longest of all."
    )
    assert {counts.others(key, twice.topic) for key in twice.keys} == {0}


def test_articles_under_one_site_title_are_still_two():
    def page(body: str):
        return draft(
            Capture.of("x.html", f"<title>Arlen Bureau</title><p>{TEASER}</p><p>{body}</p>".encode(), "text/html")
        )

    one = page("The council of the bureau met yesterday and adopted eleven decisions in all.")
    two = page("Rescuers from four states ended their exercise on the river with a parade.")
    counts = FurnitureCount()
    counts.add(one)
    counts.add(two)
    assert counts.others(one.keys[0], one.topic) == 1


def test_spacing_does_not_tell_paragraphs_apart():
    one, two = _draft("a", "Back  to\u00a0the list"), _draft("b", "Back to the list")
    assert one.keys == two.keys


pages_of_paragraphs = st.lists(st.lists(st.integers(0, 12), min_size=1, max_size=6), max_size=30)


def _count(pages, capacity=10_000):
    counts = FurnitureCount(capacity)
    for page in pages:
        counts.add(_draft(f"{page}", *(f"Paragraph of some length with the number {n}" for n in page)))
    return counts


@given(pages=pages_of_paragraphs, cut=st.integers(0, 30))
@settings(max_examples=60)
def test_merging_counts_gives_what_counting_together_gives(pages, cut):
    together = _count(pages)
    left, right = _count(pages[:cut]), _count(pages[cut:])
    left.merge(right)
    assert left.state() == together.state()


@given(pages=pages_of_paragraphs)
@settings(max_examples=40)
def test_a_kept_count_comes_back_the_same(pages):
    counts = _count(pages)
    again = FurnitureCount.from_state(counts.state())
    assert again.state() == counts.state()
    assert (again.pages, len(again)) == (counts.pages, len(counts))


@given(pages=pages_of_paragraphs)
@settings(max_examples=40)
def test_the_order_of_pages_does_not_matter(pages):
    assert _count(pages).state() == _count(pages[::-1]).state()


def test_memory_is_bounded_and_what_recurs_survives():
    counts = FurnitureCount(capacity=200)
    for number in range(600):
        counts.add(_page(number, TEASER))
        assert len(counts) <= 200
    last = _page(599, TEASER)
    assert counts.others(last.keys[1], last.topic) >= 7


def test_forgetting_never_makes_a_paragraph_more_common():
    bounded, free = FurnitureCount(capacity=50), FurnitureCount()
    drafts = [_page(n, f"Shared by some pages, number {n % 9}, and no more.") for n in range(120)]
    for one in drafts:
        bounded.add(one)
        free.add(one)
    for one in drafts:
        for key in one.keys:
            assert bounded.others(key, one.topic) <= free.others(key, one.topic)


@pytest.mark.parametrize("state", [b"", b"not a count", b"\x81\xa6format\x01"])
def test_a_state_that_is_none_is_refused(state):
    with pytest.raises(Broken, match="count"):
        FurnitureCount.from_state(state)


def test_a_state_of_another_form_is_refused():
    state = FurnitureCount().state().replace(b"\xa6format\x01", b"\xa6format\x07")
    with pytest.raises(Broken, match="form 7"):
        FurnitureCount.from_state(state)


def test_keys_do_not_depend_on_the_hash_seed():
    code = (
        "from muniment.archive import Capture, draft; d = draft(Capture.of('x', b'One line\\n\\nAnother line.'));"
        "print(d.keys, d.topic)"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "77")
    }
    assert len(answers) == 1
