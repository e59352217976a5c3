"""How treaties stand with the members of an organisation: each treaty with each member, and what each still owes.

A pure function of the rows: acts of instruments, memberships, offices. What a member did is its own act, its
parliament's or its officer's; a signature "of the heads of state" is everybody's.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from muniment.registers.acting import OfficesOf, acted, actors_for, all_together, claims_telling
from muniment.registers.acts_told import telling_of
from muniment.registers.identity.offices import same_organization
from muniment.registers.row import Row
from muniment.registers.values import names
from muniment.rules.consents import Facts, TreatyConsent
from muniment.rules.gap import acts
from muniment.rules.participation import CONSENTING, PASSED, Act, Participation, participation
from muniment.rules.ratification import BINDING_KINDS, CONSENT, REGISTRATION, home_of, members_at, organizations
from muniment.rules.treaty import Computed, compute
from muniment.terms.treaty import ForceClause

__all__ = [
    "Asked",
    "Backlog",
    "ClauseFound",
    "Matrix",
    "Owed",
    "TreatyStanding",
    "backlog",
    "matrix",
    "members_by_organization",
    "treaty_standing",
]

_EACH = frozenset({*CONSENTING, *PASSED, "sign", "denounce", "withdraw", "revoke_denunciation", "suspend", "reserve",
                   "declare", "object", "withdraw_reservation", "withdraw_declaration", "withdraw_objection",
                   "apply_provisionally", "end_provisional_application"})  # fmt: skip
"""Acts that are a state's own."""

_SIGNATORYS = ("ratification", "acceptance", "approval")
"""Consents that follow a signature."""

_KIND = {
    "accede": "accession",
    "confirm": "formal_confirmation",
    "notify_completion": "notification",
    "sign_definitively": "definitive_signature",
    "accept": "acceptance",
    "ratify": "ratification",
}
"""Act -> the kind of consent that it is; a deposit may be of any, and a succession is no kind of its own."""


class ClauseFound(msgspec.Struct, frozen=True):
    """The clause by which a treaty of the record enters into force, and where it stands.

    Attributes:
        clause: as read.
        source: `slot` where a person or a page filed it with the treaty, `page` where the treaty's text is a page of
            the record, `file` where it was given for this question.
        where: the document of that page, the claim of that slot, or the file's name.
    """

    clause: ForceClause
    source: str
    where: str = ""


ClauseOf = Callable[[Row], ClauseFound | None]
"""Gives the clause of an instrument; None where the record holds none."""


class Asked(msgspec.Struct, frozen=True):
    """What is asked, and of what it is answered.

    Attributes:
        at: the day.
        relations: all relations, those from profiles too.
        offices_of: gives the tenures of a person who acted for a state.
        members: what `members_by_organization` gives for that day, so that many texts are asked after in one go; None
            to ask for one.
    """

    at: datetime.date
    relations: Sequence[Row]
    offices_of: OfficesOf
    members: Mapping[str, list[str]] | None = None


class TreatyStanding(msgspec.Struct, frozen=True):
    """How one treaty stands with its organisation's members on a day.

    Attributes:
        row: id of the instrument.
        title: in its fullest form.
        kind: of text.
        organization: whose members' treaty it is.
        at: the day.
        signed: the day it was signed, ISO 8601, as precise as told; empty where no page gives it.
        told_in_force: the day that pages give for its entry into force; empty where none does.
        found: its clause; None where the record holds none.
        computed: what follows from the clause and the consents told; None without a clause.
        members: each member, in order of name.
        waiting_for: members whose consent is certainly wanting: all that are left, those named, or the only ones left.
        any_of: so many of `candidates` would do, where the clause does not say which; 0 where it does.
        candidates: members that could, those that need only deposit first.
        registration: the number of its registration with the United Nations, `told` where no page gives the number,
            `open` where it is in force and none is told, empty where it is not in force.
        registration_rule: the article that asks for it.
        rule: the articles by which consent is counted.
    """

    row: str
    title: str
    kind: str
    organization: str
    at: datetime.date
    signed: str
    told_in_force: str
    found: ClauseFound | None
    computed: Computed | None
    members: tuple[Participation, ...]
    waiting_for: tuple[str, ...] = ()
    any_of: int = 0
    candidates: tuple[str, ...] = ()
    registration: str = ""
    registration_rule: str = REGISTRATION
    rule: str = CONSENT

    def count(self, what: str) -> int:
        """Return how many members are told to have `signed`, `ratified` or `deposited`; who deposited has ratified."""
        clocks = {"signed": ("signed",), "ratified": ("passed", "deposited"), "deposited": ("deposited",)}[what]
        return sum(any(one.told(clock) for clock in clocks) for one in self.members)

    @property
    def in_force(self) -> datetime.date | None:
        """The day of its entry into force: as told to the day, else as computed; None where neither is known."""
        if len(self.told_in_force) == len("2000-01-01"):
            return datetime.date.fromisoformat(self.told_in_force)
        return self.computed.date if self.computed is not None else None


class Matrix(msgspec.Struct, frozen=True):
    """Treaties by members of one organisation on a day.

    Attributes:
        organization: whose members.
        at: the day.
        members: in order of name.
        treaties: those in force first by day, then those that wait, by day of signature.
    """

    organization: str
    at: datetime.date
    members: tuple[str, ...]
    treaties: tuple[TreatyStanding, ...]


class Owed(msgspec.Struct, frozen=True):
    """One treaty that a member has yet to consent to.

    Attributes:
        treaty: how it stands.
        own: where the member stands with it.
        days: since it was signed; None where its day is not told.
        last: nobody else's consent is wanting.
    """

    treaty: TreatyStanding
    own: Participation
    days: int | None
    last: bool


class Backlog(msgspec.Struct, frozen=True):
    """What a member has yet to do: treaties to consent to, oldest first, and reservations it may still object to."""

    member: str
    at: datetime.date
    owed: tuple[Owed, ...]


def members_by_organization(relations: Sequence[Row], at: datetime.date) -> dict[str, list[str]]:
    """Return the members of every organisation on a day."""
    return {
        name: members_at(relations, name, at, same_organization) for name in organizations(relations, same_organization)
    }


def treaty_standing(
    row: Row, asked: Asked, found: ClauseFound | None = None, supposed: Mapping[str, datetime.date] | None = None
) -> TreatyStanding | None:
    """Return how a treaty stands on a day; None where it asks no consent or is no organisation's members' treaty.

    Args:
        row: an instrument.
        asked: the day, and what is known of memberships and offices.
        found: its clause.
        supposed: member -> the day of a deposit that is supposed; it stands in place of what is told of one.
    """
    done = [act for act in acts(row) if act["action"] in _EACH or act["action"] == "submit"]
    if row.slots.get("kind") not in BINDING_KINDS or all(act["action"] == "submit" for act in done):
        return None
    at = asked.at
    acting = {name: actors_for(name, asked.offices_of) for act in done for name in names(act.get("by"))}
    home, members = _home(row, asked, acting)
    if not home:
        return None
    told = {member: _acts_of(row, member, done, acting, supposed or {}) for member in members}
    signed = min((act.date for each in told.values() for act in each if act.action == "sign" and act.date), default="")
    facts = _facts(row, signed, told, members)
    computed = compute(found.clause, _consents(told, found.clause), facts) if found is not None else None
    force = min(
        (str(act["date"]) for act in acts(row, "enter_into_force") if act.get("date") and not act.get("by")), default=""
    )
    general = _day(force) or (computed.date if computed is not None else None)
    lag = found.clause.party_lag if found is not None else None
    against = [act for each in told.values() for act in each if act.action == "object"]
    each = tuple(
        participation(
            member, told[member], at, (general, lag),
            [act for act in against if any(same_organization(member, to) for to in act.to) or not act.to],
        )
        for member in members
    )  # fmt: skip
    waiting, number, candidates = _blocking(found, computed, each) if general is None else ((), 0, ())
    return TreatyStanding(
        row.id, str(row.slots.get("title") or row.id), str(row.slots["kind"]), home, at, signed, force, found, computed,
        each, waiting, number, candidates, _registration(row, general, at),
    )  # fmt: skip


def _home(row: Row, asked: Asked, acting: Mapping[str, list[str]]) -> tuple[str, list[str]]:
    """Return the organisation whose members' treaty it is, and its members on the day."""
    members = asked.members if asked.members is not None else members_by_organization(asked.relations, asked.at)
    states = [state for found in acting.values() for state in found]
    named = msgspec.structs.replace(row, slots={**row.slots, "by": [*names(row.slots.get("by")), *states]})
    home = home_of(named, members, same_organization)
    return home, list(members.get(home, []))


def _acts_of(
    row: Row, member: str, done: Iterable[Mapping[str, Any]], acting: Mapping[str, list[str]],
    supposed: Mapping[str, datetime.date],
) -> list[Act]:  # fmt: skip
    """Return a member's acts: its own, and a signature told of all where none of its own is told."""
    own = [act for act in done if acted(act, member, acting)]
    if not any(act["action"] == "sign" for act in own):
        own += [act for act in done if act["action"] == "sign" and all_together(act)]
    found = [
        Act(
            str(act["action"]), str(act.get("date") or ""), tuple(names(act.get("by"))), tuple(names(act.get("to"))),
            str(act.get("text") or ""), str(act.get("effect") or ""), claims_telling(row, act), _speakers(row, act),
            act["action"] == "sign" and all_together(act),
        )
        for act in own
    ]  # fmt: skip
    dated = {act.action for act in found if act.date}
    found = [act for act in found if act.date or act.action not in dated]
    if member in supposed:
        found = [act for act in found if act.action not in CONSENTING]
        found.append(Act("deposit", supposed[member].isoformat(), (member,)))
    return found


def _speakers(row: Row, act: Mapping[str, Any]) -> tuple[str, ...]:
    """Return who tells of an act, where only speakers' own words do."""
    speakers = [one.attributed_to for one in telling_of(row, act)]
    return tuple(dict.fromkeys(speakers)) if speakers and all(speakers) else ()


def _facts(row: Row, signed: str, told: Mapping[str, Sequence[Act]], members: Sequence[str]) -> Facts:
    adopted = min((str(act["date"]) for act in acts(row, "adopt") if act.get("date")), default="")
    signatories = tuple(who for who, each in told.items() if any(act.action.startswith("sign") for act in each))
    return Facts(
        _day(adopted), _day(signed),
        populations={"members": tuple(members), "signatories": signatories, "negotiating": tuple(members)},
    )  # fmt: skip


def _consents(told: Mapping[str, Sequence[Act]], clause: ForceClause) -> list[TreatyConsent]:
    """Return each member's first consent that is told to the day."""
    found = []
    for member, each in told.items():
        days = [(day, act) for act in each if act.action in CONSENTING and (day := _day(act.date)) is not None]
        if days:
            day, act = min(days, key=lambda one: one[0])
            found.append(TreatyConsent(member, day, _kind(act, each, clause)))
    return found


def _kind(act: Act, each: Sequence[Act], clause: ForceClause) -> str:
    """Return of which kind a consent is: as told, or for a signatory's deposit as the clause names it.

    A signatory ratifies, accepts or approves, which are equal in effect (Vienna Convention on the Law of Treaties, art.
    14); who is not told to have signed may do either, so its kind stays open.
    """
    if act.action in _KIND:
        return _KIND[act.action]
    if any(one.action == "sign" for one in each):
        return next((kind for kind in _SIGNATORYS if kind in clause.consents), _SIGNATORYS[0])
    return ""


def _day(iso: str) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if len(iso) == len("2000-01-01") else None


def _blocking(
    found: ClauseFound | None, computed: Computed | None, each: Sequence[Participation]
) -> tuple[tuple[str, ...], int, tuple[str, ...]]:
    """Return whose consent is certainly wanting, how many of others would do, and who those are."""
    if found is None or computed is None or computed.date is not None or found.clause.unread:
        return (), 0, ()
    left = [one.member for one in sorted(each, key=lambda one: (one.status != "law_passed", one.member)) if one.owes]
    held = len(each) - len(left)
    conditions = found.clause.conditions
    if any(one.kind == "all" for one in conditions):
        return tuple(left), 0, ()
    named = tuple(state for one in conditions if one.kind == "named" for state in one.states if state in left)
    wanting = max((one.number - held for one in conditions if one.kind in ("count", "class")), default=0)
    if 0 < wanting < len(left):
        return named, wanting, tuple(left)
    return (tuple(left), 0, ()) if wanting > 0 else (named, 0, ())


def _registration(row: Row, general: datetime.date | None, at: datetime.date) -> str:
    """Return how the duty to register stands: it opens with the entry into force and closes with a number."""
    told = acts(row, "register")
    numbers = [str(act["number"]) for act in told if act.get("number")]
    if numbers:
        return numbers[-1]
    if told:
        return "told"
    return "open" if general is not None and general <= at else ""


def matrix(rows: Iterable[Row], asked: Asked, clause_of: ClauseOf, organization: str = "") -> list[Matrix]:
    """Return the treaties of each organisation by its members on a day; organisations by number of treaties.

    Args:
        rows: all instruments.
        asked: the day, and what is known of memberships and offices.
        clause_of: gives the clause of an instrument.
        organization: only this one's; all where empty.
    """
    asked = msgspec.structs.replace(asked, members=members_by_organization(asked.relations, asked.at))
    by_home: dict[str, list[TreatyStanding]] = {}
    for row in rows:
        found = treaty_standing(row, asked)  # first without its clause, which is looked for among the pages
        if found is not None and (not organization or same_organization(found.organization, organization)):
            clause = clause_of(row)
            whole = treaty_standing(row, asked, clause) if clause is not None else found
            by_home.setdefault(found.organization, []).append(whole or found)
    matrices = [
        Matrix(
            home,
            asked.at,
            tuple((asked.members or {}).get(home, [])),
            tuple(sorted(treaties, key=_order)),
        )
        for home, treaties in by_home.items()
    ]
    return sorted(matrices, key=lambda one: (-len(one.treaties), one.organization))


def _order(one: TreatyStanding) -> tuple[bool, str, str]:
    waits = one.in_force is None or one.in_force > one.at
    return not waits, one.signed or "9999", one.title


def backlog(matrices: Iterable[Matrix], member: str) -> Backlog | None:
    """Return what a member has yet to consent to; None where no organisation with treaties has such a member."""
    owed: list[Owed] = []
    name, at = "", None
    for one in matrices:
        for treaty in one.treaties:
            for own in treaty.members:
                if same_organization(own.member, member):
                    name, at = own.member, one.at
                    if own.owes:
                        signed = _day(treaty.signed)
                        days = (one.at - signed).days if signed is not None else None
                        owed.append(Owed(treaty, own, days, treaty.waiting_for == (own.member,)))
    if at is None:
        return None
    return Backlog(name, at, tuple(sorted(owed, key=lambda one: (one.treaty.signed or "9999", one.treaty.title))))
