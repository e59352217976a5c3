"""The sentences of a treaty's text that say when it enters into force, and what each asks for."""

from __future__ import annotations

import datetime
import re
from collections import Counter

from msgspec.structs import replace

from muniment.reading.en.dates import find, resolve
from muniment.reading.en.force.articles import Articles, units
from muniment.reading.en.force.conditions import conditions, consents_counted
from muniment.reading.en.force.lags import find_lag
from muniment.reading.en.force.states import state_names
from muniment.terms.treaty import ForceClause, Lag

__all__ = ["final_clauses"]

_NOUN = (
    r"(?:convention|treaty|agreement|protocol|charter|statutes?|covenant|constitution|arrangement|pact|accord"
    r"|memorandum|regulations"
    r"|instrument|act)"
)
_OWN = re.compile(rf"(?i)\b(?:this|the\s+present)\s+({_NOUN})\b")
_FORCE = (
    r"(?:(?:enter|come|go)\s+in(?:to)?\s+(?:force|effect|operation|being)|take\s+effect|become\s+(?:effective"
    r"|operative|binding)"
    r"|be(?:come)?\s+in\s+force|be\s+effective)"
)
_VERB = re.compile(
    rf"(?i)\b(?:shall|will|is\s+to|are\s+to)\s+(?P<no>not\s+)?(?:(?:\w+ly|first|also|itself|only"
    rf"|thereupon),?\s+)*{_FORCE}\b"
    r"|\b(?:enters|comes)\s+into\s+(?:force|effect)\b"
)
_ENTRY_NOUN = re.compile(
    rf"(?i)\bthe\s+entry\s+into\s+force\s+of\s+(?:this|the\s+present)\s+{_NOUN}\s+(?:shall"
    rf"|will)\s+(?:take\s+place|occur|be\s+(?:up)?on)\b"
)
_OTHER_SUBJECT = re.compile(
    r"(?i)\b(?:amend|revis|modif|denunciat|denounc|withdraw|(?<!without\s)reservation|declaration|territor"
    r"|annex|appendix|appendices|terminat"
    r"|such\s+(?:agreement|protocol)|these\s+|those\s+(?:agreement|provision)|decision|recommendation|resolution)"
)
_REFERENCE = re.compile(
    r"(?i)(?:\b(?:on\s+which|date(?:\s+that|\s+when|\s+upon\s+which|\s+on\s+which)?|before|until|after|since"
    r"|once|when|if|unless|as\s+soon\s+as|time|whether)"
    rf"\s+(?:of\s+)?)(?:this|the(?:\s+present)?|it|said)?\s*{_NOUN}?\s*$"
)
_PARTY = re.compile(
    r"(?i)\b(?:for|in\s+respect\s+of|with\s+(?:respect|regard)\s+to|as\s+regards|as\s+to|in\s+relation\s+to"
    r"|in\s+the\s+case\s+of)\s+"
    r"(?:each|any|every|that|such|an?|all\s+other|other|(?:the\s+)?(?:acceding|ratifying|other))\b"
    r"|\bfor\s+(?:states?|those|governments?|parties)\b[^.;]{0,200}\b(?:after|subsequent(?:ly)?|thereafter"
    r"|having\s+deposited)\b"
)
_LATER = re.compile(r"(?i)^[\s\d().,a-z]{0,6}?\b(?:thereafter|subsequently|afterwards)\b")
_AND_FOR_EACH = re.compile(
    r"(?i)[,;]?\s+(?:and|but)?,?\s*(?:thereafter|(?:for|in\s+respect\s+of|with\s+respect\s+to"
    r"|as\s+regards)\s+(?:each|any|every|all\s+other)\b)"
)
_FALLBACK = re.compile(
    r"(?i)\b(?:if|in\s+the\s+event\s+that|should)\b[^.;]*?\b(?:not\s+(?:been\s+)?(?:fulfil\w*|met|satisfied"
    r"|entered)|has\s+not|have\s+not|is\s+not)\b"
)
_MET_LATER = re.compile(r"(?i)\bconditions?\b[^.;]*\b(?:ha[sv]e?\s+been|are|is)\s+(?:fulfil\w*|met|satisfied)")
_DESIGNATED = re.compile(
    r"(?i)governments?\s+of\s+([^.;]{10,300}?),?\s+(?:which\s+|who\s+)?(?:are|is"
    r"|shall\s+be)?\s*(?:hereby\s+)?designated\s+(?:as\s+)?(?:the\s+)?depositar"
)
_SUBJECT_WORDS = 160
"""Code points before the verb in which its subject is looked for (judgement)."""

_NEAR = 400
"""Code points behind a clause within which "if, however, ..." speaks of it (judgement)."""
_ON_THE = re.compile(r"(?i)\s*,?\s*(?:on|as\s+from|from|with\s+effect\s+from|upon)\s+(?:the\s+)?")
_LED = re.compile(
    r"(?is)^[\s\d().a-z]{0,8}?\b(?P<lead>(?:up)?on\b.*|as\s+soon\s+as\b.*|when\b.*|after\b.*|once\b.*"
    r"|\w+\s+(?:days|months)\s+after\b.*)"
    r",?\s*(?:this|the\s+present|the)\s+\w+\s*$"
)
_UNTIL = re.compile(r"(?i)^\s*(?:until|unless|before)\b")


def final_clauses(text: str) -> list[ForceClause]:
    """Return the clauses by which a treaty as a whole enters into force, in order; mostly one, none where it has none.

    Args:
        text: the treaty's text in English; scanned texts without capitals or blanks are read too.
    """
    own = _own_noun(text)
    articles = Articles(text)
    designated = _DESIGNATED.search(text)
    depositaries = state_names().find(designated[1]) if designated else ()
    found: list[ForceClause] = []
    for start, end in units(text):
        words = text[start:end]
        verb = _VERB.search(words) or _ENTRY_NOUN.search(words)
        if verb is None:
            continue
        if found and _FALLBACK.search(words) and start - found[-1].end < _NEAR:
            found[-1] = _with_fallback(found[-1], words, verb)
        elif not _speaks_of(words, verb, own):
            continue
        elif verb.groupdict().get("no"):
            earliest = _first_day(words[verb.end() : verb.end() + 100])
            if found and _UNTIL.match(words[verb.end() :]):
                found[-1] = replace(found[-1], not_before=earliest[0] if earliest else None)
        elif _for_later_party(words, verb):
            lag = find_lag(words)
            if found and found[-1].party_lag is None:
                found[-1] = replace(found[-1], party_lag=lag[0] if lag else Lag())
        else:
            clause = _clause(words, verb, depositaries)
            if clause is not None:
                found.append(replace(clause, start=start, end=end, article=articles.before(start)))
    understood = [clause for clause in found if clause.conditions or clause.date]
    return understood or found


def _own_noun(text: str) -> str:
    """Return what the text calls itself: "this Convention", "the present Protocol"; the commonest."""
    named = Counter(match[1].lower() for match in _OWN.finditer(text))
    return named.most_common(1)[0][0] if named else "convention"


def _speaks_of(words: str, verb: re.Match[str], own: str) -> bool:
    """Whether the treaty itself is what enters into force here, and the sentence does not only refer to the day."""
    before = words[: verb.start()]
    if verb.re is _ENTRY_NOUN:
        return True
    own = re.escape(own)
    subject = re.search(rf"(?i)\b(?:(?:this|the(?:\s+present)?|said)\s+{own}|it)\s*(?:,[^,]*,\s*|and\s+)?$", before)
    joined = re.search(rf"(?is)^[\s\d().a-z]{{0,8}}?(?:this|the\s+present)\s+{own}\b.*\b(?:and|it)\s*$", before)
    beside = re.search(rf"(?i)(?:this|the\s+present)\s+{own}\b[^.;]{{0,60}}$", before)
    if not (subject or joined or beside) or _REFERENCE.search(before):
        return False
    return not _OTHER_SUBJECT.search(before[-_SUBJECT_WORDS:])


def _for_later_party(words: str, verb: re.Match[str]) -> bool:
    before, after = words[: verb.start()], words[verb.end() : verb.end() + 60]
    return bool(_LATER.search(before) or _PARTY.search(before) or _PARTY.match(after.lstrip(" ,")))


def _clause(words: str, verb: re.Match[str], depositaries: tuple[str, ...]) -> ForceClause | None:
    """Return what a sentence asks for, its place yet to be given; None where it asks for nothing."""
    tail = words[verb.end() :]
    cut = _AND_FOR_EACH.search(tail)
    party = tail[cut.start() :] if cut else ""
    tail = tail[: cut.start()] if cut else tail
    lead = _lead(words[: verb.start()])
    date, rest = _named_date(tail)
    said = f"{lead} , {rest}" if lead else rest
    lag = find_lag(said)
    asked = said[: lag[1]] + " " + said[lag[2] :] if lag else said
    found, unread = conditions(asked, state_names(), depositaries)
    if not found and date is None:
        return ForceClause(0, len(words), words, unread=_folded(said)) if said.strip() else None
    later = find_lag(party) if party else None
    return ForceClause(
        0, len(words), words, "", tuple(dict.fromkeys(found)), consents_counted(asked), lag[0] if lag else Lag(), date,
        party_lag=later[0] if later else None, unread=_folded(said) if unread else "",
    )  # fmt: skip


def _folded(words: str) -> str:
    return " ".join(words.split())


def _lead(before: str) -> str:
    """Return the words before the subject that name a condition: "Upon the tenth deposit, this Treaty shall ..."."""
    match = _LED.match(before)
    return match["lead"] if match else ""


def _named_date(tail: str) -> tuple[datetime.date | None, str]:
    """Return the day that the clause names for the entry into force, and the words after it."""
    match = _ON_THE.match(tail)
    found = _first_day(tail[:80]) if match is not None else None
    if match is None or found is None or found[1] - match.end() > 1:
        return None, tail
    return found[0], tail[found[2] :]


def _first_day(words: str) -> tuple[datetime.date, int, int] | None:
    """Return the first day that the words name in full, and where; code points, half-open."""
    for mention in find(words):
        meant = resolve(mention, None, None) if mention.year is not None and mention.day is not None else None
        if meant is not None and meant.start.day is not None:
            return meant.start.first_day(), mention.start, mention.end
    return None


def _with_fallback(clause: ForceClause, words: str, verb: re.Match[str]) -> ForceClause:
    """Return the clause with what is to happen if its conditions are not met in time."""
    tail = words[verb.end() :]
    lag = find_lag(tail)
    late = lag[0] if lag and clause.date is not None and _MET_LATER.search(tail) else None
    return replace(clause, late_lag=late, fallback=" ".join(words.split()))
