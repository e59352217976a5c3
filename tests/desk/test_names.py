"""A page for every name: life line, what it held, did and said, and whom it met."""

from __future__ import annotations

import re

from muniment.desk.web.lifeline import Span, life_line
from muniment.registers.dossier import Acquaintance, met, part_in
from muniment.registers.row import Row


def row(register: str, name: str = "r", **slots: object) -> Row:
    return Row(register, name, dict(slots))


def test_a_name_is_found_in_the_slot_that_tells_most_of_it():
    meeting = row(
        "meetings",
        bodies=["Tide Board"],
        chair="Ana Dol",
        participants=[{"name": "R. Rass", "office": "Envoy of Selm"}],
    )
    assert [part_in(meeting, name) for name in ("Tide Board", "Ana Dol", "R. Rass", "Selm", "Sel", "Hult")] == [
        "bodies", "chair", "participants", "office", "", "",
    ]  # fmt: skip
    act = {"action": "sign", "by": ["Selm"], "to": [{"name": "Hult"}]}
    assert part_in(row("instruments", actions=[act]), "Selm") == "actions"
    assert part_in(row("instruments", actions=[act]), "Hult") == "actions"
    assert part_in(row("documents", title="Selm"), "Selm") == ""


def test_whom_somebody_met_counts_meetings_that_were_held_and_the_last_of_them():
    def meeting(name: str, day: str, status: str, *others: str) -> Row:
        people = [{"name": other} for other in ("Ana Dol", *others)]
        return row("meetings", name, start=day, status=status, participants=people)

    told = met(
        "Ana Dol",
        [
            meeting("a", "2031-01-01", "held", "Bo", "Cy"),
            meeting("b", "2031-03-01", "held", "Bo", "Bo"),
            meeting("c", "2031-05-01", "announced", "Di"),
            row("meetings", "d", start="2031-06-01", status="held", chair="Bo"),
        ],
    )
    assert told == [Acquaintance("Bo", 2, "2031-03-01", "b"), Acquaintance("Cy", 1, "2031-01-01", "a")]


def test_a_life_line_places_what_lasts_and_what_is_done_in_its_time():
    line = life_line(
        [
            ("Tenures", True, [Span("2030", "2031-12-31", "in office"), Span("2032-01-01", "", "still")]),
            ("Meetings", False, [Span("2032-12-31", "", "met"), Span("", "", "no date")]),
            ("Awards", False, []),
        ],
        "2033-12-31",
    )
    assert [one.label for one in line.lines] == ["Tenures", "Meetings"]
    first, still = line.lines[0].marks
    assert (first.left, first.right, first.open) == (0, 499, False)
    assert (still.left, still.right, still.open) == (500, 1000, True)
    (day,) = line.lines[1].marks
    assert day.left == day.right == 750
    assert line.ticks == [(250, 2031), (500, 2032), (751, 2033)]


def test_there_is_no_life_line_of_a_single_date():
    assert life_line([("Meetings", False, [Span("2031-01-01", "", "a"), Span("2031-01-01", "", "b")])], "") is None
    assert life_line([], "2031") is None


def test_a_long_life_has_few_years_marked():
    line = life_line([("Meetings", False, [Span("1900", "", "a"), Span("2030", "", "b")])], "")
    assert len(line.ticks) <= 9


def test_a_persons_page_tells_offices_statements_and_whom_they_met(samples_web):
    page = samples_web.get("/names", params={"name": "Iskander Zaynurin"}).text
    assert re.search(r'<p class="lead"><a href="/tenures/[0-9a-f]{16}">[^<]*Secretary General', page)
    for heading in ("Life line", "Tenures", "Statements", "Meetings", "Who met whom"):
        assert f">{heading}" in page
    assert 'href="/names?name=Maelis%20Thorquin"' in page
    assert '<svg class="network"' in page
    told = samples_web.get("/names.json", params={"name": "Iskander Zaynurin"}).json()
    assert {one["name"] for one in told["met"]} >= {"Maelis Thorquin", "Sitai Namwera"}
    assert {one["part"] for one in told["rows"]["statements"]} == {"speaker"}


def test_a_body_is_told_with_what_it_is_part_of_and_its_meetings(samples_web):
    page = samples_web.get("/names", params={"name": "LSCO Permanent Council"}).text
    assert "council of Lantern Sea Compact Organization" in page
    assert len(re.findall(r'<a data-step href="/meetings/', page)) == 3


def test_rows_lead_to_the_pages_of_the_names_they_are_about(samples_web):
    row = samples_web.get("/tenures.json?limit=1").json()["rows"][0]
    page = samples_web.get(f"/tenures/{row['id']}").text
    assert "All that is told of" in page
    assert (
        '<figure class="life">'
        in samples_web.get(
            f"/instruments/{next(r['id'] for r in samples_web.get('/instruments.json').json()['rows'] if two_dates(r))}"
        ).text
    )


def two_dates(row: dict) -> bool:
    return len({act["date"] for act in row.get("actions", []) if act.get("date")}) > 1


def test_names_are_listed_and_one_that_no_row_has_is_told(samples_web):
    page = samples_web.get("/names").text
    assert 'href="/names?name=Namberu"' in page
    assert {one["kind"] for one in samples_web.get("/names.json").json()} == {"people", "bodies", "members"}
    assert samples_web.get("/names?name=Nobody%20Atall").status_code == 404
    assert samples_web.get("/names.csv?name=Namberu").status_code == 400


def test_a_body_leads_to_its_calendar_and_a_state_to_what_waits_for_it(samples_web):
    page = samples_web.get("/names?name=LSCO+Permanent+Council").text
    address = re.search(r'href="(/calendar\?body=[^"]+)"', page)[1]
    assert "LSCO Permanent Council" in samples_web.get(address).text
    assert "BEGIN:VEVENT" in samples_web.get(address.replace("/calendar", "/calendar.ics")).text
    page = samples_web.get("/names?name=Halvenia").text
    assert 'href="/calendar?member=Halvenia"' in page
    assert 'href="/states/Halvenia"' in page
    page = samples_web.get("/states/Halvenia").text
    assert 'href="/names?name=Halvenia"' in page
    assert 'href="/calendar?member=Halvenia"' in page


def test_a_person_has_neither_a_calendar_nor_a_page_of_what_waits(samples_web):
    page = samples_web.get("/names?name=Iskander+Zaynurin").text
    assert "/calendar?" not in page
    assert 'href="/states/' not in page
