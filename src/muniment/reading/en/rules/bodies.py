"""Organs being formed, at work or dissolved, as far as the page tells that they are."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.rules.gathering import body_name
from muniment.reading.en.rules.merging import alike
from muniment.reading.mention import Body
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

REGISTER = "bodies"

_WEIGHT = {"active": 0, "forming": 1, "dissolved": 2}
"""Which status stands where a page tells several of one body: what is told to change, not what is merely at work."""

_NAMED = 3
"""Words from which on "Working Group ..." is a name and not only a head word."""
_UNDER = regex.compile(r"\bunder (?:the )?(?P<parent>\p{Lu}.+)$")
_KIND = regex.compile(
    r"\b(?:working group|working party|expert group|group of experts|task force|commission|committee|council|centre|"
    r"center|board|bureau|network|fund|mission|agency|court|forum|group)\b",
    regex.I,
)
_TO_DO = regex.compile(
    r"\b(?:to|will|shall|be|being|is|are|plans?|proposals?|decisions?|decided|agreed|on the|including the|work on the)"
    r"(?: [a-z]+ly)? ?$"
)
_SMALL = (
    r"(?P<small>(?:[a-z][a-z-]* ){0,4}?(?:committee|commission|working group|group|council|centre|center|network|"
    r"task force|secretariat|board|fund)\b(?: of (?:the )?{S}(?:(?:,| and|, and) (?:the )?{S})+"
    r"| (?:of|on|for) (?:[a-z][\w-]* ?){1,5})?)"
)


def _draft(found: Found, name: str, parent: str, status: str) -> Draft:
    kind = _KIND.search(name)
    slots = {"name": name, "parent": parent, "kind": kind[0].lower() if kind else "", "status": status}
    return Draft(REGISTER, slots, [(found.sentence.start, found.sentence.end, found.rule)])


def _named(found: Found, scene: Scene, status: str) -> Iterator[Draft]:
    """Return the draft of the body that the group `b` holds; nothing for an organisation as a whole."""
    at = found.match.start("b")
    body = found.sentence.value(at)
    if not isinstance(body, Body) or body.kind == "organisation":
        return
    name = body_name(scene, body)
    if len(name.split()) < _NAMED - 1:
        return
    under = _UNDER.search(found.text("b"))
    parent = under["parent"] if under else body.organization or (scene.home if body.anaphor else "")
    yield _draft(found, name, parent if parent != name else "", status)


def formed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "decided to establish the X Centre", "the formation of the Y Council", "established the Z Group"."""
    told = modality(found.sentence.text[max(0, found.match.start() - 40) : found.match.start("b")])
    if told in (DENIED, POSSIBLE):
        return
    before = found.sentence.text[: found.match.start("verb")]
    done = found.match["verb"].endswith(("ed", "set up")) and not _TO_DO.search(before)
    yield from _named(found, scene, "active" if done else "forming")


def was_formed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the X Centre will be set up", "was established in 2005", "was dissolved"."""
    if modality(found.match[0]) in (DENIED, POSSIBLE):
        return
    ended = regex.search(r"dissolv|abolish|disband|ceased|liquidat", found.match["verb"])
    ahead = regex.search(r"\b(?:will|shall|is to|are to|being)\b|take shape|takes shape", found.match[0])
    if ended and ahead:
        return
    yield from _named(found, scene, "dissolved" if ended else "forming" if ahead else "active")


def small_formed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "set up a group of experts on surveillance": a body without a name yet."""
    if modality(found.sentence.text[max(0, found.match.start() - 30) : found.match.end("verb")]) in (DENIED, POSSIBLE):
        return
    done = found.match["verb"].endswith("ed") and not _TO_DO.search(found.sentence.text[: found.match.start("verb")])
    yield _draft(found, found.text("small"), "", "active" if done else "forming")


def starts_work(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the X Centre will begin its work by D"."""
    yield from _named(found, scene, "forming")


_AT_WORK = regex.compile(r"\b(?:working|expert|contact|drafting) (?:group|party)|group of experts", regex.I)


_INSIDE = regex.compile(
    r"\b(?:[Ff]ormation|[Cc]reation|[Ee]stablishment|[Ss]etting up|set up|establish|create)(?: of)? (?:the |an? )?"
    r"(?:(?P<name>(?:[A-Z][\w’'-]+ )+?(?:Group|Council|Committee|Commission|Cent(?:re|er)|Board|Forum|Fund|Network)\b"
    r"(?: (?:on|of|for)(?: (?:and |the |of )?[A-Z][\w’'-]+)+)?)"
    r"|(?P<small>(?:[a-z-]+ ){0,2}(?:group|committee|commission|council|centre|center|network)(?: (?:of|on|for) "
    r"(?:[a-z-]+ ?){1,5})?))"
)
"""A body whose forming an instrument's title tells ("On the creation of the Council on Cables")."""


def at_work(scene: Scene) -> Iterator[Draft]:
    """Return a draft for each working group that the page's text names: it is at work unless told otherwise."""
    for number, sentence in enumerate(scene.sentences):
        if scene.kinds[number] not in ("paragraph", "quote"):
            continue
        scene.number = number
        for at, body in sentence.mentions:
            titled = sentence.kind(at) in "NQ"
            if not titled and (not isinstance(body, Body) or body.anaphor):
                continue
            start, end = sentence.span(at, at + 1)
            written = " ".join(sentence.page_text[start:end].split())
            told = _INSIDE.search(written) if titled else None
            if told is not None:
                slots = {"name": told["name"] or told["small"], "status": "forming"}
                yield Draft(REGISTER, slots, [(start, end, "bodies.in-title")], sentence=number)
            if (
                not isinstance(body, Body)
                or body.anaphor
                or not _AT_WORK.search(written)
                or len(written.split()) < _NAMED
            ):
                continue
            under = _UNDER.search(written)
            slots = {"name": body_name(scene, body), "kind": "working group", "status": "active"}
            slots["parent"] = under["parent"] if under else body.organization
            yield Draft(REGISTER, slots, [(start, end, "bodies.at-work")], sentence=number)


_GAP = r"(?: of)?(?: (?:an?|the|its|their|this))?(?: [\w-]+){0,2}? "

RULES: tuple[Rule, ...] = (
    Rule(
        name="bodies.formed",
        triggers=("establish", "creat", "form", "set up", "setting up", "launch"),
        pattern=(
            r"\b(?P<verb>[Ee]stablish(?:ed|ing|ment)?|[Cc]reat(?:ed?|ing|ion)|[Ff]orm(?:ed|ing|ation)?|[Ss]et up|"
            rf"[Ss]etting[ -]up|[Ll]aunch(?:ed|ing)?)\b{_GAP}(?P<b>{{B}})"
        ),
        build=formed,
        reads=(
            "The Council decided to establish the Flood Research Centre in Oslo.",
            "Work continues on the formation of the Coordinating Council on Cables.",
        ),
        refuses=("The Council did not establish the Flood Research Centre.", "The Council formed an opinion."),
        every=True,
    ),
    Rule(
        name="bodies.was-formed",
        triggers=("established", "created", "formed", "set up", "dissolved", "abolished", "disbanded", "shape"),
        pattern=(
            r"(?P<b>{B})[^.;{A}{B}{N}]{0,30}? (?P<verb>(?:(?:was|were|has been|will be|shall be|is to be|"
            r"is being|are being|which is being) (?:established|created|formed|set up|dissolved|abolished|"
            r"disbanded)|takes? shape))\b"
            r"|(?P<b>{B})(?: in {C})?, (?P<verb>established|created|set up|formed) (?={D}|in |by )"
        ),
        build=was_formed,
        reads=(
            "The Advisory Committee on Ports will be set up next year.",
            "The Committee on Fisheries was dissolved in May.",
        ),
        refuses=("The Committee on Fisheries may be dissolved.",),
    ),
    Rule(
        name="bodies.unnamed-formed",
        triggers=("establish", "create", "form", "set up"),
        pattern=rf"\b(?P<verb>establish(?:ed)?|created?|form(?:ed)?|set up) an? (?:open-ended )?{_SMALL}",
        build=small_formed,
        reads=("The ministers were asked to set up a group of experts on coastal erosion.",),
        refuses=("The ministers set up a tent.",),
    ),
    Rule(
        name="bodies.starts-work",
        triggers=("work", "operation"),
        pattern=(
            r"(?P<b>{B})[^.;{A}{B}{N}]{0,30}? (?:will (?:begin|start|commence)|begins|starts|to begin) (?:its "
            r")?(?:work|operations?)\b"
        ),
        build=starts_work,
        reads=("The Flood Research Centre in Oslo will begin its work by 1 July.",),
        refuses=("The Flood Research Centre praised the work of the crew.",),
    ),
)  # fmt: skip
"""All rules of bodies."""


_TITLED = tuple((rule, rule.compiled()) for rule in RULES if rule.name in ("bodies.formed", "bodies.was-formed"))


def in_titles(scene: Scene) -> Iterator[Draft]:
    """Return drafts of the bodies that the page's titles tell to form or end."""
    for number, sentence in enumerate(scene.sentences):
        if scene.kinds[number] == "title":
            scene.number = number
            for rule, pattern in _TITLED:
                for match in pattern.finditer(sentence.text):
                    for draft in rule.build(Found(match, sentence, rule.name), scene):
                        draft.sentence = number
                        yield draft


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one draft for each body; what is told to form or end it stands over that it is at work."""
    kept: list[Draft] = []
    number = scene.number
    named = [*at_work(scene), *in_titles(scene)]
    scene.number = number
    for draft in (*drafts, *named):
        same = next((k for k in kept if alike(k.slots["name"], draft.slots["name"])), None)
        if same is None:
            kept.append(draft)
            continue
        if _WEIGHT[draft.slots["status"]] > _WEIGHT[same.slots["status"]]:
            same.slots["status"] = draft.slots["status"]
        if len(draft.slots["name"]) > len(same.slots["name"]):
            same.slots["name"] = draft.slots["name"]
        same.absorb(draft)
    return kept
