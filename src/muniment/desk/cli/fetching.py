"""`muniment capture`, `watch` and `sources`: pages from the web."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click
import msgspec

from muniment.desk.cli.building import opened
from muniment.desk.cli.output import emit, format_option, progress, record_option, web_options
from muniment.errors import MunimentError

if TYPE_CHECKING:
    from muniment.facade import Round

__all__ = ["capture", "sources", "watch"]

_PROFILE = click.option(
    "--profile", "profiles", multiple=True, metavar="NAME|FILE",
    help="Profile whose sources are asked; repeatable. Without it, those the record is built with.",
)  # fmt: skip


@click.command()
@click.argument("addresses", nargs=-1, metavar="[ADDRESS]...")
@record_option
@_PROFILE
@click.option(
    "--kind", type=click.Choice(["page", "feed", "sitemap", "listing"]), default="page", show_default=True,
    help="What the addresses are.",
)  # fmt: skip
@click.option(
    "--rhythm", type=click.Choice(["hourly", "daily", "weekly", "monthly", "quarterly", "yearly"]), default="daily",
    show_default=True, help="How often they usually have something new.",
)  # fmt: skip
@format_option
@web_options
def capture(
    addresses: tuple[str, ...], record: str, profiles: tuple[str, ...], kind: str, rhythm: str, form: str,
    contact: str, allow_private: bool, delay: float,
) -> None:  # fmt: skip
    """Fetch pages from sources on the web into a record; `muniment build` reads them.

    With addresses, the record follows them from now on; without, every source is asked that its profiles state or that
    it follows already. Every answer is kept byte for byte. Stopped at any moment, run it again: it goes on where it
    was, and nothing is lost or doubled.

    \b
    Examples:
      muniment capture https://example.org/feed.xml --kind feed --contact me@example.org
      muniment capture --record record.db --profile rivers.toml
    """
    from muniment.facade import Web

    with opened(record, True, Web(contact, allow_private, delay)) as held, progress("capturing") as told:
        found = held.capture(addresses, kind, rhythm, profiles or None, told)
    _failures(found.failed)
    counts = _counts(found)
    emit([tuple(counts.values())], tuple(counts), form)
    if form == "table" and found.new + found.changed:
        click.echo(f"\nRead them with: muniment build --record {record}")
    if found.failed and len(found.failed) >= found.asked:
        sys.exit(4)


def _failures(failed: list[Any]) -> None:
    for failure in failed:
        if not isinstance(failure, MunimentError):
            failure = MunimentError(failure["what"], where=failure["where"], hint=failure["hint"])
        click.echo(f"muniment: {failure}", err=True)


def _counts(found: Any) -> dict[str, int]:
    return {
        "asked": found.asked, "new": found.new, "changed": found.changed, "unchanged": found.unchanged,
        "gone": found.gone, "failed": len(found.failed), "left for later": found.waiting,
    }  # fmt: skip


@click.command()
@record_option
@_PROFILE
@click.option("--once", is_flag=True, help="Ask the sources whose turn it is, and stop.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Processes that read at once.")
@web_options
def watch(
    record: str, profiles: tuple[str, ...], once: bool, jobs: int, contact: str, allow_private: bool, delay: float
) -> None:
    """Ask a record's sources, each in its rhythm, read and file what is new, and go on until stopped.

    The sources are those that the record's profiles state, and those given to `muniment capture`. How far each is
    followed is kept in the record: stopped at any moment, run it again.

    \b
    Examples:
      muniment watch --record record.db --contact me@example.org
      muniment watch --once
    """
    from muniment.facade import Web

    with opened(record, True, Web(contact, allow_private, delay)) as held, progress("watching") as told:
        for round_ in held.watch(profiles or None, told, jobs):
            _told(round_)
            if once:
                break


def _told(found: Round) -> None:
    """Print what came of one round, in two lines."""
    _failures([*found.gathered.failed, *found.report.failed])
    counts = ", ".join(f"{count} {name}" for name, count in _counts(found.gathered).items() if count)
    click.echo(f"{found.ended_at} {len(found.sources)} sources: {counts or 'nothing to ask'}")
    report = found.report
    click.echo(
        f"{found.ended_at} {report.claims_filed} claims filed, {report.claims_dropped} dropped; "
        f"next {found.next_at or 'never'}; head {report.head}"
    )


@click.command()
@record_option
@_PROFILE
@format_option
def sources(record: str, profiles: tuple[str, ...], form: str) -> None:
    """List the sources a record follows, when each last had something new, and what is wrong with it.

    \b
    Example:
      muniment sources --record record.db
    """
    with opened(record) as held:
        found = held.sources(profiles or None)
    header = ("source", "kind", "rhythm", "last answer", "last new", "waiting", "alarms")
    rows = [
        (one.source, one.kind, one.rhythm, one.polled_at, one.new_at, one.waiting,
         " ".join(alarm.what for alarm in one.alarms))
        for one in found
    ]  # fmt: skip
    emit(rows, header, form, [msgspec.to_builtins(one) for one in found])
