"""The reader: picks the grammar of a page's language and makes claims of what it reads."""

from __future__ import annotations

import bisect
import operator
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from muniment.errors import EvidenceError
from muniment.profiles import LoadedProfile, World
from muniment.profiles.topics import topics
from muniment.reading.draft import Draft
from muniment.reading.en.explaining import steps, steps_untold
from muniment.reading.en.grammar import Grammar
from muniment.reading.en.sentences import split
from muniment.reading.language import detect
from muniment.reading.scene import Scene
from muniment.reading.topics import Topics
from muniment.reading.trace import Trace
from muniment.terms import Claim, Explanation, Page, Reading, Sentence, digest
from muniment.terms.page import BODY_KINDS

__all__ = ["Reader"]

_LETTER = re.compile(r"[^\W\d_]")
_FURNITURE = frozenset({"navigation", "teaser", "contact", "caption"})


class Reader:
    """Reads pages with the names of some profiles; built once, used for any number of pages.

    Reads: `Page`. Writes: `Reading`. No clock, no network, no chance: the same page gives the same reading.
    """

    def __init__(self, profiles: Sequence[LoadedProfile], world: World) -> None:
        self._profiles = tuple(f"{p.profile.slug}@{p.hash}" for p in profiles)
        self._grammars = {"en": Grammar(profiles, world)}
        self._topics = {language: Topics(topics(), language) for language in self._grammars}

    def language(self, page: Page) -> str:
        """Return the language of a page's body, ISO 639-1; what the page declares where its text is too short."""
        body = " ".join(page.text[b.start : b.end] for b in page.blocks if b.kind in BODY_KINDS)
        return detect(body or page.text) or page.meta.language

    def read(self, page: Page) -> Reading:
        """Return the reading of a page; in a language that is not read, one without claims but for the document."""
        return self._read(page, None)[0]

    def explain(self, page: Page) -> Explanation:
        """Return the reading of a page with how it came about; it is the reading that `read` gives."""
        trace = Trace()
        reading, scene = self._read(page, trace)
        if scene is None:
            return Explanation(reading, "", "", tuple(steps_untold(page, reading)))
        date = scene.anchor.iso if scene.anchor is not None else ""
        told = steps(page, scene, trace, self._grammars[reading.language], reading)
        return Explanation(reading, date, scene.home, tuple(told))

    def _read(self, page: Page, trace: Trace | None) -> tuple[Reading, Scene | None]:
        """Return the reading of a page, and its scene where its language is read.

        Raises:
            EvidenceError: a rule failed on this page, which is a fault of the grammar; other pages are none the worse.
        """
        try:
            return self._tried(page, trace)
        except (AttributeError, LookupError, TypeError, ValueError) as fault:
            raise EvidenceError(
                f"the reader failed on this page ({type(fault).__name__}: {fault}), which is a fault of Muniment",
                code="reader-fault", where=page.source, hint="Please report it with the page; the others are read.",
            ) from fault  # fmt: skip

    def _tried(self, page: Page, trace: Trace | None) -> tuple[Reading, Scene | None]:
        """Return what `_read` does; a rule's fault comes as the rule raised it."""
        language = self.language(page)
        grammar = self._grammars.get(language)
        if grammar is None:
            own = self._document(page, language, None)
            return self._reading(page, language, "", [own], _unread_language(page)), None
        scene = grammar.read(page, trace=trace)
        self._topics[language].tell(scene)
        drafts = [self._document(page, language, scene), *_stubs(page), *scene.drafts]
        return self._reading(page, language, grammar.name, drafts, _account(page, scene, drafts[1:])), scene

    def _reading(
        self, page: Page, language: str, reader: str, drafts: Sequence[Draft], sentences: Sequence[Sentence]
    ) -> Reading:
        claims = _once([draft.claim(page) for draft in drafts if draft.spans])
        return Reading(
            source=page.source,
            document=page.document,
            language=language,
            reader=reader,
            profiles=self._profiles,
            blocks=digest(page.blocks),
            claims=claims,
            sentences=tuple(sentences),
        )

    @staticmethod
    def _document(page: Page, language: str, scene: Scene | None) -> Draft:
        """Return the `documents` draft of a page: what it says of itself, its body and its block map."""
        meta = page.meta
        titles = [b for b in page.blocks if b.kind == "title"]
        body = [b for b in page.blocks if b.kind in BODY_KINDS]
        title = page.text[titles[0].start : titles[0].end].strip() if titles else meta.title
        slots = {
            "title": " ".join(title.split()),
            "published": scene.published if scene is not None else meta.published,
            "modified": meta.modified,
            "language": language,
            "section": meta.section,
            "publisher": (scene.publisher if scene is not None else "") or meta.publisher,
            "signed_by": scene.signed_by if scene is not None else meta.author,
            "text": "\n\n".join(page.text[b.start : b.end].strip() for b in body),
            "archived_text": page.text,
            "blocks": list(msgspec.to_builtins(page.blocks)),
        }
        cited = [*(titles or body)[:1], *(b for b in page.blocks if b.kind in ("dateline", "signature"))]
        spans = [(*_trimmed(page.text, b.start, b.end), f"documents.{b.kind}") for b in cited]
        told = scene.told if scene is not None else []
        spans += [t for t in told if not any(s <= t[0] and t[1] <= e for s, e, _ in spans)]
        if not spans and page.text.strip():
            spans = [(*_trimmed(page.text, 0, len(page.text)), "documents.page")]
        return Draft("documents", slots, [s for s in spans if s[0] < s[1]])


def _once(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return claims without those that are one with another before them: an id is asked for only where two may be."""
    kept: list[Claim] = []
    alike: dict[tuple[Any, ...], list[Claim]] = {}
    for claim in claims:
        # what cites other stretches, or the same for another register, is another claim
        others = alike.setdefault((claim.register, *[(e.start, e.end) for e in claim.evidence]), [])
        if not others or not any(claim.id == other.id for other in others):
            others.append(claim)
            kept.append(claim)
    return tuple(kept)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _stubs(page: Page) -> list[Draft]:
    """Return a stub for each page that a teaser advertises; its source is `<page>#teaser-N`, counted from 1."""
    out = []
    for number, block in enumerate((b for b in page.blocks if b.kind == "teaser"), start=1):
        start, end = _trimmed(page.text, block.start, block.end)
        if start < end:
            text = page.text[start:end]
            # a date over the teaser is no title
            title = next((line for line in text.split("\n") if _LETTER.search(line)), text)
            slots = {"title": " ".join(title.split()), "text": text, "stub": True}
            out.append(
                Draft("documents", slots, [(start, end, "documents.teaser")], source=f"{page.source}#teaser-{number}")
            )
    return out


def _unread_language(page: Page) -> list[Sentence]:
    return [
        Sentence(start, end, "set_aside", ("language.not-read",), "language")
        for block in page.blocks
        for start, end in split(page.text, block.start, block.end)
    ]


def _account(page: Page, scene: Scene, drafts: Sequence[Draft]) -> list[Sentence]:
    """Return what became of every sentence: read by the rules that cite it, set aside by a named rule, or unread."""
    spans = sorted([span for draft in drafts for span in draft.spans])
    citing: list[tuple[int, int, str]] = []
    taken = 0
    out: list[Sentence] = []
    for block in page.blocks:
        if block.kind in _FURNITURE:
            rule = (f"furniture.{block.kind}",)
            out += [Sentence(s, e, "set_aside", rule, "furniture") for s, e in split(page.text, block.start, block.end)]
    for number, sentence in enumerate(scene.sentences):
        start, end = sentence.start, sentence.end
        first, taken = taken, bisect.bisect_left(spans, (end,), taken)
        rules: tuple[str, ...] = ()
        if citing or first < taken:
            citing = [span for span in (*citing, *spans[first:taken]) if start < span[1]]
            rules = tuple(dict.fromkeys([rule for _, _, rule in citing]))
        kind = scene.kinds[number]
        if rules:
            out.append(Sentence(start, end, "read", rules))
        elif kind in ("title", "dateline"):
            out.append(Sentence(start, end, "set_aside", (f"heading.{kind}",), "heading"))
        elif number in scene.set_aside:
            rule_name, reason = scene.set_aside[number]
            out.append(Sentence(start, end, "set_aside", (rule_name,), reason))
        else:
            out.append(Sentence(start, end, "unread"))
    return sorted(out, key=operator.attrgetter("start"))
