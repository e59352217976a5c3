"""`muniment treaty`: when a treaty enters into force by its own text, and what it still waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from muniment.desk.cli.output import emit, format_option, record_option
from muniment.errors import MunimentError

if TYPE_CHECKING:
    from muniment.terms.treaty import Condition, ForceClause, Lag

__all__ = ["treaty"]


@click.group()
def treaty() -> None:
    """Read final clauses from treaty texts, and compute entry into force.

    \b
    Examples:
      muniment treaty clause convention.txt
      muniment treaty check treaties.jsonl
      muniment treaty status 7c08 --text agreement.txt
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


@treaty.command()
@click.argument("row", metavar="ROW")
@click.option("--text", required=True, metavar="FILE", help="The treaty's text in English.")
@record_option
@format_option
def status(row: str, text: str, record: str, form: str) -> None:
    """Print how far a treaty is from entering into force: who has deposited, who has not, what is missing.

    ROW is the id of an instrument of the record, or its beginning.

    \b
    Example:
      muniment treaty status 7c08 --text agreement.txt
    """
    _print_outlook(record, row, text, (), form)


@treaty.command()
@click.argument("row", metavar="ROW")
@click.option("--text", required=True, metavar="FILE", help="The treaty's text in English.")
@click.option(
    "--deposit", "deposits", multiple=True, metavar="MEMBER=DAY", required=True, help="Suppose it; repeatable."
)
@record_option
@format_option
def whatif(row: str, text: str, deposits: tuple[str, ...], record: str, form: str) -> None:
    """Print when a treaty would enter into force if some members deposited on some days. Nothing is filed.

    \b
    Example:
      muniment treaty whatif 7c08 --text agreement.txt --deposit Bashtul=2031-03-01
    """
    _print_outlook(record, row, text, deposits, form)


def _print_outlook(record: str, row: str, text: str, deposits: tuple[str, ...], form: str) -> None:
    from muniment.facade import Record
    from muniment.facade.treaties import treaty_outlook

    with Record.open(record) as opened:
        found = treaty_outlook(opened, row, text, deposits)
    computed = found.computed
    days = [f"{member} {day}" for member, day in found.deposited]
    supposed = f" if {' and '.join(one.replace('=', ' deposits on ') for one in deposits)}" if deposits else ""
    outcome = f"in force on {computed.date}{supposed} ({computed.certainty})" if computed.date else f"not yet{supposed}"
    lines = [
        ("Treaty", found.title),
        ("Members of", found.organization),
        ("Rule", told(found.clause)),
        ("Deposited", ", ".join(days) or "nobody is told to have"),
        ("Deposited, day not told", ", ".join(found.undated)),
        ("Not deposited", ", ".join(found.waiting)),
        ("In force", outcome),
        ("Missing", computed.missing),
        ("Not checked", "; ".join(computed.notes)),
    ]
    if form == "table":
        for name, value in lines:
            if value:
                click.echo(f"{name + ':':<25}{value}")
        return
    emit([[value for _, value in lines]], [name.lower() for name, _ in lines], form, [found])


def told(clause: ForceClause | None) -> str:
    """Return the rule of a clause in plain words; how it is told that there is none, or that it is not understood."""
    if clause is None:
        return "no clause on entry into force was found"
    if clause.unread:
        return f"not understood: “{clause.unread}”"
    if clause.for_each:
        return "for each state by itself"
    lag = clause.lag
    parts = [
        f"on {clause.date}" if clause.date else "",
        *_time(lag),
        " and ".join(_asked(one) for one in clause.conditions),
    ]
    further = [
        "then on the first of the next month" if lag.first_of_month else "",
        f"then on the next {lag.next_day[1]} {_MONTHS[lag.next_day[0] - 1]}" if lag.next_day else "",
        f"not before {clause.not_before}" if clause.not_before else "",
        f"not within {' '.join(_time(clause.floor)).removesuffix(' after')} of its adoption" if clause.floor else "",
        *(f"or {told(other)}" for other in clause.alternatives),
        f"provisionally {told(clause.provisional)}" if clause.provisional else "",
    ]
    return ", ".join(part for part in (" ".join(part for part in parts if part), *further) if part)


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def _time(lag: Lag) -> list[str]:
    """Return the time of a lag in words, each part with "after"."""
    parts = [f"{lag.months} months after" if lag.months else "", f"{lag.days} days after" if lag.days else ""]
    return [part for part in parts if part]


def _asked(condition: Condition) -> str:
    """Return what a condition asks for: states by name, anything else in the treaty's words."""
    if condition.kind == "named":
        return f"the consent of {', '.join(condition.states)}"
    return f"“{condition.text}”"
