"""Tenures over time: who held an office on a day, when two held it at once, when nobody is told to have.

An office is a post, a tenure a person in it for a time (Popolo: Post and Membership).
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import pairwise

from muniment.rules.gap import Gap, RowView, day, first_day, last_day, period

__all__ = [
    "ONE_HOLDER",
    "POSTS",
    "OfficeKeys",
    "SameOffice",
    "gaps_in_office",
    "holders_at",
    "one_holder",
    "overlaps",
    "post_of",
    "titles_at",
]

POSTS = "Popolo specification, classes Post and Membership: a post is held from a start date to an end date"

ONE_HOLDER = ("secretary", "president", "chair", "prime minister", "king", "director", "commander", "chief", "minister")
"""Words of offices that one person holds at a time (judgement); members, deputies and representatives are many."""

_MANY = ("deputy", "vice", "member", "representative", "ambassador", "assistant", "adviser", "honorary", "ministers",
         "co-chair")  # fmt: skip

SameOffice = Callable[[tuple[str, str], tuple[str, str]], bool]
"""Whether two offices, each `(office, organization)`, are one post; the registers' identity rules answer that."""


OfficeKeys = Callable[[tuple[str, str]], Iterable[Hashable]]
"""Gives keys of an office of an organisation, of which two that are one post share one at least."""


def _alike(post: tuple[str, str]) -> tuple[str]:
    """Return a key that all offices share, so that each is compared with every other."""
    return ("",)


def post_of(row: RowView) -> tuple[str, str]:
    """Return a tenure's office and the organisation it is of."""
    return str(row.slots.get("office") or ""), str(row.slots.get("organization") or "")


def _term(row: RowView) -> tuple[datetime.date | None, datetime.date | None]:
    return first_day(row.slots.get("start")), last_day(row.slots.get("end"))


def _covers(row: RowView, date: datetime.date) -> bool:
    """Whether a tenure with a known start lasts on a day; one without an end lasts on."""
    start, end = _term(row)
    return start is not None and start <= date and (end is None or date <= end)


def holders_at(rows: Iterable[RowView], post: tuple[str, str], date: datetime.date, same: SameOffice) -> list[RowView]:
    """Return the tenures of a post, `(office, organization)`, that last on a day; acting ones too."""
    return [row for row in rows if same(post_of(row), post) and _covers(row, date)]


def titles_at(rows: Iterable[RowView], person: str, date: datetime.date, same: Callable[[str, str], bool]) -> list[str]:
    """Return the titles a person bore on a day: "Chair of the River Assembly"."""
    found = []
    for row in rows:
        if same(str(row.slots.get("person") or ""), person) and _covers(row, date):
            office, organization = post_of(row)
            title = f"{office} of {organization}" if organization and organization not in office else office
            found.append(f"acting {title}" if row.slots.get("acting") else title)
    return found


def one_holder(office: str, organization: str) -> bool:
    """Whether one person at a time holds an office, going by its words; one of no organisation is not told apart."""
    words = f" {office.casefold()}"
    if not organization:
        return False
    return any(word in words for word in ONE_HOLDER) and not any(f" {word}" in words for word in _MANY)


def _single(row: RowView) -> bool:
    """Whether one person at a time holds the office, going by its words; standing in is no tenure of it."""
    return not row.slots.get("acting") and one_holder(*post_of(row))


def _bypost_of(rows: Iterable[RowView], same: SameOffice, keys: OfficeKeys) -> list[list[RowView]]:
    """Return the tenures with a known start of offices for one, post by post, in order of their start.

    A tenure goes to the first post that it is of; only posts that share a key with it are looked at.
    """
    posts: list[list[RowView]] = []
    by_key: dict[Hashable, list[int]] = {}
    known: dict[tuple[str, str], int] = {}
    for row in rows:
        if not _single(row) or _term(row)[0] is None:
            continue
        post = post_of(row)
        if post not in known:
            near = {number for key in keys(post) for number in by_key.get(key, ())}
            found = (number for number in sorted(near) if same(post_of(posts[number][0]), post))
            known[post] = next(found, len(posts))
        if known[post] == len(posts):
            posts.append([])
            for key in keys(post):
                by_key.setdefault(key, []).append(known[post])
        posts[known[post]].append(row)
    return [sorted(post, key=lambda row: (_term(row)[0] or datetime.date.min, row.id)) for post in posts]


def _pairs(rows: Iterable[RowView], same: SameOffice, keys: OfficeKeys) -> Iterator[tuple[RowView, RowView]]:
    for post in _bypost_of(rows, same, keys):
        yield from pairwise(post)


def overlaps(rows: Sequence[RowView], same: SameOffice, keys: OfficeKeys = _alike) -> Iterator[Gap]:
    """Yield the offices for one that two people are told to have held at once, where both terms have their dates.

    A term that ends in a month ends on its first day at the earliest, so two terms that meet in a month do not overlap.
    """
    for one, two in _pairs(rows, same, keys):
        end, start = first_day(one.slots.get("end")), last_day(two.slots.get("start"))
        if end is None or start is None or start >= end or one.slots.get("person") == two.slots.get("person"):
            continue
        text = (
            f"{_title(one)}: {one.slots.get('person')} to {period(one.slots['end'])} and {two.slots.get('person')} "
            f"from {period(two.slots['start'])} are both told to have held it."
        )
        yield Gap("tenures-overlap", two.register, two.id, text, start.isoformat(), POSTS)


def gaps_in_office(rows: Sequence[RowView], same: SameOffice, keys: OfficeKeys = _alike) -> Iterator[Gap]:
    """Yield the times between two tenures of an office for one in which nobody is told to have held it or stood in."""
    acting = [row for row in rows if row.slots.get("acting")]
    for one, two in _pairs(rows, same, keys):
        end, start = _term(one)[1], _term(two)[0]
        if end is None or start is None or (start - end).days <= 1:
            continue
        if any(same(post_of(row), post_of(two)) and _lasted_between(row, end, start) for row in acting):
            continue
        text = f"{_title(one)}: nobody is told to have held it between {day(end)} and {day(start)}."
        yield Gap("office-vacant", two.register, two.id, text, (end + datetime.timedelta(days=1)).isoformat(), POSTS)


def _lasted_between(row: RowView, since: datetime.date, until: datetime.date) -> bool:
    """Whether a tenure lasted at some time between two days; its unstated start or end may be any."""
    start, end = _term(row)
    return (start is None or start < until) and (end is None or end > since)


def _title(row: RowView) -> str:
    return " of ".join(part for part in post_of(row) if part)
