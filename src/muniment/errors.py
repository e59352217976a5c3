"""Every error Muniment raises on purpose, as one tree.

    MunimentError                 exit  1
    ├── UsageError                exit  2   who asks: a wrong option, path or name
    │   └── TooMany               exit 14   who asks too much at once: wait
    ├── ProfileError              exit  3   the profile's author: file and key path
    ├── CaptureError              exit  4   the outside world: a path or address that gave no page
    ├── EvidenceError             exit  5   a quotation that is not the text at its span
    ├── LedgerError               exit  6   the stored record
    │   ├── Conflict              exit  7   two writers: try again
    │   ├── Broken                exit  8   the chain, a span or the file does not hold
    │   └── TooNew                exit  9   written by a later version
    ├── RegisterError             exit 10
    │   ├── Unknown               exit 11   no such register, row, claim or document
    │   └── Stale                 exit 12   a view that lags behind the ledger
    └── DecisionError             exit 13   a correction that cannot be filed

An error says what happened, where, and what to do next. The branch says who must act. "Nothing found" is never an
error.
"""

from __future__ import annotations

import math

__all__ = [
    "Broken",
    "CaptureError",
    "Conflict",
    "DecisionError",
    "EvidenceError",
    "LedgerError",
    "MunimentError",
    "ProfileError",
    "RegisterError",
    "Stale",
    "TooMany",
    "TooNew",
    "Unknown",
    "UsageError",
]


class MunimentError(Exception):
    """The root: what happened, where, and what to do next.

    Attributes:
        code: short stable name of the fault, `kebab-case`, for programs.
        where: file and key, path, address, row or entry the fault is about; may be empty.
        hint: what the reader can do about it; may be empty.
        exit_code: the command line's exit code for this branch.
    """

    exit_code = 1

    def __init__(self, what: str, *, code: str = "error", where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.code = code
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """One line: where: what. hint."""
        line = f"{self.where}: {self.what}" if self.where else self.what
        if self.hint:
            line = f"{line.rstrip()}{'' if line.rstrip()[-1:] in '.!?:' else '.'} {self.hint}"
        return line

    def record(self) -> dict[str, str]:
        """The error as the one JSON body that every desk gives."""
        return {"error": self.code, "what": self.what, "where": self.where, "hint": self.hint}


class UsageError(MunimentError):
    """Something asked for that cannot be: a wrong option, path or name."""

    exit_code = 2


class TooMany(UsageError):
    """More asked for at once than one visitor is answered; `seconds` is how long to wait, at least."""

    exit_code = 14

    def __init__(self, what: str, *, seconds: float, code: str = "too-many", where: str = "") -> None:
        self.seconds = max(1, math.ceil(seconds))
        super().__init__(what, code=code, where=where, hint=f"Wait {self.seconds} seconds and ask again.")


class ProfileError(MunimentError):
    """A profile that does not hold; `where` is the file and the key path."""

    exit_code = 3


class CaptureError(MunimentError):
    """The outside world gave no page; `where` is the path or address."""

    exit_code = 4


class EvidenceError(MunimentError):
    """A quotation that is not the text at its span, or a page on which the reader failed."""

    exit_code = 5


class LedgerError(MunimentError):
    """The stored record cannot be used as asked."""

    exit_code = 6


class Conflict(LedgerError):
    """Somebody else wrote first; nothing of this write was kept."""

    exit_code = 7


class Broken(LedgerError):
    """The hash chain, an evidence span or the file itself does not hold."""

    exit_code = 8


class TooNew(LedgerError):
    """Written by a later version of Muniment than this one."""

    exit_code = 9


class RegisterError(MunimentError):
    """A register cannot answer."""

    exit_code = 10


class Unknown(RegisterError):
    """No register, row, claim or document of that name."""

    exit_code = 11


class Stale(RegisterError):
    """A view lags behind the ledger and must be projected again."""

    exit_code = 12


class DecisionError(MunimentError):
    """A person's correction that cannot be filed as it stands."""

    exit_code = 13
