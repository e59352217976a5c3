"""Parts: the paragraphs a page falls into before anybody says what they are."""

from __future__ import annotations

import msgspec

__all__ = ["Part"]


class Part(msgspec.Struct, frozen=True, gc=False):
    """One paragraph, list item, heading, cell or line of a page.

    Attributes:
        start: code points, 0-based, into the archived text.
        end: code points, half-open; neither end stands on white space.
        gap: blank lines before it: 0 where it follows on the next line.
        tag: the HTML element it stands in; empty for plain text.
        zone: the part of the page its markup claims it for: `nav`, `footer`, `aside`, `form`, `hidden`, `caption`,
            `quote`, `comment` (readers' comments), `writer` (what tells of the writer); empty for none.
        links: share of its letters that are link text, 0 to 1.
        main: whether it stands in the page's `<main>`, its only `<article>` or what is marked up as the article's body.
        card: number of the list item, card or article it stands in; parts of one card tell of one thing; 0 for none.
    """

    start: int
    end: int
    gap: int = 1
    tag: str = ""
    zone: str = ""
    links: float = 0.0
    main: bool = False
    card: int = 0
