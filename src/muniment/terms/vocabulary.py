"""The record format as data: registers, their slots, and the closed lists of values.

Field names are a promise to everyone who keeps an export; a slot may be added, none renamed. Treaty actions follow the
UN Treaty Handbook (2012) and the Vienna Convention on the Law of Treaties; offices and tenures follow Popolo.
"""

from __future__ import annotations

__all__ = ["CLOSED", "FORMAT_VERSION", "SLOTS"]

FORMAT_VERSION = 1
"""Version of the record format; raised when a reader of exports has to change."""

SLOTS: dict[str, tuple[str, ...]] = {
    "documents": ("title", "published", "modified", "language", "section", "publisher", "signed_by", "text",
                  "archived_text", "stub", "blocks"),
    "meetings": ("kind", "bodies", "ordinal", "start", "end", "status", "mode", "place", "chair", "participants",
                 "agenda", "agenda_size", "extraordinary", "format", "topics", "count"),
    "instruments": ("kind", "title", "draft", "count", "amends", "package_with", "status", "reason", "by", "topics",
                    "actions", "force_clause"),
    "tenures": ("person", "office", "organization", "acting", "start", "end", "basis", "proposed_by", "unanimous",
                "term_years", "rank"),
    "statements": ("speaker", "office", "mode", "text", "date", "venue", "addressee", "topics"),
    "situations": ("region", "trend", "assessed_by", "date", "text"),
    "operations": ("name", "kind", "purpose", "country", "participants", "status", "start", "end", "legal_basis",
                   "numbers"),
    "commitments": ("text", "actor", "given_by", "kind", "due", "made_on"),
    "awards": ("award", "recipient", "conferred_by", "date"),
    "relations": ("subject", "object", "kind", "state", "date"),
    "bodies": ("name", "parent", "kind", "status"),
}  # fmt: skip
"""Register -> its slots, in the order they are shown."""

CLOSED: dict[tuple[str, str], frozenset[str]] = {
    key: frozenset(values.split())
    for key, values in {
        ("meetings", "kind"): "session bilateral consultation working_group conference debate briefing ceremony other",
        ("meetings", "status"): "announced held postponed cancelled",
        ("meetings", "mode"): "in_person videoconference telephone hybrid",
        ("meetings", "format"): "narrow expanded plenary limited",
        ("instruments", "kind"): "treaty agreement convention charter protocol decision resolution statement "
        "declaration communique plan programme strategy concept regulation list model_law recommendation memorandum "
        "appeal other",
        ("instruments", "status"): "draft under_consideration agreed submitted adopted not_adopted signed in_force "
        "suspended terminated deferred returned withdrawn",
        ("instruments", "actions"): "propose draft consider agree submit adopt approve not_adopt reject return defer "
        "amend sign ratify accept accede deposit register enter_into_force extend suspend terminate withdraw denounce "
        "implement call_for_ratification initial open_for_signature sign_definitively confirm succeed "
        "notify_completion pass promulgate publish sign_instrument apply_provisionally end_provisional_application "
        "reserve declare object withdraw_reservation withdraw_declaration withdraw_objection revoke_denunciation "
        "correct_errors",
        ("tenures", "basis"): "appointed elected re-elected designated attested",
        ("statements", "mode"): "direct reported",
        ("situations", "trend"): "improving stable tense deteriorating",
        ("operations", "kind"): "operation exercise peacekeeping monitoring_mission humanitarian",
        ("operations", "status"): "planned ongoing completed",
        ("commitments", "kind"): "commitment intention mandate request",
        ("relations", "kind"): "membership observer partner presidency cooperation dialogue",
        ("relations", "state"): "in_force sought granted suspended ended",
        ("bodies", "status"): "forming active dissolved",
    }.items()
}
"""(register, slot) -> the values it may take; for `instruments.actions` the names of actions."""
