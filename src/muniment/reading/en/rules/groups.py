"""The whole name of a group that a mention cuts short: "heads of the lamps" in "heads of the lamps bodies of S"."""

from __future__ import annotations

from muniment.reading.mask import Masked
from muniment.reading.pattern import pattern

__all__ = ["member_delegations", "sent_by", "whole_group"]

_UNITS = (
    r"bod(?:y|ies)|agenc(?:y|ies)|departments?|structures?|units?|services?|authorit(?:y|ies)|organi[sz]ations?|"
    r"ministr(?:y|ies)|divisions?|institutions?"
)
_OF_WHOM = r" of (?:the |all )?(?:[a-z][\w-]* (?:and )?){0,3}?{BYS}(?:[’']s {Y})?"
_GOES_ON = pattern(
    rf"(?: \([a-z ]{{3,30}}\))?(?:[’']s {{Y}}| (?:(?:[a-z][\w-]*,? (?:and )?){{0,4}}?(?:{_UNITS})\b)(?:{_OF_WHOM})?"
    rf"|{_OF_WHOM})"
)
_DELEGATIONS = pattern(r"\b(?:delegations?|representatives?|ambassadors|experts|heads) (?:of|from) (?:the )?$")
_MEMBERS = pattern(r"[’']s? {Y}| of (?:all )?(?:the )?{Y}")


def whole_group(sentence: Masked, at: int) -> tuple[str, int]:
    """Return a group's whole name as written, without its article, and where that ends in the masked text.

    Args:
        sentence: the masked sentence.
        at: where the group's mention stands.
    """
    more = sentence.match(_GOES_ON, sentence.text, at + 1)
    end = more.end() if more is not None else at + 1
    return _written(sentence, at, end), end


def member_delegations(sentence: Masked, at: int) -> tuple[str, int]:
    """Return "delegations of the League's member states" for the body in it, and its end; "" where it is not so."""
    more = sentence.match(_MEMBERS, sentence.text, at + 1)
    sent = sentence.search(_DELEGATIONS, sentence.text, 0, at) if more is not None else None
    return (_written(sentence, sent.start(), more.end()), more.end()) if sent and more else ("", at + 1)


_AUTHORITIES = r"(?:authorities|bodies|ministries|agencies|departments|services|structures|parliaments|governments)"
_SENT_BY = pattern(
    r"\b(?:[Hh]eads of )?(?:the )?(?:[Dd]elegations?|[Rr]epresentatives|[Dd]elegates) "
    rf"(?:of|from) (?:all )?(?:the )?(?P<of>(?:[a-z-]+ ){{0,3}}{_AUTHORITIES} of (?:the )?)?$"
)
_STATES = pattern(r"{S}(?:(?:, (?:and )?| and )(?:the )?{S})*")


def sent_by(sentence: Masked, at: int) -> tuple[str, int]:
    """Return the whole name of those whom a group or authorities sent, and its end; empty where none is there.

    "delegations of the member states" and "experts of the competent bodies of S, S and S" are named so; plain
    "delegations of S, S and S" are each state's own.
    """
    before = sentence.search(_SENT_BY, sentence.text, 0, at) if sentence.kind(at) in ("S", "Y") else None
    if before is None or (sentence.kind(at) == "S" and not (before["of"] and "elegation" in before[0])):
        return "", at + 1
    states = sentence.match(_STATES, sentence.text, at)
    end = states.end() if states is not None else at + 1
    return _written(sentence, before.start(), end), end


def _written(sentence: Masked, low: int, high: int) -> str:
    start, end = sentence.span(low, high)
    text = " ".join(sentence.page_text[start:end].split())
    return text[4:] if text.startswith(("The ", "the ")) else text
