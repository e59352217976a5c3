"""Rows and answers as data frames."""

import sys

import pandas as pd
import pytest

from muniment.errors import Unknown, UsageError
from muniment.facade import Record, frame_of
from muniment.registers import REGISTERS

PAGES = {
    "a.txt": "On 5 May 2024, the Council of Ministers of the Harbour Union met in Vienna.\n",
    "b.txt": "On 6 June 2024, the Council of Ministers of the Harbour Union met in Oslo.\n",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    folder = tmp_path_factory.mktemp("frames")
    for name, text in PAGES.items():
        (folder / name).write_text(text)
    with Record.create(folder / "record.db") as made:
        made.build([folder], ["none"])
        yield made


def test_a_register_is_a_frame_with_a_column_for_every_slot(record):
    frame = record.frame("meetings")
    assert sorted(frame["place"]) == ["Oslo", "Vienna"]
    assert sorted(frame["start"]) == ["2024-05-05", "2024-06-06"]
    assert list(frame.index) == [row.id for row in record.rows("meetings").rows]
    assert set(frame.columns) >= {field.name for field in REGISTERS["meetings"].fields}
    assert (frame["claims"] == 1).all()


def test_a_frame_is_narrowed_as_a_list_is(record):
    assert list(record.frame("meetings", where={"since": "2024-06"})["place"]) == ["Oslo"]
    assert "doubt" in record.frame("relations", as_of="2024-05-05").columns


def test_an_empty_register_is_an_empty_frame_with_its_columns(record):
    frame = record.frame("awards")
    assert frame.empty
    assert "recipient" in frame.columns


def test_answers_are_a_frame_of_their_fields(record):
    hits = record.search("council")
    frame = frame_of(hits)
    assert list(frame["id"]) == [hit.id for hit in hits]
    assert isinstance(frame_of([]), pd.DataFrame)


def test_what_is_no_register_is_told(record):
    with pytest.raises(Unknown):
        record.frame("meetngs")


def test_without_pandas_it_is_said_what_to_install(record, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="need the package pandas"):
        record.frame("meetings")
