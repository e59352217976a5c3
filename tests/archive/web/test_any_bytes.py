"""Whatever bytes come from the web: a result or one clear error, never anything else, and soon."""

import contextlib

from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.archive.web import Exchange
from muniment.archive.web.address import joined, normal
from muniment.archive.web.exchange import content_of
from muniment.archive.web.links import feed, listing, sitemap
from muniment.archive.web.pace import retry_after
from muniment.archive.web.robots import Robots
from muniment.archive.web.unpacking import unpacked
from muniment.errors import CaptureError

AT = "https://union.example/news/"
PIECES = st.sampled_from(
    [b"<rss>", b"<channel>", b"<item>", b"</item>", b"<link>", b"</link>", b"/a", b"&amp;", b"&x;", b"&#0;",
     b"&#x110000;",      b"<urlset>", b"<url>", b"<loc>", b"</loc>", b"<!DOCTYPE a [", b"<!ENTITY b 'c'>", b"]>",
     b"<?xml version='1.0'?>",
     b"<a href='", b"'>", b"</a>", b"<base href=x>", b"\xff\xfe", b"\x00", b"https://[", b"<![CDATA[",
     b"]]>", b"<feed>"]
)  # fmt: skip
MESSY = st.lists(PIECES | st.binary(max_size=8), max_size=20).map(b"".join)
HEADS = st.sampled_from(
    [b"HTTP/1.1 200 OK", b"HTTP/1.0 200", b"HTTP/9.9 999 X", b"Content-Length: 5", b"Content-Length: -1",
     b"Content-Length: x",
     b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip, chunked", b"Content-Encoding: gzip", b"\r\n",
     b"\r\n", b"5\r\n",
     b"0\r\n\r\n", b"zz\r\n", b": x", b"X" * 70]
)  # fmt: skip


@settings(max_examples=300, deadline=2000)
@given(MESSY)
def test_lists_of_any_bytes(content):
    for found in (
        lambda: feed(content, AT), lambda: sitemap(content, AT), lambda: listing(content, AT, "text/html"),
    ):  # fmt: skip
        with contextlib.suppress(CaptureError):
            assert all(link.address.startswith("http") for link in found().pages)


@settings(max_examples=300, deadline=2000)
@given(st.lists(HEADS | st.binary(max_size=20), max_size=8).map(b"\r\n".join))
def test_answers_of_any_bytes(response):
    with contextlib.suppress(CaptureError):
        content_of(Exchange(AT, "2026-01-01T00:00:00Z", "192.0.2.1", 200, b"", response), 1 << 20)


@given(st.binary(max_size=200), st.text(max_size=30))
def test_robots_of_any_bytes(content, path):
    robots = Robots.of(b"User-agent: *\nDisallow: /x\n" + content)
    assert robots.allows("muniment", "/robots.txt")
    assert robots.allows("muniment", f"/{path}") in (True, False)
    assert 0 <= robots.delay("muniment") <= 60


@given(st.text(max_size=60), st.text(max_size=60))
def test_addresses_of_any_text(base, link):
    for made in (lambda: normal(base), lambda: normal(f"https://{base}"), lambda: joined(AT, link)):
        with contextlib.suppress(CaptureError):
            address = made()
            assert normal(address) == address
            assert address.isascii()
            assert address.isprintable()


@given(st.binary(max_size=80), st.sampled_from(["gzip", "deflate", "gzip, deflate", "br", "identity", ",", "x" * 9]))
def test_unpacking_of_any_bytes(body, codings):
    with contextlib.suppress(CaptureError):
        assert len(unpacked(body, codings, 1 << 16, AT)) <= 1 << 21


@given(st.text(max_size=40))
def test_waits_of_any_text(value):
    found = retry_after(value, "2026-05-04T03:02:01Z")
    assert found is None or found >= 0
