"""What feeds, sitemaps and listings name, also where they are broken; and what of them is refused."""

import gzip
import time

import pytest

from muniment.archive.web.address import normal
from muniment.archive.web.links import Link, feed, listing, only, sitemap
from muniment.errors import CaptureError

AT = "https://union.example/news/"


def addresses(listed):
    return [link.address.removeprefix("https://union.example") for link in listed.pages]


def test_an_rss_feed_names_its_items_with_their_dates():
    content = b"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"
      xmlns:media="http://search.yahoo.com/mrss/"><channel><link>https://union.example/</link>
      <atom:link href="https://union.example/feed" rel="self"/>
      <item><title>One</title><link> https://union.example/news/1?a=1&amp;b=2 </link>
        <pubDate>Mon, 04 May 2026 05:02:01 +0200</pubDate></item>
      <item><guid>https://union.example/news/2</guid><media:content url="https://union.example/x.jpg"/></item>
      <item><guid isPermaLink="false">https://union.example/id/3</guid><link>/news/3#top</link></item>
      <item><title>Without an address</title></item>
      <item><link>https://union.example/news/3</link></item></channel></rss>"""
    found = feed(content, AT)
    assert addresses(found) == ["/news/1?a=1&b=2", "/news/2", "/news/3"]
    assert found.pages[0].changed == "2026-05-04T03:02:01Z"
    assert (found.pages[1].changed, found.fault) == ("", "")


def test_an_atom_feed_names_its_entries():
    content = b"""<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://union.example/" rel="alternate"/>
      <entry><link rel="edit" href="/edit/1"/>
        <link rel="alternate" href="news/1"/><updated>2026-05-04T03:02:01Z</updated></entry>
      <entry><link href="/news/2"/><published>2026-05-04</published></entry></feed>"""
    found = feed(content, "https://union.example/feed")
    assert addresses(found) == ["/news/1", "/news/2"]
    assert [link.changed for link in found.pages] == ["2026-05-04T03:02:01Z", "2026-05-04T00:00:00Z"]


def test_an_rdf_feed_and_one_in_another_charset_are_read():
    rdf = """<?xml version="1.0" encoding="windows-1251"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/"><item><title>Совет гаваней</title><link>https://union.example/news/1</link></item></rdf:RDF>"""
    assert addresses(feed(rdf.encode("cp1251"), AT)) == ["/news/1"]


def test_what_feeds_most_often_have_wrong_is_put_right():
    content = b"""\n<rss><channel><item><title>Fish & ships &nbsp; &bogus; \x0b</title><link>https://union.example/a?x=1&y=2</link>
      </item></channel></rss>"""
    found = feed(content, AT)
    assert addresses(found) == ["/a?x=1&y=2"]
    assert found.fault == ""


def test_a_feed_that_breaks_off_gives_what_stands_before():
    found = feed(b"<rss><channel><item><link>/a</link></item><item><link>/b</link></item><item><li", AT)
    assert addresses(found) == ["/a", "/b"]
    assert "broken XML" in found.fault


@pytest.mark.parametrize(
    "content",
    [b'<!DOCTYPE x [<!ENTITY a "x">]><rss><channel><item><link>/&a;</link></item></channel></rss>',
     b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item><link>&a;</link></item></channel></rss>',
     b'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;]><rss></rss>',
     b'<!DOCTYPE l [<!ENTITY a "ha">'
     + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(20)) + b"]><rss>&u;</rss>"],
    ids=["inner", "file", "parameter", "laughs"],
)  # fmt: skip
def test_entities_are_refused(content):
    with pytest.raises(CaptureError) as caught:
        feed(content, AT)
    assert caught.value.code == "entities"


def test_elements_without_end_are_stopped():
    begun = time.monotonic()
    found = feed(b"<rss><channel><item><link>/a</link></item>" + b"<x>" * 200_000, AT)
    assert addresses(found) == ["/a"]
    assert "more than 100" in found.fault
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("content", [b"", b"<html><p>No feed.</p></html>", b"<urlset></urlset>", b"{}"])
def test_what_is_no_feed_is_told(content):
    with pytest.raises(CaptureError) as caught:
        feed(content, AT)
    assert caught.value.code in ("not-a-list", "not-text")
    assert caught.value.where == AT


def test_a_doctype_without_entities_is_taken():
    content = b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://union.example/rss.dtd"><rss><channel><item><link>/a</link></item></channel></rss>'
    assert addresses(feed(content, AT)) == ["/a"]


def test_a_sitemap_names_pages_and_an_index_names_sitemaps():
    pages = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
      xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
      <url><loc>https://union.example/a</loc><lastmod>2026-05-04T03:02+00:00</lastmod>
        <image:image><image:loc>https://union.example/p.jpg</image:loc></image:image></url>
      <url><loc>https://union.example/b</loc><news:news><news:publication_date>2026-05-03</news:publication_date></news:news></url>
      </urlset>"""
    found = sitemap(pages, AT)
    assert found.pages == (
        Link("https://union.example/a", "2026-05-04T03:02:00Z"), Link("https://union.example/b", "2026-05-03T00:00:00Z")
    )  # fmt: skip
    index = b"<sitemapindex><sitemap><loc>https://union.example/s1.xml.gz</loc><lastmod>2026</lastmod></sitemap></sitemapindex>"
    assert sitemap(gzip.compress(index), AT).lists == (Link("https://union.example/s1.xml.gz"),)
    assert addresses(sitemap(b"https://union.example/a\nhttps://union.example/b\n", AT)) == ["/a", "/b"]


def test_robots_txt_names_the_sitemaps_of_a_site():
    content = (
        b"User-agent: *\nDisallow: /x\n  SITEMAP : /a.xml\nSitemap:https://union.example/b.xml.gz \n# Sitemap: /c.xml"
    )
    found = sitemap(content, "https://union.example/robots.txt")
    assert [link.address for link in found.lists] == ["https://union.example/a.xml", "https://union.example/b.xml.gz"]
    assert found.pages == ()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://a.example/n?utm_source=x&id=4&utm_medium=feed", "https://a.example/n?id=4"),
        ("https://a.example/n?utm_source=rss", "https://a.example/n"),
        ("https://a.example/n?id=4&FBCLID=abc", "https://a.example/n?id=4"),
        ("https://a.example/n?my_utm_id=4&gclids=5", "https://a.example/n?my_utm_id=4&gclids=5"),
        ("https://a.example/n?id=", "https://a.example/n?id="),
    ],
)
def test_what_only_tells_who_led_there_is_left_off_an_address(given, kept):
    assert normal(given) == kept


def test_a_packed_sitemap_that_is_a_bomb_is_refused():
    with pytest.raises(CaptureError) as caught:
        sitemap(gzip.compress(b" " * (80 << 20)), AT)
    assert caught.value.code == "bomb"


LISTING = b"""<html><nav><a href="/">Home</a><a href="/contact">Contact</a></nav><ul class=news>
  <li><a href="2026/1">One</a><a href="2026/1#comments">0</a></li><li><h3><a href="/news/2026/2">Two</a></h3></li>
  <li><a href="https://elsewhere.example/news/3">Three</a><a href="report.pdf">PDF</a>
  <a href="photo.JPG">x</a></li></ul>
  <a class=more href="?page=2">Older</a><a href="mailto:a@b">Write</a><a href="javascript:void(0)">x</a></html>"""


def test_a_listing_names_what_lies_below_it_on_the_same_site():
    assert addresses(listing(LISTING, AT, "text/html")) == [
        "/news/2026/1",
        "/news/2026/2",
        "/news/report.pdf",
        "/news/?page=2",
    ]


def test_a_listing_names_what_its_selectors_choose():
    found = listing(LISTING, AT, "text/html", links="ul.news li", onward="a.more")
    assert found.pages[-2].address == "https://elsewhere.example/news/3"
    assert found.lists == (Link("https://union.example/news/?page=2"),)
    marked = listing(
        b'<base href="https://union.example/old/"><a rel=next href=p2>x</a><a href=a>y</a>', AT, "text/html", links="a"
    )
    assert marked.lists == (Link("https://union.example/old/p2"),)
    assert addresses(marked) == ["/old/a"]
    with pytest.raises(CaptureError) as caught:
        listing(LISTING, AT, "text/html", links="a[[")
    assert caught.value.code == "bad-selector"


def test_links_are_narrowed_by_patterns():
    found = [Link(f"https://union.example{path}") for path in ("/news/1", "/press/2", "/news/old/3.html")]
    assert [link.address[-1] for link in only(found, ["/press/"])] == ["2"]
    assert len(only(found, ["/*.html$", "/news/1"])) == 2
    assert len(only(found, [])) == 3
