"""Profiles from files: read, refused with file, key path and hint where they do not hold, and hashed."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from muniment.errors import ProfileError
from muniment.profiles.check import did_you_mean, faults, settled
from muniment.profiles.schema import Profile
from muniment.terms.ids import digest_bytes

__all__ = ["LoadedProfile", "load", "shipped"]

_AT = re.compile(r"(.*?) - at `(?:key in )?\$\.?([^`]*)`", re.DOTALL)
"""How msgspec 0.20 to 0.22 says where a value has the wrong type: "... - at `$.bodies[3].name`"."""

_PACKAGE = Path(str(resources.files("muniment")))
_SAMPLE = _PACKAGE / "samples" / "profile.toml"

_MISSING = re.compile(r"Object missing required field `(.+)`")


class LoadedProfile(msgspec.Struct, frozen=True):
    """A profile and where it came from.

    Attributes:
        profile: what it says.
        hash: SHA-256 of the file's bytes, 64 hexadecimal digits; recorded with every reading.
        path: the file.
    """

    profile: Profile
    hash: str
    path: Path

    @property
    def id(self) -> str:
        """Slug and hash, `slug@sha256`, as readings record it."""
        return f"{self.profile.slug}@{self.hash}"


def load(path_or_name: str | Path) -> LoadedProfile:
    """Return the profile in a file, or the shipped one of that name.

    A name is what `shipped(samples=True)` lists; anything with a separator or ending in `.toml` is a path.

    Raises:
        ProfileError: no such profile, an unreadable file, broken TOML, or a key or value that does not hold; `where`
            is the file and the key path.
    """
    path = _find(path_or_name)
    try:
        content = path.read_bytes()
    except OSError as cause:
        raise ProfileError(
            f"the profile cannot be read: {cause.strerror or cause}", code="profile-unreadable", where=str(path),
            hint="Check the path and its permissions.",
        ) from cause  # fmt: skip
    return LoadedProfile(_decode(content, path), digest_bytes(content), path)


def shipped(samples: bool = False) -> list[str]:
    """Return the names of the profiles that come with Muniment, sorted; with `samples`, also the demonstration's.

    Raises:
        ProfileError: with `samples`, a demonstration profile that does not hold.
    """
    names = {file.parent.name for file in (_PACKAGE / "profiles" / "library").glob("*/profile.toml")}
    if samples and _SAMPLE.is_file():
        names.add(load(_SAMPLE).profile.slug)
    return sorted(names)


def _find(path_or_name: str | Path) -> Path:
    """Return the file that a path or a shipped name stands for."""
    if isinstance(path_or_name, Path) or path_or_name.endswith(".toml") or "/" in path_or_name or "\\" in path_or_name:
        return Path(path_or_name)
    library = _PACKAGE / "profiles" / "library" / path_or_name / "profile.toml"
    if library.is_file():
        return library
    names = shipped(samples=True)
    if path_or_name in names:
        return _SAMPLE
    raise ProfileError(
        f"there is no profile of the name {path_or_name!r}", code="profile-unknown", where="profiles",
        hint=did_you_mean(path_or_name.lower(), names) or f"Known are {', '.join(names)}; a file is given as a path.",
    )  # fmt: skip


def _decode(content: bytes, path: Path) -> Profile:
    """Return the profile in a file's bytes.

    Raises:
        ProfileError: broken TOML, an unknown or missing key, a value of the wrong type, a fact that does not hold.
    """
    try:
        raw = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise ProfileError(
            f"not TOML in UTF-8: {cause}", code="profile-not-toml", where=str(path),
            hint="Every text value stands in quotes, every list in [brackets].",
        ) from cause  # fmt: skip
    for key, name, known in _unknown_keys(raw, Profile):
        raise ProfileError(
            f"unknown key {name!r}", code="profile-unknown-key", where=f"{path}: {key}",
            hint=did_you_mean(name, known) or f"Known here are {', '.join(known)}.",
        )  # fmt: skip
    try:
        profile = msgspec.convert(raw, Profile)
    except msgspec.ValidationError as cause:
        raise _wrong_value(str(cause), path) from cause
    profile = settled(profile)
    for fault in faults(profile):
        raise ProfileError(fault.what, code=fault.code, where=f"{path}: {fault.key}", hint=fault.hint)
    return profile


@functools.cache
def _keys(struct: type) -> dict[str, Any]:
    """The keys of a struct and the type of each."""
    return get_type_hints(struct)


def _unknown_keys(raw: Mapping[str, Any], struct: type, at: str = "") -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield (key path, key, keys known there) of every key that the schema does not have, in the file's order."""
    kinds = _keys(struct)
    for name, value in raw.items():
        key = f"{at}.{name}" if at else name
        if name not in kinds:
            yield key, name, tuple(kinds)
            continue
        inner = next(iter(get_args(kinds[name])), None)
        if isinstance(value, list) and isinstance(inner, type) and issubclass(inner, msgspec.Struct):
            for index, item in enumerate(value):
                if isinstance(item, dict):
                    yield from _unknown_keys(item, inner, f"{key}[{index}]")


def _wrong_value(message: str, path: Path) -> ProfileError:
    """Return the error for a missing key or a value of the wrong type, from msgspec's message."""
    at = _AT.fullmatch(message)
    what, key = (at[1], at[2]) if at else (message, "")
    missing = _MISSING.fullmatch(what)
    if missing:
        key = f"{key}.{missing[1]}" if key else missing[1]
        return ProfileError(
            f"the key {missing[1]!r} is missing", code="profile-missing-key", where=f"{path}: {key}",
            hint="It is required; docs/profiles.md lists the keys.",
        )  # fmt: skip
    return ProfileError(
        what[:1].lower() + what[1:], code="profile-wrong-type", where=f"{path}: {key or 'the whole file'}",
        hint="docs/profiles.md lists the type of each key.",
    )  # fmt: skip
