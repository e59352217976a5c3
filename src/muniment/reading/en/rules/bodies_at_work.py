"""Bodies that a page names while they are at work, and those that the title of a text tells to be formed."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.body_kinds import HEADS, NAMED, NO_ORGAN, REGISTER, kind_of, parent_in
from muniment.reading.en.rules.gathering import body_name
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Body
from muniment.reading.scene import Scene

__all__ = ["at_work"]

_AT_WORK = regex.compile(
    r"\b(?:working|expert|contact|drafting|coordination|steering) (?:group|party)|(?:group|panel) of experts|task "
    r"force",
    regex.I,
)
_ABOVE_IT = regex.compile(expand(r"(?: \({B}\))? (?:under|within|attached to) (?:the )?(?P<above>{B})"))


_INSIDE = regex.compile(
    r"\b(?:[Ff]ormation|[Cc]reation|[Ee]stablishment|[Ss]etting up|set up|establish|create|to form)(?: of)? (?:the "
    r"|an? )?"
    r"(?:(?P<name>(?:[A-Z][\w’'-]+ )+?(?:Group|Council|Committee|Commission|Cent(?:re|er)|Board|Forum|Fund|Network)\b"
    r"(?: (?:on|of|for)(?: (?:and |the |of )?[A-Z][\w’'-]+)+)?)"
    r"|(?P<small>(?:[a-z-]+ ){0,2}(?:group|committee|commission|council|centre|center|network)(?: (?:of|on|for) "
    r"(?:[a-z-]+ ?){1,5})?))"
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
    r"\b(?:Coordinating|Coordination|Consultative|Advisory|Permanent Working|Interstate|Standing|Joint \w+|Sectoral) "
    r"(?:\w+ )?(?:Council|Committee|Commission|Group|Cent(?:re|er))(?= (?:on|for|of) )|\b(?:Committee|Commission) on "
    r"\p{Lu}"
)
"""Bodies under others, told by what they are called to be at work where a page names them."""


def at_work(scene: Scene) -> Iterator[Draft]:
    """Return a draft for each working group that the page's text names: it is at work unless told otherwise."""
    for number, sentence in enumerate(scene.sentences):
        if scene.kinds[number] not in ("paragraph", "quote"):
            continue
        scene.number = number
        for at, body in sentence.mentions:
            titled = sentence.kind(at) in "NQ"
            if not titled and (not isinstance(body, Body) or body.anaphor):
                continue
            start, end = sentence.span(at, at + 1)
            written = " ".join(sentence.page_text[start:end].split())
            told = (_INSIDE.search(written) or _drafted(written, body)) if titled else None
            if told is not None:
                slots = {"name": told["name"] or told.groupdict().get("small"), "status": "forming"}
                yield Draft(REGISTER, slots, [(start, end, "bodies.in-title")], sentence=number)
            if not isinstance(body, Body) or body.anaphor or not _is_own(written):
                continue
            if _AT_WORK.search(written) is None and not _under_another(body, sentence):
                continue
            name = body_name(scene, body)
            slots = {"name": name, "kind": kind_of(written), "status": "active"}
            above = _ABOVE_IT.match(sentence.text, at + 1)
            if above is not None:
                slots["parent"] = body_name(scene, sentence.value(above.start("above")))
            else:
                slots["parent"] = parent_in(written) or parent_in(name) or _assembly(body.name) or body.organization
            yield Draft(REGISTER, slots, [(start, end, "bodies.at-work")], sentence=number)


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
    return _SUBORDINATE.search(body.name) is not None


def _drafted(written: str, value: object) -> regex.Match[str] | None:
    """Return the body whose draft statute a text is; None for other texts."""
    return _STATUTE.search(written) if getattr(value, "draft", False) or written.startswith("draft") else None
