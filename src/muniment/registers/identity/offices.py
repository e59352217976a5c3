"""Offices and the organisations they belong to: one post under several wordings, and posts that only look alike."""

from __future__ import annotations

import re
from functools import lru_cache

from muniment.registers.identity.words import (
    acronyms,
    content,
    folded,
    initials,
    listed,
    run,
    spelt_alike,
    unbracketed,
)

__all__ = [
    "REFUSED", "SAME", "keys_asked", "name_keys", "office_keys", "office_words", "same_office", "same_organization",
    "state_words", "token_keys",
]  # fmt: skip

_QUALIFIERS = listed(
    "deputy first 1st assistant acting former honorary associate senior interim designate elect undersecretary cochair"
)
"""Words that make another post of it: a deputy is not the minister."""

_WORDS = {
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "chairmanship": "chair",
    "foreign": "foreign", "affair": "", "secretarygeneral": "secretary", "premier": "prime",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "excellency": "", "vice": "deputy", "head": "chief",
    "internal": "interior", "cochairman": "cochair", "cochairperson": "cochair",
}  # fmt: skip

_SHORTENED = (("ambassador", listed("extraordinary plenipotentiary")), ("permanent", listed("plenipotentiary")))
"""Words of a full title that pages leave out beside its telling word."""

_STATES = {
    "russian federation": "russia", "kyrgyz republic": "kyrgyzstan", "czech republic": "czechia",
    "slovak republic": "slovakia", "hellenic republic": "greece", "swiss confederation": "switzerland",
    "french republic": "france", "italian republic": "italy", "portuguese republic": "portugal",
    "argentine republic": "argentina", "lebanese republic": "lebanon", "togolese republic": "togo",
    "gabonese republic": "gabon", "syrian arab republic": "syria",
}  # fmt: skip
"""Official names that hold no short name. Source: United Nations, Official Names of the United Nations Membership."""

_FORMS = listed("republic kingdom federation commonwealth islamic state grand duchy principality sultanate")
"""Words for a form of state; "democratic" and "north" are none, for they tell two states apart."""


_MINISTERS = listed("minister ministry")
"""Beside these "affairs" says nothing: a minister of foreign affairs is a foreign minister."""

_ORGANS = {"standing": "permanent", "constitutional": "constitution"}
"""Words of which bodies' names use either."""


@lru_cache(maxsize=16384)
def state_words(name: str) -> frozenset[str]:
    """Return what is left of a state's or organisation's name without words for its form."""
    plain = " ".join(word for word in folded(unbracketed(name)) if word not in ("the", "of", "and"))
    for official, short in _STATES.items():
        plain = plain.replace(official, short)
    words = content(plain)
    if words & _MINISTERS:
        words -= {"affair"}
    return frozenset(_ORGANS.get(word, word) for word in words - _FORMS or words)


@lru_cache(maxsize=65536)
def same_organization(a: str, b: str) -> bool:
    """Whether two names are one state, organisation or body."""
    if state_words(a) == state_words(b):
        return True
    one, two = spelt_alike(unbracketed(a), unbracketed(b))
    return one == two or (one - _FORMS or one) == (two - _FORMS or two)


_LEAST, _MOST = 2, 8
"""Letters of an acronym (as `words.acronyms` has it)."""

_TOKEN = re.compile(r"\w+")


def name_keys(name: str) -> frozenset[str]:
    """Return what a name is found by among very many: its words, its acronyms (`^`), and its words as written (`=`)."""
    plain = unbracketed(name)
    shorts = (f"^{short}" for short in acronyms(plain))
    return state_words(name) | content(plain) | {*shorts, *token_keys(name)}


def token_keys(text: str) -> frozenset[str]:
    """Return keys of the words of a text as they are written, small letters or capitals."""
    return frozenset(f"={word}" for word in _TOKEN.findall(text.casefold()))


def keys_asked(name: str) -> frozenset[str] | None:
    """Return keys of which all names have one that are one organisation with a name; None where others may be, too.

    They are one by their words together, or by an acronym of theirs that this name spells out.
    """
    plain = unbracketed(name)
    words = state_words(name) | content(plain)
    if acronyms(plain) or not words:
        return None
    letters = "".join(word[:1] for word in run(plain))
    sizes = range(_LEAST, _MOST + 1)
    return words | {f"^{letters[at : at + size]}" for size in sizes for at in range(len(letters) - size + 1)}


@lru_cache(maxsize=16384)
def _office(office: str, organization: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return an office's qualifiers, its words, and its words together with the organisation's."""
    words = office_words(office)
    words = words - initials(organization) or words
    whole = words | {_WORDS.get(word, word) for word in state_words(organization)} - {""}
    forms = _FORMS - {"state"}
    return frozenset(words & _QUALIFIERS), frozenset(words - _QUALIFIERS), frozenset(whole - _QUALIFIERS - forms)


@lru_cache(maxsize=16384)
def office_words(office: str) -> frozenset[str]:
    """Return an office's words, each in one form: "Vice-Chairman" and "deputy chair" give the same."""
    office = _ABBREVIATED.get(office, office)
    parted = _STATE_OF.sub("", _RUN_ON.sub(r"\1", unbracketed(office))).replace("-", " ")
    words = {_WORDS.get(word, word) for word in content(parted)} - {""}
    for telling, left_out in _SHORTENED:
        if telling in words:
            words -= left_out
    return frozenset(words)


_ABBREVIATED = {"PM": "Prime Minister", "FM": "Foreign Minister"}
"""Offices that the press writes as two letters."""

_RUN_ON = re.compile(r"\b(under|co)[- ](?=secretar|chair)", re.IGNORECASE)
_STATE_OF = re.compile(r"\bState of (?=[^\W_a-z])")


def same_office(office: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two offices, each `(office, organization)`, are one post.

    Where a title ends and the organisation's name begins is a matter of taste, so "Chairman of the Assembly" of the
    "Assembly" and "Chairman" of the "Assembly" are one post. An empty office or organisation is not stated.
    """
    (qualified, words, whole), (qualified_too, words_too, whole_too) = _office(*office), _office(*other)
    if qualified != qualified_too:
        return False
    if words == words_too:
        return not office[1] or not other[1] or same_organization(office[1], other[1]) or whole == whole_too
    if _spelt_out(office, other):
        return True
    if not words or not words_too:
        return bool(office[1] and other[1]) and same_organization(office[1], other[1])
    if whole == whole_too:
        return True
    short, long = (words, whole_too) if len(words) <= len(words_too) else (words_too, whole)
    unplaced = not (other[1] if short is words else office[1]) or not (office[1] if short is words else other[1])
    if office[1] and other[1] and not unplaced:
        return same_organization(office[1], other[1]) and short <= long and long - short <= state_words(office[1])
    return short < long and len(short) > 1


_INITIALS = range(2, 9)
"""Words that an acronym is made of (as `words.spelt_alike` has it)."""


@lru_cache(maxsize=16384)
def office_keys(office: tuple[str, str]) -> frozenset[tuple[str, object]]:
    """Return keys of an office with an organisation: two such offices that are one post share one at least.

    They are one by their words together, or by organisations that are one: by their words, or by an acronym of the
    one that the other spells out.
    """
    title, organization = office
    words, run_of = content(unbracketed(organization)), run(unbracketed(organization))
    spelt_out = (
        "".join(word[:1] for word in run_of[at : at + length])
        for length in _INITIALS
        for at in range(len(run_of) - length + 1)
    )
    return frozenset(
        [
            ("whole", _office(title, organization)[2]), ("state", state_words(organization)),
            ("words", words - _FORMS or words), *(("acronym", short) for short in acronyms(organization)),
            *(("acronym", short) for short in spelt_out),
        ]
    )  # fmt: skip


def _spelt_out(office: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two titles are one once an acronym in one is spelt out as in the other; their organisations agree."""
    if office[1] and other[1] and not same_organization(office[1], other[1]):
        return False
    one, two = spelt_alike(office[0], other[0])
    return one == two


SAME: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = (
    (("Foreign Minister", "Republic of Ostland"), ("Minister of Foreign Affairs", "Ostland")),
    (("Minister for Foreign Affairs", "Ostland"), ("Foreign Minister", "Ostland")),
    (("Chairman of the River Assembly", "River Assembly"), ("Chairperson", "River Assembly")),
    (("Secretary-General", "Quiet River Federation"), ("Secretary General", "QRF")),
    (("Minister of Defence", "Ostland"), ("Minister of Defense", "Republic of Ostland")),
    (("Secretary of the Security Council", "Kyrgyz Republic"), ("Secretary of the Security Council", "Kyrgyzstan")),
    (("First Deputy Chair", "River Assembly"), ("first deputy chairman", "River Assembly")),
    (("Secretary General", ""), ("Secretary General", "Quiet River Federation")),
    (("Vice-Chairman of the Assembly", "River Assembly"), ("Deputy Chair of the Assembly", "River Assembly")),
    (("Head of the Joint Staff", "QRF"), ("Chief of the Joint Staff", "QRF")),
    (("Minister of Internal Affairs", "Ostland"), ("Interior Minister", "Ostland")),
    (("Ambassador Extraordinary and Plenipotentiary to Westland", "Ostland"), ("Ambassador to Westland", "Ostland")),
    (("Permanent and Plenipotentiary Representative", "Ostland"), ("Permanent Representative", "Ostland")),
    (("Co-Chairman of the Panel", "QRF"), ("Co-chair of the Panel", "QRF")),
    (("Commander of the Flood Relief Corps", "QRF"), ("Commander of the FRC", "QRF")),
    (("PM", "Ostland"), ("Prime Minister", "Ostland")),
    (("QRF Secretary General", "Quiet River Federation"), ("Secretary General", "Quiet River Federation")),
)
"""Pairs that are one post."""

REFUSED: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = (
    (("Deputy Minister of Foreign Affairs", "Ostland"), ("Minister of Foreign Affairs", "Ostland")),
    (("Acting Secretary General", "Quiet River Federation"), ("Secretary General", "Quiet River Federation")),
    (("First Deputy Chair", "River Assembly"), ("Deputy Chair", "River Assembly")),
    (("Minister of Defence", "Ostland"), ("Minister of the Interior", "Ostland")),
    (("President", "Ostland"), ("President", "Westland")),
    (("Ambassador", "Republic of the Congo"), ("Ambassador", "Democratic Republic of the Congo")),
    (("President", "Niger"), ("President", "Nigeria")),
    (("President", "Guinea"), ("President", "Equatorial Guinea")),
    (("President", "Dominica"), ("President", "Dominican Republic")),
    (("Prime Minister", "Ostland"), ("Minister", "Ostland")),
    (("Assistant Secretary General", "Quiet River Federation"), ("Secretary General", "Quiet River Federation")),
    (("Under-Secretary-General", "Quiet River Federation"), ("Secretary-General", "Quiet River Federation")),
    (("Plenipotentiary Representative", "Ostland"), ("Permanent Representative", "Ostland")),
    (("State Secretary of the Harbour Council", "Ostland"), ("Secretary of the Harbour Council", "Ostland")),
    (("Co-Chair of the Panel", "QRF"), ("Chair of the Panel", "QRF")),
)
"""Pairs that are two posts."""
