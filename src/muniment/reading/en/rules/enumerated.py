"""Lists: each item under "adopted the following documents:" or "will consider the questions:" is an instrument."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import regex

from muniment.reading.draft import Draft
from muniment.reading.en.lists import bare, list_item
from muniment.reading.en.modality import DONE, PLANNED
from muniment.reading.en.rules.actions import BASE, PAST, action_of, mood_before, mood_of
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import mentions, named, titled
from muniment.reading.en.rules.parties import agent, place, subject, when
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_TAIL = re.compile(r"(?:,? (?:and|among) others?|,? etc)?[.;,:]?(?: and)?[.;,]?$")
_BE_LEFT = regex.compile(r"\b(?:was|were|is|are|be|been|being) (?:also |further |[a-z]+ly )?$")
_ITEM_ACTION = regex.compile(
    r"^(?:[Oo]n )?(?:the )?(?P<noun>signing|signature|adoption|approval|ratification|consideration) of "
)
_NOUNS = {
    "signing": "sign",
    "signature": "sign",
    "adoption": "adopt",
    "approval": "approve",
    "ratification": "ratify",
    "consideration": "consider",
}
_ABOUT_STATE = regex.compile(
    r"^(?:[Oo]n )?(?:the )?(?:state|status|progress|course|results?|implementation|execution|situation"
    r"|preparation|date|place)\b"
)
_OTHER_TEXT = regex.compile(
    r"^(?:an? |the )?(?P<head>[Oo]rders?|[Rr]eports?|[Mm]inutes|[Cc]onclusions|[Gg]uidelines)\b"
)


def _items(scene: Scene, number: int) -> Iterator[Masked]:
    """Yield the items under an introduction; lines without a bullet are some where each is a title and nothing else."""
    last = number
    for following in range(number + 1, len(scene.sentences)):
        item = list_item(scene.sentences, following)
        if item is None and following == last + 1 and _ALONE.fullmatch(scene.sentences[following].text):
            last = following
            yield scene.sentences[following]
            continue
        if item is None or item.introduction < number:
            return
        if item.introduction == number:  # else an item of a list within the list
            yield scene.sentences[following]


_ALONE = regex.compile(expand(r"\s*(?:[Tt]he )?[{N}{Q}][.;,]?\s*"))


def _instrument(sentence: Masked, group: Instrument | None) -> Instrument | None:
    """Return the instrument an item is: the one it names, else a text of the introduction's kind about what it says."""
    begins = bare(sentence.text)
    found = [m for m in mentions(sentence, begins) if named(m)]
    if found and sentence.places(begins)[0] - begins < 12:
        return msgspec.structs.replace(found[0], title=_whole(sentence, begins, found[0]), plural=False, count=0)
    quoted = [sentence.value(at) for at in sentence.places(begins, kinds="Q")]
    other = _OTHER_TEXT.match(sentence.text[begins:])
    if quoted and (group is not None or other is not None):
        kind = (
            group.kind
            if group is not None
            else "decision"
            if other is not None and other.group("head").lower().startswith("order")
            else "other"
        )
        return Instrument(str(quoted[0]), kind, quoted=True, draft=group.draft if group is not None else False)
    if other is not None and _ABOUT.match(sentence.text, begins + other.end()):
        kind = "decision" if other.group("head").lower().startswith("order") else "other"
        group = Instrument("", kind)
    if group is None or not group.kind or group.kind == "other":
        return None
    first, last = sentence.span(begins, len(sentence.text))
    words = " ".join(sentence.page_text[first:last].split())
    return Instrument(_TAIL.sub("", words), group.kind, draft=group.draft)


def _whole(sentence: Masked, begins: int, named_first: Instrument) -> str:
    """Return the title an item is as a whole, where it is nothing but a title; else the one its phrase gives."""
    if named_first.quoted or named_first.known or _CLAUSE.search(sentence.text, begins):
        return named_first.title
    first, last = sentence.span(begins, len(sentence.text))
    words = _TAIL.sub("", " ".join(sentence.page_text[first:last].split()))
    words = _ARTICLE.sub("", words)
    return words if words.startswith(named_first.title) and len(words.split()) <= _MAX_WORDS else named_first.title


_MAX_WORDS = 45
"""Words of the longest title of a list; official lists of outcomes keep within it."""
_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) ")
_ABOUT = re.compile(r" (?:on|regarding|concerning|approving|amending) [a-z]")
_CLAUSE = regex.compile(
    expand(
        r"\b(?:was|were|is|are|has|have|had|will|would|shall|should|may|can|which|who|that|adopted|approved|signed"
        r"|agreed|submitted|entered|ratified|endorsed)\b|[.;:] [A-Z]|{D}[.;, ]*$|\([^()]*\)$"
    )
)
"""What shows that an item says more than a title."""


def _group(found: Found) -> Instrument | None:
    """Return the plural that the introduction counts up ("the following decisions"); None where it names none.

    Where it names several kinds ("resolutions, decisions and recommendations"), none says which an item is.
    """
    plurals = [m for m in mentions(found.sentence) if m.plural]
    kinds = {m.kind for m in plurals if m.kind != "other"}
    return plurals[-1] if plurals and len(kinds) < _SEVERAL else None


_SEVERAL = 2


def _each(found: Found, scene: Scene, actions: list[dict[str, Any]]) -> Iterator[Draft]:
    group = _group(found)
    for sentence in _items(scene, scene.number):
        begins = bare(sentence.text)
        noun = _ITEM_ACTION.match(sentence.text[begins:])
        named_there = [m for m in mentions(sentence, begins) if titled(m)][:1] if noun is not None else []
        instrument = named_there[0] if named_there else _instrument(sentence, group)
        steps = [dict(step, action=_NOUNS[noun.group("noun")]) for step in actions] if noun and named_there else actions
        if instrument is not None:
            for draft in drafts_of(found, [instrument], steps):
                draft.spans.append((sentence.start, sentence.end, found.rule))
                yield draft


def told(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The ministers adopted the following documents:" with its items, and "statements were adopted:"."""
    verb_at, after = found.match.start("verb"), found.match.end("verb")
    left, end = found.sentence.text[:verb_at], len(found.sentence.text)
    if _SAID_OF.search(left) and _FOLLOWS.search(found.sentence.text, after):
        return  # "drafts approved by the experts are as follows": not what is done with them here
    is_passive = _BE_LEFT.search(left) is not None
    mood = (
        mood_of("", left)
        if is_passive
        else DONE
        if action_of(found.match.group("verb")) and not found.has("base")
        else mood_before(left)
    )
    action = action_of(found.match.group("verb"))
    if mood not in (DONE, PLANNED) or action not in (
        "adopt",
        "approve",
        "sign",
        "agree",
        "consider",
        "submit",
        "ratify",
    ):
        return
    by = agent(scene, after, end) if is_passive else subject(scene, verb_at)
    where = place(scene, 0, end) if action in ("adopt", "approve", "sign") else ""
    step = act(
        action, date=when(scene, verb_at, end, planned=mood == PLANNED), by=by, place=where, planned=mood == PLANNED
    )
    if action == "consider":
        yield from _questions(found, scene, step)
    else:
        second = _AND_THEN.match(found.sentence.text, after) if mood == DONE else None
        other = action_of(second.group("verb")) if second is not None else action
        yield from _each(found, scene, [step, dict(step, action=other)] if other not in ("", action) else [step])


_AND_THEN = regex.compile(rf" and (?:[a-z]+ly )?(?P<verb>{PAST})\b")
"""A second verb with the same list: "signed and adopted the following documents:"."""
_SAID_OF = regex.compile(expand(r"(?:{N}|[Dd]rafts) $"))
_FOLLOWS = regex.compile(r"\b(?:is|are) (?:listed |as follows?|the following|ready)")


def _questions(found: Found, scene: Scene, step: dict[str, Any]) -> Iterator[Draft]:
    """Return the instruments that agenda items name; what is said of them ("On the signing of ...") is the action."""
    for sentence in _items(scene, scene.number):
        begins = bare(sentence.text)
        words = sentence.text[begins:]
        noun = _ITEM_ACTION.match(words)
        if _ABOUT_STATE.match(words):
            continue
        instruments = [m for m in mentions(sentence, begins) if m.draft or titled(m)][:1]
        action = dict(step, action=_NOUNS[noun.group("noun")]) if noun is not None else step
        for draft in drafts_of(found, instruments, [action]):
            draft.spans.append((sentence.start, sentence.end, found.rule))
            yield draft


def agenda(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read the items of "The agenda includes the following questions:" as texts to be considered."""
    step = act("consider", date=when(scene, 0, len(found.sentence.text), planned=True), planned=True)
    yield from _questions(found, scene, step)


RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.listed",
        triggers=("adopt", "approv", "sign", "agreed", "consider", "discuss", "review", "ratif", "issued"),
        pattern=expand(rf"\b(?P<verb>{PAST}|(?P<base>{BASE}))\b[^:;]{{0,120}}:\s*$"),
        build=told,
        reads=(
            "The ministers adopted the following decisions:\n\n- on the budget of the Union;\n\n- on the new seat.",
        ),
        refuses=(
            "The ministers adopted the following decisions: on the budget, and on the new seat.",
            "They may adopt the following decisions:\n\n- on rivers;",
            "The drafts passed by the experts and ready for signature are as follows:\n\n- Agreement on Ice;",
        ),
    ),
    Rule(
        name="instruments.agenda",
        triggers=("agenda",),
        pattern=r"\b[Aa]genda (?:of [^:;]{1,80} )?(?:includes?|consists? of|comprises?|contains?|has"
        r"|covers?)\b[^:;]{0,80}:\s*$",
        build=agenda,
        reads=(
            "The agenda consists of two questions:\n\n1. On the draft Agreement on Ports\n\n2. On the"
            " signing of the Protocol on Tides",
        ),
        refuses=(
            "The agenda consists of two questions:\n\n1. On the state of ratification of the Agreement on"
            " Ports\n\n2. On the next session",
        ),
    ),
)
