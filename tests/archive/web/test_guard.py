"""Nobody is led from a public page into this machine or the network around it."""

import socket

import pytest
from tests.rogue import Rogue, redirect

from muniment.archive.web import Fetcher, Limits, Manners, Timing, guard
from muniment.archive.web.address import joined, normal
from muniment.archive.web.guard import is_public, places
from muniment.errors import CaptureError


def leading(**hosts):
    """Return a resolver of names to addresses in digits, which counts how often it is asked."""
    asked = []

    def resolve(host, port):
        asked.append(host)
        led = hosts[host.replace(".", "_")]
        return [
            (socket.AF_INET6 if ":" in one else socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in led
        ]

    resolve.asked = asked
    return resolve


@pytest.mark.parametrize(
    "digits",
    ["127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
     "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
     "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
     "2001:0:4136:e378:8000:63bf:80ff:fffe", "not digits"],
)  # fmt: skip
def test_an_address_that_is_not_of_the_public_internet_is_told(digits):
    assert not is_public(digits)


@pytest.mark.parametrize(
    "digits", ["93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"]
)
def test_a_public_address_is_one(digits):
    assert is_public(digits)


def test_a_name_that_leads_anywhere_private_is_refused_unless_allowed():
    resolve = leading(mixed_example=["93.184.215.14", "10.0.0.1"])
    with pytest.raises(CaptureError) as caught:
        places("mixed.example", 443, private=False, resolve=resolve)
    assert caught.value.code == "private-address"
    assert len(places("mixed.example", 443, private=True, resolve=resolve)) == 2


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f000001", "localhost", "[::1]", "[::ffff:7f00:1]"])
def test_other_spellings_of_this_machine_are_refused(host):
    asking = Fetcher(Manners(), Timing(lambda: "2026-01-01T00:00:00Z", lambda: 0.0, lambda seconds: None))
    with pytest.raises(CaptureError) as caught:
        asking.fetch(f"http://{host}/")
    assert caught.value.code == "private-address"


@pytest.fixture
def outside(monkeypatch):
    """Let one address of this machine stand for the public internet, and no other."""
    monkeypatch.setattr(guard, "is_public", lambda digits: digits == "127.0.0.1")
    with Rogue() as server:
        yield server


def asker(resolve):
    limits = Limits(1 << 20)
    return Fetcher(Manners(limits=limits), Timing(lambda: "2026-01-01T00:00:00Z", lambda: 0.0, lambda s: None), resolve)


def test_a_redirect_into_the_network_around_us_is_refused(outside):
    resolve = leading(open_example=["127.0.0.1"], inner_example=["127.0.0.2"])
    outside.route("/a", redirect(f"http://inner.example:{outside.port}/secret"))
    with pytest.raises(CaptureError) as caught:
        asker(resolve).fetch(f"http://open.example:{outside.port}/a")
    assert caught.value.code == "private-address"
    assert "/secret" not in outside.asked


def test_the_connection_goes_to_the_address_that_was_checked(outside):
    turns = iter([["127.0.0.1"], ["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"]])

    def rebinding(host, port):
        return leading(open_example=next(turns))(host, port)

    outside.page("/a", "<p>Hello.</p>")
    asking = asker(rebinding)
    address = f"http://open.example:{outside.port}/a"
    answer = asking.fetch(address)  # robots.txt and the page: one look-up each
    assert (answer.status, answer.exchanges[0].remote) == (200, "127.0.0.1")
    assert outside.headers[-1]["Host"] == f"open.example:{outside.port}"
    with pytest.raises(CaptureError) as caught:
        asking.fetch(address)
    assert caught.value.code == "private-address"


@pytest.mark.parametrize(
    ("spelt", "plain"),
    [("HTTP://Example.ORG:80", "http://example.org/"), ("https://example.org:443/a#part", "https://example.org/a"),
     ("https://example.org/ä?q=ö", "https://example.org/%C3%A4?q=%C3%B6"),
     ("https://bücher.example/", "https://xn--bcher-kva.example/"),
     ("https://example.org/a%20b?x=1&y=%2F", "https://example.org/a%20b?x=1&y=%2F")],
)  # fmt: skip
def test_two_spellings_of_an_address_are_one(spelt, plain):
    assert normal(spelt) == plain
    assert normal(plain) == plain


@pytest.mark.parametrize(
    ("bad", "code"),
    [("ftp://example.org/", "scheme"), ("file:///etc/passwd", "scheme"), ("javascript:alert(1)", "scheme"),
     ("http://", "bad-address"),
     ("http://me:word@example.org/", "bad-address"), ("http://example.org/a\r\nHost: b", "bad-address"),
     ("http://example.org:99999/", "bad-address"),
     ("http://[::1/", "bad-address"), ("http://exa mple.org/", "bad-address"),
     ("http://example.org/" + "a" * 9000, "bad-address"), ("http://a..b/\x00", "bad-address")],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(bad, code):
    with pytest.raises(CaptureError) as caught:
        normal(bad)
    assert caught.value.code == code


def test_a_link_is_joined_to_its_page():
    assert joined("https://example.org/news/", " ../a?b#c ") == "https://example.org/a?b"
    assert joined("https://example.org/news/1", "//other.example/x") == "https://other.example/x"
