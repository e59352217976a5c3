"""What the pages show: who said what, what is planned, where pages disagree, and the text behind every value."""

from __future__ import annotations

import hashlib
import html
import re

import pytest
from starlette.testclient import TestClient
from tests.desk.told import EVIL, PAGES

from muniment.desk.web import application
from muniment.desk.web.segments import Cited, parts
from muniment.facade import Record
from muniment.registers import REGISTERS
from muniment.terms import Block, Sentence
from muniment.terms.reading import SET_ASIDE_REASONS


def row_of(web, register, **slots):
    for row in web.get(f"/{register}.json").json()["rows"]:
        if all(row.get(name) == value for name, value in slots.items()):
            return row
    raise AssertionError(slots)


def document_of(web, name):
    source = next(s for r in web.get("/documents.json").json()["rows"] for s in r["sources"] if s.endswith(name))
    return web.get("/pages", params={"source": source}).headers["location"]


def marks_near(page, title):
    """The marks that stand with a title in a list: what is between it and the end of its cell."""
    cell = page[page.index(html.escape(title)) :].partition("</th>")[0]
    return re.findall(r'class="mark (\w+)"', cell)


def test_what_only_a_speaker_tells_is_marked_everywhere(web):
    row = row_of(web, "awards")
    assert row["attributed_to"] == "Ana Dol"
    for path in ("/", "/awards", f"/awards/{row['id']}", "/search?words=wick", document_of(web, "reported.txt")):
        page = web.get(path).text
        assert 'class="mark said"' in page, path
        assert "told by Ana Dol" in page, path
    assert "told by Ana Dol" not in web.get("/meetings").text


def test_statements_and_assessments_are_marked_as_said(web):
    assert "said by Ana Dol" in web.get("/statements").text
    assert "assessed by Ana Dol" in web.get("/situations").text
    assert "kept as said, not as fact" in web.get(f"/statements/{row_of(web, 'statements')['id']}").text


def test_a_speakers_word_for_one_action_of_a_text_is_marked_on_that_action(web):
    page = web.get(f"/instruments/{row_of(web, 'instruments', kind='treaty')['id']}").text
    steps = dict(re.findall(r"<strong>(.*?)</strong>(.*?)</li>", page.partition('class="steps"')[2], re.DOTALL))
    assert "told by Ana Dol" in steps["Ratified"]
    assert "told by" not in steps["Signed"]


def test_planned_drafted_and_announced_are_marked(web):
    assert "planned" in marks_near(web.get("/meetings").text, "Session of Wick Committee")
    assert "planned" not in marks_near(web.get("/meetings").text, "7th session of Council of the League")
    assert marks_near(web.get("/instruments").text, "Rules on Wicks") == ["planned", "draft"]
    assert "planned" in marks_near(web.get("/commitments").text, "lamps")
    page = web.get(f"/instruments/{row_of(web, 'instruments', kind='regulation')['id']}").text
    assert "To be considered" in page
    assert "<strong>Considered" not in page


def test_pages_that_disagree_are_shown_side_by_side(web):
    row = row_of(web, "meetings", ordinal=7)
    page = web.get(f"/meetings/{row['id']}").text
    box = page.partition('class="conflicts"')[2].partition("</section>")[0]
    assert "5 March 2024" in box
    assert "6 March 2024" in box
    assert set(re.findall(r"#claim-(\w+)", box)) == {
        claim[:16] for one in row["conflicts"]["start"] for claim in one["claims"]
    }
    assert "pages disagree" in web.get("/meetings").text
    assert "contradiction" in web.get("/gaps?as_of=2025-01-01").text


def test_ratification_is_shown_member_by_member(web):
    page = web.get(f"/instruments/{row_of(web, 'instruments', kind='treaty')['id']}").text
    table = page.partition('id="h-consents"')[2].partition("</section>")[0]
    told = re.findall(r"<th[^>]*row\">(.*?)</th>(.*?)</tr>", table, re.DOTALL)
    lines = {re.sub(r"\s*<.*", "", name): rest for name, rest in told}
    assert "told by Ana Dol" in lines["Graustark"], "it is only said"
    assert "February 2024" in lines["Graustark"]
    assert "passed at home" in lines["Graustark"]
    assert "passed at home" not in lines["Ruritania"]


def test_every_value_leads_to_the_quotation_and_back(web):
    row = row_of(web, "meetings", ordinal=7)
    page = web.get(f"/meetings/{row['id']}").text
    links = re.findall(r'href="(/pages/\w+)#(c-\w+-\d+)"', page)
    assert len(links) == row["evidence_count"]
    for address, anchor in links:
        text = web.get(address).text
        assert f'id="{anchor}"' in text
        claim = anchor.split("-")[1]
        assert f'href="/meetings/{row["id"]}#claim-{claim}"' in text
        assert f'id="claim-{claim}"' in page


def test_text_of_a_page_is_shown_whole_and_escaped(web):
    page = web.get(document_of(web, "announced.txt")).text
    article = page.partition("<article")[2].partition(">")[2].partition("</article>")[0]
    article = re.sub(r"<p class=\"why\">.*?</p>|<sup.*?</sup>", "", article)
    shown = html.unescape(re.sub(r"<[^>]+>", "", article)).split()
    assert shown == PAGES["announced.txt"].split()
    for path in ("/", "/commitments", "/instruments", "/search?words=script", "/gaps?as_of=2025-01-01"):
        answer = web.get(path).text
        assert "boo" in answer or path in ("/", "/gaps?as_of=2025-01-01")
        assert EVIL not in answer
        assert "<script>" not in answer
    assert EVIL not in page
    assert EVIL not in web.get("/search", params={"words": EVIL}).text
    assert EVIL not in web.get(f"/{EVIL}").text
    assert EVIL not in web.get("/meetings", params={"kind": EVIL}).text


def test_overlapping_spans_are_marked_and_all_named(web):
    page = web.get(document_of(web, "announced.txt")).text
    both = [m for m in re.findall(r'data-claims="([\d ]+)"', page) if " " in m]
    assert both
    notes = {int(n): address for n, address in re.findall(r'<li id="n-(\d+)".*?href="([^"]+)"', page, re.DOTALL)}
    for number in {int(n) for m in both for n in m.split()}:
        assert notes[number].startswith(("/instruments/", "/meetings/", "/commitments/"))


def test_unread_sentences_are_counted_marked_and_found_from_the_list(web):
    address = document_of(web, "announced.txt")
    page = web.get(address).text
    assert '<span class="unread">Nobody has a rule for this sentence here.</span>' in page
    link = re.search(rf'href="{address}#(u\d+)">Nobody has a rule', web.get("/unread").text)
    assert link
    assert f'id="{link[1]}"' in page
    count = len(re.findall(r'class="anchor" id="u', page))
    assert f"{count} unread." in page


def test_furniture_is_dimmed_with_its_reason(samples_web):
    page = samples_web.get(document_of(samples_web, "2023-03-14-foreign-ministers-to-meet-in-tolverik.txt")).text
    assert 'class="block teaser dim"' in page
    assert "eaders" not in page.partition('class="why"')[0]
    assert re.search(r'<p class="why">teaser: stands on \d+ other pages', page)
    assert re.search(r'title="navigation: [^"]+"', page)


def test_stubs_are_marked_as_stubs(samples_web):
    rows = [row for row in samples_web.get("/documents.json").json()["rows"] if row.get("stub")]
    assert rows
    page = samples_web.get(f"/documents/{rows[0]['id']}").text
    assert 'class="mark stub"' in page
    assert "the page itself is not in the record" in page
    assert "Read the page" not in page
    assert samples_web.get("/documents?stub=true").text.count('class="mark stub"') == len(rows)


def test_versions_of_an_edited_page_lead_to_each_other(samples_web):
    address = document_of(samples_web, "2025-06-05-session-of-heads-of-state-announced.txt")
    now = samples_web.get(address).text
    older = re.findall(r'<li><a href="(/pages/\w+)">1</a>', now)
    assert len(older) == 1
    then = samples_web.get(older[0]).text
    assert "This is an older version" in then
    assert f'href="{address}"' in then
    assert "Kitsuale" in then


def test_a_page_in_a_language_that_is_not_read_says_so(samples_web):
    page = samples_web.get(document_of(samples_web, "2025-03-31-reunion-du-conseil-permanent.txt")).text
    assert "is not read" in page
    assert 'lang="fr"' in page


def test_the_original_is_a_file_to_keep_with_the_bytes_as_they_were(samples_web):
    address = document_of(samples_web, "2023-06-07-communique-of-the-heads-of-state.html")
    answer = samples_web.get(f"{address}/original")
    assert hashlib.sha256(answer.content).hexdigest() == address.rpartition("/")[2]
    assert answer.headers["content-type"] == "text/plain"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    name = answer.headers["Content-Disposition"]
    assert name == 'attachment; filename="2023-06-07-communique-of-the-heads-of-state.html.txt"'


def test_a_document_as_data_has_text_blocks_and_claims(web):
    record = web.get(document_of(web, "reported.txt") + ".json").json()
    assert record["text"].startswith("The Council met")
    assert record["blocks"][0]["start"] == 0
    for claim in record["claims"]:
        for one in claim["evidence"]:
            assert record["text"][one["start"] : one["end"]] == one["quote"]


def test_a_row_as_data_carries_its_evidence(web):
    row = row_of(web, "meetings", ordinal=7)
    record = web.get(f"/meetings/{row['id']}.json").json()
    assert len(record["evidence"]) == record["evidence_count"]
    assert {one["claim"] for one in record["evidence"]} == set(record["claims"])


def test_coverage_names_every_reason_for_setting_aside(samples_web):
    page = samples_web.get("/status").text
    told = samples_web.get("/status.json").json()
    whole = told["read"] + sum(told["set_aside"].values()) + told["unread"]
    assert f"{100 * told['set_aside']['furniture'] / whole:.1f} %" in page
    for reason, meaning in SET_ASIDE_REASONS.items():
        assert f"Set aside: {reason}" in page
        assert html.escape(meaning) in page
    assert samples_web.get("/status.json").json()["not_read"] == {"fr": 1}


def test_facts_of_a_profile_say_so(samples_web):
    rows = [row for name in REGISTERS for row in samples_web.get(f"/{name}.json").json()["rows"]]
    row = next(row for row in rows if all(source.startswith("profile:") for source in row["sources"]))
    page = samples_web.get(f"/{row['register']}/{row['id']}").text
    assert 'class="mark profile"' in page
    assert re.search(r"profile samples, \w+\[\d+\]", page)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 9)], [("one two t", (1,)), ("hree", ())]),
        ([(0, 7), (4, 13)], [("one ", (1,)), ("two", (1, 2)), (" three", (2,))]),
        ([(0, 13), (4, 7)], [("one ", (1,)), ("two", (2, 1)), (" three", (1,))]),
        ([(4, 7), (4, 7)], [("one ", ()), ("two", (1, 2)), (" three", ())]),
        ([], [("one two three", ())]),
    ],
)
def test_text_is_cut_where_spans_begin_and_end(spans, expected):
    text = "one two three\n\n"
    cited = [Cited(start, end, number, f"c-{number}") for number, (start, end) in enumerate(spans, 1)]
    found = parts(text, [Block("paragraph", 0, len(text))], [Sentence(0, 13, "read")], cited)
    assert [(piece.text, piece.notes) for piece in found[0].pieces] == expected
    assert sorted(a for piece in found[0].pieces for a in piece.anchors) == sorted(span.anchor for span in cited)
    assert {n for piece in found[0].pieces for n in piece.closing} == {span.note for span in cited}


def test_spans_that_cross_blocks_and_white_space_keep_their_anchors_and_ends():
    text = "  one\n\n\n\ntwo \n\nthree"
    blocks = [Block("title", 0, 7), Block("paragraph", 7, 9), Block("teaser", 9, 15, "why"), Block("paragraph", 15, 20)]
    found = parts(text, blocks, [Sentence(2, 12, "unread")], [Cited(0, 14, 1, "a"), Cited(6, 20, 2, "b")])
    assert [part.kind for part in found] == ["title", "teaser", "paragraph"]
    assert [piece.text for part in found for piece in part.pieces] == ["one", "two", "three"]
    assert [piece.anchors for part in found for piece in part.pieces] == [("a",), ("b",), ()]
    assert [piece.closing for part in found for piece in part.pieces] == [(), (1,), (2,)]
    assert [piece.unread for part in found for piece in part.pieces] == ["u2", "", ""]
    assert [part.furniture for part in found] == [False, True, False]


def test_a_page_names_its_copies_and_its_versions_in_other_languages(tmp_path):
    text = "<p>The Council of the League met in Portmark on 5 May 2024 and heard a report of its eldest member.</p>"
    link = '<link rel="alternate" hreflang="fr" href="https://vessia.test/fr/1">'
    (tmp_path / "a.html").write_text(f"<html><head>{link}</head><body><h1>Council meets</h1>{text}</body></html>")
    (tmp_path / "b.html").write_text(f"<html><body><h1>Ministers heard a report</h1>{text}</body></html>")
    with Record.create(tmp_path / "record.db") as record:
        record.build([tmp_path], ["none"])
    with TestClient(application(tmp_path / "record.db")) as visitor:
        page = visitor.get("/pages", params={"source": str(tmp_path / "a.html")}).text
        elsewhere = page.partition('id="h-elsewhere"')[2].partition("</section>")[0]
        assert "Ministers heard a report" in elsewhere
        assert "https://vessia.test/fr/1 (not captured)" in elsewhere


def test_a_page_tells_when_it_was_changed_and_nothing_of_its_markup_reaches_the_browser(tmp_path):
    page = tmp_path / "visit.html"
    page.write_text(
        "<html lang=en><head><title>Visit to Arlen</title><meta property='article:published_time' content=2024-05-03>"
        "<meta property='article:modified_time' content=2024-05-06T10:00:00Z></head><body><h1>Visit to Arlen</h1>"
        "<p onclick='stealAll()'>The Council met in Arlen on 3 May 2024 and adopted a plan, "
        "<img src=x onerror='stealAll()'>&lt;script&gt;stealAll()&lt;/script&gt; it said.</p>"
        "<script>stealAll()</script><iframe src=//elsewhere.example></iframe></body></html>"
    )
    record = tmp_path / "record.db"
    with Record.create(record) as made:
        made.build([page], ["none"])
    with TestClient(application(record)) as client:
        shown = client.get("/pages", params={"source": str(page)})
        row = client.get("/documents.json").json()["rows"][0]
    assert "2024-05-06" in shown.text
    assert "html:meta[article:modified_time]" in shown.text
    assert (row["published"], row["modified"]) == ("2024-05-03", "2024-05-06")
    assert "&lt;script&gt;stealAll()" in shown.text
    for markup in ("<script>stealAll", "onclick=", "onerror=", "<iframe", "elsewhere.example"):
        assert markup not in shown.text
