"""What people come to do, from the first page to the end, in a browser."""

from __future__ import annotations

import pytest
from tests.desk.browsing import NEEDS_BROWSER, visiting

pytestmark = NEEDS_BROWSER


@pytest.fixture
def visitor(browser, samples_site):
    with visiting(browser, samples_site) as page:
        yield page
        assert page.faults == []


def test_a_second_visit_shows_what_is_new_until_it_is_seen(visitor, samples_site):
    visitor.context.add_cookies([{"name": "seen", "value": "400", "url": samples_site}])
    visitor.goto("/")
    assert visitor.locator("#h-new").inner_text().startswith("New since")
    first = visitor.locator("#h-new").locator("xpath=ancestor::section").locator("[data-step]").first
    title = first.inner_text()
    first.click()
    assert title[:20] in visitor.locator("h1").inner_text()
    visitor.goto("/")
    visitor.get_by_role("button", name="I have seen these").click()
    visitor.wait_for_url(f"{samples_site}/")
    assert visitor.locator("#h-new").inner_text() == "Newest"


def test_a_bodys_meetings_are_found_in_the_calendar_and_subscribed_to(visitor):
    visitor.goto("/")
    visitor.locator(".sections").get_by_role("link", name="Calendar").click()
    visitor.get_by_label("Body").select_option("LSCO Council of Heads of State")
    visitor.get_by_role("button", name="Show").click()
    visitor.wait_for_url("**/calendar?body=LSCO**")
    visitor.get_by_role("link", name="List", exact=True).click()
    visitor.locator("main [data-step]").first.wait_for()
    assert visitor.locator("main [data-step]").count() == 3
    visitor.get_by_role("link", name="Time line").click()
    assert visitor.locator(".dot").count() == 3
    stream = visitor.request.get(visitor.get_by_role("link", name="Subscribe").get_attribute("href"))
    assert stream.text().count("BEGIN:VEVENT") == 3
    visitor.get_by_role("link", name="Month", exact=True).click()
    visitor.get_by_role("link", name="Last before").click()
    visitor.locator("a.met").first.click()
    assert "Council of Heads of State" in visitor.locator("h1").inner_text()


def test_a_search_is_narrowed_kept_and_followed(visitor):
    visitor.goto("/")
    visitor.keyboard.press("/")
    visitor.keyboard.type("council")
    visitor.keyboard.press("Enter")
    visitor.wait_for_selector(".facets")
    visitor.locator(".facets").get_by_role("link", name="Meetings").click()
    visitor.wait_for_url("**register=meetings**")
    visitor.locator(".facets").get_by_role("link", name="held").click()
    assert visitor.locator("tbody tr").count() == int(visitor.locator(".total").inner_text().split()[0])
    visitor.get_by_role("link", name="Keep this search").click()
    kept = visitor.locator("#h-kept").locator("xpath=ancestor::section").locator("li").first
    assert "“council”" in kept.inner_text()
    feed = visitor.request.get(kept.get_by_role("link", name="Atom feed").get_attribute("href"))
    assert feed.text().count("<entry>") > 0
    kept.get_by_role("link", name="Forget").click()
    assert visitor.locator("#h-kept").count() == 0


def test_a_register_is_asked_by_structure(visitor):
    visitor.goto("/search")
    visitor.locator("section").get_by_role("link", name="Meetings", exact=True).click()
    visitor.locator("#q-status").select_option("announced")
    visitor.locator("#q-participants").fill("Torben Haldemar")
    visitor.get_by_role("button", name="Ask meetings").click()
    visitor.wait_for_url("**/meetings?**")
    assert visitor.locator("tbody tr").count() == 1


def test_from_a_treaty_to_its_words_its_proof_and_its_citation(visitor):
    visitor.goto("/instruments?words=marine+casualties")
    visitor.locator("tbody [data-step]").first.click()
    row = visitor.url
    assert visitor.locator("figure.life").is_visible()
    visitor.get_by_role("link", name="Cite").click()
    assert row.partition("#")[0] in visitor.locator("pre.cited").first.inner_text()
    visitor.goto(row)
    visitor.locator("blockquote a").first.click()
    visitor.wait_for_selector(".text")
    visitor.get_by_role("link", name="Sentence by sentence").first.click()
    assert visitor.locator(".step").count() > 3


def test_from_a_person_to_whom_they_met(visitor):
    visitor.goto("/names")
    visitor.get_by_role("link", name="Iskander Zaynurin", exact=True).click()
    visitor.wait_for_url("**/names?name=**")
    assert visitor.locator("svg.network").is_visible()
    visitor.locator(".met-with th a").first.click()
    assert visitor.locator("h1").inner_text() != "Iskander Zaynurin"
    assert visitor.get_by_role("link", name="Iskander Zaynurin", exact=True).first.is_visible()


def test_filters_stand_open_beside_a_list_on_a_wide_screen(visitor):
    visitor.goto("/meetings")
    assert visitor.locator("#f-words").is_visible()
    assert not visitor.locator("label.folded").is_visible()
