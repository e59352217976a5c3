"""Instruments: what is done with them, told in the passive ("the plan was adopted"), the active or a participle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, DONE, PLANNED, POSSIBLE
from muniment.reading.en.rules.actions import (
    ACTIVE_TRIGGERS,
    ADVERB,
    ADVERBS,
    BASE,
    BASE_TRIGGERS,
    GERUND,
    PARTICIPLE,
    PASSIVE_TRIGGERS,
    PAST,
    action_of,
    decided_to,
    mood_before,
    mood_of,
    segment_end,
    sense,
    verb_places,
)
from muniment.reading.en.rules.chosen import about, identified, made_now, new_text
from muniment.reading.en.rules.course import RULES as COURSE
from muniment.reading.en.rules.decisions import RULES as DECISIONS
from muniment.reading.en.rules.decisions import reason
from muniment.reading.en.rules.deeds import RULES as DEEDS
from muniment.reading.en.rules.deferrals import RULES as DEFERRALS
from muniment.reading.en.rules.drafting import AT_MEETING, REGISTER, act, drafts_of
from muniment.reading.en.rules.enumerated import RULES as ENUMERATED
from muniment.reading.en.rules.instrument_turns import RULES as TURNS
from muniment.reading.en.rules.naming import ITEMS, THING, item_places, named, thing_places, things, titled
from muniment.reading.en.rules.nominal_acts import RULES as NOMINAL
from muniment.reading.en.rules.one_by_one import RULES as ONE_BY_ONE
from muniment.reading.en.rules.onward import RULES as ONWARD
from muniment.reading.en.rules.outcomes import RULES as OUTCOMES
from muniment.reading.en.rules.parties import agent, clause_left, meeting_date, place, receiver, subject, when
from muniment.reading.en.rules.ratification import RULES as RATIFICATION
from muniment.reading.en.rules.standing import settle
from muniment.reading.en.rules.told_together import RULES as TOLD_TOGETHER
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

_BE = r"(?:was|were|is|are|be|been|being)"
_AUXILIARY = (
    rf"(?:(?:will|shall|may|might|could|would|must|should|can|has|have|had|is|are|was|were|to|not|never|yet"
    rf"|expected|planned|scheduled|due|going|supposed|be) |{ADVERBS}){{0,6}}"
    rf"{_BE}(?: not| yet| once| {ADVERB})?"
)
_BETWEEN = (
    r"(?:, which [^;:]{1,260},"
    r"|, which (?:(?! (?:that|who|which) )[^;:]){1,220}?(?= (?:was|were|has been|have been) )"
    r"|, (?:one|both|all|including|among them) [^;:]{1,200},|,"
    rf"| {{D}}| (?:was|were|has been|have been) (?!{PARTICIPLE}\b)[a-z]+ed"
    r"(?: [^,;:{N}{Q}]{0,40})? and|,[^,;:]{1,140},| as a whole| on it| to this effect| \([^()]{1,60}\)"
    r"|(?P<maker>,? (?:submitted|introduced|tabled|presented|proposed|sponsored) by (?:the"
    r" )?[{A}{B}{S}])(?P<about> (?:on|concerning|regarding) [^,;:]{1,120}?)?"
    r"|(?P<authored> (?:by|from) (?:the )?[{A}{B}{S}{Y}][^,;:{N}{Q}]{0,60}? (?:on|concerning|regarding|about) "
    r"[^,;:{N}{Q}]{1,120}?)|,? dated {D},?|,? (?:submitted|introduced"
    r"|prepared|asking|concerning|regarding|held|by|on|of|for|between|to|within|under)\b[^,;:]{0,200}?)?"
)
_BELONGS = regex.compile(
    r"\b(?:of|on|in|under|with|for|to|by|from|at|against|about|into|within|regarding|concerning|ratifying"
    r"|implementing|transposing)(?: (?:the|an?|this|that|these|its|their|all|such))? ?$",
    regex.IGNORECASE,
)
_MAY_BELONG = regex.compile(
    r"\b(?:(?:[Cc]onsideration|[Dd]iscussion|[Aa]doption|[Aa]pproval|number|series|package|texts?|versions?"
    r"|total|drafts?|sets?|majority|most|all|some|each|item|question|issue|reading|[Aa]ction"
    r"|[Vv]ote) (?:of|on|concerning)"
    r"|amendments? to)(?: the| an?)? ?$"
)
_CONDITION_LEFT = regex.compile(r"\b(?:after|once|when|as soon as|until) (?:the |an? )?$")
_WAS_DONE = regex.compile(r"\b(?:was|were|had)\b")
_OPERATION = regex.compile(r"\b(?:operation|application|validity|term|effect|duration) of (?:the )?$")
_AMENDMENTS = regex.compile(r"\b(?:[Aa]mendments?|[Cc]hanges) to (?:the )?$")
_CHAIN = regex.compile(
    expand(
        rf"(?:,| and|, and|, but)(?: (?:it|they))?(?: (?:then|also|subsequently|has|have|had|was|were|is"
        rf"|are|will|to|be|been|not|immediately))* (?P<verb>{PARTICIPLE})\b"
    )
)
_NEEDS_PLACE = frozenset({"adopt", "approve", "sign"})
_FROM_A_DAY = frozenset({"terminate", "suspend"})
"""Actions dated by the day from which they take effect."""
_RECEIVED = frozenset({"submit", "return", "register", "deposit"})
_AT_MEETINGS = frozenset(
    {
        "adopt",
        "approve",
        "consider",
        "agree",
        "not_adopt",
        "reject",
        "return",
        "defer",
        "submit",
        "withdraw",
        "sign",
        "accede",
    }
)
"""Actions that a meeting takes, so that its date is theirs where none is told."""
_AT_THE_TABLE = frozenset({"consider", "agree"})
"""Actions that a report of a meeting also tells in the perfect: "the draft has been considered and agreed upon"."""
_JUST = regex.compile(r"(?:has|have) (?:(?:also|now|thus|therefore) )?(?:been )?(?:(?:also|further) )?$")


_WITHDRAWS_FROM = regex.compile(r"[Ww]ithdr[a-z]+ from\b")
_BY_NUMBER = re.compile(r" by (\d+|[a-z]+)(?=[,.;]|$| (?:of|only))")
_COUNTED = re.compile(r"\d+ |[A-Za-z]+ [A-Za-z]+")
_CLAUSE_END = regex.compile(r"[,;]| [–—-] |$")
_AT_HEAD = re.compile(r"(?:During|At|Following|In)\b")


class _Clause(msgspec.Struct, frozen=True):
    """A verb with its circumstances: positions of the masked text, who acts, and how it is meant.

    `perfect` is said of what may have been done before the meeting told of, `just` of "has been agreed" without a word
    that puts it earlier.
    """

    scene: Scene
    start: int
    end: int
    by: list[str]
    mood: str
    perfect: bool = False
    just: bool = False

    def step(self, action: str) -> dict[str, Any] | None:
        """Return the action of the record format that the verb tells; None where it tells of none."""
        if not action or self.mood == POSSIBLE or (action == "implement" and self.mood != DONE):
            return None
        if self.mood == DENIED:
            return self._denied(action)
        planned = self.mood == PLANNED
        earlier = self.perfect and not (self.just and action in _AT_THE_TABLE)
        meeting = planned or (action in _AT_MEETINGS and not earlier and not self._leaves(action))
        end = self.start if action == "defer" else self.end  # a day behind it is when the text comes back
        date = when(self.scene, self.start, end, planned, meeting=False)
        if not date and meeting and not self.scene.speech:
            date = meeting_date(self.scene, planned, self.by)
        if action in _FROM_A_DAY:
            date = next((d.begin for d in self.scene.dates(self.start, self.end)), date)
        receives = receiver(self.scene, self.start, self.end) if action in _RECEIVED else []
        where = (
            (place(self.scene, self.start, self.end) or self._early_place())
            if action in _NEEDS_PLACE and not planned
            else ""
        )
        step = act(action, date=date, by=self.by, to=receives, place=where, planned=planned)
        late = not date and meeting and not planned and not self.scene.speech
        return step | {AT_MEETING: True} if late else step

    def _leaves(self, action: str) -> bool:
        """Whether a state leaves a treaty, which it does by itself and not at a meeting."""
        text = self.scene.sentences[self.scene.number].text
        return action == "withdraw" and _WITHDRAWS_FROM.match(text, self.start) is not None

    def _denied(self, action: str) -> dict[str, Any] | None:
        date = when(self.scene, self.start, self.end, meeting=not self.perfect)
        if action in ("adopt", "approve", "agree"):
            return act("not_adopt", date=date, by=self.by)
        return act("defer", date=date) if action == "consider" and not self.perfect else None

    def _early_place(self) -> str:
        """Return the city in a circumstance at the head of the sentence ("During the meetings in X, ...")."""
        head = self.scene.sentences[self.scene.number].text[: self.start]
        return place(self.scene, 0, min(len(head), 60)) if _AT_HEAD.match(head) else ""


def passive(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The plan was agreed and sent to the Council": one action for each verb, all on what stands before."""
    text, first = found.sentence.text, found.match.start("what")
    left = clause_left(text, first)
    if _CONDITION_LEFT.search(left) and not _WAS_DONE.search(found.match.group("aux")):
        return  # "after it has been ratified by fifteen states"
    in_force = _OPERATION.search(left) is not None and action_of(found.match.group("verb")) in (
        "suspend",
        "extend",
        "terminate",
    )
    if _BELONGS.search(left) and not in_force and not _MAY_BELONG.search(left):
        return
    named_first, named_last = found.match.span("what")
    if _VERB_LEFT.search(left) and ", and " in found.match.group("what"):  # "approved the plan, and the draft was sent"
        named_first += found.match.group("what").rfind(", and ") + len(", and ")
    instruments = about(found) or made_now(found) or identified(things(scene, named_first, named_last), found)
    if not instruments or (text.rstrip().endswith(":") and not any(i.count for i in instruments)):
        return
    if _EXPLETIVE.match(text, first) and _CLAUSE_FOLLOWS.match(text, found.match.end()):
        return
    actions = list(_passive_steps(found, scene, _passive_mood(found, scene, left)))
    if found.has("maker"):
        actions.insert(0, act("propose", by=agent(scene, *found.match.span("maker"))))
    why = (
        reason(found, scene)
        if any(a["action"] in ("not_adopt", "defer", "reject", "return", "withdraw") for a in actions)
        else ""
    )
    actions = _endorsed(actions, found, instruments)
    if _AMENDMENTS.search(left):
        actions = [dict(action, amendments=True) for action in actions if action["action"] not in ("adopt", "approve")]
    if actions:
        yield from drafts_of(found, instruments, actions, reason=why)


def _passive_mood(found: Found, scene: Scene, left: str) -> str:
    """Return how a passive is meant; "is ratified by Norway" tells of something done, "is adopted" of a custom."""
    mood = mood_of(left, found.match.group("aux"))
    if mood == POSSIBLE and _IS.fullmatch(found.match.group("aux")) and not _WISHED_LEFT.search(left):
        start = found.match.end("verb")
        done = action_of(found.match.group("verb")) in ("ratify", "sign", "extend")
        return DONE if done and agent(scene, start, segment_end(found.sentence, start)) else mood
    return mood


_VERB_LEFT = regex.compile(rf"(?<!\b(?:was|were|been|be) ){PAST} (?:on |upon |to )?$")
"""A text right behind a finite verb is its object, and begins no passive clause."""
_IS = regex.compile(r"(?:is|are)(?: now| already| so far)?")


def _endorsed(steps: list[dict[str, Any]], found: Found, instruments: list[Instrument]) -> list[dict[str, Any]]:
    """Return the actions, where the endorsing of a draft is its being agreed: who approves it for good comes later."""
    if not found.match.group("verb").lower().startswith("endors") or not all(i.draft for i in instruments):
        return steps
    return [dict(step, action="agree") if step["action"] == "approve" else step for step in steps]


def _passive_steps(found: Found, scene: Scene, mood: str) -> Iterator[dict[str, Any]]:
    """Return the actions of a chain of participles: "was agreed and sent to the Council"."""
    text, verb, position = found.sentence.text, found.match.group("verb"), found.match.end("verb")
    perfect = bool(_PERFECT.search(found.match.group("aux"))) and not _IN_TURN.search(found.match.group("aux"))
    just = _JUST.search(f"{found.match.group('aux')} ") is not None
    by: list[str] = []
    for _ in range(4):
        end = segment_end(found.sentence, position)
        by = agent(scene, position, end) or _as_many(text[position:end], by)
        clause = _Clause(scene, position, end, by, mood, perfect, just)
        step = clause.step(sense(verb, text[position:end], bool(receiver(scene, position, end))))
        if step is not None:
            yield step
        following = _CHAIN.match(text, end) if not _APPOSED.match(text, end - 1) else None
        if following is None or _ANOTHER.search(text, position, end):
            return
        mood = mood_of("", following.group()) if _FRESH.search(following.group()) else mood
        verb, position = following.group("verb"), following.end()


def _as_many(tail: str, before: list[str]) -> list[str]:
    """Return who a bare number behind "by" means after a group: "signed by 31 states and ratified by 17"."""
    match = _BY_NUMBER.match(tail)
    if match is None or len(before) != 1 or not _COUNTED.match(before[0]):
        return []
    number, _, noun = before[0].partition(" ")
    return [f"{match.group(1)} {noun}"] if number.isdigit() and noun else []


_APPOSED = regex.compile(expand(rf"[{{N}}{{Q}}], {PARTICIPLE}\b"))
"""A participle that is said of the text right before it: "was amended by the Protocol, signed in May"."""
_ANOTHER = regex.compile(r"\b(?:second|third|fourth|other|another|latter) one\b|\bthe (?:other|latter|second)\b")
_EXPLETIVE = regex.compile(r"[Ii]t\b")
_CLAUSE_FOLLOWS = regex.compile(r" (?:to|that|on|upon|in principle)\b")
_PERFECT = regex.compile(r"\b(?:has|have|had)\b")
_IN_TURN = regex.compile(r"\b(?:has|have) (?:also|further|then|next)(?: been)? ?$")
"""A perfect that goes on with what the same meeting did: "The Council has also approved the plan"."""
_FRESH = regex.compile(r"\b(?:was|were|has|have|will|is|are)\b")


def active(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The ministers adopted the plan": who stands before the verb acts."""
    text, verb_at = found.sentence.text, found.match.start("verb")
    left = text[:verb_at]
    pronoun = found.match.group("what").lower() in ("it", "they", "both", "these")
    if _PASSIVE_LEFT.search(left) or _ATTRIBUTE_LEFT.search(left):
        return
    if _PARTICIPLE_LEFT.search(left) and not pronoun and not _has_object(found):
        yield from _not_done(found, scene)
        return
    if _WISHED_LEFT.search(left) or (found.has("gerund") and not _GERUND_LEFT.search(left)):
        return
    verb, end = found.match.group("verb"), segment_end(found.sentence, found.match.end())
    instruments = identified(things(scene, *found.match.span("what")), found) or new_text(found)
    perfect, just = bool(_PERFECT.search(left[-12:])) and not _IN_TURN.search(left), _JUST.search(left) is not None
    perfect = perfect or _FOR_RATIFICATION.search(text, verb_at, end) is not None
    clause = _Clause(scene, verb_at, end, subject(scene, verb_at), DONE, perfect, just)
    received = bool(receiver(scene, found.match.end("verb"), end))
    names = [
        sense(form, text[found.match.end() : end], received) for form in (found.match.group("first"), verb) if form
    ]
    if _LAW.search(text, found.match.end("verb"), found.match.start("what")):
        names = [name for name in names if name not in ("adopt", "approve", "sign")]  # that is done with the law
    if "draft" in names:
        instruments = [i for i in instruments if not i.count]  # "has drawn up more than 700 model laws" in its time
    steps = [step for name in names for step in (clause.step(name),) if step is not None]
    steps = _endorsed(steps, found, instruments)
    why = reason(found, scene) if set(names) & {"reject", "defer", "return", "withdraw"} else ""
    if text.rstrip().endswith(":"):
        instruments = [i for i in instruments if i.count or not i.plural]
    if steps and instruments:
        yield from drafts_of(found, instruments, steps, reason=why)


_LAW = regex.compile(r"\b(?:bill|law|act) on (?:the )?ratification of\b")
_FOR_RATIFICATION = regex.compile(r"\bfor ratification\b|\bratification of\b")
"""What is sent to a parliament: no meeting does that."""


def _has_object(found: Found) -> bool:
    """Whether a text stands right behind a verb that another stands before: "signed the Pact, approved the Rules"."""
    text, end = found.sentence.text, found.match.end("verb")
    return text[found.match.start("verb") - 2] == "," and text[end : found.match.start("what")] == " "


def _not_done(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "has not adopted a final declaration": there was none; "has not yet" leaves it open."""
    verb_at = found.match.start("verb")
    if action_of(found.match.group("verb")) not in ("adopt", "approve") or not _HAS_NOT.search(
        found.sentence.text[:verb_at]
    ):
        return
    instruments = identified(things(scene, *found.match.span("what")), found)
    step = act("not_adopt", date=when(scene, verb_at, len(found.sentence.text)), by=subject(scene, verb_at))
    yield from drafts_of(found, instruments, [step], reason=reason(found, scene))


_HAS_NOT = regex.compile(r"\b(?:has|have|had) not $")
_GERUND_LEFT = regex.compile(expand(r"(?:\b[Aa]fter|\bby|,|\bwith (?:the )?[a-z]+|{A}|{B}|{S}|{Y}|\band) $"))
_PASSIVE_LEFT = regex.compile(rf"\b{_BE} (?:not |{ADVERBS}){{0,2}}$")
_ATTRIBUTE_LEFT = regex.compile(r"\b(?:the|an?|its|their|this) (?:recently|newly|just|previously|already) $")
"""Before a participle that is said of a text and tells of nothing new: "the recently concluded agreement"."""
_PARTICIPLE_LEFT = regex.compile(
    expand(
        rf"{{NQ}},? $|\b(?:not|never) (?:yet )?{ADVERBS}{{0,2}}$|\b(?:if|once|after having|before|when|until|unless)"
        rf" $|\b(?:would|could|might"
        rf"|may|should|must) (?:not )?have {ADVERBS}{{0,2}}$"
    )
)
_WISHED_LEFT = regex.compile(r"\b(?:if|unless|until|before|once|whether)\b[^,;]{0,60}$")


def future(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "will adopt the plan", "failed to adopt it", "decided to send the draft to the Council"."""
    text, verb_at = found.sentence.text, found.match.start("verb")
    left = clause_left(text, verb_at)
    mood = mood_before(left)
    verbs = [found.match.group("verb")] + ([found.match.group("second")] if found.has("second") else [])
    if mood == POSSIBLE:
        return
    instruments = identified(things(scene, *found.match.span("what")), found)
    start, end = found.match.end("verb"), segment_end(found.sentence, found.match.end())
    names = [sense(verb, text[start:end], bool(receiver(scene, start, end))) for verb in verbs]
    if "draft" in names:
        instruments = [i for i in instruments if not i.plural or i.draft or i.count or titled(i)]
    if decided_to(left):
        names = [name for name in names if name in _INTENDED]
    if mood == DENIED:
        names = [name for name in names if name != "consider"]
    by = [] if _IMPERSONAL.search(left) else subject(scene, verb_at)
    clause = _Clause(scene, start, end, by, mood)
    actions = [step for name in names for step in (clause.step(name),) if step is not None]
    if "submit" in names and _FOR_SIGNATURE.search(found.sentence.text, start, end):
        actions.append(act("sign", planned=True))
    why = reason(found, scene) if mood == DENIED else ""
    if actions and instruments:
        yield from drafts_of(found, instruments, actions, reason=why)


_INTENDED = frozenset({"submit", "draft", "terminate", "extend", "suspend", "withdraw", "sign", "defer", "return"})
"""What a decision to act leaves planned; a decision to adopt or consider is the act itself or a mere agenda."""
_FOR_SIGNATURE = regex.compile(r"\bfor (?:its |their )?(?:signature|signing)\b")
_IMPERSONAL = regex.compile(r"\b[Ii]t (?:is|was)\b[^,;]{0,40}$")


def relative(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Agreement, which is to be signed in June": what is still to be done with it."""
    instruments = identified(things(scene, *found.match.span("what")), found)
    start = found.match.end("verb")
    stop = _CLAUSE_STOP.search(found.sentence.text, start)
    end = min(segment_end(found.sentence, start), stop.start() if stop is not None else len(found.sentence.text))
    mood = mood_of("", found.match.group("aux"))
    action = sense(found.match.group("verb"), found.sentence.text[start:end], bool(receiver(scene, start, end)))
    step = _Clause(scene, start, end, agent(scene, start, end), mood, perfect=True).step(action)
    if step is not None and mood == PLANNED:
        yield from drafts_of(found, instruments, [step])


_CLAUSE_STOP = regex.compile(r"[,;]")


def participle(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the plan, approved by the Council on 5 May, ..." and "the treaty which was registered with ..."."""
    instruments = identified(things(scene, *found.match.span("what")), found)
    start = found.match.end("verb")
    stop = _CLAUSE_END.search(found.sentence.text, start)
    end = min(segment_end(found.sentence, start), stop.start() if stop is not None else len(found.sentence.text))
    action = sense(found.match.group("verb"), found.sentence.text[start:end], bool(receiver(scene, start, end)))
    if not instruments or not action or action in ("consider", "implement", "amend"):
        return
    if _AFTERWARDS.match(found.sentence.text, start) and not any(map(named, found.mentions("what", "N"))):
        return  # "according to the documents signed after the session": which they are is not said
    by = agent(scene, start, end) or (_relative_subject(found, scene) if found.has("who") else [])
    own = (
        when(scene, start, end, meeting=False)
        if any(found.sentence.kind(at) == "D" for at in found.sentence.places(start, end))
        else ""
    )
    if _HERE.match(found.sentence.text, start) or found.has("many"):
        own = own or when(scene, start, end)
    receives = receiver(scene, start, end) if action in ("submit", "return", "register") else []
    where = place(scene, start, end) if action in _NEEDS_PLACE else ""
    if by or own or receives or where or action == "register" or _HERE.match(found.sentence.text, start):
        yield from drafts_of(found, instruments, [act(action, date=own, by=by, to=receives, place=where)])


_AFTERWARDS = regex.compile(r" (?:after|following)\b")
_HERE = regex.compile(
    r" (?:by (?:a |an )?(?:recorded )?(?:vote|consensus|acclamation|majority|\d+ votes)|unanimously"
    r"|(?:at|during|following|after|at the end of|as a result of) (?:the|this|today['’]s) (?:meeting|session|summit"
    r"|talks"
    r"|conference|negotiations)(?=[,.;]))"
)
"""What shows that a text spoken of in passing was adopted at the meeting told of."""


def _relative_subject(found: Found, scene: Scene) -> list[str]:
    return scene.names(found.mentions("who", "ABSY"))


_GAP = (
    rf"(?: (?:about|around|some|nearly|almost|over|more than|at least|up to|as many as|a total of)(?= {{N}})"
    rf"| of(?= (?:an? |the |\d))| {ADVERB},?| (?:\d+ |a number of |several |the following )?(?:issues|questions"
    rf"|items|topics),?"
    rf" (?:including|among them|in particular)|:(?: \d{{1,2}}\))?| to (?:the )?{{ABSY}}| to (?:its|the|a)"
    rf" (?:next|following|[a-z]+)(?:"
    rf" [a-z]+){{0,2}}| for (?:ratification|consideration|approval|adoption|signature|signing|discussion)"
    rf"(?: (?:by|at|of) (?:the )?{{B}})?"
    rf"| (?:a|the) (?:bill|law) on (?:the )?ratification of(?= (?:the |an? )?{{N}})"
    rf"| on {{D}}| {{D}}| in {{C}}"
    rf"| on behalf of (?:his|her|its|their|the) (?:[a-z]+|{{ABSY}})"
    rf"| with (?:(?:the )?{{ABSY}}|him|her|them|it)| by \d+ (?:votes? )?(?:to|in favou?r)"
    rf"[^,;.{{N}}{{Q}}]{{0,30}}?| by consensus| by acclamation| by (?:a |an"
    rf" )?[a-z ]{{0,16}}majority| unanimously| in (?:detail|depth)| at length| without (?:a )?vote| both"
    rf"|, (?:inter alia|among other things|in particular),|, (?:at|in"
    rf"|by|on|with) [^,;.{{N}}{{Q}}]{{3,60}},"
    rf"| [–-] [^–;.{{N}}{{Q}}]{{3,40}} [–-]| in the"
    rf" (?:first|second|third|final) reading| in writing| and made public| (?:up)?on){{0,3}}"
)

_NO_SUBJECT = r"(?! (?:was|were|has been|have been|had been|will be|is to be|are to be) )"
"""A text before a passive begins a clause of its own: "approved the plan, and the draft was sent back"."""
_WHICH = re.compile(r"[Ww]hich")


def _item_or_which(sentence: Masked) -> list[int]:
    """Return where an instrument or "which" begins."""
    return sorted([*item_places(sentence), *(match.start() for match in _WHICH.finditer(sentence.text))])


def _verb_places(sentence: Masked) -> list[int]:
    """Return where a verb of an action begins, in a sentence with something to act on."""
    return verb_places(sentence.lowered) if thing_places(sentence) else []


RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.passive",
        triggers=PASSIVE_TRIGGERS,
        pattern=rf"(?P<what>{THING}){_BETWEEN},? (?P<aux>{_AUXILIARY}) "
        rf"(?:(?!{PARTICIPLE}\b)[a-z]+ed(?: [^,;:{{N}}{{Q}}]{{0,40}}?)? and (?:also )?)?(?P<verb>{PARTICIPLE})\b",
        build=passive,
        starts=thing_places,
        reads=(
            "The Plan of Work for 2026 was adopted on 3 May 2024.",
            "The draft Regulation on Archives has been agreed and sent for consideration to the Council.",
            "It is expected that the Plan of Work and the Concept of Reform will be adopted.",
            "The draft Statute of the Fund was not adopted because of a lack of consensus.",
        ),
        refuses=(
            "The secretaries of the Agreement on Fisheries were invited.",
            "We hope that the Treaty on Rivers will be adopted.",
            "The statements were adopted.",
        ),
        every=True,
    ),
    Rule(
        name="instruments.active",
        triggers=ACTIVE_TRIGGERS,
        pattern=(
            rf"(?<![\w-])(?:(?P<first>{PAST})(?:,? and |, ))?(?P<verb>{PAST}"
            rf"|(?P<gerund>{GERUND})){_GAP}(?: (?:an? |the )?[a-z][^,;.{{N}}{{Q}}]{{3,110}}? and)?"
            rf" (?P<what>{THING}){_NO_SUBJECT}"
        ),
        build=active,
        starts=_verb_places,
        reads=(
            "The Council adopted the Declaration on Rivers.",
            "They signed with Norway a Memorandum on Ports.",
            "The Council has not adopted a declaration on rivers this year.",
        ),
        refuses=(
            "The Council would have adopted the Declaration on Rivers.",
            "The Council has not yet adopted the Declaration on Rivers.",
            "The ministers approved of the weather.",
        ),
        every=True,
    ),
    Rule(
        name="instruments.planned",
        triggers=BASE_TRIGGERS,
        pattern=rf"\b(?P<verb>{BASE})(?: and (?:to )?(?P<second>{BASE}))?{_GAP} (?P<what>{THING}){_NO_SUBJECT}",
        build=future,
        starts=_verb_places,
        reads=(
            "The ministers will adopt the Declaration on Rivers.",
            "It is planned to review and approve a number of draft decisions, including “On Bridges”, “On Roads”.",
            "The Council failed to adopt the Declaration on Rivers.",
        ),
        refuses=("They met to adopt the Declaration on Rivers.", "The Council may adopt the Declaration on Rivers."),
        every=True,
    ),
    Rule(
        name="instruments.relative",
        triggers=PASSIVE_TRIGGERS,
        pattern=rf"(?P<what>{ITEMS}),? which (?P<aux>(?:is|are|will|shall)(?: [a-z]+){{0,3}}? be|(?:is|are)"
        rf" being)(?: {ADVERB})? (?P<verb>{PARTICIPLE})\b",
        build=relative,
        starts=item_places,
        reads=("They spoke about the Treaty on Ice, which is to be signed in Oslo in June 2026.",),
        refuses=("They spoke about the Treaty on Ice, which may be signed in Oslo.",),
        every=True,
    ),
    Rule(
        name="instruments.participle",
        triggers=PASSIVE_TRIGGERS,
        pattern=(
            rf"(?P<what>{ITEMS}|\b[Ww]hich)(?: (?:at|by|between|of|in) (?:the )?[{{B}}{{C}}{{S}}{{Y}}](?=, which))?"
            rf"(?:,| [—–-]{{1,2}})? (?:(?:already|earlier|first|later|[a-z]+ly) )?"
            rf"(?:(?:which|that) (?:(?:was|were|had been|has been) |(?:(?:the )?(?P<who>{{ABSY}})"
            rf"|(?P<many>the (?:ministers|parties|leaders|participants"
            rf"|delegations|sides|members|presidents|experts))|they|it|he|she|we) "
            rf"(?:has |had )?))?(?P<verb>{PARTICIPLE})\b(?= (?:by|in|on|at|during|following|after|with|to|between"
            rf"|{{D}})|[,.;])"
        ),
        build=participle,
        starts=_item_or_which,
        reads=("They recalled the Plan of Work, approved by Norway on 3 May 2024.",),
        refuses=("They recalled the Plan of Work, approved of by many.",),
        every=True,
    ),
    *COURSE,
    *ENUMERATED,
    *DECISIONS,
    *RATIFICATION,
    *ONWARD,
    *OUTCOMES,
    *NOMINAL,
    *TOLD_TOGETHER,
    *DEFERRALS,
    *ONE_BY_ONE,
    *TURNS,
    *DEEDS,
)
