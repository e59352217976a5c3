"""What is done with an act on a text: "completed the ratification of", "its adoption was blocked", "voted to"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.kinds import MAYBE_TREATIES
from muniment.reading.en.modality import DENIED, DONE, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.actions import BASE, PARTICIPLE, action_of
from muniment.reading.en.rules.decisions import reason
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import ITEMS, THING, named, thing_places, things
from muniment.reading.en.rules.parties import agent, place, subject, when
from muniment.reading.mask import expand
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_DEEDS = {
    "complete": {
        "ratification": "ratify", "negotiations": "agree", "coordination": "agree", "preparation": "draft",
        "drafting": "draft", "elaboration": "draft", "implementation": "implement", "consideration": "consider",
        "discussion": "consider",
    },
    "allow": {
        "ratification": "ratify", "extension": "extend", "suspension": "suspend", "termination": "terminate",
        "denunciation": "denounce",
    },
    "announce": {
        "withdrawal": "withdraw", "denunciation": "denounce", "suspension": "suspend", "termination": "terminate",
        "accession": "accede",
    },
    "block": {"adoption": "not_adopt", "approval": "not_adopt"},
    "put off": {
        "consideration": "defer", "discussion": "defer", "examination": "defer", "review": "defer", "adoption": "defer",
        "approval": "defer", "signing": "defer", "signature": "defer", "debate": "defer", "vote": "defer",
        "voting": "defer", "action": "defer", "decision": "defer",
    },
}  # fmt: skip
"""What is done with an act -> noun of the act -> action of the record format that the two tell together."""
_VERBS = {
    "complete": r"completed|finali[sz]ed|concluded|finished",
    "allow": r"approved|backed|consented to|authori[sz]ed|voted for|voted in favou?r of",
    "announce": r"announced|declared|notified",
    "block": r"blocked|prevented|thwarted",
    "put off": r"postponed|deferred|adjourned|put off|(?:decided|agreed) to (?:postpone|defer|adjourn|put off)",
}
_TRIGGERS = (
    *("completed", "finalised", "finalized", "concluded", "finished", "approved", "backed", "consented", "authori"),
    *("voted", "announced", "declared", "notified", "blocked", "prevented", "thwarted", "postpone", "defer", "adjourn"),
    "put off",
)
_NOUN = "|".join(sorted({noun for nouns in _DEEDS.values() for noun in nouns}, key=len, reverse=True))
_VERB = "|".join(_VERBS.values())
_PASSIVE = (
    r"completed|finali[sz]ed|concluded|finished|approved|backed|authori[sz]ed|announced|declared|notified|blocked"
    r"|prevented|thwarted|postponed|deferred|adjourned|put off"
)
_OF_TREATIES = frozenset({"ratify", "accede", "denounce"})


def _deed(found: Found) -> str:
    """Return the action that a verb and the noun of an act tell together; empty where they tell none."""
    verb, noun = found.match.group("verb").lower(), found.match.group("noun").lower()
    what = next(name for name, forms in _VERBS.items() if regex.match(rf"(?:{forms})\b", verb))
    return _DEEDS[what].get(noun, "")


def done_to(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Norway completed the ratification of the Pact", "the adoption of the Rules was blocked by Norway"."""
    action = _deed(found)
    left = found.sentence.text[max(0, found.match.start() - 40) : found.match.end()]
    if not action or modality(left) in (DENIED, POSSIBLE, PLANNED):
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    if action in _OF_TREATIES:
        instruments = [i for i in instruments if i.kind in MAYBE_TREATIES]
    start, end = found.match.start("verb"), len(found.sentence.text)
    passive = found.has("passive")
    by = scene.names(found.mentions("by", "ABSY")) or (agent(scene, start, end) if passive else subject(scene, start))
    why = reason(found, scene) if action in ("not_adopt", "defer") else ""
    if action in ("not_adopt", "defer"):
        by = []  # who blocks a text or puts it off for others takes no action on it
    date = when(scene, start, start) if action == "defer" else when(scene, start, end, meeting=action != "ratify")
    yield from drafts_of(found, instruments, [act(action, date=date, by=by)], reason=why)


_VOTED = frozenset(
    {"adopt", "approve", "reject", "ratify", "extend", "suspend", "terminate", "amend", "return", "defer"}
)


def voted(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Senate voted unanimously to ratify the Pact": it did."""
    action = action_of(found.match.group("act"))
    start = found.match.start("verb")
    left = found.sentence.text[max(0, start - 40) : start]
    if action not in _VOTED or modality(left) in (DENIED, POSSIBLE, PLANNED):
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    date = when(scene, start, len(found.sentence.text), meeting=action != "ratify")
    yield from drafts_of(found, instruments, [act(action, date=date, by=subject(scene, start))])


def voted_for(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Assembly voted overwhelmingly for the resolution": a body that votes for a text adopts it."""
    left = found.sentence.text[max(0, found.match.start() - 40) : found.match.end("verb")]
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    if modality(left) == DONE and found.sentence.value(found.match.start("who")).kind != "organisation":
        start = found.match.start("verb")
        date = when(scene, start, len(found.sentence.text))
        yield from drafts_of(found, instruments, [act("adopt", date=date, by=subject(scene, start))])


def proposed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "N proposed adopting a statement on lights" and "suggested that a Declaration be adopted"."""
    start = found.match.start("verb")
    left = found.sentence.text[max(0, start - 40) : start]
    by = subject(scene, start)
    if modality(left) != DONE or _BE.search(left):
        return
    new = [i for i in found.mentions("what", "N") if isinstance(i, Instrument) and not i.plural and named(i)]
    instruments = new or [i for i in things(scene, *found.match.span("what")) if named(i)]
    for draft in drafts_of(found, instruments, [act("propose", date=when(scene, start, start), by=by)]):
        draft.slots["draft"] = True
        yield draft


_BE = regex.compile(r"\b(?:is|are|was|were|been|being) (?:also )?$")


def looked_at(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The meeting focused on the draft Rules" and "the draft Rules were the main topic": it is considered."""
    if modality(found.sentence.text[max(0, found.match.start() - 40) : found.match.start()]) != DONE:
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) and i.draft]
    start = found.match.start()
    yield from drafts_of(found, instruments, [act("consider", date=when(scene, start, start))])


def likewise(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Pact was signed and the Rules approved": the second verb shares the first's auxiliary."""
    action = action_of(found.match.group("verb"))
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    start, end = found.match.end("verb"), len(found.sentence.text)
    if action and modality(found.match.group("first")) == DONE:
        step = act(action, date=when(scene, start, end), by=agent(scene, start, end))
        yield from drafts_of(found, instruments, [step])


def fronted(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Signed in Oslo on 3 May 2020, the Agreement on Lights governs ..."."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    start, end = found.match.end("verb"), found.match.start("what")
    action = action_of(found.match.group("verb"))
    if action and _HOW_DONE.search(found.sentence.text, start, end):
        date = when(scene, start, end, meeting=_VOTE.search(found.sentence.text, start, end) is not None)
        step = act(action, date=date, by=agent(scene, start, end), place=place(scene, start, end))
        yield from drafts_of(found, instruments, [step])


_VOTE = regex.compile(r"\b(?:vote|votes|consensus|acclamation|unanimously)\b")
_HOW_DONE = regex.compile(expand(r"{D}|{C}|\bby\b|\bunanimously\b"))


def lengthened(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "prolonged the validity of the Agreement until 2029", "suspended the operation of the Treaty"."""
    start = found.match.start("verb")
    if modality(found.sentence.text[max(0, start - 40) : start]) != DONE:
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) and i.kind in MAYBE_TREATIES]
    date = when(scene, start, start, meeting=False)
    step = act(action_of(found.match.group("verb")), date=date, by=subject(scene, start))
    yield from drafts_of(found, instruments, [step])


def mandate(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "extended the mandate of the Mission until June 2025": a mandate is told as a text of its own."""
    start = found.match.start("verb")
    passive = found.has("passive")
    left = found.sentence.text[max(0, start - 40) : start] if not passive else found.match.group("passive")
    if modality(left) != DONE:
        return
    first, last = found.span("mandate")
    title = " ".join(found.sentence.page_text[first:last].split())
    by = agent(scene, start, len(found.sentence.text)) if passive else subject(scene, start)
    by = [name for name in by if not _MANDATED.search(name)]
    step = act(action_of(found.match.group("verb")), date=when(scene, start, start), by=by)
    yield from drafts_of(found, [Instrument(title, "other")], [step])


_MANDATED = regex.compile(r"\b(?:Mission|Operation|Force|Panel|Group)\b")
"""Whose mandate it is, not who extends it."""


def opened(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Protocol will be opened for signature on 1 July": it is to be signed from that day."""
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) and i.kind in MAYBE_TREATIES]
    start, end = found.match.end("verb"), len(found.sentence.text)
    date = when(scene, start, end, planned=True, meeting=False)
    step = act("sign", date=date, by=agent(scene, start, end), planned=True)
    yield from drafts_of(found, instruments, [step])


_HOW = r"(?: (?:unanimously|again|formally|officially|also|{D}|on {D}|in full))?"
_WHOSE = r"(?: (?:the|its|their|a|an|his|her))?(?: (?:early|further|final|full|joint|domestic|internal|[a-z]+ing))?"

_MANDATE = (
    r"(?P<mandate>mandates? of (?:the )?(?![{A}{O}])[^,;.{A}{O}{D}]{1,90}?)"
    r"(?= (?:until|for|by|through|to|till|from|as|beyond|when|was|were|has|have)\b| {D}|[,.;]|$)"
)
RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.done-to-act",
        triggers=_TRIGGERS,
        needs=rf"\b(?i:{_NOUN}) (?:of|on|from|to|with) ",
        pattern=rf"\b(?P<verb>{_VERB})(?: [^,;.]{{1,60}}? (?:of|about))?{_HOW}{_WHOSE} (?P<noun>{_NOUN})"
        rf"(?: (?:procedures?|process))? (?:of|on|from|to) (?P<what>{ITEMS})"
        rf"|(?:(?P<by>{{SB}})[’']s? )?\b(?P<noun>(?i:{_NOUN}))(?: (?:procedures?|process))? (?:of|on|from|to) "
        rf"(?P<what>{ITEMS})(?: by (?:the )?(?P<by>{{ABSY}}))?(?: for [^,;.]{{3,30}})?(?:,[^,;]{{1,80}},)? "
        rf"(?P<passive>(?:was|were|has been|have been|had to be))(?: [a-z]+ly| also)? (?P<verb>{_PASSIVE})\b",
        build=done_to,
        reads=(
            "Norway has completed the ratification of the Agreement on Lights.",
            "The adoption of the Rules of Mooring was blocked by Norway.",
            "The signing of the Protocol on Pilots was postponed because of a dispute over fees.",
            "Norway notified the Board of Ports of its denunciation of the Agreement on Lights.",
        ),
        refuses=(
            "Norway could have completed the ratification of the Agreement on Lights.",
            "The signing of the guest book was postponed.",
            "The Board announced the adoption of the Rules of Mooring.",
        ),
    ),
    Rule(
        name="instruments.voted-to",
        triggers=("voted", "votes to"),
        pattern=rf"\b(?P<verb>voted|votes)(?: [a-z]+ly| by [^,;.]{{3,40}}"
        rf"| \d+ ?(?:[-–]|to) ?\d+)? to (?P<act>{BASE}) (?P<what>{ITEMS})",
        build=voted,
        reads=("The Senate of Norway voted unanimously to ratify the Agreement on Lights.",),
        refuses=("The Senate of Norway voted not to ratify the Agreement on Lights.",),
    ),
    Rule(
        name="instruments.voted-for",
        triggers=("voted",),
        pattern=rf"(?P<who>{{B}}) (?:has |had )?(?P<verb>voted)(?: [a-z]+ly| \d+ ?(?:[-–]|to) ?\d+)? (?:for"
        rf"|in favou?r of) "
        rf"(?:adopting |the adoption of )?(?P<what>{ITEMS})",
        build=voted_for,
        reads=("The Assembly of Ports voted overwhelmingly for the resolution on lighthouses.",),
        refuses=(
            "Norway voted for the resolution on lighthouses.",
            "The Assembly of Ports has not voted for the resolution on lighthouses.",
        ),
    ),
    Rule(
        name="instruments.participle-fronted",
        triggers=("adopted", "approved", "signed", "ratified", "concluded", "endorsed", "rejected"),
        pattern=rf"^\W*(?P<verb>Adopted|Approved|Signed|Ratified|Concluded|Endorsed"
        rf"|Rejected)\b (?P<how>[^;.:]{{3,140}}?), "
        rf"(?P<what>{ITEMS})",
        build=fronted,
        reads=("Signed in Oslo on 3 May 2020, the Agreement on Lights governs the use of lamps.",),
        refuses=("Adopted children, the Agreement on Lights says, are welcome.",),
    ),
    Rule(
        name="instruments.lengthened",
        triggers=(
            "validity of",
            "operation of",
            "term of",
            "duration of",
            "application of",
            "implementation of",
            "effect of",
        ),
        pattern=r"\b(?P<verb>extended|prolonged|renewed|suspended|froze|terminated) (?:the )?(?:validity|operation"
        r"|term"
        rf"|duration|application|implementation|effect) of (?P<what>{ITEMS})",
        build=lengthened,
        reads=("Norway suspended the operation of the Agreement on Lights.",),
        refuses=(
            "Norway could have suspended the operation of the Agreement on Lights.",
            "Norway reviewed the operation of the Agreement on Lights.",
        ),
    ),
    Rule(
        name="instruments.mandate",
        triggers=("mandate of", "mandates of"),
        pattern=rf"\b(?P<verb>extended|renewed|prolonged|terminated|extends|renews)(?: (?:until|for"
        rf"|by)[^,;.]{{3,40}}?)?"
        rf" (?:the )?{_MANDATE}"
        rf"|\b[Tt]he {_MANDATE} (?P<passive>was|has been|were|have been) (?:also )?(?P<verb>extended|renewed|prolonged"
        rf"|terminated)\b",
        build=mandate,
        reads=(
            "The Board of Ports extended until June 2025 the mandate of the Panel on Pilots.",
            "The mandate of the Mission in Lima was extended by the Board of Ports.",
        ),
        refuses=(
            "The Board of Ports would have extended the mandate of the Panel on Pilots.",
            "The Board of Ports extended the mandate of Chairman Ana Dol.",
        ),
    ),
    Rule(
        name="instruments.put-forward",
        triggers=("proposed", "suggested", "proposes", "suggests", "came up with", "initiated"),
        pattern=r"\b(?P<verb>proposed|suggested|proposes|suggests)"
        r"(?: (?:adopting|issuing|signing|concluding|drafting"
        r"|developing|preparing|to (?:adopt|issue|sign|conclude|draft|develop|prepare)|(?:the|an?) "
        r"(?:adoption|signing"
        rf"|conclusion|drafting|development|preparation) of) (?P<what>{ITEMS})"
        rf"| that (?P<what>{ITEMS}) (?:should )?be (?:also )?(?:adopted|issued|signed|concluded|drafted"
        r"|developed"
        r"|prepared))"
        rf"|\b(?P<verb>came up with|initiated) (?P<what>{ITEMS})",
        build=proposed,
        reads=(
            "Minister Ana Dol proposed adopting a statement on lighthouses.",
            "Norway suggested that a Declaration on Lights be adopted.",
        ),
        refuses=("Norway might have proposed adopting a statement on lighthouses.", "Norway proposed dinner."),
    ),
    Rule(
        name="instruments.looked-at",
        triggers=(
            "focus",
            "devoted",
            "topic",
            "subject of",
            "on the agenda",
            "on the table",
            "attention",
            "consideration to",
        ),
        pattern=rf"\b(?:focus(?:ed|es)|cent(?:er|re)d) on (?:the (?:discussion|consideration) of )?(?P<what>{ITEMS})"
        rf"|\b(?:was|were) (?:mainly |largely )?devoted to (?:(?:the )?(?:discussion|consideration|examination) of )?"
        rf"(?P<what>{ITEMS})"
        rf"|\b(?:gave|paid)(?: [a-z]+)* (?:consideration|attention) to (?P<what>{ITEMS})"
        rf"|\b[Aa]ttention was (?:also )?(?:paid|given) to (?P<what>{ITEMS})"
        rf"|(?P<what>{ITEMS}) (?:was|were|became)(?: also)? (?:the |a |in the )?(?:main |central |key )?(?:focus of"
        rf"|subject of|topic of|on the (?:agenda|table))",
        build=looked_at,
        reads=(
            "The meeting focused on the draft Rules of Mooring.",
            "The draft Rules of Mooring were on the agenda.",
        ),
        refuses=(
            "The meeting focused on the Rules of Mooring.",
            "The draft Rules of Mooring were not on the agenda.",
        ),
    ),
    Rule(
        name="instruments.likewise",
        triggers=("was ", "were ", "been "),
        pattern=rf"\b(?P<first>(?:was|were|has been"
        rf"|have been) (?:also )?{PARTICIPLE})\b[^;.]{{0,60}}?,? and (?P<what>{ITEMS}) "
        rf"(?P<verb>{PARTICIPLE})(?: (?:by|at|in|on) [^,;.]{{2,60}})?[.;]?$",
        build=likewise,
        reads=("The Agreement on Lights was signed and the Plan of Dredging approved.",),
        refuses=("The Agreement on Lights was praised and the Plan of Dredging approved.",),
    ),
    Rule(
        name="instruments.opened-for-signature",
        triggers=("for signature", "for signing"),
        pattern=rf"(?P<what>{THING})(?:,[^,;]{{1,80}},)? (?P<verb>(?:will|shall|is to) (?:be opened|open)"
        rf"|opens) for (?:signature"
        rf"|signing)",
        build=opened,
        starts=thing_places,
        reads=("The Protocol on Pilots will be opened for signature by the member states on 1 July 2030.",),
        refuses=("The Protocol on Pilots may be opened for signature.",),
    ),
)
"""Rules for what is done with an act."""
