"""The offices that stand with one person: joined by a dash, in brackets, told with their owner."""

from __future__ import annotations

import re

import msgspec

from muniment.reading.mention import Office
from muniment.reading.tokens import Tokens

__all__ = ["offices_of", "owner_in_brackets"]


def offices_of(tokens: Tokens, first: int, last: int) -> tuple[Office, ...]:
    """Return the offices named with a person; two with a dash between them are one: "Deputy Head – Minister of X"."""
    out: list[Office] = []
    for index in range(first, last):
        office = tokens.values[index]
        if not isinstance(office, Office):
            continue
        if out and tokens.classes[index - 1] == "-" and not _two_owners(out[-1], office):
            title = f"{out[-1].title} – {office.title}"
            owner = out[-1].organization or office.organization
            out[-1] = msgspec.structs.replace(out[-1], title=title, organization=owner)
        else:
            out.append(office)
    return tuple(out)


_OFFICE_AND_OWNER = re.compile(r"\(O,([SB])\)$")


def owner_in_brackets(tokens: Tokens, first: int, last: int) -> str:
    """Return whose the office is of "N (Minister of Defence, S)"; empty where nothing of the kind is told."""
    match = _OFFICE_AND_OWNER.search(tokens.classes, first, last)
    return str(tokens.values[match.start(1)].name) if match is not None else ""


def _two_owners(one: Office, other: Office) -> bool:
    """Whether two offices joined by a dash are of two bodies: "Envoy of the Assembly - Secretary of the League"."""
    own = (one.organization, other.organization)
    return all(own) and own[0] not in own[1] and own[1] not in own[0]
