"""Claims against gold: the same method as the figures that the project gives."""

import json
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.clerk.evaluate import best_pairs, evaluate, gold_lines
from muniment.clerk.likeness import Likeness
from muniment.errors import UsageError
from muniment.profiles import load, shipped, world

SHARED = Path(__file__).parents[3] / "shared"
LIKENESS = Likeness([load(name) for name in shipped()], world())


def tenure(person: str, **slots: object) -> dict[str, object]:
    return {"doc": "a.txt", "source": "pages/a.txt", "register": "tenures", "person": person, **slots}


def test_gold_as_claims_is_perfect() -> None:
    gold = [tenure("Ana Dol", office="Secretary General", organization="Harbour Union")]
    found = evaluate(gold, gold, LIKENESS)
    assert found.total.f1 == 1
    assert not found.losses


def test_a_claim_may_say_more_than_gold_without_loss() -> None:
    found = evaluate([tenure("Ana Dol")], [tenure("Ana Dol", office="Minister", start="2024-05-01")], LIKENESS)
    assert (found.total.precision, found.total.recall) == (1, 1)


def test_a_claim_that_pairs_with_nothing_costs_two_values() -> None:
    found = evaluate([tenure("Ana Dol")], [tenure("Ana Dol"), tenure("Ivo Ram")], LIKENESS)
    assert found.registers["tenures"].claimed == 3
    assert [loss.kind for loss in found.losses] == ["wrong"]


def test_a_missed_optional_record_costs_nothing() -> None:
    found = evaluate([tenure("Ana Dol"), tenure("Ivo Ram", optional=True)], [tenure("Ana Dol")], LIKENESS)
    assert found.total.f1 == 1


def test_transliterations_and_initials_agree_and_other_first_names_do_not() -> None:
    assert LIKENESS.same("person", "Vladimir Zaynetdinov", "V. Zainetdinov")
    assert not LIKENESS.same("person", "Vladimir Petrov", "Ivan Petrov")


def test_a_date_may_be_more_precise_but_not_the_first_of_a_period() -> None:
    assert LIKENESS.same("date", "2022-11", "2022-11-23")
    assert not LIKENESS.same("date", "2022", "2022-01-01")


def test_aliases_are_the_profiles_names() -> None:
    assert LIKENESS.same("name", "CSTO Collective Security Council", "Collective Security Council of the CSTO")
    assert LIKENESS.same("name", "OSCE", "Organization for Security and Co-operation in Europe")


def test_slots_closed_by_none_count_against_a_claim() -> None:
    gold = {"doc": "a.txt", "register": "meetings", "start": "2024-05-06", "none": ["place"]}
    claim = {"source": "a.txt", "register": "meetings", "start": "2024-05-06", "place": "Port Sellan"}
    assert evaluate([gold], [claim], LIKENESS).registers["meetings"].precision == 0.5


@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=1, max_size=4))
def test_the_pairing_has_the_greatest_weight_there_is(weights: list[list[int]]) -> None:
    found = best_pairs(weights)
    size = max(len(weights), 3)
    padded = [[*row, *[0] * (size - 3)] for row in weights] + [[0] * size] * (size - len(weights))
    best = max(sum(padded[i][j] for i, j in enumerate(order)) for order in permutations(range(size)))
    assert sum(weights[i][j] for i, j in found.items()) == best


def test_a_gold_file_that_is_no_gold_says_where(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"doc": "a.txt"}\n')
    with pytest.raises(UsageError) as caught:
        gold_lines([bad])
    assert caught.value.where == f"{bad}:1"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the archivists' gold records are not beside this project")
def test_figures_agree_with_the_archivists_own_scorer(tmp_path: Path) -> None:
    from muniment.facade import read

    claims = [c.record() for reading in read([SHARED / "corpus" / "csto"]) for c in reading.claims]  # type: ignore[union-attr]
    file = tmp_path / "claims.jsonl"
    file.write_text("\n".join(json.dumps(claim) for claim in claims))
    told = subprocess.run(
        [sys.executable, str(SHARED / "score.py"), str(SHARED / "gold"), str(file), "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    theirs = json.loads(told.stdout)
    ours = evaluate(gold_lines([SHARED / "gold"]), claims, LIKENESS)
    assert ours.total.f1 == pytest.approx(theirs["total"]["f1"], abs=0.01)
