"""Identity: when two tellings are of one act, person in office, text, body or relation.

Each rule stands beside pairs it must join and pairs it must keep apart.
"""

from __future__ import annotations

from muniment.registers.identity.documents import IDENTITY as DOCUMENTS
from muniment.registers.identity.instruments import IDENTITY as INSTRUMENTS
from muniment.registers.identity.meetings import IDENTITY as MEETINGS
from muniment.registers.identity.named import AWARDS, BODIES, OPERATIONS, RELATIONS
from muniment.registers.identity.rule import APART, REFUSED, Identity, Mention
from muniment.registers.identity.speech import COMMITMENTS, SITUATIONS, STATEMENTS
from muniment.registers.identity.tenures import IDENTITY as TENURES

__all__ = ["APART", "IDENTITIES", "REFUSED", "Identity", "Mention"]

IDENTITIES: dict[str, Identity] = {
    "documents": DOCUMENTS,
    "meetings": MEETINGS,
    "instruments": INSTRUMENTS,
    "tenures": TENURES,
    "statements": STATEMENTS,
    "situations": SITUATIONS,
    "operations": OPERATIONS,
    "commitments": COMMITMENTS,
    "awards": AWARDS,
    "relations": RELATIONS,
    "bodies": BODIES,
}
"""How each register tells the same from the other."""
