"""Registers as documentation: the pages under `docs/` that state the record format, written from the specs."""

from __future__ import annotations

import sys

from muniment.registers import REGISTERS
from muniment.registers.spec import MERGES, TYPES, Register
from muniment.terms.reading import SET_ASIDE_REASONS
from muniment.terms.vocabulary import FORMAT_VERSION

__all__ = ["field_tables", "overview", "record_format"]

_CLAIM = """\
# The record format

Version {version}. This page is written from the register specs (`python -m muniment.registers.manual` prints it); a
test compares the two.

Everything Muniment says about a document has one form: the claims that `muniment read` prints, the rows of an export,
the answers of the web site. A record is one JSON object. A slot that nobody states is left out or null; it is never
guessed. Slots may be added by a later version, none is renamed.

## A claim

A claim is what one document tells of one act. Besides the slots of its register it has

| name | what it holds |
| --- | --- |
| `register` | the register it belongs to |
| `source` | path or address of the document, as it was given |
| `evidence` | a list of `{{document, start, end, quote, rule}}`: SHA-256 of the archived bytes; code points, 0-based, \
half-open, into the archived text; the text at that span, to the letter; the name of what read it |
| `attributed_to` | the speaker, where the page tells of it only inside somebody's words |

## A row

A row is what a register concludes from all its claims. Besides the slots of its register it has

| name | what it holds |
| --- | --- |
| `id` | 16 hexadecimal digits; stays while the row does |
| `claims`, `sources` | the claims it rests on and where they come from; of claims that tell the same, the first 25 |
| `given_by` | slot -> the claims that gave the value shown, or `decision:N`, the ledger entry of a correction |
| `corrected` | slots that a person set |
| `conflicts` | slot -> the values told, the one shown first, as `{{value, claims}}`, where pages disagree |
| `also` | slot -> other forms of the value shown that agree with it |
| `attributed_to` | the speaker, where nobody else tells of it |
| `first_stated`, `last_stated` | earliest and latest date that its sources give themselves |
| `withdrawn` | true for a row that a person withdrew or no page tells of any more |
| `evidence_count`, `claim_count` | all quotations and all claims, also those not listed |

Of values that disagree, a person's own entry is shown before a profile's fact, that before a page, and a page before
what it only quotes somebody as saying; then what more claims tell, then what the later source tells.

## Types

| type | what it is |
| --- | --- |
{types}

## Merging

| rule | what a row shows |
| --- | --- |
{merges}

## Sentences set aside

Every sentence of a page is read, set aside for one of these reasons, or listed as unread.

| reason | when |
| --- | --- |
{reasons}

## Registers

"""


def _table(rows: dict[str, str]) -> str:
    return "\n".join(f"| `{name}` | {words} |" for name, words in rows.items())


def _register(register: Register) -> str:
    lines = [
        f"### {register.label}",
        "",
        f"`{register.name}`: {register.about[:1].lower()}{register.about[1:]}",
        "",
        "| slot | type | merge | what it holds |",
        "| --- | --- | --- | --- |",
    ]
    for field in register.fields:
        values = f" One of: {', '.join(f'`{value}`' for value in field.values)}." if field.values else ""
        lines.append(f"| `{field.name}` | {field.type} | {field.merge} | {field.help}{values} |")
    needs = " and ".join(" or ".join(f"`{name}`" for name in group) for group in register.required)
    lines += [
        "",
        f"A claim gives at least {needs}. Told apart by {', '.join(f'`{name}`' for name in register.key)}.",
        "",
    ]
    if register.lasting is not None:
        lines += [f"As of a day: {register.lasting.rule[:1].lower()}{register.lasting.rule[1:]}", ""]
    return "\n".join(lines)


def field_tables() -> str:
    """Return the tables of all registers' fields, as Markdown."""
    return "\n".join(_register(register) for register in REGISTERS.values())


def record_format() -> str:
    """Return `docs/record-format.md`."""
    head = _CLAIM.format(
        version=FORMAT_VERSION, types=_table(TYPES), merges=_table(MERGES), reasons=_table(SET_ASIDE_REASONS)
    )
    return head + field_tables()


def overview() -> str:
    """Return the table of `docs/registers.md`: each register with its columns, filters, dates and full-text slots."""
    lines = [
        "| register | columns of a list | filters | placed in time by | searched |",
        "| --- | --- | --- | --- | --- |",
    ]
    for register in REGISTERS.values():
        parts = (register.columns, register.filters, register.dates, register.searched)
        cells = " | ".join(", ".join(f"`{name}`" for name in part) or "nothing" for part in parts)
        lines.append(f"| `{register.name}` | {cells} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(overview() if sys.argv[1:] == ["overview"] else record_format())
