"""HTML into parts, furniture by markup, metadata, and the second opinion."""

import time

import pytest

from muniment.archive import Capture, FurnitureCount, draft, mark, second_opinion
from muniment.archive.markup import read_markup
from muniment.terms import Page

FIRST = "The Secretary-General of the River Bureau received the ambassador of Namber in Arlen on Monday."
SECOND = "The two sides spoke about the winter passage of ships and agreed to meet again before the ice sets in."
THIRD = "The next round of talks will be held in Tolvik on 4 June 2024, after the sitting of the council."
TITLE = "Secretary-General receives the ambassador of Namber"
FAIR = "The river fair opened its gates in Selm on Friday with guests from four states."
DRILL = "Rescuers of the six states held a drill on the upper river, the staff reported on Tuesday."


def _page(body: str, head: str = f"<title>{TITLE} | River Bureau</title>", others: tuple[str, ...] = ()) -> Page:
    drafts = [
        draft(
            Capture.of(f"{n}.html", f"<!DOCTYPE html><html lang='en'><head>{h}</head><body>{b}</body></html>".encode())
        )
        for n, (h, b) in enumerate(
            [(head, body), *((f"<title>Other page {n}</title>", b) for n, b in enumerate(others))]
        )
    ]
    counts = FurnitureCount()
    for one in drafts:
        counts.add(one)
    return mark(drafts[0], counts)


def _of(page: Page, *kinds: str) -> list[str]:
    return [page.text[block.start : block.end].strip() for block in page.blocks if block.kind in kinds]


def _texts(source: str) -> list[str]:
    text, parts, _ = read_markup(source)
    return [text[part.start : part.end] for part in parts]


def test_blocks_come_in_document_order_with_white_space_collapsed():
    source = (
        "<h1> A  title\n here </h1><div>Loose text <p>One <b>bo</b>ld&nbsp;word<br>new line</p> tail</div>"
        "<ul><li>x<li>y</ul>"
    )
    assert _texts(source) == ["A title here", "Loose text", "One bold\u00a0word\nnew line", "tail", "x", "y"]


def test_two_line_breaks_part_paragraphs():
    assert _texts("<div>First one.<br><br/>Second one.<br>Same still.</div>") == [
        "First one.",
        "Second one.\nSame still.",
    ]


def test_scripts_styles_and_comments_are_no_text():
    source = (
        "<p>Seen</p><script>if (a<b) 'x'</script><style>p{}</style><!-- <p>no</p> --><noscript>no</noscript>"
        "<template>no</template>"
    )
    assert _texts(source) == ["Seen"]


def test_entities_and_tags_written_as_text_stay_text():
    assert _texts("<p>5 &lt; 6 &amp;amp; &lt;b&gt; caf&eacute;</p>") == ["5 < 6 &amp; <b> café"]


def test_text_is_the_parts_joined_by_blank_lines():
    text, parts, _ = read_markup("<p>One</p><p>Two</p>")
    assert text == "One\n\nTwo"
    assert [(part.start, part.end, part.tag) for part in parts] == [(0, 3, "p"), (5, 8, "p")]


def test_link_share_is_told():
    _, parts, _ = read_markup("<p><a href=x>whole</a></p><p>half <a href=x>half</a></p><p>none</p>")
    assert parts[0].links == 1
    assert parts[1].links == pytest.approx(4 / 9)
    assert parts[2].links == 0


def test_semantic_page_is_marked_by_its_elements_alone():
    page = _page(
        f"<header><nav><ul><li><a href=/>Start page</a><li><a href=/n>All visits of the week</a></ul></nav></header>"
        f"<main><article><h1>{TITLE}</h1><time datetime='2024-05-03'>3 May 2024</time>"
        f"<figure><img src=x><figcaption>The ambassador and her host</figcaption></figure>"
        f"<p>{FIRST}</p><blockquote><p>{SECOND}</p></blockquote><p>{THIRD}</p></article></main>"
        f"<aside><h3>Also of interest</h3><p>{FAIR}</p></aside><footer><p>River Bureau, 1 Quay Street</p></footer>"
    )
    assert _of(page, "title") == [TITLE]
    assert _of(page, "dateline") == ["3 May 2024"]
    assert _of(page, "caption") == ["The ambassador and her host"]
    assert _of(page, "quote") == [SECOND]
    assert _of(page, "paragraph") == [FIRST, THIRD]
    assert FAIR in _of(page, "teaser")[-1]
    assert page.meta.published == "2024-05-03"


def test_div_soup_is_told_across_pages():
    def soup(title: str, *body: str) -> str:
        cards = "".join(f"<div class=blk><div><a href=/n>{text}</a></div></div>" for text in (FAIR, DRILL))
        menu = "".join(f"<div><a href=/{word}>{word}</a></div>" for word in ("Visits", "Rivers", "Ports"))
        inner = "".join(f"<div>{text}</div>" for text in body)
        tail = "<div><a href=/>Everything from the week</a></div>"
        return f"<div id=w>{menu}<div>{cards}<div>{title}</div>{inner}</div>{tail}</div>"

    others = tuple(
        soup(f"Commission {n} ends its work", f"Commission {n} ended its work with vote {n}.") for n in range(3)
    )
    page = _page(soup(TITLE, FIRST, SECOND, THIRD), others=others)
    assert _of(page, "paragraph") == [FIRST, SECOND, THIRD]
    assert _of(page, "teaser")[:2] == [FAIR, DRILL]
    assert _of(page, "title") == [TITLE]


def test_a_card_of_headline_date_and_summary_is_one_teaser():
    card = "<li><h3><a href=/n>{}</a></h3><span><div>03.05.2024</div></span><p>{}</p></li>"
    page = _page(
        f"<main><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></main>"
        f"<aside><ul>{card.format('River fair opens', FAIR)}{card.format('Drill on the river', DRILL)}</ul></aside>"
    )
    assert [text.split("\n")[0] for text in _of(page, "teaser", "navigation") if FAIR in text or DRILL in text] != []
    assert len([text for text in _of(page, "teaser") if FAIR in text or DRILL in text]) == 2


@pytest.mark.parametrize(
    "wrapper",
    [
        "<form action=x>{}</form>",
        "<div class='content-with-sidebar'>{}</div>",
        "<div class='page sidebar'>{}</div>",
        "<div style='display:none' id=app>{}</div>",
        "<footer>{}</footer>",
        "<div class=widget>{}</div>",
    ],
)
def test_no_wrapper_sets_a_whole_article_aside(wrapper):
    page = _page(wrapper.format(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"))
    assert _of(page, "paragraph") == [FIRST, SECOND, THIRD]


def test_hidden_text_and_forms_are_marked_and_kept():
    page = _page(
        f"<div class=cookie-consent>We keep small files on your device.</div><h1>{TITLE}</h1>"
        f"<p>{FIRST}</p><p>{SECOND}</p>"
        "<p hidden>For machines only, this sentence.</p><form><button>Send it now</button></form>"
    )
    assert _of(page, "paragraph") == [FIRST, SECOND]
    assert "For machines only, this sentence." in page.text
    assert "We keep small files on your device." in _of(page, "navigation")[0]


def test_links_in_a_sentence_do_not_make_it_navigation():
    linked = f"<a href=/a>The Secretary-General of the River Bureau</a>{FIRST[44:]}"
    page = _page(f"<h1>{TITLE}</h1><p>{linked}</p><p>{SECOND}</p>")
    assert len(_of(page, "paragraph")) == 2


def test_what_stands_after_the_main_part_is_other_pages():
    page = _page(f"<main><h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p></main><div><p>{FAIR}</p><p>Arlen</p></div>")
    assert _of(page, "paragraph") == [FIRST, SECOND]
    assert _of(page, "teaser") == [FAIR]


def test_metadata_come_from_where_the_page_states_them():
    head = (
        "<title>Ignored | River Bureau</title><meta property='og:title' content='The &quot;real&quot; title'>"
        "<meta property='article:published_time' content='2024-05-03T09:30:00+04:00'>"
        "<meta name=author content='A. Torvik'>"
        "<meta property='og:site_name' content='River Bureau'><meta property='article:section' content=Visits>"
        "<link rel=canonical href='https://bureau.example/n/1'>"
    )
    meta = _page(f"<h1>Other</h1><p>{FIRST}</p>", head).meta
    assert (meta.title, meta.published, meta.author) == ('The "real" title', "2024-05-03", "A. Torvik")
    assert (meta.publisher, meta.section, meta.language) == ("River Bureau", "Visits", "en")
    assert meta.url == "https://bureau.example/n/1"
    assert meta.origin["published"] == "html:meta[article:published_time]"
    assert meta.origin["language"] == "html:html[lang]"


def test_json_ld_is_read_and_broken_json_ld_passed_over():
    head = (
        '<script type="application/ld+json">{broken</script>'
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "From the graph",'
        '"datePublished": "2024-05", "author": [{"name": "O. Selm"}], "publisher": {"name": "N. Wire"}}]}</script>'
    )
    meta = _page(f"<p>{FIRST}</p>", head).meta
    assert (meta.title, meta.published, meta.author) == ("From the graph", "2024-05", "O. Selm")
    assert meta.origin["author"] == "json-ld:author"


def test_site_name_is_cut_off_the_title():
    head = f"<title>{TITLE} | River Bureau</title><meta property='og:site_name' content='River Bureau'>"
    assert _page(f"<p>{FIRST}</p>", head).meta.title == TITLE


def test_dates_without_a_machine_form_are_read_too():
    assert _page(f"<p>{FIRST}</p>", "<meta name=date content='3 May 2024'>").meta.published == "2024-05-03"
    assert _page(f"<p>{FIRST}</p>", "<meta name=date content='yesterday'>").meta.published == ""


def test_second_opinion_gives_a_title_where_the_page_names_none():
    source = (
        f"<html><body><div><h2>{TITLE}</h2></div><div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></div></body></html>"
    )
    meta = draft(Capture.of("x.html", source.encode())).meta
    assert meta.title == TITLE
    assert meta.origin["title"] == "trafilatura"


def test_second_opinion_is_not_asked_of_a_page_that_is_clear(monkeypatch):
    monkeypatch.setattr(second_opinion, "second_opinion", lambda source: pytest.fail("asked without need"))
    _page(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>")


def test_sentences_buried_in_furniture_come_back(monkeypatch):
    asked = []

    def answer(source):
        asked.append(source)
        return second_opinion.Opinion(f"{FIRST} {SECOND}", {})

    monkeypatch.setattr(second_opinion, "second_opinion", answer)
    items = "".join(f"<nav><p>{text}</p></nav>" for text in (FIRST, SECOND))
    page = _page(f"<h1>{TITLE}</h1>{items}")
    assert asked
    assert _of(page, "paragraph") == [FIRST, SECOND]


def test_trafilatura_itself_answers():
    paragraphs = "".join(f"<p>{text}</p>" for text in (FIRST, SECOND, THIRD))
    opinion = second_opinion.second_opinion(
        f"<html><head><title>{TITLE}</title></head><body><article>{paragraphs}</article></body></html>"
    )
    assert FIRST in opinion.body
    assert opinion.stated["title"] == TITLE
    assert second_opinion.second_opinion("<html></html>").body == ""


def test_deep_and_broken_markup_takes_no_time():
    begun = time.process_time()
    for source in (
        "<html>" + "<div>" * 20_000 + "words",
        "<html>words" + "<a" * 50_000,
        "<html>words" + "<!--" * 50_000,
        "<html><p>" + "&amp" * 50_000 + " words",
        "<html>" + "<p>word" * 20_000,
    ):
        one = draft(Capture.of("x.html", source.encode()))
        mark(one, FurnitureCount())
        one.byte_span(0, len(one.text))
    assert time.process_time() - begun < 20


def test_addresses_of_other_languages_are_made_whole_by_the_page_s_own():
    source = (
        b'<html><head><link rel="alternate" hreflang="ru" href="/ru/1?a=1&amp;b=2">'
        b'<link hreflang="fr-FR" rel="alternate" href="https://fr.vessia.test/1">'
        b'<link rel="alternate" type="application/rss+xml" href="/feed"></head>'
        b"<body><p>The Council met.</p></body></html>"
    )
    found = draft(Capture.of("https://vessia.test/en/1", source, "text/html")).meta.alternates
    assert found == {"ru": "https://vessia.test/ru/1?a=1&b=2", "fr": "https://fr.vessia.test/1"}
    assert draft(Capture.of("page.html", source, "text/html")).meta.alternates["ru"] == "/ru/1?a=1&b=2"
