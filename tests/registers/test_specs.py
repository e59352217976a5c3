import csv
import io
import pathlib

import jsonschema
import pytest
from tests.registers.shelf import Ledger

from muniment.errors import Unknown
from muniment.registers import REGISTERS, manual, register
from muniment.registers.schema import claim_schema, row_schema
from muniment.registers.spec import MERGES, TYPES
from muniment.registers.tables import csv_header, csv_line, list_columns
from muniment.terms.vocabulary import CLOSED, SLOTS

DOCS = pathlib.Path(__file__).parents[2] / "docs"
EACH = pytest.mark.parametrize("spec", REGISTERS.values(), ids=list(REGISTERS))


def test_the_registers_and_their_slots_are_those_of_the_record_format_in_its_order():
    assert {name: tuple(field.name for field in spec.fields) for name, spec in REGISTERS.items()} == SLOTS
    assert list(REGISTERS) == list(SLOTS)


def test_every_closed_slot_of_the_record_format_is_a_closed_field():
    closed = {(name, field.name): frozenset(field.values) for name, spec in REGISTERS.items() for field in spec.fields
              if field.values}  # fmt: skip
    assert closed == CLOSED


@EACH
def test_a_spec_speaks_only_of_its_own_slots(spec):
    known = {field.name for field in spec.fields}
    required = {name for group in spec.required for name in group}
    key = set(spec.key) - {"source"}
    assert {*spec.columns, *spec.filters, *spec.dates, *spec.searched, *required, *key} <= known
    assert all(field.type in TYPES and (field.merge in MERGES) and field.help.endswith(".") for field in spec.fields)


@EACH
def test_a_caption_is_given_whatever_is_missing(spec):
    assert spec.caption({})
    assert spec.caption(dict.fromkeys((field.name for field in spec.fields), "x"))


@pytest.mark.parametrize(("kind", "caption"), [("briefing", "Briefing with Ana Dol"), ("other", "Meeting of Ana Dol")])
def test_people_are_at_a_briefing_and_hold_a_meeting(kind, caption):
    assert REGISTERS["meetings"].caption({"kind": kind, "participants": [{"name": "Ana Dol"}]}) == caption


def test_captions_read_as_titles():
    captions = {
        "meetings": ({"kind": "session", "ordinal": 22, "bodies": ["QRF Council"], "start": "2031"},
                     "22nd session of QRF Council (2031)"),
        "tenures": ({"person": "Ines Dovar", "office": "Chair", "organization": "Assembly", "acting": True},
                    "Ines Dovar, acting Chair of Assembly"),
        "relations": ({"subject": "Ostland", "object": "QRF", "kind": "membership", "state": "in_force"},
                      "Ostland: membership of QRF, in force"),
        "commitments": ({"text": "dredge the channel", "actor": ["Ostland"], "due": "2031"},
                        "Ostland: dredge the channel (due 2031)"),
    }  # fmt: skip
    assert {name: REGISTERS[name].caption(slots) for name, (slots, _) in captions.items()} == {
        name: caption for name, (_, caption) in captions.items()
    }


def test_an_unknown_register_is_refused_with_the_nearest_name():
    with pytest.raises(Unknown, match="Did you mean 'meetings'"):
        register("meeting")
    assert register("awards") is REGISTERS["awards"]


@EACH
def test_the_schemas_are_schemas(spec):
    jsonschema.Draft202012Validator.check_schema(claim_schema(spec))
    jsonschema.Draft202012Validator.check_schema(row_schema(spec))


CLAIM = {
    "register": "meetings",
    "source": "a.html",
    "bodies": ["QRF Council"],
    "start": "2031-11",
    "chair": None,
    "participants": ["Ines Dovar", {"name": "S. Marr", "office": "Secretary General"}],
    "evidence": [{"document": "0" * 64, "start": 0, "end": 4, "quote": "word", "rule": "r"}],
}


def test_a_good_claim_is_valid():
    jsonschema.validate(CLAIM, claim_schema(REGISTERS["meetings"]))


@pytest.mark.parametrize(
    "fault",
    [
        {"status": "maybe"}, {"start": "23 November"}, {"bodies": "QRF Council"}, {"evidence": []},
        {"ordinal": "ninth"},
        {"register": "awards"}, {"extraordinary": "yes"},
    ],
)  # fmt: skip
def test_a_claim_with_a_fault_is_not(fault):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**CLAIM, **fault}, claim_schema(REGISTERS["meetings"]))


def test_a_claim_that_gives_none_of_the_required_slots_is_not_valid():
    bare = {"register": "instruments", "source": "a.html", "kind": "decision", "evidence": CLAIM["evidence"]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(bare, claim_schema(REGISTERS["instruments"]))
    assert REGISTERS["instruments"].missing(bare) == [("title",)]


def contradicted():
    ledger = Ledger()
    for day, page in (("2031-11-23", "a.html"), ("2031-11-24", "b.html")):
        slots = {"kind": "session", "bodies": ["QRF Council", "Assembly"], "ordinal": 9, "start": day, "status": "held"}
        ledger.claim("meetings", slots, page)
    return ledger.row("meetings")


def test_a_row_is_valid_by_its_schema():
    row = contradicted()
    jsonschema.validate(row.record(), row_schema(REGISTERS["meetings"]))


def test_a_row_is_one_csv_line_under_the_header():
    spec, row = REGISTERS["meetings"], contradicted()
    out = io.StringIO()
    csv.writer(out).writerows([csv_header(spec), csv_line(spec, row)])
    (line,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert line["bodies"] == "QRF Council; Assembly"
    assert line["caption"] == "9th session of QRF Council and Assembly (2031-11-23)"
    assert line["conflicts"] == "start: 2031-11-23 | 2031-11-24"
    assert (line["sources"], line["claim_count"], line["withdrawn"], line["place"]) == ("a.html; b.html", "2", "", "")


def test_nested_values_are_told_in_one_cell():
    ledger = Ledger()
    acts = [{"action": "adopt", "date": "2031-11-23", "by": ["QRF Council"], "place": "Sundale", "planned": True}]
    ledger.claim("instruments", {"kind": "decision", "title": "On tolls", "actions": acts})
    spec = REGISTERS["instruments"]
    cells = dict(zip(csv_header(spec), csv_line(spec, ledger.row("instruments")), strict=True))
    assert cells["actions"] == "planned: adopt 2031-11-23 by QRF Council in Sundale"
    assert [field.name for field in list_columns(spec)] == ["title", "kind", "status", "actions", "by"]


def test_the_date_of_a_row_is_the_first_its_register_looks_to():
    acts = [{"action": "sign", "date": "2031-01-02"}, {"action": "propose"}, {"action": "draft", "date": "2030"}]
    assert REGISTERS["instruments"].date({"actions": acts}) == "2031-01-02"
    assert REGISTERS["commitments"].date({"made_on": "2031-01-02"}) == "2031-01-02"
    assert REGISTERS["bodies"].date({"name": "x"}) == ""


def test_the_record_format_page_is_written_from_the_specs():
    told = "Write it anew: python -m muniment.registers.manual > docs/record-format.md"
    assert (DOCS / "record-format.md").read_text("utf-8") == manual.record_format(), told


def test_the_page_on_registers_shows_each_of_them_as_it_is():
    page = (DOCS / "registers.md").read_text("utf-8")
    assert manual.overview() in page, "Write its table anew: python -m muniment.registers.manual overview"
