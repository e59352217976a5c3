"""The site's languages: chosen by a link or asked for by the browser, and whole on every page."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient
from tests.desk.browsing import NEEDS_BROWSER, visiting

from muniment.desk.web import spoken
from muniment.desk.web.catalogue import SPOKEN, keys, languages, say
from muniment.desk.web.navigation import RECORD, SECTIONS
from muniment.registers import REGISTERS

PLACES = ["/", *(place.address for place in (*SECTIONS, *RECORD)), *(f"/{name}" for name in REGISTERS)]
OTHERS = [name for name in languages() if name != "en"]


@pytest.fixture(params=OTHERS)
def other(request) -> str:
    return request.param


def test_there_is_more_than_one_language():
    assert OTHERS


def test_what_the_browser_asks_for_is_spoken(web: TestClient, other):
    page = web.get("/meetings", headers={"accept-language": f"{other}, en;q=0.5"})
    assert page.headers["content-language"] == other
    assert f'<html lang="{other}"' in page.text
    assert "Accept-Language" in page.headers["vary"]
    assert '<html lang="en"' in web.get("/meetings", headers={"accept-language": "xx"}).text


def test_a_language_is_chosen_by_a_link_and_kept_in_a_cookie_of_this_site(web: TestClient, other):
    page = web.get("/meetings?status=held").text
    link = re.search(rf'href="(/language\?language={other}&amp;back=[^"]*)"[^>]*>([^<]*)<', page)
    assert link[2] == keys(other)["frame.own_name"]
    answer = web.get(link[1].replace("&amp;", "&"))
    assert (answer.status_code, answer.headers["location"]) == (303, "/meetings?status=held")
    assert web.get("/names", headers={"accept-language": "en"}).headers["content-language"] == other
    web.get("/language?language=en&back=/")
    assert web.get("/names", headers={"accept-language": other}).headers["content-language"] == "en"


def test_a_language_without_words_and_a_page_of_elsewhere_are_refused(web: TestClient):
    assert web.get("/language?language=xx").status_code == 400
    assert web.get("/language?language=en&back=https://elsewhere.example").status_code == 400


@pytest.mark.parametrize("path", PLACES)
def test_every_page_is_shown_in_every_language(samples_web: TestClient, other, path):
    page = samples_web.get(path, headers={"accept-language": other})
    assert page.status_code == 200
    assert str(keys(other)["frame.skip"]) in page.text
    assert str(keys()["frame.skip"]) not in page.text


def test_rows_proofs_dossiers_and_errors_are_shown_in_every_language(samples_web: TestClient, other):
    asked = {"accept-language": other}
    for name in REGISTERS:
        row = samples_web.get(f"/{name}.json?limit=1").json()["rows"][0]["id"]
        for page in ("", "/proof", "/dossier", "/cite"):
            assert samples_web.get(f"/{name}/{row}{page}", headers=asked).status_code == 200
    wrong = samples_web.get("/meetings?page=x", headers=asked)
    assert wrong.status_code == 400
    assert str(keys()["errors.bad-number.what"]).partition("{")[2].partition("}")[2][:12] not in wrong.text


def test_registers_slots_and_closed_values_are_called_by_the_catalogue(samples_web: TestClient):
    page = samples_web.get("/meetings", headers={"accept-language": "fr"}).text
    for told in ("<h1>Réunions</h1>", ">Lieu</", ">tenue</", "24 réunions"):
        assert told in page, told
    for told in (">Place</", ">held</", "Meetings</a>", "24 meetings"):
        assert told not in page, told
    row = samples_web.get("/meetings.json?limit=1").json()["rows"][0]["id"]
    page = samples_web.get(f"/meetings/{row}", headers={"accept-language": "fr"}).text
    assert '<dt title="De quelle sorte de réunion il s’agit.">Genre</dt>' in page


def test_what_is_covered_is_told_in_the_language_of_the_page(samples_web: TestClient):
    told = samples_web.app.state.room.record.status().line()
    page = samples_web.get("/meetings").text
    assert told in page
    page = samples_web.get("/meetings", headers={"accept-language": "fr"}).text
    assert told not in page
    assert " phrases : " in page


def test_why_sentences_give_no_claim_and_what_can_be_asked_in_sql_is_told_in_the_language_of_the_page(samples_web):
    asked = {"accept-language": "fr"}
    assert "une salutation, un remerciement" in samples_web.get("/status", headers=asked).text
    document = re.search(r"/pages/[0-9a-f]{64}", samples_web.get("/unread").text)[0]
    page = samples_web.get(f"{document}/reading", headers=asked).text
    assert "la tournure y est, et ses mots la nient" in page
    assert "its words deny it" not in page
    views = samples_web.get("/sql", headers=asked).text
    assert "Où elle en est, en droit" in views
    assert "the row&#39;s id" in views


def test_programs_are_told_the_same_in_every_language(samples_web: TestClient, other):
    for path in ("/meetings.json", "/meetings.csv", "/schema/meetings.json", "/registers.json", "/treaties.csv"):
        assert samples_web.get(path, headers={"accept-language": other}).text == samples_web.get(path).text


def test_a_value_of_no_closed_list_is_said_with_blanks_for_its_underscores(other):
    spoken_in = SPOKEN.set(other)
    assert spoken.value("not_in_any_list") == "not in any list"
    assert spoken.value("not_adopted") != "not adopted"
    SPOKEN.reset(spoken_in)
    assert spoken.value("not_adopted") == "not adopted"


def test_french_says_one_of_none_and_parts_thousands_with_a_narrow_blank():
    spoken = SPOKEN.set("fr")
    assert say("frame.counted.claim", count=0) == "0 affirmation"
    assert say("frame.counted.claim", count=2) == "2 affirmations"
    assert say("frame.counted.claim", count=12_345) == "12\u202f345 affirmations"
    SPOKEN.reset(spoken)
    assert say("frame.counted.claim", count=0) == "0 claims"


def test_no_text_of_another_language_is_left_as_the_first_has_it(other):
    words = re.compile(r"\b(?:the|and|that|which|page tells|of it)\b")
    told = {}
    for key, text in keys(other).items():
        for form in text.values() if isinstance(text, dict) else [text]:
            if found := words.findall(re.sub(r"`[^`]*`", "", form)):
                told[key] = found
    assert told == {}


@NEEDS_BROWSER
def test_no_page_is_wider_than_a_phone_in_another_language(browser, samples_site, other):
    with visiting(browser, samples_site, viewport={"width": 390, "height": 844}, locale=other) as page:
        for path in ("/", "/meetings", "/treaties", "/promises", "/network", "/search?words=council", "/status"):
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert page.faults == []
