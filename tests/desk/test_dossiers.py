"""A dossier: one row on one page, every line with the words, the address, the capture and the hash it rests on."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from muniment.desk.cli import cli
from muniment.desk.web import dossiers
from muniment.desk.web.dossiers import COLUMNS, sheet
from muniment.desk.web.room import Room
from muniment.facade import Record
from muniment.registers import REGISTERS

FONTS = Path(dossiers.__file__).parent / "fonts"
DAY = "2026-01-01"


@pytest.fixture(scope="module")
def treaty(sample_record: Path) -> str:
    with Record.open(sample_record) as record:
        return next(r.id for r in record.all_rows("instruments") if "Marine Casualties" in r.slots["title"])


@pytest.fixture(scope="module")
def room(sample_record: Path):
    with Record.open(sample_record) as record:
        yield Room(record)


def test_a_treaty_s_dossier_names_who_is_missing_and_who_consented(room, treaty):
    told = sheet(room, "instruments", treaty, DAY, most=50)
    assert told.status == "signed"
    assert {"Bashtul", "Doravia", "Halvenia"} <= {line.label for line in told.missing}
    assert "Ilmarra" in {line.label for line in told.why}
    assert "Ilmarra" not in {line.label for line in told.missing}


def test_every_line_about_a_member_rests_on_the_words_that_tell_of_its_own_act(room, treaty):
    told = sheet(room, "instruments", treaty, DAY, most=50)
    words = {one.number: one for one in told.sources}
    halvenia = next(line for line in told.missing if line.label == "Halvenia")
    assert any("halvenia-ratifies" in words[number].source for number in halvenia.sources)


def test_every_quotation_has_its_address_its_capture_and_the_hash_of_the_bytes(room, treaty):
    told = sheet(room, "instruments", treaty, DAY, most=50)
    assert told.sources
    for one in told.sources:
        assert hashlib.sha256(room.record.content(one.document)).hexdigest() == one.document
        assert one.captured == min(seen.seen_at for seen in room.record.document(one.document).versions
                                   if seen.document == one.document)  # fmt: skip
        assert one.source.startswith("/") or "pages" in one.source


def test_lines_whose_words_find_no_place_are_counted_never_shown_bare(room, treaty):
    all_of_it, short = (sheet(room, "instruments", treaty, DAY, most) for most in (50, 2))
    lines = [line for part in (short.why, short.missing, short.told) for line in part]
    told = [line for part in (all_of_it.why, all_of_it.missing, all_of_it.told) for line in part]
    assert len(short.sources) == 2
    assert short.left_out == len(told) - len(lines) > 0
    assert max(number for line in lines for number in line.sources) == 2


def test_a_person_s_dossier_tells_the_other_offices_of_that_name(room):
    rows = list(room.record.all_rows("tenures"))
    name = next(r.slots["person"] for r in rows if sum(o.slots["person"] == r.slots["person"] for o in rows) > 1)
    row = next(r for r in rows if r.slots["person"] == name)
    assert "Also" in {line.label for line in sheet(room, "tenures", row.id, DAY).why}


def test_an_overdue_promise_s_dossier_names_who_is_to_act(room):
    one = next(each for each in room.record.promises(DAY) if each.status == "overdue" and each.actor)
    told = sheet(room, "commitments", one.row, DAY)
    assert told.status.startswith("Overdue by")
    assert [line.label for line in told.missing][: len(one.actor)] == list(one.actor)


def test_every_register_s_rows_have_a_dossier_in_every_form(samples_web: TestClient, room):
    for name in REGISTERS:
        row = room.record.rows(name, limit=1).rows[0].id
        page = samples_web.get(f"/{name}/{row}/dossier?as_of={DAY}")
        assert page.status_code == 200, name
        assert "style=" not in page.text
        assert f'href="/{name}/{row}/dossier"' in samples_web.get(f"/{name}/{row}").text
        assert samples_web.get(f"/{name}/{row}/dossier.json?as_of={DAY}").json()["row"] == row
        table = samples_web.get(f"/{name}/{row}/dossier.csv?as_of={DAY}").text
        assert table.lstrip("\ufeff").splitlines()[0] == ",".join(COLUMNS)
    assert samples_web.get("/meetings/nothing/dossier").status_code == 404
    assert samples_web.get(f"/{name}/{row}/dossier.xml").status_code == 400


def test_a_dossier_as_pdf_is_one_page_and_the_same_bytes_again(samples_web: TestClient, room, treaty):
    pytest.importorskip("reportlab")
    pdfium = pytest.importorskip("pypdfium2")
    for name, row in [("instruments", treaty), *((n, room.record.rows(n, limit=1).rows[0].id) for n in REGISTERS)]:
        answer = samples_web.get(f"/{name}/{row}/dossier.pdf?as_of={DAY}")
        assert answer.headers["content-type"] == "application/pdf"
        assert answer.content == samples_web.get(f"/{name}/{row}/dossier.pdf?as_of={DAY}").content
        document = pdfium.PdfDocument(answer.content)
        assert len(document) == 1
        document.close()


def test_a_pdf_shows_letters_beyond_latin(room, treaty, monkeypatch):
    pytest.importorskip("reportlab")
    pdfium = pytest.importorskip("pypdfium2")
    from muniment.desk.web.paper import pdf

    made = sheet(room, "instruments", treaty, DAY)
    monkeypatch.setattr("muniment.desk.web.paper._FEWER", (1,))
    import msgspec

    document = pdfium.PdfDocument(pdf(lambda most: msgspec.structs.replace(made, title="Договор о маяках, Ţara")))
    assert "Договор о маяках, Ţara" in document[0].get_textpage().get_text_range()
    document.close()


def test_without_the_package_that_draws_it_a_pdf_is_refused_with_what_to_install(samples_web, treaty, monkeypatch):
    monkeypatch.setitem(sys.modules, "reportlab", None)
    answer = samples_web.get(f"/instruments/{treaty}/dossier.pdf", headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert "muniment[print]" in answer.text


def test_a_dossier_is_written_from_the_command_line_as_a_page_that_needs_nothing_beside_it(
    sample_record, treaty, tmp_path
):
    told = CliRunner().invoke(cli, ["dossier", treaty[:8], "--record", str(sample_record), "--as-of", DAY])
    assert told.exit_code == 0
    assert told.stdout.lstrip().startswith("<!doctype html>")
    assert "@page" in told.stdout
    assert ' href="/' not in told.stdout
    pytest.importorskip("reportlab")
    file = tmp_path / "dossier.pdf"
    asked = ["dossier", "instruments", treaty, "--record", str(sample_record), "--format", "pdf", "-o", str(file)]
    assert CliRunner().invoke(cli, asked).exit_code == 0
    assert file.read_bytes().startswith(b"%PDF")
    refused = CliRunner().invoke(cli, [*asked[:-1], str(tmp_path / "nowhere" / "x.pdf")])
    assert getattr(refused.exception, "code", "") == "not-written"


def test_the_letters_are_those_that_were_taken_in():
    told = dict(reversed(line.split()) for line in (FONTS / "SHA256SUMS").read_text().splitlines())
    assert {path.name for path in FONTS.iterdir()} - {"SHA256SUMS"} == set(told)
    for name, digest in told.items():
        assert hashlib.sha256((FONTS / name).read_bytes()).hexdigest() == digest, name
