"""People told one after the other: each chosen for an office of their own, or each the officer of a state."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.tenure_acts import NAME, PERSON, office_at, person_at, record
from muniment.reading.en.rules.tenure_links import one_of
from muniment.reading.en.rules.tenure_moves import singular
from muniment.reading.en.rules.tenure_terms import chosen, told_dates
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Group, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["LISTED"]

_THE = r"(?: the| its| a| an| his| her| their| new| next| first)*"
_BESIDE = r"(?: of (?:the )?{S}| from (?:the )?{S}| ?[\[(][^()\[\]]{1,40}[\])])?"
_CHOSE = regex.compile(
    r"\b(?P<verb>re-?elect(?:ed)?|elect(?:ed)?|re-?appoint(?:ed)?|appoint(?:ed)?|designated?|nominated?|named"
    r"|approved|(?:appointment|election|nomination) of)\b"
)
_INITIALS = r"(?:\p{Lu}\. ?){1,2}\p{Lu}[\p{L}’'-]+"
_WHO = rf"(?:{{A}}|{NAME}|{_INITIALS})"
_OF_STATE = rf"(?:(?:of )?(?:the )?{{S}}(?:[’']s?)?(?: ?[–—-]| \()? {_WHO}|{_WHO} (?:of (?:the )?{{S}}|\({{S}}\)))"
_ONE = regex.compile(
    expand(
        rf"(?:the )?(?P<s>{{S}})(?:[’']s?)?(?: ?[–—-]| \()? (?P<who>{_WHO})(?! of (?:the )?{{S}})"
        rf"|(?P<who>{_WHO}) (?:of (?:the )?|\()(?P<s>{{S}})"
    )
)
_RESPECTIVELY = regex.compile(r"[^.;]{0,120}\brespectively\b")
_HEADS = regex.compile(r"(?i)\bheads of (?:the )?(?P<of>state|governments?)\b")


def chose_others(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read ", A as O and A as O", behind the first whom the same sentence tells to be chosen for an office."""
    sentence, office, actor = found.sentence, office_at(found, scene), person_at(found)
    before = sentence.text[: found.match.start()]
    act = next(iter(reversed(list(_CHOSE.finditer(before)))), None)
    if act is None or office is None or office.plural or not actor.name:
        return
    between = before[act.end() :]
    bare = " as " not in found.match[0]
    if not (bare or " as " in between or ":" in between) or _RESPECTIVELY.match(sentence.text, found.match.end()):
        return
    if ". " in between or modality(before[max(0, act.start() - 60) : act.start()]) in (DENIED, POSSIBLE):
        return
    told = chosen(found, scene, act["verb"], found.match.end())
    if modality(before[max(0, act.start() - 60) : act.start()]) == PLANNED:
        told.update(basis="designated", start="")
    yield from record(found, scene, actor, office, told)


def respectively(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "appointed A and A as O and O respectively": each person and the office in the same place."""
    people = [a for a in found.mentions("who", "A") if isinstance(a, Actor) and a.name and not a.offices]
    offices = [
        value.offices[-1] if isinstance(value, Actor) and value.offices else value
        for value in found.mentions("offices", "AO")
    ]
    before = found.sentence.text[max(0, found.match.start() - 40) : found.match.start()]
    if len(people) != len(offices) or modality(before) in (DENIED, POSSIBLE):
        return
    told = chosen(found, scene, found.match["verb"], found.match.end())
    owner = next((o.organization for o in offices if isinstance(o, Office) and o.organization), "")
    for actor, office in zip(people, offices, strict=True):
        if isinstance(office, Office):
            own = office if office.organization else Office(office.title, owner, office.acting, text=office.text)
            yield from record(found, scene, actor, own, told)


def of_each_state(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the prime ministers of S – A, S – A and S – A", "the ministers S A and S A", "A (S) and A (S)"."""
    group = found.mentions("group", "Y")[0]
    if (act := _chosen_with(found)) is not None:
        yield from _elected(found, scene, group, act)
        return
    title = _title(str(getattr(group, "text", "")), str(getattr(group, "organization", "")))
    if not title:
        return
    start, end = found.match.span("list")
    first = str(getattr(group, "organization", "")) if found.has("first") else ""
    if first:
        yield from _officer(found, scene, title, first, found.match.span("first"))
    for match in _ONE.finditer(found.sentence.text, start, end):
        yield from _officer(found, scene, title, found.sentence.value(match.start("s")).name, match.span("who"))


_AROUND = 40
"""Code points before a group within which "elected" is said of it ("also elected four")."""
_WERE_CHOSEN = regex.compile(r"\b(?P<verb>re-?elected|elected|re-?appointed|appointed|designated|nominated)\b")


def _chosen_with(found: Found) -> regex.Match[str] | None:
    """Return the verb by which a group is told to be chosen, beside its name; None where there is none."""
    group = found.match.start("group")
    text = found.sentence.text
    before = _WERE_CHOSEN.search(text, max(0, group - _AROUND), group)
    return before or _WERE_CHOSEN.search(text, found.match.end("group"), found.match.start("list"))


def _elected(found: Found, scene: Scene, group: Group, act: regex.Match[str]) -> Iterator[Draft]:
    """Yield each who was elected to an office of the body that chose them; the state behind a name is their own."""
    title = one_of(group.title or group.text) or singular(group.title or group.text)
    if not title or modality(found.sentence.text[max(0, act.start() - 40) : act.end()]) in (DENIED, POSSIBLE, PLANNED):
        return
    told = chosen(found, scene, act["verb"], found.match.end())
    owner = "" if group.organization in group.states else group.organization
    for match in _ONE.finditer(found.sentence.text, *found.match.span("list")):
        name = _name_at(found, match.span("who"))
        if not name:
            continue
        own = found.sentence.value(match.start("s")).name
        for draft in record(found, scene, Actor(scene.full_name(name)), Office(title, owner), told):
            if draft.slots["organization"] == own:
                draft.slots["organization"] = ""
            yield draft


def _name_at(found: Found, span: tuple[int, int]) -> str:
    """Return who stands in a span of the sentence, where they stand without an office; else nothing."""
    sentence = found.sentence
    value = sentence.value(span[0]) if sentence.kind(span[0]) == "A" else None
    if isinstance(value, Actor):
        return "" if value.offices else value.name
    first, last = sentence.span(*span)
    return " ".join(sentence.page_text[first:last].split())


def _title(group: str, owner: str) -> str:
    """Return the office each of a group of states' officers holds; empty where its name tells none.

    >>> _title("heads of government of Peru", "Peru")
    'Head of Government'
    """
    heads = _HEADS.search(group)
    if heads is not None:
        return (
            "Head of State"
            if heads["of"].lower() == "state" and " and " not in group
            else ("" if " and " in group else "Head of Government")
        )
    return singular(group.removesuffix(f" of {owner}").removesuffix(f" of the {owner}") if owner else group)


def _officer(found: Found, scene: Scene, title: str, state: str, span: tuple[int, int]) -> Iterator[Draft]:
    """Yield the draft of who stands in a span of the sentence as an officer of a state."""
    name = _name_at(found, span)
    if not name:
        return
    yield from record(found, scene, Actor(scene.full_name(name)), Office(title, state), {})


def served_also(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read ", and as O from D to D" behind "she served as O from D to D": of the same person."""
    told = [d for d in scene.drafts if d.register == "tenures" and d.sentence in (-1, scene.number)]
    office = office_at(found, scene)
    if not told or office is None or office.plural or modality(found.text()) in (DENIED, POSSIBLE):
        return
    begin, end, _ = told_dates(found, scene, found.match.end("office"))
    name = str(told[-1].slots.get("person") or "")
    if name:
        yield from record(found, scene, Actor(name), office, {"start": begin, "end": end})


LISTED: tuple[Rule, ...] = (
    Rule(
        name="tenures.chose-others",
        triggers=("elect", "appoint", "designat", "nominat", "named", "approved"),
        needs=r" as[^.;]{0,40}{ABO}|{A}(?: \([^()]{1,40}\))? {O}",
        pattern=rf"(?:[:;,]|,? and)(?: and)? {PERSON}{_BESIDE},? as{_THE} (?P<office>{{ABO}})"
        rf"|(?:,|,? and) {PERSON}(?: \([^()]{{1,40}}\))? (?P<office>{{O}})(?=[,.;]|$| and )",
        build=chose_others,
        reads=(
            "The Council appointed Jon Arr (Peru) as Head of the Harbour Mission, Onara Dolvi [Chile] as Director of "
            "the "
            "Centre for Disaster Relief, and Ivo Ram as Chairperson of the Assembly.",
        ),
        refuses=(
            "The Council did not appoint Jon Arr as Head of the Harbour Mission, or Onara Dolvi as Director of the "
            "Centre "
            "for Disaster Relief, and Ivo Ram as Chairperson of the Assembly.",
            "The Council met Jon Arr, and Ivo Ram as Chairperson of the Assembly spoke.",
        ),
        every=True,
    ),
    Rule(
        name="tenures.respectively",
        triggers=("respectively",),
        needs=r"{A}[^.;]* and [^.;]*{A}",
        pattern=rf"\b(?P<verb>re-?elected|elected|re-?appointed|appointed|designated|nominated|named) "
        rf"(?P<who>{{A}}{_BESIDE}"
        rf"(?:(?:, and|,| and) {{A}}{_BESIDE})+),? as(?P<offices>{_THE} {{AO}}(?:(?:, and|,| and){_THE} {{AO}})+),? "
        r"respectively",
        build=respectively,
        reads=(
            "The Council appointed Mr. Jon Arr and Ms. Ana Dol as Head of the Harbour Mission and Director of the "
            "Centre for "
            "Disaster Relief respectively.",
        ),
        refuses=(
            "The Council never appointed Mr. Jon Arr and Ms. Ana Dol as Head of the Harbour Mission and Director of "
            "the "
            "Centre for Disaster Relief respectively.",
        ),
    ),
    Rule(
        name="tenures.of-each-state",
        triggers=(expand("{Y}"),),
        needs=r"{Y}[^.;:]{0,80}(?:[:–—-]|{S}|\p{Lu})[^;:]{0,160}{S}",
        pattern=rf"(?P<group>{{Y}})(?:[^.;:{{A}}{{S}}–—]{{0,60}}(?:[:–—-]|,? including|,? namely|,? such as|,))?"
        rf"(?P<first>)(?P<list> ?{_OF_STATE}(?:(?:[,;] and|[,;]| and|,? along with|,? as well as) {_OF_STATE})+)"
        rf"|(?P<group>{{Y}}) ?[–—-] (?P<first>{_WHO})(?P<list>(?:(?:[,;] and|[,;]| and) {_OF_STATE})+)",
        build=of_each_state,
        reads=(
            "The talks were attended by the prime ministers of Peru – Onara Dolvi, Chile – Jon Arr and Spain – Ivo "
            "Ram.",
            "The foreign ministers of the League, including Onara Dolvi (Peru), Jon Arr (Chile) and Ivo Ram (Spain), "
            "met.",
            "The talks were attended by the foreign ministers Onara Dolvi of Peru and Jon Arr of Chile.",
        ),
        refuses=(
            "The Council may have elected Vice-Presidents: Onara Dolvi (Peru), Jon Arr (Chile) and Ivo Ram (Spain).",
            "The talks were attended by the delegates Onara Dolvi of Peru and Jon Arr of Chile.",
            "The ministers thanked Onara Dolvi of Peru and Jon Arr of Chile.",
        ),
    ),
    Rule(
        name="tenures.served-also",
        triggers=("served as", "worked as", "acted as", "serves as", " was "),
        needs=r"(?:and|,) (?:then |later |earlier |previously |before that )?as\b|and (?:the )?{AO} (?:from|"
        r"between) {D}",
        pattern=rf"(?:,? and|,|;) (?:then |later |earlier |previously |before that |more recently, )?as{_THE} "
        r"(?P<office>{AO})(?=,? (?:from|between|in|since|until) (?:.\w* )?{D}|[.;,]|$)"
        rf"|,? and{_THE} (?P<office>{{AO}})(?= (?:from|between) {{D}})",
        build=served_also,
        reads=(
            "Minister of Justice of Peru Ana Dol met with Jon Arr. Earlier she served as Chairperson of the Assembly "
            "from 2013 to 2017, and as Director of the Centre for Disaster Relief from 2009 to 2012.",
        ),
        refuses=(
            "Minister of Justice of Peru Ana Dol met with Jon Arr. Earlier she served as Chairperson of the Assembly "
            "from 2013 to 2017, and not as Director of the Centre for Disaster Relief from 2009 to 2012.",
        ),
        every=True,
    ),
)
"""Rules for people and offices told one after the other."""
