"""Write today's figures into docs/quality.md."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.eval.scoring import SETS, scored  # noqa: E402 - the path has to be known first

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


def main() -> None:
    """Write the table between its marks."""
    text = PATH.read_text("utf-8")
    head, rest = text.split(BEGIN)
    told = f"\nF1 by register, with the number of gold values in brackets.\n\n{table()}\n"
    PATH.write_text(f"{head}{BEGIN}{told}{END}{rest.split(END)[1]}", "utf-8")


if __name__ == "__main__":
    main()
