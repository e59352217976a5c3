"""Selectors: where on a site's pages title, date, text and rubric stand, as CSS selectors that a profile states."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from muniment.archive.decoding import decode
from muniment.archive.page_bytes import Capture

__all__ = ["matched"]


def matched(page: Capture, selectors: Mapping[str, str]) -> dict[str, bool]:
    """Return for each selector, by name, whether it finds words on a page (or a date, in an element without words).

    Raises:
        CaptureError: the page is no text.
    """
    if not page.media_type.startswith("text/html"):
        return dict.fromkeys(selectors, False)
    parser = LexborHTMLParser(decode(page.content, page.media_type).text)
    return {name: bool(_first(parser, selector)) for name, selector in selectors.items()}


def _first(parser: LexborHTMLParser, selector: str) -> LexborNode | None:
    """Return the first element that a selector finds and that says something."""
    try:
        found = parser.css(selector)
    except (SelectolaxError, ValueError):
        return None
    return next((node for node in found if node.text(strip=True) or _stated(node)), None)


def _stated(node: LexborNode) -> str:
    """Return what an element states in an attribute: `<time datetime>`, `<meta content>`."""
    return node.attributes.get("datetime") or node.attributes.get("content") or ""
