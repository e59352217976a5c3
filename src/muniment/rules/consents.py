"""Consents to be bound as a treaty's clause counts them: which kinds, each partner once, none before the adoption."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from muniment.rules.statehood import partner
from muniment.terms.treaty import SUCCESSION, Condition, ForceClause

__all__ = ["Facts", "TreatyConsent", "by_preamble", "counted", "in_class", "number_of", "population_of", "weights_of"]

_Known = TypeVar("_Known")

_ORGANISATIONS = ("agency", "organization", "organisation", "community")
_STATES = ("state", "government", "countr")


class TreatyConsent(msgspec.Struct, frozen=True):
    """One consent to be bound.

    Attributes:
        state: short English name; an organisation's name where `organization`.
        on: the day it was deposited, or given by definitive signature, in the depositary's time zone.
        kind: one of `terms.treaty.CONSENT_KINDS`, or `terms.treaty.SUCCESSION`; empty where the source does not tell.
        organization: whether it is an organisation's.
        withdrawn: the day it was taken back, or None; from then on it counts no more.
    """

    state: str
    on: datetime.date
    kind: str = ""
    organization: bool = False
    withdrawn: datetime.date | None = None


class Facts(msgspec.Struct, frozen=True):
    """What is known of a treaty besides its text and the consents. Nothing of it is the day that a source records.

    Attributes:
        adopted: the day the text was adopted, or None.
        signed: the day it was signed, or opened for signature, or None.
        population: the states that "all" or a share is of, whatever the words call them; empty where not known.
        populations: the same by `terms.treaty.Whose`, and the states of a class by words of the clause that name it.
        weights: by words of the clause that name the total: state -> its part, in any unit.
        events: by words of the clause that name the event: the day it came.
        objections: who objected, each with the day; None where not known.
        named_first: the states that the treaty's preamble names: its makers, where nothing else tells who they are.
        undated: who consented on a day that is not known, each with the first day that it could be.
    """

    adopted: datetime.date | None = None
    signed: datetime.date | None = None
    population: tuple[str, ...] = ()
    populations: Mapping[str, tuple[str, ...]] = {}
    weights: Mapping[str, Mapping[str, float]] = {}
    events: Mapping[str, datetime.date] = {}
    objections: tuple[tuple[str, datetime.date], ...] | None = None
    named_first: tuple[str, ...] = ()
    undated: tuple[tuple[str, datetime.date], ...] = ()

    @property
    def opened(self) -> datetime.date | None:
        """The day the text was opened for signature, as far as known: signed, or else adopted."""
        return self.signed or self.adopted


def counted(
    clause: ForceClause,
    consents: Iterable[TreatyConsent],
    since: datetime.date | None = None,
    makers: Collection[str] = (),
) -> tuple[list[TreatyConsent], list[str]]:
    """Return the consents that a clause counts, each partner once and on its first day, in order; and notes.

    Args:
        clause: the clause; consents of a kind that it does not name are left out where the kind is known.
        consents: all that are known.
        since: the day the text was adopted; a consent dated before it is none (VCLT, art. 9 and 11).
        makers: in whose names the treaty is made: each is a party of its own, even one not yet independent.
    """
    held: dict[str, TreatyConsent] = {}
    notes: dict[str, list[str]] = {}
    for one in sorted(consents, key=lambda each: (each.on, each.state)):
        who = one.state if one.organization or one.state in makers else partner(one.state, one.on)
        if since is not None and one.on < since:
            notes.setdefault("dated before the text was adopted, not counted", []).append(one.state)
        elif who is None:
            notes.setdefault("part of another state on that day, not counted apart", []).append(one.state)
        elif one.kind and clause.consents and one.kind not in (*clause.consents, SUCCESSION):
            notes.setdefault(f"an instrument of {one.kind}, which the clause does not count", []).append(one.state)
        elif one.organization and not clause.organizations:
            notes.setdefault("an organisation's instrument, which is not counted beside its members'", []).append(who)
        elif who in held:
            notes.setdefault(f"{who} is counted once", []).append(one.state)
        else:
            held[who] = msgspec.structs.replace(one, state=who)
    told = [f"{', '.join(states)}: {what}" for what, states in notes.items()]
    return list(held.values()), told


def population_of(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """Return the states that "all" or a share is of; empty where they are not known."""
    known = facts.population or in_class(condition, facts) or facts.populations.get(condition.whose, ())
    return known or (facts.named_first if condition.whose in _MAKERS else ())


_MAKERS = ("signatories", "negotiating", "")
"""Of whom a condition asks where it asks for those who made the treaty."""


def by_preamble(condition: Condition, facts: Facts) -> bool:
    """Whether only the treaty's preamble tells who the states are that a condition asks for."""
    known = facts.population or in_class(condition, facts) or facts.populations.get(condition.whose, ())
    return condition.kind in ("all", "share") and not known and bool(population_of(condition, facts))


def in_class(condition: Condition, facts: Facts) -> tuple[str, ...]:
    """Return the states of the class that a condition's words describe; empty where they are not known."""
    return condition.states or _by_words(condition, facts.populations) or ()


def weights_of(condition: Condition, facts: Facts) -> Mapping[str, float]:
    """Return each state's part of the total that a condition's words name; empty where it is not known."""
    return _by_words(condition, facts.weights) or {}


def _by_words(condition: Condition, known: Mapping[str, _Known]) -> _Known | None:
    words = condition.text.casefold()
    return next((value for key, value in known.items() if key and key.casefold() in words), None)


def number_of(condition: Condition, clause: ForceClause, held: Sequence[TreatyConsent], facts: Facts) -> int:
    """Return how many consents count for a condition: of states where it says states, besides those named."""
    words = condition.text.lower()
    if any(word in words for word in _ORGANISATIONS) and "state" not in words:
        return sum(one.organization for one in held)
    before = itertools.takewhile(lambda one: one is not condition, clause.conditions) if condition.others else ()
    apart = {name for one in before for name in one.states}
    states_only = any(word in words for word in _STATES)
    among = in_class(condition, facts) if condition.kind == "class" else ()
    return sum(
        one.state not in apart and not (states_only and one.organization) and (not among or one.state in among)
        for one in held
    )
