"""An answer from the web as a page, or the one error that says why it is none.

A page that is not there is told also where the server does not say so: by a title that says nothing else, or by a
redirect to the site's front page.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from muniment.archive.decoding import binary_kind, decode
from muniment.archive.formats import FORMATS
from muniment.archive.page_bytes import Capture, media_type_of
from muniment.errors import CaptureError

if TYPE_CHECKING:
    from muniment.archive.web.fetching import Answer

__all__ = ["NOT_THERE", "page_in"]

NOT_THERE = frozenset({"not-found", "soft-not-found"})
"""Codes of errors of pages that are not there."""

_PAGE_TYPES = frozenset({"", "text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml"})

_REFUSALS: dict[int, tuple[str, str, str]] = {
    401: ("forbidden", "asks who we are", "It is not public; save it by hand if you may."),
    403: ("forbidden", "refuses us", "Ask the site's keepers for their leave, or save it by hand."),
    404: ("not-found", "there is no such page", "What was captured of it before is kept."),
    410: ("not-found", "the page is gone for good", "What was captured of it before is kept."),
    429: ("busy", "asks us to come less often", "Run the same command again later."),
    451: ("forbidden", "is withheld for legal reasons", "Save it by hand if you may."),
    503: ("busy", "is busy", "Run the same command again later."),
}
"""Status -> code of the error, what it means, what next (RFC 9110, section 15; RFC 6585; RFC 7725)."""

_TITLE = re.compile(rb"<title\b[^>]{0,200}>(.{0,400}?)</title>", re.IGNORECASE | re.DOTALL)
_SEPARATOR = re.compile(r"\s+[|–—»·:-]\s+|\s*[|»]\s*")
_NOT_FOUND = re.compile(
    r"(?:error\s*)?404(?:\s*error)?|(?:(?:error\s*)?404[\s:,.-]*)?"
    r"(?:(?:the\s+)?(?:requested\s+)?(?:page|file|document)(?:\s+(?:was|is|could|can))?(?:\s*not|not)(?:\s+be)?\s+found"
    r"|not found|page (?:does not|doesn[’']t) exist|no such page"
    r"|page (?:non trouvée|introuvable)|página no encontrada|página não encontrada|seite nicht gefunden"
    r"|страница не найдена|الصفحة غير موجودة)(?:[\s:,.()-]*(?:error\s*)?404)?[.!]?",
    re.IGNORECASE,
)
"""What titles of pages say that are not there, in the languages organisations publish in, to the last letter."""

_FRONT = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-zA-Z]{2})?/?)?(?:(?:index|default|home)\.?[a-z]{0,5})?/?")


def page_in(answer: Answer) -> Capture:
    """Return the page that an answer carries, its source the address that was asked for.

    Raises:
        CaptureError: the answer carries no page; the code tells whether it is not there, refused, or may come later.
    """
    where = answer.asked
    if answer.status != 200:
        raise _refusal(answer)
    told = answer.headers.get("Content-Type", "")
    name = told.split(";")[0].strip().lower()
    if name in FORMATS:
        return Capture.of(where, answer.content, name, answer.seen_at)
    if name not in _PAGE_TYPES:
        kind = binary_kind(answer.content)
        raise CaptureError(
            f"no page but {kind or name}",
            code="not-a-page",
            where=where,
            hint="Read are HTML, text, PDF, DOCX, ODT and e-mail.",
        )
    _require_there(answer)
    return Capture.of(where, answer.content, media_type_of(told, answer.content), answer.seen_at)


def _refusal(answer: Answer) -> CaptureError:
    """Return the error of an answer whose status says that there is no page in it."""
    status = answer.status
    code, what, hint = _REFUSALS.get(status, ("", "", ""))
    if not code:
        code, hint = (
            ("busy", "Run the same command again later.") if status >= 500 else ("status", "Check the address.")
        )
        what = "the server failed" if status >= 500 else "no page"
    wait = answer.wait_seconds
    later = f"; it asks to be left alone for {wait:,.0f} seconds" if code == "busy" and wait else ""
    return CaptureError(f"{what} (status {status}{later})", code=code, where=answer.asked, hint=hint)


def _require_there(answer: Answer) -> None:
    """Refuse an answer that says in its words or by its place that the page is not there.

    Raises:
        CaptureError: it does.
    """
    asked, led = urlsplit(answer.asked), urlsplit(answer.address)
    hint = "What was captured of it before is kept."
    if answer.asked != answer.address and _front(led.path) and not led.query and not _front(asked.path):
        raise CaptureError(
            f"leads to the front page, {answer.address}: the page is not there", code="soft-not-found",
            where=answer.asked, hint=hint,
        )  # fmt: skip
    found = _TITLE.search(answer.content[: 1 << 16])
    if found is None:
        return
    title = " ".join(html.unescape(decode(found.group(1)).text).split()) if found.group(1).strip() else ""
    if any(_NOT_FOUND.fullmatch(piece.strip()) for piece in (title, *_SEPARATOR.split(title))):
        raise CaptureError(
            f"says of itself {title!r}, though its status is 200: the page is not there", code="soft-not-found",
            where=answer.asked, hint=hint,
        )  # fmt: skip


def _front(path: str) -> bool:
    return _FRONT.fullmatch(path) is not None
