"""What stands round an article in HTML: comments, the writer, lists of other pages, banners in big wrappers."""

import pytest

from muniment.archive import Capture, FurnitureCount, draft, mark
from muniment.archive.markup import read_markup
from muniment.terms import Page

FIRST = "The Secretary-General of the River Bureau received the ambassador of Namber in Arlen on Monday."
SECOND = "The two sides spoke about the winter passage of ships and agreed to meet again before the ice sets in."
TITLE = "Secretary-General receives the ambassador of Namber"
ARTICLE = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>"
VOICE = "I crossed that river twice last winter and never saw a pilot, so what are they talking about?"


def _page(body: str) -> Page:
    source = f"<!DOCTYPE html><html lang='en'><head><title>{TITLE}</title></head><body>{body}</body></html>"
    drafted = draft(Capture.of("page.html", source.encode()))
    counts = FurnitureCount()
    counts.add(drafted)
    return mark(drafted, counts)


def _of(page: Page, *kinds: str) -> list[str]:
    return [page.text[block.start : block.end].strip() for block in page.blocks if block.kind in kinds]


@pytest.mark.parametrize(
    "named", ["id='comments'", "class='comment-list'", "id=disqus_thread", "class='post-comments'"]
)
def test_readers_comments_are_no_article_however_long_they_are(named):
    many = 1 if "post-comments" in named else 12
    page = _page(f"{ARTICLE}<div {named}>{f'<p>{VOICE}</p>' * many}</div>")
    assert _of(page, "paragraph") == [FIRST, SECOND]
    assert VOICE in page.text


@pytest.mark.parametrize(
    "heading", ["12 Comments", "Leave a reply", "2 thoughts on “The river”", "3 Kommentare", "Laisser un commentaire"]
)
def test_a_heading_over_comments_ends_the_article(heading):
    page = _page(f"{ARTICLE}<div><h3>{heading}</h3><p>{VOICE}</p><p>{VOICE}</p></div>")
    assert _of(page, "paragraph") == [FIRST, SECOND]


@pytest.mark.parametrize("heading", ["Comments", "Discussion", "Responses", "Comments of the Bureau on the draft"])
def test_a_heading_that_an_article_may_have_itself_does_not_end_it(heading):
    page = _page(f"<h1>{TITLE}</h1><p>{FIRST}</p><h2>{heading}</h2><p>{SECOND}</p>")
    assert SECOND in _of(page, "paragraph")


def test_what_tells_of_the_writer_is_no_article():
    page = _page(f"{ARTICLE}<div class=author-bio><p>Ida Moe has written about rivers for twenty years.</p></div>")
    assert _of(page, "paragraph") == [FIRST, SECOND]


def test_headings_that_are_links_with_a_line_below_each_are_other_pages():
    other = "<h2><a href=/{0}>Pilots of the {0} river pass their test</a></h2><p>Forty of them, the staff said.</p>"
    page = _page(f"{ARTICLE}{other.format('upper')}{other.format('lower')}")
    assert _of(page, "paragraph") == [FIRST, SECOND]
    assert len(_of(page, "teaser")) == 2


def test_one_heading_that_is_a_link_stays_in_its_article():
    page = _page(f"<h1>{TITLE}</h1><p>{FIRST}</p><h2><a href=/x>The passage of ships</a></h2><p>{SECOND}</p>")
    assert SECOND in _of(page, "paragraph")


def test_a_link_round_whole_blocks_counts_for_each_of_them():
    source = f"<a href=/x><h3>Ships wait</h3><p>{FIRST}</p></a><p>{SECOND}</p><p><a name=y></a>{FIRST}</p>"
    assert [part.links for part in read_markup(source)[1]] == [1.0, 1.0, 0.0, 0.0]


def test_sentences_that_are_a_link_below_the_article_are_another_page():
    page = _page(f"{ARTICLE}<a href=/x><h3>Fair opens in Selm</h3><p>The river fair opened its gates in Selm.</p></a>")
    assert _of(page, "paragraph") == [FIRST, SECOND]


def test_a_heading_with_nothing_but_links_below_it_is_none_of_the_article():
    page = _page(
        f"{ARTICLE}<h4>From our shelf</h4><ul><li><a href=/1>Atlas of rivers</a><li><a href=/2>Pilots</a></ul>"
    )
    assert "From our shelf" not in _of(page, "paragraph")


def test_a_button_in_its_own_line_is_furniture_inside_the_article_too():
    page = _page(f"<h1>{TITLE}</h1><p>{FIRST}</p><div><a href=/>Back to the list</a></div><p>{SECOND}</p>")
    assert _of(page, "paragraph") == [FIRST, SECOND]


def test_a_wrapper_that_is_not_believed_leaves_the_menus_inside_it_what_they_are():
    banner = "<div class=cookie-consent><p>We keep small files on your device, says this long notice.</p></div>"
    page = _page(f"<form>{banner}<nav><a href=/>Pilots</a></nav>{ARTICLE}<footer><p>Quay 1, Arlen.</p></footer></form>")
    assert _of(page, "paragraph") == [FIRST, SECOND]


def test_a_long_first_paragraph_without_a_full_stop_is_no_subtitle():
    opening = (
        "The River Bureau told the states of the upper valley, after a long night in Arlen, that the winter passage "
    )
    opening += "of ships will stay open until the ice is thicker than the keel of a pilot's boat"
    assert _of(_page(f"<h1>{TITLE}</h1><p>{opening}</p><p>{SECOND}</p>"), "paragraph") == [opening, SECOND]


def test_a_list_in_lines_under_the_headline_is_no_subtitle():
    lines = "<br>".join(["Delegations", "Namber", "Selm", "Tolvik"])
    assert "Tolvik" in _of(_page(f"<h1>{TITLE}</h1><p>{lines}</p><p>{SECOND}</p>"), "paragraph")[0]


def test_what_nobody_sees_inside_a_word_is_left_out_and_its_bytes_are_still_found():
    source = "<html><meta charset=utf-8><p>The Sec&shy;re\u00adtary-Gen\u200beral met pilots on Monday.</p>".encode()
    drafted = draft(Capture.of("page.html", source))
    word = "Secretary-General"
    start = drafted.text.index(word)
    first, last = drafted.byte_span(start, start + len(word))
    assert source[first:last].decode() == "Sec&shy;re\u00adtary-Gen\u200beral"
