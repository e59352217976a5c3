"""Titles of instruments: quoted ("On the Budget") or not ("the Protocol amending the X Agreement"), with their kind.

A title begins with what stands before its head word (a count, a draft, a body's name, adjectives), and goes on until a
finite verb, a relative, or a circumstance of the clause ("on 5 May", "on behalf of", "to the Council") ends it.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator

import ahocorasick_rs

from muniment.reading.en.kinds import KINDS, kind_of
from muniment.reading.en.lexicon import listed
from muniment.reading.en.numbers import cardinal_value
from muniment.reading.en.untitled import BESIDE_LEAD, is_mass, is_name, is_settling, is_verb
from muniment.reading.mention import Instrument
from muniment.reading.tokens import Fold, Phrase, Tokens

__all__ = ["TitleReader"]


_HEAD = re.compile("[EeN]")
_DRAFT_OF = re.compile(r"dot?$")
_DAY = re.compile(r"\d{1,2} [A-Z]|[a-z] \d{1,2}\b")
_TO_BE = re.compile(r"to be [a-z]")
_CLOSING = '”"'
_QUOTES_INSIDE = re.compile(r"\w.*[“\"].+[”\"]$")
_SPOKEN = re.compile(
    r"(?:[Ss]tatement|[Dd]eclaration|[Aa]ppeal|[Aa]ddress|[Cc]ommuniqu[eé]) (?:in connection with|on the occasion of"
    r"|in support of)\b"
)
"""Texts whose occasion is their subject: "a Statement in connection with the anniversary"."""
_OF_AN_EVENT = re.compile(r" the (?:framework of the (?:meeting|session|summit|visit)|next|coming|agreed|set)\b")
_SAYS_MORE = re.compile(r"[qpc]")
"""What stands between a head and a quotation that is only part of its title: "the rules on the title “Friend”"."""
_SECOND_TITLE = re.compile(r"(?:[oq](?=td))?td?[wfFXmMkZBJSC]{0,3}[EeN]")
_WITH_SOMEBODY = re.compile(r"t?(?:A|O|M*H)")
_FROM_SOMEBODY = re.compile(r"t?[nw]?[AOMHY]")
_PAST_FORM = re.compile(r"[a-z]{3,}ed")
_DAY_BEHIND = re.compile(r"t?D")
_A_DAY = re.compile(r"t?D$")
_IN_SUPPORT = re.compile(r"(?:support|defen[cs]e|favou?r|respect)\b|the (?:field|sphere|area)", re.IGNORECASE)
_TO_SOMEBODY = re.compile(r"t?(?:[ABOY]|[HG]G?(?![a-z]))")
_TO_SEVERAL = re.compile(
    r" (?:(?:the|its|their|all|all the) )?(?:(?:member|participating|other) )?(?:states|countries|experts|authors"
    r"|parties"
    r"|delegations|parliaments|governments|capitals|members|participants|deputies|developers|sides|working group)\b"
)
"""Receivers that are no names, behind "to"."""
_BLANKS = re.compile(r"\s+")
_DETERMINER = re.compile(r"^(?:[Tt]he|[Aa]n?|[Dd]rafts?(?: of the)?) ")


_LEAD = (
    r"(?:[nXFZBSJRLKUMmfHI](?:s|-)?(?:&(?=[FXfw]+[Ee]))?|C(?=[XF]{0,2}E)"
    r"|N(?=E)|e(?=e)|[XF]{1,2}o(?=[XF]{1,2}E)|[wk](?=[mfFw]?[Ee])|d)*"
)
_NUMBER = r"(?:(?:X\.)?n(?!n)(?:/[BZX])?)?(?:\([ZBXDn]\)(?:(?:[Xw]\.?)?n)?)?(?:[BZX][./]X\([Dn]\)n)?(?:oD)?"
_SUBJECT = (
    r"(?:pv(?=w)|\([BZX]\)X?n|\([BZX][SJCBX]?\)(?=jD)|[otqpcwfFXZBSJRKUCHhmMLnAYGgkEeaPIsOQN\-/\"]|(?<=[qowf])D"
    r"|(?<=qt)D"
    r"|jD(?=t[wfFXn])|&(?!t?d?[BSJ]?[Ee]|t?[nXFMm]*d?[Ee])|,(?=[wfFXmkhe]{1,4},?&q?[wfFXmkhe])"
    r"|(?<=[BSZ]),(?=t?[BSZ](?:,t?[BSZ])*,?&t?[BSZ])|,(?=p[XF])|,(?=c)|(?<=ot)D(?=w)|j(?=t?[XFRwf])|j(?=tB)|d)*"
)
_AFTER = rf"(?:Q|[oqc]{_SUBJECT}|(?:(?<=[Ee])p(?=t?[wfhkgG]){_SUBJECT})|(?:(?<=[En)])p(?=t?[BSJXZFENCU]){_SUBJECT}))?"
_PHRASE = Phrase(
    re.compile(rf"{_LEAD}[Ee](?:d(?!E))?{_NUMBER}{_AFTER}(?:jD)?|Nqt?[XFMZ]{_SUBJECT}|N(?:oD)?(?=[^ABO]|$)"),
    _HEAD,
    "nXFZBSJRLKUMmfHICNdso-&",
    free=2,
)
_ABBREVIATION = re.compile(r"\((?:[NZBU]|[CXZF]{1,3}E)\)")
_OTHER_HEADS = re.compile(
    r"\b[Mm]odel (?P<law>[Ll]aws?)\b|\b[A-Z][\w’'-]+ (?P<vision>Vision|Agenda|Framework|Roadmap) \d{4}\b|"
    r"\b(?P<terms>Terms) of Reference\b|\b(?P<code>Code) of Conduct\b|\b[A-Z][\w’'-]+"
    r" (?P<frame>Framework|Procedures?|Guidelines|Instructions?|Standards|Doctrine|Principles)\b(?! [A-Z])"
    r"|\b(?P<strategy>[Ss]trateg(?:y|ies))\b"
    r"|(?<!\bof )(?<!\binternational )(?<!\bhumanitarian )\b(?P<statute>laws?)"
    r"(?= (?:on|regarding|concerning) (?!(?:the )?(?:ratif|accession|accept))[a-z])"
    r"|\b[Tt]he (?P<provisions>[Pp]rovisions?)(?= on [a-z])|\b(?P<annex>Annex(?:es)?)(?= (?:\d|[IVX]+\b))"
    r"|['’]s (?P<budget>budget)(?= (?:for|of) )|\b[Aa] (?P<text>text)(?= (?:on|entitled|condemning|demanding"
    r"|calling|urging|requesting|extending|renewing) )|\b[Rr]oad (?P<roadmap>[Mm]aps?)\b"
    r"|\b[A-Z][\w’'-]+ (?P<consensus>Consensus)\b|\b[Tt]he"
    r" (?P<procedure>Procedure) (?=for )"
    r"|\b(?:[Tt]he|[Aa]n) (?P<order>[Ii]nstruction(?= of the [A-Z])|(?:[Oo]rder|[Ii]nstruction)(?= on (?:the|a|an) )"
    r"|[Oo]rder(?= of the (?:[A-Z]\w+ ){0,4}(?:President|Prime|Chair\w*|Secretary|Director|Head|Chief|Commander\S*|"
    r"Minister|Ministry|Government|Council|Commission\w*|Board|Cabinet|Committee|Court|Governor|Presidium)\b))"
    r"|\b[Aa]n? (?P<arrangement>Arrangement)(?= (?:on|between|for) )"
    r"|\b(?P<directive>Directives?)(?= (?:\(|No\b|\d))"
    r"|\b(?:[Tt]he|[Aa]) (?P<decree>[Dd]ecree)(?= (?:on|of|approving|No)\b)"
    r"|\b[AT](?:he)? (?P<paper>draft)(?= (?:on|concerning|regarding) (?:the |a )?[a-z])"
)
"""Heads that are instrument words only in these surroundings."""
_HEAD_HINT = re.compile(
    r"odel [Ll]aws?\b|(?:Vision|Agenda|Roadmap) \d|Framework|(?:Terms|Code) of [RC]|Procedure|Guideline"
    r"|Instruction|Standards|Doctrine|Principles|Arrangement|[Ss]trateg|Directive|laws? (?:on|re|con)"
    r"|Consensus|oad [Mm]ap|text (?:on|ent|con|dem|cal|urg|req|ext|ren)|[Pp]rovisions? on|Annex|budget (?:for|of)"
    r"|[Oo]rder o|[Ii]nstruction o|draft (?:on|con|reg)|ecree (?:o|a|N)"
)
_NOUN_HINT = re.compile(r"(?:a text|isions?|olutions?|ndations?|otocols?|arations?|ements?|aws?) [a-z]+ing\b")
_DECISION_HINT = re.compile(r"ecisions? to ")
_HINT_REACH = 24
"""Characters behind a hint that its pattern may reach: the longest verb, and what must not follow a head."""
_PARTICIPLE = re.compile(
    r"\b(?:[Dd]ecisions?|[Rr]esolutions?|[Rr]ecommendations?|[Pp]rotocols?|[Dd]eclarations?|[Ss]tatements?|[Ll]aws?"
    r"|[Aa]greements?|[Tt]reat(?:y|ies)|[Cc]onventions?|[Cc]harters?|[Mm]emorand(?:um|a)|[Rr]oadmaps?|[Aa] text) "
    r"(?!includ|hav|enter|remain|expir|tak|appl|mak|com|cover|apply|see|be(?:com)?ing|follow|accord|dur|concern|"
    r"regard|relat|amend|approv|establish|determin"
    r"|defin)(?P<ing>[a-z]+ing)\b"
)
_INFINITIVE = re.compile(
    r"\b[Dd]ecisions? to (?P<verb>give|make|take|hold|send|extend|suspend|open|close|begin|start|launch"
    r"|appoint|elect|award)\b"
)
_PURPOSE = re.compile(
    r"\b(?:[Pp]lans?|[Pp]rogrammes?|[Pp]rotocols?|[Dd]ecisions?|[Dd]ocuments?|[Aa]greements?|[Ll]ists?|[Rr]oadmaps?) "
    r"(?P<purpose>required|designed|intended|needed|meant) to [a-z]"
)
_PURPOSE_HINT = re.compile(r"\b(?:required|designed|intended|needed|meant) to [a-z]")
_THAT_AMENDS = re.compile(
    r"\b(?:[Aa]greements?|[Pp]rotocols?|[Aa]ccords?|[Dd]ecisions?|[Ll]aws?|[Tt]reat(?:y|ies)) (?P<that>that) amends?\b"
)
_THAT_AMENDS_HINT = re.compile(r"that amends?\b")
_SURROUNDED = (
    ("odel Law|odel law|Vision |Agenda |Roadmap |Framework|Terms of |Code of |Procedure|Guideline|Instruction|"
    "Standards"
     "|Doctrine|Principles|Arrangement|Strateg|strateg|Directive|law on|laws on|law re|laws re|law con|laws con"
     "|Consensus|oad map|oad Map"
     "|provisions on|provision on|Provisions on|Provision on|Annex|budget for|budget of"
     "|text on|text ent|text con|text dem|text cal|text urg|text req|text ext|text ren"
     "|Order o|order o|"
     "Instruction o|instruction o|draft on|draft con|draft reg|ecree o|ecree a|ecree N",
     _OTHER_HEADS, _HEAD_HINT, "E"),
    ("a text |ision |isions |olution |olutions |ndation |ndations |otocol |otocols |aration |arations |ement "
    "|ements |aw "
    "|aws ",
     _PARTICIPLE, _NOUN_HINT, "c"),
    ("ecision to |ecisions to ", _INFINITIVE, _DECISION_HINT, "w"),
    ("that amend", _THAT_AMENDS, _THAT_AMENDS_HINT, "c"),
    ("required to |designed to |intended to |needed to |meant to ", _PURPOSE, _PURPOSE_HINT, "c"),
)  # fmt: skip
"""What a hint begins with, in plain letters; a pattern; the hint without which it is not tried; the class it gives."""
_HINTS = ahocorasick_rs.AhoCorasick([begin for begins, *_ in _SURROUNDED for begin in begins.split("|")])
_HINT_OF = [number for number, (begins, *_) in enumerate(_SURROUNDED) for _ in begins.split("|")]
_ADJECTIVES = listed(
    "unified updated revised proposed targeted enlarged amended integrated limited joined so-called agreed "
    "related combined detailed consolidated coordinated renewed simplified extended"
)
_NEGATIONS = frozenset({"no", "not", "neither", "without"})
_WITH_TO = listed(
    "protocol protocols decision decisions appeal appeals amendment amendments accession annex addendum law laws "
    "rules guidelines"
)
_SENDS = re.compile(
    r"(?:submit|submission|send|sent|present|hand|forward|refer|transmi|return|propos|recommend|report|circulat"
    r"|dispatch|distribut)",
    re.IGNORECASE,
)
_LENGTHENS = re.compile(r"(?:exten|prolong|renew|suspen)", re.IGNORECASE)
_MOVES = re.compile(r"(?:postpon|defer|adjourn|put|exten|prolong|renew)", re.IGNORECASE)
"""Verbs that give a text another day, told behind it: "postponed the vote on the Rules until June"."""
_SOME_YEARS = re.compile(
    r" (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:more |further |additional )?(?:years|months)\b"
)
"""For how long a text is extended; a plan may be for some years by its title."""
_VERBS = listed(
    "sign adopt approve ratify submit prepare consider review discuss implement amend extend suspend terminate "
    "denounce endorse take"
)
_PURPOSES = listed(
    "consideration approval adoption signature ratification further discussion review revision completion signing"
)
_CIRCUMSTANCE = re.compile(
    r"(?:with (?:a |an |some |its |their )?(?:reservation|dissenting|special opinion)|"
    r"for (?:a|an|another|the next) (?:[a-z-]+ ){0,3}(?:term|period|years?)\b|on behalf|in accordance|in"
    r" line|in connection|in the presence|with effect|with reference|with the"
    r" participation|with a view|"
    r"in (?:light|view|response|return) of|in the (?:upcoming|forthcoming|wake)|"
    r"in the (?:prescribed|usual|established|near|first|second|third|final|coming|margins|framework of the"
    r" (?:meeting|session|visit))|in order|in writing|"
    r"in principle|in full|in general|in force|in (?:a|an|his|her|their|its) |on the (?:margins|sidelines"
    r"|basis|occasion|initiative|proposal|eve)|"
    r"as (?:soon|a|an|well|part)\b|for the first time|with immediate|in turn|in particular|in conclusion"
    r"|from the agenda|among the (?:first|last)\b"
    r"|for the (?:next|following|upcoming|forthcoming|coming) (?:session|meeting|sitting)\b)"
)
_LEADING = frozenset({"with", "for", "on", "in", "as", "from", "among"})
"""First words of what `_CIRCUMSTANCE` finds."""
_FINITE = listed(
    "won fell bore bears rose "
    "but got passed failed went came gained received obtained found stands stood lay lies goes passes fails comes back"
)
_DECIDING = _FINITE | _LEADING
_MORE_TEXTS = re.compile(r"\s+(?:an? (?:number|series|package|range|set) of|several|some) (?:other|further)\b")
_CONTENT_PARTICIPLES = listed(
    "posed caused committed undertaken imposed faced perpetrated created provided inflicted affected occupied used "
    "required held led conducted played covered governed investigation inquiry use aggression attack attacks"
    " violations measures steps efforts "
    "activities invasion visit occupation"
)
"""Words that tell of a title's subject, so that "by" behind them leads on: "on the threat posed by piracy"."""
_NO_VERBS_AFTER_TO = listed(
    "member members all both each other others every capitals delegations participants states its"
)
_DURATION = re.compile(r"\b(?:mandate|prolong\w*|exten\w+|suspen\w+)\b", re.IGNORECASE)
_STOPS = ",&otqpcj-s"


class TitleReader:
    """Finds the instruments one page names."""

    def fold(self, tokens: Tokens) -> None:
        """Fold each instrument into one token of class N."""
        classes = _with_heads(tokens)
        folds: list[Fold] = []
        position = 0
        while (match := _PHRASE.search(classes, position)) is not None:
            bounds = self._bounds(tokens, classes, *match.span())
            if bounds is None:
                position = _head(classes, *match.span()) + 1
                continue
            first, head, last = bounds
            position = last
            instrument = self._read(tokens, classes, first, head, last)
            abbreviation = _ABBREVIATION.match(classes, last)
            folds.append((_with_drafts(classes, first), abbreviation.end() if abbreviation else last, "N", instrument))
        tokens.collapse(folds)

    def _bounds(self, tokens: Tokens, classes: str, first: int, last: int) -> tuple[int, int, int] | None:
        """Return the first token, the head and the token after the last; None where no instrument is named."""
        head = _head(classes, first, last)
        if classes[first] == "N" and head == first and "q" not in classes[first:last]:
            return first, first, last
        start = _lead(tokens, classes, first, head)
        if (
            start is None
            or is_name(tokens, classes, head, last)
            or is_verb(tokens, classes, start, head)
            or is_mass(tokens, classes, start, head, last)
            or is_settling(tokens, start, head, last)
        ):
            return None
        end = _without_place(tokens, classes, start, _cut(tokens, classes, head, last))
        while end > head + 1 and (classes[end - 1] in _STOPS or _is_made_by(tokens, classes, end)):
            end -= 1
        return start, head, _with_period(tokens, classes, head, end)

    @staticmethod
    def _read(tokens: Tokens, classes: str, first: int, head: int, last: int) -> Instrument:
        if classes[first] == "N" and head == first and last <= first + 3:
            entity = tokens.values[first][0]
            return Instrument(entity.name, entity.detail, draft=_with_drafts(classes, first) < first, known=True)
        quoted = last - 1 if classes[last - 1] == "Q" and not _SAYS_MORE.search(classes, head + 1, last - 1) else None
        lead = tokens.span_text(first, head + 1)
        word = tokens.words[head].lower()
        plural = word.endswith("s") and word not in ("rules", "regulations", "provisions", "terms", "guidelines")
        title = str(tokens.values[quoted]) if quoted is not None else tokens.span_text(first, last)
        if quoted is not None and kind_of(lead) == "model_law":
            title = _BLANKS.sub(" ", tokens.span_text(first, last))
        kind = kind_of(lead if quoted is not None or "'s " not in title.replace("’", "'") else title)
        if "  " in title or not title.isprintable():
            title = _BLANKS.sub(" ", title)
        title = title if word == "draft" else _DETERMINER.sub("", title)
        title = title.removesuffix(" dated")
        inside = title[-1:] in _CLOSING and _QUOTES_INSIDE.search(title) is not None
        title = title.strip(" ,") if quoted is not None or inside else title.strip(' ,“”"')
        counted = cardinal_value(tokens.words[first]) if head > first else None
        return Instrument(
            title=title,
            kind=kind,
            draft="d" in classes[_with_drafts(classes, first) : min(head + 2, last)] or word == "draft",
            quoted=quoted is not None,
            plural=plural,
            count=counted or 0,
        )


def _with_heads(tokens: Tokens) -> str:
    """Return the token classes, with words that are heads or connectives only in their surroundings marked as such."""
    classes: list[str] | None = None
    places: list[list[int]] = [[] for _ in _SURROUNDED]
    for index, start, _ in _HINTS.find_matches_as_indexes(tokens.text, overlapping=True):
        places[_HINT_OF[index]].append(start)
    for (_, pattern, hint, upper), begins in zip(_SURROUNDED, places, strict=True):
        for match in _from_hints(pattern, hint, tokens.text, begins):
            group = match.lastgroup or ""
            at = bisect.bisect_left(tokens.starts, match.start(group))
            if at >= len(tokens.starts) or tokens.starts[at] != match.start(group) or tokens.values[at] is not None:
                continue
            if classes is None:
                classes = list(tokens.classes)
            classes[at] = "e" if upper == "E" and match.group(group)[0].islower() else upper
    return tokens.classes if classes is None else "".join(classes)


def _from_hints(
    pattern: re.Pattern[str], hint: re.Pattern[str], text: str, begins: Iterable[int]
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern, looked for only from the word before each place where a hint begins."""
    done = 0
    for begin in begins:
        place = hint.match(text, begin) if begin >= done else None
        if place is None:
            continue
        begin = text.rfind(" ", 0, max(0, place.start() - 1)) + 1
        match = pattern.search(text, max(done, begin), place.end() + _HINT_REACH)
        if match is not None:
            done = match.end()
            yield match


def _head(classes: str, first: int, last: int) -> int:
    """Return the first instrument word of a phrase."""
    if classes[first] == "N" and classes[first + 1 : first + 2] == "E" and last > first + 1:
        return first + 1
    match = _HEAD.search(classes, first, last)
    return match.start() if match is not None else first


def _with_drafts(classes: str, first: int) -> int:
    """Return where a phrase begins if "draft of the" stands before it, else its first token."""
    if classes[first - 1 : first] not in ("o", "t"):
        return first
    match = _DRAFT_OF.search(classes[max(0, first - 3) : first])
    return first - len(match.group()) if match else first


def _lead(tokens: Tokens, classes: str, first: int, head: int) -> int | None:
    """Return where the phrase begins without verbs and determiners before the head; None where it is denied."""
    while first < head and classes[first] in "&-s,":
        first += 1
    start = first
    for index in range(first, head):
        if classes[index] == "&" and _begins_anew(tokens, index):
            start = index + 1
        if classes[index] not in "wX":
            continue
        word = tokens.words[index].lower()
        if classes[index] == "w" and index > 0 and tokens.words[index - 1] in _BEFORE_VERBS:
            start = index + 1
        if word in _NEGATIONS:
            return None
        if (
            (word in BESIDE_LEAD and tokens.words[index] != "Implementing")
            or (word.endswith("ed") and classes[index] == "w" and word not in _ADJECTIVES)
            or not word[0].isalpha()
        ):
            start = index + 1
    return start


_BEFORE_VERBS = frozenset({"to", "will", "shall", "should", "must", "would", "could", "can", "may", "might"})
"""Words behind which a word written small is a verb: "agreed to exchange lists"."""


def _begins_anew(tokens: Tokens, index: int) -> bool:
    """Whether "and" stands between a word written small and one with a capital: "cooperation and Action Plan"."""
    before, after = tokens.words[index - 1], tokens.span_text(index + 1, index + 2)
    return before[:1].islower() and after[:1].isupper()


def _without_place(tokens: Tokens, classes: str, first: int, end: int) -> int:
    """Return where a title ends once the city where it was signed is left out ("signed the Treaty on Ice in Oslo")."""
    if not classes[first:end].endswith("pC") or tokens.words[end - 2] != "in":
        return end
    before = {tokens.words[index].lower() for index in range(max(0, first - 3), first)}
    done = bool(before & _DONE_SOMEWHERE) and tokens.words[end - 3].lower() not in _SOMEWHERE
    return end - 2 if "signed" in before or done or classes[end - 3] == "D" else end


_DONE_SOMEWHERE = listed(
    "adopted adopt adopts approved approve approves sign signs concluded conclude initialled inked"
)
"""Verbs of acts that a report places: "adopted the Declaration on Ice in Oslo"."""
_SOMEWHERE = listed(
    "situation situations events developments peace war conflict crisis violence attack attacks security stability "
    "mission office centre center summit session meeting conference held bombing fighting massacre elections"
)
"""Words that a city belongs to: "a resolution on the situation in Oslo"."""


def _with_period(tokens: Tokens, classes: str, head: int, end: int) -> int:
    """Return where a title ends with the years it is for: "Plan of Dredging (2025-2030)", "Plan of Ports to 2030"."""
    if end == head + 1 or KINDS.get(tokens.words[head].lower()) not in _FOR_YEARS:
        return end
    match = _PERIOD.match(classes, end)
    if match is None or (match.group("to") and tokens.words[end].lower() not in ("to", "till", "until", "through")):
        return end
    mention = tokens.values[match.start(match.lastgroup or 0)]
    return match.end() if getattr(mention, "kind", "") in ("year", "year_range") else end


_FOR_YEARS = frozenset({"plan", "programme", "strategy", "concept"})
"""Kinds of text that are made for a number of years."""
_PERIOD = re.compile(r"(?P<to>[pj])(?P<day>D)|\((?P<years>D)\)")


def _is_made_by(tokens: Tokens, classes: str, end: int) -> bool:
    """Whether a title's last word says who made it ("a draft on quotas tabled by"): then it is none of the title's."""
    return classes[end - 1] == "w" and classes[end : end + 1] == "j" and tokens.words[end - 1].endswith("ed")


def _cut(tokens: Tokens, classes: str, head: int, last: int) -> int:
    """Return where the title ends: at a second clause, a second title, a receiver or a circumstance."""
    for index in range(head + 1, last):
        kind = classes[index]
        if kind in "wf" and tokens.words[index].lower() not in _DECIDING:  # most words say nothing about its end
            if kind == "w" and _has_object(tokens, classes, index, last):
                return index
            continue
        if kind in "&pqjwfD" and _ends(tokens, classes, head, index, last):
            return index
    return last


def _has_object(tokens: Tokens, classes: str, index: int, last: int) -> bool:
    """Whether a word is a verb in the past with its object behind it: "the Treaty on Ice divided the ministers"."""
    return index + 2 < last and classes[index + 1] == "t" and _PAST_FORM.fullmatch(tokens.words[index]) is not None


def _ends(tokens: Tokens, classes: str, head: int, index: int, last: int) -> bool:
    """Whether the title ends before a conjunction, a preposition or a word."""
    kind, text = classes[index], tokens.text
    word = tokens.words[index].lower()
    following = classes[index + 1 : index + 5]
    if word in _LEADING and _CIRCUMSTANCE.match(text, tokens.starts[index]):
        return not (index == head + 1 and _SPOKEN.match(text, tokens.starts[head]))
    if kind == "&":
        return _clause_follows(tokens, classes, index, last)
    if kind == "j" and word in ("through", "without"):
        return following[:1] == "D"
    if kind == "j":
        return _circumstance_ends(tokens, classes, head, index, last)
    if kind in "wf":
        return word in _FINITE
    if kind == "D":
        before = tokens.words[index - 1].lower()
        return classes[index - 1] in "wf" and before not in ("year", "years", "period")
    if kind == "q":
        return _lead_ends(tokens, classes, head, index, last)
    if kind == "p" and following[:1] == "v":
        return word != "to" or not _TO_BE.match(text, tokens.starts[index], tokens.starts[index] + 12)
    if kind == "p":
        return _preposition_ends(tokens, classes, head, index, last)
    return False


def _lead_ends(tokens: Tokens, classes: str, head: int, index: int, last: int) -> bool:
    """Whether "on" leads to a day, or "for" to what is to be done with a text or how long it goes on."""
    word = tokens.words[index].lower()
    if word != "for":
        return word == "on" and _DAY_BEHIND.match(classes, index + 1) is not None
    if _SOME_YEARS.match(tokens.text, tokens.end(index)):
        return _before_head(_LENGTHENS, tokens, head)
    return index + 1 < last and tokens.words[index + 1].lower() in _PURPOSES


def _circumstance_ends(tokens: Tokens, classes: str, head: int, index: int, last: int) -> bool:
    """Whether "by", "at" or "until" leads to a circumstance of the act, not to more of the title's subject."""
    word, before = tokens.words[index].lower(), tokens.words[index - 1].lower()
    if word in ("within", "under") and classes[index + 1 : index + 3] == "tB":
        return False
    if word in ("by", "before") and _DAY_BEHIND.match(classes, index + 1):
        return True
    if (
        word == "within"
        and tokens.span_text(index + 1, index + 2) == "the"
        and not _OF_AN_EVENT.match(tokens.text, tokens.end(index))
    ):
        return False
    if (word == "by" and before in _CONTENT_PARTICIPLES) or (word, before) in (("as", "such"), ("at", "aimed")):
        return False
    day = _DAY.search(tokens.span_text(index + 1, last)) is not None or _before_head(_MOVES, tokens, head)
    return word not in ("until", "through") or (day and not _DURATION.search(tokens.span_text(head, index)))


def _clause_follows(tokens: Tokens, classes: str, index: int, last: int) -> bool:
    """Whether "and" is followed by a verb or by a second title."""
    after = tokens.words[index + 1] if index + 1 < last else ""
    if index + 2 >= last and after.endswith("ing"):
        return True
    object_follows = classes[index + 2 : index + 3] in ("t", "d", "E", "N", "s") or tokens.span_text(
        index + 2, index + 3
    ) in ("it", "them")
    if after == "to" or (after in _VERBS and object_follows):
        return True
    if _MORE_TEXTS.match(tokens.text, tokens.end(index)):
        return True
    verb = after.islower() and (after.endswith("ed") or after in ("sent", "made", "gave", "took"))
    second = _SECOND_TITLE.match(classes[index + 1 : index + 8]) is not None
    return (verb and after not in _ADJECTIVES) or second


def _is_sent(tokens: Tokens, head: int) -> bool:
    """Whether a verb of sending stands shortly before a title, so that "to the Council" behind it is the receiver."""
    return _before_head(_SENDS, tokens, head)


def _before_head(verb: re.Pattern[str], tokens: Tokens, head: int) -> bool:
    """Whether a verb stands shortly before a title."""
    return any(verb.match(tokens.words[index]) for index in range(max(0, head - 8), head))


def _is_task(tokens: Tokens, classes: str, head: int, index: int) -> bool:
    """Whether "to" behind a new resolution leads to what it does: "a resolution to extend the mandate"."""
    if tokens.words[head].lower() not in ("resolution", "resolutions") or classes[index + 1] != "w":
        return False
    first = head
    while first > 0 and classes[first - 1] in "wdsXFf-":
        first -= 1
    new = first > 0 and tokens.span_text(first - 1, first).lower() in ("a", "an")
    return new and tokens.span_text(index + 1, index + 2) not in _NO_VERBS_AFTER_TO


def _is_purpose(tokens: Tokens, classes: str, head: int, index: int) -> bool:
    """Whether "to" leads to what a programme is for: "the Programme to strengthen the border"."""
    capital = tokens.words[head][:1].isupper()
    plans = KINDS.get(tokens.words[head].lower()) in ("plan", "programme", "strategy")
    verb = classes[index + 1 : index + 2] == "w" and tokens.span_text(index + 1, index + 2) not in _NO_VERBS_AFTER_TO
    return capital and plans and verb and not _is_sent(tokens, head)


def _preposition_ends(tokens: Tokens, classes: str, head: int, index: int, last: int) -> bool:
    """Whether a preposition leads to a receiver, a place or a time of the act rather than to the title's subject."""
    word, head_word = tokens.words[index].lower(), tokens.words[head].lower()
    rest = classes[index + 1 : last]
    if index == head + 1:
        if word == "to":
            return (
                head_word not in _WITH_TO
                and not _is_task(tokens, classes, head, index)
                and not _is_purpose(tokens, classes, head, index)
            )
        if word == "in":
            return not _IN_SUPPORT.match(tokens.text, tokens.end(index) + 1, tokens.end(index) + 21)
        return word in ("from", "into", "towards", "toward")
    if word == "to" and classes[index - 1] == ")" and rest[:1] == "w":  # "the Treaty on Ice (TI) to end the dispute"
        return True
    if word == "to":
        somebody = _TO_SOMEBODY.match(rest) or _TO_SEVERAL.match(tokens.text, tokens.end(index))
        return somebody is not None and _is_sent(tokens, head)
    if word == "with":
        return bool(_WITH_SOMEBODY.match(rest))
    if word == "from":
        return bool(_FROM_SOMEBODY.match(rest))
    return word == "in" and bool(_A_DAY.match(rest))
