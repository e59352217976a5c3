"""What a page says of itself told of its own meeting: its day, the city of its dateline, who spoke there."""

from __future__ import annotations

import datetime

import regex

from muniment.reading.draft import Draft
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Body, State
from muniment.reading.pattern import pattern
from muniment.reading.scene import Scene
from muniment.terms import PartialDate

__all__ = ["at_dateline", "complete", "on_tour", "one_person", "people_once"]

_SPOKEN_AT = frozenset({"session", "working_group", "conference", "consultation", "debate"})
_LONGEST_NAME = 5
"""Words of the longest name taken for a person's."""
_OFFICE_WORD = regex.compile(
    r"\b(?:Press|Spokes|Secretary|President|Minister|Chair|Director|Council|Secretariat|Ministry|Department|Government|Organi[sz]ation|Committee|"
    r"Assembly|Ambassador|Representative|Commissioner|States)\w*"
)
_DATELINE_GAP = regex.compile(expand(r"[\s,(–—-]*(?:{S}[\s,(–—-]*)?"))
_DAY = 10
"""Characters of a full date."""
_NEAR = 2
"""Sentences within which a body and its people are taken for one meeting's."""


def people_once(entries: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return people each once, the fullest name and the first office kept."""
    out: list[dict[str, str]] = []
    for entry in entries:
        same = next((o for o in out if one_person(o["name"], entry["name"])), None)
        if same is None:
            out.append(dict(entry))
            continue
        if len(entry["name"]) > len(same["name"]):
            same["name"] = entry["name"]
        if entry.get("office"):
            same.setdefault("office", entry["office"])
    offices = {o["office"].lower() for o in out if o.get("office")}
    return [o for o in out if o.get("office") or o["name"].lower() not in offices]


def one_person(one: str, other: str) -> bool:
    """Whether two names can be one person's: the same, or one of them short of a first name."""
    if one == other:
        return True
    a, b = one.split(), other.split()
    return (
        a[-1] == b[-1]
        and a[0][0] == b[0][0]
        and (len(a) == 1 or len(b) == 1 or "." in a[0] + b[0])
        and a[-1][0].isupper()
    )


def complete(main: Draft, kept: list[Draft], scene: Scene) -> None:
    """Give the page's main meeting what the page says of itself: its day, the place of its dateline, who spoke."""
    if main.slots.get("status") == "held":
        if not main.slots.get("start"):
            main.slots["start"] = _told_today(main, scene)
        if not main.slots.get("place") and main.slots.get("mode") not in ("videoconference", "telephone"):
            main.slots["place"] = _dateline(main, scene) or _city_alone(main, scene)
        _speakers(main, kept, scene)
        if main.slots.get("kind") == "ceremony":
            _honoured(main, scene)
    on_tour(kept, scene)
    for draft in kept:
        if draft.notes.get("video") and not draft.slots.get("mode"):
            draft.slots["mode"] = "hybrid"


def _honoured(main: Draft, scene: Scene) -> None:
    """Add to those at a ceremony who conferred and who received the honours the page tells of."""
    for draft in scene.drafts:
        if draft.register == "awards":
            for name in (draft.slots.get("conferred_by"), draft.slots.get("recipient")):
                if isinstance(name, str) and _a_person(name):
                    main.slots["participants"] = people_once([*(main.slots.get("participants") or ()), {"name": name}])


_VISIT = pattern(r"\b(?:visit|trip|tour)")


def on_tour(kept: list[Draft], scene: Scene) -> None:
    """Date undated encounters of a visit that the page's first sentences tell of, by the page's month."""
    if scene.anchor is None or scene.anchor.month is None:
        return
    first = [s for s, kind in zip(scene.sentences, scene.kinds, strict=True) if kind in ("title", "paragraph")][:3]
    month = _month_of_visit(scene) or scene.anchor.iso[:7]
    if any(sentence.search(_VISIT, sentence.text) for sentence in first):
        for draft in kept:
            if draft.notes.get("encounter") and not draft.slots.get("start") and draft.slots.get("status") == "held":
                draft.slots["start"] = month


def _month_of_visit(scene: Scene) -> str:
    """Return the month of the visit that the page's first sentences date: "from 17 to 19 May, A visited S"."""
    for number, kind in list(enumerate(scene.kinds))[:6]:
        sentence = scene.sentences[number]
        visits = sentence.search(_VISIT, sentence.text) if kind == "paragraph" else None
        dated = [scene.date(sentence.value(at)) for at in sentence.places(kinds="D")] if visits else []
        if dated and dated[0] is not None and len(dated[0].start.iso) == _DAY:
            return str(dated[0].start.iso[:7])
    return ""


def at_dateline(kept: list[Draft], scene: Scene) -> None:
    """Place encounters of the dateline's day that the page begins with in the dateline's city."""
    body = [number for number, kind in enumerate(scene.kinds) if kind == "paragraph"][:_NEAR]
    for draft in kept:
        near = draft.notes.get("encounter") and draft.sentence in body and not draft.notes.get("visit")
        if near and draft.slots.get("start") and not draft.slots.get("place") and not draft.slots.get("mode"):
            draft.slots["place"] = _dateline(draft, scene) or _titled_city(draft, scene)


_IN_CITY = pattern(r"\bin (?P<c>{C})(?=$|[:;,]| on | {D})")


def _titled_city(draft: Draft, scene: Scene) -> str:
    """Return the one city that the page's title places it in, for talks of the page's own day."""
    if scene.anchor is None or draft.slots.get("start") != scene.anchor.iso:
        return ""
    titles = [s for s, kind in zip(scene.sentences, scene.kinds, strict=True) if kind == "title"]
    found = [(s, m) for s in titles for m in s.finditer(_IN_CITY, s.text)]
    cities = {scene.name(s.value(m.start("c"))) for s, m in found}
    return cities.pop() if len(cities) == 1 else ""


_ALONE = pattern(r"\W*(?P<c>{C})(?:, (?:the )?{S})?\W*")
_LEADS = pattern(r"(?P<c>{C}) [–—-] (?=\w|{A}|{B}|{D}|{Y})")


def _city_alone(main: Draft, scene: Scene) -> str:
    """Return the city that stands by itself over the text, or opens it ("TOLMAR – On 5 May ..."), for its own day."""
    day = scene.anchor.iso if scene.anchor is not None else ""
    if not day or main.slots.get("start") != day:
        return ""
    for sentence, kind in zip(scene.sentences, scene.kinds, strict=True):
        find = _ALONE.fullmatch if kind in ("title", "dateline") else _LEADS.match
        match = find(sentence.text)
        if match is not None:
            return scene.name(sentence.value(match.start("c")))
        if kind == "paragraph":
            return ""
    return ""


_THIS_DAY = pattern(r"\bthis (?:morning|afternoon|evening)\b")


def _told_today(main: Draft, scene: Scene) -> str:
    """Return the page's day where its first sentences speak of today, or of that very day; else empty."""
    anchor = scene.anchor
    if anchor is None or anchor.day is None:
        return ""
    if main.notes.get("title") and any(kind == "dateline" for kind in scene.kinds):
        return anchor.iso
    body = [i for i, kind in enumerate(scene.kinds) if kind == "paragraph"][:3]
    for number in [*body, main.sentence]:
        sentence = scene.sentences[number]
        if sentence.search(_THIS_DAY, sentence.text):
            return anchor.iso
        for at in sentence.places():
            if sentence.kind(at) == "D":
                date = scene.date(sentence.value(at))
                if date is not None and date.start.iso == anchor.iso and date.end is None:
                    return anchor.iso
    return _day_of_news(scene, body[:1]) if main.sentence in body else ""


_DID = pattern(
    r"\b(?:approved|adopted|elected|appointed|decided|discussed|considered|endorsed|agreed|reviewed|examined)\b"
)
_NEWS_DAYS = 6
"""Days before the page's own on which what its first sentence tells is its news (judgement: a weekday told alone)."""


def _day_of_news(scene: Scene, first: list[int]) -> str:
    """Return the day on which the page's first sentence says that a body did something: "approved on Saturday"."""
    for number in first:
        sentence = scene.sentences[number]
        did = sentence.search(_DID, sentence.text)
        dates = [scene.date(sentence.value(at)) for at in sentence.places(kinds="D")]
        days = [d.start for d in dates if d is not None and d.start.day is not None and d.end is None]
        if did is not None and len(days) == len(dates) == 1 and scene.anchor is not None:
            ago = (scene.anchor.first_day() - days[0].first_day()).days
            return days[0].iso if 0 <= ago <= _NEWS_DAYS else ""
    return ""


_LETTER = regex.compile(r"\w")


def _dateline(main: Draft, scene: Scene) -> str:
    """Return the city of the page's dateline, if the page's day is the meeting's."""
    start, end = main.slots.get("start") or "", main.slots.get("end") or main.slots.get("start") or ""
    for number, kind in enumerate(scene.kinds[:8]):
        sentence = scene.sentences[number]
        places = sentence.places()
        if kind not in ("dateline", "paragraph") or len(places) < 2 or _LETTER.search(sentence.text, 0, places[0]):
            continue
        if sentence.kind(places[0]) == "C" and sentence.kind(places[1]) == "S":
            places = [places[0], *places[2:]]
        if sentence.kind(places[0]) == "D" and sentence.kind(places[1]) == "C" and kind == "dateline":
            places = places[1::-1]
        if (
            len(places) > 1
            and sentence.kind(places[0]) == "C"
            and sentence.kind(places[1]) == "D"
            and _DATELINE_GAP.fullmatch(sentence.text, min(places[:2]) + 1, max(places[:2]))
        ):
            date = scene.date(sentence.value(places[1]))
            day = date.start if date is not None else None
            if day is not None and isinstance(day, PartialDate) and start and start <= day.iso <= end + "~":
                return scene.name(sentence.value(places[0]))
    return ""


_RECENT = datetime.timedelta(days=10)
"""A page tells who spoke at a meeting of the days before it, and not at one of another month."""


def _speakers(main: Draft, kept: list[Draft], scene: Scene) -> None:
    """Add who spoke at a meeting to those who took part in it."""
    told = [
        k
        for k in kept
        if k.notes.get("strength") == 2
        and not k.notes.get("side")
        and k.slots.get("kind") in _SPOKEN_AT
        and k.slots.get("status") == "held"
        and not (k.notes.get("past") or k.notes.get("about"))
    ]
    page = scene.anchor.first_day() - _RECENT if scene.anchor is not None and scene.anchor.day else None
    day = str(main.slots.get("start") or (page.isoformat() if page is not None else ""))
    told = [k for k in told if str(k.slots.get("start") or day) >= day]
    if main.slots.get("kind") not in _SPOKEN_AT:
        return
    spoke = [
        (d.sentence, str(d.slots.get("speaker") or ""), str(d.slots.get("text") or ""))
        for d in scene.drafts
        if d.register == "statements" and not d.speaker
    ]
    spoke += [(s.sentences[0], s.speaker, "") for s in scene.speeches if s.kind == "speech" or s.cue[0] < s.cue[1]]
    others = _not_there(scene)
    for number, name, _ in sorted(spoke):
        words = [(other, said) for other, who, said in spoke if who == name]
        if not _a_person(name) or name in others or _spoken_of(main, words, scene):
            continue
        if _ELSEWHERE.search(scene.sentences[number].text):
            continue
        near = [k for k in told if k.sentence <= number and not _spoken_of(k, words, scene)]
        if not near and main.sentence > number and _met_before(name, kept, number):
            continue
        meeting = max(near, key=lambda k: k.sentence) if near else main
        entries = list(meeting.slots.get("participants") or ())
        if not any(one_person(e["name"], name) for e in entries):
            meeting.slots["participants"] = [*entries, {"name": name}]


_FOR_THE_PRESS = regex.compile(r"\b(?:[Ss]pokes\w+|[Pp]ress|[Aa]nalyst|[Cc]orrespondent|[Jj]ournalist)\b")
"""Offices of those who tell of meetings, and take part in none by speaking of them."""


def _not_there(scene: Scene) -> set[str]:
    """Return the names of speakers that take part in no meeting by what they say: bodies, states, press officers."""
    out: set[str] = set()
    for sentence in scene.sentences:
        for _, value in sentence.mentions:
            if isinstance(value, (Body, State)):
                out.add(value.name)
            elif isinstance(value, Actor) and any(_FOR_THE_PRESS.search(o.text or o.title) for o in value.offices):
                out.add(scene.full_name(value.name))
    return out


_FIRST_WORDS = 30
"""Characters of a meeting's phrase by which it is found again in what somebody said of it."""


def _spoken_of(meeting: Draft, words: list[tuple[int, str]], scene: Scene) -> bool:
    """Whether a meeting is only named in what somebody says of it: "the drafts were approved at the session, A said".

    Args:
        meeting: the meeting.
        words: what the speaker says, each with the number of its sentence.
        scene: the page.
    """
    if "at" not in meeting.notes:
        return False
    sentence = scene.sentences[meeting.sentence]
    start, _ = sentence.span(meeting.notes["at"], len(sentence.text))
    phrase = " ".join(scene.page.text[start : start + _FIRST_WORDS].split())
    return any(number == meeting.sentence and phrase in said for number, said in words)


def _met_before(name: str, kept: list[Draft], number: int) -> bool:
    """Whether a page has told of a talk of somebody before a sentence, and of the session only behind it."""
    return any(
        draft.notes.get("encounter") and draft.sentence <= number
        and any(one_person(entry["name"], name) for entry in draft.slots.get("participants") or ())
        for draft in kept
    )  # fmt: skip


_ELSEWHERE = regex.compile(r"\bin an? (?:[\w-]+ )?interview\b|\bposted on\b|\bwrote (?:on|in)\b|\bon Twitter\b")
"""Where somebody said something who was then at no meeting."""
_REPRESENTATIVE = regex.compile(r"(?:[Pp]ermanent )?[Rr]epresentative of ")


def _a_person(name: str) -> bool:
    """Whether a speaker's name is a person's, or an office that stands for a state ("representative of X")."""
    words = name.split()
    if _REPRESENTATIVE.match(name):
        return True
    capital = all(w[0].isupper() or w in ("al", "bin", "de", "von", "van") for w in words)
    return 1 < len(words) <= _LONGEST_NAME and capital and not _OFFICE_WORD.search(name)
