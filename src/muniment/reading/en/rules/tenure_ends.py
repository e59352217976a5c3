"""Acts by which somebody leaves an office: the term ends, resigned, relieved of the duties, told by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.numbers import cardinal_value
from muniment.reading.en.rules.act_days import event_day
from muniment.reading.en.rules.tenure_acts import PERSON, follow, office_at, person_at, record
from muniment.reading.en.rules.tenure_terms import told_dates
from muniment.reading.mention import Actor
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["ENDS"]

_THE = r"(?: the| its| a| an| his| her| their| new)*"
_TERM = r"(?:term of office|term|tenure|mandate|powers|mission|contract|term of service)"


def _end_of(found: Found, scene: Scene) -> str:
    """Return the last day told: the day, or the last day or month of what is named."""
    days = found.mentions("day", "D")
    resolved = scene.date(days[0]) if days else None
    return "" if resolved is None else str((resolved.end or resolved.start).iso)


def term_ends(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A's powers end on D", "the expiry on D of the term of office of A"."""
    (actor,) = found.mentions("who", "A")[:1]
    end = _end_of(found, scene)
    office = office_at(found, scene) if "office" in found.match.re.groupindex and found.has("office") else None
    office = office or (actor.offices[0] if actor.offices else None)
    if not end or modality(found.text()) in (DENIED, POSSIBLE):
        return
    if office is not None and actor.name:
        yield from record(found, scene, actor, office, {"end": end})
    elif actor.name:
        yield follow(found, {"person": scene.full_name(actor.name), "basis": "attested", "end": end}, "person")


def leaves(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A informed the members that he would leave office at the end of June"."""
    actors = [a for a in found.mentions("who", "A") if a.name]
    if modality(found.text().replace(" would ", " will ")) in (DENIED, POSSIBLE):
        return
    if actors and actors[0].offices:
        yield from record(found, scene, actors[0], actors[0].offices[0], {"end": _end_of(found, scene)})
    elif actors:
        slots = {"person": scene.full_name(actors[0].name), "basis": "attested", "end": _end_of(found, scene)}
        yield follow(found, slots, "person")


def removed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "relieved A of the duties of O", "A resigned as O on D"."""
    office, actor = office_at(found, scene), person_at(found)
    clause = found.sentence.text[max(0, found.match.start() - 40) : found.match.start("office")]
    if office is None or not actor.name or modality(clause) in (DENIED, POSSIBLE):
        return
    yield from record(found, scene, actor, office, {"end": _end_of(found, scene) if found.has("day") else ""})


def relieved(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "relieved A of his duties", "the powers of A were terminated": the office named with A ends."""
    actor = person_at(found)
    before = found.sentence.text[max(0, found.match.start() - 60) : found.match.end()]
    if not actor.name or not actor.offices or modality(before) in (DENIED, POSSIBLE, PLANNED):
        return
    begin, _, act = told_dates(found, scene)
    end = begin or act or event_day(scene)
    yield from record(found, scene, actor, actor.offices[0], {"end": end})


_UNTIL = regex.compile(r"\buntil (?:the end of )?$")


def appointed_to_this_post(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A was appointed to this post until D", after somebody left it."""
    actor = person_at(found)
    if not actor.name:
        return
    slots = {
        "person": scene.full_name(actor.name),
        "basis": "elected" if found.match["verb"] == "elected" else "appointed",
    }
    if found.has("day") and _UNTIL.search(found.sentence.text[: found.match.start("day")]):
        slots["end"] = _end_of(found, scene)
    yield follow(found, slots, "act")


_ENDS = regex.compile(r"\b(?:complet|end|expir|finish|conclud)")


def my_tenure(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "This year I am completing my three-year tenure as O" in a speech: of the speaker."""
    speaker = scene.speech or scene.last_actor
    if not speaker:
        return
    actor = Actor(speaker)
    years = cardinal_value(found.match["n"] or "") if found.match["n"] else None
    ends = _ENDS.search(found.sentence.text)
    days = found.sentence.places(kinds="D") if ends else []
    resolved = scene.date(found.sentence.value(days[0])) if days else None
    more: dict[str, Any] = {"term_years": years, "end": (resolved.end or resolved.start).iso if resolved else ""}
    office = office_at(found, scene) if found.has("office") else None
    if office is not None:
        yield from record(found, scene, actor, office, more)
    else:
        yield follow(found, {"person": scene.full_name(speaker), "basis": "attested", **more}, "person")


def my_successor(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "my successor will be A" in a speech: A is designated to the speaker's office."""
    speaker, (actor,) = scene.speech or scene.last_actor, found.mentions("who", "A")
    if speaker and actor.name:
        draft = follow(found, {"person": scene.full_name(actor.name), "basis": "designated"}, "predecessor")
        draft.notes["predecessor"] = scene.full_name(speaker)
        yield draft


ENDS: tuple[Rule, ...] = (
    Rule(
        name="tenures.term-ends",
        triggers=("term", "tenure", "mandate", "powers", "mission", " until "),
        pattern=r"(?P<who>{A}) (?:will be|remains|will remain|will stay|is to remain) in "
        r"(?:office|(?:the|his|her) (?:post|office|position)) until (?:the end of )?(?P<day>{D})"
        rf"|[Tt]he {_TERM} of (?:the )?(?P<who>{{A}}) (?:will end|ends?|expires?|will expire|ended|expired) "
        r"(?:on "
        r"|in |at the end of )?(?P<day>{D})"
        rf"|(?P<who>{{A}})(?:['’]s? |,? whose ){_TERM}(?: of office)?(?: as{_THE} (?P<office>{{AO}}))? "
        r"(?:will (?:end|expire)|ends?|expires?|ended|expired|comes? to an end|came to an end) "
        r"(?:on|in|at the end of|with|by)? ?(?P<day>{D})"
        r"|\b(?:[Ee]xpiry|[Ee]xpiration|[Ee]nd|[Cc]ompletion)(?: (?:on|in) (?P<day>{D}))? of "
        rf"(?:the |his |her )?{_TERM}(?: of office)? of (?:the )?(?P<who>{{A}})(?: (?:on|in) (?P<day>{{D}}))?",
        build=term_ends,
        reads=(
            "In connection with the expiry on 30 June 2024 of the term of office of Minister of Justice of Peru Ana "
            "Dol, the Board met.",
        ),
        refuses=(
            "The term of office of the report expires on 30 June 2024, Minister of Justice of Peru Ana Dol said.",
        ),
        needs=r"\b(?:end|ends|ended|[Ee]xpir\w+|[Ee]nd|[Cc]ompletion)\b|\bin (?:office|\w+ (?:post|office|position))"
        r" until",
    ),
    Rule(
        name="tenures.leaves",
        triggers=("leave", "leaves", "left", "step down", "vacate"),
        pattern=r"(?P<who>{A})(?:[^.;]{0,80}? (?:he|she)| \(|,)?[^.;{A}]{0,80}? (?:leaves?|left|will leave|would "
        r"leave|will step down from|is to leave|vacates?|will vacate|would vacate) (?:office|(?:his|her|"
        r"the) (?:post|office|position))[^.;{A}]{0,20}? (?P<day>{D})",
        build=leaves,
        reads=("Minister of Justice of Peru Ana Dol informed members that she would leave office at the end of June.",),
        refuses=(
            "Minister of Justice of Peru Ana Dol left the hall at the end of June.",
            "Minister of Justice of Peru Ana Dol may have left office in May 2024.",
        ),
    ),
    Rule(
        name="tenures.removed",
        triggers=("reliev", "resign", "stepped down", "dismiss", "remov", "ceased"),
        pattern=rf"\b(?:relieved|dismissed|removed|released) {PERSON} (?:of|from) (?:the |his |her )?(?:duties|"
        rf"functions|post|office|position)(?: as| of){_THE} (?P<office>{{AO}})(?: (?:on|from|with effect "
        rf"from|as of) (?P<day>{{D}}))?"
        rf"|(?P<who>{{A}})(?:,[^,{{A}}]{{0,60}},)? (?:(?:has |had )?(?:resigned|stepped down)|was (?:relieved|"
        rf"dismissed|removed|released) (?:of|from) (?:the |his |her )?(?:duties|post|position|office))(?: as| from "
        rf"(?:the )?(?:post|office|position) of| of){_THE} (?P<office>{{AO}})(?: (?:on|from|with effect from|as of) "
        rf"(?P<day>{{D}}))?",
        build=removed,
        reads=(
            "The Council relieved Mr. Jon Arr of the duties of a Member of the Board for Competition.",
            "Mr. Jon Arr resigned as Director of the Centre for Disaster Relief on 3 May 2024.",
        ),
        refuses=(
            "The Council did not accept that Mr. Jon Arr had resigned the argument as Director of the Centre wished.",
        ),
    ),
    Rule(
        name="tenures.relieved",
        triggers=("reliev", "dismiss", "releas", "terminat"),
        needs=r"{A}",
        pattern=r"\b(?:relieved|dismissed|released) (?:the )?(?P<who>{A}) (?:of|from) (?:his|her|the) "
        r"(?:duties|functions|post|office|position|responsibilities)\b(?! (?:as|of)\b)"
        r"|\b(?:powers|term of office|mandate|employment) of (?:the )?(?P<who>{A}) (?:was|were|has been|have been) "
        r"(?:\p{Ll}+ )?terminated\b",
        build=relieved,
        reads=(
            "On 3 May 2024, the Council relieved Director of the Harbour Fund Jon Arr of his duties at his own "
            "request.",
            "The powers of Director of the Harbour Fund Jon Arr were terminated.",
        ),
        refuses=(
            "The Council may have relieved Director of the Harbour Fund Jon Arr of his duties.",
            "The Council relieved Director of the Harbour Fund Jon Arr of his doubts.",
        ),
    ),
    Rule(
        name="tenures.to-this-post",
        triggers=("this post", "this position", "this office", "that post", "the post", "in his place", "in her place"),
        pattern=rf"{PERSON} (?:was|has been|is) (?P<verb>appointed|elected|approved) (?:to (?:this|that) (?:post|"
        rf"position|office)|in (?:his|her) place)(?:[^.;{{A}}]{{0,50}}? (?P<day>{{D}}))?",
        build=appointed_to_this_post,
        reads=(
            "The Council relieved Mr. Jon Arr of the duties of a Member of the Board for Competition; Mrs. Ana Dol "
            "was appointed to this post until 31 May 2026.",
        ),
        refuses=("Mrs. Ana Dol was taken to this post on 31 May 2026.",),
    ),
    Rule(
        name="tenures.my-tenure",
        triggers=(" my ",),
        pattern=rf"\bI\b[^.;]{{0,80}}? my (?:(?P<n>\w+)[- ]years?(?: {_TERM}| of (?:service|work)| in "
        rf"office)?|{_TERM}(?: of (?P<n>\w+) years)?)(?: (?:as|in the (?:post|office|position) of){_THE} "
        rf"(?P<office>{{AO}}))?(?=[ ,.;])",
        build=my_tenure,
        reads=(
            'Minister of Justice of Peru Ana Dol thanked all. "This year I am completing my three-year term as the '
            'Chairperson of the Assembly."',
        ),
        refuses=(
            'Minister of Justice of Peru Ana Dol said: "I am glad to be here with all of you. This year I am '
            'completing my three-page report on the Assembly."',
        ),
    ),
    Rule(
        name="tenures.my-successor",
        triggers=("successor",),
        pattern=r"\b[Mm]y successor(?:,[^,]{0,60},)? (?:will be|is|is to be|shall be)[^.;{A}]{0,40}? ?(?P<who>{A})",
        build=my_successor,
        reads=(
            'Minister of Justice of Peru Ana Dol said: "I am glad to be here with all of you. My successor will be '
            'Mr. Jon Arr."',
        ),
        refuses=(
            'Minister of Justice of Peru Ana Dol said: "I am glad to be here with all of you. My successor will '
            'thank Mr. Jon Arr."',
        ),
    ),
)
