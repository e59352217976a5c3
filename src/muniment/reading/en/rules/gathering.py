"""The noun phrase that names a meeting: "the 12th extraordinary session of the Council", "talks between X and Y"."""

from __future__ import annotations

import functools
from typing import Any

import msgspec
import regex

from muniment.reading.en.numbers import cardinal_value, find_ordinals, last_ordinal
from muniment.reading.en.rules.groups import whole_group
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Body, Group
from muniment.reading.pattern import compiled, pattern
from muniment.reading.scene import Scene

__all__ = ["HEAD", "KIND_OF_HEAD", "Gathering", "body_name", "gathering", "kind_of_body"]

KIND_OF_HEAD = {
    "session": "session", "sitting": "session", "meeting": "session", "summit": "session", "plenary": "session",
    "assembly": "session", "conference": "conference", "forum": "conference", "congress": "conference",
    "symposium": "conference", "seminar": "conference", "round table": "conference", "roundtable": "conference",
    "workshop": "conference", "consultation": "consultation", "talk": "bilateral", "negotiation": "bilateral",
    "conversation": "bilateral", "briefing": "briefing", "press conference": "briefing", "news conference": "briefing",
    "retreat": "session", "colloquium": "conference",
    "videoconference": "session", "video-conference": "session",
    "ceremony": "ceremony", "ceremonie": "ceremony", "debate": "debate",
}  # fmt: skip
"""What a meeting is called, in the singular, to its kind in the record format."""

HEAD = (
    r"(?P<head>[Ss]ession|SESSION|[Ss]itting|[Mm]eeting|MEETING|[Ss]ummit|(?:[Pp]ress|[Nn]ews)[ "
    r"-][Cc]onference|[Cc]onference|"
    r"[Vv]ideo-?conference(?! (?:meeting|session|format|mode|call|link|system|talk|consult))|"
    r"[Ff]orum|[Cc]ongress|[Ss]ymposium|[Ss]eminar|[Rr]ound[ -]?table(?: (?:meeting|discussion))?|"
    r"[Ww]orkshop|[Cc]onsultation|[Tt]alk|[Nn]egotiation|"
    r"[Cc]onversation|[Bb]riefing|[Cc]eremon(?:y|ie)|[Dd]ebate|Retreat|[Cc]olloquium|[Pp]lenary(?! (?:session|"
    r"meeting|sitting|"
    r"assembl|debate)))(?P<many>s?)(?![\w-])"
)
"""Pattern for the word that names a meeting."""

_STOP = frozenset({
    "in", "of", "at", "to", "for", "on", "by", "with", "from", "during", "after", "before", "about", "into", "via",
    "as", "and", "or", "that", "which", "who", "whom", "whose", "where", "when", "was", "is", "are", "were", "be",
    "been", "being", "will", "would", "shall", "has", "have", "had", "held", "hold", "holds", "holding", "attended",
    "attend", "addressed", "chaired", "opened", "closed", "took", "take", "takes", "part", "convened", "convene",
    "concluded", "began", "begun", "participated", "participate", "visited", "announced", "prepared", "organized",
    "organised", "hosted", "host", "until", "since", "through", "within", "under", "between", "against",
    "following", "regarding", "concerning", "including", "not", "also", "then", "if", "but", "while", "because",
    "their's", "us", "them", "he", "she", "it", "they", "we", "i", "did", "does", "do", "next's", "me", "you",
    "him", "her's", "met", "meet", "meets", "near", "inaugural's", "at's", "adopted", "discussed", "considered",
    "decided", "submitted", "said", "told", "noted", "informed", "ended", "started", "postponed", "cancelled",
    "upon", "beyond", "conclude", "concludes", "end", "ends", "close", "closes", "open", "opens", "begin", "begins",
    "hosts", "discuss", "discusses", "adopt", "adopts", "address", "addresses", "attends", "see", "sees",
    "beginning", "planned's", "agreed", "described"
})  # fmt: skip
_DETERMINERS = frozenset({
    "the", "a", "an", "its", "their", "this", "that", "our", "his", "her", "one", "such", "these", "those",
    "another", "two", "three", "four", "five", "six", "several", "many", "both", "my", "your"
})  # fmt: skip
_NO_PARTICULAR = frozenset({
    "no", "any", "each", "every", "such", "many", "most", "all", "few", "some", "various", "numerous", "related",
    "other"
})  # fmt: skip
_NO_MEETING = frozenset({"training", "photo", "poster", "coaching", "practical", "q&a", "question-and-answer"})
"""Words before "session" that make it none of a body's."""
_WORD_BEFORE = compiled(r"(?:(?P<w>\(?[\w’'./-]*[\w’'.)/-]),?|(?P<p>{DBSJCYRU}[’']?s?(?:-{SJ})?[’']?|{D}\))) $")
_THOUSANDS = regex.compile(r"\d{1,3},$")
_AND = regex.compile(r",|\band\b")
_HEADED = regex.compile(r"[’']? (?:[A-Z]\w+ )*\w+$")
_COMPLEMENT = pattern(
    r"^(?: \((?:{B}|\w+)\))?(?:,? at the [\w-]+ level)?(?: (?i:of|by)(?: all)?"
    r"(?: Their (?:Majesties|Highnesses|Excellencies)(?: and (?:Majesties|Highnesses))?,?)? "
    r"(?i:the |its |their |our |both )?(?P<bodies>(?:[\w-]+ (?={BY}))?{BY}(?:(?:\+ |-|[’']s? ){B})?"
    r"(?P<tail>(?: [a-z][\w-]*){0,2} (?:countries|states|nations|ministers|members|partners|representatives|experts"
    r"|officials|coordinators|leaders)\b)?(?: (?:conference|council|committee|commission|board|assembly)"
    r"(?= (?:was|is|will|in|on|to)\b|[,.;]|$))?(?: \({B}\))?(?: of(?: the)? {BYS})?(?:(?:,| and|, and)(?: the)? {BY}"
    r"(?![’'])(?: \({B}\))?(?! (?:held|met|took(?! place)|adopted|discussed|considered|decided|did"
    r"|(?:will|was|were|is|are|has|have)(?! (?:be |been |also |jointly )*(?:held|convened|conducted|take|taken"
    r"|opened|scheduled|planned|due|to be)\b))\b))*)"
    r"| of (?:the |our |this )?(?P<small>(?:[a-z][\w-]* ){0,3}?(?:council|committee|commission|group|board|assembly"
    r"|bureau|forum|presidium|secretariat|body)\b(?: on (?:[\w-]+(?: and)? ?){1,4}(?=[,.;]|$)| on (?:the )?{SR}"
    r"| on [^.;,{A}{B}{D}]{3,110}?(?= (?:was|were|is|will|has|took|met|held|under|within)\b))?)"
    r"| of (?:the )?(?P<plain>(?:[a-z][\w-]* ){0,4}(?:ministers|experts|heads|leaders|secretaries|speakers"
    r"|representatives|ambassadors|chiefs|officials|deputies|parliamentarians|coordinators|executives|directors"
    r"|commanders|chairmen|chairs|chairpersons|inspectors|prosecutors|envoys|rapporteurs|negotiators)\b"
    r"(?: in charge of [a-z][\w -]{3,40}?(?=[.,;]|$| (?:was|were|is|will|has|took|in|on|at|of)\b))?"
    r"(?: of (?:the )?(?:(?:[a-z][\w-]* ){0,14}?{BYS}(?:(?:,| and|, and)(?: the)? {BS}"
    r"(?! (?:held|met|took|adopted|discussed)))*|(?:[\w-]+ ){1,3}(?:countries|states|nations|parliaments|members"
    r"|staffs?|services|forces|departments|ministries|agencies|delegations)\b))?))"
)
_COMPLEMENT_BEGINS = (" of ", " by ", " (", ",", " at ")
_NEXT = frozenset({"next", "upcoming", "forthcoming", "coming", "following"})
_PAST = frozenset({"previous", "preceding", "last", "recent", "past", "earlier"})
_EXTRA = frozenset({"extraordinary", "extra-ordinary", "emergency", "unscheduled"})
_OBJECT_OF = regex.compile(
    r"\b(?:held|hold|holds|holding|had|convened|convene|attended|conducted|organi[sz]ed|hosted|hosts|hosting|during|at|"
    r"agreed to hold) (?:an? |the )?$"
)
_CALL_OF = regex.compile(expand(r" of (?:the )?{BY}"))
"""Where a video conference is the meeting and not the way it was held: "held a video conference"."""
_BRIEFING_WHOM = regex.compile(expand(r" (?:the |[a-z]+s\b|{B}|{Y}|{A})"))
"""Whom somebody briefs, where the verb begins a sentence: "Briefing reporters in Oslo"."""
_WHERE_NEXT = regex.compile(expand(r" (?:in|on|at|today|yesterday)\b| {D}"))
"""What follows "meeting" where a verb is meant: "the ministers meeting in Oslo"."""
_FORMATS = {
    "narrow": "narrow", "restricted": "narrow", "closed": "narrow", "expanded": "expanded", "extended": "expanded",
    "enlarged": "expanded", "plenary": "plenary", "limited": "limited",
}  # fmt: skip


class Gathering(msgspec.Struct):
    """A meeting's noun phrase in a masked sentence.

    Attributes:
        start: where it begins, its article included; position in the masked text.
        end: where it ends, its complement included; half-open.
        head: the naming word, small letters, singular.
        plural: whether several meetings are meant.
        words: the words before the head, small letters.
        ordinal: 15 for "15th"; 0 where none is given.
        dates: positions of dates among the words ("the September session").
        bodies: names of the bodies that meet.
        anaphor: whether the bodies are told only by a head word ("the Council").
        named: body before the head ("NATO summit", "the Council's session").
        group: people or states that meet, where no body is named.
        definite: whether it stands with "the", "its", "this".
        cities: positions of cities among the words ("the Astana summit").
        through: end of a second session told together with it; 0 where there is none.
    """

    start: int
    end: int
    head: str
    plural: bool
    words: list[str]
    ordinal: int = 0
    dates: list[int] = []
    bodies: list[str] = []
    anaphor: bool = False
    named: bool = False
    group: str = ""
    definite: bool = False
    cities: list[int] = []
    through: int = 0

    @property
    def next(self) -> bool:
        """Whether it is called the next one."""
        return bool(_NEXT.intersection(self.words))

    @property
    def past(self) -> bool:
        """Whether it is called an earlier one."""
        return bool(_PAST.intersection(self.words))

    @property
    def extraordinary(self) -> bool:
        """Whether it is called extraordinary."""
        return bool(_EXTRA.intersection(self.words))

    @property
    def own(self) -> bool:
        """Whether it is told as somebody's own ("its session")."""
        return bool(self.words) and self.words[0] in ("its", "their", "our", "his", "her")

    @property
    def format(self) -> str:
        """Format of the record format that the words before the head tell; empty where they tell none."""
        plain = (w.removesuffix("-format") for w in self.words)
        return next((_FORMATS[w] for w in plain if w in _FORMATS), "")

    @property
    def bare(self) -> bool:
        """Whether it points back to a meeting told of before ("the meeting", "this session")."""
        plain = set(self.words) <= {
            "the",
            "this",
            "that",
            "same",
            "joint",
            "plenary",
            "current",
            "present",
            "our",
            "today’s",
            "today's",
            "",
        }
        return self.definite and not (self.plural or self.bodies or self.group or self.ordinal) and plain

    def kind(self) -> str:
        """Return the kind of meeting, by what it is called and who meets."""
        kind = KIND_OF_HEAD.get(self.head, "other")
        if self.head == "meeting" and "consultative" in self.words:
            return "consultation"
        if self.head == "meeting" and "bilateral" in self.words:
            return "bilateral"
        if kind == "session":
            return (
                kind_of_body(self.bodies[0])
                if self.bodies
                else ("session" if self.head != "meeting" or self.group or self.ordinal else "")
            )
        return kind


_NO_EVENT = regex.compile(r"\b(?:for|to) \||\| of (?:the |its )?(?:\d+\w\w )?(?:[a-z]+ )?session\b")
"""What a session is convened for, and the part of it that is its debate: no meeting of their own."""


def _no_event(text: str, head: str, words: list[str], at: tuple[int, int, int]) -> bool:
    """Whether a briefing or debate is no meeting: what a session is for, a part of it, or the verb of a sentence.

    Args:
        text: the masked sentence.
        head: "briefing" or "debate".
        words: the words before it.
        at: where the phrase and the head begin and where the head ends.
    """
    first, start, end = at
    if _NO_EVENT.search(f"{text[:first]}|{text[end : end + 40]}"):
        return True
    opens = start == len(text) - len(text.lstrip())
    return head == "briefing" and not words and opens and _BRIEFING_WHOM.match(text, end) is not None


_WORKING_GROUP = regex.compile(
    r"\b(?:working|expert|contact|drafting) (?:group|party|subgroup)|group of experts|task ?force", regex.I
)


@functools.lru_cache(maxsize=4096)
def kind_of_body(name: str) -> str:
    """Return the kind of a body's meeting: a working group's, else a session."""
    return "working_group" if _WORKING_GROUP.search(name) else "session"


def body_name(scene: Scene, body: Body) -> str:
    """Return a body's name; a head word alone is told from the meetings told of before, then from the page."""
    name = body.name.removeprefix("of ").removeprefix("the ")
    if not body.anaphor and (body.known or not _HEADS_ONLY.fullmatch(name)):
        return name
    head = name.lower().rstrip("s")
    for draft in reversed(scene.drafts):
        if draft.register == "meetings" and not (draft.notes.get("side") or draft.notes.get("event")):
            found = next((other for other in draft.slots.get("bodies", ()) if head in other.lower()), "")
            if found:
                return found
    return _spelled_out(scene, head) or (scene.body(body) if body.anaphor else "") or name


_HEADS_ONLY = regex.compile(
    r"(?:(?:Joint|Standing|Permanent|Working|Expert|Coordinating|Coordination|Executive|Steering|Contact|"
    r"Ministerial|Special|Main|Interstate|Intergovernmental|Preparatory|Drafting|Advisory) )*"
    r"(?:Council|Committee|Commission|Group|Board|Bureau|Assembly|Party|Forum|Centre|Center|Presidium|Conference)s?"
)


@functools.lru_cache(maxsize=256)
def _titled(head: str) -> regex.Pattern[str]:
    """Return a pattern for a name in capitals that goes beyond a head word."""
    title = regex.escape(head.title())
    tail = r"(?: (?:of|on|for)(?: the)?(?: (?:and |of |the )*[A-Z][\w’'-]+)+)"
    before = r"(?:(?!(?:The|On|In|At|For|By|From|This|That|Draft) )[A-Z][\w’'-]+ )"
    return regex.compile(rf"\b(?:{before}+{title}\b{tail}?|{title}{tail})")


def _spelled_out(scene: Scene, head: str) -> str:
    """Return the last body named so far whose name goes beyond a head word; else what the page's text has."""
    known = ""
    for sentence in reversed(scene.sentences[: scene.number + 1]):
        for at in reversed(sentence.places()):
            value = sentence.value(at)
            if (
                isinstance(value, Body)
                and not value.anaphor
                and head in value.name.lower()
                and not _HEADS_ONLY.fullmatch(value.name)
            ):
                known = known or value.name
                if len(head.split()) == 1 or value.name.lower().find(head) <= 8:
                    return value.name
    if known or scene.number >= len(scene.sentences):
        return known
    text = scene.page.text[: scene.sentences[scene.number].start]
    if head.title() not in text:
        return ""
    full = list(_titled(head).finditer(text))
    return full[-1][0] if full else ""


def gathering(sentence: Masked, start: int, end: int, scene: Scene) -> Gathering | None:
    """Return the noun phrase around a head word; None where no particular meeting is meant.

    Args:
        sentence: the masked sentence.
        start: where the head word begins in its text.
        end: where the head word ends.
        scene: the page being read, for bodies told by a head word.
    """
    text = sentence.text
    word = text[start:end].lower()
    head = "round table" if word.startswith("round") else word if word in KIND_OF_HEAD else word.removesuffix("s")
    first, words, places = _before(sentence, start)
    call = head == "conference" and words[-1:] in (["video"], ["tele"], ["audio"])
    if call or head in ("videoconference", "video-conference"):
        if _OBJECT_OF.search(text, 0, first) is None and not _CALL_OF.match(text, end):
            return None
        head, words = "meeting", words[:-1] if call else words
    if head in ("briefing", "debate") and _no_event(text, head, words, (first, start, end)):
        return None
    if (
        (head in ("session", "ceremony", "ceremonie") and _NO_MEETING.intersection(words[-1:]))
        or _NO_PARTICULAR.intersection(words)
        or (words and words[0] in ("two", "several") and head not in ("talk", "consultation"))
    ):
        return None
    found = Gathering(first, end, head, word.endswith("s") and head not in ("congres",), words)
    found.definite = bool(words) and words[0] in (
        "the",
        "its",
        "their",
        "this",
        "that",
        "our",
        "his",
        "her",
        "today’s",
        "today's",
    )
    found.definite = found.definite or (
        head == "summit" and text[start].isupper() and _NUMBERED.match(text[:start]) is not None
    )
    thousands = _THOUSANDS.search(text, max(0, first - 4), first) if text[first - 1 : first] == "," else None
    found.ordinal = last_ordinal(text[thousands.start() if thousands else first : end])
    for at in places:
        kind = sentence.kind(at)
        if kind == "D":
            found.dates.append(at)
        elif kind == "C":
            found.cities.append(at)
    _complement(found, sentence, scene)
    _organ(found)
    if not (found.bodies or found.group):
        _named(found, sentence, scene, places)
    elif found.group:
        owner = next(
            (v for at in places if isinstance(v := sentence.value(at), Body) and v.kind == "organisation"), None
        )
        found.bodies = [f"{owner.name} {found.head.capitalize()} of {found.group}"] if owner else []
    return found


_OWNED = regex.compile(r"(?P<organ>council|committee|commission|assembly|board)[’']s")


def _organ(found: Gathering) -> None:
    """Read "the council's session of the League" as one of the League's Council."""
    owned = next((m for w in found.words if (m := _OWNED.fullmatch(w))), None)
    if owned is not None and len(found.bodies) == 1:
        found.bodies = [f"{owned['organ'].capitalize()} of the {found.bodies[0]}"]


def _before(sentence: Masked, start: int) -> tuple[int, list[str], list[int]]:
    """Return where the words before a head begin, those words, and the mentions among them."""
    text, position = sentence.text, start
    words: list[str] = []
    places: list[int] = []
    while len(words) < 8:
        blank = text.rfind(" ", 0, position - 1) if position else -1
        match = _WORD_BEFORE.search(text, max(0, position - 40, blank + 1), position)
        if match is None or match.end() != position:
            break
        word = match["w"].lower() if match["w"] else ""
        if word in _STOP or (
            match["w"] and match[0].endswith(", ") and not (ordinal_like(word) or word in _NEXT or word in _PAST)
        ):
            break
        position = match.start()
        words.append(word or _word(text[match.start()], match["p"], sentence.kind(match.start())))
        if match["p"]:
            places.append(match.start())
        if word in _DETERMINERS:
            break
    return position, words[::-1], places[::-1]


def ordinal_like(word: str) -> bool:
    """Whether a word is an ordinal."""
    return bool(find_ordinals(word))


def _word(placeholder: str, whole: str, kind: str) -> str:
    return ("today's" if kind == "D" and whole.endswith("s") else f"<{kind}>") if placeholder else ""


def _complement(found: Gathering, sentence: Masked, scene: Scene) -> None:
    """Read "of the Council", "of the foreign ministers", "of the group" behind the head."""
    after = sentence.text[found.end :]
    match = sentence.match(_COMPLEMENT, after) if after[:4].lower().startswith(_COMPLEMENT_BEGINS) else None
    if match is None or match.end() == 0:
        return
    offset = found.end
    if match["bodies"]:
        first, last = match.span("bodies")
        if match["tail"]:
            start, end = sentence.span(offset + first, offset + last)
            found.group = " ".join(sentence.page_text[start:end].split()).removeprefix("the ")
            found.end = max(offset + match.end(), found.through)
            return
        _bodies(found, sentence, scene, sentence.places(offset + first, offset + last))
    elif match["small"]:
        start, end = sentence.span(offset + match.start("small"), offset + match.end("small"))
        found.bodies = [_small(scene, " ".join(sentence.page_text[start:end].split()))]
        found.anaphor = True
    elif match["plain"]:
        start, end = sentence.span(offset + match.start("plain"), offset + match.end("plain"))
        text = " ".join(sentence.page_text[start:end].split())
        if _ANYBODY.fullmatch(text):
            more = sentence.match(_ANY_OF, sentence.text, offset + match.end("plain"))
            start, end = sentence.span(offset + match.start("plain"), more.end() if more else offset)
            text = " ".join(sentence.page_text[start:end].split()) if more else ""
        found.group = text
    found.end = max(offset + match.end(), found.through)


_ANYBODY = regex.compile(r"(?:high |senior |other |their |its |the )*(?:representatives|officials)")
"""Words for people that do not tell who met."""
_ANY_OF = pattern(r" of [^.;,{A}{B}{D}{N}{Y}]{3,90}?(?=,| (?:was|were|is|will|has|took|in|on|at)\b)")
"""Whose they are, as far as it is told in small letters."""
_NUMBERED = regex.compile(r"\W*(?:\d{1,3}[.)] )?$")
_MORE_STATES = regex.compile(expand(r"(?:(?:,| and|, and) (?:the )?{S})+"))


def _bodies(found: Gathering, sentence: Masked, scene: Scene, places: list[int]) -> None:
    """Put the bodies at some places into a phrase; an elided complement is supplied from the next session's body."""
    names: list[str] = []
    group, previous = "", -1
    for at in places:
        value = sentence.value(at)
        gap = sentence.text[previous + 1 : at] if previous >= 0 else ","
        more = _AND.search(gap) is not None
        before, previous = previous, at
        if isinstance(value, Group):
            others = _MORE_STATES.match(sentence.text[at + 1 :])
            text, end = whole_group(sentence, at)
            if others:
                start, last = sentence.span(at, at + 1 + others.end())
                text = " ".join(sentence.page_text[start:last].split())
                text = text[4:] if text.startswith(("The ", "the ")) else text
            found.through = max(found.through, end if not names else 0)
            if names and not more:
                names[-1] = names[-1] if text.split(" ")[0] in names[-1] else f"{names[-1]} of the {text}"
            elif not names:
                group = text
        elif isinstance(value, Body) and (more or not names):
            names += _joint(found, sentence, at, scene) or [_with_members(found, sentence, at, body_name(scene, value))]
            found.anaphor = found.anaphor or (value.anaphor and names[-1] == value.name)
        elif isinstance(value, Body):
            names[-1] = _gone_on(names[-1], gap, sentence, (before, at), body_name(scene, value))
    found.bodies, found.group = names, group if not names else ""


def _gone_on(name: str, gap: str, sentence: Masked, places: tuple[int, int], other: str) -> str:
    """Return a body's name with the body told right behind it: "LEAGUE-Norway Committee", "the League's Council"."""
    if gap == "-":
        start, end = sentence.span(places[0], places[1] + 1)
        return " ".join(sentence.page_text[start:end].split())
    if gap.startswith(("’s", "'s", "’ ", "' ")):
        return other
    if not gap.strip() or gap == "+ ":
        return f"{name}{gap.strip()} {sentence.value(places[1]).name}"
    return name


def _with_members(found: Gathering, sentence: Masked, at: int, name: str) -> str:
    """Return a body's name with who sits in it: "Harbour Council of authorised bodies of the member states"."""
    if not _HEADS_ONLY.fullmatch(name):
        return name
    text, end = whole_group(sentence, at)
    if end == at + 1:
        return name
    found.through = max(found.through, end)
    return text


def _joint(found: Gathering, sentence: Masked, at: int, scene: Scene) -> list[str]:
    """Return both bodies of "the Council and the 5th session of the X Assembly": the first is the Assembly's."""
    value = sentence.value(at)
    after = joined(sentence, at)
    if after < 0 or not isinstance(sentence.value(after), Body):
        return []
    second = body_name(scene, sentence.value(after))
    ordinals = find_ordinals(sentence.text[at:after])
    found.ordinal = found.ordinal or (ordinals[-1].value if ordinals else 0)
    found.through = after + 1
    return [
        f"{value.name} of the {second}"
        if value.anaphor or _HEADS_ONLY.fullmatch(value.name)
        else body_name(scene, value),
        second,
    ]


_JOINED = regex.compile(
    expand(rf"^ and (?:(?:the|a|an|its|of) )?(?:[\w’'-]+ ){{0,5}}(?:{HEAD}) of (?:the )?(?P<next>{{B}})")
    .replace("(?P<head>", "(?:")
    .replace("(?P<many>", "(?:")
)


def joined(sentence: Masked, at: int) -> int:
    """Return where the body of a session joined to the one of the body at `at` stands; -1 where none is."""
    match = _JOINED.match(sentence.text[at + 1 :])
    if match and find_ordinals(match[0]) and find_ordinals(sentence.text[max(0, at - 60) : at]):
        return -1  # each has its own number: they are two meetings
    return at + 1 + match.start("next") if match else -1


@functools.cache
def _head_word(head: str) -> regex.Pattern[str]:
    return regex.compile(
        (
            rf"\b(?:(?!(?:the|a|an|of|and|on|to|for|formed|established|created)\b)[\w-]+ ){{0,2}}{head}\b(?= (?:of|"
            rf"on|for|to)\b)"
        ),
        regex.I,
    )


def _small(scene: Scene, phrase: str) -> str:
    """Return the body that a small-written head word points to: the last one named by it, else as written."""
    head = phrase.split(" on ")[0].split()[-1]
    if len(phrase.split()) > 1:
        return phrase
    for sentence in reversed(scene.sentences[: scene.number + 1]):
        for at in reversed(sentence.places()):
            value: Any = sentence.value(at)
            first, last = sentence.span(at, at + 1)
            if isinstance(value, Body) and not value.anaphor and head in sentence.page_text[first:last].lower():
                return value.name
    for draft in reversed(scene.drafts):
        if draft.register == "meetings":
            met = next((n for n in draft.slots.get("bodies") or () if head in n.lower().split()), "")
            if met:
                return met
    for sentence in reversed(scene.sentences[: scene.number]):
        match = _head_word(head).search(sentence.text)
        if match:
            return match[0]
    return phrase


def small_body(scene: Scene, phrase: str) -> str:
    """Return the body that "the committee" points to."""
    return _small(scene, phrase)


def _named(found: Gathering, sentence: Masked, scene: Scene, places: list[int]) -> None:
    """Read a body or group before the head: "NATO summit", "the Council's session", "the Ministers' Meeting"."""
    for at in reversed(places):
        value = sentence.value(at)
        tail = sentence.text[at + 1 : found.end]
        if isinstance(value, Body):
            name = body_name(scene, value)
            own = found.head in ("summit", "conference", "forum", "congress") and not value.anaphor
            found.bodies = [f"{name} {found.head}"] if own else [name]
            found.named = True
            return
        if isinstance(value, Group) and _HEADED.match(tail[:60]):
            text = " ".join(value.text.split())
            title = found.head if tail.split()[-1].islower() else found.head.capitalize()
            gerund = tail == " meeting" and _WHERE_NEXT.match(sentence.text, found.end) is not None
            found.bodies = [text if gerund else f"{text}' {title}"]
            found.named = True
            return


def spelled_count(words: list[str]) -> int:
    """Return how many meetings the words before a plural head say; 0 where they do not."""
    return next((value for w in words if (value := cardinal_value(w) or 0)), 0) if words else 0
