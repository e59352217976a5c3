"""What Muniment takes as fact, what it only attributes, what it cannot know: the text of the site's page and the docs.

`python -m muniment.desk.web.facts > docs/facts.md` writes the docs anew; a test compares the two.
"""

from __future__ import annotations

import sys

import msgspec

__all__ = ["SECTIONS", "TITLE", "Section", "markdown"]

TITLE = "What Muniment takes as fact"


class Section(msgspec.Struct, frozen=True):
    """A part of the text: its heading, a sentence to open it, and its points: what each is about, and what holds."""

    heading: str
    lead: str
    points: tuple[tuple[str, str], ...]


SECTIONS: tuple[Section, ...] = (
    Section(
        "Taken as fact",
        "A row says that a page told this, in these words. What the page's own narration tells of the "
        "organisation's acts is recorded as having happened; nothing else is.",
        (
            (
                "That a page said it.",
                "The bytes of every page are kept exactly, under their SHA-256, with where they came from and when"
                " they were seen. Every claim cites the text it was read from, to the letter.",
            ),
            (
                "What the narration reports.",
                "That a body met, adopted or did not adopt, signed, elected, decided or conferred, on the day the "
                "page gives. If the page is wrong, the row is wrong, and the row says which page.",
            ),
            (
                "What a profile states.",
                "Members, bodies, offices and founding texts that somebody wrote down for an organisation, each "
                "with its source. Such rows are marked “from a profile”.",
            ),
            (
                "What a person filed.",
                "A correction or an addition counts above every page, and carries who made it, on what basis and "
                "when. Nothing is overwritten: what pages told stays in the ledger, and a decision can be undone.",
            ),
        ),
    ),
    Section(
        "Only attributed",
        "What somebody said is recorded as said by them. It never becomes a fact, however often it is repeated.",
        (
            (
                "Told in a speech.",
                "An act of which only a speaker's words tell is marked “told by” that speaker, in every list and "
                "on every page, until a page's own narration tells of it too.",
            ),
            (
                "Statements.",
                "What one speaker said in one stretch, quoted or reported. The register of statements records that"
                " it was said, not that it is so.",
            ),
            (
                "Assessments.",
                "That a situation is stable or tense is somebody's assessment, and stands under their name.",
            ),
            (
                "Promises, plans and drafts.",
                "An announced meeting was not held until a page reports it. A planned action is not done. A draft "
                "is no adopted text; a signed treaty is not ratified; a ratified one is not deposited. Each is "
                "marked for what it is.",
            ),
            (
                "Stubs.",
                "A page known only from another page's teaser is kept as a stub of itself, and marked.",
            ),
        ),
    ),
    Section(
        "Where pages disagree",
        "Nothing is averaged and nothing is dropped.",
        (
            (
                "Two values.",
                "The row shows one and lists every other beside it, each with the pages that give it, and the "
                "disagreement stands among what is open until a person decides.",
            ),
            (
                "Two things or one.",
                "Whether two tellings are of one meeting or one person is decided by stated rules; what fits two "
                "rows that cannot be one joins neither. A person can join rows and part them.",
            ),
            (
                "Edited pages.",
                "A page that changes is a new version; the old one is kept, and a claim that is gone from the new "
                "one is dropped by an entry, not erased.",
            ),
        ),
    ),
    Section(
        "What cannot be known here",
        "The record knows what the pages in it tell. Silence proves nothing.",
        (
            (
                "What no page told.",
                "“No page tells that it was done” is all that can be said of an overdue promise or an unreported "
                "meeting. It may have been done, held or deposited without a page.",
            ),
            (
                "Pages that were not taken in.",
                "What was never captured, was taken down before, or gave no text is missing. The coverage line "
                "under every list says how many pages, sources and sentences it rests on.",
            ),
            (
                "Sentences that were not read.",
                "Every sentence is read, set aside for a stated reason, or listed as unread. An unread sentence "
                "may hold what a register lacks.",
            ),
            (
                "Languages that are not read.",
                "Such a page is kept and counted, and reported as not read: never as a page on which nothing happened.",
            ),
            (
                "Whether a page is true.",
                "Muniment compares pages with each other, not with the world.",
            ),
            (
                "Reading mistakes.",
                "Sentences are read by rules, and rules err. The quotation stands beside every value, so that "
                "anybody can check it in one step.",
            ),
        ),
    ),
    Section(
        "How to check",
        "Nothing here has to be believed.",
        (
            (
                "The quotation.",
                "Every value leads to the sentence it was read from, marked in the page it stands in, and that "
                "page leads to the original bytes.",
            ),
            (
                "The ledger's head.",
                "Every page, list and export carries it. Keep one: `muniment verify --expect HEAD` finds out "
                "whether anything filed before it was changed since, by whomever.",
            ),
        ),
    ),
)
"""The text, part by part."""


def markdown() -> str:
    """Return the text as Markdown, lines of at most 120 characters where a line can be broken."""
    lines = [f"# {TITLE}", ""]
    for section in SECTIONS:
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
