"""What a meeting is about: items in a list, after semicolons or in prose, and how many they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.numbers import cardinal_value
from muniment.reading.en.rules.participants import detail, listed
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES"]

_ITEM = r"(?:questions?|items?|issues?|points?|topics?|matters?|agenda items?)"
_COUNT = r"(?P<count>\d{1,3}|(?:[Tt]wenty|[Tt]hirty|[Ff]orty)(?:-\w+)?|[A-Z]?[a-z]{2,9})"
_MARK = regex.compile(
    r"^\s*(?:[-–—•*·]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[ivx]{1,4}[.)])\s*|(?:AOB|Any other business)\s*:\s*"
)
_BRACKETED = regex.compile(r"\([^()]*\)")
_COMMA = "\ufe50"
"""Stands for a comma inside brackets, where it parts no items."""
_NOTHING = regex.compile(
    r"(?i:the|this|that|these|such|other|a number of) (?:[a-z]+ )?(?:matter|issue|question|topic|problem|"
    r"item)s?(?: in private| of (?:mutual|common) interest)?|(?:(?:an?|some|about|around|over|nearly|more than) )*"
    r"(?:dozens?(?: of)?|scores? of|several|many|\d+|[a-z]+teen|twenty|thirty|ten|eleven|twelve) (?:[a-z]+ )?"
    r"(?:issues|questions|items|matters|topics|points)|among (?:them|others|(?:a total of )?\d+ .*)|"
    r"will (?:also )?(?:look|hear|examine|review)\b.*|and so on"
)
"""Words that name nothing on an agenda."""
_TOLD_BY = regex.compile(
    r",\s+(?:according to\b|"
    r"(?:the )?(?:[\p{L}./’'-]+ ){1,5}?\p{Lu}[\p{L}’'-]+ (?:said|told|noted|added|announced)\b|"
    r"(?:(?:the )?(?:\p{Lu}[\w./-]*|press|news|agency|service|spokes\w+|ministry)\s+){1,6}?"
    r"(?:has |have )?(?:learn(?:t|ed)|report(?:s|ed)|writes?|said|says|informs?|informed|cites?|told|announced)\b).*$"
)
"""Who tells of the talks, behind what they were about: ", the Herald reports"."""
_TELLER = regex.compile(
    r",\s+[^,;:]{2,140}?\b(?:told (?:\p{L}|the\b)|said\b|says\b|(?:announced|informed|noted|stated|added|stressed)"
    r"(?=$| (?:on|at|in|to|during)\b)).*$"
)
"""Who said it, behind what was talked about: ", the chief of the League told reporters"."""
_REPORTED = regex.compile(r",\s+report(?:s|ed) (?:the )?(?:\p{Lu}[\w./’'-]*|of|for|and|the|\s)+$")
"""Who told it, behind the verb: ", reported the Ministry of Ports"."""
_INTRODUCED = regex.compile(
    r"^(?:an? (?:wide |broad |whole |large )?(?:number|range|series|variety|set|list|spectrum) of|various|several|many|"
    r"different|numerous) (?:\p{Ll}+ ){0,2}?(?:issues|questions|matters|topics|items|subjects),? (?:including|such as|"
    r"among them|in particular|namely|like) (?:the issues? of )?"
)
"""What comes before the first of the items that a sentence picks out."""
_AND_SO_ON = regex.compile(r",?\s+(?:etc|and so on|and others|among others|among other things)$")
_TALKING = regex.compile(r"^(?:discussing|considering|examining|(?:the )?(?:discussion|consideration|review) of) ")
"""What is done with the matters, before the first of them."""
_GOES_ON = regex.compile(
    r",? (?:and (?:(?:will|to|then|also) )*(?:determine|set|fix|decide|identify|outline|exchange|hear|look|agree|"
    r"summed|signed|adopted|approved|agreed|decided)\b.*|(?:at (?:the|a|an|its|their) (?:plenary|joint|working|closed|"
    r"expanded|narrow|general) (?:session|meeting|sitting)|in (?:the )?(?:expanded|narrow|extended|restricted|limited|"
    r"wide|closed|plenary) (?:format|session|composition)|during (?:a|the|his|her|their|its) (?:\p{Ll}+ ){0,2}"
    r"(?:visit|session|meeting|talks|sitting|summit)\b.*|in their (?:speeches|remarks|statements)))$"
)
"""What a sentence tells behind the last item: what else was done, and where or how it was talked over."""
_SHORTEST = 2
_SHORTEST_PROSE, _LONGEST_PROSE = 8, 520
"""Characters of a sentence's tail that is taken for a list of topics."""
_OF_THE_LAST = ("which ", "who ", "whose ", "where ")
"""Beginnings of what is said of the item before, and is none itself."""
_SPLIT = regex.compile(r";\s*(?:and\s+)?|,\s+as well as\s+|,\s+and\s+(?:also\s+)?|,\s+")


_SEMICOLON = regex.compile(r";\s*(?:and\s+)?")


def items(text: str) -> list[str]:
    """Return the items of an enumeration in prose: by semicolons where there are any, else by commas.

    >>> items("the budget, developments in A and B, and the date of the next session")
    ['the budget', 'developments in A and B', 'the date of the next session']
    """
    text = _REPORTED.sub("", _TELLER.sub("", _TOLD_BY.sub("", " ".join(text.split()).strip(" .:"))))
    text = _GOES_ON.sub("", _AND_SO_ON.sub("", _INTRODUCED.sub("", _TALKING.sub("", text))))
    text = _BRACKETED.sub(lambda m: m[0].replace(",", _COMMA), text)
    parts = _SEMICOLON.split(text) if ";" in text else _SPLIT.split(text)
    if len(parts) == 2 and ";" not in text and " and " in parts[1] and "," not in parts[1]:
        parts = [parts[0], *parts[1].rsplit(" and ", 1)]
    elif len(parts) == 1 and text.count(" and ") == 1 and len(text) < 160 and not _SHARED.search(text):
        parts = text.split(" and ")
    if ";" not in text:
        parts = _prepositions_joined(parts, text)
    plain = (p.strip(" .,;").replace(_COMMA, ",") for p in _adjectives_joined(parts))
    return [p for p in plain if len(p) > _SHORTEST and not _NOTHING.fullmatch(p) and not p.startswith(_OF_THE_LAST)]


_SHARED = regex.compile(r" and on |^the \p{Ll}+ and \p{Ll}+ (?:of|for|in) ")
"""An "and" within one item: "the situation in the north and on the rivers", "the state and prospects of trade"."""
_PREPOSITION = regex.compile(r"(?:in|within|at|of|between|for|with) ")


def _prepositions_joined(parts: list[str], text: str) -> list[str]:
    """Return parts with those put back that only say more of the one before.

    >>> _prepositions_joined(["ways to work at home", "in the world"], "ways to work at home and in the world")
    ['ways to work at home and in the world']
    """
    if all(_PREPOSITION.match(part) for part in parts):
        return parts
    out: list[str] = []
    low = 0
    for part in parts:
        at = text.find(part, low)
        if out and at > 0 and _PREPOSITION.match(part):
            first = text.find(out[-1])
            out[-1] = text[first : at + len(part)]
        else:
            out.append(part)
        low = max(at, low)
    return out


_ADJECTIVE = regex.compile(r"[\p{Ll}-]+(?:al|ic|ary|ive|ous|ial|tary|nal|cal)")
_ADJECTIVE_LAST = regex.compile(r"\b(?:the|in|on|of) [\p{Ll}-]+(?:al|ic|ary|ive|ous|ian)$")
_ADJECTIVES_END = regex.compile(
    r"(?:[\p{Ll}-]+(?:al|ic|ary|ive|ous|ian) and )?[\p{Ll}-]+(?:al|ic|ary|ive|ous|ian) \p{Ll}+"
)
_LATER = regex.compile(
    r"(?:scheduled|planned|due|held|adopted|signed|expected|including|taking|based|aimed|timed|dedicated|"
    r"especially|particularly|in particular|among them|such as|namely|with)\b"
)
"""First words of what is said of the item before."""


def _adjectives_joined(parts: list[str]) -> list[str]:
    """Return parts with those put back that only go on with the one before.

    >>> _adjectives_joined(["rules in the postal", "agricultural and nautical matters", "the next session"])
    ['rules in the postal, agricultural and nautical matters', 'the next session']
    """
    out: list[str] = []
    listed = False
    for part in parts:
        opened = listed or (bool(out) and _ADJECTIVE_LAST.search(out[-1]) is not None)
        listed = bool(out) and (
            _ADJECTIVE.fullmatch(part) is not None or (opened and _ADJECTIVES_END.match(part) is not None)
        )
        if listed or (out and _LATER.match(part)):
            out[-1] = f"{out[-1]}, {part}"
        else:
            out.append(part)
    return out


def _size(found: Found) -> int:
    if not found.has("count"):
        return 0
    return cardinal_value(found.match["count"]) or 0


_ON = regex.compile(r"^(?:on|about) (?:the )?(?=\w)")
"""What begins an item that answers "discussed": "on the plan of work"."""


def _list_items(found: Found, scene: Scene, draft: Draft) -> list[str]:
    """Return the items of the list behind a sentence that ends in a colon, and cite them."""
    out = []
    for item in listed(scene, scene.number):
        text = " ".join(item.page_text[item.start : item.end].split())
        while (match := _MARK.match(text)) and match.end():
            text = text[match.end() :]
        out.append(_ON.sub("", text.strip(" .;,")))
        draft.spans.append((item.start, item.end, found.rule))
    return [text for text in out if text]


_AHEAD = regex.compile(r"\b(?:will|is to|are to|draft)\b")


def agenda(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read a sentence that tells the agenda or its size, with the list behind it."""
    slots: dict[str, Any] = {}
    size = _size(found)
    if found.has("count") and not size and not found.has("rest"):
        return
    if size:
        slots["agenda_size"] = size
    draft = detail(found, slots, ahead=_AHEAD.search(found.match[0]) is not None)
    if found.sentence.text.rstrip().endswith(":"):
        slots["agenda"] = _list_items(found, scene, draft)
    elif found.has("rest"):
        slots["agenda"] = items(found.text("rest"))
    if slots.get("agenda") or size:
        yield draft


def told_of(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "X and Y will be discussed at the meeting of B": what stands first is on its agenda."""
    if modality(found.match.group()) in (DENIED, POSSIBLE):
        return
    rest = _ARTICLE.sub(lambda match: match.group().lower(), found.text("rest"))
    if _SHORTEST_PROSE < len(rest) < _LONGEST_PROSE and not _POINTS_BACK.match(rest):
        yield detail(found, {"agenda": items(rest)}, prose=True, inside=found.match.start("rest"),
                     ahead=_AHEAD.search(found.match["verb"]) is not None)  # fmt: skip


_ARTICLE = regex.compile(r"^(?:The|An?) ")
_POINTS_BACK = regex.compile(
    r"(?i)[^,]{0,60}\b(?:sa(?:id|ys)|add(?:ed|s)|noted|stated|stressed|recalled|told|informed|reported|"
    r"announced) that\b|"
    r"(?i)(?:this|that|these|it|they|the (?:issue|question|matter|document|text|draft)s?)\b(?! of)"
    r"|(?i)(?:in (?:all|total), )?(?:some |about |over |more than )?[\w-]+ (?:issues|questions|items|topics|matters)$"
)


def prose(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the ministers discussed X, Y and Z": an agenda only where the page gives no other."""
    rest = found.text("rest")
    if modality(found.sentence.text[found.match.start() : found.match.start("rest")]) == DENIED:
        found.refuse("denied")
    elif _SHORTEST_PROSE < len(rest) < _LONGEST_PROSE:
        yield detail(found, {"agenda": items(rest)}, prose=True, inside=found.match.start("rest"))


def matters(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Special attention was paid to X", "X was among the topics": what was talked over at the meeting told of."""
    rest = _ARTICLE.sub(lambda match: match.group().lower(), found.text("rest"))
    if modality(found.match.group()) == DENIED:
        found.refuse("denied")
    elif _SHORTEST_PROSE < len(rest) < _LONGEST_PROSE and not _POINTS_BACK.match(rest):
        ahead = _AHEAD.search(found.match.group()) is not None
        yield detail(found, {"agenda": items(rest)}, prose=True, inside=found.match.start("rest"), ahead=ahead)


_WHO = (
    r"(?:[Tt]he |[Tt]heir )?(?:(?:meeting|session|summit|{B}) )?(?:{AYBS}|[Pp]arties|[Ss]ides|[Mm]inisters|"
    r"[Pp]articipants|[Dd]elegations|[Tt]hey|"
    r"[Mm]embers|[Ii]nterlocutors|[Hh]eads of [a-z]+|[Ll]eaders|[Dd]elegates|[Ee]xperts|[Dd]eputies|"
    r"[Pp]arliamentarians)"
)

_AT = (
    r"(?:(?:At|During|In|In the course of|Within the framework of) (?:its|their|the|this|a) [^,;:{A}{N}]{3,90},"
    r"(?: held [^,;{A}{N}]{3,40},)?)"
)
"""Where it was that something was discussed, at the head of the sentence."""

RULES = (
    Rule(
        name="meetings.agenda",
        triggers=("agenda",),
        pattern=(
            rf"\bagenda\b(?: of (?:the )?(?:[a-z]+ ){{0,3}}(?:(?:of )?(?:the )?{{B}})?(?: (?:session|meeting|"
            rf"summit))?)? ?(?:also )?(?:will |is "
            rf"to |was |were )?(?:includes?|included|include|contains?|contained|consists? of|consisted of|"
            rf"comprises?|comprised|has|had|covers?|covered|features?d?|featured|lists?|listed)(?: more than| about| a "
            rf"total of| some)? (?:{_COUNT} (?:[a-z-]+ )?{_ITEM}\b(?: in all)?(?:[:,] (?:including |among them |"
            rf"namely )?(?P<rest>[^:]+))?|(?P<rest>[^:]{{8,}}))"
        ),
        build=agenda,
        reads=(
            "The agenda of the session consists of twelve questions.",
            "The agenda included the budget of the fund, the status of observers and the work plan.",
        ),
        refuses=("The agenda was adopted.",),
    ),
    Rule(
        name="meetings.on-the-agenda",
        triggers=("agenda",),
        pattern=(
            r"(?:^|\b)(?:In total,? |There (?:were|are|was|is|will be) )?(?:[Aa] total of |[Aa]bout |[Ss]ome )?"
            rf"{_COUNT} (?:[a-z-]+ )?{_ITEM} (?:[a-z]+ ){{0,4}}(?:on|in|into|onto) (?:the |its |their |{{B}}[’']s "
            r"|{Y}[’']s? |the {B}[’']s |the (?:session|meeting|summit)[’']s )(?:draft )?agenda\b"
            r"(?: of [^:.]{3,60})?(?:: (?P<rest>.+))?"
            r"|\b[Oo]n the (?:draft )?agenda(?: of [^:.;]{3,60}?)?,? (?:there )?(?:are|were|is|was|will be) "
            rf"(?:about |some |over |more than )?{_COUNT} (?:[a-z-]+ )?{_ITEM}\b"
        ),
        build=agenda,
        reads=(
            "There were 9 questions on the agenda.",
            "Three items stood on the Committee's agenda: the budget; the work plan; and staff rules.",
            "There is a total of eight items on the agenda of the session.",
            "On the agenda of the Oslo meeting are about ten matters.",
            "About 20 issues will be on the session's agenda.",
        ),
        refuses=("The question is not on the agenda.",),
    ),
    Rule(
        name="meetings.agenda-of-items",
        triggers=("agenda of", "agenda with"),
        pattern=(
            rf"\bagenda (?:of|with|containing|comprising) {_COUNT} (?:[a-z-]+ )?{_ITEM}\b(?:,? (?:including|"
            rf"among them|namely):? (?P<rest>[^:]+))?"
        ),
        build=agenda,
        reads=(
            ("The Council considered an agenda of seven items, including the budget, the work plan, and staff rules."),
        ),
        refuses=("The agenda of the day was long.",),
    ),
    Rule(
        name="meetings.had-on-agenda",
        triggers=("agenda", "following", "among others"),
        pattern=(
            rf"^(?=[^:]*:$)(?:{_WHO}[^:]{{0,40}} (?:had|have|has) on (?:their|its) agenda\b[^:]*|"
            rf"[^:]*\bagenda\b[^:]*\b(?:includes?|included|following|as follows|issues?|items?|questions?)[^:]*|"
            rf"(?:{_WHO}|(?:The )?(?:[Mm]eeting|[Ss]ession))[^:]{{0,40}}\b(?:consider|discuss|examine|considered|"
            rf"discussed|examined|reviewed|"
            rf"review|took up|takes up|take up)\b[^:{{N}}]{{0,50}}\b(?:following|ones|issues|questions|items|matters|"
            rf"topics)[^:{{N}}]{{0,"
            rf"30}}):$"
        ),
        build=agenda,
        reads=("Ministers had on their agenda, besides the budget:\n- the situation in the south",),
        refuses=("The Council decided the following:\n- to approve the plan",),
    ),
    Rule(
        name="meetings.considered-count",
        triggers=("considered", "discussed", "examined", "reviewed", "consider", "discuss", "look into"),
        pattern=(
            rf"\bto (?:look into|consider|discuss|examine|review) (?:more than |about |over |some )?{_COUNT} "
            rf"(?:[a-z-]+ )?{_ITEM}\b|"
            rf"^{_WHO}[^.;{{N}}]{{0,50}}? (?:considered|examined|discussed|reviewed|will consider|will discuss) "
            rf"(?:more than |about |a total of |some )?(?!the\b|an?\b){_COUNT} (?:agenda )?{_ITEM}\b|"
            rf"^(?:(?:[Dd]uring|[Aa]t|[Ii]n) [^,.;{{A}}{{N}}]{{3,40}}, )?(?:[Ss]ome |[Aa]bout |[Oo]ver |"
            rf"[Mm]ore than )?{_COUNT} "
            rf"(?:agenda )?{_ITEM} (?:were|have been|will be) (?:considered|examined|discussed|reviewed)\b"
        ),
        build=agenda,
        reads=(
            "The heads of state considered ten questions.",
            "Seven questions were considered.",
            "The ministers will meet in Oslo on 5 May to look into nine issues.",
        ),
        refuses=("The heads of state considered the questions of trade.",),
    ),
    Rule(
        name="meetings.was-discussed",
        triggers=(
            "be discussed",
            "be considered",
            "was discussed",
            "were discussed",
            "was considered",
            "were considered",
            "on the agenda of",
        ),
        pattern=r"^(?:(?:By|According to|In accordance with|As per) the agenda(?: of [^,]{3,40})?, )?"
        r"(?P<rest>[^.;:{A}{N}{Q}]{8,200}?) (?P<verb>(?:will be|was|were|is to be|are to be|shall be) "
        r"(?:also )?(?:discussed|considered|examined)|(?:is|are|was|were|will be) on the agenda) "
        r"(?:at|during|of|by|in) (?:the |its |this |a )[^.;{A}]{0,60}?(?:[Mm]eeting|[Ss]ession|[Ss]ummit"
        r"|[Tt]alks|{B})|^(?:(?:By|According to|In accordance with|As per) the agenda(?: of [^,]{3,40})?, "
        r"|(?:At|During|In) [^,]{3,60}, )?"
        r"(?P<rest>[^.;:{A}{N}{Q}]{8,200}?) (?P<verb>(?:was|were) (?:also )?(?:discussed|considered|examined"
        r"|talked over))(?: in detail)?\.?$",
        build=told_of,
        reads=(
            "The safety of harbours will be discussed at the meeting of the Council of Ports on 3 June.",
            "The safety of harbours was on the agenda of the Council of Ports, which met on 3 May.",
        ),
        refuses=("The safety of harbours may be discussed at the meeting of the Council of Ports.",),
    ),
    Rule(
        name="meetings.attention",
        triggers=("attention", "revolved around", "among the", "agenda", "emphasis ", "focus was"),
        pattern=(
            r"^(?:The )?(?:(?:[Ss]pecial|[Pp]articular|[Mm]ain|main|[Cc]lose|[Gg]reat|[Mm]uch|[Ss]eparate) )?"
            r"(?:[Aa]ttention|[Ee]mphasis|[Ff]ocus) (?:was|has been|will be|is to be) (?:also )?"
            r"(?:paid|given|placed|devoted) (?:to|on) (?P<rest>[^:{N}]+?)\.?$|^(?:The )?"
            r"(?:[Dd]iscussions?|[Cc]onversation|[Tt]alks|[Dd]ebate) (?:also )?(?:\p{Ll}+ly )?revolved around "
            r"(?P<rest>[^:]+?)\.?$|^(?P<rest>[^.;:{A}{N}{Q}]{8,200}?) (?:was|were|is|are|will be) (?:also )?"
            r"(?:among the (?:main |key )?(?:topics|issues|subjects|items|themes|questions)"
            r"(?: discussed| on the agenda| of (?:the )?(?:discussions?|talks))?|on the (?:meeting|session|summit)"
            r"(?:[’']s)? agenda)\.?$"
        ),
        build=matters,
        reads=(
            "Special attention was paid to the safety of harbours.",
            "Discussions chiefly revolved around the safety of harbours.",
            "The safety of harbours was among the topics.",
        ),
        refuses=("Special attention was paid to none.", "This question was among the topics."),
    ),
    Rule(
        name="meetings.discussed",
        triggers=(
            "discuss",
            "consider",
            "exchanged views",
            "focused on",
            "take up",
            "exchange views",
            "dealt with",
            "focus on",
        ),
        pattern=(
            rf"^(?:(?:{_AT} )?{_WHO}|In the \w+ (?:format|session|part),? (?:they|{_WHO}))[^.;{{N}}]{{0,60}}? "
            r"(?:(?:have |will |are to |also |then |again )*(?<!(?:were|was|been|be) )"
            r"(?<!(?:were|was|been|be) also )(?:discussed|exchanged views on|discuss|exchange views on|focused on"
            r"|considered (?=the )(?!the {N})(?![^.;:]*{N})|considered (?:issues|questions|matters|topics) "
            r"(?:on the (?:{B}(?:[’']s)? )?agenda )?(?:of|related to|concerning|on|regarding)|consider "
            r"(?:issues|questions|matters) (?:of|related to|concerning|on)))(?: in detail)?,? "
            r"(?P<rest>(?!how|when|whether|during\b|at\b|in\b|by\b)[^:]+?)\.?$|\b(?:several|a number of|various"
            r"|the following|many) (?:issues|questions|matters) were (?:also )?(?:considered|discussed|examined) "
            r"(?:concerning|regarding|related to|on) (?P<rest>[^:]+?)\.?$|\bto take up (?P<rest>[^:;]{8,160}?)\.?$"
            r"|^(?:The )?(?:[Dd]iscussions?|[Cc]onversation|[Tt]alks|[Mm]eeting) (?:also )?"
            r"(?:focused on|dealt with|centred on|centered on|covered|touched upon) (?P<rest>[^:]+?)\.?$"
        ),
        build=prose,
        reads=(
            "The parties discussed trade, border crossings and the exchange of students.",
            "The Assembly will meet on Monday to take up the report of the auditors.",
            "At its meeting in Oslo, the Council of Ports discussed the safety of harbours.",
        ),
        refuses=("The parties signed the protocol.", "The ministers have not discussed the question of tolls."),
    ),
)
"""Rules for what is on a meeting's agenda."""
