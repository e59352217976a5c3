"""Acts on instruments in other turns: "confirmed the rules", "received the approval of", "is due for signature"."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.kinds import TREATIES
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.rules.actions import ADVERBS
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import ITEMS, THING, named, thing_places, things
from muniment.reading.en.rules.parties import agent, meeting_date, receiver, subject, when
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_CONFIRMED = frozenset({"plan", "programme", "regulation", "list", "concept", "strategy", "model_law"})
"""Kinds that a body approves where it is said to confirm them; a decision or an agreement confirmed stood before."""
_PURPOSES = {
    "adoption": "adopt",
    "approval": "approve",
    "endorsement": "approve",
    "signature": "sign",
    "signing": "sign",
    "ratification": "ratify",
    "submission": "submit",
}
_PART_OF = regex.compile(r"\b(?:of|on|in|under|with|for|to|by|from|about|into) (?:the |an? |its )?$")
_NOT_DONE = regex.compile(r"\b(?:not|never|to|would|could|may|might|should|if|once|until|was|were|be|been)(?: have)? $")


def _texts(found: Found, scene: Scene) -> list[Instrument]:
    """Return the texts that a clause is about, unless it is about something that belongs to them."""
    if _PART_OF.search(found.sentence.text, 0, found.match.start("what")):
        return []
    return [i for i in things(scene, *found.match.span("what")) if named(i)]


def _real(found: Found) -> bool:
    left = found.sentence.text[max(0, found.match.start() - 40) : found.match.end()]
    return modality(left) not in (DENIED, POSSIBLE)


def confirmed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Council confirmed the Regulations on Pilots": it approved them."""
    start, end = found.match.start("verb"), len(found.sentence.text)
    if _NOT_DONE.search(found.sentence.text[:start]) and not found.has("passive"):
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) and i.kind in _CONFIRMED]
    passive = found.has("passive")
    if passive and (not _real(found) or not _texts(found, scene)):
        return
    by = agent(scene, found.match.end("verb"), end) if passive else subject(scene, start)
    date = when(scene, start, end) if passive else when(scene, start, found.match.start("what"))
    yield from drafts_of(found, instruments, [act("approve", date=date, by=by)])


def received(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The draft Plan of Dredging received the approval of the ministers"."""
    start, end = found.match.start("verb"), len(found.sentence.text)
    if _real(found):
        by = scene.names(found.mentions("by", "ABSY"))
        yield from drafts_of(found, _texts(found, scene), [act("approve", date=when(scene, start, end), by=by)])


def reached(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Agreement was reached on the draft Charter": it is agreed."""
    start, end = found.match.start("verb"), len(found.sentence.text)
    accords = found.mentions("accord", "N")
    if any(i.title.lower() != "agreement" for i in accords) or _NONE.search(found.sentence.text[: found.match.start()]):
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    yield from drafts_of(found, instruments, [act("agree", date=when(scene, start, end))])


_NONE = regex.compile(r"\b(?:[Nn]o|[Ii]f|[Oo]nce|[Uu]ntil|[Uu]nless)(?: an?)? $")


def taken_up_later(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "It was agreed to return to the draft Charter at the next session": it is deferred."""
    start = found.match.start("verb")
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    step = act("defer", date=meeting_date(scene), by=subject(scene, start))
    yield from drafts_of(found, instruments, [step])


def recommended(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The draft was recommended for adoption by the Assembly" and "is due for signature": still to be done."""
    start, end = found.match.end("noun"), len(found.sentence.text)
    instruments = _texts(found, scene) if found.has("passive") else things(scene, *found.match.span("what"))
    if not _real(found):
        return
    date = when(scene, start, end, planned=True, meeting=False)
    action = _PURPOSES[found.match.group("noun")]
    receives = receiver(scene, start, end) if action == "submit" else []
    step = act(action, date=date, by=agent(scene, start, end), to=receives, planned=True)
    yield from drafts_of(found, [i for i in instruments if named(i)], [step])


def in_force(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Agreement has been in force since 1 March 2004": it entered into force then."""
    date = scene.iso(found.mentions("when", "D")[0])
    instruments = [i for i in _texts(found, scene) if i.kind in TREATIES]
    if date and _real(found):
        yield from drafts_of(found, instruments, [act("enter_into_force", date=date)])


def lapsed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Agreement expired on 1 March 2024": it is terminated."""
    start, end = found.match.end("verb"), len(found.sentence.text)
    instruments = [i for i in _texts(found, scene) if i.kind in TREATIES]
    if _real(found):
        date = when(scene, start, end, meeting=False)
        yield from drafts_of(found, instruments, [act("terminate", date=date)])


def wanted(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "stressed the need for the earliest ratification of the Agreement": a call to ratify it."""
    start = found.match.start("verb")
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) and i.kind in TREATIES]
    by = [scene.speech] if scene.speech else subject(scene, start)
    step = act(
        "call_for_ratification",
        date=when(scene, start, start),
        by=by,
        to=agent(scene, found.match.end("what"), len(found.sentence.text)),
    )
    if by:
        yield from drafts_of(found, instruments, [step])


def made_jointly(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The ministers made a joint statement on fishing" and "The talks resulted in a joint declaration"."""
    start = found.match.start("verb")
    if _NOT_DONE.search(found.sentence.text[:start]):
        return
    instruments = [i for i in found.mentions("what", "N") if isinstance(i, Instrument) and not i.plural]
    made = not found.match.group("verb").endswith(" in")
    step = act("adopt", date=when(scene, start, len(found.sentence.text)), by=subject(scene, start) if made else [])
    yield from drafts_of(found, [i for i in instruments if _JOINT.match(i.title) and i.kind in _SPOKEN], [step])


_JOINT = regex.compile(r"[Jj]oint\b|[Ff]inal\b")
_SPOKEN = frozenset({"statement", "declaration", "communique"})
_LATER = (
    r"(?:(?:at|in|during) (?:the|its|their|one of the) (?:next|following|upcoming|forthcoming|subsequent)\b|later\b|"
    r"in {D}|after )"
)

RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.confirmed",
        triggers=("confirmed", "confirms"),
        pattern=rf"\b(?P<verb>[Cc]onfirmed|[Cc]onfirms) (?P<what>{ITEMS})(?! (?:was|were|is|are|had|has|have|will) )"
        rf"|(?P<what>{THING})(?:,[^,;]{{1,80}},)? (?P<passive>(?:was|were|has been|have been) {ADVERBS}?)"
        r"(?P<verb>confirmed)\b",
        build=confirmed,
        reads=("The Board of Ports confirmed the Regulations on Pilots.", "The Plan of Dredging was confirmed."),
        refuses=(
            "The Board of Ports confirmed the Agreement on Lights was near.",
            "The Board of Ports has not confirmed the Regulations on Pilots.",
        ),
    ),
    Rule(
        name="instruments.approval-received",
        triggers=("approval", "endorsement", "consent"),
        pattern=rf"(?P<what>{THING})(?:,[^,;]{{1,80}},)? (?:(?:has|have|also) ){{0,2}}(?P<verb>received|won|got|gained"
        rf"|obtained|met with|secured) (?:the )?(?:[a-z]+ )?(?:approval|endorsement|consent)(?: (?:of|from|by)"
        rf" (?:the |all )?(?P<by>{{ABSY}}))?",
        build=received,
        starts=thing_places,
        reads=("The draft Plan of Dredging received the unanimous approval of the Board of Ports.",),
        refuses=(
            "The authors of the Plan of Dredging received the approval of the Board of Ports.",
            "The draft Plan of Dredging would have received the approval of the Board of Ports.",
        ),
    ),
    Rule(
        name="instruments.agreement-reached",
        triggers=("reached", "achieved", "found"),
        pattern=rf"(?:\b(?P<accord>[Cc]onsensus|[Uu]nderstanding)|(?P<accord>{{N}})) (?P<verb>(?:was|has been)"
        rf"(?: also)? (?:reached|achieved|found)) (?:up)?on (?P<what>{ITEMS})",
        build=reached,
        reads=("Agreement was reached on the draft Charter of Pilots.",),
        refuses=("No agreement was reached on the draft Charter of Pilots.",),
    ),
    Rule(
        name="instruments.taken-up-later",
        triggers=("to return to", "to come back to", "to get back to", "to revisit"),
        pattern=rf"\b(?P<verb>agreed|decided|resolved) to (?:return|come back|get back|revisit)(?: to)? "
        rf"(?:(?:the|its) (?:consideration|discussion|issue|question) of )?(?P<what>{ITEMS}),? {_LATER}",
        build=taken_up_later,
        reads=("It was agreed to return to the draft Charter of Pilots at the next session.",),
        refuses=("It was agreed to return to the port at the next session.",),
    ),
    Rule(
        name="instruments.recommended",
        triggers=(
            "recommended for",
            "approved for",
            "cleared for",
            "due for",
            "up for",
            "recommended the",
            "recommends the",
            "tabled for",
        ),
        pattern=rf"(?P<what>{THING})(?:,[^,;]{{1,80}},)? (?P<passive>(?:was|were|has been|have been|is|are) {ADVERBS}?"
        rf"(?:[a-z]+ed (?:[a-z]+ )?and )?)(?:recommended|due|tabled|up|approved|cleared) for "
        r"(?P<noun>adoption|approval|endorsement|signature|signing|ratification|submission)\b"
        rf"|\b[Rr]ecommend(?:ed|s) (?P<what>{ITEMS}) for "
        r"(?P<noun>adoption|approval|endorsement|signature|signing|ratification)\b",
        build=recommended,
        reads=(
            "The draft Charter of Pilots was recommended for adoption at the session of the Assembly of Ports on"
            " 9 June 2024.",
            "The Charter of Pilots is due for signature in Oslo on 9 June 2024.",
            "The Board of Ports recommended the draft Charter of Pilots for adoption by the Assembly of Ports.",
        ),
        refuses=(
            "The draft Charter of Pilots was not recommended for adoption.",
            "The author of the draft Charter of Pilots was recommended for promotion.",
        ),
    ),
    Rule(
        name="instruments.in-force-since",
        triggers=("in force since", "in force from", "in effect since"),
        pattern=rf"(?P<what>{THING})(?:,[^,;]{{1,80}},)?,? (?:(?:which )?(?:has|have) been |is |are )?(?:already )?"
        r"in (?:force|effect) (?:since|from)(?: the)? (?P<when>{D})",
        build=in_force,
        starts=thing_places,
        reads=("The Agreement on Lights has been in force since 1 March 2004.",),
        refuses=(
            "The Agreement on Lights could have been in force since 1 March 2004.",
            "The Agreement on Lights has long been in force.",
        ),
    ),
    Rule(
        name="instruments.lapsed",
        triggers=("expired", "lapsed", "ceased to", "came to an end", "lost force", "lost its force"),
        pattern=rf"(?P<what>{THING})(?:,[^,;]{{1,80}},)? (?:(?:has|have|had) )?(?:(?:automatically|formally|already)"
        r" )?(?P<verb>expired|lapsed|ceased to (?:be (?:in force|valid|effective)|have effect|apply|operate)"
        r"|came to an end|lost (?:its )?force)\b",
        build=lapsed,
        starts=thing_places,
        reads=("The Agreement on Lights expired on 1 March 2024.",),
        refuses=(
            "The validity of the Agreement on Lights has not expired.",
            "The Plan of Dredging expired on 1 March 2024.",
        ),
    ),
    Rule(
        name="instruments.ratification-wanted",
        triggers=("ratification",),
        needs=r"\b(?:need|importance|necessity|urgency)\b",
        pattern=r"\b(?P<verb>stress(?:ed|es)|underlin(?:ed|es)|underscor(?:ed|es)|emphasi[sz](?:ed|es)|not(?:ed|es)"
        r"|highlight(?:ed|s)|point(?:ed|s) (?:out|to)|spoke (?:of|about)|dr[ae]ws?(?: the)? attention to"
        r"|reiterat(?:ed|es)|reaffirm(?:ed|s)) (?:the |once again the )?(?:need|importance|necessity|urgency)"
        r" (?:for|of) (?:the |an? |their )?(?:earliest|early|speedy|speediest|prompt|swift|rapid|soonest|quick|timely"
        rf"|universal)(?: possible)? ratification of (?P<what>{ITEMS})",
        build=wanted,
        reads=("The Board of Ports stressed the need for the earliest ratification of the Agreement on Lights.",),
        refuses=("The Board of Ports stressed the importance of the ratification of the Agreement on Lights.",),
    ),
    Rule(
        name="instruments.made-jointly",
        triggers=("made", "delivered", "released", "published", "resulted in", "culminated in"),
        pattern=rf"(?P<verb>(?<=(?:{{BSY}}|[a-z]{{3}}s) )(?:made|delivered|released|published)|\b(?:resulted"
        rf"|culminated) in)"
        rf" (?P<what>{ITEMS})",
        build=made_jointly,
        reads=(
            "The foreign ministers made a joint statement on fishing rights.",
            "The talks resulted in a joint declaration on fishing rights.",
        ),
        refuses=("Minister Ana Dol made a statement on fishing rights.",),
    ),
)
"""Rules for acts told in other turns."""
