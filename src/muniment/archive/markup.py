"""HTML into parts in document order, with what the markup says of each.

The parser is lexbor (through selectolax): it repairs the page as browsers do and writes it out well formed; one regular
expression then walks the elements that break lines. Nothing that a reader could see is dropped: hidden text, menus and
forms become parts too, with the zone they stand in. Only scripts, styles, templates, embedded objects and comments are
no text.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from muniment.archive.alignment import INVISIBLE
from muniment.archive.metadata import read_metadata
from muniment.archive.part import Part
from muniment.terms.page import PageMeta

__all__ = ["read_markup"]

_NO_TEXT = re.compile(
    r"<!--.*?-->|<(script|style|noscript|template|svg|iframe|textarea|object|canvas|math|datalist)\b[^>]*>.*?</\1>",
    re.DOTALL,
)
_BREAKING = (
    "address|article|aside|blockquote|body|button|caption|center|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|header|hr|li|main|menu|nav|ol|option|optgroup|p|pre|search|section|select|summary|table|tbody|td|"
    "tfoot|th|thead|tr|ul|br"
)
_BREAK = re.compile(rf"<(/?)({_BREAKING})((?:\s[^>]*)?)>")
"""Elements that break a line (HTML Standard, rendering section 15.3, and those laid out as buttons or list entries)."""

_INLINE = re.compile(r"<[^>]*>")
_LINK = re.compile(r"(<a\b[^>]*\bhref\b[^>]*>|</a>)")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_TAG_ZONE = {"nav": "nav", "footer": "footer", "aside": "aside", "form": "form", "button": "form", "select": "form",
             "option": "form", "dialog": "form", "menu": "nav", "search": "form", "figcaption": "caption",
             "caption": "caption", "blockquote": "quote"}  # fmt: skip
_ROLE_ZONE = {"navigation": "nav", "contentinfo": "footer", "complementary": "aside", "search": "form",
              "dialog": "form", "alertdialog": "form", "menu": "nav", "menubar": "nav", "toolbar": "nav"}  # fmt: skip
_WRAPPING = frozenset({"form", "aside", "footer", "dialog", "section"})
"""Elements met round whole articles on real pages (one form round everything is what ASP.NET writes)."""

_CLASS_ZONE = {
    "nav": "nav navbar navigation menu mainmenu submenu topmenu topbar breadcrumb breadcrumbs crumbs pagination pager "
           "paging share sharing social socials addthis tags languages langs lang toolbar skip",
    "footer": "footer copyright bottom-bar",
    "aside": "sidebar aside related teaser teasers widget widgets recommended popular latest-news more-news see-also",
    "form": "cookie cookies consent gdpr popup modal newsletter subscribe search login",
    "caption": "caption wp-caption-text photo-caption image-caption credit",
    "quote": "quote blockquote pullquote",
    "comment": "comments comment commentlist respond pingback disqus",
    "writer": "author-box authorbox author-bio author-info author-card author-profile author-description about-author",
}  # fmt: skip
_HINTS = {hint: zone for zone, hints in _CLASS_ZONE.items() for hint in hints.split()}
"""Words of `class` and `id` -> zone (the names met on the sites whose pages were read, 2026-11, and those of WordPress,
Drupal and Bootstrap). They are believed only where the element holds a small share of the page's letters."""

_COMMENTS = frozenset({"comments", "commentlist", "comment-list", "comments-area", "comments-list", "disqus-thread"})
"""Names of elements that hold what readers wrote, however much that is (WordPress, Drupal, Disqus)."""

_MAIN_HINTS = re.compile(
    r"\b(?:articlebody|article-body|article__body|entry-content|post-content|news-detail|news-text|article-text|"
    r"article-content|field--name-body|node__content|story-body|rich-text)\b"
)
_ATTRIBUTE = re.compile(r'\b(class|id|role|style|itemprop|aria-hidden|hidden)(?:="([^"]*)")?')
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_CARDS = frozenset({"li", "article", "tr", "dd"})
_CARD_HINTS = frozenset(
    {"card", "teaser", "item", "news-item", "news__item", "list-item", "entry", "post", "views-row"}
)

_MAIN_SHARE = 0.4
"""Smallest share of a page's unlinked letters that its only `<article>` holds to be taken for the main part."""

_BELIEVED_SHARE = 0.4
"""Largest share of a page's unlinked letters that an element in doubt may hold and still be furniture (judgement)."""

_SURE = 2.0
"""A share that no element has: its zone is beyond doubt."""

_COMMENTS_SHARE = 0.95
"""The same of an element that by its name holds readers' comments: they may be many times as long as the article."""


def read_markup(source: str) -> tuple[str, tuple[Part, ...], PageMeta]:
    """Return the archived text of an HTML page, its parts, and what the page says of itself.

    The text is that of the parts, joined by blank lines; inside a part white space is one space and `<br>` a newline.
    """
    parser = LexborHTMLParser(source)
    whole = parser.html or ""
    cut = whole.find("<body")
    head, body = (whole[:cut], whole[cut:]) if cut >= 0 else (whole, "")
    walk = _Walk()
    walk.run(_NO_TEXT.sub(" ", body))
    text, parts = walk.finish()
    return text, parts, read_metadata(head, body)


@lru_cache(maxsize=1 << 14)
def _place(tag: str, attributes: str) -> tuple[str, float, bool, bool]:
    """Return zone, up to which share of the page that is believed, whether it is the main part, whether a card."""
    values = {name: value.lower() for name, value in _ATTRIBUTE.findall(attributes)}
    names = f"{values.get('class', '')} {values.get('id', '')}"
    card = tag in _CARDS or not _CARD_HINTS.isdisjoint(names.split())
    main = tag == "main" or values.get("role") == "main" or "articlebody" in values.get("itemprop", "")
    main = main or _MAIN_HINTS.search(names) is not None
    if "hidden" in values or values.get("aria-hidden") == "true" or _HIDDEN.search(values.get("style", "")):
        return "hidden", _BELIEVED_SHARE, False, card
    zone = _ROLE_ZONE.get(values.get("role", ""), "") or _TAG_ZONE.get(tag, "")
    if zone or main or tag == "body":
        return zone, _BELIEVED_SHARE if tag in _WRAPPING else _SURE, main, card
    for name in names.replace("_", "-").split():
        if name in _COMMENTS:
            return "comment", _COMMENTS_SHARE, False, card
        words = re.split(r"-+", name)
        if name not in _HINTS and (len(words) > 3 or not {"has", "with", "no", "is", "without"}.isdisjoint(words)):
            continue
        for word in (name, *words):
            if word in _HINTS:
                return _HINTS[word], _BELIEVED_SHARE, False, card
    return "", _SURE, False, card


_Claims = tuple[tuple[str, int], ...]
"""The zones of the elements round a part, the outermost first, each with the number of its claim."""


class _Walk:
    """One walk over a page's well-formed body, gathering parts."""

    def __init__(self) -> None:
        self._text: list[str] = []  # of each part
        self._made: list[tuple[str, _Claims, float, bool, int]] = []  # tag, zones, links, main, card
        self._articles: list[tuple[int, int]] = []  # ranges of parts of each <article>
        self._begun: list[int] = []  # first part of each open <article>
        self._pending: list[str] = []
        self._stack: list[tuple[str, _Claims, bool, int]] = [("body", (), False, 0)]
        self._claims: list[list[float]] = [[_SURE, 0, 0]]  # of each claim in doubt: believed up to, first part, last
        self._open_claims: list[tuple[int, int]] = []  # stack depth and number of each claim that is open
        self._cards = 0
        self._linked = False  # whether a link is open where the next stretch begins

    def run(self, body: str) -> None:
        """Walk the body's line-breaking elements."""
        position = 0
        pending = self._pending
        for match in _BREAK.finditer(body):
            start = match.start()
            if start > position and not (piece := body[position:start]).isspace():
                pending.append(piece)
            position = match.end()
            closing, tag, attributes = match.groups()
            if tag == "br":
                pending.append("\x00")
                continue
            if pending:
                self._flush()
            if closing:
                self._close(tag)
            elif tag != "hr":
                self._open(tag, attributes)
        pending.append(body[position:])
        self._flush()

    def _open(self, tag: str, attributes: str) -> None:
        _, zones, main, card = self._stack[-1]
        own, believed, is_main, is_card = _place(tag, attributes)
        if is_card:
            self._cards += 1
            card = self._cards
        if own:
            claim = 0
            if believed < _SURE:
                claim = len(self._claims)
                self._open_claims.append((len(self._stack), claim))
                self._claims.append([believed, len(self._made), 0])
            zones = (*zones, (own, claim))
        if tag == "article":
            self._begun.append(len(self._made))
        self._stack.append((tag, zones, main or is_main, card))

    def _close(self, tag: str) -> None:
        while len(self._stack) > 1:
            closed = self._stack.pop()[0]
            if closed == "article" and self._begun:
                self._articles.append((self._begun.pop(), len(self._made)))
            if self._open_claims and self._open_claims[-1][0] == len(self._stack):
                self._claims[self._open_claims.pop()[1]][2] = len(self._made)
            if closed == tag:
                return

    def _flush(self) -> None:
        raw = "".join(self._pending) if len(self._pending) > 1 else self._pending[0]
        self._pending.clear()
        if raw.isspace():
            return
        if "\x00" not in raw:
            self._add(raw)
            return
        for piece in re.split(r"(?:\x00\s*){2,}", raw):
            self._add(piece)

    def _add(self, raw: str) -> None:
        text = _plain(raw)
        linked = self._linked_letters(raw, text)
        if not text:
            return
        tag, zones, main, card = self._stack[-1]
        self._text.append(text)
        self._made.append((tag, zones, min(1.0, linked / len(text)), main, card))

    def _linked_letters(self, raw: str, text: str) -> int:
        """Return how many letters of a stretch are link text; a link may have begun before it and end behind it."""
        if "<a" not in raw and "</a" not in raw:
            return len(text) if self._linked else 0
        if not self._linked and raw.startswith("<a ") and raw.find("</a>") == len(raw) - 4 and "href" in raw:
            return len(text)
        linked = 0
        for index, piece in enumerate(_LINK.split(raw)):
            if index % 2:
                self._linked = not piece.startswith("</")
            elif self._linked:
                linked += len(_plain(piece))
        return linked

    def finish(self) -> tuple[str, tuple[Part, ...]]:
        """Return the text and the parts; zones in doubt are dropped where they would hold much of the page."""
        unlinked = [len(text) * (1 - made[2]) for text, made in zip(self._text, self._made, strict=True)]
        total = sum(unlinked) or 1.0
        refused = {
            number
            for number, (believed, first, last) in enumerate(self._claims)
            if sum(unlinked[int(first) : int(last) or None]) > believed * total
        }
        low, high = self._only_article(unlinked)
        parts = []
        position = 0
        for index, (text, (tag, zones, links, main, card)) in enumerate(zip(self._text, self._made, strict=True)):
            zone = _believed(zones, refused)
            parts.append(Part(position, position + len(text), 1, tag, zone, links, main or low <= index < high, card))
            position += len(text) + 2
        return "\n\n".join(self._text), tuple(parts)

    def _only_article(self, unlinked: list[float]) -> tuple[int, int]:
        """Return the parts of the one `<article>` that holds much of the page, where nothing else is marked as main."""
        ranges = [pair for pair in self._articles if sum(unlinked[slice(*pair)]) > _MAIN_SHARE * sum(unlinked)]
        if len(ranges) != 1 or any(made[3] for made in self._made):
            return 0, 0
        return ranges[0]


def _believed(zones: _Claims, refused: set[int]) -> str:
    """Return the zone of a part: the outermost that is believed, or what stands inside a quotation or a caption."""
    zone = ""
    for own, claim in zones:
        if claim not in refused and zone in {"", "quote", "caption"} and not (own == "quote" and zone):
            zone = own
    return zone


def _plain(raw: str) -> str:
    """Return the text of a stretch of well-formed inline markup."""
    text = _INLINE.sub("", raw) if "<" in raw else raw
    text = " ".join(text.split()) if text.isascii() and "\x00" not in text else _SPACE.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    if not text.isascii():
        text = INVISIBLE.sub("", text)
    if "\x00" in text:
        text = re.sub(r" ?\x00 ?", "\n", text)
    return text.strip()
