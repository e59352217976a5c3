"""What other rows tell of a commitment: the text was adopted, the meeting was held, the day was moved."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from muniment.registers.acts_told import ActTold, acts_told
from muniment.registers.bearing import ABOUT, CALENDAR, Found, indexed, long_after, runs_in, undated
from muniment.registers.dates import agree, parsed
from muniment.registers.identity.instruments import names_text, telling_words
from muniment.registers.identity.offices import same_organization, state_words
from muniment.registers.identity.words import acronyms, content, listed, overlap, run
from muniment.registers.meetings_kept import MeetingsKept
from muniment.registers.offices_filled import OfficesFilled, StandingsGiven
from muniment.registers.row import Row
from muniment.registers.values import names
from muniment.rules.gap import listed as in_words
from muniment.rules.promises import Act, parts_named
from muniment.terms import PartialDate

__all__ = ["DONE", "Fulfilments", "shown_by"]

_FEWEST_WORDS = 3
"""Words that an undertaking must have to be told from others by them (judgement)."""

_SAME_WORDS = 0.8
"""Share of the shorter undertaking's words that another of the same actor must have to be the same (judgement)."""


_SORTS = listed(
    "exercise operation mission monitoring observer observation humanitarian joint field staff command post special "
    "training drill peacekeeping international"
)
"""Words of an operation's name that tell only of what sort it is."""


def _telling(name: str) -> frozenset[str]:
    return content(name) - _SORTS


class Fulfilments:
    """What the rows of a record tell of its commitments.

    Args:
        rows: gives a register's rows.
        commitments: those that pages or people told.
    """

    def __init__(self, rows: Callable[[str], Iterable[Row]], commitments: Iterable[Row]) -> None:
        """Take the rows, each under the word it is found by."""
        instruments = list(rows("instruments"))
        texts = [(telling_words(str(row.slots.get("title") or "")), row) for row in instruments]
        self._texts = indexed(texts)
        self._titled: dict[tuple[str, ...], list[Row]] = {}
        self._by_word: dict[str, list[Row]] = {}
        self._by_source: dict[str, list[Row]] = {}
        for words, row in texts:
            self._titled.setdefault(run(str(row.slots.get("title") or "")), []).append(row)
            for word in words if len(words) > 1 else ():
                self._by_word.setdefault(word, []).append(row)
            for source in row.sources if len(words) == 1 else ():
                self._by_source.setdefault(source, []).append(row)
        self._meetings = MeetingsKept(rows("meetings"))
        self._tenures, self._relations = OfficesFilled(rows("tenures")), StandingsGiven(rows("relations"))
        self._operations = indexed((content(str(row.slots.get("name") or "")), row) for row in rows("operations"))
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
        kept: dict[str, Callable[[Row, str, str, str, Act], Iterable[Found]]] = {
            "instruments": self._of_texts, "meetings": self._meetings.of, "operations": self._of_operations,
            "tenures": self._tenures.of, "relations": self._relations.of,
        }  # fmt: skip
        for part, acts in parts_named(text).items():
            for act in acts:
                found += kept[act.of](row, text, made, part, act)
                if act.name == "consider":
                    found += self._meetings.considering(row, text, made, part)
        return [*found, *self._of_commitments(row, text, made), *_given_more_time(row)]

    def _of_texts(self, row: Row, text: str, made: str, part: str, act: Act) -> Iterator[Found]:
        words = content(text)
        near = {id(one): one for word in words for named, one in self._texts.get(word, ()) if named <= words}
        quoted = {id(one): one for title in _QUOTED.findall(text) for one in self._titled.get(run(title), ())}
        yield from self._of_longer_names(row, text, made, part, act)
        for one in (near | quoted).values():
            how = names_text(text, str(one.slots.get("title") or ""), consent=act.each)
            if id(one) in quoted and _of_its_kind(text, one):
                how = 2
            if how:
                acts = [told for told in acts_told(one) if not set(told.documents) <= _documents(row)]
                yield from shown_by(row, one, acts, made, part, act, "" if how > 1 else _NAMED_IN_PART)

    def _of_longer_names(self, row: Row, text: str, made: str, part: str, act: Act) -> Iterator[Found]:
        """Yield what is told of texts that may be the one a commitment names in short: "Regulations on the Centre"."""
        for short in self._by_source.get(row.sources[0] if row.sources else "", ()):
            named = telling_words(str(short.slots.get("title") or ""))
            if len(named) != 1 or not runs_in(str(short.slots.get("title") or ""), text):
                continue
            for one in self._by_word.get(next(iter(named)), ()):
                if one.slots.get("kind") == short.slots.get("kind") and one.first_stated > made:
                    acts = acts_told(one)
                    yield from shown_by(row, one, acts, made, part, act, "it may be the same text by its full name")

    def _of_operations(self, row: Row, text: str, made: str, part: str, act: Act) -> Iterator[Found]:
        words, due = content(text), parsed(row.slots.get("due"))
        near = {id(one): one for word in words for named, one in self._operations.get(word, ()) if named <= words}
        for one in near.values():
            name, status = str(one.slots.get("name") or ""), str(one.slots.get("status") or "")
            date = str(one.slots.get("start") or (one.slots.get("end") if status == "completed" else ""))
            if not date > made or not runs_in(name, text) or (due is not None and long_after(date, due)):
                continue
            if status not in act.done:
                continue
            told, claims = f"{name}: {'under way' if status == 'ongoing' else status}", one.given_by.get("status", ())
            doubt = "" if _telling(name) else "the name tells only of what sort it is"
            if not content(str(one.slots.get("country") or "")) <= words:
                doubt = "it is told of another country"
            yield Found(
                "fulfils", part, one.register, one.id, told, date, True, one.first_stated, tuple(claims),
                sure=not doubt, doubt=doubt,
            )  # fmt: skip

    def _of_commitments(self, row: Row, text: str, made: str) -> Iterator[Found]:
        due, words = parsed(row.slots.get("due")), undated(text)
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
            if _elsewhere(text, one.text) or long_after(one.later, due):
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
    words = undated(text)
    if due is None or len(words) < _FEWEST_WORDS:
        return None
    return _Undertaken(turn, row, text, words, due, str(row.slots.get("made_on") or row.first_stated))


def _made_between(many: Sequence[_Undertaken], made: str, due: PartialDate) -> list[_Undertaken]:
    """Return those of many, in order of when they were told, told after a day and not long after another, by turn."""
    last_day = min(due.last_day(), datetime.date.max - ABOUT) + ABOUT
    first, last = (bisect_right(many, day, key=lambda one: one.later) for day in (made, last_day.isoformat()))
    return sorted(many[first:last], key=lambda one: one.turn)


_QUOTED = re.compile(r"[“«\"]([^”»\"]+)[”»\"]")
"""A title set in quotation marks: it is the whole of the title."""


def _of_its_kind(text: str, one: Row) -> bool:
    """Whether an undertaking says of what kind the text is that it names by its title."""
    kind = str(one.slots.get("kind") or "other").replace("_", " ")
    return kind == "other" or content(kind) <= content(text)


_NAMED_IN_PART = "the name fits in part only"
DONE = {
    "not_adopt": "not adopted", "enter_into_force": "entered into force", "submit": "submitted", "sign": "signed",
    "draft": "drafted", "agree": "agreed", "adopt": "adopted", "approve": "approved", "reject": "rejected",
    "return": "returned", "ratify": "ratified", "accept": "accepted", "deposit": "deposited", "accede": "acceded to",
    "consider": "considered", "defer": "deferred", "withdraw": "withdrawn",
}  # fmt: skip
"""Actions as what was done with a text."""


def _documents(row: Row) -> set[str]:
    return {document for one in row.tellings for document in one.documents}


def shown_by(  # noqa: PLR0913 - a commitment, a text, and what is asked of it
    row: Row, text: Row, acts: Sequence[ActTold], made: str, part: str, act: Act, doubt: str
) -> Iterator[Found]:
    """Yield what the acts told of a text show of a part of a commitment."""
    actors = names(row.slots.get("actor")) if act.each else []
    shown = False
    for told in acts:
        when = told.date or told.told_on
        if not when or not _after(when, made) or (actors and not _by_all(told, actors, acts, act, made)):
            continue
        put_off = told.action in act.puts_off
        if told.planned or (told.action not in (*act.done, *act.follows) and not put_off):
            continue
        why = doubt or _doubt(told, text, made) or _by_others(row, told, act) or _to_others(row, told)
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


def _given_more_time(row: Row) -> Iterator[Found]:
    """Yield what a later page tells of a commitment with a later day than the first page gave it."""
    told = [(one, day) for one in row.tellings if one.count and (day := parsed(one.slots.get("due"))) is not None]
    told.sort(key=lambda pair: pair[0].first_stated)
    for one, day in told[1:]:
        if one.first_stated > told[0][0].first_stated and day.first_day() > told[0][1].last_day():
            speakers = (one.attributed_to,) if one.attributed_to else ()
            yield Found(
                "changes", "", row.register, row.id, str(one.slots.get("text") or ""), one.first_stated, True,
                one.first_stated, one.claims[:3], speakers, not speakers, f"told by {speakers[0]}" if speakers else "",
            )  # fmt: skip


def _by_others(row: Row, told: ActTold, act: Act) -> str:
    """Return a doubt where the act undertaken is told of others than those who were to do it; else nothing."""
    actors = names(row.slots.get("actor"))
    if act.each or told.action not in act.done or not told.by or not actors:
        return ""
    known = any(
        _acts_for(by, actor) or _acts_for(actor, by) or _one_of(by, actor) for by in told.by for actor in actors
    )
    return "" if known else "it is told of others than those who were to do it"


def _to_others(row: Row, told: ActTold) -> str:
    """Return a doubt where a text is told to have been submitted to none whom the undertaking names; else nothing."""
    text = str(row.slots.get("text") or "")
    if told.action != "submit" or not told.to or " to " not in text:
        return ""
    words, last = content(text), undated(text.rpartition(" to ")[2])
    named = any(content(name) - acronyms(name) <= words or last <= content(name) for name in told.to)
    return "" if named else "it is told to have gone to others"


@lru_cache(maxsize=4096)
def _one_of(name: str, other: str) -> bool:
    """Whether all that one name says stands in the other: "foreign ministers", "Council of Foreign Ministers"."""
    one, two = content(name), content(other)
    return one <= two or two <= one


_NAME = re.compile(r"(?<=[\w,] )[A-Z]\w+")


def _elsewhere(text: str, other: str) -> bool:
    """Whether two undertakings are about two things of one sort: each names something that the other does not."""
    one, two = ({word for word in _NAME.findall(each) if word.casefold() not in CALENDAR} for each in (text, other))
    return bool(one - two) and bool(two - one)
