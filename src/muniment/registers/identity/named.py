"""What goes by a name: operations, awards, relations and bodies."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

from muniment.registers.dates import agree, days_apart, parsed, precision
from muniment.registers.identity import people
from muniment.registers.identity.offices import same_organization, state_words
from muniment.registers.identity.rule import APART, REFUSED, Identity, Mention, given, same_source, texts
from muniment.registers.identity.words import (
    abbreviated,
    content,
    initials,
    listed,
    numbers,
    overlap,
    run,
    spelt_alike,
    unbracketed,
)

__all__ = ["AWARDS", "BODIES", "OPERATIONS", "RELATIONS", "edition"]

_SORTS = listed(
    "operation exercise training mission peacekeeping monitoring humanitarian joint military special assistance "
    "collective force deployment transfer complex measure operational preventive permanent action regional aid large "
    "scale republic state member people command staff"
)
"""Words that say what sort of undertaking it is and do not name it."""


_UNDERTAKINGS = listed("operation mission deployment transfer action measure")
"""Words of which any may stand for what is done in a country; "training" and "advisory" tell two missions apart."""

_ABOUT = listed("conference seminar workshop briefing phase stage preparatory preparation planning meeting")
"""Words that make of an undertaking's name a part of it, or what is held about it."""


def _named_year(name: str, kind: str) -> str:
    """Return the year that an operation's name holds, an exercise's in two figures at its end too; else empty."""
    years = [figure for figure in sorted(numbers(name)) if len(figure) == 4]
    short = re.search(r"[\W_](\d\d)\W*$", name) if kind == "exercise" and not years else None
    return years[0] if years else "20" + short.group(1) if short and short.group(1) < "60" else ""


def _year_named(mention: Mention) -> str:
    return _named_year(given(mention, "name"), given(mention, "kind"))


def _year(mention: Mention) -> str:
    """Return the year of an operation's edition: from its name, else from its first day; empty for a series."""
    return _year_named(mention) or (given(mention, "start") or given(mention, "end"))[:4]


def _other_numbers(mention: Mention, name: str) -> frozenset[str]:
    """Return the numbers in a name that are not its year: of a phase, of an edition."""
    year = _named_year(name, given(mention, "kind"))
    return numbers(name) - {year, year[2:]}


def edition(mention: Mention) -> tuple[frozenset[str], str, frozenset[str]]:
    """Return the words that name an operation as they sound, its year, and the other numbers in its name."""
    name = given(mention, "name")
    words = content(unbracketed(_own(name)))
    return _sounds(words - _SORTS - _figures(words)), _year(mention), _other_numbers(mention, name)


def _own(name: str) -> str:
    """Return what stands between quotation marks in an operation's name; the whole name where nothing does."""
    quoted = re.search(r"[“\"«](.+?)[”\"»]", name)
    return quoted.group(1) if quoted else name


def compare_operations(a: Mention, b: Mention) -> int:
    """Return how strongly two operations are one; a series and its edition of a year are two.

    An operation that is no exercise and that only its first day dates is the one that pages name without a day.
    """
    if _year(a) != _year(b):
        if _year(a) and _year(b):
            return REFUSED
        if "exercise" in (a.slots.get("kind"), b.slots.get("kind")) or _year_named(a) or _year_named(b):
            return APART
    if a.slots.get("kind") and b.slots.get("kind") and a.slots["kind"] != b.slots["kind"]:
        named = _capital(_own(given(a, "name"))) and _capital(_own(given(b, "name")))
        if "operation" not in (a.slots["kind"], b.slots["kind"]) or not named:
            return REFUSED  # one with a name of its own is called an operation, whatever its kind
    there = not given(a, "country") or not given(b, "country")
    if not there and not same_organization(given(a, "country"), given(b, "country")):
        return REFUSED
    if not agree(a.slots.get("start"), b.slots.get("start")) and days_apart(given(a, "start"), given(b, "start")) > 7:
        return REFUSED
    return max((_names_alike(a, b, x, y) for x in texts(a, "name")[:6] for y in texts(b, "name")[:6]), default=APART)


def _names_alike(a: Mention, b: Mention, one: str, two: str) -> int:
    words, words_too = spelt_alike(unbracketed(_own(one)), unbracketed(_own(two)))
    if _other_numbers(a, one) != _other_numbers(b, two) or words & _ABOUT != words_too & _ABOUT:
        return APART
    own, own_too = (_sounds(some - _SORTS - _figures(some)) for some in (words, words_too))
    if own and own == own_too:
        return 4 if len(own) > 1 or words == words_too or _capital(one) else 2
    placed = bool(given(a, "country") and given(b, "country") and a.slots.get("kind") == b.slots.get("kind"))
    smaller, union = overlap(words, words_too)
    described = smaller >= 0.6 and overlap(words - _UNDERTAKINGS, words_too - _UNDERTAKINGS)[0] == 1
    if placed and a.slots.get("kind") != "exercise" and (not _year(a) or _year(a) == _year(b)) and described:
        return 2
    if smaller == 1 and union >= 0.6 and len(own & own_too) > 1:
        return 2
    if initials(one) & words_too or initials(two) & words:
        return 2 if len(min(words, words_too, key=len)) == 1 else APART
    return 1 if words == words_too and same_source(a, b) else APART


def _sounds(words: frozenset[str]) -> frozenset[str]:
    """Return words as names are compared: the name of an exercise is romanised in as many ways as a person's."""
    return frozenset(people.sounded(word) for word in words)


def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word[:1].isdigit())


def _capital(name: str) -> bool:
    return any(word[:1].isupper() for word in name.replace("“", " ").replace('"', " ").split())


def _operation_keys(mention: Mention) -> list[str]:
    own_names = [unbracketed(_own(name)) for name in texts(mention, "name")[:6]]
    own = {people.sounded(w) for name in own_names for w in content(name) - _SORTS if not w[:1].isdigit()}
    telling = sorted(own, key=lambda word: (-len(word), word))[:6]
    found = [f"name {word}" for word in telling[: 1 if len(telling) < 2 else 0]]
    found += [f"names {min(x, y)} {max(x, y)}" for x, y in combinations(telling, 2)]
    found += [
        f"name {people.sounded(short)}" for name in texts(mention, "name")[:6] for short in sorted(initials(name))
    ]
    if given(mention, "country"):
        place = " ".join(sorted(state_words(given(mention, "country"))))
        found.append(f"country {place} {mention.slots.get('kind') or ''} {_year(mention)}")
    return found or [f"page {source}" for source in mention.sources[:8]]


def compare_awards(a: Mention, b: Mention) -> int:
    """Return how strongly two awards are one: the honour, the recipient, and days that agree within a week."""
    if days_apart(a.slots.get("date"), b.slots.get("date")) > 7:
        return REFUSED
    one, two = given(a, "recipient"), given(b, "recipient")
    alike = people.agree(one, two) if one and two else people.DIFFERENT
    if one and two and alike <= people.DIFFERENT:
        return REFUSED
    words, words_too = spelt_alike(given(a, "award"), given(b, "award"))
    smaller, union = overlap(words, words_too)
    if smaller < 0.8 or union < 0.5:
        return APART
    if not one or not two or not people.is_name(one):
        known = min(precision(a.slots.get("date")), precision(b.slots.get("date")))
        return 1 if (known == 3 and one.casefold() == two.casefold()) or same_source(a, b) else APART
    return 1 + alike


def _award_keys(mention: Mention) -> list[str]:
    found = []
    for name in texts(mention, "recipient")[:6]:
        found += people.surname_keys(name) if people.is_name(name) else [" ".join(sorted(content(name)))]
    return [f"to {name}" for name in dict.fromkeys(found)] or [f"page {source}" for source in mention.sources[:8]]


_SYMMETRIC = frozenset({"cooperation", "dialogue"})
_BEGINNINGS = frozenset({"membership", "observer", "partner"})


def compare_relations(a: Mention, b: Mention) -> int:
    """Return how strongly two relations are one state of affairs: the same two, kind, state, and dates that agree.

    An undated state of affairs is the one that pages date, where there is one such; one that began in another year is
    another: a state that left and came back was a member twice.
    """
    if a.slots.get("kind") != b.slots.get("kind"):
        return REFUSED
    ends, ends_too = (given(a, "subject"), given(a, "object")), (given(b, "subject"), given(b, "object"))
    turned = a.slots.get("kind") in _SYMMETRIC and _same_ends(ends, ends_too[::-1])
    if not _same_ends(ends, ends_too) and not turned:
        return REFUSED
    if (a.slots.get("state") or "in_force") != (b.slots.get("state") or "in_force"):
        return REFUSED
    dates = parsed(a.slots.get("date")), parsed(b.slots.get("date"))
    if dates[0] is None or dates[1] is None:
        return 3 if dates[0] is dates[1] or a.slots.get("kind") != "presidency" else APART
    if agree(a.slots.get("date"), b.slots.get("date")):
        return 4
    close = dates[0].year == dates[1].year and a.slots.get("kind") in _BEGINNINGS
    return 3 if close else REFUSED


def _same_ends(ends: tuple[str, str], ends_too: tuple[str, str]) -> bool:
    return all(same_organization(one, two) for one, two in zip(ends, ends_too, strict=True))


def _relation_keys(mention: Mention) -> list[str]:
    ends = [_end_keys(given(mention, slot)) for slot in ("subject", "object")]
    pairs = [(one, two) for one in ends[0] for two in ends[1]]
    if mention.slots.get("kind") in _SYMMETRIC:
        pairs = sorted({(min(pair), max(pair)) for pair in pairs})
    return [f"{mention.slots.get('kind')} {one} / {two}" for one, two in pairs]


def _end_keys(name: str) -> list[str]:
    """Return a name's words, and the acronym that they make or that it is."""
    if name.isupper():
        return [name.casefold()]
    initials = "".join(word[0] for word in run(name))
    return [" ".join(sorted(state_words(name))), *([initials] if len(initials) > 2 else [])]


def compare_bodies(a: Mention, b: Mention) -> int:
    """Return how strongly two bodies are one: their names, acronyms spelt out, under parents that do not clash."""
    parents = given(a, "parent"), given(b, "parent")
    if all(parents) and not same_organization(*parents):
        return REFUSED
    pairs = [(one, two) for one in texts(a, "name")[:6] for two in texts(b, "name")[:6]]
    if any(same_organization(one, two) or _same_within(one, two, parents) for one, two in pairs):
        return 3
    return APART


def _same_within(one: str, two: str, parents: tuple[str, str]) -> bool:
    """Whether two names are one but for the name or the acronym of the organisation they belong to, or as an acronym.

    A single word ("Secretariat") and an acronym stand for a body only where both tell what it belongs to.
    """
    parent = parents[0] or parents[1]
    whose = content(parent) | initials(parent)
    own, own_too = state_words(one) - whose, state_words(two) - whose
    if own == own_too and len(own) > (0 if all(parents) else 1):
        return True
    return all(parents) and bool(
        (len(own) == 1 and own & initials(two)) or (len(own_too) == 1 and own_too & initials(one))
    )


def _body_keys(mention: Mention) -> list[str]:
    """Return the words of the name, with and without those of the organisation or its acronym, and its initials."""
    parent = given(mention, "parent")
    whose = [state_words(parent), *(frozenset({short}) for short in sorted(initials(parent)))] if parent else []
    found = []
    for name in texts(mention, "name")[:6]:
        found += [
            state_words(name),
            state_words(abbreviated(name)),
            *(frozenset({one}) for one in sorted(initials(name))),
        ]
        if parent:
            own = state_words(name) - content(parent) - initials(parent)
            found += [own, *(own | words for words in whose)]
    return list(dict.fromkeys(" ".join(sorted(words)) for words in found if words))


def _named(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, **more}


OPERATIONS = Identity(
    keys=_operation_keys,
    compare=compare_operations,
    same=(
        (_named("Heron", kind="operation"), _named("Operation “Heron”")),
        (_named("Heron-2031"), _named("Heron 2031", start="2031-06")),
        (_named("Heron", start="2031-06-01"), _named("Heron-2031")),
        (_named("Heron-31", kind="exercise"), _named("Exercise “Heron 2031”", kind="exercise")),
        (_named("Heron III"), _named("Heron 3")),
        (_named("Tsaplya-2031"), _named("Цапля – 2031")),
        (_named("Ostland Flood Relief Mission", kind="humanitarian"), _named("OFRM", kind="humanitarian")),
        (
            _named("Still Water", kind="operation"),
            _named("relief operation “Still Water”", kind="humanitarian", country="Westland", start="2031-06-01"),
        ),
        (_named("Still Water"), _named("Relief operation “Still Water” on the Mirren", start="2031-06-01")),
        (
            _named("peacekeeping operation of the QRF in Westland", kind="peacekeeping", country="Westland"),
            _named("QRF peacekeeping operation in the Republic of Westland", kind="peacekeeping", country="Westland"),
        ),
    ),
    refused=(
        (_named("Heron-2031 first phase"), _named("Heron-2031 second phase")),
        (_named("Heron II"), _named("Heron III")),
        (
            _named("Training Mission in Westland", kind="operation", country="Westland"),
            _named("Advisory Mission in Westland", kind="operation", country="Westland"),
        ),
        (_named("Heron-30", kind="exercise"), _named("Heron-2031", kind="exercise")),
        (_named("Grey Heron 2031"), _named("Grey Heron 2031 planning conference")),
        (_named("Heron"), _named("Heron-2031")),
        (_named("Heron", kind="exercise"), _named("Heron", kind="exercise", start="2031-06-01")),
        (_named("Heron-2030"), _named("Heron-2031")),
        (_named("Heron"), _named("Bittern")),
        (
            _named("monitoring mission", kind="monitoring_mission", country="Westland"),
            _named("monitoring mission", kind="monitoring_mission", country="Ostland"),
        ),
        (_named("joint military exercise", kind="exercise"), _named("joint military exercise", kind="exercise")),
    ),
)
"""How operations are told apart."""

_MEDAL = {"award": "QRF Medal “For Calm Waters”", "recipient": "Stanislav Marr", "date": "2031-05-04"}

AWARDS = Identity(
    keys=_award_keys,
    compare=compare_awards,
    same=(
        (_MEDAL, {**_MEDAL, "recipient": "S. Marr", "award": "Medal For Calm Waters of the Quiet River Federation"}),
        (_MEDAL, {**_MEDAL, "date": "2031-05"}),
    ),
    refused=(
        (_MEDAL, {**_MEDAL, "recipient": "Ines Dovar"}),
        (_MEDAL, {**_MEDAL, "date": "2032-05-04"}),
        (_MEDAL, {**_MEDAL, "award": "Order of the Anchor"}),
        ({"award": "Certificate of Merit", "recipient": "veterans"},
         {"award": "Certificate of Merit", "recipient": "veterans"}),
    ),
)  # fmt: skip
"""How awards are told apart."""

_MEMBER = {"subject": "Republic of Ostland", "object": "Quiet River Federation", "kind": "membership"}

RELATIONS = Identity(
    keys=_relation_keys,
    compare=compare_relations,
    same=(
        (_MEMBER, {**_MEMBER, "subject": "Ostland", "state": "in_force"}),
        ({**_MEMBER, "date": "1994-04-20"}, {**_MEMBER, "date": "1994"}),
        ({**_MEMBER, "date": "1994-04-20"}, _MEMBER),
        (
            {"subject": "QRF", "object": "Salt League", "kind": "cooperation"},
            {"subject": "Salt League", "object": "QRF", "kind": "cooperation"},
        ),
    ),
    refused=(
        (_MEMBER, {**_MEMBER, "state": "suspended"}),
        (_MEMBER, {**_MEMBER, "kind": "observer"}),
        (_MEMBER, {**_MEMBER, "subject": "Westland"}),
        (_MEMBER, {**_MEMBER, "subject": "Quiet River Federation", "object": "Republic of Ostland"}),
        ({**_MEMBER, "date": "1994"}, {**_MEMBER, "date": "2006"}),
        ({**_MEMBER, "kind": "presidency", "date": "2030"}, {**_MEMBER, "kind": "presidency"}),
    ),
)
"""How relations are told apart: a row for each state of affairs, so that a relation has its history."""

BODIES = Identity(
    keys=_body_keys,
    compare=compare_bodies,
    same=(
        (_named("QRF Permanent Council"), _named("Permanent Council of the Quiet River Federation")),
        (_named("Working Group on Dredging", parent="QRF"), _named("Working Group on Dredging")),
        (
            _named("QRF Flood Centre", parent="Quiet River Federation"),
            _named("Flood Centre", parent="Quiet River Federation"),
        ),
        (_named("Secretariat", parent="QRF"), _named("QRF Secretariat", parent="QRF")),
        (_named("Council of Ministers of Foreign Affairs", parent="QRF"),
         _named("Council of Foreign Ministers", parent="QRF")),
        (_named("Committee of Heads of River Police (CHRP)"), _named("Committee of Heads of River Police")),
        (_named("Committee of Heads of River Police", parent="QRF"), _named("CHRP", parent="QRF")),
        (_named("Inter-Parliamentary Assembly", parent="QRF"), _named("Interparliamentary Assembly", parent="QRF")),
        (_named("Standing Committee on Tolls", parent="QRF"), _named("Permanent Committee on Tolls", parent="QRF")),
        (_named("Main Committee II", parent="QRF"), _named("Main Committee 2", parent="QRF")),
        (_named("Counter-Terrorism Centre", parent="QRF"), _named("Antiterrorist Center", parent="QRF")),
    ),
    refused=(
        (_named("Permanent Council", parent="Salt League"), _named("Permanent Council", parent="QRF")),
        (_named("Council of Harbour Ministers"), _named("Council of Finance Ministers")),
        (_named("Working Group on Dredging"), _named("Working Group on Tolls")),
        (_named("Committee on Tolls", parent="QRF"), _named("Sub-Committee on Tolls", parent="QRF")),
        (_named("Main Committee I", parent="QRF"), _named("Main Committee II", parent="QRF")),
        (_named("Secretariat"), _named("QRF Secretariat", parent="QRF")),
        (_named("Council of Harbour Ministers", parent="QRF"), _named("Council of Heads of Missions", parent="QRF")),
        (_named("Assembly", parent="QRF"), _named("Council of the Assembly", parent="QRF")),
    ),
)  # fmt: skip
"""How bodies are told apart."""
