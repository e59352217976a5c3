"""What a profile has to satisfy beyond its types: closed lists, dates, sources, references, one name for one thing."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from muniment.profiles import schema
from muniment.profiles.schema import Holder, Profile
from muniment.profiles.world import plain, world
from muniment.terms import PartialDate
from muniment.terms.vocabulary import SLOTS

__all__ = ["Fault", "did_you_mean", "faults", "settled"]

_SLUG = re.compile(r"[a-z][a-z0-9-]*")
_LANGUAGE = re.compile(r"[a-z]{2}")
_ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")

_CLOSED: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("members", "status", schema.MEMBER_STATUSES),
    ("bodies", "kind", schema.BODY_KINDS),
    ("bodies", "mandate", schema.MANDATES | {""}),
    ("instruments", "kind", schema.INSTRUMENT_KINDS),
    ("units", "kind", schema.UNIT_KINDS),
    ("sources", "kind", schema.SOURCE_KINDS),
    ("rotations", "by", schema.ROTATIONS),
)
"""List, key in it, values it may take."""

_LISTS = ("members", "bodies", "offices", "holders", "regions", "instruments", "units", "states", "rotations")
_EVER = "9999-12-31"
_DATES = ("since", "until", "adopted", "signed", "in_force", "begins")
_NAMED = (("bodies", "name"), ("regions", "name"), ("instruments", "title"), ("units", "name"), ("states", "name"))
"""Lists whose entries bear a name that nothing else in the list may bear, also not as an alias."""


class Fault(msgspec.Struct, frozen=True):
    """One thing that does not hold.

    Attributes:
        key: key path in the file, `bodies[3].parent`; entries are counted from 0.
        what: what is wrong.
        hint: what to do about it.
        code: short stable name of the fault.
    """

    key: str
    what: str
    hint: str = ""
    code: str = "profile-does-not-hold"


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return "Did you mean ...?" with the nearest known name, or an empty string where none is near."""
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"Did you mean {near[0]!r}?" if near else ""


def settled(profile: Profile) -> Profile:
    """Return the profile with what it leaves out filled in.

    An empty `parent` or `organization`, or the organisation's abbreviation there, becomes the organisation's name; a
    state's name becomes the world table's short name.
    """
    own = {"", profile.abbreviation, profile.name}

    def full(name: str) -> str:
        return profile.name if name in own else name

    def short(name: str) -> str:
        state = world().state(name)
        return state.name if state and name not in {each.name for each in profile.states} else name

    replace = msgspec.structs.replace
    return replace(
        profile,
        members=tuple(replace(each, state=short(each.state)) for each in profile.members),
        bodies=tuple(replace(each, parent=full(each.parent)) for each in profile.bodies),
        offices=tuple(replace(each, organization=full(each.organization)) for each in profile.offices),
        holders=tuple(replace(each, organization=full(each.organization)) for each in profile.holders),
        rotations=tuple(
            replace(each, body=full(each.body), order=tuple(short(state) for state in each.order))
            for each in profile.rotations
        ),
    )


def faults(profile: Profile) -> Iterator[Fault]:
    """Yield everything that does not hold in a settled profile, one check after the other."""
    for check in (
        _head,
        _closed,
        _dates,
        _names,
        _members,
        _bodies,
        _offices,
        _holders,
        _amends,
        _sources,
        _rotations,
        _expect,
    ):
        yield from check(profile)


def _entries(profile: Profile) -> Iterator[tuple[str, Any]]:
    """Every entry of every list with its key path."""
    for name in _LISTS:
        for index, entry in enumerate(getattr(profile, name)):
            yield f"{name}[{index}]", entry


def _head(profile: Profile) -> Iterator[Fault]:
    if not _SLUG.fullmatch(profile.slug):
        yield Fault("slug", f"{profile.slug!r} is no slug", "Use a-z, 0-9 and -, starting with a letter.")
    if not profile.name.strip():
        yield Fault("name", "the organisation has no name", "Give its full name in English.")
    yield from _one_of("kind", profile.kind, schema.ORGANISATION_KINDS)
    for index, language in enumerate(profile.languages):
        if not _LANGUAGE.fullmatch(language):
            yield Fault(f"languages[{index}]", f"{language!r} is no ISO 639-1 code", "Two lower-case letters: 'en'.")
    for index, host in enumerate(profile.hosts):
        if not _HOST.fullmatch(host):
            yield Fault(f"hosts[{index}]", f"{host!r} is no host", "Give the host alone: 'example.org'.")
    yield from _repeated("aliases", profile.name, profile.aliases)
    if profile.seat and not profile.sample and world().city(profile.seat) is None:
        hint = did_you_mean(plain(profile.seat), world().by_city) or "Add it to tools/world/cities.tsv."
        yield Fault("seat", f"the world table has no city {profile.seat!r}", hint)


def _one_of(key: str, value: str, known: frozenset[str]) -> Iterator[Fault]:
    if value not in known:
        hint = did_you_mean(value, known) or f"It is one of {', '.join(sorted(known))}."
        yield Fault(key, f"{value!r} is not in the closed list", hint, "profile-closed-list")


def _closed(profile: Profile) -> Iterator[Fault]:
    for name, key, known in _CLOSED:
        for index, entry in enumerate(getattr(profile, name)):
            yield from _one_of(f"{name}[{index}].{key}", getattr(entry, key), known)


def _dates(profile: Profile) -> Iterator[Fault]:
    if profile.as_of:
        yield from _date("as_of", profile.as_of)
    for key, entry in _entries(profile):
        given = {name: value for name in _DATES if (value := getattr(entry, name, ""))}
        wrong = [fault for name, value in given.items() for fault in _date(f"{key}.{name}", value)]
        yield from wrong
        if given and not entry.source:
            hint = "Say which public instrument or register says so."
            yield Fault(f"{key}.source", "a dated fact without its source", hint, "profile-source")
        if not wrong and {"since", "until"} <= given.keys() and _backwards(entry.since, entry.until):
            yield Fault(f"{key}.until", f"{entry.until} is before since = {entry.since}", "Exchange the two.")


def _date(key: str, value: str) -> Iterator[Fault]:
    try:
        PartialDate.parse(value)
    except ValueError as cause:
        yield Fault(key, str(cause), "Write 2002, 2002-10 or 2002-10-07.", "profile-date")


def _backwards(since: str, until: str) -> bool:
    return PartialDate.parse(since).first_day() > PartialDate.parse(until).last_day()


def _span(since: str, until: str) -> tuple[str, str]:
    """The days that a stretch of time certainly covers, from partial dates: first and last, ISO 8601.

    "2012" to "2016" certainly covers the last day of 2012 to the first of 2016. Where it is not said since when, no day
    is certain but those of its end; where it is not said until when, it lasts.
    """
    last = PartialDate.parse(until).first_day().isoformat() if until else _EVER
    first = PartialDate.parse(since).last_day().isoformat() if since else last
    return first, last


def _repeated(key: str, name: str, aliases: Sequence[str]) -> Iterator[Fault]:
    """Empty aliases, and aliases that are given twice or are the name itself."""
    seen = {name}
    for index, alias in enumerate(aliases):
        if alias in seen or not alias.strip():
            yield Fault(f"{key}[{index}]", f"{alias!r} is empty or already given", "Take it out.")
        seen.add(alias)


def _names(profile: Profile) -> Iterator[Fault]:
    for key, entry in _entries(profile):
        title = getattr(entry, "name", "") or getattr(entry, "title", "") or getattr(entry, "person", "") or "?"
        yield from _repeated(f"{key}.aliases", title, getattr(entry, "aliases", ()))
    for name, field in _NAMED:
        owner: dict[str, int] = {}
        for index, entry in enumerate(getattr(profile, name)):
            own = getattr(entry, field)
            if not own.strip():
                yield Fault(f"{name}[{index}].{field}", "the name is empty", "Give one.")
            for word in (own, *entry.aliases):
                first = owner.setdefault(word, index)
                if first != index:
                    what = f"{word!r} is already a name of {name}[{first}]"
                    yield Fault(f"{name}[{index}]", what, "One name stands for one thing: take it out of one of them.")


def _members(profile: Profile) -> Iterator[Fault]:
    own = {state.name for state in profile.states}
    spans: dict[str, list[tuple[str, str]]] = {}
    for index, member in enumerate(profile.members):
        if member.state not in own and world().state(member.state) is None:
            hint = did_you_mean(plain(member.state), (*world().by_name, *own))
            yield Fault(
                f"members[{index}].state", f"the world table has no state {member.state!r}",
                hint or "Use the short or formal English name, or describe it under [[states]].", "profile-reference",
            )  # fmt: skip
        span = _span(member.since, member.until)
        if _overlap(span, spans.setdefault(member.state, [])):
            what = f"{member.state} stands to the organisation in two ways at once"
            yield Fault(f"members[{index}]", what, "Give the earlier one its last day in until.")
        spans[member.state].append(span)


def _overlap(span: tuple[str, str], others: Iterable[tuple[str, str]]) -> bool:
    """Whether a stretch of days shares more than one day with another: who leaves and who comes may share a day."""
    return any(span[0] < end and start < span[1] for start, end in others)


def _bodies(profile: Profile) -> Iterator[Fault]:
    parents = {body.name: body.parent for body in profile.bodies}
    known = (profile.name, *parents)
    marks = [mark for mark in (profile.abbreviation, profile.name) if mark]
    for index, body in enumerate(profile.bodies):
        yield from _reference(f"bodies[{index}].parent", body.parent, known)
        if not body.stands_alone and not any(mark in body.name for mark in marks):
            yield Fault(
                f"bodies[{index}].name", f"{body.name!r} holds neither the organisation's name nor its abbreviation",
                f"Call it '{marks[0]} {body.name}', or say stands_alone = true where nobody else has such a body.",
            )  # fmt: skip
        above, steps = body.parent, 0
        while above in parents and steps <= len(parents):
            above, steps = parents[above], steps + 1
        if steps > len(parents):
            yield Fault(f"bodies[{index}].parent", f"{body.name!r} is its own ancestor", "Name the body above it.")


def _reference(key: str, name: str, known: Sequence[str]) -> Iterator[Fault]:
    if name not in known:
        hint = did_you_mean(name, known) or "Name a body of this profile, or leave it out for the organisation."
        yield Fault(key, f"no body of this profile is called {name!r}", hint, "profile-reference")


def _offices(profile: Profile) -> Iterator[Fault]:
    known = (profile.name, *(body.name for body in profile.bodies))
    owner: dict[tuple[str, str], int] = {}
    for index, office in enumerate(profile.offices):
        yield from _reference(f"offices[{index}].organization", office.organization, known)
        for title in (office.title, *office.aliases):
            first = owner.setdefault((office.organization, title), index)
            if first != index:
                what = f"{title!r} of {office.organization} is already offices[{first}]"
                yield Fault(f"offices[{index}]", what, "One title stands for one office: take it out of one of them.")


def _holders(profile: Profile) -> Iterator[Fault]:
    offices = {(office.title, office.organization) for office in profile.offices}
    terms: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for index, holder in enumerate(profile.holders):
        key = (holder.office, holder.organization)
        if key not in offices:
            known = [title for title, organization in offices if organization == holder.organization]
            yield Fault(
                f"holders[{index}].office", f"{holder.organization} has no office {holder.office!r} in this profile",
                did_you_mean(holder.office, known) or "Describe it under [[offices]].", "profile-reference",
            )  # fmt: skip
        if not holder.acting:
            yield from _one_at_a_time(index, holder, terms.setdefault(key, []))


def _one_at_a_time(index: int, holder: Holder, terms: list[tuple[str, str]]) -> Iterator[Fault]:
    span = _span(holder.since, holder.until)
    if _overlap(span, terms):
        what = f"{holder.person} holds the office of {holder.office} at the same time as another"
        yield Fault(f"holders[{index}]", what, "Give the earlier one its last day in until, or mark one acting = true.")
    terms.append(span)


def _amends(profile: Profile) -> Iterator[Fault]:
    titles = [instrument.title for instrument in profile.instruments]
    for index, instrument in enumerate(profile.instruments):
        if instrument.amends and instrument.amends not in titles:
            yield Fault(
                f"instruments[{index}].amends", f"no instrument of this profile has the title {instrument.amends!r}",
                did_you_mean(instrument.amends, titles) or "Describe it under [[instruments]].", "profile-reference",
            )  # fmt: skip


def _sources(profile: Profile) -> Iterator[Fault]:
    known: dict[str, int] = {}
    for index, source in enumerate(profile.sources):
        key = f"sources[{index}]"
        if not _ADDRESS.fullmatch(source.address):
            yield Fault(
                f"{key}.address", f"{source.address!r} is no web address", "It begins with https:// or http://."
            )
        first = known.setdefault(source.address, index)
        if first != index:
            yield Fault(f"{key}.address", f"is already sources[{first}]", "One address is one source.")
        if source.rhythm:
            yield from _one_of(f"{key}.rhythm", source.rhythm, frozenset(schema.RHYTHMS))
        for position, pattern in enumerate(source.only):
            if not pattern.startswith(("/", "*")):
                hint = "Write the beginning of a path: '/news/'; * stands for anything, $ for the end."
                yield Fault(f"{key}.only[{position}]", f"{pattern!r} is no path", hint)
        for name in (*schema.SELECTORS, "links", "next"):
            selector = getattr(source, name)
            if selector and not _selects(selector):
                yield Fault(f"{key}.{name}", f"{selector!r} is no CSS selector", "Write it as a style sheet has it.")
        if source.kind != "listing" and (source.links or source.next):
            yield Fault(f"{key}.kind", "only a listing has links and next", "Say kind = 'listing', or take them out.")


def _selects(selector: str) -> bool:
    """Whether a text is a CSS selector."""
    try:
        LexborHTMLParser("<p></p>").css(selector)
    except (SelectolaxError, ValueError):
        return False
    return True


def _rotations(profile: Profile) -> Iterator[Fault]:
    known = (profile.name, *(body.name for body in profile.bodies))
    members = {member.state for member in profile.members if member.status == "member"}
    for index, one in enumerate(profile.rotations):
        key = f"rotations[{index}]"
        yield from _reference(f"{key}.body", one.body, known)
        if one.session_of:
            yield from _reference(f"{key}.session_of", one.session_of, known)
        if not one.source:
            yield Fault(f"{key}.source", "a rotation without its source", "Name the article or decision.")
        if (one.by == "listed") != bool(one.order):
            yield Fault(f"{key}.order", "an order goes with by = 'listed', and only with it", "List the states.")
        for state in one.order:
            if state not in members:
                yield Fault(
                    f"{key}.order", f"{state!r} is no member", did_you_mean(state, members), "profile-reference"
                )


def _expect(profile: Profile) -> Iterator[Fault]:
    for register, bounds in profile.expect.items():
        if register not in SLOTS:
            hint = did_you_mean(register, SLOTS) or f"Registers are {', '.join(SLOTS)}."
            yield Fault(f"expect.{register}", "there is no such register", hint, "profile-reference")
        for bound, number in bounds.items():
            if bound not in ("min", "max") or number < 0:
                yield Fault(f"expect.{register}.{bound}", f"{bound} = {number} is no bound", "Use min or max, from 0.")
