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
from muniment.clerk.losses import changes, located
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


def test_every_gold_value_is_listed_with_whether_it_was_found() -> None:
    gold = [tenure("Ana Dol", office="Minister", start="2024-05"), tenure("Ivo Ram", optional=True), tenure("Jan Melk")]
    found = evaluate(gold, [tenure("Ana Dol", office="Minister", start="2023")], LIKENESS)
    told = [(v.record, v.slot, v.value, v.found) for v in found.values]
    assert told == [
        (0, "person", "Ana Dol", True), (0, "office", "Minister", True), (0, "start", "2024-05", False),
        (2, "person", "Jan Melk", False),
    ]  # fmt: skip
    assert sum(v.found for v in found.values) == found.total.right
    assert len(found.values) == found.total.stated


def test_a_record_read_in_part_says_which_values_were_wanted_and_what_was_read() -> None:
    gold = [tenure("Ana Dol", office="Minister", start="2024-05")]
    (loss,) = evaluate(gold, [tenure("Ana Dol", office="Minister", start="2023")], LIKENESS).losses
    assert (loss.kind, [(one.slot, one.wanted, one.got) for one in loss.lost]) == (
        "partly", [("start", "2024-05", ["2023"])],
    )  # fmt: skip


TEXT = (
    "Ana Dol was elected Secretary General in May.\n\nThe Lamp Committee met in Vienna. It rained.\n\n"
    "Ivo Ram, the Harbour Master, thanked the crews."
)
DOCUMENT = {
    "source": "pages/a.txt",
    "register": "documents",
    "archived_text": TEXT,
    "blocks": [{"start": 0, "end": len(TEXT)}],
}


def claimed(person: str, quote: str, **slots: object) -> dict[str, object]:
    start = TEXT.index(quote)
    evidence = [{"document": "0", "start": start, "end": start + len(quote), "quote": quote, "rule": "told.test"}]
    return tenure(person, evidence=evidence, **slots)


def test_each_loss_is_placed_in_its_sentence_in_the_order_of_the_text() -> None:
    gold = [
        tenure("Ivo Ram", office="Harbour Master"), tenure("Ana Dol", office="Secretary General", start="2024-05"),
        {"doc": "a.txt", "register": "meetings", "bodies": ["Lamp Committee"], "place": "Vienna", "kind": "session"},
        {"doc": "a.txt", "register": "awards", "award": "Order of the Quay", "recipient": "Nobody Here"},
    ]  # fmt: skip
    claims = [DOCUMENT, claimed("Ana Dol", "Ana Dol", office="Secretary General"), claimed("It Rained", "It rained")]
    found = located(evaluate(gold, claims, LIKENESS).losses, claims, LIKENESS)
    told = [(loss.kind, loss.register, loss.place.text if loss.place else None) for loss in found]
    assert told == [
        ("partly", "tenures", "Ana Dol was elected Secretary General in May."),
        ("missed", "meetings", "The Lamp Committee met in Vienna."),
        ("wrong", "tenures", "It rained."),
        ("missed", "tenures", "Ivo Ram, the Harbour Master, thanked the crews."),
        ("wrong", "documents", None),
        ("missed", "awards", None),
    ]
    for loss in found:
        assert loss.place is None or TEXT[loss.place.start : loss.place.end] == loss.place.text


def test_without_the_pages_text_a_claim_is_placed_by_its_quotation_and_a_gold_record_nowhere() -> None:
    claims = [claimed("It Rained", "It rained")]
    found = located(evaluate([tenure("Ivo Ram")], claims, LIKENESS).losses, claims, LIKENESS)
    assert [(loss.kind, loss.place.text if loss.place else None) for loss in found] == [
        ("wrong", "It rained"), ("missed", None),
    ]  # fmt: skip


def test_two_runs_are_compared_value_by_value_and_claim_by_claim() -> None:
    gold = [tenure("Ana Dol", office="Minister", start="2024-05")]
    old = evaluate(gold, [tenure("Ana Dol", office="Minister"), tenure("Jan Melk")], LIKENESS)
    new = evaluate(gold, [tenure("Ana Dol", start="2024-05"), tenure("Ivo Ram")], LIKENESS)
    found = changes(new, old)
    assert [(v.slot, v.value) for v in found.won] == [("start", "2024-05")]
    assert [(v.slot, v.value) for v in found.lost] == [("office", "Minister")]
    assert [loss.claim["person"] for loss in found.worse] == ["Ivo Ram"]
    assert [loss.claim["person"] for loss in found.better] == ["Jan Melk"]
    same = changes(old, old)
    assert (same.won, same.lost, same.worse, same.better) == ([], [], [], [])


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


def test_a_name_agrees_as_written_where_only_one_side_forms_an_alias() -> None:
    assert LIKENESS.same(
        "name", "CSTO Foreign Ministers Council Working Group on Piers",
        "Working Group on Piers of the CSTO Council of Foreign Ministers",
    )  # fmt: skip
    assert not LIKENESS.same("name", "CSTO Council of Foreign Ministers", "CSTO Council of Defense Ministers")


def test_the_first_words_of_a_text_agree_though_the_next_word_would_make_a_name_of_them() -> None:
    whole = "The meeting of the Council of Foreign Ministers of the CSTO was held in Aldport."
    assert LIKENESS.same("starts", "The meeting of the Council", whole)
    assert LIKENESS.same("ends", "held in Aldport.", whole)
    assert not LIKENESS.same("starts", "held in Aldport.", whole)


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
    for register, figures in ours.registers.items():
        assert figures.f1 == pytest.approx(theirs[register]["f1"], abs=0.01), register
        assert figures.stated == theirs[register]["gold_values"], register
