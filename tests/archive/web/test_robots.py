"""Robots: what RFC 9309 says of groups, matches and unreachable files; and how hosts are left in peace."""

import pytest
from tests.archive.web.test_fetching import PAGE, Watch, fetcher
from tests.rogue import Rogue, answer, in_turn, raw, redirect

from muniment.archive.web import Fetcher, Limits, Manners
from muniment.archive.web.pace import Pace, retry_after
from muniment.archive.web.robots import Robots
from muniment.errors import CaptureError


@pytest.fixture
def server():
    with Rogue() as rogue:
        yield rogue


def allows(text, path, agent="muniment"):
    return Robots.of(text.encode()).allows(agent, path)


def test_the_group_that_names_us_goes_before_the_one_for_everybody():
    text = "User-agent: *\nDisallow: /\n\nUser-Agent: MuniMent\nDisallow: /private/\n"
    assert allows(text, "/news")
    assert not allows(text, "/private/a")
    assert not allows(text, "/news", agent="other")


def test_groups_for_one_robot_are_one_group():
    text = (
        "User-agent: muniment\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\nuser-agent: muniment/1.0\nDisallow: /b\n"
    )
    assert [allows(text, path) for path in ("/a", "/b", "/c")] == [False, False, True]


def test_one_group_may_name_several_robots_with_other_lines_between():
    text = "User-agent: other\nSitemap: https://example.org/map.xml\nUser-agent: muniment\nDisallow: /a\n"
    assert not allows(text, "/a")


def test_the_longest_match_decides_and_an_allowing_one_where_two_are_as_long():
    text = "User-agent: *\nDisallow: /folder\nAllow: /folder/page\nAllow: /same\nDisallow: /same\n"
    assert [allows(text, path) for path in ("/folder/x", "/folder/page/1", "/same")] == [False, True, True]


@pytest.mark.parametrize(
    ("pattern", "matched", "passed"),
    [("/fish", ["/fish", "/fish.html", "/fish/salmon", "/fishheads"], ["/Fish", "/catfish", "/?id=fish"]),
     ("/fish/", ["/fish/", "/fish/?id=1"], ["/fish", "/fish.html"]),
     ("/*.php$", ["/a.php", "/a/b.php"], ["/a.php?x", "/a.php/", "/php"]),
     ("/fish*.php", ["/fish.php", "/fishheads/catfish.php?x"], ["/Fish.PHP"]),
     ("/a$", ["/a"], ["/ab"]), ("/$", ["/"], ["/a"]), ("*x*y$", ["/axby", "/xy"], ["/yx"]),
     ("/a/%7Ejoe", ["/a/~joe"], []), ("/a/~joe", ["/a/%7ejoe"], []), ("/a%2fb", ["/a%2Fb"], ["/a/b"]),
     ("/ö", ["/%C3%B6"], []), ("/%3Cx%3E", ["/%3cx%3e"], [])],
)  # fmt: skip
def test_a_pattern_matches_as_the_rfc_says(pattern, matched, passed):
    text = f"User-agent: *\nDisallow: {pattern}\n"
    assert [path for path in matched if allows(text, path)] == []
    assert [path for path in passed if not allows(text, path)] == []


def test_an_empty_rule_forbids_nothing_and_odd_lines_are_passed_over():
    assert allows("User-agent: *\nDisallow:\n", "/a")
    assert not allows("﻿# ours\r\nUSER-AGENT : *  # all\rno line\rDisallow : /a # secret\n", "/a")
    assert allows("Disallow: /a\n", "/a")
    assert allows("<html>no robots here</html>", "/a")
    assert allows("User-agent: *\nDisallow: /\n", "/robots.txt")


def test_many_stars_take_no_time():
    assert allows("User-agent: *\nDisallow: " + "/*a" * 2000 + "$\n", "/" + "a" * 8000 + "b")


def test_the_delay_asked_for_is_kept_within_reason():
    robots = Robots.of(b"User-agent: *\nCrawl-delay: 2.5\nDisallow: /a\nUser-agent: slow\nCrawl-delay: 99999\n")
    assert (robots.delay("muniment"), robots.delay("slow"), Robots.of(b"Crawl-delay: x").delay("muniment")) == (
        2.5,
        60,
        0,
    )


def test_a_page_that_robots_txt_forbids_is_not_asked_for(server):
    server.page("/robots.txt", "User-agent: *\nDisallow: /private")
    asking = fetcher()
    with pytest.raises(CaptureError) as caught:
        asking.fetch(server.page("/private", PAGE))
    assert caught.value.code == "robots"
    asking.fetch(server.page("/a", PAGE))
    assert server.asked == ["/robots.txt", "/a"]


def test_each_redirect_is_checked_against_robots_txt(server):
    server.page("/robots.txt", "User-agent: *\nDisallow: /private")
    server.page("/private", PAGE)
    with pytest.raises(CaptureError) as caught:
        fetcher().fetch(server.route("/a", redirect("/private")))
    assert caught.value.code == "robots"
    assert "/private" not in server.asked


@pytest.mark.parametrize(
    ("status", "allowed"), [(404, True), (403, True), (410, True), (500, False), (503, False), (429, False)]
)
def test_without_a_robots_txt_all_is_allowed_and_with_a_failing_one_nothing(server, status, allowed):
    server.page("/robots.txt", "User-agent: *\nDisallow: /", status=status)
    address = server.page("/a", PAGE)
    if allowed:
        assert fetcher().fetch(address).status == 200
        return
    with pytest.raises(CaptureError) as caught:
        fetcher().fetch(address)
    assert caught.value.code == "busy"
    assert f"(status {status})" in caught.value.what
    assert "/a" not in server.asked


def test_a_robots_txt_cut_off_forbids_all_and_one_that_circles_nothing(server):
    server.page("/a", PAGE)
    server.page("/robots.txt", "User-agent: *", headers={"Content-Length": "900"})
    with pytest.raises(CaptureError):
        fetcher().fetch(server.at("/a"))
    server.route("/robots.txt", redirect("/robots.txt"))
    assert fetcher().fetch(server.at("/a")).status == 200


def test_robots_txt_is_asked_for_once_a_day(server):
    watch = Watch()
    asking = fetcher(watch)
    server.page("/a", PAGE)
    asking.fetch(server.at("/a"))
    asking.fetch(server.at("/a"))
    assert server.asked.count("/robots.txt") == 1
    watch.wait(24 * 3600 + 1)
    asking.fetch(server.at("/a"))
    assert server.asked.count("/robots.txt") == 2


def test_a_host_is_left_in_peace_between_two_requests(server):
    server.page("/robots.txt", "User-agent: *\nCrawl-delay: 7")
    watch = Watch()
    asking = fetcher(watch, delay_seconds=2)
    for _ in range(3):
        asking.fetch(server.page("/a", PAGE))
    assert watch.waited == [2, 7, 7]  # the first wait is before the delay is known


def test_a_busy_host_is_left_alone_as_long_as_it_asks(server):
    watch = Watch()
    asking = Fetcher(Manners(private=True, delay_seconds=1, limits=Limits(1 << 20)), watch.timing())
    server.route("/a", in_turn(answer(b"", 429, {"Retry-After": "40"}), answer(PAGE)))
    assert asking.fetch(server.at("/a")).wait_seconds == 40
    host = f"127.0.0.1:{server.port}"
    assert asking.pace.ready_in(host) == 40
    assert asking.pace.ready_in("other.example") == 0
    assert asking.fetch(server.at("/a")).status == 200
    assert watch.waited[-1] == 40


def test_a_host_that_stays_busy_is_left_alone_for_longer_each_time():
    pace = Pace(Watch().timing(), 1)
    assert [pace.hold("a", None) for _ in range(4)] == [30, 60, 120, 240]
    assert pace.hold("a", 10.0**9) == 24 * 3600
    pace.well("a")
    assert pace.hold("a", None) == 30


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120), (" 0 ", 0), ("Mon, 04 May 2026 03:03:01 GMT", 60), ("Mon, 04 May 2020 03:03:01 GMT", 0), ("", None),
     ("soon", None), ("-5", None), ("9" * 400, 999999999)],
)  # fmt: skip
def test_what_a_server_asks_to_wait_is_read(value, seconds):
    assert retry_after(value, "2026-05-04T03:02:01Z") == seconds


def test_a_server_that_talks_no_http_for_robots_txt_is_left_alone(server):
    server.route("/robots.txt", raw(b"garbage\r\n\r\n"))
    with pytest.raises(CaptureError) as caught:
        fetcher().fetch(server.page("/a", PAGE))
    assert caught.value.code == "busy"
