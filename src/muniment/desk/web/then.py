"""Pages of an earlier state of the record: their links and forms stay in it."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request

__all__ = ["address_now", "kept_then"]

_OWN_LINK = re.compile(r'(?<!data-now )href="(/(?!static/)[^"#]*|\?[^"#]*)(#[^"]*)?"')
_FORM = re.compile(r"<form\b(?! data-now)[^>]*>")


def kept_then(html: str, known_at: str) -> str:
    """Return a page of an earlier state whose links and forms stay in that state; `data-now` marks what leaves it."""
    asked = urlencode({"known_at": known_at})

    def linked(match: re.Match[str]) -> str:
        address, place = match[1], match[2] or ""
        if "known_at=" in address:
            return match[0]
        return f'href="{address}{"&amp;" if "?" in address else "?"}{asked}{place}"'

    kept = _OWN_LINK.sub(linked, html)
    hidden = Markup('<input type="hidden" name="known_at" value="{}">').format(known_at)
    return _FORM.sub(lambda match: match[0] + str(hidden), kept)


def address_now(request: Request) -> str:
    """Return the address of the same page as it is known now."""
    query = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "known_at"])
    return request.url.path + (f"?{query}" if query else "")
