"""The command that tells which pages have one text."""

from __future__ import annotations

from typing import Any

import click
import msgspec

from muniment.desk.cli.building import opened
from muniment.desk.cli.output import emit, format_option, record_option, working

__all__ = ["copies"]


@click.command()
@click.argument("page", required=False, metavar="[PAGE]")
@record_option
@format_option
def copies(page: str | None, record: str, form: str) -> None:
    """List the texts that stand on several pages, or the pages that have the text of one.

    PAGE is a source or the SHA-256 of a document. Pages count as copies where four fifths of the shorter text's words
    stand in the same order in the longer; the page that is known earliest comes first.

    \b
    Examples:
      muniment copies
      muniment copies pages/news-12.html --format json
    """
    with opened(record) as held:
        if page:
            found = [("", one) for one in held.copies(page)]
        else:
            with working("Comparing"):
                found = [
                    (cluster.first.document[:12], one)
                    for cluster in held.clusters()
                    for one in (cluster.first, *cluster.others)
                ]
        header = ("text", "page", "known from", "kind", "shared", "source", "title")
        rows = [(text, *_line(one)) for text, one in found]
        records = [{"text": text, **msgspec.to_builtins(one)} for text, one in found]
        emit(rows, header, form, records)
        if form == "table":
            texts = len(found) if page else len({text for text, _ in found})
            counted = f"{texts:,} other page{'s' * (texts != 1)} with this text." if page else _several(texts)
            click.echo(f"\n{counted} {held.status().line()}")


def _several(texts: int) -> str:
    if not texts:
        return "No text stands on several pages."
    return "1 text stands on several pages." if texts == 1 else f"{texts:,} texts stand on several pages."


def _line(copy: Any) -> tuple[str, ...]:
    known = copy.published or copy.seen_at[:10]
    return copy.document[:12], known, copy.kind, f"{copy.share:.0%}", copy.sources[0], copy.title[:60]
