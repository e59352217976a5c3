"""What tests in a browser need: the site served, Chromium, and one address of every kind of page."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from starlette.applications import Starlette

from muniment.desk.web.navigation import RECORD, SECTIONS
from muniment.registers import REGISTERS

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync"]  # fmt: skip
WAIT = 15_000
"""Milliseconds that a browser waits for a thing to appear."""

NEEDS_BROWSER = pytest.mark.skipif(
    not CHROMIUM and not os.environ.get("CI"), reason="no Chromium here; install the package `chromium` to run these"
)


@contextmanager
def serving(app: Starlette) -> Iterator[str]:
    """Serve a site in a thread; gives its address."""
    import uvicorn

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error", ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    limit = time.monotonic() + 20
    while not server.started:
        assert time.monotonic() < limit, "the site did not start"
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@contextmanager
def visiting(browser, address: str, **how):
    """Open a tab at a site, 1280 wide if nothing else is said; its `faults` are those that the browser reports."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "base_url": address, **how})
    context.set_default_timeout(WAIT)
    page = context.new_page()
    page.faults = []
    page.on("console", lambda told: page.faults.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    yield page
    context.close()


def addresses(page) -> list[str]:
    """One address of every kind of page of the site that a tab is at."""
    places = [place.address for place in (*SECTIONS, *RECORD)]
    found = ["/", "/news?since=1", *places, "/calendar?view=list", "/calendar?view=timeline", "/search?words=treaty"]
    found += ["/search?by=meetings", "/gaps?as_of=2025-01-01"]
    for listed in ("/names", "/offices", "/states", "/promises"):
        page.goto(listed)
        linked = page.locator("main [data-step]")
        if linked.count():
            found.append(linked.first.get_attribute("href"))
    for register in REGISTERS:
        found.append(f"/{register}")
        page.goto(f"/{register}")
        rows = page.locator("tbody [data-step]")
        if rows.count():
            found.append(rows.first.get_attribute("href"))
            if register == "meetings":
                row = found[-1]
                found += [f"{row}/cite", f"{row}/proof", f"{row}/dossier"]
                page.goto(row)
                found.append(page.locator(".from .quote").first.get_attribute("href"))
    page.goto("/treaties")
    suppose = page.locator("a[href$='/whatif']")
    found += [suppose.first.get_attribute("href")] if suppose.count() else []
    page.goto("/unread")
    document = page.locator("h2 a").first.get_attribute("href")
    found += [document, f"{document}/reading"]
    return found + [f"{one}/versions" for one in changed(page)]


def changed(page) -> list[str]:
    """The address of a page with more than one version, where the site has any."""
    for row in page.request.get("/documents.json?sort=-date").json()["rows"]:
        for source in [] if row.get("stub") else row["sources"]:
            document = page.request.get("/pages", params={"source": source}).url.rpartition("/")[2]
            if len(page.request.get(f"/pages/{document}.json").json()["versions"]) > 1:
                return [f"/pages/{document}"]
    return []
