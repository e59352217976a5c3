"""What a profile may say: an organisation's names and dated facts, and nothing else.

Unknown keys are refused. Every fact that carries a date carries its `source`: a short note saying which public
instrument or register states it. Dates are ISO 8601, as precise as they are known: `2002`, `2002-10`, `2002-10-07`.
An empty string or list is "not said". The loader settles what is left out: an empty `parent` or `organization` becomes
the organisation's name, and a state's name becomes the world table's short name.
"""

from __future__ import annotations

import msgspec

__all__ = [
    "BODY_KINDS",
    "INSTRUMENT_KINDS",
    "MANDATES",
    "MEMBER_STATUSES",
    "ORGANISATION_KINDS",
    "RHYTHMS",
    "ROTATIONS",
    "SELECTORS",
    "SOURCE_KINDS",
    "UNIT_KINDS",
    "Body",
    "Holder",
    "Instrument",
    "Member",
    "Office",
    "OwnState",
    "Profile",
    "Region",
    "Rotation",
    "Source",
    "Unit",
]

ORGANISATION_KINDS = frozenset(
    {"intergovernmental organisation", "supranational organisation", "military alliance", "demonstration"}
)
"""What an organisation can be: types of the Yearbook of International Organizations, as far as they occur here."""

MEMBER_STATUSES = frozenset({"member", "observer", "partner", "associate", "candidate"})
"""How a state can stand to an organisation: Popolo memberships reduced to what constituent instruments distinguish."""

BODY_KINDS = frozenset(
    {"council", "committee", "commission", "assembly", "secretariat", "court", "group", "agency", "mission", "office",
     "conference", "staff", "centre", "board"}
)  # fmt: skip
"""What a body can be."""

MANDATES = frozenset({"peacekeeping", "monitoring_mission"})
"""What a mission can be sent to do: kinds of operation that a mission's name may not tell."""

INSTRUMENT_KINDS = frozenset(
    {"treaty", "agreement", "convention", "charter", "protocol", "decision", "resolution", "statement", "declaration",
     "communique", "plan", "programme", "strategy", "concept", "regulation", "memorandum", "other"}
)  # fmt: skip
"""What a founding instrument can be: the record format's kinds of instrument, less the passing ones."""

UNIT_KINDS = frozenset({"force", "centre", "operation", "exercise", "academy", "fund", "bank"})
"""What a named force, centre, operation or exercise can be."""


SOURCE_KINDS = frozenset({"feed", "sitemap", "listing", "page"})
"""What an address on the web can be: a feed (RSS, Atom), a sitemap or an index of them, the first page of a list of
pages, or a page itself."""

RHYTHMS = {"hourly": 3600, "daily": 86400, "weekly": 604800, "monthly": 2629746, "quarterly": 7889238,
           "yearly": 31556952}  # fmt: skip
"""How often a source usually has something new -> seconds (months and years of the Gregorian mean)."""

SELECTORS = ("title", "date", "body", "section")
"""What of a page a source's selectors can name."""

ROTATIONS = frozenset({"listed", "alphabetical", "host"})
"""How a chair passes on: by a list, by the members' names, to the state that hosts the next regular session."""


class Member(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A state's membership for one stretch of time.

    Attributes:
        state: name of the state, as the world table has it (short, formal or an alias).
        status: one of `MEMBER_STATUSES`.
        since: first day of it.
        until: last day of it; empty while it lasts.
        source: which public instrument or register says so.
    """

    state: str
    status: str = "member"
    since: str = ""
    until: str = ""
    source: str = ""


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An organ, committee, group or secretariat.

    Attributes:
        name: canonical name, unique across organisations, so it holds the organisation's name or abbreviation.
        stands_alone: true where the name holds neither and is still nobody else's ("European Parliament").
        aliases: other names and abbreviations, also those without the organisation's name.
        kind: one of `BODY_KINDS`.
        parent: name of the body or organisation it belongs to; empty is the organisation.
        mandate: what a mission is sent to do, one of `MANDATES`; empty where its name tells it, and for other bodies.
        composed_of: plural of the office its members hold, such as "foreign ministers".
        since: when it was set up.
        until: when it ceased; empty while it exists.
        source: which public instrument or register says so.
    """

    name: str
    kind: str
    stands_alone: bool = False
    aliases: tuple[str, ...] = ()
    parent: str = ""
    mandate: str = ""
    composed_of: str = ""
    since: str = ""
    until: str = ""
    source: str = ""


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An office of the organisation or of one of its bodies.

    Attributes:
        title: the office as prose writes it, without the organisation's name.
        aliases: other titles of the same office.
        organization: name of the body or organisation it belongs to; empty is the organisation.
        source: which public instrument or register says so.
    """

    title: str
    aliases: tuple[str, ...] = ()
    organization: str = ""
    source: str = ""


class Holder(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person in an office for one stretch of time.

    Attributes:
        person: name, given name first, in the spelling the organisation uses in English.
        aliases: other spellings of the name.
        office: title of an office of this profile.
        organization: the office's body or organisation; empty is the organisation.
        since: first day in office.
        until: last day in office; empty while it lasts.
        acting: true for somebody who stands in for a holder.
        source: which public instrument or register says so.
    """

    person: str
    office: str
    aliases: tuple[str, ...] = ()
    organization: str = ""
    since: str = ""
    until: str = ""
    acting: bool = False
    source: str = ""


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A region the organisation names as such.

    Attributes:
        name: the region.
        aliases: other names of it.
        source: which public instrument names it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    source: str = ""


class Instrument(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A founding instrument, or one that the organisation's texts cite by name.

    Attributes:
        title: full title.
        kind: one of `INSTRUMENT_KINDS`.
        aliases: short titles.
        adopted: date of adoption.
        signed: date of signature.
        place: city where that happened.
        in_force: date of entry into force.
        amends: title of the instrument of this profile that it amends.
        source: which register or publication gives the dates.
    """

    title: str
    kind: str
    aliases: tuple[str, ...] = ()
    adopted: str = ""
    signed: str = ""
    place: str = ""
    in_force: str = ""
    amends: str = ""
    source: str = ""


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A named force, centre, academy, fund or standing operation.

    Attributes:
        name: canonical name.
        kind: one of `UNIT_KINDS`.
        aliases: other names and abbreviations.
        since: when it was set up.
        until: when it ceased; empty while it exists.
        source: which public instrument or register says so.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    source: str = ""


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where on the web the organisation's pages are found, and where on them things stand.

    Attributes:
        address: of the feed, the sitemap, the list's first page or the page.
        kind: one of `SOURCE_KINDS`.
        rhythm: how often it usually has something new, a key of `RHYTHMS`; empty is daily.
        only: paths of pages to take, written as in robots.txt; empty for all.
        links: CSS selector of a listing's links, or of what holds them.
        next: CSS selector of the link to a listing's next page.
        title: CSS selector of a page's title.
        date: CSS selector of the date it was published on.
        body: CSS selector of its text.
        section: CSS selector of the rubric it stands under.
        source: where the address was seen, and when.
    """

    address: str
    kind: str = "page"
    rhythm: str = ""
    only: tuple[str, ...] = ()
    links: str = ""
    next: str = ""
    title: str = ""
    date: str = ""
    body: str = ""
    section: str = ""
    source: str = ""


class Rotation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the chair of the organisation, or of a body, passes from one member to the next.

    Attributes:
        body: the body whose chair it is; empty is the organisation.
        by: one of `ROTATIONS`.
        order: for `listed`, the states in their order.
        again: for `listed`, true where the order begins anew after the last.
        months: how long each holds it; 0 where it passes on at a session.
        begins: the day the first state of the order began to hold it, where terms follow the calendar.
        session_of: the body at whose regular session it passes on.
        source: which article or decision says so.
    """

    by: str
    body: str = ""
    order: tuple[str, ...] = ()
    again: bool = False
    months: int = 0
    begins: str = ""
    session_of: str = ""
    source: str = ""


class OwnState(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A state that the world table lacks: invented for a demonstration, or one that no longer exists.

    Attributes:
        name: short name.
        official: formal name without the article; empty is the short name.
        aliases: other names.
        demonyms: adjectives.
        capital: city.
        cities: other cities.
        source: which public instrument or register names it.
    """

    name: str
    official: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str = ""
    cities: tuple[str, ...] = ()
    source: str = ""


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One organisation: its names and dated facts.

    Attributes:
        slug: short name of the profile, lower case: `a-z`, `0-9` and `-`.
        name: canonical full name of the organisation.
        kind: one of `ORGANISATION_KINDS`.
        abbreviation: the abbreviation its own pages use.
        aliases: other full names and abbreviations, in any language.
        as_of: date up to which its facts were brought; an office without `until` was held on that date.
        sample: true for a demonstration, which is not used unless asked for.
        languages: ISO 639-1 codes of the official languages.
        hosts: web hosts it publishes on.
        seat: city of its headquarters.
        members: states and how they stand to it over time.
        bodies: organs, committees, groups, secretariat.
        offices: offices of the organisation and its bodies.
        holders: who held the highest offices, and when.
        regions: regions it names as such.
        instruments: founding instruments and those its texts cite by name.
        units: named forces, centres and standing operations.
        states: states that the world table lacks.
        sources: where on the web its pages are found.
        rotations: how chairs pass from member to member.
        expect: register -> `min` or `max` -> number of rows that a good run over its pages should give.
    """

    slug: str
    name: str
    kind: str
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()
    as_of: str = ""
    sample: bool = False
    languages: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    seat: str = ""
    members: tuple[Member, ...] = ()
    bodies: tuple[Body, ...] = ()
    offices: tuple[Office, ...] = ()
    holders: tuple[Holder, ...] = ()
    regions: tuple[Region, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    units: tuple[Unit, ...] = ()
    states: tuple[OwnState, ...] = ()
    sources: tuple[Source, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    expect: dict[str, dict[str, int]] = {}
