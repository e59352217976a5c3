"""`muniment duties`: what is to be done, by whom and by when; as tasks for a calendar, too."""

from __future__ import annotations

import click
import msgspec

from muniment.desk.cli.building import looked_at
from muniment.desk.cli.output import emit, format_option, known_at_option, record_option

__all__ = ["duties"]


@click.command()
@record_option
@known_at_option
@format_option
@click.option("--as-of", default=None, metavar="DATE", help="The day to look from, 2026-05-04; today by default.")
@click.option("--who", default="", metavar="NAME", help="Only what binds this state, body or office.")
@click.option("--ics", is_flag=True, help="As tasks (RFC 5545, VTODO) for a calendar.")
def duties(record: str, known_at: str, form: str, as_of: str | None, who: str, ics: bool) -> None:
    """List what is to be done: registrations, notices, reports, meetings to hold, ends of terms, with their basis.

    \b
    Examples:
      muniment duties --as-of 2025-06-11
      muniment duties --ics > duties.ics
    """
    with looked_at(record, known_at) as held:
        found = held.duties(as_of, who)
        if ics:
            from muniment import __version__
            from muniment.desk.web.icalendar import task_of, tasks_text

            stamp = max(entry.filed_at for entry in held.entries(int(held.head().partition(":")[0]) - 1, 1))
            tasks = (task_of(one, f"/{one.register}/{one.row}") for one in found)
            click.echo(tasks_text("Duties", tasks, stamp, f"Muniment {__version__}"), nl=False)
            return
        rows = [(one.due, told_state(one.days), ", ".join(one.who), one.text, one.basis) for one in found]
        header = ("due", "state", "who", "what", "basis")
        emit(rows, header, form, [msgspec.to_builtins(one) for one in found])
        if form == "table":
            click.echo(f"\n{len(found)} {'duty' if len(found) == 1 else 'duties'}. {held.status().line()}")


def told_state(days: int | None) -> str:
    """Return whether a duty is open, or overdue by how many days."""
    return "open" if days is None else f"overdue by {days} {'day' if days == 1 else 'days'}"
