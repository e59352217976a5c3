"""Organs being formed, at work or dissolved, as far as the page tells that they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, DONE, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.bodies_at_work import at_work
from muniment.reading.en.rules.bodies_placed import PLACED
from muniment.reading.en.rules.body_kinds import REGISTER
from muniment.reading.en.rules.body_parts import INDEFINITE, draft, founder, long_past, named, ours
from muniment.reading.en.rules.gathering import body_name
from muniment.reading.en.rules.merging import alike
from muniment.reading.pattern import pattern
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

_WEIGHT = {"active": 0, "forming": 1, "dissolved": 2}
"""Which status stands where a page tells several of one body: what is told to change, not what is merely at work."""

_TO_DO = regex.compile(
    r"\b(?:to|will|shall|be|being|is|are|plans?|proposals?|decisions?|decided|agreed|on the|including the|work on the)"
    r"(?: [a-z]+ly)? ?$"
)
_UNDECIDED = regex.compile(
    r"(?i)\b(?:propos\w*|suggest\w*|call(?:s|ed|ing)? (?:\w+ )?(?:for|on|upon)|idea|possib\w+|feasib\w+|advocat\w*|"
    r"urg(?:ed|es|ing)"
    r"|prospects?|failed|study|explor\w+|appeal\w*)\b[^.;]{0,40}$"
)
"""Words before a founding that nobody has decided."""
_TAKEN_UP = regex.compile(
    r"(?i)\b(?:approv|adopt|endors|accept|agree)\w* (?:(?:to|on|with) )?(?:(?:the|this|a|an|its) )?(?:[\w’'-]+ ){0,3}?"
    r"(?:proposals?|suggestions?|idea)\b[^.;]{0,40}$"
)
"""Words before a founding that make of a proposal a thing decided."""


_PROPOSAL = regex.compile(r"\b(?:proposals?|suggestions?|idea)\b")


def _undecided(before: str) -> bool:
    """Whether a founding behind these words is only proposed."""
    return _UNDECIDED.search(before) is not None and _TAKEN_UP.search(before) is None


_THERE = regex.compile(
    r"(?i)\b(?:welcom\w+|hail\w*|commend\w*|since|after|following|upon|anniversary|celebrat\w+|congratulat\w+"
    r"|years? of|day of|history|culminat\w+|resulted|led to|ceremony|mark(?:s|ed|ing)|attended|participated"
    r"|took part|at)\b[^.;]{0,30}$"
)
"""Words before "the establishment of ..." that take it for done."""
_DET = r"(?:(?:an?|the|its|their|this|our|his|her|such) )?"
_FILL = (
    r"(?:(?!of\b|by\b|under\b|within\b|at\b|in\b|with\b|between\b|among\b|to\b|for\b|on\b|from\b|as\b|that\b|and\b"
    r"|through\b|during\b|against\b|into\b|meeting\b|session\b|work\b|terms\b|mandate\b)[\w-]+ ){0,3}?"
)
"""Adjectives between a verb and a body."""
_MORE = (
    rf"(?:(?: in (?:the )?{{CS}})?(?:, and|,? as well as|,| and) {_DET}{_FILL}{{B}}"
    r"(?=[.,;:]|$| (?:in|on|at|to|for|which|that|under|within|with|by|and|as|will)\b))*"
)
"""Bodies that follow one in a list."""
_BODIES = rf"(?P<bs>{{B}}{_MORE})"
_ABOVE = (
    r"(?: \({B}\))?(?: in {C})?(?:,? (?:under|within|in|at|attached to|subordinate to|as part of) (?:the "
    r")?(?:(?:auspices|aegis"
    r"|framework|structure|umbrella|authority|guidance) of (?:the )?)?(?P<above>{B}))?"
)
"""The body that one is set up under."""
_DOES = (
    r"(?:re-?)?(?:establish(?:e[ds]|ing)?|creat(?:e[ds]?|ing)|form(?:ed|s|ing)?|launch(?:e[ds]|ing)?|found(?:ed|ing)|"
    r"constitut(?:e[ds]?|ing)|institut(?:e[ds]|ing)|inaugurat(?:e[ds]?|ing))|set(?:s|ting)?[ -]up"
)
"""Verbs that bring a body about, before it."""
_TOLD = ("ed", "es", "rms", "ens", "set up", "sets up")
"""Endings of verbs that tell a founding as done."""
_OPENS = r"open(?:s|ed|ing)?"
"""A verb that opens houses: centres and offices, not what they do there."""
_HOUSE = regex.compile(
    r"\b(?:Centre|Center|Office|Academy|School|Institute|Bureau|Hub|Secretariat|Bank|Court|Headquarters)\b"
)


def _houses(found: Found) -> bool:
    """Whether the bodies of a match are such as are opened and closed."""
    return all(_HOUSE.search(b.name) for b in found.mentions("bs", "B"))


_DOING = r"(?:(?:re-?)?establishment|creation|formation|setting[ -]up|launch(?:ing)?|founding|inauguration|opening)"
"""What verbs of bringing about are called."""
_DONE = r"(?:(?:re-?)?established|created|formed|launched|founded|constituted|instituted|inaugurated|opened|set up)"
_BE = (
    r"(?:was|were|(?:has|have|had)(?: not| yet| already| also| never)* been|(?:will|shall|may|might|could|should"
    r"|would|must|can)(?: not| also| soon)* be|(?:is|are) (?:planned|expected|due|scheduled) to be|is to be"
    r"|are to be|is being|are being|(?:is|are) hereby)(?: not| never| yet| also| now)*(?: \w+ly)?"
)
_ENDS = (
    r"(?:dissolv|abolish|disband|liquidat|discontinu)(?:e[ds]?|ing)?|w(?:ind(?:s|ing)?|ound) up|shut(?:s|ting)? down|"
    r"clos(?:e[ds]?|ing)(?: down)?|d(?:o|id|oing) away with"
)
_ENDED = (
    r"(?:dissolved|abolished|disbanded|liquidated|discontinued|wound up|terminated|closed(?: down)?|merged "
    r"(?:in)?to|replaced (?:by|with))"
)
_ENDING = r"(?:dissolution|abolition|disbandment|liquidation|closure)"
_HEAD = (
    r"(?:committee|commission|working group|working party|group|council|centre|center|network|task force|secretariat|"
    r"board|fund|panel|team|unit|agency|tribunal|court|mechanism|bank|headquarters)"
)
_TAIL = (
    r"(?: chaired by (?:the )?{S}| of (?:the )?{S}(?:(?:,| and|, and) (?:the )?{S})+| of (?:the )?{B}| in {C}"
    r"| (?:of|on|for) (?:(?!in\b|by\b|to\b"
    r"|with\b|at\b|that\b|which\b|under\b|within\b|during\b|the (?=[^a-z]))[a-z][\w-]*(?= |[.,;]|$) ?){1,5}){0,2}"
)
_SMALL = (
    rf"(?P<small>{_HEAD} (?:to (?!be\b|a\b|an\b|the\b)|tasked with |charged with )\p{{Ll}}+ "
    rf"[^.,;{{A}}{{B}}{{D}}{{N}}{{S}}]{{3,50}}(?=[.,;]|$)"
    rf"|(?:(?!in\b|on\b|to\b|by\b|with\b|for\b)[a-z][a-z-]* ){{0,4}}?{_HEAD}\b{_TAIL})"
)
_SETTLED = regex.compile(r"\b(?:agreed|decided|announced|established) that\b")
"""What makes of "would be formed" a thing decided."""
_BARE = regex.compile(rf"(?:special |new |joint |single |separate )?{_HEAD}")


def _news(found: Found, scene: Scene) -> bool:
    """Whether "established a Committee" is told as news: of one not told of before, and of no day long ago."""
    text, first = found.sentence.text, found.match.start("bs")
    if not INDEFINITE.search(text[:first]) or _PERFECT.search(found.match[0]) or _OPENED.match(found.match["verb"]):
        return False
    return not _past(found, scene)


def _past(found: Found, scene: Scene) -> bool:
    """Whether the sentence tells of a day that lies months before the page's own."""
    own = scene.anchor.iso if scene.anchor is not None else ""
    days = [scene.iso(found.sentence.value(at)) for at in found.sentence.places(kinds="D")]
    return any(day < own[: len(day)] and day[:7] != own[:7] for day in days if day)


_OPENED = regex.compile(r"(?i)(?:open|inaugurat|launch)|.*(?:opened|inaugurated|launched)$")
"""Verbs that tell a body's first day, not that it is decided on."""
_PERFECT = regex.compile(r"\b(?:has|have|had) been\b|\b(?:has|have|had) $")


_HAD = regex.compile(r"\b(?:has|have|had)(?: \w+ly| also)? $")
_DECIDED = regex.compile(r"\b(?:decided|agreed) to (?:\p{Ll}+ly )?$")


def _before(found: Found) -> str:
    """Return the words of the sentence before the verb."""
    return found.sentence.text[: found.match.start("verb")]


def _meant(found: Found, upto: str) -> str:
    """Return how the clause up to a group is meant: its own words and the few before it."""
    words = found.sentence.text[max(0, found.match.start() - 40) : found.match.start(upto)]
    return modality(_PROPOSAL.sub("", words) if _TAKEN_UP.search(_before(found)) else words)


def formed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "decided to establish the X Centre", "established the Z Group and the Y Fund", "opened the X Office"."""
    before, verb = _before(found), found.match["verb"].lower()
    if _meant(found, "bs") in (DENIED, POSSIBLE) or _undecided(before):
        return
    if verb.startswith("open") and not _houses(found):
        return
    done = verb.endswith(_TOLD) and not _TO_DO.search(before) and (_HAD.search(before) or not _news(found, scene))
    done = done or _COMPLETED.match(found.sentence.text, found.match.end()) is not None
    yield from named(found, scene, "active" if done else "forming")


_COMPLETED = regex.compile(
    r"[^.;]{0,30}? (?:was|were|is|has been|have been) (?:now |already )?(?:completed|finali[sz]ed)\b"
)
"""Behind "the formation of the Centre": it is there."""


def forming(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the establishment of the X Centre": under way, unless the words before it take it for done."""
    before = _before(found)
    if _meant(found, "bs") in (DENIED, POSSIBLE) or _undecided(before):
        return
    opened = found.match["verb"].lower() in ("opening", "inauguration")
    if opened and not _houses(found):
        return
    done = _COMPLETED.match(found.sentence.text, found.match.end()) is not None
    there = (
        done
        or long_past(scene, found.sentence)
        or _THERE.search(before) is not None
        or (opened and modality(found.sentence.text) == DONE)
    )
    yield from named(found, scene, "active" if there else "forming")


def was_formed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the X Centre will be set up", "was established in 2005", "was dissolved", "became operational"."""
    if modality(found.match[0]) in (DENIED, POSSIBLE):
        return
    ended = _IS_ENDED.search(found.match["verb"])
    if ended and found.match["verb"].endswith("closed") and not _houses(found):
        return
    ahead = _AHEAD.search(found.match[0]) or (not ended and _news(found, scene))
    if ended and _AHEAD.search(found.match[0]):
        return
    yield from named(found, scene, "dissolved" if ended else "forming" if ahead else "active")


_IS_ENDED = regex.compile(rf"{_ENDED}|ceased|expired|^(?:has |had )?ended")
_AHEAD = regex.compile(
    r"\b(?:will|shall|is to|are to|would|shall|planned|being|to be|begins|starts|to begin)\b|takes? shape"
)


def ended(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "dissolved the X Committee", "decided to abolish the Y Council", "the dissolution of the Z Group"."""
    meant, before = _meant(found, "bs"), _before(found)
    if _CLOSES.fullmatch(found.match["verb"]) and not _houses(found):
        return
    if meant in (DENIED, POSSIBLE) or (meant == PLANNED and not _DECIDED.search(before)) or _undecided(before):
        return
    yield from named(found, scene, "dissolved")


_SHARED = regex.compile(r"(?:joint|bilateral|trilateral|inter-?governmental)\b")
"""What small bodies are called that may be of two or three and not of the page's organisation."""
_CLOSES = regex.compile("(?i)clos(?:e[ds]?|ing)|closure")


def small_formed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "set up a group of experts on surveillance", "an expert group will be formed": a body without a name yet."""
    first, last = sorted((found.match.start("verb"), found.match.start("small")))
    if _undecided(found.sentence.text[:first]) or _BARE.fullmatch(found.text("small").strip()):
        return
    verb = found.match["verb"]
    told = found.sentence.text[max(0, first - 30) : max(last, found.match.end("verb"))]
    if _SETTLED.search(told):
        told = told.replace("would be", "will be")
    if modality(told) in (DENIED, POSSIBLE):
        return
    perfect = _PERFECT.search(found.match[0]) or _HAD.search(_before(found)) or _past(found, scene)
    done = verb.endswith(_TOLD) and perfect and not _TO_DO.search(_before(found)) and not _AHEAD.search(verb)
    done = done or (verb.endswith(("ment", "ation", "up")) and _THERE.search(_before(found)) is not None)
    above = found.mentions("above", "B") if found.has("above") else []
    parent = body_name(scene, above[0]) if above else founder(found, scene)
    if not parent and not _SHARED.match(found.text("small")):
        parent = ours(scene, found.sentence)
    yield draft(found, found.text("small"), parent, "active" if done else "forming")


_FOUNDING = ("establish", "creat", "form", "set up", "setting up", "launch", "found", "constitut", "institut",
             "inaugurat", "open")  # fmt: skip
_ENDINGS = ("dissol", "abolish", "abolit", "disband", "liquidat", "discontinu", "wound up", "wind up", "closure",
            "terminat", "shut down", "closed", "closes", "closing", "away with", "merg", "replaced",
            "expired")  # fmt: skip

RULES: tuple[Rule, ...] = (
    *PLACED,
    Rule(
        name="bodies.formed",
        triggers=_FOUNDING,
        pattern=rf"\b(?P<verb>(?i:{_DOES}|{_OPENS})) {_DET}{_FILL}{_BODIES}"
        rf"(?! (?:as|for) (?:an? |the )?\p{{Ll}}+ member){_ABOVE}",
        build=formed,
        reads=(
            "The Council decided to establish the Flood Research Centre in Oslo.",
            "The summit founded the Academy of Coastal Policing.",
            "Minister Ana Dol opened the Regional Office for Coastal Affairs on 5 May 2024.",
            "The ministers agreed to set up a Working Group on Cables, a Task Force on Piracy and a Board on Tides.",
            "The Council established a Committee on Tides within the Secretariat.",
        ),
        refuses=(
            "The Council did not establish the Flood Research Centre.",
            "The Council formed an opinion.",
            "If the Council established a Committee on Tides, the ports would gain.",
            "Peru called on all to establish a Committee on Tides.",
            "The Council opened the meeting of the Committee on Tides.",
            "Units for cables were set up within the Ministry of Justice.",
        ),
        every=True,
    ),
    Rule(
        name="bodies.forming",
        triggers=(
            "establishment",
            "creation",
            "formation",
            "setting up",
            "setting-up",
            "launch",
            "founding",
            "inauguration",
            "opening",
        ),
        pattern=rf"\b(?P<verb>(?i:{_DOING})) of {_DET}{_FILL}{_BODIES}{_ABOVE}",
        build=forming,
        reads=(
            "Work continues on the formation of the Coordinating Council on Cables.",
            "The ministers welcomed the establishment of the Flood Research Centre.",
            "The opening of the Flood Research Centre took place in Lima.",
        ),
        refuses=(
            "Peru proposed the establishment of a Flood Research Centre.",
            "The opening of the Committee on Tides took place in Lima.",
        ),
        every=True,
    ),
    Rule(
        name="bodies.was-formed",
        triggers=(
            "established",
            "created",
            "formed",
            "set up",
            "shape",
            "launched",
            "founded",
            "inaugurated",
            "opened",
            "merged",
            "renamed",
            "transformed",
            "instituted",
            "constituted",
            *_ENDINGS,
        ),
        pattern=(
            rf"(?<!\(|\b(?:under|within|by) (?:the )?){_BODIES}(?: \([^()]{{1,40}}\))?(?: (?:under|within) (?:the )?"
            rf"(?P<above>{{B}}))?[^.;{{A}}{{B}}{{N}}]{{0,30}}? "
            rf"(?P<verb>{_BE} (?:{_DONE}|{_ENDED})|(?:is|are) {_ENDED}|takes? shape)\b(?! (?:that|as|into "
            rf"an?)\b){_ABOVE}"
            rf"|{_BODIES}(?: in {{C}})?, (?:\w+ly )?(?P<verb>{_DONE}) (?=(?:back )?(?:in|by|on|under|within|at|"
            rf"pursuant|following|with)\b|{{D}})(?:(?:under|within|at) (?:the )?(?P<above>{{B}}))?"
            rf"|(?P<bs>{{B}}), which [^.;{{A}}]{{3,90}}, (?P<verb>(?:was|were|has been|have been) {_ENDED})"
            rf"|^(?P<verb>(?i:{_DONE})) [^.;:{{B}}]{{1,60}}, (?:the )?{_BODIES}"
            rf"|\b(?:newly|recently|just)[- ](?P<verb>{_DONE}) {_FILL}{_BODIES}"
            rf"|(?P<bs>{{B}})(?: in (?:the )?{{CS}})? \((?:[^(),]{{2,20}}, )?(?P<verb>{_DONE})(?: in| on)? {{D}}\)"
            rf"|\b[Ii]t (?P<verb>will be {_DONE}) as (?:the |an? ){_BODIES}"
            rf"|\b(?P<verb>(?:was|has been|will be) (?:renamed|transformed)) (?:as |into |to )?(?:the )?{_BODIES}"
            rf"|\bmandate of (?:the )?{_BODIES} (?P<verb>(?:has |had )?(?:expired|ended))\b"
            rf"|(?P<bs>{{B}}) (?:has|have) (?:completed|ended|finished) (?:its|their) (?:work|mandate|task) and "
            rf"(?P<verb>(?:(?:has|have) )?been {_ENDED})"
        ),
        build=was_formed,
        reads=(
            "The Advisory Committee on Ports will be set up next year.",
            "The Committee on Fisheries was dissolved in May.",
            "The Task Force on Piracy was set up under the Council of Ministers.",
            "A Committee on Tides under the Council of Ministers is planned to be created.",
            "The Committee on Tides was renamed the Committee on Seas in 2003.",
            "Established in 2009, the Flood Research Centre trains crews.",
            "The newly created Flood Research Centre trains crews.",
            "The Flood Research Centre in Lima (established in 1988) will stay.",
        ),
        refuses=(
            "The Committee on Fisheries may be dissolved.",
            "The Committee on Fisheries has not been established.",
            "The Committee on Fisheries was formed into a circle.",
        ),
    ),
    Rule(
        name="bodies.ended",
        triggers=_ENDINGS,
        pattern=rf"\b(?P<verb>(?i:{_ENDS})) {_DET}{_FILL}{_BODIES}|\b(?P<verb>(?i:{_ENDING}|terminat(?:ed|ion of))) "
        rf"(?:of )?(?:the (?:mandate|work|activit(?:y|ies)) of )?{_DET}{_FILL}{_BODIES}"
        rf"|\b(?P<verb>merge[ds]?|merging) {_DET}{_FILL}{_BODIES}(?: in (?:the )?{{CS}})? (?:in)?to (?:one|an? |the "
        rf"|{{B}})",
        build=ended,
        reads=(
            "The heads of state abolished the Committee on Fisheries.",
            "The ministers decided to dissolve the Task Force on Piracy.",
            "The dissolution of the Committee on Fisheries was decided.",
            "The ministers terminated the mandate of the Expert Group on Dredging.",
            "It was decided to permanently shut down the Flood Research Centre in Lima.",
            "The ministers decided to merge the Flood Research Centre in Lima, the Committee on Tides and the Cable "
            "Institute in Oslo into one body.",
        ),
        refuses=(
            "The ministers refused to dissolve the Committee on Fisheries.",
            "Peru called for the dissolution of the Committee on Fisheries.",
        ),
    ),
    Rule(
        name="bodies.unnamed-formed",
        triggers=("establish", "creat", "form", "set up", "launch"),
        pattern=rf"\b(?P<verb>{_DOES}|(?:establishment|creation|formation|setting[ -]up) of)"
        rf"(?: on an? [\w-]+ basis,?)? an? (?:new )?{_SMALL}{_ABOVE}"
        rf"|\b[Aa]n? (?:new )?{_SMALL} (?P<verb>(?:was|has been|will be|would be|shall be|is to be|is being"
        rf"|is planned to be) (?:{_DONE}))\b",
        build=small_formed,
        reads=(
            "The ministers were asked to set up a group of experts on coastal erosion.",
            "A joint working group on coastal trade has been established.",
            "The leaders decided on the creation of a special commission on the collapse.",
            "The text establishes an informal working group of the Council of Ports on dues.",
            "They agreed to set up a regional rescue centre in Lima.",
        ),
        refuses=(
            "The ministers set up a tent.",
            "The ministers formed a committee.",
            "The ministers discussed the idea to set up a group of experts on coastal erosion.",
        ),
    ),
    Rule(
        name="bodies.starts-work",
        triggers=("work", "operat", "function", "ceased", "activit", "exist"),
        pattern=(
            rf"{_BODIES}(?: \({{B}}\))?[^.;{{A}}{{B}}{{N}}]{{0,30}}? "
            r"(?P<verb>(?:will (?:begin|start|commence)|begins|starts|to begin|(?:has )?"
            r"(?:begun|began|started|commenced|ceased|suspended)) (?:its )?(?:work|operations?|activities"
            r"|functioning|existence|to exist)|(?:will become|became|has become|is(?: now)?|will be|went)(?: fully)?"
            r"(?: into)? (?:operation(?:al)?"
            r"|functional)|has been (?:operating|functioning|operational|working) since|ceased to exist)\b"
        ),
        build=was_formed,
        reads=(
            "The Flood Research Centre in Oslo will begin its work by 1 July.",
            "The Flood Research Centre became operational on 1 July 2016.",
            "The Committee on Fisheries ceased to exist in 2016.",
        ),
        refuses=(
            "The Flood Research Centre praised the work of the crew.",
            "The Flood Research Centre could become operational in July.",
        ),
    ),
)
"""All rules of bodies."""


_TITLED = tuple(
    (rule, pattern(rule.pattern))
    for rule in RULES
    if rule.name in ("bodies.formed", "bodies.forming", "bodies.was-formed", "bodies.ended")
)


def in_titles(scene: Scene) -> Iterator[Draft]:
    """Return drafts of the bodies that the page's titles tell to form or end."""
    for number, sentence in enumerate(scene.sentences):
        if scene.kinds[number] == "title":
            scene.number = number
            for rule, told in _TITLED:
                for match in sentence.finditer(told, sentence.text):
                    for one in rule.build(Found(match, sentence, rule.name), scene):
                        one.sentence = number
                        yield one


def _one(mine: dict[str, Any], theirs: dict[str, Any]) -> bool:
    """Whether two are one body: under one name, or alike while the one is not formed as the other is dissolved."""
    if mine["name"] == theirs["name"]:
        return True
    return {mine["status"], theirs["status"]} != {"forming", "dissolved"} and alike(mine["name"], theirs["name"])


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each body; what is told to form or end it stands over that it is at work."""
    kept: list[Draft] = []
    number = scene.number
    named = [*at_work(scene), *in_titles(scene)]
    scene.number = number
    for one in (*drafts, *named):
        same = next((k for k in kept if _one(k.slots, one.slots)), None)
        if same is None:
            kept.append(one)
            continue
        if _WEIGHT[one.slots["status"]] > _WEIGHT[same.slots["status"]]:
            same.slots["status"] = one.slots["status"]
        if len(one.slots["name"]) > len(same.slots["name"]):
            same.slots["name"] = one.slots["name"]
        same.absorb(one)
    return kept
