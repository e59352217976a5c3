"""E-mail messages: the body, what is quoted in it, and what the head says."""

from email.message import EmailMessage

import pytest
from tests.archive.formats.papers import told

from muniment.archive import captures, draft
from muniment.archive.formats import extract
from muniment.errors import CaptureError

TYPE = "message/rfc822"


def message(text="", html="", **head):
    made = EmailMessage()
    for name, value in head.items():
        made[name.replace("_", "-")] = value
    if text:
        made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def test_the_head_of_a_message_gives_title_author_and_day():
    made = message(
        "The Council met.\n",
        Subject="News of  the League",
        From="Press <press@vessia.test>",
        Date="Mon, 06 May 2024 23:30:00 +0500",
    )
    found = extract(made.as_bytes(), TYPE, "a.eml").meta
    assert (found.title, found.author, found.published) == ("News of the League", "Press", "2024-05-06")
    assert found.origin == {"title": "mail:subject", "author": "mail:from", "published": "mail:date"}


def test_a_day_that_is_none_is_left_out():
    assert extract(message("The Council met.\n", Date="soon").as_bytes(), TYPE, "a.eml").meta.published == ""


def test_the_html_of_a_message_goes_before_its_text():
    made = message("Plain.\n", "<html><body><h1>Session</h1><p>The Council met.</p></body></html>")
    assert told(extract(made.as_bytes(), TYPE, "a.eml")) == [("h1", "", "Session"), ("p", "", "The Council met.")]


def test_quoted_lines_and_the_signature_are_furniture():
    made = message("The Council met.\n\n> Did it meet?\n\n-- \nPress service\n")
    assert [(zone, text) for _, zone, text in told(extract(made.as_bytes(), TYPE, "a.eml"))] == [
        ("", "The Council met."), ("aside", "> Did it meet?"), ("footer", "--"), ("footer", "Press service"),
    ]  # fmt: skip


def test_an_unknown_charset_is_read_as_far_as_it_goes():
    raw = b"Subject: x\r\nContent-Type: text/plain; charset=klingon\r\n\r\nThe Council met.\r\n"
    assert "The Council met." in extract(raw, TYPE, "a.eml").text


def test_a_message_of_attachments_only_has_no_text():
    made = EmailMessage()
    made.add_attachment(b"x", maintype="application", subtype="zip", filename="a.zip")
    with pytest.raises(CaptureError, match="without text"):
        extract(made.as_bytes(), TYPE, "a.eml")


def test_a_mailbox_gives_each_message_by_its_id(tmp_path):
    path = tmp_path / "news.mbox"
    first = message("The Council met.\n", Subject="One", Message_ID="<1@vessia.test>").as_bytes()
    second = message("It closed.\n", Subject="Two").as_bytes()
    path.write_bytes(
        b"From a Mon May  6 10:00:00 2024\n" + first + b"\nFrom b Mon May  6 11:00:00 2024\n" + second + b"\n"
    )
    found = list(captures([path]))
    assert [one.source for one in found] == [f"{path}!/1@vessia.test", f"{path}!/2"]
    assert [draft(one).meta.title for one in found] == ["One", "Two"]


def test_a_mailbox_without_messages_says_so(tmp_path):
    path = tmp_path / "news.mbox"
    path.write_bytes(b"no message\n")
    assert [error.code for error in captures([path])] == ["no-pages"]
