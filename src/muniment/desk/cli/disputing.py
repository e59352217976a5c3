"""`muniment contradictions`: where pages, or versions of one page, disagree, with the words of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
import msgspec

from muniment.desk.cli.building import looked_at
from muniment.desk.cli.output import emit, format_option, known_at_option, record_option

if TYPE_CHECKING:
    from muniment.facade import Record

__all__ = ["contradictions"]

_QUOTE = 220
"""Code points of a quotation that the text shows."""


@click.command()
@click.argument("register", required=False, default="", metavar="[REGISTER]")
@record_option
@known_at_option
@format_option
def contradictions(register: str, record: str, known_at: str, form: str) -> None:
    """List what pages disagree on, both quotations of each: a date, a number, a list or an outcome told in two ways.

    Shorter names, dates that lie in one another and "over 3,600" beside 3,612 contradict nothing. What a later version
    of one page tells otherwise is listed as changed.

    \b
    Examples:
      muniment contradictions
      muniment contradictions meetings --format csv
    """
    with looked_at(record, known_at) as held:
        found = held.contradictions(register)
        if form != "table":
            lines = [
                (one.register, one.row, one.slot, one.what, one.outcome, saying.text, saying.pages, quote.source,
                 quote.stated, quote.quote)
                for one in found for saying in one.sayings for quote in saying.quotes
            ]  # fmt: skip
            header = ("register", "row", "slot", "what", "outcome", "value", "pages", "source", "stated", "quote")
            emit(lines, header, form, [msgspec.to_builtins(one) for one in found])
            return
        _told(held, found)


def _told(held: Record, found: list[Any]) -> None:
    from muniment.registers.agreement import OUTCOMES

    last = ""
    for one in found:
        if one.row != last:
            click.echo(f"{click.style(one.caption, bold=True)}\n{one.register} {one.row}")
            if one.may_be_two:
                click.echo(
                    f"  So much is disputed that these may be two; `muniment not-same {one.register}` parts them."
                )
            last = one.row
        what = f" ({one.what.replace('_', ' ')})" if one.what else ""
        click.echo(f"  {one.label.lower()}{what}: {one.outcome}, {OUTCOMES[one.outcome]}")
        for saying in one.sayings:
            click.echo(f"    {saying.text}")
            for quote in saying.quotes:
                said = f", told by {quote.attributed_to}" if quote.attributed_to else ""
                stated = f", {quote.stated}" if quote.stated else ""
                words = " ".join(quote.quote.split())
                cut = words if len(words) <= _QUOTE else f"{words[: _QUOTE - 1]}…"
                click.echo(f"      “{cut}”\n      {quote.source}{stated}{said}")
        click.echo("")
    click.echo(f"{len(found)} disputed. {held.status().line()}")
