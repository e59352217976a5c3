"""How results are printed: tables for people, JSON, JSON Lines and CSV for programs; progress on standard error."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import click
import msgspec

__all__ = [
    "FORMATS", "as_of_option", "emit", "format_option", "known_at_option", "progress", "record_option", "shares",
    "web_options", "working",
]  # fmt: skip

FORMATS = ("table", "json", "jsonl", "csv")


Command = TypeVar("Command", bound=Callable[..., Any])


def record_option(command: Command) -> Command:
    """Add `--record FILE`, the record's file."""
    return click.option(
        "--record", "record", default="record.db", envvar="MUNIMENT_RECORD", show_default=True, metavar="FILE",
        help="The record's file; also taken from MUNIMENT_RECORD.",
    )(command)  # fmt: skip


def known_at_option(command: Command) -> Command:
    """Add `--known-at POSITION|TIME`, the earlier state of the record that is asked."""
    return click.option(
        "--known-at", "known_at", default="", metavar="POSITION|TIME",
        help="As the record knew it then: at a position of the ledger (220), a day (2026-05-04) or a time, UTC.",
    )(command)  # fmt: skip


def as_of_option(command: Command) -> Command:
    """Add `--as-of DATE`, the day on which what is shown was so."""
    return click.option(
        "--as-of", "as_of", default="", metavar="DATE",
        help="Only what was so on that day, 2026-05-04; what is uncertain is marked.",
    )(command)  # fmt: skip


def format_option(command: Command) -> Command:
    """Add `--format`, how results are printed."""
    return click.option(
        "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True,
        help="A table for people; json, jsonl or csv for programs.",
    )(command)  # fmt: skip


def web_options(command: Command) -> Command:
    """Add `--contact`, `--allow-private` and `--delay`: how pages are fetched from the web."""
    for option in (
        click.option(
            "--delay", type=click.FloatRange(0), default=1.0, show_default=True, metavar="SECONDS",
            help="Time between two requests to one host; more where its robots.txt asks for more.",
        ),
        click.option(
            "--allow-private", is_flag=True, help="Also fetch from this machine and the network around it."
        ),
        click.option(
            "--contact", default="", envvar="MUNIMENT_CONTACT", metavar="ADDRESS",
            help="Who runs this, told to every site; also taken from MUNIMENT_CONTACT.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


def emit(rows: Iterable[Sequence[Any]], header: Sequence[str], form: str, records: Iterable[Any] | None = None) -> None:
    """Print rows under a header in a form; json and jsonl print `records` in their place, where given."""
    if form in ("json", "jsonl"):
        things: Iterable[Any] = (
            records if records is not None else (dict(zip(header, row, strict=True)) for row in rows)
        )
        if form == "json":
            click.echo(msgspec.json.format(msgspec.json.encode(list(things)), indent=2).decode())
        else:
            for thing in things:
                click.echo(msgspec.json.encode(thing).decode())
    elif form == "csv":
        for line in _csv(header, rows):
            click.echo(line, nl=False)
    else:
        _table(header, rows)


def _csv(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    for row in (header, *rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(["" if cell is None else cell for cell in row])
        yield line.getvalue()


def _table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in header:
        table.add_column(
            name, overflow="fold", justify="right" if name in ("rows", "pages", "count", "share") else "left"
        )
    for row in rows:
        table.add_row(*("" if cell is None else str(cell) for cell in row))
    width = None if sys.stdout.isatty() else 140
    Console(markup=False, highlight=False, width=width, soft_wrap=False).print(table)


def shares(read: int, set_aside: Mapping[str, int], unread: int) -> list[tuple[str, int, str, str]]:
    """Return what became of sentences as (outcome, how many, share of all, what it means), every reason in its place.

    Args:
        read: sentences that a claim cites.
        set_aside: sentences by the reason they were set aside for.
        unread: sentences that no rule read or set aside.
    """
    from muniment.terms.reading import SET_ASIDE_REASONS, share

    whole = read + sum(set_aside.values()) + unread
    aside = [(f"set aside: {name}", set_aside.get(name, 0), meaning) for name, meaning in SET_ASIDE_REASONS.items()]
    rows = [("read", read, "cited by a claim"), *aside, ("unread", unread, "no rule read it or set it aside")]
    return [(outcome, count, share(count, whole), meaning) for outcome, count, meaning in rows]


@contextmanager
def working(what: str) -> Iterator[None]:
    """Show on standard error, where that is a terminal, that something is being done whose end is not known."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(f"{what} ..."):
        yield


@contextmanager
def progress(what: str) -> Iterator[Callable[[str, int, int | None], None]]:
    """Yield a function to tell progress to: a bar on standard error where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def told(stage: str, done: int, total: int | None) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(f"{what}: {stage}", total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield told
