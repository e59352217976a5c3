"""Meetings that were promised and held: what the rows of meetings tell of an undertaking to meet, or to consider."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from muniment.registers.bearing import CALENDAR, Found, indexed, long_after, runs_in, undated
from muniment.registers.dates import agree, parsed
from muniment.registers.identity.offices import same_organization
from muniment.registers.identity.words import content, folded, listed, overlap
from muniment.registers.row import Row
from muniment.registers.values import names, ordinal
from muniment.rules.gap import listed as in_words
from muniment.rules.promises import Act

__all__ = ["MeetingsKept"]

_MEETINGS = {
    "consultation": "consultation", "conference": "conference", "briefing": "briefing", "debate": "debate",
    "ceremony": "ceremony", "talk": "bilateral", "group": "working_group",
}  # fmt: skip
"""Words of an undertaking to meet -> the kind of meeting it is; any other is any kind."""


class MeetingsKept:
    """Dated meetings, by the bodies that met, or where none is told by the pages that tell of them.

    Attributes:
        of_body: body -> its meetings, each with its first day.
    """

    def __init__(self, meetings: Iterable[Row]) -> None:
        """Take the register's rows."""
        self.of_body: dict[str, list[tuple[str, Row]]] = {}
        self._of_no_body: dict[str, list[tuple[int, Row]]] = {}
        self._of_month: dict[str, list[Row]] = {}
        for turn, row in enumerate(meetings):
            start, bodies = parsed(row.slots.get("start")), names(row.slots.get("bodies"))
            if start is None:
                continue
            for body in bodies:
                self.of_body.setdefault(body, []).append((start.first_day().isoformat(), row))
            for source in () if bodies else row.sources:
                self._of_no_body.setdefault(source, []).append((turn, row))
            if not bodies:
                self._of_month.setdefault(start.iso[: len("2031-11")], []).append(row)
        self._bodies = list(self.of_body)
        self._by_word = indexed((content(body), turn) for turn, body in enumerate(self._bodies))
        self._of_actor: dict[str, list[int]] = {}

    def of(self, row: Row, text: str, made: str, part: str, _act: Act) -> Iterator[Found]:
        """Yield what the meetings of bodies that a commitment names, or of its subject, show of it."""
        near = {one.id: one for one in (*self.of_its_pages(row), *self.of_its_subject(row, text))}
        for body in self.named(text, tuple(names(row.slots.get("actor")))):
            near |= {one.id: one for start, one in self.of_body[body] if start > made}
        for meeting in near.values():
            yield from _met(row, meeting, text, made, part)

    def considering(self, row: Row, text: str, made: str, part: str) -> Iterator[Found]:
        """Yield the meetings of who was to consider something that had it on their agenda."""
        due = parsed(row.slots.get("due"))
        for body in self.named("", tuple(names(row.slots.get("actor")))):
            for start, one in self.of_body[body]:
                items = [item for item in names(one.slots.get("agenda")) if runs_in(item, text)]
                too_late = due is not None and long_after(start, due)
                if start > made and one.slots.get("status") == "held" and items and not too_late:
                    yield Found(
                        "fulfils", part, one.register, one.id, f"{items[0]}: on the agenda of {body}",
                        str(one.slots["start"]), True, one.first_stated, tuple(one.given_by.get("agenda", ()))[:3],
                    )  # fmt: skip

    def of_its_pages(self, row: Row) -> list[Row]:
        """Return the meetings of no named body that may be the one a commitment announces, in the register's order."""
        found = {turn: one for source in row.sources for turn, one in self._of_no_body.get(source, ())}
        return [one for _, one in sorted(found.items()) if _twin(row, one)]

    def of_its_subject(self, row: Row, text: str) -> list[Row]:
        """Return the meetings of no named body, in the month a commitment is due, whose subject it names."""
        due = str(row.slots.get("due") or "")[: len("2031-11")]
        return [one for one in self._of_month.get(due, ()) if _subject_of(text, one) and _those_named(text, one)]

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
    if due is not None and long_after(start.iso, due) and not numbered:
        return
    told_apart = numbered or _twin(row, meeting) or (due is not None and _subject_of(text, meeting))
    sure = told_apart or (in_time and due is not None and not _topic(text, meeting))
    if status != "held" and not told_apart:
        return
    otherwise = "" if numbered else _otherwise(text, meeting)
    sure = sure and not otherwise
    doubt = "" if sure else otherwise or "whether it was the meeting promised is not told"
    of = in_words(names(meeting.slots.get("bodies")), 2)
    told = f"{ordinal(number) + ' ' if number else ''}{str(meeting.slots.get('kind') or 'session').replace('_', ' ')}"
    told = f"{told}{f' of {of}' if of else ''}: {status}"
    yield Found(
        "fulfils" if status == "held" else "changes", part, meeting.register, meeting.id, told,
        str(meeting.slots["start"]), True, meeting.first_stated, tuple(meeting.given_by.get("status", ()))[:3],
        (meeting.attributed_to,) if meeting.attributed_to else (), sure and not meeting.attributed_to,
        doubt or (f"told by {meeting.attributed_to}" if meeting.attributed_to else ""),
    )  # fmt: skip


_IN = re.compile(r"\bin (?!the )([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
_GATHERINGS = listed("seminar forum workshop symposium table hearing")
"""Words for meetings that are no session of a body."""


def _otherwise(text: str, meeting: Row) -> str:
    """Return a doubt where a meeting is told of in another way than it was promised; else nothing."""
    words, place = content(text), str(meeting.slots.get("place") or "")
    places = [one for one in _IN.findall(text) if one.casefold() not in CALENDAR]
    if bool(meeting.slots.get("extraordinary")) != ("extraordinary" in words):
        return "one is extraordinary, the other is not told to be"
    if meeting.slots.get("kind") == "session" and words & _GATHERINGS:
        return "a session is told of, another kind of meeting was promised"
    return "it is told of another place" if places and place and place not in places else ""


_SUBJECT = re.compile(r" (?:on|concerning|regarding|devoted to|dedicated to) ")


def _topic(text: str, meeting: Row) -> bool:
    """Whether an undertaking to meet names a subject that nothing told of the meeting bears out."""
    words = undated(" ".join(_SUBJECT.split(text)[1:]))
    return bool(words) and overlap(words, _on_agenda(meeting))[0] < 0.5


def _subject_of(text: str, meeting: Row) -> bool:
    """Whether the subject that an undertaking to meet names is what the meeting is told to have been about."""
    words, told = undated(" ".join(_SUBJECT.split(text)[1:])), _on_agenda(meeting)
    return bool(words and told) and (told <= words or words <= told)


def _on_agenda(meeting: Row) -> frozenset[str]:
    return content(" ".join([*names(meeting.slots.get("agenda")), *names(meeting.slots.get("topics"))]))


def _those_named(text: str, meeting: Row) -> bool:
    """Whether an undertaking to meet names everybody who is told to have met, of whom there is somebody."""
    met = names(meeting.slots.get("participants"))
    return bool(met) and all(content(name) <= content(text) for name in met)
