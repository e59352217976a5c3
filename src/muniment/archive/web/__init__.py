"""Web: addresses to answers, politely and within limits, each with the bytes that went over the wire."""

from muniment.archive.web.address import is_address, normal
from muniment.archive.web.connection import Limits
from muniment.archive.web.exchange import Exchange
from muniment.archive.web.fetching import Answer, Fetcher, Manners, Validators
from muniment.archive.web.pages import page_in
from muniment.archive.web.timing import Timing

__all__ = [
    "Answer",
    "Exchange",
    "Fetcher",
    "Limits",
    "Manners",
    "Timing",
    "Validators",
    "is_address",
    "normal",
    "page_in",
]
