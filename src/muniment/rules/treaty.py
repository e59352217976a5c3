"""The day a treaty enters into force, computed from what its own clause says and from the consents that are known.

What cannot be checked is said: a clause that asks for tonnage, or for states of a class that only the text describes,
gives the earliest day that the numbers alone allow. Where a treaty says nothing, it is in force when all negotiating
states have consented: Vienna Convention on the Law of Treaties (1969), art. 24(2). Counting is that of `rules.force`.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from typing import Literal

import msgspec

from muniment.rules.consents import (
    Facts,
    TreatyConsent,
    by_preamble,
    counted,
    in_class,
    number_of,
    population_of,
    weights_of,
)
from muniment.rules.force import in_force_after
from muniment.rules.statehood import ended_before
from muniment.terms.treaty import Condition, ForceClause

__all__ = ["NO_CLAUSE", "Computed", "Facts", "TreatyConsent", "compute", "counted", "differences"]

NO_CLAUSE = ForceClause(
    0, 0, "", article="Vienna Convention on the Law of Treaties (1969), art. 24(2)",
    conditions=(Condition("all", "all the negotiating states", whose="negotiating"),),
)  # fmt: skip
"""What holds for a treaty whose text says nothing of its entry into force."""

_CLOSED = ("accession",)
"""What a clause that names ratification, acceptance or approval alone leaves out, and a table may hold."""

Certainty = Literal["exact", "earliest", "latest", "open", "none"]


class Computed(msgspec.Struct, frozen=True):
    """What follows from a clause and the consents.

    Attributes:
        date: the day of entry into force; None where it is not computed or not yet reached.
        certainty: `exact`; `earliest`, where conditions could not be checked; `latest`, where consents of a kind that
            counts are not among those given, or another way in is not computed; `open`, where both; `none` without a
            day.
        met_on: the day on which the conditions that could be checked were met; None where they were not.
        notes: what could not be checked, and how consents were counted.
        missing: what has still to come together, or why nothing can be computed; empty with a day.
        last: whose consents came on the day that made the conditions full; empty without one.
        provisional: the day from which it is applied provisionally by its own clause, or None.
    """

    date: datetime.date | None
    certainty: Certainty
    met_on: datetime.date | None = None
    notes: tuple[str, ...] = ()
    missing: str = ""
    last: tuple[str, ...] = ()
    provisional: datetime.date | None = None


def compute(clause: ForceClause, consents: Sequence[TreatyConsent], facts: Facts | None = None) -> Computed:
    """Return when a treaty enters into force by its clause, by the first of its ways in.

    Args:
        clause: as read from the text.
        consents: every consent that is known.
        facts: what is known besides; nothing where left out.
    """
    known = facts or Facts()
    if clause.unread:
        return Computed(None, "none", missing=f"the clause is not understood: “{clause.unread}”")
    if clause.for_each:
        return Computed(
            None, "none", missing="it enters into force for each state by itself; no day is told for the whole"
        )
    ways = [_by_one_way(clause, consents, known)]
    ways += [_by_one_way(other, consents, known) for other in clause.alternatives]
    provisional = compute(clause.provisional, consents, known).date if clause.provisional is not None else None
    first = min((way for way in ways if way.date is not None), key=lambda way: way.date, default=None)  # type: ignore[arg-type,return-value]
    if first is None:
        missing = "; or ".join(way.missing for way in ways if way.missing)
        return msgspec.structs.replace(ways[0], missing=missing, provisional=provisional)
    if any(way.missing and _CANNOT in way.notes for way in ways):
        certainty: Certainty = "open" if first.certainty in ("earliest", "open") else "latest"
        note = "another way in is not computed: " + "; ".join(way.missing for way in ways if _CANNOT in way.notes)
        first = msgspec.structs.replace(first, certainty=certainty, notes=(*first.notes, note))
    return msgspec.structs.replace(first, provisional=provisional)


_CANNOT = "not computed"
"""Note on a way in of which something needed is not known."""


def _by_one_way(clause: ForceClause, consents: Sequence[TreatyConsent], facts: Facts) -> Computed:
    clause = _both_sides(_signed_by_all(clause, consents, facts), facts)
    cannot = [reason for one in clause.conditions if (reason := _cannot(one, facts))]
    if clause.date is None and not any(_bears(one, facts) for one in clause.conditions):
        cannot += [f"it cannot be checked: “{one.text}”" for one in clause.conditions] or [
            "it names neither day nor condition"
        ]
    if cannot:
        return Computed(None, "none", notes=(_CANNOT,), missing="; ".join(cannot))
    held, notes = counted(clause, consents, facts.adopted, facts.named_first)
    unchecked = [f"not checked: “{one.text}”" for one in clause.conditions if not _checked(one, facts)]
    unchecked += [
        f"not checked: “{one.text}” are taken for those that the preamble names: {', '.join(population_of(one, facts))}"
        for one in clause.conditions
        if by_preamble(one, facts)
    ]
    unchecked += _dayless(clause, facts)
    kinds = _kinds(clause, held)
    met = _met_on(clause, held, facts)
    if met is None:
        return Computed(None, "none", notes=(*notes, *unchecked), missing=_missing(clause, held, facts))
    late = "definitive_signature" in clause.consents and not any(one.kind == "definitive_signature" for one in held)
    early = bool(unchecked or kinds)
    if late:
        notes.append("definitive signatures count too; none is given")
    undated = [state for state, first in facts.undated if first <= met]
    if undated:
        late = True
        notes.append(f"not counted, the day of the consent not being known: {', '.join(undated)}")
    certainty: Certainty = "open" if early and late else "earliest" if early else "latest" if late else "exact"
    last = tuple(one.state for one in held if one.on == met)
    return Computed(_date(clause, met, facts), certainty, met, (*notes, *unchecked, *kinds), last=last)


def _signed_by_all(clause: ForceClause, consents: Sequence[TreatyConsent], facts: Facts) -> ForceClause:
    """Return a clause that only waits for everybody's signature as one that waits for the day of signature.

    Where that day is known, and no definitive signature is among the consents, those given are no signatures.
    """
    signing = ("definitive_signature",)
    if clause.consents != signing or facts.signed is None or any(one.kind in signing for one in consents):
        return clause
    asked = (msgspec.structs.replace(one, kind="signatures") if one.kind == "all" else one for one in clause.conditions)
    return msgspec.structs.replace(clause, conditions=tuple(asked))


_SIDES = (("produc", "consum"), ("export", "import"))
"""Words for the two sides of a commodity's trade, of which a government stands on one only."""


def _both_sides(clause: ForceClause, facts: Facts) -> ForceClause:
    """Return a clause that asks for so many of each side of a trade as one that asks for as many together besides."""
    classes = [one for one in clause.conditions if one.kind == "class" and not in_class(one, facts)]
    for sides in _SIDES:
        one_each = [next((one for one in classes if side in one.text.lower()), None) for side in sides]
        apart = [one for one in one_each if one is not None]
        if len(apart) == len(sides) and apart[0] is not apart[1]:
            together = Condition("count", " and ".join(one.text for one in apart), sum(one.number for one in apart))
            return msgspec.structs.replace(clause, conditions=(*clause.conditions, together))
    return clause


def _cannot(condition: Condition, facts: Facts) -> str:
    """Return why a condition lets nothing be computed; empty where it does not."""
    if condition.kind in ("all", "share") and not population_of(condition, facts):
        return f"it is not known who they are: “{condition.text}”"
    if condition.kind == "signatures" and facts.signed is None:
        return f"the days of signature are not given: “{condition.text}”"
    if condition.kind == "signing" and facts.signed is None:
        return "the day of signature is not given"
    if condition.kind == "adoption" and facts.opened is None:
        return f"the day it was adopted is not given: “{condition.text}”"
    if condition.kind == "objections" and facts.objections is None:
        return f"objections are not given: “{condition.text}”"
    return ""


def _checked(condition: Condition, facts: Facts) -> bool:
    """Whether all that a condition asks can be checked."""
    if condition.kind == "class":
        return bool(in_class(condition, facts))
    if condition.kind == "weight":
        return condition.share is not None and bool(weights_of(condition, facts))
    if condition.kind == "event":
        return _event(condition, facts) is not None
    return condition.kind != "signatures"


def _bears(condition: Condition, facts: Facts) -> bool:
    """Whether a condition gives a first day at all: by consents counted, or by a day known."""
    return condition.kind not in ("weight", "event") or _checked(condition, facts)


def _dayless(clause: ForceClause, facts: Facts) -> list[str]:
    """Return the note that an earliest day cannot be told."""
    if clause.floor is not None and facts.opened is None:
        return ["not checked: the earliest day counts from the adoption or opening for signature, which is not given"]
    return []


def _kinds(clause: ForceClause, held: Sequence[TreatyConsent]) -> list[str]:
    """Return the note that consents of a kind that does not count may be among those given."""
    leaves_out = clause.consents and not set(_CLOSED) & set(clause.consents)
    if leaves_out and any(not one.kind for one in held):
        named = ", ".join(kind for kind in clause.consents if kind != "definitive_signature") or "definitive signature"
        return [f"only {named} counts; of which kind each consent is, is not given"]
    return []


def _event(condition: Condition, facts: Facts) -> datetime.date | None:
    words = condition.text.casefold()
    return next((day for key, day in facts.events.items() if key and key.casefold() in words), None)


def _date(clause: ForceClause, met: datetime.date, facts: Facts) -> datetime.date:
    """Return the day of entry into force for conditions met on a day."""
    if clause.date is not None:
        date = clause.date if met <= clause.date else in_force_after(met, clause.late_lag or clause.lag)
    elif any(one.kind == "adoption" for one in clause.conditions) and facts.opened is not None:
        date = max(in_force_after(facts.opened, clause.lag), met)
    else:
        date = in_force_after(met, clause.lag)
    if clause.not_before is not None:
        date = max(date, clause.not_before)
    if clause.floor is not None and facts.opened is not None:
        date = max(date, in_force_after(facts.opened, clause.floor))
    return max([date, *(day for one in clause.conditions if one.earliest and (day := _event(one, facts)) is not None)])


_POINTS = ("signing", "signatures", "adoption", "objections", "event", "weight")
"""Conditions that no number of consents meets."""


def _met_on(clause: ForceClause, held: Sequence[TreatyConsent], facts: Facts) -> datetime.date | None:
    """Return the first day on which every condition that can be checked is met."""
    points = [day for one in clause.conditions if not one.earliest and (day := _point(one, facts)) is not None]
    if any(one.kind == "objections" and not _silent(one, clause, held, facts) for one in clause.conditions):
        return None
    asking = [
        one for one in clause.conditions if one.kind not in _POINTS or (one.kind == "weight" and _checked(one, facts))
    ]
    if not asking:
        return max(points) if points else facts.signed or clause.date
    for day in sorted({one.on for one in held}):
        by_now = [one for one in held if one.on <= day and (one.withdrawn is None or one.withdrawn > day)]
        if all(_holds(condition, clause, by_now, facts) for condition in asking):
            return max([day, *points])
    return None


def _point(condition: Condition, facts: Facts) -> datetime.date | None:
    """Return the day of a condition that is met on one day; None where it is not met so, or the day is not known."""
    if condition.kind in ("signing", "signatures"):
        return facts.signed
    if condition.kind in ("adoption", "objections"):
        return facts.opened
    return _event(condition, facts) if condition.kind == "event" else None


def _silent(condition: Condition, clause: ForceClause, held: Sequence[TreatyConsent], facts: Facts) -> bool:
    """Whether fewer object than would keep it from entering into force."""
    if facts.opened is None or facts.objections is None:
        return False
    end = in_force_after(facts.opened, clause.lag)
    objecting = {state for state, day in facts.objections if day <= end}
    if condition.share is not None:
        whole = population_of(condition, facts) or tuple(one.state for one in held)
        return len(objecting) < asked_of(condition, len(whole))
    return len(objecting) < condition.number


def asked_of(condition: Condition, whole: int) -> int:
    """Return how many a share of so many is: the next whole number up, or above it where more is asked."""
    numerator, denominator = condition.share or (1, 1)
    part = whole * numerator / denominator
    return math.floor(part) + 1 if condition.more else math.ceil(part)


def _holds(condition: Condition, clause: ForceClause, held: Sequence[TreatyConsent], facts: Facts) -> bool:
    names = {one.state for one in held}
    if condition.kind == "named":
        return set(condition.states) <= names
    if condition.kind in ("count", "class"):
        return number_of(condition, clause, held, facts) >= condition.number
    if condition.kind == "all":
        return set(population_of(condition, facts)) <= names
    if condition.kind == "share":
        apart = {name for one in clause.conditions for name in one.states} if condition.others else set()
        whole = set(population_of(condition, facts)) - apart
        return len(names & whole) >= asked_of(condition, len(whole))
    if condition.kind == "weight" and condition.share is not None and (weights := weights_of(condition, facts)):
        numerator, denominator = condition.share
        part = sum(weight for state, weight in weights.items() if state in names) * denominator
        return part > sum(weights.values()) * numerator or (
            not condition.more and part == sum(weights.values()) * numerator
        )
    return True


def _missing(clause: ForceClause, held: Sequence[TreatyConsent], facts: Facts) -> str:
    """Return what has still to come together, for people."""
    names = {one.state for one in held}
    told = []
    for one in clause.conditions:
        if one.kind in _POINTS and one.kind != "objections" and not (one.kind == "weight" and _checked(one, facts)):
            continue
        if one.kind == "objections":
            told.append(f"the objections made: “{one.text}”")
        elif _holds(one, clause, held, facts):
            continue
        elif one.kind == "named":
            told.append("consent of " + ", ".join(sorted(set(one.states) - names)))
        elif one.kind in ("count", "class"):
            told.append(f"{one.number - number_of(one, clause, held, facts)} more of “{one.text}”")
        elif one.kind == "all":
            told.append("consent of " + ", ".join(sorted(set(population_of(one, facts)) - names)))
        else:
            told.append(f"“{one.text}”")
    return "; ".join(told)


def differences(
    clause: ForceClause, computed: Computed, consents: Sequence[TreatyConsent], recorded: datetime.date,
    facts: Facts | None = None,
) -> tuple[str, ...]:  # fmt: skip
    """Return why a computed day is not the one recorded, as far as the consents tell; nothing where they agree.

    Args:
        clause: as read from the text.
        computed: what `compute` gave.
        consents: those it was given.
        recorded: the day that a source records.
        facts: what `compute` was given besides.
    """
    known = facts or Facts()
    if computed.date == recorded:
        return ()
    if computed.provisional == recorded:
        return ("the recorded day is that from which it applies, or is in force, provisionally",)
    if computed.date is None:
        other = f"; another way in: “{clause.fallback}”" if clause.fallback and not clause.unread else ""
        return (f"nothing is computed: {computed.missing}{other}",)
    if _no_such_day(clause, computed, recorded):
        return (
            f"counted from {computed.met_on}, the months end on {computed.date}, the last day of a month that"
            f" has none of"
            " that number (ETS 76, art. 4(2)); the source counts the day after it",
        )
    off = (recorded - computed.date).days
    if abs(off) == 1 and computed.met_on is not None and not _made_full(clause, consents, recorded):
        return (
            f"the source is a day {'later' if off > 0 else 'earlier'} than the time from {computed.met_on}, which does"
            f" not count itself (ETS 76, art. 3): it counts {'from the day after' if off > 0 else 'that day too'}, or"
            f" dates the consent of {', '.join(computed.last) or 'the last'} otherwise",
        )
    if recorded < computed.date:
        return (_earlier(clause, computed, consents, recorded, known),)
    held, _ = counted(clause, consents, known.adopted, known.named_first)
    why = [note for note in computed.notes if note.startswith(("not checked", "only "))]
    if why:
        full = _made_full(clause, held, recorded)
        return (f"the numbers were met on {computed.met_on}, other conditions later{full}: {'; '.join(why)}",)
    return (
        f"by the consents given the conditions were met on {computed.met_on} ({', '.join(computed.last)}): one of them"
        f" was not valid or is dated too early in the data{_made_full(clause, held, recorded)}",
    )


def _no_such_day(clause: ForceClause, computed: Computed, recorded: datetime.date) -> bool:
    """Whether the recorded day is the one after a month that has no day of the trigger's number."""
    if computed.met_on is None or computed.date is None or clause.lag.first_of_month or not clause.lag.months:
        return False
    return computed.date.day < computed.met_on.day and recorded == computed.date + datetime.timedelta(days=1)


def _made_full(clause: ForceClause, held: Sequence[TreatyConsent], recorded: datetime.date) -> str:
    """Return with whose consent the recorded day fits the time that the clause names; empty where it fits none."""
    with_it = [one for one in held if in_force_after(one.on, clause.lag) == recorded]
    if not with_it:
        return ""
    nth = sum(one.on <= with_it[0].on for one in held)
    states = ", ".join(one.state for one in with_it)
    return f", the recorded day counting from {with_it[0].on} ({states}, by then {nth} consents)"


def _needed_by(clause: ForceClause, recorded: datetime.date) -> datetime.date:
    """Return the last day on which the conditions could be met for the recorded day."""
    day = recorded
    while in_force_after(day, clause.lag) > recorded:
        day -= datetime.timedelta(days=1)
    return day


def _earlier(
    clause: ForceClause, computed: Computed, consents: Sequence[TreatyConsent], recorded: datetime.date,
    facts: Facts,
) -> str:  # fmt: skip
    """Return why the recorded day is before the computed one."""
    if computed.certainty in ("latest", "open") and "definitive_signature" in clause.consents:
        return "definitive signatures, which count too, are not among the consents given; they met it earlier"
    undated = next((note for note in computed.notes if note.startswith("not counted, the day")), "")
    if undated:
        return f"consents whose days are not known met it earlier: {undated}"
    held, _ = counted(clause, consents, facts.adopted, facts.named_first)
    asked = max((one.number for one in clause.conditions if one.kind in ("count", "class")), default=0)
    needed = _needed_by(clause, recorded)
    by_then = [one for one in held if one.on <= needed]
    after = next((f", the next being {one.state}’s of {one.on}" for one in held if one.on > needed), "")
    other = f"; or it came by the other way that the text opens: “{clause.fallback}”" if clause.fallback else ""
    if any(one.kind == "named" and "depositar" in one.text.lower() for one in clause.conditions):
        other += "; there are several depositaries, and the data may hold the deposits with one of them only"
    if clause.provisional is not None:
        other += "; or the source records the day from which it was in force, or applied, provisionally"
    heirs = sorted({ended for one in held if one.on > needed and (ended := ended_before(one.state))}
                   - {one.state for one in by_then})  # fmt: skip
    if heirs:
        other += f"; {', '.join(heirs)}, whose successors are given, may have consented before it ended"
    if asked and len(by_then) < asked:
        return (
            f"the recorded day needs {asked} consents by {needed}; those given hold {len(by_then)} by then{after}: a"
            f" consent is missing from the data, dated too late in it, or was given in a way that it does not"
            f" list{other}"
        )
    wanting = sorted({state for one in clause.conditions if one.kind == "named" for state in one.states}
                     - {one.state for one in by_then})  # fmt: skip
    of_whom = f" (by {needed} wanting: {', '.join(wanting)})" if wanting else after
    return (
        f"the recorded day is before all that the clause asks for was given{of_whom}: a consent is dated too late in"
        f" the data{other}"
    )
