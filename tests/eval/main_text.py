"""How well the text of an article, its title and its date are told from the rest of a page, beside other extractors.

    python -m tests.eval.main_text FOLDER [--half 1|2] [--losses]

FOLDER holds `evaldata.py` and pages, as the tests of trafilatura lay them out: `EVAL_PAGES` maps addresses to `file`,
`with` (phrases of the article), `without` (phrases that are none of it), `title` and `date`. The pages stand in the
folder itself, in `cache/` or in `eval/`. No such data is part of the project: it is other people's pages.

The method is that benchmark's: a phrase of the article that an extractor keeps is a true positive, one it loses a
false negative; an unwanted phrase that it keeps is a false positive, one it drops a true negative. Phrases are compared
with white space as one blank. Each page is read alone, so that nothing is known of its site.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from muniment.archive import Capture, pages
from muniment.errors import CaptureError
from muniment.terms.page import BODY_KINDS, Page

__all__ = ["EXTRACTORS", "Expected", "Figures", "compared", "expected", "half_of", "phrases", "stated"]

SEED = "2026-11-23"
"""What the halves are drawn by: half 1 was looked at when mending, half 2 was not."""


class Expected(msgspec.Struct, frozen=True):
    """What somebody wrote down of one page.

    Attributes:
        path: the page.
        inside: phrases of its article.
        outside: phrases that are none of it.
        title: its title; empty where none was written down.
        date: the day it was published, ISO 8601; empty where none was written down.
    """

    path: Path
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    title: str = ""
    date: str = ""


class Figures(msgspec.Struct):
    """What one extractor made of the phrases of some pages: counts of phrases, and seconds it took."""

    kept: int = 0
    lost: int = 0
    unwanted: int = 0
    dropped: int = 0
    seconds: float = 0.0

    @property
    def precision(self) -> float:
        """Share of the kept phrases that are the article's."""
        return self.kept / ((self.kept + self.unwanted) or 1)

    @property
    def recall(self) -> float:
        """Share of the article's phrases that were kept."""
        return self.kept / ((self.kept + self.lost) or 1)

    @property
    def accuracy(self) -> float:
        """Share of all phrases that were rightly kept or dropped."""
        every = self.kept + self.lost + self.unwanted + self.dropped
        return (self.kept + self.dropped) / (every or 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.kept / ((2 * self.kept + self.lost + self.unwanted) or 1)


def expected(folder: Path) -> list[Expected]:
    """Return what is written down in a folder's `evaldata.py`, by page, for the pages that are there.

    Raises:
        SystemExit: there is no `evaldata.py`, or it assigns no literal to `EVAL_PAGES`.
    """
    try:
        tree = ast.parse((folder / "evaldata.py").read_text("utf-8"))
    except OSError as error:
        raise SystemExit(f"{folder}: no evaldata.py ({error.strerror})") from None
    tables = [
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "EVAL_PAGES" for target in node.targets)
    ]
    if not tables:
        raise SystemExit(f"{folder / 'evaldata.py'}: assigns nothing to EVAL_PAGES")
    found = []
    for item in ast.literal_eval(tables[-1]).values():
        paths = [folder / below / item["file"] for below in ("", "cache", "eval")]
        path = next((path for path in paths if path.is_file()), None)
        if path is not None:
            stated = {"title": item.get("title", ""), "date": item.get("date", "")}
            found.append(Expected(path, tuple(item.get("with", ())), tuple(item.get("without", ())), **stated))
    return sorted(found, key=lambda one: one.path.name)


def half_of(path: Path) -> int:
    """Return the half a page belongs to, 1 or 2: chance, but the same whenever and wherever it is asked."""
    return 1 + hashlib.sha256(f"{SEED} {path.name}".encode()).digest()[0] % 2


def _page(path: Path) -> Page | None:
    capture = Capture.of(str(path), path.read_bytes(), "text/html")
    found = next(pages(lambda: [capture]))
    return None if isinstance(found, CaptureError) else found


def _ours(path: Path) -> str:
    page = _page(path)
    return "\n".join(page.text[b.start : b.end] for b in page.blocks if b.kind in BODY_KINDS) if page else ""


def _whole(path: Path) -> str:
    page = _page(path)
    return page.text if page else ""


def _trafilatura(path: Path, **options: Any) -> str:
    from trafilatura import extract

    return extract(path.read_bytes(), include_comments=False, **options) or ""


def _readability(path: Path) -> str:
    import lxml.html
    from readability import Document

    text = lxml.html.fromstring(Document(path.read_bytes()).summary()).text_content()
    return str(text)


def _resiliparse(path: Path) -> str:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding

    content = path.read_bytes()
    text = content.decode(detect_encoding(content) or "utf-8", "replace")
    return str(extract_plain_text(text, main_content=True))


EXTRACTORS: dict[str, Callable[[Path], str]] = {
    "muniment": _ours,
    "trafilatura": _trafilatura,
    "trafilatura, favor_recall": lambda path: _trafilatura(path, favor_recall=True),
    "trafilatura, favor_precision": lambda path: _trafilatura(path, favor_precision=True),
    "readability-lxml": _readability,
    "resiliparse, main content": _resiliparse,
    "all text": _whole,
}
"""What is measured; those that are not installed are named and left out."""


def _plain(text: str) -> str:
    return " ".join(text.split())


def phrases(one: Expected, text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield each phrase written down of a page, whether it is the article's, and whether a text holds it."""
    plain = _plain(text)
    for wanted, listed in ((True, one.inside), (False, one.outside)):
        for phrase in listed:
            yield phrase, wanted, _plain(phrase) in plain


def compared(name: str, those: Sequence[Expected], losses: list[str]) -> Figures:
    """Return what an extractor makes of pages; what it gets wrong is appended to `losses`, a line a phrase.

    Raises:
        ImportError: it is not installed.
    """
    figures = Figures()
    for one in those:
        begun = time.process_time()
        text = EXTRACTORS[name](one.path)
        figures.seconds += time.process_time() - begun
        for phrase, wanted, held in phrases(one, text):
            figures.kept += wanted and held
            figures.lost += wanted and not held
            figures.unwanted += held and not wanted
            figures.dropped += not wanted and not held
            if wanted != held:
                losses.append(f"{one.path.name}: {'lost' if wanted else 'unwanted'}: {phrase}")
    return figures


def _by_us(path: Path) -> tuple[str, str]:
    page = _page(path)
    return (page.meta.title, page.meta.published) if page else ("", "")


def _by_trafilatura(path: Path) -> tuple[str, str]:
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(path.read_bytes())
    return (found.title or "", found.date or "") if found else ("", "")


def _by_htmldate(path: Path) -> tuple[str, str]:
    from htmldate import find_date

    return "", find_date(path.read_bytes(), original_date=True) or ""


def stated(those: Sequence[Expected], by: Callable[[Path], tuple[str, str]], losses: list[str]) -> list[int]:
    """Return how many titles and dates were told rightly, wrongly and not at all: six counts in that order."""
    counts = [0] * 6
    for one in those:
        for place, (wanted, told) in enumerate(zip((one.title, one.date), by(one.path), strict=True)):
            if not wanted:
                continue
            right = _plain(told).casefold() == _plain(wanted).casefold()
            counts[3 * place + (0 if right else 1 if told else 2)] += 1
            if not right:
                losses.append(f"{one.path.name}: {('title', 'date')[place]}: {told!r}, not {wanted!r}")
    return counts


def _texts(those: Sequence[Expected], show: bool) -> None:
    print(f"{'the article':30} precision   recall   accuracy       F   ms a page")
    for name in EXTRACTORS:
        losses: list[str] = []
        try:
            one = compared(name, those, losses)
        except ImportError as error:
            print(f"{name:30} not installed: {error.name}")
            continue
        took = 1000 * one.seconds / len(those)
        print(f"{name:30} {one.precision:9.3f}{one.recall:9.3f}{one.accuracy:11.3f}{one.f1:8.3f}{took:12.1f}")
        if show and name == "muniment":
            print(*(f"    {loss}" for loss in losses), sep="\n")


def _statements(those: Sequence[Expected], show: bool) -> None:
    print(f"\n{'right, wrong, none':30} titles           dates")
    for name, by in (("muniment", _by_us), ("trafilatura", _by_trafilatura), ("htmldate", _by_htmldate)):
        losses: list[str] = []
        found = stated(those, by, losses)
        print(f"{name:30} {'{:4}{:5}{:5}'.format(*found[:3])}   {'{:4}{:5}{:5}'.format(*found[3:])}")
        if show and name == "muniment":
            print(*(f"    {loss}" for loss in losses), sep="\n")


def main() -> None:
    """Print the tables."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("folder", type=Path, help="with evaldata.py and pages")
    given.add_argument("--half", type=int, choices=(1, 2), help="only one of the two halves that chance makes")
    given.add_argument("--losses", action="store_true", help="show what ours gets wrong, a line each")
    asked = given.parse_args()
    those = [one for one in expected(asked.folder) if asked.half in (None, half_of(one.path))]
    told = [one for one in those if one.inside or one.outside]
    print(f"{len(those)} pages\n")
    if told:
        _texts(told, asked.losses)
    if any(one.title or one.date for one in those):
        _statements(those, asked.losses)


if __name__ == "__main__":
    main()
