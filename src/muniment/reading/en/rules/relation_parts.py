"""Who stands to whom: the parties of a relation, and the drafts made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Body, Office, State
from muniment.reading.rule import Found
from muniment.reading.scene import Scene

__all__ = [
    "BODIES",
    "CHAIR",
    "LIST",
    "MANY",
    "OBJECT",
    "REGISTER",
    "SUBJECT",
    "UNDER_WAY",
    "WHOLE",
    "is_organisation",
    "is_whole",
    "mentions",
    "names_in",
    "national",
    "object_of",
    "organisation_named",
    "page_organisation",
    "party",
    "relations",
    "status_kind",
    "told_before",
    "told_day",
]

REGISTER = "relations"
LIST = r"(?:the )?{SB}(?: \({SB}\))?(?:(?:, and| and|,|;| as well as)(?: of)? (?:the )?{SB}(?: \({SB}\))?)*"
"""States and organisations one after the other."""

BODIES = r"{B}(?: \({B}\))?(?:(?:, and| and|,|,? as well as) (?:the )?{B}(?: \({B}\))?)*"
"""Organisations one after the other."""

MANY = r"(?<!Northern )(?:the )?{S}(?:(?:, and| and|,|,? as well as) (?:the )?{S})*"
"""States one after the other."""

WHOLE = (
    r"[Tt]h(?:e|is) (?:(?!{B})[\p{L}-]+ ){0,3}"
    r"(?:organi[sz]ation|bloc|alliance|grouping|association|union|community|league|body)"
)
"""The organisation by its kind alone: "the regional bloc"."""

OBJECT = rf"(?:(?:the )?(?P<object>{{B}})(?: \({{B}}\))?|{WHOLE})"
"""The organisation that somebody joins or leaves, by its name or its kind."""

CHAIR = r"(?:[Rr]otating )?(?:[Cc]hairmanship|[Pp]residency|[Cc]hair(?:person)?ship)(?:-in-[Oo]ffice)?"
"""What a state that presides holds."""

SUBJECT = (
    r"(?:(?P<who>(?<!Northern )(?:the )?{S}(?:(?:, and| and|,|,? as well as) (?:the )?{S})*)[’']?s?|(?:the )?"
    r"(?P<who>{J}) (?:military |transitional |interim )?(?:government|authorities|leadership|junta|foreign ministry"
    r"|parliament|side))(?:,[^.;{S}{A}{B}]{3,80}?,| [-–—] [^-–—.;{S}{A}{B}]{3,60} [-–—])?(?: on {D})?,?"
)
"""Who comes, goes or wishes to: states, or one by its government, with what is told of them in between."""

UNDER_WAY = regex.compile(
    r"\b(?:procedures?|process|negotiations|talks)\b[^.;,]{0,30}?\b(?:grant|giv|confer|admi|accept|accord|obtain|"
    r"register)\w*"
)
"""Steps towards a standing that nobody has yet: "the procedure of granting S the status"."""

_NATIONAL = regex.compile(
    r"(?i)\b(?:President|Prime Minister|Minister|King|Emir|Premier|Head of Government)\b|Chairman of the "
    r"(?:Government|Cabinet)"
)
_PARLIAMENTARY = regex.compile(r"\b(?:[Ii]nter)?-?[Pp]arliamentary\b")
_ORGANISATION = regex.compile(
    r"^(?:[\p{L}-]+ )*?(?:Organi[sz]ation|League|Union|Commonwealth|Alliance|Association|Community|Compact)(?: of| "
    r"for|$)"
)
_BARE = frozenset(
    {"forum", "community", "bloc", "council", "committee", "commission", "assembly", "conference", "group"}
)
"""Head words that name nobody while they stand alone."""
_HOME_HEADS = frozenset({"organization", "organisation", "union", "league", "alliance", "commonwealth", "association"})


def mentions(found: Found, group: str, kinds: str) -> list[Any]:
    """Return what the placeholders inside a group stand for; nothing where the match has no such group."""
    return found.mentions(group, kinds) if found.has(group) else []


_OPENING_DAY = regex.compile(
    expand(r"(?:^|; |\bthat )(?:[Ii]n |[Ff]rom |[Ss]ince |[Oo]n |[Aa]s of )?(?P<day>{D}),? (?:the )?$")
)


def told_day(found: Found, scene: Scene) -> str:
    """Return the day told in a match, or the one its clause opens with; ISO 8601, empty where none is told."""
    if found.has("day"):
        return scene.iso(mentions(found, "day", "D")[0])
    opening = _OPENING_DAY.search(found.sentence.text[: found.match.start()])
    return scene.iso(found.sentence.value(opening.start("day"))) if opening else ""


def party(scene: Scene, value: Any) -> str:
    """Return the name of a state or organisation, canonical where one is known."""
    if isinstance(value, State):
        return value.name
    if isinstance(value, Body):
        if value.anaphor and value.name.lower() in _HOME_HEADS and scene.home:
            return scene.home
        return told_before(scene, value)
    return ""


def told_before(scene: Scene, body: Body) -> str:
    """Return a body's name; "the Assembly" is an earlier body of the organisation, not a state's."""
    if not body.anaphor:
        return body.name
    head = body.name.lower().rstrip("s")
    for sentence in reversed(scene.sentences[: scene.number]):
        for at in reversed(sentence.places()):
            value = sentence.value(at)
            if (
                isinstance(value, Body)
                and not value.anaphor
                and not value.state
                and value.name.lower().split(" of ")[0].endswith(head)
            ) and (not scene.home or value.organization in ("", scene.home)):
                return value.name
            if isinstance(value, Body) and head in _WHOLES and (own := _whole(value.name, head)):
                return own
    return scene.body(body)


_WHOLES = _HOME_HEADS | {"forum", "community"}


def _whole(name: str, head: str) -> str:
    """Return the organisation at the beginning of an organ's name, up to its head word; empty where there is none.

    >>> _whole("River States Forum Leaders Meeting", "forum")
    'River States Forum'
    """
    words = name.split()
    at = next((i for i, word in enumerate(words) if i and word.lower() == head), 0)
    return " ".join(words[: at + 1]) if 0 < at < len(words) - 1 else ""


_PARTED = regex.compile(r"(?:, and|,| and)(?: of)?(?: the)? |$")
_ARTICLE = regex.compile(r"^(?:of )?(?:the )?")


def names_in(found: Found, scene: Scene, group: str) -> list[str]:
    """Return the names in a list that need not all be known: "the Republic of X, the Y Secretariat and the League"."""
    start, end = found.match.span(group)
    text, out, position = found.sentence.text, [], start
    for cut in _PARTED.finditer(text[start:end]):
        first, last = position, start + cut.start()
        position = start + cut.end()
        shown = found.sentence.places(first, last, kinds="SB")
        if len(shown) == 1 and not _ARTICLE.sub("", text[first:last]).strip()[1:]:
            out.append(party(scene, found.sentence.value(shown[0])))
        elif first < last:
            begin, stop = found.sentence.span(first, last)
            name = " ".join(found.sentence.page_text[begin:stop].split())
            out.append(_ARTICLE.sub("", name))
    return [name for name in out if name[:1].isupper()]


def is_organisation(scene: Scene, body: Body) -> bool:
    """Whether states are members of a body itself: an organisation, not one of its organs."""
    if body.anaphor:
        return body.name.lower() in _HOME_HEADS
    known = body.kind == "organisation" or body.name in (body.organization, scene.home)
    return not body.state and (known or bool(_ORGANISATION.search(body.name)))


def is_whole(scene: Scene, name: str) -> bool:
    """Whether a name is an organisation's and not one of its organs'."""
    return name == scene.home or (bool(scene.home) and scene.home in name) or bool(_ORGANISATION.search(name))


def object_of(scene: Scene, bodies: Sequence[Any], actor: Any = None) -> str:
    """Return what a status is held in: the body named, else the assembly that grants it, else the home organisation."""
    for body in bodies:
        name = party(scene, body)
        if name:
            return name
    if isinstance(actor, Body):
        name = told_before(scene, actor)
        if _PARLIAMENTARY.search(name):
            return name
        if actor.organization and not actor.anaphor:
            return actor.organization
    return scene.home or page_organisation(scene)


def organisation_named(scene: Scene, name: str) -> str:
    """Return the organisation that a title or a status names ("PCO dialogue partner"), by the name the page gives it.

    Args:
        scene: the page.
        name: a name or an abbreviation; empty where nothing is named.
    """
    for sentence in scene.sentences if name else ():
        for at in sentence.places(kinds="B"):
            value = sentence.value(at)
            first, last = sentence.span(at, at + 1)
            forms = (getattr(value, "name", ""), sentence.page_text[first:last])
            if isinstance(value, Body) and not value.anaphor and (name in forms or forms[1].endswith(f"({name})")):
                return value.name
    return name


def page_organisation(scene: Scene) -> str:
    """Return the organisation a page without a known one names most often; empty where it names none."""
    named = Counter(
        value.name
        for sentence in scene.sentences
        for at in sentence.places()
        if isinstance(value := sentence.value(at), Body) and not value.anaphor and is_organisation(scene, value)
    )
    return named.most_common(1)[0][0] if named else ""


def national(value: Any) -> str:
    """Return the state of a person in a national office; empty for other offices."""
    offices: Sequence[Office] = value.offices if isinstance(value, Actor) else ()
    return next((o.organization for o in offices if o.organization and _NATIONAL.search(o.title)), "")


def status_kind(words: str) -> str:
    """Return the kind of relation a status is called: observer, partner or membership.

    >>> status_kind("Sectoral Dialogue Partner")
    'partner'
    """
    lower = words.lower()
    if "partner" in lower:
        return "partner"
    return "observer" if "observer" in lower else "membership"


def relations(
    found: Found, subjects: Sequence[str], to: str, kind: str, more: dict[str, str]
) -> Iterator[Draft]:  # a state and its organisation, never a body with itself
    """Yield a draft for each subject that stands to the object so.

    Args:
        found: the match.
        subjects: names.
        to: name of the object.
        kind: kind of relation.
        more: `state` and `date`, each where it is told.
    """
    for subject in dict.fromkeys(subjects):
        if subject and to and subject != to and to.lower() not in _HOME_HEADS | _BARE:
            slots = {"subject": subject, "object": to, "kind": kind, **{k: v for k, v in more.items() if v}}
            yield Draft(REGISTER, slots, [(*found.span(), found.rule)])
