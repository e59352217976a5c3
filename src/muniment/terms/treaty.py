"""What a treaty's own text says of its entry into force: the conditions, the time after them, and the words."""

from __future__ import annotations

import datetime
from typing import Literal

import msgspec

__all__ = ["CONSENT_KINDS", "Condition", "ForceClause", "Lag"]

CONSENT_KINDS = ("ratification", "acceptance", "approval", "accession", "definitive_signature", "notification")
"""Acts by which consent to be bound is established: Vienna Convention on the Law of Treaties, art. 11; definitive
signature is one not subject to ratification (art. 12), notification one that internal procedures are done."""


class Lag(msgspec.Struct, frozen=True):
    """The time from the trigger to the entry into force.

    Attributes:
        days: days after the day of the trigger ("on the thirtieth day following": 30).
        months: months after it ("three months after": 3).
        first_of_month: then on to the first day of the month after.
    """

    days: int = 0
    months: int = 0
    first_of_month: bool = False


class Condition(msgspec.Struct, frozen=True):
    """One thing that has to come together.

    Attributes:
        kind: `count`, so many consents; `named`, those of these states; `class`, so many of a class of states that
            only the text describes; `share`, a part of a population; `all`, all of it; `weight`, a share of some total
            (tonnage, emissions, contributions); `signatures`, so many signatures; `signing`, the signature itself;
            `event`, something that the text names.
        text: the words, blanks folded.
        number: for `count`, `class`, `signatures`; else 0.
        share: numerator and denominator, for `share`; else None.
        states: canonical names, for `named`.
        others: for `count` beside `named`: the named ones are not among those counted ("and forty other States").
    """

    kind: Literal["count", "named", "class", "share", "all", "weight", "signatures", "signing", "event"]
    text: str
    number: int = 0
    share: tuple[int, int] | None = None
    states: tuple[str, ...] = ()
    others: bool = False


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
        late_lag: the time from the conditions where they are met only after `date`; None for none told.
        party_lag: for a state that consents later, the time from its own deposit; None where the text tells none.
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
    late_lag: Lag | None = None
    party_lag: Lag | None = None
    unread: str = ""
    fallback: str = ""
