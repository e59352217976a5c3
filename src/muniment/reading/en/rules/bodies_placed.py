"""Bodies told by the one they stand under: "the Board operates under the Council", "a subsidiary organ of the B"."""

from __future__ import annotations

from collections.abc import Iterator

from muniment.reading.draft import Draft
from muniment.reading.en.modality import DONE, modality
from muniment.reading.en.rules.body_parts import named
from muniment.reading.rule import Found, Rule
from muniment.reading.scene import Scene

__all__ = ["PLACED"]

_SORT = (
    r"(?:(?:subsidiary|subordinate|specialised|specialized|working|permanent|permanently|advisory|auxiliary|standing|"
    r"supreme|highest|main|principal|executive|consultative|coordinating|statutory|acting|inter-?governmental|"
    r"interstate|joint|independent|expert|technical|key|central|governing|decision[- ]making|policy[- ]making)"
    r"(?:,? and |, | ))+"
)
"""What is said of a body's place in an organisation."""
_ORGAN = r"(?:body|organ|agency|institution|structure|arm|division|mechanism)"
_UNDER = (
    r"(?:under|within|as part of|in the framework of)(?: the (?:auspices|aegis|umbrella|authority|framework|"
    r"structure) of)?"
)


def placed(found: Found, scene: Scene) -> Iterator[Draft]:
    """Read "the Board operates under the Council", "the Council, the supreme body of the B, ...": it is at work."""
    if modality(found.text()) == DONE:
        yield from named(found, scene, "active")


PLACED: tuple[Rule, ...] = (
    Rule(
        name="bodies.placed",
        triggers=(
            "operates",
            "functions",
            "operating",
            "functioning",
            "works under",
            "works within",
            "acts under",
            " body of",
            " organ of",
            " agency of",
            " institution of",
            " structure of",
            " arm of",
            " division of",
            " mechanism of",
            "making body",
            "statutory body",
            "executive body",
            " body within",
            " body under",
        ),
        pattern=r"(?P<bs>{B})(?: \({B}\))?,? (?:which )?(?:currently |now |also |has )*(?P<verb>operates|functions|"
        rf"works|acts|operating|functioning) {_UNDER} (?:the )?(?P<above>{{B}})"
        r"|(?P<bs>{B})(?: \({B}\))?(?: is|,? which is|,| [–—-]) (?:also |now )?(?:an?|the) (?P<verb>"
        rf"{_SORT}{_ORGAN}) (?:of|within|under) (?:the )?(?P<above>{{B}})"
        rf"|(?P<bs>{{B}})(?: \({{B}}\))? is (?:the )?(?P<above>{{B}})[’']s? (?P<verb>{_SORT}{_ORGAN})\b"
        rf"|\b[Tt]he (?P<verb>{_SORT}{_ORGAN}) of (?:the )?(?P<above>{{B}}) (?:is|remains) (?:the |its )?(?P<bs>{{B}})",
        build=placed,
        reads=(
            "A Consultative Board on Tides operates under the Council of Ports.",
            "The Consultative Board on Tides is a subsidiary body of the Council of Ports.",
            "The Consultative Board on Tides, the supreme advisory organ of the Council of Ports, met in Lima.",
            "The governing body of the Rope Agency is the Board on Tides.",
            "The Board on Tides is the Rope Agency's statutory decision-making body.",
        ),
        refuses=(
            "The Consultative Board on Tides could operate under the Council of Ports.",
            "The Consultative Board on Tides is not a subsidiary body of the Council of Ports.",
            "The Consultative Board on Tides works with the Council of Ports.",
        ),
    ),
)
"""Rules for bodies told by what stands above them."""
