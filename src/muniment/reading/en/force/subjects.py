"""Of what a sentence says that it enters into force: the treaty itself, or an amendment, an annex, a denunciation."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from muniment.reading.en.force.lags import find_lag
from muniment.reading.en.force.numbers import CARDINAL, ORDINAL, SHARE
from muniment.reading.en.force.phrasing import STATE

__all__ = [
    "ENTRY_NOUN",
    "PROVISIONAL",
    "VERB",
    "for_each_alone",
    "for_later_party",
    "own_nouns",
    "scope_of_all",
    "speaks_of",
]

_NOUN = (
    r"(?:convention|treaty|agreement|protocol|charter|statutes?|covenant|constitution|arrangement|pact|compact|accord"
    r"|memorandum|understanding|undertaking|regulations|framework|articles|instrument|act|amendment)"
)
_OWN = re.compile(rf"(?i)\b(?:this|these|the\s+present)\s+(?:\(?\w+\)?\s+(?={_NOUN}))?({_NOUN})\b")
_THE = re.compile(rf"(?i)\bthe\s+({_NOUN})\b")
_FORCE = (
    r"(?:(?:enter|come|go|be\s+brought)\s+in(?:to|fo)?\s+(?:force|effect|operation|being)|take\s+effect"
    r"|become\s+(?:effective|operative|binding)|be(?:come)?\s+in\s+force|be\s+effective"
    r"|have\s+(?:effect|force)(?=\s+(?:as\s+)?(?:from|of|on|upon|when|after)\b))"
)
VERB = re.compile(
    rf"(?i)\b(?:shall|will|is\s+to|are\s+to)(?:\s*:\s*\(?[a1i][.)])?\s+(?P<no>not\s+)?(?:(?:\w+ly|first|also|itself|only"
    rf"|thereupon),?\s+)*(?:{_FORCE}|be\s+(?:deemed|considered|regarded)\s+to\s+(?:have\s+entered|have\s+come|enter|come)\s+into\s+force)\b"
    r"|\b(?:enters|comes)\s+into\s+(?:force|effect|operation)\b|\btakes\s+effect\b|\bbecomes\s+effective\b"
)
"""What says that something enters into force, as a rule and not as a reference to it."""

ENTRY_NOUN = re.compile(
    rf"(?i)\bthe\s+(?:date\s+of\s+)?entry\s+into\s+force\s+of\s+(?:this|the\s+present)\s+{_NOUN}\s+(?:shall"
    rf"|will)\s+(?:take\s+place|occur|be\s+(?=(?:up)?on\b|(?:the\s+)?[\w-]+\s+(?:days?|months|date)\b))"
)
PROVISIONAL = re.compile(
    r"(?i)\b(?:shall|will)\s+(?:be\s+(?:provisionally\s+applied|applied\s+(?:provisionally|on\s+a\s+provisional\s+basis))"
    r"|apply\s+provisionally|enter\s+(?:provisionally\s+into\s+force|into\s+force\s+provisionally(?![^.;]*\band\s+(?:shall\s+)?definitively\b)))\b"
)
"""What says that the treaty is applied before it is in force: Vienna Convention on the Law of Treaties, art. 25."""

_OTHER_SUBJECT = re.compile(
    r"(?i)\b(?:amend|revis|modif|denunciat|denounc|withdraw|(?<!without\s)reservation|declaration|territor"
    r"|(?<!in\s)(?<!in\sthe\s)annex|appendix|appendices|terminat|adjustment|suspen"
    r"|such\s+(?:agreement|protocol)|these\s+(?!conditions|requirements)|those\s+(?:agreement|provision)|decision|recommendation|resolution)"
)
_OTHER_ARTICLE = re.compile(
    r"(?i)\b(?:amendments?|revisions?|modifications?|denunciation|withdrawal|termination|annexe?s?|reservations"
    r"|territorial|declarations)\b"
)
_REFERENCE = re.compile(
    r"(?i)(?:\b(?:on\s+which|date(?:\s+that|\s+when|\s+upon\s+which|\s+on\s+which)?|before|until|after|since"
    r"|once|when|if|unless|as\s+soon\s+as|time|whether)"
    rf"\s+(?:of\s+)?)(?:this|the(?:\s+present)?|it|said)?\s*{_NOUN}?\s*$"
)
_OF_WHOM = (
    r"for|in\s+respect\s+of|with\s+(?:respect|regard)\s+to|with\s+respect|as\s+regards|as\s+to|in\s+relation\s+to"
    r"|in\s+the\s+case\s+of|between\s+it\s+and"
)
_PARTY = re.compile(
    rf"(?i)\b(?:{_OF_WHOM})\s+"
    r"(?:each|any|every|that|such|an?|all\s+other|(?:the\s+)?(?:other|acceding|adhering|ratifying|remaining|later))\b"
    r"|\bfor\s+(?:the\s+|any\s+)?(?:ratifications|accessions|acceptances)\b"
    r"|\bfor\s+(?:the\s+)?(?:states?|those|governments?|parties)\b[^.;]{0,200}\b(?:after|subsequent(?:ly)?|thereafter"
    r"|later|having\s+deposited)\b"
)
_EACH = re.compile(
    r"(?i)\b(?:for|in\s+respect\s+of|with\s+respect\s+to|as\s+regards)\s+(?:each|every)\s+(?:of\s+(?:the\s+)?)?"
    rf"(?:(?:signatory|ratifying|contracting|high\s+contracting|them|participating)\b|{STATE}\b)"
)
_FOR_THOSE = re.compile(
    rf"(?i)^,?\s*(?:{_OF_WHOM})\s+(?:each|every|any|all|those|such|the)\s+(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{STATE}\b"
    r"[^.;]{0,160}?,?\s*(?=\b(?:(?:up)?on|from|as\s+from|after|when|as\s+soon\s+as|once|at|following|\w+(?:\s+\(\d+\))?\s+(?:days|weeks|months|years?))\s)"
)
"""For whom it enters into force, up to the words that say when."""

_COLLECTIVE = re.compile(
    rf"(?i)\b(?:{CARDINAL}|{SHARE})\s+(?:of\s+)?(?:[\w-]+\s+){{0,4}}?(?:{STATE}|instruments|ratifications|acceptances|approvals)\b"
    rf"|\b{ORDINAL}\s+(?:such\s+)?(?:instrument|ratification|acceptance|approval|accession|notification|{STATE})\b"
    rf"|\b(?:all|by\s+each)\s+(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){{0,2}}?{STATE}\b"
)
"""A trigger that many bring about."""

_ITS_OWN = re.compile(
    rf"(?i)\b(?:its|that|such|the\s+latter|said|their\s+(?:respective|own))\s+(?:own\s+)?(?:{STATE}\b|instrument|ratification|acceptance|approval|accession|deposit|notification)"
)
_AND_LATER = re.compile(
    r"(?i)[,;]?\s+(?:and|but)\s+(?:thereafter|subsequently|for|in\s+respect\s+of|with\s+respect\s+to)\b"
)
_THAT_IT = re.compile(r"(?i)\bthat\s+it\s*$")
_SINCE = re.compile(r"(?i)\b(?:thereafter|subsequent|subsequently|afterwards|after|acced|adher|later)\w*\b")
_LATER = re.compile(r"(?i)^[\s\d().,a-z]{0,6}?\b(?:thereafter|subsequently|afterwards)\b")


def own_nouns(text: str) -> list[str]:
    """Return what the text may call itself ("this Convention", "the present Protocol"), the commonest first."""
    named = Counter(match[1].lower() for match in _OWN.finditer(text))
    named = named or Counter(match[1].lower() for match in _THE.finditer(text))
    return [noun for noun, _ in named.most_common()] or ["convention"]


def speaks_of(words: str, verb: re.Match[str], own: str, before: str, heading: str) -> bool:
    """Whether the treaty itself is what enters into force here, and the sentence does not only refer to the day.

    Args:
        words: the sentence.
        verb: in it.
        own: what the treaty calls itself.
        before: the sentence before, in which "it" has its meaning.
        heading: what the article is called, as far as its first words tell.
    """
    if verb.re is ENTRY_NOUN:
        return True
    said = words[: verb.start()]
    if _INSTRUMENT.search(said):
        return False
    if _REFERENCE.search(said) or _THAT_IT.search(said):
        return False
    named = _named_as(own)
    others = _AND_PROTOCOL.sub(" ", named.own.sub(" ", said[-_SUBJECT_WORDS:]))
    if named.leading.search(said) and not _ANOTHER.search(said):
        return True
    subject = named.subject.search(said) or named.beside.search(said)
    if subject is None and _PRONOUN.search(said) is not None:
        other = _OTHER_ARTICLE.search(heading) or _OTHER_SUBJECT.search(before.strip()[:_SUBJECT_WORDS])
        known = named.anywhere.search(f"{before} {said}")
        return known is not None and other is None and not _OTHER_SUBJECT.search(others)
    return subject is not None and not _OTHER_SUBJECT.search(others)


class _Named(NamedTuple):
    """What a treaty is called in a sentence: at its head, right before the verb, or some words before it."""

    leading: re.Pattern[str]
    subject: re.Pattern[str]
    beside: re.Pattern[str]
    anywhere: re.Pattern[str]
    own: re.Pattern[str]


@cache
def _named_as(own: str) -> _Named:
    noun = re.escape(own)
    this = r"(?:this|these|the\s+present)"
    return _Named(
        re.compile(
            rf"(?is)^[\s\d().a-z]{{0,12}}?\b(?:{this}\s+(?:\(?\w+\)?\s+)?{noun}\b(?!['’]s)"
            rf"|the\s+{noun}\s+(?:shall|is|will)\b[^.;]*\band\s*$)"
        ),
        re.compile(
            rf"(?i){_NOT_OF}\b(?:(?:{this}|the|said)\s+(?:\(?\w+\)?\s+)?{noun})(?:{_WITH})?"
            r"\s*(?:,[^,]*,\s*|and\s+)?$"
        ),
        re.compile(rf"(?i){_NOT_OF}{this}\s+{noun}\b[^.;]{{0,200}}$"),
        re.compile(rf"(?i)(?:{this}|the)\s+{noun}\b"),
        re.compile(rf"(?i)\b{this}\s+{noun}\b"),
    )


_WITH = (
    r"\s+and\s+(?:any|the|its|this)\s+(?:[\w-]+\s+){0,3}?(?:protocols?(?:\s+(?:concerning|on|for|relating\s+to)"
    r"\s+[^,.;]{3,120}?)?|annex(?:es)?)(?:\s+thereto)?"
)
"""After the treaty: what enters into force together with it."""

_AND_PROTOCOL = re.compile(rf"(?i){_WITH}")

_INSTRUMENT = re.compile(
    r"(?i)^[\s\d().]{0,8}(?:[a-z][.)]\s*)?(?:(?:any|such|the|an)\s+)*(?:ratifications?|acceptances?|accessions?|instruments?)\b"
    r"[^.;]*\b(?:deposited|effected|received|made)\b"
)
"""Leads a sentence on what an instrument does that is deposited later."""

_ANOTHER = re.compile(r"(?i)\b(?:that|such|an?)\s+\w+\s*$")
_PRONOUN = re.compile(r"(?i)\b(?:and\s+)?it\s*(?:,[^,]*,\s*)?$|^[\s\d().a-z]{0,6}$")
_NOT_OF = "".join(rf"(?<!\b{word}\s)" for word in ("under", "by", "to", "in", "with", "for", "of")).replace(
    r"(?<!\bof\s)", r"(?:(?<!\bof\s)|(?<=provisions\sof\s))"
)
"""Before the treaty's name: then it is what something else is of, and not what enters into force."""

_SUBJECT_WORDS = 160
"""Code points in which a subject is looked for: those before the verb, the first of the sentence before (judgement)."""


def for_later_party(words: str, verb: re.Match[str]) -> bool:
    """Whether a sentence tells when the treaty enters into force for one state, not when it does as a whole."""
    before, after = words[: verb.start()], words[verb.end() :].lstrip(" ,–—-")
    if _LATER.search(before) or _PARTY.search(before):
        return True
    return _PARTY.match(after) is not None and not scope_of_all(after)


def scope_of_all(after: str) -> int:
    """Return how many code points only say for whom it enters into force, where the day is everybody's; else 0.

    "for each Party that has accepted it, on the tenth day after the date on which two thirds of the Parties have".
    """
    scope = _FOR_THOSE.match(after)
    if scope is None or _SINCE.search(scope[0]) or _COLLECTIVE.search(scope[0]):
        return 0
    when = _AND_LATER.split(after[scope.end() :])[0]
    return scope.end() if _COLLECTIVE.search(when) and not _ITS_OWN.search(when) else 0


def for_each_alone(words: str) -> bool:
    """Whether a sentence has the treaty enter into force for each state that made it by itself, not only later ones."""
    lag = find_lag(words)
    rest = words[: lag[1]] + words[lag[2] :] if lag is not None else words
    return _EACH.search(words) is not None and _SINCE.search(rest) is None
