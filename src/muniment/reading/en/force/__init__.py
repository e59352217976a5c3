"""The final clauses of a treaty's text: by what and when it enters into force, as a rule with its words.

A clause that is not understood is given with the words that were not, never guessed; the rule is computed elsewhere
(`rules.treaty`), from consents that the reader does not see.
"""

from muniment.reading.en.force.clauses import final_clauses
from muniment.reading.en.force.preamble import states_of_preamble

__all__ = ["final_clauses", "states_of_preamble"]
