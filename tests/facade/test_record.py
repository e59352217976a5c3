"""The Python API over real pages: the demonstration that the package ships."""

from __future__ import annotations

import io
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import muniment
from muniment.errors import Conflict, DecisionError, LedgerError, MunimentError, ProfileError, Unknown, UsageError
from muniment.facade import Record, Settings, profiles_named, read, shipped_profiles
from muniment.stacks.lock import WriterLock

SAMPLES = Path(muniment.__file__).parent / "samples"
PROFILE = str(SAMPLES / "profile.toml")
QUICK = Settings(wait_seconds=0.2)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    path = tmp_path_factory.mktemp("record") / "record.db"
    with Record.create(path) as record:
        report = record.build([SAMPLES / "pages"], [PROFILE])
    return path, report


@pytest.fixture
def record(built):
    with Record.open(built[0]) as opened:
        yield opened


def test_a_record_built_by_several_processes_has_the_same_rows(built, tmp_path):
    with Record.create(tmp_path / "several.db") as record:
        report = record.build([SAMPLES / "pages"], [PROFILE], jobs=2)
        assert report.claims_filed == built[1].claims_filed
        with Record.open(built[0]) as alone:
            assert list(record.all_rows("meetings")) == list(alone.all_rows("meetings"))
        with pytest.raises(UsageError, match="0 processes cannot read"):
            record.build([SAMPLES / "pages"], jobs=0)


@pytest.fixture
def own(built, tmp_path):
    """A copy of the record, to write to."""
    path = tmp_path / "own.db"
    path.write_bytes(built[0].read_bytes())
    with Record.open(path, QUICK) as opened:
        yield opened


def test_the_demonstration_builds_and_verifies(record, built):
    report = built[1]
    assert report.failed == []
    assert report.new == report.pages >= 16
    assert record.head() == report.head
    checked = record.verify(report.head)
    assert checked.expected == report.head
    assert checked.quotes >= report.claims_filed
    assert checked.rows > 0


def test_building_again_changes_nothing(own):
    head = own.head()
    report = own.build([SAMPLES / "pages"], [PROFILE])
    assert (report.head, report.unchanged, report.claims_filed) == (head, report.pages, 0)


def test_a_record_keeps_the_profiles_it_is_built_with(own, tmp_path, monkeypatch):
    head = own.head()
    monkeypatch.chdir(tmp_path)
    report = own.build([SAMPLES / "pages"])
    assert (report.head, report.unchanged, report.profiles) == (head, report.pages, ["samples"])
    same_bytes = tmp_path / "copy.toml"
    same_bytes.write_bytes(Path(PROFILE).read_bytes())
    assert own.build([SAMPLES / "pages"], ["copy.toml"]).head == head
    other = own.build([], ["none"])
    assert (own.profiles(), other.profiles) == (["none"], [])
    assert own.build([SAMPLES / "pages"]).again == report.pages
    own.build([], ["copy.toml"])
    assert own.profiles() == [str(same_bytes)]
    same_bytes.unlink()
    with pytest.raises(ProfileError, match="--profile"):
        own.build([SAMPLES / "pages"])
    assert own.build([], ["shipped"]).profiles == ["shipped"]
    assert own.build([], None).profiles == ["shipped"]


def test_what_is_found_stands_on_one_line_and_does_not_tell_its_title_again(record):
    hits = record.search("council")
    assert len(hits) > 10
    assert any(hit.snippet for hit in hits if hit.register == "bodies")
    for hit in hits:
        assert "\n" not in hit.snippet
        assert hit.title not in hit.snippet


def test_status_covers_every_page_and_sentence(record, built):
    status = record.status()
    assert status.pages == status.sources == built[1].pages
    assert status.sentences == status.read + sum(status.set_aside.values()) + status.unread > 0
    assert status.first <= status.last
    assert sum(status.languages.values()) == status.pages
    assert status.head == record.head()
    assert status.profiles
    assert f"{status.pages} pages" in status.line()
    assert status.unread == 0 or record.unread(1)[0].text


def test_rows_documents_and_claims_lead_to_each_other(record):
    (row,) = record.rows("documents", limit=1, sort="date", descending=True).rows
    full = record.row("documents", row.id)
    assert full.slots["text"].split("\n\n")[0] in full.slots["archived_text"]
    assert full.slots["blocks"][0]["start"] == 0
    view = record.document(row.sources[0])
    assert record.document(view.document).text == view.text == full.slots["archived_text"]
    assert view.standing
    assert record.content(view.document)
    assert view.claims
    for claim in view.claims:
        for evidence in claim["evidence"]:
            assert view.text[evidence["start"] : evidence["end"]] == evidence["quote"]
        assert claim["id"] in {found["id"] for found in record.claims_of(record.row(claim["register"], claim["row"]))}
        assert record.claim(claim["id"]) == claim
    kinds = {entry.kind for entry in record.history(row)}
    assert "claim.filed/1" in kinds


def test_claims_stream_for_export(record):
    claims = list(record.claims())
    assert len({claim["id"] for claim in claims}) == len(claims) > 0
    assert list(record.claims("documents")) == [claim for claim in claims if claim["register"] == "documents"]
    assert all(claim["source"] for claim in claims)


def test_lists_count_and_page(record):
    for register, count in record.status().rows.items():
        assert record.rows(register).total == count
        assert len(list(record.all_rows(register))) == count
    with pytest.raises(Unknown, match="documents"):
        record.rows("document")
    with pytest.raises(UsageError):
        record.rows("documents", sort="colour")
    with pytest.raises(Unknown):
        record.row("documents", "nothing")
    with pytest.raises(Unknown):
        record.document("nowhere.txt")
    with pytest.raises(Unknown):
        record.claim("nothing")


def test_rows_are_found_by_the_beginning_of_their_id(own):
    (row,) = own.rows("documents", limit=1).rows
    assert own.row("documents", row.id[:12]).id == row.id
    entry = own.correct("documents", row.id[:12], {"section": "S"}, "Ann", "saw it")
    assert entry.body["row"] == row.id
    with pytest.raises(Unknown):
        own.row("documents", row.id[:2])


def test_what_is_open_is_told_for_a_day(record):
    assert {gap.kind for gap in record.gaps("2035-01-01")} >= {gap.kind for gap in record.gaps("1900-01-01")}
    assert all(gap.text for gap in record.gaps())
    with pytest.raises(UsageError, match="2026-05-04"):
        record.gaps("tomorrow")


def test_search_finds_rows_and_the_text_of_documents(record):
    row = record.rows("documents", limit=1).rows[0]
    text = record.row("documents", row.id).slots["text"]
    words = " ".join(text.split()[:12])
    assert row.id in {hit.id for hit in record.search(words, "documents")}
    assert record.search("qqqxyzzy") == []
    title = row.slots["title"]
    assert row.id in {hit.id for hit in record.search(title)}


def test_a_correction_stays_through_builds_and_is_undone(own):
    (row,) = own.rows("documents", limit=1).rows
    entry = own.correct("documents", row.id, {"section": "Corrected"}, "Ann", "saw it")
    assert own.row("documents", row.id).slots["section"] == "Corrected"
    own.build([SAMPLES / "pages"], [PROFILE])
    assert own.row("documents", row.id).slots["section"] == "Corrected"
    assert entry in own.history(own.row("documents", row.id))
    undone = own.undo(entry.position, "Ann", "was wrong")
    assert own.row("documents", row.id).slots.get("section") != "Corrected"
    assert undone in own.history(own.row("documents", row.id))
    with pytest.raises(DecisionError):
        own.correct("documents", row.id, {"sektion": "x"}, "Ann", "saw it")
    assert own.verify().entries == undone.position


def test_registers_folded_afresh_are_the_same(own):
    def rows():
        return {name: list(own.all_rows(name, withdrawn=True)) for name in own.status().rows}

    before = rows()
    assert own.project() == int(own.head().partition(":")[0])
    after = rows()
    assert {name: sorted(row.id for row in found) for name, found in after.items()} == {
        name: sorted(row.id for row in found) for name, found in before.items()
    }
    assert own.verify().rows > 0


def test_two_builds_at_once_give_one_clear_line(own):
    with WriterLock(own.path, 1), pytest.raises(Conflict) as caught:
        own.build([SAMPLES / "pages"])
    assert "\n" not in str(caught.value)
    assert own.build([], ["none"]).pages == 0


def test_readers_go_on_while_a_build_writes(own):
    failures: list[Exception] = []
    done = threading.Event()

    def look() -> None:
        try:
            while not done.is_set():
                assert own.rows("documents", limit=5).total >= 1
                own.status()
        except Exception as error:  # noqa: BLE001 - told by the assertion below
            failures.append(error)

    threads = [threading.Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    own.build([SAMPLES / "pages"], ["none"])
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_file_that_is_no_record_is_refused(tmp_path):
    (tmp_path / "notes.db").write_text("not a database at all, but long enough to look like something " * 20)
    with pytest.raises(LedgerError):
        Record.open(tmp_path / "notes.db")
    with pytest.raises(LedgerError):
        Record.open(tmp_path / "missing.db")
    with pytest.raises(LedgerError):
        Record.create(tmp_path / "notes.db")
    assert not (tmp_path / "missing.db").exists()


def test_registers_that_lag_behind_are_told(own):
    own.close()
    with sqlite3.connect(own.path) as connection:
        connection.execute("UPDATE notes SET content = x'30' WHERE name = 'projected'")
    connection.close()
    with Record.open(own.path) as again:
        with pytest.raises(MunimentError, match="muniment build"):
            again.rows("documents")
        again.build([], ["none"])
        assert again.rows("documents").total > 0


def test_reading_without_a_record_yields_readings_and_errors(tmp_path):
    (tmp_path / "a.txt").write_text("The council met on 3 May 2024 in Paris and adopted a plan of work for the year.\n")
    (tmp_path / "b.txt").write_text("")
    found = list(read([tmp_path], ["none"]))
    assert isinstance(found[1], MunimentError)
    assert found[0].source == str(tmp_path / "a.txt")
    assert next(iter(read([tmp_path], ["none"]))) == found[0]
    (piped,) = read(["-"], ["none"], io.BytesIO((tmp_path / "a.txt").read_bytes()))
    assert piped.source == "-"
    assert piped.document == found[0].document


def test_profiles_are_named_or_all_or_none():
    assert profiles_named(["none"]) == ()
    assert len(profiles_named(None)) == len(shipped_profiles()) >= 4
    assert not any(loaded.profile.sample for loaded in profiles_named(None))
    with pytest.raises(ProfileError):
        profiles_named(["no-such-profile"])


def test_importing_the_api_brings_no_database_and_no_parser():
    heavy = {
        "sqlalchemy",
        "sqlite3",
        "selectolax",
        "trafilatura",
        "regex",
        "ahocorasick_rs",
        "charset_normalizer",
        "lxml",
    }
    script = "import sys, muniment.facade; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert heavy.isdisjoint(loaded)
    assert "muniment.reading" not in loaded
