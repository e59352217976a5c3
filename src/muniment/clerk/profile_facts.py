"""What a profile states, as facts for the ledger: members, bodies, holders of offices, instruments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from muniment.clerk.ports import AUTHOR, PROFILES, Clock, Stores
from muniment.clerk.project import enter
from muniment.ledger import Filing
from muniment.profiles import LoadedProfile, Profile

__all__ = ["facts", "file_profiles"]

_RELATIONS = {
    "member": ("membership", "in_force"), "observer": ("observer", "in_force"), "partner": ("partner", "in_force"),
    "associate": ("partner", "in_force"), "candidate": ("membership", "sought"),
}  # fmt: skip
"""Status in a profile -> kind and state of a relation."""

Fact = dict[str, Any]


def facts(profile: Profile) -> list[Fact]:
    """Return the facts a profile states, each with the key path and the source it names."""
    return [*_members(profile), *_bodies(profile), *_holders(profile), *_instruments(profile), *_rotations(profile)]


def file_profiles(stores: Stores, profiles: Sequence[LoadedProfile], clock: Clock) -> int:
    """Return how many profiles were filed: those whose content is another than when last filed, or new.

    Writes: a `profile.filed` entry each, in a transaction each.
    """
    filed = 0
    for loaded in profiles:
        name = loaded.profile.slug
        last = stores.ledger.about([f"profile:{name}"])
        if not last or last[-1].body["hash"] != loaded.hash:
            body = {"name": name, "hash": loaded.hash, "facts": facts(loaded.profile)}
            with stores.transaction():
                enter(stores, [Filing("profile.filed/1", AUTHOR, body)], clock)
                known = {*stores.archive.note(PROFILES).decode().splitlines(), name}
                stores.archive.put_note(PROFILES, "\n".join(sorted(known)).encode())
            filed += 1
    return filed


def _fact(register: str, slots: dict[str, Any], key: str, source: str) -> Fact:
    stated = {name: value for name, value in slots.items() if value not in ("", False, None, [], ())}
    return {"register": register, "slots": stated, "where": f"{key}: {source}" if source else key}


def _members(profile: Profile) -> Iterator[Fact]:
    for index, member in enumerate(profile.members):
        kind, state = _RELATIONS[member.status]
        slots = {"subject": member.state, "object": profile.name, "kind": kind}
        key = f"members[{index}]"
        yield _fact("relations", {**slots, "state": state, "date": member.since}, key, member.source)
        if member.until:
            yield _fact("relations", {**slots, "state": "ended", "date": member.until}, key, member.source)


def _bodies(profile: Profile) -> Iterator[Fact]:
    for index, body in enumerate(profile.bodies):
        status = "dissolved" if body.until else "active"
        slots = {"name": body.name, "parent": body.parent, "kind": body.kind, "status": status}
        yield _fact("bodies", slots, f"bodies[{index}]", body.source)


def _holders(profile: Profile) -> Iterator[Fact]:
    for index, holder in enumerate(profile.holders):
        slots = {
            "person": holder.person, "office": holder.office, "organization": holder.organization or profile.name,
            "acting": holder.acting, "start": holder.since, "end": holder.until,
        }  # fmt: skip
        yield _fact("tenures", slots, f"holders[{index}]", holder.source)


def _rotations(profile: Profile) -> Iterator[Fact]:
    """Yield how chairs pass on, each with the body whose chair it is, or at whose sessions it passes on."""
    parents = {body.name: body for body in profile.bodies}
    for index, rotation in enumerate(profile.rotations):
        of = rotation.body if rotation.body in parents else rotation.session_of
        body = parents.get(of)
        rule = {
            "of": rotation.body, "by": rotation.by, "order": list(rotation.order), "again": rotation.again,
            "months": rotation.months, "begins": rotation.begins, "session_of": rotation.session_of,
            "source": rotation.source,
        }  # fmt: skip
        slots = {"name": of or profile.name, "parent": body.parent if body else "", "kind": body.kind if body else ""}
        stated = {name: value for name, value in rule.items() if value not in ("", False, [], 0)}
        yield _fact("bodies", {**slots, "rotation": stated}, f"rotations[{index}]", rotation.source)


def _instruments(profile: Profile) -> Iterator[Fact]:
    for index, instrument in enumerate(profile.instruments):
        dated = (
            ("adopt", instrument.adopted),
            ("sign", instrument.signed),
            ("enter_into_force", instrument.in_force),
        )
        actions = [
            {"action": action, "date": date, **({"place": instrument.place} if instrument.place and n < 2 else {})}
            for n, (action, date) in enumerate(dated)
            if date
        ]
        status = "in_force" if instrument.in_force else "signed" if instrument.signed else ""
        slots = {
            "kind": instrument.kind, "title": instrument.title, "amends": instrument.amends,
            "status": status or ("adopted" if instrument.adopted else ""), "actions": actions,
        }  # fmt: skip
        yield _fact("instruments", slots, f"instruments[{index}]", instrument.source)
