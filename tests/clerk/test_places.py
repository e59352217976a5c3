"""Places: cities that meetings are told of in, and where they are, as far as that is known."""

from __future__ import annotations

from muniment.clerk.places import places
from muniment.profiles.world import points, world
from muniment.registers.row import Row


def met(place: str, status: str = "held", start: str = "2031-01-01") -> Row:
    return Row("meetings", f"{place}{start}".encode().hex()[:16], {"place": place, "status": status, "start": start})


def test_a_city_has_a_point_of_its_own_or_stands_in_the_middle_of_its_state_or_nowhere():
    found = {one.place: one for one in places([met("Vienna, Austria"), met("Geneva"), met("Aldport")])}
    assert (found["Vienna, Austria"].state, found["Vienna, Austria"].exact) == ("Austria", True)
    assert (found["Geneva"].state, found["Geneva"].exact) == ("Switzerland", False)
    assert 46 < (found["Geneva"].north or 0) < 48
    assert (found["Aldport"].state, found["Aldport"].north) == ("", None)


def test_meetings_are_counted_held_and_announced_and_none_that_was_called_off():
    rows = [met("Minsk"), met("Minsk", "announced", "2032-02-02"), met("Minsk", "cancelled", "2033-03-03")]
    (found,) = places(rows)
    assert (found.held, found.announced, found.last) == (1, 1, "2032-02-02")


def test_every_point_is_of_a_state_or_city_of_the_tables_and_on_the_globe():
    cities = {f"{one.state}/{one.name}" for one in world().cities}
    assert set(points().cities) <= cities
    assert set(points().states) <= set(world().by_code)
    for north, east in [*points().cities.values(), *points().states.values()]:
        assert -90 <= north <= 90
        assert -180 <= east <= 180
