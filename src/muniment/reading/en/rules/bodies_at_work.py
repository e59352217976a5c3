"""Bodies that a page names while they are at work, and those that the title of a text tells to be formed."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.body_kinds import HEADS, NAMED, NO_ORGAN, REGISTER, kind_of, parent_in
from muniment.reading.en.rules.body_parts import long_past, ours
from muniment.reading.en.rules.gathering import body_name
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Office
from muniment.reading.scene import Scene

__all__ = ["at_work"]

_AT_WORK = regex.compile(
    r"\b(?:working|expert|contact|drafting|coordination|steering) (?:group|party)|(?:group|panel) of experts"
    r"|task force",
    regex.I,
)
_ABOVE_IT = regex.compile(expand(r"(?: \({B}\))? (?:under|within|attached to) (?:the )?(?P<above>{B})"))


_INSIDE = regex.compile(
    r"\b(?:[Ff]ormation|[Cc]reation|[Ee]stablishment|[Ss]etting up|set up|establish|create|to form)(?: of)? (?:the "
    r"|an? )?(?:(?P<name>(?:[A-Z][\w’'-]+ )+?(?:Group|Council|Committee|Commission|Cent(?:re|er)|Board|Forum|Fund"
    r"|Network)\b(?: (?:on|of|for)(?: (?:and |the |of )?[A-Z][\w’'-]+)+)?)"
    r"|(?P<small>(?:[a-z-]+ ){0,2}(?:group|committee|commission|council|centre|center|network)"
    r"(?: (?:of|on|for) (?:[a-z-]+ ?){1,5})?))"
)
"""A body whose forming an instrument's title tells ("On the creation of the Council on Cables")."""


@functools.lru_cache(maxsize=4096)
def _is_own(written: str) -> bool:
    """Whether a body's name is its own, not a bare "working group" nor that of an operation."""
    return NO_ORGAN.search(written) is None and len(written.split()) >= NAMED and written.lower() not in HEADS


_STATUTE = regex.compile(
    r"^(?:draft )?(?:Statute|Charter) of (?:the )?(?P<name>(?:[A-Z][\w’'-]+ "
    r")+(?:Cent(?:re|er)|Institute|Academy|Agency|"
    r"Court|Bank|Fund)\b(?: (?:of|for|on)(?: (?:and |the |of )?[A-Z][\w’'-]+)+)?)$"
)
"""What a body is still to be formed by: its draft statute."""
_SUBORDINATE = regex.compile(
    r"\b(?:Coordinating|Coordination|Consultative|Advisory|Permanent Working|Interstate|Intergovernmental|Standing|"
    r"Joint \w+|Sectoral|Steering|Preparatory|Ad[ -][Hh]oc|Scientific|Technical|High[ -][Ll]evel|Monitoring|Expert|"
    r"Ministerial|Special|Interim) (?:\w+ )?(?:Council|Committee|Commission|Group|Panel|Board|Cent(?:re|er))"
    r"(?= (?:on|for|of) )|\b(?:Committee|Commission) on \p{Lu}"
)
"""Bodies under others, told by what they are called to be at work where a page names them."""


def at_work(scene: Scene) -> Iterator[Draft]:
    """Return a draft for each working group that the page's text names: it is at work unless told otherwise."""
    for number, sentence in enumerate(scene.sentences):
        if scene.kinds[number] not in ("paragraph", "quote"):
            continue
        scene.number = number
        for at, value in sentence.mentions:
            told: dict[str, Any] | None = None
            written = " ".join(sentence.page_text[slice(*sentence.span(at, at + 1))].split())
            if sentence.kind(at) in "NQ" and (titled := _INSIDE.search(written) or _drafted(written, value)):
                yield _draft(scene, sentence, at, _titled(scene, sentence, titled), "bodies.in-title")
            if isinstance(value, Body):
                told = _named(scene, sentence, at, value)
            elif isinstance(value, Actor | Office):
                told = _of_officer(value, sentence, at)
            if told is not None:
                yield _draft(scene, sentence, at, told, "bodies.at-work")


def _titled(scene: Scene, sentence: Masked, titled: regex.Match[str]) -> dict[str, Any]:
    """Return what the title of a text tells of the body it forms."""
    name = titled["name"] or titled.groupdict().get("small") or ""
    status = "active" if long_past(scene, sentence) else "forming"
    return {"name": name, "parent": ours(scene, sentence), "kind": kind_of(name), "status": status}


def _draft(scene: Scene, sentence: Masked, at: int, slots: dict[str, Any], rule: str) -> Draft:
    return Draft(REGISTER, slots, [(*sentence.span(at, at + 1), rule)], sentence=scene.number)


def _named(scene: Scene, sentence: Masked, at: int, body: Body) -> dict[str, Any] | None:
    """Return what is told of a body that a sentence names; None for one that is not told to be at work by that."""
    written = " ".join(sentence.page_text[slice(*sentence.span(at, at + 1))].split())
    if body.anaphor or not _is_own(written):
        return None
    if _AT_WORK.search(written) is None and not _under_another(body, sentence):
        return None
    name = body_name(scene, body)
    slots = {"name": name, "kind": kind_of(written), "status": "active"}
    above = _ABOVE_IT.match(sentence.text, at + 1)
    if above is not None:
        slots["parent"] = body_name(scene, sentence.value(above.start("above")))
    else:
        slots["parent"] = parent_in(written) or parent_in(name) or _assembly(body.name) or body.organization
    if not slots["parent"] and _AT_WORK.search(written) is not None:
        slots["parent"] = _page_owner(scene, sentence)
    return slots


def _page_owner(scene: Scene, sentence: Masked) -> str:
    """Return the page's organisation, where the sentence names no other that a working group could be of."""
    if scene.speech or _MADE.search(sentence.text) is not None:
        return ""
    values = [sentence.value(at) for at in sentence.places(kinds="B")]
    ours = all(isinstance(v, Body) and not v.state and v.organization in ("", scene.home) for v in values)
    return scene.home if ours else ""


_BEHIND_NAME = regex.compile(expand(r"{A},? (?:as |to be |its )*(?:the )?$"))


def _of_officer(value: Actor | Office, sentence: Masked, at: int) -> dict[str, Any] | None:
    """Return what is told of the group whose officer somebody is: "Chair of the Committee on Tides Ana Dol"."""
    offices = value.offices if isinstance(value, Actor) else (value,)
    unnamed = isinstance(value, Actor) and not value.name
    if unnamed and _BEHIND_NAME.search(sentence.text, 0, at) is None:
        return None  # a name behind an office may have been taken into that of the body
    for office in offices:
        name = office.organization
        if not office.former and _is_own(name) and (_AT_WORK.search(name) or _sounds_subordinate(name)):
            parent = parent_in(name) or _assembly(name)
            return {"name": name, "kind": kind_of(name), "status": "active", "parent": parent}
    return None


_ASSEMBLY = regex.compile(
    r"^(?P<whose>\p{Lu}+) (?:PA|Parliamentary Assembly) (?=\p{Lu})|^PA (?P<whose>\p{Lu}+) |\bof the "
    r"(?P<whole>(?:\p{Lu}\S+ )+"
    r"Parliamentary Assembly)$"
)
_OF_PARLIAMENT = regex.compile(r"\b(?:Duma|Majlis\w*|Mazhilis|Sejm|Knesset|Senate|Congress|[Pp]arliament|Bundestag)\b")


_MADE = regex.compile(
    r"(?i)\b(?:dissol|abolish|abolit|disband|terminat|establish|set up|setting up|creat|form(?:ed|ing|ation)?\b)"
)
"""Words of a sentence that is about whether there is a body."""


def _assembly(name: str) -> str:
    """Return the assembly whose commission a body is by its name: "CSTO PA Standing Commission on ..."."""
    match = _ASSEMBLY.search(name)
    if match is None:
        return ""
    return match["whole"] or f"{match['whose']} Parliamentary Assembly"


def _under_another(body: Body, sentence: Masked) -> bool:
    """Whether a body is called as those are that others have set up, and is no state's."""
    told = sentence.page_text[sentence.start : sentence.end]
    if body.state or _OF_PARLIAMENT.search(told) is not None or _MADE.search(told) is not None:
        return False
    return _sounds_subordinate(body.name)


def _sounds_subordinate(name: str) -> bool:
    """Whether a body is called as those are that others have set up, and as no parliament's."""
    return _SUBORDINATE.search(name) is not None and _OF_PARLIAMENT.search(name) is None


def _drafted(written: str, value: object) -> regex.Match[str] | None:
    """Return the body whose draft statute a text is; None for other texts."""
    return _STATUTE.search(written) if getattr(value, "draft", False) or written.startswith("draft") else None
