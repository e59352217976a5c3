"""The types of what a record answers, for those who describe it: an API's description, a client's types."""

from __future__ import annotations

__all__ = ["answer_shapes"]


def answer_shapes() -> dict[str, type]:
    """Return the type of one answer of each question whose answers are no rows: question -> type."""
    from muniment.clerk.contradictions import Contradiction
    from muniment.clerk.copies import Cluster
    from muniment.clerk.doubting import Proposed
    from muniment.clerk.news import News
    from muniment.clerk.proof import Proof
    from muniment.clerk.reports import Coverage, DocumentView, PageExplained, SourceStanding
    from muniment.clerk.review import Figure, Queued
    from muniment.clerk.tongues import TonguesCompared
    from muniment.clerk.treaties import Outlook
    from muniment.clerk.versions import VersionsCompared
    from muniment.facade.following import Named
    from muniment.facade.formulas import Drift
    from muniment.ledger import Entry
    from muniment.ledger.ports import Unread
    from muniment.registers.agendas import Course
    from muniment.registers.deployments import Chain, Series
    from muniment.registers.dossier import Acquaintance
    from muniment.registers.duties import Duty
    from muniment.registers.network import Network
    from muniment.registers.offices_held import Office
    from muniment.registers.participation import Matrix
    from muniment.registers.places import PlaceMet
    from muniment.registers.promises import Promise
    from muniment.registers.states import StatePage
    from muniment.registers.trends import Region
    from muniment.rules import Gap
    from muniment.rules.quiet import Quiet
    from muniment.stacks.expert import Answered, View
    from muniment.stacks.listing import Hit

    return {
        "acquaintances": Acquaintance, "agendas": Course, "clusters": Cluster, "contradictions": Contradiction,
        "deployments": Chain, "document": DocumentView, "duties": Duty, "figures": Figure, "formulas": Drift,
        "gaps": Gap, "history": Entry, "languages": TonguesCompared,
        "names": Named, "network": Network, "news": News, "offices": Office,
        "outlook": Outlook, "places": PlaceMet, "promises": Promise, "proof": Proof, "proposals": Proposed,
        "queue": Queued, "quiet": Quiet, "reading": PageExplained, "search": Hit, "series": Series,
        "sources": SourceStanding, "sql": Answered, "state": StatePage, "status": Coverage, "treaties": Matrix,
        "trends": Region, "unread": Unread, "versions": VersionsCompared, "views": View,
    }  # fmt: skip
