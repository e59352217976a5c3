"""Commands that look things up and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
import msgspec

from muniment.desk.cli.building import looked_at, opened
from muniment.desk.cli.output import as_of_option, emit, format_option, known_at_option, record_option, shares, working
from muniment.errors import UsageError

if TYPE_CHECKING:
    from muniment.facade import Record, RowPage
    from muniment.registers.row import Row

__all__ = ["gaps", "history", "profiles", "search", "show", "status", "verify"]


def _pairs(pairs: tuple[str, ...], option: str) -> dict[str, str]:
    out = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"{pair!r} is not of the form SLOT=VALUE.", code="not-a-pair", where=option)
        out[name] = value
    return out


@click.command()
@click.argument("register", metavar="REGISTER")
@click.argument("row", required=False, metavar="[ROW]")
@record_option
@known_at_option
@format_option
@click.option(
    "--where", multiple=True, metavar="SLOT=VALUE", help="Only rows with this value; since= and until= dates."
)
@click.option("--words", default="", help="Only rows with all these words.")
@click.option("--sort", default="", metavar="SLOT", help="Slot to sort by; date by default.")
@click.option("--descending", is_flag=True, help="Last first.")
@as_of_option
@click.option("--limit", type=click.IntRange(0), default=50, show_default=True, help="At most so many rows.")
@click.option("--offset", type=click.IntRange(0), default=0, show_default=True, help="Pass over so many rows first.")
def show(
    register: str, row: str | None, record: str, known_at: str, form: str, where: tuple[str, ...], words: str,
    sort: str, descending: bool, as_of: str, limit: int, offset: int,
) -> None:  # fmt: skip
    """List the rows of a register, or show one row with its evidence.

    Registers: documents, meetings, instruments, tenures, statements, situations, operations, commitments, awards,
    relations, bodies.

    \b
    Examples:
      muniment show meetings --where status=announced
      muniment show instruments --format csv > instruments.csv
      muniment show tenures --as-of 2024-06-15
      muniment show tenures 3f9a --format json
      muniment show instruments 7c08 --as-of 2024-06-15
    """
    with looked_at(record, known_at) as held:
        if row:
            _show_row(held, held.row(register, row), as_of, form)
            return
        asked = _pairs(where, "--where")
        page = held.rows(
            register, where=asked, words=words, sort=sort, descending=descending, limit=limit, offset=offset,
            as_of=as_of,
        )  # fmt: skip
        _show_list(held, register, page, form)


def _show_list(held: Record, register: str, page: RowPage, form: str) -> None:
    from muniment.registers import register as named
    from muniment.registers.attribution import speakers_of
    from muniment.registers.tables import as_of_record, csv_header, csv_line, list_columns, page_count
    from muniment.registers.values import cell

    spec, then = named(register), page.as_of
    if form == "csv":
        cells = (csv_line(spec, held.full(r), then, page.doubts.get(r.id, "")) for r in page.rows)
        emit(cells, csv_header(spec, as_of=bool(then)), form)
        return
    columns = list_columns(spec)
    lines: list[list[Any]] = [
        [r.id[:12], *(cell(r.slots.get(field.name))[:90] for field in columns), page_count(r)] for r in page.rows
    ]
    header = ["id", *(field.label for field in columns), "pages"]
    if then:
        header.append(f"on {then}")
        lines = [
            [*line, "uncertain" if r.id in page.doubts else "yes"] for line, r in zip(lines, page.rows, strict=True)
        ]
    said = [speakers_of(r)[:60] for r in page.rows]
    if any(said):
        header.append("told by")
        lines = [[*line, speaker] for line, speaker in zip(lines, said, strict=True)]
    records = [
        _record(held.full(r)) | (as_of_record(then, page.doubts.get(r.id, "")) if then else {}) for r in page.rows
    ]
    emit(lines, header, form, records)
    if form != "table":
        return
    if page.doubts:
        click.echo("\nUncertain:")
        for name, doubt in page.doubts.items():
            click.echo(f"  {name[:12]}  {doubt}")
    if then and spec.lasting is not None:
        click.echo(f"\nAs of {then}: {spec.lasting.rule[:1].lower()}{spec.lasting.rule[1:]}")
    click.echo(f"\n{len(page.rows)} of {page.total} {spec.label.lower()}. {held.status().line()}")


def _record(row: Any) -> dict[str, Any]:
    out = {"register": row.register, "id": row.id, **row.slots, "claims": row.claims, "sources": row.sources}
    for name in ("given_by", "corrected", "conflicts", "attributed_to"):
        if getattr(row, name):
            out[name] = getattr(row, name)
    return out


def _show_row(held: Record, row: Row, as_of: str, form: str) -> None:
    from muniment.registers import register as named
    from muniment.registers.attribution import told_only_by
    from muniment.registers.tables import as_of_record, csv_header, csv_line
    from muniment.registers.values import cell

    spec, day, doubt = named(row.register), "", ""
    if as_of:
        page = held.row_as_of(row, as_of)
        row, day, doubt = page.rows[0], page.as_of, page.doubts.get(row.id, "")
    if form == "csv":
        emit([csv_line(spec, row, day, doubt)], csv_header(spec, as_of=bool(day)), form)
        return
    claims = held.claims_of(row)
    told_by = told_only_by(row)
    if form != "table":
        then = as_of_record(day, doubt) if day else {}
        emit((), (), form, [{**_record(row), **then, "evidence": [c["evidence"] for c in claims]}])
        return
    if held.known_at:
        click.echo(f"{held.known_at}:\n")
    click.echo(f"{spec.caption(row.slots)}\n{row.id}\n")
    if row.withdrawn or row.merged_into:
        click.echo(f"{_gone(held, row)}\n")
    if day:
        click.echo(f"As of {day}{f', uncertain: {doubt}' if doubt else '.'}\n")
    if row.attributed_to:
        click.echo(f"Told only by {row.attributed_to}.\n")
    rows = [
        (field.label, cell(row.slots[field.name])[:600], _how_known(row, field.name, told_by))
        for field in spec.fields if row.slots.get(field.name) not in (None, "", [])
    ]  # fmt: skip
    emit(rows, ("slot", "value", ""), "table")
    for slot, others in row.conflicts.items():
        click.echo(f"Pages disagree on {slot}: " + " | ".join(cell(other["value"]) for other in others))
    emit([line for claim in claims for line in _told_by(claim)], ("where", "rule or author", "evidence"), "table")


def _how_known(row: Any, slot: str, told_by: dict[str, tuple[str, ...]]) -> str:
    """Return whether a person set a slot, or who tells it where only speakers' own words do."""
    if slot in row.corrected:
        return "corrected"
    if row.attributed_to:
        return ""
    acts = [f"{place}. {', '.join(names)}" for place in range(1, 200) if (names := told_by.get(f"{slot}[{place - 1}]"))]
    names = told_by.get(slot, ())
    return f"told by {', '.join(names) or '; '.join(acts)}" if names or acts else ""


def _with_speaker(text: str, speaker: str) -> str:
    return f"{text} (told only by {speaker})" if speaker else text


def _told_by(claim: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return what bears a claim out: quotations, a profile's line, or who filed it on what basis."""
    if claim["origin"] == "person":
        return [(f"entry {claim['entry']}", claim["author"], claim["basis"])]
    if claim["origin"] == "profile":
        name, _, line = claim["source"].partition("#")
        return [(name, "", line)]
    return [(claim["source"], e["rule"], " ".join(e["quote"].split())[:300]) for e in claim["evidence"]]


def _gone(held: Any, row: Any) -> str:
    """Return why a row is not in its register any more."""
    if row.merged_into:
        return f"Not in the register: joined with {row.merged_into}."
    for entry in reversed(held.history(row)):
        if entry.kind.startswith("decision.withdrawn/") and entry.position in row.judged:
            return f"Withdrawn by {entry.author} at {entry.filed_at} (entry {entry.position}): {entry.body['basis']}"
    return "Not in the register: no page tells of it any more."


@click.command()
@click.argument("words", nargs=-1, required=True)
@record_option
@known_at_option
@format_option
@click.option("--register", default=None, help="Only in this register.")
@click.option("--limit", type=click.IntRange(0), default=30, show_default=True, help="At most so many.")
def search(words: tuple[str, ...], record: str, known_at: str, form: str, register: str | None, limit: int) -> None:
    """Find rows and pages that have all the words; the last may be a beginning.

    \b
    Example:
      muniment search flood centre --register commitments
    """
    with looked_at(record, known_at) as held:
        hits = held.search(" ".join(words), register, limit)
        header = ("register", "id", "title", "snippet")
        emit(
            [(h.register, h.id[:12], h.title, h.snippet) for h in hits],
            header,
            form,
            [msgspec.to_builtins(h) for h in hits],
        )
        if form == "table":
            click.echo(f"\n{len(hits)} found. {held.status().line()}")


@click.command()
@record_option
@known_at_option
@format_option
@click.option("--as-of", default=None, metavar="DATE", help="The day to look from, 2026-05-04; today by default.")
def gaps(record: str, known_at: str, form: str, as_of: str | None) -> None:
    """List what is open: overdue promises, announced meetings never reported, missing ratifications, contradictions.

    \b
    Example:
      muniment gaps --as-of 2025-07-01
    """
    with looked_at(record, known_at) as held:
        found = held.gaps(as_of)
        rows = [(g.kind, g.register, g.row[:12], g.since, _with_speaker(g.text, g.told_by)) for g in found]
        emit(rows, ("kind", "register", "id", "since", "what"), form, [msgspec.to_builtins(g) for g in found])
        if form == "table":
            click.echo(f"\n{len(found)} open. {held.status().line()}")


@click.command()
@record_option
@known_at_option
@format_option
def status(record: str, known_at: str, form: str) -> None:
    """Print what the record covers: sources, period, languages, sentences read, set aside and unread.

    \b
    Example:
      muniment status --record record.db
    """
    with looked_at(record, known_at) as held:
        found = held.status()
        silent = held.quiet() if form == "table" else []
    if form != "table":
        emit((), (), "json" if form == "json" else "jsonl", [msgspec.to_builtins(found)])
        return
    languages = ", ".join(f"{code or 'unknown'} {count}" for code, count in found.languages.items())
    not_read = ", ".join(f"{code or 'unknown'} {count}" for code, count in found.not_read.items()) or "none"
    rows: list[tuple[str, Any]] = [
        ("sources", found.sources), ("pages", found.pages), ("waiting to be read", found.waiting),
        ("period", f"{found.first} to {found.last}" if found.first else "no page states a date"),
        ("pages without a date", found.undated), ("languages", languages), ("in a language not read", not_read),
        ("sentences", found.sentences),
        *(
            (outcome, f"{count} ({part})  {meaning}")
            for outcome, count, part, meaning in shares(found.read, found.set_aside, found.unread)
        ),
        ("sources that gave no page", len(found.failed)),
        *((f"rows in {name}", count) for name, count in found.rows.items()),
        ("alarms about sources", len(found.alarms)),
        ("profiles", ", ".join(found.profiles) or "none"), ("head", found.head),
        *([("state", found.known_at)] if found.known_at else []),
    ]  # fmt: skip
    emit(rows, ("what", "value"), "table")
    for alarm in found.alarms:
        click.echo(f"\nALARM {alarm.source}: {alarm.what}", nl=False)
    for one in silent:
        click.echo(f"\nQUIET {one.body}: last met on {one.last}, {one.days} days before the last page; usually every "
                   f"{one.usual} days.", nl=False)  # fmt: skip
    if found.alarms or silent:
        click.echo()


@click.command()
@record_option
@click.option("--expect", default=None, metavar="HEAD", help="An older head that you kept; it must lie in this ledger.")
def verify(record: str, expect: str | None) -> None:
    """Recompute the hash chain, the archive's hashes and every quotation, and fold the registers afresh.

    Every export and `status` prints the ledger's head. Keep one: with --expect, a ledger rewritten since is found out.

    \b
    Example:
      muniment verify --expect 812:6f0c...
    """
    with opened(record) as held, working("verifying"):
        found = held.verify(expect)
    click.echo(
        f"Holds: {found.entries} entries, {found.documents} documents, {found.quotes} quotations, {found.rows} rows.\n"
        f"Head: {found.head}" + (f"\nThe expected head lies in it: {found.expected}" if found.expected else "")
    )


@click.command()
@click.argument("register", metavar="REGISTER")
@click.argument("row", metavar="ROW")
@record_option
@known_at_option
@format_option
def history(register: str, row: str, record: str, known_at: str, form: str) -> None:
    """List the entries that made a row what it is: readings, corrections, and who filed them when.

    \b
    Example:
      muniment history instruments 3f9a
    """
    with looked_at(record, known_at) as held:
        found, state = held.history(held.row(register, row)), held.known_at
    rows = [
        (e.position, e.filed_at, e.kind, e.author, e.body.get("basis") or e.body.get("source") or "") for e in found
    ]
    emit(rows, ("entry", "filed", "kind", "author", "basis or page"), form, [msgspec.to_builtins(e) for e in found])
    if state and form == "table":
        click.echo(f"\n{state}.")


@click.command()
@format_option
def profiles(form: str) -> None:
    """List the profiles that are shipped: organisations with their members, bodies and offices.

    \b
    Example:
      muniment profiles
    """
    from muniment.facade import shipped_profiles

    rows = [
        (p.slug, p.abbreviation, p.name, len(p.members), len(p.bodies), len(p.holders), p.as_of)
        for p in shipped_profiles()
    ]
    emit(rows, ("name", "short", "organisation", "members", "bodies", "holders", "facts as of"), form)
