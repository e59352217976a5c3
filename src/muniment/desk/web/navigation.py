"""Where the frame of every page leads: the sections at the top, the pages about the record at the foot.

A new section is a line here (in a group, if one fits: the top has room for about ten), its label in
`catalogue/<language>/frame.toml`, and a route in `site.py`.
"""

from __future__ import annotations

import msgspec

__all__ = ["RECORD", "SECTIONS", "Place", "beside", "top"]


class Place(msgspec.Struct, frozen=True):
    """A place that the frame leads to.

    Attributes:
        name: what a page says it is (`active`) to be marked as the one that is shown.
        address: where it stands.
        label: key of what it is called.
        group: name of the group that it stands in at the top, whose places have a row of their own; empty for none.
    """

    name: str
    address: str
    label: str
    group: str = ""


SECTIONS = (
    Place("registers", "/registers", "frame.nav.registers"),
    Place("calendar", "/calendar", "frame.nav.calendar"),
    Place("treaties", "/treaties", "frame.nav.treaties"),
    Place("names", "/names", "frame.nav.names"),
    Place("gaps", "/gaps", "frame.nav.gaps"),
    Place("agendas", "/agendas", "frame.nav.agendas", "practice"),
    Place("offices", "/offices", "frame.nav.offices", "practice"),
    Place("promises", "/promises", "frame.nav.promises"),
    Place("duties", "/duties", "frame.nav.duties", "practice"),
    Place("states", "/states", "frame.nav.states", "practice"),
    Place("deployments", "/deployments", "frame.nav.deployments", "practice"),
    Place("formulas", "/formulas", "frame.nav.formulas", "practice"),
    Place("network", "/network", "frame.nav.network", "figures"),
    Place("trends", "/trends", "frame.nav.trends", "figures"),
    Place("map", "/map", "frame.nav.map", "figures"),
    Place("search", "/search", "frame.nav.search"),
)
"""What the record tells, in the order of the navigation at the top; `registers` opens the row of registers."""

RECORD = (
    Place("contradictions", "/contradictions", "frame.nav_record.contradictions"),
    Place("proposals", "/proposals", "frame.nav_record.proposals"),
    Place("status", "/status", "frame.nav_record.status"),
    Place("sources", "/sources", "frame.nav_record.sources"),
    Place("unread", "/unread", "frame.nav_record.unread"),
    Place("sql", "/sql", "frame.nav_record.sql"),
    Place("about", "/about", "frame.nav_record.about"),
)
"""What the record rests on, at the foot."""

_GROUPS = {"practice": "frame.nav.practice", "figures": "frame.nav.figures"}
"""Group -> key of what it is called at the top."""


def top() -> list[Place]:
    """Return the places at the top: those of no group, and each group once, leading to its first place."""
    found: dict[str, Place] = {}
    for place in SECTIONS:
        if place.group:
            found.setdefault(place.group, Place(place.group, place.address, _GROUPS[place.group], place.group))
        else:
            found[place.name] = place
    return list(found.values())


def beside(active: str) -> list[Place]:
    """Return the places of the group that the page shown is in; none where it is in no group."""
    group = next((place.group for place in SECTIONS if place.name == active), "")
    return [place for place in SECTIONS if group and place.group == group]
