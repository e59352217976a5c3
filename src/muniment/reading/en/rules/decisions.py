"""Decisions told by their content, texts that were not agreed on, and texts that belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import regex

from muniment.reading.draft import Draft
from muniment.reading.en.dates import find
from muniment.reading.en.lists import bare
from muniment.reading.en.rules.actions import ADVERB
from muniment.reading.en.rules.doers import enacting
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import ITEMS, THING, mentions, named, things
from muniment.reading.en.rules.parties import agent, meeting_date, place, subject, when
from muniment.reading.mask import expand
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES", "reason"]

_REASON = regex.compile(
    expand(
        r"(?:[Dd]ue to|[Bb]ecause of|[Oo]wing to|[Tt]aking into account|[Oo]n account of|[Ii]n view of|[Ff]or"
        r" (?=lack|want)|[Aa]s a result of|(?=[Aa]t the (?:request|wish|initiative|proposal) of)"
        r"|[Ii]n the (?=absence of)|[Bb]ecause|(?:, |: )(?:as(?! well)|since)(?= )|(?<=not adopted|did not pass"
        r"|not approved|not agreed|was rejected):|(?<=reached|achieved), (?=[^,]{1,60} having)) ?(?:the |an? )?"
        r"(?P<why>[^;]+?)(?= (?:the )?[{B}{Y}] (?:failed|did not|could not|was unable|were unable)\b"
        r"|, (?:it|the|and it|but|and (?:was|were)|[A-Z])|\band (?:was|were|it|sent|will|asked)\b|[;.]?$)"
    )
)
_TEXT_ACTION = regex.compile(
    expand(
        r"^(?:[a-z]+ly )?(?:(?:hold|meet|convene|keep|continue|resume|include|postpone|consider|discuss"
        r"|award|return|be|have|agree|proceed|remain|leave|stay|go|come|"
        r"wait|exchange)\b|[a-z]+(?: back| off)? (?:(?:the|this|these|its|a|their) )?(?:{NQ}|(?:it|them|draft|text)\b)"
        r"|(?:send|submit|forward|transmit|refer)\b|(?:recommend|propose|invite)\b[^.;]{0,60}\b(?:submit|send|forward)\b)"
    )
)
_CONTENT_END = regex.compile(
    expand(
        r", (?:the )?(?:{B}|[A-Z][\w-]+)(?: press service)? (?:quotes|reports|reported|said|informed|has learn\w+)\b|"
    )
    + r",? and (?:instructed|charged|tasked|requested|asked|called|appointed|elected|entrusted|agreed"
    r"|decided|gave|took|made|[a-z]+ed its)\b|,? with effect\b|, (?:giving|which|thus|while|with its|in"
    r" order|under|entrust\w*|headed"
    r"|chaired|composed|consisting|as well as)\b|;|[”»]"
)
_PUT_FORWARD = regex.compile(expand(r"put forward by (?:the )?{ABSY}"))
_BY = regex.compile(expand(r"\bby (?:the )?{ABSY}"))
_SENT_BACK = regex.compile(
    expand(r"\b(?:it|and) (?:was|were|has been) (?:returned|sent back|referred back)(?: to (?:the )?(?P<to>{BYA}))?")
)
_MAX_WORDS = 30
"""Words of a decision's content kept as its title."""


_OCCASION = re.compile(r"(?:On|At|In)\b")
_OWNER = re.compile(r"^(?:its|the|their) ")
_DECISION_TO = re.compile(r"[Dd]ecision to [a-z]")
_NOT_DONE = re.compile(r"\b(?:not|would|could|may|might|should|to|was|were|be|been|is|are)(?: have)? $")
_UNDONE = re.compile(r"\b(?:not|never|be|would|could|may|to)\b")


def reason(found: Found, scene: Scene) -> str:
    """Return why something was not done, as the sentence being read says; empty where it does not say.

    >>> from muniment.reading.en.rules.decisions import _REASON
    >>> _REASON.search("Due to lack of time, the draft was deferred.").group("why")
    'lack of time'
    """
    del scene
    match = _REASON.search(found.sentence.text)
    if match is None:
        return ""
    first, last = found.sentence.span(*match.span("why"))
    return " ".join(found.sentence.page_text[first:last].split()).strip(" ,.")


def decided(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Council decided to form a committee": a decision whose title is what was decided."""
    sentence = found.sentence
    content = found.match.group("content")
    if _TEXT_ACTION.match(content) or (bare(sentence.text) and enacting(scene)):
        return  # what a resolution's own item decides is the resolution
    cut = _CONTENT_END.search(content)
    start = found.match.start("content")
    stop = start + (cut.start() if cut is not None else len(content.rstrip(" .;")))
    first, last = sentence.span(start, stop)
    title = " ".join(sentence.page_text[first:last].split()[:_MAX_WORDS])
    verb = found.match.start("verb")
    by = [] if found.has("it") else subject(scene, verb)
    step = act(
        "adopt",
        date=when(scene, verb, verb),
        by=by,
        place=place(scene, 0, verb) if _OCCASION.match(sentence.text) else "",
    )
    yield from drafts_of(found, [Instrument(title, "decision")], [step])


def taken(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The decision taken by the Council on 5 May on its intention to expand": titled by its content."""
    content = found.match.group("content")
    start = found.match.start("content")
    first, last = found.sentence.span(start, start + len(content.rstrip(" .;,")))
    title = _OWNER.sub("", " ".join(found.sentence.page_text[first:last].split()))
    end = found.match.end("by")
    span = found.match.span("when") if found.has("when") else (end, end)
    step = act(
        "adopt", date=when(scene, *span) if found.has("when") else "", by=agent(scene, found.match.start("by"), end)
    )
    yield from drafts_of(found, [Instrument(title, "decision")], [step])


def owned(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Council decision to give the centre a new status": a decision that stands, titled by its content."""
    for value in found.mentions("what", "N"):
        if isinstance(value, Instrument) and value.kind == "decision" and _DECISION_TO.search(value.title):
            yield from drafts_of(found, [value], [act("adopt")])


def dated(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "by the decision of the Council of Ports of 5 May 2024": who took it and when stands in its title."""
    for value in found.mentions("what", "N"):
        match = _OF_A_DAY.match(value.title) if isinstance(value, Instrument) and not value.draft else None
        day = find(match.group("day")) if match is not None else []
        if match is None or not day:
            continue
        resolved = scene.resolve_date(day[0], None)
        date = resolved.begin if resolved is not None else ""
        if len(date) == len("2024-05-03"):
            told = msgspec.structs.replace(value, title=match.group())
            yield from drafts_of(found, [told], [act("adopt", date=date, by=[match.group("by")])])


_OF_A_DAY = regex.compile(
    r"(?:[Dd]ecision|[Rr]esolution)(?: of the| of) (?P<by>(?:[A-Z][\w.-]+ ){0,8}?(?:Council|Committee|Commission"
    r"|Assembly|Board|Conference|Summit)(?: of [A-Z][\w ]*?)?) (?:of|on|dated) (?P<day>[A-Z]?[a-z]* ?\d[\w ,]*\d{4})"
)
"""A decision told by who took it and on which day, and nothing else."""


def unresolved(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "No consensus was reached on the draft" and "the draft did not find support": it was not adopted."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) or i.draft]
    by = subject(scene, found.match.start("verb")) if found.has("active") else []
    supported = found.match.group("verb").endswith("not supported")
    action = "reject" if not supported and _VOTES.search(found.sentence.text[found.match.end() :]) else "not_adopt"
    step = act(action, date=when(scene, found.match.start("verb"), found.match.end()), by=by)
    steps = [step]
    back = _SENT_BACK.search(found.sentence.text[found.match.end() :])
    if back is not None:
        receives = [scene.name(found.sentence.value(found.match.end() + back.start("to")))] if back.group("to") else []
        steps.append(act("return", date=meeting_date(scene), to=receives))
    yield from drafts_of(found, instruments, steps, reason=reason(found, scene))


_VOTES = regex.compile(
    r"\b\d+ (?:(?:members|deputies|votes|delegates) )?(?:voted )?(?:in favou?r|against)\b|\bagainst \d+\b"
    r"|\bmajority\b|\bvotes\b"
)


def package(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "a package of two documents: X and Y": each is told together with the other, and neither is adopted yet."""
    pair = [
        m
        for m in mentions(found.sentence, found.match.start("what"), found.match.end("what"))
        if named(m) and not m.plural
    ]
    if len(pair) < 2:
        return
    for number, instrument in enumerate(pair):
        others = [m.title for m in pair if m is not instrument]
        for draft in drafts_of(found, [instrument], [], package_with=others[0] if others else ""):
            draft.slots["draft"] = True
            if number == 0:
                draft.notes["first_of_package"] = True
            yield draft


_OTHER = (
    r"(?:[Cc]onclusions|[Rr]eports?|[Bb]udget|[Ee]stimates?|[Tt]argets|[Gg]uidelines|[Mm]inutes|[Ss]cale"
    r"|[Bb]ill|[Aa]mendments?|[Pp]roposals?|[Ss]tandards|[Tt]imetable|[Cc]alendar|[Rr]oster)"
)
_OTHER_TITLE = (
    rf"(?:(?:the|an?|its|their) )?(?P<title>(?:(?:an? )?(?:[a-z]+ )?(?:set|package|series) of )?(?:(?!(?:at"
    rf"|in|on|by|of|with|for|to|from|the|and"
    rf"|an?)\b)[a-z][\w-]* ){{0,4}}{_OTHER}\b(?: (?:of|on|for|by|asking"
    rf"|authori[sz]ing|put forward|presented by|submitted by|proposed by|tabled by"
    rf"|introduced by|to) [^,;.]{{1,160}}?)?)"
)
_OTHER_END = r"(?= \(|,? and (?:[a-z]+(?:ed|s) |an? |the |{N})|,? having|[,;.]|$)"
_GERUNDS = r"[Aa]dopting|[Aa]pproving|[Rr]ejecting|[Ee]ndorsing"
_OTHER_ACTIONS = {
    "approving": "approve",
    "endorsing": "approve",
    "adopting": "adopt",
    "rejecting": "reject",
    "approved": "approve",
    "endorsed": "approve",
    "adopted": "adopt",
    "rejected": "reject",
}


_DATED = regex.compile(expand(r" on {D}$"))


def _other(found: Found) -> Instrument:
    start = found.match.start("title")
    dated = _DATED.search(found.match.group("title"))
    first, last = found.sentence.span(start, start + dated.start() if dated else found.match.end("title"))
    title = " ".join(found.sentence.page_text[first:last].split())
    return Instrument(title, "other")


def other_active(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "approved the report of the Secretary General on ...": a text of none of the named kinds."""
    left = found.sentence.text[: found.match.start("verb")]
    if _NOT_DONE.search(left):
        return
    action = _OTHER_ACTIONS[found.match.group("verb").lower()]
    if _AMENDMENTS.match(found.match.group("title")):
        yield from _amended(found, scene, action)
        return
    dated = _DATED.search(found.match.group("title"))
    step = act(
        action,
        date=when(scene, found.match.start("verb"), found.match.end("title") if dated else found.match.start("title")),
        by=subject(scene, found.match.start("verb")),
    )
    steps = [step]
    maker = _PUT_FORWARD.search(found.match.group("title"))
    if maker is not None:
        steps.insert(0, act("propose", by=agent(scene, found.match.start("title"), found.match.end("title"))))
    yield from drafts_of(found, [_other(found)], steps)


def _amended(found: Found, scene: Scene, action: str) -> Iterator[Draft]:
    """Return the amending of a text whose amendments were adopted; nothing where they were rejected."""
    start = found.match.start("verb")
    if found.match.group("title").startswith("draft "):  # amendments that are still a draft are a text of their own
        amended = [i.title for i in things(scene, *found.match.span("title")) if named(i)][:1]
        draft = msgspec.structs.replace(_other(found), draft=True)
        step = act(action, date=when(scene, start, len(found.sentence.text)), by=subject(scene, start))
        yield from drafts_of(found, [draft], [step], amends=amended[0] if amended else "")
        return
    instruments = [i for i in things(scene, *found.match.span("title")) if named(i)]
    if action in ("adopt", "approve"):
        yield from drafts_of(found, instruments, [act("amend", date=when(scene, start, len(found.sentence.text)))])


_AMENDMENTS = regex.compile(
    expand(r"(?:an? )?(?:(?:set|series|package|number) of )?(?:[a-z]+ )?[Aa]mendments? to (?:the )?{N}")
)
_PART_OF = regex.compile(r"\b(?:of|on|in|under|with|for|to|by|from|at|about|into) (?:the |an? )?$")


def other_passive(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the proposal to raise contributions was rejected" and "the minutes were adopted"."""
    if _UNDONE.search(found.match.group("aux")) or _PART_OF.search(found.sentence.text[: found.match.start("title")]):
        return
    action = _OTHER_ACTIONS[found.match.group("verb")]
    if _AMENDMENTS.match(found.match.group("title")):
        yield from _amended(found, scene, action)
        return
    start = found.match.end("verb")
    steps = [
        act(action, date=when(scene, start, len(found.sentence.text)), by=agent(scene, start, len(found.sentence.text)))
    ]
    maker = _BY.search(found.match.group("title"))
    if maker is not None:
        steps.insert(0, act("propose", by=agent(scene, found.match.start("title"), found.match.end("title"))))
    yield from drafts_of(found, [_other(found)], steps)


RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.decided",
        triggers=("decided to", "decides to", "decided by", "decided unanimously", "decided on"),
        pattern=rf"(?:{{BY}}(?:,? [^;{{A}}{{B}}{{S}}{{Y}}]{{1,50}}?,?)? (?:(?:has|have|had|{ADVERB}) )*"
        r"|(?P<it>\b[Ii]t (?:was|has been) (?:also |further |[a-z]+ly )?)"
        r"|^\W*(?:\(?[a-z\d]{1,2}[.)-]\)? ?)?(?:(?i:further|also) )?"
        r"|\band )"
        r"(?P<verb>[Dd]ecide[ds]|DECIDES)(?: [a-z]+ly| {D}| on {D}| by consensus)? to (?P<content>.+)$",
        build=decided,
        reads=(
            "The Council of Ports decided to establish a fund for lighthouses.",
            "It was decided to open a new seat in Oslo.",
        ),
        refuses=("The Council of Ports decided to meet again in May.", "He decided to leave."),
    ),
    Rule(
        name="instruments.decision-taken",
        triggers=("taken by", "adopted by", "made by", "passed by"),
        pattern=r"{N} (?:taken|adopted|made|passed) (?P<by>by (?:the )?{BY})(?P<when> on {D})? (?:on|concerning|to)"
        r" (?P<content>(?!{D}).+?)(?= (?:could|can|will|would|was|were|is|are|has|may)\b|[.;]|$)",
        build=taken,
        reads=(
            "The decision taken by the Council of Ports on 3 May 2024 on its readiness to build a pier could help.",
        ),
        refuses=("The decision taken by the Council of Ports on 3 May 2024 could help.",),
    ),
    Rule(
        name="instruments.decision-dated",
        triggers=("by the", "by a ", "pursuant to", "in accordance with", "under the", "following the"),
        pattern=r"\b(?:[Bb]y|[Pp]ursuant to|[Ii]n accordance with|[Uu]nder|[Ff]ollowing) (?:the |a )(?P<what>{N})",
        build=dated,
        every=True,
        reads=("By the decision of the Council of Ports of 5 May 2023 the drill was made a standing one.",),
        refuses=("By the decision of the Council of Ports the drill was made a standing one.",),
    ),
    Rule(
        name="instruments.decision-stands",
        triggers=(
            "implement",
            "execut",
            "fulfil",
            "carry",
            "carri",
            "welcom",
            "support",
            "in accordance with",
            "under the",
        ),
        pattern=r"\b(?:implement\w*|execution|fulfil\w*|carry\w* out|welcom\w+|support\w*|in accordance with|under)"
        r" (?:of )?(?:the |its |their )?(?P<what>{N})",
        build=owned,
        reads=("We follow the implementation of the Council decision to give the centre a new name.",),
        refuses=("We follow the implementation of the Council decision on ports.",),
    ),
    Rule(
        name="instruments.no-consensus",
        triggers=(
            "consensus",
            "come to terms",
            "did not pass",
            "support",
            "majority",
            "no agreement",
            "failed",
            "did not",
            "not agree",
            "no conclusions",
        ),
        pattern=(
            rf"(?:\b(?:[Tt]here (?:was|is) )?[Nn]o (?P<verb>consensus|agreement|compromise|unanimity)(?: \w+)?"
            rf"(?: (?:was|were|could be|has been|had been) (?:achieved|reached|found))?(?: in {{D}})?"
            rf" (?:on|over|about|regarding) (?P<what>{THING})"
            rf"|\b[Cc]onsensus (?P<verb>(?:could not be|was not|has not been) (?:reached|achieved|found)) (?:on|over"
            rf"|about|regarding) (?P<what>{THING})"
            rf"|\b[Cc]onsensus (?:on|over|about) (?P<what>{THING}) (?P<verb>(?:was|could|has) not(?: be|"
            rf" been)?(?: yet)?"
            rf" (?:reached|achieved|found))"
            rf"|(?P<active>(?:could|did|were|was|has|have) ?not (?:able to )?|failed to )(?P<verb>come to terms|agree"
            rf"|reach (?:an? )?(?:consensus|agreement))(?: up)? ?(?:on|about|over) (?P<what>{THING})"
            rf"|(?P<what>{THING})(?: on it|,[^,;]{{1,80}},)? (?P<verb>(?:was|were) not supported"
            rf"|did not (?:pass|find (?:\w+ )?support"
            rf"|receive|gain|get|win|obtain|reach (?:a )?consensus|collect)|failed to (?:pass|gain|win|find"
            rf"|receive|obtain|get)|was not supported|were not supported))"
        ),
        build=unresolved,
        reads=(
            "No consensus was reached on the draft Charter of Ports.",
            "The draft Plan of Dredging did not find support because of its cost.",
        ),
        refuses=("No consensus is needed on the weather.", "The ministers did not agree on the menu."),
    ),
    Rule(
        name="instruments.package",
        triggers=("package",),
        pattern=rf"[Pp]ackage\b[^.;]{{0,40}}(?:of|:) (?P<what>{ITEMS}(?:: {ITEMS})?)",
        build=package,
        reads=(
            "They count on a “package” adoption of two documents: the Decision on Aid to Fishers and the"
            " Statement on Calm Seas.",
        ),
        refuses=("They count on a package of measures for fishers.",),
    ),
    Rule(
        name="instruments.other-active",
        triggers=("approved", "adopted", "endorsed", "rejected", "rejecting", "approving", "adopting", "endorsing"),
        pattern=rf"\b(?P<verb>[Aa]pproved|[Aa]dopted|[Ee]ndorsed|[Rr]ejected|(?<=[Aa]fter |with |, ){_GERUNDS})(?:"
        rf" {ADVERB}| by \d+ (?:votes? )?to \d+| by consensus| by (?:a |an )?[a-z ]{{0,12}}(?:vote"
        rf"|majority))? {_OTHER_TITLE}{_OTHER_END}",
        build=other_active,
        reads=("The Board of Ports approved the report on dredging and closed its session.",),
        refuses=(
            "The Board of Ports would have approved the report on dredging.",
            "It could not be approved the bill said.",
        ),
        every=True,
    ),
    Rule(
        name="instruments.other-passive",
        triggers=("approved", "adopted", "endorsed", "rejected"),
        pattern=rf"(?:^|(?<=[ ,;]))(?:[Tt]he |[Aa]n? ){_OTHER_TITLE.removeprefix('(?:(?:the|an?|its|their) )?')}(?:"
        rf" \([^()]{{1,40}}\))?(?:, which [^,;]{{3,90}},)?"
        rf" (?P<aux>(?:(?:has|have|had|not|{ADVERB}) )*(?:was|were|been)(?: {ADVERB})?)"
        rf" (?P<verb>approved|adopted|endorsed|rejected)\b",
        build=other_passive,
        reads=("The proposal to raise the dues was rejected.",),
        refuses=("The proposal to raise the dues was not rejected.",),
    ),
)
