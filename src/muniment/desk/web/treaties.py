"""Treaties by members: where each stands on a day, what keeps a treaty from force, and whose consent is the last."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.web.asking import as_of, form_of, require_known, require_page, whole
from muniment.desk.web.catalogue import say
from muniment.desk.web.faults import wrong
from muniment.desk.web.room import Room, room_of
from muniment.desk.web.words import date, time
from muniment.facade.participation import Home
from muniment.registers.participation import TreatyStanding
from muniment.registers.row import Row
from muniment.registers.treaty_table import MATRIX_COLUMNS, SIGNS, matrix_lines, rule_in_words
from muniment.rules.participation import STATUSES, Act, Participation, accepted_tacitly, bound_on

_CELLS = 60
"""Signs on one page: a member's sign with its details is about a kilobyte (measured, 2026-11-23)."""

__all__ = ["Cell", "Line", "line_of", "standing_of", "treaties"]


class Cell(msgspec.Struct, frozen=True):
    """Where one member stands, as a page shows it.

    Attributes:
        own: where it stands.
        sign: the letter of its status.
        anchor: the place of its details on the page.
        notes: numbers of the footnotes on it.
        acts: what is told of it, each with the claim that tells it first.
        accepted: for each of its reservations, the parties that accepted it by saying nothing, with the day.
        detail: where it stands and its clocks with their days, in one line.
    """

    own: Participation
    sign: str
    anchor: str
    notes: list[int]
    acts: list[Act]
    accepted: list[tuple[tuple[str, datetime.date], ...]]
    detail: str


class Line(msgspec.Struct, frozen=True):
    """One treaty, as a page shows it: how it stands, its rule in words, each member, and the footnotes."""

    treaty: TreatyStanding
    rule: str
    cells: list[Cell]
    notes: list[tuple[int, str]]

    @property
    def force(self) -> list[tuple[str, str]]:
        """What is told and what follows of its entry into force and its registration: what each tells of, in words."""
        told = [*_in_force(self), *(() if self.treaty.in_force else _wanting(self)), *_registered(self.treaty)]
        return [(kind, text) for kind, text in told if text]

    @property
    def last(self) -> str:
        """The only member whose consent is wanting; empty where there are more."""
        return self.treaty.waiting_for[0] if len(self.treaty.waiting_for) == 1 and not self.treaty.any_of else ""


def _in_force(line: Line) -> Iterator[tuple[str, str]]:
    """Yield when a treaty enters into force: as told, by its clause, as computed, provisionally."""
    treaty = line.treaty
    day = treaty.computed.date if treaty.computed is not None else None
    if treaty.told_in_force:
        differs = day is not None and day.isoformat() != treaty.told_in_force
        more = Markup(" {}").format(say("treaties.differs", day=time(day))) if differs else ""
        yield "told", Markup("{}{}").format(say("treaties.told", day=time(treaty.told_in_force)), more)
    if treaty.found is None:
        yield "no_clause", "" if treaty.told_in_force else say("treaties.no_clause")
    elif treaty.found.clause.unread:
        yield "clause", say("treaties.rule_unread", words=treaty.found.clause.unread)
    else:
        page = treaty.found.source == "page"
        where = say("treaties.rule_from_page", page=f"/pages/{treaty.found.where}") if page else ""
        yield (
            "clause",
            Markup("{} {}").format(say("treaties.rule", rule=line.rule), where or say("treaties.rule_from_slot")),
        )
        if day is not None and treaty.computed is not None and not treaty.told_in_force:
            certainty = say(f"treaties.certainty.{treaty.computed.certainty}")
            yield "computed", say("treaties.computed", day=time(day), certainty=certainty)
    if treaty.computed is not None and treaty.computed.provisional:
        yield "provisional", say("treaties.provisional", day=time(treaty.computed.provisional))


def _wanting(line: Line) -> Iterator[tuple[str, str]]:
    """Yield whose consent is wanting."""
    treaty = line.treaty
    if line.last:
        yield "last", say("treaties.last", member=line.last)
    elif treaty.waiting_for:
        yield "waits", say("treaties.waits", names=", ".join(treaty.waiting_for))
    if treaty.any_of:
        yield "any_of", say("treaties.any_of", count=treaty.any_of, names=", ".join(treaty.candidates))
    unread = treaty.found is None or treaty.found.clause.unread
    if treaty.computed is not None and treaty.computed.missing and not unread and not treaty.waiting_for:
        yield "missing", say("treaties.missing", missing=treaty.computed.missing)


def _registered(treaty: TreatyStanding) -> Iterator[tuple[str, str]]:
    """Yield how a treaty stands with the register of the United Nations."""
    if treaty.registration in ("open", "told"):
        yield "registration", say(f"treaties.registration_{treaty.registration}")
    elif treaty.registration:
        yield "registration", say("treaties.registration", number=treaty.registration)


def treaties(request: Request) -> Response:
    """Return the treaties of each organisation by its members on a day."""
    require_known(request, "as_of", "organisation", "organization", "page")
    room, day = room_of(request), as_of(request)
    form = form_of(request, request.path_params.get("form", ""))
    asked = request.query_params.get("organisation") or request.query_params.get("organization", "")
    kept = room.record.kept_treaties(day)
    homes = room.record.treaty_homes(kept)
    every = [one for one in homes if not asked or one.casefold() == asked.casefold()]
    if asked and not every:
        raise wrong(
            "unknown-organization",
            "organisation",
            hint="hint" if homes else "",
            asked=repr(asked[:60]),
            there=", ".join(homes),
        )
    if form != "html":
        matrices = [one for name in every for one in room.record.treaty_matrix(name, day) if one.organization == name]
        return room.data(form, msgspec.to_builtins(matrices), (list(MATRIX_COLUMNS), matrix_lines(matrices)))
    pages = list(_pages({name: homes[name] for name in every}, kept.counts))
    number = whole(request.query_params, "page", 1) or 1
    require_page(len(pages), number - 1, say("treaties.title"))
    shown, notes = [], 0
    for name, offset, limit in pages[number - 1] if pages else []:
        lines, notes = _lines(kept.some(offset, limit, name), notes)
        shown.append((name, homes[name], lines, kept.counts[name], offset + limit >= kept.counts[name]))
    return room.page(
        "treaties.html", request, title=say("treaties.title"), active="treaties", day=day, asked=asked,
        every=list(homes), shown=shown, statuses=list(STATUSES), signs=SIGNS, page=number, pages=len(pages),
    )  # fmt: skip


def _pages(homes: Mapping[str, Home], counts: Mapping[str, int]) -> Iterator[list[tuple[str, int, int]]]:
    """Yield pages of treaties: for each organisation on them, how many treaties come before, and how many there are."""
    page: list[tuple[str, int, int]] = []
    left = _CELLS
    for name, home in homes.items():
        each, offset = max(1, len(home.members)), 0
        while offset < counts[name]:
            if page and left < each:
                yield page
                page, left = [], _CELLS
            limit = min(counts[name] - offset, max(1, left // each))
            page.append((name, offset, limit))
            offset, left = offset + limit, left - limit * each
    if page:
        yield page


def standing_of(room: Room, row: Row, day: str | None) -> Line | None:
    """Return how a treaty stands with its members on a day, today where it is None; None of one that is nobody's."""
    found = room.record.kept_treaties(day).about(row.id)
    return line_of(found[0]) if found else None


def _lines(treaties: Sequence[TreatyStanding], notes: int) -> tuple[list[Line], int]:
    """Return treaties as a page shows them, footnotes numbered after those before; and how many there are then."""
    lines = []
    for treaty in treaties:
        lines.append(line_of(treaty, notes))
        notes += len(lines[-1].notes)
    return lines, notes


def line_of(treaty: TreatyStanding, notes_before: int = 0) -> Line:
    """Return a treaty as a page shows it; its footnotes are numbered after those before."""
    notes: list[tuple[int, str]] = []
    cells: list[Cell] = []
    consents = {one.member: day for one in treaty.members if (day := bound_on(one.acts)) is not None}
    for own in treaty.members:
        told = _notes(own)
        first = notes_before + len(notes) + 1
        notes += [(first + place, f"{own.member}: {note}") for place, note in enumerate(told)]
        others = {who: day for who, day in consents.items() if who != own.member}
        cells.append(
            Cell(
                own, SIGNS[own.status], f"p-{treaty.row}-{len(cells) + 1}", list(range(first, first + len(told))),
                list(own.acts), [accepted_tacitly(one, others, treaty.at) for one in own.reservations], _detail(own),
            )
        )  # fmt: skip
    return Line(treaty, rule_in_words(treaty.found.clause) if treaty.found else "", cells, notes)


def _detail(own: Participation) -> str:
    """Return where a member stands and each of its clocks that is told, with the days."""
    status = say("treaties.of_member", member=own.member, status=say(f"treaties.status.{own.status}.meaning"))
    told = [
        (clock.name, [date(act.date) if act.date else say("treaties.no_date") for act in clock.acts])
        for clock in own.clocks
        if clock.acts
    ]
    if own.in_force:
        told.append(("in_force", [date(own.in_force.isoformat())]))
    return " · ".join([status, *(f"{say(f'treaties.clocks.{name}')}: {', '.join(days)}" for name, days in told)])


def _notes(own: Participation) -> list[str]:
    """Return what a footnote says of a member: reservations, declarations, provisional application, leaving."""
    told = []
    for one in own.reservations:
        key = "withdrawn" if one.withdrawn else "objected" if one.objected else "reserved"
        told.append(
            str(say(f"treaties.note.{key}", day=one.act.date or "?", text=one.act.text, back=one.withdrawn,
                    names=", ".join(who for who, _ in one.objected)))
        )  # fmt: skip
    told += [str(say("treaties.note.declared", day=act.date or "?", text=act.text)) for act in own.declarations]
    told += [
        str(say("treaties.note.provisional", day=act.date or "?"))
        for act in own.acts
        if act.action == "apply_provisionally" and own.status != "provisional"
    ]
    if own.leaves:
        told.append(str(say("treaties.note.leaves", day=own.leaves)))
    return told
