"""Commands and pages on practice: promises, meetings, offices, duties, states."""

from __future__ import annotations

import csv
import io
import json

from click.testing import CliRunner

from muniment.desk.cli import cli

DAY = "2025-07-01"


def run(*words):
    result = CliRunner().invoke(cli, words, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_command_lists_promises_with_what_bears_them_out(sample_record):
    told = json.loads(run("promises", "--record", str(sample_record), "--as-of", DAY, "--format", "json"))
    assert {one["status"] for one in told} >= {"overdue", "fulfilled", "lapsed", "open", "unverifiable"}
    table = run("promises", "--record", str(sample_record), "--as-of", DAY, "--status", "fulfilled")
    assert "not adopted" in table
    assert "1 promises" not in table


def test_one_promise_is_printed_with_its_words_and_those_that_bear_it_out(sample_record):
    told = json.loads(run("promises", "--record", str(sample_record), "--as-of", DAY, "--format", "json"))
    (row,) = [one["row"] for one in told if one["status"] == "fulfilled" and one["register"] == "commitments"]
    text = run("promise", "show", row, "--record", str(sample_record), "--as-of", DAY)
    assert "promised" in text
    assert "perhaps" in text
    assert "looked at" in text


def test_what_a_page_announced_is_listed_under_its_register_and_printed_with_both_quotations(sample_record):
    text = run("promises", "--record", str(sample_record), "--as-of", DAY, "--format", "json")
    told = [one for one in json.loads(text) if one["kind"] == "announced"]
    (one,) = [one for one in told if one["status"] == "fulfilled" and one["text"].startswith("sign ")]
    shown = run("promise", "show", f"{one['register']}/{one['row']}", "--record", str(sample_record), "--as-of", DAY)
    assert "promised" in shown
    assert "done" in shown
    assert f"instruments/{one['row'][:12]}" in run("promises", "--record", str(sample_record), "--as-of", DAY)


def test_the_web_leads_from_an_announcement_to_what_was_announced(samples_web):
    page = samples_web.get(f"/promises?as_of={DAY}&status=fulfilled").text
    told = samples_web.get(f"/promises.json?as_of={DAY}&status=fulfilled").json()
    assert all(f'href="/{one["register"]}/{one["row"]}"' in page for one in told)
    assert "Announced" in page


def test_the_page_of_promises_shows_the_words_of_the_promise_and_of_its_proof(samples_web):
    page = samples_web.get(f"/promises?as_of={DAY}")
    assert page.status_code == 200
    assert "Overdue by 365 days" in page.text
    assert "Perhaps fulfilled by" in page.text
    assert "On the initiative of Bashtul" in page.text
    assert 'class="coverage"' in page.text


def test_the_list_of_promises_is_the_same_in_every_form(samples_web):
    told = samples_web.get(f"/promises.json?as_of={DAY}").json()
    lines = samples_web.get(f"/promises.jsonl?as_of={DAY}").text.splitlines()
    table = list(csv.reader(io.StringIO(samples_web.get(f"/promises.csv?as_of={DAY}").text)))
    assert [json.loads(line) for line in lines] == told
    assert [line[0] for line in table[1:]] == [one["row"] for one in told]
    assert samples_web.get(f"/promises.json?as_of={DAY}&status=overdue").json() == [
        one for one in told if one["status"] == "overdue"
    ]
    assert samples_web.get("/promises?status=kept").status_code == 400


def test_the_page_of_a_commitment_says_what_became_of_it(samples_web):
    told = samples_web.get(f"/promises.json?as_of={DAY}&status=fulfilled").json()
    one = next(one for one in told if one["register"] == "commitments")
    page = samples_web.get(f"/commitments/{one['row']}").text
    assert "What became of it" in page
    assert "Borne out by" in page


def test_meetings_that_leave_a_question_open_are_listed_and_one_is_laid_out_item_by_item(sample_record):
    told = json.loads(run("agenda", "--record", str(sample_record), "--as-of", DAY, "--format", "json"))
    assert all(one["questions"] for one in told)
    (row,) = [one["row"] for one in told if "2024-12-03" in one["title"]]
    table = run("agenda", row, "--record", str(sample_record), "--as-of", DAY)
    assert "deferred" in table
    assert "no page tells" in table
    assert "8 questions were announced, 7 considered." in table
    every = json.loads(run("agenda", "--all", "--record", str(sample_record), "--as-of", DAY, "--format", "json"))
    assert len(every) > len(told)


def test_the_page_of_agendas_names_meetings_never_reported_and_the_meeting_page_its_items(samples_web):
    page = samples_web.get(f"/agendas?as_of={DAY}")
    assert "Never reported" in page.text
    assert "none of which tells of this body" in page.text
    told = samples_web.get(f"/agendas.json?as_of={DAY}&state=held").json()
    assert {one["state"] for one in told} == {"held"}
    table = list(csv.reader(io.StringIO(samples_web.get(f"/agendas.csv?as_of={DAY}&state=held").text)))
    assert [line[0] for line in table[1:]] == [one["row"] for one in told]
    (row,) = [one["row"] for one in told if "2024-12-03" in one["title"]]
    meeting = samples_web.get(f"/meetings/{row}").text
    assert "From the agenda to the outcome" in meeting
    assert "deferred" in meeting
    assert samples_web.get("/agendas?state=lost").status_code == 400


def test_the_command_tells_who_held_an_office_on_a_day_and_how_a_chair_passes_on(sample_record):
    table = run("office", "secretary", "general", "--on", "2024-03-01", "--record", str(sample_record))
    assert "held by: Iskander Zaynurin (acting)" in table
    chair = run("office", "chairmanship", "--on", "2025-06-01", "--record", str(sample_record))
    assert "held by: Doravia" in chair
    assert "next: Namberu" in chair
    assert len(json.loads(run("office", "--record", str(sample_record), "--format", "json"))) > 20


def test_every_office_has_a_page_that_names_the_holder_on_a_day(samples_web):
    told = samples_web.get("/offices.json?as_of=2024-03-01").json()
    for one in told:
        assert samples_web.get(f"/offices/{one['id']}").status_code == 200
    (post,) = [one for one in told if one["title"] == "Secretary General"]
    page = samples_web.get(f"/offices/{post['id']}?as_of=2024-03-01").text
    assert "On 1 March 2024" in page
    assert "acting" in page
    assert samples_web.get(f"/offices/{post['id']}.json?as_of=2024-03-01").json() == post
    table = list(csv.reader(io.StringIO(samples_web.get(f"/offices/{post['id']}.csv").text)))
    assert len(table) == len(post["held"]) + 1
    assert "Chairmanship" in samples_web.get("/offices?words=chairmanship").text
    assert samples_web.get("/offices/nothing").status_code == 404


def test_duties_are_listed_with_their_basis_and_printed_as_tasks(sample_record):
    told = json.loads(run("duties", "--record", str(sample_record), "--as-of", "2025-06-11", "--format", "json"))
    assert {one["kind"] for one in told} >= {"carry_out", "hold", "register", "fill", "notify_deposit"}
    assert all(one["basis"] for one in told)
    tasks = run("duties", "--ics", "--record", str(sample_record), "--as-of", "2025-06-11")
    assert tasks.count("BEGIN:VTODO") == tasks.count("END:VTODO") == len(told)
    assert max(len(line.encode()) for line in tasks.split("\n")) <= 76
    own = json.loads(run("duties", "--who", "Doravia", "--record", str(sample_record), "--format", "json"))
    assert [one["who"] for one in own] == [["Doravia"]]


def test_the_page_of_duties_groups_them_and_leads_to_tasks_to_subscribe_to(samples_web):
    page = samples_web.get("/duties?as_of=2025-06-11").text
    assert "Register with the United Nations" in page
    assert "Overdue by 345 days" in page
    tasks = samples_web.get("/duties.ics?as_of=2025-06-11")
    assert tasks.headers["content-type"].startswith("text/calendar")
    told = samples_web.get("/duties.json?as_of=2025-06-11").json()
    assert tasks.text.count("BEGIN:VTODO") == len(told)
    assert "DUE;VALUE=DATE:20250625" in tasks.text
    table = list(csv.reader(io.StringIO(samples_web.get("/duties.csv?as_of=2025-06-11").text)))
    assert [line[0] for line in table[1:]] == [one["id"] for one in told]


def test_a_states_page_tells_its_backlog_requests_promises_and_meetings(sample_record, samples_web):
    table = run("state", "Namberu", "--as-of", "2025-06-11", "--record", str(sample_record))
    assert "deposit: Agreement on Mutual Assistance" in table
    assert "Quessara ratified" in table
    assert "Namberu" in run("state", "--record", str(sample_record))
    told = samples_web.get("/states/Namberu.json?as_of=2025-06-11").json()
    assert [one["missing"] for one in told["backlog"]] == ["deposit"]
    page = samples_web.get("/states/Namberu?as_of=2025-06-11").text
    assert "not told to be deposited" in page
    assert "a body of an organisation it belongs to" in page
    table = list(csv.reader(io.StringIO(samples_web.get("/states/Namberu.csv?as_of=2025-06-11").text)))
    assert {line[0] for line in table[1:]} >= {"belongs", "missing", "asked", "promised", "coming", "others"}
    names = samples_web.get("/states.json").json()
    assert "Lantern Sea Compact Organization" not in names
    for name in names:
        assert samples_web.get(f"/states/{name}").status_code == 200
    assert samples_web.get("/states/Nowhere").status_code == 404
    assert samples_web.get("/states/Namberu?since=soon").status_code == 400


def test_deployments_are_laid_out_link_by_link_and_exercises_as_series(sample_record, samples_web):
    chain = run("deployments", "--as-of", DAY, "--record", str(sample_record))
    assert "appeal of the President of Bashtul" in chain
    assert "no page tells" in chain
    assert "Steady Lamp 2025" in run("deployments", "--series", "--record", str(sample_record))
    page = samples_web.get(f"/deployments?as_of={DAY}").text
    assert "told by Iskander Zaynurin" in page
    assert "Steady Lamp" in samples_web.get(f"/deployments?series=yes&as_of={DAY}").text
    (told,) = samples_web.get(f"/deployments.json?as_of={DAY}").json()
    table = list(csv.reader(io.StringIO(samples_web.get(f"/deployments.csv?as_of={DAY}").text)))
    assert [line[1] for line in table[1:]] == [link["link"] for link in told["links"]]


def test_standing_sentences_of_a_body_are_asked_for_by_its_name(sample_record, samples_web):
    assert "0 pairs of texts compared" in run("formulas", "LSCO", "Secretariat", "--record", str(sample_record))
    assert "Name a body." in samples_web.get("/formulas").text
    assert "Fewer than two" in samples_web.get("/formulas?body=LSCO+Secretariat").text
    assert samples_web.get("/formulas.json?body=LSCO+Secretariat").json() == []


def test_preparing_tells_what_was_worked_out(sample_record):
    told = [line.split(",") for line in run("prepare", "--format", "csv", "--record", str(sample_record)).splitlines()]
    assert told[0] == ["what", "things", "seconds"]
    assert {"promises", "gaps", "treaties"} <= {line[0] for line in told[1:]}
    assert all(float(line[2]) >= 0 for line in told[1:])
