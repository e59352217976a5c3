"""Registers: what each table holds, and how it is folded from the ledger's entries."""
