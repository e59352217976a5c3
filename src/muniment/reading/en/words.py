"""The first layer: a page's sentences as tokens, with known names, dates and quoted titles folded into one each."""

from __future__ import annotations

import bisect
import itertools
import operator
import re
from collections.abc import Sequence
from typing import Any

import ahocorasick_rs

from muniment.reading.en.cutting import BLANK, DOTTED, END, HIT, JOIN
from muniment.reading.en.lexicon import Lexicon
from muniment.reading.gazetteer import Entity
from muniment.reading.tokens import Tokens

__all__ = ["Hit", "keep_apart", "tokenise"]

_NAME_BY_NEIGHBOURS = re.compile(
    r"""
    (?=[XZHKk])(?:
    # surnames: behind a courtesy title ("Mr. DOL"), particles ("Ms. van der DOL"), given names ("Mr. Jon Arr DOL")
    (?<=T)(?:Z(?=X) | Z{1,3}(?=\() | Z(?=[,.&qpjvw\n]))
    | (?<=Ta)[XZ]Z(?=\()
    | (?:(?<=TX)Z{1,4} | (?<=TXX)Z)(?![K(])
    # behind an office, a general, a state, or a body and a comma, with given names; behind a particle
    | (?:(?<=[TLHSJ]X) | (?<=[TLHSJ]XX) | (?<=TXXX) | (?<=[SKBF],X) | (?<=[SKBF],XX) | (?<=[XZ]a) | (?<=[XZ]aa))
      Z{1,4}(?=[,&.;vws)\n])
    # behind a given name that begins a line and before a comma, or behind a body and before a verb
    | (?:(?<=\n[XF]) | (?<=^[XF]))Z(?=,)
    | (?<=[BKFS][XF])Z(?=[vw](?![A-Z]))
    # several before a state or a body in brackets, as records of meetings name speakers
    | Z{2,4}(?=\([SB]\))
    # a ruler's title within a name ("bin Sultan Arr")
    | (?<=a)H(?=X)
    # "heads of state and government"
    | (?<=[Hh]o[Ff]&)[Kk]
    )
    """,
    re.VERBOSE,
)
"""Words that are names, or parts of a name, by what stands beside them, in classes of `lexicon`."""
_RULER = re.compile(r"H(?<=[HLT]H)(?=X)")
_FIRST_NAMES = frozenset({"Sultan", "Emir"})
"""First names that are also rulers' titles: behind an office or a courtesy title they are names."""
_OVER_BLANKS = ahocorasick_rs.AhoCorasick([
    " Excellenc", " Majest", " Highness", " Eminence", " Holiness", " Grace", "Hon", "HE ", "HRH ",
    "General of the Army", "Admiral of the Fleet", "Marshal of the ",
])  # fmt: skip
"""What stands in every courtesy title that runs over a blank or is told by what stands behind one."""
_INITIAL = re.compile(
    r"\.(?:(?<=[^\W\d_a-z]\.)|(?<=[SZKCTPG]h\.)|(?<=Y[aeou]\.)|(?<=Ts\.)|(?<=St\.)|(?<=Dzh\.)) (?![a-z])"
)
"""The end of what may be an initial, before a blank and no small letter."""
_CLASSES, _WORDS, _STEPS = (operator.itemgetter(number) for number in range(3))
_SHORT = 20
"""Code points up to which capitals may be abbreviations all of them ("NATO, OSCE, UN")."""
Hit = tuple[int, int, str, Any]
"""(start, end, class, value) of something found beforehand; code points, half-open."""


def keep_apart(hits: Sequence[Hit]) -> list[Hit]:
    """Return hits without overlap, in order: of two that overlap, the earlier, then the longer one stays."""
    kept: list[Hit] = []
    end = -1
    for hit in sorted(hits, key=lambda h: (h[0], -h[1])):
        if hit[0] >= end:
            kept.append(hit)
            end = hit[1]
    return kept


def _in_capitals(text: str) -> bool:
    """Whether a stretch is written in capitals, but for a few letters ("THE 14th SESSION")."""
    raw = text.encode()
    if (len(raw) - len(raw.translate(None, b"abcdefghijklmnopqrstuvwxyz"))) * 4 >= len(raw):
        return False
    upper = sum(map(str.isupper, text))
    return upper > 12 and upper > 4 * sum(map(str.islower, text))


def _retagged(match: re.Match[str]) -> str:
    """Return the classes of words that their neighbours make a name, or "heads of state and government"."""
    found = match.group()
    return {"K": "F", "k": "f"}.get(found, "X" * len(found))


def tokenise(text: str, sentences: Sequence[tuple[int, int]], hits: Sequence[Hit], lexicon: Lexicon) -> Tokens:
    """Return the tokens of the sentences, a newline token after each.

    The page is cut between blanks, and what stands there is looked up: the same words come again and again.

    Args:
        text: the page's archived text.
        sentences: spans in order.
        hits: what was found beforehand, in order and without overlap.
        lexicon: word classes.
    """
    if not sentences:
        return Tokens(text, "", [], [], [])
    inside = _inside(sentences, hits)
    pieces = _between_blanks(_marked(text, inside), sentences)
    cuts = list(map(lexicon.cuts.__getitem__, pieces))
    classes = "".join(map(_CLASSES, cuts)).replace(HIT[1], HIT[0])
    words = list(itertools.chain.from_iterable(map(_WORDS, cuts)))
    steps = itertools.chain.from_iterable(map(_STEPS, cuts))
    starts = list(itertools.accumulate(steps, initial=sentences[0][0]))
    starts.pop()
    tokens = Tokens(text, classes, starts, words, [None] * len(words))
    _leave_out_blanks(tokens)
    tokens.classes = _without_capitals(tokens).replace(DOTTED, "Z")
    _put_in(tokens, inside)
    tokens.classes = _NAME_BY_NEIGHBOURS.sub(_retagged, tokens.classes)
    tokens.classes = _RULER.sub(
        lambda match: "X" if tokens.words[match.start()] in _FIRST_NAMES else "H", tokens.classes
    )
    return tokens


def _inside(sentences: Sequence[tuple[int, int]], hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits that lie within a sentence."""
    inside: list[Hit] = []
    number = 0
    for start, end in sentences:
        while number < len(hits) and hits[number][0] < start:
            number += 1
        while number < len(hits) and hits[number][1] <= end:
            inside.append(hits[number])
            number += 1
    return inside


def _marked(text: str, hits: Sequence[Hit]) -> str:
    """Return the text with each hit made a run of one mark, in turn where two touch."""
    for mark in (*HIT, END, JOIN):
        text = text.replace(mark, "\ufffd")
    out: list[str] = []
    position, mark = 0, HIT[0]
    for first, last, _, _ in hits:
        mark = HIT[1] if first == position and mark == HIT[0] else HIT[0]
        out += (text[position:first], mark * (last - first))
        position = last
    out.append(text[position:])
    return "".join(out)


def _between_blanks(marked: str, sentences: Sequence[tuple[int, int]]) -> list[str]:
    """Return what stands between the blanks of each sentence, and how far it is from there to the next one."""
    starts = [start for start, _ in sentences]
    over = [at for _, at, _ in _OVER_BLANKS.find_matches_as_indexes(marked)]
    over += [match.start() for match in _INITIAL.finditer(marked)]
    whole = {bisect.bisect_right(starts, at) - 1 for at in over}
    pieces: list[str] = []
    for number, (start, end) in enumerate(sentences):
        sentence = marked[start:end] + END
        if number in whole:
            sentence = sentence.replace(" ", JOIN)
        pieces += sentence.split(" ")
        pieces.append(f"{END}{starts[number + 1] - end if number + 1 < len(starts) else 0}")
    return pieces


def _leave_out_blanks(tokens: Tokens) -> None:
    """Take out the tokens that are blanks: where two stand together, or a line ends behind one."""
    index = tokens.classes.rfind(BLANK)
    while index >= 0:
        del tokens.starts[index], tokens.words[index], tokens.values[index]
        index = tokens.classes.rfind(BLANK, 0, index)
    tokens.classes = tokens.classes.replace(BLANK, "")


def _without_capitals(tokens: Tokens) -> str:
    """Return the classes in which no word of a line of capitals is an abbreviation; a line ends where a hit stands."""
    classes = tokens.classes
    at = classes.find("Z")
    while at >= 0:
        first = max(classes.rfind("\n", 0, at), classes.rfind(HIT[0], 0, at)) + 1
        stops = (classes.find("\n", at), classes.find(HIT[0], at))
        last = min(stop for stop in stops if stop >= 0)
        start = tokens.end(first - 1) if first and classes[first - 1] == HIT[0] else tokens.starts[first]
        if tokens.starts[last] - start > _SHORT and _in_capitals(tokens.text[start : tokens.starts[last]]):
            classes = classes[:first] + classes[first:last].replace("Z", "X") + classes[last:]
        at = classes.find("Z", last)
    return classes


def _put_in(tokens: Tokens, hits: Sequence[Hit]) -> None:
    """Give the tokens of hits their classes, words and values."""
    parts = tokens.classes.split(HIT[0])
    index = -1
    for part, (first, last, _, value) in zip(parts, hits, strict=False):
        index += len(part) + 1
        tokens.words[index] = tokens.text[first:last]
        tokens.values[index] = value
    kinds = [hit[2] for hit in hits]
    tokens.classes = "".join(itertools.chain.from_iterable(zip(parts, (*kinds, ""), strict=True)))


def entity_class(entities: Sequence[Entity]) -> str:
    """Return the token class of a name that may stand for several things: states before cities before bodies."""
    kinds = {entity.kind for entity in entities}
    return next(kind for kind in "SJBURNCP" if kind in kinds)
