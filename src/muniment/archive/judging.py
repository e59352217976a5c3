"""What each part of a page is: the verdicts from which its block map is made.

A part is set aside only outside the article: above its headline, below its last sentence, or by a sign of its own.
Inside the article a paragraph that stands on a hundred other pages is still the article's.
"""

from __future__ import annotations

import itertools

from muniment.archive.headline import Headline
from muniment.archive.signs import find_date, names_office, names_somebody, reachable, signs_off, speaks_for_press
from muniment.archive.view import View

__all__ = ["Verdict", "judge"]

Verdict = tuple[str, str]
"""Kind of block and the reason in words."""

_BARE = {
    "back": "leads away from the page",
    "share": "a button or counter of the page",
    "menu": "a menu, banner or form",
    "section": "names the rubric",
    "copyright": "tells of rights in the page",
    "related": "points to other pages",
    "end": "marks the end of the text",
    "note": "a remark of the publisher on the text",
    "symbol": "the number or symbol the page is filed under",
    "comments": "heads readers' comments",
}
_ZONES = {
    "nav": ("navigation", "stands in the page's navigation"),
    "footer": ("navigation", "stands in the page's footer"),
    "form": ("navigation", "belongs to a form, button or banner"),
    "hidden": ("navigation", "is hidden on the page"),
    "caption": ("caption", "stands in a picture's caption"),
    "comment": ("navigation", "stands among readers' comments"),
    "writer": ("navigation", "tells of the writer"),
}
_SUBTITLES = 3
"""Most lines that stand between headline and text as subtitles; more of them are a list, and body (judgement)."""

_SUBTITLE = 160
"""Longest subtitle that is marked up as a paragraph, code points (judgement)."""

_CONTACT_REACH = 5
"""Parts from one contact line to the next that belong together (a heading, a name, an office and a street between)."""

_PUBLISHER_WORDS = 7
"""Most words of a last line that names who publishes the page (judgement)."""

_LINKS = 2
"""Fewest short lines under an article that are a list of other pages (judgement)."""

_LINK_WORDS = 12
"""Most words of such a line (judgement)."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SUMMARY = 2
"""Most paragraphs of sentences under a heading that only points to another page (judgement)."""

_LINKED = 0.8
"""Share of link text from which a part only points elsewhere (links of a sentence in a body stay under 0.5)."""


def judge(view: View, headline: Headline | None) -> list[Verdict]:
    """Return the verdict on each part of a page, in order."""
    verdicts: list[Verdict | None] = [_by_zone(view, index) for index in range(len(view))]
    begin = 0
    if headline is not None:
        for index in headline.parts:
            again = "" if index in headline.lines else "; the headline again"
            verdicts[index] = ("title", headline.how + again)
        _judge_above(view, headline, verdicts)
        begin = headline.first + 1
    else:
        _judge_opening(view, verdicts)
    _judge_article(view, begin, verdicts)
    _keep_sentences(view, verdicts)
    return [verdict or _body(view, index) for index, verdict in enumerate(verdicts)]


def _keep_sentences(view: View, verdicts: list[Verdict | None]) -> None:
    """Give a page that would be furniture alone its sentences back: lines outside zones and without a sign."""
    if any(verdict is None for verdict in verdicts):
        return
    for index, words in enumerate(view.texts):
        bare = not view.roles[index] and not view.parts[index].zone and view.parts[index].links < _LINKED
        if bare and (view.prose[index] or words.rstrip()[-1:] in ".!?"):
            verdicts[index] = None


def _body(view: View, index: int) -> Verdict:
    kind = "quote" if view.parts[index].zone == "quote" else "paragraph"
    recurs = view.recurs(index)
    return kind, f"{recurs}, but belongs to this article" if recurs else ""


def _by_zone(view: View, index: int) -> Verdict | None:
    """Return the verdict that the markup alone gives a part; None where it gives none."""
    zone = view.parts[index].zone
    if not zone or zone == "quote":
        return None
    if view.roles[index] == "contact" and zone != "hidden":
        return "contact", "tells whom to reach"
    if zone == "aside":
        told = view.prose[index] or view.words(index) >= 5
        return ("teaser" if told else "navigation", "stands beside the article")
    return _ZONES[zone]


def _judge_above(view: View, headline: Headline, verdicts: list[Verdict | None]) -> None:
    """Judge what stands above the headline: other pages' teasers, menus, and the line that dates this one."""
    first = headline.first
    for index in range(first):
        if verdicts[index] is not None:
            continue
        part = view.roles[index]
        recurs = view.recurs(index)
        near = [k for k in (index - 1, index + 1) if 0 <= k < first]
        if part == "contact":
            reached = any(character.isdigit() or character == "@" for character in view.texts[index])
            verdicts[index] = ("contact", "tells whom to reach") if reached else ("navigation", _BARE["menu"])
        elif part == "caption":
            verdicts[index] = ("caption", "names or describes a picture")
        elif part == "dated":
            told = index + 1 < first and (view.prose[index + 1] or view.headline_like(index + 1))
            verdicts[index] = (
                ("teaser", "dates a teaser above the headline") if told else ("dateline", "a date above the headline")
            )
        elif part:
            verdicts[index] = ("navigation", _BARE.get(part, "stands above the headline"))
        elif view.prose[index] and view.is_motto(index):
            verdicts[index] = ("navigation", "a motto above the headline")
        elif view.prose[index]:
            verdicts[index] = ("teaser", f"{recurs}, above the headline" if recurs else "stands above the headline")
        elif view.words(index) >= 4 and any(view.prose[k] or view.roles[k] == "dated" for k in near):
            verdicts[index] = (
                "teaser",
                f"{recurs}, above the headline" if recurs else "heads a teaser above the headline",
            )
        else:
            verdicts[index] = (
                "navigation",
                f"{recurs}, above the headline" if recurs else "a short line above the headline",
            )


def _judge_opening(view: View, verdicts: list[Verdict | None]) -> None:
    """Judge the opening of a page without a headline: only what recurs, in two groups or more, is set aside."""
    opening = []
    for index in range(len(view)):
        if verdicts[index] is None and not view.roles[index] and view.others[index] < 2:
            break
        opening.append(index)
    prose = [i for i in opening if verdicts[i] is None and view.prose[i]]
    apart = len(prose) >= 2 and (
        max(view.parts[i].gap for i in prose[1:]) >= 2 or all(view.parts[i].links >= _LINKED for i in prose)
    )
    for index in opening:
        if verdicts[index] is None and not view.roles[index]:
            if view.prose[index] and apart:
                verdicts[index] = ("teaser", f"{view.recurs(index)}, above the article")
            elif not view.prose[index] and not view.is_item(index):
                verdicts[index] = ("navigation", f"{view.recurs(index)}, above the article")


def _judge_article(view: View, begin: int, verdicts: list[Verdict | None]) -> None:
    """Judge the article and what follows it."""
    _judge_comments(view, begin, verdicts)
    for index in range(begin, len(view)):
        if verdicts[index] is None and view.roles[index] == "related":
            _judge_related(view, index, verdicts)
    _judge_linked_headings(view, begin, verdicts)
    open_prose = [i for i in range(begin, len(view)) if verdicts[i] is None and _tells(view, i)]
    own = [i for i in open_prose if not view.others[i]] or open_prose
    first = own[0] if own else len(view)
    if open_prose and own[0] != open_prose[0]:
        first = open_prose[0]
    last = own[-1] if own else begin - 1
    for index in range(begin, len(view)):
        if verdicts[index] is None and view.roles[index]:
            verdicts[index] = _by_sign(view, index, inside=first < index <= last)
    _judge_contact_lines(view, last, verdicts)
    _judge_outside_main(view, begin, verdicts)
    if begin:
        _judge_under_headline(view, range(begin, min(first, len(view))), verdicts)
    _judge_tail(view, last, verdicts)
    _judge_heads_of_furniture(view, last, verdicts)


def _judge_heads_of_furniture(view: View, last: int, verdicts: list[Verdict | None]) -> None:
    """Judge headings below the article that have nothing under them but links to other pages."""
    for index in range(len(view) - 1, last, -1):
        below = (verdicts[index + 1] or ("",))[0] if index + 1 < len(view) else "navigation"
        if verdicts[index] is None and view.parts[index].tag in _HEADINGS and below in {"navigation", "teaser"}:
            verdicts[index] = ("navigation", "heads links to other pages")


def _tells(view: View, index: int) -> bool:
    """Whether a part reads as sentences that are no link to another page as a whole."""
    return view.prose[index] and not view.roles[index] and view.parts[index].links < _LINKED


def _judge_comments(view: View, begin: int, verdicts: list[Verdict | None]) -> None:
    """Judge what stands under a heading over readers' comments below the article: nothing of it is the article's."""
    told = False
    for index in range(begin, len(view)):
        told = told or (verdicts[index] is None and _tells(view, index))
        if told and view.roles[index] == "comments" and view.parts[index].tag in _HEADINGS:
            for below in range(index, len(view)):
                if verdicts[below] is None and view.roles[below] != "contact":
                    verdicts[below] = ("navigation", _BARE["comments"] if below == index else _ZONES["comment"][1])
            return


def _judge_linked_headings(view: View, begin: int, verdicts: list[Verdict | None]) -> None:
    """Judge the headings that end a page and are links as a whole, each with little below it: lists of other pages."""
    first = next((i for i in range(begin, len(view)) if verdicts[i] is None and _tells(view, i)), len(view))
    open_parts = [i for i in range(first, len(view)) if verdicts[i] is None]
    headings = [i for i in open_parts if view.parts[i].tag in _HEADINGS]
    run: list[int] = []
    end = len(view)
    for heading in reversed(headings):
        below = sum(_tells(view, i) for i in open_parts if heading < i < end)
        if view.parts[heading].links < _LINKED or below > _SUMMARY:
            break
        run.append(heading)
        end = heading
    if len(run) >= _LINKS:
        for index in open_parts:
            if index >= end:
                verdicts[index] = ("teaser", "under the article, stands under a heading that links to another page")


def _by_sign(view: View, index: int, *, inside: bool) -> Verdict | None:
    """Return the verdict a part's own sign gives; inside the article a bare word counts only beside other furniture."""
    part = view.roles[index]
    if part == "contact":
        return "contact", "tells whom to reach"
    if part == "caption":
        return "caption", "names or describes a picture"
    if inside and not view.others[index]:
        near = [k for k in (index - 1, index + 1) if 0 <= k < len(view)]
        furnished = any(view.roles[k] in {"share", "menu", "back"} for k in near) or view.parts[index].links >= _LINKED
        if not (furnished and part in {"share", "menu", "back"}) and part not in {"copyright"}:
            return None
    if part == "dated":
        return None if inside else ("dateline", "a date and nothing else")
    if part == "byline":
        return None if inside else ("signature", "names the writer")
    return "navigation", _BARE[part]


def _judge_under_headline(view: View, lines: range, verdicts: list[Verdict | None]) -> None:
    """Judge the lines between headline and first sentence: subtitles, furniture; salutations and lists are body."""
    own: list[int] = []
    for index in lines:
        if verdicts[index] is not None or view.is_item(index) or _tells(view, index) or view.names_speaker(index):
            continue
        if view.texts[index].count("\n") >= _SUBTITLES:
            continue  # a list in lines
        if view.parts[index].tag == "p" and len(view.texts[index]) > _SUBTITLE:
            continue
        if view.others[index]:
            verdicts[index] = ("navigation", f"{view.recurs(index)}, between headline and text")
        elif view.parts[index].links >= _LINKED:
            verdicts[index] = ("navigation", "a link between headline and text")
        elif signs_off(view.texts[index]) and speaks_for_press(view.texts[index]):
            verdicts[index] = ("signature", "an office that speaks to the press, under the headline")
        else:
            own.append(index)
    if len(own) <= _SUBTITLES:
        for index in own:
            verdicts[index] = ("title", "a line under the headline")


def _judge_related(view: View, index: int, verdicts: list[Verdict | None]) -> None:
    """Judge a line that points to other pages and, where it heads a list of them, that list."""
    words = view.texts[index]
    if ":" in words.rstrip(" :") and view.words(index) > 3:
        verdicts[index] = ("teaser", "points to another page")
        return
    verdicts[index] = ("navigation", _BARE["related"])
    run: list[int] = []
    headlines = 0
    for k in range(index + 1, len(view)):
        if verdicts[k] is not None or view.roles[k] not in {"", "dated"} or signs_off(words := view.texts[k]):
            break
        if view.roles[k] == "dated" or not view.prose[k]:
            headlines += view.headline_like(k)
            run.append(k)
        elif view.others[k] or view.parts[k].links >= _LINKED or _is_summary(view, k, run):
            run.append(k)
        else:
            break
    if headlines == 1 and run and view.prose[run[-1]] and not view.others[run[-1]] and len(run) == 2:
        run.pop()
    for k in run:
        verdicts[k] = ("teaser", "stands under a heading that points to other pages")


def _is_summary(view: View, index: int, run: list[int]) -> bool:
    """Whether a sentence stands alone between lines of a list of other pages."""
    if not run or run[-1] != index - 1 or view.prose[index - 1]:
        return False
    after = index + 1
    return after >= len(view) or view.roles[after] != "" or not view.prose[after]


def _judge_contact_lines(view: View, last: int, verdicts: list[Verdict | None]) -> None:
    """Judge the lines between two contact lines below the article: a name, a department, a street."""
    for index in range(max(last, 0) + 1, len(view)):
        headed = (verdicts[index - 1] or ("",))[0] == "contact" and not view.prose[index]
        if verdicts[index] is None and headed and reachable(view.texts[index]):
            verdicts[index] = ("contact", "tells whom to reach")
    contacts = [i for i in range(last + 1, len(view)) if (verdicts[i] or ("",))[0] == "contact"]
    for above, below in itertools.pairwise(contacts):
        if below - above <= _CONTACT_REACH:
            for index in range(above + 1, below):
                if verdicts[index] is None and not view.prose[index]:
                    verdicts[index] = ("contact", "stands among contact lines")


def _judge_outside_main(view: View, begin: int, verdicts: list[Verdict | None]) -> None:
    """Judge what the markup places after the page's main part."""
    mains = [i for i, part in enumerate(view.parts) if part.main and view.prose[i]]
    if not mains:
        return
    end = max(i for i, part in enumerate(view.parts) if part.main)
    for index in range(max(begin, end + 1), len(view)):
        if verdicts[index] is None and not signs_off(view.texts[index]):
            told = view.prose[index] or view.words(index) >= 5
            verdicts[index] = ("teaser" if told else "navigation", "stands after the page's main part")


def _signature(view: View, index: int, verdicts: list[Verdict | None]) -> Verdict | None:
    """Return the verdict on a line below the article that signs it; None where it does not."""
    words = view.texts[index]
    if signs_off(words) or (view.others[index] and signs_off(words.rstrip("."))):
        return "signature", "an office and a name at the end"
    near = [k for k in (index - 1, index + 1) if 0 <= k < len(view) and not view.prose[k] and not view.roles[k]]
    if names_somebody(words) and any(names_office(view.texts[k]) for k in near):
        return "signature", "a name beside an office at the end"
    if names_office(words) and any(names_somebody(view.texts[k]) for k in near):
        return "signature", "an office beside a name at the end"
    alone = all(verdicts[k] is not None for k in range(index + 1, len(view)))
    if alone and not view.prose[index] and names_somebody(words, longest=_PUBLISHER_WORDS):
        return "signature", "the last line names who publishes the page"
    return None


def _judge_links(view: View, last: int, verdicts: list[Verdict | None]) -> None:
    """Judge short lines between the article and the furniture below it: titles of other pages, as a site lists them."""
    run: list[int] = []
    for index in range(last + 1, len(view)):
        words = view.texts[index]
        if verdicts[index] is not None or view.is_item(index) or names_somebody(words) or signs_off(words):
            break
        if names_office(words) or view.words(index) > _LINK_WORDS:
            return
        run.append(index)
    furnished = run and run[-1] + 1 < len(view) and (verdicts[run[-1] + 1] or ("",))[0] in {"contact", "navigation"}
    if len(run) >= _LINKS and furnished:
        for index in run:
            verdicts[index] = ("navigation", "a line among others between the article and its contacts")


def _judge_tail(view: View, last: int, verdicts: list[Verdict | None]) -> None:
    """Judge what follows the article's last own sentence: signature, other pages, closing paragraphs of the article."""
    tail = range(last + 1, len(view))
    body_gap = max((view.parts[i].gap for i in range(1, last + 1) if verdicts[i] is None), default=1)
    wide = sum(
        view.prose[i] and view.others[i] > 0 and view.parts[i].gap > body_gap for i in tail if verdicts[i] is None
    )
    marked = False
    _judge_links(view, last, verdicts)
    for index in tail:
        known = verdicts[index]
        if known is not None:
            marked = marked or known[0] in {"navigation", "teaser", "contact"}
            continue
        words = view.texts[index]
        signed = _signature(view, index, verdicts)
        if signed is not None:
            verdicts[index] = signed
        elif view.prose[index]:
            linked = view.parts[index].links >= _LINKED
            apart = marked or (wide >= 2 and view.parts[index].gap > body_gap)
            if linked:
                verdicts[index] = ("teaser", "below the article, a link to another page")
            elif view.others[index] and apart:
                verdicts[index] = ("teaser", f"{view.recurs(index)}, below the article")
        elif view.others[index] and not view.is_item(index) and (marked or view.others[index] > 1):
            verdicts[index] = ("navigation", f"{view.recurs(index)}, below the article")
        elif marked or view.parts[index].links >= _LINKED:
            told = view.words(index) >= 4 and find_date(words)[0] != 0
            verdicts[index] = (
                "teaser" if told else "navigation",
                "stands below the article, after a line that leads away",
            )
