"""What has to come together before a treaty enters into force: so many consents, those of some states, a share.

The forms are those of the Final Clauses of Multilateral Treaties Handbook (United Nations, 2003), chapter E, and of
collections of final clauses. A proviso that only the text can judge ("coastal states bordering the area") is kept in
its words; one that is no known form makes the clause not understood.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Literal

from muniment.reading.en.force.numbers import CARDINAL, ORDINAL, SHARE, cardinal, ordinal, share
from muniment.reading.en.force.states import StateNames
from muniment.terms.treaty import CONSENT_KINDS, Condition

__all__ = ["conditions", "consents_counted"]

_PARTNERS = (
    r"(?:states?|governments?|countries|country|nations?|powers|members?|signator(?:y|ies)|part(?:y|ies)"
    r"|organi[sz]ations?"
    r"|instruments?|notifications?|ratifications?|acceptances?|of\s+(?:them|these|those))\b"
)
_PLAIN = re.compile(
    r"(?i)\s*(?:or\s+more|of|the|such|said|independent|sovereign|contracting|negotiating|member|signatory"
    r"|participating|other"
    r"|states?|parties|party|governments?|nations?|instruments?|notifications?|ratifications?|acceptances?"
    r"|members?|countries"
    r"|country|powers|signator(?:y|ies)|organi[sz]ations?|them|these|those|mentioned|referred|to|\s)*"
)
"""Words beside a number that say nothing about which states count."""

_PROVISO = re.compile(
    r"(?i)[\s,(]*\b(?:provided(?:,?\s+however,?|\s+always)?(?:\s+that)?|on\s+condition\s+that|(?:including"
    r"|to\s+include|which\s+(?:shall|must)?"
    r"\s*include|that\s+include|comprising)\b|among\s+(?:them|which|whom)|(?:at\s+least\s+|not\s+less\s+than\s+)?"
    rf"{CARDINAL}\s+of\s+(?:which|whom)|(?:the\s+)?(?:combined|aggregate|total(?!\s+of))\b|(?<!in\s)whose"
    rf"|representing|(?:that|which)\s+account"
    r"|accounting)"
)
_TOTAL = re.compile(r"(?i)[\s,(]*(?:(?:the\s+)?(?:combined|aggregate|total)|whose)\b")
_BEGUN = 4
"""A proviso of fewer words is only begun."""

_WEIGHED = re.compile(
    r"(?i)tonnage|merchant\s+fleet|fleets?\b|consumption|emission|production|contribution|quota|votes?\b"
    r"|capital|population"
    r"|shares?\b|subscription|exports?\b|imports?\b|trade\b|budget|catch"
)
_PER_CENT = re.compile(rf"(?i)(?P<number>\d{{1,3}}(?:\.\d+)?|{CARDINAL})\s*(?:%|per\s*cent|percent)")
_ORDINAL_OF = re.compile(
    rf"(?i)\b(?P<number>{ORDINAL})\s+(?:such\s+|signatory\s+|contracting\s+)*(?P<what>instruments?"
    rf"|notifications?|notices?|declarations?"
    r"|ratifications?|acceptances?|approvals?|accessions?|signatures?|signator(?:y|ies)|states?|governments?"
    r"|members?|part(?:y|ies)|of\s+(?:such|these|the))"
)
_REACHED = re.compile(
    rf"(?i)\bnumber\b.*\b(?:reach\w*|total\w*|amount\w*|equal\w*)\s+(?:to\s+"
    rf"|of\s+)?(?:a\s+)?(?:total\s+of\s+)?(?:at\s+least\s+)?(?P<number>{CARDINAL})"
)
_COUNTED = re.compile(
    rf"(?i)\b(?P<number>{CARDINAL})(?P<between>\s+(?:or\s+more\s+)?(?:of\s+the\s+)?(?:[\w-]+\s+){{0,4}}?{_PARTNERS})"
)
_AND_ORGANISATION = re.compile(
    r"(?i)\band\s+(?:by\s+|of\s+)?the\s+(?:[\w-]+\s+){0,5}?(?:agency|organi[sz]ation|community|commission|bank"
    r"|union)\b"
)
_OF_WHICH = re.compile(rf"(?i)\b(?P<number>{CARDINAL})\s+of\s+(?:which|whom)")
_INCLUDING = re.compile(r"(?i)[\s,(]*(?:including|to\s+include|which\s+(?:shall|must)?\s*include)\b")
_SIGNATURES = re.compile(rf"(?i)\b(?P<number>{ORDINAL}|{CARDINAL})\s+(?:definitive\s+)?signatures?\b")
_SHARED = re.compile(
    rf"(?i)\b(?P<share>{SHARE})\s+(?:majority\s+)?of\s+(?P<who>(?:the\s+|all\s+"
    rf"|its\s+)*[\w\s’'-]{{3,60}}?)(?=[,.;]|$|\s+(?:ha[sv]|in|who|which|that|on|with)\b)"
)
_ALL = re.compile(
    r"(?i)\b(?:all\s+(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:states|signatories|parties|members|governments"
    r"|countries)|both\s+"
    r"(?:[\w-]+\s+){0,2}?(?:parties|governments|states|sides)|each\s+of\s+the\s+(?:[\w-]+\s+){0,2}?(?:parties"
    r"|governments|states|members|signatories)"
    r"|every\s+(?:signatory|member\s+state|party)"
    r"|(?:the\s+)?last\s+(?:of\s+the\s+)?(?:[\w-]+\s+){0,2}?(?:instruments?|notifications?|notices?|notes?"
    r"|ratifications?|signator\w+|parties|states?|governments?)"
    r"|(?:the\s+)?latter\s+(?:of\s+the\s+)?(?:notification|instrument|note)|exchange\s+of\s+"
    r"(?:the\s+)?(?:instruments|notes|ratifications)|the\s+(?:two\s+|contracting\s+)*(?:parties"
    r"|governments)\s+(?:have|hereto|to\s+this|thereto))"
)
_SIGNING = re.compile(
    r"(?i)\b(?:upon|on|from|after|following|of)\s+(?:the\s+)?(?:day\s+of\s+|date\s+of\s+"
    r"|moment\s+of\s+)?(?:its\s+|the\s+)?(?:signature|signing)(?:\s+(?:hereof|thereof|of\s+"
    r"(?:this|the\s+present)\s+\w+))?(?!\s+(?:without|not|with|of\s+instr|by\s+\w+\s+states))|\b(?:date"
    r"|day)\s+(?:on\s+which\s+)?(?:it\s+is|of\s+being)\s+signed"
)
_DEPOSITARIES = re.compile(
    r"(?i)(?:the\s+)?(?:states"
    r"|governments),?\s+(?:the\s+governments\s+of\s+which\s+are\s+)?designated\s+(?:as\s+)?(?:the"
    r"\s+)?depositar\w+(?:\s+of\s+(?:this|the)\s+\w+)?"
)
_PARENT = re.compile(
    r"(?i)(?:the\s+)?(?:convention|treaty|agreement|charter|statute|protocol)(?:\s+itself)?\s+(?:has|have"
    r"|shall\s+have)\s+entered\s+into\s+force|simultaneously\s+with|"
    r"(?:date|day)\s+(?:of|on\s+which)\s+(?:the\s+)?(?:entry\s+into\s+force\s+of\s+the\s+(?:convention|treaty"
    r"|agreement|charter)|the\s+(?:convention|treaty|agreement|charter)\s+enters)"
)
_OPEN = re.compile(
    r"(?i)\b(?:at\s+(?:the\s+)?latest|within|whichever|unless|if|next\s+following|notwithstanding"
    r"|to\s+be\s+(?:fixed|determined|agreed|decided)"
    r"|agreed\s+(?:up)?on|as\s+(?:may\s+be\s+)?(?:agreed|determined|decided))\b"
)
"""Words that leave the day to something else than what has been read."""

_KINDS: dict[str, re.Pattern[str]] = {
    "ratification": re.compile(r"(?i)\bratif"),
    "acceptance": re.compile(r"(?i)\baccept"),
    "approval": re.compile(r"(?i)\bapprov"),
    "accession": re.compile(r"(?i)\bacced|\baccession|\badher|\bbecome\s+(?:a\s+)?part|\bconsent\s+to\s+be\s+bound"),
    "definitive_signature": re.compile(
        r"(?i)\bsign\w*\s+(?:\w+\s+){0,3}?(?:without\s+reservation|not\s+subject\s+to|definitive)"
        r"|\bdefinitive(?:ly)?\s+sign|\bdefinitively"
        r"|\bconsent\s+to\s+be\s+bound|\bbecome\s+(?:a\s+)?part"
    ),
    "notification": re.compile(
        r"(?i)\bnotif\w+\s+(?:\w+\s+){0,8}?(?:complet|fulfil|internal|domestic|constitutional|requirement"
        r"|procedure|formalit)"
    ),
}
_DEPOSITED_WITH = re.compile(
    r"(?i),?\s*\b(?:(?:with|to)\s+(?:the\s+)?(?:governments?\s+of|ministry)|(?:with|to"
    r"|by)\s+(?:the\s+)?(?:depositar\w+|"
    r"secretar\w+[\s-]+general|director[\s-]+general|executive\s+\w+|secretariat|bureau))\b[^,.;]*?(?=,|;|\.|$"
    rf"|\s+(?:of\s+(?:the\s+)?(?:instruments?|at\s+least|not\s+less|notif|{CARDINAL}|{ORDINAL})|by|have|has"
    rf"|or\s+have))"
)  # fmt: skip


def consents_counted(text: str) -> tuple[str, ...]:
    """Return which acts of consent a clause counts, in the order of `CONSENT_KINDS`; empty where it names none."""
    return tuple(kind for kind in CONSENT_KINDS if _KINDS[kind].search(text))


def conditions(text: str, names: StateNames, depositaries: tuple[str, ...]) -> tuple[list[Condition], bool]:
    """Return the conditions of a clause, and whether words among them were not understood.

    Args:
        text: the clause's words after its verb, and those before its subject, without the lag.
        names: the names of states.
        depositaries: the states that the treaty designates as its depositaries.
    """
    cuts = [match.start() for match in _PROVISO.finditer(text)]
    main, provisos = text[: cuts[0]] if cuts else text, _between(text, cuts)
    found = list(_main(main, names, depositaries))
    unread = _OPEN.search(main) is not None
    for proviso in provisos:
        told = _proviso(proviso, names, depositaries)
        if told is None:
            unread = True
        else:
            found += told
    return found, unread


def _between(text: str, cuts: list[int]) -> list[str]:
    """Return the provisos; one that is only begun ("provided that", "the aggregate of") goes on with the next."""
    pieces: list[str] = []
    for start, end in itertools.pairwise([*cuts, len(text)]):
        begun = pieces and (len(_folded(pieces[-1]).split()) < _BEGUN or _TOTAL.match(text[start:end]))
        if begun:
            pieces[-1] += text[start:end]
        else:
            pieces.append(text[start:end])
    return pieces


def _main(text: str, names: StateNames, depositaries: tuple[str, ...]) -> Iterable[Condition]:
    """Yield what the words before any proviso ask for."""
    plain = _DEPOSITED_WITH.sub(" ", text)
    named = names.find(plain)
    if _DEPOSITARIES.search(plain):
        named = (*named, *depositaries)
    if named:
        yield Condition("named", _folded(text), states=named)
    organisation = _AND_ORGANISATION.search(plain)
    if organisation is not None:
        yield Condition("class", _folded(organisation[0]), number=1)
    numbered = list(_numbered(plain, bool(named)))
    yield from numbered or _unnumbered(plain, bool(named))


def _numbered(text: str, named: bool) -> Iterable[Condition]:
    """Yield how many consents or signatures are asked for, besides those of states named."""
    signed, nth, reached = _SIGNATURES.search(text), _ORDINAL_OF.search(text), _REACHED.search(text)
    if signed is not None:
        yield Condition(
            "signatures", _folded(signed[0]), number=ordinal(signed["number"]) or cardinal(signed["number"]) or 0
        )
    elif nth is not None:
        yield Condition("count", _folded(nth[0]), number=ordinal(nth["number"]) or 0)
    else:
        for match in [reached] if reached else _COUNTED.finditer(text):
            number, between = cardinal(match["number"]) or 0, match.groupdict().get("between") or ""
            kind: Literal["count", "class"] = "count" if _PLAIN.fullmatch(between) else "class"
            yield Condition(kind, _folded(match[0]), number=number, others=named or " other " in between)


def _unnumbered(text: str, named: bool) -> Iterable[Condition]:
    """Yield a share, all, another event or the signature itself, the first that the words ask for."""
    part, whole = _SHARED.search(text), _ALL.search(text)
    event, signing = _PARENT.search(text), _SIGNING.search(text)
    if part is not None:
        kind: Literal["weight", "share"] = "weight" if _WEIGHED.search(part["who"]) else "share"
        yield Condition(kind, _folded(part[0]), share=share(part["share"]))
    elif whole is not None:
        yield Condition("all", _folded(whole[0]))
    elif event is not None and not named:
        yield Condition("event", _folded(event[0]))
    elif signing is not None and not named:
        yield Condition("signing", _folded(signing[0]))


def _proviso(text: str, names: StateNames, depositaries: tuple[str, ...]) -> list[Condition] | None:
    """Return what a proviso asks for; None where it is no known form."""
    words = _folded(text)
    if _PER_CENT.search(text) or (_WEIGHED.search(text) and _SHARED.search(text)):
        return [Condition("weight", words)]
    if _PARENT.search(text):
        return [Condition("event", words)]
    if _DEPOSITARIES.search(text) and depositaries:
        return [Condition("named", words, states=depositaries)]
    counted = _COUNTED.search(text) or _OF_WHICH.search(text)
    if counted:
        return [Condition("class", words, number=cardinal(counted["number"]) or 0)]
    named = names.find(_DEPOSITED_WITH.sub(" ", text))
    if named:
        return [Condition("named", words, states=named)]
    if _INCLUDING.match(text):
        return [Condition("class", words, number=1)]
    if _WEIGHED.search(text):
        return [Condition("weight", words)]
    return None


def _folded(text: str) -> str:
    return " ".join(text.split()).strip(" ,;(")
