"""Who does what a verb tells, and who is meant by a noun phrase: read from the clause and the sentences before."""

from __future__ import annotations

import functools
from typing import Any

import regex

from muniment.reading.en.lists import bare, list_item
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Office, State
from muniment.reading.pattern import pattern
from muniment.reading.scene import Scene

__all__ = ["ADVERBS", "actors", "body_name", "called", "doer", "enacting", "own_state", "raw", "session_body"]

_REACH = 200
"""Sentences looked through for a name; press pages are shorter, and a long text costs no more than its length."""
ADVERBS = r"(?:(?:[a-z]+ly|also|further|again|once (?:again|more)|then|therefore|now|still|in turn|both|all) ){0,2}"
"""Adverbs between a subject and its verb."""

_PREPOSITION = (
    r"(?<!\b(?:of|in|on|at|by|with|to|for|from|under|after|before|during|between|within|among|against|"
    r"about|towards?|into|than|via)(?: the| all| its| his| her| their| our| an?| new| two| "
    r"\w+-\w+)?\s)(?<!\()"
)
_PEOPLE = (
    r"(?:[Pp]arties|[Ss]ides|[Pp]articipants|[Mm]inisters|[Dd]elegations?|[Mm]embers|[Ll]eaders|"
    r"[Dd]elegates|[Pp]arliamentarians|[Mm]eeting|[Cc]onference|Allies|Deputies)"
)
_PERSON = (
    r"(?:diplomat|official|speaker|ambassador|politician|parliamentarian|minister|general|rapporteur|"
    r"envoy|chairman|chairwoman|chairperson)"
)
_NOUN = (
    rf"(?:{{ABSYU}}|\b[Tt]he {_PERSON}\b(?! {{A}})|{{J}} (?:side|delegation|party|authorities|"
    rf"[Gg]overnment|parliament)|\b(?:[Hh]e|[Ss]he|[Ii]t|[Ww]e|I|[Tt]hey)\b|(?<!['’])\b(?:[a-z]+ )?{_PEOPLE}\b)"
)
_MAIN = regex.compile(expand(rf"{_PREPOSITION}(?P<who>{_NOUN})"))
_DIRECT = regex.compile(expand(rf"{_PREPOSITION}(?P<who>{_NOUN}|\bwh(?:o|ich)\b)(?: \([^()]*\))?$"))
_PHRASE = regex.compile(
    expand(
        r"(?:^|[,;:] |\band |\bthat |\bthe |The )(?P<who>(?:[A-Za-z][a-z’'-]+ ){1,2}of (?:the |our "
        r")?{ABYSJ}(?:(?:, | and |, and )(?:the )?{ABYSJ})*)$"
    )
)
_PLAIN = regex.compile(
    r"(?:^|, (?:and |but )?|\b(?:that|and) |; )[Tt]he (?P<who>(?:[a-z-]+ ){0,2}(?!parties|sides)[a-z]+s)$"
)
_TAIL = regex.compile(
    r"(?:(?:\s|^)(?:[a-z]+ly|nevertheless|nonetheless|however|meanwhile|likewise|also|further|again|once|more|then|therefore|now|still|all|both|has|"
    r"have|had|is|are|was|were|been|be|would|should|like|to|will|in turn|so|do|not)(?=\s|$))+\s*$"
)
_ASIDE = regex.compile(r",(?! (?:which|who)\b)[^;:]{3,140},$")
_DETERMINER = regex.compile(
    (
        r"^(?:(?:the|all|both|its|their|his|her|our|your|those|these|other|remaining|relevant|each|"
        r"every|any|an?|respective|competent|of)\s+)+(?=\S)"
    ),
    regex.IGNORECASE,
)
_TOGETHER = regex.compile(
    r",? (?:together with|along with|jointly|in (?:close )?(?:cooperation|co-operation|"
    r"coordination|consultation) with|in particular|especially|including|that|which|who|with a "
    r"view|at|through|under|, )\b.*$"
)
_AND = regex.compile(r",? (?:and|as well as) (?:the |all |its |their )?|, (?:the )?")


_OF_SOMEBODY = regex.compile(r"^[\w’' -]+ (?:of|for|from) ")
_GOVERNMENTS = regex.compile(r"(?:the )?Governments? of (?:the )?(.+)$")
_EACH_STATE = regex.compile(r", (?:and )?(?:the )?| and (?:the )?")
_NO_WORDS = regex.compile(r"^\W*$")
_ONE_PERSON = regex.compile(rf"the {_PERSON}$")
_MANY = regex.compile(r"(?:parties|sides|meeting|conference)$")
_BOTH = {"parties": ["parties"], "sides": ["sides"]}
"""Those who meet, called by their number only: who acts is then told so."""
_OF_STATE = regex.compile(r" of (?:the )?(.+)$")


def _of_phrase(text: str) -> bool:
    return _OF_SOMEBODY.match(text) is not None


def actors(scene: Scene, sentence: Masked, start: int, end: int) -> list[str]:
    """Return who is meant by a noun phrase of the masked sentence: each body, state or group of people named in it.

    A phrase with "of" ("the parliaments of X and Y") stays whole; a pronoun is told from what was named before it.
    """
    text = _TOGETHER.sub("", sentence.text[start:end])
    start += len(text) - len(text.lstrip())
    word = text.strip().lower()
    if word in ("it", "them", "him", "her", "itself", "which", "who"):
        return _antecedent(scene, sentence, start, word)
    if word in ("us", "you", "everyone", "everybody", "me"):
        return []
    everyone = _EVERYONE.fullmatch(text.strip())
    if everyone is not None:  # "all parties", "both sides": without the first word nobody in particular
        return [f"{everyone.group('how').lower()} {everyone.group('who')}"]
    determiner = _DETERMINER.match(text.strip())
    at = start + (determiner.end() if determiner else 0)
    stop = start + len(text.strip())
    if _of_phrase(sentence.text[at:stop]):
        return [raw(sentence, at, stop)]
    out: list[str] = []
    for part in _split(sentence.text, at, stop):
        out += [name for name in _named(scene, sentence, *part) if name not in out]
    return out


_EVERYONE = regex.compile(r"(?P<how>[Aa]ll|[Bb]oth)(?: of)?(?: the)? (?P<who>[a-z]{3,}s)")


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, at = [], start
    if _TWO_ADJECTIVES.match(text, start, end):  # "Afghan and international parties" are one
        return [(start, end)]
    for match in _AND.finditer(text, start, end):
        parts.append((at, match.start()))
        at = match.end()
    return [(a, b) for a, b in [*parts, (at, end)] if a < b]


_TWO_ADJECTIVES = regex.compile(expand(r"{J}(?:, [a-z]+)* and [a-z]+ [a-z]+$"))


def _named(scene: Scene, sentence: Masked, start: int, end: int) -> list[str]:
    determiner = _DETERMINER.match(sentence.text[start:end])
    start += determiner.end() if determiner else 0
    if start >= end:
        return []
    if end - start == 1 and sentence.kind(start):
        return called(scene, sentence.value(start))
    if sentence.kind(start) == "J" and sentence.text[start + 1 : end].strip() in (
        "side",
        "party",
        "delegation",
        "Side",
    ):
        return [scene.name(sentence.value(start))]
    name = _ADVERB_BEHIND.sub("", raw(sentence, start, end))
    return [name] if name and len(name.split()) <= 12 else []


_ADVERB_BEHIND = regex.compile(
    r"(?: (?:nevertheless|nonetheless|however|meanwhile|accordingly|subsequently|likewise))+$"
)


def called(scene: Scene, value: Any) -> list[str]:
    """Return the names of who acts: a person, an office as such, a body, the states of "Governments of X and Y"."""
    if isinstance(value, Actor) and not value.name and value.offices:
        return [_office(value.offices[0])]
    if isinstance(value, Office):
        return [_office(value)]
    name = body_name(scene, value)
    governments = _GOVERNMENTS.match(name)
    if governments is not None and isinstance(value, Body):
        return _EACH_STATE.split(governments.group(1))
    return [name] if name else []


def _office(office: Office) -> str:
    """Return what an office is called: its title, with its body where the title alone tells too little."""
    whole = _DETERMINER.sub("", office.text)
    return whole if " " not in office.title and whole.startswith(f"{office.title} of ") else office.title


def raw(sentence: Masked, start: int, end: int) -> str:
    """Return the page's words of a stretch of the masked sentence, blanks folded, without marks around them."""
    first, last = sentence.span(start, end)
    return " ".join(sentence.page_text[first:last].split()).strip(' ,;"“”').removesuffix(" and").removesuffix(",")


def _antecedent(scene: Scene, sentence: Masked, at: int, word: str) -> list[str]:
    """Return what "it" or "them" before a place stands for: what the clause before speaks of, not in a side phrase."""
    head = sentence.text[:at]
    if word in ("who", "which"):
        several = _SEVERAL_BEFORE.search(head) if word == "who" else _GROUP_BEFORE.search(head)
        if several is not None:
            return [several.group("who")]
        places = sentence.places(0, at, kinds="ABUSY")
        places = [p for p in places if word == "which" or sentence.kind(p) in "AY"] or places
        if word == "which" and places and sentence.kind(places[-1]) == "S" and _SENT_TO.search(head[: places[-1]]):
            return []  # "a mission to S which will report": not the state
        return called(scene, sentence.value(places[-1])) if places else []
    kinds = {"him": "A", "her": "A", "them": "YS"}.get(word, "BUS")
    subject = -1 if _begins_with_verb(sentence.text, at) else next((m.start() for m in _MAIN.finditer(head)), -1)
    found = [
        m.start()
        for m in _MAIN.finditer(head)
        if m.end() - m.start() == 1 and sentence.kind(m.start()) in kinds and m.start() != subject
    ]
    if not found and word == "them":
        return _they(scene)
    return called(scene, sentence.value(found[0])) if found else []


_SENT_TO = regex.compile(r"\b(?:to|in|from|for) (?:the )?$")
_GROUP_BEFORE = regex.compile(
    r"\b(?:an?|the|its|their|this) (?P<who>(?:[a-z-]+ ){0,3}(?:group|committee|commission|mission|team|centre"
    r"|center|task force"
    r"|secretariat|board|panel)),? $"
)
"""A body named by a plain noun right before "which": "set up a working group, which is to report by June"."""
_SEVERAL_BEFORE = regex.compile(r"\b(?:the|by|of|to) (?P<who>(?:(?!the )[a-z]+ )?[a-z]{3,}s),? $")
"""Several people named by a plain noun right before "who": "by the experts, who are to finish it"."""
_FINITE = regex.compile(
    rf"(?:[A-Za-z]+ly |(?:[Aa]lso|[Ff]urther|[Aa]gain|[Oo]nce more|[Aa]ccordingly),? )*(?!This|Its|His|As |Thus"
    rf"|{_PEOPLE})(?:[A-Za-z]{{3,}}(?:ed|[^s]s)|"
    rf"[Tt]ook|[Cc]all|[Uu]rge|[Aa]sk|[Ii]nvite|[Ii]ntend|[Aa]gree|[Dd]ecide|[Rr]equest)\b"
)


def _begins_with_verb(text: str, verb: int) -> bool:
    """Whether an item of a list begins with its verb ("- charges the Committee with")."""
    begins = bare(text)
    return begins == verb or _FINITE.match(text, begins) is not None


_SMALL_BODY = regex.compile(
    r"\b[Tt]he (?P<who>(?:[a-z-]+ ){1,4}(?:committee|council|commission|assembly|board|bureau|secretariat|group|mission"
    r"|ministry))$"
)
"""A body written small right before the verb: "she said the ports committee had asked"."""
_SMALL_HEAD = regex.compile(
    r"(?:^|[,;] |\b(?:and|that|but) )[Tt]he (?P<head>committee|council|commission|assembly|board|bureau|secretariat"
    r"|group)$"
)
"""A body told by a bare word written small: "the council asked"."""
_SMALL_FIRST = regex.compile(
    r"\W*The (?P<head>committee|council|commission|assembly|board|bureau|secretariat) (?!of\b)"
    r"(?=[a-z]+(?:ed|s)\b|also\b)"
)
"""The same where its clause comes first: "The council adopted the plan and asked"."""
_NAMED = pattern(rf"{_PREPOSITION}(?P<who>{{A}}),$")
_SEVERAL = pattern(
    r"(?:^|[,;] |\band |\bthat )(?:[Tt]he |[Bb]oth )?(?P<who>{ABSY}(?:(?:, | and |, and )(?:the )?{ABSY})+)$"
)


def doer(scene: Scene, sentence: Masked, verb: int, number: int | None = None) -> list[str]:
    """Return who does what the verb at a place of the masked sentence tells; empty where it is not said by name.

    The subject stands right before the verb, or it is that of the sentence (coordinated verbs), or of the sentence
    that introduces the list the verb's item stands in.
    """
    if _begins_with_verb(sentence.text, verb) and list_item(scene.sentences, scene.number) is not None:
        return _main_subject(scene, sentence, verb, scene.number)
    if bare(sentence.text) and _begins_with_verb(sentence.text, verb):  # an item of a text that a body adopted
        return enacting(scene) or session_body(scene, [])
    head = sentence.text[:verb].rstrip()
    head = _TAIL.sub("", head).rstrip()
    named = sentence.search(_NAMED, head) if head.endswith(",") else None
    if named is not None:
        return [scene.name(sentence.value(named.start("who")))]
    aside = _ASIDE.search(head)
    for short in (head, head[: aside.start()] if aside else head):
        several = sentence.search(_SEVERAL, short)
        if several is not None:
            return [n for at in sentence.places(*several.span("who")) if (n := body_name(scene, sentence.value(at)))]
        match = _DIRECT.search(short)
        if match is not None:
            return _who(scene, sentence, match)
        small = _SMALL_HEAD.search(short)
        if small is not None:
            return [_meant(scene, Body(small.group("head").capitalize(), anaphor=True))]
        phrase = _PHRASE.search(short) or _PLAIN.search(short) or _SMALL_BODY.search(short)
        if phrase is not None:
            return [raw(sentence, *phrase.span("who"))]
    return _main_subject(scene, sentence, verb, scene.number if number is None else number)


def _main_subject(scene: Scene, sentence: Masked, verb: int, number: int) -> list[str]:
    lawgiver = enacting(scene) if number == scene.number and _begins_with_verb(sentence.text, verb) else []
    item = list_item(scene.sentences, number) if number == scene.number and not lawgiver else None
    if lawgiver:
        return lawgiver
    if item is not None and _begins_with_verb(sentence.text, verb):
        introduction = scene.sentences[item.introduction]
        for found in _MAIN.finditer(introduction.text):
            names = _who(scene, introduction, found)
            if names:
                return names
        return session_body(scene, [])
    small = _SMALL_FIRST.match(sentence.text)
    if small is not None and small.end() <= verb:
        return [_meant(scene, Body(small.group("head").capitalize(), anaphor=True))]
    match = _MAIN.search(sentence.text, 0, verb)
    if match is not None:
        return _who(scene, sentence, match)
    return [scene.collective] if scene.collective and _NO_WORDS.match(sentence.text[:verb]) else []


_LINE = regex.compile(expand(r"\W*(?:[Tt]he )?(?P<who>{B}),"))


def enacting(scene: Scene) -> list[str]:
    """Return the body that a line of its own names before the items of its resolution ("The Council of Ports,")."""
    for number in range(scene.number - 1, max(-1, scene.number - _REACH), -1):
        sentence = scene.sentences[number]
        match = _LINE.fullmatch(sentence.text) if len(sentence.text) < _SHORT_LINE else None
        if match is not None:
            return [body_name(scene, sentence.value(match.start("who")))]
    return []


_SHORT_LINE = 8
"""Characters of a masked line that holds no more than a body and its comma."""


def _who(scene: Scene, sentence: Masked, match: regex.Match[str]) -> list[str]:
    start, end = match.span("who")
    word = match.group("who").lower()
    if word in ("he", "she"):
        return _he(scene)
    if word == "i":
        return [scene.speech or scene.signed_by] if scene.speech or scene.signed_by else []
    if word == "we":
        return _we(scene)
    if word == "it":
        return _it_here(scene, sentence, start) or _it(scene)
    if word == "they":
        return _they(scene)
    if _ONE_PERSON.match(word):
        return _he(scene)
    if _MANY.search(word):
        return _BOTH.get(word, []) if not sentence.text.startswith(" to ", end) else []
    if word in ("who", "which"):
        return _antecedent(scene, sentence, start, word)
    if end - start == 1 and sentence.kind(start):
        return [n for n in [body_name(scene, sentence.value(start))] if n]
    return _named(scene, sentence, start, end)


def _he(scene: Scene) -> list[str]:
    """Return the person last spoken of: who says the quotation right before, else the one last named."""
    if scene.speech:
        return []
    before = scene.sentences[scene.number - 1].start if scene.number else 0
    for speech in scene.speeches:
        start, end = speech.parts[-1]
        if speech.kind == "speech" and speech.speaker and before < end and start < scene.sentences[scene.number].start:
            return [speech.speaker]
    return [scene.last_actor] if scene.last_actor else []


_THE_MANY = regex.compile(
    expand(
        r"\b[Tt]he (?:two |three |four |five )?(?P<who>(?:[a-z-]+ ){0,2}[a-z-]{2,}s(?: (?:in|of) (?:the )?{BCSR})?) "
        r"(?:met|have|had|were|did|held|discussed|said|considered|agreed|talked|spoke|signed|decided|adopted|expressed"
        r"|welcomed|visited|exchanged)\b"
    )
)


def _they(scene: Scene) -> list[str]:
    """Return the group that a sentence shortly before begins with."""
    for number in range(scene.number - 1, max(-1, scene.number - 4), -1):
        sentence = scene.sentences[number]
        match = _THE_MANY.search(sentence.text)
        if match is not None:
            return [raw(sentence, *match.span("who"))]
    return []


def body_name(scene: Scene, value: Any) -> str:
    """Return the name of an acting body, or of whatever else acts.

    A bare head word ("the Council") is told from the session the page tells of, else from what was named before; a
    short name ("Coordinating Council") by the fullest that the page gives, where only one is.
    """
    if not isinstance(value, Body):
        return scene.name(value)
    if value.anaphor:
        return _meant(scene, value)
    fuller = {
        other
        for s in scene.sentences[:_REACH]
        for p in s.places(kinds="B")
        if (other := s.value(p).name).startswith(f"{value.name} on ")
    }
    return fuller.pop() if len(fuller) == 1 else value.name


def _we(scene: Scene) -> list[str]:
    """Return who "we" are: those a page speaks for, else the state or the organisation whose official speaks."""
    if scene.collective:
        return [scene.collective]
    if not scene.speech:
        return []
    for draft in scene.drafts:
        if draft.register == "tenures" and draft.slots.get("person") == scene.speech:
            owner = str(draft.slots.get("organization") or "")
            if owner and not owner.startswith(scene.home):
                return [owner]
    return [scene.home] if scene.home else []


_IT_SAYS = regex.compile(expand(r"(?P<who>[{B}{Y}]) (?:said|says|stated|announced|noted|added)\b[^,;]{0,40}$"))


def _it_here(scene: Scene, sentence: Masked, at: int) -> list[str]:
    """Return the body that "it" speaks of in words of its own: "The Council said it had asked"."""
    match = _IT_SAYS.search(sentence.text, 0, at)
    return [body_name(scene, sentence.value(match.start("who")))] if match is not None else []


def _it(scene: Scene) -> list[str]:
    """Return the body that "It" at the head of a sentence speaks of: the subject of a sentence before."""
    for number in range(scene.number - 1, max(-1, scene.number - 4), -1):
        sentence = scene.sentences[number]
        for match in _MAIN.finditer(sentence.text):
            if match.end() - match.start() == 1 and sentence.kind(match.start()) in ("B", "Y"):
                return [scene.name(sentence.value(match.start()))]
    return []


_SESSION_OF = pattern(r"\b(?:session|meeting) of (?:the )?({BY})|\b(?:[Bb]y|[Aa]t|[Ii]n) the ({BY})")


def session_body(scene: Scene, not_these: list[str]) -> list[str]:
    """Return the body whose session the page tells of, for "it was decided", "X was instructed"; empty where none."""
    sessions = [
        d
        for d in scene.drafts
        if d.register == "meetings" and d.slots.get("kind") == "session" and d.slots.get("bodies")
    ]
    meeting = next((d for d in reversed(sessions) if d.slots.get("status") == "held"), None)
    sentence = scene.sentences[scene.number]
    here = sentence.search(_SESSION_OF, sentence.text)
    name = scene.name(sentence.value(here.end() - 1)) if here is not None else ""
    if name and name not in not_these:
        return [name]
    if meeting is not None and not set(meeting.slots["bodies"]) & set(not_these):
        return [str(meeting.slots["bodies"][0])]
    for number in range(scene.number, max(-1, scene.number - _REACH), -1):
        sentence = scene.sentences[number]
        for match in _MAIN.finditer(sentence.text):
            alone = match.end() - match.start() == 1 and sentence.kind(match.start())
            value = sentence.value(match.start()) if alone else None
            if (
                isinstance(value, Body)
                and value.kind != "organisation"
                and not value.anaphor
                and _DECIDES.search(value.name)
            ):
                name = body_name(scene, value)
                if name not in not_these and name not in _asked(scene):
                    return [name]
    return []


@functools.lru_cache(maxsize=256)
def _word(name: str) -> regex.Pattern[str]:
    """Return a pattern for a name as words of its own, large or small."""
    return regex.compile(rf"\b{regex.escape(name)}\b", regex.IGNORECASE)


def _meant(scene: Scene, value: Body) -> str:
    """Return the body a bare head word stands for: one that meets on this page, else the first organ named so."""
    head = _word(value.name)
    if value.name in _ORGANISATIONS and head.search(scene.home):
        return scene.home
    for draft in reversed(scene.drafts):
        for name in draft.slots.get("bodies") or () if draft.register == "meetings" else ():
            if head.search(str(name)):
                return str(name)
    for sentence in scene.sentences[: min(scene.number, _REACH)]:
        for at in sentence.places():
            other = sentence.value(at)
            if (
                isinstance(other, Body)
                and not other.anaphor
                and not other.state
                and head.search(other.name)
                and scene.home in (other.organization, "")
            ):
                return other.name
    return scene.body(value)


_ORGANISATIONS = frozenset({"League", "Union", "Organization", "Organisation", "Alliance", "Commonwealth", "Community"})
"""Words that name an organisation as a whole, whose council's name they may stand in."""


def _asked(scene: Scene) -> list[str]:
    """Return who is to do what this page has told of so far: who is asked does not decide."""
    return [name for d in scene.drafts if d.register == "commitments" for name in d.slots.get("actor") or ()]


_DECIDES = regex.compile(
    r"\b(?:Council|Committee|Assembly|Conference|Commission|Meeting|Board|Congress|Parliament|"
    r"Presidium|Bureau|Summit)\b"
)
_BRACKETED = regex.compile(expand(r"{A} \((?:[^(){S}]{0,20})({S})"))


def own_state(scene: Scene, sentence: Masked, at: int) -> list[str]:
    """Return the state of the person whose "country" or "Government" is spoken of before a place of the sentence."""
    bracket = _BRACKETED.search(sentence.text, 0, at)
    if bracket is not None:
        return [scene.name(sentence.value(bracket.start(1)))]
    people = [sentence.value(p) for p in sentence.places(0, at, kinds="A")]
    owners = [office.organization for value in people for office in value.offices]
    name = scene.person(people[0]) if people else scene.last_actor
    owners += [
        str(d.slots.get("organization"))
        for d in scene.drafts
        if d.register == "tenures" and d.slots.get("person") == name
    ]
    states = {
        scene.name(s.value(p)) for s in scene.sentences[:_REACH] for p in s.places() if isinstance(s.value(p), State)
    }
    for owner in owners:
        if owner in states:
            return [owner]
    if people and not people[0].name and people[0].offices:
        of = _OF_STATE.search(people[0].offices[0].text)
        return [of.group(1)] if of and of.group(1) in states else []
    return []
