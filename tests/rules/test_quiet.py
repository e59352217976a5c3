from __future__ import annotations

import datetime

from muniment.registers.row import Row
from muniment.rules.quiet import quiet


def met(*days: str, body: str = "Tide Board", status: str = "held") -> list[Row]:
    return [Row("meetings", f"{body}{day}", {"bodies": [body], "start": day, "status": status}) for day in days]


def on(day: str) -> datetime.date:
    return datetime.date.fromisoformat(day)


MONTHLY = met("2030-01-10", "2030-02-10", "2030-03-10", "2030-04-10")


def test_a_body_is_quiet_after_three_times_its_usual_interval():
    (found,) = quiet(MONTHLY, on("2030-08-01"))
    assert (found.body, found.last, found.days, found.usual, found.met) == ("Tide Board", "2030-04-10", 113, 31, 4)
    assert found.row == "Tide Board2030-04-10"
    assert quiet(MONTHLY, on("2030-07-01")) == []


def test_a_meeting_that_is_announced_for_later_ends_the_silence():
    assert quiet([*MONTHLY, *met("2030-09-01", status="announced")], on("2030-08-01")) == []
    assert len(quiet([*MONTHLY, *met("2030-09-01", status="cancelled")], on("2030-08-01"))) == 1


def test_only_days_on_which_a_body_is_told_to_have_met_count():
    few = met("2030-01-10", "2030-02-10")
    assert quiet(few, on("2031-07-01")) == []
    assert quiet([*few, *met("2030-03", "2030")], on("2031-07-01")) == []
    assert quiet([*few, *met("2030-03-10", status="announced")], on("2031-07-01")) == []
    assert quiet([*few, *met("2030-02-10")], on("2031-07-01")) == [], "one day told twice is one day"


def test_meetings_after_the_day_looked_from_do_not_count():
    assert quiet([*MONTHLY, *met("2030-12-10")], on("2030-08-01"))[0].last == "2030-04-10"


def test_the_longest_silence_comes_first():
    other = met("2029-01-01", "2029-02-01", "2029-03-01", body="Gauge Panel")
    assert [one.body for one in quiet([*MONTHLY, *other], on("2030-08-01"))] == ["Gauge Panel", "Tide Board"]
