"""Statements: what one speaker said in one stretch, reported or in their own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from muniment.reading.draft import Draft
from muniment.reading.mention import Actor
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

REGISTER = "statements"

_THAT = (
    "said|says|stated|states|noted|notes|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|underlined|underscored|underscores|highlighted|"
    "added|adds|pointed out|points out|recalled|explained|explains|declared|announced|reported|told|informed|believes|considers|remarked|"
    "mentioned|acknowledged|reaffirmed|reiterated|confirmed|argued|warned|concluded|observed|indicated|asserted|insisted|"
    "admitted|claimed|claims|maintained|assured|suggested|replied|answered|commented|clarified|specified|reminded|hoped|hopes|"
    "expressed (?:hope|confidence|concern|regret|the hope|the view|the opinion|conviction|his conviction|her conviction|his confidence|her confidence)|"
    "is (?:convinced|confident|sure|certain)|drew attention to the fact|made it clear|voiced (?:hope|confidence|concern)"
)
_ABOUT = (
    "told|informed|spoke|spoke in favou?r|briefed|reported|presented|outlined|described|touched upon|touched on|dwelt on|dwelled on|"
    "drew attention to|commented on|assessed|appreciated|praised|commended|welcomed|thanked|congratulated|condemned|expressed|"
    "voiced|conveyed|called on|called upon|called for|urged|warned|proposed|suggested|advocated|supported|highlighted|emphasi[sz]ed|"
    "stressed|noted|underlined|underscored|recalled|reaffirmed|reiterated|addressed|shared|raised|gave|made|paid|wished|listed|"
    "named|summed up|focused on|reviewed|elaborated on|denounced|criticised|criticized|rejected|hailed|acknowledged|characteri[sz]ed|"
    "appealed to|lauded|reminded|assured|regretted|deplored|announced|confirmed|stated|declared"
)
_ADVERBS = r"(?:(?:also|further|separately|particularly|especially|specifically|in particular|then|again|once again|in turn|for (?:his|her|its) (?:part|turn)|in (?:his|her|its) turn|highly|positively|strongly|warmly|briefly|in detail|for instance|repeatedly|previously|earlier|has|have|had|as well|therefore|however|sincerely|firmly|fully|critically|duly|additionally)[, ]+){0,3}"
_ASIDE = r"(?:, (?:for (?:his|her|its|their) (?:part|turn)|in (?:his|her|its|their) turn|in turn|[^,{A}]{1,90}),|,)?"
_SPEAKER = r"(?P<who>{A}|(?<=^|[;,] |and )(?:He|She|he|she)(?=\W))"


def _speaker(found: Found, scene: Scene) -> str:
    """Return who speaks: the person named, or the one last named for "he" and "she"."""
    actors: list[Actor] = found.mentions("who", "A")
    if actors:
        return scene.person(actors[0])
    bodies = found.mentions("who", "BSY")
    if bodies:
        return scene.name(bodies[0])
    return scene.last_actor


def _statement(found: Found, scene: Scene, speaker: str, words: tuple[int, int], mode: str = "reported") -> Draft:
    slots: dict[str, Any] = {"speaker": speaker, "mode": mode, "text": _tidy(scene.page.text[words[0] : words[1]])}
    return Draft(REGISTER, slots, [(*found.span(), found.rule)], notes={"words": words})


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,;\"“”«»")


def reported_that(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A noted that ...": the text is what follows "that"."""
    speaker = _speaker(found, scene)
    if speaker:
        yield _statement(found, scene, speaker, found.span("what"))


def reported_about(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A informed the participants about ...": the verb belongs to the text."""
    speaker = _speaker(found, scene)
    if speaker and found.match.end("what") - found.match.start("what") > 12:
        yield _statement(found, scene, speaker, found.span("what"))


RULES = (
    Rule(
        name="statements.said-that",
        triggers=("that",),
        pattern=rf"{_SPEAKER}{_ASIDE} {_ADVERBS}(?:{_THAT})(?: (?:to )?(?:{{AYBS}}|[\w ]{{2,40}}?))?,? that (?P<what>.+?)[.]?$",
        build=reported_that,
        reads=("Secretary General Ana Dol noted that the plan is ready.",),
        refuses=("The plan that Ana Dol wrote is ready.",),
    ),
    Rule(
        name="statements.according-to",
        triggers=("according to",),
        pattern=r"^According to (?P<who>{A}|him|her), (?P<what>.+?)[.]?$",
        build=reported_that,
        reads=("According to Secretary General Ana Dol, the border remains calm.",),
        refuses=("According to the plan, the border remains calm.",),
    ),
    Rule(
        name="statements.spoke-of",
        triggers=tuple(sorted({word.split("?")[0].split(" ")[0].split("[")[0] for word in _ABOUT.split("|")})),
        pattern=rf"{_SPEAKER}{_ASIDE} {_ADVERBS}(?P<what>(?:{_ABOUT}) (?!that\b).+?)[.]?$",
        build=reported_about,
        reads=("Secretary General Ana Dol informed the delegates about the budget.",),
        refuses=("Secretary General Ana Dol arrived in the capital.",),
    ),
)


def spoken(scene: Scene) -> Iterator[Draft]:
    """Return a statement for each quotation in somebody's own words; a few words merely marked are none."""
    for speech in scene.speeches:
        start, end = speech.parts[0][0], speech.parts[-1][1]
        if not speech.speaker or (speech.kind == "partial" and scene.page.text.count(" ", start, end) < 5):
            continue
        text = " ".join(_tidy(scene.page.text[a:b]) for a, b in speech.parts)
        spans = [(a, b, "statements.quoted") for a, b in speech.parts]
        if speech.cue[0] < speech.cue[1]:
            spans.append((*speech.cue, "statements.quoted"))
        yield Draft(REGISTER, {"speaker": speech.speaker, "mode": "direct", "text": text}, spans,
                    notes={"words": (start, end)})  # fmt: skip


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one statement for each stretch of words, and none for what somebody says inside a quoted speech."""
    kept: list[Draft] = list(spoken(scene))
    drafts = [d for d in drafts if not d.speaker]
    for draft in drafts:
        start, end = draft.notes["words"]
        clash = next((k for k in kept if k.notes["words"][0] < end and start < k.notes["words"][1] and k.slots["mode"] == draft.slots["mode"]), None)
        if clash is None:
            kept.append(draft)
    return kept


