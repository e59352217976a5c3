"""One wording for what drafters word in many ways, before a clause is read: "no fewer than", "a three-month period"."""

from __future__ import annotations

import re

from muniment.reading.en.force.numbers import CARDINAL

__all__ = ["STATE", "plainly"]

STATE = (
    r"(?:states?|governments?|countr(?:y|ies)|nations?|powers?|members?|signator(?:y|ies)|part(?:y|ies)|republics?"
    r"|organi[sz]ations?|administrations?)"
)
"""Who consents to a treaty, by any of the words for it."""

_UNIT = r"(?:day|week|month|year)"

_PLAIN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (
            rf"\b(?:(?:a|the)\s+(?:minimum|total)\s+(?:number\s+)?of|(?:no|not)\s+fewer\s+than|no\s+less\s+than|not\s+under"
            rf"|a\s+number\s+of\s+at\s+least)\s+(?={CARDINAL}\s+(?:[\w-]+\s+){{0,3}}?(?:{STATE}|instruments|ratifications|acceptances)\b)",
            "at least ",
        ),
        (rf"\b(a|the)\s+({CARDINAL})[\s-]({_UNIT})[’']?\s+period\b", r"\1 period of \2 \3s"),
        (
            rf"\b((?:{CARDINAL})\s+(?:\w+\s+)?{_UNIT}s?)\s+(?:shall\s+|will\s+)?(?:have|has)\s+(?:elapsed|passed|expired)"
            r"\s+(?=(?:after|from|since|following)\b)",
            r"\1 ",
        ),
        (r"\bgiv(e|es|en|ing)\s+(?:\w+\s+)?notice\s+of\b", r"notified "),
        (r"\bhanded\s+over\b", "delivered"),
        (r"\s+for\s+(?:safe[\s-]?keeping|safe\s+custody|custody)\b", ""),
        (
            r"\bthe\s+(?:final|ultimate)\s+(?=(?:\w+\s+)?(?:instrument|notification|notice|ratification|signature))",
            "the last ",
        ),
        (r"\bto\s+take\s+(?:this|that|such)\s+step\b|\bto\s+(?:do\s+so|ratify(?:\s+it)?)(?=\s*[.,;]|\s*$)", ""),
        (r"\b(?:by|until)\s+then\b", "by that date"),
        (r"\b1st\s+day\s+of\s+the\b", "first day of the"),
        (
            r"\b(shall\s+be\s+(?:signed|ratified|approved|accepted|submitted)\b[^.;]{0,80}?\band)\s+(enter|come)\s+into\b",
            r"\1 shall \2 into",
        ),
        (r"\b(?:the\s+)?(?:first|1st)\s+of\s+the\s+((?:calendar\s+)?month)\b", r"the first day of the \1"),
        (r"\b(?:the\s+)?date\s+when\b", "the date on which"),
        (
            r"\b(?:the\s+)?(date|day)\s+(?:that|by\s+which|upon\s+which)\b"
            r"(?=\s+(?:at|all|the|each|every|instruments|its|\w+\s+\w+\s+(?:ha|sh)))",
            r"the \1 on which",
        ),
        (
            r"\b(shall|will|is)\s+be\s+the\s+((?:[\w-]+\s+){0,4}day|date)\b(?=\s+(?:after|following|of|on|from)\b)",
            r"\1 be on the \2",
        ),
        (
            r"\b(force|effect|effective|operation),?\s+only\s+(?=(?:when|after|upon|on|once|if|as\s+from|from|as\s+soon)\b)",
            r"\1 ",
        ),
        (
            r"\b(into\s+(?:force|effect|operation)),?\s+and\s+(?:shall\s+)?(?:become|be)\s+(?:legally\s+)?(?:binding|effective|operative)"
            r"(?:\s+(?:up)?on\s+(?:the|all)\s+(?:[\w-]+\s+){0,2}?(?:parties|states|members|governments))?",
            r"\1",
        ),
        (
            r"\b(shall|will),\s+((?:[^,;.]|,(?=\s+(?:acceptance|approval|accession|or)\b)){8,200}),\s+((?:enter|come)\s+into\s+(?:force|effect|operation)|take\s+effect|become\s+effective)\b",
            r"\1 \3 \2,",
        ),
        (r"(?<!\bin\s)\b(?:as\s+far\s+as|so\s+far\s+as)\s+((?:[\w-]+\s+){1,6}?)(?:is|are)\s+concerned\b", r"for \1"),
        (
            rf"\bprovided\s+that\s+(?:such|these|those)\s+(?:{CARDINAL}\s+)?{STATE}\s+(?:shall\s+)?include\b",
            "including",
        ),
        (
            r"\b((?:notif|inform)\w*\s+(?:[\w-]+\s+){0,6}?)that\s+the\s+(?:[\w-]+\s+){0,3}?(?:conditions|requirements)"
            r"\s+(?:[\w-]+\s+){0,6}?(?:for|to)\s+(?:[\w-]+\s+){0,6}?have\s+been\s+(?:fulfilled|met|satisfied)\b",
            r"\1",
        ),
        (r",\s+with(?:out|\s+no)\s+retroactive\s+effect\b(?:\s+(?:up)?on\s+[^,;.]{3,100})?,", ","),
        (r"\b(\d{1,2})(?:st|nd|rd|th)\s+day\s+of\s+([A-Z][a-z]+),?\s+(?=\d{4}\b)", r"\1 \2 "),
        (r"\b(paragraph|section)\s+\(?[b-h]\)?(?=\s+of\b)", r"\1"),
        (r"\bcounting\s+from\b|\bto\s+(?:be\s+)?(?:counted|reckoned|calculated)\s+from\b", "from"),
    )
)  # fmt: skip
"""What is said in a rarer way -> in the way that the patterns of clauses know; neither may say another day."""


def plainly(words: str) -> str:
    """Return words of a clause with its commonplaces in one wording.

    >>> plainly("on the expiry of a three-month period after no fewer than ten States have ratified")
    'on the expiry of a period of three months after at least ten States have ratified'
    """
    for pattern, plain in _PLAIN:
        words = pattern.sub(plain, words)
    return words
