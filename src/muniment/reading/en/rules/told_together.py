"""Texts told as members of a group: "documents were adopted, including X and Y", "resolutions on A, on B and on C"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, POSSIBLE
from muniment.reading.en.rules.actions import ADVERBS, PARTICIPLE, PAST, action_of, mood_of, verb_places
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import ITEM, ITEMS, item_places, mentions, named
from muniment.reading.en.rules.parties import agent, place, subject, when
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_NAMELY = r"(?:including|in particular|among them|among which (?:are|were)|namely|notably|such as)"
_NAMELY_WORDS = ("including", "in particular", "among them", "among which", "namely", "notably", "such as")
_PLACED = frozenset({"adopt", "approve", "sign"})
"""Actions with which the city named beside them is kept."""
_WITHIN = regex.compile(
    expand(
        r"\b(?:of|on|in|under|with|for|to|by|from|at|against|about|into|within|regarding|concerning)"
        r" (?:the |an? |its |their )?$|\b(?:which|that|who|and) [a-z]+(?:ed|s) (?:the |an? |its |their )?$"
    )
)
"""Before a text that another is about, or that another clause acts on."""
_FURTHER = regex.compile(r"on (?P<about>(?:(?!, (?:and )?on |,? and on ).)+)")
_APART = regex.compile(r"(?:by|in|on|for|with|from|at|to|those|that|who)\b")
"""What follows "including" and leads to something else than a text."""
_NEAR = 30
"""Characters between "including" and the first text named: an article and a few adjectives."""


def _members(sentence: Masked, start: int, end: int) -> list[Instrument]:
    """Return the texts a stretch counts up: named ones and counted ones, not those that another is about."""
    out: list[Instrument] = []
    places = sentence.places(start, end, kinds="NQ")
    if not places or places[0] - start > _NEAR or _APART.match(sentence.text, start, places[0]):
        return []
    for at in places:
        if _WITHIN.search(sentence.text, start, at):
            continue
        out += [m for m in mentions(sentence, at, at + 1) if named(m) or m.count > 1]
    return out


def _quoted(found: Found, group: Instrument) -> list[Instrument]:
    """Return the quoted titles behind a group as texts of its kind: "statements were adopted, including “On Ice”"."""
    titles = [str(value) for value in found.mentions("members", "Q")]
    return [msgspec.structs.replace(group, title=t, quoted=True, plural=False, count=0) for t in titles]


def were_done(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A number of documents were adopted in C, including X and Y": each was adopted."""
    mood = mood_of("", found.match.group("aux"))
    group = next((i for i in found.mentions("what", "N") if i.plural), None)
    if group is None or mood in (DENIED, POSSIBLE):
        return
    first, last = found.match.span("where")
    members = _members(found.sentence, *found.match.span("members")) or _quoted(found, group)
    yield from _done_with(found, scene, members, agent(scene, first, last))


def did(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "signed a package of documents at the summit, including X and Y": each was signed."""
    group = next((i for i in found.mentions("what", "N") if i.plural), None)
    if group is None or _UNDONE.search(found.sentence.text[: found.match.start("verb")]):
        return
    members = _members(found.sentence, *found.match.span("members")) or _quoted(found, group)
    yield from _done_with(found, scene, members, subject(scene, found.match.start("verb")))


_UNDONE = regex.compile(r"\b(?:not|never|be|would|could|may|might|should|to|if|once|were|was|been)(?: have)? $")


def _done_with(found: Found, scene: Scene, members: list[Instrument], by: list[str]) -> Iterator[Draft]:
    action = action_of(found.match.group("verb"))
    first, last = found.match.span("where")
    where = place(scene, first, last) if action in _PLACED else ""
    if action in _GATHERED:
        step = act(action, date=when(scene, first, last), by=by, place=where)
        yield from drafts_of(found, members, [step])


_GATHERED = frozenset({"adopt", "approve", "sign", "agree", "consider", "submit", "ratify"})
"""Actions that are taken on many texts at once."""


def inverted(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Also agreed on were X and Y": the verb stands first."""
    start = found.match.start("what")
    action = action_of(found.match.group("verb"))
    step = act(action, date=when(scene, found.match.start(), start), by=agent(scene, found.match.start(), start))
    yield from drafts_of(found, _members(found.sentence, start, len(found.sentence.text)), [step])


def several_subjects(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "adopted resolutions on A, on B and on C": a text for each, titled by what it is about."""
    group = next((i for i in found.mentions("what", "N") if i.plural and not i.quoted), None)
    if group is None or " on " not in group.title or _UNDONE.search(found.sentence.text[: found.match.start("verb")]):
        return
    start = found.match.start("more")
    titles = [f"on {group.title.partition(' on ')[2]}"]
    for part in _FURTHER.finditer(found.match.group("more")):
        first, last = found.sentence.span(start + part.start(), start + part.end())
        titles.append(" ".join(found.sentence.page_text[first:last].split()).strip(" ,."))
    members = [msgspec.structs.replace(group, title=title, plural=False, count=0) for title in titles]
    verb = found.match.start("verb")
    step = act(action_of(found.match.group("verb")), date=when(scene, verb, verb), by=subject(scene, verb))
    yield from drafts_of(found, members, [step])


def _verbs_before_texts(sentence: Masked) -> list[int]:
    """Return where a verb of an action begins, in a sentence that names a text."""
    return verb_places(sentence.lowered) if item_places(sentence) else []


_SINGLE = r"(?:adopted|approved|signed|passed|endorsed|issued)"

RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.were-done",
        triggers=(*_NAMELY_WORDS, ":"),
        pattern=rf"(?P<what>{ITEM})(?: [a-z][^,;:.{{N}}{{Q}}]{{0,60}}?)? (?P<aux>(?:was|were|has been|have been) "
        rf"{ADVERBS}?)(?P<verb>{PARTICIPLE})(?P<where>[^;:.]{{0,110}}?)(?:,? {_NAMELY},?|:) (?P<members>[^.;].*)$",
        build=were_done,
        starts=item_places,
        reads=(
            "A number of documents were adopted at the summit in Oslo, including the Declaration on Ice and the"
            " Statement on Tides.",
            "A total of 22 documents were signed: one statement, 19 decisions and two protocols.",
        ),
        refuses=(
            "A number of documents were not adopted, including the Declaration on Ice.",
            "A number of documents were adopted, including by those who had read the Declaration on Ice.",
        ),
    ),
    Rule(
        name="instruments.did-several",
        triggers=_NAMELY_WORDS,
        pattern=rf"(?<![\w-])(?P<verb>{PAST}) (?P<what>{ITEM})(?P<where> [^;:,.{{N}}{{Q}}]{{1,90}}?), {_NAMELY},?"
        r" (?P<members>[^.;].*)$",
        build=did,
        starts=_verbs_before_texts,
        reads=(
            "The heads of state signed a package of documents at the end of the summit, including the Agreement on"
            " Ports and a protocol on tides.",
        ),
        refuses=("The heads of state would have signed a package of documents in May, including the Pact of Ports.",),
    ),
    Rule(
        name="instruments.inverted",
        triggers=("also ", *(f"{verb} " for verb in ("adopted", "approved", "signed", "agreed", "considered"))),
        needs=r"^\W*(?:(?:[Aa]lso|[Aa]dditionally) |(?:Adopted|Approved|Signed|Agreed|Considered) )",
        pattern=rf"^\W*(?:(?:[Aa]lso|[Aa]dditionally) )?(?P<verb>{PARTICIPLE}|Adopted|Approved|Signed|Agreed(?: upon)?"
        rf"|Considered)(?: [^,;:.{{N}}{{Q}}]{{1,60}}?)? (?:was|were)"
        rf" (?P<what>{ITEMS})",
        build=inverted,
        reads=(
            "Also agreed on were draft declarations on tides, and a decision on partnership.",
            "Adopted at the session was the Declaration on Ice.",
        ),
        refuses=("Also present were the authors of the Declaration on Ice.",),
    ),
    Rule(
        name="instruments.several-subjects",
        triggers=(", on ",),
        pattern=rf"(?<![\w-])(?P<verb>{_SINGLE}) (?P<what>{ITEM})(?: as [^,;:.{{N}}{{Q}}]{{1,60}}?)?"
        r"(?P<more>(?:, on (?!{D})[^,;:.{N}{Q}]{3,140}){1,9},? and on (?!{D})[^,;:.{N}{Q}]{3,140}"
        r"|(?:, on (?!{D})[^,;:.{N}{Q}]{3,140}){2,9})",
        build=several_subjects,
        starts=_verbs_before_texts,
        reads=(
            "The Council adopted resolutions on the mooring of ships, on drifting ice and on the training of pilots.",
        ),
        refuses=("The Council adopted resolutions on the mooring of ships, on Monday and on Tuesday.",),
    ),
)
"""Rules for texts told as members of a group."""
