"""`muniment dossier`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from muniment.desk.cli.building import looked_at
from muniment.desk.cli.output import known_at_option, record_option
from muniment.errors import UsageError

if TYPE_CHECKING:
    from muniment.desk.web.dossiers import Sheet

__all__ = ["dossier"]


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="[REGISTER] ROW")
@record_option
@known_at_option
@click.option("--as-of", default=None, metavar="DATE", help="The day to look from; today by default.")
@click.option(
    "--format", "form", type=click.Choice(("html", "pdf", "json")), default="html", show_default=True,
    help="A page for print that needs nothing beside it, a PDF, or data.",
)  # fmt: skip
@click.option("--site", default="", metavar="ADDRESS", help="Address of the site, for the row's permanent address.")
@click.option("--output", "-o", default="-", metavar="FILE", help="Where to write it; standard output by default.")
def dossier(
    names: tuple[str, ...], record: str, known_at: str, as_of: str | None, form: str, site: str, output: str
) -> None:
    """Write a row on one page, for print: its status, why, who is missing, and the words behind each line.

    Every line carries numbers of the quotations that it rests on, each with its address, the moment of capture and the
    SHA-256 of the page's bytes. The same record gives the same file on the same day.

    \b
    Examples:
      muniment dossier instruments 3f9a --format pdf -o treaty.pdf
      muniment dossier 3f9a > treaty.html
    """
    from muniment.desk.web.dossiers import MOST, data_of, page_of, sheet
    from muniment.desk.web.room import Room

    if len(names) > 2:
        raise UsageError("one row is asked for.", code="one-row", where="dossier")
    with looked_at(record, known_at) as held:
        room = Room(held)
        row = held.row(*names) if len(names) == 2 else held.find(names[0])

        def make(most: int) -> Sheet:
            return sheet(room, row.register, row.id, as_of, most, site.rstrip("/"))

        if form == "pdf":
            from muniment.desk.web.paper import pdf

            content = pdf(make)
        elif form == "json":
            content = msgspec.json.format(msgspec.json.encode(data_of(make(MOST))), indent=2) + b"\n"
        else:
            content = page_of(room, make(MOST)).encode()
    if output == "-":
        sys.stdout.buffer.write(content)
        return
    try:
        Path(output).write_bytes(content)
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", code="not-written", where=output) from error
