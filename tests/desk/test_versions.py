"""Two versions of a page side by side: which claims changed, and which words."""

from __future__ import annotations

import re

import pytest
from tests.desk.browsing import NEEDS_BROWSER, visiting

from muniment.desk.web.differences import pairs, runs
from muniment.facade import Record


@pytest.fixture(scope="module")
def later(sample_record) -> str:
    """The document of the later version of the page that changed."""
    with Record.open(sample_record) as record:
        return next(
            entry.body["document"]
            for entry in record.entries()
            if entry.kind.startswith("page.filed/") and "replaces" in entry.body
        )


def test_claims_that_changed_are_told_slot_by_slot(sample_record, later):
    with Record.open(sample_record) as record:
        found = record.versions(later)
        assert (found.before.version.number, found.after.version.number) == (1, 2)
        assert record.versions(found.before.version.document) == found, "asked for from either side"
        meeting = next(one for one in found.claims if one.register == "meetings")
        assert (meeting.what, meeting.slots) == ("changed", ("agenda_size", "place", "start"))
        assert (meeting.before["place"], meeting.after["place"]) == ("Kitsuale", "Port Sellan")
        assert record.row("meetings", meeting.row).slots["place"] == "Port Sellan"
        assert {one.what for one in found.claims} == {"changed", "same"}
        assert not any(one.register == "documents" and not one.after.get("stub") for one in found.claims)


def test_the_page_shows_what_changed_and_the_claims_with_it(samples_web, later):
    page = samples_web.get(f"/pages/{later}/versions").text
    assert re.search(r"<dt>Place</dt><dd><del>.*?Kitsuale.*?</del>.*?<ins>.*?Port Sellan", page)
    assert "The agenda consists of <del>ten</del> questions." in page
    assert "The agenda consists of <ins>nine</ins> questions." in page
    assert 'aria-current="page">Versions' in page
    assert f'href="/pages/{later}/versions"' in samples_web.get(f"/pages/{later}").text
    told = samples_web.get(f"/pages/{later}/versions.json").json()
    assert told["after"]["version"]["document"] == later
    assert samples_web.get(f"/pages/{later}/versions.csv").status_code == 400


def test_a_page_with_one_version_and_a_version_that_is_not_there_are_told(samples_web, later):
    assert samples_web.get(f"/pages/{later}/versions?with=9").status_code == 404
    assert samples_web.get(f"/pages/{later}/versions?with=2").status_code == 404, "not beside itself"
    assert samples_web.get(f"/pages/{'0' * 64}/versions").status_code == 404
    row = samples_web.get("/documents.json?limit=40").json()["rows"]
    single = next(one for one in row if not one.get("stub") and one["claim_count"] == 1)
    source = samples_web.get("/pages", params={"source": single["sources"][0]}).headers["location"]
    if source != f"/pages/{later}":
        answer = samples_web.get(f"{source}/versions")
        assert (answer.status_code, "one version of this page only" in answer.text) == (400, True)


def told(before: list[str], after: list[str]) -> list[tuple[str, str, str]]:
    return [(one.what, str(one.before), str(one.after)) for one in pairs(before, after)]


def test_words_that_came_and_went_are_marked_and_escaped():
    assert told(["The board met in Selm & Hult."], ["The board met in <Oak> & Hult."]) == [
        (
            "changed",
            "The board met in <del>Selm</del> &amp; Hult.",
            "The board met in <ins>&lt;Oak&gt;</ins> &amp; Hult.",
        )
    ]


def test_a_part_put_in_stands_beside_nothing_and_the_others_stay_beside_each_other():
    before = ["One tide came in.", "Two boats went out to sea."]
    after = ["One tide came in.", "A lamp was lit above the pier at dusk.", "Two boats went back out to sea."]
    assert [one[0] for one in told(before, after)] == ["same", "new", "changed"]
    assert [one[0] for one in told(after, before)] == ["same", "gone", "changed"]


def test_parts_with_nothing_in_common_are_shown_whole():
    assert told(["alpha beta"], ["gamma delta"]) == [
        ("changed", "<del>alpha beta</del>", "<ins>gamma delta</ins>"),
    ]


def test_what_is_the_same_is_folded_but_for_the_parts_beside_a_change():
    same = [f"part {number}" for number in range(6)]
    found = runs(pairs([*same, "old words here"], [*same, "new words here"]))
    assert [(one.folded, len(one.pairs)) for one in found] == [(True, 5), (False, 2)]
    assert [one.folded for one in runs(pairs(same, same))] == [True]
    assert runs([]) == []


@NEEDS_BROWSER
def test_a_claim_shows_its_words_and_words_show_their_claim(browser, samples_site, later):
    with visiting(browser, samples_site) as tab:
        tab.goto(f"/pages/{later}")
        note = tab.locator("[data-note]").first
        number = note.get_attribute("data-note")
        note.locator("a[data-step]").focus()
        lit = tab.locator(".text .lit")
        assert lit.count() > 0
        assert all(number in one.get_attribute("data-claims").split() for one in lit.all())
        words = tab.locator(".text a[data-claims]").last
        words.hover()
        assert words.evaluate("one => one.classList.contains('lit')")
        wanted = set(words.get_attribute("data-claims").split())
        assert {one.get_attribute("data-note") for one in tab.locator(".notes .lit").all()} == wanted
        assert tab.faults == []


@NEEDS_BROWSER
def test_furniture_is_folded_and_opens_where_an_address_leads_into_it(browser, samples_site, later):
    with visiting(browser, samples_site) as tab:
        tab.goto(f"/pages/{later}")
        assert tab.locator(".text details.run").count() > 0
        assert not tab.locator(".text details.run .block").first.is_visible()
        tab.locator(".text details.run summary").first.click()
        assert tab.locator(".text details.run .block").first.is_visible()
