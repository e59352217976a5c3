"""Review of claims against their pages: the queue, each act, and what came of it by rule and register."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from muniment.facade.opened import OpenRecord

if TYPE_CHECKING:
    from muniment.clerk.review import Figure, Follower, Queued, Reviewing
    from muniment.ledger import Entry

__all__ = ["Review"]


class Review(OpenRecord):
    """Claims read against their pages by people."""

    @cached_property
    def _follower(self) -> tuple[Follower, threading.Lock]:
        from muniment.clerk.review import Follower

        return Follower(), threading.Lock()

    def review_queue(self, register: str = "", limit: int = 50, offset: int = 0) -> list[Queued]:
        """Return claims that nobody reviewed, the most doubtful of the most important first.

        Args:
            register: only claims of it; empty for all.
            limit: at most so many.
            offset: so many are passed over first.

        Raises:
            Unknown: there is no such register, or none of its claims are reviewed.
        """
        from muniment.clerk.review import queue

        follower, guard = self._follower
        with guard:
            follower.follow(self._rows())
            return queue(self._rows(), follower, register, limit, offset)

    def review_figures(self) -> list[Figure]:
        """Return what came of each rule's claims in each register: read, accepted, corrected, rejected, open."""
        from muniment.clerk.review import figures

        follower, guard = self._follower
        with guard:
            follower.follow(self._rows())
            return figures(follower)

    def accept_claim(self, claim: str, author: str, basis: str) -> Entry:
        """Return the entry that says that a claim was found right.

        Raises:
            DecisionError: there is no such claim, or it no longer stands.
            Conflict: somebody else is writing.
        """
        return self._reviewed(author, basis, lambda person: person.accept(claim))

    def reject_claim(self, claim: str, author: str, basis: str) -> Entry:
        """Return the entry that takes a claim out of its row; raises as `accept_claim`."""
        return self._reviewed(author, basis, lambda person: person.reject(claim))

    def correct_claim(self, claim: str, slots: Mapping[str, Any], author: str, basis: str) -> Entry:
        """Return the entry that gives the row of a claim other values; raises as `correct`."""
        return self._reviewed(author, basis, lambda person: person.set_slots(claim, slots))

    def note_claim(self, claim: str, note: str, author: str, basis: str) -> Entry:
        """Return the entry of a note on a claim; raises as `accept_claim`."""
        return self._reviewed(author, basis, lambda person: person.note(claim, note))

    def _reviewed(self, author: str, basis: str, act: Callable[[Reviewing], Entry]) -> Entry:
        from muniment.clerk.project import project
        from muniment.clerk.review import Reviewing

        with self._writing() as stores:
            project(stores)
            return act(Reviewing(stores, author, basis))
