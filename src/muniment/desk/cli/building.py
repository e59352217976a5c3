"""`muniment build`, `demo` and `serve`."""

from __future__ import annotations

import contextlib
import json
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from muniment.desk.cli.output import emit, format_option, progress, record_option, web_options, working
from muniment.errors import MunimentError, UsageError

if TYPE_CHECKING:
    from muniment.facade import Record, Web

__all__ = ["build", "demo", "serve"]


def opened(path: str, create: bool = False, web: Web | None = None) -> Record:
    """Return the record in a file, made first where it is not there and may be made.

    Args:
        path: the file.
        create: whether it may be made.
        web: how pages are fetched from the web.

    Raises:
        LedgerError: the file is no record, or cannot be read.
    """
    from muniment.facade import Record, Settings

    settings = Settings() if web is None else Settings(web=web)
    return Record.create(path, settings) if create and not Path(path).exists() else Record.open(path, settings)


@contextlib.contextmanager
def looked_at(path: str, known_at: str) -> Iterator[Record]:
    """Open a record to look at: as it is known now, or, where `known_at` names one, in an earlier state.

    Raises:
        LedgerError: the file is no record, or cannot be read.
        UsageError: `known_at` names no state of it.
    """
    with opened(path) as held:
        if not known_at:
            yield held
            return
        with working("going back"):
            earlier = held.at(known_at)
        yield earlier


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@record_option
@click.option(
    "--profile", "profiles", multiple=True, metavar="NAME|FILE|none|shipped",
    help="Profile to build with from now on; repeatable. Without it, those the record was built with before.",
)  # fmt: skip
@format_option
@click.option(
    "--jobs", type=click.IntRange(1), default=1, show_default=True,
    help="Processes that read while this one files; with 1, this one reads too.",
)  # fmt: skip
@click.option(
    "--again", is_flag=True, help="Read again what was read with other profiles, or by another version of Muniment."
)
@web_options
def build(
    paths: tuple[str, ...], record: str, profiles: tuple[str, ...], form: str, jobs: int, again: bool, contact: str,
    allow_private: bool, delay: float,
) -> None:  # fmt: skip
    """Capture, read and file pages into a record; the record is made if it is not there.

    PATH is what `muniment read` takes: a page, an archive or folder of pages, or the address of a web page.

    Run again with the same pages, nothing changes. A page with other bytes than before is a new version; the old one
    is kept. Stopped at any moment, run it again: nothing is lost or doubled. A record keeps the profiles it is built
    with until others are named; a new one is built with all that are shipped. The record is the same however many
    processes read.

    \b
    Examples:
      muniment build pages/ --record record.db --profile csto
      muniment build pages/ --record record.db --jobs 2
      muniment build --again --profile rivers.toml --record record.db
      muniment build https://example.org/news/1 --contact me@example.org
    """
    from muniment.facade import Web

    if again and paths:
        raise UsageError(
            "--again takes no pages: it reads those of the record.", code="too-much", where="--again",
            hint="Build the pages first, then read all again.",
        )  # fmt: skip
    paths = _there(paths, record)
    with opened(record, True, Web(contact, allow_private, delay)) as held, progress("building") as told:
        if again:
            report = held.read_again(profiles or None, told, jobs)
        else:
            report = held.build(paths, profiles or None, told, sys.stdin.buffer, jobs)
    for failure in report.failed:
        error = MunimentError(failure["what"], where=failure["where"], hint=failure["hint"])
        click.echo(f"muniment: {error}", err=True)
    counts = {
        "pages": report.pages, "new": report.new, "changed": report.changed, "unchanged": report.unchanged,
        "read again": report.again, "failed": len(report.failed), "claims filed": report.claims_filed,
        "claims dropped": report.claims_dropped,
    }  # fmt: skip
    if form == "table":
        emit([tuple(counts.values())], tuple(counts), form)
        click.echo(f"\nProfiles: {_profiles_told(report.profiles, bool(profiles))}\nHead: {report.head}")
    else:
        emit([(*counts.values(), report.head)], (*counts, "head"), form, [report])
    if report.failed and len(report.failed) == report.pages:
        sys.exit(4)


def _profiles_told(names: list[str], named: bool) -> str:
    """Return which profiles a build used, and whether they were named or are the record's own."""
    told = "all that are shipped" if names == ["shipped"] else ", ".join(names) or "none"
    return told if named else f"{told} (the record's own; --profile names others)"


def _there(paths: tuple[str, ...], record: str) -> tuple[str, ...]:
    """Return the paths that are there; each other is told on standard error.

    Raises:
        UsageError: nothing to build from; without a path, only a record that is there can be finished.
    """
    there = tuple(path for path in paths if path == "-" or "://" in path or Path(path).exists())
    for path in paths:
        if path not in there:
            click.echo(f"muniment: {path}: there is no such file or folder. Check the path.", err=True)
    if there or (not paths and Path(record).exists()):
        return there
    raise UsageError(
        "there is nothing to build from.", code="no-pages", where="build", hint="Name a folder or files of pages."
    )


@click.command()
@click.option("--folder", default="demo", show_default=True, metavar="FOLDER", help="Where the record is made.")
@click.option("--port", default=8765, show_default=True, help="Port to show the pages on.")
@click.option("--no-serve", is_flag=True, help="Stop after printing what was found.")
def demo(folder: str, port: int, no_serve: bool) -> None:
    """Build a record from the sample pages, print what was found, and show it as web pages.

    The pages, which tell of an invented organisation of invented states, are copied to FOLDER/pages
    first, their profile to FOLDER/profile.toml, and texts of its treaties to FOLDER/treaties; the clause of the
    treaty that the pages tell of is filed with it.

    \b
    Example:
      muniment demo --no-serve
    """
    from muniment import samples

    where = Path(folder)
    try:
        shutil.copytree(samples.pages_folder(), where / "pages", dirs_exist_ok=True)
        shutil.copytree(samples.treaties_folder(), where / "treaties", dirs_exist_ok=True)
        shutil.copy(samples.profile_path(), where / "profile.toml")
    except OSError as error:
        raise UsageError(
            f"the sample pages cannot be put there: {error.strerror}.", code="not-writable", where=folder,
            hint="Name another folder with --folder.",
        ) from error  # fmt: skip
    path = str(where / "record.db")
    with opened(path, create=True) as held, progress("building") as told:
        held.build([where / "pages"], [str(where / "profile.toml")], told)
        _file_clauses(held, where / "treaties")
    _found(path)
    if not no_serve:
        _serve(path, "127.0.0.1", port)


def _file_clauses(held: Record, texts: Path) -> None:
    """File with the treaties of the record the clauses of their texts, unless they have them."""
    from muniment.facade.treaties import file_clause

    for line in (texts / "treaties.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        rows = held.rows("instruments", where={"title": told["title"]}).rows
        if rows and not rows[0].slots.get("force_clause"):
            file_clause(held, rows[0].id, texts / told["text"], "demonstration", f"text of the treaty, {told['text']}")


def _found(path: str) -> None:
    from muniment.registers import REGISTERS

    with opened(path) as held:
        status = held.status()
        rows = []
        for name, register in REGISTERS.items():
            newest = held.rows(name, sort="date", descending=True, limit=1).rows
            rows.append((register.label, status.rows.get(name, 0), register.caption(newest[0].slots) if newest else ""))
        emit(rows, ("register", "rows", "newest"), "table")
        by_kind: dict[str, list[str]] = {}
        for gap in held.gaps("2025-07-01"):
            by_kind.setdefault(gap.kind, []).append(gap.text)
        open_now = [(kind, len(texts), texts[0]) for kind, texts in by_kind.items()]
        emit(open_now, ("open on 2025-07-01", "count", "for example"), "table")
    click.echo(f"\n{status.line()}\nHead of the ledger: {status.head}\nRecord: {path}")


@click.command()
@record_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8765, show_default=True, help="Port to listen on.")
@click.option("--review", default="", metavar="NAME", help="Open the review queue to NAME, by an address printed once.")
@click.option(
    "--rate", type=click.IntRange(0), default=600, show_default=True, metavar="N",
    help="Requests a minute that one address is answered; 0 for any number.",
)  # fmt: skip
@click.option(
    "--replays", type=click.IntRange(0), default=6, show_default=True, metavar="N",
    help="Earlier states of the record a minute that are made again for one address; 0 for any number.",
)  # fmt: skip
def serve(record: str, host: str, port: int, review: str, rate: int, replays: int) -> None:
    """Show a record as web pages; with --review, let one person on this machine review claims.

    \b
    Example:
      muniment serve --record record.db --port 8765
      muniment serve --record record.db --review "Ana Dol"
    """
    opened(record).close()
    if review and host not in ("127.0.0.1", "localhost", "::1"):
        raise UsageError(
            "claims are reviewed on this machine only.", code="review-not-here", where=host,
            hint="Leave --host out, or leave --review out.",
        )  # fmt: skip
    _serve(record, host, port, review, (rate, replays))


def _require_free(host: str, port: int) -> None:
    """Bind the address once, so that a port that is taken or cannot be is told before anything is shown."""
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except (OSError, OverflowError) as error:
        raise UsageError(
            f"pages cannot be shown there: {getattr(error, 'strerror', None) or error}.", code="port-taken",
            where=f"{host}:{port}", hint="Choose another port with --port.",
        ) from error  # fmt: skip


def _serve(path: str, host: str, port: int, reviewer: str = "", limits: tuple[int, int] = (0, 0)) -> None:
    _require_free(host, port)
    try:
        import uvicorn

        from muniment.desk.cli.serving import served
        from muniment.desk.limits import Limits
    except ModuleNotFoundError as error:
        raise UsageError(
            f"web pages need the package {error.name}, which is not installed.", code="extra-missing",
            hint="Install it with: pip install 'muniment[web]'.",
        ) from error  # fmt: skip
    click.echo(f"Showing {path} at http://{host}:{port}/  (Ctrl-C stops)")
    app = served(path, reviewer, Limits(*limits))
    if reviewer:
        click.echo(f"Review, for {reviewer}, one visit: http://{host}:{port}{app.state.review.address}")
    uvicorn.run(app, host=host, port=port, log_level="warning")
