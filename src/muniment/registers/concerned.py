"""Which meetings concern a member: those it is named in, and those of the bodies of organisations it belongs to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from muniment.registers import REGISTERS
from muniment.registers.identity.offices import same_organization, state_words
from muniment.registers.identity.words import acronyms, content, unbracketed
from muniment.registers.row import Row
from muniment.registers.values import names

__all__ = ["Concern", "MemberConcern", "concern", "concerns", "members"]


class Concern(msgspec.Struct, frozen=True):
    """What a member is concerned by.

    Attributes:
        member: its name.
        bodies: the organisations it is told to belong to, with their bodies and the bodies of those.
    """

    member: str
    bodies: frozenset[str]

    def of(self, slots: Mapping[str, Any]) -> str:
        """Return why a meeting concerns the member: `named` in it, `member` of the body that meets; else empty."""
        bodies = names(slots.get("bodies"))
        if any(same_organization(name, self.member) for name in (*bodies, *names(slots.get("participants")))):
            return "named"
        people = slots.get("participants")
        offices = [str(one.get("office") or "") for one in people or () if isinstance(one, dict)]
        whole = _whole(self.member)
        if any(whole.search(told) for told in (*offices, *names(slots.get("participants")))):
            return "named"
        return "member" if any(body in self.bodies for body in bodies) else ""


def members(relations: Iterable[Row]) -> list[str]:
    """Return every state or organisation told to be a member of something, in order of name."""
    found = {
        str(row.slots["subject"])
        for row in relations
        if row.slots.get("kind") == "membership" and row.slots.get("state") == "in_force" and row.slots.get("subject")
    }
    return sorted(found)


def concern(member: str, bodies: Iterable[Row], relations: Iterable[Row]) -> Concern:
    """Return what a member is concerned by, as the registers of bodies and relations tell."""
    told = _joined(relations)
    joined = {one for subject, ones in told.items() if same_organization(subject, member) for one in ones}
    return Concern(member, _reached(joined, _parts(bodies)))


def _joined(relations: Iterable[Row]) -> dict[str, set[str]]:
    """Return who is told to belong to something -> what."""
    found: dict[str, set[str]] = {}
    for row in relations:
        if row.slots.get("kind") == "membership" and row.slots.get("state") == "in_force" and row.slots.get("object"):
            found.setdefault(str(row.slots.get("subject") or ""), set()).add(str(row.slots["object"]))
    return found


def _parts(bodies: Iterable[Row]) -> dict[str, list[str]]:
    """Return what has bodies -> their names."""
    found: dict[str, list[str]] = {}
    for row in bodies:
        if row.slots.get("name") and row.slots.get("parent"):
            found.setdefault(str(row.slots["parent"]), []).append(str(row.slots["name"]))
    return found


def _reached(joined: Iterable[str], parts: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Return organisations with their bodies and the bodies of those."""
    found, left = set(joined), list(joined)
    while left:
        further = [name for name in parts.get(left.pop(), ()) if name not in found]
        found.update(further)
        left += further
    return frozenset(found)


class MemberConcern(msgspec.Struct, frozen=True):
    """What a member is concerned by, and how many meetings with a date concern it in each month, or year."""

    concern: Concern
    months: dict[str, int]


def concerns(
    names_asked: Iterable[str], meetings: Iterable[Row], bodies: Iterable[Row], relations: Iterable[Row]
) -> list[MemberConcern]:
    """Return what each of some members is concerned by, in the order asked; the meetings are gone through once."""
    asked = list(dict.fromkeys(names_asked))
    near, parts = _Named(asked), _parts(bodies)
    joined: dict[str, set[str]] = {name: set() for name in asked}
    for subject, organizations in _joined(relations).items():
        for member in near.one_with(subject):
            joined[member] |= organizations
    found = {member: Concern(member, _reached(own, parts)) for member, own in joined.items()}
    of_body: dict[str, list[str]] = {}
    for member, one in found.items():
        for body in one.bodies:
            of_body.setdefault(body, []).append(member)
    months: dict[str, Counter[str]] = {member: Counter() for member in asked}
    date = REGISTERS["meetings"].date
    for row in meetings:
        if day := date(row.slots):
            own = (of_body.get(body, ()) for body in names(row.slots.get("bodies")))
            for member in near.named_in(row.slots).union(*own):
                months[member][day[:7]] += 1
    return [MemberConcern(found[member], dict(sorted(months[member].items()))) for member in asked]


class _Named:
    """Which of some members names and offices name: those alone are compared that may be one."""

    def __init__(self, members: Iterable[str]) -> None:
        self._members = list(members)
        self._short: list[str] = []
        self._by_word: dict[str, list[str]] = {}
        self._by_first: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        for name in self._members:
            words = state_words(name) | content(unbracketed(name))
            for word in words:
                self._by_word.setdefault(word, []).append(name)
            if acronyms(name) or not words:
                self._short.append(name)  # may be one with a name that shares no word with it
            first = _FIRST.search(name)
            self._by_first.setdefault(first[0] if first else "", []).append((name, _whole(name)))
        self._one_with: dict[str, frozenset[str]] = {}
        self._told_in: dict[str, frozenset[str]] = {}

    def one_with(self, name: str) -> frozenset[str]:
        """Return the members that are one with a name."""
        found = self._one_with.get(name)
        if found is None:
            words = state_words(name) | content(unbracketed(name))
            near = self._members if acronyms(name) else {one for word in words for one in self._by_word.get(word, ())}
            found = frozenset(one for one in (*near, *self._short) if same_organization(name, one))
            self._one_with[name] = found
        return found

    def told_in(self, text: str) -> frozenset[str]:
        """Return the members whose names stand in a text."""
        found = self._told_in.get(text)
        if found is None:
            near = (one for word in ("", *_FIRST.findall(text)) for one in self._by_first.get(word, ()))
            found = self._told_in[text] = frozenset(name for name, whole in near if whole.search(text))
        return found

    def named_in(self, slots: Mapping[str, Any]) -> frozenset[str]:
        """Return the members that a meeting names, as `Concern.of` has it."""
        people = slots.get("participants")
        told = names(people)
        offices = [str(one.get("office") or "") for one in people or () if isinstance(one, dict)]
        same = (self.one_with(name) for name in (*names(slots.get("bodies")), *told))
        return _NOBODY.union(*same, *(self.told_in(text) for text in (*offices, *told)))


_FIRST = re.compile(r"\w+")
_NOBODY: frozenset[str] = frozenset()


def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
