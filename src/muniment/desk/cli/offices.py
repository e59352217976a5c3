"""`muniment office`: who held an office on a day, who before and after, and how a chair passes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from muniment.desk.cli.building import looked_at
from muniment.desk.cli.output import emit, format_option, known_at_option, record_option

if TYPE_CHECKING:
    from muniment.registers.offices_held import Held, Office

__all__ = ["office"]

_SHOWN = 4
"""Offices that are printed one by one; more are listed."""


@click.command()
@click.argument("name", nargs=-1, metavar="[NAME]")
@record_option
@known_at_option
@format_option
@click.option(
    "--on", "--as-of", "on", default=None, metavar="DATE", help="The day asked about, 2026-05-04; today by default."
)
def office(name: tuple[str, ...], record: str, known_at: str, form: str, on: str | None) -> None:
    """Print who held an office on a day, with everybody told to have held it; a State that holds a chair, too.

    NAME is words of the title, the organisation or a holder; without it, every office is listed.

    \b
    Examples:
      muniment office secretary general --on 2024-03-01
      muniment office chairmanship
    """
    with looked_at(record, known_at) as held:
        found = held.offices(" ".join(name), on)
        if form != "table" or not name or len(found) > _SHOWN:
            rows = [(one.id, one.title, one.organization, told_holders(one)) for one in found]
            records = [msgspec.to_builtins(one) for one in found]
            emit(rows, ("id", "office", "organisation", "held by"), form, records)
        else:
            for one in found:
                _print_one(one)
        if form == "table":
            click.echo(f"\n{len(found)} {'office' if len(found) == 1 else 'offices'}. {held.status().line()}")


def told_holders(one: Office) -> str:
    """Return who holds an office on the day; where nobody is known to, who was named last before."""
    if one.holders:
        return "; ".join(f"{who(held)}{'' if how == 'dated' else ' (named so)'}" for held, how in one.holders)
    if one.last_known is not None:
        return f"not told; last named: {who(one.last_known)}, {one.last_known.last_named}"
    return "not told"


def who(held: Held) -> str:
    """Return a holder, with whether they only stand in."""
    return f"{held.holder} (acting)" if held.acting else held.holder


def _print_one(one: Office) -> None:
    title = f"{one.title} of {one.organization}" if one.organization else one.title
    click.echo(f"{title}\nheld by: {told_holders(one)}\n")
    rows = [
        (
            who(held), held.start, held.end or (f"term to {held.term_ends}" if held.term_ends else ""), held.basis,
            f"{held.first_named} to {held.last_named}" if held.first_named else "", held.speakers,
        )
        for held in one.held
    ]  # fmt: skip
    emit(rows, ("holder", "from", "to", "basis", "named so on pages of", "told by"), "table")
    if one.rule is not None:
        click.echo(f"\nPasses on: {one.rule.by} ({one.rule.source})")
        for turn in one.next:
            click.echo(f"next: {turn.state}{f', {turn.start}' if turn.start else ''} ({turn.because})")
    for name in one.attested_next:
        click.echo(f"announced: {name}")
    for question in one.questions:
        click.echo(f"Open: {question}")
    click.echo("")
