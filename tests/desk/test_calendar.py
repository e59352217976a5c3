"""The calendar: a month, a list, a time line, by body and member; and the stream that calendars subscribe to."""

from __future__ import annotations

import re

import pytest

from muniment.desk.web.icalendar import Event, calendar_text


def events(text: str) -> list[dict[str, str]]:
    """The events of a calendar, unfolded, as name without parameters -> value."""
    found = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text.replace("\r\n ", ""), re.DOTALL)
    return [
        {line.partition(":")[0].partition(";")[0]: line.partition(":")[2] for line in one.splitlines()} for one in found
    ]


def event(**told: str) -> Event:
    plain = {"uid": "a@b", "title": "T", "start": "2031-05-04", "end": "", "status": "held", "place": "", "text": "",
             "address": ""}  # fmt: skip
    return Event(**{**plain, **told})


def calendar(*told: Event) -> str:
    return calendar_text("Meetings", told, "2031-01-01T10:20:30Z", "Test 1")


def test_a_meeting_is_an_event_of_whole_days_whose_end_is_the_day_after():
    (one,) = events(calendar(event(end="2031-05-06")))
    assert (one["DTSTART"], one["DTEND"], one["STATUS"]) == ("20310504", "20310507", "CONFIRMED")
    assert one["DTSTAMP"] == "20310101T102030Z"
    assert events(calendar(event()))[0]["DTEND"] == "20310505"


def test_a_month_takes_up_the_month_without_being_busy_and_a_year_is_left_out():
    (one,) = events(calendar(event(start="2031-02"), event(start="2031")))
    assert (one["DTSTART"], one["DTEND"], one["TRANSP"]) == ("20310201", "20310301", "TRANSPARENT")


@pytest.mark.parametrize(
    ("status", "told"),
    [("held", "CONFIRMED"), ("announced", "TENTATIVE"), ("postponed", "TENTATIVE"), ("cancelled", "CANCELLED"),
     ("", "TENTATIVE")],
)  # fmt: skip
def test_only_a_meeting_that_was_held_is_confirmed(status, told):
    assert events(calendar(event(status=status)))[0]["STATUS"] == told


def test_values_are_escaped_and_lines_are_folded_at_75_octets_between_characters():
    text = calendar(event(title="Ports, piers; quays\\locks\nand\x07 more — " + "é" * 80))
    assert all(len(line.encode("utf-8")) <= 75 for line in text.split("\r\n"))
    assert events(text)[0]["SUMMARY"] == "Ports\\, piers\\; quays\\\\locks\\nand more — " + "é" * 80
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_the_stream_has_the_meetings_of_a_body_and_leads_to_their_rows(web):
    answer = web.get("/calendar.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    everything = events(answer.text)
    assert len(everything) == 2
    (one,) = events(web.get("/calendar.ics", params={"body": "Wick Committee"}).text)
    assert one["SUMMARY"] == "Session of Wick Committee (announced) (some day in September 2024)"
    assert re.fullmatch(r"http://testserver/meetings/[0-9a-f]{16}", one["URL"])
    assert one["UID"] in {each["UID"] for each in everything}
    assert answer.text == web.get("/calendar.ics").text, "the same record gives the same calendar"
    assert web.get("/calendar.ics?bodies=x").status_code == 400


def test_a_members_calendar_has_what_names_it_and_what_its_organisations_bodies_hold(samples_web):
    everything = samples_web.get("/calendar.json").json()
    named = samples_web.get("/calendar.json", params={"member": "Namberu"}).json()
    titles = [one.get("bodies", []) for one in named]
    assert ["LSCO Council of Heads of State"] in titles
    assert 0 < len(named) < len(everything)
    assert any("Namberu" in str(one.get("participants")) and not one.get("bodies") for one in named)
    outside = samples_web.get("/calendar.json", params={"member": "Corvane"}).json()
    assert {tuple(one.get("bodies", [])) for one in outside} == {(), ("LSCO Council of Heads of State",)}


def test_a_month_shows_each_day_and_leads_to_the_months_before_and_after(web):
    page = web.get("/calendar?month=2024-03").text
    assert re.search(r'datetime="2024-03-0\d">.*?5</time>\s*<a data-step class="met held"', page)
    assert "Next after: September 2024" in page
    assert "In September 2024, no day told" in web.get("/calendar?month=2024-09").text
    assert "No page tells of a meeting in May 2024." in web.get("/calendar?month=2024-05").text


def test_the_calendar_opens_at_the_last_month_with_a_meeting_where_none_is_to_come(web):
    assert '<time datetime="2024-09">September 2024</time></h2>' in web.get("/calendar").text


def test_the_list_and_the_time_line_tell_the_same_meetings(samples_web):
    rows = {one["id"] for one in samples_web.get("/calendar.json").json()}
    for view in ("list", "timeline"):
        page = samples_web.get(f"/calendar?view={view}").text
        assert set(re.findall(r'href="/meetings/([0-9a-f]{16})"', page)) == rows, view


@pytest.mark.parametrize("query", ["view=week", "month=2024", "month=soon", "month=2024-01-01", "day=1"])
def test_what_the_calendar_does_not_know_is_refused(web, query):
    assert web.get(f"/calendar?{query}").status_code == 400


@pytest.mark.parametrize("month", ["0001-01", "9999-12"])
def test_the_first_and_the_last_month_there_are_do_not_fail(web, month):
    assert web.get(f"/calendar?month={month}").status_code in (200, 400)
