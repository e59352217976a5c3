"""Acts on instruments told by a noun: "the signing of the agreement took place", "S's accession to the treaty"."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.reading.draft import Draft
from muniment.reading.en.kinds import TREATIES
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.rules.actions import PARTICIPLE, action_of
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import ITEMS, THING, named, things
from muniment.reading.en.rules.parties import subject, when
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_ACTS = {
    "adoption": "adopt", "signing": "sign", "signature": "sign", "ratification": "ratify", "accession": "accede",
    "acceptance": "accept", "approval": "approve", "entry into force": "enter_into_force", "extension": "extend",
    "suspension": "suspend", "termination": "terminate", "withdrawal": "withdraw", "denunciation": "denounce",
    "registration": "register", "submission": "submit", "discussion": "consider", "consideration": "consider",
    "examination": "consider", "review": "consider",
}  # fmt: skip
"""Noun of an act -> action of the record format."""
_NOUN = (
    r"(?P<noun>[Aa]doption|[Ss]igning|[Ss]ignature|[Rr]atification|[Aa]ccession|[Aa]cceptance|[Aa]pproval"
    r"|[Ee]ntry into force|[Ee]xtension|[Ss]uspension|[Tt]ermination|[Ww]ithdrawal|[Dd]enunciation|[Rr]egistration"
    r"|[Ss]ubmission"
    r"|[Dd]iscussion|[Cc]onsideration|[Ee]xamination|[Rr]eview)"
)
_DONE = (
    r"(?:took (?:place|effect)|has taken place|(?:was|were|has been) (?:completed|finali[sz]ed|held|announced)|"
    r"occurred|became effective|entered "
    r"into force|(?P<on>(?:(?:was|were|has been) )?(?:continued|resumed|begun)|began|started))"
)
_AHEAD = (
    r"(?:will take (?:place|effect)|(?:is|are) (?:expected|scheduled|planned|due|set|foreseen|envisaged)(?: to take "
    r"(?:place|effect))?|is to take"
    r" place)"
)
_BY_STATES = frozenset({"ratify", "accede", "accept", "withdraw", "denounce"})


def happened(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the signing of the agreement took place on D", "its entry into force is expected in D"."""
    before = found.sentence.text[max(0, found.match.start() - 30) : found.match.start()]
    if modality(before + found.match.group()) in (DENIED, POSSIBLE):
        return
    action = _ACTS[found.match["noun"].lower()]
    if found.has("on") and action != "consider":
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    if action in _BY_STATES:
        instruments = [i for i in instruments if i.kind in TREATIES]
    planned = found.has("ahead")
    by = scene.names(found.mentions("by", "ABSY"))
    end = len(found.sentence.text)
    date = when(scene, found.match.end("what"), end, planned, meeting=action == "consider" and not planned)
    step = act(action, date=date, by=by, to=scene.names(found.mentions("to", "ABY")), planned=planned)
    yield from drafts_of(found, instruments, [step])


def party_to(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S became a party to the Convention on D": it acceded."""
    before = found.sentence.text[max(0, found.match.start() - 25) : found.match.end()]
    if modality(before) in (DENIED, POSSIBLE):
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) and i.kind in TREATIES]
    date = when(scene, found.match.start(), len(found.sentence.text), meeting=False)
    yield from drafts_of(found, instruments, [act("accede", date=date, by=subject(scene, found.match.start("verb")))])


def paused(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "S suspended its participation in the Treaty", "S ended its participation in it"."""
    before = found.sentence.text[max(0, found.match.start() - 25) : found.match.end()]
    if modality(before) in (DENIED, POSSIBLE):
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i) and i.kind in TREATIES]
    action = "suspend" if found.match["verb"].startswith(("suspend", "fr")) else "withdraw"
    date = when(scene, found.match.start(), len(found.sentence.text), meeting=False)
    yield from drafts_of(found, instruments, [act(action, date=date, by=subject(scene, found.match.start("verb")))])


def amended(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "amendments to the Charter were adopted", "made changes to the Charter": the Charter was amended."""
    before = found.sentence.text[max(0, found.match.start() - 25) : found.match.end()]
    if modality(before) in (DENIED, POSSIBLE):
        return
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    start = found.match.start()
    date = when(scene, start, len(found.sentence.text))
    yield from drafts_of(found, instruments, [act("amend", date=date, by=scene.names(found.mentions("by", "ABSY")))])


def following(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the following documents were signed: the Declaration; the Agreement"."""
    verb = found.match["verb"]
    before = found.sentence.text[: found.match.start("what")]
    action = action_of(verb)
    if not action or modality(before) in (DENIED, POSSIBLE):
        return
    date = when(scene, 0, found.match.start("what"))
    instruments = [i for i in things(scene, *found.match.span("what")) if named(i)]
    yield from drafts_of(found, instruments, [act(action, date=date)])


_CHANGES = r"(?:[Aa]mendments?|[Cc]hanges|[Aa]dditions)(?: and (?:amendments|changes|additions))?"
_LIST = r"(?P<what>" + ITEMS + r")"

RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.act-took-place",
        triggers=(
            "took place",
            "takes place",
            "take place",
            "taken place",
            "took effect",
            "completed",
            "expected",
            "scheduled",
            "planned",
            "is due",
            "was held",
            "finali",
            "continued",
            "resumed",
            "began",
            "started",
        ),
        needs=_NOUN,
        pattern=rf"(?:(?P<by>{{SB}})[’']s? )?\b{_NOUN} (?:of|to|from|on) (?P<what>{THING})(?: by (?:the "
        rf")?(?P<by>{{ABSY}}))?(?: to (?:the )?(?P<to>{{ABY}}))?"
        rf"(?: in {{C}})?,? (?:{_DONE}|(?P<ahead>{_AHEAD}))\b"
        rf"|\b(?P<noun>[Dd]iscussion|[Cc]onsideration|[Ee]xamination) {_DONE} (?:of|on|about|regarding) "
        rf"(?P<what>{THING})",
        build=happened,
        reads=(
            "The signing of the Agreement on Ports took place on 3 May 2024.",
            "Norway's accession to the Convention on Ports was completed on 3 May 2024.",
            "The entry into force of the Convention on Ports is expected in 2025.",
        ),
        refuses=(
            "The signing of the Agreement on Ports could take place on 3 May 2024.",
            "The signing of the guest book took place on 3 May 2024.",
        ),
    ),
    Rule(
        name="instruments.party-to",
        triggers=("party to", "parties to"),
        pattern=rf"\b(?P<verb>(?:became|become|has become|have become) (?:a |an? \w+ |the \w+ )?(?:[Ss]tates? "
        rf")?[Pp]art(?:y|ies) to) (?P<what>{THING})",
        build=party_to,
        reads=("Norway became a party to the Convention on Ports on 3 May 2024.",),
        refuses=("Norway may become a party to the Convention on Ports.",),
    ),
    Rule(
        name="instruments.participation-paused",
        triggers=("participation in",),
        pattern=rf"\b(?P<verb>suspended|froze|ended|terminated) (?:its|their) participation in (?P<what>{THING})",
        build=paused,
        reads=("Norway suspended its participation in the Convention on Ports on 3 May 2024.",),
        refuses=("Norway could have suspended its participation in the Convention on Ports.",),
    ),
    Rule(
        name="instruments.amended",
        triggers=("mendment", "hanges ", "dditions to", "dditions in"),
        pattern=rf"\b{_CHANGES}(?: (?:in)?to (?P<what>{THING}))? (?:was|were|has been|have been) (?:also |\w+ly )?"
        rf"(?:adopted|approved|made|introduced|agreed)(?: (?:in)?to (?P<what>{THING}))?"
        rf"(?: by (?:the )?(?P<by>{{ABSY}}))?"
        rf"|\b(?:adopted|approved|made|introduced) (?:the |some |several |certain |a number of |[a-z]+ )?{_CHANGES}"
        rf" (?:in)?to (?P<what>{THING})(?! (?:was|were|has been|have been) )",
        build=amended,
        reads=(
            "Amendments to the Charter of Ports were approved.",
            "Changes and additions were introduced into the Rules of Mooring.",
            "The Board approved amendments to the Rules of Mooring.",
        ),
        refuses=("Amendments to the Charter of Ports were discussed.",),
    ),
    Rule(
        name="instruments.following",
        triggers=("following",),
        needs="[:]",
        pattern=rf"\b[Tt]he following[^.;:]{{1,40}}? (?:was|were|have been|has been) (?:also "
        rf")?(?P<verb>{PARTICIPLE})[^.;:]{{0,60}}: ?{_LIST}",
        build=following,
        reads=("The following documents were signed: the Lima Declaration; the Agreement on Ports.",),
        refuses=("The following members were elected: the Chair; the Rapporteur.",),
    ),
)
"""Rules for acts told by nouns."""
