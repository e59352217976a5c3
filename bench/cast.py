"""What one page speaks of: its organisation, people and days, and the words drawn for each slot of a construction."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable
from random import Random

from bench.names import person_name, strange_word
from bench.phrases import aim, award, exercise, finding, instrument, topic
from bench.vocabulary import Institution, cities, outsiders
from muniment.profiles import State

__all__ = ["Cast", "capital_first", "say_day"]

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")
_DOUBLED = re.compile(r",(?=[,.;:?])")
"""A comma that closes an apposition right before another mark."""

_MONTHS = calendar.month_name[1:]
_WEEKDAYS = calendar.day_name
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
_RANKS = ("Lieutenant General", "Major General", "Colonel General", "Colonel", "Vice Admiral", "General")
_STATE_OFFICES = {
    "fm": ("Foreign Minister", "Minister of Foreign Affairs"),
    "fm2": ("Foreign Minister", "Minister of Foreign Affairs"),
    "dm": ("Defence Minister", "Minister of Defence"),
    "head": ("President", "President"),
    "pm": ("Prime Minister", "Prime Minister"),
    "mp": ("Speaker of Parliament", "Chairman of the National Assembly"),
    "sec": ("Interior Minister", "Secretary of the Security Council"),
    "amb": ("Ambassador", "Ambassador"),
}
"""Slot -> the office as it stands behind an adjective, and as it stands before "of" and a state."""


def say_day(day: datetime.date, style: str) -> str:
    """Return a day as a site writes it: style `dmy` (5 May 2021), `mdy` (May 5, 2021) or `dotted` (05.05.2021)."""
    if style == "dotted":
        return day.strftime("%d.%m.%Y")
    month = _MONTHS[day.month - 1]
    return f"{month} {day.day}, {day.year}" if style == "mdy" else f"{day.day} {month} {day.year}"


def capital_first(text: str) -> str:
    """Return a text with its first letter large."""
    return text[:1].upper() + text[1:]


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


class Cast:
    """The people, bodies and days of one page; the same seed gives the same.

    Attributes:
        rng: where everything is drawn from.
        institution: the organisation the page is about.
        day: the page's date.
        style: how it writes days: `dmy` or `mdy`.
    """

    def __init__(self, rng: Random, institution: Institution, day: datetime.date) -> None:
        """Draw what the whole page keeps: body, states, city."""
        self.rng = rng
        self.institution = institution
        self.day = day
        self.style = rng.choice(("dmy", "mdy"))
        self._body, self._group = rng.choice(institution.bodies)
        self._states = rng.sample(institution.members, min(6, len(institution.members)))
        self._people: dict[str, tuple[str, str, str]] = {}
        self._kept: dict[str, str] = {}
        self._city = rng.choice((institution.seat, self._states[0].capital or institution.seat, rng.choice(cities())))

    def fill(self, construction: str) -> str:
        """Return a construction with its choices made and its slots filled."""
        text = construction
        while "[" in text:
            text = _CHOICE.sub(lambda match: self.rng.choice(match.group(1).split("|")), text)
        return _DOUBLED.sub("", _SLOT.sub(lambda match: self.slot(match.group(1)), text))

    def slot(self, name: str) -> str:
        """Return words for a slot; a name with a capital gives them with a capital.

        Raises:
            KeyError: there is no such slot.
        """
        if name[0].isupper():
            return capital_first(self.slot(name[0].lower() + name[1:]))
        if name in _STATE_OFFICES or name in _HOUSE_OFFICES:
            return self.person(name)
        return _SLOTS[name](self)

    # people

    def person(self, who: str) -> str:
        """Return somebody as the page names them: with their office at first, shorter afterwards."""
        known = self._people.get(who)
        if known is None:
            return self._introduced(who)
        full, family, office = known
        return self.rng.choice((full, family, family, office))

    def _introduced(self, who: str) -> str:
        full, family = person_name(self.rng)
        if who in _HOUSE_OFFICES:
            office, text = self._house_office(who, full)
        else:
            state = self.rng.choice(self._states)
            plain, before_of = _STATE_OFFICES[who]
            office = f"the {plain}"
            text = self.rng.choice((
                f"{state.demonyms[0] if state.demonyms else state.name} {plain} {full}",
                f"the {before_of} of {official(state)} {full}",
                f"{before_of} of {state.name} {full}",
                f"{full}, {before_of} of {official(state)},",
            ))  # fmt: skip
        self._people[who] = (full, family, office)
        return text

    def _house_office(self, who: str, full: str) -> tuple[str, str]:
        short = self.institution.short
        if who == "chief":
            rank = self.rng.choice(_RANKS)
            posts = (f"Chief of the {short} Joint Staff", f"Head of the {short} Academy", "Commander of the exercise")
            return f"the {rank}", f"{rank} {full}, {self.rng.choice(posts)},"
        title, owner = self.institution.offices[0] if who == "sg" else self.rng.choice(self.institution.offices)
        if owner == self.institution.name:
            forms = [f"{short} {title} {full}", f"the {title} of the {short} {full}", f"{title} of the {owner} {full}"]
        else:
            forms = [f"{title} of the {owner} {full}", f"{full}, {title} of the {owner},"]
            forms.append(f"the {title} of the {owner}, {full},")
        return f"the {title}", self.rng.choice(forms)

    # places and states

    def states(self, least: int, most: int) -> str:
        """Return several member states in a row."""
        count = min(self.rng.randint(least, most), len(self.institution.members))
        names = [state.name for state in self.rng.sample(self.institution.members, count)]
        return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]

    def state(self) -> str:
        """Return a member state."""
        return self.rng.choice(self._states).name

    def kept(self, name: str, draw: Callable[[], str]) -> str:
        """Return what the page calls a thing throughout, drawn when it is first named."""
        if name not in self._kept:
            self._kept[name] = draw()
        return self._kept[name]

    def body(self) -> str:
        """Return the body the page is about, now and then another one of the same organisation."""
        return f"the {self._body if self.rng.random() < 0.75 else self.rng.choice(self.institution.bodies)[0]}"

    def group(self) -> str:
        """Return those who sit in the page's body."""
        return f"the {self._group}" if self._group else "the participants"

    def city(self) -> str:
        """Return the city the page is about, now and then another."""
        return self._city if self.rng.random() < 0.7 else self.rng.choice(cities())

    # days

    def past(self) -> str:
        """Return a day up to two months before the page's, said in one of several ways."""
        day = self.day - datetime.timedelta(days=self.rng.randint(0, 60))
        month = _MONTHS[day.month - 1]
        short = f"{day.day} {month}" if self.style == "dmy" else f"{month} {day.day}"
        whole = say_day(day, self.style)
        forms = (short, whole, whole, f"{_WEEKDAYS[day.weekday()]}, {short},", say_day(day, "dotted"))
        return f"on {self.rng.choice(forms)}"

    def future(self) -> str:
        """Return a day up to a year after the page's."""
        day = self.day + datetime.timedelta(days=self.rng.randint(2, 360))
        month, whole = f"{_MONTHS[day.month - 1]} {day.year}", say_day(day, self.style)
        return self.rng.choice((f"on {whole}", f"on {whole}", f"in {month}", f"in early {month}"))

    def due(self) -> str:
        """Return by when something is to be done."""
        year, month = self.day.year, self.rng.choice(_MONTHS)
        return self.rng.choice((
            f"by the end of {year + self.rng.randint(0, 2)}",
            f"before {self.rng.randint(1, 28)} {month} {year + 1}",
            f"by {month} {year + 1}",
            "by the end of the year",
            f"within {self.rng.randint(2, 18)} months",
            f"by its session in {month}",
        ))  # fmt: skip

    def days(self) -> str:
        """Return a stretch of days."""
        first, length = self.rng.randint(1, 20), self.rng.randint(1, 8)
        month = f"{self.rng.choice(_MONTHS)} {self.day.year}"
        return self.rng.choice((f"from {first} to {first + length} {month}", f"on {first}-{first + length} {month}"))


def official(state: State) -> str:
    """Return a state by its formal name with the article it takes."""
    return state.name if state.official == state.name else f"the {state.official}"


_HOUSE_OFFICES = frozenset({"sg", "officer", "chief"})


def _organisation(cast: Cast) -> str:
    short, full = cast.institution.short, cast.institution.name
    return f"the {cast.rng.choice((short, short, full))}"


def _agreement(cast: Cast) -> str:
    kinds = ("Agreement", "Convention", "Protocol")
    return cast.kept("agreement", lambda: instrument(cast.rng, cast.rng.choice(kinds)))


def _region(cast: Cast) -> str:
    valley = f"the {strange_word(cast.rng)} Valley"
    border = f"the {cast.state()}-{cast.rng.choice(outsiders()).name} border"
    return cast.rng.choice((*cast.institution.regions, valley, border))


def _range(cast: Cast) -> str:
    return f"the {strange_word(cast.rng)} {cast.rng.choice(('range', 'training centre', 'garrison', 'airfield'))}"


def _ordinal_kept(cast: Cast) -> str:
    return cast.kept("ord", lambda: cast.rng.choice((_ordinal(cast.rng.randint(2, 120)), cast.rng.choice(_ORDINALS))))


_PLANS = ("Plan of Action", "Programme", "Strategy", "Concept")
_DECISIONS = ("Decision", "Resolution", "Recommendations")
_SLOTS: dict[str, Callable[[Cast], str]] = {
    "org": _organisation,
    "short": lambda c: c.institution.short,
    "body": Cast.body,
    "group": Cast.group,
    "city": Cast.city,
    "state": Cast.state,
    "official": lambda c: official(c.rng.choice(c.institution.members)),
    "states": lambda c: c.states(3, 5),
    "two": lambda c: c.states(2, 2),
    "other": lambda c: c.rng.choice(outsiders()).name,
    "past": Cast.past,
    "today": lambda c: say_day(c.day, c.style),
    "future": Cast.future,
    "due": Cast.due,
    "days": Cast.days,
    "year": lambda c: str(c.day.year + c.rng.randint(0, 1)),
    "ago": lambda c: str(c.day.year - c.rng.randint(1, 25)),
    "ord": _ordinal_kept,
    "n": lambda c: str(c.rng.randint(2, 60)),
    "big": lambda c: f"{c.rng.randint(1, 14)},{c.rng.randint(0, 999):03d}",
    "topic": lambda c: topic(c.rng),
    "aim": lambda c: aim(c.rng),
    "finding": lambda c: finding(c.rng),
    "text": lambda c: c.kept("text", lambda: instrument(c.rng)),
    "text2": lambda c: instrument(c.rng),
    "agreement": _agreement,
    "plan": lambda c: instrument(c.rng, c.rng.choice(_PLANS)),
    "decision": lambda c: instrument(c.rng, c.rng.choice(_DECISIONS)),
    "treaty": lambda c: c.rng.choice(c.institution.treaties),
    "region": _region,
    "unit": lambda c: c.rng.choice(c.institution.units),
    "exercise": lambda c: c.kept("exercise", lambda: exercise(c.rng, c.day.year)),
    "award": lambda c: award(c.rng),
    "range": _range,
    "name": lambda c: person_name(c.rng)[0],
    "village": lambda c: strange_word(c.rng),
}  # fmt: skip
"""Slot -> what fills it; offices of people are slots too, see `Cast.person`."""
