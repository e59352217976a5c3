"""`muniment read`: the stateless pipe."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click

from muniment.desk.cli.output import FORMATS, emit, progress
from muniment.errors import MunimentError
from muniment.terms import Reading

__all__ = ["read"]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--profile", "profiles", multiple=True, metavar="NAME|FILE|none",
    help="Profile to read with; may be given several times. Without it, all shipped profiles of real organisations.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@click.option("--strict", is_flag=True, help="Exit with the error's code if any page failed, not only if all did.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read at once.")
def read(paths: tuple[str, ...], profiles: tuple[str, ...], form: str, strict: bool, jobs: int) -> None:
    """Read pages and print their claims in the record format, one JSON object a line.

    PATH is a file (.txt, .html), a folder, or - for standard input. Nothing is kept; one document's claims are not
    merged with another's. A page that fails is told on standard error and the rest goes on.

    \b
    Examples:
      muniment read pages/ > claims.jsonl
      muniment read page.html --profile csto --format table
      muniment read pages/ --jobs 4 > claims.jsonl
      cat page.txt | muniment read - --profile none
    """
    failures: list[MunimentError] = []
    counts: Counter[str] = Counter()
    from muniment.facade import read as read_pages

    readings = read_pages(paths, profiles or None, sys.stdin.buffer, jobs)
    claims = _claims(readings, failures, counts)
    header = ("register", "source", "what", "evidence")
    if form in ("json", "jsonl"):
        emit((), header, form, records=claims)
    else:
        emit(((c["register"], c["source"], _what(c), c["evidence"][0]["quote"][:120]) for c in claims), header, form)
    if failures:
        click.echo(f"muniment: {len(failures)} of {len(failures) + counts['pages']} pages gave nothing.", err=True)
        if strict or not counts["pages"]:
            sys.exit(failures[0].exit_code)


def _claims(
    readings: Iterator[Reading | MunimentError], failures: list[MunimentError], counts: Counter[str]
) -> Iterator[dict[str, Any]]:
    with progress("reading") as told:
        for item in readings:
            if isinstance(item, MunimentError):
                failures.append(item)
                click.echo(f"muniment: {item}", err=True)
                continue
            counts["pages"] += 1
            told("pages", counts["pages"], None)
            if not item.reader:
                language = item.language or "unknown"
                click.echo(f"muniment: {item.source}: the language ({language}) is not read.", err=True)
            for claim in item.claims:
                yield claim.record()


def _what(claim: dict[str, Any]) -> str:
    from muniment.registers import register

    return register(claim["register"]).caption(claim)[:160]
