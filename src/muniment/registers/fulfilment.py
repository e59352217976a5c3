"""What other rows tell of a commitment: the text was adopted, the meeting was held, the day was moved."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

import msgspec

from muniment.registers.acts_told import ActTold, acts_told
from muniment.registers.dates import agree, parsed
from muniment.registers.identity.instruments import names_text, telling_words
from muniment.registers.identity.offices import same_organization, state_words
from muniment.registers.identity.words import content, folded, listed, overlap, run
from muniment.registers.row import Row
from muniment.registers.values import names, ordinal
from muniment.rules.gap import listed as in_words
from muniment.rules.promises import Act, parts_named
from muniment.terms import PartialDate

__all__ = ["DONE", "Found", "Fulfilments"]

_MEETINGS = {
    "consultation": "consultation", "conference": "conference", "briefing": "briefing", "debate": "debate",
    "ceremony": "ceremony", "talk": "bilateral", "group": "working_group",
}  # fmt: skip
"""Words of an undertaking to meet -> the kind of meeting it is; any other is any kind."""

_CALENDAR = listed(
    "january february march april may june july august september october november december year month quarter half "
    "spring summer autumn winter end beginning before until not later than will would shall next date"
)
_STILL_ABOUT = 366
"""Days after its last day in which an undertaking is still spoken of as the same (judgement: a year)."""

_ABOUT = datetime.timedelta(days=_STILL_ABOUT)

_FEWEST_WORDS = 3
"""Words that an undertaking must have to be told from others by them (judgement)."""

_SAME_WORDS = 0.8
"""Share of the shorter undertaking's words that another of the same actor must have to be the same (judgement)."""


class Found(msgspec.Struct, frozen=True):
    """What a row tells of a commitment.

    Attributes:
        sign: `fulfils`, `changes` or `repeats`.
        part: the part of the commitment it is about, where it fulfils one.
        register: the row's register.
        row: its id.
        text: what it tells, in words: "Plan of Lock Inspections: adopted".
        date: when, ISO 8601, as told; of what is not dated, the day of the page that tells of it.
        exact: the date is that of the act undertaken; otherwise it was done by then at the latest.
        told_on: the earliest day of a page that tells of it; empty where none has one.
        claims: ids of the claims that tell of it.
        speakers: who tells of it, where only speakers' own words do.
        sure: it is shown; otherwise it may be, and `doubt` says why.
        doubt: why it is only perhaps so; empty where it is sure.
    """

    sign: str
    part: str
    register: str
    row: str
    text: str
    date: str
    exact: bool
    told_on: str
    claims: tuple[str, ...]
    speakers: tuple[str, ...] = ()
    sure: bool = True
    doubt: str = ""


class Fulfilments:
    """What the rows of a record tell of its commitments.

    Args:
        instruments: the register's rows.
        meetings: the register's rows.
        operations: the register's rows.
        commitments: the register's rows.
    """

    def __init__(
        self, instruments: Iterable[Row], meetings: Iterable[Row], operations: Iterable[Row], commitments: Iterable[Row]
    ) -> None:
        """Take the rows, each under the word it is found by."""
        texts = [(telling_words(str(row.slots.get("title") or "")), row) for row in instruments]
        self._texts = _indexed(texts)
        self._by_word: dict[str, list[Row]] = {}
        self._by_source: dict[str, list[Row]] = {}
        for words, row in texts:
            for word in words if len(words) > 1 else ():
                self._by_word.setdefault(word, []).append(row)
            for source in row.sources if len(words) == 1 else ():
                self._by_source.setdefault(source, []).append(row)
        self._meetings = _Meetings(meetings)
        self._operations = _indexed((content(str(row.slots.get("name") or "")), row) for row in operations)
        self._commitments: dict[frozenset[str], list[_Undertaken]] = {}
        for turn, row in enumerate(commitments):
            if (one := _undertaken(turn, row)) is not None:
                for actor in names(row.slots.get("actor")):
                    self._commitments.setdefault(state_words(actor), []).append(one)
        for many in self._commitments.values():
            many.sort(key=lambda one: one.later)

    def of(self, row: Row, made: str) -> list[Found]:
        """Return what is told of a commitment made on a day, later than that day."""
        text = str(row.slots.get("text") or "")
        found: list[Found] = []
        for part, acts in parts_named(text).items():
            for act in acts:
                if act.of == "instruments":
                    found += self._of_texts(row, text, made, part, act)
                elif act.of == "meetings":
                    found += self._of_meetings(row, text, made, part)
                else:
                    found += self._of_operations(text, made, part, act)
        return [*found, *self._of_commitments(row, text, made)]

    def _of_texts(self, row: Row, text: str, made: str, part: str, act: Act) -> Iterator[Found]:
        words = content(text)
        near = {id(one): one for word in words for named, one in self._texts.get(word, ()) if named <= words}
        yield from self._of_longer_names(row, text, made, part, act)
        for one in near.values():
            how = names_text(text, str(one.slots.get("title") or ""), consent=act.each)
            if how:
                acts = [told for told in acts_told(one) if not set(told.documents) <= _documents(row)]
                yield from _shown_by(row, one, acts, made, part, act, "" if how > 1 else _NAMED_IN_PART)

    def _of_longer_names(self, row: Row, text: str, made: str, part: str, act: Act) -> Iterator[Found]:
        """Yield what is told of texts that may be the one a commitment names in short: "Regulations on the Centre"."""
        for short in self._by_source.get(row.sources[0] if row.sources else "", ()):
            named = telling_words(str(short.slots.get("title") or ""))
            if len(named) != 1 or not _runs_in(str(short.slots.get("title") or ""), text):
                continue
            for one in self._by_word.get(next(iter(named)), ()):
                if one.slots.get("kind") == short.slots.get("kind") and one.first_stated > made:
                    acts = acts_told(one)
                    yield from _shown_by(row, one, acts, made, part, act, "it may be the same text by its full name")

    def _of_meetings(self, row: Row, text: str, made: str, part: str) -> Iterator[Found]:
        near = {one.id: one for one in self._meetings.of_its_pages(row)}
        for body in self._meetings.named(text, tuple(names(row.slots.get("actor")))):
            near |= {one.id: one for start, one in self._meetings.of_body[body] if start > made}
        for meeting in near.values():
            yield from _met(row, meeting, text, made, part)

    def _of_operations(self, text: str, made: str, part: str, act: Act) -> Iterator[Found]:
        words = content(text)
        near = {id(one): one for word in words for named, one in self._operations.get(word, ()) if named <= words}
        for one in near.values():
            name, start = str(one.slots.get("name") or ""), str(one.slots.get("start") or "")
            if start > made and one.slots.get("status") in act.done and _runs_in(name, text):
                stage = {"ongoing": "under way"}.get(str(one.slots["status"]), str(one.slots["status"]))
                told = f"{name}: {stage}"
                claims = tuple(one.given_by.get("status", ()))
                yield Found("fulfils", part, one.register, one.id, told, start, True, one.first_stated, claims)

    def _of_commitments(self, row: Row, text: str, made: str) -> Iterator[Found]:
        due, words = parsed(row.slots.get("due")), _undated(text)
        if due is None or len(words) < _FEWEST_WORDS:
            return
        near = {
            one.row.id: one
            for actor in names(row.slots.get("actor"))
            for one in _made_between(self._commitments.get(state_words(actor), ()), made, due)
        }
        for one in near.values():
            other = one.row
            shared = overlap(words, one.words)
            if other.id == row.id or shared[0] < _SAME_WORDS:
                continue
            if _elsewhere(text, one.text) or _long_after(one.later, due):
                continue
            sign = "repeats" if agree(due.iso, one.due.iso) else "changes"
            if sign == "changes" and one.due.last_day() <= due.last_day():
                continue
            sure = shared[0] == 1.0 and not other.attributed_to
            doubt = (
                "" if sure else f"told by {other.attributed_to}" if other.attributed_to else "the words differ in part"
            )
            yield Found(
                sign, "", other.register, other.id, one.text, one.later, True, other.first_stated, other.claims[:3],
                (other.attributed_to,) if other.attributed_to else (), sure or sign == "repeats", doubt,
            )  # fmt: skip


class _Undertaken(msgspec.Struct, frozen=True):
    """A commitment with a last day, as others are compared with it: its turn, its words, when it was told."""

    turn: int
    row: Row
    text: str
    words: frozenset[str]
    due: PartialDate
    later: str


def _undertaken(turn: int, row: Row) -> _Undertaken | None:
    """Return a commitment to be compared with; None where it has no last day, or too few words."""
    text, due = str(row.slots.get("text") or ""), parsed(row.slots.get("due"))
    words = _undated(text)
    if due is None or len(words) < _FEWEST_WORDS:
        return None
    return _Undertaken(turn, row, text, words, due, str(row.slots.get("made_on") or row.first_stated))


def _made_between(many: Sequence[_Undertaken], made: str, due: PartialDate) -> list[_Undertaken]:
    """Return those of many, in order of when they were told, told after a day and not long after another, by turn."""
    last_day = min(due.last_day(), datetime.date.max - _ABOUT) + _ABOUT
    first, last = (bisect_right(many, day, key=lambda one: one.later) for day in (made, last_day.isoformat()))
    return sorted(many[first:last], key=lambda one: one.turn)


class _Meetings:
    """Dated meetings, by the bodies that met, or where none is told by the pages that tell of them.

    Attributes:
        of_body: body -> its meetings, each with its first day.
    """

    def __init__(self, meetings: Iterable[Row]) -> None:
        """Take the register's rows."""
        self.of_body: dict[str, list[tuple[str, Row]]] = {}
        self._of_no_body: dict[str, list[tuple[int, Row]]] = {}
        for turn, row in enumerate(meetings):
            start, bodies = parsed(row.slots.get("start")), names(row.slots.get("bodies"))
            if start is None:
                continue
            for body in bodies:
                self.of_body.setdefault(body, []).append((start.first_day().isoformat(), row))
            for source in () if bodies else row.sources:
                self._of_no_body.setdefault(source, []).append((turn, row))
        self._bodies = list(self.of_body)
        self._by_word = _indexed((content(body), turn) for turn, body in enumerate(self._bodies))
        self._of_actor: dict[str, list[int]] = {}

    def of_its_pages(self, row: Row) -> list[Row]:
        """Return the meetings of no named body that may be the one a commitment announces, in the register's order."""
        found = {turn: one for source in row.sources for turn, one in self._of_no_body.get(source, ())}
        return [one for _, one in sorted(found.items()) if _twin(row, one)]

    def named(self, text: str, actors: Iterable[str]) -> list[str]:
        """Return the bodies that a text names, or that are one with somebody."""
        words = content(text)
        turns = {turn for word in words for named, turn in self._by_word.get(word, ()) if named <= words}
        for actor in actors:
            if actor not in self._of_actor:
                same = (turn for turn, body in enumerate(self._bodies) if same_organization(body, actor))
                self._of_actor[actor] = list(same)
            turns |= set(self._of_actor[actor])
        return [self._bodies[turn] for turn in sorted(turns)]


_NAMED_IN_PART = "the name fits in part only"
DONE = {
    "not_adopt": "not adopted", "enter_into_force": "entered into force", "submit": "submitted", "sign": "signed",
    "draft": "drafted", "agree": "agreed", "adopt": "adopted", "approve": "approved", "reject": "rejected",
    "return": "returned", "ratify": "ratified", "accept": "accepted", "deposit": "deposited", "accede": "acceded to",
    "consider": "considered", "defer": "deferred", "withdraw": "withdrawn",
}  # fmt: skip
"""Actions as what was done with a text."""


T = TypeVar("T")


def _indexed(many: Iterable[tuple[frozenset[str], T]]) -> dict[str, list[tuple[frozenset[str], T]]]:
    """Return things under the longest word of their names, where those have two at least."""
    found: dict[str, list[tuple[frozenset[str], T]]] = {}
    for words, one in many:
        if len(words) > 1:
            found.setdefault(max(words, key=lambda word: (len(word), word)), []).append((words, one))
    return found


def _documents(row: Row) -> set[str]:
    return {document for one in row.tellings for document in one.documents}


def _shown_by(  # noqa: PLR0913 - a commitment, a text, and what is asked of it
    row: Row, text: Row, acts: Sequence[ActTold], made: str, part: str, act: Act, doubt: str
) -> Iterator[Found]:
    """Yield what the acts told of a text show of a part of a commitment."""
    actors = names(row.slots.get("actor")) if act.each else []
    shown = False
    for told in acts:
        when = told.date or told.told_on
        if not when or not _after(when, made) or (actors and not _by_all(told, actors, acts, act, made)):
            continue
        put_off = told.action in ("defer", "withdraw") and act.name in ("consider", "adopt", "sign")
        if told.planned or (told.action not in (*act.done, *act.follows) and not put_off):
            continue
        why = doubt or _doubt(told, text, made)
        what = f"{text.slots.get('title')}: {DONE.get(told.action, told.action)}"
        what += f" by {in_words(list(told.by), 3)}" if told.by else ""
        shown = True
        yield Found(
            "changes" if put_off else "fulfils", part, text.register, text.id, what, when,
            told.action in act.done and bool(told.date), told.told_on, told.claims, told.speakers, not why, why,
        )  # fmt: skip
    own = _documents(row)
    later = [one for one in text.tellings if one.count and one.first_stated > made and not set(one.documents) <= own]
    if not shown and later and act.name in ("prepare", "submit"):
        first = min(later, key=lambda one: one.first_stated)
        yield Found(
            "fulfils", part, text.register, text.id, f"{text.slots.get('title')}: spoken of", first.first_stated, False,
            first.first_stated, first.claims[:3], (first.attributed_to,) if first.attributed_to else (), False,
            "a later page speaks of it, without telling what was done",
        )  # fmt: skip


def _after(when: str, made: str) -> bool:
    date = parsed(when)
    return date is not None and date.first_day().isoformat() > made


def _by_all(told: ActTold, actors: Sequence[str], acts: Sequence[ActTold], act: Act, made: str) -> bool:
    """Whether an act is one of those by which everybody who is to act has acted since."""
    since = [one for one in acts if one.action in (*act.done, *act.follows) and _after(one.date or one.told_on, made)]
    each = [[one for one in since if any(_acts_for(by, actor) for by in one.by)] for actor in actors]
    return all(each) and any(told in one for one in each)


@lru_cache(maxsize=4096)
def _acts_for(name: str, actor: str) -> bool:
    return same_organization(name, actor) or same_organization(name.rpartition(" of ")[2], actor)


def _doubt(told: ActTold, text: Row, made: str) -> str:
    """Return why an act told of a text shows less than that the commitment was kept; empty where it shows it."""
    if told.speakers:
        return f"told by {in_words(list(told.speakers), 2)}"
    if not told.date and text.first_stated <= made:
        return "when it was done is not told"
    return ""


def _twin(row: Row, meeting: Row) -> bool:
    """Whether a meeting of no named body is the one a commitment announces: one page tells of both, for one day."""
    same_page, due = set(row.sources) & set(meeting.sources), row.slots.get("due")
    return bool(same_page and due and meeting.slots.get("start")) and agree(meeting.slots["start"], due)


def _met(row: Row, meeting: Row, text: str, made: str, part: str) -> Iterator[Found]:
    """Yield what a meeting of a body that a commitment names shows of it."""
    start, due = parsed(meeting.slots.get("start")), parsed(row.slots.get("due"))
    status = meeting.slots.get("status")
    if start is None or start.first_day().isoformat() <= made or status not in ("held", "postponed", "cancelled"):
        return
    wanted = next((kind for word, kind in _MEETINGS.items() if word in content(text)), "")
    number = meeting.slots.get("ordinal")
    asked = [word for word in folded(text) if word.endswith(("st", "nd", "rd", "th")) and word[:1].isdigit()]
    numbered = bool(number) and ordinal(number) in asked
    if (wanted and meeting.slots.get("kind") != wanted) or (number and asked and not numbered):
        return
    in_time = due is None or start.first_day() <= due.last_day()
    if due is not None and _long_after(start.iso, due) and not numbered:
        return
    sure = numbered or _twin(row, meeting) or (in_time and due is not None and not _topic(text, meeting))
    if status != "held" and not (numbered or _twin(row, meeting)):
        return
    doubt = "" if sure else "whether it was the meeting promised is not told"
    of = in_words(names(meeting.slots.get("bodies")), 2)
    told = f"{ordinal(number) + ' ' if number else ''}{str(meeting.slots.get('kind') or 'session').replace('_', ' ')}"
    told = f"{told}{f' of {of}' if of else ''}: {status}"
    yield Found(
        "fulfils" if status == "held" else "changes", part, meeting.register, meeting.id, told,
        str(meeting.slots["start"]), True, meeting.first_stated, tuple(meeting.given_by.get("status", ()))[:3],
        (meeting.attributed_to,) if meeting.attributed_to else (), sure and not meeting.attributed_to,
        doubt or (f"told by {meeting.attributed_to}" if meeting.attributed_to else ""),
    )  # fmt: skip


def _topic(text: str, meeting: Row) -> bool:
    """Whether an undertaking to meet names a subject that nothing told of the meeting bears out."""
    _, on, subject = text.partition(" on ")
    words = _undated(subject) if on else frozenset[str]()
    told = content(" ".join([*names(meeting.slots.get("agenda")), *names(meeting.slots.get("topics"))]))
    return len(words) > 1 and overlap(words, told)[0] < 0.5


def _long_after(date: str, due: PartialDate) -> bool:
    """Whether something was told or done so long after a day that it is hardly about what was due on it."""
    day = parsed(date)
    return day is not None and (day.first_day() - due.last_day()).days > _STILL_ABOUT


_NAME = re.compile(r"(?<=[\w,] )[A-Z]\w+")


def _elsewhere(text: str, other: str) -> bool:
    """Whether two undertakings are about two things of one sort: each names something that the other does not."""
    one, two = ({word for word in _NAME.findall(each) if word.casefold() not in _CALENDAR} for each in (text, other))
    return bool(one - two) and bool(two - one)


@lru_cache(maxsize=16384)
def _undated(text: str) -> frozenset[str]:
    return frozenset(word for word in content(text) if not word.isdigit() and word not in _CALENDAR)


def _runs_in(name: str, text: str) -> bool:
    """Whether a name stands in a text word for word, little words apart."""
    one, two = run(name), run(text)
    return len(one) > 1 and any(two[at : at + len(one)] == one for at in range(len(two) - len(one) + 1))
