from pathlib import Path

import pytest

from muniment import samples
from muniment.errors import DecisionError, UsageError
from muniment.facade import Record

DAY = "2025-07-01"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    path = tmp_path_factory.mktemp("promises") / "record.db"
    with Record.create(path) as record:
        record.build([samples.pages_folder()], [str(samples.profile_path())])
    return path


@pytest.fixture
def record(built, tmp_path):
    copy = tmp_path / "record.db"
    copy.write_bytes(Path(built).read_bytes())
    with Record.open(copy) as opened:
        yield opened


def by_text(record, words):
    (one,) = [found for found in record.commitments_kept(DAY) if words in found.text]
    return one


def test_the_sample_promise_that_was_kept_is_told_with_both_quotations(record):
    one = by_text(record, "Common Fund")
    assert one.status == "fulfilled"
    quote = record.quotations(one.proofs[0].claims[:1])[0]
    assert "was not adopted" in quote["quote"]
    assert record.quotations(record.row("commitments", one.row).claims)[0]["quote"].startswith("On the initiative of")


def test_the_flood_centre_is_overdue_and_the_french_page_is_counted_as_not_read(record):
    one = by_text(record, "ensure that the Centre begins work")
    assert (one.status, one.days, one.pages_not_read) == ("overdue", 365, 1)
    assert one.pages == 16


def test_promises_are_narrowed_by_status_and_a_misspelt_one_is_refused(record):
    assert {one.status for one in record.promises(DAY, "lapsed")} == {"lapsed"}
    with pytest.raises(UsageError):
        record.promises(DAY, "overdu")


def test_a_proposal_becomes_a_proof_when_a_person_says_so_and_stops_when_that_is_undone(record):
    one = by_text(record, "submit draft Regulations")
    (found,) = [each for each in one.perhaps if each.register == "instruments"]
    entry = record.judge_proof(one.row, "instruments", found.row, "registry", "Note 1/2024", holds=True)
    assert by_text(record, "submit draft Regulations").status == "undated"
    record.undo(entry.position, "registry", "mistaken")
    assert by_text(record, "submit draft Regulations").status == "overdue"


def test_nothing_is_scored_without_a_guideline_for_that_commitment(record):
    one, other = by_text(record, "Common Fund"), by_text(record, "published before")
    with pytest.raises(DecisionError, match="guideline"):
        record.score(one.row, 1, 1, "A. Reader", "read the pages")
    guide = record.guide(one.row, "+1: laid before the Council; 0: drafted; -1: neither", "registry", "Method of 2025")
    with pytest.raises(DecisionError, match="guideline"):
        record.score(other.row, 1, guide.position, "A. Reader", "read the pages")
    record.score(one.row, 1, guide.position, "A. Reader", "It was voted on")
    record.score(one.row, 0, guide.position, "B. Reader", "It was laid before it late")
    judged = record.judged_promises()
    assert [(score.author, score.score) for score in judged.scores] == [("A. Reader", 1), ("B. Reader", 0)]
    record.undo(guide.position, "registry", "a better one follows")
    assert record.judged_promises().scores == []
    record.verify()
