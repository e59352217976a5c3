"""The same meeting: announced on one page, held on another, named by its month on a third.

A meeting is who met, when, and its number in the row. Two days are two meetings, unless the number in the row says that
one meeting was moved or that two pages contradict each other.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import lru_cache

from muniment.registers.dates import parsed, precision
from muniment.registers.identity import people
from muniment.registers.identity.offices import same_organization, state_words
from muniment.registers.identity.rule import APART, REFUSED, Identity, Mention, same_document, same_source
from muniment.registers.identity.words import abbreviated, acronyms, content, initials
from muniment.registers.values import names

__all__ = ["IDENTITY", "MISDATED", "MOVED_WITHIN", "one_body"]

_KINDS = (
    {"session", "conference"}, {"session", "working_group"}, {"session", "consultation", "working_group"},
    {"conference", "debate"},
)  # fmt: skip
"""Words that two pages use for one meeting (judgement); a briefing after a session is another meeting."""

MOVED_WITHIN = 400
"""Days: how far a meeting of the same number can have been moved, or be misdated (judgement: a year and a month)."""


MISDATED = 45
"""Days: how far apart pages misdate one meeting (judgement, as for adoptions and appointments)."""


def _bodies(mention: Mention) -> list[str]:
    return names(mention.slots.get("bodies"))


def _people(mention: Mention) -> list[str]:
    return list(dict.fromkeys(names(mention.slots.get("participants")) + names(mention.slots.get("chair"))))


def _span(mention: Mention) -> tuple[datetime.date, datetime.date] | None:
    start = parsed(mention.slots.get("start")) or parsed(mention.slots.get("end"))
    if start is None:
        return None
    end = parsed(mention.slots.get("end")) or start
    return start.first_day(), max(start.last_day(), end.last_day())


def _apart(a: Mention, b: Mention) -> int:
    """Return the days between two meetings; 0 where they can be one or a date is unstated."""
    one, two = _span(a), _span(b)
    if one is None or two is None:
        return 0
    return max(0, (two[0] - one[1]).days, (one[0] - two[1]).days)


@lru_cache(maxsize=16384)
def _same_body(a: str, b: str) -> bool:
    """One name, one but for whose it is ("Permanent Council", "QRF Permanent Council"), or the other's initials."""
    if same_organization(a, b):
        return True
    one, two = sorted((state_words(a), state_words(b)), key=len)
    whose = acronyms(a) | acronyms(b) | {"permanent"}
    if len(one) > 1 and one < two and len(two) - len(one) <= 1:
        return two - one <= whose
    pairs = ((state_words(a), a, b), (state_words(b), b, a))
    return any(
        words - {short} <= state_words(other)
        for words, name, other in pairs
        for short in _own_initials(other) & words & acronyms(name)
    )


def one_body(a: Mention, b: Mention) -> bool:
    """Whether the two have a body in common."""
    return any(_same_body(one, two) for one in _bodies(a) for two in _bodies(b))


def _bodies_clash(a: Mention, b: Mention) -> bool:
    """Whether each names a body, or a state, that the other does not: two joint meetings, or talks with two states."""
    mine, yours = _bodies(a), _bodies(b)
    if min(len(mine), len(yours)) < 2:
        return False
    alone = [any(not any(_same_body(one, two) for two in others) for one in bodies)
             for bodies, others in ((mine, yours), (yours, mine))]  # fmt: skip
    return all(alone)


def _kinds_agree(a: Mention, b: Mention) -> bool:
    one, two = a.slots.get("kind") or "other", b.slots.get("kind") or "other"
    return one == two or "other" in (one, two) or any({one, two} <= kinds for kinds in _KINDS)


def _places_agree(a: Mention, b: Mention) -> bool:
    one, two = content(str(a.slots.get("place") or "")), content(str(b.slots.get("place") or ""))
    return not one or not two or one <= two or two <= one


def compare(a: Mention, b: Mention) -> int:
    """Return how strongly two meetings are one."""
    counts = [mention.slots.get("count") for mention in (a, b)]
    if any(isinstance(count, int) and count > 1 for count in counts) and counts[0] != counts[1]:
        return REFUSED
    shared = one_body(a, b)
    numbered = [mention.slots.get("ordinal") for mention in (a, b)]
    if all(numbered) and numbered[0] != numbered[1]:
        return REFUSED
    same_number = shared and all(numbered)
    apart = _apart(a, b)
    if _bodies_clash(a, b):
        return REFUSED
    if not _kinds_agree(a, b):
        return REFUSED if not same_number else APART
    if same_number:
        return _by_number(a, b, apart)
    if apart or not _places_agree(a, b):
        return REFUSED
    formats = {mention.slots.get("format") for mention in (a, b)} & {"narrow", "limited", "expanded", "plenary"}
    if len(formats) > 1:
        return APART
    if shared:
        return _by_body(a, b)
    if _bodies(a) and _bodies(b):
        return REFUSED
    return _by_people(a, b)


def _by_number(a: Mention, b: Mention, apart: int) -> int:
    """Return how strongly two meetings of a body with one number are one, so many days apart.

    Regular and extraordinary sessions are numbered apart. One that was announced may have been moved far; what two
    pages date months apart and neither announces, a resumed session or a slip, is for a person to say.
    """
    if apart > MISDATED and bool(a.slots.get("extraordinary")) != bool(b.slots.get("extraordinary")):
        return REFUSED
    moved = any(mention.slots.get("status") in ("announced", "postponed") for mention in (a, b))
    if apart > (MOVED_WITHIN if moved else MISDATED):
        return REFUSED if apart > MOVED_WITHIN else APART
    return 5


def _by_body(a: Mention, b: Mention) -> int:
    """Return how strongly two meetings of one body, whose dates can be one, are one."""
    known = min(precision(a.slots.get("start")), precision(b.slots.get("start")))
    same_kind = a.slots.get("kind") == b.slots.get("kind")
    if known == 3:
        return 4 if same_kind or not same_document(a, b) else APART
    if known == 2:
        return 2 if same_kind else APART
    if known == 1 and a.slots.get("place") and b.slots.get("place") and same_kind:
        return 1
    alike = all(a.slots.get(slot) == b.slots.get(slot) for slot in ("kind", "bodies", "start", "status", "place"))
    return 1 if same_source(a, b) and alike else APART


def _matched(one: Sequence[str], two: Sequence[str]) -> int:
    """Return how many names of the first are in the second, each used once."""
    left, found = list(two), 0
    for name in one:
        for other in left:
            if people.agree(name, other) > people.DIFFERENT:
                left.remove(other)
                found += 1
                break
    return found


def _by_people(a: Mention, b: Mention) -> int:
    """Return how strongly two meetings are one of which at least one names no body."""
    if min(precision(a.slots.get("start")), precision(b.slots.get("start"))) < 3:
        return 1 if same_source(a, b) and a.slots == b.slots else APART
    one, two = sorted((_people(a), _people(b)), key=len)
    here = bool(a.slots.get("place") and b.slots.get("place"))
    same_kind = bool(a.slots.get("kind")) and a.slots.get("kind") == b.slots.get("kind")
    if not one:
        return 2 if here and same_kind and a.slots.get("kind") in ("conference", "ceremony", "session") else APART
    found = _matched(one, two)
    if found == len(one) > 1:
        return 4
    if found == len(one):
        return 1 if (here and same_kind) or len(two) == 1 else APART
    if "bilateral" in (a.slots.get("kind"), b.slots.get("kind")):
        return REFUSED
    return 3 if found >= 2 and found >= 0.6 * len(one) else APART


def keys(mention: Mention) -> list[str]:
    """Return body with month, year and number; each participant with the day; place with the day; else the page."""
    start, end = (parsed(mention.slots.get(slot)) for slot in ("start", "end"))
    dates = [date.iso for date in (start, end) if date is not None]
    periods = sorted({iso[:size] for iso in dates for size in (4, 7)})
    number = mention.slots.get("ordinal")
    found = []
    for body in _bodies(mention):
        for name in _body_names(body):
            found += [f"body {name} {period}" for period in periods]
            if number:
                found.append(f"body {name} #{number}")
    days = [iso for iso in dates if len(iso) == 10]
    for day in days[:1]:
        for person in _people(mention)[:16]:
            words = people.surname_keys(person) if people.is_name(person) else [" ".join(sorted(state_words(person)))]
            found += [f"person {word} {day}" for word in words]
        if mention.slots.get("place"):
            found.append(f"place {' '.join(sorted(content(str(mention.slots['place']))))} {day}")
    if not found or not dates:
        found += [f"page {source}" for source in mention.sources[:8]]
    return found


@lru_cache(maxsize=16384)
def _own_initials(body: str) -> frozenset[str]:
    """Return the acronyms that a body's name makes, less that of its organisation; all where it is all acronyms."""
    if state_words(body) <= acronyms(body):
        return acronyms(body)
    plain = " ".join(word for word in body.split() if not acronyms(word))
    return initials(body) | initials(plain)


def _body_names(body: str) -> list[str]:
    """Return a body's name as words, without acronyms, and as each acronym that it makes."""
    words = state_words(body)
    plain = words - acronyms(body)
    spelt_out = state_words(abbreviated(body))
    shorts = ({short} for short in sorted(_own_initials(body)))
    named = [words, spelt_out, *([plain] if len(plain) > 1 else []), *shorts]
    return list(dict.fromkeys(" ".join(sorted(one)) for one in named))


_COUNCIL = {"kind": "session", "bodies": ["QRF Council"]}

IDENTITY = Identity(
    keys=keys,
    compare=compare,
    same=(
        (
            {**_COUNCIL, "start": "2031-11-23", "status": "announced"},
            {**_COUNCIL, "start": "2031-11-23", "status": "held", "place": "Sundale"},
        ),
        ({**_COUNCIL, "start": "2031-11"}, {**_COUNCIL, "start": "2031-11-23", "ordinal": 9}),
        (
            {**_COUNCIL, "ordinal": 9, "start": "2031-12-05", "status": "announced"},
            {**_COUNCIL, "ordinal": 9, "start": "2031-12-12", "status": "held"},
        ),
        (
            {"kind": "session", "bodies": ["QRF Council", "River Assembly"], "start": "2031-05-04"},
            {"kind": "session", "bodies": ["River Assembly"], "start": "2031-05-04"},
        ),
        (
            {"kind": "bilateral", "start": "2031-05-04", "participants": ["Stanislav Marr", "Ines Dovar"]},
            {"kind": "bilateral", "start": "2031-05-04", "participants": [{"name": "I. Dovar"}, {"name": "S. Marr"}]},
        ),
        (
            {"kind": "session", "bodies": ["Council of the Quiet River Federation"], "start": "2031-05-04"},
            {"kind": "session", "bodies": ["QRF Council"], "start": "2031-05-04"},
        ),
        (
            {"kind": "session", "bodies": ["Committee of Heads of River Police of the QRF"], "start": "2031-05-04"},
            {"kind": "session", "bodies": ["QRF CHRP"], "start": "2031-05-04"},
        ),
        (
            {"kind": "bilateral", "start": "2031-05-04", "participants": ["Станислав Марр", "Ines Dovar"]},
            {"kind": "bilateral", "start": "2031-05-04", "participants": ["Stanislav Marr", "I. Dovar"]},
        ),
        (
            {"kind": "conference", "start": "2031-05-04", "end": "2031-05-06", "bodies": ["Basin Conference"]},
            {"kind": "conference", "start": "2031-05-05", "bodies": ["Basin Conference"]},
        ),
    ),
    refused=(
        ({**_COUNCIL, "start": "2031-11-23"}, {**_COUNCIL, "start": "2031-11-24"}),
        ({**_COUNCIL, "start": "2031-11-23"}, {**_COUNCIL, "start": "2031"}),
        (
            {"kind": "session", "bodies": ["QRF Council", "River Assembly"], "start": "2031-05-04"},
            {"kind": "session", "bodies": ["QRF Council", "Ferry Board"], "start": "2031-05-04"},
        ),
        (
            {"kind": "session", "bodies": ["River Assembly"], "start": "2031-05-04"},
            {"kind": "session", "bodies": ["Council of the River Assembly"], "start": "2031-05-04"},
        ),
        (
            {**_COUNCIL, "ordinal": 9, "start": "2031-03-01"},
            {**_COUNCIL, "ordinal": 9, "start": "2031-11-23", "extraordinary": True},
        ),
        ({**_COUNCIL, "ordinal": 9, "start": "2031-03-01"}, {**_COUNCIL, "ordinal": 9, "start": "2031-06-14"}),
        (
            {**_COUNCIL, "start": "2031-11-23", "format": "narrow"},
            {**_COUNCIL, "start": "2031-11-23", "format": "expanded"},
        ),
        ({**_COUNCIL, "ordinal": 9}, {**_COUNCIL, "ordinal": 10, "start": "2031-11-23"}),
        ({**_COUNCIL, "start": "2031-11-23"}, {"kind": "session", "bodies": ["Assembly"], "start": "2031-11-23"}),
        ({**_COUNCIL, "start": "2031-11-23"}, {**_COUNCIL, "kind": "briefing", "start": "2031-11-23"}),
        ({**_COUNCIL, "start": "2031-11-23"}, {**_COUNCIL, "start": "2031-11-23", "count": 3}),
        ({**_COUNCIL, "status": "held"}, {**_COUNCIL, "status": "held"}),
        (
            {**_COUNCIL, "start": "2031-11-23", "place": "Sundale"},
            {**_COUNCIL, "start": "2031-11-23", "place": "Greyport"},
        ),
        (
            {"kind": "bilateral", "start": "2031-05-04", "participants": ["Stanislav Marr", "Ines Dovar"]},
            {"kind": "bilateral", "start": "2031-05-04", "participants": ["Stanislav Marr", "Pavel Ostrin"]},
        ),
        (
            {"kind": "bilateral", "start": "2031-05-04", "participants": ["Stanislav Marr", "Ines Dovar"]},
            {"kind": "bilateral", "start": "2031-05-05", "participants": ["Stanislav Marr", "Ines Dovar"]},
        ),
    ),
)  # fmt: skip
"""How meetings are told apart."""
