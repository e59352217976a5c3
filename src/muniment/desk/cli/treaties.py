"""`muniment treaty`: when a treaty enters into force by its own text, and what it still waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from muniment.desk.cli.output import emit, format_option
from muniment.errors import MunimentError

if TYPE_CHECKING:
    from muniment.terms.treaty import ForceClause

__all__ = ["treaty"]


@click.group()
def treaty() -> None:
    """Read final clauses from treaty texts, and compute entry into force.

    \b
    Examples:
      muniment treaty clause convention.txt
      muniment treaty check treaties.jsonl
    """


@treaty.command()
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...")
@format_option
def clause(texts: tuple[str, ...], form: str) -> None:
    """Print the clause by which each treaty enters into force, and the rule read from it.

    TEXT is a file with a treaty's text in English. A clause that is not understood is printed with the words that were
    not.

    \b
    Example:
      muniment treaty clause convention.txt
    """
    from muniment.facade.treaties import force_clauses

    found: list[tuple[str, ForceClause | None]] = []
    for path in texts:
        found += [(path, one) for one in force_clauses(path)] or [(path, None)]
    records = ({"text": path, "clause": one} for path, one in found)
    if form != "table":
        header = ["text", "article", "rule", "quote"]
        emit(
            [[path, one.article if one else "", told(one), one.quote if one else ""] for path, one in found],
            header,
            form,
            records,
        )
        return
    for path, one in found:
        click.echo(f"{path}: {one.article if one else ''}".rstrip(": "))
        click.echo(f"  {told(one)}")
        if one is not None:
            click.echo(f"  “{' '.join(one.quote.split())}”")


@treaty.command()
@click.argument("file", metavar="FILE")
@format_option
def check(file: str, form: str) -> None:
    """Compute when each treaty of a list entered into force, and compare with the day recorded.

    FILE holds one treaty a line as JSON: its text, its parties' consents, and the day a source records, if any. The
    reader of the text sees neither the consents nor that day.

    \b
    Example:
      muniment treaty check treaties.jsonl
    """
    from muniment.facade.treaties import check_treaties

    rows, records, agreed, recorded = [], [], 0, 0
    for one in check_treaties(file):
        if isinstance(one, MunimentError):
            click.echo(f"muniment: {one}", err=True)
            continue
        computed = one.computed
        why = "; ".join(one.differs) or computed.missing or "; ".join(computed.notes)
        sign = {True: "yes", False: "no", None: ""}[one.agrees]
        rows.append([one.id, told(one.clause), computed.date, computed.certainty, one.recorded, sign, why])
        records.append(one)
        agreed, recorded = agreed + (one.agrees is True), recorded + (one.agrees is not None)
    emit(rows, ["treaty", "rule", "computed", "certainty", "recorded", "agrees", "why"], form, records)
    if form == "table":
        click.echo(f"\n{agreed} of {recorded} days agree.")


def told(clause: ForceClause | None) -> str:
    """Return the rule of a clause in plain words; how it is told that there is none, or that it is not understood."""
    if clause is None:
        return "no clause on entry into force was found"
    if clause.unread:
        return f"not understood: “{clause.unread}”"
    lag = clause.lag
    after = ", ".join(
        part
        for part in (
            f"{lag.days} days" if lag.days else "",
            f"{lag.months} months" if lag.months else "",
            "then the first of the next month" if lag.first_of_month else "",
        )
        if part
    )
    asked = " and ".join(
        f"{one.kind} of {', '.join(one.states)}" if one.states else f"{one.kind}: “{one.text}”"
        for one in clause.conditions
    )
    parts = [f"on {clause.date}" if clause.date else "", f"{after} after" if after else "", asked]
    earliest = f"; not before {clause.not_before}" if clause.not_before else ""
    return (" ".join(part for part in parts if part) or "at once") + earliest
