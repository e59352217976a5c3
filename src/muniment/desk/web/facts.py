"""What Muniment takes as fact, what it only attributes, what it cannot know: the text of the site's page and the docs.

`python -m muniment.desk.web.facts > docs/facts.md` writes the docs anew; a test compares the two.
"""

from __future__ import annotations

import sys

import msgspec

from muniment.desk.web.catalogue import table

__all__ = ["Section", "markdown", "sections", "title"]


class Section(msgspec.Struct, frozen=True):
    """A part of the text: its heading, a sentence to open it, and its points: what each is about, and what holds."""

    heading: str
    lead: str
    points: tuple[tuple[str, str], ...]


def title() -> str:
    """Return the title of the text."""
    return table("facts")["title"]


def sections() -> list[Section]:
    """Return the text, part by part."""
    words = table("facts.part")
    found = []
    for part in dict.fromkeys(key.partition(".")[0] for key in words):
        points = [
            key.removesuffix(".about") for key in words if key.startswith(f"{part}.point.") and key.endswith(".about")
        ]
        told = tuple((words[f"{point}.about"], words[f"{point}.what"]) for point in points)
        found.append(Section(words[f"{part}.heading"], words[f"{part}.lead"], told))
    return found


def markdown() -> str:
    """Return the text as Markdown, lines of at most 120 characters where a line can be broken."""
    lines = [f"# {title()}", ""]
    for section in sections():
        lines += [f"## {section.heading}", "", *_wrapped(section.lead, ""), ""]
        for about, what in section.points:
            lines += _wrapped(f"- **{about}** {what}", "  ")
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _wrapped(text: str, indent: str, width: int = 120) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = f"{indent}{word}"
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


if __name__ == "__main__":
    sys.stdout.write(markdown())
