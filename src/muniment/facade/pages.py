"""What can be done with pages and no record: read them, explain how, score what was read, compare two scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from muniment.errors import MunimentError
from muniment.facade.web import Web

if TYPE_CHECKING:
    from muniment.profiles import LoadedProfile, Profile
    from muniment.terms import Explanation, Reading
    from muniment.terms.evaluation import Changes, Evaluation

__all__ = ["compare", "evaluate", "explain", "profiles_named", "read", "shipped_profiles"]


def profiles_named(names: Sequence[str] | None) -> tuple[LoadedProfile, ...]:
    """Return the profiles of some names or files; all shipped ones of real organisations for None or `shipped`.

    `none` stands for none.

    Raises:
        ProfileError: a profile that is not there or does not hold.
    """
    from muniment.clerk.choosing import SHIPPED, load_named

    return load_named([SHIPPED] if names is None else names)


def shipped_profiles() -> tuple[Profile, ...]:
    """Return the profiles of real organisations that are shipped, by name."""
    from muniment.profiles import load, shipped

    return tuple(load(name).profile for name in shipped())


def read(
    paths: Sequence[str | Path],
    profiles: Sequence[str] | None = None,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    web: Web | None = None,
) -> Iterator[Reading | MunimentError]:
    """Yield the reading of each page, or the error in place of a page that gave none; nothing is kept.

    Args:
        paths: files, folders, addresses of web pages, and `-` for standard input; furniture is found across them all.
        profiles: names or files of profiles; None for all shipped ones of real organisations, `none` for none.
        stdin: what `-` reads.
        jobs: processes that read; more than 1 give the same readings in the same order, sooner.
        web: how web pages are fetched.

    Raises:
        ProfileError: a profile that is not there or does not hold.
        UsageError: fewer than one job.
    """
    from muniment.archive import Intake, SiteSelectors, pages
    from muniment.clerk.several import read_all

    loaded = profiles_named(profiles)
    found = pages(Intake(paths, stdin, (web or Web()).fetcher()), SiteSelectors(loaded))
    yield from read_all(found, loaded, jobs)


def explain(
    paths: Sequence[str | Path],
    profiles: Sequence[str] | None = None,
    stdin: BinaryIO | None = None,
    jobs: int = 1,
    web: Web | None = None,
) -> Iterator[Explanation | MunimentError]:
    """Yield the reading of each page with how it came about: what was found, which rules fired, which refused and why.

    Takes and raises what `read` does; the readings are those that `read` gives.
    """
    from muniment.archive import Intake, SiteSelectors, pages
    from muniment.clerk.several import explain_all

    loaded = profiles_named(profiles)
    found = pages(Intake(paths, stdin, (web or Web()).fetcher()), SiteSelectors(loaded))
    yield from explain_all(found, loaded, jobs)


def evaluate(
    gold: Sequence[str | Path],
    claims: Iterable[Mapping[str, Any]],
    profiles: Sequence[str] | None = None,
    locate: bool = False,
) -> Evaluation:
    """Return how well claims agree with gold records of the same pages.

    Args:
        gold: files of gold lines (.jsonl), or folders of them.
        claims: claims as records, as `read` gives them.
        profiles: names or files of profiles, whose names are taken as aliases; None for all shipped ones.
        locate: whether to say which sentence each loss is about, where the claims of its page hold the page's text.

    Raises:
        UsageError: a gold file that is not there or holds no gold lines.
        ProfileError: a profile that is not there or does not hold.
    """
    from muniment.clerk.evaluate import evaluate as evaluated
    from muniment.clerk.evaluate import gold_lines
    from muniment.clerk.likeness import Likeness
    from muniment.clerk.losses import located
    from muniment.profiles import world

    likeness, made = Likeness(profiles_named(profiles), world()), list(claims)
    found = evaluated(gold_lines(gold), made, likeness)
    if locate:
        found.losses = located(found.losses, made, likeness)
    return found


def compare(new: Evaluation, other: Evaluation) -> Changes:
    """Return what two evaluations over the same gold differ in: values won and lost, claims that gold has not."""
    from muniment.clerk.losses import changes

    return changes(new, other)
