"""Reading: a pure function of a page's text, its blocks and the profiles to claims and an account of its sentences."""

from muniment.reading.reader import Reader

__all__ = ["Reader"]
