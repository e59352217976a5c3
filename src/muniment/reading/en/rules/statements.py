"""Statements: what one speaker said in one stretch, reported or in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.mask import Masked, expand
from muniment.reading.mention import Actor
from muniment.reading.pattern import pattern
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["REGISTER", "RULES", "settle"]

REGISTER = "statements"

_THAT = (
    "said|says|stated|states|noted|notes|stressed|stresses|emphasi[sz]ed|emphasi[sz]es|underlined"
    "|underlines|underscored|underscores|highlighted|"
    "added|adds|pointed out|points out|recalled|recalls|explained|explains|declared|announced|reported|told"
    "|informed|believes|believed|considers|considered|"
    "remarked|mentioned|acknowledged|reaffirmed|reaffirms|reiterated|reiterates|confirmed|argued|warned"
    "|cautioned|concluded|observed|indicated|asserted|insisted|"
    "admitted|admits|claimed|claims|lamented|vowed|revealed|disclosed|hinted|opined|contended|alleged"
    "|advised|stipulated|reckons|signal(?:l)?ed|is of the (?:view|opinion)|was of the (?:view|opinion)"
    "|maintained|assured|suggested|proposed|replied|answered|commented|clarified|specified|reminded|hoped"
    "|hopes|agreed|affirmed|"
    "regretted|regrets|asked|requested|demanded|complained|objected|predicted|estimated|conceded|promised"
    "|pledged|judged|thought|felt|held(?= that)|expressed(?= "
    "that)|countered|reassured|vowed|responded|retorted|cautions|warns|concludes|observes|"
    "shared the (?:view|opinion)|(?:was|were|is|are) (?:unanimous|agreed|of one mind)|"
    "expressed (?:the )?(?:his |her |its |their )?(?:hope|confidence|concern|regret|view|opinion|conviction"
    "|expectation|readiness|satisfaction)|"
    "voiced (?:the )?(?:his |her |its |their )?(?:hope|confidence|concern|worry|regret)|"
    "(?:is|was|were) (?:firmly |deeply )?(?:convinced|confident|sure|certain)|drew attention to the fact"
    "|made it clear|made clear"
)
_TOPIC = (
    r"(?=[^.]{1,90}\b(?:about|of|on(?! {D}| behalf)|how|what)\b)(?! \S+ in an interview)(?! (?:the )?\S+ "
    r"(?:after|before|during|following|when) )(?! (?:a|the) (?:news"
    r"|press|media)? ?(?:conference|briefing) (?:in|on|at))"
)
_SPOKE = (
    r"(?=[^.]{0,90}\b(?:about|of|on|out|against|highly|frankly|in favou?r|in support)\b)(?! (?:after|before|on "
    r"behalf|by (?:tele)?phone|with|at the (?:opening|ceremony)))"
)
_NOT_NOUN = (
    r"(?:(?<=told|informed|assured|reassured|reminded|notified|warned|warns|advised|promised|cautioned|asked|indicated)"
    r"|(?! (?:the|an?|his|her|its|their|these|those|some|many) (?!fact|[{BAYS}])))"
)
"""Behind a verb of saying, what is said cannot be a noun with a relative clause: "recalled the tasks that it faced"."""
_NOT_HANDED = (
    r"(?! (?:[^ .]+ ){0,4}{Q}(?: to|$|[.,]| for| at))(?! (?:[^ .]+ ){0,4}[‘“\"']?(?:credentials|[Ll]etters? of "
    r"[Cc]redence|[Mm]edals?|[Aa]wards?|[Oo]rders?|[Ff]lags?"
    r"|[Cc]ertificates?|[Dd]iplomas?|[Bb]adges?|[Pp]rizes?|gifts?))"
)
_NOT_MEETING = (
    r"(?! (?:\w+ ){0,2}(?i:conference|session|meeting|forum|participants|audience|delegates|assembly|council"
    r"|seminar|summit|parliament|ceremony))"
)
_TO_SAY = (
    "express|reiterate|thank|congratulate|recall|stress|commend|reaffirm|convey|extend|acknowledge|emphasi[sz]e"
    "|underline"
)
_ABOUT = (
    f"told{_TOPIC}|informed{_TOPIC}|briefed{_TOPIC}|updated{_TOPIC}|notified{_TOPIC}|spoke{_SPOKE}"
    f"|presented{_NOT_HANDED}|outlined|"
    f"addressed (?:the|these|those|this){_NOT_MEETING}|"
    "described|touched upon|touched on|dwelt on|dwelled on|"
    "drew(?: the)? attention|commented on|assessed|appreciated|praised|commended|commends|welcomed(?! "
    "(?:the |{A},? )*{A},?(?: of {S}|, [^,]{2,60},)? (?:to|at|in|on) )|welcomes|thanked|thanks"
    "|congratulated|congratulates|condemned|condemns|"
    "expressed|expresses|voiced|voices|conveyed(?! (?:this|the|that) message)|offered|called on(?! (?:the |{B} "
    ")*{A}(?:$|[.,]| (?:at|in|on|here|yesterday|today)\\b))|called upon|called for|calls on|calls "
    "upon|calls for|urged|urges|warned|proposed|suggested|"
    "advocated|supported|highlighted|emphasi[sz]ed|stressed|noted|underlined|underscored|recalled|recalls"
    "|reaffirmed|reaffirms|reiterated|reiterates|"
    "shared|raised|paid tribute|wished|listed|summed up|focused on|elaborated on|denounced|denounces"
    "|criticised|criticized|rejected|rejects|"
    "hailed|acknowledged|acknowledges|characteri[sz]ed|appealed to|lauded|reminded|assured|regretted"
    "|regrets|deplored|deplores|confirmed|looked forward|"
    "encouraged|encourages|judged|counted|saw|promised|pledged|asked|requested|demanded|blamed|accused"
    "|dismissed|defended|spoke out|spoke in favou?r|"
    "reported on|reported about|reported to|acquainted|named(?=[^.]{0,120} (?:among|as the (?:main|key"
    "|most)|priorit))|called(?= (?:the|it|this|that|their|his|her) )(?! the (?:meeting|session|vote))"
    "|positively assessed|admitted|attached|attaches|took note with|takes note with|cautioned|complained"
    "|insisted on|argued for|objected to|invite[sd](?![^.]{0,90} to (?:participate|take (?:part|the floor)|attend|join"
    "|speak|address|make|sit|brief))|affirmed|affirms|"
    "stresses|underlines|underscores|highlights|emphasi[sz]es|notes(?= (?:the|with|an?|also|its|his|her|their) )|"
    "point(?:ed|s) out|point(?:ed|s) to|reassured|views with|viewed with|lamented|laments|applaud(?:ed|s)|salute[sd]|"
    "exhort(?:ed|s)|reassert(?:ed|s)|assert(?:ed|s)(?= "
    "(?:the|its|his|her)\\b)|enjoin(?:ed|s)|echo(?:ed|es)|decried|decries|slammed|"
    f"wish(?:es|ed)? to (?:{_TO_SAY})|hope[sd] for|summari[sz]ed|would like to (?:{_TO_SAY})|"
    r"explained(?= (?:the|how|why|what|his|her|its)\b)|"
    "extend(?:ed|s)(?= "
    "[^.]{0,40}(?:condolences|congratulations|gratitude|thanks|sympath|greetings|wishes|appreciation))"
)
_FEELS = (
    r"(?:is|are|was|were|remains?|remained) (?:deeply |gravely |seriously |extremely |profoundly )?(?:concerned"
    r"|worried|alarmed|encouraged|preoccupied|saddened)"
)
_FEEL_TRIGGERS = ("concerned", "worried", "alarmed", "encouraged", "preoccupied", "saddened")
_JOINT = (
    "noted|notes(?= (?:the|with|an?|also|its|their) )|highlight(?:ed|s)?|"
    "recalled|recalls|recall(?= )|point(?:ed|s) out|lamented|applaud(?:ed|s)|salute[sd]|extended(?= [^.]{0,40}"
    "(?:condolences|congratulations|gratitude|thanks|sympath|greetings|appreciation))|"
    "condemned|condemns|condemn|welcomed|welcomes|welcome|commended|commends|commend|praised|reaffirmed"
    "|reaffirms|reaffirm|reiterated|reiterates|reiterate|"
    "expressed|expresses|express|voiced|voices|called on|called upon|called for|calls on|calls upon|calls "
    "for|call on|call for|urged|urges|urge|deplored|deplores|deplore|"
    "regretted|regrets|regret|stressed|stresses|stress|emphasi[sz]ed|emphasi[sz]es|emphasi[sz]e|underlined"
    "|underlines|underline|underscored|underscores|underscore|"
    "rejected categorically|rejects|recogni[sz]ed|recogni[sz]es|recogni[sz]e|acknowledged|acknowledges"
    "|appreciated|appreciates|hailed|hails|supported|supports|"
    "looked forward|looks forward|look forward|encouraged|encourages|encourage|thanked|thanks|congratulated"
    "|congratulates|spoke in favou?r|spoke out|"
    "affirmed|affirms|affirm|paid tribute|pays tribute|denounced|denounces|demanded|demands|demand|took "
    "note with|takes note with|attached|attaches"
)


def _triggers(verbs: str) -> tuple[str, ...]:
    """Return the words that the alternatives of a pattern of verbs begin with."""
    while (plain := regex.sub(r"\((?:[^()])*\)", "", verbs)) != verbs:
        verbs = plain
    return tuple(sorted({regex.split(r"[? \[{]", verb)[0] for verb in verbs.split("|")}))


_ADVERB = (
    "also|further|furthermore|separately|particularly|especially|specifically|in particular|then|again|once "
    "again|once more|in turn|"
    "(?:for|on) (?:his|her|its|their) (?:part|turn|side)|in (?:his|her|its|their) turn|highly|positively|strongly"
    "|warmly|briefly|in detail|repeatedly|previously|earlier|"
    "has|have|had|as well|therefore|however|sincerely|firmly|fully|critically|duly|additionally|deeply"
    "|gravely|unanimously|jointly|categorically|"
    "separately|specially|{D}|on "
    "{D}|first|finally|publicly|openly|today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri)day|later|still|simply|only|clearly|explicitly"
)
_ADVERBS = rf"(?:(?:{_ADVERB})[, ]+){{0,3}}"
_ASIDE = (
    r"(?: \([^()]{1,60}\))?(?: of (?:the )?\p{Ll}+(?: \p{Ll}+)?)?(?:, (?P<apposed>{AO})(?: for {D})?(?=,))?"
    r"(?P<aside>, (?:for (?:his|her|its|their) (?:part|turn)"
    r"|in (?:his|her|its|their) turn|in turn|(?:who|whose|the|a|an|also|\w+ing|asked|on behalf|in (?:his|her)"
    r"|on|during|at|as|together)\b[^,]{1,110}(?:, \w+ing [^,]{1,90})?),|,)?"
)
_SPEAKER = (
    r"(?:(?<=^|[;,] |[Bb]oth |[Bb]oth the )(?:[Tt]he )?(?P<with>{A}(?:, {A})*)(?: of (?:the )?{S}| "
    r"\([^()]{1,30}\))?,? and "
    r"(?:the )?)?"
    r"(?<!\b(?:to|for|of|with|by) whom )(?P<who>{A}|(?<=^|[;,.—–-] |and |which )(?:He|She|he|she|H(?:is|er) "
    r"Excellency|[Tt]he (?:{J} |{B} "
    r"|{S} |[a-z]+ )?(?:diplomat|official|politician|envoy|speaker|lawmaker|parliamentarian|rapporteur"
    r"|interlocutor|head of (?:the )?state))(?=\W)|(?<=^|[;,] |[Tt]he ){J} (?:side|delegation|party)\b)"
)
_BODY = (
    r"(?:^|(?<=[;,] ))(?:[-–•*] |\d+[.)-] ?|In (?:them|it|this document|the (?:statement|declaration"
    r"|communiqué|communique|resolution))?,? ?)?(?:[Tt]he |[Bb]oth |[Ss]ome |[Mm]any )?(?:two |three )?"
    r"(?P<who>{J} (?:side|delegation|party|representatives)|(?:{S}['’]s|{J}) (?:foreign|defen[cs]e|interior) ministry|"
    r"{BYS}|[Ii]nterlocutors|[Pp]arties|[Ss]ides|[Pp]articipants"
    r"|[Ss]ummit|[Mm]inisters|[Dd]elegations|[Mm]embers|[Ll]eaders|[Ss]peakers|[Dd]elegates|[Pp]arliamentarians"
    r"|[Mm]eeting|We|we|They)(?: of the {B})?"
)


_SPEAKER_BEGINS = regex.compile(
    expand(
        r"{AJ}|\b(?:[Hh]e\b|[Ss]he\b|H(?:is|er) Excellency\b|[Tt]he (?={A}|(?:(?:{JBS}|[a-z]+) )?(?:diplomat|official"
        r"|politician|envoy|speaker|lawmaker|parliamentarian|rapporteur|interlocutor|head of)))"
    )
)
_CLAUSE_ENDS = re.compile("[;,] ")


def speaker_places(sentence: Masked) -> list[int]:
    """Return where `_SPEAKER` may begin in a sentence: at a person, a side, a pronoun or "the diplomat"."""
    return [match.start() for match in _SPEAKER_BEGINS.finditer(sentence.text)]


def clause_places(sentence: Masked) -> list[int]:
    """Return where `_BODY` may begin in a sentence: at its beginning and behind commas and semicolons."""
    return [0, *[match.end() for match in _CLAUSE_ENDS.finditer(sentence.text)]]


_SAYS = (
    "said|says|added|noted|told (?:the )?(?:reporters|journalists|{A}|{B}|{Y}|a (?:news|press) (?:conference"
    "|briefing))|told|stated|"
    "stressed|explained|emphasi[sz]ed|announced|reported|believes|claims|claimed|warned|argued|concluded"
    "|recalled|observed|"
    "remarked|insisted|underlined|continued|asserted|pointed out|promised|assured|replied|admitted|clarified"
)
_TRAIL = (
    r"(?:,? (?:(?:on|in|at|to|during|after|before|when|while|following|as|adding|noting|speaking|with|by"
    r"|via|today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri)day|"
    r"later|earlier|here|recently|aboard|\w+ing|{D}|{B}|{Y}|reporters|journalists)(?!\w))(?![^“”\"]*\bthat\b)[^“”\"]*)?"
)
"""What may follow a verb of saying behind the words said: when, where and to whom."""
_NO_CLAUSE = (
    "goodbye|farewell|hello|thanks|yes|no(?= to)|so|nothing|something|in|on|at|during|after|before|to|as|about|of|with"
    "|by|joint|statement|press|interview|speech|briefing|minutes|hours|days|weeks|months"
    "|for|from|under|here|today|yesterday|tomorrow|earlier|recently|when|while|where|speaking|adding|citing|referring"
    "|without|that|and|or|but|much|little"
)
"""What follows "said" and is no clause, or one that another rule reads."""
_FINITE = (
    r"\w{2,}ed|dealt|made|took|came|went|gave|saw|held|met|led|stood|began|remains|continues|wants?|hopes|"
    "is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|did|does|do|needs?|cannot"
)

_AMID = (
    "said|says|added|noted|stressed|stated|explained|emphasi[sz]ed|recalled|warned|argued|continued|concluded|observed"
    "|asserted|remarked|declared|insisted|underlined"
)
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
    r"|adopted|approved|recommended that|tasked|instructed|left|received|visited|elected|appointed"
    r"|decorated)\b"
)
_SAYING_ASIDE = regex.compile(
    r", (?:noting|stressing|recalling|underlining|emphasi[sz]ing|adding|regretting|acknowledging|observing) "
    r"(?:that|the)\b"
)
_PRONOUNS = frozenset({"he", "she", "him", "her", "his", "his excellency", "her excellency"})
_SIDE_PROMISES = re.compile(r"\b(?:side|delegation|party) (?:promised|pledged) to\b")
"""An undertaking of one side of talks: recorded as a commitment, not as words."""
_RULER = re.compile(r"(?i)^(?:president|king|emir|sultan)\b")
_DIPLOMAT = re.compile(r"(?i)\b(?:ambassador|charg[ée]|envoy|representative|consul)\b")
_ANOTHER = regex.compile(
    r"[”\"’]?,\s*(?:while |and )?(?:indicating|adding|noting|stressing|underlining|emphasi[sz]ing"
    r"|explaining|pointing out|"
    r"recalling|saying|stating) that "
)
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
    if found.mentions("who", "J") and not word.lower().startswith("the "):
        return found.text("who")
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


def _statement(found: Found, scene: Scene, speaker: str, words: tuple[int, int], mode: str = "reported") -> Draft:
    slots: dict[str, Any] = {"speaker": speaker, "mode": mode, "text": _tidy(scene.page.text[words[0] : words[1]])}
    return Draft(REGISTER, slots, [(*found.span(), found.rule)], notes={"words": words})


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(' ,;"“”«»')


def reported_that(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A noted that ...": the text is what follows "that"."""
    speaker = _speaker(found, scene)
    words = found.match.group("what")
    if found.rule == "statements.said-bare" and _QUOTED_BEFORE.search(found.sentence.text, 0, found.match.start("who")):
        return  # "“...,” she said at the extended session": where, not what
    if (
        speaker
        and not _PARTICIPLE.match(words)
        and not _SAID_THIS.match(words)
        and words.count(" ") + len(words) // 12 > 1
    ):
        yield _statement(found, scene, speaker, _until_act(found))


def _until_act(found: Found) -> tuple[int, int]:
    """Return where the words said stand, without a second clause that tells of an act ("... and awarded him ...")."""
    start, end = found.match.span("what")
    act = found.sentence.search(_ACT, found.match.string, start, end)
    return found.sentence.span(start, act.start() if act else end)


def reported_amid(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "As winter comes, she added, the need grows": the clause around the verb of saying is one statement."""
    speaker = _speaker(found, scene)
    if speaker and not _SETTING.match(found.match.group("head")):
        draft = _statement(found, scene, speaker, (found.span("head")[0], found.span("what")[1]))
        draft.slots["text"] = _tidy(f"{found.text('head')}, {found.text('what')}")
        yield draft
    elif speaker:
        yield _statement(found, scene, speaker, found.span("what"))


def reported_about(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "A informed the participants about ...": the verb belongs to the text."""
    speaker = _speaker(found, scene)
    start, end = found.span("what")
    if _SIDE_PROMISES.search(found.text()):
        return
    if speaker and end - start > 18:
        first, last = _until_act(found)
        if found.has("aside") and _SAYING_ASIDE.match(found.match.group("aside")):
            first = found.span("aside")[0] + 2  # ", noting that ..., pledged to ..."
        yield _statement(found, scene, speaker, (first, last))


def resolved_item(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read an item of a resolution or communiqué ("- condemns ..."): the body that adopted it speaks."""
    speaker = scene.collective or scene.last_group
    if speaker:
        yield _statement(found, scene, speaker, found.span("what"))


RULES = (
    Rule(
        name="statements.said-that",
        triggers=("that",),
        pattern=rf"{_SPEAKER}{_ASIDE} {_ADVERBS}(?:{_THAT}){_NOT_NOUN}(?: (?!that\b)(?:to )?(?:{{AYBS}}|(?:(?! and )"
        rf"[\w ,{{D}}{{Y}}]){{2,50}}?)| "
        rf"(?:to|in|at|on|during|before|after) [\w {{A}}{{Y}}{{B}}{{S}}{{C}}{{D}}]{{1,60}}?)?(?:, "
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
        triggers=("according to", "opinion", "in the view", "view, ", "words", "estimation", "as "),
        pattern=r"^(?:According to (?:the )?(?P<who>{A}|him|her)|In (?P<who>his|her|their) (?:opinion|view|words|"
        r"estimation|assessment)|As (?P<who>{A}|he|she) (?:also )?(?:noted|said|stressed"
        r"|explained|pointed out|emphasi[sz]ed|recalled|underlined|put it|stated|told [^,]{2,40})|In "
        r"(?P<who>{A})['’]s? (?:opinion|view|words|estimation|assessment)|In the (?:opinion|view|words"
        r"|estimation) of (?P<who>{A})), (?P<what>.+?)[.]?$",
        build=reported_that,
        reads=("According to Secretary General Ana Dol, the border remains calm.",),
        refuses=("According to the plan, the border remains calm.",),
    ),
    Rule(
        name="statements.clause-first",
        triggers=(*_triggers(_SAYS), "according to"),
        pattern=rf"^(?![-–•\"“])(?P<what>[^“”\"]{{25,}}?), (?:(?:according to|in the "
        rf"(?:assessment|opinion|view|words) of) (?P<who>{{A}})(?:, [^,“”\"]{{2,140}})?"
        rf"|(?:{_SAYS}) (?P<who>{{A}})(?:, [^,“”\"]{{2,140}},?)?{_TRAIL}|(?P<who>{{A}}|he|she)(?: of {{S}}| "
        rf"\({{S}}\))?(?:, [^,“”\"]{{2,140}},|,)? (?:also )?(?:{_SAYS})\b{_TRAIL})[.]?$",
        build=reported_that,
        reads=(
            "The border has remained calm since winter, Secretary General Ana Dol said on Friday.",
            "The border has remained calm since winter, said Secretary General Ana Dol.",
            "The border has remained calm since winter, according to Secretary General Ana Dol.",
        ),
        refuses=(
            "On Friday, Secretary General Ana Dol said goodbye.",
            "In her speech on the state of the borders, Secretary General Ana Dol said the rivers would freeze.",
        ),
    ),
    Rule(
        name="statements.said-amid",
        triggers=(", he ", ", she ", *(f"{verb}, " for verb in _AMID.split("|")), "according to "),
        pattern=rf"^(?:(?:[-–•] )?(?P<head>[^“”\",;]{{2,110}}), (?:(?P<who>{{A}}|he|she),? (?:also |then |later "
        rf")?(?:{_AMID})|(?:{_AMID}) (?P<who>{{A}})|according to (?:the )?(?P<who>{{A}})),? "
        rf"(?P<what>(?!(?:who|which|and|but|where|when|while"
        rf"|{_AMID})\b)[^“”\"]{{4,}}?))[.]?$",
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
        pattern=rf"{_SPEAKER}{_ASIDE} {_ADVERBS}(?:said|says|believes|added|told (?:reporters|journalists|{{AYB}})"
        rf"|(?:explained|noted|stressed|warned|admitted|promised|announced)(?= (?:he|she|it|they|there|we"
        rf"|this) ))(?: (?:on|in|at) (?:the )?[\w{{DCBR}}]+(?: [\w{{DCBR}}]+)?)?,? "
        rf"(?P<what>(?!(?:{_NO_CLAUSE})\b)[^“”\"]{{0,160}}?\b(?:{_FINITE})\b.+?)[.]?$",
        starts=speaker_places,
        build=reported_that,
        reads=("Secretary General Ana Dol said the rivers would freeze early this year.",),
        refuses=("Secretary General Ana Dol said goodbye to the guests.",),
    ),
    Rule(
        name="statements.body-that",
        triggers=("that",),
        pattern=rf"{_BODY} {_ADVERBS}(?:{_THAT}|stress|emphasi[sz]e|underline|note|reaffirm|reiterate|affirm)"
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
        name="statements.body-position",
        triggers=_triggers(_JOINT) + _FEEL_TRIGGERS,
        pattern=rf"{_BODY} {_ADVERBS}(?P<what>(?:{_JOINT}|{_FEELS})\b (?!that\b).+?)[.;]?$",
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
        triggers=_triggers(_ABOUT) + _FEEL_TRIGGERS,
        pattern=rf"(?<!\b(?:in|during|under) which ){_SPEAKER}{_ASIDE} {_ADVERBS}(?P<what>(?:{_ABOUT}|{_FEELS})\b "
        rf"(?!that\b|(?:over|by|on) the "
        rf"(?:tele)?phone|with {{A}}|the (?:medal|award|order|certificate)|{{A}} with the).+?)[.]?$",
        starts=speaker_places,
        build=reported_about,
        reads=("Secretary General Ana Dol informed the delegates about the budget.",),
        refuses=("Secretary General Ana Dol arrived in the capital.",),
    ),
    Rule(
        name="statements.said-and",
        triggers=("said", "noted", "added", "stressed", "stated", "concluded", "emphasi"),
        pattern=rf"(?P<who>{{A}}|\bhe|\bshe) (?:said|noted|added|stressed|stated|concluded|emphasi[sz]ed)(?: on "
        rf"{{D}})?,? and (?:also )?(?P<what>(?:{_ABOUT})\b (?!that\b).+?)[.]?$",
        build=reported_about,
        reads=(
            "“The river is calm,” Secretary General Ana Dol said, and appealed to the members to keep the "
            "gauges in repair.",
        ),
        refuses=("“The river is calm,” Secretary General Ana Dol said, and left for the capital.",),
    ),
)


def spoken(scene: Scene) -> Iterator[Draft]:
    """Return a statement for each quotation in somebody's own words; a few words merely marked are none."""
    for speech in scene.speeches:
        start, end = speech.parts[0][0], speech.parts[-1][1]
        if not speech.speaker or (speech.kind == "partial" and not _tells(scene, start, end)):
            continue
        text = " ".join(_tidy(scene.page.text[a:b]) for a, b in speech.parts)
        spans = [(a, b, "statements.quoted") for a, b in speech.parts]
        if speech.cue[0] < speech.cue[1]:
            spans.append((*speech.cue, "statements.quoted"))
        yield Draft(REGISTER, {"speaker": speech.speaker, "mode": "direct", "text": text}, spans,
                    notes={"words": (start, end)})  # fmt: skip


def _tells(scene: Scene, start: int, end: int) -> bool:
    """Whether a few words in quotation marks say something: six words, or three that end a sentence."""
    text = scene.page.text
    blanks = text.count(" ", start, end)
    return blanks >= 5 or (blanks >= 2 and text[end + 1 : end + 3].strip()[:1] in (".", ""))


def settle(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return one statement for each stretch of words, and none for what somebody says inside a quoted speech."""
    told = [draft for draft in drafts if not draft.speaker or _outside(draft, scene)]
    reported = [kept for draft in told for kept in _without_tail(draft, scene)]
    kept: list[Draft] = list(spoken(scene))
    for draft in reported:
        start, end = draft.notes["words"]
        clash = any(
            k.notes["words"][0] < end and start < k.notes["words"][1] and k.slots["mode"] == "reported" for k in kept
        )
        if not clash:
            kept.append(draft)
    return kept


def _outside(draft: Draft, scene: Scene) -> bool:
    """Whether words lie outside the quotation that their sentence begins with ("..., he said, and called for ...")."""
    start = draft.notes["words"][0]
    if any(first <= start < last for speech in scene.speeches for first, last in speech.parts):
        return False
    draft.speaker = ""
    return True


def _without_tail(draft: Draft, scene: Scene) -> Iterator[Draft]:
    """Yield a reported statement without the words it quotes at its end, which are its speaker's own statement.

    Where the quoted words begin with the verb ("the union “is a necessity”"), they alone are the statement.
    """
    start, end = draft.notes["words"]
    text = scene.page.text
    for speech in scene.speeches:
        first, last = speech.parts[0]
        if not start < first < end or (speech.kind != "partial" and last < end - 3):
            continue
        speech.speaker = draft.slots["speaker"]
        if last < end - 3:
            another = _ANOTHER.match(text, last)
            if another is not None and another.end() < end:
                rest = {**draft.slots, "text": _tidy(text[another.end() : end])}
                yield Draft(REGISTER, rest, draft.spans, notes={"words": (another.end(), end)})
                end = last
            else:
                continue
        if not _tells(scene, first, last):
            continue
        if _VERB_FIRST.match(text, first):
            return
        draft.slots["text"] = _SAYING_LAST.sub("", _tidy(text[start : first - 1]))
        draft.notes["words"] = (start, first - 1)
    if draft.slots["text"].count(" ") >= 1:
        yield draft


_SAYING_LAST = regex.compile(r",? (?:saying|adding|noting|stating|stressing|declaring|and said|and added)(?: that)?:?$")
_VERB_FIRST = regex.compile(r"(?:is|was|are|were|has|have|had|will|would|must|should|can|could|cannot|may|does|do)\b")
