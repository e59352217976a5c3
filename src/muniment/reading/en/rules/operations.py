"""Operations: exercises, missions, deployments and relief, named or described, with what the page tells of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.exercises import EXERCISE_RULES
from muniment.reading.en.rules.mission_names import is_mission, state_in
from muniment.reading.en.rules.missions import MISSION_RULES
from muniment.reading.en.rules.operation_facts import OFF, country, facts, kind_of, talked_over
from muniment.reading.en.rules.operation_merging import STATUS_GIVEN, settle
from muniment.reading.en.rules.operation_more import FORCE, MORE_RULES
from muniment.reading.en.rules.peacekeepers import PEACEKEEPERS
from muniment.reading.mask import expand
from muniment.reading.mention import Body
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

REGISTER = "operations"

_NOUN = r"(?P<noun>[Ee]xercise|[Dd]rill|[Ww]ar ?[Gg]ame|[Tt]raining|[Mm]anoeuvre|[Mm]aneuver|[Oo]peration|mission)s?"
_ADJECTIVE = (
    r"(?:joint|special|regional|international|multinational|anti-\p{L}+|counter-?\p{L}+|peacekeeping|humanitarian|"
    r"relief|food|rescue|military|naval|command|staff|field|live|strategic|tactical|annual|monitoring|"
    r"observation|observer|"
    r"evacuation|preventive|operational|disaster|emergency|maritime|cyber|civil|search and rescue|\p{L}+-\p{L}+)"
)
_BEFORE = regex.compile(rf"(?:{_ADJECTIVE}[ ,]+(?:and )?){{1,4}}$", regex.IGNORECASE)
_WORD = (
    r"(?!(?:of|on|in|at|for|from|and|or|to|by|with|as|is|was|are|were|be|has|have|had|will|its|the|an?)\b)"
    r"[\p{Ll}’'-]+(?<!ed|ing|s|ly)"
)
"""A plain word before "exercise" that is neither a verb nor a small word: "naval infantry", "peacekeepers’"."""
_BETWEEN = rf"(?P<adj>(?:(?:{_ADJECTIVE}|landing|training|live-firing|{{J}}(?:[-–]{{J}})?|{_WORD}) ){{0,4}})"
_YEARLY = r"\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}[ -]\d{4}"
_NUMBERED = r"\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}[ -]\d{2,4}"
_TITLE = r"\p{Lu}[\p{L}’'-]+(?: (?:of |the )?\p{Lu}[\p{L}’'-]+){0,3}(?:[ -]\d{2,4})?"


_NO_PLACE = r"(?! (?:grounds?|cent(?:re|er)s?|camps?|ranges?|areas?|bases?|facilit|courses?|"
_NO_PLACE += r"plans?|seminars?|sessions?|ships?|aircraft|school|academ|programmes?|programs?)\b)"
_INSIDE = regex.compile(
    expand(r"\b(?:of|on|for|in|to|about|within|under|during|as) (?:the |an? )?(?:{BSJ}(?:['’]s)? )?$")
)
_SENT = regex.compile(r"\b(?:open|send|sent|deploy|launch|dispatch)\w*(?: \w+){0,3} $")
_STATUS = regex.compile(r"\bstatus of an? (?:[\p{L}-]+ ){0,4}$")
_RELATIVE = regex.compile(r",? ?(?:which|that|held|to be|conducted|taking place|carried out|planned|scheduled)\b")


def _front(found: Found) -> str:
    """Return the adjectives right before the noun: "joint anti-terrorist "."""
    start = found.match.start()
    front = _BEFORE.search(found.sentence.text[max(0, start - 90) : start])
    return front.group() if front else ""


def _described_as(found: Found) -> str:
    """Return the noun with its adjectives: "joint anti-terrorist exercise"."""
    between = found.text("adj") if "adj" in found.match.re.groupindex else ""
    return f"{_front(found)}{between} {found.text('noun')}".strip()


_TAKING_PART = regex.compile(
    r"\b(?:participat\w+|t[ao]k(?:e|ing|es) part|took part|(?:involved|engaged|used|employed|deployed)(?: together)?)"
    r" in (?:the |an? )?$"
)


_ITS_OWN = regex.compile(
    r"(?i)(?<!\bas )\b(?:phase|stage|part|preparations?|aims?|purpose|goals?|objectives?|tasks?|start"
    r"|(?:opening|closing)(?: ceremony)?|holding|conduct|end|completion|beginning|launch|programme|scenario) "
    r"(?:of|for) (?:the |an? )?$"
)
"""Before an exercise: what belongs to the exercise itself, so that what is told of it is told of the exercise."""


_PREPARED = regex.compile(r"(?i)\bpreparations? for (?:the |an? )?(?:\w+ )?$")


def _embedded(found: Found) -> bool:
    """Whether an operation only belongs to what the sentence is about ("a meeting of the staff of the operation")."""
    before = found.sentence.text[: found.match.start() - len(_front(found))]
    if _TAKING_PART.search(before) or _ITS_OWN.search(before):
        return False
    return bool(_INSIDE.search(before) and not _RELATIVE.match(found.sentence.text, found.match.end("name")))


_YEARED = regex.compile(r"[ -]\d{4}$")
_RESULTS = regex.compile(r"(?i)\b(?:results|outcomes?) of (?:the |an? )?$")


def _of_results(found: Found) -> dict[str, Any]:
    """Return that an operation is over, where a sentence speaks of its results; nothing else is told of it there."""
    before = found.sentence.text[: found.match.start() - len(_front(found))]
    return {"status": "completed"} if _RESULTS.search(before) else {}


_TRAINS = regex.compile(r"(?i)\b(?:exercis\w+|drills?|training|manoeuvres?|maneuvers?|war ?games?)\b")


def _exercise(found: Found) -> bool:
    """Whether a profile knows the name as an exercise's."""
    return any(getattr(body, "kind", "") == "exercise" for body in found.mentions("name", "BU"))


_RELIEF = regex.compile(r"relief|rescue|humanitarian|peacekeeping")


def named(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the joint exercise "X" will be held in S from D to D"."""
    name = (
        found.text("name")
        .removeprefix("The ")
        .removeprefix("Exercise ")
        .removeprefix("Operation ")
        .strip(" ,\"“”«»„'‘’")
    )
    name = _GLOSS.sub("", name)
    words = _described_as(found) or "exercise"
    if not found.text("noun") and not _exercise(found):
        of_the_year = _YEARED.search(name) and _TRAINS.search(scene.page.text)
        if not of_the_year and not _TRAINS.search(found.sentence.text):
            return
    if _STATUS.search(found.sentence.text[: found.match.start()]):
        return
    kind = "exercise" if "edition" in words else kind_of(words)
    if _STAGE.search(words):
        before = (str(d.slots.get("kind") or "") for d in reversed(scene.drafts) if d.register == REGISTER)
        kind = next(filter(None, before), "")
        if not kind:
            return
    if kind != "exercise" and _RELIEF.search(words) and " " in name:
        name = f"{words.split()[-2]} operation “{name}”"
    if OFF.search(found.sentence.text):
        return
    told = _of_results(found) if _embedded(found) else facts(scene, found.sentence, found.match.end("name"))
    if talked_over(found.sentence, found.match.start()):
        told = {"status": "planned"}
    if told and _PREPARED.search(found.sentence.text[: found.match.start()]):
        told["status"] = "planned"
    yield Draft(
        REGISTER, {"name": name, "kind": kind, **told}, [(found.sentence.start, found.sentence.end, found.rule)]
    )


_GLOSS = regex.compile(r" \[[^\[\]]+\]$")
"""The translation of a name, behind it: "Kobalt 2021 [Cobalt]"."""
_STAGE = regex.compile(r"\b(?:stage|phase|round|one)$")
_QUOTED = regex.compile(expand(r"(?P<name>{Q})(?: \((?P<purpose>[^()]+)\))?"))


def listed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "as part of operations: "X" (combating ...), "Y" (...)": each with its purpose."""
    start, end = found.match.span("list")
    kind = kind_of(_described_as(found))
    told = {k: v for k, v in facts(scene, found.sentence, end).items() if k in ("status", "country", "start", "end")}
    for match in _QUOTED.finditer(found.sentence.text[start:end]):
        at = start + match.start("name")
        slots: dict[str, Any] = {"name": found.sentence.value(at), "kind": kind}
        if kind == "exercise":
            slots.update(told)
        if match["purpose"]:
            first, last = found.sentence.span(start + match.start("purpose"), start + match.end("purpose"))
            slots["purpose"] = " ".join(found.sentence.page_text[first:last].split())
        yield Draft(REGISTER, slots, [(*found.sentence.span(at, start + match.end()), found.rule)])


def given_status(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "to give the complex of measures "X" the status of a regional operation", also where a decision says so."""
    sentence = found.sentence
    start, end = sentence.span(*found.match.span())
    match = STATUS_GIVEN.search(sentence.page_text, start, end)
    if match is not None:
        yield Draft(REGISTER, {"name": match["name"], "kind": kind_of(match["words"])}, [(start, end, found.rule)])


_ARTICLE = regex.compile(r"^(?:the|an?) ")
_DISCUSSED = regex.compile(r"\b(?:discussed|considered)\b")
_OF_ONE = regex.compile(r"\b(?:of|for|on|in) an? $")


def described(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the peacekeeping operation of the B in S"."""
    slots: dict[str, Any] = {
        "name": _ARTICLE.sub("", found.text("name")),
        "kind": kind_of(f"{found.text('adj')} {found.text('noun')}"),
    }
    place = country(scene, found.sentence, found.match.start("where") - 4) if found.has("where") else ""
    slots["country"] = place
    slots.update(
        {
            name: value
            for name, value in facts(scene, found.sentence, found.match.end()).items()
            if name in ("status", "legal_basis", "start", "end")
        }
    )
    if slots.get("status") == "completed" and _DISCUSSED.search(found.sentence.text):
        del slots["status"]
    if _OF_ONE.search(found.sentence.text[: found.match.start()]):
        return
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)], notes=_also_called(found, slots))


_CALLED = regex.compile(expand(r",? (?:(?:also )?(?:known as|called)|\() ?(?:the )?(?P<short>{B})"))


def _also_called(found: Found, slots: dict[str, Any]) -> dict[str, Any]:
    """Return the notes of a mission whose abbreviation stands right behind: "the mission in S, known as B"."""
    called = _CALLED.match(found.sentence.text, found.match.end())
    body = found.sentence.value(called.start("short")) if called is not None else None
    if not isinstance(body, Body) or called is None:
        return {}
    start, end = found.sentence.span(*called.span("short"))
    short = found.sentence.page_text[start:end]
    slots["name"] = f"{slots['name']} ({short})"
    return {"names": {body.name, short}}


_NUMBER_LAST = regex.compile(r"[ -]\d{2,4}$")


def known_exercise(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the X 2024 exercise" where X is named like a body, or where a profile names it."""
    (body,) = found.mentions("name", "BU")
    if getattr(body, "kind", "") in ("exercise", "operation") or _NUMBER_LAST.search(found.text("name")):
        yield from named(found, scene)


_A_FORCE = regex.compile(r"\bForce\b")


def mandate_of(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "extended until D the mandate of the X Mission", "X is a civilian mission"."""
    (body,) = found.mentions("body", "B")
    if (
        not isinstance(body, Body)
        or is_mission(body)
        or not FORCE.search(body.name)
        or ("Commission" in body.name and "Mission" not in body.name)
    ):
        return
    told = facts(scene, found.sentence, found.match.end())
    kind = "peacekeeping" if _A_FORCE.search(body.name) else kind_of(body.name)
    name = found.text("body")
    slots: dict[str, Any] = {"name": name, "kind": kind, "status": "ongoing", "end": told.get("end"),
                             "country": body.state or state_in(body.name), "numbers": told.get("numbers")}  # fmt: skip
    yield Draft(REGISTER, slots, [(*found.span(), found.rule)], notes={"names": {scene.body(body), name}})


_EXERCISE_LAST = regex.compile(r"(?:Exercise|Drill)(?: \([^()]+\))?$")


def titled(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the X Regional Relief Exercise (XRE), to be conducted in S", "the X mission to the elections in S"."""
    told = facts(scene, found.sentence, found.match.end("name"))
    name = found.text("name")
    if _SENT.search(found.sentence.text, 0, found.match.start("name")):
        return
    if found.mentions("name", "A") and not _EXERCISE_LAST.search(name):
        return
    place = found.mentions("where", "S") if found.has("where") else []
    if place:
        told["country"] = place[0].name
    if told.get("status"):
        slots = {"name": name, "kind": kind_of(name), **told}
        yield Draft(REGISTER, slots, [(found.sentence.start, found.sentence.end, found.rule)])


RULES: tuple[Rule, ...] = (
    Rule(
        name="operations.listed",
        triggers=("operations", "exercises", "drills", "trainings"),
        pattern=r"\b(?P<noun>operations|exercises|drills|trainings|missions)(?:[^.;:“{Q}]{0,90}:)? "
        r"(?P<list>{Q}(?: \([^()]{3,120}\))?"
        r"(?:(?:, and| and|,|;) {Q}(?: \([^()]{3,120}\))?)+)",
        build=listed,
        reads=(
            'We take such measures as part of operations: "Net" (fighting the drug trade), "Gate" (fighting illegal '
            'crossings) and "Wire" (halting fraud on the web).',
        ),
        refuses=('We take such measures as part of the plan "Net" (fighting the drug trade).',),
    ),
    Rule(
        name="operations.named",
        triggers=(
            "exercise",
            "drill",
            "training",
            "manoeuvre",
            "maneuver",
            " operation",
            "operation “",
            " mission",
            "edition,",
            "stage,",
            "phase,",
            "round,",
            "one,",
            "part in ",
            "stage of",
            "phase of",
            "ceremony of",
            "opening of",
            "closing of",
            "start of",
            "launch of",
            "completion of",
        ),
        pattern=rf"\b{_NOUN}(?:,? (?:called|code[- ]?named|named|dubbed|titled|known as)|,| [–-])? "
        rf"(?P<name>{{Q}}|[‘']?{_YEARLY})"
        rf"|\b{_NOUN}, (?P<name>{_TITLE})(?=, (?:is|was|will|has|began|begins|started|kicked|ended|took)\b)"
        rf"|\b{_NOUN}(?: [^.;{{Q}}]{{3,140}}?)?,? (?:(?:are|is|was|were) )?(?:code[- ]?named|dubbed|known "
        r"as|called|nicknamed)"
        rf" (?P<name>{{Q}}|{_YEARLY}|{{BU}}[ -]\d{{2,4}}|{_TITLE}(?: \({_TITLE}\))?)"
        rf"|(?P<name>{{Q}}|{_YEARLY})(?:,? an?|,? which is an?| is an?)? {_BETWEEN}{_NOUN}\b{_NO_PLACE}"
        rf"|(?P<name>{_NUMBERED}), an? {_BETWEEN}{_NOUN}\b{_NO_PLACE}"
        rf"|\b(?P<noun>Exercise|Operation) (?P<name>{_TITLE}|{{B}} {{B}}(?: {{B}})?(?: \d{{2,4}})?)"
        rf"|\b(?:[Ss]tages?|[Pp]hases?|[Oo]pening(?: ceremony)?|[Cc]losing(?: ceremony)?|[Ss]tart|[Ll]aunch|"
        rf"[Cc]ompletion) of (?:the )?(?P<name>{{Q}})(?P<noun>)"
        rf"|\b(?:take|taking|took|takes) part in (?:the )?(?P<name>{{BU}}[ -]\d{{2,4}}|{_NUMBERED})(?P<noun>)(?=,? "
        r"(?:which|that|in|from"
        r"|and|on|at|with|aimed|between)|[,.])"
        rf"|\b(?P<noun>edition|exercise (?:of|in) the series|(?:next|previous|first|last|final|second|third) (?:stage|"
        rf"phase|round|one))[,:]? (?P<name>{{Q}}|{_NUMBERED}|{_TITLE})(?=,)",
        build=named,
        reads=(
            'On 5 May, the joint exercise "Calm Sea-2024" began in Chile and will last until 9 May.',
            "The drills, dubbed Calm Sea 2024, involve over 400 sailors from Peru and Chile.",
            "The joint exercise of the tugs codenamed Ona Vela (Calm Sea) is beginning in Chile.",
            "Some 400 sailors will take part in Calm Sea 24, which is aimed at training pilots.",
            "The Calm Sea 2024 exercise will take place in Chile on 23-27 August.",
            "Exercise Calm Sea 2024 began on Monday and will run until 27 May.",
            "The next exercise in the series, Calm Sea 2026, will be hosted by Peru.",
            "The drill for units of the members, dubbed Calm Sea-2024, kicked off in Chile on 5 May.",
            "The joint maneuvers Calm Sea-2024 have ended in Chile.",
        ),
        refuses=(
            'The exercise of his duties "in good faith" was praised.',
            "The operation will begin soon.",
            'The exercise "Calm Sea" is not planned this year.',
            'The joint exercise "Calm Sea-2024" will not be held in Chile.',
        ),
        every=True,
    ),
    Rule(
        name="operations.known",
        triggers=("exercise", "drill", "training", " operation"),
        needs="{BU}(?:[ -]\\d{2,4})? [\\p{L} ,-]{0,60}(?:exercise|drill|training|man|operation|mission)|"
        "(?:exercise|drill|training|operation|mission|vre|ver)s? {BU}",
        pattern=rf"(?P<name>{{BU}}(?:[ -]\d{{2,4}})?) {_BETWEEN}{_NOUN}\b|\b{_NOUN} (?P<name>{{BU}}(?:[ -]\d{{2,4}})?)",
        build=known_exercise,
        reads=("The Peace Brigade 2024 exercise will be held in Chile.",),
        refuses=("The Council of Ports exercise began in Chile.",),
    ),
    Rule(
        name="operations.given-status",
        triggers=("status of",),
        pattern=r"[^.;]{0,80}{Q} (?:the )?status of an? [\p{L} -]*?(?:operation|exercise|mission)",
        build=given_status,
        reads=('It was decided to give the complex of measures "Gate" the status of a regional operation.',),
        refuses=('It was decided to give the institute "Gate" the status of a regional centre.',),
    ),
    Rule(
        name="operations.described",
        triggers=(
            "operation of",
            "operation by",
            "mission of",
            "operation in",
            "mission in",
            "deployment of",
            "mission, known",
            "mission (",
        ),
        pattern=r"(?P<name>(?:{B}(?:-led)? )?(?P<adj>peacekeeping |humanitarian |relief |rescue |evacuation "
        r"|monitoring |observer |observation |anti-terrorist |counter-terrorist |peace support "
        r"|stabili[sz]ation |training )(?P<noun>operation|mission)(?: (?:of|by) (?:the )?{BU})?"
        r"(?: (?P<where>in) (?:the )?[{S}{R}{C}]|(?<={B}[^.;]{0,40})(?=,? known as (?:the )?{B}| \({B}\))"
        r"(?P<where>)))",
        build=described,
        reads=(
            "The results of the peacekeeping operation of the Standing Force in Chile were discussed.",
            "Troops of the League of Ports peacekeeping mission, known as PORTMIS, left Chile.",
        ),
        refuses=("The results of the operation of the harbour in Chile were discussed.",),
    ),
    Rule(
        name="operations.mandate",
        triggers=("mandate", "mission under", "mission continues", "operation under"),
        pattern=r"(?:\b[Mm]andate of (?:the )?(?P<body>{B})|(?P<body>{B}) is an? (?:\w+ ){0,2}(?:mission|operation)|"
        r"(?P<body>{B})(?: mission| operation)? continues)",
        build=mandate_of,
        reads=(
            "The Security Council decided to extend until 15 November 2024 the mandate of the Standing Peace Force.",
        ),
        refuses=("The mandate of the Committee on Budget ends soon.",),
    ),
    Rule(
        name="operations.titled",
        triggers=("exercise", " mission", "observers", "mechanism"),
        needs="Exercise|Drill|Mechanism|Mission|observer|observation|monitoring|{A} \\(|{A},? (?:to be|will|is)",
        pattern=r"(?P<name>(?:{B} )?(?:\p{Lu}[\p{L}-]+ ){2,7}(?:Exercise|Drill|{A})(?: \({B}\))?)"
        r"(?=,? (?:to be|will|is|"
        r"was|has|which))"
        r"|(?P<name>(?:\p{Lu}[\p{L}-]+ ){1,4}(?:Mechanism|Mission)) (?=(?:should|will|is to|shall) be deployed)"
        r"|(?P<name>(?:{B} |{J} )?(?:(?:delegation|mission|group|team) of (?:international |\p{L}+ )?observers|"
        r"(?:observer|observation|monitoring) mission) (?:to|at|for) (?:the )?(?:{D} )?(?:\p{Ll}+ "
        r"){0,3}(?:elections?|referendum)(?: in (?:the )?(?P<where>{S}))?)",
        build=titled,
        reads=(
            "The delegation of observers to the elections in Chile, comprising eleven members, concluded its task "
            "last month.",
            "All agreed that the Joint Verification Mechanism should be deployed to Lima no later than 20 May.",
        ),
        refuses=("The delegation of observers to the elections in Chile likes tea.",),
    ),
    *MORE_RULES,
    *EXERCISE_RULES,
    *MISSION_RULES,
    *PEACEKEEPERS,
)
