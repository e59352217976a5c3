"""One sentence's rule: the day named, the floor, the other way, the time after it, and the conditions."""

from __future__ import annotations

import datetime
import re

from msgspec.structs import replace

from muniment.reading.en.dates import find, resolve
from muniment.reading.en.force.acts import consents_counted
from muniment.reading.en.force.conditions import conditions
from muniment.reading.en.force.lags import MONTHS, find_lag
from muniment.reading.en.force.numbers import CARDINAL, ORDINAL
from muniment.reading.en.force.phrasing import STATE
from muniment.reading.en.force.residue import not_understood
from muniment.reading.en.force.saying import Saying
from muniment.reading.en.force.states import StateNames
from muniment.terms.treaty import Condition, ForceClause, Lag

__all__ = ["first_day", "rule_of"]

_ON_THE = re.compile(
    r"(?i)\s*,?\s*(?:definitively\s+)?(?:on|as\s+from|as\s+of|from|with\s+effect\s+from|upon)\s+(?:the\s+)?"
)
_OR_LATER = re.compile(
    r"(?i)\s*,?\s*or\s+(?:(?:on|at|upon)\s+)?any\s+(?:later\s+|subsequent\s+)?(?:date|time)\b(?:\s+thereafter|\s+within\s+[\w\s]{3,25}?"
    r"\s+thereafter)?(?=\s*[,;]|\s+if\b)"
)
"""After the day named: the conditions may be met later, and it is then in force at once."""

_IF = re.compile(r"(?i)^\s*,?\s*(?:only\s+)?if\b(?:,?\s+(?:by|on\s+or\s+before)\s+(?:that|such)\s+date,?)?")
_BY_DAY = re.compile(
    r"(?i)^\s*,?\s*if,?\s+(?:by|(?:not|no)\s+later\s+than|on\s+or\s+before|prior\s+to)\s+(?=(?:the\s+)?\w+\s)"
)
"""A last day for the deposits, named beside the one for the entry into force."""

_LATER_OF = re.compile(
    r"(?i),?\s*\bwhichever\s+(?:date\s+)?(?:is|shall\s+be|comes|occurs)\s+(?:the\s+)?(?:later|latest|last)\b"
)
_OR_ON_THE = re.compile(r"(?i),?\s+or,?\s+(?=(?:up)?on\s+the\s)")
_WITH_EVENT = re.compile(
    r"(?i)^\s*,?\s*(?:(?:on|upon)\s+)?(?:the\s+)?(?:same\s+)?(?:date|day)\s+(?:of|on\s+which|that)\s+(?P<event>(?:the\s+)?entry\s+into\s+force\s+of"
    r"\s+(?!this|the\s+present)[^,;]+|the\s+(?!present)[^,;]*?\benters?\s+into\s+force\b[^,;]*)$"
)
_AFTER_EVENT = re.compile(
    r"(?i)[\s,;]*\b(?:and\s+)?immediately\s+(?:after|upon|following)\s+(?P<event>(?:the\s+)?entry\s+into\s+force\s+of"
    r"\s+(?!this|the\s+present)[^,;·]+)"
)
_PROVISIONALLY = re.compile(
    r"(?i)^[\s,]*provisionally\s+(?P<first>(?:up)?on\s+.*?),?\s+and\s+(?:shall\s+(?:enter|come)\s+into\s+force\s+)?definitively\s+"
    r"(?P<second>(?:(?:up)?on|when|after|once|as\s+soon\s+as)\s+.*)$"
)
_IN_ITS_CASE = re.compile(r"(?i)\bor,?\s+in\s+(?:the\s+)?case\s+of\b")
"""Opens another way for some of those who consent: no single day follows."""

_ON_THAT_DAY = re.compile(r"(?i)^[\s,\u00b7]*on\s+(?:that|such|the\s+same|the\s+said)\s+(?:date|day)\b")
"""Refers to a day told before, which is not read."""

_EITHER_NUMBER = re.compile(
    rf"(?i)\b{CARDINAL}\s+(?:[\w-]+\s+){{0,3}}?{STATE}\b[^,;]{{0,60}}?\s+or\s+(?:by\s+)?(?:at\s+least\s+)?{CARDINAL}\s+"
    rf"(?:[\w-]+\s+){{0,3}}?{STATE}\b"
)
"""Opens two numbers, of which one will do."""

_AS_AGREED = re.compile(
    r"(?i),?\s*\bor\s+(?:up)?on\s+such\s+(?:earlier|other)\s+date\s+as\s+[^·;]*?\b(?:agreed?|decided?|determined?)\b.*$"
)
"""Leaves the day to an agreement of those who have consented."""

_NO_PLACE = (
    r"(?:the|accordance|conformity|pursuance|respect|writing|this|that|its|their|any|each|all|such|due|good|least|order"
    r"|case|full|force|compliance|original|duplicate|trust)\b"
)
"""Words behind "deposited in" that are no name, where a scan has no capitals."""

_PLACE = re.compile(
    r"(?:(?<=\bdeposit\s)|(?<=\bdeposited\s)|(?<=\bexchanged\s)|(?<=\bcarried\sout\s)|(?<=\binstruments\sof\sratification\s))"
    r"(?i:at|in)\s+(?:[A-Z][\w.’'-]+(?:\s+(?:de\s+|of\s+)?[A-Z][\w.’'-]+)?"
    rf"|(?!{_NO_PLACE}|{CARDINAL}\b)[a-z][a-z’'-]{{2,}}(?=\s+(?:of|by|with|from)\s|\s*(?:[,;.]|$)))"
)
"""Where instruments are deposited, or exchanged."""

_RECIPIENT = re.compile(
    r"(?i)\b(?:the\s+)?(?:(?:ministry|minister)\s+(?:of|for)\s+foreign\s+affairs|government)\s+of\s+[^,.;·]*?\s+(?:(?:has|have)\s+"
    r"(?:been\s+(?:notified|informed)|received)|receives)\b"
)
"""Who is told, and consents to nothing by that."""

_FOR_PART = re.compile(
    r"(?i),?\s*\(?\b(?:in\s+respect\s+of|on\s+behalf\s+of|for)\s+(?:the\s+)?(?:faroe\s+islands|faroes|greenland)"
    r"(?:\s+and\s+(?:the\s+)?(?:faroe\s+islands|faroes|greenland))?\)?"
)
"""The parts of a realm for which alone it takes part."""

_FAILING = re.compile(
    r"(?i)[,;]?\s*\b(?:(?:or,?\s+)?failing\s+(?:that|this|which)|(?:or\s+)?otherwise|or,?\s+if\s+not),?\s+(?=(?:up)?on\b|from\b|\w+\s+(?:days|months)\b)"
)
_OR_ELSE = re.compile(
    r"(?i),?\s+or,?\s+(?:alternatively,?\s+)?(?=(?:for\s+(?:the|those)\s|on\s+the\s+(?:[\w-]+\s+){0,2}(?:day|date)\b"
    r"|(?:[\w-]+\s+){1,2}(?:days|months|years?)\s+(?:after|from|following)))"
)
_FIRST_OF = re.compile(
    r"(?i),?\s*whichever\s+(?:date\s+)?(?:is|occurs|comes|shall\s+be)\s+(?:the\s+)?(?:earlier|earliest|sooner|first)\b.*$"
)
_AS_BEFORE = re.compile(
    r"(?i),?\s*\bor\s+in\s+accordance\s+with\s+(?:paragraph|article)\s+\S+,?\s+whichever\s+is\s+(?:the\s+)?(?:earlier|sooner|first)"
)
_UP_TO_COMMA = rf"(?:(?:{MONTHS})\s+\d{{1,2}},\s+\d{{4}}|[^,;·])+"
"""Words to the next comma that is none of a date."""

_FLOOR = re.compile(
    r"(?i)[\s,;(]*\b(?:but|and|except\s+that|provided,?(?:\s+however,?|\s+always)?\s+that)?,?\s*(?:(?:it|this\s+\w+|the\s+present\s+\w+"
    r"|in\s+no\s+case|in\s+any\s+case|no|the\s+\w+|(?<=that)\s+\w+"
    r"|entry\s+into\s+force(?:\s+of\s+(?:this|the)\s+\w+)?(?:\s+in\s+accordance\s+with[^,;·]*?)?)\s+)?(?:shall\s+)?(?:in\s+no\s+case\s+|not\s+|no\s+)"
    r"(?:enter\s+into\s+force\s+|come\s+into\s+force\s+|be\s+)?(?:earlier\s+than|before|sooner\s+than|prior\s+to)\s+"
    rf"(?P<what>{_UP_TO_COMMA})"
)
_NO_CASE = re.compile(
    r"(?i)[\s,;]*\b(?:but|and)?\s*in\s+no\s+(?:case|event)\s+(?:shall\s+(?:it|(?:this|the(?:\s+present)?)\s+\w+)\s+(?:enter|come)\s+into"
    r"\s+force\s+)?(?:earlier\s+than|before|sooner\s+than)\s+"
    rf"(?P<what>{_UP_TO_COMMA})"
)
_ENTRY_OF = re.compile(r"(?i)entry\s+into\s+force\s+of|ha[sv]e?\s+entered|enters?\s+into\s+force|comes?\s+into\s+force")
_ID = r"(?-i:\(?(?:\d[\d.]*[a-z]?|[IVXLC]+|[ivxlc]+)\)?)(?:\s?\([a-z\d]{1,4}\))*(?![\w])"
_IDS = rf"(?:(?:\s+|(?<=\()){_ID}|,?\s+(?:and|or|to)(?=\s+{_ID})|,(?=\s+{_ID})|\s+\([a-z]{{1,3}}\))*"
_REFERENCE = re.compile(
    r"(?i),?\s*(?:(?:as\s+)?(?:referred\s+to|mentioned|specified|set\s+(?:out|forth)|provided(?:\s+for)?|described"
    r"|contemplated|envisaged|indicated|defined|stipulated|laid\s+down|required)\s+(?:in|by|under)\s+|(?:in\s+(?:accordance"
    r"|conformity|compliance)\s+with|pursuant\s+to|under(?:\s+the\s+terms\s+of)?|subject\s+to|by\s+virtue\s+of"
    r"|in\s+terms\s+of)\s+)(?:the\s+)?(?:provisions?\s+of\s+|terms\s+of\s+)?(?:the\s+)?(?:preceding\s+|above\s+"
    rf"|foregoing\s+|{ORDINAL}\s+)?(?:sub-?)?(?:paragraphs?|articles?|arts?\.?|clauses?|sections?|rules?)\b{_IDS}(?:,?\s*(?:of\s+)?(?:the\s+)?(?:sub-?)?(?:paragraphs?|articles?){_IDS})*(?:\s+(?:above|below|hereof|thereof))?"
    r"(?:,?\s+of\s+(?:this|the\s+present|that|the\s+same|the)\s+\w+)*"
)
_TAIL = re.compile(
    r"(?i)[\s,;]*\b(?:(?:and|,)\s+(?:it\s+|this\s+\w+\s+)?(?:shall|will)\s+(?:thereafter\s+|then\s+)?(?:be\s+(?:valid"
    r"|concluded|binding|in\s+force)|remain|continue|apply\s+for|have\s+effect)\b|for\s+(?:a|an)\s+(?:initial\s+|unlimited\s+"
    r"|indefinite\s+)?(?:period|term|duration)\b|,\s*which\s+shall\s+take\s+place\s+(?:in|at)\b|,\s*(?:which|who)\s+shall\s+(?:thereupon\s+)?(?:inform|notify|give\s+notice"
    r"|communicate|transmit|advise)\b|pending\s+(?:its|the)\s+(?:entry|ratification)).*$"
)
_SCOPE = re.compile(
    r"(?i),?\s*\bbut\s+(?:only|solely)\s+(?:with|in|for|as|between)\b[^;·]*$|,?\s*(?:but\s+)?(?:only\s+|solely\s+|exclusively\s+)?(?:as\s+)?(?:between|among|amongst|for|with\s+respect\s+to"
    r"|in\s+respect\s+of|in\s+relation\s+to|as\s+regards|with\s+regard\s+to)\s+(?:them\b|(?:members|states|parties|governments)\s+(?=having|which|that)[^,;·]*?(?=\s*(?:[,;·]|$))"
    r"|(?:all\s+)?(?:the|those|such|these|all)\s+(?:[\w-]+\s+){0,4}?(?:states|governments|parties|countries|members|powers|signatories)\b(?:\s+(?:or|and)\s+"
    r"(?:territories|organi[sz]ations)\b)?(?:\s+(?:which|that|who|having)\s+[^,;·]*?)?)(?=\s*(?:[,;·]|$)|\s+(?:and\s+)?provided\b|\s+(?:on\s+the"
    r"|upon|from\s+the|when|as\s+soon|after|once|one|two|three|six|thirty|sixty|ninety|\d)\b)"
)
_DEPOSITED_WITH = re.compile(
    r"(?i),?\s*\b(?:(?:with|to|in|(?:receipt|received)\s+by,?)\s+(?:the\s+)?(?:archives\s+of\s+the\s+)?(?:governments?\s+of|ministry)"
    r"|(?:with|to|(?<!approval\s)(?<!acceptance\s)(?<!adoption\s)(?<!ratification\s)(?<!approved\s)(?<!accepted\s)(?<!adopted\s)"
    r"(?<!ratified\s)by|notified|informed)\s+(?:the\s+)?(?:depositar\w+|depositor\w+|"
    r"secretar\w+[\s-]+general|director[\s-]+general|executive\s+\w+|(?:\w+\s+)?ministry|secretariat|bureau|general\s+secretariat"
    r"|administrative\s+secretar\w+|swiss\s+federal|chairperson|director|organi[sz]ation|council"
    r"|(?:[\w-]+\s+){0,3}?(?:union|institute|agency|bank|commission|league)))\b[^,.;:·]*?"
    r"(?=,|;|:|·|\.|$"
    rf"|\s+(?:of\s+(?:the\s+)?(?:instruments?|at\s+least|not\s+less|notif|ratif|last|{CARDINAL}|{ORDINAL})|by|from|on\s+behalf|have|has"
    r"|or\s+have|between|in\s+accordance|referred|provided|including|and\s+the\s+deposit))"
)
_LIST = re.compile(r"(?i)(?:on\s+which\s+|when\s+|as\s+soon\s+as\s+|after\s+)?(?:both\s+"
r"|all\s+)?(?:of\s+)?the\s+following\s+(?:two\s+|three\s+)?(?:conditions|requirements"
r"|events)\s+(?:shall\s+)?(?:ha[sv]e\s+(?:all\s+|both\s+)?(?:been|occurred)|are|is)\s*(?:met|fulfilled"
r"|satisfied|complied\s+with)?\s*:|\b(?:on\s+which|when)\s*:(?=\s*(?:\(a\)|\.1\b|\(i\)|\(1\)))")  # fmt: skip
_ITEM = re.compile(
    r"(?i)(?:^|[:;,]\s*(?:(?:and|or)\s*)?|\b(?:and|or)\s*(?=\([a-e]\)\s*[a-z]|\.\d\s))\s*\(?(?:\b[a-e]\)|\([ivx]{1,4}\)|\.?\d\)|\.\d\b|\(\d\))"
)
_WHICHEVER = re.compile(r"(?i)\bwhichever\b")
_JOINED = re.compile(r"(?i)[\s,;]*\b(?:and|or)?\s*$")
_FROM_OPENING = re.compile(r"(?i)opening|adoption|signature|signed")
_OR_ITEM = re.compile(r"(?i)\bor\s*,?\s*\(?[b-e2-5]\)")


def rule_of(tail: str, lead: str, names: StateNames, depositaries: tuple[str, ...]) -> ForceClause | None:
    """Return the rule that a sentence gives; None where its words ask for nothing.

    Args:
        tail: its words after the verb, up to what it says of later parties.
        lead: those before the subject that name a condition; empty for none.
        names: the names of states.
        depositaries: the states that the treaty designates as its depositaries.
    """
    first, second = _PROVISIONALLY.match(tail), ""
    if first is not None:
        applied = rule_of(first["first"], "", names, depositaries)
        second = first["second"]
        found = rule_of(second, "", names, depositaries)
        return found and replace(found, provisional=applied and replace(applied, quote=first["first"].strip()))
    date, rest = _named_date(tail)
    later = _OR_LATER.match(rest) if date is not None else None
    rest = rest[later.end() :] if later is not None else rest
    rest = _IF.sub(" ", _by_the_day_before(rest, date)) if date is not None else rest
    said = " ".join(f"{lead} , {rest}".split()) if lead else " ".join(rest.split())
    if not said.strip(" ,.;") and date is None:
        return None
    failing = _FAILING.search(said)
    if failing is not None and date is not None:
        late = find_lag(said[failing.end() :])
        found = _one_way(said[: failing.start()], names, depositaries)
        return replace(found, date=date, late_lag=late[0] if late else Lag())
    joined = _joined_with_event(said) if date is None else None
    if joined is not None:
        found = _one_way(joined[0], names, depositaries)
        return replace(found, conditions=(*found.conditions, joined[1]), unread=found.unread and said)
    either = None if date is not None else _either(said)
    if either is not None:
        one, two = (_one_way(part, names, depositaries) for part in either)
        if not one.unread and not two.unread and _asks(one) and _asks(two):
            return replace(one, alternatives=(_for_depositors(two, either[1]),))
    found = _one_way(said, names, depositaries)
    if date is None and not _asks(found) and not found.unread:
        return replace(found, unread=said)
    return replace(found, date=date, late_lag=Lag() if later is not None else None)


def _joined_with_event(said: str) -> tuple[str, Condition] | None:
    """Return the rest and the event of "on the day the Convention enters into force or ..., whichever is later"."""
    last = _LATER_OF.search(said)
    parts = _OR_ON_THE.split(said[: last.start()]) if last is not None else []
    if last is None or len(parts) != _TWO or said[last.end() :].strip(" ,;."):
        return None
    for one, other in (parts, reversed(parts)):
        event = _WITH_EVENT.search(one)
        if event is not None:
            return other, Condition("event", " ".join(event["event"].split()), earliest=True)
    return None


_TWO = 2
"""Days of which the later counts."""


def _asks(clause: ForceClause) -> bool:
    return bool(clause.conditions)


def _either(said: str) -> tuple[str, str] | None:
    """Return the two ways that a sentence opens, where it opens two."""
    first = _FIRST_OF.search(said)
    plain = said[: first.start()] if first is not None else said
    parts = [match for match in _OR_ELSE.finditer(plain) if first is not None or _COMPLETE.search(plain[match.end() :])]
    if len(parts) != 1 or (first is None and _WHICHEVER.search(said)):
        return None
    return plain[: parts[0].start()], plain[parts[0].end() :]


_COMPLETE = re.compile(r"(?i)\b(?:days?|months?|years?)\s+(?:after|from"
r"|following)\s+(?:the\s+)?(?:date\s+of\s+)?(?:its\s+|the\s+)?(?:adoption|signature|opening)")  # fmt: skip
"""A second way without "whichever": only from the adoption or signature on."""

_LEAST_PARTIES = 2
"""A treaty binds two states at least: Vienna Convention on the Law of Treaties (1969), art. 2(1)(a)."""


def _for_depositors(clause: ForceClause, said: str) -> ForceClause:
    """Return a way that is open from a day on, to those who have deposited: it waits for two of them."""
    if {one.kind for one in clause.conditions} == {"adoption"}:
        two = Condition("count", " ".join(said.split()), number=_LEAST_PARTIES)
        return replace(clause, conditions=(*clause.conditions, two))
    return clause


def _one_way(said: str, names: StateNames, depositaries: tuple[str, ...]) -> ForceClause:
    saying = Saying(said)
    kinds = consents_counted(saying.whole)
    saying.take(_AS_BEFORE)
    floor, not_before, events = _floors(saying)
    listed = saying.take(_LIST)
    if listed is not None:
        return _listed(saying, listed, names, depositaries, (kinds, floor, not_before, events))
    saying.take(_TAIL)
    agreed = saying.take(_AS_AGREED)
    saying.take_all(_RECIPIENT)
    saying.take_all(_PLACE)
    saying.take_all(_FOR_PART)
    saying.take_all(_REFERENCE)
    lag = _lag(saying)
    saying.take_all(_SCOPE)
    saying.take_all(_DEPOSITED_WITH)
    several = _OR_ITEM.search(saying.left)
    items = [match.start() for match in saying.take_all(_ITEM)]
    found = [*conditions(saying, names, depositaries, items), *events]
    unread = not_understood(saying.left) or (saying.whole if _ON_THAT_DAY.search(saying.left) else "")
    if several is not None and sum(one.kind in ("count", "class") and one.number > 1 for one in found) > 1:
        unread = unread or saying.whole
    if _IN_ITS_CASE.search(saying.whole) is not None or _EITHER_NUMBER.search(saying.whole) is not None:
        unread = saying.whole
    return ForceClause(
        0, len(said), said, conditions=tuple(dict.fromkeys(found)), consents=kinds, lag=lag, not_before=not_before,
        floor=floor, unread=_around(saying.whole, unread),
        fallback=saying.words(agreed) if agreed is not None else "",
    )  # fmt: skip


def _around(whole: str, unread: str) -> str:
    """Return the clause's words where some of them were not understood: alone they would tell little."""
    return whole.strip(" ,") if unread else ""


_Told = tuple[tuple[str, ...], Lag | None, datetime.date | None, list[Condition]]


def _listed(
    saying: Saying, listed: re.Match[str], names: StateNames, depositaries: tuple[str, ...], told: _Told
) -> ForceClause:
    """Return the rule of a list of conditions that all have to be met; one not understood is kept in its words."""
    kinds, floor, not_before, events = told
    ahead = Saying(saying.whole[: listed.start()])
    lag = _lag(ahead)
    found: list[Condition] = []
    rest = saying.whole[listed.end() : len(saying.left.rstrip("·"))]
    alternative = _OR_ITEM.search(rest) is not None
    for piece in _ITEM.split(rest):
        words = _JOINED.sub("", piece.strip(" ,;·"))
        if words:
            item = Saying(words)
            item.take_all(_REFERENCE)
            item.take_all(_DEPOSITED_WITH)
            asked = conditions(item, names, depositaries)
            found += asked if asked and not not_understood(item.left) else [Condition("event", item.whole.strip(" ,"))]
    unread = saying.whole if alternative or not found or not_understood(ahead.left) else ""
    return ForceClause(
        0, len(saying.whole), saying.whole, conditions=tuple(dict.fromkeys([*found, *events])), consents=kinds, lag=lag,
        not_before=not_before, floor=floor, unread=unread,
    )  # fmt: skip


_NO_LESS = re.compile(r"(?i)\b(?:at\s+least|(?:not|no)\s+less\s+than|more\s+than)\s+$")
"""Before a time: then it is no time but a floor of one, and left as not understood."""


def _lag(saying: Saying) -> Lag:
    found = find_lag(saying.left)
    if found is None or _NO_LESS.search(saying.left[: found[1]]):
        return Lag()
    saying.drop(found[1], found[2])
    return found[0]


def _floors(saying: Saying) -> tuple[Lag | None, datetime.date | None, list[Condition]]:
    """Return the time, the day and the events before which it does not enter into force."""
    floor: Lag | None = None
    not_before: datetime.date | None = None
    events: list[Condition] = []
    for match in saying.take_all(_AFTER_EVENT):
        events.append(Condition("event", " ".join(match["event"].split()), earliest=True))
    for match in [*saying.take_all(_NO_CASE), *saying.take_all(_FLOOR)]:
        what = saying.whole[match.start("what") : match.end("what")]
        day, lag = first_day(what), find_lag(what)
        if day is not None:
            not_before = day[0]
        elif lag is not None and _FROM_OPENING.search(what):
            floor = lag[0]
        elif lag is None or _ENTRY_OF.search(what):
            events.append(Condition("event", " ".join(what.split()), earliest=True))
        else:
            events.append(Condition("event", saying.words(match), earliest=True))
    return floor, not_before, events


def _named_date(tail: str) -> tuple[datetime.date | None, str]:
    """Return the day that the clause names for the entry into force, and the words after it."""
    match = _ON_THE.match(tail)
    found = first_day(tail[:80]) if match is not None else None
    if match is None or found is None or found[1] - match.end() > 1:
        return None, tail
    return found[0], tail[found[2] :]


_MONTH = re.compile(rf"\b(?:{MONTHS})\b")
"""A month as scans write it, without its capital."""


def _by_the_day_before(rest: str, date: datetime.date) -> str:
    """Return the words without a last day for the deposits that is the one right before the entry into force."""
    by = _BY_DAY.match(rest)
    last = first_day(rest[by.end() :]) if by is not None else None
    if by is None or last is None or rest[by.end() :][: last[1]].strip(" ,") not in ("", "the"):
        return rest
    if not datetime.timedelta() <= date - last[0] <= datetime.timedelta(1):
        return rest
    return f" if {rest[by.end() + last[2] :].lstrip(' ,')}"


def first_day(words: str) -> tuple[datetime.date, int, int] | None:
    """Return the first day that the words name in full, and where; code points, half-open."""
    for mention in find(_MONTH.sub(lambda match: match[0].title(), words)):
        meant = resolve(mention, None, None) if mention.year is not None and mention.day is not None else None
        if meant is not None and meant.start.day is not None:
            return meant.start.first_day(), mention.start, mention.end
    return None
