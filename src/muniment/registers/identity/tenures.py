"""The same person in the same office for the same term."""

from __future__ import annotations

from muniment.registers.dates import days_apart, parsed
from muniment.registers.identity import people
from muniment.registers.identity.offices import office_words, same_office, state_words
from muniment.registers.identity.rule import APART, REFUSED, Identity, Mention, texts
from muniment.registers.identity.words import content

__all__ = ["IDENTITY"]

_SAME_TERM = 45
"""Days: how far apart pages misdate one appointment (judgement); further apart it is another term."""


def _office(mention: Mention) -> tuple[str, str]:
    return str(mention.slots.get("office") or ""), str(mention.slots.get("organization") or "")


def _terms_clash(a: Mention, b: Mention) -> bool:
    if any(days_apart(a.slots.get(slot), b.slots.get(slot)) > _SAME_TERM for slot in ("start", "end")):
        return True
    for one, two in ((a, b), (b, a)):
        start, end = parsed(one.slots.get("start")), parsed(two.slots.get("end"))
        if start is not None and end is not None and start.first_day() > end.last_day():
            return True
    return False


def compare(a: Mention, b: Mention) -> int:
    """Return how strongly two tenures are one; a surname alone suffices in the same office."""
    alike = [people.agree(one, two) for one in texts(a, "person")[:6] for two in texts(b, "person")[:6]]
    if not alike or max(alike) <= people.DIFFERENT or people.agree(*_first(a, b)) < 0:
        return REFUSED if alike and min(alike) < 0 else APART
    if bool(a.slots.get("acting")) != bool(b.slots.get("acting")):
        return REFUSED
    if not same_office(_office(a), _office(b)):
        return APART
    return REFUSED if _terms_clash(a, b) else 1 + max(alike)


def _first(a: Mention, b: Mention) -> tuple[str, str]:
    return texts(a, "person")[0], texts(b, "person")[0]


def keys(mention: Mention) -> list[str]:
    """Return each full word of the name with each word of the office and the organisation."""
    office, organization = _office(mention)
    post = sorted(office_words(office) | state_words(organization))[:8] or ["-"]
    named = sorted({word for name in texts(mention, "person")[:6] for word in _name_keys(name)})
    return list(dict.fromkeys(f"{word} {part}" for word in named for part in post))


def _name_keys(name: str) -> list[str]:
    return people.surname_keys(name) if people.is_name(name) else [" ".join(sorted(content(name)))]


_CHIEF = {"person": "Stanislav Marr", "office": "Secretary General", "organization": "Quiet River Federation"}

IDENTITY = Identity(
    keys=keys,
    compare=compare,
    same=(
        (_CHIEF, {**_CHIEF, "person": "S. Marr"}),
        (_CHIEF, {**_CHIEF, "person": "Marr", "office": "Secretary-General"}),
        ({**_CHIEF, "person": "Olvar Zaitemov"}, {**_CHIEF, "person": "Olvar Zaytemov"}),
        ({**_CHIEF, "start": "2030-01-01"}, {**_CHIEF, "start": "2030-01"}),
        (
            {"person": "Ines Dovar", "office": "Foreign Minister", "organization": "Republic of Ostland"},
            {"person": "I. Dovar", "office": "Minister of Foreign Affairs", "organization": "Ostland"},
        ),
    ),
    refused=(
        (_CHIEF, {**_CHIEF, "person": "Viktor Marr"}),
        (_CHIEF, {**_CHIEF, "acting": True}),
        (_CHIEF, {**_CHIEF, "office": "Deputy Secretary General"}),
        (_CHIEF, {**_CHIEF, "organization": "Northern Salt League"}),
        ({**_CHIEF, "start": "2030-01-01"}, {**_CHIEF, "start": "2033-01-01"}),
        ({**_CHIEF, "start": "2033-01-01"}, {**_CHIEF, "end": "2032-12-31"}),
        (
            {"person": "S. Marr", "office": "Minister of Defence", "organization": "Ostland"},
            {"person": "Stanislav Marr", "office": "Minister of Finance", "organization": "Ostland"},
        ),
    ),
)
"""How tenures are told apart."""
