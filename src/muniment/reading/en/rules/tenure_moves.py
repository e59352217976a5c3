"""Who comes into which office, told otherwise than by "A was elected O": lists, "will become", "will lead", "is"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import msgspec
import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.rules.tenure_acts import LED, NAME, PERSON, follow, just_chosen, office_at, person_at, record
from muniment.reading.en.rules.tenure_terms import basis, chosen, term, told_dates
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["MOVES", "singular"]

_THE = r"(?: the| its| a| an| his| her| their| new| next| first| current| \d+(?:st|nd|rd|th))*"
_OF = r"(?: of (?:the )?{S}| from (?:the )?{S}| \([^()]{1,40}\))?"
_CHOSEN = r"(?P<verb>appointed|elected|re-elected|designated|nominated|approved|named)"
_INTRODUCES = regex.compile(
    rf"\b(?:the )?following\b[^.]{{0,40}}?\b(?:were|have been|are|had been)\b[^.]{{0,20}}? {_CHOSEN}\b.*:\s*$"
    rf"|\b{_CHOSEN}\b(?: the following)?[^.:]{{0,60}}:\s*$"
    r"|\b(?P<verb>appointment|election) of (?:the )?following\b[^.:]{0,60}:\s*$"
    r"|(?P<verb>)\b[Tt]he following (?:[\p{Ll}-]+ "
    r"){0,3}(?:officials|officers|appointments|nominations|members|judges)\b"
    r"[^.:]{0,40}:\s*$"
)
_ITEM = regex.compile(expand(r"^\W*(?:\d+[.)] )?{A}.{0,60}? (?:as|–|-|:) .*[;,.]?(?: and)?$"))
_BODY_BEHIND = regex.compile(expand(r", (?:the )?{B}"))
"""The body an office is in, behind a comma: "Director, Office for Ports"."""
_LONGEST = 15
"""Items of one list of choices, at most; the longest seen has ten."""
_CHAIR = regex.compile(r"(?i)^(?:chair|chairmanship|presidency|president)$")
_CHOICE = regex.compile(r"\b(?:appoint|elect|designat|nominat|select|chosen)")
_TOLD_CHOICE = regex.compile(r"select|cho[so]|appoint|elect|designat|nominat|nam")
_TWO_NAMES = regex.compile(r"\p{Lu}\S* \p{Lu}")
_COURT = regex.compile(r"\b(?:Court|Tribunal)\b")
_NO_LASTING = regex.compile(r"\b(?:[Dd]elegation|[Mm]eeting|[Ss]ession|[Ss]ummit|[Tt]alks|[Cc]onference|[Ee]vent)\b")
_MINISTRIES = regex.compile(r"(?i)\bheads of the (?P<of>foreign|defen[cs]e) ministries\b")
_PLURAL = regex.compile(
    r"\b(?P<head>[Mm]inister|[Pp]resident|[Cc]hairman|[Ss]peaker|[Aa]mbassador|[Rr]epresentative|[Cc]o-?ordinator|"
    r"[Pp]remier|[Cc]hief|[Cc]ommander|[Cc]ommissioner)s\b"
)
_NOT_AN_OFFICE = regex.compile(
    r"(?i)^(?:representative|delegate|member|official|leader|head|president|speaker|chairman|chief|commander"
    r"|commissioner|co-?ordinator)s?$"
)


def listed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Ana Dol (Peru) as Director of the Centre;" under "The following were appointed for three years:"."""
    told = _introduction(scene)
    office, actor = office_at(found, scene), person_at(found)
    if told is None or office is None or not actor.name or office.plural:
        return
    act, days = told
    behind = _BODY_BEHIND.match(found.sentence.text, found.match.end("office"))
    if behind is not None and not office.organization:
        office = msgspec.structs.replace(office, organization=found.sentence.value(behind.end() - 1).name)
    for draft in record(found, scene, actor, office, {**days, "basis": basis(act, act)}):
        draft.slots["organization"] = draft.slots["organization"] or scene.home
        yield draft


def _introduction(scene: Scene) -> tuple[str, dict[str, Any]] | None:
    """Return the verb of choosing over the list whose item is being read and its terms; None where there is none."""
    for number in range(scene.number - 1, max(-1, scene.number - _LONGEST), -1):
        sentence = scene.sentences[number]
        match = _INTRODUCES.search(sentence.text)
        if match is not None:
            if modality(sentence.text[: match.start("verb")]) in (DENIED, POSSIBLE):
                return None
            verb = match["verb"] or _hidden_verb(sentence)
            if not verb:
                return None
            intro = Found(match, sentence, "tenures.listed")
            here, scene.number = scene.number, number
            days = chosen(intro, scene, verb, match.start())
            scene.number = here
            return verb, {name: days[name] for name in ("start", "end", "term_years", "unanimous")}
        if not _ITEM.match(sentence.text):
            return None
    return None


_VERB_IN_TITLE = regex.compile(r"\b(?:appoint|elect|nominat)")


def _hidden_verb(sentence: Masked) -> str:
    """Return the verb of choosing that a text's title holds ("the decisions to appoint the following officials:")."""
    for at in sentence.places(kinds="N"):
        told = _VERB_IN_TITLE.search(getattr(sentence.value(at), "title", ""))
        if told is not None:
            return {"appoint": "appointed", "elect": "elected", "nominat": "nominated"}[told.group()]
    return ""


def becomes(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, formerly O of S, will become O", "A has been chosen to serve as O", "A will replace A as O"."""
    office, actor = office_at(found, scene), person_at(found)
    clause = found.sentence.text[max(0, found.match.start() - 40) : found.match.end("clause")]
    if office is None or not actor.name or office.plural or modality(clause) in (DENIED, POSSIBLE):
        return
    told = _TOLD_CHOICE.search(found.match["clause"])
    begin, end, _ = told_dates(found, scene, found.match.end())
    how = basis(told.group(), found.text()) if told else "attested"
    how = "appointed" if told and how == "attested" else how
    yield from record(found, scene, actor, office, {"basis": how, "start": begin, "end": end})
    if found.has("old"):
        old = found.mentions("old", "A")
        name = scene.full_name(old[0].name) if old else found.text("old")
        yield from record(found, scene, Actor(name), office, {})


def was_before(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, formerly O of S, ...", "A was previously O", "A, who most recently served as O"."""
    office, actor = office_at(found, scene), person_at(found)
    if found.match["who"].lower() in ("he", "she"):
        name = just_chosen(scene) or ("" if _chosen_before(scene) else scene.last_actor)
        actor = Actor(name if _TWO_NAMES.match(name) else "")
    if office is None or not actor.name or office.plural or modality(found.text()) in (DENIED, POSSIBLE):
        return
    yield from record(found, scene, actor, office, {})


def held_by(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Vice Chair of the Council will be Ambassador A": of a person named."""
    office, actor = office_at(found, scene), person_at(found)
    named = found.mentions("office", "A")
    if office is None or office.plural or not actor.name or (named and isinstance(named[0], Actor) and named[0].name):
        return
    if modality(found.text()) not in (DENIED, POSSIBLE):
        yield from record(found, scene, actor, office, {})


def took_the_chair(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A assumed the chair of the Council on D": its Chair from that day."""
    (actor,), bodies = found.mentions("who", "A"), found.mentions("body", "B")
    office = office_at(found, scene)
    if bodies:
        office = Office("President" if found.match["what"].lower() == "presidency" else "Chair", scene.body(bodies[0]))
    if office is None or not _CHAIR.match(office.title) or modality(found.text()) in (DENIED, POSSIBLE):
        return
    if not actor.name or (bodies and bodies[0].anaphor and office.organization == bodies[0].name):
        return
    begin, end, act = told_dates(found, scene)
    scene.meet(Actor(scene.full_name(actor.name), (office,)), found.span()[0])
    yield from record(found, scene, actor, office, {"start": begin or act, "end": end})


def held_then(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, Director of the Centre from 1997 to 2009": the office named behind the name, with its years."""
    (actor,) = found.mentions("who", "A")
    first = scene.date(found.mentions("day", "D")[0])
    last = scene.date(found.mentions("to", "D")[0]) if found.has("to") else first
    text = found.text("who")
    end = (last.end or (last.start if found.has("to") else None)) if last is not None else None
    if not actor.name or not actor.offices or first is None or end is None:
        return
    office = actor.offices[-1]
    if text.rfind(office.text) > text.rfind(actor.name.split()[-1]) >= 0:
        yield from record(found, scene, actor, office, {"start": first.begin, "end": end.iso})


def _chosen_before(scene: Scene) -> bool:
    """Whether the sentence before tells of a choice; if of nobody known, "she" is somebody unknown."""
    return scene.number > 0 and _CHOICE.search(scene.sentences[scene.number - 1].text) is not None


def for_the_post(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "For the position of O, the Council appointed A"."""
    office, actor = office_at(found, scene), person_at(found)
    before = found.sentence.text[found.match.end("office") : found.match.start("who")]
    if office is not None and actor.name and modality(before) not in (DENIED, POSSIBLE):
        yield from record(found, scene, actor, office, chosen(found, scene, found.match["verb"], found.match.end()))


def to_a_body(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "elected A (S) to the Court until D": a judge of a court, a member of any other body."""
    actors, (body,) = found.mentions("who", "A"), found.mentions("body", "B")
    actor = actors[0] if actors else Actor("")
    before = found.sentence.text[max(0, found.match.start() - 60) : found.match.start()]
    if not actor.name or not isinstance(body, Body) or modality(before) in (DENIED, POSSIBLE):
        return
    name = scene.body(body)
    office = Office("Judge" if _COURT.search(name) else "Member", name)
    yield from record(found, scene, actor, office, chosen(found, scene, found.match["verb"], found.match.end()))


def leads(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, who will lead the Mission", "the Committee will be headed by A": the head of a lasting body."""
    actor, bodies = person_at(found), found.mentions("body", "B")
    if not actor.name or not bodies or modality(found.text()) in (DENIED, POSSIBLE):
        return
    name = scene.body(bodies[0])
    if bodies[0].anaphor and name == bodies[0].name:
        return
    if not _NO_LASTING.search(found.text()):
        verb = found.match["verb"]
        title = "Chair" if verb.startswith("chair") else LED.get(verb, "Head")
        told = chosen(found, scene, verb, found.match.end()) if found.has("how") else {}
        if found.has("how"):
            told["basis"] = basis(found.match["how"], found.match["how"])
        elif found.has("day"):
            told["start"] = scene.iso(found.mentions("day", "D")[0])
        yield from record(found, scene, actor, Office(title, name), told)


def term_begins(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A's tenure began on D"."""
    (actor,) = found.mentions("who", "A")[:1]
    start = scene.iso(found.mentions("day", "D")[0])
    if actor.name and start and modality(found.text()) not in (DENIED, POSSIBLE):
        yield follow(found, {"person": scene.full_name(actor.name), "basis": "attested", "start": start}, "person")


def succeeds_on(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "She will succeed A on D": the office of the one just chosen begins on that day."""
    start = scene.iso(found.mentions("day", "D")[0])
    if start:
        yield follow(found, {"start": start, "term_years": term(found)}, "act")


def ministers(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the foreign ministers took part: A (S), A (S)": each is the Foreign Minister of the state beside."""
    title = singular(found.text("group"))
    if not title:
        return
    start, end = found.match.span("list")
    for at, following in itertools.pairwise(found.sentence.places(start, end)):
        actor, state = found.sentence.value(at), found.sentence.value(following)
        if found.sentence.kind(at) == "A" and found.sentence.kind(following) == "S" and not actor.offices:
            yield from record(found, scene, actor, Office(title, state.name), {})


def singular(group: str) -> str:
    """Return the office each of a group holds; empty where the group's name tells none."""
    ministries = _MINISTRIES.search(group)
    if ministries:
        return "Minister of Foreign Affairs" if ministries["of"].lower() == "foreign" else "Minister of Defence"
    if not _PLURAL.search(group) or _NOT_AN_OFFICE.match(group):
        return ""
    group = group.removeprefix("the ").removeprefix("The ")
    title = _PLURAL.sub(lambda match: match["head"].capitalize(), group)
    return title[:1].upper() + title[1:]


MOVES: tuple[Rule, ...] = (
    Rule(
        name="tenures.listed",
        triggers=(" as ", " – ", ": "),
        pattern=rf"^\W*(?:\d+[.)] )?{PERSON}{_OF},? (?:as|–|-|:){_THE} (?P<office>{{ABO}})[^{{A}}]{{0,40}}$",
        build=listed,
        reads=(
            "The following were appointed for terms of three years, beginning on 1 September 2024:\n\nAna Dol (Peru) "
            "as Director of the Centre for Disaster Relief;\n\nJon Arr (Chile) as Head of the Harbour Mission.",
        ),
        refuses=(
            "The following spoke:\n\nMs. Ana Dol (Peru) as Director of the Centre for Disaster Relief;\n\nJon Arr.",
        ),
        needs="^[^{AO}]{0,60}{A}",
    ),
    Rule(
        name="tenures.becomes",
        triggers=(
            "will become",
            "becoming",
            "becomes",
            "to serve as",
            "replace",
            "to become",
            "became",
            "selected",
            "introduced as",
            "office as",
        ),
        pattern=rf"{PERSON}{_OF}(?:,[^;.]{{0,140}},| and [^;.,{{A}}]{{3,60}},)?"
        r"(?P<clause> (?:will become|was (?:also )?introduced as|has become|became|becomes|is becoming"
        r"|is to become|(?:is (?:set|due|scheduled) to take|will take|took|has taken) office as"
        r"|will (?:now )?serve as|(?:was|is|has been|is being|had been) (?:selected|chosen|appointed"
        rf"|nominated|named|designated) (?:to serve as|to be|to become|as)|will replace (?P<old>{{A}}|{NAME})"
        rf"{_OF} as)){_THE} (?P<office>{{AO}})(?! of the (?:meeting|session))",
        build=becomes,
        reads=(
            "Mr. Jon Arr, formerly of the Harbour Bank, will become Director of the Centre for Disaster Relief.",
            "Mr. Jon Arr will replace Ana Dol of Peru as the Director of the Centre for Disaster Relief.",
        ),
        refuses=("Mr. Jon Arr might become Director of the Centre for Disaster Relief.",),
    ),
    Rule(
        name="tenures.chose-to-serve",
        triggers=("to serve as", "chosen", "selected", "chose "),
        pattern=rf"\b(?P<verb>chosen|chose|selected|appointed|nominated|named) {PERSON}{_OF}(?:,[^;.]{{0,140}}?,)? "
        rf"(?P<clause>to serve as|to be|as|to become){_THE} (?P<office>{{AO}})",
        build=for_the_post,
        reads=(
            "She has chosen Mr. Jon Arr, who most recently ran the Harbour Bank, to serve as Director of the Centre "
            "for Disaster Relief.",
        ),
        refuses=("She has chosen Mr. Jon Arr's book, to be read by the Director of the Centre for Disaster Relief.",),
    ),
    Rule(
        name="tenures.chose-second",
        triggers=("elect", "appoint", "designat", "nominat"),
        pattern=r"\b(?P<verb>re-?elected|elect(?:ed)?|re-?appointed|appoint(?:ed)?|designated|nominated"
        rf"|appointment of)\b[^;.]{{3,160}}?(?: as{_THE} {{AO}}[^;.]{{0,60}}? and {PERSON}{_OF} as"
        rf"|{{A}} {{A}} and {PERSON}{_OF}){_THE} (?P<office>{{AO}})",
        build=for_the_post,
        reads=(
            "She appointed Jon Arr of Peru as Head of the Harbour Centre and Mr. Ivo Ram of Serbia as Director of the "
            "Centre for Disaster Relief.",
        ),
        refuses=("She appointed Jon Arr as Head of the Harbour Centre and Mr. Ivo Ram as usual met the Director.",),
    ),
    Rule(
        name="tenures.before",
        triggers=("formerly", "previously", "most recently", "prior to", "before joining", "currently", "earlier"),
        pattern=rf"(?P<who>{{A}}|\b[Hh]e|\b[Ss]he){_OF}(?:, who [^;.,]{{3,60}},)?"
        r"(?:, (?:who (?:had )?)?(?:formerly|previously|most recently|currently|earlier)"
        r"(?: served as| worked as| was| is)?|(?:, who)? "
        r"(?:(?:was|is) (?:formerly|previously|most recently|currently|earlier)|(?:has |had )?"
        r"(?:formerly|previously|most recently|currently|earlier) (?:(?:served|worked|serves) as"
        r"|(?:held|holds) the (?:post|position|office) of)|is currently serving as)"
        rf"|(?<=(?:Prior to|Before) [^.;]{{5,60}}, ?(?:.|[Hh]e|[Ss]he)) (?:was|served as|had been)){_THE} "
        r"(?P<office>{AO})",
        build=was_before,
        reads=(
            "Mr. Jon Arr, formerly the Director of the Centre for Disaster Relief, thanked the crews.",
            "Minister of Justice of Peru Ana Dol was previously Director of the Centre for Disaster Relief.",
            "Prior to joining the League in 2012, Mr. Jon Arr was Director of the Centre for Disaster Relief.",
        ),
        refuses=("Mr. Jon Arr was formerly received by the Director of the Centre for Disaster Relief.",),
        every=True,
    ),
    Rule(
        name="tenures.is",
        triggers=(" is ", " was ", " became ", "has been ", "had been "),
        needs=r"{A}[^.;{A}]{0,30}(?: is| was| became| been) (?:the|its|an?|also|now|currently|his|her|their|{AO})",
        pattern=rf"(?P<who>{{A}}){_OF}(?:, an? (?:(?:{{J}}|[\p{{Ll}}-]+) ){{1,3}}(?:diplomat|lawyer|economist"
        r"|politician|scholar|jurist|officer),)?(?:, (?P<that>who))?(?: is| was| became| (?:has|had) been)"
        r"(?: also| now| currently)? (?:the |its |an? "
        r"|their )?(?:\w+['’]s )?(?:\w+th |current |new |first |second |third |fourth )?(?P<office>{AO})"
        r"(?=[.;,]|$| (?:and|since|in|at the time)\b| from {D}| for the (?:next|coming|following)?)",
        build=was_before,
        reads=(
            "Mr. Jon Arr, a Peruvian diplomat, is currently Ambassador of Peru to Chile.",
            "Mr. Jon Arr, who has been Peru's Minister of Justice, was named by the Council.",
            "Mr. Jon Arr is the Director of the Centre for Disaster Relief.",
            "The prize went to Mr. Jon Arr, who is Director of the Centre for Disaster Relief, and to the crews.",
        ),
        refuses=(
            "Mr. Jon Arr is not the Director of the Centre for Disaster Relief.",
            "Mr. Jon Arr is the friend of the Director of the Centre for Disaster Relief.",
        ),
        every=True,
    ),
    Rule(
        name="tenures.is-held-by",
        triggers=(" is ", " was ", " will be "),
        needs=r"^[^.;,]{0,30}{AO}[^.;,]{0,30}(?: is| was| will be) (?:the )?{A}",
        pattern=r"^(?:[Tt]he )?(?:past |previous |current |new |immediate ){0,2}(?P<office>{AO})(?: of (?:the )?{B})?"
        r"(?: is| was| will be) (?:the )?(?P<who>{A})(?=[.;,]|$| (?:of|from) (?:the )?{S})",
        build=held_by,
        reads=("The Director of the Centre for Disaster Relief is Mr. Jon Arr of Peru.",),
        refuses=("The Director of the Centre for Disaster Relief is grateful to Mr. Jon Arr.",),
    ),
    Rule(
        name="tenures.assumed-chair",
        triggers=("assum", "took over", "takes over", "takes up", "took up"),
        pattern=r"(?P<who>{A})(?: \([^()]{1,30}\)| (?:of|from) (?:the )?{S})?,?(?: on {D}| on \w+day| today| "
        r"\w+ly)?,? (?:has |also "
        r")?(?P<verb>assumed|"
        r"assumes|will assume|took over|takes over|took up)(?: today| on {D})? (?:the (?:rotating "
        r")?(?P<what>[Cc]hair(?:manship|"
        r"personship)?|[Pp]residency) of (?:the )?(?P<body>{B})|(?P<office>{AO}))",
        build=took_the_chair,
        reads=("Mr. Jon Arr assumed the chair of the Council of Ports on 1 April 2020.",),
        refuses=("Mr. Jon Arr will assume the costs of the Council of Ports on 1 April 2020.",),
    ),
    Rule(
        name="tenures.from-to-apposed",
        triggers=(" from ", " in ", " ("),
        needs=r"{A},? ?\(?(?:from |between |in )?{D}",
        pattern=r"(?P<who>{A}),? (?:(?:from|between) (?P<day>{D})(?: (?:to|until|and) (?P<to>{D}))?|"
        r"\((?:from )?(?P<day>{D})(?: ?[–-] ?| to )(?P<to>{D})\))",
        build=held_then,
        reads=("They thanked Jon Arr, Director of the Centre for Disaster Relief from 1997 to 2009, and the crews.",),
        refuses=("They met Director of the Centre for Disaster Relief Jon Arr from 2 May to 3 May 2009.",),
        every=True,
    ),
    Rule(
        name="tenures.for-the-post",
        triggers=("position of", "post of", "office of"),
        pattern=rf"^(?:For|To|As for) the (?:position|post|office) of{_THE} (?P<office>{{AO}}),? [^.;]{{0,80}}?"
        rf"(?P<verb>appointed|elected|designated|nominated|named) {PERSON}",
        build=for_the_post,
        reads=("For the post of Director of the Centre for Disaster Relief, the Council appointed Jon Arr of Peru.",),
        refuses=("For the post of Director of the Centre for Disaster Relief, the Council never elected Jon Arr.",),
    ),
    Rule(
        name="tenures.to-a-body",
        triggers=("elected", "re-elected", "appointed"),
        pattern=rf"\b(?P<verb>re-elected|elected|appointed) (?:Judge )?{PERSON}{_OF} to (?:the "
        rf")?(?P<body>{{B}})(?=[,.;]|"
        rf" (?:until|for|from|on|by|to)\b)",
        build=to_a_body,
        reads=("The Assembly elected Mr. Jon Arr (Peru) to the Harbour Court until 5 February 2027.",),
        refuses=("The Assembly sent Mr. Jon Arr (Peru) to the Harbour Court on 5 February 2027.",),
    ),
    Rule(
        name="tenures.leads",
        triggers=(
            "headed by",
            "led by",
            "chaired by",
            "will lead",
            "will head",
            "who heads",
            "who leads",
            "who chairs",
            "to chair",
            "to head",
            "to lead",
            " heads the",
            " leads the",
            "has headed",
            "has led",
            "has chaired",
        ),
        pattern=r"(?<!\b(?:from|by|in|at|with|between|to|for|and|of) (?:the )?)(?P<body>{B})"
        r"(?: \([^()]{1,15}\))?[^.;,{A}{B}]{0,40}? (?:is|will be|has been|being) (?:currently )?"
        rf"(?P<verb>headed|chaired|led) by (?:the )?{PERSON}(?=[ ,.;(])"
        rf"|{PERSON}(?:,[^;.{{A}}]{{0,90}})?,? who (?:will (?P<verb>lead|head|chair)"
        r"|(?P<verb>heads|leads|chairs)|(?:has|had) (?P<verb>headed|led|chaired)) (?:the )?(?P<body>{B})"
        r"(?!,? as\b)(?: since (?P<day>{D}))?"
        rf"|{PERSON} (?:currently |now |also )?(?P<verb>heads|leads) (?:the )?(?P<body>{{B}})"
        r"(?= in {C}| (?:since|which|and)\b|[,.;])(?: in {C})?(?: since (?P<day>{D}))?"
        rf"|{PERSON}{_OF} (?:was|has been) (?:\p{{Ll}}+ly )?(?P<how>elected|appointed|chosen|designated"
        r"|named)(?:(?: on)? {D}| on \w+day| today)? to "
        r"(?P<verb>lead|head|chair) (?:the )?(?P<body>{B})(?![’']s?\b)"
        r"(?! \p{Ll}+ (?:watchdog|agency|body|mission|force|team|office|committee))",
        build=leads,
        reads=(
            "The Harbour Mission of the Council of Ports is headed by Mr. Jon Arr of Peru.",
            "Mr. Jon Arr heads the Harbour Office in Lima.",
            "Mr. Jon Arr was elected on Tuesday to head the Harbour Unit.",
            "She received Mr. Jon Arr, former Minister of Justice of Peru, who will lead the Harbour Observation "
            "Mission to Lima.",
        ),
        refuses=(
            "The delegation of the Harbour Unit is headed by Mr. Jon Arr.",
            "Mr. Jon Arr heads the delegation of the Harbour Unit.",
            "Mr. Jon Arr was elected on Tuesday to head the Harbour Unit ropes watchdog.",
            "The Harbour Unit might be headed by Mr. Jon Arr.",
        ),
    ),
    Rule(
        name="tenures.term-begins",
        triggers=("tenure", "term of office", "mandate", "'s term", "’s term"),
        pattern=r"(?P<who>{A})(?:['’]s? ) ?(?:term of office|tenure|mandate|term) "
        r"(?:began|begins|started|starts|will begin|"
        r"will start)(?: on| in)? (?:\p{Lu}\w+day,? )?(?P<day>{D})",
        build=term_begins,
        reads=("The Head of the Harbour Mission, Mr. Jon Arr, spoke. Arr's tenure started on 13 July 2022.",),
        refuses=("The Head of the Harbour Mission, Mr. Jon Arr, spoke. Arr's tenure was praised on 13 July 2022.",),
    ),
    Rule(
        name="tenures.succeeds-on",
        triggers=("succeed", "replace"),
        pattern=rf"^(?:He|She) (?:will succeed|succeeds|will replace|replaces) (?:{{A}}|{NAME}){_OF} "
        rf"(?:on|from|in|as of) "
        rf"(?P<day>{{D}})",
        build=succeeds_on,
        reads=(
            "Jon Arr was appointed Head of the Harbour Mission. He will succeed Ana Dol of Peru on 1 September 2023.",
        ),
        refuses=("Jon Arr was appointed Head of the Harbour Mission. He will meet Ana Dol on 1 September 2023.",),
    ),
    Rule(
        name="tenures.ministers",
        triggers=("), ",),
        needs=r"{Y}[^.;:]{0,80}[:–-] ?(?:the )?{A} \({S}\)",
        pattern=r"(?P<group>{Y})[^.;:]{0,80}[:–-] ?(?P<list>(?:(?:the )?"
        r"{A} \({S}\)(?:; |, and |, | and )?){2,})",
        build=ministers,
        reads=(
            "The talks were attended by the foreign ministers: Jon Arr (Peru), Ana Dol (Chile) and Ivo Ram (Serbia).",
        ),
        refuses=("The talks were attended by delegates: Jon Arr (Peru), Ana Dol (Chile) and Ivo Ram (Serbia).",),
    ),
)
"""Rules for coming into an office."""
