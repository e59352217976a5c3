"""Two passes over a collection, streaming."""

from pathlib import Path

import pytest

from muniment.archive import Capture, FurnitureCount, Intake, draft, mark, pages, passes
from muniment.errors import CaptureError
from muniment.terms import Page


def _captures(count: int) -> list[Capture]:
    teaser = "The river fair opened its gates in Selm on Friday with guests from four states."
    return [
        Capture.of(
            f"{n}.txt",
            f"{teaser}\n\n\nAnother one tells of rescuers.\n\nCommission {n} ends its work in the town of Hult\n\n"
            f"Commission {n} ended its work in Hult on Thursday with a vote on port {n}.".encode(),
        )
        for n in range(count)
    ]


def test_passes_give_what_counting_and_marking_by_hand_give():
    items = _captures(5)
    counts = FurnitureCount()
    for item in items:
        counts.add(draft(item))
    assert list(pages(lambda: items)) == [mark(draft(item), counts) for item in items]


@pytest.mark.parametrize("kept", [0, 300, 1 << 20])
def test_what_is_kept_between_the_passes_changes_nothing(monkeypatch, kept):
    items = _captures(6)
    expected = list(pages(lambda: items))
    monkeypatch.setattr(passes, "KEPT_TEXT", kept)
    assert list(pages(lambda: items)) == expected


def test_a_page_that_changes_between_the_passes_is_read_as_it_is_now():
    items = _captures(3)
    changed = [Capture.of("0.txt", b"Something else altogether stands here now."), *items[1:]]
    walks = iter([items, changed])
    found = list(pages(lambda: next(walks)))
    assert found[0].text == "Something else altogether stands here now."
    assert [page.document for page in found] == [item.document for item in changed]


def test_errors_keep_their_place_and_come_once():
    items = _captures(2)
    error = CaptureError("gone", where="gone.txt")
    broken = Capture("bad.txt", b"%PDF-1.4 whatever", "text/plain", "0" * 64)
    found = list(pages(lambda: [items[0], error, broken, items[1]]))
    assert [type(item) for item in found] == [Page, CaptureError, CaptureError, Page]
    assert found[1] is error
    assert str(found[2]).startswith("bad.txt: not a text but a PDF document")


def test_same_folder_same_pages(tmp_path: Path):
    for item in _captures(4):
        (tmp_path / item.source).write_bytes(item.content)
    intake = Intake([tmp_path])
    assert list(pages(intake)) == list(pages(Intake([tmp_path])))
