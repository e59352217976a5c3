"""Pages read in other processes while this one files: the same record, entry by entry, as read one at a time."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from muniment import samples
from muniment.archive import Intake
from muniment.clerk import several
from muniment.clerk.build import Build, build
from muniment.clerk.read import read_document
from muniment.errors import EvidenceError, MunimentError
from muniment.profiles import load, world
from muniment.reading import Reader
from muniment.stacks.memory import MemoryStack
from muniment.terms import Page, Reading

AHEAD = 3


def ahead(reader, pages: Iterable[Page]) -> Iterator[Reading | MunimentError]:
    """Read a few pages before the first of them is filed, as other processes do."""
    waiting: deque[Reading | MunimentError] = deque()
    for page in pages:
        try:
            waiting.append(read_document(reader, page))
        except EvidenceError as error:
            waiting.append(error)
        if len(waiting) > AHEAD:
            yield waiting.popleft()
    yield from waiting


def built(room, read_ahead: bool):
    work = Build(
        room.reader, room.reader.version, clock=room.clock,
        read_ahead=(lambda pages: ahead(room.reader, pages)) if read_ahead else None,
    )  # fmt: skip
    return build(room.stores, Intake([room.folder])(), work)


def state(room) -> tuple[object, ...]:
    rows = [row for register in ("documents", "meetings") for row in room.stores.rows.all(register)]
    return list(room.stores.ledger.read()), rows, list(room.stores.archive.states()), room.stores.archive.tally()


@pytest.fixture
def rooms(fresh_room, tmp_path: Path):
    """Two records of the same folder, one to be read a page at a time, the other ahead."""
    folder = tmp_path / "pages"
    folder.mkdir()
    return fresh_room(folder), fresh_room(folder)


def both(rooms) -> list[object]:
    reports = [built(room, read_ahead) for room, read_ahead in zip(rooms, (False, True), strict=True)]
    assert reports[0] == reports[1]
    assert state(rooms[0]) == state(rooms[1])
    return reports


def test_copies_of_a_page_are_filed_as_if_read_one_after_the_other(rooms, text) -> None:
    for name in ("a", "b", "c", "d", "e"):
        rooms[0].write(f"{name}.txt", text(1 if name in "bd" else ord(name)))
    both(rooms)


def test_a_page_whose_copy_is_dropped_before_its_turn_is_read_under_its_own_name(rooms, text) -> None:
    rooms[0].write("a.txt", text(1))
    both(rooms)
    rooms[0].write("a.txt", text(2))  # the document stands nowhere when the next page's turn comes
    rooms[0].write("b.txt", text(1))
    both(rooms)
    sources = {entry.body["source"] for entry in rooms[1].stores.ledger.read() if entry.kind == "claim.filed/1"}
    assert sources == {str(rooms[0].folder / name) for name in ("a.txt", "b.txt")}


def test_a_page_that_fails_fails_alone_and_in_its_turn(rooms, text) -> None:
    for number in range(8):
        rooms[0].write(f"{number}.txt", text(number, extra="UNREADABLE" if number in (0, 4, 7) else ""))
    (_, report) = both(rooms)
    assert [Path(failure["where"]).name for failure in report.failed] == ["0.txt", "4.txt", "7.txt"]


def test_pages_marked_again_are_read_ahead_too(rooms) -> None:
    for number in range(8):
        if number == 2:
            both(rooms)
        rooms[0].write(
            f"{number}.txt",
            f"Report {number} from the pier of the assembly\n\n"
            f"The Harbour Council {number} met in Alba on 2025-03-{number + 1:02}.\n\n"
            f"Delegation number {number} spoke at length about ropes, tides and lanterns.\n\n"
            "Harbour Council to meet again soon, find the whole programme of its coming session here\n\nGo back\n",
        )
    (_, report) = both(rooms)
    assert report.again >= 1


def sample_build(stores: MemoryStack, read_ahead=None, ticks: Iterator[int] | None = None):
    profiles = (load(str(samples.profile_path())),)
    seconds = ticks or iter(range(100_000))
    work = Build(
        Reader(profiles, world()), "key", profiles,
        clock=lambda: f"2026-01-{next(seconds) // 86_400 + 1:02}T00:00:00Z",
        read_ahead=read_ahead and (lambda pages: read_ahead(several.read_all_documents(pages, profiles, 2))),
    )  # fmt: skip
    return build(stores, Intake([samples.pages_folder()])(), work)


def test_two_processes_give_the_record_that_one_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "_CHUNK", 3)
    alone, together = MemoryStack(), MemoryStack()
    told = [sample_build(alone), sample_build(together, lambda readings: readings)]
    assert told[0] == told[1]
    assert told[0].new > 6
    assert alone.ledger.head() == together.ledger.head()
    for register in ("documents", "meetings", "instruments", "statements"):
        assert list(alone.rows.all(register)) == list(together.rows.all(register))


def test_a_process_that_dies_is_one_error_and_the_next_build_finishes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "_CHUNK", 1)

    def killing(readings: Iterator[Reading | MunimentError]) -> Iterator[Reading | MunimentError]:
        for number, reading in enumerate(readings):
            if number == 1:
                for process in multiprocessing.active_children():
                    process.kill()
                    process.join()
            yield reading

    stores, undisturbed = MemoryStack(), MemoryStack()
    with pytest.raises(MunimentError) as died:
        sample_build(stores, killing)
    assert died.value.code == "reader-died"
    assert not multiprocessing.active_children()
    left = stores.archive.tally().waiting
    assert 0 < left < sample_build(undisturbed).pages
    sample_build(stores, ticks=iter(range(1_000, 100_000)))
    assert stores.archive.tally() == undisturbed.archive.tally()
    for register in ("documents", "meetings", "instruments", "statements"):
        assert [row.slots for row in stores.rows.all(register)] == [row.slots for row in undisturbed.rows.all(register)]
