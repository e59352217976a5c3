"""Signs a paragraph carries in itself: what it would be on any page, known before other pages are looked at.

The words are data (`phrases.toml`, by language); here is only how they are looked for. Every sign is asked of short
paragraphs alone, so that a long one costs nothing and a sentence of the article is never taken for a button.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources

from muniment.terms.dates import PartialDate

__all__ = [
    "SHORT",
    "by_its_text",
    "date_and_rubric",
    "find_date",
    "find_own_date",
    "fold",
    "is_prose",
    "looks_like_headline",
    "names_office",
    "names_somebody",
    "only_a_date",
    "photo_names",
    "place_and_date",
    "reachable",
    "role",
    "signs_off",
    "speaks_for_press",
    "verbless",
]

SHORT = 260
"""Longest paragraph asked for a sign, code points (judgement: a contact line of name, office and two numbers)."""

HEADLINE = 320
"""Longest headline, code points; the longest of five scraped releases has 231 (2026-11)."""

_LABEL = 90
"""Longest line that begins like a button, share line or rubric and is one, code points (judgement)."""

_SEPARATOR = re.compile(r"\s+[|>»›•·→/]+\s+|[ \xa0\t]{3,}|  ")
_EXPLICIT = 18
"""Code points from which the first words of a line speak for themselves ("for further information ..."); three fewer
for a line that leads back ("back to the list ...")."""

_BACK_WORDS = 5
"""Most words of a line that leads back, "Back to the full list" (judgement: longer ones are headlines)."""

_EDGES = " \t\n\xa0.,:;!…|/\\-–—•*·»«›‹>←→↑+#“”\"'()[]"


@cache
def _phrases() -> dict[str, dict[str, dict[str, list[str]]]]:
    return tomllib.loads(resources.files(__package__).joinpath("phrases.toml").read_text("utf-8"))


def _words(section: str, part: str = "whole") -> list[str]:
    lists = _phrases()[section].get(part, {})
    return [phrase for language in sorted(lists) for phrase in lists[language]]


def _any_of(phrases: Iterable[str]) -> str:
    """Return the alternatives of a pattern that reads one of some phrases, the longest first; to be put in a group."""
    return "|".join(sorted(map(re.escape, phrases), key=lambda phrase: (-len(phrase), phrase)))


_ROLES = ("contact", "back", "share", "related", "menu", "section", "copyright", "caption", "end", "note", "comments")


def _whole_roles() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _ROLES:
        for phrase in _words(name):
            found.setdefault(phrase, name)
    return found


def _start_roles() -> tuple[re.Pattern[str], dict[str, str]]:
    found: dict[str, str] = {}
    for name in _ROLES:
        for phrase in _words(name, "start"):
            found.setdefault(phrase, name)
    return re.compile(_any_of(found)), found


def _within_roles() -> tuple[tuple[str, str], ...]:
    return tuple((phrase, name) for name in _ROLES for phrase in _words(name, "within"))


_WHOLE = _whole_roles()
_START, _START_ROLE = _start_roles()
_WITHIN = _within_roles()

_MONTHS = {
    name: number
    for language in sorted(_phrases()["months"]["whole"])
    for number, names in enumerate(_phrases()["months"]["whole"][language], start=1)
    for name in names.split("|")
}
_MONTH = _any_of(_MONTHS)

_DATE = re.compile(
    rf"""(?<!\d)(?:
        (?P<y1>(?:19|20)\d\d)[-./](?P<m1>\d{{1,2}})[-./](?P<d1>\d{{1,2}})
      | (?P<d2>\d{{1,2}})[./-](?P<m2>\d{{1,2}})[./-](?P<y2>(?:19|20)\d\d)
      | (?:\d{{1,2}}\s?[–-]\s?)?(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|º|[.,])?\s+(?:de\s+)?
        (?P<m3>{_MONTH})\.?,?\s+(?:de\s+)?(?P<y3>(?:19|20)\d\d)
      | (?P<d5>\d{{1,2}})-(?P<m5>{_MONTH})-(?P<y5>(?:19|20)\d\d)
      | \b(?P<m4>{_MONTH})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?\s?[.,]?\s*(?P<y4>(?:19|20)\d\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Dates as pages print them: ISO 8601 and its dotted kin, day-month-year, and month names of `phrases.toml`."""

_WEEKDAYS = {name: number % 7 for number, name in enumerate(_phrases()["weekdays"]["whole"]["en"])}
"""English names of the days of a week, long and short, Monday being 0."""
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\.?,?\s*\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(
    r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*[(\[]?(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?[)\]]?)?",
    re.IGNORECASE,
)
_OPENING = 90
"""Code points at the head of a paragraph in which a place and a date are looked for."""

_PLACE = re.compile(
    rf"\W*(?:(?=(?:{_any_of(name.title() for name in _words('opening', 'but'))})\b)"
    rf"|(?!(?:{_any_of(word.capitalize() for word in _words('opening', 'never'))})\b))"
    rf"(?:(?:[^\W\d_a-z][\w'’.-]*|{_any_of(_words('opening', 'small'))})[\s,:/()–—-]*){{0,8}}"
)
"""What stands before the date of a dateline: names, with no verb among them."""
_SET_APART = re.compile(r"\s{2,}\S|\s*[|•·]")
_CELL_END = re.compile(r"\s{2,}|[|•·]\s*")
_CLOCK_NEXT = re.compile(rf",?\s*{_CLOCK.pattern}", re.IGNORECASE)
_DASH = re.compile(
    rf"\s*[)\]]?\s*(?:[-–—:/.]|\(\w|,\s+(?:{_any_of(word.capitalize() for word in _words('opening', 'sentence'))})\s"
    r"|,\s+[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2}\s+(?:[-–—]|/))"
)
"""What parts a dateline from the sentence behind it: a dash, an agency, "The" with a capital behind a comma."""
_CLOSED = re.compile(r"\s*[)\]]")
_OPENED = re.compile(r"[(\[][^()\[\]]*\Z")
"""A bracket with the dateline in it: "(Oslo, 5 May 2024)", "OSLO (Agency - 5 May 2024)"."""
_LABELLED = re.compile(
    r"\b(?:" + "|".join(re.escape(word) for word in _words("dated") if len(word) > 5) + r")\W{1,4}", re.IGNORECASE
)
_DATE_WORDS = frozenset(_words("dated")) | frozenset(_words("weekdays"))
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")

_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|\[email[^\]]{0,3}protected\]|(?:https?://|www\.)[^\s<>]{3,200}",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:\+|\b00|\()\d[\d\s().\-/\xa0]{6,24}\d|(?<![\d.,])\d{2,4}(?:[- ]\d{2,4}){2,4}(?![.,]?\d)")
_CONTACT_HINTS = ("@", "://", "www.", "protected]")
_MANY_DIGITS = re.compile(r"\d[\d\s().\-/\xa0]{5,}\d")
_CONTACT_WORDS = frozenset({
    "tel", "telephone", "phone", "fax", "email", "e-mail", "mail", "mob", "mobile", "web", "website", "address",
    "contact", "тел", "факс", "телефон", "почта", "эл", "адрес", "tél", "téléphone", "courriel", "site", "teléfono",
    "correo", "telefon",
})  # fmt: skip

_DIRECTS = re.compile(
    r"(?:For|To) [^.]{3,120}?\b(?:visit|see|contact|call|e-?mail|write|go to|click)\b"
    r"[^.]{0,60}?(?:https?:|www\.|@|\+\d)"
)
"""What tells readers where to turn: "For further particulars, please visit: https://..."."""

_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|tiff?|bmp|webp|heic)\b", re.IGNORECASE)
_IMAGE_NAME = re.compile(
    r"(?<![\w/@:.])[\w%()+-][\w%()+.-]{0,90}?\.(?:jpe?g|png|gif|tiff?|bmp|webp|heic)\b(?![/\w@])", re.IGNORECASE
)
_IMAGE_TAIL = re.compile(r"\s*,?\s*\(?\d+(?:[.,]\d+)?\s?[KM]B\)?", re.IGNORECASE)

_OFFICES = re.compile(
    rf"(?<!\w)(?:{_any_of(_words('office'))})(?!\w)",
    re.IGNORECASE,
)
_CAPITAL = "A-ZÀ-ÞĀ-ŽА-ЯЁ"
_NAME_WORD = rf"(?:[{_CAPITAL}]\.\s?)*[{_CAPITAL}][\w'’-]+"
_NAME = rf"{_NAME_WORD}(?:\s+(?:(?:de|von|van|der|bin|al|el|da|dos)\s+)?{_NAME_WORD}){{0,3}}"
_BYLINE = re.compile(
    r"\(?(?:" + "|".join(word.capitalize() for word in _words("byline", "start")) + rf")\s*{_NAME}(?:\s+in\s+{_NAME})?"
    r"(?:\s*[,;|].{0,90})?\W*"
)
_WRITER = re.compile(
    rf"\b(?i:{'|'.join(word.strip() for word in _words('byline', 'start') if ' ' not in word.strip())}) *:? *"
    rf"(?:{_NAME}|[\w.-]+(?=\W*(?:\||\Z)))"
)
"""Who wrote, in a line that dates a page: "11.05.2012, 10:22 by Ida Moe"; an account alone too: "by admin"."""
_SUBMITTED = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, _words('byline', 'within')))}) \S+(?: \S+)? (?:on|am|le|el)\b", re.IGNORECASE
)
"""Who put a page in, before the day of it: "Submitted by admin on Mon, 05/06/2024 - 10:22" (Drupal writes so)."""
_SYMBOL = re.compile(
    r"(?:[A-Z]{1,8}(?:\.[A-Z]{1,8})?(?:/[A-Z0-9.]+(?:-[A-Z0-9]+)?){1,5}(?: ?\((?:19|20)\d\d\))?"
    r"|(?:Ref(?:erence)?|No|N°|Nr|№|Doc(?:ument)?|Press [Rr]elease|PRESS RELEASE|Media [Rr]elease)"
    r"(?:\.| [Nn]o\.?| [Nn]umber)?:? ?(?:[A-Z()/.-]+ ){0,2}[\w()/.-]*\d[\w()/.-]*(?: \(?\d{4}\)?)?)"
)
"""What a page is filed under: "SG/SM/1234", "Ref. DC 12 (2024)", "No. 45/2023", "PRESS RELEASE 2024-17"."""
_COUNTED = re.compile(
    r"\W*(?:\d+|one|ein) (?:" + "|".join(map(re.escape, _words("comments", "counted"))) + r")\b",
    re.IGNORECASE,
)
"""How many comments there are, as it heads them: "12 comments", "One thought on ..."."""
_PRESS = re.compile(r"\b(?:press|presse|prensa|пресс)", re.IGNORECASE)
_PARTICLES = frozenset({
    "de", "da", "dos", "del", "di", "la", "le", "von", "van", "der", "den", "bin", "ibn", "al", "el", "of", "the",
    "for", "and", "in", "et", "y", "und", "für", "и",
})  # fmt: skip
_VERBISH = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|says|met|took|takes|meets|visited|received|held|holds|"
    r"congratulat\w+|participat\w+|discuss\w+|attend\w+|sign(?:s|ed)|address\w+|welcom\w+|condemn\w+|call(?:s|ed)|"
    r"arriv\w+|express\w+|open(?:s|ed)|presid\w+|deliver\w+|told|thank\w*|elect\w+|appoint\w+)\b", re.IGNORECASE,
)  # fmt: skip
"""Verbs that show a line to be a headline or a sentence and no signature (read off English releases, 2026-11)."""


def fold(text: str) -> str:
    """Return a line as phrases are compared: lower case, one space between words, no punctuation at the ends."""
    return " ".join(text.split()).strip(_EDGES).casefold()


@lru_cache(maxsize=1 << 14)
def role(text: str) -> str:
    """Return the part a short line plays on any page; empty for everything else, above all for prose.

    One of back, share, menu, section, related, copyright, contact, caption, end, note, dated,
    byline, symbol, comments. Answers are kept
    for the lines asked for last, because furniture is what comes again.
    """
    if len(text) > SHORT:
        return ""
    folded = fold(text)
    if not folded:
        return "menu"
    whole = _WHOLE.get(folded)
    if whole:
        return whole
    begun = _begins(text)
    if begun:
        return begun
    labelled = _label(text) if len(text) <= _LABEL else ""
    if labelled:
        return labelled
    hinted = any(hint in text for hint in _CONTACT_HINTS) or _MANY_DIGITS.search(text) is not None
    if hinted and (_is_contact(text) or _DIRECTS.match(text)):
        return "contact"
    return ""


def _label(text: str) -> str:
    """Return the role of a line short enough to be a label: a date, who wrote, a symbol, a row of names."""
    if _date_only(text):
        return "dated"
    if _BYLINE.fullmatch(text.strip(" \xa0([")) and not _VERBISH.search(text):
        return "byline"
    if _SYMBOL.fullmatch(text.strip()):
        return "symbol"
    if _COUNTED.match(text):
        return "comments"
    return "menu" if _is_menu(text) else ""


def _begins(text: str) -> str:
    """Return the role a line has by its first words."""
    lowered = " ".join(text.split()).lstrip(" -–—•*·|>»«→([").casefold()
    match = _START.match(lowered)
    if match is None:
        return next((name for phrase, name in _WITHIN if phrase in lowered), "")
    name = _START_ROLE[match.group()]
    if name == "contact":
        labelled = len(text) <= 40 or ":" in text[: match.end() + 24] or match.end() - match.start() >= _EXPLICIT
        return name if labelled or _is_contact(text) or _ADDRESS.search(text) or _NUMBER.search(text) else ""
    if name in {"menu", "copyright", "caption"}:
        return name
    if name == "back" and len(fold(text).split()) > _BACK_WORDS and len(match.group()) < _EXPLICIT - 3:
        return ""
    return name if len(lowered) <= _LABEL or (name == "related" and len(lowered) <= SHORT) else ""


def _is_menu(text: str) -> bool:
    """Whether a line is a row of names set apart by bars, arrows or wide gaps, or of hashtags."""
    if is_prose(text) and text.rstrip()[-1:] != ";":
        return False
    words = text.split()
    if all(word[0] in "#@" for word in words):
        return True
    pieces = [len(piece.split()) for piece in _SEPARATOR.split(text.strip())]
    longest = 4 if len(pieces) > 2 else 3
    return len(pieces) > 1 and max(pieces) <= longest + (" | " not in text and len(pieces) == 2)


def _is_contact(text: str) -> bool:
    """Whether little but an address or a number is left of a line: at most six other words, or none but labels."""
    rest, found = _ADDRESS.subn(" ", _DATE.sub(" ", text))
    rest, numbers = _NUMBER.subn(" ", rest)
    words = _WORD.findall(rest.casefold())
    others = [word for word in words if word not in _CONTACT_WORDS]
    if not found and not (numbers and (len(others) < len(words) or "+" in text)):
        return False
    return len(others) <= 6 if not rest.rstrip().endswith((".", "!", "?")) else len(others) <= 3


def reachable(text: str) -> bool:
    """Whether a line holds an address or a number to reach somebody by."""
    return _ADDRESS.search(text) is not None or _NUMBER.search(_DATE.sub(" ", text)) is not None


def _date_only(text: str) -> bool:
    """Whether a line is a date and nothing else but a clock time, a place or words such as "Published on"."""
    match = _DATE.search(text) if _YEAR.search(text) else None
    if match is None:
        return False
    rest = _DATE.sub(" ", _CLOCK.sub(" ", text[: match.start()] + " | " + text[match.end() :]))
    rest = _WRITER.sub(" ", _SUBMITTED.sub(" ", rest, count=1), count=1)
    words = [word for word in _WORD.findall(rest) if word.casefold() not in _DATE_WORDS]
    if any(character.isdigit() for character in rest):
        return False
    return len(words) <= 3 and all(word[0].isupper() for word in words) and not rest.rstrip().endswith(("?", "!"))


def find_date(text: str) -> tuple[int, int, str]:
    """Return where the first full date of a line stands and the date as ISO 8601; (-1, -1, "") where there is none.

    A date of numbers is read day before month, as every organisation whose pages were read writes it, unless only the
    other order is a date or falls on the weekday printed before it.
    """
    for match in _DATE.finditer(text) if _YEAR.search(text) else ():
        year, month, day = _fields({key: value for key, value in match.groupdict().items() if value})
        weekday = _WEEKDAY.search(text[: match.start()])
        found: list[PartialDate] = []
        for candidate in ((year, month, day), (year, day, month)):
            try:
                date = PartialDate(*candidate)
                first = date.first_day()
            except ValueError:
                continue
            found.append(date)
            if weekday is not None and _WEEKDAYS[weekday.group(1).lower()] == first.weekday():
                return match.start(), match.end(), date.iso
        if found:
            return match.start(), match.end(), found[0].iso
    return -1, -1, ""


def find_own_date(line: str) -> str:
    """Return the date of a dateline as ISO 8601: what follows "published" or "updated", else the first; or empty."""
    labelled = _LABELLED.search(line)
    return (find_date(line[labelled.end() :])[2] if labelled else "") or find_date(line)[2]


def by_its_text(date: str, line: str, text: str) -> str:
    """Return a line's date with day and month the other way round where the page's text tells it so, else as it is.

    Args:
        date: what `find_own_date` read in the line, ISO 8601.
        line: the line; only a date of numbers with strokes is in doubt ("1/10/2024").
        text: the page's text: "January 10" in it, and nowhere "1 October", tells the month stood first.
    """
    if len(date) != _FULL or not _STROKES.search(line) or int(date[8:]) > _LAST_MONTH or date[5:7] == date[8:]:
        return date
    year, month, day = date.split("-")
    told = _in_words(int(day), int(month)).search(text) and not _in_words(int(month), int(day)).search(text)
    return f"{year}-{day}-{month}" if told else date


def _in_words(month: int, day: int) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name, number in _MONTHS.items() if number == month)
    return re.compile(rf"\b(?:(?:{names}) 0?{day}|0?{day}(?:st|nd|rd|th)? (?:{names}))\b", re.IGNORECASE)


_FULL = 10
"""Characters of a full date."""
_LAST_MONTH = 12
_STROKES = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")


def date_and_rubric(lines: str) -> str:
    """Return the date set apart in a line beside the headline: "4 May 2024   Health", "Health   Oslo   04/05/2024".

    A source, a writer, a place, the hour stand in such a line, parted by blanks or strokes. Empty where a sentence has
    the date, and where it only stands behind a single name, as the day of something else does in a list.
    """
    for line in lines.split("\n"):
        start, end, iso = find_date(line)
        before, after = line[: max(start, 0)], line[end:]
        rest = after.removeprefix(_clock_at(after))
        apart = _SET_APART.match(rest) is not None
        several = not rest.strip() and len(_CELL_END.findall(before)) > 1
        if start >= 0 and (not before.strip() or _CELL_END.search(before[-3:])) and (apart or several):
            return by_its_text(iso, line, lines)
    return ""


def _clock_at(text: str) -> str:
    """Return the hour that a text begins with, without the blanks behind it; empty where it begins with none."""
    match = _CLOCK_NEXT.match(text)
    return match[0].rstrip() if match is not None else ""


def only_a_date(text: str) -> str:
    """Return the date that a paragraph consists of, with or without the hour; empty where it says anything else."""
    start, end, iso = find_date(text[:_OPENING])
    rest = text[end:].removeprefix(_clock_at(text[end:]))
    return iso if start >= 0 and not (text[:start] + rest).strip(" .\n") else ""


def place_and_date(text: str) -> str:
    """Return the date that a paragraph opens with ("VIENNA, 17 July 2019 -", "Issued on 17 July 2019."); or empty.

    Only a date with its year: of "VIENNA, July 17. /Agency/" the year is inferred when the page is read
    (`reading.en.imprint`).
    """
    start, end, iso = find_date(text[:_OPENING])
    if start < 0 or not (_PLACE.fullmatch(text[:start]) or _labels(text[:start])):
        return ""
    bracketed = _OPENED.search(text[:start]) is not None and _CLOSED.match(text[end:]) is not None
    return iso if bracketed or _DASH.match(text[end:]) else ""


def _labels(text: str) -> bool:
    """Whether a text is words that only tell of a date ("Issued on"), and more than "on" or "at"."""
    words = [word.casefold() for word in _WORD.findall(text)]
    return any(len(word) > len("on") for word in words) and _DATE_WORDS.issuperset(words)


def _fields(groups: dict[str, str]) -> tuple[int, int, int]:
    values = {key[0]: value for key, value in groups.items()}
    month = values["m"].casefold()
    return int(values["y"]), int(month) if month.isdigit() else _MONTHS[month], int(values["d"])


def photo_names(text: str) -> list[tuple[int, int]]:
    """Return where names of picture files stand in a paragraph, as spans of code points, in order.

    A name counts where it stands alone, at an end of the paragraph, or looks as cameras write it (a digit in it); a
    picture file spoken of in a sentence ("the file report.png was lost") stays where it is.
    """
    if _IMAGE.search(text) is None:
        return []
    spans = []
    begin, close = len(text) - len(text.lstrip()), len(text.rstrip(" \xa0\t\n."))
    for match in _IMAGE_NAME.finditer(text):
        size = _IMAGE_TAIL.match(text, match.end())
        start, end = match.start(), size.end() if size else match.end()
        if start <= begin or end >= close or any(character.isdigit() for character in match.group()):
            spans.append((start, end))
    return spans


_REMARK = re.compile(r"(?<=[.!?…])[\s\xa0]*[(\[][^()\[\]]{1,30}[)\]][\s\xa0]*\Z")
"""A remark behind a sentence: "(Video)", "[photo report]"."""


def is_prose(text: str) -> bool:
    """Whether a paragraph reads as sentences: closed by a full stop or the like, or too long for a heading."""
    if len(text) < 25:
        return False
    if text.rstrip()[-1:] in ")]":
        text = _REMARK.sub("", text)
    return text.rstrip(" \xa0\"'”’»)]*")[-1:] in ".!?…:;" or len(text) > HEADLINE


def looks_like_headline(text: str) -> bool:
    """Whether a line may be a headline: one line of two words or more, not closed like a sentence, no salutation."""
    if not 8 <= len(text) <= HEADLINE or "\n" in text.strip():
        return False
    last = text.rstrip(" \xa0\"'”’»)]")[-1:]
    if last in ".,;:…" and not text.endswith(("...", "…")):
        return False
    return " " in text.strip() and any(character.isalpha() for character in text)


def signs_off(text: str) -> bool:
    """Whether a line signs a page: an office with a person or press service, no verb and no full stop."""
    line = " ".join(text.split()).strip(" -–—*")
    if not 6 <= len(line) <= 160 or line[-1:] in ".:;?!," or len(line.split()) > 18 or _VERBISH.search(line):
        return False
    if not line[0].isupper():
        return False
    office = _OFFICES.search(line)
    if office is None:
        return False
    if speaks_for_press(office.group()):
        return True
    return _ends_in_name(line[office.end() :]) or _ends_in_name(line[: office.start()].rstrip(" ,–—-("))


def names_somebody(text: str, longest: int = 5) -> bool:
    """Whether a line is a name and nothing else: two words or more with capitals, but for particles and ranks."""
    words = text.split()
    if not 2 <= len(words) <= longest or text.rstrip()[-1:] in ",;:!?" or any(c.isdigit() for c in text):
        return False
    small = sum(word in _PARTICLES for word in words)
    return len(words) - small >= 2 and all(word[0].isupper() or word in _PARTICLES for word in words)


def names_office(text: str) -> bool:
    """Whether a short line with no verb and no full stop names an office, or a department that speaks to the press."""
    line = " ".join(text.split())
    if not 5 <= len(line) <= 140 or line[-1] in ".:;?!" or _VERBISH.search(line):
        return False
    return _OFFICES.search(line) is not None


def verbless(text: str) -> bool:
    """Whether a line holds none of the verbs that headlines and sentences have."""
    return _VERBISH.search(text) is None


def speaks_for_press(text: str) -> bool:
    """Whether a line names a press secretary, press service or the like."""
    return _PRESS.search(text) is not None


def _ends_in_name(text: str) -> bool:
    """Whether the last two words or more, up to a comma, are a name: each with a capital, or initials before one."""
    last = re.split(r"[,;:]", text)[-1].split()[-3:]
    named = [word for word in last if word[0].isupper() and (len(word) > 1)]
    return len(named) >= 2
