"""A dossier: one row on one page, for print: its status, why, who is missing, and the words behind each line.

A dossier says nothing of its own: every line is what the row, its proof and the rules say elsewhere, with the words,
the address, the day of capture and the hash it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import msgspec
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response

from muniment.desk.answers import HEAD_HEADER
from muniment.desk.web import spoken
from muniment.desk.web.asking import as_of, form_of, require_known
from muniment.desk.web.catalogue import SPOKEN, say
from muniment.desk.web.citing import content_hash
from muniment.desk.web.marks import Mark, marks_of
from muniment.desk.web.room import Room, room_of, sourced
from muniment.desk.web.rows import slots_of
from muniment.desk.web.steps import steps_of
from muniment.desk.web.treaties import Cell, line_of
from muniment.desk.web.words import covered, date, plain, time
from muniment.registers import Register
from muniment.registers.agendas import Course
from muniment.registers.proving import rule_of
from muniment.registers.row import Row
from muniment.registers.values import shortened
from muniment.rules import Gap

__all__ = ["COLUMNS", "MOST", "Line", "Sheet", "Source", "data_of", "dossier", "page_of", "sheet", "unmarked"]

MOST = 8
"""Quotations on one page (judgement: with their addresses and hashes, more do not fit on A4 beside the lines)."""

_CLAIMS = 200
"""Claims of a row that its lines are looked up in."""

_QUOTE = 320
_VALUE = 260
"""Code points of a quotation and of a value that a line shows."""

_STATUS = ("status", "state", "trend", "kind")
"""Slots that tell how a row stands, the first that it has."""

COLUMNS = ["part", "label", "text", "quote", "source", "captured", "document", "claim"]
"""Columns of a dossier as CSV: a line for each quotation of each line."""


class Source(msgspec.Struct, frozen=True):
    """The words that a line rests on.

    Attributes:
        number: by which the lines refer to it.
        id: the claim's.
        quote: the words, shortened; empty where no page tells it.
        said_by: the speaker, where only somebody's words tell of it.
        source: the page's address or path, a profile's line or a person's decision, in words.
        captured: when the page's bytes were first seen, UTC; empty where no page tells it.
        document: SHA-256 of those bytes; empty where no page tells it.
    """

    number: int
    id: str
    quote: str
    said_by: str
    source: str
    captured: str
    document: str


class Line(msgspec.Struct, frozen=True):
    """One thing told: what it is about, what is told, and the numbers of the words it rests on."""

    label: str
    text: str
    sources: list[int] = []


class Sheet(msgspec.Struct, frozen=True):
    """A dossier.

    Attributes:
        register: of the row.
        row: its id.
        title: its caption.
        kind: what sort of thing it is.
        day: the day it is looked from, ISO 8601.
        status: how it stands, in words.
        marks: what keeps it from looking like more than it is.
        why: why it stands so.
        missing: who and what is missing.
        told: the values, and what was done.
        sources: the words that the lines rest on.
        left_out: lines left out for want of space.
        address: the row's permanent address; its path alone, where no site is named.
        content: SHA-256 of what the row says.
        head: of the ledger.
        covered: what the record covers, in words.
    """

    register: str
    row: str
    title: str
    kind: str
    day: str
    status: str
    marks: list[Mark]
    why: list[Line]
    missing: list[Line]
    told: list[Line]
    sources: list[Source]
    left_out: int
    address: str
    content: str
    head: str
    covered: str


class _Draft(msgspec.Struct):
    """A line before its quotations are numbered: for each thing it tells, the ids of claims any of which tells it."""

    label: str
    text: str
    claims: Sequence[Sequence[str]] = ()


class _Quoted:
    """The words that lines rest on, numbered in the order in which lines ask for them, up to a number."""

    def __init__(self, room: Room, claims: Iterable[dict[str, Any]], most: int) -> None:
        self._room, self._most = room, most
        self._known = {str(one["id"]): one for one in claims}
        self._numbers: dict[str, int] = {}
        self.left_out = 0

    def lines(self, drafts: Iterable[_Draft]) -> list[Line]:
        """Return lines with their numbers; a line whose words find no place any more is left out and counted."""
        found = []
        for draft in drafts:
            asked = [told for told in draft.claims if told]
            numbers = {number for told in asked if (number := self._number(told))}
            if asked and not numbers:
                self.left_out += 1
            else:
                found.append(Line(draft.label, draft.text, sorted(numbers)))
        return found

    def _number(self, claims: Sequence[str]) -> int:
        """Return the number of one of some claims, a new one if none has any; 0 where there is no place for it."""
        known = next((self._numbers[claim] for claim in claims if claim in self._numbers), 0)
        if not known and len(self._numbers) < self._most:
            known = self._numbers[claims[0]] = len(self._numbers) + 1
        return known

    def sources(self) -> list[Source]:
        """Return the words, in the order of their numbers."""
        return [self._source(number, claim) for claim, number in self._numbers.items()]

    def _source(self, number: int, claim: str) -> Source:
        told = self._known.get(claim) or self._room.record.claim(claim)
        quotes = _apart([" ".join(str(one["quote"]).split()) for one in told["evidence"]])
        document = str(told["evidence"][0]["document"]) if quotes else ""
        where = sourced(told)
        if told.get("basis"):
            where = f"{where}, {say('row.basis', basis=told['basis'], author=told['author'])}"
        return Source(
            number, claim, shortened(" … ".join(quotes), _QUOTE), str(told.get("attributed_to") or ""), where,
            self._room.record.captured(document) if document else "", document,
        )  # fmt: skip


def _apart(quotes: Sequence[str]) -> list[str]:
    """Return quotations without those that stand in another."""
    once = list(dict.fromkeys(quotes))
    return [one for one in once if not any(one in other for other in once if other != one)]


def sheet(  # noqa: PLR0913 - which row, from which day, how much, and where it stands
    room: Room, register: str, row: str, day: str | None = None, most: int = MOST, site: str = ""
) -> Sheet:
    """Return the dossier of a row.

    Args:
        room: the record.
        register: the row's register.
        row: its id, or a beginning that no other has.
        day: the day to look from, ISO 8601; today where None.
        most: quotations at most.
        site: address of the site, for the row's permanent address; empty for its path alone.

    Raises:
        Unknown: there is no such register or row.
    """
    record, known = room.record, spoken.register(register)
    found = record.row(known.name, row)
    claims = record.claims_of(found, _CLAIMS)
    gaps = [gap for gap in room.record.kept_gaps(day).about(found.id) if gap.register == found.register]
    status, why, missing = _standing(room, known, found, day)
    quoted = _Quoted(room, claims, most)
    told = {
        "why": quoted.lines(why),
        "missing": quoted.lines([*missing, *_open(gaps)]),
        "told": quoted.lines(_told(known, found, claims)),
    }
    return Sheet(
        register=known.name, row=found.id, title=known.caption(found.slots), kind=known.singular,
        day=day or room.today(), status=status, marks=marks_of(found), sources=quoted.sources(),
        left_out=quoted.left_out, address=f"{site}/{known.name}/{found.id}", content=content_hash(found),
        head=record.head(), covered=covered(room.coverage()), **told,
    )  # fmt: skip


def _standing(room: Room, register: Register, row: Row, day: str | None) -> tuple[str, list[_Draft], list[_Draft]]:
    """Return how a row stands, why, and who is missing."""
    if register.name == "commitments":
        return _promise(room, row, day)
    if register.name == "meetings":
        course = next(iter(room.record.kept_agendas(day).about(row.id)), None)
        if course is not None:
            return _meeting(course, row)
    if register.name == "tenures":
        return _tenure(room, register, row)
    status, why = _by_slot(register, row)
    if register.name == "instruments":
        return status, [*why, *_acted(room, row, day)], _owing(room, row, day)
    return status, why, []


def _by_slot(register: Register, row: Row) -> tuple[str, list[_Draft]]:
    """Return how a row stands by the slot that tells it, and the rule by which it does."""
    slot = next((name for name in _STATUS if row.slots.get(name)), "")
    if not slot:
        return say("dossiers.not_told"), []
    rule = rule_of(register.name, register.field(slot))
    by = say("dossiers.by_rule_of", rule=rule.words, source=rule.source) if rule.source else ""
    text = by or say("dossiers.by_rule", rule=rule.words)
    given = [claim for claim in row.given_by.get(slot, []) if not claim.startswith("decision:")]
    return plain(row.slots[slot]), [_Draft(say("dossiers.rule"), text, [given])]


def _acted(room: Room, row: Row, day: str | None) -> Iterator[_Draft]:
    """Yield how a treaty stands: what is told of its entry into force, and the members that consented."""
    treaty = room.record.treaty(row, day)
    if treaty is None:
        return
    line = line_of(treaty)
    counts = {name: treaty.count(name) for name in ("signed", "ratified", "deposited")}
    yield _Draft(
        say("dossiers.standing_label"),
        say("dossiers.standing", members=len(treaty.members), organization=treaty.organization, **counts),
    )
    for kind, text in line.force:
        if kind not in ("last", "waits", "any_of", "missing"):
            yield _Draft(say("dossiers.force"), text)
    for cell in line.cells:
        if not cell.own.owes:
            yield _member(cell)


def _owing(room: Room, row: Row, day: str | None) -> list[_Draft]:
    """Return who a treaty waits for, and every member of which no consent is told."""
    treaty = room.record.treaty(row, day)
    if treaty is None:
        return []
    line = line_of(treaty)
    waits = [_Draft(say("dossiers.force"), text) for kind, text in line.force
             if kind in ("last", "waits", "any_of", "missing")]  # fmt: skip
    return [*waits, *(_member(cell) for cell in line.cells if cell.own.owes)]


def _member(cell: Cell) -> _Draft:
    """Return where a member stands with a treaty, what it did and when."""
    acts = [
        f"{say(f'treaties.clocks.{clock.name}')} {date(act.date) if act.date else say('treaties.no_date')}"
        for clock in cell.own.clocks
        for act in clock.acts[:1]
    ]
    status = say(f"treaties.status.{cell.own.status}.name")
    text = say("dossiers.last_act", status=status, acts=", ".join(acts)) if acts else status
    return _Draft(cell.own.member, text, [act.claims for clock in cell.own.clocks for act in clock.acts[:1]])


def _promise(room: Room, row: Row, day: str | None) -> tuple[str, list[_Draft], list[_Draft]]:
    """Return what became of a commitment, what bears it out, and who is yet to act."""
    one = next(iter(room.record.kept_promises(day).about(row.id)), None)
    if one is None:
        return say("dossiers.not_told"), [], []
    name = say(f"promises.status.{one.status}.name")
    status = name if one.days is None else say("promises.days", name=name, count=one.days)
    why = [_Draft(say(f"promises.made.{one.kind or 'commitment'}"), shortened(one.text, _VALUE), [row.claims])]
    for label, signs in ((say("promises.borne_out"), one.proofs), (say("promises.changed"), one.changes),
                         (say("promises.perhaps_fulfils"), one.perhaps[:2])):  # fmt: skip
        for sign in signs:
            what = "; ".join(filter(None, (shortened(sign.text, _VALUE), date(sign.date), sign.doubt)))
            why.append(_Draft(label, what, [sign.claims]))
    why.append(_Draft(say("dossiers.rule"), f"{one.because} ({one.rule_source})" if one.rule_source else one.because))
    due = say("promises.due", day=date(one.due)) if one.due else say("promises.no_day")
    pending = one.status in ("open", "overdue", "unknown", "lapsed", "changed")
    return status, why, [_Draft(actor, f"{name}, {due}") for actor in one.actor] if pending else []


def _meeting(course: Course, row: Row) -> tuple[str, list[_Draft], list[_Draft]]:
    """Return how a meeting went, item by item, and what no page tells of it."""
    why = []
    if course.announced_for:
        days = " → ".join(", ".join((date(day), *rest)) for day, *rest in
                          (each.split(", ", 1) for each in course.announced_for))  # fmt: skip
        why.append(_Draft(say("agendas.announced_for"), days, [row.claims[:1]]))
    if course.reported:
        given = [claim for claim in row.given_by.get("status", []) if not claim.startswith("decision:")]
        why.append(_Draft(say("agendas.reported"), date(course.reported), [given]))
    for item in course.items:
        if item.outcome:
            reason = f", {say('agendas.because', reason=item.reason)}" if item.reason else ""
            doubt = f" ({item.doubt})" if item.doubt else ""
            why.append(_Draft(say("dossiers.item"), f"{item.title}: {item.outcome}{reason}{doubt}", [item.claims]))
    missing = [
        _Draft(say("dossiers.outcome"), say("dossiers.no_outcome", item=item.title))
        for item in course.items
        if not item.outcome
    ]
    missing += [_Draft(say("dossiers.open"), question) for question in course.questions]
    return say(f"agendas.state.{course.state}"), why, missing


def _tenure(room: Room, register: Register, row: Row) -> tuple[str, list[_Draft], list[_Draft]]:
    """Return whether somebody is told to be in office, what that rests on, and the other offices of that name."""
    slots = row.slots
    key = "left_office" if slots.get("end") else "attested" if slots.get("basis") == "attested" else "in_office"
    why = []
    if slots.get("basis"):
        given = row.given_by.get("basis", [])
        why.append(_Draft(register.field("basis").label, plain(slots["basis"]), [given]))
    others = room.record.rows("tenures", where={"person": str(slots.get("person") or row.id)}, sort="date").rows
    why += [
        _Draft(say("dossiers.other_office"), register.caption(one.slots), [one.claims])
        for one in others
        if one.id != row.id
    ]
    return say(f"dossiers.{key}"), why, []


def _open(gaps: Iterable[Gap]) -> Iterator[_Draft]:
    for gap in gaps:
        text = say("dossiers.since", text=gap.text, day=time(gap.since)) if gap.since else gap.text
        yield _Draft(say("dossiers.open"), text)


def _told(register: Register, row: Row, claims: Sequence[dict[str, Any]]) -> Iterator[_Draft]:
    """Yield what was done and the values of a row, each with the claims that tell it."""
    ids = [str(one["id"]) for one in claims]
    for step in steps_of(row, claims):
        what = say("dossiers.by", what=step.what, names=", ".join(step.by)) if step.by else step.what
        speakers = f" ({say('dossiers.told_by', names=', '.join(step.told_by))})" if step.told_by else ""
        when = date(step.date) if step.date else say("row.no_date")
        yield _Draft(when, what + speakers, [[ids[number - 1] for number in step.claims]])
    for slot in slots_of(register, row, claims):
        listed = Markup(str(escape(slot.value)).replace("</li><li>", "; "))
        text = shortened(listed.striptags(), _VALUE)
        if slot.others:
            text = say("dossiers.disagree", values=" / ".join(unmarked(value) for value, _ in slot.others))
        if slot.told_by and not row.attributed_to:
            text = f"{text} ({say('dossiers.told_by', names=', '.join(slot.told_by))})"
        yield _Draft(slot.label, text, [[ids[number - 1] for number in slot.claims]])


def unmarked(text: Any) -> str:
    """Return a text without markup."""
    return Markup(text).striptags() if isinstance(text, Markup) else str(text)


def data_of(told: Sheet) -> dict[str, Any]:
    """Return a dossier as data for programs, without markup."""
    plain_lines = {
        part: [msgspec.structs.replace(line, text=unmarked(line.text)) for line in getattr(told, part)]
        for part in ("why", "missing", "told")
    }
    made: dict[str, Any] = msgspec.to_builtins(msgspec.structs.replace(told, **plain_lines))
    return made


def _table(told: Sheet) -> list[list[Any]]:
    """Return a dossier as a table: a row for each quotation that a line rests on, one for a line without any."""
    sources = {one.number: one for one in told.sources}
    rows: list[list[Any]] = []
    for part, lines in (("why", told.why), ("missing", told.missing), ("told", told.told)):
        for line in lines:
            for number in line.sources or [0]:
                one = sources.get(number)
                words = [one.quote, one.source, one.captured, one.document, one.id] if one else [""] * 5
                rows.append([part, line.label, unmarked(line.text), *words])
    return rows


def page_of(room: Room, told: Sheet) -> str:
    """Return a dossier as a page of its own, which needs nothing beside it: for a file."""
    style = (files("muniment.desk.web") / "static" / "paper.css").read_text(encoding="utf-8")
    made = room.templates.get_template("paper.html")
    return made.render(sheet=told, style=Markup(style), language=SPOKEN.get())


def dossier(request: Request) -> Response:
    """Return the dossier of a row: a page for people, for print, as PDF, or as data."""
    require_known(request, "as_of")
    room, day, site = room_of(request), as_of(request), str(request.base_url).rstrip("/")
    register, row = request.path_params["register"], request.path_params["row"]
    suffix = request.path_params.get("form", "")
    if suffix == "pdf":
        from muniment.desk.web.paper import pdf

        content = pdf(lambda most: sheet(room, register, row, day, most, site))
        name = f"muniment-{register}-{row}.pdf"
        headers = {HEAD_HEADER: room.record.head(), "Content-Disposition": f'inline; filename="{name}"'}
        return Response(content, headers=headers, media_type="application/pdf")
    form, told = form_of(request, suffix), sheet(room, register, row, day, site=site)
    if form != "html":
        data = data_of(told)
        return room.data(form, [data] if form == "jsonl" else data, (COLUMNS, _table(told)))
    return room.page(
        "dossier.html", request, title=say("dossiers.title", title=told.title), active=told.register, sheet=told,
        row_path=f"/{told.register}/{told.row}", register=spoken.register(told.register),
        prints=find_spec("reportlab") is not None, day=day or "",
    )  # fmt: skip
