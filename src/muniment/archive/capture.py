"""Paths and addresses to captures: each page's bytes with where they came from, or the one error that says why not.

A job never stops at a page that cannot be had: the error takes the page's place and the rest goes on.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from muniment.archive.containers import CONTAINERS, contained
from muniment.archive.page_bytes import MAX_BYTES, SUFFIXES, Capture, too_large, unreadable
from muniment.archive.web import Fetcher, is_address, page_in
from muniment.errors import CaptureError

__all__ = ["Intake", "captures"]


class Intake:
    """The captures of some paths, as often as they are asked for: `Intake(paths)()` walks them once.

    Standard input ("-") and web addresses are read once and kept, because marking furniture takes two passes over the
    same pages.

    Args:
        paths: files, folders, "-" for standard input, and addresses of web pages.
        stdin: what "-" reads.
        fetcher: asks for web pages; without it an address is an error.
    """

    def __init__(
        self, paths: Sequence[str | Path], stdin: BinaryIO | None = None, fetcher: Fetcher | None = None
    ) -> None:
        """Take note of the paths; nothing is opened yet."""
        self._paths = list(dict.fromkeys(str(path) for path in paths))
        self._stdin = stdin
        self._standard_input: bytes | None = None
        self._fetcher = fetcher
        self._fetched: dict[str, Capture | CaptureError] = {}

    def __call__(self) -> Iterator[Capture | CaptureError]:
        """Yield every capture in order: paths as given, folders by name, one error for each page that gives none."""
        for path in self._paths:
            if path == "-":
                yield self._from_standard_input()
            elif is_address(path):
                yield self._from_the_web(path)
            else:
                yield from map(_with_plain_source, _walk(path))

    def _from_standard_input(self) -> Capture | CaptureError:
        if self._standard_input is None:
            if self._stdin is None:
                return CaptureError("no standard input to read", code="no-input", where="-", hint="Pipe a page in.")
            self._standard_input = self._stdin.read(MAX_BYTES + 1)
        try:
            return Capture.of("-", self._standard_input)
        except CaptureError as error:
            return error

    def _from_the_web(self, address: str) -> Capture | CaptureError:
        if address not in self._fetched:
            try:
                if self._fetcher is None:
                    raise CaptureError("web pages are not fetched here", code="no-fetching", where=address)
                self._fetched[address] = page_in(self._fetcher.fetch(address))
            except CaptureError as error:
                self._fetched[address] = error
        return self._fetched[address]


def captures(paths: Sequence[str | Path], stdin: BinaryIO | None = None) -> Iterator[Capture | CaptureError]:
    """Yield the captures of paths: files, folders (recursive, sorted) and "-" for standard input.

    A page that cannot be had yields the `CaptureError` that says why, and the rest goes on.
    """
    return Intake(paths, stdin)()


def _with_plain_source(item: Capture | CaptureError) -> Capture | CaptureError:
    """Return a capture whose source can be written down: bytes of a file's name that are no UTF-8 become `%FF`.

    Python reads such bytes as lone surrogates (PEP 383), which no file, database or terminal takes.
    """
    source = item.source if isinstance(item, Capture) else item.where
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        plain = "".join(_plain(letter) for letter in source)
        if isinstance(item, Capture):
            return msgspec.structs.replace(item, source=plain)
        return CaptureError(item.what, code=item.code, where=plain, hint=item.hint)
    return item


def _plain(letter: str) -> str:
    """Return a letter of a file's name that is not UTF-8 as it can be written down."""
    code = ord(letter)
    if 0xDC80 <= code <= 0xDCFF:
        return f"%{code - 0xDC00:02X}"
    return "%25" if letter == "%" else "\ufffd" if 0xD800 <= code <= 0xDFFF else letter


def _walk(path: str) -> Iterator[Capture | CaptureError]:
    if not os.path.isdir(path):
        yield from _file(path)
        return
    found = False
    for item in _pages_below(path):
        found = True
        if isinstance(item, CaptureError):
            yield item
        else:
            yield from _file(item)
    if not found:
        yield CaptureError(
            "a folder with no page in it", code="no-pages", where=path,
            hint=f"Pages are files that end in {', '.join(sorted((*SUFFIXES, *CONTAINERS)))}.",
        )  # fmt: skip


def _pages_below(folder: str) -> Iterator[str | CaptureError]:
    """Yield the page files of a folder and those below it, by name; hidden ones and linked folders are left out."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _pages_below(entry.path)
        elif entry.name.lower().endswith((*SUFFIXES, *CONTAINERS)):
            yield entry.path


def _file(path: str) -> Iterator[Capture | CaptureError]:
    """Yield the page that a file is, or the pages that it holds."""
    held = contained(path)
    if held is None:
        yield _read(path)
    else:
        yield from held


def _read(path: str) -> Capture | CaptureError:
    try:
        if not os.path.isfile(path) and os.path.exists(path):
            return CaptureError("not a file", code="not-a-file", where=path, hint="Give a file or a folder.")
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                return too_large(path, size)
            content = file.read(MAX_BYTES + 1)
        return Capture.of(path, content, SUFFIXES.get(os.path.splitext(path)[1].lower(), ""))
    except OSError as error:
        return unreadable(path, error)
    except ValueError as error:  # a NUL in the path
        return CaptureError(f"no such path ({error})", code="unreadable", where=path, hint="Check the path.")
    except CaptureError as error:
        return error
