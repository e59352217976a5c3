"""The catalogue of the site's words: every key is there and used, in every language, with the same values set in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from muniment.desk.web import catalogue
from muniment.desk.web.catalogue import SPOKEN, keys, languages, negotiated, say, table

WEB = Path(catalogue.__file__).parent.parent
SOURCES = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted([*WEB.rglob("*.py"), *(WEB / "templates").glob("*.html")])
    if path.parent.name != "catalogue"
)
ASKED = re.compile(r'\bsay\(\s*f?"(?P<key>[\w.{}-]+)"(?P<joined>\s*~)?|\btable\("(?P<table>[\w.-]+)"\)')
NAMED = re.compile(r'"((?:[a-z_]+\.)+[a-z_]+)"')
FORMS = re.compile(r"\{(\w*)[^}]*\}|\]\((\w+)\)")


def asked() -> tuple[set[str], set[str]]:
    """Keys that pages ask for by their whole name, and beginnings of keys whose rest is made while the page is."""
    whole, begun = set(), set()
    for found in ASKED.finditer(SOURCES):
        key = found["key"] or ""
        if found["table"]:
            begun.add(found["table"] + ".")
        elif found["joined"] or "{" in key:
            begun.add(key.partition("{")[0])
        else:
            whole.add(key)
    whole |= {name for name in NAMED.findall(SOURCES) if name in keys()}
    return whole, begun | {"marks.", "registers."}


def values(text: catalogue.Text) -> set[str]:
    texts = text.values() if isinstance(text, dict) else [text]
    return {one or two for form in texts for one, two in FORMS.findall(form)} - {"count"}


def test_every_key_that_a_page_asks_for_is_there():
    whole, begun = asked()
    assert len(whole) > 100
    assert sorted(whole - set(keys())) == []
    assert [start for start in sorted(begun) if not any(key.startswith(start) for key in keys())] == []


def test_every_key_is_used():
    whole, begun = asked()
    assert [key for key in keys() if key not in whole and not key.startswith(tuple(begun))] == []


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_keys_and_sets_the_same_values_in(language):
    assert sorted(keys(language)) == sorted(keys())
    for key, text in keys(language).items():
        assert isinstance(text, str | dict), key
        assert values(text) == values(keys()[key]), key


def test_no_words_stand_in_a_template():
    loose = re.compile(r">\s*([A-Za-z][a-z]{2,}[^<>{}]*)<|(?:title|placeholder|aria-label)=\"([A-Za-z][^\"{]*)")
    found = {}
    for path in (WEB / "templates").glob("*.html"):
        text = re.sub(r"\{[%#].*?[%#]\}|\{\{.*?\}\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        if words := [one or two for one, two in loose.findall(text)]:
            found[path.name] = words
    assert found == {}


def test_words_are_set_with_values_escaped_and_numbers_with_their_thousands():
    assert say("frame.counted.claim", count=1) == "1 claim"
    assert say("frame.counted.claim", count=4321) == "4,321 claims"
    assert not isinstance(say("gaps.on", day="<b>"), Markup)
    told = say("row.basis", basis=Markup("<i>x</i>"), author="<b>")
    assert told == Markup("basis: <i>x</i>, filed by &lt;b&gt;")
    linked = say("frame.error.without", page='/x?"', home="/")
    assert str(linked).startswith('<a href="/x?&#34;">')
    assert say("row.filed", kind="<k>", author="A") == Markup("<strong>&lt;k&gt;</strong> by A,")
    assert table("frame.theme")["dark"] == "Dark"
    with pytest.raises(KeyError):
        say("frame.no_such_words")


def test_a_language_is_taken_from_the_choice_then_from_what_the_browser_accepts(monkeypatch):
    monkeypatch.setattr(catalogue, "languages", lambda: ("en", "fr"))
    assert negotiated("") == "en"
    assert negotiated("fr-CH, en;q=0.5") == "fr"
    assert negotiated("de, en;q=0.5, fr;q=0.8") == "fr"
    assert negotiated("fr;q=0, de") == "en"
    assert negotiated("fr;q=nonsense, xx;;;") == "fr"
    assert negotiated("fr", "en") == "en"
    assert negotiated("en", "xx") == "en"


def test_words_missing_in_a_language_are_said_in_the_first(monkeypatch):
    first = keys()
    monkeypatch.setattr(catalogue, "keys", lambda language="en": first if language == "en" else {"frame.today": "hoy"})
    spoken = SPOKEN.set("xx")
    assert (say("frame.today"), say("frame.next")) == ("hoy", "Next")
    SPOKEN.reset(spoken)
