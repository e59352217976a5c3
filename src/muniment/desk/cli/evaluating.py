"""`muniment evaluate`: how well pages are read, against gold records, and what two runs differ in."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click
import msgspec

from muniment.desk.cli.output import emit, format_option, progress
from muniment.errors import MunimentError, UsageError
from muniment.terms.evaluation import Changes, Evaluation, Loss

__all__ = ["evaluate"]

_LOSS = {"missed": "missed", "partly": "read in part", "wrong": "not in gold"}
"""Kind of loss -> what it is called."""

_HIDDEN = frozenset({"evidence", "archived_text", "blocks", "source", "doc", "register"})
"""Fields of a record that are not printed with a loss."""

_WIDTH = 110
"""Columns that losses are wrapped to."""


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="GOLD... [PAGE...]")
@click.option("--claims", type=click.Path(), help="Score these claims (JSON Lines) instead of reading pages.")
@click.option(
    "--compare", "other", type=click.Path(), metavar="CLAIMS",
    help="Claims of another run (JSON Lines): the difference by register, and which values were won and lost.",
)  # fmt: skip
@click.option(
    "--profile", "profiles", multiple=True, metavar="NAME|FILE|none",
    help="Profile to read with, and to take other names of the same from; repeatable.",
)  # fmt: skip
@click.option("--losses", is_flag=True, help="Print what was missed, read in part and wrongly claimed, by sentence.")
@format_option
def evaluate(
    paths: tuple[str, ...], claims: str | None, other: str | None, profiles: tuple[str, ...], losses: bool, form: str
) -> None:
    """Read pages, or take claims read before, and score them against gold records.

    GOLD is a .jsonl file of gold lines or a folder of them; PAGE a page or a folder of pages. Precision is the share of
    claimed values that are right, recall the share of gold values found.

    \b
    Examples:
      muniment evaluate gold/ pages/ --losses
      muniment read pages/ > new.jsonl; muniment evaluate gold/ --claims new.jsonl --compare old.jsonl
    """
    from muniment import facade

    gold, pages = _sorted_out(paths)
    _require_sense(pages, claims, losses, form)
    made = _lines(claims) if claims else _read(pages, profiles)
    found = facade.evaluate(gold, made, profiles or None, locate=losses)
    before = facade.evaluate(gold, _lines(other), profiles or None) if other else None
    changed = facade.compare(found, before) if before is not None else None
    rows, header = _figures(found, before, changed)
    if form in ("json", "jsonl"):
        records = [dict(zip(header, row, strict=True)) for row in rows]
        records += [_loss_record(loss) for loss in found.losses] if losses else []
        records += list(_change_records(changed)) if changed is not None else []
        emit((), (), form, records)
        return
    emit(rows, header, form)
    if form == "table":
        for line in _told(found.losses if losses else [], changed):
            click.echo(line)


def _sorted_out(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return which paths are gold and which are pages: the first is gold, and so is whatever holds .jsonl files."""
    gold = [path for path in paths if path.endswith(".jsonl") or any(Path(path).glob("*.jsonl"))] or list(paths[:1])
    return gold, [path for path in paths if path not in gold]


def _require_sense(pages: Sequence[str], claims: str | None, losses: bool, form: str) -> None:
    """Check that the options go together.

    Raises:
        UsageError: they do not.
    """
    if bool(pages) == bool(claims):
        raise UsageError(
            "give pages to read, or --claims, and not both.", code="no-claims", where="evaluate",
            hint="muniment evaluate gold/ pages/, or muniment evaluate gold/ --claims claims.jsonl.",
        )  # fmt: skip
    if losses and form == "csv":
        raise UsageError(
            "figures and losses are two tables, and CSV is one.", code="no-such-form", where="--format",
            hint="Ask for jsonl, or leave --losses out.",
        )  # fmt: skip


def _figures(
    found: Evaluation, before: Evaluation | None, changed: Changes | None
) -> tuple[list[list[Any]], list[str]]:
    """Return the figures of each register that has any, then the total; with another run's, the difference."""
    won, lost = Counter[str](), Counter[str]()
    if changed is not None:
        won.update(value.register for value in changed.won)
        lost.update(value.register for value in changed.lost)
    rows = []
    for name, one in [*found.registers.items(), ("total", found.total)]:
        old = None if before is None else before.total if name == "total" else before.registers[name]
        if not (one.stated or one.claimed or (old is not None and old.claimed)):
            continue
        row: list[Any] = [name, one.stated, *(f"{v:.3f}" for v in (one.precision, one.recall, one.f1))]
        if old is not None:
            counts = (won.total(), lost.total()) if name == "total" else (won[name], lost[name])
            row += [f"{one.f1 - old.f1:+.3f}", *counts]
        rows.append(row)
    header = ["register", "values", "precision", "recall", "f1"]
    return rows, header + (["change", "won", "lost"] if before is not None else [])


def _told(losses: Sequence[Loss], changed: Changes | None) -> Iterator[str]:
    """Yield what is printed under the figures: losses by page and sentence, then what was won and lost."""
    for document, of_page in groupby(losses, key=lambda loss: loss.document):
        yield ""
        yield click.style(document, bold=True)
        for place, of_place in groupby(of_page, key=lambda loss: loss.place):
            words = "in no sentence that can be told" if place is None else " ".join(place.text.split())
            where = "" if place is None else f"{place.start}-{place.end}  "
            yield from textwrap.wrap(where + words, _WIDTH, initial_indent="  ", subsequent_indent="    ")
            for loss in of_place:
                yield from _loss_lines(loss)
    if changed is None:
        return
    yield ""
    for label, values in (("won", changed.won), ("lost", changed.lost)):
        for one in values:
            yield from _listed(f"{label:<7}", f"{one.document} {one.register} {one.slot}: {_shown(one.value)}")
    for label, wrong in (("worse", changed.worse), ("better", changed.better)):
        what = "wrongly claimed now" if label == "worse" else "not wrongly claimed any more"
        for loss in wrong:
            yield from _listed(f"{label:<7}", f"{loss.document} {loss.register}, {what}: {_short(loss.claim)}")


def _loss_lines(loss: Loss) -> Iterator[str]:
    label = f"    {_LOSS[loss.kind]}: {loss.register}, "
    if loss.kind == "partly":
        for lost in loss.lost:
            got = "; ".join(_shown(value) for value in lost.got) or "nothing"
            yield from _listed(label, f"{lost.slot}: {_shown(lost.wanted)}; read: {got}")
    else:
        yield from _listed(label, _short(loss.gold or loss.claim))


def _listed(label: str, text: str) -> list[str]:
    """Return the lines of a text behind a label that ends with a blank."""
    return textwrap.wrap(label + text, _WIDTH, subsequent_indent="      ", break_on_hyphens=False)


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _short(record: Mapping[str, Any]) -> str:
    return msgspec.json.encode({k: v for k, v in record.items() if k not in _HIDDEN}).decode()[:600]


def _loss_record(loss: Loss) -> dict[str, Any]:
    """Return a loss as one object; the text of a page is left out of the claim that holds it."""
    place = loss.place
    where = {} if place is None else {"start": place.start, "end": place.end, "sentence": place.text}
    claim = {name: value for name, value in loss.claim.items() if name not in ("archived_text", "blocks")}
    return {
        "loss": loss.kind, "document": loss.document, "register": loss.register, **where, "gold": loss.gold,
        "claim": claim, "lost": [msgspec.to_builtins(one) for one in loss.lost],
    }  # fmt: skip


def _change_records(changed: Changes) -> Iterator[dict[str, Any]]:
    for label, values in (("won", changed.won), ("lost", changed.lost)):
        for one in values:
            told = {"document": one.document, "register": one.register, "slot": one.slot, "value": one.value}
            yield {"change": label, **told}
    for label, wrong in (("worse", changed.worse), ("better", changed.better)):
        for loss in wrong:
            yield {"change": label, "document": loss.document, "register": loss.register, "claim": loss.claim}


def _read(paths: Sequence[str], profiles: tuple[str, ...]) -> list[dict[str, Any]]:
    from muniment.facade import read

    out: list[dict[str, Any]] = []
    with progress("reading") as told:
        for number, item in enumerate(read(paths, profiles or None), start=1):
            told("pages", number, None)
            if isinstance(item, MunimentError):
                click.echo(f"muniment: {item}", err=True)
            else:
                out += [claim.record() for claim in item.claims]
    return out


def _lines(path: str) -> list[dict[str, Any]]:
    try:
        lines = Path(path).read_text("utf-8").splitlines()
        records = [msgspec.json.decode(line, type=dict[str, Any]) for line in lines if line.strip()]
    except OSError as error:
        raise UsageError(
            f"cannot be read: {error.strerror}.", code="unreadable", where=path,
            hint="Give a file that `muniment read` printed.",
        ) from error  # fmt: skip
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"is not JSON Lines: {error}.", code="not-claims", where=path,
            hint="Give a file that `muniment read` printed.",
        ) from error  # fmt: skip
    for number, record in enumerate(records, start=1):
        if not record.get("source") or not record.get("register"):
            raise UsageError(
                "a claim needs source and register.", code="not-claims", where=f"{path}: claim {number}",
                hint="Give a file that `muniment read` printed.",
            )  # fmt: skip
    return records
