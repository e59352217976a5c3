"""Every address of the site: what it answers, in which forms, with which headers, and what it refuses."""

from __future__ import annotations

import csv
import io
import json

import pytest

from muniment.desk.answers import SECURITY
from muniment.desk.web import application
from muniment.desk.web.lists import columns_of, sorts_of
from muniment.errors import LedgerError
from muniment.facade import Record
from muniment.registers import REGISTERS
from muniment.registers.tables import csv_header

WHOLE = (
    "/",
    "/search",
    "/search?words=council",
    "/gaps",
    "/gaps?as_of=2025-01-01",
    "/promises",
    "/agendas",
    "/offices",
    "/duties",
    "/states",
    "/deployments",
    "/formulas",
    "/unread",
    "/status",
    "/sources",
    "/about",
)


@pytest.mark.parametrize("path", [*WHOLE, *(f"/{name}" for name in REGISTERS)])
def test_every_page_answers_with_the_head_the_coverage_and_the_security_headers(samples_web, path):
    answer = samples_web.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    head = samples_web.get("/status.json").json()["head"]
    assert answer.headers["Muniment-Head"] == head
    for name, value in SECURITY.items():
        assert answer.headers[name] == value
    assert samples_web.get("/status.json").json()["line"].split(";")[0] in answer.text or path == "/status"
    assert head[:20] in answer.text


@pytest.mark.parametrize("path", ["/", "/meetings", "/meetings.csv", "/nowhere", "/static/style.css", "/meetings?x=1"])
def test_no_answer_lets_foreign_code_run(web, path):
    policy = web.get(path).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert web.get(path).headers["X-Content-Type-Options"] == "nosniff"


def test_every_row_and_document_of_the_samples_is_shown(samples_web):
    for name in REGISTERS:
        for row in samples_web.get(f"/{name}.json").json()["rows"]:
            answer = samples_web.get(f"/{name}/{row['id']}")
            assert answer.status_code == 200, row
            assert answer.text.count("<h1>") == 1
    for document in {one["document"] for one in samples_web.get("/unread.json?limit=9999").json()}:
        assert samples_web.get(f"/pages/{document}").status_code == 200


@pytest.mark.parametrize("name", list(REGISTERS))
def test_a_list_is_the_same_in_every_form(samples_web, name):
    told = samples_web.get(f"/{name}.json")
    assert told.headers["content-type"] == "application/json"
    body = told.json()
    assert body["head"] == told.headers["Muniment-Head"]
    assert body["total"] == len(body["rows"]) == samples_web.get("/status.json").json()["rows"].get(name, 0)
    lines = samples_web.get(f"/{name}.jsonl").text.splitlines()
    assert [json.loads(line) for line in lines] == body["rows"]
    table = list(csv.reader(io.StringIO(samples_web.get(f"/{name}.csv").text)))
    assert table[0] == csv_header(REGISTERS[name])
    assert [line[0] for line in table[1:]] == [row["id"] for row in body["rows"]]
    assert samples_web.get(f"/{name}.csv").headers["Muniment-Head"] == body["head"]


@pytest.mark.parametrize(
    ("headers", "query", "media"),
    [
        ({"accept": "application/json"}, "", "application/json"),
        ({"accept": "text/csv"}, "", "text/csv"),
        ({"accept": "text/html,application/json"}, "", "text/html"),
        ({"accept": "text/html"}, "?format=jsonl", "application/x-ndjson"),
        ({"accept": "*/*"}, "", "text/html"),
    ],
)
def test_the_form_is_negotiated_at_one_address(web, headers, query, media):
    answer = web.get(f"/meetings{query}", headers=headers)
    assert answer.headers["content-type"].startswith(media)
    assert "Accept" in answer.headers["Vary"]


def test_a_suffix_works_on_every_page_about_the_whole(web):
    assert web.get("/gaps.json?as_of=2025-01-01").json()
    assert web.get("/gaps.csv?as_of=2025-01-01").text.startswith("kind,register,row,since,text,rule_source\n")
    assert "Nobody has a rule" in web.get("/unread.csv").text
    assert web.get("/unread.jsonl").text.count("\n") == web.get("/status.json").json()["unread"]
    assert web.get("/search.json?words=lamps").json()[0]["register"] == "instruments"
    assert web.get("/about.json").json()["text"].startswith("# What Muniment takes as fact")


@pytest.mark.parametrize("name", list(REGISTERS))
def test_every_offered_order_and_filter_works(samples_web, name):
    register = REGISTERS[name]
    orders = [order for order, _ in sorts_of(register)]
    for order in [*orders, *(f"-{order.lstrip('-')}" for order in orders)]:
        assert samples_web.get(f"/{name}", params={"sort": order}).status_code == 200, order
    page = samples_web.get(f"/{name}").text
    for slot in register.filters:
        if f'name="{slot}"' in page:
            field = register.field(slot)
            value = field.values[-1] if field.values else "true" if field.type == "flag" else "nothing has this"
            assert samples_web.get(f"/{name}", params={slot: value}).status_code == 200, slot
            assert not field.values or samples_web.get(f"/{name}", params={slot: "no such"}).status_code == 400


def test_filters_narrow_and_their_counts_are_right(samples_web):
    with_status = samples_web.get("/instruments.json?status=signed").json()
    assert with_status["rows"]
    assert {row["status"] for row in with_status["rows"]} == {"signed"}
    assert f"signed ({with_status['total']})" in samples_web.get("/instruments").text


def test_words_dates_and_filters_combine(web):
    assert web.get("/meetings.json?words=committee").json()["total"] == 1
    assert web.get("/meetings.json?words=committee&status=held").json()["total"] == 0
    assert web.get("/meetings.json?since=2024-09").json()["total"] == 1
    assert web.get("/meetings.json?until=2024").json()["total"] == 2
    page = web.get("/meetings?words=committee&since=2024").text
    assert "“committee”" in page
    assert "from 2024" in page
    assert "no meeting" not in page.lower()


def test_an_empty_list_says_that_silence_proves_nothing(web):
    page = web.get("/operations").text
    assert "what the pages below tell, not what happened" in page
    assert "Covered:" in page


def test_sorting_turns_around(web):
    up = [row["id"] for row in web.get("/meetings.json?sort=date").json()["rows"]]
    down = [row["id"] for row in web.get("/meetings.json?sort=-date").json()["rows"]]
    assert up == down[::-1]
    assert up != down
    assert 'aria-sort="descending"' in web.get("/meetings").text
    assert 'aria-sort="ascending"' in web.get("/meetings?sort=date").text


def test_pages_of_a_list_follow_each_other_and_lose_no_row(samples_web):
    everything = samples_web.get("/statements.json").json()
    assert everything["total"] > 12
    first = samples_web.get("/statements.json?limit=5")
    assert 'rel="next"' in first.headers["Link"]
    assert first.headers["Muniment-Total"] == str(everything["total"])
    seen, link = [row["id"] for row in first.json()["rows"]], first.headers["Link"]
    while link:
        answer = samples_web.get(link.partition(">")[0].lstrip("<"))
        seen += [row["id"] for row in answer.json()["rows"]]
        link = answer.headers.get("Link", "")
    assert seen == [row["id"] for row in everything["rows"]]
    page = samples_web.get("/statements?limit=5&page=2").text
    assert "page 2 of" in page
    assert 'rel="prev"' in page


@pytest.mark.parametrize(
    "query",
    [
        "nothing=1", "sort=nothing", "sort=text-", "page=-1", "page=x", "page=99999999999999999999", "limit=1e3",
        "limit=99999999", "offset=%00", "since=yesterday", "until=2024-13", "until=2024-02-30", "format=xml",
        "limit=%D9%A3", "where=kind",
    ],
)  # fmt: skip
def test_a_bad_query_is_told_in_one_line_with_what_next(web, query):
    answer = web.get(f"/meetings?{query}")
    assert answer.status_code == 400, answer.text
    assert answer.text.count("<h1>") == 1
    told = web.get(f"/meetings.json?{query}")
    if query != "format=xml":
        assert told.status_code == 400
        assert set(told.json()) == {"error", "what", "where", "hint"}
        assert told.json()["hint"]


@pytest.mark.parametrize(
    "query",
    [
        "words=%22%27)(*",
        "words=" + "x" * 4000,
        "words=%F0%9F%92%A1",
        "place=%00",
        "page=0",
        "limit=0",
        "words=%ff",
    ],
)
def test_odd_queries_are_answered(web, query):
    assert web.get(f"/meetings?{query}").status_code == 200


@pytest.mark.parametrize(
    "path", ["/gaps?as_of=2024", "/gaps?as_of=soon", "/?as_of=2024-02-30", "/search?register=x&words=a"]
)
def test_bad_days_and_registers_are_refused(web, path):
    assert web.get(path).status_code in (400, 404)


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere", "/meetings/0000000000000000", "/nowhere/0000000000000000", "/pages/" + "0" * 64, "/claims/none",
        "/pages/" + "0" * 64 + "/original", "/pages?source=nowhere", "/meetings/../../etc/passwd", "/a/b/c/d",
        "/static/nothing.css", "/search.xml/x",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_404_with_what_next(web, path):
    answer = web.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.text
    assert answer.headers["Content-Security-Policy"]


def test_errors_of_data_addresses_have_the_one_json_body(web):
    for path in ("/meeting.json", "/meetings/0000000000000000.json", "/nowhere/x/y.json"):
        answer = web.get(path)
        assert answer.status_code == 404
        assert set(answer.json()) == {"error", "what", "where", "hint"}
    assert web.get("/meeting.json").json()["hint"] == "Did you mean 'meetings'?"
    assert web.get("/nowhere", headers={"accept": "application/json"}).json()["error"] == "unknown-register"


def test_the_site_is_only_read(web):
    answer = web.post("/meetings", data={"kind": "session"})
    assert answer.status_code == 405
    assert "only read" in answer.text
    assert web.head("/meetings").status_code == 200


def test_a_claim_leads_to_its_row_and_is_data_too(web):
    row = web.get("/awards.json").json()["rows"][0]
    claim = row["claims"][0]
    answer = web.get(f"/claims/{claim}")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/awards/{row['id']}#claim-{claim[:16]}"
    assert f'id="claim-{claim[:16]}"' in web.get(f"/awards/{row['id']}").text
    assert web.get(f"/claims/{claim}.json").json()["attributed_to"] == "Ana Dol"


def test_a_file_that_is_no_record_is_refused_at_once(tmp_path):
    (tmp_path / "x.db").write_text("nothing of ours", encoding="utf-8")
    with pytest.raises(LedgerError):
        application(tmp_path / "x.db")
    with pytest.raises(LedgerError):
        application(tmp_path / "nowhere.db")


def test_an_empty_record_is_shown(tmp_path):
    from starlette.testclient import TestClient

    Record.create(tmp_path / "new.db").close()
    with TestClient(application(tmp_path / "new.db")) as client:
        for path in (*WHOLE, *(f"/{name}" for name in REGISTERS)):
            assert client.get(path).status_code == 200, path


def test_every_register_shows_a_title_and_its_dates():
    for register in REGISTERS.values():
        shown = {field.name for field in columns_of(register)}
        for name in register.columns:
            if register.field(name).type == "date":
                assert name in shown


def test_no_register_has_the_name_of_a_page():
    assert not set(REGISTERS) & {"search", "gaps", "unread", "status", "about", "pages", "claims", "static"}


def test_what_is_filed_while_the_site_is_up_is_shown(told_record, tmp_path):
    from starlette.testclient import TestClient

    path = tmp_path / "own.db"
    path.write_bytes(told_record.read_bytes())
    with TestClient(application(path)) as client:
        before = client.get("/awards")
        row = client.get("/awards.json").json()["rows"][0]["id"]
        with Record.open(path) as record:
            record.correct("awards", row, {"recipient": "Fritz von Tarlenheim"}, "registry", "note 3/2024")
        after = client.get(f"/awards/{row}")
        assert "Fritz von Tarlenheim" in after.text
        assert "note 3/2024" in after.text
        assert "corrected" in after.text
        assert after.headers["Muniment-Head"] != before.headers["Muniment-Head"]


def test_a_page_after_the_end_of_a_list_is_not_there(web):
    answer = web.get("/meetings?page=999999")
    assert answer.status_code == 404
    assert "the list ends after" in answer.text
    assert web.get("/unread?offset=99999").status_code == 404


@pytest.mark.parametrize(
    "address", ["/search?q=council", "/gaps?asof=2025-01-01", "/unread?page=2", "/schema/awards.json?to=x"]
)
def test_a_wish_that_is_not_known_is_not_passed_over(web, address):
    assert web.get(address).status_code == 400


def test_a_register_s_schema_has_an_address(web):
    row = web.get("/schema/meetings.json").json()
    assert row["properties"]["status"]
    assert web.get("/schema/meetings.json?of=claim").json() != row
    assert web.get("/schema/meetngs.json").status_code == 404


def test_a_slot_that_is_called_as_the_form_of_answers_is_can_be_asked_for(samples_web):
    page = samples_web.get("/meetings?format=plenary")
    assert page.status_code == 200
    assert "Format: plenary" in page.text
    told = samples_web.get("/meetings.json?format=plenary").json()
    assert {row["format"] for row in told["rows"]} == {"plenary"}
    assert samples_web.get("/meetings?format=csv").headers["content-type"].startswith("text/csv")
    assert samples_web.get("/meetings?format=xml").status_code == 400
    assert samples_web.get("/instruments?format=plenary").status_code == 400
