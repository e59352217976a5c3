"""Building a record: what is filed, what stays, what is dropped."""

from __future__ import annotations

import msgspec
from tests.clerk.conftest import LineReader

from muniment.archive import FurnitureCount, Intake, draft
from muniment.clerk.build import Build, build
from muniment.clerk.capture import COUNTS, capture, counted_upto, kept_capture, kept_count
from muniment.ledger import verify
from muniment.terms import Claim, Evidence, Sentence


def test_a_page_is_filed_with_its_reading_and_claims(room, text):
    room.write("a.txt", text(1))
    report = room.build()
    assert (report.pages, report.new, report.changed, report.unchanged, report.failed) == (1, 1, 0, 0, [])
    assert room.kinds() == ["page.filed", "reading.filed", "claim.filed", "claim.filed"]
    assert (report.claims_filed, report.claims_dropped) == (2, 0)
    assert report.head == str(verify(room.stores.ledger.read()))
    (row,) = room.rows()
    assert (row.slots["place"], row.slots["start"]) == ("Alba", "2025-03-02")
    page, reading, *_ = room.stores.ledger.read()
    assert page.body["size"] == len(text(1).encode())
    assert room.stores.archive.get(page.body["document"]) == text(1).encode()
    assert reading.body["sentences"]["read"] == 1


def test_the_same_pages_again_change_nothing(room, text):
    for number in range(5):
        room.write(f"{number}.txt", text(number))
    first = room.build()
    reads = room.reader.reads
    second = room.build()
    assert second.head == first.head
    assert (second.pages, second.unchanged, second.new, second.changed, second.again) == (5, 5, 0, 0, 0)
    assert room.reader.reads == reads


def test_one_more_page_among_many_is_counted_without_the_count_of_all_being_kept_anew(room, text):
    def note():
        return room.stores.archive.note(COUNTS)

    for number in range(60):
        room.write(f"{number}.txt", text(number))
    room.build()
    kept = note()
    for number in range(60, 63):
        room.write(f"{number}.txt", text(number))
        room.build()
        assert note() == kept
        assert counted_upto(room.stores) == number + 1
    assert kept_count(room.stores).counts_as(_counted_afresh(room))
    room.write("63.txt", text(63))
    room.build()
    assert note() != kept
    assert FurnitureCount.from_state(note()).counts_as(_counted_afresh(room))


def _counted_afresh(room):
    counts = FurnitureCount()
    for kept in room.stores.archive.kept():
        counts.add(draft(kept_capture(room.stores, kept, kept.document)))
    return counts


def test_a_failing_source_is_told_in_the_ledger_once_for_each_fault_until_it_gives_a_page(room, text):
    path = room.write("a.txt", "")
    room.build()
    assert room.kinds() == ["source.failed"]
    assert [failure.source for failure in room.stores.archive.failures()] == [str(path)]
    room.build()
    assert room.kinds() == ["source.failed"]
    room.write("a.txt", "?!")
    room.build()
    assert room.kinds() == ["source.failed"] * 2
    room.write("a.txt", text(1))
    room.build()
    assert room.kinds(2)[:2] == ["source.mended", "page.filed"]
    assert room.stores.archive.failures() == []


def test_a_changed_page_is_a_new_version_and_the_old_is_kept(room, text):
    path = room.write("a.txt", text(1))
    room.build()
    (before,) = room.rows()
    old = room.stores.archive.current(str(path)).document
    position = room.stores.ledger.head().position
    room.write("a.txt", text(1, place="Brun"))
    report = room.build()
    assert (report.new, report.changed, report.claims_filed, report.claims_dropped) == (0, 1, 2, 2)
    assert room.kinds(position) == ["page.filed", "reading.filed", *["claim.filed"] * 2, *["claim.dropped"] * 2]
    entry = next(room.stores.ledger.read(position))
    assert entry.body["replaces"] == old
    assert room.stores.archive.get(old) == text(1).encode()
    assert [version.number for version in room.stores.archive.versions(str(path))] == [1, 2]
    (after,) = room.rows()
    assert after.slots["place"] == "Brun"
    assert room.stores.archive.state(old) is None
    assert before.slots["place"] == "Alba"


def test_a_row_goes_on_through_versions_that_tell_the_same(room, text):
    room.write("a.txt", text(1))
    room.build()
    (before,) = room.rows()
    room.write("a.txt", text(1, extra="More was said."))
    room.build()
    (after,) = room.rows()
    assert after.id == before.id
    assert after.slots == before.slots


def test_a_page_that_changes_back_is_filed_again(room, text):
    path = room.write("a.txt", text(1))
    room.build()
    room.write("a.txt", text(2))
    room.build()
    room.write("a.txt", text(1))
    report = room.build()
    assert (report.changed, report.claims_filed, report.claims_dropped) == (1, 2, 2)
    assert [row.slots["bodies"] for row in room.rows()] == [["Harbour Council 1"]]
    assert len(room.stores.archive.versions(str(path))) == 3
    assert room.build().head == report.head


def test_two_sources_with_the_same_bytes_are_read_once(room, text):
    first, second = room.write("a.txt", text(1)), room.write("b.txt", text(1))
    report = room.build()
    assert (report.new, report.claims_filed, room.reader.reads) == (2, 2, 1)
    assert room.kinds() == ["page.filed", "reading.filed", "claim.filed", "claim.filed", "page.filed"]
    document = room.stores.archive.current(str(first)).document
    assert room.stores.archive.sources_of(document) == [str(first), str(second)]
    room.write("a.txt", text(2))
    assert room.build().claims_dropped == 0
    room.write("b.txt", text(3))
    assert room.build().claims_dropped == 2
    assert room.build().unchanged == 2


def test_pages_that_fail_are_told_and_the_rest_goes_on(room, text):
    room.write("a.txt", text(1))
    room.write("empty.txt", "")
    (room.folder / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4)
    room.write("z.txt", text(2))
    report = room.build()
    assert (report.pages, report.new) == (4, 2)
    assert {fault["where"].rsplit("/", 1)[1] for fault in report.failed} == {"empty.txt", "image.txt"}
    assert len(room.stores.archive.failures()) == 2
    room.write("empty.txt", text(3))
    assert len(room.build().failed) == 1
    assert len(room.stores.archive.failures()) == 1


def test_a_page_whose_reading_breaks_is_told_and_the_rest_goes_on(room, text):
    room.write("a.txt", text(1, extra="UNREADABLE"))
    room.write("b.txt", text(2))
    report = room.build()
    assert (report.new, len(report.failed)) == (1, 1)
    assert len(room.rows()) == 1
    room.write("a.txt", text(1))
    assert room.build().new == 1
    assert room.stores.archive.failures() == []


def test_with_another_reader_given_pages_are_read_again_and_the_difference_filed(room, text):
    room.write("a.txt", text(1))
    room.build()
    position = room.stores.ledger.head().position
    report = room.build(key="lines/2")
    assert (report.again, report.unchanged, report.claims_filed, report.claims_dropped) == (1, 0, 0, 0)
    assert room.kinds(position) == ["reading.filed"]
    assert room.build(key="lines/2").unchanged == 1


def test_the_pages_of_the_record_are_read_again_with_another_reader_where_that_is_asked(room, text):
    for number in range(3):
        room.write(f"{number}.txt", text(number))
    room.build()
    room.write("2.txt", text(9))
    room.build()

    def with_no_pages(key, again):
        return build(room.stores, (), Build(room.reader, key, clock=room.clock, again=again))

    position = room.stores.ledger.head().position
    assert with_no_pages("lines/2", again=False).again == 0
    report = with_no_pages("lines/2", again=True)
    assert (report.again, report.new, report.changed, report.failed) == (3, 0, 0, [])
    assert (report.claims_filed, report.claims_dropped) == (0, 0)
    assert room.kinds(position) == ["reading.filed"] * 3
    assert with_no_pages("lines/2", again=True).again == 0
    assert len(room.rows()) == 3
    assert room.build(key="lines/2").unchanged == 3


def test_a_page_that_waits_with_other_bytes_is_read_with_those_when_all_are_read_again(room, text):
    room.write("a.txt", text(1))
    room.build()
    newer = room.write("a.txt", text(2))
    capture(room.stores, Intake([newer])(), "lines/2", room.clock, lambda *told: None)
    report = build(room.stores, (), Build(room.reader, "lines/2", clock=room.clock, again=True))
    assert (report.changed, report.again) == (1, 0)
    assert len(room.stores.archive.versions(str(newer))) == 2


TEASER = "Harbour Council to meet again soon, find the whole programme of its coming session here"


def furnished(number: int) -> str:
    head, _, rest = (
        f"Report {number} from the pier of the assembly\n\n"
        f"The Harbour Council {number} met in Alba on 2025-03-{number + 1:02}.\n\n"
        f"Delegation number {number} spoke at length about ropes, tides and lanterns.\n\n{TEASER}\n\nGo back\n"
    ).partition("\n")
    return f"{head}\n{rest}"


def test_earlier_pages_are_read_again_when_later_ones_show_what_is_furniture(room):
    paths = [room.write(f"{number}.txt", furnished(number)) for number in range(8)]
    first = room.build(paths[0])
    document = room.stores.archive.current(str(paths[0])).document
    before = room.stores.archive.page(document).page.blocks
    position = room.stores.ledger.head().position
    report = room.build(*paths[1:])
    after = room.stores.archive.page(document).page.blocks
    assert [b.kind for b in before] != [b.kind for b in after]
    assert report.again >= 1
    again = [entry for entry in room.stores.ledger.read(position)
             if entry.kind.startswith("reading.filed") and entry.body["document"] == document]  # fmt: skip
    assert len(again) == 1
    assert first.head != report.head
    assert room.build(*paths).head == report.head


def test_in_steps_or_at_once_the_pages_end_up_read_alike(room, fresh_room):
    paths = [room.write(f"{number}.txt", furnished(number)) for number in range(8)]
    for path in paths:
        room.build(path)
    at_once = fresh_room(room.folder)
    at_once.build()
    kinds = [
        {state.document: (state.blocks, state.claims) for state in one.stores.archive.states()}
        for one in (room, at_once)
    ]
    assert kinds[0] == kinds[1]


def test_progress_is_told(room, text):
    for number in range(3):
        room.write(f"{number}.txt", text(number))
    told = []
    room.build(progress=lambda *what: told.append(what))
    assert ("capture", 3, None) in told
    assert ("file", 3, 3) in told


class Speaking(LineReader):
    """Reads every line as a statement of one speaker, under as many topics as the reader has versions."""

    def _line(self, page, match):
        start, end = match.span()
        slots = {"speaker": "Ines Dovar", "text": match.group(), "topics": [self.version]}
        return Sentence(start, end, "read", ("said",)), [
            Claim("statements", page.source, slots, (Evidence.cut(page, start, end, "said"),))
        ]


def test_statements_keep_their_rows_when_their_page_is_read_otherwise(room):
    text = "A title\n\nThe tolls were halved in May for all pilgrims.\n\nFine work it was, and done in time.\n"
    path = room.write("a.txt", text)
    room.reader = Speaking("one")
    room.build(path)
    before = {row.id: row.slots["topics"] for row in room.stores.rows.all("statements") if not row.withdrawn}
    room.reader = Speaking("two")
    room.build(path)
    after = {row.id: row.slots["topics"] for row in room.stores.rows.all("statements") if not row.withdrawn}
    assert len(before) == 3
    assert after == {row: ["two"] for row in before}


class Backwards(LineReader):
    """Gives its claims last first."""

    def read(self, page):
        reading = super().read(page)
        return msgspec.structs.replace(reading, claims=reading.claims[::-1])


def test_what_a_page_says_of_itself_is_filed_before_what_it_tells(room, text):
    room.reader = Backwards()
    room.build(room.write("a.txt", text(1)))
    filed = [entry.body["register"] for entry in room.stores.ledger.read() if entry.kind == "claim.filed/1"]
    assert filed == ["documents", "meetings"]
