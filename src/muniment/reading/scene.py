"""What is known while a page is read: its date, its people and their offices, who speaks, which meeting is told of."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Any

from muniment.reading.draft import Draft
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Group, Instrument, Office, State
from muniment.reading.pattern import pattern
from muniment.terms import Page, PartialDate

__all__ = ["Scene"]

_QUALIFIERS = frozenset(
    {
        "deputy",
        "vice",
        "assistant",
        "first",
        "under",
        "press",
        "special",
        "acting",
        "former",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "honorary",
        "co",
    }
)


_GOVERNED = re.compile(r"\b(?:of|by|with|to|from|for|on behalf of|against|between)(?: the)?\s$")

_GOVERNING = len("on behalf of the ") + 1
"""Characters before a mention within which what governs it begins."""


_PAIR = re.compile(r",? and (?:the |his |her )?$")
_SAYS = re.compile(
    r",?(?: \w+){0,2} (?:said|noted|added|stressed|stated|replied|explained|pointed out|emphasi[sz]ed"
    r"|recalled|told|underlined)\b"
)
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) ")
_LETTERS = re.compile(r"[^\W\d_]+")
_NEAR = 5
"""Code points of a sentence before its first mention, at most, for that to be its subject: "The ", "Both "."""
_CHIEF = frozenset({"chief", "head", "leader", "boss"})
_HIGHEST = re.compile(
    r"(?i)secretary[- ]general|director[- ]general|executive secretary|president|chair(?:person|man|woman)?"
)
"""What agencies call "the X chief": the highest officer of an organisation."""
_RULES = re.compile(r"(?i)president|king|queen|emir|sultan")
"""Whom a page may also call the head of state."""
_MORE_STATES = re.compile(expand(r"(?:(?:,| and|, and) (?:the )?(?:{S}|other (?:countries|states))(?![’'\w]))+"))
_PRONOUN_SAID = pattern(
    r"(?:^|[,;] )(?:[Hh]e|[Ss]he) (?:\w+ ){0,2}?(?:said|noted|added|stressed|stated|believes|explained"
    r"|pointed|emphasi[sz]ed|recalled|told)\b"
)
_PRONOUN_FIRST = re.compile(r"(?:He|She) (?!and\b)")
"""The subject of a sentence that begins so is told before it: "He paid tribute to General A"."""


@functools.lru_cache(maxsize=256)
def _head(head: str) -> re.Pattern[str]:
    """Return a pattern for a head word, singular or plural, large or small."""
    return re.compile(rf"\b{re.escape(head.rstrip('s'))}s?\b", re.IGNORECASE)


_SMALL = frozenset({"of", "the", "for", "and", "to", "in", "affairs"})


@functools.lru_cache(maxsize=4096)
def office_words(title: str) -> frozenset[str]:
    """Return the words an office is told apart by: lower case, without articles and "of"."""
    return frozenset(_LETTERS.findall(title.lower().replace("defence", "defense"))) - _SMALL


class Scene:
    """The page being read and what its sentences have told so far.

    Attributes:
        page: the page.
        anchor: the date the page speaks at; None where it cannot be told.
        home: canonical name of the organisation the page speaks from; empty where none is found.
        sentences: the page's masked sentences, in order.
        number: the sentence being read.
        speech: full name of whose words the sentence is, where it stands inside somebody's quoted speech; else empty.
        last_actor: the person last named as a subject.
        last_group: the group or body last named as a subject.
        kinds: the kind of block each sentence stands in.
        speeches: what is said in somebody's own words, in order; see `en.speech.Speech`.
        set_aside: number of a sentence -> the rule that set it aside and the reason.
        published: date of publication, ISO 8601, from the page's own words or its metadata.
        publisher: who published the page, as its words say; empty where they do not.
        collective: who "we" are on a page that speaks for several ("We, the Foreign Ministers of ..."); else empty.
        signed_by: who signed the page.
        told: where the page says when it was published, by whom, and who signed it: start, end, rule.
        opened: where a sentence begins -> the sentence with the titles of texts left open, where one tells of a choice.
        drafts: what has been read so far, in order.
        resolved: start of a date mention -> what it means on this page.
        resolve_date: what a date mention means against the page's date and another told before it.
        holders: who holds an office of an organisation at a date, by the profiles.
    """

    def __init__(self, page: Page, home: str, holders: Callable[[str, str, PartialDate | None], str]) -> None:
        self.page = page
        self.home = home
        self.holders = holders
        self.anchor: PartialDate | None = None
        self.sentences: list[Masked] = []
        self.number = 0
        self.speech = ""
        self.last_actor = ""
        self.last_group = ""
        self.drafts: list[Draft] = []
        self.kinds: list[str] = []
        self.speeches: list[Any] = []
        self.set_aside: dict[int, tuple[str, str]] = {}
        self.published = page.meta.published
        self.publisher = ""
        self.collective = ""
        self.told: list[tuple[int, int, str]] = []
        self.signed_by = page.meta.author
        self._named: list[tuple[str, str, str, int]] = []
        self.resolved: dict[int, Any] = {}
        self.resolve_date: Callable[[Any, PartialDate | None], Any] = lambda mention, previous: None
        self.opened: dict[int, Masked] = {}
        self.full_name: Callable[[str], str] = lambda name: name

    def meet(self, actor: Actor, start: int = 0) -> None:
        """Remember a person named with offices, and where, so that "the Secretary General" can be told later."""
        for office in actor.offices:
            self._named.append((office.title, office.organization, actor.name, start))

    def enter(self, sentence: Masked) -> None:
        """Begin a sentence: learn whether it stands inside somebody's speech."""
        self.speech = ""
        begin = sentence.start
        for speech in self.speeches:
            for start, end in speech.parts:
                if start <= begin + 1 and begin < end:
                    self.speech = speech.speaker
                    return

    def said(self, start: int, end: int) -> bool:
        """Whether most of a stretch of the page's text stands inside somebody's quoted speech, not beside it."""
        inside = sum(
            max(0, min(end, last) - max(start, first)) for speech in self.speeches for first, last in speech.parts
        )
        return bool(2 * inside >= end - start)

    def leave(self, sentence: Masked) -> None:
        """End a sentence: remember who "he" and "she" are in the next: who spoke in it, else its subject."""
        start, end = sentence.start, sentence.end
        spoken = ""
        for speech in reversed(self.speeches):
            if speech.speaker and speech.touches(start, end):
                spoken = speech.speaker
                break
        self.last_actor = spoken or self.subject(sentence) or self.last_actor
        self.last_group = "" if spoken else self._group(sentence) or self.last_group

    def subject(self, sentence: Masked) -> str:
        """Return the person a sentence is about: its first that no preposition governs, else its first; or nobody."""
        actors = sentence.places(kinds="A")
        if not actors:
            return ""
        pronoun = sentence.search(_PRONOUN_SAID, sentence.text)
        if pronoun is not None and pronoun.start() < actors[0]:
            return ""
        if _PRONOUN_FIRST.match(sentence.text):
            return ""
        if len(actors) == 1:
            return self.person(sentence.value(actors[0]))
        free = [at for at in actors if not _GOVERNED.search(sentence.text, max(0, at - _GOVERNING), at)]
        speaking = [at for at in free if _SAYS.match(sentence.text, at + 1)]
        free = speaking or free
        return self.person(sentence.value((free or actors)[0]))

    def _group(self, sentence: Masked) -> str:
        """Return the group, body or two people that a sentence begins with, for "they" in the next."""
        places = sentence.places()
        if len(places) > 1 and places[0] <= _NEAR and sentence.kind(places[0]) == sentence.kind(places[1]) == "A":
            pair = self.names([sentence.value(at) for at in places[:2]])
            if len(pair) > 1 and _PAIR.match(sentence.text[places[0] + 1 : places[1]]):
                return " and ".join(pair)
        first = next(iter(places), None)
        if first is None or first > _NEAR or sentence.kind(first) not in "YB":
            return ""
        return self.whole(sentence, first)

    def whole(self, sentence: Masked, at: int) -> str:
        """Return the name of whatever stands at a place, a group with the states behind it ("Ministers of S, S")."""
        value = sentence.value(at)
        more = _MORE_STATES.match(sentence.text, at + 1) if isinstance(value, Group) else None
        if more is None:
            return self.name(value)
        start, end = sentence.span(at, more.end())
        return _ARTICLE.sub("", " ".join(sentence.page_text[start:end].split()))

    def person(self, value: Actor | Office) -> str:
        """Return the name of a person, or of an office's holder; the office as written where nobody is known."""
        if isinstance(value, Actor):
            if value.name:
                return value.name
            if not value.offices:
                return ""
            office = value.offices[0]
        else:
            office = value
        return self.holder(office) or _capital(office.text or office.title)

    def holder(self, office: Office) -> str:
        """Return who holds an office, as the page tells or else the profiles; empty where nobody is known."""
        if office.plural:
            return ""
        if office.title.lower() in ("representative", "delegate", "diplomat") and office.organization:
            return next((name for _, owner, name, _ in self._named if owner == office.organization), "")
        told = [n for n in self._named if self._same_office(office.title, office.organization, n[0], n[1])]
        if not told and office.title.lower() == "head of state" and office.organization:
            told = [n for n in self._named if n[1] == office.organization and _RULES.fullmatch(n[0])]
        if not told:
            return self.holders(office.title, office.organization or self.home, self.anchor)
        end = self.sentences[self.number].end if self.number < len(self.sentences) else 0
        before = [name for _, _, name, start in told if start < end]
        if self.last_actor in before:
            return self.last_actor
        return before[-1] if before else told[0][2]

    @staticmethod
    def _same_office(wanted: str, owner: str, title: str, organization: str) -> bool:
        """Whether a description fits an office named before: the same words, or its beginning ("the Minister")."""
        if owner and organization and owner != organization and owner not in organization.split():
            mine, theirs = office_words(owner), office_words(organization)
            if not (mine - {"s"} <= theirs or theirs - {"s"} <= mine):
                return False
            owner = organization
        wanted_words, words = office_words(wanted), office_words(title)
        if wanted.lower() in _CHIEF and owner and owner == organization and _HIGHEST.fullmatch(title):
            return True
        if (wanted_words & _QUALIFIERS) - {"acting"} != (words & _QUALIFIERS) - {"acting"}:
            return False
        parts = title.lower().split(" – ")
        return bool(wanted_words) and (
            wanted_words == words or any(f"{part} ".startswith(f"{wanted.lower()} ") for part in parts)
        )

    def told_as(self, title: re.Pattern[str]) -> str:
        """Return the person last named so far with an office of a kind; empty where nobody was."""
        end = self.sentences[self.number].end
        fits = [name for office, _, name, start in self._named if start < end and name and title.search(office)]
        return fits[-1] if fits else ""

    def name(self, value: Any) -> str:
        """Return the name of whatever a placeholder stands for, canonical where one is known."""
        if isinstance(value, (Actor, Office)):
            return self.person(value)
        if isinstance(value, Body):
            return self.body(value)
        if isinstance(value, (State,)):
            return value.name
        if isinstance(value, Group):
            return value.text
        if isinstance(value, Instrument):
            return value.title
        return str(getattr(value, "name", value))

    def body(self, body: Body) -> str:
        """Return a body's name; a bare head word ("the Council") is told from the last body that ends or begins so."""
        if not body.anaphor:
            return body.name
        head = body.name.lower()
        if head in ("organization", "organisation"):
            return self.home or body.name
        fits = _head(head)
        state = ""
        for sentence in reversed(self.sentences[: self.number + 1]):
            behind = any(sentence.value(at) is body for at in sentence.places())
            for at in reversed(sentence.places()):
                value = sentence.value(at)
                if value is body:
                    behind = False
                if behind or not isinstance(value, Body) or value.anaphor or not fits.search(value.name):
                    continue
                if not value.state:
                    return value.name
                state = state or value.name
        return state or body.name

    def date(self, mention: Any) -> Any:
        """Return what a date mention means on this page; None where the page does not say enough."""
        return self.resolved.get(mention.start)

    def iso(self, mention: Any) -> str:
        """Return a date mention's first day, month or year as ISO 8601; empty where it cannot be resolved."""
        resolved = self.date(mention) if mention is not None else None
        return resolved.begin if resolved is not None else ""

    def dates(self, start: int = 0, end: int | None = None) -> list[Any]:
        """Return the resolved dates of the sentence being read, in a stretch of its masked text, in order."""
        sentence = self.sentences[self.number]
        found = [self.date(sentence.value(at)) for at in sentence.places(start, end, kinds="D")]
        return [date for date in found if date is not None]

    def last(self, register: str) -> Draft | None:
        """Return the last draft of a register; None where there is none."""
        return next((d for d in reversed(self.drafts) if d.register == register), None)

    def names(self, values: Sequence[Any]) -> list[str]:
        """Return the names of several mentions, each once, in order."""
        return [name for name in dict.fromkeys(self.name(v) for v in values) if name]


def _capital(text: str) -> str:
    text = _ARTICLE.sub("", text)
    return text[:1].upper() + text[1:]
