"""Acts by which somebody comes into an office: elected, appointed, taking it up, succeeding, acting in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.tenure_offices import ENVOY, REGISTER, tenure_slots
from muniment.reading.en.rules.tenure_terms import ONLY_ASKED, chosen, term, told_dates
from muniment.reading.mention import Actor, Body, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["ACTS", "LED", "follow", "just_chosen", "office_at", "record"]

_VERBS = r"re-?elected|elected|re-?appointed|appointed|designated|approved|named|confirmed|chosen"
_OF = r"(?: of (?:the )?{S}| from (?:the )?{S}| \([^()]{1,40}\))?"
_AS = r"(?: as| to be| to serve as| (?:for|in|to)(?: the| his| her)? (?:new )?(?:post|position|office|role) (?:of|as))?"
_THE = r"(?: the| its| a| an| his| her| their| new| next| first)*(?: (?:[\w-]+ ){0,2}[\w-]+['’]s)?"
NAME = r"\p{Lu}[\p{L}’'-]+(?: (?:bin|al|de|van|von|der|da|dos|del))*(?: \p{Lu}[\p{L}’'-]+){1,3}"
"""A name that stands where only a person can: two to four capitalised words."""
PERSON = (
    rf"(?:(?:His|Her|His Excellency|Her Excellency|Mr|Mrs|Ms|Dr|H\.E|General|Admiral|Ambassador|Colonel|"
    rf"Professor)\.? )*(?P<who>{{A}}|{NAME})"
)
_ACTS_FOR = regex.compile(r"\bact(?:s|ed|ing)? as\b|\b(?:duties|functions)\b")
_TOLD = regex.compile(r"\b(?:informed|notified|told|asked|advised) (?:the )?$")
_ORGAN = regex.compile(r"\b(?:Council|Board|Assembly|Conference|Committee|Summit|Authority|Secretariat)\b")
_NAMED_FOR_HOLDER = regex.compile(
    r"^(?:OSCE |UN )?(?P<title>(?:High )?(?:Commissioner|Representative|Prosecutor|Ombuds\w+) (?:on|for|of)\b)"
)
"""An institution that is called as its head is."""
_HIGHEST = regex.compile(r"(?i)\b(?:Secretary|Director)[- ]General$|^Executive Secretary$")
"""Officers of a whole organisation, whichever of its organs chooses them."""
_PLAIN = (
    r"(?P<plain>[Cc]hair(?:man|person|woman)?|[Pp]resident|[Vv]ice-[Pp]resident|[Dd]eputy [Cc]hair(?:man|person|"
    r"woman)?|[Hh]ead|[Dd]irector|[Ss]peaker|[Ss]ecretary|[Rr]apporteur|[Jj]udge|[Mm]ember)\b"
)
LED = {"chaired": "Chair", "headed": "Head", "led": "Head", "presided over": "Chair"}
"""Passive verb of leading a body -> the office it tells of."""


def person_at(found: Found, group: str = "who") -> Actor:
    """Return the person a group of the match names, also where only the place in the sentence tells that it is one."""
    values = found.mentions(group, "A")
    if values:
        return values[0] if isinstance(values[0], Actor) else Actor("")
    text = found.text(group)
    return Actor(text if text[:1].isupper() else "")


def office_at(found: Found, scene: Scene, group: str = "office") -> Office | None:
    """Return the office a group of the match names; the last one of a person where they stand with a name."""
    if group == "office" and "plain" in found.match.re.groupindex and found.has("plain"):
        return Office(found.text("plain").capitalize())
    if group not in found.match.re.groupindex:
        return None
    values = found.mentions(group, "ABO")
    if not values:
        return None
    value = values[-1]
    if isinstance(value, Body):
        named = _NAMED_FOR_HOLDER.search(value.name)
        return Office(value.name[named.start("title") :], value.organization, text=found.text(group)) if named else None
    if isinstance(value, Actor):
        return value.offices[-1] if value.offices else None
    return value if isinstance(value, Office) else None


def record(found: Found, scene: Scene, actor: Actor, office: Office, more: dict[str, Any]) -> Iterator[Draft]:
    """Yield the draft of a person in an office with what the sentence tells besides."""
    at = (
        found.match.start("office")
        if "office" in found.match.re.groupindex and found.has("office")
        else found.match.start()
    )
    slots = tenure_slots(scene, actor, office, found.sentence, at)
    told = more.get("basis", "attested") != "attested"
    if told and (not slots["organization"] or (ENVOY.match(office.title) and slots["organization"] == scene.home)):
        slots["organization"] = _chooser(found, scene) or slots["organization"]
    if told and _INCOMING.match(office.text):
        more = {**more, "basis": "designated", "start": ""}
    slots.update({name: value for name, value in more.items() if value not in ("", None, False)})
    if slots["person"]:
        yield Draft(REGISTER, slots, [(*found.span(), found.rule)], notes={"office": office})


_INCOMING = regex.compile(r"(?i)(?:the |its |an? )?(?:incoming|next)\b")
"""What an office is called whose holder is chosen for later: "elected as the incoming Chairperson"."""


def _has_office(found: Found) -> bool:
    return "office" in found.match.re.groupindex and found.has("office")


def _chooser(found: Found, scene: Scene) -> str:
    """Return the body that chooses its own officer ("the Council elected A as its Chair"), or the chooser's own."""
    highest = _has_office(found) and _HIGHEST.search(found.text("office")) is not None
    end = found.match.start("office") if _has_office(found) else found.match.end()
    who = found.match.start("who") if "who" in found.match.re.groupindex else -1
    before = found.sentence.places(0, min(end, who) if who >= 0 else end)
    for at in reversed(before):
        value = found.sentence.value(at)
        told = (
            _TOLD.search(found.sentence.text, 0, at) is not None
        )  # "informed the Council of the intention to appoint"
        if found.sentence.kind(at) == "B" and isinstance(value, Body) and not told:
            return value.organization if highest and _ORGAN.search(value.name) else scene.body(value)
        if (
            found.sentence.kind(at) == "A"
            and isinstance(value, Actor)
            and value.offices
            and value.offices[-1].organization
        ) and at != who:
            return value.offices[-1].organization
    return ""


def follow(found: Found, slots: dict[str, Any], like: str) -> Draft:
    """Return a draft whose office is still to be taken from another of the page.

    Args:
        found: the match.
        slots: what is told here.
        like: `act`: the last choice or removal told; `person`: the office the page first gave this person.
    """
    return Draft(REGISTER, slots, [(*found.span(), found.rule)], notes={"like": like})


def _done(found: Found, start: int, end: int) -> bool:
    return modality(found.sentence.text[start:end]) not in (DENIED, POSSIBLE)


def was_chosen(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A was unanimously elected O for a second term"."""
    office, actor = office_at(found, scene), person_at(found)
    mode = modality(found.match["clause"])
    if office is None or not actor.name or mode in (DENIED, POSSIBLE):
        return
    more = chosen(found, scene, found.match["verb"], found.match.end())
    if mode == PLANNED:
        more.update(basis="designated")
    yield from record(found, scene, actor, office, more)


_TALKED_OF = regex.compile(
    r"^,? (?:will|is to|was to|was not|is expected to|can|could|should) (?:be )?(?:discussed|considered|decided|put)\b"
)
"""Behind an appointment that is still to be talked of: "the appointment of A as O will be discussed"."""
_INTENDED = regex.compile(r"\bintention to |\bintends? to $|\bproposal to $|\bdecision to nominate $")
_SPLIT = regex.compile(r";| that |, (?:and|but) ")


def chose(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Council elected A as its O from D"."""
    before = found.sentence.text[max(0, found.match.start() - 60) : found.match.start()]
    actor = person_at(found)
    if modality(_SPLIT.split(before)[-1]) in (DENIED, POSSIBLE, PLANNED) or not actor.name:
        return
    if ONLY_ASKED.search(found.sentence.text[: found.match.start("verb")]):
        return
    if found.match["verb"].endswith(" of") and _TALKED_OF.match(found.sentence.text[found.match.end() :]):
        return
    more = chosen(found, scene, found.match["verb"], found.match.end())
    if _INTENDED.search(before):
        more.update(basis="designated", start="")
    for office in (office_at(found, scene), office_at(found, scene, "second")):
        if office is not None and not office.plural:
            yield from record(found, scene, actor, office, more)


def chose_in_apposition(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "elected A, Speaker of S, Chair of the Assembly", where the noun phrase took both offices."""
    actor = person_at(found)
    before = found.sentence.text[max(0, found.match.start() - 60) : found.match.start()]
    if not actor.name or len(actor.offices) < 1 or modality(before) in (DENIED, POSSIBLE, PLANNED):
        return
    last = actor.offices[-1]
    text = found.text("who")
    named = text.rfind(actor.name.split()[-1])
    if (
        last.text
        and named >= 0
        and text.rfind(last.text) > named
        and (len(actor.offices) > 1 or "," not in text[named : text.rfind(last.text)])
    ):
        yield from record(found, scene, actor, last, chosen(found, scene, found.match["verb"], found.match.end()))


def took_over(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A took over as O on D", "A assumed the office of O"."""
    office, actor = office_at(found, scene), person_at(found)
    if office is None or not actor.name or not _done(found, found.match.end("who"), found.match.start("office")):
        return
    begin, end, act = told_dates(found, scene)
    yield from record(found, scene, actor, office, {"start": begin or act or "", "end": end})


def takes_office(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "He will take office on D" after somebody was chosen."""
    actors = [a for a in found.mentions("who", "A") if a.name]
    slots: dict[str, Any] = {"start": scene.iso(found.mentions("day", "D")[0]), "term_years": term(found)}
    if actors:
        slots["person"] = scene.full_name(actors[0].name)
    yield follow(found, slots, "act")


def since(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, its Head since D", "He has been Acting O since D"."""
    actors = [a for a in found.mentions("who", "A") if a.name]
    actor = actors[0] if actors else Actor(just_chosen(scene) or scene.last_actor)
    office = office_at(found, scene) or (actor.offices[-1] if actor.offices else None)
    text = found.text("who")
    if not _has_office(found) and office is not None and text.rfind(office.text) < text.rfind(actor.name.split()[-1]):
        return
    if office is not None and actor.name:
        yield from record(found, scene, actor, office, {"start": scene.iso(found.mentions("day", "D")[0])})


def just_chosen(scene: Scene) -> str:
    """Return who was chosen in the sentence before; empty where nobody was."""
    chosen_before = (d for d in reversed(scene.drafts) if d.register == REGISTER and d.sentence == scene.number - 1)
    people = (str(d.slots.get("person") or "") for d in chosen_before if d.slots.get("basis") != "attested")
    return next(filter(None, people), "")


def succeeded_by(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, its Head since D, will be succeeded on D by A"."""
    old, new = found.mentions("old", "A")[0], person_at(found, "new")
    verb = next((v for v in ("appointed", "elected", "designated") if v in found.sentence.text), "attested")
    more = {"basis": verb, "start": scene.iso(found.mentions("day", "D")[0]) if found.has("day") else ""}
    office = office_at(found, scene) or (old.offices[0] if old.offices else None)
    if office is not None:
        yield from record(found, scene, new, office, more)
    elif old.name:
        draft = follow(found, {"person": scene.full_name(new.name), **more}, "predecessor")
        draft.notes["predecessor"] = scene.full_name(old.name)
        yield draft


def instead_of(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "..., succeeding A", "instead of A", "She replaces A": A held the office told of just before."""
    actor = person_at(found)
    if actor.name:
        end = scene.iso(found.mentions("day", "D")[0]) if found.has("day") else ""
        start = scene.iso(found.mentions("since", "D")[0]) if found.has("since") else ""
        slots = {"person": scene.full_name(actor.name), "basis": "attested", "start": start, "end": end}
        yield follow(found, slots, "act")


def performs_duties(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the duties of O will be performed by A", "A will act as O", "A continues as acting O"."""
    office, actor = office_at(found, scene), person_at(found)
    if (
        office is None
        or not actor.name
        or not _done(found, *sorted((found.match.start("office"), found.match.end("who"))))
    ):
        return
    begin, end, _ = told_dates(found, scene)
    acting = _ACTS_FOR.search(found.text()) is not None
    yield from record(found, scene, actor, office, {"acting": office.acting or acting, "start": begin, "end": end})


def works_as(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "thanked A for his work as O", "A, in his capacity as O", "A, who serves as O"."""
    office = office_at(found, scene)
    actors = [a for a in found.mentions("who", "A") if a.name]
    if office is not None and actors:
        yield from record(found, scene, actors[-1], office, {})


_SENT_FROM = regex.compile(
    r"\b(?:delegation|group|team|representatives|experts|staff|members|contingent|mission|party)s? (?:from|of) "
    r"(?:the )?$"
)
"""Before a body: those it has sent, whom somebody leads."""


def leads_body(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Committee, chaired by A": A is its Chair."""
    (actor,), (body,) = found.mentions("who", "A"), found.mentions("body", "B")
    name = scene.body(body)
    before = found.sentence.text[max(0, found.match.start() - 40) : found.match.start()]
    if actor.name and not body.anaphor and "elegation" not in name and not _SENT_FROM.search(before):
        office = Office(LED[found.match["verb"]], name)
        yield from record(found, scene, actor, office, {})


def for_month(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, President of the Council for May": from the month's first to its last day, told as the month."""
    actor = person_at(found)
    office = office_at(found, scene) if found.has("office") else (actor.offices[-1] if actor.offices else None)
    if office is None or not actor.name:
        return
    day = scene.iso(found.mentions("day", "D")[0])
    yield from record(found, scene, actor, office, {"start": day, "end": day})


def delegate(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A (S) said ...", as meeting records name a state's delegate."""
    (actor,), (state,) = found.mentions("who", "A"), found.mentions("state", "S")
    if actor.name and not actor.offices:
        yield from record(found, scene, actor, Office("representative", state.name), {})


ACTS: tuple[Rule, ...] = (
    Rule(
        name="tenures.was-chosen",
        triggers=("elected", "appointed", "designated", "approved", "named", "confirmed", "chosen"),
        pattern=rf"{PERSON}{_OF}(?:,[^,{{A}};.]{{0,60}},|,(?= (?:was|has been|had been|is|will be)\b)| [–—-] "
        rf"[^–—.;]{{3,160}} [–—-]|, "
        rf"(?:who|currently|formerly) "
        rf"[^.;]{{5,200}}?,)?(?P<clause> (?:was|were|is|has been|had been|"
        rf"will be|be|being|who was)(?: \w+ly| also| again| not| once| to be){{0,3}}) (?P<verb>{_VERBS})"
        rf"(?: unanimously| today| again| on {{D}}| in {{D}}| by acclamation| by (?:the "
        rf"(?:\d+\w\w )?(?:(?:[Ee]xtra)?[Oo]rdinary )?(?:[Ss]ession|[Ss]ummit|[Mm]eeting) of )?(?:the "
        rf")?[{{B}}{{Y}}][^,;{{A}}{{O}}]{{0,30}}){{0,3}}{_AS}{_THE} (?:(?P<office>{{AO}})|{_PLAIN})",
        build=was_chosen,
        reads=(
            "On the proposal of Minister of Justice of Peru Ana Dol, Speaker of the Parliament of Chile Jon Arr was "
            "unanimously elected Chairman of the Assembly for another term.",
            "Minister of Justice of Peru Ana Dol was appointed to the post of Director of the Centre for Disaster "
            "Relief on 3 May 2024.",
        ),
        refuses=(
            "Minister of Justice of Peru Ana Dol was not elected Chairman of the Assembly.",
            "Minister of Justice of Peru Ana Dol would have been elected Chairman of the Assembly.",
        ),
    ),
    Rule(
        name="tenures.chose",
        triggers=("elect", "appoint", "designat", "approv", "named", "confirm", "candidacy of", "nomination of"),
        pattern=r"\b(?P<verb>(?:[Ee]lect|[Aa]ppoint|[Rr]eappoint|[Dd]esignate)s|re-?elected|elected|re-?elect|elect"
        r"|re-?appointed|re-?appoint|appointed|appoint|designated|approved|named|confirmed"
        r"|(?:election|appointment|approval|nomination|designation) of|(?:approved|confirmed|endorsed) the "
        r"(?:candidacy|candidature|nomination|appointment) of)(?: unanimously| by acclamation| by consensus"
        r"| (?:on )?{D}| (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| the){0,2}"
        rf"(?: {{J}}(?: \p{{Ll}}+)?)? {PERSON}{_OF}(?:,[^{{A}};.]{{0,50}},)?,?"
        rf"(?:{_AS}{_THE} (?P<office>{{AO}})(?: and{_THE} (?P<second>{{AO}}))?| as{_THE} {_PLAIN})",
        build=chose,
        reads=(
            "The Council elected Minister of Justice of Peru Ana Dol as its Chairperson for the next term.",
            "The Assembly appointed Minister of Justice of Peru Ana Dol as Director of the Centre for Disaster "
            "Relief from 1 June 2024 for a period of three years.",
        ),
        refuses=(
            "The Council may elect Minister of Justice of Peru Ana Dol as its Chairperson.",
            "Peru urged the Council to elect Minister of Justice of Peru Ana Dol as its Chairperson.",
            "The appointment of Minister of Justice of Peru Ana Dol as Director of the Centre for Disaster "
            "Relief will "
            "be discussed.",
            "The Council greeted Minister of Justice of Peru Ana Dol and the Director of the Centre for Disaster "
            "Relief.",
        ),
        every=True,
    ),
    Rule(
        name="tenures.chose-in-apposition",
        triggers=("elected", "appointed", "designated"),
        pattern=rf"\b(?P<verb>re-?elected|elected|re-?appointed|appointed|designated)(?: unanimously| by "
        rf"acclamation)? (?:the )?{PERSON}(?!{_OF}(?:,|){_AS}{_THE} {{AO}})",
        build=chose_in_apposition,
        reads=(
            "The Council appointed the Minister of Justice of Peru, Ana Dol, Acting Director of the Centre for "
            "Disaster Relief from 1 June 2024.",
        ),
        refuses=("The newly appointed Minister of Justice of Peru Ana Dol arrived in Lima.",),
    ),
    Rule(
        name="tenures.took-over",
        triggers=(
            "took over",
            "takes over",
            "taking over",
            "assum",
            "will take up",
            "assumes",
            "took office",
            "takes office",
            "took up",
        ),
        pattern=rf"(?P<who>{{A}})(?:,? who)?[^;.{{A}}]{{0,60}}? (?:took over|takes over|taking over|assumed|"
        rf"assumes|will take "
        rf"up|will assume|took office|"
        rf"takes office|took up)(?: on {{D}})?(?: the| his| her)?(?: duties| functions| powers| post| "
        rf"position| office| role)?(?: as| of){_THE} (?P<office>{{AO}})",
        build=took_over,
        reads=("Minister of Justice of Peru Ana Dol took over as Chairperson of the Assembly on 3 May 2024.",),
        refuses=(
            "Minister of Justice of Peru Ana Dol took over the files of the Chairperson.",
            "Minister of Justice of Peru Ana Dol never assumed the duties of Chairperson of the Assembly.",
        ),
    ),
    Rule(
        name="tenures.takes-office",
        triggers=("office", "duties", "functions", "post"),
        pattern=r"(?P<who>{A}|\b(?:He|She|he|she))(?: \w+ly)?,? (?:will take|takes|took|will assume|assumed|assumes|"
        r"will begin|begins|began|is to take|enters upon|will enter upon|is due to take)(?: up)? (?:office|"
        r"(?:his|her|the) (?:new )?(?:duties|functions|post|office|mandate|term)) (?:on|in|from|at the "
        r"beginning of) (?P<day>{D})",
        build=takes_office,
        reads=(
            "The Council elected Minister of Justice of Peru Ana Dol as its Chairperson, and she will take office "
            "on 1 July 2024.",
        ),
        refuses=("Minister of Justice of Peru Ana Dol will take the floor on 1 July 2024.",),
    ),
    Rule(
        name="tenures.since",
        triggers=("since",),
        pattern=rf"(?:(?P<who>{{A}}|\b(?:He|She|he|she))(?:, (?:its|the|their)| (?:has|had) (?:been serving "
        rf"as|been|served as|"
        rf"worked as|acted as|held the post of){_THE}) (?P<office>{{AO}})|(?P<who>{{A}}))(?:,? (?:ever "
        rf")?since) (?P<day>{{D}})",
        build=since,
        reads=(
            "Minister of Justice of Peru Ana Dol met with Jon Arr. She has been Chairperson of the Assembly since 3 "
            "May 2023.",
        ),
        refuses=("Minister of Justice of Peru Ana Dol has praised the Chairperson of the Assembly since 3 May 2023.",),
    ),
    Rule(
        name="tenures.succeeded-by",
        triggers=("succeed", "replac"),
        pattern=rf"(?P<old>{{A}})[^;.{{A}}]{{0,60}}? (?:will be|was|is|has been|is to be) (?:succeeded|replaced)(?: "
        rf"as{_THE} (?P<office>{{AO}}))?(?: (?:on|from|in) (?P<day>{{D}}))? by (?:(?:Mr|Ms|Mrs|Dr)\.? "
        rf")?(?P<new>{{A}}|{NAME})",
        build=succeeded_by,
        reads=(
            "Director of the Centre for Disaster Relief Ana Dol will be succeeded on 1 June 2024 by Minister of "
            "Justice of Peru Jon Arr.",
        ),
        refuses=(
            "Director of the Centre for Disaster Relief Ana Dol was received by Minister of Justice of Peru Jon Arr.",
        ),
    ),
    Rule(
        name="tenures.instead-of",
        triggers=("succeed", "replac", "instead of", "in place of", "over from"),
        pattern=r"(?:\bsucceed(?:s|ed|ing)?|\breplac(?:e|es|ed|ing)|\b(?:takes?|took|taking) over from|\binstead of"
        rf"|\bin place of) (?:{{S}}[’']s )?{PERSON}(?!{_OF} as\b)(?: of (?:the )?{{S}}| \({{S}}\))?"
        r"(?:,? (?:whose (?:\w+ )?(?:tenure|term|mandate|powers|assignment)[^.;]{0,30}?"
        r"|who (?:completed|completes|ended|concluded|finished|left|leaves|vacated|will complete"
        r"|stepped down from|relinquished) (?:his|her|the) [^.;,{D}]{3,40}?) (?:on|in|at) "
        r"(?P<day>{D})|,? who (?:has |had )?(?:held|occupied) (?:the|this) (?:post|position|office) since "
        r"(?P<since>{D}))?",
        build=instead_of,
        reads=(
            "The Council elected Minister of Justice of Peru Ana Dol as its Chairperson instead of Mr. Jon Arr.",
            "The Council elected Minister of Justice of Peru Ana Dol as its Chairperson. She takes over from Onar "
            "Arvi of Chile, whose second term ends on 3 May 2025.",
        ),
        refuses=("The note named Minister of Justice of Peru Ana Dol ahead of Mr. Jon Arr.",),
    ),
    Rule(
        name="tenures.duties-performed-by",
        triggers=("duties", "functions"),
        pattern=rf"\b(?:duties|functions) of (?:the )?(?P<office>{{AO}})[^.;{{A}}]{{0,40}}? (?:performed|carried "
        rf"out|exercised|fulfilled|discharged|assumed) (?:temporarily )?by (?:the )?{PERSON}"
        rf"|{PERSON} (?:was|has been|is) (?:\w+ly )?(?:entrusted|charged) with (?:performing )?(?:the )?(?:duties|"
        rf"functions) of (?:the )?(?P<office>{{AO}})|\b(?:entrusted|charged) (?:the )?{PERSON} with (?:the )?(?:duties|"
        rf"functions) of (?:the )?(?P<office>{{AO}})|\b(?:duties|functions) of (?:the )?(?P<office>{{AO}}) (?:were|"
        rf"have been|are) (?:\w+ly )?(?:assigned|entrusted) to (?:the )?{PERSON}",
        build=performs_duties,
        reads=(
            "Until autumn the duties of the Director of the Centre for Disaster Relief will be performed by "
            "Minister of Justice of Peru Ana Dol.",
            "Mr. Jon Arr was entrusted with the duties of Director of the Centre for Disaster Relief.",
        ),
        refuses=(
            "The duties of the Director of the Centre for Disaster Relief were not performed by Minister of Justice "
            "of Peru Ana Dol.",
        ),
    ),
    Rule(
        name="tenures.acts-as",
        triggers=("act as", "acts as", "serves as", "acting as", "duties", "continues as", "continue as", "serve as"),
        pattern=rf"(?P<who>{{A}})(?: (?:of|from) (?:the )?{{S}}| \([^()]{{1,40}}\))?(?:,[^,{{A}};.]{{0,60}},|,)? "
        rf"(?:(?:will|shall|would) (?:act|"
        rf"continue|serve|continue to serve|continue to act) as|acts as|acted as|acting as|continues as|serves "
        rf"as|continues to "
        rf"serve as|(?:performs|performed|performing|will "
        rf"perform) the (?:duties|functions) of){_THE} (?P<office>{{AO}})",
        build=performs_duties,
        reads=("Minister of Justice of Peru Ana Dol will act as President of the Assembly.",),
        refuses=(
            "Minister of Justice of Peru Ana Dol will meet the President of the Assembly.",
            "Minister of Justice of Peru Ana Dol will not act as President of the Assembly.",
        ),
    ),
    Rule(
        name="tenures.works-as",
        triggers=(" as ",),
        pattern=r"(?P<who>{A}),? (?:(?:and )?(?:for |on )(?:his|her|their)"
        r"(?! (?:own|re)?-?(?:election|appointment))[^.;,{A}]{0,50}|[^.;{A}]{0,60}?\b(?:for|of|in) "
        r"(?:his|her|their) (?:\p{Ll}+ ){0,2}?(?:work|services?|mission|job|role|activit(?:y|ies)"
        r"|contribution|duties|assignment|position|capacity)|who (?:also |currently |now |previously )?"
        rf"(?:serves|served|works|is serving|has served))(?<!not) as{_THE} (?P<office>{{AO}})",
        build=works_as,
        reads=(
            "Jon Arr thanked Minister of Justice of Peru Ana Dol for her fruitful work as the Chairperson of the "
            "Assembly.",
            "Minister of Justice of Peru Ana Dol, in her capacity as President of the Assembly, opened the fair.",
        ),
        refuses=(
            "Minister of Justice of Peru Ana Dol called the report as the Chairperson of the Assembly had written "
            "it dull.",
        ),
    ),
    Rule(
        name="tenures.credentials",
        triggers=("credentials", "credence"),
        pattern=r"(?P<who>{A}),? (?:who )?(?:also |today |on {D} )?(?:presented|handed(?: over)?|submitted"
        r"|presents|delivered)(?: (?:him|her|them|{A}))? (?:his|her|copies of (?:his|her)) "
        rf"(?:[Ll]etters? of )?(?:[Cc]redentials|[Cc]redence)(?:(?! as )[^.;]){{0,80}}? as{_THE} "
        r"(?:(?:new|newly appointed) )?(?P<office>{AO})"
        rf"|\b(?:(?:[Ll]etters? of )?[Cc]redentials|[Ll]etters? of [Cc]redence) of (?P<who>{{A}}),? as{_THE} "
        r"(?:(?:new|newly appointed) )?(?P<office>{AO})",
        build=works_as,
        reads=(
            "Mr. Jon Arr presented his credentials to the Director as President of the Assembly.",
            "The Director received the credentials of Mr. Jon Arr as President of the Assembly.",
        ),
        refuses=("Mr. Jon Arr presented his credentials to the President of the Assembly.",),
    ),
    Rule(
        name="tenures.in-apposition",
        triggers=("),",),
        pattern=r"(?P<who>{A}) \((?:{S}|{B})(?:, (?:{B}|\p{Lu}[\p{L}/-]+))?\), (?:the )?(?P<office>{AO})(?=[,.;])",
        build=works_as,
        reads=("Mr. Jon Arr (Peru), Vice-President of the General Assembly, presided.",),
        refuses=("Mr. Jon Arr (Peru), who met the Vice-President of the General Assembly, presided.",),
        every=True,
    ),
    Rule(
        name="tenures.leads-body",
        triggers=("chaired by", "headed by", "led by", "presided over by"),
        pattern=r"(?P<body>{B})(?: \([^()]{1,15}\))?, (?P<verb>chaired|headed|led|presided over) by (?:(?:Mr|Ms|Mrs|"
        r"Dr)\.? )?(?P<who>{A})(?=[ ,.;(])",
        build=leads_body,
        reads=("The Steering Committee for Sport, chaired by Minister of Justice of Peru Ana Dol, met in Lima.",),
        refuses=(
            "The delegation of Peru, headed by Minister of Justice of Peru Ana Dol, met in Lima.",
            "A group from the Council of Ports, led by Minister of Justice of Peru Ana Dol, met in Lima.",
        ),
    ),
    Rule(
        name="tenures.for-month",
        triggers=(" for ",),
        pattern=r"(?P<who>{A})(?: \({S}\))?(?:, (?P<office>{AO}))? for (?:the month of )?(?P<day>{D})(?=[,.])",
        build=lambda found, scene: for_month(found, scene) if _month(found) else iter(()),
        reads=("Minister of Justice of Peru Ana Dol, President of the Security Council for May, opened the debate.",),
        refuses=(
            "Minister of Justice of Peru Ana Dol, President of the Security Council for 2024, opened the debate.",
        ),
    ),
    Rule(
        name="tenures.delegate",
        triggers=(
            "said",
            "stressed",
            "noted",
            "speaking",
            "explaining",
            "welcomed",
            "recalled",
            "whose delegation",
            "stated",
            "warned",
            "expressed",
            "added",
        ),
        pattern=r"^(?P<who>{A}) \((?P<state>{S})\)(?=,? (?:also |then )?(?:said|stressed|noted|speaking|explaining|"
        r"welcomed|recalled|whose delegation|stated|warned|expressed|added|associating|pointed|called|"
        r"underlined|emphasi[sz]ed))",
        build=delegate,
        reads=("Mr. Jon Arr (Peru) said that the text was balanced.",),
        refuses=("Mr. Jon Arr (Peru) left the hall before anything was said.",),
    ),
)


def _month(found: Found) -> bool:
    return bool(found.mentions("day", "D")[0].kind == "month")
