"""Officers told by those beside them: a group of states' officers named one by one, a counterpart, a deputy."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.tenure_acts import office_at, person_at, record
from muniment.reading.en.rules.tenure_moves import singular
from muniment.reading.en.rules.tenure_terms import chosen
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Group, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["GROUPS"]

_NATIONAL = regex.compile(
    r"(?i)\b(?:minister|premier|national coordinator|chief of (?:the )?(?:general|defen[cs]e)(?: staff)?|"
    r"chief of defen[cs]e|prosecutor general|(?:national )?security advis[eo]r)\b"
)
"""Offices that each state has one of: a counterpart from another state holds the same there."""
_LED = regex.compile(
    r"(?i)^(?:secretary[- ]general|director[- ]general|executive secretary|president|chair(?:man|person|woman)?|"
    r"minister of .+|(?:foreign|defen[cs]e) minister|head|director|commander)$"
)
"""Offices whose holder has a deputy who is called so."""
_PRESIDENTS = regex.compile(r"(?i)(?:the )?presidents")
_PEOPLE = r"{A}(?:(?:, and|,| and) {A})+"


def _title(group: Group, states: int = 1) -> str:
    """Return the office that each of a group of states' officers holds; empty where its name tells none."""
    presidents = states > 1 and _PRESIDENTS.fullmatch(group.title) is not None
    return "President" if presidents else singular(group.title or group.text)


def each_of_group(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Foreign Ministers of S and S, A and A", "the ministers of S, A, and of S, A": in the same order."""
    (group,) = found.mentions("group", "Y")
    states = [*group.states, *(state.name for state in found.mentions("states", "S"))]
    title, people = _title(group, len(states)), found.mentions("people", "A")
    if not title or len(people) != len(states) or any(not actor.name or actor.offices for actor in people):
        return
    newly = _NEWLY.search(f"{found.sentence.text[: found.match.start()]}{group.text}")
    told = {"basis": newly["verb"]} if newly is not None else {}
    for actor, state in zip(people, states, strict=True):
        yield from record(found, scene, actor, Office(title, state), told)


_NEWLY = regex.compile(r"(?i)\bnewly[- ](?P<verb>appointed|elected)\b(?: \w+){0,4}$")
"""Before a group's name: they have just come into their offices."""


def one_after_other(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Ministers of S, A, of S, A, and of S, A"."""
    (group,) = found.mentions("group", "Y")
    title = _title(group, 2) if len(group.states) == 1 else ""
    people, states = found.mentions("people", "A"), [s.name for s in found.mentions("people", "S")]
    if not title or len(people) != len(states) + 1 or any(not actor.name or actor.offices for actor in people):
        return
    for actor, state in zip(people, [*group.states, *states], strict=True):
        yield from record(found, scene, actor, Office(title, state), {})


def counterpart(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A met his Ruritanian counterpart A": the same office of the other state, where every state has one."""
    (subject,), (actor,) = found.mentions("subject", "AY"), found.mentions("who", "A")
    states = found.mentions("of", "JS")
    offices = subject.offices if isinstance(subject, Actor) else ()
    title = _title(subject) if isinstance(subject, Group) else offices[-1].title if offices else ""
    if not title or not _NATIONAL.search(title) or not states or not actor.name or actor.offices:
        return
    if modality(found.text()) not in (DENIED, POSSIBLE):
        yield from record(found, scene, actor, Office(_now(title), states[0].name), {})


_BEFORE = regex.compile(r"(?i)^(?:former|new|acting|deputy) ")


def _now(title: str) -> str:
    """Return an office without what is told only of the one who holds it."""
    return _BEFORE.sub("", title)


def deputy(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Secretary General A ... his deputy A": the deputy of that office."""
    (actor,) = found.mentions("who", "A")
    chiefs = [a for a in found.mentions("chief", "A") if isinstance(a, Actor) and a.offices]
    if not actor.name or actor.offices or not chiefs:
        return
    office = chiefs[-1].offices[0]
    if not _LED.match(office.title) or chiefs[-1].name == actor.name:
        return
    owner = office.organization or _owner_of(chiefs[-1], office, scene)
    if owner:
        yield from record(found, scene, actor, Office(f"Deputy {office.title}", owner), {})


def _owner_of(actor: Actor, office: Office, scene: Scene) -> str:
    """Return whose the office is that the page has told this person to hold; empty where it has not."""
    name = scene.full_name(actor.name)
    told = (d for d in scene.drafts if d.register == "tenures" and d.slots.get("person") == name)
    own = (str(d.slots.get("organization") or "") for d in told if d.slots.get("office") == office.title)
    return next(itertools.chain(filter(None, own), [scene.home]))


_ITS_NEW = regex.compile(r"(?:an? (?:new|next|first)|its|their|his|her)\b")


def office_first(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "elected as its Chairman A", "elected a new Chairman, A": the office stands before the name."""
    actor, office = person_at(found), office_at(found, scene)
    if found.has("office"):
        holder = found.mentions("office", "A")
        if holder and holder[0].name:
            return
    else:
        text = found.text("who")
        first = actor.offices[0] if actor.offices else None
        named = text.find(actor.name.split()[0]) if actor.name else -1
        told = first is not None and (len(actor.offices) > 1 if found.has("as") else _ITS_NEW.match(text) is not None)
        office = first if told and first is not None and 0 <= text.find(first.text) < named else None
    before = found.sentence.text[max(0, found.match.start() - 60) : found.match.start()]
    if office is None or office.plural or not actor.name or modality(before) in (DENIED, POSSIBLE, PLANNED):
        return
    yield from record(found, scene, actor, office, chosen(found, scene, found.match["verb"], found.match.end()))


_VERBS = r"re-?elected|elected|elects|chose|appointed|appoints|named|designated"
_OF = r"(?: of (?:the )?{S}| from (?:the )?{S}| \([^()]{1,40}\))?"


GROUPS: tuple[Rule, ...] = (
    Rule(
        name="tenures.chose-office-first",
        triggers=("elected ", "appointed ", "chose ", "named ", "designated ", "elected: ", "elects ", "appoints "),
        needs=r"\b(?:elected|chose|appointed|named|designated|elects|appoints)[^.;{A}]*{A}",
        pattern=rf"\b(?P<verb>{_VERBS})(?: unanimously| by acclamation| {{D}})* as(?: its| the| their| a| new| next"
        r"| first)* "
        r"(?P<office>{AO}),? (?:the )?(?P<who>{A})"
        rf"|\b(?P<verb>{_VERBS})(?: unanimously)?(?P<as> as)? (?P<who>{{A}})"
        rf"(?!{_OF},?(?: as\b| to (?:the|be)))",
        build=office_first,
        reads=(
            "The Council elected as its Chairperson the Minister of Justice of Peru Ana Dol.",
            "The Assembly elected a new President, Mr. Jon Arr.",
        ),
        refuses=(
            "The Council may have elected as its Chairperson the Minister of Justice of Peru Ana Dol.",
            "The Assembly met the newly elected President, Mr. Jon Arr.",
        ),
    ),
    Rule(
        name="tenures.each-of-group",
        triggers=(expand("{Y}"),),
        needs=r"{Y}[^.;]{0,60}{A}[^.;]*{A}",
        pattern=rf"(?P<group>{{Y}})(?P<states>(?:(?:,| from| of)(?: the)? {{S}})*(?:,? and (?:the )?{{S}})?)"
        rf"(?: ?[,:–—-]| \() ?(?P<people>{_PEOPLE})(?! of (?:the )?{{S}}| \({{S}})",
        build=each_of_group,
        reads=(
            "The Foreign Ministers of Peru and Chile, Onar Dolvi and Jon Arr, signed the letter.",
            "The presidents of Peru, Chile and Spain – Onar Dolvi, Jon Arr and Ivo Ram – met.",
        ),
        refuses=("The Foreign Ministers of Peru, Chile and Spain, Onar Dolvi and Jon Arr among them, met.",),
    ),
    Rule(
        name="tenures.one-after-other",
        triggers=(expand("{Y}, {A}"),),
        needs=r"{Y}, {A}(?:,? and|,) of",
        pattern=r"(?P<group>{Y}), (?P<people>{A}(?:(?:, and|,| and) of (?:the )?{S}, {A})+)",
        build=one_after_other,
        reads=("The Ministers of Justice of Peru, Onar Dolvi, and of Chile, Jon Arr, signed the letter.",),
        refuses=("The members of the Council, Mr. Onar Dolvi, and of Chile, Mr. Jon Arr, signed the letter.",),
    ),
    Rule(
        name="tenures.counterpart",
        triggers=("counterpart", "colleague", "opposite number"),
        needs=r"{AY}[^.;]*(?:counterpart|colleague|opposite number)",
        pattern=r"(?P<subject>{AY})[^.;{A}{Y}]{0,120}? (?:his|her|their|the)(?: \p{Ll}+)? (?P<of>{J})"
        r" (?:counterpart|colleague|opposite number),? (?P<who>{A})"
        r"|(?P<subject>{AY})[^.;{A}{Y}]{0,120}? (?:his|her|their) (?:counterpart|colleague|opposite number) "
        r"(?:of|from) (?:the )?(?P<of>{S}),? (?P<who>{A})",
        build=counterpart,
        reads=(
            "Minister of Justice of Peru Ana Dol met with her Chilean counterpart, Mr. Jon Arr.",
            "The Foreign Ministers of the League spoke with their colleague from Peru, Mr. Jon Arr.",
        ),
        refuses=(
            "Director of the Harbour Fund Ana Dol met with her Chilean counterpart, Mr. Jon Arr.",
            "Minister of Justice of Peru Ana Dol did not meet her Chilean counterpart, Mr. Jon Arr.",
        ),
    ),
    Rule(
        name="tenures.deputy",
        triggers=("his deputy", "her deputy"),
        pattern=r"(?P<chief>{A})[^.;{A}]{0,120}? (?:his|her) [Dd]eputy,? (?P<who>{A})",
        build=deputy,
        reads=("The letter of the Director of the Harbour Fund Ana Dol was read by her deputy Captain Jon Arr.",),
        refuses=("The letter of the adviser to the Harbour Fund Ana Dol was read by her deputy Captain Jon Arr.",),
    ),
)
"""Rules for officers who are told by those beside them."""
