"""Generated pages as captures, one after the other, any number of them, with nothing kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from bench.site import render
from bench.story import Story, tell
from muniment.archive import Capture

__all__ = ["SEED", "captures", "stories", "write"]

SEED = 20261122
"""What the documents are drawn from unless another seed is given."""


def stories(pages: int, seed: int = SEED) -> Iterator[Story]:
    """Yield the articles of a run in order."""
    for number in range(pages):
        yield tell(number, seed)


def captures(pages: int, seed: int = SEED) -> Callable[[], Iterator[Capture]]:
    """Return what yields the pages of a run in order, the same ones each time it is called."""

    def again() -> Iterator[Capture]:
        for story in stories(pages, seed):
            text, media_type = render(story, seed)
            content = text.encode()
            ending = "html" if media_type == "text/html" else "txt"
            yield Capture(f"bench/{story.number:06d}.{ending}", content, media_type, sha256(content).hexdigest())

    return again


def write(folder: Path, pages: int, seed: int = SEED) -> int:
    """Return how many bytes the pages have that were written into a folder, a thousand to a folder inside it."""
    total = 0
    for number, capture in enumerate(captures(pages, seed)()):
        place = folder / f"{number // 1000:03d}"
        place.mkdir(parents=True, exist_ok=True)
        total += (place / Path(capture.source).name).write_bytes(capture.content)
    return total
