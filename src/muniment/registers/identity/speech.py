"""The same words on two pages: statements, situations and commitments are what somebody said, word for word.

Words are joined only under one speaker: two people who say the same thing made two statements. Two statements of one
document stay two: its reading has brought together what is one there.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

from muniment.registers.dates import agree, precision
from muniment.registers.identity import people
from muniment.registers.identity.rule import APART, REFUSED, Identity, Mention, given, same_document, same_source
from muniment.registers.identity.words import content, overlap, run, same_telling, sketch
from muniment.registers.values import names

__all__ = ["COMMITMENTS", "SITUATIONS", "STATEMENTS"]


def _one_voice(a: Mention, b: Mention, slot: str) -> bool:
    """Whether the slot names one speaker in both; unstated in both counts as one."""
    one, two = names(a.slots.get(slot))[:1], names(b.slots.get(slot))[:1]
    if not one or not two:
        return one == two
    return people.agree(one[0], two[0]) > people.DIFFERENT


def _text_keys(mention: Mention) -> list[str]:
    return [f"text {hash_}" for hash_ in sketch(given(mention, "text"))]


def _statement_keys(mention: Mention) -> list[str]:
    """Return each full word of the speaker's name with parts of the text; the same words are said by many."""
    named = [word for name in names(mention.slots.get("speaker"))[:1] for word in _voice_keys(name)] or ["-"]
    return [f"{word} {hash_}" for hash_ in sketch(given(mention, "text")) for word in named]


def _voice_keys(name: str) -> list[str]:
    """Return blocking keys that two forms of one speaker's name share; any two bodies share theirs."""
    return people.surname_keys(name) if people.is_name(name) else ["-"]


def compare_statements(a: Mention, b: Mention) -> int:
    """Return how strongly two statements are one: one speaker, the same words, dates that agree."""
    if same_document(a, b) or not _one_voice(a, b, "speaker"):
        return REFUSED
    if not agree(a.slots.get("date"), b.slots.get("date")):
        return REFUSED
    if not same_telling(given(a, "text"), given(b, "text")):
        return APART
    if len(run(given(a, "text"))) < 6 and not _same_occasion(a, b, "date"):
        return APART
    return 4 if run(given(a, "text")) == run(given(b, "text")) else 3


def _same_occasion(a: Mention, b: Mention, slot: str) -> bool:
    known = min(precision(a.slots.get(slot)), precision(b.slots.get(slot)))
    return same_source(a, b) or (known == 3 and agree(a.slots.get(slot), b.slots.get(slot)))


def compare_situations(a: Mention, b: Mention) -> int:
    """Return how strongly two assessments are one: region, speaker and date, or region, speaker and words."""
    if (
        same_document(a, b)
        or not _one_voice(a, b, "assessed_by")
        or not agree(a.slots.get("date"), b.slots.get("date"))
    ):
        return REFUSED
    if overlap(content(str(a.slots.get("region") or "")), content(str(b.slots.get("region") or "")))[1] < 0.6:
        return REFUSED
    if a.slots.get("trend") and b.slots.get("trend") and a.slots["trend"] != b.slots["trend"]:
        return REFUSED
    if given(a, "text") and given(b, "text"):
        return 3 if same_telling(given(a, "text"), given(b, "text")) else APART
    return 2 if _same_occasion(a, b, "date") and names(a.slots.get("assessed_by")) else APART


def _situation_keys(mention: Mention) -> list[str]:
    region = " ".join(sorted(content(str(mention.slots.get("region") or ""))))
    date = str(mention.slots.get("date") or "")
    found = [f"region {region} {date}"] if len(date) == 10 else [f"region {region} {at}" for at in mention.sources[:8]]
    return found + _text_keys(mention)


def compare_commitments(a: Mention, b: Mention) -> int:
    """Return how strongly two commitments are one: the same words by actors of whom one is common or unstated."""
    if a.slots.get("kind") and b.slots.get("kind") and {a.slots["kind"], b.slots["kind"]} == {"request", "commitment"}:
        return REFUSED
    if same_document(a, b):
        return REFUSED
    actors, actors_too = names(a.slots.get("actor")), names(b.slots.get("actor"))
    if actors and actors_too and not any(people.agree(x, y) > people.DIFFERENT for x in actors for y in actors_too):
        return REFUSED
    if not agree(a.slots.get("made_on"), b.slots.get("made_on")):
        return REFUSED
    words, words_too = content(given(a, "text")), content(given(b, "text"))
    smaller, union = overlap(words, words_too)
    if any(word.isdigit() for word in words ^ words_too):
        return APART
    if same_telling(given(a, "text"), given(b, "text")) or (
        smaller >= 0.9 and union >= 0.75 and min(len(words), len(words_too)) > 3
    ):
        return 3 if len(words) > 2 or same_source(a, b) else APART
    return APART


def _commitment_keys(mention: Mention) -> list[str]:
    telling = sorted(sorted(content(given(mention, "text")), key=lambda word: (-len(word), word))[:5])
    return _text_keys(mention) + [f"words {' '.join(some)}" for some in combinations(telling, min(3, len(telling)))]


def _said(text: str, speaker: str = "Ines Dovar", **more: Any) -> dict[str, Any]:
    return {"speaker": speaker, "text": text, **more}


_LONG = "the ferry between the two banks will carry every pilgrim without a toll for as long as the flood lasts"

STATEMENTS = Identity(
    keys=_statement_keys,
    compare=compare_statements,
    same=(
        (_said(_LONG, date="2031-05-04"), _said(f"“{_LONG}”", "I. Dovar")),
        (_said(_LONG), _said(_LONG + ", and not a day less", mode="direct")),
        (_said("Fine work", date="2031-05-04"), _said("Fine work", date="2031-05-04")),
    ),
    refused=(
        (_said(_LONG), _said(_LONG, "Pavel Ostrin")),
        (_said(_LONG, date="2031-05-04"), _said(_LONG, date="2032-05-04")),
        (_said("Fine work"), _said("Fine work")),
        (_said(_LONG), _said("the lock on the east bank will be shut for repairs until the flood is over and done")),
    ),
)
"""How statements are told apart."""

_UPSTREAM = {"region": "upper Mirren valley", "assessed_by": "Ines Dovar", "trend": "tense"}

SITUATIONS = Identity(
    keys=_situation_keys,
    compare=compare_situations,
    same=(
        ({**_UPSTREAM, "date": "2031-05-04"}, {**_UPSTREAM, "assessed_by": "I. Dovar", "date": "2031-05-04"}),
        ({**_UPSTREAM, "text": _LONG}, {**_UPSTREAM, "text": _LONG, "date": "2031-05-04"}),
    ),
    refused=(
        ({**_UPSTREAM, "date": "2031-05-04"}, {**_UPSTREAM, "date": "2031-06-04"}),
        ({**_UPSTREAM, "date": "2031-05-04"}, {**_UPSTREAM, "assessed_by": "Pavel Ostrin", "date": "2031-05-04"}),
        ({**_UPSTREAM, "date": "2031-05-04"}, {**_UPSTREAM, "trend": "stable", "date": "2031-05-04"}),
        ({**_UPSTREAM, "date": "2031-05-04"}, {**_UPSTREAM, "region": "lower Mirren delta", "date": "2031-05-04"}),
        (_UPSTREAM, _UPSTREAM),
    ),
)
"""How assessments are told apart: one row per assessment."""

_DREDGE = {"text": "dredge the eastern ship channel down to six metres", "actor": ["Ostland"]}

COMMITMENTS = Identity(
    keys=_commitment_keys,
    compare=compare_commitments,
    same=(
        (_DREDGE, {**_DREDGE, "due": "2031-12-31"}),
        ({**_DREDGE, "due": "2031-06-30"}, {**_DREDGE, "due": "2031-12-31"}),
        (_DREDGE, {"text": "to dredge the eastern ship channel down to six metres"}),
    ),
    refused=(
        (_DREDGE, {**_DREDGE, "actor": ["Westland"]}),
        (_DREDGE, {**_DREDGE, "text": "dredge the western ship channel and widen the lock by six metres"}),
        ({"text": "hold the regatta in 2031"}, {"text": "hold the regatta in 2032"}),
        ({**_DREDGE, "made_on": "2030-01-02"}, {**_DREDGE, "made_on": "2031-01-02"}),
    ),
)
"""How commitments are told apart; two pages that give one of them two due dates contradict each other."""
