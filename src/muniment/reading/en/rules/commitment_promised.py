"""Rules of what somebody promises to do (commitments: undertook, agreed, will) or plans to do (intentions)."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.act_days import years_ago
from muniment.reading.en.rules.commitment_parts import DELIVERS, VERB, draft
from muniment.reading.en.rules.doers import ADVERBS, actors, doer, own_state, session_body
from muniment.reading.mask import expand
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["PROMISED"]

_PROMISE = (
    r"undert(?:ook|akes?)|pledge[ds]?|promise[ds]?|vow(?:ed|s)?|agree[ds]?|resolve[ds]?|volunteer(?:ed|"
    r"s)?|guarantee[ds]?|offer(?:ed|s)|ma[dk]es? (?:an? )?(?:[a-z]+ )?commitments?|commit(?:ted|s) (?:itself"
    r"|themselves|himself|herself)|commit ourselves|(?:is|"
    r"are|was|were) committed"
)
_ASSURE = r"promise[ds]?|assure[ds]?|pledge[ds]?|guarantee[ds]?|vow(?:ed|s)|gave (?:his|her|their|its) word"
_AGENTS = (
    r"(?:group|commission|committee|council|secretariat|board|experts|ministers|parties|states|members|delegations"
    r"|authorities|governments?|coordinators|ministry|department)"
)
"""Who has to act in a passive, by a plain noun: "to be completed by the working group by June"."""
_LIMIT = r"(?:[Bb]y|[Bb]efore|[Ww]ithin|(?:no|not) later than)"
_DENIED = regex.compile(
    (
        r"\b(?:not|never|no|nobody|refused to|declined to|if|whether|nor|neither|n[’']t|unable to|"
        r"could|might|may|yet to|ready to|asked to|urged to|need to|invited to|called (?:up)?on "
        r"to)\b[^,;]{0,14}$"
    ),
    regex.IGNORECASE,
)
_CONDITION = regex.compile(r"\b(?:if|unless|whether|provided that|in case|in the event|could|might|may)\b")
_ENACTS = regex.compile(
    r"^(?:confer|grant|award|accept|renew|prolong|lift|impose|authori[sz]e|approve|adopt|appoint|elect|admit"
    r"|disagree|differ|sign (?!and "
    r"ratify)|nominate|name|the|extend|upgrade|rename|support|be\b|have\b|"
    r"hold (?:the|its|their|an?|another|regular|further) (?:(?:next|regular|new|extraordinary|"
    r"[a-z]+(?:th|st|nd|rd)|[\d]+\w+),? )+(?:\w+ )?(?:meeting|session|summit|round|consultations|"
    r"conference))\b"
)
_AGENDA = regex.compile(
    r"^(?:review|consider|approve|adopt|discuss|sign|hear|sum up|exchange|take stock|examine|take "
    r"part|participate|attend|visit|meet|address|look|take place|open the|close|elect|be "
    r"(?:adopted|signed|held|considered|approved)|work out|rehearse|practi[cs]e)\b"
)
_WISH = regex.compile(
    r"^(?:see|be|have|know|find|hear|receive|continue to (?:see|be)|remain|become|live|believe|think|lead|that)\b"
)
_MEETINGS = (
    r"(?:[Mm]eeting|[Ss]ession|[Ss]ummit|[Cc]onference|[Ee]xercise|[Vv]isit|[Rr]ound|[Ff]orum|"
    r"[Cc]eremony|[Tt]alks|[Ee]lections?|[Cc]onsultations|[Oo]peration|[Dd]rill|[Ee]vents?|"
    r"[Cc]onvention|[Aa]greement|[Tt]reaty|[Pp]rotocol)"
)
_GATHER = regex.compile(
    r"^(?:be (?:held|conducted|hosted|opened|chaired|attended|celebrated|marked|considered|"
    r"discussed|performed|reviewed|"
    r"signed|adopted|approved|elected|appointed|devoted|represented|possible|able|willing|an?|the|no|in|on|at|of|more|"
    r"very|too|followed|accompanied|joined|led|headed)|take place|hold|host|meet|gather|convene|open|"
    r"(?:begin|start)(?! (?:its|their|the|our) (?:work|operation|activit))|enter into force|take part|participate|"
    r"attend|arrive|visit|discuss|consider|review|run|last|continue|remain|include|consist|sign|adopt|approve|elect|"
    r"appoint|chair|become|have|see|know|find)\b"
)
"""What is told of meetings, exercises and texts, not promised."""


_NO_PROMISE = regex.compile(r"\b(?:as|was|were|been|by|the|previously|an?|our|its|their|his|her|firm|strong) $")
_NEGATED = regex.compile(r"(?:not|never|no longer)\b")
_IS_TO = regex.compile(r"(?:is|are) to$")
_MEETING_BEFORE = regex.compile(rf"\b(?:{_MEETINGS}) $")
_NO_TASK = regex.compile(
    r"(?:not|never|discuss|mark|celebrate|consider|sign|adopt|also (?:discuss|mark)|talk|"
    r"speak|vote|meet|elect|take part|participate|attend)\b"
)
_PROGRAMME = regex.compile(
    r"(?:sign|adopt|approve|discuss|consider|review|examine|hear|sum up|take part|attend|participate)\b"
)
_MEETING_WORD = regex.compile(rf"{_MEETINGS}\b")


def _denied(found: Found, group: str = "verb") -> bool:
    head = found.match.string[: found.match.start(group)]
    return _DENIED.search(head) is not None or _DISOWNED.search(head) is not None


_DISOWNED = regex.compile(r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)? (?:reports|claims))\b[^,;]{0,40}$")
"""Words of who says that nothing was promised: "denied that it had offered to send troops"."""


def promised_to(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A undertook to do X", "the parties agreed to do X", "it was agreed to do X"."""
    agreed = found.match.group("verb").startswith("agree")
    if (
        _denied(found)
        or _WISH.match(found.match.group("what"))
        or (agreed and _ENACTS.match(found.match.group("what")) and not _DECIDES_BY.match(found.match.group("what")))
    ):
        return
    impersonal = bool(found.match.groupdict().get("it"))
    if years_ago(found, scene):
        return
    if _NO_PROMISE.search(found.match.string[: found.match.start("verb")]) and not impersonal:
        return
    who = [] if impersonal else doer(scene, found.sentence, found.match.start("verb"))
    start = found.match.start("verb" if found.match.group("verb").startswith("offer") else "what")
    yield draft(found, scene, "commitment", (start, found.match.end("what")), actor=who)


def decided_by(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Council decided to do X by D": what it binds itself to, not what it does by deciding."""
    for made in promised_to(found, scene):
        if made.slots["due"]:
            yield made


def pledged_sum(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "B pledged 2 million to the Fund": the verb belongs to the text."""
    who = doer(scene, found.sentence, found.match.start("what"))
    if who and not _denied(found, "what"):
        yield draft(found, scene, "commitment", found.match.span("what"), actor=who)


def agreed_on(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the parties agreed on further contacts": the verb belongs to the text."""
    if not _denied(found, "what"):
        who = [name for name in doer(scene, found.sentence, found.match.start("what")) if name not in _NAMELESS]
        yield draft(found, scene, "commitment", found.match.span("what"), actor=who)


_NAMELESS = ("parties", "sides")
"""Those who talked: who they are is told by the talks, where they agreed on no more than further contacts."""


_LIMITED = regex.compile(expand(rf"{_LIMIT} (?:the )?(?:end of )?{{D}}"))
_DELIVERS = regex.compile(DELIVERS)


def assured_that(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A promised that B would do X"; "agreed that B should do X" with a deadline."""
    if _denied(found) or _CONDITION.search(found.match.group("what")):
        return
    agreed = found.match.group("verb").startswith("agree")
    what = found.match.group("what")
    if agreed and (
        (_LIMITED.search(what) is None and not _DELIVERS.match(found.match.group("does")))
        or _GATHER.match(found.match.group("does"))
    ):
        return
    who = [] if found.match.group("does").startswith("be ") else actors(scene, found.sentence, *found.match.span("who"))
    yield draft(found, scene, "commitment", found.match.span("what"), actor=[w for w in who if len(w.split()) < 9])


def promised_after(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "it will be ready by June, she promised"."""
    given = doer(scene, found.sentence, found.match.start("verb"))
    yield draft(found, scene, "commitment", found.match.span("what"), given_by=given)


def own_country(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A announced that her country will give X next year"."""
    task = found.match.group("what")
    if _CONDITION.search(task) or (_GATHER.match(task) and not _ADOPTS_BY.match(task)):
        return
    named = found.match.group("who")
    if named == "they":
        who = doer(scene, found.sentence, found.match.start("said"))
    elif named.lower().endswith(("organization", "organisation")) and scene.home:
        who = [scene.home]
    else:
        who = scene.names(found.mentions("who", "SB")) or own_state(scene, found.sentence, found.match.start("who"))
    if who or named != "they":
        yield draft(found, scene, "commitment", found.match.span("what"), actor=who)


_ADOPTS_BY = regex.compile(expand(rf"(?:adopt|approve|sign|ratify)\b[^;]*?\b{_LIMIT} (?:the )?{{D}}"))
"""What a government promises to decide by a day, though its parliament or cabinet has yet to meet."""


_DECIDES_BY = regex.compile(expand(rf"(?:adopt|approve|sign|extend|appoint|elect)\b[^;]*?\b{_LIMIT} (?:the )?{{D}}"))
"""What several agree to decide or sign by a day: the day says that it is still to be done."""
_FILLS_BY = regex.compile(expand(rf"(?:appoint|elect)\b[^;]*?\b{_LIMIT} (?:the )?{{D}}"))
"""An office to be filled by a day."""


def delivers(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The Mission will publish its report on 9 October": something that can be seen to be done, on a day."""
    if _CONDITION.search(found.match.string):
        return
    who = doer(scene, found.sentence, found.match.start("will"))
    kind = "mandate" if _IS_TO.match(found.match.group("will")) else "commitment"
    made = draft(found, scene, kind, found.match.span("what"), actor=who)
    if made.slots["due"] and who:
        yield made


def will_by(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "B will do X by D", "we must do X by D", "X shall be done by A within D"."""
    head = found.match.string[: found.match.start("will")]
    task = found.match.group("what")
    if _CONDITION.search(head[-60:]) or _CONDITION.search(task) or _NEGATED.match(task):
        return
    if _GATHER.match(task) and not _FILLS_BY.match(task):
        return
    if (found.match.group("will") != "shall" and _MEETING_BEFORE.search(head)) or _OTHER_VOICE.search(head):
        return
    who = doer(scene, found.sentence, found.match.start("will"))
    start = found.match.start("what")
    bound = _IS_TO.match(found.match.group("will")) is not None
    if task.startswith("be ") or not who:
        who = actors(scene, found.sentence, *found.match.span("agent")) if found.has("agent") else []
    if found.match.start("will") < start and _OWN_SUBJECT.search(head) is None and not (bound and who):
        start = _clause_start(head)
    ruled = _RULED.search(head)
    kind = "mandate" if bound or ruled else "commitment"  # "is to": somebody else has laid it down
    given = session_body(scene, who) if bound and who else []
    if ruled is not None:
        given = [] if ruled.group("it") else doer(scene, found.sentence, ruled.start("verb"))
        given = given or session_body(scene, who)
    yield draft(found, scene, kind, (start, found.match.end("what")), actor=who, given_by=given)


_RULED = regex.compile(r"(?P<it>\b[Ii]t (?:was|has been) )?\b(?P<verb>resolved|decided|ruled|ordered) that [^;]*$")
"""A body's ruling that somebody should do something, told as a clause."""
_OWN_SUBJECT = regex.compile(
    expand(r"(?:\band|{ABSY}|\b(?:he|she|they|it|we|I|who|which)|[Pp]arties|[Ss]ides) (?:also )?$")
)
_OTHER_VOICE = regex.compile(
    r"\b(?:expects?|expected|hopes?|hoped|believes?|demanded|demands|insists?|proposed|suggested|"
    r"recommended|asked|asks|ask|requested|urged|agreed) that\b[^;]*$"
)
_CLAUSE = regex.compile(
    r"^\W*(?:(?:Answer|Reply|A): |[a-z\d]{1,2}[.)] )?|\bthat |; (?:\([a-z]\) )?|, and |, but |, "
    r"(?=the )|\b(?:pending|awaiting) "
)


def _clause_start(head: str) -> int:
    """Return where the clause begins whose verb ends the stretch."""
    return max((m.end() for m in _CLAUSE.finditer(head)), default=0)


def we_will(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "we shall do X on D" where those speak who are to do it."""
    task = found.match.group("what")
    if task.startswith("In "):
        task = found.match.string[found.match.end("will") + 1 :]
        if _GATHER.match(task):
            return
    if (
        not (scene.speech or scene.collective)
        or _CONDITION.search(found.match.string)
        or _WISH.match(task)
        or _NO_TASK.match(task)
    ):
        return
    made = draft(
        found,
        scene,
        "commitment",
        found.match.span("what"),
        actor=doer(scene, found.sentence, found.match.start("will")),
    )
    if made.slots["due"]:
        yield made


def intends(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A intends to do X", "we are planning to do X"."""
    task = found.match.group("what")
    if _denied(found) or _WISH.match(task) or _PROGRAMME.match(task):
        return
    yield draft(
        found,
        scene,
        "intention",
        found.match.span("what"),
        actor=doer(scene, found.sentence, found.match.start("verb")),
    )


def planned_to(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "it is planned to do X by D"; what a meeting is to consider and a session to come is none."""
    task = found.match.group("what")
    if _denied(found) or _AGENDA.match(task) or _WISH.match(task):
        return
    made = draft(found, scene, "intention", found.match.span("what"))
    if made.slots["due"]:
        yield made


def expects(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A expects B to do X by D", "A hopes to do X by D"."""
    if _denied(found) or _AGENDA.match(found.match.group("task")):
        return
    who = actors(scene, found.sentence, *found.match.span("whom")) if found.has("whom") else []
    what = found.match.span("what" if found.has("whom") else "task")
    if not found.has("whom"):
        who = doer(scene, found.sentence, found.match.start("verb"))
    made = draft(found, scene, "intention", what, actor=who)
    if made.slots["due"] or scene.anchor is None:
        yield made


def is_expected(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "B is expected to do X by D" and "X, which is expected before D"; a meeting that is expected is none."""
    verb = found.match.start("verb")
    head = found.match.string[:verb].removesuffix(", which ").rstrip()
    start = _clause_start(head)
    task = found.match.group("task") or ""
    if _denied(found) or _AGENDA.match(task) or _MEETING_WORD.search(head[start:]):
        return
    who: list[str] = []
    if task and not task.startswith("be "):
        who = doer(scene, found.sentence, verb)
        start = found.match.start("task")
    which = found.match.string[:verb].endswith(", which ")
    made = draft(found, scene, "intention", (start, found.match.end("what")), whole=which, actor=who)
    if made.slots["due"] or scene.anchor is None:
        yield made


PROMISED: tuple[Rule, ...] = (
    Rule(
        name="commitments.promised-to",
        triggers=(
            "undertook",
            "undertak",
            "pledge",
            "promise",
            "vow",
            "agree",
            "resolve",
            "volunteer",
            "guarantee",
            "commit",
            "offer",
        ),
        pattern=(
            rf"\b(?:(?P<it>[Ii]t (?:was|has been|is) )?{ADVERBS}(?P<verb>{_PROMISE}))(?: "
            rf"{ADVERBS})?(?:, [^,;.]{{3,60}},)? to (?=(?P<what>{VERB}.+?)[.]?$)"
        ),
        build=promised_to,
        every=True,
        reads=(
            "The member states undertook to name their experts by 1 March 2025.",
            "The parties agreed to prepare a programme of exchanges before the end of the year.",
            "Peru and Chile agreed to set up a joint centre.",
            "It was agreed to put the item on the agenda of the Lima session.",
        ),
        refuses=(
            "The parties did not agree to prepare a programme.",
            "The Council agreed to confer observer status on Peru.",
            "It was agreed to hold the next meeting in Lima on 5 June.",
        ),
    ),
    Rule(
        name="commitments.pledged-sum",
        triggers=("pledged", "pledges", "promised"),
        pattern=(
            r"(?<!\b(?:was|were|been|is|are|by|as|had) )\b(?P<what>(?:pledged|pledges|promised) (?:an? "
            r"|another |a further |additional |up to |some |more than |over )*(?:{S}|USD|EUR|{C})? "
            r"?[$€£\d][^;]{3,160}?)[.]?$"
        ),
        build=pledged_sum,
        reads=("Peru pledged US$ 2 million to the Fund.",),
        refuses=("The 2 million pledged by Peru to the Fund arrived.", "Peru did not pledge US$ 2 million."),
    ),
    Rule(
        name="commitments.decided-by",
        triggers=("decided to", "decides to", "decided also", "decides also", "decided further", "decides further"),
        pattern=(
            rf"\b(?P<verb>[Dd]ecide[ds])(?: also| further)? to (?:[a-z]+ [^;.]{{5,220}}? and to )??"
            rf"(?P<what>(?!hold|convene|meet|grant|award|adopt"
            rf"|approve|appoint|"
            rf"elect|establish|extend|postpone|defer|sign|submit|request|ask|"
            rf"instruct){VERB}[^;]{{0,160}}?(?:{_LIMIT}|in the course of|no later than) (?:the )?{{D}}[^;]*?)[.]?$"
        ),
        build=decided_by,
        reads=("The Council decided to send a mission to the area before 10 June 2024.",),
        refuses=(
            "The Council decided to hold a meeting before 10 June 2024.",
            "The Council decided to send a mission to the area.",
        ),
    ),
    Rule(
        name="commitments.agreed-on",
        triggers=("agreed on", "agreed upon"),
        pattern=(
            r"(?<!\b(?:was|were|been|as|be) )\b(?P<what>agreed (?:up)?on (?:the )?(?:further|"
            r"forthcoming|future|subsequent|next|continued|closer|regular|joint) (?:contacts|steps|"
            r"actions?|measures|exchanges?|cooperation|consultations|activities|work)\b[^.;]*)[.]?$"
        ),
        build=agreed_on,
        reads=("The two sides praised their cooperation and agreed on further contacts.",),
        refuses=(
            "The two sides agreed on the draft statement.",
            "The text was agreed on further contacts between the sides.",
        ),
    ),
    Rule(
        name="commitments.assured-that",
        triggers=("promise", "assure", "pledge", "guarantee", "vow", "agreed that", "gave h"),
        pattern=(
            rf"\b(?P<verb>{_ASSURE}|agreed)(?: (?:{{ABSY}}|(?:the|his|her|their|its) "
            rf"[\w{{A}}{{B}}{{S}}{{Y}} ]{{2,40}}|them|us|everyone|him|her|me))?(?:, (?:he|she|"
            rf"{{A}}) (?:said|noted|added),)?,? that "
            rf"(?P<what>(?P<who>[^;.]{{2,90}}?) (?:will|would|shall|should) (?P<does>(?:not )?[a-z]+ "
            rf".+?))[.]?$"
        ),
        build=assured_that,
        reads=(
            "Minister Ana Dol promised that the Parliament of Peru would take up the Agreement in spring.",
            "Both presidents agreed that the monitors should be deployed no later than 20 May.",
        ),
        refuses=(
            "Both presidents agreed that trust would grow.",
            "Minister Ana Dol did not promise that Peru would pay.",
        ),
    ),
    Rule(
        name="commitments.promised-after",
        triggers=("promised", "pledged", "assured", "vowed"),
        pattern=(
            r"^\W*(?P<what>.{1,200}?(?:will|would|shall|should) .{5,200}?)[”\",]+ (?:the )?(?:he|she|"
            r"{A}|{B}|{S}) (?P<verb>promised|pledged|assured|vowed)\b"
        ),
        build=promised_after,
        reads=("The draft would be ready by the autumn session, Ambassador Ana Dol promised.",),
        refuses=("The draft is ready, Ambassador Ana Dol promised.",),
    ),
    Rule(
        name="commitments.own-country",
        triggers=(
            "country will",
            "country would",
            "government will",
            "government would",
            "state will",
            "state would",
            "organization will",
            "organisation will",
            "parliament will",
            "country shall",
        ),
        pattern=(
            r"\bthat (?P<who>(?:his|her|their|our|my) (?:[Cc]ountry|{B}|[Gg]overnment|[Ss]tate|"
            r"[Oo]rgani[sz]ation|[Pp]arliament)) (?P<verb>will|would|shall) (?:also |further "
            r")?(?P<what>(?!be |not )[a-z]+ [^;]*?(?:{D}|\b(?:before|by|until) the "
            r"[^;.]{3,60}))[^{D};]*?[.]?$"
        ),
        build=own_country,
        reads=("Ambassador Ana Dol (Peru) announced that her country will send 20 doctors next year.",),
        refuses=(
            "Ambassador Ana Dol (Peru) announced that her country will hold elections next year.",
            "Ambassador Ana Dol (Peru) said that her country will remain a friend.",
        ),
    ),
    Rule(
        name="commitments.state-announced",
        triggers=tuple(
            f"{verb} that" for verb in ("announced", "confirmed", "announces", "affirmed", "declared", "affirms")
        ),
        pattern=(
            r"\b(?P<said>announced|confirmed|announces|affirmed|declared|affirms) that (?P<who>(?:the )?{SB}|they)"
            r" (?P<verb>will|would|shall) (?:also |further )?"
            r"(?P<what>(?!be |not |join|accede|leave|withdraw|vote|ratify)[a-z]+ [^;]*?{D})[^{D};]*?[.]?$"
        ),
        build=own_country,
        reads=("The Prime Minister announced that Peru would send a second ship in May 2025.",),
        refuses=(
            "The Prime Minister announced that Peru would hold elections in May 2025.",
            "The Prime Minister announced that Peru would send a ship.",
        ),
    ),
    Rule(
        name="commitments.will-by",
        triggers=tuple(
            expand(f"{limit} {{D}}") for limit in ("by", "before", "than", "within", "by the", "before the")
        ),
        pattern=rf"(?:\b(?P<will>will|shall|must|would|should|(?:has|have) to|(?:is|are) to) "
        rf"{ADVERBS}(?P<what>[a-z]+,? (?:(?!, (?:and|but|whose|which|who) | and (?:is|are|will|shall|has|have) "
        rf")[^;.]|\.(?!\s|$)){{0,160}}?(?:\bby "
        rf"(?P<agent>(?:the )?{{AB}}|the (?:[a-z]+ )?{_AGENTS})[^;.,]{{0,60}}?)?{_LIMIT} (?:the )?{{D}}[^;]*?)[.]?$"
        rf"|(?:^\W*(?:(?:Answer|Reply|A): ?)?"
        rf"|\b(?:announced|said|noted|stated|added|stressed) that )"
        rf"(?P<what>(?:{_LIMIT}) (?:the )?{{D}},? [^;.,]{{2,60}}? "
        rf"(?P<will>will|shall|must|should) .+?)[.]?$)",
        build=will_by,
        reads=(
            "The Secretariat will publish the accounts by 1 July 2024.",
            "By the end of the year we must hand over the draft to the Council.",
            "The report shall be submitted by the Secretary General within two months.",
        ),
        refuses=(
            "The session will be held before 1 July 2024.",
            "The Secretariat would publish the accounts by 1 July 2024 if asked.",
            "The Secretariat will not publish the accounts by 1 July 2024.",
        ),
    ),
    Rule(
        name="commitments.delivers",
        triggers=(" will ", " shall ", " must ", "is to ", "are to ", "has to ", "have to "),
        pattern=r"(?:{ABSYU}|\b(?:[Hh]e|[Ss]he|[Tt]hey)) "
        rf"(?P<will>will|shall|must|(?:is|are|has|have) to) {ADVERBS}(?P<what>{DELIVERS} [^;]*?{{D}}[^;]*?)"
        r"[.]?$",
        build=delivers,
        reads=("The Secretariat will publish its second report on 9 October 2024.",),
        refuses=(
            "The Secretariat will present its own views on 9 October 2024 if asked.",
            "The plan will provide a basis for work on 9 October 2024.",
        ),
    ),
    Rule(
        name="commitments.we-will",
        triggers=("we will", "we shall", "i will", "i shall"),
        pattern=(
            r"\b(?P<who>[Ww]e|I) (?P<will>will|shall) (?:also |certainly |definitely )?(?P<what>(?!be "
            r")[a-z]+ [^;{D}]{1,120}{D}[^;]*?)[.]?$"
            r"|^\W*(?P<what>In (?:the )?{D},? (?P<who>we|I) (?P<will>will|shall) (?!be )[a-z]+ [^;]+?)[.]?$"
        ),
        build=we_will,
        reads=("“We shall send the list to the capitals next week,” Secretary General Ana Dol said.",),
        refuses=(
            "“We shall see next week,” Secretary General Ana Dol said.",
            "“We shall discuss the list next week,” Secretary General Ana Dol said.",
        ),
    ),
    Rule(
        name="commitments.intends",
        triggers=("intend", "plans to", "planning to", "planned to", "plan to", "aims to", "aim to"),
        pattern=(
            r"(?<!\b(?:is|are|was|were|been|be|as) (?:also |now |further )?|\b(?:action|work|draft|joint|the|an?"
            r"|approved|adopted|of|several|new|its|their) )\b(?P<verb>(?:is|are|am|was|were) (?:also |now )?"
            rf"(?:intending|planning)|intend(?:s|ed)?|plans?|planned) {ADVERBS}to (?=(?P<what>{VERB}.+?)[.]?$)"
        ),
        build=intends,
        every=True,
        reads=(
            "The Secretariat plans to open a training centre in Lima in September 2024.",
            "Secretary General Ana Dol said that the Secretariat intends to publish the list.",
        ),
        refuses=(
            "The Secretariat does not intend to publish the list.",
            "The plan to reform the Secretariat was discussed.",
            "The meeting approved action plans to reform the Secretariat.",
            "It is planned to adopt the budget.",
        ),
    ),
    Rule(
        name="commitments.planned-to",
        triggers=("is planned to", "was planned to", "is intended to", "is expected to", "is envisaged to"),
        pattern=(
            rf"\b[Ii]t (?:is|was) {ADVERBS}(?P<verb>planned|intended|expected|envisaged) to "
            rf"(?P<what>{VERB}.+?)[.]?$"
        ),
        build=planned_to,
        reads=("It is planned to open a training centre by the end of the year.",),
        refuses=(
            "It is planned to consider the budget by the end of the year.",
            "It is planned to open a training centre.",
        ),
    ),
    Rule(
        name="commitments.expects",
        triggers=("expect", "hope", "aim"),
        pattern=(
            rf"(?<!\b(?:is|are|was|were) )\b(?P<verb>expects?|expected|hopes?|hoped|aims?|"
            rf"(?:is|are) (?:expecting|hoping|aiming)) (?P<what>(?:(?P<whom>(?:the )?[^;,.]{{1,80}}?) )?"
            rf"to (?P<task>{VERB}[^;]*?{_LIMIT} (?:the )?{{D}}[^;]*?))[.]?$"
        ),
        build=expects,
        reads=("The Secretariat expects the member states to reply by the end of March.",),
        refuses=("The Secretariat expects the member states to reply.",),
    ),
    Rule(
        name="commitments.is-expected",
        triggers=("is expected", "are expected", "is also expected", "are also expected"),
        pattern=(
            rf"\b(?P<verb>(?:is|are) (?:also )?expected)(?P<what>(?: (?:to (?P<task>{VERB}[^;]*?)|[^;,]{{1,60}}?))? "
            rf"{_LIMIT} (?:the )?{{D}}[^;]*?)[.]?$"
        ),
        build=is_expected,
        reads=("The host nations are expected to publish a survey by 1 July 2024.",),
        refuses=(
            "The session is expected to be held by 1 July 2024.",
            "The next session is expected by 1 July 2024.",
        ),
    ),
)
"""Commitments and intentions."""
