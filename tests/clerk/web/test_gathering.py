"""Gathering from sources: what is named is captured once, what changes is captured again, what fails is told."""

import gzip
import threading

from tests.clerk.conftest import LineReader
from tests.clerk.web.conftest import XML, release, rss
from tests.rogue import Rogue, answer, in_turn, packed, redirect, unless_same

from muniment.archive import SiteSelectors
from muniment.archive.web import Fetcher, Manners
from muniment.clerk.build import Build, build
from muniment.clerk.web.alarms import alarms
from muniment.clerk.web.following import Fared
from muniment.clerk.web.rhythm import reads_to_nothing
from muniment.profiles import load

DAY = 86400


def news(desk, *numbers):
    return [desk.server.page(f"/news/{number}", release(number)) for number in numbers]


def test_what_a_feed_names_is_captured_once_and_filed_by_the_next_build(desk):
    desk.server.page("/feed", rss(*news(desk, 1, 2)), headers=XML)
    desk.follow("/feed", "feed")
    found = desk.gather()
    assert (found.asked, found.new, found.failed, found.waiting) == (3, 2, [], 0)
    assert desk.server.asked == ["/robots.txt", "/feed", "/news/1", "/news/2"]
    assert desk.filed() == []
    assert desk.build().new == 2
    assert sorted(desk.filed()) == ["/news/1", "/news/2"]
    again = desk.gather()
    assert desk.server.asked == ["/feed"]
    assert (again.new, again.changed) == (0, 0)
    desk.verify()


def test_a_page_that_the_feed_says_has_changed_is_asked_for_again(desk):
    (address,) = news(desk, 1)
    item = "<rss><channel><item><link>{}</link><pubDate>{}</pubDate></item></channel></rss>"
    old = item.format(address, "Mon, 06 Apr 2026 00:00:00 GMT").encode()
    new = item.format(address, "Tue, 05 May 2026 00:00:00 GMT").encode()
    desk.server.route("/feed", in_turn(answer(old, headers=XML), answer(old, headers=XML), answer(new, headers=XML)))
    desk.follow("/feed", "feed")
    desk.gather()
    desk.build()
    desk.watch.wait(DAY * 2)
    desk.gather()
    assert desk.server.pages_asked() == ["/feed"]
    desk.server.page("/news/1", release(1, "Brun"))
    assert desk.gather().changed == 1
    assert desk.build().changed == 1
    assert len(desk.stores.archive.versions(address)) == 2


def test_an_unchanged_feed_and_page_are_not_sent_again(desk):
    (address,) = news(desk, 1)
    desk.server.route("/feed", unless_same('"f1"', rss(address)))
    desk.server.route("/news/1", unless_same('"p1"', release(1).encode()))
    desk.follow("/feed", "feed")
    desk.gather()
    desk.build()
    entries = desk.stores.ledger.head().position
    assert desk.pages("/news/1").unchanged == 1
    assert desk.gather().failed == []
    assert desk.stores.ledger.head().position == entries
    assert [headers["If-None-Match"] for headers in desk.server.headers[-2:]] == ['"p1"', '"f1"']


def test_a_page_that_is_not_sent_again_is_read_again_by_another_reader(desk):
    desk.server.route("/news/1", unless_same('"p1"', release(1).encode()))
    desk.pages("/news/1")
    desk.build()
    desk.follow("/news/1", "page")
    desk.gather(key="lines/2")
    assert desk.build("lines/2").again == 1
    assert desk.filed() == ["/news/1"]


def test_sitemaps_and_their_indexes_are_followed(desk):
    one, two, three = news(desk, 1, 2, 3)
    urls = "<urlset>" + "".join(f"<url><loc>{address}</loc></url>" for address in (one, two)) + "</urlset>"
    index = (
        f"<sitemapindex><sitemap><loc>{desk.server.at('/a.xml.gz')}</loc></sitemap>"
        f"<sitemap><loc>{desk.server.at('/b.xml')}</loc></sitemap></sitemapindex>"
    )
    desk.server.page("/sitemap.xml", index, headers=XML)
    desk.server.page("/a.xml.gz", gzip.compress(urls.encode()), headers={"Content-Type": "application/gzip"})
    desk.server.route("/b.xml", packed(f"<urlset><url><loc>{three}</loc></url></urlset>".encode()))
    desk.follow("/sitemap.xml", "sitemap", only=("/news/",))
    assert desk.gather().new == 3


def test_a_sitemap_that_names_itself_is_asked_once(desk):
    desk.server.page(
        "/s.xml", f"<sitemapindex><sitemap><loc>{desk.server.at('/s.xml')}</loc></sitemap></sitemapindex>", headers=XML
    )
    desk.follow("/s.xml", "sitemap")
    assert desk.gather().asked == 1


def test_a_listing_is_followed_until_it_names_nothing_new(desk):
    for page in range(1, 6):
        onward = f"<a rel=next href='/news/list?page={page + 1}'>Older</a>" if page < 5 else ""
        links = "".join(f"<li><a href='/news/{page * 10 + n}'>x</a></li>" for n in range(2))
        news(desk, page * 10, page * 10 + 1)
        desk.server.page(f"/news/list?page={page}" if page > 1 else "/news/list", f"<ul>{links}</ul>{onward}")
    desk.follow("/news/list", "listing", links="li a")
    assert desk.gather().new == 10
    desk.build()
    desk.gather()
    assert desk.server.asked == ["/news/list"]


def test_a_listing_without_end_is_stopped_and_told(desk):
    def page(handler):
        number = int(handler.path.partition("=")[2] or 0)
        content = f"<a class=n href='/news/x{number}'>x</a><a rel=next href='/list?page={number + 1}'>on</a>"
        answer(content.encode())(handler)

    desk.server.otherwise = page
    for number in range(60):
        desk.server.page(f"/news/x{number}", release(number))
    desk.server.page("/robots.txt", "")
    desk.follow("/list", "listing", links="a.n")
    found = desk.gather()
    assert [error.code for error in found.failed] == ["endless"]
    assert found.new == 50


def test_the_links_of_a_listing_that_lead_away_are_not_taken_without_a_selector(desk):
    (inside,) = news(desk, 1)
    desk.server.page(
        "/news/", f"<a href='/contact'>c</a><a href='{inside}'>x</a><a href='https://else.example/y'>y</a>"
    )
    desk.follow("/news/", "listing")
    desk.gather()
    assert desk.server.pages_asked() == ["/news/", "/news/1"]


def test_a_page_that_is_gone_is_marked_gone_and_kept(desk):
    (address,) = news(desk, 1)
    desk.pages("/news/1")
    desk.build()
    for status in (404, 410):
        desk.server.page("/news/1", "<title>x</title>Gone.", status=status)
        found = desk.pages("/news/1")
        assert (found.gone, found.failed) == (1, [])
        assert desk.failures() == {"/news/1": "gone"}
    entries = [entry for entry in desk.stores.ledger.read() if entry.kind.startswith("source.failed")]
    assert len(entries) == 2  # 404, then gone for good
    assert desk.stores.archive.current(address) is not None
    assert desk.stores.rows.counts()["meetings"] == 1
    desk.server.page("/news/1", release(1))
    desk.pages("/news/1")
    assert desk.failures() == {}
    desk.verify()


def test_a_page_that_is_gone_before_it_was_read_is_read_all_the_same(desk):
    news(desk, 1)
    desk.pages("/news/1")
    desk.server.page("/news/1", "Gone.", status=410)
    assert desk.pages("/news/1").gone == 1
    assert desk.build().new == 1
    assert desk.stores.rows.counts()["meetings"] == 1
    desk.verify()


def test_a_page_that_was_never_there_is_no_page_that_is_gone(desk):
    found = desk.pages("/news/9")
    assert found.gone == 0
    assert desk.failures() == {"/news/9": "not-found"}
    assert found.failed[0].where == desk.server.at("/news/9")


def test_a_soft_404_of_a_known_page_marks_it_gone(desk):
    news(desk, 1)
    desk.pages("/news/1")
    desk.build()
    desk.server.page("/news/1", "<title>Page not found - Harbours</title><p>Sorry.</p>")
    assert desk.pages("/news/1").gone == 1
    assert len(desk.stores.archive.versions(desk.server.at("/news/1"))) == 1


def test_pages_that_a_source_named_long_ago_are_looked_at_again(desk):
    desk.server.page("/feed", rss(*news(desk, 1, 2)), headers=XML)
    desk.follow("/feed", "feed")
    desk.gather()
    desk.build()
    desk.server.page("/news/2", "gone", status=410)
    desk.watch.wait(31 * DAY)
    found = desk.gather()
    assert (found.gone, found.unchanged) == (1, 1)
    assert desk.failures() == {"/news/2": "gone"}


def test_a_busy_server_is_asked_again_when_it_says_so_in_the_same_run_or_a_later_one(desk):
    desk.server.route("/news/1", in_turn(answer(b"", 429, {"Retry-After": "20"}), answer(release(1).encode())))
    desk.server.route("/news/2", in_turn(answer(b"", 503, {"Retry-After": "7200"}), answer(release(2).encode())))
    found = desk.pages("/news/1", "/news/2")
    assert (found.new, found.waiting) == (1, 1)
    assert [error.code for error in found.failed] == ["busy"]
    assert "7,200 seconds" in found.failed[0].what
    assert desk.failures() == {"/news/2": "busy"}
    assert desk.pages().asked == 0
    desk.watch.wait(7200)
    assert desk.pages().new == 1
    assert desk.failures() == {}


def test_a_storm_of_429_ends_after_five_tries(desk):
    desk.server.page("/news/1", "", status=429)
    asked = 0
    for _ in range(12):
        asked += desk.pages("/news/1").asked if not asked else desk.pages().asked
        desk.watch.wait(3 * 3600)
    assert asked == 5
    assert desk.failures() == {"/news/1": "busy"}


def test_a_connection_that_breaks_is_tried_again_in_a_later_run(desk):
    cut = answer(release(1).encode(), headers={"Content-Length": "9000"})
    desk.server.route("/news/1", in_turn(cut, answer(release(1).encode())))
    assert desk.pages("/news/1").waiting == 1
    desk.watch.wait(301)
    assert desk.pages().new == 1
    assert desk.failures() == {}


def test_one_bad_page_of_many_stops_nothing(desk):
    good = news(desk, 1, 2)
    bad = [
        desk.server.route("/loop", redirect("/loop")),
        desk.server.page("/png", b"\x89PNG", headers={"Content-Type": "image/png"}),
        desk.server.page("/empty", ""), desk.server.route("/bomb", packed(b"\0" * (20 << 20))),
        desk.server.page("/words", "<p>...</p>"), "https://user:word@example.org/x", desk.server.at("/none"),
    ]  # fmt: skip
    desk.server.page("/feed", rss(good[0], *bad, good[1]), headers=XML)
    desk.follow("/feed", "feed")
    found = desk.gather()
    assert found.new == 2
    assert desk.failures() == {
        "/loop": "redirect-loop", "/png": "not-a-page", "/empty": "empty", "/bomb": "bomb", "/words": "no-text",
        "/none": "not-found",
    }  # fmt: skip
    assert all(error.what and error.where and error.hint for error in found.failed)
    desk.build()
    assert len(desk.filed()) == 2
    desk.verify()


def test_a_slow_site_holds_up_no_other_and_each_is_asked_for_one_thing_at_a_time(desk):
    with Rogue() as slow:
        through = threading.Event()
        begun, most = [], []

        def waits(handler):
            begun.append(handler.path)
            most.append(len(begun))
            through.wait(10)
            begun.remove(handler.path)
            answer(release(int(handler.path[-1])).encode())(handler)

        addresses = [slow.route(f"/slow/{number}", waits) for number in (5, 6)]
        quick = news(desk, 1, 2, 3)
        desk.server.route("/news/3", lambda handler: (through.set(), answer(release(3).encode())(handler)))
        desk.fetcher = Fetcher(Manners(private=True, delay_seconds=0), desk.watch.timing())  # whose clock stands still
        desk.server.page("/feed", rss(*addresses, *quick), headers=XML)
        desk.follow("/feed", "feed")
        assert desk.gather().new == 5
        assert through.is_set(), "the other site was asked only when the slow one had given up"
        assert most == [1, 1]


def test_a_source_that_gives_no_list_is_told_and_raises_an_alarm_until_it_does(desk):
    desk.server.page("/feed", "<html><p>Moved.</p></html>")
    desk.follow("/feed", "feed")
    assert [error.code for error in desk.gather().failed] == ["not-a-list"]
    assert desk.failures() == {"/feed": "not-a-list"}
    assert [alarm.code for alarm in alarms(desk.stores, desk.watch.now())] == ["not-a-list"]
    desk.server.page("/feed", rss(*news(desk, 1)), headers=XML)
    desk.gather()
    assert desk.failures() == {}
    assert alarms(desk.stores, desk.watch.now()) == []


def test_a_list_that_names_nothing_any_more_is_an_alarm(desk):
    desk.server.page("/news/", "<div class=new><a href='/news/1'>x</a></div>")
    desk.follow("/news/", "listing", links=".old a")
    assert [error.code for error in desk.gather().failed] == ["names-nothing"]
    assert [alarm.code for alarm in alarms(desk.stores, desk.watch.now())] == ["names-nothing"]


def test_a_broken_feed_gives_what_it_can_and_is_told(desk):
    (one,) = news(desk, 1)
    desk.server.page("/feed", f"<rss><channel><item><link>{one}</link></item><item><li", headers=XML)
    desk.follow("/feed", "feed")
    found = desk.gather()
    assert found.new == 1
    assert desk.failures() == {"/feed": "damaged"}


def test_each_source_is_asked_in_its_own_rhythm(desk):
    for name in ("hour", "week"):
        desk.server.page(f"/{name}", rss(*news(desk, 1)), headers=XML)
        desk.follow(f"/{name}", "feed", rhythm={"hour": "hourly", "week": "weekly"}[name])
    desk.round()
    assert desk.server.pages_asked() == ["/hour", "/week", "/news/1"]
    desk.round()
    assert desk.server.asked == []
    desk.watch.wait(3601)
    desk.round()
    assert desk.server.pages_asked() == ["/hour"]
    desk.watch.wait(8 * DAY)
    desk.round()
    assert desk.server.pages_asked() == ["/hour", "/week"]


def test_a_source_that_is_quiet_for_three_times_its_rhythm_is_an_alarm(desk):
    desk.server.page("/feed", rss(*news(desk, 1)), headers=XML)
    desk.follow("/feed", "feed", rhythm="weekly")
    for week in range(6):
        desk.round()
        codes = [alarm.code for alarm in alarms(desk.stores, desk.watch.now())]
        assert codes == (["quiet"] if week >= 3 else []), week
        desk.watch.wait(7 * DAY + 60)
    desk.server.page("/feed", rss(*news(desk, 1, 2)), headers=XML)
    desk.round()
    assert alarms(desk.stores, desk.watch.now()) == []


def test_a_source_that_nobody_asks_any_more_is_an_alarm(desk):
    desk.server.page("/feed", rss(*news(desk, 1)), headers=XML)
    desk.follow("/feed", "feed", rhythm="daily")
    desk.round()
    desk.watch.wait(4 * DAY)
    assert [alarm.code for alarm in alarms(desk.stores, desk.watch.now())] == ["not-asked"]


def test_a_selector_that_stops_matching_is_an_alarm(desk):
    desk.follow("/feed", "feed", body="main", section=".rubric")
    for count in range(1, 7):
        desk.server.page("/feed", rss(*news(desk, *range(1, count))), headers=XML)
        if count > 1:
            content = release(count - 1) if count < 4 else release(count - 1).replace("main>", "div>")
            desk.server.page(f"/news/{count - 1}", content)
        desk.gather()
    told = {alarm.what.split("`")[1]: alarm for alarm in alarms(desk.stores, desk.watch.now())}
    assert set(told) == {"body", "section"}
    assert "'main', found nothing on the last 3 new pages (it last did at" in told["body"].what
    assert "it never did" in told["section"].what
    assert told["body"].what.endswith("/news/5.")


def test_the_rhythm_of_a_source_is_learned_from_the_days_of_its_pages(desk):
    desk.follow("/feed", "feed", rhythm="weekly")
    for count in range(1, 8):
        desk.server.page("/feed", rss(*news(desk, *range(1, count + 1))), headers=XML)
        desk.gather()
        desk.build()
        desk.watch.wait(DAY)
    desk.watch.wait(DAY)
    assert alarms(desk.stores, desk.watch.now()) == []
    desk.gather()
    desk.watch.wait(2 * DAY)
    (told,) = alarms(desk.stores, desk.watch.now())
    assert (told.code, "every 1 days, as its pages show" in told.what) == ("quiet", True)


def test_pages_that_suddenly_read_to_nothing_are_an_alarm_until_one_reads_again(desk):
    desk.follow("/feed", "feed")
    codes = []
    for count in range(1, 9):
        (address,) = news(desk, count)
        if 3 < count < 8:
            desk.server.page(
                f"/news/{count}", f"<html><body><main><p>All is well at harbour {count}.</p></main></body></html>"
            )
        desk.server.page("/feed", rss(address), headers=XML)
        desk.gather()
        desk.build()
        codes.append([alarm.code for alarm in alarms(desk.stores, desk.watch.now())])
    assert codes == [[], [], [], [], [], ["reads-to-nothing"], ["reads-to-nothing"], []]


def test_a_site_that_often_gives_nothing_is_no_alarm():
    fared = Fared()
    for number in range(20):
        fared.note(number % 2 == 0, f"/news/{number}", "2026-05-04T00:00:00Z")
    fared.note(False, "/news/20", "2026-05-04T00:00:00Z")
    fared.note(False, "/news/21", "2026-05-04T00:00:00Z")
    assert (fared.in_a_row, reads_to_nothing(fared)) == (3, False)


def test_robots_txt_is_followed_as_an_index_of_sitemaps(desk):
    address = "<?xml version='1.0'?><urlset><url><loc>{}</loc></url></urlset>".format(*news(desk, 1))
    desk.server.page("/deep/map.xml", address, headers=XML)
    text = f"User-agent: *\nDisallow: /private\nSitemap: {desk.server.at('/deep/map.xml')}\n"
    desk.server.page("/robots.txt", text, headers={"Content-Type": "text/plain"})
    desk.follow("/robots.txt", "sitemap")
    assert desk.gather().new == 1


def test_every_list_that_changed_is_kept_as_it_came(desk):
    desk.follow("/feed", "feed")
    for count in (1, 1, 2):
        desk.server.page("/feed", rss(*news(desk, *range(1, count + 1))), headers=XML)
        desk.gather()
    lists = [one for one in desk.stores.intake.exchanges() if one.address.endswith("/feed")]
    assert [one.document for one in lists] == ["", ""]
    assert b"/news/2" in lists[1].response
    desk.build()
    desk.verify()


def test_every_answer_that_gave_a_page_is_kept_once_and_verified(desk):
    news(desk, 1)
    desk.pages("/news/1")
    desk.build()
    kept = list(desk.stores.intake.exchanges())
    assert [(one.address, one.status) for one in kept] == [(desk.server.at("/news/1"), 200)]
    assert desk.verify().documents == 1
    desk.pages("/news/1")
    assert len(list(desk.stores.intake.exchanges())) == 1
    (entry,) = [entry for entry in desk.stores.ledger.read() if entry.kind == "exchange.kept/1"]
    assert entry.body["exchanges"] == [kept[0].id]
    assert entry.body["document"] == kept[0].document == desk.stores.archive.current(desk.server.at("/news/1")).document


def test_a_page_is_filed_as_its_sources_selectors_say(desk, tmp_path):
    path = tmp_path / "harbours.toml"
    path.write_text(
        'slug = "h"\nname = "H"\nkind = "demonstration"\n[[sources]]\nkind = "feed"\ntitle = "h2.own"\nsection = "b"\n'
        f'address = "{desk.server.at("/feed")}"\n'
    )
    content = release(1).replace("<main>", "<main><h2 class=own>The lamps of Alba</h2>")
    address = desk.server.page("/news/1", content)
    desk.pages("/news/1")
    work = Build(LineReader(), "lines/1", clock=desk.watch.now, selectors=SiteSelectors([load(path)]))
    build(desk.stores, (), work)
    kept = desk.stores.archive.page(desk.stores.archive.current(address).document).page
    assert kept.meta.origin["title"] == "profile's selector h2.own"
    assert [block.kind for block in kept.blocks if "lamps of Alba" in kept.text[block.start : block.end]] == ["title"]
    desk.verify()
