"""The same text at two stages: a draft and what was adopted, "On X" and "Decision on X", a short and a full title.

What numbers a text in its row tells it apart for good: the Third Protocol is not the Fourth, the plan for one year not
the plan for the next. A title that says nothing ("joint statement") is identified by what was done with it and when.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from typing import Any

from muniment.registers.dates import agree, days_apart, precision
from muniment.registers.identity import numbered
from muniment.registers.identity.offices import same_organization, state_words
from muniment.registers.identity.rule import APART, REFUSED, Identity, Mention, same_source, texts
from muniment.registers.identity.words import (
    abbreviated,
    content,
    listed,
    numbers,
    overlap,
    run,
    spelt_alike,
    unbracketed,
)
from muniment.registers.values import names
from muniment.terms.dates import MONTHS

__all__ = ["IDENTITY", "adopted_apart", "bare_title", "decisive_days", "names_text", "same_day", "telling_words"]

_FAMILIES = (
    {"treaty", "agreement", "convention", "charter"}, {"agreement", "memorandum"},
    {"decision", "resolution"}, {"statement", "declaration", "communique", "appeal"},
    {"plan", "programme", "strategy", "concept"}, {"model_law", "recommendation"},
)  # fmt: skip
"""Kinds that pages confuse for one text (judgement)."""

_RECURRENT = listed(
    "decision resolution statement declaration communique plan programme list appeal recommendation other"
)
"""Kinds of which the same title returns: adopted again more than `_SAME_ACT` days later, it is another text."""

_SAME_ACT = 45
"""Days: how far apart pages misdate one adoption (judgement)."""

_SAME_TREATY = 400
"""Days: how far apart pages date one treaty, whose signature they take for its adoption or opening (judgement)."""

_TYPE = content(
    "treaty agreement convention charter statute protocol decision resolution statement declaration communique plan "
    "programme strategy concept regulation list law recommendation memorandum appeal document text instrument"
)
_DRAFT = listed("draft project proposed")
_OTHER_TEXT = listed(
    "protocol amend amendment amending implement implementation implementing additional supplementary terminate "
    "termination suspension accession withdrawal extension annex ratification commentary explanatory"
)
"""Words that make another text of it: the protocol amending an agreement is not the agreement."""

_CONSENTING = listed("ratification accession withdrawal")
_GENERIC = listed(
    "joint special final general member state head government council session meeting organization participating "
    "following result adopted common new several other two three four five six seven eight nine ten minister foreign "
    "collective body outcome respective relevant number text unnamed bill report act"
)
_ORGANS = listed("council committee commission assembly group secretariat summit conference union alliance league")
"""What bodies are called beside their organisation's name; with `_GENERIC` they tell no author from another."""

_DATED = re.compile(
    r"[,(]?\s*\b(?:of|dated|from|signed on|adopted on)?\s*(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December),?\s+\d{4}"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},?\s+\d{4})"
    r"\)?",
    re.IGNORECASE,
)


_NUMBER_SIGN = re.compile(r"(?:\bNo\b\.?|№)\s*(?=\d)")
_FOR_YEARS = re.compile(r"\b(?:(?:for|until|till|up to|to|through|from|of|in|the|years?|period)\s+)+(?=\d{4}\b)", re.I)
"""What stands before the years of a plan, which the years alone say as well."""


@lru_cache(maxsize=16384)
def _title_day(title: str) -> str:
    """Return the day that a title of a text is dated by, as ISO 8601; empty for none, and where it dates another."""
    found = _DATED.search(title)
    if found is None or content(title) & (_OTHER_TEXT - {"protocol"}):
        return ""
    month = next(at for at, name in enumerate(MONTHS, 1) if name.casefold() in found.group().casefold())
    day, year = re.search(r"\b\d{1,2}(?!\d)", found.group()), re.search(r"\d{4}", found.group())
    return f"{year.group()}-{month:02}-{int(day.group()):02}" if day and year else ""


@lru_cache(maxsize=16384)
def bare_title(title: str) -> str:
    """Return a title without its date in words, "No." and the words that only say it is a draft."""
    title = _NUMBER_SIGN.sub("", _FOR_YEARS.sub(" ", unbracketed(_DATED.sub(" ", title))))
    return re.sub(r"^\W*(?:the\s+)?(?:draft|proposed|project of the)\s+", "", title, flags=re.IGNORECASE).strip()


def _words(a: str, b: str) -> tuple[frozenset[str], frozenset[str]]:
    one, two = spelt_alike(bare_title(a), bare_title(b))
    return one - _DRAFT, two - _DRAFT


def _acts(mention: Mention) -> list[dict[str, Any]]:
    actions = mention.slots.get("actions")
    return [act for act in actions if isinstance(act, dict)] if isinstance(actions, list) else []


_DECISIVE = listed("adopt approve sign agree not_adopt reject submit enter_into_force consider")


def same_day(a: Mention, b: Mention, known: int = 3) -> bool:
    """Whether both tell of one decisive action with dates that agree, both at least so precise (3 day, 2 month).

    A day in the title ("the Protocol of 4 May 2031") is that of whichever action the other dates so.
    """
    days, days_too = ({_title_day(title) for title in texts(mention, "title")[:6]} - {""} for mention in (a, b))
    if days & (days_too | decisive_days(b)) or days_too & decisive_days(a):
        return True
    return any(
        one.get("action") == two.get("action")
        and one.get("action") in _DECISIVE
        and min(precision(one.get("date")), precision(two.get("date"))) >= known
        and agree(one.get("date"), two.get("date"))
        for one in _acts(a)
        for two in _acts(b)
    )


def decisive_days(mention: Mention) -> set[str]:
    """Return the days on which something decisive was done with a text."""
    return {act["date"] for act in _acts(mention) if act.get("action") in _DECISIVE and precision(act.get("date")) == 3}


def _adopted_twice(a: Mention, b: Mention, within: int) -> bool:
    """Whether the two were adopted or signed more days apart than pages misdate one text."""
    born = [
        [act.get("date") for act in _acts(mention) if act.get("action") in ("adopt", "approve", "sign")]
        + [day for title in texts(mention, "title")[:6] if (day := _title_day(title))]
        for mention in (a, b)
    ]
    return bool(born[0] and born[1]) and all(days_apart(one, two) > within for one in born[0] for two in born[1])


def _kinds(a: Mention, b: Mention) -> tuple[str, str]:
    return str(a.slots.get("kind") or "other"), str(b.slots.get("kind") or "other")


def _clash(a: Mention, b: Mention) -> bool:
    counts = [mention.slots.get("count") for mention in (a, b)]
    if any(isinstance(count, int) and count > 1 for count in counts) and counts[0] != counts[1]:
        return True
    amends = [texts(mention, "amends") for mention in (a, b)]
    if amends[0] and amends[1] and max(overlap(*_words(one, two))[1] for one in amends[0] for two in amends[1]) < 0.4:
        return True
    return adopted_apart(a, b)


def adopted_apart(a: Mention, b: Mention) -> bool:
    """Whether the two were adopted or signed so far apart that they are two, whatever their titles."""
    return _adopted_twice(a, b, _SAME_ACT if _RECURRENT & set(_kinds(a, b)) else _SAME_TREATY)


def compare(a: Mention, b: Mention) -> int:
    """Return how strongly two texts are one."""
    if _clash(a, b):
        return REFUSED
    titles, titles_too = texts(a, "title")[:8] or [""], texts(b, "title")[:8] or [""]
    scores = [_by_title(a, b, one, two) for one in titles for two in titles_too]
    if REFUSED in scores:
        return REFUSED
    return max(scores, default=APART)


def _by_title(a: Mention, b: Mention, one: str, two: str) -> int:
    """Return how strongly two texts are one under one title each; an empty one is not told."""
    number, number_too = numbered.numbered(one), numbered.numbered(two)
    if number and number_too:
        bodies = (_authors(a), _authors(b))
        return numbered.compare(number, number_too, bodies, dated_alike=same_day(a, b, 2))
    words, words_too = _words(one, two)
    if not words or not words_too:
        same_kind = a.slots.get("kind") == b.slots.get("kind") is not None
        return _nameless(a, b, 3) if same_kind and _generic(words) and _generic(words_too) else APART
    if (words & _OTHER_TEXT == frozenset()) != (words_too & _OTHER_TEXT == frozenset()):
        return REFUSED
    kinds = set(_kinds(a, b))
    related = len(kinds) == 1 or "other" in kinds or any(kinds <= family for family in _FAMILIES)
    if not related and words != words_too:
        return REFUSED
    figures, figures_too = numbers(bare_title(one)), numbers(bare_title(two))
    if figures != figures_too and figures and figures_too:
        return REFUSED
    score = _likeness(words, words_too, same_day(a, b))
    if not score:
        return APART
    if len(kinds) > 1 and "other" not in kinds and not (score == 4 and _types_agree(words, words_too)):
        return APART
    if figures != figures_too:
        return 1 if same_day(a, b, 2) else APART
    if _generic(words) or _generic(words_too) or a.slots.get("count"):
        return _nameless(a, b, score)
    return APART if _RECURRENT & kinds and _authors_differ(a, b) else score


def _types_agree(words: frozenset[str], words_too: frozenset[str]) -> bool:
    """Whether two titles call their text by one word, or one of them by none."""
    one, two = words & _TYPE, words_too & _TYPE
    return one <= two or two <= one


def _generic(words: frozenset[str]) -> bool:
    return not _figureless(words) - _TYPE - _GENERIC


def _figureless(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not word[0].isdigit())


def _authors(mention: Mention) -> list[str]:
    """Return whose text it is: its authors, and who adopted or approved it."""
    adopting = [
        name for act in _acts(mention) if act.get("action") in ("adopt", "approve") for name in names(act.get("by"))
    ]
    return list(dict.fromkeys(names(mention.slots.get("by")) + adopting))


def _authors_differ(a: Mention, b: Mention) -> bool:
    """Whether one body made each, and their names have no word in common but what all bodies' names say."""
    authors, authors_too = _authors(a), _authors(b)
    if len(authors) != 1 or len(authors_too) != 1:
        return False
    one, two = (state_words(names[0]) - _GENERIC - _ORGANS for names in (authors, authors_too))
    return bool(one and two) and not one & two


def _parties_differ(a: Mention, b: Mention) -> bool:
    """Whether both tell by whom one decisive action was taken, and each names somebody whom the other does not."""
    for one in _acts(a):
        for two in _acts(b):
            parties, parties_too = names(one.get("by")), names(two.get("by"))
            if one.get("action") == two.get("action") and one.get("action") in _DECISIVE and parties and parties_too:
                alone = [any(not any(same_organization(x, y) for y in others) for x in own)
                         for own, others in ((parties, parties_too), (parties_too, parties))]  # fmt: skip
                if all(alone):
                    return True
    return False


def _nameless(a: Mention, b: Mention, score: int) -> int:
    """Return how strongly two texts with titles that say nothing are one: by act and day, or within one page."""
    if same_day(a, b):
        return APART if _parties_differ(a, b) else score
    return 1 if same_source(a, b) and score >= 4 else APART


def _likeness(words: frozenset[str], words_too: frozenset[str], same_day: bool) -> int:
    """Return how alike two titles are, 0 to 4, without the words for kinds of text. Thresholds are judgements."""
    one, two = words - _TYPE or words, words_too - _TYPE or words_too
    if one == two:
        return 4
    one, two = _figureless(one), _figureless(two)  # their numbers agree, and say nothing of what the texts are about
    smaller, union = overlap(one, two)
    size = min(len(one), len(two))
    if smaller < 1:  # each says something that the other does not
        return 0
    if union >= 0.6 and size > 2:
        return 3
    return 2 if same_day and union >= 0.45 and size > 1 else 0


def keys(mention: Mention) -> list[str]:
    """Return what titles that can be one share: their words where there are few, else three of the longest.

    Two words of three or four suffice for texts of one day, as `_likeness` has it. A title that says nothing is found
    by each act with its day, and by its page.
    """
    days = [f"{act.get('action')} {act['date']}" for act in _acts(mention) if precision(act.get("date")) == 3]
    found: list[str] = []
    for title in texts(mention, "title")[:6] or [""]:
        number = numbered.numbered(title)
        if number is not None:
            years = sorted({str(act.get("date"))[:4] for act in _acts(mention) if act.get("date")})
            found += [f"number {number.number}"] if number.long else [f"number {number.number} {one}" for one in years]
            continue
        words = _figureless(telling_words(title))
        found += _word_keys(words, days)
        short = _figureless(telling_words(_without_name(title)))
        if short != words:
            found += _word_keys(short, days)
        if not words:
            found += [f"page {source}" for source in mention.sources[:8]]
            found += [f"act {day}" for day in days]
            found += [f"day {day}" for day in sorted({_title_day(title), *decisive_days(mention)} - {""})]
    return list(dict.fromkeys(found))


def _word_keys(words: frozenset[str], days: list[str]) -> list[str]:
    longest = sorted(sorted(words, key=lambda word: (-len(word), word))[:6])
    if len(longest) < 3:
        found = [f"words {' '.join(longest)}"] if longest else []
    else:
        found = [f"words {' '.join(three)}" for three in combinations(longest, 3)]
    if 1 < len(words) < 5:
        found += [f"words {' '.join(two)} {day}" for two in combinations(longest, 2) for day in days]
    return found


def _without_name(title: str) -> str:
    """Return a title with the name of the organisation at its end as an acronym: "Charter of the QRF"."""
    head, of, name = title.rpartition(" of the ")
    return head + of + abbreviated(name) if of else title


def telling_words(title: str) -> frozenset[str]:
    """Return the words of a title that tell it from others: without its kind, its draftness and what all titles say."""
    return content(bare_title(title)) - _DRAFT - _TYPE - _GENERIC


def names_text(text: str, title: str, *, consent: bool = False) -> int:
    """Return how surely a text in words names an instrument: 2 word for word, 1 all its telling words, 0 not at all.

    What numbers the title in its row must stand in the text, and a protocol to an agreement is not the agreement.

    Args:
        text: words that speak of an instrument.
        title: the instrument's.
        consent: the text is about consent to it, so that "ratification" and "accession" make no other text of it.
    """
    telling, words = telling_words(title), content(text)
    if (
        (sum(not word.isdigit() for word in telling) < 2 and not _told_in_full(text, title))
        or not telling <= words
        or not numbers(bare_title(title)) <= numbers(text)
    ):
        return 0
    others = _OTHER_TEXT - (_CONSENTING if consent else frozenset())
    if (words & others == frozenset()) != (content(title) & others == frozenset()):
        return 0
    named = [word for word in run(bare_title(title)) if word not in _DRAFT]
    named = named[1:] if len(named) > 2 and named[0] in _TYPE else named
    spoken = [word for word in run(text) if word not in _DRAFT]
    at_once = any(spoken[at : at + len(named)] == named for at in range(len(spoken) - len(named) + 1))
    return 2 if at_once else 1


def _told_in_full(text: str, title: str) -> bool:
    """Whether a numbered title stands in a text word for word, with its kind: "Plan of Patrols for 2031"."""
    whole, spoken = run(title), run(text)
    numbered = bool(numbers(title)) and len(whole) > 2
    return numbered and any(spoken[at : at + len(whole)] == whole for at in range(len(spoken) - len(whole) + 1))


def _pair(one: str, two: str, kind: str = "decision", **more: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    return {"kind": kind, "title": one, **more}, {"kind": kind, "title": two, **more}


IDENTITY = Identity(
    keys=keys,
    compare=compare,
    same=(
        _pair("On shared river patrols", "Decision on shared river patrols"),
        _pair("draft Agreement on shared river patrols", "Agreement on Shared River Patrols", "agreement"),
        _pair("QRF River Patrol Agreement", "River Patrol Agreement of the Quiet River Federation", "agreement"),
        _pair("Agreement on Ferry Tolls of 6 October 2027", "Agreement on ferry tolls", "agreement"),
        _pair("The Fourth Protocol on Amendments to the Basin Charter",
              "4th Protocol on Amendments to the Basin Charter", "protocol"),
        _pair("Plan of lock inspections for 2030", "Plan of Lock Inspections for the Year 2030", "plan"),
        (
            {"kind": "statement", "title": "joint statement", "actions": [{"action": "adopt", "date": "2031-11-23"}]},
            {"kind": "statement", "title": "Joint Statement", "actions": [{"action": "adopt", "date": "2031-11-23"}]},
        ),
        (
            {"kind": "treaty", "title": "Harbour Treaty", "actions": [{"action": "sign", "date": "2020-03-01"}]},
            {"kind": "treaty", "title": "Harbour Treaty", "actions": [{"action": "ratify", "date": "2021-03-01"}]},
        ),
        _pair("Ferry Strategy until 2035", "Ferry Strategy for the period up to 2035", "strategy"),
        ({"kind": "protocol", "title": "Protocol of 4 May 2031"},
         {"kind": "protocol", "actions": [{"action": "sign", "date": "2031-05-04"}]}),
        _pair("Decision No. 14", "Decision 14", by=["QRF Council"],
              actions=[{"action": "adopt", "date": "2031-05-04"}]),
        _pair("River Assembly resolution 118 (2031)", "Resolution 118", "resolution"),
        _pair("A/RES/31/4", "Resolution 31/4", "resolution"),
        _pair("Charter of the Quiet River Federation (QRF)", "QRF Charter", "charter"),
    ),
    refused=(
        _pair("Third Protocol on Amendments to the Basin Charter",
              "Fourth Protocol on Amendments to the Basin Charter", "protocol"),
        _pair("Protocol on Amendments to the Basin Charter",
              "Fourth Protocol on Amendments to the Basin Charter", "protocol"),
        _pair("Plan of lock inspections for 2030", "Plan of lock inspections for 2031", "plan"),
        _pair("Plan of lock inspections", "Plan of lock inspections for 2031", "plan"),
        _pair("Agreement on ferry tolls", "Agreement on harbour tolls", "agreement"),
        _pair("Cooperation between the QRF and the Salt League", "Cooperation between the QRF and the Ice Union"),
        _pair("Free Passage Agreement", "Treaty on a Free Passage Zone", "treaty"),
        ({"kind": "treaty", "title": "Calm Waters Treaty"},
         {"kind": "charter", "title": "Charter of the Calm Waters Treaty Organization"}),
        ({"kind": "treaty", "title": "Calm Waters Treaty"},
         {"kind": "protocol", "title": "Protocol to the Calm Waters Treaty"}),
        (
            {"kind": "treaty", "title": "Harbour Treaty", "actions": [{"action": "sign", "date": "2020-03-01"}]},
            {"kind": "treaty", "title": "Harbour Treaty", "actions": [{"action": "sign", "date": "2028-03-01"}]},
        ),
        ({"kind": "agreement", "title": "Ferry Tolls Agreement"},
         {"kind": "protocol", "title": "Protocol amending the Ferry Tolls Agreement"}),
        _pair("joint statement", "joint statement", "statement"),
        (
            {"kind": "statement", "title": "joint statement", "actions": [{"action": "adopt", "date": "2031-11-23"}]},
            {"kind": "statement", "title": "joint statement", "actions": [{"action": "adopt", "date": "2030-11-23"}]},
        ),
        (
            {"kind": "statement", "title": "On river safety", "actions": [{"action": "adopt", "date": "2031-11-23"}]},
            {"kind": "statement", "title": "On river safety", "actions": [{"action": "adopt", "date": "2030-11-23"}]},
        ),
        ({"kind": "treaty", "title": "three treaties", "count": 3}, {"kind": "treaty", "title": "treaties"}),
        ({"kind": "protocol", "title": "Protocol of 4 May 2031"},
         {"kind": "protocol", "actions": [{"action": "sign", "date": "2031-05-05"}]}),
        (
            {"kind": "agreement", "actions": [{"action": "sign", "date": "2031-05-04", "by": ["Ostland", "Westland"]}]},
            {"kind": "agreement", "actions": [{"action": "sign", "date": "2031-05-04", "by": ["Ostland", "Midland"]}]},
        ),
        _pair("Decision No. 14", "Decision No. 14"),
        _pair("Decision No. 14", "Decision No. 15", by=["QRF Council"],
              actions=[{"action": "adopt", "date": "2031-05-04"}]),
        ({"kind": "resolution", "title": "Resolution 118", "by": ["River Assembly"]},
         {"kind": "resolution", "title": "Resolution 118", "by": ["Ferry Board"]}),
        _pair("Resolution 4 (XXX)", "Resolution 4 (XXXI)", "resolution"),
        ({"kind": "plan", "title": "Action Plan for 2031", "by": ["QRF Ferry Board"]},
         {"kind": "plan", "title": "Action Plan for 2031", "by": ["Salt League Secretariat"]}),
        _pair("Roadmap of Cooperation for 2031", "Roadmap of Harbour Cooperation for 2031", "plan"),
        ({"kind": "model_law", "title": "Model Law on Tolls"},
         {"kind": "other", "title": "Commentary to the Model Law on Tolls"}),
    ),
)  # fmt: skip
"""How instruments are told apart."""
