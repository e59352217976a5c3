"""Meetings laid beside their announcements: what was on the agenda, what came of each item, and what stays open.

An item's outcome is what a page that reports the meeting tells of its text on the meeting's day. An item of which no
such page tells has no outcome: that is said, never filled in.
"""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.acts_told import ActTold, acts_told
from muniment.registers.dates import agree, parsed
from muniment.registers.identity.instruments import names_text, telling_words
from muniment.registers.identity.words import content, overlap
from muniment.registers.promises import Pages
from muniment.registers.row import Row, Telling, standing
from muniment.registers.values import names, ordinal
from muniment.rules.gap import last_day, listed, period
from muniment.rules.meetings import GRACE, STATUS
from muniment.rules.outcomes import outcome_of

__all__ = ["STATES", "Agendas", "Course", "Item", "Neighbour"]

STATES = ("never_reported", "postponed", "cancelled", "announced", "held")
"""States of a meeting, those that leave most open first."""


class Item(msgspec.Struct, frozen=True):
    """An item of an agenda, or what a meeting dealt with beside it.

    Attributes:
        title: as the agenda has it; of what was on no agenda, the text's title.
        announced: it stood on the agenda published before.
        considered: a page that reports the meeting names it or tells what came of it.
        outcome: in words, "deferred"; empty where no page tells.
        decided: it was decided on; None where no page tells.
        reason: why it was not adopted, where that is told.
        register: the register of the row it is about: of a text, an office or a relation.
        text: that row; empty where there is none.
        claims: ids of the claims that tell what came of it.
        speakers: who tells so, where only speakers' own words do.
        doubt: why it may be another text; empty where it is this one.
    """

    title: str
    announced: bool
    considered: bool
    outcome: str = ""
    decided: bool | None = None
    reason: str = ""
    register: str = "instruments"
    text: str = ""
    claims: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    doubt: str = ""


class Neighbour(msgspec.Struct, frozen=True):
    """The meeting of a body before or after another, as far as pages tell: `sure` where their numbers follow."""

    row: str
    title: str
    start: str
    status: str
    sure: bool


class Course(msgspec.Struct, frozen=True):
    """How a meeting went, from its announcement to what came of its agenda.

    Attributes:
        row: the meeting's row.
        title: its caption.
        state: `held`, `announced`, `postponed`, `cancelled`, or `never_reported`.
        start: its day as known last.
        first_announced: the first day that a page announces it; empty where none does.
        announced_for: every day and place it was announced for, in the order pages told so.
        reported: the first day that a page reports it as held; empty where none does.
        announced_size: how many items pages announced, each number once; several where they disagree.
        considered_size: how many items pages say were considered, each number once.
        items: the agenda, then what was dealt with beside it.
        previous: the body's meeting before; None where no page tells of one.
        next: the body's meeting after.
        pages: dated pages after it that were read.
        pages_not_read: further such pages in languages that are not read.
        pages_of_body: of those read, the ones that tell of this body at all.
        questions: what stays open, a sentence each.
        rule_source: the standard that a meeting's state rests on.
    """

    row: str
    title: str
    state: str
    start: str
    first_announced: str
    announced_for: tuple[str, ...]
    reported: str
    announced_size: tuple[int, ...]
    considered_size: tuple[int, ...]
    items: tuple[Item, ...]
    previous: Neighbour | None
    next: Neighbour | None
    pages: int
    pages_not_read: int
    pages_of_body: int
    questions: tuple[str, ...]
    rule_source: str = STATUS


class Agendas:
    """The meetings of a record, each laid beside its announcements and the texts it dealt with.

    Args:
        rows: gives a register's rows in a settled order; those withdrawn are passed over.
        as_of: the day it is asked on.
        not_read: codes of the languages that are not read.
    """

    def __init__(
        self, rows: Callable[[str], Iterable[Row]], as_of: datetime.date, not_read: Collection[str] = ()
    ) -> None:
        """Take the rows, by the documents and the bodies that they tell of."""
        shown = {name: standing(rows, name) for name in _NEEDED}
        self.as_of = as_of
        self.meetings = [row for row in shown["meetings"] if any(one.origin != "profile" for one in row.tellings)]
        self._pages = Pages(shown["documents"], not_read)
        self._of_document: dict[str, list[tuple[Row, ActTold]]] = {}
        for row in shown["instruments"]:
            for act in acts_told(row):
                for document in act.documents:
                    self._of_document.setdefault(document, []).append((row, act))
        by_body: dict[str, list[Row]] = {}
        for row in self.meetings:
            for body in names(row.slots.get("bodies")):
                by_body.setdefault(body, []).append(row)
        self._of_body = {body: _Meetings(rows) for body, rows in by_body.items()}
        self._held_in = _by_document(self.meetings, lambda one: one.slots.get("status") == "held")
        self._decided_in = _by_document([*shown["tenures"], *shown["relations"]], lambda one: one.origin == "page")
        self._told_of = _days_told(shown)
        self._days_of: dict[tuple[str, ...], list[str]] = {}

    def courses(self) -> Iterator[Course]:
        """Yield every meeting's course, in the order of the register."""
        return (self.course(row) for row in self.meetings)

    def course(self, row: Row) -> Course:
        """Return how a meeting went."""
        live = [one for one in row.tellings if one.count and one.origin != "profile"]
        announced = [one for one in live if one.slots.get("status") in ("announced", "postponed", "cancelled")]
        held = [one for one in live if one.slots.get("status") == "held"]
        items = tuple(self._items(row, announced, held))
        after = last_day(row.slots.get("end")) or last_day(row.slots.get("start"))
        day = after or last_day(row.first_stated) or self.as_of
        pages, not_read = self._pages.between(day, self.as_of)
        sizes = _sizes(announced), _sizes(held)
        state = self._state(row, after)
        before, then = self._neighbours(row)
        of_body = self._telling_of(names(row.slots.get("bodies")), day)
        questions = (
            *_about_state(row, state, _looked(row, pages, not_read, of_body)),
            *_about_items(items, sizes, state),
            *_about_chain(row, before),
        )
        return Course(
            row=row.id, title=REGISTERS["meetings"].caption(row.slots), state=state,
            start=str(row.slots.get("start") or ""),
            first_announced=min((one.first_stated for one in announced if one.first_stated), default=""),
            announced_for=_announced_for(announced),
            reported=min((one.first_stated for one in held if one.first_stated), default=""),
            announced_size=sizes[0], considered_size=sizes[1], items=items, previous=before, next=then, pages=pages,
            pages_not_read=not_read, pages_of_body=of_body, questions=questions,
        )  # fmt: skip

    def _state(self, row: Row, after: datetime.date | None) -> str:
        state = str(row.slots.get("status") or "announced")
        last = self._pages.last(self.as_of)
        if state == "announced" and after is not None and last is not None:
            return "never_reported" if after + datetime.timedelta(days=GRACE) < last else state
        return state

    def _items(self, row: Row, announced: Sequence[Telling], held: Sequence[Telling]) -> Iterator[Item]:
        planned = list(dict.fromkeys(title for one in announced for title in names(one.slots.get("agenda"))))
        reported = list(dict.fromkeys(title for one in held for title in names(one.slots.get("agenda"))))
        dealt = self._dealt_with(row, held)
        used: set[str] = set()
        for title in [*planned, *(one for one in reported if one not in planned)]:
            text, sure = _text_of(title, [one for one, _ in dealt])
            on_it = [act for one, act in dealt if text is not None and one.id == text.id]
            used |= {text.id} if text is not None and on_it else set()
            item = Item(title, title in planned, title in reported or bool(on_it))
            yield _dealt(item, text, on_it, sure) if text is not None else item
        for one in {row.id: row for row, _ in dealt}.values():
            if one.id not in used:
                on_it = [act for other, act in dealt if other.id == one.id]
                if outcome_of({act.action for act in on_it}) is not None:
                    yield _dealt(Item(str(one.slots.get("title") or ""), False, True), one, on_it, True)
        yield from self._besides(row, held)

    def _besides(self, row: Row, held: Sequence[Telling]) -> Iterator[Item]:
        """Yield what else pages that report a meeting tell to have been decided: elections, admissions, chairs."""
        documents = {document for one in held for document in one.documents}
        near = {one.id: one for document in sorted(documents) for one in self._decided_in.get(document, ())}
        for one in near.values():
            told = [each for each in one.tellings if each.count and documents & set(each.documents)]
            says = _decided_as(one, told, row)
            alone = all(self._alone(row, document) for each in told for document in documents & set(each.documents))
            if says and alone:
                speakers = tuple(dict.fromkeys(each.attributed_to for each in told if each.attributed_to))
                yield Item(
                    REGISTERS[one.register].caption(one.slots), False, True, says, True, register=one.register,
                    text=one.id, claims=tuple(claim for each in told for claim in each.claims[:2]),
                    speakers=speakers if all(each.attributed_to for each in told) else (),
                )  # fmt: skip

    def _alone(self, row: Row, document: str) -> bool:
        """Whether a meeting is the only one of a body that a page reports as held."""
        bodies = [one for one in self._held_in.get(document, ()) if names(one.slots.get("bodies"))]
        return [one.id for one in bodies] == [row.id]

    def _dealt_with(self, row: Row, held: Sequence[Telling]) -> list[tuple[Row, ActTold]]:
        """Return the acts that pages which report a meeting tell of its day.

        Where a page reports several meetings of a day, what a body is told to have done is that body's, and what nobody
        is told to have done the one body's that met; of two bodies or none it is not known whose it is.
        """
        found: dict[tuple[str, str, str], tuple[Row, ActTold]] = {}
        for document in sorted({document for one in held for document in one.documents}):
            for text, act in self._of_document.get(document, ()):
                if not act.planned and act.date and _on_its_day(act.date, row) and self._is_its(row, act, document):
                    found[text.id, act.action, act.date] = (text, act)
        return list(found.values())

    def _is_its(self, row: Row, act: ActTold, document: str) -> bool:
        """Whether an act that a page tells of a meeting's day was done at that meeting, of those the page reports."""
        others = [one for one in self._held_in.get(document, ()) if one.id != row.id and _on_its_day(act.date, one)]
        bodies = names(row.slots.get("bodies"))
        if set(act.by) & set(bodies) or not others:
            return True
        theirs = [one for one in others if names(one.slots.get("bodies"))]
        return bool(bodies) and not theirs

    def _neighbours(self, row: Row) -> tuple[Neighbour | None, Neighbour | None]:
        own, start = row.slots.get("ordinal"), parsed(row.slots.get("start"))
        bodies = [self._of_body[body] for body in names(row.slots.get("bodies")) if body in self._of_body]
        before = next((one for body in bodies if (one := body.numbered(_less(own))) is not None), None)
        then = next((one for body in bodies if (one := body.followed_by(own)) is not None), None)
        sure = before is not None, then is not None
        if start is not None:
            before = before or _nearest([body.before(start.first_day()) for body in bodies], last=True)
            then = then or _nearest([body.after(start.last_day()) for body in bodies], last=False)
        return _neighbour(before, sure[0]), _neighbour(then, sure[1])

    def _telling_of(self, bodies: Sequence[str], after: datetime.date) -> int:
        """Return how many pages tell of some bodies after a day, up to the day asked about."""
        asked = tuple(bodies)
        if asked not in self._days_of:
            pages = {page for body in asked for page in self._told_of.get(body, ())}
            self._days_of[asked] = sorted(day for _, day in pages)
        days = self._days_of[asked]
        return max(0, bisect_right(days, self.as_of.isoformat()) - bisect_right(days, after.isoformat()))


_Dated = tuple[datetime.date, list[Row]]


class _Meetings:
    """The meetings of a body, by their numbers and by their days, each in the order of the register."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._numbered: dict[object, Row] = {}
        self._following: dict[object, Row] = {}
        by_day: dict[datetime.date, list[Row]] = {}
        for row in rows:
            if (number := _number(row)) is not None:
                self._numbered.setdefault(number, row)
                self._following.setdefault(_less(number), row)
            if (day := parsed(row.slots.get("start"))) is not None:
                by_day.setdefault(day.first_day(), []).append(row)
        self._days = sorted(by_day)
        self._on = by_day

    def numbered(self, number: object) -> Row | None:
        """Return the first meeting of a number; None where there is none."""
        return self._numbered.get(number) if number is not None else None

    def followed_by(self, number: object) -> Row | None:
        """Return the first meeting whose number comes after one; None where there is none."""
        return self._following.get(number)

    def before(self, day: datetime.date) -> _Dated | None:
        """Return the last day before one on which a meeting began, with those meetings; None where there is none."""
        place = bisect_left(self._days, day)
        return (self._days[place - 1], self._on[self._days[place - 1]]) if place else None

    def after(self, day: datetime.date) -> _Dated | None:
        """Return the first day after one on which a meeting began, with those meetings; None where there is none."""
        place = bisect_right(self._days, day)
        return (self._days[place], self._on[self._days[place]]) if place < len(self._days) else None


def _nearest(found: Sequence[_Dated | None], *, last: bool) -> Row | None:
    """Return a meeting of the latest of some days, or of the earliest: the last told of, or the first."""
    dated = [one for one in found if one is not None]
    if not dated:
        return None
    day = (max if last else min)(day for day, _ in dated)
    rows = list({row.id: row for on, many in dated if on == day for row in many}.values())
    return rows[-1] if last else rows[0]


_NEEDED = ("documents", "meetings", "instruments", "commitments", "tenures", "relations")
_BODIES = {"meetings": ("bodies",), "instruments": ("by",), "commitments": ("actor", "given_by")}


def _by_document(rows: Iterable[Row], wanted: Callable[[Telling], bool]) -> dict[str, list[Row]]:
    """Return rows by the documents in which a telling that is wanted tells of them."""
    found: dict[str, dict[str, Row]] = {}
    for row in rows:
        for one in row.tellings:
            for document in one.documents if one.count and wanted(one) else ():
                found.setdefault(document, {})[row.id] = row
    return {document: list(rows.values()) for document, rows in found.items()}


def _days_told(shown: dict[str, list[Row]]) -> dict[str, set[tuple[str, str]]]:
    """Return the pages that tell of each body, with their days: of its meetings, its texts and what it is to do."""
    published = {
        source: str(row.slots.get("published"))
        for row in shown["documents"]
        if row.slots.get("published")
        for source in row.sources
    }
    found: dict[str, set[tuple[str, str]]] = {}
    for register, slots in _BODIES.items():
        for row in shown[register]:
            pages = {(source, published[source]) for source in row.sources if source in published}
            for body in {name for slot in slots for name in names(row.slots.get(slot))}:
                found.setdefault(body, set()).update(pages)
    return found


def _decided_as(row: Row, told: Sequence[Telling], meeting: Row) -> str:
    """Return what was decided of an office or a relation at a meeting, in words; empty where nothing is told."""
    if row.register == "tenures":
        return next((str(one.slots["basis"]) for one in told if one.slots.get("basis") in _CHOSEN), "")
    for one in told:
        date, state = one.slots.get("date"), str(one.slots.get("state") or "")
        if date and _on_its_day(date, meeting) and (state == "granted" or one.slots.get("kind") == "presidency"):
            return {"in_force": "passed on", "granted": "granted"}.get(state, "")
    return ""


_CHOSEN = frozenset({"appointed", "elected", "re-elected"})


def _on_its_day(date: str, row: Row) -> bool:
    """Whether a date is a meeting's, by any of the days that pages give it."""
    start, end = row.slots.get("start"), row.slots.get("end")
    others = [told["value"] for told in row.conflicts.get("start", ())]
    if any(one and agree(date, one) for one in (start, *others, *row.also.get("start", ()))):
        return True
    first, last, day = parsed(start), parsed(end), parsed(date)
    return bool(first and last and day and first.first_day() <= day.first_day() and day.last_day() <= last.last_day())


def _text_of(title: str, texts: Sequence[Row]) -> tuple[Row | None, bool]:
    """Return the text that an item of an agenda is about, of those dealt with, and whether that is sure."""
    for row in texts:
        if names_text(title, str(row.slots.get("title") or ""), consent=True) == 2:
            return row, True
    words = content(title)
    for row in texts:
        telling = telling_words(str(row.slots.get("title") or ""))
        if len(telling & words) >= 3 and overlap(telling, words)[0] >= 0.6:
            return row, False
    return None, False


def _dealt(item: Item, text: Row, acts: Sequence[ActTold], sure: bool) -> Item:
    """Return an item with its text, and what came of it by the acts of the meeting's day."""
    outcome = outcome_of({act.action for act in acts})
    if outcome is None:
        return msgspec.structs.replace(item, text=text.id)
    by = [act for act in acts if act.action == outcome.action]
    to = list(dict.fromkeys(name for act in by for name in act.to))
    speakers = tuple(dict.fromkeys(name for act in by for name in act.speakers))
    return msgspec.structs.replace(
        item, text=text.id,
        outcome=f"{outcome.says} to {listed(to, 2)}" if to else outcome.says, decided=outcome.decided,
        reason=str(text.slots.get("reason") or "") if outcome.action in ("not_adopt", "reject", "return") else "",
        claims=tuple(dict.fromkeys(claim for act in by for claim in act.claims)),
        speakers=speakers if all(act.speakers for act in by) else (),
        doubt="" if sure else "the titles agree in part only",
    )  # fmt: skip


def _sizes(tellings: Sequence[Telling]) -> tuple[int, ...]:
    sizes = {one.slots.get("agenda_size") for one in tellings}
    return tuple(sorted(size for size in sizes if isinstance(size, int)))


def _announced_for(tellings: Sequence[Telling]) -> tuple[str, ...]:
    told = sorted((one for one in tellings if one.slots.get("start")), key=lambda one: one.first_stated)
    places = [f"{one.slots['start']}{', ' + str(one.slots['place']) if one.slots.get('place') else ''}" for one in told]
    return tuple(dict.fromkeys(places))


def _number(row: Row) -> int | None:
    number = row.slots.get("ordinal")
    return number if isinstance(number, int) else None


def _less(number: object) -> int | None:
    return number - 1 if isinstance(number, int) and number > 1 else None


def _neighbour(row: Row | None, sure: bool) -> Neighbour | None:
    if row is None:
        return None
    return Neighbour(
        row.id,
        REGISTERS["meetings"].caption(row.slots),
        str(row.slots.get("start") or ""),
        str(row.slots.get("status") or ""),
        sure,
    )


def _looked(row: Row, pages: int, not_read: int, of_body: int) -> str:
    """Return how many later pages were read, and how many of them tell of the body that was to meet."""
    more = f" ({not_read} more in a language that is not read)" if not_read else ""
    read = f"{pages} later {'page was' if pages == 1 else 'pages were'} read{more}"
    if not names(row.slots.get("bodies")):
        return read
    return f"{read}, {of_body or 'none'} of which {'tells' if of_body < 2 else 'tell'} of this body"


def _about_state(row: Row, state: str, looked: str) -> Iterator[str]:
    when = period(row.slots.get("start"))
    if state == "never_reported":
        yield f"Announced for {when}; no page tells that it was held, postponed or cancelled. {looked}."
    elif state == "postponed":
        yield f"Postponed{f' from {when}' if when else ''}; no page gives a new day. {looked}."


def _about_items(items: Sequence[Item], sizes: tuple[tuple[int, ...], tuple[int, ...]], state: str) -> Iterator[str]:
    announced, considered = sizes
    for told, what in ((announced, "announced"), (considered, "considered")):
        if len(told) > 1:
            yield f"Pages give different numbers of questions {what}: {listed([str(size) for size in told])}."
    if announced and considered and announced != considered:
        yield f"{announced[-1]} questions were announced, {considered[-1]} considered."
    if state != "held":
        return
    size = (considered or announced or (0,))[-1]
    known = [item for item in items if item.outcome and not item.doubt]
    if size and size > len(known):
        yield f"{size} questions: what came of {len(known)} is told."
    silent = [item.title for item in items if item.announced and not item.outcome]
    if silent:
        yield f"On the agenda, and no page tells what came of it: {listed(silent, 4)}."


def _about_chain(row: Row, before: Neighbour | None) -> Iterator[str]:
    number = _number(row)
    if number is not None and number > 1 and before is not None and not before.sure:
        yield f"No page tells of the {ordinal(number - 1)} meeting in this row."
