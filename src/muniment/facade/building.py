"""What a build works with, made of the profiles it is to read with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from muniment.clerk.build import Build
    from muniment.clerk.ports import Progress
    from muniment.profiles import LoadedProfile

__all__ = ["build_with", "reading_key"]


def reading_key(profiles: Sequence[LoadedProfile]) -> str:
    """Return one hash of all that decides how pages are read with some profiles."""
    from muniment.clerk.read import grammar_hash
    from muniment.terms.ids import digest

    return digest([grammar_hash(), [profile.id for profile in profiles]])


def build_with(
    profiles: tuple[LoadedProfile, ...], names: Sequence[str], progress: Progress | None, jobs: int
) -> Build:
    """Return what a build works with: a reader of the profiles, and one hash of all that decides how it reads.

    Facts of profiles that somebody named are filed in any case, of `shipped` ones where a page is about them.
    """
    from muniment.archive import SiteSelectors
    from muniment.clerk.build import Build
    from muniment.clerk.choosing import SHIPPED
    from muniment.clerk.several import read_all_documents, require_jobs
    from muniment.profiles import world
    from muniment.reading import Reader

    require_jobs(jobs)
    key = reading_key(profiles)
    waiting = SHIPPED in names
    work = Build(Reader(profiles, world()), key, () if waiting else profiles, profiles if waiting else ())
    if jobs != 1:
        work = msgspec.structs.replace(work, read_ahead=lambda pages: read_all_documents(pages, profiles, jobs))
    told = [SHIPPED] if waiting else [profile.profile.slug for profile in profiles]
    selectors = SiteSelectors(profiles)
    return msgspec.structs.replace(
        work, told=tuple(told), selectors=selectors, **({"progress": progress} if progress else {})
    )
