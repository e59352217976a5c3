"""The day a treaty enters into force, computed from what its own clause says and from the consents that are known.

What cannot be checked is said: a clause that asks for tonnage, or for states of a class that only the text describes,
gives the earliest day that the numbers alone allow. Counting is that of `rules.force`.
"""

from __future__ import annotations

import datetime
import itertools
import math
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from muniment.rules.force import in_force_after
from muniment.rules.statehood import partner
from muniment.terms.treaty import Condition, ForceClause

__all__ = ["Computed", "TreatyConsent", "compute", "counted", "differences"]

_CLOSED = ("accession",)
"""What a clause that names ratification, acceptance or approval alone leaves out, and a table may hold."""


class TreatyConsent(msgspec.Struct, frozen=True):
    """One consent to be bound.

    Attributes:
        state: short English name; an organisation's name where `organization`.
        on: the day it was deposited, or given by definitive signature, in the depositary's time zone.
        kind: one of `terms.treaty.CONSENT_KINDS`; empty where the source does not tell.
        organization: whether it is an organisation's.
    """

    state: str
    on: datetime.date
    kind: str = ""
    organization: bool = False


class Computed(msgspec.Struct, frozen=True):
    """What follows from a clause and the consents.

    Attributes:
        date: the day of entry into force; None where it is not computed or not yet reached.
        certainty: `exact`; `earliest`, where conditions could not be checked; `latest`, where consents of a kind that
            counts are not among those given; `open`, where both; `none` without a day.
        met_on: the day on which the conditions that could be checked were met; None where they were not.
        notes: what could not be checked, and how consents were counted.
        missing: what has still to come together, or why nothing can be computed; empty with a day.
    """

    date: datetime.date | None
    certainty: Literal["exact", "earliest", "latest", "open", "none"]
    met_on: datetime.date | None = None
    notes: tuple[str, ...] = ()
    missing: str = ""


def counted(
    clause: ForceClause, consents: Iterable[TreatyConsent], since: datetime.date | None = None
) -> tuple[list[TreatyConsent], list[str]]:
    """Return the consents that a clause counts, each partner once and on its first day, in order; and notes.

    Args:
        clause: the clause; consents of a kind that it does not name are left out where the kind is known.
        consents: all that are known.
        since: the day the text was adopted; a consent dated before it is none (VCLT, art. 9 and 11).
    """
    held: dict[str, TreatyConsent] = {}
    notes: dict[str, list[str]] = {}
    for one in sorted(consents, key=lambda each: (each.on, each.state)):
        who = one.state if one.organization else partner(one.state, one.on)
        if since is not None and one.on < since:
            notes.setdefault("dated before the text was adopted, not counted", []).append(one.state)
        elif who is None:
            notes.setdefault("part of another state on that day, not counted apart", []).append(one.state)
        elif one.kind and clause.consents and one.kind not in clause.consents:
            notes.setdefault(f"an instrument of {one.kind}, which the clause does not count", []).append(one.state)
        elif who in held:
            notes.setdefault(f"{who} is counted once", []).append(one.state)
        else:
            held[who] = msgspec.structs.replace(one, state=who)
    told = [f"{', '.join(states)}: {what}" for what, states in notes.items()]
    return list(held.values()), told


def compute(
    clause: ForceClause,
    consents: Sequence[TreatyConsent],
    *,
    adopted: datetime.date | None = None,
    signed: datetime.date | None = None,
    population: Sequence[str] = (),
) -> Computed:
    """Return when a treaty enters into force by its clause.

    Args:
        clause: as read from the text.
        consents: every consent that is known.
        adopted: the day the text was adopted or opened for signature, or None.
        signed: the day it was signed, for clauses that take effect by signature, or None.
        population: the states that "all" or a share is of (signatories, members); empty where not known.
    """
    if clause.unread:
        return Computed(None, "none", missing=f"the clause is not understood: “{clause.unread}”")
    cannot = [reason for one in clause.conditions if (reason := _cannot(one, population, signed))]
    if cannot:
        return Computed(None, "none", missing="; ".join(cannot))
    held, notes = counted(clause, consents, adopted)
    unchecked = [f"not checked: “{one.text}”" for one in clause.conditions if one.kind in ("class", "weight", "event")]
    kinds = _kinds(clause, held)
    met = _met_on(clause, held, signed, population)
    if met is None:
        return Computed(None, "none", notes=(*notes, *unchecked), missing=_missing(clause, held, population))
    date = _date(clause, met)
    late = "definitive_signature" in clause.consents and not any(one.kind == "definitive_signature" for one in held)
    early = bool(unchecked or kinds)
    if late:
        notes.append("definitive signatures count too; none is given")
    certainty: Literal["exact", "earliest", "latest", "open"] = (
        "open" if early and late else "earliest" if early else "latest" if late else "exact"
    )
    return Computed(date, certainty, met, (*notes, *unchecked, *kinds))


def _cannot(condition: Condition, population: Sequence[str], signed: datetime.date | None) -> str:
    """Return why a condition lets nothing be computed; empty where it does not."""
    if condition.kind in ("all", "share") and not population:
        return f"it is not known who they are: “{condition.text}”"
    if condition.kind == "signatures":
        return f"the days of signature are not given: “{condition.text}”"
    if condition.kind == "signing" and signed is None:
        return "the day of signature is not given"
    return ""


def _kinds(clause: ForceClause, held: Sequence[TreatyConsent]) -> list[str]:
    """Return the note that consents of a kind that does not count may be among those given."""
    leaves_out = clause.consents and not set(_CLOSED) & set(clause.consents)
    if leaves_out and any(not one.kind for one in held):
        named = ", ".join(kind for kind in clause.consents if kind != "definitive_signature")
        return [f"only {named} counts; of which kind each consent is, is not given"]
    return []


def _date(clause: ForceClause, met: datetime.date) -> datetime.date:
    """Return the day of entry into force for conditions met on a day."""
    if clause.date is not None:
        if met <= clause.date:
            return clause.date
        return in_force_after(met, clause.late_lag or clause.lag)
    date = in_force_after(met, clause.lag)
    return max(date, clause.not_before) if clause.not_before is not None else date


def _met_on(
    clause: ForceClause, held: Sequence[TreatyConsent], signed: datetime.date | None, population: Sequence[str]
) -> datetime.date | None:
    """Return the first day on which every condition that can be checked is met."""
    asks_consent = [one for one in clause.conditions if one.kind not in ("signing", "event", "weight")]
    if not asks_consent:
        return signed or clause.date
    days = sorted({one.on for one in held})
    for day in days:
        by_now = [one for one in held if one.on <= day]
        if all(_holds(condition, clause, by_now, population) for condition in asks_consent):
            return max(day, signed) if signed and any(one.kind == "signing" for one in clause.conditions) else day
    return None


def _holds(condition: Condition, clause: ForceClause, held: Sequence[TreatyConsent], population: Sequence[str]) -> bool:
    names = {one.state for one in held}
    if condition.kind == "named":
        return set(condition.states) <= names
    if condition.kind in ("count", "class"):
        return _number(condition, clause, held) >= condition.number
    if condition.kind == "all":
        return set(population) <= names
    if condition.kind == "share" and condition.share is not None:
        numerator, denominator = condition.share
        part = len(population) * numerator / denominator
        asked = math.floor(part) + 1 if condition.share == (1, 2) else math.ceil(part)
        return len(names & set(population)) >= asked
    return True


def _number(condition: Condition, clause: ForceClause, held: Sequence[TreatyConsent]) -> int:
    """Return how many consents count for a condition: of states where it says states, besides those named."""
    words = condition.text.lower()
    if any(word in words for word in ("agency", "organization", "organisation", "community")) and "state" not in words:
        return sum(one.organization for one in held)
    before = itertools.takewhile(lambda one: one is not condition, clause.conditions) if condition.others else ()
    apart = {name for one in before for name in one.states}
    states_only = any(word in words for word in ("state", "government", "countr"))
    return sum(one.state not in apart and not (states_only and one.organization) for one in held)


def _missing(clause: ForceClause, held: Sequence[TreatyConsent], population: Sequence[str]) -> str:
    """Return what has still to come together, for people."""
    names = {one.state for one in held}
    told = []
    for one in clause.conditions:
        if _holds(one, clause, held, population):
            continue
        if one.kind == "named":
            told.append("consent of " + ", ".join(sorted(set(one.states) - names)))
        elif one.kind in ("count", "class"):
            told.append(f"{one.number - _number(one, clause, held)} more of “{one.text}”")
        else:
            told.append(f"“{one.text}”")
    return "; ".join(told)


def differences(
    clause: ForceClause, computed: Computed, consents: Sequence[TreatyConsent], recorded: datetime.date,
    adopted: datetime.date | None = None,
) -> tuple[str, ...]:  # fmt: skip
    """Return why a computed day is not the one recorded, as far as the consents tell; nothing where they agree.

    Args:
        clause: as read from the text.
        computed: what `compute` gave.
        consents: those it was given.
        recorded: the day that a source records.
        adopted: the day the text was adopted, or None.
    """
    if computed.date == recorded:
        return ()
    if computed.date is None:
        return (f"nothing is computed: {computed.missing}",)
    held, _ = counted(clause, consents, adopted)
    asked = max((one.number for one in clause.conditions if one.kind in ("count", "class")), default=0)
    by_then = [one for one in held if in_force_after(one.on, clause.lag) <= recorded]
    if recorded < computed.date and computed.certainty in ("latest", "open"):
        return ("definitive signatures, which count too, are not among the consents given; they met it earlier",)
    if recorded < computed.date:
        if asked and len(by_then) < asked:
            return (
                f"the recorded day needs {asked} consents in time for it; those given hold {len(by_then)}: a"
                f" consent is"
                " missing from the data, dated too late in it, or was given in a way that it does not list",
            )
        return (
            "the recorded day is before all that the clause asks for was given: a consent is dated too late in"
            " the data",
        )
    why = [note for note in computed.notes if note.startswith(("not checked", "only "))]
    if why:
        return (f"the numbers were met on {computed.met_on}, other conditions later: {'; '.join(why)}",)
    return (
        f"by the consents given the conditions were met on {computed.met_on}: one of them was not valid or is"
        f" dated too early in the data",
    )
