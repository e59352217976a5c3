"""`muniment treaty`: when a treaty enters into force by its own text, and what it still waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from muniment.desk.cli.building import looked_at, opened
from muniment.desk.cli.deciding import print_filed, who_and_why
from muniment.desk.cli.output import emit, format_option, known_at_option, record_option
from muniment.errors import MunimentError
from muniment.registers.treaty_table import MATRIX_COLUMNS, SIGNS, matrix_lines, rule_in_words

if TYPE_CHECKING:
    from muniment.registers.participation import TreatyStanding
    from muniment.terms.treaty import ForceClause

__all__ = ["treaty"]


@click.group()
def treaty() -> None:
    """Show where members stand with treaties; read final clauses, compute entry into force.

    \b
    Examples:
      muniment treaty matrix --record record.db
      muniment treaty backlog Bashtul
      muniment treaty status 7c08
      muniment treaty clause convention.txt
      muniment treaty file 7c08 agreement.txt --author registry --basis "certified copy"
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
            [[path, one.article if one else "", rule_in_words(one), one.quote if one else ""] for path, one in found],
            header,
            form,
            records,
        )
        return
    for path, one in found:
        click.echo(f"{path}: {one.article if one else ''}".rstrip(": "))
        click.echo(f"  {rule_in_words(one)}")
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
        rows.append([one.id, rule_in_words(one.clause), computed.date, computed.certainty, one.recorded, sign, why])
        records.append(one)
        agreed, recorded = agreed + (one.agrees is True), recorded + (one.agrees is not None)
    emit(rows, ["treaty", "rule", "computed", "certainty", "recorded", "agrees", "why"], form, records)
    if form == "table":
        click.echo(f"\n{agreed} of {recorded} days agree.")


@treaty.command()
@click.argument("row", metavar="ROW")
@click.option("--text", metavar="FILE", help="The treaty's text in English, where the record does not hold it.")
@record_option
@known_at_option
@format_option
def status(row: str, text: str | None, record: str, known_at: str, form: str) -> None:
    """Print how far a treaty is from entering into force: who has deposited, who has not, what is missing.

    ROW is the id of an instrument of the record, or its beginning. Its clause is the sentence filed with it, or that of
    its text among the pages; else give the text.

    \b
    Example:
      muniment treaty status 7c08
    """
    _print_outlook((record, known_at), row, text, (), form)


@treaty.command()
@click.argument("row", metavar="ROW")
@click.option("--text", metavar="FILE", help="The treaty's text in English, where the record does not hold it.")
@click.option(
    "--deposit", "deposits", multiple=True, metavar="MEMBER=DAY", required=True, help="Suppose it; repeatable."
)
@record_option
@known_at_option
@format_option
def whatif(row: str, text: str | None, deposits: tuple[str, ...], record: str, known_at: str, form: str) -> None:
    """Print when a treaty would enter into force if some members deposited on some days. Nothing is filed.

    \b
    Example:
      muniment treaty whatif 7c08 --deposit Bashtul=2031-03-01 --deposit Doravia=2031-03-01
    """
    _print_outlook((record, known_at), row, text, deposits, form)


@treaty.command("file")
@click.argument("row", metavar="ROW")
@click.argument("text", metavar="TEXT")
@who_and_why
def file_text(row: str, text: str, record: str, author: str, basis: str) -> None:
    """File with a treaty the clause of its text, so that its entry into force is computed everywhere.

    ROW is the id of an instrument of the record, or its beginning, TEXT a file with its text in English. Undone as any
    other decision.

    \b
    Example:
      muniment treaty file 7c08 agreement.txt --author registry --basis "certified copy"
    """
    from muniment.facade.treaties import file_clause

    with opened(record) as held:
        print_filed(file_clause(held, row, text, author, basis))


@treaty.command()
@click.option("--organisation", "organization", metavar="NAME", default="", help="Only its treaties, by its full name.")
@click.option("--as-of", "--on", "day", metavar="DAY", help="As of that day; today where none is given.")
@record_option
@known_at_option
@format_option
def matrix(organization: str, day: str | None, record: str, known_at: str, form: str) -> None:
    """Print where each member of an organisation stands with each of its treaties.

    \b
    Signs:
      – nothing told   S signed   L law passed, no deposit   D deposited, not in force
      n provisional    P party    Pr party with a reservation
      W withdrawing    U suspended    F former party

    \b
    Example:
      muniment treaty matrix --on 2025-06-30
    """
    with looked_at(record, known_at) as opened:
        found = opened.treaty_matrix(organization, day)
    if form != "table":
        lines = matrix_lines(found)
        emit(lines, list(MATRIX_COLUMNS), form, found)
        return
    if not found:
        click.echo("No page tells of a treaty that members of an organisation have signed or consented to.")
    for one in found:
        click.echo(f"{one.organization}, {one.at}")
        rows = [
            [
                each.title,
                each.signed,
                *(SIGNS[own.status] for own in each.members),
                each.in_force or "not yet",
                _wants(each),
            ]
            for each in one.treaties
        ]
        emit(rows, ["treaty", "signed", *one.members, "in force", "waits for"], form, [])


def _wants(treaty: TreatyStanding) -> str:
    """Return what keeps a treaty from entering into force, in words."""
    if treaty.in_force is not None:
        return ""
    if treaty.found is None:
        return "its clause is not in the record"
    if treaty.waiting_for:
        return ", ".join(treaty.waiting_for)
    if treaty.any_of:
        return f"any {treaty.any_of} of {', '.join(treaty.candidates)}"
    return treaty.computed.missing if treaty.computed is not None else ""


@treaty.command()
@click.argument("member", metavar="STATE")
@click.option("--as-of", "--on", "day", metavar="DAY", help="As of that day; today where none is given.")
@record_option
@known_at_option
@format_option
def backlog(member: str, day: str | None, record: str, known_at: str, form: str) -> None:
    """Print the treaties that a member has yet to consent to, the one signed first at the head.

    STATE is its short name.

    \b
    Example:
      muniment treaty backlog Bashtul
    """
    with looked_at(record, known_at) as opened:
        found = opened.treaty_backlog(member, day)
    rows = [
        [one.treaty.row[:12], one.treaty.title, one.treaty.signed, one.own.status, one.own.since, one.days,
         "yes" if one.last else ""]
        for one in found.owed
    ]  # fmt: skip
    if form == "table" and not rows:
        click.echo(f"{found.member} has consented to every treaty that is told of, as of {found.at}.")
        return
    emit(rows, ["row", "treaty", "signed", "status", "since", "days", "last"], form, found.owed)


def _print_outlook(where: tuple[str, str], row: str, text: str | None, deposits: tuple[str, ...], form: str) -> None:
    from muniment.facade.treaties import treaty_outlook

    with looked_at(*where) as opened:
        found = treaty_outlook(opened, row, text, deposits)
    computed = found.computed
    days = [f"{member} {day}" for member, day in found.deposited]
    supposed = f" if {' and '.join(one.replace('=', ' deposits on ') for one in deposits)}" if deposits else ""
    outcome = f"in force on {computed.date}{supposed} ({computed.certainty})" if computed.date else f"not yet{supposed}"
    lines = [
        ("Treaty", found.title),
        ("Members of", found.organization),
        ("Rule", rule_in_words(found.clause) if found.source else "not in the record"),
        ("Taken from", _SOURCES.get(found.source, "")),
        ("Deposited", ", ".join(days) or "nobody is told to have"),
        ("Deposited, day not told", ", ".join(found.undated)),
        ("Not deposited", ", ".join(found.waiting)),
        ("In force", outcome),
        ("Missing", computed.missing),
        ("Waiting for", ", ".join(found.blocking) or (f"any {found.any_of} of these" if found.any_of else "")),
        ("UN registration", _REGISTERED.get(found.registration, found.registration)),
        ("Not checked", "; ".join(computed.notes)),
    ]
    if form == "table":
        for name, value in lines:
            if value:
                click.echo(f"{name + ':':<25}{value}")
        return
    emit([[value for _, value in lines]], [name.lower() for name, _ in lines], form, [found])


_SOURCES = {
    "slot": "the sentence filed with the treaty",
    "page": "the treaty's text among the pages",
    "file": "the text given",
}
_REGISTERED = {
    "open": "open: in force, and no page tells of it (Charter, art. 102)",
    "told": "told, without its number",
}
