"""`muniment evaluate`: how well pages are read, against gold records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import msgspec

from muniment.desk.cli.output import emit, format_option, progress
from muniment.errors import MunimentError, UsageError

__all__ = ["evaluate"]


@click.command()
@click.argument("gold", metavar="GOLD")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--claims", type=click.Path(), help="Score these claims (JSON Lines) instead of reading pages.")
@click.option("--against", type=click.Path(), help="Other claims (JSON Lines) to compare with, figure by figure.")
@click.option(
    "--profile", "profiles", multiple=True, metavar="NAME|FILE|none", help="Profile to read with; repeatable."
)
@click.option("--losses", is_flag=True, help="Print what was missed, partly read and wrongly claimed.")
@format_option
def evaluate(
    gold: str,
    paths: tuple[str, ...],
    claims: str | None,
    against: str | None,
    profiles: tuple[str, ...],
    losses: bool,
    form: str,
) -> None:
    """Read pages, or take claims read before, and score them against gold records.

    GOLD is a .jsonl file of gold lines or a folder of them. Precision is the share of claimed values that are right,
    recall the share of gold values found.

    \b
    Examples:
      muniment evaluate gold/ pages/ --losses
      muniment evaluate gold/ --claims new.jsonl --against old.jsonl
    """
    from muniment.facade import evaluate as evaluated

    if bool(paths) == bool(claims):
        raise UsageError("give pages to read, or --claims, and not both.", code="no-claims", where="evaluate")
    found = evaluated([gold], _lines(claims) if claims else _read(paths, profiles), profiles or None)
    before = evaluated([gold], _lines(against), profiles or None) if against else None
    rows = []
    for name, figures in [*found.registers.items(), ("total", found.total)]:
        if not figures.stated and not figures.claimed:
            continue
        row: list[Any] = [name, figures.stated, *(f"{v:.3f}" for v in (figures.precision, figures.recall, figures.f1))]
        if before is not None:
            old = before.total if name == "total" else before.registers[name]
            row.append(f"{figures.f1 - old.f1:+.3f}")
        rows.append(row)
    header = ["register", "values", "precision", "recall", "f1"] + (["change"] if before else [])
    emit(rows, header, form)
    if losses:
        for loss in found.losses:
            click.echo(f"{loss.kind} {loss.document} {loss.register}")
            for side, record in (("gold", loss.gold), ("claim", loss.claim)):
                if record:
                    click.echo(f"  {side}: {_short(record)}")


def _short(record: dict[str, Any]) -> str:
    hidden = ("evidence", "archived_text", "blocks", "source", "doc", "register")
    return msgspec.json.encode({k: v for k, v in record.items() if k not in hidden}).decode()[:600]


def _read(paths: tuple[str, ...], profiles: tuple[str, ...]) -> list[dict[str, Any]]:
    from muniment.facade import read

    out: list[dict[str, Any]] = []
    with progress("reading") as told:
        for number, item in enumerate(read(paths, profiles or None), start=1):
            told("pages", number, None)
            if isinstance(item, MunimentError):
                click.echo(f"muniment: {item}", err=True)
            else:
                out += [claim.record() for claim in item.claims]
    return out


def _lines(path: str) -> list[dict[str, Any]]:
    try:
        lines = Path(path).read_text("utf-8").splitlines()
        return [msgspec.json.decode(line, type=dict[str, Any]) for line in lines if line.strip()]
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}.", code="unreadable", where=path) from error
    except msgspec.DecodeError as error:
        raise UsageError(f"is not JSON Lines: {error}.", code="not-claims", where=path) from error
