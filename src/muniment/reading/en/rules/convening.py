"""Meetings told by a verb: a body met, an event takes place, two envoys met, talks went on for days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.circumstances import Stretch, about, chair, dates, mode, status
from muniment.reading.en.rules.gathering import HEAD, Gathering, body_name, gathering, kind_of_body, spelled_count
from muniment.reading.en.rules.merging import days_before
from muniment.reading.en.rules.participants_beside import beside
from muniment.reading.en.rules.places import place
from muniment.reading.en.rules.respective import told_apart
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Body, Group
from muniment.reading.pattern import pattern
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES", "around", "on_day", "status_by_date", "when_and_where", "who_and_how"]

REGISTER = "meetings"

_MET = r"(?:met|convened|gathered|assembled|reconvened|sat)"
_MARGIN_OF = pattern(r"\b(?:margins?|side-?lines?|fringes) of (?:the )?(?:\d+\w\w )?$")
_OVER_ANOTHER = pattern(r"{B} (?:under|within|attached to|subordinate to) (?:the )?$")
"""Before the body that another one stands under: "the Working Group under the Council was held" is the Group's."""
_WHOSE_BODIES = pattern(r"^(?:The )?(?P<who>{BY}) (?:at|to|under|within) [^.;,{A}{D}{N}]{3,70} of the $")
"""Who meets, before the body that only tells where they sit: "the Council of Envoys to the bodies of the League"."""
_WHOSE_LEADERS = pattern(r"(?:[Tt]he )?(?:[a-z]+ and )?{Y} $")
"""Who they are that met, before the states they are of: "the leaders of the League member states"."""
_DAY_NEXT = regex.compile(expand(r" on {D}"))
_ORGAN_OF = regex.compile(expand(r"{B} of the $"))
"""The organ of an event: "the Preparatory Committee of the Review Conference"."""
_THEREUPON = regex.compile(
    r"\b(?:(?:[Ii]mmediately|[Ss]hortly|[Rr]ight|[Dd]irectly) (?:after|following|before|prior to)|[Oo]n the same day|"
    r"[Ll]ater (?:that|the same) day|[Bb]ack-to-back with)\b"
)
"""What puts a meeting on the day of the one told of before."""
_NOT_ITSELF = regex.compile(
    r" (?:activities|activity|agenda|members?|membership|secretariat|chairmanship|presidency|process|website|platform|"
    r"framework|budget|programmes?|projects?|priorities)\b"
)
"""What belongs to an event and is not it."""
_CONFERS = regex.compile(r"\b(?:Forum|Conference|Congress|Symposium)\b(?! of Heads)")
_TOLD_OFF = regex.compile(
    r"(?: scheduled for [^.;]{3,40})? (?:has|have|had|was|were|is) (?:also )?(?:been )?(?:postponed|cancell?ed|put off)"
)
_EVENT = regex.compile(
    r"\b(?:Forum|Conference|Summit|Congress|Symposium|Meeting|Ministerial|Assembly|Council|Committee)\b"
)
_AT_EVENT = regex.compile(
    expand(
        r"\b(?:[Aa]t|[Tt]o|[Ff]or|[Dd]uring|by|[Bb]efore|[Aa]head of|[Ff]rom|[Aa]ttended|[Aa]ddressed|[Tt]ook part "
        r"in|[Pp]articipat\w+ in|[Ss]poke at) (?:the |its |our |an? )?(?:[\w-]+ ){0,3}$|^(?:The )?(?:[\w-]+ ){0,3}$"
    )
)


_HOSTS = pattern(r"\b(?P<to>to |will |would )?(?:hold|host|organi[sz]e)(?P<ed>ed|ing|s)?\b[^.;]{0,40}$")
_TAKES_PLACE = pattern(
    r"(?: \({B}\))?(?: {Y})?(?:,? which)? (?:(?:is|are|was|were) (?:now )?(?:scheduled|due|expected|set) (?:for|to be|"
    r"to take)\b|(?:will |shall |is to |was |which )?(?:take place|took place|be held|held|convened|be convened)\b)"
)
_IS_ATTENDED = pattern(r"\bparticipat\w+ in (?:the )?$|\btook part in (?:the )?$|\battend\w* (?:the )?$")
_AHEAD = regex.compile(r"\b(?:will|to|shall|would)\b|^meets?$")
_TO_COME = frozenset({"announced", "postponed", "cancelled"})
_EXTRAORDINARY = regex.compile(r"\b(?:extraordinary|emergency) (?:session|meeting)")
_EXTRA_WORD = regex.compile(r"^(?:Extraordinary|Emergency|Special) ")
_FOR_ITS = pattern(rf"^[^;]{{0,80}}?\b(?:for|in) (?:its|their|the) (?P<np>[^;]{{0,60}}?)(?:{HEAD})")


def on_day(sentence: Masked, at: int, scene: Scene) -> tuple[str, str]:
    """Return the first and the last day of the date at a position, ISO 8601; "" where it has none."""
    date = scene.date(sentence.value(at))
    if date is None or sentence.value(at).kind == "duration":
        return "", ""
    return date.begin, date.end.iso if date.end is not None and sentence.value(at).kind == "day_range" else ""


def around(stretch: Stretch, scene: Scene, told: str, only_topic: bool) -> dict[str, Any]:
    """Return the slots that the words around a meeting give."""
    return when_and_where(stretch, scene, told, only_topic) | who_and_how(stretch, scene, only_topic)


def when_and_where(stretch: Stretch, scene: Scene, told: str, only_topic: bool) -> dict[str, Any]:
    """Return a meeting's status, days and place as the words around it give them."""
    start, end, _ = dates(stretch, scene, told in _TO_COME, only_topic)
    if only_topic:
        stretch = Stretch(stretch.sentence, stretch.start, stretch.start, stretch.end, stretch.high)
    return {"status": told, "start": start, "end": end, "place": place(stretch, scene)}


def who_and_how(stretch: Stretch, scene: Scene, only_topic: bool) -> dict[str, Any]:
    """Return a meeting's mode, chair and participants as the words around it give them."""
    head, _ = chair(stretch, scene)
    who = [p for p in beside(stretch, scene) if p["name"] != head] if not only_topic else []
    own = stretch.sentence.text[stretch.start : stretch.end]
    near = stretch.before[-60:] + own + stretch.after[:200] if not only_topic else stretch.after[:60]
    return {
        "mode": mode(stretch.sentence, near),
        "chair": head if not only_topic else "",
        "participants": who,
    }


def status_by_date(start: str, scene: Scene, phrase: Gathering) -> str:
    """Return the status of a meeting whose verb does not tell: to come if its date lies after the page's."""
    anchor = scene.anchor.iso if scene.anchor is not None else ""
    if start and anchor:
        return "announced" if start > anchor and not anchor.startswith(start) else "held"
    return "announced" if phrase.next else "held"


_SENT = pattern(
    r"\b(?:[a-z]+ )?(?:[Ee]xperts|[Rr]epresentatives|[Dd]elegations|[Oo]fficials|[Ss]pecialists) (?:of|from) (?:the )?$"
)
"""Those who were sent by the group that a sentence names as having met."""


def _group_name(sentence: Masked, at: int, group: Group) -> str:
    """Return the name of a group that met, with who of it did: "experts of the member states"."""
    sent = sentence.search(_SENT, sentence.text, 0, at)
    if sent is None:
        return " ".join(group.text.split())
    start, end = sentence.span(sent.start(), at + 1)
    return " ".join(sentence.page_text[start:end].split())


def convened(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Council met in C on D", "the ministers will meet again on D"."""
    sentence = found.sentence
    low = found.match.start("who")
    whole = sentence.search(_WHOSE_BODIES, sentence.text, 0, low)
    low = whole.start("who") if whole is not None else low
    value = sentence.value(low)
    leaders = sentence.search(_WHOSE_LEADERS, sentence.text, 0, low) if isinstance(value, Group) else None
    start, end = found.match.start("verb"), found.match.end("verb")
    text = sentence.text
    high = text.find("; ", end)
    stretch = Stretch(sentence, text.rfind("; ", 0, low) + 1, start, end, high if high >= 0 else len(text))
    verb = found.match["verb"]
    told = "announced" if _AHEAD.search(verb) else "held"
    slots = around(stretch, scene, told, False)
    if verb in ("meet", "meets") and (
        not slots["start"] or status_by_date(slots["start"], scene, Gathering(0, 0, "", False, [])) == "held"
    ):
        return
    anchored = bool(slots["start"] or slots["place"])
    if not anchored and not slots["chair"] and not slots["mode"]:
        return
    names = [body_name(scene, value) if isinstance(value, Body) else _group_name(sentence, low, value)]
    if leaders is not None:
        first, last = sentence.span(leaders.start(), low + 1)
        names = [" ".join(sentence.page_text[first:last].split()).removeprefix("The ")]
    slots["bodies"] = names
    slots["kind"] = kind_of_body(names[0])
    slots["extraordinary"] = _EXTRAORDINARY.search(stretch.after[:60]) is not None
    phrase = sentence.search(_FOR_ITS, stretch.after)
    if phrase:
        own = gathering(sentence, end + phrase.start("head"), end + phrase.end("many"), scene)
        slots["ordinal"] = own.ordinal or None if own else None
        slots["format"] = own.format if own else ""
        slots["extraordinary"] = bool(own and own.extraordinary) or slots["extraordinary"]
        if own and own.named and isinstance(value, Group):
            slots["bodies"] = own.bodies
    yield Draft(
        REGISTER,
        slots,
        [(sentence.start, sentence.end, found.rule)],
        notes={"strength": 2, "next": "again" in text[low : end + 12]},
    )


def takes_place(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read a body that is itself an event: "the Forum will take place in C", "at the 5th X Summit"."""
    sentence = found.sentence
    at = found.match.start("what")
    value = sentence.value(at)
    first, last = sentence.span(at, at + 1)
    event = None if value.anaphor else _EVENT.search(sentence.page_text[first:last]) or _EVENT.search(value.name)
    text = sentence.text
    if event is None or told_apart(sentence, at) or text[at - 1 : at] == "-":
        return  # also where it is the second of two sides: "LEAGUE-Norway Joint Committee"
    high = text.find("; ", at)
    phrase = gathering(sentence, at, at + 1, scene) or Gathering(at, at + 1, "", False, [])
    stretch = Stretch(sentence, text.rfind("; ", 0, at) + 1, phrase.start, at + 1, high if high >= 0 else len(text))
    told, moved = status(stretch, phrase.next, phrase.past)
    host = sentence.search(_HOSTS, stretch.before)
    if host:
        told = told or ("held" if host["ed"] == "ed" else "announced")
    gathers = event[0] not in ("Assembly", "Council", "Committee")
    held = not gathers and _held_itself(stretch)
    if told == "none" or _NOT_ITSELF.match(stretch.after) or sentence.search(_OVER_ANOTHER, text[:at]):
        return
    if not gathers and not held and not _TOLD_OFF.match(stretch.after):
        return
    only_topic = about(stretch)
    slots = when_and_where(stretch, scene, told, only_topic)
    if moved >= 0:
        slots["start"], slots["end"] = on_day(sentence, moved, scene)
    if sentence.search(_MARGIN_OF, stretch.before) and _DAY_NEXT.match(stretch.after):
        slots["start"] = slots["end"] = ""
    anchored = bool(slots["start"] or slots["place"])
    if not (
        anchored
        or (held and told and phrase.ordinal)
        or (gathers and phrase.ordinal and _AT_EVENT.search(stretch.before + text[phrase.start : at]))
    ):
        return
    slots |= who_and_how(stretch, scene, only_topic)
    name = body_name(scene, value)
    organ = _ORGAN_OF.search(text, 0, at)
    if organ is not None and isinstance(whole := sentence.value(organ.start()), Body) and whole.kind != "organisation":
        name = f"{whole.name} of the {name}"
    slots["bodies"] = [_EXTRA_WORD.sub("", name)]
    confers = organ is None and gathers and event[0] != "Summit" and _CONFERS.search(name)
    slots["kind"] = "conference" if confers else "session"
    slots["ordinal"] = phrase.ordinal or None
    slots["extraordinary"] = phrase.extraordinary or name.startswith(("Extraordinary ", "Emergency "))
    slots["status"] = told or status_by_date(slots["start"], scene, phrase)
    yield Draft(
        REGISTER,
        slots,
        [(sentence.start, sentence.end, found.rule)],
        notes={
            "strength": 2 if told else 1,
            "about": only_topic,
            "next": phrase.next,
            "past": phrase.past,
            "event": True,
            "same": _THEREUPON.search(stretch.before) is not None,
        },
    )


def _held_itself(stretch: Stretch) -> bool:
    """Whether a council or committee stands for its session: it "will take place", somebody took part in it."""
    taking_place = stretch.sentence.match(_TAKES_PLACE, stretch.after)
    return taking_place is not None or stretch.sentence.search(_IS_ATTENDED, stretch.before) is not None


def group_met(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the two special envoys met in C": a meeting of people told by what they are."""
    sentence = found.sentence
    start, end = found.match.span("verb")
    high = sentence.text.find("; ", end)
    stretch = Stretch(sentence, 0, start, end, high if high >= 0 else len(sentence.text))
    told = "announced" if _AHEAD.search(found.match["verb"]) else "held"
    slots = around(stretch, scene, told, False)
    if not (slots["start"] or slots["place"]):
        return
    two = found.has("two")
    text = found.text("small")
    slots["kind"] = "bilateral" if two else kind_of_body(text)
    if slots["kind"] != "working_group":
        slots["participants"] = [{"name": text}]
    if not two:
        slots["bodies"] = [text]
    yield Draft(
        REGISTER,
        slots,
        [(sentence.start, sentence.end, found.rule)],
        notes={"strength": 2, "encounter": two, "side": two},
    )


def hold_it(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "we shall hold it on D by videoconference": the meeting told of before, with its new date."""
    last = scene.last(REGISTER)
    sentence = found.sentence
    start, end = found.match.span()
    stretch = Stretch(sentence, 0, start, end, len(sentence.text))
    slots = around(stretch, scene, "announced", False)
    if not slots["start"]:
        return
    if last is not None:
        slots["bodies"] = list(last.slots.get("bodies") or [])
        slots["kind"] = last.slots.get("kind") or "session"
    yield Draft(REGISTER, slots, [(sentence.start, sentence.end, found.rule)], notes={"strength": 2})


_NEAR = 4
"""Sentences within which "the event" is the meeting told of before (judgement: a short piece of news)."""


def event_held(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the event was held in C": where and when the meeting told of before was; not where it was a drill."""
    last, drill = scene.last(REGISTER), scene.last("operations")
    if last is None or scene.number - last.sentence > _NEAR or (drill is not None and drill.sentence >= last.sentence):
        return
    sentence = found.sentence
    stretch = Stretch(sentence, 0, *found.match.span(), len(sentence.text))
    slots = when_and_where(stretch, scene, "held", False) | {"mode": mode(sentence, stretch.after)}
    kept = {name: slots[name] for name in ("start", "end", "place", "mode") if slots[name]}
    if kept:
        yield Draft(REGISTER, kept, [(sentence.start, sentence.end, found.rule)], notes={"detail": True})


def times(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "three times at the extraordinary meetings of B": several meetings as one record."""
    count = spelled_count([found.match["count"].lower()]) or {"twice": 2}.get(found.match["count"].lower(), 0)
    phrase = gathering(found.sentence, found.match.start("head"), found.match.end("many"), scene)
    if phrase is None or not phrase.bodies or count < 2:
        return
    slots: dict[str, Any] = {
        "kind": kind_of_body(phrase.bodies[0]),
        "bodies": phrase.bodies,
        "status": "held",
        "count": count,
        "extraordinary": phrase.extraordinary,
    }
    yield Draft(
        REGISTER,
        slots,
        [(found.sentence.start, found.sentence.end, found.rule)],
        notes={"strength": 1, "several": True},
    )


def ended(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "closed two days of talks on D", "ended today after two days of deliberations": first and last day."""
    sentence = found.sentence
    stretch = Stretch(sentence, 0, found.match.start(), found.match.start(), len(sentence.text))
    start, _, _ = dates(
        Stretch(sentence, 0, found.match.end("days"), found.match.end("days"), len(sentence.text)), scene, False, False
    )
    if not start:
        start, _, _ = dates(stretch, scene, False, False)
    days = spelled_count([found.match["days"].lower()])
    if len(start) != 10 or not 1 < days < 15:
        return
    slots = {"start": days_before(start, days - 1), "end": start, "place": place(stretch, scene)}
    yield Draft(REGISTER, slots, [(sentence.start, sentence.end, found.rule)], notes={"detail": True, "span": True})


RULES = (
    Rule(
        name="meetings.body-met",
        triggers=(
            "met ",
            "met,",
            "met.",
            "meeting in ",
            "convene",
            "gather",
            "assembl",
            "meet ",
            "meet,",
            "meets ",
            "sat ",
        ),
        pattern=(
            r"(?P<who>{B}|{Y})(?: \({B}\))?(?: of [A-Z][\w ]{2,40}(?: \({B}\))?,?)?"
            r"(?:,? (?:today|again|also|on {D}|{D}|in {C}|at the [\w-]+ level),?){0,3}"
            r"(?:, which|, who|,(?= meeting in )|, [a-z]+ed (?:by|under|in|on|at) [^;{A}]{1,90},)? "
            r"(?:(?:also|again|first|then|last|jointly) )?(?P<verb>(?:will|shall|would|is to|are to|is due to"
            r"|are due to|is scheduled to|is expected to|plans to) (?:also |again |next )?"
            rf"(?:meet|convene|gather|assemble|reconvene)|{_MET}|meeting"
            r"(?= in (?:regular|ordinary|special|extraordinary|plenary) session)|(?<=which )meets"
            r"|(?<!(?:to|not|can|must|should|may|could|would|they|we) )meets?"
            r"(?=(?: in {C},?)? (?:on |tentatively )?{D}))\b"
            r"(?! (?:with|the|all|its|their|this|criteria|requirements|resistance|opposition|a |an |only if|by \d"
            r"|on how)\b)"
        ),
        build=convened,
        reads=(
            "The Committee of Auditors met in Oslo on 5 May.",
            "The Committee of Auditors will meet in Oslo in June under the chairmanship of Minister Ivo Marr.",
        ),
        refuses=(
            "The Committee of Auditors must meet in Oslo once a year.",
            "The Committee of Auditors met the criteria in Oslo.",
            "The Committee of Auditors did not meet in Oslo.",
        ),
    ),
    Rule(
        name="meetings.meeting-in",
        triggers=(
            "meeting in",
            "meeting on",
            "meeting today",
            "meeting at",
            "gathering in",
            "gathered in",
            "convening in",
        ),
        pattern=(
            r"(?P<verb>^(?:Meeting|Gathering|Gathered|Convening|Convened))(?: in {C}| on {D}| {D}| at [^,;{A}]{3,"
            r"40}| today| via [^,;]{4,30}){1,4},? (?P<tail>[^,;{A}]{0,40}?,? ?)(?:the )?(?P<who>{B}|{Y})"
        ),
        build=convened,
        reads=("Meeting in Oslo on 5 May, the Committee of Auditors adopted the report.",),
        refuses=("Meeting the criteria in Oslo is hard, the Committee of Auditors found.",),
    ),
    Rule(
        name="meetings.takes-place",
        triggers=(
            "take place",
            "took place",
            "held",
            "host",
            "hold ",
            "part in",
            "participat",
            "at the",
            "to the",
            "for the",
            "th ",
            "st ",
            "rd ",
            "nd ",
            "approved by",
            "adopted by",
            "postponed",
            "cancelled",
            "put off",
        ),
        pattern=r"(?P<what>{B})",
        build=takes_place,
        reads=(
            "The Annual Security Conference will take place in Oslo in October.",
            "The text was sent to the 14th Ministerial Conference on Ports for signature.",
        ),
        refuses=(
            "The Annual Security Conference adopted a plan at the end.",
            "The Council of Ports took part in the exercise.",
        ),
        every=True,
    ),
    Rule(
        name="meetings.group-met",
        triggers=("met ", "will meet ", "gathered "),
        pattern=(
            r"\b(?:[Tt]he )?(?P<two>two )?(?P<small>(?:[a-z-]+ ){0,2}(?:representatives|ministers|leaders|experts"
            r"|negotiators|envoys|presidents|ambassadors|parliamentarians|coordinators|delegations|commanders)"
            r"|(?:[Tt]he |[Aa]n? )?(?P<small>(?:[a-z-]+ ){0,3}(?:working|expert|contact|drafting) (?:group|party)"
            r"(?: (?:on|for|of) (?:[\w-]+ ?){1,6}?)?)) (?P<verb>(?:also )?met|gathered|will meet)\b(?! with\b)"
            r"(?= (?:again |{D}|(?:in|at|on|via|today)\b))"
        ),
        build=group_met,
        reads=("On 16 May the two political representatives met in Paris.",),
        refuses=("The ministers met the deadline in Paris.",),
    ),
    Rule(
        name="meetings.hold-it",
        triggers=("hold it", "held it", "hold this meeting", "now take place", "now be held"),
        pattern=(
            r"\b(?:will|shall|plan to|intend to|to) (?:now |instead )?hold it\b|\b[Ii]t will (?:now|instead) "
            r"(?:be held|take place)\b"
        ),
        build=hold_it,
        reads=("The session was cancelled, but we shall hold it on 5 June by videoconference.",),
        refuses=("We shall hold it against them.",),
    ),
    Rule(
        name="meetings.event-held",
        triggers=("event was", "event took place"),
        pattern=r"^(?:The|This) event (?:(?:was|was also) (?:held|organi[sz]ed|conducted|hosted)|took place)\b",
        build=event_held,
        reads=("On 5 May 2024 the envoys took part in the 4th Conference of Pilots. The event was held in Oslo.",),
        refuses=("A storm broke over the harbour. The event was held in Oslo to be rare.",),
    ),
    Rule(
        name="meetings.times",
        triggers=(" times ", "twice"),
        pattern=(
            rf"\b(?P<count>twice|two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})(?: times)?,? (?:at|"
            rf"during|in) (?:the |its )?(?:[a-z]+ ){{0,3}}{HEAD}"
        ),
        build=times,
        reads=("The question was discussed three times at the extraordinary meetings of the Council of Ports.",),
        refuses=("The question was discussed three times at length.",),
    ),
    Rule(
        name="meetings.days",
        triggers=("days of",),
        pattern=(
            r"\b(?P<days>two|three|four|five|six|seven|\d) days of (?:talks|deliberations|meetings|discussions|"
            r"debates?|work|negotiations|sessions)\b"
        ),
        build=ended,
        reads=("Defence ministers closed two days of talks in Oslo on 5 May 2024.",),
        refuses=("Two days of rain stopped the work in Oslo on 5 May 2024.",),
    ),
)
"""Rules for meetings told by what somebody did: met, gathered, held them."""
