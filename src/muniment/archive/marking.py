"""The block map of a page: every stretch of its text with the part it plays and why.

Blocks cover the archived text from 0 to its end without a gap. A block begins where its first letter stands (the first
one at 0) and ends where the next begins, so white space between two blocks belongs to the one before it.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import msgspec

from muniment.archive.counts import FurnitureCount
from muniment.archive.draft import Draft
from muniment.archive.headline import Headline, find_headline
from muniment.archive.judging import Verdict, judge
from muniment.archive.metadata import addressed_date
from muniment.archive.selectors import chosen_by
from muniment.archive.signs import by_its_text, date_and_rubric, find_own_date, only_a_date, photo_names, place_and_date
from muniment.archive.view import View
from muniment.terms.page import Block, Page, PageMeta

__all__ = ["mark", "marked_as"]

_HEAD = 12
"""Blocks at the head of a page among which a paragraph that is a date alone dates it; further on it heads a list."""
_MERGED = frozenset({"title", "navigation", "contact"})
"""Kinds of which neighbours with one reason become one block."""


def mark(draft: Draft, counts: FurnitureCount, selectors: Mapping[str, str] | None = None) -> Page:
    """Return the page a draft is, its furniture marked by what the draft shows and by the count over other pages.

    Nothing is deleted and nothing is moved: the text is the draft's. The same draft, count and selectors give the same
    page.

    Args:
        draft: the page before.
        counts: how often its paragraphs stand on other pages.
        selectors: where its title, date, text and rubric stand, as CSS selectors by name.
    """
    draft, chosen = chosen_by(draft, selectors or {})
    view = View(draft, counts)
    headline = _stated_headline(view, chosen.title) or find_headline(view)
    verdicts = judge(view, headline)
    if chosen.body is not None:
        verdicts = [_by_site(verdict, index in chosen.body) for index, verdict in enumerate(verdicts)]
    blocks = _blocks(view, headline, verdicts)
    return Page(draft.source, draft.document, draft.text, blocks, _meta(view, headline, blocks))


def marked_as(draft: Draft, blocks: tuple[Block, ...]) -> Page:
    """Return the page a draft is under a block map that was made of it before, whatever the count over pages is now."""
    titles = [draft.text[block.start : block.end] for block in blocks if block.kind == "title"]
    title = " ".join(" ".join(titles).lstrip("# ").split())
    meta = _completed(draft, title, blocks)
    return Page(draft.source, draft.document, draft.text, blocks, meta)


def _stated_headline(view: View, parts: tuple[int, ...]) -> Headline | None:
    """Return the headline that a profile's selector names; None where it names none."""
    if not parts:
        return None
    return Headline(parts[0], parts, parts, "the profile's selector names it", sure=True)


def _by_site(verdict: Verdict, inside: bool) -> Verdict:
    """Return the verdict on a part where a profile names the body: outside it, what looks like body is furniture."""
    kind, reason = verdict
    if inside and kind in {"navigation", "teaser"}:
        return "paragraph", "stands in the body that the profile's selector names"
    if not inside and kind in {"paragraph", "quote"}:
        return "navigation", "stands outside the body that the profile's selector names"
    return kind, reason


def _blocks(view: View, headline: Headline | None, verdicts: list[Verdict]) -> tuple[Block, ...]:
    """Return the block map that verdicts on the parts make."""
    begun: list[tuple[int, str, str, str]] = []  # start, kind, reason, tag
    for first, last in _runs(view, verdicts):
        part = view.parts[first]
        kind, reason = verdicts[first]
        if kind in {"paragraph", "quote"}:
            begun.extend(_split_photos(view, first, kind, reason))
        elif kind == "title" and headline is not None and first == headline.parts[-1] and headline.dated >= 0:
            begun.append((part.start, kind, reason, part.tag))
            begun.append((part.start + headline.dated, "dateline", "the date behind the headline", part.tag))
        elif begun and kind in _MERGED and (begun[-1][1], begun[-1][2]) == (kind, reason):
            continue
        else:
            begun.append((part.start, kind, reason, view.parts[last].tag))
    begun[0] = (0, *begun[0][1:])
    ends = [start for start, *_ in begun[1:]] + [len(view.draft.text)]
    return tuple(
        Block(kind, start, end, reason, tag) for (start, kind, reason, tag), end in zip(begun, ends, strict=True)
    )


def _split_photos(view: View, index: int, kind: str, reason: str) -> list[tuple[int, str, str, str]]:
    """Return the blocks of a body part: names of picture files in it become captions, the rest stays body."""
    part, words = view.parts[index], view.texts[index]
    begun = []
    position = 0
    for start, end in photo_names(words):
        if words[position:start].strip():
            begun.append((part.start + position, kind, reason, part.tag))
        begun.append((part.start + start, "caption", "the name of a picture file", part.tag))
        position = end + len(words[end:]) - len(words[end:].lstrip())
    if words[position:].strip():
        begun.append((part.start + position, kind, reason, part.tag))
    return begun


def _runs(view: View, verdicts: list[Verdict]) -> list[tuple[int, int]]:
    """Return first and last part of each block: single parts, and all parts of one teaser together."""
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(verdicts):
        if verdicts[index][0] != "teaser":
            runs.append((index, index))
            index += 1
            continue
        end = index
        while end < len(verdicts) and verdicts[end][0] == "teaser":
            end += 1
        runs.extend(_teasers(view, index, end))
        index = end
    return runs


def _teasers(view: View, first: int, end: int) -> list[tuple[int, int]]:
    """Return the teasers a run of parts is made of.

    What holds one teaser together, the surest first: the card or list item of the markup; a date at its head; a gap
    that is narrower than the gap to the next; a headline over its sentences. Otherwise each part is a teaser.
    """
    parts = view.parts[first:end]
    gaps = [part.gap for part in parts[1:]]
    dated = view.roles[first] == "dated"
    heads = [k for k in range(first, end) if view.headline_like(k)]
    starts = [first]
    for k in range(first + 1, end):
        if view.parts[k].card or view.parts[k - 1].card:
            new = view.parts[k].card != view.parts[k - 1].card
        elif dated:
            new = view.roles[k] == "dated" and view.roles[k - 1] != "dated"
        elif min(gaps) < max(gaps):
            new = view.parts[k].gap > min(gaps)
        elif heads and heads[0] == first and len(heads) < len(parts):
            new = k in heads
        else:
            new = True
        if new:
            starts.append(k)
    return [(start, after - 1) for start, after in zip(starts, [*starts[1:], end], strict=True)]


def _dateline_date(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the date a page prints on a line of its own; empty where it has no such line."""
    for block in blocks:
        if block.kind == "dateline":
            line = text[block.start : block.end]
            date = by_its_text(find_own_date(line), line, text)
            if date:
                return date
    return ""


def _stated_date(text: str, blocks: tuple[Block, ...]) -> str:
    """Return the date a page prints as its own: on a line of its own, before a rubric, else in its first paragraph."""
    date = _dateline_date(text, blocks)
    if date:
        return date
    for block, beside in itertools.pairwise(blocks):
        if {block.kind, beside.kind} == {"title", "navigation"}:
            rubric = beside if block.kind == "title" else block
            date = date_and_rubric(text[rubric.start : rubric.end])
            if date:
                return date
    body = [text[block.start : block.end] for block in blocks[:_HEAD] if block.kind == "paragraph"]
    return next(filter(None, map(only_a_date, body)), "") or next(map(place_and_date, body), "")


def _meta(view: View, headline: Headline | None, blocks: tuple[Block, ...]) -> PageMeta:
    """Return what the page says of itself, completed by what its own text shows."""
    title = "" if headline is None else " ".join(" ".join(view.texts[i] for i in headline.lines).lstrip("# ").split())
    return _completed(view.draft, title, blocks)


def _completed(draft: Draft, title: str, blocks: tuple[Block, ...]) -> PageMeta:
    """Return what a page says of itself with its title and date as its text shows them, where it states none.

    Of its `<time>` elements nobody says which is the page's own: a line that prints a date is surer. Where the page
    tells no date, the day in its address is taken.
    """
    meta = draft.meta
    found: dict[str, str] = {}
    origin: dict[str, str] = {}
    if not meta.title and title:
        found["title"], origin["title"] = title, "text"
    unsure = meta.origin.get("published") == "html:time"
    if not meta.published or unsure:
        told = _dateline_date(draft.text, blocks) if unsure else _stated_date(draft.text, blocks)
        found["published"], origin["published"] = told, "text"
        if not told and not unsure:
            found["published"], origin["published"] = addressed_date(meta.url or draft.source), "address"
    found = {field: value for field, value in found.items() if value}
    if not found:
        return meta
    return msgspec.structs.replace(meta, **found, origin={**meta.origin, **{field: origin[field] for field in found}})
