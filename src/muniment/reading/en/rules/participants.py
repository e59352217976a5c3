"""Who took part in a meeting and who chaired it, told beside the meeting or in a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.circumstances import Stretch, mode
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Group, State
from muniment.reading.pattern import pattern
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES", "beside", "detail", "listed", "people", "person_entry"]

_GATHERED = (
    r"(?:meeting|session|summit|talks|negotiations|event|discussions?|conference|ceremony|sitting|forum|"
    r"consultations|plenary|debate|Meeting|Session|Summit|Conference|Forum)"
)
_TAKES = pattern(
    r"(?P<who>{AY}(?:[^;{A}{Y}{B}{N}]{0,12}(?:,|and) {AY})*)[^;{A}]{0,60}?\b(?:took part|taken part|"
    r"takes part|take part|taking part|participat\w+|attend\w*|address(?:ed|es|ing)?|"
    r"spoke|speaks|speak|speaking|took the floor|represented|reported|delivered [^;{A}]{0,40}|was "
    r"present|were present)\b[^;{A}]{0,70}$"
)
_SAID_AT = pattern(
    r"(?P<who>{A})[^;]{0,220}?\b(?:said|told|noted|stated|declared|announced|stressed|reported|emphasi[sz]ed|"
    r"explained|recalled|spoke|presented|handed|signed|deposited|awarded)\b[^;{A}]{0,120}?\b(?:at|during|on "
    r"the occasion of|before) (?:the |a |an |its |this )?$|\b(?:said|stated|noted|told|stressed|"
    r"added)\b[^;{A}]{0,24}(?P<who>{A})[^;{A}]{0,40},? (?:at|during) (?:the |a |an |its )?$"
)
_HANDED_AT = pattern(
    r"\b(?:handed over|deposited|exchanged|signed)\b[^;]*\b(?:at|during|on the occasion of) (?:the |a )?$"
)
_WITH_PART = pattern(
    r"\b(?:with the participation of|attended by|with the attendance of|in the presence of|brought together|"
    r"bringing together|gathered together)\b"
)
_TEXT_OR_THAT = regex.compile(expand(r"{N}|\bthat\b"))
_SENT = pattern(
    r"(?:delegations?|representatives?|delegates|observers|experts|guests|participants|{Y}) (?:of|from)(?: "
    r"all)?(?: the)?(?:,? ?(?:and )?(?:the )?{SB})*,? ?(?:and )?(?:the )?$|{Y}(?:,? ?(?:and )?(?:the "
    r")?{SB})*(?:, | and )(?:the )?$"
)
_ARTICLE = regex.compile(r"^(?:[Tt]he|[Aa]n?) ")
_ITEM = regex.compile(r"\s*(?:[-–—•*·]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[ivx]{1,4}[.)])\s*")
_DENIES = regex.compile(r"\b(?:not|never|refused|declined|unable)\b|n[’']t")
_AHEAD = regex.compile(r"\b(?:will|is to|shall)\b")
_LEAVES = regex.compile(expand(r"[;:]|\b(?:who|which|where|to discuss|discussed|considered|in order to)\b"))
_NAMED_NEXT = regex.compile(expand(r" {A}"))
_NOT_PEOPLE = regex.compile(r"\b(?:countries|states|parties|sides|nations)\b", regex.I)


def person_entry(scene: Scene, value: Any) -> dict[str, str]:
    """Return the `participants` value of a mention: name, and the office where one is told with it."""
    name = " ".join(scene.name(value).split())
    name = _ARTICLE.sub("", name)
    entry = {"name": name}
    if isinstance(value, Actor) and value.name and value.offices:
        office = value.offices[0]
        entry["office"] = " ".join((office.text or office.title).split())
    return entry


def people(sentence: Masked, start: int, end: int, scene: Scene) -> list[dict[str, str]]:
    """Return the people, groups and delegations named in a stretch of a masked sentence, each once, in order."""
    out: dict[str, dict[str, str]] = {}
    for at in sentence.places(start, end):
        value = sentence.value(at)
        if isinstance(value, Group):
            if _NAMED_NEXT.match(sentence.text, at + 1):
                continue
            if not _NOT_PEOPLE.search(value.text.split(" of ")[0]) or " of " in value.text:
                entry = {"name": _ARTICLE.sub("", " ".join(value.text.split()))}
                out.setdefault(entry["name"], entry)
        elif isinstance(value, Actor) or (isinstance(value, (Body, State)) and _sent(sentence, at)):
            entry = person_entry(scene, value)
            if entry["name"]:
                out.setdefault(entry["name"], entry)
    return list(out.values())


def _sent(sentence: Masked, at: int) -> bool:
    """Whether a body or state stands as one that sent people ("delegations of S, S and S")."""
    return sentence.search(_SENT, sentence.text, 0, at) is not None


def beside(stretch: Stretch, scene: Scene) -> list[dict[str, str]]:
    """Return who takes part in a meeting by the words before and behind its phrase."""
    sentence, out = stretch.sentence, []
    match = sentence.search(_TAKES, stretch.before)
    handed = sentence.search(_HANDED_AT, stretch.before)
    if handed is not None:
        out += people(sentence, stretch.low, stretch.start, scene)
    elif match is None:
        match = sentence.search(_SAID_AT, stretch.before)
    if match is not None:
        low, high = match.span("who")
        out += people(sentence, stretch.low + low, stretch.low + high, scene)
    part = sentence.search(_WITH_PART, stretch.after)
    if part is not None and not _TEXT_OR_THAT.search(stretch.after[: part.start()]):
        first = stretch.end + part.end()
        leave = _LEAVES.search(sentence.text, first, stretch.high)
        out += [p for p in people(sentence, first, leave.start() if leave else stretch.high, scene) if p not in out]
    return out


def detail(found: Found, slots: dict[str, Any], **notes: Any) -> Draft:
    """Return a draft of something more about the meeting told of last."""
    sentence = found.sentence
    return Draft("meetings", slots, [(sentence.start, sentence.end, found.rule)], notes={"detail": True, **notes})


def listed(scene: Scene, number: int) -> list[Masked]:
    """Return the list items that follow a sentence, without what ends the list."""
    out: list[Masked] = []
    for sentence in scene.sentences[number + 1 : number + 40]:
        if not _ITEM.match(sentence.page_text[sentence.start : sentence.end]):
            if not out or not out[-1].text.rstrip().endswith(";"):
                break
            out.append(sentence)
            break
        out.append(sentence)
    return out


def took_part(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, A and A took part in the meeting"."""
    low, high = found.match.span("who")
    who = people(found.sentence, low, high, scene)
    if _DENIES.search(found.match[0]):
        return
    if not who and found.match["who"].strip() in ("He", "She") and scene.last_actor:
        who = [{"name": scene.last_actor}]
    if who:
        video = "videoconference" in (
            mode(found.sentence, words) for words in (found.sentence.text[high:], found.match["who"])
        )
        yield detail(found, {"participants": who}, video=video)


def were(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Taking part were A, A and A", and a list of people behind a colon."""
    low, high = found.match.span("rest")
    who = people(found.sentence, low, high, scene)
    draft = detail(found, {"participants": who})
    if found.sentence.text.rstrip().endswith(":"):
        for item in listed(scene, scene.number):
            who += [p for p in people(item, 0, len(item.text), scene) if p not in who]
            draft.spans.append((item.start, item.end, found.rule))
    if who:
        yield draft


def chaired(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The meeting was chaired by A", "A presided"."""
    actors = found.mentions("chair", "A")
    name = scene.person(actors[0]) if actors else scene.last_actor
    if name:
        yield detail(found, {"chair": name}, ahead=_AHEAD.search(found.match[0]) is not None)


def opened(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A opened the meeting", "Opening the meeting, A said"."""
    video = mode(found.sentence, found.sentence.text[found.match.end() :]) == "videoconference"
    yield detail(found, {"participants": people(found.sentence, *found.match.span("who"), scene)}, video=video)


def present(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read who acts at the session the page tells of: thanks, greets, is heard."""
    who = people(found.sentence, *found.match.span("who"), scene)
    if who:
        yield detail(found, {"participants": who}, present=True)


_PART = (
    r"(?:took part|taken part|take part|takes part|participated|participates?|participating|attended|attends?|"
    r"was present|were present|were in attendance|was in attendance|joined|took the floor|came to)"
)
_OBJECT = (
    rf"(?=(?:,? (?:also|in person|on ?line|remotely|via|by|over|through)\b[^.;]{{0,40}})?(?: (?:in|at|"
    rf"to))?(?:(?: the| its| their| this)? (?:work of (?:the )?|opening of (?:the )?)?(?:[a-z-]+ ){{0,"
    rf"2}}{_GATHERED}\b|(?: the)? (?:work of )?(?:the )?{{B}}|[,.;]|$| as\b| with\b| via\b| by video| on ?line| "
    rf"over a| remotely))"
)
_THE_MEETING = rf"(?:The|the|This|this)? ?(?:[a-z]+ ){{0,2}}{_GATHERED}"

RULES = (
    Rule(
        name="meetings.took-part",
        triggers=("part", "participat", "attend", "present", "joined", "took the floor", "came to"),
        pattern=(
            rf"(?:^|; )(?P<who>(?:[^.;{{N}}]*?{{AYBS}})[^.;{{N}}]{{0,90}}?|He|She) (?:will |also |had |has |have "
            rf"|to |then |is to |are to |equally ){{0,3}}{_PART}\b{_OBJECT}"
        ),
        build=took_part,
        reads=(
            "Secretary General Ana Dol and Foreign Minister Ivo Marr took part in the meeting.",
            "Foreign Minister of Norway Ivo Marr joined via videoconference.",
        ),
        refuses=(
            "Secretary General Ana Dol took part in the exercise.",
            "Foreign Minister Ivo Marr did not attend the meeting.",
        ),
        needs=rf" {_PART}\b",
    ),
    Rule(
        name="meetings.attended-by",
        triggers=(
            "attended by",
            "taking part",
            "participants",
            "among those",
            "headed",
            "took part",
            "participation of",
            "attendance of",
            "represented by",
        ),
        pattern=(
            rf"^(?:(?:It|{_THE_MEETING}) (?:was|were|is|will be|is to be|had been|has been)? ?(?:also "
            rf")?(?:attended by|held with the participation of|held in the presence of)|(?:Also )?[Tt]aking part "
            rf"(?:in [^.;:{{A}}]{{3,40}} )?(?:were|was)|(?:[Aa]mong )?(?:[Tt]he )?(?:participants|those present|"
            rf"those attending|attendees)(?: (?:in|of|at) [^.;:{{A}}]{{3,40}})? (?:were|was|included|include)|"
            rf"[^.;{{A}}]{{0,60}}?\b[Dd]elegations (?:were|was) (?:headed|led)[^{{A}}]{{0,25}} by|(?:[Tt]he "
            rf")?(?:following|[Tt]he following)[^:{{A}}]{{0,40}} (?:took part|take part|"
            rf"participated)[^:{{A}}]{{0,60}}:)(?P<rest>.*)$"
        ),
        build=were,
        reads=(
            "The meeting was attended by Secretary General Ana Dol and Foreign Minister Ivo Marr.",
            "Taking part were Foreign Minister Ivo Marr and Secretary General Ana Dol.",
        ),
        refuses=("The course was attended by Secretary General Ana Dol.",),
    ),
    Rule(
        name="meetings.chaired",
        triggers=(
            "chaired by",
            "presided over",
            "moderated",
            "under the chair",
            "presided",
            "in the chair",
            "chaired the",
            "will chair",
        ),
        pattern=(
            rf"^[^.;]{{0,60}}?\b(?:It|it|{_THE_MEETING})(?: of (?:the )?{{B}})? (?:was|were|is|will be|is being|"
            r"is to be) (?:held )?(?:co-)?(?:chaired by|presided over by|moderated by|under the (?:chairmanship|"
            rf"chairpersonship|presidency) of) (?:the )?(?P<chair>{{A}})|(?P<chair>{{A}})(?: \({{S}}\))?"
            rf"(?:, {{A}},)?[^.;{{A}}]{{0,60}}?\b(?:presided|chaired|moderated|will chair|will preside|"
            r"was in the chair|took the chair)\b(?: over)?(?= the (?:works?|meeting|session|talks|sitting|summit|"
            r"conference|Meeting)|[,.]|$| in the absence| at | over| it)"
        ),
        build=chaired,
        reads=(
            "The meeting was chaired by Foreign Minister Ivo Marr.",
            "Foreign Minister of Norway Ivo Marr was in the chair.",
        ),
        refuses=("The group was chaired by Foreign Minister Ivo Marr for years.",),
    ),
    Rule(
        name="meetings.present",
        triggers=(
            "thanked",
            "congratulat",
            "greeted",
            "awarded",
            "presented",
            "heard ",
            "same meeting",
            "same session",
            "same ceremony",
        ),
        pattern=(
            r"^(?P<who>{A})[^.;{A}{N}]{0,60}? (?:also )?(?:thanked|congratulated|greeted|awarded|presented)\b|"
            r"\bheard (?:[a-z]+ ){0,3}(?:address(?:es)?|speech(?:es)?|statements?|reports?|presentations?|"
            r"briefings?|remarks|"
            r"information|greetings?) (?:by|from|of) (?P<who>{AY}(?:,?(?: and)?(?: by| from)? {AY})*)|^(?:At|"
            r"During) the same (?:meeting|session|ceremony),? (?P<who>{A}(?:[^.;{A}]{3,140}, and {A})?)"
        ),
        build=present,
        reads=(
            "Foreign Minister Ivo Marr thanked the staff for the work.",
            "The Assembly heard addresses by President Olga Tarn and by Secretary General Ana Dol.",
        ),
        refuses=("The Assembly heard a case.",),
    ),
    Rule(
        name="meetings.opened-by",
        triggers=("opened the", "opening the", "closed the", "closing the", "addressed the"),
        pattern=(
            rf"(?P<who>{{A}})[^.;{{A}}]{{0,20}} (?:opened|closed|addressed) the (?:{_GATHERED}|participants|"
            rf"delegates|audience)\b|^(?:Opening|"
            rf"Closing|Addressing) the (?:[a-z]+ )?{_GATHERED},? (?P<who>{{A}})"
        ),
        build=opened,
        reads=(
            "Opening the session, Foreign Minister Ivo Marr greeted the delegates.",
            "Secretary General Ana Dol opened the meeting with a short report.",
        ),
        refuses=("Secretary General Ana Dol opened the exhibition.",),
    ),
)
"""Rules for sentences that tell more of a meeting already named."""
