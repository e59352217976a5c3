"""`muniment state` and `muniment deployments`: a State's own page, and deployments from the appeal to the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import msgspec

from muniment.desk.cli.building import looked_at
from muniment.desk.cli.output import emit, format_option, known_at_option, record_option
from muniment.desk.cli.promises import told_status

if TYPE_CHECKING:
    from muniment.registers.deployments import Found
    from muniment.registers.states import StatePage

__all__ = ["deployments", "state", "told_link"]


@click.command()
@click.argument("name", nargs=-1, metavar="[NAME]")
@record_option
@known_at_option
@format_option
@click.option("--as-of", default=None, metavar="DATE", help="The day to look from, 2026-05-04; today by default.")
@click.option("--since", default=None, metavar="DATE", help="Tell what others did since; a year before by default.")
def state(name: tuple[str, ...], record: str, known_at: str, form: str, as_of: str | None, since: str | None) -> None:
    """Print what concerns one State: texts it has not ratified, requests to it, its promises, meetings to come.

    \b
    Examples:
      muniment state Namberu --as-of 2025-06-11
      muniment state
    """
    with looked_at(record, known_at) as held:
        if not name:
            emit([(one,) for one in held.states()], ("state",), form)
            return
        page = held.state(" ".join(name), as_of, since)
        if form in ("json", "jsonl"):
            emit((), (), form, [msgspec.to_builtins(page)])
            return
        rows = list(_lines(page))
        emit(rows, ("part", "date", "what", "how it stands"), form)
        if form == "table":
            click.echo(f"\n{page.name} on {page.as_of}. {held.status().line()}")


def _lines(page: StatePage) -> list[tuple[str, str, str, str]]:
    """Return a state's page line by line: part, date, what, how it stands."""
    lines = [
        ("belongs to", one.since, one.organization, f"{one.kind} {one.state}".replace("_", " ").strip())
        for one in page.belongings
    ]
    lines += [
        (
            "not told",
            "",
            f"{one.missing}: {one.title}",
            f"{one.done}; {one.others} of {one.members} members have",
        )
        for one in page.backlog
    ]
    lines += [("asked of it", one.promise.due, one.promise.text, told_status(one.promise)) for one in page.asked]
    lines += [("promised", one.promise.due, one.promise.text, told_status(one.promise)) for one in page.promised]
    lines += [("duty", one.due, one.text, one.status) for one in page.duties]
    lines += [("to come", one.start, one.title, one.place) for one in page.coming]
    for one in page.others:
        said = f"told by {', '.join(one.speakers)}" if one.speakers else ""
        lines.append(("others did", one.date, f"{one.member} {one.what}: {one.title}", said))
    return lines


@click.command()
@record_option
@known_at_option
@format_option
@click.option("--as-of", default=None, metavar="DATE", help="The day to look from, 2026-05-04; today by default.")
@click.option("--series", "in_series", is_flag=True, help="Operations and exercises as series of editions.")
def deployments(record: str, known_at: str, form: str, as_of: str | None, in_series: bool) -> None:
    """Print deployments link by link: appeal, decision, legal basis, notice to the Security Council, reports, end.

    \b
    Examples:
      muniment deployments --as-of 2025-07-01
      muniment deployments --series
    """
    with looked_at(record, known_at) as held:
        if in_series:
            found = held.series()
            editions = [
                (one.name, one.kind, each.name, each.start, each.country, each.status)
                for one in found
                for each in one.editions
            ]
            heads = ("series", "kind", "edition", "start", "country", "status")
            emit(editions, heads, form, [msgspec.to_builtins(one) for one in found])
            return
        chains = held.deployments(as_of)
        lines = [
            (one.title, link.link.replace("_", " "), link.date, told_link(link), link.speakers)
            for one in chains
            for link in one.links
        ]
        header = ("deployment", "link", "date", "what pages tell", "told by")
        emit(lines, header, form, [msgspec.to_builtins(one) for one in chains])


def told_link(link: Found) -> str:
    """Return what pages tell of a link; that none does, or that none could yet."""
    return link.told or ("no page tells" if link.due else "not yet")
