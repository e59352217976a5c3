"""Who took part in a meeting and who chaired it, told beside the meeting or in a sentence of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.circumstances import mode
from muniment.reading.en.rules.gathering import KIND_OF_HEAD
from muniment.reading.en.rules.groups import member_delegations, sent_by, whole_group
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Group, State
from muniment.reading.pattern import pattern
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["RULES", "detail", "listed", "people", "person_entry"]

_GATHERED = (
    r"(?:meetings?|session|summit|talks|negotiations|event|discussions?|conference|ceremony|sitting|forum|"
    r"consultations|plenary|debate|Meeting|Session|Summit|Conference|Forum)"
)
_SENT = pattern(
    r"(?:[Dd]elegations?|[Rr]epresentatives?|delegates|observers|experts|guests|participants|{Y}) (?:of|from)(?: "
    r"all)?(?: the)?(?: (?:competent |relevant |national )?(?:authorities|bodies|ministries|agencies) of)?(?: the)?"
    r"(?: (?:{B} )?(?:observer|member|partner|participating|guest) (?:states|countries)| {Y})?(?:,? "
    r"?(?:and )?(?:the )?{SB})*,? ?(?:and )?(?:the )?$|{Y}(?:,? ?(?:and )?(?:the "
    r")?{SB})*(?:, | and )(?:the )?$"
)
_LEADING_ARTICLE = regex.compile(r"^(?:[Tt]he|[Aa]n?) ")
_ITEM = regex.compile(r"\s*(?:[-–—•*·]|\(?\d{1,2}[.)]|\(?[a-z][.)]|[ivx]{1,4}[.)])\s*")
_DENIES = regex.compile(r"^The number of\b|\b(?:[Nn]ot|never|refused|declined|unable)\b|n[’']t")
"""Those of whom it is not said that they took part; how many they are is another matter."""
_AHEAD = regex.compile(r"\b(?:will|is to|shall)\b")
_NAMED_NEXT = pattern(r"(?: [–—-]|:)? {A}| \((?:\w+ ){0,3}{A}\)|(?: \w+){0,2}: {A}")
_APPOSED = regex.compile(r"[,;]? ?")
"""What stands between a person and an office that only says more of them: "Ana Dol; Minister of Ports"."""
_ARTICLE = regex.compile(r"[Tt]he |[Aa]n? ")
_IN_THE_CHAIR = pattern(r"{A} \((?:[Cc]hair(?:man|person|woman|ing)?|presiding)\)")
_OF_STATE = regex.compile(r" [–—-] (?P<name>\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'-]+){1,2})(?=,| and |[.;]|$)")
"""A name behind the state its bearer came for: "heads of government of S - A B, S - C D"."""
_NAME_OF = regex.compile(
    r"\b(?:presidents|ministers|leaders|chiefs|heads of state)\b.*?(?<=[,s] |and )"
    r"(?P<name>\p{Lu}[\p{L}’'.-]*(?: \p{Lu}[\p{L}’'-]+){1,2}) of (?:the )?$"
)
"""A name before the state its bearer came for: "by presidents A B of S, C D of S"."""
_ONE_PERSON = regex.compile(
    expand(r"[\W\d_]*(?:{A}|{Y} {A})(?:[^\w{A}]|{A}|{S}|{C}|{B}|{Y}|\b(?:of|and|the|for|as|on|to|in|well)\b)*")
)
"""A line that names one person with offices, and says nothing of them."""
_WHOSE = regex.compile(expand(r"[Dd]elegations of (?:the )?{B} of (?:all )?(?:the )?$"))
"""Before those whose bodies sent people: "delegations of the councils of all the member states"."""
_OF_STATES = pattern(
    r"(?: (?:of|from)(?: all)?(?: the)?(?: {B})?(?: (?:member|participating) (?:states|countries)| {Y})?)? "
    r"{S}(?:, | and )"
)
"""Behind people who are told by their states, one by one: "representatives from member states S, S and S"."""
_NOT_PEOPLE = regex.compile(r"\b(?:countries|states|parties|sides|nations)\b", regex.I)


def person_entry(scene: Scene, value: Any) -> dict[str, str]:
    """Return the `participants` value of a mention: name, and the office where one is told with it."""
    name = " ".join(scene.name(value).split())
    name = _LEADING_ARTICLE.sub("", name) if name[:1] in "TtAa" else name
    entry = {"name": name}
    if isinstance(value, Actor) and value.name and value.offices:
        office = value.offices[0]
        entry["office"] = " ".join((office.text or office.title).split())
    return entry


def people(sentence: Masked, start: int, end: int, scene: Scene) -> list[dict[str, str]]:
    """Return the people, groups and delegations named in a stretch of a masked sentence, each once, in order."""
    out: dict[str, dict[str, str]] = {}
    previous = through = -1
    for at in sentence.places(start, end):
        value = sentence.value(at)
        if (
            at < through
            or _STOOD_IN_FOR.search(sentence.text, start, at)
            or (isinstance(value, Group) and sentence.match(_NAMED_NEXT, sentence.text, at + 1))
        ):
            continue
        delegated, behind = sent_by(sentence, at)
        if delegated:
            out.setdefault(delegated, {"name": delegated})
            through = behind
        elif isinstance(value, Group):
            if (
                _of_people(value)
                and not _WHOSE.search(sentence.text, 0, at)
                and not sentence.match(_OF_STATES, sentence.text, at + 1)
            ):
                name, through = _group_or_state(sentence, at)
                out.setdefault(name, {"name": _LEADING_ARTICLE.sub("", name)})
        elif isinstance(value, State) and (bearer := _come_for(sentence, at)):
            out.setdefault(bearer, {"name": bearer})
        elif isinstance(value, Actor) or (isinstance(value, (Body, State)) and _sent(sentence, at)):
            if isinstance(value, Actor) and _apposed(sentence, at, value, previous):
                continue
            entry, previous, through = _one(sentence, at, value, scene)
            if entry["name"]:
                out.setdefault(entry["name"], entry)
    return list(out.values())


def _come_for(sentence: Masked, at: int) -> str:
    """Return the name, before or behind a state, of who came for it; empty where none stands there."""
    match = _NAME_OF.search(sentence.text, 0, at) or _OF_STATE.match(sentence.text, at + 1)
    return str(match["name"]) if match is not None else ""


def _of_people(group: Group) -> bool:
    """Whether a group is one of people, or says whose states they are."""
    return _NOT_PEOPLE.search(group.text.split(" of ")[0]) is None or " of " in group.text


_STOOD_IN_FOR = regex.compile(
    r"(?:\((?=[^()]*$)|, (?=[^(),;]*$))(?:representing|on behalf of|standing in for|deputi[sz]ing for|in place of)\b"
)
"""Before somebody who was not there, but had sent another: "A (representing B)"."""


def _group_or_state(sentence: Masked, at: int) -> tuple[str, int]:
    """Return a group's name and where it ends; the state that sent it, where other states follow by name alone."""
    name, through = whole_group(sentence, at)
    more = _MORE_STATES.match(sentence.text, through)
    if more is not None and _AUTHORITIES.search(name):
        start, stop = sentence.span(at, more.end())
        return " ".join(sentence.page_text[start:stop].split()), more.end()
    sent = _SENT_BY.match(name) if more is not None else None
    return (sent["state"] if sent is not None else name), through


def _one(sentence: Masked, at: int, value: Any, scene: Scene) -> tuple[dict[str, str], int, int]:
    """Return the entry of one mention, where the person of it stands, and where what it takes up ends."""
    holder = _holder_behind(sentence, at, value)
    if holder >= 0:
        entry = person_entry(scene, sentence.value(holder)) | {"office": person_entry(scene, value)["name"]}
        return entry, holder, holder + 1
    members, through = member_delegations(sentence, at) if isinstance(value, Body) else ("", at)
    return ({"name": members} if members else person_entry(scene, value)), at, through


_SENT_BY = regex.compile(
    r"(?:[Hh]eads of (?:the )?)?(?:[Aa]uthori[sz]ed |[Oo]fficial )?"
    r"(?:[Rr]epresentatives|[Dd]elegations|[Dd]elegates|[Ee]xperts|[Ll]eaders|[Oo]fficials|[Mm]inisters) (?:of|from) "
    r"(?:the )?(?:[a-z-]+ )*"
    r"(?:of (?:the )?)?(?P<state>\p{Lu}.*)"
)
_AUTHORITIES = regex.compile(
    r"\b(?:authorities|bodies|ministries|agencies|departments|services|structures) of (?:the )?\p{Lu}"
)
_MORE_STATES = pattern(r"(?:(?:, |,? and )(?:the )?{S})+")
_HOLDER_BEHIND = pattern(
    r"(?: (?:in|to|for|of) (?:the )?[^.;,{A}{N}]{1,80})?(?:,| [–—-]) "
    r"(?:(?:Mr|Ms|Mrs|Dr|H\.E)\.? |General |Ambassador ){0,2}{A}"
)
"""The name of an office's holder, behind where the office is: "the Consul General of S in C, Mr. A"."""


def _holder_behind(sentence: Masked, at: int, value: Any) -> int:
    """Return where the holder of an office told without a name is named behind it; -1 where nobody is."""
    if not isinstance(value, Actor) or value.name:
        return -1
    named = sentence.match(_HOLDER_BEHIND, sentence.text, at + 1)
    holder = sentence.value(named.end() - 1) if named is not None else None
    return (
        named.end() - 1
        if named is not None and isinstance(holder, Actor) and holder.name and not holder.offices
        else -1
    )


def _apposed(sentence: Masked, at: int, value: Actor, previous: int) -> bool:
    """Whether an office without a name only says more of the person named right before it."""
    if value.name or previous < 0 or not isinstance(before := sentence.value(previous), Actor) or not before.name:
        return False
    begin = sentence.span(at, at + 1)[0]
    return (
        _APPOSED.fullmatch(sentence.text, previous + 1, at) is not None
        and _ARTICLE.match(sentence.page_text, begin) is None
    )


def _sent(sentence: Masked, at: int) -> bool:
    """Whether a body or state stands as one that sent people ("delegations of S, S and S")."""
    return sentence.search(_SENT, sentence.text, 0, at) is not None


def detail(found: Found, slots: dict[str, Any], **notes: Any) -> Draft:
    """Return a draft of something more about the meeting told of last."""
    sentence = found.sentence
    return Draft("meetings", slots, [(sentence.start, sentence.end, found.rule)], notes={"detail": True, **notes})


def listed(scene: Scene, number: int) -> list[Masked]:
    """Return the list items that follow a sentence, without what ends the list; a signature is no item."""
    out: list[Masked] = []
    for place, sentence in enumerate(scene.sentences[number + 1 : number + 40], number + 1):
        if scene.kinds[place] not in _BODY:
            break
        if _ONE_PERSON.fullmatch(sentence.text):
            out.append(sentence)
            continue
        if not _ITEM.match(sentence.page_text[sentence.start : sentence.end]):
            if not out or not out[-1].text.rstrip().endswith(";"):
                break
            out.append(sentence)
            break
        out.append(sentence)
    return out


_BODY = frozenset({"paragraph", "quote", "title"})


def took_part(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A, A and A took part in the meeting"."""
    low, high = found.match.span("who")
    who = people(found.sentence, low, high, scene)
    if _DENIES.search(found.match[0]) or _other_event(found, scene):
        return
    if not who and found.match["who"].strip() in ("He", "She") and scene.last_actor:
        who = [{"name": scene.last_actor}]
    besides = found.sentence.search(_BESIDES, found.sentence.text, found.match.end())
    if besides is not None:
        who += [p for p in people(found.sentence, besides.end(), len(found.sentence.text), scene) if p not in who]
    if found.sentence.match(_NAMES_BEHIND, found.sentence.text, found.match.end()):
        who = people(found.sentence, found.match.end(), len(found.sentence.text), scene)
    if who:
        video = "videoconference" in (
            mode(found.sentence, words) for words in (found.sentence.text[high:], found.match["who"])
        )
        yield detail(found, {"participants": who}, video=video)


def _other_event(found: Found, scene: Scene) -> bool:
    """Whether it was a ceremony or forum of its own that they attended, and the page has told of no such event."""
    event = _EVENT_OF.match(found.sentence.text, found.match.end())
    told = {draft.slots.get("kind") for draft in scene.drafts if draft.register == "meetings"}
    return event is not None and KIND_OF_HEAD[event["event"]] not in told


_EVENT_OF = regex.compile(
    r"(?: (?:in|at|to))?(?: (?:the|an?))? (?:[a-z-]+ ){0,2}(?P<event>ceremony|forum|conference|seminar|debate|"
    r"consultation)s?"
    r" (?:of|for|on|marking|to mark|dedicated)\b"
)
_BESIDES = pattern(r",? (?:in addition to|along with|together with|alongside|as well as) ")
_NAMES_BEHIND = pattern(r"[^.;:{A}]{0,60}: {A}")


def were(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "Taking part were A, A and A", and a list of people behind a colon."""
    low, high = found.match.span("rest")
    who = people(found.sentence, low, high, scene)
    draft = detail(found, {"participants": who})
    if found.sentence.text.rstrip().endswith(":"):
        items = listed(scene, scene.number)
        told = found.mentions("rest", "Y") if items else []
        groups = {_LEADING_ARTICLE.sub("", " ".join(v.text.split())) for v in told if isinstance(v, Group)}
        who = [p for p in who if p["name"] not in groups]
        for item in items:
            who += [p for p in people(item, 0, len(item.text), scene) if p not in who]
            draft.spans.append((item.start, item.end, found.rule))
        draft.slots["participants"] = who
    if who and mode(found.sentence, found.match["rest"]) == "videoconference":
        draft.notes["video"] = True
    head = found.sentence.search(_IN_THE_CHAIR, found.sentence.text, low)
    if head is not None:
        draft.slots["chair"] = scene.person(found.sentence.value(head.start()))
    if who:
        yield draft


def chaired(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The meeting was chaired by A", "A presided"."""
    actors = found.mentions("chair", "A")
    name = scene.person(actors[0]) if actors else scene.last_actor
    if name:
        yield detail(found, {"chair": name}, ahead=_AHEAD.search(found.match[0]) is not None)


def opened(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A opened the meeting", "Opening the meeting, A said"."""
    video = mode(found.sentence, found.sentence.text[found.match.end() :]) == "videoconference"
    yield detail(found, {"participants": people(found.sentence, *found.match.span("who"), scene)}, video=video)


def present(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read who acts at the session the page tells of: thanks, greets, is heard."""
    who = people(found.sentence, *found.match.span("who"), scene)
    if who:
        yield detail(found, {"participants": who}, present=True)


_PART = (
    r"(?:took part|taken part|take part|takes part|participated|participates?|participating|attended(?! by "
    r"(?!invitation|video|phone|telephone|remote))|attends?|"
    r"(?:was|were) (?:also )?(?:present|in attendance)|joined(?! as\b)|took the floor|came to|"
    r"also spoke|spoke(?= at (?:the|this) )|represented (?:the )?(?:{J} (?:side|delegation|party)|{S}(?= (?:at|"
    r"in|during)\b|[.]|$))|"
    r"(?:are|were|will be) among (?:the )?(?:participants|attendees|those (?:attending|present|taking part)))"
)
_OBJECT = (
    rf"(?=(?:,? (?:also|in person|on ?line|remotely|via|by|over|through)\b[^.;]{{0,40}})?(?: (?:in|at|"
    rf"to))?(?:(?: the| its| their| this)? (?:work of (?:the )?|opening of (?:the )?)?(?:[a-z-]+ ){{0,"
    rf"2}}{_GATHERED}\b|(?: the)? (?:work of )?(?:the )?{{B}}| it\b|[,.;]|$| as\b| with\b| via\b| by video| on ?line| "
    rf"over a| remotely))"
)
_THE_MEETING = rf"(?:The|the|This|this)? ?(?:[a-z]+ ){{0,2}}{_GATHERED}"

RULES = (
    Rule(
        name="meetings.took-part",
        triggers=("part", "participat", "attend", "present", "joined", "took the floor", "came to", "spoke"),
        pattern=(
            r"(?:^(?:At|On) the invitation of [^.;{A}]{0,60}{A}, |^|; "
            r")(?P<who>(?:[^.;{N}]*?{AYBS})[^.;{N}]{0,90}?|He|She) (?:will |also |had |has |have "
            rf"|to |then |is to |are to |equally ){{0,3}}{_PART}\b{_OBJECT}"
        ),
        build=took_part,
        reads=(
            "Secretary General Ana Dol and Foreign Minister Ivo Marr took part in the meeting.",
            "Foreign Minister of Norway Ivo Marr joined via videoconference.",
        ),
        refuses=(
            "Secretary General Ana Dol took part in the exercise.",
            "Foreign Minister Ivo Marr did not attend the meeting.",
        ),
        needs=rf" {_PART}\b",
    ),
    Rule(
        name="meetings.attended-by",
        triggers=(
            "attended by",
            "taking part",
            "participants",
            "participating",
            "attending",
            "attendance",
            "attendees",
            "present",
            "guests included",
            "joining ",
            "joined",
            "among those",
            "headed",
            "took part",
            "participat",
            "participation of",
            "attendance of",
            "represented",
            "brought together",
        ),
        pattern=(
            rf"^(?:\d{{1,2}}\. )?(?:(?:It|That|{_THE_MEETING}|The {{B}})"
            r"(?: meeting| in (?:the |an? )?\p{Ll}+ format)? (?:was|were|is|will be|is to be|had been|has been)? ?"
            r"(?:also )?(?:included(?=[^.;]{0,140}{A})|(?:attended|represented|joined)(?:, via [^,]{4,20},)? "
            r"by|held with the participation of|held in the presence of|brought together)|(?:Also )?"
            r"(?:[Tt]aking part|[Pp]articipating|[Pp]resent|[Aa]ttending|[Ii]n attendance)"
            r"(?: (?:(?:in|at) )?[^.;:{A}]{2,40}?(?:,? (?:chaired|headed) by (?:the )?{A},?)?)?(?:,? also)? "
            r"(?:were|was|are|will be)|(?:{S}|Our country|The {J} (?:side|delegation))(?:, the [^,;]{1,60},)? "
            r"(?:was|is) (?:also )?represented(?: (?:at|in) [^.;:{A}]{3,40})? by"
            r"|(?:[Oo]ther |[Aa]ssociate |[Tt]he other )?[^.;:{A}]{5,90}? in attendance (?:were|was|included?)"
            r"|(?:[Ii]nvited )?[Gg]uests included|(?:List of )?(?:[Pp]articipants|[Pp]resent|[Aa]ttendees"
            r"|[Ii]n attendance):|[Jj]oining [^.;:{A}]{3,40} (?:was|were)|(?:[Oo]ther )?(?:[Aa]mong )?"
            r"(?:[Tt]he )?(?:participants|those present|those attending|attendees)"
            r"(?: (?:in|of|at) [^.;:{A}]{3,40})? (?:were|was|included|include)|[^.;{A}]{0,60}?\b"
            r"[Dd]elegations?(?: (?:of|from) [^.;:{A}]{3,60}?)? (?:to the [a-z]+ )?(?:were|was|is|are) "
            r"(?:headed|led)[^{A}]{0,25} by|(?:[Tt]he )?(?:following|[Tt]he following)[^:{A}]{0,40} "
            r"(?:took part|take part|participated|(?:were|was) (?:also )?(?:present|in attendance))"
            r"[^:{A}]{0,60}:)(?P<rest>.*)$"
        ),
        build=were,
        reads=(
            "The meeting was attended by Secretary General Ana Dol and Foreign Minister Ivo Marr.",
            "Taking part were Foreign Minister Ivo Marr and Secretary General Ana Dol.",
        ),
        refuses=("The course was attended by Secretary General Ana Dol.",),
    ),
    Rule(
        name="meetings.chaired",
        triggers=(
            "chaired by",
            "chaired on behalf",
            "headed by",
            "presided over",
            "moderated",
            "under the chair",
            "presided",
            "chair was taken by",
            "in the chair",
            "chaired the",
            "will chair",
            "led the",
        ),
        pattern=(
            rf"^[^.;]{{0,60}}?\b(?:It|it|{_THE_MEETING})(?: of (?:the )?{{B}})? (?:was|were|is|will be|is being"
            r"|is to be) (?:held )?(?:co-)?(?:chaired (?:on behalf of [^.;,{A}]{3,50} )?by|headed by"
            r"|presided over by|moderated by|under the (?:chairmanship|chairpersonship|presidency) of) (?:the )?"
            r"(?:(?:H\.E\.|\p{Lu}[\w’'.-]*) ){0,3}(?P<chair>{A})|^The chair was taken by (?:the )?"
            r"(?P<chair>{A})|(?P<chair>{A})(?: \({S}\))?(?:, {A},)?[^.;{A}]{0,60}?\b"
            r"(?:presided|chaired|moderated|will chair|will preside|was in the chair|took the chair"
            r"|led(?= the (?:[a-z]+-day )?(?:meeting|session|talks|consultations|sitting)\b))\b(?: over)?"
            r"(?= the (?:[a-z]+-day )?(?:works?|proceedings|meeting|session|talks|sitting|summit|conference|Meeting"
            r"|event|debate|ceremony|forum|consultations?|negotiations|{B}['’]?s? (?:meeting|session|summit)|first"
            r"|second|third|opening|plenary)"
            r"|[,.]|$| in the absence| at | it)"
        ),
        build=chaired,
        reads=(
            "The meeting was chaired by Foreign Minister Ivo Marr.",
            "Foreign Minister of Norway Ivo Marr was in the chair.",
        ),
        refuses=("The group was chaired by Foreign Minister Ivo Marr for years.",),
    ),
    Rule(
        name="meetings.present",
        triggers=(
            "thanked",
            "congratulat",
            "greeted",
            "awarded",
            "presented",
            "heard ",
            "received a",
            "listened to",
            "end of the",
            "close of the",
            "conclusion of the",
            "same meeting",
            "same session",
            "same ceremony",
            "delivered",
            "speech",
            "address by",
            "reports were",
            "report was",
            "floor was",
            "statements by",
            "remarks by",
            "remarks from",
            "remarks of",
        ),
        pattern=(
            r"^(?P<who>{A})[^.;{A}{N}]{0,60}? (?:also )?(?:thanked|congratulated|greeted|awarded|presented)\b"
            r"|^(?:[^.;{A}{B}{N}]{0,40}, )?(?P<who>{A}),? (?:then |also )?(?:delivered|gave|made) "
            r"(?:an? |the |his |her )?(?:[a-z-]+ ){0,2}(?:speech|address|statement|remarks|presentation)\b|^At the "
            r"(?:end|close|closing|conclusion|beginning|start|opening) of the (?:meeting|session|sitting|ceremony"
            r"|summit)\b[^.;{A}]{0,160}?,? (?P<who>{A}) (?:was|were) (?:also )?(?:handed|presented|awarded|given)\b"
            r"|^At the (?:end|close|closing|conclusion) of the (?:meeting|session|sitting|ceremony|summit)\b"
            r"[^.;]{0,200}? (?:was|were) (?:handed|presented|awarded|given) to (?:the )?(?P<who>{A})"
            r"|^(?:The )?[Ff]loor was (?:also )?(?:taken|given) (?:by|to) (?P<who>{A}(?:,?(?: and)? {A})*)"
            r"|\b(?:address(?:es)?|statements?|speeches|remarks|presentations|[Rr]eports?|{N}) (?:was |were )?"
            r"(?:also )?(?:delivered|made|given|presented) by (?P<who>{A}(?:,?(?: and)? {A})*)"
            r"|\b(?:with|featured|included) (?:the |an? )?(?:opening|welcom\p{Ll}+|closing|introductory|keynote) "
            r"(?:remarks|speech|address|statements?) (?:by|from|of) (?:the )?"
            r"(?P<who>{A}(?:,?(?: and)?(?: by| from)? {A})*)|^The opening [^.;{A}{N}]{3,60} "
            r"(?:featured|included|heard) [^.;{A}{N}]{0,40}\b(?:by|of|from) (?P<who>{A}[^.;]*)$"
            r"|\b(?:heard|received|listened to) (?:[a-z]+ ){0,3}(?:address(?:es)?|speech(?:es)?|statements?|reports?"
            r"|presentations?|briefings?|remarks|information|greetings?) (?:by|from|of) "
            r"(?P<who>{AY}(?:,?(?: and)?(?: by| from)? {AY})*)|^(?:At|During) the same "
            r"(?:meeting|session|ceremony),? (?P<who>{A}(?:[^.;{A}]{3,140}, and {A})?)"
        ),
        build=present,
        reads=(
            "Foreign Minister Ivo Marr thanked the staff for the work.",
            "The Assembly heard addresses by President Olga Tarn and by Secretary General Ana Dol.",
        ),
        refuses=("The Assembly heard a case.",),
    ),
    Rule(
        name="meetings.opened-by",
        triggers=(
            "opened the",
            "opening the",
            "closed the",
            "closing the",
            "addressed the",
            "opened by",
            "closed by",
            "addressed by",
            "remarks",
        ),
        pattern=(
            rf"(?P<who>{{A}})[^.;{{A}}]{{0,20}} (?:opened|closed|addressed) the (?:{_GATHERED}|participants|"
            rf"delegates|audience)\b|^(?:Opening|"
            rf"Closing|Addressing) the (?:[a-z]+ )?{_GATHERED},? (?P<who>{{A}})|"
            rf"^(?:It|{_THE_MEETING}) (?:was|were) (?:also |formally |officially )?(?:opened|closed|addressed) by "
            rf"(?:the )?(?P<who>{{A}}(?:,?(?: and)?(?: by)?(?: the)? {{A}})*)|^(?:(?:[Ww]elcom\w+|[Oo]pening|"
            rf"[Ii]ntroductory|[Cc]losing) )+(?:remarks|speech(?:es)?|address(?:es)?|words|statements?) (?:was|were) "
            rf"(?:made|given|delivered) by (?:the )?(?P<who>{{A}}(?:,?(?: and)?(?: by)?(?: the)? {{A}})*)"
        ),
        build=opened,
        reads=(
            "Opening the session, Foreign Minister Ivo Marr greeted the delegates.",
            "Secretary General Ana Dol opened the meeting with a short report.",
            "The session was opened by Foreign Minister Ivo Marr.",
            "Welcoming remarks were made by Foreign Minister Ivo Marr and Secretary General Ana Dol.",
        ),
        refuses=(
            "Secretary General Ana Dol opened the exhibition.",
            "The exhibition was opened by Secretary General Ana Dol.",
        ),
    ),
)
"""Rules for sentences that tell more of a meeting already named."""
