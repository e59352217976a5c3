"""A record made larger holds its rows and pages several times, each under a name of its own."""

from __future__ import annotations

from pathlib import Path

from bench.swelling import swell

from muniment import samples
from muniment.facade import Record


def test_a_record_is_made_larger_by_rows_pages_and_answers_that_can_be_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with Record.create(path) as record:
        record.build([samples.pages_folder()], [str(samples.profile_path())])
        pages, meetings = record.status().pages, record.rows("meetings", limit=1).total
        gaps = record.prepare_one("gaps", "")
    rows = swell(path, 3)
    with Record.open(path) as record:
        assert record.status().pages == 3 * pages
        assert sum(record.status().rows.values()) == rows
        found = record.rows("meetings", sort="date", limit=3 * meetings)
        assert found.total > 2 * meetings
        assert len({row.id for row in found.rows}) == found.total
        assert len(record.kept_gaps()) > 2 * gaps
        last = found.rows[-1]
        assert record.row("meetings", last.id).sources == last.sources
