"""A page beside the page that it names as the same in another language, part by part."""

from __future__ import annotations

import msgspec

from muniment.clerk.copies import other_languages
from muniment.clerk.ports import Stores
from muniment.clerk.versions import body_of
from muniment.errors import Unknown
from muniment.rules.parallel import aligned
from muniment.terms import PageMeta

__all__ = ["Tongue", "TonguesCompared", "compare_languages"]


class Tongue(msgspec.Struct, frozen=True):
    """A page in its language: SHA-256 of its bytes, where it stands, and what it says of itself."""

    document: str
    language: str
    source: str
    meta: PageMeta


class TonguesCompared(msgspec.Struct, frozen=True):
    """A page in two languages.

    Attributes:
        own: the page that was asked for.
        other: the one that it names.
        mutual: whether that one names it too.
        pairs: their parts beside each other; empty where one has nothing to it.
    """

    own: Tongue
    other: Tongue
    mutual: bool
    pairs: list[tuple[str, str]]


def compare_languages(stores: Stores, document: str, language: str = "") -> TonguesCompared:
    """Return a page beside the page that it names as the same in another language.

    Args:
        stores: of the record.
        document: SHA-256 of its bytes.
        language: ISO 639-1 code; the first that was captured where none is given.

    Raises:
        Unknown: the document was never read, or names no page in that language, or that page was not captured.
    """
    named = other_languages(stores, document)
    found = next((one for one in named if one.document and language in ("", one.language)), None)
    if found is None:
        missed = next((one for one in named if language in ("", one.language)), None)
        raise Unknown(
            f"this page names none in {language!r}" if missed is None else "the page that it names was not captured",
            code="no-such-language", where=missed.address if missed is not None else document,
            hint=f"Take it in with `muniment build {missed.address}`." if missed is not None
            else f"It names: {', '.join(one.language for one in named) or 'no other language'}.",
        )  # fmt: skip
    one, other = (stores.archive.page(name) for name in (document, found.document))
    left, right = body_of(one.page), body_of(other.page)
    pairs = [
        ("\n".join(left[place] for place in first), "\n".join(right[place] for place in second))
        for first, second in aligned(left, right)
    ]
    return TonguesCompared(
        Tongue(document, one.language, one.page.source, one.page.meta),
        Tongue(found.document, other.language, other.page.source, other.page.meta), found.mutual, pairs,
    )  # fmt: skip
