"""Paths to captures: the bytes of each page with where they came from, or the one error that says why not.

A job never stops at a page that cannot be had: the error takes the page's place and the rest goes on.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from muniment.errors import CaptureError
from muniment.terms import ids

__all__ = ["MAX_BYTES", "Capture", "Intake", "captures"]

MAX_BYTES = 32 << 20
"""Largest page taken, bytes. The longest single texts organisations publish (a treaty with annexes, a yearbook as one
page) stay under 10 MB; a page beyond three times that is a dump or a fault (judgement, 2026)."""

_SUFFIXES = {".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html"}
"""Suffix of a file name -> media type; other files of a folder are passed over."""

_HTML_STARTS = (b"<!doctype html", b"<html", b"<?xml")


class Capture(msgspec.Struct, frozen=True):
    """The bytes of one page as they were found.

    Attributes:
        source: path or address as it was given.
        content: the bytes, unchanged.
        media_type: `text/plain` or `text/html`.
        document: SHA-256 of the bytes, 64 hexadecimal digits.
    """

    source: str
    content: bytes
    media_type: str
    document: str

    @classmethod
    def of(cls, source: str, content: bytes, media_type: str = "") -> Capture:
        """Return the capture that bytes are; the media type is told by the bytes where it is not given.

        Raises:
            CaptureError: there are no bytes, or more than `MAX_BYTES`.
        """
        if len(content) > MAX_BYTES:
            raise _too_large(source, len(content))
        if not content.strip():
            raise CaptureError("empty: no text in it", code="empty", where=source, hint="Capture the page again.")
        head = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        if head.startswith(_HTML_STARTS):
            media_type = "text/html"
        return cls(source, content, media_type or "text/plain", ids.digest_bytes(content))


class Intake:
    """The captures of some paths, as often as they are asked for: `Intake(paths)()` walks them once.

    Standard input ("-") is read once and kept, because marking furniture takes two passes over the same pages.
    """

    def __init__(self, paths: Sequence[str | Path], stdin: BinaryIO | None = None) -> None:
        """Take note of the paths; nothing is opened yet."""
        self._paths = list(dict.fromkeys(str(path) for path in paths))
        self._stdin = stdin
        self._standard_input: bytes | None = None

    def __call__(self) -> Iterator[Capture | CaptureError]:
        """Yield every capture in order: paths as given, folders by name, one error for each page that gives none."""
        for path in self._paths:
            if path == "-":
                yield self._from_standard_input()
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
        yield _read(path)
        return
    found = False
    for item in _pages_below(path):
        found = True
        yield item if isinstance(item, CaptureError) else _read(item)
    if not found:
        yield CaptureError(
            "a folder with no page in it", code="no-pages", where=path,
            hint=f"Pages are files that end in {', '.join(sorted(_SUFFIXES))}.",
        )  # fmt: skip


def _pages_below(folder: str) -> Iterator[str | CaptureError]:
    """Yield the page files of a folder and those below it, by name; hidden ones and linked folders are left out."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(folder, error)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _pages_below(entry.path)
        elif os.path.splitext(entry.name)[1].lower() in _SUFFIXES:
            yield entry.path


def _read(path: str) -> Capture | CaptureError:
    try:
        if not os.path.isfile(path) and os.path.exists(path):
            return CaptureError("not a file", code="not-a-file", where=path, hint="Give a file or a folder.")
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_BYTES:
                return _too_large(path, size)
            content = file.read(MAX_BYTES + 1)
        return Capture.of(path, content, _SUFFIXES.get(os.path.splitext(path)[1].lower(), ""))
    except OSError as error:
        return _unreadable(path, error)
    except ValueError as error:  # a NUL in the path
        return CaptureError(f"no such path ({error})", code="unreadable", where=path, hint="Check the path.")
    except CaptureError as error:
        return error


def _unreadable(path: str, error: OSError) -> CaptureError:
    hint = "Check the path." if isinstance(error, FileNotFoundError) else "Check the permissions."
    return CaptureError((error.strerror or str(error)).lower(), code="unreadable", where=path, hint=hint)


def _too_large(source: str, size: int) -> CaptureError:
    return CaptureError(
        f"{size / (1 << 20):,.0f} MiB is too large for one page (limit {MAX_BYTES >> 20} MiB)",
        code="too-large", where=source, hint="Split it into its pages.",
    )  # fmt: skip
