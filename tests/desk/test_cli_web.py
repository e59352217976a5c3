"""The commands that fetch from the web, against a server on this machine."""

import contextlib
import datetime
import json

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.rogue import Rogue

from muniment.archive.web import Timing
from muniment.clerk import clock
from muniment.clerk.web.following import Followed
from muniment.desk.cli import cli
from muniment.desk.web import application
from muniment.errors import Conflict, UsageError
from muniment.facade import Record, Settings, Web
from muniment.profiles import loader
from muniment.profiles.schema import Source
from muniment.stacks.lock import WriterLock

RELEASE = (
    "<!doctype html><html lang=en><head><title>The Harbour Council met in Vienna</title></head><body><main>"
    "<h1>The Harbour Council met in Vienna</h1><p>May 5, 2024. The Committee of Secretaries of the Security Councils "
    "held a meeting in Vienna on May 5, 2024.</p></main></body></html>"
)


@pytest.fixture
def server():
    with Rogue() as rogue:
        yield rogue


def run(*arguments):
    return CliRunner().invoke(cli, [str(one) for one in arguments], catch_exceptions=True)


def test_a_web_page_is_read_by_its_address(server):
    address = server.page("/news/1", RELEASE)
    done = run("read", address, "--allow-private", "--delay", 0, "--profile", "none")
    assert done.exit_code == 0, done.output
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert {claim["source"] for claim in claims} == {address}
    assert "meetings" in {claim["register"] for claim in claims}


def test_this_machine_is_not_read_unless_that_is_allowed(server):
    done = run("read", server.page("/news/1", RELEASE), "--profile", "none")
    assert done.exit_code == 4
    assert "not a public address" in done.stderr
    assert "--allow-private" in done.stderr
    assert server.asked == []


def test_a_page_that_is_not_there_is_told_and_the_rest_is_read(server):
    there, gone = server.page("/news/1", RELEASE), server.at("/news/2")
    done = run("read", gone, there, "--allow-private", "--delay", 0, "--profile", "none")
    assert done.exit_code == 0
    assert f"muniment: {gone}: there is no such page (status 404)" in done.stderr
    assert there in done.stdout
    assert run("read", gone, "--allow-private", "--delay", 0, "--profile", "none", "--strict").exit_code == 4


def feed(*addresses):
    return "<rss><channel>" + "".join(f"<item><link>{one}</link></item>" for one in addresses) + "</channel></rss>"


@pytest.fixture
def record(tmp_path):
    return tmp_path / "record.db"


def on(record, command, *arguments):
    return run(command, *arguments, "--record", record, "--allow-private", "--delay", 0)


def test_a_web_page_is_built_into_a_record_and_built_again_without_change(server, record):
    address = server.page("/news/1", RELEASE)
    done = on(record, "build", address, "--profile", "none", "--format", "json")
    assert done.exit_code == 0, done.output
    first = json.loads(done.stdout)[0]
    assert (first["pages"], first["new"], first["failed"]) == (1, 1, [])
    again = json.loads(on(record, "build", address, "--format", "json").stdout)[0]
    assert (again["unchanged"], again["head"]) == (1, first["head"])
    listed = json.loads(run("show", "documents", "--record", record, "--format", "json").stdout)
    assert listed[0]["sources"] == [address]
    assert run("verify", "--record", record).exit_code == 0


def test_sources_are_captured_then_built(server, record):
    server.page("/feed", feed(server.page("/news/1", RELEASE)), headers={"Content-Type": "application/rss+xml"})
    done = on(record, "capture", server.at("/feed"), "--kind", "feed", "--rhythm", "weekly")
    assert done.exit_code == 0, done.output
    assert f"Read them with: muniment build --record {record}" in done.stdout
    assert json.loads(run("status", "--record", record, "--format", "json").stdout)[0]["waiting"] == 1
    assert run("build", "--record", record, "--profile", "none").exit_code == 0
    followed = json.loads(run("sources", "--record", record, "--format", "json").stdout)
    assert [(one["source"], one["rhythm"], one["waiting"]) for one in followed] == [(server.at("/feed"), "weekly", 0)]
    again = on(record, "capture", "--format", "json")
    assert json.loads(again.stdout)[0]["asked"] == 1


def test_a_watch_follows_the_sources_of_the_profile_once(server, record, tmp_path):
    server.page("/feed", feed(server.page("/news/1", RELEASE)), headers={"Content-Type": "application/rss+xml"})
    profile = tmp_path / "harbours.toml"
    profile.write_text(
        'slug = "harbours"\nname = "Harbour Union"\nkind = "demonstration"\n[[sources]]\nkind = "feed"\n'
        f'address = "{server.at("/feed")}"\n'
    )
    done = on(record, "watch", "--once", "--profile", profile)
    assert done.exit_code == 0, done.output
    assert "1 sources: 2 asked, 1 new" in done.stdout
    assert "claims filed" in done.stdout
    server.asked.clear()
    on(record, "watch", "--once", "--profile", profile)
    assert server.asked == []


def _watched(record, *arguments):
    return [
        one["source"] for one in json.loads(run("sources", "--record", record, *arguments, "--format", "json").stdout)
    ]


def test_a_record_built_with_all_shipped_profiles_asks_none_of_their_sites(server, record):
    on(record, "build", server.page("/news/1", RELEASE), "--profile", "shipped")
    assert _watched(record) == _watched(record, "--profile", "shipped") == []
    refused = on(record, "watch", "--once")
    assert isinstance(refused.exception, UsageError)
    assert "no source to ask" in str(refused.exception)
    assert "https://press.un.org/en/rss.xml" in _watched(record, "--profile", "un", "--profile", "shipped")


def test_a_source_that_was_asked_once_is_followed_when_all_profiles_are_read_with(server, record, monkeypatch):
    server.page("/feed", feed(server.page("/news/1", RELEASE)), headers={"Content-Type": "application/rss+xml"})
    library = record.parent / "profiles" / "library" / "harbours"
    library.mkdir(parents=True)
    (library / "profile.toml").write_text(
        'slug = "harbours"\nname = "Harbour Union"\nkind = "demonstration"\n[[sources]]\nkind = "feed"\n'
        f'address = "{server.at("/feed")}"\nsource = "seen on its first page, not fetched"\n'
    )
    monkeypatch.setattr(loader, "_PACKAGE", record.parent)
    assert on(record, "capture", "--profile", "harbours").exit_code == 0
    on(record, "build")
    assert _watched(record) == [server.at("/feed")]


def test_a_mended_selector_is_used_on_the_pages_that_are_there_when_all_are_read_again(server, record, tmp_path):
    server.page("/feed", feed(server.page("/news/1", RELEASE)), headers={"Content-Type": "application/rss+xml"})
    profile = tmp_path / "harbours.toml"
    stated = 'slug = "harbours"\nname = "Harbour Union"\nkind = "demonstration"\n[[sources]]\nkind = "feed"\n'
    for selector, again in (("h2.title", ()), ("h1", ("--again",))):
        profile.write_text(f'{stated}address = "{server.at("/feed")}"\ntitle = "{selector}"\n')
        on(record, "watch", "--once", "--profile", profile)
        done = on(record, "build", "--profile", profile, *again, "--format", "json")
        assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)[0]["again"] == 1
    refused = on(record, "build", "--again", server.at("/news/1"))
    assert isinstance(refused.exception, UsageError)
    with Record.open(record) as held:
        (row,) = held.all_rows("documents")
        assert held.document(row.sources[0]).meta.origin["title"] == "profile's selector h1"


def test_where_an_address_was_seen_does_not_make_it_another_source():
    plain = Source(address="https://a.example/feed", kind="feed")
    told = Source(address="https://a.example/feed", kind="feed", source="seen in 2024")
    assert Followed(plain).settings == Followed(told).settings


def test_nothing_to_ask_is_told(record):
    done = on(record, "capture", "--profile", "none")
    assert isinstance(done.exception, UsageError)
    assert "no source to ask" in str(done.exception)


def test_an_alarm_shows_in_the_status(server, record):
    server.page("/feed", "<html>Moved</html>")
    done = on(record, "capture", server.at("/feed"), "--kind", "feed", "--profile", "none")
    assert done.exit_code == 4
    status = run("status", "--record", record)
    assert f"ALARM {server.at('/feed')}: no list of this kind" in status.stdout
    assert "1 alarm about sources" in run("show", "meetings", "--record", record).stdout
    with TestClient(application(record)) as visitor:
        page = visitor.get("/status").text
        assert "Alarms about the sources that are followed" in page
        assert f"{server.at('/feed')}: no list of this kind" in page
        assert visitor.get("/status.json").json()["alarms"][0]["code"] == "not-a-list"
        page = visitor.get("/sources").text
        assert server.at("/feed") in page
        assert "no list of this kind" in page
        assert visitor.get("/sources.json").json()[0]["alarms"][0]["code"] == "not-a-list"
        assert visitor.get("/sources.csv").text.splitlines()[1].startswith(f"{server.at('/feed')},feed,daily,")


def test_a_record_that_follows_no_source_says_so(samples_web):
    assert "This record follows no source on the web" in samples_web.get("/sources").text
    assert samples_web.get("/sources.json").json() == []


def test_a_quiet_body_shows_in_the_status(tmp_path):
    for number, month in enumerate(("January", "February", "March"), 1):
        (tmp_path / f"{number}.txt").write_text(
            f"The committee met\n\nOn 5 {month} 2024, the Lamp Committee of the Harbour Union met in Vienna.\n"
        )
    (tmp_path / "4.txt").write_text(
        "Notice\n\n20 December 2024\n\nOn 20 December 2024, Ivo Ram met Ada Lund in Vienna.\n"
    )
    record = tmp_path / "record.db"
    assert run("build", tmp_path, "--record", record, "--profile", "none").exit_code == 0
    status = run("status", "--record", record).stdout
    assert "QUIET Lamp Committee of the Harbour Union: last met on 2024-03-05, 290 days before the last page" in status
    with TestClient(application(record)) as visitor:
        assert "Lamp Committee of the Harbour Union</a> <span" in visitor.get("/status").text


@pytest.fixture
def passing(monkeypatch):
    """Time that passes by waiting alone; returns the waits."""
    began, waited = datetime.datetime(2026, 5, 4, tzinfo=datetime.UTC), []

    def now():
        return (began + datetime.timedelta(seconds=sum(waited))).strftime("%Y-%m-%dT%H:%M:%SZ")

    monkeypatch.setattr(clock, "TIMING", Timing(now, lambda: sum(waited), waited.append))
    return waited


def following(record, server):
    """A record that follows a feed of one page."""
    server.page("/feed", feed(server.page("/news/1", RELEASE)), headers={"Content-Type": "application/rss+xml"})
    held = Record.create(record, Settings(wait_seconds=0.1, web=Web(allow_private=True)))
    held.capture([server.at("/feed")], "feed", "daily", ["none"])
    return held


def test_a_watch_goes_on_in_the_rhythm_of_its_sources(server, record, passing):
    with following(record, server) as held:
        rounds = held.watch(["none"])
        first = next(rounds)
        assert (first.sources, first.report.new) == ([], 1)
        server.page("/feed", feed(server.at("/news/1"), server.page("/news/2", RELEASE.replace("Vienna", "Paris"))))
        second = next(rounds)
        assert (second.sources, second.gathered.new, second.report.new) == ([server.at("/feed")], 1, 1)
        assert 86390 < sum(passing) < 86410


def test_a_watch_that_is_held_up_goes_on_later(server, record, passing):
    with following(record, server) as held:
        lock = WriterLock(record, 0)
        lock.acquire()
        waits = len(passing)

        def wait(seconds):
            passing.append(seconds)
            if seconds == 30:
                lock.release()

        clock.TIMING = Timing(clock.TIMING.now, clock.TIMING.seconds, wait)
        assert next(held.watch(["none"])).report.new == 1
        assert passing[waits:] == [30]


def test_others_write_while_pages_are_fetched(server, record, passing):
    for number in range(3):
        server.page(f"/news/{number}", RELEASE)
    wrote = []

    def wait(seconds):
        passing.append(seconds)
        with contextlib.suppress(Conflict), WriterLock(record, 0):
            wrote.append(seconds)

    clock.TIMING = Timing(clock.TIMING.now, clock.TIMING.seconds, wait)
    with Record.create(record, Settings(web=Web(allow_private=True))) as held:
        report = held.build([server.at(f"/news/{number}") for number in range(3)], ["none"])
    assert report.new == 3
    assert wrote == [1, 1]
