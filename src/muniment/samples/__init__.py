"""The demonstration: pages of an invented organisation of invented states, their profile and gold records.

Two versions of one page are kept: the second, in `later_folder()`, is what a second capture of the site would find.
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

__all__ = ["gold_folder", "later_folder", "pages_folder", "profile_path", "treaties_folder"]


def pages_folder() -> Path:
    """Return the folder of the sample pages, `.txt` and `.html`, as first captured."""
    return _here() / "pages"


def later_folder() -> Path:
    """Return the folder of pages that were edited later, under the file names they have in `pages_folder()`."""
    return _here() / "later"


def profile_path() -> Path:
    """Return the file of the invented organisation's profile."""
    return _here() / "profile.toml"


def gold_folder() -> Path:
    """Return the folder of gold records, one `.jsonl` for each page; `later/` in it is for `later_folder()`."""
    return _here() / "gold"


def treaties_folder() -> Path:
    """Return the folder of the organisation's treaties: their texts, and `treaties.jsonl` with who consented when."""
    return _here() / "treaties"


def _here() -> Path:
    """The folder this package is installed in; wheels are unpacked, so it is a folder on disk."""
    return Path(str(resources.files(__name__)))
