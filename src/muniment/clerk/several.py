"""Reading many pages, in one process or in several: what comes of them is in order and the same either way."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from muniment.clerk.read import read_document
from muniment.errors import MunimentError, UsageError
from muniment.profiles import LoadedProfile, world
from muniment.reading import Reader
from muniment.terms import Explanation, Page, Reading

__all__ = ["explain_all", "read_all", "read_all_documents", "require_jobs"]

_CHUNK = 25
"""Pages sent to a process at once: about a second's reading, so that sending costs little and no process waits long."""
_WAITING = 2
"""Chunks on their way for each process, so that memory stays bounded however many pages there are."""

Given = Page | MunimentError

Come = TypeVar("Come", Reading, Explanation)
"""What comes of a page: its reading, or that with how it came about."""

Verb = Callable[[Reader, Page], Come]

_readers: list[Reader] = []
"""The reader of a working process, made once by `_begin`."""


def read_all(
    items: Iterable[Given], profiles: Sequence[LoadedProfile], jobs: int = 1
) -> Iterator[Reading | MunimentError]:
    """Yield the reading of each page in order, or the error in place of a page that gave none.

    Args:
        items: pages, and errors in place of pages, which are passed on.
        profiles: whose names are read with.
        jobs: processes that read; with 1, this one does.

    Raises:
        UsageError: fewer than one job.
        MunimentError: a process that reads came to an end.
    """
    return _each(Reader.read, items, profiles, jobs)


def read_all_documents(
    items: Iterable[Given], profiles: Sequence[LoadedProfile], jobs: int
) -> Iterator[Reading | MunimentError]:
    """Yield the reading of each page as it is filed, in order, or the error in its place; as `read_all`."""
    return _each(read_document, items, profiles, jobs)


def explain_all(
    items: Iterable[Given], profiles: Sequence[LoadedProfile], jobs: int = 1
) -> Iterator[Explanation | MunimentError]:
    """Yield the explanation of each page in order, or the error in place of a page that gave none; as `read_all`."""
    return _each(Reader.explain, items, profiles, jobs)


def _each(
    verb: Verb[Come], items: Iterable[Given], profiles: Sequence[LoadedProfile], jobs: int
) -> Iterator[Come | MunimentError]:
    require_jobs(jobs)
    if jobs == 1:
        reader = Reader(profiles, world())
        for item in items:
            yield _one(verb, reader, item)
        return
    source = iter(items)
    # processes are started afresh: a copy of this one could hold locks that its threads have taken
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(tuple(profiles), gc.get_threshold()))
    try:
        waiting: deque[Future[list[Come | MunimentError]]] = deque()
        while chunk := list(itertools.islice(source, _CHUNK)):
            waiting.append(_sent(pool, verb, chunk))
            if len(waiting) >= jobs * _WAITING:
                yield from _back(waiting.popleft())
        while waiting:
            yield from _back(waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _sent(pool: ProcessPoolExecutor, verb: Verb[Come], chunk: Sequence[Given]) -> Future[list[Come | MunimentError]]:
    try:
        return pool.submit(_chunk, verb, chunk)
    except BrokenProcessPool as cause:
        raise _died() from cause


def _back(sent: Future[list[Come | MunimentError]]) -> list[Come | MunimentError]:
    try:
        return sent.result()
    except BrokenProcessPool as cause:
        raise _died() from cause


def _died() -> MunimentError:
    return MunimentError(
        "a process that reads pages came to an end before it was done", code="reader-died", where="jobs",
        hint="Something else ended it, or memory ran out. Run it again, with fewer jobs: what was filed is kept.",
    )  # fmt: skip


def require_jobs(jobs: int) -> None:
    """Check that some process is to read.

    Raises:
        UsageError: fewer than one.
    """
    if jobs < 1:
        raise UsageError(f"{jobs} processes cannot read.", code="no-jobs", where="jobs", hint="Give 1 or more.")


def _one(verb: Verb[Come], reader: Reader, item: Given) -> Come | MunimentError:
    """Return what comes of a page, or the error that it gave or came as."""
    if isinstance(item, MunimentError):
        return item
    try:
        return verb(reader, item)
    except MunimentError as error:
        return error


def _begin(profiles: tuple[LoadedProfile, ...], seldom: tuple[int, int, int]) -> None:
    """Make the reader of a working process, which looks for cycles of objects as often as the one that began it."""
    gc.set_threshold(*seldom)
    _readers[:] = [Reader(profiles, world())]


def _chunk(verb: Verb[Come], items: Sequence[Given]) -> list[Come | MunimentError]:
    return [_one(verb, _readers[0], item) for item in items]
