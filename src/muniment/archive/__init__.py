"""Archive: bytes to pages. Captures paths, decodes them with a way back to the bytes, and marks what is furniture.

    for item in pages(Intake(["folder"])):
        ...  # a Page, or the CaptureError that says why there is none

Furniture (teasers of other pages, menus, tails, contact lines, photo names) is found across the pages given, marked
with its reason and never deleted.
"""

from muniment.archive.capture import Intake, captures
from muniment.archive.counts import FurnitureCount
from muniment.archive.decoding import Decoded, decode
from muniment.archive.draft import Draft, draft
from muniment.archive.marking import mark, marked_as
from muniment.archive.page_bytes import MAX_BYTES, Capture
from muniment.archive.passes import pages
from muniment.archive.selectors import SiteSelectors

__all__ = [
    "MAX_BYTES",
    "Capture",
    "Decoded",
    "Draft",
    "FurnitureCount",
    "Intake",
    "SiteSelectors",
    "captures",
    "decode",
    "draft",
    "mark",
    "marked_as",
    "pages",
]
