"""What follows from all rows, worked out once for a head and a day, and then read page by page."""

from __future__ import annotations

import contextvars
import datetime
import hashlib
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from muniment.facade.opened import OpenRecord
from muniment.facade.renewing import LAGS, Lag, Renewals

if TYPE_CHECKING:
    from muniment.stacks.kept import Answer, AnswerKey, Item, KeptAnswers

__all__ = ["Answering", "Kept", "Question", "rules_of_today"]

T = TypeVar("T")

_DEAR_SECONDS = 0.05
"""Seconds of the processor: what took longer, or follows from what did, is kept in the file beside the record, for
other processes too; the rest in memory, and is worked out while a reader waits (judgement: a page shows several)."""

_STANDS_FOR = datetime.timedelta(days=7)
"""How much older than the day asked of an answer may be that is shown while that day's is worked out (judgement)."""

_AT_ONCE = 500
"""Things read at a time where somebody asks for all of them."""

_BESIDE = "-answers"
"""What is added to the record's name for the file of what was worked out."""

_CODE = ("terms", "rules", "registers", "clerk", "facade", "stacks", "profiles")
"""Parts of the package that answers depend on."""


class Question(msgspec.Struct, frozen=True):
    """Something asked of all rows.

    Attributes:
        name: what it is kept under.
        type: of each thing of the answer; where parts have things of different types, part -> type.
        part: gives the part of the answer that a thing stands in; one part for all where it is None.
        about: gives the id of what a thing is about; nothing where it is None.
        tags: gives the words a thing is found by.
        of_names: whether those words are names, of which some may be one with a name asked after (`Answering.bound`).
        sort: gives what things are ordered by within each part; as they come where it is None.
        descending: the greatest come first.
        order: of the parts; those not named come last, as they come.
    """

    name: str
    type: Any
    part: Callable[[Any], str] | None = None
    about: Callable[[Any], str] | None = None
    tags: Callable[[Any], Iterable[str]] | None = None
    of_names: bool = False
    sort: Callable[[Any], Any] | None = None
    descending: bool = False
    order: Sequence[str] = ()

    def items(self, found: Iterable[Any]) -> Iterator[Item]:
        """Yield things as they are kept."""
        from muniment.stacks.kept import Item

        encode, sort = msgspec.json.Encoder().encode, self.sort
        turns = list(enumerate(found))
        if sort is not None:
            turns.sort(key=lambda pair: sort(pair[1]), reverse=self.descending)
        for turn, one in turns:
            yield Item(
                self.part(one) if self.part else "", turn, self.about(one) if self.about else "",
                tuple(self.tags(one)) if self.tags else (), encode(one),
            )  # fmt: skip


class Kept(Generic[T]):
    """An answer as it is kept: how much there is of it, and any of it.

    Attributes:
        counts: part -> how many things it has.
    """

    def __init__(self, answer: Answer, question: Question) -> None:
        """Take an answer, and the question it answers."""
        self._answer = answer
        self._question = question
        self._type = question.type
        order = {part: place for place, part in enumerate(question.order)}
        self._parts = sorted(answer.counts, key=lambda part: order.get(part, len(order)))
        self.counts = {part: answer.counts[part] for part in self._parts}

    def __len__(self) -> int:
        """Return how many things there are."""
        return sum(self.counts.values())

    def __iter__(self) -> Iterator[T]:
        """Yield everything in the order in which it was worked out."""
        for start in range(0, len(self), _AT_ONCE):
            yield from self.in_turn(start, _AT_ONCE)

    def in_turn(self, offset: int, limit: int) -> list[T]:
        """Return some things in the order in which they were worked out."""
        return self._decoded(self._answer.in_turn(offset, limit))

    def some(self, offset: int, limit: int, part: str = "") -> list[T]:
        """Return some things of a part, or, where none is named, of all of them one after another."""
        found: list[T] = []
        for name in [part] if part else self._parts:
            there = self.counts.get(name, 0)
            if offset < there and len(found) < limit:
                bodies = self._answer.some(name, offset, limit - len(found))
                found += self._decoded((name, body) for body in bodies)
            offset = max(0, offset - there)
        return found

    def total(self, part: str = "") -> int:
        """Return how many things a part has, or, where none is named, the answer."""
        return self.counts.get(part, 0) if part else len(self)

    def every(self, part: str = "") -> list[T]:
        """Return all things of a part, or of the answer, in the order in which it was worked out."""
        return self.some(0, self.total(part), part) if part else list(self)

    def about(self, name: str) -> list[T]:
        """Return what is about a row, or whatever else things are about."""
        return self._decoded(self._answer.about(name))

    def _decoded(self, told: Iterable[tuple[str, bytes]]) -> list[T]:
        many = isinstance(self._type, Mapping)
        return [msgspec.json.decode(body, type=self._type[part] if many else self._type) for part, body in told]

    def subjects(self, beginning: str) -> list[str]:
        """Return what begins so, of all that things are about; at most five."""
        return self._answer.subjects(beginning)

    def tags(self) -> list[tuple[str, int]]:
        """Return the words that things are found by and how many have each, the most frequent first."""
        return self._answer.tags()

    def tags_with(self, keys: Collection[str]) -> list[str]:
        """Return the words that things are found by, of those that have any of some keys (`identity.offices`)."""
        return self._answer.tags_with(keys)

    def tagged(self, tags: Collection[str], least: int = 1, most: int = -1) -> list[T]:
        """Return what has so many of the words at least, as it was worked out; at most so much, where not negative."""
        return self._decoded(self._answer.tagged(tags, least, most))

    def more(self, type: type[Any]) -> Any:
        """Return what else belongs to the answer."""
        return msgspec.json.decode(self._answer.more, type=type)


class Answering(OpenRecord):
    """Keeps what follows from all rows for a head, a day and rules; for others it is worked out anew.

    What took long is worked out anew while the last answer is shown, to those who let it (`LAGS`), and told as such.
    """

    def __init__(self, path: str | Path, settings: Any = None) -> None:
        """Take a record's file."""
        super().__init__(path, settings)
        self._answers_guard = threading.Lock()
        self._working_out: dict[str, threading.RLock] = {}
        self._in_memory: KeptAnswers | None = None
        self._in_file: KeptAnswers | None = None
        self._renewals = Renewals()
        self._all_lasts = False

    def close(self) -> None:
        """Close the files."""
        self._renewals.stop()
        for kept in (self._in_memory, self._in_file):
            if kept is not None:
                kept.close()
        self._in_memory = self._in_file = None
        super().close()

    def kept(self, question: Question, day: str, work_out: Callable[[], tuple[Iterable[Any], Any]]) -> Kept[Any]:
        """Return an answer, worked out unless it is kept for the ledger's head, the day and the rules of today.

        Args:
            question: what is asked.
            day: ISO 8601, on which it is asked; empty where the answer is the same on every day.
            work_out: gives the things of the answer, and what else belongs to it.

        Raises:
            Stale: the registers do not follow the ledger.
        """
        from muniment.stacks.kept import AnswerKey

        stores = self._rows()
        with stores.snapshot():
            key = AnswerKey(question.name, str(stores.ledger.head()), day, rules_of_today())
            answer = self._found(key) or self._lagging(key, lambda: self.kept(question, day, work_out))
            if answer is None:
                with self._alone(question.name):
                    answer = self._found(key) or self._worked_out(key, question, work_out)
        if answer.lasting and (used := _FROM_FILE.get(None)) is not None:
            used.append(question.name)
        return Kept(answer, question)

    def _alone(self, name: str) -> threading.RLock:
        with self._answers_guard:
            return self._working_out.setdefault(name, threading.RLock())

    def _lagging(self, key: AnswerKey, renew: Callable[[], Any]) -> Answer | None:
        """Return an earlier answer where this visitor may be shown one, and have it worked out anew meanwhile."""
        lags = LAGS.get()
        if lags is None:
            return None
        _, file = self._shelves()
        found = file.find_earlier(key, _days_before(key.day)) if file is not None else None
        if found is None:
            return None
        answer, of = found
        lags.append(Lag(key.name, int(of.head.partition(":")[0]), of.day if of.day != key.day else ""))
        self._renewals.renew(key.name, lambda: self._renewals.beside(self.path, key.name, key.day) or renew())
        return answer

    @staticmethod
    def bound(kept: Kept[Any], name: str) -> list[str]:
        """Return the words that things are found by which are one with the name of a state, body or organisation."""
        from muniment.registers.identity.offices import keys_asked, same_organization

        keys = keys_asked(name)
        near = kept.tags_with(keys) if keys is not None else [tag for tag, _ in kept.tags()]
        return [tag for tag in near if same_organization(tag, name)]

    def _found(self, key: AnswerKey) -> Answer | None:
        memory, file = self._shelves()
        return memory.find(key) or (file.find(key) if file is not None else None)

    def _shelves(self) -> tuple[KeptAnswers, KeptAnswers | None]:
        """Return where answers are kept: in memory, and in the file beside the record, if there is one yet."""
        from muniment.stacks.kept import KeptAnswers

        with self._answers_guard:
            if self._in_memory is None:
                self._in_memory = KeptAnswers(None)
            if self._in_file is None and not self.known_at and self._beside.exists():
                self._in_file = KeptAnswers(self._beside)
            return self._in_memory, self._in_file

    @property
    def _beside(self) -> Path:
        return self.path.with_name(self.path.name + _BESIDE)

    def _worked_out(
        self, key: AnswerKey, question: Question, work_out: Callable[[], tuple[Iterable[Any], Any]]
    ) -> Answer:
        from muniment.registers.identity.offices import name_keys
        from muniment.stacks.kept import KeptAnswers

        started = time.thread_time()
        things, more, used = contextvars.copy_context().run(_worked_out_now, work_out)
        shelf, file = self._shelves()
        dear = self._all_lasts or used or time.thread_time() - started > _DEAR_SECONDS
        if dear and not self.known_at:
            shelf = self._in_file = file or KeptAnswers(self._beside)
        keys_of = name_keys if question.of_names else None
        return shelf.keep(key, question.items(things), msgspec.json.encode(more), keys_of)


_FROM_FILE: ContextVar[list[str]] = ContextVar("from_file")
"""Answers out of the file that something was worked out from: it is as dear as they are."""


def _worked_out_now(work_out: Callable[[], tuple[Iterable[Any], Any]]) -> tuple[list[Any], Any, list[str]]:
    """Return what is worked out with nothing in it that lags, and the answers out of the file that went into it."""
    LAGS.set(None)
    used: list[str] = []
    _FROM_FILE.set(used)
    things, more = work_out()
    return list(things), more, used


def _days_before(day: str) -> str:
    """Return the first day whose answer may stand for that of a day; empty where all days have one answer."""
    if not day:
        return ""
    return (datetime.date.fromisoformat(day) - _STANDS_FOR).isoformat()


@cache
def rules_of_today() -> str:
    """Return a hash of the code that answers follow from, so that none outlives a change of it."""
    found = hashlib.sha256()
    package = files("muniment")
    for part in _CODE:
        for name, content in sorted(_sources(package / part, part)):
            found.update(f"{name} {len(content)}\n".encode() + content)
    return found.hexdigest()


def _sources(folder: Traversable, place: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a part of the package with their names."""
    for one in folder.iterdir():
        if one.is_dir():
            yield from _sources(one, f"{place}/{one.name}")
        elif one.name.endswith((".py", ".toml")):
            yield f"{place}/{one.name}", one.read_bytes()
