"""`muniment promises` and `muniment promise`: what became of commitments, with both quotations, and people's scores."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
import msgspec

from muniment.desk.cli.building import looked_at, opened
from muniment.desk.cli.deciding import print_filed, who_and_why
from muniment.desk.cli.output import emit, format_option, known_at_option, record_option
from muniment.errors import UsageError

if TYPE_CHECKING:
    from muniment.facade import Record

__all__ = ["promise", "promises"]


@click.command()
@record_option
@known_at_option
@format_option
@click.option("--as-of", default=None, metavar="DATE", help="The day to look from, 2026-05-04; today by default.")
@click.option("--status", default="", metavar="STATUS", help="Only these: overdue, late, fulfilled, open and so on.")
def promises(record: str, known_at: str, form: str, as_of: str | None, status: str) -> None:
    """List what became of every commitment: fulfilled, late, changed, overdue, open, or not to be checked.

    What is only likely is told as "perhaps", never as done. Nobody is scored.

    \b
    Example:
      muniment promises --as-of 2025-07-01 --status overdue
    """
    with looked_at(record, known_at) as held:
        found = held.promises(as_of, status)
        rows = [(_id(one), told_status(one), one.due, ", ".join(one.actor), one.text, proof(one)) for one in found]
        records = [msgspec.to_builtins(one) for one in found]
        emit(rows, ("id", "status", "due", "actor", "what", "borne out by"), form, records)
        if form == "table":
            click.echo(f"\n{len(found)} {'promise' if len(found) == 1 else 'promises'}. {held.status().line()}")


def _id(one: Any) -> str:
    """Return a promise's id in short; of what was announced, with the register it is in."""
    short = str(one.row)[:12]
    return short if one.register == "commitments" else f"{one.register}/{short}"


def told_status(one: Any) -> str:
    """Return a promise's status with its days: "overdue by 12 days"."""
    if one.days is None:
        return str(one.status)
    days = "1 day" if one.days == 1 else f"{one.days} days"
    return f"overdue by {days}" if one.status == "overdue" else f"late by {days}"


def proof(one: Any) -> str:
    """Return in a few words what bears out what became of a promise; of none, what may, and the pages looked at."""
    said = f"told by {one.attributed_to}; " if one.attributed_to else ""
    for found in (*one.proofs, *one.changes)[:1]:
        return f"{said}{found.text}, {found.date}"
    for found in one.perhaps[:1]:
        return f"{said}perhaps {found.text}, {found.date} ({found.doubt})"
    return f"{said}{one.pages} later pages looked at" if one.pages_since else said.rstrip("; ")


@click.group()
def promise() -> None:
    """One commitment: its proofs with both quotations, findings, guidelines and scores.

    \b
    Examples:
      muniment promise show 0842
      muniment promise found 0842 instruments abe7 --author registry --basis "Note 3/2025"
      muniment promise guide 0842 "+1: laid before the Council by 1 March; 0: later; -1: not" --author registry --basis
        "Method of 2025"
    """


@promise.command("show")
@click.argument("row", metavar="ROW")
@record_option
@known_at_option
@format_option
@click.option("--as-of", default=None, metavar="DATE", help="The day to look from; today by default.")
def show_promise(row: str, record: str, known_at: str, form: str, as_of: str | None) -> None:
    """Print one commitment: what was promised, what tells that it was kept, and what people judged of it.

    \b
    Example:
      muniment promise show 0842 --as-of 2025-07-01
    """
    with looked_at(record, known_at) as held:
        register, _, beginning = row.rpartition("/")
        wanted = held.row(register or "commitments", beginning)
        one = next((found for found in held.kept_promises(as_of).about(wanted.id)), None)
        if one is None:
            raise UsageError("was made after that day", code="made-later", where=f"{wanted.register} {wanted.id}")
        judged = held.judged_promises()
        guidelines = [each for each in judged.guidelines if each.commitment == one.row]
        scores = [each for each in judged.scores if each.commitment == one.row]
        if form != "table":
            people = {
                "guidelines": guidelines, "scores": scores,
                "findings": [each for each in judged.verdicts if each.commitment == one.row],
            }  # fmt: skip
            record_of = {**msgspec.to_builtins(one), **msgspec.to_builtins(people)}
            record_of["quotations"] = held.quotations(_claims(one))
            emit((), (), "json" if form == "json" else "jsonl", [record_of])
            return
        click.echo(f"{one.text}\n{told_status(one)}: {one.because}\n")
        emit(list(_lines(held, one)), ("", "what", "page", "in these words"), "table")
        click.echo(f"\n{pages_line(one)}")
        for guideline in guidelines:
            click.echo(f"Guideline (entry {guideline.entry}, {guideline.author}): {guideline.text}")
        for score in scores:
            click.echo(f"Score {score.score:+d} by {score.author} (entry {score.entry}): {score.basis}")


def pages_line(one: Any) -> str:
    """Return how many later pages were looked at, up to which day."""
    more = f"; {one.pages_not_read} more in a language that is not read" if one.pages_not_read else ""
    until = f", to {one.pages_until}" if one.pages_until else ""
    return f"{one.pages} pages after {one.pages_since or 'it'} were looked at{until}{more}."


def _claims(one: Any) -> tuple[str, ...]:
    others = (claim for found in (*one.proofs, *one.changes, *one.perhaps) for claim in found.claims)
    return tuple(dict.fromkeys([*one.claims, *others]))


def _lines(held: Record, one: Any) -> Any:
    signs = [("perhaps", each) for each in one.perhaps]
    told = [("done", each) for each in one.proofs] + [("changed", each) for each in one.changes] + signs
    for quote in held.quotations(one.claims[:1]):
        yield ("promised", one.made_on, quote["source"], " ".join(quote["quote"].split()))
    for sign, found in told:
        what = f"{found.text}, {found.date}" + (f" ({found.doubt})" if found.doubt else "")
        for quote in held.quotations(found.claims[:1])[:1]:
            yield (sign, what, quote["source"], " ".join(quote["quote"].split()))


@promise.command("found")
@click.argument("commitment", metavar="ROW")
@click.argument("register", metavar="REGISTER")
@click.argument("row", metavar="BY")
@click.option("--not", "refused", is_flag=True, help="It does not show it: it is another matter.")
@who_and_why
def found_promise(
    commitment: str, register: str, row: str, refused: bool, record: str, author: str, basis: str
) -> None:
    """File that a row shows that a commitment was kept, or with --not that it does not.

    \b
    Example:
      muniment promise found 0842 instruments abe7 --author registry --basis "Note 3/2025"
    """
    with opened(record) as held:
        print_filed(held.judge_proof(commitment, register, row, author, basis, holds=not refused))


@promise.command("guide")
@click.argument("row", metavar="ROW")
@click.argument("guideline", metavar="TEXT")
@who_and_why
def guide_promise(row: str, guideline: str, record: str, author: str, basis: str) -> None:
    """File what full, partial and no compliance with a commitment would be. Nothing is scored without it.

    \b
    Example:
      muniment promise guide 0842 "+1: laid before the Council in time; 0: later; -1: not" --author registry
        --basis "Method of 2025"
    """
    with opened(record) as held:
        print_filed(held.guide(row, guideline, author, basis))


@promise.command("score", context_settings={"ignore_unknown_options": True})
@click.argument("row", metavar="ROW")
@click.argument("score", metavar="SCORE", type=click.Choice(["1", "+1", "0", "-1"]))
@click.option("--guideline", type=int, required=True, metavar="ENTRY", help="The ledger entry of the guideline.")
@who_and_why
def score_promise(row: str, score: str, guideline: int, record: str, author: str, basis: str) -> None:
    """File one scorer's judgement by a guideline: 1 full, 0 partial, -1 none. Every scorer's stands beside the others'.

    \b
    Example:
      muniment promise score 0842 0 --guideline 411 --author "A. Reader" --basis "Laid before the Council in June"
    """
    with opened(record) as held:
        print_filed(held.score(row, int(score), guideline, author, basis))
