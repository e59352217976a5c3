"""Law and practice over rows: what is due, missing, contradictory, in force. Pure functions; the day is passed in."""

from muniment.rules.gap import Gap, RowView

__all__ = ["Gap", "RowView"]
