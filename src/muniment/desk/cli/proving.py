"""`muniment explain`: the proof of a row, and the check of one."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click
import msgspec
from click.core import ParameterSource

from muniment.desk.cli.building import looked_at
from muniment.desk.cli.output import known_at_option, record_option
from muniment.errors import Broken, UsageError

if TYPE_CHECKING:
    from muniment.facade import Record
    from muniment.registers.row import Row

__all__ = ["explain"]

_WIDTH = 110
"""Columns that the text is wrapped to."""


@click.command()
@click.argument("names", nargs=-1, metavar="[REGISTER] ROW")
@record_option
@known_at_option
@click.option("--as-of", default=None, metavar="DATE", help="The day to look from for what is open; today by default.")
@click.option(
    "--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True,
    help="Text for people; json for a proof that --check takes.",
)  # fmt: skip
@click.option("--check", "proof", default="", metavar="FILE", help="Check a proof that was written before.")
@click.option(
    "--pages", multiple=True, metavar="PATH", help="With --check: files or folders of the pages, as captured."
)
@click.pass_context
def explain(
    ctx: click.Context, names: tuple[str, ...], record: str, known_at: str, as_of: str | None, form: str, proof: str,
    pages: tuple[str, ...],
) -> None:  # fmt: skip
    """Prove a row: every value with its rule, what it was made from, and the words, hashes and entries behind it.

    A proof as JSON holds whole entries of the ledger. --check computes their hashes again, compares what they file
    with what the row was made from, and makes the row again; with --pages it compares every quotation with the bytes,
    with --record also with a record. Neither is needed.

    \b
    Examples:
      muniment explain instruments 3f9a
      muniment explain 3f9a --format json > proof.json
      muniment explain --check proof.json --pages pages/
    """
    if proof:
        named = ctx.get_parameter_source("record") is not ParameterSource.DEFAULT
        _check(proof, pages, record if named else "", known_at)
        return
    if len(names) not in (1, 2):
        raise UsageError("a row is asked for, or --check.", code="one-row", where="explain")
    with looked_at(record, known_at) as held:
        row = held.row(*names) if len(names) == 2 else held.find(names[0])
        found = held.proof(row, as_of)
        if form == "json":
            click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
            return
        for line in (*_told(found, row), *_standing(held, row), "", f"{_state(held)}Head: {found.head}"):
            click.echo(line)


def _state(held: Record) -> str:
    return f"{held.known_at}. " if held.known_at else ""


def _told(proof: Any, row: Row) -> Iterator[str]:
    number = {claim.id: f"[{place}]" for place, claim in enumerate(proof.claims, 1)}
    entries = {entry.position: entry for entry in proof.entries}
    yield click.style(proof.caption, bold=True)
    yield f"{proof.register} {proof.row}" + ("; not in the register any more" if proof.withdrawn else "")
    yield ""
    for value in proof.values:
        yield from _value(value, number)
    yield click.style("Claims", bold=True)
    for claim in proof.claims:
        yield from _claim(claim, number[claim.id], entries[claim.entry])
    further = sum(max(one.count - len(one.claims), 0) for one in proof.tellings)
    if further:
        yield f"  and {further:,} further claims that tell the same"
    if proof.documents:
        yield click.style("Documents", bold=True)
        for one in proof.documents:
            yield f"  {one.document}  {one.media_type}, {one.size:,} bytes, reading filed as entry {one.reading}"
    if proof.judgements:
        yield click.style("Decisions", bold=True)
        for one in proof.judgements:
            entry = entries[one.position]
            yield from _wrapped("  ", f"entry {one.position}: {one.kind} by {entry.author}, {entry.filed_at}, basis: "
                                f"{entry.body.get('basis', '')}")  # fmt: skip
    if proof.open:
        yield click.style(f"Open on {proof.as_of}", bold=True)
        for gap in proof.open:
            yield from _wrapped("  ", f"{gap.kind}: {gap.text}")
            yield from _wrapped("    by ", gap.rule_source)


def _value(value: Any, number: dict[str, str]) -> Iterator[str]:
    from muniment.registers.values import cell

    yield from _wrapped("", f"{click.style(value.slot, bold=True)}: {_cut(cell(value.value)) or '(taken away)'}")
    source = f" ({value.rule.source})" if value.rule.source else ""
    yield from _wrapped("  by ", f"{value.rule.name}: {value.rule.words}{source}")
    inputs: dict[str, list[str]] = {}
    for claim, told in value.inputs.items():
        inputs.setdefault(_cut(cell(told)), []).append(number.get(claim, claim[:12]))
    for told, claims in inputs.items():
        yield from _wrapped("  from ", f"{told} {''.join(claims)}")
    for position in value.decisions:
        yield f"  from entry {position}, a decision"
    if value.also:
        yield from _wrapped("  agrees with ", "; ".join(_cut(cell(form)) for form in value.also))
    for other in value.conflicts:
        telling = "".join(number.get(claim, "") for claim in other["claims"])
        yield from _wrapped("  pages disagree: ", f"{_cut(cell(other['value']))} {telling}")
    yield ""


def _claim(claim: Any, number: str, entry: Any) -> Iterator[str]:
    said = f", told by {claim.attributed_to}" if claim.attributed_to else ""
    yield from _wrapped(
        f"  {number:<5}", f"{claim.source}{said}; entry {entry.position}, {entry.filed_at}, {entry.author}"
    )
    yield f"       claim {claim.id}"
    for quote in claim.evidence:
        yield f"       {quote['document'][:16]} {quote['start']}-{quote['end']}, read by {quote['rule']}"
        yield from _wrapped("         ", f"“{_cut(quote['quote'])}”")
    if entry.body.get("basis"):
        yield from _wrapped("       basis: ", entry.body["basis"])


def _standing(held: Record, row: Row) -> Iterator[str]:
    """Yield how a treaty stands with its members, and the articles it is counted by."""
    standing = held.treaty(row) if row.register == "instruments" else None
    if standing is None:
        return
    counts = ", ".join(f"{what} by {standing.count(what)}" for what in ("signed", "ratified", "deposited"))
    yield click.style("Standing", bold=True)
    yield from _wrapped("  ", f"of {len(standing.members)} members of {standing.organization}: {counts}")
    yield from _wrapped("    by ", standing.rule)


def _cut(text: str) -> str:
    flat = " ".join(str(text).split())
    return flat if len(flat) <= 400 else f"{flat[:399]}…"


def _wrapped(label: str, text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=label, subsequent_indent=" " * len(label), break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def _check(path: str, pages: tuple[str, ...], record: str, known_at: str) -> None:
    """Print whether a proof holds.

    Raises:
        Broken: it does not; every fault has been told on standard error.
    """
    from muniment.facade import check_proof

    if record:
        with looked_at(record, known_at) as held:
            checked = check_proof(path, pages, held)
    else:
        checked = check_proof(path, pages)
    for fault in checked.faults:
        click.echo(fault, err=True)
    if checked.faults:
        raise Broken(f"does not hold ({_counted(len(checked.faults), 'fault')})", code="proof-broken", where=path)
    against = "the archived text" if checked.compared else "the ids of their claims"
    entries = _counted(checked.entries, "entry", "entries")
    click.echo(
        f"Holds: {_counted(checked.values, 'value')} made again, {entries} by hash, "
        f"{_counted(checked.compared or checked.quotes, 'quotation')} by {against}"
        + (f", every entry in {record}" if checked.record else "") + "."
    )  # fmt: skip
    if checked.left_out:
        click.echo(f"{checked.left_out:,} further claims that tell the same are counted and not in the proof.")
    sys.stdout.flush()


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
