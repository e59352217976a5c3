"""Texts sent on: "decided to send these documents for consideration at the sessions of the Council"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.rules.drafting import REGISTER, act
from muniment.reading.en.rules.naming import named
from muniment.reading.mask import expand
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_REACH = 7
"""Sentences back in which "these documents" were told of: a press office's paragraph on one agenda."""

_GENERIC = (
    r"(?:these|those|the|said|above|a|an|this)(?: (?:two|three|said|above|relevant|same))?"
    r" (?:draft )?(?:documents?|texts?|drafts?)"
)
_TO = regex.compile(
    expand(
        r"\bto (?:the )?(?P<direct>{BYA})|\bfor (?:its |their |further )?(?:consideration|approval|adoption|signature"
        r"|signing|review|discussion)(?: (?:by|to|of|at|in))?(?: the)?(?: [a-z]+){0,3}?"
        r"(?: (?:meetings?|sessions?)(?: of)?(?: the)?)? (?P<later>{BYA})(?P<organs> statutory bodies)?"
    )
)


def sent_on(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read who was to get the texts just told of; each of them has a planned `submit`."""
    if modality(found.sentence.text[: found.match.start("verb")]) in (DENIED, POSSIBLE):
        return
    receives = _receivers(found, scene)
    for draft in _texts(found, scene):
        slots = {name: value for name, value in draft.items() if name in ("kind", "title", "draft")}
        slots["actions"] = [act("submit", to=receives, planned=True)]
        yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


def _receivers(found: Found, scene: Scene) -> list[str]:
    match = _TO.search(found.sentence.text, found.match.end("what"))
    if match is None:
        return []
    group = "direct" if match.group("direct") else "later"
    name = scene.name(found.sentence.value(match.start(group)))
    return [f"{name}{match.group('organs') or ''}"] if name else []


def _texts(found: Found, scene: Scene) -> list[dict[str, object]]:
    """Return the slots of the texts meant: those named here, the last one told of, or all told of just before."""
    here = [value for value in found.mentions("what", "N") if isinstance(value, Instrument) and named(value)]
    if here:
        return [{"kind": value.kind or "other", "title": value.title, "draft": value.draft} for value in here]
    told: list[dict[str, object]] = []
    for draft in scene.drafts:
        near = draft.register == REGISTER and scene.number - draft.sentence <= _REACH
        titles = [str(one["title"]) for one in told]
        if near and draft.slots.get("actions") and draft.slots.get("title") and draft.slots["title"] not in titles:
            told.append(dict(draft.slots))
    plural = _PLURAL.search(found.match.group("what")) is not None
    return told if plural else told[-1:]


_PLURAL = regex.compile(r"\b(?:them|these|those|documents|texts|drafts)\b")

RULES = (
    Rule(
        name="instruments.sent-on",
        triggers=("submit", "send", "forward", "transmit", "refer"),
        pattern=(
            r"\b(?:[Dd]ecided|[Aa]greed|[Rr]ecommend(?:ed|s)|[Pp]roposed|{N} was (?:made|taken)|[Ii]nstructed)\b"
            r"[^.;]{0,90}?\b(?:to )?(?P<verb>submit|submitting|send|sending|forward|forwarding|transmit|refer)"
            rf" (?P<what>them|it|{_GENERIC}|(?:a |the |this |these ){{N}})(?=\W|$)"
        ),
        build=sent_on,
        reads=(
            "The Council of Ports agreed on the Plan of Harbour Works for 2025. The Council decided to send"
            " these documents for consideration at the sessions of the Council of Ministers.",
        ),
        refuses=("The Council of Ports decided to send observers to the elections.",),
    ),
)
