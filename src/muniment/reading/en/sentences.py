"""Sentence spans of English prose, as press offices, secretariats and their translators write it.

A full stop ends a sentence unless the word before it is a known abbreviation, an initial or a list number, or the next
word begins with a small letter. What is known is data (the tables below); the rules are a handful of small functions.
Every offset is code points, 0-based, half-open, into the text given. The tables were gathered by hand from English
pages of intergovernmental organisations and from the UN Editorial Manual's lists of abbreviations (2026-11).
"""

from __future__ import annotations

import itertools
import re

__all__ = ["split"]

Span = tuple[int, int]


def _words(listing: str) -> frozenset[str]:
    """Return the words of a table written with blanks between them."""
    return frozenset(listing.split())


TITLES = _words(
    "Mr Mrs Ms Mx Rt Messrs Mme Mlle Dr Drs Prof Gen Lt Col Maj Capt Sgt Adm Cmdr Brig Rev Hon Amb Sen Rep Gov Pres "
    "Supt Insp St Ste Mt Ft Fr Sr H.E H.H H.M H.R.H Lt.Gen Maj.Gen Lt.Col Col.Gen Dep Gen.Lt Acad Ph Assoc Asst"
)
"""A name follows: their stop never ends a sentence."""

LEADING = _words("e.g i.e vs v viz cf approx ca incl esp resp tel fax ext abbr orig transl")
"""Something that belongs to them follows: their stop never ends a sentence."""

NUMBERED = _words(
    "No Nos Art Arts art arts para paras Para Paras Res res p pp vol vols Vol Vols ch Ch chap Chap sec Sec sect Sect "
    "ed eds fig Fig Doc doc Ref ref Reg Dir subpara Sub-para sub-para Add Rev Corr Annexe App cl Cl nos arr rm "
    "St Bldg"
)
"""A number follows: their stop ends a sentence only before a word (He said no. The parties...)."""

MONTHS = _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")
"""Months and weekdays cut short: a day, a year or a month follows."""

CLOSING = _words("Inc Ltd Co Corp Bros Jr Dept Govt Univ Ass'n Plc Intl a.m p.m A.M P.M et.al al B.C A.D Esq D.C")
"""They end a sentence only before a word that sentences begin with."""

STARTERS = _words(
    "A According Accordingly Addressing Additionally After Afterwards All Also Although Among An And Another Any As At "
    "Based Because Before Besides Both But By Concluding Currently Despite During Each Earlier Every Finally "
    "First Following For From Furthermore Given Hence Her Here His How However I If In Indeed Instead It Its "
    "Last Later Let Many Meanwhile Members Moreover Most My Nevertheless No None Not Now Of On Once One Only Opening "
    "Our Over Participants Particular Please Representatives Second Several She Similarly Since So Some "
    "Speaking Special Still Such Summing Taking Thank Thanks That The Their Them Then There Thereafter Therefore These "
    "They This Those Though Through Throughout Thus To Today Together Tomorrow Two Three Four Under Until Upon We What "
    "When Where Whereas Which While Who Why With Within Without Yesterday Yet You Your"
)
"""Words that begin a sentence far more often than they follow an initial or "U.S."."""

ATTRIBUTION = re.compile(
    r"(?:[\w.'’-]+ ){1,7}?(?:said|says|added|noted|stressed|emphasi[sz]ed|stated|told|explained|concluded|recalled|"
    r"wrote|asked|replied|remarked|pointed out|underlined|underscored)(?: (?!that\b)[\w.'’-]+){0,3}[.,]"
)
"""What may follow a quotation that closes with a stop and still belongs to it: “We agreed.” Ms. Orel said."""

_STOP = re.compile(
    r"[.!?…](?<![.!?…][.!?…])[.!?…]*+[\"”’»)\]']*+[.!?…]*+(?:[ \t\u00a0]*+[”»\"](?=\s|\Z))?"
    r"(?:\s+(?=[^\sa-z])|(?=[\"“«A-Z\u00c0-\u00deА-Я])|\s*\Z)"
)
"""A stop that may end a sentence, with the quotes and brackets that close after it and the gap behind."""

_WORD_BEFORE = re.compile(r"[^\s(\[\"“«]+\Z")
_NEXT_WORD = re.compile(r"[\"“«‘'(\[\-–—•*\s]*([^\W\d_]+(?:['’][^\W\d_]+)?)?")
_MARKER = re.compile(
    r"\s*(?:[-–—•*·▪]\s+)?[(\[]?(?:\d{1,2}|[IVXLC]{1,6}|[ivx]{1,5}|[A-Za-z])(?:\.\d{1,2}){0,3}[.)\]]?\s*\Z"
)
_ITEM = re.compile(
    r"[ \t\u00a0]*(?:[-–—•*·▪‣◦]\s*(?=\S)|[(\[]?(?:\d{1,2}|[ivx]{1,5}|[IVX]{1,5}|[a-zA-Z])[.)](?:\s|(?=[A-Z])))"
)
_INITIALS = re.compile(
    r"(?:[A-Z\u00c0-\u00deА-Я](?:[a-z]{1,2})?\.-?)*-?"
    r"(?:[A-Z\u00c0-\u00deА-Я]|Sh|Zh|Kh|Ch|Ts|Yu|Ya|Ye|Yo|Dzh|Gh)\Z"
)
_ROMAN = re.compile(r"[IVXLC]+\b(?!['’])")
_DANGLING = re.compile(
    r"(?:[,–—-]|\b(?:of|the|a|an|and|or|to|in|on|at|by|for|with|from|as|that|which|who|is|are|was|were|be|been|has|have|"
    r"had|will|its|their|his|her|this|between|into|under|than|Mr\.|Mrs\.|Ms\.|Dr\.|No\.|Art\.|H\.E\.))\Z",
)
_DOTTED_DATE = re.compile(r"\b\d{1,2}\.\s\d{1,2}\.\s?\d{2,4}\b")
_SECOND = frozenset("abcdefghijklmnopqrstuvwxyz ’'")
"""What the second character of a sentence is, where no blank shows that it begins one."""
_MIN_WIDTH, _MAX_WIDTH = 40, 130
"""Characters a hard-wrapped line may hold at most: mail and press wires wrap at 60 to 80, editors at 120."""


def split(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of the sentences in text[start:end], in order, trimmed of blanks.

    A list item or a heading on a line of its own is a span; an inline list is not taken apart; a line break that only
    wraps a paragraph does not end a sentence.

    Args:
        text: the whole text.
        start: code points, 0-based, where the block begins.
        end: code points, half-open, where it ends.
    """
    spans: list[Span] = []
    for first, last in _segments(text, start, end):
        _sentences(text, first, last, spans)
    return spans


def _sentences(text: str, start: int, end: int, spans: list[Span]) -> None:
    """Append the sentences of one segment, in which line breaks only wrap."""
    begin = start
    for match in _STOP.finditer(text, start, end):
        if match.end() < end and not _ends(text, begin, match):
            continue
        _append(text, begin, match.end(), spans)
        begin = match.end()
    if begin < end:
        _append(text, begin, end, spans)


def _append(text: str, start: int, end: int, spans: list[Span]) -> None:
    """Append text[start:end] without the blanks around it, if anything is left."""
    piece = text[start:end]
    if piece[:1].isspace():
        start += len(piece) - len(piece.lstrip())
    last = start + len(piece.strip())
    if last > start:
        spans.append((start, last))


def _ends(text: str, begin: int, match: re.Match[str]) -> bool:
    """Whether a stop that may end the sentence begun at `begin` does."""
    at, found = match.start(), match.group()
    follow = _NEXT_WORD.match(text, match.end())
    word = follow.group(1) or "" if follow else ""
    if word and word[0].islower():
        return False
    bare = found.rstrip()
    if len(bare) == len(found):
        return _ends_unspaced(text, begin, at, bare, match.end())
    if bare == ".":
        return _ends_stop(text, begin, at, word, match.end())
    if bare[-1] in '"”»' and bare[0] != ".." and word:
        return ATTRIBUTION.match(text, match.end()) is None
    return True


def _ends_stop(text: str, begin: int, at: int, word: str, after: int) -> bool:
    """Whether a plain full stop at `at`, with a blank and `word` (empty: a number) behind it, ends a sentence."""
    found = _WORD_BEFORE.search(text, max(begin, at - 24), at)
    if found is None:
        return True
    token = found.group()
    if len(token) <= 9 and _MARKER.match(text, begin, at):
        return False
    if token in TITLES or token in LEADING:
        return False
    if "/" in token and text[after : after + 1] in "(0123456789":  # a text's symbol: PR/COMM. (XII)
        return False
    if token in NUMBERED:
        return bool(word) and _ROMAN.match(text, after) is None
    if token in MONTHS:
        return bool(word) and word[:3] not in MONTHS
    if token in CLOSING or _INITIALS.match(token):
        return word in STARTERS and not text.startswith(f"{word}.", after)
    dotted = not word and len(token) <= 2 and token.isdigit()
    return not (dotted and _DOTTED_DATE.search(text, max(begin, at - 6), after + 10))


def _ends_unspaced(text: str, begin: int, at: int, bare: str, after: int) -> bool:
    """Whether a stop without a blank behind it ends a sentence: region.The parties."""
    quoted = bare[-1] in '"”»'
    if text[after] == '"' or (quoted and bare[-1] == '"'):
        inside = text.count('"', begin, at) % 2 == 1
        return inside if quoted else not inside
    if quoted:
        return True
    found = _WORD_BEFORE.search(text, max(begin, at - 24), at)
    if found is None or bare != ".":
        return found is not None and "/" not in found.group() and bare[-1] != "'"
    if text[after] in "“«":
        return True
    token = found.group().lstrip("'‘’")
    long_enough = len(token) >= 3 and token[-2:].islower() and token.replace("-", "").replace("’", "").isalpha()
    return long_enough and token not in TITLES and text[after + 1 : after + 2] in _SECOND


def _segments(text: str, start: int, end: int) -> list[Span]:
    """Return the spans between the line breaks that end a sentence whatever stands before them."""
    end = start + len(text[start:end].rstrip())
    if text.find("\n", start, end) < 0:
        return [(start, end)]
    segments: list[Span] = []
    for first, last in _paragraphs(text, start, end):
        lines = _lines(text, first, last)
        width = max(len(text[a:b].rstrip()) for a, b in lines)
        begin = lines[0][0]
        for (a, b), (c, d) in itertools.pairwise(lines):
            if not _wraps(text[a:b].rstrip(), text[c:d], width):
                segments.append((begin, b))
                begin = c
        segments.append((begin, lines[-1][1]))
    return segments


_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n\s*)")


def _paragraphs(text: str, start: int, end: int) -> list[Span]:
    """Return the spans between blank lines; none is empty."""
    spans: list[Span] = []
    begin = start
    for gap in _BLANK_LINE.finditer(text, start, end):
        spans.append((begin, gap.start()))
        begin = gap.end()
    spans.append((begin, end))
    return [(a, b) for a, b in spans if text[a:b].strip()]


def _lines(text: str, start: int, end: int) -> list[Span]:
    """Return the spans of the lines of a paragraph, without their breaks."""
    spans: list[Span] = []
    while True:
        at = text.find("\n", start, end)
        if at < 0:
            return [*spans, (start, end)]
        spans.append((start, at))
        start = at + 1


def _wraps(line: str, follow: str, width: int) -> bool:
    """Whether the break between two lines only wraps a paragraph set to `width` characters.

    A line that the next line's first word would still have fitted on was not broken for want of room.
    """
    words = follow.split(None, 1)
    if not words or not line.strip():
        return False
    if _ITEM.match(follow) and not (line[-1:].isalnum() and words[0] in "-–—" and words[1:] and words[1][0].islower()):
        return False
    if line[-1] in '.!?…;:"”»' or line.endswith(("; and", "; or")):
        return line.endswith((".", '"')) and (_full(line, words[0], width) or _DANGLING.search(line) is not None)
    if words[0][0].islower() or _DANGLING.search(line):
        return not (line[-1] == "," and words[0][0].isupper() and not _full(line, words[0], width))
    return _full(line, words[0], width)


def _full(line: str, word: str, width: int) -> bool:
    """Whether `word` would not have fitted on `line`, in text wrapped at `width` characters."""
    return _MIN_WIDTH <= width <= _MAX_WIDTH and len(line) + 1 + len(word) > width
