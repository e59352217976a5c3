"""`muniment prepare`: what follows from all rows, worked out before anybody asks."""

from __future__ import annotations

import click

from muniment.desk.cli.building import opened
from muniment.desk.cli.output import emit, format_option, record_option

__all__ = ["prepare"]


@click.command()
@record_option
@format_option
def prepare(record: str, form: str) -> None:
    """Work out what follows from all rows today, so that no visitor of the web pages waits for it.

    What takes long is kept in a file beside the record, until something is filed or the day is over. Of a small record
    nothing takes long, and this is of no use; of a large one, run it after every build and once a day.

    \b
    Example:
      muniment prepare --record record.db
    """
    with opened(record) as held:
        lines = [(one.name, one.things, f"{one.seconds:.1f}") for one in held.prepare()]
        emit(lines, ("what", "things", "seconds"), form)
