"""Whose meeting it is that a noun phrase tells of: its holder, its owner, or what it is called by."""

from __future__ import annotations

import regex

from muniment.reading.en.rules.gathering import KIND_OF_HEAD, Gathering, body_name, ordinal_like, small_body
from muniment.reading.mask import Masked
from muniment.reading.mention import Body, Group
from muniment.reading.pattern import pattern
from muniment.reading.scene import Scene

__all__ = ["EVENTS", "descriptive", "of_whom", "sitting", "summit"]

EVENTS = frozenset({"summit", "conference", "forum", "congress"})
"""Heads of meetings that are named by themselves."""
_LEADING = regex.compile(
    r"^(?:(?:the|an?|its|their|this|regular|joint|next|upcoming|forthcoming|coming) )+", regex.IGNORECASE
)
"""Words before what an event is called by."""
_BODY_BEHIND = pattern(r"[^.;{A}{B}{Y}]{0,70}, (?:the )?(?P<b>{B})")
"""The body that "at its 5th meeting on D, the B decided" names only behind."""
_AT_THE = pattern(r"{B} (?:at|during|for) $")
"""The body that stands before "at the 5th session"."""
_SITTINGS = frozenset({"session", "meeting", "sitting", "plenary"})
_CAPITAL = regex.compile(r"[A-Z]")
_ARTICLE = pattern(r"an? ")
_SITS = regex.compile(r"\b(?:Council|Assembly|Committee|Parliament)\b")
_HOLDER = pattern(
    r"(?P<b>{BY})(?: \({B}\))?(?:, (?:which|who) [^;]{3,80},)?[^.;{A}{B}{N}{Y}]{0,40} (?:held|holds?|to hold|"
    r"gathers?|gathered|convened|wound up|"
    r"opened|closed|begins|began|concluded|ended)\b"
)
_SUBJECT = pattern(
    r"(?P<b>{BY})(?: \({B}\))?(?: and (?:the )?{A})?(?:, (?:which|who) [^;]{3,80},)?(?:, whose(?: \w+){0,2}|"
    r"[^.;{A}{B}{N}{C}]{0,45}? "
    r"(?:held|holds|hold|is holding|"
    r"held [^;{B}]{0,30},|held (?:at|in|on) [^.;]{3,60}|at|had|convene|convenes|open|opens|opened|begins|began|"
    r"concluded|concludes|wound up|"
    r"closed|gathered for|convened for|"
    r"(?:has |have |had )?(?:postponed|cancell?ed|called off|called)|"
    r"in|convened|finished|completed|ended)(?: {D},?| on {D},?)?)(?: an?| one)? $"
)
_SMALL_SUBJECT = pattern(
    r"\b[Tt]he ((?:[a-z][\w-]* ){0,2}(?:council|committee|commission|group|board|assembly|bureau|presidium))\b"
)
_COUNTING = frozenset({
    "next", "upcoming", "forthcoming", "coming", "following", "previous", "preceding", "last", "recent", "past",
    "earlier",
})  # fmt: skip
_ON_TOPIC = frozenset({"conference", "forum", "seminar", "symposium", "workshop", "round table", "roundtable"})
_TOPIC = pattern(
    r" (?:on|for) (?:(?!(?:which|that|was|were|will|is|are|has|held|in|due|the margins) )(?:[\w’'-]+|[{J}{R}{S}]) "
    r"?){1,8}(?<! )"
)
_GROUP_OF = pattern(
    r"(?:(?:[A-Z][a-z][\w’'-]*|foreign|defen[cs]e|interior|finance) ){0,3}\b(?i:ministers|leaders|heads|"
    r"representatives|"
    r"officials|experts|ambassadors|secretaries|speakers|chiefs|presidents)\b(?: (?!of\b)[a-z]+)?(?: of(?: the)?(?: "
    r"[\w-]+){0,3}?)?(?: of(?: the)?)? $"
)
"""People of a body, before it: "foreign ministers of the ten member states of the"."""
_ITS_SUMMIT = pattern(
    r"{B}(?: \({B}\))? (?:has |have |had |will )?(?:held|hold|convened?|postponed|cancell?ed|called off)$|"
    r"{B}(?: \({B}\))? (?:has |have |had |will )?(?:held|hold|convened?|postponed|cancell?ed|called off) "
    r"(?:an? )?$"
)


_THEME = regex.compile(r" (?:on|under|with) (?:the )?(?:theme|topic|subject|motto)\b")
"""What comes before a meeting's theme, which is no name of it."""


def summit(scene: Scene) -> str:
    """Return the summit that "the summit" points to: the one told of before, else the organisation's own."""
    names = (name for d in reversed(scene.drafts) if d.register == "meetings" for name in d.slots.get("bodies") or ())
    return next((name for name in names if "summit" in name.lower()), f"{scene.home} summit")


def of_whom(phrase: Gathering, sentence: Masked, scene: Scene) -> list[str]:
    """Return the body whose own meeting it is ("the Council ... its 5th session"), or the group that meets."""
    if phrase.group:
        return [phrase.group]
    of = sentence.search(_AT_THE, sentence.text, 0, phrase.start) if phrase.ordinal else None
    if of is not None and isinstance(body := sentence.value(of.start()), Body):
        return [body_name(scene, body)]
    if phrase.own:
        return _owner(phrase, sentence, scene)
    held_of_own = phrase.head == "summit" and sentence.search(_ITS_SUMMIT, sentence.text, 0, phrase.start)
    if phrase.definite or not (phrase.head in _SITTINGS or phrase.head == "consultation" or held_of_own):
        return []
    return _holder(phrase, sentence, scene)


def _holder(phrase: Gathering, sentence: Masked, scene: Scene) -> list[str]:
    """Return the body that stands as the holder of a meeting: "the Council held a meeting"."""
    article = _ARTICLE.match(sentence.text, phrase.start)
    subject = sentence.search(_SUBJECT, sentence.text, 0, article.end() if article else phrase.start)
    if subject is None:
        return []
    at = subject.start("b")
    group = sentence.search(_GROUP_OF, sentence.text, 0, at)
    if group is not None:
        start, end = sentence.span(group.start(), at + 1)
        return [" ".join(sentence.page_text[start:end].split())]
    value = sentence.value(at)
    if isinstance(value, Group):
        text = " ".join(value.text.split())
        return [text] if _CAPITAL.search(text) else []
    return [body_name(scene, value)]


def sitting(phrase: Gathering, sentence: Masked, scene: Scene) -> list[str]:
    """Return the body that holds a briefing or debate ("the Council held a debate"), if it is one that sits."""
    if phrase.kind() == "ceremony" or phrase.definite:
        return []
    return [name for name in _holder(phrase, sentence, scene) if _SITS.search(name)]


def _owner(phrase: Gathering, sentence: Masked, scene: Scene) -> list[str]:
    """Return whose "its session" is: the body that holds it, the last one named, or the one told of before."""
    holder = list(sentence.finditer(_HOLDER, sentence.text, 0, phrase.start))
    if holder:
        value = sentence.value(holder[-1].start("b"))
        return [body_name(scene, value) if isinstance(value, Body) else " ".join(value.text.split())]
    for at in reversed(sentence.places(0, phrase.start)):
        value = sentence.value(at)
        if isinstance(value, (Body, Group)):
            return [body_name(scene, value) if isinstance(value, Body) else value.text]
    behind = sentence.match(_BODY_BEHIND, sentence.text, phrase.end)
    if behind is not None:
        return [body_name(scene, sentence.value(behind.start("b")))]
    small = sentence.search(_SMALL_SUBJECT, sentence.text[: phrase.start])
    if small:
        return [small_body(scene, small[1])]
    if scene.number and phrase.ordinal == 1:
        before = scene.sentences[scene.number - 1]
        places = [before.value(at) for at in before.places(kinds="B")]
        return [body_name(scene, places[0])] if places else []
    return []


_DANGLING = regex.compile(r" (?:on|in|at|from|of|for|to|by|with)$")
"""A preposition that belongs to the day behind a name: "conference on safe ports on [2 May]"."""


def descriptive(phrase: Gathering, sentence: Masked, words: list[str]) -> list[str]:
    """Return what a meeting without a body is called, as the name it goes by."""
    on = phrase.head in _ON_TOPIC and sentence.match(_TOPIC, sentence.text[phrase.end :])
    counted = phrase.ordinal or phrase.next or phrase.past
    if (
        not (words or on)
        or (counted and phrase.head not in _ON_TOPIC | EVENTS)
        or phrase.head in ("session", "sitting")
    ):
        return []
    if counted and not [w for w in words if not ordinal_like(w) and w not in _COUNTING] and not on:
        return []
    after = sentence.text[phrase.end :]
    topic = sentence.match(_TOPIC, after) if phrase.head in _ON_TOPIC and not _THEME.match(after) else None
    first, last = sentence.span(phrase.start, phrase.end + (topic.end() if topic else 0))
    text = " ".join(sentence.page_text[first:last].split())
    text = _DANGLING.sub("", _LEADING.sub("", text))
    words_left = text.split()
    while len(words_left) > 1 and ordinal_like(words_left[0]):
        words_left = words_left[1:]
    return [" ".join(words_left)] if " ".join(words_left).lower() not in KIND_OF_HEAD else []
