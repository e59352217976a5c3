"""Who acts on an instrument, who receives it, when and where: read from the clause of the verb."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import regex

from muniment.reading.en.dates import find
from muniment.reading.en.lexicon import listed
from muniment.reading.en.lists import list_item
from muniment.reading.en.rules.actions import ADVERBS
from muniment.reading.en.rules.doers import raw
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Body, Group, Instrument
from muniment.reading.scene import Scene

__all__ = ["agent", "clause_left", "meeting_date", "place", "receiver", "subject", "when"]


_NUMBER_BEFORE = re.compile(r"\b(\d+|[A-Za-z]+) $")
_DETERMINER_BEFORE = re.compile(r"\b(?:the|a|its|their)$")


_GROUP = (
    r"(?:the |The |both |Both )?(?:{ABSY}|{J} (?:side|delegation)(?=\W))"
    r"(?:(?:, | and |, and |, as well as | as well as | together with )(?:the )?{ABSY})*"
)
_SUBJECT = regex.compile(
    expand(
        r"(?<!\b(?:by|with|of|from|to|for|against|under)(?: the)? (?:{B}(?: \([^()]*\))?['’]s )?)"
        r"(?<!{Y}['’]s )(?!(?<={C}, ){S},)"
        rf"(?P<who>{_GROUP})(?:, (?:chaired|led|headed|presided|represented|representing|comprising|meeting|acting"
        rf"|having|in|at|on"
        rf"|during|following) [^;]{{1,110}},|, [^;{{A}}{{B}}{{S}}{{Y}}]{{1,90}},|,| \([^)]{{1,60}}\)"
        rf"| [—–-] [^;—–]{{3,120}} [—–-]| (?:at"
        rf"|in|on|during) [^,;{{A}}{{B}}{{S}}{{Y}}]{{1,60}})? "
        rf"(?:(?:has|have|had|will|shall|did|does|not|is|are|was|were|plans?|intends?|expects?|agreed"
        rf"|decided|expected|due|going|failed|to) |{ADVERBS}|(?:on )?{{D}} ){{0,5}}$"
    )
)
_DATELINE = regex.compile(r"[^;]{0,60}?\s[-–—] ")
_FIRST = regex.compile(expand(r"[^;{A}{B}{S}{Y}]{0,60}?(?:{D}[^;{A}{B}{S}{Y}]{0,30}?)?(?P<who>" + _GROUP + r")"))
_BY_THE_MEETING = regex.compile(r"(?:[Tt]he|[Tt]his) (?:meeting|session|summit|conference|sitting|forum)\b")
"""The beginning of a sentence whose subject is the meeting: those it names behind the verb do nothing."""
_COORDINATED = regex.compile(expand(rf"(?:\band|,|\bor|;)(?: (?:has|have|had|will|then|also))? {ADVERBS}?$"))
_SMALL_HEAD = regex.compile(
    rf"(?:^|[,;] |\b(?:and|that|but) )[Tt]he (?P<head>committee|council|commission|assembly|board|bureau) "
    rf"(?:(?:has|have|had|will|shall|also) |{ADVERBS}){{0,3}}$"
)
"""A body told by a bare word written small: "The council also agreed on"."""
_FOLLOWS = regex.compile(r"(?:^|[\s,;])(?:[Hh]e|[Ss]he) (?:(?:has|have|had|will|then|also) )?$")
_AGENT = regex.compile(
    expand(
        r"\bby (?P<who>(?:(?:the|its|their|a|an|all|both|\d+|[A-Za-z]+teen|two|three|four|five|six|seven"
        r"|eight|nine|ten|only|a number of) ){0,2}" + _GROUP + r"(?: and (?P<more>\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)"
        r"(?=[.,;]|$))?|(?:the )?{J} (?:side|delegation|parliament|experts))"
    )
)
_BETWEEN = regex.compile(expand(r" between (?:the )?(?P<who>" + _GROUP + r")"))
"""The two sides of a text: "the agreement signed between Norway and Iceland"."""
_BY_COUNTED = regex.compile(
    expand(
        r"\bby (?:all |the |a total of )?(?P<who>\d+ of (?:the|its) \d+ {Y}|(?:\d+|[a-z]{3,}(?:-[a-z]+)?)(?: of"
        r" (?:the|its) \d+)? (?:{B} )?(?:[Mm]ember "
        r"|[Ss]ignatory |participating |other )?"
        r"(?:[Ss]tates|[Cc]ountries|[Pp]arties|[Ss]ignatories|[Pp]arliaments))(?P<rest>(?:(?:, | and "
        r"|, and )(?:the )?{BS})*)"
    )
)
_RECEIVER = regex.compile(
    expand(
        r"\b(?:to|before|with|among) (?:(?:the|a|its|their|all|his|her) )?(?:(?:[a-z\d]+ ){0,4}(?:session|meeting"
        r"|consideration|approval|Summit|summit) of (?:the )?)?(?:\d+(?:st|nd|rd|th) )?"
        r"(?P<who>"
        + _GROUP
        + r"|(?:members|states|member states|parliaments|governments|delegations|capitals|participants|ministers"
        r"|leaders|presidents|deputies|authors"
        r"|experts|sponsors|developers|(?:expert|working|drafting) groups?)\b)"
    )
)
_COUNTED = regex.compile(
    r"(?P<who>\b(?:\d+|[A-Z]?[a-z]+) (?:[Mm]ember |[Ss]ignatory |participating )?(?:[Ss]tates|[Cc]ountries"
    r"|[Pp]arties|members)) (?:(?:have|had) )?(?:already )?$"
)
_SHARE = regex.compile(
    expand(
        r"\b(?P<part>\d+|[A-Za-z]+teen|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en"
        r"|[Ee]leven|[Tt]welve)(?: \(\d+\))?(?: of (?:the |its )?(?:{B}['’]s )?(?:\d+ )?)? ?"
        r"(?P<whole>{Y}|(?:[a-z]+ )?(?:states"
        r"|countries)) (?:have|had|has)(?: (?:now|already|so far))? $"
    )
)
"""Some of a number: "31 of the Union's 55 member states have"."""
_OUTSIDE = ("of", "for", "since", "from", "until", "till", "before", "after", "up to", "through")
_BEHIND = tuple(f" {word}{article}" for word in _OUTSIDE for article in ("", " the"))
_LEADING = regex.compile(expand(r"^(?:[A-Z][^{D};]{0,90}?)?{D}"))
_IN_RELATIVE = regex.compile(r", (?:which|who|that|whose) ")
_WITHIN_SUBJECT = regex.compile(r"(?:The|An?|Its|Their) ")
"""How a sentence begins whose subject a year may belong to."""
_MEETING = regex.compile(
    r"\b(?:meeting|session|summit|conference|talks|ceremony|visit|plenary|congress|forum|met|convened"
    r"|adopted|approved|considered|discussed|gathered|decided|elected|voted)\b",
    regex.IGNORECASE,
)
_SAME = regex.compile(r"\b[Aa]t the same (?:ceremony|meeting|session|occasion)\b|\b[Oo]n the same (?:day|occasion)\b")
_BACK = 12
"""Sentences looked back over for the day of "the same ceremony"."""
_THIS_DAY = regex.compile(r"\b(?:today|this (?:morning|afternoon|evening))\b")
_TODAY = frozenset({"today", "this morning", "this afternoon", "this evening"})
_PLACE = regex.compile(expand(r"\bin {C}"))


def _names(scene: Scene, sentence: Masked, start: int, end: int) -> list[str]:
    """Return the names of the people, bodies, states and groups in a stretch, a counted group with its number."""
    whole = _OF_SEVERAL.search(sentence.text, start, end)
    if whole is not None and _OF_ONE_STATE.search(sentence.value(whole.start("group")).text):
        return [raw(sentence, whole.start("group"), whole.end()).removeprefix("the ")]
    out: list[str] = []
    for at in sentence.places(start, end):
        kind = sentence.kind(at)
        if kind not in "ABSYJO":
            continue
        name = _name(scene, sentence, at)
        count = _NUMBER_BEFORE.search(sentence.text[max(0, at - 14) : at])
        if kind == "Y" and count is not None and (count.group(1).isdigit() or count.group(1).lower() in _CARDINALS):
            name = f"{count.group(1)} {name}"
        if name and name not in out:
            out.append(name)
    return out


_OF_SEVERAL = regex.compile(expand(r"(?P<group>{Y})(?:, {S})*,? and {S}"))
_OF_ONE_STATE = regex.compile(
    r"^(?:the )?(?:[a-z]+ )?(?:leaders|presidents|heads|ministers|governments|parliaments) of [A-Z]", regex.I
)
"""A group of which the first state is named in its own words: "the leaders of Norway, Iceland and Peru"."""


def _name(scene: Scene, sentence: Masked, at: int) -> str:
    """Return the name at a place; "the Council" and "members of the Council" as the body named before."""
    value = sentence.value(at)
    if isinstance(value, Body) and value.anaphor:
        return _body_before(scene, sentence, at, value.name) or scene.name(value)
    members = _MEMBERS.match(value.text) if isinstance(value, Group) else None
    if members is not None:
        return _body_before(scene, sentence, at, members.group("body")) or scene.name(value)
    organ = _ORGANS_MEMBERS.fullmatch(value.text) if isinstance(value, Group) else None
    if organ is not None and organ.group("bare"):
        return _body_before(scene, sentence, at, organ.group("bare")) or scene.name(value)
    if organ is not None and _ORGAN.search(value.organization):
        return str(value.organization)
    return scene.name(value)


def _body_before(scene: Scene, sentence: Masked, at: int, head: str) -> str:
    """Return the last organisation's body before a place whose name has a head word, else a state's, else nothing."""
    wanted = head.lower().rstrip("s")
    for draft in scene.drafts:
        met = draft.slots.get("bodies") or [] if draft.register == "meetings" else []
        if len(met) == 1 and wanted in met[0].lower():
            return str(met[0])
    of_state = ""
    number = next(n for n, other in enumerate(scene.sentences) if other is sentence)
    for index in range(number, -1, -1):
        other = scene.sentences[index]
        for place_at in reversed(other.places(0, at if index == number else None)):
            value = other.value(place_at)
            if isinstance(value, Body) and not value.anaphor and wanted in value.name.lower():
                if not value.state:
                    return value.name
                of_state = of_state or value.name
    return of_state


_MEMBERS = regex.compile(
    r"(?:the )?[Mm]embers of (?:the )?(?P<body>[A-Z][a-z]+|council|committee|commission|assembly|board)$"
)
_ORGAN = regex.compile(r"\b(?:Council|Committee|Commission|Assembly|Board|Bureau|Presidium)\b")
_ORGANS_MEMBERS = regex.compile(
    r"(?:the )?[Mm]embers of .+|(?P<bare>Council|Committee|Commission|Assembly|Board|Bureau)(?:['’]s)? members"
    r"|.+ members"
)
"""The members of an organ, who act as it does: "CSC members", "members of the Council of Ports"."""
_DAY = len("2024-05-03")
"""Characters of a full date, ISO 8601."""
_CARDINALS = listed(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)


def subject(scene: Scene, verb: int) -> list[str]:
    """Return who does what the verb at a place of the sentence being read tells; empty where it is not said by name."""
    sentence = scene.sentences[scene.number]
    left = sentence.text[:verb]
    match = _SUBJECT.search(left)
    share = _SHARE.search(left)
    if share is not None:
        return [f"{share.group('part')} {raw(sentence, *share.span('whole'))}"]
    if match is not None:
        return _names(scene, sentence, *match.span("who"))
    counted = _COUNTED.search(left)
    if counted is not None and (
        counted.group("who").split()[0].isdigit() or counted.group("who").split()[0].lower() in _CARDINALS
    ):
        return [counted.group("who")]
    small = _SMALL_HEAD.search(left)
    if small is not None:
        name = _body_before(scene, sentence, small.start("head"), small.group("head"))
        return [name] if name else []
    if _FOLLOWS.search(left):
        return [scene.last_actor] if scene.last_actor else []
    item = list_item(scene.sentences, scene.number)
    if item is not None and verb - item.begins <= 3:
        return _introducer(scene, item.introduction)
    if _COORDINATED.search(left) and not _BY_THE_MEETING.match(left):
        dateline = _DATELINE.match(left)
        first = _FIRST.match(left, dateline.end() if dateline is not None else 0)
        return _names(scene, sentence, *first.span("who")) if first is not None else []
    return []


def _introducer(scene: Scene, number: int) -> list[str]:
    """Return who a list is about: the first body or group in the sentence that introduces it."""
    sentence = scene.sentences[number]
    match = _FIRST.match(sentence.text)
    return _names(scene, sentence, *match.span("who")) if match is not None else []


def agent(scene: Scene, start: int, end: int) -> list[str]:
    """Return whom a stretch of the sentence being read names behind "by"."""
    sentence = scene.sentences[scene.number]
    both = _BETWEEN.match(sentence.text, start, end)
    if both is not None:
        return _names(scene, sentence, *both.span("who"))
    counted = _BY_COUNTED.search(sentence.text, start, end)
    if counted is not None:
        return [raw(sentence, *counted.span("who")), *_names(scene, sentence, *counted.span("rest"))]
    match = _AGENT.search(sentence.text, start, end)
    if match is not None:
        more = match.group("more")
        return [*_names(scene, sentence, *match.span("who")), *([scene.full_name(more)] if more else [])]
    decision = _deciding(sentence, start, end)
    return [decision.group("by")] if decision is not None else []


def _deciding(sentence: Masked, start: int, end: int) -> regex.Match[str] | None:
    """Return whose decision of which day a stretch names behind "by" ("by the decision of the Council of 5 May")."""
    match = _BY_DECISION.search(sentence.text, start, end)
    return _DECISION_OF.match(sentence.value(match.end() - 1).title) if match is not None else None


_BY_DECISION = regex.compile(expand(r"\bby (?:the |a )?{N}"))
_DECISION_OF = regex.compile(
    r"(?:[A-Z]\w+ )?(?:[Dd]ecision|[Rr]esolution) of (?:the )?(?P<by>.+?)(?: of (?P<day>[A-Z]?[a-z]* ?\d.*))?$"
)


def receiver(scene: Scene, start: int, end: int) -> list[str]:
    """Return whom a stretch of the sentence being read names behind "to" or "with"."""
    sentence = scene.sentences[scene.number]
    match = _RECEIVER.search(sentence.text, start, end)
    if match is None:
        return []
    return _names(scene, sentence, *match.span("who")) or [match.group("who")]


def place(scene: Scene, start: int, end: int) -> str:
    """Return the city a stretch of the sentence being read names behind "in"; empty where it names none."""
    sentence = scene.sentences[scene.number]
    match = _PLACE.search(sentence.text, start, end)
    return scene.name(sentence.value(match.end() - 1)) if match is not None else ""


def _fronted_elsewhere(sentence: Masked, leading: regex.Match[str], planned: bool) -> bool:
    """Whether a date at the head of a sentence is no day of its act: "The report on the activities in 2017 was"."""
    at = leading.end() - 1
    if _IN_RELATIVE.search(leading.group()):
        return True  # "The treaty, which should come into force on D, was signed"
    year = sentence.value(at).kind in ("year", "year_range")
    return (year and _WITHIN_SUBJECT.match(leading.group()) is not None) or _outside(sentence, at, planned)


_OWN_DAY = regex.compile(
    expand(r"(?:,|;|,? and) (?:on|in) (?P<day>{D})(?:, [^;{D}]{3,200}?)?, (?:it|they|he|she|{ABSY})[^,;{D}]{0,40}$")
)
"""The day told at the head of a second clause: "and, on D, in answer, it adopted"."""
_ANOTHERS_DAY = regex.compile(
    expand(r",? and(?: then)?,? (?:on|in) {D}(?:, [^;{D}]{3,200}?)?, (?:it|they|he|she|{ABSY})\b")
)
"""Behind a verb, the clause of another that begins with its own day."""


def when(scene: Scene, start: int, end: int, planned: bool = False, meeting: bool = True) -> str:
    """Return when an act takes place: the date beside its verb, at the head of its sentence, or its meeting's.

    Dates behind "of", "since", "until" and the like belong to something else; a deadline is no date. ISO 8601.

    Args:
        scene: the page.
        start: where the verb begins, in the masked text of the sentence being read.
        end: where its circumstances end.
        planned: whether it is still to come.
        meeting: whether the date of the page's meeting stands in for one that is not told.
    """
    sentence = scene.sentences[scene.number]
    own = _OWN_DAY.search(sentence.text, 0, start)
    if own is not None and not _outside(sentence, own.start("day"), planned):
        return _iso(scene, sentence.value(own.start("day")), planned)
    another = _ANOTHERS_DAY.search(sentence.text, start, end)
    for at in sentence.places(start, another.start() if another is not None else end):
        if sentence.kind(at) == "D" and not _outside(sentence, at, planned):
            found = _iso(scene, sentence.value(at), planned)
            if found:
                return str(found)
    decision = _deciding(sentence, start, end)
    if decision is not None and decision.group("day"):
        told = find(decision.group("day"))
        return _iso(scene, told[0], planned) if told else ""
    leading = _LEADING.search(sentence.text)
    if leading is not None and leading.end() <= start and not _fronted_elsewhere(sentence, leading, planned):
        between = sentence.text[leading.end() : start]
        if ";" not in between and leading.end() < 60:
            found = _iso(scene, sentence.value(leading.end() - 1), planned)
            if found:
                return str(found)
    if _SAME.search(sentence.text) or _SAME.search(_introduction(scene)):
        return meeting_date(scene) or _last_date(scene)
    return "" if scene.speech or not meeting else meeting_date(scene, planned)


def _iso(scene: Scene, mention: Any, planned: bool) -> str:
    """Return a date as ISO 8601; what is done cannot lie ahead of the page, so "12 March" is the last one.

    A year that is told and lies ahead belongs to something else: "approved the plan for the celebration in 2030".
    """
    found = str(scene.iso(mention))
    if planned or scene.anchor is None or found <= scene.anchor.iso:
        return found
    if mention.year is not None:
        return "" if scene.published and found > scene.published else found
    again = scene.resolve_date(mention, None)
    return again.begin if again is not None else found


def _introduction(scene: Scene) -> str:
    item = list_item(scene.sentences, scene.number)
    return scene.sentences[item.introduction].text if item is not None else ""


def _last_date(scene: Scene) -> str:
    """Return the last full date told before the sentence being read, ISO 8601; empty where there is none."""
    for number in range(scene.number - 1, max(-1, scene.number - _BACK), -1):
        sentence = scene.sentences[number]
        for at in reversed(sentence.places()):
            found = scene.iso(sentence.value(at)) if sentence.kind(at) == "D" else ""
            if len(found) == 10 and not _outside(sentence, at, planned=False):
                return str(found)
    return ""


_TO_COME = regex.compile(r"\b(?:upcoming|forthcoming)\b[^,;]{0,32}$")
"""What comes later is no date of the act: "in preparation for the upcoming session in May"."""


_TO_BE_DONE = regex.compile(r"\bto be [a-z]+(?:ed|en|t)(?: [a-z]+ly)?(?: (?:in|by|on|from|until|before))?(?: the)? $")
"""What is still to be done later: "a list of barriers to be lifted in 2027"."""


_OF_ONE = regex.compile(expand(r"{D} and (?:the |an? )?{N}"))
"""A year behind the first of two texts is part of what that one is about: "a list of events in 2020 and a plan"."""
_SESSION_BEHIND = regex.compile(r" (?:session|meeting|summit)\b")
_OF_A_TEXT = regex.compile(expand(r"{N}['’]s $"))
"""Before the date of a session whose decisions a title is about: "a plan to carry out the Council's May session"."""


_OF_A_PLAN = regex.compile(expand(r"{N} (?:in |for |during )(?:the )?$"))


def _planned_for(sentence: Masked, at: int) -> bool:
    """Whether a year or part of one is what a plan or a list is for: "reviewed a plan of events in 2020"."""
    text = _OF_A_PLAN.search(sentence.text, max(0, at - 14), at)
    value = sentence.value(text.start()) if text is not None else None
    return isinstance(value, Instrument) and value.kind in ("plan", "list", "programme") and value.draft


def _outside(sentence: Masked, at: int, planned: bool) -> bool:
    """Whether a date belongs to something else than the act, or is only its deadline."""
    value = sentence.value(at)
    lead = (getattr(value, "lead", "") or "").lower()
    before = sentence.text[max(0, at - 12) : at].rstrip().lower()
    if lead in _OUTSIDE or before.endswith(_BEHIND) or _TO_COME.search(sentence.text, max(0, at - 40), at):
        return True
    start = sentence.span(at, at + 1)[0]
    if not planned and _TO_BE_DONE.search(sentence.page_text, max(0, start - 40), start):
        return True
    if value.kind == "year_range" and not planned:
        return True  # "adopted the programme in 2025-2027": no act lasts for years
    if value.kind in ("year", "year_range") and not lead and not before.endswith((" in", " of", ",", "(")):
        return True
    if value.kind == "year" and (_DETERMINER_BEFORE.search(before) or lead == "to" or _OF_ONE.match(sentence.text, at)):
        return True
    if value.kind in ("year", "year_range", "half", "quarter") and _planned_for(sentence, at):
        return True
    if _SESSION_BEHIND.match(sentence.text, at + 1) and _OF_A_TEXT.search(sentence.text, 0, at):
        return True
    return planned and (lead == "by" or before.endswith(" by"))


def meeting_date(scene: Scene, planned: bool = False, by: Sequence[str] = ()) -> str:
    """Return when the meeting that the page is about takes place, ISO 8601; empty where the page tells of none.

    The meeting of those who act counts before others; what was done was not done at one that lies ahead of the page.
    """
    wanted = "announced" if planned else "held"
    spoken_of = [
        draft.slots
        for draft in scene.drafts
        if draft.register == "meetings" and draft.slots.get("status", wanted) == wanted
    ]
    told = [slots for slots in spoken_of if slots.get("start")]
    if not planned and scene.anchor is not None and len(scene.anchor.iso) == _DAY:
        told = [slots for slots in told if str(slots["start"])[:_DAY] <= scene.anchor.iso]
    own = [slots for slots in told if set(by) & set(slots.get("bodies") or ())]
    for slots in (own or told)[:1]:
        if own or slots is spoken_of[0] or not _another_body(spoken_of[0], slots):
            return str(slots["start"])
    found = _first_date(scene)
    return "" if planned and (scene.anchor is None or found <= scene.anchor.iso) else found


def _another_body(first: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether a meeting is of another body than the one that the page told of first, which has no date as yet."""
    mine, theirs = set(first.get("bodies") or ()), set(other.get("bodies") or ())
    return not first.get("start") and bool(mine and theirs) and not mine & theirs


_AHEAD = regex.compile(r"\b(?:conferences?|meetings?|sessions?|summits?|events?) (?:will|to) be\b")
"""A sentence that tells of meetings to come."""


def _first_date(scene: Scene) -> str:
    """Return the date in the first body sentences that speak of a meeting; empty where there is none."""
    told = [n for n in range(len(scene.sentences)) if scene.kinds[n] in ("paragraph", "quote")][:3]
    for number in told:
        sentence: Any = scene.sentences[number]
        met = _MEETING.search(sentence.text) is not None
        if _AHEAD.search(sentence.text):
            continue
        for at in sentence.places():
            if (
                sentence.kind(at) == "D"
                and not met
                and sentence.page_text[slice(*sentence.span(at, at + 1))].lower() not in _TODAY
            ):
                continue
            if sentence.kind(at) == "D" and not _outside(sentence, at, planned=False):
                found = scene.iso(sentence.value(at))
                if len(found) == 10:
                    return str(found)
        if _THIS_DAY.search(sentence.text) and scene.anchor is not None and len(scene.anchor.iso) == 10:
            return scene.anchor.iso
    return ""


def clause_left(text: str, end: int) -> str:
    """Return what stands of a clause before a position, from a semicolon or a colon on."""
    start = max(text.rfind(";", 0, end), text.rfind(": ", 0, end)) + 1
    return text[start:end]
