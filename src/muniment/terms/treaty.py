"""What a treaty's own text says of its entry into force: the conditions, the time after them, and the words."""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec

__all__ = ["CONSENT_KINDS", "SUCCESSION", "Condition", "ForceClause", "Lag", "Whose"]

CONSENT_KINDS = (
    "ratification", "acceptance", "approval", "accession", "formal_confirmation", "definitive_signature",
    "notification",
)  # fmt: skip
"""Acts by which consent to be bound is established: Vienna Convention on the Law of Treaties, art. 11; definitive
signature is one not subject to ratification (art. 12), notification one that internal procedures are done, formal
confirmation an international organisation's act that stands for ratification (Vienna Convention of 1986, art. 2)."""

SUCCESSION = "succession"
"""A new state's notice that a treaty of its predecessor binds it: it counts towards a number whatever acts a clause
names, Vienna Convention on Succession of States in respect of Treaties (1978), art. 18(5)."""

Whose = Literal["", "signatories", "members", "parties", "negotiating", "listed"]
"""Whose consents "all" or a share is of: of those who signed, an organisation's members, the parties to another treaty,
those who took part in the making, those that an annex or a description names; empty where the words do not tell."""


class Lag(msgspec.Struct, frozen=True):
    """The time from the trigger to the entry into force.

    Attributes:
        days: days after the day of the trigger ("on the thirtieth day following": 30).
        months: months after it ("three months after": 3).
        first_of_month: then on to the first day of the month after.
        next_day: then on to the next such day of a year, as month and day ("the first of January following"), or None.
    """

    days: int = 0
    months: int = 0
    first_of_month: bool = False
    next_day: tuple[int, int] | None = None


class Condition(msgspec.Struct, frozen=True):
    """One thing that has to come together.

    Attributes:
        kind: `count`, so many consents; `named`, those of these states; `class`, so many of a class of states that
            only the text describes; `share`, a part of a population; `all`, all of it; `weight`, a share of some total
            (tonnage, emissions, contributions); `signatures`, so many signatures; `signing`, the signature itself;
            `adoption`, the day the text was adopted or opened for signature; `objections`, that fewer than so many (or
            than a share) object in the time of the lag; `event`, something that the text names.
        text: the words, blanks folded.
        number: for `count`, `class`, `signatures`, `objections`; else 0.
        share: numerator and denominator, for `share`, and for `weight` where the text gives it; else None.
        more: more than the share is asked, not the share itself.
        states: canonical names, for `named`; the class, where a `class` is told by names.
        others: for `count` and `share` beside `named`: the named ones are not among those counted ("and forty other
            States").
        whose: for `all` and `share`, of whom.
        earliest: it is not in force before the event, which does not put off the time after the other conditions
            ("but not before the Convention has entered into force").
    """

    kind: Literal[
        "count", "named", "class", "share", "all", "weight", "signatures", "signing", "adoption", "objections", "event"
    ]
    text: str
    number: int = 0
    share: tuple[int, int] | None = None
    more: bool = False
    states: tuple[str, ...] = ()
    others: bool = False
    whose: Whose = ""
    earliest: bool = False


class ForceClause(msgspec.Struct, frozen=True):
    """The clause by which a treaty enters into force, as its text has it.

    Attributes:
        start: code points, 0-based, half-open, into the treaty's text.
        end: code points, half-open.
        quote: the text there.
        article: what the article is called ("ARTICLE XXII"); empty where none was found.
        conditions: all have to be met; none where only a date is given.
        consents: which acts of consent are counted; empty where the text does not say.
        lag: the time from the day the conditions are met.
        date: a day named for the entry into force, on which it waits for the conditions; or None.
        not_before: the earliest day, from this or another sentence; or None.
        floor: the time after adoption, or opening for signature, before which it does not enter into force; or None.
        late_lag: the time from the conditions where they are met only after `date`; None for none told.
        party_lag: for a state that consents later, the time from its own deposit; None where the text tells none.
        for_each: it enters into force for each state by itself, and no day is told for the treaty as a whole.
        organizations: whether an organisation's instrument is counted beside those of its members.
        alternatives: other ways in; whichever comes first brings it into force.
        provisional: by what and when it is applied provisionally until then; or None.
        unread: words of the clause that could change the day and were not understood; empty is what allows computing.
        fallback: a sentence that opens another way if the conditions are not met by a day; empty for none.
    """

    start: int
    end: int
    quote: str
    article: str = ""
    conditions: tuple[Condition, ...] = ()
    consents: tuple[str, ...] = ()
    lag: Lag = Lag()
    date: datetime.date | None = None
    not_before: datetime.date | None = None
    floor: Lag | None = None
    late_lag: Lag | None = None
    party_lag: Lag | None = None
    for_each: bool = False
    organizations: bool = True
    alternatives: tuple[ForceClause, ...] = ()
    provisional: ForceClause | None = None
    unread: str = ""
    fallback: str = ""
