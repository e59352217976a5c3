"""What a trace of a page's reading says of each sentence, in the words of an explanation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from muniment.reading.en.grammar import Grammar
from muniment.reading.en.modality import DENIED, DONE, modality
from muniment.reading.mask import Masked
from muniment.reading.mention import Actor, Body, Group, Office
from muniment.reading.scene import Scene
from muniment.reading.trace import Given, Match, Trace
from muniment.terms import Block, Claim, Fired, FoundEntity, Page, Reading, Refused, Sentence, Step
from muniment.terms.explanation import CONSTRUCTION_MISSING

__all__ = ["steps", "steps_untold"]

_ENTITY = {
    "A": "person", "B": "body", "C": "city", "D": "date", "J": "nationality", "N": "instrument", "O": "office",
    "Q": "quoted", "R": "region", "S": "state", "U": "unit", "Y": "group",
}  # fmt: skip
"""Placeholder -> kind of entity."""

_UNTRIED = frozenset({"title", "dateline"})
"""Kinds of block whose sentences no rule is tried on: what they say is told below, or of the page itself."""

_WHOLE = frozenset({"text", "archived_text", "blocks"})
"""Slots of a document that hold the page over again."""

_STAND_IN = frozenset({"documents.paragraph", "documents.quote", "documents.page"})
"""What the record of the page itself cites where the page has no title: they were not read in it."""

_NO_WORD = re.compile(r"\(\?P?<\w+>|\\p\{\w+\}|\\\w|\(\?[a-z]+[:)]")
"""Letters of a pattern that stand for no letters of a sentence: names of groups, classes, flags."""

_WORD = re.compile(r"[^\W\d_]{2}")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)

Span = tuple[int, int, str]


class _Kept:
    """Which claims of a reading the drafts that rules gave became part of."""

    def __init__(self, page: Page, scene: Scene, reading: Reading) -> None:
        ids = {claim.id for claim in reading.claims}
        standing = {id(draft): draft.claim(page).id for draft in scene.drafts}
        self._standing = {draft: claim for draft, claim in standing.items() if claim in ids}
        self._citing: dict[tuple[str, Span], list[str]] = defaultdict(list)
        for claim in reading.claims:
            for one in claim.evidence:
                self._citing[claim.register, (one.start, one.end, one.rule)].append(claim.id)

    def claims(self, given: Given) -> tuple[str, ...]:
        """Return the ids of the claims: the draft's own, or those of its register that cite what it cited."""
        own = self._standing.get(id(given.draft))
        if own is not None:
            return (own,)
        citing = [claim for span in given.spans for claim in self._citing.get((given.draft.register, span), ())]
        return tuple(dict.fromkeys(citing))


def steps(page: Page, scene: Scene, trace: Trace, grammar: Grammar, reading: Reading) -> Iterator[Step]:
    """Yield each sentence of a reading with how it was read.

    Args:
        page: the page.
        scene: its scene, its drafts put together.
        trace: what happened while the scene was read.
        grammar: what read it.
        reading: what came of it.
    """
    kept = _Kept(page, scene, reading)
    numbers = {(one.start, one.end): number for number, one in enumerate(scene.sentences)}
    matches: dict[int, list[Match]] = defaultdict(list)
    for match in trace.matches:
        matches[match.sentence].append(match)
    for step in steps_untold(page, reading):
        number = numbers.get((step.sentence.start, step.sentence.end))
        entered = trace.entered.get(number) if number is not None else None
        if number is None or entered is None:
            yield step
            continue
        sentence = scene.sentences[number]
        given = [*trace.attested.get(number, []), *(one for match in matches[number] for one in match.given)]
        refused = list(_refused(matches[number], given, kept))
        if step.block not in _UNTRIED:
            missed = grammar.refusals(sentence, {match.found.rule for match in matches[number]})
            refused += [Refused(rule, reason) for rule, reason in missed]
        fired = list(_fired(given, kept))
        known = {(one.rule, claim) for one in fired for claim in one.claims}
        yield Step(
            step.number, step.text, step.block, step.sentence, entered.speaker,
            entered.pronoun if _PRONOUN.search(step.text) else "",
            tuple(_entities(sentence, scene, entered.names)),
            (*fired, *(one for one in step.fired if (one.rule, *one.claims) not in known)), tuple(refused),
        )  # fmt: skip


def steps_untold(page: Page, reading: Reading) -> Iterator[Step]:
    """Yield each sentence of a reading with where it stands and which claims cite it, by which rules."""
    starts = [block.start for block in page.blocks]
    cited = [
        Fired(one.rule, one.start, one.end, claim.register, slots, claim.attributed_to, (claim.id,))
        for claim, slots in ((claim, _shown(claim)) for claim in reading.claims)
        for one in claim.evidence
        if one.rule not in _STAND_IN
    ]
    cited.sort(key=lambda one: one.start)
    for number, sentence in enumerate(reading.sentences, 1):
        citing = {
            (one.rule, one.claims): one
            for one in reversed(cited)
            if one.start < sentence.end and sentence.start < one.end
        }
        text, kind = page.text[sentence.start : sentence.end], _block(page.blocks, starts, sentence).kind
        yield Step(number, text, kind, sentence, fired=tuple(reversed(citing.values())))


def _block(blocks: Sequence[Block], starts: Sequence[int], sentence: Sentence) -> Block:
    return blocks[bisect_right(starts, sentence.start) - 1]


def _fired(given: Sequence[Given], kept: _Kept) -> Iterator[Fired]:
    for one in given:
        claims = kept.claims(one)
        if claims:
            start, end, rule = one.spans[0]
            yield Fired(rule, start, end, one.draft.register, _told(one.slots), one.speaker, claims)


def _refused(matches: Sequence[Match], given: Sequence[Given], kept: _Kept) -> Iterator[Refused]:
    """Yield the rules that matched and gave nothing, then those whose drafts were left out."""
    for match in matches:
        if not match.given:
            why = _why(match)
            yield Refused(match.found.rule, why, *(() if why in CONSTRUCTION_MISSING else match.found.span()))
    for one in given:
        if not kept.claims(one):
            start, end, rule = one.spans[0]
            yield Refused(rule, "settled", start, end, _told(one.slots))


def _why(match: Match) -> str:
    """Return why a builder gave nothing: what it said itself, else as far as the words of its clause tell."""
    if match.found.why:
        return match.found.why
    if _WORD.search(_NO_WORD.sub("", match.found.match.re.pattern)) is None:
        return "pattern"  # it finds a name, and its builder the construction around that
    text, (first, last) = match.found.sentence.text, match.found.match.span()
    mood = modality(text[text.rfind("; ", 0, first) + 1 : last])
    return "nothing" if mood == DONE else "denied" if mood == DENIED else mood


def _shown(claim: Claim) -> dict[str, Any]:
    """Return what a claim says, of the page itself without its text."""
    whole = claim.register == "documents"
    return {name: value for name, value in claim.slots.items() if not (whole and name in _WHOLE)}


def _told(slots: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in slots.items() if value not in (None, "", [], False)}


def _entities(sentence: Masked, scene: Scene, names: dict[int, str]) -> Iterator[FoundEntity]:
    for at in sentence.places():
        kind, value = _ENTITY[sentence.kind(at)], sentence.value(at)
        start, end = sentence.span(at, at + 1)
        text = " ".join(sentence.page_text[start:end].split())
        if kind == "date":
            meant = scene.date(value)
            until = meant.end.iso if meant is not None and meant.end is not None else ""
            name, how = (meant.start.iso, meant.note) if meant is not None else ("", "cannot be resolved")
            yield FoundEntity(kind, start, end, text, name, "", until, how)
        else:
            yield FoundEntity(kind, start, end, text, names[at], _owner(value))


def _owner(value: Any) -> str:
    """Return the organisation or state that a mention belongs to; of a person, that of the first office given."""
    value = value[0] if isinstance(value, list) else value
    if isinstance(value, Actor) and not value.name:
        return value.offices[0].organization if value.offices else ""
    if isinstance(value, Actor):
        return ", ".join(dict.fromkeys(_office(office) for office in value.offices))
    if isinstance(value, Body):
        return value.state or (value.organization if value.organization != value.name else "")
    if isinstance(value, Office | Group):
        return value.organization
    return ""


def _office(office: Office) -> str:
    how = "acting " if office.acting else "former " if office.former else ""
    return f"{how}{office.title} of {office.organization}" if office.organization else how + office.title
