"""A claim's words are quoted with their source: as a page, as text, and by a button that copies."""

from __future__ import annotations

import re

from starlette.testclient import TestClient
from tests.desk.browsing import NEEDS_BROWSER, visiting


def claim_of(visitor: TestClient, register: str) -> dict:
    row = visitor.get(f"/{register}.json?limit=1").json()["rows"][0]["id"]
    link = re.search(r'href="/claims/([0-9a-f]+)/quote"', visitor.get(f"/{register}/{row}").text)
    return visitor.get(f"/claims/{link[1]}.json").json()


def test_a_row_leads_to_its_words_with_their_source(samples_web: TestClient):
    claim = claim_of(samples_web, "awards")
    one = claim["evidence"][0]
    told = samples_web.get(f"/claims/{claim['id']}/quote.txt")
    assert told.headers["content-type"].startswith("text/plain")
    words = " ".join(one["quote"].split())
    assert told.text.startswith(f"“{words}”\n")
    assert f"/pages/{one['document']}#c-{claim['id'][:16]}-0, SHA-256 {one['document']}" in told.text
    page = samples_web.get(f"/claims/{claim['id']}/quote").text
    assert f'href="/awards/{claim["row"]}#claim-{claim["id"][:16]}"' in page
    anchor = f"c-{claim['id'][:16]}-0"
    assert f'id="{anchor}"' in samples_web.get(f"/pages/{one['document']}").text


def test_what_rests_on_no_words_or_is_asked_in_another_form_is_told_so(samples_web: TestClient):
    claim = claim_of(samples_web, "awards")
    assert samples_web.get(f"/claims/{claim['id']}/quote.bib").status_code == 404
    assert samples_web.get("/claims/ffff/quote").status_code == 404
    rows = samples_web.get("/bodies.json?limit=50").json()["rows"]
    stated = next(row for row in rows if "/quote" not in samples_web.get(f"/bodies/{row['id']}").text)
    assert samples_web.get(f"/claims/{stated['claims'][0]}/quote").status_code == 404


@NEEDS_BROWSER
def test_a_button_copies_the_words_with_their_source(browser, samples_site):
    with visiting(browser, samples_site, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto("/awards")
        page.locator("tbody [data-step]").first.click()
        page.locator(".from .quote").first.click()
        shown = page.locator("pre.cited").first.inner_text()
        page.get_by_role("button", name="Copy").first.click()
        page.get_by_role("button", name="Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == shown
        assert page.faults == []


@NEEDS_BROWSER
def test_without_scripts_there_is_no_button_and_the_words_are_there(browser, samples_site):
    with visiting(browser, samples_site, java_script_enabled=False) as page:
        page.goto("/awards")
        page.locator("tbody [data-step]").first.click()
        page.locator(".from .quote").first.click()
        page.locator("pre.cited").first.wait_for()
        assert page.locator("[data-copy]:visible").count() == 0


@NEEDS_BROWSER
def test_a_sign_reached_by_keyboard_tells_its_dates_under_the_matrix(browser, samples_site):
    with visiting(browser, samples_site) as page:
        page.goto("/treaties")
        page.locator(".matrix .stage").nth(3).focus()
        assert "Consented: 5 March 2024" in page.locator("[data-pointed]").inner_text()
        page.locator(".matrix .stage").nth(0).hover()
        assert page.locator("[data-pointed]").inner_text().startswith("Bashtul: ")
