"""Dates a page states of itself, and which of several is taken."""

import pytest

from muniment.archive import Capture, FurnitureCount, draft, mark
from muniment.terms.page import PageMeta

FIRST = "The Secretary-General of the River Bureau received the ambassador of Namber in Arlen on Monday."


def _meta(body: str, head: str = "") -> PageMeta:
    drafted = draft(
        Capture.of(
            "page.html",
            f"<html><head><title>Visit to Arlen</title>{head}</head><body>{body}<p>{FIRST}</p></body>".encode(),
        )
    )
    counts = FurnitureCount()
    counts.add(drafted)
    return mark(drafted, counts).meta


@pytest.mark.parametrize(
    ("value", "date"),
    [("2024/06/19 05:50", "2024-06-19"), ("20240619", "2024-06-19"), ("2024-06", "2024-06"), ("2024", "2024"),
     ("19.06.2024", "2024-06-19"), ("Wednesday, June 19, 2024, 12:06 PM", "2024-06-19")],
)  # fmt: skip
def test_a_stated_date_is_read_whole(value, date):
    assert _meta("", f"<meta name=pubdate content='{value}'>").published == date


def test_microdata_and_microformats_state_a_date():
    assert _meta("<span itemprop=datePublished content=2024-06-19T08:00>today</span>").published == "2024-06-19"
    meta = _meta("<abbr class='published dtstart' title=2024-06-19>last week</abbr>")
    assert (meta.published, meta.origin["published"]) == ("2024-06-19", "html:datePublished")


def test_a_printed_date_is_surer_than_some_time_element():
    told = "<h1>Ambassador received in Arlen</h1><p>19 June 2024</p>"
    assert _meta(f"{told}<aside><time datetime=2024-07-03>new</time></aside>").published == "2024-06-19"
    meta = _meta("<h1>Ambassador received in Arlen</h1><time datetime=2024-07-03>today</time>")
    assert (meta.published, meta.origin["published"]) == ("2024-07-03", "html:time")


def test_a_date_beside_who_wrote_is_the_pages():
    assert _meta("<h1>Ambassador received in Arlen</h1><p>19.06.2024, 10:22 by Ida Moe</p>").published == "2024-06-19"


@pytest.mark.parametrize(
    "line",
    ["Submitted by admin on Wed, 19/06/2024 - 10:22", "Posted by web editor on 19 June 2024",
     "Gespeichert von rasos am 19. Juni 2024 - 18:55", "Soumis par admin le 19/06/2024"],
)  # fmt: skip
def test_the_day_a_page_was_put_in_is_the_pages(line):
    assert _meta(f"<h1>Ambassador received in Arlen</h1><div>{line}</div>").published == "2024-06-19"


def test_what_was_submitted_by_somebody_else_on_a_day_is_no_dateline():
    line = "The note was submitted by Namber on 19 June 2024"
    assert _meta(f"<h1>Ambassador received in Arlen</h1><p>{line}</p>").published == ""


def test_the_day_in_the_address_is_taken_where_the_page_tells_none():
    link = "<link rel=canonical href='https://bureau.example/2024/06/19/ambassador/'>"
    meta = _meta("", link)
    assert (meta.published, meta.origin["published"]) == ("2024-06-19", "address")
    assert _meta("<p>12 May 2024</p>", link).published == "2024-05-12"
    assert _meta("", "<link rel=canonical href='https://bureau.example/2024/99/19/x/'>").published == ""


def test_the_day_of_the_last_change_is_told_with_its_evidence():
    meta = _meta("", "<meta property='article:modified_time' content='2024-06-21T09:00:00Z'>")
    assert (meta.modified, meta.origin["modified"]) == ("2024-06-21", "html:meta[article:modified_time]")
    script = '<script type="application/ld+json">{"headline": "x", "dateModified": "2024-06-22"}</script>'
    meta = _meta("", script)
    assert (meta.modified, meta.published, meta.origin["modified"]) == ("2024-06-22", "", "json-ld:dateModified")
