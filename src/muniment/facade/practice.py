"""What follows when registers are laid side by side: promises, meetings, offices, duties."""

from __future__ import annotations

from muniment.facade.meetings import Meetings
from muniment.facade.promises import Promises

__all__ = ["Practice"]


class Practice(Promises, Meetings):
    """What became of promises and meetings."""
