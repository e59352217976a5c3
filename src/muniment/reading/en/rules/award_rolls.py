"""Rolls of honour: "The following were awarded:" with a list of awards and people, or of people alone, behind it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DONE, modality
from muniment.reading.en.rules.award_afterwards import REGISTER
from muniment.reading.en.rules.award_names import AWARDS, awards_in, day_of, deciding, of_one
from muniment.reading.en.rules.participants import listed
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["ROLLS"]

_NEAR = 6
"""Sentences behind an award within which "With the medal: A, A" goes on with the roll (judgement: a list's length)."""

_LONGEST = 40
"""Lines of one roll, at most (judgement: the longest seen has about twenty)."""
_BREAK = r"(?: ?[:–—]| -)"
_NAME = r"\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}\.|\p{Lu}[\p{L}’'-]+)){1,3}"
_AWARD_FIRST = regex.compile(
    expand(
        rf"\W*(?:[Ww]ith )?(?:[Tt]he |[Aa]n? )?(?P<award>{AWARDS})[^:–—{{A}}]{{0,40}}?{_BREAK} ?(?:to )?(?P<people>.+)"
    )
)
_PEOPLE_FIRST = regex.compile(
    expand(
        rf"(?P<people>(?:(?:{{A}}|{_NAME})(?:, and|,| and) )*(?:{{A}}|{_NAME})(?: \([^()]*\))?)(?:{_BREAK}|,) "
        rf"?(?:with )?(?:the |an? )?(?P<award>{AWARDS})"
    )
)
_AWARD_TO = regex.compile(
    expand(
        rf"(?P<award>{AWARDS}) (?:to|on|upon) (?:the )?(?P<people>(?:\p{{Ll}}[\p{{L}}-]+ ){{0,4}}(?:{{A}}|{_NAME})"
        rf"(?:(?:, and|,| and) (?:{{A}}|{_NAME}))*)"
    )
)
"""One award of several with those it went to: "the medal ... to A and A, the badge ... to A"."""
_PART = regex.compile(r"(?:[^,;()]|\([^()]*\))+")
_ONE = regex.compile(
    expand(rf"\W*(?:and |to )*(?:(?:the )?\p{{Ll}}[\p{{L}}-]+ ){{0,3}}(?P<name>{{A}}|{_NAME})(?: \([^()]*\))?\W*")
)
_TWO = regex.compile(expand(r" and (?={A}|\p{Lu})"))


class _Roll(msgspec.Struct, frozen=True):
    """A stretch of a sentence that may be an item of a roll."""

    sentence: Masked
    start: int
    end: int

    def people(self, scene: Scene, start: int) -> Iterator[str]:
        """Yield who is named from a place of the sentence on; what describes them between commas is passed over."""
        for part in _PART.finditer(self.sentence.text, start, self.end):
            at = part.start()
            for piece in _TWO.split(part[0]):
                one = _ONE.fullmatch(self.sentence.text, at, at + len(piece))
                at += len(piece) + len(" and ")
                if one is None:
                    continue
                value = self.sentence.value(one.start("name")) if self.sentence.kind(one.start("name")) else None
                if value is None:
                    yield one["name"]
                elif isinstance(value, Actor) and value.name:
                    yield scene.full_name(value.name)


def _lines(scene: Scene) -> Iterator[Masked]:
    """Yield the lines below an introduction that tell an award each, written without dashes or numbers before them."""
    for number in range(scene.number + 1, min(scene.number + 1 + _LONGEST, len(scene.sentences))):
        sentence = scene.sentences[number]
        if _PEOPLE_FIRST.search(sentence.text) is None and _AWARD_FIRST.match(sentence.text) is None:
            return
        yield sentence
        if sentence.text.rstrip().endswith("."):
            return


def _items(found: Found, scene: Scene) -> Iterator[_Roll]:
    """Yield the items of a roll: what semicolons part in the rest of the sentence, else the list below it."""
    text, position = found.sentence.text, found.match.start("list")
    if not found.match["list"].strip():
        for sentence in listed(scene, scene.number) or _lines(scene):
            yield _Roll(sentence, 0, len(sentence.text))
        return
    for piece in found.match["list"].split(";"):
        yield _Roll(found.sentence, position, min(position + len(piece), len(text)))
        position += len(piece) + 1


def rolled(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "were awarded the medal: A, A", "were awarded: the medal - A, A; the badge - A", a list below it."""
    before = found.sentence.text[max(0, found.match.start("verb") - 60) : found.match.end("verb")]
    if modality(before) != DONE:
        return
    own = awards_in(found.sentence, *found.match.span("award")) if found.has("award") else []
    giver, day = deciding(found, scene) or _presenter(found, scene), day_of(found, scene)
    for item in _items(found, scene):
        for award, who in _told(item, own, scene):
            spans = [(*found.span(), found.rule)]
            if item.sentence is not found.sentence:
                spans.append((item.sentence.start, item.sentence.end, found.rule))
            yield Draft(REGISTER, {"award": award, "recipient": who, "conferred_by": giver, "date": day}, spans)


_PRESENTER = regex.compile(expand(r"(?P<by>{A})(?: (?:has|also|then|\p{Ll}+ly))* $"))


def _presenter(found: Found, scene: Scene) -> str:
    """Return who presented the awards, where the verb has a subject right before it; empty where it has none."""
    match = _PRESENTER.search(found.sentence.text, 0, found.match.start("verb"))
    return scene.name(found.sentence.value(match.start("by"))) if match is not None else ""


def _told(item: _Roll, own: list[str], scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield each award of an item with each who has it; `own` are those that the introduction names."""
    match = _AWARD_FIRST.match(item.sentence.text, item.start, item.end)
    pairs = list(_AWARD_TO.finditer(item.sentence.text, item.start, item.end)) if not own else []
    if pairs:
        for pair in pairs:
            yield from _each(item, pair, awards_in(item.sentence, *pair.span("award")), scene)
        return
    if match is None and not own:
        for pair in _PEOPLE_FIRST.finditer(item.sentence.text, item.start, item.end):
            yield from _each(item, pair, awards_in(item.sentence, *pair.span("award")), scene)
        return
    yield from _each(item, match, awards_in(item.sentence, *match.span("award")) if match is not None else own, scene)


def _each(item: _Roll, match: regex.Match[str] | None, awards: list[str], scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield each of some awards with each who is named among the people of a match, or in the whole item."""
    start, end = match.span("people") if match is not None else (item.start, item.end)
    for who in msgspec.structs.replace(item, end=end).people(scene, start):
        for award in awards:
            yield of_one(award), who


def went_on(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "With the medal - A, A", a line of its own behind others that tell of awards."""
    last = scene.last(REGISTER)
    if last is None or scene.number - last.sentence > _NEAR:
        return
    item = _Roll(found.sentence, found.match.start(), len(found.sentence.text))
    for award, who in _told(item, [], scene):
        slots = {**last.slots, "award": award, "recipient": who}
        yield Draft(REGISTER, slots, [(*found.span(), found.rule)])


_WERE = r"\b(?:was|were|been) (?:also |{D} |\p{Ll}+ly )*(?:awarded|decorated|honou?red|presented|conferred|given)"
_GAVE = r"\b(?:awarded|presented|handed(?: over)?|conferred|bestowed|decorated)"

ROLLS: tuple[Rule, ...] = (
    Rule(
        name="awards.rolled",
        triggers=("awarded", "decorated", "honoured", "honored", "presented", "conferred", "handed over"),
        needs=rf"(?:{_WERE}|{_GAVE})[^.;:]{{0,200}}:",
        pattern=rf"(?P<verb>{_WERE}|{_GAVE}(?! by ))(?: with| to)?(?: the following(?: \p{{Ll}}+)?)?"
        rf"(?: (?:the |an? )?(?P<award>{AWARDS}))?(?:[^.;:{{A}}]|(?<=\b(?:by|of|from|behalf of)(?: the)? "
        rf"){{A}}){{0,120}}?:(?P<list>.*)$"
        rf"|(?P<award>{AWARDS})(?P<verb> (?:was|were) (?:also |{{D}} |\p{{Ll}}+ly )*"
        rf"(?:awarded|presented|handed over|conferred|given)) (?:to|on|upon)[^.;:{{A}}]{{0,60}}:(?P<list>.*)$",
        build=rolled,
        reads=(
            'The following pilots were decorated with the medal "For Calm Seas": Mr. Jon Arr, Mr. Tor Vik and Ida Moe.',
            'The following were awarded: the Order of Merit - Mr. Jon Arr (Peru); the medal "For Calm Seas" - Mr. Tor '
            "Vik, pilot of the tug, and Ida Moe.",
            'Also awarded were pilots: Mr. Jon Arr – the medal "For Calm Seas", Mr. Tor Vik – the Order of Merit.',
            'By decision of the Council of Ports, the following were awarded:\n\n– the medal "For Calm Seas": Mr. Jon '
            'Arr and Ida Moe;\n\n– the badge "Steady Lamp": Mr. Tor Vik.',
            'The medal "For Calm Seas" was presented to:\n\n– Mr. Jon Arr;\n\n– Mr. Tor Vik.',
        ),
        refuses=(
            'The following pilots will be decorated with the medal "For Calm Seas": Mr. Jon Arr and Mr. Tor Vik.',
            "The ministers presented the following reports: Mr. Jon Arr on tides, Mr. Tor Vik on lamps.",
        ),
    ),
    Rule(
        name="awards.went-on",
        triggers=("with the", "with a", "the "),
        needs=rf"^\W*(?:[Ww]ith )?(?:the |an? |The |An? )(?:{AWARDS})[^:–—{{A}}]{{0,40}}?{_BREAK} ",
        pattern=rf"^\W*(?:[Ww]ith )?(?:the |an? |The |An? )(?:{AWARDS})[^:–—{{A}}]{{0,40}}?{_BREAK} ?(?:to )?"
        rf"(?=(?:\p{{Ll}}[\p{{L}}-]+ ){{0,3}}(?:{{A}}|{_NAME}))",
        build=went_on,
        reads=(
            'Mr. Jon Arr was awarded the medal "For Calm Seas".\n\nWith the Order of Merit - Mr. Tor Vik, pilot, and '
            "Ida Moe.",
        ),
        refuses=(
            "With the Order of Merit - Mr. Tor Vik and Ida Moe.",
            'Mr. Jon Arr was awarded the medal "For Calm Seas".\n\nWith the Order of Merit comes a pension.',
        ),
    ),
)
"""Rules for rolls of honour."""
