"""Names known beforehand: the world's states and cities, and what the profiles list, in one automaton.

A surface form may stand for several things ("Permanent Council" belongs to several organisations); all of them are
kept, and the page decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import ahocorasick_rs
import msgspec

from muniment.profiles import LoadedProfile, World

__all__ = ["Entity", "Gazetteer"]


class Entity(msgspec.Struct, frozen=True):
    """Something a name stands for.

    Attributes:
        kind: token class: S state, J adjective of a state, C city, B organisation or body, R region, P person,
            N instrument.
        name: canonical name.
        organization: canonical name of the organisation a body, region or instrument belongs to; empty for others.
        detail: what more is known: an instrument's kind, a body's kind ("organisation" for an organisation itself).
    """

    kind: str
    name: str
    organization: str = ""
    detail: str = ""


class Gazetteer:
    """Every known surface form and what it may stand for.

    Attributes:
        entities: surface form -> entities of that name, in profile order.
        acronyms: abbreviation -> canonical name of the organisation.
        series: names of exercises and operations that come again each year; also those that are one everyday word.
    """

    def __init__(
        self, profiles: Sequence[LoadedProfile], world: World, regions: Sequence[str] = (), common: Iterable[str] = ()
    ) -> None:
        self.entities: dict[str, list[Entity]] = {}
        self.acronyms: dict[str, str] = {}
        self.series: tuple[str, ...] = tuple(
            sorted(
                {
                    name
                    for loaded in profiles
                    for unit in loaded.profile.units
                    if unit.kind in ("exercise", "operation")
                    for name in (unit.name, *unit.aliases)
                },
                key=lambda name: (-len(name), name),
            )
        )
        self._common = frozenset(common)
        self._generic: dict[str, bool] = {}
        self._organizations = frozenset(
            name for loaded in profiles for name in (loaded.profile.name, *loaded.profile.aliases) if " " in name
        )
        for loaded in profiles:
            self._add_profile(loaded)
        self._add_world(world)
        for region in regions:
            self._add(region, Entity("R", region))
        self._forms = [form for form in self.entities if len(form) > 1]
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
        )

    def _add(self, form: str, entity: Entity) -> None:
        known = self.entities.setdefault(form, [])
        if entity not in known:
            known.append(entity)

    def _add_all(self, forms: Sequence[str], entity: Entity) -> None:
        for form in dict.fromkeys((entity.name, *forms)):
            self._add(form, entity)
            for variant in _spellings(form):
                self._add(variant, entity)

    def _add_profile(self, loaded: LoadedProfile) -> None:
        profile = loaded.profile
        own = Entity("B", profile.name, profile.name, "organisation")
        self._add_all((profile.abbreviation, *profile.aliases) if profile.abbreviation else profile.aliases, own)
        if profile.abbreviation:
            self.acronyms[profile.abbreviation] = profile.name
            if profile.abbreviation.isupper() and len(profile.abbreviation) >= _SPOKEN:
                self._add(profile.abbreviation.capitalize(), own)  # newspapers write "Nato", "Asean"
        for body in profile.bodies:
            self._add_all(body.aliases, Entity("B", body.name, profile.name, body.mandate or body.kind or "body"))
        for unit in profile.units:
            forms = [form for form in (unit.name, *unit.aliases) if " " in form or form.isupper()]
            entity = Entity("U", unit.name, profile.name, unit.kind)
            for form in forms:  # one everyday word ("Channel") is a unit's name only where quotation marks say so
                self._add(form, entity)
        for region in profile.regions:
            self._add_all(region.aliases, Entity("R", region.name, profile.name))
        for instrument in profile.instruments:
            self._add_all(instrument.aliases, Entity("N", instrument.title, profile.name, instrument.kind))
        for holder in profile.holders:
            self._add_all(holder.aliases, Entity("P", holder.person, profile.name, holder.office))
        for state in profile.states:
            self._add_state(state)

    def _add_state(self, state: object) -> None:
        name = state.name  # type: ignore[attr-defined]
        entity = Entity("S", name)
        official = str(state.official)  # type: ignore[attr-defined]
        forms = (official, official.replace(" of the ", " of "), *state.aliases)  # type: ignore[attr-defined]
        self._add_all(forms, entity)
        self._add(name.upper(), entity)
        self._add(official.upper(), entity)
        for demonym in state.demonyms:  # type: ignore[attr-defined]
            self._add(demonym, Entity("J", name))
        capital = state.capital  # type: ignore[attr-defined]
        if capital:
            self._add(capital, Entity("C", capital, detail=name))

    def _add_world(self, world: World) -> None:
        for state in world.states:
            self._add_state(state)
        for city in world.cities:
            entity = Entity("C", city.name)
            self._add_all(city.aliases, entity)
            self._add(city.name.upper(), entity)  # datelines are written in capitals

    def find(self, text: str, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int, str]]:
        """Return the known names in stretches of a text as (start, end, form), leftmost-longest, whole words only.

        Offsets are code points, 0-based, half-open, into `text`.
        """
        found = []
        for start, end in _joined(text, stretches):
            stretch = text[start:end]
            for index, first, last in self._automaton.find_matches_as_indexes(stretch):
                form = self._forms[index]
                apart = stretch[first - 1 : first] in _BESIDE and stretch[last : last + 1] in _BESIDE
                if apart or not _inside_word(stretch, first, last, self.entities[form][0].kind in "SJ"):
                    found.append((start + first, start + last, form))
        return found

    def is_generic(self, form: str) -> bool:
        """Whether a name is made of words that many organisations' bodies are named with ("Council of Ministers").

        One that names its organisation too is not: "Council of Ministers of the Treaty Organization".
        """
        found = self._generic.get(form)
        if found is None:
            common = all(word.lower() in self._common for word in form.split())
            found = self._generic[form] = common and not any(own in form for own in self._organizations if own != form)
        return found

    def canonical(self, form: str, organization: str = "") -> Entity | None:
        """Return what a form stands for, that of the organisation given first; None if it is not known."""
        known = self.entities.get(form)
        if not known:
            return None
        return next((e for e in known if organization and e.organization == organization), known[0])


_SPOKEN = 4
"""Letters from which on an abbreviation is spoken as a word and may be written like one (2026-11)."""
_BESIDE = " \n,.();:"
"""Marks and blanks that never join a name to a longer word."""


def _joined(text: str, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return stretches with those made one that touch at the end of a line, which no name runs over."""
    out: list[tuple[int, int]] = []
    for start, end in stretches:
        if out and out[-1][1] == start and text[start - 1 : start] == "\n":
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _inside_word(text: str, first: int, last: int, may_join: bool) -> bool:
    """Whether a name is only part of a longer word; states' names may be joined by a hyphen (Tajik-Afghan)."""
    before, after = text[first - 1 : first] if first else "", text[last : last + 1]
    if before.isalnum() or before == "_" or after.isalnum() or after == "_":
        return True
    if before == "-" and not (
        (may_join and text[max(0, first - 2) : first - 1].isalpha()) or text[max(0, first - 2) : first - 1] == "."
    ):
        return text[max(0, first - 2) : first - 1].isalnum()
    return (
        after == "-" and text[last + 1 : last + 2].isalpha() and not (may_join and text[last + 1 : last + 2].isupper())
    )


def _spellings(form: str) -> list[str]:
    """Return the other spellings of a name: -ise/-ize, defence/defense, centre/center, hyphens, apostrophes."""
    pairs = (("Organization", "Organisation"), ("Defense", "Defence"), ("Center", "Centre"),
             ("Cooperation", "Co-operation"),
             ("Secretary General", "Secretary-General"), ("'", "’"), ("Programme", "Program"))  # fmt: skip
    out = []
    for one, other in pairs:
        if one in form:
            out.append(form.replace(one, other))
        if other in form:
            out.append(form.replace(other, one))
    return out
