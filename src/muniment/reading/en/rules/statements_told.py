"""Statements of one page put together: quotations beside what is reported, and none told twice."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.sayings import FINITE, REGISTER, tidy
from muniment.reading.scene import Scene

__all__ = ["settle"]

_ANOTHER = regex.compile(
    r"[”\"’]?,\s*(?:while |and )?(?:indicating|adding|noting|stressing|underlining|emphasi[sz]ing"
    r"|explaining|pointing out|"
    r"recalling|saying|stating) that "
)


def spoken(scene: Scene) -> Iterator[Draft]:
    """Return a statement for each quotation in somebody's own words; a few words merely marked are none."""
    for speech in scene.speeches:
        start, end = speech.parts[0][0], speech.parts[-1][1]
        if not speech.speaker or (speech.kind == "partial" and not _tells(scene, start, end)):
            continue
        text = " ".join(tidy(scene.page.text[a:b]) for a, b in speech.parts)
        spans = [(a, b, "statements.quoted") for a, b in speech.parts]
        if speech.cue[0] < speech.cue[1]:
            spans.append((*speech.cue, "statements.quoted"))
        yield Draft(REGISTER, {"speaker": speech.speaker, "mode": "direct", "text": text}, spans,
                    notes={"words": (start, end)})  # fmt: skip


def _tells(scene: Scene, start: int, end: int) -> bool:
    """Whether a few words in quotation marks say something: six words, or three that end a sentence."""
    text = scene.page.text
    blanks = text.count(" ", start, end)
    return blanks >= 5 or (blanks >= 2 and text[end + 1 : end + 3].strip()[:1] in (".", ""))


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one statement for each stretch of words, and none for what somebody says inside a quoted speech."""
    told = [draft for draft in drafts if not draft.speaker or _outside(draft, scene)]
    reported = [kept for draft in told for kept in _without_tail(draft, scene)]
    kept: list[Draft] = list(spoken(scene))
    for draft in reported:
        start, end = draft.notes["words"]
        clash = any(
            k.notes["words"][0] < end and start < k.notes["words"][1] and k.slots["mode"] == "reported" for k in kept
        )
        if not clash:
            kept.append(draft)
    return kept


def _outside(draft: Draft, scene: Scene) -> bool:
    """Whether words lie outside the quotation that their sentence begins with ("..., he said, and called for ...")."""
    start = draft.notes["words"][0]
    if any(first <= start < last for speech in scene.speeches for first, last in speech.parts):
        return False
    draft.speaker = ""
    return True


def _without_tail(draft: Draft, scene: Scene) -> Iterator[Draft]:
    """Yield a reported statement without the words it quotes at its end, which are its speaker's own statement.

    Where the quoted words begin with the verb ("the union “is a necessity”"), they alone are the statement.
    """
    start, end = draft.notes["words"]
    text = scene.page.text
    for speech in scene.speeches:
        first, last = speech.parts[0]
        if not start < first < end or (speech.kind != "partial" and last < end - 3):
            continue
        speech.speaker = draft.slots["speaker"]
        if last < end - 3:
            another = _ANOTHER.match(text, last)
            if another is not None and another.end() < end:
                rest = {**draft.slots, "text": tidy(text[another.end() : end])}
                yield Draft(REGISTER, rest, draft.spans, notes={"words": (another.end(), end)})
                end = last
            else:
                continue
        if not _tells(scene, first, last):
            continue
        if _VERB_FIRST.match(text, first):
            return
        before = _SAYING_LAST.sub("", tidy(text[start : first - 1]))
        clause = draft.spans[0][2] in _CLAUSES
        if _DESCRIBED.match(before) or (clause and not _FINITE_WORD.search(_DANGLING.sub("", before))):
            return  # "described it as “ready”", "said that the lamps “burn well”": the words quoted say it
        if clause and _DANGLING.search(before):
            return
        draft.slots["text"] = _DANGLING.sub("", before).rstrip()
        draft.notes["words"] = (start, first - 1)
    if draft.slots["text"].count(" ") >= 1:
        yield draft


_SAYING_LAST = regex.compile(r",? (?:saying|adding|noting|stating|stressing|declaring|and said|and added)(?: that)?:?$")
_DESCRIBED = regex.compile(r"(?:described|called|characteri[sz]ed)\b.* as$|called\b")
"""Words that the quotation behind them completes: what something was called."""
_DANGLING = regex.compile(
    r" (?:as|an?|the|of|to|for|is|are|was|were|be|been|that|with|by|and|called|its|his|her|their|calling)$"
)
"""How words end that go on inside the quotation behind them."""
_CLAUSES = frozenset({"statements.said-that", "statements.said-bare", "statements.body-that", "statements.body-bare"})
"""Rules whose words are a clause with a verb of its own."""
_FINITE_WORD = regex.compile(rf"\b(?:{FINITE})\b")
_VERB_FIRST = regex.compile(r"(?:is|was|are|were|has|have|had|will|would|must|should|can|could|cannot|may|does|do)\b")
