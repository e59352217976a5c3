"""Names of people: the same person under transliterations, initials, name orders and titles.

The folds follow the differences between the systems in use for Cyrillic names (BGN/PCGN 1947, ISO 9, ICAO Doc 9303)
and the habits of press services that mix them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from muniment.registers.identity.offices import same_organization
from muniment.registers.identity.words import content, listed

__all__ = ["DIFFERENT", "FULL", "INITIALS", "REFUSED", "SAME", "SURNAME", "agree", "compare", "is_name", "surname_keys"]

FULL, INITIALS, SURNAME, DIFFERENT = 3, 2, 1, 0
"""How two names agree: full names; surname and initials; surname alone; not at all."""

_TITLES = listed(
    "mr mrs ms dr prof professor general colonel lieutenant major captain admiral marshal ambassador president "
    "minister he hon sir lord excellency comrade"
)
_PARTICLES = listed(
    "van der den de da di del della dos du la le von zu zur al el bin ibn ben bint abu ul ud oglu ogly kyzy uulu"
)
_FOLDS = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"dzh|dj|zh", "Z"), (r"^j(?=[aeou])", "Z"), (r"shch", "S"), (r"sh", "S"), (r"tch|ch", "C"), (r"ts|tz", "c"),
        (r"kh|gh", "h"), (r"ph", "f"), (r"ck", "k"), (r"ks", "x"), (r"w", "v"), (r"q", "k"), (r"ou", "u"),
        (r"[yij]+", "i"), (r"^i(?=[eaou])", ""), (r"i(?=e)", ""), (r"er$", "r"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
"""-y-/-i-/-j- and runs of them; ye-/e-, -ye-/-ie-/-e-; kh/h, gh/h; zh/dzh/j; ks/x; w/v; -er/-r; doubled letters."""


@lru_cache(maxsize=16384)
def _token(token: str) -> str:
    if len(token) == 1:
        return {"y": "i"}.get(token, token)
    for pattern, into in _FOLDS:
        token = pattern.sub(into, token)
    return token


@lru_cache(maxsize=16384)
def _parts(name: str) -> tuple[tuple[str, ...], ...]:
    """Return a name's words in order, each as its folded hyphenated parts; an initial is one letter."""
    plain = unicodedata.normalize("NFKD", name.split(",")[0] if name.count(",") > 1 else name)
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch)).casefold()
    plain = re.sub(r"['’ʼ`\"«»“”]", "", plain).replace("ł", "l").replace("ø", "o").replace("ı", "i")
    words = []
    for word in re.split(r"[\s,]+|(?<=\.)(?=[^\W\d_])", plain):
        bits = tuple(_token(bit) for bit in re.findall(r"[^\W\d_]+", word))
        if bits and not (len(bits) == 1 and (word.strip(".") in _TITLES or bits[0] in _PARTICLES)):
            words.append(bits)
    return tuple(words)


def surname_keys(name: str) -> list[str]:
    """Return blocking keys that two forms of one person's name share: each full word of it, folded.

    Given names are keys too, since some pages put the family name first.
    """
    return sorted({"".join(bits) for bits in _parts(name) if len("".join(bits)) > 2})


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
    if not 0 < len(named) <= 6 or not all(part[0].isupper() for part in named):
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


def compare(a: str, b: str) -> int:
    """Return how two names agree: `FULL`, `INITIALS`, `SURNAME`, `DIFFERENT`, or -1 where given names clash."""
    one, two = _parts(a), _parts(b)
    if not one or not two:
        return DIFFERENT
    if sorted(one) == sorted(two):
        return FULL if len(one) > 1 else SURNAME
    found = _in_order(one, two)
    if found > DIFFERENT:
        return found
    turned = _in_order(one[1:] + one[:1], two), _in_order(one, two[1:] + two[:1])
    return max(turned) if max(turned) >= INITIALS else found


def _in_order(one: tuple[tuple[str, ...], ...], two: tuple[tuple[str, ...], ...]) -> int:
    """Return how two names agree whose surname stands last; a middle name that only one has is no matter."""
    if "".join(one[-1]) != "".join(two[-1]):
        return FULL if _subset(one, two) else DIFFERENT
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
)
"""Names of one person, and how they agree."""

REFUSED: tuple[tuple[str, str], ...] = (
    ("Stanislav Marr", "Viktor Marr"),
    ("S. Marr", "Viktor Marr"),
    ("Anton B. Corvin", "Anton D. Corvin"),
    ("Pavel Ostrin", "Pavel Ostrov"),
    ("Elena Dovar", "Irina Dovar"),
    ("K.-J. Oralbek", "Nursultan Oralbek"),
)
"""Names that look alike and are two people."""
