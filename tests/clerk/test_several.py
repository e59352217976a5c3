"""Pages are read the same by one process as by several."""

from collections.abc import Iterator

import pytest

from muniment import samples
from muniment.archive import Intake, pages
from muniment.clerk import several
from muniment.errors import CaptureError, MunimentError, UsageError
from muniment.profiles import load
from muniment.terms import Page


def given() -> Iterator[Page | MunimentError]:
    yield CaptureError("it is empty.", code="empty", where="first.txt")
    yield from pages(Intake([samples.pages_folder()]))
    yield CaptureError("it is empty.", code="empty", where="last.txt")


def test_several_processes_give_the_same_readings_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "_CHUNK", 3)
    profiles = (load(str(samples.profile_path())),)
    alone = list(several.read_all(given(), profiles))
    together = list(several.read_all(given(), profiles, jobs=2))
    assert len(alone) > 6
    assert together[1:-1] == alone[1:-1]
    for place, source in ((0, "first.txt"), (-1, "last.txt")):
        error = together[place]
        assert isinstance(error, CaptureError)
        assert (error.where, error.code, error.what) == (source, "empty", "it is empty.")


def test_no_process_cannot_read() -> None:
    with pytest.raises(UsageError):
        next(several.read_all(given(), (), jobs=0))
