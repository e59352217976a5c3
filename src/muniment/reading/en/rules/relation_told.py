"""Relations that other things tell of: a text's title, a signed memorandum, an officer who holds two offices."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, PLANNED, POSSIBLE, modality
from muniment.reading.en.rules.act_days import event_day, sentence_day
from muniment.reading.en.rules.mission_names import states_by_name
from muniment.reading.en.rules.relation_parts import (
    BODIES,
    is_organisation,
    mentions,
    national,
    organisation_named,
    party,
    relations,
)
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Body, Instrument, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["TOLD"]

_NAME = r"\p{Lu}[\p{L}’-]+(?: (?:of |and |the )*\p{Lu}[\p{L}’-]+){0,5}"
_SOUGHT = regex.compile(
    r"\b(?:[Rr]oad ?map|[Ii]mplementation|[Pp]lan|[Pp]rocedures?|[Aa]pplication|[Rr]equest)\b.*?\b(?:for|of|on|to) "
    r"(?:the )?"
    rf"(?P<who>{_NAME})[’']s? (?:[Ff]ull )?(?:[Mm]embership|[Aa]ccession|[Aa]dmission)"
    rf"(?: (?:in|to|of) (?:the )?(?P<to>{_NAME}))?"
)
_CHAIR = regex.compile(
    rf"\b(?:[Cc]hairmanship|[Pp]residency|[Cc]hairpersonship) of (?:the )?(?P<who>{_NAME})"
    rf"|\b(?P<who>{_NAME})[’']s? (?:[Cc]hairmanship|[Pp]residency|[Cc]hairpersonship)"
)
_DECIDED = regex.compile(
    rf"^[Dd]ecision (?:to|on) (?:.{{3,60}} and )?(?:the "
    rf")?(?P<verb>[Rr]estor|[Rr]einstat|[Rr]e-?admi|[Ss]uspen|[Aa]dmi|[Ee]xp(?:el|ul))"
    rf"\w* (?:of )?(?:the )?(?P<who>{_NAME})(?:[’']s? [Mm]embership)?(?: (?:in|to|from|of) (?:the )?(?P<to>{_NAME}))?"
)
"""A decision whose title says whom it lets in or shuts out."""
_TAKEN = regex.compile(expand(r"{N} (?:was|has been|had been) (?:\w+ly )?(?:made|taken|adopted|approved|reached)\b"))
_LEAVES = {"s": "suspended", "e": "ended"}
"""First letter of what is decided -> the state of membership it leaves; others grant it."""
_TELLING = regex.compile(
    r"(?i)membership|accession|admission|chairmanship|presidency|chairpersonship|readmi|suspen|expel|expul"
)
_SEAT = regex.compile(r"(?:[Cc]urrent )?[Cc]hair(?:man|woman|person)?(?:-in-[Oo]ffice)?(?: for [\p{L} ]+)?$")
_IN_OFFICE = regex.compile(r"(?i)chair(?:man|woman|person)?-in-office")
_MONTH = regex.compile(r" for (?:the month of )?.")
_WITH = regex.compile(r" with (?:the )?(?P<name>\p{Lu}[^,;()]+?)(?: \([^()]*\))?$")
_WHOLE = regex.compile(r"\b(?:Organi[sz]ation|League|Union|Alliance|Commonwealth|Secretariat)\b|^\p{Lu}{3,}$")
_UNDERSTANDING = regex.compile(r"(?i)understanding|cooperation|co-operation|partnership|^memorandum$|^MOU$|^memo\b")


@functools.lru_cache(maxsize=4096)
def _tells(title: str) -> bool:
    """Whether a text's title has a word for a relation; a page names the same texts again and again."""
    return _TELLING.search(title) is not None


def by_title(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read a text's title that tells of a relation: "the Roadmap for S's membership in B", "the chairmanship of S"."""
    for value in found.mentions(0, "N"):
        if not isinstance(value, Instrument) or not _tells(value.title):
            continue
        yield from _by_decision(found, value.title, scene)
        sought, chair = _SOUGHT.search(value.title), _CHAIR.search(value.title)
        state = states_by_name().get(sought["who"]) if sought is not None else None
        if sought is not None and state:
            to = organisation_named(scene, sought["to"] or "") or scene.home
            yield from relations(found, [state], to, "membership", {"state": "sought"})
        state = states_by_name().get(chair["who"]) if chair is not None else None
        if state:
            yield from relations(found, [state], scene.home, "presidency", {})


def _by_decision(found: Found, title: str, scene: Scene) -> Iterator[Draft]:
    """Yield what a decision taken changes by its title: "The decision to restore S's membership was taken"."""
    decided = _DECIDED.match(title)
    name = decided["who"].removesuffix("’s").removesuffix("’") if decided is not None else ""
    state = states_by_name().get(name)
    told = _TAKEN.match(found.sentence.text, found.match.start())
    if decided is None or not state or told is None:
        return
    to = organisation_named(scene, decided["to"] or "") or scene.home
    more = {"state": _LEAVES.get(decided["verb"][0].lower(), "granted"), "date": sentence_day(scene)}
    for draft in relations(found, [state], to, "membership", more):
        draft.notes = {"lifted": more["state"] == "granted"}
        yield draft


def understood(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Secretariat of B signed a memorandum of understanding with B": two organisations cooperate."""
    texts = [
        n
        for n in found.mentions("text", "N")
        if isinstance(n, Instrument) and n.kind in ("memorandum", "agreement", "protocol")
    ]
    if not texts or not _UNDERSTANDING.search(texts[0].title) or modality(found.text()) in (DENIED, POSSIBLE, PLANNED):
        return
    one = next((_owner(scene, body) for body in mentions(found, "one", "B")), "")
    others = [_owner(scene, body) for body in mentions(found, "other", "B")]
    if not any(others):
        others = _titled(scene, texts[0].title)
    day = "" if " has " in found.match[0] else sentence_day(scene) or event_day(scene)
    for other in others:
        if one and other and one != other:
            yield from relations(found, [one], other, "cooperation", {"state": "in_force", "date": day})


def _titled(scene: Scene, title: str) -> list[str]:
    """Return the organisations that the title of a text names as those it is concluded with."""
    partner = _WITH.search(title)
    names = _AND.split(partner["name"]) if partner is not None else []
    return [organisation_named(scene, name) for name in names if _WHOLE.search(name)]


_AND = regex.compile(r"(?:, and|,| and)(?: the)? ")


def _owner(scene: Scene, body: Body) -> str:
    """Return the organisation that a body is or belongs to; empty for a state's bodies and those of nobody known."""
    if body.state:
        return ""
    if body.anaphor and body.name == "Secretariat":
        return scene.home
    if body.organization and not body.anaphor:
        return body.organization
    return party(scene, body) if body.kind == "organisation" or is_organisation(scene, body) else ""


def chairs(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read the state that presides off its officer: "Minister of S and Chairperson of the B for the month of D"."""
    sentence = found.sentence
    at = found.match.start("seat")
    actor = sentence.value(at)
    if not isinstance(actor, Actor):
        return
    seat = next((o for o in actor.offices if _SEAT.match(o.title) and o.organization), None)
    if seat is None:
        return
    beside = mentions(found, "officer", "A")
    state = national(actor) or (national(beside[0]) if beside else "")
    month = _MONTH.match(sentence.text, at + 1)
    if not state or not (_IN_OFFICE.search(seat.title) or month is not None):
        return
    day = (
        scene.iso(sentence.value(month.end() - 1))
        if month is not None and sentence.kind(month.end() - 1) == "D"
        else ""
    )
    told = {"date": day, "state": "" if day else "in_force"}
    yield from relations(found, [state], _presided(scene, seat), "presidency", told)


def _presided(scene: Scene, seat: Office) -> str:
    return party(scene, Body(seat.organization, anaphor=" " not in seat.organization)) or scene.home


TOLD: tuple[Rule, ...] = (
    Rule(
        name="relations.in-title",
        triggers=(expand("{N}"),),
        pattern="{N}",
        build=by_title,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Council took up the Roadmap for Chile's Full"
            " Membership in the PCO.",
            "The Ports Cooperation Organization (PCO) sits in Lima. The decision to restore Peru's membership in the "
            "PCO was taken on 3 May 2024.",
        ),
        refuses=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The Council took up the Roadmap for membership.",
        ),
        every=True,
    ),
    Rule(
        name="relations.memorandum-signed",
        triggers=("signed", "inked", "concluded", "has memoranda", expand("has {N}"), expand("has a {N}")),
        needs="{B}[^.;]*{N}|{N}[^.;]*{B}",
        pattern=r"(?P<one>{B})(?: \({B}\))?(?:(?:,? and| with) (?:the )?(?P<other>{B})"
        r"(?: [^.;{B}{A}{S}{N}]{0,70}\({B}\))?)?(?:,? [^.;{B}{A}{S}{N}]{0,20})? "
        r"(?:have |has )?(?:today |also |{D} )?(?:signed|inked|concluded|has) (?:today |{D} )?"
        r"(?:an? |the )?(?P<text>{N})(?: \({N}\))?(?: (?:on|for) [^.;{B}{A}{S}{N}]{3,60})?"
        rf"(?: with (?:the )?(?P<other>{BODIES}))?"
        r"|(?P<text>{N})(?: \({N}\))?(?: (?:on|for) [^.;{B}{A}{S}{N}]{3,60})? "
        r"(?:was|were|has been|have been) (?:\w+ly "
        r"|also |then )?(?:signed|inked|concluded)(?: in {C}| (?:on |in )?{D}| today)* between (?:the )?"
        r"(?P<one>{B})(?: \({B}\))? and (?:the )?(?P<other>{B})",
        build=understood,
        reads=(
            "The Ports Cooperation Organization (PCO) sits in Lima. The PCO signed a Memorandum of Understanding with "
            "the"
            " League of Harbours Organization.",
            "The Ports Cooperation Organization (PCO) sits in Lima. A Memorandum of Understanding was signed between "
            "the PCO Secretariat and the Secretariat of the Harbour Union.",
        ),
        refuses=("The League of Ports signed a memorandum of understanding with the Ministry of Justice of Peru.",),
    ),
    Rule(
        name="relations.chair-of-state",
        triggers=(expand("{A} for "), expand("{A}, {A}"), expand("{A}, the {A}")),
        pattern=r"(?P<seat>{A})(?:, (?:the )?(?P<officer>{A}))?",
        build=chairs,
        reads=(
            "They heard Ana Dol, Minister of Justice of Chile and Chairperson of the Council of Ports for the month "
            "of July"
            " 2024.",
        ),
        refuses=(
            "They heard Ana Dol, Minister of Justice of Chile and Chairperson of the Council of Ports, for an hour.",
        ),
        every=True,
    ),
)
"""Rules for relations told by other things."""
