"""What is to be done and by when: the draft of a commitment from the clause of an asking or promising verb."""

from __future__ import annotations

import datetime
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.act_days import event_day
from muniment.reading.en.rules.doers import ADVERBS, raw
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Body, Instrument
from muniment.reading.pattern import pattern
from muniment.reading.rule import Found
from muniment.reading.scene import Scene

__all__ = ["DELIVERS", "ENACTS", "END", "REGISTER", "VERB", "draft"]

REGISTER = "commitments"

VERB = (
    r"(?!(?:the|an?|this|that|th[eo]se|its?|their|his|her|our|your|my|all|any|each|every|both|some|"
    r"no|date|be it|us|them|him|me|which|whom|for|of|in|on|at|by|from|with|until|as|"
    r"one|two|three|him|and|or|but|nor|is|are|was|were|has|have)\b)[a-z]{2,}(?:-[a-z]+)?(?<!ing)(?=[ ,;.]|$)"
)
"""A bare verb behind "to"; articles, pronouns and participles tell that "to" is a preposition."""

DELIVERS = (
    r"(?:share|publish|submit|present|send|issue|release|provide|deploy|transfer|deliver|prepare|table|circulate|complete|"
    r"finali[sz]e|supply|contribute|allocate|donate|transmit|forward|inform|notify|report|train|nominate"
    r"|dispatch)"
)
"""Verbs of something that can be seen to have been done, in their base form."""
ENACTS = regex.compile(
    r"(?:grant|adopt|approve|consider|elect|appoint|extend|sign|submit|include|endorse|confirm|discuss)\b"
)
"""Verbs of what a body is recommended to decide or to do with a text, which is told among the texts."""
_ASKS = (
    r"ask(?:ed|s)|urge[ds]|request(?:ed|s)|invite[ds]|encourage[ds]|call(?:ed|s) (?:up)?on|"
    r"call(?:ed|s) for|appeal(?:ed|s)|instruct(?:ed|s)|charge[ds]|task(?:ed|s)|entrust(?:ed|s)|"
    r"promise[ds]|pledge[ds]|agree[ds]|decide[ds]|undertook|propose[ds]|express(?:ed|es)|"
    r"reaffirm(?:ed|s)|stress(?:ed|es)|note[ds]|welcome[ds]|thank(?:ed|s)|"
    r"emphasi[sz]e[ds]|underline[ds]|recall(?:ed|s)|condemn(?:ed|s)|commend(?:ed|s)|adopt(?:ed|s)|"
    r"approve[ds]|elect(?:ed|s)|sign(?:ed|s)|told|said|says|took note|wished|offered|is|are|was|"
    r"were|has|have|will|reiterate[ds]"
)
END = regex.compile(
    expand(
        rf"[;:]|[.?!](?=\s|$|[”\"’])|[”\"»](?=[,.\s]|$)|,? (?:and|but) (?:{ADVERBS}(?:{_ASKS})\b(?! to be\b)|that\b"
        r"|the next\b|[a-z]+ed (?:the|that|to|it|them|{ABYS}))"
        r"|(?<!, [^,;]{1,40}), and (?!to [a-z])\b|, (?:but|while|whereas|because|although|since|as"
        r"|where(?! (?:appropriate|necessary|possible|needed|relevant))|which|who|whose|whom|not|including|adopted"
        r"|signed|concluded|noting|stressing|adding|expressing|emphasi[sz]ing|underlining|recalling|so that|in order"
        r"|with a view|to be (?:held|convened)|chaired|under the (?:chairmanship|slogan|motto)|(?:the |as )?"
        r"(?:{A}|he|she|they|{B}) (?:also )?(?:said|noted|stated|stressed|added|promised|explained|concluded"
        r"|told|hopes?))\b|, {ABS} (?:said|noted|stated|added|stressed|told|concluded)"
        r"|, according to\b|, (?:the|a|an) [^,;.]{1,40} (?:said|says|read|reads|stated|noted|added)\b"
        r"|,? (?:as (?:well as (?:to|on)|I|he|she) )|,? in order to\b| so that\b| – | — "
    )
)
"""Where what is to be done ends: at another clause, a relative clause, an attribution, the end of the quotation."""


def draft(found: Found, scene: Scene, kind: str, what: tuple[int, int], *, whole: bool = False, **slots: Any) -> Draft:
    """Return the draft of something to be done.

    Args:
        found: the match.
        scene: the page.
        kind: kind of the record format.
        what: what is to be done; positions in the masked sentence.
        whole: whether its relative clause belongs to it.
        slots: actor, given_by.
    """
    sentence = found.sentence
    if sentence.text.endswith(_NOT_TO, 0, what[0]):  # what is to be left undone
        what = (what[0] - len(_NOT_TO), what[1])
    end = END.search(sentence.text, what[0] + 1) if not whole else None
    stop = min(what[1], end.start() if end is not None else what[1])
    beside = sentence.match(_BESIDE, sentence.text, stop, what[1])
    stop = beside.end() if beside is not None else stop
    second = sentence.search(_SECOND_DEADLINE, sentence.text, what[0], stop)
    notes: dict[str, Any] = {}
    if second is not None:
        notes["second"] = _part(scene, sentence, second.start("rest"), stop)
        stop = second.start("and")
    told = _part(scene, sentence, what[0], stop)
    filled = {"text": told["text"], "kind": kind, "due": told["due"], "made_on": _made(scene)}
    filled |= {name: value for name, value in slots.items() if value}
    notes["words"] = told["words"]
    return Draft(REGISTER, filled, [(*sentence.span(0, len(sentence.text)), found.rule)], notes=notes)


def _part(scene: Scene, sentence: Masked, start: int, stop: int) -> dict[str, Any]:
    """Return the text of what is to be done, by when, and where its words stand."""
    return {
        "text": _resolved(scene, sentence, start, stop),
        "due": _due(scene, sentence, start, stop),
        "words": sentence.span(start, stop),
    }


_BESIDE = pattern(r", (?:which|who) [^,;.]{3,90}, (?:by|before|within|until|(?:no|not) later than) (?:the )?{D}")
"""A clause beside what is to be done, and behind it the last day: "resume the patrols, which ..., before June"."""
_SECOND_DEADLINE = pattern(
    r"\b(?:by|before|within|until|later than) (?:the )?{D}[^;.{D}]{0,160}?(?P<and>,? and (?:then )?(?:to |with )?)"
    r"(?P<rest>(?!(?:the|an?|its|their|by|no|not|before|in|on|at|for|of|all|other)\b)[a-z]+ [^;.{D}]*?"
    r"\b(?:by|before|within|later than) (?:the )?{D})"
)
"""Two things to be done, each with its own last day: "to draw up a list by D and to send it to the Board by D"."""


def _made(scene: Scene) -> str:
    day = event_day(scene)
    if not day and scene.anchor is not None and len(scene.anchor.iso) == 10:
        return scene.anchor.iso
    return day


_NOT_TO = "not to "
_OBJECT = regex.compile(r"^((?:[a-z]+(?:, | and (?:to )?| or )){0,2}[a-z]+) (it|them)\b")
_HEAD = pattern(r"\bof the (council|committee|commission|centre|center|group|assembly|board|working group)\b")
_SHORT_TITLE = 8
"""Longest title, in words, put in the place of "it"; a longer one would bury what is to be done."""


def _resolved(scene: Scene, sentence: Masked, start: int, end: int) -> str:
    """Return what is to be done in the page's words, "it" and "of the council" told by name where named nearby."""
    text = raw(sentence, start, end)
    match = _OBJECT.match(text)
    if match is not None:
        before = [sentence.value(p) for p in sentence.places(0, start, kinds="NQ")]
        last = before[-1] if before else ""
        title = last.title if isinstance(last, Instrument) else last if isinstance(last, str) else ""
        draft_word = "draft " if isinstance(last, Instrument) and last.draft else ""
        if title and len(title.split()) <= _SHORT_TITLE:
            text = f"{match.group(1)} the {draft_word}{title}{text[match.end() :]}"
    head = sentence.search(_HEAD, text)
    if head is not None:
        name = _capital_name(scene, head.group(1))
        text = text[: head.start(1)] + name + text[head.end(1) :] if name else text
    return text


def _capital_name(scene: Scene, head: str) -> str:
    """Return the one body that the last two sentences name with a head word now written small; else empty."""
    names: list[str] = []
    for sentence in scene.sentences[max(0, scene.number - 2) : scene.number]:
        for at in sentence.places():
            value = sentence.value(at)
            if isinstance(value, Body) and head.capitalize() in value.name:
                names.append(value.name)
    return names[-1] if len(set(names)) == 1 else ""


_LIMITS = ("by", "before", "until", "till", "within", "to")
_LASTING = regex.compile(
    (
        r"\b(?:extension|extend\w*|prolong\w*|valid|strategy|programme|program|plan|remain\w*|in force|"
        r"run|last)\b[^,;]{0,50}$"
    ),
    regex.IGNORECASE,
)
_PAST = regex.compile(
    expand(
        r"\b(?:signed|adopted|concluded|held|established|reached|approved|made|agreed|dated|of|"
        r"from|since|launched|begun)(?: (?:in|at|by) (?:the )?{BCSY})?(?: (?:on|in|of))?\s*$|"
        r"\b(?:over|during|for|throughout|against|since)(?: the)?\s*$"
    )
)
_EVENT = pattern(
    r"\b(before|by|until) (?:the|its|their) [^.;,{D}]{3,70},? (?:to be (?:held|convened)|which "
    r"(?:will|is)|scheduled|due|planned)[^.;{D}]{0,60}({D})"
)
_FRONTED = pattern(
    r"^(?:\W*(?:Answer|Reply): )?\W*(?:By|Before|Until|Within|No later than|Not later than) (?:the )?({D}),?\s"
)


_ENTRY = pattern(r"\b[Ww]ithin ({D}) (?:of|after|from) (?:the|its) (?:date of )?(?:the |its )?entry into force")
_OF_THIS = pattern(
    r"\b[Ww]ithin ({D})(?: (?:of|after|from)(?: the (?:date|adoption|day) of)? (?:this|the present) "
    r"(?:[a-z]+\b|{N}))"
)
"""A term that runs from the day of the text that sets it: "within three months of this communique"."""
_ENTERS = regex.compile(expand(r"\b(?:enters?|entered|enter) into force,? (?:on |in )?({D})"))


def _after_entry(scene: Scene, mention: Any) -> str:
    """Return the last day of a term that runs from the entry into force the page dates; empty where it dates none."""
    for sentence in scene.sentences:
        match = _ENTERS.search(sentence.text)
        resolved = scene.date(sentence.value(match.start(1))) if match is not None else None
        if resolved is None or len(resolved.start.iso) != 10:
            continue
        return _later(resolved.start.iso, mention)
    return ""


def _later(iso: str, mention: Any) -> str:
    """Return the day so many days, weeks, months or years behind a day; empty where it is none or no term is told."""
    if len(iso) != len("2024-05-03"):
        return ""
    day, count = datetime.date.fromisoformat(iso), mention.span or 1
    if mention.unit in ("day", "week"):
        return (day + datetime.timedelta(days=count * (7 if mention.unit == "week" else 1))).isoformat()
    if mention.unit in ("month", "year"):
        months = day.month - 1 + count * (12 if mention.unit == "year" else 1)
        first = datetime.date(day.year + months // 12, months % 12 + 1, 1)
        last = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
        return first.replace(day=min(day.day, last.day)).isoformat()
    return ""


def _due(scene: Scene, sentence: Masked, start: int, end: int) -> str:
    """Return the last day allowed, ISO 8601: of a deadline ("by", "before"), else of the time told; else empty."""
    event = sentence.search(_EVENT, sentence.text, start)
    if event is not None and event.start() < end:
        resolved = scene.date(sentence.value(event.start(2)))
        if resolved is not None and len(resolved.start.iso) == 10:
            day = datetime.date.fromisoformat(resolved.start.iso)
            return (day - datetime.timedelta(days=0 if event.group(1) == "by" else 1)).isoformat()
    entered = sentence.search(_ENTRY, sentence.text, start)
    if entered is not None and entered.start() < end:
        return _after_entry(scene, sentence.value(entered.start(1)))
    of_this = sentence.search(_OF_THIS, sentence.text, start)
    if of_this is not None and of_this.start() < end:
        return _later(_made(scene), sentence.value(of_this.start(1)))
    fronted = sentence.match(_FRONTED, sentence.text)
    places = ([fronted.start(1)] if fronted is not None else []) + sentence.places(start, end, kinds="D")
    limits: list[datetime.date] = []
    others: list[datetime.date] = []
    for at in places:
        before = sentence.text[:at]
        resolved = scene.date(sentence.value(at))
        lead = sentence.value(at).lead
        told_from = lead == "from" or before.endswith(" from ")
        past = _PAST.search(before) is not None and not (
            told_from and resolved is not None and resolved.end is not None
        )
        if resolved is None or resolved.due is None or past:
            continue
        if lead == "until" and _LASTING.search(before[:-6]):
            continue
        (limits if lead in _LIMITS else others).append(resolved.due)
    due = limits[0] if limits else others[-1] if others else None
    if due is None or (scene.anchor is not None and due.isoformat() < scene.anchor.iso[:10]):
        return ""
    return str(due.isoformat())
