"""Offices told in passing: posts abroad, who commands and who leads, and when an earlier holder began and ended."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.tenure_acts import follow, office_at, person_at, record
from muniment.reading.en.rules.tenure_links import one_of
from muniment.reading.en.rules.tenure_moves import singular
from muniment.reading.en.rules.tenure_terms import told_dates
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Group, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["ASIDES"]

_OF = r"(?: of (?:the )?(?:{J} Army|{S})| \((?:the )?{S}\))?"


def posted_in(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Consul General of S in C, A": where to is part of the title."""
    (actor,) = (a for a in found.mentions("who", "A"))
    office = office_at(found, scene)
    if not actor.name or actor.offices or office is None or not office.organization:
        return
    if not office.title.lower().startswith(("consul", "honorary consul")):
        return
    place, owner = f"{office.title} in {found.text('place')}", office.organization
    yield from record(found, scene, actor, Office(place, owner), {})
    for other in found.mentions("more", "AO") if found.has("more") else []:
        second = other.offices[-1] if isinstance(other, Actor) and other.offices else other
        if isinstance(second, Office):
            yield from record(found, scene, actor, Office(second.title, second.organization or owner), {})


def two_offices(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the O and O for D, A": both of the person behind them."""
    one, other = found.mentions("one", "A")[0], found.mentions("other", "A")[0]
    actor = found.mentions("who", "A")[0]
    if actor.name and not (one.name or other.name or actor.offices):
        for office in (*one.offices, *other.offices):
            yield from record(found, scene, actor, office, {})


def commands(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A assumed command of the B from A on D": one Commander comes, the other goes."""
    body, actor = found.mentions("body", "B")[0], person_at(found)
    if not actor.name or modality(found.text()) in (DENIED, POSSIBLE, PLANNED):
        return
    begin, _, act = told_dates(found, scene)
    day = begin or act
    yield from record(found, scene, actor, Office("Commander", body.name), {"start": day})
    for old in found.mentions("old", "A") if found.has("old") else []:
        if old.name:
            yield from record(found, scene, Actor(old.name), Office("Commander", body.name), {"end": day})


def has_led(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, who has led the B as O since D"."""
    office, actor = office_at(found, scene), person_at(found)
    if office is None or not actor.name or office.plural or modality(found.text()) in (DENIED, POSSIBLE):
        return
    start = scene.iso(found.mentions("day", "D")[0]) if found.has("day") else ""
    yield from record(found, scene, actor, office, {"start": start})


def earlier_days(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the first for A since he took up his post on D", "succeeded A, who headed the B from D to D"."""
    actor = person_at(found)
    days = scene.date(found.mentions("day", "D")[0])
    if not actor.name or days is None or modality(found.text()) in (DENIED, POSSIBLE):
        return
    start, end = days.begin, days.end.iso if days.end is not None and found.has("until") else ""
    slots = {"person": scene.full_name(actor.name), "start": start, "end": end}
    yield follow(found, slots, "person")


def both_members(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "elected A (S) and re-elected A (S) as members of the B": each for the same office, by an act of its own."""
    (group,) = found.mentions("office", "Y")
    title = one_of(group.text) if isinstance(group, Group) else ""
    if not title or modality(found.text()) in (DENIED, POSSIBLE, PLANNED):
        return
    _, _, act = told_dates(found, scene)
    for name, verb in (("one", "first"), ("two", "second")):
        actor = found.mentions(name, "A")[0]
        if actor.name:
            basis = "re-elected" if found.match[verb].startswith("re") else "elected"
            yield from record(found, scene, actor, Office(title, group.organization), {"basis": basis, "start": act})


def group_behind(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A (S), A (S) and A (S), Ministers of Defence": each the officer of the state in brackets."""
    (group,) = found.mentions("group", "Y")
    title = singular(group.text) or one_of(group.text)
    if not title or group.organization:
        return
    people, states = found.mentions("list", "A"), found.mentions("list", "S")
    for actor, state in zip(people, states, strict=False):
        if actor.name and not actor.offices and len(people) == len(states):
            yield from record(found, scene, actor, Office(title, state.name), {})


def served_also(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "and O (D)", behind "A served as O (D)": another office of the same person."""
    actor, office = person_at(found), office_at(found, scene)
    days = scene.date(found.mentions("day", "D")[0])
    if actor.name and office is not None and not office.plural and days is not None and days.end is not None:
        yield from record(found, scene, actor, office, {"start": days.begin, "end": days.end.iso})


ASIDES: tuple[Rule, ...] = (
    Rule(
        name="tenures.posted-in",
        triggers=(expand("{A} in {C}"),),
        pattern=r"(?P<office>{A}) in (?P<place>{C})(?: and (?P<more>{AO}))?,? (?P<who>{A})",
        build=posted_in,
        reads=("Mr. Jon Arr received the Consul General of Peru in Lima, Ms. Ana Dol.",),
        refuses=("Mr. Jon Arr received the Director of the Centre for Ports in Lima, Ms. Ana Dol.",),
    ),
    Rule(
        name="tenures.two-offices",
        triggers=(" for ",),
        needs=r"{A} and {A} for (?:the month of )?{D},? {A}",
        pattern=r"(?P<one>{A}) and (?P<other>{A}) for (?:the month of )?(?P<day>{D}),? (?P<who>{A})",
        build=two_offices,
        reads=(
            "Having heard the Permanent Representative of Peru to the League of Ports and Chairperson of the Council "
            "of "
            "Ports for November 2022, H.E. Ana Dol, they met.",
        ),
        refuses=(
            "Having heard the Permanent Representative of Peru to the League of Ports and Chairperson of the Council "
            "of "
            "Ports for an hour, H.E. Ana Dol and others met.",
        ),
    ),
    Rule(
        name="tenures.commands",
        triggers=("command of",),
        pattern=rf"(?P<who>{{A}}){_OF} (?:\w+ly )?(?:assumed|took(?: over)?|has (?:assumed|taken over)) "
        r"(?:the )?command of (?:the )?(?P<body>{B})(?: \({B}\))?(?: from (?P<old>{A}))?",
        build=commands,
        reads=("Major General Jon Arr assumed command of the Lake Force from Major General Ivo Moe on 3 May 2024.",),
        refuses=("Major General Jon Arr may have assumed command of the Lake Force.",),
    ),
    Rule(
        name="tenures.has-led",
        triggers=("has led", "had led", "has headed", "had headed", "led the", "headed the"),
        pattern=r"(?P<who>{A}),? who (?:has |had )?(?:led|headed|run) (?:the )?[^.;,{A}{O}]{1,40} as "
        r"(?:the |its |an? )?"
        r"(?P<office>{AO})(?:,? since (?:the post fell vacant in )?(?P<day>{D}))?",
        build=has_led,
        reads=("They thanked Mr. Jon Arr, who has led the Secretariat as Acting Secretary General since May 2023.",),
        refuses=("They thanked Mr. Jon Arr, who never led the Secretariat as Secretary General.",),
    ),
    Rule(
        name="tenures.earlier-days",
        triggers=("took up", "took office", "headed the", "led the", "held the post", "held the office"),
        pattern=r"(?P<who>{A}) since (?:he|she) (?:took (?:up|over) (?:his|her|the) "
        r"(?:post|duties|office|functions)|took "
        r"office|assumed (?:his|her) (?:post|duties|office)) (?:on|in) (?P<day>{D})"
        r"|\b(?:[Ss]ucceed(?:s|ed)|[Rr]eplac(?:es|ed)) (?P<who>{A}), who (?:had )?(?:(?:headed|led|chaired) the "
        r"{B}|held (?:the|this) (?:post|position|office)) (?P<until>from )(?P<day>{D})",
        build=earlier_days,
        reads=(
            "Secretary General of the League of Ports Jon Arr came. It was the first trip for Mr. Jon Arr since he "
            "took "
            "up his post on 1 July 2023.",
        ),
        refuses=("It was the first trip for Mr. Jon Arr since he took a rest on 1 July 2023.",),
    ),
    Rule(
        name="tenures.both-members",
        triggers=("elected",),
        needs=r"\b(?:re-?)?elected {A}[^.;{A}]{0,30} and (?:re-?)?elected {A}",
        pattern=r"\b(?P<first>(?:re-?)?elected) (?P<one>{A})(?: \((?:the )?{S}\)| of (?:the )?{S})? and "
        r"(?P<second>(?:re-?)?elected) (?P<two>{A})(?: \((?:the )?{S}\)| of (?:the )?{S})? as (?P<office>{Y})",
        build=both_members,
        reads=("It elected Ms. Ana Dol (Peru) and re-elected Mr. Jon Arr (Chile) as members of the Council of Ports.",),
        refuses=("It never elected Ms. Ana Dol (Peru) and re-elected Mr. Jon Arr (Chile) as judges.",),
    ),
    Rule(
        name="tenures.group-behind",
        triggers=(expand("), {Y}"), expand("), the {Y}")),
        pattern=r"(?P<list>{A} \((?:the )?{S}\)(?:(?:, and|,| and) {A} \((?:the )?{S}\))+), (?:the )?(?P<group>{Y})"
        r"(?=[ .,;])",
        build=group_behind,
        reads=("They saw Ms. Ana Dol (Peru), Mr. Jon Arr (Chile) and Ms. Ida Moe (Brazil), Ministers of Justice.",),
        refuses=("They saw Ms. Ana Dol (Peru), Mr. Jon Arr (Chile) and Ms. Ida Moe (Brazil), friends of ministers.",),
    ),
    Rule(
        name="tenures.served-too",
        triggers=("served as", "worked as", "held the"),
        pattern=r"(?P<who>{A}),? (?:has |had |also |previously )*(?:served as|worked as|held the (?:post|posts|office|"
        r"offices) of) (?:the )?{AO} \({D}\)(?:, (?:the )?{AO} \({D}\))*,? and (?:as )?(?:the )?(?P<office>{AO}) "
        r"\((?P<day>{D})\)",
        build=served_also,
        reads=("Mr. Jon Arr served as Ambassador of Peru to Chile (2015-2019) and Minister of Justice (2019-2021).",),
        refuses=("Mr. Jon Arr served as Ambassador of Peru to Chile (2015-2019) and met the Minister (2019-2021).",),
    ),
)
"""Rules for offices told in passing."""
