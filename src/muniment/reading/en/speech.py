"""Who speaks where: quotations of a page, joined where they are interrupted, each with its speaker."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import msgspec
import regex

from muniment.reading.en.interview import find_answers
from muniment.reading.en.quotes import Quote
from muniment.reading.mask import Masked, expand
from muniment.reading.scene import Scene

__all__ = ["SAID", "SOURCE", "Speech", "find_speeches"]

SAID = (
    "said|says|saying|noted|notes|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|underlined|underlines"
    "|underscored|highlighted|stated|states|"
    "told|added|adds|pointed out|recalled|explained|explains|declared|announced|concluded|continued"
    "|remarked|reaffirmed|reiterated|"
    "commented|replied|answered|asked|observed|warned|argued|insisted|admitted|assured|believes|wrote"
    "|quoted|reported|summed (?:it )?up|put it|"
    "summari[sz]ed|clarified|specified|acknowledged|affirmed|urged|according to|expressed|mentioned"
    "|indicated|confirmed|asserted|responded"
)
"""Verbs that attribute a quotation, as press offices and agencies write them."""

SOURCE = (
    r"(?:(?:{A}|{B}|{J}|{S}|[A-Z]\w+)(?:['’]s?)? )?(?:press|information) (?:service|office|cent(?:re|er)|department)"
    r"(?: (?:of|for) (?:the )?(?:office of (?:the )?)?(?:{J} )?[{A}{B}{S}])?"
    r"|(?:{S}['’]s|{J}) (?:foreign|defen[cs]e|interior) ministry"
)
"""Who speaks for a body or a person without a name of their own."""

_AFTER = regex.compile(
    expand(
        rf"^[\s,.–—\-”\"’»“‘!?]*(?:(?:(?:the|a|an|its|his|her|their) (?:[a-z-]+(?:['’]s)? "
        rf"){{0,4}})?(?P<who>{{A}}|(?:he|she|they|{{BSYN}})(?=\W))[^.]{{0,120}}?\b(?:{SAID}|reads?)\b"
        rf"|(?:as |was )?(?:{SAID})(?: by| in)?,? (?:Senior |Acting )?(?P<late>{{A}}|he|she|(?:the |a )?{{BSYN}})"
        rf"|(?:were|was|are) (?P<late>{{A}})['’]s)"
    )
)
_BEFORE = regex.compile(
    expand(
        rf"(?P<who>{{A}}), (?:who|whose) [^.;“”\"]{{3,160}}?, (?:\w+ ){{0,2}}?(?:{SAID})\b[^“”\"«»]{{0,140}}$"
        rf"|(?P<who>{{A}}|\b(?:[Hh]e|[Ss]he)\b"
        rf"|(?<!\b(?i:of|at|to|in|with|from|for|by|on|as to|regarding) (?:the )?){{BSY}})"
        rf"[^{{A}}]{{0,160}}?\b(?:{SAID})\b[^“”\"«»]{{0,140}}$"
    )
)
_SOURCE_AFTER = regex.compile(
    expand(rf"^[\s,.–—\-”\"’»!?]*(?:(?:said|announced|reported) )?(?:the )?(?P<who>{SOURCE})(?=[ .,;])")
)
"""Behind a quotation: a press service, whose words they are."""
_PAPER_SAYS = regex.compile(
    expand(
        r"^[\s,.–—\-”\"’»]*(?:the (?:[a-z-]+ ){0,3}(?:note|notice|letter|paper|bulletin|readout)"
        r" (?:says?|said|reads?|stat\w+)\b|reads? the (?:[a-z-]+ ){0,3}(?:note|notice|letter|paper|bulletin|readout"
        r"|message|text|{N}))"
    )
)
"""Behind a quotation: a paper without a name, whose author is not told."""
_QUOTED_HIM = regex.compile(r"^[^.]{0,60}\b(?:quoted|cited) (?:him|her) as (?:saying|telling)\b")
"""Behind a quotation: the one told of before said it, and not the site that has it."""
_PLAIN = r"said|says|stated|noted|stressed|added|declared|explained|emphasi[sz]ed|asserted|continued|concluded"
_RANK = (
    r"(?:(?:Senior|Lieutenant|Major|Brigadier|Rear|Vice)[ -])?(?:Colonel|General|Captain|Admiral|Commander|Sergeant)"
    r"(?: General)? |(?:Mr|Mrs|Ms|Dr|Prof)\.? "
)
"""What stands before a name and is none of it."""
_CALLED = rf"(?:{_RANK})?" r"(?P<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})"
_UNKNOWN_AFTER = regex.compile(
    rf"^[\s,.–—\-”\"’»!?]*(?:(?:the )?{_CALLED} (?:also )?(?:{_PLAIN})\b|(?:{_PLAIN}) {_CALLED}(?=[.,;]|$))"
)
_UNKNOWN_BEFORE = regex.compile(rf"(?:^|[,;] ){_CALLED} (?:also |then )?(?:{_PLAIN})[,:]?(?: that)?$")
"""A name that is known only from standing beside a verb of saying."""
_NO_NAME = frozenset({"He", "She", "It", "They", "We", "The", "In", "But", "And", "This", "That", "As"})
_INTERRUPTED = regex.compile(
    rf"^[”\"’»,.\s–—-]*(?:[^”\"\n]{{0,140}}?\b(?:{SAID})\b[^”\"\n]{{0,90}})[,.:;]?[\s“\"‘«–—-]*$"
)
_NEW_SENTENCE = regex.compile(r"(?<=\p{Ll}{3})[.!?][”\"]?\s+(?:\p{L}[\p{L}’'-]*,? ){3}")
"""A sentence of the page's own between two quotations, longer than "He added:": the second one stands for itself."""
_WHOLE = regex.compile(
    expand(
        r"(?i)^.{0,40}(?:\b(?:statement|speech|remarks|address|message|welcome|intervention|keynote)\b|{N}).{0,80}?"
        r"(?:\b(?:by|of|from)|:) (?:the |an? )?(?P<who>{A})"
        r"|^(?P<who>{A})(?:['’]s?|:)? .{0,30}(?:\b(?:statement|speech|remarks|address|message)\b|{N})"
    )
)
_NOBODY = regex.compile(
    expand(r"^[\s,.–—\-”\"’»]*(?:the|an?|its) (?:[\w'’-]+ ){0,3}{N}[.,]?$|")
    + r"^[\s,.–—\-”\"’»]*(?:said |says )?(?:the|a|an|his|her|its) (?:[\w'’-]+ ){0,4}?"
    r"(?:press service|press office|ministry|agency|newspaper|report|source|website|document|release|text"
    r"|daily|media|embassy)\b"
)
"""Behind a quotation: what is no person and whose speaker is not told."""
_WE_DO = regex.compile(r"^(?:\d{1,2}\. )?(?:[A-Z][^.,]{2,60}, we|We) [a-z]+")
_STATESMEN = regex.compile(r"(?i)\b(?:ministers|heads|leaders|presidents|members|parties)\b")
_ACTOR_IN = regex.compile(expand("{A}"))
_FIRST_PERSON = regex.compile(r"\b(?:I|we|We|my|our|Our|me|us)\b")


_SOMEBODY = regex.compile(expand(r"[{AO}]|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)\b|^(?:[^{N}]*?)[{BYJS}]"))
"""Who may have said some words of a sentence: a person, or a body that no text stands before."""


class Speech(msgspec.Struct):
    """What one speaker says in one stretch.

    Attributes:
        speaker: full name; empty where it cannot be told.
        parts: (start, end) of the words inside the quotation marks, in order; code points, half-open.
        sentences: first and last sentence it touches.
        kind: `speech` or `partial`.
        cue: (start, end) of the clause that names the speaker; (0, 0) where there is none.
    """

    speaker: str
    parts: list[tuple[int, int]]
    sentences: tuple[int, int]
    kind: str
    cue: tuple[int, int] = (0, 0)

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch of the page's text overlaps the words said or the clause that names the speaker."""
        if self.cue[0] < end and start < self.cue[1]:
            return True
        for first, last in self.parts:  # noqa: SIM110 - asked of every sentence; a generator takes twice as long
            if first < end and start < last:
                return True
        return False


def find_speeches(scene: Scene, quotes: Sequence[Quote]) -> list[Speech]:
    """Return the page's speeches in order; `scene.sentences` must be there, `scene.number` is left as it was."""
    scene.collective = scene.collective or _who_are_we(scene)
    whole = _whole_page(scene)
    if whole is not None:
        return [whole]
    answers = find_answers(scene)
    if answers:
        return [
            Speech(name, [(scene.sentences[f].start, scene.sentences[e].end)], (f, e), "speech")
            for name, f, e in answers
        ]
    starts = [s.start for s in scene.sentences]
    out: list[Speech] = []
    for start, end, kind in _stretches(scene, quotes):
        first = max(0, bisect.bisect_right(starts, start) - 1)
        last = max(first, bisect.bisect_right(starts, end - 1) - 1)
        scene.speeches = out
        speaker, cue, where = _speaker(scene, (first, last), start, end)
        if kind == "partial" and where == "none" and not _SOMEBODY.search(scene.sentences[first].text):
            continue  # words of a text or merely marked: "The treaty bars its parties from any “other alliance”"
        before = out[-1] if out else None
        if before is not None and _goes_on(scene, before, start, speaker, where):
            before.parts.append((start, end))
            before.sentences = (before.sentences[0], last)
            before.speaker = before.speaker or speaker
            continue
        if before is not None and not speaker and where == "none":
            speaker = before.speaker
        out.append(Speech(speaker, [(start, end)], (first, last), kind, cue))
    return out


def _stretches(scene: Scene, quotes: Sequence[Quote]) -> list[tuple[int, int, str]]:
    """Return the quotations with those that run over blocks joined, and without those inside another."""
    out: list[tuple[int, int, str]] = []
    open_at: int | None = None
    for quote in quotes:
        if quote.kind in ("title", "name"):
            continue
        if open_at is not None and (quote.opened or quote.open):
            if not quote.open:
                out.append((open_at, quote.end, "speech"))
                open_at = None
            continue
        if open_at is not None:
            continue
        if quote.open:
            open_at = quote.start
        elif not out or quote.start >= out[-1][1]:
            out.append((quote.start, quote.end, quote.kind))
    if open_at is not None:
        out.append((open_at, scene.sentences[-1].end, "speech"))
    return out


def _goes_on(scene: Scene, before: Speech, start: int, speaker: str, where: str) -> bool:
    """Whether a quotation continues the one before it, interrupted only by "he said"."""
    gap = scene.page.text[before.parts[-1][1] : start]
    if (
        "\n\n" in gap
        or len(gap) > 200
        or _NEW_SENTENCE.search(gap)
        or (where == "before" and not _INTERRUPTED.search(gap))
    ):
        return False
    if where == "after" and speaker and speaker != before.speaker:
        return False
    if where == "after" or _INTERRUPTED.search(gap) is None:
        return False
    return before.cue != (0, 0)


def _speaker(scene: Scene, sentences: tuple[int, int], start: int, end: int) -> tuple[str, tuple[int, int], str]:
    """Return who says a quotation, the span of the clause that tells it, and on which side of it that stands."""
    first, last = sentences
    number = scene.number
    closing = scene.sentences[last]
    after = closing.text[_masked_position(closing, end) :]
    if _QUOTED_HIM.match(after):
        return _subject_before(scene, last + 1), (0, 0), "after"
    source = _SOURCE_AFTER.match(after)
    if source is not None:
        offset = len(closing.text) - len(after)
        words = closing.span(offset + source.start("who"), offset + source.end("who"))
        return scene.page.text[slice(*words)], closing.span(offset, len(closing.text)), "after"
    match = _AFTER.match(after)
    if match is not None:
        offset = len(closing.text) - len(after)
        scene.number = last
        name = _who(
            scene,
            closing,
            offset + match.start("who" if match.group("who") else "late"),
            match.group("who") or match.group("late"),
        )
        scene.number = number
        return name, closing.span(offset, len(closing.text)), "after"
    if _NOBODY.match(after) or _PAPER_SAYS.match(after):
        return "", (0, 0), "after"
    unknown = _UNKNOWN_AFTER.match(after)
    if unknown is not None and unknown["name"] not in _NO_NAME:
        offset = len(closing.text) - len(after)
        return scene.full_name(unknown["name"]), closing.span(offset, len(closing.text)), "after"
    opening = scene.sentences[first]
    head = opening.text[: _masked_position(opening, start)]
    head = head.rstrip('“”"«»‘’„ ')
    unknown = _UNKNOWN_BEFORE.search(head)
    if unknown is not None and unknown["name"] not in _NO_NAME:
        return scene.full_name(unknown["name"]), opening.span(unknown.start("name"), len(head)), "before"
    match = _BEFORE.search(head)
    scene.number = first
    try:
        if match is not None:
            return (
                _who(scene, opening, match.start("who"), match.group("who")),
                opening.span(match.start(), len(head)),
                "before",
            )
        named = scene.subject(opening) if _ACTOR_IN.search(head) else ""
        return named or _subject_before(scene, first), (0, 0), "none"
    finally:
        scene.number = number


def _who(scene: Scene, sentence: Masked, at: int, word: str) -> str:
    """Return who is meant by a pronoun, a name or a text ("the communiqué added": those who made it)."""
    if word.lower() in ("he", "she", "they"):
        return _subject_before(scene, scene.number)
    at += len(word) - 1  # behind an article
    value = sentence.value(at)
    if sentence.kind(at) == "A" and not value.name:
        scene.last_actor = _subject_before(scene, scene.number)  # "the Minister": the one just told of, if it fits
        name = scene.name(value)
        scene.last_actor = ""
        return name
    if sentence.kind(at) == "N":
        return scene.collective
    return scene.name(sentence.value(at))


_BY = regex.compile(r"\b(?:by|from|of|to|with) (?:the |its )?$")


def _only_by_the_way(sentence: Masked) -> bool:
    """Whether the only one a sentence names is an office without a name behind a preposition ("reports by the O")."""
    actors = sentence.places(kinds="A")
    return len(actors) == 1 and not sentence.value(actors[0]).name and bool(_BY.search(sentence.text[: actors[0]]))


def _subject_before(scene: Scene, number: int) -> str:
    """Return who "he" is: the speaker or the subject of the nearest earlier sentence that has one."""
    for sentence in reversed(scene.sentences[:number]):
        spoken = [s for s in scene.speeches if s.speaker and s.touches(sentence.start, sentence.end)]
        name = spoken[-1].speaker if spoken else "" if _only_by_the_way(sentence) else scene.subject(sentence)
        if name:
            return str(name)
    return ""


def _masked_position(sentence: Masked, origin: int) -> int:
    """Return the first position of the masked text at or behind a place of the page's text."""
    low, high = 0, len(sentence.text)
    while low < high:
        middle = (low + high) // 2
        if sentence.origin(middle) < origin:
            low = middle + 1
        else:
            high = middle
    return low


def _who_are_we(scene: Scene) -> str:
    """Return the group that a page speaks for in the first person plural, as its first sentences name it."""
    texts = [s.text for s in scene.sentences]
    if (
        sum(1 for text in texts if (", we " in text or text[:1] == "W" or text[:1].isdigit()) and _WE_DO.search(text))
        < 3
    ):
        return ""
    for sentence in scene.sentences[:4]:
        for at in sentence.places():
            value = sentence.value(at)
            if sentence.kind(at) == "Y" and _STATESMEN.search(value.text):
                owner = value.organization
                return f"{owner} {value.text}" if owner and owner not in value.text else str(value.text)
    return ""


def _whole_page(scene: Scene) -> Speech | None:
    """Return the one speech that a page titled "Statement by A" is, if it speaks in the first person."""
    for sentence, kind in zip(scene.sentences, scene.kinds, strict=True):
        if kind != "title":
            continue
        match = _WHOLE.match(sentence.text)
        if match is None:
            continue
        actor = sentence.value(match.start("who"))
        body = [i for i, k in enumerate(scene.kinds) if k in ("paragraph", "quote")]
        if not body:
            return None
        first_person = sum(1 for i in body if _FIRST_PERSON.search(scene.sentences[i].text))
        if first_person * 3 < len(body):
            return None
        name = actor.name or (scene.holder(actor.offices[0]) if actor.offices else "")
        if not name:
            return None
        parts = [(scene.sentences[body[0]].start, scene.sentences[body[-1]].end)]
        name = name.title() if name.isupper() else name
        return Speech(name, parts, (body[0], body[-1]), "speech", sentence.span(0, len(sentence.text)))
    return None
