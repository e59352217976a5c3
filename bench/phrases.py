"""Noun phrases that press offices are made of, recombined: topics, aims, titles of instruments, names of exercises.

Every phrase is drawn from at least a million, so that two pages hardly ever say the same thing in the same words.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from random import Random

from bench.names import strange_word

__all__ = ["aim", "award", "exercise", "finding", "instrument", "topic"]

_WORDS: dict[str, list[str]] = tomllib.loads((resources.files("bench") / "words.toml").read_text("utf-8"))


def _word(rng: Random, kind: str) -> str:
    return rng.choice(_WORDS[kind])


def topic(rng: Random) -> str:
    """Return what is talked about: "grain storage near Vidrimoin", "legal reporting in sea ports for 12 veterans"."""
    pick = rng.random()
    if pick < 0.8:
        return f"{_word(rng, 'fields')} {_word(rng, 'where')} {strange_word(rng)}"
    phrase = f"{_word(rng, 'qualities')} {_word(rng, 'nouns')} in {_word(rng, 'fields')}"
    if pick < 0.9:
        return f"{phrase} for {rng.randint(2, 990)} {_word(rng, 'for_whom')}"
    return f"{phrase} {_word(rng, 'where')} {strange_word(rng)}"


def aim(rng: Random) -> str:
    """Return what somebody wants to do: "extend joint planning in flood warning for coastal towns"."""
    return f"{_word(rng, 'verbs')} {topic(rng)}"


def finding(rng: Random) -> str:
    """Return a clause that somebody may say: "flood warning near Vidrimoin cannot wait for another 4 months"."""
    number, months = rng.randint(3, 990), rng.randint(2, 36)
    end = rng.choice((
        f"depends on {_word(rng, 'fields')} and will take {months} months",
        f"has cost {number} million so far and brought little to {_word(rng, 'for_whom')}",
        f"needs {number} more specialists in {_word(rng, 'fields')}",
        f"is worth more to {_word(rng, 'for_whom')} than {number} conferences",
        f"cannot wait for another {months} months and {number} meetings",
        f"has grown by {rng.randint(2, 96)} per cent since the work on {_word(rng, 'fields')} began",
    ))  # fmt: skip
    if rng.random() < 0.5:
        return f"{_word(rng, 'fields')} near {strange_word(rng)} {end}"
    return f"{_word(rng, 'qualities')} {_word(rng, 'nouns')} in {_word(rng, 'fields')} {end}"


def instrument(rng: Random, kind: str = "") -> str:
    """Return the title of a text with standing: "Protocol on Grain Storage in the Vidrimoin Basin"."""
    kind = kind or _word(rng, "kinds")
    field = _word(rng, "fields").title()
    if rng.random() < 0.5:
        return f"{kind} on {field} in the {strange_word(rng)} {rng.choice(('Basin', 'Valley', 'Region', 'District'))}"
    tail = rng.choice((
        f"of the {strange_word(rng)} Basin",
        f"for {rng.randint(2022, 2034)}-{rng.randint(2035, 2045)}",
        f"and {_word(rng, 'fields').title()}",
        f"for the Benefit of {_word(rng, 'for_whom').title()}",
    ))  # fmt: skip
    quality, noun = _word(rng, "qualities").capitalize(), _word(rng, "nouns").capitalize()
    return f"{kind} on {quality} {noun} in the Field of {field} {tail}"


def exercise(rng: Random, year: int) -> str:
    """Return an exercise's name with its year."""
    return f"{_word(rng, 'motifs')} {_word(rng, 'shapes')}{rng.choice('- ')}{year}"


def award(rng: Random) -> str:
    """Return the name of an honour."""
    head = rng.choice(("Medal", "Order", "Certificate of Honour", "Badge", "Diploma"))
    merit = rng.choice(("Merit in", "Contribution to", "Service to", "Distinction in", "Devotion to"))
    return f"{head} “For {merit} {_word(rng, 'qualities').capitalize()} {_word(rng, 'nouns').capitalize()}”"
