"""Shared words of every room: spans, blocks, pages, claims, partial dates, ids. Frozen, no input or output."""

from muniment.terms.claim import Claim, Evidence
from muniment.terms.dates import PartialDate
from muniment.terms.explanation import Explanation, Fired, FoundEntity, Refused, Step
from muniment.terms.ids import canonical, digest
from muniment.terms.page import Block, Page, PageMeta
from muniment.terms.reading import Reading, Sentence

__all__ = [
    "Block",
    "Claim",
    "Evidence",
    "Explanation",
    "Fired",
    "FoundEntity",
    "Page",
    "PageMeta",
    "PartialDate",
    "Reading",
    "Refused",
    "Sentence",
    "Step",
    "canonical",
    "digest",
]
