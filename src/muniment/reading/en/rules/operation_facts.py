"""What a sentence tells of an operation: whether it is over, when, where, who takes part, why, on what ground."""

from __future__ import annotations

from typing import Any

import regex

from muniment.reading.en.numbers import find_quantities
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Office
from muniment.reading.pattern import pattern
from muniment.reading.scene import Scene

__all__ = [
    "OFF",
    "country",
    "days",
    "facts",
    "grounds",
    "kind_of",
    "numbers",
    "participants",
    "purpose",
    "purpose_of",
    "status",
    "talked_over",
]

_KINDS = (
    ("monitoring_mission", regex.compile(r"monitor|observ|verif|fact-finding|assessment mission")),
    ("exercise", regex.compile(r"exercise|drill|training(?! (?:and \p{L}+ )?mission)|manoeuv|maneuv|war ?game")),
    (
        "peacekeeping",
        regex.compile(
            r"peace-?keep|peace support|interim (?:security )?force|hybrid operation|stabili[sz]ation|\bforce\b"
        ),
    ),
    ("humanitarian", regex.compile(r"humanitarian|relief|rescue|\bfood\b|disaster response")),
    ("operation", regex.compile(r"")),
)
_HELD = r"(?:held|conducted|carried out|staged|organi[sz]ed|mounted|executed|run)"
_STARTED = (
    r"\b(?:(?:has|have) been (?:\w+ly )?(?:held|conducted|carried out)(?= (?:[^.;,]{0,40} )?since\b)|has begun"
    r"|have begun|has started|have started|began|begins|started|starts|commenced?s?|(?:kicks|kicked) off"
    rf"|(?:got|gets|gotten) (?:under ?way|started)|(?:is|are) (?:well )?under ?way|(?:is|are) being {_HELD}"
    rf"|(?:is|are) (?:currently|now) {_HELD}|is taking place|are taking place|goes on|go on|continues?|is continuing"
    r"|are continuing|are taking part|is ongoing|are ongoing|(?:is|are) (?:involved|engaged)|launch(?:ed|es)"
    r"|in full swing|in progress|currently|ongoing|(?:closing|final|active|main|practical) (?:phase|stage) of"
    r"(?! which)|opened|opens|(?:is|are) (?:beginning|starting)|(?:is|are) (?:hosting|attending|rehearsing|holding"
    r"|conducting|staging|running|carrying out)|hosts|holds|conducts|carries out|(?:has|have) (?:officially )?opened"
    r"|arrived|is deploying|are deploying|(?:has|have) been leading)\b"
)
_OVER = (
    r"\b(?:(?:was|were|had been|has been|have been) (?:\w+ly )?(?:held|completed|conducted|concluded|finished|"
    r"carried out|hosted|noted|observed|staged|organi[sz]ed|wrapped up|engaged|involved)|end(?:ed|s)|conclude[ds]|"
    r"finish(?:ed|es)|took place|complete[ds]|wr[ao]pp?(?:ed|s) up|came to (?:an end|a close)|culminate[ds]|worked|"
    r"took part|(?:held|conducted|carried out|staged)(?! (?:annually|regularly|every|since|under|within|by)\b)|hosted"
    r"(?! by\b)|summed up|(?:results|outcomes?) of (?:the|an?))\b"
)
_AHEAD = (
    r"\b(?:(?:will|shall) (?:also |then )?(?:be )?(?:\w+ly )?(?:held|hold|conduct|take|conducted|start|begin|run"
    r"|host|hosted|carried|last|continue|work|deployed|participate|involve|involved|engaged|staged|organi[sz]ed"
    r"|launch|launched|open|opened|kick|get|see|feature|bring|gather|attend|practi[sc]e|rehearse|culminate|conclude"
    r"|end|monitor|observe|head|lead)|(?:is|are|was|were) (?:planned|scheduled|expected|due|set|slated|to start"
    r"|to begin)|(?:scheduled|planned|slated|set) for\b|decision (?:was )?(?:made |taken )?(?:on|to) (?:the )?"
    r"(?:hold|conduct|carry out)(?:ing)?|(?:is|are) to (?:be )?(?:\w+)|to be (?:held|conducted|carried out|deployed"
    r"|hosted|staged)|upcoming|forthcoming|should be (?:deployed|held)|to take place"
    r"|(?:announced|agreed on|decided on) the (?:holding|conduct) of|preparations? (?:of|for)|will take place"
    r"|will start|(?:plan|plans|planned|proposed|proposes|decided|agreed|intends?|charged [^.;]{3,60} with"
    r"|tasked [^.;]{3,60} with) (?:to (?:hold|conduct|carry out|host)|organi[sz]ing|conducting|holding))\b"
    r"|{N} (?:(?:was|has been) )?(?:made |taken )?(?:on|to) (?:the )?(?:hold|conduct|carry out)"
)
OFF = regex.compile(
    r"\b(?:was|were|been|is|are|be) (?:cancelled|canceled|called off)\b|"
    r"^No (?:such |joint )?(?:exercise|drill|operation)|"
    r"\b(?:will|would|shall|is|was|are|were|has|have|had|does|did)(?: not|n[’']t| never| no longer) (?:yet |now )?"
    r"(?:be |been |being |going to be |to be )?(?:held|planned|scheduled|conducted|carried out|organi[sz]ed|foreseen|"
    r"envisaged|take place|taken place|go ahead)\b"
)
"""What is told of an exercise that is not, or not now, to be."""
_VERB = pattern(f"(?P<started>{_STARTED})|(?P<ahead>{_AHEAD})|(?P<over>{_OVER})")
_LIST = r"(?:the )?{S}(?:(?:, and| and|,|;| as well as) (?:the )?{S})*"
_PLACE = pattern(
    r"\b(?:in|on|at|near|across|throughout|hosted by|to) (?:the )?(?:(?:north|south|east|west|central)[\p{Ll}-]* "
    r")?(?:[\p{L}{C} -]{0,40}? (?:of|in|near) (?:the "
    r")?)?(?:(?:Republic|Kingdom|State|Union) of )?"
    r"(?P<place>{S}(?:(?:, (?:the )?{S}){1,5},? and (?:the )?{S}(?![’'])| and (?:the )?{S})?|{C})|"
    r"(?P<place>{S}) (?:is hosting|hosts|hosted|will host|is to host)\b",
    ignore_case=True,
)
_FORCES = (
    r"(?:troops|soldiers|servicemen|service ?members|personnel|contingents?|units|forces|sub-?units|detachments"
    r"|rescuers|sailors|officers|paratroopers|peacekeepers|delegations|teams|representatives)"
)
_TAKES_PART = pattern(
    rf"\b(?:[Tt]ak(?:e|es|ing) part|[Tt]ook part|[Pp]articipa(?:t|nts)\w*|(?:is|are|was|were|be|been) "
    rf"(?:also |\w+ly )?(?:involved|engaged|attended by|represented(?! at [^.;]{{3,40}} by)(?! by))|attended by|"
    r"involv(?:es?|ed|ing)|"
    rf"featur(?:es?|ed|ing)|(?:brings?|brought|bringing) together|gather(?:s|ed|ing)|"
    rf"with (?:the )?(?:participation|involvement|rescuers|{_FORCES})|with (?:\p{{Ll}}+ ){{0,2}}[\d,]+ "
    rf"(?:\p{{Ll}}+ )?{_FORCES} (?:of|from)|comprises? {_FORCES} from)"
)
_FROM = pattern(
    r"\b(?:from|of|by|include|including|are|were|nations:|states:|countries:|units of|participation of|involv\w+|"
    r"{Y}(?: ?\(|:| [–—-])) "
    rf"?(?P<list>{_LIST})"
)
_PURPOSE = pattern(
    r"(?:^|[,;] |\b)(?:(?:[Tt]he|[Ii]ts|[Tt]heir)(?: main)? (?:aim|purpose|goal|objective|task)s?"
    r"(?: of (?:the |this )?(?:[^.;,]{2,60}? )?(?:exercise|operation|mission|drill|training|manoeuvres)s?(?: .)?)? "
    r"(?:is|was|are|were) (?P<text>[^.;]+)"
    r"|(?:is |are |was |were )?(?:aimed at|designed to|intended to) (?P<text>[^.;,]+)"
    r"|(?P<text>directed (?:against|at) [^.;,]+)"
    r"|\b(?:which|that|and) (?:will|is to|are to) (?P<text>(?:simulate|rehearse|practi[sc]e|test)\b[^.;,]+)"
    r"|\b(?:exercise|drill|training|manoeuvre|maneuver)s? (?:will|is to|are to) "
    r"(?P<text>(?:assess|test|practi[sc]e|rehearse|focus on"
    r"|improve|strengthen|check)[^.;]+))"
)
_GOAL_IS = regex.compile(r"\b(?:aims?|purpose|goals?|objectives?|tasks?)\b[^.;,]{0,80}? (?:is|are) to \p{Ll}")
_WORKS = (
    r"(?:assists?|supports?|provides?|contributes? to|advises?|helps?|monitors?|trains?|promotes?|protects?|ensures?|"
    r"observes?|patrols?|verif(?:y|ies)|facilitates?|strengthens?|safeguards?|escorts?)"
)
_TASK = regex.compile(
    expand(
        r"(?:,? which|,? that)?,?(?: (?:(?:civilian|military|training|naval|peacekeeping|executive|non-executive"
        r"|maritime) )*(?:mission|operation|force))?(?: (?:currently|now|also|has been|today|mainly|already))* (?:"
        rf"(?P<text>{_WORKS}\b(?! (?:that|the (?:view|call|idea)))[^.;]+?)"
        r"|(?:is|was|are|has been) (?:\w+ly )?(?:tasked with|tasked to|mandated to|designed to|aimed at|intended to"
        r"|meant to|charged with) (?P<text>[^.;]+?)"
        r"|,? to (?P<text>(?:restore|safeguard|secure|protect|counter|disrupt|combat|deter|support|assist|help|train"
        r"|monitor|observe|ensure)\b[^.;]+?)"
        r"|(?:,? on {D})?, an? [^.;,]{3,60}? (?:operation|mission|force) (?:which is |that is )?"
        r"(?:aimed at|designed to|tasked with) (?P<text>[^.;]+?)"
        r"|(?:aims?|seeks?) (?:to|at) (?P<text>[^.;]+?)"
        r"|(?:is|was) (?:the |an? )[^.;,]{0,50}?(?:operation|mission|force) (?:tasked )?to (?P<text>[^.;]+?)"
        r"|(?:was|were|is) (?:launched|established|set up|created|deployed|sent)[^.;]{0,70}? to "
        r"(?P<text>(?:assist|support|provide|help|monitor|observe|train|strengthen|contribute|protect|disrupt"
        r"|secure)\b[^.;]+?))(?=$|[.;]|,? and (?:has|is|will|it|numbers)\b|,? and (?:the )?{BU} |,? and (?:the )?"
        r"(?:{BU}|\p{Lu}\p{L}+)(?: (?:{RSC}|\p{Lu}\p{L}+)){0,3}(?:, which| \p{Ll}+s| will| was)\b"
        r"|, based\b|,? in close co| as (?:they|it)\b"
        r"| in the wake of\b|, which\b|, in cooperation with\b)"
    )
)
_GROUND = pattern(
    r"\b(?:on the basis of|[Bb]y the terms of|in accordance with|in line with|in compliance with|pursuant to|in "
    r"response to|(?:established|set up|created|authori[sz]ed|mandated|deployed) (?:by|under|pursuant to)|according"
    r" to|under the mandate of|in conformity with|within the ambit of|guided by|governed by|(?:legally )?based "
    r"on|[Aa]dopting|as set "
    r"out in|(?:deployment|mission) follows|following(?= an? (?:\w+ )?invitation)|under"
    r"(?= (?:(?:[Ss]ecurity [Cc]ouncil )?[Rr]esolution|{N})))(?: the provisions of)? "
    r"(?P<text>[^.;]+?)(?=$|[.;]|, adopted\b|,? and (?:was|is|were|are|has|operates|works|acts|"
    r"constitutes|follows|comes|aims|forms|reflects|marks)\b|,?(?: under| "
    r"by| in| on| with)?"
    r" which\b|,? approved\b| at the (?:invitation|request)\b|, (?:was|is|"
    r"it)\b)"
)
_SPLIT = regex.compile(
    expand(
        r"(?:,? and|,) (?=(?:the |an? )?(?:{N}|Articles?|Chapters?|appeal|request|decisions?|resolutions?|mandate|"
        r"agreement|treaty))"
    )
)
_TOLD_BY = regex.compile(
    r"(?i)\b(?:statements?|communiqu[eé]s?|reports?|press releases?|news agency)(?: (?:read|reads|said|says|adds?))?$"
)
"""What tells of an operation rather than grounds it: "according to a statement"."""
_GROUNDING = regex.compile(
    expand(
        r"{N}|Articles?|[Aa]ppeal|[Ii]nvitation|[Rr]esolution|[Dd]ecision|[Mm]andate|[Rr]equest|[Tt]reaty|"
        r"\b\p{Lu}[\p{L} ]{3,60}?(?:Plan|Procedure|Regulations?|Programme|Charter)\b"
    )
)
"""Words of what grounds an operation; from pages of 12 organisations (2026-11)."""
_QUOTED_ON = regex.compile(r",?[\"”].*$")
_OPENING = regex.compile(r"^(?:the|an?) (?:provisions of )?(?:the )?")
_ARTICLE = regex.compile(r",? and (?:the )?(?=Articles? \d|Chapters? [\dIVX])")
_COUNTED = regex.compile(
    r"\s*(?:(?P<unit>units|pieces) of (?:the )?)?(?P<of>(?:\p{Ll}[\p{Ll}-]*|(?:(?:Long|Short)-[Tt]erm "
    r")?Observers)(?: (?:and )?\p{Ll}[\p{Ll}-]*){0,3}?)(?= (?:of|from|in|with|are|is|were|was|have|"
    r"has|take|took|wrapped|began|started|kicked|ended|concluded|gathered|arrived|including|representing|will|"
    r"who|to|participat\p{Ll}+|as|at|by|on|for|along|headed|led|committed|involved|engaged|"
    r"deployed|and \d[\d,]*|and over|and about|"
    r"and more|and up|"
    r"and some|and nearly|based)\b|[,.;)]| \(|$)"
)
_YEARS = range(1990, 2100)
"""A bare number of these is the year in a name ("the X 2024 exercise"), not a count."""
_TIME = regex.compile(r"(?:further |more |calendar )?(?:years?|months?|weeks?|days?|hours?|minutes?|kilomet\w+|km)")
"""What measures time or a way and counts nobody: "by twelve months"."""
_NOBODY = frozenset([
    "and", "or", "so", "far", "now", "currently", "already", "also", "then", "for", "in", "per", "of", "to", "as",
    "from", "at", "by", "on", "with", "until", "over", "under", "during", "million", "billion",
])  # fmt: skip
"""First words behind a number that counts nobody: "67 million for this period"."""
_LEAVING = pattern(
    r"\b(?:withdr[ae]w\w*|hand(?:ed|ing|s)? over|reduc(?:e[ds]?|ing|tion)|draw ?down|scal(?:e[ds]?|ing) down|"
    r"phas(?:e[ds]?|ing) out)\b"
)
"""What tells of those who leave: a sentence with it does not say how many there are."""


def kind_of(words: str) -> str:
    """Return the kind of operation that words name.

    >>> kind_of("joint anti-terrorist drill"), kind_of("relief operation")
    ('exercise', 'humanitarian')
    """
    lower = words.lower()
    return next(kind for kind, told in _KINDS if told.search(lower))


def status(sentence: Masked, after: int) -> str:
    """Return planned, ongoing or completed, by the first verb behind the name, else before it; empty where none tells.

    Args:
        sentence: the sentence.
        after: where the name ends in its masked text.
    """
    first = next((m for m in sentence.finditer(_VERB, sentence.text, after) if not _LASTS.match(m[0])), None)
    first = first or sentence.search(_VERB, sentence.text, 0, after)
    if first is None:
        return ""
    if first.lastgroup == "ahead":
        return "planned"
    if first.lastgroup == "over" and not _OPENED.search(sentence.text, 0, after):
        return "completed"
    return "ongoing"


_LASTS = regex.compile(r"(?:will|shall) (?:also )?(?:last|continue|go on|run)$")
"""What tells when an exercise ends, and not whether it has begun: "will last till 12 May"."""
_OPENED = regex.compile(r"\bopening (?:ceremony )?(?:of|for)\b[^.;]{0,90}$")
"""Before an exercise whose opening took place: it has begun."""
_OF_ANOTHER = regex.compile(
    r"\b(?:approved|adopted|signed|for|than|of|within)\b"
    r"(?:(?!\b(?:beg[aiu]n|start|held|to[ok]+|kick|conduct|from)\w* )[^,]){0,22}$"
    r"|\bsince (?:its|their) (?:inception|foundation|establishment)\b[^,]{0,48}$|\bperiod (?:from )?$"
)
_SET_FOR = regex.compile(r"\b(?:scheduled|planned|set|slated|due)\b[^.;,]{0,40} for (?:the )?$")
_TOLD_ON = regex.compile(r"\b(?:said|announced|told|stated|informed|declared)\b[^;,]{0,45}(?: on)? $")
"""Before the day on which somebody told of an operation."""
_UNTIL = regex.compile(r"\b(?:until|till|through) (?:the )?$")
_SINCE = regex.compile(r"\bsince (?:the )?$")
_TALKED_OVER = regex.compile(
    r"\b(?:talks|consultations?|conference|meetings?|negotiations|session|recon\w+) (?:on|for|of) (?:the )?"
    r"(?:organi[sz]ation|planning|preparations?|conduct|holding|organi[sz]ing|preparing)\b[^.;]*$"
)


def talked_over(sentence: Masked, before: int) -> bool:
    """Whether a sentence tells of talks on how an exercise, named behind a position, is to be held."""
    return _TALKED_OVER.search(sentence.text, 0, before) is not None


_ENDED = pattern(
    r"\b(?:final (?:stage|phase)|closing|completed|ended|concluded|finished|came to an end|"
    r"wr[ao]pp?(?:ed|s) up|came to a close|expired?s?|terminated|"
    r"closed|withdrew)\b"
)


def _gone_by(scene: Scene, day: str) -> bool:
    """Whether a day, month or year lies before the page's own."""
    return scene.anchor is not None and day < scene.anchor.iso[: len(day)]


def days(scene: Scene, sentence: Masked, told: str, low: int = 0, high: int | None = None) -> dict[str, str]:
    """Return `start` and `end` as far as the sentence tells them.

    Args:
        scene: the page.
        sentence: the sentence.
        told: the status, which says whether a single day is the first or the last.
        low: where the stretch begins that tells them, in the masked text.
        high: where it ends; None for the sentence's end.
    """
    out: dict[str, str] = {}
    for at in sentence.places(low, len(sentence.text) if high is None else high):
        if sentence.kind(at) != "D":
            continue
        before = sentence.text[max(0, at - 60) : at]
        resolved = scene.date(sentence.value(at))
        until = _UNTIL.search(before) is not None
        other = not until and _OF_ANOTHER.search(before) is not None and _SET_FOR.search(before) is None
        if resolved is None or other or _TOLD_ON.search(before):
            continue
        if told == "planned" and not until and _gone_by(scene, (resolved.end or resolved.start).iso):
            continue
        if resolved.end is not None and len(resolved.begin) == 10:
            out.setdefault("start", resolved.begin)
            out.setdefault("end", resolved.end.iso)
        elif until:
            out.setdefault("end", (resolved.end or resolved.start).iso)
        elif _SINCE.search(before) or told in ("planned", "ongoing"):
            out.setdefault("start", resolved.begin)
        elif told == "completed":
            ended = sentence.search(_ENDED, sentence.text)
            out.setdefault("end" if ended else "start", resolved.begin)
    return out


_OF_A_WAR = regex.compile(r"\b(?:war|conflict|crisis|situation|fighting|invasion|events|hostilities|tensions?) $")
"""Before a state in which there is a war, which is not where the exercise is held."""


def country(scene: Scene, sentence: Masked, after: int) -> str | list[str]:
    """Return the state, or the state of the city, that a sentence places an operation in; several as a list."""
    found = (*sentence.finditer(_PLACE, sentence.text, after), *sentence.finditer(_PLACE, sentence.text, 0, after))
    match = next((m for m in found if not _OF_A_WAR.search(sentence.text, 0, m.start())), None)
    if match is None:
        return ""
    names = []
    for at in sentence.places(*match.span("place")):
        value = sentence.value(at)
        names.append(value.name if sentence.kind(at) == "S" else str(getattr(value, "detail", "")))
    names = [name for name in dict.fromkeys(names) if name]
    return names if len(names) > 1 else (names[0] if names else "")


_TOGETHER = pattern(
    r"(?:On {D}, )?(?P<list>{S}(?:(?:, and| and|,|;| as well as) (?:the )?{S})+) "
    r"(?:(?:have|had|will|are|to|also|jointly|on {D}) )*(?:beg[aiu]n|start|launch|kick|hold|held|conduct|carr|stag"
    r"|wrap|conclu|complet|finish|end)\p{Ll}*"
)
"""States that together begin, hold or end an exercise."""
_PARTICIPATING = pattern(r"\W*Participating (?:nations|states|countries)")


def participants(scene: Scene, sentence: Masked) -> list[str]:
    """Return the states whose people take part, as a sentence lists them."""
    doing = sentence.match(_TOGETHER, sentence.text)
    if doing is None and not (
        sentence.search(_TAKES_PART, sentence.text) or sentence.match(_PARTICIPATING, sentence.text)
    ):
        return []
    lists = [doing] if doing is not None else list(sentence.finditer(_FROM, sentence.text))
    best = max(lists, key=lambda m: m.end("list") - m.start("list"), default=None)
    if best is None:
        return []
    names = [sentence.value(at).name for at in sentence.places(*best.span("list"), kinds="S")]
    return list(dict.fromkeys(names)) if len(names) > 1 else []


def led_by(scene: Scene, values: list[Any]) -> list[dict[str, str]]:
    """Return those who head an operation, each with name and office as far as told."""
    out = []
    for value in values:
        offices: tuple[Office, ...] = value.offices if isinstance(value, Actor) else ()
        title, owner = (offices[0].title, offices[0].organization) if offices else ("", "")
        office = title if " " in title or not owner else f"{title} of the {owner}"
        name = scene.full_name(value.name) if isinstance(value, Actor) and value.name else ""
        entry = {"name": name, "office": office}
        out.append({k: v for k, v in entry.items() if v})
    return [entry for entry in out if entry]


def purpose(sentence: Masked) -> str:
    """Return what an operation is for: "The aim of the exercise is ...", "aimed at ..."; empty where it is not said."""
    match = sentence.search(_PURPOSE, sentence.text)
    if match is None:
        return ""
    first, last = sentence.span(*match.span("text"))
    return _unquoted(" ".join(sentence.page_text[first:last].split()))


_QUOTE_ENDS = regex.compile(r"[,.]?[”»\"](?:,? (?:\p{L}+ ){0,4}(?:said|told|noted|stressed|explained|added)\b.*)?$")


def _unquoted(text: str) -> str:
    """Return words of a quotation without its marks and without who said it ("train crews,” said Colonel Ram")."""
    cut = _QUOTE_ENDS.search(text)
    if cut is None and text.count("”") + text.count("“") == 0 and text.count('"') % 2 == 0:
        return text
    text = text[: cut.start()] if cut is not None else text
    return text.lstrip('“«" ')


def purpose_of(sentence: Masked, after: int) -> str:
    """Return what a mission named right before a position does: "assists S's police", "is tasked with training"."""
    match = _TASK.match(sentence.text, after)
    if match is None:
        return ""
    first, last = sentence.span(*match.span("text"))
    return " ".join(sentence.page_text[first:last].split())


_ITSELF = pattern(r"^(?:It|The (?:[\p{L}-]+ )?(?:mission|operation|force|Mission|Operation|Force))\b")


def _own_purpose(sentence: Masked) -> str:
    """Return what "the mission" or "it" at the head of a sentence does."""
    match = sentence.match(_ITSELF, sentence.text)
    return purpose_of(sentence, match.end()) if match is not None else ""


def grounds(sentence: Masked) -> list[str]:
    """Return the legal grounds a sentence names one by one: an appeal, articles of a treaty, a decision."""
    out: list[str] = []
    for match in sentence.finditer(_GROUND, sentence.text):
        start, end = match.span("text")
        text = sentence.text[start:end]
        position = 0
        for cut in (*[m.span() for m in _SPLIT.finditer(text)], (len(text), len(text))):
            masked, (first, last) = text[position : cut[0]], sentence.span(start + position, start + cut[0])
            position = cut[1]
            if _GROUNDING.search(masked) is None:
                continue
            part = _QUOTED_ON.sub("", _OPENING.sub("", " ".join(sentence.page_text[first:last].split())))
            out += [piece for piece in _ARTICLE.split(part) if " " in piece and not _TOLD_BY.search(piece)]
    return out


def numbers(sentence: Masked) -> list[dict[str, Any]]:
    """Return what a sentence counts: {of, comparator, value, unit}; dates apart."""
    apart = [sentence.span(at, at + 1) for at in sentence.places(kinds="DNQB")]
    out: list[dict[str, Any]] = []
    if sentence.search(_LEAVING, sentence.text):
        return out
    text = sentence.page_text
    for quantity in find_quantities(text, sentence.start, sentence.end, apart):
        match = _COUNTED.match(text, quantity.end, sentence.end)
        year = not quantity.comparator and quantity.value in _YEARS
        if match is None or year or match["of"].split()[0] in _NOBODY or _TIME.fullmatch(match["of"]):
            continue
        of = _TERM.sub(r"\1 observers", match["of"].lower())
        entry = {"of": of, "comparator": quantity.comparator, "value": quantity.value,
                 "unit": quantity.unit or match["unit"] or ""}  # fmt: skip
        out.append({k: v for k, v in entry.items() if v != ""})
    return out


_TERM = regex.compile(r"^((?:long|short)-term)(?: ones)?$")
"""Observers told by how long they stay: "235 observers (35 long-term and 200 short-term)"."""
_COUNTS = pattern(
    r"\b(?:counts|numbers|evacuated|brought to safety|authori[sz]ed (?:ceiling|strength)|comprising|comprises|"
    r"delivered)\b"
)


def facts(scene: Scene, sentence: Masked, after: int) -> dict[str, Any]:
    """Return every slot a sentence tells of the one operation it speaks of, but its name and kind.

    Args:
        scene: the page.
        sentence: the sentence.
        after: where the operation's name ends in the masked text; 0 where it is only "the exercise" or "it".
    """
    told = status(sentence, after)
    if told == "planned" and _GOAL_IS.search(sentence.text):
        told = ""  # "the aim of the exercise is to train crews"
    taking = participants(scene, sentence)
    before = sentence.places(0, max(0, after - 1), kinds="Q")
    when = days(scene, sentence, told, before[-1] + 1) if before else {}
    out: dict[str, Any] = {"status": told, **(when or days(scene, sentence, told)), "participants": taking,
                           "purpose": purpose(sentence) or _own_purpose(sentence),
                           "legal_basis": grounds(sentence), "country": country(scene, sentence, after)}  # fmt: skip
    if taking or sentence.search(_TAKES_PART, sentence.text) or sentence.search(_COUNTS, sentence.text):
        out["numbers"] = numbers(sentence)
    return {name: value for name, value in out.items() if value}
