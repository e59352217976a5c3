"""How surely tellings are told apart, held to pinned floors."""

import json

import pytest
from tests.eval.identity import ACTS, BEGIN, CORPUS, END, HALVES, KINDS, PAGE, SAMPLES, figures, floors, pairs, table


@pytest.mark.parametrize(("name", "floor"), sorted(floors().items()))
def test_tellings_are_told_apart_no_worse_than_the_floor(name, floor):
    assert dict(figures())[name] >= floor


def test_every_figure_has_a_floor():
    assert set(dict(figures())) == set(floors())


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_hundred_pairs_half_of_them_one_and_half_of_them_held_back(kind):
    found = pairs(kind)
    counts = {label: sum(pair.label == label for pair in found) for label in ("same", "distinct", "unsure")}
    assert len({pair.pair for pair in found}) == len(found) >= 100
    assert sum(counts.values()) == len(found)
    assert min(counts["same"], counts["distinct"]) >= 50
    assert all(abs(2 * sum(pair.half == half for pair in found) - len(found)) <= 3 for half in HALVES)
    assert all(pair.first["register"] == pair.second["register"] and pair.why for pair in found)


def test_no_pair_is_labelled_twice():
    seen = [json.dumps(sorted(json.dumps(one, sort_keys=True) for one in (pair.first, pair.second)))
            for kind in KINDS for pair in pairs(kind)]  # fmt: skip
    assert len(set(seen)) == len(seen)
    assert {file.stem for file in (CORPUS / "pairs").iterdir()} == set(KINDS)


def test_the_acts_of_the_samples_name_gold_records_of_their_register_each_once():
    named = []
    for line in ACTS.read_text("utf-8").splitlines():
        act = json.loads(line)
        for member in act["members"]:
            page, _, number = member.partition("#")
            gold = (SAMPLES / "gold" / f"{page}.jsonl").read_text("utf-8").splitlines()
            assert json.loads(gold[int(number) - 1])["register"] == act["register"], member
            named.append(member)
    assert len(set(named)) == len(named)


def test_the_documentation_shows_todays_figures():
    assert PAGE.read_text("utf-8").partition(BEGIN)[2].partition(END)[0].strip() == table().strip()
