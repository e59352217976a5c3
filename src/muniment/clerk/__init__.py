"""The clerk: capture, read, file, project, correct, verify. Each verb is a function of the stores it is given.

A page goes through them one after the other: `capture` keeps its bytes, `read` makes a reading of it, `file` enters it
into the ledger, and `project` follows the ledger with the registers, all of one page in one transaction. Import the
module of the verb you need: reading brings its grammars with it.
"""
