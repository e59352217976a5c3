"""The first page: what is new since the last visit, what is next, overdue, contradicted and quiet."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from muniment.facade import Record
from muniment.registers import REGISTERS


def test_a_first_visit_shows_the_newest_and_is_remembered(web):
    page = web.get("/")
    assert "Newest" in page.text
    head = int(page.headers["Muniment-Head"].partition(":")[0])
    assert page.headers["set-cookie"].startswith(f"seen={head};")
    again = web.get("/")
    assert "set-cookie" not in again.headers
    assert "Nothing new since" in again.text


def test_what_came_since_the_last_visit_is_shown_until_it_is_seen(web):
    web.cookies.set("seen", "5")
    page = web.get("/").text
    assert "New since" in page
    assert '<a href="/news?since=5">' in page
    until = re.search(r'name="at" value="(\d+)"', page)[1]
    answer = web.get("/seen", params={"at": until, "back": "/"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "Nothing new since" in web.get("/").text


@pytest.mark.parametrize("kept", ["x", "-1", "9" * 40])
def test_a_cookie_that_is_no_position_is_a_first_visit(web, kept):
    web.cookies.set("seen", kept)
    assert "Newest" in web.get("/").text


def test_an_address_can_ask_for_the_news_since_any_entry(web):
    everything = web.get("/news.json?since=0").json()
    assert everything["total"] == len(everything["rows"]) > 5
    assert {one["what"] for one in everything["rows"]} == {"new"}
    later = web.get(f"/news.json?since={everything['until'] - 1}").json()
    assert later["total"] < everything["total"]
    assert web.get(f"/news.json?since={everything['until']}").json()["rows"] == []
    assert web.get("/news.csv?since=0").text.startswith("register,row,what,position,entries,title")
    assert "Every row of the record" in web.get("/news").text
    assert web.get("/news?since=later").status_code == 400
    assert web.get("/news?page=99").status_code == 404


def test_every_register_is_counted_and_leads_to_its_list(web):
    page = web.get("/?since=0").text
    counts = {one["register"]: one["rows"] for one in web.get("/registers.json").json()}
    for name, register in REGISTERS.items():
        assert re.search(rf'href="/{name}"><span class="number">{counts[name]}</span> {register.label}', page), name
    assert re.search(r"Meetings <span class=\"fresh\">2 new", page)


def test_meetings_to_come_are_those_from_the_day_looked_from_that_are_not_called_off(web):
    assert "Wick Committee" in section(web.get("/?as_of=2024-08-01").text, "h-next")
    assert "Council of the League" not in section(web.get("/?as_of=2024-08-01").text, "h-next")
    assert "No meeting is announced for 1 January 2030 or later." in web.get("/?as_of=2030-01-01").text


def test_what_is_overdue_and_contradicted_is_counted_and_leads_to_the_list_of_the_day(samples_web):
    page = samples_web.get("/?as_of=2025-07-01").text
    kinds = Counter(gap["kind"] for gap in samples_web.get("/gaps.json?as_of=2025-07-01").json())
    assert f'id="h-overdue">Overdue <span class="muted">{kinds["overdue"]}<' in page
    assert f'id="h-contradictions">Pages disagree <span class="muted">{kinds["contradiction"]}<' in page
    assert "pages disagree on start" in section(page, "h-contradictions")
    assert 'href="/gaps?as_of=2025-07-01&amp;kind=overdue"' in page
    assert f'<span class="number">{kinds["announced-never-reported"]}</span> Announced, never reported' in page
    assert "Nothing told of is overdue." in samples_web.get("/?as_of=2023-04-01").text


def test_a_page_that_changed_is_news_of_the_rows_it_changed(sample_record):
    with Record.open(sample_record) as record:
        last = max(entry.position for entry in record.entries() if entry.kind.startswith("page.filed/"))
        fresh = record.news(last - 1)
        assert (fresh.since, fresh.pages, fresh.decisions) == (last - 1, 1, 0)
        assert "changed" in {one.what for one in fresh.rows}
        assert [one.position for one in fresh.rows] == sorted((one.position for one in fresh.rows), reverse=True)
        for one in fresh.rows:
            row = record.row(one.register, one.row)
            assert (one.what == "gone") == row.withdrawn
            assert (row.position > last - 1) == (one.what == "new")
        assert record.news(10**9).rows == []


def section(page: str, heading: str) -> str:
    return page.partition(f'aria-labelledby="{heading}"')[2].partition("</section>")[0]
