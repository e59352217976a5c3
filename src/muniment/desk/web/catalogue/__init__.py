"""The site's words: a folder of TOML files for each language, one file for each page; pages ask for them by key.

A key is the file's name and the path in it: `gaps.title` is `title` in `gaps.toml`. A text has `{names}` that the page
fills in. A text with the numbers one and many is a table with `one` and `other` (and what more the language needs),
chosen by `count`. In a text, `` `code` `` is set as code, `**words**` strongly, and `[words](name)` as a link to the
address that the page gives under that name.

Another language is another folder beside `en`, with the same keys; a test compares them. What registers, slots and
closed values are called in the first language is taken from the registers' own specifications, not written down again.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

from muniment.registers import REGISTERS
from muniment.terms.explanation import REFUSALS
from muniment.terms.reading import SET_ASIDE_REASONS

__all__ = ["FIRST", "SPOKEN", "amount", "form", "keys", "languages", "negotiated", "say", "table"]

FIRST = "en"
"""The language that every key is there in."""

SPOKEN: ContextVar[str] = ContextVar("SPOKEN", default=FIRST)
"""The language that the page being made is in."""

Text = str | dict[str, str]


def _one_or_other(number: int) -> str:
    return "one" if number == 1 else "other"


def _one_up_to_one(number: int) -> str:
    return "one" if number < 2 else "other"


_PLURALS: dict[str, Callable[[int], str]] = {"en": _one_or_other, "fr": _one_up_to_one}
"""Language -> the form of a text that a number asks for (Unicode CLDR, Language Plural Rules)."""

_THOUSANDS = {"en": ",", "fr": "\u202f"}
"""Language -> what parts thousands from hundreds (Unicode CLDR, Number Symbols)."""

_PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})

_SET = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>.+?)\*\*|\[(?P<words>[^\]]+)\]\((?P<name>\w+)\)")


@functools.cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are words in, the first one first."""
    found = sorted(one.name for one in files(__name__).iterdir() if one.is_dir() and (one / "frame.toml").is_file())
    return (FIRST, *(name for name in found if name != FIRST))


@functools.cache
def keys(language: str = FIRST) -> Mapping[str, Text]:
    """Return the words of a language by their keys."""
    found: dict[str, Text] = dict(_declared()) if language == FIRST else {}
    for one in sorted((files(__name__) / language).iterdir(), key=lambda one: one.name):
        if one.name.endswith(".toml"):
            found |= _flat(one.name.removesuffix(".toml"), tomllib.loads(one.read_text(encoding="utf-8")))
    return found


def _declared() -> Iterator[tuple[str, str]]:
    """Yield what specifications call registers, slots, closed values, and why sentences give no claim, by key."""
    yield from ((f"registers.set_aside.{name}", text) for name, text in SET_ASIDE_REASONS.items())
    yield from ((f"registers.refused.{name}", text) for name, text in REFUSALS.items())
    for name, one in REGISTERS.items():
        told = {"label": one.label, "singular": one.singular, "about": one.about}
        yield from ((f"registers.{name}.{key}", text) for key, text in told.items())
        if one.lasting is not None:
            yield f"registers.{name}.rule", one.lasting.rule
        for field in one.fields:
            yield f"registers.{name}.slots.{field.name}.label", field.label
            yield f"registers.{name}.slots.{field.name}.help", field.help
            yield from ((f"registers.values.{value}", value.replace("_", " ")) for value in field.values)


def _flat(path: str, words: Mapping[str, Any]) -> dict[str, Text]:
    found: dict[str, Text] = {}
    for name, value in words.items():
        key = f"{path}.{name}"
        if isinstance(value, dict) and not ("other" in value and set(value) <= _PLURAL_FORMS):
            found |= _flat(key, value)
        else:
            found[key] = value
    return found


def _text(key: str, count: Any) -> str:
    language = SPOKEN.get()
    text = keys(language).get(key)
    if text is None:
        language, text = FIRST, keys()[key]
    if isinstance(text, dict):
        return text.get(form(int(count), language)) or text["other"]
    return text


def form(number: int, language: str = "") -> str:
    """Return the form of a text that a number asks for, in a language, else in that of the page."""
    return _PLURALS.get(language or SPOKEN.get(), _one_or_other)(number)


def amount(number: int) -> str:
    """Return a whole number as the page's language writes it, its thousands parted."""
    return f"{number:,}".replace(",", _THOUSANDS.get(SPOKEN.get(), ","))


def say(key: str, **values: Any) -> str:
    """Return the words of a key in the language of the page, the values set in; whole numbers with their thousands.

    The text is `Markup` where it is set with code, strength or links, or a value is; else plain, to be escaped where
    it is shown.

    Raises:
        KeyError: there is no such key, or a value is missing: a mistake in a page, found by the tests.
    """
    text = _text(key, values.get("count"))
    shown = {name: amount(one) if isinstance(one, int) else one for name, one in values.items()}
    if _SET.search(text) is None and not any(isinstance(one, Markup) for one in shown.values()):
        return text.format(**shown)
    return _set(text).format(**shown)


def _set(text: str) -> Markup:
    made, place = Markup(""), 0
    for found in _SET.finditer(text):
        made += escape(text[place : found.start()])
        if found["code"]:
            made += Markup("<code>{}</code>").format(found["code"])
        elif found["strong"]:
            made += Markup("<strong>{}</strong>").format(found["strong"])
        else:
            made += Markup('<a href="{{{}}}">{}</a>').format(found["name"], found["words"])
        place = found.end()
    return made + escape(text[place:])


def table(path: str) -> dict[str, str]:
    """Return all words under a key, by the rest of their keys: `table("actions.done")["sign"]`."""
    prefix = f"{path}."
    names = [key.removeprefix(prefix) for key in keys() if key.startswith(prefix)]
    return {name: _text(prefix + name, None) for name in names}


def negotiated(accepted: str, chosen: str = "") -> str:
    """Return the language to speak: the one chosen, else the best of an `Accept-Language` header (RFC 9110, 12.5.4)."""
    if chosen in languages():
        return chosen
    wished = []
    for place, part in enumerate(accepted.split(",")):
        name, _, rest = part.strip().partition(";")
        weight = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)\s*", rest)
        wished.append((-float(weight[1]) if weight else -1.0, place, name.split("-")[0].lower()))
    return next((name for weight, _, name in sorted(wished) if weight < 0 and name in languages()), FIRST)
