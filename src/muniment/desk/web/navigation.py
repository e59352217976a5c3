"""Where the frame of every page leads: the sections at the top, the pages about the record at the foot.

A new section is a line here, its label in `catalogue/<language>/frame.toml`, and a route in `site.py`.
"""

from __future__ import annotations

import msgspec

__all__ = ["RECORD", "SECTIONS", "Place"]


class Place(msgspec.Struct, frozen=True):
    """A place that the frame leads to.

    Attributes:
        name: what a page says it is (`active`) to be marked as the one that is shown.
        address: where it stands.
        label: key of what it is called.
    """

    name: str
    address: str
    label: str


SECTIONS = (
    Place("registers", "/registers", "frame.nav.registers"),
    Place("calendar", "/calendar", "frame.nav.calendar"),
    Place("names", "/names", "frame.nav.names"),
    Place("gaps", "/gaps", "frame.nav.gaps"),
    Place("agendas", "/agendas", "frame.nav.agendas"),
    Place("offices", "/offices", "frame.nav.offices"),
    Place("promises", "/promises", "frame.nav.promises"),
    Place("duties", "/duties", "frame.nav.duties"),
    Place("states", "/states", "frame.nav.states"),
    Place("deployments", "/deployments", "frame.nav.deployments"),
    Place("formulas", "/formulas", "frame.nav.formulas"),
    Place("search", "/search", "frame.nav.search"),
)
"""What the record tells, in the order of the navigation at the top; `registers` opens the row of registers."""

RECORD = (
    Place("contradictions", "/contradictions", "frame.nav_record.contradictions"),
    Place("status", "/status", "frame.nav_record.status"),
    Place("unread", "/unread", "frame.nav_record.unread"),
    Place("about", "/about", "frame.nav_record.about"),
)
"""What the record rests on, at the foot."""
