"""Offices: "Russian Foreign Minister", "Acting Secretary General of the CSTO", "Permanent Representative of X to Y"."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Sequence

import msgspec

from muniment.reading.en.bodies import PARLIAMENT, BodyReader
from muniment.reading.en.lexicon import Lexicon, listed
from muniment.reading.mention import Body, Group, Office, State
from muniment.reading.tokens import Fold, Phrase, Tokens

__all__ = ["OfficeReader"]

_HEAD = (
    r"(?:(?:[MmFf]|L(?=-?[MFHh]))(?:-|&|,(?=[MmFfL]))?)*"
    r"(?:(?:Mpt?(?=H))?[Hh][Ll]?(?:-[Hh][Ll]?|/M*H|[XF]?F+H|M(?:&[MH])?(?=[op]t?[SB]))?|[Mm](?=ot?[BKJS]|XX))"
)
_BEFORE = (
    r"(?:t|(?<=[Ss\"']))?(?:[Mm](?=[BSJ][MmFfLHhs]))?(?:[BSJZCR](?:(?<!o.)(?<!ot.)&[BSJ])?s?|s|ks(?=[MmFf]*[Hh]))*"
    r"(?:[MmFf]*[Hh]L?s(?=[MmFf]*[Hh]))?"
)
_TAILS = (
    r"(?:[op]t?BHL(?=[XI]{2})"
    r"|ot{0,2}(?:(?:[BZ]s?|J)?[MmFfL]*[HhL]+(?:ot?[SB])?(?=[^XIP]|$)|[BSCRUJ](?:&t?[BSJU])*s?"
    r"|[FJ]+(?:[,&]{1,2}t?(?:X(?=F))?[FJ]+)*(?:,?&X(?=[,(]))?|[MmFfL]*[Hh]L?(?:ot?[SB])?"
    r"|[fm]*k(?:ot?[SBY])?|K|E|Y|g|f+(?:[,&]{1,2}f+)*|H(?:&?H)*ot?S?|h+)"
    r"|qt?(?:(?:[FJSBRZf]|G(?=F)|(?<=F)E(?=[XIP(,.;\n]|ot?[BSZ]))+(?![FJSBRZf])(?![FMmLl]*[Hh])(?:[,&]{1,2}t?[FJSBRZf]++(?![FMmLl]*[Hh]))*)"
    r"|pmot?[FJ]+(?:[,&]{1,2}t?(?:X(?=F))?[FJ]+)*|pC(?=[TL]?[XIP]{2})|jtHot?S"
    r"|(?<=[HfF])qt?X{1,3}(?:pF)?(?=[,.;:])|rqt?[FJSRf]+(?:[,&]{1,2}t?[FJSRf]+)*(?:ot?[SB])?|[pj]t?(?:[BSZ])|w[Mm](?=[op]t?S)|\([Hh]\)|(?<![BS])pt?[MmFfL]*[Hh][Ll]?(?:ot?[SB])?(?=[^XIPL]|$))*"
)
_PHRASE = Phrase(
    re.compile(rf"{_BEFORE}{_HEAD}{_TAILS}"),
    re.compile("H|h|M(?=ot?[BKJS]|XX)|m(?=ot?[BKJS]|XX)"),
    "tBSJZCR&sMmFfL-,kp",
)
_BRACKET = re.compile(r"\([BZ]\)(?!P)")
_NAMED = re.compile(r"[XI]{2,4}|,?T[XIL]")
_APPOSED = re.compile(r",[XI]{2,4}[,.;)]")
_INNER = re.compile(r"\b(?:Department|Directorate|Division|Section)\b(?: of (?:the )?(?P<outer>.+))?$")
_IN_TITLE = re.compile(
    r"(?:(?:Armed Forces )?General Staff(?: of the Armed Forces)?|Defen[cs]e Staff|"
    r"(?:Cabinet|Secretariat|Office) of the (?:\w+[ -])*"
    r"(?:General|Member|President|Chair\w*|Director|Commissioner|Minister)\b.*)$"
)
"""What an officer is of without being owned by it: "Chief of General Staff", "Head of the Cabinet of the Chair"."""
_FIXED = re.compile(r"\bForce Commander$")
_DEPUTY = re.compile(r"(?:^| )(?:Deputy|Acting)$")
"""What belongs to the office behind a force's name: "UNTIDE Deputy Force Commander"."""
"""A title that begins with a body's head word and is called so of whichever force."""
_STAFF = re.compile(r"(?:^|^\S+ )(?P<staff>Joint (?:Staff|Headquarters))$")
"""A staff whose chief is called by it and is an officer of it: "Chief of the Joint Staff"."""
_OWNED = re.compile(r"[^’']+(?:’s|'s|’|') ")
"""A body behind the state it belongs to: "Peru's Security Council"."""
_MINISTRY_OF = re.compile(r"\b(?:Department|Directorate|Division|Section)\b.* of the .*Ministry\b")
_SECRETARY_OF = re.compile(r"[Ss]ecretary of(?: the)?$")
_OWN_OFFICE = re.compile(r"(?P<outer>[A-Z]{2,}) (?:Country |Regional |Liaison |Project |Representation )?Office$")
_OF_BODY = re.compile(r"ot?[BSZ]")
_OF_OFFICER = re.compile(r"[HhL](s)[MmFf]*[Hh]")
"""An office that serves another: "the president's special envoy"."""
_REACH_OF = re.compile(r" (?=(?:for|to|on|in) )|$")
_POSTED = re.compile(
    r"(?i)\b(?:ambassador|envoy|consul|attach[ée]|counsellor|charg[ée] "
    r"d['’]affaires(?: a\.i\.)?|representative|(?:resident|humanitarian|project) co-?ordinator|high commissioner)\b"
)
"""Officers who are sent somewhere: where to is part of their title, and tells nothing of who sent them."""
_AMBASSADOR = re.compile(r"(?i)\bambassador$")
_PLACE = re.compile(r"[pj]t?[SB]$")
_KIND_FIRST = re.compile(r"[Mm][BSJ]")
"""What is told of an office before whose it is: "former Ruritanian minister"."""
_OF_PORTFOLIO = re.compile(r"qt?[FJ]")
_OBSERVER = re.compile(r"(?<=M)X(?!ot?SX)")
"""What a Permanent Observer is; alone the word is no office."""
_AD_INTERIM = re.compile(r"(?<=[Hh])(?:t\.w\.|Z|w\.)")
"""What may be "a.i." behind an office."""
_ALLIED = re.compile(r"(?<=FH)[RX](?![XI])")
"""What an Allied Commander commands: "Supreme Allied Commander Europe"."""
_CHIEF = re.compile(r"[Hh](?=[Mm]*[Hh])")
"""An office word before another: "Chief Negotiator"."""
_NAME_FOLLOWS = re.compile(r"(?:,t?)?[XITPa]")
_GIVEN_SULTAN = re.compile(r"H(?=[aX])")
_GIVEN_SULTANS = frozenset({"sultan bin", "sultan al", "sultan ibn"})
"""A given name that is also a title, before a particle: "Sultan bin Arr"."""
_ARMY = re.compile(r"X(?=LX)")
"""The rank of an Army General, before a name."""
_ARM_BEHIND = re.compile(r"(?<=[TL])o?[XFKC](?=[XI]{1,3}[^XI])")
_ARM_BEFORE = re.compile(r"(?<![ot&])[XF](?=T?[-]?[TL]{1,2}[XI])")
_ARMS = frozenset({"aviation", "police", "justice", "militia", "artillery"})
"""Arms and services told with a general's rank: "Lieutenant-General Aviation N N", "Major General of Justice N N"."""
_SULTAN = re.compile(r"(?<=[HFMBL],)H(?=X[,.])")
"""A first name that is a title elsewhere, behind an office and a comma: "First Deputy Minister, Sultan Arrik"."""
_DEGREE = re.compile(
    r"(?:Doctor|Candidate) of (?:[A-Z][\w-]+ ){0,2}(?:Sciences?|Laws?|Philosophy|Medicine|Economics)(?=,)|"
    r"(?:Associate|Full) Professor(?=,)|Ph\.?D\.?(?=,)"
)
"""An academic degree in a person's presentation: "Rector of the Academy, Candidate of Technical Sciences, N N"."""
_RESPONSIBLE = re.compile(r"(?<=[Hh])[Xwv](?=qt?[FJ])")
"""What a minister is for something: "Minister Responsible for Foreign Affairs"."""
_FIRST_EVER = re.compile(r"^first (?=(?:Permanent |Special )?(?:Representative|Ambassador|President|Director|Chair))")
"""The first ever of a title, which belongs to the telling; a First Deputy or First Secretary is so called."""
_UNDER = re.compile(r"jtHot?S$")
"""The chief an organ stands under: "Secretary of the Security Council under the President of S"."""
_SUBJECT = re.compile(r"qt?[FJSRf]+(?:[,&]{1,2}t?[FJSRf]+)*$")
_LISTED = re.compile(r"t?[FJSBRZf]+(?:[,&]{1,2}t?[FJSBRZf]+)*&$")
"""What stands before the last of a list, from its first on."""
_LONGEST = 40
"""Words of a list within which its beginning is looked for (judgement: an envoy's countries)."""
_TITLE_GOES_ON = frozenset("HhMmL")
_RANK = re.compile(r"L[XIP]")
"""A general's rank before a name, behind a body: "Secretary-General of the B General N"."""
_ALONE = listed(
    "commissioner chairman chairwoman chairperson president minister ambassador premier director "
    "spokesman spokeswoman spokesperson envoy coordinator commander governor chancellor rapporteur"
)
"""Offices that press pages write small when they come back to a holder ("the commissioner added"), or before a name."""
_STATE_ORGAN = re.compile(rf"{PARLIAMENT.pattern}|\bMinistry\b|\bDepartment of\b")


def _fold_degrees(tokens: Tokens) -> None:
    """Fold each degree and the comma behind it into a title of the name or an article of the office that follows."""
    for match in reversed(list(_DEGREE.finditer(tokens.text))):
        first = bisect.bisect_left(tokens.starts, match.start())
        last = bisect.bisect_left(tokens.starts, match.end())
        if tokens.classes[first - 1 : first] != "," or tokens.classes[last : last + 1] != ",":
            continue
        behind = tokens.classes[last + 1 : last + 2]
        named = tokens.classes[first - 2 : first - 1] in ("X", "I") and behind not in ("T", "L")
        if behind and behind in ("tMmHhF" if named else "TLXI"):
            tokens.collapse([(first, last + 1, "t" if named else "T", None)])


class OfficeReader:
    """Finds the offices of one page."""

    def __init__(self, lexicon: Lexicon, bodies: BodyReader) -> None:
        self._lexicon = lexicon
        self._bodies = bodies

    def fold(self, tokens: Tokens) -> None:
        """Fold each office into one token: O for one holder, Y for a group of them."""
        tokens.collapse([
            (m.start(), m.end(), "L", None)
            for m in _AD_INTERIM.finditer(tokens.classes)
            if tokens.span_text(*m.span()).lower() in ("a.i.", "a.i")
        ])  # fmt: skip
        tokens.classes = _ALLIED.sub(
            lambda m: "L" if _is(tokens, m.start() - 2, "allied") else m.group(), tokens.classes
        )
        tokens.classes = _CHIEF.sub(lambda m: "M" if _is(tokens, m.start(), "chief") else m.group(), tokens.classes)
        tokens.classes = _OBSERVER.sub(
            lambda m: "H" if _is(tokens, m.start(), "observer") else m.group(), tokens.classes
        )
        tokens.classes = _RESPONSIBLE.sub(
            lambda m: "r" if _is(tokens, m.start(), "responsible") else m.group(), tokens.classes
        )
        tokens.classes = _GIVEN_SULTAN.sub(
            lambda m: "X" if tokens.span_text(m.start(), m.end() + 1).lower() in _GIVEN_SULTANS else m.group(),
            tokens.classes,
        )
        tokens.classes = _ARMY.sub(lambda m: "T" if _is(tokens, m.start(), "army") else m.group(), tokens.classes)
        tokens.collapse([
            (m.start(), m.end(), "T", None)
            for pattern in (_ARM_BEFORE, _ARM_BEHIND)
            for m in pattern.finditer(tokens.classes)
            if tokens.words[m.end() - 1].lower() in _ARMS
        ])  # fmt: skip
        if _DEGREE.search(tokens.text):
            _fold_degrees(tokens)
        tokens.classes = _SULTAN.sub(lambda m: "X" if _is(tokens, m.start(), "sultan") else m.group(), tokens.classes)
        folds: list[Fold] = []
        bare: list[tuple[int, int, str]] = []
        titles: list[str] = []
        for match in _PHRASE.finditer(tokens.classes):
            first, last = self._trim(tokens.classes, *match.span())
            under = _UNDER.search(tokens.classes, first, last) if tokens.classes.endswith("S", first, last) else None
            if under and not _is(tokens, under.start(), "under"):
                last = under.start()
            first = _past_verb(tokens, first, last)
            office = self._read(tokens, first, last)
            if office is None:
                if tokens.classes[first:last] == "th":
                    bare.append((first, last, tokens.words[last - 1]))
                continue
            last = self._with_abbreviation(tokens.classes, last)
            titles.append(office.title)
            named = _NAME_FOLLOWS.match(tokens.classes, last) is not None
            if office.text.lower() == "ambassador" and (named or not office.definite):
                folds.append((first, last, "T", None))  # a courtesy title until the page says to what
            elif office.plural:
                states = tuple(v.name for v in tokens.values[first:last] if isinstance(v, State))
                folds.append((first, last, "Y", Group(office.text, office.organization, states, office.title)))
            else:
                folds.append(self._newly(tokens, first, last, office))
        if bare:
            heads = _ALONE & {word for title in titles for word in title.lower().split()}
            folds += [(f, e, "O", Office(word, definite=True, text=word)) for f, e, word in bare if word in heads]
        tokens.collapse(sorted(folds, key=lambda fold: fold[0]))

    @staticmethod
    def _with_abbreviation(classes: str, last: int) -> int:
        """Return where an office ends with the abbreviation in brackets behind it: "Commissioner for Peace (CP)"."""
        match = _BRACKET.match(classes, last)
        return match.end() if match else last

    @staticmethod
    def _newly(tokens: Tokens, first: int, last: int, office: Office) -> Fold:
        """Return the fold of an office with "the newly elected" before it."""
        if (
            first > 1
            and not office.definite
            and tokens.words[first - 1].lower() in ("elected", "appointed")
            and tokens.span_text(first - 2, first).lower() in ("newly elected", "newly appointed")
        ):
            first -= 2
            if tokens.classes[first - 1 : first] == "t":
                return first - 1, last, "O", msgspec.structs.replace(office, definite=True)
        return first, last, "O", office

    @staticmethod
    def _trim(classes: str, first: int, last: int) -> tuple[int, int]:
        while last > first and classes[last - 1] in ",&stoqpj-":
            last -= 1
        if classes.endswith(",S", first, last):
            last -= 2  # "Minister for Energy, Ruritania": whose it is
        if classes[last - 1] == "J" and classes[last : last + 1] in ("X", "I"):
            last -= 1  # "Director for social affairs, Ruritanian N N": whose the next one is
            while last > first and classes[last - 1] in ",&stoqpj-":
                last -= 1
        while first < last and classes[first] == "s":
            first += 1
        return first, last

    def _read(self, tokens: Tokens, first: int, last: int) -> Office | None:
        """Return the office a phrase names; None for a common noun ("the head" of a sentence, "chair")."""
        classes = tokens.classes[first:last]
        heads = [i for i, c in enumerate(classes) if c in "Hh"]
        head = heads[0] if heads else max(classes.rfind("M"), classes.rfind("m"))
        if not heads and tokens.words[first + head].lower() != "deputy":
            return None
        if "s" in classes and (serving := _OF_OFFICER.search(classes)):
            return self._serving(tokens, first, first + serving.start(1), last)
        definite = classes[0] == "t"
        start = first + definite
        before = 1 if _KIND_FIRST.match(classes, definite) else 0
        lead, owner = self._owner_before(tokens, start + before, first + head)
        tail, owner_after = self._owner_after(tokens, first + head, last)
        small = classes[head] in "hm"
        words = [tokens.words[i] for i in (*range(start, start + before), *range(lead, first + head + 1))]
        lower = [w.lower() for w in words]
        plural = any(w in self._lexicon.group or w.removeprefix("vice-") in self._lexicon.group for w in lower)
        if small and not (
            owner or owner_after or self._is_small_office(tokens, (first, first + head, last), lower, plural)
        ):
            return None
        if lower[-1] in ("chairs", "heads") and classes in ("Sh", "Bh") and tokens.classes.startswith(("t", "B"), last):
            return None  # "Ruritania chairs the Council": a verb
        if lower == ["member"] and "o" not in classes[head:]:
            return None  # "member country"
        title = _of_force(_FIRST_EVER.sub("", self._title(tokens, lead, tail)), owner)
        if before:
            title = f"{words[0]} {title}"
        if (under := _UNDER.search(tokens.classes, first + head, last)) and isinstance(tokens.values[last - 1], State):
            title, owner_after = tokens.span_text(lead, under.start()), tokens.values[last - 1].name
        if (place := _PLACE.search(tokens.classes, first + head + 1, last)) and _POSTED.search(title):
            title, owner_after = self._posted(tokens, (lead, first + head, place.start()), last, owner)
        elif owner_after and (subject := _SUBJECT.search(tokens.classes, tail + 1, last)):
            title = f"{title} {tokens.span_text(subject.start(), last)}"  # Special Envoy of S for the Middle East
        text = tokens.span_text(start, last)
        return Office(
            title=_clean(title), organization=owner_after or owner, acting="acting" in lower or "interim" in lower,
            former=not {"former", "ex"}.isdisjoint(lower) or words[0].lower().startswith("ex-"), plural=plural,
            definite=definite, text=text,
        )  # fmt: skip

    @staticmethod
    def _is_small_office(tokens: Tokens, at: tuple[int, int, int], lower: Sequence[str], plural: bool) -> bool:
        """Whether a phrase written small names an office although it does not say whose.

        Args:
            tokens: of the page.
            at: the phrase's first token, its head, and the token behind it.
            lower: its words up to the head, in small letters.
            plural: whether it stands for several people.
        """
        first, head, last = at
        classes = tokens.classes
        if any(word in _LOWER_COMPOUND for word in lower[:-1]):
            return True
        if last > head + 1 and (plural or set(classes[head + 1 : last]) & set("BSl")):
            return True
        return lower[-1] in _ALONE and bool(
            _NAMED.match(classes, last)
            or classes[first - 1 : first] == "s"
            or (_is_theirs(tokens, first) and _APPOSED.match(classes, last))
            or _OF_PORTFOLIO.match(classes[first:last], head + 1 - first)
        )

    def _serving(self, tokens: Tokens, first: int, mark: int, last: int) -> Office | None:
        """Return "Special Envoy of the President for X" of "the Ruritanian president's special envoy for X"."""
        chief, office = self._read(tokens, first, mark), self._read(tokens, mark + 1, last)
        if chief is None or office is None:
            return None
        title = _REACH_OF.sub(f" of the {chief.title} ", office.title, count=1).strip()
        return msgspec.structs.replace(
            office,
            title=title,
            organization=chief.organization,
            definite=True,
            text=tokens.span_text(first, last),
        )

    def _posted(self, tokens: Tokens, places: tuple[int, int, int], last: int, owner: str) -> tuple[str, str]:
        """Return the title and the owner of "ambassador of S to S": the place is the title's, whoever sent them owns.

        Args:
            tokens: the page's.
            places: first token of the title, its head, and where "to S" begins.
            last: the token after the office.
            owner: who owns the office, as told before the head; empty where nobody is.
        """
        lead, head, place = places
        tail, sender = self._owner_after(tokens, head, place)
        title, sender = _FIRST_EVER.sub("", self._title(tokens, lead, tail)), sender or owner
        if tokens.classes[last - 1] == "B" and sender and not _AMBASSADOR.search(title):
            return title, sender
        return f"{title} {tokens.span_text(place, last)}", sender

    def _owner_before(self, tokens: Tokens, start: int, head: int) -> tuple[int, str]:
        """Return where the title begins and who owns the office, from what stands before the head."""
        owner = ""
        index = start
        while index < head and tokens.classes[index] in "BSJZCR&sk":
            value = tokens.values[index]
            if isinstance(value, Body) and not value.known and _FIXED.search(tokens.span_text(index, head + 1)):
                return index, owner or _DEPUTY.sub("", value.name.removesuffix("Force").strip())
            if tokens.classes[index] == "k":  # "the bloc's secretary general"
                owner = owner or self._bodies.home
            elif tokens.classes[index] not in "&s":
                name = self._name(value, tokens.words[index])
                owner = name if not owner or tokens.classes[start] == "J" else owner  # "first Ruritanian UN envoy"
                if isinstance(value, Body) and not value.anaphor and value.state and not value.known:
                    # an organ of a state belongs in the title: Speaker of the National Assembly
                    return index, self._national_owner(value)
            index += 1
        return index, owner

    def _owner_after(self, tokens: Tokens, head: int, last: int) -> tuple[int, str]:
        """Return where the title ends and who owns the office, from the tails behind the head."""
        owner, end = "", last
        index = head + 1
        while index < last:
            value = tokens.values[index]
            if tokens.classes[index] in "BSUZCR" and self._belongs(tokens, index):
                name = self._name(value, tokens.words[index])
                kept = self._kept(tokens, index, last) if isinstance(value, Body) and not owner else None
                if kept is not None:
                    return kept
                if not owner:
                    owner, end = name, self._before_tail(tokens, index)
                elif tokens.classes[index] in "SB" and tokens.classes[index - 1] in "pjt":
                    end = end if end < index else index
            elif not owner and tokens.classes[index] == "J" and tokens.classes[index + 1 : index + 2] in ("H", "h"):
                owner, end = self._name(value, tokens.words[index]), last  # Special Envoy of the Ruritanian President
            index += 1
        if owner and end <= head:
            end = head + 1
        return end, owner

    def _kept(self, tokens: Tokens, index: int, last: int) -> tuple[int, str] | None:
        """Return the end of a title that keeps the body in it, and the owner; None where the body is the owner."""
        body = tokens.values[index]
        inner = _INNER.search(body.name)
        secretary = body.name == "Security Council" and _SECRETARY_OF.search(tokens.span_text(max(0, index - 3), index))
        if not body.state and _STAFF.search(body.name):
            return index + 1, body.organization
        if not body.state and (secretary or _IN_TITLE.match(body.name)):
            return index + 1, ""
        if (office := _OWN_OFFICE.match(body.name)) and not body.known:
            return index + 1, self._bodies.aliases.get(office["outer"], office["outer"])
        if inner is not None and not body.state:
            outer = _OF_BODY.match(tokens.classes, index + 1)  # Director of the X Department of the Y
            at = outer.end() - 1 if outer else 0
            behind = self._name(tokens.values[at], tokens.words[at]) if outer else ""
            return index + 1, inner["outer"] or behind
        if self._national(body):  # the organ stays in the title; the legislature or the state owns the office
            return index + 1, self._national_owner(body)
        follows = tokens.classes[index + 1 : index + 2] in _TITLE_GOES_ON and not (
            _is(tokens, index + 1, "ambassador") or _RANK.match(tokens.classes, index + 1)
        )
        if tokens.classes[index] == "B" and follows:
            return last, body.name  # Special Envoy of the X Chair
        return None

    @staticmethod
    def _belongs(tokens: Tokens, index: int) -> bool:
        classes = tokens.classes
        while index and classes[index - 1] == "t":
            index -= 1
        if index and classes[index - 1] == "&":  # "for S, S and S": what an envoy is for owns nobody
            before = _LISTED.search(classes, max(0, index - _LONGEST), index)
            return before is None or not classes.endswith("q", 0, before.start())
        return index == 0 or classes[index - 1] in "opjBSJ"

    @staticmethod
    def _before_tail(tokens: Tokens, index: int) -> int:
        while index > 0 and tokens.classes[index - 1] in "otpj":
            index -= 1
        return index

    @staticmethod
    def _national(body: Body) -> bool:
        return not body.organization and (bool(body.state) or _is_of_a_state(body.name))

    @staticmethod
    def _national_owner(body: Body) -> str:
        if body.kind == "organ of a state" or PARLIAMENT.search(body.name):
            return body.name
        return body.state

    def _name(self, value: object, text: str) -> str:
        if isinstance(value, Body):
            if value.anaphor:
                return self._bodies.home if value.name.lower().startswith("organi") else value.name
            return value.name
        if isinstance(value, Group):
            return value.organization
        if value is not None and not isinstance(value, str):
            return str(getattr(value, "name", text))
        return self._bodies.aliases.get(text, text)

    @staticmethod
    def _title(tokens: Tokens, first: int, last: int) -> str:
        """Return the words of a title; a state's organ in it stands without the state and behind the head."""
        if last <= first:
            return ""
        lead = tokens.values[first]
        if isinstance(lead, Body) and lead.core:
            return (
                f"{tokens.span_text(first + 1, last).removeprefix('’s ').removeprefix(chr(39) + 's ')} of the "
                f"{lead.core}"
            )
        tail = tokens.values[last - 1]
        if isinstance(tail, Body) and not tail.state and (staff := _STAFF.search(tail.name)):
            lead_words = tokens.text[tokens.starts[first] : tokens.starts[last - 1]]
            return lead_words + staff["staff"]
        if isinstance(tail, Body) and tail.state and tail.core and _MINISTRY_OF.search(tail.core):
            return tokens.text[tokens.starts[first] : tokens.starts[last - 1]] + tail.core
        if isinstance(tail, Body) and (inner := _INNER.search(tail.name)) and inner["outer"]:
            core = tail.name[: inner.start("outer")].removesuffix("the ").removesuffix(" of ")
            return tokens.text[tokens.starts[first] : tokens.starts[last - 1]] + core
        if isinstance(tail, Body) and tail.core and last - 1 > first:
            lead_words = tokens.text[tokens.starts[first] : tokens.starts[last - 1]]
            owned = lead_words.endswith(" of ") and _OWNED.match(tokens.words[last - 1]) is not None
            return lead_words + ("the " if owned else "") + tail.core
        return tokens.span_text(first, last)


def _of_force(title: str, owner: str) -> str:
    """Return "Force Commander" of "UNTIDE Force Commander"; any other title as it is."""
    return title.removeprefix(owner).strip() if owner and _FIXED.search(title) else title


def _past_verb(tokens: Tokens, first: int, last: int) -> int:
    """Return where an office begins behind a verb that reads like a part of it: "re-elected Ambassador N"."""
    before = tokens.words[first - 1].lower() if first else ""
    word = tokens.words[first].lower()
    reelected = tokens.classes[first - 1 : first] in ("v", "w") or tokens.words[first + 1 : last] == ["Ambassador"]
    if word == "re-elected" and reelected:
        return first + 1
    return first + (word in _AUTHORIZED and before in ("has", "have", "had"))


def _is_theirs(tokens: Tokens, index: int) -> bool:
    return tokens.words[index].lower() in ("his", "her", "its", "their")


def _is(tokens: Tokens, index: int, word: str) -> bool:
    return tokens.words[index].lower() == word


@functools.lru_cache(20_000)
def _is_of_a_state(name: str) -> bool:
    """Whether a body is called as organs of states are."""
    return _STATE_ORGAN.search(name) is not None


_AUTHORIZED = frozenset({"authorized", "authorised"})
_LOWER_COMPOUND = listed(
    "prime foreign defence defense press deputy secretary interior justice finance special permanent "
    "acting vice executive head health economy trade energy security"
)


_SPELT = {"PM": "Prime Minister", "FM": "Foreign Minister", "SG": "Secretary General", "DG": "Director General"}
_SHORT = re.compile(r"\b(?:PM|FM|SG|DG)\b")


_PASSING = re.compile(
    r"^(?:[Aa]cting|[Ff]ormer|[Ee]x|[Ii]nterim|[Nn]ew|[Cc]urrent|[Nn]ewly[ -](?:elected|appointed)"
    r"|[Ii]ncoming|top|[Oo]utgoing|[Ii]ncumbent|[Tt]hen)\s+"
)
_DANGLING = re.compile(r"\s+(?:of|to|in|at|for|and)(?:\s+the)?$")


@functools.lru_cache(20_000)
def _clean(title: str) -> str:
    """Return an office's title without acting, former, a dangling preposition at its end, and doubled blanks."""
    title = " ".join(title.split()).strip(" ,")
    title = _SHORT.sub(lambda match: _SPELT[match.group()], title)
    title = title.title().replace(" Of ", " of ").replace(" The ", " the ") if title.isupper() else title
    return _DANGLING.sub("", _PASSING.sub("", title.removeprefix("ex-").removeprefix("Ex-")))
