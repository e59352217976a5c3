"""What a page says of itself: when it was published, by whom, who signed it; each with the stretch that says so."""

from __future__ import annotations

import datetime
import itertools
import re
from typing import Any

from muniment.reading.scene import Scene

__all__ = ["Told", "imprint"]

Told = tuple[int, int, str]
"""Start, end (code points, half-open, into the page's text) and the name of what was read there."""

_TITLED = re.compile(
    r"((?:[A-Z][\w-]* )+(?:News Agency|Press Agency|Agency|Press Service|Newspaper|TV|Radio|Wire|News|Press"
    r"|Times))\s*:"
)
"""The publisher at the head of a title: "Tolmar News Agency: Ministers meet"."""

_PLACE = r"[A-ZÀ-Þ][\w'’.-]*(?:(?:,? |/)[A-ZÀ-Þ][\w'’.-]*){0,3}"
_AGENCY = (
    r"/(?P<slashed>[^/\n]{2,40})/|\((?P<before_day>[A-ZÀ-Þ][^()\n\d]{2,40}?)\s?[-–—,]\s(?=[^()\n]{0,20}\d)[^()\n]{6,24}\)"
    r"|\((?P<bracketed>[^()\n]{2,40})\)|(?P<capitals>[A-ZÀ-Þ]{4,20})(?= ?[-–—])"
    r"|(?<=\d, )(?P<dashed>[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+){0,2})(?=\s+(?:--|[–—]))"
)
_OPENING = re.compile(
    rf"\W{{0,3}}{_PLACE}(?: \([A-Z]{{2,6}}\))?[,.:]?\s+"
    r"(?P<day>(?:[\w]+\.? \d{1,2}|\d{1,2} \w+)(?:,? \d{4})?[.,]?\s+)?"
    rf"(?:{_AGENCY})\s?\.?\s?[-–—:A-ZÀ-Þ\"“]"
)
"""How an agency opens: "TOLMAR, May 5. /Agency/.", "TOLMAR, May 5 (Agency) --", "TOLMAR. May 5. AGENCY –"."""

_BARE = re.compile(
    r"[A-ZÀ-Þ]{3,}(?: [A-ZÀ-Þ]{3,}){0,2}(?:\.|, (?:\w+ \d{1,2}|\d{1,2} \w+),? \d{4}\.) (?P<day>)"
    r"(?P<capitals>[A-ZÀ-Þ]{5,20}) (?=[-–—]? ?[A-Z\d“\"])"
)
"""The same without any sign behind the agency: "TOLMAR. AGENCY Ministers met"."""

_DATED = re.compile(rf"\W{{0,3}}{_PLACE}[,.:]?\s+(?:\w+\.? \d{{1,2}}|\d{{1,2}} \w+)\s?[,.]?\s?[-–—:/(.]")
"""A place and a day without its year at the head of the first paragraph, whoever publishes it."""

_MASTHEAD = re.compile(
    r"(?P<name>[A-ZÀ-Þ][^\n|]{2,70}?)(?: +[-–—|] +|[ \xa0\t]{2,})(?:Office of )?"
    r"(?:Public Affairs|Press|News|Media|Information|Communications?)(?:\s\w+){0,2}\s*"
)
"""A publisher over the title with its press service: "Harbour Command - Public Affairs Office"."""

_SOURCE = re.compile(r"Source: (?P<name>[A-ZÀ-Þ][\w.'’&-]*(?: [A-ZÀ-Þ][\w.'’&-]*){0,4})\s*(?:$|[|\d]|\s{2,})")
_REACH = 110
"""Code points of a first paragraph in which its dateline stands (judgement: two places, a date, an agency)."""


def imprint(scene: Scene) -> list[Told]:
    """Fill in `published`, `publisher` and `signed_by` of a scene from its page's words; return where they stand."""
    told: list[Told] = []
    for number, kind in enumerate(scene.kinds):
        sentence = scene.sentences[number]
        span = (sentence.start, sentence.end)
        if kind in ("title", "dateline") and not scene.published:
            days = [sentence.value(at) for at in sentence.places(kinds="D")]
            full = [m for m in days if m.full and (kind == "dateline" or (m.end == sentence.end and not m.lead))]
            scene.published = scene.iso(full[-1]) if full else ""
        if kind == "title" and not scene.publisher:
            agency = _TITLED.match(sentence.page_text, sentence.start, sentence.end)
            scene.publisher = agency.group(1) if agency else ""
        if kind == "signature" and not scene.signed_by:
            scene.signed_by = _signer(sentence)
            if scene.signed_by:
                told.append((*span, "documents.signature"))
    told += _opening(scene)
    if not scene.publisher:
        told += _masthead(scene) or _issuer(scene)
    return told


def _signer(sentence: Any) -> str:
    """Return the person a signature names; empty where it names none."""
    actors = [sentence.value(at) for at in sentence.places(kinds="A")]
    return str(actors[-1].name) if actors else ""


def _opening(scene: Scene) -> list[Told]:
    """Read what the dateline at the head of the first paragraph leaves to the reader: the agency, a day without a year.

    A full date there is the archive's (`archive.signs.place_and_date`), which needs no grammar and serves every
    language.
    Which year a day falls in is known only when the page has been read, from the day that it speaks at.
    """
    block = next((b for b in scene.page.blocks if b.kind == "paragraph"), None)
    if block is None:
        return []
    text = scene.page.text
    end = min(block.end, block.start + _REACH)
    agency = _OPENING.match(text, block.start, end) or _BARE.match(text, block.start, end)
    dated = _DATED.match(text, block.start, end)
    told: list[Told] = []
    if agency is not None and not scene.publisher:
        group = str(agency.lastgroup)
        name = "" if _is_place(scene, *agency.span(group)) else agency[group].strip()
        scene.publisher = _full_name(scene, name) if name else ""
        if name:
            told.append((*agency.span(group), "documents.publisher"))
    found = dated or (agency if agency is not None and agency["day"] else None)
    if found is not None and not scene.published:
        days = [m for m in _days(scene, found.start(), found.end()) if m.kind == "day"]
        day = scene.iso(days[0]) if days else ""
        if len(day) == 10 and _near(day, scene):
            scene.published = day
            told.append((found.start(), days[0].end, "documents.opening"))
    return told


_APART = 45
"""Days that a dateline without its year may lie from the day the page speaks at (judgement: a month and a half)."""


def _near(day: str, scene: Scene) -> bool:
    """Whether a dateline's day, its year inferred, lies by the day that the page speaks at."""
    if scene.anchor is None or len(scene.anchor.iso) != len(day):
        return False
    apart = datetime.date.fromisoformat(day) - datetime.date.fromisoformat(scene.anchor.iso)
    return abs(apart.days) <= _APART


def _days(scene: Scene, start: int, end: int) -> list[Any]:
    """Return the dates that stand in a stretch of the page's text, in order."""
    inside = [s for s in scene.sentences if s.start < end and start < s.end]
    found = [s.value(at) for s in inside for at in s.places(kinds="D")]
    return [m for m in found if start <= m.start < end]


def _is_place(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch of the page's text is a state, a city, a region or a date and no publisher."""
    for sentence in scene.sentences:
        if sentence.start <= start < sentence.end:
            return any(
                sentence.kind(at) in "SCRDJ" and start <= sentence.span(at, at + 1)[0] < end for at in sentence.places()
            )
    return False


def _full_name(scene: Scene, name: str) -> str:
    """Return an agency's name as the page has it elsewhere: spelt out over the title, or not in capitals."""
    if not name.isupper() or len(name) < 3:
        return name
    for line in _lines(scene, True):
        words = line.split()
        if "".join(word[0] for word in words if word[0].isupper()) == name and len(words) > 1:
            return " ".join(words)
    if len(name) > 4 and (other := re.search(rf"\b{name.capitalize()}\b", scene.page.text)):
        return other.group()
    return name


def _lines(scene: Scene, above: bool) -> list[str]:
    """Return the lines of a page's furniture that may name its publisher: those over its title, or all."""
    out: list[str] = []
    for block in scene.page.blocks:
        if block.kind in ("navigation", "dateline"):
            out += [line.strip() for line in scene.page.text[block.start : block.end].split("\n") if line.strip()]
        elif above:
            break
    return out


_KIND_OF_PAGE = re.compile(
    r"(?i)(?:press|media|news) (?:release|statement|communiqu[eé])s?|for immediate release|statement|communiqu[eé]"
)
"""A line that says what a page is; the line right over it may say who issues it."""


def _issuer(scene: Scene) -> list[Told]:
    """Read the publisher off the line right over "Press release", where it is an organisation that the page knows."""
    lines = _lines(scene, True)
    for over, line in itertools.pairwise(lines):
        if _KIND_OF_PAGE.fullmatch(line) and _MASTHEAD_NAME.fullmatch(over):
            scene.publisher = over
            start = scene.page.text.index(over)
            return [(start, start + len(over), "documents.publisher")]
    return []


_MASTHEAD_NAME = re.compile(
    r"(?:The )?(?:[A-ZÀ-Þ][\w'’&-]*(?: (?:of|for|and|the|on|in))* )*(?:Council|Commission|Organi[sz]ation|Union|League|"
    r"Secretariat|Assembly|Parliament|Ministry|Office|Committee|Agency|Court|Bank|Alliance|Commonwealth)\b"
    r"(?: (?:of|for|and|the|on|in|[A-ZÀ-Þ][\w'’&-]*))*"
)


def _masthead(scene: Scene) -> list[Told]:
    """Read a publisher from a line over the title that names its press service, or from "Source: X" anywhere."""
    found = [(line, match) for line in _lines(scene, True) if (match := _MASTHEAD.fullmatch(line))]
    found = [(line, match) for line, match in found if " " in match["name"].strip()]
    found += [(line, match) for line in _lines(scene, False) if (match := _SOURCE.match(line))]
    for line, match in found[:1]:
        scene.publisher = match["name"].strip(" -–—|")
        start = scene.page.text.index(line)
        return [(start, start + len(line), "documents.publisher")]
    return []
