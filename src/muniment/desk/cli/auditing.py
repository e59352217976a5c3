"""`muniment unread`: sentences that gave nothing, unread or set aside, listed or drawn at random for an audit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click
import msgspec

from muniment.desk.cli.building import looked_at
from muniment.desk.cli.output import emit, format_option, known_at_option, record_option, working
from muniment.errors import UsageError
from muniment.terms.reading import SET_ASIDE_REASONS, share

__all__ = ["unread"]

_LISTED = 50
"""Sentences that are listed where nobody says how many."""


@click.command()
@record_option
@known_at_option
@format_option
@click.option("--set-aside", "aside", is_flag=True, help="Sentences that were set aside, with rule and reason.")
@click.option(
    "--reason", type=click.Choice(tuple(SET_ASIDE_REASONS)), default=None, help="Only those set aside for this reason."
)
@click.option("--sample", type=click.IntRange(1), default=None, metavar="N", help="Draw so many at random.")
@click.option("--seed", type=int, default=None, metavar="N", help="Another seed draws others; 0 by default.")
@click.option("--limit", type=click.IntRange(0), default=None, help=f"At most so many; {_LISTED} by default.")
@click.option("--offset", type=click.IntRange(0), default=None, help="Pass over so many first; 0 by default.")
def unread(
    record: str, known_at: str, form: str, aside: bool, reason: str | None, sample: int | None, seed: int | None,
    limit: int | None, offset: int | None,
) -> None:  # fmt: skip
    """List sentences that no rule read or set aside: what the record may be missing.

    With --set-aside, list those that were set aside instead. With --sample, draw some at random to judge by hand
    whether they were set aside rightly: the same record and seed give the same sentences.

    \b
    Examples:
      muniment unread --limit 20
      muniment unread --set-aside --sample 100 --format csv > audit.csv
      muniment unread --set-aside --reason wish --sample 20 --seed 7
    """
    _require_sense(aside, reason, sample, (seed, limit, offset))
    with looked_at(record, known_at) as held:
        counts = held.status()
        if sample is not None:
            with working("drawing"):
                found: Sequence[Any] = held.sample("set_aside" if aside else "unread", sample, seed or 0, reason or "")
        else:
            most, skipped = _LISTED if limit is None else limit, offset or 0
            found = held.set_aside(reason or "", most, skipped) if aside else held.unread(most, skipped)
    _print(found, form, aside)
    if form != "table":
        return
    whole = counts.set_aside.get(reason, 0) if reason else sum(counts.set_aside.values()) if aside else counts.unread
    what = f"sentences set aside as {reason}" if reason else "sentences set aside" if aside else "unread sentences"
    drawn = f", drawn with seed {seed or 0}" if sample is not None else ""
    click.echo(
        f"\n{len(found)} of {whole:,} {what}{drawn}; "
        f"they are {share(whole, counts.sentences)} of all {counts.sentences:,}."
    )


def _print(found: Sequence[Any], form: str, aside: bool) -> None:
    rows = [
        (s.source, f"{s.start}-{s.end}", *((s.reason, s.rule) if aside else ()), " ".join(s.text.split()))
        for s in found
    ]  # fmt: skip
    header = ("page", "span", *(("reason", "rule") if aside else ()), "sentence")
    emit(rows, header, form, [msgspec.to_builtins(s) for s in found])


def _require_sense(
    aside: bool, reason: str | None, sample: int | None, numbers: tuple[int | None, int | None, int | None]
) -> None:
    """Check that the options go together.

    Raises:
        UsageError: they do not.
    """
    seed, limit, offset = numbers
    if reason is not None and not aside:
        raise UsageError(
            "only sentences that were set aside have a reason.", code="options", where="--reason",
            hint="Add --set-aside.",
        )  # fmt: skip
    if seed is not None and sample is None:
        raise UsageError(
            "a seed is for drawing at random.", code="options", where="--seed", hint="Add --sample N, say --sample 100."
        )
    if sample is not None and (limit is not None or offset is not None):
        raise UsageError(
            "a sample is drawn from all sentences.", code="options", where="--sample",
            hint="Leave --limit and --offset out; another --seed draws others.",
        )  # fmt: skip
