"""Decoding: the right charset, as little change as possible, and the way back to the bytes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.archive import decode
from muniment.errors import CaptureError

RUSSIAN = (
    "Совет министров иностранных дел провёл заседание в столице. Участники обсудили повестку дня и приняли решение."
)
FRENCH = "Le Conseil a siégé à Tolvère ; les délégués ont été reçus par la présidente après la cérémonie d'été."


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (RUSSIAN.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + RUSSIAN.encode(), "utf-8"),
        (RUSSIAN.encode("utf-16"), "utf-16-le"),
        (b"\xfe\xff" + RUSSIAN.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\x00\x00" + RUSSIAN.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_unicode_is_told_by_its_mark_or_its_form(content, encoding):
    decoded = decode(content)
    assert (decoded.text, decoded.encoding, decoded.note) == (RUSSIAN, encoding, "")


def test_utf16_without_a_mark_is_told_by_its_nul_bytes():
    text = "The Council met in the capital and adopted its agenda."
    assert decode(text.encode("utf-16-le")).text == text
    assert "NUL" in decode(text.encode("utf-16-be")).note


@pytest.mark.parametrize(
    ("declared", "charset"),
    [("windows-1251", "cp1251"), ("koi8-r", "koi8-r"), ("ISO-8859-5", "iso8859-5")],
)
def test_declared_charset_counts_for_html(declared, charset):
    page = f'<html><head><meta charset="{declared}"></head><p>{RUSSIAN}</p>'
    decoded = decode(page.encode(charset), "text/html")
    assert RUSSIAN in decoded.text
    assert decoded.note == ""


def test_latin1_is_read_as_the_wider_charset_browsers_take_it_for():
    page = b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>\x93quoted\x94</p>'
    assert "“quoted”" in decode(page, "text/html").text


def test_valid_utf8_is_believed_before_a_wrong_declaration():
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'.encode()
    assert decode(page, "text/html").encoding == "utf-8"


def test_unknown_declared_charset_is_no_obstacle():
    assert decode(f'<meta charset="klingon"><p>{FRENCH}</p>'.encode(), "text/html").encoding == "utf-8"


@pytest.mark.parametrize(("text", "charset"), [(RUSSIAN, "cp1251"), (FRENCH, "cp1252")])
def test_undeclared_charset_is_guessed_and_the_guess_noted(text, charset):
    decoded = decode(text.encode(charset))
    assert decoded.text == text
    assert "not declared" in decoded.note


def test_few_broken_bytes_in_utf8_show_as_replacement_and_are_noted():
    decoded = decode(RUSSIAN.encode()[:-1] + b"\xff and \xc3 on")
    assert decoded.encoding == "utf-8"
    assert decoded.text.count("\ufffd") == 2
    assert "2 bytes" in decoded.note
    assert decoded.text.endswith(" on")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\nx", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"GIF89a..", "GIF"),
        (b"text with \x00\x01\x02 in it", "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(content, kind):
    with pytest.raises(CaptureError, match=kind) as caught:
        decode(content)
    assert caught.value.code == "not-text"


def test_newlines_become_one_kind_and_nothing_else_changes():
    raw = "a\r\nb\rc\nd\u00a0e\u2028f\u0301g\ufb01"
    assert decode(raw.encode()).text == "a\nb\nc\nd\u00a0e\u2028f\u0301g\ufb01"


@given(
    text=st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\r\n"), min_size=1).filter(
        lambda t: not t.startswith("\ufeff")
    ),
    charset=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    data=st.data(),
)
@settings(max_examples=150)
def test_the_bytes_of_a_span_decode_to_the_span(text, charset, data):
    content = text.encode(charset)
    try:
        decoded = decode(content)
    except CaptureError:
        return  # the first bytes are by chance those of a picture or archive
    start = data.draw(st.integers(0, len(decoded.text)))
    end = data.draw(st.integers(start, len(decoded.text)))
    low, high = decoded.byte_span(start, end)
    back = content[low:high].decode(decoded.encoding).replace("\r\n", "\n").replace("\r", "\n")
    assert back == decoded.text[start:end] or back.rstrip("\n") == decoded.text[start:end]


@given(
    pieces=st.lists(st.sampled_from([b"\xff", b"\xc3", b"\xe2\x82", "ж".encode(), b"a", b"\r\n", "й".encode() * 40]))
)
@settings(max_examples=100)
def test_spans_of_a_damaged_text_still_find_their_bytes(pieces):
    content = "Начало ".encode() + b"".join(pieces) + " конец".encode()
    decoded = decode(content)
    at = decoded.text.rfind(" конец")
    if decoded.encoding == "utf-8":
        low, high = decoded.byte_span(at, len(decoded.text))
        assert content[low:high] == " конец".encode()


def test_spans_of_a_charset_with_two_ways_to_write_a_letter_find_their_bytes():
    content = "会議は東京で開かれた。".encode("iso-2022-jp")
    page = b'<meta charset="iso-2022-jp"><p>' + content + b"</p>"
    decoded = decode(page, "text/html")
    assert "会議は東京" in decoded.text
    at = decoded.text.index("</p>")
    low, high = decoded.byte_span(at, at + 4)
    assert page[low:high].endswith(b"</p>")


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="no span"):
        decode(b"short").byte_span(2, 9)


def test_latin_letters_without_a_declared_charset_are_read_as_western():
    text = "The Secretary General met José Pérez, Minister of Côte d’Ivoire, on 5 May 2024 in Yaoundé."
    assert decode(text.encode("windows-1252"), "text/plain").text == text
