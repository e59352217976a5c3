"""Names of people: the same person under transliterations, initials, name orders and titles.

The folds follow the differences between the systems in use for Cyrillic names (BGN/PCGN 1947, ISO 9, ICAO Doc 9303)
and the habits of press services that mix them.
"""

from __future__ import annotations

import functools
import re
from functools import cache, lru_cache

from muniment.registers.identity.offices import same_organization
from muniment.registers.identity.scripts import latin
from muniment.registers.identity.words import content, listed

__all__ = [
    "DIFFERENT", "FULL", "INITIALS", "REFUSED", "SAME", "SURNAME", "agree", "compare", "is_name", "sounded",
    "surname_keys",
]  # fmt: skip

FULL, INITIALS, SURNAME, DIFFERENT = 3, 2, 1, 0
"""How two names agree: full names; surname and initials; surname alone; not at all."""

_TITLES = listed(
    "mr mrs ms dr prof professor general colonel lieutenant major captain admiral marshal ambassador president "
    "minister he hon sir lord excellency comrade"
)
_PARTICLES = listed(
    "van der den de da di del della dos du la le von zu zur al el bin ibn ben bint abu abul aboul ul ud oglu ogly kyzy "
    "uulu"
)
_GENERATIONS = {"jr": "junior", "junior": "junior", "sr": "senior", "senior": "senior"}
"""Words after a name that tell a father from his son."""

_FOLDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"(?<=[^aeiouyq])ue(?=[^aeiouyv])", "u"), (r"oe(?=[^aeiouyv])", "o"), (r"ae(?=[^aeiouyv])", "a"),
        (r"(?<=\w)ee(?=\w)", "i"), (r"(?<=\w)oo(?=\w)", "u"), (r"(?<=\w)e[iy](?=[^aeiouy])", "ai"),
        (r"dzh|dj|zh", "Z"), (r"^j(?=[aeou])", "Z"), (r"shch", "S"), (r"sh", "S"), (r"tch|ch", "C"), (r"ts|tz", "c"),
        (r"kh", "h"), (r"gh", "g"), (r"ph", "f"), (r"ck", "k"), (r"ks", "x"), (r"w", "v"), (r"off$", "ov"),
        (r"q", "k"), (r"ou", "u"), (r"[yij]+", "i"), (r"^i(?=[eaou])", ""), (r"i(?=e)", ""), (r"er$", "r"),
        (r"enka$", "enko"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
"""-y-/-i-/-j- and runs of them; ye-/e-, -ye-/-ie-/-e-; kh/h, gh/g; zh/dzh/j; ks/x; w/v; -er/-r; doubled letters; ue
for ü and so on; English ee, oo; ei/ai of Arabic names; Belarusian -enka."""

_READINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "plain": (),
    "hard": ((r"dzh|dj|zh|j", "Z"), (r"^c(?=[aeiou])", "Z")),
    "french": (("ch", "sh"),),
}
"""How letters may be sounded that spellings disagree on: j and Turkic c as in "Jamal", French ch as sh."""

_ONE_NAME = (
    "alexander aleksandr aliaksandr oleksandr", "vladimir volodymyr uladzimir", "nikolai mikola mykola",
    "sergei siarhei serhii", "andrei andrii", "mikhail mykhailo", "stanislav stanislau", "dmitri dmytro dzmitry",
    "alexei oleksii aliaksei", "elena olena", "evgeny yevhen yauhen", "konstantin kostiantyn kanstantsin",
    "grigory hryhorii ryhor", "pavel pavlo", "petr petro pyotr", "natalia nataliia", "igor ihor ihar",
    "oleg oleh aleh", "viktor victor viktar", "vasily vasyl vasil", "yuri yurii", "muhammad mohammed mohamed mohammad",
    "ahmad ahmed", "husain hussein hossein", "yusuf youssef yousef", "umar omar", "osman othman usman",
    "abdullah abdallah abdulla", "ibrahim brahim ebrahim",
)  # fmt: skip
"""Given names that the languages of one man's papers spell as different words: Russian, Ukrainian and Belarusian
passports (ICAO Doc 9303), Arabic names by their English, French and Turkish romanisations."""

_EITHER = (
    "ali ahmed omar said hassan husain ibrahim ismail muhammad khalid salem saleh abdullah yusuf mahmoud mustafa daud "
    "suleiman osman hamid rashid jamal karim nasser musa isa amin tariq walid salman sultan hamad"
)
"""Given names of which a father's stands last: two of them turned round are two men, son and father."""


def _token(token: str, reading: str) -> str:
    if len(token) == 1:
        return {"y": "i"}.get(token, token)
    for pattern, into in _READINGS[reading]:
        token = re.sub(pattern, into, token)
    token = _fold(token)
    return _one_name().get(token, token) if reading == "plain" else token


def _fold(word: str) -> str:
    return functools.reduce(lambda folded, fold: fold[0].sub(fold[1], folded), _FOLDS, word)


@cache
def _one_name() -> dict[str, str]:
    """Return the folded given names that are another's form, with that other."""
    known: dict[str, str] = {}
    for group in _ONE_NAME:
        forms = [
            functools.reduce(lambda word, fold: fold[0].sub(fold[1], word), _FOLDS, form) for form in group.split()
        ]
        known.update(dict.fromkeys(forms, forms[0]))
    return known


@cache
def _either() -> frozenset[str]:
    return frozenset(_token(name, "plain") for name in _EITHER.split())


@lru_cache(maxsize=16384)
def sounded(word: str) -> str:
    """Return a word as names are compared: in Latin letters, folded over the ways to romanise it."""
    return _token(latin(word).casefold(), "plain")


def _words(name: str) -> list[str]:
    """Return a name's words in small Latin letters, without what stands after its second comma."""
    plain = latin(name.split(",")[0] if name.count(",") > 1 else name).casefold()
    return re.split(r"[\s,]+|(?<=\.)(?=[^\W\d_])", re.sub(r"['’ʼ`\"«»“”]", "", plain))


@lru_cache(maxsize=16384)
def _parts(name: str, reading: str = "plain") -> tuple[tuple[str, ...], ...]:
    """Return a name's words in order, each as its folded hyphenated parts; an initial is one letter."""
    words = []
    for word in _words(name):
        bits = re.findall(r"[^\W\d_]+", word)
        while len(bits) > 1 and bits[0] in _PARTICLES:
            del bits[0]
        skipped = len(bits) == 1 and (bits[0] in _TITLES or bits[0] in _PARTICLES or bits[0] in _GENERATIONS)
        if bits and not skipped:
            words.append(tuple(_token(bit, reading) for bit in bits))
    return tuple(words)


def _generation(name: str) -> str:
    return next((_GENERATIONS[word.strip(".")] for word in _words(name)[-1:] if word.strip(".") in _GENERATIONS), "")


def surname_keys(name: str) -> list[str]:
    """Return blocking keys that two forms of one person's name share: each full word of it, folded.

    Given names are keys too, since some pages put the family name first; so are both halves of a joined name.
    """
    words = {"".join(bits) for bits in _parts(name)} | {
        bit for bits in _parts(name) for bit in bits if len(bit) >= _LONG
    }
    return sorted(word for word in words if len(word) > 2)


_LONG = 5
"""Letters from which a folded name is hardly a syllable of another's given name (judgement: "Jong" and "Moon" are)."""

_INSTITUTIONS = listed(
    "council committee organization ministry assembly republic secretariat union parliament group state government "
    "minister president center commission court forum nation federation office service staff duma senate bureau agency "
    "party delegation force secretary chair representative deputy member kingdom bank league community"
)


@lru_cache(maxsize=16384)
def is_name(name: str) -> bool:
    """Whether this looks like a person's name: one to six words, capitals or particles, nothing of an institution."""
    parts = re.findall(r"[^\W\d_][\w'’.-]*", name)
    named = [part for part in parts if part.casefold() not in _PARTICLES and part.casefold() not in _TITLES]
    if not 0 < len(named) <= 6 or not all(part[0].isupper() or part.split("-")[0] in _PARTICLES for part in named):
        return False
    return not _INSTITUTIONS & content(name) and not any(len(part) > 2 and part.isupper() for part in named)


def agree(a: str, b: str) -> int:
    """Return how two names of people or bodies agree, as `compare` does; bodies and states agree wholly or not."""
    if is_name(a) and is_name(b):
        return compare(a, b)
    return FULL if same_organization(a, b) else DIFFERENT


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """Return how two given names agree: 1 same, 0 one is the other's initials, -1 clash."""
    if a == b or "".join(a) == "".join(b):
        return 1
    short, long = (a, b) if sum(map(len, a)) <= sum(map(len, b)) else (b, a)
    if all(len(bit) == 1 for bit in short) and all(map(_begins, long, short)):
        return 0
    return -1


def _begins(full: str, initial: str) -> bool:
    """Whether a folded name may be abbreviated so: Zhomart as J., Yevgeny (folded "evgeni") as Y., Khalil as K."""
    first = full[0].casefold()
    return first in {"j": "zij", "i": "ieaou", "k": "kh"}.get(initial, initial.casefold())


@lru_cache(maxsize=16384)
def compare(a: str, b: str) -> int:
    """Return how two names agree: `FULL`, `INITIALS`, `SURNAME`, `DIFFERENT`, or -1 where given names clash."""
    generations = {_generation(a), _generation(b)} - {""}
    if len(generations) > 1:
        return -1
    if _fathers_last(a, b):
        return DIFFERENT if _parts(a)[-1] != _parts(b)[-1] else _in_order(_parts(a), _parts(b))
    found = _read_alike(a, b, "plain")
    for reading in ("hard", "french") if found <= DIFFERENT else ():
        other = _read_alike(a, b, reading)
        if other >= INITIALS:
            return other
    return found


def _read_alike(a: str, b: str, reading: str) -> int:
    """Return how two names agree when their letters are sounded in one way."""
    one, two = _parts(a, reading), _parts(b, reading)
    if not one or not two:
        return DIFFERENT
    if one == two or _joined(one) == _joined(two):
        return FULL if len(one) > 1 else SURNAME
    if sorted(one) == sorted(two):
        return FULL
    found = _in_order(one, two)
    if found > DIFFERENT:
        return found
    turned = _in_order(one[1:] + one[:1], two), _in_order(one, two[1:] + two[:1])
    return max(turned) if max(turned) >= INITIALS else found


def _fathers_last(a: str, b: str) -> bool:
    """Whether two names are all given names, so that their order tells who is whose son, and their orders differ."""
    one, two = _parts(a), _parts(b)
    return (
        bool(one and two)
        and one != two
        and {word for words in (one, two) for bits in words for word in bits} <= _either()
    )


def _joined(words: tuple[tuple[str, ...], ...]) -> str:
    return "".join(bit for bits in words for bit in bits)


def _in_order(one: tuple[tuple[str, ...], ...], two: tuple[tuple[str, ...], ...]) -> int:
    """Return how two names agree whose surname stands last; a middle name that only one has is no matter."""
    if "".join(one[-1]) != "".join(two[-1]):
        return FULL if _subset(one, two) or _double(one, two) else DIFFERENT
    mine, yours = one[:-1], two[:-1]
    if not mine or not yours:
        return SURNAME
    first = _given(mine[0], yours[0])
    if first < 0:
        return FULL if _subset(one, two) else -1
    middle = [_given(left, right) for left, right in zip(mine[1:], yours[1:], strict=False)]
    if any(score < 0 for score in middle):
        return -1
    return FULL if first == 1 else INITIALS


def _double(one: tuple[tuple[str, ...], ...], two: tuple[tuple[str, ...], ...]) -> bool:
    """Whether one surname is half of the other's joined one, under given names that are the same in full."""
    short, long = sorted((one[-1], two[-1]), key=len)
    half = len(short) == 1 < len(long) and short[0] in long and len(short[0]) >= _LONG
    return half and one[:-1] == two[:-1] != () and len("".join(one[0])) > 1


def _subset(one: tuple[tuple[str, ...], ...], two: tuple[tuple[str, ...], ...]) -> bool:
    """Whether every word of one name, at least two and all in full, stands in the other, in whatever order."""
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    return len(short) > 1 and all(len("".join(word)) > 2 for word in short) and set(short) <= set(long)


SAME: tuple[tuple[str, str, int], ...] = (
    ("Olvar Zaitemov", "Olvar Zaytemov", FULL),
    ("Yevgeny Drozhin", "Evgenii Drozhin", FULL),
    ("Mikhail Bakhrev", "Mihail Bahrev", FULL),
    ("Dmitriy Vassiliev", "Dmitri Vasilyev", FULL),
    ("Sergey Andreychuk", "Sergei Andreichuk", FULL),
    ("Aleksandr Tomev", "Alexander Tomev", FULL),
    ("Bakyt Zheenov", "Bakit Jeenov", FULL),
    ("S. Marr", "Stanislav Marr", INITIALS),
    ("K.-J. Oralbek", "Kassym-Jomart Oralbek", INITIALS),
    ("Kasym-Zhomart Oralbek", "Kassym-Jomart Oralbek", FULL),
    ("A.B. Corvin", "Anton Borisovich Corvin", INITIALS),
    ("Anton Borisovich Corvin", "Anton Corvin", FULL),
    ("Y. Drozhin", "Yevgeny Drozhin", INITIALS),
    ("Marr", "Stanislav Marr", SURNAME),
    ("Marr Stanislav", "Stanislav Marr", FULL),
    ("Zokirov Mahmad Toir", "Mahmad Zokirov", FULL),
    ("Mr. Jan van der Holt", "Jan Van Der Holt", FULL),
    ("Miroslav Jenčak", "Miroslav Jencak", FULL),
    ("General Pavel Ostrin", "Pavel Ostrin", FULL),
    ("Павел Острин", "Pavel Ostrin", FULL),
    ("Արամ Վարդյան", "Aram Vardian", FULL),
    ("Tamaz Gelovichvili", "Tamaz Gelovishvili", FULL),
    ("Cavid Ordubadi", "Javid Ordubadi", FULL),
    ("Mirojon Ashurov", "Mirodjon Ashurov", FULL),
    ("Günther Rösler", "Guenther Roesler", FULL),
    ("Ahmad al-Marsawi", "Ahmed Marsawi", FULL),
    ("Han Do-yun", "Han Do Yun", FULL),
    ("Irina Dovar", "Irina Dovar-Stelling", FULL),
    ("Uladzimir Tomenka", "Vladimir Tomenko", FULL),
)
"""Names of one person, and how they agree."""

REFUSED: tuple[tuple[str, str], ...] = (
    ("Stanislav Marr", "Viktor Marr"),
    ("S. Marr", "Viktor Marr"),
    ("Anton B. Corvin", "Anton D. Corvin"),
    ("Pavel Ostrin", "Pavel Ostrov"),
    ("Elena Dovar", "Irina Dovar"),
    ("K.-J. Oralbek", "Nursultan Oralbek"),
    ("Stanislav Marr Jr.", "Stanislav Marr Sr."),
    ("Khalid Hassan", "Hassan Khalid"),
    ("Han Do-yun", "Han Do-jin"),
    ("Anna Dovar-Stelling", "Irina Dovar"),
    ("Günther Rösler", "Günther Rüsler"),
)
"""Names that look alike and are two people."""
