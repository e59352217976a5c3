"""`muniment agenda`: meetings announced against meetings held, and what came of each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from muniment.desk.cli.building import looked_at
from muniment.desk.cli.output import emit, format_option, known_at_option, record_option

if TYPE_CHECKING:
    from muniment.registers.agendas import Course, Item

__all__ = ["agenda"]


@click.command()
@click.argument("row", required=False, metavar="[ROW]")
@record_option
@known_at_option
@format_option
@click.option("--as-of", default=None, metavar="DATE", help="Look at later pages up to this day; today by default.")
@click.option("--all", "everything", is_flag=True, help="Meetings that leave no question open, too.")
def agenda(row: str | None, record: str, known_at: str, form: str, as_of: str | None, everything: bool) -> None:
    """List meetings that leave a question open, or lay one beside its announcement, item by item.

    \b
    Examples:
      muniment agenda --as-of 2025-07-01
      muniment agenda 1080 --as-of 2025-07-01
    """
    with looked_at(record, known_at) as held:
        if row:
            _print_one(held.agenda(held.row("meetings", row), as_of), form)
            return
        found = held.agendas(as_of, open_only=not everything)
        rows = [(one.row[:12], told_state(one), one.title, " ".join(one.questions)) for one in found]
        emit(rows, ("id", "state", "meeting", "open questions"), form, [msgspec.to_builtins(one) for one in found])
        if form == "table":
            click.echo(f"\n{len(found)} meetings. {held.status().line()}")


def _print_one(course: Course, form: str) -> None:
    if form not in ("table", "csv"):
        emit((), (), form, [msgspec.to_builtins(course)])
        return
    rows = [
        (number, item.title, "yes" if item.announced else "", outcome(item))
        for number, item in enumerate(course.items, 1)
    ]
    header = ("", "item", "on the agenda", "outcome")
    if form == "csv":
        emit(rows, header, form)
        return
    click.echo(f"{course.title}\n{told_state(course)}")
    for label, neighbour in (("before", course.previous), ("after", course.next)):
        if neighbour is not None:
            sure = "" if neighbour.sure else " (the nearest told of)"
            click.echo(f"{label}: {neighbour.title}, {neighbour.status}{sure}")
    if rows:
        click.echo("")
        emit(rows, header, form)
    for question in course.questions:
        click.echo(f"\nOpen: {question}")


def told_state(course: Course) -> str:
    """Return whether a meeting was held, and what it was announced for."""
    state = course.state.replace("_", " ")
    return f"{state}; announced for {' then '.join(course.announced_for)}" if course.announced_for else state


def outcome(item: Item) -> str:
    """Return what came of an item, why, and who says so; that no page tells, where none does."""
    if not item.outcome:
        return "no page tells"
    parts = [item.outcome, f"({item.reason})" if item.reason else "", f"told by {', '.join(item.speakers)}"
             if item.speakers else "", f"perhaps: {item.doubt}" if item.doubt else ""]  # fmt: skip
    return " ".join(part for part in parts if part)
