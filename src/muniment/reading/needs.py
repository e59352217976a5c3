"""What a text must hold for a pattern to match in it, told from the pattern itself.

A pattern that says "(?:will|shall) meet" can match only where " meet" stands and "will" or "shall" does. Whether such
words stand in a sentence is known before any pattern is tried, so most patterns need not be tried at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

__all__ = ["needs"]

_MOST = 64
"""Strings that one set may hold; a longer list tells little and costs as much as it saves (measured 2026-11)."""

_LISTED = 160
"""Strings that alternatives may have between them."""

_LONGEST = 40
"""Characters of a string that is followed further."""

_SPECIAL = frozenset("bBAZzGmM")
"""Escapes that stand for a place, not for a character."""

_CLASSES = frozenset("dDsSwWhHvVNRX")
"""Escapes that stand for more characters than could be listed."""

_CONTROL = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}

_REPEAT = re.compile(r"[?*+]|\{(?P<least>\d*)(?:,(?P<most>\d*))?\}")
_REPEATS = frozenset("?*+{")
_PLAIN = re.compile(r"[^\\\[\](){}.*+?^$|]+")
"""Characters that stand for themselves."""
_GROUP = re.compile(
    r"\((?:\?(?:(?P<look><?[=!])|(?P<kind>P<\w+>|<\w+>|:|>|\||(?P<flags>[a-zA-Z01]*(?:-[a-zA-Z]+)?)(?P<ends>[:)])))|(?!\?))"
)

Strings = frozenset[str]
_EMPTY: Strings = frozenset({""})


class _Told(msgspec.Struct, frozen=True):
    """What is known of what a part of a pattern matches.

    Attributes:
        exact: everything it may match, in small letters; None where that is too much to list.
        needs: where `exact` is None, sets of strings: of each, one stands in whatever it matches.
    """

    exact: Strings | None
    needs: tuple[Strings, ...] = ()

    def all(self) -> tuple[Strings, ...]:
        """Return the sets of which one string each stands in whatever it matches."""
        if self.exact is None:
            return self.needs
        return (*self.needs, self.exact) if _tells(self.exact) else self.needs


_ANYTHING = _Told(None)
_NOTHING = _Told(_EMPTY)


class _UnknownError(Exception):
    """The pattern has something that is not followed here."""


def needs(pattern: str) -> tuple[Strings, ...]:
    """Return sets of strings in small letters: a text that the pattern matches in holds one of each set.

    The sets that tell most come first. What is not understood tells nothing.

    Args:
        pattern: in the syntax of `regex`, placeholders already expanded.

    >>> sorted(map(sorted, needs("(?:will|shall) .+ meet(?:ing)?")))
    [[' meet'], ['shall ', 'will ']]
    >>> needs("[a-z]+")
    ()
    """
    try:
        told = _Parser(pattern).whole()
    except _UnknownError:
        return ()
    return tuple(sorted(set(map(_least, told.all())), key=_worth, reverse=True))


def _tells(strings: Strings) -> bool:
    """Whether a set can be asked for: not empty and without the empty string, which stands everywhere."""
    return bool(strings) and "" not in strings


def _least(strings: Strings) -> Strings:
    """Return a set without the strings that begin with another of it: they stand only where that one does."""
    kept: list[str] = []
    for one in sorted(strings):
        if not kept or not one.startswith(kept[-1]):
            kept.append(one)
    return frozenset(kept)


def _worth(strings: Strings) -> tuple[int, int, list[str]]:
    """Return how much a set tells: the length of its shortest string, then how few there are."""
    return min(map(len, strings)), -len(strings), sorted(strings)


class _Parser:
    """Reads a pattern from left to right."""

    def __init__(self, pattern: str) -> None:
        self._text = pattern
        self._at = 0

    def whole(self) -> _Told:
        """Return what is known of the whole pattern."""
        told = self._alternatives()
        if self._at < len(self._text):
            raise _UnknownError
        return told

    def _alternatives(self) -> _Told:
        """Read up to the end of a group or of the pattern."""
        branches = [self._sequence()]
        while self._text.startswith("|", self._at):
            self._at += 1
            branches.append(self._sequence())
        return branches[0] if len(branches) == 1 else _either(branches)

    def _sequence(self) -> _Told:
        parts: list[_Told] = []
        while self._at < len(self._text) and self._text[self._at] not in "|)":
            parts.append(self._repeated(self._one()))
        return _joined(parts)

    def _one(self) -> _Told:
        """Read one character, set or group."""
        letter = self._text[self._at]
        plain = _PLAIN.match(self._text, self._at)
        if plain is not None:
            # what repeats a character repeats the last one only
            self._at = plain.end()
            if plain.end() - plain.start() > 1 and self._text[self._at : self._at + 1] in _REPEATS:
                self._at -= 1
            return _Told(frozenset({self._text[plain.start() : self._at].lower()}))
        if letter == "(":
            return self._group()
        if letter == "[":
            return self._set()
        if letter == "\\":
            return self._escaped()
        self._at += 1
        if letter in "^$":
            return _NOTHING
        if letter == ".":
            return _ANYTHING
        if letter in "*+?{":
            raise _UnknownError
        return _Told(frozenset({letter.lower()}))

    def _group(self) -> _Told:
        match = _GROUP.match(self._text, self._at)
        if match is None or (match["flags"] and set(match["flags"]) - set("imsauLV01f-")):
            raise _UnknownError
        self._at = match.end()
        if match["ends"] == ")":
            return _NOTHING
        told = self._alternatives()
        if not self._text.startswith(")", self._at):
            raise _UnknownError
        self._at += 1
        if match["look"] is None:
            return told
        return _Told(_EMPTY, told.all()) if "=" in match["look"] else _NOTHING

    def _repeated(self, told: _Told) -> _Told:
        match = _REPEAT.match(self._text, self._at)
        if match is None or match.group() in ("{}", "{,}"):
            return told
        self._at = match.end()
        least, most = _times(match)
        if self._text.startswith(("?", "+"), self._at):
            self._at += 1
        if least == 0:
            optional = told.exact is not None and not told.needs and most == 1 and len(told.exact) < _MOST
            return _Told((told.exact or _EMPTY) | _EMPTY) if optional else _ANYTHING
        return told if most == 1 else _Told(None, told.all())

    def _escaped(self) -> _Told:
        letter = self._text[self._at + 1 : self._at + 2]
        self._at += 2
        if letter in _SPECIAL:
            return _NOTHING
        if letter in ("p", "P"):
            braced = self._text.startswith("{", self._at)
            self._at = self._text.index("}", self._at) + 1 if braced else self._at + 1
            return _ANYTHING
        if letter in _CLASSES:
            return _ANYTHING
        if not letter or (letter.isalnum() and letter not in _CONTROL):
            raise _UnknownError
        return _Told(frozenset({_CONTROL.get(letter, letter.lower())}))

    def _set(self) -> _Told:
        """Read a set of characters; one that is negated or large tells nothing."""
        members: set[str] = set()
        listed = not self._text.startswith("[^", self._at)
        self._at += 1 if listed else 2
        first = True
        while first or self._text[self._at] != "]":
            if self._at >= len(self._text) - 1 or self._text.startswith(("[", "--", "&&", "||", "~~"), self._at):
                raise _UnknownError
            one = self._escaped() if self._text[self._at] == "\\" else self._plain()
            if self._text[self._at] == "-" and self._text[self._at + 1] != "]":
                self._at += 1
                one = _ANYTHING
                self._escaped() if self._text[self._at] == "\\" else self._plain()
            listed = listed and one.exact is not None and one.exact != _EMPTY
            members |= one.exact or _EMPTY
            first = False
        self._at += 1
        return _Told(frozenset(members)) if listed and len(members) <= _MOST else _ANYTHING

    def _plain(self) -> _Told:
        self._at += 1
        return _Told(frozenset({self._text[self._at - 1].lower()}))


def _times(match: re.Match[str]) -> tuple[int, int]:
    """Return how often at least and at most something is repeated; at most twice stands for any more."""
    sign = match.group()
    if sign in "?*+":
        return (1 if sign == "+" else 0), (1 if sign == "?" else 2)
    least = int(match["least"] or 0)
    most = least if match["most"] is None else int(match["most"] or 2)
    return least, most


def _joined(parts: list[_Told]) -> _Told:
    """Return what is known of parts that follow one another."""
    found: list[Strings] = []
    running, whole = _EMPTY, True
    for part in parts:
        found += part.needs
        longer = _longer(running, part.exact)
        if longer is not None:
            running = longer
            continue
        whole = False
        found += [running] if _tells(running) else []
        running = part.exact if part.exact is not None else _EMPTY
    if whole:
        return _Told(running, tuple(found))
    return _Told(None, (*found, running) if _tells(running) else tuple(found))


def _longer(strings: Strings, more: Strings | None) -> Strings | None:
    """Return every string followed by every other; None where that is too much."""
    if more is None or len(strings) * len(more) > _MOST:
        return None
    if more == _EMPTY:
        return strings
    out = frozenset(one + other for one in strings for other in more)
    return None if max(map(len, out)) > _LONGEST else out


def _either(branches: list[_Told]) -> _Told:
    """Return what is known of alternatives: what each of them may be, or the best that each of them needs."""
    exact = [branch.exact for branch in branches if branch.exact is not None]
    if len(exact) == len(branches) and not any(branch.needs for branch in branches):
        every = frozenset().union(*exact)
        if len(every) <= _LISTED:
            return _Told(every)
    return _Told(None, tuple(_common(branches)))


def _common(branches: list[_Told]) -> Iterator[Strings]:
    """Yield the best that each branch needs, all together, then the second best, as far as every branch needs one."""
    ranked = [sorted(map(_least, branch.all()), key=_worth, reverse=True) for branch in branches]
    for one_of_each in zip(*ranked, strict=False):
        every = _least(frozenset().union(*one_of_each))
        if len(every) <= _LISTED:
            yield every
