"""Bench: documents made by the ten thousand, and what each stage of Muniment takes for them.

    python -m bench                  # the table of stages
    python -m bench --rules          # what each reading rule takes
    python -m bench --help

The documents are invented: no body sentence of theirs comes twice, so that nothing is fast because it was seen before.
"""
