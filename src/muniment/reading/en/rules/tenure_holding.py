"""Who holds an office, told by the office rather than the act: "holds the post of", "went to", "A's term as O"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.tenure_acts import follow, office_at, record
from muniment.reading.en.rules.tenure_terms import basis
from muniment.reading.mention import Actor, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["HOLDING"]

_OF = r"(?: of (?:the )?{S}| from (?:the )?{S}| \([^()]{1,40}\))?"
_THE = r"(?: the| its| a| an| his| her| their| new| next| first| current)*"
_POST = r"(?:posts?|positions?|office|role)"
_GOES = regex.compile(r"\b(?:end|expir|complet|conclud|finish)")


def _told(found: Found, scene: Scene) -> tuple[Actor, Office] | None:
    """Return the person and the office a match names; None where one is not there, or where it is only possible."""
    people = [a for a in found.mentions("who", "A") if isinstance(a, Actor) and a.name]
    office = office_at(found, scene)
    before = found.sentence.text[max(0, found.match.start() - 40) : found.match.start()]
    if len(people) != 1 or office is None or office.plural:
        return None
    holder = found.mentions("office", "A")
    if (holder and holder[0].name) or modality(before + found.text()) in (DENIED, POSSIBLE):
        return None
    return people[0], office


def holds(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A holds the post of O", "the post of O went to A", "A, then O, signed": attested, with the days told."""
    told = _told(found, scene)
    if told is None:
        return
    start = scene.iso(found.mentions("day", "D")[0]) if found.has("day") else ""
    yield from record(found, scene, *told, {"start": start})


def term_as(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A's term as O begins on D", "A's appointment as O takes effect on D"."""
    told = _told(found, scene)
    if told is None:
        return
    day = scene.iso(found.mentions("day", "D")[0]) if found.has("day") else ""
    how = found.match["verb"]
    slot = "end" if _GOES.search(found.match["course"]) else "start"
    yield from record(found, scene, *told, {"basis": basis(how, how), slot: day})


def after_choice(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Following her election as O, A ...", "A, since his appointment as O, ..."."""
    told = _told(found, scene)
    if told is not None and modality(found.text()) != PLANNED:
        how = found.match["verb"]
        start = scene.iso(found.mentions("day", "D")[0]) if found.has("day") else ""
        yield from record(found, scene, *told, {"basis": basis(how, how), "start": start})


def chair_passed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A handed over the chairmanship of the B to A": the one was its Chair, the other is."""
    (old, new), (body,) = found.mentions("old", "A")[:1] + found.mentions("new", "A")[:1], found.mentions("body", "B")
    if modality(found.text()) in (DENIED, POSSIBLE) or not (old.name and new.name):
        return
    name = scene.body(body)
    if body.anaphor and name == body.name:
        return
    title = "President" if found.match["what"].lower() == "presidency" else "Chair"
    day = scene.iso(found.mentions("day", "D")[0]) if found.has("day") else ""
    for actor, slot in ((old, "end"), (new, "start")):
        yield from record(found, scene, actor, Office(title, name), {slot: day})


def again(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A has been re-appointed to this position": to the office the page gives this person."""
    (actor,) = found.mentions("who", "A")
    if actor.name and modality(found.text()) not in (DENIED, POSSIBLE, PLANNED):
        how = found.match["verb"]
        yield follow(found, {"person": scene.full_name(actor.name), "basis": basis(how, how)}, "person")


def backed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the candidacy of A for the post of O was approved"."""
    told = _told(found, scene)
    if told is not None:
        verb = found.match["verb"]
        yield from record(found, scene, told[0], told[1], {"basis": basis(verb, verb)})


HOLDING: tuple[Rule, ...] = (
    Rule(
        name="tenures.candidacy-approved",
        triggers=("candidacy of", "candidature of", "nomination of"),
        pattern=rf"\b(?:candidacy|candidature|nomination) of (?:the )?(?P<who>{{A}}){_OF} (?:as|for|to)(?: "
        rf"the)?(?: {_POST} "
        rf"of)?{_THE} (?P<office>{{AO}}) (?:was|has been) (?:\w+ly )?(?P<verb>approved|endorsed|confirmed)",
        build=backed,
        reads=("The candidacy of Mr. Jon Arr for the post of Director of the Centre for Relief was approved.",),
        refuses=("The candidacy of Mr. Jon Arr for the post of Director of the Centre for Relief was discussed.",),
    ),
    Rule(
        name="tenures.holds",
        triggers=(
            "holds the",
            "held the",
            "holding the",
            "occupies",
            "occupied",
            "took up the",
            "entrusted",
            ", then ",
            "went to",
            "held by",
            "occupied by",
            "filled by",
        ),
        needs=r"(?:post|position|office|role)s? of|, then ",
        pattern=rf"(?P<who>{{A}}){_OF}(?:,? who)?(?: has| had| also| currently| now| still)* (?:holds|held|holding|"
        rf"occupies|occupied|been entrusted with) (?:the |his |her )?{_POST} of{_THE} (?P<office>{{AO}})"
        rf"(?:,? since (?P<day>{{D}}))?"
        rf"|\b[Tt]he {_POST} of{_THE} (?P<office>{{AO}}) (?:(?:is|was|has been|will be) (?:now |currently )?(?:held|"
        rf"occupied|filled|taken) by|went to|goes to) (?:the )?(?P<who>{{A}})(?:,? since (?P<day>{{D}}))?"
        rf"|(?P<who>{{A}}){_OF}, then (?:the )?(?P<office>{{AO}}),",
        build=holds,
        reads=(
            "Mr. Jon Arr holds the position of Director of the Centre for Disaster Relief.",
            "The post of Director of the Centre for Disaster Relief went to Mr. Jon Arr.",
            "Mr. Jon Arr, then Director of the Centre for Disaster Relief, signed the letter.",
        ),
        refuses=(
            "Mr. Jon Arr does not hold the position of Director of the Centre for Disaster Relief.",
            "The post of Director of the Centre for Disaster Relief may have been held by Mr. Jon Arr.",
        ),
    ),
    Rule(
        name="tenures.term-as",
        triggers=("term as", "tenure as", "mandate as", "appointment as", "election as", "term of office as"),
        pattern=rf"(?P<who>{{A}})[’']s? (?:\w+[- ](?:years?|months?) )?(?P<verb>term|tenure|mandate|term of office|"
        rf"appointment|re-?appointment|election|re-?election) as{_THE} (?P<office>{{AO}})[^.;{{A}}{{O}}]{{0,20}}? "
        rf"(?P<course>takes? effect|took effect|is effective|begins?|began|starts?|started|ends?|ended|expires?|"
        rf"expired|will (?:begin|start|end|expire|take effect))(?: on| from| in| at the end of)* (?P<day>{{D}})",
        build=term_as,
        reads=("Mr. Jon Arr's appointment as Director of the Centre for Disaster Relief takes effect on 1 June 2024.",),
        refuses=("Mr. Jon Arr's term as Director of the Centre for Disaster Relief may end on 1 June 2024.",),
    ),
    Rule(
        name="tenures.after-choice",
        triggers=("election as", "appointment as", "nomination as", "designation as", "election to", "appointment to"),
        pattern=r"\b(?:[Ff]ollowing|[Aa]fter|[Ss]ince|[Uu]pon|[Oo]n|[Ww]ith) (?:his|her) (?:recent )?"
        r"(?P<verb>re-?election|election|re-?appointment|appointment|nomination|designation) "
        rf"(?:as|to the (?:post|position|office) of){_THE} (?P<office>{{AO}})(?: (?:in|on) (?P<day>{{D}}))?, "
        r"(?P<who>{A})",
        build=after_choice,
        reads=("Following her election as Chairperson of the Assembly, Ms. Ana Dol thanked the members.",),
        refuses=("Following her election as Chairperson of the Assembly, the members thanked all.",),
    ),
    Rule(
        name="tenures.chair-passed",
        triggers=("hand", "pass", "transfer"),
        needs=r"[Cc]hair|[Pp]residency",
        pattern=rf"(?P<old>{{A}}){_OF}(?:,[^,;.{{A}}]{{3,60}},)? (?:has |formally |today |on {{D}} "
        rf")*(?:handed(?: over)?|"
        rf"hands over|passed(?: on)?|transferred) (?:the )?(?P<what>[Cc]hair(?:man|person)?(?:ship)?|"
        rf"[Pp]residency) of "
        rf"(?:the )?(?P<body>{{B}})(?: for [^.;{{A}}]{{3,30}})? to (?:the )?(?P<new>{{A}})(?:{_OF})(?: (?:on|in) "
        rf"(?P<day>{{D}}))?",
        build=chair_passed,
        reads=("Mr. Jon Arr handed over the chairmanship of the Committee on Health to Ms. Ana Dol.",),
        refuses=("Mr. Jon Arr could have handed over the chairmanship of the Committee on Health to Ms. Ana Dol.",),
    ),
    Rule(
        name="tenures.again",
        triggers=("to this po", "to this office", "to the same po", "in this po", "in the same po"),
        pattern=r"(?P<who>{A}) (?:was|has been|is) (?:\w+ly )?(?P<verb>re-?appointed|re-?elected|confirmed) (?:to|in) "
        r"(?:this|the same|that) (?:position|post|office)",
        build=again,
        reads=(
            "Director of the Harbour Fund Ana Dol spoke. Ms. Ana Dol has been re-appointed to this position for "
            "a year.",
        ),
        refuses=("Director of the Harbour Fund Ana Dol spoke. Ms. Ana Dol was not re-appointed to this position.",),
    ),
)
"""Rules for who holds an office."""
