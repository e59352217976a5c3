"""Statements: what one speaker said in one stretch, reported or in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from muniment.reading.draft import Draft
from muniment.reading.en.rules.sayings import (
    ABOUT,
    ACCOUNT,
    ACCOUNT_TRIGGERS,
    ADVERBS,
    AMID,
    ANNOUNCES,
    ASIDE,
    BARE,
    BODY,
    FEEL_TRIGGERS,
    FEELS,
    FINITE,
    JOINT,
    NO_CLAUSE,
    NOT_NOUN,
    REGISTER,
    SAYS,
    SPEAKER,
    THAT,
    TRAIL,
    clause_places,
    speaker_places,
    statement,
    tidy,
    triggers_of,
)
from muniment.reading.en.rules.statements_told import settle
from muniment.reading.en.speech import SOURCE
from muniment.reading.mask import expand
from muniment.reading.mention import Actor
from muniment.reading.pattern import pattern
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

_SETTING = regex.compile(
    expand(
        r"(?:In (?:reply|response|turn|conclusion|addition|(?:his|her|this|that|an?|the) .*)|On {D}|[Aa]t (?:the|a) .*"
        r"|(?:[A-Z]\w+ing|During|After|Following|Before|For (?:his|her|its) part|On (?:his|her|its) part|Earlier|Later"
        r"|Also|Further(?:more)?|Moreover|Meanwhile|Finally|However|Similarly|Likewise|{D})\b.*)$"
    )
)
"""What stands before a verb of saying and tells when, where or how something was said, and is none of it."""

_ACT = pattern(
    r",? and (?:then )?(?:awarded|presented (?:him|her|them|{A})|conferred|handed|decided|signed"
    r"|agreed (?:to|on|upon)|authori[sz]ed|mandated|established|set up|adopted|approved|recommended that"
    r"|tasked|instructed|left|received|visited|elected|appointed"
    r"|decorated)\b|, (?:the )?(?:{B}|[A-Z]\w+(?: [A-Z]\w+)?)(?: press \w+)? (?:said|says|reported|announced|informed)"
    r"\b[^,]{0,60}$|, according to (?:the )?[^,]{2,80}? press \w+$"
    r"|, according to (?:a|the|his|her|its) (?:statement|press release|release)\b[^,]*$"
)
_OWN_SPEAKER = pattern(
    r"{A}(?:, [^,;]{1,90},)? (?:[a-z]+ly |also |has |had )?(?:said|noted|thanked|stressed|reported|told|stated"
    r"|underlined|emphasi[sz]ed|expressed|called|informed|presented|recalled|pointed|spoke|urged|welcomed|congratulated)\b"
)
"""Somebody who speaks in a clause that a press service tells: the words are theirs."""
_DATELINE = regex.compile(
    r"(?:[A-Z]{4,}\b[^()\n]{0,40}?|[A-Z][a-z]{2,8}\.? \d{1,2} )(?:\([^()]{3,60}\)(?: ?[-–—])?|[-–—]|/[A-Z]+/\.?) "
)
"""The place and the agency at the head of a report: "OSLO (Harbour News) - "."""
_SAYING_ASIDE = regex.compile(
    r", (?:noting|stressing|recalling|underlining|emphasi[sz]ing|adding|regretting|acknowledging|observing) "
    r"(?:that|the)\b"
)
_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "his excellency", "her excellency"})
_SIDE_PROMISES = re.compile(r"\b(?:side|delegation|party) (?:promised|pledged) to\b")
"""An undertaking of one side of talks: recorded as a commitment, not as words."""
_RULER = re.compile(r"(?i)^(?:president|king|emir|sultan)\b")
_DIPLOMAT = re.compile(r"(?i)\b(?:ambassador|charg[ée]|envoy|representative|consul)\b")
_QUOTED_BEFORE = regex.compile(r"[”»\"’],? ?$")
_SAID_THIS = regex.compile(r"(?:he|she|they) (?:said|stated|announced|told) (?:this|so|it)\b|\w+ has learn(?:ed|t)\b")
"""What an agency adds of where somebody spoke, which is no statement of the agency's."""
_PARTICIPLE = regex.compile(r"^[A-Z][a-z]+ing\b[^,]*$")


def _speaker(found: Found, scene: Scene) -> str:
    """Return who speaks: the person named, or the one last named for "he" and "she"."""
    actors: list[Actor] = found.mentions("who", "A")
    if actors:
        first = found.mentions("with", "A") if found.has("with") else []
        return " and ".join(scene.names([*first, _subject(found, actors[0])]))
    word = found.match.group("who")
    if word.lower().endswith(("diplomat", "envoy")):
        return scene.told_as(_DIPLOMAT) or scene.last_actor
    if word.lower().endswith("state"):
        return scene.told_as(_RULER) or scene.last_actor
    if found.mentions("who", "J"):
        own = not word.lower().startswith("the ")
        return found.text("who") if own else _officer_of(found, scene) or scene.last_actor
    if word.lower() in _PRONOUNS or word.lower().startswith("the "):
        return _beside(found, scene) or scene.last_actor
    bodies = found.mentions("who", "BSY")
    if bodies and not word.endswith("ministry"):
        return scene.whole(found.sentence, found.match.end("who") - 1)
    if bodies or found.mentions("who", "J"):
        return found.text("who")
    if word in ("We", "we", "Meeting", "meeting"):
        return scene.collective
    if word in ("They", "their"):
        return scene.last_group
    return str(word).lower()


def _officer_of(found: Found, scene: Scene) -> str:
    """Return the one person named of a state's officers, for "the Ruritanian official"; empty unless there is one."""
    state = found.mentions("who", "J")[0].name
    held = {d.slots["person"] for d in scene.drafts if d.register == "tenures" and d.slots.get("organization") == state}
    return str(held.pop()) if len(held) == 1 else ""


def _subject(found: Found, actor: Actor) -> Actor:
    """Return who speaks of two named one behind the other: "While meeting A, B, the Director, said" is B's."""
    apposed: list[Actor] = found.mentions("apposed", "A") if found.has("apposed") else []
    stands_for = found.sentence.text[: found.match.start("who")].rstrip().endswith(("behalf of", "behalf of the"))
    return apposed[0] if apposed and apposed[0].name and (actor.name or stands_for) else actor


def _beside(found: Found, scene: Scene) -> str:
    """Return who "he" is behind "in which": the subject of the sentence, if it names one person alone."""
    start = found.match.start("who")
    if not found.sentence.text.endswith("which ", 0, start):
        return ""
    named = [v for v in map(found.sentence.value, found.sentence.places(0, start)) if isinstance(v, Actor) and v.name]
    return scene.person(named[0]) if len(named) == 1 else ""


def reported_that(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A noted that ...": the text is what follows "that"."""
    speaker = found.text("source") if found.has("source") else _speaker(found, scene)
    words = found.match.group("what")
    if _AGREED.search(found.sentence.text, 0, found.match.start("what")) and _TO_BE_DONE.search(words):
        return  # "agreed that a fund would be set up": a decision
    if found.rule == "statements.clause-first" and (
        len(found.text("what")) < _SHORTEST or words.endswith((" and", " but"))
    ):
        return
    if _is_source(found) and (found.sentence.search(_OWN_SPEAKER, words) or _MET.search(words)):
        return
    if found.rule == "statements.said-bare" and _QUOTED_BEFORE.search(found.sentence.text, 0, found.match.start("who")):
        return  # "“...,” she said at the extended session": where, not what
    if (
        speaker
        and not _PARTICIPLE.match(words)
        and not _SAID_THIS.match(words)
        and words.count(" ") + len(words) // 12 > 1
    ):
        yield statement(found, scene, speaker, _until_act(found))


_AGREED = regex.compile(r"\b(?:agreed|resolved|decided) that $")
_TO_BE_DONE = regex.compile(r"^[^,;]{3,120}? (?:would|should|shall|will|must) ")
_MET = regex.compile(
    expand(
        r"(?:{B}|{Y}|\b(?:ministers|participants|sides|parties|those present|members|heads of state|experts))"
        r" (?:also )?(?:adopted|approved|signed|agreed|considered|discussed|reviewed|worked out|met|held|exchanged"
        r"|endorsed)\b"
    )
)
"""What a meeting did: a press service that reports it states nothing of its own."""
_SHORTEST = 25
"""Characters of the shortest clause before "she said" that is no mere circumstance ("On Friday")."""


def unknown_said(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The director of the school, Ana Dol, informed them that ...": a name known only from standing there."""
    yield statement(found, scene, scene.full_name(found.text("name")), _until_act(found))


def text_says(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "The statement says that ..." behind the text's adoption: who adopted or issued it speaks."""
    makers = _makers(scene, {value.kind for value in found.mentions("paper", "N")})
    if makers:
        yield statement(found, scene, " and ".join(makers), found.span("what"))


def _makers(scene: Scene, kinds: set[str]) -> list[str]:
    """Return who made the last text of a kind told of before the sentence being read; empty where nobody is told."""
    for draft in reversed(scene.drafts):
        if draft.register == "instruments" and draft.slots.get("kind") in kinds & _PAPERS:
            steps = [step for step in draft.slots["actions"] if step["action"] in ("adopt", "sign")]
            return next((step["by"] for step in steps if step.get("by")), [])
    return []


_PAPERS = frozenset({"statement", "declaration", "communique", "appeal", "resolution"})
"""Kinds of text that say something in their makers' name."""
_TWO_NAMES = r"(?P<name>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})"
"""A name of two or three words that nothing else tells of."""


def _is_source(found: Found) -> bool:
    """Whether what is told comes from a body or a press service behind or before it, not from a person."""
    return found.rule in ("statements.clause-first", "statements.according-to") and (
        found.has("source") or bool(found.mentions("who", "B"))
    )


def _until_act(found: Found) -> tuple[int, int]:
    """Return where the words said stand, without a second clause that tells of an act ("... and awarded him ...")."""
    start, end = found.match.span("what")
    act = found.sentence.search(_ACT, found.match.string, start, end)
    first, last = found.sentence.span(start, act.start() if act else end)
    dateline = _DATELINE.match(found.sentence.page_text, first, last) if start == 0 else None
    return (dateline.end() if dateline is not None else first), last


def reported_amid(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "As winter comes, she added, the need grows": the clause around the verb of saying is one statement."""
    speaker = _speaker(found, scene)
    if found.match.group("head").endswith((" and", " but")):  # "has been an observer and, she said, hopes for more"
        if speaker:
            yield statement(found, scene, speaker, found.span("what"))
    elif speaker and not _SETTING.match(found.match.group("head")):
        draft = statement(found, scene, speaker, (found.span("head")[0], found.span("what")[1]))
        draft.slots["text"] = tidy(f"{found.text('head')}, {found.text('what')}")
        yield draft
    elif speaker:
        yield statement(found, scene, speaker, found.span("what"))


def _told_before(found: Found, scene: Scene) -> bool:
    """Whether the verb belongs to the clause before it, which has been read: "The troops left, A reported to A"."""
    return _REPORTED_TO.match(found.match.group("what")) is not None and any(
        d.register == "statements" and d.spans[0][2] == "statements.clause-first" and d.sentence == scene.number
        for d in scene.drafts
    )


_REPORTED_TO = regex.compile(
    expand(
        r"(?:reported|told|informed)(?: to)? (?:the )?(?:{A}|{B}|{Y}|reporters|journalists)(?! (?:about|of|on|that)\b)"
    )
)


def reported_about(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A informed the participants about ...": the verb belongs to the text."""
    if _SIDE_PROMISES.search(found.text()) or _by_the_way(found) or _told_before(found, scene):
        return
    speaker = _speaker(found, scene)
    start, end = found.span("what")
    if speaker and end - start > 18:
        first, last = _until_act(found)
        if found.has("aside") and _SAYING_ASIDE.match(found.match.group("aside")):
            first = found.span("aside")[0] + 2  # ", noting that ..., pledged to ..."
        yield statement(found, scene, speaker, (first, last))


def _by_the_way(found: Found) -> bool:
    """Whether the one before the verb is only named in a phrase before it: "praised the work of A, welcomed"."""
    who = found.match.end("who")
    return (
        found.match.string.startswith(", ", who)
        and found.match.start("what") <= who + 3
        and bool(_IN_A_PHRASE.search(found.match.string, 0, found.match.start("who")))
    )


_IN_A_PHRASE = regex.compile(
    r"\b(?:of|to|with|by|from|for)(?: (?:the|his|her|its|their))?(?: (?:outgoing|incoming|former|new|current))?"
    r"(?: [A-Z][\w.]*){0,2} $"
)


def resolved_item(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read an item of a resolution or communiqué ("- condemns ..."): the body that adopted it speaks."""
    speaker = scene.collective or scene.last_group
    if speaker:
        yield statement(found, scene, speaker, found.span("what"))


RULES = (
    Rule(
        name="statements.said-that",
        triggers=("that",),
        pattern=rf"{SPEAKER}{ASIDE} {ADVERBS}(?:{THAT}){NOT_NOUN}(?: (?!that\b)(?:to )?(?:the (?={{AYBS}}))?"
        rf"(?:{{AYBS}}|(?:(?! and )[\w ,{{D}}{{Y}}]){{2,50}}?)| "
        rf"(?:to|in|at|on|during|before|after) (?:(?! and [a-z]+ed | and did )[\w {{A}}{{Y}}{{B}}{{S}}{{C}}{{D}}])"
        rf"{{1,60}}?)?(?:, "
        rf"[^,;.“”]{{3,40}},)?,? that "
        rf"(?P<what>.+?)[.]?$",
        starts=speaker_places,
        build=reported_that,
        reads=(
            "Secretary General Ana Dol noted that the plan is ready.",
            "While thanking President Ivo Marr, Mrs Ana Dol, the Secretary General of the League, noted that the plan "
            "is ready.",
        ),
        refuses=("The plan that Ana Dol wrote is ready.",),
    ),
    Rule(
        name="statements.according-to",
        triggers=(
            *("according to", "opinion", "in the view", "view, ", "words", "estimation", "assessment", "judgement"),
            *("mind", "as "),
        ),
        pattern=rf"^(?:According to (?:(?P<who>{BARE})|(?:the )?(?:(?P<source>{SOURCE})|(?P<who>{{A}}|{{B}}|him|her)))"
        r"|As (?:was )?(?:informed|reported|announced|told) by (?:the )?(?:official )?(?P<who>{A})"
        r"|In (?P<who>his|her|their) (?:opinion|view|words|estimation|assessment|judge?ment)"
        r"|To (?P<who>his|her|their) mind"
        r"|As (?P<who>{A}|he|she) (?:also )?(?:noted|said|stressed"
        r"|explained|pointed out|emphasi[sz]ed|recalled|underlined|put it|stated|told [^,]{2,40})|In "
        r"(?P<who>{A})['’]s? (?:opinion|view|words|estimation|assessment)|In the (?:opinion|view|words"
        r"|estimation) of (?P<who>{A})), (?P<what>.+?)[.]?$",
        build=reported_that,
        reads=(
            "According to Secretary General Ana Dol, the border remains calm.",
            "According to the press service of the Council of Ports, the border remains calm.",
        ),
        refuses=("According to the plan, the border remains calm.",),
    ),
    Rule(
        name="statements.clause-first",
        triggers=(*triggers_of(SAYS), "according to", "opinion", "view", "assessment", "words"),
        pattern=rf"^(?![-–•\"“])(?P<what>[^“”\"]{{8,}}?), (?:(?:according to|in the "
        rf"(?:assessment|opinion|view|words) of) (?P<who>{{A}})(?:, [^,“”\"]{{2,140}})?"
        rf"|in (?:(?P<who>{{A}})['’]s?|(?P<who>his|her)) (?:assessment|opinion|view|words)"
        rf"|(?:{SAYS}) (?P<who>{{A}})(?:, [^,“”\"]{{2,140}},?)?{TRAIL}|(?P<who>{{A}}|he|she)(?: of {{S}}| "
        rf"\({{S}}\))?(?:, [^,“”\"]{{2,140}},|,)? (?:also )?(?:{SAYS})\b{TRAIL}"
        rf"|(?:the )?(?:(?P<source>{SOURCE})|(?P<who>{{B}})) (?:also )?(?:{ANNOUNCES})\b{TRAIL}"
        rf"|according to (?:the )?(?P<source>{SOURCE}))[.]?$",
        build=reported_that,
        reads=(
            "The border has remained calm since winter, Secretary General Ana Dol said on Friday.",
            "The border has remained calm since winter, said Secretary General Ana Dol.",
            "The border has remained calm since winter, according to Secretary General Ana Dol.",
            "The border has remained calm since winter, the Council of Ports said in a statement on Friday.",
        ),
        refuses=(
            "On Friday, Secretary General Ana Dol said goodbye.",
            "In her speech on the state of the borders, Secretary General Ana Dol said the rivers would freeze.",
        ),
    ),
    Rule(
        name="statements.said-amid",
        triggers=(
            *(", he ", ", she ", "according to ", "opinion", "in the view", "view, ", "words", "assessment"),
            *(f"{verb}, " for verb in AMID.split("|")),
        ),
        pattern=rf"^(?:(?:[-–•] )?(?P<head>[^“”\",;]{{2,110}}), (?:(?P<who>{{A}}|he|she),? (?:also |then |later "
        rf")?(?:{AMID})|(?:{AMID}) (?P<who>{{A}})|(?:according to|in the "
        rf"(?:opinion|view|words|assessment|judge?ment) of) (?:the )?(?P<who>{{A}})|in (?:(?P<who>{{A}})['’]s?"
        rf"|(?P<who>his|her)) (?:opinion|view|words|assessment)),? "
        rf"(?P<what>(?!(?:who|which|and|but|where|when|while"
        rf"|{AMID})\b)[^“”\"]{{4,}}?))[.]?$",
        build=reported_amid,
        reads=(
            "Regrettably, Secretary General Ana Dol added, the talks have stopped.",
            "The union, according to Secretary General Ana Dol, has nothing to hide.",
        ),
        refuses=(
            "On Friday, Secretary General Ana Dol said, “the talks have stopped.”",
            "The union, Secretary General Ana Dol wrote, and the League of Ports met in Lima.",
        ),
    ),
    Rule(
        name="statements.said-bare",
        triggers=(
            "said",
            "says",
            "believes",
            "added",
            "told",
            "explained",
            "noted",
            "stressed",
            "warned",
            "admitted",
            "promised",
            "announced",
        ),
        pattern=rf"{SPEAKER}{ASIDE} {ADVERBS}(?:said|says|believes|added|told (?:reporters|journalists|{{AYB}})"
        rf"|(?:explained|noted|stressed|warned|admitted|promised|announced)(?= (?:he|she|it|they|there|we"
        rf"|this) ))(?: (?:on|in|at) (?:the )?[\w{{DCBR}}]+(?: [\w{{DCBR}}]+)?)?,? "
        rf"(?P<what>(?!(?:{NO_CLAUSE})\b)[^“”\"]{{0,160}}?\b(?:{FINITE})\b.+?)[.]?$",
        starts=speaker_places,
        build=reported_that,
        reads=("Secretary General Ana Dol said the rivers would freeze early this year.",),
        refuses=("Secretary General Ana Dol said goodbye to the guests.",),
    ),
    Rule(
        name="statements.body-that",
        triggers=("that",),
        pattern=rf"{BODY} {ADVERBS}(?:{THAT}|stress|emphasi[sz]e|underline|note|reaffirm|reiterate|affirm)"
        r"(?:(?<=told|informed|assured|notified|warned|advised|reminded) (?:the )?"
        r"(?:[{A}{Y}{B}{S}]|[a-z]+(?: [a-z]+)?))?"
        rf"(?:,? (?:in|on|at|during) [\w {{N}}{{D}}{{B}}{{S}}{{C}}]{{1,60}}?)?,? that (?P<what>.+?)[.]?$",
        starts=clause_places,
        build=reported_that,
        reads=(
            "The Council of Ministers stressed that the border must remain open.",
            "The parties noted that trade has grown.",
        ),
        refuses=("The Council of Ministers adopted the plan that the experts wrote.",),
    ),
    Rule(
        name="statements.unknown-said",
        triggers=("that",),
        pattern=rf"^\W*(?:(?:The |An? )?(?:Acting |Deputy )?(?:[^,;“”\"{{A}}]|{{A}}['’]s){{3,100}}, {_TWO_NAMES},"
        r"(?: for (?:his|her) part,)?"
        rf"|The (?:{{J}} )?(?:[a-z]+ ){{1,3}}{_TWO_NAMES}) (?:also )?(?:{THAT}|objected)"
        rf"(?: (?:the )?(?:[a-z]+|{{AYBS}}))? that (?P<what>.+?)[.]?$",
        needs=r"^\W*(?:The |An? |Acting |Deputy )",
        build=unknown_said,
        reads=(
            "The director of the school in the harbour, Galina Ceban, informed the monitors that the lease had been"
            " extended.",
            "The local expert Natalia Zubova objected that no data had been handed over.",
        ),
        refuses=("The boat of the school, Northern Star, showed the monitors that the ice had gone.",),
    ),
    Rule(
        name="statements.side-opinion",
        triggers=("opinion,", "view,", "assessment,"),
        pattern=r"(?:^|[:;] )[Ii]n the (?:(?P<who>{J} side)|(?P<who>{B}))['’]s (?:opinion|view|assessment), "
        r"(?P<what>.+?)[.]?$",
        build=reported_that,
        reads=("In the Norwegian side's opinion, the draft contradicts the Convention on Ports.",),
        refuses=("In the reader's opinion, the draft contradicts the Convention on Ports.",),
    ),
    Rule(
        name="statements.text-says",
        triggers=("that",),
        needs=r"^(?:In addition, |Moreover, |Further, )?(?:[Tt]he |[Tt]his )?{N} ",
        pattern=rf"^(?:In addition, |Moreover, |Further, )?(?:[Tt]he |[Tt]his )?(?P<paper>{{N}})"
        rf" (?:also |further |then )?(?:{THAT}) that (?P<what>.+?)[.]?$",
        build=text_says,
        reads=("The Council of Ports adopted a statement on ice. The statement says that the ice must be charted.",),
        refuses=("The statement says that the ice must be charted.",),
    ),
    Rule(
        name="statements.was-said-by",
        triggers=("it was", "it has been"),
        pattern=rf"\b[Ii]t (?:was|has been) (?:also |further |then )?(?:{THAT}) by (?:the )?(?P<who>{{A}})"
        r"(?:, [^,;]{3,80},)?(?: (?:in|at|during) [^,;]{3,60}?)? that (?P<what>.+?)[.]?$",
        build=reported_that,
        reads=("It was stressed by Secretary General Ana Dol that the border must remain open.",),
        refuses=("It was stressed by the wind that the border had no trees.",),
    ),
    Rule(
        name="statements.denied-that",
        triggers=("denied that", "denies that"),
        pattern=rf"{SPEAKER}{ASIDE} {ADVERBS}(?P<what>(?:denied|denies) that .+?)[.]?$",
        starts=speaker_places,
        build=reported_about,
        reads=("Secretary General Ana Dol denied that any convoy had been stopped at the border.",),
        refuses=("The plan denied that right to Ana Dol.",),
    ),
    Rule(
        name="statements.body-bare",
        triggers=("said", "says", "added"),
        pattern=rf"{BODY} (?:also )?(?:said|says|added)(?: (?:on )?{{D}}| (?:on|in|at) (?:the |a )?[\w{{N}}{{C}}]+)?,?"
        r" (?P<what>(?:it|its|they|their|the|a|an|all|some|there|this|these|those|no|[{A}{B}{S}{Y}{N}])(?!\w)"
        rf"[^“”\"]{{0,160}}?\b(?:{FINITE})\b.+?)[.]?$",
        starts=clause_places,
        build=reported_that,
        reads=("The Council of Ministers said on Tuesday it had closed the border.",),
        refuses=("The Council of Ministers said on Tuesday goodbye to its guests.",),
    ),
    Rule(
        name="statements.body-position",
        triggers=triggers_of(JOINT) + FEEL_TRIGGERS,
        pattern=rf"{BODY} {ADVERBS}(?P<what>(?:{JOINT}|{FEELS})\b (?!that\b).+?)[.;]?$",
        starts=clause_places,
        build=reported_about,
        reads=(
            "The Council of Ministers condemned the attack on the convoy.",
            "The participants expressed gratitude to the hosts for the welcome.",
            "However, the Council of Ministers noted the rapid growth of trade.",
        ),
        refuses=("The Council of Ministers adopted the budget for the next year.",),
    ),
    Rule(
        name="statements.resolved-item",
        triggers=(
            "condemn",
            "welcom",
            "deplor",
            "reject",
            "reaffirm",
            "express",
            "call",
            "urge",
            "commend",
            "regret",
            "stress",
        ),
        pattern=r"^(?:[-–•*]|\d{1,2} ?[.)-]|\([a-z0-9]{1,3}\)) ?(?P<what>(?i:(?:strongly |categorically |deeply "
        r")?(?:condemn|welcome|deplore|reject|reaffirm|express|call|urge|commend|regret|stress|emphasi[sz]e"
        r"|underline|recogni[sz]e)(?:s|d|ed|es)?(?: categorically| strongly)?) .{15,}?)[.;,]?$",
        build=resolved_item,
        reads=("The Council of Ministers adopted a resolution:\n- condemns the attacks on merchant ships;",),
        refuses=("The Council of Ministers adopted a resolution:\n- the attacks on merchant ships;",),
    ),
    Rule(
        name="statements.spoke-of",
        triggers=triggers_of(ABOUT) + FEEL_TRIGGERS,
        pattern=rf"(?<!\b(?:in|during|under) which ){SPEAKER}{ASIDE} {ADVERBS}(?P<what>(?:{ABOUT}|{FEELS})\b "
        rf"(?!that\b|(?:over|by|on) the "
        rf"(?:tele)?phone|with {{A}}|the (?:medal|award|order|certificate)|{{A}} with the).+?)[.]?$",
        starts=speaker_places,
        build=reported_about,
        reads=("Secretary General Ana Dol informed the delegates about the budget.",),
        refuses=("Secretary General Ana Dol arrived in the capital.",),
    ),
    Rule(
        name="statements.gave-account",
        triggers=ACCOUNT_TRIGGERS,
        pattern=rf"(?<!\b(?:in|during|under) which ){SPEAKER}{ASIDE} {ADVERBS}(?P<what>(?:{ACCOUNT}) .+?)[.]?$",
        starts=speaker_places,
        build=reported_about,
        reads=(
            "Secretary General Ana Dol made a report on the state of the lighthouses.",
            "Secretary General Ana Dol provided the participants with information on the closure of the strait.",
            "Secretary General Ana Dol paid special attention to the state of the lighthouses.",
        ),
        refuses=(
            "Secretary General Ana Dol made a plan of the lighthouses.",
            "Secretary General Ana Dol paid the crews in full.",
        ),
    ),
    Rule(
        name="statements.said-and",
        triggers=("said", "noted", "added", "stressed", "stated", "concluded", "emphasi"),
        pattern=rf"(?P<who>{{A}}|\bhe|\bshe) (?:said|noted|added|stressed|stated|concluded|emphasi[sz]ed)(?: on "
        rf"{{D}})?,? and (?:also )?(?P<what>(?:{ABOUT})\b (?!that\b).+?)[.]?$",
        build=reported_about,
        reads=(
            "“The river is calm,” Secretary General Ana Dol said, and appealed to the members to keep the "
            "gauges in repair.",
        ),
        refuses=("“The river is calm,” Secretary General Ana Dol said, and left for the capital.",),
    ),
)
