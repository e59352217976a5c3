"""What an address asks for: the form of the answer, a list's filters and order, a page of it, a day to look from."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Mapping
from urllib.parse import urlencode

import msgspec
from starlette.requests import Request

from muniment.desk.web.faults import missing, wrong
from muniment.terms import PartialDate

__all__ = [
    "FORMS",
    "ListAsk",
    "as_of",
    "date_asked",
    "form_of",
    "list_ask",
    "named",
    "require_known",
    "require_local",
    "require_page",
    "whole",
]

FORMS = ("html", "json", "jsonl", "csv")
"""Every form that a list can be answered in."""

_OTHER = frozenset({"words", "sort", "page", "limit", "offset", "format", "known_at", "as_of"})
"""Parameters of a list that are no filters."""

_PAGE = 50
"""Rows of one page of a list for people."""

MOST = 10_000
"""Rows that one answer for programs holds at most; `Link: rel="next"` leads on."""

_HIGHEST = 10**9
"""The largest number an address may name; far beyond any list, far below what a database counts to."""


class ListAsk(msgspec.Struct, frozen=True):
    """A list as asked for: filters, words, order, and which rows of it."""

    where: dict[str, str]
    words: str
    sort: str
    descending: bool
    limit: int
    offset: int
    known_at: str = ""
    as_of: str = ""

    def query(self, **changed: str | int | None) -> str:
        """Return the query of the same list with some parameters changed; None takes one away, and the page with it."""
        sort = self.order if self.order != "-date" else ""
        asked: dict[str, str | int | None] = {**self.where, "words": self.words, "sort": sort}
        asked |= {"known_at": self.known_at, "as_of": self.as_of}
        asked |= changed
        return urlencode({name: value for name, value in asked.items() if value not in (None, "")})

    @property
    def order(self) -> str:
        """The order as an address gives it: a slot, with `-` in front for last first."""
        return f"-{self.sort}" if self.descending else self.sort


def named(name: str) -> tuple[str, str]:
    """Return a name's stem and the form its suffix asks for; an empty form where it has none."""
    stem, dot, suffix = name.rpartition(".")
    return (stem, suffix) if dot and suffix in FORMS else (name, "")


def form_of(request: Request, suffix: str = "", values: Collection[str] = ()) -> str:
    """Return the form an answer is asked for in: by suffix, by `format`, by `Accept`, else `html`.

    Args:
        request: what is asked.
        suffix: of the address.
        values: of a slot that is called `format` too; these ask for no form.

    Raises:
        UsageError: there is no such form.
    """
    asked = suffix or request.query_params.get("format", "")
    if asked and (suffix or asked not in values):
        if asked not in FORMS:
            raise wrong("unknown-format", "format", asked=repr(asked), there=", ".join(FORMS))
        return asked
    accepted = request.headers.get("accept", "")
    if "text/html" in accepted:
        return "html"
    for media, form in (("application/json", "json"), ("application/x-ndjson", "jsonl"), ("text/csv", "csv")):
        if media in accepted:
            return form
    return "html"


def whole(query: Mapping[str, str], name: str, default: int, most: int = _HIGHEST) -> int:
    """Return a parameter that is a whole number from 0 to `most`.

    Raises:
        UsageError: it is none.
    """
    text = query.get(name, "")
    if not text:
        return default
    if not re.fullmatch(r"[0-9]{1,10}", text) or int(text) > most:
        raise wrong("bad-number", name, asked=repr(text[:40]), most=str(most), name=repr(name))
    return int(text)


def _date(query: Mapping[str, str], name: str, *, day: bool = False) -> str:
    text = query.get(name, "").strip()
    if not text:
        return ""
    try:
        known = PartialDate.parse(text)
    except ValueError:
        known = None
    if known is None or (day and known.day is None):
        raise wrong("bad-day" if day else "bad-date", name, code="bad-date", asked=repr(text[:40]))
    return text


def date_asked(request: Request, name: str, *, day: bool = False) -> str:
    """Return a parameter that is an ISO 8601 date, as precise as it is given; empty where there is none.

    Args:
        request: what is asked.
        name: of the parameter.
        day: whether it has to name a day.

    Raises:
        UsageError: it is no date, or is to name a day and names none.
    """
    return _date(request.query_params, name, day=day)


def as_of(request: Request) -> str | None:
    """Return the day that is looked from; None for today.

    Raises:
        UsageError: it is no day.
    """
    return date_asked(request, "as_of", day=True) or None


def require_known(request: Request, *known: str) -> None:
    """Check that an address asks for nothing that is not known there, so that a misspelt wish is not passed over.

    Raises:
        UsageError: it does.
    """
    for name in request.query_params:
        if name not in (*known, "format", "known_at"):
            near = difflib.get_close_matches(name, known, 1)
            raise wrong(
                "unknown-parameter", name, hint="near" if near else "hint", asked=repr(name),
                near=repr(near[0]) if near else "", there=", ".join((*known, "format")),
            )  # fmt: skip


def require_local(back: str) -> str:
    """Return the address to come back to, once it is sure that it is one of this site.

    Raises:
        UsageError: it leads elsewhere.
    """
    if not back.startswith("/") or back[1:2] in ("/", "\\"):
        raise wrong("foreign-page", "back")
    return back


def require_page(total: int, offset: int, what: str) -> None:
    """Check that a page of a list begins within the list, so that an empty one does not look like an empty register.

    Raises:
        Unknown: it begins after the end.
    """
    if 0 < total <= offset:
        raise missing("no-such-page", "page", total=total, what=what)


def list_ask(request: Request, form: str) -> ListAsk:
    """Return the list that an address asks for; whether a register has the filters it names, the record tells.

    Raises:
        UsageError: a number or a date that is none.
    """
    query = {name: value.strip() for name, value in request.query_params.items()}
    where = {name: value for name, value in query.items() if name not in _OTHER and value}
    if query.get("format") and query["format"] not in FORMS:
        where["format"] = query["format"]
    for name in ("since", "until"):
        if name in where:
            where[name] = _date(query, name)
    sort = query.get("sort", "") or "-date"
    limit = whole(query, "limit", _PAGE if form == "html" else MOST, MOST)
    page = whole(query, "page", 1)
    offset = whole(query, "offset", max(page - 1, 0) * limit)
    return ListAsk(
        where, query.get("words", ""), sort.lstrip("-"), sort.startswith("-"), limit or 1, offset,
        query.get("known_at", ""), _date(query, "as_of", day=True),
    )  # fmt: skip
