"""docs/quality.md tells today's figures."""

import re
from pathlib import Path

import pytest
from tests.eval.scoring import SETS, outcomes, scored

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


@pytest.mark.parametrize("name", [name for name in SETS if not name.endswith("without profiles")])
def test_the_sentences_told_of_each_set_are_those_counted(name: str) -> None:
    if not SETS[name][0].is_dir():
        pytest.skip(f"{SETS[name][0]} is not there")
    pages, counts = outcomes(name)
    assert f"| {name} | {pages} | {counts.total():,} | " in TEXT


def test_the_records_told_of_the_held_pages_add_up() -> None:
    rows = re.findall(r"\| (\w+) \| ([\d.]+) \| ([\d.]+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|", TEXT)
    if not SETS["held"][0].is_dir():
        pytest.skip("the held pages are not there")
    assert {row[0] for row in rows} == {name for name, one in scored("held").registers.items() if one.stated}
    for register, precision, recall, records, whole, part, missed, wrong in rows:
        one = scored("held").registers[register]
        assert (float(precision), float(recall)) == pytest.approx((one.precision, one.recall), abs=0.006), register
        assert int(whole) + int(part) + int(missed) == int(records)
        losses = [loss.kind for loss in scored("held").losses if loss.register == register]
        assert (int(part), int(missed), int(wrong)) == tuple(losses.count(k) for k in ("partly", "missed", "wrong"))
