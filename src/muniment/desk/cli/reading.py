"""`muniment read`: the stateless pipe."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeVar

import click

from muniment.desk.cli.explaining import print_explained, print_summary
from muniment.desk.cli.output import FORMATS, emit, progress, web_options
from muniment.errors import MunimentError, UsageError
from muniment.terms import Explanation, Reading

__all__ = ["read"]

Come = TypeVar("Come", Reading, Explanation)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--profile", "profiles", multiple=True, metavar="NAME|FILE|none",
    help="Profile to read with; may be given several times. Without it, all shipped profiles of real organisations.",
)  # fmt: skip
@click.option(
    "--explain", is_flag=True,
    help="Print how each sentence was read: names found, rules that fired, rules refused and why, what was set aside.",
)  # fmt: skip
@click.option("--summary", is_flag=True, help="With --explain: only how many sentences became what, with shares.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default=None,
    help="json, jsonl or csv for programs; table, with --explain a text, for people.  "
    "[default: jsonl; table with --explain]",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit with the error's code if any page failed, not only if all did.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read at once.")
@web_options
def read(
    paths: tuple[str, ...], profiles: tuple[str, ...], explain: bool, summary: bool, form: str | None, strict: bool,
    jobs: int, contact: str, allow_private: bool, delay: float,
) -> None:  # fmt: skip
    """Read pages and print their claims in the record format, one JSON object a line.

    PATH is a page or document (.txt, .html, .pdf, .docx, .odt, .eml), a ZIP archive, mailbox or web archive of them
    (.zip, .mbox, .warc, .warc.gz, .wacz), a folder of them, the address of a web page, or - for standard input.
    Nothing is kept; one document's claims are not merged with another's. A page that fails is told on standard error
    and the rest goes on.

    \b
    Examples:
      muniment read pages/ > claims.jsonl
      muniment read page.html --profile csto --format table
      muniment read https://example.org/news/1 --contact me@example.org
      muniment read pages/ --jobs 4 > claims.jsonl
      cat page.txt | muniment read - --profile none
      muniment read page.html --explain
      muniment read pages/ --explain --summary
    """
    from muniment import facade

    if summary and not explain:
        raise UsageError(
            "--summary sums up explanations.", code="summary-of-nothing", where="read",
            hint="Add --explain; `muniment status` tells the same of a record.",
        )  # fmt: skip
    failures: list[MunimentError] = []
    counts: Counter[str] = Counter()
    web = facade.Web(contact, allow_private, delay)
    if explain:
        explained = facade.explain(paths, profiles or None, sys.stdin.buffer, jobs, web)
        pages = _pages(explained, failures, counts)
        print_summary(pages, form or "table") if summary else print_explained(pages, form or "table")
    else:
        readings = facade.read(paths, profiles or None, sys.stdin.buffer, jobs, web)
        _print_claims(_claims(_pages(readings, failures, counts)), form or "jsonl")
    if failures:
        click.echo(f"muniment: {len(failures)} of {len(failures) + counts['pages']} pages gave nothing.", err=True)
        if strict or not counts["pages"]:
            sys.exit(failures[0].exit_code)


def _pages(
    items: Iterator[Come | MunimentError], failures: list[MunimentError], counts: Counter[str]
) -> Iterator[Come]:
    """Yield what came of each page; errors and pages in a language that is not read are told on standard error."""
    with progress("reading") as told:
        for item in items:
            if isinstance(item, MunimentError):
                failures.append(item)
                click.echo(f"muniment: {item}", err=True)
                continue
            counts["pages"] += 1
            told("pages", counts["pages"], None)
            reading = item.reading if isinstance(item, Explanation) else item
            if not reading.reader:
                language = reading.language or "unknown"
                click.echo(f"muniment: {reading.source}: the language ({language}) is not read.", err=True)
            yield item


def _claims(readings: Iterator[Reading]) -> Iterator[dict[str, Any]]:
    for reading in readings:
        for claim in reading.claims:
            yield claim.record()


def _print_claims(claims: Iterator[dict[str, Any]], form: str) -> None:
    header = ("register", "source", "what", "evidence")
    if form in ("json", "jsonl"):
        emit((), header, form, records=claims)
    else:
        emit(((c["register"], c["source"], _what(c), c["evidence"][0]["quote"][:120]) for c in claims), header, form)


def _what(claim: dict[str, Any]) -> str:
    from muniment.registers import register

    return register(claim["register"]).caption(claim)[:160]
