"""The course of a text: work on it, votes on it, charges to prepare it, its entry into force and what it amends."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.actions import PARTICIPLE, action_of, segment_end
from muniment.reading.en.rules.chosen import NEW_KINDS
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import ITEMS, THING, mentions, named, things, titled
from muniment.reading.en.rules.parties import clause_left, place, receiver, subject, when
from muniment.reading.mask import expand
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_BELONGS = regex.compile(
    r"\b(?:of|on|in|under|with|for|to|by|from|at|against|about|into|within)(?: (?:the|an?|this|that|its|their))? ?$",
    regex.IGNORECASE,
)
_UNREAL = regex.compile(r"\b(?:not|never|if|once|when|until|could|should|may|would|might)\b")
_UNREAL_BEFORE = regex.compile(r"\b(?:[Ii]f|[Oo]nce|[Ww]hen|until|before|after)\b[^,]{0,30}$")
_DATED = regex.compile(expand(r"(?:On|In|Since) {D}"))
_CONDITION = regex.compile(r"\b(?:days?|months?) (?:after|following)\b|\b(?:once|after the|if|upon|when)\b")


_AHEAD = re.compile(r"\b(?:will|shall|to|expected|due)\b")
_NOT_YET = re.compile(r"\b(?:not|yet|would|could|may)\b")
_TO_COME = re.compile(r"\b(?:will|shall|to|due|expected)\b")
_AMENDMENTS_TO = re.compile(r"\b[Aa]mendments? to (?:the )?$")
_DRAWS_UP = re.compile(r"prepar|draw|draft|develop|elaborat|work")
_HANDS_IN = re.compile(r"submit|present|send|hand")
_RECEIVES = re.compile(r"welcom|not|hail|took")
_WAS = re.compile(r"\b(?:was|were) (?:also )?$")


def force(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Charter entered into force on 5 May" and "will enter into force"."""
    if not found.has("what"):
        yield from _joined(found, scene)
        return
    left = clause_left(found.sentence.text, found.match.start("what"))
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    if not instruments or (_BELONGS.search(left) and found.match.group("what").strip().lower() not in ("it", "which")):
        return
    auxiliary, start = found.match.group("aux") or "", found.match.end()
    end = segment_end(found.sentence, start)
    if _UNREAL.search(auxiliary) or _UNREAL_BEFORE.search(left):
        return
    if _AHEAD.search(auxiliary) or found.match.group("verb") in ("enters", "comes", "takes", "becomes"):
        own = scene.dates(start, end)
        if not own and _CONDITION.search(found.sentence.text[start:]):
            return
        yield from drafts_of(
            found, instruments, [act("enter_into_force", date=own[0].begin if own else "", planned=True)]
        )
    else:
        date = _force_date(found, scene, start, end)
        yield from drafts_of(found, instruments, [act("enter_into_force", date=date)])


def _joined(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "was adopted in 2001 and entered into force in 2003": what stands before the first verb."""
    instruments = [i for i in mentions(found.sentence, 0, found.match.start()) if named(i)][:1]
    auxiliary = found.match.group("aux") or ""
    if not instruments or _NOT_YET.search(auxiliary):
        return
    start = found.match.end()
    dates = scene.dates(start, len(found.sentence.text))
    planned = _TO_COME.search(auxiliary) is not None
    if dates or not planned:
        step = act("enter_into_force", date=dates[0].begin if dates else "", planned=planned)
        yield from drafts_of(found, instruments, [step])


def _force_date(found: Found, scene: Scene, start: int, end: int) -> str:
    """Return the date beside "entered into force", or alone in the sentence before ("18 May. The Charter ...")."""
    for date in scene.dates(start, end):
        return str(date.begin)
    if scene.number > 0:
        before = scene.sentences[scene.number - 1]
        if len(before.text) <= 3 and before.places():
            return str(scene.iso(before.value(before.places()[0])))
    leading = _DATED.match(found.sentence.text)
    return str(scene.iso(found.sentence.value(leading.end() - 1))) if leading is not None else ""


def amending(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Protocol, which amends the Agreement": both are named, the first with what it amends."""
    first = [i for i in things(scene, *found.match.span("what")) if named(i)]
    second = [i for i in things(scene, *found.match.span("other")) if named(i)]
    for instrument in first[-1:]:
        if second:
            yield from drafts_of(found, [instrument], [], amends=second[0].title)


def as_was(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The plan was adopted, as was a joint statement on ports": the same was done with both."""
    instruments = things(scene, *found.match.span("what"))
    action = action_of(found.match.group("verb"))
    start = found.match.start("what")
    where = place(scene, found.match.end("verb"), start) if action in ("adopt", "approve", "sign") else ""
    yield from drafts_of(
        found, instruments, [act(action, date=when(scene, start, start), place=where)] if action else []
    )


def passed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The recommendation on ports passed unanimously": it was adopted."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    start = found.match.start("verb")
    yield from drafts_of(found, instruments, [act("adopt", date=when(scene, start, len(found.sentence.text)))])


def worked_on(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "continued their work on the draft Protocol": it is under consideration."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    start = found.match.start("verb")
    yield from drafts_of(
        found, instruments, [act("consider", date=when(scene, start, found.match.end()), by=subject(scene, start))]
    )


def worked_on_later(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Work on the draft Protocol will be continued in January": it is to be considered."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    start, end = found.match.end(), len(found.sentence.text)
    date = when(scene, start, end, planned=True, meeting=False)
    yield from drafts_of(found, instruments, [act("consider", date=date, planned=True)])


def issues(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "issues were considered concerning the draft acts, amendments to the Programme": each was considered."""
    start, end = found.match.start("rest"), len(found.sentence.text)
    step = act("consider", date=when(scene, found.match.start("verb"), start))
    places = found.sentence.places(start, end, kinds="N")
    for at in places:
        value: Instrument = found.sentence.value(at)
        told = _drafts_told(found, at) if value.draft and value.plural and not value.count else value
        changed = _AMENDMENTS_TO.search(found.sentence.text[:at]) is not None
        if told is not None and (value.draft or titled(value)):
            yield from drafts_of(found, [told], [dict(step, amendments=True) if changed else step])


def _drafts_told(found: Found, at: int) -> Instrument:
    """Return nameless drafts titled by what follows: "draft acts and recommendations made on the initiative of"."""
    match = _MADE.match(found.sentence.text, at)
    first, last = found.sentence.span(at, match.end() if match is not None else at + 1)
    value: Instrument = found.sentence.value(at)
    return Instrument(" ".join(found.sentence.page_text[first:last].split()), value.kind, draft=True)


_MADE = regex.compile(
    expand(
        r"{N}(?:(?:, | and ){N})*(?: (?:made|prepared|developed|drawn up|submitted|proposed|initiated)"
        r" (?:by|on|at) [^,;.]{1,120})?"
    )
)


def charged(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "instructed the Secretariat to prepare a draft plan and submit it to the Council": two planned actions."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) or i.draft]
    if _HANDS_IN.match(found.match.group("verb").lower()) and _ANY.match(found.match.group("what")):
        instruments = [i for i in instruments if i.draft]  # "to present a list" of whatever
    asked = scene.names(found.mentions("who", "ABSYO"))
    if not asked and found.has("passive"):
        asked = subject(scene, found.match.start("passive"))
    steps = []
    verb = found.match.group("verb").lower()
    end = len(found.sentence.text)
    prepares = _DRAWS_UP.match(verb) is not None
    if prepares:
        steps.append(act("draft", by=asked, planned=True))
    onward = _ONWARD.search(found.sentence.text, found.match.end()) if prepares or verb.startswith("finali") else None
    if onward is not None or _HANDS_IN.match(verb):
        steps.append(
            act(
                "submit",
                by=asked,
                to=receiver(scene, onward.start() if onward is not None else found.match.end("verb"), end),
                planned=True,
            )
        )
    if steps:
        yield from drafts_of(found, instruments, steps)


_ANY = regex.compile(r"an? ")
_ONWARD = regex.compile(r"\band (?:to )?(?:submit|submitting|present|presenting|send|sending) (?:it|them)\b")


def ended_with(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The summit ended with the signing of two protocols" and "gave their consent to the Plan": it is done."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) or i.count > 1]
    if not instruments and _ONE_NEW.match(
        found.match.group("what")
    ):  # "ended with the adoption of a joint declaration"
        instruments = [i for i in found.mentions("what", "N") if i.kind in NEW_KINDS]
    action = "ratify" if found.has("law") else _NOUNS[found.match.group("noun")]
    start, end = found.match.start("noun"), len(found.sentence.text)
    by = subject(scene, found.match.start("verb")) if action in ("approve", "agree", "ratify") else []
    told = _RECEIVES.match(found.match.group("verb")) is not None
    where = place(scene, start, end) if action in ("sign", "adopt", "approve") else ""
    date = when(scene, start, end, meeting=not told and action != "ratify")
    yield from drafts_of(found, instruments, [act(action, date=date, by=by, place=where)])


_ONE_NEW = regex.compile(expand(r"[Aa]n? (?:[a-z]+ )?{N}$"))
_NOUNS = {
    "entry into force": "enter_into_force",
    "signing": "sign",
    "signature": "sign",
    "adoption": "adopt",
    "approval": "approve",
    "endorsement": "approve",
    "consent": "approve",
    "green light": "approve",
    "go-ahead": "approve",
    "agreement": "agree",
    "consensus": "agree",
}


def due(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The signing of the Protocol is expected in November" and "took place in May"."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    start, end = found.match.end("verb"), len(found.sentence.text)
    planned = not (
        found.match.group("verb") == "took place"
        or (_WAS.search(found.match.group("aux")) and found.match.group("verb") == "held")
    )
    action = {"ratification": "ratify", "consideration": "consider"}.get(found.match.group("noun").lower()) or _NOUNS[
        found.match.group("noun").lower()
    ]
    where = place(scene, start, end) if not planned else ""
    step = act(action, date=when(scene, start, end, planned, meeting=False), place=where, planned=planned)
    yield from drafts_of(found, instruments, [step])


def brought(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "bringing the agreement into force on 30 May": it entered into force then."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    step = act("enter_into_force", date=scene.iso(found.mentions("when", "D")[0]))
    yield from drafts_of(found, instruments, [step])


def sent_up(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "approved the submission to the Assembly of the draft resolution": it is to be submitted."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) or i.draft]
    by = subject(scene, found.match.start("verb"))
    step = act("submit", by=by, to=scene.names(found.mentions("to", "ABSY")), planned=True)
    yield from drafts_of(found, instruments, [step])


def amended_by(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Charter was amended by the Protocol of Oslo": the second text says what it amends."""
    first = [i for i in things(scene, *found.match.span("other")) if named(i)]
    for instrument in [i for i in things(scene, *found.match.span("what")) if named(i)][:1]:
        if first:
            yield from drafts_of(found, [instrument], [], amends=first[-1].title)


def since(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "since the signing of the Declaration in March 2010": it was signed then."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    date = scene.iso(found.mentions("when", "D")[0])
    if date and (scene.anchor is None or date <= scene.anchor.iso):
        step = act(_NOUNS[found.match.group("noun")], date=date, by=scene.names(found.mentions("by", "ABSY")))
        yield from drafts_of(found, instruments, [step])


def to_sign(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "authorised the signing of the Agreement": it is to be signed."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    yield from drafts_of(found, instruments, [act("sign", planned=True)])


RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.force",
        triggers=("force", "effect"),
        pattern=rf"(?:(?P<what>{THING}|\b[Ww]hich\b)|\band\b)(?:,[^,;]{{1,120}},| \([^()]{{1,40}}\))?"
        rf" ?(?P<aux>(?:(?:has|have|had|will|shall|to|is|are|expected|due|consequently|not|yet|thus|also"
        rf"|therefore|then) ){{0,5}})(?P<verb>enter(?:ed|s)?|came|comes?|t(?:ook|akes?)(?= effect)|became(?= eff)"
        rf"|becomes?(?= eff))"
        r" (?:into (?:force|effect)|effect(?:ive)?)\b",
        build=force,
        reads=(
            "The Convention on Ports entered into force on 3 May 2024.",
            "The Convention on Ports will enter into force on 3 May 2026.",
        ),
        refuses=("The Convention on Ports has not yet entered into force.",),
        every=True,
    ),
    Rule(
        name="instruments.amends",
        triggers=("amends", "amending"),
        pattern=rf"(?P<what>{THING})(?:,? (?:which|that))? amends (?P<other>{ITEMS})",
        build=amending,
        reads=("They studied the Protocol on Tides, which amends the Treaty on Rivers.",),
        refuses=("The speaker amends his words.",),
    ),
    Rule(
        name="instruments.as-was",
        triggers=("as was", "as were", "as well as"),
        pattern=rf"\b(?P<verb>{PARTICIPLE})\b[^;]{{0,60}}?,? as (?:was|were) (?P<what>{ITEMS})"
        rf"|(?<=\b(?:was|were|been) )(?P<verb>{PARTICIPLE})(?: (?:by|at"
        rf"|in) [^,;.]{{3,50}})?,? as well as (?P<what>{ITEMS})"
        r"(?=[.;]|$)",
        build=as_was,
        reads=(
            "The Plan of Work was adopted, as was a joint statement on ports.",
            "The Plan of Work was approved as well as the Regulations on Pilots.",
        ),
        refuses=("The Plan of Work was adopted, as was expected.",),
    ),
    Rule(
        name="instruments.passed",
        triggers=("passed",),
        pattern=rf"(?P<what>{ITEMS})(?: on [^,;]{{1,60}})? (?:was |were )?(?P<verb>passed)(?: unanimously| by (?:a "
        rf"|an )?(?:\d+|[a-z]+ )?(?:vote|votes|majority|consensus|acclamation)| with \d+|[.])",
        build=passed,
        reads=("The recommendation on safe ports passed unanimously.",),
        refuses=("The recommendation on safe ports passed from hand to hand.",),
    ),
    Rule(
        name="instruments.worked-on",
        triggers=(
            "work on",
            "negotiat",
            "discussion o",
            "consideration ",
            "reading of",
            "exchange of views on",
            "exchanged views on",
        ),
        pattern=(
            rf"\b(?P<verb>continued|began|started|resumed|held|conducted|carried on|completed|exchanged)(?:"
            rf" (?:an?|its|their|the))?(?: [a-z]+)? "
            rf"(?:work|negotiations|discussions?|consideration|exchange of views|views|reading)(?: and [a-z]+)?(?: up)?"
            rf" ?(?:on|of|about) (?P<what>{ITEMS})"
        ),
        build=worked_on,
        reads=("The experts continued their work on the draft Protocol on Tides.",),
        refuses=("The experts continued their work on the weather.",),
    ),
    Rule(
        name="instruments.worked-on-later",
        triggers=("will continue", "will be continued", "will also continue", "will resume", "will be resumed"),
        pattern=rf"\b(?:[Ww]ork|[Dd]iscussions?|[Nn]egotiations|[Cc]onsideration) (?:on|of) (?P<what>{THING}) will"
        r" (?:also )?(?:be )?(?:continued?|resumed?)\b",
        build=worked_on_later,
        reads=("The work on the draft Plan of Dredging will be continued in January 2025.",),
        refuses=("The work on the pier will be continued in January 2025.",),
    ),
    Rule(
        name="instruments.issues",
        triggers=("considered", "discussed", "examined", "reviewed"),
        pattern=(
            r"\b(?:issues|questions|items|matters|topics|a number of issues) (?:were|was|have been) (?:also"
            r" )?(?P<verb>considered|discussed|examined|reviewed)(?:,)? (?:concerning|regarding|relating to"
            r"|related to|on|about|including) (?P<rest>.*{N}.*)$"
        ),
        build=issues,
        reads=(
            "Several issues were considered concerning the draft model acts on ports, amendments to the"
            " Programme of Reform for 2030.",
        ),
        refuses=("Several issues were considered concerning fishing.",),
    ),
    Rule(
        name="instruments.charged",
        triggers=("instruct", "charg", "task", "request", "commission", "entrust", "asked"),
        pattern=(
            rf"(?:\b(?P<passive>(?:was|were|has been|have been|is|are) (?:also )?(?:instructed|charged"
            rf"|tasked|requested|asked|commissioned|entrusted))|\b(?:[Ii]nstruct(?:ed|s)|[Cc]harge[ds]"
            rf"|[Tt]ask(?:ed|s)|[Rr]equest(?:ed|s)|[Cc]ommissioned|[Ee]ntrust(?:ed|s)|[Aa]sked|REQUESTS"
            rf"|INSTRUCTS|TASKS|MANDATES) (?P<who>(?:the |its |their )?{{ABSYO}}[^.;]{{0,60}}?)) (?:to|with)(?: the)? "
            rf"(?P<verb>prepar(?:e|ing)|draft(?:ing)?|draw(?:ing)? up|develop(?:ing)?|elaborat(?:e|ing)"
            rf"|work(?:ing)? out|finali[sz](?:e|ing)|submit(?:ting)?|present(?:ing)?|send(?:ing)?"
            rf"|hand(?:ing)? over)(?: of)?(?: to (?:the )?{{ABSY}})? (?P<what>{THING})"
        ),
        build=charged,
        reads=(
            "The Council instructed the Secretary General to prepare a draft plan on ports and submit it to"
            " the Assembly.",
        ),
        refuses=("The Council instructed the Secretary General to prepare dinner.",),
        every=True,
    ),
    Rule(
        name="instruments.ended-with",
        triggers=(
            "signing of",
            "signature of",
            "adoption of",
            "entry into force",
            "approval",
            "consent",
            "endorsement",
            "green light",
            "go-ahead",
            "agreement on",
            "consensus on",
            "reached",
        ),
        pattern=(
            rf"(?:\b(?P<verb>resulted in|(?:ended|concluded|closed|culminated|finished)"
            rf"(?: (?:in {{C}}|on {{D}}|{{D}}|[a-z]+ly)){{0,2}} (?:with|in)|crowned (?:with|by)|(?:welcom(?:ed|es)"
            rf"|not(?:ed|es)|saw|witnessed|hail(?:ed|s)|took note"
            rf" of)(?: with [a-z]+)?)"
            rf" (?:the |a )?(?:[a-z]+ )?(?P<noun>signing|signature|adoption|approval|entry into force) of"
            rf" (?P<what>{ITEMS})"
            rf"|\b(?P<verb>gave|granted|has given|have given|lent)(?: (?:its|their|his|her|the|final|full|a"
            rf"|unanimous))* (?P<noun>approval|consent|endorsement|green light"
            rf"|go-ahead) to (?P<law>(?:the )?ratification of"
            rf" )?(?P<what>{ITEMS})"
            rf"|(?<!not |could |no )\b(?P<verb>reached|achieved|found)(?: (?:an?|full|broad|the|provisional"
            rf"|political|final))* (?P<noun>agreement|consensus) (?:up)?on (?P<what>{ITEMS}))"
        ),
        build=ended_with,
        reads=(
            "The summit ended with the signing of two protocols.",
            "The ministers gave their approval to the Plan of Dredging.",
        ),
        refuses=(
            "The summit called for the signing of two protocols.",
            "They have not reached agreement on the Plan of Dredging.",
        ),
    ),
    Rule(
        name="instruments.due",
        triggers=(
            "signing of",
            "signing ceremony",
            "adoption of",
            "approval of",
            "ratification of",
            "consideration of",
        ),
        pattern=rf"\b(?:(?P<noun>[Ss]igning|[Ss]ignature|[Aa]doption|[Aa]pproval|[Rr]atification|[Cc]onsideration)(?:"
        rf" ceremony)? of|ceremony (?:of|for) (?:the )?(?P<noun>signing)(?: of)?)"
        rf" (?P<what>{ITEMS})(?: by (?:the )?{{ABSY}})? (?P<aux>(?:(?:is|are|was|were|will|to|be|also|now)"
        rf" )*)(?P<verb>expected|planned|scheduled|due|envisaged|take place|took place|held)\b",
        build=due,
        reads=("The signing of the Protocol on Bridges is expected in November.",),
        refuses=("The signing of the Protocol on Bridges is not a matter of days.",),
    ),
    Rule(
        name="instruments.brought-into-force",
        triggers=("into force",),
        pattern=rf"\bbr(?:ought|inging) (?P<what>{THING}) into force (?:on |in )?(?P<when>{{D}})",
        build=brought,
        reads=(
            "Norway deposited its instrument of ratification of the Convention on Ports, bringing the Convention into"
            " force on 30 May 2023.",
        ),
        refuses=("Norway hopes to bring the Convention on Ports into force on 30 May 2025.",),
    ),
    Rule(
        name="instruments.sent-up",
        triggers=("submission", "referral", "transmission", "elevation", "forwarding"),
        pattern=r"\b(?P<verb>[Aa]pproved|[Aa]greed to|[Ee]ndorsed|[Aa]uthori[sz]ed)(?: [–-] [^–;.]{3,40} [–-])? "
        r"(?:the )?(?:submission|referral|transmission|elevation|forwarding)"
        rf"(?: to (?:the )?(?P<to>{{BYA}}))? of (?P<what>{ITEMS})(?: to (?:the )?(?P<to>{{BYA}}))?",
        build=sent_up,
        reads=("The Board approved the submission to the Council of Ports of the draft resolution on tides.",),
        refuses=("The Board approved the submission of names.",),
    ),
    Rule(
        name="instruments.amended-by",
        triggers=("amended by",),
        pattern=rf"(?P<other>{THING})(?:,[^,;]{{1,80}},)? (?:was|were|has been|have been)(?: [a-z]+ly)? amended by"
        rf" (?P<what>{ITEMS})",
        build=amended_by,
        reads=("The Charter of Ports was subsequently amended by the Protocol of Oslo.",),
        refuses=("The Charter of Ports was amended by its members.",),
    ),
    Rule(
        name="instruments.since",
        triggers=("the signing of", "the signature of", "the adoption of", "the entry into force of"),
        pattern=rf"(?:\b[Ss]ince|\b[Ff]ollowing|\b[Aa]fter|\banniversary of) the (?P<noun>signing|signature|adoption"
        rf"|entry into force) of (?P<what>{ITEMS})(?: by (?:the )?(?P<by>{{ABSY}}))?(?: in {{C}})?,? (?:on |in"
        rf" )?(?P<when>{{D}})|\b[Tt]he (?P<noun>entry into force) of (?P<what>{ITEMS}) on (?P<when>{{D}})",
        build=since,
        reads=("Since the signing of the Declaration on Tides in March 2010, trade has grown.",),
        refuses=("Since the signing of the Declaration on Tides trade has grown.",),
    ),
    Rule(
        name="instruments.to-sign",
        triggers=("signing", "signature", "conclusion"),
        pattern=rf"\b(?:authori[sz]ed|authori[sz]es|agreed to|approved|endorsed) (?:the )?(?:signing|signature"
        rf"|conclusion) of (?P<what>{ITEMS})",
        build=to_sign,
        reads=("The Board authorised the signing of the Agreement on Ports.",),
        refuses=("The Board attended the signing of the Agreement on Ports.",),
    ),
)
