"""Tellings of one act brought together, slot by slot: what is shown, what agrees with it, what disagrees.

Disagreement is kept, never averaged: the value of most weight is shown, the others stand beside it with the claims
that give them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from muniment.registers import dates
from muniment.registers.identity import people
from muniment.registers.identity.instruments import bare_title
from muniment.registers.identity.words import content, same_telling
from muniment.registers.row import Telling
from muniment.registers.spec import Field
from muniment.registers.values import names
from muniment.terms import canonical

__all__ = ["ALSO", "LISTED", "Merged", "Told", "claims_of", "merged", "weight"]

LISTED = 300
"""How many items a merged list holds at most, first told first (judgement: more is read in the claims)."""

ALSO = 12
"""How many other forms of a value a row keeps (judgement)."""

_ORIGINS = {"person": 2, "profile": 1, "page": 0}


class Told(NamedTuple):
    """One telling's value of one slot."""

    telling: Telling
    value: Any


class Merged(NamedTuple):
    """One slot brought together: the value, who gave it, other forms of it, and what disagrees."""

    value: Any
    claims: list[str]
    also: list[Any]
    conflicts: list[dict[str, Any]]


def weight(tellings: Sequence[Telling]) -> tuple[int, bool, int, str, int]:
    """Return what decides between values that disagree: greater is shown.

    A person's own entry before a profile's fact before a page; a page before what it only quotes somebody as saying;
    then the number of claims, the later source, the earlier entry.
    """
    return (
        max(_ORIGINS.get(telling.origin, 0) for telling in tellings),
        any(not telling.attributed_to for telling in tellings),
        sum(telling.count for telling in tellings),
        max(telling.last_stated for telling in tellings),
        -min(telling.position for telling in tellings),
    )


def claims_of(told: Sequence[Told]) -> list[str]:
    """Return the claims that told some values, each once."""
    return list(dict.fromkeys(claim for one in told for claim in one.telling.claims))


def _distinct(values: Sequence[Any], shown: Any) -> list[Any]:
    """Return the values that differ from the one shown, each once."""
    if not values or values == [shown]:
        return []
    seen = {canonical(shown)}
    found = []
    for value in values:
        mark = canonical(value)
        if mark not in seen:
            seen.add(mark)
            found.append(value)
    return found[:ALSO]


def _grouped(told: Sequence[Told], agree: Callable[[Any, Any], bool]) -> list[list[Told]]:
    """Return the tellings in groups that agree, the group of most weight first."""
    if len(told) == 1:
        return [list(told)]
    alike: dict[bytes, list[Told]] = {}
    for one in told:
        alike.setdefault(canonical(one.value), []).append(one)
    groups: list[list[list[Told]]] = []
    for same in alike.values():
        for group in groups:
            if all(agree(same[0].value, other[0].value) for other in group):
                group.append(same)
                break
        else:
            groups.append([same])
    flat = [[one for same in group for one in same] for group in groups]
    return sorted(flat, key=lambda group: weight([one.telling for one in group]), reverse=True)


def _settled(groups: list[list[Told]], best: Callable[[list[Told]], Any], disagree: bool) -> Merged:
    """Return the groups as one slot; `disagree` tells whether the lesser groups contradict the first."""
    first, rest = groups[0], groups[1:]
    value = best(first)
    also = _distinct([one.value for one in first], value)
    if not disagree:
        return Merged(value, claims_of(first), _distinct([*also, *(best(group) for group in rest)], value), [])
    conflicts = [{"value": best(group), "claims": claims_of(group)} for group in groups] if rest else []
    return Merged(value, claims_of(first), also, conflicts)


def _heaviest(group: list[Told]) -> Any:
    return max(group, key=lambda one: weight([one.telling])).value


def _same_value(a: Any, b: Any) -> bool:
    return str(a).casefold() == str(b).casefold()


def merge_value(field: Field, told: Sequence[Told]) -> Merged:
    """Return one value; the kinds that pages use for one act differ in wording and do not contradict each other."""
    if field.name == "kind":
        told = [one for one in told if one.value != "other"] or told
    return _settled(_grouped(told, _same_value), _heaviest, disagree=field.name != "kind")


def merge_date(_field: Field, told: Sequence[Told]) -> Merged:
    """Return the most precise date of those that agree."""
    readable = [one for one in told if dates.parsed(one.value) is not None]
    if not readable:
        return merge_value(_field, told)

    def best(group: list[Told]) -> Any:
        return max(group, key=lambda one: (dates.precision(one.value), weight([one.telling]))).value

    return _settled(_grouped(readable, dates.agree), best, disagree=True)


def _same_text(a: Any, b: Any) -> bool:
    one, two = content(str(a)), content(str(b))
    return one <= two or two <= one or same_telling(str(a), str(b))


def _same_name(a: Any, b: Any) -> bool:
    return people.agree(str(a), str(b)) > people.DIFFERENT or _same_text(a, b)


def _fullness(field: Field, one: Told) -> tuple[Any, ...]:
    """Return how full a form is: a canonical name of a profile first, titles without "draft", then the longer."""
    text = str(one.value)
    canonical_form = _ORIGINS.get(one.telling.origin, 0)
    if field.type == "person":
        spelt = sum(len(word) > 1 for word in text.replace(".", " ").replace("-", " ").split())
        return (spelt, canonical_form, one.telling.count, text)
    if field.name == "title":
        return (canonical_form, bare_title(text) == text, len(content(text)), one.telling.count, len(text), text)
    if field.type == "name":
        return (canonical_form, len(content(text)), one.telling.count, text)
    return (canonical_form, len(text), text)


def merge_fullest(field: Field, told: Sequence[Told]) -> Merged:
    """Return the fullest form; only names of people and places that are not one another's disagree."""
    written = [Told(one.telling, names(one.value)[0]) for one in told if names(one.value)]
    if not written:
        return merge_value(field, told)

    def best(group: list[Told]) -> Any:
        return max(group, key=lambda one: _fullness(field, one)).value

    named = field.type in ("name", "person")
    return _settled(_grouped(written, _same_name) if named else [written], best, disagree=True)


def merge_any(_field: Field, told: Sequence[Told]) -> Merged:
    """Return True where any telling says so."""
    saying = [one for one in told if one.value is True]
    return Merged(True, claims_of(saying), [], []) if saying else Merged(None, [], [], [])


def merge_latest(_field: Field, told: Sequence[Told]) -> Merged:
    """Return the value filed last."""
    last = max(told, key=lambda one: (_ORIGINS.get(one.telling.origin, 0), one.telling.position))
    return Merged(last.value, claims_of([last]), [], [])


def merge_union(field: Field, told: Sequence[Told]) -> Merged:
    """Return everything told, each once, in the order it was first told."""
    items: list[Any] = []
    for one in told:
        for item in one.value if isinstance(one.value, list | tuple) else [one.value]:
            _add(field, items, item)
    return Merged(items[:LISTED], claims_of(told), [], [])


def _add(field: Field, items: list[Any], item: Any) -> None:
    """Add an item to a list, or bring it together with the one that is the same."""
    if item in items:
        return
    for at, other in enumerate(items):
        if _same_item(field, other, item):
            items[at] = _joined(other, item)
            return
    items.append(item)


def _same_item(field: Field, a: Any, b: Any) -> bool:
    if a == b:
        return True
    one, two = names(a), names(b)
    if field.type in ("names", "people") and one and two:
        return people.agree(one[0], two[0]) > people.DIFFERENT
    if field.type == "texts" and one and two:
        return content(one[0]) == content(two[0]) and bool(content(one[0]))
    return False


def _joined(a: Any, b: Any) -> Any:
    """Return two forms of one item as one: the fuller name, and the office where either gives it."""
    if isinstance(a, dict) or isinstance(b, dict):
        one = a if isinstance(a, dict) else {"name": a}
        two = b if isinstance(b, dict) else {"name": b}
        both = {**two, **one}
        if one.get("name") and two.get("name"):
            both["name"] = _joined(one["name"], two["name"])
        return both
    return b if len(str(b)) > len(str(a)) else a


_RULES: dict[str, Callable[[Field, Sequence[Told]], Merged]] = {
    "value": merge_value,
    "fullest": merge_fullest,
    "date": merge_date,
    "union": merge_union,
    "any": merge_any,
    "latest": merge_latest,
}


def merged(field: Field, told: Sequence[Told]) -> Merged:
    """Return a slot's tellings brought together by the field's rule; `status` fields have rules of their own."""
    return _RULES[field.merge](field, told)
