from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.desk import told
from tests.desk.browsing import ARGS, CHROMIUM, serving, visiting

from muniment import samples
from muniment.desk.web import application
from muniment.facade import Record


@pytest.fixture(scope="session")
def told_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record whose pages say what `told` says they say."""
    return told.build(tmp_path_factory.mktemp("told"))


@pytest.fixture(scope="session")
def sample_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a record of the sample pages, read by the grammar, one of them in two versions."""
    folder = tmp_path_factory.mktemp("samples")
    pages = folder / "pages"
    pages.mkdir()
    for page in samples.pages_folder().iterdir():
        (pages / page.name).write_bytes(page.read_bytes())
    path = folder / "record.db"
    with Record.create(path) as record:
        record.build([pages], [str(samples.profile_path())])
        for page in samples.later_folder().iterdir():
            (pages / page.name).write_bytes(page.read_bytes())
        record.build([pages], [str(samples.profile_path())])
    return path


@pytest.fixture
def record(sample_record: Path) -> Iterator[Record]:
    """The record of the sample pages, open."""
    with Record.open(sample_record) as opened:
        yield opened


@pytest.fixture
def web(told_record: Path) -> Iterator[TestClient]:
    """A visitor of the record that `told` tells of."""
    with TestClient(application(told_record), follow_redirects=False) as client:
        yield client


@pytest.fixture
def samples_web(sample_record: Path) -> Iterator[TestClient]:
    """A visitor of the record of the sample pages."""
    with TestClient(application(sample_record), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="module")
def site(told_record: Path) -> Iterator[str]:
    """The address of the site of the record that `told` tells of, served for as long as the tests take."""
    with serving(application(told_record)) as address:
        yield address


@pytest.fixture(scope="module")
def samples_site(sample_record: Path) -> Iterator[str]:
    """The address of the site of the record of the sample pages."""
    with serving(application(sample_record)) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    assert CHROMIUM, "these tests need Chromium: apt-get install chromium"
    with playwright.sync_playwright() as player:
        opened = player.chromium.launch(executable_path=CHROMIUM, headless=True, args=ARGS)
        yield opened
        opened.close()


@pytest.fixture
def tab(browser, site):
    """A tab 1280 wide, with the faults that the browser reports."""
    with visiting(browser, site) as page:
        yield page
