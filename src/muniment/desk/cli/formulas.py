"""`muniment formulas`: standing sentences of a body's communiqués, reworded, weakened or dropped."""

from __future__ import annotations

import click
import msgspec

from muniment.desk.cli.building import looked_at
from muniment.desk.cli.output import emit, format_option, known_at_option, record_option

__all__ = ["formulas"]


@click.command()
@click.argument("body", nargs=-1, required=True, metavar="BODY")
@record_option
@known_at_option
@format_option
@click.option("--kept", is_flag=True, help="Sentences kept word for word, too.")
def formulas(body: tuple[str, ...], record: str, known_at: str, form: str, kept: bool) -> None:
    """Print what became of the sentences of a body's communiqués and statements, from each to the next.

    \b
    Example:
      muniment formulas LSCO Council of Heads of State
    """
    with looked_at(record, known_at) as held:
        found = held.formulas(" ".join(body))
        rows = [
            (one.before[1], one.after[1], change.kind, change.ladder, change.before, change.after)
            for one in found
            for change in one.changes
            if kept or change.kind != "kept"
        ]
        header = ("from", "to", "what became of it", "words", "before", "after")
        emit(rows, header, form, [msgspec.to_builtins(one) for one in found])
        if form == "table":
            pairs = "pair" if len(found) == 1 else "pairs"
            click.echo(f"\n{len(found)} {pairs} of texts compared. {held.status().line()}")
