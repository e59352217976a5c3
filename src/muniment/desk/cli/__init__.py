"""The command line. Commands are imported when they are asked for, so that `muniment --help` is quick."""

from __future__ import annotations

import gc
import sys
from importlib import import_module

import click

from muniment import __version__
from muniment.errors import MunimentError

__all__ = ["COMMANDS", "cli", "collect_seldom", "main"]

COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("reading", "Read pages and print what they tell, or how they are read, keeping nothing."),
    "build": ("building", "Capture, read and file pages into a record."),
    "capture": ("fetching", "Fetch pages from sources on the web into a record; nothing is read yet."),
    "watch": ("fetching", "Follow a record's sources, each in its rhythm, and read what is new."),
    "sources": ("fetching", "The sources a record follows, and what is wrong with them."),
    "archive": ("archiving", "Write, take in or check a record's web archive (WARC)."),
    "demo": ("building", "Build a record from the sample pages and show it."),
    "serve": ("building", "Show a record as web pages on this machine."),
    "prepare": ("preparing", "Work out what follows from all rows, so that no visitor waits for it."),
    "show": ("looking", "List the rows of a register, or show one."),
    "search": ("looking", "Find rows and pages by their words."),
    "gaps": ("looking", "What is overdue, unreported, unratified or contradicted."),
    "promises": ("promises", "What became of commitments and of what was announced, and what tells so."),
    "promise": ("promises", "One commitment: proofs, findings, guidelines and scores."),
    "agenda": ("agendas", "Meetings announced against meetings held, item by item."),
    "office": ("offices", "Who held an office on a day, and how a chair passes on."),
    "duties": ("duties", "What is to be done, by whom and by when, and on what basis."),
    "state": ("states", "What concerns one State: its backlog, requests, promises, meetings."),
    "deployments": ("states", "Deployments from the appeal to the end; exercises as series."),
    "formulas": ("formulas", "Sentences of a body's communiqués, reworded, weakened or dropped."),
    "contradictions": ("disputing", "What pages disagree on, with the words of each."),
    "status": ("looking", "What the record covers."),
    "unread": ("auditing", "Sentences that no rule read, or that were set aside; or a sample of them."),
    "sql": ("expert", "Ask a record in SQL, read only, over documented views."),
    "copies": ("copies", "Which pages have the same text, and where it stood first."),
    "verify": ("looking", "Check the hash chain, the archive and every quotation."),
    "explain": ("proving", "Prove a row: each value with its rule, its claims and their words; or check a proof."),
    "dossier": ("printing", "A row on one page, for print: status, why, who is missing, and the words."),
    "history": ("looking", "The entries that made a row what it is."),
    "treaty": ("treaties", "When a treaty enters into force by its own text, and why."),
    "evaluate": ("evaluating", "Score claims against gold records."),
    "profiles": ("looking", "The profiles that are shipped."),
    "export": ("exporting", "Write every register to a folder."),
    "schema": ("exporting", "The JSON Schema of a register's rows or claims."),
    "review": ("reviewing", "What waits to be reviewed, or what came of it by rule and register."),
    "proposals": ("reviewing", "Rows that may be one, for a person to say."),
    "correct": ("deciding", "Give a row's slots the values you know."),
    "withdraw": ("deciding", "Take a row out of its register."),
    "add": ("deciding", "File what no page told."),
    "same-as": ("deciding", "Say that two rows are one."),
    "not-same": ("deciding", "Say that two rows are two."),
    "unsure": ("deciding", "Say that nobody can tell whether two rows are one."),
    "undo": ("deciding", "Undo a decision by another entry."),
}
"""Command -> (module it is in, what it does)."""


class _Commands(click.Group):
    """A group that imports a command's module only when the command is run or explained."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"muniment.desk.cli.{COMMANDS[cmd_name][0]}")
        command = getattr(module, cmd_name.replace("-", "_"))
        assert isinstance(command, click.Command)  # noqa: S101 - the table above is ours
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, what) for name, (_, what) in COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="muniment")
def cli() -> None:
    """Muniment: the record room of an intergovernmental organisation.

    \b
    Takes in published pages, reads them into claims with evidence, files
    the claims in an append-only ledger and projects registers.

    \b
    Example:
      muniment build pages/ --record record.db
      muniment show meetings --record record.db
    """


_ALLOCATED = 50_000
"""Objects made since the last look for cycles at which the next is taken; Python's own 700 costs 6 in 100 of reading,
and 50,000 objects are a few pages' worth (2026-11)."""


def collect_seldom() -> None:
    """Have this process look for cycles of objects less often: reading makes many objects and hardly a cycle."""
    gc.set_threshold(_ALLOCATED, *gc.get_threshold()[1:])


def main() -> None:
    """Run the command line; exit codes follow the error tree of `muniment.errors`."""
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace" if stream is sys.stderr else "surrogateescape")
    try:
        cli.main(standalone_mode=False)
    except MunimentError as error:
        click.echo(f"muniment: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("muniment: stopped; what was filed is kept.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
