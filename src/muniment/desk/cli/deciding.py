"""Commands that file what people know better: corrections, additions, identity. Each is an entry, never an edit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click
import msgspec

from muniment.desk.cli.building import opened
from muniment.desk.cli.output import record_option
from muniment.errors import UsageError

__all__ = ["add", "correct", "not_same", "print_filed", "same_as", "undo", "unsure", "who_and_why", "withdraw"]

Command = TypeVar("Command", bound=Callable[..., Any])


def who_and_why(command: Command) -> Command:
    """Add `--record`, `--author` and `--basis`: where a decision is filed, who decides, and how they know."""
    command = click.option("--basis", required=True, help="What you know it from: a note verbale, a call, a source.")(
        command
    )
    command = click.option(
        "--author", required=True, envvar="MUNIMENT_AUTHOR", help="Who says so; or MUNIMENT_AUTHOR."
    )(command)
    return record_option(command)


def _slots(pairs: tuple[str, ...]) -> dict[str, Any]:
    """Return slots given as SLOT=VALUE; a value that is JSON (a list, a number, true, null) is taken as such."""
    out: dict[str, Any] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(
                f"{pair!r} is not of the form SLOT=VALUE.", code="not-a-pair", hint="Write for example: status=held"
            )
        out[name] = _value(name, value)
    return out


def _value(name: str, value: str) -> Any:
    if value[:1] not in '[{tfn-0123456789"' or _is_date(value):
        return value
    try:
        return msgspec.json.decode(value)
    except msgspec.DecodeError as error:
        if value[:1] in "[{":
            raise UsageError(
                f"{value!r} begins like JSON and is none.", code="not-json", where=name,
                hint="Close every bracket and quotation mark, and put the whole in single quotes.",
            ) from error  # fmt: skip
        return value


def _is_date(value: str) -> bool:
    return len(value) in (4, 7, 10) and value[:4].isdigit()


def print_filed(entry: Any) -> None:
    """Say which entry a decision became."""
    click.echo(f"Filed as entry {entry.position} ({entry.kind}) by {entry.author} at {entry.filed_at}.")


@click.command()
@click.argument("register")
@click.argument("row")
@click.argument("slots", nargs=-1, required=True, metavar="SLOT=VALUE...")
@who_and_why
def correct(register: str, row: str, slots: tuple[str, ...], record: str, author: str, basis: str) -> None:
    """Give a row's slots the values you know; no later reading overwrites them. SLOT=null takes a value away.

    \b
    Example:
      muniment correct meetings 3f9a place=Lipovar --author registry --basis "note 12/2024"
    """
    with opened(record) as held:
        print_filed(held.correct(register, row, _slots(slots), author, basis))


@click.command()
@click.argument("register")
@click.argument("row")
@who_and_why
def withdraw(register: str, row: str, record: str, author: str, basis: str) -> None:
    """Take a row out of its register; its claims stay in the ledger.

    \b
    Example:
      muniment withdraw awards 77c0 --author registry --basis "misread page"
    """
    with opened(record) as held:
        print_filed(held.withdraw(register, row, author, basis))


@click.command()
@click.argument("register")
@click.argument("slots", nargs=-1, required=True, metavar="SLOT=VALUE...")
@who_and_why
def add(register: str, slots: tuple[str, ...], record: str, author: str, basis: str) -> None:
    """File what no page told: a deposit notified by note verbale, a meeting known from the journal.

    \b
    Example:
      muniment add tenures person="Ana Dol" office="Secretary General" start=2025-01-01 \\
        --author registry --basis "decision 4/2024"
    """
    with opened(record) as held:
        print_filed(held.add(register, _slots(slots), author, basis))


@click.command("same-as")
@click.argument("register")
@click.argument("a")
@click.argument("b")
@who_and_why
def same_as(register: str, a: str, b: str, record: str, author: str, basis: str) -> None:
    """Say that two rows are one.

    \b
    Example:
      muniment same-as meetings 3f9a 81bb --author registry --basis "same session"
    """
    with opened(record) as held:
        print_filed(held.same_as(register, a, b, author, basis))


@click.command("not-same")
@click.argument("register")
@click.argument("a")
@click.argument("b")
@who_and_why
def not_same(register: str, a: str, b: str, record: str, author: str, basis: str) -> None:
    """Say that two rows, or two claims put together in one row, are two.

    \b
    Example:
      muniment not-same tenures 3f9a 81bb --author registry --basis "two people"
    """
    with opened(record) as held:
        print_filed(held.not_same_as(register, a, b, author, basis))


@click.command()
@click.argument("register")
@click.argument("a")
@click.argument("b")
@who_and_why
def unsure(register: str, a: str, b: str, record: str, author: str, basis: str) -> None:
    """Say that you looked and cannot tell whether two rows are one; they are proposed no more.

    \b
    Example:
      muniment unsure meetings 3f9a 81bb --author registry --basis "neither page gives a day"
    """
    with opened(record) as held:
        print_filed(held.unsure_of(register, a, b, author, basis))


@click.command()
@click.argument("entry", type=int)
@who_and_why
def undo(entry: int, record: str, author: str, basis: str) -> None:
    """Undo the decision filed as entry ENTRY, by another entry.

    \b
    Example:
      muniment undo 214 --author registry --basis "filed by mistake"
    """
    with opened(record) as held:
        print_filed(held.undo(entry, author, basis))
