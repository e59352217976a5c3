"""People: a name beside an office, behind a courtesy title, in apposition, or known from elsewhere on the page."""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from muniment.reading.en.held_offices import offices_of, owner_in_brackets
from muniment.reading.en.lexicon import listed
from muniment.reading.en.name_forms import cased, compatible, plain
from muniment.reading.mention import Actor, Office, State
from muniment.reading.tokens import Fold, Phrase, Tokens

__all__ = ["PeopleReader"]

_TITLES = r"(?:t?[TL]-?)*"
_NAME_AFTER = r"((?:[XIPa]|[CSJF](?=-?[XIP]))(?:[XIPa-]|[SCJFT](?=[XI]))*)"
_GLOSSED = re.compile(r"O\([^()\n]{2,12}\)(?=P)")
"""An office with what explains it between it and the name: "Speaker of the Diet (lower house of parliament) N N"."""
_AFTER_OFFICE = re.compile(
    rf"O(?:\([^()\n]{{2,12}}\)(?=[XIP]{{2}}))?(?:,[ZB](?=,))?(?:-(?![CSJF])|"
    rf"[,:](?={_TITLES}(?:[XIPa]{{1,8}}[,(.;:)\n]|[XIPa]{{2,8}}[vwj&-]))"
    rf"|[,:](?=(?:t?[TL]-?)+[XIPa]))?{_TITLES}{_NAME_AFTER}"
)
_WITH_TITLE = re.compile(r"T(?:[-L]|t?T)*((?:[XIPa]|[FCSJ](?=-?[XIP]))(?:[XIPaFCSJ]|-(?=X))*(?:(?<=X)T(?=,))?)")
_GENERAL = re.compile(r"(?<![HhKMFfXIPLT])L((?:[XI]|[CSJF](?=X))[XIPa]{1,3})(?=[,;.:)(vw&-])")
"""A name behind "General", which is a rank unless it stands behind an office or before a body."""
_BEFORE_OFFICE = Phrase(
    re.compile(r"((?:[XIPa]|[CSJF](?=X)){2,8}),(?:tm*O(?![vw])|m*O)"), re.compile(",(?=t?m*O)"), "XIPaCSJF"
)
_BEFORE_BRACKET = re.compile(r"([XIPa][XIPa]{1,5})\((?:[OSJBZ]|[SB],[BZS]|O,[SB])\)")
_OF_STATE_CHOSEN = re.compile(r"(?<![^\n,:v-])([XIPa]{2,4})ot?S(?=[,-])")
"""Name words with a state and a parenthesis behind them, in a sentence that tells of a choice."""
_AFTER_VERB = re.compile(r"([XIPa](?<=[wvjopJ].)[XIPa]{1,3})")
_WITH_OFFICER = re.compile(r"(?<![^\n])([XIPa]{2,3})&t?m*O(?=[TL]*[XIP]{2})")
"""Somebody named first in a sentence, with an officer beside them: "Jon Arr and President of Peru N N"."""
_IS_OFFICER = re.compile(r"([XIPa][XIPa]{1,4})(?:\([SB]\)|oS)?(?:,[^\n.;:O]{1,8},|,(?=[vw]))?(?=[^\n.;:,XIPaO]{1,10}O)")
_POST = r"(?:office|post|position|duties|functions|role|responsibilities|powers|chair)"
_WHOSE = r"(?:(?:its|the|his|her|their|a|an|new|next|first|current|acting|interim|\d+\w\w|\w+th)[ -])*"
_HOLDS = re.compile(
    r"(?:(?:has|had|was|is|were|will|also|been|be|being|who|then|later|currently|officially|formally|to|\w+ly) )*"
    r"(?:(?:is|was|been|be|being|became|becomes|become)(?: (?:also|now|still|\w+ly))*|(?:serv|act|work|continu)"
    r"(?:ed|es|e|s|ing) as|(?:remain|return)(?:ed|s) as"
    r"|(?:took|takes?|taking|assumed?|assumes|assuming|left|leaves|leaving|held|holds|vacated)(?: up| over)? "
    rf"{_WHOSE}{_POST}(?: (?:on|in) [^,]{{3,20}})?(?: of| as)?|(?:took|takes?) over (?:as|from)"
    rf"|(?:stepp(?:ed|ing)|steps?) down (?:as|from {_WHOSE}{_POST} (?:of|as))|(?:resigned|resigns|retired|retires) "
    rf"(?:as|from {_WHOSE}{_POST} (?:of|as))|(?:relieved|dismissed|removed|released|freed|sacked|ousted|discharged)"
    rf"(?: (?:of|from) {_WHOSE}{_POST}(?: of| as)?| as)|(?:elected|re-elected|reelected|appointed|reappointed"
    r"|re-appointed|confirmed|designated"
    r"|named|nominated|approved|chosen|selected|sworn in|inaugurated|installed|proposed)"
    rf"(?: as| to be| (?:to|for|in) {_WHOSE}{_POST} of)?) {_WHOSE}"
)
"""What between a name and an office tells that the one holds the other, comes to it or leaves it."""
_SERVED = re.compile(r"A[^A.;\n]{2,8}jt?O")
_WORK_AS = re.compile(r"\b(?:work|works|service|activit(?:y|ies)|tenure|term|serving|served|serves|acting) as\b")
"""What ties a person to an office further on in the sentence: "thanked N for her service as Secretary General"."""
_HONOURED = listed("awarded decorated honoured honored conferred presented")
"""What is done to people with medals and titles."""
_CONFERS = _HONOURED | listed("bestowed handed given presentation conferment awarding bestowal presenting")
_HONOUR = re.compile(r"([XIPa]{2,4})(?:(?:,[XIPa]{2,4})*,?&([XIPa]{2,4}))?(?=[vw]{2,4})")
_WERE_HONOURED = re.compile(
    r"(?:was|were|has been|have been|had been)(?: \w+ly| also)? (?:awarded|decorated|conferred|(?:presented|"
    r"honou?red) with)\b"
)
_TO_PEOPLE = re.compile(r"(?<=[^\n])[XIPa]{2,4}(?:(?:,[XIPa]{2,4})*,?&[XIPa]{2,4})?")
_ONE_NAME = re.compile(r"[XIPa]{2,4}")
_OF_GROUP = re.compile(
    r"Y(?:[XIPa]{2,4},(?:ot?)?S[XIPa]{2,4}(?:,(?:ot?)?S[XIPa]{2,4})*(?:,?&(?:ot?)?S[XIPa]{2,4})?|"
    r"[XIPa]{2,4}&(?:ot?)?S[XIPa]{2,4}"
    r"|[XIPa]{2,4}ot?S(?:,[XIPa]{2,4}ot?S)*(?:,?&[XIPa]{2,4}ot?S)?"
    r"|,[XIPa]{2,4}(?:,?&?,?ot?S,[XIPa]{2,4})+(?=[,;.vw-])"
    r"|(?:,t?S)*(?:,?&t?S)?[,(:-](?:[XIPa]{2,4},)*[XIPa]{2,4},?&[XIPa]{2,4}(?=[,;.)vw-]))"
)
"""People behind a group of officers, each with a state: "the ministers of S N N, S N N and S N N"."""
_ONE_OF_GROUP = re.compile(r"([XIPa]{2,4})")
_FOLLOWS = re.compile(r"([XIPa][XIPa]{1,3})[vw]{1,3}(?=(?:tm*)?[OXITP])")
_SUCCEEDS = frozenset({"succeeded", "succeeds", "replaced", "replaces", "succeed", "replace"})
_BEHIND_WORD = re.compile(r"\w,?([XIPa]{2,4})(?![XIPa])")
_AND_OFFICER = re.compile(r"O&([XIPa]{2,4})(?=(?:jt?)?m*O)")
"""A second person chosen for another office: "appointed N N Director and N N Secretary"."""
_WHO = re.compile(r"([XIPa][XIPa]{1,3}),v")
_INITIALS = re.compile(r"I-?(?:I-?)*X(?:-?X)?")
_SPEAKS = re.compile(r"([XIPa][XIPa]{1,3})(?=,?[wv&])")
_ACTOR = Phrase(
    re.compile(
        rf"(?:t?O(?:,|&|-)?)*t?O(?:,[ZB](?=,))?[,:]?(?:[XF](?=T))?{_TITLES}P(?:,[tm]*O(?!(?:[&-]t?O)*,?{_TITLES}P|[vw]))*"
        rf"|{_TITLES}P(?:,(?:tm*O(?!{_TITLES}P|[vws])|m*O(?!{_TITLES}P|s))(?!-t?O{_TITLES}P))+(?:[&-]t?O(?!{_TITLES}P))*"
        rf"|{_TITLES}P(?:\(O(?:,[SB])?\))?"
    ),
    re.compile("P"),
    "tO,&-:TLZBXF",
)
_COURTESY = re.compile(r"^(?:(?:Dr|Mrs?|Ms|Prof|H\.?E|Amb)\b\.? ?)+")
_OF_STATE = re.compile(r"ot?S")

SPEECH_VERBS = listed(
    "said says noted stressed emphasized emphasised added stated told informed underlined underscored "
    "highlighted declared announced expressed thanked welcomed recalled reported believes considers "
    "spoke met visited received signed chaired briefed congratulated presented attended participated "
    "arrived called urged assured explained confirmed proposed reaffirmed reiterated commended praised "
    "addressed wrote remarked replied outlined conveyed warned insisted argued acknowledged observed "
    "commented promised pledged vowed admitted asserted claimed claims affirmed clarified suggested asked "
    "answered hailed lauded condemned criticised criticized reminded denied described voiced assumed "
    "pointed paid drew wished awarded handed decorated asserted reasserted hoped"
)
"""Verbs after which two capitalised words are taken for a person's name."""

_CHOSE = listed(
    "elected re-elected reelected appointed reappointed re-appointed designated nominated named confirmed approved "
    "replaces replaced replace succeed succeeds succeeded succeeding replacing thanked thanking congratulated "
    "congratulating "
    "introduced decorated awarded met presented honoured honored award awarding decorate decorating presenting"
)
"""Verbs whose object two name words are: choosing, replacing, thanking."""
_NOUNS = listed(
    "appointment election re-election nomination designation reappointment dismissal resignation death candidacy "
    "chairmanship leadership participation presence term tenure mandate powers"
)
_HEADLINE = listed(
    "Appoints Names Receives Meets Elects Visits Condemns Welcomes Urges Calls Opens Attends Addresses "
    "Hosts Holds Signs Congratulates Praises Discusses Takes Arrives Says Announces Leaves Concludes "
    "Extends Mourns Joins Begins Tells Warns Hails Thanks Speaks Chairs Presents Delivers Launches "
    "Backs Supports Highlights Reaffirms Stresses Expresses To Briefs Chairs Leads Heads Participates Travels Pays "
    "Inaugurates Reports Marks Underlines Notes Reiterates Commends Praises Invites Proposes Completes Ends Updates "
    "Announces Informs Hails Awards Submits Considers Approves Adopts Elects Deploys Sends Honours Honors"
)
"""Verbs of headlines, which are written like names."""
_HEADLINE_PAST = listed(
    "Visited Met Held Attended Received Addressed Took Chaired Opened Congratulated Participated Arrived Signed "
    "Discussed Delivered Spoke Presented Appointed Elected Hosted Inaugurated"
)
"""Verbs of headlines told in the past, which end a name as they are written like one."""
_THINGS = listed(
    "Exercise Exercises Operation Mission Force Forces Medal Order Programme Program Plan Agreement "
    "City Expo Fleet Treaty Party Front Movement Army River Sea Lake Island Islands Mountain Mountains Street Square "
    "Hotel Palace Park Airport Museum Team Award Prize Festival Fair Games Cup Deal Pact Crescent Cross "
    "Corridor Bridge Station Plant Attack Attacks Crisis War News Novosti Agency Press Times Post Herald Tribune "
    "Gazette Journal Radio Television Province Provinces District Districts Region Regions Valley Peninsula "
    "Strait Straits "
    "County Governorate Oblast Basin Plateau Gorge Zone Area Border Desert Delta Territory Coast"
)
"""Words that end the name of a thing or a place, never a person's."""
_LED = listed(
    "performed headed chaired moderated represented led presided succeeded replaced signed opened "
    "instead delivered hosted"
)
_MEETING = listed(
    "met meets meet meeting talks negotiations conversation consultations spoke together along discussed discussions"
)
_ROLES = listed(
    "predecessor successor counterpart colleague diplomat activist defender politician lawyer expert "
    "analyst economist candidate nominee journalist correspondent scientist historian veteran"
)
"""Words for people that a name may follow at once ("his predecessor N N"); gathered from agencies' pages (2026-11)."""
_RANKS = listed(
    "army general colonel major lieutenant admiral captain marshal brigadier commander rear vice "
    "colonel-general lieutenant-general major-general general-lieutenant general-major vice-admiral police aviation "
    "justice militia artillery"
)
_NOT_NAMES = listed(
    "The This That These Those It He She They We In On At By As For From With During After Before "
    "Following According Addressing Also However Moreover Speaking January February March April May June "
    "July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday "
    "Sunday Dear Ladies Gentlemen Excellencies Colleagues Your Article Articles Chapter Section "
    "Paragraph Annex Day Days Week Year Summit Session Meeting Plenary Agenda Press Release News Photo "
    "Video Source Dialogue Partner Partnership Process Initiative Headquarters Building Today Yesterday "
    "Appointments Appointment Nominations Elections Election Resignation Resignations Priorities Biography Remarks "
    "Report Quarters Emeritus Generals Participants Both Their Its Our All Some Many Several Other Each Among Thus "
    "Here District"
)


_SITE = re.compile(r"\.[a-z]{2,4}\b(?! [A-Z])")
"""What follows the name of a site, which is no person: "X.az reports"."""
_VERB_LIKE = re.compile(r"(?:(?<=[TO][XI])|(?<=[TO][XI]{2}))v(?=[,;.)(v])")
"""What may be the end of a name that is spelt as a verb: "Hon. N Drew;", "President N Drew said"."""


def _is_name(word: str, behind: str) -> bool:
    """Whether a verb is written as a name is, and what stands behind it as in a sentence, not as in a headline."""
    like_a_name = word[:1].isupper() and not word.endswith("s") and not word.isupper() and word != "May"
    return like_a_name and not behind[:1].isupper()


_P = re.compile("P")
_NAME_WORDS = re.compile("[XI]+")


class PeopleReader:
    """Finds the people of one page, and gives every mention the fullest name the page has."""

    def __init__(self, called: Callable[[str, str, str], str] | None = None) -> None:
        """Begin a page.

        Args:
            called: full name of the holder of an office (title, organisation) that goes by one name, if it is known.
        """
        self._called_so = called
        self.full: dict[str, str] = {}
        self._by_part: dict[str, str] = {}
        self._first: dict[str, str] = {}
        self.told: list[tuple[int, Actor]] = []

    def fold(self, tokens: Tokens) -> None:
        """Fold each name into P, then each person with their offices into A."""
        tokens.classes = _VERB_LIKE.sub(
            lambda m: "X" if _is_name(tokens.words[m.start()], tokens.words[m.end()]) else "v", tokens.classes
        )
        spans = self._certain(tokens)
        for first, last in spans:
            self._learn(tokens.span_text(first, last))
            if last == first + 1 and self._called_so is not None and first:
                office = tokens.values[first - 1]
                if isinstance(office, Office) and _OF_STATE_OFFICE.search(office.title):
                    self._by_part.setdefault(tokens.words[first], tokens.words[first])  # "Foreign Minister Arrik"
                if isinstance(office, Office) and office.organization:
                    self._learn(self._called_so(office.title, office.organization, tokens.words[first]))
        tokens.collapse([(f, e, "P", tokens.span_text(f, e)) for f, e in spans])
        tokens.collapse(self._again(tokens))
        tokens.collapse(
            [(m.start(), m.end(), "O", tokens.values[m.start()]) for m in _GLOSSED.finditer(tokens.classes)]
        )
        tokens.collapse([self._actor(tokens, m.start(), m.end()) for m in _ACTOR.finditer(tokens.classes)])
        for match in _SERVED.finditer(tokens.classes):
            first, last = match.start(), match.end() - 1
            if _WORK_AS.search(tokens.span_text(first, last)):
                actor, office = tokens.values[first], tokens.values[last]
                self.told.append((tokens.starts[first], Actor(actor.name, (office,))))

    def fullest(self, name: str) -> str:
        """Return the fullest form of a name that the page has."""
        name = _CLOSE_INITIAL.sub(". ", name) if "." in name else name
        own = self._by_part.get(name) or self._first.get(name) or name
        family = self._by_part.get(name.split()[-1], "") if name else ""
        longer = len(family) > len(own) and (compatible(family, own) or family.endswith(f" {own}"))
        return cased(family if longer else own)

    def _certain(self, tokens: Tokens) -> list[tuple[int, int]]:
        classes = tokens.classes
        spans: list[tuple[int, int]] = []
        for pattern in (_AFTER_OFFICE, _WITH_TITLE, _GENERAL, _BEFORE_OFFICE, _BEFORE_BRACKET, _INITIALS):
            for match in pattern.finditer(classes):
                first, last = match.span(1) if match.groups() else match.span()
                beside = pattern is _AFTER_OFFICE and last == first + 1 == match.start() + 2
                if beside and _goes_on(tokens, match.start()):
                    _lengthen(tokens, match.start(), tokens.span_text(first, last))
                    continue
                spans.append((first, last))
        spans += [match.span(1) for match in _WITH_OFFICER.finditer(classes)]
        spans += self._by_verbs(tokens)
        spans += self._by_others(tokens)
        spans += self._by_honours(tokens)
        spans += self._by_counterparts(tokens)
        spans += [m.span() for m in _P.finditer(classes)]
        return self._keep(tokens, spans)

    def _by_verbs(self, tokens: Tokens) -> list[tuple[int, int]]:
        """Return the name words that a verb beside them tells to be a person's."""
        classes = tokens.classes
        spans: list[tuple[int, int]] = []
        for match in _SPEAKS.finditer(classes):
            if self._speaks(tokens, match.start(1), match.end(1)):
                spans.append(match.span(1))
        for match in _WHO.finditer(classes):
            if tokens.words[match.end() - 1] in ("who", "whose", "whom"):
                spans.append(match.span(1))
        for match in _IS_OFFICER.finditer(classes):
            office = classes.index("O", match.end())
            if _HOLDS.fullmatch(f"{tokens.span_text(match.end(), office)} "):
                spans.append(match.span(1))
        for match in _AFTER_VERB.finditer(classes):
            if self._is_named(tokens, match.start(1)):
                spans.append(match.span(1))
        return spans

    @staticmethod
    def _by_honours(tokens: Tokens) -> list[tuple[int, int]]:
        """Return the name words told to be people's by the medals and titles they are given."""
        classes = tokens.classes
        runs: list[tuple[int, int]] = []
        for match in _HONOUR.finditer(classes):
            if _WERE_HONOURED.match(tokens.span_text(match.end(), min(match.end() + 6, len(classes)))):
                runs.append(match.span())
        for match in _TO_PEOPLE.finditer(classes):
            if tokens.words[match.start() - 1] in ("to", "on", "upon"):
                sentence = classes.rfind("\n", 0, match.start()) + 1
                if _CONFERS.intersection(tokens.words[max(sentence, match.start() - 20) : match.start()]):
                    runs.append(match.span())
        return [name.span() for first, last in runs for name in _ONE_NAME.finditer(classes, first, last)]

    @staticmethod
    def _by_counterparts(tokens: Tokens) -> list[tuple[int, int]]:
        """Return the name words behind "her counterpart", which is somebody of her own office elsewhere."""
        return [
            match.span(1)
            for match in _BEHIND_WORD.finditer(tokens.classes)
            if tokens.words[match.start()] in ("counterpart", "counterparts")
        ]

    @staticmethod
    def _by_others(tokens: Tokens) -> list[tuple[int, int]]:
        """Return the name words that officers, states or names beside them tell to be people's."""
        classes = tokens.classes
        spans: list[tuple[int, int]] = []
        for match in _OF_STATE_CHOSEN.finditer(classes):
            words = tokens.words[match.end() : min(classes.find("\n", match.end()), match.end() + 45)]
            chosen = next((i for i, word in enumerate(words) if word in _CHOSE), 0)
            if chosen and words[chosen - 1] in ("been", "was", "is"):
                spans.append(match.span(1))
        for match in _OF_GROUP.finditer(classes):
            spans += [
                (match.start() + m.start(1), match.start() + m.end(1)) for m in _ONE_OF_GROUP.finditer(match.group())
            ]
        for match in _FOLLOWS.finditer(classes):
            if tokens.span_text(match.end(1), match.end()).split()[-1] in _SUCCEEDS:
                spans.append(match.span(1))
        for match in _AND_OFFICER.finditer(classes):
            sentence = classes.rfind("\n", 0, match.start()) + 1
            if _CHOSE.intersection(tokens.words[max(sentence, match.start() - 30) : match.start()]):
                spans.append(match.span(1))
        return spans

    @staticmethod
    def _speaks(tokens: Tokens, first: int, index: int) -> bool:
        """Whether name words without an article are followed by a verb that only people are the subject of."""
        if (
            tokens.classes[index : index + 1] == ","
            or index >= len(tokens.classes)
            or tokens.classes[first - 1 : first] == "t"
        ):
            return False
        word = tokens.words[index]
        if word in ("has", "had", "was", "also", "then") and index + 1 < len(tokens.classes):
            following = tokens.words[index + 1]
            if word == "had" and following in ("a", "talks", "meetings", "consultations"):
                return True
            return following in _CHOSE if word == "was" else following in SPEECH_VERBS
        return word in SPEECH_VERBS

    @staticmethod
    def _is_named(tokens: Tokens, index: int) -> bool:
        """Whether a verb of choosing, replacing or leading stands before: "elected N N", "chaired by N N"."""
        before = tokens.words[index - 1]
        earlier = tokens.words[index - 2] if index > 1 else ""
        if before in ("by", "of"):
            return earlier in _LED or (before == "of" and earlier in _NOUNS)
        if before == "from":
            handed = tokens.classes[index - 2 : index - 1] == "O" and "over" in tokens.words[max(0, index - 9) : index]
            return handed or earlier in ("over", "message", "letter")
        if before == "with":
            return earlier in _MEETING
        if tokens.classes[index - 1] == "J":
            return earlier in _CHOSE
        return before in _CHOSE or before in _ROLES

    def _keep(self, tokens: Tokens, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the spans that look like names, longest first where they overlap, in order."""
        kept: list[tuple[int, int]] = []
        for first, last in sorted(set(spans), key=lambda s: (s[0], s[0] - s[1])):
            while first < last and tokens.classes[first] in "-,":
                first += 1
            while (
                last > first and tokens.classes[last - 1] in "aT-,FCSJI" and not _FAMILY.match(tokens.classes, last - 2)
            ):
                last -= 1
            while first < last - 1 and tokens.words[first] in _HEADLINE:
                first += 1
            if first >= last or (kept and first < kept[-1][1]):
                continue
            if last - first == 1 and tokens.words[last : last + 1] == ["May"] and tokens.classes[last] != "D":
                last += 1  # "Prime Minister Theresa May said"
                kept.append((first, last))
                continue
            if _SITE.match(tokens.text, tokens.end(last - 1)):
                continue
            words = tokens.span_text(first, last).split()
            cut = next(
                (
                    i
                    for i, w in enumerate(tokens.words[first:last])
                    if w in _NOT_NAMES or (w in _HEADLINE_PAST and i and " " in tokens.span_text(first, first + i))
                ),
                last - first,
            )
            if len(words) == 1 and words[0] in _HEADLINE:
                continue
            if cut == 0 or last - first > 9 or (len(words) > 1 and words[-1] in _THINGS):
                continue
            kept.append((first, first + cut))
        return kept

    def _learn(self, name: str) -> None:
        name = _COURTESY.sub("", name)
        parts = name.split()
        if len(parts) < 2:
            return
        surname = parts[-1]
        known = self._by_part.get(surname)
        if known is not None and not compatible(known, name):
            self._by_part.setdefault(name, name)  # two people of one family
        else:
            self._by_part[surname] = known if known is not None and len(known) >= len(name) else name
            self._by_part.setdefault(name, self._by_part[surname])
            for form in (surname, name):
                self._by_part.setdefault(plain(form), self._by_part[surname])
        if not parts[0].endswith(".") and parts[0] not in self._by_part:
            self._first[parts[0]] = name if self._first.get(parts[0], name) == name else ""

    def _again(self, tokens: Tokens) -> list[Fold]:
        """Return folds of names told before, by surname or in full."""
        folds: list[Fold] = []
        begins = self._beginnings()
        shortened = any(name[1:2] == "." for name in self._by_part.values())
        for match in _NAME_WORDS.finditer(tokens.classes):
            index, stop = match.span()
            while index < stop:
                last = min(index + 4, stop)
                if shortened and index + 1 < last and self._completes(tokens.span_text(index, last)):
                    self._learn(tokens.span_text(index, last))
                    begins = self._beginnings()
                known = self._known(tokens, index, last) if tokens.words[index][:2] in begins else None
                if known is not None:
                    folds.append(known)
                index = index + 1 if known is None else known[1]
        return folds

    def _beginnings(self) -> set[str]:
        """Return the first two letters, or the one, of the first word of all that a person told of may be called."""
        return {name[:2].rstrip() for name in (*self._by_part, *self._first)}

    def _known(self, tokens: Tokens, first: int, last: int) -> Fold | None:
        """Return the fold of the longest name told before that begins with a token; None where none does."""
        for end in range(last, first, -1):
            text = tokens.span_text(first, end)
            if text in self._by_part:
                return first, end, "P", text
            if end == last and self._first.get(text) and tokens.classes[end : end + 1] in "wvs,":
                return first, end, "P", self._first[text]  # family name first, or a chief's name
        return None

    def _completes(self, run: str) -> bool:
        """Whether a run of name words, not told before, is the full form of a name known by its initials only."""
        if run in self._by_part:
            return False
        parts = run.split()
        known = self._by_part.get(parts[-1], "")
        return len(parts) in (2, 3) and known[1:2] == "." and known[0] == parts[0][0] and parts[0] not in _NOT_NAMES

    def _actor(self, tokens: Tokens, first: int, last: int) -> Fold:
        at = tokens.classes.index("P", first, last)
        if last - first > 1 and _NEW_CLAUSE.match(tokens.classes, last) and _begins_clause(tokens, first, at):
            first = tokens.classes.find(",", first, at) + 1  # "While welcoming the Director, Mr. N said"
        name = tokens.values[at]
        if isinstance(name, list):
            name = tokens.words[at]
        first = _after_others(tokens, first, at, last)
        if last - first == 1:
            return first, last, "A", Actor(self._called(name))
        while last > at + 2 and _MAIN_CLAUSE.match(tokens.classes, last - 2) and tokens.values[last - 1].definite:
            last -= 2  # "In a talk with N, the Minister said": the office is the subject
        offices = offices_of(tokens, first, last)
        apposed = tokens.classes[first + 1 : first + 2] == "," and tokens.classes[last] in ",vw"
        if len(offices) > 1 and not apposed and _apart(offices[0], offices[1]):
            first = next(i for i in range(first + 1, last) if isinstance(tokens.values[i], Office))
            offices = offices[1:]
        if len(offices) == 1 and not offices[0].organization and (owner := owner_in_brackets(tokens, first, last)):
            offices = (msgspec.structs.replace(offices[0], organization=owner),)
        of_state = _OF_STATE.match(tokens.classes, last) if at == last - 1 and len(offices) == 1 else None
        if of_state and not offices[0].organization and _OF_STATE_OFFICE.search(offices[0].title):
            state = tokens.values[of_state.end() - 1]
            if isinstance(state, State):  # "President N of S"
                offices = (msgspec.structs.replace(offices[0], organization=state.name),)
                last = of_state.end()
        titles = [tokens.words[i] for i in range(first, last) if tokens.classes[i] in "TL"]
        rank = " ".join(word for word in titles if word.lower().removeprefix("of ") in _RANKS or " of the " in word)
        full = self._called(name)
        offices = offices or (_told_apart(tokens, first) if rank else ())
        if any(word in ("Ambassador", "Amb.", "Amb") for word in titles):
            self.told.append((tokens.starts[first], Actor(full, (Office("Ambassador"),))))
        return first, last, "A", Actor(full, offices, rank)

    def _called(self, name: str) -> str:
        """Return the fullest form of a name as written, without courtesy and not in capitals."""
        return self.fullest(_COURTESY.sub("", name))


_STATE_APART = re.compile(r"ot?S-")
_OFFICE_APART = re.compile(r"t?m?O,t?O")
_AS_OFFICE = re.compile(r"(?:[(\[][^()\n]{1,8}[)\]]|ot?S)?,?jt?m*[OZXB]")
"""Behind a name: "as" and an office, with the state of the person between them."""


def _after_others(tokens: Tokens, first: int, name: int, last: int) -> int:
    """Return where a person's offices begin: not with the one that somebody before them is chosen for."""
    if tokens.classes[name - 1 : name] == "," and (
        _STATE_APART.match(tokens.classes, last)
        or (_AS_OFFICE.match(tokens.classes, last) and _chose_as(tokens, first))
    ):
        return name  # "appointed N as Director, N as Secretary"; "told the spokesman, N of S – now Director – was"
    if tokens.classes.startswith("j", first - 1) and _OFFICE_APART.match(tokens.classes, first):
        return tokens.classes.index(",", first) + 1 if _chose_as(tokens, first) else first
    return first  # but "appointed N as Director, Minister N said" tells of two


def _chose_as(tokens: Tokens, office: int) -> bool:
    """Whether an office stands behind "as" after a verb of choosing: it is the office of the one named before it."""
    start = tokens.classes.rfind("\n", 0, office) + 1
    before = tokens.words[start:office]
    return "as" in before[-3:] and not (_CHOSE | {"appoint", "elect", "designate"}).isdisjoint(before)


_CLOSE_INITIAL = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_]{2})")
_FAMILY = re.compile(r"XT,")
"""A courtesy word that is a family name: "Rezan Saad Sheikh, Minister"."""
_MAIN_CLAUSE = re.compile(r",O[vw]")
_NEW_CLAUSE = re.compile(r",?[vw]")
_PARTICIPLE_FIRST = re.compile(
    r"(?:(?:while|after|upon|on|before|by|in|when) \w+ing\b.*|\w+ing(?: [^,;:]*)?|"
    r"(?:on behalf of|instead of|together with|along with|alongside)(?: [^,;:]*)?)",
    re.IGNORECASE,
)
_BY_ORDER = re.compile(
    r"(?:in accordance with|according to|pursuant to|under|by|on|at) (?:an? |the )?(?:joint )?"
    r"(?:order|decree|decision|instruction|initiative|proposal|recommendation|invitation|nomination|motion|request"
    r"|suggestion)s? (?:of|by|from)",
    re.IGNORECASE,
)
"""What begins a sentence with whose order something was done by: its officer is not the one named behind the comma."""
_IN_APPOSITION = re.compile(r"[PX)],t?$")
_TAILED = re.compile(r" (?:of|for) ")
_OF_ORGANISATION = re.compile(
    r"(?i)^(?:secretary[- ]general|executive secretary|director[- ]general|chairperson-in-office|high representative)$"
)
_OF_STATE_OFFICE = re.compile(
    r"(?i)\b(?:minister|president|premier|chancellor|king|emir|sultan|ambassador)$|^minister\b"
)


_OFFICE_APART_FROM_NAME = re.compile(r"O(?=[&opj])[^,.;:\n\"()OPAv]{2,14},$")
"""An office, more of it that was not read, and a comma: "the commander of B and of the force in S, General N"."""


def _told_apart(tokens: Tokens, first: int) -> tuple[Office, ...]:
    """Return the office of somebody whose rank and name stand behind more of their office than was read."""
    match = _OFFICE_APART_FROM_NAME.search(tokens.classes, max(0, first - 16), first)
    office = tokens.values[match.start()] if match is not None else None
    if match is None or not isinstance(office, Office) or not office.definite or office.plural:
        return ()
    between = tokens.words[match.start() + 1 : first - 1]
    return () if any(word in SPEECH_VERBS or word.endswith("ed") for word in between) else (office,)


def _begins_clause(tokens: Tokens, first: int, name: int) -> bool:
    """Whether a name behind an office and a comma begins the main clause: "After meeting the Director, Mr. N said"."""
    if "," not in tokens.classes[first:name] or first == 0:
        return False
    start = tokens.classes.rfind("\n", 0, first) + 1
    if start >= first:
        return False
    before = tokens.span_text(start, first)
    by_order = tokens.classes[name + 1 : name + 2] in ("v", "w") and _BY_ORDER.fullmatch(before) is not None
    return by_order or _PARTICIPLE_FIRST.fullmatch(before) is not None


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether a word behind an office with a tail belongs to its title: "Ana Dol, Director of the Harbour Review"."""
    office = tokens.values[at]
    return _IN_APPOSITION.search(tokens.classes, 0, at) is not None and _TAILED.search(office.text) is not None


def _lengthen(tokens: Tokens, at: int, word: str) -> None:
    """Put a word to the name of the body that an office before it belongs to."""
    office = tokens.values[at]
    if office.organization and office.text.endswith(office.organization.split()[-1]):
        tokens.values[at] = msgspec.structs.replace(office, organization=f"{office.organization} {word}")


def _apart(one: Office, other: Office) -> bool:
    """Whether two offices joined before one name are two people's: "the Secretary General and President N"."""
    return (
        one.definite
        and not other.definite
        and _OF_ORGANISATION.search(one.title) is not None
        and _OF_STATE_OFFICE.search(other.title) is not None
    )
