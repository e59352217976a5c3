"""Meetings of people with people: "A met A", "A received A", talks, telephone calls, visits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.circumstances import Stretch, chair, dates, mode, status
from muniment.reading.en.rules.gathering import body_name
from muniment.reading.en.rules.participants import people
from muniment.reading.en.rules.places import place, written
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Body, Group, State
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["ASIDE", "COUNTERPART", "LIST", "RULES", "TALKS", "WHO", "WILL", "encounter", "others", "subject"]

_EACH = regex.compile(
    r"\bseparate(?:ly)?\b|\brespectively\b|\bas well as with\b|\band also with\b|\band with\b|\ba series of\b|"
    r"\b(?:meetings|conversations|calls) with\b"
)
_ON_VISIT = regex.compile(r"\bvisit|\b(?:margins?|side-?lines?|fringes)\b")
_TO_COME = regex.compile(
    r"\b(?:will|shall|is to|are to|plans? to|intends? to|is scheduled to|is expected to|going to|to meet|to hold|"
    r"to receive)\b"
)
_NOT_DONE = regex.compile(r"\b(?:not|never|refused|declined|may|might|could|would|should|if|whether)\b|n[’']t\b")
_ASIDE_CLAUSE = regex.compile(r"; |, (?:who|which) ")
_THIS_DAY = regex.compile(r"\bthis (?:morning|afternoon|evening)\b")
_HIS = regex.compile(r"\b(?:his|her) (?:[a-z]+ )?$")
_OTHERS = regex.compile(r"\bother (?:[a-z-]+ ){0,2}$")
_UNSURE = regex.compile(r"\b(?:not ruled out|not excluded|(?:is|be|was) possible|possibility) that\b")
_NONE = regex.compile(r"\b(?:[Nn]o|[Nn]either|[Ww]ithout) (?:an? )?(?:[a-z-]+ )?$")
_OPENING_OF = regex.compile(r"\b(?:opening|start|launch|beginning|resumption) of (?:the )?$")
"""Before negotiations that a decision opens, and that are no meeting."""
_CONSULTS = regex.compile(r"\b[Cc]onsultati(?:ons?|ve)\b")
_IS_PLANNED = regex.compile(
    r"^[^.;,]{0,40}\b(?:is|are) (?:also )?(?:scheduled|planned|expected|to be held|due|foreseen|envisaged)\b"
)
_WHERE = regex.compile(expand(r"^[^.;]{0,60}?(?P<who>{A})[^.;]{0,60}{C},? where[^{A}]{0,20}$"))
_THERE = regex.compile(
    expand(
        r"(?<!\b(?:of|by|to|from|with|for|and|than|as) (?:the )?)(?P<who>{A})(?![’'])"
        r"(?:(?! who | whose | which )[^.;:{A}]){0,160}?"
        r",? (?:during|at|in|in the course of) (?:an?|the|his|her|today[’']s|yesterday[’']s) (?:[a-z]+ ){0,3}$"
    )
)
"""Who did something at the meeting that is named next: "A discussed the ports during a meeting with A"."""
_VISIT_TO = regex.compile(expand(r"\b(?:visit|trip) to (?P<c>{C})"))
_A_PARTY = regex.compile(expand(r"{A}|{S}"))
_HOW = regex.compile(r"\b(?:tele)?(?:phone|video|online|on-line|virtual|remote) ?$")
"""A word right before "conversation" that tells how people spoke."""
_WENT_TO = regex.compile(
    expand(r"\b(?:visited|arrived in|came to|travelled to|traveled to|flew to|went to) (?P<c>{C})")
)
_SIDE = regex.compile(
    r"\b(?:ahead of the|prior to the|margins?|sidelines?|side-?lines?|framework|fringes|before the|after the|"
    r"following the)\b",
    regex.I,
)
_SAME = regex.compile(
    r"\b(?:[Ll]ater|[Tt]hen|[Ii]n the (?:afternoon|evening|morning)|[Aa]fterwards|also|[Ee]arlier|"
    r"[Ss]eparately)\b"
)


def _stretch(found: Found) -> Stretch:
    start, end = found.match.span()
    text = found.sentence.text
    low = text.rfind("; ", 0, start) + 1
    leaves = _ASIDE_CLAUSE.search(text, end)
    return Stretch(found.sentence, low, start, end, leaves.start() if leaves else len(text))


def subject(found: Found, scene: Scene) -> list[dict[str, str]]:
    """Return who is named first: people, or the one last named for "he", "she"."""
    low, high = found.match.span("who")
    who = people(found.sentence, low, high, scene)
    if not who and found.match["who"].lower() in ("he", "she"):
        before = found.sentence.places(0, low, kinds="A")
        name = scene.person(found.sentence.value(before[0])) if before else _same_subject(scene) or scene.last_actor
        who = [{"name": name}] if name else []
    if not who and found.match["who"].lower() in ("i", "we") and scene.speech:
        who = [{"name": scene.speech}]
    return who


def _same_subject(scene: Scene) -> str:
    """Return who met people in the sentence before, for "he then met": not whom they met."""
    last = scene.last("meetings")
    if last is None or not last.notes.get("encounter") or scene.number - last.sentence > 1:
        return ""
    return next((str(p["name"]) for p in last.slots.get("participants") or ()), "")


def others(found: Found, scene: Scene, group: str = "with") -> list[dict[str, str]]:
    """Return who is met: the people of a group of the match, or the states where no officer stands for one."""
    low, high = found.match.span(group)
    sentence = found.sentence
    out = people(sentence, low, high, scene)
    for at in sentence.places(low, high):
        value = sentence.value(at)
        if isinstance(value, Group) and _OTHERS.search(sentence.text, low, at) and len(out) > 1:
            out = [p for p in out if p["name"] != " ".join(value.text.split())]
        if sentence.kind(at) == "S" and isinstance(value, State) and not any("office" in p for p in out):
            out.append({"name": value.name})
    return out


def encounter(
    found: Found, scene: Scene, who: list[dict[str, str]], kind: str = "bilateral", behind: bool = True
) -> Draft | None:
    """Return the draft of one encounter with what its sentence tells; None where it is denied or only possible.

    Args:
        found: the match that tells of it.
        scene: the page.
        who: those who met.
        kind: what they had, in the record format.
        behind: whether what follows the match tells of it; else it tells of what they spoke about.
    """
    stretch = _stretch(found)
    if not behind:
        stretch = Stretch(stretch.sentence, stretch.low, stretch.start, stretch.end, stretch.end)
    words = found.match[0]
    before = found.sentence.text[: stretch.start]
    if _NOT_DONE.search(words) or _UNSURE.search(before) or _NONE.search(before):
        return None
    verb = _TO_COME.search(words) or _IS_PLANNED.match(stretch.after)
    told, _ = status(stretch, False, False)
    if told == "none":
        return None
    called_off = told in ("postponed", "cancelled")
    stretch_status = told if called_off else "announced" if verb else "held"
    inside = Stretch(found.sentence, stretch.low, stretch.start, stretch.start, stretch.high)
    start, end, _ = dates(inside, scene, stretch_status == "announced", False)
    if not start:
        start, end, _ = dates(
            Stretch(found.sentence, stretch.low, stretch.end, stretch.end, stretch.high),
            scene,
            stretch_status == "announced",
            False,
        )
    if not start and stretch_status == "held" and _THIS_DAY.search(words) and scene.anchor is not None:
        start = scene.anchor.iso if scene.anchor.day is not None else ""
    slots: dict[str, Any] = {
        "kind": kind,
        "status": stretch_status,
        "participants": who,
        "start": start,
        "end": end,
        "place": place(inside, scene) or _visited(inside) or _gone_to(found),
    }
    lead = _HOW.search(found.sentence.text, stretch.low, stretch.start)
    beside = found.sentence.text[lead.start() if lead else stretch.start : min(stretch.high, stretch.end + 60)]
    slots["mode"] = mode(found.sentence, beside) or mode(found.sentence, words)
    notes = {"encounter": True, "strength": 2, "side": True}
    if not start and (_SIDE.search(found.sentence.text[: stretch.start]) or _SIDE.search(stretch.after[:60])):
        notes["margin"] = True
    elif not start and _SAME.search(found.sentence.text[: stretch.end]):
        notes["same"] = True
    return Draft("meetings", slots, [(found.sentence.start, found.sentence.end, found.rule)], notes=notes)


def _visited(stretch: Stretch) -> str:
    """Return the city on a visit to which people met: "during a visit to C, A met A"."""
    match = _VISIT_TO.search(stretch.before)
    return written(stretch.sentence, stretch.low + match.start("c")) if match else ""


def _gone_to(found: Found) -> str:
    """Return the city to which somebody went and met people: "A visited C and met A"."""
    match = _WENT_TO.search(found.sentence.text, *found.match.span())
    return written(found.sentence, match.start("c")) if match else ""


def met(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A met (with) A", "A received A", "A and A held talks": one for each counterpart met apart."""
    who = subject(found, scene)
    counterparts = [p for p in others(found, scene) if p not in who] if found.has("with") else []
    if not who or (not counterparts and len(who) < 2):
        return
    text = found.sentence.text
    apart = len(counterparts) > 1 and (
        _EACH.search(found.match[0]) is not None
        or _ON_VISIT.search(text, 0, found.match.end()) is not None
        or _of_different(found.mentions("with", "A"))
    )
    for other in [[o] for o in counterparts] if apart else [counterparts]:
        draft = encounter(found, scene, who + other, _kind(found))
        if draft is not None:
            yield draft


def _of_different(actors: list[Any]) -> bool:
    """Whether people with offices are officers of different states or organisations, or heads of some each, all."""
    offices = [a.offices[0] for a in actors if isinstance(a, Actor) and a.name and a.offices]
    owners = [office.organization for office in offices]
    if len(offices) != len(actors) or len(actors) < 2:
        return False
    heads = {office.text or office.title for office in offices}
    if len(heads) == len(actors) >= _MANY and all(_HEADS_IT.match(head) for head in heads):
        return True
    return all(owners) and len(set(owners)) == len(owners)


_MANY = 3
"""Heads of ministries and the like, all named, whom a visitor is said to meet: each on their own (judgement)."""
_HEADS_IT = regex.compile(
    r"(?:(?:State |Prime |Foreign |Defen[cs]e |Interior |Finance |\p{Lu}\p{L}+ )?Minister\b|President\b|Speaker\b|"
    r"(?:State )?Secretary\b|Chair\p{Ll}*\b|Chief\b|Head\b|Director\b)"
)
"""An office at the head of something: "Minister of Defence", "Secretary of the Security Council"."""


def _kind(found: Found) -> str:
    text = found.sentence.text
    end = found.match.start("with") if found.has("with") else found.match.end()
    return "consultation" if _CONSULTS.search(text, found.match.start(), end) else "bilateral"


def credentials(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A received the letters of credence of A", "A presented her credentials to A": the two met."""
    who, other = subject(found, scene), people(found.sentence, *found.match.span("with"), scene)[:1]
    draft = encounter(found, scene, [*who, *other], "ceremony") if who and other and other[0] not in who else None
    if draft is not None:
        if not draft.slots["start"]:
            draft.notes["same"] = True
        yield draft


def with_whom(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the meeting with A was held", "talks between S and S"."""
    counterparts = others(found, scene)
    bodies = [body_name(scene, b) for b in found.mentions("with", "B") if isinstance(b, Body)]
    if bodies:
        yield from _of_bodies(found, scene, bodies, counterparts)
        return
    if not counterparts:
        return
    who = _who_speaks(found, scene)
    if found.has("many") and who and len(counterparts) > 1:
        for other in counterparts:
            draft = encounter(found, scene, [*who, other], _kind(found))
            if draft is not None:
                yield draft
        return
    who += [o for o in counterparts if o not in who]
    between = " between " in found.sentence.text[slice(*found.match.span())]
    if ((found.has("many") or between) and len(who) < 2) or _OPENING_OF.search(
        found.sentence.text, 0, found.match.start()
    ):
        return
    kind = _kind(found)
    if kind == "bilateral" and (
        not any("office" in o for o in counterparts) and not _A_PARTY.search(found.match["with"])
    ):
        kind = "other"
    draft = encounter(found, scene, who, kind)
    if draft is not None and (len(who) > 1 or draft.slots["start"] or draft.slots["place"]):
        yield draft


def _of_bodies(found: Found, scene: Scene, bodies: list[str], states: list[dict[str, str]]) -> Iterator[Draft]:
    """Yield the meeting between a body and states, or between two bodies, if a day or place is told with it."""
    if len(bodies) + len(states) > 1 and not any("office" in p for p in states):
        draft = encounter(found, scene, states, "consultation" if _kind(found) == "consultation" else "session")
        if draft is not None and (draft.slots["start"] or draft.slots["place"]):
            draft.slots["bodies"] = bodies
            draft.slots["chair"], _ = chair(_stretch(found), scene)
            draft.notes = {"strength": 2, "side": True}
            yield draft


def _who_speaks(found: Found, scene: Scene) -> list[dict[str, str]]:
    """Return who had a meeting told by its noun: who is named next ("At the meeting with A, A said"), or who went."""
    text = found.sentence.text
    if found.has("at"):
        return people(found.sentence, found.match.end(), len(text), scene)[:1]
    if _HIS.search(text, 0, found.match.start()):
        before = [p for p in people(found.sentence, 0, found.match.start(), scene) if p["name"][:1].isupper()]
        return before[:1] or ([{"name": scene.last_actor}] if scene.last_actor else [])
    there = _THERE.search(text, 0, found.match.start())
    if there is not None:
        return [p for p in people(found.sentence, there.start("who"), there.end("who"), scene) if " " in p["name"]]
    went = _WHERE.match(text[: found.match.start()])
    return people(found.sentence, went.start("who"), went.end("who"), scene) if went else []


def talks_of(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "both sides ... talks held at C on D": the states named before are who talked."""
    sentence = found.sentence
    states = [sentence.value(at) for at in sentence.places(0, found.match.start(), kinds="SJ")]
    names = list(dict.fromkeys(s.name for s in states if isinstance(s, State)))
    if len(names) == 2:
        draft = encounter(found, scene, [{"name": n} for n in names])
        if draft is not None and (draft.slots["start"] or draft.slots["place"]):
            yield draft


def visit(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A will visit C and C on D", "the visit to C has been put off": one meeting for each city."""
    sentence = found.sentence
    who = subject(found, scene) if found.has("who") else []
    stretch = _stretch(found)
    ahead = _TO_COME.search(found.match[0]) is not None
    told, _ = status(stretch, ahead, False)
    if told not in ("announced", "postponed", "cancelled") or (not who and told == "announced"):
        return
    start, end, _ = dates(stretch, scene, True, False)
    low, high = found.match.span("where")
    for at in sentence.places(low, high):
        if sentence.kind(at) == "C":
            slots = {
                "kind": "other",
                "status": told if told in ("postponed", "cancelled") else "announced",
                "place": written(sentence, at),
                "start": start,
                "end": end,
                "participants": who,
            }
            yield Draft(
                "meetings",
                slots,
                [(sentence.start, sentence.end, found.rule)],
                notes={"encounter": True, "strength": 2, "side": True, "visit": True},
            )


WHO = r"(?P<who>{AY}(?:(?:, | and |, and ){AY})*|(?<=^|[,;{C}{D}] |and |where |as )(?:He|She|he|she|I|We))"
ASIDE = (
    r"(?:,? (?:also|then|later|again|separately|today|yesterday|"
    r"(?:travelled to|traveled to|flew to|went to|visited|arrived in|came to) [^,;{A}]{1,40} and|who [^,;]{3,60},)| "
    r"(?:on|in|at) (?:the )?[^,"
    r";{A}]{1,40},?|, (?:on|in|at)[^;{A}]{1,60},|,? {D},?|,? (?:on the (?:sidelines|margins|fringes) of|within the "
    r"framework of|as part of) [^.;{A}]{3,200}?(?= (?:met|meets|held|had|received)\b)){0,3}"
)
COUNTERPART = r"(?:(?:the|his|her|their) (?:[\w-]+ |{J} )?counterparts?,? )?"
TALKS = (
    r"(?:(?:a|an|the|his|her|their)? ?(?:series of |number of |first |second |brief |separate |bilateral |"
    r"working |expert |official |informal |trilateral |introductory |short |regular |online |video |telephone |"
    r"phone |virtual |"
    r"productive |extensive |in-depth |round of )*"
    r"(?:meetings?|talks|negotiations|conversations?|consultations|discussions?|phone call|telephone call|"
    r"call|exchange of views|round of talks|round of negotiations))"
)
WILL = (
    r"(?:will |has |have |had |is to |are to |plans to |intends to |(?:is|are) (?:expected|scheduled|due|set) to "
    r"|did "
    r"|was to "
    r"|would |may |could |might )?(?:not |also |then |today |yesterday |earlier )*"
)
LIST = (
    r"(?P<with>(?:[^.;{A}{N}]{0,120}?{A}(?! (?:said|noted|told|added))|[^.;{A}{N}]{0,40}?{SY})(?:(?:,| and|, and|"
    r", as well as|, as well as "
    r"with|, also with| and,? separately,?(?: with)?|, and,? separately,?(?: with)?| and with|, with)(?:(?! as | "
    r"who | whose | in (?:his|her) )[^.;{A}{N}]){0,30}?{AY}(?! (?:said|noted|stated|told|discussed|agreed|held|"
    r"signed|took)))*)"
)

RULES = (
    Rule(
        name="meetings.met-with",
        triggers=(
            "met ",
            "meets",
            "meet ",
            "talks",
            "negotiations",
            "conversation",
            "a meeting",
            "meeting with",
            "meetings with",
            "consultations",
            "discussions",
            "call with",
            "spoke",
            "talked",
            "conferred",
            "exchange of views",
        ),
        pattern=(
            rf"{WHO}{ASIDE},? {WILL}(?:(?:met|meets?|meeting|conferred|spoke|talked|speak|conversed)\b(?: and "
            r"held (?:talks|a meeting|negotiations))?(?:(?! with\b| about\b| on the\b(?! (?:side|margin|"
            r"fringe)))[^.;{A}{N}]){0,60} "
            rf"with\b|(?:had|have|has|held|holds?|holding|conducted|having) {TALKS}\b(?:(?! "
            rf"with\b)[^.;{{A}}{{N}}]){{0,60}} with\b){LIST}"
        ),
        build=met,
        reads=(
            "Secretary General Ana Dol met in Paris with Foreign Minister Ivo Marr.",
            "On Tuesday the Secretary General had a telephone conversation with Foreign Minister Ivo Marr.",
        ),
        refuses=(
            "Secretary General Ana Dol did not meet with Foreign Minister Ivo Marr.",
            "Secretary General Ana Dol agreed with Foreign Minister Ivo Marr.",
        ),
        every=True,
    ),
    Rule(
        name="meetings.met-directly",
        triggers=("met ", "meets ", "meet "),
        pattern=(
            rf"{WHO}{ASIDE},? {WILL}(?:met|meets|meet) (?!with\b)(?:today |briefly |separately |on {{D}} |in "
            rf"{{C}} )?(?=the |{{A}}|{{Y}}|{{C}})(?P<with>(?:the )?{{A}}(?:(?:,| and|, and| and,? separately,?|, "
            rf"and,? separately,?)[^.;{{A}}{{N}}]{{0,20}}?{{A}}(?! (?:said|noted|stated|told|discussed|"
            rf"agreed)))*)"
        ),
        build=met,
        reads=("In Paris the Secretary General met Foreign Minister Ivo Marr and, separately, President Olga Tarn.",),
        refuses=("The Secretary General met the deadline that Foreign Minister Ivo Marr had set.",),
        every=True,
    ),
    Rule(
        name="meetings.received",
        triggers=("received", "receives", "will receive", "hosted", "welcomed in", "was received by", "was hosted by"),
        pattern=(
            rf"{WHO}{ASIDE},? ?{WILL}(?:received|receives|receive|(?:was|were|be) (?:received|hosted)"
            r"(?: this (?:morning|afternoon|evening)| in {C}| on {D}| {D}| at [^.;,{A}{N}]{3,70}){0,3}"
            r" by)(?:,? (?:here|in {C}|(?:on )?{D}(?:, [A-Z]\w+day)?|in audience|(?:at|in) "
            r"(?:(?! from )[^.;,{A}{N}]){3,70}))*,? (?P<with>"
            r"(?:(?:the|newly|recently|appointed|outgoing|visiting|incoming|new) ){0,4}{AY}"
            r"(?:(?:,| and|, and)[^.;{A}{N}]{0,8}?{A})*)(?![’']s| (?:support|help|aid|assistance))"
        ),
        build=met,
        reads=(
            "Secretary General Ana Dol received Foreign Minister Ivo Marr on 5 May.",
            "The Secretary General was received by President Olga Tarn.",
            "The Secretary General was received in Oslo on Monday by President Olga Tarn.",
            "President Olga Tarn received the foreign ministers of the member states in Oslo on 5 May.",
        ),
        refuses=("Secretary General Ana Dol received a letter from Foreign Minister Ivo Marr.",),
    ),
    Rule(
        name="meetings.credentials",
        triggers=("credentials", "letters of credence", "letter of credence"),
        pattern=(
            rf"{WHO}{ASIDE},? ?{WILL}(?:received|accepted|receives|receive)"
            r"(?: (?:on )?{D}| in [^.;,{A}]{3,40})? (?:the )?(?:credentials|letters? of credence) "
            rf"(?:of|from|presented by) (?:the )?(?P<with>{{A}})|{WHO}{ASIDE},? ?{WILL}(?:presented|presents|present"
            r"|handed(?: over)?)(?: (?:on )?{D})? (?:his|her|the) (?:credentials|letters? of credence) "
            r"(?:[^.;{A}]{0,60} )?to (?:the )?(?P<with>{A})"
        ),
        build=credentials,
        reads=(
            "Secretary General Ana Dol received the letters of credence of Ambassador Ivo Marr on 5 May.",
            "Ambassador Ivo Marr presented his credentials to Secretary General Ana Dol on 5 May.",
        ),
        refuses=("Secretary General Ana Dol did not receive the credentials of Ambassador Ivo Marr.",),
    ),
    Rule(
        name="meetings.two-met",
        triggers=("held", "met", "had ", "hold ", "meet in ", "meet on ", "meet for "),
        pattern=(
            rf"(?P<who>{{A}}(?:,[^.;{{A}}]{{0,60}},)?(?:,? and |, ){COUNTERPART}{{A}}(?:,? and "
            r"{A})?(?:,[^.;{A}]{0,60}"
            rf"(?=,))?){ASIDE},? {WILL}(?:met\b(?! with)|meet (?=in|on|for)|(?:held|had|have|hold|conducted) {TALKS}\b)"
        ),
        build=met,
        reads=(
            "On 4 May Prime Minister Ivo Marr and President Olga Tarn held negotiations in Paris.",
            "Prime Minister Ivo Marr and President Olga Tarn are scheduled to hold talks in Paris on 4 May.",
        ),
        refuses=("Prime Minister Ivo Marr and President Olga Tarn held shares in a bank.",),
    ),
    Rule(
        name="meetings.call-between",
        triggers=("phone call", "phone conversation", "telephone talk"),
        pattern=(
            r"\b(?:[Ii]n|[Dd]uring) (?:a|the|their) (?:[a-z]+ )?(?:(?:tele)?phone call|(?:tele)?phone conversation|"
            r"telephone talk)(?: on {D}| {D})?,? (?P<who>{A}(?:,[^.;{A}]{0,60},)? and {A})"
        ),
        build=met,
        reads=("In a phone call on 4 March, Prime Minister Ivo Marr and President Olga Tarn discussed trade.",),
        refuses=("In a phone call on 4 March, Prime Minister Ivo Marr discussed trade.",),
    ),
    Rule(
        name="meetings.with-whom",
        triggers=(
            "meeting with",
            "meetings with",
            "talks with",
            "talks between",
            "conversation with",
            "negotiations with",
            "consultations with",
            "consultations between",
            "meeting between",
            "negotiations between",
            "conversation between",
            "held between",
            "held with",
            "place between",
        ),
        pattern=(
            r"(?P<at>^(?:[Aa]t|[Dd]uring|[Ii]n|[Ff]ollowing|[Aa]fter) (?:the |a |his |her |their )?)?(?<!(?:held|"
            r"had|have|has|hold|holds|holding|conducted|having|having) (?:an? |the |his |her |their )?(?:[a-z-]+ "
            r"){0,4})(?<!for )\b(?:meeting(?P<many>s)?|[Tt]alks|[Cc]onversation|[Nn]egotiations|[Cc]onsultations|"
            r"consultative meeting) (?:(?:was |were |has been )?(?:also )?(?:held |that took place |took place |"
            r"conducted )?)(?:in {C} |on {D} |via [\w ]{4,20} )*(?:with|between) (?P<with>(?:the )?{ABSY}(?:(?:,| "
            r"and|, and) (?:the )?{ABSY})*)"
        ),
        build=with_whom,
        reads=(
            "The consultative meeting with Foreign Minister Ivo Marr was held on Monday.",
            "President Olga Tarn during a meeting with Foreign Minister Ivo Marr discussed trade.",
            "The talks between Norway and Sweden began on 5 May.",
            "The joint meeting between the Council of Ports and Sweden is scheduled to take place in Oslo on 5 May.",
        ),
        refuses=("The Council called for talks without conditions.",),
    ),
    Rule(
        name="meetings.talks-held",
        triggers=("talks held", "negotiations held", "talks that", "talks in", "meeting held"),
        pattern=(
            r"\bboth (?:sides|parties|countries|states|governments)\b[^.;{A}]{0,40}\b(?:talks|negotiations|"
            r"meeting) (?:held|that took place|that were held)?(?= ?(?:at|in|on) (?:{C}|{D}))"
        ),
        build=talks_of,
        reads=(
            (
                "We welcomed calm on the Norway-Sweden border and thanked both sides for the talks held in Paris on "
                "14 June."
            ),
        ),
        refuses=("Both sides welcomed the talks held by others.",),
    ),
    Rule(
        name="meetings.visit",
        triggers=("visit",),
        pattern=(
            r"(?:(?P<who>{A}|(?<=^|[,;] |and )(?:He|She|he|she))(?:,[^,;]{3,60},)? (?:will|is to|is scheduled to"
            r"|is expected to|plans to) (?:also |then )?(?:pay (?:an?|his|her|its|their) (?:[a-z]+ )*visit to|visit"
            r"|travel to)|(?:^|\b)[Tt]he (?:[a-z]+ )?visit (?:of (?P<who>{A}) )?to) "
            r"(?P<where>{C}(?:(?:, | and |, and ){C})*)"
        ),
        build=visit,
        reads=(
            "Secretary General Ana Dol will visit Paris and Oslo on 17-19 March.",
            "The visit to Paris has been put off.",
        ),
        refuses=("Secretary General Ana Dol hopes that tourists visit Paris.",),
    ),
)
"""Rules for meetings of people with people."""
