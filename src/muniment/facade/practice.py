"""What follows when registers are laid side by side: promises, meetings, offices, duties."""

from __future__ import annotations

from muniment.facade.formulas import Formulas
from muniment.facade.meetings import Meetings
from muniment.facade.states import States

__all__ = ["Practice"]


class Practice(States, Meetings, Formulas):
    """What became of promises and meetings, who held which office, and what is to be done."""
