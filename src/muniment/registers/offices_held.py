"""Offices: who held each on a day, one after the other, with gaps, overlaps and terms; states that hold a chair, too.

A tenure without a date is attested, on the pages that name it, and no longer: somebody named in May and in July held
the office in June, and of August no page tells.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from muniment.registers.identity.offices import office_keys, same_office, same_organization, state_words
from muniment.registers.identity.words import content
from muniment.registers.row import Row, standing
from muniment.registers.values import names
from muniment.rules import Gap
from muniment.rules.gap import first_day, last_day, period
from muniment.rules.offices import POSTS, gaps_in_office, overlaps, post_of
from muniment.rules.ratification import members_at
from muniment.rules.rotation import Rule, Turn, add_months, next_turns, rule_of
from muniment.terms import digest

__all__ = ["CHAIR", "Held", "Office", "matching", "offices"]

CHAIR = "Chairmanship"
"""The office that a state holds: the relation `presidency`."""


class Held(msgspec.Struct, frozen=True):
    """Somebody in an office, or a state that holds its chair.

    Attributes:
        register: the register of the row: tenures or relations.
        row: its id.
        holder: the person or state.
        acting: only stands in.
        start: the first day, as told; empty where none is.
        end: the last day, as told.
        term_ends: the last day of the term by its length; empty where no length is told.
        basis: how the holder came to it, as the record format names it.
        first_named: the first day that a page names the holder so.
        last_named: the last such day.
        speakers: who tells of it, where only speakers' own words do.
        planned: only announced.
    """

    register: str
    row: str
    holder: str
    acting: bool
    start: str
    end: str
    term_ends: str
    basis: str
    first_named: str
    last_named: str
    speakers: str
    planned: bool = False

    def on(self, day: datetime.date) -> str:
        """Return how sure it is that the holder was in office on a day: `dated`, `named`, or empty for not known."""
        start, end = first_day(self.start), last_day(self.end)
        if self.planned or (start is not None and start > day) or (end is not None and end < day):
            return ""
        if start is not None:
            return "dated"
        return "named" if self.first_named and self.first_named <= day.isoformat() <= self.last_named else ""


class Office(msgspec.Struct, frozen=True):
    """An office, with everybody told to have held it.

    Attributes:
        id: 12 hexadecimal digits, of the office as first told.
        title: as most rows have it.
        organization: the body, organisation or state it belongs to.
        held: by the day they began or were first named.
        holders: those in office on the day asked about, each with `dated` or `named`; the day's dated ones alone, where
            there are any.
        last_known: who was named last before that day, where nobody is known to be in office on it.
        questions: gaps, overlaps and terms that have run out, a sentence each.
        rule: how the chair passes on; None where no profile states it.
        next: who holds it next by that rule.
        attested_next: who pages say is to hold it next.
        rule_source: the standard that holding an office rests on.
    """

    id: str
    title: str
    organization: str
    held: tuple[Held, ...]
    holders: tuple[tuple[Held, str], ...]
    last_known: Held | None
    questions: tuple[str, ...]
    rule: Rule | None = None
    next: tuple[Turn, ...] = ()
    attested_next: tuple[str, ...] = ()
    rule_source: str = POSTS


def offices(rows: Callable[[str], Iterable[Row]], on: datetime.date) -> list[Office]:
    """Return every office with who held it, by organisation and title.

    Args:
        rows: gives a register's rows in a settled order; those withdrawn are passed over.
        on: the day whose holders are asked after.
    """
    relations = standing(rows, "relations")
    found = [_office(tenures, on) for tenures in _posts(standing(rows, "tenures"))]
    rules = [
        rule_of(row.slots["rotation"])
        for row in standing(rows, "bodies")
        if isinstance(row.slots.get("rotation"), dict)
    ]
    coming = [row for row in standing(rows, "meetings") if row.slots.get("status") == "announced"]
    found += [_hosted(one, coming, on) for one in _chairs(relations, rules, on)]
    return sorted(found, key=lambda one: (one.organization.casefold(), one.title.casefold(), one.id))


def _posts(tenures: Iterable[Row]) -> list[list[Row]]:
    """Return tenures post by post; only offices of one organisation are compared."""
    groups: dict[frozenset[str], list[list[Row]]] = {}
    for row in tenures:
        near = groups.setdefault(state_words(str(row.slots.get("organization") or "")), [])
        for group in near:
            if same_office(post_of(group[0]), post_of(row)):
                group.append(row)
                break
        else:
            near.append([row])
    return [group for near in groups.values() for group in near]


def _office(rows: Sequence[Row], on: datetime.date) -> Office:
    held = sorted((_held(row) for row in rows), key=_order)
    title, organization = max(
        (post_of(row) for row in rows), key=lambda post: sum(post_of(row) == post for row in rows), default=("", "")
    )
    questions = [gap.text for gap in _breaks(rows)]
    dated = [row for row in rows if row.slots.get("start") or row.slots.get("acting")]
    questions += [_run_out(one, on) for one in held if _runs_out(one, held, on)] if dated else []
    return _with_holders(Office(_id(rows[0]), title, organization, tuple(held), (), None, tuple(questions)), on)


def _breaks(rows: Sequence[Row]) -> Iterator[Gap]:
    """Yield where an office is told to have had two holders at once, or none."""
    yield from overlaps(rows, same_office, office_keys)
    yield from gaps_in_office(rows, same_office, office_keys)


def _id(row: Row) -> str:
    return digest(["office", *post_of(row)])[:12]


def _with_holders(office: Office, on: datetime.date) -> Office:
    known = [(one, how) for one in office.held if (how := one.on(on))]
    sure = [pair for pair in known if pair[1] == "dated"]
    running = [pair for pair in sure if not _superseded(pair[0], [one for one, _ in sure])]
    holders = tuple(running or sure or known)
    earlier = [one for one in office.held if one.last_named and one.last_named < on.isoformat() and not one.planned]
    last = max(earlier, key=lambda one: (one.last_named, one.start), default=None) if not holders else None
    return msgspec.structs.replace(office, holders=holders, last_known=last)


def _superseded(one: Held, others: Sequence[Held]) -> bool:
    """Whether a tenure without an end was followed by another: by a holder, or by itself no longer acting."""
    later = [other for other in others if other.row != one.row and other.start > one.start]
    return not one.end and any(other.acting <= one.acting for other in later)


def _held(row: Row) -> Held:
    years, start = row.slots.get("term_years"), first_day(row.slots.get("start"))
    exact = start is not None and len(str(row.slots.get("start"))) == len("2031-11-23")
    ends = None
    if exact and start is not None and isinstance(years, int):
        ends = add_months(start, 12 * years) - datetime.timedelta(days=1)
    return Held(
        register=row.register, row=row.id, holder=str(row.slots.get("person") or ""),
        acting=bool(row.slots.get("acting")), start=str(row.slots.get("start") or ""),
        end=str(row.slots.get("end") or ""), term_ends=ends.isoformat() if ends else "",
        basis=str(row.slots.get("basis") or ""), first_named=row.first_stated, last_named=row.last_stated,
        speakers=row.attributed_to, planned=row.slots.get("basis") == "designated",
    )  # fmt: skip


def _order(one: Held) -> tuple[str, str, str]:
    return (one.start or one.first_named or one.end or "9999", one.first_named, one.row)


def _runs_out(one: Held, held: Sequence[Held], on: datetime.date) -> bool:
    followed = any(other.start > one.start for other in held if other.start and other.row != one.row)
    return bool(one.term_ends) and not one.end and one.term_ends < on.isoformat() and not followed


def _run_out(one: Held, on: datetime.date) -> str:
    return f"The term of {one.holder} ran out on {period(one.term_ends)}; no page tells who followed."


def _chairs(relations: Sequence[Row], rules: Sequence[Rule], on: datetime.date) -> list[Office]:
    """Return the chairs that states hold, each with the rule by which it passes on."""
    groups: dict[frozenset[str], list[Row]] = {}
    for row in relations:
        if row.slots.get("kind") == "presidency" and row.slots.get("object"):
            groups.setdefault(state_words(str(row.slots["object"])), []).append(row)
    found = [_chair(rows, relations, rules, on) for rows in groups.values()]
    named = [one.organization for one in found]
    for rule in rules:
        if not any(_is_of(rule, organization) for organization in named):
            empty = Office(digest(["office", CHAIR, rule.of])[:12], CHAIR, rule.of, (), (), None, (), rule)
            turns = next_turns(rule, members_at(relations, rule.of, on, same_organization), None, on)
            found.append(msgspec.structs.replace(empty, next=tuple(turns)))
    return found


def _is_of(rule: Rule, organization: str) -> bool:
    return same_organization(rule.of, organization) or same_organization(rule.session_of or rule.of, organization)


def _hosted(office: Office, coming: Sequence[Row], on: datetime.date) -> Office:
    """Return a chair that goes to the host of the next regular session with that session, where one is announced."""
    if office.rule is None or office.rule.by != "host":
        return office
    near = [
        row
        for row in coming
        if any(same_organization(body, office.rule.session_of) for body in names(row.slots.get("bodies")))
        and not row.slots.get("extraordinary")
        and str(row.slots.get("start") or "") > on.isoformat()
        and row.slots.get("place")
    ]
    turns = [
        Turn(
            f"the host of the session in {row.slots['place']}",
            str(row.slots["start"]),
            "hosts the next regular session",
        )
        for row in sorted(near, key=lambda row: str(row.slots["start"]))[:1]
    ]
    return msgspec.structs.replace(office, next=tuple(turns))


def _chair(rows: Sequence[Row], relations: Sequence[Row], rules: Sequence[Rule], on: datetime.date) -> Office:
    organization = str(rows[0].slots["object"])
    began = [row for row in rows if row.slots.get("state") == "in_force"]
    ended = [row for row in rows if row.slots.get("state") == "ended"]
    only_ended = [row for row in ended if not any(same_organization(_subject(row), _subject(one)) for one in began)]
    held = sorted(_in_turn([_chairing(row, ended) for row in began]) + [_left(row) for row in only_ended], key=_order)
    announced = [str(row.slots.get("subject")) for row in rows if not row.slots.get("state")]
    rule = next((one for one in rules if _is_of(one, organization)), None)
    office = Office(digest(["office", CHAIR, organization])[:12], CHAIR, organization, tuple(held), (), None, ())
    office = _with_holders(office, on)
    if rule is None:
        return msgspec.structs.replace(office, attested_next=tuple(dict.fromkeys(announced)))
    members = members_at(relations, organization, on, same_organization)
    now = office.holders[-1][0] if office.holders else office.last_known
    turns = next_turns(rule, members, (now.holder, now.start) if now else None, on)
    questions = [
        f"By the rule {turns[0].state} follows; pages announce {name}."
        for name in dict.fromkeys(announced)
        if turns and not same_organization(name, turns[0].state)
    ]
    return msgspec.structs.replace(
        office, rule=rule, next=tuple(turns), attested_next=tuple(dict.fromkeys(announced)), questions=tuple(questions)
    )


def _subject(row: Row) -> str:
    return str(row.slots.get("subject") or "")


def _left(row: Row) -> Held:
    """Return a state of which only the end of its chair is told."""
    return Held(
        register=row.register, row=row.id, holder=_subject(row), acting=False, start="",
        end=str(row.slots.get("date") or ""), term_ends="", basis="", first_named="", last_named="",
        speakers=row.attributed_to,
    )  # fmt: skip


def _chairing(row: Row, ended: Sequence[Row]) -> Held:
    state, start = str(row.slots.get("subject") or ""), str(row.slots.get("date") or "")
    ends = [
        str(one.slots["date"])
        for one in ended
        if one.slots.get("date") and same_organization(str(one.slots.get("subject")), state)
    ]
    end = min((day for day in ends if day >= start), default="")
    return Held(
        register=row.register, row=row.id, holder=state, acting=False, start=start, end=end, term_ends="", basis="",
        first_named=row.first_stated, last_named=row.last_stated, speakers=row.attributed_to,
    )  # fmt: skip


def _in_turn(held: Sequence[Held]) -> list[Held]:
    """Return chairs with the end that the next one's beginning gives; an undated telling of a dated one is left out."""
    dated = sorted((one for one in held if one.start), key=_order)
    ending = [
        msgspec.structs.replace(one, end=one.end or two.start) if one.holder != two.holder else one
        for one, two in pairwise(dated)
    ]
    known = [*ending, *dated[-1:]]
    return known + [one for one in held if not one.start and one.holder not in {each.holder for each in known}]


def matching(found: Iterable[Office], name: str) -> list[Office]:
    """Return the offices whose title, organisation or holders have all the words of a name, the shortest first."""
    words = content(name)
    near = [
        one
        for one in found
        if words <= content(f"{one.title} {one.organization}") | content(" ".join(names([h.holder for h in one.held])))
    ]
    return sorted(near, key=lambda one: (len(one.title) + len(one.organization), one.id))
