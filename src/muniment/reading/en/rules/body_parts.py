"""The body a sentence tells of: what it is called, what stands above it, and the draft made of it."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.profiles.schema import MANDATES
from muniment.reading.draft import Draft
from muniment.reading.en.rules.body_kinds import NAMED, NO_ORGAN, REGISTER, kind_of, parent_in
from muniment.reading.en.rules.gathering import body_name
from muniment.reading.en.rules.mission_names import states_by_name
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Group
from muniment.reading.rule import Found
from muniment.reading.scene import Scene

__all__ = ["INDEFINITE", "draft", "founder", "long_past", "named", "ours"]

_NO_KINDS = MANDATES | {"organisation", "mission", "operation", "exercise", "programme", "conference"}
"""Kinds of what is no body of an organisation, or is one only by another name."""
_SEATED = regex.compile(r"^[\p{L}-]+-based ")


def draft(found: Found, name: str, parent: str, status: str) -> Draft:
    """Return the draft of a body that a sentence tells of: its name without its seat ("Lima-based"), what it is."""
    name = _SEATED.sub("", name)
    slots = {"name": name, "parent": parent, "kind": kind_of(name), "status": status}
    return Draft(REGISTER, slots, [(found.sentence.start, found.sentence.end, found.rule)])


def named(found: Found, scene: Scene, status: str) -> Iterator[Draft]:
    """Yield a draft for each body that the group `bs` holds; none for an organisation as a whole."""
    above = found.mentions("above", "B") if found.has("above") else []
    beside = next((b.organization for b in found.mentions("bs", "B") if isinstance(b, Body) and b.organization), "")
    for body in found.mentions("bs", "B"):
        if not isinstance(body, Body) or NO_ORGAN.search(body.name) or body.name == scene.home:
            continue
        if (body.kind in _NO_KINDS and not _HOUSE_OF.search(body.name)) or _cut_short(found, body):
            continue
        name = _ad_hoc(found, body) + (_new_name(found, body) or body_name(scene, body))
        if len(name.split()) < NAMED - 1:
            continue
        parent = parent_in(name) or (_whole(scene, above[0]) if above else _fronted(found, scene))
        parent = parent or body.organization or beside or (scene.home if body.anaphor else "") or founder(found, scene)
        parent = parent or ours(scene, found.sentence)
        yield draft(found, name, parent if parent != name else "", status)


_OF_PURPOSE = regex.compile(r"(?:Organi[sz]ation|League|Union|Alliance|Association|Community) for (?:the )?\p{Ll}")
"""An organisation with what its organ is for: "a body of the Organization for the storing of ropes"."""


def _whole(scene: Scene, body: Body) -> str:
    """Return the name of the body above; the page's organisation where words of its purpose were taken into it."""
    return scene.home if scene.home and _OF_PURPOSE.match(body.name) else body_name(scene, body)


_FRONTED = regex.compile(
    expand(
        r"(?:Under|Within|As part of|In)(?: the (?:framework|structure|auspices|aegis|system) of)? (?:the )?"
        r"(?P<above>{B}),? (?=(?:an? |the )?{B}|(?:an? |the ).{0,40}$)"
    )
)


def _fronted(found: Found, scene: Scene) -> str:
    """Return the body that the sentence opens with as the one above: "Under the B, a Board has been set up"."""
    match = _FRONTED.match(found.sentence.text, 0, found.match.start())
    return body_name(scene, found.sentence.value(match.start("above"))) if match is not None else ""


_HOUSE_OF = regex.compile(r" (?:Centre|Center|Office|Academy|School|Institute|Bureau|Hub)\b")
"""What an organisation's name goes on with that is really one of its houses."""
_GOES_ON = regex.compile(expand(r" {B}"))


def _place(found: Found, body: Body) -> int:
    """Return where a body of the match stands in its sentence."""
    return next((at for at in found.sentence.places(*found.match.span("bs")) if found.sentence.value(at) is body), 0)


def _cut_short(found: Found, body: Body) -> bool:
    """Whether a body's name is only the beginning of one that goes on as another: "the League Rapid Force"."""
    return _GOES_ON.match(found.sentence.text, _place(found, body) + 1) is not None


def _ad_hoc(found: Found, body: Body) -> str:
    """Return "Ad hoc " where it stands before a body's name, as the page writes it."""
    at = _place(found, body)
    match = _FOR_THIS.search(found.sentence.text, 0, at)
    return match[0] if match is not None else ""


_FOR_THIS = regex.compile(r"\b[Aa]d[ -][Hh]oc $")


def _new_name(found: Found, body: Body) -> str:
    """Return what "a Committee to watch the ports" is called, which is none told of before; empty for others."""
    text, last = found.sentence.text, found.match.end("bs")
    if not body.anaphor or not INDEFINITE.search(text[: last - 1]):
        return ""
    task = _TASK.match(text, last)
    return body.name if task is None else f"{body.name}{task[0]}"


INDEFINITE = regex.compile(r"\b[Aa]n? (?:[Aa]d[ -][Hh]oc )?$")
_TASK = regex.compile(
    expand(r" (?:to \p{Ll}+|of experts|for|on) [^.,;:{A}{B}{C}{D}{J}{N}{O}{Q}{R}{S}{U}{Y}]{3,50}(?=[.,;]|$)")
)


def founder(found: Found, scene: Scene) -> str:
    """Return the organisation of the body that sets one up, which is named before the verb or behind "by"."""
    sentence, first = found.sentence, found.match.start("verb")
    if found.match.start("bs" if "bs" in found.match.re.groupindex else "small") < first:
        by = _BY.search(sentence.text[found.match.end() :])
        doer = sentence.value(found.match.end() + by.end() - 1) if by is not None else None
    else:
        before = sentence.places(0, first)
        doer = sentence.value(before[-1]) if before and sentence.kind(before[-1]) == "B" else None
    if not isinstance(doer, Body) or doer.state:
        return ""
    return scene.home if doer.anaphor else doer.organization


_BY = regex.compile(expand(r"^[^.;]{0,40}?\bby (?:the )?{B}"))

_BESIDE = regex.compile(r"\b(?:in|(?:chaired|headed|led|hosted|co-?ordinated) by)(?: the)? $")
"""Before a state that sets nothing up: where a body sits, who leads it."""


def ours(scene: Scene, sentence: Masked) -> str:
    """Return the page's organisation; empty where the sentence names a state or another that may set a body up.

    Args:
        scene: the page; where it gives somebody's own words, theirs may be another organisation.
        sentence: what tells of the body.
    """
    if scene.speech:
        return ""
    for at in sentence.places():
        value = sentence.value(at)
        if isinstance(value, Body) and (value.state or value.organization not in ("", scene.home)):
            return ""
        if sentence.kind(at) in "SJ" and _BESIDE.search(sentence.text, 0, at) is None:
            return ""
        if isinstance(value, Actor | Group) and _state_told(value):
            return ""
    return scene.home


def _state_told(value: Actor | Group) -> bool:
    """Whether somebody speaks for a state: a person in its offices, people of several."""
    if isinstance(value, Group):
        return bool(value.states)
    return any(office.organization in states_by_name().values() for office in value.offices)


_SETTLING = 2
"""Years after which a body whose founding was decided is taken to be there (judgement)."""


def long_past(scene: Scene, sentence: Masked) -> bool:
    """Whether a sentence tells of a day that lies years before the page's own: "in 2003 a decision was adopted"."""
    own = scene.anchor.iso[:4] if scene.anchor is not None else ""
    days = [scene.iso(sentence.value(at))[:4] for at in sentence.places(kinds="D")]
    return own.isdigit() and any(day.isdigit() and int(day) + _SETTLING < int(own) for day in days)
