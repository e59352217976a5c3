"""Situations: how somebody assesses a region or a border. Never a fact: always by whom."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.doers import doer, own_state
from muniment.reading.en.rules.situation_regions import regions
from muniment.reading.en.rules.situation_trends import trend
from muniment.reading.mask import Masked, expand
from muniment.reading.pattern import pattern
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

REGISTER = "situations"

_SUBJECT = pattern(
    r"\b(?:situations?|environment|climate(?! (?:change|action|finance|crisis|policy|goals?))|state of "
    r"(?:affairs|security)|instability|threats?|tensions?|fighting|calm|deterioration|stability of|atmosphere"
    r"|ceasefire|trends?|tendenc(?:y|ies)|violence|hostilities|clashes|unrest|conflict potential|activity of"
    r"|aggravation|escalation|crisis|security (?:in|on|along)|build-?up|militants?|terrorist \w+|fighters"
    r"|catastrophe|chaos|processes|developments|terrorism|trafficking|extremism|risks?|hotbed|brink of|verge of"
    r"|shelling|shootings?|armed incidents?|skirmishes|bloodshed|deterioration of security|stabili[sz]ation|forces"
    r"|troops|infrastructure|grouping|hotspots?|(?<!food )insecurity|(?:significant|major|substantial|serious"
    r"|essential) changes|sources? of|collective security)\b",
    ignore_case=True,
)
_SAYS = (
    r"said|says|saying|noted|notes|noting|stressed|stresses|emphasi[sz]ed|underlined|underscored|"
    r"stated|states|told|added|pointed out|pointing out|recalled|explained|declared|announced|"
    r"warned|warns|reported|remarked|observed|acknowledged|described|describes|characteri[sz]ed|"
    r"characteri[sz]es|(?<!to )assess|assessed|assesses|judged|judges|called|termed|saw|sees|considered|considers|"
    r"regards?|cautioned|"
    r"believes|spoke (?:of|about)|informed|voiced|voices|voicing|expressed|expresses|expressing|deplored|regretted|"
    r"(?:is|are|was|were|remain|remains) (?:\w+ly )?(?:preoccupied|concerned|worried|alarmed|"
    r"encouraged|troubled|disturbed|heartened)|(?:arrived at|came to|reached) the (?:\w+ )?(?:opinion|conclusion)|"
    r"took note|takes note|taking note|agreed that|(?:shared|share) the (?:view|opinion)|(?:deeply |gravely |"
    r"seriously )?(?:concerned|"
    r"alarmed|worried|preoccupied) (?:by|at|about|over|with)|drew attention|"
    r"(?:is |are |was |were )?(?:closely )?(?:follow(?:s|ed|ing)?|watch(?:es|ed|ing)?|monitor(?:s|ed|ing)?) with|"
    r"replied|answered|estimated|estimates|commented|concluded|finds|found"
)
_VERB = regex.compile(rf"\b(?:{_SAYS})\b", regex.IGNORECASE)
_AFTER = regex.compile(
    expand(
        r"[,”\"’–—-]+ (?:as )?(?:the )?(?:{O}[^,;.{A}]{3,60} )?(?P<who>{A}|{BSY}|he|she)(?: \([^()]*\))?(?: of (?:the "
        rf")?{{SB}})?(?:, [^;]{{3,120}}?,)? (?:also |further )?(?P<verb>{_SAYS})\b"
    )
)
_ACCORDING = regex.compile(
    expand(
        r"\b(?:[Aa]ccording to|assessment (?:of|by)(?=[^.;]{0,30} that\b)|[Ii]n the (?:opinion|view|assessment|"
        r"words) of) (?:the "
        r")?(?P<who>{ABSY}|him|her)|[Ii]n (?P<who>his|her) (?:opinion|view|words|assessment)|[Ii]n "
        r"{A}['’]s (?:opinion|view)"
    )
)
_SOME = regex.compile(r"\b(some|several|many|most|a number of) $", regex.IGNORECASE)
_CUT = pattern(
    r";\s|,\s(?=growing|increas|while|whereas|although|though|(?:and|but) (?:in|on|that|is|was) |"
    r"as regards)|\s(?=while |whereas |and [a-z]+ed (?:the|that|its) )|(?:,| and| but) (?=that )| and (?=(?:voic|"
    r"express)\w+ (?:regret|concern|alarm)\b)| and (?=(?:\p{Ll}+ "
    r"){0,2}(?:risks?|threats?|tensions?) (?:remain|persist|are))|, "
    r"(?=I would|we would|which "
    r"(?:could|would|might))"
)
_THERE = regex.compile(
    r"(?:^\W*(?:But |And |However, )?(?:The |the )?(?:\w+ )?situation\b|\b[Ss]ituation there\b|"
    r"\b(?:it|It) (?:is|was|has|had|remains?|remained|stays|stayed)\b|\bthere\b|\bat the border\b)"
)
_SAW = pattern(
    r"\b(?:saw|sees|noted|observed|noticed|reported|registered) (?:an? |the |some |signs of |first "
    r"|no )*(?:[a-z]+ ){0,2}(?:improvements?|deterioration|escalation|de-escalation|"
    r"stabili[sz]ation)\b"
)
_PLAIN = pattern(
    r"(?:border|frontier|region|area|zone|{R}|{S}|{C})(?: itself)? (?:is|was|are|were|remains?|"
    r"remained|stays?|stayed|has (?:been|become|remained|seen)|had (?:been|become|remained|"
    r"seen)|continue[sd]? to|saw) "
    r"(?:\w+ly |rather |very |still |\W?timid but real\W? )?(?:calm|quiet|tense|stable|"
    r"restless|unstable|volatile|worsen|deteriorate|improve(?:ment)?|[\"“][^\"”]{3,40}[\"”] "
    r"(?:improvement|deterioration))\b"
)


_SAID = regex.compile(
    r"\b(?:said|says|stating|saying|adding|"
    r"told [^,;.]{3,60}?(?= that )|warned|noted|reported|stressed|added)(?: that)? (?=[\p{Ll}\p{Lu}])"
)
_FINDING = regex.compile(
    r"^\W*(?:\d+\.|\(?[a-z]\)|[-–•])\s*(?:Also |Further )?[A-Z][a-z]+s\b"
    r"|^(?:(?:And|Also|Further|Deeply|Gravely|Seriously),? ){0,2}(?i:noting|expressing|reiterating|stressing|concerned|"
    r"alarmed|disturbed|deploring|underlining|emphasi[sz]ing|welcoming|recogni[sz]ing|mindful|conscious)\b"
)
"""A finding of a numbered list, or a clause of a preamble."""
_HEAD = regex.compile(expand(r"(?:The )?(?P<body>{B}),"))
_OBSERVED = regex.compile(
    expand(
        r"^(?:The )?(?P<who>{B})(?: (?:in|to) {S})? (?:\w+ )?(?:observed?|noted|reported|saw|heard|recorded|registered|"
        r"continued to (?:observe|monitor))\b"
    )
)
_STATE_OF_THINGS = regex.compile(
    r"\bsituation|\bhad seen|\bhas seen|\bis|\bwas|\bit (?:had|has|remain\w*|stay\w*|continue[sd]?)\b"
    r"|\bremain(?:s|ed)? (?:\w+ly )?(?:calm|quiet|stable|tense|peaceful|volatile)\b"
)


def assessed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read each clause that tells the state of a region, with the person whose assessment it is."""
    sentence = found.sentence
    told = assessing = False
    for start, end in _clauses(sentence):
        clause = sentence.text[start:end]
        subject = sentence.search(_SUBJECT, clause)
        spoken_of = (
            subject is not None
            or sentence.search(_PLAIN, clause) is not None
            or sentence.search(_SAW, clause) is not None
            or (told and _STATE_OF_THINGS.search(clause) is not None)
        )
        if not spoken_of and not (_THERE.search(clause) and (scene.speech or _told_before(scene, sentence))):
            continue
        told, assessing = told or subject is not None, True
        name, stop = trend(clause)
        if not name or _REGARDED.search(clause, 0, stop) or _told_by_nobody(scene, sentence, clause[:stop]):
            continue
        said = _said_before(sentence, start, start + stop)
        where = (
            (said and (regions(scene, sentence, said, end) or _place(sentence, said, end)))
            or regions(scene, sentence, start, end)
            or (told and start and _IT.match(clause) and regions(scene, sentence, 0, start))
            or _regions_before(scene, clause)
        )
        who = _assessor(scene, found, start + stop) if where else ""
        found.refuse("unnamed")
        for region in where if who else ():
            slots: dict[str, Any] = {
                "region": region,
                "trend": name,
                "assessed_by": who,
                "date": _date(scene),
                "text": _text(found, start, end),
            }
            yield Draft(REGISTER, slots, [(*sentence.span(0, len(sentence.text)), found.rule)])
    if not assessing:
        found.refuse("pattern")


def _told_by_nobody(scene: Scene, sentence: Masked, before: str) -> bool:
    """Whether a trend is only the background of what a page tells, and nobody in the sentence speaks of it."""
    return not scene.speech and _BACKGROUND.search(before) is not None and _VERB.search(sentence.text) is None


def _told_before(scene: Scene, sentence: Masked) -> bool:
    """Whether "according to him, it remains tense" goes on from a sentence about a situation."""
    before = scene.sentences[scene.number - 1] if scene.number else sentence
    return _ACCORDING.search(sentence.text) is not None and before.search(_SUBJECT, before.text) is not None


def _said_before(sentence: Masked, start: int, stop: int) -> int:
    """Return where the last verb of saying of a clause ends, if what is said follows it; 0 where there is none."""
    verbs = [match.end() for match in _SAID.finditer(sentence.text, start, stop)]
    return verbs[-1] if verbs else 0


def _place(sentence: Masked, start: int, end: int) -> list[str]:
    """Return the place that a stretch names behind "in" though nothing else knows it; none where it names none."""
    match = _PLACE.search(sentence.text, start, end)
    return [match.group("place")] if match is not None else []


_PLACE = regex.compile(
    r"\b(?:in|around|near) (?P<place>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})(?= (?:is|was|has|had|re)|,)"
)


def _clauses(sentence: Masked) -> list[tuple[int, int]]:
    """Return the parts of a sentence that each may assess another region: at ";", ", growing", "while", "but that"."""
    text = sentence.text
    cuts = [0, *(match.end() for match in sentence.finditer(_CUT, text)), len(text)]
    return list(itertools.pairwise(cuts))


def _text(found: Found, start: int, end: int) -> str:
    first, last = found.sentence.span(start, end)
    return " ".join(found.sentence.page_text[first:last].split()).strip(' ,;."“”')


_IT = regex.compile(
    r"\W*(?:that |and |but )*(?:noted |said |stressed )?(?:that )?it (?:is|was|has|had|remain|stay|continue)"
)
"""A clause that goes on about the situation told of in the clause before."""
_REGARDED = regex.compile(r"\b(?:taking into account|considering) (?:the )?(?:[a-z]+ ?){0,4}$")
"""Before a trend that is only what something else is done in view of."""
_BACKGROUND = regex.compile(
    r"\b(?:in the (?:context|face|conditions) of|against the (?:backdrop|background) of|amid|amidst) (?:the |an? )?"
    r"(?:[a-z]+ ?){0,4}$",
    regex.IGNORECASE,
)
"""Before a trend that the page tells of itself, unless somebody is told to say it."""
_OWN = regex.compile(r"\b(?:in|of) (?:his|her|their) (?:own )?(?:country|state|homeland)\b")
_BORDER = regex.compile(r"\b\p{Lu}[\p{L}]+[-–]\p{Lu}[\p{L}]+ (?:state )?border\b")


def _regions_before(scene: Scene, clause: str) -> list[str]:
    """Return the region that "the situation there" speaks of: what the nearest of the two sentences before names."""
    own = _OWN.search(scene.sentences[scene.number].text)
    if own is not None:
        return own_state(scene, scene.sentences[scene.number], own.start())
    if _THERE.search(clause) is None:
        return []
    for number in range(scene.number - 1, max(-1, scene.number - 3), -1):
        sentence = scene.sentences[number]
        border = _BORDER.search(scene.page.text, sentence.start, sentence.end)
        if border is not None:
            return [border.group()]
        if "at the border" in clause:
            continue
        where = regions(scene, sentence, 0, len(sentence.text))
        if where:
            return where if len(where) == 1 else []
    return []


def _assessor(scene: Scene, found: Found, at: int) -> str:
    """Return who assesses: whose speech it is, else who does the nearest verb of saying before or behind."""
    if scene.speech:
        return scene.speech
    sentence, text = found.sentence, found.sentence.text
    according = _ACCORDING.search(text)
    if according is not None and not (according[0][0] == "a" and ", and " in text[according.end() : max(at, 0)]):
        who = according.group("who") or ""
        if who in ("him", "her", "his"):
            return scene.last_actor
        places = sentence.places(*according.span())
        return scene.name(sentence.value(places[-1])) if places else ""
    listing = _listing(scene, sentence)
    if listing:
        return listing
    for verb in reversed(list(_VERB.finditer(text, 0, at))):
        names = _relative(scene, sentence, verb.start()) or doer(scene, sentence, verb.start())
        if names:
            return _counted(text, verb.start(), names)
    after = _AFTER.search(text, at - 1) if at > 0 else None
    if after is not None:
        word = after.group("who")
        return scene.last_actor if word in ("he", "she") else scene.name(sentence.value(after.start("who")))
    return _stated(scene)


_WHICH_SHE = regex.compile(r", which (?:he|she) (?:\w+ly )?$")


def _relative(scene: Scene, sentence: Masked, verb: int) -> list[str]:
    """Return the person of the sentence whom "which she described as" speaks of."""
    clause = _WHICH_SHE.search(sentence.text, 0, verb)
    named = sentence.places(0, clause.start(), kinds="A") if clause is not None else []
    return [scene.name(sentence.value(named[-1]))] if named else []


def _counted(text: str, verb: int, names: list[str]) -> str:
    """Return the assessors as one name, with "some" where only some of them are meant."""
    some = _SOME.search(text[: verb - 2]) if verb > 2 else None
    name = " and ".join(names) if len(names) < 3 else ", ".join(names)
    return f"{some.group(1)} {name}" if some is not None else name


def _stated(scene: Scene) -> str:
    """Return who makes the statement that this sentence is or goes on with, or whose list of findings it is in."""
    sentence = scene.sentences[scene.number]
    for draft in reversed(scene.drafts):
        if draft.register == "statements" and any(a < sentence.end and sentence.start < b for a, b, _ in draft.spans):
            return str(draft.slots["speaker"])
    return _reporting(scene) or _goes_on(scene)


def _listing(scene: Scene, sentence: Masked) -> str:
    """Return the body whose numbered findings a sentence is one of: "The Council of B, ... 1. Expresses concern"."""
    if _FINDING.match(sentence.text) is None:
        return ""
    for other in reversed(scene.sentences[: scene.number]):
        head = _HEAD.fullmatch(other.text)
        if head is not None:
            return scene.name(other.value(head.start("body")))
    return ""


def _reporting(scene: Scene) -> str:
    """Return the mission that the sentence before tells to have observed something: its report goes on."""
    before = scene.sentences[scene.number - 1] if scene.number else None
    match = _OBSERVED.match(before.text) if before is not None else None
    return scene.name(before.value(match.start("who"))) if before is not None and match is not None else ""


def _goes_on(scene: Scene) -> str:
    """Return who is told to say something in the sentence right before, where this one has nobody else in it."""
    sentence = scene.sentences[scene.number]
    if not scene.number or any(sentence.kind(at) in "AO" for at in sentence.places()):
        return ""
    before = scene.sentences[scene.number - 1]
    if (
        scene.kinds[scene.number] != scene.kinds[scene.number - 1]
        or "\n\n" in scene.page.text[before.end : sentence.start]
    ):
        return ""
    told = [d for d in scene.drafts if d.sentence == scene.number - 1 and d.register in ("statements", "situations")]
    names = {str(d.slots.get("speaker") or d.slots.get("assessed_by") or "") for d in told} - {""}
    return names.pop() if len(names) == 1 else ""


_DAY = len("2025-03-04")


def _date(scene: Scene) -> str:
    """Return the day of an assessment: the sentence's, that of the meeting told of, or the page's."""
    own = _own_day(scene)
    if own:
        return own
    page = scene.anchor.iso if scene.anchor is not None else ""
    meeting = scene.last("meetings")
    if meeting is not None and meeting.slots.get("status") == "announced":  # what is said is not said there
        return page
    if _listing(scene, scene.sentences[scene.number]):
        meeting = next((d for d in scene.drafts if d.register == "meetings" and d.slots.get("start")), None)
    day = str(meeting.slots.get("start") or "") if meeting is not None else ""
    cited = meeting is not None and (bool(meeting.notes.get("about")) or len(day) < _DAY)
    return page if cited or not day else day


_NOT_SAID_THEN = frozenset({"of", "since", "from", "until", "till", "by", "before", "after", "for", "through"})
"""Before a day that a sentence tells of and on which nothing was said: "the Agreement of May 2015", "since January"."""


def _own_day(scene: Scene) -> str:
    """Return the first day of the sentence on which it can have been said; empty where it tells none."""
    sentence = scene.sentences[scene.number]
    for at in sentence.places(kinds="D"):
        mention = sentence.value(at)
        date = scene.date(mention) if mention.lead.lower() not in _NOT_SAID_THEN else None
        if date is not None:
            return str(date.begin)
    return ""


RULES: tuple[Rule, ...] = (
    Rule(
        name="situations.assessed",
        triggers=(
            "situation",
            "tension",
            "threat",
            "environment",
            "instability",
            "fighting",
            "calm",
            "crisis",
            "processes",
            "terrorism",
            "trafficking",
            "risk",
            "security in",
            "security on",
            "buildup",
            "militants",
            "terrorist",
            "fighters",
            "catastrophe",
            "chaos",
            "brink",
            "verge",
            "climate",
            "ceasefire",
            "trend",
            "state of",
            "violence",
            "hostilities",
            "clashes",
            "worse",
            "tense",
            "unrest",
            "building up",
            "shelling",
            "skirmishes",
            "armed incident",
            "built up",
            "build-up",
            "improve",
            "deteriorat",
            "quiet",
            "conflict potential",
            "activity of",
            "aggravation",
            "deterioration",
            "escalation",
            "stabilisation",
            "stabilization",
            "stable",
            "source of",
            "hotspot",
            " changes ",
            "insecurity",
            "with alarm",
            "with concern",
        ),
        pattern=r"^.+$",
        build=assessed,
        reads=(
            "Secretary General Ana Dol noted that the situation in Central Asia remains tense.",
            "Secretary General Ana Dol said that on the Tajik-Afghan border the situation has deteriorated.",
            "The situation in northern Peru had improved since May, Ambassador Ana Dol said.",
            "Ambassador Ana Dol described the situation in the Loreto valley as calm.",
            "Ambassador Ana Dol expressed concern over the situation in Peru.",
            "Ambassador Ana Dol said that the crisis in Peru was deepening.",
            "Ambassador Ana Dol is deeply concerned at the renewed fighting in Upper Loreto.",
            "Ambassador Ana Dol expressed concern over the worsening food and security situations in Peru.",
            "Ambassador Ana Dol noted alarming trends in the Loreto valley.",
        ),
        refuses=(
            "The situation in Central Asia remains tense.",
            "The Council of Ports met with Ambassador Ana Dol to assess a fragile calm in Peru.",
            "Secretary General Ana Dol said that steps to ease tension in Central Asia would be welcome.",
            "Secretary General Ana Dol said that the situation in Peru had not deteriorated.",
            "Secretary General Ana Dol spoke about the situation in Peru.",
            "Secretary General Ana Dol said that talks will go on, taking into account the growing threats in Peru.",
            "Secretary General Ana Dol called for normalising the situation in Peru.",
        ),
    ),
)


def _same(one: Draft, other: Draft) -> bool:
    """Whether two drafts are one assessment: one trend, or told in two sentences in a row ("It is calmer. But ...")."""
    if any(one.slots[s] != other.slots[s] for s in ("region", "assessed_by")):
        return False
    return one.slots["trend"] == other.slots["trend"] or other.sentence - one.sentence == 1


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one assessment for each region, assessor and trend of a page; the first told stays."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((k for k in kept if _same(k, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            same.absorb(draft)
    return kept
