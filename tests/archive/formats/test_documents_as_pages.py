"""Documents of every format go through the archive as pages do."""

import io
import sys

import pytest
from docx import Document
from tests.archive.formats.papers import lines, odt, pdf

from muniment.archive import captures, draft, pages
from muniment.archive.capture import Intake
from muniment.errors import CaptureError
from muniment.terms.page import Page

SENTENCE = "The Council of the League met in Portmark on 5 May 2024."


def docx():
    document = Document()
    document.add_paragraph(SENTENCE)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf([lines(SENTENCE)]))
    (tmp_path / "b.docx").write_bytes(docx())
    (tmp_path / "c.odt").write_bytes(odt(f"<text:p>{SENTENCE}</text:p>"))
    (tmp_path / "d.eml").write_bytes(f"Subject: News\n\n{SENTENCE}\n".encode())
    return tmp_path


def test_a_folder_gives_its_documents_of_every_format(folder):
    found = list(pages(Intake([folder])))
    assert all(isinstance(page, Page) and SENTENCE in page.text for page in found), found
    assert len(found) == 4


def test_a_pdf_under_another_name_is_known_by_its_first_bytes(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(pdf([lines(SENTENCE)]))
    assert [one.media_type for one in captures([path])] == ["application/pdf"]


def test_a_span_of_a_packed_document_is_the_whole_of_it(folder):
    for capture in captures([folder]):
        found = draft(capture)
        assert found.byte_span(0, 3) == (0, len(capture.content))
        with pytest.raises(ValueError, match="no span"):
            found.byte_span(0, len(found.text) + 1)


def test_a_reader_that_is_not_installed_is_named(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.delitem(sys.modules, "muniment.archive.formats.pdf", raising=False)
    with pytest.raises(CaptureError, match="need the package pypdfium2") as error:
        draft(next(iter(captures([folder / "a.pdf"]))))
    assert "muniment[formats]" in error.value.hint
