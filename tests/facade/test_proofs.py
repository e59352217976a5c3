"""Proofs: every row of a record has one that holds, and none holds after anything in it was changed."""

from __future__ import annotations

import json

import msgspec
import pytest

from muniment import samples
from muniment.errors import Unknown, UsageError
from muniment.facade import Record, check_proof
from muniment.registers import REGISTERS

PROFILE = str(samples.profile_path())
DAY = "2026-01-01"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A record of the sample pages with decisions of every kind."""
    path = tmp_path_factory.mktemp("proofs") / "record.db"
    with Record.create(path) as record:
        record.build([samples.pages_folder()], [PROFILE])
        one, two, three, *_ = record.rows("meetings", limit=9).rows
        record.correct("meetings", one.id, {"place": "Port Sellan", "mode": ""}, "Ann", "was there")
        record.withdraw("meetings", two.id, "Ann", "was a rumour")
        record.same_as("meetings", one.id, three.id, "Ann", "the minutes")
        record.add("awards", {"award": "Order of the Lamp", "recipient": "Dalir Oshkumin"}, "Ann", "the gazette")
    return path


@pytest.fixture
def record(path):
    with Record.open(path) as opened:
        yield opened


def written(proof, folder, name="proof.json"):
    (folder / name).write_bytes(msgspec.json.encode(proof))
    return folder / name


@pytest.fixture
def proof(record):
    row = next(row for row in record.all_rows("instruments") if "Marine Casualties" in row.slots["title"])
    return record.proof(row, DAY)


def test_every_row_has_a_proof_that_holds_by_itself_and_against_the_record(record, tmp_path):
    compared = 0
    for name in REGISTERS:
        for row in record.all_rows(name, withdrawn=True):
            if row.merged_into:
                continue
            file = written(record.proof(row, DAY), tmp_path)
            alone = check_proof(file)
            assert alone.faults == []
            assert alone.values == len(record.proof(row, DAY).values)
            assert (alone.compared, alone.record) == (0, False)
            beside = check_proof(file, record=record)
            assert (beside.faults, beside.record) == ([], True)
            assert beside.compared == beside.quotes
            compared += beside.compared
    assert compared > 300


def test_a_proof_is_compared_with_the_bytes_of_pages_at_hand(proof, tmp_path):
    file = written(proof, tmp_path)
    checked = check_proof(file, [samples.pages_folder()])
    assert checked.faults == []
    assert checked.compared == checked.quotes > 10
    some = sorted(samples.pages_folder().iterdir())[:1]
    assert check_proof(file, some).compared < checked.compared


def test_a_proof_names_rules_inputs_articles_and_what_is_open(proof):
    status = next(one for one in proof.values if one.slot == "status")
    assert status.rule.name == "stage.instrument"
    assert "articles 9 to 16" in status.rule.source
    assert status.inputs.keys() <= {claim.id for claim in proof.claims}
    assert {one.slot: one.rule.name for one in proof.values}["title"] == "merge.fullest"
    assert proof.documents
    assert all(one.text and one.reading for one in proof.documents)
    assert {gap.kind for gap in proof.open} == {"ratification-missing", "deposit-missing"}
    assert all(gap.rule_source for gap in proof.open)


def test_a_decision_stands_in_the_proof_with_its_basis(record, tmp_path):
    row = next(row for row in record.all_rows("meetings") if row.corrected)
    found = record.proof(row, DAY)
    place = next(one for one in found.values if one.slot == "place")
    assert (place.value, place.rule.name, place.claims) == ("Port Sellan", "decision.corrected", [])
    mode = next(one for one in found.values if one.slot == "mode")
    assert mode.value is None
    entries = {entry.position: entry for entry in found.entries}
    assert entries[place.decisions[0]].body["basis"] == "was there"
    forged = msgspec.json.decode(msgspec.json.encode(found))
    forged["judgements"][0]["slots"]["place"] = "Vienna"
    assert any("sets other values" in fault for fault in check_proof(written(forged, tmp_path)).faults)


def leaves(value, at=()):
    """Every text and number of a JSON value with the way to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*at, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, (*at, place))
    elif isinstance(value, str | int) and not isinstance(value, bool):
        yield at, value


FREE = {"caption", "head", "as_of", "open", "format", "fold", "register", "row"}
"""What a proof says beside what it proves: nothing rests on it."""

UNSEALED = {
    "media_type",
    "size",
    "first_stated",
    "last_stated",
    "count",
    "evidence",
    "position",
    "documents",
    "sources",
}
"""Of documents and tellings, what the record alone can bear out."""


def test_whatever_is_changed_in_a_proof_is_found_out(record, tmp_path):
    row = next(row for row in record.all_rows("meetings") if row.corrected)
    whole = msgspec.json.decode(msgspec.json.encode(record.proof(row, DAY)))
    tried = 0
    for at, value in list(leaves(whole))[::2]:
        if at[0] in FREE or (at[0] in ("documents", "tellings") and UNSEALED & set(at[1:])):
            continue
        changed = json.loads(json.dumps(whole))
        place = changed
        for step in at[:-1]:
            place = place[step]
        place[at[-1]] = value + 1 if isinstance(value, int) else f"{value}x"
        try:
            faults = check_proof(written(changed, tmp_path)).faults
        except UsageError:
            continue
        assert faults, at
        tried += 1
    assert tried > 100


def test_what_holds_no_proof_is_refused(tmp_path, proof):
    (tmp_path / "a.json").write_text("{}")
    with pytest.raises(UsageError, match="no proof"):
        check_proof(tmp_path / "a.json")
    with pytest.raises(UsageError, match="later"):
        check_proof(written(msgspec.structs.replace(proof, format="muniment.proof/9"), tmp_path))
    with pytest.raises(UsageError, match="read"):
        check_proof(tmp_path / "missing.json")
    other = check_proof(written(msgspec.structs.replace(proof, fold="other"), tmp_path))
    assert any("other rules" in fault for fault in other.faults)


def test_a_row_is_found_by_its_id_alone(record):
    row = record.rows("tenures", limit=1).rows[0]
    assert record.find(row.id) == record.find(row.id[:10]) == row
    with pytest.raises(Unknown, match="no such row"):
        record.find("nothing")
    with pytest.raises(Unknown):
        record.find(row.id[:3])
