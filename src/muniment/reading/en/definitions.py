"""Abbreviations that a page defines itself: "League of River States (LRS)", or the other way round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from muniment.reading.en.lexicon import Lexicon
from muniment.reading.en.words import Hit, entity_class
from muniment.reading.gazetteer import Entity, Gazetteer
from muniment.reading.mention import State

__all__ = ["defined_hits", "find_definitions"]

_SHORT = re.compile(
    r"\((?:the |hereinafter(?: the)? |hereafter(?: the)? )?[“\"]?([A-Z][A-Za-z]*[A-Z][A-Za-z]{0,8}"
    r"|[A-Z][a-z]{2,9})[”\"]?\)"
)
_IN_BRACKETS = re.compile(r" \(([A-Z][\w’' -]{8,90})\)")
_CAPITALS = re.compile(r"\b[A-Z]{2,9}\Z")
_REACH = 120
_HEAD = re.compile(
    r"(?:Organi[sz]ation|League|Union|Community|Commonwealth|Association|Alliance|Forum|Compact|Initiative)\b"
)
"""Without a word boundary in front, which would be looked for at every letter; `_organisations` looks for it."""
_LETTER = re.compile(r"\w")
_AHEAD = re.compile(r" (?:of|for)(?: the)? [A-Z][\w’-]+(?: (?:(?:and|of|for|on|in)(?: the)? )?[A-Z][\w’-]+){0,6}")
_NOT_IN_NAME = re.compile(
    r",? (?:in|on|for) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)| and (?:the )?(?=(?:[A-Z][\w’-]+ )*"
    r"(?:Organi[sz]ation|League|Union|Community|Commonwealth|Association|Alliance)(?: of| for|$))"
)
"""Where a name is over: a day behind it, or another organisation's name."""
_BEHIND = re.compile(r"(?:[A-Z][\w’-]+ (?:and )?){1,5}$")
_QUALIFIED = re.compile(
    r"\b(?:(?:International|Economic|Monetary|Customs|European|African|Asian|Arab|Latin American|Caribbean|Eurasian|"
    r"Pacific|Islamic|World|Global|Regional|Political|Parliamentary|Inter-?[Pp]arliamentary|Inter-?[Gg]overnmental|"
    r"Energy|Defen[cs]e|and) )+$"
)
"""What a name built around such a word may begin with: "Economic Community of River States"."""
_EARLY = 400
"""Code points at a page's beginning in which a name told once is taken for the page's own organisation."""
_SMALL = frozenset(["of", "the", "for", "on", "and", "in", "to", "with", "against", "among", "de", "la"])
_ORGANISATION = re.compile(
    r"\b(?:Organi[sz]ation|Union|League|Association|Community|Commonwealth|Alliance|Authority|Co-?operation|Forum|Bank|"
    r"Agency|Initiative|Bloc|Federation|Pact|Partnership)\b"
)
"""Words that organisations of states are named with; gathered from the names of 60 of them (2026-11)."""


def find_definitions(text: str, gazetteer: Gazetteer, lexicon: Lexicon) -> dict[str, str]:
    """Return the abbreviations the page defines itself, to the canonical name where one is known, else the full form.

    An abbreviation's letters stand in its full form in order, the first at the beginning of its first word
    (the method of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions", 2003).
    """
    out: dict[str, str] = {}
    for short, full in _candidates(text):
        if not (_is_office(full, lexicon) or _is_place(short, gazetteer)):
            known = gazetteer.canonical(full)
            out.setdefault(short, known.name if known else full)
    defined = set(out.values())
    for full in _organisations(text, gazetteer.entities):
        if full not in gazetteer.entities and not any(full in d for d in defined) and not _is_office(full, lexicon):
            short = "".join(word[0] for word in full.replace("-", " ").split(" ") if word[:1].isupper())
            out.setdefault(short if next(_whole(text, short), None) is not None else full, full)
    return out


def _organisations(text: str, known: Container[str]) -> list[str]:
    """Return the names built around a word for an organisation that the page tells twice, or once at its beginning.

    Where a name is `known`, what follows it after "in" is a place: "the League of River States in Oslo".
    """
    told: Counter[str] = Counter()
    for match in _HEAD.finditer(text):
        start = match.start()
        if _LETTER.match(text, max(0, start - 1), start):
            continue
        ahead = _AHEAD.match(text, match.end())
        if ahead is None:
            line = text.rfind("\n", max(0, start - 60), start) + 1 or max(0, start - 60)
            behind = _BEHIND.search(text[line:start])
            if behind is None:
                continue
            start = line + behind.start()
        if ahead and ahead.group().startswith(" for") and text.endswith("Representative of the ", 0, start):
            continue  # "High Representative of the Union for Foreign Affairs"
        before = _QUALIFIED.search(text, max(0, start - 60), start) if ahead else None
        start = before.start() if before is not None else start
        full = text[start : ahead.end() if ahead else match.end()].removeprefix("The ")
        full = _NOT_IN_NAME.split(full)[0]
        if " in " in full and full.rpartition(" in ")[0] in known:
            full = full.rpartition(" in ")[0]
        if " " in full:
            told[full] += 1 + (start < _EARLY)
    return [full for full, count in told.items() if count > 1]


def _candidates(text: str) -> Iterator[tuple[str, str]]:
    for match in _SHORT.finditer(text):
        before = text[max(0, match.start() - _REACH) : match.start()].rstrip()
        full = _full_form(before[before.rfind("\n") + 1 :], match.group(1))
        if full:
            yield match.group(1), full
    for match in _IN_BRACKETS.finditer(text):
        capitals = _CAPITALS.search(text, max(0, match.start() - 10), match.start())
        if capitals is not None and _full_form(match.group(1), capitals.group()) == match.group(1):
            yield capitals.group(), match.group(1)


def _full_form(before: str, short: str) -> str:
    """Return the end of a stretch of text that an abbreviation stands for; empty where its letters do not fit."""
    at = len(before)
    for number in range(len(short) - 1, -1, -1):
        letter = short[number].lower()
        at -= 1
        while at >= 0 and (before[at].lower() != letter or (number == 0 and at > 0 and before[at - 1] not in ' -“"(')):
            at -= 1
        if at < 0:
            return ""
    full = before[at:]
    words = full.split()
    if not 2 <= len(words) <= min(len(short) + 5, 2 * len(short) + 2) or any(mark in full for mark in ".;:()"):
        return ""
    return full if full[0].isupper() and all(w[0].isupper() or w in _SMALL for w in words) else ""


def _is_place(short: str, gazetteer: Gazetteer) -> bool:
    """Whether what stands in brackets is a state, a city or a region, which tells where somebody is from."""
    return any(entity.kind in "SCR" for entity in gazetteer.entities.get(short, ()))


def _is_office(full: str, lexicon: Lexicon) -> bool:
    return any(lexicon.word(word) == "H" for word in full.split())


def defined_hits(
    text: str,
    blocks: Sequence[tuple[int, int]],
    definitions: Mapping[str, str],
    gazetteer: Gazetteer,
    lexicon: Lexicon,
) -> list[Hit]:
    """Return where organisations that only the page defines are named, in full or by their abbreviation."""
    hits: list[Hit] = []
    for short, full in definitions.items():
        known = gazetteer.entities.get(full)
        defined = known[0] if known else _defined(full, gazetteer, lexicon)
        if defined is None:
            continue
        entities = known or [defined]
        kind = entity_class(entities)
        value = State(entities[0].name) if kind in "SJ" else entities if kind in "BUN" else entities[0]
        forms = (short,) if known else (full, short)
        for form in forms:
            if form in gazetteer.entities:
                continue
            for at in _whole(text, form):
                if text[at - 1 : at] != "-" and any(start <= at < end for start, end in blocks):
                    hits.append((at, at + len(form), kind, value))
    return hits


def _whole(text: str, form: str) -> Iterator[int]:
    """Yield where a form stands that is no part of a longer word."""
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        if _LETTER.match(text, max(0, at - 1), at) or _LETTER.match(text, end):
            at = text.find(form, at + 1)
        else:
            yield at
            at = text.find(form, end)


def _defined(full: str, gazetteer: Gazetteer, lexicon: Lexicon) -> Entity | None:
    """Return what a full form that no profile knows stands for: an organisation, a body, or nothing that is one."""
    words = full.split()
    classes = [lexicon.word(word) for word in words]
    if "E" in classes[:4] or not ("K" in classes or _ORGANISATION.search(full)):
        return None
    owner = next((e for n in (3, 2, 1) for e in gazetteer.entities.get(" ".join(words[:n]), ()) if e.kind == "B"), None)
    if owner is not None and len(words) > len(owner.name.split()):
        return Entity("B", full, owner.organization, "body")
    return Entity("B", full, full, "organisation") if _ORGANISATION.search(full) else Entity("B", full, "", "body")
