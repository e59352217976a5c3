"""What later sentences tell of "the exercise", "the mission" or "it": those who take part, days, grounds, aims."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.operation_facts import facts, kind_of, numbers
from muniment.reading.mention import Actor, Body
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["FORCE", "MORE_RULES"]

REGISTER = "operations"

FORCE = regex.compile(r"\b(?:Mission|Force|Policing|Operation|Peacekeep\w+)\b")
"""What the name of a mission or force holds."""
_ALL = regex.compile(r"^(?:The|These|All(?: the| these)?) (?:events|exercises|trainings|drills|manoeuvres)\b")
_EVERY = regex.compile(r"^(?:These|All|The events)\b")


def force_counts(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The force counts over 900 soldiers", after its commander or the force itself was named."""
    for sentence in reversed(scene.sentences[max(0, scene.number - 2) : scene.number]):
        for at in reversed(sentence.places()):
            value = sentence.value(at)
            names = (
                [o.text.rpartition(" of ")[2].removeprefix("the ") for o in value.offices]
                if isinstance(value, Actor)
                else []
            )
            owners = [o.organization for o in value.offices] if isinstance(value, Actor) else []
            if isinstance(value, Body) and not value.anaphor:
                names, owners = [value.name], [value.name]
            named_here = next((n for n, o in zip(names, owners, strict=True) if n and FORCE.search(o)), "")
            if named_here:
                told = {"status": "ongoing", **facts(scene, found.sentence, 0)}
                slots = {
                    "name": named_here,
                    "kind": "peacekeeping" if "orce" in found.text("noun") else kind_of(owners[0]),
                    **told,
                }
                span = (found.sentence.start, found.sentence.end, found.rule)
                yield Draft(REGISTER, slots, [span], notes={"names": {named_here, *owners}})
                return


_OPERATION = regex.compile(r"Mission|Force|Operation")


def more_mission(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read what "the Mission" was established by and when, after it was named."""
    if found.has("body"):
        (body,) = found.mentions("body", "B")
        if not (isinstance(body, Body) and body.anaphor and _OPERATION.search(body.name)):
            return
    told = {k: v for k, v in facts(scene, found.sentence, 0).items() if k in ("legal_basis", "participants", "numbers")}
    if told:
        yield Draft(REGISTER, told, [(found.sentence.start, found.sentence.end, found.rule)], notes={"more": True})


def _these(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "These are S, S and S", after a sentence on how many states take part."""
    before = scene.sentences[scene.number - 1].text if scene.number else ""
    states = [found.sentence.value(at).name for at in found.sentence.places(kinds="S")]
    if _GIVE_TROOPS.search(before) and len(states) > 1:
        span = (found.sentence.start, found.sentence.end, found.rule)
        yield Draft(REGISTER, {"participants": states}, [span], notes={"more": True})


_OBSERVERS = regex.compile(r"\bobservers?\b")


def more(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read what a sentence tells of "the exercise", "the operation" or those who take part in it."""
    if found.has("these"):
        yield from _these(found, scene)
        return
    if found.has("made"):
        counted = {"numbers": numbers(found.sentence)}
        if counted["numbers"]:
            span = (found.sentence.start, found.sentence.end, found.rule)
            yield Draft(REGISTER, counted, [span], notes={"more": True})
        return
    told = facts(scene, found.sentence, 0)
    if _OBSERVERS.search(found.sentence.text):
        told = {k: v for k, v in told.items() if k not in ("participants", "numbers")}
    if (
        "legal_basis" not in told
        and "purpose" not in told
        and "numbers" not in told
        and "participants" not in told
        and not found.has("itself")
        and not found.has("it")
    ):
        return
    if "purpose" in told:
        told.pop("country", None)
    if told:
        notes = {"more": True, "all": True} if _ALL.match(found.sentence.text) else {"more": True}
        if found.has("it"):
            notes["it"] = True
        if _EVERY.match(found.sentence.text):
            notes["these"] = True
        yield Draft(REGISTER, told, [(found.sentence.start, found.sentence.end, found.rule)], notes=notes)


_MADE_OF = (
    r"(?:comprises?|comprised|consists? of|consisted of|is (?:made up|composed|comprised) of"
    r"|will (?:comprise|consist of|be (?:made up|composed) of)|numbers|counts)"
)
_MADE_UP = (
    rf"^(?:(?:The|This|Its) (?:[\p{{L}}-]+ ){{0,3}}?(?:[Mm]ission|team|delegation|\p{{Lu}}{{3,}}|{{B}})(?: (?:in|to) "
    rf"(?:the )?{{S}})?|It) (?:currently |now )?{_MADE_OF} (?=[^.;]{{0,40}}\d)|^(?:A (?:total|number) of |Some |"
    rf"About |More than |Over )?[\d,]+ [^.;]{{3,90}} "
    rf"(?:will |are to )?"
    r"(?:take|taking|took) part in the (?:\p{Ll}+ )*mission\b"
)
"""What a mission is made up of."""
_IT_WORKS = (
    r"^It (?:also |currently )?(?:is tasked|is "
    r"mandated|contributes|supports|assists|provides|advises|trains|monitors|aims|"
    r"helps)\b"
)
_ITSELF = (
    r"\b[Tt]he (?:mission|force|operation)['’]s (?:mandate|deployment)\b|\b[Tt]he deployment "
    r"(?:is|was|follows|followed)\b|\b[Tt]h(?:e|is) (?:\w+ ){0,2}(?:exercise|operation|mission|drill|training"
    r"|manoeuvre|maneuver|force|events)s?\b(?! of\b)(?=[ ,.;]|$)|^It (?:was|is|had been|has been|will be) "
    r"(?:held|conducted|launched|carried out|being (?:held|conducted|carried out)|established|aimed)"
)
_ITS_AIM = (
    r"^(?:The|Its) (?:main )?(?:aim|purpose|goal|objective)s? (?:of (?:the |this )?\w+ )?(?:is|was|are)\b"
    r"|\bits purpose is|\bauthori[sz]ed (?:ceiling|strength)\b"
)
_PARTAKE = (
    r"\b(?:[Tt]ak(?:e|ing) part|[Tt]ook part|[Pp]articipating nations|^The participants (?:are|come)|^Participating "
    r"(?:countries|states)|(?:are|were) participating\b|[Pp]articipate[sd]? (?:together )?in "
    r"(?:it|(?:the |joint |practical |these )*(?:exercise|drill|training)s?)|(?:are|were|will be) "
    r"(?:involved|engaged)|^[Pp]articipants (?:in|of) (?:it|the (?:exercise|drill|training)s?)"
    r"|^It (?:is|was|will be) attended|represented at (?:it|the (?:exercise|drill|training)s?)|[Pp]articipating in "
    r"(?:it|the (?:\w+ stage of the )?(?:exercise|drill|training)s?)|involve[sd]? [^.;]{0,90}? from \w+ "
    r"(?:nations|countries))\b"
)
_GIVE_TROOPS = regex.compile(
    r"\b(?:contribut\w+ (?:\w+ ){0,2}(?:troops|forces|soldiers|personnel)|(?:troop|personnel)[- ][Cc]ontribut\w+|"
    r"(?:participating|contributing) (?:countries|nations|states)|contributions from)"
)

MORE_RULES: tuple[Rule, ...] = (
    Rule(
        name="operations.more-mission",
        triggers=("established", "set up", "deployed", "numbers ", "mandate", "authorized", "authorised"),
        needs="[Tt]he {B}|[Tt]he (?:[\\p{L}-]+ )?mission",
        pattern=r"^The (?:(?P<body>{B})|(?:[\p{L}-]+ )?(?:mission|force|operation))"
        r"(?=,? (?:was |is |has |deployed |set up |"
        r"established |numbers |counts ))",
        build=more_mission,
        reads=(
            "The Ports Mission in Chile works. The Mission was established by Security Council resolution 99 (2020).",
        ),
        refuses=(
            "The Ports Mission in Chile works. The Council was established by Security Council resolution 99 (2020).",
        ),
    ),
    Rule(
        name="operations.force-counts",
        triggers=("the force", "the mission"),
        pattern=r"\b[Tt]he (?P<noun>[Ff]orce|[Mm]ission) (?:currently |now |today )?(?:counts|numbers|comprises|"
        r"consists of|has)\b",
        build=force_counts,
        reads=(
            "The Standing Peace Force of the League of Ports works in Chile. The force counts over 900 soldiers "
            "from 12 nations.",
        ),
        refuses=("The Committee on Budget met in Chile. The force counts over 900 soldiers from 12 nations.",),
    ),
    Rule(
        name="operations.more",
        triggers=(
            "the exercise",
            "the operation",
            "the mission",
            "the drill",
            "the training",
            "the events",
            "the maneuver",
            "the manoeuvre",
            "involve",
            "participating in",
            "aim is",
            "goal is",
            "goals are",
            "aims are",
            "objective",
            "purpose is",
            "purpose of",
            "part",
            "participat",
            "involved",
            "engaged",
            "represented",
            "attended",
            "authorized",
            "authorised",
            "it was ",
            "it is ",
            "it had ",
            "the force",
            "deployment",
            "it contribut",
            "it support",
            "it assist",
            "it provid",
            "it advis",
            "it train",
            "it monitor",
            "it aims",
            "it help",
            "these are",
            "they are",
            "these include",
            "participants are",
            "comprise",
            "consist",
            "made up of",
            "composed of",
            "delegation ",
            "its team",
            "the team",
        ),
        pattern=rf"(?V0)(?P<made>{_MADE_UP})|"
        rf"(?P<it>{_IT_WORKS})|(?P<itself>{_ITSELF})|(?P<these>^(?:These|They) (?:are|include) (?:the "
        rf")?{{S}})|{_ITS_AIM}|"
        rf"{_PARTAKE}",
        build=more,
        reads=(
            "The operation is being conducted on the basis of the appeal of the President of Chile and Article 6 of "
            "the Charter of the League of Ports.",
            "The Ports Mission in Chile works. Three states have contributed troops to it. These are Peru, Chile and "
            "Brazil.",
            "The exercise Calm Sea 12 began in Chile. Participating countries in it will include Peru and Chile.",
            "640 rescuers and medics from Peru, Chile and Brazil are taking part, with 22 boats.",
        ),
        refuses=("The operation was praised.", "Three states spoke. These are Peru, Chile and Brazil."),
    ),
)
"""Rules for what is told of an operation named before."""
