"""Coverage is one line that says what is covered and what is not."""

from __future__ import annotations

from muniment.clerk.show import coverage


def test_the_line_counts_pages_sentences_and_what_was_not_had(room, text):
    room.write("a.txt", text(1) + "\nHello.\n")
    room.write("empty.txt", "")
    room.build()
    covered = coverage(room.stores, room.stores.archive.tally(), {"meetings": 1})
    assert (
        covered.line()
        == "1 page from 1 source; 4 sentences: 1 read, 1 set aside, 2 unread; 1 source that gave no page."
    )
    assert covered.set_aside == {"courtesy": 1}
    assert covered.sentences == 4
    assert covered.failed[0].error["error"] == "empty"


def test_an_empty_record_says_so(room):
    assert coverage(room.stores, room.stores.archive.tally(), {}).line() == "0 pages from 0 sources."


def test_an_older_version_is_not_covered(room, text):
    room.write("a.txt", text(1))
    room.build()
    room.write("a.txt", text(2))
    room.build()
    covered = coverage(room.stores, room.stores.archive.tally(), {})
    assert (covered.pages, covered.sources, covered.read) == (1, 1, 1)
