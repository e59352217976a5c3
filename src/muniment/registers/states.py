"""A State's own page: what it has not signed or ratified, what is asked of it, what it promised, what comes next.

Everything is what pages tell: a treaty that the state signed without a page is listed as not told to be signed.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.acts_told import acts_told
from muniment.registers.concerned import concern
from muniment.registers.duties import Duty
from muniment.registers.identity.offices import keys_asked, same_organization, token_keys
from muniment.registers.offices_held import Held, Office
from muniment.registers.participation import Asked, members_by_organization, treaty_standing
from muniment.registers.promises import Promise
from muniment.registers.row import Row
from muniment.rules.gap import first_day, last_day, period
from muniment.rules.participation import Act, Participation

__all__ = [
    "Addressed",
    "Backlog",
    "Belonging",
    "Coming",
    "Concerned",
    "Done",
    "Known",
    "StatePage",
    "Stood",
    "is_coming",
    "state_page",
    "stood",
]

_EVERYBODY = re.compile(
    r"\b(?:(?:all |the )?(?:member|participating) (?:states?|countries)|members|states parties|parties|delegations)\b",
    re.IGNORECASE,
)
"""Words for all members of an organisation, of which a state is one."""

_EVERYBODY_HAS = "state states countries members parties delegations"
"""Words of which one stands in every such form of words."""

_DONE = {
    "sign": "signed", "sign_definitively": "signed definitively", "ratify": "ratified", "accept": "accepted",
    "deposit": "deposited its instrument", "accede": "acceded", "succeed": "succeeded", "confirm": "confirmed it",
    "notify_completion": "told that its procedures were done",
}  # fmt: skip


class Belonging(msgspec.Struct, frozen=True):
    """How the state stands to an organisation: the kind and state of the relation, since when, its row."""

    organization: str
    kind: str
    state: str
    since: str
    row: str


class Backlog(msgspec.Struct, frozen=True):
    """A text that waits for the state.

    Attributes:
        row: the text.
        title: its title.
        organization: whose members' text it is.
        missing: the next step of which no page tells: `sign`, `ratify` or `deposit`.
        done: of the steps before, the last told, and its day, in words.
        others: how many of the members are told to have taken that step.
        members: how many there are.
    """

    row: str
    title: str
    organization: str
    missing: str
    done: str
    others: int
    members: int


class Addressed(msgspec.Struct, frozen=True):
    """Something the state is to do: the promise, and how it is concerned: `named`, `body` (of it) or `member`."""

    promise: Promise
    how: str


class Coming(msgspec.Struct, frozen=True):
    """A meeting to come that concerns the state: `named` in it, or `member` of the body that meets."""

    row: str
    title: str
    start: str
    place: str
    how: str


class Done(msgspec.Struct, frozen=True):
    """What another member did: its name, what it did, when, with which text, and who says so where only speakers do."""

    member: str
    what: str
    date: str
    title: str
    row: str
    speakers: tuple[str, ...]


class StatePage(msgspec.Struct, frozen=True):
    """Everything on one state's page, on a day.

    Attributes:
        since: the day after which others' acts are told.
        first: how many promises and duties were looked at, those due first, where more concern it; 0 where all were.
    """

    name: str
    as_of: str
    since: str
    belongings: tuple[Belonging, ...]
    officials: tuple[tuple[str, Held, str], ...]
    backlog: tuple[Backlog, ...]
    asked: tuple[Addressed, ...]
    promised: tuple[Addressed, ...]
    duties: tuple[Duty, ...]
    coming: tuple[Coming, ...]
    others: tuple[Done, ...]
    first: int = 0


class Stood(msgspec.Struct, frozen=True):
    """How a text stands with an organisation's members: the text's row and title, each member, and who says what.

    Attributes:
        row: the text.
        title: its title.
        organization: whose members' text it is.
        members: how far each has gone.
        said: of what only speakers tell: the act, its date, and the speakers.
    """

    row: str
    title: str
    organization: str
    members: tuple[Participation, ...]
    said: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


class Known(msgspec.Struct, frozen=True):
    """What a state's page is made from; more than concerns the state does no harm.

    Attributes:
        relations: in which the state stands, and any others.
        bodies: of the organisations it belongs to.
        stood: the texts of those organisations.
        made: promises by those who may be the state.
        held: the state's offices.
        duties: of the state.
        meetings: announced ones.
    """

    relations: Sequence[Row]
    bodies: Iterable[Row]
    stood: Sequence[Stood]
    made: Sequence[Promise]
    held: Iterable[Office]
    duties: Sequence[Duty]
    meetings: Iterable[Row]


def state_page(known: Known, name: str, as_of: datetime.date, since: datetime.date) -> StatePage:
    """Return a state's page.

    Args:
        known: what it is made from.
        name: the state's.
        as_of: the day it is asked on.
        since: the day after which what others did is told.
    """
    belongings = tuple(_belongings(known.relations, name))
    concerned = Concerned(name, member=bool(belongings))
    addressed = [Addressed(one, how) for one in known.made if (how := concerned.by(one.actor))]
    told = concern(name, known.bodies, known.relations)
    return StatePage(
        name=name, as_of=as_of.isoformat(), since=since.isoformat(), belongings=belongings,
        officials=tuple(_officials(known.held, name)),
        backlog=tuple(_backlog(known.stood, name)),
        asked=tuple(one for one in addressed if one.promise.kind in ("request", "mandate")),
        promised=tuple(one for one in addressed if one.promise.kind not in ("request", "mandate")),
        duties=tuple(one for one in known.duties if any(same_organization(who, name) for who in one.who)),
        coming=tuple(_coming(known.meetings, told.of, as_of)),
        others=tuple(_others(known.stood, name, since, as_of)),
    )  # fmt: skip


def _belongings(relations: Iterable[Row], name: str) -> Iterator[Belonging]:
    for row in relations:
        if same_organization(str(row.slots.get("subject") or ""), name) and row.slots.get("object"):
            kind, state = str(row.slots.get("kind") or ""), str(row.slots.get("state") or "")
            yield Belonging(str(row.slots["object"]), kind, state, str(row.slots.get("date") or ""), row.id)


def stood(
    instruments: Iterable[Row], relations: Sequence[Row], tenures: Iterable[Row], as_of: datetime.date
) -> Iterator[Stood]:
    """Yield how every text that pages or people told of stands with the members of its organisation on a day."""
    by_person: dict[str, list[Row]] = {}
    for row in tenures:
        by_person.setdefault(str(row.slots.get("person") or ""), []).append(row)
    members = members_by_organization(relations, as_of)
    asked = Asked(as_of, relations, lambda person: by_person.get(person, []), members)
    for row in instruments:
        if not any(one.origin != "profile" for one in row.tellings):
            continue
        found = treaty_standing(row, asked)
        if found is not None:
            said = tuple((act.action, act.date, act.speakers) for act in acts_told(row) if act.speakers)
            yield Stood(row.id, str(row.slots.get("title") or ""), found.organization, found.members, said)


def _backlog(texts: Iterable[Stood], name: str) -> Iterator[Backlog]:
    for text in texts:
        own = next((one for one in text.members if same_organization(one.member, name)), None)
        if own is None or own.told("deposited"):
            continue
        ratified, signed = own.told("passed"), own.told("signed")
        done = next((told[-1] for told in (ratified, signed) if told), None)
        missing = "deposit" if ratified else "ratify" if signed else "sign"
        yield Backlog(
            row=text.row, title=text.title, organization=text.organization, missing=missing,
            done=_worded(done) if done is not None else "",
            others=sum(_took(one, missing) for one in text.members), members=len(text.members),
        )  # fmt: skip


def _worded(told: Act) -> str:
    """Return an act of consent in words, with its day: "ratified, 22 May 2031"."""
    what = _DONE.get(told.action, told.action)
    return f"{what}, {period(told.date)}" if told.date else what


def _took(one: Participation, step: str) -> bool:
    """Whether a member is told to have taken a step, or one that can only follow it."""
    clocks = {"sign": ("signed",), "ratify": ("passed", "deposited"), "deposit": ("deposited",)}[step]
    return any(one.told(clock) for clock in clocks)


class Concerned:
    """Whether those who are to act concern a state.

    Args:
        name: the state's.
        member: whether it belongs to any organisation, so that what all members are to do concerns it.
    """

    def __init__(self, name: str, *, member: bool) -> None:
        """Take a state."""
        self._name = name
        self._member = member
        self._whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        self._known: dict[str, str] = {}

    def keys(self) -> frozenset[str] | None:
        """Return keys of which everybody has one who concerns the state (`name_keys`); None where others may, too."""
        asked, named = keys_asked(self._name), token_keys(self._name)
        return asked | named | token_keys(_EVERYBODY_HAS) if asked is not None and named else None

    def by(self, actors: Sequence[str]) -> str:
        """Return how those who are to act concern it: `named`, `body` of it, `member`; empty where they do not."""
        told = [self._of(actor) for actor in actors]
        found = [how for how in told if how in ("one", "named", "body")]
        if found:
            return "named" if "one" in found else found[0]
        return "member" if "member" in told else ""

    def _of(self, actor: str) -> str:
        found = self._known.get(actor)
        if found is None:
            found = self._known[actor] = self._compared(actor)
        return found

    def _compared(self, actor: str) -> str:
        """Return `one` where somebody who is to act is the state, else as `by`."""
        if same_organization(actor, self._name):
            return "one"
        if self._whole.search(actor):
            return "body" if actor.endswith(f"of {self._name}") else "named"
        return "member" if self._member and _EVERYBODY.search(actor) else ""


def _officials(held_offices: Iterable[Office], name: str) -> Iterator[tuple[str, Held, str]]:
    """Yield the state's offices with who holds them; where nobody is known to, who was named last."""
    for office in held_offices:
        if not same_organization(office.organization, name):
            continue
        for held, how in office.holders:
            yield office.title, held, how
        if not office.holders and office.last_known is not None:
            yield office.title, office.last_known, "last"


def is_coming(row: Row, as_of: datetime.date) -> bool:
    """Whether a meeting is announced and not over on a day."""
    end = last_day(row.slots.get("end")) or last_day(row.slots.get("start"))
    return row.slots.get("status") == "announced" and end is not None and end >= as_of


def _coming(meetings: Iterable[Row], concerns: Callable[..., str], as_of: datetime.date) -> Iterator[Coming]:
    near = []
    for row in meetings:
        if is_coming(row, as_of) and (how := concerns(row.slots)):
            title = REGISTERS["meetings"].caption(row.slots)
            near.append(Coming(row.id, title, str(row.slots.get("start")), str(row.slots.get("place") or ""), how))
    yield from sorted(near, key=lambda one: (one.start, one.row))


def _others(texts: Iterable[Stood], name: str, since: datetime.date, as_of: datetime.date) -> Iterator[Done]:
    """Yield what other members did with their texts between two days, the latest first."""
    found = []
    for text in texts:
        speakers = {(action, date): names for action, date, names in text.said}
        for member in text.members:
            for told in (*member.told("signed"), *member.told("passed"), *member.told("deposited")):
                day = first_day(told.date)
                if day is None or not since < day <= as_of or same_organization(member.member, name):
                    continue
                what = _DONE.get(told.action, told.action)
                said = speakers.get((told.action, told.date), ())
                found.append(Done(member.member, what, told.date, text.title, text.row, said))
    yield from sorted(found, key=lambda one: (one.date, one.member), reverse=True)
