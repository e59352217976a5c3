"""The API: every answer has the shape that its own description gives, and what is wrong is told in one form."""

from __future__ import annotations

import jsonschema
import pytest
from starlette.testclient import TestClient

from muniment.desk.answers import SECURITY
from muniment.desk.api import application
from muniment.desk.cli.serving import served
from muniment.desk.web.navigation import RECORD, SECTIONS
from muniment.errors import LedgerError
from muniment.facade import Record
from muniment.registers import REGISTERS


@pytest.fixture(scope="module")
def api(sample_record):
    with TestClient(application(sample_record)) as client:
        yield client


@pytest.fixture(scope="module")
def description(api):
    return api.get("/v1/openapi.json").json()


def shape(description, path, status="200"):
    """Return the JSON Schema that the description gives for an answer, complete."""
    content = description["paths"][path]["get"]["responses"][status]["content"]
    return {**content["application/json"]["schema"], "components": description["components"]}


def require_described(description, path, answer):
    jsonschema.validate(answer.json(), shape(description, path, str(answer.status_code)))


def first(api, name):
    return api.get(f"/v1/{name}?limit=1").json()["rows"][0]["id"]


def test_the_description_is_openapi_3_1_and_every_reference_in_it_leads_somewhere(description):
    assert description["openapi"].startswith("3.1")
    told = repr(description)
    for name in {part.split("'")[0] for part in told.split("#/components/schemas/")[1:]}:
        assert name in description["components"]["schemas"], name
    for path, operations in description["paths"].items():
        assert list(operations) == ["get"], path
        assert set(operations["get"]["responses"]) == {"200", "400", "404", "503"}, path


@pytest.mark.parametrize("name", list(REGISTERS))
def test_lists_rows_claims_and_histories_are_as_described(api, description, name):
    listed = api.get(f"/v1/{name}")
    require_described(description, f"/v1/{name}", listed)
    body = listed.json()
    assert body["total"] == api.get("/v1/status").json()["rows"].get(name, 0)
    assert body["head"] == listed.headers["Muniment-Head"]
    row = body["rows"][0]["id"]
    for path in ("/{row}", "/{row}/claims", "/{row}/history"):
        require_described(description, f"/v1/{name}{path}", api.get(f"/v1/{name}{path}".format(row=row)))
    assert "evidence" in api.get(f"/v1/{name}/{row}").json()


@pytest.mark.parametrize(
    "asked",
    [
        "/v1/registers", "/v1/search?words=flood", "/v1/gaps", "/v1/gaps?as_of=2025-01-01", "/v1/quiet", "/v1/sources",
        "/v1/promises",
        "/v1/promises?status=overdue", "/v1/agendas?open_only=true", "/v1/treaties",
        "/v1/treaties?as_of=2025-06-30&organisation=Lantern Sea Compact Organization", "/v1/copies",
        "/v1/unread?limit=3", "/v1/status",
        "/v1/schemas/meetings?of=claim", "/v1/tenures?as_of=2024-02-01", "/v1/sql/views", "/v1/sql?q=SELECT 1",
        "/v1/sql?q=SELECT id, bodies FROM meetings&limit=3", "/v1/dossier?name=Halvenia", "/v1/dossier?name=Nobody",
        "/v1/instruments?status=signed&since=2023&until=2025-06&sort=caption&descending=false&offset=1",
        "/v1/calendar", "/v1/calendar?body=LSCO Permanent Council&member=Halvenia&since=2023&limit=2", "/v1/names",
        "/v1/contradictions", "/v1/contradictions?register=meetings&limit=1", "/v1/duties?as_of=2025-07-01",
        "/v1/duties?who=Namberu", "/v1/offices?as_of=2024-02-01", "/v1/offices?words=secretary", "/v1/states",
        "/v1/deployments", "/v1/series", "/v1/formulas?body=LSCO Council of Foreign Ministers", "/v1/news?since=300",
        "/v1/review?limit=3", "/v1/review/figures",
    ],
)  # fmt: skip
def test_questions_are_answered_as_described(api, description, asked):
    answer = api.get(asked)
    assert answer.status_code == 200, answer.text
    require_described(description, asked.partition("?")[0], answer)


def test_a_page_and_a_claim_are_answered_as_described(api, description):
    claim = api.get(f"/v1/meetings/{first(api, 'meetings')}/claims").json()["claims"][0]
    require_described(description, "/v1/claims/{claim}", api.get(f"/v1/claims/{claim['id']}"))
    document = claim["evidence"][0]["document"]
    page = api.get(f"/v1/pages/{document}")
    require_described(description, "/v1/pages/{document}", page)
    span = claim["evidence"][0]
    assert page.json()["text"][span["start"] : span["end"]] == span["quote"]


def test_one_thing_of_each_practice_is_answered_as_described(api, description, sample_record):
    office = api.get("/v1/offices").json()["items"][0]["id"]
    with Record.open(sample_record) as record:
        treaty = next(one.treaties[0].row for one in record.treaty_matrix())
    document = api.get("/v1/search?words=council&register=documents").json()["items"][0]["id"]
    document = api.get(f"/v1/documents/{document}/claims").json()["claims"][0]["evidence"][0]["document"]
    for path, name, asked in (
        ("/v1/offices/{office}", office, "?as_of=2024-02-01"), ("/v1/states/{state}", "Namberu", "?since=2024-01-01"),
        ("/v1/instruments/{row}/outlook", treaty, "?deposit=Bashtul=2031-03-01&deposit=Doravia=2031-03-02"),
        ("/v1/pages/{document}/reading", document, ""), ("/v1/meetings/{row}/proof", first(api, "meetings"), ""),
        ("/v1/instruments/{row}/proof", treaty, "?as_of=2025-01-01"),
    ):  # fmt: skip
        answer = api.get(path.partition("{")[0] + name + path.partition("}")[2] + asked)
        assert answer.status_code == 200, answer.text
        require_described(description, path, answer)


def test_every_place_of_the_site_is_answered_here_too(description):
    called = {"map": "places"}
    words_alone = {"about"}
    for place in (*SECTIONS, *RECORD):
        if place.name not in words_alone:
            assert f"/v1/{called.get(place.name, place.name)}" in description["paths"], place.name


def test_lists_say_how_many_there_are_and_lead_on(api):
    whole = api.get("/v1/duties?as_of=2025-07-01").json()
    assert whole["total"] == len(whole["items"]) > 2
    some = api.get("/v1/duties?as_of=2025-07-01&limit=1&offset=1").json()
    assert (some["total"], some["items"]) == (whole["total"], whole["items"][1:2])


def test_a_filter_gives_only_rows_with_the_value(api):
    body = api.get("/v1/instruments?status=signed").json()
    assert {row["status"] for row in body["rows"]} == {"signed"}
    assert 0 < body["total"] < api.get("/v1/instruments").json()["total"]


def test_a_dossier_gives_the_rows_that_name_somebody_and_whom_they_met(api):
    found = api.get("/v1/dossier?name=Halvenia").json()
    assert found["of"] == "Halvenia"
    assert {one["row"]["register"] for one in found["items"]} >= {"meetings", "tenures"}
    assert all("Halvenia" in str(one["row"].get(one["part"], "")) for one in found["items"] if one["part"] != "office")
    assert all(one["name"] != "Halvenia" for one in found["acquaintances"])
    fewer = api.get("/v1/dossier?name=Halvenia&known_at=150").json()
    assert len(fewer["items"]) < len(found["items"])
    assert api.get("/v1/dossier?name=Nobody").json()["items"] == []


def test_a_question_in_sql_is_answered_as_the_facade_answers_it(api, sample_record):
    asked = "SELECT status, count(*) AS rows FROM meetings GROUP BY 1 ORDER BY 1"
    with Record.open(sample_record) as record:
        told = record.sql(asked)
    found = api.get("/v1/sql", params={"q": asked}).json()
    assert (found["columns"], found["rows"], found["more"]) == (told.columns, told.rows, False)
    assert api.get("/v1/sql?q=SELECT id FROM meetings&limit=1").json()["more"] is True
    assert {view["name"] for view in api.get("/v1/sql/views").json()["items"]} >= set(REGISTERS)


def test_an_earlier_state_is_answered_when_it_is_asked_for(api):
    head = api.get("/v1/status?known_at=100").json()["head"]
    assert head.startswith("100:")
    assert api.get("/v1/meetings?known_at=100").json()["total"] < api.get("/v1/meetings").json()["total"]


@pytest.mark.parametrize(
    ("asked", "status", "code", "where"),
    [
        ("/v1/meetings?colour=red", 400, "unknown-parameter", "colour"),
        ("/v1/meetings?limit=0", 400, "bad-parameter", "limit"),
        ("/v1/meetings?since=May", 400, "bad-parameter", "since"),
        ("/v1/gaps?as_of=2025", 400, "bad-parameter", "as_of"),
        ("/v1/search", 400, "bad-parameter", "words"),
        ("/v1/dossier", 400, "bad-parameter", "name"),
        ("/v1/sql", 400, "bad-parameter", "q"),
        ("/v1/sql?q=SELECT 1&known_at=100", 400, "unknown-parameter", "known_at"),
        ("/v1/sql?q=DELETE FROM meetings", 400, "not-a-select", None),
        ("/v1/sql?q=SELECT * FROM claims", 400, None, None),
        ("/v1/sql?q=SELECT 1&limit=10001", 400, "bad-parameter", "limit"),
        ("/v1/promises?status=kept", 400, "unknown-status", "status"),
        ("/v1/meetings/ffff", 404, None, None),
        ("/v1/nowhere", 404, "unknown-page", "/v1/nowhere"),
        ("/v2/meetings", 404, "unknown-page", "/v2/meetings"),
    ],
)
def test_what_cannot_be_answered_is_told_in_one_form(api, description, asked, status, code, where):
    answer = api.get(asked)
    assert answer.status_code == status
    body = answer.json()
    jsonschema.validate(body, {"$ref": "#/components/schemas/Error", "components": description["components"]})
    assert body["hint"]
    assert code in (None, body["error"])
    assert where in (None, body["where"])


def test_nothing_is_written_here(api):
    answer = api.post("/v1/meetings", json={})
    assert (answer.status_code, answer.json()["error"]) == (405, "read-only")


def test_every_answer_has_the_security_headers(api):
    for path in ("/v1/meetings", "/v1/openapi.json", "/v1/nowhere"):
        for name, value in SECURITY.items():
            assert api.get(path).headers[name] == value, path


def test_the_pages_and_the_api_are_served_together(sample_record):
    with TestClient(served(str(sample_record))) as client:
        assert client.get("/api/v1/meetings").json()["total"] == client.get("/meetings.json").json()["total"]
        assert client.get("/meetings").headers["content-type"].startswith("text/html")
        assert client.get("/static/style.css").status_code == 200


def test_without_fastapi_the_pages_are_served_alone(sample_record, monkeypatch):
    monkeypatch.setattr("muniment.desk.cli.serving.find_spec", lambda name: None)
    with TestClient(served(str(sample_record))) as client:
        assert client.get("/meetings").status_code == 200
        assert client.get("/api/v1/meetings").status_code == 404


def test_what_is_no_record_is_refused(tmp_path):
    with pytest.raises(LedgerError):
        application(tmp_path / "none.db")
