"""Texts told one by one after a list: "the first two were agreed on, the third was sent back", and who did so."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, DONE, PLANNED
from muniment.reading.en.rules.actions import ADVERBS, PARTICIPLE, PAST, action_of, mood_of, segment_end
from muniment.reading.en.rules.decisions import reason
from muniment.reading.en.rules.drafting import act, drafts_of
from muniment.reading.en.rules.naming import mentions, named
from muniment.reading.en.rules.parties import agent, receiver, subject, when
from muniment.reading.mention import Instrument
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_BACK = 3
"""Sentences back in which the list was told that "the third one" counts in."""
_ORDINAL = (
    r"(?P<which>(?:first|last|other) (?:two|three)|first|second|third|fourth|last|other|latter)"
    r"(?: (?:one|ones|drafts?|documents?|texts?|of them))?"
)
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "latter": -1}
_MANY = {"two": 2, "three": 3}
_WITHIN = regex.compile(r"\b(?:of|for|by|to|at|in|on|from|with|during) $")


def _counted(scene: Scene, which: str) -> list[Instrument]:
    """Return which texts of the list told of before are meant by "first two", "third", "other"."""
    for number in range(scene.number - 1, max(-1, scene.number - 1 - _BACK), -1):
        told = [m for m in mentions(scene.sentences[number]) if named(m) and not m.plural]
        if len(told) < 2:
            continue
        word, _, many = which.lower().partition(" ")
        if many:
            count = _MANY[many]
            return told[:count] if word == "first" else told[-count:] if len(told) > count else []
        if word == "other":
            return told[1:2] if len(told) == 2 else []
        place = _PLACES[word]
        return [told[place]] if place < len(told) else []
    return []


def were_done(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The first was approved and the second was sent back to the Board"."""
    start = found.match.end("verb")
    end = segment_end(found.sentence, start)
    if _WITHIN.search(found.sentence.text, 0, found.match.start()):
        return
    mood = mood_of("", found.match.group("aux"))
    action = action_of(found.match.group("verb"))
    if mood == DENIED:
        action = "not_adopt" if action in ("adopt", "approve", "agree") else ""
    if not action or mood not in (DONE, DENIED, PLANNED):
        return
    planned = mood == PLANNED
    receives = receiver(scene, start, end) if action in ("submit", "return") else []
    step = act(action, date=when(scene, start, end, planned), by=agent(scene, start, end), to=receives, planned=planned)
    why = reason(found, scene) if action in ("not_adopt", "return", "defer", "reject") else ""
    yield from drafts_of(found, _counted(scene, found.match.group("which")), [step], reason=why)


def did(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The members supported the first two drafts"."""
    verb = found.match.start("verb")
    action = "agree" if found.match.group("verb").lower() == "supported" else action_of(found.match.group("verb"))
    if action not in ("agree", "adopt", "approve", "sign", "reject", "consider", "endorse", "return", "defer"):
        return
    by = subject(scene, verb)
    step = act(action, date=when(scene, verb, len(found.sentence.text)), by=by)
    yield from drafts_of(found, _counted(scene, found.match.group("which")), [step])


def not_agreed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "With regard to the third one they did not come to a common opinion": it was not adopted."""
    start = found.match.start("none")
    step = act("not_adopt", date=when(scene, start, start), by=subject(scene, start))
    yield from drafts_of(found, _counted(scene, found.match.group("which")), [step], reason=reason(found, scene))


RULES: tuple[Rule, ...] = (
    Rule(
        name="instruments.counted-were",
        triggers=("the first", "the second", "the third", "the fourth", "the last", "the other"),
        pattern=rf"\b[Tt]he {_ORDINAL}(?P<aux> (?:was|were|has been|have been|is to be|are to be|will be|could not be)"
        rf"(?: not)?) {ADVERBS}?(?P<verb>{PARTICIPLE})\b",
        build=were_done,
        every=True,
        reads=(
            "The draft Ice Pact and the draft Plan of Dredging were considered. The first was approved, the second one"
            " was returned to the Board of Ports.",
        ),
        refuses=(
            "The draft Ice Pact and the draft Plan of Dredging were considered. The first was read aloud.",
            "The draft Ice Pact was considered. The second was approved.",
        ),
    ),
    Rule(
        name="instruments.counted-did",
        triggers=("the first", "the second", "the third", "the last", "the other", "the latter"),
        pattern=rf"(?<![\w-])(?P<verb>{PAST}|[Ss]upported) the {_ORDINAL}(?=[.,;]| and | but |$)",
        build=did,
        every=True,
        reads=(
            "Among the drafts are the Ice Pact, the Plan of Dredging and the Charter of Pilots. The members supported"
            " the first two drafts.",
        ),
        refuses=("The members supported the first two drafts.",),
    ),
    Rule(
        name="instruments.counted-not-agreed",
        triggers=("the second", "the third", "the last", "the other", "the latter"),
        pattern=rf"\b(?:[Ww]ith regard to|[Aa]s (?:for|to|regards)|[Rr]egarding|[Cc]oncerning|[Oo]n) the {_ORDINAL},?"
        r" [^,;.]{2,60}? (?P<none>(?:did not|could not|were unable to|failed to) (?:come to|reach|agree|find)\b)",
        build=not_agreed,
        reads=(
            "The draft Ice Pact and the draft Plan of Dredging were discussed. With regard to the second one they did"
            " not come to a common opinion.",
        ),
        refuses=("With regard to the second question they did not come to a common opinion.",),
    ),
)
"""Rules for texts told one by one."""
