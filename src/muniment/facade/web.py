"""How pages are fetched from the web: what sites are told of whoever asks, and where nobody goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from muniment.archive.web import Fetcher

__all__ = ["Web"]


class Web(msgspec.Struct, frozen=True):
    """How to behave on the web; made once, never read from the surroundings.

    Attributes:
        contact: address or mail address that a site's keeper can turn to; it goes into every request.
        allow_private: whether pages of this machine and of the network around it may be fetched.
        delay_seconds: left between two requests to one host; more where its robots.txt asks for more.
    """

    contact: str = ""
    allow_private: bool = False
    delay_seconds: float = 1.0

    def fetcher(self) -> Fetcher:
        """Return what fetches so."""
        from muniment.archive.web import Fetcher, Manners
        from muniment.clerk.clock import TIMING

        return Fetcher(Manners(self.contact, self.allow_private, self.delay_seconds), TIMING)
