"""Five scraped releases of one organisation, kept outside the repository: what stands where, by position and count."""

from pathlib import Path

import pytest

from muniment.archive import Intake, pages
from muniment.terms import Page

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "csto"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the scraped releases are not beside this repository")


def _marked(together: bool) -> list[Page]:
    files = sorted(CORPUS.glob("*.txt"))
    groups = [files] if together else [[file] for file in files]
    return [page for group in groups for page in pages(Intake(group)) if isinstance(page, Page)]


def _kinds(page: Page, kind: str) -> list[str]:
    return [page.text[block.start : block.end].strip() for block in page.blocks if block.kind == kind]


@pytest.mark.parametrize("together", [True, False])
def test_four_of_five_releases_stand_under_four_teasers(together):
    found = _marked(together)
    assert [len(_kinds(page, "teaser")) for page in found] == [4, 4, 4, 0, 4]
    assert [len(teaser.split("\n\n")) for teaser in _kinds(found[0], "teaser")] == [1, 2, 1, 1]


@pytest.mark.parametrize("together", [True, False])
def test_titles_dates_signatures_and_contacts(together):
    found = _marked(together)
    assert [len(_kinds(page, "title")) for page in found] == [1, 2, 2, 2, 1]
    assert [page.meta.published for page in found] == ["", "2022-01-20", "2019-06-24", "2022-12-05", ""]
    assert [len(_kinds(page, "signature")) for page in found] == [0, 1, 1, 1, 0]
    assert [len(_kinds(page, "contact")) for page in found] == [0, 0, 1, 1, 0]
    assert [_kinds(page, "caption") for page in found] == [[], [], [], ["DSC_4960.JPG", "DSC_5062.JPG"], []]
    assert [len(_kinds(page, "navigation")) for page in found] == [1, 1, 1, 1, 1]


@pytest.mark.parametrize("together", [True, False])
def test_every_body_paragraph_stays_body(together):
    assert [len(_kinds(page, "paragraph")) for page in _marked(together)] == [12, 9, 6, 56, 3]
