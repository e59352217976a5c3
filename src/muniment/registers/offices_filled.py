"""Offices that were to be filled and standings that were to be given: what tenures and relations tell of that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from muniment.registers.bearing import Found
from muniment.registers.identity.offices import office_words, same_office, same_organization
from muniment.registers.identity.words import acronyms, content, folded, initials
from muniment.registers.row import Row
from muniment.registers.values import names
from muniment.rules.promises import Act

__all__ = ["OfficesFilled", "StandingsGiven"]


class OfficesFilled:
    """Tenures, each under the word of its office that it is found by."""

    def __init__(self, tenures: Iterable[Row]) -> None:
        """Take the register's rows."""
        self._tenures: dict[str, list[Row]] = {}
        for row in tenures:
            words = office_words(str(row.slots.get("office") or ""))
            if words:
                self._tenures.setdefault(max(words), []).append(row)

    def of(self, row: Row, text: str, made: str, part: str, act: Act) -> Iterator[Found]:
        """Yield the appointments to the office that a commitment names."""
        office = _office_named(text, act)
        near = {id(one): one for word in office_words(office) for one in self._tenures.get(word, ())}
        for one in near.values():
            basis, date = str(one.slots.get("basis") or ""), str(one.slots.get("start") or one.first_stated)
            held = str(one.slots.get("office") or ""), str(one.slots.get("organization") or "")
            if basis not in act.done or not date > made or not same_office((office, ""), held):
                continue
            doubt = "in an acting capacity" if one.slots.get("acting") else ""
            if not any(_of_one_house(held[1], name) for name in (office, *names(row.slots.get("actor")))):
                doubt = "the office may be that of others"
            yield Found(
                "fulfils", part, one.register, one.id, f"{one.slots.get('person')}: {basis} {held[0]} of {held[1]}",
                date, bool(one.slots.get("start")), one.first_stated, tuple(one.given_by.get("basis", ())),
                sure=not doubt, doubt=doubt,
            )  # fmt: skip


_KINDS = {"observer": "observer", "partner": "partner", "membership": "member"}
"""Kind of relation -> the word an undertaking to give it has."""


class StandingsGiven:
    """Relations, each under a word of who stands in it."""

    def __init__(self, relations: Iterable[Row]) -> None:
        """Take the register's rows."""
        self._relations: dict[str, list[Row]] = {}
        for row in relations:
            words = content(str(row.slots.get("subject") or ""))
            if words and row.slots.get("kind") in _KINDS:
                self._relations.setdefault(max(words), []).append(row)

    def of(self, row: Row, text: str, made: str, part: str, act: Act) -> Iterator[Found]:
        """Yield the standings given since to whom a commitment names."""
        words = content(text)
        near = {id(one): one for word in words for one in self._relations.get(word, ())}
        for one in near.values():
            subject, kind, state = (str(one.slots.get(slot) or "") for slot in ("subject", "kind", "state"))
            date = str(one.slots.get("date") or one.first_stated)
            if state not in act.done or not date > made or not content(subject) | {_KINDS[kind]} <= words:
                continue
            of = str(one.slots.get("object") or "")
            ours = any(_of_one_house(of, name) for name in names(row.slots.get("actor")))
            exact, doubt = bool(one.slots.get("date")), "" if ours else "the standing may be with others"
            yield Found(
                "fulfils", part, one.register, one.id, f"{subject}: {kind} of {of} {state}", date, exact,
                one.first_stated, tuple(one.given_by.get("state", ())), sure=not doubt, doubt=doubt,
            )  # fmt: skip


def _office_named(text: str, act: Act) -> str:
    """Return the office that an undertaking to fill one names: what stands between the verb and the circumstances."""
    verbs = "|".join(map(re.escape, act.words))
    found = re.search(rf"\b(?:{verbs}) (?:an? |the |its |new )*(?P<office>[^,;.]+)", text, re.IGNORECASE)
    return _CIRCUMSTANCES.split(found.group("office"))[0] if found else ""


_CIRCUMSTANCES = re.compile(r" (?:at|by|in|before|until|from|on|during|within|no later) ")
"""What opens the where and when of an undertaking."""


@lru_cache(maxsize=4096)
def _of_one_house(organization: str, name: str) -> bool:
    """Whether an office or body belongs to an organisation by its name: it says it, in full or by its initials."""
    said = content(organization) - acronyms(organization)
    return (
        same_organization(organization, name)
        or said <= content(name)
        or bool(initials(organization) & frozenset(folded(name)))
    )
