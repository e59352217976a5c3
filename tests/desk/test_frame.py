"""The frame of every page: where it leads, which colours it has, and that a choice is kept by this site alone."""

from __future__ import annotations

import re

import pytest

from muniment.desk.web.navigation import RECORD, SECTIONS, beside, top
from muniment.registers import REGISTERS


def test_every_place_of_the_frame_is_there_and_marked_where_it_is_shown(web):
    for place in (*SECTIONS, *RECORD):
        page = web.get(place.address)
        assert page.status_code == 200, place.address
        assert re.search(rf'<a href="{place.address}" aria-current="page">', page.text), place.address


def test_registers_are_listed_with_what_each_holds_and_how_many_rows(web):
    page = web.get("/registers").text
    for name, register in REGISTERS.items():
        assert f'href="/{name}"' in page
        assert register.label in page
    told = {one["register"]: one for one in web.get("/registers.json").json()}
    assert set(told) == set(REGISTERS)
    assert (told["meetings"]["rows"], told["meetings"]["first"], told["meetings"]["last"]) == (
        2,
        "2024-03-05",
        "2024-09",
    )
    assert web.get("/registers.csv").text.splitlines()[0] == "register,label,rows,first,last,about"


def test_a_register_shows_the_row_of_registers_and_other_pages_do_not(web):
    assert '<nav class="registers"' in web.get("/meetings").text
    assert 'href="/registers" aria-current="true"' in web.get("/meetings").text
    assert '<nav class="registers"' not in web.get("/gaps").text


def test_colours_are_the_devices_until_somebody_chooses_and_can_be_the_devices_again(web):
    assert "data-theme" not in web.get("/meetings").text
    answer = web.get("/theme", params={"theme": "dark", "back": "/meetings?status=held"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/meetings?status=held")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("theme=dark;")
    assert "domain" not in cookie.lower()
    page = web.get("/meetings")
    assert 'data-theme="dark"' in page.text
    assert '<meta name="color-scheme" content="dark">' in page.text
    assert re.search(r'value="dark" aria-pressed="true"', page.text)
    assert "Cookie" in page.headers["vary"]
    web.get("/theme", params={"theme": "auto", "back": "/"})
    assert "data-theme" not in web.get("/meetings").text


def test_a_page_comes_back_to_the_list_as_it_was_asked_for(web):
    page = web.get("/meetings?status=held&sort=date").text
    assert 'name="back" value="/meetings?status=held&amp;sort=date"' in page


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "x"])
def test_a_choice_of_colours_never_leads_to_another_site(web, back):
    assert web.get("/theme", params={"theme": "dark", "back": back}).status_code == 400


def test_a_cookie_with_other_colours_is_passed_over(web):
    web.cookies.set("theme", '"><script>')
    assert "data-theme" not in web.get("/").text
    assert web.get("/theme", params={"theme": "pink", "back": "/"}).status_code == 400


def test_a_group_stands_once_at_the_top_and_its_places_in_a_row_where_one_of_them_is_shown(web):
    names = [place.name for place in top()]
    assert len(names) == len(set(names)) <= 12
    assert names.count("practice") == 1
    assert "duties" not in names
    page = web.get("/duties").text
    assert re.search(r'<nav class="registers" aria-label="Practice">', page)
    assert re.search(r'<a href="/duties" aria-current="page">', page)
    assert re.search(r'<a href="[^"]+" aria-current="true">Practice', page)
    assert 'aria-label="Practice"' not in web.get("/gaps").text
    assert beside("gaps") == beside("no such page") == []
