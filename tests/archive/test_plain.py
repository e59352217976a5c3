"""Plain text into parts."""

from hypothesis import given
from hypothesis import strategies as st

from muniment.archive.plain import read_plain


def _texts(text):
    return [text[part.start : part.end] for part in read_plain(text)]


def test_each_line_is_a_paragraph_and_gaps_are_counted():
    text = "\nFirst line of it.\nSecond one.\n\n\n  Third, indented. \u00a0\n\nFourth."
    assert _texts(text) == ["First line of it.", "Second one.", "Third, indented.", "Fourth."]
    assert [part.gap for part in read_plain(text)] == [1, 0, 2, 1]


def test_text_wrapped_at_a_width_is_joined_to_paragraphs():
    wrapped = (
        "The States Parties to the present pact, being convinced that the\n"
        "rivers which cross their borders belong to the peoples who live\n"
        "along them, and wishing to keep them open to the ships of all\n"
        "nations in time of peace, have agreed upon the following rules.\n"
        "\n"
        "No ship shall be stopped without a cause that the master of the\n"
        "port has put down in writing and shown to the master of the ship\n"
        "before the sun has set upon the day of the stopping of the ship.\n"
    )
    assert len(_texts(wrapped)) == 2


def test_a_list_of_short_lines_is_not_wrapped_text():
    text = "Present were:\nArlen;\nTolvik;\nSelm;\nHult;\nNamber."
    assert len(_texts(text)) == 6


def test_a_list_of_longer_entries_is_not_wrapped_text():
    listed = [f"{n}. On the draft agreement about the passage of ships through lock {n}" for n in range(1, 9)]
    assert len(_texts("The agenda is as follows.\n\n" + "\n".join(listed))) == 9


@given(st.text(alphabet="ab .\n\u00a0\t", max_size=300))
def test_parts_and_the_white_space_between_them_are_the_whole_text(text):
    parts = read_plain(text)
    position = 0
    for part in parts:
        assert not text[position : part.start].strip()
        assert text[part.start : part.end].strip() == text[part.start : part.end] != ""
        position = part.end
    assert not text[position:].strip()
