"""What a drill only plays: "under the scenario, a state asks for help" is nobody's act."""

from __future__ import annotations

import regex

from muniment.reading.scene import Scene

__all__ = ["PLAYED", "imagined"]

_SCENARIO = regex.compile(
    r"\b(?:(?:[Uu]nder|[Bb]y|[Pp]er|[Ii]n|[Aa]ccording to|[Ii]n (?:line|accordance) with) (?:the |an? )?"
    r"(?:[\w’'-]+ ){0,5}?(?:scenario|legend|storyline)|(?:[Tt]he|[Ii]ts|[Tt]heir) (?:[\w’'-]+ ){0,3}?scenario "
    r"(?:of (?:the |this |these )?[\w -]{3,40}? )?"
    r"(?:envisage[ds]|provide[ds] for|involve[ds]|include[ds]|simulate[ds]|was|is))\b"
)
_TRAINS = regex.compile(r"(?i)\b(?:exercis\w+|drills?|trainings?|manoeuvres?|maneuvers?|war ?games?|simulat\w+)\b")
PLAYED = frozenset({"meetings", "instruments", "commitments", "situations", "relations", "bodies", "awards"})
"""Registers whose acts a scenario plays; who trains, where and when, is told beside it and is real."""


def imagined(scene: Scene) -> frozenset[int]:
    """Return the numbers of the sentences that tell a drill's scenario: the one that says so and those behind it.

    The scenario lasts to the end of its paragraph.
    """
    text = scene.page.text
    if ("cenario" not in text and "legend" not in text and "storyline" not in text) or not _TRAINS.search(text):
        return frozenset()
    out: set[int] = set()
    for number, sentence in enumerate(scene.sentences):
        going_on = number - 1 in out and "\n" not in text[scene.sentences[number - 1].end - 1 : sentence.start].strip(
            " "
        )
        if going_on or _SCENARIO.search(sentence.page_text, sentence.start, sentence.end):
            out.add(number)
    return frozenset(out)
