"""Offices told in the course of a life: held from one day to another, held before, handed over, held for a state."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.mission_names import states_by_name
from muniment.reading.en.rules.tenure_acts import NAME, follow, office_at, record
from muniment.reading.en.rules.tenure_terms import basis, told_dates
from muniment.reading.mention import Actor, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["CAREER"]

_HE = r"(?P<who>{A}|\b(?:He|She|he|she))"
_WAS = (
    r"(?:has been|had been|was|has served as|had served as|served as|worked as|has worked as|acted as|held the "
    r"(?:post|position|office|rank) of|has held the (?:post|position|office) of)(?: the| its| a| an| his| her| "
    r"first| last| next)*"
)
_NAMED = regex.compile(r"(?!.* (?:of|to|for) )\p{Lu}.*")
_SURNAME = regex.compile(r"\p{Lu}[\p{L}’'-]+$")


def _person(found: Found, scene: Scene) -> Actor:
    """Return whose career it is: the person named, or the one the page spoke of last."""
    actors = [a for a in found.mentions("who", "A") if isinstance(a, Actor)]
    if actors:
        return Actor(scene.full_name(actors[0].name)) if actors[0].name else Actor("")
    chosen = (d for d in reversed(scene.drafts) if d.register == "tenures" and scene.number - d.sentence == 1)
    name = next((str(d.slots["person"]) for d in chosen if d.slots.get("basis") != "attested"), scene.last_actor)
    return Actor(name if _NAMED.fullmatch(name) else "")


_IN = regex.compile(r"\bin $")


def held(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "From D to D, she was O", "Since D, he has been O", "he served as O from D to D"."""
    office, actor = office_at(found, scene), _person(found, scene)
    if office is None or not actor.name or modality(found.text()) in (DENIED, POSSIBLE, PLANNED):
        return
    first = scene.date(found.mentions("day", "D")[0])
    last = scene.date(found.mentions("to", "D")[0]) if found.has("to") else None
    if first is None:
        return
    end = last.end or last.start if last is not None else first.end
    lead = found.sentence.text[max(0, found.match.start("day") - 8) : found.match.start("day")].lower()
    several = first.end is not None and first.end.iso[:4] != first.begin[:4]  # "in 2005-2015"
    one = _IN.search(lead) is not None and not several
    since = {} if one else {"start": first.begin, "end": end.iso if end is not None else ""}
    yield from record(found, scene, actor, office, since)


def handed_over(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "He will hand over command to A of S in D": the one office ends, and the other's begins."""
    old, new = _person(found, scene), found.mentions("new", "A")[0]
    if not old.name or not new.name or modality(found.text()) in (DENIED, POSSIBLE):
        return
    day = scene.iso(found.mentions("day", "D")[0]) if found.has("day") else ""
    begins = follow(found, {"person": scene.full_name(new.name), "basis": "attested", "start": day}, "predecessor")
    begins.notes["predecessor"] = old.name
    yield begins
    if day:
        yield follow(found, {"person": old.name, "basis": "attested", "end": day}, "person")


def for_state(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, State Secretary, represented S": an office of the state."""
    (actor,), (state,) = found.mentions("who", "A"), found.mentions("state", "S")
    if actor.name and actor.offices and not actor.offices[-1].organization:
        last = actor.offices[-1]
        yield from record(found, scene, actor, Office(last.title, state.name, last.acting, text=last.text), {})


def congratulated(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "congratulated A on his election as O", "wished A success on taking up the post of O from D"."""
    office = office_at(found, scene)
    actor = next((a for a in found.mentions("who", "A") if a.name), None)
    if office is not None and actor is not None and not office.plural:
        verb = found.match["verb"]
        begin, end, _ = told_dates(found, scene, found.match.end("office"))
        yield from record(found, scene, actor, office, {"basis": basis(verb, verb), "start": begin, "end": end})


def in_apposition(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Deputy Director, Ana Dol of Peru, ...": a name that stands in apposition to an office."""
    values = found.mentions("office", "AO")
    office = values[0].offices[-1] if isinstance(values[0], Actor) and values[0].offices else values[0]
    named = isinstance(values[0], Actor) and _SURNAME.search(found.text("office").split(",")[0]) and values[0].name
    if isinstance(office, Office) and not named and not office.plural:
        yield from record(found, scene, Actor(found.text("who")), office, {})


def posts_listed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "He held various posts, including O, O and O": each of them."""
    actor = _person(found, scene)
    if not actor.name or modality(found.text()) in (DENIED, POSSIBLE, PLANNED):
        return
    told = (str(d.slots.get("organization")) for d in scene.drafts if d.slots.get("person") == actor.name)
    state = next((name for name in told if name in states_by_name().values()), "")
    for value in found.mentions("list", "AO"):
        office = value.offices[-1] if isinstance(value, Actor) and value.offices and not value.name else value
        if isinstance(office, Office) and not office.plural and (owned := office.organization or state):
            yield from record(found, scene, actor, Office(office.title, owned, office.acting, text=office.text), {})


CAREER: tuple[Rule, ...] = (
    Rule(
        name="tenures.posts-listed",
        triggers=("posts", "positions", "offices"),
        needs=r"\b(?:posts|positions|offices)\b[^.;]{0,60}{AO}",
        pattern=rf"{_HE},? (?:has |had )?held (?:various|several|different|a number of|many|senior|high|the following)"
        r"(?: (?!on\b|about\b|at\b)[\p{Ll}-]+){0,4}? "
        r"(?:posts|positions|offices)[^.;,{A}]{0,40}?,? (?:including|such as|among them|namely)"
        r"(?: the (?:posts?|positions?) of| that of)? (?P<list>(?:the )?{AO}(?:(?:, and|,| and) (?:the )?{AO})*)",
        build=posts_listed,
        reads=(
            "Minister of Justice of Peru Ana Dol met with Jon Arr. Earlier she held various public positions, "
            "including "
            "Chairperson of the Assembly, Director of the Centre for Disaster Relief and Head of the Harbour Mission.",
        ),
        refuses=(
            "Minister of Justice of Peru Ana Dol met with Jon Arr. Earlier she held various meetings on positions, "
            "including that of the Chairperson of the Assembly.",
        ),
    ),
    Rule(
        name="tenures.from-to",
        triggers=("since", "from ", "between ", "served as"),
        pattern=rf"^[^.;{{A}}{{D}}]{{0,40}}?\b(?:[Ss]ince|[Ff]rom|[Bb]etween) (?P<day>{{D}})(?: (?:to|and|until) "
        rf"(?P<to>{{D}}))?,? {_HE} (?:also )?{_WAS} (?P<office>{{AO}})"
        rf"|{_HE}(?:, (?:aged )?\d\d(?=,))?,? (?:then |previously |also |earlier )?{_WAS} "
        rf"(?P<office>{{AO}})(?:,? (?:from|between|in) "
        rf"(?P<day>{{D}})(?: (?:to|and|until) (?P<to>{{D}}))?| \((?P<day>{{D}})\))",
        build=held,
        reads=(
            "Minister of Justice of Peru Ana Dol met with Jon Arr. From 2013 to 2017, she was Chairperson of the "
            "Assembly.",
            "Minister of Justice of Peru Ana Dol met with Jon Arr. Earlier she served as Chairperson of the Assembly "
            "from 2013 to 2017.",
        ),
        refuses=(
            "Minister of Justice of Peru Ana Dol met with Jon Arr. From 2013 to 2017, she was never Chairperson of "
            "the Assembly.",
        ),
        needs=r"\b(?:has been|had been|was|served as|worked as|acted as|held the)\b[^.;]{0,40}{AO}",
    ),
    Rule(
        name="tenures.hands-over",
        triggers=("hand over", "handed over", "hands over", "handing over"),
        pattern=rf"{_HE} (?:will hand|is to hand|handed|hands|will be handing) over (?:the )?(?:command|(?:his|her) "
        rf"(?:duties|functions|post|office|command)|leadership)(?: of (?:the )?{{B}})? to (?P<new>{{A}})(?: of (?:the "
        rf")?{{S}})?(?: (?:in|on) (?P<day>{{D}}))?",
        build=handed_over,
        reads=("Minister of Justice of Peru Ana Dol spoke. She will hand over her duties to Mr. Jon Arr in May 2025.",),
        refuses=(
            "Minister of Justice of Peru Ana Dol spoke. She will hand over her notes to Mr. Jon Arr in May 2025.",
        ),
    ),
    Rule(
        name="tenures.represented-state",
        triggers=("represented",),
        pattern=r"(?P<who>{A}),? (?:who )?represented (?:the )?(?P<state>{S})",
        build=for_state,
        reads=("Mr. Jon Arr, State Secretary, represented Peru.",),
        refuses=("Mr. Jon Arr represented Peru.",),
        every=True,
    ),
    Rule(
        name="tenures.congratulated",
        triggers=(
            "election",
            "appointment",
            "being elected",
            "being appointed",
            "taking up",
            "designation",
            "assumption",
            "assuming",
        ),
        pattern=r"(?P<who>{A})(?: of (?:the )?{S}| \({S}\))?,? (?:on|upon|for|following) (?:(?:his|her) |"
        r"(?=taking|assum|the assum|being)(?:the |being )?)(?:recent |unanimous |successful "
        r")?(?P<verb>re-?elected|elected|appointed|re-?election|election|"
        r"re-?appointment|appointment|designation|taking up|assumption|assuming)(?: of)?(?: the| his| her)?(?: post| "
        r"position| office| duties)?(?: as| to the "
        r"(?:post|position|office) of| of| to)?(?: the| its| a)? (?P<office>{AO})(?![’']s)",
        build=congratulated,
        reads=(
            "The Council congratulated Mr. Jon Arr on his re-election as President of the Assembly.",
            "The Minister congratulated Mr. Jon Arr on taking up the post of President of the Assembly from 1 May "
            "2023.",
        ),
        refuses=("The Council congratulated Mr. Jon Arr on the election of the President of the Assembly's son.",),
    ),
    Rule(
        name="tenures.name-of-state",
        triggers=(" of ",),
        pattern=rf"(?P<office>{{AO}}), (?P<who>{NAME}) of (?:the )?{{S}}, ",
        build=in_apposition,
        reads=("The Deputy Director of the Centre for Disaster Relief, Onara Dolvi of Peru, will stay.",),
        refuses=("The Deputy Director of the Centre for Disaster Relief, the pride of Peru, will stay.",),
        needs="{S}, ",
    ),
)
"""Rules for offices held in the course of a life."""
