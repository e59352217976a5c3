"""PDF documents: lines become paragraphs, running titles furniture, and what cannot be read is told."""

import pytest
from tests.archive.formats.papers import lines, told
from tests.archive.formats.papers import pdf as written

from muniment.archive.formats import extract, pdf
from muniment.errors import CaptureError

TYPE = "application/pdf"


def read(sheets, info=None):
    return extract(written(sheets, info), TYPE, "a.pdf")


def texts(found):
    return [text for _, zone, text in told(found) if not zone]


def test_lines_set_close_are_one_paragraph_and_a_blank_line_ends_it():
    found = read(
        [
            lines(
                "The Council of the League met in\nPortmark on 5 May 2024 and\nadopted a plan\n\n"
                "It will meet again\nin June."
            )
        ]
    )
    assert texts(found) == [
        "The Council of the League met in Portmark on 5 May 2024 and adopted a plan",
        "It will meet again in June.",
    ]


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph():
    found = read(
        [
            lines(
                "The ministers of the League met in Portmark for a day\nand left.\n"
                "The next session will be held in the summer of 2025 in\nOrdal."
            )
        ]
    )
    assert texts(found) == [
        "The ministers of the League met in Portmark for a day and left.",
        "The next session will be held in the summer of 2025 in Ordal.",
    ]


def test_running_titles_and_page_numbers_are_furniture():
    sheets = [
        [
            (72, 800, 9, f"League of Vessia, document {number}"),
            *lines(f"The sheet says something of matter {word}."),
            (300, 40, 9, str(number)),
        ]
        for number, word in ((7, "one"), (8, "two"), (9, "three"))
    ]
    found = told(read(sheets))
    assert {text for _, zone, text in found if zone} == {
        *(f"League of Vessia, document {n}" for n in (7, 8, 9)),
        "7",
        "8",
        "9",
    }
    assert [text for _, zone, text in found if not zone] == [
        f"The sheet says something of matter {word}." for word in ("one", "two", "three")
    ]


def test_a_first_line_that_stands_on_one_sheet_only_is_no_running_title():
    found = read(
        [[(72, 800, 9, "Note by the Secretariat"), *lines("One.")], [(72, 800, 9, "Annex on fees"), *lines("Two.")]]
    )
    assert all(not zone for _, zone, _ in told(found))


def test_a_sentence_goes_on_over_the_end_of_a_sheet():
    found = read(
        [
            lines("The parties shall notify the depositary of every", y=100),
            lines("change of address.\nThe notice is free."),
        ]
    )
    assert texts(found)[0].startswith("The parties shall notify the depositary of every change of address.")


def test_columns_are_read_one_after_the_other():
    left = lines("The first column is set in\nshort lines that go on.")
    right = lines("The second column begins\nat the same height.", x=320)
    assert texts(read([left + right])) == [
        "The first column is set in short lines that go on.",
        "The second column begins at the same height.",
    ]


def test_a_word_that_the_line_breaks_is_put_together_unless_it_has_its_hyphen_elsewhere():
    found = read(
        [lines("The decision on the environ-\nment of the co-\noperation council, a co-operation body, stands.")]
    )
    assert texts(found) == ["The decision on the environment of the co-operation council, a co-operation body, stands."]


def test_large_letters_are_a_heading_and_numbered_lines_items():
    found = told(
        read(
            [
                [
                    (72, 790, 18, "Final Act"),
                    *lines("The conference decided as follows, after long debate:\n1. to meet;\n2. to part."),
                ]
            ]
        )
    )
    assert [(tag, text) for tag, _, text in found] == [
        ("h2", "Final Act"),
        ("p", "The conference decided as follows, after long debate:"),
        ("li", "1. to meet;"),
        ("li", "2. to part."),
    ]


def test_runs_far_apart_on_one_line_are_cells():
    found = told(
        read(
            [
                [
                    (72, 700, 11, "Vessia"),
                    (300, 700, 11, "12 January 2024"),
                    (72, 680, 11, "Ordal"),
                    (300, 680, 11, "14 May 2024"),
                ]
            ]
        )
    )
    assert [(tag, text) for tag, _, text in found] == [
        ("td", "Vessia"), ("td", "12 January 2024"), ("td", "Ordal"), ("td", "14 May 2024"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("title", "kept"), [("Annual report", "Annual report"), ("Microsoft Word - report.doc", ""), ("x1.indd", "")]
)
def test_a_title_in_the_properties_is_taken_unless_a_program_made_it_of_a_file_name(title, kept):
    assert read([lines("One line.")], {"Title": title}).meta.title == kept


def test_a_document_of_pictures_asks_for_its_text_to_be_recognised():
    with pytest.raises(CaptureError, match="without a text layer") as error:
        read([[]])
    assert error.value.code == "no-text"


def test_a_damaged_document_says_so():
    with pytest.raises(CaptureError, match="damaged PDF") as error:
        extract(b"%PDF-1.4\nnothing of the kind", TYPE, "a.pdf")
    assert (error.value.code, error.value.where) == ("damaged", "a.pdf")


def test_too_many_sheets_are_refused(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_SHEETS", 2)
    with pytest.raises(CaptureError, match="3 sheets are too many"):
        read([lines("One."), lines("Two."), lines("Three.")])
