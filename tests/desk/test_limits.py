"""How much one visitor may ask for: requests, earlier states made again, questions at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.requests import HTTPConnection
from starlette.testclient import TestClient

from muniment.desk.cli.serving import served
from muniment.desk.limits import Buckets, Gate, Limits, client_of
from muniment.desk.web import application
from muniment.errors import TooMany


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_holds_a_quarter_of_a_minute_and_fills_steadily():
    clock = Clock()
    buckets = Buckets(60, clock)
    assert [buckets.wait("a") for _ in range(15)] == [0.0] * 15
    assert buckets.wait("a") == pytest.approx(1.0)
    assert buckets.wait("b") == 0.0
    clock.now = 1.0
    assert buckets.wait("a") == 0.0
    assert buckets.wait("a") > 0
    clock.now = 10_000.0
    assert [buckets.wait("a") for _ in range(16)].count(0.0) == 15


def test_the_buckets_of_those_who_have_not_asked_for_longest_are_forgotten(monkeypatch):
    monkeypatch.setattr("muniment.desk.limits._VISITORS", 2)
    buckets = Buckets(4, Clock())
    for _ in range(3):
        assert buckets.wait("a") == 0.0
    assert buckets.wait("a") > 0
    buckets.wait("b")
    buckets.wait("c")
    assert buckets.wait("a") == 0.0


@pytest.mark.parametrize(
    ("host", "client"),
    [
        ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::9", "2001:db8:1:2::/64"), ("::ffff:192.0.2.7", "192.0.2.7"),
        ("testclient", "testclient"),
    ],
)  # fmt: skip
def test_an_address_is_a_visitor_and_so_is_the_network_of_a_household(host, client):
    assert client_of(HTTPConnection({"type": "http", "client": (host, 1), "headers": []})) == client
    assert client_of(HTTPConnection({"type": "http", "headers": []})) == ""


@pytest.fixture
def limited(told_record: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    clock = Clock()
    monkeypatch.setattr("muniment.desk.cli.serving.Gate", lambda limits: Gate(limits, clock))
    with TestClient(served(str(told_record), limits=Limits(requests=16, replays=3))) as visitor:
        yield visitor


def test_who_asks_too_often_is_told_when_to_ask_again(limited: TestClient):
    answers = [limited.get("/meetings") for _ in range(5)]
    assert [one.status_code for one in answers] == [200, 200, 200, 200, 429]
    refused = answers[-1]
    assert 1 <= int(refused.headers["retry-after"]) <= 4
    assert "Wait" in refused.text
    assert refused.headers["content-security-policy"]
    assert limited.get("/meetings.json").json()["error"] == "too-many"
    assert limited.get("/static/style.css").status_code == 200


def test_pages_and_the_api_take_from_one_bucket(limited: TestClient):
    pytest.importorskip("fastapi")
    for _ in range(4):
        assert limited.get("/api/v1/status").status_code == 200
    assert limited.get("/api/v1/status").status_code == 429
    assert limited.get("/api/v1/status").headers["retry-after"]
    assert limited.get("/").status_code == 429


def test_an_earlier_state_that_is_kept_costs_nothing_and_one_made_again_does(told_record: Path):
    gate = Gate(Limits(replays=3), Clock())
    with TestClient(application(told_record, gate=gate)) as visitor:
        for _ in range(5):
            assert visitor.get("/meetings?known_at=9").status_code == 200
        assert visitor.get("/meetings?known_at=8").status_code == 200
        assert visitor.get("/meetings?known_at=7").status_code == 200
        refused = visitor.get("/meetings?known_at=6")
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "20")
        assert visitor.get("/meetings?known_at=9").status_code == 200
        assert visitor.get("/meetings").status_code == 200
        assert visitor.get("/meetings?known_at=no-state").status_code == 400


def test_nothing_is_limited_where_no_limit_is_named(web: TestClient):
    assert {web.get("/about").status_code for _ in range(40)} == {200}


def test_questions_in_sql_take_turns():
    gate = Gate()
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with gate.turn():
            held.set()
            done.wait(10)

    threads = [threading.Thread(target=hold) for _ in range(2)]
    for thread in threads:
        held.clear()
        thread.start()
        assert held.wait(5)
    with pytest.raises(TooMany), gate.turn():
        pass
    done.set()
    for thread in threads:
        thread.join()
    with gate.turn():
        pass
