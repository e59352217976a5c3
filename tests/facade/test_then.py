"""The Python API asked what the record knew then."""

from __future__ import annotations

import gc

import msgspec
import pytest

from muniment import samples
from muniment.errors import Unknown, UsageError
from muniment.facade import Record
from muniment.registers import REGISTERS

PROFILE = str(samples.profile_path())


def sources(record: Record) -> list[str]:
    """The sources of the pages that a record has, teasers left out."""
    return [row.sources[0] for row in record.all_rows("documents") if not row.slots.get("stub")]


def told(record: Record) -> dict[str, object]:
    """What a record tells when it is asked for everything."""
    return {
        "rows": {name: list(record.all_rows(name, withdrawn=True)) for name in REGISTERS},
        "list": record.rows("meetings", sort="date", limit=5),
        "values": record.values("meetings", "kind"),
        "status": msgspec.structs.replace(record.status(), known_at=""),
        "gaps": record.gaps("2026-01-01"),
        "claims": list(record.claims()),
        "entries": list(record.entries()),
        "search": record.search("council"),
        "unread": record.unread(500),
        "texts": [record.full(row) for row in record.all_rows("documents")],
        "documents": [record.document(name) for name in sources(record)],
        "profiles": record.profiles(),
        "copies": list(record.clusters()),
    }  # fmt: skip


@pytest.fixture(scope="module")
def history(tmp_path_factory):
    """A record built in parts, corrected and changed, with what it told after each part."""
    folder = tmp_path_factory.mktemp("then")
    pages = folder / "pages"
    pages.mkdir()
    for page in samples.pages_folder().iterdir():
        (pages / page.name).write_bytes(page.read_bytes())
    names = sorted(pages.iterdir())
    states: list[tuple[str, dict[str, object]]] = []

    def note():
        with Record.open(folder / "record.db") as now:
            states.append((now.head(), told(now)))

    with Record.create(folder / "record.db") as record:
        for part in (names[:8], names[8:16], names[16:]):
            record.build(part, [PROFILE])
            note()
        (row,) = record.rows("meetings", limit=1).rows
        entry = record.correct("meetings", row.id, {"place": "Port Sellan"}, "Ann", "was there")
        note()
        record.undo(entry.position, "Ann", "was not there")
        for page in samples.later_folder().iterdir():
            (pages / page.name).write_bytes(page.read_bytes())
        record.build([pages])
        note()
        with Record.open(folder / "record.db") as now:
            found = [(wanted, told(now.at(head))) for head, wanted in states]
        strayed = [name for wanted, then in found for name in wanted if then[name] != wanted[name]]
        record.build([pages], ["none"])
    return folder / "record.db", states, strayed


@pytest.fixture
def record(history):
    with Record.open(history[0]) as opened:
        yield opened


def test_a_record_at_an_earlier_head_tells_what_it_told_then(history):
    assert history[2] == []


def test_a_record_whose_pages_were_read_otherwise_since_still_has_the_rows_of_then(record, history):
    for head, wanted in history[1]:
        found = told(record.at(head))
        for name in wanted.keys() - {"unread", "texts", "documents"}:
            assert found[name] == wanted[name], (head, name)


def test_what_is_not_kept_of_a_page_read_otherwise_since_is_left_out_and_not_made_up(record, history):
    then, now, bare = record.at(history[1][0][0]), record, 0
    rows = [row for row in then.all_rows("documents") if not row.slots.get("stub")]
    for row in rows:
        was, now_is = then.document(row.sources[0]), now.document(row.sources[0])
        if was.text != now_is.text:
            continue
        assert was.blocks in ((), now_is.blocks)
        if not was.blocks:
            bare += 1
            assert was.sentences == ()
            assert "text" not in then.full(row).slots
            with pytest.raises(Unknown, match="otherwise"):
                then.explain(row.sources[0])
    assert bare


def test_an_earlier_state_says_so_under_every_list_and_is_kept(record, history):
    head = history[1][0][0]
    then = record.at(head)
    position = head.partition(":")[0]
    assert then.status().line().startswith(f"As known at entry {position}, filed ")
    assert then.known_at == then.status().known_at
    assert record.known_at == record.status().known_at == ""
    assert record.at(position) is then
    for other in range(1, 6):
        record.at(str(other))
    assert record.at(position) is not then


def test_nothing_is_filed_in_an_earlier_state(record, history):
    then = record.at(history[1][1][0])
    (row,) = then.rows("meetings", limit=1).rows
    with pytest.raises(UsageError, match="only looked at"):
        then.correct("meetings", row.id, {"place": "Vienna"}, "Ann", "saw it")
    with pytest.raises(UsageError, match="only looked at"):
        then.build([], ["none"])
    with pytest.raises(UsageError, match="--expect"):
        then.verify()


def test_a_state_that_is_kept_no_longer_still_answers_whoever_holds_it(record, history):
    then = record.at(history[1][0][0])
    total = then.rows("meetings").total
    for position in range(1, 7):
        record.at(str(position))
    assert then.rows("meetings").total == total
    folder = then._then.database.path.parent
    assert folder.is_dir()
    del then
    gc.collect()
    assert not folder.exists()


def test_what_is_no_part_of_an_earlier_state_is_refused_and_not_empty(record, history, tmp_path):
    then = record.at(history[1][1][0])
    for ask in (then.sources, then.verify_archive, lambda: then.export_archive(tmp_path / "x.warc.gz")):
        with pytest.raises(UsageError, match="earlier state"):
            ask()


def test_what_came_later_is_not_there_yet(record, history):
    first = record.at("0")
    assert (first.rows("meetings").total, list(first.entries()), first.status().pages) == (0, [], 0)
    then = record.at(history[1][0][0])
    later = next(name for name in sources(record) if name not in sources(then))
    with pytest.raises(Unknown):
        then.document(later)
    with pytest.raises(Unknown):
        then.content(record.document(later).document)
