"""What a register is: its fields, its key, what it shows. Tables, schemas, pages and docs derive from this alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from muniment.terms.vocabulary import CLOSED

__all__ = ["MERGES", "TYPES", "UNSORTED", "Field", "Lasting", "Register", "choice", "dated_caption"]

TYPES = {
    "text": "words, as written",
    "prose": "a longer text, as written",
    "name": "the name of a state, organisation, body or place",
    "person": "the name of a person, in its fullest form",
    "date": "ISO 8601, as precise as the text: YYYY, YYYY-MM or YYYY-MM-DD",
    "whole": "a whole number",
    "flag": "true, or left out",
    "choice": "one of a closed list",
    "names": "a list of names",
    "texts": "a list of texts",
    "topics": "a list of topics, by their labels in the scheme (docs/topics.md); a person may give words of their own",
    "people": "a list of `{name, office}`; the name alone where no office is given",
    "actions": "a list of `{action, date, by, to, place, planned}`",
    "numbers": "a list of `{of, comparator, value, unit}`",
    "blocks": "a list of `{kind, start, end}`, offsets in code points into `archived_text`",
}
"""Every type a field may have, in words for people."""

UNSORTED = frozenset({"prose", "blocks", "texts", "numbers"})
"""Types of field that no list is narrowed or sorted by: long or many-parted values."""

MERGES = {
    "value": "one value; pages that give another disagree",
    "fullest": "the fullest form; shorter forms and other spellings agree with it",
    "date": "the most precise date; a date outside it disagrees",
    "union": "everything told, each once",
    "any": "true where any page says so",
    "status": "the furthest stage, later statements first",
    "latest": "the value of the latest version, without disagreement",
}
"""Every way a field's tellings may be brought together, in words for people."""


class Field(msgspec.Struct, frozen=True):
    """One slot of a register.

    Attributes:
        name: the slot's name in the record format.
        label: what a table's head or a form calls it.
        type: a key of `TYPES`.
        help: what it holds, one or two sentences for people.
        merge: a key of `MERGES`.
        values: for `choice` (and the actions' names), the values it may take, in the order a person expects them.
    """

    name: str
    label: str
    type: str
    help: str
    merge: str = "value"
    values: tuple[str, ...] = ()


class Lasting(msgspec.Struct, frozen=True):
    """From when to when what a row tells of was so: what a register answers by when it is asked as of a day.

    Attributes:
        rule: the rule in words, for people: what starts it, what ends it, what leaves it uncertain.
        start: slot that gives the first day; `actions` for texts, which stand from the first act on.
        end: slot that gives the last day; empty where nothing but what follows ends it.
        one_day: without an end it lasted one day; else it goes on until an end is told.
        while_told: without an end it is certain only as long as pages tell of it; a profile's word holds on.
        term: slot that gives its length in years, for which it is certain without being told of again; empty for none.
        never: slot and value with which it was not so on any day.
        unsure: slot and value with which it is uncertain on every day.
        over: slot and value with which it was over by the first page that tells so.
        follows: gives from the slots what the row is one state of, and which; a later state of the same thing ends it,
            or, with `doubts`, leaves it uncertain. None where rows do not follow one another.
        doubts: what follows leaves it uncertain and does not end it.
    """

    rule: str
    start: str
    end: str = ""
    one_day: bool = False
    while_told: bool = False
    term: str = ""
    never: tuple[tuple[str, str], ...] = ()
    unsure: tuple[tuple[str, str], ...] = ()
    over: tuple[tuple[str, str], ...] = ()
    follows: Callable[[Mapping[str, Any]], tuple[tuple[str, ...], str] | None] | None = None
    doubts: bool = False


class Register(msgspec.Struct, frozen=True):
    """One register.

    Attributes:
        name: as in commands, addresses and the record format.
        label: its name for people, plural.
        singular: what one of its rows is called.
        about: one sentence on what one row is.
        fields: its slots, in the order of the record format.
        key: slots that together tell one row from another.
        required: groups of slots; a claim gives at least one slot of each group.
        columns: slots shown in a list, most telling first.
        caption: gives a row's title from its slots.
        filters: slots that a list can be narrowed by.
        dates: slots that place a row in time; the first that a row has sorts it.
        searched: slots whose words are found by full-text search.
        lasting: from when to when its rows were so; None for registers of things said or done, which just happened.
    """

    name: str
    label: str
    singular: str
    about: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    required: tuple[tuple[str, ...], ...]
    columns: tuple[str, ...]
    caption: Callable[[Mapping[str, Any]], str]
    filters: tuple[str, ...]
    dates: tuple[str, ...]
    searched: tuple[str, ...]
    lasting: Lasting | None = None

    def field(self, name: str) -> Field:
        """Return the field of that slot.

        Raises:
            KeyError: the register has no such slot.
        """
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    def date(self, slots: Mapping[str, Any]) -> str:
        """Return the date that places a row in time, ISO 8601, as precise as known; empty where none is."""
        for name in self.dates:
            value = slots.get(name)
            if isinstance(value, str) and value:
                return value
            if isinstance(value, list):
                dates = sorted(str(item["date"]) for item in value if isinstance(item, dict) and item.get("date"))
                if dates:
                    return dates[-1]
        return ""

    def missing(self, slots: Mapping[str, Any]) -> list[tuple[str, ...]]:
        """Return the groups of required slots of which the slots give none."""
        return [group for group in self.required if not any(slots.get(name) not in (None, "", []) for name in group)]


def choice(slot: str, label: str, help: str, order: str, merge: str = "value") -> Field:
    """Return a field of closed values, in the order given; `slot` is `register.slot`.

    Raises:
        ValueError: the order and the vocabulary differ.
    """
    register, _, name = slot.partition(".")
    values = tuple(order.split())
    if set(values) != CLOSED[register, name]:
        raise ValueError(f"{slot}: {set(values) ^ CLOSED[register, name]}")
    return Field(name, label, "actions" if name == "actions" else "choice", help, merge, values)


def dated_caption(title: str, date: Any) -> str:
    """Return a title with its date in brackets, where there is one."""
    return f"{title} ({date})" if date else title
