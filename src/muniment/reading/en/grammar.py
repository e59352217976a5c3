"""The English grammar: a page's text to drafts and an account of its sentences."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from typing import Any

import ahocorasick_rs
import regex

from muniment.profiles import LoadedProfile, World
from muniment.reading.draft import Draft
from muniment.reading.en.bodies import BodyReader
from muniment.reading.en.dates import (
    DateMention,
    Resolved,
    find_within,
    follow,
    is_history,
    month_first,
    page_date,
    resolve,
    turned_round,
)
from muniment.reading.en.definitions import defined_hits, find_definitions
from muniment.reading.en.imagined import PLAYED, imagined
from muniment.reading.en.imprint import imprint
from muniment.reading.en.lexicon import lexicon
from muniment.reading.en.modality import is_planned, their_plans
from muniment.reading.en.offices import OfficeReader
from muniment.reading.en.people import PeopleReader
from muniment.reading.en.quotes import Quote, find_quotes
from muniment.reading.en.rules import RULES, SETTLE
from muniment.reading.en.rules.setaside import set_aside
from muniment.reading.en.rules.tenures import attested
from muniment.reading.en.sentences import split
from muniment.reading.en.series import of_a_year
from muniment.reading.en.speech import find_speeches
from muniment.reading.en.tense import tense_at
from muniment.reading.en.titles import TitleReader
from muniment.reading.en.words import Hit, entity_class, keep_apart, tokenise
from muniment.reading.gazetteer import Entity, Gazetteer
from muniment.reading.holders import Holders
from muniment.reading.mask import Masked, expand, masked
from muniment.reading.mention import Actor, Office, State
from muniment.reading.needs import needs
from muniment.reading.pattern import PATTERNS, compiled
from muniment.reading.rule import Found
from muniment.reading.scene import Scene
from muniment.reading.sieve import Sieve, bits
from muniment.reading.tokens import Tokens
from muniment.reading.trace import Trace
from muniment.terms import Block, Page, PartialDate

__all__ = ["Grammar"]

_WE = re.compile(expand(r"\b[Ww]e, (?:the )?{BYS}"))
_CHOOSING = re.compile(r"\b(?:decisions?|resolutions?|decrees?|orders?) (?:on|to|concerning|regarding) (?:the )?"
                       r"(?:appoint|elect|re-?elect|nominat|designat)")  # fmt: skip
"""A text whose title tells who is chosen for an office: "the decision on the appointment of N as Director"."""
_OFFICE = re.compile("O")
_ACTOR = re.compile("A")
_READ_KINDS = frozenset({"title", "paragraph", "quote", "dateline", "signature"})


class Grammar:
    """The compiled English grammar with the names of some profiles.

    Attributes:
        name: name and version, as recorded with every reading.
    """

    name = "en/1"

    def __init__(self, profiles: Sequence[LoadedProfile], world: World) -> None:
        self._lexicon = lexicon()
        self._gazetteer = Gazetteer(profiles, world, self._lexicon.regions, self._lexicon.common)
        self._names: dict[str, tuple[str, Any, str]] = {}
        self._holders = Holders(profiles)
        self._rules = list(RULES)
        self._patterns = _Patterns()
        asked = [needs(expand(rule.pattern)) for rule in RULES]
        tried = [needs(each.text) for each in PATTERNS]
        words = [([trigger for trigger in rule.triggers if " " not in trigger],) for rule in RULES]
        self._sieve = Sieve([*asked, *words, *tried])
        self._every = (1 << len(RULES)) - 1
        phrases = sorted({trigger for rule in RULES for trigger in rule.triggers if " " in trigger})
        self._phrase_finder = ahocorasick_rs.AhoCorasick(phrases, implementation=ahocorasick_rs.Implementation.DFA)
        self._called_by = [sum(1 << n for n, rule in enumerate(RULES) if p in rule.triggers) for p in phrases]

    def scene(self, page: Page) -> Scene:
        """Return a page's scene with its sentences masked, before any clause rule has run."""
        blocks = [b for b in page.blocks if b.kind in _READ_KINDS]
        spans = [s for b in blocks for s in split(page.text, b.start, b.end)]
        aliases = find_definitions(page.text, self._gazetteer, self._lexicon)
        hits, dates, quotes, mentions = self._hits(page, blocks, aliases)
        home = mentions.most_common(1)[0][0] if mentions else ""
        scene = Scene(page, home, self._holders.at)
        tokens = tokenise(page.text, spans, hits, self._lexicon)
        self._phrases(tokens, scene, BodyReader(self._gazetteer, home, aliases, mentions))
        actors = [actor for _, actor in _actors(tokens) if actor.name]
        turned = month_first(dates)
        written = [turned_round(m) if turned else m for m in dates]
        anchor = page_date(written, page.text, page.meta.published, lambda day: self._holders.fits(actors, day))
        scene.anchor = anchor
        scene.sentences = self._masked(tokens)
        scene.resolve_date = lambda mention, previous: resolve(mention, anchor, previous, month_before_day=turned)
        scene.resolved = _resolved(scene, turned)
        scene.kinds = self._kinds(scene, blocks)
        scene.collective = _collective(scene)
        scene.speeches = find_speeches(scene, quotes) if scene.sentences else []
        return scene

    def _phrases(self, tokens: Tokens, scene: Scene, bodies: BodyReader) -> None:
        """Fold bodies, offices, people and instruments, layer upon layer."""
        bodies.fold(tokens)
        OfficeReader(self._lexicon, bodies).fold(tokens)
        people = PeopleReader(self._holders.called)
        people.fold(tokens)
        scene.full_name = people.fullest
        for start, actor in _actors(tokens):
            scene.meet(actor, start)
        for start, actor in people.told:
            scene.meet(actor, start)
        opened = [tokens.between(*at) for at in _choosing(tokens)]
        for part in (*opened, tokens):
            if part is tokens:
                TitleReader().fold(tokens)
            part.collapse([
                (match.start(), match.end(), "A", Actor("", (office,)))
                for match in _OFFICE.finditer(part.classes)
                if isinstance(office := part.values[match.start()], Office) and (office.definite or office.organization)
            ])  # fmt: skip
        scene.opened = {sentence.start: sentence for part in opened for sentence in self._masked(part)}

    @staticmethod
    def _masked(tokens: Tokens) -> list[Any]:
        out, first = [], 0
        while (index := tokens.classes.find("\n", first)) >= 0:
            if index > first:
                out.append(masked(tokens, first, index))
            first = index + 1
        return out

    def _hits(
        self, page: Page, blocks: Sequence[Block], aliases: dict[str, str]
    ) -> tuple[list[Hit], list[DateMention], list[Quote], Counter[str]]:
        text = page.text
        hits: list[Hit] = []
        mentions: Counter[str] = Counter()
        quotes = find_quotes(text, [(b.start, b.end) for b in blocks if b.kind in ("paragraph", "quote", "title")])
        spans = [(b.start, b.end) for b in blocks]
        within = _Within(blocks)
        for start, end, form in self._gazetteer.find(text, spans):
            kind, value, owner = self._names.get(form) or self._learn(form)
            hits.append((start, end, kind, value))
            if owner:
                mentions[owner] += within.weight(start)
        for block in itertools.takewhile(
            lambda b: b.kind != "title", page.blocks
        ):  # the site's own name above the title
            site = self._gazetteer.canonical(text[block.start : block.end].strip().split("\n")[0])
            if site is not None and site.detail == "organisation":
                mentions[site.organization] += 3
        dates = [m for m in find_within(text, spans) if within.weight(m.start)]
        hits += [(m.start, m.end, "D", m) for m in dates if m.kind not in ("time", "symbol")]
        hits += [(q.outer_start, q.outer_end, "Q", text[q.start : q.end]) for q in quotes if q.kind == "title"]
        hits += [hit for hit in of_a_year(text, self._gazetteer.series) if within.weight(hit[0])]
        for hit in defined_hits(text, spans, aliases, self._gazetteer, self._lexicon):
            hits.append(hit)
            if hit[2] == "B" and hit[3][0].organization:
                mentions[hit[3][0].organization] += within.weight(hit[0])
        return keep_apart(hits), dates, quotes, mentions

    def _learn(self, form: str) -> tuple[str, Any, str]:
        """Return a known name's class, what its token holds, and the organisation that it alone points to, if one."""
        entities = self._gazetteer.entities[form]
        kind = entity_class(entities)
        owners = {e.organization for e in entities if e.kind in "BU"}
        told = len(owners) == 1 and (entities[0].detail == "organisation" or not self._gazetteer.is_generic(form))
        self._names[form] = learnt = (kind, _plain(kind, entities), owners.pop() if told else "")
        return learnt

    @staticmethod
    def _kinds(scene: Scene, blocks: Sequence[Block]) -> list[str]:
        """Return the kind of block each sentence stands in."""
        out, number = [], 0
        for sentence in scene.sentences:
            while number < len(blocks) - 1 and sentence.start >= blocks[number].end:
                number += 1
            out.append(blocks[number].kind)
        return out

    def read(self, page: Page, settle: bool = True, trace: Trace | None = None) -> Scene:
        """Return a page's scene with every draft its sentences gave; merged within the page if `settle`.

        Args:
            page: the page.
            settle: whether the drafts of one act are put together.
            trace: told how the drafts came about, for whoever asks.
        """
        scene = self.scene(page)
        for number, sentence in enumerate(scene.sentences):
            kind = scene.kinds[number]
            if kind == "dateline":
                continue
            scene.number = number
            scene.enter(sentence)
            passed, called = self._sifted(sentence)
            if trace is not None:
                trace.enter(scene)
            numbers = [] if kind == "title" else bits(passed & called)
            for draft in itertools.chain(attested(scene), self._apply(numbers, scene, trace)):
                draft.sentence = number
                if scene.speech and not draft.speaker and scene.said(*draft.spans[0][:2]):
                    draft.speaker = scene.speech
                scene.drafts.append(draft)
                if trace is not None:
                    trace.take(draft)
            scene.leave(sentence)
        scene.set_aside = set_aside(scene)
        scene.told = imprint(scene)
        played = imagined(scene)
        scene.drafts = [d for d in scene.drafts if d.sentence not in played or d.register not in PLAYED]
        if settle:
            told = {draft.register for draft in scene.drafts}
            for register, merge in SETTLE.items():
                others, own = scene.drafts, []
                if register in told:
                    others = [d for d in scene.drafts if d.register != register]
                    own = [d for d in scene.drafts if d.register == register]
                scene.drafts = others + merge(own, scene)
        return scene

    def _apply(self, numbers: Sequence[int], scene: Scene, trace: Trace | None = None) -> Iterator[Draft]:
        """Yield what some rules make of the sentence being read, one by one: a later rule sees what an earlier read."""
        sentence = scene.sentences[scene.number]
        text = sentence.text
        met: dict[str, bool] = {"": True}
        begins: dict[Callable[[Masked], Sequence[int]] | None, Sequence[int] | None] = {None: None}
        for number in numbers:
            rule = self._rules[number]
            if rule.needs not in met:
                met[rule.needs] = self._patterns[rule.needs].search(text) is not None
            if not met[rule.needs]:
                continue
            if rule.starts is not None and rule.starts not in begins:
                begins[rule.starts] = rule.starts(sentence)
            for match in rule.matches(self._patterns[rule.pattern], text, begins[rule.starts]):
                found = Found(match, sentence, rule.name)
                drafts = rule.build(found, scene)
                yield from drafts if trace is None else trace.watch(found, scene, drafts)

    def _sifted(self, sentence: Masked) -> tuple[int, int]:
        """Return which rules may match in a sentence and which have a trigger there: numbers whose bit N is rule N.

        The sentence is told which of the builders' patterns may match in it.
        """
        passed = self._sieve.passed(sentence.lowered)
        called = passed >> len(self._rules) & self._every
        sentence.live = passed >> 2 * len(self._rules)
        for index, _, _ in self._phrase_finder.find_matches_as_indexes(sentence.lowered, overlapping=True):
            called |= self._called_by[index]
        return passed, called

    def refusals(self, sentence: Masked, matched: Container[str]) -> Iterator[tuple[str, str]]:
        """Yield each rule that was triggered by a sentence and did not match, by its name, with why; for explaining.

        Args:
            sentence: a sentence that was read.
            matched: names of the rules that matched in it.
        """
        _, called = self._sifted(sentence)
        for number in bits(called):
            rule = self._rules[number]
            if rule.name in matched:
                continue
            if rule.needs and self._patterns[rule.needs].search(sentence.text) is None:
                yield rule.name, "needs"
            else:
                yield rule.name, "pattern" if rule.starts is None or rule.starts(sentence) else "start"


class _Patterns(dict[str, regex.Pattern[str]]):
    """A pattern as a rule writes it -> compiled, when it is first asked for: few pages need them all."""

    def __missing__(self, written: str) -> regex.Pattern[str]:
        self[written] = found = compiled(written)
        return found


class _Within:
    """The blocks that are read, to be asked where a place of the page stands."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._starts = [block.start for block in blocks]
        self._blocks = blocks

    def weight(self, place: int) -> int:
        """Return what a name told at a place counts for whose page it is: most in a title, nothing in no block."""
        number = bisect.bisect_right(self._starts, place) - 1
        if number < 0 or place >= self._blocks[number].end:
            return 0
        return 3 if self._blocks[number].kind == "title" else 1


def _actors(tokens: Tokens) -> list[tuple[int, Actor]]:
    """Return the people of a page, each with where their token begins."""
    places = (match.start() for match in _ACTOR.finditer(tokens.classes))
    return [(tokens.starts[at], value) for at in places if isinstance(value := tokens.values[at], Actor)]


def _collective(scene: Scene) -> str:
    """Return who a page speaks for that opens "We, the Heads of State of ...": the group and its organisation."""
    if "We," not in scene.page.text and "we," not in scene.page.text:
        return ""
    for sentence in scene.sentences:
        match = _WE.search(sentence.text) if "e, " in sentence.text else None
        if match is not None:
            value = sentence.value(match.end() - 1)
            owner = getattr(value, "organization", "")
            name = scene.name(value)
            return f"{owner} {name}" if owner and owner not in name else name
    return ""


def _resolved(scene: Scene, month_before_day: bool) -> dict[int, Resolved]:
    """Return what each date of the page means: against its own date, the one told before, its sentence's tense."""
    out: dict[int, Resolved] = {}
    previous: PartialDate | None = None
    for sentence in scene.sentences:
        dated = [(at, sentence.value(at)) for at in sentence.places(kinds="D")]
        open_year = any(mention.year is None for _, mention in dated)  # the tense decides nothing about others
        planned = open_year and is_planned(sentence.text)
        beside: PartialDate | None = None
        theirs = {day for _, _, day in their_plans(sentence.text)} if len(dated) > 1 else set()
        for at, mention in dated:
            tense = tense_at(sentence.text, at, planned) if open_year else ""
            gone_by = tense == "future" and bool(beside and scene.anchor and beside.iso < scene.anchor.iso)
            found = follow(mention, beside) if beside is not None and not gone_by else None
            found = found or resolve(mention, scene.anchor, previous, tense, month_before_day)
            if found is not None:
                out[mention.start] = found
                if at not in theirs and not _is_another_year(mention, scene.page.text):
                    previous = found.start
                    beside = found.start if mention.year is not None else beside
    return out


_OPEN = frozenset({"by", "to", "until", "till", "before", "through", "since"})
"""Before a year that something lasts to or goes back to: the page's other dates need not lie in it."""


def _is_another_year(mention: DateMention, text: str) -> bool:
    """Whether a date is a year only that tells nothing of the page's other dates: "until 2030", "set up in 2002"."""
    history = mention.lead == "in" and is_history(mention, text)
    return mention.kind == "year" and (mention.lead in _OPEN or history)


def _plain(kind: str, entities: list[Entity]) -> Any:
    """Return what a known name's token holds: a state, an entity, or all that it may stand for."""
    first = next(e for e in entities if e.kind == kind)
    if kind in "SJ":
        return State(first.name)
    return entities if kind in "BUN" else first


def _choosing(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the sentences that name a text by whom it chooses for an office: first token, the newline token behind."""
    done = 0
    for match in _CHOOSING.finditer(tokens.text):
        at = bisect.bisect_right(tokens.starts, match.start()) - 1
        last = tokens.classes.find("\n", at)
        if at >= done and last >= 0:
            yield tokens.classes.rfind("\n", 0, at) + 1, last
            done = last
