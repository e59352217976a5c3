"""The sentences of a treaty's text that say when it enters into force, and what each asks for."""

from __future__ import annotations

import re

from msgspec.structs import replace

from muniment.reading.en.force.articles import Articles, units
from muniment.reading.en.force.lags import find_lag
from muniment.reading.en.force.numbers import CARDINAL, ORDINAL, cardinal, ordinal
from muniment.reading.en.force.phrasing import plainly
from muniment.reading.en.force.rule import first_day, rule_of
from muniment.reading.en.force.scanning import mended, unmarked
from muniment.reading.en.force.states import state_names
from muniment.reading.en.force.subjects import (
    ENTRY_NOUN,
    PROVISIONAL,
    VERB,
    for_each_alone,
    for_later_party,
    own_nouns,
    scope_of_all,
    speaks_of,
)
from muniment.terms.treaty import Condition, ForceClause, Lag

__all__ = ["final_clauses"]

_AND_FOR_EACH = re.compile(
    r"(?i)(?<!\bdate)(?<!\btime)(?<!months)(?<!\bdays)(?<!years)[,;]?\s+(?:and|but)?,?\s*(?:shall\s+(?:enter|come)\s+into"
    r"\s+\w+\s+)?(?:thereafter|subsequently"
    r"|(?:for|in\s+respect\s+of|with\s+respect\s+to|as\s+regards|in\s+the\s+case\s+of)\s+(?:each|any|every|all\s+other|(?:the\s+)?other"
    r"|(?:the\s+)?(?:[\w-]+\s+)?(?:states|parties|countries|members)\s+whose\s+(?:legislation|laws?))\b)"
)
_FALLBACK = re.compile(
    r"(?i)\b(?:if|in\s+the\s+event\s+that|should)\b[^.;]*?\b(?:not\s+(?:have\s+)?(?:been\s+)?(?:fulfil\w*|met|satisfied"
    r"|entered|deposited|ratified)|has\s+not|have\s+not|is\s+not|are\s+not)\b"
)
_IN_CASE = re.compile(r"(?i)^[\s\d().a-z]{0,8}?\b(?:if|should|in\s+the\s+event\s+that)\b")
_MET_BEFORE = re.compile(
    r"(?i)\b(?:if|should)\s+(?:these|the|those|such)\s+(?:conditions|requirements)\b[^.;,]*?\b(?:fulfilled|met|satisfied)\s+"
    r"(?:before|prior\s+to)\b"
)
_FULL_THEN = re.compile(
    r"(?i)\b(?:whereby|by\s+which|with\s+which)\b[^.;]*\bconditions?\b[^.;]*\b(?:satisfied|fulfilled|met)"
)
_ORDINAL_NUMBER = re.compile(rf"(?i)\b(?:{ORDINAL}|{CARDINAL})\b")
_LEFT_OPEN = re.compile(r"(?i)\b(?:may|agree|decide|determine|fix|convene|special\s+protocol|meet|consult)\b")
_MET_LATER = re.compile(r"(?i)\b(?:conditions?|it)\b[^.;]*\b(?:ha[sv]e?\s+been|are|is)\s+(?:fulfil\w*|met|satisfied)")
_WITHIN = re.compile(
    r"(?i)\bwithin\s+(?:a\s+period\s+of\s+)?(?P<time>[\w-]+(?:\s*\(\d+\))?\s+\w+)\s+(?:of|from|after)\b"
)
_DESIGNATED = re.compile(
    r"(?i)governments?\s+of\s+([^.;]{10,300}?),?\s+(?:which\s+|who\s+)?(?:are|is"
    r"|shall\s+be)?\s*(?:hereby\s+)?designated\s+(?:as\s+)?(?:the\s+)?depositar"
)
_NOT_ADDITIONAL = re.compile(
    r"(?i)instruments?\s+deposited\s+by\s+[^.;]{3,160}?\bshall\s+not\s+be\s+(?:counted|considered|regarded)\b"
)
_TAKING_EFFECT = re.compile(
    r"(?i)\b(?:deposited|effected)\b[^.;]{0,160}?\b(?:after|subsequent)[^;]*?\b(?:ratification|acceptance|approval|accession"
    r"|such\s+instrument)s?\b[^.;]*?\bshall\s+(?:take\s+effect|become\s+effective)\b"
    r"|\b(?:ratification|acceptance|approval|accession)s?\b[^.;]{0,160}?\b(?:deposited|effected)\b[^.;]{0,40}?"
    r"\b(?:after|subsequent)[^.;]{0,200}?\bshall\s+(?:take\s+effect|become\s+effective)\b"
)
_ENUMERATOR = 12
"""Code points of a piece that only numbers the next one."""

_NEAR = 600
"""Code points behind a clause within which "if, however, ..." speaks of it (judgement)."""

_LED = re.compile(
    r"(?is)^(?:[^\n]{0,90}\n)?(?:\s*(?:article|art|section|sec|clause|paragraph|para)\.?\s*(?:\d+|[ivxlc]+)\b[\s.:)–—-]*)?"
    r"(?:\s*(?:(?:entry|coming|entering)\s+into\s+(?:force|effect|operation)|final\s+(?:clauses|provisions?))[\s.:–—-]*)?"
    r"[\s\d().a-z]{0,8}?\b(?P<lead>(?:up)?on\b.*|as\s+soon\s+as\b.*|when\b.*|after\b.*|once\b.*|following\b.*"
    r"|\w+(?:\s+\(\d+\))?\s+(?:days|weeks|months|years?)\s+(?:after|from|following)\b.*)"
    r",?\s*(?:this|the\s+present|the|it)(?:\s+\w+)?\s*$"
)
_SUBJECT_TO = re.compile(
    r"(?i)\bsubject\s+to\s+(?P<event>the\s+(?:prior\s+)?entry\s+into\s+force\s+of\s+(?!this|the\s+present)[^,;]+)"
)
_APPLIED_UNTIL = re.compile(r"(?i),?\s+and\s+(?:it\s+)?shall\b|,?\s*\bif\b")
_FIRST_PROVISIONALLY = re.compile(r"(?i)^\s*,?\s*provisionally\b(?![^.;]*\band\s+(?:shall\s+)?definitively\b)")
"""After "it shall enter into force": a way in that leaves the definitive day to the clause before."""

_HEADED = re.compile(r"(?i)into\s*force|into\s*effect")
_IT = re.compile(r"(?i)^[\s\d().]*it\b")
_HOWEVER = re.compile(r"(?i)^[\s\d().a-z]{0,8}?\b(?:however|nevertheless)\b")
_EXCEPT_AS = re.compile(
    r"(?i)\b(?:except|save)\s+as\s+(?:otherwise\s+)?(?:noted|provided|specified|stated|set\s+out)\s+(?:for\s+)?in\s+(?:paragraph|article)\b"
)
"""Refers to another paragraph, which is read by itself."""

_ONLY_IF = re.compile(r"(?i)\b(?:if|unless|provided|notwithstanding|except)\b")
_UNTIL = re.compile(r"(?i)^\s*(?:until|unless|before|prior\s+to|earlier\s+than|sooner\s+than)\b")
_REFERRING = re.compile(
    r"(?i)^\s*(?:,\s*)?(?:on\s+the\s+same\s+(?:date|day),?\s+)?(?:in\s+(?:accordance|conformity)\s+with"
    r"|as\s+(?:provided|specified|set)|pursuant\s+to|under)\s+"
    r"(?:the\s+)?(?:provisions\s+of\s+)?(?:(?:the\s+)?(?:following|preceding|next)\s+)?(?:article|paragraph|this|section)[^,;.]*$"
)
_CONSENTING = re.compile(r"(?i)deposit|ratif|accept|approv|accession|sign|notif|consent")


def final_clauses(text: str) -> list[ForceClause]:
    """Return the clauses by which a treaty as a whole enters into force, in order; mostly one, none where it has none.

    Args:
        text: the treaty's text in English; scanned texts without capitals or blanks are read too.
    """
    plain = unmarked(text)
    sentences = [(start, end, _words(plain[start:end])) for start, end in units(plain)]
    for own in own_nouns(plain):
        found = _Found(plain, own)
        before = ""
        for start, end, words in sentences:
            found.sentence(start, end, words, before)
            if end - start > _ENUMERATOR:
                before = f"{before} {words}" if _IT.match(words) or words.lstrip()[:1].islower() else words
        if clauses := found.clauses():
            whole = [replace(one, start=_first_word(text, one.start)) for one in clauses]
            return [replace(one, quote=text[one.start : one.end]) for one in whole]
    return []


_NUMBER_OF_ARTICLE = re.compile(r"(?<=ARTICLE\s)(?:\d{1,3}|[IVXLC]{1,7})\b[\s.:–—-]*(?=[A-Z])")


def _first_word(text: str, start: int) -> int:
    """Return where a clause's words begin that stands right behind "ARTICLE 5"."""
    number = _NUMBER_OF_ARTICLE.match(text, start)
    return number.end() if number is not None else start


_OF_FORCE = re.compile(r"(?i)f\s?o\s?r\s?c\s?e|effect|operati|provisional")


_NEVER = (
    r"(?:(?:in|under)\s+no\s+(?:case|event|circumstances?)|not,?\s+(?:in\s+any\s+(?:case|event)|under\s+any"
    r"\s+circumstances|however),?|not|never)"
)
_NO_ENTRY = tuple(
    re.compile(rf"(?i){pattern}")
    for pattern in (
        rf"\b(?:and\s+|but\s+)?(?:{_NEVER}|nor),?\s+(?:shall|may|can|will)\s+(?P<who>[^,.;]{{2,80}}?)\s+(?:enter|come)\s+into\s+(?:force|effect)\b",
        rf"(?P<who>)\b(?:(?:shall|may|can|will),?\s*{_NEVER}|cannot(?:,\s*however,)?)\s+(?:enter|come)\s+into\s+(?:force|effect)\b",
        rf"\b(?:the\s+)?entry\s+into\s+force(?:\s+of\s+(?P<who>(?:this|the\s+present|the)\s+\w+))?\s+(?:(?:shall|may|can|will)"
        rf"\s*{_NEVER}|cannot)\s+(?:take\s+place|occur|be)(?=\s+(?:before|earlier|sooner|prior)\b)",
        r"(?P<who>)\bshall\s+(?:enter|come)\s+into\s+(?:force|effect)\s+(?:no|not)(?=\s+(?:earlier|sooner|before|prior)\b[^,;]{0,60}$)",
    )
)
"""Ways to say that something "shall not enter into force"; who it is said of, where that stands between."""


def _words(sentence: str) -> str:
    """Return a sentence's words as the treaty meant them, if it may speak of the entry into force."""
    return _straight(plainly(mended(sentence))) if _OF_FORCE.search(sentence) else sentence


def _straight(words: str) -> str:
    """Return a sentence with "in no case shall it enter into force" as "it shall not enter into force"."""
    for pattern in _NO_ENTRY:
        match = pattern.search(words)
        if match is not None and not VERB.search(words[: match.start()]):
            who = f"{match['who'] or 'it'} " if match.re.pattern.count("?P<who>)") == 0 else ""
            return f"{words[: match.start()]}{who}shall not enter into force{words[match.end() :]}"
    return words


class _Found:
    """The clauses found so far in one text."""

    def __init__(self, text: str, own: str) -> None:
        """Take the text, what it calls itself, and what in it bears on every clause."""
        designated = _DESIGNATED.search(text)
        self._text, self._own, self._articles = text, own, Articles(text)
        self._depositaries = state_names().find(designated[1]) if designated else ()
        self._whole: list[ForceClause] = []
        self._each: list[ForceClause] = []
        self._early: list[tuple[str, ForceClause]] = []
        self._party: Lag | None = None
        self._provisional: ForceClause | None = None

    def sentence(self, start: int, end: int, words: str, before: str) -> None:
        """Read one sentence; `before` is the one before it."""
        taking = _TAKING_EFFECT.search(words)
        if taking is not None and self._whole and self._party is None:
            lag = find_lag(words[taking.end() :])
            self._party = lag[0] if lag else self._party
        self._applied(words, start, end, before)
        verb = VERB.search(words) or ENTRY_NOUN.search(words)
        if verb is None or PROVISIONAL.match(words, verb.start()):
            return
        near = bool(self._whole) and start - self._whole[-1].end < _NEAR
        another = _FALLBACK.search(words) or (_IN_CASE.match(words) and speaks_of(words, verb, self._own, before, ""))
        if near and another and not for_later_party(words, verb):
            self._whole[-1] = self._otherwise(self._whole[-1], words, verb)
        elif speaks_of(words, verb, self._own, before, self._articles.heading(start)):
            self._of_the_treaty(words, verb, start, end)

    def _of_the_treaty(self, words: str, verb: re.Match[str], start: int, end: int) -> None:
        tail = words[verb.end() :]
        if verb.groupdict().get("no"):
            self._not_before(words, verb, start, end)
        elif for_later_party(words, verb):
            lag = find_lag(words)
            told = lag[0] if lag else Lag()
            if for_each_alone(words):
                self._each.append(
                    ForceClause(start, end, words, self._articles.before(start), for_each=True, party_lag=told)
                )
            if self._whole and self._party is None:
                self._party = told
        elif not _REFERRING.match(tail) or _lead(words[: verb.start()]):
            clause = self._clause(words, verb)
            if clause is not None:
                clause = replace(clause, start=start, end=end, article=self._articles.before(start))
                if self._whole and _HOWEVER.match(words):
                    first = self._whole[-1]
                    self._whole[-1] = replace(
                        first, alternatives=(*first.alternatives, clause), unread=first.unread or clause.unread
                    )
                else:
                    self._whole.append(clause)

    def _not_before(self, words: str, verb: re.Match[str], start: int, end: int) -> None:
        """Read "shall not enter into force before ..."."""
        tail = words[verb.end() :]
        if not _UNTIL.match(tail):
            return
        if self._whole:
            self._whole[-1] = _held_back(self._whole[-1], tail)
        else:
            unread = replace(_unread(words, tail), start=start, end=end, article=self._articles.before(start))
            self._early.append((tail, unread))

    def _clause(self, words: str, verb: re.Match[str]) -> ForceClause | None:
        """Return what a sentence asks for, its place yet to be given; None where it asks for nothing."""
        tail, before = words[verb.end() :].lstrip(" ,–—-"), words[: verb.start()]
        tail = f" {tail[scope_of_all(tail) :]}"
        cut = _AND_FOR_EACH.search(tail)
        party = tail[cut.start() :] if cut else ""
        tail = tail[: cut.start()] if cut else tail
        lead = _lead(before)
        clause = rule_of(tail, lead, state_names(), self._depositaries)
        if clause is None:
            return None
        later = find_lag(party) if party else None
        if party and self._party is None and not clause.unread:
            self._party = later[0] if later else Lag()
        event = _SUBJECT_TO.search(before)
        if event is not None:
            clause = replace(
                clause,
                conditions=(*clause.conditions, Condition("event", " ".join(event["event"].split()), earliest=True)),
            )
        elif not lead and _ONLY_IF.search(_EXCEPT_AS.sub(" ", before)):
            clause = replace(clause, unread=clause.unread or " ".join(before.split()))
        return replace(clause, quote=words)

    def _otherwise(self, clause: ForceClause, words: str, verb: re.Match[str]) -> ForceClause:
        """Return the clause with what is to happen if its conditions are not met in time."""
        tail, said = words[verb.end() :], " ".join(words.split())
        lag = find_lag(tail)
        day = first_day(tail) if _MET_BEFORE.search(words[: verb.start()]) else None
        if day is not None:
            return replace(clause, not_before=day[0])
        if verb.groupdict().get("no") or _restates(clause, tail) or _FIRST_PROVISIONALLY.match(tail):
            return replace(clause, fallback=said)
        if clause.date is not None and lag and _MET_LATER.search(tail):
            return replace(clause, late_lag=lag[0], fallback=said)
        if _LEFT_OPEN.search(words[: verb.start()]) or _LEFT_OPEN.search(tail):
            return replace(clause, fallback=said)
        other = rule_of(tail, "", state_names(), self._depositaries)
        if clause.date is not None and other is not None and not other.unread and _numbers(other) == _numbers(clause):
            return replace(clause, late_lag=other.lag, fallback=said)
        within, day = _WITHIN.search(words[: verb.start()]), first_day(words[: verb.start()])
        time = find_lag(f"{within['time']} after") if within else None
        if other is None or other.unread or (time is None and day is None):
            return replace(clause, fallback=said, unread=clause.unread or said)
        floor = time[0] if time is not None else None
        other = replace(other, floor=floor, not_before=day[0] if day and floor is None else None, quote=words)
        return replace(clause, alternatives=(*clause.alternatives, other), fallback=said)

    def _applied(self, words: str, start: int, end: int, before: str) -> None:
        """Read from when the treaty is applied provisionally."""
        verb = PROVISIONAL.search(words)
        if verb is None or self._provisional is not None or for_later_party(words, verb):
            return
        if speaks_of(words, verb, self._own, before, self._articles.heading(start)):
            tail = _APPLIED_UNTIL.split(words[verb.end() :])[0]
            clause = rule_of(tail, _lead(words[: verb.start()]), state_names(), self._depositaries)
            if clause is None or (not clause.conditions and clause.date is None):
                clause = _unread(words, tail)
            self._provisional = replace(clause, start=start, end=end, quote=words)

    def clauses(self) -> list[ForceClause]:
        """Return what was found, with what the text says of all of it."""
        understood = [one for one in self._whole if not one.unread or _CONSENTING.search(one.quote)]
        found = understood or self._whole or self._each[:1] or [clause for _, clause in self._early]
        if understood or self._whole:
            for tail, _ in self._early:
                found = [_held_back(found[0], tail), *found[1:]]
        headed = [one for one in found if _HEADED.search(self._articles.heading(one.end))]
        found = headed or found
        additional = _NOT_ADDITIONAL.search(self._text) is None
        return [
            replace(
                one,
                party_lag=one.party_lag or self._party,
                organizations=additional,
                provisional=one.provisional or self._provisional,
            )
            for one in found
        ]


def _held_back(clause: ForceClause, tail: str) -> ForceClause:
    """Return a clause with the day, or the event, before which it does not bring the treaty into force."""
    earliest = first_day(tail[:100])
    if earliest:
        return replace(clause, not_before=earliest[0])
    event = Condition("event", " ".join(tail.split()), earliest=True)
    return replace(clause, conditions=(*clause.conditions, event))


def _numbers(clause: ForceClause) -> set[int]:
    """Return the numbers that a clause's conditions ask for."""
    return {one.number for one in clause.conditions if one.number}


def _restates(clause: ForceClause, tail: str) -> bool:
    """Whether words only say again when a clause is met: with its time, and no number but its own."""
    lag = find_lag(tail)
    if lag is None or lag[0] != clause.lag:
        return False
    told = {ordinal(one) or cardinal(one) for one in _ORDINAL_NUMBER.findall(tail[lag[2] :])}
    return told <= _numbers(clause) and bool(told or _FULL_THEN.search(tail))


def _unread(words: str, tail: str) -> ForceClause:
    return ForceClause(0, len(words), words, unread=" ".join(tail.split()) or "…")


def _lead(before: str) -> str:
    """Return the words before the subject that name a condition: "Upon the tenth deposit, this Treaty shall ..."."""
    match = _LED.match(before)
    return match["lead"] if match else ""
