"""Figures: drawn by the server, each above a table with the same, whole without a script and alive with one."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk.browsing import NEEDS_BROWSER, visiting

from muniment.desk.web import application, maps
from muniment.desk.web.maps import map_of
from muniment.desk.web.networks import drawn
from muniment.desk.web.trends import lanes_of
from muniment.facade import Record
from muniment.registers.network import Network, Tie
from muniment.registers.places import PlaceMet
from muniment.registers.trends import Assessment, Region


def netted(count: int) -> Network:
    names = [f"Name {n:02}" for n in range(count)]
    ties = [Tie(a, b, 1 + n % 5, "", "r") for n, a in enumerate(names) for b in names[n + 1 :: 3]]
    return Network(dict.fromkeys(names, 3), ties, 9)


def test_a_picture_of_who_met_whom_is_the_same_every_time_and_no_name_is_on_another():
    picture = drawn(netted(40))
    assert picture == drawn(netted(40))
    assert len(picture.nodes) == 28
    assert picture.left_out == 12
    places = [(node.x, node.y) for node in picture.nodes]
    assert len(set(places)) == 28
    for side in ("start", "end"):
        down = sorted(node.y for node in picture.nodes if node.anchor == side)
        assert min(b - a for a, b in pairwise(down)) > 25
    assert all(0 <= x <= 1000 and 0 <= y <= 600 for x, y in places)


def test_a_name_that_a_picture_is_drawn_around_stands_in_its_middle_however_few_it_met():
    found = netted(40)
    picture = drawn(found, "Name 39")
    (own,) = [node for node in picture.nodes if node.own]
    assert (own.name, own.x, own.y) == ("Name 39", 500, 300)
    assert drawn(Network({"A": 1}, [], 1), "A") is None


def test_the_network_has_a_picture_and_a_table_of_the_same_ties(samples_web: TestClient):
    page = samples_web.get("/network").text
    told = samples_web.get("/network.json").json()
    table = samples_web.get("/network.csv").text.splitlines()
    assert len(table) == len(told["ties"]) + 1
    assert '<svg class="network"' in page
    assert page.count("data-one=") <= len(told["ties"])
    assert "style=" not in page
    around = samples_web.get("/network.json?around=Iskander%20Zaynurin").json()
    assert all("Iskander Zaynurin" in (tie["one"], tie["other"]) or tie["times"] for tie in around["ties"])
    assert len(around["names"]) < len(told["names"])
    assert samples_web.get("/network?around=Nobody").status_code == 404
    assert samples_web.get("/network?since=soon").status_code == 400
    assert samples_web.get("/network.json?since=2099").json()["ties"] == []
    assert samples_web.get("/network?page=99").status_code == 404


def test_an_assessment_is_drawn_as_precisely_as_it_is_dated():
    told = [Assessment("r", date, "tense", "", "") for date in ("2030-01-01", "2031", "2031-12-31")]
    (lane,) = lanes_of([Region("A", told)])
    day, year, last = lane.dots
    assert day.left == day.right == 20
    assert (year.right - year.left) > 400
    assert last.right == 980
    assert lanes_of([Region("A", [Assessment("r", "", "tense", "", "")])])[0].dots == []


def test_trends_are_shown_with_who_assessed(samples_web: TestClient):
    page = samples_web.get("/trends").text
    told = samples_web.get("/trends.json").json()
    marks = sum(bool(one["date"] and one["trend"]) for region in told for one in region["assessments"])
    assert page.count('<path class="mark-') == marks > 3
    for region in told:
        for one in region["assessments"]:
            assert f'href="/situations/{one["row"]}"' in page
            assert not one["by"] or one["by"] in page
    one = samples_web.get("/trends.json", params={"region": told[0]["name"]}).json()
    assert [region["name"] for region in one] == [told[0]["name"]]
    assert "No page tells of an assessment" in samples_web.get("/trends?region=Nowhere").text


def placed(name: str, north: float | None, east: float | None, held: int = 1) -> PlaceMet:
    return PlaceMet(name, "", north, east, True, held, 0, "2031-01-01", "r")


def test_a_map_shows_every_place_that_has_a_point_within_its_part():
    chart = map_of([placed("A", 53.9, 27.6, 4), placed("B", -33.9, 151.2), placed("C", None, None)])
    assert [spot.told.place for spot in chart.spots] == ["A", "B"]
    for spot in chart.spots:
        assert chart.left <= spot.x <= chart.left + chart.wide
        assert chart.top <= spot.y <= chart.top + chart.high
    assert chart.spots[0].size > chart.spots[1].size
    assert map_of([placed("C", None, None)]) is None


def test_two_places_side_by_side_have_one_name_between_them():
    chart = map_of([placed("Here", 50.0, 10.0, 4), placed("There", 50.1, 10.1)])
    assert [spot.named for spot in chart.spots] == [True, False]


def test_the_land_is_a_picture_of_the_size_that_places_are_reckoned_for(web: TestClient):
    land = web.get("/static/world.svg")
    assert land.headers["content-type"].startswith("image/svg+xml")
    assert f'viewBox="0 0 1000 {maps._HIGH}"' in land.text
    assert "script" not in land.text
    assert "Natural Earth" in land.text


def test_places_without_a_point_are_in_the_table_and_told(samples_web: TestClient):
    page = samples_web.get("/map").text
    assert "not on the map" in page
    assert "Port Sellan" in page
    assert samples_web.get("/map.json").json()[0]["north"] is None
    assert samples_web.get("/map.csv").text.lstrip("\ufeff").startswith("place,state,north")


@pytest.fixture(scope="module")
def placed_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("placed") / "record.db"
    with Record.create(path) as record:
        for day, place in (("2031-01-01", "Vienna"), ("2031-02-01", "Minsk"), ("2032-02-01", "Minsk")):
            slots = {"place": place, "start": day, "bodies": ["Council of Lamps"], "status": "held"}
            record.add("meetings", slots, "Ana Dol", "the journal")
    return path


def test_a_place_with_a_point_leads_to_its_meetings(placed_record: Path):
    with TestClient(application(placed_record)) as visitor:
        page = visitor.get("/map").text
        assert re.search(r'<a href="/meetings\?place=Minsk" aria-label="Minsk: 2 meetings"><circle', page)
        assert '"total":2' in visitor.get("/meetings.json?place=Minsk").text


@NEEDS_BROWSER
def test_pointing_at_a_name_shows_its_ties_and_a_name_can_be_moved(browser, samples_site):
    with visiting(browser, samples_site) as page:
        page.goto("/network")
        node = page.locator("[data-node]").first
        node.locator("circle").hover()
        page.wait_for_selector("svg.network.pointed")
        assert 0 < page.locator("path.near").count() < page.locator("svg.network path").count()
        before = node.locator("circle").get_attribute("cx")
        box = node.locator("circle").bounding_box()
        page.mouse.move(box["x"] + 4, box["y"] + 4)
        page.mouse.down()
        page.mouse.move(box["x"] + 120, box["y"] + 60, steps=5)
        page.mouse.up()
        assert node.locator("circle").get_attribute("cx") != before
        assert page.url.endswith("/network")
        assert page.faults == []
        node.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/network?around=**")


@NEEDS_BROWSER
def test_figures_stand_without_a_script(browser, samples_site):
    with visiting(browser, samples_site, java_script_enabled=False) as page:
        for path, drawing in (("/network", "svg.network a"), ("/trends", "svg.trend a")):
            page.goto(path)
            assert page.locator(drawing).count() > 3
            assert page.locator("tbody tr").count() > 3


def test_a_map_of_a_name_has_the_places_of_its_meetings_alone(samples_web):
    every = {one["place"] for one in samples_web.get("/map.json").json()}
    own = {one["place"] for one in samples_web.get("/map.json?name=LSCO+Council+of+Heads+of+State").json()}
    assert {"Ildemara", "Lipovar"} <= own < every
    page = samples_web.get("/map?name=LSCO+Council+of+Heads+of+State").text
    assert "<h1>Where LSCO Council of Heads of State met</h1>" in page
    assert "/meetings?place=Lipovar&words=LSCO%20Council%20of%20Heads%20of%20State" in page.replace("&amp;", "&")
    assert 'href="/map?name=' in samples_web.get("/names?name=LSCO+Council+of+Heads+of+State").text
    assert samples_web.get("/map?name=Nobody").status_code == 404
