"""Selectors of a profile: what they find goes before what the page shows, what they miss is read as any page."""

from pathlib import Path

import pytest

from muniment.archive import Capture, FurnitureCount, SiteSelectors, draft, mark, pages
from muniment.archive.selectors import matched
from muniment.profiles import load
from muniment.profiles.loader import LoadedProfile
from muniment.profiles.schema import Profile, Source

PAGE = b"""<!doctype html><html><head><title>News of the harbours | Harbour Union</title></head><body>
<div class=top><p>The Harbour Union
is an organisation of nine states that keeps the lamps of the coast alight.</p></div>
<div class=story><h2 class=name>The Harbour Council met</h2><span class=when>5 May 2024</span>
<span class=rubric>Councils</span>
<div class=text><p>The Harbour Council met in Alba to speak of the lamps on the northern pier.</p>
<p>It adopted a plan for the lamps.</p><p><a href=/x>Read the plan of the lamps</a></p></div></div>
<div class=more><p>The Harbour Court heard the case of the pilot boats in Brun last week.</p></div></body></html>"""
SELECTORS = {"title": ".name", "date": ".when", "section": ".rubric", "body": ".text"}


def page(content=PAGE, selectors=SELECTORS):
    return mark(draft(Capture.of("https://union.example/1", content)), FurnitureCount(), selectors)


def kinds(found):
    return {found.text[block.start : block.end].strip().split("\n")[0][:40]: block.kind for block in found.blocks}


def test_title_date_and_rubric_are_what_the_selectors_find_and_the_page_says_so():
    meta = page().meta
    assert (meta.title, meta.published, meta.section) == ("The Harbour Council met", "2024-05-05", "Councils")
    assert meta.origin["title"] == "profile's selector .name"
    assert meta.origin["published"] == "profile's selector .when"
    assert meta.origin["body"] == "profile's selector .text"


def test_the_body_is_what_its_selector_finds_and_all_else_is_furniture():
    by_itself, chosen = kinds(page(selectors={})), kinds(page())
    assert by_itself["The Harbour Court heard the case of the "] == "paragraph"
    assert chosen["The Harbour Court heard the case of the "] == "navigation"
    assert chosen["The Harbour Union is an organisation of "] not in ("paragraph", "quote")
    assert chosen["The Harbour Council met in Alba to speak"] == "paragraph"
    assert chosen["Read the plan of the lamps"] == "paragraph"


def test_no_letter_is_deleted_or_moved():
    assert page().text == page(selectors={}).text
    assert page().blocks[-1].end == len(page().text)


def test_a_selector_that_finds_nothing_leaves_the_page_to_itself_and_says_so():
    missing = dict.fromkeys(SELECTORS, ".none")
    found, by_itself = page(selectors=missing), page(selectors={})
    assert found.blocks == by_itself.blocks
    assert (found.meta.title, found.meta.published) == (by_itself.meta.title, by_itself.meta.published)
    assert found.meta.origin["body"] == "the page itself, the profile's selector .none found nothing"
    assert found.meta.origin["title"].endswith("the profile's selector .none found nothing")


def test_a_date_is_found_in_the_first_element_that_states_one_also_in_an_attribute():
    stated = b"<i class=when>today</i><time class=when datetime=2024-06-07T10:00Z>x</time>"
    content = PAGE.replace(b"<span class=when>5 May 2024</span>", stated)
    assert page(content).meta.published == "2024-06-07"
    assert matched(Capture.of("a", PAGE.replace(b"5 May 2024", b"soon")), {"date": ".when"}) == {"date": False}


def test_a_selector_counts_as_missing_where_its_element_is_empty():
    empty = PAGE.replace(b"<h2 class=name>The Harbour Council met</h2>", b"<h2 class=name> </h2>")
    found = matched(Capture.of("a", empty), SELECTORS)
    assert found == {"title": False, "date": True, "section": True, "body": True}
    assert matched(Capture.of("a", b"Plain text."), SELECTORS) == dict.fromkeys(SELECTORS, False)


def sites(*sources):
    profile = Profile(slug="u", name="U", kind="demonstration", sources=tuple(sources))
    return SiteSelectors([LoadedProfile(profile, "0" * 64, Path("u.toml"))])


@pytest.mark.parametrize(
    ("address", "found"),
    [("https://union.example/news/1", ".a"), ("http://www.union.example/news/1", ".a"),
     ("https://union.example/press/1", ".b"),
     ("https://union.example/press/2", ""), ("https://other.example/news/1", ""), ("pages/news/1.html", "")],
)  # fmt: skip
def test_selectors_are_for_the_pages_of_their_source(address, found):
    chosen = sites(
        Source(address="https://union.example/feed", kind="feed", only=("/news/",), body=".a"),
        Source(address="https://union.example/press/1", body=".b"),
        Source(address="https://other.example/feed", kind="feed"),
    )
    assert chosen.of(address).get("body", "") == found


def test_pages_are_read_with_the_selectors_of_the_profiles(tmp_path):
    path = tmp_path / "u.toml"
    path.write_text(
        'slug = "u"\nname = "U"\nkind = "demonstration"\n[[sources]]\nkind = "feed"\n'
        'address = "https://union.example/feed"\ntitle = ".name"\n'
    )
    capture = Capture.of("https://union.example/1", PAGE)
    (found,) = pages(lambda: [capture], SiteSelectors([load(path)]))
    assert found.meta.title == "The Harbour Council met"
