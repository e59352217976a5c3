"""Fetching from a server that misbehaves: every fault is one clear error, and what came is kept byte for byte."""

import gzip
import socket
import time
import zlib

import pytest
from tests.rogue import Rogue, answer, drip, in_turn, packed, raw, redirect, unless_same

from muniment.archive import Intake, draft
from muniment.archive.web import Fetcher, Limits, Manners, Timing, Validators, page_in
from muniment.archive.web.exchange import content_of
from muniment.errors import CaptureError

PAGE = b"<!doctype html><html><head><title>The Council met</title></head><body><p>The Council met.</p></body></html>"
NOW = "2026-05-04T03:02:01Z"


class Watch:
    """A clock that stands still but for waiting; `real` lets it run, and patience be short."""

    def __init__(self, real: bool = False):
        self.waited = []
        self.real = real
        self._at = 0.0

    def timing(self):
        return Timing(lambda: NOW, self.seconds, self.wait)

    def seconds(self):
        return self._at + (time.monotonic() if self.real else 0)

    def wait(self, seconds):
        self.waited.append(seconds)
        self._at += seconds


@pytest.fixture
def server():
    with Rogue() as rogue:
        yield rogue


def fetcher(watch=None, most=1 << 20, **more):
    short = {"idle_seconds": 0.3, "total_seconds": 0.6} if watch is not None and watch.real else {}
    limits = Limits(most, **short)
    manners = Manners(contact="keeper@example.org", **{"private": True, "limits": limits, **more})
    return Fetcher(manners, (watch or Watch()).timing())


def refusal(address, **more):
    with pytest.raises(CaptureError) as caught:
        page_in(fetcher(**more).fetch(address))
    assert caught.value.where == address
    assert caught.value.what
    assert caught.value.hint
    return caught.value


def test_a_page_comes_with_the_bytes_that_went_over_the_wire(server):
    address = server.page("/a", PAGE, headers={"X-Odd": "Kept  AS it is"})
    found = fetcher().fetch(address)
    page = page_in(found)
    assert (page.source, page.content, page.media_type, page.seen_at) == (address, PAGE, "text/html", NOW)
    (exchange,) = found.exchanges
    assert exchange.request.startswith(b"GET /a HTTP/1.1\r\nHost: 127.0.0.1:")
    assert exchange.response.startswith(b"HTTP/1.1 200 OK\r\n")
    assert b"X-Odd: Kept  AS it is\r\n" in exchange.response
    assert exchange.response.endswith(b"\r\n\r\n" + PAGE)
    assert exchange.remote == "127.0.0.1"


def test_the_request_says_who_asks_and_how_to_reach_them(server):
    fetcher().fetch(server.page("/a", PAGE))
    agent = server.headers[-1]["User-Agent"]
    assert agent.startswith("muniment/")
    assert "keeper@example.org" in agent
    assert Manners(contact="a\r\nX: b").agent().count("\n") == 0


def test_chunked_and_packed_answers_are_unpacked_and_kept_as_they_came(server):
    body = gzip.compress(PAGE)
    chunked = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:10], body[10:])) + b"0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n"
    found = fetcher().fetch(server.route("/a", raw(head + chunked)))
    assert found.content == PAGE
    assert found.exchanges[0].response == head + chunked
    assert content_of(found.exchanges[0], 1 << 20) == PAGE


@pytest.mark.parametrize(
    ("how", "body"),
    [("deflate", zlib.compress(PAGE)), ("deflate", zlib.compress(PAGE)[2:-4]),
     ("gzip", gzip.compress(PAGE) + b"\0" * 9),
     ("gzip", gzip.compress(PAGE[:40]) + gzip.compress(PAGE[40:])), ("gzip", PAGE)],
    ids=["zlib", "bare deflate", "filling behind", "two members", "not packed at all"],
)  # fmt: skip
def test_packing_is_undone_however_loosely_it_is_done(server, how, body):
    if how == "gzip" and body == PAGE:
        assert refusal(server.page("/a", body, headers={"Content-Encoding": how})).code == "damaged"
        return
    assert fetcher().fetch(server.page("/a", body, headers={"Content-Encoding": how})).content == PAGE


def test_a_bomb_is_refused(server):
    bomb = server.route("/bomb", packed(b"\0" * (200 << 20)))
    assert refusal(bomb, most=32 << 20).code == "bomb"
    twice = server.page(
        "/twice", gzip.compress(gzip.compress(b"\0" * (50 << 20))), headers={"Content-Encoding": "gzip, gzip"}
    )
    assert refusal(twice, most=32 << 20).code == "bomb"


def test_an_answer_larger_than_the_limit_is_stopped_on_its_way(server):
    assert refusal(server.page("/a", b"x" * (3 << 20))).code == "too-large"
    endless = drip(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536, 0, 10_000)
    assert refusal(server.route("/b", endless)).code == "too-large"


def test_a_server_that_says_nothing_is_given_up(server):
    assert refusal(server.route("/a", drip(b"", b"", 2, 1)), watch=Watch(real=True)).code == "timeout"


def test_a_slow_drip_is_given_up_after_the_total_time(server):
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n"
    begun = time.monotonic()
    assert refusal(server.route("/a", drip(head, b"x", 0.05, 100)), watch=Watch(real=True)).code == "timeout"
    assert time.monotonic() - begun < 2


def test_slow_headers_are_given_up_after_the_total_time(server):
    drops = drip(b"HTTP/1.1 200 OK\r\n", b"X-Drop: 1\r\n", 0.02, 90)
    assert refusal(server.route("/a", drops), watch=Watch(real=True)).code == "timeout"


def test_an_answer_cut_short_is_no_page(server):
    assert refusal(server.page("/a", PAGE, headers={"Content-Length": "5000"})).code == "truncated"
    half = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\nonly this"
    assert refusal(server.route("/b", raw(half))).code == "truncated"
    cut = gzip.compress(PAGE)[:40]
    assert refusal(server.page("/c", cut, headers={"Content-Encoding": "gzip"})).code == "truncated"


def test_bytes_beyond_the_announced_length_are_no_part_of_the_page(server):
    found = fetcher().fetch(server.page("/a", PAGE + b"<p>And more.</p>", headers={"Content-Length": str(len(PAGE))}))
    assert found.content == PAGE
    assert found.exchanges[0].response.endswith(PAGE)


@pytest.mark.parametrize(
    "said", [b"", b"SSH-2.0-x\r\n", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: " + b"y" * 70000]
)
def test_what_is_no_http_is_told(server, said):
    assert refusal(server.route("/a", raw(said))).code in ("not-http", "connection")


def test_a_closed_port_and_an_unknown_host_are_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    error = refusal(f"http://127.0.0.1:{port}/a")
    assert error.code == "busy"  # its robots.txt cannot be had, so nothing may be asked for

    def nowhere(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    asking = Fetcher(Manners(), Watch().timing(), nowhere)
    with pytest.raises(CaptureError) as caught:
        asking.fetch("http://nowhere.example/")
    assert caught.value.code == "busy"


def test_redirects_are_followed_and_each_is_kept(server):
    server.page("/c", PAGE)
    server.route("/b", redirect("c", 301))
    found = fetcher().fetch(server.route("/a", redirect(server.at("/b"))))
    assert (found.asked, found.address) == (server.at("/a"), server.at("/c"))
    assert [one.status for one in found.exchanges] == [302, 301, 200]
    assert page_in(found).source == server.at("/a")


def test_redirects_in_a_circle_or_without_end_are_told(server):
    server.route("/b", redirect("/a"))
    assert refusal(server.route("/a", redirect("/b"))).code == "redirect-loop"
    for number in range(20):
        server.route(f"/{number}", redirect(f"/{number + 1}"))
    assert refusal(server.at("/0")).code == "redirect-loop"
    assert "/7" not in server.asked


def test_a_redirect_out_of_the_web_is_refused(server):
    for leads in ("file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1:70/_x"):
        with pytest.raises(CaptureError) as caught:
            fetcher().fetch(server.route("/a", redirect(leads)))
        assert caught.value.code == "scheme"


def test_a_cookie_that_a_redirect_sets_is_shown_once_and_forgotten(server):
    server.route("/a", in_turn(redirect("/a", cookie="seen=1; Path=/"), answer(PAGE)))
    asking = fetcher()
    assert asking.fetch(server.at("/a")).content == PAGE
    assert server.headers[-1]["Cookie"] == "seen=1"
    asking.fetch(server.at("/a"))
    assert server.headers[-1]["Cookie"] is None


def test_an_unchanged_page_is_not_sent_again(server):
    server.route("/a", unless_same('"v1"', PAGE))
    asking = fetcher()
    first = asking.fetch(server.at("/a"))
    again = asking.fetch(server.at("/a"), first.validators)
    assert (again.status, again.content) == (304, b"")
    server.route("/b", redirect("/a"))
    assert asking.fetch(server.at("/b"), Validators(server.at("/b"), '"v1"')).status == 200


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (404, "not-found"),
        (410, "not-found"),
        (403, "forbidden"),
        (429, "busy"),
        (503, "busy"),
        (500, "busy"),
        (418, "status"),
    ],
)
def test_a_status_that_is_no_page_is_told(server, status, code):
    assert refusal(server.page("/a", PAGE, status=status)).code == code


def test_what_is_no_text_is_told(server):
    picture = server.page("/a", b"\x89PNG", headers={"Content-Type": "image/png"})
    assert refusal(picture).what == "no page but a PNG picture"
    assert refusal(server.page("/b", b"", headers={})).code == "empty"


def test_a_document_is_fetched_as_what_it_is(server):
    address = server.page("/a", b"%PDF-1.7", headers={"Content-Type": "application/pdf"})
    found = page_in(fetcher().fetch(address))
    assert found.media_type == "application/pdf"


@pytest.mark.parametrize(
    "title", ["404", "Error 404", "Page not found", "Page not found | Harbour Union", "Harbour Union - 404 Not Found",
              "The requested page could not be found.", "Página no encontrada", "Страница не найдена"],
)  # fmt: skip
def test_a_page_that_says_it_is_not_there_is_believed(server, title):
    assert refusal(server.page("/a", f"<html><title>{title}</title><p>Sorry.</p>")).code == "soft-not-found"


@pytest.mark.parametrize(
    "title", ["404 delegates met", "Weapons not found in the harbour", "Resolution 404 | Union", "Not found guilty"]
)
def test_a_page_that_only_uses_such_words_is_taken(server, title):
    assert page_in(fetcher().fetch(server.page("/a", f"<html><title>{title}</title><p>Delegates met.</p>")))


def test_a_redirect_to_the_front_page_is_told_and_one_between_pages_is_not(server):
    for front in ("/", "/en/", "/index.php"):
        server.page(front, PAGE)
        assert refusal(server.route("/news/7", redirect(front))).code == "soft-not-found"
    server.page("/news/seven", PAGE)
    assert page_in(fetcher().fetch(server.route("/news/7", redirect("/news/seven"))))
    assert page_in(fetcher().fetch(server.route("/index.html", redirect("/"))))


def test_the_charset_of_the_header_decides_where_the_bytes_are_not_utf_8(server):
    text = "<html><head><meta charset=iso-8859-1></head><p>Совет гаваней собрался в Альбе.</p>"
    address = server.page("/a", text.encode("cp1251"), headers={"Content-Type": "text/html; charset=windows-1251"})
    page = page_in(fetcher().fetch(address))
    assert page.media_type == "text/html; charset=windows-1251"
    assert "Совет гаваней" in draft(page).text
    wrong = server.page("/b", text.encode(), headers={"Content-Type": "text/html; charset=windows-1251"})
    assert "Совет гаваней" in draft(page_in(fetcher().fetch(wrong))).text
    odd = server.page(
        "/c", "<p>L’Union a décidé à Alba.</p>".encode("cp1252"), headers={"Content-Type": "text/html; charset=no"}
    )
    assert page_in(fetcher().fetch(odd)).media_type == "text/html"


def test_two_charsets_on_one_page_leave_the_rest_readable(server):
    mixed = "<p>Rada přístavů zasedala.</p>".encode() * 30 + "<p>Café</p>".encode("latin-1")
    text = draft(page_in(fetcher().fetch(server.page("/a", mixed)))).text
    assert text.count("Rada přístavů") == 30


def test_an_address_is_read_beside_files_and_asked_for_once(server, tmp_path):
    (tmp_path / "a.txt").write_text("One short text.")
    address = server.page("/a", PAGE)
    intake = Intake([tmp_path / "a.txt", address, server.at("/none")], fetcher=fetcher())
    for _ in range(2):
        first, second, third = intake()
        assert (first.content, second.content, third.code) == (b"One short text.", PAGE, "not-found")
    assert server.pages_asked() == ["/a", "/none"]


def test_without_a_fetcher_an_address_is_one_clear_error():
    (error,) = Intake(["https://example.org/a"])()
    assert error.code == "no-fetching"
