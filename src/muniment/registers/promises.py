"""The ledger of promises: what became of each commitment, with what bears it out and the pages that were looked at.

A later page that tells of the act itself, under the name the commitment gives it, is taken as fact. Whatever is less
than that - a name that fits in part, an act that only a speaker tells of, a body's meeting of which it is not told
whether it was the one promised - is a proposal: "perhaps fulfilled by". No promise is scored here.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial

import msgspec

from muniment.registers.bearing import Found
from muniment.registers.dates import parsed
from muniment.registers.fulfilment import Fulfilments
from muniment.registers.row import Row, standing
from muniment.registers.values import names
from muniment.rules.gap import first_day, last_day
from muniment.rules.promises import parts_named, settled

__all__ = ["Pages", "Promise", "promise_of", "promises"]


Verdicts = Mapping[tuple[str, str, str], bool]
"""(commitment, register, row) -> whether people found that what the row tells shows that the commitment was kept."""


class Promise(msgspec.Struct, frozen=True):
    """A commitment, and what became of it.

    Attributes:
        row: id of the commitment's row, or of what was announced.
        text: what is to be done, in the words of the page.
        kind: of the record format: commitment, mandate, intention, request; or `announced`.
        actor: who is to act.
        given_by: who asked or instructed.
        due: the last day allowed, as told; empty where none is named.
        made_on: when it was given; where that is not told, the first date of a page that tells of it.
        attributed_to: the speaker, where only somebody's own words tell of it.
        acts: the acts it names (`rules/promises.toml`).
        status: one of `rules.promises.STATUSES`.
        days: days overdue or late; None otherwise.
        because: a sentence for people.
        rule_source: the article or standard the status rests on.
        proofs: what tells that it was done, the day it was done first.
        perhaps: what may tell that it was done or changed, and why that is doubtful.
        changes: what put it off or gave it a new day.
        again: other commitments of the same actor to the same by the same day.
        pages: dated pages after the day it was made, up to the day asked about, that were read.
        pages_not_read: further such pages, in languages that are not read.
        pages_since: the day after which they are counted.
        pages_until: the last of their days.
        register: the register of that row: `commitments`, or what was announced is of another.
        claims: the first claims that tell that it was promised.
    """

    row: str
    text: str
    kind: str
    actor: tuple[str, ...]
    given_by: tuple[str, ...]
    due: str
    made_on: str
    attributed_to: str
    acts: tuple[str, ...]
    status: str
    days: int | None
    because: str
    rule_source: str
    proofs: tuple[Found, ...]
    perhaps: tuple[Found, ...]
    changes: tuple[Found, ...]
    again: tuple[Found, ...]
    pages: int
    pages_not_read: int
    pages_since: str
    pages_until: str
    register: str = "commitments"
    claims: tuple[str, ...] = ()


class Pages:
    """The days that pages give themselves, to count those looked at.

    Args:
        documents: the register's rows; stubs and pages without a day are not counted.
        not_read: codes of the languages that are not read.
    """

    def __init__(self, documents: Iterable[Row], not_read: Collection[str] = ()) -> None:
        """Take the days of the pages."""
        days: tuple[list[datetime.date], list[datetime.date]] = [], []
        for row in documents:
            day = last_day(row.slots.get("published"))
            if day is not None and not row.slots.get("stub"):
                days[row.slots.get("language", "") in not_read].append(day)
        self._read, self._not_read = sorted(days[0]), sorted(days[1])

    def between(self, after: datetime.date, until: datetime.date) -> tuple[int, int]:
        """Return how many pages give themselves a day after one day, up to another: those read, and those not read."""
        read, other = (
            max(0, bisect_right(days, until) - bisect_right(days, after)) for days in (self._read, self._not_read)
        )
        return read, other

    def last(self, until: datetime.date) -> datetime.date | None:
        """Return the last day of a page that was read, up to a day, or None where there is none."""
        place = bisect_right(self._read, until)
        return self._read[place - 1] if place else None


def promises(
    rows: Callable[[str], Iterable[Row]],
    as_of: datetime.date,
    not_read: Collection[str] = (),
    verdicts: Verdicts | None = None,
) -> list[Promise]:
    """Return every commitment that pages or people told by a day with what became of it, by the day it is due.

    Args:
        rows: gives a register's rows in a settled order; those withdrawn are passed over.
        as_of: the day it is asked on; what pages tell later is left out.
        not_read: codes of the languages that are not read.
        verdicts: (commitment, register, row) -> whether people found that the row shows that it was kept.
    """
    shown = partial(standing, rows)
    commitments = [row for row in shown("commitments") if any(one.origin != "profile" for one in row.tellings)]
    pages = Pages(shown("documents"), not_read)
    evidence = Fulfilments(shown, commitments)
    found = [
        _promise(row, evidence, pages, as_of, verdicts or {}) for row in commitments if _made(row) <= as_of.isoformat()
    ]
    return sorted(found, key=lambda one: (one.due or "9999", one.made_on, one.row))


def _made(row: Row) -> str:
    return str(row.slots.get("made_on") or row.first_stated or "")


def _promise(row: Row, evidence: Fulfilments, pages: Pages, as_of: datetime.date, verdicts: Verdicts) -> Promise:
    told = evidence.of(row, _made(row))
    found = list(filter(None, (_judged(one, verdicts.get((row.id, one.register, one.row))) for one in told)))
    return promise_of(row, found, pages, as_of, tuple(parts_named(str(row.slots.get("text") or ""))))


def promise_of(row: Row, found: Sequence[Found], pages: Pages, as_of: datetime.date, parts: Sequence[str]) -> Promise:
    """Return a commitment with what became of it by a day.

    Args:
        row: the commitment, or what was announced as one.
        found: what rows tell of it; what pages told after that day is left out.
        pages: the days of the pages.
        as_of: the day it is asked on.
        parts: the acts it names, all of which are to be done.
    """
    made = _made(row)
    day = first_day(made) or datetime.date.min
    found = [one for one in found if not one.told_on or one.told_on <= as_of.isoformat()]
    proofs = _done(found, parts)
    changes = [one for one in found if one.sign == "changes" and one.sure]
    last = pages.last(as_of)
    read, not_read = pages.between(day, as_of) if made else (0, 0)
    done = last_day(proofs[-1].date) if proofs else None
    result = settled(
        kind=str(row.slots.get("kind") or "mandate"), due=last_day(row.slots.get("due")), as_of=as_of,
        until=min(as_of, last or as_of), done=done, exact=bool(proofs) and all(one.exact for one in proofs),
        changed=bool(changes), checkable=bool(parts),
    )  # fmt: skip
    return Promise(
        row=row.id, text=str(row.slots.get("text") or ""), kind=str(row.slots.get("kind") or ""),
        actor=tuple(names(row.slots.get("actor"))), given_by=tuple(names(row.slots.get("given_by"))),
        due=str(row.slots.get("due") or ""), made_on=made, attributed_to=row.attributed_to,
        acts=tuple(parts),
        status=result.status, days=result.days, because=result.because, rule_source=result.rule_source,
        proofs=tuple(proofs), perhaps=tuple(one for one in found if not one.sure), changes=tuple(changes),
        again=tuple(one for one in found if one.sign == "repeats" and one.sure),
        pages=read, pages_not_read=not_read, pages_since=made,
        pages_until=last.isoformat() if last else "",
        register=row.register, claims=row.claims[:3],
    )  # fmt: skip


def _judged(found: Found, holds: bool | None) -> Found | None:
    """Return what a row tells as a person judged it: sure, or left out; as it stands where nobody did."""
    if holds is None or found.sign != "fulfils":
        return found
    return msgspec.structs.replace(found, sure=True, doubt="") if holds else None


def _done(found: Sequence[Found], parts: Iterable[str]) -> list[Found]:
    """Return the sure proofs of a commitment, the earliest for each of its parts; empty unless all were done."""
    sure = [one for one in found if one.sign == "fulfils" and one.sure]
    earliest: dict[str, Found] = {}
    for one in sorted(sure, key=_when):
        earliest.setdefault(one.part, one)
    if not earliest or set(parts) - earliest.keys():
        return []
    return sorted(earliest.values(), key=_when)


def _when(one: Found) -> tuple[datetime.date, bool]:
    date = parsed(one.date)
    return (date.last_day() if date else datetime.date.max), not one.exact
