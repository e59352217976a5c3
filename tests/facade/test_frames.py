"""Rows and answers as data frames."""

import sys

import msgspec
import pandas as pd
import pytest

from muniment.errors import Unknown, UsageError
from muniment.facade import Record, frame_of
from muniment.registers import REGISTERS
from muniment.samples import pages_folder, profile_path

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


ASKED = {
    "search": lambda record: record.search("council"),
    "gaps": lambda record: record.gaps("2025-07-01"),
    "promises": lambda record: record.promises("2025-07-01"),
    "agendas": lambda record: record.agendas("2025-07-01"),
    "calendar": lambda record: record.meetings(),
    "treaties": lambda record: record.treaty_matrix()[0].treaties,
    "names": lambda record: record.names(),
    "contradictions": lambda record: record.contradictions(),
    "duties": lambda record: record.duties("2025-07-01"),
    "offices": lambda record: record.offices(),
    "states": lambda record: record.states(),
    "state": lambda record: record.state("Namberu"),
    "deployments": lambda record: record.deployments(),
    "series": lambda record: record.series(),
    "formulas": lambda record: record.formulas("LSCO Council of Foreign Ministers"),
    "network": lambda record: record.network().ties,
    "trends": lambda record: record.trends(),
    "places": lambda record: record.places(),
    "news": lambda record: record.news().rows,
    "sources": lambda record: record.sources(),
    "unread": lambda record: record.unread(),
    "status": lambda record: record.status(),
    "queue": lambda record: record.review_queue(),
    "figures": lambda record: record.review_figures(),
    "proof": lambda record: record.proof(record.rows("meetings").rows[0]).values,
}
"""Page of the site -> the question to the record that answers what it shows."""


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    with Record.create(tmp_path_factory.mktemp("samples") / "record.db") as made:
        made.build([pages_folder()], [str(profile_path())])
        yield made


@pytest.mark.parametrize("page", ASKED)
def test_what_a_page_shows_is_a_frame_with_a_line_for_each_thing(samples, page):
    answers = ASKED[page](samples)
    frame = frame_of(answers)
    many = [answers] if isinstance(answers, msgspec.Struct) else answers
    assert len(frame) == len(many)
    assert frame.columns.is_unique
    if many:
        assert len(frame.columns) >= 1


def test_what_is_no_register_is_told(record):
    with pytest.raises(Unknown):
        record.frame("meetngs")


def test_without_pandas_it_is_said_what_to_install(record, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match="need the package pandas"):
        record.frame("meetings")
