"""How speech is told: verbs of saying, who may speak and what stands around it, as patterns of the statement rules."""

from __future__ import annotations

import re
from typing import Any

import regex

from muniment.reading.draft import Draft
from muniment.reading.mask import Masked, expand
from muniment.reading.rule import Found
from muniment.reading.scene import Scene

__all__ = [
    "ABOUT",
    "ACCOUNT",
    "ACCOUNT_TRIGGERS",
    "ADVERBS",
    "AMID",
    "ANNOUNCES",
    "ASIDE",
    "BARE",
    "BODY",
    "FEELS",
    "FEEL_TRIGGERS",
    "FINITE",
    "JOINT",
    "NOT_NOUN",
    "NO_CLAUSE",
    "REGISTER",
    "SAYS",
    "SPEAKER",
    "THAT",
    "TRAIL",
    "clause_places",
    "speaker_places",
    "statement",
    "tidy",
    "triggers_of",
]

REGISTER = "statements"

THAT = (
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
    "(?:expressed|voiced) (?:(?:the|an?|his|her|its|their|full|deep|firm|great) ){0,2}(?:hope|confidence|concern|regret"
    "|view|opinion|conviction|expectation|readiness|satisfaction|worry|belief|certainty|assurance)|"
    "let it be known|made it plain|(?:takes?|took|holds?) the (?:view|position|opinion)|gave to understand|"
    "(?:came to|drew|reached) the conclusion|(?:was|is|has been) quoted as saying|went on to say|did not rule out|"
    "(?:began|opened|started|concluded|closed|ended|finished)(?: (?:his|her|the|their) [a-z ]{3,30}?)? by (?:noting"
    "|saying|stressing|recalling|reminding|emphasi[sz]ing|stating|announcing|underlining|pointing out)|"
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
    r"behalf|by (?:tele)?phone|by video|via|with|at the (?:opening|ceremony)))"
)
NOT_NOUN = (
    r"(?:(?<=told|informed|assured|reassured|reminded|notified|warned|warns|advised|promised|cautioned|asked|indicated)"
    r"|(?! (?:the|an?|his|her|its|their|these|those|some|many) (?!fact|[{BAYS}])))"
)
"""Behind a verb of saying, what is said cannot be a noun with a relative clause: "recalled the tasks that it faced"."""
_NOT_HANDED = (
    r"(?! (?:[^ .]+ ){0,4}{Q}(?: to|$|[.,]| for| at))(?! (?:[^ .]+ ){0,4}[‘“\"']?(?:credentials|[a-z-]+ letters?"
    r"|[Ll]etters? of [Cc]redence|[Mm]edals?|[Aa]wards?|[Oo]rders?|[Ff]lags?"
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
ABOUT = (
    f"told{_TOPIC}|informed{_TOPIC}|briefed{_TOPIC}|updated{_TOPIC}|notified{_TOPIC}|spoke{_SPOKE}"
    f"|presented{_NOT_HANDED}|outlined|"
    f"addressed (?:the|these|those|this){_NOT_MEETING}|"
    "described|touched upon|touched on|dwelt on|dwelled on|"
    "drew(?: the)? attention|commented on|assessed|appreciated|praised|commended|commends|welcomed(?! "
    "(?:the |{A},? )*{A},?(?: of {S}|, [^,]{2,60},)? (?:to|at|in|on) )|welcomes|thanked|thanks"
    "|congratulated|congratulates|condemned|condemns|"
    "expressed|expresses|voiced|voices|conveyed(?! (?:this|the|that) message)|offered|called on(?! (?:the |{B} "
    ")*{A}(?:$|[.,]| (?:at|in|on|here|yesterday|today)\\b))|called upon|called for|calls on|calls "
    "upon|calls for|urged|urges|warned"
    "|proposed(?! (?:an? |the |its )?(?:draft )?{N})|suggested|"
    "advocated|supported|highlighted|emphasi[sz]ed|stressed|noted|underlined|underscored|recalled|recalls"
    "|reaffirmed|reaffirms|reiterated|reiterates|"
    "mentioned|stated(?= (?:the|its|his|her|their) [a-z])|"
    "shared|raised|paid tribute|wished|listed|summed up|focused on|elaborated on|denounced|denounces"
    "|criticised|criticized|rejected|rejects|"
    "hailed|denied(?! (?:that|entry|access|permission)\\b)|denies(?! that)|renewed"
    "|acknowledged|acknowledges|characteri[sz]ed|appealed to|lauded|reminded|assured|regretted"
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
ACCOUNT = (
    r"provided (?:the |all )?(?:[a-z]+ |{Y} |{A} |{B} |{S} ){1,3}with information (?:on|about)"
    r"|(?:made|gave|delivered|presented) (?:an?|the|his|her) (?:[a-z-]+ ){0,2}(?:report|briefing|presentation|overview"
    r"|account|assessment|update|lecture) (?:on|of|about|to|regarding|concerning)"
    r"|paid (?:special|particular|close|great|considerable|much|separate) attention to|(?:set|laid) out"
    r"|dwelt in [a-z]+ on|reviewed(?= (?:the )?(?:[a-z]+ )?(?:developments|situation|progress|results|outcomes?))"
    r"|put forward(?= (?:an?|the|several|his|her) (?:[a-z]+ )?(?:initiatives?|ideas?|proposals?))"
)
"""Verbs with their noun that tell what somebody spoke about: "made a report on", "paid special attention to"."""
ACCOUNT_TRIGGERS = (
    *("with information", "report o", "report to", "briefing o", "presentation o", "overview of", "account of"),
    *("assessment o", "update o", "lecture o", "attention to", "set out", "laid out", "dwelt in", "reviewed"),
    "put forward",
)
FEELS = (
    r"(?:is|are|was|were|remains?|remained) (?:deeply |gravely |seriously |extremely |profoundly )?(?:concerned"
    r"|worried|alarmed|encouraged|preoccupied|saddened)"
)
FEEL_TRIGGERS = ("concerned", "worried", "alarmed", "encouraged", "preoccupied", "saddened")
JOINT = (
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
    "note with|takes note with|attached|attaches|denied(?! (?:that|entry|access))|renewed"
)


_BRACKETS = re.compile(r"\((?:[^()])*\)")
_SIGN = re.compile(r"[? \[{]")


def triggers_of(verbs: str) -> tuple[str, ...]:
    """Return the words that the alternatives of a pattern of verbs begin with."""
    while (plain := _BRACKETS.sub("", verbs)) != verbs:
        verbs = plain
    return tuple(sorted({_SIGN.split(verb)[0] for verb in verbs.split("|")}))


_ADVERB = (
    "also|further|furthermore|separately|particularly|especially|specifically|in particular|then|again|once "
    "again|once more|in turn|"
    "(?:for|on) (?:his|her|its|their) (?:part|turn|side)|in (?:his|her|its|their) turn|highly|positively|strongly"
    "|warmly|briefly|in detail|repeatedly|previously|earlier|"
    "has|have|had|as well|therefore|however|nonetheless|nevertheless|meanwhile|immediately"
    "|consequently|sincerely|firmly|fully|critically|duly|additionally|deeply"
    "|gravely|unanimously|jointly|categorically|"
    "separately|specially|{D}|on "
    "{D}|first|finally|publicly|openly|today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri)day|later|still|simply|only|clearly|explicitly|reportedly"
)
ADVERBS = rf"(?:(?:{_ADVERB})[, ]+){{0,3}}"
ASIDE = (
    r"(?: \([^()]{1,60}\))?(?: of (?:the )?\p{Ll}+(?: \p{Ll}+)?)?(?:, (?P<apposed>{AO})(?: for {D})?(?=,))?"
    r"(?P<aside>, (?:for (?:his|her|its|their) (?:part|turn)"
    r"|in (?:his|her|its|their) turn|in turn|(?:who|whose|the|a|an|also|\w+ing|asked|on behalf|in (?:his|her)"
    r"|on|during|at|as|together)\b[^,]{1,110}(?:, \w+ing [^,]{1,90})?),|,)?"
)
SPEAKER = (
    r"(?:(?<=^|[;,] |[Bb]oth |[Bb]oth the )(?:[Tt]he )?(?P<with>{A}(?:, {A})*)"
    r"(?: of (?:the )?{S}| \([^()]{1,30}\))?,? and (?:the )?)?(?<!\b(?:to|for|of|with|by) whom )"
    r"(?P<who>{A}|(?:(?<=^|[;,.—–-] |and |which )|(?<=^(?:In|At|During"
    r"|After|Following|On|Before) [^,;{A}{B}]{3,50} ))(?:He|She|he|she|H(?:is|er) Excellency|[Tt]he (?:{J} |{B} "
    r"|{S} |[a-z]+ )?(?:diplomat|official|politician|envoy|speaker|lawmaker|parliamentarian|rapporteur"
    r"|interlocutor|head of (?:the )?state))(?=\W)|(?<=^|[;,] |[Tt]he ){J} (?:side|delegation|party)\b)"
)
BODY = (
    r"(?:^|(?<=[;,] ))(?:[-–•*] |\d+[.)-] ?|In (?:them|it|this document|the (?:statement|declaration"
    r"|communiqué|communique|resolution))?,? ?)?(?:[Tt]he |[Bb]oth |[Ss]ome |[Mm]any )?(?:two |three )?(?:{B}['’]s )?"
    r"(?P<who>{J} (?:side|delegation|party|representatives)"
    r"|[a-z]+['’]s (?:management|administration|leadership|operator)"
    r"|(?:{S}['’]s|{J}) (?:foreign|defen[cs]e|interior) ministry|"
    r"{BYS}|[Ii]nterlocutors|[Pp]arties|[Ss]ides|[Pp]articipants"
    r"|[Ss]ummit|[Mm]inisters|[Dd]elegations|[Mm]embers|[Ll]eaders|[Ss]peakers|[Dd]elegates|[Pp]arliamentarians"
    r"|[Mm]eeting|We|we|They)(?: of the {B})?"
)


BARE = r"the (?:diplomat|official|politician|envoy|expert|spokes(?:man|woman|person)|minister|ambassador)(?=\W)"
"""Somebody told of before, by a plain noun."""
ANNOUNCES = (
    "said|announced|stated|noted|confirmed|added|stressed|explained|emphasi[sz]ed|specified|pointed out|informed"
    "|underlined|warned"
)
"""Verbs with which a body tells something at the end of a sentence; "reports" is what agencies do."""

_SPEAKER_BEGINS = regex.compile(
    expand(
        r"{AJ}|\b(?:[Hh]e\b|[Ss]he\b|H(?:is|er) Excellency\b|[Tt]he (?={A}|(?:(?:{JBS}|[a-z]+) )?(?:diplomat|official"
        r"|politician|envoy|speaker|lawmaker|parliamentarian|rapporteur|interlocutor|head of)))"
    )
)
_CLAUSE_ENDS = re.compile("[;,] ")


def speaker_places(sentence: Masked) -> list[int]:
    """Return where `SPEAKER` may begin in a sentence: at a person, a side, a pronoun or "the diplomat"."""
    return [match.start() for match in _SPEAKER_BEGINS.finditer(sentence.text)]


def clause_places(sentence: Masked) -> list[int]:
    """Return where `BODY` may begin in a sentence: at its beginning and behind commas and semicolons."""
    return [0, *[match.end() for match in _CLAUSE_ENDS.finditer(sentence.text)]]


SAYS = (
    r"said|says|added|noted|told (?:the )?(?:reporters|journalists|{A}|{B}|{Y}|[A-Z]\w+|a (?:news|press) (?:conference"
    "|briefing))|told|stated|"
    "stressed|explained|emphasi[sz]ed|announced|reported|believes|claims|claimed|warned|argued|concluded"
    "|recalled|observed|"
    "remarked|insisted|underlined|continued|asserted|pointed out|promised|assured|replied|admitted|clarified"
)
TRAIL = (
    r"(?:,? (?:(?:on|in|at|to|during|after|before|when|while|following|as|adding|noting|speaking|with|by"
    r"|via|today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri)day|"
    r"later|earlier|here|recently|aboard|\w+ing|{D}|{B}|{Y}|reporters|journalists)(?!\w))(?![^“”\"]*\bthat\b)[^“”\"]*)?"
)
"""What may follow a verb of saying behind the words said: when, where and to whom."""
NO_CLAUSE = (
    "goodbye|farewell|hello|thanks|yes|no(?= to)|so|nothing|something|in|on|at|during|after|before|to|as|about|of|with"
    "|by|joint|statement|press|news|interview|speech|briefing|minutes|hours|days|weeks|months"
    "|for|from|under|here|today|yesterday|tomorrow|earlier|recently|when|while|where|speaking|adding|citing|referring"
    "|without|that|and|or|but|much|little"
)
"""What follows "said" and is no clause, or one that another rule reads."""
FINITE = (
    r"\w{2,}ed|dealt|made|took|came|went|gave|saw|held|met|led|stood|began|remains|continues|wants?|hopes|"
    "is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|did|does|do|needs?|cannot"
)

AMID = (
    "said|says|added|noted|stressed|stated|explained|emphasi[sz]ed|recalled|warned|argued|continued|concluded|observed"
    "|asserted|remarked|declared|insisted|underlined"
)


def statement(found: Found, scene: Scene, speaker: str, words: tuple[int, int], mode: str = "reported") -> Draft:
    """Return the draft of a statement whose words stand at a stretch of the page's text."""
    slots: dict[str, Any] = {"speaker": speaker, "mode": mode, "text": tidy(scene.page.text[words[0] : words[1]])}
    return Draft(REGISTER, slots, [(*found.span(), found.rule)], notes={"words": words})


def tidy(text: str) -> str:
    """Return what was said on one line, without the marks around it."""
    return " ".join(text.split()).strip(' ,;"“”«»')
