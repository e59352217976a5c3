"""Treaties checked from a file: each line by itself, the recorded day never looked at when computing."""

import json
from pathlib import Path

import pytest

from muniment.errors import UsageError
from muniment.facade.treaties import check_treaties, force_clauses

SHARED = Path(__file__).parents[3] / "shared" / "treaties" / "treaties.jsonl"
TEXT = (
    "Article 9\nThis Convention shall enter into force on the thirtieth day after the deposit of the second"
    " instrument of"
    " ratification or accession.\n"
)


@pytest.fixture
def listed(tmp_path):
    (tmp_path / "reefs.txt").write_text(TEXT, "utf-8")

    def written(*lines):
        path = tmp_path / "treaties.jsonl"
        path.write_text("\n".join(json.dumps(line) if isinstance(line, dict) else line for line in lines), "utf-8")
        return path

    return written


REEFS = {
    "id": "reefs",
    "text": "reefs.txt",
    "consents": [{"state": "NOR", "date": "2030-01-05"}, {"state": "Chile", "date": "2030-02-01"}],
}


def test_each_treaty_is_computed_from_its_text_and_consents(listed):
    (found,) = check_treaties(listed(REEFS | {"in_force": "2030-03-03"}))
    assert (found.clause.article, str(found.computed.date), found.agrees) == ("Article 9", "2030-03-03", True)


def test_the_recorded_day_does_not_change_what_is_computed(listed):
    days = {str(next(check_treaties(listed(REEFS | more))).computed.date) for more in ({}, {"in_force": "1999-01-01"})}
    assert days == {"2030-03-03"}


def test_a_line_that_is_no_treaty_is_told_and_the_rest_goes_on(listed):
    wrong_kind = REEFS | {"consents": [{"state": "NOR", "date": "2030-01-05", "kind": "applause"}]}
    found = list(check_treaties(listed("{", wrong_kind, REEFS | {"text": "none.txt"}, REEFS)))
    assert [type(one).__name__ for one in found] == ["UsageError"] * 3 + ["CheckedTreaty"]
    assert found[0].where.endswith("treaties.jsonl:1")
    assert "'applause' is no kind of consent" in str(found[1])


def test_a_text_without_such_a_clause_says_what_law_then_holds(listed, tmp_path):
    (tmp_path / "reefs.txt").write_text("This Convention is about reefs.", "utf-8")
    (found,) = check_treaties(listed(REEFS))
    assert found.clause is None
    assert "art. 24(2)" in found.computed.missing


def test_a_file_that_is_not_there_is_one_clear_error(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        force_clauses(tmp_path / "none.txt")


def test_what_is_known_besides_the_consents_is_counted_where_the_clause_asks_for_it(listed, tmp_path):
    (tmp_path / "reefs.txt").write_text(
        "This Convention shall enter into force on the date on which two States, the combined fleets of which"
        " constitute at"
        " least fifty per cent of the tonnage of the world, and including one member State of the Reef Council, have"
        " ratified it, but not before the entry into force of the Lagoon Charter.",
        "utf-8",
    )
    known = {
        "weights": {"tonnage": {"NOR": 10, "Chile": 45, "Peru": 45}},
        "populations": {"Reef Council": ["Chile"]},
        "events": {"Lagoon Charter": "2030-06-01"},
    }
    (found,) = check_treaties(listed(REEFS | known))
    assert (str(found.computed.date), found.computed.certainty) == ("2030-06-01", "earliest")
    (found,) = check_treaties(listed(REEFS | known | {"weights": {"tonnage": {"NOR": 10, "Chile": 30, "Peru": 60}}}))
    assert found.computed.date is None
    assert found.computed.missing.startswith("“the combined fleets")


def test_objections_are_counted_only_where_they_are_given(listed, tmp_path):
    (tmp_path / "reefs.txt").write_text(
        "This Protocol shall enter into force two years after the date on which it has been opened for"
        " acceptance, unless"
        " one of the Parties has objected to it.",
        "utf-8",
    )
    opened = {"signed": "2030-01-01"}
    (silent,) = check_treaties(listed(REEFS | opened | {"objections": []}))
    assert str(silent.computed.date) == "2032-01-01"
    (unknown,) = check_treaties(listed(REEFS | opened))
    assert unknown.computed.missing.startswith("objections are not given")
    (against,) = check_treaties(listed(REEFS | opened | {"objections": [{"state": "NOR", "date": "2031-01-01"}]}))
    assert against.computed.date is None


def test_a_consent_dated_only_in_part_is_told_and_not_passed_over(listed):
    partly = {"state": "Peru", "date": "2030-01"}
    (found,) = check_treaties(listed(REEFS | {"consents": [*REEFS["consents"], partly], "in_force": "2030"}))
    assert (str(found.computed.date), found.computed.certainty, found.agrees) == ("2030-03-03", "latest", None)
    assert "Peru" in found.computed.notes[-1]


@pytest.mark.parametrize("date", ["2030-02-30", "soon", "", "2031-01-01..2031-12-31", "2031-XX-XX"])
def test_a_date_that_is_none_or_comes_later_costs_no_treaty(listed, date):
    odd = {"state": "Peru", "date": date}
    (found,) = check_treaties(listed(REEFS | {"consents": [*REEFS["consents"], odd], "adopted": "2029"}))
    assert str(found.computed.date) == "2030-03-03"


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Korea, Republic of", "South Korea"),
        ("norway", "Norway"),
        ("nor", "Norway"),
        ("Gambia (Republic of The)", "Gambia"),
        ("USSR", "Russia"),
        ("Union of Soviet Socialist Republics", "Russia"),
    ],
)
def test_a_state_is_known_by_the_names_that_tables_give_it(listed, told, name):
    other = REEFS["consents"][0]
    (found,) = check_treaties(listed(REEFS | {"consents": [other, {"state": told, "date": "2030-02-01"}, other]}))
    assert found.computed.last == (name,) if name != "Norway" else found.computed.date is None


def test_a_text_with_bytes_that_are_none_and_a_line_without_its_id_are_read(listed, tmp_path):
    (tmp_path / "reefs.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.encode().replace(b"Article 9", b"Article 9 \x93\x94"))
    (found,) = check_treaties(listed({key: value for key, value in REEFS.items() if key != "id"}))
    assert (found.id, str(found.computed.date)) == ("reefs.txt", "2030-03-03")


def test_the_preamble_tells_who_the_signatories_are_where_the_list_does_not(listed, tmp_path):
    (tmp_path / "reefs.txt").write_text(
        "The Governments of Norway and Chile, considering the reefs, have agreed as follows: Article 1. This Agreement"
        " shall enter into force ten days after all the signatory States have ratified it.",
        "utf-8",
    )
    (found,) = check_treaties(listed(REEFS))
    assert (str(found.computed.date), found.computed.certainty) == ("2030-02-11", "earliest")
    (found,) = check_treaties(listed(REEFS | {"population": ["Norway", "Chile", "Peru"]}))
    assert found.computed.date is None


@pytest.mark.skipif(not SHARED.exists(), reason="the treaties are not beside this project")
def test_of_the_real_treaties_at_least_eighteen_days_are_right_and_the_rest_are_explained():
    found = list(check_treaties(SHARED))
    assert sum(one.agrees for one in found) >= 18
    assert all(one.differs for one in found if not one.agrees)
    assert all(one.clause is not None and not one.clause.unread for one in found)


def test_the_marks_of_depositary_tables_tell_kinds_and_what_is_no_consent_is_not_counted(listed):
    marked = [
        {"state": "NOR", "date": "2030-01-05", "kind": "n"},
        {"state": "Peru", "date": "2030-01-06", "kind": "signature"},
        {"state": "Chile", "date": "2030-02-01", "kind": "a"},
        {"state": "Fiji", "date": "2030-03-01", "kind": "d"},
    ]
    (found,) = check_treaties(listed(REEFS | {"consents": marked}))
    assert (str(found.computed.date), found.computed.last) == ("2030-03-31", ("Fiji",))


def test_a_succession_tells_of_a_predecessor_bound_on_a_day_that_is_not_given(listed):
    heirs = [
        {"state": "NOR", "date": "1961-01-05"},
        {"state": "Slovakia", "date": "1993-05-28", "kind": "succession"},
        {"state": "Chile", "date": "1963-02-01"},
    ]
    (found,) = check_treaties(listed(REEFS | {"consents": heirs, "in_force": "1961-09-30"}))
    assert (str(found.computed.date), found.computed.certainty) == ("1963-03-03", "latest")
    assert "Czechoslovakia" in found.differs[0]
    given = [*heirs, {"state": "Czechoslovakia", "date": "1961-08-31"}]
    (found,) = check_treaties(listed(REEFS | {"consents": given, "in_force": "1961-09-30"}))
    assert (found.agrees, found.computed.certainty) == (True, "exact")


def test_a_consent_taken_back_before_the_number_was_full_is_not_counted(listed):
    taken_back = [
        {"state": "NOR", "date": "2030-01-05", "withdrawn": "2030-01-20"},
        {"state": "Chile", "date": "2030-02-01"},
        {"state": "Peru", "date": "2030-04-01"},
    ]
    (found,) = check_treaties(listed(REEFS | {"consents": taken_back}))
    assert str(found.computed.date) == "2030-05-01"
