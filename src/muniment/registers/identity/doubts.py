"""What may be one act and is not shown to be: pairs that a person should look at, and why.

A doubt joins nothing. It is asked only about two rows that stay two by the rules; each reason stands beside pairs that
raise it and pairs that do not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from muniment.registers.dates import days_apart, precision
from muniment.registers.identity import instruments, meetings, people
from muniment.registers.identity.named import BODIES, OPERATIONS, edition
from muniment.registers.identity.offices import office_words, same_office, same_organization, state_words
from muniment.registers.identity.rule import Mention, given, texts
from muniment.registers.identity.tenures import IDENTITY as TENURES
from muniment.registers.identity.words import content, listed, numbers
from muniment.registers.values import names

__all__ = ["RAISED", "REASONS", "UNRAISED", "doubt", "doubt_keys"]

REASONS = {
    "spelling": "the names are a letter apart",
    "turned": "the names are each other's turned round",
    "title": "one title says less than the other",
    "adjective": "one name has a word more that says only what sort of body it is",
    "far_apart": "one number, and days far apart: a session that was resumed, or a slip",
    "other_place": "one body on one day in two places",
    "other_format": "one body on one day in two formats: parts of one meeting, or two",
    "moved": "one called off, and one held soon after",
    "office_named": "an office on one page may be the person on the other",
    "series": "one is told without the years that the other has",
    "untitled": "of one kind and one day, and one has no title",
    "part_of_title": "of one day, and one title says less than the other",
    "authors": "one title under two authors",
    "other_country": "one edition in two countries",
    "other_kind": "one name for two kinds of undertaking",
}
"""Why a pair is shown to a person."""

_SORTS = listed("ad hoc permanent interim special joint temporary high level")
"""Words that a body's name takes and drops without its being another body."""

_POSTPONED_BY = 31
"""Days within which a meeting that was called off may be the one that was held (judgement: a month)."""


def doubt(register: str, a: Mention, b: Mention) -> str:
    """Return why a person should look at two rows of a register, by its name in `REASONS`; empty for no doubt."""
    return _DOUBTS[register](a, b) if register in _DOUBTS else ""


def doubt_keys(register: str, mention: Mention) -> list[str]:
    """Return keys that two rows share about which there may be a doubt; none where a register knows no doubts."""
    return list(dict.fromkeys(_KEYS[register](mention))) if register in _KEYS else []


def _letter_apart(one: str, two: str) -> bool:
    """Whether two words of four letters and more differ by one letter: changed, left out or put in."""
    short, long = sorted((one, two), key=len)
    if len(short) < 4 or len(long) - len(short) > 1 or one == two:
        return False
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]


def _words_letter_apart(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two sets of words are one but for a word that is a letter apart."""
    mine, yours = one - two, two - one
    return bool(one & two) and len(mine) == len(yours) == 1 and _letter_apart(*mine, *yours)


def _tenures(a: Mention, b: Mention) -> str:
    one, two = given(a, "person"), given(b, "person")
    posts = tuple((given(mention, "office"), given(mention, "organization")) for mention in (a, b))
    if same_office(*posts):
        words, words_too = frozenset(people.surname_keys(one)), frozenset(people.surname_keys(two))
        if words == words_too and people.agree(one, two) <= people.DIFFERENT:
            return "turned"
        return "spelling" if _words_letter_apart(words, words_too) else ""
    if people.agree(one, two) < people.FULL or not same_organization(posts[0][1], posts[1][1]):
        return ""
    titles = office_words(posts[0][0]), office_words(posts[1][0])
    short, long = sorted(titles, key=len)
    return "title" if short and short < long and not (long - short) & listed("deputy first assistant adviser") else ""


def _bodies(a: Mention, b: Mention) -> str:
    parents = given(a, "parent"), given(b, "parent")
    if all(parents) and not same_organization(*parents):
        return ""
    one, two = state_words(given(a, "name")), state_words(given(b, "name"))
    if one ^ two and one ^ two <= _SORTS:
        return "adjective"
    return "spelling" if _words_letter_apart(one, two) else ""


def _meetings(a: Mention, b: Mention) -> str:
    apart = days_apart(a.slots.get("start"), b.slots.get("start"))
    dated = min(precision(mention.slots.get("start")) for mention in (a, b)) == 3
    number, number_too = a.slots.get("ordinal"), b.slots.get("ordinal")
    if not meetings.one_body(a, b):
        return "office_named" if dated and not apart and _office_named(a, b) else ""
    if number and number_too:
        regular = bool(a.slots.get("extraordinary")) == bool(b.slots.get("extraordinary"))
        near = meetings.MISDATED < apart <= meetings.MOVED_WITHIN
        return "far_apart" if number == number_too and regular and near else ""
    if dated and not apart:
        formats = {given(mention, "format") for mention in (a, b)} - {""}
        return "other_format" if len(formats) > 1 else "other_place"
    stages = {given(mention, "status") for mention in (a, b)}
    off = dated and stages in ({"postponed", "held"}, {"cancelled", "held"}, {"postponed", "announced"})
    return "moved" if off and apart <= _POSTPONED_BY else ""


def _office_named(a: Mention, b: Mention) -> bool:
    """Whether two talks have one person in common, and an office on one side stands beside a name on the other."""
    mine, yours = (names(mention.slots.get("participants")) for mention in (a, b))
    if "bilateral" not in (given(a, "kind"), given(b, "kind")) or len(mine) != 2 or len(yours) != 2:
        return False
    left = [name for name in mine if not any(people.agree(name, other) > people.DIFFERENT for other in yours)]
    right = [name for name in yours if not any(people.agree(name, other) > people.DIFFERENT for other in mine)]
    return len(left) == len(right) == 1 and people.is_name(left[0]) != people.is_name(right[0])


def _instruments(a: Mention, b: Mention) -> str:
    if a.slots.get("kind") != b.slots.get("kind") or a.slots.get("count") != b.slots.get("count"):
        return ""
    one, two = (next(iter(texts(mention, "title")), "") for mention in (a, b))
    words, words_too = instruments.telling_words(one), instruments.telling_words(two)
    same_day = instruments.same_day(a, b)
    if not words or not words_too:
        return "untitled" if words != words_too and same_day else ""
    figures = numbers(instruments.bare_title(one)), numbers(instruments.bare_title(two))
    plain, plain_too = words - figures[0], words_too - figures[1]
    if plain == plain_too and figures[0] != figures[1]:
        return "series" if not all(figures) else ""
    if figures[0] != figures[1]:
        return ""
    if words == words_too:
        return "authors" if not instruments.adopted_apart(a, b) else ""
    return "part_of_title" if same_day and (words < words_too or words_too < words) else ""


def _operations(a: Mention, b: Mention) -> str:
    (own, year, others), (own_too, year_too, others_too) = edition(a), edition(b)
    if others != others_too or not own or not own_too:
        return ""
    if own != own_too:
        return "spelling" if year == year_too and _words_letter_apart(own, own_too) else ""
    if bool(year) != bool(year_too):
        return "series"
    if year != year_too:
        return ""
    countries = given(a, "country"), given(b, "country")
    if all(countries) and not same_organization(*countries):
        return "other_country" if given(a, "name") and any(name[:1].isupper() for name in texts(a, "name")) else ""
    return "other_kind" if given(a, "kind") != given(b, "kind") else ""


def _tenure_keys(mention: Mention) -> list[str]:
    place = " ".join(sorted(state_words(given(mention, "organization"))))
    return [f"{word} / {place}" for word in people.surname_keys(given(mention, "person"))]


def _body_keys(mention: Mention) -> list[str]:
    words = sorted(state_words(given(mention, "name")) - _SORTS)
    return [
        *BODIES.keys(mention),
        " ".join(words),
        *(f"but {word}: {' '.join(w for w in words if w != word)}" for word in words),
    ]


def _instrument_keys(mention: Mention) -> list[str]:
    days = [f"{mention.slots.get('kind')} {day}" for day in sorted(instruments.decisive_days(mention))]
    plain = [
        " ".join(sorted(word for word in content(title) if not word[0].isdigit())) for title in texts(mention, "title")
    ]
    return [*instruments.IDENTITY.keys(mention), *days, *plain[:6]]


def _operation_keys(mention: Mention) -> list[str]:
    own, _, _ = edition(mention)
    return [*OPERATIONS.keys(mention), " ".join(sorted(own)), *(f"word {word}" for word in sorted(own))]


_DOUBTS: dict[str, Callable[[Mention, Mention], str]] = {
    "tenures": _tenures, "bodies": _bodies, "meetings": _meetings, "instruments": _instruments,
    "operations": _operations,
}  # fmt: skip

_KEYS: dict[str, Callable[[Mention], list[str]]] = {
    "tenures": lambda mention: [*TENURES.keys(mention), *_tenure_keys(mention)], "bodies": _body_keys,
    "meetings": meetings.IDENTITY.keys, "instruments": _instrument_keys, "operations": _operation_keys,
}  # fmt: skip

_CHIEF: dict[str, Any] = {"person": "Marat Ostrin", "office": "Secretary", "organization": "QRF"}
_COUNCIL: dict[str, Any] = {"kind": "session", "bodies": ["QRF Council"]}
_PATROLS: dict[str, Any] = {"kind": "protocol", "title": "Protocol on Patrols"}
_SIGNED: dict[str, Any] = {"actions": [{"action": "sign", "date": "2031-05-04"}]}

RAISED: tuple[tuple[str, str, dict[str, Any], dict[str, Any]], ...] = (
    ("tenures", "spelling", _CHIEF, {**_CHIEF, "person": "Murat Ostrin"}),
    ("tenures", "turned", {**_CHIEF, "person": "Ali Hassan"}, {**_CHIEF, "person": "Hassan Ali"}),
    (
        "tenures", "title", {**_CHIEF, "office": "Minister of Tolls"},
        {**_CHIEF, "office": "Minister of Tolls and Ferries"},
    ),
    ("bodies", "adjective", {"name": "Working Group on Tolls"}, {"name": "Ad Hoc Working Group on Tolls"}),
    (
        "meetings", "far_apart", {**_COUNCIL, "ordinal": 9, "start": "2031-03-01"},
        {**_COUNCIL, "ordinal": 9, "start": "2031-06-01"},
    ),
    (
        "meetings", "other_place", {**_COUNCIL, "start": "2031-03-01", "place": "Sundale"},
        {**_COUNCIL, "start": "2031-03-01", "place": "Greyport"},
    ),
    (
        "meetings", "other_format", {**_COUNCIL, "start": "2031-03-01", "format": "narrow"},
        {**_COUNCIL, "start": "2031-03-01", "format": "expanded"},
    ),
    (
        "meetings", "moved", {**_COUNCIL, "start": "2031-03-01", "status": "postponed"},
        {**_COUNCIL, "start": "2031-03-08", "status": "held"},
    ),
    (
        "meetings", "office_named",
        {"kind": "bilateral", "start": "2031-03-01", "participants": ["Ines Dovar", "President of Ostland"]},
        {"kind": "bilateral", "start": "2031-03-01", "participants": ["Ines Dovar", "Pavel Ostrin"]},
    ),
    (
        "instruments", "series", {"kind": "plan", "title": "Plan of Lock Inspections"},
        {"kind": "plan", "title": "Plan of Lock Inspections for 2031"},
    ),
    ("instruments", "untitled", {**_PATROLS, **_SIGNED}, {"kind": "protocol", **_SIGNED}),
    (
        "instruments", "part_of_title", {**_PATROLS, **_SIGNED},
        {**_PATROLS, **_SIGNED, "title": "Protocol on Patrols and Ferry Tolls"},
    ),
    (
        "instruments", "authors", {"kind": "plan", "title": "Ferry Plan for 2031", "by": ["QRF Ferry Board"]},
        {"kind": "plan", "title": "Ferry Plan for 2031", "by": ["Salt League Secretariat"]},
    ),
    ("operations", "series", {"name": "Heron", "kind": "exercise"}, {"name": "Heron-2031", "kind": "exercise"}),
    ("operations", "spelling", {"name": "Grey Heron 2031"}, {"name": "Grey Heran 2031"}),
    (
        "operations", "other_country", {"name": "Heron 2031", "country": "Ostland"},
        {"name": "Heron 2031", "country": "Westland"},
    ),
    (
        "operations", "other_kind", {"name": "Heron 2031", "kind": "exercise"},
        {"name": "Heron 2031", "kind": "humanitarian"},
    ),
)  # fmt: skip
"""Register, reason, and two tellings that raise it."""

UNRAISED: tuple[tuple[str, dict[str, Any], dict[str, Any]], ...] = (
    ("tenures", _CHIEF, {**_CHIEF, "person": "Ines Dovar"}),
    ("tenures", {**_CHIEF, "office": "Minister of Tolls"}, {**_CHIEF, "office": "Deputy Minister of Tolls"}),
    ("bodies", {"name": "Working Group on Tolls"}, {"name": "Working Group on Dredging"}),
    ("bodies", {"name": "Council", "parent": "QRF"}, {"name": "Permanent Council", "parent": "Salt League"}),
    ("meetings", {**_COUNCIL, "start": "2031-03-01"}, {**_COUNCIL, "start": "2031-03-08"}),
    ("meetings", {**_COUNCIL, "ordinal": 9, "start": "2031-03-01"}, {**_COUNCIL, "ordinal": 10, "start": "2031-03-01"}),
    ("instruments", {**_PATROLS, **_SIGNED}, {**_PATROLS, **_SIGNED, "title": "Protocol on Tolls"}),
    ("instruments", {"kind": "plan", "title": "Plan for 2031"}, {"kind": "plan", "title": "Plan for 2032"}),
    ("operations", {"name": "Heron 2030", "kind": "exercise"}, {"name": "Heron 2031", "kind": "exercise"}),
    ("operations", {"name": "Heron"}, {"name": "Bittern"}),
)  # fmt: skip
"""Register and two tellings about which there is no doubt: they are two."""
