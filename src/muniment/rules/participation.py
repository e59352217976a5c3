"""Where each state stands with a treaty on a day, from what is told of its acts: signed, bound, reserving, leaving.

Every kind of act is kept apart: all of them are equal in effect and none is another (Vienna Convention on the Law of
Treaties, 1969, art. 11 to 16). What nobody tells is not concluded: a state of which no page tells is "not told", never
"did not".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from muniment.rules.force import after_months, force_for
from muniment.rules.gap import first_day
from muniment.terms.treaty import Lag

__all__ = [
    "CLOCKS", "STATUSES", "TACIT_MONTHS", "Act", "Clock", "Participation", "Reservation", "Status", "accepted_tacitly",
    "bound_on", "participation", "reservations",
]  # fmt: skip

Status = Literal[
    "none", "signed", "law_passed", "deposited", "provisional", "party", "party_reserving", "withdrawing", "suspended",
    "former",
]  # fmt: skip

STATUSES: dict[Status, str] = {
    "none": "nothing is told",
    "signed": "signed: a duty not to defeat it, no consent yet (Vienna Convention on the Law of Treaties, art. 18)",
    "law_passed": "a vote, a law or a signed instrument is told, and no deposit",
    "deposited": "consented, and the treaty is not in force for it yet (art. 16)",
    "provisional": "applies it before it is in force (art. 25)",
    "party": "consented, and the treaty is in force for it (art. 2(1)(g))",
    "party_reserving": "a party with a reservation (art. 2(1)(d))",
    "withdrawing": "a party that has given notice (art. 56)",
    "suspended": "its participation is suspended (art. 57)",
    "former": "a party no more (art. 54)",
}
"""Status of a participant -> what it says, and by which article of the Vienna Convention of 1969."""

CONSENTING = ("deposit", "accede", "succeed", "confirm", "notify_completion", "sign_definitively")
"""Acts that bind: Vienna Convention on the Law of Treaties (1969), art. 12, 15 and 16; of 1986, art. 14; succession,
Vienna Convention of 1978, art. 17. A ratification binds by its deposit."""

PASSED = ("ratify", "accept", "pass", "promulgate", "publish", "sign_instrument")
"""Steps at home; the press calls each of them ratification."""

CLOCKS: dict[str, tuple[str, ...]] = {
    "signed": ("sign", "sign_definitively"),
    "submitted": ("submit",),
    "passed": ("ratify", "accept", "pass"),
    "promulgated": ("promulgate",),
    "published": ("publish",),
    "instrument_signed": ("sign_instrument",),
    "deposited": CONSENTING,
}
"""The clocks of consent, in order -> the acts that stop each; after them comes the entry into force."""

TACIT_MONTHS = 12
"""Months after the notice of a reservation in which another party may object: art. 20(5)."""


class Act(msgspec.Struct, frozen=True):
    """One act of one state, as told.

    Attributes:
        action: what was done, as the record format names it.
        date: ISO 8601, as precise as told; empty where no page gives it.
        by: who acted: the state, its parliament, its representative.
        to: who received.
        text: the words of a reservation, a declaration or an objection.
        effect: the day it takes effect, ISO 8601, where that is another than its date: of a withdrawal.
        claims: ids of the claims that tell of it.
        speakers: who tells of it, where only speakers' own words do; else empty.
        together: told of all members at once.
    """

    action: str
    date: str = ""
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    text: str = ""
    effect: str = ""
    claims: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    together: bool = False


class Clock(msgspec.Struct, frozen=True):
    """One clock of consent: its name, and the acts that stopped it, each with its source; none where none is told."""

    name: str
    acts: tuple[Act, ...] = ()


class Reservation(msgspec.Struct, frozen=True):
    """One reservation and what came of it with the others.

    Attributes:
        act: by which it was made.
        withdrawn: the day it was taken back, ISO 8601; empty where it was not.
        objected: who objected, each with the day, ISO 8601, empty where it is not told.
        open_until: the last day to object, for those bound when it was notified; None where its day is not told.
        unconfirmed: made when signing and not told to have been confirmed with the consent: art. 23(2).
    """

    act: Act
    withdrawn: str = ""
    objected: tuple[tuple[str, str], ...] = ()
    open_until: datetime.date | None = None
    unconfirmed: bool = False


class Participation(msgspec.Struct, frozen=True):
    """Where one state stands.

    Attributes:
        member: the state.
        status: on the day asked for.
        since: the day of it, ISO 8601, as precise as told; empty where no page gives it.
        in_force: the day the treaty entered or enters into force for it; None where that is not known.
        leaves: the day its withdrawal takes effect, ISO 8601; empty for none.
        clocks: the clocks of consent, in order.
        acts: all that is told of it, in order of date.
        reservations: those it made.
        declarations: those it made.
    """

    member: str
    status: Status
    since: str = ""
    in_force: datetime.date | None = None
    leaves: str = ""
    clocks: tuple[Clock, ...] = ()
    acts: tuple[Act, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    declarations: tuple[Act, ...] = ()

    def told(self, clock: str) -> tuple[Act, ...]:
        """Return the acts that stopped a clock, in order of date; none where none is told."""
        return next((one.acts for one in self.clocks if one.name == clock), ())

    @property
    def owes(self) -> bool:
        """Whether it has yet to consent: nothing that binds is told of it, and it has not left."""
        left = self.status in ("withdrawing", "suspended", "former")
        return not left and not any(act.action in CONSENTING for act in self.acts)


def participation(
    member: str,
    acts: Iterable[Act],
    at: datetime.date,
    force: tuple[datetime.date | None, Lag | None] = (None, None),
    others: Sequence[Act] = (),
) -> Participation:
    """Return where a state stands with a treaty on a day.

    Args:
        member: the state.
        acts: all that is told of it; those after the day are left out.
        at: the day.
        force: the day the treaty entered, or enters, into force, None where it is not known; and for a state that
            consents later the time from its deposit, None where the text tells none: the same day.
        others: objections of other states, by which reservations are judged.
    """
    known = sorted((act for act in acts if _by(act, at)), key=lambda act: (act.date or "9999", act.action))
    clocks = tuple(Clock(name, tuple(act for act in known if act.action in names)) for name, names in CLOCKS.items())
    bound = bound_on(known)
    general, lag = force
    own = force_for(general, bound, lag or Lag()) if bound is not None and general is not None else None
    made = reservations(known, others, at)
    status, since, leaves = _status(known, at, own, any(not one.withdrawn for one in made))
    told = tuple(act for act in known if act.action == "declare")
    return Participation(member, status, since, own, leaves, clocks, tuple(known), made, told)


def _by(act: Act, at: datetime.date) -> bool:
    """Whether an act was done by a day; an undated one counts as done."""
    done = first_day(act.date)
    return done is None or done <= at


def bound_on(acts: Iterable[Act]) -> datetime.date | None:
    """Return the first day that is told of an act by which a state is bound; None where none is told to the day."""
    days = (datetime.date.fromisoformat(act.date) for act in acts if act.action in CONSENTING and len(act.date) == _DAY)
    return min(days, default=None)


_DAY = len("2000-01-01")


def _status(
    acts: Sequence[Act], at: datetime.date, force: datetime.date | None, reserving: bool
) -> tuple[Status, str, str]:
    """Return the status, since when, and the day that a withdrawal takes effect."""
    last = {act.action: act for act in acts}
    notice = _latest(last, ("denounce", "withdraw"))
    if notice is not None and not _undone(notice, last.get("revoke_denunciation")):
        gone = first_day(notice.effect)
        leaves = gone.isoformat() if gone is not None else ""
        left = gone is not None and gone <= at
        return ("former", leaves, leaves) if left else ("withdrawing", notice.date, leaves)
    if "suspend" in last:
        return "suspended", last["suspend"].date, ""
    consent = _latest(last, CONSENTING)
    if consent is not None and force is not None and force <= at:
        return ("party_reserving" if reserving else "party"), force.isoformat(), ""
    if "apply_provisionally" in last and not _undone(
        last["apply_provisionally"], last.get("end_provisional_application")
    ):
        return "provisional", last["apply_provisionally"].date, ""
    if consent is not None:
        return "deposited", consent.date, ""
    step = _latest(last, PASSED)
    if step is not None:
        return "law_passed", step.date, ""
    return ("signed", last["sign"].date, "") if "sign" in last else ("none", "", "")


def _latest(last: dict[str, Act], names: Sequence[str]) -> Act | None:
    return max((last[name] for name in names if name in last), key=lambda act: act.date, default=None)


def _undone(act: Act, by: Act | None) -> bool:
    return by is not None and (not act.date or not by.date or by.date >= act.date)


def reservations(acts: Sequence[Act], others: Sequence[Act], at: datetime.date) -> tuple[Reservation, ...]:
    """Return a state's reservations with what came of each: withdrawn, objected to, open to objection until a day.

    Source: Vienna Convention on the Law of Treaties (1969), art. 20(5), 22 and 23(2).
    """
    consented = [act for act in acts if act.action in CONSENTING]
    found = []
    for act in acts:
        if act.action != "reserve":
            continue
        back = [
            one for one in acts if one.action == "withdraw_reservation" and _about(one, act) and one.date >= act.date
        ]
        made = first_day(act.date)
        against = tuple((", ".join(one.by), one.date) for one in others if one.action == "object" and _about(one, act))
        early = bool(consented) and bool(act.date) and all(act.date < one.date for one in consented if one.date)
        again = any(one.action == "reserve" and one.date > act.date and _about(one, act) for one in acts)
        found.append(
            Reservation(
                act, back[-1].date if back else "", against,
                after_months(made, TACIT_MONTHS) if made is not None and len(act.date) == _DAY else None,
                unconfirmed=early and not again,
            )
        )  # fmt: skip
    return tuple(found)


def accepted_tacitly(
    reservation: Reservation, consents: Mapping[str, datetime.date], at: datetime.date
) -> tuple[tuple[str, datetime.date], ...]:
    """Return the parties that have accepted a reservation by saying nothing, each with the day.

    A party has accepted it that raised no objection in twelve months after the notice, or by the day it consented
    itself, whichever is later: art. 20(5).

    Args:
        reservation: that of another state.
        consents: party -> the day it consented; the reserving state left out.
        at: the day asked for.
    """
    if reservation.open_until is None or reservation.withdrawn:
        return ()
    objected = {who for who, _ in reservation.objected}
    days = {who: max(reservation.open_until, day) for who, day in consents.items() if who not in objected}
    return tuple((who, day) for who, day in sorted(days.items()) if day < at)


def _about(one: Act, reservation: Act) -> bool:
    """Whether an objection or a withdrawal is about a reservation: no other words are told for it."""
    return not one.text or not reservation.text or one.text == reservation.text
