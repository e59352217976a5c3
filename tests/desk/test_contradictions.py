"""What pages disagree on, in the Python API, on the command line and on the web."""

from __future__ import annotations

import csv
import io
import json

import pytest
from starlette.testclient import TestClient
from tests.desk.commands import run

from muniment.errors import Unknown


def test_a_dispute_has_the_words_of_both_sides_at_their_places(record):
    found = record.contradictions()
    assert {one.outcome for one in found} == {"conflict", "changed"}
    assert record.contradictions("meetings") == [one for one in found if one.register == "meetings"]
    for one in found:
        assert len(one.sayings) > 1
        for saying in one.sayings:
            for quote in saying.quotes:
                text = record.document(quote.document).text
                assert text[quote.start : quote.end] == quote.quote
                assert quote.language == "en"
    (dispute,) = [one for one in found if one.outcome == "conflict"]
    assert [saying.value for saying in dispute.sayings] == ["2023-06-08", "2023-06-07"]
    assert ["7 June 2023" in saying.quotes[0].quote for saying in dispute.sayings] == [False, True]
    with pytest.raises(Unknown):
        record.contradictions("meeting")


def test_every_slot_of_a_row_is_classed(record):
    row = next(row for row in record.all_rows("meetings") if row.conflicts.get("start"))
    found = {one.slot: one.outcome for one in record.agreement(row)}
    assert found["start"] == "conflict"
    assert "confirmed" in found.values()


def test_the_command_lists_both_quotations(sample_record):
    told = run(sample_record, "contradictions")
    for words in ("start: conflict", "2023-06-08\n", "“", "changed, a later version", "disputed."):
        assert words in told
    rows = list(csv.DictReader(io.StringIO(run(sample_record, "contradictions", "meetings", "--format", "csv"))))
    assert {row["slot"] for row in rows} >= {"start"}
    assert all(row["quote"] and row["source"] for row in rows)
    assert json.loads(run(sample_record, "contradictions", "--format", "json"))[0]["sayings"]
    assert "0 disputed." in run(sample_record, "contradictions", "--known-at", "40")


def test_the_page_sets_both_quotations_side_by_side_each_a_link(samples_web: TestClient, record):
    page = samples_web.get("/contradictions").text
    found = record.contradictions()
    assert page.count('<div class="saying">') == sum(len(one.sayings) for one in found)
    for one in found:
        assert f'href="/{one.register}/{one.row}"' in page
        for saying in one.sayings:
            for quote in saying.quotes:
                assert f'href="/pages/{quote.document}#c-{quote.claim[:16]}-{quote.place}"' in page
                if saying.pages and record.document(quote.document).standing:
                    assert (
                        f'id="c-{quote.claim[:16]}-{quote.place}"' in samples_web.get(f"/pages/{quote.document}").text
                    )
    assert samples_web.get("/contradictions.json?register=meetings").json()[0]["register"] == "meetings"
    assert samples_web.get("/contradictions.csv").text.startswith("register,row,slot,what,outcome,value,pages,source")
    assert samples_web.get("/contradictions?register=meeting").status_code == 404
    assert "No two pages" in samples_web.get("/contradictions?register=awards").text
