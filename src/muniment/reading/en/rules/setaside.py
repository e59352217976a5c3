"""Sentences that record nothing, each by a named rule under one of the closed reasons.

Reads: a scene whose rules have run. Writes: which sentences are set aside, by which rule and for which reason.
A sentence that tells of an act is never set aside, whatever it looks like: it stays unread, so that the account is
honest.
The constructions were gathered from pages of fourteen organisations and four agencies (2026-11).
"""

from __future__ import annotations

import regex

from muniment.reading.mask import Masked
from muniment.reading.pattern import compiled, pattern
from muniment.reading.scene import Scene

__all__ = ["SET_ASIDE", "set_aside"]

_ACT = pattern(
    r"(?i)\b(?:adopt|approv|sign|ratif|accede|deposit|denounc|withdr[ae]w|elect|appoint|nominat|designat"
    r"|re-?elect|dismiss|"
    r"resign|decid|agreed|conven|met\b|meets\b|held\b|hold\b|host|chair|visit|receiv|confer|award"
    r"|present(?:ed|s)\b|decorat|instruct|"
    r"task(?:ed|s)\b|charged|entrust|request|invit|launch|complet|conclud|suspend|postpon|cancel|extend"
    r"|establish|found|creat|set up|"
    r"deploy|evacuat|join(?:ed|s)|admit|grant|open|clos(?:ed|es)|announc|submit|took part|takes? part"
    r"|participat|attend|"
    r"represented|voted|allocat|will\b|shall\b|plans? to|expires?|killed|wounded|condemn|exchang|discuss"
    r"|consider|endors|transfer|handed)"
)
"""Stems of the acts that the registers record."""
_VERB = compiled(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|can|could|may|might"
    r"|must|[a-z]{3,}ed|"
    r"took|met|held|made|gave|said|says|told|began|went|came|became|left|led|sent|spoke|wrote|laid|drew|saw"
    r"|grew|fell|rose|"
    r"remains?|holds?|runs?|continues?|wish(?:es)?|contains?|provides?|aims?|seems?|consists?)\b"
)
_ITEM = regex.compile(r"(?:[-–—•*·]|\(?\d{1,3}[.)]|[a-z]\)) ?")
_GUARDED = frozenset({"description", "wish", "heading"})
"""Reasons under which a sentence with an act would be lost."""

SET_ASIDE: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "courtesy.salutation",
        "courtesy",
        r"^[\"“]?(?:Dear|Esteemed|Distinguished|Honou?rable|Respected|Mr\.?|Madam|Ladies|Your Excellenc"
        r"|Excellenc|Colleagues|Friends|"
        r"(?:Prime )?Minister, dear|Secretary General, dear|(?:Good (?:morning|afternoon|evening"
        r"|day)))\b[^.]{0,80}[,!.:]?$",
        "Dear colleagues,",
        "Dear members of the Council adopted the budget on Friday and left for the capital at once after a "
        "long debate.",
    ),
    (
        "courtesy.thanks",
        "courtesy",
        r"^(?:[\"“]?(?:I |We |So |And )*(?:thank you|Thank you|would like to thank|wish you)|(?:Allow"
        r"|Permit|Let) me to? ?(?:thank|express|welcome|congratulate|wish)|"
        r"It is (?:my |an? )(?:\w+ ){0,2}(?:pleasure|honou?r|privilege)\b|This concludes (?:the|our) "
        r"(?:press conference|briefing|interview))",
        "Thank you for your attention.",
        "The Council thanked the Secretary General.",
    ),
    (
        "heading.question",
        "heading",
        r"^(?:(?:Question|Q|Correspondent|Moderator)\s*[:.–-]\s*|[-–—] ?)?(?:[A-Z][^.!?]{2,160}\?|And "
        r"[^.!?]{2,100}\?)$",
        "Question: What worries you most in the north?",
        "The ministers asked what the plan would cost.",
    ),
    (
        "heading.lead-in",
        "heading",
        r"^(?:For reference|In particular|Among them|(?:The |Its )?(?:{BYNO}|[Aa]genda|[Ii]tems?"
        r"|[Pp]articipants|[Ll]eaders|[Mm]inisters|[Mm]eeting|[Ss]ession)[^.:;]{0,60}):$",
        "The agenda of the day comprised:",
        "The Council of Ministers adopted the following texts:",
    ),
    (
        "fragment.dateline",
        "fragment",
        r"^(?:/?(?:{B}|[A-Z][\w ]{1,25})/|(?:{C}|\p{Lu}{3,}[\p{Lu} -]*)(?:, (?:{D}|{S}|[A-Z][\w "
        r"]{2,20}\d{1,2}))*(?: ?[–—-]+ ?[^.,]{2,60})?(?: ?[./(][\w /]{2,20}[./)]+)?)\.?$",
        "OSTRAVA, 4 May.",
        "Ostrava will host the games on 4 May.",
    ),
    (
        "fragment.date",
        "fragment",
        r"^(?:[Dd]one (?:at|in|virtually)[^.]{0,40}|[Dd]ate: )?{D}(?: ?[|–—-] ?[\w: ]{0,30})?\.?$",
        "4 May 2023",
        "It rained on 4 May 2023.",
    ),
    (
        "fragment.credit",
        "fragment",
        r"^(?:Press [Ss]ervice|Press [Oo]ffice|Interview(?:ed)? by|Photos?\b|Source|Text|Edited by|Author"
        r"|Video|By)\b[^.]{0,90}$",
        "Interview by Jana Melk",
        "Press service officers left the hall when the vote was over.",
    ),
    (
        "fragment.link",
        "fragment",
        r"^(?:See all|See also|Read (?:also|more|the)|Tags?:|Share|More from|Next:|Previous:|Contact|Follow "
        r"us|Back to|Print|Media advisory|"
        r"Home\b|News\b|Website of|External links?)[^.!?]{0,120}$",
        "Read also: The price of salt falls again",
        "Read together, the two texts leave nothing open.",
    ),
    (
        "fragment.name",
        "fragment",
        r"^(?:[-–—•*·]|\(?\d{1,3}[.)])? ?(?:the |The )?{ABCSYNQRJUO}(?: ?[(,/&–-] ?{ABCSYNQRJUOD}[)]?| and "
        r"{ABCSY}){0,4}[.,;:]?$",
        "The Ministry of Finance",
        "The Ministry of Finance agrees.",
    ),
    (
        "description.body",
        "description",
        r"^(?:For reference: )?(?:[Tt]he )?(?:{B}|{S}|It|They|Its (?:task|aim|purpose|main \w+|mandate"
        r"|members?|headquarters|seat)|"
        r"The (?:main )?(?:aims?|purposes?|objectives?|goals?|tasks?) of (?:the )?{B})(?: \({B}\))? "
        r"(?:is (?:a|an|one of|the (?:body|organ|permanent|only|main|highest|supreme|working|executive))"
        r"|are (?:a|the)|has (?:\d|a (?:staff|budget)|\w+ (?:member|civilian))|"
        r"is to \w+|(?:consists?|comprises?|unites|unites|numbers?|includes?) (?:of )?|coordinates? "
        r"|ensures? |advises |brings together |"
        r"deals? with |serves? as |works? on |covers? |operates? |is (?:based|located|headquartered|composed))",
        "The Council of Commanders is a body that coordinates the fleets.",
        "The Council of Commanders is to adopt a plan.",
    ),
    (
        "description.life",
        "description",
        r"^(?:He|She|{A})(?: \({S}\))? (?:is (?:fluent in|married|a (?:graduate|native)|\w+ years old|the "
        r"author of)|was born|speaks \w+|holds? (?:a|an|two|several) (?:\w+ )*(?:degree|doctorate|diploma)|"
        r"graduated|brings (?:to|more|over|with)|has (?:over|more than|extensive|a (?:degree|working "
        r"knowledge))|served as|began (?:his|her) career)|"
        r"^(?:Earlier|Previously|Prior to)\b[^,]{0,40},? (?:he|she) (?:was|served|worked|had been)\b",
        "She is fluent in four languages and has a taste for chess.",
        "She is to sign the treaty on Monday.",
    ),
    (
        "wish.importance",
        "wish",
        r"(?:\b(?:is|are|remains?|was|were) (?:of (?:great|particular|special|paramount|utmost) "
        r"(?:importance|significance)|(?:very |extremely |more )?(?:important|crucial|vital|essential"
        r"|relevant|necessary)|(?:an? )?(?:\w+ )?(?:priority|challenge))\b"
        r"|^{S} is an? (?:steadfast|reliable|valued|important|close|key|true|strong|loyal) (?:[Aa]lly"
        r"|[Pp]artner|[Ff]riend|[Nn]eighbou?r))",
        "Trust between neighbours is of great importance.",
        "The importance of trust was discussed by the ministers.",
    ),
    (
        "wish.hope",
        "wish",
        r"^(?:[\"“]?(?:And |But |Therefore,? )?(?:I|We) (?:hope|wish|believe|trust|are (?:confident"
        r"|convinced|proud|sure)|am (?:confident|convinced|sure|proud|glad|happy|pleased|certain))\b"
        r"|(?:He|She|They) (?:also )?wish(?:es|ed)? [^.]{0,80}\b(?:success|recovery|health|prosperity"
        r"|happiness|peace)\b)",
        "We hope for a mild winter.",
        "We will sign the agreement in the hope of a mild winter.",
    ),
    (
        "wish.atmosphere",
        "wish",
        r"\bin an? [\w ,-]{3,60} (?:atmosphere|spirit|environment)\b(?:[^.]{0,40})?[.]?$",
        "The talks passed in a warm and friendly atmosphere.",
        "The talks passed and the agreement was signed in a warm and friendly atmosphere.",
    ),
    (
        "fragment.item",
        "fragment",
        r"^(?:(?:[-–—•*·]|\(?\d{1,3}[.)]|[a-z]\)) ?)?[^.?!]{2,140}[;,.]?$",
        "3. Situation in the northern valley;",
        "The valley was flooded.",
    ),
)
"""(name, reason, pattern over the masked sentence, a sentence it sets aside, one it must not)."""

_COMPILED = tuple((name, reason, pattern(written)) for name, reason, written, _, _ in SET_ASIDE)


def set_aside(scene: Scene) -> dict[int, tuple[str, str]]:
    """Return the number of each sentence that only a set-aside rule matches, with that rule's name and reason."""
    read = {draft.sentence for draft in scene.drafts}
    out: dict[int, tuple[str, str]] = {}
    for number, sentence in enumerate(scene.sentences):
        if number in read:
            continue
        live, text = sentence.live, sentence.text
        for name, reason, told in _COMPILED:
            if not live & told.bit or not told.search(text) or (name == "fragment.item" and _whole(sentence)):
                continue
            if reason not in _GUARDED or name == "heading.question" or not _acts(sentence):
                out[number] = (name, reason)
                break
    return out


def _acts(sentence: Masked) -> bool:
    """Whether a sentence has a word for an act of the registers."""
    return sentence.search(_ACT, sentence.text) is not None


def _whole(sentence: Masked) -> bool:
    """Whether words are a sentence after all: an act, a verb, or an end like one without a list's mark."""
    text = sentence.text
    if len(text) < 3 or _VERB.search(text) is not None or _acts(sentence):
        return True
    return text.endswith(".") and text.count(" ") > 4 and _ITEM.match(text) is None
