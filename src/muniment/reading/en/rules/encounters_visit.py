"""Meetings of people that other words than "met" tell: arriving for talks, a courtesy call, a welcome, a discussion."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.encounters import ASIDE, COUNTERPART, LIST, TALKS, WHO, WILL, encounter, others, subject
from muniment.reading.en.rules.participants import detail
from muniment.reading.en.rules.places import written
from muniment.reading.mask import expand
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_TWO = 2
_MANY = 3
"""People met, all told of together, from which on each is taken to have been met apart (judgement)."""
_ON_WHAT = (
    r"(?:discussed|reviewed|exchanged views|exchanged opinions|talked about|spoke about|considered|touched upon|"
    r"compared notes|had an exchange of views|held an exchange of views|had a discussion|held a discussion)\b"
)


def arrived(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A arrived in C for talks with A and A", "A paid a courtesy call on A": one meeting for each counterpart."""
    who = subject(found, scene)
    for other in others(found, scene):
        draft = encounter(found, scene, [*who, other]) if who and other not in who else None
        if draft is not None:
            if not draft.slots["start"]:
                draft.notes["same"] = True
            cities = found.sentence.places(*found.match.span(), kinds="C")
            if cities and not draft.slots["place"]:
                draft.slots["place"] = written(found.sentence, cities[0])
            yield draft


def welcomed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A welcomed A to B on D": a meeting of the host with the guest."""
    who, guests = subject(found, scene), others(found, scene)
    if who and guests and guests[0] not in who:
        draft = encounter(found, scene, [*who, *guests])
        if draft is not None and (draft.slots["start"] or draft.slots["place"]):
            yield draft


_BY_PHONE = regex.compile(r"\b(?:by|over|on) (?:the )?(?:tele)?phone\b")


_AT_MEETING = regex.compile(
    expand(
        r"[^.;{A}{N}{D}]{0,80}? (?:at|during|in) (?:an?|the|their) (?:[a-z-]+ )?(?:meeting|talks|conversation|call)(?: "
        r"held)?(?: (?:in|on|at) )"
    )
)
"""What two people discussed, and the meeting at which: "discussed trade at a meeting in C on D"."""


def discussed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A and A discussed ...", "With A, A exchanged views on ...": a meeting of the two."""
    who = subject(found, scene)
    met = others(found, scene)
    both = [*who, *(p for p in met if p not in who)]
    before = [d for d in scene.drafts if d.register == "meetings" and d.sentence == scene.number - 1]
    if len(both) > _TWO and before and not before[-1].slots.get("participants"):
        yield detail(found, {"participants": both})  # those whose meeting the sentence before told of
    elif who and met and (len(both) == _TWO or found.has("more")) and all(p["name"][:1].isupper() for p in both):
        told = _AT_MEETING.match(found.sentence.text, found.match.end()) is not None
        draft = encounter(found, scene, both, behind=told)
        if draft is not None:
            if _BY_PHONE.search(found.sentence.text):
                draft.slots["mode"] = "telephone"
            if not draft.slots["start"]:
                draft.notes["same"] = True
            yield draft


_CAME = (
    r"(?:t(?:ook|aken?|akes) part in|participat(?:ed|es?) in|attend(?:ed|s)?|address(?:ed|es)?|visit(?:ed|s)?|spoke at|"
    r"speaks? at|arrive[ds]? in|paid (?:an? )?(?:\p{Ll}+ ){0,3}visit to|open(?:ed|s)|chair(?:ed|s)|"
    r"(?:(?:was|were) received by|met (?:with )?)(?: the)? ?{A})"
)
"""What somebody did, besides meeting people: the same person is meant by "and met with"."""


def also_met(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A took part in the forum in C and met with A", "A was received by A and then met with A"."""
    who = subject(found, scene)
    counterparts = [p for p in others(found, scene) if p not in who]
    separate = len(counterparts) >= _MANY
    for other in [[o] for o in counterparts] if separate else [counterparts] if counterparts else []:
        draft = encounter(found, scene, who + other) if who else None
        if draft is not None:
            yield draft


RULES = (
    Rule(
        name="meetings.and-met",
        triggers=(
            "and met ",
            "also met ",
            "then met ",
            "later met ",
            "and meet ",
            "and held ",
            "and hold ",
            "and had ",
        ),
        pattern=(
            rf"^(?:[^.;{{A}}{{N}}]{{0,60}}[ ,])?(?P<who>{{A}})(?:,[^.;,{{A}}]{{3,60}},)?,? {WILL}{_CAME}"
            rf"[^.;{{A}}]{{0,110}}?,? and (?:(?:also|then|later|separately|subsequently|will|to) )*"
            rf"(?:met|meet|(?:held|hold|had|have) {TALKS})\b(?:(?! with\b)[^.;{{A}}{{N}}]){{0,40}}(?: with)?{LIST}"
        ),
        build=also_met,
        reads=(
            "Secretary General Ana Dol took part in the forum in Oslo and met with Foreign Minister Ivo Marr.",
            "Secretary General Ana Dol was received by President Olga Tarn, and also met with Foreign Minister "
            "Ivo Marr.",
        ),
        refuses=(
            "Secretary General Ana Dol took part in the forum in Oslo and met the deadline.",
            "Secretary General Ana Dol may attend the forum in Oslo and meet with Foreign Minister Ivo Marr.",
        ),
        needs=r"{A}.*and .*{AY}",
    ),
    Rule(
        name="meetings.arrived-for-talks",
        triggers=(
            "for talks",
            "for a meeting",
            "for meetings",
            "for negotiations",
            "for consultations",
            "where he",
            "where she",
        ),
        pattern=(
            rf"{WHO}{ASIDE},? (?:has |have |had )?(?:arrived|arrives|is|was|travelled|traveled|flew|came|went"
            r"|(?:will |is to )?(?:travel|fly|arrive|be)|paid [^.;{A}{C}]{3,30})(?: on [^.;{A}{C}]{3,30}"
            r"| on| back)? (?:in|to|at) {C}(?:(?! for | where )[^.;{A}]){0,60}"
            rf"(?: for|,? where (?:he|she) (?:held|had|will hold|will have|is to hold|conducted)) {TALKS} with{LIST}"
        ),
        build=arrived,
        reads=("Secretary General Ana Dol arrived in Paris on 5 May for talks with Foreign Minister Ivo Marr.",),
        refuses=("Secretary General Ana Dol arrived in Paris on 5 May with Foreign Minister Ivo Marr.",),
        needs="[Ff]or |where ",
    ),
    Rule(
        name="meetings.courtesy-call",
        triggers=("call on", "call upon", "call to", "calls on", "visit to", "visit on", "visits on"),
        pattern=(
            rf"{WHO}{ASIDE},? {WILL}(?:paid|pays?|made|makes?|paying) (?:an? |his |her |their |separate )?"
            rf"(?:(?:courtesy|protocol|farewell|introductory|working|short|brief|official|first|solidarity) )+"
            rf"(?:calls?|visits?) (?:on|upon|to)(?P<with> (?:the )?{{A}}(?:(?:,| and|, and)[^.;{{A}}{{N}}]{{0,8}}?"
            rf"{{A}})*)(?![’']s)"
        ),
        build=arrived,
        reads=("Earlier in the day, Ambassador Ana Dol paid a courtesy call on Foreign Minister Ivo Marr.",),
        refuses=("Secretary General Ana Dol paid a courtesy call on time and thanked Foreign Minister Ivo Marr.",),
        needs="call|visit",
    ),
    Rule(
        name="meetings.welcomed-to",
        triggers=("welcomed", "welcomes", "hosted", "hosts"),
        pattern=(
            rf"{WHO}{ASIDE},? (?:has |have )?(?:warmly )?(?:welcomed|welcomes|hosted|hosts) (?P<with>(?:the )?{{A}}"
            rf"(?:(?:,| and|, and) {{A}})*),? (?:of (?:the )?{{S}},? )?(?:to|at|in) (?:the |his |her |its |our )?"
            rf"(?:{{B}}|{{C}}|[^.;,{{A}}{{N}}]{{0,25}}(?:[Hh]eadquarters|[Oo]ffices?|[Rr]esidence|[Ss]ecretariat|"
            rf"[Hh]ouse|[Pp]alace))"
        ),
        build=welcomed,
        reads=("Secretary General Ana Dol welcomed Foreign Minister Ivo Marr to the headquarters on 5 May.",),
        refuses=("Secretary General Ana Dol welcomed Foreign Minister Ivo Marr to the debate on 5 May.",),
    ),
    Rule(
        name="meetings.discussed-together",
        triggers=(
            "discuss",
            "reviewed",
            "exchange",
            "talked about",
            "spoke about",
            "considered",
            "touched upon",
            "compared notes",
        ),
        pattern=(
            r"(?:^|(?<=[,;] |and |where ))(?:(?P<who>{A})(?:,? of {S})?"
            rf"(?P<more>(?P<with>(?:, (?:the )?{{A}}){{1,3}},? and (?:the )?{{A}})),? {_ON_WHAT}|(?<!{{A}}, )"
            rf"(?P<who>{{A}})(?:,? of {{S}})?,? and (?:the )?(?:\w+ )?{COUNTERPART}(?P<with>{{A}})(?:,? of {{S}})?,? "
            rf"(?:also |today |then |further )?{_ON_WHAT}|(?P<who>{{A}}) (?:also |today )?"
            r"(?:discussed|reviewed|exchanged views|talked|considered) (?:by (?:tele)?phone |over the phone "
            r"|by video link )?with (?:the )?(?P<with>{A})(?! and {A})|[Ww]ith (?:the )?(?P<with>{A}), "
            rf"(?:the )?(?P<who>{{A}}|he|she) (?:also )?{_ON_WHAT})"
        ),
        build=discussed,
        reads=(
            "Secretary General Ana Dol and Foreign Minister Ivo Marr discussed trade.",
            "With Foreign Minister Ivo Marr, Secretary General Ana Dol exchanged views on trade.",
            "Secretary General Ana Dol reviewed with Foreign Minister Ivo Marr the state of trade.",
            "Secretary General Ana Dol, Foreign Minister Ivo Marr and President Olga Tarn exchanged views on trade.",
        ),
        refuses=(
            "Secretary General Ana Dol and Foreign Minister Ivo Marr never discussed trade.",
            "Secretary General Ana Dol discussed trade.",
        ),
        every=True,
    ),
)
"""Rules for meetings told by how people came together or what they spoke of."""
