"""Rules of what somebody is asked to do (requests) or told to do by a body (mandates)."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.lists import list_item
from muniment.reading.en.rules.commitment_parts import ENACTS, VERB, draft
from muniment.reading.en.rules.doers import ADVERBS, actors, doer, session_body
from muniment.reading.mask import expand
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["ASKED"]

_REQUEST = (
    r"ask(?:ed|s|ing)?|urg(?:e[ds]?|ing)|request(?:ed|s|ing)?|invit(?:e[ds]?|ing)|"
    r"encourag(?:e[ds]?|ing)|recommend(?:ed|s)?|exhort(?:ed|s|ing)?|implore[ds]?|"
    r"call(?:ed|s|ing)? (?:up)?on|appeal(?:ed|s|ing)? to|call(?:ed|s) for"
)
_MANDATE = (
    r"instruct(?:ed|s|ing)?|charg(?:e[ds]|ing)|task(?:ed|s|ing)|direct(?:ed|s)|entrust(?:ed|s|ing)?|"
    r"mandat(?:ed|es|ing)|commission(?:ed|s)|order(?:ed|s)|oblige[ds]"
)
_PASSIVE_MANDATE = r"instructed|charged|tasked|directed|entrusted|mandated|commissioned|ordered|given the task|obliged"
_PASSIVE_REQUEST = r"asked|requested|called (?:up)?on|urged|invited|encouraged|recommended"

_WHOM = (
    r"(?P<whom>(?:(?:the|all|both|its|their|his|her|our|each|every|any|those|other|remaining)\s)*"
    r"(?:it|them|him|her|us|you|(?!(?:to|with|for|whether|about|if|that|not|itself|what|"
    r"how)\b)(?:(?! (?:and|but) (?:requested|asked|urged|instructed|called|invited|tasked|charged) )"
    r"[^.;:,()”\"]|, (?:and )?(?:the )?(?={ABSYJ})|\([^()]{1,40}\)){1,100}?))"
    r"(?:(?P<along>, (?:together|jointly|along) with [^,;.:]{3,70},)|, [^,;.:]{3,70},)?"
)
_TASK = (
    rf"(?:(?<=\bdone so),)? (?:(?:further |also |kindly )?(?:not )?to (?=(?P<what>{VERB}.*?)[.]?$)"
    rf"|with (?=(?P<doing>[a-z]+ing\b.+?)[.]?$))"
)

_COURTESY = regex.compile(
    r"^(?:convey|pass on|forgive|excuse|comment|tell|answer|explain|accept|imagine|note|remember|"
    r"look (?:at|forward)"
    r"|share(?! (?:the|their|its|all) (?:plans|data|information|results|lists?|findings|texts?))"
    r"|speak|say|observe|consider|give an assessment|join (?:in|me)|rise|"
    r"familiari[sz]e)\b"
)
_GUEST = regex.compile(
    r"^(?:attend|participate|take part|take the floor|take a|join|visit|pay (?:an? )?(?:\w+ )?visit|address|speak|come|"
    r"accede|become|make (?:an? )?(?:statement|presentation)|use|hold|meet|be (?:invited to "
    r"(?:accede|join|become)|admitted|granted))\b"
)
_NOUN_BEFORE = regex.compile(
    (
        r"(?:\b(?:the|an?|this|that|its|their|his|her|any|no|every|such|at|on|upon|in|of|to|for|latest|"
        r"new|urgent|joint) |\b(?:being|to be|was|were|is|are|been) )$"
    ),
    regex.IGNORECASE,
)
_BASE = regex.compile(
    expand(
        r"(?:\b(?:We|we|I|[Tt]hey|and|also|like to|strongly|would|should|must|will|therefore|to|"
        r"again|solemnly|further|jointly|urgently|{Y}|[Mm]inisters|[Pp]arties|[Ss]tates|"
        r"[Mm]embers) |^\W*(?:\d{1,2}[.)] ?)?(?:(?:Strongly|Further|strongly|further|again|Also|"
        r"also) )?)$"
    )
)
_NO_WHOM = regex.compile(
    r"^(?:questions?|permission|time|attention|forgiveness|help|support|themselves|himself|herself|"
    r"journalists|ourselves|so|as|in|on|at|for|from|is|are|was|were|will be)\b"
    r"|\b(?:plans?|readiness|intention|need|right|ability|opportunity|decision|proposals?|efforts?|"
    r"commitment|attempts?|desire|willingness|steps|measures|ways?|possibility|permission|"
    r"obligation|request|invitation|capacity|work|action|mandate|authority|order|agreement|refusal|"
    r"determination|campaign|initiative|failure)$"
)
_DENIED = regex.compile(
    r"\b(?:not|never|no one|nobody|refused to|declined to|without|if|whether)\b[^,;]{0,12}$", regex.IGNORECASE
)
_HYPOTHETIC = regex.compile(r"\b(?:would|could|might|may|if|whether)\b[^,;]{0,30}$")
_PERSONAL = regex.compile(r"\b(?:I|[Ww]e) (?:would|should) (?:also )?(?:like (?:also )?to )?$")


_ASKING = regex.compile(
    r"(?:ask|urge|request|invite|encourage|exhort|call (?:up)?on|appeal to|instruct|entrust|implore)$"
)
_ALL_SIDES = regex.compile(
    r"\b(?:[Aa]ll |[Bb]oth |[Tt]he )((?:[a-z]+ )?(?:parties|sides|participants|actors|"
    r"stakeholders))(?: (?:also|further))? $"
)
_FOR_ONESELF = regex.compile(r"\bto (?:accede|join|become)\b|\b(?:admitted|granted)\b")


_IS_MANDATE = regex.compile(_MANDATE)
_IS_REQUEST = regex.compile(_PASSIVE_REQUEST)


def _refused(found: Found) -> bool:
    """Whether the verb is a noun ("the request"), denied, or only possible."""
    match = found.match
    head = match.string[: match.start("verb")]
    if _DENIED.search(head) or (_HYPOTHETIC.search(head) and not _PERSONAL.search(head)):
        return True
    verb = match.group("verb").lower()
    base = _ASKING.match(verb)
    if base is not None:
        return _BASE.search(head) is None
    return (
        verb.split()[0]
        not in (
            "calls",
            "urges",
            "invites",
            "encourages",
            "instructs",
            "tasks",
            "charges",
            "asks",
            "requests",
            "appeals",
        )
        and _NOUN_BEFORE.search(head) is not None
    )


def _kind(verb: str) -> str:
    return "mandate" if _IS_MANDATE.match(verb.lower()) else "request"


def told_to(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A asked B to do X" and "A charged B with doing X"."""
    if found.sentence.text.rstrip().endswith("?"):
        return
    kind = _kind(found.match.group("verb"))
    group = "what" if found.has("what") else "doing"
    start, end = found.match.span(group)
    task = found.match.string[start:]
    if (
        _refused(found)
        or _COURTESY.match(task)
        or (found.match.group("verb").lower().startswith("invit") and _GUEST.match(task))
    ):
        return
    if found.match.group("verb").lower().startswith("recommend") and _TEXT_SENT.match(task):
        return
    if found.match.group("verb").lower().endswith(" for") and not _is_somebody(found):
        return
    if (group == "doing" and kind != "mandate") or _NO_WHOM.search(found.match.group("whom")):
        return
    given = doer(scene, found.sentence, found.match.start("verb"))
    whom = actors(scene, found.sentence, *found.match.span("whom"))
    if found.has("along"):
        whom = [*whom, *_alongside(found, scene)]
    if task.startswith("do so"):
        start = found.match.start("whom")
    made = draft(found, scene, kind, (start, end), actor=whom, given_by=given)
    if " " not in made.slots["text"]:  # "urged them to follow": the verb alone does not tell what is to be done
        made = draft(found, scene, kind, (found.match.start("verb"), end), actor=whom, given_by=given)
    yield made


def _is_somebody(found: Found) -> bool:
    """Whether those called for can act: "called for the parties to withdraw", not "called for a pause to allow aid"."""
    return bool(found.mentions("whom", "ABSYJU")) or _ACTING.search(found.match.group("whom")) is not None


_ACTING = regex.compile(
    r"\b(?:parties|sides|states|countries|members|authorities|governments?|leaders|forces|community|stakeholders|actors|"
    r"donors|partners|ministers|groups|troops|them|it|him|her|us|everyone|all)$",
    regex.IGNORECASE,
)


def told_that(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A asked that X be done" and "A directed that X be done": nobody is named who is to do it."""
    if _refused(found):
        return
    given = doer(scene, found.sentence, found.match.start("verb"))
    if given and not _SENT_ON.match(found.match.group("what")) and not _THEY_DO.match(found.match.group("what")):
        yield draft(found, scene, _kind(found.match.group("verb")), found.match.span("what"), given_by=given)


_IMPERSONAL = regex.compile(r"\b[Ii]t $")
_THEY_DO = regex.compile(expand(rf"(?:the )?{{ABSYU}} (?:should |also )?(?!be\b|have\b|to\b){VERB} "))
"""Somebody with what they are to do, which is read as such: "that Peru open its ports"."""
_SENT_ON = regex.compile(r"(?:they|it) (?:be|is|are|should be) (?:submitted|sent|forwarded|transmitted|referred)\b")
"""A text that is sent on is told among the texts."""


def deadline_set(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A set D as the deadline for doing X"."""
    given = doer(scene, found.sentence, found.match.start("verb"))
    made = draft(found, scene, "mandate", found.match.span("what"), given_by=given)
    resolved = scene.date(found.mentions("by", "D")[0])
    if resolved is not None and resolved.due is not None:
        made.slots["due"] = resolved.due.isoformat()
    yield made


def was_told(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "B was instructed to do X" and "B has been asked by A to do X"."""
    request = _IS_REQUEST.match(found.match.group("verb")) is not None
    task = found.match.group("what")
    if request and task.split()[0].endswith("ing"):
        return
    if _DENIED.search(found.match.string[: found.match.start("verb")]) or (
        request and (_GUEST.match(task) or _COURTESY.match(task))
    ):
        return
    if found.match.group("verb") == "recommended" and (
        ENACTS.match(task) or _IMPERSONAL.search(found.match.string[: found.match.start()])
    ):
        return
    who = doer(scene, found.sentence, found.match.start("verb"))
    office = found.sentence.kind(found.match.start() - 2) == "A" if found.match.start() >= 2 else False
    everyone = _ALL_SIDES.search(found.match.string[: found.match.start()])
    if everyone is not None:
        who = [everyone.group(1)]
    elif office:
        who = actors(scene, found.sentence, found.match.start() - 2, found.match.start() - 1)
    by = found.mentions("by", "ABSY")
    if found.has("along"):
        who = [*who, *_alongside(found, scene)]
    plain = [found.match.group("plain")] if found.has("plain") else []
    given = plain or (scene.names(by) if by else session_body(scene, who))
    yield draft(found, scene, "request" if request else "mandate", found.match.span("what"), actor=who, given_by=given)


def _alongside(found: Found, scene: Scene) -> list[str]:
    """Return who is to act together with somebody: "together with the Secretariat"."""
    names = (scene.name(found.sentence.value(at)) for at in found.sentence.places(*found.match.span("along")))
    return [name for name in names if name]


def asked_help(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "I would ask for your assistance in doing X"."""
    given = doer(scene, found.sentence, found.match.start("verb"))
    if given:
        yield draft(found, scene, "request", found.match.span("what"), given_by=given)


def called_for(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A called for completing X by D": nobody is named who is to do it; without a deadline it is a position."""
    if _refused(found):
        return
    made = draft(
        found,
        scene,
        "request",
        found.match.span("what"),
        given_by=doer(scene, found.sentence, found.match.start("verb")),
    )
    if made.slots["due"]:
        yield made


def asked_for_oneself(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A asked to be invited": nobody is named who is to do it."""
    if _refused(found) or _FOR_ONESELF.search(found.match.group("what")):
        return
    given = doer(scene, found.sentence, found.match.start("verb"))
    yield draft(found, scene, "request", found.match.span("what"), given_by=given)


def decided_to(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "it was decided to do X", "the Council decided that B shall do X": mandates of who decided."""
    if _TEXT_SENT.match(found.match.group("what")):
        return
    if found.has("who"):
        who = actors(scene, found.sentence, *found.match.span("who"))
        given = doer(scene, found.sentence, found.match.start("verb"))
        yield draft(found, scene, "mandate", found.match.span("what"), actor=who, given_by=given)
        return
    yield draft(found, scene, "mandate", found.match.span("what"), given_by=session_body(scene, []))


_TEXT_SENT = regex.compile(
    expand(
        r"(?:submit|send|forward|refer|transmit|return|present) (?:(?:it|them|this|these)\b|(?:the |a )?(?:draft )?{N})"
    )
)


def reverts(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "..., which shall report to us": a mandate of those the page speaks for."""
    who = doer(scene, found.sentence, found.match.start("verb"))
    if scene.collective and who:
        yield draft(found, scene, "mandate", found.match.span("what"), actor=who, given_by=[scene.collective])


def listed_task(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read an item of the list of tasks that "B is instructed to:" or "in this office A will:" introduces."""
    item = list_item(scene.sentences, scene.number)
    if item is None:
        found.refuse("pattern")
        return
    introduction = scene.sentences[item.introduction]
    opening = _OPENING.search(introduction.text)
    if opening is None or opening.start() == 0:
        found.refuse("pattern")
        return
    passive = opening.group("passive")
    if opening.group("active"):
        given = doer(scene, introduction, opening.start("active"), item.introduction)
        who = actors(scene, introduction, *opening.span("whom"))
        kind = _kind(opening.group("active"))
    else:
        who = doer(scene, introduction, opening.start(), item.introduction)
        given, kind = [], "mandate"
        if passive and _IS_REQUEST.search(passive):
            kind = "request"
    yield draft(found, scene, kind, found.match.span("what"), actor=who, given_by=given)


_OPENING = regex.compile(
    expand(
        rf"\b(?:(?P<passive>(?:is|are|was|were|has been|have been) {ADVERBS}(?:{_PASSIVE_MANDATE}|"
        rf"{_PASSIVE_REQUEST}|responsible))"
        rf"|(?<!\b(?:the|its|their|his|her|these|those|of|all|such|main|new) )(?P<active>{_MANDATE}|{_REQUEST})"
        rf" (?P<whom>[^.;:]{{1,80}}?)|(?P<will>will|shall|"
        rf"should))(?: (?:by|with) [^:,]{{2,40}})?(?:, [^:,]{{3,40}},?)?(?: to)?(?: the "
        rf"following)?\s*:\s*$"
    )
)

_ITEM = (
    r"^\W*(?:[(]?[a-z\d]{1,2}[.)] ?|\d{1,2}(?:\.\d{1,2}){1,3}\.? )?(?:to )?(?P<what>" + VERB + r".+?)(?:[;.,]| and)*$"
)

ASKED: tuple[Rule, ...] = (
    Rule(
        name="commitments.told-to",
        triggers=(
            "ask",
            "urg",
            "request",
            "invit",
            "encourag",
            "recommend",
            "exhort",
            "implore",
            "calls ",
            "called ",
            "call on",
            "call upon",
            "calling on",
            "calling upon",
            "appeal",
            "instruct",
            "charge",
            "charging",
            "task",
            "directed",
            "directs",
            "entrust",
            "mandat",
            "commissioned",
            "ordered",
        ),
        pattern=rf"\b(?i:(?P<verb>{_REQUEST}|{_MANDATE}))(?: (?:once )?again| also| further)? {_WHOM}{_TASK}",
        build=told_to,
        every=True,
        reads=(
            "The Council instructed the Secretariat to prepare a draft budget by 1 June 2024.",
            "Secretary General Ana Dol called on all the member states to pay their dues before the end of the year.",
            "The Committee charged the Working Group with drawing up a list of ports.",
            (
                "The Assembly urges the Government of Peru to ratify the Convention and requests the "
                "Secretary General to report on it."
            ),
        ),
        refuses=(
            "At the request of the Secretariat to the Council the item was deferred.",
            "The Council did not ask the Secretariat to prepare a draft budget.",
            "The President invited Ana Dol to visit Lima.",
            "The experts asked questions about the plan to build a dam.",
            "The Council would ask the Secretariat to report if the talks failed.",
        ),
    ),
    Rule(
        name="commitments.told-that",
        triggers=(
            "asked that",
            "asks that",
            "ask that",
            "requested that",
            "requests that",
            "urged that",
            "directed that",
            "instructed that",
            "ordered that",
            "appealed that",
            "request that",
        ),
        pattern=(
            r"\b(?i:(?P<verb>asked|asks|ask|requested|requests|request|urged|directed|instructed|"
            r"ordered|appealed)) that (?P<what>.+?)[.]?$"
        ),
        build=told_that,
        reads=("Ambassador Ana Dol asked that the funds be released before 1 October.",),
        refuses=("The request that the funds be released was discussed.",),
    ),
    Rule(
        name="commitments.asked-for",
        triggers=("asked for", "asks for", "appealed for", "called for", "calls for"),
        pattern=(
            r"\b(?P<verb>asked|asks|appealed|called|calls) for (?P<what>(?!the floor)[^;,.]{3,80}? to "
            r"be [a-z]+(?:ed|en|t|id|ne|de|ld|wn)\b.*?)[.]?$"
        ),
        build=told_that,
        reads=("Ambassador Ana Dol asked for the mission to be extended to the ports.",),
        refuses=("Ambassador Ana Dol asked for the floor.",),
    ),
    Rule(
        name="commitments.deadline-set",
        triggers=(
            "as the deadline",
            "as a deadline",
            "as the date",
            "as the target date",
            "the deadline for",
            "a deadline",
        ),
        pattern=(
            r"\b(?P<verb>set|fixed|sets|fixes|named) (?P<by>{D}) as (?:the|a) (?:deadline|target date|"
            r"date) for (?P<what>[a-z]+ing\b.+?)[.]?$"
            r"|\b(?P<verb>set|fixed|sets|fixes) (?:the|a) (?:deadline|target date|date) for (?P<what>[a-z]+ing\b.+?)"
            r"(?: [–—-]|:|,? (?:at|as|to|of|for)) (?P<by>{D})[.]?$"
            r"|\b(?P<verb>set|fixed|sets|fixes) (?:the|a) deadline of (?P<by>{D}) for (?P<what>[a-z]+ing\b.+?)[.]?$"
        ),
        build=deadline_set,
        reads=(
            "The Council set 1 July 2025 as the deadline for completing the register.",
            "The Council has set the deadline for completing the register of all ports – 1 July 2025.",
        ),
        refuses=("The Council set 1 July 2025 as the date of the election.",),
    ),
    Rule(
        name="commitments.was-told",
        triggers=(
            "instructed",
            "charged",
            "tasked",
            "directed",
            "entrusted",
            "mandated",
            "commissioned",
            "ordered",
            "the task",
            "requested",
            "asked",
            "invited",
            "called upon",
            "called on",
            "urged",
            "encouraged",
            "recommended",
            "obliged",
        ),
        pattern=(
            rf"\b(?:is|are|was|were|(?:has|have|had) (?:also |now |further )?been|be) "
            rf"{ADVERBS}(?P<verb>{_PASSIVE_MANDATE}|{_PASSIVE_REQUEST})(?: by (?P<by>(?:the )?{{ABSY}})"
            rf"| by the (?P<plain>(?:[a-z]+ )?(?:ministers|leaders|presidents|council|committee|commission|assembly)))?"
            rf"(?P<along>, (?:together|jointly|along) with [^,;.:]{{3,70}},)?"
            rf"(?: (?:not )?to (?P<what>{VERB}.+?)| with (?:the task of "
            rf")?(?P<what>[a-z]+ing\b.+?))[.]?$"
        ),
        build=was_told,
        reads=(
            "The Secretariat was instructed to present a new draft before 15 May.",
            "The Committee was entrusted with the task of drafting the statute.",
            "The Committee has been charged by the Council of Ministers to prepare the rules by 31 January 2025.",
        ),
        refuses=(
            "The Secretariat was not instructed to present a new draft.",
            "Observers were invited to attend the session.",
            "The Secretariat was instructed in detail.",
        ),
    ),
    Rule(
        name="commitments.asked-help",
        triggers=("assistance in", "help in", "support in", "assistance,", "help,", "support,"),
        pattern=(
            r"\b(?P<verb>ask(?:ed|s)?|asking|appeal(?:ed|s)?|request(?:ed|s)?) (?:(?:{ABSY}|you|them) "
            r")?(?:for )?(?:your |the |their |its )?(?:\w+ )?(?:assistance|help|support)(?:, "
            r"[^,]{3,30},)? in (?P<what>[a-z]+ing\b.+?)[.]?$"
        ),
        build=asked_help,
        reads=("Secretary General Ana Dol asked for support in completing the procedures.",),
        refuses=("Secretary General Ana Dol thanked the states for their support in completing the procedures.",),
    ),
    Rule(
        name="commitments.called-for",
        triggers=("called for", "calls for", "calling for"),
        pattern=(
            r"\b(?P<verb>called|calls|calling) for (?:the )?(?P<what>(?:[a-z]+ing|completion|"
            r"withdrawal|release|deployment|adoption)\b.+?)[.]?$"
        ),
        build=called_for,
        reads=("Ambassador Ana Dol called for completing the works by 1 July 2024.",),
        refuses=("Ambassador Ana Dol called for strengthening cooperation.",),
    ),
    Rule(
        name="commitments.asked-to-be",
        triggers=("asked to be", "requested to be", "asks to be"),
        pattern=(
            r"(?<!\b(?:was|were|is|are|been|be) )\b(?P<verb>asked|requested|asks) (?P<what>to be "
            r"[a-z]+(?:ed|en|t)\b.+?)[.]?$"
        ),
        build=asked_for_oneself,
        reads=("Ambassador Ana Dol asked to be informed of the results.",),
        refuses=("Ambassador Ana Dol asked to be invited to accede.",),
    ),
    Rule(
        name="commitments.decided-to",
        triggers=("was decided", "is decided", "decided that", "decides that", "has been decided"),
        pattern=(
            rf"\b(?:[Ii]t (?:was|is|has been) (?:also |further |therefore |then )?(?P<was>decided) "
            rf"to (?P<what>(?!hold|convene|meet|grant|award|establish|form|create|set up|found|"
            rf"open|launch|adopt|approve|appoint|elect|extend|postpone){VERB}.+?)"
            rf"|(?P<verb>decided|decides) that (?P<who>(?:the )?{{ABY}}) (?:shall|will|should|"
            rf"would|must|is to|are to) (?P<what>(?!be\b|hold\b|convene\b|meet\b|take place)[a-z]+ "
            rf".+?))[.]?$"
        ),
        build=decided_to,
        reads=(
            "It was decided to step up the work on the draft and to complete it in 2025.",
            "The Council decided that the Secretariat shall submit a report by 1 July 2024.",
        ),
        refuses=(
            "It was decided to hold the next session in Lima.",
            "The Council decided that the session would be held in Lima.",
        ),
    ),
    Rule(
        name="commitments.reverts",
        triggers=("to us",),
        pattern=(
            r"\bwhich (?P<verb>shall|will|should) (?P<what>(?:report|revert|submit|present|come back|"
            r"return)\b.*? to us\b.*?)[.]?$"
        ),
        build=reverts,
        reads=(
            (
                "We, the Foreign Ministers of Peru and Chile, met. The matter goes to the Senior "
                "Officials Committee, which shall report back to us before June."
            ),
        ),
        refuses=("The matter goes to the Senior Officials Committee, which shall report back before June.",),
    ),
    Rule(
        name="commitments.listed-task",
        triggers=("-", "–", "•", ";", "(", ")", "*", "."),
        needs=r"^\s*(?:[^\p{L}\s]|[a-z])",
        pattern=_ITEM,
        build=listed_task,
        reads=(
            (
                "The Secretariat was instructed to:\n\n- prepare a draft budget by 1 June 2024;\n\n- "
                "inform the member states."
            ),
        ),
        refuses=("The Council discussed:\n\n- prepare a draft budget;\n\n- inform the member states.",),
    ),
)
"""Requests and mandates."""
