"""Whose an office is, what it is called in the record, and when two mentions are of one office."""

from __future__ import annotations

import functools
import re
from typing import Any

from muniment.reading.draft import Draft
from muniment.reading.en.bodies import PARLIAMENT
from muniment.reading.en.rules.relation_parts import page_organisation
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor, Body, Office, State
from muniment.reading.scene import Scene

__all__ = ["ENVOY", "REGISTER", "named_tenure", "office_key", "owner", "same_office", "same_person", "tenure_slots"]

REGISTER = "tenures"

_HEADS = frozenset(
    [
        "organization",
        "organisation",
        "union",
        "league",
        "council",
        "committee",
        "commission",
        "assembly",
        "authority",
        "alliance",
        "board",
        "mission",
        "court",
        "parliament",
        "secretariat",
        "commonwealth",
        "bank",
        "fund",
        "forum",
        "centre",
        "center",
        "group",
        "delegation",
        "conference",
        "bloc",
        "committee's",
    ]
)
"""Head words by which a page speaks of a body it has named before."""
_STANDING = frozenset({"commission", "committee", "council", "assembly", "board", "parliament", "court", "secretariat"})
"""Bodies with officers: named by the head word alone, they are still told from a meeting's or a delegation's chair."""
_HOME_HEADS = frozenset({"organization", "organisation", "union", "league", "alliance", "commonwealth"})
_NATIONAL = re.compile(
    r"^(?:[Dd]eputy |[Ff]irst |[Vv]ice[- ]|[Pp]ermanent )*(?:(?:[Pp]rime |\w+ )?[Mm]inister\b|[Pp]rime [Mm]inister|"
    r"[Kk]ing$|[Qq]ueen$|[Ee]mir$|[Cc]hief of (?:the )?(?:General|Defen[cs]e) Staff|State Secretary$|"
    r"(?:National )?Security Advis[eo]r$|Secretary of the (?:National )?Security Council$|National Coordinator\b|"
    r"Prosecutor General$)"
)
_PRESIDENT = re.compile(r"^(?:[Ss]enior |[Ff]irst |[Dd]eputy )?(?:[Vv]ice[- ])?[Pp]resident$")
_OF_ORGANISATION = re.compile(
    r"^(?:(?:[Dd]eputy|[Aa]ssistant|[Ff]irst|[Uu]nder|[Ee]xecutive)[ -])*(?:[Ss]ecretary[- ][Gg]eneral"
    r"|Press Secretary|Executive Secretary)(?: for .+)?$"
)
ENVOY = re.compile(
    r"^(?:(?:[Dd]eputy|[Jj]oint|[Pp]ersonal|[Aa]cting) )*(?:[Ss]pecial|[Pp]ersonal) (?:Representative|Envoy|Adviser)\b"
)
"""Who acts for an organisation's head: the organisation's, where nobody else is told to have sent them."""
_SENT = re.compile(
    r"^(?:[Dd]eputy )?(?:Ambassador|Permanent Representative|Consul|[Hh]ead of [Mm]ission|"
    r"(?:Resident|Humanitarian) Co-?ordinator)\b"
)
"""Offices of a state abroad: one who holds two of them holds both for the same state."""
_ALLIED = re.compile(r"^(?:Deputy )?Supreme Allied Commander\b")
_SPEAKS_FOR = re.compile(r"(?:[Dd]eputy )?[Ss]pokes(?:man|woman|person)\b")
_HEARS = re.compile(r"\b(?:Assembly|Committee|Commission|Conference)\b")
_SERVING = re.compile(
    r"\b(?:of|to) the (?:Chair|Secretary[- ]General|President|Director[- ]General)|^High Representative"
)
_EMPTY = frozenset(
    [
        "head",
        "member",
        "representative",
        "representatives",
        "deputy",
        "minister",
        "chair",
        "director",
        "officer",
        "delegate",
        "leader",
        "participant",
        "chief",
        "ambassador",
        "president",
        "chairman",
        "chairperson",
        "commander",
        "speaker",
        "expert",
        "coordinator",
        "counsellor",
        "rapporteur",
        "spokesperson",
        "spokesman",
        "envoy",
    ]
)
"""Titles that tell nothing without the body they are held in."""
_MEMBER = re.compile(r"^(?P<head>(?:[Mm]ember|[Dd]eputy|[Ss]enator))(?: of (?:the )?.+)$")
_ORGAN = re.compile(r"(?P<core>.+?) of (?:the )?(?P<state>[^ ].*)$")
_SYNONYMS = {
    "chairman": "chair",
    "chairperson": "chair",
    "chairwoman": "chair",
    "speaker": "chair",
    "defence": "defense",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "organisation": "organization",
}
_SKIP = frozenset(
    [
        "of",
        "the",
        "for",
        "and",
        "to",
        "in",
        "at",
        "affairs",
        "s",
        "on",
        "a",
        "an",
        "republic",
        "federation",
        "kingdom",
        "state",
        "union",
    ]
)


_OF_THE = re.compile(r"^(?:of )?(?:the )")
_PARLIAMENT = re.compile(r"(?:[Pp]arliamentary|General) Assembly")
_CHAIRED = re.compile(r"\bchair\w*\b[^,;]*$")
_INNER = re.compile(r"^Security Council$|\b(?:Ministry|Department|Office|Agency|Administration|Government|Staff)\b")
_LETTERS = re.compile(r"[^\W\d_]+")


def named_tenure(office: Office) -> bool:
    """Whether an office can be recorded without its body: a courtesy title or a bare head word cannot."""
    return not office.plural and office.title.lower() not in _EMPTY


def owner(office: Office, scene: Scene, sentence: Masked, at: int) -> str:
    """Return the body, organisation or state an office belongs to, with the help of what the page has told before.

    Args:
        office: as found in the noun phrase.
        scene: the page.
        sentence: where the office stands.
        at: its position in the masked sentence.
    """
    name = _OF_THE.sub("", office.organization)
    if name:
        return _resolved(name, scene)
    title = office.title
    found = _told_beside(scene, sentence, at, title) or _of_page(scene, office)
    if found:
        return found
    if _OF_ORGANISATION.match(title) and (beside := _beside(sentence, at)):
        return beside
    if _OF_ORGANISATION.match(title) or ENVOY.match(title) or _ALLIED.match(title):
        return scene.home or page_organisation(scene)
    if _NATIONAL.match(title) and " in charge of " not in title:
        within = _state_within(sentence, at, "SC")
        guest = _RECEIVED.search(sentence.text, 0, at) is None
        return within or ("" if title.lower() == "minister" else _only_state_before(scene, guest))
    if _PRESIDENT.match(title):
        return _state_within(sentence, at, "C") or _assembly(scene) or _host(scene, sentence, at)
    if _SERVING.search(title):
        return _chair_owner(title, scene) or scene.home
    if _SPEAKS_FOR.match(title):
        return scene.home
    return _hearing(scene) if title.lower() == "rapporteur" else ""


def _told_beside(scene: Scene, sentence: Masked, at: int, title: str) -> str:
    """Return whose an office is by the words around it: brackets, "its", "the country's", "represented S"."""
    if _OF_COUNTRY.search(sentence.text, 0, at):
        return _state_within(sentence, at, "SJ") or _last_state(scene)
    if _NATIONAL.match(title):
        beside = _IN_BRACKETS.match(sentence.text, at + 1)
        told = str(sentence.value(beside.start(beside.lastgroup or 0)).name) if beside is not None else ""
        if told or (_ITS.search(_written(sentence, at)) and (told := _state_within(sentence, at, "S"))):
            return told
    if not _OF_ORGANISATION.match(title) and (by := _REPRESENTED_BY.search(sentence.text, max(0, at - 60), at)):
        return str(sentence.value(by.start(1)).name)
    return _delegation(sentence, at) or _represented(sentence, at) or _its_body(scene, sentence, at)


_OF_COMMISSION = re.compile(r"(?:Deputy )?Commissioner for |Minister in charge of |Mediator for ")
_OUTGOING = re.compile(r"(?:outgoing|incoming|new|present|current) [Cc]hair(?:person|man|woman)?$")


def _of_page(scene: Scene, office: Office) -> str:
    """Return whose an office is by what the page is about: its commission, its organisation, what is presided over."""
    if _OF_COMMISSION.match(office.title):
        return _commission(scene)
    if office.title == "Director General":
        return scene.home or page_organisation(scene)
    return _presided_over(scene) if _OUTGOING.match(office.text) else ""


def _commission(scene: Scene) -> str:
    """Return whose "the Commissioner for Peace" is: the commission that the page speaks of, else its organisation."""
    found = scene.body(Body("Commission", anaphor=True))
    return found if " " in found and "lection" not in found else scene.home


def _presided_over(scene: Scene) -> str:
    """Return what the page has told a state to preside over; empty where it has not."""
    drafts = (d for d in reversed(scene.drafts) if d.register == "relations" and d.slots.get("kind") == "presidency")
    return next((str(d.slots["object"]) for d in drafts), "")


_MEETS = re.compile(
    expand(r"\b(?:met|meets?|meetings?|talks|received|welcomed|hosted)\b[^.;{A}]{0,40} (?:with|by) (?:the )?$")
)
"""Before a president whom a visitor meets."""


def _host(scene: Scene, sentence: Masked, at: int) -> str:
    """Return the state of the president whom a visitor meets: the one the sentence names, or the page alone."""
    if _MEETS.search(sentence.text, 0, at) is None:
        return ""
    return _state_within(sentence, at, "SC") or _only_state(scene)


def _only_state(scene: Scene) -> str:
    """Return the state of "President N" on a page that speaks of one state alone; empty on others."""
    found: set[str] = set()
    for sentence in scene.sentences:
        for place in sentence.places(kinds="SJA"):
            value: Any = sentence.value(place)
            if isinstance(value, Actor):
                found.update(o.organization for o in value.offices if o.organization and _NATIONAL.match(o.title))
            else:
                found.add(value.name)
        if len(found) > 1:
            return ""
    return next(iter(found), "")


_IN_BRACKETS = re.compile(expand(r" \((?:the )?(?P<in>{S})\)|, (?:the )?(?P<behind>{S})(?= ?[(;]|\.?$)"))
"""The state of an officer behind the name or the office: "N N (S)", "N N, Minister of Labour, S (for the Premier)"."""
_OF_COUNTRY = re.compile(r"\b(?:[Tt]he|[Tt]hat) country[’']s $")
"""Before an office of the state that was named last."""


def _last_state(scene: Scene) -> str:
    """Return the state named last in the two sentences before; empty where none is."""
    for sentence in reversed(scene.sentences[max(0, scene.number - 2) : scene.number]):
        for place in reversed(sentence.places(kinds="SJ")):
            return str(sentence.value(place).name)
    return ""


def _beside(sentence: Masked, at: int) -> str:
    """Return the organisation whose Secretary General stands before in the sentence, for "and A, her Deputy"."""
    for place in reversed(sentence.places(0, at)):
        value = sentence.value(place)
        if isinstance(value, Actor):
            for office in value.offices:
                if _OF_ORGANISATION.match(office.title) and office.organization:
                    return office.organization
    return ""


def _hearing(scene: Scene) -> str:
    """Return the assembly or committee to which "the rapporteur" reports: an assembly named so far, else the last."""
    last = ""
    for number in range(scene.number, -1, -1):
        for place in scene.sentences[number].places():
            value = scene.sentences[number].value(place)
            if isinstance(value, Body) and not value.anaphor and not value.state and _HEARS.search(value.name):
                last = last or value.name
                if "Assembly" in value.name:
                    return value.name
    return last


_REPRESENTED_BY = re.compile(
    expand(
        r"({S}) (?:(?:was|were|is|will be|be) represented(?: [^.;,{A}{S}{B}]{1,25})? )?by (?:the |its )?(?:{A}, "
        r")?(?:its |the )?$"
    )
)
"""Before an officer of the state that is represented by one: also the second of "S was represented by N, S by N"."""
_REPRESENTED = re.compile(expand(r"(?:,? (?:who )?represented|[^.;:{S}]{0,80} on behalf of) (?:the )?({S})"))


def _represented(sentence: Masked, at: int) -> str:
    """Return the state of "A, State Secretary, represented S"; empty where nothing of the kind follows."""
    match = _REPRESENTED.match(sentence.text, at + 1)
    return str(sentence.value(match.start(1)).name) if match else ""


_ITS = re.compile(r"\bits (?:new |first |current |then )?\w+")


def _written(sentence: Masked, at: int) -> str:
    """Return a mention as the page has it, with the short word before it."""
    start, end = sentence.span(at, at + 1)
    return sentence.page_text[max(0, start - 5) : end]


def _its_body(scene: Scene, sentence: Masked, at: int) -> str:
    """Return the body "its Head" belongs to: the one named last before it."""
    if not _ITS.search(_written(sentence, at)):
        return ""
    for number in range(scene.number, max(-1, scene.number - 3), -1):
        told = scene.sentences[number]
        for place in reversed(told.places(0, at if number == scene.number else None)):
            value = told.value(place)
            if isinstance(value, Body) and not value.anaphor:
                return value.name
    return ""


def held_before(scene: Scene, person: str, title: str) -> str:
    """Return the organisation of an office the page has given a person before; empty where it has not."""
    wanted = _words(title)
    drafts = (
        d
        for d in scene.drafts
        if d.register == REGISTER and d.slots.get("person") == person and d.slots.get("organization")
    )
    return next((str(d.slots["organization"]) for d in drafts if _words(d.slots.get("office") or "") == wanted), "")


def _assembly(scene: Scene) -> str:
    """Return the assembly a page is about: the first body it names, if that is one."""
    for sentence in scene.sentences[: scene.number + 1]:
        for place in sentence.places():
            value = sentence.value(place)
            if isinstance(value, Body) and not value.anaphor:
                return value.name if _PARLIAMENT.search(value.name) else ""
    return ""


def _chair_owner(title: str, scene: Scene) -> str:
    """Return the organisation of the officer somebody serves ("Spokesperson of the Chairperson")."""
    wanted = _words(title) - {"representative"}
    for draft in scene.drafts:
        if draft.register == REGISTER and _words(draft.slots.get("office") or "") & wanted - _TELLING:
            return str(draft.slots.get("organization") or "")
    return ""


_STANDING_BODY = re.compile(r"(?:Standing|Permanent|Coordinating|Advisory|Sub|Working) (?:Com\w+|Council|Group|Board)$")


def _longer(name: str, scene: Scene) -> str:
    """Return the full name of "the Standing Commission" that the page has told before, or this one."""
    for sentence in reversed(scene.sentences[: scene.number + 1]):
        for place in sentence.places(kinds="B"):
            value = sentence.value(place)
            if f"{name} o" in value.name:
                return str(value.name)
    return name


def _resolved(name: str, scene: Scene) -> str:
    """Return a bare head word's body ("the Committee"), any other name as it is."""
    head = name.lower().removesuffix("'s").removesuffix("’s")
    if _STANDING_BODY.match(name):
        return _longer(name, scene)
    if head not in _HEADS:
        return name
    if head in _HOME_HEADS and scene.home and (head.startswith("organi") or head in scene.home.lower()):
        return scene.home
    found = scene.body(Body(name, anaphor=True))
    return "" if found.lower() in _HEADS and head not in _STANDING else found


_RECEIVED = re.compile(r"\b(?:visit\w*|met|meets|meet|meeting|received|receives|talks|arriv\w+|welcomed|hosted)\b")
"""Words of a visit: only there does a city tell whose the officials met in it are."""


def _state_within(sentence: Masked, at: int, kinds: str) -> str:
    """Return the state named last before a place of the sentence, not in brackets; on a visit, that of the city."""
    before = sentence.text[:at]
    if _RECEIVED.search(before) is None or _CHAIRED.search(before):
        kinds = kinds.replace("C", "")
    for place in reversed(sentence.places(0, at)):
        value = sentence.value(place)
        kind = sentence.kind(place)
        if kind not in kinds or sentence.text[place - 1 : place] == "(":
            continue
        if kind in "SJ":
            return str(value.name)
        if getattr(value, "detail", ""):
            return str(value.detail)
    return ""


_GONE_TO = re.compile(expand(r"\b(?:[Vv]isit\w*|[Aa]rriv\w+|[Tt]ravel\w*|[Tt]rip|capital of)\b[^.;{A}]{0,60}$"))
"""Before a state that somebody goes to, or that is only told of a city: its ministers are not those of the page."""


def _only_state_before(scene: Scene, guest: bool) -> str:
    """Return the state the three sentences before speak of, if it is one alone; for a guest not the one visited."""
    found: set[str] = set()
    for sentence in scene.sentences[max(0, scene.number - 3) : scene.number]:
        for place in sentence.places():
            value: Any = sentence.value(place)
            if isinstance(value, State) and not (guest and _GONE_TO.search(sentence.text, 0, place)):
                found.add(value.name)
            elif isinstance(value, Body) and value.state:
                found.add(value.state)
            elif isinstance(value, Actor):
                found.update(o.organization for o in value.offices if o.organization and _NATIONAL.match(o.title))
    return found.pop() if len(found) == 1 else ""


_FROM_STATE = re.compile(r"^\W*(?:from|for|by) (?:the )?.\s*[:–—-]\s*$")


def _delegation(sentence: Masked, at: int) -> str:
    """Return the state of a list item "from the Republic of X – Head of Department ..."."""
    before = sentence.text[:at]
    if not before.rstrip().endswith((":", "–", "—", "-")) or not _FROM_STATE.match(before):
        return ""
    states = sentence.places(0, at, kinds="S")
    return str(sentence.value(states[0]).name) if states else ""


@functools.lru_cache(4096)
def _member(title: str) -> str:
    """Return what a member or deputy of something is, without of what; empty for other offices."""
    match = _MEMBER.match(title)
    return match["head"] if match is not None else ""


@functools.lru_cache(4096)
def _organ(organization: str) -> tuple[str, str]:
    """Return what "the Ministry of X of S" is without the state, and the state; both empty for other names."""
    match = _ORGAN.match(organization)
    return (match["core"], match["state"]) if match is not None else ("", "")


def tenure_slots(scene: Scene, actor: Actor, office: Office, sentence: Masked, at: int) -> dict[str, Any]:
    """Return the slots of a person in an office."""
    title = office.title[:1].upper() + office.title[1:]
    person = scene.full_name(actor.name)
    told = held_before(scene, person, title) if not office.organization else ""
    organization = told or _joined(office, actor) or owner(office, scene, sentence, at)
    if organization and (member := _member(title)):
        title = member
    core, state = _organ(organization)
    if core and title.endswith(core) and not PARLIAMENT.search(organization):
        organization = state
    state = _delegation(sentence, at)
    if not state and (by := _REPRESENTED_BY.search(sentence.text, max(0, at - 60), at)):
        state = str(sentence.value(by.start(1)).name)
    if state and _inner(organization):
        title, organization = f"{title} of the {organization}", state
    if office.former or office.text.lower().startswith("former "):
        title = f"former {title}"
    return {
        "person": person,
        "office": title,
        "organization": organization,
        "acting": office.acting,
        "rank": getattr(actor, "rank", ""),
        "basis": "attested",
    }


def _joined(office: Office, actor: Actor) -> str:
    """Return whose an office is that stands joined with another of its kind; empty where nothing tells.

    "Deputy Prime Minister and Minister of Finance of S" are both of S, and so are an ambassador and consul of S.
    """
    if office.organization or not any(o.organization for o in actor.offices):
        return ""
    kind = next((kind for kind in (_SENT, _NATIONAL) if kind.search(office.title)), None)
    if kind is None:
        return ""
    return next((o.organization for o in actor.offices if o.organization and kind.search(o.title)), "")


def _inner(organization: str) -> bool:
    """Whether an organisation is a part of a state's administration named without the state."""
    return _INNER.search(organization) is not None


def office_key(draft: Draft) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words an office and its organisation are told apart by."""
    return _words(draft.slots["office"]), _words(draft.slots.get("organization") or "")


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(_SYNONYMS.get(w, w) for w in _LETTERS.findall(text.lower())) - _SKIP


_TELLING = frozenset({"deputy", "vice", "first", "assistant", "former", "honorary", "under", "permanent", "special"})


def same_office(one: Draft, other: Draft) -> bool:
    """Whether two drafts name one office: the same words, or the same without an organisation that only one names."""
    mine, my_body = office_key(one)
    theirs, their_body = office_key(other)
    if mine & _TELLING != theirs & _TELLING:
        return False
    if my_body and their_body:
        bodies = my_body == their_body or my_body <= their_body or their_body <= my_body
        bare = my_body == their_body and (mine < theirs or theirs < mine) and 1 in (len(mine), len(theirs))
        crossed = bool(mine & theirs) and mine <= theirs | their_body and theirs <= mine | my_body
        return bodies and (mine == theirs or mine | my_body == theirs | their_body or bare or crossed)
    short, long, body = (mine, theirs, their_body) if not my_body else (theirs, mine, my_body)
    return short == long or (short <= (long | body) and bool(short & long))


def same_person(one: Draft, other: Draft) -> bool:
    """Whether two drafts are of one person: the page's fullest names agree."""
    return bool(one.slots["person"] == other.slots["person"])
