"""What bodies are called: their kinds, the body above them in their names, and what is none."""

from __future__ import annotations

import regex

__all__ = ["HEADS", "NAMED", "NO_ORGAN", "REGISTER", "kind_of", "parent_in"]

REGISTER = "bodies"

NAMED = 3
"""Words from which on "Working Group ..." is a name and not only a head word."""
_UNDER = regex.compile(r"\bunder (?:the )?(?P<parent>\p{Lu}.+)$")
_KIND = regex.compile(
    r"\b(?:working group|working party|expert group|group of experts|task force|commission|committee|council|centre|"
    r"center|board|bureau|network|fund|mission|agency|court|tribunal|bank|unit|panel|mechanism|academy|office|forum|"
    r"institute|secretariat|assembly|school|university|college|hub|facility|foundation|platform|observatory|presidium|"
    r"troika|department|directorate|division|headquarters|staff|group)\b",
    regex.I,
)
_FOR = regex.compile(r" (?:of|on|for|under|at|in) ")
"""Behind a body's head word: what it is for, or whose it is."""
_GROUP = regex.compile(r"\b(?:working group|working party|expert group|group of experts|task force)\b", regex.I)
"""What a body is, also where the name of the one above it stands first."""
NO_ORGAN = regex.compile(r"\b(?:Mission|Multinational|Operation|Programme|Program|Ministry|Initiative)\b")
"""Names of what other registers keep, and of what a state sets up for itself."""
HEADS = frozenset({"working group", "expert group", "task force", "panel of experts", "group of experts"})
"""Head words that name no body while they stand alone."""
_OF_ABOVE = regex.compile(
    r"\b(?:Group|Force|Party)\b.* of (?:the )?(?P<parent>(?:\p{Lu}[\w-]* )*(?:Council|Committee|Commission|Assembly)"
    r"(?: of(?: (?:and )?\p{Lu}\w+)+)?)$"
)
"""The body whose group it is: "Working Group on Tides of the Council of Ministers"."""


def kind_of(name: str) -> str:
    """Return what kind of body a name tells of, in small letters; empty where it tells none.

    >>> kind_of("Working Group on Tides of the Council of Ministers")
    'working group'
    >>> kind_of("Parliamentary Assembly Commission on Tides")
    'commission'
    """
    group = _GROUP.search(name)
    if group is not None:
        return group[0].lower()
    kinds = _KIND.findall(_FOR.split(name)[0]) or _KIND.findall(name)[:1]
    return str(kinds[-1]).lower() if kinds else ""


def parent_in(name: str) -> str:
    """Return the body above that a body's name tells of; empty where it tells none.

    >>> parent_in("Working Group on Tides of the Council of Ministers")
    'Council of Ministers'
    """
    told = _UNDER.search(name) or _OF_ABOVE.search(name)
    return str(told["parent"]) if told is not None and " " in told["parent"] else ""
