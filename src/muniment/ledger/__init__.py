"""The ledger: kinds of entry, their canonical encoding, the hash chain and the ports to wherever it is kept. No SQL."""

from muniment.ledger.chain import Chain, entry_hash, seal, verify
from muniment.ledger.entry import GENESIS, START, Entry, Filing, Head
from muniment.ledger.kinds import KINDS, Kinds, subjects
from muniment.ledger.ports import ArchiveStore, LedgerStore

__all__ = [
    "GENESIS",
    "KINDS",
    "START",
    "ArchiveStore",
    "Chain",
    "Entry",
    "Filing",
    "Head",
    "Kinds",
    "LedgerStore",
    "entry_hash",
    "seal",
    "subjects",
    "verify",
]
