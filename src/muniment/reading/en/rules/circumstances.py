"""What a sentence tells around a meeting's noun phrase or verb: when, where, how, under whom, held or to come."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import regex

from muniment.reading.en.modality import without_their_plans
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor
from muniment.reading.pattern import pattern
from muniment.reading.scene import Scene
from muniment.terms import PartialDate

__all__ = ["Stretch", "about", "blocked", "chair", "dates", "mode", "resolved", "status"]


class Stretch(msgspec.Struct):
    """The part of a sentence that may tell of one meeting.

    Attributes:
        sentence: the masked sentence.
        low: where the part begins; position in the masked text.
        start: where the meeting's phrase begins.
        end: where the meeting's phrase ends.
        high: where the part ends; half-open.
        before: the masked words before the phrase.
        after: the masked words after the phrase.
    """

    sentence: Masked
    low: int
    start: int
    end: int
    high: int
    before: str = ""
    after: str = ""

    def __post_init__(self) -> None:
        """Cut the words before and after: they are asked for again and again."""
        self.before = self.sentence.text[self.low : self.start]
        self.after = self.sentence.text[self.end : self.high]


_HELD_VERB = (
    r"(?:held|take place|takes place|taking place|convened?|meet|gather|assemble|reconvene|organi[sz]ed|hosted"
    r"|opened?|begin|begun|start(?:ed)?|run|continued?|resumed?|chaired|moderated|presided|attended|attend|take part"
    r"|participate|called|conducted)"
)
_POSTPONED = pattern(
    r"^[^;]{0,110}?\b(?:has|have|had|was|were|is|been)\b[^;{B}{A}]{0,30}?\b(?:postponed|put off|"
    r"rescheduled|shifted|moved|adjourned)\b(?:[^;]{0,40}?\b(?:to|until|till|for) (?P<new>{D}))?"
    r"|^[^;{B}{A}]{0,20}?\b(?:postponed|put off)\b"
)
_MOVED = pattern(r"\b(?:postpon\w*|reschedul\w*|mov(?:e|ed|ing)|shift\w*)(?: the| its| their)? ?[^;,]{0,20}$")
_MOVED_TO = pattern(
    r"[^;{A}{B}]{0,40}?(?:(?:\bfrom (?:the )?{D} )?(?:to|until|till) (?:the )?(?P<new>{D})|"
    r"\bfrom (?:the )?(?P<new>{D}))"
)
"""The new date of a meeting that is moved; both days are one date where they are written as one ("from D to D")."""
_PUT_OFF = pattern(r"\bpostpon(?:ed|ing|es)\b(?! (?:to|until|till|for) )[^;,]{0,30}$")
_CANCELLED = pattern(r"^[^;]{0,90}?\b(?:has|have|had|was|were|is|been)\b[^;{B}{A}]{0,30}?\b(?:cancell?ed|called off)\b")
_DENIED = pattern(
    rf"^[^;{{B}}{{A}}]{{0,80}}?\b(?:(?:was|were|is|has|have|had|did|does|do|will|could|can) (?:not|"
    rf"never)|(?:was|were|is|are|did|could)n[’']t|cannot|never|failed to|unable "
    rf"to)\b[^;{{B}}{{A}}{{N}}]{{0,15}}?\b{_HELD_VERB}\b"
    r"|^ (?:was|were|is|are|has been|have been|will be) (?:also )?(?:simulated|rehearsed|played out|practi[sc]ed)\b"
)
_DENIED_BEFORE = pattern(
    r"\b(?:not|never|n[’']t|refus\w+ to|declin\w+ to|without|instead of|no|avoid\w*|ruled? out|unable to|"
    r"impossible to|fail\w* to) (?:be |been |have |yet )?(?:hold|held|holding|convene\w*|attend\w*|meet\w*|"
    r"take part in|took part in|part in|participat\w+ in|had|have)?[^;,]{0,25}$"
)
_POSSIBLE = pattern(
    rf"^[^;]{{0,40}}?\b(?:may|might|could|should|can|would)\b(?! like)[^;]{{0,20}}?\b{_HELD_VERB}\b|^[^;]{{0,"
    rf"40}}\bif\b"
)
_POSSIBLE_BEFORE = pattern(
    r"\b(?:propos\w+|suggest\w+|offer\w*|invit\w+|possibility|idea|need|necessity|call\w*|initiative|"
    r"proposals?|wish\w*|desir\w*|advocat\w+|insist\w*|urg\w+|ask\w*|request\w*|appeal\w*)"
    r"(?: for| on| [^;,]{0,30})? (?:to (?:hold|host|convene|organi[sz]e|arrange|call)|of (?:holding|"
    r"convening|hosting|organi[sz]ing)|(?:holding|convening|for|the holding of))\b[^;,]{0,25}$"
    r"|\b(?:may|might|could|should|would like to) (?:be )?(?:hold|held|convene|host|meet|attend|take part in|"
    r"organi[sz]e)[^;]{0,25}$|\b(?:if|whether|unless)\b[^;,]{0,40}$"
)
_PLANNED = pattern(
    rf"^[^;]{{0,110}}?\b(?:(?:will|shall|would|must) (?:[a-z]+ly |also |again |be ){{0,2}}{_HELD_VERB}|"
    rf"(?:is|are|was|were|due) to (?:be )?{_HELD_VERB}|to be (?:held|convened|hosted|organi[sz]ed|"
    rf"chaired|opened|conducted|run)"
    r"|(?:is|are|was|were|has been|have been|now|provisionally|tentatively)?,? ?(?:originally |initially "
    r"|also |currently |provisionally |tentatively |due to be |already )?(?:planned|scheduled|expected|"
    r"foreseen|set|slated|due|envisaged|intended|fixed)\b(?: to (?:be )?\w+)?(?: (?:in|for|on|at|from|by|"
    r"to|place|held|take|tentatively|the end of)){1,4} (?:{CD})|(?:is|are) being (?:prepared|planned)|"
    r"which {S} will (?:host|hold)|which (?:{S} |{C} |the {S} )?will|will (?:still )?(?:go ahead|proceed)\b)"
)
_PLANNED_BEFORE = pattern(
    r"\b(?:will|shall|would|plan(?:s|ned)? to visit [^;.]{3,70} for (?:the |an? )?$|work to|"
    r"plans? to|planning to|planned to|is to|are to|was to|intends? to|intending "
    r"to|intention to|agreed to|agree to|agreed on|going to|set to|decided to|due to|ready to|readiness[^;]{0,"
    r"30}? to|expects? to|expected to|scheduled to|hopes? to|looks? forward to|looking forward to|looked "
    r"forward to|it is planned to|before|submit(?:ted)? to|preparations? (?:for|of)|on the eve of|ahead "
    r"of|in the run[ -]up to|in preparation for|"
    r"(?:is|are) planned (?:within|under|for|as part of)[^;]{0,60}?\bincluding)"
    r"(?: (?:also|then|again|jointly|soon|be|in|the|a|an|our|its|their|come|together))*(?: (?:hold|host|"
    r"convene|meet|gather|attend|participate|take|chair|open|discuss|consider\w*|adopt\w*|be|submitt?\w*|"
    r"sign\w*|approv\w*|organi[sz]e|address|speak|submit|visit|have|present\w*|holding|hosting|convening|"
    r"sent|send|take place|announce\w*|decid\w*)\b[^;]{0,90}| )$|\b(?:will|shall|to(?! the\b| its\b| an?\b)) "
    r"[^;.]{3,70}\b(?:at|during|to|by|in) (?:the |its |a |an )?$"
)
_GLAD_TO = pattern(
    r"\b(?:opportunity|honou?red|honou?r|pleasure|pleased|glad|happy|privilege)\b[^.;{A}]{0,60}? to "
    r"(?:be (?:at|in)|participate in|speak (?:at|to|before)|address|take part in|attend|welcome you to|open)"
    r"(?: the| this| our| an?)?(?: \w+)? ?$"
)
"""What somebody says at the meeting that they speak at."""
_HELD = pattern(
    r"^[^;]{0,110}?(?<!-)\b(?:was|were|has been|have been|had been|which|also|being)?,? ?(?:held|took place|"
    r"convened|hosted|opened|started|began|ended|concluded|closed(?! to\b)|completed|wound up|finished|adopted|"
    r"approved|considered|discussed|decided|elected|chaired|attended|presided|met|sat|gathered|went on)\b"
)
_TOOK_PLACE = pattern(r",? (?:took place|(?:was|were|has been|have been) (?:held|conducted))\b")
"""Behind what is only scheduled and is named in the meeting's phrase: "talks on drills scheduled for 2023 were "
"held"."""
_HELD_BEFORE = pattern(
    r"\b(?:held|hosted|convened|opened|attended|addressed|took part in|taken part in|participated in|"
    r"participating in|participates in|takes part in|taking part in|chaired|closed|concluded|ended|completed|"
    r"wound up|spoke at|speaking at|said at|following|after|results? of|outcomes? of|had)\b[^;]{0,60}$"
)
_VIDEO = (
    r"video[- ]?conferenc\w*|video[- ]?link|by video|via video|teleconferenc\w*|videoconference|on[- ]?line|"
    r"virtual(?:ly)?|remote(?:ly)?|video (?:format|mode|call)|via zoom"
)
_PHONE = r"telephone|by phone|over the phone|phone (?:call|conversation|talk)|telephonic"
_HYBRID = (
    r"hybrid|(?:mixed|blended) (?:format|mode|manner)|(?:physical|in-person) (?:meeting|session|format) with (?:remote|"
    r"online|virtual) (?:connection|participation)"
)
_BLOCK = pattern(
    r"[;{N}{Q}]|\b(?:that|adopt\w*|sign\w*|approv\w*|elect\w*|decid\w*(?! to be held)|instruct\w*|submit\w*|said|noted|"
    r"told|informed|stressed|appointed|agreed|called|according to|announced|"
    r"emphasi[sz]ed|until|established|awarded|ratif\w*|tenure|term|expir\w*|prepar\w*|deposit\w*|took "
    r"over|handed|visit\w*|not|who|since|before|prior to|ahead of)\b"
    r"|\b(?:exercises?|trainings?|drills|with (?:the )?{B})(?: \([^()]*\))?,? (?:to be held|(?:planned|scheduled|"
    r"expected|due|slated)(?: to (?:be held|take place))?) (?:for |in |on )$"
)
"""What parts a meeting from a date behind it; the day of drills that it was about is not its own."""
_ON_TEXT = regex.compile(
    expand(
        r"\b(?:on|about|regarding) (?:the )?(?:{N}|{Q}|prepar\w+\b)"
        r"|^,? ?(?:(?:entitled|titled|called|dubbed|on the (?:theme|topic|subject)(?: of)?)[:,]? )?{Q}"
        r"|\bthat (?=(?:was|were|is|are|had|has|have|will|took|takes)\b)"
    )
)
"""What does not part a meeting from its date: the text it was about, a clause that tells of it."""
_TOPIC = pattern(
    r"\b(?:about|results?|outcomes?|following|preparations?|prepare|decisions?|documents?|eve|ahead|run-up"
    r"|preparatory|stage|side-?lines|margins|fringes|events|before|since|after|until|till|summary|agenda|agreements?"
    r"|implementation|statement|declaration|conclusions|communiqu[ée]|deferred|postponed|recalled?|submit"
    r"(?:ted)? [^;,]{1,60}|decision|instructions?)(?: of| for| to| at| by| from| with)*(?: the| its| a| an)?"
    r"(?: \w+ session of| general debate of(?: the)?)?,? ?$"
)
_CHAIR = pattern(
    r"\b(?:(?:[Cc]o-)?[Cc]haired by|[Pp]resided over by|[Mm]oderated by|[Uu]nder the (?i:(?:chair|"
    r"chair(?:man|person|woman)?ship|presidency|leadership|supervision|guidance|charge)) of|[Cc]hairmanship of|"
    r"with (?={A}[^;]{0,60}? in (?:the [Cc]hair\b|{A}$|{A}[.,]))|led by|headed by|conducted by)(?: the)? "
    r"?(?:(?:H\.E\.|\p{Lu}[\w’'.-]*) ){0,3}(?P<by>{A})"
    r"|(?P<who>{A})(?![’'])(?: \({S}\))?(?:, {A},)?[^;{A}]{0,15}?\b(?:(?:will |is to )?"
    r"(?:chair(?:ed|ing(?! countr| state| nation)|s)?|"
    r"presid(?:ed|es|ing)|moderat(?:ed|es)|preside)\b(?! of| for)|(?:was |is |)in the [Cc]hair\b|took "
    r"the [Cc]hair)"
)
_DELEGATION = regex.compile(r"\b(?:[Dd]elegations?|group|mission|team)(?: (?:of|from) [^,;]{1,60})?,? $")
"""Who is led by somebody before a meeting is no meeting: "the delegation headed by A took part in the session"."""
_CALLED_OFF = pattern(r"\bcancell?(?:ed|ing|s)?\b[^;,]{0,30}$")
_TASK = pattern(r"\s*(?:[-–—•]|\(?\w{1,3}[.)])?\s*(?:convene|hold|organi[sz]e|host|prepare)\b")
_DONE = pattern(r"\b(?:held|took place)\b")
_IS_HYBRID = pattern(_HYBRID, ignore_case=True)
_IS_PHONE = pattern(_PHONE, ignore_case=True)
_IS_VIDEO = pattern(_VIDEO, ignore_case=True)
_IS_IN_PERSON = pattern(r"\b(?:in[- ]person|offline)\b|face[- ]to[- ]face", ignore_case=True)
_SAID = re.compile(r"^[^“”«»]*[”»]|[“\"«][^“”\"«»]{12,}[,.!?…]?[”\"»]")
"""Somebody's words before a meeting: what they speak of is not the meeting at which they were said."""
_OTHER_CLAUSE = pattern(r"\b(?:that|until|since|term|tenure)\b")
_OPENING = regex.compile(
    r"[^\w]*(?:On|In|At|From|This|Also|And|Then|On the eve|On the eve,|(?:In|During|Over|Within|For) the period"
    r"(?: from| of|,)?)?[ ,]*"
)
_ENUMERATED = regex.compile(r", (?:and )?(?:the )?")
"""What stands between the date of one meeting and the next meeting of a list."""
_DATELINE = regex.compile(r"\s*(?:\([^()]*\))?\)?\s*(?:[-–—]|/[^/]*/)\s")
"""What follows a dateline's date, which is the day of the telling and not that of a meeting to come."""
_FOR_IT = regex.compile(r"\bto (?:participate|attend|take part|join)\b")
"""A date before it is the day somebody came, not the meeting's."""
LATE_LEADS = frozenset(
    {
        "by",
        "before",
        "until",
        "till",
        "no later than",
        "not later than",
        "up to",
        "prior to",
        "since",
        "after",
        "within",
        "as of",
        "starting from",
    }
)


def resolved(scene: Scene, mention: Any) -> Any:
    """Return a date mention resolved, "the same day" against the meeting told of before; None where it cannot be."""
    if mention.base == "previous":
        days = [
            str(d.slots.get("start") or "")
            for d in scene.drafts
            if d.register == "meetings" and d.slots.get("status") == "held"
        ]
        start = next((day for day in reversed(days) if len(day) == 10), "")
        if start:
            return scene.resolve_date(mention, PartialDate.parse(str(start)))
    return scene.date(mention)


_FORMERLY = regex.compile(
    r"\b(?:originally|initially|previously|earlier|first|had been|was) (?:been )?(?:scheduled|planned|due|set|slated|"
    r"announced|expected)(?: to \w+(?: \w+)?)?(?: for| on| in)? $"
)
"""Before the day a meeting was to be held on, where the sentence goes on to tell the new one."""
_OTHER_MATTER = regex.compile(r"\band\b|,")
"""Between a year and a meeting that is another matter: "the work done in 2020 and the coming session"."""
_IN_OFFICE = regex.compile(expand(r"{A} for (?:the year )?$"))
"""Before the year that somebody holds an office for: "the Chair for 2020"."""


def dates(stretch: Stretch, scene: Scene, announced: bool, about: bool) -> tuple[str, str, int]:
    """Return a meeting's first and last day, ISO 8601 as precise as the text, and the date's position (-1: none)."""
    sentence = stretch.sentence
    for at in _days_behind(stretch):
        if not blocked(sentence, sentence.text[stretch.end : at]):
            found = _dated(scene, sentence.value(at), announced)
            if found[0] and not (sentence.value(at).kind == "year" and _opens_with_day(stretch, announced or about)):
                return (*found, at)
    if about:
        return "", "", -1
    behind = sentence.places(stretch.low, stretch.start, kinds="D")
    for at in reversed(behind):
        opening = _OPENING.fullmatch(sentence.text, stretch.low, at) is not None
        gap = sentence.text[at + 1 : stretch.start]
        if (not opening and _ENUMERATED.fullmatch(gap)) or (announced and _DATELINE.match(gap)):
            continue
        if _of_another(sentence, at, gap, opening):
            continue
        if opening or not blocked(sentence, sentence.text[at + 1 : stretch.start], before=True):
            found = _dated(scene, sentence.value(at), announced)
            if found[0]:
                return (*found, at)
    return "", "", -1


_OF_WHAT = regex.compile(r"\b(?:scheduled|planned|due|set|slated) (?:for|in|on) $")
"""Before the day of what a meeting was about: "talks on drills scheduled for 2023 took place"."""


def _days_behind(stretch: Stretch) -> list[int]:
    """Return where dates stand behind a meeting, without that it was first to be held on where another follows."""
    days = [
        at
        for at in stretch.sentence.places(stretch.end, stretch.high, kinds="D")
        if not (
            _OF_WHAT.search(stretch.sentence.text, stretch.end, at)
            and stretch.sentence.match(_TOOK_PLACE, stretch.sentence.text, at + 1)
        )
    ]
    return [at for at in days if at == days[-1] or not _FORMERLY.search(stretch.sentence.text, stretch.end, at)]


def _opens_with_day(stretch: Stretch, elsewhere: bool) -> bool:
    """Whether a sentence begins with the day of what it tells, so that a year behind is that of another matter."""
    first = stretch.sentence.places(stretch.low, stretch.start, kinds="D")[:1]
    if elsewhere or not first or _OPENING.fullmatch(stretch.sentence.text, stretch.low, first[0]) is None:
        return False
    return stretch.sentence.value(first[0]).kind in ("day", "day_range")


def _of_another(sentence: Masked, at: int, gap: str, opening: bool) -> bool:
    """Whether a date before a meeting is that of a journey, an office or another matter told beside it."""
    if _FOR_IT.search(gap) or _IN_OFFICE.search(sentence.text, 0, at):
        return True
    return not opening and sentence.value(at).kind == "year" and _OTHER_MATTER.search(gap) is not None


def blocked(sentence: Masked, gap: str, before: bool = False) -> bool:
    """Whether the words between a meeting's phrase and a date or city keep them apart."""
    if before:
        return len(gap) > 90 or ";" in gap or sentence.search(_OTHER_CLAUSE, gap) is not None
    return len(gap) > 160 or sentence.search(_BLOCK, _ON_TEXT.sub("", gap)) is not None


def _dated(scene: Scene, mention: Any, announced: bool) -> tuple[str, str]:
    lead = mention.lead.lower()
    if lead in LATE_LEADS and not (announced and lead in ("by", "before", "no later than", "not later than", "until")):
        return "", ""
    date = resolved(scene, mention)
    if date is None or mention.kind in ("duration", "year_range"):
        return "", ""
    start = date.begin
    if mention.kind in ("half", "season") or (mention.kind == "quarter" and lead not in LATE_LEADS):
        return start[:4], ""
    if lead in LATE_LEADS:
        return start[:4] if mention.unit == "year" or mention.month is None else start[:7], ""
    if mention.edge and mention.unit == "month":
        return start[:7], ""
    return start, date.end.iso if date.end is not None and date.end.day is not None and mention.kind in (
        "day_range",
        "day",
    ) else ""


def mode(sentence: Masked, words: str) -> str:
    """Return the mode of the record format that some words of a sentence tell; empty where they tell none."""
    if sentence.search(_IS_HYBRID, words):
        return "hybrid"
    if sentence.search(_IS_PHONE, words):
        return "telephone"
    if sentence.search(_IS_VIDEO, words):
        return "videoconference"
    return "in_person" if sentence.search(_IS_IN_PERSON, words) else ""


def chair(stretch: Stretch, scene: Scene) -> tuple[str, int]:
    """Return who chairs and where they are named in the masked text; "" and -1 where nobody is told."""
    low = stretch.low
    match = stretch.sentence.search(_CHAIR, stretch.sentence.text, low, stretch.high)
    if match is None or (match["by"] and _is_of_delegation(stretch.sentence, match.start())):
        return "", -1
    at = match.start("by") if match["by"] else match.start("who")
    if match["by"]:
        at = _bearer(stretch.sentence, at)
    return scene.person(stretch.sentence.value(at)), at


_ALSO = pattern(r"(?:,| [-–—]) (?:the )?(?={A})")


def _bearer(sentence: Masked, at: int) -> int:
    """Return where the bearer of an office stands: "the Chairman of the B, President of S A"; else the office."""
    place = at
    while isinstance(office := sentence.value(place), Actor) and not office.name:
        more = sentence.match(_ALSO, sentence.text, place + 1)
        if more is None:
            return at
        place = more.end()
    return place


def _is_of_delegation(sentence: Masked, end: int) -> bool:
    """Whether what is headed by somebody, before a position, is a delegation or the like."""
    text = sentence.text[:end].rstrip(" ,")
    if text and sentence.places(len(text) - 1, len(text), kinds="B"):
        start, _ = sentence.span(len(text) - 1, len(text))
        if sentence.page_text.startswith(("Delegation", "delegation", "Mission", "Group"), start):
            return True
    return _DELEGATION.search(sentence.text, 0, end) is not None


_CITES = regex.compile(r", (?:referring to|recalling|citing)\b(?!.*, (?:referring to|recalling|citing)\b)")
"""From here on a sentence tells of something else than what will be: "will meet, recalling the decision of its 5th"."""


def status(stretch: Stretch, planned: bool, past: bool) -> tuple[str, int]:
    """Return a meeting's status, and where the new date of a moved one stands (-1: none).

    The status is empty where the text does not say that it was or will be held, and "none" where it denies that or
    only thinks it possible.
    """
    after, before, sentence = without_their_plans(stretch.after), _SAID.sub(" ", stretch.before), stretch.sentence
    cited = _CITES.search(before)
    before = before[cited.start() :] if cited is not None else before
    off = _called_off(stretch, before)
    if off is not None:
        return off
    if (
        sentence.match(_DENIED, after)
        or sentence.search(_POSSIBLE_BEFORE, before)
        or sentence.search(_DENIED_BEFORE, before)
    ):
        return "none", -1
    if sentence.match(_TASK, before):
        return "announced", -1
    held = sentence.match(_HELD, after)
    ahead = sentence.match(_PLANNED, after)
    if ahead and sentence.match(_TOOK_PLACE, after, ahead.end()):
        return "held", -1
    if ahead and not (held and held.end() < ahead.end() - 45):
        return "announced", -1
    possible = sentence.match(_POSSIBLE, after)
    if possible and not (held and held.end() < possible.end()):
        return "none", -1
    if sentence.search(_GLAD_TO, before):
        return ("announced", -1) if planned else ("held", -1)
    if sentence.search(_PLANNED_BEFORE, before) and not sentence.search(_DONE, after, 0, 40):
        return "announced", -1
    if held or sentence.search(_HELD_BEFORE, before) or past:
        return "held", -1
    return ("announced", -1) if planned else ("", -1)


def _called_off(stretch: Stretch, before: str) -> tuple[str, int] | None:
    """Return the status of a meeting that is put off, moved or called off; None where it is not."""
    after, sentence = stretch.after, stretch.sentence
    match = sentence.match(_POSTPONED, after)
    if match:
        return ("announced", stretch.end + match.start("new")) if match["new"] else ("postponed", -1)
    moved = sentence.match(_MOVED_TO, after) if sentence.search(_MOVED, before) else None
    if moved:
        return "announced", stretch.end + moved.start("new")
    if sentence.match(_CANCELLED, after) or sentence.search(_CALLED_OFF, before):
        return "cancelled", -1
    return ("postponed", -1) if sentence.search(_PUT_OFF, before) else None


def about(stretch: Stretch) -> bool:
    """Whether the meeting is only what something else is about ("the results of the November session")."""
    return stretch.sentence.search(_TOPIC, stretch.before) is not None
