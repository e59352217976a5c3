"""E-mail messages (RFC 5322, MIME), as newsletters and press services send them."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from email.message import EmailMessage, MIMEPart
from typing import Any

from muniment.archive.formats.extract import Extract
from muniment.archive.markup import read_markup
from muniment.archive.part import Part
from muniment.archive.plain import read_plain
from muniment.errors import CaptureError
from muniment.terms.page import PageMeta

__all__ = ["read"]

_QUOTED = re.compile(r"\s*>")
_SIGNATURE = re.compile(r"-- ?$")


def read(content: bytes, source: str) -> Extract:
    """Return the body of a message: its HTML where it has one, else its plain text; what it quotes is marked.

    The subject is the title and the day it was sent the date of publication, in the sender's own time.

    Raises:
        CaptureError: there is no text in it.
    """
    message = email.message_from_bytes(content, policy=email.policy.default)
    body = message.get_body(preferencelist=("html", "plain"))
    if body is None:
        raise CaptureError("a message without text", code="no-text", where=source, hint="Its attachments are not read.")
    written = _content(body)
    meta = _meta(message)
    if body.get_content_subtype() == "html":
        text, parts, _ = read_markup(written)
        return Extract(text, parts, meta)
    text = written.replace("\r\n", "\n")
    return Extract(text, _marked(text, read_plain(text)), meta)


def _content(body: MIMEPart) -> str:
    """Return a body's text; of a charset that is not known or not kept, what can be had."""
    try:
        return str(body.get_content())
    except (LookupError, UnicodeError):
        raw = body.get_payload(decode=True)
        return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""


def _marked(text: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return parts with quoted lines and everything below the signature's mark (RFC 3676, 4.3) as furniture."""
    marked: list[Part] = []
    signed = False
    for part in parts:
        words = text[part.start : part.end]
        signed = signed or _SIGNATURE.match(words) is not None
        zone = "footer" if signed else "aside" if _QUOTED.match(words) else ""
        marked.append(Part(part.start, part.end, part.gap, zone=zone))
    return tuple(marked)


def _meta(message: EmailMessage) -> PageMeta:
    told: dict[str, Any] = {"title": " ".join(str(message["subject"] or "").split())}
    name, address = email.utils.parseaddr(str(message["from"] or ""))
    told["author"] = name or address
    try:
        told["published"] = email.utils.parsedate_to_datetime(str(message["date"])).date().isoformat()
    except (TypeError, ValueError):
        told["published"] = ""
    names = {"title": "subject", "author": "from", "published": "date"}
    return PageMeta(**told, origin={field: f"mail:{names[field]}" for field, value in told.items() if value})
