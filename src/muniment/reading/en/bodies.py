"""Names of organisations and their organs: known names, and phrases built around a body head.

A phrase is what stands before the head (an organisation, a demonym, portfolios), the head, and its tails ("of the
CSTO Parliamentary Assembly", "on Defence and Security"). What a profile knows gives the canonical name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from muniment.reading.gazetteer import Gazetteer
from muniment.reading.mention import Body, Group, State
from muniment.reading.tokens import Fold, Phrase, Tokens

__all__ = ["PARLIAMENT", "BodyReader"]

_BEFORE = r"(?:(?:[BSJCXZFRULN]s?|n|E(?=K)|H(?=K)|M(?=[FK]|&M?K)|[FXM]&(?=[FXM])|[BZ]&(?=[BZ]K)))*"
_OF = (
    r"(?:ot*(?:[BZ]&(?=[BZ]K))?(?:[BSJURZ]s?(?=[XJFMLE]*[KH])|[FX]{0,2}Xs(?=[XFM]{0,2}K))?X*(?:[JZFMLE](?:,(?=[FM]+,?&)|&(?=[FMHKJ])"
    r"|,&(?=F))?)*(?:K+(?:X{1,2}(?=ot*[SK]))?|H(?:&?H)*)?(?:(?<=[otJ])(?:[SBCRU](?:&t?[SBJ](?!ot*[SB]))?"
    r"|[YG])s?(?:h[Gg])?|(?<=H)pt?[BZ]|(?<=[XJF])G|(?<=[XJZFMLEKH]))"
    r"(?:oH)?)"
)
_ON = r"(?:qt?(?:[FXJSBRZfUC](?:,(?=[FX]+,?&)|&(?=[FXfJSR])|,&(?=[FX]))?)+)"
_PHRASE = re.compile(
    rf"(?<=[Hhm]ot)[XF]{{1,3}}(?:ot[XF]{{1,3}})?ot*S"
    rf"|{_BEFORE}K+(?:X{{1,2}}(?=ot*[KS]))?(?:\((?:[ZB])\))?(?:(?:{_OF}|{_ON})+(?:\([ZB]\))?)?"
    rf"|[BU](?:\((?:[ZB])\))?{_OF}+(?:\([ZB]\))?"
    rf"|[BU]\((?:[ZB])\)(?:[FM]*K+|[KB]+)(?:{_OF}|{_ON})*|(?:[ZB]s?|(?<=t))[XF]&[BU](?:{_OF}|{_ON})*"
    rf"|[ZB]s?[BU]+(?:{_OF}|{_ON})*"
    rf"|[BUZ](?:,?\([ZB]\))?"
)
_PHRASES = Phrase(_PHRASE, re.compile("K|B|U|Z|X(?<=[Hhm]otX)|F(?<=[Hhm]otF)"), "BSJCXZFRULNsnEHM&")
_MEMBERS = Phrase(re.compile(r"(?:[BZ]s?)?[hH][Gg](?:ot?[BZK])?|[Gg]ot?[BZ]"), re.compile("[Gg]"), "BZs", free=1)

_NAME_BEHIND = re.compile(r"qt?(?:[FJ],?&?)*FXX$")
"""A portfolio with somebody's name right behind it: "Chairman of the Committee on Security N N"."""

_NAME_BRACKETED = re.compile(r",[XI]{2,3}$")
"""Somebody's name behind a comma, with a state in brackets behind it: "In the Committee on Security, N N (S) was"."""
_NAME_LISTED = re.compile(r",?&[XI]{2,3}$")
"""Somebody's name behind "and", with "as" behind it: "A as Director of the Centre for Ports and N N as its Head"."""
_BRACKET = re.compile(r"\s*\([^)]*\)$")
_LONG_TAIL = re.compile(r"qt?[XF]{2,}XX$")
_OF_HOLDERS = frozenset({"incumbent", "outgoing", "incoming", "former", "current", "acting"})
"""Words before a body that tell of its officer: "the outgoing Board Chairman"."""
_OFFICE_OF = re.compile(r"[Hh]ot?$")
_WIDTH = 3
"""Tokens of an abbreviation in brackets."""
_COUNTERING = frozenset(
    {"Countering", "Combating", "Combatting", "Fighting", "Preventing", "Suppressing", "Responding", "Ensuring"}
)
_COUNTERED = re.compile(r"[twp]?[XF]+(?:&[XF]+)?(?:qt?[XF]+)?")
"""What a body is to counter or to respond to, as token classes."""
_OWN_COUNCIL = re.compile(r"[SJ]s[BK]")
"""A state's council behind its name, as token classes."""
_HOMELAND = frozenset({"Republic", "Federation", "Kingdom"})
"""What a state is called by its own: a name right behind it is somebody's."""
_PARTIES = frozenset({"Parties", "Members", "Participants"})
"""Words behind "States" in the names of the assemblies of treaties: "Conference of the States Parties"."""
_OWNED = re.compile(r"(?P<owner>.{6,}?)['’]s? (?P<core>(?:Working|Expert|Contact) Group on .+)$")
"""A group behind the body it belongs to."""
_SHORT = re.compile(r"\([ZB]\)")
"""An abbreviation behind the name it stands for, as token classes."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_OWNER_BEFORE = re.compile(r"^[^()]{8,}? \(([A-Z][A-Za-z]+)\) (?=[A-Z])")
"""What stands before an organ's name: "League of River States (LRS) Council"."""
_ABOUT_STATE = re.compile(r"\b(?:Contact|Support|Working) Group$|\b(?:Conference|Mission|Platform|Process|Initiative)$")
"""What is called by a state and belongs to others: "Norway Contact Group"."""
_NAMING = re.compile("[KBUZ]")
"""Token classes without which nothing is named but a state."""
_NUMERAL = re.compile(r"[CDILMVX]+")
_LONG_NUMERAL = 3
"""Capitals that could be a Roman numeral are taken for one if there are more of them."""

PARLIAMENT = re.compile(
    r"\b(?:Parliament|Duma|Majlis|Mazhilis|Senate|National Assembly|House of|Rada|Knesset|Bundestag|Jogorku Kenesh"
    r"|Sejm|Riksdag|Storting|Congress|Chamber of|Oliy Majlis|Milli Majlis|Majlisi|Majlis-i|Mejlis|Maslak?haty"
    r"|Federation Council|Council of the Republic|Supreme Council|Khural|Hural|Diet|Legislative|Assembl[ée]e)\b"
)
"""Names of national legislatures: their members' offices belong to the legislature itself."""


class BodyReader:
    """Finds and resolves the bodies of one page.

    Attributes:
        home: canonical name of the organisation the page speaks from; empty where none is found.
        present: how often the page names each organisation, by canonical name.
        aliases: forms the page itself defines ("the Treaty (CST)"), to canonical names.
    """

    def __init__(self, gazetteer: Gazetteer, home: str, aliases: Mapping[str, str], present: Mapping[str, int]) -> None:
        self.gazetteer = gazetteer
        self.present = present
        self.home = home
        self.aliases = dict(aliases)

    def fold(self, tokens: Tokens) -> None:
        """Fold every body into one token of class B, groups of states and their members into Y."""
        members = [(*m.span(), "Y", Group(tokens.span_text(*m.span()), self._first_body(tokens, *m.span())))
                   for m in _MEMBERS.finditer(tokens.classes)]  # fmt: skip
        tokens.collapse(members)
        folds: list[Fold] = []
        for match in _PHRASES.finditer(tokens.classes):
            first, last = self._trim(tokens, self._behind_sent(tokens, *match.span()), match.end())
            last = self._ending(tokens, last)
            if last > first and (not folds or folds[-1][1] <= first):
                body = self.resolve(tokens, first, last)
                if body is not None:
                    folds.append((first, last, "B", body))
        tokens.collapse(folds)
        tokens.collapse([self._security_council(tokens, *m.span()) for m in _OWN_COUNCIL.finditer(tokens.classes)
                         if tokens.words[m.end() - 1] == "Security Council"])  # fmt: skip

    @staticmethod
    def _security_council(tokens: Tokens, first: int, last: int) -> Fold:
        """Return the fold of a state's own council that is called as another's: "Peru's Security Council"."""
        state = tokens.values[first].name
        core = tokens.words[last - 1]
        return first, last, "B", Body(f"{core} of {state}", "", state, kind="organ of a state", core=core)

    def _first_body(self, tokens: Tokens, first: int, last: int) -> str:
        for index in range(first, last):
            value = tokens.values[index]
            if isinstance(value, list) and tokens.classes[index] in "BU":
                return str(value[0].name)
            if tokens.classes[index] in "ZB":
                return self.aliases.get(tokens.words[index], tokens.words[index])
        return self.home

    @staticmethod
    def _behind_sent(tokens: Tokens, first: int, last: int) -> int:
        """Return where a phrase begins behind "Delegations of": those whom somebody sent are no body."""
        if tokens.words[first] != "Delegations" or not tokens.classes.startswith("o", first + 1):
            return first
        behind = first + 2
        while behind < last and tokens.classes[behind] == "t":
            behind += 1
        return behind if _NAMING.search(tokens.classes, behind, last) else last

    @staticmethod
    def _trim(tokens: Tokens, first: int, last: int) -> tuple[int, int]:
        """Cut what a greedy phrase took too much: a leading number, a trailing office, a dangling conjunction."""
        classes = tokens.classes
        while first < last and classes[first] in "n,&s":
            first += 1
        if tokens.words[first] in ("Staff", "staff") and classes[first - 1] == "o":
            first += 1  # "Chief of Staff of the Commission": an office
            while first < last and classes[first] in "ot":
                first += 1
        if (
            classes[first + 1 : first + 2] == "q"
            and tokens.words[first] == "Union"
            and (classes.startswith("ot", first - 2))
        ):
            last = first + 1  # "High Representative of the Union for Foreign Affairs"
        while first < last - 1 and tokens.words[first].lower() in _OF_HOLDERS:
            first += 1
        while last > first and classes[last - 1] in ",&stoqp(":
            last -= 1
        speaker = _NAME_BRACKETED.search(classes, first, last) if classes.startswith(("(S)", "(B)"), last) else None
        if speaker is not None:
            return first, speaker.start()
        listed = _NAME_LISTED.search(classes, first, last) if tokens.words[last : last + 1] == ["as"] else None
        if listed is not None:
            return first, listed.start()
        named = _NAME_BEHIND.search(classes, first, last) and not classes.startswith(("X", "K"), last)
        # "Secretary of the Council of the Republic N N"
        named = named or (classes.endswith("tXXX", first, last) and tokens.words[last - 3] in _HOMELAND)
        framed = _LONG_TAIL.search(classes, first, last) and classes[last] in "wv"
        if named or (framed and _OFFICE_OF.search(classes[max(0, first - 4) : first])):
            last -= 2
        return first, last

    @staticmethod
    def _ending(tokens: Tokens, last: int) -> int:
        """Return where a name ends whose last word asks for more: "Council for Countering the Illegal Trade"."""
        word = tokens.words[last - 1]
        if word.endswith("States") and tokens.words[last : last + 1] and tokens.words[last] in _PARTIES:
            return last + 1
        more = _COUNTERED.match(tokens.classes, last) if word in _COUNTERING else None
        return more.end() if more is not None else last

    def resolve(self, tokens: Tokens, first: int, last: int) -> Body | None:
        """Return the body a phrase names; None where it is no body (an unknown abbreviation inside a title)."""
        text = tokens.span_text(first, last)
        known = self._known(text, tokens.values[first] if last == first + 1 else None)
        if known is not None:
            return known
        owned = _OWNED.match(text)
        known = self._known(owned["core"], None) if owned is not None else None
        if known is not None and known.known:
            return known  # "the Council's Working Group on Tides", which a profile knows by that name
        short = _SHORT.match(tokens.classes, last - _WIDTH, last) is not None and last - _WIDTH > first
        organization, core = self._split(tokens, first, last - _WIDTH if short else last)
        if organization:
            found = self._known_within(core, organization)
            if found is not None:
                return found
        state = self._state(tokens, first, last)
        classes = tokens.classes[first:last]
        if classes in ("K", "KK"):
            return Body(text, anaphor=True)
        if classes == "Z" and (not 2 <= len(text) <= 7 or self._symbol(tokens, first)):
            return None
        if classes == "Z(Z)" and self._symbol(tokens, first):
            return None
        name = self._spell_out(text)
        known = self._known(name, None) if name != text else None
        if known is not None and known.known:
            return known  # "Council of the League of Ports (LOP)", "League of Ports (LOP) Council"
        core = self._core(tokens, first, last) if state else ""
        if state and tokens.classes[first] in "JS" and core and not _ABOUT_STATE.search(core):
            name = f"{core} of {state}"
        kind = "" if set(classes) & {"K", "B", "U"} else "organ of a state" if state else "organisation"
        return Body(name, organization, state, kind=kind, core=core)

    @staticmethod
    def _symbol(tokens: Tokens, at: int) -> bool:
        """Whether capitals are no name: the ending of an ordinal ("65 TH"), part of a text's symbol ("PR/COMM.2")."""
        text, start, end = tokens.text, tokens.starts[at], tokens.end(at)
        word = text[start:end]
        if word in ("TH", "ST", "ND", "RD") and tokens.classes[at - 1] == "n":
            return True
        slashed = text[max(0, start - 1) : start] == "/" or text[end : end + 1] == "/"
        glued = text[max(0, start - 1) : start] == "(" and text[max(0, start - 2) : start - 1].isalnum()
        return slashed or glued or (len(word) > _LONG_NUMERAL and _NUMERAL.fullmatch(word) is not None)

    @staticmethod
    def _core(tokens: Tokens, first: int, last: int) -> str:
        """Return a state organ's name without the state: "National Assembly" of "National Assembly of X"."""
        while first < last and tokens.classes[first] in "JSs":
            first += 1
        end = next((i for i in range(first, last) if tokens.classes[i] == "S"), last)
        while end > first and tokens.classes[end - 1] in "ot":
            end -= 1
        return tokens.span_text(first, end) if end > first else ""

    def _known(self, text: str, value: object) -> Body | None:
        plain = _BRACKET.sub("", text) if text.endswith(")") else text
        entities = value if isinstance(value, list) else self.gazetteer.entities.get(plain)
        if not entities:
            target = self.aliases.get(plain)
            return Body(target, target, known=False, kind="organisation") if target else None
        bodies = [e for e in entities if e.kind in "BU"]
        if not bodies:
            return None
        entity = next((e for e in bodies if e.organization == self.home), None)
        if entity is None:
            entity = max(bodies, key=lambda e: self.present.get(e.organization, 0))
            elsewhere = entity.detail != "organisation" and not self.present.get(entity.organization)
            if elsewhere and (len(bodies) > 1 or self.gazetteer.is_generic(plain)):
                return Body(plain, self.home if self.home and self.gazetteer.is_generic(plain) else "")
        return Body(entity.name, entity.organization, known=True, kind=entity.detail)

    def _known_within(self, core: str, organization: str) -> Body | None:
        core = _IN_BRACKETS.sub("", core)
        for form in (core, core.removesuffix("s")):
            for entity in self.gazetteer.entities.get(form, ()):
                if entity.kind in "BU" and entity.organization == organization:
                    return Body(entity.name, entity.organization, known=True, kind=entity.detail)
        return None

    def _split(self, tokens: Tokens, first: int, last: int) -> tuple[str, str]:
        """Return the organisation a phrase names and the rest of the phrase, without "of the" between them."""
        for index in (first, *range(last - 1, first, -1)):
            organization = self._organization(tokens, index)
            if not organization:
                continue
            if index == first:
                after = index + 1 + (tokens.classes[index + 1 : index + 2] == "s")
                after += _WIDTH if _SHORT.match(tokens.classes, after) and after + _WIDTH < last else 0
                return organization, tokens.span_text(after, last) if after < last else ""
            before = index
            while before > first and tokens.classes[before - 1] in "to":
                before -= 1
            return organization, tokens.span_text(first, before) if before > first else ""
        return "", ""

    def _organization(self, tokens: Tokens, index: int) -> str:
        value = tokens.values[index]
        if isinstance(value, list):
            return next((e.organization for e in value if e.kind == "B" and e.detail == "organisation"), "")
        if isinstance(value, Group):
            return value.organization
        text = tokens.words[index]
        if (
            text in ("Organization", "Organisation", "Commonwealth", "Union", "Alliance")
            and tokens.classes[index - 1] == "t"
        ):
            return self.home
        return self.aliases.get(text, "")

    @staticmethod
    def _state(tokens: Tokens, first: int, last: int) -> str:
        for index in range(first, last):
            value = tokens.values[index]
            if isinstance(value, State):
                return value.name
        return ""

    @staticmethod
    def _spell_out(text: str) -> str:
        """Return a name without an abbreviation behind it; an owner's stands for its full name before an organ's."""
        plain = " ".join((_BRACKET.sub("", text) if text.endswith(")") else text).split())
        return _OWNER_BEFORE.sub(r"\1 ", plain) if "(" in plain else plain
