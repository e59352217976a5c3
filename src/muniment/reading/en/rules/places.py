"""Where a meeting is held, by what its sentence tells around it."""

from __future__ import annotations

from muniment.reading.en.rules.circumstances import Stretch, blocked
from muniment.reading.mask import Masked
from muniment.reading.pattern import pattern
from muniment.reading.scene import Scene

__all__ = ["place", "written"]

_PLACE_AFTER = pattern(
    r"^ \((?P<c>{C})[,;] {D}\)|"
    r"\b(?:in|at)(?: the (?:city|capital|town|village) of| the (?:\w+|{J}) capital(?: city)?(?: of)?,?|"
    r" the capital,| {S}[’']s? capital(?: city)?(?: of)?,?| {S}[’']s)? (?:(?P<c>{C})|"
    r"(?P<x>\p{Lu}[\p{Ll}’'][\w’'-]*(?: \p{Lu}[\p{Ll}’'][\w’'-]+)?)"
    r"(?=,? (?:on|under|from|to discuss|with)\b|[,.;]|$| {D}))"
)
_PLACE_BEFORE = pattern(
    r"(?:^|[,;] |\bon {D},? |{D},? )[Ii]n (?:the (?:city|town|capital)(?: of)?,? )?(?P<c>{C})\b?|(?P<late>{C}), where|"
    r"\b(?:in|In) (?P<late>{C})(?![^,]{0,3}[’'])[^;]{0,80}$"
)
_HOST = pattern(r"(?P<c>{C})[^;{A}]{0,40}\b(?:will |is to |to |also )?(?:host|hosts|hosted|hosting)\b[^;]{0,40}$")
_NOT_A_PLACE = frozenset({
    "Format", "Session", "Hall", "Centre", "Center", "House", "University", "Hotel", "Palace", "Building", "Room",
    "Parliament", "Government", "Africa", "Asia", "Europe", "America", "Secretariat", "Ramadan", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "English", "Russian", "French",
    "Arabic", "Ministers", "Defence", "General", "Headquarters", "Particular", "The", "Region", "Level", "World",
    "Framework", "Sidelines", "Margins", "Presence", "Context"
})  # fmt: skip
_REACH = 60
"""Characters behind a meeting's phrase within which an unknown name after "in" is taken for its place."""
_HOST_AFTER = pattern(r"[^;]{0,90}?, which (?P<c>{C}) (?:will|shall|is to|hosted|hosts)(?: be)?(?: host\w*)?\b")
_HALL = pattern(r"\b(?:in|at)(?: the)? \p{Lu}[^.;{A}{B}{D}]{2,60}?, (?P<c>{C})(?=[,.;]|$| on | {D}| and | under )")
"""A hall or hotel with its city: "at the Riverside Palace, Oslo"."""
_CITY_STATE = pattern(r"\bin(?: the)? (?P<s>{S})(?=,? (?:the )?{S}|,? on |,? {D}|,? under |[,.;]|$)")
_CITY_STATES = frozenset({
    "Djibouti", "Singapore", "Luxembourg", "Monaco", "San Marino", "Kuwait", "Panama", "Guatemala", "Vatican City",
    "Holy See"
})  # fmt: skip
"""States whose name is their capital's too (UN list of capital cities, 2026)."""
_MOVED_AWAY = pattern(
    r"[^;]{0,110}?\b(?:was|were|has been|is|been) (?:moved|transferred|relocated)(?: from {C})? to (?P<c>{C})"
)
"""A meeting held elsewhere than was planned."""
_SAME_CITY = pattern(r"[^.;]{0,60}\bin the same (?:city|town|place)\b")


def place(stretch: Stretch, scene: Scene) -> str:
    """Return the city a meeting is held in; empty where none is told."""
    after = stretch.after
    if stretch.sentence.match(_SAME_CITY, after):
        return next((str(d.slots["place"]) for d in reversed(scene.drafts) if d.slots.get("place")), "")
    moved = stretch.sentence.match(_MOVED_AWAY, after)
    if moved is not None:
        return written(stretch.sentence, stretch.end + moved.start("c"))
    return _hall(stretch) or _behind(stretch) or _city_state(stretch) or _ahead(stretch)


def _hall(stretch: Stretch) -> str:
    """Return the city that follows a hall's name, or hosts the meeting: "at the Palace, C", "which C will host"."""
    sentence, after = stretch.sentence, stretch.after
    if not sentence.places(stretch.end, stretch.high, kinds="C"):
        return ""
    for match in filter(None, (sentence.search(_HALL, after), sentence.match(_HOST_AFTER, after))):
        if not blocked(sentence, after[: match.start()]):
            return written(sentence, stretch.end + match.start("c"))
    return ""


def _behind(stretch: Stretch) -> str:
    after = stretch.after
    for match in stretch.sentence.finditer(_PLACE_AFTER, after):
        if blocked(stretch.sentence, after[: match.start()]):
            break
        if match["c"]:
            return written(stretch.sentence, stretch.end + match.start("c"))
        if _is_place(match["x"]) and len(after[: match.start()]) < _REACH:
            return str(match["x"])
    return ""


def _is_place(name: str) -> bool:
    return bool(name) and not _NOT_A_PLACE.intersection(name.split())


def _city_state(stretch: Stretch) -> str:
    """Return the state whose name is its capital's too."""
    for match in stretch.sentence.finditer(_CITY_STATE, stretch.after):
        state = stretch.sentence.value(stretch.end + match.start("s"))
        if getattr(state, "name", "") in _CITY_STATES and not blocked(stretch.sentence, stretch.after[: match.start()]):
            return written(stretch.sentence, stretch.end + match.start("s"))
    return ""


def _ahead(stretch: Stretch) -> str:
    before = stretch.before
    found = stretch.sentence.search(_HOST, before) or stretch.sentence.search(_PLACE_BEFORE, before)
    if found:
        group = "c" if found["c"] else "late"
        if not blocked(stretch.sentence, before[found.end(group) :], before=True):
            return written(stretch.sentence, stretch.low + found.start(group))
    return ""


def written(sentence: Masked, at: int) -> str:
    """Return a city as the page writes it."""
    start, end = sentence.span(at, at + 1)
    text = " ".join(sentence.page_text[start:end].split())
    return text.title() if text.isupper() and len(text) > 3 else text
