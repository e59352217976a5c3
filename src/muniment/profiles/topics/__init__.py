"""The scheme of topics: what meetings, instruments and statements are about, in a shallow tree, of no organisation."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

import msgspec

from muniment.errors import ProfileError

__all__ = ["LANGUAGES", "Scheme", "Topic", "read_scheme", "topics"]

LANGUAGES = frozenset({"en"})
"""Languages, ISO 639-1, that words may be given in: those that pages are read in."""

_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
_WORD = re.compile(r"(?=[^*]{3})[a-z0-9]+\*?(?: [a-z0-9]+\*?)*")
"""A word or phrase: its first three characters are given, so that few places of a text have to be looked at."""

_MATCH = re.compile(r"https?://\S+")


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A topic, or a group of them.

    Attributes:
        label: preferred English label, which a record carries.
        also: other English labels.
        broader: id of the topic or group that it belongs to; empty for a group.
        group: whether it is only for browsing: no record carries it.
        note: what belongs to it and what does not.
        words: ISO 639-1 code -> words and phrases that give it; `*` stands for any letters.
        unless: ISO 639-1 code -> phrases in which those words do not give it.
        exact: addresses of the same notion elsewhere.
        close: addresses of nearly the same notion elsewhere.
        gives: sentences that must get it.
        leaves: sentences that must not.
        id: lasting name, `terrorist-financing`; the table's key in the file.
    """

    label: str
    also: tuple[str, ...] = ()
    broader: str = ""
    group: bool = False
    note: str = ""
    words: dict[str, tuple[str, ...]] = {}
    unless: dict[str, tuple[str, ...]] = {}
    exact: tuple[str, ...] = ()
    close: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    id: str = ""


class Scheme(msgspec.Struct, frozen=True):
    """The topics in the file's order.

    Attributes:
        topics: id -> topic or group.
    """

    topics: dict[str, Topic]

    def label(self, name: str) -> str:
        """Return the preferred label of a topic called by any of its labels or its id; empty where none is."""
        asked = " ".join(name.split()).casefold()
        for topic in self.topics.values():
            if not topic.group and asked in (topic.id, *(label.casefold() for label in (topic.label, *topic.also))):
                return topic.label
        return ""

    def above(self, name: str) -> list[Topic]:
        """Return the topics that a topic belongs to, without groups, the widest first."""
        found: list[Topic] = []
        at = self.topics[name].broader
        while at and not self.topics[at].group:
            found.insert(0, self.topics[at])
            at = self.topics[at].broader
        return found


@functools.cache
def topics() -> Scheme:
    """Return the scheme that comes with Muniment; read once, about 10 ms."""
    return read_scheme((resources.files(__package__ or __name__) / "topics.toml").read_bytes(), "topics.toml")


def read_scheme(content: bytes, where: str) -> Scheme:
    """Return the scheme in a file's bytes.

    Raises:
        ProfileError: broken TOML, an unknown key, or a topic that does not hold; `where` is the file and the key.
    """
    try:
        raw = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise ProfileError(f"not TOML in UTF-8: {cause}", code="topics-not-toml", where=where) from cause
    found: dict[str, Topic] = {}
    for name, table in raw.items():
        found[name] = _topic(name, table, where)
    for name, what in _faults(found):
        raise ProfileError(
            what, code="topic-fault", where=f"{where}: {name}", hint="docs/topics.md says what a topic must have."
        )
    return Scheme(found)


def _topic(name: str, table: Any, where: str) -> Topic:
    try:
        return msgspec.structs.replace(msgspec.convert(table, Topic), id=name)
    except msgspec.ValidationError as cause:
        raise ProfileError(
            f"{cause}", code="topic-wrong", where=f"{where}: {name}", hint="docs/topics.md lists the keys."
        ) from cause


def _faults(found: Mapping[str, Topic]) -> Iterator[tuple[str, str]]:
    """Yield the id and the fault of every topic that does not hold."""
    named: dict[str, str] = {}
    for name, topic in found.items():
        if not _ID.fullmatch(name):
            yield name, "an id is of small letters and hyphens"
        for label in (topic.label, *topic.also):
            other = named.setdefault(label.casefold(), name)
            if other != name or not label.strip():
                yield name, f"the label {label!r} is empty or is one of {other} too"
        if len({label.casefold() for label in (topic.label, *topic.also)}) <= len(topic.also):
            yield name, "a label stands there twice"
        yield from ((name, what) for what in _place_faults(name, found))
        yield from ((name, what) for what in _word_faults(topic))


def _place_faults(name: str, found: Mapping[str, Topic]) -> Iterator[str]:
    """Yield what is wrong with where a topic stands in the tree."""
    topic = found[name]
    if topic.group:
        if topic.broader or topic.words or topic.unless:
            yield "a group stands at the top and has no words"
        return
    if topic.broader not in found:
        yield f"{topic.broader!r} is no topic that it could belong to"
    seen, at = {name}, topic.broader
    while at in found and not found[at].group:
        if at in seen:
            yield "it belongs to itself"
            return
        seen.add(at)
        at = found[at].broader


def _word_faults(topic: Topic) -> Iterator[str]:
    """Yield what is wrong with a topic's words, examples and addresses."""
    if not (topic.group or topic.words):
        yield "it has no words"
    if not topic.group and not (topic.gives and topic.leaves):
        yield "it needs a sentence that gives it and one that does not"
    for language, words in (*topic.words.items(), *topic.unless.items()):
        if language not in LANGUAGES:
            yield f"pages are not read in {language!r}"
        wrong = [word for word in words if not _WORD.fullmatch(word)]
        yield from (f"{word!r} is no phrase in small letters, three before the first star" for word in wrong)
        if len(set(words)) != len(words):
            yield "a word stands there twice"
    wrong = [address for address in (*topic.exact, *topic.close) if not _MATCH.fullmatch(address)]
    yield from (f"{address!r} is no address" for address in wrong)
