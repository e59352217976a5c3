"""`muniment review`: what waits to be read against its page, and what came of what was."""

from __future__ import annotations

from collections.abc import Sequence

import click
import msgspec

from muniment.desk.cli.building import looked_at, opened
from muniment.desk.cli.output import emit, format_option, known_at_option, record_option
from muniment.registers import REGISTERS
from muniment.registers.values import shortened

__all__ = ["proposals", "review"]

_TITLE = 70
"""Characters of a claim's title in the table."""


@click.command()
@click.argument("register", metavar="[REGISTER]", required=False, default="")
@record_option
@format_option
@click.option("--report", is_flag=True, help="What was accepted, corrected and rejected, by rule and register.")
@click.option("--limit", default=20, show_default=True, help="How many claims of the queue.")
def review(register: str, record: str, form: str, report: bool, limit: int) -> None:
    """List the claims that nobody read against their pages yet, the most doubtful of the most important first.

    They are reviewed in the browser: muniment serve --review NAME.

    \b
    Example:
      muniment review meetings --limit 5
      muniment review --report
    """
    with opened(record) as held:
        if report:
            figures = [one for one in held.review_figures() if register in ("", one.register)]
            counted = ("read", "accepted", "corrected", "rejected", "open")
            rows = [(one.register, one.rule, *(getattr(one, name) for name in counted)) for one in figures]
            emit(rows, ("register", "rule", *counted), form, [msgspec.to_builtins(one) for one in figures])
            if form == "table":
                done, right = sum(one.reviewed for one in figures), sum(one.accepted for one in figures)
                click.echo(f"\n{done} reviewed, {right} of them right.")
            return
        waiting = held.review_queue(register, limit)
        rows = [
            (one.claim["register"], one.row.id[:12], shortened(_title(one.claim), _TITLE), _doubts(one.doubts))
            for one in waiting
        ]
        emit(rows, ("register", "row", "claim", "doubts"), form, [msgspec.to_builtins(one) for one in waiting])


@click.command()
@click.argument("register", metavar="[REGISTER]", required=False, default="")
@record_option
@known_at_option
@format_option
def proposals(register: str, record: str, known_at: str, form: str) -> None:
    """List the pairs of rows that may be one and are not shown to be, each with the reason.

    Decide with `same-as`, `not-same` or `unsure`; a decided pair is listed no more, until the decision is undone.

    \b
    Example:
      muniment proposals instruments
    """
    with looked_at(record, known_at) as held:
        found = held.proposals(register)
        rows = [
            (one.register, one.a.row[:12], shortened(one.a.caption, _TITLE), one.b.row[:12],
             shortened(one.b.caption, _TITLE), one.why)
            for one in found
        ]  # fmt: skip
        emit(rows, ("register", "a", "title", "b", "title_b", "why"), form, [msgspec.to_builtins(one) for one in found])
        if form == "table":
            click.echo(f"\n{len(found)} for a person to say. {held.status().line()}")


def _title(claim: dict[str, object]) -> str:
    return REGISTERS[str(claim["register"])].caption(claim)


def _doubts(doubts: Sequence[object]) -> str:
    return ", ".join(str(getattr(one, "reason", "")).replace("_", " ") for one in doubts)
