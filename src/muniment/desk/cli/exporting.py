"""`muniment export`."""

from __future__ import annotations

import click
import msgspec

from muniment.desk.cli.building import looked_at
from muniment.desk.cli.output import as_of_option, known_at_option, record_option, working
from muniment.errors import UsageError

__all__ = ["export", "schema"]


@click.command()
@click.argument("folder", metavar="DIR")
@record_option
@known_at_option
@as_of_option
@click.option(
    "--format", "form", type=click.Choice(("jsonl", "csv")), default="jsonl", show_default=True,
    help="JSON Lines with claims and evidence, or CSV for a spreadsheet.",
)  # fmt: skip
def export(folder: str, record: str, known_at: str, as_of: str, form: str) -> None:
    """Write every register to a folder, with all claims, the topics as SKOS, and a manifest with the ledger's head.

    The same record gives the same files, byte for byte. Keep the head that is printed: `muniment verify --expect HEAD`
    then finds out whether the ledger was rewritten since.

    \b
    Example:
      muniment export --format csv registers/ --record record.db
      muniment export then/ --known-at 2026-05-04
    """
    from muniment.desk.exports import export as write

    with looked_at(record, known_at) as held, working("exporting"):
        done = write(held, folder, form, as_of)
        state = held.known_at
    lines = sum(file.lines for file in done.files if file.name not in ("claims.jsonl", "topics.ttl"))
    claims = sum(file.lines for file in done.files if file.name == "claims.jsonl")
    click.echo(f"Wrote {lines:,} rows and {claims:,} claims to {done.folder} ({len(done.files)} files and a manifest).")
    if as_of:
        click.echo(f"As of {as_of}: only what was so on that day, with what is uncertain marked.")
    if state:
        click.echo(f"{state}.")
    click.echo(f"Head: {done.head}")


@click.command()
@click.argument("register", metavar="[REGISTER]", default="")
@click.option("--claim", is_flag=True, help="The schema of a claim, as `muniment read` prints it, and not of a row.")
@click.option("--topics", is_flag=True, help="The scheme of topics, as SKOS in Turtle, and no register.")
def schema(register: str, claim: bool, topics: bool) -> None:
    """Print the JSON Schema of a register's rows as they are exported, or of its claims; or the scheme of topics.

    \b
    Examples:
      muniment schema meetings > meetings.schema.json
      muniment schema --topics > topics.ttl
    """
    if topics == bool(register):
        raise UsageError("A register or --topics is asked for, one of them.", code="one-schema", where="schema")
    if topics:
        from muniment.facade import topics_as_skos

        click.echo(topics_as_skos(), nl=False)
        return
    from muniment.registers import register as named
    from muniment.registers.schema import claim_schema, row_schema

    made = claim_schema(named(register)) if claim else row_schema(named(register))
    click.echo(msgspec.json.format(msgspec.json.encode(made), indent=2).decode())
