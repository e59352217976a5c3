"""Search: what it finds in each register, by structure, kept searches and their feeds; and how a row is cited."""

from __future__ import annotations

import hashlib
import json
import re
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import pytest

from muniment.desk.web.citing import FORMS as CITED_AS
from muniment.desk.web.citing import Cited, content_hash
from muniment.desk.web.feeds import Item, feed_text
from muniment.facade import Record
from muniment.registers import REGISTERS

ATOM = "{http://www.w3.org/2005/Atom}"


def test_every_register_with_hits_is_counted_and_leads_to_its_hits(samples_web):
    page = samples_web.get("/search?words=council").text
    assert re.search(r'href="/search\?words=council&amp;register=meetings">Meetings</a> <span class="muted">11<', page)
    within = samples_web.get("/search?words=council&register=meetings").text
    assert "All 11 as a list" in within
    held = re.search(r'href="(/meetings\?words=council&amp;status=held)">held</a> <span class="muted">(\d+)<', within)
    listed = samples_web.get(held[1].replace("&amp;", "&") + "&format=json").json()
    assert listed["total"] == int(held[2]) > 0


def test_hits_tell_their_date_and_how_many_pages_tell_of_them(samples_web):
    page = samples_web.get("/search?words=coordinating+council&register=meetings").text
    assert re.search(r"<time[^>]*>September 2025</time>,\s*1 page", page)


def test_pages_found_stand_under_the_act_that_they_tell_of(samples_web, sample_record):
    page = samples_web.get("/search?words=marine+casualties").text
    told = samples_web.get("/search.json?words=marine+casualties").json()
    folded = [hit for hit in told if hit["act"]]
    assert folded
    with Record.open(sample_record) as record:
        for hit in folded:
            act = record.row(*hit["act"].split("/"))
            pages = {
                document for telling in record.row("documents", hit["id"]).tellings for document in telling.documents
            }
            assert pages & {document for telling in act.tellings for document in telling.documents}
            assert page.index(f'/{hit["act"]}"') < page.index(f'/documents/{hit["id"]}"')
    assert {hit["act"] for hit in told if hit["register"] != "documents"} == {""}
    assert samples_web.get("/search.csv?words=marine+casualties").text.splitlines()[0].endswith("snippet,act")


def test_acts_stand_in_the_order_of_the_search_whatever_register_they_are_of(samples_web):
    page = samples_web.get("/search?words=council").text
    told = samples_web.get("/search.json?words=council").json()
    acts = [f'href="/{hit["register"]}/{hit["id"]}"' for hit in told if hit["register"] != "documents"]
    assert [page.index(act) for act in acts] == sorted(page.index(act) for act in acts)


def test_a_list_is_narrowed_by_every_slot_that_is_indexed(samples_web):
    page = samples_web.get("/meetings").text
    assert {"participants", "ordinal", "chair"} & set(re.findall(r'id="f-[\w-]+" name="(\w+)"', page))
    assert '<details class="more-slots"><summary>' in page
    narrowed = samples_web.get("/meetings?ordinal=14").text
    assert '<details class="more-slots" open>' in narrowed
    assert 'value="14" list="v-ordinal"' in narrowed
    for register in REGISTERS:
        for slot in re.findall(
            r'id="f-[\w-]+" name="(\w+)" (?:value="[^"]*" )?list=', samples_web.get(f"/{register}").text
        ):
            assert samples_web.get(f"/{register}", params={slot: "x"}).status_code == 200, (register, slot)


def test_a_register_is_asked_by_its_slots_through_a_form(samples_web):
    page = samples_web.get("/search?by=meetings").text
    names = re.findall(r'id="q-[\w-]+" name="(\w+)"', page)
    assert {"words", "kind", "bodies", "participants", "ordinal", "since", "until"} <= set(names)
    for name in names:
        value = {"since": "2024", "until": "2024", "kind": "session", "status": "held", "mode": "hybrid",
                 "format": "plenary", "ordinal": "14"}.get(name, "x")  # fmt: skip
        assert samples_web.get("/meetings", params={name: value}).status_code == 200, name
    assert samples_web.get("/search?by=nothing").status_code == 404


def test_texts_are_asked_for_by_who_acted_on_them_and_from_when(samples_web):
    offered = re.search(r'<datalist id="v-by">(.*?)</datalist>', samples_web.get("/search?by=instruments").text)[1]
    assert 'value="LSCO Council of Heads of State"' in offered
    asked = {"by": "LSCO Council of Heads of State", "kind": "decision", "status": "adopted", "since": "2020"}
    rows = samples_web.get("/instruments.json", params=asked).json()["rows"]
    assert rows
    for row in rows:
        assert any("LSCO Council of Heads of State" in act.get("by", ()) for act in row["actions"])


def test_a_search_is_kept_in_a_cookie_of_this_site_and_forgotten_again(samples_web):
    answer = samples_web.get("/search/keep", params={"search": "/search?words=flood"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/search")
    samples_web.get("/search/keep", params={"search": "/meetings?status=held&words=council"})
    page = samples_web.get("/search").text
    assert page.index("held, “council”, Meetings") < page.index("“flood”, everywhere")
    assert 'href="/meetings.atom?status=held&amp;words=council"' in page
    samples_web.get("/search/keep", params={"search": "/search?words=flood", "drop": "yes"})
    assert "“flood”" not in samples_web.get("/search").text


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/", "//elsewhere.example", "/gaps", "/pages/x", "search"]
)
def test_only_searches_of_this_site_are_kept(samples_web, address):
    assert samples_web.get("/search/keep", params={"search": address}).status_code == 400


@pytest.mark.parametrize(
    "kept", ["nonsense", '["https://elsewhere.example/"]', "{}", "[1,2]", '["/search?words=a\\n"]']
)
def test_a_cookie_that_holds_no_searches_is_passed_over(samples_web, kept):
    samples_web.cookies.set("searches", quote(kept, safe=""))
    page = samples_web.get("/search")
    assert page.status_code == 200
    assert "elsewhere" not in page.text
    assert "Kept searches" not in page.text


def test_no_more_searches_are_kept_than_a_cookie_holds(samples_web):
    for number in range(30):
        samples_web.get("/search/keep", params={"search": f"/search?words={number}" + "x" * 150})
    cookie = samples_web.cookies["searches"].strip('"')
    assert len(cookie) < 4000
    kept = json.loads(unquote(cookie))
    assert kept[0].startswith("/search?words=29")
    assert 5 < len(kept) <= 20


def entries(text: bytes) -> list[dict[str, str]]:
    root = ElementTree.fromstring(text)
    assert root.tag == f"{ATOM}feed"
    return [
        {one.tag.removeprefix(ATOM): one.text or one.get("href", "") for one in entry}
        for entry in root.findall(f"{ATOM}entry")
    ]


def test_a_feed_has_what_the_search_finds_the_last_filed_on_first(samples_web):
    answer = samples_web.get("/search.atom?words=council&register=meetings")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    found = entries(answer.content)
    assert len(found) == 11
    assert [one["updated"] for one in found] == sorted((one["updated"] for one in found), reverse=True)
    assert all(re.fullmatch(r"urn:muniment:meetings:[0-9a-f]{16}", one["id"]) for one in found)
    assert all(one["link"].startswith("http://testserver/meetings/") for one in found)
    root = ElementTree.fromstring(answer.content)
    links = {one.get("rel"): one.get("href") for one in root.findall(f"{ATOM}link")}
    assert links["self"] == root.find(f"{ATOM}id").text == str(answer.url)
    assert samples_web.get("/search.atom?words=council&register=meetings").content == answer.content


def test_a_narrowed_list_is_a_feed_too(samples_web):
    found = entries(samples_web.get("/meetings.atom?status=announced").content)
    assert len(found) == samples_web.get("/meetings.json?status=announced").json()["total"]
    assert samples_web.get("/meetings.atom?status=heldd").status_code == 400
    assert samples_web.get("/nothing.atom").status_code == 404
    assert entries(samples_web.get("/search.atom").content) == []


def test_a_feed_holds_nothing_that_xml_cannot(web):
    text = feed_text(
        "a\x00b & <c>", "http://a/", "http://a/", [Item("urn:x", "\ufffe\x1b<t>", "http://a/1", "", "", "")], ""
    )
    root = ElementTree.fromstring(text)
    assert root.find(f"{ATOM}title").text == "ab & <c>"
    assert root.find(f"{ATOM}entry/{ATOM}title").text == "<t>"


def test_a_row_is_cited_with_its_address_the_hash_of_its_content_and_the_head(samples_web, sample_record):
    row = samples_web.get("/meetings.json?limit=1").json()["rows"][0]
    page = samples_web.get(f"/meetings/{row['id']}/cite")
    with Record.open(sample_record) as record:
        found = record.row("meetings", row["id"])
        digest = content_hash(found)
        plain = json.dumps(found.record(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        assert digest == hashlib.sha256(plain.encode("utf-8")).hexdigest(), "as the documentation says it is computed"
        head = record.head()
    for suffix, (_, media) in CITED_AS.items():
        cited = samples_web.get(f"/meetings/{row['id']}/cite.{suffix}")
        assert cited.headers["content-type"].startswith(media)
        for told in (f"http://testserver/meetings/{row['id']}", digest, head):
            assert told.replace("_", "\\_") in cited.text.replace("\\\\", "\\") or told in cited.text, (suffix, told)
    assert digest in page.text
    assert f'href="/meetings/{row["id"]}/cite"' in samples_web.get(f"/meetings/{row['id']}").text
    assert samples_web.get(f"/meetings/{row['id']}/cite.doc").status_code == 404


TOLD = Cited("muniment-x-1", "Ports & {piers}_100%", "meeting", "Meetings", "2031-05", "http://a/x/1", "1:ff", "ab",
             "2031-06-07", ["pages/a.txt"])  # fmt: skip


def test_a_row_says_which_of_its_addresses_is_the_permanent_one(samples_web):
    row = samples_web.get("/meetings.json?limit=1").json()["rows"][0]["id"]
    for address in (f"/meetings/{row}", f"/meetings/{row[:8]}", f"/meetings/{row}?from=0"):
        assert f'<link rel="canonical" href="/meetings/{row}">' in samples_web.get(address).text


def test_bibtex_escapes_what_tex_takes_otherwise():
    text = CITED_AS["bib"][0](TOLD)
    assert "title = {{Ports \\& \\{piers\\}\\_100\\%}}" in text
    assert "year = {2031}" in text
    assert "month = {5}" in text


def test_ris_has_a_type_first_an_end_last_and_one_line_for_each_tag():
    lines = CITED_AS["ris"][0](TOLD).split("\r\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-2].startswith("ER  -")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines[:-1])
    assert "DA  - 2031/05" in lines


def test_csl_json_states_dates_no_more_precisely_than_they_are_known():
    (item,) = json.loads(CITED_AS["csl"][0](TOLD))
    assert item["issued"] == {"date-parts": [[2031, 5]]}
    assert item["accessed"] == {"date-parts": [[2031, 6, 7]]}
    assert item["type"] == "webpage"
