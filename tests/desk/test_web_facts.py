"""What is taken as fact stands once, on the site and in the docs."""

from __future__ import annotations

import html
from pathlib import Path

from muniment.desk.web.facts import markdown, sections

DOCS = Path(__file__).parents[2] / "docs" / "facts.md"


def test_the_docs_say_what_the_site_says(web):
    assert DOCS.read_text(encoding="utf-8") == markdown(), "python -m muniment.desk.web.facts > docs/facts.md"
    page = html.unescape(web.get("/about").text)
    for section in sections():
        assert section.lead in page
        for about, what in section.points:
            assert about in page
            for bit in what.split("`"):
                assert bit in page


def test_the_text_says_what_is_fact_what_is_attributed_and_what_is_unknown():
    assert [section.heading for section in sections()][:2] == ["Taken as fact", "Only attributed"]
    assert any("cannot be known" in section.heading for section in sections())
    assert max(len(line) for line in markdown().splitlines()) <= 120
