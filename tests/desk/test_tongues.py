"""A page beside the page that it names as the same in another language: for people, for programs, in the API."""

from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient

from muniment.desk.api import application as api_of
from muniment.desk.web.site import application
from muniment.facade import Record

ENGLISH = [
    "The Council of the League of Vessia met in Portmark on 5 May 2031 and heard a report of its eldest member.",
    "It agreed to lengthen the mission on the northern border by 14 months.",
    "The Secretary General thanked the delegations for the patience with which they had waited for the text.",
]
FRENCH = [
    "Le Conseil de la Ligue de Vessia s’est réuni à Portmark le 5 mai 2031 et a entendu un rapport de son doyen.",
    "Il est convenu de prolonger de 14 mois la mission à la frontière du nord. Le Secrétaire général a remercié les"
    " délégations de la patience avec laquelle elles avaient attendu le texte.",
]


def page(language, title, paragraphs, links):
    named = "".join(f'<link rel="alternate" hreflang="{one}" href="{address}">' for one, address in links)
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<html lang={language}><head><meta charset=utf-8><title>{title}</title>{named}</head>"
        f"<body><main><h1>{title}</h1>{body}</main></body></html>"
    )


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tongues")
    (folder / "pages").mkdir()
    english, french = folder / "pages" / "en.html", folder / "pages" / "fr.html"
    english.write_text(page("en", "Council meets", ENGLISH, [("fr", french), ("ru", "/ru/1")]), "utf-8")
    french.write_text(page("fr", "Réunion du Conseil", FRENCH, []), "utf-8")
    with Record.create(folder / "record.db") as record:
        record.build([folder / "pages"], ["none"])
    return folder / "record.db"


@pytest.fixture
def visitor(path):
    with TestClient(application(path)) as client:
        yield client


@pytest.fixture(scope="module")
def document(path):
    with Record.open(path) as record:
        return record.document(str(path.parent / "pages" / "en.html")).document


def test_parts_stand_beside_each_other_and_each_says_its_language(visitor, document):
    assert f'href="/pages/{document}/languages"' in visitor.get(f"/pages/{document}").text
    shown = visitor.get(f"/pages/{document}/languages").text
    assert f'<p lang="en">{ENGLISH[0]}</p><p lang="fr">{FRENCH[0]}</p>' in shown
    assert f'<p lang="en">{ENGLISH[1]}\n{ENGLISH[2]}</p><p lang="fr">{FRENCH[1]}</p>' in shown
    assert "That page does not name this one." in shown


def test_the_same_is_there_for_programs(path, visitor, document):
    told = visitor.get(f"/pages/{document}/languages.json?with=fr").json()
    assert (told["own"]["language"], told["other"]["language"], told["mutual"]) == ("en", "fr", False)
    assert [ENGLISH[0], FRENCH[0]] in told["pairs"]
    table = list(csv.reader(io.StringIO(visitor.get(f"/pages/{document}/languages.csv").text)))
    assert table[0] == ["en", "fr"]
    with TestClient(api_of(path)) as api:
        assert api.get(f"/v1/pages/{document}/languages").json() == told


def test_a_language_that_is_not_named_or_not_captured_is_told_so(visitor, document):
    missing = visitor.get(f"/pages/{document}/languages.json?with=de")
    assert (missing.status_code, missing.json()["error"]) == (404, "no-such-language")
    assert "fr, ru" in missing.json()["hint"]
    missing = visitor.get(f"/pages/{document}/languages.json?with=ru")
    assert missing.status_code == 404
    assert "was not captured" in missing.json()["what"]


def test_a_page_of_one_language_offers_no_other(visitor, path):
    with Record.open(path) as record:
        french = record.document(str(path.parent / "pages" / "fr.html")).document
    assert "/languages" not in visitor.get(f"/pages/{french}").text
    assert visitor.get(f"/pages/{french}/languages").status_code == 404
