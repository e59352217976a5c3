"""Deployments link by link, from the appeal to the end, and operations and exercises as series of editions."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.acts_told import acts_told
from muniment.registers.attribution import told_only_by
from muniment.registers.dates import days_apart
from muniment.registers.fulfilment import DONE
from muniment.registers.identity.words import content
from muniment.registers.row import Row
from muniment.registers.values import cell, names
from muniment.rules.crisis import DEPLOYED, Link, links
from muniment.rules.gap import first_day, last_day, period

__all__ = ["Chain", "Edition", "Found", "Series", "chains", "series"]

_BEFORE = 45
"""Days before a deployment in which the meeting that decided on it is looked for (judgement: crises move quickly)."""


class Found(msgspec.Struct, frozen=True):
    """A link as pages tell it.

    Attributes:
        link: its name in the pack.
        asks: what is looked for.
        source: the article or practice that asks for it.
        told: what pages tell, in words; empty where none does.
        date: when, where that is told.
        register: the register of the row that tells of it.
        row: its id.
        claims: ids of the claims that tell of it.
        speakers: who tells so, where only speakers' own words do.
        due: no page could tell of it yet, for the deployment goes on.
    """

    link: str
    asks: str
    source: str
    told: str = ""
    date: str = ""
    register: str = ""
    row: str = ""
    claims: tuple[str, ...] = ()
    speakers: str = ""
    due: bool = True


class Chain(msgspec.Struct, frozen=True):
    """A deployment with its links, told and missing; `missing` are the names of those that no page tells of."""

    row: str
    title: str
    status: str
    start: str
    end: str
    links: tuple[Found, ...]
    missing: tuple[str, ...]


class Edition(msgspec.Struct, frozen=True):
    """One edition of a series: its row, name, place, days, status, who took part."""

    row: str
    name: str
    country: str
    start: str
    end: str
    status: str
    participants: tuple[str, ...]


class Series(msgspec.Struct, frozen=True):
    """Operations or exercises of one name, edition by edition; `gaps` are years between that no page tells of."""

    name: str
    kind: str
    editions: tuple[Edition, ...]
    gaps: tuple[str, ...]


def chains(rows: Callable[[str], Iterable[Row]], as_of: datetime.date) -> list[Chain]:
    """Return every deployment link by link, by the day it began.

    Args:
        rows: gives a register's rows in a settled order; those withdrawn are passed over.
        as_of: the day it is asked on; what pages tell later is left out, and of a deployment that goes on then, the
            end is not missing.
    """
    day = as_of.isoformat()

    def shown(name: str) -> Iterator[Row]:
        return (row for row in rows(name) if not row.withdrawn and row.first_stated <= day)

    deployed = [_by(as_of, row) for row in shown("operations") if row.slots.get("kind") in DEPLOYED]
    sources = {source for row in deployed for source in row.sources}
    index = {
        name: _Index(row for row in shown(name) if _may_tell(row, sources))
        for name in ("instruments", "meetings", "commitments", "statements")
    }
    found = [_chain(row, index, as_of) for row in deployed]
    return sorted(found, key=lambda one: (one.start or "9999", one.row))


def _by(as_of: datetime.date, row: Row) -> Row:
    """Return a deployment as it was by a day: one that ended later was going on, or was planned."""
    start, end = first_day(row.slots.get("start")), first_day(row.slots.get("end"))
    if end is None or end <= as_of:
        return row
    status = "planned" if start is not None and start > as_of else "ongoing"
    slots = {name: value for name, value in row.slots.items() if name != "end"}
    return msgspec.structs.replace(row, slots={**slots, "status": status})


def _may_tell(row: Row, sources: AbstractSet[str]) -> bool:
    """Whether a row may tell of a link at all: by its words, or as a meeting or text of pages on deployments.

    Of hundreds of thousands of rows that leaves few, whose words alone are looked at one by one.
    """
    if row.register in ("commitments", "statements"):
        return _has(str(row.slots.get("text") or ""), _words_of(_WORDED))
    if not sources.isdisjoint(row.sources):
        return True
    return row.register == "instruments" and _has(str(row.slots.get("title") or ""), _words_of(()))


@cache
def _words_of(named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that links are told by: of some links, or of all where none is named."""
    return tuple(dict.fromkeys(word for link in links() if not named or link.name in named for word in link.words))


def _chain(row: Row, index: dict[str, _Index], as_of: datetime.date) -> Chain:
    near = _Near(row, index)
    name = f"{row.slots.get('name') or ''} {row.slots.get('kind') or ''}"
    found = [near.find(link, as_of) for link in links() if not _has(name, link.unless)]
    return Chain(
        row=row.id, title=REGISTERS["operations"].caption(row.slots), status=str(row.slots.get("status") or ""),
        start=str(row.slots.get("start") or ""), end=str(row.slots.get("end") or ""), links=tuple(found),
        missing=tuple(one.link for one in found if not one.told and one.due),
    )  # fmt: skip


class _Index:
    """Rows by the pages that tell of them, and by the words of their titles or texts."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.by_source: dict[str, list[Row]] = {}
        self.by_word: dict[str, list[Row]] = {}
        for row in rows:
            for source in row.sources:
                self.by_source.setdefault(source, []).append(row)
            for word in content(str(row.slots.get("title") or row.slots.get("text") or "")):
                self.by_word.setdefault(word, []).append(row)

    def near(self, sources: Iterable[str], name: frozenset[str]) -> list[Row]:
        """Return the rows of some pages, and those with all the words of a name, in the order of the register."""
        found = {row.id: row for source in sources for row in self.by_source.get(source, ())}
        if name:
            rarest = min(name, key=lambda word: len(self.by_word.get(word, ())))
            found |= {row.id: row for row in self.by_word.get(rarest, ())}
        return sorted(found.values(), key=lambda row: (row.position, row.id))


class _Near:
    """What pages that tell of a deployment, or rows that name it, tell besides."""

    def __init__(self, row: Row, index: dict[str, _Index]) -> None:
        self.row = row
        self.sources = set(row.sources)
        self.name = _telling(str(row.slots.get("name") or ""))
        self.shown = {name: one.near(row.sources, self.name) for name, one in index.items()}

    def find(self, link: Link, as_of: datetime.date) -> Found:
        """Return a link as told, from the deployment's own row first."""
        own = {"deployment": self._began, "end": self._ended, "mandate": self._mandated, "consultation": self._met}
        told = own[link.name](link) if link.name in own else None
        told = told or self._in_basis(link) or self._in_texts(link) or self._in_words(link)
        end = last_day(self.row.slots.get("end"))
        over = self.row.slots.get("status") == "completed" or (end is not None and end < as_of)
        began = self.row.slots.get("status") != "planned"
        due = {"end": over, "report": over, "deployment": began}.get(link.name, True)
        return told or Found(link.name, link.asks, link.source, due=due)

    def _found(self, link: Link, told: str, row: Row, date: str = "", slot: str = "") -> Found:
        claims = row.given_by.get(slot) or list(row.claims[:2])
        said = row.attributed_to or ", ".join(told_only_by(row).get(slot, ()))
        return Found(link.name, link.asks, link.source, told, date, row.register, row.id, tuple(claims[:2]), said)

    def _began(self, link: Link) -> Found | None:
        start = self.row.slots.get("start")
        forces = [cell(one) for one in self.row.slots.get("numbers") or ()]
        who = names(self.row.slots.get("participants"))
        told = "; ".join([f"began {period(start)}" if start else "", ", ".join(who), ", ".join(forces)]).strip("; ")
        return self._found(link, told, self.row, str(start or ""), "start") if start else None

    def _ended(self, link: Link) -> Found | None:
        end = self.row.slots.get("end")
        if self.row.slots.get("status") != "completed":
            return None
        return self._found(link, f"ended {period(end)}" if end else "completed", self.row, str(end or ""), "end")

    def _mandated(self, link: Link) -> Found | None:
        purpose = self.row.slots.get("purpose")
        return self._found(link, str(purpose), self.row, slot="purpose") if purpose else None

    def _met(self, link: Link) -> Found | None:
        start = self.row.slots.get("start")
        for meeting in self.shown["meetings"]:
            day = first_day(meeting.slots.get("start"))
            begun = first_day(start)
            if day is None or begun is None or not meeting.slots.get("bodies") or meeting.slots.get("status") != "held":
                continue
            if (
                day <= begun
                and days_apart(meeting.slots["start"], start) <= _BEFORE
                and self.sources & set(meeting.sources)
            ):
                told = REGISTERS["meetings"].caption(meeting.slots)
                return self._found(link, told, meeting, str(meeting.slots["start"]))
        return None

    def _in_basis(self, link: Link) -> Found | None:
        """Return a link that the legal basis given for the deployment names."""
        others = [one for one in links() if one.name in ("appeal", "decision")]
        for text in names(self.row.slots.get("legal_basis")):
            if not _has(text, link.words):
                continue
            if link.name == "legal_basis" and any(_has(text, one.words) for one in others):
                continue
            return self._found(link, text, self.row, slot="legal_basis")
        return None

    def _in_texts(self, link: Link) -> Found | None:
        """Return a link that is a text: of that kind on the same page, or naming the deployment."""
        for row in self.shown["instruments"]:
            title = str(row.slots.get("title") or "")
            named = bool(self.name) and self.name <= content(title)
            of_kind = row.slots.get("kind") in link.kinds and bool(self.sources & set(row.sources))
            if (named and _has(title, link.words)) or of_kind:
                acts = [act for act in acts_told(row) if not act.planned and act.date]
                done = acts[-1] if acts else None
                what = f"{title}: {DONE.get(done.action, done.action)}" if done else title
                return self._found(link, what, row, done.date if done else "")
        return None

    def _in_words(self, link: Link) -> Found | None:
        """Return a link that a commitment or statement on the same page, or naming the deployment, tells of."""
        if link.name not in _WORDED:
            return None
        for register in ("commitments", "statements"):
            for row in self.shown[register]:
                text = str(row.slots.get("text") or "")
                named = bool(self.name) and self.name <= content(text)
                if (named or self.sources & set(row.sources)) and _has(text, link.words):
                    return self._found(
                        link, text[:200], row, str(row.slots.get("date") or row.slots.get("made_on") or "")
                    )
        return None


_WORDED = ("notice", "report", "mandate")
"""Links that a commitment or a statement may tell of."""


def _has(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text has a word that begins like one of some, whatever its case."""
    return bool(words) and _any_of(words).search(text) is not None


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})", re.IGNORECASE)


def _telling(name: str) -> frozenset[str]:
    quoted = re.search(r"[“\"«]([^”\"»]+)[”\"»]", name)
    words = content(quoted[1] if quoted else name)
    return frozenset(word for word in words if not word.isdigit()) - _KINDS if len(words) else frozenset()


_KINDS = frozenset({"operation", "exercise", "mission", "relief", "peacekeeping", "joint", "command", "staff"})
_NUMBERED = re.compile(r"\b(?:(?:19|20)\d\d(?:[-/]\d{2,4})?|[IVX]{1,5}|\d{1,2})\b\W*$")


def series(rows: Iterable[Row]) -> list[Series]:
    """Return operations and exercises of one name as series, those with several editions or a number in the name."""
    groups: dict[tuple[frozenset[str], str], list[Row]] = {}
    for row in rows:
        name = str(row.slots.get("name") or "")
        stem = content(_NUMBERED.sub("", name))
        if not row.withdrawn and stem - _KINDS:
            groups.setdefault((stem, str(row.slots.get("kind") or "")), []).append(row)
    found = [_series(group, kind) for (_, kind), group in groups.items()]
    several = [one for one in found if len(one.editions) > 1 or _NUMBERED.search(one.editions[0].name)]
    return sorted(several, key=lambda one: (one.kind, one.name.casefold()))


def _series(rows: Sequence[Row], kind: str) -> Series:
    editions = sorted((_edition(row) for row in rows), key=lambda one: (one.start or one.name, one.row))
    name = _NUMBERED.sub("", editions[0].name).strip(' -–“”"') or editions[0].name
    return Series(name, kind, tuple(editions), tuple(_unseen(editions)))


def _edition(row: Row) -> Edition:
    slots = row.slots
    return Edition(
        row.id, str(slots.get("name") or ""), str(slots.get("country") or ""), str(slots.get("start") or ""),
        str(slots.get("end") or ""), str(slots.get("status") or ""), tuple(names(slots.get("participants"))),
    )  # fmt: skip


def _unseen(editions: Sequence[Edition]) -> Iterator[str]:
    """Yield the years between editions of a yearly series that no page tells of."""
    told = (re.search(r"\b(?:19|20)\d\d\b", f"{one.start} {one.name}") for one in editions)
    years = sorted({int(year[0]) for year in told if year})
    steps = [two - one for one, two in pairwise(years)]
    usual = min(steps, default=0)
    for one, step in zip(years, steps, strict=False):
        yield from (str(one + usual * n) for n in range(1, step // usual) if usual and len(years) > 2)
