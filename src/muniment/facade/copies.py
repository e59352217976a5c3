"""The same text on several pages, and one page in several languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from muniment.facade.looking import Looking

if TYPE_CHECKING:
    from muniment.clerk.copies import Cluster, Copy, OtherLanguage
    from muniment.clerk.tongues import TonguesCompared

__all__ = ["Copies"]


class Copies(Looking):
    """Which pages have one text."""

    def copies(self, name: str) -> list[Copy]:
        """Return the pages that have the text of a document, the earliest known first.

        Args:
            name: SHA-256 of the document, or a source, whose current version is meant.

        Raises:
            Unknown: there is no such document or source.
        """
        from muniment.clerk.copies import copies_of

        stores = self._stores()
        current = stores.archive.current(name)
        return copies_of(stores, current.document if current else name)

    def clusters(self) -> Iterator[Cluster]:
        """Yield every text that several pages have, with the page it is first known from."""
        from muniment.clerk.copies import clusters

        return clusters(self._stores())

    def other_languages(self, document: str) -> list[OtherLanguage]:
        """Return the pages in other languages that a document names as its own versions.

        Raises:
            Unknown: there is no such document.
        """
        from muniment.clerk.copies import other_languages

        return other_languages(self._stores(), document)

    def tongues(self, document: str, language: str = "") -> TonguesCompared:
        """Return a document beside the page that it names as the same in another language, part by part.

        Args:
            document: SHA-256 of its bytes.
            language: ISO 639-1 code; the first that was captured where none is given.

        Raises:
            Unknown: there is no such document, or it names no captured page in that language.
        """
        from muniment.clerk.tongues import compare_languages

        return compare_languages(self._stores(), document, language)
