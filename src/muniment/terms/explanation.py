"""How a page was read, sentence by sentence: what was found in it, which rules fired, which were refused and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from muniment.terms.reading import Reading, Sentence

__all__ = [
    "CONSTRUCTION_MISSING", "ENTITY_KINDS", "EXPLANATION_VERSION", "REFUSALS", "Explanation", "Fired", "FoundEntity",
    "Refused", "Step",
]  # fmt: skip

EXPLANATION_VERSION = 1
"""Version of the shape of an explained sentence; raised when a reader of it has to change."""

ENTITY_KINDS = {
    "person": "a person, named or by their office",
    "body": "an organisation or body",
    "city": "a city",
    "date": "a date",
    "nationality": "the adjective of a state",
    "instrument": "an instrument",
    "office": "an office without its holder",
    "quoted": "a quoted title",
    "region": "a region",
    "state": "a state",
    "unit": "a named force or centre",
    "group": "a group of people or states",
}
"""Kind of entity -> what it is; the kinds that the rules' placeholders stand for."""

REFUSALS = {
    "needs": "a word that the construction cannot do without is not there",
    "start": "nothing that it could begin with is there",
    "pattern": "its trigger word is there, its construction is not",
    "denied": "the construction is there, and its words deny it",
    "possible": "the construction is there, and its words make it conditional or merely possible",
    "planned": "the construction is there, but as a plan, of which it makes no record",
    "unnamed": "the construction is there, but who or what it tells of is not named",
    "undated": "the construction is there, but neither a day nor a place that a record needs",
    "elsewhere": "the construction is there, and another rule or sentence tells it",
    "nothing": "the construction is there, but not all that a record needs",
    "settled": "it gave a telling that was left out when those of the page were put together",
}
"""The closed list of reasons why a rule whose trigger word stands in a sentence gave nothing, each in words."""

CONSTRUCTION_MISSING = ("needs", "start", "pattern")
"""The reasons of rules whose construction is not in the sentence; the others have a place in it."""


class FoundEntity(msgspec.Struct, frozen=True, omit_defaults=True):
    """Something that a sentence names.

    Attributes:
        kind: a key of `ENTITY_KINDS`.
        start: code points, 0-based, into `Page.text`.
        end: code points, half-open.
        text: as written, blanks folded.
        name: what it stands for: the full name, the office's holder, the title; of a date ISO 8601, empty where the
            page does not say enough.
        of: the organisation or state that it belongs to; empty where that is not known.
        until: the last of an interval of dates, ISO 8601; empty for a single date.
        how: what supplied a date's year or meaning, in words; empty for what is no date.
    """

    kind: str
    start: int
    end: int
    text: str
    name: str = ""
    of: str = ""
    until: str = ""
    how: str = ""


class Fired(msgspec.Struct, frozen=True, omit_defaults=True):
    """A telling that a rule made of a sentence.

    Attributes:
        rule: its name.
        start: where what bears it out begins; code points, 0-based, into `Page.text`.
        end: where that ends; code points, half-open.
        register: which register it is for.
        slots: what it gave, before the tellings of the page were put together; what the claim says, where it was read
            in several sentences together.
        speaker: who tells of it, where only a speaker does; else empty.
        claims: ids of the page's claims that it became part of.
    """

    rule: str
    start: int
    end: int
    register: str
    slots: dict[str, Any]
    speaker: str = ""
    claims: tuple[str, ...] = ()


class Refused(msgspec.Struct, frozen=True, omit_defaults=True):
    """A rule whose trigger word stands in a sentence and that gave it nothing.

    Attributes:
        rule: its name.
        reason: a key of `REFUSALS`.
        start: where its construction begins; code points, 0-based, into `Page.text`; -1 where it is not there.
        end: where that ends; code points, half-open; -1 where it is not there.
        slots: what it gave, where that was left out for the reason `settled`; else empty.
    """

    rule: str
    reason: str
    start: int = -1
    end: int = -1
    slots: dict[str, Any] = {}


class Step(msgspec.Struct, frozen=True):
    """One sentence of a page and how it was read.

    Attributes:
        number: counted from 1 in the order of the text.
        text: the sentence, to the letter.
        block: kind of block it stands in.
        sentence: where it stands and what became of it.
        speaker: in whose quoted words it stands; empty outside all.
        pronoun: whom "he" or "she" means where one of them stands here and no person is named before; empty elsewhere.
        entities: what it names, in order.
        fired: what rules made of it, then what was read in it together with other sentences.
        refused: the rules that were tried and gave nothing.
    """

    number: int
    text: str
    block: str
    sentence: Sentence
    speaker: str = ""
    pronoun: str = ""
    entities: tuple[FoundEntity, ...] = ()
    fired: tuple[Fired, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of the page's claims that rest on it, each once."""
        return tuple(dict.fromkeys(claim for one in self.fired for claim in one.claims))


class Explanation(msgspec.Struct, frozen=True):
    """The reading of a page with how it came about.

    Attributes:
        reading: the very reading that `read` gives of the page.
        date: the date the page speaks at, ISO 8601; empty where it cannot be told.
        home: canonical name of the organisation the page speaks from; empty where none is found.
        steps: its sentences, in order.
    """

    reading: Reading
    date: str
    home: str
    steps: tuple[Step, ...]

    def records(self) -> Iterator[dict[str, Any]]:
        """Yield each sentence as one object of the shape that `EXPLANATION_VERSION` names."""
        reading = self.reading
        page = {
            "version": EXPLANATION_VERSION, "source": reading.source, "document": reading.document,
            "language": reading.language, "reader": reading.reader, "date": self.date, "home": self.home,
        }  # fmt: skip
        for step in self.steps:
            sentence = step.sentence
            yield {
                **page, "number": step.number, "block": step.block, "start": sentence.start, "end": sentence.end,
                "text": step.text, "status": sentence.status, "reason": sentence.reason,
                "rules": list(sentence.rules), "speaker": step.speaker, "pronoun": step.pronoun,
                "entities": [msgspec.to_builtins(one) for one in step.entities],
                "fired": [msgspec.to_builtins(one) for one in step.fired],
                "refused": [msgspec.to_builtins(one) for one in step.refused],
            }  # fmt: skip
