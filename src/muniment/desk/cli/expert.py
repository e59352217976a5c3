"""`muniment sql`."""

from __future__ import annotations

import click

from muniment.desk.cli.building import opened
from muniment.desk.cli.output import emit, format_option, record_option
from muniment.errors import UsageError

__all__ = ["sql"]


@click.command()
@click.argument("question", default="", metavar="SELECT")
@record_option
@format_option
@click.option("--views", is_flag=True, help="List the views and their columns.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=1_000, show_default=True, help="At most so many rows.")
def sql(question: str, record: str, form: str, views: bool, limit: int) -> None:
    """Ask a record in SQL: one SELECT over documented views, nothing can be changed.

    \b
    Examples:
      muniment sql "SELECT place, count(*) AS rows FROM meetings GROUP BY place"
      muniment sql --views
    """
    if views == bool(question):
        raise UsageError("a question or --views is asked for, one of them.", code="no-question", where="sql")
    with opened(record) as held:
        if views:
            lines = [(view.name, name, about) for view in held.sql_views() for name, about in view.columns]
            emit(lines, ("view", "column", "holds"), form)
            return
        found = held.sql(question, limit)
    emit(found.rows, found.columns, form)
    if found.more:
        click.echo(f"There are more than {len(found.rows):,} rows; --limit gives up to 10,000.", err=True)
