"""docs/quality.md tells today's figures."""

import re
from pathlib import Path

import pytest
from tests.eval.scoring import SETS, scored

TEXT = (Path(__file__).parents[2] / "docs" / "quality.md").read_text("utf-8")


@pytest.mark.parametrize("name", SETS)
def test_the_totals_told_are_those_measured(name: str) -> None:
    if not SETS[name][0].is_dir():
        pytest.skip(f"{SETS[name][0]} is not there")
    names = [cell.strip() for cell in re.findall(r"\| register \|(.+)\|", TEXT)[0].split("|")]
    for what in ("precision", "recall", "f1"):
        cells = re.findall(rf"\| \*\*total {what}\*\* \|(.+)\|", TEXT)[0].split("|")
        told = float(cells[names.index(name)].strip(" *"))
        assert told == pytest.approx(getattr(scored(name).total, what), abs=0.006), (name, what)
