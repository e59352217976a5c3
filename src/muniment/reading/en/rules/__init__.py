"""Every clause rule of the English grammar, by register."""

from muniment.reading.en.rules import (
    awards,
    bodies,
    commitments,
    instruments,
    meetings,
    operations,
    relations,
    situations,
    statements,
    tenures,
)
from muniment.reading.en.rules.award_turns import LISTED as AWARDS_LISTED
from muniment.reading.rule import Rule

__all__ = ["RULES", "SETTLE"]

_MODULES = (meetings, instruments, tenures, statements, situations, operations, commitments, awards, relations, bodies)

RULES: tuple[Rule, ...] = tuple(rule for module in _MODULES for rule in module.RULES) + AWARDS_LISTED
"""All rules, in the order they are tried on a sentence."""

SETTLE = {module.REGISTER: module.settle for module in _MODULES}
"""Register -> how the drafts of one page become its claims, in the order they are settled."""
