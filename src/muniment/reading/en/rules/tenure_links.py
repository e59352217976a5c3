"""Who comes into an office, leaves it or follows whom in it, whatever verb ties the person to the office."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DENIED, POSSIBLE, modality
from muniment.reading.en.rules.tenure_acts import NAME, just_chosen, office_at, person_at, record
from muniment.reading.en.rules.tenure_acts import PERSON as NAMED
from muniment.reading.en.rules.tenure_moves import singular
from muniment.reading.en.rules.tenure_terms import chosen, told_dates
from muniment.reading.mask import expand
from muniment.reading.mention import Actor, Group, Office
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["LINKS"]

PERSON = rf"(?:{NAMED}|(?P<he>\b[Hh]e|\b[Ss]he))"
_THE = r"(?: the| its| a| an| his| her| their| new| next| first| current)*"
_OF = r"(?: of (?:the )?{S}| from (?:the )?{S}| \([^()]{1,40}\))?"
_POST = r"(?:post|position|office|duties|functions|role|responsibilities)"
_HIS = r"(?:the |his |her |their )?"
_APART = r"(?:,[^,;.{A}]{3,60},)?"
_AUX = r"(?:(?:has|had|was|were|is|will|be|been|also|later|then|officially|formally|\w+ly) )*"
_DAY = r"(?:,? (?:on|in|from|at the (?:end|beginning) of|with effect from|as of|effective|since) (?P<day>{D}))?"
_TERM = r"(?:terms? of office|terms?|tenures?|mandates?|powers|contracts?)"
_NO_LASTING = regex.compile(r"\b(?:delegation|meeting|session|summit|talks)\b")


def _first_day(found: Found, scene: Scene) -> str:
    begin, _, act = told_dates(found, scene)
    return (scene.iso(found.mentions("day", "D")[0]) if found.has("day") else "") or begin or act


def _last_day(found: Found, scene: Scene) -> str:
    """Return the last day told: the day, or the last day of what is named as an end."""
    days = found.mentions("day", "D") if found.has("day") else []
    resolved = scene.date(days[0]) if days else None
    if resolved is None:
        return ""
    return str(resolved.end.iso if resolved.end is not None else resolved.start.iso)


def _clause(found: Found) -> str:
    """Return how the words between the person and the office are meant, with the few before the person."""
    before = found.sentence.text[max(0, found.match.start() - 30) : found.match.start()]
    return modality(before + found.text().replace("would", "will"))


def _person(found: Found, scene: Scene) -> Actor:
    """Return the person a match names, or whom "he" or "she" means; without a name where nobody is known."""
    if not found.has("he"):
        return person_at(found)
    name = just_chosen(scene) or scene.last_actor
    return Actor(name if _TWO_NAMES.match(name) else "")


_TWO_NAMES = regex.compile(r"\p{Lu}\S* \p{Lu}")


def he_was_chosen(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "He was elected O on D", of the person told of before."""
    office, actor = office_at(found, scene), _person(found, scene)
    if office is None or office.plural or not actor.name or _clause(found) in (DENIED, POSSIBLE):
        return
    told = chosen(found, scene, found.match["verb"], found.match.end())
    begin, _, act = told_dates(found, scene, found.match.end())
    yield from record(found, scene, actor, office, {**told, "start": begin or act})


def comes(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A was sworn in as O on D", "A became O in D", "A took office as O"."""
    office, actor = office_at(found, scene), _person(found, scene)
    if office is None or office.plural or not actor.name or _clause(found) in (DENIED, POSSIBLE):
        return
    if not _NO_LASTING.search(found.text("office")):
        yield from record(found, scene, actor, office, {"start": _first_day(found, scene)})


def goes(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A resigned as O in D", "A left the post of O", "A was dismissed as O on D"."""
    office, actor = office_at(found, scene), _person(found, scene)
    if office is None or office.plural or not actor.name or _clause(found) in (DENIED, POSSIBLE):
        return
    yield from record(found, scene, actor, office, {"end": _last_day(found, scene)})


def follows(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A succeeded A as O on D", "A took over as O from A": the one comes, the other goes."""
    office, actor = office_at(found, scene), _person(found, scene)
    if office is None or office.plural or not actor.name or _clause(found) in (DENIED, POSSIBLE):
        return
    day = _first_day(found, scene)
    yield from record(found, scene, actor, office, {"start": day})
    before = found.mentions("old", "A")
    name = scene.full_name(before[0].name) if before else found.text("old")
    if name and not getattr(before[0] if before else None, "offices", ()):
        yield from record(found, scene, Actor(name), office, {"end": day})


def chosen_to_follow(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A was elected to take over from A as O", "A appointed as O" of a heading."""
    office, actor = office_at(found, scene), _person(found, scene)
    named = found.mentions("office", "A")
    if office is None or office.plural or not actor.name or _clause(found) in (DENIED, POSSIBLE):
        return
    if named and isinstance(named[0], Actor) and named[0].name:
        return
    yield from record(found, scene, actor, office, chosen(found, scene, found.match["verb"], found.match.end()))
    old = found.mentions("old", "A") if found.has("old") else []
    if old and not old[0].offices:
        yield from record(found, scene, Actor(scene.full_name(old[0].name)), office, {})


def term_told(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the term of A as O ends on D", "extended the term of A until D": the day an office ends."""
    actor = _person(found, scene)
    office = office_at(found, scene) or (actor.offices[0] if actor.offices else None)
    if office is not None and actor.name and _clause(found) not in (DENIED, POSSIBLE):
        yield from record(found, scene, actor, office, {"end": _last_day(found, scene)})


def together(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A (S), A (S) and A (S) were elected Vice-Chairs of the B": each of them is one."""
    (group,) = found.mentions("group", "Y")
    title = one_of(group.title or group.text) if isinstance(group, Group) else ""
    before = found.sentence.text[max(0, found.match.start() - 40) : found.match.start()]
    if not title or modality(before + found.text()) in (DENIED, POSSIBLE):
        return
    told = chosen(found, scene, found.match["verb"], found.match.end())
    for actor in found.mentions("all", "A"):
        if actor.name:
            office = Office(_owned(title, group.organization), group.organization)
            yield from record(found, scene, actor, office, told)


def _owned(title: str, owner: str) -> str:
    """Return a title without the owner behind it: "Vice-Chair" of "Vice-Chair of the Committee on Health"."""
    for join in (f" of the {owner}", f" of {owner}"):
        if owner and title.endswith(join):
            return title.removesuffix(join)
    return title


_HEAD = regex.compile(
    r"(?i)^(?P<lead>(?:(?:deputy|vice|co|first|new|its|the)[- ])*)(?P<head>chair|president|chairperson|vice-chair|"
    r"vice-president|"
    r"director|judge|member|rapporteur|secretary|minister|speaker|ambassador|commissioner|coordinator|representative)s"
    r"(?P<tail>(?: of .+)?)$"
)
_MEN = regex.compile(r"(?i)(?:chair|vice-chair)men\b")
_LEADS_OFF = regex.compile(r"(?i)^(?:(?:new|its|the) )+")


def one_of(group: str) -> str:
    """Return the office that each of a group holds; empty where its name tells none.

    >>> one_of("Vice-Chairs of the Committee on Health")
    'Vice-Chair of the Committee on Health'
    """
    match = _HEAD.match(_MEN.sub(lambda men: men.group()[:-3] + "mans", group).replace("mans", "s"))
    return _LEADS_OFF.sub("", f"{match['lead']}{match['head']}{match['tail']}") if match is not None else ""


_BESIDE = regex.compile(expand(r"{S}[’']s?,? and $"))
"""Another state whose officers are of the same group."""


def of_states(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the foreign ministers of S A, of S A and of S A", "Presidents A of S and A of S"."""
    (group,) = found.mentions("group", "Y")
    owner = group.organization
    title = singular(_owned(group.text, owner)) or (one_of(group.text) if group.text in _HEADS_OF_STATE else "")
    if not title or _BESIDE.search(found.sentence.text[: found.match.start()]):
        return
    sentence, (start, end) = found.sentence, found.match.span("list")
    places = [at for at in sentence.places(start, end) if sentence.kind(at) in "AS"]
    ahead = sentence.kind(places[0]) == "A" and bool(owner)
    state = owner if ahead else ""
    for at, following in itertools.zip_longest(places, places[1:]):
        if sentence.kind(at) == "S":
            state = sentence.value(at).name if ahead else state
            continue
        actor = sentence.value(at)
        if not ahead:
            state = sentence.value(following).name if following is not None and sentence.kind(following) == "S" else ""
        if actor.name and state and not actor.offices:
            yield from record(found, scene, actor, Office(title, state), {})
        state = ""


_HEADS_OF_STATE = frozenset({"Presidents", "presidents"})
"""Who can only be heads of state while their states are named beside them."""
_EACH = r"{A}(?: \((?:{S}|{B})\)| of (?:the )?{S})?"
_ALL = rf"(?P<all>{_EACH}(?:(?:, and|,| and) {_EACH})+)"
_ELECTED = r"(?P<verb>re-?elected|elected|re-?appointed|appointed|designated|chosen|confirmed|nominated)"


LINKS: tuple[Rule, ...] = (
    Rule(
        name="tenures.he-was-chosen",
        triggers=("he was", "she was", "he has been", "she has been", "he had been", "she had been"),
        pattern=rf"(?P<he>\b[Hh]e|\b[Ss]he) (?:was|has been|had been)(?: \w+ly| also| first| again)* {_ELECTED}"
        rf"(?: on {{D}}| in {{D}})?(?: as| to be| to the (?:post|position|office) of)?{_THE} (?P<office>{{AO}})",
        build=he_was_chosen,
        reads=("Minister Ana Dol spoke. She was elected Director of the Centre for Disaster Relief on 2 May 2005.",),
        refuses=("Minister Ana Dol spoke. She was not elected Director of the Centre for Disaster Relief.",),
    ),
    Rule(
        name="tenures.chosen-to-follow",
        triggers=(
            "to take over from",
            "to succeed",
            "to replace",
            "appointed as",
            "elected as",
            "named as",
            "designated as",
        ),
        pattern=rf"{PERSON}{_OF}{_APART} {_AUX}{_ELECTED} to (?:take over from|succeed|replace) (?:the "
        rf")?(?P<old>{{A}}|{NAME}){_OF},? as{_THE} "
        rf"(?P<office>{{AO}})|(?<!by ){NAMED}{_OF} {_ELECTED} as{_THE} (?P<office>{{AO}})",
        build=chosen_to_follow,
        reads=(
            "Minister Ana Dol was elected to take over from Mr. Ivo Ram as Director of the Centre for Disaster Relief.",
            "Mr. Ivo Ram appointed as Director of the Centre for Disaster Relief.",
        ),
        refuses=(
            "Minister Ana Dol was not elected to succeed Mr. Ivo Ram as Director of the Centre for Disaster Relief.",
        ),
    ),
    Rule(
        name="tenures.comes-into",
        triggers=(
            "sworn in",
            "sworn-in",
            "inaugurat",
            "became",
            "took office",
            "takes office",
            "install",
            "assum",
            "take up",
            "took up",
            "takes up",
            "taking office",
            "term as",
            "duties as",
            "mandate as",
        ),
        pattern=rf"{PERSON}{_OF}{_APART} {_AUX}(?:sworn[- ]in(?: today| {{D}}| on {{D}})? as"
        rf"|sworn in to {_HIS}{_POST} of|inaugurated as|installed as|became|(?:begins?|began|starts?|started)"
        rf" {_HIS}(?:new )?(?:term|mandate|tenure|duties|work) as|assume[ds]? "
        rf"(?:office as|{_HIS}(?:new )?{_POST} (?:of|as))|(?:take|took|takes)(?: up)? "
        rf"(?:office as|{_HIS}(?:new )?{_POST} (?:of|as))){_THE} (?P<office>{{AO}})"
        rf"(?! of the (?:meeting|session)){_DAY}",
        build=comes,
        reads=(
            "Ana Dol was sworn in as President of Peru on 28 July 2021.",
            "Ana Dol became Director of the Centre for Disaster Relief in 2020.",
        ),
        refuses=("Ana Dol could have become Director of the Centre for Disaster Relief in 2020.",),
    ),
    Rule(
        name="tenures.goes-from",
        triggers=(
            "resign",
            "stepped down",
            "steps down",
            "left the",
            "leaves the",
            "vacat",
            "retire",
            "dismiss",
            "remov",
            "reliev",
            "sack",
            "oust",
            "releas",
            "discharg",
            "stepping down",
            "term as",
            "tenure as",
            "mandate as",
            "assignment as",
            "mission as",
        ),
        pattern=rf"{PERSON}{_OF}{_APART} {_AUX}(?:(?:resign(?:ed|s)|stepp?(?:ed|s) down|retired|retires)(?: as| from "
        rf"{_HIS}{_POST} (?:of|as))"
        rf"|(?:complete[ds]|end(?:ed|s)|finish(?:ed|es)|conclude[ds]) {_HIS}(?:term|tenure|mandate|work|"
        rf"assignment|mission) "
        rf"as|(?:left|leaves|vacated|vacates|leave|vacate) {_HIS}{_POST} (?:of|as)|(?:relieved|dismissed|removed|"
        rf"released|sacked|ousted|"
        rf"discharged)(?: (?:of|from) {_HIS}{_POST}(?: of| as)?| as)){_THE} (?P<office>{{AO}}){_DAY}",
        build=goes,
        reads=(
            "Ana Dol resigned as Director of the Centre for Disaster Relief in May 2022.",
            "Ana Dol left the post of Director of the Centre for Disaster Relief in May 2022.",
            "Ana Dol was relieved of her duties as Director of the Centre for Disaster Relief on 3 May 2022.",
        ),
        refuses=("Ana Dol could be dismissed as Director of the Centre for Disaster Relief in May 2022.",),
    ),
    Rule(
        name="tenures.follows",
        triggers=("succe", "replac", "over from", "over as", "over the"),
        pattern=rf"{PERSON}{_OF}{_APART} {_AUX}(?:succe(?:eded|eds|ed)|replace[ds]?) (?P<old>{{A}}|{NAME}){_OF},?(?: "
        rf"as| in {_HIS}{_POST} of)"
        rf"{_THE} (?P<office>{{AO}}){_DAY}"
        rf"|{PERSON}{_OF}{_APART} {_AUX}(?:took|takes?|taken|taking) over (?:as|{_HIS}{_POST} of){_THE} "
        rf"(?P<office>{{AO}}) "
        rf"from (?P<old>{{A}}|{NAME})"
        rf"{_DAY}",
        build=follows,
        reads=(
            "Ana Dol succeeded Mr. Ivo Ram as Director of the Centre for Disaster Relief.",
            "Ana Dol took over as Director of the Centre for Disaster Relief from Ivo Ram on 1 January 2023.",
        ),
        refuses=("Ana Dol could have succeeded Mr. Ivo Ram as Director of the Centre for Disaster Relief.",),
    ),
    Rule(
        name="tenures.term-told",
        triggers=("term", "tenure", "mandate", "powers", "contract"),
        needs=r"\b(?:extend|prolong|renew|end|ends|ended|expire)",
        pattern=rf"\b{_TERM} of (?:the )?{PERSON}(?: as{_THE} (?P<office>{{AO}}))? (?:will (?:end|expire)|ends?|"
        rf"expires?|ended|expired) "
        r"(?:on|in|at the end of) (?P<day>{D})"
        rf"|\b(?:extend(?:ed|s)?|prolong(?:ed|s)?|renew(?:ed|s)?) (?:the )?{_TERM} of (?:the )?{PERSON}(?: as{_THE} "
        rf"(?P<office>{{AO}}))?"
        r"(?: for [^.;,{A}{D}]{3,30})?(?:,? (?:until|till|through|up to|to) (?:the end of )?(?P<day>{D}))?"
        rf"|\b{_TERM} of (?:the )?{PERSON}(?: as{_THE} (?P<office>{{AO}}))? (?:was|were|has been|have been) "
        rf"(?:extended|prolonged|renewed)"
        r"(?: for [^.;,{A}{D}]{3,30})?(?:,? (?:until|till|through|up to|to) (?:the end of )?(?P<day>{D}))?",
        build=term_told,
        reads=(
            "The Council extended the term of Secretary General of the Harbour Council Ana Dol until 31 December 2026.",
            "The term of Ana Dol as Director of the Centre for Disaster Relief ends on 31 December 2024.",
        ),
        refuses=("The Council did not extend the term of Director of the Centre for Disaster Relief Ana Dol.",),
    ),
    Rule(
        name="tenures.chosen-together",
        triggers=("elected", "appointed", "designated", "chosen", "confirmed", "nominated"),
        needs="{Y}",
        pattern=rf"{_ALL},? (?:were|have been|had been) (?:\w+ly |also )?{_ELECTED}(?: as| to be)?{_THE} "
        rf"(?P<group>{{Y}})"
        rf"|\b{_ELECTED} {_ALL},? as{_THE} (?P<group>{{Y}})",
        build=together,
        reads=(
            "Ana Dol (Peru), Ivo Ram (Chile) and Lea Orn (Spain) were elected Vice-Chairs of the Committee on Health.",
            "The Assembly elected Ana Dol (Peru), Ivo Ram (Chile) and Lea Orn (Spain) as Vice-Presidents of the "
            "Assembly.",
        ),
        refuses=("Ana Dol (Peru), Ivo Ram (Chile) and Lea Orn (Spain) were not elected Vice-Chairs of the Committee.",),
    ),
    Rule(
        name="tenures.of-states",
        triggers=(expand("{Y} {A}"), expand("{Y} of {S}")),
        pattern=r"(?P<group>{Y})(?P<list> {A}(?: of (?:the )?{S})?(?:(?:,| and|, and) (?:of )?(?:(?:the "
        r")?{S}(?:[’']s)? )?{A}(?: of (?:the )?{S})?)+)",
        build=of_states,
        reads=(
            "The foreign ministers of Peru Ana Dol, Chile Ivo Ram and Spain Lea Orn took part.",
            "Presidents Ana Dol of Peru and Ivo Ram of Chile met.",
        ),
        refuses=("The foreign ministers thanked Ana Dol of Peru and Ivo Ram of Chile.",),
    ),
)
"""Rules that tie a person to an office by any verb of coming, going or following."""
