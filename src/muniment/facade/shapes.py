"""The types of what a record answers, for those who describe it: an API's description, a client's types."""

from __future__ import annotations

__all__ = ["answer_shapes"]


def answer_shapes() -> dict[str, type]:
    """Return the type of one answer of each question whose answers are no rows: question -> type."""
    from muniment.clerk.copies import Cluster
    from muniment.clerk.doubting import Proposed
    from muniment.clerk.reports import Coverage, DocumentView, SourceStanding
    from muniment.ledger import Entry
    from muniment.ledger.ports import Unread
    from muniment.registers.agendas import Course
    from muniment.registers.dossier import Acquaintance
    from muniment.registers.network import Network
    from muniment.registers.participation import Matrix
    from muniment.registers.places import PlaceMet
    from muniment.registers.promises import Promise
    from muniment.registers.trends import Region
    from muniment.rules import Gap
    from muniment.rules.quiet import Quiet
    from muniment.stacks.expert import Answered, View
    from muniment.stacks.listing import Hit

    return {
        "acquaintances": Acquaintance, "agendas": Course, "document": DocumentView, "clusters": Cluster, "gaps": Gap,
        "history": Entry, "network": Network, "places": PlaceMet, "promises": Promise, "proposals": Proposed,
        "quiet": Quiet, "search": Hit, "sources": SourceStanding, "sql": Answered, "status": Coverage,
        "treaties": Matrix, "trends": Region, "unread": Unread, "views": View,
    }  # fmt: skip
