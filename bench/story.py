"""A page's article: headline, date and paragraphs, drawn anew for every number."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from random import Random

import msgspec

from bench.cast import Cast, capital_first
from bench.constructions import COMMON, GENRES, Genre
from bench.vocabulary import Institution, institutions

__all__ = ["Story", "teaser", "tell"]

_FIRST_DAY = datetime.date(2009, 1, 12)
_DAYS = 6000
_WORDS = (300, 700)
"""Fewest and most words a page's body is meant to have; the last paragraph may run over."""

_WEIGHTS = [genre.weight for genre in GENRES]


class Story(msgspec.Struct, frozen=True):
    """An article.

    Attributes:
        number: which of the run's pages it is.
        genre: name of its kind.
        institution: the organisation it is about.
        title: headline.
        day: date of publication.
        style: how its days are written, see `cast.say_day`.
        paragraphs: the body in order.
    """

    number: int
    genre: str
    institution: Institution
    title: str
    day: datetime.date
    style: str
    paragraphs: tuple[str, ...]


def _begin(number: int, seed: int) -> tuple[Random, Genre, Cast, str]:
    rng = Random(f"{seed}:{number}")
    genre = rng.choices(GENRES, _WEIGHTS)[0]
    day = _FIRST_DAY + datetime.timedelta(days=rng.randrange(_DAYS))
    cast = Cast(rng, institutions()[number % len(institutions())], day)
    return rng, genre, cast, capital_first(cast.fill(rng.choice(genre.titles)))


def teaser(number: int, seed: int) -> tuple[str, str]:
    """Return the headline and first paragraph of a page as other pages advertise it."""
    rng, genre, cast, title = _begin(number, seed)
    return title, capital_first(cast.fill(rng.choice(genre.leads)))


def tell(number: int, seed: int) -> Story:
    """Return the article of a number; the same number and seed give the same."""
    rng, genre, cast, title = _begin(number, seed)
    paragraphs = [capital_first(cast.fill(rng.choice(genre.leads)))]
    words, wanted = len(paragraphs[0].split()), rng.randint(*_WORDS) - 25
    for construction in _constructions(rng, genre):
        if words >= wanted:
            break
        paragraph = capital_first(cast.fill(construction))
        words += len(paragraph.split())
        paragraphs.append(paragraph)
    return Story(number, genre.name, cast.institution, title, cast.day, cast.style, tuple(paragraphs))


def _constructions(rng: Random, genre: Genre) -> Iterator[str]:
    """Yield constructions for a page's body, its kind's own and common ones mixed, each at most twice."""
    common = [construction for pool in COMMON for construction in rng.sample(pool, 5)]
    rng.shuffle(common)
    own = rng.sample(genre.bodies, len(genre.bodies))
    while own or common:
        pool = own if own and (not common or rng.random() < genre.share) else common
        yield pool.pop()
