"""Write today's figures into docs/quality.md."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.eval.scoring import SETS, outcomes, scored  # noqa: E402 - the path has to be known first

PATH = ROOT / "docs" / "quality.md"
BEGIN = "<!-- figures: written by `python tools/quality.py` -->\n"
END = "<!-- end of figures -->"


def table() -> str:
    """Return the figures of every set that is there, one column each, F1 and gold values by register."""
    names = [name for name in SETS if SETS[name][0].is_dir()]
    lines = ["| register | " + " | ".join(names) + " |", "| --- |" + " ---: |" * len(names)]
    for register in scored(names[0]).registers:
        cells = []
        for name in names:
            one = scored(name).registers[register]
            cells.append(f"{one.f1:.2f} ({one.stated})" if one.stated else "")
        lines.append(f"| {register} | " + " | ".join(cells) + " |")
    for what in ("precision", "recall", "f1"):
        cells = [f"**{getattr(scored(name).total, what):.2f}**" for name in names]
        lines.append(f"| **total {what}** | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def records(name: str) -> str:
    """Return, of one set, how many gold records of each register were found whole, in part and not, and what is wrong.

    An archivist reads it as: so many rows to complete, so many to add, so many to strike out.
    """
    found = scored(name)
    lines = ["| register | precision | recall | records | found whole | in part | missed | claimed and not in gold |",
             "| --- |" + " ---: |" * 7]  # fmt: skip
    for register, one in found.registers.items():
        kinds = Counter(loss.kind for loss in found.losses if loss.register == register)
        count = len({(value.document, value.record) for value in found.values if value.register == register})
        if count:
            whole = count - kinds["partly"] - kinds["missed"]
            cells = (f"{one.precision:.2f}", f"{one.recall:.2f}", count, whole, kinds["partly"], kinds["missed"],
                     kinds["wrong"])  # fmt: skip
            lines.append(f"| {register} | " + " | ".join(map(str, cells)) + " |")
    return "\n".join(lines) + "\n"


def sentences() -> str:
    """Return, of every set read with profiles, its pages and what became of their sentences."""
    lines = ["| set | pages | sentences | read | set aside | unread |", "| --- |" + " ---: |" * 5]
    for name in SETS:
        if SETS[name][0].is_dir() and not name.endswith("without profiles"):
            pages, counts = outcomes(name)
            whole = counts.total()
            shares = [f"{100 * counts[status] / whole:.0f} %" for status in ("read", "set_aside", "unread")]
            lines.append(f"| {name} | {pages} | {whole:,} | " + " | ".join(shares) + " |")
    return "\n".join(lines) + "\n"


def told() -> str:
    """Return all that is written between the marks."""
    parts = ["F1 by register, with the number of gold values in brackets.", table(),
             "What became of the sentences of each set.", sentences()]  # fmt: skip
    if SETS["held"][0].is_dir():
        parts += ["The records of `held`, register by register: what there is to complete, to add and to strike out.",
                  records("held")]  # fmt: skip
    return "\n" + "\n\n".join(part.rstrip() for part in parts) + "\n\n"


def main() -> None:
    """Write today's figures between their marks."""
    text = PATH.read_text("utf-8")
    head, rest = text.split(BEGIN)
    PATH.write_text(f"{head}{BEGIN}{told()}{END}{rest.split(END)[1]}", "utf-8")


if __name__ == "__main__":
    main()
