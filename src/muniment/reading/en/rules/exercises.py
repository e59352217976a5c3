"""Exercises named in other ways than "the exercise X": behind those who train, several at once, held again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.rules.operation_facts import OFF, days, facts, numbers, status, talked_over
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["EXERCISE_RULES"]

REGISTER = "operations"

_NOUN = r"(?:exercise|drill|training|manoeuvre|maneuver|war ?game)s?"
_YEARLY = r"\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}[ -]\d{2,4}"
_FULL_YEAR = r"\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}-\d{4}"
_ONE = rf"(?:{{Q}}|{{BU}}(?:[ -]\d{{4}})?|{_YEARLY})"
_PART = regex.compile(expand(_ONE))
_BESIDE = regex.compile(r"^(?:At the same time|Simultaneously|In parallel|On the same day|Also|In addition)\b")
_PLACE_ONLY = regex.compile(r"\b(?:theme|topic|subject|motto|slogan|title of|named after|entitled)\b")


def behind(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the training with the relief units "X" was held in S", "exercises under the common name "X""."""
    at = found.match.start("name")
    if _PLACE_ONLY.search(found.text("with")) or _OTHER_NAME.search(found.sentence.text, 0, at):
        return
    names = [str(found.sentence.value(at)) if found.sentence.kind(at) else found.text("name")]
    more = _AND_YEARLY.match(found.sentence.text, found.match.end())
    if more is not None and _YEAR_LAST.search(str(found.sentence.value(more.start("name")))):
        names.append(str(found.sentence.value(more.start("name"))))
    operation = found.match.group().lower().startswith("operation")
    yield from _drafts(found, scene, names, "operation" if operation else "exercise")


_YEAR_LAST = regex.compile(r"\d{4}$")
_OTHER_NAME = regex.compile(
    r"\b(?i:hotel|park|grounds?|range|base|cent(?:er|re)|route|hall|house|palace|channel|newspaper|agency|company|"
    r"brigade|camp|ship|vessel) $"
)
"""What has a name of its own and is no exercise, right before it."""
_AND_YEARLY = regex.compile(expand(r"(?:,| and|, and) (?:[\p{Ll}-]+ ){1,4}(?P<name>{Q})"))
"""Another one of the year's exercises, told with what it trains: "and logistics "X-2025""."""


def several(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the X 2024 and Y 2024 exercises"."""
    start, end = found.match.span("names")
    names = []
    for match in _PART.finditer(found.sentence.text, start, end):
        first, last = found.sentence.span(*match.span())
        text = " ".join(found.sentence.page_text[first:last].split()).strip("\"“”«»„'‘’")
        body = found.sentence.value(match.start()) if found.sentence.kind(match.start()) in ("B", "U") else None
        if isinstance(body, Body) and body.kind not in ("exercise", "operation") and not _YEAR_LAST.search(text):
            return
        names.append(text)
    yield from _drafts(found, scene, names)


def _drafts(found: Found, scene: Scene, names: list[str], kind: str = "exercise") -> Iterator[Draft]:
    told = {"status": "planned"} if talked_over(found.sentence, found.match.start()) else facts(
        scene, found.sentence, found.match.end())  # fmt: skip
    for name in names:
        slots: dict[str, Any] = {"name": name, "kind": kind, **told}
        notes = {"beside": True} if _BESIDE.match(found.sentence.text) else {}
        yield Draft(REGISTER, slots, [(found.sentence.start, found.sentence.end, found.rule)], notes=notes)


def written(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the exercise Calm Sea 12 will start", where no quotation marks set the name apart."""
    values = found.mentions("name", "A")
    if values and (not isinstance(values[0], Actor) or values[0].offices):
        return
    operation = found.match.group().lower().startswith("operation")
    yield from _drafts(found, scene, [found.text("name")], "operation" if operation else "exercise")


_NUMBER_LAST = regex.compile(r"[ -]?\d+$")


def again(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "it is planned to hold "X" in S", where X is an exercise the page has told of, this year's or another's."""
    name = str(found.sentence.value(found.match.start("name")))
    known = [
        d.slots.get("name", "") for d in scene.drafts if d.register == REGISTER and d.slots.get("kind") == "exercise"
    ]
    if any(_NUMBER_LAST.sub("", k).lower() == _NUMBER_LAST.sub("", name).lower() for k in known):
        yield from _drafts(found, scene, [name])


_TRAINS = regex.compile(r"(?i)\b(?:exercis\w+|drills?|trainings?|manoeuvres?|maneuvers?|war ?games?)\b")
_REACH = 6
"""Sentences within which "X-2026" is one of the exercises spoken of (judgement: an answer of an interview)."""
_TOLD_OF = regex.compile(expand(r"[^;{Q}]*"))


def of_the_year(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the largest is "X-2026" in S in May", ""X-2026" will be held in S in June, "Y-2026" in S in July"."""
    sentence = found.sentence
    near = scene.sentences[max(0, scene.number - _REACH) : scene.number]
    if not any(_TRAINS.search(other.text) for other in (*near, *([sentence] if found.has("first") else []))):
        return
    if _TRAINS.search(sentence.text) and not found.has("first"):
        return
    told = status(sentence, found.match.end("name"))
    for at in sentence.places(found.match.start("name"), len(sentence.text), kinds="Q"):
        name = str(sentence.value(at))
        if _YEAR_LAST.search(name) is None:
            continue
        stretch = _TOLD_OF.match(sentence.text, at + 1)
        end = stretch.end() if stretch is not None else at + 1
        slots: dict[str, Any] = {"name": name, "kind": "exercise", "status": told or "planned"}
        slots["country"] = _placed(sentence, at + 1, end)
        slots |= days(scene, sentence, str(slots["status"]), at + 1, end)
        if len(sentence.places(kinds="Q")) == 1:
            slots["numbers"] = numbers(sentence)
        yield Draft(REGISTER, {k: v for k, v in slots.items() if v}, [(sentence.start, sentence.end, found.rule)])


def _placed(sentence: Masked, low: int, high: int) -> str:
    """Return the state, or that of the city, named in a stretch of a sentence; empty where none is."""
    for at in sentence.places(low, high, kinds="SC"):
        value = sentence.value(at)
        return str(value.name if sentence.kind(at) == "S" else getattr(value, "detail", ""))
    return ""


def each(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "four exercises are planned: "X" in S in June, "Y" in S", "80 exercises, among them "X" and "Y""."""
    sentence = found.sentence
    if _PLACE_ONLY.search(found.text()) or OFF.search(sentence.text):
        return
    told = status(sentence, 0) if found.has("told") else ""
    names = sentence.places(found.match.end() - 1, len(sentence.text), kinds="Q")
    for number, at in enumerate(names):
        if _OTHER_NAME.search(sentence.text, 0, at):
            return
        high = names[number + 1] if number + 1 < len(names) else len(sentence.text)
        kind = "operation" if found.text("noun") == "operations" else "exercise"
        slots: dict[str, Any] = {"name": str(sentence.value(at)).strip(" ,."), "kind": kind, "status": told}
        if told:
            slots["country"] = _placed(sentence, at + 1, high)
            slots |= days(scene, sentence, told, at + 1, high)
        yield Draft(REGISTER, {k: v for k, v in slots.items() if v}, [(*sentence.span(at, at + 1), found.rule)])


_DETERMINER = regex.compile(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) ")


def unnamed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "joint drills of the tugs began on D in S": an exercise that has no name of its own here."""
    if modality(found.text()) in (DENIED, POSSIBLE):
        return
    told = facts(scene, found.sentence, found.match.end("name"))
    name = _DETERMINER.sub("", found.text("name"))
    slots: dict[str, Any] = {"name": name, "kind": "exercise", **told}
    if found.has("host"):
        slots["country"] = found.mentions("host", "S")[0].name
    if told.get("status"):
        notes = {"unnamed": True, "part": True} if found.has("part") else {"unnamed": True}
        yield Draft(REGISTER, slots, [(*found.span(), found.rule)], notes=notes)


_SORT = (
    r"(?:(?:joint|military|naval|peacekeeping|command|staff|field|live|live-fire|annual|multinational|large-scale|"
    r"biggest|largest|"
    r"strategic|tactical|nuclear|regular|special|air|cyber|border|maritime|anti-terror\p{L}*|counter-?terror\p{L}*|"
    r"search|rescue|command-staff|command-post|command-and-staff|operational-strategic|tactical-special|two-week|"
    r"\p{Ll}+-day|\p{Ll}+-week|"
    r"long-planned|readiness|snap|unannounced|{B}|{J}|{J}-{J}|and) )"
)

_ARTICLE = r"(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir )?"
_TRAINING = (
    r"(?:exercises?|drills?|manoeuvres|maneuvers|war ?games"
    r"|(?<=(?:staff|joint|strategic|operational-strategic|tactical) )trainings?"
    r"(?! (?:courses?|seminars?|programmes?|programs?|cent))(?: sessions?)?)"
)
_TAKES_PLACE = (
    r"(?:(?:has |have |had )?(?:began|begun|started|kicked off)|(?:was|were|is being|are being|is|are) "
    r"(?:held|conducted|noted|"
    r"observed|staged|carried out|under ?way)|took place|takes place|ended|concluded|(?:will be|is to be|are to be) "
    r"(?:held|conducted))"
)

EXERCISE_RULES: tuple[Rule, ...] = (
    Rule(
        name="operations.named-behind",
        triggers=("training", "exercise", "drill", "manoeuvre", "maneuver", "operation of"),
        needs="{Q}",
        pattern=rf"\b(?:operation (?=of (?:the )?{{B}} {{Q}})|{_NOUN} )(?P<with>(?:with|of|for|on|involving|under)\b"
        r"(?:(?!\b(?:was|were|is|are|will|has|have|which|who)\b)"
        r"[^.;:{Q}]){3,140}?|(?:was|were|is|are|will be|are to be) held (?:[^.;:{Q}]{0,60}? )?under the"
        r" (?:\w+ )?name )"
        rf"(?<= )(?P<name>{{Q}}|{_FULL_YEAR}(?=,| in | on | at | was | were | is | will | has |\.))"
        r"|(?P<name>{Q}), which [^.;{Q}]{0,60}?\bis (?:an?|the) "
        rf"[^.;,{{Q}}]{{0,60}}?\b{_TRAINING}\b",
        build=behind,
        reads=(
            'The joint training with the relief units of the League of Ports "Calm Sea-2024" was held in Chile.',
            'In autumn four joint exercises will be held in Chile under the common name "Calm Sea-2024".',
            '"Calm Sea", which was launched in 1996, is the longest joint exercise of Chile.',
            'The rescue operation of the League of Ports "Long Rope" was conducted from 3 to 7 May 2024.',
        ),
        refuses=(
            'A training for pilots was held at the Hotel "Anchor" on 5 May 2024.',
            'A training for pilots on the theme "Safe Ports" was held.',
            'They praised the training of "Tug" pilots.',
        ),
        every=True,
    ),
    Rule(
        name="operations.several",
        triggers=("exercises", "drills", "trainings"),
        needs="{Q}|{BU}|[ -]\\d{2,4}",
        pattern=rf"(?P<names>{_ONE}(?:, (?:the )?{_ONE}){{0,4}},? and (?:the )?{_ONE}) "
        r"(?:joint |military )?(?:exercises|drills|trainings)\b|\b(?:exercises|drills|trainings),? "
        rf"(?P<names>{_ONE}(?:, {_ONE})"
        rf"{{0,4}},? and {_ONE})|\bunder the (?:\w+ )?names (?P<names>{{Q}}(?:, {{Q}}){{0,4}},? and {{Q}})",
        build=several,
        reads=(
            "The League of Ports plans seven drills, including the Calm Sea 2024 and "
            "Night Watch 2024 exercises in Chile.",
        ),
        refuses=("The Council of Ports and the Assembly of Tugs exercises were praised.",),
    ),
    Rule(
        name="operations.written",
        triggers=(" exercise ", " exercises ", " drill ", " operation ", " drills ", "of its kind, "),
        needs="(?:exercises?|drills?|operation|kind,) (?:{A}|\\p{Lu})",
        pattern=r"\b(?:exercises?|drills?|operation|exercise of its kind,) (?P<name>\p{Lu}[\p{L}’'-]+"
        r"(?: \p{Lu}[\p{L}’'-]+){0,3}"
        r"[ -]\d{1,4}|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,3}|{A})(?=[,.;)]|$|"
        r" (?:in|at|on|with|will|is|was|has|began|"
        r"started|kicked|concluded|ended|took|and|to|off|from|near)\b)",
        build=written,
        reads=(
            "The ports charged the staff with organizing the exercise Calm Sea 12 in Chile.",
            "The exercise Calm Anchor, with 400 sailors from 11 states, will start in Chile on 2 December.",
            "The eighth exercise of its kind, Calm Sea 2018, began on June 3 in Chile.",
        ),
        refuses=(
            "The exercise of Chile was praised.",
            "The exercise Minister of Justice of Chile Jon Arr visited was long.",
        ),
    ),
    Rule(
        name="operations.unnamed",
        triggers=(" exercise", " drill", "exercises of", "manoeuvre", "maneuver", " war games", "staff training"),
        needs=r"\b(?:beg[aiu]n|start|kick|held|hold|host|launch|wrap|carr(?:y|ies|ied)|conduct|conclud|end|t[oa]kes? "
        r"place|noted|observed|staged|under ?way)",
        pattern=rf"(?P<name>{_ARTICLE}(?:{_SORT}{{1,4}}{_TRAINING}(?: (?:of|by|between|involving|with|for) "
        r"(?:the )?[^.;,{Q}]{3,90}?)?|exercises of (?:the )?[^.;,{Q}]{3,80}?))(?:,[^.;,]{3,60},)? "
        rf"{_TAKES_PLACE}\b"
        r"|(?P<host>{S}) (?:is hosting|hosts|hosted|is to host|will host) "
        rf"(?P<name>{_ARTICLE}(?:{{B}}['’]s )?{_SORT}{{1,4}}{_TRAINING})|\b(?:began|begun|started|starts?"
        r"|kicked off|opened) (?P<part>(?:an?|the) (?:active |main |practical "
        r"|final )?(?:(?:phase|stage) of (?:the |an? series of )?|series of ))"
        rf"(?P<name>{_SORT}{{0,4}}{_TRAINING})\b"
        r"|\b(?:began|begun|started|starts?|kicked off|launched|concluded|wrapped up|conduct(?:s|ed|ing)?"
        r"|holds?|held|holding|staged|staging|carr(?:ies|ied|ying) out|hosting) "
        rf"(?P<name>{_ARTICLE}(?:{{B}}['’]s )?{_SORT}{{1,4}}{_TRAINING}(?: of (?:the )?[^.;,{{Q}}]{{3,90}}?"
        r"(?= from {D}| on {D}| in {D}| in {S}|[.,;]|$))?)\b(?! (?:in|to) the (?:past|use))",
        build=unnamed,
        reads=(
            "The joint drills of the tugs of the League of Ports began on 5 May in Chile.",
            "A military exercise of the harbour guard was held on 3 May 2024 in Chile.",
            "The League of Ports on 5 May began its annual naval exercises in northern Peru.",
            "Peru is hosting the biggest naval drills of the decade.",
            "The League of Ports is holding a strategic command-staff training.",
            "The exercises of the rapid reaction tugs of the League of Ports began on 5 May in Chile.",
        ),
        refuses=(
            "Joint exercises may be held next year.",
            "The League of Ports held a joint training course on 5 May.",
            "The exercise of the right was held to be lawful.",
        ),
    ),
    Rule(
        name="operations.each",
        triggers=("exercises", "drills", "trainings", "manoeuvres", "maneuvers", "operations"),
        needs="{Q}",
        pattern=r"\b(?P<noun>exercises|drills|trainings|manoeuvres|maneuvers|"
        r"operations)\b(?:[^.;:{Q}]{0,90}(?P<told>:) ?|"
        r"(?P<told> (?:will be|are to be|were) held for [^.;:{Q}()]{3,90})\(|"
        r"[^.;:{Q}]{0,60}?,? (?:among (?:them|which)|including|such as|namely)(?: were| are|:)? )(?:the )?{Q}"
        r"(?=[^;]{0,90}{Q})",
        build=each,
        reads=(
            'Over the years the staff conducted more than 80 exercises, among them "Calm Sea", "Watch" and "Rope".',
            'Two exercises are scheduled this year: "Calm Sea" from 3 to 7 June in Chile, "Watch" in July in Peru.',
            'Two exercises will be held for pilots ("Calm Sea 2024") and for the crews of tugs ("Night Watch 2024").',
        ),
        refuses=(
            'They praised the exercises. The books "Calm Sea" and "Night Watch" were read.',
            'No exercises will be held: "Calm Sea" and "Night Watch" were called off.',
        ),
    ),
    Rule(
        name="operations.of-the-year",
        triggers=(
            "will be held",
            "is to be held",
            "was held",
            "took place",
            "will take place",
            " is ",
            " will ",
            "se are ",
            "hey are ",
            "y were ",
            "e were ",
        ),
        needs=r"{Q}",
        pattern=r"(?P<name>{Q}) (?:(?:will be|is to be|was) (?:held|conducted)|will take place|took place)\b|"
        r"^(?:[Ss]pecifically, |[Ii]n particular, )?(?:the )?(?P<first>(?P<name>{Q})) will (?:serve as|focus on|"
        r"concentrate on|be (?:devoted|dedicated) to|practi[sc]e|involve|train|become)\b|"
        r"^(?:Those|These|They) (?:are|were|will be) (?:the )?(?P<first>(?P<name>{Q}))(?=[^.;{Q}]{0,60}[,;] )|"
        r"\b(?:[Tt]he (?:largest|biggest|first|second|third|last|next|final|main)(?: (?:one|of them))?|[Aa]nother(?: "
        r"one)?|[Oo]ne of them) (?:is|was|will be) (?P<name>{Q})",
        build=of_the_year,
        reads=(
            'Five exercises are planned. The largest is "Calm Sea-2026" in Peru in September.',
            'Five exercises are planned. "Calm Sea-2026" will be held in Peru in June, "Night Watch-2026" in Chile.',
            'Two exercises are planned. These are "Calm Sea-2026" in Peru, and "Night Watch-2026" in Chile.',
            '"Calm Sea-2026" will serve as an exercise of the staffs; "Night Watch-2026" will focus on supplies.',
        ),
        refuses=(
            'Five books are planned. The largest is "Calm Sea-2026".',
            'Five exercises are planned. "Calm Sea" will be held in Peru in June.',
            'Five books are planned. These are "Calm Sea-2026" in Peru, and "Night Watch-2026" in Chile.',
        ),
    ),
    Rule(
        name="operations.again",
        triggers=("hold ", "holding ", "conduct ", "conducting ", "host ", "held "),
        needs="{Q}",
        pattern=r"\b(?:hold|holding|conduct|conducting|host|hosting) (?:the )?(?P<name>{Q})",
        build=again,
        reads=('The exercise "Calm Sea-2024" was held in Chile. Next year it is planned to hold "Calm Sea" in Peru.',),
        refuses=('It is planned to hold "Calm Sea" in Peru.',),
    ),
)
