"""The web archive: what is written is read by another tool, goes back in without a loss, and is checked."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess

import pytest
from tests.clerk.web.conftest import Desk, release
from tests.rogue import packed, raw, redirect
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from muniment.clerk.web.archiving import export_warc, import_warc, verify_archive
from muniment.errors import Broken, CaptureError
from muniment.stacks.memory import MemoryStack

pytestmark = [
    pytest.mark.filterwarnings(
        "ignore:Unclosed file:ResourceWarning"
    ),  # warcio leaves its spooled files to the collector
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def filled(desk, tmp_path):
    """A record with a plain page, a packed one behind a redirect, a chunked one, one that is gone, and a file."""
    desk.server.page("/news/1", release(1))
    desk.server.route("/news/2", packed(release(2).encode()))
    desk.server.route("/old/2", redirect("/news/2", 301))
    body = release(3).encode()
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    desk.server.route(
        "/news/3", raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Odd:  Kept \r\n\r\n" + chunks)
    )
    desk.server.page("/news/4", release(4))
    desk.pages("/news/1", "/old/2", "/news/3", "/news/4")
    desk.server.page("/news/4", "Gone.", status=410)
    desk.build()
    desk.pages("/news/4")
    return desk


def exported(desk, path):
    return export_warc(desk.stores, path, desk.watch.now)


@pytest.mark.parametrize("name", ["all.warc.gz", "all.warc"])
def test_what_is_written_is_read_by_another_tool_to_the_last_byte(filled, tmp_path, name):
    assert exported(filled, tmp_path / name).exchanges == 6
    kept = {one.response: one for one in filled.stores.intake.exchanges()}
    found = []
    with open(tmp_path / name, "rb") as file:
        for record in ArchiveIterator(file, no_record_parse=True, check_digests="raise"):
            block = record.raw_stream.read()
            if record.rec_type == "response":
                one = kept[block]
                assert record.rec_headers["WARC-Target-URI"] == one.address
                assert record.rec_headers["WARC-Date"] == one.seen_at
                found.append(block)
            elif record.rec_type == "request":
                assert block.startswith(b"GET /")
    assert sorted(found) == sorted(kept)


def test_another_tool_unpacks_the_pages_and_finds_nothing_wrong(filled, tmp_path, capsys):
    exported(filled, tmp_path / "all.warc.gz")
    pages = {}
    with open(tmp_path / "all.warc.gz", "rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type == "response" and record.http_headers.get_statuscode() == "200":
                pages[record.rec_headers["Muniment-Source"]] = record.content_stream().read()
    for source, content in pages.items():
        assert hashlib.sha256(content).hexdigest() == filled.stores.archive.current(source).document
    assert len(pages) == 4
    checker = Checker(type("Told", (), {"inputs": [str(tmp_path / "all.warc.gz")], "verbose": True})())
    checker.process_all()
    assert checker.exit_value == 0, capsys.readouterr().out


def test_an_archive_taken_in_gives_the_same_exchanges_and_pages_once(filled, tmp_path):
    exported(filled, tmp_path / "all.warc.gz")
    other = Desk(MemoryStack(), filled.server)
    for taken in (6, 0):
        done = import_warc(other.stores, [tmp_path / "all.warc.gz"], other.watch.now)
        assert (done.exchanges, done.failed) == (taken, [])
    assert {one.id for one in other.stores.intake.exchanges()} == {one.id for one in filled.stores.intake.exchanges()}
    other.build()
    assert sorted(other.filed()) == sorted(filled.filed())
    other.verify()
    exported(other, tmp_path / "again.warc.gz")
    assert (tmp_path / "again.warc.gz").read_bytes() == (tmp_path / "all.warc.gz").read_bytes()


def test_a_list_in_an_archive_of_ours_is_taken_in_as_what_it_is(desk, tmp_path):
    page = desk.server.page("/news/1", release(1))
    feed = f"<rss><channel><item><link>{page}</link></item></channel></rss>"
    desk.server.page("/feed", feed, headers={"Content-Type": "text/xml"})
    desk.follow("/feed", "feed")
    desk.gather()
    exported(desk, tmp_path / "all.warc.gz")
    other = Desk(MemoryStack(), desk.server)
    done = import_warc(other.stores, [tmp_path / "all.warc.gz"], other.watch.now)
    assert (done.exchanges, done.documents, done.failed) == (2, 1, [])
    other.build()
    assert other.filed() == ["/news/1"]


def test_the_archive_of_another_tool_is_taken_in(tmp_path, server):
    with open(tmp_path / "theirs.warc.gz", "wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, media_type in ((1, "text/html"), (2, "image/png"), (3, "text/html")):
            status = "302 Found" if number == 3 else "200 OK"
            headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
            payload = io.BytesIO(release(number).encode())
            writer.write_record(
                writer.create_warc_record(
                    f"https://a.example/{number}", "response", payload=payload, http_headers=headers
                )
            )
    desk = Desk(MemoryStack(), server)
    done = import_warc(desk.stores, [tmp_path / "theirs.warc.gz"], desk.watch.now)
    assert (done.exchanges, done.documents, done.failed) == (1, 1, [])
    desk.build()
    assert desk.filed() == ["https://a.example/1"]
    desk.verify()


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not installed: the archive it makes is not tried")
def test_the_archive_that_wget_makes_is_taken_in(tmp_path, server):
    wanted = [server.page("/news/1", release(1)), server.route("/old/2", redirect("/news/2", 301))]
    server.page("/news/2", release(2))
    server.page("/style.css", b"p { color: black }", headers={"Content-Type": "text/css"})
    command = ["wget", "-q", "--no-http-keep-alive", "--warc-file=theirs", *wanted, server.at("/style.css")]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=60)
    desk = Desk(MemoryStack(), server)
    done = import_warc(desk.stores, [tmp_path / "theirs.warc.gz"], desk.watch.now)
    assert (done.documents, done.failed) == (2, [])
    desk.build()
    assert sorted(desk.filed()) == ["/news/1", "/news/2"]
    desk.verify()


def test_a_damaged_archive_gives_what_stands_before_the_damage(filled, tmp_path):
    path = tmp_path / "all.warc.gz"
    exported(filled, path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3])
    other = Desk(MemoryStack(), filled.server)
    done = import_warc(other.stores, [path, tmp_path / "none.warc"], other.watch.now)
    assert 0 < done.exchanges < 6
    assert done.failed[-1].code == "unreadable"
    assert verify_archive(other.stores).exchanges == done.exchanges


def test_pages_from_files_are_written_as_resources(desk, tmp_path):
    from tests.clerk.conftest import LineReader

    from muniment.archive import Intake
    from muniment.clerk.build import Build, build

    (tmp_path / "päge 1.html").write_text(release(1))
    build(desk.stores, Intake([tmp_path])(), Build(LineReader(), "lines/1", clock=desk.watch.now))
    assert exported(desk, tmp_path / "all.warc").documents == 1
    with open(tmp_path / "all.warc", "rb") as file:
        _, record = ArchiveIterator(file, check_digests="raise")
        assert record.rec_type == "resource"
        assert record.rec_headers["WARC-Target-URI"].endswith("p%C3%A4ge%201.html")


def test_an_archive_that_cannot_be_written_is_told_and_leaves_nothing(filled, tmp_path):
    with pytest.raises(CaptureError):
        exported(filled, tmp_path / "none" / "all.warc")
    (tmp_path / "folder.warc").mkdir()
    with pytest.raises(CaptureError):
        exported(filled, tmp_path / "folder.warc")
    assert [one.name for one in tmp_path.iterdir() if one.suffix != ".db" and "record" not in one.name] == [
        "folder.warc"
    ]


def test_the_archive_is_verified(filled, monkeypatch):
    done = verify_archive(filled.stores)
    assert (done.exchanges, done.documents) == (6, 4)
    one, *rest = filled.stores.intake.exchanges()
    monkeypatch.setattr(filled.stores.intake, "exchanges", lambda after=0: iter(rest))
    with pytest.raises(Broken, match=f"the exchange {one.id} is gone"):
        verify_archive(filled.stores)
