"""The scheme of topics for desks: as SKOS, and lists asked for by any of a topic's labels."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["by_label", "topics_as_skos"]


def topics_as_skos() -> str:
    """Return the scheme of topics as SKOS in Turtle."""
    from muniment.profiles.topics import topics
    from muniment.profiles.topics.turtle import turtle

    return turtle(topics())


def by_label(where: Mapping[str, str]) -> dict[str, str]:
    """Return what a list is narrowed by, a topic under the label that records carry; other words as they are."""
    asked = dict(where)
    if asked.get("topics"):
        from muniment.profiles.topics import topics

        asked["topics"] = topics().label(asked["topics"]) or asked["topics"]
    return asked
