"""What a noun phrase stands for: bodies, offices, people, actors."""

from __future__ import annotations

import msgspec

__all__ = ["Actor", "Body", "Group", "Instrument", "Office", "State"]


class Body(msgspec.Struct, frozen=True):
    """An organisation or one of its organs, as a page names it.

    Attributes:
        name: canonical name, else as written without its article.
        organization: canonical name of the organisation it belongs to; empty where unknown.
        state: the state whose organ it is; empty for an organisation's.
        anaphor: whether it is only a head word ("the Council") still to be resolved.
        known: whether a profile names it.
        kind: what the profile calls it: "organisation", "body", a unit's kind; empty where unknown.
        core: a state organ's name without the state; empty for others.
    """

    name: str
    organization: str = ""
    state: str = ""
    anaphor: bool = False
    known: bool = False
    kind: str = ""
    core: str = ""


class Office(msgspec.Struct, frozen=True):
    """An office, with or without its holder's name.

    Attributes:
        title: what the office is called, without the organisation's name.
        organization: body, organisation or state it is an office of; empty where the page does not say.
        acting: whether the holder only acts in it.
        former: whether the holder has left it.
        plural: whether several holders are meant ("foreign ministers").
        definite: whether it stands with "the" or a possessive.
        text: as written.
    """

    title: str
    organization: str = ""
    acting: bool = False
    former: bool = False
    plural: bool = False
    definite: bool = False
    text: str = ""


class Actor(msgspec.Struct):
    """A person, with the offices the page gives them where they are named.

    Attributes:
        name: fullest form of the name on the page; empty while only the office is known.
        offices: offices named with the person here.
        rank: military rank named before the name; empty where there is none.
    """

    name: str
    offices: tuple[Office, ...] = ()
    rank: str = ""


class Group(msgspec.Struct, frozen=True):
    """Several people or states spoken of as one ("foreign ministers", "the member states").

    Attributes:
        text: as written, without the article.
        organization: organisation they belong to; empty where the page does not say.
        states: the states named with them, in order ("foreign ministers of Norway and Spain").
        title: what they are called without whose they are; empty where that is not told apart.
    """

    text: str
    organization: str = ""
    states: tuple[str, ...] = ()
    title: str = ""


class State(msgspec.Struct, frozen=True):
    """A state, by its canonical name."""

    name: str


class Instrument(msgspec.Struct, frozen=True):
    """A text with standing, as the page names it.

    Attributes:
        title: title as written, without quotation marks.
        kind: kind of the record format; empty where it cannot be told.
        draft: whether it is called a draft.
        quoted: whether the title stands in quotation marks.
        known: whether a profile names it.
        plural: whether several texts are meant.
        count: how many, where the page says; else 0.
    """

    title: str
    kind: str = ""
    draft: bool = False
    quoted: bool = False
    known: bool = False
    plural: bool = False
    count: int = 0
