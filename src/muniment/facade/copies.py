"""The same text on several pages, and one page in several languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from muniment.facade.looking import Looking

if TYPE_CHECKING:
    from muniment.clerk.copies import Cluster, Copy, OtherLanguage

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
