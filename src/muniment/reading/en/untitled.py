"""Instrument words that name no text: of a body's name, verbs, mass nouns, and "resolution" as a settling."""

from __future__ import annotations

import re

from muniment.reading.en.lexicon import listed
from muniment.reading.tokens import Tokens

__all__ = ["BESIDE_LEAD", "is_mass", "is_name", "is_settling", "is_verb"]

_THEN_ORDINAL = re.compile(r"(?:X\.)?n")
_CONSENT = re.compile(r"\s+of (?:ratification|accession|acceptance|approval|denunciation)\b")


_VERBAL = listed("plan plans appeal appeals act acts list lists program programs document documents charter rules")
BESIDE_LEAD = listed(
    "their its his her our your my this these that those such some any all both each every other another same "
    "several many most few more than no what whatever following above-mentioned aforementioned relevant "
    "respective corresponding listed said sign signs adopt adopts approve approves ratify ratifies submit prepare "
    "consider review discuss implement amend extend suspend terminate denounce support deposit reach issue "
    "complete finish conclude reached issued taking took adopting signing approving ratifying considering "
    "presenting implementing introducing reviewing discussing preparing submitting concluding examining better as "
    "subsequent historic landmark earlier previous upcoming forthcoming supporting recalling citing opposing "
    "down up out off over back laying setting drawing carrying working welcoming endorsing present condemning "
    "exchanging compiling updating expanding harmonising harmonizing unifying drafting developing elaborating "
    "creating maintaining publishing negotiating finalising finalizing improving circulating applying "
    "respecting observing fulfilling executing expediting accelerating revising "
    "by under and or not yet also then only just even violating breaching"
)
"""Words before an instrument word that are none of its title."""
_SETTLING = re.compile(
    r"(?:(?:peaceful|speedy|early|swift|quick|lasting|diplomatic|negotiated|amicable|timely|prompt|conflict|dispute"
    r"|crisis) )resolutions?$"
    r"|resolutions? of (?:[a-z]+ ){0,4}?(?:cris[ei]s|conflicts?|disputes?|issues?|problems?|situations?|questions?"
    r"|matters?"
    r"|tensions|differences|disagreements|wars?|impasse|deadlock|stalemate|contradictions|hostilities|claims"
    r"|grievances)$"
)
"""What is settled, not adopted: "a speedy resolution of the crisis"."""


def is_name(tokens: Tokens, classes: str, head: int, last: int) -> bool:
    """Whether the word is part of a body's name ("Programme Office") or of "instrument of ratification"."""
    if tokens.words[head].lower() in ("instrument", "instruments") and _CONSENT.match(tokens.text, tokens.end(head)):
        return True
    return (
        last == head + 1
        and classes[last : last + 1] in ("B", "K")
        and tokens.starts[last] == tokens.end(head) + 1
        and classes[head] == "E"
    )


def is_verb(tokens: Tokens, classes: str, first: int, head: int) -> bool:
    """Whether the head is a verb: "the Council plans", "to act", "Allies will list"."""
    word = tokens.words[head]
    if first != head or word not in _VERBAL:
        return False
    if word in ("act", "acts"):
        return True
    before = classes[head - 1 : head]
    return before in ("A", "B", "S", "Y", "v") or (
        head > 0 and tokens.words[head - 1] in ("to", "not", "and") and before != "\n"
    )


def is_mass(tokens: Tokens, classes: str, first: int, head: int, last: int) -> bool:
    """Whether a bare lower-case word without an article names no text: "reached agreement", "in agreement with"."""
    word = tokens.words[head]
    if (
        word in ("regulation", "law")
        and last == head + 1
        and first < head
        and classes[first - 1 : first] not in ("t", "d")
    ):
        return True
    if (
        first != head
        or classes[head] != "e"
        or word.endswith("s")
        or "Q" in classes[head:last]
        or _THEN_ORDINAL.match(classes[head + 1 :])
    ):
        return False
    before = classes[head - 1 : head]
    if before in ("", "t", "s", "\n", "-", "d", "n", '"', ":") or (
        before == "&" and classes[head - 2 : head - 1] == "N"
    ):
        return False
    return tokens.words[head - 1].lower() not in BESIDE_LEAD - {"reached", "reach", "by", "under", "as"}


def is_settling(tokens: Tokens, first: int, head: int, last: int) -> bool:
    """Whether "resolution" is the settling of something: "a speedy resolution of the crisis"."""
    if tokens.words[head] not in ("resolution", "resolutions"):
        return False
    before = tokens.span_text(max(first, head - 1), head + 1)
    return any(_SETTLING.match(text) for end in range(head + 1, min(last, head + 8) + 1)
               for text in (before, tokens.span_text(head, end)))  # fmt: skip
