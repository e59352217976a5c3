"""Blocks cover the text, and every span of it finds its bytes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.archive import Capture, FurnitureCount, draft, mark
from muniment.errors import CaptureError
from muniment.terms.page import BLOCK_KINDS

LINES = st.sampled_from(
    [
        "The Council met in Arlen and adopted two decisions.",
        "Ministers meet in Arlen to speak of ships",
        "Ministers meet in Arlen to speak of ships 03.05.2024",
        "Dear colleagues,",
        "Go back",
        "Read also",
        "Tel. +32 2 000 11 22",
        "DSC_0001.JPG Then he spoke of the river.",
        "He spoke of the river. DSC_0002.JPG",
        "DSC_0003.JPG",
        "Press Secretary Ana Torvik",
        "20.01.2022",
        "Photo: M. Selm",
        "\u00a0",
        "",
        "- one entry;",
        "Zwölf Boxkämpfer\u00a0jagen Éric — über den Sylter Deich.",
    ]
)


@given(pages=st.lists(st.lists(LINES, min_size=1, max_size=14), min_size=1, max_size=5))
@settings(max_examples=150)
def test_blocks_cover_the_text_without_gap_and_marking_is_deterministic(pages):
    drafts = []
    for number, lines in enumerate(pages):
        try:
            drafts.append(draft(Capture.of(f"{number}.txt", "\n".join(lines).encode())))
        except CaptureError:
            continue
    counts = FurnitureCount()
    for one in drafts:
        counts.add(one)
    for one in drafts:
        page = mark(one, counts)
        assert page == mark(one, counts)
        assert page.text == one.text
        assert page.blocks[0].start == 0
        assert page.blocks[-1].end == len(page.text)
        assert all(a.end == b.start for a, b in zip(page.blocks, page.blocks[1:], strict=False))
        assert all(block.kind in BLOCK_KINDS and block.end > block.start for block in page.blocks)
        assert all(page.text[block.start : block.end].strip() for block in page.blocks)
        assert all(block.reason for block in page.blocks if block.kind not in {"paragraph", "quote"})


WORDS = st.sampled_from(
    [
        "river",
        "Fair &amp; free",
        "caf&eacute;",
        "&nbsp;",
        "na&#239;ve",
        "&#x1F6A2;",
        "&lt;b&gt;",
        "É",
        "AT&T",
        "&notin;x",
    ]
)
INLINE = st.one_of(
    WORDS,
    WORDS.map(lambda word: f"<b>{word}</b>"),
    WORDS.map(lambda word: f'<a href="/x?a=1&b=2" title="a > b">{word}</a>'),
    WORDS.map(lambda word: f"<i><u>{word}</u></i>"),
    st.sampled_from(
        ["<br>", "<!-- not > text -->", "<script>if (a < b) c();</script>", "<img src=x alt='no > text'>", "\n  "]
    ),
)
BLOCK = st.lists(INLINE, min_size=1, max_size=7).map("".join)
HTML = st.lists(
    st.one_of(
        BLOCK.map(lambda inner: f"<p>{inner}</p>"),
        BLOCK.map(lambda inner: f"<div><p>{inner}<p>{inner}</div>"),
        BLOCK.map(lambda inner: f"<ul><li>{inner}<li>{inner}</ul>"),
        BLOCK.map(lambda inner: f"<table><tr><td>{inner}<td>{inner}</table>"),
        BLOCK.map(lambda inner: f"<h2>{inner}</h2>{inner}"),
    ),
    min_size=1,
    max_size=6,
).map(
    lambda blocks: "<!DOCTYPE html><html><head><title>T</title><style>p>b{}</style></head><body>" + "\r\n".join(blocks)
)

_NO_TEXT = re.compile(r"<script.*?</script>|<!--.*?-->|<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>", re.DOTALL)


def _text_of(source: str) -> str:
    """The words of a stretch of HTML, by another way than the reader's own."""
    import html

    return "".join(html.unescape(_NO_TEXT.sub("", source)).split())


@given(source=HTML, charset=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), data=st.data())
@settings(max_examples=150)
def test_the_bytes_of_a_span_of_html_hold_its_words(source, charset, data):
    content = source.encode(charset)
    try:
        one = draft(Capture.of("x.html", content, "text/html"))
    except CaptureError:
        return
    start = data.draw(st.integers(0, len(one.text) - 1))
    end = data.draw(st.integers(start + 1, len(one.text)))
    while start < end and one.text[start].isspace():
        start += 1
    while end > start and one.text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    low, high = one.byte_span(start, end)
    codec = "utf-16-le" if charset == "utf-16" else "utf-8"
    assert _text_of(content[low:high].decode(codec)) == "".join(one.text[start:end].split())


def test_an_entity_has_all_its_bytes():
    content = b"<html><p>Fr&eacute;d&eacute;ric &amp; S&oslash;n signed</p>"
    one = draft(Capture.of("x.html", content))
    assert one.text == "Frédéric & Søn signed"
    low, high = one.byte_span(2, 3)
    assert content[low:high] == b"&eacute;"
    low, high = one.byte_span(0, 10)
    assert content[low:high] == b"Fr&eacute;d&eacute;ric &amp;"


def test_repeated_words_find_their_own_place():
    content = b"<html><ul><li>News<li>News</ul><h1>News</h1><p>News</p>"
    one = draft(Capture.of("x.html", content))
    starts = [part.start for part in one.parts]
    assert [one.byte_span(start, start + 4)[0] for start in starts] == [
        m.start() for m in re.finditer(b"News", content)
    ]


def test_text_the_parser_moves_is_still_found_near_by():
    content = b"<html><table>Stray words<tr><td>In a cell</table><p>After it</p>"
    one = draft(Capture.of("x.html", content))
    for part in one.parts:
        low, high = one.byte_span(part.start, part.end)
        assert 0 <= low < high <= len(content)
    at = one.text.index("After")
    assert content[slice(*one.byte_span(at, at + 8))] == b"After it"


def test_a_span_outside_the_text_is_refused():
    one = draft(Capture.of("x.html", b"<html><p>Words here"))
    with pytest.raises(ValueError, match="no span"):
        one.byte_span(0, 99)


@given(soup=st.text(alphabet="<>/ab=\"'&;!-\n", max_size=200))
@settings(max_examples=150)
def test_any_tag_soup_gives_a_page_or_one_error(soup):
    try:
        one = draft(Capture.of("x.html", ("<html>" + soup + " word").encode()))
    except CaptureError:
        return
    page = mark(one, FurnitureCount())
    assert page.blocks[-1].end == len(page.text)
    one.byte_span(0, len(one.text))
