"""Which acts of consent a clause counts: ratification, acceptance, signature that needs neither, and so on."""

from __future__ import annotations

import re

from muniment.reading.en.force.numbers import CARDINAL
from muniment.terms.treaty import CONSENT_KINDS

__all__ = ["consents_counted"]

_ANY_KIND = re.compile(
    r"(?i)(?<!eligible\sto\s)(?<!entitled\sto\s)\bbec[oa]m\w+\s+(?:an?\s+)?(?:contracting\s+)?part(?:y|ies)|\bconsent\w*\s+to\s+be\s+bound"
)
_KINDS: dict[str, re.Pattern[str]] = {
    "ratification": re.compile(r"(?i)\bratif"),
    "acceptance": re.compile(r"(?i)\baccept"),
    "approval": re.compile(r"(?i)\bapprov"),
    "accession": re.compile(r"(?i)\bacced|\baccession|\badher"),
    "formal_confirmation": re.compile(r"(?i)\bformal\s+confirmation|\bformally\s+confirm|\bact\s+of\s+formal"),
    "definitive_signature": re.compile(
        r"(?i)\bsign\w*\s+(?:\w+\s+){0,3}?(?:without\s+reservation|not\s+subject\s+to|definitive)"
        rf"|\bsigned\s+by\s+(?:at\s+least\s+|not\s+less\s+than\s+)?(?:{CARDINAL}|all)\b(?!.*\bratif)"
        r"|\bdefinitive(?:ly)?\s+sign|\bdefinitively(?!\s+(?:(?:up)?on|when|as|after|from|once|if|immediately|\w+\s+(?:days|months)\s+after)\b)|\bupon\s+signature\s+by\b|\bha[sv]e?\s+signed\s+(?:it|this\s+\w+)\s*$"
    ),
    "notification": re.compile(
        r"(?i)\bnotif\w+\s+(?:\w+\s+){0,8}?(?:complet|fulfil|internal|domestic|constitutional|requirement"
        r"|procedure|formalit)|\bcomplet\w+\s+(?:\w+\s+){0,6}?procedures|\blast\s+of\s+(?:these|those|such)\s+notif"
    ),
}


def consents_counted(text: str) -> tuple[str, ...]:
    """Return which acts of consent a clause counts, in the order of `CONSENT_KINDS`; empty where it names none.

    States that "have become parties" or "have expressed their consent to be bound" may have done so by any of them.
    """
    if _ANY_KIND.search(text):
        return CONSENT_KINDS
    return tuple(kind for kind in CONSENT_KINDS if _KINDS[kind].search(text))
