"""Which part of a page is its headline.

The surest sign first: the heading the markup names, a line printed twice (the second time often with the date), a
Markdown heading; else the line that the paragraph after it tells again and that nothing of the article precedes.
"""

from __future__ import annotations

import msgspec

from muniment.archive.signs import find_date, fold
from muniment.archive.view import View, told_share

__all__ = ["Headline", "find_headline"]

_FURNITURE_ZONES = frozenset({"nav", "footer", "aside", "form", "hidden", "comment", "writer"})
_REACH = 4
"""Parts from a headline to its repeat at most (judgement: a breadcrumb, a date and a caption may stand between)."""

_SEARCHED = 200
"""Parts from the top of a page among which the headline is looked for (judgement: menus run to 150 entries)."""

_LONGEST = 400
"""Longest headline over all its lines, code points."""

_RUN_ON = frozenset({
    "of", "at", "on", "for", "to", "by", "in", "from", "with", "and", "or", "between", "following", "under",
    "concerning", "regarding", "du", "de", "des", "et", "sur", "y", "en", "und", "zu", "о", "об", "и", "в", "на", "по",
})  # fmt: skip
"""Words a further line of a headline begins with and a line of its own hardly ever."""

_MOST_TEASERS = 12
"""Most sentences that stand on no other page above a headline as teasers (judgement: sites show four to ten)."""

_TOLD = 0.5
"""Share of a headline's content words that its first paragraphs tell again. Of 51 headlines of annotated pages 40
have it, of 184 other lines that look like one 22 (counted 2026-11)."""


class Headline(msgspec.Struct, frozen=True):
    """Where the headline stands.

    Attributes:
        first: part that is the headline, or its first line.
        lines: parts that are its lines, in order, where it is broken over several.
        parts: all parts that print it, its lines included, in order.
        how: how it was told, in words.
        sure: whether a sign of its own names it, so that what stands before it belongs to other pages.
        dated: where in the last of `parts` a date follows the headline, code points into that part; -1 for nowhere.
        parted: whether a line of a date stands between the two that print it.
    """

    first: int
    lines: tuple[int, ...]
    parts: tuple[int, ...]
    how: str
    sure: bool
    dated: int = -1
    parted: bool = False


def find_headline(view: View) -> Headline | None:
    """Return the headline of a page; None where nothing shows one."""
    for finder in (_marked_up, _printed_twice, _markdown, _told_again):
        found = finder(view)
        if found is not None and not _article_above(view, found):
            return found
    return None


def _article_above(view: View, headline: Headline) -> bool:
    """Whether what stands above a headline is an article of its own, so that the line is only a heading inside it.

    Teasers are few and are whole sentences; entries of lists, salutations, many sentences, or sentences under a heading
    of their own are an article's. A date behind the repeated line, or between the two, settles the last: only headlines
    have one.
    """
    own = [i for i in range(headline.first) if view.prose[i] and not view.others[i] and not view.parts[i].zone]
    own = [i for i in own if not view.is_motto(i)]
    if not own:
        return False
    if len(own) > _MOST_TEASERS or any(view.is_item(i) for i in own):
        return True
    headed = any(i > 0 and view.headline_like(i - 1) and view.words(i - 1) >= 4 and not view.parts[i].card for i in own)
    dated = headline.dated >= 0 or headline.parted
    return headed and not dated and view.parts[headline.first].tag != "h1"


def _marked_up(view: View) -> Headline | None:
    """Return the heading that the markup names: the `<h1>`, or the part that reads as the page's own title does."""
    title = fold(view.draft.meta.title)
    headings = [i for i, part in enumerate(view.parts) if part.tag == "h1" and part.zone not in _FURNITURE_ZONES]
    for index in headings:
        if title and (fold(view.texts[index]) in title or title in fold(view.texts[index])) and not view.others[index]:
            return _with_repeats(view, index, "the page's first heading, as its title says")
    own = [i for i in headings if not view.others[i]]
    if len(own) == 1:
        return _with_repeats(view, own[0], "the page's first heading")
    if len(title) < 12:
        return None
    for index, part in enumerate(view.parts):
        if part.zone not in _FURNITURE_ZONES and len(view.texts[index]) < 400 and fold(view.texts[index]) == title:
            return _with_repeats(view, index, "reads as the page's title does")
    return None


def _with_repeats(view: View, index: int, how: str) -> Headline:
    folded = fold(view.texts[index])
    repeats = [j for j in range(index + 1, min(index + 1 + _REACH, len(view))) if fold(view.texts[j]) == folded]
    return Headline(index, (index,), (index, *repeats), how, sure=True)


def _printed_twice(view: View) -> Headline | None:
    """Return the line that is printed twice near by, the second time perhaps with a date behind it."""
    texts = view.texts
    for i in range(len(texts) - 1):
        first = texts[i]
        if view.roles[i] or view.parts[i].zone or len(first) < 12 or len(first) > 400 or first[-1] in ",;:":
            continue
        for j in range(i + 1, min(i + 1 + _REACH, len(texts))):
            if not texts[j].startswith(first) or len(texts[j]) > len(first) + 60:
                continue
            rest = texts[j][len(first) :]
            dated = len(first) + find_date(rest)[0] if rest.strip() else -1
            if rest.strip() and (dated < len(first) or len(rest.split()) > 6):
                continue
            if not rest.strip() and (view.prose[i] or view.words(i) < 4 or not _leads_somewhere(view, j)):
                continue
            parted = any(view.roles[k] == "dated" for k in range(i + 1, j))
            return Headline(i, (i,), (i, j), "printed twice", sure=True, dated=dated, parted=parted)
    return None


def _leads_somewhere(view: View, index: int) -> bool:
    """Whether sentences, or salutations and lists as bodies have them, follow within a few parts.

    Lines directly below that tell of the page (its date, its rubrics) are not counted.
    """
    first = index + 1
    while first < len(view) and _tells_of_page(view, first):
        first += 1
    below = range(first, min(first + _REACH - 1, len(view)))
    return any(view.prose[k] or view.is_item(k) for k in below if not view.roles[k])


def _tells_of_page(view: View, index: int) -> bool:
    """Whether a line under a headline tells when, by whom or under what rubric the page came out."""
    words = view.texts[index]
    if view.roles[index] == "menu":
        return not any(character.isalpha() for character in words)
    return view.roles[index] in {"section", "dated", "note", "symbol"} or words.startswith("by ")


def _markdown(view: View) -> Headline | None:
    for index, words in enumerate(view.texts[:20]):
        if words.startswith("# ") and len(words) < 400:
            return Headline(index, (index,), (index,), "marked as a heading", sure=not any(view.prose[:index]))
    return None


def _told_again(view: View) -> Headline | None:
    """Return the line that best looks like the headline of what follows it; see `_score`."""
    best: tuple[float, int, float] | None = None
    for index in range(min(len(view), _SEARCHED)):
        if view.parts[index].zone in _FURNITURE_ZONES or not view.headline_like(index):
            continue
        if view.texts[index].startswith("by "):
            continue
        if not _leads_somewhere(view, index) and index + 1 < len(view):
            continue
        below = range(index + 1, min(index + 1 + 3 * _REACH, len(view)))
        told = told_share(view.texts[index], [view.texts[k] for k in below if view.prose[k]][:2])
        score = _score(view, index, told)
        if best is None or score > best[0]:
            best = score, index, told
        if told >= _TOLD and score >= 3:
            break
    if best is None or best[0] < 1:
        return None
    _, index, told = best
    how = "the paragraphs below tell it again" if told >= _TOLD else "the first line above the text"
    lines = _lines(view, index)
    return Headline(lines[0], lines, lines, how, sure=told >= _TOLD)


def _lines(view: View, index: int) -> tuple[int, ...]:
    """Return the parts a headline is broken over: lines that run on by a comma, a small letter or a preposition."""
    first = last = index
    while first > 0 and _runs_on(view, first - 1):
        first -= 1
    while last + 1 < len(view) and _runs_on(view, last):
        last += 1
    return tuple(range(first, last + 1))


def _runs_on(view: View, index: int) -> bool:
    """Whether a line of a headline goes on in the line directly below it."""
    above, below = view.texts[index], view.texts[index + 1]
    if view.parts[index + 1].gap or view.roles[index] or view.roles[index + 1] or view.prose[index]:
        return False
    if len(above) + len(below) > _LONGEST or view.is_item(index + 1) or view.prose[index + 1]:
        return False
    return above.endswith(",") or below[0].islower() or below.split()[0].casefold() in _RUN_ON


def _score(view: View, index: int, told: float) -> float:
    """Return how much speaks for a part as headline; 1 and more is enough.

    Being told again by the next paragraphs counts most. Sentences before it that are this page's own count against it,
    unless the page begins with several groups of sentences set apart by wider gaps and without any line of their own:
    that is how the teasers of other pages stand above an article. Who speaks stands over a speech, not over a page.
    """
    score = (4 * told if told >= _TOLD else told) + min(view.words(index), 8) / 8
    before = [i for i in range(index) if view.prose[i] and view.parts[i].zone not in _FURNITURE_ZONES]
    own = [i for i in before if not view.others[i] and not view.is_motto(i)]
    if not own:
        score += 2
    elif not (told >= _TOLD and _groups_of_teasers(view, before, index)):
        score -= 4 * len(own)
    if view.others[index] and told < _TOLD:
        score -= 2.5
    if view.texts[index].isupper():
        score += min(view.words(index), 4) / 4
    elif view.words(index) < 4:
        score -= 0.5
    if any(view.headline_like(i) and not view.others[i] and view.words(i) >= 6 for i in range(index)):
        score -= 0.75
    if view.names_speaker(index):
        score -= 2
    return score


def _groups_of_teasers(view: View, before: list[int], index: int) -> bool:
    """Whether the sentences before a line stand in groups with wider gaps between them, under no line of their own."""
    if any(view.headline_like(i) for i in range(index)):
        return False
    gaps = [view.parts[i].gap for i in before[1:]]
    dated = sum(view.roles[i] == "dated" for i in range(index))
    return dated >= 2 or (len(gaps) >= 2 and max(gaps) >= 2 and max(gaps) >= view.parts[index].gap)
