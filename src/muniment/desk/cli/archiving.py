"""`muniment archive`: a record's web archive written, taken in and checked."""

from __future__ import annotations

import click

from muniment.desk.cli.building import opened
from muniment.desk.cli.output import record_option, working

__all__ = ["archive"]


@click.group()
def archive() -> None:
    """Write, take in or check a record's web archive.

    Every request and answer that brought a page is kept in the record byte for byte; WARC is the form in which archives
    exchange them.

    \b
    Example:
      muniment archive export answers.warc.gz --record record.db
    """


@archive.command("export")
@click.argument("file", metavar="FILE")
@record_option
def export(file: str, record: str) -> None:
    """Write every request and answer, and every page that came from no web server, to a WARC file.

    \b
    Example:
      muniment archive export answers.warc.gz
    """
    with opened(record) as held, working("writing"):
        found = held.export_archive(file)
    click.echo(f"Wrote {found.exchanges} exchanges and {found.documents} other pages to {file}.")


@archive.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@record_option
def import_(files: tuple[str, ...], record: str) -> None:
    """Keep the requests and answers of WARC files; the next `muniment build` reads the pages in them.

    \b
    Example:
      muniment archive import answers.warc.gz --record copy.db
    """
    with opened(record, create=True) as held, working("taking in"):
        found = held.import_archive(files)
    for error in found.failed:
        click.echo(f"muniment: {error}", err=True)
    click.echo(
        f"Took in {found.exchanges} exchanges with {found.documents} pages; {found.known} were known; "
        f"{len(found.failed)} failed."
    )
    if found.failed and not found.exchanges + found.known:
        raise found.failed[0]


@archive.command("verify")
@record_option
def verify(record: str) -> None:
    """Recompute the SHA-256 of every request and answer and of every page, and compare the two.

    \b
    Example:
      muniment archive verify
    """
    with opened(record) as held, working("verifying"):
        found = held.verify_archive()
    click.echo(f"Holds: {found.exchanges} exchanges, {found.documents} documents.")
