"""The page that shows how a document was read, sentence by sentence."""

from __future__ import annotations

import re

import pytest

from muniment.clerk import explain as clerk_explain
from muniment.terms.explanation import EXPLANATION_VERSION, REFUSALS


def documents(web) -> list[str]:
    rows = web.get("/documents.json").json()["rows"]
    return [
        re.search(r'href="/pages/(\w+)"', web.get(f"/documents/{r['id']}").text)[1] for r in rows if not r.get("stub")
    ]  # type: ignore[index]


@pytest.fixture
def document(samples_web) -> str:
    """A page of the samples that tells of a good deal."""
    found = samples_web.get("/search.json?words=elected secretary general observer").json()
    row = next(one["id"] for one in found if one["register"] == "documents")
    return re.search(r'href="/pages/(\w+)"', samples_web.get(f"/documents/{row}").text)[1]  # type: ignore[index]


def test_a_document_leads_to_how_it_was_read_and_back(samples_web, document):
    assert f'href="/pages/{document}/reading"' in samples_web.get(f"/pages/{document}").text
    page = samples_web.get(f"/pages/{document}/reading")
    assert page.status_code == 200
    assert f'href="/pages/{document}"' in page.text
    assert page.text.count("<h1>") == 1


def test_every_page_of_the_record_shows_how_it_was_read(samples_web):
    found = documents(samples_web)
    assert len(found) >= 24
    for document in found:
        answer = samples_web.get(f"/pages/{document}/reading")
        assert answer.status_code == 200
        told = samples_web.get(f"/pages/{document}/reading.json").json()
        assert (told["changed"], told["otherwise"]) == ([], [])
        assert answer.text.count('<li class="step ') == len(told["sentences"])
        assert "brings the record up to date" not in answer.text


def test_each_sentence_shows_its_names_what_it_gave_and_what_refused(samples_web, document):
    text = samples_web.get(f"/pages/{document}/reading").text
    step = next(part for part in text.split('<li class="step ') if "unanimously elected" in part)
    assert re.search(r'<span class="named n-actor" title="person: Iskander Zaynurin">\s*Iskander Zaynurin', step)
    assert '<time datetime="2024-07-01">2024-07-01</time>' in step
    assert re.search(r'href="/tenures/\w+#claim-\w+">Iskander Zaynurin', step)
    assert "<code>tenures.chose</code>" in step
    assert "construction not there" in step
    assert '<span class="kind" title="' + REFUSALS["nothing"] in step
    heading = next(part for part in text.split('<li class="step ') if "heading.title" in part)
    assert "set aside as heading" in heading
    for reason in REFUSALS:
        assert f"<dt>{reason}</dt>" in text


def test_its_links_lead_to_rows_that_are_there(samples_web, document):
    text = samples_web.get(f"/pages/{document}/reading").text
    links = set(re.findall(r'href="(/\w+/\w+)#claim-(\w+)"', text))
    assert len(links) > 5
    for row, claim in links:
        assert f'id="claim-{claim}"' in samples_web.get(row).text


def test_furniture_is_folded_and_said_to_be_set_aside(samples_web, document):
    text = samples_web.get(f"/pages/{document}/reading").text
    assert re.search(r'<details class="run"><summary>\d+ sentences? set aside as furniture: navigation', text)


@pytest.mark.parametrize("only", ["read", "set_aside", "unread"])
def test_sentences_of_one_outcome_can_be_kept_to(samples_web, document, only):
    whole = samples_web.get(f"/pages/{document}/reading.json").json()["sentences"]
    kept = samples_web.get(f"/pages/{document}/reading.json?only={only}").json()["sentences"]
    assert kept == [one for one in whole if one["status"] == only]
    page = samples_web.get(f"/pages/{document}/reading?only={only}").text
    assert page.count('<li class="step ') == len(kept)
    assert kept or "No sentence of this page is" in page


def test_it_is_told_in_json_and_json_lines_and_not_in_csv(samples_web, document):
    told = samples_web.get(f"/pages/{document}/reading.json").json()
    assert told["reader"] == "en/1"
    assert told["profiles"]
    assert {one["version"] for one in told["sentences"]} == {EXPLANATION_VERSION}
    lines = samples_web.get(f"/pages/{document}/reading.jsonl").text.splitlines()
    assert len(lines) == len(told["sentences"])
    assert samples_web.get(f"/pages/{document}/reading.csv").status_code == 400


def test_what_cannot_be_asked_for_is_refused(samples_web, document):
    refused = samples_web.get(f"/pages/{document}/reading.json?only=boring")
    assert refused.status_code == 400
    assert refused.json()["hint"] == "There are: read, set_aside, unread."
    assert samples_web.get(f"/pages/{document}/reading?onyl=read").status_code == 400
    assert samples_web.get(f"/pages/{'0' * 64}/reading").status_code == 404


def test_another_grammar_is_told_on_the_page(samples_web, document, monkeypatch):
    monkeypatch.setattr(clerk_explain, "grammar_hash", lambda: "another")
    text = samples_web.get(f"/pages/{document}/reading").text
    assert "the grammar is another now" in text
    assert "Every sentence has the same outcome in the record." in text


def test_sentences_with_another_outcome_in_the_record_are_marked(web):
    found = {document: web.get(f"/pages/{document}/reading.json").json() for document in documents(web)}
    document, told = next((document, told) for document, told in found.items() if told["otherwise"])
    page = web.get(f"/pages/{document}/reading").text
    assert page.count("otherwise in the record") == len(told["otherwise"])
    assert "brings the record up to date" in page


def test_text_from_elsewhere_is_escaped(web):
    for document in documents(web):
        page = web.get(f"/pages/{document}/reading").text
        assert "<script>alert" not in page
    assert any("&lt;script&gt;alert" in web.get(f"/pages/{one}/reading").text for one in documents(web))


def test_an_unread_sentence_leads_to_why(samples_web):
    text = samples_web.get("/unread").text
    links = re.findall(r'class="why-not"[^>]* href="(/pages/\w+/reading)#(s\d+)"', text)
    assert links
    for address, anchor in links[:4]:
        page = samples_web.get(address).text
        assert f'<li class="step unread" id="{anchor}">' in page


def test_a_page_in_a_language_that_is_not_read_says_so(samples_web):
    row = next(r for r in samples_web.get("/documents.json").json()["rows"] if r.get("language") == "fr")
    document = re.search(r'href="/pages/(\w+)"', samples_web.get(f"/documents/{row['id']}").text)[1]  # type: ignore[index]
    text = samples_web.get(f"/pages/{document}/reading").text
    assert "The language of this page (fr) is not read." in text
    assert "set aside as language" in text
