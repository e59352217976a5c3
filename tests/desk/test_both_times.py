"""What was known then, and what was so on a day: every command, page and address takes both, or refuses with reason."""

from __future__ import annotations

import json

import click
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.desk.commands import run

from muniment.desk import api
from muniment.desk.cli import COMMANDS, cli
from muniment.desk.web import application
from muniment.errors import UsageError
from muniment.facade import Record
from muniment.registers import REGISTERS

EARLY = "250"
DAY = "2024-06-15"
LONG_AGO = "1900-01-01"

NO_DAY = {
    "search": "finds words; `show REGISTER --words` narrows by them as of a day",
    "proposals": "two rows are one on every day or on none",
    "contradictions": "pages disagree whatever day is asked of",
    "formulas": "compares the texts of all days, each with its day",
    "unread": "sentences are of pages, and pages have their days",
    "status": "counts what was filed",
    "history": "the entries of a row, each with its time",
    "treaty status": "depends on all deposits told; each stands with its day",
    "treaty whatif": "depends on the days that are supposed",
}
"""Command that shows rows -> why it is not asked as of a day."""

SHOWS = {
    "show": ["show", "tenures"],
    "show one": ["show", "instruments", "{instrument}"],
    "search": ["search", "council"],
    "gaps": ["gaps"],
    "promises": ["promises"],
    "promise show": ["promise", "show", "{commitment}"],
    "agenda": ["agenda", "--all"],
    "office": ["office"],
    "duties": ["duties"],
    "state": ["state", "Namberu"],
    "deployments": ["deployments"],
    "formulas": ["formulas", "LSCO", "Council", "of", "Foreign", "Ministers", "--kept"],
    "contradictions": ["contradictions"],
    "status": ["status"],
    "unread": ["unread"],
    "explain": ["explain", "instruments", "{instrument}"],
    "history": ["history", "instruments", "{instrument}"],
    "treaty status": ["treaty", "status", "{treaty}"],
    "treaty whatif": ["treaty", "whatif", "{treaty}", "--deposit", "Doravia=2024-06-01"],
    "treaty matrix": ["treaty", "matrix"],
    "treaty backlog": ["treaty", "backlog", "Bashtul"],
    "proposals": ["proposals"],
}
"""Command that shows rows, or what follows from them -> how it is asked."""

BESIDE = {
    "read": "keeps nothing", "build": "files", "capture": "files", "watch": "files", "archive": "writes web archives",
    "sources": "how sources stand on the web now", "demo": "builds", "serve": "its pages take both",
    "prepare": "works out today's answers", "sql": "asked of the tables as they are", "copies": "compares pages kept",
    "verify": "checks the ledger, to any head with --expect", "evaluate": "scores claims", "profiles": "lists profiles",
    "schema": "of the format", "review": "what waits for a person now",
    "dossier": "tests/desk/test_dossiers.py", "export": "tests/desk/test_as_of.py and test_known_at.py",
    "correct": "files", "withdraw": "files", "add": "files", "same-as": "files", "not-same": "files", "unsure": "files",
    "undo": "files",
}  # fmt: skip
"""Command that shows no rows, or is tested elsewhere -> what it does."""


@pytest.fixture(scope="module")
def known(sample_record) -> dict[str, str]:
    """Rows that were there at the early entry, to be asked of, by what they are."""
    with Record.open(sample_record) as record:
        early = record.at(EARLY)
        treaties = [row for row in early.all_rows("instruments") if row.slots.get("kind") == "agreement"]
        signed = next(row for row in treaties if any(act["action"] == "sign" for act in row.slots.get("actions", ())))
        promised = next(row for row in early.all_rows("commitments") if row.slots.get("due"))
        return {"instrument": signed.id, "treaty": signed.id, "commitment": promised.id}


def asked(name: str, known: dict[str, str]) -> list[str]:
    return [word.format(**known) for word in SHOWS[name]]


def test_every_command_is_in_one_table():
    named = {words[0] for words in SHOWS.values()}
    assert named | set(BESIDE) == set(COMMANDS)
    assert not named & set(BESIDE)
    assert set(NO_DAY) <= set(SHOWS)


@pytest.fixture(scope="module")
def later(sample_record) -> set[str]:
    """The ids of the rows that were begun after the early entry."""
    with Record.open(sample_record) as record:
        then = record.at(EARLY)
        ids = [{row.id for register in REGISTERS for row in one.all_rows(register)} for one in (record, then)]
        return ids[0] - ids[1]


@pytest.mark.parametrize("name", SHOWS)
def test_a_command_answers_as_of_what_was_known_then(sample_record, known, later, name):
    form = () if SHOWS[name][0] == "explain" else ("--format", "json")
    told = run(sample_record, *asked(name, known), *form, "--known-at", EARLY)
    assert told.strip()
    assert not [row for row in later if row in told], "what was filed later was not known"


def test_what_is_known_at_the_head_is_what_is_known_now(sample_record, record):
    head = record.head().partition(":")[0]
    for name in ("promises", "duties", "agenda"):
        words = [*SHOWS[name], "--format", "json"]
        assert run(sample_record, *words, "--known-at", head) == run(sample_record, *words)


@pytest.mark.parametrize("name", SHOWS)
def test_a_command_answers_as_of_a_day_or_refuses_it(sample_record, known, name):
    words = asked(name, known)
    if name in NO_DAY:
        refused = CliRunner().invoke(cli, [*words, "--as-of", DAY, "--record", str(sample_record)])
        assert "No such option" in refused.output or isinstance(refused.exception, UsageError | click.UsageError)
        return
    run(sample_record, *words, "--as-of", DAY)
    run(sample_record, *words, "--as-of", DAY, "--known-at", EARLY)
    long_ago = CliRunner().invoke(cli, [*words, "--as-of", LONG_AGO, "--record", str(sample_record)])
    assert long_ago.output != run(sample_record, *words, "--as-of", DAY)


WITH_DAY = {
    "/", "/gaps", "/promises", "/agendas", "/offices", "/offices/{office}", "/duties", "/states/{state}",
    "/deployments", "/treaties", "/{register}", "/{register}/{row}", "/{register}/{row}/dossier",
    "/{register}/{row}/proof",
}  # fmt: skip
"""Pages that are asked as of a day; every other refuses one."""

NO_PAGE = {
    "/static", "/favicon.ico", "/theme", "/language", "/seen", "/search/keep", "/pages", "/pages/{document}/original",
    "/sql", "/sources", "/pages/{document}/versions", "/pages/{document}/languages",
}  # fmt: skip
"""Addresses that show no rows: files, choices of the visitor, bytes, and what is asked of the record as it is now."""


def test_every_page_answers_as_of_what_was_known_then_and_of_a_day_or_refuses_it(sample_record, known):
    app = application(sample_record)
    with Record.open(sample_record) as record:
        row = record.at(EARLY).row("instruments", known["instrument"])
        claim = record.claim(row.claims[0])
        office = record.offices("secretary general", DAY)[0].id
    example = {
        "register": "instruments", "row": row.id, "claim": claim["id"], "document": claim["evidence"][0]["document"],
        "office": office, "state": "Namberu",
    }  # fmt: skip
    query = {"/search": "words=council&", "/formulas": "body=LSCO Council of Heads of State&"}
    seen = set()
    with TestClient(app, follow_redirects=False) as web:
        for path in dict.fromkeys(str(getattr(route, "path", "")) for route in app.routes):
            if path in NO_PAGE or path.endswith((".{form}", ".atom", ".ics", ".json")):
                continue
            seen.add(path)
            address = f"{path.format(**example)}?{query.get(path, '')}"
            then = web.get(f"{address}known_at={EARLY}")
            assert then.status_code in (200, 303), (path, then.text[:200])
            assert then.status_code == 303 or then.headers["Muniment-Head"].startswith(f"{EARLY}:"), path
            assert web.get(f"{address}as_of={DAY}").status_code == (200 if path in WITH_DAY else 400), path
            assert web.get(f"{address}as_of=June").status_code == 400, path
    assert seen >= WITH_DAY


def test_every_address_of_the_api_answers_as_of_what_was_known_then_and_of_a_day_or_refuses_it(sample_record, known):
    with_day = {f"/v1/{name}" for name, register in REGISTERS.items() if register.lasting}
    with_day |= {f"/v1/{name}/{{row}}" for name in REGISTERS}
    with_day |= {f"/v1/{name}/{{row}}/proof" for name in REGISTERS}
    with_day |= {"/v1/gaps", "/v1/promises", "/v1/agendas", "/v1/treaties", "/v1/quiet", "/v1/duties", "/v1/offices"}
    with_day |= {"/v1/offices/{office}", "/v1/states/{state}", "/v1/deployments"}
    of_now = {"/v1/copies", "/v1/sources", "/v1/sql", "/v1/sql/views", "/v1/review", "/v1/review/figures"}
    of_now |= {f"/v1/schemas/{name}" for name in REGISTERS}
    with TestClient(api.application(sample_record)) as web:
        paths = web.get("/v1/openapi.json").json()["paths"]
        takes = {path: {one["name"] for one in told["get"].get("parameters", ())} for path, told in paths.items()}
        assert {path for path, names in takes.items() if "known_at" not in names} == of_now
        assert {path for path, names in takes.items() if "as_of" in names} == with_day
        address = f"/v1/instruments/{known['instrument']}"
        assert web.get(f"{address}?known_at={EARLY}&as_of={DAY}").json()["as_of"]["day"] == DAY
        meeting = web.get("/v1/meetings?since=2024&limit=1").json()["rows"][0]["id"]
        assert web.get(f"/v1/meetings/{meeting}?as_of={LONG_AGO}").status_code == 404


def test_one_row_as_of_a_day_is_at_the_stage_of_that_day_and_says_whether_it_is_certain(sample_record, known):
    row = known["instrument"]
    with Record.open(sample_record) as record:
        listed = {one.id: one for one in record.rows_as_of("instruments", DAY).rows}
        found = record.row_as_of(record.row("instruments", row), DAY)
    assert found.rows == [listed[row]]
    shown = json.loads(run(sample_record, "show", "instruments", row, "--as-of", DAY, "--format", "json"))[0]
    assert shown["status"] == listed[row].slots["status"]
    assert shown["as_of"]["day"] == DAY
    with TestClient(application(sample_record)) as web:
        assert web.get(f"/instruments/{row}.json?as_of={DAY}").json()["status"] == shown["status"]
        page = web.get(f"/instruments/{row}?as_of={DAY}").text
        assert "As of 15 June 2024" in page
        assert "14 October 2024" in web.get(f"/instruments/{row}").text.partition('id="h-evidence"')[0]
        assert "14 October 2024" not in page.partition('id="h-evidence"')[0], "a parliament passed it later"
        meeting = web.get("/meetings.json?since=2024&limit=1").json()["rows"][0]["id"]
        assert web.get(f"/meetings/{meeting}?as_of={LONG_AGO}").status_code == 404
        statement = web.get("/statements.json?limit=1").json()["rows"][0]["id"]
        assert web.get(f"/statements/{statement}?as_of={DAY}").status_code == 400
