"""Every kind of page is open to all: axe finds nothing against WCAG 2.2 AA, light and dark, wide and on a phone."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from tests.desk.browsing import NEEDS_BROWSER, addresses, serving, visiting

from muniment.desk.web import application

VENDOR = Path(__file__).parent / "vendor"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

RUN = """(tags) => axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
  .then((found) => found.violations.map((one) => `${one.id}: ${one.help}: `
    + one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')))"""


def test_the_files_of_others_are_those_that_were_taken_in():
    told = dict(reversed(line.split()) for line in (VENDOR / "SHA256SUMS").read_text().splitlines())
    there = {str(path.relative_to(VENDOR)) for path in VENDOR.rglob("*") if path.is_file()}
    assert there - {"README.md", "SHA256SUMS"} == set(told)
    for name, digest in told.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest, name


@NEEDS_BROWSER
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_on_the_review_queue(browser, sample_record, tmp_path, scheme, width):
    copy = tmp_path / "record.db"
    shutil.copy(sample_record, copy)
    app = application(copy, "Ana Dol")
    axe = (VENDOR / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    how = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    with serving(app) as address, visiting(browser, address, **how) as page:
        page.goto(app.state.review.address)
        assert page.url.endswith("/review")
        page.evaluate(axe)
        assert page.evaluate(RUN, TAGS) == []


@NEEDS_BROWSER
@pytest.mark.parametrize("place", ["site", "samples_site"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_on_any_kind_of_page(browser, request, place, scheme, width):
    axe = (VENDOR / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    found = {}
    how = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme}
    with visiting(browser, request.getfixturevalue(place), **how) as page:
        for path in [*addresses(page), "/no-such-page"]:
            page.goto(path)
            page.evaluate(axe)
            if faults := page.evaluate(RUN, TAGS):
                found[path] = faults
    assert found == {}
