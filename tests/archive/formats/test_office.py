"""DOCX and ODT documents: headings, lists, tables, notes, furniture, and what is refused."""

import io
import zipfile

import pytest
from docx import Document
from tests.archive.formats.papers import odt, told

from muniment.archive.formats import FORMATS, extract, office
from muniment.errors import CaptureError

DOCX, ODT = list(FORMATS)[1:3]


def docx(fill):
    document = Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_docx_gives_headings_items_and_cells_in_order():
    def fill(document):
        document.core_properties.title = "Report"
        document.core_properties.language = "en-GB"
        document.add_heading("Report of the Council", 1)
        document.add_paragraph("The Council met.")
        document.add_paragraph("the budget", style="List Bullet")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Vessia", "2024"
        document.add_paragraph("It closed.")

    found = extract(docx(fill), DOCX, "a.docx")
    assert told(found) == [
        ("h1", "", "Report of the Council"), ("p", "", "The Council met."), ("li", "", "the budget"),
        ("td", "", "Vessia"), ("td", "", "2024"), ("p", "", "It closed."),
    ]  # fmt: skip
    assert (found.meta.title, found.meta.language) == ("Report", "en")
    assert found.meta.published == ""


def test_a_merged_cell_is_told_once():
    def fill(document):
        table = document.add_table(1, 2)
        table.cell(0, 0).merge(table.cell(0, 1)).text = "All parties"

    assert told(extract(docx(fill), DOCX, "a.docx")) == [("td", "", "All parties")]


def test_heads_and_feet_of_a_docx_are_furniture():
    def fill(document):
        document.sections[0].header.paragraphs[0].text = "League of Vessia"
        document.add_paragraph("The Council met.")

    assert told(extract(docx(fill), DOCX, "a.docx")) == [
        ("p", "nav", "League of Vessia"),
        ("p", "", "The Council met."),
    ]


def test_footnotes_of_a_docx_are_told_last():
    content = io.BytesIO(docx(lambda document: document.add_paragraph("The Council met.")))
    with zipfile.ZipFile(content, "a") as archive:
        archive.writestr(
            "word/footnotes.xml",
            '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:footnote><w:p><w:r><w:t>In camera.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        )
    assert told(extract(content.getvalue(), DOCX, "a.docx"))[-1] == ("p", "", "In camera.")


def test_an_odt_gives_headings_items_and_cells_in_order():
    found = extract(
        odt(
            '<text:h text:outline-level="2">Agenda</text:h>'
            "<text:p>The <text:span>Council</text:span><text:s/>met.</text:p>"
            "<text:list><text:list-item><text:p>the budget</text:p></text:list-item></text:list>"
            "<table:table><table:table-row><table:table-cell><text:p>Vessia</text:p></table:table-cell></table:table-row></table:table>",
            meta="<dc:title>Minutes</dc:title><dc:language>en-GB</dc:language><dc:date>2024-05-05</dc:date>",
        ),
        ODT, "a.odt",
    )  # fmt: skip
    assert told(found) == [
        ("h2", "", "Agenda"), ("p", "", "The Council met."), ("li", "", "the budget"), ("td", "", "Vessia"),
    ]  # fmt: skip
    assert (found.meta.title, found.meta.language, found.meta.published) == ("Minutes", "en", "")


def test_deleted_text_and_remarks_of_an_odt_are_no_text_and_its_notes_come_last():
    found = extract(
        odt(
            "<text:tracked-changes><text:p>Struck out.</text:p></text:tracked-changes>"
            "<text:p>The Council met<text:note><text:note-body><text:p>In camera.</text:p></text:note-body></text:note>"
            "<office:annotation><text:p>Check!</text:p></office:annotation> again.</text:p>"
        ),
        ODT, "a.odt",
    )  # fmt: skip
    assert told(found) == [("p", "", "The Council met again."), ("p", "", "In camera.")]


def test_heads_and_feet_of_an_odt_are_furniture():
    styles = "<style:footer><text:p>League of Vessia</text:p></style:footer>"
    assert ("p", "footer", "League of Vessia") in told(extract(odt("<text:p>It met.</text:p>", styles), ODT, "a.odt"))


def test_an_odt_with_a_password_is_locked():
    with pytest.raises(CaptureError, match="locked by a password"):
        extract(odt("<text:p>x</text:p>", manifest="<encryption-data/>"), ODT, "a.odt")


def test_entities_of_an_odt_are_not_followed():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<m/>")
        archive.writestr("content.xml", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>')
    assert told(extract(bomb.getvalue(), ODT, "a.odt")) == []


@pytest.mark.parametrize("kind", [DOCX, ODT])
def test_what_is_no_archive_is_damaged(kind):
    with pytest.raises(CaptureError, match="damaged") as error:
        extract(b"PK\x03\x04 nothing more", kind, "a.docx")
    assert error.value.code == "damaged"


@pytest.mark.parametrize("kind", [DOCX, ODT])
def test_an_archive_of_something_else_is_damaged(kind):
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(CaptureError, match="damaged"):
        extract(other.getvalue(), kind, "a.docx")


@pytest.mark.parametrize("kind", [DOCX, ODT])
def test_a_document_that_unpacks_to_too_much_is_refused(kind, monkeypatch):
    monkeypatch.setattr(office, "MOST_UNPACKED", 10)
    with pytest.raises(CaptureError, match="refused") as error:
        extract(odt("<text:p>The Council met.</text:p>"), kind, "a.odt")
    assert error.value.code == "bomb"
