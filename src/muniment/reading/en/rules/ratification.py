"""The clocks of a treaty: ratified at home, deposited, acceded to, and calls on others to do so."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.kinds import MAYBE_TREATIES, TREATIES, kind_of
from muniment.reading.en.rules.actions import ADVERB
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import ITEMS, THING, item_places, mentions, named, referents, things
from muniment.reading.en.rules.parties import meeting_date, receiver, subject, when
from muniment.reading.mask import expand
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_CALL = (
    r"\b(?:[Cc]all(?:s|ed|ing)? (?:up)?on|call(?:s|ed|ing)? for|urg(?:e|es|ed|ing)|appeal(?:s|ed)?"
    r"|invit(?:e|es|ed)|ask(?:s|ed)?|encourag(?:e|es|ed|ing)|recommend(?:s|ed)?(?: that)?|"
    r"request(?:s|ed)?|would ask)\b"
)
_BY = regex.compile(expand(r"\bby (?:the )?{ABSY}"))
_STATE_AND_DAY = regex.compile(expand(r"(?P<by>{S}) \((?P<when>{D})\)"))
_REACH = 6
"""Sentences looked back over for the treaty whose ratification is spoken of."""
_INSTRUMENT = (
    r"(?:(?:the|its|their|his|her|[a-z]+['’]s|[\w ]{1,30}['’]s) )?(?:instruments?|documents?|letters?|act)(?:"
    r" of (?P<of>ratification|accession|acceptance|approval|denunciation)|(?= with))"
)
_DEPOSIT_OF = {
    "ratification": "deposit",
    "accession": "deposit",
    "acceptance": "deposit",
    "approval": "deposit",
    "denunciation": "denounce",
}


_THEY_SAY = re.compile(r"\b(?:He|She|he|she) (?:also |further )?$")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e)\b")
_UNDONE = re.compile(r"\b(?:not|never|yet to|would|could|should|may|if|once|until) (?:be |have )?$")
_ON_CONDITION = re.compile(r"\b(?:after|once|until|when|if)\b[^,;]{0,80}$")
_SOON = re.compile(r"\b(?:will|shall|to|plans to|is to)(?: soon)? $")
_DENIED = re.compile(r"\b(?:not|never|could|should|may|must)\b")
_WILL_BE = re.compile(r"\b(?:will|would|shall|to) be $")
_NOT_COMPLETED = re.compile(r"\b(?:not|to|yet|will|would|could|should|are|is)(?: \w+ly)? $")
_NOT_PASSED = re.compile(r"\b(?:not|to|yet|will|would|could|should|be)(?: \w+ly)? $")
_NOT_ACCEDED = re.compile(r"\b(?:not|to|would|could|may|should|if)\s(?:\w+ )?$")


def _treaties(found: Found, scene: Scene) -> list[Instrument]:
    """Return the texts that a clause about ratification is about: named behind it, or told of right before."""
    start = found.match.start("what") if found.has("what") else found.match.end()
    inside = things(scene, start, found.match.end("what")) if found.has("what") else []
    fits = [m for m in inside if (named(m) or m.count) and m.kind in MAYBE_TREATIES]
    return fits or ([] if inside else _before(found, scene))


def _before(found: Found, scene: Scene) -> list[Instrument]:
    """Return the treaties named last before the clause, in its sentence or the one before."""
    start = found.match.start()
    here = [m for at in found.sentence.places(0, start, kinds="N") for m in things(scene, at, at + 1)]
    fits = [m for m in here if (named(m) or m.count) and m.kind in MAYBE_TREATIES]
    if fits:
        return fits[-1:]
    for number in range(scene.number - 1, max(-1, scene.number - _REACH), -1):
        there = [m for m in mentions(scene.sentences[number]) if named(m) and m.kind in MAYBE_TREATIES]
        if there:
            return there[:1]
    return []


def called(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "called on the parliaments to ratify the Protocol" and "asked for help in completing the ratification"."""
    if found.has("join") and not _URGES.match(found.match.group()):
        return  # who is invited to join a treaty was no party to it
    instruments = _treaties(found, scene)
    verb = found.match.start("call") if found.has("call") else found.match.start()
    by = (
        [scene.speech]
        if scene.speech and _FIRST_PERSON.search(found.sentence.text[: found.match.start() + 12])
        else subject(scene, verb)
    )
    if not by and _THEY_SAY.search(found.sentence.text[: found.match.start()]):
        by = [scene.last_actor]
    if not by:
        by = scene.names(
            [
                found.sentence.value(at)
                for at in found.sentence.places(0, found.match.start())
                if found.sentence.kind(at) in "AB"
            ][:1]
        )
    asked = (
        [
            found.sentence.value(at)
            for at in found.sentence.places(*found.match.span("asked"))
            if found.sentence.kind(at) in "BSYA"
        ]
        if found.has("asked")
        else []
    )
    step = act(
        "call_for_ratification",
        date=when(scene, found.match.start(), found.match.start()) or meeting_date(scene) or _anchor(scene),
        by=[b for b in by if b],
        to=scene.names(asked),
    )
    yield from drafts_of(found, instruments, [step])


_URGES = re.compile(r"[Cc]all|[Uu]rg|[Aa]ppeal|[Ee]ncourag")


def _anchor(scene: Scene) -> str:
    iso = scene.anchor.iso if scene.anchor is not None else ""
    return iso if len(iso) == 10 else ""


_CALLED_BEFORE = re.compile(_CALL + r"[^;]{0,160}$")


def deposited(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "deposited with the Secretariat the instrument of ratification of the Agreement"."""
    left = found.sentence.text[: found.match.start()]
    if _UNDONE.search(left) or _ON_CONDITION.search(left):
        return
    if _CALLED_BEFORE.search(left):
        return
    instruments = _treaties(found, scene)
    start, end = found.match.start(), len(found.sentence.text)
    planned = _SOON.search(left) is not None
    action = _DEPOSIT_OF[found.match.group("of")] if found.has("of") else "deposit"
    by = scene.names(found.mentions("by", "ABS")) if found.has("by") else subject(scene, start)
    step = act(
        action,
        date=when(scene, start, end, planned) if not planned else "",
        by=by,
        to=receiver(scene, start, end),
        planned=planned,
    )
    yield from drafts_of(found, instruments, [step])


def which_deposited(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Protocol, the instrument of which was deposited with the Secretary General on D"."""
    start, end = found.match.start("rest"), len(found.sentence.text)
    step = act("deposit", date=when(scene, start, end), to=receiver(scene, start, end))
    yield from drafts_of(found, _treaties(found, scene)[-1:], [step])


def handed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The instrument of ratification was deposited with the Secretary General by the ambassador"."""
    planned = _WILL_BE.search(found.match.group("aux") + " ") is not None
    if _DENIED.search(found.match.group("aux")):
        return
    instruments = _treaties(found, scene) if found.has("what") else _before(found, scene)
    start, end = found.match.end("verb"), len(found.sentence.text)
    by_at = _BY.search(found.sentence.text[start:])
    by = (
        [scene.name(found.sentence.value(start + by_at.end() - 1))]
        if by_at is not None
        else scene.names(found.mentions("owner", "SB"))
    )
    step = act(
        _DEPOSIT_OF[found.match.group("of")],
        date="" if planned else when(scene, start, end),
        by=by,
        to=receiver(scene, start, end),
        planned=planned,
    )
    yield from drafts_of(found, instruments, [step])


def received(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "received the instrument of ratification of the Agreement from Norway": Norway deposited it."""
    start = found.match.start()
    by, receives = scene.names(found.mentions("by", "ABSY")), subject(scene, start)
    step = act(_DEPOSIT_OF[found.match.group("of")], date=when(scene, start, found.match.end()), by=by, to=receives)
    yield from drafts_of(found, _treaties(found, scene), [step])


def _nominal(found: Found, scene: Scene, action: str) -> Iterator[Draft]:
    """Return the drafts of a noun that tells a done act: who did it stands before or behind."""
    by = scene.names(found.mentions("by", "ABSY"))
    dated = found.match.span("when") if found.has("when") else None
    date = when(scene, *dated) if dated is not None else ""
    instruments = _treaties(found, scene)
    for names in ([name] for name in by) if action == "ratify" and by else (by,):
        yield from drafts_of(found, instruments, [act(action, date=date, by=names)])


def ratified(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "welcomed Norway's ratification of the Convention" and "with the ratification by Norway"."""
    yield from _nominal(
        found,
        scene,
        {
            "ratification": "ratify",
            "accession": "accede",
            "denunciation": "denounce",
            "acceptance": "accept",
            "signature": "sign",
            "withdrawal": "withdraw",
        }[found.match.group("noun")],
    )


def completed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "completed the domestic procedures for the Agreement" as the ratification it is."""
    left = found.sentence.text[: found.match.start()]
    if _NOT_COMPLETED.search(left):
        return
    start = found.match.start("what")
    yield from drafts_of(
        found,
        _treaties(found, scene),
        [
            act(
                "ratify",
                date=when(scene, found.match.start(), start, meeting=False),
                by=subject(scene, found.match.start()),
            )
        ],
    )


def law_passed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The parliament adopted the law on ratification of the Agreement": it was ratified at home."""
    left = found.sentence.text[: found.match.start()]
    if _NOT_PASSED.search(left):
        return
    start = found.match.start()
    by = subject(scene, start)
    if any(_GOVERNMENT.search(name) for name in by) and "signed" not in found.match.group():
        return  # a government sends the bill to parliament
    step = act("ratify", date=when(scene, start, len(found.sentence.text), meeting=False), by=by)
    yield from drafts_of(found, _treaties(found, scene), [step])


_GOVERNMENT = re.compile(r"\b(?:[Gg]overnment|[Cc]abinet|Council of Ministers)\b")


def titled_law(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "adopted the bill “On ratification of the Agreement on Ports”": the Agreement was ratified at home."""
    match = _RATIFIES.match(str(found.mentions("title", "Q")[0]))
    if match is None or _NOT_PASSED.search(found.sentence.text[: found.match.start()]):
        return
    start = found.match.start()
    treaty = Instrument(match.group("what").rstrip(" ,"), kind_of(match.group("what")))
    step = act("ratify", date=when(scene, start, len(found.sentence.text)), by=subject(scene, start))
    if treaty.kind in TREATIES:
        yield from drafts_of(found, [treaty], [step])


_RATIFIES = regex.compile(r"On (?:the )?[Rr]atification of (?:the )?(?P<what>.+?)(?: (?:as )?of [A-Z][a-z]+ \d.*)?,?$")


def ranked(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "became the fourth State to ratify the Charter, after Norway and Iceland": each has ratified it."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)] or referents(
        "it", scene, found.match.start("what")
    )
    instruments = [i for i in instruments if i.kind in MAYBE_TREATIES]
    action = _RANKED[found.match.group("act")]
    first = scene.names(found.mentions("by", "BS"))
    start = found.match.start("by")
    date = when(scene, start, found.match.end("what"), meeting=False)
    for name in first[:1]:
        yield from drafts_of(found, instruments, [act(action, date=date, by=[name])])
    for name in scene.names(found.mentions("after", "BS")) if found.has("after") else []:
        yield from drafts_of(found, instruments, [act(action, by=[name])])


_RANKED = {
    "ratify": "ratify",
    "have ratified": "ratify",
    "sign": "sign",
    "accept": "accept",
    "join": "accede",
    "accede to": "accede",
    "denounce": "denounce",
    "withdraw from": "withdraw",
    "leave": "withdraw",
}
"""What a state is the first, or the fourth, to do with a treaty -> action of the record format."""


def acceded(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Norway acceded to the Convention"."""
    left = found.sentence.text[: found.match.start()]
    if _NOT_ACCEDED.search(left):
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) and i.kind in MAYBE_TREATIES]
    start, end = found.match.start(), found.match.end()
    yield from drafts_of(
        found,
        instruments,
        [
            act(
                "accede",
                date=when(scene, start, min(len(found.sentence.text), end + 20), meeting=False),
                by=subject(scene, start),
            )
        ],
    )


_BY_STATES = r"(?:the )?{S}(?:(?:, | and |, and )(?:the )?{S})*"


def from_states(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Ratifications came from Norway (3 May 2024), Iceland (7 June 2024)": each with its date."""
    instruments = _before(found, scene)
    for match in _STATE_AND_DAY.finditer(found.match.group("states")):
        at = found.match.start("states")
        name = scene.name(found.sentence.value(at + match.start("by")))
        date = scene.iso(found.sentence.value(at + match.start("when")))
        yield from drafts_of(found, instruments, [act("ratify", date=date, by=[name])])


RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.call-to-ratify",
        triggers=("ratif", "domestic procedures", "internal procedures", "parties to", "party to", "accede"),
        pattern=(
            rf"{_CALL}(?P<asked>[^.;]{{0,140}}?)\b(?:(?:to|and|,) )?(?:(?:sign and |sign or |sign, and "
            rf"|sign |conclude and )?(?:ratify|(?P<join>become (?:a )?part(?:y|ies) to|accede to)|deposit (?:their|its"
            rf"|the) instruments? of ratification(?:"
            rf" of)?|speed up the ratification of|accelerate the ratification of)"
            rf"|(?:complet\w+|finish\w*|speed\w* up|accelerat\w+|conclud\w+) (?:the |their |its )?(?:[a-z-]+"
            rf" )?(?:ratification|(?:domestic|internal) procedures)(?: procedures?| process)?|(?:the|its|their)(?:"
            rf" (?:early|earliest|speedy|speediest|prompt|swift|rapid|soonest|quick|timely|universal)(?: possible)?)?"
            rf" ratification(?: procedures?)?)"
            rf"(?:[^.;]{{0,60}}?(?:(?:for|of|on) )?(?P<what>{ITEMS}|\bit\b))?"
            rf"|\bnot (?:yet )?ratified (?P<what>{ITEMS})[^.;]{{0,60}}? (?P<call>{_CALL}) (?P<asked>them|those"
            rf"|the others) [^.;]{{0,30}}?to do so"
        ),
        build=called,
        reads=("The Secretary General called on the parliaments to ratify the Protocol on Tides.",),
        refuses=("The Secretary General called the parliaments after the ratification.",),
    ),
    Rule(
        name="instruments.deposited",
        triggers=("deposit", "hand"),
        pattern=rf"\b(?:deposit(?:ed|s)?|hand(?:ed|s)? over)(?:, (?:on|in|for) [^,;]{{3,60}},)?(?: (?:{ADVERB}|with"
        rf" (?:the )?{{ABSY}}|on {{D}}|to"
        rf" (?:the )?(?:{{ABSY}}|[Dd]epositary)|by (?:the )?(?P<by>{{ABS}}) of))* {_INSTRUMENT}"
        rf"(?: of (?:the )?(?P<by>{{S}}))?(?: (?:of|to|for) (?P<what>{THING}))?",
        build=deposited,
        reads=(
            "On 3 May 2024 Norway deposited with the Secretariat its instrument of ratification of the"
            " Convention on Ports.",
        ),
        refuses=(
            "Norway has not deposited its instrument of ratification of the Convention on Ports.",
            "The fish deposited their eggs.",
        ),
    ),
    Rule(
        name="instruments.which-deposited",
        triggers=("instrument of which", "instruments of which"),
        pattern=rf"(?P<what>{ITEMS}), the instruments? of which (?:was|were) deposited(?P<rest>\b)",
        build=which_deposited,
        starts=item_places,
        reads=(
            "They welcomed the accession to the Convention on Ports, the instrument of which was deposited with the"
            " Secretariat on 3 May 2024.",
        ),
        refuses=("They welcomed the Convention on Ports, the instrument of which was mislaid.",),
    ),
    Rule(
        name="instruments.handed-over",
        triggers=("deposited", "handed"),
        pattern=rf"(?:(?P<owner>{{SB}})['’]s )?(?i:the )?(?i:instruments?) of (?P<of>ratification|accession"
        rf"|acceptance|approval|denunciation)(?: (?:of|to|for) (?P<what>{THING}))? (?P<aux>(?:(?:will|would"
        rf"|shall|has|have|had|not|yet|could|may|must|{ADVERB}) )*(?:was|were|be|been))(?: {ADVERB})?"
        rf" (?P<verb>deposited|handed over|handed)",
        build=handed,
        reads=(
            "The instrument of ratification of the Convention on Ports was deposited with the Secretariat by Norway.",
        ),
        refuses=("The instrument of ratification of the Convention on Ports has not yet been deposited.",),
    ),
    Rule(
        name="instruments.instrument-received",
        triggers=("received", "receives"),
        pattern=(
            rf"\breceive[ds](?: from (?:the )?(?P<by>{{ABSY}})(?:, {{A}})?,?)?"
            rf" (?:the |an |(?P<by>{{S}})['’]s? )?instruments? of (?P<of>ratification|accession|acceptance|approval)"
            rf"(?: of (?:the )?(?P<by>{{S}}))? (?:of|to) (?P<what>{THING})(?: from"
            rf" (?:the |two |three )?(?P<by>{{ABSY}}(?:(?: and |, )(?:the )?{{ABSY}})*))?"
        ),
        build=received,
        reads=(
            "The Secretary General received the instrument of ratification of the Convention on Ports from Norway.",
        ),
        refuses=(
            "The Secretary General has yet to receive the instrument of ratification of the Convention on Ports.",
        ),
    ),
    Rule(
        name="instruments.acceded",
        triggers=("acceded", "accedes", "joined"),
        pattern=rf"\b(?:acceded to|accedes to|joined) (?P<what>{ITEMS})",
        build=acceded,
        reads=("Norway acceded to the Convention on Ports on 3 May 2024.",),
        refuses=("Norway has not acceded to the Convention on Ports.", "Norway joined the march."),
    ),
    Rule(
        name="instruments.ratification-told",
        triggers=("ratification", "accession", "denunciation", "acceptance", "withdrawal", "signature"),
        pattern=(
            rf"\b(?:[Tt]hank(?:ed|s) [^.;]{{1,60}}? for|[Ww]elcom\w+|[Hh]ail\w*) (?:the |its |their"
            rf" )?(?P<noun>ratification|accession)"
            rf"(?P<when> (?:on )?{{D}})? (?:of|to) (?P<what>{ITEMS})|"
            rf"\b(?:[Ww]elcom\w+|[Hh]ail\w*) (?:the )?(?:[a-z]+ )?(?P<noun>signature|ratification) of (?P<what>{ITEMS})"
            rf" by (?P<by>{_BY_STATES})|"
            rf"\b(?:[Ww]elcom\w+|[Cc]ongratulat\w+|[Hh]ail\w*|[Nn]oted|took note of|[Aa]fter|[Ff]ollowing"
            rf"|[Ww]ith|[Tt]hanks to|[Rr]eceived (?:[a-z]+ )?(?:notifications?|notes?|notice) (?:on|of"
            rf"|about)) (?:the )?"
            rf"(?:(?P<by>{{S}})['’]s (?P<noun>ratification|accession|denunciation|acceptance|withdrawal)(?:,?(?P<when>"
            rf" (?:on )?{{D}}),?)?(?: (?:of|to|from) (?P<what>{ITEMS}))?(?:, notified(?P<when> (?:on )?{{D}}))?"
            rf"|(?:[a-z]+ )?(?P<noun>ratification|accession|acceptance|denunciation)s?(?P<when> {{D}})? (?:by|of)"
            rf" (?P<by>{_BY_STATES})(?P<when> (?:on )?{{D}})?(?:,? (?:of|to) (?P<what>{ITEMS})|, the"
            rf" (?P<what>{{N}}))?)"
        ),
        build=ratified,
        reads=("The ministers welcomed Norway's ratification, on 3 May 2024, of the Convention on Ports.",),
        refuses=("The ministers spoke of Norway's ratification of the Convention on Ports.",),
    ),
    Rule(
        name="instruments.procedures-completed",
        triggers=("procedures",),
        pattern=rf"\b(?:(?:completed|finished|concluded|finali[sz]ed)(?: on {{D}}| {{D}}| already)? (?:(?:the|its|their"
        rf"|all(?: the)?) )?(?:necessary |required )?"
        rf"|notified (?:the )?(?:[Dd]epositary|{{A}}|{{B}})(?: on {{D}})? (?:of|about) the completion of (?:the |its"
        rf" |all )?(?:necessary )?)(?:domestic|internal|national|intra-state|ratification)"
        rf"(?: ratification| legal)? procedures"
        rf" (?:of ratification )?(?:for|on|of"
        rf"|necessary for|required for)(?: (?:the |its )?(?:ratification|entry into force) of)? (?P<what>{ITEMS})",
        build=completed,
        reads=("Norway has completed the domestic procedures for the Convention on Ports.",),
        refuses=("Norway is completing the domestic procedures for the Convention on Ports.",),
    ),
    Rule(
        name="instruments.ratified-by-list",
        triggers=("ratif",),
        pattern=r"\b[Rr]atif(?:ications?|ied) (?:[a-z]+ ){0,3}(?:from|by) (?P<states>(?:the )?{S} \({D}\)(?:(?:, |"
        r" and |, and )(?:the )?{S} \({D}\))*)",
        build=from_states,
        reads=(
            "The Convention on Ports was opened last year. Ratifications came from Norway (3 May 2024) and"
            " Iceland (7 June 2024).",
        ),
        refuses=("Visitors came from Norway (3 May 2024) and Iceland (7 June 2024).",),
    ),
    Rule(
        name="instruments.ratification-law",
        triggers=("law on", "laws on", "law authori", "law approving", "bill on", "bill authori", "act on"),
        pattern=rf"\b(?:adopted|approved|passed|signed(?: into law)?|promulgated)(?: on {{D}}| unanimously)? (?:the"
        rf"|a|its) (?:federal |draft )?(?:laws?|bill|act) [“\"]?(?:[Oo]n|authori[sz]ing|approving) (?:the )?"
        rf"[Rr]atification of"
        rf" (?P<what>{ITEMS})",
        build=law_passed,
        reads=(
            "On 3 May 2024 the parliament of Norway adopted the law on the ratification of the Convention on Ports.",
        ),
        refuses=("The parliament of Norway discussed the law on the ratification of the Convention on Ports.",),
    ),
    Rule(
        name="instruments.ratification-law-titled",
        triggers=(" law ", " bill ", " laws ", " bills "),
        pattern=r"\b(?:adopted|approved|passed|endorsed|signed(?: into law)?|promulgated)(?: on {D}| unanimously)?"
        r" (?:the|a|its) (?:federal |draft )?(?:laws?|bills?) (?P<title>{Q})",
        build=titled_law,
        reads=("On 3 May 2024 the Senate adopted the bill “On Ratification of the Agreement on Drifting Ice”.",),
        refuses=("On 3 May 2024 the Senate adopted the bill “On the Upkeep of the Harbours of the North”.",),
    ),
    Rule(
        name="instruments.nth-to-ratify",
        triggers=(
            "to ratify",
            "to have",
            "to sign",
            "to accept",
            "to join",
            "to acc",
            "to denounce",
            "to with",
            "to leave",
        ),
        needs=r"\b(?:became|become|was|is) (?:thereby |thus )?the ",
        pattern=rf"(?P<by>{{S}}|{{B}})(?:, [^,;]{{0,20}})?,? (?:which )?(?:on {{D}} )?(?:is|was|became|has become"
        rf"|thus became) (?:thereby |thus )?the (?:[a-z-]+) (?:of (?:the |its )?(?:{{Y}}|[a-z]+) )?(?:member"
        rf" )?(?:[Ss]tate|[Cc]ountry|{{Y}}"
        rf"|[Pp]arty|[a-z]+ (?:state|country))? ?to (?P<act>ratify|have ratified|sign|accept|join|accede to"
        rf"|denounce|withdraw from|leave) (?P<what>{THING})(?P<after>,?"
        rf" after [^.;]+)?",
        build=ranked,
        reads=("Norway became the fourth state to ratify the Convention on Ports, after Iceland and Denmark.",),
        refuses=("Norway hopes to be the fourth state to ratify the Convention on Ports.",),
    ),
)
