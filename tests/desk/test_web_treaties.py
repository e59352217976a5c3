"""Treaties by members: the page, its data, and the same on the command line."""

import csv
import io
import json
import re

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from muniment.desk.cli import cli
from muniment.desk.web.site import application
from muniment.facade import Record
from muniment.samples import pages_folder, profile_path

MEMBERS = ["Bashtul", "Doravia", "Halvenia", "Ilmarra", "Namberu", "Quessara"]
DAY = "2025-06-30"


def deposits(members, year):
    return [{"action": "deposit", "date": f"{year}-0{at}-10", "by": [name]} for at, name in enumerate(members, 1)]


PILOTS = {
    "title": "Convention on the Sharing of Pilots",
    "kind": "convention",
    "force_clause": "This Convention shall enter into force ninety days after the deposit of the fifth instrument.",
    "actions": [
        {"action": "sign", "date": "2010-05-02", "by": MEMBERS},
        *deposits(MEMBERS, 2011),
        {"action": "reserve", "date": "2011-02-10", "by": ["Doravia"], "text": "not on inland waters"},
        {"action": "object", "date": "2011-09-01", "by": ["Quessara"], "to": ["Doravia"]},
        {"action": "denounce", "date": "2025-02-01", "by": ["Namberu"], "effect": "2025-08-01"},
    ],
}
SHOALS = {
    "title": "Protocol on the Marking of Shoals",
    "kind": "protocol",
    "force_clause": "This Protocol shall enter into force on the deposit of ratifications by all the signatory States.",
    "actions": [{"action": "sign", "date": "2018-03-04", "by": MEMBERS}, *deposits(MEMBERS[:-1], 2019)],
}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("matrix") / "record.db"
    with Record.create(path) as record:
        record.build([pages_folder()], profiles=[str(profile_path())])
        for slots in (PILOTS, SHOALS):
            record.add("instruments", slots, "depositary", "list of the depositary")
    return path


@pytest.fixture(scope="module")
def site(path):
    with TestClient(application(path)) as client:
        yield client


def ran(path, *words):
    return CliRunner().invoke(cli, ["treaty", *words, "--record", str(path)])


def signs(page, title):
    (line,) = re.findall(rf"<tr>\s*<th scope=\"row\">(?:(?!</tr>).)*?{title}.*?</tr>", page, re.DOTALL)
    return re.findall(r'<a class="stage g-(\w+)"[^>]*>([^<]+)</a>', line)


def test_each_members_stage_is_told_by_a_colour_and_by_a_sign(site):
    page = site.get(f"/treaties?as_of={DAY}").text
    assert [sign for _, sign in signs(page, "Sharing of Pilots")] == ["P", "Pr", "P", "P", "W", "P"]
    signed, passed, deposited = ("signed", "S"), ("law_passed", "L"), ("deposited", "D")
    assert signs(page, "Marine Casualties") == [signed, signed, passed, deposited, passed, passed]


def test_the_last_whose_consent_is_wanting_is_named(site):
    page = site.get(f"/treaties?as_of={DAY}").text
    assert "<strong>Quessara</strong> is the last" in page


def test_reservations_and_withdrawals_are_footnotes_that_the_cells_lead_to(site):
    page = site.get(f"/treaties?as_of={DAY}").text
    assert "objected to by Quessara: not on inland waters" in page
    assert "Namberu: its withdrawal takes effect on 2025-08-01" in page
    for number in set(re.findall(r'href="#n-(\d+)"', page)):
        assert f'id="n-{number}"' in page


def test_every_sign_leads_to_the_dates_and_these_to_the_pages(site):
    page = site.get(f"/treaties?as_of={DAY}").text
    for anchor in re.findall(r'class="stage g-\w+" href="#(p-[\w-]+)"', page):
        assert f'id="{anchor}"' in page
    claims = set(re.findall(r'href="(/claims/\w+)"', page))
    assert claims
    assert site.get(sorted(claims)[0]).status_code == 200


def test_a_treaty_without_its_clause_gets_no_day(site):
    page = site.get(f"/treaties?as_of={DAY}").text
    assert "The record holds neither its text nor the sentence on its entry into force" in page


def test_the_duty_to_register_is_told_as_open(site):
    assert "the duty is open (Charter, art. 102)" in site.get(f"/treaties?as_of={DAY}").text


def test_the_same_is_there_as_csv_and_json(site):
    lines = list(csv.DictReader(io.StringIO(site.get(f"/treaties.csv?as_of={DAY}").text)))
    assert len(lines) == 18
    pilots = {line["member"]: line for line in lines if "Pilots" in line["treaty"]}
    assert (pilots["Namberu"]["status"], pilots["Namberu"]["leaves"]) == ("withdrawing", "2025-08-01")
    (told,) = site.get(f"/treaties.json?as_of={DAY}").json()
    assert [one["waiting_for"] for one in told["treaties"] if "Shoals" in one["title"]] == [["Quessara"]]


def test_what_is_known_on_an_earlier_day_is_less(site):
    lines = list(csv.DictReader(io.StringIO(site.get("/treaties.csv?as_of=2011-03-31").text)))
    assert {line["status"] for line in lines if "Pilots" in line["treaty"]} == {"deposited", "signed"}


def test_one_organisation_can_be_asked_for_and_one_that_is_not_there_is_told(site):
    assert site.get("/treaties?organisation=Lantern+Sea+Compact+Organization").status_code == 200
    answer = site.get("/treaties?organisation=Reef+Union")
    assert (answer.status_code, "o treaties of" in answer.text) == (400, True)
    assert site.get("/treaties?as_of=soon").status_code == 400


def test_a_treatys_own_page_shows_how_its_members_stand(site, path):
    with Record.open(path) as record:
        (row,) = record.rows("instruments", words="Sharing of Pilots").rows
    page = site.get(f"/instruments/{row.id}").text.partition('id="h-consents"')[2].partition("</section>")[0]
    assert '<time datetime="2011-08-08">8 August 2011</time> (exact)' in page
    assert "Accepted by silence (Vienna Convention, art. 20(5)): Bashtul, Halvenia, Ilmarra, Namberu." in page


def test_the_matrix_is_printed_with_its_signs(path):
    told = ran(path, "matrix", "--on", DAY).output
    assert re.search(r"Sharing.*P +Pr +P +P +W +P +2011-08-08", told)
    assert "any 3 of" not in told
    assert "its clause is not in the" in told
    assert len(ran(path, "matrix", "--on", DAY, "--format", "csv").output.splitlines()) == 19
    nobody = ran(path, "matrix", "--organisation", "Reef Union")
    assert nobody.output.startswith("No page tells of a treaty")


def test_a_members_backlog_is_printed_oldest_first(path):
    told = [
        json.loads(line)
        for line in ran(path, "backlog", "Quessara", "--on", DAY, "--format", "jsonl").output.splitlines()
    ]
    assert [(one["own"]["status"], one["last"]) for one in told] == [("signed", True), ("law_passed", False)]
    assert "has consented to every treaty" in ran(path, "backlog", "Ilmarra", "--on", DAY).output
    assert ran(path, "backlog", "Westland").exception.code == "no-member"


def test_a_filed_clause_decides_without_a_text(path):
    with Record.open(path) as record:
        (row,) = record.rows("instruments", words="Marking of Shoals").rows
    told = ran(path, "whatif", row.id, "--deposit", "Quessara=2031-03-01").output
    assert "in force on 2031-03-01 if Quessara deposits on 2031-03-01" in told
    assert "Taken from:              the sentence filed with the treaty" in told
    waiting = ran(path, "status", row.id).output
    assert "Waiting for:             Quessara" in waiting


def test_a_treaty_whose_clause_nobody_filed_is_never_computed(path):
    with Record.open(path) as record:
        (row,) = record.rows("instruments", words="marine casualties").rows
    told = ran(path, "whatif", row.id, *[f"--deposit={name}=2031-03-01" for name in MEMBERS]).output
    assert "In force:                not yet" in told
    assert "neither its text nor the sentence" in told


def row_of(path, title):
    with Record.open(path) as record:
        return record.rows("instruments", where={"title": title}).rows[0].id


def test_a_sign_tells_where_its_member_stands_and_the_days_of_its_clocks(site):
    page = site.get(f"/treaties?as_of={DAY}").text
    assert 'title="Namberu: Has given notice that it leaves. · Signed: 2 May 2010 · Consented: 10 May 2011' in page


def test_supposed_deposits_are_reckoned_on_a_page_of_their_own(site, path):
    place = f"/instruments/{row_of(path, SHOALS['title'])}/whatif"
    assert f'href="{place}"' in site.get(f"/treaties?as_of={DAY}").text
    page = site.get(place).text
    assert "As told, it does not enter into force yet." in page
    assert 'name="Quessara" value=""' in page
    page = site.get(f"{place}?Quessara=2041-05-06").text
    assert "With these deposits it would enter into force on" in page
    assert '<time datetime="2041-05-06">' in page
    assert 'name="Quessara" value="2041-05-06"' in page
    assert "As told, it does not" in site.get(place).text


def test_a_supposition_is_answered_to_programs_too(site, path):
    place = f"/instruments/{row_of(path, SHOALS['title'])}/whatif"
    told = site.get(f"{place}.json?Quessara=2041-05-06").json()
    assert told["supposed"] == {"Quessara": "2041-05-06"}
    assert told["treaty"]["computed"]["date"] == "2041-05-06"
    lines = list(csv.DictReader(io.StringIO(site.get(f"{place}.csv?Quessara=2041-05-06").text)))
    assert [line["supposed"] for line in lines if line["member"] == "Quessara"] == ["2041-05-06"]


@pytest.mark.parametrize("asked", ["Norway=2041-05-06", "Quessara=soon", "Quessara=2041-05", "Quessara=2041-05-36"])
def test_a_supposition_that_cannot_be_is_refused(site, path, asked):
    assert site.get(f"/instruments/{row_of(path, SHOALS['title'])}/whatif?{asked}").status_code == 400


def test_a_text_that_asks_no_consent_has_no_what_if(site, path):
    assert site.get(f"/instruments/{row_of(path, 'LSCO Development Strategy until 2035')}/whatif").status_code == 400
