"""Who met whom, as a picture and as a table: of everybody, or around one name.

The picture is drawn by the server and stands still without a script; `static/network.js` lets names be moved and shows
the ties of the one pointed at. Whatever it shows stands in the table beside it too.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import date_asked, form_of, require_known, require_page, whole
from muniment.desk.web.catalogue import say
from muniment.desk.web.faults import missing
from muniment.desk.web.room import Room, room_of
from muniment.registers.network import Network, Tie

__all__ = ["Drawing", "Edge", "Node", "drawn", "network"]

SHOWN = 28
"""Names in a picture (judgement: more names run into each other)."""

_OFFERED = 200
"""Names offered to look around."""

_PAGE = 100
"""Ties on one page of the table."""

_MIDDLE, _HALF_WIDE, _HALF_HIGH = (500.0, 300.0), 215.0, 272.0
"""Middle of the picture, which is 1000 wide and 600 high, and how far from it names stand."""


class Node(msgspec.Struct, frozen=True):
    """A name in the picture: where it stands, how large its dot is, and on which side of it the name is written.

    `own` is the name that the picture is drawn around.
    """

    name: str
    times: int
    x: float
    y: float
    size: float
    anchor: str
    own: bool


class Edge(msgspec.Struct, frozen=True):
    """A tie in the picture: the places of its two names among the nodes, its line, and how thick that is."""

    one: int
    other: int
    path: str
    width: float


class Drawing(msgspec.Struct, frozen=True):
    """A picture of who met whom; `left_out` names found no place in it."""

    nodes: list[Node]
    edges: list[Edge]
    left_out: int


def drawn(found: Network, own: str = "", most: int = SHOWN) -> Drawing | None:
    """Return the picture of a network; None where fewer than two names met.

    Args:
        found: the network.
        own: the name it is drawn around, which stands in the middle; empty for none.
        most: names at most, those with the most ties.
    """
    shown = found.largest(most)
    if own in found.names and own not in shown:
        shown = [own, *shown[: most - 1]]
    return _drawing(found.of(shown), shown, len(found.names) - len(shown), own)


def _drawing(kept: Network, shown: Sequence[str], left_out: int, own: str = "") -> Drawing | None:
    """Return the picture of some names, those with the most ties first."""
    if not kept.ties:
        return None
    order = _neighbours(shown, kept, own)
    places = {name: _place(n, len(order)) for n, name in enumerate(order)}
    if own in kept.names:
        places[own] = _MIDDLE
    most_times, largest = max(tie.times for tie in kept.ties), max(kept.names.values())
    nodes = [
        Node(
            name, kept.names[name], *at, round(4 + 7 * math.sqrt(kept.names[name] / largest), 1),
            "middle" if name == own else "end" if at[0] < _MIDDLE[0] else "start", name == own,
        )
        for name, at in places.items()
    ]  # fmt: skip
    index = {name: place for place, name in enumerate(places)}
    edges = [
        Edge(index[tie.one], index[tie.other], _curve(places[tie.one], places[tie.other]),
             round(1 + 4 * tie.times / most_times, 1))
        for tie in kept.ties
    ]  # fmt: skip
    return Drawing(nodes, edges, left_out)


def _neighbours(shown: Sequence[str], found: Network, own: str) -> list[str]:
    """Return names in the order they stand around the picture: after each, the one that met those before most often."""
    times = {pair: tie.times for tie in found.ties for pair in ((tie.one, tie.other), (tie.other, tie.one))}
    left = [name for name in shown if name != own]
    order: list[str] = []
    while left:
        recent = order[-4:]
        left.sort(key=lambda name: -sum(times.get((name, other), 0) for other in recent))
        order.append(left.pop(0))
    return order


def _place(number: int, count: int) -> tuple[float, float]:
    """Return where a name stands: down the right side and up the left, evenly, so that no name is on another."""
    right = -(-count // 2)
    row, rows = (number, right) if number < right else (count - 1 - number, count - right)
    down = (2 * row + 1) / max(rows, 1) - 1
    out = _HALF_WIDE * math.sqrt(max(1 - 0.85 * down * down, 0))
    return round(_MIDDLE[0] + (out if number < right else -out), 1), round(_MIDDLE[1] + _HALF_HIGH * down, 1)


def _curve(one: tuple[float, float], other: tuple[float, float]) -> str:
    """Return the line between two places, bent towards the middle so that it is told from its neighbours."""
    bent = [round((a + b) / 4 + middle / 2, 1) for a, b, middle in zip(one, other, _MIDDLE, strict=True)]
    return f"M{one[0]} {one[1]}Q{bent[0]} {bent[1]} {other[0]} {other[1]}"


class _Shown(msgspec.Struct, frozen=True):
    """What the page shows of a network: its size, the names offered to look around, a page of its ties, its picture."""

    names: int
    meetings: int
    total: int
    offered: list[str]
    ties: list[Tie]
    picture: Drawing | None


def network(request: Request) -> Response:
    """Return who met whom, in the form asked for.

    Raises:
        Unknown: nobody of the name asked for met anybody.
    """
    require_known(request, "around", "since", "until", "page")
    room, form = room_of(request), form_of(request, request.path_params.get("form", ""))
    around = request.query_params.get("around", "").strip()
    since, until = date_asked(request, "since"), date_asked(request, "until")
    if form != "html":
        found = _network(room, around, since, until)
        table = [[tie.one, tie.other, tie.times, tie.last, tie.row] for tie in found.ties]
        data = msgspec.to_builtins(found)
        return room.data(form, [data] if form == "jsonl" else data, (["one", "other", "times", "last", "row"], table))
    page = max(whole(request.query_params, "page", 1), 1)
    offset = (page - 1) * _PAGE
    if around or since or until:
        found = _network(room, around, since, until)
        around = found.own(around)
        shown = _some(room, found, "\n".join((around, since, until)), around, offset)
    else:
        shown = _everybody(room, offset)
    require_page(shown.total, offset, "ties")
    asked = {"around": around, "since": since, "until": until}
    return room.page(
        "network.html", request, title=say("network.title"), active="network", found=shown, around=around, since=since,
        until=until, page=page, pages=-(-shown.total // _PAGE),
        query=urlencode({name: value for name, value in asked.items() if value}),
    )  # fmt: skip


def _network(room: Room, around: str, since: str, until: str) -> Network:
    """Return who met whom between two dates, around a name; each of the three may be empty.

    Raises:
        Unknown: nobody of that name met anybody.
    """
    if not since and not until:
        kept = room.record.kept_network()
        found = kept.around(around) if around else kept.whole()
    else:
        found = room.network(since, until)
        found = found.around(around) if around else found
    if around and found.own(around) not in found.names:
        raise missing("unknown-name", around[:120])
    return found


def _some(room: Room, found: Network, asked: str, own: str, offset: int) -> _Shown:
    """Return what the page shows of a network that was narrowed."""
    picture = room.once(("picture", asked), lambda: drawn(found, own))
    ties = found.ties[offset : offset + _PAGE]
    return _Shown(len(found.names), found.meetings, len(found.ties), found.largest(_OFFERED), ties, picture)


def _everybody(room: Room, offset: int) -> _Shown:
    """Return what the page shows of who met whom over all meetings, of which only that is read."""
    kept = room.record.kept_network()
    shown = kept.largest(SHOWN)
    picture = room.once(("picture", ""), lambda: _drawing(kept.of(shown), shown, kept.names - len(shown)))
    return _Shown(kept.names, kept.meetings, len(kept), kept.largest(_OFFERED), kept.ties(offset, _PAGE), picture)
