"""Which kind of the record format a title is of, told by its instrument word."""

from __future__ import annotations

import re

__all__ = ["HEADS", "KINDS", "MAYBE_TREATIES", "TREATIES", "kind_of"]

_ROAD_MAP = re.compile(r"\b[Rr]oad [Mm]aps?\b")
_MODEL_LAW = re.compile(r"\bmodel (?:law|legislati)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_ACCOUNTS = re.compile(r"\b[Ff]inancial [Ss]tatements\b")
_OWNED = re.compile(r"['’]s ((?:[A-Z][\w-]+ ){0,3}[A-Z]\w+)$")

_WORDS = {
    "treaty": "treaty treaties pact",
    "agreement": "agreement agreements accord accords",
    "convention": "convention conventions covenant",
    "charter": "charter charters statute statutes constitution",
    "protocol": "protocol protocols",
    "decision": "decision decisions decree decrees",
    "resolution": "resolution resolutions",
    "statement": "statement statements",
    "declaration": "declaration declarations",
    "communique": "communique communiqué communiqués communiques",
    "plan": "plan plans roadmap",
    "programme": "programme program programmes programs",
    "strategy": "strategy strategies",
    "concept": "concept concepts",
    "regulation": "regulation regulations rules procedure procedures",
    "list": "list lists",
    "recommendation": "recommendation recommendations",
    "memorandum": "memorandum memoranda mou",
    "appeal": "appeal appeals",
}
"""Kind of the record format -> the words that name it, lower case."""
KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}


HEADS = frozenset(KINDS)
"""Words that name a kind of the record format, lower case."""
TREATIES = frozenset({"treaty", "agreement", "convention", "protocol", "charter", "memorandum"})
"""Kinds that states become parties to."""
MAYBE_TREATIES = TREATIES | {"other"}
"""Kinds of text that may be treaties: one that is called by none of the usual words too."""


def kind_of(phrase: str) -> str:
    """Return the kind of instrument a phrase names, by its first instrument word; "other" where none is a known kind.

    Source: the list of kinds of the record format.

    >>> kind_of("draft CSC decision")
    'decision'
    >>> kind_of("Agreement on Emergency Assistance's Second Additional Protocol")
    'protocol'
    """
    if "model l" in phrase.lower() and _MODEL_LAW.search(phrase):
        return "model_law"
    if "rotocol decision" in phrase:
        return "decision"
    if "oad " in phrase and _ROAD_MAP.search(phrase):
        return "plan"
    owned = _OWNED.findall(phrase) if "s " in phrase else ()
    for part in (*owned, phrase):
        for word in _LETTERS.findall(part.lower()):
            if word in KINDS and not (word == "statements" and _ACCOUNTS.search(part)):
                return KINDS[word]
    return "other"
