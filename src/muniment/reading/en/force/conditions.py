"""What has to come together before a treaty enters into force: so many consents, those of some states, a share.

The forms are those of the Final Clauses of Multilateral Treaties Handbook (United Nations, 2003), chapter E, and of
collections of final clauses. A proviso that only the text can judge ("coastal states bordering the area") is kept in
its words; words that are no known form are left in the saying, and make the clause not understood.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from muniment.reading.en.force.lags import MONTHS
from muniment.reading.en.force.numbers import CARDINAL, ORDINAL, SHARE, cardinal, ordinal, percent, share
from muniment.reading.en.force.phrasing import STATE
from muniment.reading.en.force.saying import Saying
from muniment.reading.en.force.states import StateNames
from muniment.terms.treaty import Condition, Whose

__all__ = ["conditions"]

_PARTNER = (
    rf"(?:{STATE}|instruments?|notifications?|ratifications?|acceptances?|approvals?|adhesions?|depositors?"
    r"|of\s+(?:them|these|those))\b"
)
_PARTNERS = rf"{_PARTNER}(?:\s+(?:states?|governments?|nations?|part(?:y|ies)|countries)\b)?"
_PLAIN = re.compile(
    r"(?i)\s*(?:or\s+more|of|the|such|said|independent|sovereign|contracting|negotiating|member|signatory"
    r"|participating|other|written|states?|parties|party|governments?|nations?|instruments?|notifications?"
    r"|ratifications?|acceptances?|members?|countries|country|powers|signator(?:y|ies)|organi[sz]ations?|them|these"
    r"|those|mentioned|referred|to|\s)*"
)
"""Words beside a number that say nothing about which states count."""

_PROVISO = re.compile(
    r"(?i)[\s,;(]*\b(?:provided(?:,?\s+however,?|\s+always)?(?:\s+that)?|on\s+condition\s+that|incorporating"
    r"|(?:including|to\s+include|(?:which|that)\s+(?:shall\s+|must\s+)?include|comprising)\b"
    r"|responsible\s+in\s+the\s+(?:aggregate|total)\s+for\b"
    r"|among\s+(?:them|which|whom)|(?:at\s+least\s+|not\s+less\s+than\s+)?"
    rf"{CARDINAL}\s+of\s+(?:which|whom)|of\s+(?:which|whom)\s+(?:at\s+least\s+|not\s+less\s+than\s+)?{CARDINAL}\b"
    r"|of\s+(?:which|whom)\s+(?=[^,;]{2,80}?\s+(?:shall|must)\s+be\s+one\b)"
    r"|(?:the\s+)?(?:combined|aggregate|total(?!\s+of))\b"
    r"|(?:the\s+)?(?:initial\s+)?(?:subscriptions?|contributions?|shares?|exports|imports|production)\s+of\s+(?:which|whom)\b"
    rf"|having\s+(?:at\s+least\s+|not\s+less\s+than\s+)?{CARDINAL}\s*(?:per\s*cent|%)"
    r"|(?<!in\s)whose|representing|holding|possessing|(?:that|which)\s+account|accounting"
    r"|(?:which|who|that)\s+(?:(?:between\s+them|together|collectively|in\s+(?:the\s+)?(?:aggregate|total))\s+)?(?:account|hold|represent|possess)"
    r"|(?:which|who|with)\s+(?:between\s+them|together|collectively)\b)"
)
_AND_FURTHER = re.compile(
    rf"(?i)[\s,;]*\band\s+(?:that\b|(?:at\s+least\s+)?(?={CARDINAL}\s+(?:[\w-]+\s+)?(?:governments|states|countries|members)\b)"
    r"|(?=the\s+(?:provisions|requirements|conditions)\s+of\b))"
)
"""Goes on with a second proviso, or a second number, behind the first."""

_AND_NUMBER = re.compile(
    rf"(?i)^[\s,;\u00b7]*and\s+(?:at\s+least\s+)?(?P<number>{CARDINAL})\s+(?:[\w-]+\s+)?(?:governments|states|countries|members)\b"
)
_NUMBER_FIRST = re.compile(rf"(?i)[\s,;:\u00b7]*(?:and\s*)?(?:at\s+least\s+|not\s+less\s+than\s+)?{CARDINAL}\b")
"""Begins an item of a list that asks for a number by itself."""

_CONSENTED = re.compile(
    r"(?i)(?<=\w),?\s+have\s+(?:either\s+)?(?:signed|deposited|lodged|ratified|accepted|approved|become|consented)\b[^;]*$"
)
"""After a weight: what those who hold it have done."""

_WHOSE = re.compile(r"(?i)^[\s,;\u00b7]*(?:and\s+)?whose\b")
_TOTAL = re.compile(r"(?i)[\s,(]*(?:(?:the\s+)?(?:combined|aggregate|total)|whose|(?:that|which)\s+account\w*)\b")
_UNENDED = re.compile(r"(?i)\b(?:of|in|by|and|to|the)\s*$")
_BEGUN = 4
"""A proviso of fewer words is only begun."""

_TURN = re.compile(
    r"(?i)\b(?:unless|failing|notwithstanding)\b|\bor\s+(?:on|upon|after)\b|\bor,?\s+if\b|\bno\s+(?:event|case)\b"
    r"|\b(?:days|weeks|months|years?)\s+(?:after|from|following|before)\b|\b(?:enter|come)\s+into\s+force\b"
    r"|\b(?:not|be)\s+(?:before|earlier|later)\b"
)
"""Words in a proviso that turn to another day: then it is no mere condition."""

_WEIGHED = re.compile(
    r"(?i)tonnage|merchant\s+fleet|fleets?\b|consumption|emission|production|contribution|quota|votes?\b"
    r"|capital|population|shares?\b|subscription|exports?\b|imports?\b|trade\b|budget|catch|caught|commitments?\b"
    r"|assessments?\b|pledges?\b|tonn?e?s\b|number\s+of\s+whose"
)
_PER_CENT = re.compile(rf"(?i)(?P<number>\d{{1,3}}(?:[.,]\d+)?|{CARDINAL})[\s-]*(?:%|per\s*cent(?:um)?\b)")
_ORDINAL_OF = re.compile(
    rf"(?i)(?<!\bone\s)(?<!\ba\s)\b(?:the\s+)?(?P<number>{ORDINAL})\s+(?:such\s+|signatory\s+|contracting\s+|written\s+"
    rf"|states?[’']s?\s+)*(?P<what>instruments?|notifications?|notices?|declarations?|documents?"
    r"|ratifications?|acceptances?|approvals?|accessions?|deposits?|signatures?|of\s+(?:such|these|the)"
    rf"|{STATE})\b"
)
_REACHED = re.compile(
    rf"(?i)\bnumber\b[^;]*\b(?:reach\w*|total\w*|amount\w*|equal\w*)\s+(?:to\s+"
    rf"|of\s+)?(?:a\s+)?(?:total\s+of\s+)?(?:at\s+least\s+)?(?P<number>{CARDINAL})"
)
_COUNTED = re.compile(
    rf"(?i)(?<!these\s)(?<!those\s)(?<!last\sof\sthe\s)(?<!last\sof\s)\b(?P<number>{CARDINAL})(?!\s+(?:thirds?|quarters?|fourths?|fifths?|half|hundred"
    rf"|thousand|million|billion|per\s*cent|{MONTHS})\b)"
    rf"(?P<between>\s+(?:or\s+more\s+)?(?:of\s+the\s+)?(?:(?!(?:by|which|who|that|have|has|after|from|between)\b)[\w-]+\s+){{0,4}}?{_PARTNERS})"
)
_MEMBERS_OF = re.compile(
    r"(?i)\s+of\s+(?:the\s+)?(?!them\b|these\b|those\b|such\b|ratif|accept|approv|access)(?:[\w.’'-]+\s+){0,6}?"
    r"[\w.’'-]+?(?=\s*(?:[,;·(]|$)|\s+(?:have|has|are|which|who|that|shall|in|on|with|to|deposit\w*)\b)"
)
_ASSOCIATES = re.compile(r"(?i)\s+(?:and|or)\s+associate\s+members?\b")
_OF_AREA = re.compile(
    r"(?i)\s+of\s+the\s+(?:[\w-]+\s+){0,3}?(?:area|region|basin|sea|lake|river|zone)\b(?!\s+(?:of|convention|agreement))"
)
_MEMBER = re.compile(r"(?i)\bmembers?\b")
_OWN_BODY = re.compile(
    r"(?i)\s+of\s+(?:the\s+|this\s+)?(?:organi[sz]ation|council|community|agency|commission|union|conference|assembly)\b"
    r"(?!\s+(?:of|for|on)\b)"
)
_RESTRICTED = re.compile(
    r"(?i)\s*,?\s*\b(?:which|who|that|having|with\s+a\s+(?:minimum|total|combined)\s+of|situated|bordering|exercising|located|participating\s+in"
    r"|represented\s+(?:at|in)|being|listed|(?:named|included)\s+in|enumerated|belonging|eligible|whose|within|meeting)\b"
    r"(?!\s+(?:ha[sv]e\b|has\b|shall\b|sign|ratif|accept|approv|accede|adher|become|deposit|are\s+(?:entitled|part)))"
    r"[^,;·:]*?(?=\s*(?:[,;·:]|$)|\s+(?:have|has)\s+(?:either\s+)?(?:been\s+)?(?:deposit|sign|ratif|becom|express|accept"
    r"|notif|approv|consent|adher|acced))"
)
_TO_THIS = re.compile(r"(?i)\s+(?:signatory|parties|party)\s+(?:to\s+)?(?:this|the\s+present)\s+\w+(?=\s)")
_GIVEN_BY = re.compile(
    r"(?i)[^;:]{0,120}?\b(?:by|of|from)\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:states?|governments?|countries|parties"
    r"|signatories)\b(?:\s+to\s+the\s+(?:[\w-]+\s+){0,4}?(?:convention|treaty|agreement|protocol))?(?:\s+or\s+(?:[\w-]+\s+){0,3}?organi[sz]ations?\b)?"
)
_BY_CLASS = re.compile(
    r"(?i)[^;:]{0,120}?\b(?:by|of)\s+(?:the\s+)?(?P<class>(?:[\w-]+\s+){0,2}?(?:littoral|riparian|coastal|range"
    r"|basin|riverine|island)\s+(?:states|governments|countries|parties))\b"
)
_AND_ORGANISATION = re.compile(
    r"(?i)\band\s+(?:by\s+|of\s+)?the\s+(?:[\w-]+\s+){0,5}?(?:agency|organi[sz]ation|community|commission|bank"
    r"|union)\b"
)
_OF_WHICH = re.compile(
    rf"(?i)\b(?P<number>{CARDINAL})\s+of\s+(?:which|whom|those|them|these)|of\s+(?:which|whom)\s+"
    rf"(?:at\s+least\s+|not\s+less\s+than\s+)?(?P<after>{CARDINAL})"
)
_INCLUDING = re.compile(r"(?i)[\s,;(]*(?:including|to\s+include|which\s+(?:shall|must)?\s*include|comprising)\b")
_INCLUDING_KIND = re.compile(
    r"(?i)[\s,;(]*including\s+(?:an?\s+|any\s+|the\s+)?instruments?\s+(?:which|that|containing)\b"
)
"""What only says that such instruments count too."""

_DOLLARS = re.compile(r"(?i)\bunited\s+states\s+dollars?\b")
_INSTRUMENTS = re.compile(
    rf"(?i)^[\s,;(]*(?:and\s+)?provided(?:,?\s+however,?)?\s+that\s+(?:at\s+least\s+|not\s+less\s+than\s+|no\s+fewer\s+than\s+)?"
    rf"(?P<number>{CARDINAL})\s+(?:instruments?(?:\s+of\s+\w+(?:(?:,|\s+or|\s+and)\s+\w+)*)?|ratifications?|acceptances?|{STATE})"
    r"(?:\s+of\s+(?:this|the)\s+\w+)?\s+(?:have|shall\s+have)\s+(?:been\s+|then\s+|by\s+(?:that|such)\s+date\s+)?(?:deposited|ratified|accepted|approved|acceded\s+to|signed)\b"
    r"(?:\s+(?:it|this\s+\w+|their\s+instruments?(?:\s+of\s+\w+(?:(?:,|\s+or|\s+and)\s+\w+)*)?))?(?:,?\s+(?:by|on\s+or\s+before|before)\s+(?:that|such|the\s+said)\s+(?:date|day|time))?[\s\u00b7,.]*$"
)
"""A proviso that asks for a number of instruments, and not for some of a kind among those counted before."""

_SOME_OF = re.compile(
    rf"(?i)\b(?P<number>{CARDINAL})\s+of\s+(?:the\s+)?(?:following\s+(?:states|governments|countries|parties|powers)\s+[^:;]{{0,80}}:\s*|following(?:\s+(?:\w+\s+)?(?:states|governments|countries|parties|powers))?"
    r"|(?:\w+\s+)?(?:states|governments|countries|parties|powers)(?:\s+of)?)?[\s:(,]*(?:the\s+)?(?:\w+\s+of\s+(?:the\s+)?)?$"
)
"""Right before names of states: so many of them, whichever they are."""

_BEING_ONE = re.compile(
    r"(?i)\b(?:shall|must)\s+be\s+one\b|\bone\s+of\s+(?:which|whom)\s+(?:shall\s+be|must\s+be|being|is)\b"
)
_IN_NUMBER = re.compile(
    rf"(?i),?\s*\b(?:and\s+|being\s+|which\s+are\s+)?(?:at\s+least|not\s+less\s+than)\s+(?P<number>{CARDINAL})\s+in\s+number\b"
)
_BARE = re.compile(rf"(?i)\b(?P<number>{CARDINAL})\s+(?:each\b|from\b|of\b|having\b|with\b)")
_SIGNATURES = re.compile(rf"(?i)\b(?:the\s+)?(?P<number>{ORDINAL}|{CARDINAL})\s+(?:definitive\s+)?signatures?\b")
_LAST_SIGNATURE = re.compile(
    r"(?i)\b(?:of\s+|on\s+|after\s+|upon\s+)?(?:the\s+)?(?:date\s+of\s+)?(?:the\s+)?last\s+signature(?:\s+(?:hereto|thereto|hereof))?"
)
_SHARED = re.compile(
    rf"(?i)\b(?P<more>more\s+than\s+)?(?:at\s+least\s+|not\s+less\s+than\s+|no\s+less\s+than\s+)?(?P<share>{SHARE})"
    r"\s+(?:majority\s+)?(?:of\s+|(?=the\s+(?:total|world)))(?P<who>(?:the\s+|all\s+|its\s+|those\s+)*[\w\s’'-]{3,70}?)"
    r"(?=\s*[,.;·]|\s*$|\s+(?:have|has|in|who|which|that|on|with|shall|deposit\w*|listed|named|bordering|situated)\b)"
)
_ALL = re.compile(
    r"(?i)(?:\b(?:by|of|from)\s+)?\b(?:all\s+(?:of\s+)?(?:the\s+|its\s+)?(?:[\w-]+\s+){0,3}?(?:states|signatories|parties"
    r"|members|governments|countries|powers|nations|republics|ratifications|acceptances|notifications"
    r"|instruments(?:\s+of\s+(?:ratification|acceptance|approval))?)"
    r"(?:\s+(?:states|parties|governments|countries)\b)?|(?:all|each)\s+of\s+(?:them|these|those)"
    r"|both\s+(?:[\w-]+\s+){0,2}?(?:parties|governments|states|sides)"
    r"|(?:each|every\s+one)\s+of\s+the\s+(?:[\w-]+\s+){0,2}?(?:parties|governments|states|members|signatories|countries)"
    r"|(?:every|each)\s+(?:(?:signatory|member|contracting|participating|founding|negotiating)\s+(?:state|government|party|country|power)"
    r"|signatory|party|member)"
    r"|(?:the\s+)?(?:last|later|latter)\s+(?:of\s+(?:the|these|those|such)\s+)?(?:(?:two|three|four|five|six|seven)\s+)?(?:such\s+)?(?:(?!day|date|month|year|week)"
    r"[\w-]+\s+){0,2}?(?:instruments?|notifications?|notices?|notes?|ratifications?|signator\w+|parties|party|states?"
    r"|governments?|countr(?:y|ies)|members?)(?:\s+(?:states?|part(?:y|ies)|countr(?:y|ies))\b)?"
    r"|exchange\s+of\s+(?:the\s+|written\s+|diplomatic\s+)*(?:instruments|notes|letters|ratifications|notifications)"
    r"|(?:instruments(?:\s+of\s+ratification)?|ratifications|notes|letters)\s+(?:are|(?:shall\s+)?have\s+been|were)\s+exchanged"
    r"|the\s+(?:(?:two|three|four|contracting|signatory|participating|founding|member|negotiating)\s+)*(?:parties"
    r"|governments|states|signatories|countries|members)\s+(?:have|hereto|to\s+this|thereto|notify|inform|exchange|confirm)"
    r"|(?<=by\s)the\s+(?:signatory|contracting|founding|participating|member|negotiating)\s+(?:states|parties"
    r"|governments))\b"
)
_DRAWN_UP = re.compile(
    r"(?i)\s+(?:(?:which|that|who)\s+have|having)\s+(?:drawn\s+up|negotiated|elaborated|drafted|drawn)"
    r"(?:\s+(?:it|this\s+\w+|the\s+present\s+\w+))?(?:\s+up\b)?"
)
"""After "the States": those that made the treaty."""

_OF_TRADE = re.compile(
    r"(?i)\s+of\s+(?:the\s+)?(?:produc|consum|export|import)(?:ers?|ing\s+(?:countries|members|states))\b"
    r"(?:\s+(?:as\s+)?(?:listed|named)\s+in\s+(?:annex|schedule)\s+\w+)?"
)
"""After "Governments": a side of a commodity's trade."""

_DESCRIBED = re.compile(
    r"(?i)\s+(?:listed|named|enumerated|mentioned\s+by\s+name|set\s+out)\s+in\s+(?:the\s+)?(?:annex|appendix|schedule"
    r"|preamble|list)\b[^,;·]{0,30}?(?=\s*(?:[,;·.]|$)|\s+(?:to|of)\s+(?:this|the)\s+\w+|\s+(?:have|has|with|and)\b)"
)
_MENTIONED = re.compile(r"(?i)\s+(?:mentioned|referred\s+to|specified|named|listed)\s+in\b")
_PARTIES_TO = re.compile(
    r"(?i)\s+to\s+(?:the|that)\s+(?:[\w-]+\s+){0,4}?(?:convention|treaty|agreement|protocol|charter|covenant)\b(?:\s+of\s+\d{4}\b)?"
    r"(?:\s+and\s+all\s+(?:[\w-]+\s+){0,3}?parties\s+to\s+the\s+(?:[\w-]+\s+){0,4}?(?:convention|agreement|protocol))?"
)
_SIGNING = re.compile(
    r"(?i)\b(?:up)?(?:on|from|after|following|of)\s+(?:the\s+)?(?:day\s+of\s+|date\s+of\s+"
    r"|moment\s+of\s+)?(?:its\s+|the\s+)?(?:signature|signing)(?:\s+(?:hereof|thereof|of\s+"
    r"(?:this|the\s+present)\s+\w+))?(?!\s+(?:without|not|with|of\s+instr|by\s+\w+\s+states))|\b(?:date"
    r"|day)\s+(?:on\s+which\s+)?(?:it\s+is|of\s+being)\s+signed|(?<=·)\s*(?:the\s+|its\s+)?(?:signature|signing)"
    r"(?:\s+(?:hereof|thereof))?"
)
_ADOPTION = re.compile(
    r"(?i)(?:\b(?:of|from|after|following|upon|on)\s+|(?<=·)\s*)(?:the\s+)?(?:(?:date|day)\s+(?:of|on\s+which)\s+)?"
    r"(?:(?:the\s+|its\s+)?(?:adoption|opening\s+for\s+(?:signature|acceptance))|it\s+(?:has\s+been\s+|is\s+|was\s+)"
    r"(?:adopted|opened\s+for\s+(?:signature|acceptance)))(?:\s+of\s+(?:this|the\s+present)\s+\w+)?"
)
_OBJECTING = re.compile(
    rf"(?i),?\s*\bunless,?\s+(?P<before>[^·]*?\b(?:date|time|then|expir\w+)(?:[^·,]*,)?\s*)?(?:(?P<more>more\s+than\s+)"
    rf"|at\s+least\s+|not\s+less\s+than\s+)?(?:(?P<share>{SHARE})|(?P<number>{CARDINAL})|any)\s+(?:of\s+)?(?:the\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:states?|part(?:y|ies)|governments?|members?)\b[^·,;.]*?\b(?:object\w*|reject\w*|oppos\w+)"
    r"(?:\s+to\s+(?:it|the\s+\w+(?:\s+into\s+force)?))?"
)
_DEPOSITARIES = re.compile(
    r"(?i)(?:the\s+)?(?:states|governments),?\s+(?:the\s+governments\s+of\s+which\s+are\s+)?designated\s+(?:as\s+)?"
    r"(?:the\s+)?depositar\w+(?:\s+of\s+(?:this|the)\s+\w+)?"
)
_TREATY = r"convention|treaty|agreement|charter|statute|protocol|covenant|constitution|act"
_PARENT = re.compile(
    rf"(?i)(?:the\s+)?(?:{_TREATY})(?:\s+itself)?\s+(?:has|have"
    rf"|shall\s+have)\s+(?:entered|come)\s+into\s+force|(?:the\s+)?(?:{_TREATY})\s+is\s+(?:then\s+|itself\s+)?in\s+force|simultaneously\s+with\s+(?:the\s+entry\s+into\s+force\s+of\s+)?the\s+(?:[\w-]+\s+){{0,4}}?(?:{_TREATY})"
    r"|(?:(?:up)?on\s+|from\s+)?(?:the\s+)?(?:same\s+)?(?:date|day)\s+(?:of|on\s+which)\s+(?:the\s+)?(?:entry\s+into\s+force\s+of\s+"
    rf"the\s+(?:[\w-]+\s+){{0,4}}?(?:{_TREATY})|(?:[\w-]+\s+){{0,4}}?(?:{_TREATY})\s+(?:enters|comes)\s+into\s+force)"
    rf"|(?:on|at)\s+the\s+same\s+(?:date|day|time)\s+as\s+(?:the\s+(?:entry\s+into\s+force\s+of\s+)?)?the\s+(?:[\w-]+\s+){{0,4}}?(?:{_TREATY})\b(?:\s+(?:enters|comes)\s+into\s+force)?"
)
_AND_PARENT = re.compile(
    rf"(?i)\band\s+(?:(?:when|after|that|once)\s+)?(?:the|that)\s+(?!present)(?:[\w-]+\s+){{0,4}}?(?:{_TREATY})(?:\s+itself)?\s+(?:has|have|shall\s+have)"
    r"\s+(?:entered|come)\s+into\s+force\b"
)
"""Beside the consents: another treaty has to be in force."""

_DEADLINE = re.compile(
    r"(?i)\b(?:requirements|conditions)\s+(?:have\s+been|are|shall\s+have\s+been)\s+(?:fulfilled|met|satisfied)\s+(?:within|by)\b"
    r"|^[\s,;\u00b7]*and\s+the\s+(?:provisions|requirements|conditions)\s+of\b[^,;]*\b(?:ful\w+|met|satisfied|complied\s+with)\b"
)
"""A day by which the rest has to be met: it puts nothing off, and is kept in its words."""


def conditions(
    saying: Saying, names: StateNames, depositaries: tuple[str, ...], items: Sequence[int] = ()
) -> list[Condition]:
    """Return the conditions of a clause, their words taken out of the saying; what is left was not understood.

    Args:
        saying: the clause's words after its verb, and those before its subject, without the lag.
        names: the names of states.
        depositaries: the states that the treaty designates as its depositaries.
        items: where the items of a list in it begin; code points.
    """
    objecting = saying.take(_OBJECTING)
    cuts = [match.start() for match in _PROVISO.finditer(saying.left) if not _within_all(saying, match.start())]
    further = [at for at in items if _NUMBER_FIRST.match(saying.left, at)]
    further += [match.start() for match in _AND_FURTHER.finditer(saying.left)]
    cuts = sorted({*cuts, *(at for at in further if cuts and at > cuts[0])})
    provisos: list[Condition] = []
    for start, end in _between(saying.left, cuts):
        told_end = start + len(saying.left[start:end].rstrip("\u00b7 ,;"))
        words = _CONSENTED.sub("", saying.whole[start:told_end]).strip(" ,;(").removeprefix("and ")
        told = _proviso(saying.left[start:end], words, names, depositaries)
        if told is None and provisos and provisos[-1].kind == "class" and _WHOSE.match(saying.left[start:end]):
            described = provisos.pop()
            told = [replace(described, text=f"{described.text} {words}")]
        if told is not None:
            provisos += told
            saying.drop(start, end)
    together = [Condition("event", saying.words(match)) for match in saying.take_all(_AND_PARENT)]
    found = [*_main(saying, names, depositaries), *provisos, *together]
    if objecting is not None:
        number = cardinal(objecting["number"]) if objecting["number"] else 0 if objecting["share"] else 1
        part = share(objecting["share"]) if objecting["share"] else None
        found.append(
            Condition(
                "objections", saying.words(objecting), number=(number or 0) + bool(objecting["more"] and not part),
                share=part, more=bool(objecting["more"]), whose="parties",
            )
        )  # fmt: skip
    return found


def _within_all(saying: Saying, at: int) -> bool:
    """Whether "total" or "whose" stands inside words on all or a share that end later: no proviso begins there."""
    return saying.left[at:].lstrip(" ,;(").lower().startswith("total number")


def _between(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    """Return where the provisos stand; one that is only begun ("provided that", "the aggregate of") goes on."""
    pieces: list[tuple[int, int]] = []
    for start, end in itertools.pairwise([*cuts, len(text)]):
        if pieces:
            last = text[pieces[-1][0] : pieces[-1][1]]
            further = _TOTAL.match(text[start:end]) and not _PER_CENT.search(last)
            if further or _UNENDED.search(last) or len(last.strip(" ,;(").split()) < _BEGUN:
                pieces[-1] = (pieces[-1][0], end)
                continue
        pieces.append((start, end))
    return pieces


def _main(saying: Saying, names: StateNames, depositaries: tuple[str, ...]) -> Iterator[Condition]:
    """Yield what the words before any proviso ask for."""
    some = _some_of(saying, names)
    named = _named(saying, names, depositaries)
    yield from (one for one in (some, named) if one is not None)
    if some is not None:
        return
    organisation = saying.take(_AND_ORGANISATION)
    if organisation is not None:
        yield Condition("class", saying.words(organisation), number=1)
    numbered = list(_numbered(saying, named is not None))
    yield from numbered
    if not numbered:
        yield from _unnumbered(saying, named is not None)


def _some_of(saying: Saying, names: StateNames) -> Condition | None:
    """Return the condition that so many of the states named consent; None where no number stands before them."""
    split = _some_named(saying.left, names)
    if split is None:
        return None
    some, _, found = split
    states, number = tuple(dict.fromkeys(name for name, _, _ in found)), cardinal(some["number"]) or 0
    text = saying.between(some.start(), found[-1][2])
    saying.drop(some.start(), some.end())
    for _, start, end in found:
        saying.drop(start, end)
    return Condition("class", text, number=number, states=states)


_Spans = list[tuple[str, int, int]]


def _some_named(text: str, names: StateNames) -> tuple[re.Match[str], _Spans, _Spans] | None:
    """Return "two of" before states named, the states before it, and those it is of; None where there is none."""
    found = list(names.spans(text))
    for at, (_, start, _) in enumerate(found):
        some = _SOME_OF.search(text[:start])
        if some is not None:
            return some, found[:at], found[at:]
    return None


def _named(saying: Saying, names: StateNames, depositaries: tuple[str, ...]) -> Condition | None:
    """Return the condition that states named, or the depositary governments, consent; None where none is named."""
    found = list(names.spans(saying.left))
    states = tuple(dict.fromkeys(name for name, _, _ in found))
    text = saying.whole[found[0][1] : found[-1][2]] if found else ""
    for _, start, end in found:
        saying.drop(start, end)
    designated = saying.take(_DEPOSITARIES) if depositaries else None
    if designated is not None:
        states, text = (*states, *depositaries), text or saying.words(designated)
    saying.take_all(_TITLES)
    return Condition("named", text, states=states) if states else None


_TITLES = re.compile(
    r"(?i)\b(?:kingdoms?|republics?|federal|federated|federation|commonwealth|union|independent\s+state|principality"
    r"|grand\s+duchy|confederation|sultanate|state|islamic|democratic|people[’']s|socialist|united|hellenic)\s+of\b"
    r"(?=\s*·)"
)


def _numbered(saying: Saying, named: bool) -> Iterator[Condition]:
    """Yield how many consents or signatures are asked for, besides those of states named."""
    last = saying.take(_LAST_SIGNATURE)
    if last is not None:
        yield Condition("signatures", saying.words(last))
        return
    signed = saying.take(_SIGNATURES)
    if signed is not None:
        number = ordinal(signed["number"]) or cardinal(signed["number"]) or 0
        yield Condition("signatures", saying.words(signed), number=number)
        return
    nth = saying.take(_ORDINAL_OF)
    if nth is not None:
        number = ordinal(nth["number"]) or 0
        for again in _COUNTED.finditer(saying.left):
            if cardinal(again["number"]) == number:
                saying.drop(again.start(), again.end())
        given = _GIVEN_BY.match(saying.left, nth.end())
        among = _BY_CLASS.match(saying.left, nth.end()) or (given and _RESTRICTED.match(saying.left, given.end()))
        yield Condition("class" if among else "count", _with(saying, nth, among), number=number)
        return
    reached = saying.take(_REACHED)
    for match in [reached] if reached else saying.take_all(_COUNTED):
        yield _some(saying, match, named)


def _some(saying: Saying, match: re.Match[str], named: bool) -> Condition:
    """Return the condition that so many states consent; a class where the words around the number say which."""
    number, between = cardinal(match["number"]) or 0, match.groupdict().get("between") or ""
    associates = _ASSOCIATES.match(saying.left, match.end())
    belonging = (
        _MEMBERS_OF.match(saying.left, (associates or match).end())
        if _MEMBER.search(between)
        else _OF_AREA.match(saying.left, match.end())
    )
    to_this = _TO_THIS.match(saying.left, match.end())
    parent = _PARTIES_TO.match(saying.left, match.end())
    trade = _OF_TRADE.match(saying.left, match.end())
    further = _RESTRICTED.match(saying.left, (belonging or parent or to_this or trade or match).end())
    own = belonging is None or _OWN_BODY.match(belonging[0]) is not None
    plain = _PLAIN.fullmatch(between) is not None and own and further is None and parent is trade is None
    kind: Literal["count", "class"] = "count" if plain else "class"
    return Condition(
        kind,
        _with(saying, match, to_this, associates, belonging, parent, trade, further),
        number=number,
        others=named or " other " in between,
    )


def _with(saying: Saying, match: re.Match[str], *further: re.Match[str] | None) -> str:
    """Return the words of a match and of those that follow it, which are taken out."""
    last = match
    for one in further:
        if one is not None:
            saying.drop(one.start(), one.end())
            last = one
    return saying.between(match.start(), last.end())


def _unnumbered(saying: Saying, named: bool) -> Iterator[Condition]:
    """Yield a share, all, another event or the signature itself, the first that the words ask for."""
    part = saying.take(_SHARED)
    whole = saying.take(_ALL) if part is None else None
    if part is not None:
        yield _part(saying, part, named)
    elif whole is not None:
        yield _everybody(saying, whole)
    elif not named:
        for kind, pattern in (("event", _PARENT), ("adoption", _ADOPTION), ("signing", _SIGNING)):
            match = saying.take(pattern)
            if match is not None:
                yield Condition(kind, saying.words(match))  # type: ignore[arg-type]
                return


def _part(saying: Saying, match: re.Match[str], named: bool) -> Condition:
    who = match["who"]
    made = _DRAWN_UP.match(saying.left, match.end())
    described = _DESCRIBED.match(saying.left, match.end()) or _RESTRICTED.match(saying.left, match.end())
    weighed = _WEIGHED.search(who) is not None
    text = _with(saying, match, made, described)
    more = match["more"] is not None or "majority" in match["share"].lower()
    return Condition(
        "weight" if weighed else "share", text, share=share(match["share"]), more=more,
        others=named and " other " in f" {who} ",
        whose="listed" if described else "negotiating" if made else _whose(who),
    )  # fmt: skip


def _everybody(saying: Saying, match: re.Match[str]) -> Condition:
    parent = _PARTIES_TO.match(saying.left, match.end())
    belonging = None if parent else _MEMBERS_OF.match(saying.left, match.end())
    after = belonging.end() if belonging else match.end()
    named_there = _MENTIONED.match(saying.whole, match.end())
    described = None if parent else _DESCRIBED.match(saying.left, after) or _RESTRICTED.match(saying.left, after)
    whose: Whose = "parties" if parent else "listed" if described or named_there else _whose(match[0])
    text = _with(saying, match, parent, belonging, described)
    saying.take_all(_ALL)
    return Condition("all", text, whose=whose)


def _whose(words: str) -> Whose:
    """Return of whom "all" or a share is; those who made the treaty where it only says parties or governments."""
    told = words.lower()
    if "member" in told:
        return "members"
    if "negotiating" in told or "participat" in told or "founding" in told or "original" in told:
        return "negotiating"
    return "signatories"


def _proviso(text: str, words: str, names: StateNames, depositaries: tuple[str, ...]) -> list[Condition] | None:
    """Return what a proviso asks for; None where it is no known form, or turns to another day."""
    if _TURN.search(text):
        return None
    number = _AND_NUMBER.match(text)
    if number is not None and _PER_CENT.search(text):
        return [Condition("class", words, number=cardinal(number["number"]) or 0), *_weights(words)]
    if _PER_CENT.search(text) or (_WEIGHED.search(text) and _SHARED.search(text)):
        return list(_weights(words))
    if _DEADLINE.search(text):
        return [Condition("event", words, earliest=True)]
    if _PARENT.search(text):
        return [Condition("event", words)]
    if _DEPOSITARIES.search(text) and depositaries:
        return [Condition("named", words, states=depositaries)]
    if _INCLUDING_KIND.match(text):
        return []
    return _of_states(text, words, names)


def _of_states(text: str, words: str, names: StateNames) -> list[Condition] | None:
    """Return which states a proviso asks for: some of those named, so many of a class, all, those named."""
    plain = _DOLLARS.sub(" ", text)
    named, split = names.find(plain), _some_named(plain, names)
    if split is not None:
        some, before, of = split
        needed = [Condition("named", words, states=tuple(name for name, _, _ in before))] if before else []
        several = tuple(dict.fromkeys(name for name, _, _ in of))
        return [*needed, Condition("class", words, number=cardinal(some["number"]) or 0, states=several)]
    alone = _INSTRUMENTS.match(text)
    if alone is not None:
        return [Condition("count", words, number=cardinal(alone["number"]) or 0)]
    counted = _OF_WHICH.search(text) or _COUNTED.search(text)
    if named and len(named) == 1 and _BEING_ONE.search(text):
        return [Condition("named", words, states=named)]
    if counted:
        told = counted["number"] or counted.groupdict().get("after") or ""
        return [Condition("class", words, number=cardinal(told) or 0)]
    part = _SHARED.search(text)
    if part is not None and _WEIGHED.search(text) is None:
        more = part["more"] is not None or "majority" in part["share"].lower()
        return [Condition("share", words, share=share(part["share"]), more=more, whose=_whose(part["who"]))]
    everybody = _ALL.search(text)
    if everybody is not None and _WEIGHED.search(text) is None:
        return [Condition("all", words, whose=_whose(everybody[0]))]
    if named:
        return [Condition("named", words, states=named)]
    if _INCLUDING.match(text):
        bare = [cardinal(match["number"]) or 0 for match in _BARE.finditer(text)]
        return [Condition("class", words, number=max(bare, default=1))]
    return [Condition("weight", words)] if _WEIGHED.search(text) else None


def _weights(words: str) -> Iterable[Condition]:
    """Yield the weight that a proviso asks for; its share only where it names one alone."""
    counted = _IN_NUMBER.search(words)
    if counted is not None:
        yield Condition("count", counted[0].strip(" ,"), number=cardinal(counted["number"]) or 0)
        words = f"{words[: counted.start()]}{words[counted.end() :]}".strip(" ,")
    told = [percent(match["number"]) for match in _PER_CENT.finditer(words)]
    told += [share(match["share"]) for match in _SHARED.finditer(words)]
    shares = [one for one in told if one is not None]
    alone = shares[0] if len(shares) == 1 and " or by " not in words else None
    yield Condition("weight", words, share=alone, more="more than" in words.lower())
