"""The commands that fetch from the web, against a server on this machine."""

import json

import pytest
from click.testing import CliRunner
from tests.rogue import Rogue

from muniment.desk.cli import cli

RELEASE = (
    "<!doctype html><html lang=en><head><title>The Harbour Council met in Vienna</title></head><body><main>"
    "<h1>The Harbour Council met in Vienna</h1><p>May 5, 2024. The Committee of Secretaries of the Security Councils "
    "held a meeting in Vienna on May 5, 2024.</p></main></body></html>"
)


@pytest.fixture
def server():
    with Rogue() as rogue:
        yield rogue


def run(*arguments):
    return CliRunner().invoke(cli, [str(one) for one in arguments], catch_exceptions=True)


def test_a_web_page_is_read_by_its_address(server):
    address = server.page("/news/1", RELEASE)
    done = run("read", address, "--allow-private", "--delay", 0, "--profile", "none")
    assert done.exit_code == 0, done.output
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert {claim["source"] for claim in claims} == {address}
    assert "meetings" in {claim["register"] for claim in claims}


def test_this_machine_is_not_read_unless_that_is_allowed(server):
    done = run("read", server.page("/news/1", RELEASE), "--profile", "none")
    assert done.exit_code == 4
    assert "not a public address" in done.stderr
    assert "--allow-private" in done.stderr
    assert server.asked == []


def test_a_page_that_is_not_there_is_told_and_the_rest_is_read(server):
    there, gone = server.page("/news/1", RELEASE), server.at("/news/2")
    done = run("read", gone, there, "--allow-private", "--delay", 0, "--profile", "none")
    assert done.exit_code == 0
    assert f"muniment: {gone}: there is no such page (status 404)" in done.stderr
    assert there in done.stdout
    assert run("read", gone, "--allow-private", "--delay", 0, "--profile", "none", "--strict").exit_code == 4
